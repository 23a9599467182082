// SPDX-License-Identifier: Apache-2.0

//! The rules on countries of both parties, groups of holders, amounts and time, at their bounds;
//! and what makes no sense as a rule.

use crate::{evaluation::evaluate, mock::*, rules::*};
use cadastre_primitives::{
	Bucket, Country, Effects, Eligibility, Facts, Failure, Failures, Flags, InvestorClass, Key,
	Kind, Reason, Rights, Side,
};
use sp_runtime::Perbill;

fn of(code: &[u8; 2], flags: Flags) -> Option<Key> {
	let residence = Country::from_code(*code).unwrap_or(Country::NONE);
	let eligibility = Eligibility { residence, flags, ..Default::default() };
	Some(Key { investor: 0, rights: Rights::ALL, expires_at: None, eligibility })
}

fn index(code: &[u8; 2]) -> u128 {
	Country::from_code(*code).map_or(0, |country| country.index().into())
}

fn movement(kind: Kind, from: Option<Key>, to: Option<Key>) -> Facts {
	Facts {
		asset: 0,
		kind,
		sender: Some(from),
		receiver: Some(to),
		amount: 1,
		sender_after: 0,
		receiver_after: 0,
		whole: 0,
		holders_after: 0,
		adds_holder: false,
		joins: None,
		leaves: None,
		opened_at: 0,
	}
}

/// From a Swiss retail investor to a German professional.
fn transfer() -> Facts {
	movement(Kind::Transfer, of(b"CH", Flags::RETAIL), of(b"DE", Flags::PROFESSIONAL))
}

fn run_at(pack: &RuleSet, facts: &Facts, now: u64, ledger: &Counters) -> (Vec<Failure>, Effects) {
	let mut failures = Failures::new();
	let effects = evaluate(pack, facts, now, ledger, &NoLookup, &mut failures);
	(failures.into_inner(), effects)
}

fn run(pack: &RuleSet, facts: &Facts) -> Vec<Failure> {
	run_at(pack, facts, START, &Counters::default()).0
}

fn failure(reason: Reason, side: Side, needed: u128, found: u128) -> Failure {
	Failure { reason, rule: Some(0), side, needed, found }
}

fn some(fails: bool, failure: Failure) -> Vec<Failure> {
	if fails {
		vec![failure]
	} else {
		vec![]
	}
}

fn bucket(code: &[u8; 2], class: InvestorClass) -> Option<Bucket> {
	Some(Bucket { country: Country::from_code(*code).unwrap_or(Country::NONE), class })
}

#[test]
fn parties_reside_in_one_country_or_in_different_ones() {
	for (from, to, same, cross) in [
		(b"CH", b"CH", true, false),
		(b"CH", b"DE", false, true),
		(b"CH", b"??", false, false),
		(b"??", b"CH", false, false),
		(b"??", b"??", false, false),
	] {
		let facts = movement(Kind::Transfer, of(from, Flags(0)), of(to, Flags(0)));
		for (rule, holds, reason) in [
			(Rule::SameCountry, same, Reason::NotSameCountry),
			(Rule::CrossBorder, cross, Reason::NotCrossBorder),
		] {
			let found = failure(reason, Side::Receiver, index(from), index(to));
			assert_eq!(run(&rules(&[rule], &[]), &facts), some(!holds, found));
			let issue = Facts { kind: Kind::Issue, ..facts };
			assert_eq!(run(&rules(&[rule], &[]), &issue), vec![]);
		}
	}
}

#[test]
fn a_country_cap_counts_the_named_classes_of_the_receivers_country() {
	let classes = Classes::of(InvestorClass::Retail).with(Classes::of(InvestorClass::Accredited));
	let pack = rules(&[Rule::CountryHolderCap { max: 10, classes, set: None }], &[]);
	let joins = bucket(b"DE", InvestorClass::Retail);
	for (retail, after, fails) in [(5, 9, false), (6, 10, false), (7, 11, true), (8, 12, true)] {
		let german = Country::from_code(*b"DE").unwrap();
		let by_country = [(german, [90, retail, 3, 90, 90])].into_iter().collect();
		let ledger = Counters { by_country, by_class: [90; 5], given: 0 };
		let reason = Reason::CountryHolderCapExceeded;
		let expected = some(fails, failure(reason, Side::Receiver, 10, after));
		for kind in [Kind::Issue, Kind::Transfer] {
			let facts = Facts { joins, kind, ..transfer() };
			assert_eq!(run_at(&pack, &facts, START, &ledger).0, expected);
			// Of another class, or a holder already: not counted.
			let facts = Facts { joins: bucket(b"DE", InvestorClass::Professional), ..facts };
			assert_eq!(run_at(&pack, &facts, START, &ledger).0, vec![]);
			let facts = Facts { joins: None, ..facts };
			assert_eq!(run_at(&pack, &facts, START, &ledger).0, vec![]);
		}
		// Whoever leaves the group makes room, whoever leaves another does not.
		for (leaves, room) in [
			(bucket(b"DE", InvestorClass::Accredited), true),
			(bucket(b"DE", InvestorClass::Professional), false),
			(bucket(b"CH", InvestorClass::Retail), false),
		] {
			let facts = Facts { joins, leaves, ..transfer() };
			let expected = if room { vec![] } else { expected.clone() };
			assert_eq!(run_at(&pack, &facts, START, &ledger).0, expected);
			// An issue has nobody who could leave.
			let facts = Facts { kind: Kind::Issue, ..facts };
			assert_eq!(run_at(&pack, &facts, START, &ledger).0.is_empty(), !fails);
		}
	}
}

#[test]
fn a_country_cap_with_a_set_speaks_of_its_countries_and_of_unknown_ones() {
	let rule = Rule::CountryHolderCap { max: 0, classes: Classes::ALL, set: Some(0) };
	let pack = rules(&[rule], &[set(&[*b"DE"])]);
	for (code, fails) in [(b"DE", true), (b"CH", false), (b"??", true)] {
		let facts = Facts { joins: bucket(code, InvestorClass::Retail), ..transfer() };
		assert_eq!(!run(&pack, &facts).is_empty(), fails);
	}
	let facts = Facts { joins: bucket(b"DE", InvestorClass::Retail), ..transfer() };
	let broken = failure(Reason::BrokenRule, Side::Asset, 0, 0);
	assert_eq!(run(&rules(&[rule], &[]), &facts), vec![broken]);
	assert_eq!(run(&rules(&[rule], &[]), &transfer()), vec![broken]);
}

#[test]
fn a_class_cap_counts_the_named_classes_together() {
	let classes = Classes::of(InvestorClass::Retail).with(Classes::of(InvestorClass::Unclassified));
	let pack = rules(&[Rule::ClassHolderCap { max: 10, classes }], &[]);
	let joins = bucket(b"DE", InvestorClass::Retail);
	for (retail, after, fails) in [(5, 9, false), (6, 10, false), (7, 11, true)] {
		let ledger = Counters { by_class: [3, retail, 90, 90, 90], ..Default::default() };
		let reason = Reason::ClassHolderCapExceeded;
		let expected = some(fails, failure(reason, Side::Receiver, 10, after));
		let facts = Facts { joins, ..transfer() };
		assert_eq!(run_at(&pack, &facts, START, &ledger).0, expected);
		let swap = Facts { leaves: bucket(b"FR", InvestorClass::Unclassified), ..facts };
		assert_eq!(run_at(&pack, &swap, START, &ledger).0, vec![]);
		let other = Facts { leaves: bucket(b"FR", InvestorClass::Professional), ..facts };
		assert_eq!(run_at(&pack, &other, START, &ledger).0, expected);
	}
}

#[test]
fn counters_at_their_limit_do_not_wrap() {
	let ledger = Counters {
		by_class: [u32::MAX; 5],
		by_country: [(Country::from_code(*b"DE").unwrap(), [u32::MAX; 5])].into_iter().collect(),
		given: u128::MAX,
	};
	let facts = Facts {
		joins: bucket(b"DE", InvestorClass::Retail),
		amount: u128::MAX,
		opened_at: u64::MAX,
		..transfer()
	};
	let (max, classes) = (u32::MAX - 1, Classes::ALL);
	let pack = rules(
		&[
			Rule::CountryHolderCap { max, classes, set: None },
			Rule::ClassHolderCap { max, classes },
			Rule::Velocity { hours: LONGEST_WINDOW, max: u64::MAX },
			Rule::FlowBack { seconds: u32::MAX, flags: Flags::PROFESSIONAL, set: None },
			Rule::LockUp { seconds: u32::MAX, classes, set: None },
		],
		&[],
	);
	let (failures, effects) = run_at(&pack, &facts, u64::MAX - 1, &ledger);
	let found: Vec<_> = failures.iter().map(|failure| failure.found).collect();
	let most = u128::from(u32::MAX);
	assert_eq!(found, vec![most, most, u128::MAX, u64::MAX.into()]);
	assert_eq!(effects.locked_until, Some(u64::MAX));
}

#[test]
fn a_party_owns_nothing_or_the_minimum() {
	for side in [Sides::Sender, Sides::Receiver, Sides::Both] {
		let pack = rules(&[Rule::MinHolding { side, min: 10 }], &[]);
		for (after, fails) in [(0, false), (1, true), (9, true), (10, false), (11, false)] {
			let below = |side| failure(Reason::BelowMinimumHolding, side, 10, after);
			let (sender, receiver) = (side != Sides::Receiver, side != Sides::Sender);
			let facts = Facts { sender_after: after, receiver_after: 10, ..transfer() };
			assert_eq!(run(&pack, &facts), some(fails && sender, below(Side::Sender)));
			let facts = Facts { sender_after: 0, receiver_after: after, ..transfer() };
			assert_eq!(run(&pack, &facts), some(fails && receiver, below(Side::Receiver)));
			let issue = Facts { kind: Kind::Issue, sender_after: 1, ..facts };
			assert_eq!(run(&pack, &issue), some(fails && receiver, below(Side::Receiver)));
		}
	}
}

#[test]
fn a_purchase_has_a_maximum() {
	let pack = rules(&[Rule::MaxPurchase { max: 10 }], &[]);
	for (amount, fails) in [(9, false), (10, false), (11, true), (u128::MAX, true)] {
		for kind in [Kind::Issue, Kind::Transfer, Kind::Redeem] {
			let found = failure(Reason::PurchaseTooLarge, Side::Receiver, 10, amount);
			let facts = Facts { amount, kind, ..transfer() };
			assert_eq!(run(&pack, &facts), some(fails && kind != Kind::Redeem, found));
		}
	}
}

#[test]
fn the_longest_lock_up_that_concerns_the_receiver_holds() {
	let professional = Classes::of(InvestorClass::Professional);
	let lock = |seconds, classes, set| Rule::LockUp { seconds, classes, set };
	let sets = [set(&[*b"DE"]), set(&[*b"CH"])];
	for (list, expected) in [
		(vec![lock(10, Classes::ALL, None)], Some(10)),
		(vec![lock(10, professional, Some(0))], Some(10)),
		(vec![lock(10, Classes::NOT_PROFESSIONAL, None)], None),
		(vec![lock(10, professional, Some(1))], None),
		(vec![lock(10, professional, None), lock(20, Classes::ALL, Some(0))], Some(20)),
		(vec![lock(20, professional, None), lock(10, Classes::ALL, Some(0))], Some(20)),
		(vec![lock(10, professional, None), lock(20, Classes::ALL, Some(1))], Some(10)),
	] {
		for kind in [Kind::Issue, Kind::Transfer] {
			let facts = Facts { kind, ..transfer() };
			let pack = rules(&list, &sets);
			let (failures, effects) = run_at(&pack, &facts, START, &Counters::default());
			assert_eq!(failures, vec![]);
			assert_eq!(effects.locked_until, expected.map(|seconds| START + seconds));
		}
	}
	// An unknown residence may be any, so also that of the set.
	let facts = movement(Kind::Issue, None, of(b"??", Flags(0)));
	let pack = rules(&[lock(10, Classes::ALL, Some(0))], &sets);
	let (_, effects) = run_at(&pack, &facts, START, &Counters::default());
	assert_eq!(effects.locked_until, Some(START + 10));
	for kind in [Kind::Redeem, Kind::Forced, Kind::Cancellation] {
		let facts = Facts { kind, ..transfer() };
		assert_eq!(run_at(&pack, &facts, START, &Counters::default()).1, Effects::default());
	}
}

#[test]
fn shares_do_not_flow_back_before_the_end_of_the_period() {
	let rule = Rule::FlowBack { seconds: 10, flags: Flags::US_PERSON, set: Some(0) };
	let pack = rules(&[rule], &[set(&[*b"US"])]);
	let end = START + 10;
	for (now, over) in [(START, false), (end - 1, false), (end, true), (end + 1, true)] {
		for (code, flags, speaks) in [
			(b"CH", Flags::US_PERSON, true),
			(b"US", Flags::KYC, true),
			(b"??", Flags::KYC, true),
			(b"CH", Flags::KYC, false),
		] {
			let person = of(code, flags);
			let found = failure(Reason::FlowBack, Side::Receiver, now.into(), end.into());
			for (kind, from) in [(Kind::Issue, None), (Kind::Transfer, person)] {
				let facts = Facts { opened_at: START, ..movement(kind, from, person) };
				let failures = run_at(&pack, &facts, now, &Counters::default()).0;
				assert_eq!(failures, some(speaks && !over, found), "at {now}");
				// A period that has not begun is not over.
				let facts = Facts { opened_at: 0, ..facts };
				let failures = run_at(&pack, &facts, now, &Counters::default()).0;
				assert_eq!(!failures.is_empty(), speaks);
			}
		}
	}
	// Without a set only the flags count, and without flags only the set.
	let only = |flags, set_of| {
		rules(&[Rule::FlowBack { seconds: 10, flags, set: set_of }], &[set(&[*b"US"])])
	};
	let person = |code, flags| movement(Kind::Issue, None, of(code, flags));
	assert_eq!(run(&only(Flags::US_PERSON, None), &person(b"US", Flags(0))), vec![]);
	assert_eq!(run(&only(Flags::US_PERSON, None), &person(b"??", Flags(0))), vec![]);
	assert_eq!(run(&only(Flags(0), Some(0)), &person(b"CH", Flags::US_PERSON)), vec![]);
	assert_eq!(run(&only(Flags(0), Some(0)), &person(b"US", Flags(0))).len(), 1);
}

#[test]
fn a_sender_gives_no_more_in_a_window_than_allowed() {
	let pack = rules(&[Rule::Velocity { hours: 24, max: 10 }], &[]);
	for (given, amount, fails) in
		[(0, 9, false), (0, 10, false), (0, 11, true), (9, 1, false), (10, 1, true), (11, 1, true)]
	{
		let ledger = Counters { given, ..Default::default() };
		let facts = Facts { amount, ..transfer() };
		let found = failure(Reason::VelocityExceeded, Side::Sender, 10, given + amount);
		let (failures, effects) = run_at(&pack, &facts, START, &ledger);
		assert_eq!(failures, some(fails, found));
		assert_eq!(effects.window, Some(86_400));
		let facts = Facts { kind: Kind::Issue, ..facts };
		assert_eq!(run_at(&pack, &facts, START, &ledger), (vec![], Effects::default()));
	}
}

#[test]
fn transfers_are_made_inside_their_window_only() {
	let (from, until) = (START, START + 10);
	let rule = Rule::TransferWindow { from: from as u32, until: until as u32 };
	let pack = rules(&[rule], &[]);
	for (now, bound) in [
		(from - 1, Some(from)),
		(from, None),
		(from + 1, None),
		(until - 1, None),
		(until, Some(until)),
		(until + 1, Some(until)),
	] {
		let reason = Reason::OutsideTransferWindow;
		let expected: Vec<_> = bound
			.map(|bound| failure(reason, Side::Asset, now.into(), bound.into()))
			.into_iter()
			.collect();
		let ledger = Counters::default();
		assert_eq!(run_at(&pack, &transfer(), now, &ledger).0, expected, "at {now}");
		let issue = Facts { kind: Kind::Issue, ..transfer() };
		assert_eq!(run_at(&pack, &issue, now, &ledger).0, vec![]);
	}
}

#[test]
fn some_classes_do_not_give_to_some_others() {
	let (retail, professional) = (InvestorClass::Retail, InvestorClass::Professional);
	let rule =
		|from, to| rules(&[Rule::ClassPair { from: Classes::of(from), to: Classes::of(to) }], &[]);
	let found = failure(Reason::ClassPairNotAllowed, Side::Receiver, 1, 3);
	assert_eq!(run(&rule(retail, professional), &transfer()), vec![found]);
	assert_eq!(run(&rule(professional, retail), &transfer()), vec![]);
	assert_eq!(run(&rule(retail, retail), &transfer()), vec![]);
	assert_eq!(run(&rule(professional, professional), &transfer()), vec![]);
	let issue = Facts { kind: Kind::Issue, ..transfer() };
	assert_eq!(run(&rule(retail, professional), &issue), vec![]);
	let strangers = movement(Kind::Transfer, None, None);
	let none = InvestorClass::Unclassified;
	assert_eq!(run(&rule(none, none), &strangers).len(), 1);
}

fn defect(rule: Rule) -> Option<Defect> {
	rules(&[rule], &[set(&[*b"US"])]).defect()
}

#[test]
fn periods_have_bounds() {
	let (classes, flags) = (Classes::ALL, Flags::US_PERSON);
	let period = Some(Defect::InvalidPeriod);
	for (seconds, expected) in [
		(0, period),
		(1, None),
		(2, None),
		(LONGEST_PERIOD - 1, None),
		(LONGEST_PERIOD, None),
		(LONGEST_PERIOD + 1, period),
		(u32::MAX, period),
	] {
		assert_eq!(defect(Rule::LockUp { seconds, classes, set: None }), expected);
		assert_eq!(defect(Rule::FlowBack { seconds, flags, set: None }), expected);
	}
	for (hours, expected) in [
		(0, period),
		(1, None),
		(2, None),
		(LONGEST_WINDOW - 1, None),
		(LONGEST_WINDOW, None),
		(LONGEST_WINDOW + 1, period),
	] {
		assert_eq!(defect(Rule::Velocity { hours, max: 0 }), expected);
	}
	for (from, until, expected) in [(1, 0, period), (1, 1, period), (1, 2, None)] {
		assert_eq!(defect(Rule::TransferWindow { from, until }), expected);
	}
}

#[test]
fn classes_are_named_and_known() {
	let all = Classes::ALL;
	for (classes, expected) in [
		(Classes(0), Some(Defect::Empty)),
		(Classes(1), None),
		(all, None),
		(Classes(32), Some(Defect::InvalidRule)),
		(Classes(33), Some(Defect::InvalidRule)),
	] {
		for rule in [
			Rule::CountryHolderCap { max: 0, classes, set: None },
			Rule::ClassHolderCap { max: 0, classes },
			Rule::LockUp { seconds: 1, classes, set: None },
			Rule::ClassPair { from: classes, to: all },
			Rule::ClassPair { from: all, to: classes },
		] {
			assert_eq!(defect(rule), expected, "{rule:?}");
		}
	}
}

#[test]
fn sets_are_there_and_a_flow_back_speaks_of_somebody() {
	let (classes, flags, seconds) = (Classes::ALL, Flags(0), 1);
	for (set, expected) in [(None, None), (Some(0), None), (Some(1), Some(Defect::UnknownSet))] {
		assert_eq!(defect(Rule::CountryHolderCap { max: 0, classes, set }), expected);
		assert_eq!(defect(Rule::LockUp { seconds, classes, set }), expected);
		let nobody = if set.is_none() { Some(Defect::Empty) } else { expected };
		assert_eq!(defect(Rule::FlowBack { seconds, flags, set }), nobody);
	}
}

#[test]
fn a_minimum_is_more_than_one_share_and_a_cap_of_zero_is_a_cap() {
	let side = Sides::Both;
	for (min, expected) in
		[(0, Some(Defect::InvalidRule)), (1, Some(Defect::InvalidRule)), (2, None), (3, None)]
	{
		assert_eq!(defect(Rule::MinHolding { side, min }), expected);
	}
	assert_eq!(defect(Rule::MaxPurchase { max: 0 }), None);
	assert_eq!(run(&rules(&[Rule::MaxPurchase { max: 0 }], &[]), &transfer()).len(), 1);
	assert_eq!(defect(Rule::OwnershipCap { max: Perbill::zero() }), None);
}

#[test]
fn rules_do_not_contradict_each_other() {
	let velocity = |hours, max| Rule::Velocity { hours, max };
	for (list, expected) in [
		(vec![velocity(1, 5), velocity(2, 5)], Some(Defect::InvalidRule)),
		(vec![velocity(1, 5), velocity(1, 6)], None),
		(vec![velocity(1, 5), Rule::SameCountry, velocity(2, 5)], Some(Defect::InvalidRule)),
		(vec![Rule::SameCountry, Rule::CrossBorder], Some(Defect::InvalidRule)),
		(vec![Rule::CrossBorder, Rule::SameCountry], Some(Defect::InvalidRule)),
		(vec![Rule::SameCountry, Rule::SameCountry], None),
	] {
		assert_eq!(rules(&list, &[]).defect(), expected, "{list:?}");
	}
}

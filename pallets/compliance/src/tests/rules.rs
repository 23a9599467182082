// SPDX-License-Identifier: Apache-2.0

//! The evaluation of packs, case by case and against a second implementation.

use crate::{evaluation::evaluate, mock::*, rules::*};
use cadastre_primitives::{
	report::MAX_FAILURES, Balance, Country, CountrySet, Eligibility, Facts, Failure, Failures,
	Flags, Key, Kind, Reason, Rights, Side, MAX_RULES,
};
use codec::Encode;
use proptest::prelude::*;
use sp_core::U256;
use sp_runtime::Perbill;

fn of(code: &[u8; 2], flags: Flags) -> Option<Key> {
	let residence = Country::from_code(*code).unwrap_or(Country::NONE);
	let eligibility = Eligibility { residence, flags, ..Default::default() };
	Some(Key { investor: 0, rights: Rights::ALL, expires_at: None, eligibility })
}

fn transfer(sender: Option<Key>, receiver: Option<Key>) -> Facts {
	Facts {
		asset: 0,
		kind: Kind::Transfer,
		sender: Some(sender),
		receiver: Some(receiver),
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

fn run(pack: &RuleSet, facts: &Facts) -> Vec<Failure> {
	let mut failures = Failures::new();
	evaluate(pack, facts, START, &Counters::default(), &NoLookup, &mut failures);
	failures.into_inner()
}

fn failure(reason: Reason, rule: u8, side: Side, needed: u128, found: u128) -> Failure {
	Failure { reason, rule: Some(rule), side, needed, found }
}

#[test]
fn every_required_flag_is_needed_of_each_side_of_the_rule() {
	let both = Flags::KYC.with(Flags::AML);
	let facts = transfer(of(b"CH", Flags::KYC), of(b"CH", both));
	let rule = |side| rules(&[Rule::Required { side, flags: both }], &[]);
	let sender = failure(Reason::MissingFlags, 0, Side::Sender, 3, 1);
	assert_eq!(run(&rule(Sides::Sender), &facts), vec![sender]);
	assert_eq!(run(&rule(Sides::Receiver), &facts), vec![]);
	assert_eq!(run(&rule(Sides::Both), &facts), vec![sender]);
	let none = transfer(of(b"CH", Flags(0)), of(b"CH", Flags(0)));
	assert_eq!(run(&rule(Sides::Both), &none).len(), 2);
}

#[test]
fn one_forbidden_flag_is_enough() {
	let flags = Flags::PEP.with(Flags::US_PERSON);
	let pack = rules(&[Rule::Forbidden { side: Sides::Both, flags }], &[]);
	let facts = transfer(of(b"CH", Flags::PEP.with(Flags::KYC)), of(b"CH", Flags::KYC));
	let found =
		failure(Reason::ForbiddenFlags, 0, Side::Sender, flags.0.into(), Flags::PEP.0.into());
	assert_eq!(run(&pack, &facts), vec![found]);
}

#[test]
fn countries_are_looked_up_in_the_set_that_the_rule_names() {
	let side = Sides::Both;
	let sets = [set(&[*b"CH", *b"DE"]), set(&[*b"DE", *b"US"])];
	let pack =
		rules(&[Rule::CountryAllow { side, set: 0 }, Rule::CountryDeny { side, set: 1 }], &sets);
	let index = |code: &[u8; 2]| u128::from(Country::from_code(*code).unwrap().index());
	let facts = transfer(of(b"DE", Flags(0)), of(b"US", Flags(0)));
	assert_eq!(
		run(&pack, &facts),
		vec![
			failure(Reason::CountryNotAllowed, 0, Side::Receiver, 0, index(b"US")),
			failure(Reason::CountryDenied, 1, Side::Sender, 1, index(b"DE")),
			failure(Reason::CountryDenied, 1, Side::Receiver, 1, index(b"US")),
		]
	);
	assert_eq!(run(&pack, &transfer(of(b"CH", Flags(0)), of(b"CH", Flags(0)))), vec![]);
}

#[test]
fn an_unknown_country_is_neither_allowed_nor_free_of_denial() {
	let side = Sides::Receiver;
	let pack = rules(
		&[Rule::CountryAllow { side, set: 0 }, Rule::CountryDeny { side, set: 1 }],
		&[set(&[*b"CH"]), set(&[])],
	);
	let facts = transfer(of(b"CH", Flags(0)), of(b"??", Flags(0)));
	assert_eq!(
		run(&pack, &facts),
		vec![
			failure(Reason::CountryNotAllowed, 0, Side::Receiver, 0, 0),
			failure(Reason::CountryDenied, 1, Side::Receiver, 1, 0),
		]
	);
}

#[test]
fn a_holder_cap_stops_only_a_movement_that_adds_one_beyond_it() {
	let pack = rules(&[Rule::HolderCap { max: 10 }], &[]);
	for (holders_after, adds_holder, fails) in
		[(9, true, false), (10, true, false), (11, true, true), (11, false, false)]
	{
		let facts = Facts { holders_after, adds_holder, ..transfer(None, None) };
		let found = failure(Reason::HolderCapExceeded, 0, Side::Asset, 10, 11);
		assert_eq!(run(&pack, &facts), if fails { vec![found] } else { vec![] });
	}
}

#[test]
fn an_ownership_cap_rounds_down_to_a_share() {
	let pack = rules(&[Rule::OwnershipCap { max: Perbill::from_percent(25) }], &[]);
	for (whole, allowed) in
		[(0, 0), (3, 0), (4, 1), (7, 1), (8, 2), (101, 25), (u128::MAX, u128::MAX / 4)]
	{
		for (receiver_after, fails) in [(allowed, false), (allowed + 1, true)] {
			let facts = Facts { whole, receiver_after, ..transfer(None, None) };
			let found =
				failure(Reason::OwnershipCapExceeded, 0, Side::Receiver, allowed, receiver_after);
			assert_eq!(run(&pack, &facts), if fails { vec![found] } else { vec![] });
		}
	}
}

#[test]
fn an_ownership_cap_of_the_whole_allows_the_whole_and_of_nothing_nothing() {
	for (max, whole, allowed) in
		[(Perbill::one(), u128::MAX, u128::MAX), (Perbill::zero(), u128::MAX, 0)]
	{
		let pack = rules(&[Rule::OwnershipCap { max }], &[]);
		let facts = Facts { whole, receiver_after: allowed, ..transfer(None, None) };
		assert_eq!(run(&pack, &facts), vec![]);
	}
}

#[test]
fn a_rule_that_names_no_set_is_broken_and_fails() {
	let pack = rules(
		&[
			Rule::CountryAllow { side: Sides::Both, set: 1 },
			Rule::CountryDeny { side: Sides::Sender, set: 255 },
		],
		&[set(&[*b"CH"])],
	);
	let facts = transfer(of(b"CH", Flags(0)), of(b"CH", Flags(0)));
	assert_eq!(
		run(&pack, &facts),
		vec![
			failure(Reason::BrokenRule, 0, Side::Asset, 1, 0),
			failure(Reason::BrokenRule, 1, Side::Asset, 255, 0),
		]
	);
}

#[test]
fn an_issue_has_no_sender_and_a_redemption_no_rules() {
	let pack = accredited();
	let facts = transfer(of(b"CH", Flags(0)), of(b"CH", Flags(0)));
	let sides = |kind| {
		run(&pack, &Facts { kind, ..facts }).iter().map(|found| found.side).collect::<Vec<_>>()
	};
	assert_eq!(sides(Kind::Transfer), vec![Side::Sender, Side::Receiver]);
	assert_eq!(sides(Kind::Issue), vec![Side::Receiver]);
	assert_eq!(sides(Kind::Redeem), vec![]);
}

#[test]
fn the_largest_report_has_room_for_every_failure() {
	let rule = Rule::Required { side: Sides::Both, flags: Flags::ACCREDITED };
	let pack = rules(&[rule; MAX_RULES as usize], &[]);
	let found = run(&pack, &transfer(None, None));
	assert_eq!(found.len(), 2 * MAX_RULES as usize);
	assert!(found.len() < MAX_FAILURES as usize);
	assert_eq!(found.last().and_then(|last| last.rule), Some(31));
}

/// A second implementation: for each rule and side one yes or no, from the definition.
fn reference(pack: &RuleSet, facts: &Facts) -> Vec<(usize, Reason, Side)> {
	let mut found = vec![];
	if facts.kind == Kind::Redeem {
		return found;
	}
	let asked = |sides: Sides| -> Vec<(Side, Eligibility)> {
		let mut asked = vec![];
		if facts.kind == Kind::Transfer && matches!(sides, Sides::Sender | Sides::Both) {
			let key = facts.sender.unwrap_or(None);
			asked.push((Side::Sender, key.map_or(Eligibility::default(), |key| key.eligibility)));
		}
		if matches!(sides, Sides::Receiver | Sides::Both) {
			let key = facts.receiver.unwrap_or(None);
			asked.push((Side::Receiver, key.map_or(Eligibility::default(), |key| key.eligibility)));
		}
		asked
	};
	// Bit n of the 32 bytes, for the country with index n; 0 is no country.
	let has = |set: &CountrySet, country: Country| {
		let index = usize::from(country.index());
		index != 0 && set.encode()[index / 8] >> (index % 8) & 1 == 1
	};
	for (position, rule) in pack.rules.iter().enumerate() {
		match *rule {
			Rule::Required { side, flags } => {
				for (side, word) in asked(side) {
					if (0..32).any(|n| flags.0 >> n & 1 == 1 && word.flags.0 >> n & 1 == 0) {
						found.push((position, Reason::MissingFlags, side));
					}
				}
			},
			Rule::Forbidden { side, flags } => {
				for (side, word) in asked(side) {
					if (0..32).any(|n| flags.0 >> n & 1 == 1 && word.flags.0 >> n & 1 == 1) {
						found.push((position, Reason::ForbiddenFlags, side));
					}
				}
			},
			Rule::CountryAllow { side, set } => match pack.sets.get(set as usize) {
				None => found.push((position, Reason::BrokenRule, Side::Asset)),
				Some(set) => {
					for (side, word) in asked(side) {
						if !has(set, word.residence) {
							found.push((position, Reason::CountryNotAllowed, side));
						}
					}
				},
			},
			Rule::CountryDeny { side, set } => match pack.sets.get(set as usize) {
				None => found.push((position, Reason::BrokenRule, Side::Asset)),
				Some(set) => {
					for (side, word) in asked(side) {
						let denied = has(set, word.residence);
						if denied || word.residence == Country::NONE {
							found.push((position, Reason::CountryDenied, side));
						}
					}
				},
			},
			// Of a cohort that is not there.
			Rule::Cohort { .. } => {
				found.push((position, Reason::CohortNotOpen, Side::Asset));
				found.push((position, Reason::NotInCohort, Side::Receiver));
			},
			Rule::HolderCap { max } => {
				if facts.adds_holder && facts.holders_after > max {
					found.push((position, Reason::HolderCapExceeded, Side::Asset));
				}
			},
			Rule::OwnershipCap { max } => {
				// after > floor(whole * max / 10^9), for whole numbers: after * 10^9 > whole * max
				// rounded down to a multiple of 10^9.
				let billion = U256::from(1_000_000_000_u64);
				let product = U256::from(facts.whole) * U256::from(max.deconstruct());
				if U256::from(facts.receiver_after) * billion > product / billion * billion {
					found.push((position, Reason::OwnershipCapExceeded, Side::Receiver));
				}
			},
			_ => unreachable!("not drawn here; `reference.rs` has all of them"),
		}
	}
	found
}

fn sides() -> impl Strategy<Value = Sides> {
	prop_oneof![Just(Sides::Sender), Just(Sides::Receiver), Just(Sides::Both)]
}

fn rule() -> impl Strategy<Value = Rule> {
	// Few flags and countries, so that they meet.
	prop_oneof![
		(sides(), 0..16_u32).prop_map(|(side, n)| Rule::Required { side, flags: Flags(n) }),
		(sides(), 0..16_u32).prop_map(|(side, n)| Rule::Forbidden { side, flags: Flags(n) }),
		(sides(), 0..5_u8).prop_map(|(side, set)| Rule::CountryAllow { side, set }),
		(sides(), 0..5_u8).prop_map(|(side, set)| Rule::CountryDeny { side, set }),
		(0..4_u32).prop_map(|max| Rule::HolderCap { max }),
		(0..=1_000_000_000_u32)
			.prop_map(|parts| Rule::OwnershipCap { max: Perbill::from_parts(parts) }),
	]
}

fn country() -> impl Strategy<Value = Country> {
	prop_oneof![Just(*b"??"), Just(*b"AD"), Just(*b"CH"), Just(*b"US"), Just(*b"ZW")]
		.prop_map(|code| Country::from_code(code).unwrap_or(Country::NONE))
}

fn pack() -> impl Strategy<Value = RuleSet> {
	let sets = prop::collection::vec(prop::collection::vec(country(), 0..4), 0..=4);
	(prop::collection::vec(rule(), 0..=32), sets).prop_map(|(list, sets)| {
		let sets: Vec<_> = sets
			.into_iter()
			.map(|countries| {
				let mut set = CountrySet::default();
				countries.into_iter().for_each(|country| set.insert(country));
				set
			})
			.collect();
		rules(&list, &sets)
	})
}

fn party() -> impl Strategy<Value = Option<Option<Key>>> {
	let key = (country(), 0..16_u32).prop_map(|(residence, flags)| {
		let flags = Flags(flags);
		let eligibility = Eligibility { residence, flags, ..Default::default() };
		Key { investor: 0, rights: Rights::ALL, expires_at: None, eligibility }
	});
	prop::option::of(prop::option::of(key))
}

fn any_facts() -> impl Strategy<Value = Facts> {
	let kind =
		prop_oneof![1 => Just(Kind::Issue), 3 => Just(Kind::Transfer), 1 => Just(Kind::Redeem)];
	let amount = || prop_oneof![0..10_u128, any::<Balance>()];
	(kind, party(), party(), amount(), amount(), 0..5_u32, any::<bool>()).prop_map(
		|(kind, sender, receiver, receiver_after, whole, holders_after, adds_holder)| Facts {
			asset: 0,
			kind,
			sender,
			receiver,
			amount: 1,
			sender_after: 0,
			receiver_after,
			whole,
			holders_after,
			adds_holder,
			joins: None,
			leaves: None,
			opened_at: 0,
		},
	)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::cases(100_000, 1_000)))]

	#[test]
	fn the_evaluation_is_that_of_the_reference(pack in pack(), facts in any_facts()) {
		let found: Vec<_> = run(&pack, &facts)
			.into_iter()
			.map(|failure| (usize::from(failure.rule.unwrap()), failure.reason, failure.side))
			.collect();
		prop_assert_eq!(found, reference(&pack, &facts));
	}

	#[test]
	fn one_rule_more_never_lets_more_pass(
		pack in pack(),
		rule in rule(),
		facts in any_facts(),
	) {
		let before = run(&pack, &facts);
		let mut more = pack;
		if more.rules.try_push(rule).is_ok() {
			let after = run(&more, &facts);
			prop_assert_eq!(&after[..before.len()], &before[..]);
		}
	}
}

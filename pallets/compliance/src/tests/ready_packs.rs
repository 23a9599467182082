// SPDX-License-Identifier: Apache-2.0

//! What each ready pack lets through and what it refuses, pinned.

use crate::{evaluation::evaluate, mock::*, ready_packs::*, rules::*};
use cadastre_primitives::{
	Bucket, Country, Effects, Eligibility, Facts, Failures, Flags, Key, Kind, Reason, Rights, Side,
};

const VERIFIED: Flags = Flags::KYC.with(Flags::AML);

fn of(code: &[u8; 2], flags: Flags) -> Key {
	let residence = Country::from_code(*code).unwrap();
	let eligibility = Eligibility { residence, flags, ..Default::default() };
	Key { investor: 0, rights: Rights::ALL, expires_at: None, eligibility }
}

/// One share from one to the other, who becomes a holder; the asset was opened at [`START`].
fn movement(from: Key, to: Key) -> Facts {
	Facts {
		asset: 0,
		kind: Kind::Transfer,
		sender: Some(Some(from)),
		receiver: Some(Some(to)),
		amount: 1,
		sender_after: 1,
		receiver_after: 1,
		whole: 2,
		holders_after: 2,
		adds_holder: true,
		joins: Some(Bucket::of(&to.eligibility)),
		leaves: None,
		opened_at: START,
	}
}

fn run(pack: &RuleSet, facts: &Facts, now: u64, counters: &Counters) -> (Vec<Reason>, Effects) {
	let mut failures = Failures::new();
	let effects = evaluate(pack, facts, now, counters, &NoLookup, &mut failures);
	let reasons = failures.iter().map(|failure| failure.reason);
	assert!(failures.iter().all(|failure| failure.side != Side::Sender), "of the receiver");
	(reasons.collect(), effects)
}

/// Why a receiver is refused, in an issue as in a transfer from a verified Swiss.
fn refusals(pack: &RuleSet, to: Key, now: u64) -> Vec<Reason> {
	let facts = movement(of(b"CH", VERIFIED), to);
	let counters = Counters::default();
	let transfer = run(pack, &facts, now, &counters).0;
	let issue = run(pack, &Facts { kind: Kind::Issue, sender: None, ..facts }, now, &counters).0;
	assert_eq!(transfer, issue);
	transfer
}

#[test]
fn each_is_sound_and_wants_everybody_verified() {
	for pack in [
		us_reg_d_506c(),
		reg_s(CATEGORY_2),
		reg_s(CATEGORY_3),
		eu_retail_149(),
		swiss_professional(),
		singapore_accredited(),
		hong_kong_professional(),
	] {
		assert_eq!(pack.defect(), None);
		assert!(pack.sets.iter().all(|set| *set != Default::default()));
		let all = VERIFIED.with(Flags::ACCREDITED).with(Flags::PROFESSIONAL);
		for missing in [Flags::KYC, Flags::AML] {
			let strong = ["CH", "SG", "HK"]
				.map(|code| of(code.as_bytes().try_into().unwrap(), all.without(missing)));
			let refused = |key: Key| refusals(&pack, key, START).contains(&Reason::MissingFlags);
			assert!(strong.into_iter().all(refused));
			let mut failures = Failures::new();
			let facts = movement(strong[0], strong[1]);
			evaluate(&pack, &facts, START, &Counters::default(), &NoLookup, &mut failures);
			assert_eq!(
				(failures[0].reason, failures[0].side),
				(Reason::MissingFlags, Side::Sender)
			);
		}
	}
}

#[test]
fn us_reg_d_506c_takes_accredited_investors_and_locks_them_up_for_a_year() {
	let pack = us_reg_d_506c();
	let accredited = VERIFIED.with(Flags::ACCREDITED);
	for code in [b"US", b"CH"] {
		assert_eq!(refusals(&pack, of(code, accredited), START), vec![]);
		assert_eq!(refusals(&pack, of(code, VERIFIED), START), vec![Reason::MissingFlags]);
		let retail = VERIFIED.with(Flags::RETAIL).with(Flags::PROFESSIONAL);
		assert_eq!(refusals(&pack, of(code, retail), START), vec![Reason::MissingFlags]);
	}
	let facts = movement(of(b"US", accredited), of(b"US", accredited));
	let (_, effects) = run(&pack, &facts, START, &Counters::default());
	assert_eq!(effects.locked_until, Some(START + 365 * 86_400));
	for (holders_after, refused) in [(1_998, false), (1_999, false), (2_000, true)] {
		let facts = Facts { holders_after, ..facts };
		let reasons = run(&pack, &facts, START, &Counters::default()).0;
		assert_eq!(reasons.contains(&Reason::HolderCapExceeded), refused, "{holders_after}");
	}
}

#[test]
fn reg_s_lets_nothing_flow_back_during_its_period() {
	for (period, days) in [(CATEGORY_2, 40), (CATEGORY_3, 365)] {
		let pack = reg_s(period);
		let end = START + days * 86_400;
		for (now, refused) in [(START, true), (end - 1, true), (end, false), (end + 1, false)] {
			for person in [
				of(b"CH", VERIFIED.with(Flags::US_PERSON)),
				of(b"US", VERIFIED),
				of(b"PR", VERIFIED.with(Flags::ACCREDITED)),
			] {
				let expected = if refused { vec![Reason::FlowBack] } else { vec![] };
				assert_eq!(refusals(&pack, person, now), expected, "at {now}");
			}
			assert_eq!(refusals(&pack, of(b"CH", VERIFIED), now), vec![]);
			assert_eq!(refusals(&pack, of(b"CA", VERIFIED.with(Flags::RETAIL)), now), vec![]);
		}
	}
}

#[test]
fn eu_retail_149_caps_those_who_are_no_qualified_investors_in_each_member_state() {
	let pack = eu_retail_149();
	let german = Country::from_code(*b"DE").unwrap();
	// Unclassified, retail and accredited count together; professional and institutional do not.
	for (others, refused) in [(145, false), (146, false), (147, true)] {
		let by_country = [(german, [1, others, 1, 500, 500])].into_iter().collect();
		let counters = Counters { by_country, ..Default::default() };
		let joins = |to| run(&pack, &movement(of(b"CH", VERIFIED), to), START, &counters).0;
		for class in [Flags(0), Flags::RETAIL, Flags::ACCREDITED] {
			let expected = if refused { vec![Reason::CountryHolderCapExceeded] } else { vec![] };
			assert_eq!(joins(of(b"DE", VERIFIED.with(class))), expected, "{others}");
			assert_eq!(joins(of(b"FR", VERIFIED.with(class))), vec![]);
		}
		for class in [Flags::PROFESSIONAL, Flags::INSTITUTIONAL] {
			assert_eq!(joins(of(b"DE", VERIFIED.with(class))), vec![]);
		}
	}
}

#[test]
fn eu_retail_149_caps_each_state_of_the_union_and_the_area_and_no_other() {
	let pack = eu_retail_149();
	let states = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE";
	let counted = |code: &str| {
		let code: [u8; 2] = code.as_bytes().try_into().unwrap();
		let by_country = [(Country::from_code(code).unwrap(), [149, 0, 0, 0, 0])];
		let counters =
			Counters { by_country: by_country.into_iter().collect(), ..Default::default() };
		let facts = movement(of(b"CH", VERIFIED), of(&code, VERIFIED));
		!run(&pack, &facts, START, &counters).0.is_empty()
	};
	assert_eq!(states.split(' ').filter(|code| counted(code)).count(), 27);
	assert!(["IS", "LI", "NO"].into_iter().all(counted));
	assert!(!["CH", "GB", "US", "SG", "TR"].into_iter().any(counted));
}

#[test]
fn the_packs_of_one_country_take_its_residents_of_one_class() {
	for (pack, home, class) in [
		(swiss_professional(), b"CH", Flags::PROFESSIONAL),
		(singapore_accredited(), b"SG", Flags::ACCREDITED),
		(hong_kong_professional(), b"HK", Flags::PROFESSIONAL),
	] {
		let (lacks, abroad) = (Reason::MissingFlags, Reason::CountryNotAllowed);
		assert_eq!(refusals(&pack, of(home, VERIFIED.with(class)), START), vec![]);
		for other in [Flags(0), Flags::RETAIL] {
			assert_eq!(refusals(&pack, of(home, VERIFIED.with(other)), START), vec![lacks]);
			assert_eq!(
				refusals(&pack, of(b"US", VERIFIED.with(other)), START),
				vec![lacks, abroad]
			);
		}
		assert_eq!(refusals(&pack, of(b"US", VERIFIED.with(class)), START), vec![abroad]);
		// A holder who has moved away can still give to one who may get.
		let facts = movement(of(b"US", VERIFIED), of(home, VERIFIED.with(class)));
		assert_eq!(run(&pack, &facts, START, &Counters::default()).0, vec![]);
	}
}

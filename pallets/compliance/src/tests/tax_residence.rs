// SPDX-License-Identifier: Apache-2.0

//! Where an investor was resident for tax at a moment.

use super::admit_by_statement::with_signer;
use crate::{mock::*, *};
use cadastre_primitives::{traits::Payees, Claims, Country, CountryCode, InvestorId, Moment};
use frame_support::assert_ok;

fn at(seconds: Moment) -> Option<CountryCode> {
	of(0, START + seconds)
}

fn of(investor: InvestorId, at: Moment) -> Option<CountryCode> {
	let found = <Compliance as Payees<AccountId>>::tax_residence(investor, at, None);
	// A key that was read anyway changes no answer, be it the investor's or not.
	for key in [ALICE, BOB, VERITAS] {
		let same = <Compliance as Payees<AccountId>>::tax_residence(investor, at, Some(&key));
		assert_eq!(same, found);
	}
	found.code()
}

fn renew(seconds: Moment, tax_residence: CountryCode) {
	Now::set(START + seconds);
	assert_ok!(Compliance::renew(signed(VERITAS), 0, Claims { tax_residence, ..claims() }));
}

fn former() -> Option<FormerResidences> {
	FormerTaxResidences::<Test>::get(0)
}

/// As many countries as are asked for, no two neighbours the same.
fn codes() -> impl Iterator<Item = CountryCode> {
	[*b"FR", *b"IT", *b"AT"].into_iter().cycle()
}

#[test]
fn is_what_was_stated_at_the_moment() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		for now in [0, 5, YEAR] {
			assert_eq!(at(now), Some(*b"DE"));
		}
		renew(10, *b"FR");
		renew(20, *b"IT");
		let found: Vec<_> = [0, 9, 10, 11, 19, 20, 21].into_iter().filter_map(at).collect();
		assert_eq!(found, [*b"DE", *b"DE", *b"FR", *b"FR", *b"FR", *b"IT", *b"IT"]);
		// Nothing else was stated before the admission either.
		assert_eq!(of(0, 0), Some(*b"DE"));
	});
}

#[test]
fn of_nobody_is_none() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_eq!(of(1, START), None);
	});
}

#[test]
fn a_renewal_without_a_change_keeps_nothing() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		renew(10, *b"DE");
		assert_eq!(former(), None);
		renew(20, *b"FR");
		let kept = former();
		renew(30, *b"FR");
		assert_eq!(former(), kept);
	});
}

#[test]
fn what_was_stated_for_no_second_is_not_kept() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		for code in [*b"FR", *b"IT", *b"AT"] {
			renew(10, code);
		}
		assert_eq!(former().unwrap().kept.len(), 1);
		assert_eq!((at(9), at(10), at(11)), (Some(*b"DE"), Some(*b"AT"), Some(*b"AT")));
	});
}

#[test]
fn of_more_than_are_kept_the_oldest_is_nobody_s_knowledge() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		let max = Moment::from(MAX_RESIDENCES);
		// The first change keeps DE; the last that fits fills the list.
		for (number, code) in (1..=max).zip(codes()) {
			renew(10 * number, code);
		}
		assert_eq!(former().unwrap().dropped_until, None);
		assert!(former().unwrap().kept.is_full());
		assert_eq!((at(0), at(9), at(10)), (Some(*b"DE"), Some(*b"DE"), Some(*b"FR")));
		renew(10 * max + 10, *b"PL");
		assert_eq!(former().unwrap().dropped_until, Some(START + 10));
		assert!(former().unwrap().kept.is_full());
		assert_eq!((at(0), at(9)), (None, None));
		// What is kept is answered as before, from its first second on.
		assert_eq!((at(10), at(19), at(20)), (Some(*b"FR"), Some(*b"FR"), Some(*b"IT")));
		assert_eq!(at(10 * max + 10), Some(*b"PL"));
		renew(10 * max + 20, *b"DE");
		assert_eq!((at(19), at(20)), (None, Some(*b"IT")));
	});
}

#[test]
fn a_renewal_by_statement_keeps_the_former_residence_too() {
	with_signer().execute_with(|| {
		assert_ok!(Compliance::admit(signed(VERITAS), ALICE, claims()));
		Now::set(START + 10);
		let made = Statement {
			claims: Claims { tax_residence: *b"FR", ..claims() },
			issued_at: START + 1,
			..statement()
		};
		let made = Statement { expires_at: made.issued_at + STATEMENT_PERIOD, ..made };
		let signature = sign(Subject::Investor(0), &made);
		assert_ok!(Compliance::renew_by_statement(signed(ALICE), 0, made, signature));
		assert_eq!((at(9), at(10)), (Some(*b"DE"), Some(*b"FR")));
		assert_ok!(Compliance::do_try_state());
	});
}

#[test]
fn nothing_is_known_of_whoever_has_gone() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		renew(10, *b"FR");
		assert_ok!(Compliance::leave(signed(ALICE)));
		assert_eq!((former(), at(9), at(10)), (None, None, None));
	});
}

#[test]
fn a_new_key_changes_no_residence() {
	use cadastre_primitives::traits::Gatekeeper;
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		renew(10, *b"FR");
		assert_ok!(<Compliance as Gatekeeper<AccountId>>::recover(0, &BOB));
		assert_eq!((at(9), at(10)), (Some(*b"DE"), Some(*b"FR")));
	});
}

#[test]
fn the_deposit_pays_for_what_is_kept() {
	use codec::MaxEncodedLen;
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		// One unit a byte, and ten for the item, with the key and its account.
		let key = AccountId::max_encoded_len() + cadastre_primitives::Key::max_encoded_len();
		let record = crate::pallet::InvestorOf::<Test>::max_encoded_len();
		let bytes = record + key + FormerResidences::max_encoded_len();
		assert_eq!(held(VERITAS, HoldReason::InvestorRecord), 10 + u64::try_from(bytes).unwrap());
	});
}

#[test]
fn the_answer_agrees_with_a_list_of_all_statements() {
	use proptest::prelude::*;
	let steps = prop::collection::vec((0..4_u64, 0..3_usize), 0..24);
	let config = ProptestConfig::with_cases(super::cases(500, 32));
	proptest!(config, |(steps in steps)| {
		ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
			let mut all: Vec<(Moment, CountryCode)> = vec![(0, *b"DE")];
			let mut now = 0;
			for (pause, index) in steps {
				now += pause;
				let code = [*b"DE", *b"FR", *b"IT"][index];
				renew(now, code);
				all.push((START + now, code));
			}
			let dropped = former().and_then(|former| former.dropped_until).unwrap_or(0);
			for seconds in 0..=now + 1 {
				let moment = START + seconds;
				let stated = all.iter().rfind(|(from, _)| *from <= moment).map(|(_, code)| *code);
				assert_eq!(at(seconds), stated.filter(|_| moment >= dropped));
			}
		});
	});
	assert_eq!(Country::NONE.code(), None);
}

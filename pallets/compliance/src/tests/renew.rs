// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{Claims, Eligibility, Flags, Rights};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};

fn new_claims() -> Claims {
	Claims { residence: *b"FR", flags: Flags::KYC, valid_until: START + 2 * YEAR, ..claims() }
}

#[test]
fn rewrites_every_key_and_nothing_else_of_them() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::VOTE, Some(START + 9));
		let old = key(ALICE).eligibility;
		assert_ok!(Compliance::renew(signed(VERITAS), 0, new_claims()));
		let new = key(ALICE).eligibility;
		assert_eq!(new.residence.code(), Some(*b"FR"));
		assert_eq!(new.valid_until, START + 2 * YEAR);
		assert_eq!(key(BOB).eligibility, new);
		assert_eq!((key(BOB).rights, key(BOB).expires_at), (Rights::VOTE, Some(START + 9)));
		assert_eq!(last_event(), Event::InvestorRenewed { investor: 0, old, new });
	});
}

#[test]
fn refunds_the_weight_of_keys_that_are_not_there() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		let call = Call::<Test>::renew { investor: 0, claims: new_claims() };
		assert_eq!(call.get_dispatch_info().call_weight, <()>::renew(MAX_KEYS));
		let info = Compliance::renew(signed(VERITAS), 0, new_claims()).unwrap();
		assert_eq!(info.actual_weight, Some(<()>::renew(1)));
	});
}

#[test]
fn keeps_a_block() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::block(root(), 0));
		assert_ok!(Compliance::renew(signed(VERITAS), 0, new_claims()));
		assert!(key(ALICE).eligibility.blocked);
	});
}

#[test]
fn revives_an_investor_whose_claims_have_expired() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		Now::set(START + YEAR + 1);
		assert_ok!(Compliance::renew(signed(VERITAS), 0, new_claims()));
		assert_eq!(key(ALICE).eligibility.valid_until, START + 2 * YEAR);
	});
}

#[test]
fn takes_over_from_an_earlier_provider_of_the_slot_with_the_deposit() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		let deposit = held_in_all(VERITAS);
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_ok!(Compliance::dismiss_provider(root(), 0));
		assert_ok!(Compliance::appoint_provider(root(), 20, Terms::WIDEST));
		assert_ok!(Compliance::renew(signed(20), 0, claims()));
		let word = key(ALICE).eligibility;
		assert_eq!((word.provider, word.epoch), (0, 2));
		assert_eq!((held_in_all(VERITAS), held_in_all(20)), (0, deposit));
	});
}

#[test]
fn fails_for_another_provider_or_none_or_a_delisted_one() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		for who in [OTHER, ALICE, BOB] {
			assert_noop!(Compliance::renew(signed(who), 0, claims()), Error::<Test>::NotProvider);
		}
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_noop!(
			Compliance::renew(signed(VERITAS), 0, claims()),
			Error::<Test>::ProviderNotListed
		);
	});
}

#[test]
fn fails_for_bad_claims_and_no_investor() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_noop!(
			Compliance::renew(signed(VERITAS), 1, claims()),
			Error::<Test>::UnknownInvestor
		);
		assert_noop!(
			Compliance::renew(signed(VERITAS), 0, Claims { valid_until: START, ..claims() }),
			Error::<Test>::InvalidPeriod
		);
		assert_noop!(
			Compliance::renew(signed(VERITAS), 0, Claims { tax_residence: *b"QQ", ..claims() }),
			Error::<Test>::UnknownCountry
		);
	});
}

#[test]
fn changes_nothing_of_a_word_but_what_is_stated() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		let old: Eligibility = key(ALICE).eligibility;
		assert_ok!(Compliance::renew(signed(VERITAS), 0, claims()));
		assert_eq!(key(ALICE).eligibility, old);
	});
}

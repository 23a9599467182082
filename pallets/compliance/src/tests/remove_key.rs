// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::Rights;
use frame_support::{assert_noop, assert_ok};

#[test]
fn returns_the_deposit_of_the_key() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::VOTE, None);
		assert_ok!(Compliance::remove_key(signed(ALICE), BOB));
		assert_eq!(Compliance::key(BOB), None);
		assert_eq!(held_in_all(BOB), 0);
		assert_eq!(Compliance::investor(0).unwrap().keys, vec![ALICE]);
		assert_eq!(last_event(), Event::KeyRemoved { investor: 0, account: BOB });
	});
}

#[test]
fn lets_a_key_leave_even_when_it_has_expired() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::VOTE, Some(START + 1));
		Now::set(START + 2);
		assert_ok!(Compliance::remove_key(signed(BOB), BOB));
		assert_eq!(Compliance::key(BOB), None);
	});
}

#[test]
fn lets_the_first_key_be_replaced() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		let deposit = held_in_all(VERITAS);
		add_key(ALICE, BOB, Rights::ALL, None);
		assert_ok!(Compliance::remove_key(signed(BOB), ALICE));
		assert_eq!(Compliance::investor(0).unwrap().keys, vec![BOB]);
		assert_eq!(held_in_all(VERITAS), deposit);
	});
}

#[test]
fn fails_for_the_last_lasting_key_that_manages_keys() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_noop!(Compliance::remove_key(signed(ALICE), ALICE), Error::<Test>::LastKey);
		add_key(ALICE, BOB, Rights::VOTE, None);
		add_key(ALICE, CAROL, Rights::ALL, Some(START + 1));
		assert_noop!(Compliance::remove_key(signed(ALICE), ALICE), Error::<Test>::LastKey);
		add_key(ALICE, DAVE, Rights::MANAGE_KEYS, None);
		assert_ok!(Compliance::remove_key(signed(ALICE), ALICE));
	});
}

#[test]
fn fails_for_a_weaker_key() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::MANAGE_KEYS, None);
		add_key(ALICE, CAROL, Rights::ALL, Some(START + 10));
		add_key(ALICE, DAVE, Rights::VOTE, None);
		// Fewer rights; a shorter life; no right to manage.
		for who in [BOB, CAROL, DAVE] {
			assert_noop!(Compliance::remove_key(signed(who), ALICE), Error::<Test>::MissingRight);
		}
		add_key(ALICE, 5, Rights::VOTE, Some(START + 10));
		add_key(ALICE, 6, Rights::VOTE, Some(START + 11));
		assert_noop!(Compliance::remove_key(signed(CAROL), 6), Error::<Test>::MissingRight);
		assert_ok!(Compliance::remove_key(signed(CAROL), 5));
	});
}

#[test]
fn fails_for_a_key_of_another_investor_and_for_no_key() {
	ExtBuilder::default().with_investors(&[ALICE, BOB]).build_and_execute(|| {
		assert_noop!(Compliance::remove_key(signed(ALICE), BOB), Error::<Test>::UnknownKey);
		assert_noop!(Compliance::remove_key(signed(ALICE), CAROL), Error::<Test>::UnknownKey);
		assert_noop!(Compliance::remove_key(signed(CAROL), ALICE), Error::<Test>::UnknownKey);
	});
}

#[test]
fn fails_for_an_expired_key() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::ALL, Some(START + 10));
		add_key(ALICE, CAROL, Rights::VOTE, Some(START + 10));
		Now::set(START + 10);
		assert_noop!(Compliance::remove_key(signed(BOB), CAROL), Error::<Test>::KeyExpired);
		Now::set(START + 9);
		assert_ok!(Compliance::remove_key(signed(BOB), CAROL));
	});
}

#[test]
fn fails_while_the_investor_is_blocked() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::VOTE, None);
		assert_ok!(Compliance::block(root(), 0));
		for who in [ALICE, BOB] {
			assert_noop!(Compliance::remove_key(signed(who), BOB), Error::<Test>::Blocked);
		}
	});
}

#[test]
fn ends_the_offer_that_the_key_made_and_no_other() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::ALL, None);
		add_key(ALICE, CAROL, Rights::ALL, None);
		assert_ok!(Compliance::offer_key(signed(BOB), DAVE, Rights::ALL, None));
		assert_ok!(Compliance::remove_key(signed(ALICE), CAROL));
		assert!(KeyOffers::<Test>::get(DAVE).is_some());
		System::reset_events();
		assert_ok!(Compliance::remove_key(signed(ALICE), BOB));
		assert_eq!(
			events(),
			vec![
				Event::KeyOfferWithdrawn { investor: 0, account: DAVE },
				Event::KeyRemoved { investor: 0, account: BOB },
			]
		);
		assert_eq!(held_in_all(BOB), 0);
		assert_noop!(Compliance::accept_key(signed(DAVE), 0), Error::<Test>::NoOffer);
	});
}

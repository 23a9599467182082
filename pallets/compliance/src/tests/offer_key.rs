// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::Rights;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::TokenError;

#[test]
fn is_open_for_the_period_and_paid_by_the_offering_key() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::offer_key(signed(ALICE), BOB, Rights::VOTE, Some(START + 1)));
		let offer = KeyOffers::<Test>::get(BOB).unwrap();
		assert_eq!((offer.investor, offer.by, offer.rights), (0, ALICE, Rights::VOTE));
		assert_eq!(offer.valid_until, START + OFFER_PERIOD);
		assert_eq!(Compliance::investor(0).unwrap().offer, Some(BOB));
		assert!(held(ALICE, HoldReason::Key) > 0);
		assert_eq!(Compliance::key(BOB), None);
		let event = Event::KeyOffered {
			investor: 0,
			account: BOB,
			rights: Rights::VOTE,
			expires_at: Some(START + 1),
			valid_until: START + OFFER_PERIOD,
		};
		assert_eq!(events(), vec![event]);
	});
}

#[test]
fn gives_no_right_that_the_key_lacks() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights(Rights::MANAGE_KEYS.0 | Rights::VOTE.0), None);
		for rights in [Rights::ALL, Rights::TRANSFER, Rights(1 << 7)] {
			assert_noop!(
				Compliance::offer_key(signed(BOB), CAROL, rights, None),
				Error::<Test>::MissingRight
			);
		}
		assert_ok!(Compliance::offer_key(signed(BOB), CAROL, Rights::VOTE, None));
	});
}

#[test]
fn gives_no_time_beyond_the_key_and_none_that_is_over() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::ALL, Some(START + 10));
		for end in [None, Some(START + 11), Some(START), Some(START - 1)] {
			assert_noop!(
				Compliance::offer_key(signed(BOB), CAROL, Rights::VOTE, end),
				Error::<Test>::InvalidPeriod
			);
		}
		assert_ok!(Compliance::offer_key(signed(BOB), CAROL, Rights::VOTE, Some(START + 10)));
	});
}

#[test]
fn fails_for_a_caller_that_may_not_manage_keys() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		let offer = |who| Compliance::offer_key(signed(who), DAVE, Rights(0), Some(START + 1));
		assert_noop!(offer(CAROL), Error::<Test>::UnknownKey);
		add_key(ALICE, CAROL, Rights::TRANSFER, None);
		assert_noop!(offer(CAROL), Error::<Test>::MissingRight);
		assert_ok!(Compliance::block(root(), 0));
		assert_noop!(offer(ALICE), Error::<Test>::Blocked);
	});
}

#[test]
fn fails_from_the_second_at_which_the_caller_expires() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::ALL, Some(START + 10));
		for now in [START + 10, START + 11] {
			Now::set(now);
			assert_noop!(
				Compliance::offer_key(signed(BOB), CAROL, Rights::VOTE, Some(START + 10)),
				Error::<Test>::KeyExpired
			);
		}
		Now::set(START + 9);
		assert_ok!(Compliance::offer_key(signed(BOB), CAROL, Rights::VOTE, Some(START + 10)));
	});
}

#[test]
fn fails_for_a_key_a_provider_and_an_account_with_an_offer() {
	ExtBuilder::default().with_investors(&[ALICE, BOB]).build_and_execute(|| {
		let offer = |to| Compliance::offer_key(signed(ALICE), to, Rights::VOTE, None);
		assert_noop!(offer(BOB), Error::<Test>::KeyInUse);
		assert_noop!(offer(OTHER), Error::<Test>::SelfAttestation);
		assert_ok!(Compliance::offer_key(signed(BOB), CAROL, Rights::VOTE, None));
		assert_noop!(offer(CAROL), Error::<Test>::OfferPending);
		assert_ok!(offer(DAVE));
		assert_noop!(offer(5), Error::<Test>::OfferPending);
	});
}

#[test]
fn fails_beyond_the_most_keys() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		for account in 21..(20 + u64::from(MAX_KEYS)) {
			add_key(ALICE, account, Rights::VOTE, None);
		}
		assert_eq!(Compliance::investor(0).unwrap().keys.len(), MAX_KEYS as usize);
		assert_noop!(
			Compliance::offer_key(signed(ALICE), BOB, Rights::VOTE, None),
			Error::<Test>::TooManyKeys
		);
	});
}

#[test]
fn fails_for_a_key_that_cannot_pay() {
	ExtBuilder::default().with_investors(&[PAUPER]).build_and_execute(|| {
		assert_noop!(
			Compliance::offer_key(signed(PAUPER), BOB, Rights::VOTE, None),
			TokenError::FundsUnavailable
		);
	});
}

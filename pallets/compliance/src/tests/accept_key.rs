// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{Key, Rights};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::TokenError;

fn offer(to: AccountId) {
	assert_ok!(Compliance::offer_key(signed(ALICE), to, Rights::VOTE, Some(START + YEAR)));
}

#[test]
fn adds_a_key_with_the_word_of_the_investor() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		offer(BOB);
		assert_ok!(Compliance::accept_key(signed(BOB), 0));
		let expected = Key {
			investor: 0,
			rights: Rights::VOTE,
			expires_at: Some(START + YEAR),
			eligibility: key(ALICE).eligibility,
		};
		assert_eq!(Compliance::key(BOB), Some(expected));
		let info = Compliance::investor(0).unwrap();
		assert_eq!((info.keys, info.offer), (vec![ALICE, BOB], None));
		assert!(KeyOffers::<Test>::get(BOB).is_none());
		assert_eq!(held_in_all(ALICE), 0);
		assert!(held(BOB, HoldReason::Key) > 0);
		let event = Event::KeyAdded {
			investor: 0,
			account: BOB,
			rights: Rights::VOTE,
			expires_at: Some(START + YEAR),
		};
		assert_eq!(last_event(), event);
	});
}

#[test]
fn fails_without_an_offer_of_this_investor() {
	ExtBuilder::default().with_investors(&[ALICE, CAROL]).build_and_execute(|| {
		offer(BOB);
		assert_noop!(Compliance::accept_key(signed(DAVE), 0), Error::<Test>::NoOffer);
		assert_noop!(Compliance::accept_key(signed(BOB), 1), Error::<Test>::NoOffer);
	});
}

#[test]
fn fails_from_the_second_at_which_the_offer_ends() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		offer(BOB);
		for now in [START + OFFER_PERIOD, START + OFFER_PERIOD + 1] {
			Now::set(now);
			assert_noop!(Compliance::accept_key(signed(BOB), 0), Error::<Test>::OfferExpired);
		}
		Now::set(START + OFFER_PERIOD - 1);
		assert_ok!(Compliance::accept_key(signed(BOB), 0));
	});
}

#[test]
fn fails_from_the_second_at_which_the_key_ends() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		let end = START + 5;
		assert_ok!(Compliance::offer_key(signed(ALICE), BOB, Rights::VOTE, Some(end)));
		for now in [end, end + 1] {
			Now::set(now);
			assert_noop!(Compliance::accept_key(signed(BOB), 0), Error::<Test>::OfferExpired);
		}
		Now::set(end - 1);
		assert_ok!(Compliance::accept_key(signed(BOB), 0));
	});
}

#[test]
fn fails_for_what_the_account_has_become_since() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		offer(BOB);
		assert_ok!(Compliance::admit(signed(OTHER), BOB, claims()));
		assert_noop!(Compliance::accept_key(signed(BOB), 0), Error::<Test>::KeyInUse);
		assert_ok!(Compliance::revoke(root(), 1));
		assert_ok!(Compliance::appoint_provider(root(), BOB, Terms::WIDEST));
		assert_noop!(Compliance::accept_key(signed(BOB), 0), Error::<Test>::SelfAttestation);
	});
}

#[test]
fn fails_while_the_investor_is_blocked() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		offer(BOB);
		assert_ok!(Compliance::block(root(), 0));
		assert_noop!(Compliance::accept_key(signed(BOB), 0), Error::<Test>::Blocked);
	});
}

#[test]
fn fails_for_an_account_that_cannot_pay() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		offer(PAUPER);
		assert_noop!(Compliance::accept_key(signed(PAUPER), 0), TokenError::FundsUnavailable);
	});
}

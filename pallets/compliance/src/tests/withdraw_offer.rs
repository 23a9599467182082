// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::Rights;
use frame_support::{assert_noop, assert_ok, hypothetically};

#[test]
fn returns_the_deposit_to_the_offering_key() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::MANAGE_KEYS, None);
		add_key(ALICE, DAVE, Rights::VOTE, None);
		assert_ok!(Compliance::offer_key(signed(ALICE), CAROL, Rights::ALL, None));
		// The offering key, the offered account and another key that manages keys.
		for who in [ALICE, CAROL, BOB] {
			hypothetically!({
				assert_ok!(Compliance::withdraw_offer(signed(who), CAROL));
				let event = Event::KeyOfferWithdrawn { investor: 0, account: CAROL };
				assert_eq!(last_event(), event);
				assert_eq!(held_in_all(ALICE), 0);
				assert!(KeyOffers::<Test>::get(CAROL).is_none());
				assert_eq!(Compliance::investor(0).unwrap().offer, None);
			});
		}
		assert_noop!(Compliance::withdraw_offer(signed(DAVE), CAROL), Error::<Test>::MissingRight);
	});
}

#[test]
fn fails_for_a_key_of_another_investor_or_a_stranger() {
	ExtBuilder::default().with_investors(&[ALICE, BOB]).build_and_execute(|| {
		assert_ok!(Compliance::offer_key(signed(ALICE), CAROL, Rights::ALL, None));
		for who in [BOB, DAVE, VERITAS] {
			assert_noop!(
				Compliance::withdraw_offer(signed(who), CAROL),
				Error::<Test>::MissingRight
			);
		}
	});
}

#[test]
fn is_open_to_anybody_from_the_second_at_which_the_offer_ends() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::offer_key(signed(ALICE), CAROL, Rights::ALL, None));
		Now::set(START + OFFER_PERIOD - 1);
		assert_noop!(Compliance::withdraw_offer(signed(DAVE), CAROL), Error::<Test>::MissingRight);
		for now in [START + OFFER_PERIOD, START + OFFER_PERIOD + 1] {
			Now::set(now);
			hypothetically!({
				assert_ok!(Compliance::withdraw_offer(signed(DAVE), CAROL));
			});
		}
	});
}

#[test]
fn fails_without_an_offer() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_noop!(Compliance::withdraw_offer(signed(ALICE), BOB), Error::<Test>::NoOffer);
	});
}

// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{traits::Gatekeeper, Kind, Reason, Rights};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use sp_core::H256;
use sp_runtime::traits::BadOrigin;

const REASON: H256 = H256::repeat_byte(7);

#[test]
fn blocks_the_investor_of_the_account_at_once() {
	ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE, BOB]).build_and_execute(|| {
		add_key(ALICE, CAROL, Rights::ALL, None);
		let info = Compliance::deny(root(), CAROL, REASON).unwrap();
		assert_eq!(info.actual_weight, Some(<()>::deny(2)));
		let event = Event::AccountDenied { account: CAROL, reason: REASON, blocked: Some(0) };
		assert_eq!(last_event(), event);
		assert_eq!(Compliance::denial(CAROL), Some(Denial { reason: REASON, since: START }));
		for account in [ALICE, CAROL] {
			let failures = examine(0, &facts(Kind::Transfer, account, BOB));
			assert_eq!(failures[0].reason, Reason::Blocked);
		}
	});
}

#[test]
fn an_account_that_is_no_key_is_never_made_one() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::offer_key(signed(ALICE), CAROL, Rights::ALL, None));
		let info = Compliance::deny(root(), CAROL, REASON).unwrap();
		assert_eq!(info.actual_weight, Some(<()>::deny(0)));
		let event = Event::AccountDenied { account: CAROL, reason: REASON, blocked: None };
		assert_eq!(last_event(), event);
		assert_noop!(Compliance::accept_key(signed(CAROL), 0), Error::<Test>::AccountDenied);
		assert_ok!(Compliance::withdraw_offer(signed(ALICE), CAROL));
		assert_noop!(
			Compliance::admit(signed(OTHER), CAROL, claims()),
			Error::<Test>::AccountDenied
		);
		assert_noop!(
			Compliance::offer_key(signed(ALICE), CAROL, Rights::VOTE, None),
			Error::<Test>::AccountDenied
		);
		assert_noop!(
			<Compliance as Gatekeeper<_>>::recover(0, &CAROL),
			Error::<Test>::AccountDenied
		);
		assert_noop!(
			Compliance::appoint_provider(root(), CAROL, Terms::WIDEST),
			Error::<Test>::AccountDenied
		);
	});
}

#[test]
fn says_nothing_of_a_block_that_was_there() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::block(root(), 0));
		assert_ok!(Compliance::deny(root(), ALICE, REASON));
		let event = Event::AccountDenied { account: ALICE, reason: REASON, blocked: None };
		assert_eq!(last_event(), event);
	});
}

#[test]
fn declares_the_weight_of_as_many_keys_as_there_can_be() {
	let call = Call::<Test>::deny { account: ALICE, reason: REASON };
	assert_eq!(call.get_dispatch_info().call_weight, <()>::deny(MAX_KEYS));
}

#[test]
fn fails_for_an_account_on_the_list_and_for_anybody_but_the_authority() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::deny(root(), ALICE, REASON));
		assert_noop!(Compliance::deny(root(), ALICE, H256::zero()), Error::<Test>::AlreadyDenied);
		assert_noop!(Compliance::deny(signed(VERITAS), BOB, REASON), BadOrigin);
	});
}

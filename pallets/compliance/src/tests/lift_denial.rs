// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_runtime::traits::BadOrigin;

#[test]
fn lifts_no_block() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::deny(root(), ALICE, H256::zero()));
		assert_noop!(Compliance::unblock(root(), 0), Error::<Test>::AccountDenied);
		let reason = H256::repeat_byte(1);
		assert_ok!(Compliance::lift_denial(root(), ALICE, reason));
		assert_eq!(last_event(), Event::DenialLifted { account: ALICE, reason });
		assert_eq!(Compliance::denial(ALICE), None);
		assert!(key(ALICE).eligibility.blocked);
		assert_ok!(Compliance::unblock(root(), 0));
		assert!(!key(ALICE).eligibility.blocked);
	});
}

#[test]
fn fails_for_an_account_that_is_not_on_the_list_and_for_anybody_but_the_authority() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Compliance::lift_denial(root(), ALICE, H256::zero()),
			Error::<Test>::NotDenied
		);
		assert_noop!(Compliance::lift_denial(signed(VERITAS), ALICE, H256::zero()), BadOrigin);
	});
}

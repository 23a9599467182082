// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

#[test]
fn needs_neither_the_old_account_nor_the_new_one() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::propose_rotation(signed(VERITAS), 0, Some(21)));
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_ok!(Compliance::force_rotation(root(), 0, 20));
		let event = Event::ProviderRotated { provider: 0, old: VERITAS, new: 20 };
		assert_eq!(last_event(), event);
		assert_noop!(Compliance::accept_rotation(signed(21), 0), Error::<Test>::NotSuccessor);
		// Whoever has it is suspended all the same.
		assert_noop!(
			Compliance::admit(signed(20), ALICE, claims()),
			Error::<Test>::ProviderSuspended
		);
	});
}

#[test]
fn fails_for_accounts_that_cannot_be_providers_and_for_anybody_but_the_authority() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::deny(root(), 20, Default::default()));
		for (account, error) in [
			(OTHER, Error::<Test>::AlreadyProvider),
			(ALICE, Error::<Test>::SelfAttestation),
			(20, Error::<Test>::AccountDenied),
		] {
			assert_noop!(Compliance::force_rotation(root(), 0, account), error);
		}
		assert_noop!(Compliance::force_rotation(root(), 2, 21), Error::<Test>::UnknownProvider);
		assert_noop!(Compliance::force_rotation(signed(VERITAS), 0, 21), BadOrigin);
	});
}

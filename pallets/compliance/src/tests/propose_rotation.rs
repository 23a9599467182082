// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};

#[test]
fn the_provider_or_the_authority_names_a_successor() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::propose_rotation(signed(VERITAS), 0, Some(20)));
		let event = Event::RotationProposed { provider: 0, old: None, new: Some(20) };
		assert_eq!(last_event(), event);
		assert_ok!(Compliance::propose_rotation(root(), 0, Some(21)));
		let event = Event::RotationProposed { provider: 0, old: Some(20), new: Some(21) };
		assert_eq!(last_event(), event);
		assert_ok!(Compliance::propose_rotation(signed(VERITAS), 0, None));
		assert_eq!(Compliance::provider(0).unwrap().successor, None);
		assert_eq!(Compliance::provider(0).unwrap().account, VERITAS);
	});
}

#[test]
fn fails_for_a_provider_a_key_and_a_denied_account() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::deny(root(), 20, Default::default()));
		for (successor, error) in [
			(OTHER, Error::<Test>::AlreadyProvider),
			(VERITAS, Error::<Test>::AlreadyProvider),
			(ALICE, Error::<Test>::SelfAttestation),
			(20, Error::<Test>::AccountDenied),
		] {
			let call = Compliance::propose_rotation(signed(VERITAS), 0, Some(successor));
			assert_noop!(call, error);
		}
	});
}

#[test]
fn fails_for_another_provider_and_for_one_that_is_not_active() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [OTHER, ALICE, 20] {
			let call = Compliance::propose_rotation(signed(who), 0, Some(20));
			assert_noop!(call, Error::<Test>::NotProvider);
		}
		assert_noop!(
			Compliance::propose_rotation(root(), 2, Some(20)),
			Error::<Test>::UnknownProvider
		);
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_noop!(
			Compliance::propose_rotation(signed(VERITAS), 0, Some(20)),
			Error::<Test>::ProviderSuspended
		);
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_noop!(
			Compliance::propose_rotation(signed(VERITAS), 0, Some(20)),
			Error::<Test>::ProviderNotListed
		);
	});
}

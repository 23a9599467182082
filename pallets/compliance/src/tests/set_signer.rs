// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};

#[test]
fn the_provider_or_the_authority_sets_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::set_signer(signed(VERITAS), 0, Some(30)));
		let event = Event::SignerChanged { provider: 0, old: None, new: Some(30) };
		assert_eq!(last_event(), event);
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_ok!(Compliance::set_signer(root(), 0, None));
		let event = Event::SignerChanged { provider: 0, old: Some(30), new: None };
		assert_eq!(last_event(), event);
		assert_eq!(Compliance::provider(0).unwrap().signer, None);
	});
}

#[test]
fn fails_for_another_provider_and_for_one_that_is_not_active() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [OTHER, ALICE] {
			let call = Compliance::set_signer(signed(who), 0, Some(30));
			assert_noop!(call, Error::<Test>::NotProvider);
		}
		assert_noop!(Compliance::set_signer(root(), 2, None), Error::<Test>::UnknownProvider);
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_noop!(
			Compliance::set_signer(signed(VERITAS), 0, Some(30)),
			Error::<Test>::ProviderSuspended
		);
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_noop!(
			Compliance::set_signer(signed(VERITAS), 0, Some(30)),
			Error::<Test>::ProviderNotListed
		);
	});
}

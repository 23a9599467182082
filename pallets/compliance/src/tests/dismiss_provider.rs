// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

#[test]
fn frees_the_slot_and_the_account() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::delist_provider(root(), 1));
		assert_ok!(Compliance::dismiss_provider(root(), 1));
		let event = Event::ProviderDismissed { provider: 1, account: OTHER };
		assert_eq!(last_event(), event);
		assert_eq!(Compliance::provider(1), None);
		assert_eq!(ProviderOf::<Test>::get(OTHER), None);
		assert_eq!(Compliance::status().epoch(1), Some(1));
		assert_noop!(Compliance::relist_provider(root(), 1), Error::<Test>::UnknownProvider);
	});
}

#[test]
fn fails_while_listed_and_for_a_free_slot() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Compliance::dismiss_provider(root(), 1), Error::<Test>::AlreadyListed);
		assert_noop!(Compliance::dismiss_provider(root(), 2), Error::<Test>::UnknownProvider);
	});
}

#[test]
fn fails_for_anybody_but_the_authority() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Compliance::dismiss_provider(signed(VERITAS), 0), BadOrigin);
	});
}

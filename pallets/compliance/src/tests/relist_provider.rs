// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

#[test]
fn works_in_the_same_epoch() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::delist_provider(root(), 1));
		assert_ok!(Compliance::relist_provider(root(), 1));
		assert_eq!(last_event(), Event::ProviderRelisted { provider: 1 });
		assert!(Compliance::status().is_listed(1, 1));
	});
}

#[test]
fn fails_for_a_listed_one_and_for_a_free_slot() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Compliance::relist_provider(root(), 1), Error::<Test>::AlreadyListed);
		for slot in [2, 32, 255] {
			assert_noop!(Compliance::relist_provider(root(), slot), Error::<Test>::UnknownProvider);
		}
	});
}

#[test]
fn fails_for_anybody_but_the_authority() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_noop!(Compliance::relist_provider(signed(VERITAS), 0), BadOrigin);
	});
}

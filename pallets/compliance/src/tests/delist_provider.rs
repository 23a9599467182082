// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

#[test]
fn works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::delist_provider(root(), 1));
		assert_eq!(events(), vec![Event::ProviderDelisted { provider: 1 }]);
		assert!(!Compliance::status().is_listed(1, 1));
		assert!(Compliance::status().is_listed(0, 1));
		assert!(Compliance::provider(1).is_some());
	});
}

#[test]
fn fails_twice_and_for_a_free_slot() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::delist_provider(root(), 1));
		assert_noop!(Compliance::delist_provider(root(), 1), Error::<Test>::ProviderNotListed);
		for slot in [2, 31, 32, 33, 255] {
			assert_noop!(Compliance::delist_provider(root(), slot), Error::<Test>::UnknownProvider);
		}
	});
}

#[test]
fn fails_for_anybody_but_the_authority() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Compliance::delist_provider(signed(VERITAS), 0), BadOrigin);
	});
}

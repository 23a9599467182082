// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetStatus, BookStatus};
use frame_support::assert_ok;

#[test]
fn works() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
		assert_eq!(status(0), AssetStatus::Retired);
		assert_eq!(book_status(0), BookStatus::WindingUp);
		assert_eq!(events(), [Event::AssetRetired { asset: 0 }]);
	});
}

#[test]
fn only_the_right_one_may() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_bad_origins(|origin| AssetRegistry::retire(origin, 0), &[ROOT()]);
		assert_noop!(AssetRegistry::retire(signed(ISSUER), 1), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn fails_for_another_account() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		for who in [STRANGER, VERIFIER] {
			assert_noop!(AssetRegistry::retire(signed(who), 0), Error::<Test>::NotIssuer);
		}
	});
}

#[test]
fn works_before_the_asset_was_active() {
	for status_before in [AssetStatus::Draft, AssetStatus::Verified] {
		ExtBuilder::default().asset(status_before, 1).build_and_execute(|| {
			assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
			assert_eq!(status(0), AssetStatus::Retired);
			assert_eq!(book_status(0), BookStatus::WindingUp);
		});
	}
}

#[test]
fn shares_are_redeemed_and_nothing_else() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(Ledger::set_supply(0, 5));
		assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
		assert!(Ledger::set_supply(0, 6).is_err());
		assert_ok!(Ledger::set_supply(0, 0));
	});
}

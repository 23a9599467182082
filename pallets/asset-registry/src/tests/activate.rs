// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetStatus, BookStatus};
use frame_support::assert_ok;

#[test]
fn works() {
	ExtBuilder::default().asset(AssetStatus::Verified, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::activate(signed(ISSUER), 0));
		assert_eq!(status(0), AssetStatus::Active);
		assert_eq!(book_status(0), BookStatus::Open);
		assert_eq!(events(), [Event::AssetActivated { asset: 0 }]);
	});
}

#[test]
fn only_the_right_one_may() {
	ExtBuilder::default().asset(AssetStatus::Verified, 1).build_and_execute(|| {
		assert_bad_origins(|origin| AssetRegistry::activate(origin, 0), &[ROOT()]);
		assert_noop!(AssetRegistry::activate(signed(ISSUER), 1), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn fails_for_another_account() {
	ExtBuilder::default().asset(AssetStatus::Verified, 1).build_and_execute(|| {
		for who in [STRANGER, VERIFIER] {
			assert_noop!(AssetRegistry::activate(signed(who), 0), Error::<Test>::NotIssuer);
		}
	});
}

#[test]
fn shares_can_be_issued_only_then() {
	ExtBuilder::default().asset(AssetStatus::Verified, 1).build_and_execute(|| {
		assert!(Ledger::set_supply(0, 5).is_err());
		assert_ok!(AssetRegistry::activate(signed(ISSUER), 0));
		assert_ok!(Ledger::set_supply(0, 5));
	});
}

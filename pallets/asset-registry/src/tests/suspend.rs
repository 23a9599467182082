// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetStatus, BookStatus};
use frame_support::assert_ok;

#[test]
fn works() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::suspend(ROOT(), 0, DIGEST));
		assert_eq!(status(0), AssetStatus::Suspended);
		assert_eq!(book_status(0), BookStatus::Suspended);
		assert_eq!(events(), [Event::AssetSuspended { asset: 0, reason: DIGEST }]);
	});
}

#[test]
fn only_the_right_one_may() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_bad_origins(
			|origin| AssetRegistry::suspend(origin, 0, DIGEST),
			&[signed(ISSUER), signed(VERIFIER), signed(STRANGER)],
		);
		assert_noop!(AssetRegistry::suspend(ROOT(), 1, DIGEST), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn the_issuer_cannot_retire_out_of_it() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(Ledger::set_supply(0, 5));
		assert_ok!(AssetRegistry::suspend(ROOT(), 0, DIGEST));
		assert!(Ledger::set_supply(0, 6).is_err());
		assert!(Ledger::set_supply(0, 4).is_err());
		assert_noop!(AssetRegistry::retire(signed(ISSUER), 0), Error::<Test>::WrongStatus);
		let plan = file_plan(0);
		assert_noop!(
			AssetRegistry::start_wind_up(signed(ISSUER), 0, plan, NOW),
			Error::<Test>::WrongStatus
		);
		assert_ok!(AssetRegistry::resume(ROOT(), 0));
		assert_ok!(AssetRegistry::start_wind_up(signed(ISSUER), 0, plan, NOW));
	});
}

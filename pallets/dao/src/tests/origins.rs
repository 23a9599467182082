// SPDX-License-Identifier: Apache-2.0

//! The origins that other pallets ask for.

use super::*;
use crate::{EnsureHoldersAsTreasury, EnsureManager, Managers};
use frame_support::traits::EnsureOriginWithArg;

#[test]
fn holders_are_those_of_the_asset_alone() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(is_holders(holders(ASSET)));
		for other in [holders(OTHER), ROOT(), signed(ALICE), RuntimeOrigin::none()] {
			assert!(!is_holders(other));
		}
	});
}

#[test]
fn holders_pay_from_their_treasury() {
	ExtBuilder::default().build_and_execute(|| {
		let account = |origin| <EnsureHoldersAsTreasury<Test>>::try_origin(origin, &ASSET).ok();
		assert_eq!(account(holders(ASSET)), Some(Dao::treasury_account(ASSET)));
		assert_eq!(account(holders(OTHER)), None);
		assert_eq!(account(signed(Dao::treasury_account(ASSET))), None);
	});
}

#[test]
fn the_manager_is_that_of_the_asset_alone() {
	ExtBuilder::default().build().execute_with(|| {
		Managers::<Test>::insert(ASSET, DAVE);
		let who =
			|origin: RuntimeOrigin, asset| <EnsureManager<Test>>::try_origin(origin, &asset).ok();
		assert_eq!(who(signed(DAVE), ASSET), Some(DAVE));
		assert_eq!(who(signed(DAVE), OTHER), None);
		assert_eq!(who(signed(ALICE), ASSET), None);
		assert_eq!(who(ROOT(), ASSET), None);
		assert_eq!(who(holders(ASSET), ASSET), None);
	});
}

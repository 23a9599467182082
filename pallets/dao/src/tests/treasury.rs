// SPDX-License-Identifier: Apache-2.0

//! `fund` and `spend`.

use super::*;
use cadastre_primitives::AssetId;
use frame_support::traits::fungible::NativeOrWithId;
use sp_runtime::{traits::AccountIdConversion, AccountId32, TokenError};

const NATIVE: NativeOrWithId<u32> = NativeOrWithId::Native;
const COINS: NativeOrWithId<u32> = NativeOrWithId::WithId(COIN);

#[test]
fn works_with_any_currency() {
	ExtBuilder::default().build_and_execute(|| {
		let treasury = Dao::treasury_account(ASSET);
		assert_ok!(Dao::fund(signed(ALICE), ASSET, NATIVE, 100));
		assert_ok!(Dao::fund(signed(ALICE), ASSET, COINS, 70));
		assert_eq!(Balances::free_balance(treasury), 100);
		assert_eq!(Assets::balance(COIN, treasury), 70);
		assert_ok!(Dao::spend(holders(ASSET), ASSET, COINS, DAVE, 70));
		assert_ok!(Dao::spend(holders(ASSET), ASSET, NATIVE, DAVE, 100));
		assert_eq!(Balances::free_balance(treasury), 0);
		assert_eq!(Assets::balance(COIN, DAVE), 70);
		assert_eq!(Balances::free_balance(DAVE), FUNDS + 100);
		let funded =
			|currency, amount| Event::TreasuryFunded { asset: ASSET, who: ALICE, currency, amount };
		let spent =
			|currency, amount| Event::TreasurySpent { asset: ASSET, to: DAVE, currency, amount };
		assert_eq!(
			events(),
			[funded(NATIVE, 100), funded(COINS, 70), spent(COINS, 70), spent(NATIVE, 100)]
		);
	});
}

/// The accounts of this test are too short to tell assets apart; those of a chain are not.
#[test]
fn each_asset_has_its_own() {
	let accounts = [0, 1, 255, 256, AssetId::MAX].map(|asset| {
		AccountIdConversion::<AccountId32>::into_sub_account_truncating(&crate::PALLET_ID, asset)
	});
	let distinct = accounts.iter().collect::<std::collections::BTreeSet<_>>();
	assert_eq!(distinct.len(), accounts.len());
}

#[test]
fn only_the_holders_of_the_asset_spend() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Dao::fund(signed(ALICE), ASSET, NATIVE, 100));
		assert_bad_origins(
			|origin| Dao::spend(origin, ASSET, NATIVE, DAVE, 1),
			&[ROOT(), signed(ALICE), signed(ISSUER), holders(OTHER)],
		);
		assert_bad_origins(|origin| Dao::fund(origin, ASSET, NATIVE, 1), &[ROOT(), holders(ASSET)]);
	});
}

#[test]
fn amounts_are_exact() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Dao::fund(signed(ALICE), ASSET, NATIVE, 0), Error::<Test>::ZeroAmount);
		assert_noop!(
			Dao::fund(signed(ALICE), ASSET, NATIVE, FUNDS + 1),
			TokenError::FundsUnavailable
		);
		assert_ok!(Dao::fund(signed(ALICE), ASSET, NATIVE, 100));
		assert_noop!(Dao::spend(holders(ASSET), ASSET, NATIVE, DAVE, 0), Error::<Test>::ZeroAmount);
		assert_noop!(
			Dao::spend(holders(ASSET), ASSET, NATIVE, DAVE, 101),
			TokenError::FundsUnavailable
		);
		assert_ok!(Dao::spend(holders(ASSET), ASSET, NATIVE, DAVE, 99));
	});
}

// SPDX-License-Identifier: Apache-2.0

//! FRAME's own tests of fungible tokens, over one asset.
//!
//! They need a token that can be minted and burned at will, which this pallet is not: the trait
//! that does it is built here, from the calls of issuer and holder. Not run, since they demand what the
//! register refuses on purpose:
//! - `write_balance`, `decrease_balance_*`, `increase_balance`, `set_total_issuance`,
//!   `deactivate_and_reactivate` and all of `balanced`: no trait writes a balance or the supply;
//! - `transfer_expendable_dust`: one unit is the least there is, so no dust is left.

use super::*;
use cadastre_primitives::traits::Register;
use frame_support::{
	assert_ok, ensure, parameter_types,
	traits::{
		fungible::{conformance_tests::regular::mutate, ItemOf},
		fungibles::{Dust, Inspect, Mutate, Unbalanced},
		tokens::{
			DepositConsequence, Fortitude, Precision, Preservation, Provenance, WithdrawConsequence,
		},
	},
};
use sp_runtime::TokenError;

/// The register with an issuer and holders who do what they are asked.
struct Willing;

parameter_types! {
	pub const TheAsset: AssetId = ASSET;
}

type Item = ItemOf<Willing, TheAsset, AccountId>;

impl Inspect<AccountId> for Willing {
	type AssetId = AssetId;
	type Balance = Balance;

	fn total_issuance(asset: AssetId) -> Balance {
		<Shares as Inspect<_>>::total_issuance(asset)
	}

	fn minimum_balance(asset: AssetId) -> Balance {
		<Shares as Inspect<_>>::minimum_balance(asset)
	}

	fn total_balance(asset: AssetId, who: &AccountId) -> Balance {
		<Shares as Inspect<_>>::total_balance(asset, who)
	}

	fn balance(asset: AssetId, who: &AccountId) -> Balance {
		<Shares as Inspect<_>>::balance(asset, who)
	}

	fn reducible_balance(
		asset: AssetId,
		who: &AccountId,
		preservation: Preservation,
		force: Fortitude,
	) -> Balance {
		Shares::reducible_balance(asset, who, preservation, force)
	}

	fn can_deposit(
		asset: AssetId,
		who: &AccountId,
		amount: Balance,
		provenance: Provenance,
	) -> DepositConsequence {
		Shares::can_deposit(asset, who, amount, provenance)
	}

	fn can_withdraw(
		asset: AssetId,
		who: &AccountId,
		amount: Balance,
	) -> WithdrawConsequence<Balance> {
		Shares::can_withdraw(asset, who, amount)
	}

	fn asset_exists(asset: AssetId) -> bool {
		Shares::asset_exists(asset)
	}
}

impl Unbalanced<AccountId> for Willing {
	fn handle_dust(_: Dust<AccountId, Self>) {}

	fn write_balance(
		asset: AssetId,
		who: &AccountId,
		amount: Balance,
	) -> Result<Option<Balance>, DispatchError> {
		Shares::write_balance(asset, who, amount)
	}

	fn set_total_issuance(_: AssetId, _: Balance) {}
}

impl Mutate<AccountId> for Willing {
	fn mint_into(
		asset: AssetId,
		who: &AccountId,
		amount: Balance,
	) -> Result<Balance, DispatchError> {
		Shares::issue(signed(ISSUER), asset, *who, amount).map_err(|refused| refused.error)?;
		Ok(amount)
	}

	fn burn_from(
		asset: AssetId,
		who: &AccountId,
		amount: Balance,
		preservation: Preservation,
		precision: Precision,
		force: Fortitude,
	) -> Result<Balance, DispatchError> {
		let amount = match precision {
			Precision::Exact => amount,
			Precision::BestEffort => {
				amount.min(Self::reducible_balance(asset, who, preservation, force))
			},
		};
		Shares::redeem(signed(*who), asset, amount).map_err(|refused| refused.error)?;
		Ok(amount)
	}

	fn shelve(asset: AssetId, who: &AccountId, amount: Balance) -> Result<Balance, DispatchError> {
		Shares::redeem(signed(*who), asset, amount).map_err(|refused| refused.error)?;
		Ok(amount)
	}

	fn transfer(
		asset: AssetId,
		source: &AccountId,
		dest: &AccountId,
		amount: Balance,
		preservation: Preservation,
	) -> Result<Balance, DispatchError> {
		let most = Self::reducible_balance(asset, source, preservation, Fortitude::Polite);
		ensure!(amount <= most, TokenError::NotExpendable);
		Shares::transfer(signed(*source), asset, *dest, amount).map_err(|refused| refused.error)?;
		Ok(amount)
	}

	fn restore(asset: AssetId, who: &AccountId, amount: Balance) -> Result<Balance, DispatchError> {
		Self::mint_into(asset, who, amount)
	}
}

fn conforms(test: impl FnOnce()) {
	ExtBuilder::default().without_book().build_and_execute(|| {
		Keys::set((0..300).map(|account| (account, account)).collect());
		assert_ok!(Shares::open_book(ASSET, ISSUER, PACK, Balance::MAX, 1));
		assert_ok!(Shares::set_status(ASSET, cadastre_primitives::BookStatus::Open));
		test();
	});
}

macro_rules! conformance {
	($($name:ident),* $(,)?) => {
		$(
			#[test]
			fn $name() {
				conforms(mutate::$name::<Item, AccountId>);
			}
		)*
	};
}

conformance!(
	mint_into_success,
	mint_into_overflow,
	mint_into_below_minimum,
	burn_from_exact_success,
	burn_from_best_effort_success,
	burn_from_exact_insufficient_funds,
	restore_success,
	restore_overflow,
	restore_below_minimum,
	shelve_success,
	shelve_insufficient_funds,
	transfer_success,
	transfer_expendable_all,
	transfer_protect_preserve,
	set_balance_mint_success,
	set_balance_burn_success,
	can_deposit_success,
	can_deposit_below_minimum,
	can_deposit_overflow,
	can_withdraw_success,
	can_withdraw_reduced_to_zero,
	can_withdraw_balance_low,
	reducible_balance_expendable,
	reducible_balance_protect_preserve,
);

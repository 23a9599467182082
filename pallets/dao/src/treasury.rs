// SPDX-License-Identifier: Apache-2.0

//! The common money of an asset's holders.

use crate::{Config, CreditOf, CurrencyOf, Error, Event, Pallet, PALLET_ID};
use cadastre_primitives::{traits::Compensation, AssetId, Balance};
use core::marker::PhantomData;
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{fungible::Balanced, fungibles::Mutate, tokens::Preservation},
};
use sp_runtime::traits::AccountIdConversion;

impl<T: Config> Pallet<T> {
	pub(crate) fn treasury_of(asset: AssetId) -> T::AccountId {
		PALLET_ID.into_sub_account_truncating(asset)
	}

	pub(crate) fn do_fund(
		who: T::AccountId,
		asset: AssetId,
		currency: CurrencyOf<T>,
		amount: Balance,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let treasury = Self::treasury_of(asset);
		T::Currency::transfer(currency.clone(), &who, &treasury, amount, Preservation::Expendable)?;
		Self::deposit_event(Event::TreasuryFunded { asset, who, currency, amount });
		Ok(())
	}

	pub(crate) fn do_spend(
		asset: AssetId,
		currency: CurrencyOf<T>,
		to: T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let treasury = Self::treasury_of(asset);
		T::Currency::transfer(currency.clone(), &treasury, &to, amount, Preservation::Expendable)?;
		Self::deposit_event(Event::TreasurySpent { asset, to, currency, amount });
		Ok(())
	}
}

/// Puts what was taken into the treasury of the asset, of which its holders dispose. If the
/// treasury cannot take it, because it would stay below the least balance of an account, it goes
/// where the native token lets lost money go.
pub struct ToTreasury<T>(PhantomData<T>);

impl<T: Config> Compensation<CreditOf<T>> for ToTreasury<T> {
	fn compensate(asset: AssetId, credit: CreditOf<T>) {
		// A credit that is refused is dropped, which is what the token does with lost money.
		drop(T::Native::resolve(&Pallet::<T>::treasury_of(asset), credit));
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The register as other pallets see it: they read it and hold shares through FRAME's own traits.
//!
//! An account stands for the investor whose key it is: two keys of one investor have one balance.
//! No trait writes a balance. `hold::Mutate` asks for `Unbalanced`, which would: what it asks for
//! answers with an error here, and whatever could use it is implemented without it.

use crate::{Books, Config, Pallet, Positions};
use cadastre_primitives::{traits::Gatekeeper, AssetId, Balance, Kind, Reason};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	storage::with_storage_layer,
	traits::{
		fungibles::{self, hold, Dust},
		tokens::{
			DepositConsequence, Fortitude, Precision, Preservation, Provenance, Restriction,
			WithdrawConsequence,
		},
	},
};
use sp_runtime::TokenError;

impl<T: Config> Pallet<T> {
	fn movable(asset: AssetId, who: &T::AccountId, force: Fortitude) -> Balance {
		let Ok(investor) = Self::investor_of(who) else { return 0 };
		let party = (investor, Positions::<T>::get(asset, investor));
		let kind = match force {
			Fortitude::Polite => Kind::Transfer,
			// What can be redeemed: not what an order has frozen.
			Fortitude::Force => Kind::Redeem,
		};
		Self::available(asset, kind, false, party, Self::now()).movable()
	}
}

impl<T: Config> fungibles::Inspect<T::AccountId> for Pallet<T> {
	type AssetId = AssetId;
	type Balance = Balance;

	fn total_issuance(asset: AssetId) -> Balance {
		Books::<T>::get(asset).map_or(0, |book| book.supply)
	}

	/// One unit: who has less is no holder.
	fn minimum_balance(_: AssetId) -> Balance {
		1
	}

	fn total_balance(asset: AssetId, who: &T::AccountId) -> Balance {
		Self::balance_of(asset, who.clone())
	}

	fn balance(asset: AssetId, who: &T::AccountId) -> Balance {
		Self::investor_of(who).map_or(0, |who| Positions::<T>::get(asset, who).free)
	}

	/// What is neither frozen nor, unless forced, locked up. Where the account must remain, one unit
	/// stays.
	fn reducible_balance(
		asset: AssetId,
		who: &T::AccountId,
		preservation: Preservation,
		force: Fortitude,
	) -> Balance {
		let movable = Self::movable(asset, who, force);
		match preservation {
			Preservation::Expendable => movable,
			_ => movable.min(Self::balance_of(asset, who.clone()).saturating_sub(1)),
		}
	}

	/// For new shares all that speaks against an issue; for others only whether there is an account:
	/// what decides about a transfer depends on both parties.
	fn can_deposit(
		asset: AssetId,
		who: &T::AccountId,
		amount: Balance,
		provenance: Provenance,
	) -> DepositConsequence {
		if !Books::<T>::contains_key(asset) {
			return DepositConsequence::UnknownAsset;
		}
		if amount == 0 {
			return DepositConsequence::Success;
		}
		if T::Gatekeeper::key(who).is_none() {
			return DepositConsequence::CannotCreate;
		}
		if provenance == Provenance::Extant {
			return DepositConsequence::Success;
		}
		let report = Self::examine(asset, Kind::Issue, None, Some(who), amount).failures;
		match report.first().map(|failure| failure.reason) {
			None => DepositConsequence::Success,
			Some(Reason::ExceedsAuthorised) => DepositConsequence::Overflow,
			Some(_) => DepositConsequence::Blocked,
		}
	}

	fn can_withdraw(
		asset: AssetId,
		who: &T::AccountId,
		amount: Balance,
	) -> WithdrawConsequence<Balance> {
		if !Books::<T>::contains_key(asset) {
			WithdrawConsequence::UnknownAsset
		} else if amount > <Self as fungibles::Inspect<_>>::balance(asset, who) {
			WithdrawConsequence::BalanceLow
		} else if amount > Self::movable(asset, who, Fortitude::Polite) {
			WithdrawConsequence::Frozen
		} else if amount > 0 && amount == Self::balance_of(asset, who.clone()) {
			WithdrawConsequence::ReducedToZero(0)
		} else {
			WithdrawConsequence::Success
		}
	}

	fn asset_exists(asset: AssetId) -> bool {
		Books::<T>::contains_key(asset)
	}
}

/// Refused throughout: shares are issued, transferred and redeemed, and nothing else.
impl<T: Config> fungibles::Unbalanced<T::AccountId> for Pallet<T> {
	fn handle_dust(_: Dust<T::AccountId, Self>) {}

	fn write_balance(
		_: AssetId,
		_: &T::AccountId,
		_: Balance,
	) -> Result<Option<Balance>, DispatchError> {
		Err(DispatchError::Unavailable)
	}

	fn set_total_issuance(_: AssetId, _: Balance) {}

	fn decrease_balance(
		_: AssetId,
		_: &T::AccountId,
		_: Balance,
		_: Precision,
		_: Preservation,
		_: Fortitude,
	) -> Result<Balance, DispatchError> {
		Err(DispatchError::Unavailable)
	}

	fn increase_balance(
		_: AssetId,
		_: &T::AccountId,
		_: Balance,
		_: Precision,
	) -> Result<Balance, DispatchError> {
		Err(DispatchError::Unavailable)
	}
}

impl<T: Config> hold::Inspect<T::AccountId> for Pallet<T> {
	type Reason = T::RuntimeHoldReason;

	fn total_balance_on_hold(asset: AssetId, who: &T::AccountId) -> Balance {
		Self::investor_of(who).map_or(0, |who| Positions::<T>::get(asset, who).held)
	}

	fn balance_on_hold(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		who: &T::AccountId,
	) -> Balance {
		Self::investor_of(who)
			.ok()
			.and_then(|who| Self::hold_for(asset, who, reason))
			.map_or(0, |hold| hold.amount)
	}

	/// Whether there is room for one more purpose, or the purpose has a hold already.
	fn hold_available(asset: AssetId, reason: &T::RuntimeHoldReason, who: &T::AccountId) -> bool {
		Self::investor_of(who).is_ok_and(|who| Self::has_room(asset, who, reason))
	}

	/// All that can be given away can be held, the last unit too.
	fn ensure_can_hold(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		ensure!(Self::hold_available(asset, reason, who), TokenError::CannotCreateHold);
		ensure!(
			amount <= Self::movable(asset, who, Fortitude::Polite),
			TokenError::FundsUnavailable
		);
		Ok(())
	}
}

/// Refused: a hold is made from what is free, never written.
impl<T: Config> hold::Unbalanced<T::AccountId> for Pallet<T> {
	fn set_balance_on_hold(
		_: AssetId,
		_: &T::RuntimeHoldReason,
		_: &T::AccountId,
		_: Balance,
	) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
}

impl<T: Config> hold::Mutate<T::AccountId> for Pallet<T> {
	/// The hold has no end. `TimedHolds` makes one that has.
	fn hold(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		Self::do_hold(asset, reason, Self::investor_of(who)?, amount, None)
	}

	fn release(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		who: &T::AccountId,
		amount: Balance,
		precision: Precision,
	) -> Result<Balance, DispatchError> {
		Self::do_release(asset, reason, Self::investor_of(who)?, amount, precision)
	}

	/// A redemption of held shares. Nothing is forced.
	fn burn_held(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		who: &T::AccountId,
		amount: Balance,
		precision: Precision,
		_: Fortitude,
	) -> Result<Balance, DispatchError> {
		Self::do_burn_held(asset, reason, who, amount, precision)
	}

	/// A transfer of held shares, about which the rules decide as about any. Nothing is forced.
	fn transfer_on_hold(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		source: &T::AccountId,
		dest: &T::AccountId,
		amount: Balance,
		precision: Precision,
		mode: Restriction,
		_: Fortitude,
	) -> Result<Balance, DispatchError> {
		let stays_held = mode == Restriction::OnHold;
		Self::do_transfer_held(asset, reason, source, dest, amount, precision, stays_held)
	}

	/// A transfer, and a hold of what was transferred. Nothing is forced.
	fn transfer_and_hold(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		source: &T::AccountId,
		dest: &T::AccountId,
		amount: Balance,
		precision: Precision,
		expendability: Preservation,
		_: Fortitude,
	) -> Result<Balance, DispatchError> {
		use fungibles::Inspect;
		let most = Self::reducible_balance(asset, source, expendability, Fortitude::Polite);
		let amount = match precision {
			Precision::BestEffort => amount.min(most),
			Precision::Exact => amount,
		};
		ensure!(
			amount <= most || expendability == Preservation::Expendable,
			TokenError::NotExpendable
		);
		with_storage_layer(|| {
			Self::do_transfer(source.clone(), asset, dest.clone(), amount)
				.map_err(|refused| refused.error)?;
			Self::do_hold(asset, reason, Self::investor_of(dest)?, amount, None)?;
			Ok(amount)
		})
	}
}

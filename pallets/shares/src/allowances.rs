// SPDX-License-Identifier: Apache-2.0

//! Allowances: what an account may order for an owner.

use crate::{
	functions::investor, weights::WeightInfo, Allowance, AllowanceOf, Allowances, Books, Config,
	Error, Event, Giver, Pallet,
};
use cadastre_primitives::{
	traits::Gatekeeper, AssetId, Balance, InvestorId, Kind, Moment, Reason, Rights,
};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, DispatchResultWithPostInfo},
	traits::{Consideration, Footprint},
};
use sp_runtime::traits::EnsureSub;

impl<T: Config> Pallet<T> {
	/// What an allowance is charged for.
	pub(crate) fn allowance_footprint() -> Footprint {
		let key = T::AccountId::max_encoded_len().saturating_mul(2);
		Footprint::from_parts(1, AllowanceOf::<T>::max_encoded_len().saturating_add(key))
	}

	/// What is left of an allowance. It ends with its time, and when the account that gave it is no
	/// more a key of the same investor: a key that was replaced gives nothing away.
	pub(crate) fn allowance_left(
		asset: AssetId,
		owner: &T::AccountId,
		whose: Option<InvestorId>,
		spender: &T::AccountId,
		now: Moment,
	) -> Balance {
		Allowances::<T>::get((asset, owner, spender))
			.filter(|allowance| now < allowance.expires_at && Some(allowance.investor) == whose)
			.map_or(0, |allowance| allowance.amount)
	}

	pub(crate) fn do_approve(
		owner: T::AccountId,
		asset: AssetId,
		spender: T::AccountId,
		amount: Balance,
		expires_at: Moment,
	) -> DispatchResult {
		let known = Allowances::<T>::get((asset, &owner, &spender));
		let old = known.as_ref().map_or(0, |known| known.amount);
		if amount == 0 {
			let known = known.ok_or(Error::<T>::UnknownAllowance)?;
			known.ticket.drop(&owner)?;
			Allowances::<T>::remove((asset, &owner, &spender));
		} else {
			ensure!(Books::<T>::contains_key(asset), Self::unknown_asset());
			ensure!(Self::now() < expires_at, Error::<T>::AlreadyOver);
			let key = T::Gatekeeper::key(&owner)
				.ok_or_else(|| T::Gatekeeper::refusal(Reason::UnknownKey))?;
			ensure!(
				key.rights.includes(Rights::TRANSFER),
				T::Gatekeeper::refusal(Reason::MissingRight)
			);
			let ticket = match known {
				Some(known) => known.ticket.update(&owner, Self::allowance_footprint())?,
				None => T::EntryDeposit::new(&owner, Self::allowance_footprint())?,
			};
			let allowance = Allowance { investor: key.investor, amount, expires_at, ticket };
			Allowances::<T>::insert((asset, &owner, &spender), allowance);
		}
		let new = amount;
		Self::deposit_event(Event::Approved { asset, owner, spender, old, new, expires_at });
		Ok(())
	}

	pub(crate) fn do_transfer_from(
		spender: T::AccountId,
		asset: AssetId,
		owner: T::AccountId,
		to: T::AccountId,
		amount: Balance,
	) -> DispatchResultWithPostInfo {
		let giver = Some(Giver::Through(&owner, &spender));
		let examination = Self::examine(asset, Kind::Transfer, giver, Some(&to), amount);
		let plan = Self::go_ahead(examination)?;
		let (from, receiver) = (investor(&plan.from)?, investor(&plan.to)?);
		let touched = Self::settle(plan)?;
		let entry = (asset, &owner, &spender);
		let mut allowance = Allowances::<T>::get(entry).ok_or(Error::<T>::UnknownAllowance)?;
		allowance.amount = allowance.amount.ensure_sub(amount)?;
		if allowance.amount == 0 {
			allowance.ticket.drop(&owner)?;
			Allowances::<T>::remove(entry);
		} else {
			Allowances::<T>::insert(entry, allowance);
		}
		Self::deposit_event(Event::Transferred {
			asset,
			from,
			by: spender,
			to: receiver,
			to_key: to,
			amount,
		});
		Ok(Some(touched.with_notices::<T>(T::WeightInfo::transfer_from())).into())
	}

	/// Removes an allowance of which nothing is left, for anybody. Its deposit returns to who gave it.
	pub(crate) fn do_remove_allowance(
		asset: AssetId,
		owner: T::AccountId,
		spender: T::AccountId,
	) -> DispatchResult {
		let known =
			Allowances::<T>::get((asset, &owner, &spender)).ok_or(Error::<T>::UnknownAllowance)?;
		let whose = T::Gatekeeper::key(&owner).map(|key| key.investor);
		let left = Self::allowance_left(asset, &owner, whose, &spender, Self::now());
		ensure!(left == 0, Error::<T>::NotOver);
		known.ticket.drop(&owner)?;
		Allowances::<T>::remove((asset, &owner, &spender));
		Self::deposit_event(Event::AllowanceRemoved { asset, owner, spender, left: known.amount });
		Ok(())
	}
}

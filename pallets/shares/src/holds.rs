// SPDX-License-Identifier: Apache-2.0

//! Holds: units that stay with their owner for the purpose of another pallet.

use crate::{
	Books, Config, Error, Event, Giver, Hold, HoldList, Holds, Pallet, Position, Positions,
};
use cadastre_primitives::{
	traits::{Gatekeeper, TimedHolds},
	AssetId, Balance, InvestorId, Kind, Moment, Reason,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	storage::with_storage_layer,
	traits::tokens::Precision,
};
use sp_runtime::traits::{EnsureAdd, EnsureAddAssign, EnsureSub, EnsureSubAssign};

type HoldsOf<T> = HoldList<<T as Config>::RuntimeHoldReason>;

impl<T: Config> Pallet<T> {
	/// The investor behind an account.
	pub(crate) fn investor_of(who: &T::AccountId) -> Result<InvestorId, DispatchError> {
		let key = T::Gatekeeper::key(who);
		Ok(key.ok_or_else(|| T::Gatekeeper::refusal(Reason::UnknownKey))?.investor)
	}

	/// The hold for a purpose, if there is one.
	pub(crate) fn hold_for(
		asset: AssetId,
		investor: InvestorId,
		reason: &T::RuntimeHoldReason,
	) -> Option<Hold<T::RuntimeHoldReason>> {
		Holds::<T>::get(asset, investor).into_iter().find(|hold| hold.reason == *reason)
	}

	/// Whether a position has room for a hold for this purpose.
	pub(crate) fn has_room(
		asset: AssetId,
		investor: InvestorId,
		reason: &T::RuntimeHoldReason,
	) -> bool {
		let holds = Holds::<T>::get(asset, investor);
		!holds.is_full() || holds.iter().any(|hold| hold.reason == *reason)
	}

	/// Holds units for a purpose: only what its owner could give away, so neither frozen units nor
	/// locked ones. `expires_at` is the first second at which anybody may release them.
	pub(crate) fn do_hold(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		investor: InvestorId,
		amount: Balance,
		expires_at: Option<Moment>,
	) -> DispatchResult {
		let book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		if amount == 0 {
			return Ok(());
		}
		let now = Self::now();
		ensure!(expires_at.is_none_or(|end| now < end), Error::<T>::AlreadyOver);
		ensure!(
			book.status_in_force().allows(Kind::Transfer),
			T::Gatekeeper::refusal(Reason::BookNotOpen)
		);
		let mut position = Positions::<T>::get(asset, investor);
		let party = (investor, position);
		let available = Self::available(asset, Kind::Transfer, false, party, now);
		if let Some(shortage) = available.shortages(amount).next() {
			return Err(T::Gatekeeper::refusal(shortage.reason));
		}
		Self::change_holds(asset, investor, |holds| {
			match holds.iter_mut().find(|hold| hold.reason == *reason) {
				Some(hold) => {
					hold.amount.ensure_add_assign(amount)?;
					hold.expires_at = match (hold.expires_at, expires_at) {
						(Some(one), Some(other)) => Some(one.max(other)),
						_ => None,
					};
				},
				None => holds
					.try_push(Hold { reason: *reason, amount, expires_at })
					.map_err(|_| Error::<T>::TooManyHolds)?,
			}
			Ok(())
		})?;
		position.free = position.free.ensure_sub(amount)?;
		position.held = position.held.ensure_add(amount)?;
		Positions::<T>::insert(asset, investor, position);
		Self::deposit_event(Event::Held { asset, investor, reason: *reason, amount, expires_at });
		Ok(())
	}

	/// Releases held units: they are free again.
	pub(crate) fn do_release(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		investor: InvestorId,
		amount: Balance,
		precision: Precision,
	) -> Result<Balance, DispatchError> {
		let amount = Self::take_from_hold(asset, reason, investor, amount, precision)?;
		if amount > 0 {
			Positions::<T>::try_mutate(asset, investor, |position: &mut Position| {
				position.held.ensure_sub_assign(amount)?;
				position.free.ensure_add_assign(amount)
			})?;
			Self::deposit_event(Event::Released { asset, investor, reason: *reason, amount });
		}
		Ok(amount)
	}

	/// Releases all that is held for a purpose whose time has passed, for anybody.
	pub(crate) fn do_release_expired(
		asset: AssetId,
		reason: T::RuntimeHoldReason,
		investor: InvestorId,
	) -> DispatchResult {
		let hold = Self::hold_for(asset, investor, &reason).ok_or(Error::<T>::UnknownHold)?;
		let over = hold.expires_at.is_some_and(|end| end <= Self::now());
		ensure!(over, Error::<T>::NotOver);
		Self::do_release(asset, &reason, investor, hold.amount, Precision::Exact).map(|_| ())
	}

	/// Gives held units of the investor behind one key to the investor behind another. The same
	/// rules decide as about a transfer.
	pub(crate) fn do_transfer_held(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		source: &T::AccountId,
		dest: &T::AccountId,
		amount: Balance,
		precision: Precision,
		stays_held: bool,
	) -> Result<Balance, DispatchError> {
		with_storage_layer(|| {
			let from = Self::investor_of(source)?;
			let hold = Self::hold_for(asset, from, reason).ok_or(Error::<T>::UnknownHold)?;
			let amount = Self::take_from_hold(asset, reason, from, amount, precision)?;
			let giver = Some(Giver::Held(source));
			let examination = Self::examine(asset, Kind::Transfer, giver, Some(dest), amount);
			let plan = Self::go_ahead(examination).map_err(|refused| refused.error)?;
			let to = crate::functions::investor(&plan.to)?;
			Self::settle(plan)?;
			Self::deposit_event(Event::Transferred {
				asset,
				from,
				by: source.clone(),
				to,
				to_key: dest.clone(),
				amount,
			});
			if stays_held {
				Self::do_hold(asset, reason, to, amount, hold.expires_at)?;
			}
			Ok(amount)
		})
	}

	/// Redeems held units of the investor behind a key. The same rules decide as about a redemption.
	pub(crate) fn do_burn_held(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		who: &T::AccountId,
		amount: Balance,
		precision: Precision,
	) -> Result<Balance, DispatchError> {
		with_storage_layer(|| {
			let from = Self::investor_of(who)?;
			let amount = Self::take_from_hold(asset, reason, from, amount, precision)?;
			let giver = Some(Giver::Held(who));
			let examination = Self::examine(asset, Kind::Redeem, giver, None, amount);
			let plan = Self::go_ahead(examination).map_err(|refused| refused.error)?;
			Self::settle(plan)?;
			Self::deposit_event(Event::Redeemed { asset, from, by: who.clone(), amount });
			Ok(amount)
		})
	}

	/// Takes units out of a hold. The caller takes them out of the position.
	fn take_from_hold(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		investor: InvestorId,
		amount: Balance,
		precision: Precision,
	) -> Result<Balance, DispatchError> {
		Self::change_holds(asset, investor, |holds| {
			let hold = holds.iter_mut().find(|hold| hold.reason == *reason);
			let held = hold.as_ref().map_or(0, |hold| hold.amount);
			let amount = match precision {
				Precision::BestEffort => amount.min(held),
				Precision::Exact => amount,
			};
			let left = held.checked_sub(amount).ok_or(Error::<T>::HoldTooSmall)?;
			if let Some(hold) = hold {
				hold.amount = left;
			}
			holds.retain(|hold| hold.amount > 0);
			Ok(amount)
		})
	}

	fn change_holds<R>(
		asset: AssetId,
		investor: InvestorId,
		change: impl FnOnce(&mut HoldsOf<T>) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		let mut holds = Holds::<T>::get(asset, investor);
		let answer = change(&mut holds)?;
		if holds.is_empty() {
			Holds::<T>::remove(asset, investor);
		} else {
			Holds::<T>::insert(asset, investor, holds);
		}
		Ok(answer)
	}
}

impl<T: Config> TimedHolds<T::AccountId, T::RuntimeHoldReason> for Pallet<T> {
	fn hold_until(
		asset: AssetId,
		reason: &T::RuntimeHoldReason,
		who: &T::AccountId,
		amount: Balance,
		expires_at: Moment,
	) -> DispatchResult {
		Self::do_hold(asset, reason, Self::investor_of(who)?, amount, Some(expires_at))
	}
}

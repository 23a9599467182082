// SPDX-License-Identifier: Apache-2.0

//! What orders under due process do to the register. Nothing here asks who orders: that is the
//! orders' part.

use crate::{settle::Touched, Books, Config, Event, Giver, Pallet, Position, Positions};
use cadastre_primitives::{AssetId, Balance, InvestorId, Kind};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Freezes units of an investor. More than it owns may be frozen: then what comes in is frozen
	/// too. No event: the order has one.
	pub(crate) fn add_frozen(
		asset: AssetId,
		investor: InvestorId,
		amount: Balance,
	) -> DispatchResult {
		Self::change_position(asset, investor, |position| {
			position.frozen = position.frozen.saturating_add(amount);
		})
	}

	/// Ends the freeze of units of an investor, or of as many as are frozen. No event: the order
	/// has one.
	pub(crate) fn remove_frozen(
		asset: AssetId,
		investor: InvestorId,
		amount: Balance,
	) -> DispatchResult {
		Self::change_position(asset, investor, |position| {
			position.frozen = position.frozen.saturating_sub(amount);
		})
	}

	/// Suspends a book by order, or ends that. The registry of assets does not touch this flag. No
	/// event: the order has one.
	pub(crate) fn set_halted(asset: AssetId, halted: bool) -> DispatchResult {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		if book.halted != halted {
			book.halted = halted;
			Books::<T>::insert(asset, book);
		}
		Ok(())
	}

	/// Moves units of an investor to the investor behind a key, by order.
	///
	/// Takes from all that is free, frozen and locked up or not; what is held stays, since somebody
	/// else has a right to it. The number of frozen units stays as it is: each freeze belongs to an
	/// order, and only the end of that order ends it. If more is frozen than is left, what comes in
	/// later is frozen.
	pub(crate) fn do_forced_transfer(
		asset: AssetId,
		from: InvestorId,
		to: &T::AccountId,
		amount: Balance,
	) -> Result<Touched, DispatchError> {
		let from_order = Some(Giver::Investor(from));
		let examination = Self::examine(asset, Kind::Forced, from_order, Some(to), amount);
		let plan = Self::go_ahead(examination).map_err(|refused| refused.error)?;
		let receiver = crate::functions::investor(&plan.to)?;
		let touched = Self::settle(plan)?;
		Self::deposit_event(Event::ForciblyTransferred {
			asset,
			from,
			to: receiver,
			to_key: to.clone(),
			amount,
		});
		Ok(touched)
	}

	/// Cancels units of an investor, by order: they cease to exist. Takes from the same as
	/// [`Self::do_forced_transfer`].
	pub(crate) fn do_cancel(
		asset: AssetId,
		from: InvestorId,
		amount: Balance,
	) -> Result<Touched, DispatchError> {
		let from_order = Some(Giver::Investor(from));
		let examination = Self::examine(asset, Kind::Cancellation, from_order, None, amount);
		let plan = Self::go_ahead(examination).map_err(|refused| refused.error)?;
		let touched = Self::settle(plan)?;
		Self::deposit_event(Event::Cancelled { asset, from, amount });
		Ok(touched)
	}

	/// Changes what is not owned units in a position: nothing is moved, so nobody is asked.
	pub(crate) fn change_position(
		asset: AssetId,
		investor: InvestorId,
		change: impl FnOnce(&mut Position),
	) -> DispatchResult {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		let old = Positions::<T>::get(asset, investor);
		let mut new = old;
		change(&mut new);
		let kept = book.kept;
		Self::put(asset, investor, &mut book, &old, &new, Self::now())?;
		if book.kept != kept {
			Books::<T>::insert(asset, book);
		}
		Ok(())
	}
}

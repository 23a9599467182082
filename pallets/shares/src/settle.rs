// SPDX-License-Identifier: Apache-2.0

//! How an approved movement is written.

use crate::{
	rules, weights::WeightInfo, Book, Books, Config, CountryHolders, Error, Given, History, Pallet,
	Plan, Position, Positions,
};
use cadastre_primitives::{
	traits::{Gatekeeper, OnHoldingChange},
	AssetId, Balance, Bucket, InvestorId, Kind, Moment,
};
use frame_support::{
	pallet_prelude::{DispatchError, DispatchResult},
	weights::Weight,
};
use sp_runtime::traits::{EnsureAdd, EnsureAddAssign, EnsureSub, EnsureSubAssign};

/// What a movement has written, as far as its price depends on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Touched {
	/// The book, and the counters of countries.
	pub(crate) circle: bool,
	/// A lot, a window, or the history of a position; or what only some examinations read.
	pub(crate) more: bool,
	/// How many positions the layer above was told of.
	pub(crate) told: u32,
}

impl Touched {
	/// What a transfer weighed.
	pub(crate) fn weight_of_transfer<T: Config>(self) -> Weight {
		let transfer = match (self.circle, self.more) {
			(false, false) => T::WeightInfo::transfer_known(),
			(true, false) => T::WeightInfo::transfer_circle(),
			(_, true) => T::WeightInfo::transfer(),
		};
		self.with_notices::<T>(transfer)
	}

	/// A weight with that of what the layer above was told.
	pub(crate) fn with_notices<T: Config>(self, weight: Weight) -> Weight {
		with_notices::<T>(weight, self.told)
	}
}

/// A weight with the most that it weighs to tell the layer above of so many positions.
pub(crate) fn with_notices<T: Config>(weight: Weight, positions: u32) -> Weight {
	weight.saturating_add(T::OnChange::weight().saturating_mul(positions.into()))
}

impl<T: Config> Pallet<T> {
	/// Writes an approved movement. The book is written only if something in it changes.
	pub(crate) fn settle(plan: Plan<T::AccountId>) -> Result<Touched, DispatchError> {
		let Plan { mut book, from, to, leaves, joins, held, facts, effects, now, dear } = plan;
		let (asset, amount) = (facts.asset, facts.amount);
		let before = book.clone();
		let mut more = dear || effects.cohort.is_some();
		// One takes the other's place in the same bucket: no counter changes.
		let swaps = facts.leaves.is_some() && facts.leaves == facts.joins;
		// The examination has ruled out every overflow below; should it ever be wrong, the
		// movement fails as a whole.
		if let Some((investor, old)) = from {
			let mut position = old;
			more |= Self::remember(asset, investor, &book, &mut position)?;
			let pool = if held { &mut position.held } else { &mut position.free };
			*pool = pool.ensure_sub(amount)?;
			more |= match facts.kind {
				// What is locked up did not move, so no lot can have become too large.
				Kind::Transfer if now < old.locked_until => false,
				_ => Self::trim_lots(asset, investor, &mut position, now)?,
			};
			if let Some(window) = effects.window {
				Self::count_given(asset, investor, &mut position, window, amount, now)?;
				more = true;
			}
			more |= Self::put(asset, investor, &mut book, &old, &position, now)?;
			if leaves && !swaps {
				Self::count_out(asset, &mut book, old.bucket)?;
			}
		}
		if let Some((investor, old)) = to {
			let mut position = old;
			more |= Self::remember(asset, investor, &book, &mut position)?;
			position.free = position.free.ensure_add(amount)?;
			if let Some(until) = effects.locked_until.filter(|until| *until > now) {
				Self::add_lot(asset, investor, &mut position, amount, until, now)?;
				more = true;
			}
			if let Some(bucket) = facts.joins.filter(|_| joins) {
				position.bucket = bucket;
				if !swaps {
					Self::count_in(asset, &mut book, bucket)?;
				}
			}
			more |= Self::put(asset, investor, &mut book, &old, &position, now)?;
		}
		match facts.kind {
			Kind::Issue => book.supply.ensure_add_assign(amount)?,
			Kind::Redeem | Kind::Cancellation => book.supply.ensure_sub_assign(amount)?,
			Kind::Transfer | Kind::Forced => (),
		}
		let watched = book.watched;
		let changed = before != book;
		if changed {
			Books::<T>::insert(asset, book);
		}
		T::Gatekeeper::record(&facts, &effects)?;
		let mut told = 0_u32;
		for (party, gets) in [(from, false), (to, true)] {
			if let Some((investor, position)) = party.filter(|_| watched) {
				let owned = position.owned();
				let after =
					if gets { owned.ensure_add(amount)? } else { owned.ensure_sub(amount)? };
				T::OnChange::on_change(asset, investor, owned, after);
				told = told.saturating_add(1);
			}
		}
		Ok(Touched { circle: changed || (leaves || joins) && !swaps, more, told })
	}

	/// Stores a position, or removes it if nothing must be known of it any more: the way out of
	/// storage, also for what hangs on it. Counts in the book, which the caller stores, how many
	/// are kept that own nothing. Answers whether it removed what hung on the position.
	pub(crate) fn put(
		asset: AssetId,
		investor: InvestorId,
		book: &mut Book<T::AccountId>,
		old: &Position,
		new: &Position,
		now: Moment,
	) -> Result<bool, DispatchError> {
		let needed = !new.is_empty()
			|| new.frozen > 0
			|| new.remembers(book.oldest)
			|| now < new.given_until;
		book.kept.ensure_sub_assign(old.is_kept().into())?;
		if needed {
			book.kept.ensure_add_assign(new.is_empty().into())?;
			Positions::<T>::insert(asset, investor, new);
			return Ok(false);
		}
		Positions::<T>::remove(asset, investor);
		let hung = new.older || new.given_until > 0;
		if new.older {
			History::<T>::remove(asset, investor);
		}
		if new.given_until > 0 {
			Given::<T>::remove(asset, investor);
		}
		Ok(hung)
	}

	/// Counts a new holder.
	pub(crate) fn count_in(
		asset: AssetId,
		book: &mut Book<T::AccountId>,
		bucket: Bucket,
	) -> DispatchResult {
		book.holders.ensure_add_assign(1)?;
		Self::count(asset, book, bucket, |count| Ok(count.ensure_add(1)?))
	}

	/// Counts a holder less, from where it was counted when it became one.
	pub(crate) fn count_out(
		asset: AssetId,
		book: &mut Book<T::AccountId>,
		bucket: Bucket,
	) -> DispatchResult {
		book.holders.ensure_sub_assign(1)?;
		Self::count(asset, book, bucket, |count| Ok(count.ensure_sub(1)?))
	}

	/// Changes the counters of a bucket. A counter of a country is removed with its last holder.
	fn count(
		asset: AssetId,
		book: &mut Book<T::AccountId>,
		bucket: Bucket,
		change: impl Fn(u32) -> Result<u32, DispatchError>,
	) -> DispatchResult {
		let class = bucket.class.index();
		let count = book.by_class.get_mut(class).ok_or(Error::<T>::Corrupt)?;
		*count = change(*count)?;
		let mut counts = CountryHolders::<T>::get(asset, bucket.country);
		let count = counts.get_mut(class).ok_or(Error::<T>::Corrupt)?;
		*count = change(*count)?;
		if counts.iter().all(|count| *count == 0) {
			CountryHolders::<T>::remove(asset, bucket.country);
		} else {
			CountryHolders::<T>::insert(asset, bucket.country, counts);
		}
		Ok(())
	}

	/// Adds to what an investor has given in the running window, or begins a new one.
	fn count_given(
		asset: AssetId,
		investor: InvestorId,
		position: &mut Position,
		window: Moment,
		amount: Balance,
		now: Moment,
	) -> DispatchResult {
		let mut given = Given::<T>::get(asset, investor);
		if now >= position.given_until || !rules::in_window(given.since, window, now) {
			given.since = now;
			given.amount = 0;
		}
		given.amount.ensure_add_assign(amount)?;
		position.given_until = given.since.saturating_add(window);
		Given::<T>::insert(asset, investor, given);
		Ok(())
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Lock-ups: units that stay with their owner for a time.

use crate::{Config, Error, Lot, LotList, Lots, Pallet, Position, MAX_LOTS};
use alloc::vec::Vec;
use cadastre_primitives::{AssetId, Balance, InvestorId, Moment};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};

/// Seconds in a day: ends of lots are rounded up to a multiple of it, so that many purchases of one
/// day are one lot.
pub(crate) const DAY: Moment = 24 * 60 * 60;

impl<T: Config> Pallet<T> {
	/// How many units of a position are locked up. No read once the last lock-up has ended.
	pub(crate) fn locked(
		asset: AssetId,
		investor: InvestorId,
		position: &Position,
		now: Moment,
	) -> Balance {
		if now >= position.locked_until {
			return 0;
		}
		sum(&Lots::<T>::get(asset, investor), now)
	}

	/// Locks up units that have just been added to a position. An end that was fixed once stays,
	/// whatever the rules or the owner's country become.
	pub(crate) fn add_lot(
		asset: AssetId,
		investor: InvestorId,
		position: &mut Position,
		amount: Balance,
		until: Moment,
		now: Moment,
	) -> DispatchResult {
		let lots = Lots::<T>::get(asset, investor).into_inner();
		Self::put_lots(asset, investor, position, insert(lots, amount, until, now))
	}

	/// Drops the lots that have ended, and as much of the others as exceeds what is free: shares
	/// that are gone are not locked up. Answers whether there was a lot.
	pub(crate) fn trim_lots(
		asset: AssetId,
		investor: InvestorId,
		position: &mut Position,
		now: Moment,
	) -> Result<bool, DispatchError> {
		if position.locked_until == 0 {
			return Ok(false);
		}
		let lots = Lots::<T>::get(asset, investor).into_inner();
		Self::put_lots(asset, investor, position, trim(lots, position.free, now))?;
		Ok(true)
	}

	fn put_lots(
		asset: AssetId,
		investor: InvestorId,
		position: &mut Position,
		lots: Vec<Lot>,
	) -> DispatchResult {
		position.locked_until = lots.last().map_or(0, |lot| lot.until);
		if lots.is_empty() {
			Lots::<T>::remove(asset, investor);
		} else {
			let lots = LotList::try_from(lots).map_err(|_| Error::<T>::Corrupt)?;
			Lots::<T>::insert(asset, investor, lots);
		}
		Ok(())
	}
}

/// How many units are locked up at a moment.
fn sum(lots: &[Lot], now: Moment) -> Balance {
	lots.iter()
		.filter(|lot| now < lot.until)
		.fold(0, |sum: Balance, lot| sum.saturating_add(lot.amount))
}

/// The lots with one more, without those that have ended, at most [`MAX_LOTS`]: if there were more,
/// the two with the closest ends become one with the later end, so that nothing is freed early.
fn insert(mut lots: Vec<Lot>, amount: Balance, until: Moment, now: Moment) -> Vec<Lot> {
	let until = until.checked_next_multiple_of(DAY).unwrap_or(Moment::MAX);
	lots.retain(|lot| now < lot.until);
	match lots.iter_mut().find(|lot| lot.until == until) {
		Some(lot) => lot.amount = lot.amount.saturating_add(amount),
		None => lots.push(Lot { amount, until }),
	}
	lots.sort_unstable_by_key(|lot| lot.until);
	if u32::try_from(lots.len()).is_ok_and(|number| number <= MAX_LOTS) {
		return lots;
	}
	let distance = |pair: &[Lot]| match pair {
		[earlier, later] => later.until.saturating_sub(earlier.until),
		_ => Moment::MAX,
	};
	let closest = lots.windows(2).map(distance).min().unwrap_or(0);
	let mut merged = Vec::<Lot>::with_capacity(lots.len());
	let mut done = false;
	for lot in lots {
		match merged.last_mut() {
			Some(last) if !done && lot.until.saturating_sub(last.until) == closest => {
				last.amount = last.amount.saturating_add(lot.amount);
				last.until = lot.until;
				done = true;
			},
			_ => merged.push(lot),
		}
	}
	merged
}

/// The lots that still run and together do not exceed what is free. What exceeds it is taken from
/// those that end first: what stays is locked up the longest.
fn trim(mut lots: Vec<Lot>, free: Balance, now: Moment) -> Vec<Lot> {
	let mut excess = sum(&lots, now).saturating_sub(free);
	lots.retain_mut(|lot| {
		if now >= lot.until {
			return false;
		}
		let taken = lot.amount.min(excess);
		lot.amount = lot.amount.saturating_sub(taken);
		excess = excess.saturating_sub(taken);
		lot.amount > 0
	});
	lots
}

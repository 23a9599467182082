// SPDX-License-Identifier: Apache-2.0

//! What was owned at moments that somebody refers to: the first change of a position after a
//! checkpoint keeps the balance before it.

use crate::{
	Book, Books, Checkpoint, CheckpointList, CheckpointsOf, Config, Error, Event, Given, History,
	Pallet, Past, PastList, Position, Positions,
};
use alloc::vec::Vec;
use cadastre_primitives::{traits::Checkpoints, AssetId, Balance, CheckpointId, InvestorId};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};
use sp_runtime::traits::{EnsureAdd, EnsureAddAssign, EnsureSubAssign};

impl<T: Config> Pallet<T> {
	/// Keeps what is owned before the first change after a checkpoint. To be called before each
	/// change. Answers whether it touched the history.
	pub(crate) fn remember(
		asset: AssetId,
		investor: InvestorId,
		book: &Book<T::AccountId>,
		position: &mut Position,
	) -> Result<bool, DispatchError> {
		if position.checkpoint >= book.newest {
			return Ok(false);
		}
		let touched = if position.checkpoint >= book.oldest {
			let mut past = History::<T>::get(asset, investor).into_inner();
			past.push(Past { checkpoint: position.checkpoint, owned: position.previous });
			Self::put_history(asset, investor, position, past, &CheckpointsOf::<T>::get(asset))?;
			true
		} else {
			let stale = position.older;
			if stale {
				History::<T>::remove(asset, investor);
				position.older = false;
			}
			stale
		};
		position.previous = position.owned();
		position.checkpoint = book.newest;
		Ok(touched)
	}

	/// Stores as much of a history as somebody refers to.
	fn put_history(
		asset: AssetId,
		investor: InvestorId,
		position: &mut Position,
		past: Vec<Past>,
		live: &[Checkpoint],
	) -> DispatchResult {
		let past = prune(past, live);
		position.older = !past.is_empty();
		if past.is_empty() {
			History::<T>::remove(asset, investor);
		} else {
			let past = PastList::try_from(past).map_err(|_| Error::<T>::Corrupt)?;
			History::<T>::insert(asset, investor, past);
		}
		Ok(())
	}

	/// Drops of one position what nobody refers to and what has ended, and the position if nothing
	/// is left. Changes the book, which the caller stores. Answers whether there was something.
	pub(crate) fn prune_position(
		asset: AssetId,
		investor: InvestorId,
		book: &mut Book<T::AccountId>,
	) -> Result<bool, DispatchError> {
		let old = Positions::<T>::get(asset, investor);
		let mut new = old;
		let now = Self::now();
		let mut past =
			if old.older { History::<T>::get(asset, investor).into_inner() } else { Vec::new() };
		let number = past.len();
		past.push(Past { checkpoint: old.checkpoint, owned: old.previous });
		let live = CheckpointsOf::<T>::get(asset);
		let mut past = merge(prune(past, &live), old.owned());
		let last = past.pop().unwrap_or(Past { checkpoint: 0, owned: 0 });
		(new.checkpoint, new.previous) = (last.checkpoint, last.owned);
		if past.len() != number {
			Self::put_history(asset, investor, &mut new, past, &live)?;
		}
		if now >= old.locked_until {
			Self::trim_lots(asset, investor, &mut new, now)?;
		}
		if now >= old.given_until && old.given_until > 0 {
			Given::<T>::remove(asset, investor);
			new.given_until = 0;
		}
		if old == new {
			return Ok(false);
		}
		Self::put(asset, investor, book, &old, &new, now)?;
		Ok(true)
	}

	/// What the owner of a position owned at a checkpoint. No read, or one if the position has changed
	/// after later checkpoints too.
	pub(crate) fn owned_at(
		asset: AssetId,
		investor: InvestorId,
		position: &Position,
		checkpoint: CheckpointId,
	) -> Balance {
		if checkpoint > position.checkpoint {
			return position.owned();
		}
		let past =
			if position.older { History::<T>::get(asset, investor) } else { PastList::new() };
		past.iter()
			.find(|past| checkpoint <= past.checkpoint)
			.map_or(position.previous, |past| past.owned)
	}

	/// Changes the checkpoints of an asset that somebody refers to.
	fn change_checkpoints<R>(
		asset: AssetId,
		change: impl FnOnce(&mut CheckpointList) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		let mut live = CheckpointsOf::<T>::get(asset);
		let answer = change(&mut live)?;
		if live.is_empty() {
			CheckpointsOf::<T>::remove(asset);
		} else {
			CheckpointsOf::<T>::insert(asset, live);
		}
		Ok(answer)
	}

	pub(crate) fn checkpoint(asset: AssetId, id: CheckpointId) -> Option<Checkpoint> {
		CheckpointsOf::<T>::get(asset).into_iter().find(|checkpoint| checkpoint.id == id)
	}

	/// What an investor owned at a checkpoint; none if nobody refers to it.
	pub(crate) fn checked_balance_at(
		asset: AssetId,
		investor: InvestorId,
		checkpoint: CheckpointId,
	) -> Option<Balance> {
		Self::checkpoint(asset, checkpoint)
			.map(|checkpoint| <Self as Checkpoints>::balance_at(asset, investor, checkpoint.id))
	}
}

impl<T: Config> Checkpoints for Pallet<T> {
	fn take(asset: AssetId) -> Result<CheckpointId, DispatchError> {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		let id = book.checkpoint.ensure_add(1)?;
		let checkpoint = Checkpoint {
			id,
			at: Self::now(),
			supply: book.supply,
			holders: book.holders,
			references: 1,
		};
		Self::change_checkpoints(asset, |live| {
			live.try_push(checkpoint).map_err(|_| Error::<T>::TooManyCheckpoints.into())
		})?;
		if book.oldest == 0 {
			book.oldest = id;
		}
		(book.checkpoint, book.newest) = (id, id);
		Books::<T>::insert(asset, book);
		Self::deposit_event(Event::CheckpointTaken { asset, checkpoint: id });
		Ok(id)
	}

	fn hold(asset: AssetId, checkpoint: CheckpointId) -> DispatchResult {
		Self::change_checkpoints(asset, |live| {
			let found = live.iter_mut().find(|one| one.id == checkpoint);
			let found = found.ok_or(Error::<T>::UnknownCheckpoint)?;
			Ok(found.references.ensure_add_assign(1)?)
		})
	}

	fn release(asset: AssetId, checkpoint: CheckpointId) -> DispatchResult {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		let (gone, oldest, newest) = Self::change_checkpoints(asset, |live| {
			let found = live.iter_mut().find(|one| one.id == checkpoint);
			let found = found.ok_or(Error::<T>::UnknownCheckpoint)?;
			found.references.ensure_sub_assign(1)?;
			let gone = found.references == 0;
			live.retain(|one| one.references > 0);
			let id = |one: Option<&Checkpoint>| one.map_or(0, |one| one.id);
			Ok((gone, id(live.first()), id(live.last())))
		})?;
		if gone {
			(book.oldest, book.newest) = (oldest, newest);
			Books::<T>::insert(asset, book);
			Self::deposit_event(Event::CheckpointReleased { asset, checkpoint });
		}
		Ok(())
	}

	fn balance_at(asset: AssetId, investor: InvestorId, checkpoint: CheckpointId) -> Balance {
		let position = Positions::<T>::get(asset, investor);
		Self::owned_at(asset, investor, &position, checkpoint)
	}

	fn supply_at(asset: AssetId, checkpoint: CheckpointId) -> Option<Balance> {
		Self::checkpoint(asset, checkpoint).map(|checkpoint| checkpoint.supply)
	}

	fn holders_at(asset: AssetId, checkpoint: CheckpointId) -> Option<u32> {
		Self::checkpoint(asset, checkpoint).map(|checkpoint| checkpoint.holders)
	}
}

/// The records that speak of a checkpoint that somebody refers to. Each speaks of those after the
/// record before it, so dropping one that speaks of none changes no answer.
fn prune(past: Vec<Past>, live: &[Checkpoint]) -> Vec<Past> {
	let mut after = 0;
	past.into_iter()
		.filter(|record| {
			let speaks = |one: &Checkpoint| after < one.id && one.id <= record.checkpoint;
			let needed = live.iter().any(speaks);
			after = record.checkpoint;
			needed
		})
		.collect()
}

/// The records without those that say the same as the next, or as what is owned now.
fn merge(past: Vec<Past>, owned: Balance) -> Vec<Past> {
	let mut next = owned;
	let mut merged: Vec<Past> = past
		.into_iter()
		.rev()
		.filter(|record| {
			let differs = record.owned != next;
			next = record.owned;
			differs
		})
		.collect();
	merged.reverse();
	merged
}

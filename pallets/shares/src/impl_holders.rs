// SPDX-License-Identifier: Apache-2.0

//! The owners of an asset, as the layers above page over them.

use crate::{Books, Config, Error, Event, Pallet, Positions, MAX_PAGE};
use alloc::vec::Vec;
use cadastre_primitives::{
	traits::Holders, AssetId, Balance, CheckpointId, InvestorId, Marks, Moment,
};
use codec::Encode;
use frame_support::{pallet_prelude::DispatchResult, StorageHasher, Twox64Concat};

impl<T: Config> Holders for Pallet<T> {
	fn owned(asset: AssetId, investor: InvestorId) -> Balance {
		Positions::<T>::get(asset, investor).owned()
	}

	fn in_issue(asset: AssetId) -> Balance {
		Books::<T>::get(asset).map_or(0, |book| book.supply)
	}

	fn taken_at(asset: AssetId, checkpoint: CheckpointId) -> Option<Moment> {
		Self::checkpoint(asset, checkpoint).map(|checkpoint| checkpoint.at)
	}

	fn holding_at(
		asset: AssetId,
		investor: InvestorId,
		checkpoint: CheckpointId,
	) -> (Balance, Marks) {
		let position = Positions::<T>::get(asset, investor);
		(Self::owned_at(asset, investor, &position, checkpoint), position.marks)
	}

	fn mark(asset: AssetId, investor: InvestorId, number: u32) -> DispatchResult {
		Self::change_marks(asset, investor, |marks| marks.with(number))
	}

	fn unmark(asset: AssetId, investor: InvestorId, number: u32) -> DispatchResult {
		Self::change_marks(asset, investor, |marks| marks.without(number))
	}

	/// Positions lie in the order of the hashes of their investors.
	fn is_passed(investor: InvestorId, last: InvestorId) -> bool {
		let place = |investor: InvestorId| investor.using_encoded(Twox64Concat::hash);
		place(investor) <= place(last)
	}

	/// At most [`MAX_PAGE`]. A position that has changed after later checkpoints too costs two reads.
	fn page(
		asset: AssetId,
		checkpoint: CheckpointId,
		after: Option<InvestorId>,
		limit: u32,
	) -> Vec<(InvestorId, Balance, Marks)> {
		let limit = usize::try_from(limit.min(MAX_PAGE)).unwrap_or(0);
		Self::positions_after(asset, after)
			.take(limit)
			.map(|(investor, position)| {
				let owned = Self::owned_at(asset, investor, &position, checkpoint);
				(investor, owned, position.marks)
			})
			.collect()
	}

	/// Setting what is set already changes nothing and deposits no event.
	fn watch(asset: AssetId, on: bool) -> DispatchResult {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		let old = book.watched;
		if old != on {
			book.watched = on;
			Books::<T>::insert(asset, book);
			Self::deposit_event(Event::WatchSet { asset, old, new: on });
		}
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_holder(asset: AssetId, investor: InvestorId, units: Balance) {
		crate::benchmarking::make_holder::<T>(asset, investor, units);
	}
}

impl<T: Config> Pallet<T> {
	fn change_marks(
		asset: AssetId,
		investor: InvestorId,
		change: impl FnOnce(Marks) -> Marks,
	) -> DispatchResult {
		Positions::<T>::try_mutate_exists(asset, investor, |slot| {
			let position = slot.as_mut().ok_or(Error::<T>::Corrupt)?;
			position.marks = change(position.marks);
			Ok(())
		})
	}
}

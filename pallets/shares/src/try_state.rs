// SPDX-License-Identifier: Apache-2.0

//! The invariants of the register. Their numbers are those of the README.

use crate::{
	lots::DAY, Allowances, Book, Books, CheckpointsOf, Config, Conversions, CountryHolders, Denied,
	Given, History, Holds, Lots, Pallet, Position, Positions,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use cadastre_primitives::{
	traits::Checkpoints, AssetId, Balance, ClassCounts, Country, InvestorId, Moment,
};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

/// What the positions of an asset add up to.
#[derive(Default)]
struct Sums {
	owned: Balance,
	holders: u32,
	kept: u32,
	by_class: ClassCounts,
	by_country: BTreeMap<Country, ClassCounts>,
	/// By checkpoint, in the order of their numbers: owned, and holders.
	past: Vec<(Balance, u32)>,
}

impl<T: Config> Pallet<T> {
	/// Checks every invariant over the whole of the storage.
	///
	/// # Errors
	/// Names the first invariant that is broken.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let now = Self::now();
		let mut sums = BTreeMap::<AssetId, Sums>::new();
		for (asset, investor, position) in Positions::<T>::iter() {
			let book = Books::<T>::get(asset).ok_or("INV-S4: a position without a book")?;
			Self::check_position(asset, investor, &book, &position, now)?;
			let found = sums.entry(asset).or_default();
			add(&mut found.owned, position.owned())
				.ok_or("INV-S1: the positions of an asset overflow")?;
			if position.is_empty() {
				found.kept = found.kept.saturating_add(1);
			} else {
				found.holders = found.holders.saturating_add(1);
				let (country, class) = (position.bucket.country, position.bucket.class.index());
				let in_country = found.by_country.entry(country).or_default();
				for counts in [&mut found.by_class, in_country] {
					let count = counts.get_mut(class).ok_or("INV-S6: an unknown class")?;
					*count = count.saturating_add(1);
				}
			}
			let live = CheckpointsOf::<T>::get(asset);
			found.past.resize(live.len(), Default::default());
			for (checkpoint, (owned, holders)) in live.iter().zip(&mut found.past) {
				let then = <Self as Checkpoints>::balance_at(asset, investor, checkpoint.id);
				add(owned, then).ok_or("INV-S11: the positions of a checkpoint overflow")?;
				*holders = holders.saturating_add((then > 0).into());
			}
		}
		for (asset, book) in Books::<T>::iter() {
			Self::check_book(asset, &book, sums.get(&asset).unwrap_or(&Sums::default()))?;
		}
		Self::check_belongings()?;
		Self::try_orders()
	}

	fn check_position(
		asset: AssetId,
		investor: InvestorId,
		book: &Book<T::AccountId>,
		position: &Position,
		now: Moment,
	) -> Result<(), TryRuntimeError> {
		ensure!(
			!position.is_empty() || position.is_kept(),
			"INV-S3: a position of which nothing is known"
		);

		let holds = Holds::<T>::get(asset, investor);
		let mut held = 0;
		for hold in &holds {
			add(&mut held, hold.amount).ok_or("INV-S8: the holds of a position overflow")?;
		}
		ensure!(held == position.held, "INV-S8: holds do not add up to what is held");
		ensure!(holds.iter().all(|hold| hold.amount > 0), "INV-S8: a hold of nothing");
		let purposes: BTreeSet<_> =
			holds.iter().map(|hold| codec::Encode::encode(&hold.reason)).collect();
		ensure!(purposes.len() == holds.len(), "INV-S8: two holds for one purpose");

		let lots = Lots::<T>::get(asset, investor);
		let mut running = 0;
		for lot in lots.iter().filter(|lot| now < lot.until) {
			add(&mut running, lot.amount).ok_or("INV-S9: the lots of a position overflow")?;
		}
		ensure!(running <= position.free, "INV-S9: more is locked up than is free");
		ensure!(lots.iter().all(|lot| lot.amount > 0), "INV-S9: a lot of nothing");
		let whole = |until: Moment| until == Moment::MAX || until.checked_rem(DAY) == Some(0);
		ensure!(lots.iter().all(|lot| whole(lot.until)), "INV-S9: a lot that ends within a day");
		ensure!(lots.is_sorted_by(|one, two| one.until < two.until), "INV-S9: lots out of order");
		let last = lots.last().map_or(0, |lot| lot.until);
		ensure!(last == position.locked_until, "INV-S9: a position does not know its last lot");

		ensure!(position.checkpoint <= book.checkpoint, "INV-S10: a checkpoint never taken");
		let past = History::<T>::get(asset, investor);
		ensure!(position.older != past.is_empty(), "INV-S10: a history that nobody knows of");
		ensure!(
			past.is_sorted_by(|one, two| one.checkpoint < two.checkpoint)
				&& past.last().is_none_or(|last| last.checkpoint < position.checkpoint),
			"INV-S10: a history out of order"
		);
		ensure!(
			(position.given_until > 0) == Given::<T>::contains_key(asset, investor),
			"INV-S12: a window that nobody knows of"
		);
		Ok(())
	}

	fn check_book(
		asset: AssetId,
		book: &Book<T::AccountId>,
		found: &Sums,
	) -> Result<(), TryRuntimeError> {
		ensure!(found.owned == book.supply, "INV-S1: positions do not add up to the supply");
		ensure!(found.holders == book.holders, "INV-S2: positions and holders differ in number");
		ensure!(found.kept == book.kept, "INV-S3: empty positions are miscounted");
		ensure!(book.supply <= book.authorised, "INV-S5: supply exceeds authorised number");
		ensure!(found.by_class == book.by_class, "INV-S6: holders are miscounted by class");
		let by_country: BTreeMap<_, _> = CountryHolders::<T>::iter_prefix(asset).collect();
		ensure!(found.by_country == by_country, "INV-S7: holders are miscounted by country");

		let live = CheckpointsOf::<T>::get(asset);
		let end = |one: Option<&crate::Checkpoint>| one.map_or(0, |one| one.id);
		ensure!(
			(end(live.first()), end(live.last())) == (book.oldest, book.newest)
				&& book.newest <= book.checkpoint,
			"INV-S10: a book does not know its checkpoints"
		);
		ensure!(
			live.is_sorted_by(|one, two| one.id < two.id)
				&& live.iter().all(|one| one.references > 0),
			"INV-S10: checkpoints out of order, or without reference"
		);
		let nothing = (0, 0);
		for (index, checkpoint) in live.iter().enumerate() {
			let (owned, holders) = *found.past.get(index).unwrap_or(&nothing);
			ensure!(
				(owned, holders) == (checkpoint.supply, checkpoint.holders),
				"INV-S11: positions do not add up to the supply of a checkpoint"
			);
		}

		let denied = Denied::<T>::iter_key_prefix(asset).count();
		ensure!(u32::try_from(denied) == Ok(book.denied), "INV-S13: the deny list is miscounted");
		let classes = Books::<T>::iter_values().filter(|class| class.class_of == Some(asset));
		ensure!(
			u32::try_from(classes.count()) == Ok(book.classes),
			"INV-S14: classes are miscounted"
		);
		ensure!(book.units_per_share > 0, "INV-S15: a share of no unit");
		Ok(())
	}

	/// What hangs on a book or a position does not outlive it.
	fn check_belongings() -> Result<(), TryRuntimeError> {
		let has_book = |asset| Books::<T>::contains_key(asset);
		let books = CountryHolders::<T>::iter_keys()
			.map(|(asset, _)| asset)
			.chain(CheckpointsOf::<T>::iter_keys())
			.chain(Conversions::<T>::iter_keys())
			.chain(Denied::<T>::iter_keys().map(|(asset, _)| asset));
		for asset in books {
			ensure!(has_book(asset), "INV-S4: a record without a book");
		}
		for book in Books::<T>::iter_values() {
			ensure!(book.class_of.is_none_or(has_book), "INV-S4: a class without its asset");
		}
		let positions = Lots::<T>::iter_keys()
			.chain(Given::<T>::iter_keys())
			.chain(History::<T>::iter_keys())
			.chain(Holds::<T>::iter_keys());
		for (asset, investor) in positions {
			ensure!(
				Positions::<T>::contains_key(asset, investor),
				"INV-S4: a record without a position"
			);
		}
		ensure!(
			Allowances::<T>::iter_values().all(|allowance| allowance.amount > 0),
			"INV-S16: an allowance of nothing"
		);
		Ok(())
	}
}

fn add(sum: &mut Balance, amount: Balance) -> Option<()> {
	*sum = sum.checked_add(amount)?;
	Some(())
}

// SPDX-License-Identifier: Apache-2.0

//! The invariants of the register. Their numbers are those of the README.

use crate::{Books, Config, Pallet, Positions};
use alloc::collections::BTreeMap;
use cadastre_primitives::{AssetId, Balance};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant over the whole of the storage.
	///
	/// # Errors
	/// Names the first invariant that is broken.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut found = BTreeMap::<AssetId, (Balance, u32)>::new();
		for (asset, _, position) in Positions::<T>::iter() {
			ensure!(Books::<T>::contains_key(asset), "INV-S4: a position without a book");
			let (shares, holders) = found.entry(asset).or_default();
			*shares = shares
				.checked_add(position.owned())
				.ok_or("INV-S1: the positions of an asset overflow")?;
			*holders = holders.saturating_add((!position.is_empty()).into());
		}
		for (asset, book) in Books::<T>::iter() {
			let (shares, holders) = found.get(&asset).copied().unwrap_or_default();
			ensure!(shares == book.supply, "INV-S1: positions do not add up to the supply");
			ensure!(holders == book.holders, "INV-S2: positions and holders differ in number");
			ensure!(book.supply <= book.authorised, "INV-S5: supply exceeds authorised number");
		}
		Self::try_orders()
	}
}

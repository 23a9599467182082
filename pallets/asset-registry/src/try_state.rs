// SPDX-License-Identifier: Apache-2.0

//! The invariants of the registry. Their numbers are those of the README.

use crate::{rules, Assets, Config, NextAssetId, Pallet, Papers};
use alloc::collections::BTreeMap;
use cadastre_primitives::{traits::Register, AssetId, AssetStatus, Country};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant over the whole of the storage.
	///
	/// # Errors
	/// Names the first invariant that is broken.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut found = BTreeMap::<AssetId, u32>::new();
		for (asset, id, paper) in Papers::<T>::iter() {
			let Some(record) = Assets::<T>::get(asset) else {
				return Err("INV-R2: a paper without an asset".into());
			};
			ensure!(id < record.papers, "INV-R3: a paper's id is not below the number of papers");
			ensure!(
				paper.supersedes.is_none_or(|earlier| earlier < id),
				"INV-R8: a paper supersedes one that is not earlier"
			);
			ensure!(paper.dated <= paper.filed_at, "INV-R9: a paper is dated after its filing");
			let count = found.entry(asset).or_default();
			*count = count.saturating_add(1);
		}
		let next = NextAssetId::<T>::get();
		for (asset, record) in Assets::<T>::iter() {
			let count = found.get(&asset).copied().unwrap_or_default();
			ensure!(count == record.papers, "INV-R1: papers and their number differ");
			ensure!(asset < next, "INV-R5: an asset's id is not below the next one");
			let verification_fits = match record.status {
				AssetStatus::Draft => record.verification.is_none(),
				AssetStatus::Verified | AssetStatus::Active | AssetStatus::Suspended => {
					record.verification.is_some()
				},
				AssetStatus::Retired => true,
			};
			ensure!(verification_fits, "INV-R4: status and verification contradict each other");
			let supply = T::Register::supply(asset);
			if let Some(verification) = &record.verification {
				ensure!(
					verification.verifier != record.issuer && verification.papers > 0,
					"INV-R6: verified by the issuer, or without papers"
				);
				let retired = record.status == AssetStatus::Retired;
				let all_there = verification.papers <= record.papers;
				ensure!(retired || all_there, "INV-R6: more papers verified than there are");
				ensure!(all_there || supply == 0, "INV-R11: papers removed with shares in issue");
			}
			let may_have_shares =
				record.status != AssetStatus::Draft && record.status != AssetStatus::Verified;
			ensure!(may_have_shares || supply == 0, "INV-R7: shares of an asset never activated");
			ensure!(
				rules::is_name(&record.name)
					&& record.country.is_none_or(|code| Country::from_code(code).is_some()),
				"INV-R10: a bad name or an unknown country"
			);
		}
		Ok(())
	}
}

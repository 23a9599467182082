// SPDX-License-Identifier: Apache-2.0

//! What runs at an upgrade, before the first transaction of the new runtime.
//!
//! A migration that touches a bounded number of keys goes into [`Unreleased`], wrapped into a
//! [`frame_support::migrations::VersionedMigration`], and is taken out after the release that
//! carried it. One that walks a map is a [`Translation`] and goes as [`Walk`] into [`MultiBlock`],
//! which spreads it over blocks; while it runs, the chain takes no transactions.
//!
//! `tests/migrations.rs` has one of each, on the real storage of the register, as examples to
//! follow. `docs/runbooks/upgrade.md` says how an upgrade is prepared and made.

use crate::{configs::system::InMemoryDbWeight, Runtime};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::{
	migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
	storage::unhashed,
	traits::{ConstU32, GetStorageVersion, PalletInfoAccess, StorageVersion},
	weights::{Weight, WeightMeter},
	BoundedVec,
};

/// Runs at an upgrade: [`Unreleased`] first, then [`Permanent`].
pub type SingleBlockMigrations = (Unreleased, Permanent);

/// Since the last release. Each of them checks the storage version that it starts from.
pub type Unreleased = ();

/// At every upgrade.
pub type Permanent = (pallet_xcm::migration::MigrateToLatestXcmVersion<Runtime>,);

/// Migrations over more than one block, in order.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type MultiBlock = ();

/// Benchmarks need a migration that succeeds whatever the state.
#[cfg(feature = "runtime-benchmarks")]
pub type MultiBlock = pallet_migrations::mock_helpers::MockedMigrations;

/// The longest key of a map that [`Walk`] can walk, in bytes.
pub const MAX_KEY: u32 = 256;

/// What an entry adds to the proof beside its value, in bytes: its node, and its share of the nodes
/// above it. Walking in order, each of those is in the proof once. Measured by
/// `tests/migrations.rs`.
const PROOF_PER_ENTRY: u64 = 384;

/// What the way down to the first entry of a step adds to the proof, in bytes: nodes of 16 hashes,
/// as deep as a map of 16^8 entries.
const PROOF_PER_STEP: u64 = 8 * 16 * 34;

/// A change of the form of every value of one map.
pub trait Translation {
	/// Whose map it is. The version of its storage says if the change is still to be made.
	type Pallet: GetStorageVersion<InCodeStorageVersion = StorageVersion> + PalletInfoAccess;

	/// The version of the storage before the change. After it, it is one more.
	const FROM: u16;

	/// The longest value, in bytes, in the old form or in the new.
	const MAX_VALUE: u32;

	/// What the keys of the map begin with: the hashes of the pallet's and of the map's name.
	fn prefix() -> [u8; 32];

	/// A value in its new form. `None` leaves it as it is.
	fn translate(old: &[u8]) -> Option<Vec<u8>>;
}

/// Makes a [`Translation`], as many entries in a block as the block's proof and time allow.
///
/// Each entry is visited once, in the order of the keys: the cursor is the last key. It is in the
/// state, so a node that is killed goes on where the last block ended. The version of the storage
/// rises with the last entry; from then on there is nothing to do.
pub struct Walk<T>(PhantomData<T>);

impl<T: Translation> Walk<T> {
	/// What a step costs beside its entries: the version is read, and written at the end.
	fn per_step() -> Weight {
		InMemoryDbWeight::get()
			.reads_writes(2, 1)
			.saturating_add(Weight::from_parts(0, PROOF_PER_STEP))
	}

	/// What an entry costs: its key is found, its value is read and written.
	pub fn per_entry() -> Weight {
		let proof = PROOF_PER_ENTRY.saturating_add(T::MAX_VALUE.into());
		InMemoryDbWeight::get().reads_writes(2, 1).saturating_add(Weight::from_parts(0, proof))
	}
}

impl<T: Translation> SteppedMigration for Walk<T> {
	type Cursor = BoundedVec<u8, ConstU32<MAX_KEY>>;
	type Identifier = MigrationId<32>;

	fn id() -> Self::Identifier {
		let byte = |version: u16| u8::try_from(version).unwrap_or(u8::MAX);
		MigrationId {
			pallet_id: T::prefix(),
			version_from: byte(T::FROM),
			version_to: byte(T::FROM.saturating_add(1)),
		}
	}

	fn migrating_prefixes() -> Option<impl IntoIterator<Item = Vec<u8>>> {
		Some([T::prefix().to_vec()])
	}

	fn step(
		cursor: Option<Self::Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
		if T::Pallet::on_chain_storage_version() != StorageVersion::new(T::FROM) {
			return Ok(None);
		}
		let required = Self::per_step().saturating_add(Self::per_entry());
		if !meter.can_consume(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		meter.consume(Self::per_step());

		let prefix = T::prefix();
		let mut last = cursor.map_or_else(|| prefix.to_vec(), BoundedVec::into_inner);
		while meter.try_consume(Self::per_entry()).is_ok() {
			let next = sp_io::storage::next_key(&last).filter(|key| key.starts_with(&prefix));
			let Some(key) = next else {
				StorageVersion::new(T::FROM.saturating_add(1)).put::<T::Pallet>();
				return Ok(None);
			};
			if let Some(new) = unhashed::get_raw(&key).and_then(|old| T::translate(&old)) {
				unhashed::put_raw(&key, &new);
			}
			last = key;
		}
		Ok(Some(last.try_into().map_err(|_| SteppedMigrationError::Failed)?))
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_asset_registry`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::RocksDbWeight, Weight}};

/// Weight functions needed for `pallet_asset_registry`.
pub trait WeightInfo {
	fn register() -> Weight;
	fn file_paper() -> Weight;
	fn verify_asset() -> Weight;
	fn activate() -> Weight;
	fn suspend() -> Weight;
	fn resume() -> Weight;
	fn retire() -> Weight;
	fn remove(n: u32, ) -> Weight;
}

/// Weights for `pallet_asset_registry`.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `AssetRegistry::NextAssetId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Packs` (r:1 w:1)
	/// Storage: `AssetRegistry::Assets` (r:0 w:1)
	fn register() -> Weight {
		Weight::from_parts(62_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `AssetRegistry::Papers` (r:0 w:1)
	fn file_paper() -> Weight {
		Weight::from_parts(50_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn verify_asset() -> Weight {
		Weight::from_parts(18_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn activate() -> Weight {
		Weight::from_parts(24_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn suspend() -> Weight {
		Weight::from_parts(24_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn resume() -> Weight {
		Weight::from_parts(24_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn retire() -> Weight {
		Weight::from_parts(24_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Packs` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `AssetRegistry::Papers` (r:64 w:64)
	/// The range of component `n` is `[1, 64]`.
	fn remove(n: u32, ) -> Weight {
		Weight::from_parts(60_000_000, 3_900)
			.saturating_add(Weight::from_parts(30_000_000, 2_650).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `AssetRegistry::NextAssetId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Packs` (r:1 w:1)
	/// Storage: `AssetRegistry::Assets` (r:0 w:1)
	fn register() -> Weight {
		Weight::from_parts(62_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `AssetRegistry::Papers` (r:0 w:1)
	fn file_paper() -> Weight {
		Weight::from_parts(50_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn verify_asset() -> Weight {
		Weight::from_parts(18_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn activate() -> Weight {
		Weight::from_parts(24_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn suspend() -> Weight {
		Weight::from_parts(24_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn resume() -> Weight {
		Weight::from_parts(24_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn retire() -> Weight {
		Weight::from_parts(24_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Packs` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `AssetRegistry::Papers` (r:64 w:64)
	/// The range of component `n` is `[1, 64]`.
	fn remove(n: u32, ) -> Weight {
		Weight::from_parts(60_000_000, 3_900)
			.saturating_add(Weight::from_parts(30_000_000, 2_650).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
}

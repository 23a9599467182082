// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_shares`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::RocksDbWeight, Weight}};

/// Weight functions needed for `pallet_shares`.
pub trait WeightInfo {
	fn issue() -> Weight;
	fn transfer() -> Weight;
	fn transfer_known() -> Weight;
	fn transfer_circle() -> Weight;
	fn transfer_refused() -> Weight;
	fn redeem() -> Weight;
	fn set_pack() -> Weight;
}

/// Weights for `pallet_shares`.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	fn issue() -> Weight {
		Weight::from_parts(34_000_000, 6_100)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::Positions` (r:2 w:2)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	fn transfer() -> Weight {
		Weight::from_parts(44_000_000, 6_100)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::Positions` (r:2 w:2)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	fn transfer_known() -> Weight {
		Weight::from_parts(42_000_000, 6_100)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::Positions` (r:2 w:2)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	/// Storage: `Shares::CountryHolders` (r:2 w:2)
	fn transfer_circle() -> Weight {
		Weight::from_parts(48_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::Positions` (r:2 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	fn transfer_refused() -> Weight {
		Weight::from_parts(34_000_000, 6_100)
			.saturating_add(T::DbWeight::get().reads(7_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	fn redeem() -> Weight {
		Weight::from_parts(26_000_000, 3_600)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Packs` (r:2 w:2)
	fn set_pack() -> Weight {
		Weight::from_parts(22_000_000, 6_100)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	fn issue() -> Weight {
		Weight::from_parts(34_000_000, 6_100)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::Positions` (r:2 w:2)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	fn transfer() -> Weight {
		Weight::from_parts(44_000_000, 6_100)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::Positions` (r:2 w:2)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	fn transfer_known() -> Weight {
		Weight::from_parts(42_000_000, 6_100)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::Positions` (r:2 w:2)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	/// Storage: `Shares::CountryHolders` (r:2 w:2)
	fn transfer_circle() -> Weight {
		Weight::from_parts(48_000_000, 8_000)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::Positions` (r:2 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	fn transfer_refused() -> Weight {
		Weight::from_parts(34_000_000, 6_100)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	fn redeem() -> Weight {
		Weight::from_parts(26_000_000, 3_600)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Packs` (r:2 w:2)
	fn set_pack() -> Weight {
		Weight::from_parts(22_000_000, 6_100)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
}

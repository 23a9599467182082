// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_dividends`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::RocksDbWeight, Weight}};

/// Weight functions needed for `pallet_dividends`.
pub trait WeightInfo {
	fn declare(n: u32, ) -> Weight;
	fn open(n: u32, ) -> Weight;
	fn cancel(n: u32, ) -> Weight;
	fn claim(n: u32, ) -> Weight;
	fn push(n: u32, ) -> Weight;
	fn close(n: u32, ) -> Weight;
	fn pay_parked() -> Weight;
	fn surrender_parked() -> Weight;
	fn open_stream() -> Weight;
	fn fund_stream() -> Weight;
	fn claim_streams() -> Weight;
	fn close_stream() -> Weight;
	fn finish_stream() -> Weight;
	fn set_tax_table() -> Weight;
	fn file_certificate() -> Weight;
	fn remove_certificate() -> Weight;
	fn remit_tax() -> Weight;
	fn close_purse() -> Weight;
	fn prune() -> Weight;
	fn queue_push() -> Weight;
	fn on_change() -> Weight;
	fn on_poll_idle() -> Weight;
	fn on_poll_hour() -> Weight;
	fn on_idle_queue() -> Weight;
}

/// Weights for `pallet_dividends`.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Dividends::NumbersOf` (r:1 w:1)
	/// Storage: `Dividends::Distributions` (r:0 w:1)
	/// Storage: `Dividends::Listed` (r:0 w:64)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::TaxTables` (r:1 w:1)
	/// Storage: `Dividends::OpeningAgenda` (r:1 w:1)
	/// Storage: `Dividends::Hours` (r:1 w:1)
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:64 w:0)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// The range of component `n` is `[0, 64]`.
	fn declare(n: u32, ) -> Weight {
		Weight::from_parts(180_000_000, 4_100)
			.saturating_add(Weight::from_parts(8_000_000, 2_600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(13_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Dividends::Distributions` (r:1 w:1)
	/// Storage: `Dividends::Listed` (r:65 w:0)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::TaxTables` (r:2 w:2)
	/// Storage: `Dividends::OpeningAgenda` (r:1 w:1)
	/// Storage: `Dividends::Hours` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:64 w:0)
	/// The range of component `n` is `[0, 64]`.
	fn open(n: u32, ) -> Weight {
		Weight::from_parts(70_000_000, 4_100)
			.saturating_add(Weight::from_parts(5_000_000, 5_200).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Dividends::Distributions` (r:1 w:1)
	/// Storage: `Dividends::Listed` (r:65 w:64)
	/// Storage: `Dividends::NumbersOf` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::TaxTables` (r:1 w:1)
	/// Storage: `Dividends::OpeningAgenda` (r:1 w:1)
	/// Storage: `Dividends::Hours` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// The range of component `n` is `[0, 64]`.
	fn cancel(n: u32, ) -> Weight {
		Weight::from_parts(110_000_000, 4_100)
			.saturating_add(Weight::from_parts(5_000_000, 2_600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(12_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Dividends::Accounts` (r:1 w:1)
	/// Storage: `Dividends::Distributions` (r:16 w:16)
	/// Storage: `Dividends::Listed` (r:16 w:0)
	/// Storage: `Dividends::TaxTables` (r:16 w:0)
	/// Storage: `Dividends::TaxDue` (r:16 w:16)
	/// Storage: `Dividends::Certificates` (r:1 w:0)
	/// Storage: `Dividends::Parked` (r:16 w:16)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:16 w:16)
	/// Storage: `Assets::Account` (r:32 w:32)
	/// The range of component `n` is `[1, 16]`.
	fn claim(n: u32, ) -> Weight {
		Weight::from_parts(30_000_000, 4_100)
			.saturating_add(Weight::from_parts(60_000_000, 3_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `Dividends::Distributions` (r:1 w:1)
	/// Storage: `Dividends::TaxTables` (r:1 w:0)
	/// Storage: `Dividends::Accounts` (r:100 w:100)
	/// Storage: `Dividends::Listed` (r:100 w:0)
	/// Storage: `Dividends::Certificates` (r:100 w:0)
	/// Storage: `Dividends::TaxDue` (r:100 w:100)
	/// Storage: `Dividends::Parked` (r:100 w:100)
	/// Storage: `Shares::Positions` (r:101 w:0)
	/// Storage: `Compliance::Keys` (r:100 w:0)
	/// Storage: `Compliance::Investors` (r:100 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:101 w:101)
	/// The range of component `n` is `[1, 100]`.
	fn push(n: u32, ) -> Weight {
		Weight::from_parts(40_000_000, 4_100)
			.saturating_add(Weight::from_parts(70_000_000, 12_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `Dividends::Distributions` (r:1 w:1)
	/// Storage: `Dividends::Listed` (r:65 w:64)
	/// Storage: `Dividends::NumbersOf` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::TaxTables` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// The range of component `n` is `[0, 64]`.
	fn close(n: u32, ) -> Weight {
		Weight::from_parts(110_000_000, 4_100)
			.saturating_add(Weight::from_parts(5_000_000, 2_600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(12_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Dividends::Parked` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	fn pay_parked() -> Weight {
		Weight::from_parts(75_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Dividends::Parked` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	fn surrender_parked() -> Weight {
		Weight::from_parts(70_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::Streams` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Dividends::NextStreamId` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn open_stream() -> Weight {
		Weight::from_parts(110_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:0)
	/// Storage: `Dividends::Streams` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	fn fund_stream() -> Weight {
		Weight::from_parts(75_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Dividends::Streams` (r:1 w:1)
	/// Storage: `Dividends::Accounts` (r:1 w:1)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::TaxTables` (r:1 w:0)
	/// Storage: `Dividends::Certificates` (r:1 w:0)
	/// Storage: `Dividends::TaxDue` (r:4 w:4)
	/// Storage: `Dividends::Parked` (r:4 w:4)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:4 w:4)
	/// Storage: `Assets::Account` (r:8 w:8)
	fn claim_streams() -> Weight {
		Weight::from_parts(270_000_000, 7_800)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(22_u64))
	}
	/// Storage: `Dividends::Streams` (r:1 w:1)
	fn close_stream() -> Weight {
		Weight::from_parts(25_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Dividends::Streams` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn finish_stream() -> Weight {
		Weight::from_parts(95_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Dividends::NextTableId` (r:1 w:1)
	/// Storage: `Dividends::TableOf` (r:1 w:1)
	/// Storage: `Dividends::TaxTables` (r:1 w:2)
	fn set_tax_table() -> Weight {
		Weight::from_parts(40_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Dividends::Certificates` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn file_certificate() -> Weight {
		Weight::from_parts(85_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Dividends::Certificates` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn remove_certificate() -> Weight {
		Weight::from_parts(50_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Dividends::TaxDue` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	fn remit_tax() -> Weight {
		Weight::from_parts(70_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Dividends::Parked` (r:1 w:0)
	/// Storage: `Dividends::TaxDue` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	fn close_purse() -> Weight {
		Weight::from_parts(75_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Dividends::Accounts` (r:1 w:1)
	/// Storage: `Dividends::NumbersOf` (r:1 w:0)
	/// Storage: `Dividends::Streams` (r:1 w:0)
	fn prune() -> Weight {
		Weight::from_parts(25_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Dividends::Streams` (r:1 w:0)
	/// Storage: `Dividends::Accounts` (r:1 w:1)
	fn on_change() -> Weight {
		Weight::from_parts(25_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Dividends::OpeningAgenda` (r:1 w:0)
	fn on_poll_idle() -> Weight {
		Weight::from_parts(4_000_000, 1_500)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Dividends::Hours` (r:1 w:1)
	/// Storage: `Dividends::OpeningAgenda` (r:0 w:1)
	fn on_poll_hour() -> Weight {
		Weight::from_parts(8_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Dividends::Distributions` (r:1 w:0)
	/// Storage: `Dividends::Queue` (r:1 w:1)
	fn queue_push() -> Weight {
		Weight::from_parts(22_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Dividends::Queue` (r:1 w:1)
	fn on_idle_queue() -> Weight {
		Weight::from_parts(9_000_000, 2_100)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Dividends::NumbersOf` (r:1 w:1)
	/// Storage: `Dividends::Distributions` (r:0 w:1)
	/// Storage: `Dividends::Listed` (r:0 w:64)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::TaxTables` (r:1 w:1)
	/// Storage: `Dividends::OpeningAgenda` (r:1 w:1)
	/// Storage: `Dividends::Hours` (r:1 w:1)
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:64 w:0)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// The range of component `n` is `[0, 64]`.
	fn declare(n: u32, ) -> Weight {
		Weight::from_parts(180_000_000, 4_100)
			.saturating_add(Weight::from_parts(8_000_000, 2_600).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(15_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(13_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Dividends::Distributions` (r:1 w:1)
	/// Storage: `Dividends::Listed` (r:65 w:0)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::TaxTables` (r:2 w:2)
	/// Storage: `Dividends::OpeningAgenda` (r:1 w:1)
	/// Storage: `Dividends::Hours` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:64 w:0)
	/// The range of component `n` is `[0, 64]`.
	fn open(n: u32, ) -> Weight {
		Weight::from_parts(70_000_000, 4_100)
			.saturating_add(Weight::from_parts(5_000_000, 5_200).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	/// Storage: `Dividends::Distributions` (r:1 w:1)
	/// Storage: `Dividends::Listed` (r:65 w:64)
	/// Storage: `Dividends::NumbersOf` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::TaxTables` (r:1 w:1)
	/// Storage: `Dividends::OpeningAgenda` (r:1 w:1)
	/// Storage: `Dividends::Hours` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// The range of component `n` is `[0, 64]`.
	fn cancel(n: u32, ) -> Weight {
		Weight::from_parts(110_000_000, 4_100)
			.saturating_add(Weight::from_parts(5_000_000, 2_600).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(12_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Dividends::Accounts` (r:1 w:1)
	/// Storage: `Dividends::Distributions` (r:16 w:16)
	/// Storage: `Dividends::Listed` (r:16 w:0)
	/// Storage: `Dividends::TaxTables` (r:16 w:0)
	/// Storage: `Dividends::TaxDue` (r:16 w:16)
	/// Storage: `Dividends::Certificates` (r:1 w:0)
	/// Storage: `Dividends::Parked` (r:16 w:16)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:16 w:16)
	/// Storage: `Assets::Account` (r:32 w:32)
	/// The range of component `n` is `[1, 16]`.
	fn claim(n: u32, ) -> Weight {
		Weight::from_parts(30_000_000, 4_100)
			.saturating_add(Weight::from_parts(60_000_000, 3_000).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `Dividends::Distributions` (r:1 w:1)
	/// Storage: `Dividends::TaxTables` (r:1 w:0)
	/// Storage: `Dividends::Accounts` (r:100 w:100)
	/// Storage: `Dividends::Listed` (r:100 w:0)
	/// Storage: `Dividends::Certificates` (r:100 w:0)
	/// Storage: `Dividends::TaxDue` (r:100 w:100)
	/// Storage: `Dividends::Parked` (r:100 w:100)
	/// Storage: `Shares::Positions` (r:101 w:0)
	/// Storage: `Compliance::Keys` (r:100 w:0)
	/// Storage: `Compliance::Investors` (r:100 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:101 w:101)
	/// The range of component `n` is `[1, 100]`.
	fn push(n: u32, ) -> Weight {
		Weight::from_parts(40_000_000, 4_100)
			.saturating_add(Weight::from_parts(70_000_000, 12_000).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `Dividends::Distributions` (r:1 w:1)
	/// Storage: `Dividends::Listed` (r:65 w:64)
	/// Storage: `Dividends::NumbersOf` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::TaxTables` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// The range of component `n` is `[0, 64]`.
	fn close(n: u32, ) -> Weight {
		Weight::from_parts(110_000_000, 4_100)
			.saturating_add(Weight::from_parts(5_000_000, 2_600).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(12_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Dividends::Parked` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	fn pay_parked() -> Weight {
		Weight::from_parts(75_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Dividends::Parked` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	fn surrender_parked() -> Weight {
		Weight::from_parts(70_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::Streams` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Dividends::NextStreamId` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn open_stream() -> Weight {
		Weight::from_parts(110_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:0)
	/// Storage: `Dividends::Streams` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	fn fund_stream() -> Weight {
		Weight::from_parts(75_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Dividends::Streams` (r:1 w:1)
	/// Storage: `Dividends::Accounts` (r:1 w:1)
	/// Storage: `Dividends::TableOf` (r:1 w:0)
	/// Storage: `Dividends::TaxTables` (r:1 w:0)
	/// Storage: `Dividends::Certificates` (r:1 w:0)
	/// Storage: `Dividends::TaxDue` (r:4 w:4)
	/// Storage: `Dividends::Parked` (r:4 w:4)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:4 w:4)
	/// Storage: `Assets::Account` (r:8 w:8)
	fn claim_streams() -> Weight {
		Weight::from_parts(270_000_000, 7_800)
			.saturating_add(RocksDbWeight::get().reads(28_u64))
			.saturating_add(RocksDbWeight::get().writes(22_u64))
	}
	/// Storage: `Dividends::Streams` (r:1 w:1)
	fn close_stream() -> Weight {
		Weight::from_parts(25_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Dividends::Streams` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn finish_stream() -> Weight {
		Weight::from_parts(95_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	/// Storage: `Dividends::NextTableId` (r:1 w:1)
	/// Storage: `Dividends::TableOf` (r:1 w:1)
	/// Storage: `Dividends::TaxTables` (r:1 w:2)
	fn set_tax_table() -> Weight {
		Weight::from_parts(40_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `Dividends::Certificates` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn file_certificate() -> Weight {
		Weight::from_parts(85_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Dividends::Certificates` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn remove_certificate() -> Weight {
		Weight::from_parts(50_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Dividends::TaxDue` (r:1 w:1)
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	fn remit_tax() -> Weight {
		Weight::from_parts(70_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Dividends::Purses` (r:1 w:1)
	/// Storage: `Dividends::Parked` (r:1 w:0)
	/// Storage: `Dividends::TaxDue` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	fn close_purse() -> Weight {
		Weight::from_parts(75_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Dividends::Accounts` (r:1 w:1)
	/// Storage: `Dividends::NumbersOf` (r:1 w:0)
	/// Storage: `Dividends::Streams` (r:1 w:0)
	fn prune() -> Weight {
		Weight::from_parts(25_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Dividends::Streams` (r:1 w:0)
	/// Storage: `Dividends::Accounts` (r:1 w:1)
	fn on_change() -> Weight {
		Weight::from_parts(25_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Dividends::OpeningAgenda` (r:1 w:0)
	fn on_poll_idle() -> Weight {
		Weight::from_parts(4_000_000, 1_500)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
	}
	/// Storage: `Dividends::Hours` (r:1 w:1)
	/// Storage: `Dividends::OpeningAgenda` (r:0 w:1)
	fn on_poll_hour() -> Weight {
		Weight::from_parts(8_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Dividends::Distributions` (r:1 w:0)
	/// Storage: `Dividends::Queue` (r:1 w:1)
	fn queue_push() -> Weight {
		Weight::from_parts(22_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Dividends::Queue` (r:1 w:1)
	fn on_idle_queue() -> Weight {
		Weight::from_parts(9_000_000, 2_100)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
}

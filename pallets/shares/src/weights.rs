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
	fn propose_order() -> Weight;
	fn approve_order() -> Weight;
	fn execute_order() -> Weight;
	fn execute_recovery() -> Weight;
	fn appeal_order() -> Weight;
	fn decide_appeal() -> Weight;
	fn withdraw_order() -> Weight;
	fn annul_order() -> Weight;
	fn accept_recovery() -> Weight;
	fn prune_order() -> Weight;
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
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::NextOrderId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn propose_order() -> Weight {
		Weight::from_parts(60_000_000, 7_000)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Shares::Orders` (r:2 w:2)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn approve_order() -> Weight {
		Weight::from_parts(75_000_000, 7_000)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:2 w:2)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Shares::CountryHolders` (r:2 w:2)
	/// Storage: `Shares::Lots` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn execute_order() -> Weight {
		Weight::from_parts(95_000_000, 10_000)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Compliance::Investors` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:9 w:9)
	/// Storage: `Compliance::ProviderOf` (r:1 w:0)
	/// Storage: `Compliance::KeyOffers` (r:2 w:1)
	/// Storage: `Balances::Holds` (r:9 w:9)
	/// Storage: `System::Account` (r:9 w:9)
	fn execute_recovery() -> Weight {
		Weight::from_parts(180_000_000, 40_000)
			.saturating_add(T::DbWeight::get().reads(33_u64))
			.saturating_add(T::DbWeight::get().writes(31_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:0)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn appeal_order() -> Weight {
		Weight::from_parts(50_000_000, 7_000)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn decide_appeal() -> Weight {
		Weight::from_parts(65_000_000, 7_000)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn withdraw_order() -> Weight {
		Weight::from_parts(65_000_000, 7_000)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn annul_order() -> Weight {
		Weight::from_parts(65_000_000, 7_000)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	fn accept_recovery() -> Weight {
		Weight::from_parts(20_000_000, 3_600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn prune_order() -> Weight {
		Weight::from_parts(65_000_000, 7_000)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
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
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::NextOrderId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn propose_order() -> Weight {
		Weight::from_parts(60_000_000, 7_000)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	/// Storage: `Shares::Orders` (r:2 w:2)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn approve_order() -> Weight {
		Weight::from_parts(75_000_000, 7_000)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:2 w:2)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Shares::CountryHolders` (r:2 w:2)
	/// Storage: `Shares::Lots` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn execute_order() -> Weight {
		Weight::from_parts(95_000_000, 10_000)
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Compliance::Investors` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:9 w:9)
	/// Storage: `Compliance::ProviderOf` (r:1 w:0)
	/// Storage: `Compliance::KeyOffers` (r:2 w:1)
	/// Storage: `Balances::Holds` (r:9 w:9)
	/// Storage: `System::Account` (r:9 w:9)
	fn execute_recovery() -> Weight {
		Weight::from_parts(180_000_000, 40_000)
			.saturating_add(RocksDbWeight::get().reads(33_u64))
			.saturating_add(RocksDbWeight::get().writes(31_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:0)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn appeal_order() -> Weight {
		Weight::from_parts(50_000_000, 7_000)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn decide_appeal() -> Weight {
		Weight::from_parts(65_000_000, 7_000)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn withdraw_order() -> Weight {
		Weight::from_parts(65_000_000, 7_000)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn annul_order() -> Weight {
		Weight::from_parts(65_000_000, 7_000)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	fn accept_recovery() -> Weight {
		Weight::from_parts(20_000_000, 3_600)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Shares::Orders` (r:1 w:1)
	/// Storage: `Shares::OrdersOf` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn prune_order() -> Weight {
		Weight::from_parts(65_000_000, 7_000)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
}

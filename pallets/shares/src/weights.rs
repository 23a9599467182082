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
	fn reclassify() -> Weight;
	fn prune(n: u32) -> Weight;
	fn release_expired() -> Weight;
	fn approve() -> Weight;
	fn transfer_from() -> Weight;
	fn remove_allowance() -> Weight;
	fn split() -> Weight;
	fn set_conversion() -> Weight;
	fn convert() -> Weight;
	fn deny() -> Weight;
	fn undeny() -> Weight;
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
	/// Storage: `Shares::Lots` (r:1 w:1)
	/// Storage: `Shares::Given` (r:0 w:0)
	/// Storage: `Shares::CheckpointsOf` (r:1 w:0)
	/// Storage: `Shares::History` (r:1 w:1)
	/// Storage: `Shares::CountryHolders` (r:1 w:1)
	/// Storage: `Shares::Denied` (r:1 w:0)
	fn issue() -> Weight {
		Weight::from_parts(50_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::Positions` (r:2 w:2)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	/// Storage: `Shares::Lots` (r:2 w:2)
	/// Storage: `Shares::Given` (r:1 w:1)
	/// Storage: `Shares::CheckpointsOf` (r:1 w:0)
	/// Storage: `Shares::History` (r:2 w:2)
	/// Storage: `Shares::CountryHolders` (r:2 w:2)
	/// Storage: `Shares::Denied` (r:2 w:0)
	fn transfer() -> Weight {
		Weight::from_parts(80_000_000, 24_000)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
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
	/// Storage: `Shares::Lots` (r:1 w:0)
	/// Storage: `Shares::Given` (r:1 w:0)
	/// Storage: `Shares::CountryHolders` (r:2 w:0)
	/// Storage: `Shares::Denied` (r:2 w:0)
	fn transfer_refused() -> Weight {
		Weight::from_parts(46_000_000, 18_000)
			.saturating_add(T::DbWeight::get().reads(13_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Shares::Lots` (r:1 w:1)
	/// Storage: `Shares::CheckpointsOf` (r:1 w:0)
	/// Storage: `Shares::History` (r:1 w:1)
	/// Storage: `Shares::CountryHolders` (r:1 w:1)
	/// Storage: `Shares::Denied` (r:1 w:0)
	fn redeem() -> Weight {
		Weight::from_parts(46_000_000, 14_000)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
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
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::CountryHolders` (r:2 w:2)
	fn reclassify() -> Weight {
		Weight::from_parts(26_000_000, 7_000)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::CheckpointsOf` (r:1 w:0)
	/// Storage: `Shares::Positions` (r:32 w:32)
	/// Storage: `Shares::History` (r:32 w:32)
	/// Storage: `Shares::Lots` (r:32 w:32)
	/// Storage: `Shares::Given` (r:0 w:32)
	fn prune(n: u32) -> Weight {
		Weight::from_parts(12_000_000, 5_000)
			.saturating_add(Weight::from_parts(30_000_000, 9_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64.saturating_mul(n.into())))
	}
	/// Storage: `Shares::Holds` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	fn release_expired() -> Weight {
		Weight::from_parts(22_000_000, 4_500)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Shares::Allowances` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn approve() -> Weight {
		Weight::from_parts(40_000_000, 4_500)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: what `transfer` touches
	/// Storage: `Shares::Allowances` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn transfer_from() -> Weight {
		Weight::from_parts(100_000_000, 26_000)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// Storage: `Shares::Allowances` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn remove_allowance() -> Weight {
		Weight::from_parts(38_000_000, 4_500)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	fn split() -> Weight {
		Weight::from_parts(14_000_000, 3_600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Shares::Books` (r:2 w:0)
	/// Storage: `Shares::Conversions` (r:1 w:1)
	fn set_conversion() -> Weight {
		Weight::from_parts(16_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Shares::Conversions` (r:1 w:0)
	/// Storage: what `redeem` and `issue` touch
	fn convert() -> Weight {
		Weight::from_parts(100_000_000, 28_000)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Denied` (r:1 w:1)
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn deny() -> Weight {
		Weight::from_parts(38_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Denied` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn undeny() -> Weight {
		Weight::from_parts(36_000_000, 4_500)
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
	/// Storage: `Shares::Lots` (r:1 w:1)
	/// Storage: `Shares::Given` (r:0 w:0)
	/// Storage: `Shares::CheckpointsOf` (r:1 w:0)
	/// Storage: `Shares::History` (r:1 w:1)
	/// Storage: `Shares::CountryHolders` (r:1 w:1)
	/// Storage: `Shares::Denied` (r:1 w:0)
	fn issue() -> Weight {
		Weight::from_parts(50_000_000, 16_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Shares::Positions` (r:2 w:2)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Compliance::Packs` (r:1 w:0)
	/// Storage: `Shares::Lots` (r:2 w:2)
	/// Storage: `Shares::Given` (r:1 w:1)
	/// Storage: `Shares::CheckpointsOf` (r:1 w:0)
	/// Storage: `Shares::History` (r:2 w:2)
	/// Storage: `Shares::CountryHolders` (r:2 w:2)
	/// Storage: `Shares::Denied` (r:2 w:0)
	fn transfer() -> Weight {
		Weight::from_parts(80_000_000, 24_000)
			.saturating_add(RocksDbWeight::get().reads(17_u64))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
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
	/// Storage: `Shares::Lots` (r:1 w:0)
	/// Storage: `Shares::Given` (r:1 w:0)
	/// Storage: `Shares::CountryHolders` (r:2 w:0)
	/// Storage: `Shares::Denied` (r:2 w:0)
	fn transfer_refused() -> Weight {
		Weight::from_parts(46_000_000, 18_000)
			.saturating_add(RocksDbWeight::get().reads(13_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Positions` (r:1 w:1)
	/// Storage: `Compliance::ProviderStatus` (r:1 w:0)
	/// Storage: `Shares::Lots` (r:1 w:1)
	/// Storage: `Shares::CheckpointsOf` (r:1 w:0)
	/// Storage: `Shares::History` (r:1 w:1)
	/// Storage: `Shares::CountryHolders` (r:1 w:1)
	/// Storage: `Shares::Denied` (r:1 w:0)
	fn redeem() -> Weight {
		Weight::from_parts(46_000_000, 14_000)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
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
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::CountryHolders` (r:2 w:2)
	fn reclassify() -> Weight {
		Weight::from_parts(26_000_000, 7_000)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::CheckpointsOf` (r:1 w:0)
	/// Storage: `Shares::Positions` (r:32 w:32)
	/// Storage: `Shares::History` (r:32 w:32)
	/// Storage: `Shares::Lots` (r:32 w:32)
	/// Storage: `Shares::Given` (r:0 w:32)
	fn prune(n: u32) -> Weight {
		Weight::from_parts(12_000_000, 5_000)
			.saturating_add(Weight::from_parts(30_000_000, 9_000).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().reads(3_u64.saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64.saturating_mul(n.into())))
	}
	/// Storage: `Shares::Holds` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:1)
	fn release_expired() -> Weight {
		Weight::from_parts(22_000_000, 4_500)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Shares::Allowances` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn approve() -> Weight {
		Weight::from_parts(40_000_000, 4_500)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: what `transfer` touches
	/// Storage: `Shares::Allowances` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn transfer_from() -> Weight {
		Weight::from_parts(100_000_000, 26_000)
			.saturating_add(RocksDbWeight::get().reads(20_u64))
			.saturating_add(RocksDbWeight::get().writes(13_u64))
	}
	/// Storage: `Shares::Allowances` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn remove_allowance() -> Weight {
		Weight::from_parts(38_000_000, 4_500)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	fn split() -> Weight {
		Weight::from_parts(14_000_000, 3_600)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Shares::Books` (r:2 w:0)
	/// Storage: `Shares::Conversions` (r:1 w:1)
	fn set_conversion() -> Weight {
		Weight::from_parts(16_000_000, 6_000)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Shares::Conversions` (r:1 w:0)
	/// Storage: what `redeem` and `issue` touch
	fn convert() -> Weight {
		Weight::from_parts(100_000_000, 28_000)
			.saturating_add(RocksDbWeight::get().reads(18_u64))
			.saturating_add(RocksDbWeight::get().writes(12_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Denied` (r:1 w:1)
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn deny() -> Weight {
		Weight::from_parts(38_000_000, 6_000)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Denied` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn undeny() -> Weight {
		Weight::from_parts(36_000_000, 4_500)
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

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
	fn amend_facts() -> Weight;
	fn add_identifier() -> Weight;
	fn remove_identifier() -> Weight;
	fn set_metadata() -> Weight;
	fn remove_metadata() -> Weight;
	fn grant_role() -> Weight;
	fn revoke_role() -> Weight;
	fn offer_issuer() -> Weight;
	fn accept_issuer() -> Weight;
	fn withdraw_issuer_offer() -> Weight;
	fn open_round() -> Weight;
	fn close_round() -> Weight;
	fn start_wind_up() -> Weight;
	fn call_off_wind_up() -> Weight;
	fn apply_as_verifier() -> Weight;
	fn approve_verifier() -> Weight;
	fn leave_verifiers() -> Weight;
	fn withdraw_bond() -> Weight;
	fn dismiss_verifier() -> Weight;
	fn set_policy() -> Weight;
}

/// Weights for `pallet_asset_registry`.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `AssetRegistry::NextAssetId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Packs` (r:1 w:1)
	/// Storage: `AssetRegistry::Assets` (r:0 w:1)
	/// Storage: `AssetRegistry::ByIssuer` (r:0 w:1)
	fn register() -> Weight {
		Weight::from_parts(62_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `AssetRegistry::Papers` (r:0 w:1)
	fn file_paper() -> Weight {
		Weight::from_parts(52_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:0)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `AssetRegistry::Policies` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn verify_asset() -> Weight {
		Weight::from_parts(26_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(5_u64))
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
	/// Storage: `Balances::Holds` (r:8 w:8)
	/// Storage: `System::Account` (r:8 w:8)
	/// Storage: `AssetRegistry::IdentifiersOf` (r:9 w:8)
	/// Storage: `AssetRegistry::Identifiers` (r:8 w:8)
	/// Storage: `AssetRegistry::ByIssuer` (r:0 w:1)
	/// Storage: `AssetRegistry::Metadata` (r:1 w:0)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `AssetRegistry::Papers` (r:64 w:64)
	/// Storage: `Balances::Holds` (r:64 w:64)
	/// Storage: `System::Account` (r:64 w:64)
	/// The range of component `n` is `[1, 64]`.
	fn remove(n: u32, ) -> Weight {
		Weight::from_parts(240_000_000, 34_000)
			.saturating_add(Weight::from_parts(34_000_000, 7_950).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(38_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(36_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn amend_facts() -> Weight {
		Weight::from_parts(22_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `AssetRegistry::Identifiers` (r:1 w:1)
	/// Storage: `AssetRegistry::IdentifiersOf` (r:0 w:1)
	fn add_identifier() -> Weight {
		Weight::from_parts(56_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `AssetRegistry::Identifiers` (r:1 w:1)
	/// Storage: `AssetRegistry::IdentifiersOf` (r:0 w:1)
	fn remove_identifier() -> Weight {
		Weight::from_parts(56_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `AssetRegistry::Metadata` (r:1 w:1)
	fn set_metadata() -> Weight {
		Weight::from_parts(80_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `AssetRegistry::Metadata` (r:1 w:1)
	fn remove_metadata() -> Weight {
		Weight::from_parts(54_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:1)
	fn grant_role() -> Weight {
		Weight::from_parts(80_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:1)
	fn revoke_role() -> Weight {
		Weight::from_parts(54_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn offer_issuer() -> Weight {
		Weight::from_parts(20_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `AssetRegistry::ByIssuer` (r:0 w:2)
	fn accept_issuer() -> Weight {
		Weight::from_parts(96_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn withdraw_issuer_offer() -> Weight {
		Weight::from_parts(20_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn open_round() -> Weight {
		Weight::from_parts(30_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn close_round() -> Weight {
		Weight::from_parts(30_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Papers` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn start_wind_up() -> Weight {
		Weight::from_parts(28_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn call_off_wind_up() -> Weight {
		Weight::from_parts(26_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn apply_as_verifier() -> Weight {
		Weight::from_parts(48_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:1)
	fn approve_verifier() -> Weight {
		Weight::from_parts(16_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn leave_verifiers() -> Weight {
		Weight::from_parts(18_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn withdraw_bond() -> Weight {
		Weight::from_parts(52_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	fn dismiss_verifier() -> Weight {
		Weight::from_parts(62_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `AssetRegistry::Policies` (r:1 w:1)
	fn set_policy() -> Weight {
		Weight::from_parts(16_000_000, 3_900)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `AssetRegistry::NextAssetId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Compliance::Packs` (r:1 w:1)
	/// Storage: `AssetRegistry::Assets` (r:0 w:1)
	/// Storage: `AssetRegistry::ByIssuer` (r:0 w:1)
	fn register() -> Weight {
		Weight::from_parts(62_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `AssetRegistry::Papers` (r:0 w:1)
	fn file_paper() -> Weight {
		Weight::from_parts(52_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:0)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `AssetRegistry::Policies` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn verify_asset() -> Weight {
		Weight::from_parts(26_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
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
	/// Storage: `Balances::Holds` (r:8 w:8)
	/// Storage: `System::Account` (r:8 w:8)
	/// Storage: `AssetRegistry::IdentifiersOf` (r:9 w:8)
	/// Storage: `AssetRegistry::Identifiers` (r:8 w:8)
	/// Storage: `AssetRegistry::ByIssuer` (r:0 w:1)
	/// Storage: `AssetRegistry::Metadata` (r:1 w:0)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `AssetRegistry::Papers` (r:64 w:64)
	/// Storage: `Balances::Holds` (r:64 w:64)
	/// Storage: `System::Account` (r:64 w:64)
	/// The range of component `n` is `[1, 64]`.
	fn remove(n: u32, ) -> Weight {
		Weight::from_parts(240_000_000, 34_000)
			.saturating_add(Weight::from_parts(34_000_000, 7_950).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(38_u64))
			.saturating_add(RocksDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(36_u64))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn amend_facts() -> Weight {
		Weight::from_parts(22_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `AssetRegistry::Identifiers` (r:1 w:1)
	/// Storage: `AssetRegistry::IdentifiersOf` (r:0 w:1)
	fn add_identifier() -> Weight {
		Weight::from_parts(56_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `AssetRegistry::Identifiers` (r:1 w:1)
	/// Storage: `AssetRegistry::IdentifiersOf` (r:0 w:1)
	fn remove_identifier() -> Weight {
		Weight::from_parts(56_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `AssetRegistry::Metadata` (r:1 w:1)
	fn set_metadata() -> Weight {
		Weight::from_parts(80_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `AssetRegistry::Metadata` (r:1 w:1)
	fn remove_metadata() -> Weight {
		Weight::from_parts(54_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:1)
	fn grant_role() -> Weight {
		Weight::from_parts(80_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:1)
	fn revoke_role() -> Weight {
		Weight::from_parts(54_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn offer_issuer() -> Weight {
		Weight::from_parts(20_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `AssetRegistry::ByIssuer` (r:0 w:2)
	fn accept_issuer() -> Weight {
		Weight::from_parts(96_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn withdraw_issuer_offer() -> Weight {
		Weight::from_parts(20_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn open_round() -> Weight {
		Weight::from_parts(30_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Roles` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn close_round() -> Weight {
		Weight::from_parts(30_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `AssetRegistry::Papers` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn start_wind_up() -> Weight {
		Weight::from_parts(28_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	fn call_off_wind_up() -> Weight {
		Weight::from_parts(26_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn apply_as_verifier() -> Weight {
		Weight::from_parts(48_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:1)
	fn approve_verifier() -> Weight {
		Weight::from_parts(16_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn leave_verifiers() -> Weight {
		Weight::from_parts(18_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn withdraw_bond() -> Weight {
		Weight::from_parts(52_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `AssetRegistry::Verifiers` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	fn dismiss_verifier() -> Weight {
		Weight::from_parts(62_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `AssetRegistry::Policies` (r:1 w:1)
	fn set_policy() -> Weight {
		Weight::from_parts(16_000_000, 3_900)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_dao`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::RocksDbWeight, Weight}};

/// Weight functions needed for `pallet_dao`.
pub trait WeightInfo {
	fn propose(c: u32, ) -> Weight;
	fn withdraw() -> Weight;
	fn vote() -> Weight;
	fn vote_for(n: u32, ) -> Weight;
	fn retract() -> Weight;
	fn delegate() -> Weight;
	fn undelegate() -> Weight;
	fn commit() -> Weight;
	fn reveal() -> Weight;
	fn close() -> Weight;
	fn execute() -> Weight;
	fn veto() -> Weight;
	fn prune(n: u32, ) -> Weight;
	fn fund() -> Weight;
	fn spend() -> Weight;
	fn stand() -> Weight;
	fn resign() -> Weight;
	fn appoint_manager() -> Weight;
	fn remove_manager() -> Weight;
	fn challenge_manager() -> Weight;
	fn strike_manager() -> Weight;
	fn release_bond() -> Weight;
}

/// Weights for `pallet_dao`.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Compliance::Keys` (r:3 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::OpenResolutions` (r:1 w:1)
	/// Storage: `Dao::Proposers` (r:1 w:1)
	/// Storage: `Dao::Pace` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:2 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Dao::NextResolutionId` (r:1 w:1)
	/// Storage: `Dao::Resolutions` (r:0 w:1)
	/// Storage: `Preimage::PreimageFor` (r:10 w:0)
	/// Storage: `Preimage::RequestStatusFor` (r:10 w:10)
	/// Storage: `Dao::Calls` (r:0 w:10)
	/// The range of component `c` is `[0, 10]`.
	fn propose(c: u32, ) -> Weight {
		Weight::from_parts(120_000_000, 4_100)
			.saturating_add(Weight::from_parts(26_000_000, 2_650).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(c.into())))
	}
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Dao::OpenResolutions` (r:1 w:1)
	/// Storage: `Dao::Proposers` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn withdraw() -> Weight {
		Weight::from_parts(60_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `Dao::VoteRecords` (r:1 w:1)
	fn vote() -> Weight {
		Weight::from_parts(42_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Dao::Delegations` (r:64 w:0)
	/// Storage: `Compliance::Investors` (r:64 w:0)
	/// Storage: `Compliance::Keys` (r:64 w:0)
	/// Storage: `Dao::VoteRecords` (r:64 w:64)
	/// Storage: `Shares::Positions` (r:64 w:0)
	/// The range of component `n` is `[1, 64]`.
	fn vote_for(n: u32, ) -> Weight {
		Weight::from_parts(40_000_000, 4_100)
			.saturating_add(Weight::from_parts(30_000_000, 2_650).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Dao::VoteRecords` (r:1 w:1)
	fn retract() -> Weight {
		Weight::from_parts(34_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Delegations` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn delegate() -> Weight {
		Weight::from_parts(58_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Delegations` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn undelegate() -> Weight {
		Weight::from_parts(50_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `Dao::VoteRecords` (r:1 w:1)
	fn commit() -> Weight {
		Weight::from_parts(38_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `Dao::VoteRecords` (r:1 w:1)
	fn reveal() -> Weight {
		Weight::from_parts(46_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Dao::OpenResolutions` (r:1 w:1)
	/// Storage: `Dao::Proposers` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn close() -> Weight {
		Weight::from_parts(75_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Calls` (r:1 w:0)
	/// Storage: `Preimage::PreimageFor` (r:1 w:0)
	fn execute() -> Weight {
		Weight::from_parts(48_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn veto() -> Weight {
		Weight::from_parts(22_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Calls` (r:11 w:10)
	/// Storage: `Preimage::RequestStatusFor` (r:10 w:10)
	/// Storage: `Preimage::PreimageFor` (r:0 w:10)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Dao::VoteRecords` (r:256 w:256)
	/// The range of component `n` is `[1, 256]`.
	fn prune(n: u32, ) -> Weight {
		Weight::from_parts(150_000_000, 4_100)
			.saturating_add(Weight::from_parts(9_000_000, 2_650).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(32_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	fn fund() -> Weight {
		Weight::from_parts(60_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	fn spend() -> Weight {
		Weight::from_parts(60_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn stand() -> Weight {
		Weight::from_parts(46_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Managers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn resign() -> Weight {
		Weight::from_parts(46_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Dao::Mandates` (r:2 w:2)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Managers` (r:1 w:1)
	fn appoint_manager() -> Weight {
		Weight::from_parts(34_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Managers` (r:1 w:1)
	fn remove_manager() -> Weight {
		Weight::from_parts(28_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:4 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::OpenResolutions` (r:1 w:1)
	/// Storage: `Dao::Proposers` (r:1 w:1)
	/// Storage: `Dao::Pace` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:3 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Dao::NextResolutionId` (r:1 w:1)
	/// Storage: `Dao::Resolutions` (r:0 w:1)
	/// Storage: `Dao::Calls` (r:0 w:1)
	fn challenge_manager() -> Weight {
		Weight::from_parts(140_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Dao::Managers` (r:1 w:1)
	fn strike_manager() -> Weight {
		Weight::from_parts(80_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn release_bond() -> Weight {
		Weight::from_parts(48_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Compliance::Keys` (r:3 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::OpenResolutions` (r:1 w:1)
	/// Storage: `Dao::Proposers` (r:1 w:1)
	/// Storage: `Dao::Pace` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:2 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Dao::NextResolutionId` (r:1 w:1)
	/// Storage: `Dao::Resolutions` (r:0 w:1)
	/// Storage: `Preimage::PreimageFor` (r:10 w:0)
	/// Storage: `Preimage::RequestStatusFor` (r:10 w:10)
	/// Storage: `Dao::Calls` (r:0 w:10)
	/// The range of component `c` is `[0, 10]`.
	fn propose(c: u32, ) -> Weight {
		Weight::from_parts(120_000_000, 4_100)
			.saturating_add(Weight::from_parts(26_000_000, 2_650).saturating_mul(c.into()))
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(c.into())))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(c.into())))
	}
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Dao::OpenResolutions` (r:1 w:1)
	/// Storage: `Dao::Proposers` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn withdraw() -> Weight {
		Weight::from_parts(60_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `Dao::VoteRecords` (r:1 w:1)
	fn vote() -> Weight {
		Weight::from_parts(42_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Dao::Delegations` (r:64 w:0)
	/// Storage: `Compliance::Investors` (r:64 w:0)
	/// Storage: `Compliance::Keys` (r:64 w:0)
	/// Storage: `Dao::VoteRecords` (r:64 w:64)
	/// Storage: `Shares::Positions` (r:64 w:0)
	/// The range of component `n` is `[1, 64]`.
	fn vote_for(n: u32, ) -> Weight {
		Weight::from_parts(40_000_000, 4_100)
			.saturating_add(Weight::from_parts(30_000_000, 2_650).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Dao::VoteRecords` (r:1 w:1)
	fn retract() -> Weight {
		Weight::from_parts(34_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Compliance::Investors` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Delegations` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn delegate() -> Weight {
		Weight::from_parts(58_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Delegations` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn undelegate() -> Weight {
		Weight::from_parts(50_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `Dao::VoteRecords` (r:1 w:1)
	fn commit() -> Weight {
		Weight::from_parts(38_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `Dao::VoteRecords` (r:1 w:1)
	fn reveal() -> Weight {
		Weight::from_parts(46_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Dao::OpenResolutions` (r:1 w:1)
	/// Storage: `Dao::Proposers` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn close() -> Weight {
		Weight::from_parts(75_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Calls` (r:1 w:0)
	/// Storage: `Preimage::PreimageFor` (r:1 w:0)
	fn execute() -> Weight {
		Weight::from_parts(48_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn veto() -> Weight {
		Weight::from_parts(22_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Dao::Resolutions` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Calls` (r:11 w:10)
	/// Storage: `Preimage::RequestStatusFor` (r:10 w:10)
	/// Storage: `Preimage::PreimageFor` (r:0 w:10)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Dao::VoteRecords` (r:256 w:256)
	/// The range of component `n` is `[1, 256]`.
	fn prune(n: u32, ) -> Weight {
		Weight::from_parts(150_000_000, 4_100)
			.saturating_add(Weight::from_parts(9_000_000, 2_650).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(24_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(32_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	fn fund() -> Weight {
		Weight::from_parts(60_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	fn spend() -> Weight {
		Weight::from_parts(60_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn stand() -> Weight {
		Weight::from_parts(46_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Managers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn resign() -> Weight {
		Weight::from_parts(46_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Dao::Mandates` (r:2 w:2)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Managers` (r:1 w:1)
	fn appoint_manager() -> Weight {
		Weight::from_parts(34_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::Managers` (r:1 w:1)
	fn remove_manager() -> Weight {
		Weight::from_parts(28_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:0)
	/// Storage: `Compliance::Keys` (r:4 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Dao::OpenResolutions` (r:1 w:1)
	/// Storage: `Dao::Proposers` (r:1 w:1)
	/// Storage: `Dao::Pace` (r:1 w:0)
	/// Storage: `Shares::Books` (r:1 w:1)
	/// Storage: `Shares::Checkpoints` (r:1 w:1)
	/// Storage: `Shares::Positions` (r:3 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Dao::NextResolutionId` (r:1 w:1)
	/// Storage: `Dao::Resolutions` (r:0 w:1)
	/// Storage: `Dao::Calls` (r:0 w:1)
	fn challenge_manager() -> Weight {
		Weight::from_parts(140_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Dao::Managers` (r:1 w:1)
	fn strike_manager() -> Weight {
		Weight::from_parts(80_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Dao::Mandates` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	fn release_bond() -> Weight {
		Weight::from_parts(48_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
}

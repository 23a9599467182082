// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_valuation_oracle`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::RocksDbWeight, Weight}};

/// Weight functions needed for `pallet_valuation_oracle`.
pub trait WeightInfo {
	fn open_feed() -> Weight;
	fn announce_policy() -> Weight;
	fn withdraw_policy() -> Weight;
	fn enact_policy() -> Weight;
	fn halt_feed() -> Weight;
	fn resume_feed() -> Weight;
	fn close_feed() -> Weight;
	fn bond() -> Weight;
	fn announce_withdrawal() -> Weight;
	fn withdraw_bond() -> Weight;
	fn propose_model() -> Weight;
	fn approve_model() -> Weight;
	fn suspend_model() -> Weight;
	fn retire_model() -> Weight;
	fn remove_model() -> Weight;
	fn join() -> Weight;
	fn leave() -> Weight;
	fn open_round() -> Weight;
	fn commit() -> Weight;
	fn reveal() -> Weight;
	fn finalise() -> Weight;
	fn settle_miss() -> Weight;
	fn dispute() -> Weight;
	fn answer_dispute() -> Weight;
	fn escalate() -> Weight;
	fn judge() -> Weight;
	fn appeal() -> Weight;
	fn decide() -> Weight;
	fn close_dispute() -> Weight;
	fn record_outcome() -> Weight;
	fn score() -> Weight;
	fn request_explanation() -> Weight;
	fn open_explanation() -> Weight;
	fn close_request() -> Weight;
}

/// Weights for `pallet_valuation_oracle`.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `ValuationOracle::Feeds` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `ValuationOracle::Rounds` (r:0 w:1)
	/// Storage: `ValuationOracle::Answers` (r:0 w:1)
	fn open_feed() -> Weight {
		Weight::from_parts(48_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `ValuationOracle::Feeds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn announce_policy() -> Weight {
		Weight::from_parts(20_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `ValuationOracle::Feeds` (r:1 w:1)
	fn withdraw_policy() -> Weight {
		Weight::from_parts(18_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Feeds` (r:1 w:1)
	/// Storage: `ValuationOracle::Rounds` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn enact_policy() -> Weight {
		Weight::from_parts(20_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	fn halt_feed() -> Weight {
		Weight::from_parts(16_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	fn resume_feed() -> Weight {
		Weight::from_parts(16_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `ValuationOracle::Feeds` (r:1 w:1)
	/// Storage: `ValuationOracle::Seats` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `ValuationOracle::Rounds` (r:0 w:1)
	/// Storage: `ValuationOracle::Answers` (r:0 w:1)
	/// Storage: `ValuationOracle::Histories` (r:0 w:1)
	/// Storage: `ValuationOracle::Outcomes` (r:0 w:1)
	fn close_feed() -> Weight {
		Weight::from_parts(50_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn bond() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn announce_withdrawal() -> Weight {
		Weight::from_parts(20_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn withdraw_bond() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::NextModelId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:0 w:1)
	/// Storage: `ValuationOracle::Cards` (r:0 w:1)
	fn propose_model() -> Weight {
		Weight::from_parts(50_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `ValuationOracle::Scores` (r:0 w:1)
	fn approve_model() -> Weight {
		Weight::from_parts(22_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	fn suspend_model() -> Weight {
		Weight::from_parts(18_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	fn retire_model() -> Weight {
		Weight::from_parts(20_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Cards` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `ValuationOracle::Scores` (r:0 w:1)
	fn remove_model() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `ValuationOracle::Feeds` (r:1 w:0)
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Cards` (r:1 w:0)
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `ValuationOracle::Seats` (r:1 w:1)
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn join() -> Weight {
		Weight::from_parts(60_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Seats` (r:1 w:1)
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `ValuationOracle::Answers` (r:1 w:0)
	/// Storage: `ValuationOracle::Requests` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `ValuationOracle::Reports` (r:1 w:10)
	fn leave() -> Weight {
		Weight::from_parts(80_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// Storage: `ValuationOracle::Feeds` (r:1 w:0)
	/// Storage: `ValuationOracle::Answers` (r:1 w:0)
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn open_round() -> Weight {
		Weight::from_parts(22_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn commit() -> Weight {
		Weight::from_parts(24_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `ValuationOracle::Reports` (r:0 w:1)
	fn reveal() -> Weight {
		Weight::from_parts(28_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `ValuationOracle::Feeds` (r:1 w:0)
	/// Storage: `ValuationOracle::Seats` (r:1 w:0)
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	/// Storage: `ValuationOracle::Histories` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn finalise() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn settle_miss() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Reports` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `ValuationOracle::NextDisputeId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `ValuationOracle::Disputes` (r:0 w:1)
	fn dispute() -> Weight {
		Weight::from_parts(60_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn answer_dispute() -> Weight {
		Weight::from_parts(22_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn escalate() -> Weight {
		Weight::from_parts(18_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn judge() -> Weight {
		Weight::from_parts(24_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn appeal() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:3 w:3)
	/// Storage: `System::Account` (r:3 w:3)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn decide() -> Weight {
		Weight::from_parts(90_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:3 w:3)
	/// Storage: `System::Account` (r:3 w:3)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn close_dispute() -> Weight {
		Weight::from_parts(90_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `ValuationOracle::Seats` (r:1 w:0)
	/// Storage: `ValuationOracle::Histories` (r:1 w:0)
	/// Storage: `ValuationOracle::Outcomes` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `ValuationOracle::Feeds` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn record_outcome() -> Weight {
		Weight::from_parts(28_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Outcomes` (r:1 w:0)
	/// Storage: `ValuationOracle::Reports` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Scores` (r:1 w:1)
	fn score() -> Weight {
		Weight::from_parts(30_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `ValuationOracle::Reports` (r:1 w:0)
	/// Storage: `ValuationOracle::Requests` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn request_explanation() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `ValuationOracle::Requests` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn open_explanation() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `ValuationOracle::Requests` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn close_request() -> Weight {
		Weight::from_parts(50_000_000, 4_100)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `ValuationOracle::Feeds` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `ValuationOracle::Rounds` (r:0 w:1)
	/// Storage: `ValuationOracle::Answers` (r:0 w:1)
	fn open_feed() -> Weight {
		Weight::from_parts(48_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `ValuationOracle::Feeds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn announce_policy() -> Weight {
		Weight::from_parts(20_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `ValuationOracle::Feeds` (r:1 w:1)
	fn withdraw_policy() -> Weight {
		Weight::from_parts(18_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Feeds` (r:1 w:1)
	/// Storage: `ValuationOracle::Rounds` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn enact_policy() -> Weight {
		Weight::from_parts(20_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	fn halt_feed() -> Weight {
		Weight::from_parts(16_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	fn resume_feed() -> Weight {
		Weight::from_parts(16_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `ValuationOracle::Feeds` (r:1 w:1)
	/// Storage: `ValuationOracle::Seats` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `ValuationOracle::Rounds` (r:0 w:1)
	/// Storage: `ValuationOracle::Answers` (r:0 w:1)
	/// Storage: `ValuationOracle::Histories` (r:0 w:1)
	/// Storage: `ValuationOracle::Outcomes` (r:0 w:1)
	fn close_feed() -> Weight {
		Weight::from_parts(50_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn bond() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn announce_withdrawal() -> Weight {
		Weight::from_parts(20_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn withdraw_bond() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::NextModelId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:0 w:1)
	/// Storage: `ValuationOracle::Cards` (r:0 w:1)
	fn propose_model() -> Weight {
		Weight::from_parts(50_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `ValuationOracle::Scores` (r:0 w:1)
	fn approve_model() -> Weight {
		Weight::from_parts(22_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	fn suspend_model() -> Weight {
		Weight::from_parts(18_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	fn retire_model() -> Weight {
		Weight::from_parts(20_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Cards` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `ValuationOracle::Scores` (r:0 w:1)
	fn remove_model() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `ValuationOracle::Feeds` (r:1 w:0)
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Cards` (r:1 w:0)
	/// Storage: `AssetRegistry::Assets` (r:1 w:0)
	/// Storage: `ValuationOracle::Seats` (r:1 w:1)
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn join() -> Weight {
		Weight::from_parts(60_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Seats` (r:1 w:1)
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `ValuationOracle::Answers` (r:1 w:0)
	/// Storage: `ValuationOracle::Requests` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `ValuationOracle::Reports` (r:1 w:10)
	fn leave() -> Weight {
		Weight::from_parts(80_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(15_u64))
	}
	/// Storage: `ValuationOracle::Feeds` (r:1 w:0)
	/// Storage: `ValuationOracle::Answers` (r:1 w:0)
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn open_round() -> Weight {
		Weight::from_parts(22_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn commit() -> Weight {
		Weight::from_parts(24_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `ValuationOracle::Reports` (r:0 w:1)
	fn reveal() -> Weight {
		Weight::from_parts(28_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `ValuationOracle::Feeds` (r:1 w:0)
	/// Storage: `ValuationOracle::Seats` (r:1 w:0)
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	/// Storage: `ValuationOracle::Histories` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn finalise() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `ValuationOracle::Rounds` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn settle_miss() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Reports` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `ValuationOracle::NextDisputeId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `ValuationOracle::Disputes` (r:0 w:1)
	fn dispute() -> Weight {
		Weight::from_parts(60_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn answer_dispute() -> Weight {
		Weight::from_parts(22_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn escalate() -> Weight {
		Weight::from_parts(18_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:2 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn judge() -> Weight {
		Weight::from_parts(24_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn appeal() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:3 w:3)
	/// Storage: `System::Account` (r:3 w:3)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn decide() -> Weight {
		Weight::from_parts(90_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
	}
	/// Storage: `ValuationOracle::Disputes` (r:1 w:1)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Answers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:3 w:3)
	/// Storage: `System::Account` (r:3 w:3)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn close_dispute() -> Weight {
		Weight::from_parts(90_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
	}
	/// Storage: `ValuationOracle::Seats` (r:1 w:0)
	/// Storage: `ValuationOracle::Histories` (r:1 w:0)
	/// Storage: `ValuationOracle::Outcomes` (r:1 w:1)
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `ValuationOracle::Feeds` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn record_outcome() -> Weight {
		Weight::from_parts(28_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `ValuationOracle::Outcomes` (r:1 w:0)
	/// Storage: `ValuationOracle::Reports` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:1)
	/// Storage: `ValuationOracle::Scores` (r:1 w:1)
	fn score() -> Weight {
		Weight::from_parts(30_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Compliance::Keys` (r:1 w:0)
	/// Storage: `Shares::Positions` (r:1 w:0)
	/// Storage: `ValuationOracle::Reports` (r:1 w:0)
	/// Storage: `ValuationOracle::Requests` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn request_explanation() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `ValuationOracle::Requests` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn open_explanation() -> Weight {
		Weight::from_parts(45_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `ValuationOracle::Requests` (r:1 w:1)
	/// Storage: `ValuationOracle::Models` (r:1 w:0)
	/// Storage: `ValuationOracle::Operators` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn close_request() -> Weight {
		Weight::from_parts(50_000_000, 4_100)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
}

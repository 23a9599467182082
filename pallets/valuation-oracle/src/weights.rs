// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_valuation_oracle` cost: the trait that a runtime implements, generated with
//! its figures by scripts/bench.sh, and for tests those of the runtime here.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(missing_docs)]

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call and hook.
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

impl WeightInfo for () {
	fn open_feed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1084`
		//  Estimated: `4011`
		// Minimum execution time: 117_973_000 picoseconds.
		Weight::from_parts(123_106_000, 0)
			.saturating_add(Weight::from_parts(0, 13929))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn announce_policy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `732`
		//  Estimated: `4011`
		// Minimum execution time: 47_875_000 picoseconds.
		Weight::from_parts(51_254_000, 0)
			.saturating_add(Weight::from_parts(0, 8370))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn withdraw_policy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `838`
		//  Estimated: `4011`
		// Minimum execution time: 48_548_000 picoseconds.
		Weight::from_parts(50_620_000, 0)
			.saturating_add(Weight::from_parts(0, 8370))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn enact_policy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `750`
		//  Estimated: `4001`
		// Minimum execution time: 48_690_000 picoseconds.
		Weight::from_parts(50_713_000, 0)
			.saturating_add(Weight::from_parts(0, 5766))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn halt_feed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `248`
		//  Estimated: `3668`
		// Minimum execution time: 27_063_000 picoseconds.
		Weight::from_parts(31_260_000, 0)
			.saturating_add(Weight::from_parts(0, 3668))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn resume_feed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `248`
		//  Estimated: `3668`
		// Minimum execution time: 22_232_000 picoseconds.
		Weight::from_parts(27_682_000, 0)
			.saturating_add(Weight::from_parts(0, 3668))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn close_feed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1203`
		//  Estimated: `4011`
		// Minimum execution time: 109_397_000 picoseconds.
		Weight::from_parts(124_035_000, 0)
			.saturating_add(Weight::from_parts(0, 16927))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `833`
		//  Estimated: `4029`
		// Minimum execution time: 107_007_000 picoseconds.
		Weight::from_parts(119_170_000, 0)
			.saturating_add(Weight::from_parts(0, 11662))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn announce_withdrawal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `253`
		//  Estimated: `3544`
		// Minimum execution time: 27_513_000 picoseconds.
		Weight::from_parts(30_085_000, 0)
			.saturating_add(Weight::from_parts(0, 3544))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn withdraw_bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `520`
		//  Estimated: `3946`
		// Minimum execution time: 70_400_000 picoseconds.
		Weight::from_parts(77_170_000, 0)
			.saturating_add(Weight::from_parts(0, 5510))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn propose_model() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1000`
		//  Estimated: `4029`
		// Minimum execution time: 109_943_000 picoseconds.
		Weight::from_parts(118_428_000, 0)
			.saturating_add(Weight::from_parts(0, 12161))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn approve_model() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `638`
		//  Estimated: `3499`
		// Minimum execution time: 40_693_000 picoseconds.
		Weight::from_parts(52_336_000, 0)
			.saturating_add(Weight::from_parts(0, 3499))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn suspend_model() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `638`
		//  Estimated: `3499`
		// Minimum execution time: 39_018_000 picoseconds.
		Weight::from_parts(41_555_000, 0)
			.saturating_add(Weight::from_parts(0, 3499))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn retire_model() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `968`
		//  Estimated: `3544`
		// Minimum execution time: 45_018_000 picoseconds.
		Weight::from_parts(45_874_000, 0)
			.saturating_add(Weight::from_parts(0, 5063))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn remove_model() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1008`
		//  Estimated: `3946`
		// Minimum execution time: 86_740_000 picoseconds.
		Weight::from_parts(97_380_000, 0)
			.saturating_add(Weight::from_parts(0, 10880))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn join() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3244`
		//  Estimated: `4011`
		// Minimum execution time: 156_282_000 picoseconds.
		Weight::from_parts(160_912_000, 0)
			.saturating_add(Weight::from_parts(0, 22665))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn leave() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3138`
		//  Estimated: `4001`
		// Minimum execution time: 175_456_000 picoseconds.
		Weight::from_parts(205_711_000, 0)
			.saturating_add(Weight::from_parts(0, 21933))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(15))
	}
	fn open_round() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `733`
		//  Estimated: `4001`
		// Minimum execution time: 51_658_000 picoseconds.
		Weight::from_parts(55_118_000, 0)
			.saturating_add(Weight::from_parts(0, 8444))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn commit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1110`
		//  Estimated: `4001`
		// Minimum execution time: 55_667_000 picoseconds.
		Weight::from_parts(59_840_000, 0)
			.saturating_add(Weight::from_parts(0, 8074))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn reveal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1494`
		//  Estimated: `4001`
		// Minimum execution time: 65_588_000 picoseconds.
		Weight::from_parts(73_667_000, 0)
			.saturating_add(Weight::from_parts(0, 8074))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn finalise() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2218`
		//  Estimated: `4001`
		// Minimum execution time: 86_382_000 picoseconds.
		Weight::from_parts(90_654_000, 0)
			.saturating_add(Weight::from_parts(0, 14394))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn settle_miss() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1726`
		//  Estimated: `4001`
		// Minimum execution time: 110_320_000 picoseconds.
		Weight::from_parts(117_234_000, 0)
			.saturating_add(Weight::from_parts(0, 13633))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn dispute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2593`
		//  Estimated: `3946`
		// Minimum execution time: 144_811_000 picoseconds.
		Weight::from_parts(153_665_000, 0)
			.saturating_add(Weight::from_parts(0, 18995))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn answer_dispute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1376`
		//  Estimated: `4234`
		// Minimum execution time: 54_201_000 picoseconds.
		Weight::from_parts(55_703_000, 0)
			.saturating_add(Weight::from_parts(0, 5798))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn escalate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1046`
		//  Estimated: `4234`
		// Minimum execution time: 41_522_000 picoseconds.
		Weight::from_parts(52_011_000, 0)
			.saturating_add(Weight::from_parts(0, 4234))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn judge() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2059`
		//  Estimated: `4234`
		// Minimum execution time: 73_087_000 picoseconds.
		Weight::from_parts(79_471_000, 0)
			.saturating_add(Weight::from_parts(0, 10921))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn appeal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1853`
		//  Estimated: `4234`
		// Minimum execution time: 109_685_000 picoseconds.
		Weight::from_parts(118_102_000, 0)
			.saturating_add(Weight::from_parts(0, 8754))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn decide() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2908`
		//  Estimated: `6902`
		// Minimum execution time: 227_529_000 picoseconds.
		Weight::from_parts(232_857_000, 0)
			.saturating_add(Weight::from_parts(0, 22103))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn close_dispute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2908`
		//  Estimated: `6902`
		// Minimum execution time: 232_657_000 picoseconds.
		Weight::from_parts(256_328_000, 0)
			.saturating_add(Weight::from_parts(0, 22103))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn record_outcome() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2132`
		//  Estimated: `3972`
		// Minimum execution time: 80_669_000 picoseconds.
		Weight::from_parts(99_263_000, 0)
			.saturating_add(Weight::from_parts(0, 13812))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn score() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2267`
		//  Estimated: `4022`
		// Minimum execution time: 82_344_000 picoseconds.
		Weight::from_parts(85_587_000, 0)
			.saturating_add(Weight::from_parts(0, 11145))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn request_explanation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1773`
		//  Estimated: `3946`
		// Minimum execution time: 133_960_000 picoseconds.
		Weight::from_parts(138_966_000, 0)
			.saturating_add(Weight::from_parts(0, 13347))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn open_explanation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1716`
		//  Estimated: `3946`
		// Minimum execution time: 115_024_000 picoseconds.
		Weight::from_parts(133_662_000, 0)
			.saturating_add(Weight::from_parts(0, 13227))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn close_request() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1914`
		//  Estimated: `6902`
		// Minimum execution time: 153_749_000 picoseconds.
		Weight::from_parts(161_089_000, 0)
			.saturating_add(Weight::from_parts(0, 18786))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
}

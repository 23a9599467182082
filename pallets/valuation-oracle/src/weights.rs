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
		// Minimum execution time: 100_360_000 picoseconds.
		Weight::from_parts(124_480_000, 0)
			.saturating_add(Weight::from_parts(0, 13929))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn announce_policy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `732`
		//  Estimated: `4011`
		// Minimum execution time: 44_021_000 picoseconds.
		Weight::from_parts(48_854_000, 0)
			.saturating_add(Weight::from_parts(0, 8370))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn withdraw_policy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `838`
		//  Estimated: `4011`
		// Minimum execution time: 41_657_000 picoseconds.
		Weight::from_parts(48_485_000, 0)
			.saturating_add(Weight::from_parts(0, 8370))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn enact_policy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `750`
		//  Estimated: `4001`
		// Minimum execution time: 47_275_000 picoseconds.
		Weight::from_parts(50_179_000, 0)
			.saturating_add(Weight::from_parts(0, 5766))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn halt_feed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `248`
		//  Estimated: `3668`
		// Minimum execution time: 26_179_000 picoseconds.
		Weight::from_parts(31_917_000, 0)
			.saturating_add(Weight::from_parts(0, 3668))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn resume_feed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `248`
		//  Estimated: `3668`
		// Minimum execution time: 27_713_000 picoseconds.
		Weight::from_parts(36_255_000, 0)
			.saturating_add(Weight::from_parts(0, 3668))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn close_feed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1203`
		//  Estimated: `4011`
		// Minimum execution time: 103_211_000 picoseconds.
		Weight::from_parts(111_417_000, 0)
			.saturating_add(Weight::from_parts(0, 16927))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `832`
		//  Estimated: `3957`
		// Minimum execution time: 99_820_000 picoseconds.
		Weight::from_parts(105_799_000, 0)
			.saturating_add(Weight::from_parts(0, 11590))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn announce_withdrawal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `253`
		//  Estimated: `3544`
		// Minimum execution time: 28_902_000 picoseconds.
		Weight::from_parts(31_054_000, 0)
			.saturating_add(Weight::from_parts(0, 3544))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn withdraw_bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `520`
		//  Estimated: `3946`
		// Minimum execution time: 73_362_000 picoseconds.
		Weight::from_parts(80_609_000, 0)
			.saturating_add(Weight::from_parts(0, 5510))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn propose_model() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `999`
		//  Estimated: `3957`
		// Minimum execution time: 117_051_000 picoseconds.
		Weight::from_parts(140_487_000, 0)
			.saturating_add(Weight::from_parts(0, 12089))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn approve_model() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `638`
		//  Estimated: `3499`
		// Minimum execution time: 41_100_000 picoseconds.
		Weight::from_parts(44_723_000, 0)
			.saturating_add(Weight::from_parts(0, 3499))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn suspend_model() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `638`
		//  Estimated: `3499`
		// Minimum execution time: 38_277_000 picoseconds.
		Weight::from_parts(47_236_000, 0)
			.saturating_add(Weight::from_parts(0, 3499))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn retire_model() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `968`
		//  Estimated: `3544`
		// Minimum execution time: 43_340_000 picoseconds.
		Weight::from_parts(51_979_000, 0)
			.saturating_add(Weight::from_parts(0, 5063))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn remove_model() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1008`
		//  Estimated: `3946`
		// Minimum execution time: 85_785_000 picoseconds.
		Weight::from_parts(113_577_000, 0)
			.saturating_add(Weight::from_parts(0, 10880))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn join() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3244`
		//  Estimated: `4011`
		// Minimum execution time: 142_678_000 picoseconds.
		Weight::from_parts(160_891_000, 0)
			.saturating_add(Weight::from_parts(0, 22665))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn leave() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3138`
		//  Estimated: `4001`
		// Minimum execution time: 155_248_000 picoseconds.
		Weight::from_parts(156_854_000, 0)
			.saturating_add(Weight::from_parts(0, 21933))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(15))
	}
	fn open_round() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `733`
		//  Estimated: `4001`
		// Minimum execution time: 50_894_000 picoseconds.
		Weight::from_parts(61_209_000, 0)
			.saturating_add(Weight::from_parts(0, 8444))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn commit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1110`
		//  Estimated: `4001`
		// Minimum execution time: 45_778_000 picoseconds.
		Weight::from_parts(56_815_000, 0)
			.saturating_add(Weight::from_parts(0, 8074))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn reveal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1494`
		//  Estimated: `4001`
		// Minimum execution time: 64_320_000 picoseconds.
		Weight::from_parts(73_493_000, 0)
			.saturating_add(Weight::from_parts(0, 8074))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn finalise() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2218`
		//  Estimated: `4001`
		// Minimum execution time: 78_301_000 picoseconds.
		Weight::from_parts(92_484_000, 0)
			.saturating_add(Weight::from_parts(0, 14394))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn settle_miss() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1726`
		//  Estimated: `4001`
		// Minimum execution time: 101_878_000 picoseconds.
		Weight::from_parts(112_865_000, 0)
			.saturating_add(Weight::from_parts(0, 13633))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn dispute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2593`
		//  Estimated: `3946`
		// Minimum execution time: 158_332_000 picoseconds.
		Weight::from_parts(166_459_000, 0)
			.saturating_add(Weight::from_parts(0, 18995))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn answer_dispute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1376`
		//  Estimated: `4234`
		// Minimum execution time: 47_171_000 picoseconds.
		Weight::from_parts(52_895_000, 0)
			.saturating_add(Weight::from_parts(0, 5798))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn escalate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1046`
		//  Estimated: `4234`
		// Minimum execution time: 45_970_000 picoseconds.
		Weight::from_parts(47_434_000, 0)
			.saturating_add(Weight::from_parts(0, 4234))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn judge() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2059`
		//  Estimated: `4234`
		// Minimum execution time: 66_857_000 picoseconds.
		Weight::from_parts(82_161_000, 0)
			.saturating_add(Weight::from_parts(0, 10921))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn appeal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1853`
		//  Estimated: `4234`
		// Minimum execution time: 100_415_000 picoseconds.
		Weight::from_parts(110_891_000, 0)
			.saturating_add(Weight::from_parts(0, 8754))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn decide() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2908`
		//  Estimated: `6902`
		// Minimum execution time: 205_521_000 picoseconds.
		Weight::from_parts(243_328_000, 0)
			.saturating_add(Weight::from_parts(0, 22103))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn close_dispute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2908`
		//  Estimated: `6902`
		// Minimum execution time: 222_661_000 picoseconds.
		Weight::from_parts(228_699_000, 0)
			.saturating_add(Weight::from_parts(0, 22103))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn record_outcome() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2132`
		//  Estimated: `3972`
		// Minimum execution time: 80_294_000 picoseconds.
		Weight::from_parts(93_107_000, 0)
			.saturating_add(Weight::from_parts(0, 13812))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn score() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2267`
		//  Estimated: `4022`
		// Minimum execution time: 84_425_000 picoseconds.
		Weight::from_parts(90_256_000, 0)
			.saturating_add(Weight::from_parts(0, 11145))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn request_explanation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1773`
		//  Estimated: `3946`
		// Minimum execution time: 130_250_000 picoseconds.
		Weight::from_parts(146_376_000, 0)
			.saturating_add(Weight::from_parts(0, 13347))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn open_explanation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1716`
		//  Estimated: `3946`
		// Minimum execution time: 107_576_000 picoseconds.
		Weight::from_parts(126_500_000, 0)
			.saturating_add(Weight::from_parts(0, 13227))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn close_request() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1914`
		//  Estimated: `6902`
		// Minimum execution time: 178_774_000 picoseconds.
		Weight::from_parts(185_886_000, 0)
			.saturating_add(Weight::from_parts(0, 18786))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
}

// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_dao` cost: the trait that a runtime implements, generated with
//! its figures by scripts/bench.sh, and for tests those of the runtime here.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(missing_docs)]

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call and hook.
pub trait WeightInfo {
	fn propose(c: u32) -> Weight;
	fn withdraw() -> Weight;
	fn vote() -> Weight;
	fn vote_for(n: u32) -> Weight;
	fn retract() -> Weight;
	fn delegate() -> Weight;
	fn undelegate() -> Weight;
	fn commit() -> Weight;
	fn reveal() -> Weight;
	fn close() -> Weight;
	fn execute() -> Weight;
	fn veto() -> Weight;
	fn prune(n: u32) -> Weight;
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

impl WeightInfo for () {
	/// The range of component `c` is `[0, 10]`.
	fn propose(c: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1303 + c * (132 ±0)`
		//  Estimated: `6138 + c * (2608 ±0)`
		// Minimum execution time: 162_845_000 picoseconds.
		Weight::from_parts(183_936_596, 0)
			.saturating_add(Weight::from_parts(0, 21740))
			// Standard Error: 1_219_651
			.saturating_add(Weight::from_parts(15_909_667, 0).saturating_mul(c.into()))
			.saturating_add(RocksDbWeight::get().reads(11))
			.saturating_add(RocksDbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(RocksDbWeight::get().writes(8))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7854).saturating_mul(c.into()))
	}
	fn withdraw() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1380`
		//  Estimated: `4630`
		// Minimum execution time: 97_959_000 picoseconds.
		Weight::from_parts(109_359_000, 0)
			.saturating_add(Weight::from_parts(0, 17296))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn vote() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1445`
		//  Estimated: `3956`
		// Minimum execution time: 50_217_000 picoseconds.
		Weight::from_parts(54_358_000, 0)
			.saturating_add(Weight::from_parts(0, 10792))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	/// The range of component `n` is `[1, 64]`.
	fn vote_for(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1591 + n * (391 ±0)`
		//  Estimated: `3956 + n * (3039 ±0)`
		// Minimum execution time: 72_516_000 picoseconds.
		Weight::from_parts(42_821_985, 0)
			.saturating_add(Weight::from_parts(0, 5540))
			// Standard Error: 285_129
			.saturating_add(Weight::from_parts(28_082_990, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 15195).saturating_mul(n.into()))
	}
	fn retract() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1148`
		//  Estimated: `3956`
		// Minimum execution time: 40_257_000 picoseconds.
		Weight::from_parts(46_880_000, 0)
			.saturating_add(Weight::from_parts(0, 8190))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn delegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `983`
		//  Estimated: `6138`
		// Minimum execution time: 93_700_000 picoseconds.
		Weight::from_parts(103_067_000, 0)
			.saturating_add(Weight::from_parts(0, 16305))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn undelegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1004`
		//  Estimated: `3946`
		// Minimum execution time: 73_358_000 picoseconds.
		Weight::from_parts(78_285_000, 0)
			.saturating_add(Weight::from_parts(0, 10692))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn commit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1254`
		//  Estimated: `3956`
		// Minimum execution time: 48_438_000 picoseconds.
		Weight::from_parts(51_960_000, 0)
			.saturating_add(Weight::from_parts(0, 10792))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn reveal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1339`
		//  Estimated: `3956`
		// Minimum execution time: 53_936_000 picoseconds.
		Weight::from_parts(57_060_000, 0)
			.saturating_add(Weight::from_parts(0, 10792))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn close() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1413`
		//  Estimated: `6196`
		// Minimum execution time: 109_857_000 picoseconds.
		Weight::from_parts(115_879_000, 0)
			.saturating_add(Weight::from_parts(0, 19899))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn execute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1265`
		//  Estimated: `4730`
		// Minimum execution time: 74_599_000 picoseconds.
		Weight::from_parts(77_670_000, 0)
			.saturating_add(Weight::from_parts(0, 12967))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn veto() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `596`
		//  Estimated: `3956`
		// Minimum execution time: 28_894_000 picoseconds.
		Weight::from_parts(36_341_000, 0)
			.saturating_add(Weight::from_parts(0, 3956))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	/// The range of component `n` is `[1, 256]`.
	fn prune(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2221 + n * (51 ±0)`
		//  Estimated: `29887 + n * (2650 ±0)`
		// Minimum execution time: 215_725_000 picoseconds.
		Weight::from_parts(218_663_762, 0)
			.saturating_add(Weight::from_parts(0, 91392))
			// Standard Error: 78_683
			.saturating_add(Weight::from_parts(5_689_050, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(35))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(23))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2650).saturating_mul(n.into()))
	}
	fn fund() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `500`
		//  Estimated: `6208`
		// Minimum execution time: 79_874_000 picoseconds.
		Weight::from_parts(82_328_000, 0)
			.saturating_add(Weight::from_parts(0, 10506))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn spend() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `655`
		//  Estimated: `6208`
		// Minimum execution time: 84_548_000 picoseconds.
		Weight::from_parts(90_727_000, 0)
			.saturating_add(Weight::from_parts(0, 13109))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn stand() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `356`
		//  Estimated: `3946`
		// Minimum execution time: 78_062_000 picoseconds.
		Weight::from_parts(82_089_000, 0)
			.saturating_add(Weight::from_parts(0, 8120))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn resign() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `529`
		//  Estimated: `3946`
		// Minimum execution time: 73_744_000 picoseconds.
		Weight::from_parts(79_191_000, 0)
			.saturating_add(Weight::from_parts(0, 8120))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn appoint_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `311`
		//  Estimated: `6112`
		// Minimum execution time: 42_938_000 picoseconds.
		Weight::from_parts(49_443_000, 0)
			.saturating_add(Weight::from_parts(0, 7641))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn remove_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `234`
		//  Estimated: `3551`
		// Minimum execution time: 28_740_000 picoseconds.
		Weight::from_parts(34_656_000, 0)
			.saturating_add(Weight::from_parts(0, 5080))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn challenge_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1544`
		//  Estimated: `8712`
		// Minimum execution time: 210_687_000 picoseconds.
		Weight::from_parts(218_813_000, 0)
			.saturating_add(Weight::from_parts(0, 33322))
			.saturating_add(RocksDbWeight::get().reads(14))
			.saturating_add(RocksDbWeight::get().writes(9))
	}
	fn strike_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `704`
		//  Estimated: `6196`
		// Minimum execution time: 94_996_000 picoseconds.
		Weight::from_parts(106_071_000, 0)
			.saturating_add(Weight::from_parts(0, 13242))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn release_bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `647`
		//  Estimated: `3946`
		// Minimum execution time: 74_199_000 picoseconds.
		Weight::from_parts(82_357_000, 0)
			.saturating_add(Weight::from_parts(0, 8120))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
}

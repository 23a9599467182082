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
		//  Measured:  `1291 + c * (132 ±0)`
		//  Estimated: `6138 + c * (2608 ±0)`
		// Minimum execution time: 174_553_000 picoseconds.
		Weight::from_parts(201_826_664, 0)
			.saturating_add(Weight::from_parts(0, 21716))
			// Standard Error: 1_547_176
			.saturating_add(Weight::from_parts(18_800_725, 0).saturating_mul(c.into()))
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
		// Minimum execution time: 119_622_000 picoseconds.
		Weight::from_parts(133_170_000, 0)
			.saturating_add(Weight::from_parts(0, 17296))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn vote() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1433`
		//  Estimated: `3956`
		// Minimum execution time: 56_414_000 picoseconds.
		Weight::from_parts(64_234_000, 0)
			.saturating_add(Weight::from_parts(0, 10780))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	/// The range of component `n` is `[1, 64]`.
	fn vote_for(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1579 + n * (391 ±0)`
		//  Estimated: `3956 + n * (3039 ±0)`
		// Minimum execution time: 74_439_000 picoseconds.
		Weight::from_parts(11_399_877, 0)
			.saturating_add(Weight::from_parts(0, 5540))
			// Standard Error: 613_158
			.saturating_add(Weight::from_parts(33_156_412, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 57_226_000 picoseconds.
		Weight::from_parts(71_133_000, 0)
			.saturating_add(Weight::from_parts(0, 8190))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn delegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `983`
		//  Estimated: `6138`
		// Minimum execution time: 111_686_000 picoseconds.
		Weight::from_parts(114_870_000, 0)
			.saturating_add(Weight::from_parts(0, 16305))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn undelegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1004`
		//  Estimated: `3946`
		// Minimum execution time: 83_565_000 picoseconds.
		Weight::from_parts(93_081_000, 0)
			.saturating_add(Weight::from_parts(0, 10692))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn commit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1242`
		//  Estimated: `3956`
		// Minimum execution time: 60_134_000 picoseconds.
		Weight::from_parts(77_944_000, 0)
			.saturating_add(Weight::from_parts(0, 10780))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn reveal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1327`
		//  Estimated: `3956`
		// Minimum execution time: 62_712_000 picoseconds.
		Weight::from_parts(73_908_000, 0)
			.saturating_add(Weight::from_parts(0, 10780))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn close() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1413`
		//  Estimated: `6196`
		// Minimum execution time: 118_930_000 picoseconds.
		Weight::from_parts(126_499_000, 0)
			.saturating_add(Weight::from_parts(0, 19899))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn execute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1265`
		//  Estimated: `4730`
		// Minimum execution time: 81_885_000 picoseconds.
		Weight::from_parts(96_594_000, 0)
			.saturating_add(Weight::from_parts(0, 12967))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn veto() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `596`
		//  Estimated: `3956`
		// Minimum execution time: 40_002_000 picoseconds.
		Weight::from_parts(42_309_000, 0)
			.saturating_add(Weight::from_parts(0, 3956))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	/// The range of component `n` is `[1, 256]`.
	fn prune(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2221 + n * (51 ±0)`
		//  Estimated: `29887 + n * (2650 ±0)`
		// Minimum execution time: 277_287_000 picoseconds.
		Weight::from_parts(288_664_770, 0)
			.saturating_add(Weight::from_parts(0, 91392))
			// Standard Error: 95_660
			.saturating_add(Weight::from_parts(5_792_595, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 76_399_000 picoseconds.
		Weight::from_parts(84_929_000, 0)
			.saturating_add(Weight::from_parts(0, 10506))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn spend() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `655`
		//  Estimated: `6208`
		// Minimum execution time: 85_880_000 picoseconds.
		Weight::from_parts(94_124_000, 0)
			.saturating_add(Weight::from_parts(0, 13109))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn stand() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `356`
		//  Estimated: `3946`
		// Minimum execution time: 79_350_000 picoseconds.
		Weight::from_parts(84_941_000, 0)
			.saturating_add(Weight::from_parts(0, 8120))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn resign() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `529`
		//  Estimated: `3946`
		// Minimum execution time: 69_522_000 picoseconds.
		Weight::from_parts(91_747_000, 0)
			.saturating_add(Weight::from_parts(0, 8120))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn appoint_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `311`
		//  Estimated: `6112`
		// Minimum execution time: 39_323_000 picoseconds.
		Weight::from_parts(53_398_000, 0)
			.saturating_add(Weight::from_parts(0, 7641))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn remove_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `234`
		//  Estimated: `3551`
		// Minimum execution time: 31_302_000 picoseconds.
		Weight::from_parts(38_109_000, 0)
			.saturating_add(Weight::from_parts(0, 5080))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn challenge_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1532`
		//  Estimated: `8712`
		// Minimum execution time: 200_715_000 picoseconds.
		Weight::from_parts(243_885_000, 0)
			.saturating_add(Weight::from_parts(0, 33298))
			.saturating_add(RocksDbWeight::get().reads(14))
			.saturating_add(RocksDbWeight::get().writes(9))
	}
	fn strike_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `704`
		//  Estimated: `6196`
		// Minimum execution time: 105_325_000 picoseconds.
		Weight::from_parts(112_622_000, 0)
			.saturating_add(Weight::from_parts(0, 13242))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn release_bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `647`
		//  Estimated: `3946`
		// Minimum execution time: 77_500_000 picoseconds.
		Weight::from_parts(78_772_000, 0)
			.saturating_add(Weight::from_parts(0, 8120))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
}

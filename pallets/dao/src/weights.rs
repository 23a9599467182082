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
		//  Measured:  `1264 + c * (132 ±0)`
		//  Estimated: `6138 + c * (4196819 ±0)`
		// Minimum execution time: 225_278_000 picoseconds.
		Weight::from_parts(254_571_031, 0)
			.saturating_add(Weight::from_parts(0, 19926))
			// Standard Error: 1_527_283
			.saturating_add(Weight::from_parts(16_551_420, 0).saturating_mul(c.into()))
			.saturating_add(RocksDbWeight::get().reads(10))
			.saturating_add(RocksDbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(RocksDbWeight::get().writes(8))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 12590457).saturating_mul(c.into()))
	}
	fn withdraw() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1354`
		//  Estimated: `4630`
		// Minimum execution time: 126_709_000 picoseconds.
		Weight::from_parts(149_067_000, 0)
			.saturating_add(Weight::from_parts(0, 17296))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn vote() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1407`
		//  Estimated: `3956`
		// Minimum execution time: 63_899_000 picoseconds.
		Weight::from_parts(68_917_000, 0)
			.saturating_add(Weight::from_parts(0, 10780))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	/// The range of component `n` is `[1, 64]`.
	fn vote_for(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1553 + n * (390 ±0)`
		//  Estimated: `3956 + n * (2967 ±0)`
		// Minimum execution time: 86_937_000 picoseconds.
		Weight::from_parts(110_186_080, 0)
			.saturating_add(Weight::from_parts(0, 5540))
			// Standard Error: 824_613
			.saturating_add(Weight::from_parts(37_961_894, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 14835).saturating_mul(n.into()))
	}
	fn retract() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1122`
		//  Estimated: `3956`
		// Minimum execution time: 49_881_000 picoseconds.
		Weight::from_parts(53_020_000, 0)
			.saturating_add(Weight::from_parts(0, 8190))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn delegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `955`
		//  Estimated: `6138`
		// Minimum execution time: 106_714_000 picoseconds.
		Weight::from_parts(127_706_000, 0)
			.saturating_add(Weight::from_parts(0, 16233))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn undelegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `981`
		//  Estimated: `3946`
		// Minimum execution time: 104_609_000 picoseconds.
		Weight::from_parts(108_123_000, 0)
			.saturating_add(Weight::from_parts(0, 10692))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn commit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1216`
		//  Estimated: `3956`
		// Minimum execution time: 60_759_000 picoseconds.
		Weight::from_parts(63_486_000, 0)
			.saturating_add(Weight::from_parts(0, 10780))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn reveal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1300`
		//  Estimated: `3956`
		// Minimum execution time: 78_455_000 picoseconds.
		Weight::from_parts(80_967_000, 0)
			.saturating_add(Weight::from_parts(0, 10780))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn close() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1387`
		//  Estimated: `6196`
		// Minimum execution time: 125_282_000 picoseconds.
		Weight::from_parts(135_182_000, 0)
			.saturating_add(Weight::from_parts(0, 19899))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn execute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1239`
		//  Estimated: `4197809`
		// Minimum execution time: 87_820_000 picoseconds.
		Weight::from_parts(94_453_000, 0)
			.saturating_add(Weight::from_parts(0, 4208521))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn veto() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `570`
		//  Estimated: `3956`
		// Minimum execution time: 45_380_000 picoseconds.
		Weight::from_parts(46_548_000, 0)
			.saturating_add(Weight::from_parts(0, 3956))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	/// The range of component `n` is `[1, 256]`.
	fn prune(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2195 + n * (51 ±0)`
		//  Estimated: `29887 + n * (2650 ±0)`
		// Minimum execution time: 289_772_000 picoseconds.
		Weight::from_parts(325_551_520, 0)
			.saturating_add(Weight::from_parts(0, 91392))
			// Standard Error: 124_146
			.saturating_add(Weight::from_parts(6_664_115, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(35))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(23))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2650).saturating_mul(n.into()))
	}
	fn fund() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `388`
		//  Estimated: `6208`
		// Minimum execution time: 98_500_000 picoseconds.
		Weight::from_parts(103_837_000, 0)
			.saturating_add(Weight::from_parts(0, 10506))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn spend() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `543`
		//  Estimated: `6208`
		// Minimum execution time: 98_071_000 picoseconds.
		Weight::from_parts(115_573_000, 0)
			.saturating_add(Weight::from_parts(0, 13109))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn stand() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `329`
		//  Estimated: `3946`
		// Minimum execution time: 82_122_000 picoseconds.
		Weight::from_parts(96_799_000, 0)
			.saturating_add(Weight::from_parts(0, 8120))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn resign() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `506`
		//  Estimated: `3946`
		// Minimum execution time: 75_151_000 picoseconds.
		Weight::from_parts(83_239_000, 0)
			.saturating_add(Weight::from_parts(0, 8120))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn appoint_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `287`
		//  Estimated: `6112`
		// Minimum execution time: 51_467_000 picoseconds.
		Weight::from_parts(66_905_000, 0)
			.saturating_add(Weight::from_parts(0, 7641))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn remove_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `210`
		//  Estimated: `3551`
		// Minimum execution time: 37_116_000 picoseconds.
		Weight::from_parts(44_877_000, 0)
			.saturating_add(Weight::from_parts(0, 5080))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn challenge_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1509`
		//  Estimated: `8712`
		// Minimum execution time: 256_614_000 picoseconds.
		Weight::from_parts(273_849_000, 0)
			.saturating_add(Weight::from_parts(0, 32799))
			.saturating_add(RocksDbWeight::get().reads(13))
			.saturating_add(RocksDbWeight::get().writes(9))
	}
	fn strike_manager() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `680`
		//  Estimated: `6196`
		// Minimum execution time: 116_443_000 picoseconds.
		Weight::from_parts(128_530_000, 0)
			.saturating_add(Weight::from_parts(0, 13242))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn release_bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `624`
		//  Estimated: `3946`
		// Minimum execution time: 81_093_000 picoseconds.
		Weight::from_parts(88_786_000, 0)
			.saturating_add(Weight::from_parts(0, 8120))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
}

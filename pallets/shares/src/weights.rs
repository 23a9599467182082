// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_shares` cost: the trait that a runtime implements, generated with
//! its figures by scripts/bench.sh, and for tests those of the runtime here.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(missing_docs)]

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call and hook.
pub trait WeightInfo {
	fn issue() -> Weight;
	fn transfer() -> Weight;
	fn transfer_circle() -> Weight;
	fn transfer_known() -> Weight;
	fn transfer_refused() -> Weight;
	fn transfer_refused_dear() -> Weight;
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

impl WeightInfo for () {
	fn issue() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3683`
		//  Estimated: `4630`
		// Minimum execution time: 114_764_000 picoseconds.
		Weight::from_parts(133_800_000, 0)
			.saturating_add(Weight::from_parts(0, 31455))
			.saturating_add(RocksDbWeight::get().reads(12))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn transfer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4111`
		//  Estimated: `7278`
		// Minimum execution time: 141_094_000 picoseconds.
		Weight::from_parts(148_421_000, 0)
			.saturating_add(Weight::from_parts(0, 44766))
			.saturating_add(RocksDbWeight::get().reads(17))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn transfer_circle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1220`
		//  Estimated: `6194`
		// Minimum execution time: 68_589_000 picoseconds.
		Weight::from_parts(82_744_000, 0)
			.saturating_add(Weight::from_parts(0, 19041))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn transfer_known() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1248`
		//  Estimated: `6194`
		// Minimum execution time: 59_790_000 picoseconds.
		Weight::from_parts(68_540_000, 0)
			.saturating_add(Weight::from_parts(0, 16525))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn transfer_refused() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1248`
		//  Estimated: `6194`
		// Minimum execution time: 50_321_000 picoseconds.
		Weight::from_parts(52_567_000, 0)
			.saturating_add(Weight::from_parts(0, 16525))
			.saturating_add(RocksDbWeight::get().reads(7))
	}
	fn transfer_refused_dear() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2185`
		//  Estimated: `6204`
		// Minimum execution time: 89_530_000 picoseconds.
		Weight::from_parts(98_639_000, 0)
			.saturating_add(Weight::from_parts(0, 29795))
			.saturating_add(RocksDbWeight::get().reads(12))
	}
	fn redeem() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3131`
		//  Estimated: `4630`
		// Minimum execution time: 75_747_000 picoseconds.
		Weight::from_parts(82_292_000, 0)
			.saturating_add(Weight::from_parts(0, 22588))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn set_pack() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `549`
		//  Estimated: `6132`
		// Minimum execution time: 36_331_000 picoseconds.
		Weight::from_parts(39_251_000, 0)
			.saturating_add(Weight::from_parts(0, 7782))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn reclassify() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `823`
		//  Estimated: `6022`
		// Minimum execution time: 49_884_000 picoseconds.
		Weight::from_parts(54_600_000, 0)
			.saturating_add(Weight::from_parts(0, 15887))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	/// The range of component `n` is `[1, 32]`.
	fn prune(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1025 + n * (119 ±0)`
		//  Estimated: `4630 + n * (3144 ±0)`
		// Minimum execution time: 37_819_000 picoseconds.
		Weight::from_parts(19_617_221, 0)
			.saturating_add(Weight::from_parts(0, 6280))
			// Standard Error: 353_025
			.saturating_add(Weight::from_parts(16_589_890, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6288).saturating_mul(n.into()))
	}
	fn release_expired() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `591`
		//  Estimated: `3926`
		// Minimum execution time: 33_114_000 picoseconds.
		Weight::from_parts(34_298_000, 0)
			.saturating_add(Weight::from_parts(0, 5538))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn approve() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `653`
		//  Estimated: `3946`
		// Minimum execution time: 90_364_000 picoseconds.
		Weight::from_parts(98_164_000, 0)
			.saturating_add(Weight::from_parts(0, 13404))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn transfer_from() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4438`
		//  Estimated: `6204`
		// Minimum execution time: 194_787_000 picoseconds.
		Weight::from_parts(203_537_000, 0)
			.saturating_add(Weight::from_parts(0, 49812))
			.saturating_add(RocksDbWeight::get().reads(19))
			.saturating_add(RocksDbWeight::get().writes(9))
	}
	fn remove_allowance() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `876`
		//  Estimated: `3946`
		// Minimum execution time: 82_808_000 picoseconds.
		Weight::from_parts(86_399_000, 0)
			.saturating_add(Weight::from_parts(0, 10764))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn split() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `192`
		//  Estimated: `3630`
		// Minimum execution time: 16_007_000 picoseconds.
		Weight::from_parts(17_093_000, 0)
			.saturating_add(Weight::from_parts(0, 3630))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn set_conversion() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `413`
		//  Estimated: `6270`
		// Minimum execution time: 25_635_000 picoseconds.
		Weight::from_parts(27_645_000, 0)
			.saturating_add(Weight::from_parts(0, 7779))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn convert() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4097`
		//  Estimated: `6270`
		// Minimum execution time: 132_578_000 picoseconds.
		Weight::from_parts(154_245_000, 0)
			.saturating_add(Weight::from_parts(0, 36469))
			.saturating_add(RocksDbWeight::get().reads(14))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn deny() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `866`
		//  Estimated: `4029`
		// Minimum execution time: 85_540_000 picoseconds.
		Weight::from_parts(87_743_000, 0)
			.saturating_add(Weight::from_parts(0, 16396))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn undeny() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `656`
		//  Estimated: `3946`
		// Minimum execution time: 65_473_000 picoseconds.
		Weight::from_parts(71_165_000, 0)
			.saturating_add(Weight::from_parts(0, 10783))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn propose_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1720`
		//  Estimated: `4159`
		// Minimum execution time: 146_018_000 picoseconds.
		Weight::from_parts(152_748_000, 0)
			.saturating_add(Weight::from_parts(0, 25701))
			.saturating_add(RocksDbWeight::get().reads(10))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn approve_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2078`
		//  Estimated: `6534`
		// Minimum execution time: 169_868_000 picoseconds.
		Weight::from_parts(216_872_000, 0)
			.saturating_add(Weight::from_parts(0, 19514))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn execute_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4934`
		//  Estimated: `7278`
		// Minimum execution time: 192_475_000 picoseconds.
		Weight::from_parts(196_133_000, 0)
			.saturating_add(Weight::from_parts(0, 37857))
			.saturating_add(RocksDbWeight::get().reads(14))
			.saturating_add(RocksDbWeight::get().writes(10))
	}
	fn execute_recovery() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3080`
		//  Estimated: `24638`
		// Minimum execution time: 461_735_000 picoseconds.
		Weight::from_parts(484_430_000, 0)
			.saturating_add(Weight::from_parts(0, 66336))
			.saturating_add(RocksDbWeight::get().reads(24))
			.saturating_add(RocksDbWeight::get().writes(36))
	}
	fn appeal_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2011`
		//  Estimated: `4159`
		// Minimum execution time: 109_948_000 picoseconds.
		Weight::from_parts(112_591_000, 0)
			.saturating_add(Weight::from_parts(0, 16714))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn decide_appeal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2138`
		//  Estimated: `6902`
		// Minimum execution time: 145_249_000 picoseconds.
		Weight::from_parts(163_926_000, 0)
			.saturating_add(Weight::from_parts(0, 22301))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn withdraw_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2193`
		//  Estimated: `6902`
		// Minimum execution time: 147_613_000 picoseconds.
		Weight::from_parts(149_124_000, 0)
			.saturating_add(Weight::from_parts(0, 22301))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn annul_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2138`
		//  Estimated: `6902`
		// Minimum execution time: 148_616_000 picoseconds.
		Weight::from_parts(154_196_000, 0)
			.saturating_add(Weight::from_parts(0, 22301))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn accept_recovery() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `333`
		//  Estimated: `3762`
		// Minimum execution time: 22_373_000 picoseconds.
		Weight::from_parts(26_270_000, 0)
			.saturating_add(Weight::from_parts(0, 3762))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn prune_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2138`
		//  Estimated: `6902`
		// Minimum execution time: 147_708_000 picoseconds.
		Weight::from_parts(153_608_000, 0)
			.saturating_add(Weight::from_parts(0, 22301))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
}

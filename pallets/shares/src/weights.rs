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
		//  Measured:  `3785`
		//  Estimated: `4630`
		// Minimum execution time: 149_106_000 picoseconds.
		Weight::from_parts(175_033_000, 0)
			.saturating_add(Weight::from_parts(0, 34711))
			.saturating_add(RocksDbWeight::get().reads(13))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn transfer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4202`
		//  Estimated: `7278`
		// Minimum execution time: 180_053_000 picoseconds.
		Weight::from_parts(216_915_000, 0)
			.saturating_add(Weight::from_parts(0, 48010))
			.saturating_add(RocksDbWeight::get().reads(18))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn transfer_circle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1208`
		//  Estimated: `6170`
		// Minimum execution time: 89_808_000 picoseconds.
		Weight::from_parts(97_643_000, 0)
			.saturating_add(Weight::from_parts(0, 19017))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn transfer_known() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1236`
		//  Estimated: `6170`
		// Minimum execution time: 76_813_000 picoseconds.
		Weight::from_parts(101_925_000, 0)
			.saturating_add(Weight::from_parts(0, 16501))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn transfer_refused() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1236`
		//  Estimated: `6170`
		// Minimum execution time: 63_938_000 picoseconds.
		Weight::from_parts(73_701_000, 0)
			.saturating_add(Weight::from_parts(0, 16501))
			.saturating_add(RocksDbWeight::get().reads(7))
	}
	fn transfer_refused_dear() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2161`
		//  Estimated: `6204`
		// Minimum execution time: 108_723_000 picoseconds.
		Weight::from_parts(125_623_000, 0)
			.saturating_add(Weight::from_parts(0, 29771))
			.saturating_add(RocksDbWeight::get().reads(12))
	}
	fn redeem() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3233`
		//  Estimated: `4630`
		// Minimum execution time: 106_590_000 picoseconds.
		Weight::from_parts(113_152_000, 0)
			.saturating_add(Weight::from_parts(0, 25844))
			.saturating_add(RocksDbWeight::get().reads(9))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn set_pack() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `549`
		//  Estimated: `6132`
		// Minimum execution time: 40_432_000 picoseconds.
		Weight::from_parts(50_674_000, 0)
			.saturating_add(Weight::from_parts(0, 7782))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn reclassify() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `810`
		//  Estimated: `6022`
		// Minimum execution time: 73_040_000 picoseconds.
		Weight::from_parts(79_615_000, 0)
			.saturating_add(Weight::from_parts(0, 15803))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	/// The range of component `n` is `[1, 32]`.
	fn prune(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1013 + n * (119 ±0)`
		//  Estimated: `4630 + n * (3144 ±0)`
		// Minimum execution time: 48_242_000 picoseconds.
		Weight::from_parts(48_176_233, 0)
			.saturating_add(Weight::from_parts(0, 6280))
			// Standard Error: 369_514
			.saturating_add(Weight::from_parts(18_134_242, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6288).saturating_mul(n.into()))
	}
	fn release_expired() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `579`
		//  Estimated: `3926`
		// Minimum execution time: 46_176_000 picoseconds.
		Weight::from_parts(55_190_000, 0)
			.saturating_add(Weight::from_parts(0, 5526))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn approve() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `653`
		//  Estimated: `3946`
		// Minimum execution time: 105_165_000 picoseconds.
		Weight::from_parts(115_397_000, 0)
			.saturating_add(Weight::from_parts(0, 13404))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn transfer_from() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4541`
		//  Estimated: `6204`
		// Minimum execution time: 248_839_000 picoseconds.
		Weight::from_parts(262_426_000, 0)
			.saturating_add(Weight::from_parts(0, 53056))
			.saturating_add(RocksDbWeight::get().reads(20))
			.saturating_add(RocksDbWeight::get().writes(9))
	}
	fn remove_allowance() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `876`
		//  Estimated: `3946`
		// Minimum execution time: 97_099_000 picoseconds.
		Weight::from_parts(121_358_000, 0)
			.saturating_add(Weight::from_parts(0, 10764))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn split() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `192`
		//  Estimated: `3630`
		// Minimum execution time: 19_107_000 picoseconds.
		Weight::from_parts(27_104_000, 0)
			.saturating_add(Weight::from_parts(0, 3630))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn set_conversion() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `413`
		//  Estimated: `6270`
		// Minimum execution time: 36_955_000 picoseconds.
		Weight::from_parts(47_473_000, 0)
			.saturating_add(Weight::from_parts(0, 7779))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn convert() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4199`
		//  Estimated: `7526`
		// Minimum execution time: 186_081_000 picoseconds.
		Weight::from_parts(197_470_000, 0)
			.saturating_add(Weight::from_parts(0, 42981))
			.saturating_add(RocksDbWeight::get().reads(16))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn deny() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `865`
		//  Estimated: `3957`
		// Minimum execution time: 93_287_000 picoseconds.
		Weight::from_parts(109_697_000, 0)
			.saturating_add(Weight::from_parts(0, 16324))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn undeny() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `656`
		//  Estimated: `3946`
		// Minimum execution time: 68_361_000 picoseconds.
		Weight::from_parts(81_497_000, 0)
			.saturating_add(Weight::from_parts(0, 10783))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn propose_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1719`
		//  Estimated: `4159`
		// Minimum execution time: 163_152_000 picoseconds.
		Weight::from_parts(174_998_000, 0)
			.saturating_add(Weight::from_parts(0, 25617))
			.saturating_add(RocksDbWeight::get().reads(10))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn approve_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2066`
		//  Estimated: `6534`
		// Minimum execution time: 169_726_000 picoseconds.
		Weight::from_parts(196_017_000, 0)
			.saturating_add(Weight::from_parts(0, 19502))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn execute_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5025`
		//  Estimated: `7278`
		// Minimum execution time: 207_779_000 picoseconds.
		Weight::from_parts(228_360_000, 0)
			.saturating_add(Weight::from_parts(0, 41101))
			.saturating_add(RocksDbWeight::get().reads(15))
			.saturating_add(RocksDbWeight::get().writes(10))
	}
	fn execute_recovery() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3072`
		//  Estimated: `24638`
		// Minimum execution time: 468_685_000 picoseconds.
		Weight::from_parts(530_006_000, 0)
			.saturating_add(Weight::from_parts(0, 66264))
			.saturating_add(RocksDbWeight::get().reads(24))
			.saturating_add(RocksDbWeight::get().writes(36))
	}
	fn appeal_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2011`
		//  Estimated: `4159`
		// Minimum execution time: 116_173_000 picoseconds.
		Weight::from_parts(134_385_000, 0)
			.saturating_add(Weight::from_parts(0, 16714))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn decide_appeal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2126`
		//  Estimated: `6902`
		// Minimum execution time: 167_643_000 picoseconds.
		Weight::from_parts(185_891_000, 0)
			.saturating_add(Weight::from_parts(0, 22289))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn withdraw_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2181`
		//  Estimated: `6902`
		// Minimum execution time: 182_333_000 picoseconds.
		Weight::from_parts(204_897_000, 0)
			.saturating_add(Weight::from_parts(0, 22289))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn annul_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2126`
		//  Estimated: `6902`
		// Minimum execution time: 158_996_000 picoseconds.
		Weight::from_parts(192_638_000, 0)
			.saturating_add(Weight::from_parts(0, 22289))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn accept_recovery() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `333`
		//  Estimated: `3762`
		// Minimum execution time: 32_045_000 picoseconds.
		Weight::from_parts(36_655_000, 0)
			.saturating_add(Weight::from_parts(0, 3762))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn prune_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2126`
		//  Estimated: `6902`
		// Minimum execution time: 150_298_000 picoseconds.
		Weight::from_parts(170_341_000, 0)
			.saturating_add(Weight::from_parts(0, 22289))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
}

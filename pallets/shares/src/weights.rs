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
		//  Measured:  `3671`
		//  Estimated: `4630`
		// Minimum execution time: 127_775_000 picoseconds.
		Weight::from_parts(156_999_000, 0)
			.saturating_add(Weight::from_parts(0, 31443))
			.saturating_add(RocksDbWeight::get().reads(12))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn transfer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4087`
		//  Estimated: `7278`
		// Minimum execution time: 162_936_000 picoseconds.
		Weight::from_parts(164_808_000, 0)
			.saturating_add(Weight::from_parts(0, 44742))
			.saturating_add(RocksDbWeight::get().reads(17))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn transfer_circle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1208`
		//  Estimated: `6170`
		// Minimum execution time: 75_547_000 picoseconds.
		Weight::from_parts(92_688_000, 0)
			.saturating_add(Weight::from_parts(0, 19017))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn transfer_known() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1236`
		//  Estimated: `6170`
		// Minimum execution time: 68_837_000 picoseconds.
		Weight::from_parts(82_176_000, 0)
			.saturating_add(Weight::from_parts(0, 16501))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn transfer_refused() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1236`
		//  Estimated: `6170`
		// Minimum execution time: 55_931_000 picoseconds.
		Weight::from_parts(60_525_000, 0)
			.saturating_add(Weight::from_parts(0, 16501))
			.saturating_add(RocksDbWeight::get().reads(7))
	}
	fn transfer_refused_dear() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2161`
		//  Estimated: `6204`
		// Minimum execution time: 94_813_000 picoseconds.
		Weight::from_parts(102_933_000, 0)
			.saturating_add(Weight::from_parts(0, 29771))
			.saturating_add(RocksDbWeight::get().reads(12))
	}
	fn redeem() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3119`
		//  Estimated: `4630`
		// Minimum execution time: 94_016_000 picoseconds.
		Weight::from_parts(100_556_000, 0)
			.saturating_add(Weight::from_parts(0, 22576))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn set_pack() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `549`
		//  Estimated: `6132`
		// Minimum execution time: 52_072_000 picoseconds.
		Weight::from_parts(62_583_000, 0)
			.saturating_add(Weight::from_parts(0, 7782))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn reclassify() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `811`
		//  Estimated: `6022`
		// Minimum execution time: 59_733_000 picoseconds.
		Weight::from_parts(87_403_000, 0)
			.saturating_add(Weight::from_parts(0, 15875))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	/// The range of component `n` is `[1, 32]`.
	fn prune(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1013 + n * (119 ±0)`
		//  Estimated: `4630 + n * (3144 ±0)`
		// Minimum execution time: 53_474_000 picoseconds.
		Weight::from_parts(44_394_870, 0)
			.saturating_add(Weight::from_parts(0, 6280))
			// Standard Error: 508_982
			.saturating_add(Weight::from_parts(19_150_428, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 47_554_000 picoseconds.
		Weight::from_parts(62_914_000, 0)
			.saturating_add(Weight::from_parts(0, 5526))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn approve() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `653`
		//  Estimated: `3946`
		// Minimum execution time: 128_137_000 picoseconds.
		Weight::from_parts(148_225_000, 0)
			.saturating_add(Weight::from_parts(0, 13404))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn transfer_from() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4426`
		//  Estimated: `6204`
		// Minimum execution time: 242_190_000 picoseconds.
		Weight::from_parts(264_272_000, 0)
			.saturating_add(Weight::from_parts(0, 49788))
			.saturating_add(RocksDbWeight::get().reads(19))
			.saturating_add(RocksDbWeight::get().writes(9))
	}
	fn remove_allowance() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `876`
		//  Estimated: `3946`
		// Minimum execution time: 105_211_000 picoseconds.
		Weight::from_parts(123_863_000, 0)
			.saturating_add(Weight::from_parts(0, 10764))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn split() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `192`
		//  Estimated: `3630`
		// Minimum execution time: 19_074_000 picoseconds.
		Weight::from_parts(30_241_000, 0)
			.saturating_add(Weight::from_parts(0, 3630))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn set_conversion() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `413`
		//  Estimated: `6270`
		// Minimum execution time: 39_340_000 picoseconds.
		Weight::from_parts(42_571_000, 0)
			.saturating_add(Weight::from_parts(0, 7779))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn convert() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4085`
		//  Estimated: `6270`
		// Minimum execution time: 191_199_000 picoseconds.
		Weight::from_parts(199_929_000, 0)
			.saturating_add(Weight::from_parts(0, 36445))
			.saturating_add(RocksDbWeight::get().reads(14))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn deny() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `866`
		//  Estimated: `4029`
		// Minimum execution time: 110_879_000 picoseconds.
		Weight::from_parts(132_762_000, 0)
			.saturating_add(Weight::from_parts(0, 16396))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn undeny() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `656`
		//  Estimated: `3946`
		// Minimum execution time: 81_215_000 picoseconds.
		Weight::from_parts(92_347_000, 0)
			.saturating_add(Weight::from_parts(0, 10783))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn propose_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1720`
		//  Estimated: `4159`
		// Minimum execution time: 169_434_000 picoseconds.
		Weight::from_parts(196_146_000, 0)
			.saturating_add(Weight::from_parts(0, 25689))
			.saturating_add(RocksDbWeight::get().reads(10))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn approve_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2066`
		//  Estimated: `6534`
		// Minimum execution time: 177_367_000 picoseconds.
		Weight::from_parts(212_337_000, 0)
			.saturating_add(Weight::from_parts(0, 19502))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn execute_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4910`
		//  Estimated: `7278`
		// Minimum execution time: 218_636_000 picoseconds.
		Weight::from_parts(252_528_000, 0)
			.saturating_add(Weight::from_parts(0, 37833))
			.saturating_add(RocksDbWeight::get().reads(14))
			.saturating_add(RocksDbWeight::get().writes(10))
	}
	fn execute_recovery() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3080`
		//  Estimated: `24638`
		// Minimum execution time: 510_775_000 picoseconds.
		Weight::from_parts(668_047_000, 0)
			.saturating_add(Weight::from_parts(0, 66336))
			.saturating_add(RocksDbWeight::get().reads(24))
			.saturating_add(RocksDbWeight::get().writes(36))
	}
	fn appeal_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2011`
		//  Estimated: `4159`
		// Minimum execution time: 146_860_000 picoseconds.
		Weight::from_parts(155_351_000, 0)
			.saturating_add(Weight::from_parts(0, 16714))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn decide_appeal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2126`
		//  Estimated: `6902`
		// Minimum execution time: 159_568_000 picoseconds.
		Weight::from_parts(198_663_000, 0)
			.saturating_add(Weight::from_parts(0, 22289))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn withdraw_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2181`
		//  Estimated: `6902`
		// Minimum execution time: 160_704_000 picoseconds.
		Weight::from_parts(178_198_000, 0)
			.saturating_add(Weight::from_parts(0, 22289))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn annul_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2126`
		//  Estimated: `6902`
		// Minimum execution time: 175_877_000 picoseconds.
		Weight::from_parts(183_739_000, 0)
			.saturating_add(Weight::from_parts(0, 22289))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn accept_recovery() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `333`
		//  Estimated: `3762`
		// Minimum execution time: 32_147_000 picoseconds.
		Weight::from_parts(33_676_000, 0)
			.saturating_add(Weight::from_parts(0, 3762))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn prune_order() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2126`
		//  Estimated: `6902`
		// Minimum execution time: 158_052_000 picoseconds.
		Weight::from_parts(174_920_000, 0)
			.saturating_add(Weight::from_parts(0, 22289))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
}

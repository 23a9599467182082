// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_dividends` cost: the trait that a runtime implements, generated with
//! its figures by scripts/bench.sh, and for tests those of the runtime here.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(missing_docs)]

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call and hook.
pub trait WeightInfo {
	fn declare(n: u32) -> Weight;
	fn open(n: u32) -> Weight;
	fn cancel(n: u32) -> Weight;
	fn claim(n: u32) -> Weight;
	fn push(n: u32) -> Weight;
	fn close(n: u32) -> Weight;
	fn pay_parked() -> Weight;
	fn surrender_parked() -> Weight;
	fn open_stream() -> Weight;
	fn fund_stream() -> Weight;
	fn claim_streams() -> Weight;
	fn close_stream() -> Weight;
	fn finish_stream() -> Weight;
	fn set_tax_table() -> Weight;
	fn prune_tax_table() -> Weight;
	fn file_certificate() -> Weight;
	fn remove_certificate() -> Weight;
	fn remit_tax() -> Weight;
	fn close_purse() -> Weight;
	fn prune() -> Weight;
	fn on_change() -> Weight;
	fn on_poll_idle() -> Weight;
	fn on_poll_hour() -> Weight;
	fn queue_push() -> Weight;
	fn on_idle_queue() -> Weight;
}

impl WeightInfo for () {
	/// The range of component `n` is `[0, 64]`.
	fn declare(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3638 + n * (52 ±0)`
		//  Estimated: `6208 + n * (2590 ±0)`
		// Minimum execution time: 230_552_000 picoseconds.
		Weight::from_parts(281_230_162, 0)
			.saturating_add(Weight::from_parts(0, 38166))
			// Standard Error: 299_185
			.saturating_add(Weight::from_parts(9_679_311, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(14))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(12))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 64]`.
	fn open(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3944 + n * (72 ±0)`
		//  Estimated: `8476 + n * (2590 ±0)`
		// Minimum execution time: 123_405_000 picoseconds.
		Weight::from_parts(136_488_763, 0)
			.saturating_add(Weight::from_parts(0, 17238))
			// Standard Error: 198_253
			.saturating_add(Weight::from_parts(7_504_338, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(9))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(7))
			.saturating_add(Weight::from_parts(0, 7486).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 64]`.
	fn cancel(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4159 + n * (20 ±0)`
		//  Estimated: `6208 + n * (2515 ±0)`
		// Minimum execution time: 241_491_000 picoseconds.
		Weight::from_parts(255_848_439, 0)
			.saturating_add(Weight::from_parts(0, 33751))
			// Standard Error: 182_169
			.saturating_add(Weight::from_parts(7_033_713, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(15))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(11))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[1, 16]`.
	fn claim(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3446 + n * (268 ±0)`
		//  Estimated: `6208 + n * (2700 ±0)`
		// Minimum execution time: 196_210_000 picoseconds.
		Weight::from_parts(89_788_529, 0)
			.saturating_add(Weight::from_parts(0, 24881))
			// Standard Error: 2_625_250
			.saturating_add(Weight::from_parts(87_405_907, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(11))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(6))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5400).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[1, 100]`.
	fn push(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3588 + n * (328 ±0)`
		//  Estimated: `4733 + n * (3039 ±0)`
		// Minimum execution time: 200_842_000 picoseconds.
		Weight::from_parts(213_267_982, 0)
			.saturating_add(Weight::from_parts(0, 17399))
			// Standard Error: 696_317
			.saturating_add(Weight::from_parts(103_182_429, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().reads((7_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(4))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 21273).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 64]`.
	fn close(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4065 + n * (20 ±0)`
		//  Estimated: `6208 + n * (2515 ±0)`
		// Minimum execution time: 213_707_000 picoseconds.
		Weight::from_parts(230_159_615, 0)
			.saturating_add(Weight::from_parts(0, 31161))
			// Standard Error: 170_143
			.saturating_add(Weight::from_parts(7_250_863, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(13))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(11))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	fn pay_parked() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1999`
		//  Estimated: `6208`
		// Minimum execution time: 113_216_000 picoseconds.
		Weight::from_parts(138_100_000, 0)
			.saturating_add(Weight::from_parts(0, 19283))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn surrender_parked() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1525`
		//  Estimated: `6208`
		// Minimum execution time: 102_943_000 picoseconds.
		Weight::from_parts(104_639_000, 0)
			.saturating_add(Weight::from_parts(0, 15734))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn open_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2080`
		//  Estimated: `6208`
		// Minimum execution time: 197_600_000 picoseconds.
		Weight::from_parts(209_685_000, 0)
			.saturating_add(Weight::from_parts(0, 33263))
			.saturating_add(RocksDbWeight::get().reads(13))
			.saturating_add(RocksDbWeight::get().writes(10))
	}
	fn fund_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2498`
		//  Estimated: `6208`
		// Minimum execution time: 108_033_000 picoseconds.
		Weight::from_parts(120_067_000, 0)
			.saturating_add(Weight::from_parts(0, 16499))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn claim_streams() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4539`
		//  Estimated: `21862`
		// Minimum execution time: 366_467_000 picoseconds.
		Weight::from_parts(373_320_000, 0)
			.saturating_add(Weight::from_parts(0, 64905))
			.saturating_add(RocksDbWeight::get().reads(25))
			.saturating_add(RocksDbWeight::get().writes(19))
	}
	fn close_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1443`
		//  Estimated: `4258`
		// Minimum execution time: 53_946_000 picoseconds.
		Weight::from_parts(58_271_000, 0)
			.saturating_add(Weight::from_parts(0, 8883))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn finish_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2273`
		//  Estimated: `6208`
		// Minimum execution time: 158_478_000 picoseconds.
		Weight::from_parts(187_919_000, 0)
			.saturating_add(Weight::from_parts(0, 22058))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn set_tax_table() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1842`
		//  Estimated: `4733`
		// Minimum execution time: 56_788_000 picoseconds.
		Weight::from_parts(61_592_000, 0)
			.saturating_add(Weight::from_parts(0, 6730))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn prune_tax_table() -> Weight {
		Weight::from_parts(20_000_000, 10000)
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn file_certificate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `724`
		//  Estimated: `3946`
		// Minimum execution time: 119_505_000 picoseconds.
		Weight::from_parts(127_604_000, 0)
			.saturating_add(Weight::from_parts(0, 8127))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn remove_certificate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `724`
		//  Estimated: `3946`
		// Minimum execution time: 72_787_000 picoseconds.
		Weight::from_parts(78_105_000, 0)
			.saturating_add(Weight::from_parts(0, 8127))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn remit_tax() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1433`
		//  Estimated: `6208`
		// Minimum execution time: 104_577_000 picoseconds.
		Weight::from_parts(114_250_000, 0)
			.saturating_add(Weight::from_parts(0, 15727))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn close_purse() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1969`
		//  Estimated: `6208`
		// Minimum execution time: 124_663_000 picoseconds.
		Weight::from_parts(158_803_000, 0)
			.saturating_add(Weight::from_parts(0, 31900))
			.saturating_add(RocksDbWeight::get().reads(11))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn prune() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `468`
		//  Estimated: `4258`
		// Minimum execution time: 38_329_000 picoseconds.
		Weight::from_parts(44_956_000, 0)
			.saturating_add(Weight::from_parts(0, 8559))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_change() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1058`
		//  Estimated: `4258`
		// Minimum execution time: 26_548_000 picoseconds.
		Weight::from_parts(31_168_000, 0)
			.saturating_add(Weight::from_parts(0, 6056))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_poll_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `371`
		//  Estimated: `1497`
		// Minimum execution time: 13_955_000 picoseconds.
		Weight::from_parts(17_756_000, 0)
			.saturating_add(Weight::from_parts(0, 1992))
			.saturating_add(RocksDbWeight::get().reads(1))
	}
	fn on_poll_hour() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `384`
		//  Estimated: `3738`
		// Minimum execution time: 21_014_000 picoseconds.
		Weight::from_parts(27_231_000, 0)
			.saturating_add(Weight::from_parts(0, 3738))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn queue_push() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1428`
		//  Estimated: `4011`
		// Minimum execution time: 60_081_000 picoseconds.
		Weight::from_parts(67_513_000, 0)
			.saturating_add(Weight::from_parts(0, 9324))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_idle_queue() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `778`
		//  Estimated: `3690`
		// Minimum execution time: 24_750_000 picoseconds.
		Weight::from_parts(26_554_000, 0)
			.saturating_add(Weight::from_parts(0, 3709))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
}

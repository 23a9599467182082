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
		//  Measured:  `3464 + n * (52 ±0)`
		//  Estimated: `6208 + n * (2602 ±0)`
		// Minimum execution time: 211_714_000 picoseconds.
		Weight::from_parts(284_485_150, 0)
			.saturating_add(Weight::from_parts(0, 35285))
			// Standard Error: 394_032
			.saturating_add(Weight::from_parts(9_516_725, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(12))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(10))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 64]`.
	fn open(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2453 + n * (72 ±0)`
		//  Estimated: `4730 + n * (2602 ±0)`
		// Minimum execution time: 87_019_000 picoseconds.
		Weight::from_parts(106_230_136, 0)
			.saturating_add(Weight::from_parts(0, 18491))
			// Standard Error: 141_115
			.saturating_add(Weight::from_parts(6_409_333, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(5))
			.saturating_add(Weight::from_parts(0, 5204).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 64]`.
	fn cancel(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2506 + n * (20 ±0)`
		//  Estimated: `6208 + n * (2515 ±0)`
		// Minimum execution time: 143_928_000 picoseconds.
		Weight::from_parts(185_819_582, 0)
			.saturating_add(Weight::from_parts(0, 26363))
			// Standard Error: 300_466
			.saturating_add(Weight::from_parts(7_571_577, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(11))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(8))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[1, 16]`.
	fn claim(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4720 + n * (269 ±0)`
		//  Estimated: `6208 + n * (2701 ±0)`
		// Minimum execution time: 177_787_000 picoseconds.
		Weight::from_parts(119_342_427, 0)
			.saturating_add(Weight::from_parts(0, 25837))
			// Standard Error: 965_134
			.saturating_add(Weight::from_parts(77_502_984, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(11))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(6))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5402).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[1, 100]`.
	fn push(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4843 + n * (328 ±0)`
		//  Estimated: `4741 + n * (3039 ±0)`
		// Minimum execution time: 185_484_000 picoseconds.
		Weight::from_parts(679_854_415, 0)
			.saturating_add(Weight::from_parts(0, 21160))
			// Standard Error: 4_472_475
			.saturating_add(Weight::from_parts(85_685_674, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(4))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 18234).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 64]`.
	fn close(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2412 + n * (20 ±0)`
		//  Estimated: `6208 + n * (2515 ±0)`
		// Minimum execution time: 127_271_000 picoseconds.
		Weight::from_parts(189_886_316, 0)
			.saturating_add(Weight::from_parts(0, 23773))
			// Standard Error: 297_508
			.saturating_add(Weight::from_parts(6_854_412, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(9))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(8))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	fn pay_parked() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2019`
		//  Estimated: `6208`
		// Minimum execution time: 117_547_000 picoseconds.
		Weight::from_parts(133_860_000, 0)
			.saturating_add(Weight::from_parts(0, 20628))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn surrender_parked() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1545`
		//  Estimated: `6208`
		// Minimum execution time: 102_430_000 picoseconds.
		Weight::from_parts(111_153_000, 0)
			.saturating_add(Weight::from_parts(0, 17079))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn open_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2165`
		//  Estimated: `6208`
		// Minimum execution time: 225_321_000 picoseconds.
		Weight::from_parts(260_395_000, 0)
			.saturating_add(Weight::from_parts(0, 35860))
			.saturating_add(RocksDbWeight::get().reads(13))
			.saturating_add(RocksDbWeight::get().writes(10))
	}
	fn fund_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3021`
		//  Estimated: `6208`
		// Minimum execution time: 107_313_000 picoseconds.
		Weight::from_parts(110_863_000, 0)
			.saturating_add(Weight::from_parts(0, 17844))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn claim_streams() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4390`
		//  Estimated: `21862`
		// Minimum execution time: 366_260_000 picoseconds.
		Weight::from_parts(381_070_000, 0)
			.saturating_add(Weight::from_parts(0, 62430))
			.saturating_add(RocksDbWeight::get().reads(24))
			.saturating_add(RocksDbWeight::get().writes(19))
	}
	fn close_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1492`
		//  Estimated: `4258`
		// Minimum execution time: 54_218_000 picoseconds.
		Weight::from_parts(84_737_000, 0)
			.saturating_add(Weight::from_parts(0, 8883))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn finish_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2345`
		//  Estimated: `6208`
		// Minimum execution time: 157_393_000 picoseconds.
		Weight::from_parts(174_121_000, 0)
			.saturating_add(Weight::from_parts(0, 23403))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn set_tax_table() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1688`
		//  Estimated: `4741`
		// Minimum execution time: 66_961_000 picoseconds.
		Weight::from_parts(78_102_000, 0)
			.saturating_add(Weight::from_parts(0, 8489))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn prune_tax_table() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1535`
		//  Estimated: `4741`
		// Minimum execution time: 36_978_000 picoseconds.
		Weight::from_parts(42_885_000, 0)
			.saturating_add(Weight::from_parts(0, 4741))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn file_certificate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `747`
		//  Estimated: `3946`
		// Minimum execution time: 113_259_000 picoseconds.
		Weight::from_parts(142_983_000, 0)
			.saturating_add(Weight::from_parts(0, 8127))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn remove_certificate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `747`
		//  Estimated: `3946`
		// Minimum execution time: 68_012_000 picoseconds.
		Weight::from_parts(71_822_000, 0)
			.saturating_add(Weight::from_parts(0, 8127))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn remit_tax() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1479`
		//  Estimated: `6208`
		// Minimum execution time: 100_577_000 picoseconds.
		Weight::from_parts(109_836_000, 0)
			.saturating_add(Weight::from_parts(0, 17072))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn close_purse() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2240`
		//  Estimated: `6208`
		// Minimum execution time: 167_635_000 picoseconds.
		Weight::from_parts(184_253_000, 0)
			.saturating_add(Weight::from_parts(0, 30786))
			.saturating_add(RocksDbWeight::get().reads(11))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn prune() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1448`
		//  Estimated: `4258`
		// Minimum execution time: 37_130_000 picoseconds.
		Weight::from_parts(48_302_000, 0)
			.saturating_add(Weight::from_parts(0, 6060))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_change() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1107`
		//  Estimated: `4258`
		// Minimum execution time: 25_621_000 picoseconds.
		Weight::from_parts(27_437_000, 0)
			.saturating_add(Weight::from_parts(0, 6060))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_poll_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `361`
		//  Estimated: `1497`
		// Minimum execution time: 11_342_000 picoseconds.
		Weight::from_parts(15_731_000, 0)
			.saturating_add(Weight::from_parts(0, 1992))
			.saturating_add(RocksDbWeight::get().reads(1))
	}
	fn on_poll_hour() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `374`
		//  Estimated: `3738`
		// Minimum execution time: 16_763_000 picoseconds.
		Weight::from_parts(19_213_000, 0)
			.saturating_add(Weight::from_parts(0, 3738))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn queue_push() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1440`
		//  Estimated: `4011`
		// Minimum execution time: 50_297_000 picoseconds.
		Weight::from_parts(53_320_000, 0)
			.saturating_add(Weight::from_parts(0, 9325))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_idle_queue() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `801`
		//  Estimated: `3691`
		// Minimum execution time: 22_513_000 picoseconds.
		Weight::from_parts(24_684_000, 0)
			.saturating_add(Weight::from_parts(0, 3710))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
}

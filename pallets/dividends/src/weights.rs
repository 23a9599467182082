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
		//  Measured:  `3157 + n * (52 ±0)`
		//  Estimated: `6208 + n * (2590 ±0)`
		// Minimum execution time: 256_828_000 picoseconds.
		Weight::from_parts(265_216_256, 0)
			.saturating_add(Weight::from_parts(0, 38166))
			// Standard Error: 245_309
			.saturating_add(Weight::from_parts(12_002_837, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(14))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(12))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 64]`.
	fn open(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3559 + n * (72 ±0)`
		//  Estimated: `8476 + n * (2590 ±0)`
		// Minimum execution time: 136_854_000 picoseconds.
		Weight::from_parts(187_826_847, 0)
			.saturating_add(Weight::from_parts(0, 17238))
			// Standard Error: 254_077
			.saturating_add(Weight::from_parts(8_605_032, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(9))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(7))
			.saturating_add(Weight::from_parts(0, 7486).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 64]`.
	fn cancel(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3684 + n * (20 ±0)`
		//  Estimated: `6208 + n * (2515 ±0)`
		// Minimum execution time: 288_840_000 picoseconds.
		Weight::from_parts(325_128_566, 0)
			.saturating_add(Weight::from_parts(0, 33751))
			// Standard Error: 275_313
			.saturating_add(Weight::from_parts(7_311_446, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(15))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(11))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[1, 16]`.
	fn claim(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3263 + n * (268 ±0)`
		//  Estimated: `6208 + n * (2700 ±0)`
		// Minimum execution time: 231_075_000 picoseconds.
		Weight::from_parts(109_319_476, 0)
			.saturating_add(Weight::from_parts(0, 30421))
			// Standard Error: 1_564_614
			.saturating_add(Weight::from_parts(117_308_169, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(13))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(6))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5400).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[1, 100]`.
	fn push(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3275 + n * (327 ±0)`
		//  Estimated: `4733 + n * (2967 ±0)`
		// Minimum execution time: 268_771_000 picoseconds.
		Weight::from_parts(114_522_481, 0)
			.saturating_add(Weight::from_parts(0, 17399))
			// Standard Error: 1_082_227
			.saturating_add(Weight::from_parts(156_286_870, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(4))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 23736).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 64]`.
	fn close(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3590 + n * (20 ±0)`
		//  Estimated: `6208 + n * (2515 ±0)`
		// Minimum execution time: 265_173_000 picoseconds.
		Weight::from_parts(283_570_994, 0)
			.saturating_add(Weight::from_parts(0, 31161))
			// Standard Error: 304_449
			.saturating_add(Weight::from_parts(8_126_216, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(13))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(11))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	fn pay_parked() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1895`
		//  Estimated: `6208`
		// Minimum execution time: 145_685_000 picoseconds.
		Weight::from_parts(180_774_000, 0)
			.saturating_add(Weight::from_parts(0, 19211))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn surrender_parked() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1422`
		//  Estimated: `6208`
		// Minimum execution time: 147_887_000 picoseconds.
		Weight::from_parts(157_952_000, 0)
			.saturating_add(Weight::from_parts(0, 15734))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn open_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1840`
		//  Estimated: `6208`
		// Minimum execution time: 270_319_000 picoseconds.
		Weight::from_parts(279_432_000, 0)
			.saturating_add(Weight::from_parts(0, 33263))
			.saturating_add(RocksDbWeight::get().reads(13))
			.saturating_add(RocksDbWeight::get().writes(10))
	}
	fn fund_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2394`
		//  Estimated: `6208`
		// Minimum execution time: 135_900_000 picoseconds.
		Weight::from_parts(142_643_000, 0)
			.saturating_add(Weight::from_parts(0, 16499))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn claim_streams() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4180`
		//  Estimated: `21862`
		// Minimum execution time: 515_507_000 picoseconds.
		Weight::from_parts(551_960_000, 0)
			.saturating_add(Weight::from_parts(0, 70445))
			.saturating_add(RocksDbWeight::get().reads(27))
			.saturating_add(RocksDbWeight::get().writes(19))
	}
	fn close_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1442`
		//  Estimated: `4258`
		// Minimum execution time: 85_274_000 picoseconds.
		Weight::from_parts(92_299_000, 0)
			.saturating_add(Weight::from_parts(0, 8883))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn finish_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2169`
		//  Estimated: `6208`
		// Minimum execution time: 211_123_000 picoseconds.
		Weight::from_parts(225_796_000, 0)
			.saturating_add(Weight::from_parts(0, 22058))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn set_tax_table() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1465`
		//  Estimated: `4733`
		// Minimum execution time: 72_594_000 picoseconds.
		Weight::from_parts(77_055_000, 0)
			.saturating_add(Weight::from_parts(0, 6730))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn file_certificate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `723`
		//  Estimated: `3946`
		// Minimum execution time: 149_624_000 picoseconds.
		Weight::from_parts(200_240_000, 0)
			.saturating_add(Weight::from_parts(0, 8127))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn remove_certificate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `723`
		//  Estimated: `3946`
		// Minimum execution time: 107_030_000 picoseconds.
		Weight::from_parts(132_113_000, 0)
			.saturating_add(Weight::from_parts(0, 8127))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn remit_tax() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1330`
		//  Estimated: `6208`
		// Minimum execution time: 141_868_000 picoseconds.
		Weight::from_parts(148_157_000, 0)
			.saturating_add(Weight::from_parts(0, 15727))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn close_purse() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1664`
		//  Estimated: `6208`
		// Minimum execution time: 168_885_000 picoseconds.
		Weight::from_parts(188_870_000, 0)
			.saturating_add(Weight::from_parts(0, 23882))
			.saturating_add(RocksDbWeight::get().reads(9))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn prune() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `466`
		//  Estimated: `4258`
		// Minimum execution time: 41_955_000 picoseconds.
		Weight::from_parts(49_406_000, 0)
			.saturating_add(Weight::from_parts(0, 8559))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_change() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1057`
		//  Estimated: `4258`
		// Minimum execution time: 33_690_000 picoseconds.
		Weight::from_parts(35_233_000, 0)
			.saturating_add(Weight::from_parts(0, 6056))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_poll_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `371`
		//  Estimated: `1497`
		// Minimum execution time: 19_741_000 picoseconds.
		Weight::from_parts(21_304_000, 0)
			.saturating_add(Weight::from_parts(0, 1497))
			.saturating_add(RocksDbWeight::get().reads(1))
	}
	fn on_poll_hour() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `384`
		//  Estimated: `3738`
		// Minimum execution time: 30_790_000 picoseconds.
		Weight::from_parts(42_709_000, 0)
			.saturating_add(Weight::from_parts(0, 3738))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn queue_push() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1428`
		//  Estimated: `4011`
		// Minimum execution time: 89_015_000 picoseconds.
		Weight::from_parts(89_901_000, 0)
			.saturating_add(Weight::from_parts(0, 9324))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_idle_queue() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `777`
		//  Estimated: `3690`
		// Minimum execution time: 28_364_000 picoseconds.
		Weight::from_parts(30_941_000, 0)
			.saturating_add(Weight::from_parts(0, 3709))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
}

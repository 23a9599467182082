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
		// Minimum execution time: 217_856_000 picoseconds.
		Weight::from_parts(250_173_002, 0)
			.saturating_add(Weight::from_parts(0, 35285))
			// Standard Error: 252_038
			.saturating_add(Weight::from_parts(8_928_367, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 90_907_000 picoseconds.
		Weight::from_parts(94_778_679, 0)
			.saturating_add(Weight::from_parts(0, 18491))
			// Standard Error: 132_168
			.saturating_add(Weight::from_parts(6_116_148, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 139_291_000 picoseconds.
		Weight::from_parts(190_173_915, 0)
			.saturating_add(Weight::from_parts(0, 26363))
			// Standard Error: 199_752
			.saturating_add(Weight::from_parts(6_379_007, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 173_920_000 picoseconds.
		Weight::from_parts(125_835_390, 0)
			.saturating_add(Weight::from_parts(0, 25837))
			// Standard Error: 1_169_060
			.saturating_add(Weight::from_parts(72_701_297, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 185_160_000 picoseconds.
		Weight::from_parts(115_967_207, 0)
			.saturating_add(Weight::from_parts(0, 18627))
			// Standard Error: 286_730
			.saturating_add(Weight::from_parts(90_828_865, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().reads((7_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(3))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 21273).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 64]`.
	fn close(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2412 + n * (20 ±0)`
		//  Estimated: `6208 + n * (2515 ±0)`
		// Minimum execution time: 131_958_000 picoseconds.
		Weight::from_parts(190_611_917, 0)
			.saturating_add(Weight::from_parts(0, 23773))
			// Standard Error: 138_999
			.saturating_add(Weight::from_parts(6_093_076, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 116_270_000 picoseconds.
		Weight::from_parts(125_429_000, 0)
			.saturating_add(Weight::from_parts(0, 20628))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn surrender_parked() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1545`
		//  Estimated: `6208`
		// Minimum execution time: 104_694_000 picoseconds.
		Weight::from_parts(107_764_000, 0)
			.saturating_add(Weight::from_parts(0, 17079))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn open_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2165`
		//  Estimated: `6208`
		// Minimum execution time: 228_799_000 picoseconds.
		Weight::from_parts(248_860_000, 0)
			.saturating_add(Weight::from_parts(0, 35860))
			.saturating_add(RocksDbWeight::get().reads(13))
			.saturating_add(RocksDbWeight::get().writes(10))
	}
	fn fund_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3021`
		//  Estimated: `6208`
		// Minimum execution time: 107_704_000 picoseconds.
		Weight::from_parts(110_949_000, 0)
			.saturating_add(Weight::from_parts(0, 17844))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn claim_streams() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4390`
		//  Estimated: `21862`
		// Minimum execution time: 359_761_000 picoseconds.
		Weight::from_parts(362_337_000, 0)
			.saturating_add(Weight::from_parts(0, 62430))
			.saturating_add(RocksDbWeight::get().reads(24))
			.saturating_add(RocksDbWeight::get().writes(19))
	}
	fn close_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1492`
		//  Estimated: `4258`
		// Minimum execution time: 55_243_000 picoseconds.
		Weight::from_parts(56_931_000, 0)
			.saturating_add(Weight::from_parts(0, 8883))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn finish_stream() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2345`
		//  Estimated: `6208`
		// Minimum execution time: 160_364_000 picoseconds.
		Weight::from_parts(169_489_000, 0)
			.saturating_add(Weight::from_parts(0, 23403))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(8))
	}
	fn set_tax_table() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1688`
		//  Estimated: `4741`
		// Minimum execution time: 62_698_000 picoseconds.
		Weight::from_parts(63_420_000, 0)
			.saturating_add(Weight::from_parts(0, 8489))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn prune_tax_table() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1535`
		//  Estimated: `4741`
		// Minimum execution time: 27_291_000 picoseconds.
		Weight::from_parts(32_598_000, 0)
			.saturating_add(Weight::from_parts(0, 4741))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn file_certificate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `747`
		//  Estimated: `3946`
		// Minimum execution time: 115_228_000 picoseconds.
		Weight::from_parts(119_363_000, 0)
			.saturating_add(Weight::from_parts(0, 8127))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn remove_certificate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `747`
		//  Estimated: `3946`
		// Minimum execution time: 70_096_000 picoseconds.
		Weight::from_parts(74_250_000, 0)
			.saturating_add(Weight::from_parts(0, 8127))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn remit_tax() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1479`
		//  Estimated: `6208`
		// Minimum execution time: 108_841_000 picoseconds.
		Weight::from_parts(110_640_000, 0)
			.saturating_add(Weight::from_parts(0, 17072))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn close_purse() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2240`
		//  Estimated: `6208`
		// Minimum execution time: 168_993_000 picoseconds.
		Weight::from_parts(186_345_000, 0)
			.saturating_add(Weight::from_parts(0, 30786))
			.saturating_add(RocksDbWeight::get().reads(11))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn prune() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1448`
		//  Estimated: `4258`
		// Minimum execution time: 37_901_000 picoseconds.
		Weight::from_parts(38_893_000, 0)
			.saturating_add(Weight::from_parts(0, 6060))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_change() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1107`
		//  Estimated: `4258`
		// Minimum execution time: 26_020_000 picoseconds.
		Weight::from_parts(27_179_000, 0)
			.saturating_add(Weight::from_parts(0, 6060))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_poll_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `361`
		//  Estimated: `1497`
		// Minimum execution time: 12_649_000 picoseconds.
		Weight::from_parts(14_178_000, 0)
			.saturating_add(Weight::from_parts(0, 1992))
			.saturating_add(RocksDbWeight::get().reads(1))
	}
	fn on_poll_hour() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `374`
		//  Estimated: `3738`
		// Minimum execution time: 17_386_000 picoseconds.
		Weight::from_parts(24_757_000, 0)
			.saturating_add(Weight::from_parts(0, 3738))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn queue_push() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1440`
		//  Estimated: `4011`
		// Minimum execution time: 51_818_000 picoseconds.
		Weight::from_parts(57_468_000, 0)
			.saturating_add(Weight::from_parts(0, 9325))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_idle_queue() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `801`
		//  Estimated: `3691`
		// Minimum execution time: 23_104_000 picoseconds.
		Weight::from_parts(31_782_000, 0)
			.saturating_add(Weight::from_parts(0, 3710))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
}

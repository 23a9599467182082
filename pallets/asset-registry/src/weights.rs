// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_asset_registry` cost: the trait that a runtime implements, generated with
//! its figures by scripts/bench.sh, and for tests those of the runtime here.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(missing_docs)]

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call and hook.
pub trait WeightInfo {
	fn register() -> Weight;
	fn file_paper() -> Weight;
	fn verify_asset() -> Weight;
	fn activate() -> Weight;
	fn suspend() -> Weight;
	fn resume() -> Weight;
	fn retire() -> Weight;
	fn remove(n: u32) -> Weight;
	fn amend_facts() -> Weight;
	fn add_identifier() -> Weight;
	fn remove_identifier() -> Weight;
	fn set_metadata() -> Weight;
	fn remove_metadata() -> Weight;
	fn grant_role() -> Weight;
	fn revoke_role() -> Weight;
	fn offer_issuer() -> Weight;
	fn accept_issuer() -> Weight;
	fn withdraw_issuer_offer() -> Weight;
	fn open_round() -> Weight;
	fn close_round() -> Weight;
	fn start_wind_up() -> Weight;
	fn call_off_wind_up() -> Weight;
	fn apply_as_verifier() -> Weight;
	fn approve_verifier() -> Weight;
	fn leave_verifiers() -> Weight;
	fn withdraw_bond() -> Weight;
	fn dismiss_verifier() -> Weight;
	fn set_policy() -> Weight;
}

impl WeightInfo for () {
	fn register() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `453`
		//  Estimated: `3946`
		// Minimum execution time: 103_766_000 picoseconds.
		Weight::from_parts(117_360_000, 0)
			.saturating_add(Weight::from_parts(0, 8666))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn file_paper() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `821`
		//  Estimated: `4011`
		// Minimum execution time: 104_572_000 picoseconds.
		Weight::from_parts(109_694_000, 0)
			.saturating_add(Weight::from_parts(0, 11174))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn verify_asset() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `808`
		//  Estimated: `4011`
		// Minimum execution time: 49_087_000 picoseconds.
		Weight::from_parts(60_524_000, 0)
			.saturating_add(Weight::from_parts(0, 10649))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn activate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `711`
		//  Estimated: `4011`
		// Minimum execution time: 42_684_000 picoseconds.
		Weight::from_parts(44_394_000, 0)
			.saturating_add(Weight::from_parts(0, 5661))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn suspend() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `711`
		//  Estimated: `4011`
		// Minimum execution time: 40_390_000 picoseconds.
		Weight::from_parts(45_114_000, 0)
			.saturating_add(Weight::from_parts(0, 5661))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn resume() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `711`
		//  Estimated: `4011`
		// Minimum execution time: 39_604_000 picoseconds.
		Weight::from_parts(44_848_000, 0)
			.saturating_add(Weight::from_parts(0, 5661))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn retire() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `711`
		//  Estimated: `4011`
		// Minimum execution time: 40_689_000 picoseconds.
		Weight::from_parts(41_834_000, 0)
			.saturating_add(Weight::from_parts(0, 5661))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	/// The range of component `n` is `[1, 64]`.
	fn remove(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4008 + n * (272 ±0)`
		//  Estimated: `27594 + n * (2956 ±0)`
		// Minimum execution time: 613_733_000 picoseconds.
		Weight::from_parts(659_766_884, 0)
			.saturating_add(Weight::from_parts(0, 60987))
			// Standard Error: 601_844
			.saturating_add(Weight::from_parts(48_297_303, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(39))
			.saturating_add(RocksDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(38))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 8868).saturating_mul(n.into()))
	}
	fn amend_facts() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `662`
		//  Estimated: `4011`
		// Minimum execution time: 43_836_000 picoseconds.
		Weight::from_parts(45_350_000, 0)
			.saturating_add(Weight::from_parts(0, 5615))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn add_identifier() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `788`
		//  Estimated: `4011`
		// Minimum execution time: 102_517_000 picoseconds.
		Weight::from_parts(105_885_000, 0)
			.saturating_add(Weight::from_parts(0, 13753))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn remove_identifier() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `868`
		//  Estimated: `4011`
		// Minimum execution time: 90_880_000 picoseconds.
		Weight::from_parts(93_749_000, 0)
			.saturating_add(Weight::from_parts(0, 11150))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn set_metadata() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1114`
		//  Estimated: `6902`
		// Minimum execution time: 151_168_000 picoseconds.
		Weight::from_parts(153_566_000, 0)
			.saturating_add(Weight::from_parts(0, 16863))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn remove_metadata() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `982`
		//  Estimated: `4011`
		// Minimum execution time: 93_632_000 picoseconds.
		Weight::from_parts(102_333_000, 0)
			.saturating_add(Weight::from_parts(0, 11304))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn grant_role() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `939`
		//  Estimated: `6902`
		// Minimum execution time: 142_990_000 picoseconds.
		Weight::from_parts(155_450_000, 0)
			.saturating_add(Weight::from_parts(0, 14130))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn revoke_role() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `707`
		//  Estimated: `4011`
		// Minimum execution time: 77_908_000 picoseconds.
		Weight::from_parts(80_899_000, 0)
			.saturating_add(Weight::from_parts(0, 8571))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn offer_issuer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `352`
		//  Estimated: `4011`
		// Minimum execution time: 30_838_000 picoseconds.
		Weight::from_parts(31_700_000, 0)
			.saturating_add(Weight::from_parts(0, 4011))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn accept_issuer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `955`
		//  Estimated: `6902`
		// Minimum execution time: 148_286_000 picoseconds.
		Weight::from_parts(151_204_000, 0)
			.saturating_add(Weight::from_parts(0, 16770))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn withdraw_issuer_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `392`
		//  Estimated: `4011`
		// Minimum execution time: 24_197_000 picoseconds.
		Weight::from_parts(25_155_000, 0)
			.saturating_add(Weight::from_parts(0, 4011))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn open_round() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `854`
		//  Estimated: `4011`
		// Minimum execution time: 47_977_000 picoseconds.
		Weight::from_parts(50_135_000, 0)
			.saturating_add(Weight::from_parts(0, 8255))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn close_round() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `906`
		//  Estimated: `4011`
		// Minimum execution time: 53_008_000 picoseconds.
		Weight::from_parts(55_577_000, 0)
			.saturating_add(Weight::from_parts(0, 8255))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn start_wind_up() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `824`
		//  Estimated: `4011`
		// Minimum execution time: 42_120_000 picoseconds.
		Weight::from_parts(42_520_000, 0)
			.saturating_add(Weight::from_parts(0, 8262))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn call_off_wind_up() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `723`
		//  Estimated: `4011`
		// Minimum execution time: 43_445_000 picoseconds.
		Weight::from_parts(47_026_000, 0)
			.saturating_add(Weight::from_parts(0, 5661))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn apply_as_verifier() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `320`
		//  Estimated: `3946`
		// Minimum execution time: 69_303_000 picoseconds.
		Weight::from_parts(70_666_000, 0)
			.saturating_add(Weight::from_parts(0, 5505))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn approve_verifier() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `272`
		//  Estimated: `3539`
		// Minimum execution time: 17_677_000 picoseconds.
		Weight::from_parts(19_433_000, 0)
			.saturating_add(Weight::from_parts(0, 3539))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn leave_verifiers() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `272`
		//  Estimated: `3539`
		// Minimum execution time: 22_373_000 picoseconds.
		Weight::from_parts(23_013_000, 0)
			.saturating_add(Weight::from_parts(0, 3539))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn withdraw_bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `647`
		//  Estimated: `3946`
		// Minimum execution time: 68_098_000 picoseconds.
		Weight::from_parts(68_952_000, 0)
			.saturating_add(Weight::from_parts(0, 8108))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn dismiss_verifier() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `779`
		//  Estimated: `6196`
		// Minimum execution time: 72_515_000 picoseconds.
		Weight::from_parts(75_312_000, 0)
			.saturating_add(Weight::from_parts(0, 10711))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn set_policy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `80`
		//  Estimated: `3475`
		// Minimum execution time: 14_803_000 picoseconds.
		Weight::from_parts(15_545_000, 0)
			.saturating_add(Weight::from_parts(0, 3475))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
}

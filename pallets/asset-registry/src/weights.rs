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
		// Minimum execution time: 99_887_000 picoseconds.
		Weight::from_parts(115_094_000, 0)
			.saturating_add(Weight::from_parts(0, 8666))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn file_paper() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `821`
		//  Estimated: `4011`
		// Minimum execution time: 118_819_000 picoseconds.
		Weight::from_parts(135_810_000, 0)
			.saturating_add(Weight::from_parts(0, 11174))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn verify_asset() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `808`
		//  Estimated: `4011`
		// Minimum execution time: 67_352_000 picoseconds.
		Weight::from_parts(74_234_000, 0)
			.saturating_add(Weight::from_parts(0, 10649))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn activate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `711`
		//  Estimated: `4011`
		// Minimum execution time: 48_814_000 picoseconds.
		Weight::from_parts(55_249_000, 0)
			.saturating_add(Weight::from_parts(0, 5661))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn suspend() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `711`
		//  Estimated: `4011`
		// Minimum execution time: 41_158_000 picoseconds.
		Weight::from_parts(44_018_000, 0)
			.saturating_add(Weight::from_parts(0, 5661))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn resume() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `711`
		//  Estimated: `4011`
		// Minimum execution time: 52_395_000 picoseconds.
		Weight::from_parts(65_886_000, 0)
			.saturating_add(Weight::from_parts(0, 5661))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn retire() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `711`
		//  Estimated: `4011`
		// Minimum execution time: 44_116_000 picoseconds.
		Weight::from_parts(47_589_000, 0)
			.saturating_add(Weight::from_parts(0, 5661))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	/// The range of component `n` is `[1, 64]`.
	fn remove(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4008 + n * (272 ±0)`
		//  Estimated: `27594 + n * (2956 ±0)`
		// Minimum execution time: 717_988_000 picoseconds.
		Weight::from_parts(737_896_267, 0)
			.saturating_add(Weight::from_parts(0, 60987))
			// Standard Error: 639_292
			.saturating_add(Weight::from_parts(50_637_477, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 41_496_000 picoseconds.
		Weight::from_parts(52_386_000, 0)
			.saturating_add(Weight::from_parts(0, 5615))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn add_identifier() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `788`
		//  Estimated: `4011`
		// Minimum execution time: 102_477_000 picoseconds.
		Weight::from_parts(115_980_000, 0)
			.saturating_add(Weight::from_parts(0, 13753))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn remove_identifier() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `868`
		//  Estimated: `4011`
		// Minimum execution time: 104_894_000 picoseconds.
		Weight::from_parts(110_807_000, 0)
			.saturating_add(Weight::from_parts(0, 11150))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn set_metadata() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1114`
		//  Estimated: `6902`
		// Minimum execution time: 148_323_000 picoseconds.
		Weight::from_parts(155_685_000, 0)
			.saturating_add(Weight::from_parts(0, 16863))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn remove_metadata() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `982`
		//  Estimated: `4011`
		// Minimum execution time: 98_415_000 picoseconds.
		Weight::from_parts(111_126_000, 0)
			.saturating_add(Weight::from_parts(0, 11304))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn grant_role() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `939`
		//  Estimated: `6902`
		// Minimum execution time: 157_566_000 picoseconds.
		Weight::from_parts(165_959_000, 0)
			.saturating_add(Weight::from_parts(0, 14130))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn revoke_role() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `707`
		//  Estimated: `4011`
		// Minimum execution time: 74_820_000 picoseconds.
		Weight::from_parts(82_393_000, 0)
			.saturating_add(Weight::from_parts(0, 8571))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn offer_issuer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `352`
		//  Estimated: `4011`
		// Minimum execution time: 33_254_000 picoseconds.
		Weight::from_parts(39_447_000, 0)
			.saturating_add(Weight::from_parts(0, 4011))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn accept_issuer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `955`
		//  Estimated: `6902`
		// Minimum execution time: 143_981_000 picoseconds.
		Weight::from_parts(161_374_000, 0)
			.saturating_add(Weight::from_parts(0, 16770))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn withdraw_issuer_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `392`
		//  Estimated: `4011`
		// Minimum execution time: 26_663_000 picoseconds.
		Weight::from_parts(30_039_000, 0)
			.saturating_add(Weight::from_parts(0, 4011))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn open_round() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `854`
		//  Estimated: `4011`
		// Minimum execution time: 50_703_000 picoseconds.
		Weight::from_parts(63_801_000, 0)
			.saturating_add(Weight::from_parts(0, 8255))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn close_round() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `906`
		//  Estimated: `4011`
		// Minimum execution time: 54_667_000 picoseconds.
		Weight::from_parts(65_923_000, 0)
			.saturating_add(Weight::from_parts(0, 8255))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn start_wind_up() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `824`
		//  Estimated: `4011`
		// Minimum execution time: 42_068_000 picoseconds.
		Weight::from_parts(47_057_000, 0)
			.saturating_add(Weight::from_parts(0, 8262))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn call_off_wind_up() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `723`
		//  Estimated: `4011`
		// Minimum execution time: 47_796_000 picoseconds.
		Weight::from_parts(64_383_000, 0)
			.saturating_add(Weight::from_parts(0, 5661))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn apply_as_verifier() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `320`
		//  Estimated: `3946`
		// Minimum execution time: 67_912_000 picoseconds.
		Weight::from_parts(80_354_000, 0)
			.saturating_add(Weight::from_parts(0, 5505))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn approve_verifier() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `272`
		//  Estimated: `3539`
		// Minimum execution time: 23_548_000 picoseconds.
		Weight::from_parts(28_399_000, 0)
			.saturating_add(Weight::from_parts(0, 3539))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn leave_verifiers() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `272`
		//  Estimated: `3539`
		// Minimum execution time: 36_298_000 picoseconds.
		Weight::from_parts(38_981_000, 0)
			.saturating_add(Weight::from_parts(0, 3539))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn withdraw_bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `647`
		//  Estimated: `3946`
		// Minimum execution time: 68_041_000 picoseconds.
		Weight::from_parts(83_164_000, 0)
			.saturating_add(Weight::from_parts(0, 8108))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn dismiss_verifier() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `779`
		//  Estimated: `6196`
		// Minimum execution time: 81_375_000 picoseconds.
		Weight::from_parts(110_520_000, 0)
			.saturating_add(Weight::from_parts(0, 10711))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn set_policy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `80`
		//  Estimated: `3475`
		// Minimum execution time: 20_010_000 picoseconds.
		Weight::from_parts(24_278_000, 0)
			.saturating_add(Weight::from_parts(0, 3475))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
}

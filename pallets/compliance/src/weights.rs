// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_compliance` cost: the trait that a runtime implements, generated with
//! its figures by scripts/bench.sh, and for tests those of the runtime here.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(missing_docs)]

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call and hook.
pub trait WeightInfo {
	fn appoint_provider() -> Weight;
	fn delist_provider() -> Weight;
	fn relist_provider() -> Weight;
	fn dismiss_provider() -> Weight;
	fn admit() -> Weight;
	fn renew(k: u32) -> Weight;
	fn revoke(k: u32) -> Weight;
	fn block(k: u32) -> Weight;
	fn unblock(k: u32) -> Weight;
	fn offer_key() -> Weight;
	fn accept_key() -> Weight;
	fn withdraw_offer() -> Weight;
	fn remove_key() -> Weight;
	fn publish_pack() -> Weight;
	fn amend_pack() -> Weight;
	fn enact_pack() -> Weight;
	fn withdraw_pack() -> Weight;
	fn exempt() -> Weight;
	fn end_exemption() -> Weight;
	fn set_provider_terms() -> Weight;
	fn suspend_provider() -> Weight;
	fn reinstate_provider() -> Weight;
	fn propose_rotation() -> Weight;
	fn accept_rotation() -> Weight;
	fn force_rotation() -> Weight;
	fn set_signer() -> Weight;
	fn leave(k: u32) -> Weight;
	fn admit_by_statement() -> Weight;
	fn renew_by_statement(k: u32) -> Weight;
	fn lower_bar() -> Weight;
	fn deny(k: u32) -> Weight;
	fn lift_denial() -> Weight;
	fn create_cohort() -> Weight;
	fn suspend_cohort() -> Weight;
	fn resume_cohort() -> Weight;
	fn end_cohort() -> Weight;
	fn add_member() -> Weight;
	fn remove_member() -> Weight;
	fn set_asset_value() -> Weight;
	fn remove_asset() -> Weight;
	fn graduate() -> Weight;
	fn prune_cohort(n: u32) -> Weight;
}

impl WeightInfo for () {
	fn appoint_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `699`
		//  Estimated: `3566`
		// Minimum execution time: 48_903_000 picoseconds.
		Weight::from_parts(72_203_000, 0)
			.saturating_add(Weight::from_parts(0, 8252))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn delist_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `144`
		//  Estimated: `1529`
		// Minimum execution time: 19_076_000 picoseconds.
		Weight::from_parts(24_462_000, 0)
			.saturating_add(Weight::from_parts(0, 2024))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn relist_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `144`
		//  Estimated: `1529`
		// Minimum execution time: 13_693_000 picoseconds.
		Weight::from_parts(20_562_000, 0)
			.saturating_add(Weight::from_parts(0, 2024))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn dismiss_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `221`
		//  Estimated: `3580`
		// Minimum execution time: 25_519_000 picoseconds.
		Weight::from_parts(32_881_000, 0)
			.saturating_add(Weight::from_parts(0, 3580))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn admit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `566`
		//  Estimated: `6142`
		// Minimum execution time: 96_740_000 picoseconds.
		Weight::from_parts(111_004_000, 0)
			.saturating_add(Weight::from_parts(0, 16890))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	/// The range of component `k` is `[1, 8]`.
	fn renew(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `914 + k * (169 ±0)`
		//  Estimated: `6902 + k * (2574 ±0)`
		// Minimum execution time: 139_697_000 picoseconds.
		Weight::from_parts(160_178_434, 0)
			.saturating_add(Weight::from_parts(0, 16789))
			// Standard Error: 709_366
			.saturating_add(Weight::from_parts(6_025_723, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(7))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 2956).saturating_mul(k.into()))
	}
	/// The range of component `k` is `[1, 8]`.
	fn revoke(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `797 + k * (213 ±0)`
		//  Estimated: `4029 + k * (2956 ±0)`
		// Minimum execution time: 119_069_000 picoseconds.
		Weight::from_parts(90_770_764, 0)
			.saturating_add(Weight::from_parts(0, 11195))
			// Standard Error: 1_418_387
			.saturating_add(Weight::from_parts(48_313_325, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(5))
			.saturating_add(RocksDbWeight::get().writes((4_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 5912).saturating_mul(k.into()))
	}
	/// The range of component `k` is `[1, 8]`.
	fn block(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `208 + k * (135 ±0)`
		//  Estimated: `4029 + k * (2574 ±0)`
		// Minimum execution time: 24_474_000 picoseconds.
		Weight::from_parts(28_249_064, 0)
			.saturating_add(Weight::from_parts(0, 4029))
			// Standard Error: 373_033
			.saturating_add(Weight::from_parts(4_948_724, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 2574).saturating_mul(k.into()))
	}
	/// The range of component `k` is `[1, 8]`.
	fn unblock(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `208 + k * (135 ±0)`
		//  Estimated: `4029 + k * (2574 ±0)`
		// Minimum execution time: 27_344_000 picoseconds.
		Weight::from_parts(27_546_268, 0)
			.saturating_add(Weight::from_parts(0, 4029))
			// Standard Error: 406_002
			.saturating_add(Weight::from_parts(7_224_609, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 5148).saturating_mul(k.into()))
	}
	fn offer_key() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1325`
		//  Estimated: `6138`
		// Minimum execution time: 97_574_000 picoseconds.
		Weight::from_parts(115_280_000, 0)
			.saturating_add(Weight::from_parts(0, 21482))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn accept_key() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1672`
		//  Estimated: `6902`
		// Minimum execution time: 145_238_000 picoseconds.
		Weight::from_parts(163_293_000, 0)
			.saturating_add(Weight::from_parts(0, 27041))
			.saturating_add(RocksDbWeight::get().reads(10))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn withdraw_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1514`
		//  Estimated: `4029`
		// Minimum execution time: 85_169_000 picoseconds.
		Weight::from_parts(96_130_000, 0)
			.saturating_add(Weight::from_parts(0, 13769))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn remove_key() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1984`
		//  Estimated: `21582`
		// Minimum execution time: 130_506_000 picoseconds.
		Weight::from_parts(135_162_000, 0)
			.saturating_add(Weight::from_parts(0, 31787))
			.saturating_add(RocksDbWeight::get().reads(12))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn publish_pack() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `374`
		//  Estimated: `3946`
		// Minimum execution time: 77_903_000 picoseconds.
		Weight::from_parts(101_973_000, 0)
			.saturating_add(Weight::from_parts(0, 6058))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn amend_pack() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `929`
		//  Estimated: `3984`
		// Minimum execution time: 61_461_000 picoseconds.
		Weight::from_parts(64_108_000, 0)
			.saturating_add(Weight::from_parts(0, 11070))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn enact_pack() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `926`
		//  Estimated: `3984`
		// Minimum execution time: 39_674_000 picoseconds.
		Weight::from_parts(62_103_000, 0)
			.saturating_add(Weight::from_parts(0, 8559))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn withdraw_pack() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `619`
		//  Estimated: `3946`
		// Minimum execution time: 72_324_000 picoseconds.
		Weight::from_parts(80_171_000, 0)
			.saturating_add(Weight::from_parts(0, 8130))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn exempt() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1412`
		//  Estimated: `4029`
		// Minimum execution time: 112_021_000 picoseconds.
		Weight::from_parts(125_910_000, 0)
			.saturating_add(Weight::from_parts(0, 19764))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn end_exemption() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1376`
		//  Estimated: `4029`
		// Minimum execution time: 110_224_000 picoseconds.
		Weight::from_parts(113_524_000, 0)
			.saturating_add(Weight::from_parts(0, 17193))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn set_provider_terms() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `317`
		//  Estimated: `3580`
		// Minimum execution time: 24_534_000 picoseconds.
		Weight::from_parts(27_253_000, 0)
			.saturating_add(Weight::from_parts(0, 5166))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn suspend_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `267`
		//  Estimated: `3580`
		// Minimum execution time: 29_576_000 picoseconds.
		Weight::from_parts(39_287_000, 0)
			.saturating_add(Weight::from_parts(0, 5630))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn reinstate_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `246`
		//  Estimated: `3580`
		// Minimum execution time: 28_471_000 picoseconds.
		Weight::from_parts(29_880_000, 0)
			.saturating_add(Weight::from_parts(0, 5630))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn propose_rotation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `321`
		//  Estimated: `3580`
		// Minimum execution time: 35_149_000 picoseconds.
		Weight::from_parts(48_250_000, 0)
			.saturating_add(Weight::from_parts(0, 13343))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn accept_rotation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `428`
		//  Estimated: `6142`
		// Minimum execution time: 42_849_000 picoseconds.
		Weight::from_parts(50_331_000, 0)
			.saturating_add(Weight::from_parts(0, 15919))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn force_rotation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `317`
		//  Estimated: `6142`
		// Minimum execution time: 42_316_000 picoseconds.
		Weight::from_parts(47_923_000, 0)
			.saturating_add(Weight::from_parts(0, 12879))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn set_signer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `267`
		//  Estimated: `3580`
		// Minimum execution time: 25_263_000 picoseconds.
		Weight::from_parts(30_834_000, 0)
			.saturating_add(Weight::from_parts(0, 5630))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	/// The range of component `k` is `[1, 8]`.
	fn leave(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `849 + k * (244 ±0)`
		//  Estimated: `4029 + k * (2956 ±0)`
		// Minimum execution time: 131_628_000 picoseconds.
		Weight::from_parts(96_083_675, 0)
			.saturating_add(Weight::from_parts(0, 13769))
			// Standard Error: 1_149_264
			.saturating_add(Weight::from_parts(49_837_046, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(5))
			.saturating_add(RocksDbWeight::get().writes((4_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 5912).saturating_mul(k.into()))
	}
	fn admit_by_statement() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `742`
		//  Estimated: `6142`
		// Minimum execution time: 175_925_000 picoseconds.
		Weight::from_parts(187_672_000, 0)
			.saturating_add(Weight::from_parts(0, 26993))
			.saturating_add(RocksDbWeight::get().reads(12))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	/// The range of component `k` is `[1, 8]`.
	fn renew_by_statement(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1088 + k * (169 ±0)`
		//  Estimated: `6902 + k * (2574 ±0)`
		// Minimum execution time: 217_310_000 picoseconds.
		Weight::from_parts(228_636_425, 0)
			.saturating_add(Weight::from_parts(0, 24399))
			// Standard Error: 1_355_217
			.saturating_add(Weight::from_parts(10_350_822, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(11))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(7))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 2956).saturating_mul(k.into()))
	}
	fn lower_bar() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `112`
		//  Estimated: `3483`
		// Minimum execution time: 18_669_000 picoseconds.
		Weight::from_parts(23_906_000, 0)
			.saturating_add(Weight::from_parts(0, 3483))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	/// The range of component `k` is `[1, 8]`.
	fn deny(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `208 + k * (135 ±0)`
		//  Estimated: `4029 + k * (2574 ±0)`
		// Minimum execution time: 33_708_000 picoseconds.
		Weight::from_parts(48_119_194, 0)
			.saturating_add(Weight::from_parts(0, 5602))
			// Standard Error: 640_268
			.saturating_add(Weight::from_parts(5_316_172, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(1))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 2574).saturating_mul(k.into()))
	}
	fn lift_denial() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `186`
		//  Estimated: `3553`
		// Minimum execution time: 14_874_000 picoseconds.
		Weight::from_parts(15_931_000, 0)
			.saturating_add(Weight::from_parts(0, 3553))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn create_cohort() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `130`
		//  Estimated: `1489`
		// Minimum execution time: 17_957_000 picoseconds.
		Weight::from_parts(26_297_000, 0)
			.saturating_add(Weight::from_parts(0, 1489))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn suspend_cohort() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `377`
		//  Estimated: `3627`
		// Minimum execution time: 61_034_000 picoseconds.
		Weight::from_parts(62_836_000, 0)
			.saturating_add(Weight::from_parts(0, 5240))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn resume_cohort() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `377`
		//  Estimated: `3627`
		// Minimum execution time: 64_383_000 picoseconds.
		Weight::from_parts(77_922_000, 0)
			.saturating_add(Weight::from_parts(0, 5240))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn end_cohort() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `377`
		//  Estimated: `3627`
		// Minimum execution time: 62_131_000 picoseconds.
		Weight::from_parts(67_648_000, 0)
			.saturating_add(Weight::from_parts(0, 5240))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn add_member() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `659`
		//  Estimated: `4029`
		// Minimum execution time: 115_867_000 picoseconds.
		Weight::from_parts(148_130_000, 0)
			.saturating_add(Weight::from_parts(0, 13754))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn remove_member() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `761`
		//  Estimated: `3946`
		// Minimum execution time: 105_067_000 picoseconds.
		Weight::from_parts(124_034_000, 0)
			.saturating_add(Weight::from_parts(0, 10715))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn set_asset_value() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `497`
		//  Estimated: `3946`
		// Minimum execution time: 107_527_000 picoseconds.
		Weight::from_parts(128_257_000, 0)
			.saturating_add(Weight::from_parts(0, 10727))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn remove_asset() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `648`
		//  Estimated: `3946`
		// Minimum execution time: 105_456_000 picoseconds.
		Weight::from_parts(111_986_000, 0)
			.saturating_add(Weight::from_parts(0, 10727))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn graduate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1417`
		//  Estimated: `3984`
		// Minimum execution time: 122_187_000 picoseconds.
		Weight::from_parts(135_481_000, 0)
			.saturating_add(Weight::from_parts(0, 16715))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	/// The range of component `n` is `[0, 64]`.
	fn prune_cohort(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `607 + n * (48 ±0)`
		//  Estimated: `3946 + n * (2531 ±0)`
		// Minimum execution time: 25_927_000 picoseconds.
		Weight::from_parts(72_253_546, 0)
			.saturating_add(Weight::from_parts(0, 13246))
			// Standard Error: 397_968
			.saturating_add(Weight::from_parts(38_606_131, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(2))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2531).saturating_mul(n.into()))
	}
}

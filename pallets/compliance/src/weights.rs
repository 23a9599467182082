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
		// Minimum execution time: 55_287_000 picoseconds.
		Weight::from_parts(80_675_000, 0)
			.saturating_add(Weight::from_parts(0, 8252))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn delist_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `144`
		//  Estimated: `1529`
		// Minimum execution time: 17_904_000 picoseconds.
		Weight::from_parts(24_354_000, 0)
			.saturating_add(Weight::from_parts(0, 1529))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn relist_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `144`
		//  Estimated: `1529`
		// Minimum execution time: 14_923_000 picoseconds.
		Weight::from_parts(19_947_000, 0)
			.saturating_add(Weight::from_parts(0, 1529))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn dismiss_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `221`
		//  Estimated: `3580`
		// Minimum execution time: 30_047_000 picoseconds.
		Weight::from_parts(38_238_000, 0)
			.saturating_add(Weight::from_parts(0, 3580))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn admit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `566`
		//  Estimated: `6142`
		// Minimum execution time: 119_136_000 picoseconds.
		Weight::from_parts(139_827_000, 0)
			.saturating_add(Weight::from_parts(0, 16890))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	/// The range of component `k` is `[1, 8]`.
	fn renew(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `914 + k * (168 ±0)`
		//  Estimated: `6902 + k * (2574 ±0)`
		// Minimum execution time: 154_787_000 picoseconds.
		Weight::from_parts(176_172_011, 0)
			.saturating_add(Weight::from_parts(0, 16717))
			// Standard Error: 1_339_668
			.saturating_add(Weight::from_parts(12_045_631, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(7))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 2956).saturating_mul(k.into()))
	}
	/// The range of component `k` is `[1, 8]`.
	fn revoke(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `797 + k * (212 ±0)`
		//  Estimated: `3957 + k * (2956 ±0)`
		// Minimum execution time: 147_984_000 picoseconds.
		Weight::from_parts(108_734_507, 0)
			.saturating_add(Weight::from_parts(0, 11123))
			// Standard Error: 2_167_416
			.saturating_add(Weight::from_parts(58_789_494, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(5))
			.saturating_add(RocksDbWeight::get().writes((4_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 5912).saturating_mul(k.into()))
	}
	/// The range of component `k` is `[1, 8]`.
	fn block(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `208 + k * (134 ±0)`
		//  Estimated: `3957 + k * (2574 ±0)`
		// Minimum execution time: 31_506_000 picoseconds.
		Weight::from_parts(30_929_926, 0)
			.saturating_add(Weight::from_parts(0, 3957))
			// Standard Error: 398_064
			.saturating_add(Weight::from_parts(8_312_042, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 2574).saturating_mul(k.into()))
	}
	/// The range of component `k` is `[1, 8]`.
	fn unblock(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `208 + k * (134 ±0)`
		//  Estimated: `3957 + k * (2574 ±0)`
		// Minimum execution time: 40_896_000 picoseconds.
		Weight::from_parts(40_719_468, 0)
			.saturating_add(Weight::from_parts(0, 3957))
			// Standard Error: 439_743
			.saturating_add(Weight::from_parts(9_795_950, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 5148).saturating_mul(k.into()))
	}
	fn offer_key() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1318`
		//  Estimated: `6138`
		// Minimum execution time: 129_744_000 picoseconds.
		Weight::from_parts(143_694_000, 0)
			.saturating_add(Weight::from_parts(0, 21410))
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn accept_key() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1665`
		//  Estimated: `6902`
		// Minimum execution time: 172_462_000 picoseconds.
		Weight::from_parts(187_057_000, 0)
			.saturating_add(Weight::from_parts(0, 26969))
			.saturating_add(RocksDbWeight::get().reads(10))
			.saturating_add(RocksDbWeight::get().writes(7))
	}
	fn withdraw_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1507`
		//  Estimated: `3957`
		// Minimum execution time: 127_546_000 picoseconds.
		Weight::from_parts(132_499_000, 0)
			.saturating_add(Weight::from_parts(0, 13697))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn remove_key() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1976`
		//  Estimated: `21582`
		// Minimum execution time: 154_676_000 picoseconds.
		Weight::from_parts(179_922_000, 0)
			.saturating_add(Weight::from_parts(0, 31715))
			.saturating_add(RocksDbWeight::get().reads(12))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn publish_pack() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `374`
		//  Estimated: `3946`
		// Minimum execution time: 97_463_000 picoseconds.
		Weight::from_parts(115_554_000, 0)
			.saturating_add(Weight::from_parts(0, 6058))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn amend_pack() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `929`
		//  Estimated: `3984`
		// Minimum execution time: 73_245_000 picoseconds.
		Weight::from_parts(81_466_000, 0)
			.saturating_add(Weight::from_parts(0, 11070))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn enact_pack() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `926`
		//  Estimated: `3984`
		// Minimum execution time: 39_446_000 picoseconds.
		Weight::from_parts(62_604_000, 0)
			.saturating_add(Weight::from_parts(0, 8559))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn withdraw_pack() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `619`
		//  Estimated: `3946`
		// Minimum execution time: 87_684_000 picoseconds.
		Weight::from_parts(90_264_000, 0)
			.saturating_add(Weight::from_parts(0, 8130))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn exempt() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1412`
		//  Estimated: `3984`
		// Minimum execution time: 141_657_000 picoseconds.
		Weight::from_parts(156_716_000, 0)
			.saturating_add(Weight::from_parts(0, 19692))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn end_exemption() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1376`
		//  Estimated: `3984`
		// Minimum execution time: 128_555_000 picoseconds.
		Weight::from_parts(148_116_000, 0)
			.saturating_add(Weight::from_parts(0, 17121))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn set_provider_terms() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `317`
		//  Estimated: `3580`
		// Minimum execution time: 31_436_000 picoseconds.
		Weight::from_parts(37_771_000, 0)
			.saturating_add(Weight::from_parts(0, 5166))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn suspend_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `267`
		//  Estimated: `3580`
		// Minimum execution time: 42_540_000 picoseconds.
		Weight::from_parts(57_637_000, 0)
			.saturating_add(Weight::from_parts(0, 5630))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn reinstate_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `246`
		//  Estimated: `3580`
		// Minimum execution time: 39_982_000 picoseconds.
		Weight::from_parts(59_592_000, 0)
			.saturating_add(Weight::from_parts(0, 5630))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn propose_rotation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `321`
		//  Estimated: `3580`
		// Minimum execution time: 44_769_000 picoseconds.
		Weight::from_parts(63_496_000, 0)
			.saturating_add(Weight::from_parts(0, 13343))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn accept_rotation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `428`
		//  Estimated: `6142`
		// Minimum execution time: 49_948_000 picoseconds.
		Weight::from_parts(69_254_000, 0)
			.saturating_add(Weight::from_parts(0, 15919))
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn force_rotation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `317`
		//  Estimated: `6142`
		// Minimum execution time: 61_790_000 picoseconds.
		Weight::from_parts(65_052_000, 0)
			.saturating_add(Weight::from_parts(0, 12879))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn set_signer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `267`
		//  Estimated: `3580`
		// Minimum execution time: 42_146_000 picoseconds.
		Weight::from_parts(46_617_000, 0)
			.saturating_add(Weight::from_parts(0, 5630))
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	/// The range of component `k` is `[1, 8]`.
	fn leave(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `849 + k * (243 ±0)`
		//  Estimated: `3957 + k * (2956 ±0)`
		// Minimum execution time: 162_984_000 picoseconds.
		Weight::from_parts(124_157_933, 0)
			.saturating_add(Weight::from_parts(0, 13697))
			// Standard Error: 2_022_642
			.saturating_add(Weight::from_parts(61_651_837, 0).saturating_mul(k.into()))
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
		// Minimum execution time: 198_134_000 picoseconds.
		Weight::from_parts(230_762_000, 0)
			.saturating_add(Weight::from_parts(0, 26993))
			.saturating_add(RocksDbWeight::get().reads(12))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	/// The range of component `k` is `[1, 8]`.
	fn renew_by_statement(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1088 + k * (168 ±0)`
		//  Estimated: `6902 + k * (2574 ±0)`
		// Minimum execution time: 251_850_000 picoseconds.
		Weight::from_parts(301_315_248, 0)
			.saturating_add(Weight::from_parts(0, 24327))
			// Standard Error: 1_856_559
			.saturating_add(Weight::from_parts(6_363_410, 0).saturating_mul(k.into()))
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
		// Minimum execution time: 21_802_000 picoseconds.
		Weight::from_parts(23_200_000, 0)
			.saturating_add(Weight::from_parts(0, 3483))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	/// The range of component `k` is `[1, 8]`.
	fn deny(k: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `208 + k * (134 ±0)`
		//  Estimated: `3957 + k * (2574 ±0)`
		// Minimum execution time: 44_841_000 picoseconds.
		Weight::from_parts(54_804_568, 0)
			.saturating_add(Weight::from_parts(0, 5530))
			// Standard Error: 716_917
			.saturating_add(Weight::from_parts(6_081_861, 0).saturating_mul(k.into()))
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
		// Minimum execution time: 17_491_000 picoseconds.
		Weight::from_parts(22_063_000, 0)
			.saturating_add(Weight::from_parts(0, 3553))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn create_cohort() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `130`
		//  Estimated: `1489`
		// Minimum execution time: 31_345_000 picoseconds.
		Weight::from_parts(32_027_000, 0)
			.saturating_add(Weight::from_parts(0, 1489))
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn suspend_cohort() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `377`
		//  Estimated: `3627`
		// Minimum execution time: 76_321_000 picoseconds.
		Weight::from_parts(89_020_000, 0)
			.saturating_add(Weight::from_parts(0, 5240))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn resume_cohort() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `377`
		//  Estimated: `3627`
		// Minimum execution time: 76_100_000 picoseconds.
		Weight::from_parts(91_194_000, 0)
			.saturating_add(Weight::from_parts(0, 5240))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn end_cohort() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `377`
		//  Estimated: `3627`
		// Minimum execution time: 90_938_000 picoseconds.
		Weight::from_parts(99_851_000, 0)
			.saturating_add(Weight::from_parts(0, 5240))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn add_member() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `659`
		//  Estimated: `3957`
		// Minimum execution time: 157_517_000 picoseconds.
		Weight::from_parts(168_043_000, 0)
			.saturating_add(Weight::from_parts(0, 13682))
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn remove_member() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `761`
		//  Estimated: `3946`
		// Minimum execution time: 118_981_000 picoseconds.
		Weight::from_parts(147_883_000, 0)
			.saturating_add(Weight::from_parts(0, 10715))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn set_asset_value() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `497`
		//  Estimated: `3946`
		// Minimum execution time: 121_137_000 picoseconds.
		Weight::from_parts(150_962_000, 0)
			.saturating_add(Weight::from_parts(0, 10727))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn remove_asset() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `648`
		//  Estimated: `3946`
		// Minimum execution time: 135_348_000 picoseconds.
		Weight::from_parts(137_770_000, 0)
			.saturating_add(Weight::from_parts(0, 10727))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn graduate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1417`
		//  Estimated: `3984`
		// Minimum execution time: 153_259_000 picoseconds.
		Weight::from_parts(171_500_000, 0)
			.saturating_add(Weight::from_parts(0, 16715))
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	/// The range of component `n` is `[0, 64]`.
	fn prune_cohort(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `607 + n * (48 ±0)`
		//  Estimated: `3946 + n * (2531 ±0)`
		// Minimum execution time: 36_115_000 picoseconds.
		Weight::from_parts(113_053_224, 0)
			.saturating_add(Weight::from_parts(0, 13246))
			// Standard Error: 796_706
			.saturating_add(Weight::from_parts(43_809_814, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(2))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2531).saturating_mul(n.into()))
	}
}

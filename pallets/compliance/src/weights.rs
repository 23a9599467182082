// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]
#![allow(dead_code)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::RocksDbWeight, Weight}};

/// Weight functions needed for `pallet_compliance`.
pub trait WeightInfo {
	fn appoint_provider() -> Weight;
	fn delist_provider() -> Weight;
	fn relist_provider() -> Weight;
	fn dismiss_provider() -> Weight;
	fn admit() -> Weight;
	fn renew(k: u32, ) -> Weight;
	fn revoke(k: u32, ) -> Weight;
	fn block(k: u32, ) -> Weight;
	fn unblock(k: u32, ) -> Weight;
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
	fn leave(k: u32, ) -> Weight;
	fn admit_by_statement() -> Weight;
	fn renew_by_statement(k: u32, ) -> Weight;
	fn lower_bar() -> Weight;
	fn deny(k: u32, ) -> Weight;
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
	fn prune_cohort(n: u32, ) -> Weight;
}

/// Weights for `pallet_compliance`.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn appoint_provider() -> Weight {
		Weight::from_parts(18_000_000, 10800)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn delist_provider() -> Weight {
		Weight::from_parts(9_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn relist_provider() -> Weight {
		Weight::from_parts(9_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn dismiss_provider() -> Weight {
		Weight::from_parts(14_000_000, 7200)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn admit() -> Weight {
		Weight::from_parts(60_000_000, 25200)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// The range of component `k` is `[1, 8]`.
	fn renew(k: u32, ) -> Weight {
		Weight::from_parts(50_000_000, 21600)
			.saturating_add(Weight::from_parts(3_000_000, 3600).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	/// The range of component `k` is `[1, 8]`.
	fn revoke(k: u32, ) -> Weight {
		Weight::from_parts(60_000_000, 21600)
			.saturating_add(Weight::from_parts(32_000_000, 10800).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(k.into())))
	}
	/// The range of component `k` is `[1, 8]`.
	fn block(k: u32, ) -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(Weight::from_parts(3_000_000, 3600).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	/// The range of component `k` is `[1, 8]`.
	fn unblock(k: u32, ) -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(Weight::from_parts(3_000_000, 3600).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	fn offer_key() -> Weight {
		Weight::from_parts(55_000_000, 25200)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn accept_key() -> Weight {
		Weight::from_parts(85_000_000, 32400)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	fn withdraw_offer() -> Weight {
		Weight::from_parts(50_000_000, 18000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn remove_key() -> Weight {
		Weight::from_parts(85_000_000, 46800)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	fn publish_pack() -> Weight {
		Weight::from_parts(55_000_000, 10800)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn amend_pack() -> Weight {
		Weight::from_parts(32_000_000, 10800)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn enact_pack() -> Weight {
		Weight::from_parts(27_000_000, 10800)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn withdraw_pack() -> Weight {
		Weight::from_parts(48_000_000, 10800)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn exempt() -> Weight {
		Weight::from_parts(60_000_000, 25200)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn end_exemption() -> Weight {
		Weight::from_parts(55_000_000, 21600)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn set_provider_terms() -> Weight {
		Weight::from_parts(16_000_000, 7200)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn suspend_provider() -> Weight {
		Weight::from_parts(20_000_000, 10800)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn reinstate_provider() -> Weight {
		Weight::from_parts(18_000_000, 10800)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn propose_rotation() -> Weight {
		Weight::from_parts(24_000_000, 18000)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn accept_rotation() -> Weight {
		Weight::from_parts(32_000_000, 25200)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn force_rotation() -> Weight {
		Weight::from_parts(26_000_000, 18000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn set_signer() -> Weight {
		Weight::from_parts(20_000_000, 10800)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `k` is `[1, 8]`.
	fn leave(k: u32, ) -> Weight {
		Weight::from_parts(60_000_000, 18000)
			.saturating_add(Weight::from_parts(32_000_000, 10800).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(k.into())))
	}
	fn admit_by_statement() -> Weight {
		Weight::from_parts(130_000_000, 32400)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// The range of component `k` is `[1, 8]`.
	fn renew_by_statement(k: u32, ) -> Weight {
		Weight::from_parts(130_000_000, 28800)
			.saturating_add(Weight::from_parts(3_000_000, 3600).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	fn lower_bar() -> Weight {
		Weight::from_parts(9_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `k` is `[1, 8]`.
	fn deny(k: u32, ) -> Weight {
		Weight::from_parts(20_000_000, 10800)
			.saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	fn lift_denial() -> Weight {
		Weight::from_parts(10_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn create_cohort() -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn suspend_cohort() -> Weight {
		Weight::from_parts(11_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn resume_cohort() -> Weight {
		Weight::from_parts(11_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn end_cohort() -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn add_member() -> Weight {
		Weight::from_parts(48_000_000, 18000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn remove_member() -> Weight {
		Weight::from_parts(46_000_000, 14400)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn set_asset_value() -> Weight {
		Weight::from_parts(48_000_000, 14400)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn remove_asset() -> Weight {
		Weight::from_parts(46_000_000, 14400)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn graduate() -> Weight {
		Weight::from_parts(52_000_000, 21600)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// The range of component `n` is `[0, 64]`.
	fn prune_cohort(n: u32, ) -> Weight {
		Weight::from_parts(46_000_000, 14400)
			.saturating_add(Weight::from_parts(30_000_000, 3600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
}

// For tests.
impl WeightInfo for () {
	fn appoint_provider() -> Weight {
		Weight::from_parts(18_000_000, 10800)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn delist_provider() -> Weight {
		Weight::from_parts(9_000_000, 3600)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn relist_provider() -> Weight {
		Weight::from_parts(9_000_000, 3600)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn dismiss_provider() -> Weight {
		Weight::from_parts(14_000_000, 7200)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn admit() -> Weight {
		Weight::from_parts(60_000_000, 25200)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	/// The range of component `k` is `[1, 8]`.
	fn renew(k: u32, ) -> Weight {
		Weight::from_parts(50_000_000, 21600)
			.saturating_add(Weight::from_parts(3_000_000, 3600).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	/// The range of component `k` is `[1, 8]`.
	fn revoke(k: u32, ) -> Weight {
		Weight::from_parts(60_000_000, 21600)
			.saturating_add(Weight::from_parts(32_000_000, 10800).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().reads((3_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
			.saturating_add(RocksDbWeight::get().writes((4_u64).saturating_mul(k.into())))
	}
	/// The range of component `k` is `[1, 8]`.
	fn block(k: u32, ) -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(Weight::from_parts(3_000_000, 3600).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	/// The range of component `k` is `[1, 8]`.
	fn unblock(k: u32, ) -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(Weight::from_parts(3_000_000, 3600).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	fn offer_key() -> Weight {
		Weight::from_parts(55_000_000, 25200)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn accept_key() -> Weight {
		Weight::from_parts(85_000_000, 32400)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn withdraw_offer() -> Weight {
		Weight::from_parts(50_000_000, 18000)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn remove_key() -> Weight {
		Weight::from_parts(85_000_000, 46800)
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn publish_pack() -> Weight {
		Weight::from_parts(55_000_000, 10800)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn amend_pack() -> Weight {
		Weight::from_parts(32_000_000, 10800)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn enact_pack() -> Weight {
		Weight::from_parts(27_000_000, 10800)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn withdraw_pack() -> Weight {
		Weight::from_parts(48_000_000, 10800)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn exempt() -> Weight {
		Weight::from_parts(60_000_000, 25200)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn end_exemption() -> Weight {
		Weight::from_parts(55_000_000, 21600)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn set_provider_terms() -> Weight {
		Weight::from_parts(16_000_000, 7200)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn suspend_provider() -> Weight {
		Weight::from_parts(20_000_000, 10800)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn reinstate_provider() -> Weight {
		Weight::from_parts(18_000_000, 10800)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn propose_rotation() -> Weight {
		Weight::from_parts(24_000_000, 18000)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn accept_rotation() -> Weight {
		Weight::from_parts(32_000_000, 25200)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn force_rotation() -> Weight {
		Weight::from_parts(26_000_000, 18000)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn set_signer() -> Weight {
		Weight::from_parts(20_000_000, 10800)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// The range of component `k` is `[1, 8]`.
	fn leave(k: u32, ) -> Weight {
		Weight::from_parts(60_000_000, 18000)
			.saturating_add(Weight::from_parts(32_000_000, 10800).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().reads((3_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((4_u64).saturating_mul(k.into())))
	}
	fn admit_by_statement() -> Weight {
		Weight::from_parts(130_000_000, 32400)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	/// The range of component `k` is `[1, 8]`.
	fn renew_by_statement(k: u32, ) -> Weight {
		Weight::from_parts(130_000_000, 28800)
			.saturating_add(Weight::from_parts(3_000_000, 3600).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	fn lower_bar() -> Weight {
		Weight::from_parts(9_000_000, 3600)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// The range of component `k` is `[1, 8]`.
	fn deny(k: u32, ) -> Weight {
		Weight::from_parts(20_000_000, 10800)
			.saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	fn lift_denial() -> Weight {
		Weight::from_parts(10_000_000, 3600)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn create_cohort() -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn suspend_cohort() -> Weight {
		Weight::from_parts(11_000_000, 3600)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn resume_cohort() -> Weight {
		Weight::from_parts(11_000_000, 3600)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn end_cohort() -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn add_member() -> Weight {
		Weight::from_parts(48_000_000, 18000)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn remove_member() -> Weight {
		Weight::from_parts(46_000_000, 14400)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn set_asset_value() -> Weight {
		Weight::from_parts(48_000_000, 14400)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn remove_asset() -> Weight {
		Weight::from_parts(46_000_000, 14400)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn graduate() -> Weight {
		Weight::from_parts(52_000_000, 21600)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// The range of component `n` is `[0, 64]`.
	fn prune_cohort(n: u32, ) -> Weight {
		Weight::from_parts(46_000_000, 14400)
			.saturating_add(Weight::from_parts(30_000_000, 3600).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
}

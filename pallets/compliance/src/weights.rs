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
}

/// Weights for `pallet_compliance`.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn appoint_provider() -> Weight {
		Weight::from_parts(18_000_000, 10800)
			.saturating_add(T::DbWeight::get().reads(3_u64))
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
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn admit() -> Weight {
		Weight::from_parts(60_000_000, 25200)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// The range of component `k` is `[1, 8]`.
	fn renew(k: u32, ) -> Weight {
		Weight::from_parts(50_000_000, 18000)
			.saturating_add(Weight::from_parts(3_000_000, 3600).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	/// The range of component `k` is `[1, 8]`.
	fn revoke(k: u32, ) -> Weight {
		Weight::from_parts(60_000_000, 21600)
			.saturating_add(Weight::from_parts(32_000_000, 10800).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(k.into())))
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
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	fn offer_key() -> Weight {
		Weight::from_parts(55_000_000, 25200)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn accept_key() -> Weight {
		Weight::from_parts(85_000_000, 32400)
			.saturating_add(T::DbWeight::get().reads(9_u64))
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
			.saturating_add(T::DbWeight::get().writes(6_u64))
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
}

// For tests.
impl WeightInfo for () {
	fn appoint_provider() -> Weight {
		Weight::from_parts(18_000_000, 10800)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
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
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn admit() -> Weight {
		Weight::from_parts(60_000_000, 25200)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// The range of component `k` is `[1, 8]`.
	fn renew(k: u32, ) -> Weight {
		Weight::from_parts(50_000_000, 18000)
			.saturating_add(Weight::from_parts(3_000_000, 3600).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	/// The range of component `k` is `[1, 8]`.
	fn revoke(k: u32, ) -> Weight {
		Weight::from_parts(60_000_000, 21600)
			.saturating_add(Weight::from_parts(32_000_000, 10800).saturating_mul(k.into()))
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().reads((3_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(k.into())))
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
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(k.into())))
	}
	fn offer_key() -> Weight {
		Weight::from_parts(55_000_000, 25200)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn accept_key() -> Weight {
		Weight::from_parts(85_000_000, 32400)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
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
			.saturating_add(RocksDbWeight::get().writes(6_u64))
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
}

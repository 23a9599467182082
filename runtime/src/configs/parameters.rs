// SPDX-License-Identifier: Apache-2.0

//! The few chain-wide numbers that governance may change without an upgrade.
//!
//! A parameter is set as it comes, so each is read through a type that keeps it within its bounds:
//! a wrong vote can make the chain dear or slow, not stop it.

use crate::{
	configs::{
		chain_governance::{ComplianceAdmin, Treasurer},
		monetary::MILLICENT,
	},
	AccountId, Balance, Runtime, RuntimeEvent, RuntimeOrigin,
};
use cadastre_primitives::Moment;
use frame_support::{
	dynamic_params::{dynamic_pallet_params, dynamic_params},
	traits::{EnsureOrigin, EnsureOriginWithArg, Get},
};
use frame_system::EnsureRoot;

/// One day, in seconds.
const DAY: Moment = 24 * 60 * 60;

/// What the price of a byte of a transaction may be, in the smallest unit of the native token.
pub const BYTE_PRICE_BOUNDS: (Balance, Balance) = (MILLICENT / 100, MILLICENT * 100);

/// What the notice of a new version of a rule pack may be, in seconds: none to 90 days.
pub const PACK_NOTICE_BOUNDS: (Moment, Moment) = (0, 90 * DAY);

/// The parameters and the values they start with.
#[dynamic_params(RuntimeParameters, pallet_parameters::Parameters::<Runtime>)]
pub mod dynamic_params {
	use super::*;

	/// What transactions cost. Set by the treasurer or root.
	#[dynamic_pallet_params]
	#[codec(index = 0)]
	pub mod fees {
		use super::{Balance, MILLICENT};

		/// Price of a byte of a transaction, in the smallest unit of the native token.
		#[codec(index = 0)]
		pub static BytePrice: Balance = MILLICENT;
	}

	/// How compliance works. Set by the compliance admin or root.
	#[dynamic_pallet_params]
	#[codec(index = 1)]
	pub mod compliance {
		use super::{Moment, DAY};

		/// The least time between the publication of a new version of a rule pack and the moment
		/// from which it holds, in seconds.
		#[codec(index = 0)]
		pub static MinPackNotice: Moment = DAY;
	}
}

/// The price of a byte, within [`BYTE_PRICE_BOUNDS`].
pub struct BytePrice;

impl Get<Balance> for BytePrice {
	fn get() -> Balance {
		dynamic_params::fees::BytePrice::get().clamp(BYTE_PRICE_BOUNDS.0, BYTE_PRICE_BOUNDS.1)
	}
}

/// The notice of a new version of a rule pack, within [`PACK_NOTICE_BOUNDS`].
pub struct MinPackNotice;

impl Get<Moment> for MinPackNotice {
	fn get() -> Moment {
		dynamic_params::compliance::MinPackNotice::get()
			.clamp(PACK_NOTICE_BOUNDS.0, PACK_NOTICE_BOUNDS.1)
	}
}

/// Who may set which parameter: the track of its subject, or root.
pub struct ParameterAdmin;

impl EnsureOriginWithArg<RuntimeOrigin, RuntimeParametersKey> for ParameterAdmin {
	type Success = ();

	fn try_origin(
		origin: RuntimeOrigin,
		key: &RuntimeParametersKey,
	) -> Result<Self::Success, RuntimeOrigin> {
		let origin = match <EnsureRoot<AccountId> as EnsureOrigin<_>>::try_origin(origin) {
			Ok(()) => return Ok(()),
			Err(origin) => origin,
		};
		match key {
			RuntimeParametersKey::Fees(_) => Treasurer::try_origin(origin),
			RuntimeParametersKey::Compliance(_) => ComplianceAdmin::try_origin(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &RuntimeParametersKey) -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::root())
	}
}

impl pallet_parameters::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeParameters = RuntimeParameters;
	type AdminOrigin = ParameterAdmin;
	type WeightInfo = crate::weights::pallet_parameters::WeightInfo<Runtime>;
}

#[cfg(feature = "runtime-benchmarks")]
impl Default for RuntimeParameters {
	fn default() -> Self {
		RuntimeParameters::Fees(dynamic_params::fees::Parameters::BytePrice(
			dynamic_params::fees::BytePrice,
			Some(MILLICENT),
		))
	}
}

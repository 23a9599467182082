// SPDX-License-Identifier: Apache-2.0

//! The origins that a referendum can have beside root: one per track, each with one task.

pub use pallet_custom_origins::*;

/// Origins of the tracks. No storage, no calls.
#[frame_support::pallet]
pub mod pallet_custom_origins {
	use frame_support::pallet_prelude::*;

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// What a referendum may be about, if not about everything.
	#[pallet::origin]
	#[derive(
		Clone,
		Copy,
		PartialEq,
		Eq,
		Debug,
		Encode,
		Decode,
		DecodeWithMemTracking,
		MaxEncodedLen,
		TypeInfo,
	)]
	pub enum Origin {
		/// Dispatches a call that the technical committee has put on the whitelist.
		#[codec(index = 0)]
		WhitelistedCaller,
		/// Spends from the treasury and sets the price of transactions.
		#[codec(index = 1)]
		Treasurer,
		/// Appoints and removes KYC providers and blocks investors.
		#[codec(index = 2)]
		ComplianceAdmin,
		/// Appoints verifiers, retires assets against their issuer's will, and lists payment
		/// currencies.
		#[codec(index = 3)]
		AssetAdmin,
		/// Admits and removes valuation models.
		#[codec(index = 4)]
		ModelAdmin,
		/// Cancels a referendum; deposits are given back.
		#[codec(index = 5)]
		ReferendumCanceller,
		/// Kills a referendum; deposits are lost.
		#[codec(index = 6)]
		ReferendumKiller,
	}

	macro_rules! ensure_origins {
		($($(#[$doc:meta])* $name:ident),* $(,)?) => {
			$(
				$(#[$doc])*
				pub struct $name;

				impl<O: Into<Result<Origin, O>> + From<Origin>> EnsureOrigin<O> for $name {
					type Success = ();

					fn try_origin(o: O) -> Result<Self::Success, O> {
						o.into().and_then(|origin| match origin {
							Origin::$name => Ok(()),
							other => Err(O::from(other)),
						})
					}

					#[cfg(feature = "runtime-benchmarks")]
					fn try_successful_origin() -> Result<O, ()> {
						Ok(O::from(Origin::$name))
					}
				}
			)*
		};
	}

	ensure_origins!(
		/// Ensures [`Origin::WhitelistedCaller`].
		WhitelistedCaller,
		/// Ensures [`Origin::Treasurer`].
		Treasurer,
		/// Ensures [`Origin::ComplianceAdmin`].
		ComplianceAdmin,
		/// Ensures [`Origin::AssetAdmin`].
		AssetAdmin,
		/// Ensures [`Origin::ModelAdmin`].
		ModelAdmin,
		/// Ensures [`Origin::ReferendumCanceller`].
		ReferendumCanceller,
		/// Ensures [`Origin::ReferendumKiller`].
		ReferendumKiller,
	);
}

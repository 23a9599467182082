// SPDX-License-Identifier: Apache-2.0

//! Whom other pallets let act for the holders of an asset.

use crate::{Config, Managers, Origin, Pallet};
use cadastre_primitives::AssetId;
use core::marker::PhantomData;
use frame_support::traits::EnsureOriginWithArg;
use frame_system::RawOrigin;

/// The holders of the asset in question, by a resolution that they have adopted. The holders of
/// another asset are nobody.
pub struct EnsureHolders;

impl<O: Into<Result<Origin, O>> + From<Origin>> EnsureOriginWithArg<O, AssetId> for EnsureHolders {
	type Success = ();

	fn try_origin(origin: O, asset: &AssetId) -> Result<(), O> {
		origin.into().and_then(|holders| match holders {
			Origin::Holders(of) if of == *asset => Ok(()),
			other => Err(O::from(other)),
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(asset: &AssetId) -> Result<O, ()> {
		Ok(O::from(Origin::Holders(*asset)))
	}
}

/// The holders of the asset in question, as the account of its treasury: for calls of other pallets
/// that take money from who makes them.
pub struct EnsureHoldersAsTreasury<T>(PhantomData<T>);

impl<T: Config, O: Into<Result<Origin, O>> + From<Origin>> EnsureOriginWithArg<O, AssetId>
	for EnsureHoldersAsTreasury<T>
{
	type Success = T::AccountId;

	fn try_origin(origin: O, asset: &AssetId) -> Result<T::AccountId, O> {
		EnsureHolders::try_origin(origin, asset).map(|()| Pallet::<T>::treasury_of(*asset))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(asset: &AssetId) -> Result<O, ()> {
		EnsureHolders::try_successful_origin(asset)
	}
}

/// The manager of the asset in question, as an account.
pub struct EnsureManager<T>(PhantomData<T>);

impl<T, O> EnsureOriginWithArg<O, AssetId> for EnsureManager<T>
where
	T: Config,
	O: Into<Result<RawOrigin<T::AccountId>, O>> + From<RawOrigin<T::AccountId>>,
{
	type Success = T::AccountId;

	fn try_origin(origin: O, asset: &AssetId) -> Result<T::AccountId, O> {
		origin.into().and_then(|raw| match raw {
			RawOrigin::Signed(who) if Managers::<T>::get(asset).as_ref() == Some(&who) => Ok(who),
			other => Err(O::from(other)),
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(asset: &AssetId) -> Result<O, ()> {
		let who: T::AccountId = frame_benchmarking::whitelisted_caller();
		Managers::<T>::insert(asset, &who);
		Ok(O::from(RawOrigin::Signed(who)))
	}
}

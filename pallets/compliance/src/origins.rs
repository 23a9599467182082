// SPDX-License-Identifier: Apache-2.0

//! Who acts for an investor's provider, for the layers above.

use crate::{Config, Investors, Pallet};
use cadastre_primitives::InvestorId;
use core::marker::PhantomData;
use frame_support::traits::{EnsureOriginWithArg, OriginTrait};

/// The account that signs, if it is that of the provider which states the claims of the investor of
/// the argument, and what the provider states counts: it is listed and not suspended. Three reads at
/// most.
pub struct EnsureProvider<T>(PhantomData<T>);

impl<T: Config> EnsureOriginWithArg<T::RuntimeOrigin, InvestorId> for EnsureProvider<T> {
	type Success = T::AccountId;

	fn try_origin(
		origin: T::RuntimeOrigin,
		investor: &InvestorId,
	) -> Result<Self::Success, T::RuntimeOrigin> {
		let Some(who) = origin.as_signer().cloned() else { return Err(origin) };
		let states = Pallet::<T>::active_provider(&who).ok().map(|(provider, _)| provider);
		let of = Investors::<T>::get(investor).map(|record| record.provider);
		if states.is_some() && states == of {
			Ok(who)
		} else {
			Err(origin)
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(investor: &InvestorId) -> Result<T::RuntimeOrigin, ()> {
		let record = Investors::<T>::get(investor).ok_or(())?;
		let provider = crate::Providers::<T>::get(record.provider).ok_or(())?;
		Ok(T::RuntimeOrigin::signed(provider.account))
	}
}

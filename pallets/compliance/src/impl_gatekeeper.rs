// SPDX-License-Identifier: Apache-2.0

//! What the layers above ask: who is behind a key, and may a movement go ahead?

use crate::{rules, Config, Error, Keys, Pallet, ProviderStatus};
use cadastre_primitives::{
	traits::Gatekeeper, Facts, Failure, Failures, Key, Kind, PackId, Reason, Side,
};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};

impl<T: Config> Gatekeeper<T::AccountId> for Pallet<T> {
	fn key(who: &T::AccountId) -> Option<Key> {
		Keys::<T>::get(who)
	}

	fn examine(pack: PackId, facts: &Facts) -> Failures {
		let mut failures = Failures::new();
		let now = Self::now();
		if facts.kind == Kind::Redeem {
			// No provider and no pack is asked: neither may lock a holder in.
			rules::examine_parties(&Default::default(), now, facts, &mut failures);
			return failures;
		}
		let in_force = Self::pack_in_force(pack, now);
		if in_force.is_none() {
			let failure = Failure::plain(Reason::UnknownPack, Side::Asset);
			// The first of the report; there is room for it.
			let _ = failures.try_push(failure);
		}
		rules::examine_parties(&ProviderStatus::<T>::get(), now, facts, &mut failures);
		if let Some(pack) = in_force {
			rules::evaluate(&pack.rules, facts, &mut failures);
		}
		failures
	}

	fn refusal(reason: Reason) -> DispatchError {
		match reason {
			Reason::UnknownAsset => Error::<T>::UnknownAsset,
			Reason::BookNotOpen => Error::<T>::BookNotOpen,
			Reason::ZeroAmount => Error::<T>::ZeroAmount,
			Reason::InsufficientShares => Error::<T>::InsufficientShares,
			Reason::ExceedsAuthorised => Error::<T>::ExceedsAuthorised,
			Reason::SameInvestor => Error::<T>::SameInvestor,
			Reason::UnknownPack => Error::<T>::UnknownPack,
			Reason::UnknownKey => Error::<T>::UnknownKey,
			Reason::KeyExpired => Error::<T>::KeyExpired,
			Reason::MissingRight => Error::<T>::MissingRight,
			Reason::Blocked => Error::<T>::Blocked,
			Reason::ProviderNotListed => Error::<T>::ProviderNotListed,
			Reason::ClaimsNotYetValid => Error::<T>::ClaimsNotYetValid,
			Reason::ClaimsExpired => Error::<T>::ClaimsExpired,
			Reason::MissingFlags => Error::<T>::MissingFlags,
			Reason::ForbiddenFlags => Error::<T>::ForbiddenFlags,
			Reason::CountryNotAllowed => Error::<T>::CountryNotAllowed,
			Reason::CountryDenied => Error::<T>::CountryDenied,
			Reason::HolderCapExceeded => Error::<T>::HolderCapExceeded,
			Reason::OwnershipCapExceeded => Error::<T>::OwnershipCapExceeded,
			Reason::BrokenRule => Error::<T>::BrokenRule,
		}
		.into()
	}

	fn follow(pack: PackId) -> DispatchResult {
		Self::do_follow(pack)
	}

	fn unfollow(pack: PackId) {
		Self::do_unfollow(pack);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_admit(who: &T::AccountId) {
		crate::benchmarking::admit::<T>(who);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_pack() -> PackId {
		crate::benchmarking::publish::<T>()
	}
}

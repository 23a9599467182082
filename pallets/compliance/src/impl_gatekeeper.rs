// SPDX-License-Identifier: Apache-2.0

//! What the layers above ask: who is behind a key, and may a movement go ahead?

use crate::{
	evaluation,
	rules::{self, Lookup},
	sandbox::Sandbox,
	CohortAssets, CohortMembers, Cohorts, Config, Error, Investors, Keys, Pallet, ProviderStatus,
	Standing, Suspension, Suspensions,
};
use cadastre_primitives::{
	traits::{Gatekeeper, Ledger},
	CohortId, Effects, Eligibility, Facts, Failure, Failures, InvestorId, Key, Kind, Moment,
	PackId, ProviderId, Reason, Side,
};
use core::{cell::Cell, marker::PhantomData};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};

/// The answers of the storage, at one moment.
struct Stored<T> {
	now: Moment,
	/// Whether anything was read.
	asked: Cell<bool>,
	config: PhantomData<T>,
}

impl<T: Config> Lookup for Stored<T> {
	fn suspension(&self, provider: ProviderId) -> Option<Suspension> {
		self.asked.set(true);
		Suspensions::<T>::get(provider)
	}

	fn sandbox(&self, cohort: CohortId, facts: &Facts) -> Sandbox {
		self.asked.set(true);
		let Some(record) = Cohorts::<T>::get(cohort) else {
			return Sandbox::unknown(self.now);
		};
		let listed = CohortAssets::<T>::contains_key(cohort, facts.asset);
		let member = facts
			.receiver
			.flatten()
			.is_some_and(|key| CohortMembers::<T>::contains_key(cohort, key.investor));
		Sandbox::of(&record, self.now, listed, member)
	}
}

impl<T: Config> Gatekeeper<T::AccountId> for Pallet<T> {
	fn key(who: &T::AccountId) -> Option<Key> {
		Keys::<T>::get(who)
	}

	fn examine(pack: PackId, facts: &Facts, ledger: &dyn Ledger) -> (Failures, Effects) {
		let mut failures = Failures::new();
		let now = Self::now();
		let lookup = Stored::<T> { now, asked: Cell::new(false), config: PhantomData };
		let mut effects = Effects::default();
		// A redemption asks no provider and no pack, so that neither locks a holder in; a
		// cancellation asks nobody.
		let standing = match facts.kind {
			Kind::Redeem | Kind::Cancellation => Standing::default(),
			Kind::Issue | Kind::Transfer | Kind::Forced => ProviderStatus::<T>::get(),
		};
		let in_force =
			if rules::asks_pack(facts.kind) { Self::version_in_force(pack, now) } else { None };
		if rules::asks_pack(facts.kind) && in_force.is_none() {
			let failure = Failure::plain(Reason::UnknownPack, Side::Asset);
			// The first of the report; there is room for it.
			let _ = failures.try_push(failure);
		}
		rules::examine_parties(&standing, &lookup, now, facts, &mut failures);
		if let Some((version, due)) = in_force {
			effects =
				evaluation::evaluate(&version.rules, facts, now, ledger, &lookup, &mut failures);
			Self::lift_exempt(pack, &version, facts, now, &mut failures);
			effects.dear = due || version.exempted > 0;
		}
		effects.dear |= lookup.asked.get();
		(failures, effects)
	}

	fn record(facts: &Facts, effects: &Effects) -> DispatchResult {
		effects.cohort.map_or(Ok(()), |cohort| Self::do_record(cohort, facts.amount))
	}

	fn eligibility(investor: InvestorId) -> Option<Eligibility> {
		Self::word(&Investors::<T>::get(investor)?).ok()
	}

	fn recover(investor: InvestorId, account: &T::AccountId) -> DispatchResult {
		Self::do_recover(investor, account)
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
			Reason::SharesFrozen => Error::<T>::SharesFrozen,
			Reason::SharesLocked => Error::<T>::SharesLocked,
			Reason::AllowanceExceeded => Error::<T>::AllowanceExceeded,
			Reason::DeniedByAsset => Error::<T>::DeniedByAsset,
			Reason::ProviderSuspended => Error::<T>::ProviderSuspended,
			Reason::NotSameCountry => Error::<T>::NotSameCountry,
			Reason::NotCrossBorder => Error::<T>::NotCrossBorder,
			Reason::CountryHolderCapExceeded => Error::<T>::CountryHolderCapExceeded,
			Reason::ClassHolderCapExceeded => Error::<T>::ClassHolderCapExceeded,
			Reason::BelowMinimumHolding => Error::<T>::BelowMinimumHolding,
			Reason::PurchaseTooLarge => Error::<T>::PurchaseTooLarge,
			Reason::FlowBack => Error::<T>::FlowBack,
			Reason::VelocityExceeded => Error::<T>::VelocityExceeded,
			Reason::OutsideTransferWindow => Error::<T>::OutsideTransferWindow,
			Reason::ClassPairNotAllowed => Error::<T>::ClassPairNotAllowed,
			Reason::CohortNotOpen => Error::<T>::CohortNotOpen,
			Reason::NotInCohort => Error::<T>::NotInCohort,
			Reason::CohortVolumeExceeded => Error::<T>::CohortVolumeExceeded,
		}
		.into()
	}

	fn follow(pack: PackId) -> DispatchResult {
		Self::do_follow(pack)
	}

	fn unfollow(pack: PackId) {
		Self::do_unfollow(pack);
	}

	fn holder_report(pack: PackId, upcoming: bool, investor: InvestorId) -> Failures {
		Self::report_of(pack, upcoming, investor)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_admit(who: &T::AccountId) {
		crate::benchmarking::admit::<T>(who);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_pack() -> PackId {
		crate::benchmarking::publish::<T>()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_demanding_pack() -> PackId {
		crate::benchmarking::publish_demanding::<T>()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set_time(now: Moment) {
		use crate::BenchmarkHelper;
		T::BenchmarkHelper::set_time(now);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_fill_keys(investor: InvestorId) {
		use frame_support::traits::Get;
		crate::benchmarking::fill_keys::<T>(investor, T::MaxKeys::get());
	}
}

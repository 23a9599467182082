// SPDX-License-Identifier: Apache-2.0

//! What the layers above ask about income: to whom it is paid, and under which law.

use crate::{
	functions::is_over, Config, Error, FormerTaxResidences, Investors, Keys, Pallet,
	ProviderStatus, Suspensions,
};
use cadastre_primitives::{traits::Payees, Country, Eligibility, InvestorId, Moment, Rights};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Whether income may be paid to whom this is stated of. The end of the statement is no reason
	/// against it: what was earned is still owed. One read, or two if something that the provider
	/// stated is void.
	fn ensure_payable(word: &Eligibility) -> DispatchResult {
		ensure!(!word.blocked, Error::<T>::Blocked);
		let standing = ProviderStatus::<T>::get();
		let listed = standing.is_listed(word.provider, word.epoch);
		ensure!(listed, Error::<T>::ProviderNotListed);
		if standing.is_suspended(word.provider) {
			// A cut-off that is not there voids everything.
			let upheld = Suspensions::<T>::get(word.provider)
				.is_some_and(|suspension| !suspension.voids(word.stated_at));
			ensure!(upheld, Error::<T>::ProviderSuspended);
		}
		Ok(())
	}
}

impl<T: Config> Payees<T::AccountId> for Pallet<T> {
	/// Reads a suspension besides if something that the provider stated is void.
	fn claimant(who: &T::AccountId) -> Result<InvestorId, DispatchError> {
		let key = Keys::<T>::get(who).ok_or(Error::<T>::UnknownKey)?;
		ensure!(!is_over(key.expires_at, Self::now()), Error::<T>::KeyExpired);
		ensure!(key.rights.includes(Rights::CLAIM), Error::<T>::MissingRight);
		Self::ensure_payable(&key.eligibility)?;
		Ok(key.investor)
	}

	/// The first of its keys that has not expired, whatever its rights. One read for the investor,
	/// one for the standing, and one for that key, however many it has.
	fn payee(investor: InvestorId) -> Result<T::AccountId, DispatchError> {
		let record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		let now = Self::now();
		let lasting = record.keys.into_iter().find(|entry| !is_over(entry.expires_at, now));
		let payee = lasting.ok_or(Error::<T>::KeyExpired)?.account;
		// Each of the keys has the same word.
		let key = Keys::<T>::get(&payee).ok_or(Error::<T>::UnknownKey)?;
		Self::ensure_payable(&key.eligibility)?;
		Ok(payee)
	}

	/// Of a moment before the admission it answers what was stated first, since nothing else was.
	/// One read, or three if nothing else was stated since the moment. No further read if the key
	/// says it.
	fn tax_residence(investor: InvestorId, at: Moment, key: Option<&T::AccountId>) -> Country {
		let word = key
			.and_then(Keys::<T>::get)
			.filter(|key| key.investor == investor && key.eligibility.stated_at <= at)
			.map(|key| key.eligibility);
		if let Some(word) = word {
			return word.tax_residence;
		}
		if let Some(country) =
			FormerTaxResidences::<T>::get(investor).and_then(|former| former.at(at))
		{
			return country;
		}
		Investors::<T>::get(investor)
			.and_then(|record| Self::word(&record).ok())
			.map_or(Country::NONE, |word| word.tax_residence)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_admit(
		who: &T::AccountId,
		tax_residence: cadastre_primitives::CountryCode,
	) -> InvestorId {
		crate::benchmarking::admit_of::<T>(who, tax_residence)
	}
}

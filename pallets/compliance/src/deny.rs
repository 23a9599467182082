// SPDX-License-Identifier: Apache-2.0

//! The chain-wide deny list: accounts through which nobody acts as an investor.

use crate::{functions::count, pallet::InvestorOf, *};
use cadastre_primitives::Eligibility;
use frame_support::pallet_prelude::*;
use sp_core::H256;

/// Denials.
impl<T: Config> Pallet<T> {
	/// Answers how many keys were blocked.
	pub(crate) fn do_deny(account: T::AccountId, reason: H256) -> Result<u32, DispatchError> {
		ensure!(!Denied::<T>::contains_key(&account), Error::<T>::AlreadyDenied);
		Denied::<T>::insert(&account, Denial { reason, since: Self::now() });
		let mut keys = 0;
		let mut blocked = None;
		if let Some(key) = Keys::<T>::get(&account).filter(|key| !key.eligibility.blocked) {
			let record = Investors::<T>::get(key.investor).ok_or(Error::<T>::UnknownInvestor)?;
			Self::set_word(&record, Eligibility { blocked: true, ..key.eligibility });
			keys = count(&record.keys);
			blocked = Some(key.investor);
		}
		Self::deposit_event(Event::AccountDenied { account, reason, blocked });
		Ok(keys)
	}

	pub(crate) fn do_lift_denial(account: T::AccountId, reason: H256) -> DispatchResult {
		ensure!(Denied::<T>::take(&account).is_some(), Error::<T>::NotDenied);
		Self::deposit_event(Event::DenialLifted { account, reason });
		Ok(())
	}

	/// Whether one of an investor's keys is denied.
	pub(crate) fn has_denied_key(record: &InvestorOf<T>) -> bool {
		record.keys.iter().any(|entry| Denied::<T>::contains_key(&entry.account))
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The work of the calls on providers: appointment, listing, terms, suspension, rotation.

use crate::*;
use cadastre_primitives::{Claims, Country, Eligibility, Moment, ProviderId};
use frame_support::pallet_prelude::*;

/// Appointment and listing.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_appoint(account: T::AccountId, terms: Terms, now: Moment) -> DispatchResult {
		Self::ensure_may_provide(&account)?;
		let (provider, epoch) = ProviderStatus::<T>::try_mutate(|standing| {
			standing.appoint().ok_or(Error::<T>::TooManyProviders)
		})?;
		let record =
			Provider { account: account.clone(), appointed_at: now, signer: None, successor: None };
		Providers::<T>::insert(provider, record);
		ProviderOf::<T>::insert(&account, Mandate::new(provider, terms));
		Self::deposit_event(Event::ProviderAppointed { provider, account, epoch, terms });
		Ok(())
	}

	/// A provider attests of others, never of itself, and is nobody whom the chain denies.
	fn ensure_may_provide(account: &T::AccountId) -> DispatchResult {
		ensure!(!ProviderOf::<T>::contains_key(account), Error::<T>::AlreadyProvider);
		ensure!(!Keys::<T>::contains_key(account), Error::<T>::SelfAttestation);
		ensure!(!Denied::<T>::contains_key(account), Error::<T>::AccountDenied);
		Ok(())
	}

	pub(crate) fn do_delist(provider: ProviderId) -> DispatchResult {
		ProviderStatus::<T>::try_mutate(|standing| {
			ensure!(standing.is_appointed(provider), Error::<T>::UnknownProvider);
			ensure!(standing.set_listed(provider, false), Error::<T>::ProviderNotListed);
			DispatchResult::Ok(())
		})?;
		Self::deposit_event(Event::ProviderDelisted { provider });
		Ok(())
	}

	pub(crate) fn do_relist(provider: ProviderId) -> DispatchResult {
		ProviderStatus::<T>::try_mutate(|standing| {
			ensure!(standing.is_appointed(provider), Error::<T>::UnknownProvider);
			ensure!(standing.set_listed(provider, true), Error::<T>::AlreadyListed);
			DispatchResult::Ok(())
		})?;
		Self::deposit_event(Event::ProviderRelisted { provider });
		Ok(())
	}

	pub(crate) fn do_dismiss(provider: ProviderId) -> DispatchResult {
		let Provider { account, .. } =
			Providers::<T>::take(provider).ok_or(Error::<T>::UnknownProvider)?;
		ProviderStatus::<T>::try_mutate(|standing| {
			ensure!(!standing.set_listed(provider, false), Error::<T>::AlreadyListed);
			standing.dismiss(provider);
			DispatchResult::Ok(())
		})?;
		ProviderOf::<T>::remove(&account);
		Suspensions::<T>::remove(provider);
		Self::deposit_event(Event::ProviderDismissed { provider, account });
		Ok(())
	}
}

/// What a provider may state.
impl<T: Config> Pallet<T> {
	/// The slot and the epoch of a provider's account that may make statements now.
	pub(crate) fn active_provider(who: &T::AccountId) -> Result<(ProviderId, u8), DispatchError> {
		let provider = ProviderOf::<T>::get(who).ok_or(Error::<T>::NotProvider)?.provider;
		Self::ensure_active(provider).map(|epoch| (provider, epoch))
	}

	/// The epoch of a slot whose provider is listed and not suspended.
	pub(crate) fn ensure_active(provider: ProviderId) -> Result<u8, DispatchError> {
		let standing = ProviderStatus::<T>::get();
		let epoch = standing.epoch(provider).ok_or(Error::<T>::UnknownProvider)?;
		ensure!(standing.is_listed(provider, epoch), Error::<T>::ProviderNotListed);
		if standing.is_suspended(provider) {
			let over = Suspensions::<T>::get(provider).is_some_and(|gap| gap.until.is_some());
			ensure!(over, Error::<T>::ProviderSuspended);
		}
		Ok(epoch)
	}

	/// Compiles a statement of the provider with this account, within its terms, and counts it.
	pub(crate) fn state(
		account: &T::AccountId,
		claims: Claims,
		epoch: u8,
	) -> Result<Eligibility, DispatchError> {
		let now = Self::now();
		let Claims { flags, valid_from, valid_until, .. } = claims;
		let residence = Country::from_code(claims.residence).ok_or(Error::<T>::UnknownCountry)?;
		let tax_residence =
			Country::from_code(claims.tax_residence).ok_or(Error::<T>::UnknownCountry)?;
		let valid = valid_from < valid_until && now < valid_until;
		ensure!(valid, Error::<T>::InvalidPeriod);
		let provider = ProviderOf::<T>::try_mutate(account, |mandate| {
			let mandate = mandate.as_mut().ok_or(Error::<T>::NotProvider)?;
			ensure!(mandate.terms.cover(residence, flags), Error::<T>::OutOfScope);
			ensure!(mandate.count(now), Error::<T>::DailyLimitReached);
			Ok::<_, DispatchError>(mandate.provider)
		})?;
		Ok(Eligibility {
			residence,
			tax_residence,
			flags,
			valid_from,
			valid_until,
			provider,
			epoch,
			blocked: false,
			stated_at: now,
		})
	}

	pub(crate) fn do_set_terms(provider: ProviderId, new: Terms) -> DispatchResult {
		let record = Providers::<T>::get(provider).ok_or(Error::<T>::UnknownProvider)?;
		let old = ProviderOf::<T>::try_mutate(&record.account, |mandate| {
			let mandate = mandate.as_mut().ok_or(Error::<T>::UnknownProvider)?;
			Ok::<_, DispatchError>(core::mem::replace(&mut mandate.terms, new))
		})?;
		Self::deposit_event(Event::ProviderTermsChanged { provider, old, new });
		Ok(())
	}
}

/// Suspension.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_suspend(provider: ProviderId, cut_off: Moment) -> DispatchResult {
		ensure!(cut_off <= Self::now(), Error::<T>::InvalidPeriod);
		Providers::<T>::try_mutate(provider, |record| {
			// Whoever stole the account may have named a successor.
			record.as_mut().ok_or(Error::<T>::UnknownProvider)?.successor = None;
			DispatchResult::Ok(())
		})?;
		Suspensions::<T>::try_mutate(provider, |gap| {
			let mut from = cut_off;
			if let Some(old) = gap {
				// One that is suspended already can only be found wrong from an earlier day on.
				let wider = old.until.is_some() || cut_off < old.from;
				ensure!(wider, Error::<T>::AlreadySuspended);
				from = from.min(old.from);
			}
			*gap = Some(Suspension { from, until: None });
			DispatchResult::Ok(())
		})?;
		ProviderStatus::<T>::mutate(|standing| standing.set_suspended(provider, true));
		Self::deposit_event(Event::ProviderSuspended { provider, cut_off });
		Ok(())
	}

	pub(crate) fn do_reinstate(provider: ProviderId, uphold: bool) -> DispatchResult {
		ensure!(Providers::<T>::contains_key(provider), Error::<T>::UnknownProvider);
		let open = Suspensions::<T>::get(provider).filter(|gap| gap.until.is_none());
		let gap = open.ok_or(Error::<T>::NotSuspended)?;
		// What it stated in this second may have been before the suspension.
		let until = Some(Self::now().saturating_add(1));
		let void = (!uphold).then_some(Suspension { from: gap.from, until });
		Suspensions::<T>::set(provider, void);
		if uphold {
			ProviderStatus::<T>::mutate(|standing| standing.set_suspended(provider, false));
		}
		Self::deposit_event(Event::ProviderReinstated { provider, void });
		Ok(())
	}
}

/// Rotation of keys.
impl<T: Config> Pallet<T> {
	/// The record of a slot, if `by` is its active provider, or nobody: the authority.
	fn provider_for(
		by: Option<&T::AccountId>,
		provider: ProviderId,
	) -> Result<Provider<T::AccountId>, DispatchError> {
		let record = Providers::<T>::get(provider).ok_or(Error::<T>::UnknownProvider)?;
		if let Some(who) = by {
			ensure!(record.account == *who, Error::<T>::NotProvider);
			Self::ensure_active(provider)?;
		}
		Ok(record)
	}

	/// `by` is the provider's account, or nothing for the authority.
	pub(crate) fn do_propose_rotation(
		by: Option<T::AccountId>,
		provider: ProviderId,
		new: Option<T::AccountId>,
	) -> DispatchResult {
		let mut record = Self::provider_for(by.as_ref(), provider)?;
		if let Some(successor) = &new {
			Self::ensure_may_provide(successor)?;
		}
		let old = core::mem::replace(&mut record.successor, new.clone());
		Providers::<T>::insert(provider, record);
		Self::deposit_event(Event::RotationProposed { provider, old, new });
		Ok(())
	}

	pub(crate) fn do_accept_rotation(who: T::AccountId, provider: ProviderId) -> DispatchResult {
		let record = Providers::<T>::get(provider).ok_or(Error::<T>::UnknownProvider)?;
		ensure!(record.successor.as_ref() == Some(&who), Error::<T>::NotSuccessor);
		Self::ensure_active(provider)?;
		Self::rotate(provider, record, who)
	}

	pub(crate) fn do_force_rotation(provider: ProviderId, account: T::AccountId) -> DispatchResult {
		let record = Providers::<T>::get(provider).ok_or(Error::<T>::UnknownProvider)?;
		Self::rotate(provider, record, account)
	}

	fn rotate(
		provider: ProviderId,
		mut record: Provider<T::AccountId>,
		new: T::AccountId,
	) -> DispatchResult {
		Self::ensure_may_provide(&new)?;
		let mandate = ProviderOf::<T>::take(&record.account).ok_or(Error::<T>::UnknownProvider)?;
		ProviderOf::<T>::insert(&new, mandate);
		let old = core::mem::replace(&mut record.account, new.clone());
		record.successor = None;
		Providers::<T>::insert(provider, record);
		Self::deposit_event(Event::ProviderRotated { provider, old, new });
		Ok(())
	}

	/// `by` is the provider's account, or nothing for the authority.
	pub(crate) fn do_set_signer(
		by: Option<T::AccountId>,
		provider: ProviderId,
		new: Option<T::AccountId>,
	) -> DispatchResult {
		let mut record = Self::provider_for(by.as_ref(), provider)?;
		let old = core::mem::replace(&mut record.signer, new.clone());
		Providers::<T>::insert(provider, record);
		Self::deposit_event(Event::SignerChanged { provider, old, new });
		Ok(())
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The work of the calls on providers and investors.

use crate::{
	pallet::{InvestorOf, KeyOfferOf},
	*,
};
use cadastre_primitives::{
	Claims, Country, Eligibility, InvestorId, Key, Moment, ProviderId, Rights,
};
use codec::MaxEncodedLen;
use frame_support::{
	pallet_prelude::*,
	traits::{Consideration, Footprint, UnixTime},
	BoundedVec,
};
use sp_runtime::traits::EnsureAdd;

/// Whether what ends at `end` has ended: an end is the first second at which it has.
pub(crate) fn is_over(end: Option<Moment>, now: Moment) -> bool {
	end.is_some_and(|end| now >= end)
}

pub(crate) fn count<E, S: Get<u32>>(entries: &BoundedVec<E, S>) -> u32 {
	u32::try_from(entries.len()).unwrap_or(u32::MAX)
}

/// Time.
impl<T: Config> Pallet<T> {
	/// Now, in whole seconds.
	pub(crate) fn now() -> Moment {
		T::Time::now().as_secs()
	}
}

/// Providers.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_appoint(account: T::AccountId, now: Moment) -> DispatchResult {
		ensure!(!ProviderOf::<T>::contains_key(&account), Error::<T>::AlreadyProvider);
		ensure!(!Keys::<T>::contains_key(&account), Error::<T>::SelfAttestation);
		let (provider, epoch) = ProviderStatus::<T>::try_mutate(|standing| {
			standing.appoint().ok_or(Error::<T>::TooManyProviders)
		})?;
		let record = Provider { account: account.clone(), appointed_at: now };
		Providers::<T>::insert(provider, record);
		ProviderOf::<T>::insert(&account, provider);
		Self::deposit_event(Event::ProviderAppointed { provider, account, epoch });
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
		Self::deposit_event(Event::ProviderDismissed { provider, account });
		Ok(())
	}

	/// The slot and the epoch of a listed provider's account.
	fn listed_provider(who: &T::AccountId) -> Result<(ProviderId, u8), DispatchError> {
		let provider = ProviderOf::<T>::get(who).ok_or(Error::<T>::NotProvider)?;
		let standing = ProviderStatus::<T>::get();
		let epoch = standing.epoch(provider).ok_or(Error::<T>::UnknownProvider)?;
		ensure!(standing.is_listed(provider, epoch), Error::<T>::ProviderNotListed);
		Ok((provider, epoch))
	}
}

/// Investors.
impl<T: Config> Pallet<T> {
	/// What an investor's record and its first key take of the state, at most.
	pub(crate) fn investor_footprint() -> Footprint {
		let record = InvestorOf::<T>::max_encoded_len();
		Footprint::from_parts(1, record.saturating_add(Self::key_len()))
	}

	/// What one more key takes of the state, at most.
	pub(crate) fn key_footprint() -> Footprint {
		Footprint::from_parts(1, Self::key_len())
	}

	/// What an offer of a key takes of the state, at most.
	pub(crate) fn offer_footprint() -> Footprint {
		let key = T::AccountId::max_encoded_len();
		Footprint::from_parts(1, KeyOfferOf::<T>::max_encoded_len().saturating_add(key))
	}

	fn key_len() -> usize {
		T::AccountId::max_encoded_len().saturating_add(Key::max_encoded_len())
	}

	fn compile(
		claims: Claims,
		provider: ProviderId,
		epoch: u8,
	) -> Result<Eligibility, DispatchError> {
		let Claims { flags, valid_from, valid_until, .. } = claims;
		let residence = Country::from_code(claims.residence).ok_or(Error::<T>::UnknownCountry)?;
		let tax_residence =
			Country::from_code(claims.tax_residence).ok_or(Error::<T>::UnknownCountry)?;
		let valid = valid_from < valid_until && Self::now() < valid_until;
		ensure!(valid, Error::<T>::InvalidPeriod);
		Ok(Eligibility {
			residence,
			tax_residence,
			flags,
			valid_from,
			valid_until,
			provider,
			epoch,
			blocked: false,
		})
	}

	/// The eligibility word of an investor: each of its keys has the same.
	pub(crate) fn word(record: &InvestorOf<T>) -> Result<Eligibility, DispatchError> {
		let first = record.keys.first().ok_or(Error::<T>::UnknownKey)?;
		let key = Keys::<T>::get(&first.account).ok_or(Error::<T>::UnknownKey)?;
		Ok(key.eligibility)
	}

	fn set_word(record: &InvestorOf<T>, word: Eligibility) {
		for entry in &record.keys {
			Keys::<T>::mutate_extant(&entry.account, |key| key.eligibility = word);
		}
	}

	pub(crate) fn do_admit(
		who: T::AccountId,
		account: T::AccountId,
		claims: Claims,
	) -> Result<InvestorId, DispatchError> {
		let (provider, epoch) = Self::listed_provider(&who)?;
		ensure!(!ProviderOf::<T>::contains_key(&account), Error::<T>::SelfAttestation);
		ensure!(!Keys::<T>::contains_key(&account), Error::<T>::KeyInUse);
		let eligibility = Self::compile(claims, provider, epoch)?;
		let investor = NextInvestorId::<T>::get();
		NextInvestorId::<T>::put(investor.ensure_add(1)?);
		let mut keys = BoundedVec::new();
		keys.try_push(KeyEntry { account: account.clone(), ticket: None })
			.map_err(|_| Error::<T>::TooManyKeys)?;
		let ticket = T::InvestorDeposit::new(&who, Self::investor_footprint())?;
		let record = Investor { provider, depositor: who, ticket, keys, offer: None };
		Investors::<T>::insert(investor, record);
		let key = Key { investor, rights: Rights::ALL, expires_at: None, eligibility };
		Keys::<T>::insert(&account, key);
		Self::deposit_event(Event::InvestorAdmitted { investor, account, eligibility });
		Ok(investor)
	}

	pub(crate) fn do_renew(
		who: T::AccountId,
		investor: InvestorId,
		claims: Claims,
	) -> Result<u32, DispatchError> {
		let (provider, epoch) = Self::listed_provider(&who)?;
		let mut record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		ensure!(record.provider == provider, Error::<T>::NotProvider);
		let old = Self::word(&record)?;
		let new = Eligibility { blocked: old.blocked, ..Self::compile(claims, provider, epoch)? };
		Self::set_word(&record, new);
		let keys = count(&record.keys);
		if record.depositor != who {
			record.ticket.drop(&record.depositor)?;
			record.ticket = T::InvestorDeposit::new(&who, Self::investor_footprint())?;
			record.depositor = who;
			Investors::<T>::insert(investor, record);
		}
		Self::deposit_event(Event::InvestorRenewed { investor, old, new });
		Ok(keys)
	}

	/// `by` is the provider's account, or nothing for the compliance authority.
	pub(crate) fn do_revoke(
		by: Option<T::AccountId>,
		investor: InvestorId,
	) -> Result<u32, DispatchError> {
		let listed = by.as_ref().map(Self::listed_provider).transpose()?;
		let record = Investors::<T>::take(investor).ok_or(Error::<T>::UnknownInvestor)?;
		if let Some(provider) = listed {
			let word = Self::word(&record)?;
			ensure!(provider == (word.provider, word.epoch), Error::<T>::NotProvider);
			ensure!(!word.blocked, Error::<T>::Blocked);
		}
		let keys = count(&record.keys);
		for entry in record.keys {
			Keys::<T>::remove(&entry.account);
			if let Some(ticket) = entry.ticket {
				ticket.drop(&entry.account)?;
			}
		}
		if let Some(offered) = record.offer {
			let offer = KeyOffers::<T>::take(&offered).ok_or(Error::<T>::NoOffer)?;
			offer.ticket.drop(&offer.by)?;
		}
		record.ticket.drop(&record.depositor)?;
		Self::deposit_event(Event::InvestorRevoked { investor });
		Ok(keys)
	}

	pub(crate) fn do_block(investor: InvestorId) -> Result<u32, DispatchError> {
		let record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		let word = Self::word(&record)?;
		ensure!(!word.blocked, Error::<T>::Blocked);
		Self::set_word(&record, Eligibility { blocked: true, ..word });
		Self::deposit_event(Event::InvestorBlocked { investor });
		Ok(count(&record.keys))
	}

	pub(crate) fn do_unblock(investor: InvestorId) -> Result<u32, DispatchError> {
		let record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		let word = Self::word(&record)?;
		ensure!(word.blocked, Error::<T>::NotBlocked);
		Self::set_word(&record, Eligibility { blocked: false, ..word });
		Self::deposit_event(Event::InvestorUnblocked { investor });
		Ok(count(&record.keys))
	}
}

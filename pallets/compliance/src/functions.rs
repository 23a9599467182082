// SPDX-License-Identifier: Apache-2.0

//! The work of the calls on investors.

use crate::{
	pallet::{InvestorOf, KeyOfferOf},
	*,
};
use cadastre_primitives::{Claims, Eligibility, InvestorId, Key, Moment, Rights};
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

/// Origins.
impl<T: Config> Pallet<T> {
	/// Nothing for the compliance authority, or else who signed.
	pub(crate) fn authority_or_signed(
		origin: T::RuntimeOrigin,
	) -> Result<Option<T::AccountId>, DispatchError> {
		match T::AdminOrigin::try_origin(origin) {
			Ok(_) => Ok(None),
			Err(origin) => Ok(Some(frame_system::ensure_signed(origin)?)),
		}
	}
}

/// Investors.
impl<T: Config> Pallet<T> {
	/// What an investor's record, its former residences and its first key take of the state, at most.
	pub(crate) fn investor_footprint() -> Footprint {
		let record = InvestorOf::<T>::max_encoded_len();
		let former = FormerResidences::max_encoded_len();
		Footprint::from_parts(1, record.saturating_add(former).saturating_add(Self::key_len()))
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

	/// The eligibility word of an investor: each of its keys has the same.
	pub(crate) fn word(record: &InvestorOf<T>) -> Result<Eligibility, DispatchError> {
		let first = record.keys.first().ok_or(Error::<T>::UnknownKey)?;
		let key = Keys::<T>::get(&first.account).ok_or(Error::<T>::UnknownKey)?;
		Ok(key.eligibility)
	}

	/// Writes the word of an investor in each of its keys.
	pub(crate) fn set_word(record: &InvestorOf<T>, word: Eligibility) {
		for entry in &record.keys {
			Keys::<T>::mutate_extant(&entry.account, |key| key.eligibility = word);
		}
	}

	/// Whether an account may become a key: nobody's yet, no provider's, and not denied.
	pub(crate) fn ensure_may_be_key(account: &T::AccountId) -> DispatchResult {
		ensure!(!ProviderOf::<T>::contains_key(account), Error::<T>::SelfAttestation);
		ensure!(!Keys::<T>::contains_key(account), Error::<T>::KeyInUse);
		ensure!(!Denied::<T>::contains_key(account), Error::<T>::AccountDenied);
		Ok(())
	}

	pub(crate) fn do_admit(
		who: T::AccountId,
		account: T::AccountId,
		claims: Claims,
	) -> Result<InvestorId, DispatchError> {
		let (_, epoch) = Self::active_provider(&who)?;
		let eligibility = Self::state(&who, claims, epoch)?;
		Self::enter(account, who, false, eligibility)
	}

	/// Makes a new investor with one key, at the expense of the depositor.
	pub(crate) fn enter(
		account: T::AccountId,
		depositor: T::AccountId,
		self_paid: bool,
		eligibility: Eligibility,
	) -> Result<InvestorId, DispatchError> {
		Self::ensure_may_be_key(&account)?;
		let investor = NextInvestorId::<T>::get();
		NextInvestorId::<T>::put(investor.ensure_add(1)?);
		let mut keys = BoundedVec::new();
		keys.try_push(KeyEntry { account: account.clone(), expires_at: None, ticket: None })
			.map_err(|_| Error::<T>::TooManyKeys)?;
		let ticket = T::InvestorDeposit::new(&depositor, Self::investor_footprint())?;
		let provider = eligibility.provider;
		let record = Investor { provider, depositor, ticket, keys, offer: None, self_paid };
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
		let (provider, epoch) = Self::active_provider(&who)?;
		let mut record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		ensure!(record.provider == provider, Error::<T>::NotProvider);
		let old = Self::word(&record)?;
		let new = Self::state(&who, claims, epoch)?;
		if record.depositor != who && !record.self_paid {
			record.ticket.drop(&record.depositor)?;
			record.ticket = T::InvestorDeposit::new(&who, Self::investor_footprint())?;
			record.depositor = who;
			Investors::<T>::insert(investor, &record);
		}
		Ok(Self::restate(investor, &record, old, new))
	}

	/// Puts a new statement in the place of the old one; a block stays, and a tax residence that was
	/// changed is kept as a former one. Answers the number of keys.
	pub(crate) fn restate(
		investor: InvestorId,
		record: &InvestorOf<T>,
		old: Eligibility,
		new: Eligibility,
	) -> u32 {
		let new = Eligibility { blocked: old.blocked, ..new };
		Self::set_word(record, new);
		if old.tax_residence != new.tax_residence {
			let mut former = FormerTaxResidences::<T>::get(investor).unwrap_or_default();
			if former.push(old.tax_residence, Self::now()) {
				FormerTaxResidences::<T>::insert(investor, former);
			}
		}
		Self::deposit_event(Event::InvestorRenewed { investor, old, new });
		count(&record.keys)
	}

	/// `by` is the provider's account, or nothing for the compliance authority.
	pub(crate) fn do_revoke(
		by: Option<T::AccountId>,
		investor: InvestorId,
	) -> Result<u32, DispatchError> {
		let active = by.as_ref().map(Self::active_provider).transpose()?;
		let record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		if let Some(provider) = active {
			let word = Self::word(&record)?;
			ensure!(provider == (word.provider, word.epoch), Error::<T>::NotProvider);
			ensure!(!word.blocked, Error::<T>::Blocked);
		}
		let keys = Self::erase(investor, record)?;
		Self::deposit_event(Event::InvestorRevoked { investor });
		Ok(keys)
	}

	pub(crate) fn do_leave(who: T::AccountId) -> Result<u32, DispatchError> {
		let investor = Self::managing_key(&who)?.investor;
		let record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		// Else a key that was lent for a day could end what is not its own.
		let lasting = Keys::<T>::get(&who).is_some_and(|key| key.expires_at.is_none());
		ensure!(lasting, Error::<T>::MissingRight);
		let keys = Self::erase(investor, record)?;
		Self::deposit_event(Event::InvestorLeft { investor });
		Ok(keys)
	}

	/// Removes everything of an investor and returns the deposits. Answers the number of keys.
	fn erase(investor: InvestorId, record: InvestorOf<T>) -> Result<u32, DispatchError> {
		Investors::<T>::remove(investor);
		FormerTaxResidences::<T>::remove(investor);
		let keys = count(&record.keys);
		for entry in record.keys {
			Self::forget_key(&entry.account);
			if let Some(ticket) = entry.ticket {
				ticket.drop(&entry.account)?;
			}
		}
		if let Some(offered) = record.offer {
			let offer = KeyOffers::<T>::take(&offered).ok_or(Error::<T>::NoOffer)?;
			offer.ticket.drop(&offer.by)?;
		}
		record.ticket.drop(&record.depositor)?;
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
		ensure!(!Self::has_denied_key(&record), Error::<T>::AccountDenied);
		Self::set_word(&record, Eligibility { blocked: false, ..word });
		Self::deposit_event(Event::InvestorUnblocked { investor });
		Ok(count(&record.keys))
	}
}

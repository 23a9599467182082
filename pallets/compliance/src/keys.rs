// SPDX-License-Identifier: Apache-2.0

//! The work of the calls on keys: offers, acceptance, removal.

use crate::{
	functions::{count, is_over},
	pallet::InvestorOf,
	*,
};
use cadastre_primitives::{InvestorId, Key, Moment, Rights};
use frame_support::{pallet_prelude::*, traits::Consideration};
use sp_runtime::traits::EnsureAdd;

/// Whether what ends at `end` lasts at least as long as what ends at `other`.
fn lasts_beyond(end: Option<Moment>, other: Option<Moment>) -> bool {
	match (end, other) {
		(None, _) => true,
		(Some(_), None) => false,
		(Some(end), Some(other)) => end >= other,
	}
}

/// Keys.
impl<T: Config> Pallet<T> {
	/// A key that may manage its investor's keys now.
	pub(crate) fn managing_key(who: &T::AccountId) -> Result<Key, DispatchError> {
		let key = Keys::<T>::get(who).ok_or(Error::<T>::UnknownKey)?;
		ensure!(!is_over(key.expires_at, Self::now()), Error::<T>::KeyExpired);
		ensure!(key.rights.includes(Rights::MANAGE_KEYS), Error::<T>::MissingRight);
		ensure!(!key.eligibility.blocked, Error::<T>::Blocked);
		Ok(key)
	}

	pub(crate) fn do_offer(
		who: T::AccountId,
		account: T::AccountId,
		rights: Rights,
		expires_at: Option<Moment>,
	) -> DispatchResult {
		let key = Self::managing_key(&who)?;
		let (investor, now) = (key.investor, Self::now());
		ensure!(key.rights.includes(rights), Error::<T>::MissingRight);
		let period = lasts_beyond(key.expires_at, expires_at) && !is_over(expires_at, now);
		ensure!(period, Error::<T>::InvalidPeriod);
		Self::ensure_may_be_key(&account)?;
		ensure!(!KeyOffers::<T>::contains_key(&account), Error::<T>::OfferPending);
		let mut record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		ensure!(record.offer.is_none(), Error::<T>::OfferPending);
		ensure!(count(&record.keys) < T::MaxKeys::get(), Error::<T>::TooManyKeys);
		let valid_until = now.ensure_add(T::OfferPeriod::get())?;
		let ticket = T::KeyDeposit::new(&who, Self::offer_footprint())?;
		let offer = KeyOffer { investor, rights, expires_at, valid_until, by: who, ticket };
		KeyOffers::<T>::insert(&account, offer);
		record.offer = Some(account.clone());
		Investors::<T>::insert(investor, record);
		Self::deposit_event(Event::KeyOffered {
			investor,
			account,
			rights,
			expires_at,
			valid_until,
		});
		Ok(())
	}

	pub(crate) fn do_accept(who: T::AccountId, investor: InvestorId) -> DispatchResult {
		let offer = KeyOffers::<T>::take(&who).ok_or(Error::<T>::NoOffer)?;
		// The investor is named, lest an offer put in the place of the expected one be accepted.
		ensure!(offer.investor == investor, Error::<T>::NoOffer);
		let KeyOffer { rights, expires_at, valid_until, by, ticket, .. } = offer;
		let now = Self::now();
		ensure!(now < valid_until && !is_over(expires_at, now), Error::<T>::OfferExpired);
		Self::ensure_may_be_key(&who)?;
		let mut record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		let eligibility = Self::word(&record)?;
		ensure!(!eligibility.blocked, Error::<T>::Blocked);
		ticket.drop(&by)?;
		let ticket = T::KeyDeposit::new(&who, Self::key_footprint())?;
		let entry = KeyEntry { account: who.clone(), expires_at, ticket: Some(ticket) };
		record.keys.try_push(entry).map_err(|_| Error::<T>::TooManyKeys)?;
		record.offer = None;
		Investors::<T>::insert(investor, record);
		Keys::<T>::insert(&who, Key { investor, rights, expires_at, eligibility });
		Self::deposit_event(Event::KeyAdded { investor, account: who, rights, expires_at });
		Ok(())
	}

	pub(crate) fn do_withdraw_offer(who: T::AccountId, account: T::AccountId) -> DispatchResult {
		let offer = KeyOffers::<T>::get(&account).ok_or(Error::<T>::NoOffer)?;
		let entitled = who == account
			|| who == offer.by
			|| Self::now() >= offer.valid_until
			|| Self::managing_key(&who).is_ok_and(|key| key.investor == offer.investor);
		ensure!(entitled, Error::<T>::MissingRight);
		Investors::<T>::mutate_extant(offer.investor, |record| record.offer = None);
		Self::drop_offer(account)
	}

	/// Removes an offer; the investor's record is up to the caller.
	fn drop_offer(account: T::AccountId) -> DispatchResult {
		let offer = KeyOffers::<T>::take(&account).ok_or(Error::<T>::NoOffer)?;
		offer.ticket.drop(&offer.by)?;
		let investor = offer.investor;
		Self::deposit_event(Event::KeyOfferWithdrawn { investor, account });
		Ok(())
	}

	pub(crate) fn do_remove_key(who: T::AccountId, account: T::AccountId) -> DispatchResult {
		let target = Keys::<T>::get(&account).ok_or(Error::<T>::UnknownKey)?;
		let investor = target.investor;
		ensure!(!target.eligibility.blocked, Error::<T>::Blocked);
		if who != account {
			let key = Self::managing_key(&who)?;
			ensure!(key.investor == investor, Error::<T>::UnknownKey);
			// Else a key that was lent for a day could take the investor over.
			let stronger = key.rights.includes(target.rights)
				&& lasts_beyond(key.expires_at, target.expires_at);
			ensure!(stronger, Error::<T>::MissingRight);
		}
		let mut record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		let position = record
			.keys
			.iter()
			.position(|entry| entry.account == account)
			.ok_or(Error::<T>::UnknownKey)?;
		let entry = record.keys.remove(position);
		ensure!(Self::keeps_a_manager(&record), Error::<T>::LastKey);
		if let Some(ticket) = entry.ticket {
			ticket.drop(&account)?;
		}
		Self::forget_key(&account);
		// A stolen key must not come back through an offer that it made.
		let offered = record.offer.take_if(|offered| {
			KeyOffers::<T>::get(offered).is_some_and(|offer| offer.by == account)
		});
		Investors::<T>::insert(investor, record);
		if let Some(offered) = offered {
			Self::drop_offer(offered)?;
		}
		Self::deposit_event(Event::KeyRemoved { investor, account });
		Ok(())
	}

	/// Replaces all keys of an investor by one, with the same eligibility word. A blocked investor
	/// stays blocked.
	pub(crate) fn do_recover(investor: InvestorId, account: &T::AccountId) -> DispatchResult {
		let mut record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		Self::ensure_may_be_key(account)?;
		ensure!(!KeyOffers::<T>::contains_key(account), Error::<T>::OfferPending);
		let eligibility = Self::word(&record)?;
		if let Some(offered) = record.offer.take() {
			Self::drop_offer(offered)?;
		}
		for entry in core::mem::take(&mut record.keys) {
			Self::forget_key(&entry.account);
			if let Some(ticket) = entry.ticket {
				ticket.drop(&entry.account)?;
			}
			Self::deposit_event(Event::KeyRemoved { investor, account: entry.account });
		}
		// The provider's deposit covers one key, as at the admission.
		let entry = KeyEntry { account: account.clone(), expires_at: None, ticket: None };
		record.keys.try_push(entry).map_err(|_| Error::<T>::TooManyKeys)?;
		Investors::<T>::insert(investor, record);
		let (rights, expires_at) = (Rights::ALL, None);
		Keys::<T>::insert(account, Key { investor, rights, expires_at, eligibility });
		let account = account.clone();
		Self::deposit_event(Event::KeyAdded { investor, account, rights, expires_at });
		Ok(())
	}

	/// Whether one of the keys manages keys and does not expire.
	pub(crate) fn keeps_a_manager(record: &InvestorOf<T>) -> bool {
		record
			.keys
			.iter()
			.filter_map(|entry| Keys::<T>::get(&entry.account))
			.any(|key| key.expires_at.is_none() && key.rights.includes(Rights::MANAGE_KEYS))
	}
}

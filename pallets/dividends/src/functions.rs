// SPDX-License-Identifier: Apache-2.0

//! What distributions, streams and taxes have in common: the pots, the purses, the clock.

use crate::{
	math::{Totals, WINDOW},
	CertificateOf, Config, CurrencyOf, DistributionOf, Error, Event, LedgerOf, Ledgers, Pallet,
	Parked, Purse, StreamOf, TaxDue,
};
use cadastre_primitives::{AssetId, Balance, InvestorId, Moment};
use codec::MaxEncodedLen;
use core::mem::size_of;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{
		fungibles::{Inspect, Mutate},
		tokens::Preservation,
		Consideration, Footprint, Get, UnixTime,
	},
};
use sp_runtime::{
	traits::{AccountIdConversion, EnsureAdd, EnsureSub},
	ArithmeticError,
};

impl<T: Config> Pallet<T> {
	/// The account that holds the money of an asset's income.
	pub(crate) fn pot_of(asset: AssetId) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(asset)
	}

	pub(crate) fn now() -> Moment {
		T::Time::now().as_secs()
	}

	/// What who first declares for an asset pays for: the ledger, and as many distributions as can
	/// be live. Paid once, so that no declaration after it takes a deposit.
	pub fn ledger_footprint() -> Footprint {
		let window = usize::try_from(WINDOW).unwrap_or(usize::MAX);
		let records = DistributionOf::<T>::max_encoded_len().saturating_mul(window);
		// A price multiplies the size with the count: all of it is one record here.
		Footprint::from_parts(1, LedgerOf::<T>::max_encoded_len().saturating_add(records))
	}

	/// What a declarer pays for who names investors: each name.
	pub fn names_footprint(named: u32) -> Footprint {
		// A name is stored as its key alone: three hashed ids.
		let name =
			3_usize.saturating_mul(8).saturating_add(size_of::<(AssetId, AssetId, InvestorId)>());
		let size = usize::try_from(named).unwrap_or(usize::MAX).saturating_mul(name);
		Footprint::from_parts(1, size)
	}

	/// What the opener of a stream pays for: its record.
	pub fn stream_footprint() -> Footprint {
		Footprint::from_mel::<StreamOf<T>>()
	}

	/// What the filer of a certificate pays for: its record.
	pub fn certificate_footprint() -> Footprint {
		Footprint::from_mel::<CertificateOf<T>>()
	}

	/// Pays out of a pot. What keeps the pot alive stays in it.
	///
	/// The currency's own transfer may lose a credit that fails after the debit, so what arrived is
	/// compared with what was sent.
	pub(crate) fn pay_out(
		asset: AssetId,
		currency: CurrencyOf<T>,
		to: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let before = T::Currency::balance(currency.clone(), to);
		T::Currency::transfer(
			currency.clone(),
			&Self::pot_of(asset),
			to,
			amount,
			Preservation::Preserve,
		)?;
		let arrived = T::Currency::balance(currency, to).saturating_sub(before);
		ensure!(arrived == amount, Error::<T>::NotCredited);
		Ok(())
	}

	/// Takes money into the pot of an asset, and with the first of a currency what keeps the pot
	/// alive, and with the first of all the deposit for the ledger. Answers the purse, with the money
	/// counted in [`Purse::ever`]; the caller stores the ledger.
	pub(crate) fn take_in<'a>(
		ledger: &'a mut LedgerOf<T>,
		asset: AssetId,
		currency: &CurrencyOf<T>,
		from: &T::AccountId,
		amount: Balance,
	) -> Result<&'a mut Purse<T::AccountId>, DispatchError> {
		let mut endowment = 0;
		if ledger.purse(currency).is_none() {
			endowment = T::Currency::minimum_balance(currency.clone());
			let purse = Purse {
				endower: from.clone(),
				endowment,
				uses: 0,
				ever: 0,
				closed: Totals::default(),
				unparked: 0,
				remitted: 0,
			};
			let new = (currency.clone(), purse);
			ledger.purses.try_push(new).map_err(|_| Error::<T>::TooManyCurrencies)?;
			if ledger.cover.is_none() {
				let ticket = T::Deposit::new(from, Self::ledger_footprint())?;
				ledger.cover = Some((from.clone(), ticket));
			}
		}
		let sent = amount.ensure_add(endowment)?;
		if sent > 0 {
			let pot = Self::pot_of(asset);
			let before = T::Currency::balance(currency.clone(), &pot);
			T::Currency::transfer(currency.clone(), from, &pot, sent, Preservation::Expendable)?;
			let arrived = T::Currency::balance(currency.clone(), &pot).saturating_sub(before);
			ensure!(arrived == sent, Error::<T>::NotCredited);
		}
		let purse = ledger.purse_mut(currency).ok_or(Error::<T>::UnknownPurse)?;
		purse.ever = purse.ever.ensure_add(amount)?;
		Ok(purse)
	}

	/// Changes the purse of a currency.
	pub(crate) fn change_purse(
		asset: AssetId,
		currency: &CurrencyOf<T>,
		change: impl FnOnce(&mut Purse<T::AccountId>) -> DispatchResult,
	) -> DispatchResult {
		Ledgers::<T>::try_mutate(asset, |ledger| {
			change(ledger.purse_mut(currency).ok_or(Error::<T>::UnknownPurse)?)
		})
	}

	/// Gives what is left of closed money back, or keeps it as the remainder of the purse where the
	/// account cannot be paid, so that nobody can keep anything open. Answers the totals, and what
	/// was given back and what was kept.
	pub(crate) fn give_back(
		asset: AssetId,
		currency: CurrencyOf<T>,
		to: &T::AccountId,
		totals: Totals,
	) -> Result<(Totals, Balance, Balance), DispatchError> {
		let left = totals.claimable().ok_or(ArithmeticError::Underflow)?;
		let paid =
			frame_support::storage::with_storage_layer(|| Self::pay_out(asset, currency, to, left));
		match paid {
			Ok(()) => {
				let totals = totals.give_back(left).ok_or(ArithmeticError::Overflow)?;
				Ok((totals, left, 0))
			},
			Err(_) => Ok((totals, 0, left)),
		}
	}

	/// Counts a distribution or a stream of a purse as closed.
	pub(crate) fn fold(asset: AssetId, currency: &CurrencyOf<T>, totals: Totals) -> DispatchResult {
		Self::change_purse(asset, currency, |purse| {
			purse.uses = purse.uses.ensure_sub(1)?;
			purse.closed = purse.closed.with(totals).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// What a purse takes over to a next distribution.
	pub(crate) fn carried(purse: &Purse<T::AccountId>) -> Balance {
		purse.closed.claimable().unwrap_or_default()
	}

	pub(crate) fn do_close_purse(asset: AssetId, currency: CurrencyOf<T>) -> DispatchResult {
		let mut ledger = Ledgers::<T>::get(asset);
		let purse = ledger.purse(&currency).cloned().ok_or(Error::<T>::UnknownPurse)?;
		ensure!(purse.uses == 0, Error::<T>::InUse);
		let parked = Parked::<T>::iter_key_prefix((asset, currency.clone())).next();
		let withheld = TaxDue::<T>::iter_key_prefix((asset, currency.clone())).next();
		ensure!(parked.is_none() && withheld.is_none(), Error::<T>::InUse);
		let amount = purse.endowment.ensure_add(Self::carried(&purse))?;
		// Nothing is left for which the pot would have to stay alive.
		if amount > 0 {
			T::Currency::transfer(
				currency.clone(),
				&Self::pot_of(asset),
				&purse.endower,
				amount,
				Preservation::Expendable,
			)?;
		}
		ledger.purses.retain(|(one, _)| *one != currency);
		if ledger.purses.is_empty() {
			if let Some((payer, ticket)) = ledger.cover.take() {
				ticket.drop(&payer)?;
			}
		}
		Ledgers::<T>::insert(asset, ledger);
		Self::deposit_event(Event::PurseClosed { asset, currency, endower: purse.endower, amount });
		Ok(())
	}
}

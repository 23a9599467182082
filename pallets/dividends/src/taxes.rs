// SPDX-License-Identifier: Apache-2.0

//! What is withheld: tables of rates, certificates, and remitting.

use crate::{
	math, Certificate, Certificates, Config, CurrencyOf, Entitlement, Error, Event, FormerTable,
	FormerTables, NextTableId, Pallet, Rates, TableOf, TaxDue, TaxTable, MAX_FORMER,
};
use cadastre_primitives::{
	traits::Payees, AssetClass, AssetId, Balance, Country, CountryCode, InvestorId, Moment, TableId,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{Consideration, Get},
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::{
	traits::{EnsureAdd, EnsureSub},
	Permill,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_tax_table(
		class: AssetClass,
		base: Permill,
		rates: Rates,
	) -> DispatchResult {
		let mut rows = BoundedVec::default();
		let mut last = Country::NONE;
		for (code, rate) in rates {
			let country = Country::from_code(code).ok_or(Error::<T>::UnknownCountry)?;
			ensure!(country > last, Error::<T>::BadRates);
			last = country;
			rows.try_push((country, rate)).map_err(|_| Error::<T>::BadRates)?;
		}
		let new = NextTableId::<T>::get();
		NextTableId::<T>::put(new.ensure_add(1)?);
		let former = TableOf::<T>::get(class);
		TableOf::<T>::insert(class, TaxTable { id: new, class, base, rates: rows });
		let old = former.as_ref().map(|table| table.id);
		if let Some(table) = former {
			ensure!(FormerTables::<T>::count() < MAX_FORMER, Error::<T>::TooManyTables);
			// Who followed it until now expires at most so much later: see `check_period`.
			let needed_until = Self::now().ensure_add(T::MaxClaimPeriod::get())?;
			FormerTables::<T>::insert(table.id, FormerTable { table, needed_until });
		}
		Self::deposit_event(Event::TaxTableSet { class, old, new });
		Ok(())
	}

	/// Removes a table that is no more in force and that nothing which pays can follow.
	pub(crate) fn do_prune_tax_table(id: TableId) -> DispatchResult {
		let former = FormerTables::<T>::take(id).ok_or(Error::<T>::UnknownTable)?;
		ensure!(Self::now() >= former.needed_until, Error::<T>::NotExpired);
		Self::deposit_event(Event::TaxTablePruned { class: former.table.class, table: id });
		Ok(())
	}

	/// The table in force for a class.
	pub(crate) fn table_now(class: AssetClass) -> Result<TableId, DispatchError> {
		let table = TableOf::<T>::get(class).ok_or(Error::<T>::NoTaxTable)?;
		Ok(table.id)
	}

	/// A table of a class. The one in force is looked at first: one read for it, two for a former.
	fn table(id: TableId, class: AssetClass) -> Option<TaxTable> {
		TableOf::<T>::get(class)
			.filter(|table| table.id == id)
			.or_else(|| FormerTables::<T>::get(id).map(|former| former.table))
	}

	/// The rate for an investor at a moment, and the country for which it is withheld. A certificate
	/// that holds at that moment lowers the rate of the table; it is not read where nothing is
	/// withheld. `key` is one of the investor's that was read anyway.
	pub(crate) fn rate(
		table: TableId,
		class: AssetClass,
		investor: InvestorId,
		at: Moment,
		key: Option<&T::AccountId>,
	) -> (Permill, Country) {
		let residence = T::Payees::tax_residence(investor, at, key);
		// A table is kept as long as who follows it pays. Should it not be there, all is withheld:
		// what is withheld too much can be given back, what is paid cannot.
		let listed =
			Self::table(table, class).map_or(Permill::one(), |table| table.rate(residence));
		if listed.is_zero() {
			return (listed, residence);
		}
		let certified = Certificates::<T>::get(investor, class)
			.filter(|one| one.valid_from <= at && at < one.valid_until)
			.map(|one| one.rate.min(listed));
		let rate = certified.unwrap_or(listed);
		(rate, residence)
	}

	pub(crate) fn after_tax(
		gross: Balance,
		rate: Permill,
		jurisdiction: Country,
	) -> Result<Entitlement, DispatchError> {
		let tax = math::tax(gross, rate);
		Ok(Entitlement { gross, tax, net: gross.ensure_sub(tax)?, rate, jurisdiction })
	}

	pub(crate) fn do_file_certificate(
		filer: T::AccountId,
		investor: InvestorId,
		class: AssetClass,
		rate: Permill,
		valid_from: Moment,
		valid_until: Moment,
	) -> DispatchResult {
		ensure!(valid_from < valid_until && Self::now() < valid_until, Error::<T>::InvalidPeriod);
		let old = Certificates::<T>::take(investor, class);
		let old_rate = old.as_ref().map(|old| old.rate);
		if let Some(old) = old {
			old.ticket.drop(&old.filer)?;
		}
		let ticket = T::Deposit::new(&filer, Self::certificate_footprint())?;
		let certificate = Certificate { rate, valid_from, valid_until, filer, ticket };
		Certificates::<T>::insert(investor, class, certificate);
		Self::deposit_event(Event::CertificateFiled {
			investor,
			class,
			old: old_rate,
			new: rate,
			valid_from,
			valid_until,
		});
		Ok(())
	}

	/// Removes a certificate: the tax authority any, anybody one that holds no more.
	pub(crate) fn do_remove_certificate(
		by_authority: bool,
		investor: InvestorId,
		class: AssetClass,
	) -> DispatchResult {
		let one = Certificates::<T>::take(investor, class).ok_or(Error::<T>::UnknownCertificate)?;
		ensure!(by_authority || Self::now() >= one.valid_until, Error::<T>::NotExpired);
		one.ticket.drop(&one.filer)?;
		Self::deposit_event(Event::CertificateRemoved { investor, class });
		Ok(())
	}

	pub(crate) fn do_remit_tax(
		asset: AssetId,
		currency: CurrencyOf<T>,
		jurisdiction: Option<CountryCode>,
		to: T::AccountId,
		reference: H256,
	) -> DispatchResult {
		let jurisdiction = match jurisdiction {
			Some(code) => Country::from_code(code).ok_or(Error::<T>::UnknownCountry)?,
			None => Country::NONE,
		};
		let amount = TaxDue::<T>::take((asset, currency.clone(), jurisdiction));
		ensure!(amount > 0, Error::<T>::NothingDue);
		Self::change_purse(asset, &currency, |purse| {
			purse.remitted = purse.remitted.ensure_add(amount)?;
			Ok(())
		})?;
		Self::pay_out(asset, currency.clone(), &to, amount)?;
		Self::deposit_event(Event::TaxRemitted {
			asset,
			currency,
			jurisdiction,
			to,
			amount,
			reference,
		});
		Ok(())
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The calls: who may, and what they document. A section of the pallet, which has many of them.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Declares a distribution and funds it in full.
		///
		/// ## Dispatch Origin
		/// [`Config::DeclareOrigin`] for the asset. The account pays the amount, a deposit for names, and
		/// what an asset or a currency needs that has no income yet.
		///
		/// ## Details
		/// A share class that is a book of its own has distributions of its own. `amount` is in the
		/// smallest unit of the currency; the first distribution in a currency pays its least balance
		/// beside it, which keeps the pot alive, and the first of all the deposit for the ledger and as
		/// many distributions as can be live. Both come back with `close_purse`. Dates are seconds of
		/// Unix time: `pays_at` is the first second at which it is paid, `expires_at` the first at
		/// which it is no more. Movements are settled at once, so that the ex-date is the record date.
		/// What is divided is rounded down for each holder. Names must be ascending.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::NoTaxTable`], [`Error::BadNames`].
		/// - [`Error::RecordInPast`], [`Error::NotFullHour`], [`Error::UnknownCheckpoint`].
		/// - [`Error::InvalidPeriod`] if it pays before the record date, can be claimed for less than
		///   [`Config::MinClaimPeriod`], or expires more than [`Config::MaxClaimPeriod`] after its
		///   record date and its declaration.
		/// - [`Error::UnitsUnknown`] for an amount for each unit with a record date to come.
		/// - [`Error::NothingEligible`] if no unit takes part, [`Error::ZeroAmount`].
		/// - [`Error::TooManyDistributions`], [`Error::TooManyInHour`], [`Error::TooManyCurrencies`].
		/// - The error of the currency if the account cannot pay, and of the register if there is no
		///   checkpoint to be had.
		///
		/// ## Events
		/// [`Event::DistributionDeclared`].
		///
		/// ## Complexity
		/// `O(n)`, n = the number of names, at most 64. The number of holders does not matter.
		#[pallet::call_index(0)]
		#[pallet::weight(<T as Config>::WeightInfo::declare(selection.len()))]
		#[allow(clippy::too_many_arguments)]
		pub fn declare(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
			amount: Amount,
			record: RecordDate,
			pays_at: Moment,
			expires_at: Moment,
			selection: Selection,
		) -> DispatchResult {
			let declarer = T::DeclareOrigin::ensure_origin(origin, &asset)?;
			Self::do_declare(
				declarer, asset, currency, amount, record, pays_at, expires_at, selection,
			)
		}

		/// Declares a series of distributions, such as a year of monthly rent, and funds all of them
		/// in full. Each opens itself at its record date, and each can be cancelled before it.
		///
		/// ## Dispatch Origin
		/// [`Config::DeclareOrigin`] for the asset. The account pays as for [`Pallet::declare`].
		///
		/// ## Details
		/// `amount` is what each distribution divides. `records` are the record dates, full hours to
		/// come; `pays_after` is the time from the record date to the payment date and `claim_period`
		/// that from the payment date to the end, in seconds.
		///
		/// ## Errors
		/// [`Error::EmptySeries`], and those of [`Pallet::declare`].
		///
		/// ## Events
		/// [`Event::DistributionDeclared`] for each.
		///
		/// ## Complexity
		/// `O(m · n)`, m = the number of record dates, at most 12, n = the number of names.
		#[pallet::call_index(1)]
		#[pallet::weight(
			<T as Config>::WeightInfo::declare(selection.len()).saturating_mul(
				u64::try_from(records.len()).unwrap_or(u64::MAX).max(1)
			)
		)]
		#[allow(clippy::too_many_arguments)]
		pub fn declare_series(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
			amount: Balance,
			records: Series,
			pays_after: Moment,
			claim_period: Moment,
			selection: Selection,
		) -> DispatchResult {
			let declarer = T::DeclareOrigin::ensure_origin(origin, &asset)?;
			Self::do_declare_series(
				declarer,
				asset,
				currency,
				amount,
				records,
				pays_after,
				claim_period,
				selection,
			)
		}

		/// Opens a distribution whose record date has come and that has not opened itself.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Errors
		/// - [`Error::UnknownDistribution`].
		/// - [`Error::WrongStage`] before the record date, and once it is open.
		/// - [`Error::NothingEligible`] if no unit takes part, and the error of the register if there
		///   is no checkpoint to be had.
		///
		/// ## Events
		/// [`Event::DistributionOpened`].
		#[pallet::call_index(2)]
		#[pallet::weight(<T as Config>::WeightInfo::open(MAX_LISTED))]
		pub fn open(
			origin: OriginFor<T>,
			asset: AssetId,
			distribution: DistributionId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_open(asset, distribution)
		}

		/// Cancels a distribution before its record date, or one that could not be opened at it. The
		/// money and the deposit for names go back to the declarer.
		///
		/// ## Dispatch Origin
		/// [`Config::DeclareOrigin`] for the asset.
		///
		/// ## Errors
		/// - [`Error::UnknownDistribution`].
		/// - [`Error::WrongStage`] from the record date on: the income is the holders'.
		///
		/// ## Events
		/// [`Event::DistributionCancelled`].
		#[pallet::call_index(3)]
		#[pallet::weight(<T as Config>::WeightInfo::cancel(MAX_LISTED))]
		pub fn cancel(
			origin: OriginFor<T>,
			asset: AssetId,
			distribution: DistributionId,
		) -> DispatchResult {
			T::DeclareOrigin::ensure_origin(origin, &asset)?;
			Self::do_cancel(asset, distribution)
		}

		/// Claims income from distributions of an asset. It is paid to the key that claims.
		///
		/// ## Dispatch Origin
		/// Signed by a key of the investor that has the right to claim.
		///
		/// ## Details
		/// Up to 16 distributions; all of them are paid, or none.
		///
		/// ## Errors
		/// - [`Error::EmptyClaim`], [`Error::UnknownDistribution`], [`Error::WrongStage`].
		/// - [`Error::NotYetPayable`] before the payment date, [`Error::ClaimExpired`] from the end.
		/// - [`Error::AlreadyPaid`], [`Error::NothingDue`].
		/// - The error of the layer below if the account may not claim, and of the currency if it
		///   cannot be paid.
		///
		/// ## Events
		/// [`Event::IncomePaid`] for each: the receipt, with gross, tax and country.
		///
		/// ## Complexity
		/// `O(n)`, n = the number of distributions.
		#[pallet::call_index(4)]
		#[pallet::weight(
			<T as Config>::WeightInfo::claim(u32::try_from(distributions.len()).unwrap_or(u32::MAX))
		)]
		pub fn claim(
			origin: OriginFor<T>,
			asset: AssetId,
			distributions: Claimed,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim(who, asset, distributions)
		}

		/// Has an investor paid. The money goes to the investor and to nobody else; where it cannot be
		/// paid (it is blocked, its provider is de-listed, the currency refuses) it is parked.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Errors
		/// Those of [`Pallet::claim`], but for those of the layer below and of the currency.
		///
		/// ## Events
		/// [`Event::IncomePaid`] or [`Event::IncomeParked`] for each.
		///
		/// ## Complexity
		/// `O(n)`, n = the number of distributions.
		#[pallet::call_index(5)]
		#[pallet::weight(
			<T as Config>::WeightInfo::claim(u32::try_from(distributions.len()).unwrap_or(u32::MAX))
		)]
		pub fn claim_for(
			origin: OriginFor<T>,
			asset: AssetId,
			investor: InvestorId,
			distributions: Claimed,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_claim_for(asset, investor, distributions)
		}

		/// Pays the next page of holders, in the order of the trie.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Details
		/// At most `limit` positions (at least 1, at most 100). Who has claimed is passed over; who
		/// cannot be paid is parked; whom the books cannot even park may still claim. No number of
		/// them stops the page. The weight of positions that were not
		/// there is refunded.
		///
		/// ## Errors
		/// - [`Error::ZeroLimit`], [`Error::UnknownDistribution`], [`Error::WrongStage`].
		/// - [`Error::NotYetPayable`], [`Error::ClaimExpired`].
		/// - [`Error::NothingToPush`] when every holder was on a page.
		///
		/// ## Events
		/// [`Event::IncomePaid`], [`Event::IncomeParked`] or [`Event::HolderLeftOut`] for each holder,
		/// and then [`Event::PagePushed`].
		///
		/// ## Complexity
		/// `O(n)`, n = `limit`.
		#[pallet::call_index(6)]
		#[pallet::weight(<T as Config>::WeightInfo::push((*limit).min(MAX_PAGE)))]
		pub fn push(
			origin: OriginFor<T>,
			asset: AssetId,
			distribution: DistributionId,
			limit: u32,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let seen = Self::do_push(asset, distribution, limit)?;
			Ok(Some(<T as Config>::WeightInfo::push(seen)).into())
		}

		/// Closes a distribution that is over, and returns the deposit for names to the declarer.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Details
		/// Once every holder is paid or parked, at any time: the remainder of rounding is kept for the
		/// next distribution in this currency. Otherwise from its end on: what nobody has claimed goes
		/// back to the declarer, or is kept for the next distribution if the declarer cannot be paid.
		/// Parked income stays.
		///
		/// ## Errors
		/// [`Error::UnknownDistribution`], [`Error::WrongStage`], [`Error::NotExpired`].
		///
		/// ## Events
		/// [`Event::DistributionClosed`].
		#[pallet::call_index(7)]
		#[pallet::weight(<T as Config>::WeightInfo::close(MAX_LISTED))]
		pub fn close(
			origin: OriginFor<T>,
			asset: AssetId,
			distribution: DistributionId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close(asset, distribution)
		}

		/// Pays parked income to its investor, once it can be paid.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Errors
		/// [`Error::NothingDue`], and the error of the layer below or of the currency if the investor
		/// cannot be paid.
		///
		/// ## Events
		/// [`Event::IncomePaid`], without tax: it was withheld when the income was parked.
		#[pallet::call_index(8)]
		pub fn pay_parked(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
			investor: InvestorId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_pay_parked(asset, currency, investor)
		}

		/// Disposes of parked income under an order, such as that of an heir, a court or the law on
		/// unclaimed property.
		///
		/// ## Dispatch Origin
		/// [`Config::TaxOrigin`].
		///
		/// ## Details
		/// `reference` is the BLAKE2b-256 of the order.
		///
		/// ## Errors
		/// [`Error::NothingDue`], and the error of the currency.
		///
		/// ## Events
		/// [`Event::ParkedSurrendered`].
		#[pallet::call_index(9)]
		pub fn surrender_parked(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
			investor: InvestorId,
			to: T::AccountId,
			reference: H256,
		) -> DispatchResult {
			T::TaxOrigin::ensure_origin(origin)?;
			Self::do_surrender_parked(asset, currency, investor, to, reference)
		}

		/// Opens a stream: the one of the asset in this currency.
		///
		/// ## Dispatch Origin
		/// [`Config::DeclareOrigin`] for the asset. The account pays the deposit.
		///
		/// ## Details
		/// At most 4 streams an asset: each movement of its shares settles all of them.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::NoTaxTable`].
		/// - [`Error::StreamExists`], [`Error::TooManyStreams`], [`Error::TooManyCurrencies`].
		///
		/// ## Events
		/// [`Event::StreamOpened`].
		#[pallet::call_index(10)]
		pub fn open_stream(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
		) -> DispatchResult {
			let opener = T::DeclareOrigin::ensure_origin(origin, &asset)?;
			Self::do_open_stream(opener, asset, currency)
		}

		/// Puts money into a stream. It is divided at once among who owns shares now.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody, such as a tenant.
		///
		/// ## Details
		/// `amount` is in the smallest unit of the currency.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`], [`Error::UnknownStream`], [`Error::StreamNotOpen`].
		/// - [`Error::NothingEligible`] if no unit is in issue.
		/// - The error of the currency if the account cannot pay.
		///
		/// ## Events
		/// [`Event::StreamFunded`].
		#[pallet::call_index(11)]
		pub fn fund_stream(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
			amount: Balance,
		) -> DispatchResult {
			let from = ensure_signed(origin)?;
			Self::do_fund_stream(from, asset, currency, amount)
		}

		/// Claims all that an investor has earned in the streams of an asset, however many payments
		/// came in. It is paid to the key that claims.
		///
		/// ## Dispatch Origin
		/// Signed by a key of the investor that has the right to claim.
		///
		/// ## Details
		/// Whole units of the currency are paid, and the fraction stays. The tax is that of now.
		///
		/// ## Errors
		/// [`Error::NothingDue`], the error of the layer below if the account may not claim, and of the
		/// currency if it cannot be paid.
		///
		/// ## Events
		/// [`Event::IncomePaid`] for each stream.
		#[pallet::call_index(12)]
		pub fn claim_streams(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim_streams(who, asset)
		}

		/// Has an investor paid what it has earned in the streams of an asset, or parked where it
		/// cannot be paid.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Errors
		/// [`Error::NothingDue`].
		///
		/// ## Events
		/// [`Event::IncomePaid`] or [`Event::IncomeParked`] for each stream.
		#[pallet::call_index(13)]
		#[pallet::weight(<T as Config>::WeightInfo::claim_streams())]
		pub fn claim_streams_for(
			origin: OriginFor<T>,
			asset: AssetId,
			investor: InvestorId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_claim_streams_for(asset, investor)
		}

		/// Closes a stream for money. It pays for [`Config::MinClaimPeriod`] more.
		///
		/// ## Dispatch Origin
		/// [`Config::DeclareOrigin`] for the asset.
		///
		/// ## Errors
		/// [`Error::UnknownStream`], [`Error::StreamNotOpen`].
		///
		/// ## Events
		/// [`Event::StreamClosed`].
		#[pallet::call_index(14)]
		pub fn close_stream(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
		) -> DispatchResult {
			T::DeclareOrigin::ensure_origin(origin, &asset)?;
			Self::do_close_stream(asset, currency)
		}

		/// Removes a closed stream when its time to claim is over. What nobody has claimed goes back
		/// to its opener with the deposit, or is kept for the next distribution if the opener cannot
		/// be paid.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Errors
		/// [`Error::UnknownStream`], [`Error::NotExpired`].
		///
		/// ## Events
		/// [`Event::StreamFinished`].
		#[pallet::call_index(15)]
		pub fn finish_stream(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_finish_stream(asset, currency)
		}

		/// Sets the rates at which income from a class of assets is taxed.
		///
		/// ## Dispatch Origin
		/// [`Config::TaxOrigin`].
		///
		/// ## Details
		/// `rates` are by country of tax residence, ascending by alpha-2 code; `base` is the rate of
		/// every other residence. A distribution follows the table in force at its record date, or at
		/// its declaration if that is later; a stream the one in force when it is claimed. The table
		/// that was in force is kept for [`Config::MaxClaimPeriod`].
		///
		/// ## Errors
		/// [`Error::UnknownCountry`], [`Error::BadRates`], and [`Error::TooManyTables`] if 256 are kept
		/// that are no more in force.
		///
		/// ## Events
		/// [`Event::TaxTableSet`].
		#[pallet::call_index(16)]
		pub fn set_tax_table(
			origin: OriginFor<T>,
			class: AssetClass,
			base: Permill,
			rates: Rates,
		) -> DispatchResult {
			T::TaxOrigin::ensure_origin(origin)?;
			Self::do_set_tax_table(class, base, rates)
		}

		/// Files a certificate: a lower rate than that of the table for an investor's income from a
		/// class of assets. It takes the place of an earlier one.
		///
		/// ## Dispatch Origin
		/// [`Config::TaxOrigin`]. The account pays the deposit.
		///
		/// ## Details
		/// It counts where it holds at the record date (of a stream: when it is claimed):
		/// `valid_from` is the first second, `valid_until` the first at which it holds no more.
		///
		/// ## Errors
		/// [`Error::InvalidPeriod`] if it is over, or ends before it begins.
		///
		/// ## Events
		/// [`Event::CertificateFiled`].
		#[pallet::call_index(17)]
		pub fn file_certificate(
			origin: OriginFor<T>,
			investor: InvestorId,
			class: AssetClass,
			rate: Permill,
			valid_from: Moment,
			valid_until: Moment,
		) -> DispatchResult {
			let filer = T::TaxOrigin::ensure_origin(origin)?;
			Self::do_file_certificate(filer, investor, class, rate, valid_from, valid_until)
		}

		/// Removes a certificate, and returns the deposit to its filer.
		///
		/// ## Dispatch Origin
		/// [`Config::TaxOrigin`]; or signed by anybody, when the certificate holds no more.
		///
		/// ## Errors
		/// [`Error::UnknownCertificate`], [`Error::NotExpired`].
		///
		/// ## Events
		/// [`Event::CertificateRemoved`].
		#[pallet::call_index(18)]
		pub fn remove_certificate(
			origin: OriginFor<T>,
			investor: InvestorId,
			class: AssetClass,
		) -> DispatchResult {
			let by_authority = match T::TaxOrigin::try_origin(origin) {
				Ok(_) => true,
				Err(origin) => {
					ensure_signed(origin)?;
					false
				},
			};
			Self::do_remove_certificate(by_authority, investor, class)
		}

		/// Remits all the tax of one asset, currency and country to its tax authority.
		///
		/// ## Dispatch Origin
		/// [`Config::TaxOrigin`].
		///
		/// ## Details
		/// `jurisdiction` is an alpha-2 code, or none for what was withheld of holders whose tax
		/// residence nobody knew. `reference` is the BLAKE2b-256 of the tax return.
		///
		/// ## Errors
		/// [`Error::UnknownCountry`], [`Error::NothingDue`], and the error of the currency.
		///
		/// ## Events
		/// [`Event::TaxRemitted`].
		#[pallet::call_index(19)]
		pub fn remit_tax(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
			jurisdiction: Option<CountryCode>,
			to: T::AccountId,
			reference: H256,
		) -> DispatchResult {
			T::TaxOrigin::ensure_origin(origin)?;
			Self::do_remit_tax(asset, currency, jurisdiction, to, reference)
		}

		/// Closes the purse of an asset in a currency, and returns what keeps the pot alive with the
		/// remainder, to who put it in. With the last purse the deposit for the ledger comes back to who
		/// paid it.
		///
		/// ## Dispatch Origin
		/// [`Config::DeclareOrigin`] for the asset.
		///
		/// ## Errors
		/// - [`Error::UnknownPurse`].
		/// - [`Error::InUse`] while a distribution or a stream is live, income is parked, or tax is
		///   not remitted.
		///
		/// ## Events
		/// [`Event::PurseClosed`].
		#[pallet::call_index(20)]
		pub fn close_purse(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
		) -> DispatchResult {
			T::DeclareOrigin::ensure_origin(origin, &asset)?;
			Self::do_close_purse(asset, currency)
		}

		/// Removes the record of an investor's income from streams of which none is left.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Errors
		/// [`Error::NothingDue`] if there is no record, [`Error::InUse`].
		///
		/// ## Events
		/// [`Event::AccountPruned`].
		#[pallet::call_index(21)]
		pub fn prune(origin: OriginFor<T>, asset: AssetId, investor: InvestorId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune(asset, investor)
		}

		/// Has idle blocks push a distribution, page by page, from its payment date on.
		///
		/// ## Dispatch Origin
		/// [`Config::DeclareOrigin`] for the asset.
		///
		/// ## Errors
		/// [`Error::UnknownDistribution`], [`Error::NothingToPush`], [`Error::AlreadyQueued`],
		/// [`Error::TooManyQueued`].
		///
		/// ## Events
		/// [`Event::PushQueued`].
		#[pallet::call_index(22)]
		pub fn queue_push(
			origin: OriginFor<T>,
			asset: AssetId,
			distribution: DistributionId,
		) -> DispatchResult {
			T::DeclareOrigin::ensure_origin(origin, &asset)?;
			Self::do_queue_push(asset, distribution)
		}

		/// Removes a table of rates that is no more in force, once no distribution that follows it can
		/// pay any more.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Errors
		/// - [`Error::UnknownTable`], also for one that is in force.
		/// - [`Error::NotExpired`] for [`Config::MaxClaimPeriod`] after another took its place.
		///
		/// ## Events
		/// [`Event::TaxTablePruned`].
		#[pallet::call_index(23)]
		pub fn prune_tax_table(origin: OriginFor<T>, table: TableId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_tax_table(table)
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The events and the errors: a section of the pallet.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A distribution was declared and funded.
		#[codec(index = 0)]
		DistributionDeclared {
			/// The asset.
			asset: AssetId,
			/// Its number.
			distribution: DistributionId,
			/// Who declared it.
			declarer: T::AccountId,
			/// In which currency it pays.
			currency: CurrencyOf<T>,
			/// What the declarer put in.
			amount: Balance,
			/// The remainder of earlier distributions that joined it.
			carried: Balance,
			/// The record date, and ex-date.
			record_at: Moment,
			/// First second at which it is paid.
			pays_at: Moment,
			/// First second at which it is paid no more.
			expires_at: Moment,
			/// Units that take part; none if that is not known yet.
			units: Option<Balance>,
		},
		/// The record date of a distribution has come: who gets how much is fixed.
		#[codec(index = 1)]
		DistributionOpened {
			/// The asset.
			asset: AssetId,
			/// The distribution.
			distribution: DistributionId,
			/// The checkpoint whose balances count.
			checkpoint: CheckpointId,
			/// When it was taken.
			record_at: Moment,
			/// Units that take part.
			units: Balance,
		},
		/// A distribution could not be opened at its record date. Anybody may try again.
		#[codec(index = 2)]
		OpeningFailed {
			/// The asset.
			asset: AssetId,
			/// The distribution.
			distribution: DistributionId,
			/// Why.
			error: DispatchError,
		},
		/// A distribution was cancelled, and the money given back.
		#[codec(index = 3)]
		DistributionCancelled {
			/// The asset.
			asset: AssetId,
			/// The distribution.
			distribution: DistributionId,
			/// What was given back.
			returned: Balance,
		},
		/// A distribution was closed.
		#[codec(index = 4)]
		DistributionClosed {
			/// The asset.
			asset: AssetId,
			/// The distribution.
			distribution: DistributionId,
			/// What nobody had claimed, given back to the declarer.
			returned: Balance,
			/// The remainder of rounding, which the next distribution takes over.
			carried: Balance,
		},
		/// Income was paid. This is the holder's receipt.
		#[codec(index = 5)]
		IncomePaid {
			/// The asset.
			asset: AssetId,
			/// Where it comes from.
			source: IncomeSource,
			/// Whose income it is.
			investor: InvestorId,
			/// The key that got it.
			to: T::AccountId,
			/// In which currency.
			currency: CurrencyOf<T>,
			/// Before tax.
			gross: Balance,
			/// What was withheld.
			tax: Balance,
			/// The country for which it was withheld.
			jurisdiction: Country,
		},
		/// Income was kept for a holder that could not be paid, and the tax withheld.
		#[codec(index = 6)]
		IncomeParked {
			/// The asset.
			asset: AssetId,
			/// Where it comes from.
			source: IncomeSource,
			/// Whose income it is.
			investor: InvestorId,
			/// In which currency.
			currency: CurrencyOf<T>,
			/// Before tax.
			gross: Balance,
			/// What was withheld.
			tax: Balance,
			/// The country for which it was withheld.
			jurisdiction: Country,
			/// Why it could not be paid.
			error: DispatchError,
		},
		/// A page of holders was paid.
		#[codec(index = 7)]
		PagePushed {
			/// The asset.
			asset: AssetId,
			/// The distribution.
			distribution: DistributionId,
			/// How many positions were on the page.
			seen: u32,
			/// How many holders are neither paid nor parked.
			open: u32,
			/// Whether it was the last page.
			last: bool,
		},
		/// Parked income was disposed of under an order.
		#[codec(index = 8)]
		ParkedSurrendered {
			/// The asset.
			asset: AssetId,
			/// In which currency.
			currency: CurrencyOf<T>,
			/// Whose income it was.
			investor: InvestorId,
			/// Who got it.
			to: T::AccountId,
			/// How much.
			amount: Balance,
			/// BLAKE2b-256 of the order.
			reference: H256,
		},
		/// A stream was opened.
		#[codec(index = 9)]
		StreamOpened {
			/// The asset.
			asset: AssetId,
			/// The stream.
			stream: StreamId,
			/// Who opened it.
			opener: T::AccountId,
			/// In which currency it pays.
			currency: CurrencyOf<T>,
		},
		/// Money was put into a stream.
		#[codec(index = 10)]
		StreamFunded {
			/// The asset.
			asset: AssetId,
			/// The stream.
			stream: StreamId,
			/// Who put it in.
			from: T::AccountId,
			/// How much.
			amount: Balance,
			/// Units among which it is divided.
			units: Balance,
		},
		/// A stream takes no more money.
		#[codec(index = 11)]
		StreamClosed {
			/// The asset.
			asset: AssetId,
			/// The stream.
			stream: StreamId,
			/// First second at which it can be finished.
			expires_at: Moment,
		},
		/// A closed stream was removed, and what nobody had claimed given back to its opener.
		#[codec(index = 12)]
		StreamFinished {
			/// The asset.
			asset: AssetId,
			/// The stream.
			stream: StreamId,
			/// What was given back.
			returned: Balance,
			/// What could not be given back, which the next distribution takes over.
			carried: Balance,
		},
		/// Another table of rates is in force for a class of assets.
		#[codec(index = 13)]
		TaxTableSet {
			/// The class.
			class: AssetClass,
			/// The table before; none if there was none.
			old: Option<TableId>,
			/// The table now.
			new: TableId,
		},
		/// A certificate was filed, in the place of an earlier one or none.
		#[codec(index = 14)]
		CertificateFiled {
			/// The investor.
			investor: InvestorId,
			/// The class of assets for whose income it is.
			class: AssetClass,
			/// The rate before; none if there was no certificate.
			old: Option<Permill>,
			/// The rate now.
			new: Permill,
			/// First second at which it holds.
			valid_from: Moment,
			/// First second at which it holds no more.
			valid_until: Moment,
		},
		/// A certificate was removed.
		#[codec(index = 15)]
		CertificateRemoved {
			/// The investor.
			investor: InvestorId,
			/// The class of assets.
			class: AssetClass,
		},
		/// Tax was remitted.
		#[codec(index = 16)]
		TaxRemitted {
			/// The asset.
			asset: AssetId,
			/// In which currency.
			currency: CurrencyOf<T>,
			/// The country for which it was withheld.
			jurisdiction: Country,
			/// The account of the tax authority.
			to: T::AccountId,
			/// How much.
			amount: Balance,
			/// BLAKE2b-256 of the tax return.
			reference: H256,
		},
		/// A purse was closed, and what keeps the pot alive given back with the remainder.
		#[codec(index = 17)]
		PurseClosed {
			/// The asset.
			asset: AssetId,
			/// In which currency.
			currency: CurrencyOf<T>,
			/// Who got it.
			endower: T::AccountId,
			/// How much.
			amount: Balance,
		},
		/// The record of an investor's income that no live distribution or stream refers to was
		/// removed.
		#[codec(index = 18)]
		AccountPruned {
			/// The asset.
			asset: AssetId,
			/// The investor.
			investor: InvestorId,
		},
		/// A distribution was queued: idle blocks push it.
		#[codec(index = 19)]
		PushQueued {
			/// The asset.
			asset: AssetId,
			/// The distribution.
			distribution: DistributionId,
		},
		/// The books refused to pay and to park what is due to a holder on a page: it may claim it.
		#[codec(index = 21)]
		HolderLeftOut {
			/// The asset.
			asset: AssetId,
			/// The distribution.
			distribution: DistributionId,
			/// The investor.
			investor: InvestorId,
			/// Why.
			error: DispatchError,
		},
		/// A table of rates that was no more in force was removed.
		#[codec(index = 20)]
		TaxTablePruned {
			/// The class of assets for which it was in force.
			class: AssetClass,
			/// The table.
			table: TableId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such asset.
		UnknownAsset,
		/// There is no such distribution, or it is closed.
		UnknownDistribution,
		/// The asset has no such stream.
		UnknownStream,
		/// The asset has paid nothing in this currency.
		UnknownPurse,
		/// ISO 3166-1 has not assigned this country code.
		UnknownCountry,
		/// The investor has no such certificate.
		UnknownCertificate,
		/// Nobody refers to this checkpoint any more.
		UnknownCheckpoint,
		/// No table of rates is in force for this class of assets.
		NoTaxTable,
		/// The distribution is not in this stage.
		WrongStage,
		/// The amount is 0.
		ZeroAmount,
		/// The limit is 0, so that nobody would be paid.
		ZeroLimit,
		/// No distribution is named.
		EmptyClaim,
		/// No record date is given.
		EmptySeries,
		/// The record date is not a full hour.
		NotFullHour,
		/// The record date is not in the future.
		RecordInPast,
		/// A date is before one that it must follow, or the time to claim is too short or too long.
		InvalidPeriod,
		/// The names are none, not ascending, or twice the same.
		BadNames,
		/// An amount for each unit needs a record date that has come.
		UnitsUnknown,
		/// Nobody takes part: there is no unit to pay for.
		NothingEligible,
		/// As many distributions of this asset are live as can be, counted from the oldest.
		TooManyDistributions,
		/// As many distributions have their record date in this hour as can have.
		TooManyInHour,
		/// The asset has as many streams as it can have.
		TooManyStreams,
		/// The asset has a stream in this currency.
		StreamExists,
		/// The stream takes no more money.
		StreamNotOpen,
		/// The payment date has not come.
		NotYetPayable,
		/// The time to claim is over.
		ClaimExpired,
		/// The time to claim is not over, or the certificate still holds, or the table is still needed.
		NotExpired,
		/// The investor is paid or parked already.
		AlreadyPaid,
		/// Nothing is due to the investor.
		NothingDue,
		/// Every holder was on a page.
		NothingToPush,
		/// A payment was said to be made and did not arrive.
		NotCredited,
		/// The rates are not ascending by country, or name one twice.
		BadRates,
		/// Something live refers to it.
		InUse,
		/// The distribution is queued already.
		AlreadyQueued,
		/// As many distributions are queued as can be.
		TooManyQueued,
		/// The asset pays in as many currencies as it can.
		TooManyCurrencies,
		/// There is no such table of rates among those that are no more in force.
		UnknownTable,
		/// As many tables that are no more in force are kept as can be.
		TooManyTables,
	}
}

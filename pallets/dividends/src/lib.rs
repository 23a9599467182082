// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod calls;
mod distributions;
mod events;
mod functions;
pub mod math;
mod payments;
mod streams;
mod taxes;
mod types;
mod views;
pub mod weights;

#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

use frame_support::{pallet_macros::import_section, traits::fungibles};

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::{
	Account, Agenda, Amount, Certificate, Claimed, Cursor, Distribution, Entitlement, FormerTable,
	GenesisTable, Hour, Ledger, Named, Numbers, Purse, PushQueue, Rates, RecordDate, Selected,
	Selection, Series, Stream, StreamList, StreamShare, TaxTable, MAX_CLAIMS, MAX_CURRENCIES,
	MAX_FORMER, MAX_LISTED, MAX_PER_HOUR, MAX_QUEUE, MAX_RATES, MAX_SERIES, MAX_STREAMS,
};
pub use weights::WeightInfo;

/// The most holders in one page of payments.
pub const MAX_PAGE: u32 = 100;

/// The most distributions in one page of [`Pallet::distributions`].
pub const MAX_INFO_PAGE: u32 = 64;

/// Seconds in an hour: record dates to come are full hours.
pub const HOUR: u64 = 3_600;

/// The most hours without a record date that one block catches up on.
pub const MAX_HOURS: u32 = 24;

/// A payment currency of a runtime.
pub type CurrencyOf<T> = <<T as Config>::Currency as fungibles::Inspect<
	<T as frame_system::Config>::AccountId,
>>::AssetId;

/// A distribution of a runtime.
pub type DistributionOf<T> =
	Distribution<<T as frame_system::Config>::AccountId, CurrencyOf<T>, <T as Config>::Deposit>;

/// A ledger of a runtime.
pub type LedgerOf<T> =
	Ledger<<T as frame_system::Config>::AccountId, CurrencyOf<T>, <T as Config>::Deposit>;

/// A stream of a runtime.
pub type StreamOf<T> =
	Stream<<T as frame_system::Config>::AccountId, CurrencyOf<T>, <T as Config>::Deposit>;

/// A certificate of a runtime.
pub type CertificateOf<T> =
	Certificate<<T as frame_system::Config>::AccountId, <T as Config>::Deposit>;

#[import_section(calls::calls)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use cadastre_primitives::{
		traits::{AssetClasses, Checkpoints, Holders, Payees},
		AssetClass, AssetId, Balance, CheckpointId, Country, CountryCode, DistributionId,
		DistributionInfo, IncomeDue, IncomeSource, InvestorId, Moment, StreamId, StreamInfo,
		TableId,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, EnsureOriginWithArg, Footprint, UnixTime},
		weights::WeightMeter,
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::Permill;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who declares the distributions of an asset and opens its streams: the account pays.
		type DeclareOrigin: EnsureOriginWithArg<
			Self::RuntimeOrigin,
			AssetId,
			Success = Self::AccountId,
		>;

		/// Who sets tables of rates, files certificates (the account pays), remits tax, and disposes
		/// of parked income under an order.
		type TaxOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The register of holders, in the layer below.
		type Register: Checkpoints + Holders;

		/// To whom the income of an investor is paid.
		type Payees: Payees<Self::AccountId>;

		/// What kind of thing an asset is.
		type Classes: AssetClasses;

		/// The payment currencies.
		type Currency: fungibles::Mutate<Self::AccountId, Balance = Balance>;

		/// The deposit for a ledger, names, a stream or a certificate, under [`HoldReason::Record`].
		type Deposit: Consideration<Self::AccountId, Footprint>;

		/// The time of the block.
		type Time: UnixTime;

		/// From which the pots are derived: one account an asset, to which nobody has a key.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The shortest time in which income can be claimed, in seconds.
		#[pallet::constant]
		type MinClaimPeriod: Get<Moment>;

		/// The longest time in which a distribution can be claimed, from its record date or its
		/// declaration, whichever is later, in seconds: so long is kept what says how it is taxed.
		#[pallet::constant]
		type MaxClaimPeriod: Get<Moment>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Makes what the benchmarks need.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self>;
	}

	/// The ledger of each asset: the numbers of its distributions, and its money. Who first declares
	/// in a currency pays; what stays without a purse are 20 bytes an asset, so that no number comes
	/// back.
	// Asset ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Ledgers<T: Config> = StorageMap<_, Twox64Concat, AssetId, LedgerOf<T>, ValueQuery>;

	/// The live distributions. The deposit for the ledger pays; removed when it is closed or
	/// cancelled.
	// Both ids are chosen by the chain.
	#[pallet::storage]
	pub type Distributions<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, DistributionId, DistributionOf<T>>;

	/// The investors that a distribution names. The declarer pays; removed with the distribution.
	// All three ids are chosen by the chain.
	#[pallet::storage]
	pub type Listed<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, AssetId>,
			NMapKey<Twox64Concat, DistributionId>,
			NMapKey<Twox64Concat, InvestorId>,
		),
		(),
	>;

	/// What each investor has earned in the streams of each asset. Paid for by the fee of the call
	/// that first settles it; one entry an investor and asset, removed by `prune` when none of the
	/// streams is left.
	// Both ids are chosen by the chain.
	#[pallet::storage]
	pub type Accounts<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, Account, ValueQuery>;

	/// The streams of each asset. Their openers pay; removed when they are finished.
	// Asset ids are chosen by the chain.
	#[pallet::storage]
	pub type Streams<T: Config> = StorageMap<
		_,
		Twox64Concat,
		AssetId,
		StreamList<T::AccountId, CurrencyOf<T>, T::Deposit>,
		ValueQuery,
	>;

	/// The id of the next stream.
	#[pallet::storage]
	pub type NextStreamId<T: Config> = StorageValue<_, StreamId, ValueQuery>;

	/// Net income of holders that could not be paid. Paid for by the fee of the call that parks it;
	/// removed when it is paid, or disposed of under an order.
	#[pallet::storage]
	pub type Parked<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, AssetId>,
			NMapKey<Blake2_128Concat, CurrencyOf<T>>,
			NMapKey<Twox64Concat, InvestorId>,
		),
		Balance,
		ValueQuery,
	>;

	/// Tax that is withheld and not remitted, by country of tax residence: at most 250 an asset and
	/// currency. Paid for by the fee of the first payment; removed when it is remitted.
	#[pallet::storage]
	pub type TaxDue<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, AssetId>,
			NMapKey<Blake2_128Concat, CurrencyOf<T>>,
			NMapKey<Twox64Concat, Country>,
		),
		Balance,
		ValueQuery,
	>;

	/// The table of rates in force for each class of assets: one a class, paid for by the fee of the
	/// call that sets it. It leaves when another takes its place: a class is taxed by some table, once
	/// it is by one.
	#[pallet::storage]
	pub type TableOf<T: Config> = StorageMap<_, Twox64Concat, AssetClass, TaxTable>;

	/// The tables that were in force, at most 256. Paid for by the fee of the call that replaces one;
	/// removed by anybody from the moment on at which no distribution that follows it can pay.
	// No distribution writes here to say that it follows one: how long it can be claimed is bounded.
	#[pallet::storage]
	pub type FormerTables<T: Config> = CountedStorageMap<_, Twox64Concat, TableId, FormerTable>;

	/// The id of the next table.
	#[pallet::storage]
	pub type NextTableId<T: Config> = StorageValue<_, TableId, ValueQuery>;

	/// Certificates by investor and class of assets. The filer pays; removed by anybody when they
	/// hold no more.
	#[pallet::storage]
	pub type Certificates<T: Config> =
		StorageDoubleMap<_, Twox64Concat, InvestorId, Twox64Concat, AssetClass, CertificateOf<T>>;

	/// When distributions open by themselves; none while none waits. What an idle block reads.
	#[pallet::storage]
	pub type OpeningAgenda<T: Config> = StorageValue<_, Agenda>;

	/// The distributions whose record date is an hour, counted from the Unix epoch. Paid for as part
	/// of the distribution.
	// Within a window that moves with time: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Hours<T: Config> = StorageMap<_, Twox64Concat, u64, Hour, ValueQuery>;

	/// The distributions that idle blocks push, at most 64. Paid for by the fee of `queue_push`; an
	/// entry goes when every holder was on a page, or when the distribution pays no more.
	#[pallet::storage]
	pub type Queue<T: Config> = StorageValue<_, PushQueue, ValueQuery>;

	/// What a chain starts with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// A table for each class of assets that has one.
		pub tax_tables: Vec<GenesisTable>,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for (class, base, rates) in &self.tax_tables {
				let rates = Rates::truncate_from(rates.clone());
				let set = Pallet::<T>::do_set_tax_table(*class, *base, rates);
				assert!(set.is_ok(), "Genesis has a table of rates that is none.");
			}
		}
	}

	/// Why the native token of an account is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For a ledger with its distributions, names, a stream or a certificate.
		#[codec(index = 0)]
		Record,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::open_due(meter);
		}

		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining);
			Self::push_idle(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			// Otherwise a distribution that opens late would outlive the table that it follows.
			assert!(
				T::MinClaimPeriod::get() <= T::MaxClaimPeriod::get(),
				"Income can be claimed for no time at all."
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What is due to the investor behind a key from one asset, per source and currency. Empty
		/// for an account that may claim for nobody.
		pub fn income_due(who: T::AccountId, asset: AssetId) -> Vec<IncomeDue<CurrencyOf<T>>> {
			T::Payees::claimant(&who).map_or_else(|_| Vec::new(), |one| Self::dues(asset, one))
		}

		/// What is due to an investor from one asset, whether or not it can be paid now.
		pub fn income_due_to(
			investor: InvestorId,
			asset: AssetId,
		) -> Vec<IncomeDue<CurrencyOf<T>>> {
			Self::dues(asset, investor)
		}

		/// A distribution that is not closed.
		pub fn distribution(
			asset: AssetId,
			id: DistributionId,
		) -> Option<DistributionInfo<T::AccountId, CurrencyOf<T>>> {
			Distributions::<T>::get(asset, id).map(|one| one.into_info(id))
		}

		/// The distributions of an asset that are not closed, at most `limit` of them (at most 64),
		/// after the number `after`.
		pub fn distributions(
			asset: AssetId,
			after: Option<DistributionId>,
			limit: u32,
		) -> Vec<DistributionInfo<T::AccountId, CurrencyOf<T>>> {
			Self::distribution_page(asset, after, limit)
		}

		/// The streams of an asset.
		pub fn streams(asset: AssetId) -> Vec<StreamInfo<T::AccountId, CurrencyOf<T>>> {
			Streams::<T>::get(asset).into_iter().map(|one| one.into_info(asset)).collect()
		}

		/// The account that holds the money of an asset's income.
		pub fn pot(asset: AssetId) -> T::AccountId {
			Self::pot_of(asset)
		}
	}
}

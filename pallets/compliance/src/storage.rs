// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores, who pays for it, and how it goes away. A section of the pallet.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod storage {
	/// Whose key an account is, and the eligibility word. Written with the investor, removed with
	/// it or when the key is removed.
	// Accounts are chosen by users: a cryptographic hash.
	#[pallet::storage]
	pub type Keys<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Key>;

	/// Investors. The provider pays; revocation removes the record, and what is left of it is that
	/// its id lies below [`NextInvestorId`].
	// Ids are given by the chain in sequence: a short hash.
	#[pallet::storage]
	pub type Investors<T: Config> = StorageMap<_, Twox64Concat, InvestorId, InvestorOf<T>>;

	/// Where investors were resident for tax before it was changed: income is taxed by the residence
	/// at its record date. Paid for by the deposit for the investor, and erased with it.
	// Ids are given by the chain in sequence: a short hash.
	#[pallet::storage]
	pub type FormerTaxResidences<T: Config> =
		StorageMap<_, Twox64Concat, InvestorId, FormerResidences>;

	/// The id of the next investor. Ids are never reused.
	#[pallet::storage]
	pub type NextInvestorId<T: Config> = StorageValue<_, InvestorId, ValueQuery>;

	/// Which providers are listed, and the epochs of their slots: the one value of providers that a
	/// movement of shares reads.
	#[pallet::storage]
	pub type ProviderStatus<T: Config> = StorageValue<_, Standing, ValueQuery>;

	/// Providers by slot, at most 32.
	#[pallet::storage]
	pub type Providers<T: Config> = StorageMap<_, Twox64Concat, ProviderId, Provider<T::AccountId>>;

	/// The slot, terms and daily count of a provider's account.
	#[pallet::storage]
	pub type ProviderOf<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Mandate>;

	/// Open offers of keys, by the account to which the key is offered. The offering key pays;
	/// accepting, withdrawing or revoking the investor removes the offer.
	#[pallet::storage]
	pub type KeyOffers<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, KeyOfferOf<T>>;

	/// The enacted version of each rule pack. The author pays.
	#[pallet::storage]
	pub type Packs<T: Config> = StorageMap<_, Twox64Concat, PackId, Pack>;

	/// The announced next version of a rule pack, in force from its date on, enacted or not.
	#[pallet::storage]
	pub type UpcomingPacks<T: Config> = StorageMap<_, Twox64Concat, PackId, Pack>;

	/// Author, digest, followers and deposit of each rule pack.
	#[pallet::storage]
	pub type PackRecords<T: Config> = StorageMap<_, Twox64Concat, PackId, PackRecordOf<T>>;

	/// The id of the next rule pack. Ids are never reused.
	#[pallet::storage]
	pub type NextPackId<T: Config> = StorageValue<_, PackId, ValueQuery>;

	/// Exemptions of investors from rules of a version of a pack. The author pays. Read by a
	/// movement only where a rule of that version has failed and somebody is exempt under it.
	#[pallet::storage]
	pub type Exemptions<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, PackId>,
			NMapKey<Twox64Concat, InvestorId>,
			NMapKey<Twox64Concat, u32>,
		),
		ExemptionOf<T>,
	>;

	/// What is void of the statements of a slot: there while the bit of the slot is set in
	/// [`ProviderStatus`]. Removed by reinstatement or dismissal.
	#[pallet::storage]
	pub type Suspensions<T: Config> = StorageMap<_, Twox64Concat, ProviderId, Suspension>;

	/// When an account of a bucket last ceased to be a key: admissions of the bucket that were
	/// signed by then are void. At most 65,536 entries, which name nobody; anybody removes one that
	/// is needed no more.
	#[pallet::storage]
	pub type Bars<T: Config> = StorageMap<_, Twox64Concat, u16, Moment>;

	/// Accounts through which nobody acts as an investor. Entered and removed by governance.
	#[pallet::storage]
	pub type Denied<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Denial>;

	/// Sandbox cohorts. Created by governance; pruned by anybody once ended.
	#[pallet::storage]
	pub type Cohorts<T: Config> = StorageMap<_, Twox64Concat, CohortId, Cohort<T::AccountId>>;

	/// The investors of a cohort. The supervisor pays.
	#[pallet::storage]
	pub type CohortMembers<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		CohortId,
		Twox64Concat,
		InvestorId,
		<T as Config>::CohortDeposit,
	>;

	/// The assets of a cohort. The supervisor pays.
	#[pallet::storage]
	pub type CohortAssets<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		CohortId,
		Twox64Concat,
		AssetId,
		CohortAsset<<T as Config>::CohortDeposit>,
	>;

	/// The id of the next cohort. Ids are never reused.
	#[pallet::storage]
	pub type NextCohortId<T: Config> = StorageValue<_, CohortId, ValueQuery>;
}

// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod calls;
mod cohorts;
mod deny;
pub mod evaluation;
pub mod exemptions;
mod functions;
mod impl_gatekeeper;
mod keys;
mod packs;
mod providers;
pub mod ready_packs;
pub mod rules;
pub mod sandbox;
pub mod statements;
#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

use frame_support::pallet_macros::import_section;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use cohorts::MAX_PRUNED;
pub use exemptions::LONGEST_EXEMPTION;
pub use pallet::*;
pub use rules::{Classes, Rule, RuleSet, Sides};
pub use types::{
	Cohort, CohortAsset, CohortCounts, CohortLimits, Denial, Exemption, Investor, InvestorInfo,
	KeyEntry, KeyOffer, Mandate, Pack, PackRecord, Provider, Standing, Statement, Subject,
	Suspension, Terms,
};
pub use weights::WeightInfo;

#[import_section(calls::calls)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use cadastre_primitives::{
		AssetId, Balance, Claims, CohortId, Eligibility, Failure, InvestorId, Key, Moment, PackId,
		ProviderId, Rights,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, Footprint, UnixTime},
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::traits::{IdentifyAccount, Verify};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	pub(crate) type InvestorOf<T> = Investor<
		<T as frame_system::Config>::AccountId,
		<T as Config>::InvestorDeposit,
		<T as Config>::KeyDeposit,
		<T as Config>::MaxKeys,
	>;
	pub(crate) type KeyOfferOf<T> =
		KeyOffer<<T as frame_system::Config>::AccountId, <T as Config>::KeyDeposit>;
	pub(crate) type PackRecordOf<T> =
		PackRecord<<T as frame_system::Config>::AccountId, <T as Config>::PackDeposit>;

	pub(crate) type ExemptionOf<T> =
		Exemption<<T as frame_system::Config>::AccountId, <T as Config>::PackDeposit>;

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Appoints and de-lists providers, blocks investors, revokes any investor.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The time that periods of validity are compared with, in whole seconds.
		type Time: UnixTime;

		/// What a provider pays for an investor's record and its first key.
		type InvestorDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an account pays for being one more key of an investor, or for offering one.
		type KeyDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an author pays for a rule pack, and for each exemption from one.
		type PackDeposit: Consideration<Self::AccountId, Footprint>;

		/// The most keys of an investor, at least 1.
		#[pallet::constant]
		type MaxKeys: Get<u32>;

		/// The shortest time between the announcement of a pack's new version and its effect, in
		/// seconds.
		#[pallet::constant]
		type MinPackNotice: Get<Moment>;

		/// How long an offer of a key can be accepted, in seconds.
		#[pallet::constant]
		type OfferPeriod: Get<Moment>;

		/// How a provider signs a statement off chain: `MultiSignature`, say.
		type Signature: Parameter + Verify<Signer: IdentifyAccount<AccountId = Self::AccountId>>;

		/// The longest time for which a signed statement can be submitted, in seconds. The bar that
		/// a revocation raises can be lowered after it.
		#[pallet::constant]
		type StatementPeriod: Get<Moment>;

		/// What a supervisor pays for an investor or an asset in a cohort.
		type CohortDeposit: Consideration<Self::AccountId, Footprint>;

		/// Signs statements for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId, Self::Signature>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

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

	/// Providers and rule packs that are there from the start.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Accounts of the providers, for the slots from 0 on, with the widest terms.
		pub providers: Vec<T::AccountId>,
		/// Authors and rules of packs, for the ids from 0 on. The author must be able to pay the
		/// deposit.
		pub packs: Vec<(T::AccountId, RuleSet)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for account in &self.providers {
				let appointed = Pallet::<T>::do_appoint(account.clone(), Terms::WIDEST, 0);
				assert!(appointed.is_ok(), "Genesis names a provider twice, or too many.");
			}
			for (author, rules) in &self.packs {
				let published = Pallet::<T>::do_publish(author.clone(), rules.clone(), 0);
				assert!(published.is_ok(), "Genesis has a bad pack, or an author who cannot pay.");
			}
		}
	}

	/// Why funds are held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A provider's deposit for an investor.
		#[codec(index = 0)]
		InvestorRecord,
		/// A deposit for one more key of an investor, or for the offer of one.
		#[codec(index = 1)]
		Key,
		/// An author's deposit for a rule pack.
		#[codec(index = 2)]
		RulePack,
		/// A supervisor's deposit for an investor or an asset in a cohort.
		#[codec(index = 10)]
		CohortEntry,
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A provider got a slot and is listed.
		ProviderAppointed {
			/// The slot.
			provider: ProviderId,
			/// Who signs its statements.
			account: T::AccountId,
			/// How often the slot was given, this time included.
			epoch: u8,
			/// What it may state.
			terms: Terms,
		},
		/// A provider is listed no more: its statements count for nothing until it is again.
		ProviderDelisted {
			/// The slot.
			provider: ProviderId,
		},
		/// A provider is listed again.
		ProviderRelisted {
			/// The slot.
			provider: ProviderId,
		},
		/// A provider left its slot: its statements are void for good.
		ProviderDismissed {
			/// The slot.
			provider: ProviderId,
			/// Who signed its statements.
			account: T::AccountId,
		},
		/// An investor was admitted.
		InvestorAdmitted {
			/// The investor.
			investor: InvestorId,
			/// The first key.
			account: T::AccountId,
			/// The eligibility word.
			eligibility: Eligibility,
		},
		/// An investor's claims were stated anew.
		InvestorRenewed {
			/// The investor.
			investor: InvestorId,
			/// The eligibility word before.
			old: Eligibility,
			/// The eligibility word after.
			new: Eligibility,
		},
		/// An investor's claims, keys and offers were erased.
		InvestorRevoked {
			/// The investor.
			investor: InvestorId,
		},
		/// An investor was blocked.
		InvestorBlocked {
			/// The investor.
			investor: InvestorId,
		},
		/// An investor is blocked no more.
		InvestorUnblocked {
			/// The investor.
			investor: InvestorId,
		},
		/// A key was offered to an account.
		KeyOffered {
			/// The investor.
			investor: InvestorId,
			/// The account.
			account: T::AccountId,
			/// What the key could do.
			rights: Rights,
			/// First second at which the key could do nothing more.
			expires_at: Option<Moment>,
			/// First second at which the offer cannot be accepted any more.
			valid_until: Moment,
		},
		/// An offer of a key ended without a key.
		KeyOfferWithdrawn {
			/// The investor.
			investor: InvestorId,
			/// The account to which the key was offered.
			account: T::AccountId,
		},
		/// An account accepted and is a key of the investor.
		KeyAdded {
			/// The investor.
			investor: InvestorId,
			/// The key.
			account: T::AccountId,
			/// What it may do.
			rights: Rights,
			/// First second at which the key may do nothing more.
			expires_at: Option<Moment>,
		},
		/// An account is no key of the investor any more.
		KeyRemoved {
			/// The investor.
			investor: InvestorId,
			/// The account.
			account: T::AccountId,
		},
		/// A rule pack was published, in force at once.
		PackPublished {
			/// The pack.
			pack: PackId,
			/// Who may amend it.
			author: T::AccountId,
			/// BLAKE2b-256 of the encoded rules.
			digest: H256,
		},
		/// The next version of a rule pack was announced.
		PackAmended {
			/// The pack.
			pack: PackId,
			/// The announced version.
			version: u32,
			/// First second at which it is in force.
			effective_at: Moment,
			/// BLAKE2b-256 of the encoded rules.
			digest: H256,
		},
		/// A version that is in force took the place of the one before.
		PackEnacted {
			/// The pack.
			pack: PackId,
			/// The version.
			version: u32,
		},
		/// A rule pack was removed.
		PackWithdrawn {
			/// The pack.
			pack: PackId,
		},
		/// The number of assets that follow a pack changed.
		PackFollowersChanged {
			/// The pack.
			pack: PackId,
			/// How many followed it before.
			old: u32,
			/// How many follow it now.
			new: u32,
		},
		/// An investor was exempted from rules of a version of a pack.
		InvestorExempted {
			/// The pack.
			pack: PackId,
			/// The investor.
			investor: InvestorId,
			/// The version.
			version: u32,
			/// The rules from which it was exempt before: bit `n` for rule `n`.
			old: u32,
			/// The rules from which it is exempt now: bit `n` for rule `n`.
			new: u32,
			/// First second at which it is exempt no more.
			expires_at: Moment,
		},
		/// An exemption was removed.
		ExemptionEnded {
			/// The pack.
			pack: PackId,
			/// The investor.
			investor: InvestorId,
			/// The version.
			version: u32,
		},

		/// What a provider may state changed.
		ProviderTermsChanged {
			/// The slot.
			provider: ProviderId,
			/// The terms before.
			old: Terms,
			/// The terms after.
			new: Terms,
		},
		/// A provider was suspended: what it stated from the cut-off on is void.
		ProviderSuspended {
			/// The slot.
			provider: ProviderId,
			/// First second whose statements are void.
			cut_off: Moment,
		},
		/// A provider makes statements again.
		ProviderReinstated {
			/// The slot.
			provider: ProviderId,
			/// What stays void, if anything does.
			void: Option<Suspension>,
		},
		/// A provider is to make its calls with another account, once that accepts.
		RotationProposed {
			/// The slot.
			provider: ProviderId,
			/// The account that was proposed before.
			old: Option<T::AccountId>,
			/// The account that is proposed.
			new: Option<T::AccountId>,
		},
		/// A provider makes its calls with another account.
		ProviderRotated {
			/// The slot.
			provider: ProviderId,
			/// The account before.
			old: T::AccountId,
			/// The account after.
			new: T::AccountId,
		},
		/// A provider signs its statements off chain with another key.
		SignerChanged {
			/// The slot.
			provider: ProviderId,
			/// Whose signature counted before.
			old: Option<T::AccountId>,
			/// Whose signature counts.
			new: Option<T::AccountId>,
		},
		/// An investor left: its claims, keys and offers were erased.
		InvestorLeft {
			/// The investor.
			investor: InvestorId,
		},
		/// A bar that voided signed admissions was removed: all of them have expired.
		BarLowered {
			/// The bucket of accounts.
			bucket: u16,
			/// The moment up to which admissions were void.
			bar: Moment,
		},
		/// An account was entered on the deny list.
		AccountDenied {
			/// The account.
			account: T::AccountId,
			/// BLAKE2b-256 of the decision.
			reason: H256,
			/// The investor that was blocked by it, since the account is one of its keys.
			blocked: Option<InvestorId>,
		},
		/// An account was taken off the deny list. An investor that was blocked stays blocked.
		DenialLifted {
			/// The account.
			account: T::AccountId,
			/// BLAKE2b-256 of the decision.
			reason: H256,
		},
		/// A sandbox cohort was created.
		CohortCreated {
			/// The cohort.
			cohort: CohortId,
			/// Who supervises it.
			supervisor: T::AccountId,
			/// Its limits.
			limits: CohortLimits,
		},
		/// A cohort was suspended: nothing is issued or transferred in it.
		CohortSuspended {
			/// The cohort.
			cohort: CohortId,
		},
		/// A cohort goes on.
		CohortResumed {
			/// The cohort.
			cohort: CohortId,
		},
		/// A cohort ended: its exit report.
		CohortEnded {
			/// The cohort.
			cohort: CohortId,
			/// First second at which it was open no more.
			ended_at: Moment,
			/// Its counters.
			counts: CohortCounts,
		},
		/// An investor is a member of a cohort.
		CohortMemberAdded {
			/// The cohort.
			cohort: CohortId,
			/// The investor.
			investor: InvestorId,
		},
		/// An investor is no member of a cohort any more.
		CohortMemberRemoved {
			/// The cohort.
			cohort: CohortId,
			/// The investor.
			investor: InvestorId,
		},
		/// An asset is in a cohort, at a value.
		CohortAssetValued {
			/// The cohort.
			cohort: CohortId,
			/// The asset.
			asset: AssetId,
			/// The value before, if it was in the cohort.
			old: Option<Balance>,
			/// The value after.
			new: Balance,
		},
		/// An asset is in a cohort no more.
		CohortAssetRemoved {
			/// The cohort.
			cohort: CohortId,
			/// The asset.
			asset: AssetId,
		},
		/// An asset left a cohort for rules without one.
		AssetGraduated {
			/// The cohort.
			cohort: CohortId,
			/// The asset.
			asset: AssetId,
			/// The pack whose rules it follows, as the supervisor states.
			pack: PackId,
			/// The version of the pack that is in force.
			version: u32,
			/// BLAKE2b-256 of the supervisor's report.
			report: H256,
		},
		/// Entries of an ended cohort were removed.
		CohortPruned {
			/// The cohort.
			cohort: CohortId,
			/// How many entries.
			entries: u32,
			/// Whether the cohort itself was removed, having no entry left.
			removed: bool,
		},
	}

	/// Why a call, or a movement of shares, is refused: first reasons of a report, then what is wrong
	/// with a call, then reasons that came later.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such asset.
		UnknownAsset,
		/// The book of the asset is not open for this kind of movement.
		BookNotOpen,
		/// The amount is zero.
		ZeroAmount,
		/// The sender has fewer free shares than the amount.
		InsufficientShares,
		/// More shares would be in issue than are authorised.
		ExceedsAuthorised,
		/// Sender and receiver are the same investor.
		SameInvestor,
		/// There is no such rule pack.
		UnknownPack,
		/// The account is no key of an investor, or of this investor.
		UnknownKey,
		/// The key has expired.
		KeyExpired,
		/// The key lacks the right to do this.
		MissingRight,
		/// The investor is blocked by the compliance authority.
		Blocked,
		/// The provider is not listed.
		ProviderNotListed,
		/// The provider's statement does not hold yet.
		ClaimsNotYetValid,
		/// The provider's statement holds no more.
		ClaimsExpired,
		/// A flag that the asset's rules require is missing.
		MissingFlags,
		/// A flag that the asset's rules forbid is set.
		ForbiddenFlags,
		/// The country of residence is not in the set that the asset's rules allow.
		CountryNotAllowed,
		/// The country of residence is unknown, or in the set that the asset's rules deny.
		CountryDenied,
		/// There would be more holders than the asset's rules allow.
		HolderCapExceeded,
		/// The receiver would own more than the asset's rules allow.
		OwnershipCapExceeded,
		/// A rule of the pack names a country set that the pack does not have.
		BrokenRule,
		/// There is no such investor.
		UnknownInvestor,
		/// There is no provider in the slot.
		UnknownProvider,
		/// The account is no provider, or not the provider of this investor.
		NotProvider,
		/// The account is a provider already.
		AlreadyProvider,
		/// Every slot is taken or used up.
		TooManyProviders,
		/// The provider is listed already, or is still listed.
		AlreadyListed,
		/// A provider's account would be a key: a provider attests of others, never of itself.
		SelfAttestation,
		/// The account is a key of an investor already.
		KeyInUse,
		/// The country code is not assigned by ISO 3166-1.
		UnknownCountry,
		/// The period is empty, or over, or too long, or longer than that of the key that grants it.
		InvalidPeriod,
		/// The investor is not blocked.
		NotBlocked,
		/// The investor has as many keys as it may have.
		TooManyKeys,
		/// No key would be left that manages keys and does not expire.
		LastKey,
		/// The account has no offer of a key of this investor.
		NoOffer,
		/// The account or the investor has an open offer. Withdraw it first.
		OfferPending,
		/// The offer, or the key that it offers, has expired.
		OfferExpired,
		/// The account is not the author of the pack.
		NotPackAuthor,
		/// A rule names a country set that the pack does not have.
		UnknownSet,
		/// The pack has no rule, or a rule that names no flag, class or country.
		EmptyPack,
		/// A part of an asset is larger than the whole.
		InvalidPart,
		/// The new version would be in force too soon.
		NoticeTooShort,
		/// No announced version is in force.
		NothingToEnact,
		/// Assets follow the pack.
		PackFollowed,
		/// The sender's shares are frozen, by an order or because one is pending.
		SharesFrozen,
		/// The sender's shares are locked up.
		SharesLocked,
		/// More than what is left of the allowance.
		AllowanceExceeded,
		/// The investor is on the deny list of the asset.
		DeniedByAsset,
		/// The provider is suspended, and its statement is later than the cut-off.
		ProviderSuspended,
		/// The asset's rules want both parties in one country.
		NotSameCountry,
		/// The asset's rules want the parties in different countries.
		NotCrossBorder,
		/// There would be more holders of one country than the asset's rules allow.
		CountryHolderCapExceeded,
		/// There would be more holders of one class than the asset's rules allow.
		ClassHolderCapExceeded,
		/// A party would own less than the asset's rules want, and more than nothing.
		BelowMinimumHolding,
		/// The asset's rules do not let so many shares be bought at once.
		PurchaseTooLarge,
		/// The asset's rules do not let the shares flow back to this receiver yet.
		FlowBack,
		/// The sender would give more in one window than the asset's rules allow.
		VelocityExceeded,
		/// The asset's rules do not let shares be traded now.
		OutsideTransferWindow,
		/// The asset's rules do not let a sender of this class give to a receiver of that class.
		ClassPairNotAllowed,
		/// The sandbox cohort of the asset is not open.
		CohortNotOpen,
		/// The receiver is no member of the sandbox cohort of the asset.
		NotInCohort,
		/// The volume of the sandbox cohort would exceed its cap.
		CohortVolumeExceeded,
		/// A rule names an unknown class or asks nothing, or contradicts another rule of the pack.
		InvalidRule,
		/// The version of the pack is neither in force nor announced.
		UnknownVersion,
		/// The exemption is from no rule, from one that the version does not have, or from a lock-up.
		InvalidExemption,
		/// The investor has no exemption under this version of the pack.
		NoExemption,
		/// The provider may not state this: not of that country, or not that flag.
		OutOfScope,
		/// The provider has made as many statements as it may make in a day.
		DailyLimitReached,
		/// It is suspended already; a provider, not from an earlier cut-off.
		AlreadySuspended,
		/// It is not suspended.
		NotSuspended,
		/// The account was not proposed to take the provider's place.
		NotSuccessor,
		/// The provider has named no key that signs statements.
		NoSigner,
		/// The signature is not the provider's, or not of this statement, subject, slot, epoch and
		/// chain.
		BadSignature,
		/// The statement was signed later than now. Submit it in a later block.
		StatementNotYetValid,
		/// The statement can be submitted no more. Ask the provider for another.
		StatementExpired,
		/// The statement can be submitted for longer than the chain allows.
		StatementTooLong,
		/// The statement was used, or a later one about the subject, or the subject was revoked.
		/// Ask the provider for another.
		StatementVoid,
		/// There is no bar on this bucket.
		NoBar,
		/// Statements that the bar voids could still be submitted.
		BarNeeded,
		/// The account, or a key of the investor, is on the deny list.
		AccountDenied,
		/// The account is on the deny list already.
		AlreadyDenied,
		/// The account is not on the deny list.
		NotDenied,
		/// A pack names more than one cohort.
		SeveralCohorts,
		/// There is no such cohort.
		UnknownCohort,
		/// The account does not supervise the cohort.
		NotSupervisor,
		/// The cohort is over.
		CohortEnded,
		/// The cohort has not been ended. End it first.
		CohortNotEnded,
		/// The cohort has as many investors, or assets, as it may have.
		CohortFull,
		/// The investor is in the cohort already.
		AlreadyMember,
		/// The investor is not in the cohort.
		NotMember,
		/// The asset is not in the cohort.
		AssetNotInCohort,
		/// The assets of the cohort would be worth more than its cap.
		CohortValueExceeded,
		/// The rules that are in force name a cohort.
		StillInCohort,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxKeys::get() > 0, "an investor has at least one key");
			assert!(Key::max_encoded_len() <= 64, "a transfer reads two keys");
			assert!(Standing::max_encoded_len() <= 64, "every transfer reads the standing");
			assert!(Pack::max_encoded_len() <= 512, "every transfer reads a pack");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What the chain knows of a key: its investor, its rights and the eligibility word.
		pub fn key(who: T::AccountId) -> Option<Key> {
			Keys::<T>::get(who)
		}

		/// An investor's provider, keys and eligibility word.
		pub fn investor(investor: InvestorId) -> Option<InvestorInfo<T::AccountId>> {
			let record = Investors::<T>::get(investor)?;
			let eligibility = Self::word(&record).ok()?;
			Some(InvestorInfo {
				provider: record.provider,
				keys: record.keys.into_iter().map(|entry| entry.account).collect(),
				offer: record.offer,
				eligibility,
			})
		}

		/// The provider of a slot.
		pub fn provider(provider: ProviderId) -> Option<Provider<T::AccountId>> {
			Providers::<T>::get(provider)
		}

		/// The version of a rule pack that is in force now, enacted or not.
		pub fn pack(pack: PackId) -> Option<Pack> {
			Self::pack_in_force(pack, Self::now())
		}

		/// The announced next version of a rule pack, if there is one that is not yet in force.
		pub fn upcoming_pack(pack: PackId) -> Option<Pack> {
			let upcoming = UpcomingPacks::<T>::get(pack)?;
			(Self::now() < upcoming.effective_at).then_some(upcoming)
		}

		/// The rules of a version of a pack from which an investor is exempt, bit `n` for rule `n`,
		/// and the first second at which it is exempt no more.
		pub fn exemption(
			pack: PackId,
			version: u32,
			investor: InvestorId,
		) -> Option<(u32, Moment)> {
			Self::exemption_of(pack, version, investor)
		}

		/// What the rules of a pack on flags and countries have against an investor, as a sender
		/// and as a receiver: under the version in force, or under the announced one. Empty: it is
		/// not locked out.
		pub fn pack_report(pack: PackId, upcoming: bool, investor: InvestorId) -> Vec<Failure> {
			Self::report_of(pack, upcoming, investor).into_inner()
		}

		/// What any rules on flags and countries would have against an investor, as for
		/// `pack_report`: for trying rules out before they are announced.
		pub fn rules_report(rules: RuleSet, investor: InvestorId) -> Vec<Failure> {
			Self::report_under(&rules, investor).into_inner()
		}

		/// Which slots have providers, which of them are listed, and their epochs.
		pub fn status() -> Standing {
			ProviderStatus::<T>::get()
		}

		/// What the provider with this account may state, and what it stated on its last day.
		pub fn mandate(account: T::AccountId) -> Option<Mandate> {
			ProviderOf::<T>::get(account)
		}

		/// What is void of the statements of a slot.
		pub fn suspension(provider: ProviderId) -> Option<Suspension> {
			Suspensions::<T>::get(provider)
		}

		/// Why an account is on the deny list, if it is.
		pub fn denial(account: T::AccountId) -> Option<Denial> {
			Denied::<T>::get(account)
		}

		/// The bytes that the provider of a slot signs now; none if the slot is free.
		pub fn statement_bytes(
			provider: ProviderId,
			subject: Subject<T::AccountId>,
			statement: Statement,
		) -> Option<Vec<u8>> {
			let standing = ProviderStatus::<T>::get();
			let epoch = standing.epoch(provider).filter(|_| standing.is_appointed(provider))?;
			Some(Self::payload(provider, epoch, &subject, &statement))
		}

		/// A cohort with its counters: its exit report, once it is over.
		pub fn cohort(cohort: CohortId) -> Option<Cohort<T::AccountId>> {
			Cohorts::<T>::get(cohort)
		}

		/// Whether an investor is in a cohort.
		pub fn is_member(cohort: CohortId, investor: InvestorId) -> bool {
			CohortMembers::<T>::contains_key(cohort, investor)
		}

		/// What an asset in a cohort is worth, as the supervisor states; none if it is not in it.
		pub fn cohort_value(cohort: CohortId, asset: AssetId) -> Option<Balance> {
			CohortAssets::<T>::get(cohort, asset).map(|entry| entry.value)
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![deny(
	clippy::unwrap_used,
	clippy::panic,
	clippy::todo,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::cast_possible_truncation
)]

extern crate alloc;

mod functions;
mod impl_gatekeeper;
mod keys;
mod packs;
pub mod rules;
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

pub use pallet::*;
pub use rules::{Rule, RuleSet, Sides};
pub use types::{Investor, InvestorInfo, KeyEntry, KeyOffer, Pack, PackRecord, Provider, Standing};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use cadastre_primitives::{
		Claims, Eligibility, InvestorId, Key, Moment, PackId, ProviderId, Rights,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, Footprint, UnixTime},
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

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

		/// What an author pays for a rule pack.
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

	/// The slot of a provider's account.
	#[pallet::storage]
	pub type ProviderOf<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, ProviderId>;

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

	/// Providers and rule packs that are there from the start.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Accounts of the providers, for the slots from 0 on.
		pub providers: Vec<T::AccountId>,
		/// Authors and rules of packs, for the ids from 0 on. The author must be able to pay the
		/// deposit.
		pub packs: Vec<(T::AccountId, RuleSet)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for account in &self.providers {
				let appointed = Pallet::<T>::do_appoint(account.clone(), 0);
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
	}

	/// Why a call, or a movement of shares, is refused. The first 21 are the reasons of a report.
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
		/// The period is empty, or over, or longer than that of the key that grants it.
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
		/// The pack has no rule, or a rule that names no flag.
		EmptyPack,
		/// A part of an asset is larger than the whole.
		InvalidPart,
		/// The new version would be in force too soon.
		NoticeTooShort,
		/// No announced version is in force.
		NothingToEnact,
		/// Assets follow the pack.
		PackFollowed,
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

		/// Which slots have providers, which of them are listed, and their epochs.
		pub fn status() -> Standing {
			ProviderStatus::<T>::get()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Appoints a provider to the lowest free slot and lists it.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::AlreadyProvider`]: the account has a slot.
		/// - [`Error::SelfAttestation`]: the account is a key of an investor.
		/// - [`Error::TooManyProviders`]: no slot is free.
		///
		/// ## Events
		/// [`Event::ProviderAppointed`].
		#[pallet::call_index(0)]
		pub fn appoint_provider(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_appoint(account, Self::now())
		}

		/// De-lists a provider: its investors can do nothing but redeem, at once.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::ProviderNotListed`]: it is de-listed already.
		///
		/// ## Events
		/// [`Event::ProviderDelisted`].
		#[pallet::call_index(1)]
		pub fn delist_provider(origin: OriginFor<T>, provider: ProviderId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_delist(provider)
		}

		/// Lists a provider again: what it stated before counts again where it still holds.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::AlreadyListed`]: it is listed.
		///
		/// ## Events
		/// [`Event::ProviderRelisted`].
		#[pallet::call_index(2)]
		pub fn relist_provider(origin: OriginFor<T>, provider: ProviderId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_relist(provider)
		}

		/// Frees the slot of a de-listed provider. What it stated never counts again.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::AlreadyListed`]: it is still listed.
		///
		/// ## Events
		/// [`Event::ProviderDismissed`].
		#[pallet::call_index(3)]
		pub fn dismiss_provider(origin: OriginFor<T>, provider: ProviderId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_dismiss(provider)
		}

		/// Admits an investor with one key that has all rights and does not expire.
		///
		/// ## Dispatch Origin
		/// Signed by a listed provider, who pays [`Config::InvestorDeposit`].
		///
		/// ## Errors
		/// - [`Error::NotProvider`], [`Error::ProviderNotListed`]: of the caller.
		/// - [`Error::SelfAttestation`]: the account is a provider's.
		/// - [`Error::KeyInUse`]: the account is a key.
		/// - [`Error::UnknownCountry`]: a country code is not assigned.
		/// - [`Error::InvalidPeriod`]: `valid_until` is not after `valid_from` and after now.
		///
		/// ## Events
		/// [`Event::InvestorAdmitted`].
		#[pallet::call_index(4)]
		pub fn admit(
			origin: OriginFor<T>,
			account: T::AccountId,
			claims: Claims,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_admit(who, account, claims).map(|_| ())
		}

		/// States an investor's claims anew, in all of its keys.
		///
		/// ## Dispatch Origin
		/// Signed by the listed provider in the investor's slot.
		///
		/// ## Details
		/// A blocked investor stays blocked. Where the slot was given to another provider in the
		/// meantime, that one takes the investor over: it pays the deposit, and the earlier
		/// provider gets its own back.
		///
		/// ## Errors
		/// - [`Error::NotProvider`], [`Error::ProviderNotListed`]: of the caller.
		/// - [`Error::UnknownInvestor`]: there is no such investor.
		/// - [`Error::UnknownCountry`], [`Error::InvalidPeriod`]: as for [`Pallet::admit`].
		///
		/// ## Events
		/// [`Event::InvestorRenewed`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::renew(T::MaxKeys::get()))]
		pub fn renew(
			origin: OriginFor<T>,
			investor: InvestorId,
			claims: Claims,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let keys = Self::do_renew(who, investor, claims)?;
			Ok(Some(T::WeightInfo::renew(keys)).into())
		}

		/// Erases an investor's keys, claims and offers, and returns their deposits.
		///
		/// ## Dispatch Origin
		/// Signed by the listed provider that stated the claims, or [`Config::AdminOrigin`].
		///
		/// ## Details
		/// Nothing is left but that the id is never given again. Only [`Config::AdminOrigin`] can
		/// revoke a blocked investor, since its accounts could then be admitted unblocked.
		///
		/// ## Errors
		/// - [`Error::NotProvider`], [`Error::ProviderNotListed`]: of the caller.
		/// - [`Error::UnknownInvestor`]: there is no such investor.
		/// - [`Error::Blocked`]: the caller is a provider and the investor is blocked.
		///
		/// ## Events
		/// [`Event::InvestorRevoked`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::revoke(T::MaxKeys::get()))]
		pub fn revoke(origin: OriginFor<T>, investor: InvestorId) -> DispatchResultWithPostInfo {
			let provider = match T::AdminOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			let keys = Self::do_revoke(provider, investor)?;
			Ok(Some(T::WeightInfo::revoke(keys)).into())
		}

		/// Blocks an investor: nothing moves to it or from it, whatever its provider states.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownInvestor`]: there is no such investor.
		/// - [`Error::Blocked`]: it is blocked already.
		///
		/// ## Events
		/// [`Event::InvestorBlocked`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::block(T::MaxKeys::get()))]
		pub fn block(origin: OriginFor<T>, investor: InvestorId) -> DispatchResultWithPostInfo {
			T::AdminOrigin::ensure_origin(origin)?;
			let keys = Self::do_block(investor)?;
			Ok(Some(T::WeightInfo::block(keys)).into())
		}

		/// Ends the block of an investor.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownInvestor`]: there is no such investor.
		/// - [`Error::NotBlocked`]: it is not blocked.
		///
		/// ## Events
		/// [`Event::InvestorUnblocked`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::unblock(T::MaxKeys::get()))]
		pub fn unblock(origin: OriginFor<T>, investor: InvestorId) -> DispatchResultWithPostInfo {
			T::AdminOrigin::ensure_origin(origin)?;
			let keys = Self::do_unblock(investor)?;
			Ok(Some(T::WeightInfo::unblock(keys)).into())
		}

		/// Offers an account to become a key of the caller's investor.
		///
		/// ## Dispatch Origin
		/// Signed by a key that manages keys, who pays [`Config::KeyDeposit`] until the offer ends.
		///
		/// ## Details
		/// A key gives no right that it does not have, and no time beyond its own. The offer can be
		/// accepted for [`Config::OfferPeriod`]. An investor has one open offer at a time.
		///
		/// ## Errors
		/// - [`Error::UnknownKey`], [`Error::KeyExpired`], [`Error::Blocked`]: of the caller.
		/// - [`Error::MissingRight`]: the caller does not manage keys, or lacks an offered right.
		/// - [`Error::InvalidPeriod`]: `expires_at` is not after now, or beyond the caller's end.
		/// - [`Error::KeyInUse`], [`Error::SelfAttestation`]: the account is a key, a provider's.
		/// - [`Error::OfferPending`]: the account or the investor has an open offer.
		/// - [`Error::TooManyKeys`]: the investor has [`Config::MaxKeys`].
		///
		/// ## Events
		/// [`Event::KeyOffered`].
		#[pallet::call_index(9)]
		pub fn offer_key(
			origin: OriginFor<T>,
			account: T::AccountId,
			rights: Rights,
			expires_at: Option<Moment>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_offer(who, account, rights, expires_at)
		}

		/// Makes the caller a key of the investor that offered it.
		///
		/// ## Dispatch Origin
		/// Signed by the account of the offer, who pays [`Config::KeyDeposit`].
		///
		/// ## Errors
		/// - [`Error::NoOffer`]: this investor has not offered the caller a key.
		/// - [`Error::OfferExpired`]: the offer or the offered key has expired.
		/// - [`Error::KeyInUse`], [`Error::SelfAttestation`]: the caller is a key, a provider's.
		/// - [`Error::Blocked`]: the investor is blocked.
		///
		/// ## Events
		/// [`Event::KeyAdded`].
		#[pallet::call_index(10)]
		pub fn accept_key(origin: OriginFor<T>, investor: InvestorId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(who, investor)
		}

		/// Ends the offer of a key to an account and returns its deposit.
		///
		/// ## Dispatch Origin
		/// Signed by the account, by the key that offered, or by a key that manages the investor's
		/// keys; once the offer has expired, by anybody.
		///
		/// ## Errors
		/// - [`Error::NoOffer`]: the account has no offer.
		/// - [`Error::MissingRight`]: the caller is none of these.
		///
		/// ## Events
		/// [`Event::KeyOfferWithdrawn`].
		#[pallet::call_index(11)]
		pub fn withdraw_offer(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_offer(who, account)
		}

		/// Removes a key of an investor and returns its deposit; ends the offer that it made.
		///
		/// ## Dispatch Origin
		/// Signed by the key itself, or by a key of the same investor that manages keys, has every
		/// right of the removed one and lasts as long.
		///
		/// ## Errors
		/// - [`Error::UnknownKey`]: the account, or the caller, is no key of the investor.
		/// - [`Error::KeyExpired`]: of the caller, unless it removes itself.
		/// - [`Error::MissingRight`]: the caller may not remove this key.
		/// - [`Error::Blocked`]: the investor is blocked, and its keys stay as they are.
		/// - [`Error::LastKey`]: no key would be left that manages keys and does not expire.
		///
		/// ## Events
		/// [`Event::KeyRemoved`], after [`Event::KeyOfferWithdrawn`] if the key had made an offer.
		#[pallet::call_index(12)]
		pub fn remove_key(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_key(who, account)
		}

		/// Publishes a rule pack, version 1, in force at once.
		///
		/// ## Dispatch Origin
		/// Signed by its author, who pays [`Config::PackDeposit`].
		///
		/// ## Errors
		/// - [`Error::EmptyPack`]: there is no rule, or one without a flag.
		/// - [`Error::UnknownSet`]: a rule names a country set that is not there.
		///
		/// ## Events
		/// [`Event::PackPublished`].
		#[pallet::call_index(13)]
		pub fn publish_pack(origin: OriginFor<T>, rules: RuleSet) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_publish(who, rules, Self::now()).map(|_| ())
		}

		/// Announces the next version of a rule pack, or another one in its place.
		///
		/// ## Dispatch Origin
		/// Signed by the author.
		///
		/// ## Details
		/// `effective_at` is the first second at which the version is in force, at least
		/// [`Config::MinPackNotice`] from now. An announced version that is in force by now is
		/// enacted first; one that is not is replaced.
		///
		/// ## Errors
		/// - [`Error::UnknownPack`], [`Error::NotPackAuthor`].
		/// - [`Error::NoticeTooShort`]: `effective_at` is too early.
		/// - [`Error::EmptyPack`], [`Error::UnknownSet`]: as for [`Pallet::publish_pack`].
		///
		/// ## Events
		/// [`Event::PackAmended`], after [`Event::PackEnacted`] if a version was enacted.
		#[pallet::call_index(14)]
		pub fn amend_pack(
			origin: OriginFor<T>,
			pack: PackId,
			rules: RuleSet,
			effective_at: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_amend(who, pack, rules, effective_at)
		}

		/// Puts an announced version that is in force in the place of the one before: a movement
		/// of shares then reads one value less. Free of charge.
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Errors
		/// - [`Error::UnknownPack`]: there is no such pack.
		/// - [`Error::NothingToEnact`]: no announced version is in force.
		///
		/// ## Events
		/// [`Event::PackEnacted`].
		#[pallet::call_index(15)]
		pub fn enact_pack(origin: OriginFor<T>, pack: PackId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_enact(pack)?;
			Ok(Pays::No.into())
		}

		/// Removes a rule pack that no asset follows, and returns its deposit.
		///
		/// ## Dispatch Origin
		/// Signed by the author.
		///
		/// ## Errors
		/// - [`Error::UnknownPack`], [`Error::NotPackAuthor`].
		/// - [`Error::PackFollowed`]: an asset follows the pack.
		///
		/// ## Events
		/// [`Event::PackWithdrawn`].
		#[pallet::call_index(16)]
		pub fn withdraw_pack(origin: OriginFor<T>, pack: PackId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_pack(who, pack)
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod functions;
mod rules;
mod types;
pub mod weights;

#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::{Asset, Paper};
pub use weights::WeightInfo;

/// The most papers in one page of [`Pallet::papers`].
pub const MAX_PAGE: u32 = 64;

/// What the issuer pays for the book of its asset in the layer below, in bytes: the most that a
/// book may have.
pub const MAX_BOOK_LEN: usize = 256;

/// An asset of a runtime.
pub type AssetOf<T> =
	Asset<<T as frame_system::Config>::AccountId, <T as Config>::AssetConsideration>;

/// A paper of a runtime.
pub type PaperOf<T> = Paper<<T as Config>::PaperConsideration>;

#[frame_support::pallet]
pub mod pallet {
	use super::{AssetOf, PaperOf, WeightInfo};
	use alloc::vec::Vec;
	use cadastre_primitives::{
		traits::Register, AssetClass, AssetId, AssetInfo, AssetName, Balance, CountryCode, Moment,
		PackId, PaperId, PaperInfo, PaperKind,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, Footprint, UnixTime},
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The register of holders, in the layer below.
		type Register: Register<Self::AccountId>;

		/// Who verifies the papers of an asset, as an account.
		type VerifierOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// Who suspends an asset and ends the suspension.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The issuer's deposit for an asset and its book, under [`HoldReason::Asset`].
		type AssetConsideration: Consideration<Self::AccountId, Footprint>;

		/// The issuer's deposit for a paper, under [`HoldReason::Paper`].
		type PaperConsideration: Consideration<Self::AccountId, Footprint>;

		/// The time of the block.
		type Time: UnixTime;

		/// The most papers of one asset. At least 1.
		#[pallet::constant]
		type MaxPapers: Get<u32>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The assets. The issuer pays; removed with the last paper of a retired asset.
	// The ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Assets<T: Config> = StorageMap<_, Twox64Concat, AssetId, AssetOf<T>>;

	/// The papers of each asset, by asset and number. The issuer pays; removed when the asset is.
	// Both ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Papers<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, PaperId, PaperOf<T>>;

	/// The id of the next asset. It only grows, so that no id comes back.
	#[pallet::storage]
	pub type NextAssetId<T: Config> = StorageValue<_, AssetId, ValueQuery>;

	/// Why the issuer's native token is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For an asset and its book.
		#[codec(index = 0)]
		Asset,
		/// For a paper.
		#[codec(index = 1)]
		Paper,
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An asset was registered, as a draft.
		#[codec(index = 0)]
		AssetRegistered {
			/// The asset.
			asset: AssetId,
			/// Who registered it.
			issuer: T::AccountId,
			/// What kind of thing it is.
			class: AssetClass,
			/// Its name, in UTF-8.
			name: AssetName,
			/// The country whose law it is under, alpha-2.
			country: Option<CountryCode>,
			/// The rule pack that it follows at first.
			pack: PackId,
			/// The most shares that may be in issue.
			authorised: Balance,
		},
		/// A paper was filed.
		#[codec(index = 1)]
		PaperFiled {
			/// The asset.
			asset: AssetId,
			/// The number of the paper.
			paper: PaperId,
			/// What it is.
			kind: PaperKind,
			/// BLAKE2b-256 of the document.
			digest: H256,
			/// The date on the document.
			dated: Moment,
			/// The earlier paper in whose place it stands.
			supersedes: Option<PaperId>,
		},
		/// The papers of an asset were verified.
		#[codec(index = 2)]
		AssetVerified {
			/// The asset.
			asset: AssetId,
			/// Who verified them.
			verifier: T::AccountId,
			/// How many there were.
			papers: u32,
		},
		/// The book of an asset was opened.
		#[codec(index = 3)]
		AssetActivated {
			/// The asset.
			asset: AssetId,
		},
		/// An asset was suspended.
		#[codec(index = 4)]
		AssetSuspended {
			/// The asset.
			asset: AssetId,
			/// BLAKE2b-256 of the reasoned decision.
			reason: H256,
		},
		/// The suspension of an asset ended.
		#[codec(index = 5)]
		AssetResumed {
			/// The asset.
			asset: AssetId,
		},
		/// An asset was retired: its shares are only redeemed.
		#[codec(index = 6)]
		AssetRetired {
			/// The asset.
			asset: AssetId,
		},
		/// Papers of a retired asset were removed, and their deposits returned.
		#[codec(index = 7)]
		PapersRemoved {
			/// The asset.
			asset: AssetId,
			/// How many were removed: those with the highest ids.
			removed: u32,
			/// How many are left.
			left: u32,
		},
		/// A retired asset and its book were removed, and its deposit returned.
		#[codec(index = 8)]
		AssetRemoved {
			/// The asset.
			asset: AssetId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such asset.
		UnknownAsset,
		/// Only the issuer of the asset may do this.
		NotIssuer,
		/// The status of the asset does not allow this.
		WrongStatus,
		/// The name is blank, not UTF-8, or has control characters.
		BadName,
		/// ISO 3166-1 has not assigned this country code.
		UnknownCountry,
		/// The authorised number of shares is 0.
		ZeroAuthorised,
		/// The asset has as many papers as it may have.
		TooManyPapers,
		/// The date on the document is later than now.
		DatedInFuture,
		/// The asset has no such paper.
		UnknownPaper,
		/// The asset has no papers to verify.
		NoPapers,
		/// The asset has another number of papers than the verifier saw: look again.
		PapersChanged,
		/// The issuer of an asset cannot verify it.
		IssuerCannotVerify,
		/// Shares of the asset are in issue: redeem them first.
		SharesInIssue,
		/// The limit is 0, so that nothing would be removed.
		ZeroLimit,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxPapers::get() > 0, "MaxPapers is 0: no asset could be verified");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// An asset: issuer, class, status, name, country, number of papers, verification.
		pub fn asset(asset: AssetId) -> Option<AssetInfo<T::AccountId>> {
			Self::asset_info(asset)
		}

		/// The papers of an asset in the order of their filing, at most `limit` of them (at most
		/// 64), after the paper `after`. Empty for an asset that does not exist.
		pub fn papers(asset: AssetId, after: Option<PaperId>, limit: u32) -> Vec<PaperInfo> {
			Self::paper_page(asset, after, limit)
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Registers an asset as a draft, and opens its book, closed for movements.
		///
		/// ## Dispatch Origin
		/// Signed. The account becomes the issuer and pays the deposit for the asset.
		///
		/// ## Details
		/// `authorised` is the most shares that may ever be in issue at a time. `country` is an
		/// upper-case alpha-2 code (ISO 3166-1).
		///
		/// ## Errors
		/// - [`Error::BadName`] if the name is blank, not UTF-8, or has control characters.
		/// - [`Error::UnknownCountry`] if the country code is not assigned.
		/// - [`Error::ZeroAuthorised`] if no share would be authorised.
		/// - An arithmetic overflow if no asset id is left.
		/// - The error of the layer below if there is no such rule pack.
		///
		/// ## Events
		/// [`Event::AssetRegistered`].
		#[pallet::call_index(0)]
		pub fn register(
			origin: OriginFor<T>,
			class: AssetClass,
			name: AssetName,
			country: Option<CountryCode>,
			pack: PackId,
			authorised: Balance,
		) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_register(issuer, class, name, country, pack, authorised)
		}

		/// Files a paper of an asset.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer, which pays the deposit for the paper.
		///
		/// ## Details
		/// Open in every status but Retired. `digest` is the BLAKE2b-256 of the document, `dated`
		/// the date on it in seconds of Unix time, at most now. A paper is never changed; the one
		/// that it supersedes stays on file. Any number of papers may supersede the same one.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`].
		/// - [`Error::TooManyPapers`] if the asset has [`Config::MaxPapers`] papers.
		/// - [`Error::DatedInFuture`] if `dated` is later than now.
		/// - [`Error::UnknownPaper`] if there is no paper that it could supersede.
		///
		/// ## Events
		/// [`Event::PaperFiled`].
		#[pallet::call_index(1)]
		pub fn file_paper(
			origin: OriginFor<T>,
			asset: AssetId,
			kind: PaperKind,
			digest: H256,
			dated: Moment,
			supersedes: Option<PaperId>,
		) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_file_paper(issuer, asset, kind, digest, dated, supersedes)
		}

		/// Verifies the papers of a draft.
		///
		/// ## Dispatch Origin
		/// [`Config::VerifierOrigin`], by an account that is not the issuer.
		///
		/// ## Details
		/// `papers` is the number of papers that the verifier saw. Papers are never changed, so that
		/// this number says which ones they were.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::WrongStatus`].
		/// - [`Error::IssuerCannotVerify`] if the verifier is the issuer.
		/// - [`Error::NoPapers`] if the asset has no papers.
		/// - [`Error::PapersChanged`] if it has another number of papers.
		///
		/// ## Events
		/// [`Event::AssetVerified`].
		#[pallet::call_index(2)]
		// A benchmark cannot be called `verify`: its macro has a variable of that name.
		#[pallet::weight(<T as Config>::WeightInfo::verify_asset())]
		pub fn verify(origin: OriginFor<T>, asset: AssetId, papers: u32) -> DispatchResult {
			let verifier = T::VerifierOrigin::ensure_origin(origin)?;
			Self::do_verify(verifier, asset, papers)
		}

		/// Opens the book of a verified asset: from now on shares are issued and transferred.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer.
		///
		/// ## Errors
		/// [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`].
		///
		/// ## Events
		/// [`Event::AssetActivated`].
		#[pallet::call_index(3)]
		pub fn activate(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_activate(issuer, asset)
		}

		/// Suspends an active asset: none of its shares moves.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		/// `reason` is the BLAKE2b-256 of the reasoned decision.
		///
		/// ## Errors
		/// [`Error::UnknownAsset`], [`Error::WrongStatus`].
		///
		/// ## Events
		/// [`Event::AssetSuspended`].
		#[pallet::call_index(4)]
		pub fn suspend(origin: OriginFor<T>, asset: AssetId, reason: H256) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_suspend(asset, reason)
		}

		/// Ends the suspension of an asset, which is active again.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// [`Error::UnknownAsset`], [`Error::WrongStatus`].
		///
		/// ## Events
		/// [`Event::AssetResumed`].
		#[pallet::call_index(5)]
		pub fn resume(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_resume(asset)
		}

		/// Retires an asset for good: its shares are redeemed, nothing else.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer.
		///
		/// ## Details
		/// Open to drafts, verified and active assets. A suspension has to end first.
		///
		/// ## Errors
		/// [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`].
		///
		/// ## Events
		/// [`Event::AssetRetired`].
		#[pallet::call_index(6)]
		pub fn retire(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_retire(issuer, asset)
		}

		/// Removes papers of a retired asset, and with the last one the asset and its book.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer, which gets the deposits back.
		///
		/// ## Details
		/// At most `limit` papers (at least 1), those with the highest ids first. Call it again
		/// until nothing is left. The weight of papers that were not there is refunded.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`].
		/// - [`Error::ZeroLimit`] if `limit` is 0.
		/// - [`Error::SharesInIssue`] if shares of the asset are in issue.
		///
		/// ## Events
		/// [`Event::PapersRemoved`] if the asset had papers, and [`Event::AssetRemoved`] if none is
		/// left.
		///
		/// ## Complexity
		/// `O(n)`, n = `limit`, at most [`Config::MaxPapers`].
		#[pallet::call_index(7)]
		#[pallet::weight(<T as Config>::WeightInfo::remove((*limit).min(T::MaxPapers::get())))]
		pub fn remove(
			origin: OriginFor<T>,
			asset: AssetId,
			limit: u32,
		) -> DispatchResultWithPostInfo {
			let issuer = ensure_signed(origin)?;
			let removed = Self::do_remove(issuer, asset, limit)?;
			Ok(Some(<T as Config>::WeightInfo::remove(removed)).into())
		}
	}
}

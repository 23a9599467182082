// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod calls;
mod details;
mod events;
mod functions;
mod identifiers;
mod roles;
mod rounds;
mod rules;
mod types;
mod verifiers;
pub mod weights;

#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

use frame_support::{
	pallet_macros::import_section,
	traits::fungible::{hold::Balanced, Inspect},
};

pub use pallet::*;
pub use roles::{EnsureAssetRole, EnsureIssuing};
pub use types::{
	Asset, Deposit, Grant, IdentifierRecord, IssuerOffer, Metadatum, Paper, Standing, Verifier,
};
pub use weights::WeightInfo;

/// The most entries in one page of a view function.
pub const MAX_PAGE: u32 = 64;

/// What the issuer pays for the book of its asset in the layer below, in bytes: the most that a
/// book may have.
pub const MAX_BOOK_LEN: usize = 256;

/// The most identifiers of one asset.
pub const MAX_IDENTIFIERS: u32 = 8;

/// The most entries of metadata of one asset.
pub const MAX_METADATA: u32 = 32;

/// The most accounts with a role for one asset.
pub const MAX_ROLES: u32 = 16;

/// How long an offer of an asset to another issuer can be open: 30 days, in seconds.
pub const MAX_OFFER: cadastre_primitives::Moment = 30 * 24 * 60 * 60;

/// An asset of a runtime.
pub type AssetOf<T> =
	Asset<<T as frame_system::Config>::AccountId, <T as Config>::AssetConsideration>;

/// A paper of a runtime.
pub type PaperOf<T> =
	Paper<<T as frame_system::Config>::AccountId, <T as Config>::PaperConsideration>;

/// Whose an identifier is, in a runtime.
pub type IdentifierOf<T> =
	IdentifierRecord<<T as frame_system::Config>::AccountId, <T as Config>::DetailConsideration>;

/// An entry of metadata of a runtime.
pub type MetadatumOf<T> =
	Metadatum<<T as frame_system::Config>::AccountId, <T as Config>::DetailConsideration>;

/// The roles of an account in a runtime.
pub type GrantOf<T> =
	Grant<<T as frame_system::Config>::AccountId, <T as Config>::DetailConsideration>;

/// The money of a runtime in which bonds are paid.
pub type MoneyOf<T> =
	<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;

/// What a slash leaves, in a runtime.
pub type CreditOf<T> = frame_support::traits::fungible::Credit<
	<T as frame_system::Config>::AccountId,
	<T as Config>::Currency,
>;

#[import_section(calls::calls)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use cadastre_primitives::{
		traits::Register, AssetClass, AssetFacts, AssetId, AssetInfo, AssetName, AssetRoles,
		Balance, CountryCode, Identifier, Lock, MetadataEntry, MetadataKey, MetadataValue, Moment,
		PackId, PaperId, PaperInfo, PaperKind, Profession, Professions, RoleInfo, Round,
		ShareTerms,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::hold::Mutate, Consideration, EnsureOriginWithArg, Footprint, OnUnbalanced,
			UnixTime,
		},
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

		/// Who suspends an asset and ends the suspension, lists, dismisses and slashes verifiers,
		/// says which professions a class needs, and takes an identifier from whom it does not
		/// belong to.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who acts for all the holders of an asset: a resolution of theirs.
		type HoldersOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, AssetId>;

		/// The issuer's deposit for an asset and its book, under [`HoldReason::Asset`].
		type AssetConsideration: Consideration<Self::AccountId, Footprint>;

		/// The deposit for a paper, under [`HoldReason::Paper`], of who files it.
		type PaperConsideration: Consideration<Self::AccountId, Footprint>;

		/// The deposit for an identifier, an entry of metadata or an account's roles, under
		/// [`HoldReason::Detail`], of who adds it.
		type DetailConsideration: Consideration<Self::AccountId, Footprint>;

		/// The money of the verifiers' bonds.
		type Currency: Mutate<Self::AccountId, Reason: From<HoldReason>> + Balanced<Self::AccountId>;

		/// Who gets what a verifier is slashed.
		type OnSlash: OnUnbalanced<CreditOf<Self>>;

		/// What is held of a verifier, under [`HoldReason::VerifierBond`].
		#[pallet::constant]
		type VerifierBond: Get<MoneyOf<Self>>;

		/// How long a verifier that has left or was dismissed can still be slashed, in seconds.
		#[pallet::constant]
		type BondPeriod: Get<Moment>;

		/// The time of the block.
		type Time: UnixTime;

		/// The most papers of one asset. At least 1.
		#[pallet::constant]
		type MaxPapers: Get<u32>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The assets. The issuer pays; removed with the last of what hangs on a retired asset.
	// The ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Assets<T: Config> = StorageMap<_, Twox64Concat, AssetId, AssetOf<T>>;

	/// The papers of each asset, by asset and number. Who files pays; removed when the asset is.
	// Both ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Papers<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, PaperId, PaperOf<T>>;

	/// The id of the next asset. It only grows, so that no id comes back.
	#[pallet::storage]
	pub type NextAssetId<T: Config> = StorageValue<_, AssetId, ValueQuery>;

	/// The assets of each issuer. Part of what the deposit for the asset pays; goes with it.
	#[pallet::storage]
	pub type ByIssuer<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, AssetId, ()>;

	/// Which asset has an identifier. Who adds it pays; removed by call or with the asset.
	#[pallet::storage]
	pub type Identifiers<T: Config> = StorageMap<_, Blake2_128Concat, Identifier, IdentifierOf<T>>;

	/// The identifiers of each asset, at most [`MAX_IDENTIFIERS`]. Paid for and removed together
	/// with the entry of [`Identifiers`].
	#[pallet::storage]
	pub type IdentifiersOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Blake2_128Concat, Identifier, ()>;

	/// The metadata of each asset, at most [`MAX_METADATA`] entries. Who sets an entry pays;
	/// removed by call, by anybody once it has expired, or with the asset.
	#[pallet::storage]
	pub type Metadata<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Blake2_128Concat, MetadataKey, MetadatumOf<T>>;

	/// Who has which roles for an asset, at most [`MAX_ROLES`] accounts. The issuer that grants
	/// pays; removed by call, by anybody once the roles have ended, or with the asset.
	#[pallet::storage]
	pub type Roles<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Blake2_128Concat, T::AccountId, GrantOf<T>>;

	/// Who verifies, or wants to. Covered by the bond; removed when it is returned.
	#[pallet::storage]
	pub type Verifiers<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Verifier<MoneyOf<T>>>;

	/// Which professions must have attested to an asset of a class, where governance has departed
	/// from the default. At most one entry a class.
	#[pallet::storage]
	pub type Policies<T: Config> = StorageMap<_, Twox64Concat, AssetClass, Professions>;

	/// Verifiers that are listed from the start.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Accounts and professions. Each account must be able to pay the bond.
		pub verifiers: Vec<(T::AccountId, Profession)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for (account, profession) in &self.verifiers {
				let listed = Pallet::<T>::do_apply(account.clone(), *profession)
					.and_then(|()| Pallet::<T>::do_approve(account.clone()));
				assert!(listed.is_ok(), "Genesis names a verifier twice, or one who cannot pay.");
			}
		}
	}

	/// Why native token is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For an asset and its book.
		#[codec(index = 0)]
		Asset,
		/// For a paper.
		#[codec(index = 1)]
		Paper,
		/// For an identifier, an entry of metadata, or an account's roles.
		#[codec(index = 2)]
		Detail,
		/// A verifier's bond.
		#[codec(index = 3)]
		VerifierBond,
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
		/// An asset: issuer, class, facts, status, name, country, number of papers, attestations,
		/// verification, rounds and wind-up.
		pub fn asset(asset: AssetId) -> Option<AssetInfo<T::AccountId>> {
			Self::asset_info(asset)
		}

		/// The papers of an asset in the order of their filing, at most `limit` of them (at most
		/// 64), after the paper `after`. Empty for an asset that does not exist.
		pub fn papers(asset: AssetId, after: Option<PaperId>, limit: u32) -> Vec<PaperInfo> {
			Self::paper_page(asset, after, limit)
		}

		/// The asset that has an identifier; none if no asset has it.
		pub fn asset_by_identifier(identifier: Identifier) -> Option<AssetId> {
			Identifiers::<T>::get(identifier).map(|record| record.asset)
		}

		/// The identifiers of an asset, at most 8, in the order of the trie.
		pub fn identifiers(asset: AssetId) -> Vec<Identifier> {
			IdentifiersOf::<T>::iter_key_prefix(asset).collect()
		}

		/// The assets of an issuer, at most `limit` of them (at most 64), in the order of the trie,
		/// after the asset `after`.
		pub fn assets_of(issuer: T::AccountId, after: Option<AssetId>, limit: u32) -> Vec<AssetId> {
			Self::asset_page(issuer, after, limit)
		}

		/// The metadata of an asset that have not expired, looking at no more than `limit` entries
		/// (at most 64), in the order of the trie, after the key `after`.
		pub fn metadata(
			asset: AssetId,
			after: Option<MetadataKey>,
			limit: u32,
		) -> Vec<MetadataEntry> {
			Self::metadata_page(asset, after, limit)
		}

		/// One entry of metadata; none if it is not there or has expired.
		pub fn metadatum(asset: AssetId, key: MetadataKey) -> Option<MetadataEntry> {
			let entry = Metadata::<T>::get(asset, &key)?;
			(!entry.is_expired(Self::now())).then(|| entry.into_entry(key))
		}

		/// Who has which roles for an asset, at most 16, expired ones included.
		pub fn roles(asset: AssetId) -> Vec<RoleInfo<T::AccountId>> {
			Roles::<T>::iter_prefix(asset).map(|(who, grant)| grant.into_info(who)).collect()
		}

		/// Whether an account may act in every one of these roles for an asset now, as its issuer
		/// or because it was granted them.
		pub fn has_roles(asset: AssetId, who: T::AccountId, roles: AssetRoles) -> bool {
			Assets::<T>::get(asset).is_some_and(|record| Self::may_act(asset, &record, &who, roles))
		}

		/// The funding round of an asset that is open, running or not; none if none is.
		pub fn round(asset: AssetId) -> Option<Round> {
			Assets::<T>::get(asset)?.round
		}

		/// A verifier: profession, bond, and whether it may attest.
		pub fn verifier(who: T::AccountId) -> Option<Verifier<MoneyOf<T>>> {
			Verifiers::<T>::get(who)
		}

		/// Which professions must have attested to an asset of a class.
		pub fn policy(asset_class: AssetClass) -> Professions {
			Self::required(asset_class)
		}
	}
}

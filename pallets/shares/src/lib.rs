// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod functions;
mod impl_register;
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
pub use types::{Book, Examination, Plan, Position};
pub use weights::WeightInfo;

/// The most holders in one page of [`Pallet::holders`].
pub const MAX_PAGE: u32 = 1_000;

#[frame_support::pallet]
pub mod pallet {
	use super::{Book, Position, WeightInfo, MAX_PAGE};
	use alloc::vec::Vec;
	use cadastre_primitives::{
		traits::Gatekeeper, AssetId, Balance, BookStatus, Failures, InvestorId, Kind, PackId,
	};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who is behind a key, and may a movement go ahead.
		type Gatekeeper: Gatekeeper<Self::AccountId>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The book of each asset. Paid for by the deposit that the registry of assets takes for the
	/// asset; removed when the asset is closed with no share in issue.
	// Asset ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Books<T: Config> = StorageMap<_, Twox64Concat, AssetId, Book<T::AccountId>>;

	/// What each investor holds of each asset. Paid for by the fee of the movement that creates it;
	/// removed as soon as it is empty.
	// Both ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Positions<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, Position, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// New shares were issued.
		#[codec(index = 0)]
		Issued {
			/// The asset.
			asset: AssetId,
			/// Who holds them now.
			to: InvestorId,
			/// The key that they were issued to.
			to_key: T::AccountId,
			/// Number of shares.
			amount: Balance,
		},
		/// Shares changed hands.
		#[codec(index = 1)]
		Transferred {
			/// The asset.
			asset: AssetId,
			/// Who held them.
			from: InvestorId,
			/// The key that ordered the transfer.
			by: T::AccountId,
			/// Who holds them now.
			to: InvestorId,
			/// The key that they were sent to.
			to_key: T::AccountId,
			/// Number of shares.
			amount: Balance,
		},
		/// Shares ceased to exist.
		#[codec(index = 2)]
		Redeemed {
			/// The asset.
			asset: AssetId,
			/// Who held them.
			from: InvestorId,
			/// The key that ordered the redemption.
			by: T::AccountId,
			/// Number of shares.
			amount: Balance,
		},
		/// An asset follows another rule pack.
		#[codec(index = 3)]
		PackChanged {
			/// The asset.
			asset: AssetId,
			/// The pack that it followed.
			old: PackId,
			/// The pack that it follows.
			new: PackId,
		},
		/// The book of a new asset was opened, closed for movements.
		#[codec(index = 4)]
		BookOpened {
			/// The asset.
			asset: AssetId,
			/// Who issues its shares.
			issuer: T::AccountId,
			/// The rule pack that it follows.
			pack: PackId,
			/// The most shares that may be in issue.
			authorised: Balance,
		},
		/// A book is open for other movements than before.
		#[codec(index = 5)]
		BookStatusSet {
			/// The asset.
			asset: AssetId,
			/// The status before.
			old: BookStatus,
			/// The status now.
			new: BookStatus,
		},
		/// The book of an asset was removed.
		#[codec(index = 6)]
		BookClosed {
			/// The asset.
			asset: AssetId,
		},
		/// The book of an asset has another issuer.
		#[codec(index = 30)]
		IssuerChanged {
			/// The asset.
			asset: AssetId,
			/// Who issued its shares before.
			old: T::AccountId,
			/// Who issues its shares now.
			new: T::AccountId,
		},
		/// Another number of shares may be in issue.
		#[codec(index = 31)]
		AuthorisedSet {
			/// The asset.
			asset: AssetId,
			/// The most shares before.
			old: Balance,
			/// The most shares now.
			new: Balance,
		},
	}

	/// What is wrong with a call. Reasons against a movement are errors of the gatekeeper.
	#[pallet::error]
	pub enum Error<T> {
		/// The account is not the issuer of this asset.
		NotIssuer,
		/// The asset has a book already.
		BookExists,
		/// Shares of the asset are in issue: they must be redeemed first.
		SharesInIssue,
		/// The asset follows this pack already.
		SamePack,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The book of an asset; none if there is no such asset.
		pub fn book(asset: AssetId) -> Option<Book<T::AccountId>> {
			Books::<T>::get(asset)
		}

		/// The shares of an asset that an investor holds.
		pub fn balance(asset: AssetId, investor: InvestorId) -> Balance {
			Positions::<T>::get(asset, investor).free
		}

		/// The shares of an asset that the investor behind a key holds; 0 if the account is no key.
		pub fn balance_of(asset: AssetId, account: T::AccountId) -> Balance {
			T::Gatekeeper::key(&account).map_or(0, |key| Self::balance(asset, key.investor))
		}

		/// The holders of an asset and what they hold, at most `limit` of them and at most 1,000,
		/// in the order of the trie, after the investor `after`.
		pub fn holders(
			asset: AssetId,
			after: Option<InvestorId>,
			limit: u32,
		) -> Vec<(InvestorId, Balance)> {
			let page = match after {
				None => Positions::<T>::iter_prefix(asset),
				Some(investor) => Positions::<T>::iter_prefix_from(
					asset,
					Positions::<T>::hashed_key_for(asset, investor),
				),
			};
			let limit = usize::try_from(limit.min(MAX_PAGE)).unwrap_or(0);
			page.take(limit).map(|(investor, position)| (investor, position.free)).collect()
		}

		/// Would this transfer go ahead? Every reason against it, most fundamental first; empty if
		/// there is none. The same function decides when the transfer is executed.
		pub fn transfer_report(
			asset: AssetId,
			from: T::AccountId,
			to: T::AccountId,
			amount: Balance,
		) -> Failures {
			Self::examine(asset, Kind::Transfer, Some(&from), Some(&to), amount).failures
		}

		/// Would this issue go ahead, if the issuer ordered it? Every reason against it, most
		/// fundamental first; empty if there is none.
		pub fn issue_report(asset: AssetId, to: T::AccountId, amount: Balance) -> Failures {
			Self::examine(asset, Kind::Issue, None, Some(&to), amount).failures
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Issues new shares to the investor behind a key.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer of the asset.
		///
		/// ## Details
		/// `amount` is a number of shares. The shares in issue never exceed the authorised number;
		/// an authorised number of 0 means that nothing can be issued.
		///
		/// ## Errors
		/// - [`Error::NotIssuer`] if the sender is not the issuer.
		/// - The first reason of [`Pallet::issue_report`], as an error of the gatekeeper.
		///
		/// ## Events
		/// [`Event::Issued`]
		#[pallet::call_index(0)]
		pub fn issue(
			origin: OriginFor<T>,
			asset: AssetId,
			to: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_issue(who, asset, to, amount)
		}

		/// Transfers shares from the sender's investor to the investor behind another key.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to transfer.
		///
		/// ## Details
		/// `amount` is a number of shares. The position of a sender who gives everything is
		/// removed. Two keys of one investor have one position: nothing can be transferred between
		/// them. Weight that was not needed is refunded, also if the transfer is refused.
		///
		/// ## Errors
		/// The first reason of [`Pallet::transfer_report`], as an error of the gatekeeper.
		///
		/// ## Events
		/// [`Event::Transferred`]
		#[pallet::call_index(1)]
		pub fn transfer(
			origin: OriginFor<T>,
			asset: AssetId,
			to: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_transfer(who, asset, to, amount)
		}

		/// Redeems shares of the sender's investor: they cease to exist.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to transfer.
		///
		/// ## Details
		/// `amount` is a number of shares. No rule of the pack stands in the way, and an asset that
		/// is being wound up is open for redemption. What was redeemed can be issued again.
		///
		/// ## Errors
		/// The first reason against the movement, as an error of the gatekeeper.
		///
		/// ## Events
		/// [`Event::Redeemed`]
		#[pallet::call_index(2)]
		pub fn redeem(
			origin: OriginFor<T>,
			asset: AssetId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_redeem(who, asset, amount)
		}

		/// Sets the rule pack that an asset follows.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer of the asset.
		///
		/// ## Details
		/// Holds from the next movement on, for every holder, at the same cost for any number of
		/// them. A holder whom the new pack would not admit keeps its shares and can redeem them.
		///
		/// ## Errors
		/// - The gatekeeper's error for an unknown asset, or for a pack that cannot be followed.
		/// - [`Error::NotIssuer`] if the sender is not the issuer.
		/// - [`Error::SamePack`] if the asset follows this pack already.
		///
		/// ## Events
		/// [`Event::PackChanged`]
		#[pallet::call_index(3)]
		pub fn set_pack(origin: OriginFor<T>, asset: AssetId, pack: PackId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_pack(who, asset, pack)
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod allowances;
mod calls;
mod checkpoints;
mod classes;
mod events;
mod freezes;
mod functions;
mod holds;
mod impl_fungibles;
mod impl_holders;
mod impl_register;
mod lots;
pub mod order_rules;
pub mod order_types;
mod orders;
mod rules;
mod settle;
mod storage;
mod types;
pub mod weights;

#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_orders;
#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

use frame_support::pallet_macros::import_section;

pub use order_types::{Action, Ground, OrderId, OrderInfo, OrderState, Periods};
pub use pallet::*;
pub use types::{
	Allowance, Book, Checkpoint, CheckpointList, Conversion, Denial, Examination, GivenRecord,
	Giver, Hold, HoldList, Holding, Lot, LotList, Past, PastList, Plan, Position,
};
pub use weights::WeightInfo;

/// The most holders in one page of [`Pallet::holders`].
pub const MAX_PAGE: u32 = 1_000;

/// The most lock-ups with different ends of one position.
pub const MAX_LOTS: u32 = 16;

/// The most holds of one position.
pub const MAX_HOLDS: u32 = 16;

/// The most checkpoints of one asset that somebody refers to at a time.
pub const MAX_CHECKPOINTS: u32 = 32;

/// The most positions that one call prunes.
pub const MAX_PRUNE: u32 = 32;

#[import_section(calls::calls)]
#[import_section(events::events)]
#[import_section(storage::storage)]
#[frame_support::pallet]
pub mod pallet {
	use super::{
		Allowance, Book, CheckpointList, Conversion, Denial, GivenRecord, Giver, HoldList, Holding,
		LotList, PastList, Position, WeightInfo, MAX_PAGE, MAX_PRUNE,
	};
	use crate::order_types::{
		Action, Ground, OpenOrder, Order, OrderId, OrderInfo, Periods, Target,
	};
	use crate::settle::with_notices;
	use alloc::vec::Vec;
	use cadastre_primitives::{
		traits::{Gatekeeper, OnHoldingChange},
		AssetId, Balance, BookStatus, Bucket, CheckpointId, ClassCounts, Country, CountryCode,
		Failures, InvestorId, Kind, Moment, PackId,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, EnsureOriginWithArg, Footprint, UnixTime},
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	pub(crate) type OrderOf<T> = Order<
		<T as frame_system::Config>::AccountId,
		<T as Config>::OrderDeposit,
		<T as Config>::AppealDeposit,
	>;
	pub(crate) type OrderListOf<T> = BoundedVec<OpenOrder, <T as Config>::MaxOrders>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who is behind a key, and may a movement go ahead.
		type Gatekeeper: Gatekeeper<Self::AccountId>;

		/// Who is told that what an investor owns of a watched asset has changed.
		type OnChange: OnHoldingChange;

		/// The time that lock-ups and windows are compared with, in whole seconds.
		type Time: UnixTime;

		/// What shares can be held for: the purposes of all pallets.
		type RuntimeHoldReason: Parameter + Member + MaxEncodedLen + Copy + From<HoldReason>;

		/// Approves orders that take shares or keys away, decides appeals and annuls orders; may deny
		/// an investor an asset, beside its issuer. A body, no account.
		type AuthorityOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may issue shares of an asset now: its issuer, or whom it has let, while a funding round
		/// is open if the asset issues in rounds.
		type IssueOrigin: EnsureOriginWithArg<
			Self::RuntimeOrigin,
			AssetId,
			Success = Self::AccountId,
		>;

		/// Who acts for all the holders of an asset: a resolution of theirs.
		type HoldersOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, AssetId>;

		/// What an owner pays for an allowance, and an issuer for an entry of its deny list.
		type EntryDeposit: Consideration<Self::AccountId, Footprint>;

		/// Who proposes orders against holders and the book of an asset: its transfer agents.
		type TransferAgentOrigin: EnsureOriginWithArg<
			Self::RuntimeOrigin,
			AssetId,
			Success = Self::AccountId,
		>;

		/// Who approves freezes and releases of an asset: its second role. Never the same account,
		/// nor a key of the same investor, as the proposer.
		type ApproverOrigin: EnsureOriginWithArg<
			Self::RuntimeOrigin,
			AssetId,
			Success = Self::AccountId,
		>;

		/// Who proposes the recovery of an investor's keys: its provider.
		type RecoveryOrigin: EnsureOriginWithArg<
			Self::RuntimeOrigin,
			InvestorId,
			Success = Self::AccountId,
		>;

		/// What a proposer pays for an order.
		type OrderDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an appellant pays for an appeal. It is paid back whatever the decision.
		type AppealDeposit: Consideration<Self::AccountId, Footprint>;

		/// The most open orders against one target, at least 3: a freeze in force, what takes the
		/// shares, and a release.
		#[pallet::constant]
		type MaxOrders: Get<u32>;

		/// How long the stages of an order last.
		#[pallet::constant]
		type Periods: Get<Periods>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// Why funds are held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A deposit for an allowance, or for an entry of a deny list.
		#[codec(index = 0)]
		Entry,
		/// A deposit for an order under due process.
		#[codec(index = 1)]
		Order,
		/// A deposit for an appeal against an order.
		#[codec(index = 2)]
		Appeal,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let periods = T::Periods::get();
			let waits = [periods.forced, periods.cancellation, periods.recovery];
			assert!(waits.iter().all(|wait| *wait > 0), "nothing is taken without notice");
			assert!(T::MaxOrders::get() >= 3, "a freeze, what takes the shares, and a release");
		}

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
			Positions::<T>::get(asset, investor).owned()
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
			let page = Self::positions_after(asset, after);
			let limit = usize::try_from(limit.min(MAX_PAGE)).unwrap_or(0);
			page.map(|(investor, position)| (investor, position.owned()))
				.filter(|(_, owned)| *owned > 0)
				.take(limit)
				.collect()
		}

		/// Would this transfer go ahead? Every reason against it, most fundamental first; empty if
		/// there is none. The same function decides when the transfer is executed.
		pub fn transfer_report(
			asset: AssetId,
			from: T::AccountId,
			to: T::AccountId,
			amount: Balance,
		) -> Failures {
			Self::examine(asset, Kind::Transfer, Some(Giver::Key(&from)), Some(&to), amount)
				.failures
		}

		/// Would this transfer by an allowance go ahead? Every reason against it, most fundamental
		/// first; empty if there is none.
		pub fn transfer_from_report(
			asset: AssetId,
			spender: T::AccountId,
			owner: T::AccountId,
			to: T::AccountId,
			amount: Balance,
		) -> Failures {
			let giver = Some(Giver::Through(&owner, &spender));
			Self::examine(asset, Kind::Transfer, giver, Some(&to), amount).failures
		}

		/// What an investor has of an asset: free, held, frozen, locked up, and what could move now.
		pub fn holding(asset: AssetId, investor: InvestorId) -> Holding {
			Self::holding_of(asset, investor)
		}

		/// What of a position is locked up, and until when.
		pub fn lots(asset: AssetId, investor: InvestorId) -> LotList {
			Lots::<T>::get(asset, investor)
		}

		/// What of a position is held, what for, and until when.
		pub fn holds(
			asset: AssetId,
			investor: InvestorId,
		) -> HoldList<<T as Config>::RuntimeHoldReason> {
			Holds::<T>::get(asset, investor)
		}

		/// The checkpoints of an asset whose balances can be asked.
		pub fn checkpoints(asset: AssetId) -> CheckpointList {
			CheckpointsOf::<T>::get(asset)
		}

		/// What an investor owned at a checkpoint, free and held, in units; none if nobody refers to
		/// it.
		pub fn balance_at(
			asset: AssetId,
			investor: InvestorId,
			checkpoint: CheckpointId,
		) -> Option<Balance> {
			Self::checked_balance_at(asset, investor, checkpoint)
		}

		/// How many holders of an asset are counted in a country, by class. A holder is counted where
		/// its provider said that it belongs when it became one.
		pub fn holders_in(asset: AssetId, country: CountryCode) -> ClassCounts {
			CountryHolders::<T>::get(asset, Country::from_code(country).unwrap_or_default())
		}

		/// Which holders the pack of an asset, or its announced version, would refuse, and why: of at
		/// most `limit` positions and at most 1,000, in the order of the trie, after the investor
		/// `after`. The second value is the investor after which the next page begins; none at the
		/// end.
		pub fn pack_impact(
			asset: AssetId,
			upcoming: bool,
			after: Option<InvestorId>,
			limit: u32,
		) -> (Vec<(InvestorId, Failures)>, Option<InvestorId>) {
			Self::impact(asset, upcoming, after, limit)
		}

		/// Would this issue go ahead, if the issuer ordered it? Every reason against it, most
		/// fundamental first; empty if there is none.
		pub fn issue_report(asset: AssetId, to: T::AccountId, amount: Balance) -> Failures {
			Self::examine(asset, Kind::Issue, None, Some(&to), amount).failures
		}
		/// An open order: what it does, what it waits for and how long; none if it is over.
		pub fn order(order: OrderId) -> Option<OrderInfo<T::AccountId>> {
			Self::order_info(order)
		}

		/// The open orders against what an investor holds of an asset.
		pub fn orders_of(asset: AssetId, investor: InvestorId) -> Vec<OrderInfo<T::AccountId>> {
			Self::open_orders(Target::Position { asset, investor })
		}

		/// The open orders against the book of an asset.
		pub fn orders_of_asset(asset: AssetId) -> Vec<OrderInfo<T::AccountId>> {
			Self::open_orders(Target::Book { asset })
		}

		/// The open recovery of an investor's keys, if there is one.
		pub fn recovery_of(investor: InvestorId) -> Option<OrderInfo<T::AccountId>> {
			Self::open_orders(Target::Investor { investor }).pop()
		}
	}
}

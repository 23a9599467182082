// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod allowances;
mod calls;
mod checkpoints;
mod classes;
mod freezes;
mod functions;
mod holds;
mod impl_fungibles;
mod impl_register;
mod lots;
pub mod order_rules;
pub mod order_types;
mod orders;
mod rules;
mod settle;
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
#[frame_support::pallet]
pub mod pallet {
	use super::{
		Allowance, Book, CheckpointList, Conversion, Denial, GivenRecord, Giver, HoldList, Holding,
		LotList, PastList, Position, WeightInfo, MAX_PAGE, MAX_PRUNE,
	};
	use crate::order_types::{
		Action, Ground, OpenOrder, Order, OrderId, OrderInfo, Periods, Target,
	};
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

		/// Who is told that what an investor owns has changed.
		type OnChange: OnHoldingChange;

		/// The time that lock-ups and windows are compared with, in whole seconds.
		type Time: UnixTime;

		/// What shares can be held for: the purposes of all pallets.
		type RuntimeHoldReason: Parameter + Member + MaxEncodedLen + Copy + From<HoldReason>;

		/// Approves orders that take shares or keys away, decides appeals and annuls orders; may deny
		/// an investor an asset, beside its issuer. A body, no account.
		type AuthorityOrigin: EnsureOrigin<Self::RuntimeOrigin>;

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

	/// How many holders of each asset are counted in each country, by class. Paid for by the fee of
	/// the movement that creates it; removed with the last holder of the country.
	// A country is one of 250.
	#[pallet::storage]
	pub type CountryHolders<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, Country, ClassCounts, ValueQuery>;

	/// What of a position is locked up. Paid for by the fee of the movement that creates it;
	/// removed with the first change of the position after the last lock-up, or by `prune`.
	#[pallet::storage]
	pub type Lots<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, LotList, ValueQuery>;

	/// What an investor has given in the running window. Paid for by the fee of the movement that
	/// creates it; removed by `prune` when the window has ended, or with the position.
	#[pallet::storage]
	pub type Given<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AssetId,
		Twox64Concat,
		InvestorId,
		GivenRecord,
		ValueQuery,
	>;

	/// What a position remembers of older checkpoints than its last. Paid for by the fee of the
	/// movement that creates it; shortened with each change of the position, and by `prune`.
	#[pallet::storage]
	pub type History<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, PastList, ValueQuery>;

	/// The checkpoints of each asset that somebody refers to. Who refers to one pays for it; it is
	/// removed with the last reference.
	#[pallet::storage]
	pub type CheckpointsOf<T: Config> =
		StorageMap<_, Twox64Concat, AssetId, CheckpointList, ValueQuery>;

	/// What of a position is held, and what for. Paid for by whoever holds it; removed with the
	/// last hold, which anybody can release once it has expired.
	#[pallet::storage]
	pub type Holds<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AssetId,
		Twox64Concat,
		InvestorId,
		HoldList<<T as Config>::RuntimeHoldReason>,
		ValueQuery,
	>;

	/// An allowance, with its deposit.
	pub type AllowanceOf<T> = Allowance<<T as Config>::EntryDeposit>;

	/// What accounts may order for owners: by asset, the account that allowed it, and the account
	/// that may. Who allowed it pays; removed when it is used up or ended, and once it has expired
	/// by anybody.
	// Accounts are chosen by users: a cryptographic hash.
	#[pallet::storage]
	pub type Allowances<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, AssetId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
		),
		AllowanceOf<T>,
	>;

	/// An entry of a deny list, with its deposit.
	pub type DenialOf<T> =
		Denial<<T as frame_system::Config>::AccountId, <T as Config>::EntryDeposit>;

	/// Who is on the deny list of each asset. The issuer pays for its entries; the authority's go
	/// with its decision.
	#[pallet::storage]
	pub type Denied<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, DenialOf<T>>;

	/// Into which class the shares of an asset can be converted. Paid for with the asset; removed
	/// by the issuer, or with the book.
	#[pallet::storage]
	pub type Conversions<T: Config> = StorageMap<_, Twox64Concat, AssetId, Conversion>;

	/// Open orders. The proposer pays, and is paid back when the order ends.
	// Ids are given by the chain in sequence: a short hash.
	#[pallet::storage]
	pub type Orders<T: Config> = StorageMap<_, Twox64Concat, OrderId, OrderOf<T>>;

	/// The open orders against each target, at most [`Config::MaxOrders`]. Paid for with the orders,
	/// removed with the last of them.
	// The ids in a target are given by the chain, and an order names only what exists.
	#[pallet::storage]
	pub type OrdersOf<T: Config> = StorageMap<_, Twox64Concat, Target, OrderListOf<T>, ValueQuery>;

	/// The id of the next order. Ids are never reused.
	#[pallet::storage]
	pub type NextOrderId<T: Config> = StorageValue<_, OrderId, ValueQuery>;

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
		/// Shares changed hands by an order.
		#[codec(index = 7)]
		ForciblyTransferred {
			/// The asset.
			asset: AssetId,
			/// Who held them.
			from: InvestorId,
			/// Who holds them now.
			to: InvestorId,
			/// The key that they were sent to.
			to_key: T::AccountId,
			/// Number of units.
			amount: Balance,
		},
		/// Shares ceased to exist by an order.
		#[codec(index = 8)]
		Cancelled {
			/// The asset.
			asset: AssetId,
			/// Who held them.
			from: InvestorId,
			/// Number of units.
			amount: Balance,
		},
		/// What everybody owns now is kept, as long as somebody refers to it.
		#[codec(index = 9)]
		CheckpointTaken {
			/// The asset.
			asset: AssetId,
			/// Its number.
			checkpoint: CheckpointId,
		},
		/// Nobody refers to a checkpoint any more.
		#[codec(index = 10)]
		CheckpointReleased {
			/// The asset.
			asset: AssetId,
			/// Its number.
			checkpoint: CheckpointId,
		},
		/// A holder is counted elsewhere.
		#[codec(index = 11)]
		Reclassified {
			/// The asset.
			asset: AssetId,
			/// The investor.
			investor: InvestorId,
			/// Where it was counted.
			old: Bucket,
			/// Where it is counted.
			new: Bucket,
		},
		/// What nobody refers to any more was removed.
		#[codec(index = 12)]
		Pruned {
			/// The asset.
			asset: AssetId,
			/// Of how many positions.
			positions: u32,
		},
		/// Shares are held for a purpose.
		#[codec(index = 13)]
		Held {
			/// The asset.
			asset: AssetId,
			/// The investor.
			investor: InvestorId,
			/// What for.
			reason: T::RuntimeHoldReason,
			/// Number of units.
			amount: Balance,
			/// First second at which anybody may release them; none if there is no such second.
			expires_at: Option<Moment>,
		},
		/// Held shares are free again.
		#[codec(index = 14)]
		Released {
			/// The asset.
			asset: AssetId,
			/// The investor.
			investor: InvestorId,
			/// What they were held for.
			reason: T::RuntimeHoldReason,
			/// Number of units.
			amount: Balance,
		},
		/// An account may order transfers for an owner, or may no more.
		#[codec(index = 15)]
		Approved {
			/// The asset.
			asset: AssetId,
			/// The key that allows it.
			owner: T::AccountId,
			/// The account that may.
			spender: T::AccountId,
			/// How many units it might transfer.
			old: Balance,
			/// How many units it may transfer.
			new: Balance,
			/// First second at which it may no more.
			expires_at: Moment,
		},
		/// An allowance that had ended was removed.
		#[codec(index = 16)]
		AllowanceRemoved {
			/// The asset.
			asset: AssetId,
			/// The account that had allowed it.
			owner: T::AccountId,
			/// The account that might have.
			spender: T::AccountId,
			/// How many units had not been used.
			left: Balance,
		},
		/// A share is another number of units than before.
		#[codec(index = 17)]
		SharesSplit {
			/// The asset.
			asset: AssetId,
			/// Units of a share before.
			old: Balance,
			/// Units of a share now.
			new: Balance,
		},
		/// Shares can be converted into another class than before, or in another ratio.
		#[codec(index = 18)]
		ConversionSet {
			/// The asset.
			asset: AssetId,
			/// What was possible.
			old: Option<Conversion>,
			/// What is possible.
			new: Option<Conversion>,
		},
		/// Shares were converted into another class.
		#[codec(index = 19)]
		Converted {
			/// The class that was given.
			asset: AssetId,
			/// The class that was received.
			into: AssetId,
			/// The investor.
			investor: InvestorId,
			/// The key that ordered it.
			by: T::AccountId,
			/// Number of units given.
			amount: Balance,
			/// Number of units received.
			received: Balance,
		},
		/// An investor is on the deny list of an asset.
		#[codec(index = 20)]
		InvestorDenied {
			/// The asset.
			asset: AssetId,
			/// The investor.
			investor: InvestorId,
			/// Digest of the document that says why.
			reason: H256,
		},
		/// An investor is no more on the deny list of an asset.
		#[codec(index = 21)]
		InvestorUndenied {
			/// The asset.
			asset: AssetId,
			/// The investor.
			investor: InvestorId,
		},
		/// An order was made. It has no effect yet but that of an emergency freeze, of a forced
		/// transfer and of a cancellation: the shares concerned do not move.
		#[codec(index = 40)]
		OrderProposed {
			/// The order.
			order: OrderId,
			/// What it does.
			action: Action<T::AccountId>,
			/// On what ground.
			ground: Ground,
			/// Digest of the document that orders it.
			digest: H256,
			/// Who proposed it.
			by: T::AccountId,
		},
		/// An order was approved.
		#[codec(index = 41)]
		OrderApproved {
			/// The order.
			order: OrderId,
			/// Who approved it, if not a body.
			by: Option<T::AccountId>,
			/// First second at which it acts or can be executed.
			from: Moment,
			/// First second at which it can be executed no more; of what is in force, at which it
			/// can be appealed no more.
			until: Moment,
		},
		/// An order was carried out, and is over.
		#[codec(index = 42)]
		OrderExecuted {
			/// The order.
			order: OrderId,
		},
		/// A freeze or a suspension was ended or lessened by another order.
		#[codec(index = 43)]
		OrderReleased {
			/// The freeze or suspension.
			order: OrderId,
			/// The order that released.
			by: OrderId,
			/// How many units it kept; the largest number is everything.
			old: Balance,
			/// How many it keeps now; 0: it is over.
			new: Balance,
		},
		/// An order was appealed: it cannot go on until the appeal is decided.
		#[codec(index = 44)]
		OrderAppealed {
			/// The order.
			order: OrderId,
			/// Who appealed.
			by: T::AccountId,
			/// Digest of the document that says why.
			digest: H256,
			/// First second at which the order has lapsed, if nobody has decided.
			until: Moment,
		},
		/// An appeal was decided. If it was upheld, the order is over.
		#[codec(index = 45)]
		AppealDecided {
			/// The order.
			order: OrderId,
			/// Whether the appellant was right.
			upheld: bool,
			/// Digest of the decision.
			digest: H256,
		},
		/// An order was taken back by its proposer.
		#[codec(index = 46)]
		OrderWithdrawn {
			/// The order.
			order: OrderId,
		},
		/// An order was ended by who approves.
		#[codec(index = 47)]
		OrderAnnulled {
			/// The order.
			order: OrderId,
			/// Digest of the decision.
			digest: H256,
		},
		/// The record of an order that had lapsed, or had ended without approval, was removed.
		#[codec(index = 48)]
		OrderLapsed {
			/// The order.
			order: OrderId,
		},
		/// The account that a recovery names as the new key agreed.
		#[codec(index = 49)]
		RecoveryAccepted {
			/// The order.
			order: OrderId,
			/// The investor.
			investor: InvestorId,
			/// The account.
			account: T::AccountId,
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
		/// The asset has as many checkpoints as it may have.
		TooManyCheckpoints,
		/// Nobody refers to this checkpoint.
		UnknownCheckpoint,
		/// A record of the register contradicts another.
		Corrupt,
		/// The investor owns no shares of the asset.
		NotHolder,
		/// Nothing is stated of this investor.
		UnknownInvestor,
		/// The holder is counted there already.
		SameBucket,
		/// There is nothing to remove.
		NothingToPrune,
		/// Nothing is held for this purpose.
		UnknownHold,
		/// Less is held for this purpose.
		HoldTooSmall,
		/// The position has as many holds as it may have.
		TooManyHolds,
		/// It has not ended yet.
		NotOver,
		/// The end is not in the future.
		AlreadyOver,
		/// There is no such allowance.
		UnknownAllowance,
		/// The factor changes nothing.
		SameFactor,
		/// The factor would leave no whole number.
		IndivisibleFactor,
		/// They are not two classes of one asset.
		NotAClass,
		/// The shares cannot be converted into this class.
		NoConversion,
		/// The investor is on the deny list already.
		AlreadyDenied,
		/// The investor is not on the deny list.
		NotDenied,
		/// The compliance authority has put the investor on the list: only it can end that.
		DeniedByAuthority,
		/// Positions that own nothing must be pruned first.
		PositionsLeft,
		/// Somebody still refers to a checkpoint of the asset.
		CheckpointsLeft,
		/// The deny list of the asset must be emptied first.
		DenyListNotEmpty,
		/// The classes of the asset must be closed first.
		ClassesLeft,
		/// There is no such order, or it is over.
		UnknownOrder,
		/// The time in which this could be done with the order is over.
		OrderHasLapsed,
		/// The order has not lapsed, or keeps another one from being proposed.
		NotLapsed,
		/// The order was approved already.
		AlreadyApproved,
		/// The order is in force: another order releases it.
		AlreadyInForce,
		/// The order was not approved, or is of a kind that nobody executes.
		NotApproved,
		/// The waiting period of the order is not over.
		StillWaiting,
		/// Who approves is the proposer, or a key of the same investor.
		SameParty,
		/// The account did not propose the order.
		NotProposer,
		/// The account is neither a key of the investor concerned nor the issuer of the asset.
		NotConcerned,
		/// The order was appealed: the authority must decide first.
		AppealPending,
		/// No appeal waits for a decision.
		NoAppeal,
		/// The order was appealed once, and cannot be again.
		AlreadyAppealed,
		/// The period for appeals is over.
		AppealExpired,
		/// The order is no freeze or suspension in force, as it would have to be.
		NotInForce,
		/// What freezes everything is released as a whole.
		NotDivisible,
		/// The new key has not accepted the recovery.
		NotAccepted,
		/// The new key has accepted already.
		AlreadyAccepted,
		/// The account is not the new key that the order names.
		NotNominee,
		/// The account is a key of an investor already.
		KeyInUse,
		/// There are as many open orders against this target as there may be.
		TooManyOrders,
		/// A recovery of this investor is open already.
		RecoveryPending,
		/// An order keeps shares of this investor on the word of one role, or did until lately and was
		/// not approved.
		UnconfirmedOrder,
		/// There are open orders of this asset: they must end first.
		OrdersOpen,
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

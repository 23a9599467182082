// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod checkpoints;
mod freezes;
mod functions;
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

pub use pallet::*;
pub use types::{
	Book, Checkpoint, CheckpointList, Examination, GivenRecord, Giver, Hold, HoldList, Lot,
	LotList, Past, PastList, Plan, Position,
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

#[frame_support::pallet]
pub mod pallet {
	use super::{
		Book, CheckpointList, GivenRecord, Giver, LotList, PastList, Position, WeightInfo, MAX_PAGE,
	};
	use crate::order_types::{
		Action, Ground, OpenOrder, Order, OrderId, OrderInfo, Periods, Target,
	};
	use alloc::vec::Vec;
	use cadastre_primitives::{
		traits::{Gatekeeper, OnHoldingChange},
		AssetId, Balance, BookStatus, CheckpointId, ClassCounts, Country, Failures, InvestorId,
		Kind, Moment, PackId,
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
		type RuntimeHoldReason: Parameter + Member + MaxEncodedLen + Copy;

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

		/// Approves what takes shares or keys away, decides appeals and annuls orders. A body.
		type AuthorityOrigin: EnsureOrigin<Self::RuntimeOrigin>;

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

	/// Who is on the deny list of each asset, and the digest of the reason.
	#[pallet::storage]
	pub type Denied<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, [u8; 32]>;

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

	/// For what this pallet holds deposits.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// An order under due process.
		#[codec(index = 8)]
		Order,
		/// An appeal against an order.
		#[codec(index = 9)]
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
		/// There is no such investor.
		UnknownInvestor,
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
			let page = match after {
				None => Positions::<T>::iter_prefix(asset),
				Some(investor) => Positions::<T>::iter_prefix_from(
					asset,
					Positions::<T>::hashed_key_for(asset, investor),
				),
			};
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
		/// Makes an order under due process: a freeze, a forced transfer, a recovery of keys and the
		/// like.
		///
		/// ## Dispatch Origin
		/// [`Config::TransferAgentOrigin`] of the asset; for a recovery [`Config::RecoveryOrigin`] of
		/// the investor. Who proposes pays [`Config::OrderDeposit`] until the order ends.
		///
		/// ## Details
		/// `digest` is BLAKE2b-256 of the document that orders it. Amounts are numbers of units. From
		/// now on an emergency freeze, a forced transfer or a cancellation keeps the shares from
		/// moving, but on the word of one role only: until it is approved, there can be no second
		/// such order against the same position, and if it ends without approval not before the
		/// time for its approval has passed once more.
		///
		/// ## Errors
		/// - The gatekeeper's error for an unknown asset, an amount of 0, a receiver without a key
		///   or who is the investor itself.
		/// - [`Error::UnknownInvestor`]: there is no such investor, and no position either.
		/// - [`Error::UnknownOrder`], [`Error::NotInForce`], [`Error::NotDivisible`]: of a release.
		/// - [`Error::KeyInUse`], [`Error::RecoveryPending`]: of a recovery.
		/// - [`Error::UnconfirmedOrder`]: see above.
		/// - [`Error::TooManyOrders`]: there are [`Config::MaxOrders`] against the target.
		///
		/// ## Events
		/// [`Event::OrderProposed`]
		#[pallet::call_index(20)]
		pub fn propose_order(
			origin: OriginFor<T>,
			action: Action<T::AccountId>,
			ground: Ground,
			digest: H256,
		) -> DispatchResult {
			Self::do_propose(origin, action, ground, digest)
		}

		/// Approves an order that another party has proposed.
		///
		/// ## Dispatch Origin
		/// [`Config::AuthorityOrigin`]; for a freeze or a release also [`Config::ApproverOrigin`] of
		/// the asset.
		///
		/// ## Details
		/// A freeze or a suspension is in force at once, a release or resumption is executed at once.
		/// A forced transfer, a cancellation and a recovery wait; then anybody executes them.
		///
		/// ## Errors
		/// - [`Error::UnknownOrder`], [`Error::OrderHasLapsed`], [`Error::AppealPending`],
		///   [`Error::AlreadyApproved`]: of the order.
		/// - [`Error::SameParty`]: the approver is the proposer, or a key of the same investor.
		/// - [`Error::NotAccepted`]: the new key of a recovery has not accepted.
		/// - [`Error::NotInForce`], [`Error::NotDivisible`]: what a release would end is not so any
		///   more.
		///
		/// ## Events
		/// [`Event::OrderApproved`]; of a release also [`Event::OrderExecuted`] and
		/// [`Event::OrderReleased`].
		#[pallet::call_index(21)]
		pub fn approve_order(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			Self::do_approve(origin, order)
		}

		/// Carries out an approved order whose waiting period is over.
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// All of it happens or nothing does. Shares that are held for another purpose are not
		/// touched.
		///
		/// ## Errors
		/// - [`Error::UnknownOrder`], [`Error::OrderHasLapsed`], [`Error::AppealPending`],
		///   [`Error::NotApproved`], [`Error::StillWaiting`]: of the order.
		/// - The first reason against the movement, as an error of the gatekeeper.
		/// - The gatekeeper's error if the new key of a recovery cannot be one.
		///
		/// ## Events
		/// [`Event::OrderExecuted`], and the event of the movement or of the keys.
		#[pallet::call_index(22)]
		#[pallet::weight(<T as Config>::WeightInfo::execute_order()
			.max(<T as Config>::WeightInfo::execute_recovery()))]
		pub fn execute_order(origin: OriginFor<T>, order: OrderId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_execute(order)
		}

		/// Appeals against an order: it cannot go on until the authority has decided, and lapses if
		/// nobody decides in time.
		///
		/// ## Dispatch Origin
		/// Signed by a key of the investor concerned, whatever its rights and even if the investor is
		/// blocked; or by the issuer of the asset. Who appeals pays [`Config::AppealDeposit`] until
		/// the appeal is decided.
		///
		/// ## Details
		/// `digest` is BLAKE2b-256 of the document that says why. Possible once, from the proposal
		/// on: until the end of the waiting period, or of the period for appeals if the order is in
		/// force. The clock of the order stands still meanwhile.
		///
		/// ## Errors
		/// - [`Error::UnknownOrder`], [`Error::OrderHasLapsed`]: of the order.
		/// - [`Error::NotConcerned`]: of the caller.
		/// - [`Error::AppealPending`], [`Error::AlreadyAppealed`], [`Error::AppealExpired`].
		///
		/// ## Events
		/// [`Event::OrderAppealed`]
		#[pallet::call_index(23)]
		pub fn appeal_order(origin: OriginFor<T>, order: OrderId, digest: H256) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_appeal(who, order, digest)
		}

		/// Decides an appeal: an order against which it is upheld is over.
		///
		/// ## Dispatch Origin
		/// [`Config::AuthorityOrigin`].
		///
		/// ## Details
		/// `digest` is BLAKE2b-256 of the decision. After a dismissal the order goes on with the time
		/// that was left when it was appealed.
		///
		/// ## Errors
		/// [`Error::UnknownOrder`], [`Error::NoAppeal`], [`Error::OrderHasLapsed`]
		///
		/// ## Events
		/// [`Event::AppealDecided`]
		#[pallet::call_index(24)]
		pub fn decide_appeal(
			origin: OriginFor<T>,
			order: OrderId,
			upheld: bool,
			digest: H256,
		) -> DispatchResult {
			T::AuthorityOrigin::ensure_origin(origin)?;
			Self::do_decide(order, upheld, digest)
		}

		/// Takes back an order that is not in force.
		///
		/// ## Dispatch Origin
		/// Signed by its proposer.
		///
		/// ## Errors
		/// [`Error::UnknownOrder`], [`Error::NotProposer`], [`Error::OrderHasLapsed`],
		/// [`Error::AlreadyInForce`]
		///
		/// ## Events
		/// [`Event::OrderWithdrawn`]
		#[pallet::call_index(25)]
		pub fn withdraw_order(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, order)
		}

		/// Ends an order.
		///
		/// ## Dispatch Origin
		/// [`Config::AuthorityOrigin`], at any stage; [`Config::ApproverOrigin`] of the asset, an order
		/// that it could approve and nobody has approved.
		///
		/// ## Details
		/// `digest` is BLAKE2b-256 of the decision. An open appeal is over with the order.
		///
		/// ## Errors
		/// [`Error::UnknownOrder`], [`Error::AlreadyApproved`], [`Error::OrderHasLapsed`]
		///
		/// ## Events
		/// [`Event::OrderAnnulled`]
		#[pallet::call_index(26)]
		pub fn annul_order(origin: OriginFor<T>, order: OrderId, digest: H256) -> DispatchResult {
			Self::do_annul(origin, order, digest)
		}

		/// Agrees to become the only key of an investor, as a recovery says: so that a typing error
		/// gives nobody's shares away.
		///
		/// ## Dispatch Origin
		/// Signed by the account that the order names.
		///
		/// ## Errors
		/// [`Error::UnknownOrder`], [`Error::NotNominee`], [`Error::OrderHasLapsed`],
		/// [`Error::AppealPending`], [`Error::AlreadyAccepted`]
		///
		/// ## Events
		/// [`Event::RecoveryAccepted`]
		#[pallet::call_index(27)]
		pub fn accept_recovery(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_recovery(who, order)
		}

		/// Removes the record of an order that has lapsed, and returns its deposits.
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// A lapsed order keeps no shares from moving, pruned or not. One that kept them on the word
		/// of one role and ended without approval can be pruned when the time for its approval has
		/// passed once more.
		///
		/// ## Errors
		/// [`Error::UnknownOrder`], [`Error::NotLapsed`]
		///
		/// ## Events
		/// [`Event::OrderLapsed`]
		#[pallet::call_index(28)]
		pub fn prune_order(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune(order)
		}
	}
}

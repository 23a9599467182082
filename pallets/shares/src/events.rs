// SPDX-License-Identifier: Apache-2.0

//! What the pallet says has happened, and what was wrong. A section of the pallet.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
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
		/// The layer above is told of the movements of an asset, or is no more.
		#[codec(index = 22)]
		WatchSet {
			/// The asset.
			asset: AssetId,
			/// Whether it was told before.
			old: bool,
			/// Whether it is told now.
			new: bool,
		},
	}

	/// What is wrong with a call. Reasons against a movement are errors of the gatekeeper.
	#[pallet::error]
	pub enum Error<T> {
		/// The account is not the issuer of this asset, or may not issue its shares now.
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
		/// The layer above watches the asset: what it does for the holders must end first.
		Watched,
	}
}

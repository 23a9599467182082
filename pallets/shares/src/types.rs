// SPDX-License-Identifier: Apache-2.0

//! The records of the register, and what an examination answers.

use crate::{MAX_CHECKPOINTS, MAX_HOLDS, MAX_LOTS};
use cadastre_primitives::{
	AssetId, Balance, BookStatus, Bucket, CheckpointId, ClassCounts, Effects, Facts, Failures,
	InvestorId, Marks, Moment, PackId, Reason,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// The record of one asset's shares. At most 256 bytes: every transfer reads it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Book<AccountId> {
	/// For what the book is open, as the registry of assets says.
	pub status: BookStatus,
	/// Whether an order has suspended the book, whatever the registry of assets says.
	pub halted: bool,
	/// Who issues shares and chooses the rule pack.
	pub issuer: AccountId,
	/// The rule pack that the asset follows.
	pub pack: PackId,
	/// Units in issue.
	pub supply: Balance,
	/// The most units that may be in issue; 0 means none at all.
	pub authorised: Balance,
	/// How many units are one share, at least 1. A split changes this number and nothing else.
	pub units_per_share: Balance,
	/// How many investors own shares.
	pub holders: u32,
	/// How many investors own shares, by the class in which each is counted.
	pub by_class: ClassCounts,
	/// How many positions are stored that own nothing, because something must still be known of
	/// them. A book goes only when there is none.
	pub kept: u32,
	/// How many investors are on the deny list of the asset. Nobody reads the list while it is 0.
	pub denied: u32,
	/// The last checkpoint that was taken; 0 if none was.
	pub checkpoint: CheckpointId,
	/// The oldest checkpoint that somebody refers to; 0 if there is none.
	pub oldest: CheckpointId,
	/// The newest checkpoint that somebody refers to; 0 if there is none.
	pub newest: CheckpointId,
	/// When the book was opened for the first time; 0 before.
	pub opened_at: Moment,
	/// The asset of which this one is a class of shares; none if it is an asset of its own.
	pub class_of: Option<AssetId>,
	/// How many classes of shares this asset has beside itself. Its book goes after theirs.
	pub classes: u32,
	/// The rank among the classes of one asset: the lowest is served first.
	pub rank: u8,
	/// How many orders of this asset are open. A book goes only when there is none.
	pub orders: u32,
	/// Whether [`cadastre_primitives::traits::OnHoldingChange`] is told of this asset's movements.
	pub watched: bool,
}

impl<AccountId> Book<AccountId> {
	/// For what the book is open, with the order that may have suspended it.
	pub fn status_in_force(&self) -> BookStatus {
		match self.status {
			BookStatus::Open | BookStatus::WindingUp if self.halted => BookStatus::Suspended,
			status => status,
		}
	}
}

/// What one investor owns of one asset, in units. At most 128 bytes: every transfer writes two.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Position {
	/// What is not held. A part of it may be frozen or locked up.
	pub free: Balance,
	/// What is held for a purpose: the sum of the holds.
	pub held: Balance,
	/// How much of what is free may not be moved by its owner. May exceed what is free: then all
	/// of it is frozen, and so is what comes in, up to this number.
	pub frozen: Balance,
	/// Where the owner is counted, while it owns anything.
	pub bucket: Bucket,
	/// The newest checkpoint that `previous` speaks of; 0 if it speaks of none.
	pub checkpoint: CheckpointId,
	/// What was owned at `checkpoint`, and at the ones before it of which no older record speaks.
	pub previous: Balance,
	/// Whether older records are in the history.
	pub older: bool,
	/// When the last lock-up ends; 0 if there is none. No lock-up is read when it has passed.
	pub locked_until: Moment,
	/// When the window ends in which is counted what the owner gives; 0 if there is none.
	pub given_until: Moment,
	/// What the layer above has marked the position with. Alone no reason to keep it.
	pub marks: Marks,
}

impl Position {
	/// All that is owned: free and held.
	pub const fn owned(&self) -> Balance {
		self.free.saturating_add(self.held)
	}

	/// What is neither held nor frozen.
	pub const fn unfrozen(&self) -> Balance {
		self.free.saturating_sub(self.frozen)
	}

	/// Whether nothing is owned.
	pub const fn is_empty(&self) -> bool {
		self.owned() == 0
	}

	/// Whether it is stored although nothing is owned. One that is not stored reads as the default.
	pub fn is_kept(&self) -> bool {
		self.is_empty() && *self != Self::default()
	}

	/// Whether it may be the only record of something that was owned at a checkpoint from `oldest`
	/// on, the oldest that somebody refers to.
	pub const fn remembers(&self, oldest: CheckpointId) -> bool {
		oldest > 0 && self.checkpoint >= oldest && (self.previous > 0 || self.older)
	}
}

/// Units that stay with their owner for a time.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Lot {
	/// How many units.
	pub amount: Balance,
	/// First second at which they may move on: the beginning of a day.
	pub until: Moment,
}

/// The lots of one position: ends ascending, no two the same, none of 0 units.
pub type LotList = BoundedVec<Lot, ConstU32<MAX_LOTS>>;

/// What an investor has given in the running window.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct GivenRecord {
	/// When the window began: with the first movement in it.
	pub since: Moment,
	/// How many units were given.
	pub amount: Balance,
}

/// A moment whose balances can still be read, because somebody refers to it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Checkpoint {
	/// Its number: 1, 2, 3 and so on for each asset.
	pub id: CheckpointId,
	/// When it was taken.
	pub at: Moment,
	/// Units in issue.
	pub supply: Balance,
	/// How many investors owned shares.
	pub holders: u32,
	/// How many refer to it; it goes with the last of them.
	pub references: u32,
}

/// The checkpoints of an asset that somebody refers to, numbers ascending.
pub type CheckpointList = BoundedVec<Checkpoint, ConstU32<MAX_CHECKPOINTS>>;

/// What was owned at a checkpoint, and at those between it and the record before.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Past {
	/// The newest checkpoint that the record speaks of.
	pub checkpoint: CheckpointId,
	/// What was owned, in units.
	pub owned: Balance,
}

/// What a position remembers beside its last record, checkpoints ascending.
pub type PastList = BoundedVec<Past, ConstU32<MAX_CHECKPOINTS>>;

/// Units that are held for a purpose.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Hold<HoldReason> {
	/// What for.
	pub reason: HoldReason,
	/// How many units.
	pub amount: Balance,
	/// First second at which anybody may release them; none if only the holder of the purpose may.
	pub expires_at: Option<Moment>,
}

/// The holds of one position, at most one for each purpose, none of 0 units.
pub type HoldList<HoldReason> = BoundedVec<Hold<HoldReason>, ConstU32<MAX_HOLDS>>;

/// What an account may order for the account that allowed it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Allowance<Ticket> {
	/// The investor whose key allowed it.
	pub investor: InvestorId,
	/// How many units are left. Never 0.
	pub amount: Balance,
	/// First second at which it allows nothing more.
	pub expires_at: Moment,
	/// The deposit of who allowed it.
	pub ticket: Ticket,
}

/// Why an investor is on the deny list of an asset.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Denial<AccountId, Ticket> {
	/// BLAKE2b-256 of the document that says why.
	pub reason: H256,
	/// The issuer that paid for the entry, and its deposit; none for an entry of the authority.
	pub paid: Option<(AccountId, Ticket)>,
}

/// Into which other class shares can be converted, and in which ratio.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Conversion {
	/// The class that is received.
	pub into: AssetId,
	/// `numerator` units are received for `denominator` units given. Neither is 0.
	pub numerator: u32,
	/// See `numerator`.
	pub denominator: u32,
}

/// What an investor has of an asset, in units.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, TypeInfo)]
pub struct Holding {
	/// All that is owned.
	pub owned: Balance,
	/// What is not held.
	pub free: Balance,
	/// What is held for a purpose.
	pub held: Balance,
	/// How much of what is free, and of what comes in, is frozen. May exceed what is free.
	pub frozen: Balance,
	/// How much of what is free is locked up now.
	pub locked: Balance,
	/// What could be transferred now, as far as the investor's own position goes.
	pub movable: Balance,
	/// First second at which nothing of it is locked up; 0 if nothing is.
	pub locked_until: Moment,
	/// Where the investor is counted, if it owns anything.
	pub bucket: Option<Bucket>,
}

/// Who gives, in a movement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Giver<'a, AccountId> {
	/// An account, which must be a key: from what is free.
	Key(&'a AccountId),
	/// An account, which must be a key: from what is held.
	Held(&'a AccountId),
	/// An investor, whom nobody asks: from what is free, for an order.
	Investor(InvestorId),
	/// An account, which must be a key, and the account that orders by its allowance: from what is
	/// free.
	Through(&'a AccountId, &'a AccountId),
}

/// What the ledger found out about a movement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Examination<AccountId> {
	/// Every reason against the movement: first those of the ledger, in the order of their codes,
	/// then those of the gatekeeper, in its order. Empty: it may go ahead.
	pub failures: Failures,
	/// What the movement would start from; none if there is no such asset.
	pub plan: Option<Plan<AccountId>>,
}

impl<AccountId> Examination<AccountId> {
	/// The plan, if there is no reason against it.
	///
	/// # Errors
	/// The first reason.
	pub fn approved(self) -> Result<Plan<AccountId>, Reason> {
		match self.failures.first() {
			Some(failure) => Err(failure.reason),
			None => self.plan.ok_or(Reason::UnknownAsset),
		}
	}
}

/// The state that a movement starts from, read once, and how it changes the circle of holders.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan<AccountId> {
	/// The book before the movement.
	pub book: Book<AccountId>,
	/// Who gives, and its position before; none if nobody gives or the account is no key.
	pub from: Option<(InvestorId, Position)>,
	/// Who gets, and its position before; none if nobody gets or the account is no key.
	pub to: Option<(InvestorId, Position)>,
	/// Whether who gives owns nothing afterwards.
	pub leaves: bool,
	/// Whether who gets owned nothing before.
	pub joins: bool,
	/// Whether what is given is held.
	pub held: bool,
	/// The movement as the rules saw it.
	pub facts: Facts,
	/// What it leaves behind.
	pub effects: Effects,
	/// When it is examined.
	pub now: Moment,
	/// Whether the examination has read more than that of most movements: lock-ups, freezes, a deny
	/// list, counters that a rule asks for, or more than one pack.
	pub dear: bool,
}

/// How many holders there would be. Who leaves goes first, so that a full book can still change
/// hands.
pub(crate) fn holders_after(holders: u32, leaves: bool, joins: bool) -> u32 {
	holders.saturating_sub(leaves.into()).saturating_add(joins.into())
}

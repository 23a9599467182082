// SPDX-License-Identifier: Apache-2.0

//! The records of the register, and what an examination answers.

use cadastre_primitives::{Balance, BookStatus, Failures, InvestorId, PackId, Reason};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The record of one asset's shares. At most 256 bytes: every transfer reads it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Book<AccountId> {
	/// For what the book is open.
	pub status: BookStatus,
	/// Who issues shares and chooses the rule pack.
	pub issuer: AccountId,
	/// The rule pack that the asset follows.
	pub pack: PackId,
	/// Shares in issue.
	pub supply: Balance,
	/// The most shares that may be in issue; 0 means none at all.
	pub authorised: Balance,
	/// How many investors hold shares.
	pub holders: u32,
}

/// What one investor holds of one asset. At most 128 bytes: every transfer writes two.
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
	/// Shares that can be moved.
	pub free: Balance,
}

impl Position {
	/// Whether there is nothing in it: such a position is not stored.
	pub const fn is_empty(&self) -> bool {
		self.free == 0
	}
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
	/// Whether who gives holds nothing afterwards.
	pub leaves: bool,
	/// Whether who gets held nothing before.
	pub joins: bool,
}

impl<AccountId> Plan<AccountId> {
	/// How many holders there would be. Who leaves goes first, so that a full book can still
	/// change hands.
	pub fn holders_after(&self) -> u32 {
		self.book.holders.saturating_sub(self.leaves.into()).saturating_add(self.joins.into())
	}
}

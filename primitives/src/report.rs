// SPDX-License-Identifier: Apache-2.0

//! Why a movement of shares would be refused: every failing rule, in one stable form.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use crate::MAX_RULES;

/// Whom a rule or a failure speaks of.
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
	Serialize,
	Deserialize,
)]
pub enum Side {
	/// Who gives the shares.
	#[codec(index = 0)]
	Sender,
	/// Who gets the shares.
	#[codec(index = 1)]
	Receiver,
	/// The asset, its book or its rule pack.
	#[codec(index = 2)]
	Asset,
}

/// The stable code of a reason. Codes are never reused and never change their meaning.
///
/// 1–19 speak of the asset and the order, 20–39 of a party, 40–59 of a rule of the pack.
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
	Serialize,
	Deserialize,
)]
pub enum Reason {
	/// There is no such asset.
	#[codec(index = 1)]
	UnknownAsset,
	/// The book of the asset is not open for this kind of movement.
	#[codec(index = 2)]
	BookNotOpen,
	/// The amount is zero.
	#[codec(index = 3)]
	ZeroAmount,
	/// The sender has fewer free shares than the amount. Needed and found are numbers of shares.
	#[codec(index = 4)]
	InsufficientShares,
	/// More shares would be in issue than are authorised. Needed is the supply after, found the
	/// authorised number.
	#[codec(index = 5)]
	ExceedsAuthorised,
	/// Sender and receiver are the same investor.
	#[codec(index = 6)]
	SameInvestor,
	/// The asset's rule pack does not exist.
	#[codec(index = 7)]
	UnknownPack,
	/// The account is no key of an investor.
	#[codec(index = 20)]
	UnknownKey,
	/// The key has expired. Needed is now, found the end, in seconds of Unix time.
	#[codec(index = 21)]
	KeyExpired,
	/// The key lacks a right. Needed and found are sets of rights.
	#[codec(index = 22)]
	MissingRight,
	/// The investor is blocked by the compliance authority.
	#[codec(index = 23)]
	Blocked,
	/// The provider that admitted the investor is not listed. Needed is the provider.
	#[codec(index = 24)]
	ProviderNotListed,
	/// The provider's statement does not hold yet. Needed is now, found the start.
	#[codec(index = 25)]
	ClaimsNotYetValid,
	/// The provider's statement holds no more. Needed is now, found the end.
	#[codec(index = 26)]
	ClaimsExpired,
	/// A required flag is missing. Needed and found are sets of flags.
	#[codec(index = 40)]
	MissingFlags,
	/// A forbidden flag is set. Needed is the set of forbidden flags, found those that are set.
	#[codec(index = 41)]
	ForbiddenFlags,
	/// The country of residence is not in the allowed set. Needed is the number of the set in the
	/// pack, found the country's index.
	#[codec(index = 42)]
	CountryNotAllowed,
	/// The country of residence is in the denied set. Needed is the number of the set in the pack,
	/// found the country's index.
	#[codec(index = 43)]
	CountryDenied,
	/// There would be more holders than the cap. Needed is the cap, found the holders after.
	#[codec(index = 44)]
	HolderCapExceeded,
	/// The receiver would own more than the cap. Needed is the cap, found the balance after, in
	/// shares.
	#[codec(index = 45)]
	OwnershipCapExceeded,
	/// The rule names a set that the pack does not have.
	#[codec(index = 46)]
	BrokenRule,
}

/// One reason against a movement.
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
	Serialize,
	Deserialize,
)]
pub struct Failure {
	/// What is wrong.
	pub reason: Reason,
	/// The position of the failing rule in the asset's pack, from 0; none if no rule of the pack
	/// says it.
	pub rule: Option<u8>,
	/// Of whom.
	pub side: Side,
	/// What would be needed, in the unit that the reason names; 0 where it names none.
	pub needed: u128,
	/// What was found, in the unit that the reason names; 0 where it names none.
	pub found: u128,
}

impl Failure {
	/// A reason that no rule of the pack says and that needs no numbers.
	pub const fn plain(reason: Reason, side: Side) -> Self {
		Self { reason, rule: None, side, needed: 0, found: 0 }
	}

	/// A reason that no rule of the pack says, with what is needed and what was found.
	pub const fn measured(reason: Reason, side: Side, needed: u128, found: u128) -> Self {
		Self { reason, rule: None, side, needed, found }
	}
}

/// The most reasons that a report can have: each rule of a pack may fail once for each party, each
/// party for at most [`PARTY_REASONS`] reasons, and the order itself for at most
/// [`ORDER_REASONS`].
pub const MAX_FAILURES: u32 = 2 * MAX_RULES + 2 * PARTY_REASONS + ORDER_REASONS;

/// Codes 20–26.
pub const PARTY_REASONS: u32 = 7;

/// Codes 1–7.
pub const ORDER_REASONS: u32 = 7;

/// Every reason against a movement, most fundamental first. Empty: it may go ahead.
pub type Failures = BoundedVec<Failure, ConstU32<MAX_FAILURES>>;

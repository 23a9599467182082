// SPDX-License-Identifier: Apache-2.0

//! A movement of shares, as the ledger puts it to the rules.

use crate::{Balance, Key};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What kind of movement it is. Each kind has checks of its own, so that a restriction of trade
/// never locks the lawful way out.
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
pub enum Kind {
	/// New shares to a receiver: the rules on receivers hold.
	#[codec(index = 0)]
	Issue,
	/// From one investor to another: all rules hold.
	#[codec(index = 1)]
	Transfer,
	/// A holder's shares cease to exist: no rule of the pack holds, and neither the end of the
	/// provider's statement nor its de-listing stands in the way; a blocked holder is refused.
	#[codec(index = 2)]
	Redeem,
}

/// Whether the register of an asset is open, and for what.
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
	Serialize,
	Deserialize,
)]
pub enum BookStatus {
	/// Nothing moves: the asset is not active yet.
	#[default]
	#[codec(index = 0)]
	Closed,
	/// Shares are issued, transferred and redeemed.
	#[codec(index = 1)]
	Open,
	/// Nothing moves until the suspension ends.
	#[codec(index = 2)]
	Suspended,
	/// Shares are redeemed, nothing else: the asset is being wound up.
	#[codec(index = 3)]
	WindingUp,
}

impl BookStatus {
	/// Whether a kind of movement is open in this status.
	pub const fn allows(self, kind: Kind) -> bool {
		match self {
			Self::Open => true,
			Self::WindingUp => matches!(kind, Kind::Redeem),
			Self::Closed | Self::Suspended => false,
		}
	}
}

/// Everything about a movement that a rule may ask, gathered by the ledger before it asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Facts {
	/// The kind of movement.
	pub kind: Kind,
	/// The key that gives: `None` for an issue, `Some(None)` for an account that is no key.
	pub sender: Option<Option<Key>>,
	/// The key that gets: `None` for a redemption, `Some(None)` for an account that is no key.
	pub receiver: Option<Option<Key>>,
	/// What the receiver would own after the movement, in shares. 0 for a redemption.
	pub receiver_after: Balance,
	/// The number of which the receiver's part is taken: the supply after a transfer; for an issue
	/// the authorised number, since the first holder of a new asset always owns all of its supply.
	pub whole: Balance,
	/// How many holders the asset would have after the movement.
	pub holders_after: u32,
	/// Whether the movement adds a holder. A movement that does not is never refused for a cap on
	/// holders, which a later pack may have lowered.
	pub adds_holder: bool,
}

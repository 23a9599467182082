// SPDX-License-Identifier: Apache-2.0

//! A movement of shares, as the ledger puts it to the rules.

use crate::{AssetId, Balance, CohortId, Country, Eligibility, Flags, Key, Moment};
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
	/// By an order under due process, to another investor: the receiver must be admitted, listed
	/// and not blocked; no rule of the pack holds, and nothing about the sender stands in the way.
	#[codec(index = 3)]
	Forced,
	/// By an order under due process: shares cease to exist. Nobody is asked.
	#[codec(index = 4)]
	Cancellation,
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
	/// Nothing moves until the suspension ends, but by an order under due process.
	#[codec(index = 2)]
	Suspended,
	/// Shares are redeemed, or moved by an order, nothing else: the asset is being wound up.
	#[codec(index = 3)]
	WindingUp,
}

impl BookStatus {
	/// Whether a kind of movement is open in this status.
	pub const fn allows(self, kind: Kind) -> bool {
		match self {
			Self::Open => true,
			Self::WindingUp => {
				matches!(kind, Kind::Redeem | Kind::Forced | Kind::Cancellation)
			},
			Self::Suspended => matches!(kind, Kind::Forced | Kind::Cancellation),
			Self::Closed => false,
		}
	}
}

/// How many classes of investors there are.
pub const INVESTOR_CLASSES: usize = 5;

/// Number of holders by class, in the order of [`InvestorClass`].
pub type ClassCounts = [u32; INVESTOR_CLASSES];

/// The class in which a holder is counted: the strongest that its provider has stated.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
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
pub enum InvestorClass {
	/// No class was stated.
	#[default]
	#[codec(index = 0)]
	Unclassified,
	/// [`Flags::RETAIL`].
	#[codec(index = 1)]
	Retail,
	/// [`Flags::ACCREDITED`].
	#[codec(index = 2)]
	Accredited,
	/// [`Flags::PROFESSIONAL`].
	#[codec(index = 3)]
	Professional,
	/// [`Flags::INSTITUTIONAL`].
	#[codec(index = 4)]
	Institutional,
}

impl InvestorClass {
	/// The class of an investor of whom these flags are stated.
	pub const fn of(flags: Flags) -> Self {
		if !flags.common(Flags::INSTITUTIONAL).is_empty() {
			Self::Institutional
		} else if !flags.common(Flags::PROFESSIONAL).is_empty() {
			Self::Professional
		} else if !flags.common(Flags::ACCREDITED).is_empty() {
			Self::Accredited
		} else if !flags.common(Flags::RETAIL).is_empty() {
			Self::Retail
		} else {
			Self::Unclassified
		}
	}

	/// Its position in [`ClassCounts`].
	pub const fn index(self) -> usize {
		match self {
			Self::Unclassified => 0,
			Self::Retail => 1,
			Self::Accredited => 2,
			Self::Professional => 3,
			Self::Institutional => 4,
		}
	}
}

/// Where a holder is counted: fixed when it becomes a holder, so that counters cannot drift when
/// its provider states something else later.
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
pub struct Bucket {
	/// Country of residence.
	pub country: Country,
	/// Class of investor.
	pub class: InvestorClass,
}

impl Bucket {
	/// The bucket of an investor with this eligibility word.
	pub const fn of(word: &Eligibility) -> Self {
		Self { country: word.residence, class: InvestorClass::of(word.flags) }
	}
}

/// Everything about a movement that a rule may ask and that costs the ledger no further read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Facts {
	/// The asset whose shares move.
	pub asset: AssetId,
	/// The kind of movement.
	pub kind: Kind,
	/// The key that gives: `None` where nobody who gives is asked (an issue, a forced transfer, a
	/// cancellation), `Some(None)` for an account that is no key.
	pub sender: Option<Option<Key>>,
	/// The key that gets: `None` where nobody gets (a redemption, a cancellation), `Some(None)` for
	/// an account that is no key.
	pub receiver: Option<Option<Key>>,
	/// How many shares move.
	pub amount: Balance,
	/// What the sender would own after the movement, in shares. 0 where nobody gives.
	pub sender_after: Balance,
	/// What the receiver would own after the movement, in shares. 0 where nobody gets.
	pub receiver_after: Balance,
	/// The number of which the receiver's part is taken: the supply after a transfer; for an issue
	/// the authorised number, since the first holder of a new asset always owns all of its supply.
	pub whole: Balance,
	/// How many holders the asset would have after the movement.
	pub holders_after: u32,
	/// Whether the movement adds a holder. A movement that does not is never refused for a cap on
	/// holders, which a later pack may have lowered.
	pub adds_holder: bool,
	/// Where the receiver would be counted, if it becomes a holder by this movement.
	pub joins: Option<Bucket>,
	/// Where the sender is counted, if it ceases to be a holder by this movement.
	pub leaves: Option<Bucket>,
	/// When shares of the asset could first be issued; 0 while they could not.
	pub opened_at: Moment,
}

/// What a movement that nothing speaks against leaves behind, beside the shares themselves. The
/// ledger does what it says when it executes the movement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Effects {
	/// The received shares stay with the receiver until this moment: the first second at which they
	/// may move on.
	pub locked_until: Option<Moment>,
	/// What the sender gives is counted in windows of this many seconds.
	pub window: Option<Moment>,
	/// The sandbox cohort whose volume and investors the gatekeeper counts.
	pub cohort: Option<CohortId>,
	/// Whether the gatekeeper has read more than the keys, the standing of providers and the pack
	/// that is enacted, so that the movement is dearer than most.
	pub dear: bool,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_strongest_stated_class_counts() {
		for (flags, class) in [
			(Flags::KYC, InvestorClass::Unclassified),
			(Flags::RETAIL, InvestorClass::Retail),
			(Flags::RETAIL.with(Flags::ACCREDITED), InvestorClass::Accredited),
			(Flags::ACCREDITED.with(Flags::PROFESSIONAL), InvestorClass::Professional),
			(Flags::PROFESSIONAL.with(Flags::INSTITUTIONAL), InvestorClass::Institutional),
		] {
			assert_eq!(InvestorClass::of(flags), class);
		}
	}

	#[test]
	fn classes_are_counted_in_the_order_of_their_codes() {
		for class in [
			InvestorClass::Unclassified,
			InvestorClass::Retail,
			InvestorClass::Accredited,
			InvestorClass::Professional,
			InvestorClass::Institutional,
		] {
			assert_eq!(class.encode(), [u8::try_from(class.index()).unwrap()]);
		}
	}

	#[test]
	fn only_an_order_moves_shares_of_a_suspended_book() {
		let kinds = [Kind::Issue, Kind::Transfer, Kind::Redeem, Kind::Forced, Kind::Cancellation];
		let open = |status: BookStatus| kinds.map(|kind| status.allows(kind));
		assert_eq!(open(BookStatus::Closed), [false; 5]);
		assert_eq!(open(BookStatus::Open), [true; 5]);
		assert_eq!(open(BookStatus::Suspended), [false, false, false, true, true]);
		assert_eq!(open(BookStatus::WindingUp), [false, false, true, true, true]);
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The records of due process: what an order is, where it stands, and what it keeps.

use cadastre_primitives::{AssetId, Balance, InvestorId, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;

/// Identifies an order. Never reused.
pub type OrderId = u64;

/// What an order does.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Action<AccountId> {
	/// Keeps shares of an investor from moving, from the approval on, until a release.
	#[codec(index = 0)]
	Freeze {
		/// The asset.
		asset: AssetId,
		/// Whose shares.
		investor: InvestorId,
		/// How many shares; none: everything, with what comes later.
		amount: Option<Balance>,
	},
	/// The same, from the proposal on. It ends by itself if it is not approved in time.
	#[codec(index = 1)]
	EmergencyFreeze {
		/// The asset.
		asset: AssetId,
		/// Whose shares.
		investor: InvestorId,
		/// How many shares; none: everything, with what comes later.
		amount: Option<Balance>,
	},
	/// Ends or lessens a freeze that is in force.
	#[codec(index = 2)]
	Release {
		/// The order that froze.
		order: OrderId,
		/// How many shares of those that it froze; none: all of it.
		amount: Option<Balance>,
	},
	/// Moves shares to another investor without the owner's consent.
	#[codec(index = 3)]
	ForcedTransfer {
		/// The asset.
		asset: AssetId,
		/// Whose shares.
		from: InvestorId,
		/// A key of the investor who gets them.
		to: AccountId,
		/// How many shares.
		amount: Balance,
	},
	/// Ends the existence of shares without the owner's consent.
	#[codec(index = 4)]
	Cancellation {
		/// The asset.
		asset: AssetId,
		/// Whose shares.
		from: InvestorId,
		/// How many shares.
		amount: Balance,
	},
	/// Halts the book of an asset: nothing moves but by order, until a resumption.
	#[codec(index = 5)]
	Suspension {
		/// The asset.
		asset: AssetId,
	},
	/// Gives an investor whose keys are lost a new one in the place of all others.
	#[codec(index = 6)]
	Recovery {
		/// Whose keys.
		investor: InvestorId,
		/// The new key, which must accept.
		account: AccountId,
	},
	/// Ends a suspension that is in force.
	#[codec(index = 7)]
	Resumption {
		/// The order that halted the book.
		order: OrderId,
	},
}

impl<AccountId> Action<AccountId> {
	/// Its kind: the row of the table in [`procedure`](crate::order_rules::procedure).
	pub const fn kind(&self) -> OrderKind {
		match self {
			Self::Freeze { .. } => OrderKind::Freeze,
			Self::EmergencyFreeze { .. } => OrderKind::EmergencyFreeze,
			Self::Release { .. } => OrderKind::Release,
			Self::ForcedTransfer { .. } => OrderKind::ForcedTransfer,
			Self::Cancellation { .. } => OrderKind::Cancellation,
			Self::Suspension { .. } => OrderKind::Suspension,
			Self::Recovery { .. } => OrderKind::Recovery,
			Self::Resumption { .. } => OrderKind::Resumption,
		}
	}

	/// How many shares it keeps where it acts: [`Balance::MAX`] is everything, and for a suspension
	/// everybody's.
	pub fn keeps(&self) -> Balance {
		match self {
			Self::Freeze { amount, .. } | Self::EmergencyFreeze { amount, .. } => {
				amount.unwrap_or(Balance::MAX)
			},
			Self::ForcedTransfer { amount, .. } | Self::Cancellation { amount, .. } => *amount,
			Self::Suspension { .. } => Balance::MAX,
			Self::Release { .. } | Self::Resumption { .. } | Self::Recovery { .. } => 0,
		}
	}
}

/// The kind of an order.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum OrderKind {
	/// [`Action::Freeze`].
	#[codec(index = 0)]
	Freeze,
	/// [`Action::EmergencyFreeze`].
	#[codec(index = 1)]
	EmergencyFreeze,
	/// [`Action::Release`].
	#[codec(index = 2)]
	Release,
	/// [`Action::ForcedTransfer`].
	#[codec(index = 3)]
	ForcedTransfer,
	/// [`Action::Cancellation`].
	#[codec(index = 4)]
	Cancellation,
	/// [`Action::Suspension`].
	#[codec(index = 5)]
	Suspension,
	/// [`Action::Recovery`].
	#[codec(index = 6)]
	Recovery,
	/// [`Action::Resumption`].
	#[codec(index = 7)]
	Resumption,
}

impl OrderKind {
	/// Every kind.
	pub const ALL: [Self; 8] = [
		Self::Freeze,
		Self::EmergencyFreeze,
		Self::Release,
		Self::ForcedTransfer,
		Self::Cancellation,
		Self::Suspension,
		Self::Recovery,
		Self::Resumption,
	];
}

/// On what ground an order is made. Codes are never reused and never change their meaning.
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
pub enum Ground {
	/// A court has ordered it.
	#[codec(index = 0)]
	CourtOrder,
	/// A regulator has ordered it.
	#[codec(index = 1)]
	RegulatorOrder,
	/// The investor is under sanctions.
	#[codec(index = 2)]
	Sanctions,
	/// The keys are lost or stolen.
	#[codec(index = 3)]
	LostKeys,
	/// The register is wrong.
	#[codec(index = 4)]
	RegisterError,
	/// An estate or an insolvency.
	#[codec(index = 5)]
	Estate,
	/// Fraud, or the suspicion of it.
	#[codec(index = 6)]
	Fraud,
	/// What the document says.
	#[codec(index = 7)]
	Other,
}

/// Against what an order is made. The open orders against one target are listed together.
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
pub enum Target {
	/// What an investor holds, or will hold, of an asset.
	#[codec(index = 0)]
	Position {
		/// The asset.
		asset: AssetId,
		/// Who holds.
		investor: InvestorId,
	},
	/// The book of an asset.
	#[codec(index = 1)]
	Book {
		/// The asset.
		asset: AssetId,
	},
	/// The keys of an investor.
	#[codec(index = 2)]
	Investor {
		/// The investor.
		investor: InvestorId,
	},
}

impl Target {
	/// The asset whose book counts the order; none for a recovery.
	pub const fn asset(self) -> Option<AssetId> {
		match self {
			Self::Position { asset, .. } | Self::Book { asset } => Some(asset),
			Self::Investor { .. } => None,
		}
	}

	/// The investor concerned; none for an order against a whole book.
	pub const fn investor(self) -> Option<InvestorId> {
		match self {
			Self::Position { investor, .. } | Self::Investor { investor } => Some(investor),
			Self::Book { .. } => None,
		}
	}
}

/// Where an order stands.
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
pub enum Stage {
	/// Waits for its approval.
	#[codec(index = 0)]
	Proposed {
		/// First second at which it can be approved no more.
		until: Moment,
	},
	/// Waits for its execution.
	#[codec(index = 1)]
	Approved {
		/// First second at which it can be executed, and can be appealed no more.
		from: Moment,
		/// First second at which it can be executed no more.
		until: Moment,
	},
	/// A freeze or a suspension that stands until another order ends it.
	#[codec(index = 2)]
	InForce {
		/// First second at which it can be appealed no more.
		appeal_until: Moment,
	},
}

/// Who may appeal against an order, once each: neither can use up the other's appeal.
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
pub enum Appellant {
	/// A key of the investor concerned.
	#[codec(index = 0)]
	Investor,
	/// The issuer of the asset.
	#[codec(index = 1)]
	Issuer,
}

/// An appeal that waits for its decision: nothing else can be done with the order.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Appeal<AccountId, Ticket> {
	/// In whose right.
	pub appellant: Appellant,
	/// Who appealed and paid the deposit.
	pub by: AccountId,
	/// Digest of the document that says why.
	pub digest: H256,
	/// When.
	pub at: Moment,
	/// First second at which it cannot be decided any more: the order has lapsed.
	pub until: Moment,
	/// The deposit.
	pub ticket: Ticket,
}

/// Whose appeal was heard already.
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
pub struct Heard {
	/// That of the investor concerned.
	pub investor: bool,
	/// That of the issuer.
	pub issuer: bool,
}

impl Heard {
	/// Whether the appeal of this party was heard.
	pub const fn has(self, appellant: Appellant) -> bool {
		match appellant {
			Appellant::Investor => self.investor,
			Appellant::Issuer => self.issuer,
		}
	}

	/// With the appeal of this party.
	#[must_use]
	pub const fn with(self, appellant: Appellant) -> Self {
		match appellant {
			Appellant::Investor => Self { investor: true, ..self },
			Appellant::Issuer => Self { issuer: true, ..self },
		}
	}
}

/// An open order. Removed when it ends; the events are its history.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Order<AccountId, Ticket, AppealTicket> {
	/// What it does. What a release takes from a freeze is gone from its amount.
	pub action: Action<AccountId>,
	/// Against what.
	pub target: Target,
	/// On what ground.
	pub ground: Ground,
	/// Digest of the document that orders it.
	pub digest: H256,
	/// Who proposed it and paid the deposit.
	pub proposer: AccountId,
	/// When it was proposed.
	pub proposed_at: Moment,
	/// Whether the new key of a recovery has accepted. False for every other kind.
	pub accepted: bool,
	/// Where it stands.
	pub stage: Stage,
	/// The appeal that waits for its decision.
	pub appeal: Option<Appeal<AccountId, AppealTicket>>,
	/// Whose appeal was dismissed.
	pub heard: Heard,
	/// The deposit.
	pub ticket: Ticket,
}

/// An open order in the list of its target: what the ledger must know without reading the order.
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
pub struct OpenOrder {
	/// The order.
	pub order: OrderId,
	/// How many shares it keeps from moving now; [`Balance::MAX`] is everything.
	pub keeps: Balance,
	/// First second at which it keeps nothing any more, since it has lapsed; none if it stands.
	pub until: Option<Moment>,
	/// It keeps shares on the word of one role: first second at which such an order may be proposed
	/// again if it is not approved.
	pub bars_until: Option<Moment>,
}

/// How long the stages of an order last, in seconds.
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
pub struct Periods {
	/// A proposal waits for its approval.
	pub approval: Moment,
	/// An emergency freeze acts without approval.
	pub emergency: Moment,
	/// An approved forced transfer waits, and can be appealed.
	pub forced: Moment,
	/// An approved cancellation waits, and can be appealed.
	pub cancellation: Moment,
	/// An approved recovery waits, and can be appealed.
	pub recovery: Moment,
	/// An order can be executed once it has waited.
	pub execution: Moment,
	/// A freeze or suspension can be appealed once it is in force.
	pub appeal: Moment,
	/// The authority can decide an appeal.
	pub decision: Moment,
}

/// What an order waits for, now.
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
pub enum OrderState {
	/// For its approval, and a recovery before that for the new key's acceptance.
	#[codec(index = 0)]
	Proposed {
		/// First second at which it will have lapsed.
		until: Moment,
	},
	/// For the end of the waiting period.
	#[codec(index = 1)]
	Waiting {
		/// First second at which anybody can execute it.
		until: Moment,
	},
	/// For anybody to execute it.
	#[codec(index = 2)]
	Executable {
		/// First second at which it will have lapsed.
		until: Moment,
	},
	/// For a release or a resumption.
	#[codec(index = 3)]
	InForce,
	/// For the decision of the authority.
	#[codec(index = 4)]
	Appealed {
		/// First second at which it will have lapsed.
		until: Moment,
	},
	/// For anybody to prune it: it does nothing any more.
	#[codec(index = 5)]
	Lapsed {
		/// First second at which it can be pruned.
		prunable_at: Moment,
	},
}

/// An open order, as a view function answers.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OrderInfo<AccountId> {
	/// The order.
	pub order: OrderId,
	/// What it does.
	pub action: Action<AccountId>,
	/// Against what.
	pub target: Target,
	/// On what ground.
	pub ground: Ground,
	/// Digest of the document that orders it.
	pub digest: H256,
	/// Who proposed it.
	pub proposer: AccountId,
	/// When it was proposed.
	pub proposed_at: Moment,
	/// Whether the new key of a recovery has accepted.
	pub accepted: bool,
	/// What it waits for, and how long.
	pub state: OrderState,
	/// First second at which it can be appealed no more; none if it cannot be appealed now.
	pub appealable_until: Option<Moment>,
	/// Whose appeal was dismissed, and cannot be made again.
	pub heard: Heard,
	/// How many shares it keeps from moving now; the largest number is everything.
	pub keeps: Balance,
}

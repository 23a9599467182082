// SPDX-License-Identifier: Apache-2.0

//! Resolutions of an asset's holders, as the assembly answers them.

use crate::{AssetId, Balance, CheckpointId, InvestorId, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{pallet_prelude::DispatchError, traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;

/// Identifies a resolution. Never reused.
pub type ResolutionId = u32;

/// The most motions of a resolution.
pub const MAX_MOTIONS: u32 = 4;

/// The most choices of a motion, without Against and Abstain.
pub const MAX_CHOICES: u32 = 10;

/// The most options of a resolution: the choices of all motions, with Against and Abstain of each.
pub const MAX_OPTIONS: u32 = 12;

/// The most parts into which one holder can split its votes on a resolution.
pub const MAX_SPLITS: u32 = 8;

/// How a holder votes on a resolution.
pub type Ballot = BoundedVec<Split, ConstU32<MAX_SPLITS>>;

/// How much the holders must agree. A higher class needs more.
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
	Serialize,
	Deserialize,
)]
pub enum ResolutionClass {
	/// The business of every year: managers, income, valuations.
	#[codec(index = 0)]
	Ordinary,
	/// What changes the terms: rules, feeds, large spending.
	#[codec(index = 1)]
	Special,
	/// What ends the asset: sale, winding-up.
	#[codec(index = 2)]
	Extraordinary,
}

/// What one can vote for in a motion.
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
pub enum Choice {
	/// One of the choices, counted from 0.
	#[codec(index = 0)]
	For(u8),
	/// None of them.
	#[codec(index = 1)]
	Against,
	/// No opinion: counts for the quorum, not for the majority.
	#[codec(index = 2)]
	Abstain,
}

/// A part of a holder's votes.
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
pub struct Split {
	/// The motion, counted from 0.
	pub motion: u8,
	/// What this part is for.
	pub choice: Choice,
	/// How many votes, in units of the asset; none for all that the other parts leave in this
	/// motion.
	pub votes: Option<Balance>,
}

/// Where a motion is.
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
pub enum MotionState {
	/// The votes are not counted yet.
	#[codec(index = 0)]
	Undecided,
	/// Too few voted, or none of the choices had the majority.
	#[codec(index = 1)]
	Rejected,
	/// A choice that carries no call was adopted: there is nothing to execute.
	#[codec(index = 2)]
	Adopted {
		/// The choice.
		choice: u8,
	},
	/// A choice was adopted, and its call has not been executed.
	#[codec(index = 3)]
	Carried {
		/// The choice.
		choice: u8,
	},
	/// The call of the choice was executed.
	#[codec(index = 4)]
	Executed {
		/// The choice.
		choice: u8,
	},
	/// The call of the choice was dispatched and failed. It can be tried again until the period of
	/// grace ends.
	#[codec(index = 5)]
	Failed {
		/// The choice.
		choice: u8,
		/// Why it failed the last time.
		error: DispatchError,
	},
}

/// Where a resolution is.
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
pub enum Phase {
	/// Announced; the vote has not begun.
	#[codec(index = 0)]
	Discussion,
	/// Votes, or commitments to votes, are taken.
	#[codec(index = 1)]
	Voting,
	/// Committed votes are revealed.
	#[codec(index = 2)]
	Reveal,
	/// The vote is over and has to be counted.
	#[codec(index = 3)]
	Counting,
	/// Counted; what was adopted waits, so that who disagrees can leave and a supervisor can look.
	#[codec(index = 4)]
	Timelock,
	/// What was adopted can be executed.
	#[codec(index = 5)]
	Grace,
	/// All that was adopted has been executed, or there was nothing to execute.
	#[codec(index = 6)]
	Done,
	/// Something that was adopted was not executed in time.
	#[codec(index = 7)]
	Lapsed,
	/// The proposer took it back before the vote.
	#[codec(index = 8)]
	Withdrawn,
	/// A supervisor stopped it.
	#[codec(index = 9)]
	Vetoed,
}

/// What happens next to a resolution.
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
pub enum Next {
	/// The vote begins by itself.
	#[codec(index = 0)]
	VoteBegins,
	/// Holders vote (`dao.vote`), or commit to a vote (`dao.commit`).
	#[codec(index = 1)]
	HoldersVote,
	/// Holders reveal what they committed to (`dao.reveal`).
	#[codec(index = 2)]
	HoldersReveal,
	/// Anyone has it counted (`dao.close`).
	#[codec(index = 3)]
	AnyoneCloses,
	/// The timelock ends by itself.
	#[codec(index = 4)]
	TimelockEnds,
	/// Anyone has it executed (`dao.execute`).
	#[codec(index = 5)]
	AnyoneExecutes,
	/// Anyone removes its records (`dao.prune`).
	#[codec(index = 6)]
	AnyonePrunes,
}

/// What happens next, and until when, or from when, as [`Next`] says.
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
pub struct Deadline {
	/// What happens.
	pub next: Next,
	/// Of what begins or ends by itself, the first second of what follows; of what somebody does,
	/// the first second at which it is too late. None if it is never too late.
	pub by: Option<Moment>,
}

/// A motion with its votes, in units of the asset.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct MotionInfo {
	/// Where it is.
	pub state: MotionState,
	/// The votes for each choice.
	pub choices: BoundedVec<Balance, ConstU32<MAX_CHOICES>>,
	/// The votes for none of the choices.
	pub against: Balance,
	/// The votes that count for the quorum only.
	pub abstained: Balance,
	/// How many votes are missing for the quorum.
	pub missing_for_quorum: Balance,
	/// How many more votes the first of the choices needs for the majority, if nobody else votes.
	pub missing_for_majority: Balance,
	/// The choice that would be adopted if the vote ended now.
	pub leading: Option<u8>,
}

/// A resolution, without what only the chain needs.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct ResolutionInfo<AccountId> {
	/// Whose holders resolve.
	pub asset: AssetId,
	/// Its number.
	pub id: ResolutionId,
	/// How much the holders must agree.
	pub class: ResolutionClass,
	/// Who proposed it.
	pub proposer: AccountId,
	/// BLAKE2b-256 of the text.
	pub digest: H256,
	/// Whether votes are committed first and revealed after.
	pub secret: bool,
	/// The manager whom it charges.
	pub accused: Option<AccountId>,
	/// Whose balances are the votes.
	pub checkpoint: CheckpointId,
	/// The units that the quorum is a part of: all but the issuer's own.
	pub base: Balance,
	/// The votes that make the quorum.
	pub quorum: Balance,
	/// Where it is.
	pub phase: Phase,
	/// What happens next, and when.
	pub deadline: Deadline,
	/// First second of the vote.
	pub voting_from: Moment,
	/// First second after the vote.
	pub voting_until: Moment,
	/// First second after the reveal.
	pub reveal_until: Moment,
	/// First second at which it can be executed.
	pub executable_from: Moment,
	/// First second at which it can be executed no more.
	pub executable_until: Moment,
	/// Its motions.
	pub motions: BoundedVec<MotionInfo, ConstU32<MAX_MOTIONS>>,
}

/// What a holder has to do with a resolution.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct VoterInfo {
	/// The investor.
	pub investor: InvestorId,
	/// How many votes it has, in units of the asset: 0 once the vote is counted, when the balances
	/// are no longer kept.
	pub power: Balance,
	/// Whether it may vote at all: it is neither blocked nor the issuer.
	pub may_vote: bool,
	/// How it voted, with the votes of each part.
	pub ballot: Option<Ballot>,
	/// Whether it has committed to a vote and not revealed it.
	pub committed: bool,
	/// Who voted for it, if it did not vote itself.
	pub voted_by: Option<InvestorId>,
	/// Who may vote for it, as long as it does not vote itself.
	pub delegate: Option<InvestorId>,
}

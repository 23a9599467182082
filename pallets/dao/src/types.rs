// SPDX-License-Identifier: Apache-2.0

//! The records, and the rules that the runtime sets.

use cadastre_primitives::{
	Balance, CheckpointId, InvestorId, Moment, MotionState, ResolutionClass, MAX_MOTIONS,
	MAX_OPTIONS, MAX_SPLITS,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::Perbill;

/// What a class of resolutions needs. Periods are in seconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Terms {
	/// From the announcement to the first vote. At least 1.
	pub discussion: Moment,
	/// How long votes are taken. At least 1.
	pub voting: Moment,
	/// How long the votes of a secret ballot are revealed. At least 1.
	pub reveal: Moment,
	/// From the end of the vote to the first moment of execution. At least 1.
	pub timelock: Moment,
	/// How long it can be executed. At least 1.
	pub grace: Moment,
	/// What must be enough.
	pub thresholds: Thresholds,
	/// The part of the supply that the proposer must own.
	pub stake: Perbill,
}

impl Terms {
	/// The longest time from the announcement to the last moment of execution.
	pub fn longest(&self) -> Moment {
		[self.discussion, self.voting, self.reveal, self.timelock, self.grace]
			.into_iter()
			.fold(0, Moment::saturating_add)
	}

	/// The same with periods that many times shorter, rounded up, so that none becomes 0.
	#[must_use]
	pub fn at_pace(mut self, pace: u32) -> Self {
		let pace = Moment::from(pace.max(1));
		for period in [
			&mut self.discussion,
			&mut self.voting,
			&mut self.reveal,
			&mut self.timelock,
			&mut self.grace,
		] {
			*period = period.div_ceil(pace);
		}
		self
	}
}

/// What must be enough. A resolution keeps those of its announcement, so that no later change of
/// the rules reaches it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Thresholds {
	/// The part of all votes that must be cast, abstentions included. More than nothing.
	pub quorum: Perbill,
	/// The part of the votes for and against that a choice needs, beside more than half of them.
	pub majority: Perbill,
	/// The part of all votes that a choice needs for the proposer to get the bond back.
	pub floor: Perbill,
}

/// The rules of all assemblies of holders.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Rules {
	/// What an ordinary resolution needs.
	pub ordinary: Terms,
	/// What a special one needs.
	pub special: Terms,
	/// What an extraordinary one needs.
	pub extraordinary: Terms,
	/// The most open resolutions of an asset.
	pub max_open: u32,
	/// The longest call that a resolution carries, in bytes.
	pub max_call_len: u32,
	/// What the proposer of a resolution loses if nobody supports it.
	pub proposal_bond: Balance,
	/// What a holder who charges a manager loses to the manager if nobody supports it.
	pub challenge_bond: Balance,
	/// The least bond of a manager.
	pub manager_bond: Balance,
	/// With how many strikes a manager is removed. At least 1.
	pub max_strikes: u8,
	/// The most that one strike takes of a manager's bond.
	pub max_slash: Perbill,
	/// How long the bond of a manager who left can be taken, in seconds. At least as long as a
	/// resolution can last.
	pub liability: Moment,
	/// How long the record of a resolution is kept after its last moment of execution, in seconds.
	pub retention: Moment,
}

impl Rules {
	/// What a class of resolutions needs.
	pub const fn terms(&self, class: ResolutionClass) -> &Terms {
		match class {
			ResolutionClass::Ordinary => &self.ordinary,
			ResolutionClass::Special => &self.special,
			ResolutionClass::Extraordinary => &self.extraordinary,
		}
	}
}

/// The moments of a resolution, each the first second of what it names.
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
pub struct Timetable {
	/// First second of the vote.
	pub voting_from: Moment,
	/// First second after the vote.
	pub voting_until: Moment,
	/// First second after the reveal; the end of the vote if nothing is secret.
	pub reveal_until: Moment,
	/// First second at which it can be executed.
	pub executable_from: Moment,
	/// First second at which it can be executed no more.
	pub executable_until: Moment,
}

/// How far a resolution has been brought by calls. Where it is within that, the time says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Stage {
	/// Its votes are not counted.
	#[codec(index = 0)]
	Open,
	/// Its votes are counted.
	#[codec(index = 1)]
	Closed,
	/// Taken back by its proposer.
	#[codec(index = 2)]
	Withdrawn,
	/// Stopped by a supervisor.
	#[codec(index = 3)]
	Vetoed,
}

/// The votes of each option.
pub type Tally = BoundedVec<Balance, ConstU32<MAX_OPTIONS>>;

/// The number of choices of each motion.
pub type Choices = BoundedVec<u8, ConstU32<MAX_MOTIONS>>;

/// A resolution. At most 512 bytes: every vote writes it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Resolution<AccountId, Ticket> {
	/// How far it is.
	pub stage: Stage,
	/// How much the holders must agree.
	pub class: ResolutionClass,
	/// Whether votes are committed first and revealed after.
	pub secret: bool,
	/// Its moments.
	pub times: Timetable,
	/// What must be enough.
	pub thresholds: Thresholds,
	/// Whose balances are the votes. Referred to while the resolution is open.
	pub checkpoint: CheckpointId,
	/// The units that could vote.
	pub base: Balance,
	/// The issuer, whose own shares do not vote.
	pub treasury: Option<InvestorId>,
	/// The investor of the accused manager, who does not judge itself.
	pub barred: Option<InvestorId>,
	/// The number of choices of each motion.
	pub choices: Choices,
	/// The votes of each option.
	pub tally: Tally,
	/// Where each motion is.
	pub motions: BoundedVec<MotionState, ConstU32<MAX_MOTIONS>>,
	/// The options that carry a call: `1 << n` for option `n`.
	pub calls: u16,
	/// How many records of votes are stored.
	pub records: u32,
	/// Who proposed it and pays for it.
	pub proposer: AccountId,
	/// The investor behind the proposer.
	pub investor: InvestorId,
	/// BLAKE2b-256 of its text.
	pub digest: H256,
	/// The manager whom it charges.
	pub accused: Option<AccountId>,
	/// What the proposer loses if nobody supports it. Held while it is open.
	pub bond: Balance,
	/// The proposer's deposit for the record and its calls.
	pub ticket: Ticket,
}

impl<AccountId, Ticket> Resolution<AccountId, Ticket> {
	/// Whether an adopted call has not been executed.
	pub fn is_pending(&self) -> bool {
		self.motions.iter().any(|motion| {
			matches!(motion, MotionState::Carried { .. } | MotionState::Failed { .. })
		})
	}

	/// Whether the shares of an investor have no vote on it.
	pub fn excludes(&self, investor: InvestorId) -> bool {
		self.treasury == Some(investor) || self.barred == Some(investor)
	}
}

/// Votes by option.
pub type Counted = BoundedVec<(u8, Balance), ConstU32<MAX_SPLITS>>;

/// What is recorded of one holder's vote.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum VoteRecord {
	/// Votes that are in the tally.
	#[codec(index = 0)]
	Cast {
		/// The votes of each option, none of them 0.
		votes: Counted,
		/// The delegate that cast them; none if the holder did.
		by: Option<InvestorId>,
	},
	/// A commitment to votes that are to be revealed.
	#[codec(index = 1)]
	Committed {
		/// BLAKE2b-256 of the asset, the resolution, who committed, the ballot and a salt.
		digest: H256,
		/// The delegate that committed; none if the holder did.
		by: Option<InvestorId>,
	},
}

impl VoteRecord {
	/// Whether the holder itself voted or committed: no delegate puts anything in its place.
	pub const fn is_own(&self) -> bool {
		matches!(self, Self::Cast { by: None, .. } | Self::Committed { by: None, .. })
	}

	/// The votes that are in the tally.
	pub fn counted(&self) -> &[(u8, Balance)] {
		match self {
			Self::Cast { votes, .. } => votes,
			Self::Committed { .. } => &[],
		}
	}
}

/// Who votes for a holder that does not vote itself.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Delegation<AccountId, Ticket> {
	/// The delegate. Never the holder itself.
	pub to: InvestorId,
	/// Who pays for the record.
	pub payer: AccountId,
	/// The deposit for the record.
	pub ticket: Ticket,
}

/// What a manager, or who would like to be one, stands for. Paid for by the bond.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Mandate {
	/// What is held of the manager's native token.
	pub bond: Balance,
	/// How often the holders have found it at fault.
	pub strikes: u8,
	/// Where it is.
	pub status: MandateStatus,
}

/// Where a mandate is.
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
pub enum MandateStatus {
	/// Stands for election.
	#[codec(index = 0)]
	Candidate,
	/// Manages the asset.
	#[codec(index = 1)]
	Serving,
	/// Manages it no more; the bond can still be taken.
	#[codec(index = 2)]
	Leaving {
		/// First second at which the bond is released.
		until: Moment,
	},
}

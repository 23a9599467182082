// SPDX-License-Identifier: Apache-2.0

//! The records.

use crate::{math::Sample, rules::MAX_SEATS};
use cadastre_primitives::{
	Balance, DisputeStage, FeedId, Interval, InvestorId, ModelCard, ModelId, ModelStatus, Moment,
	Report, Value,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	traits::{ConstU32, Get},
	BoundedVec,
};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::Permill;

/// How many answers, outcomes and rounds of reports a feed keeps.
pub const HISTORY: u32 = 10;

/// How many outcomes a model is judged by.
pub const SCORES: u32 = 32;

/// The most appraisers who vote on one dispute.
pub const MAX_PANEL: u32 = 15;

/// Bytes of a commitment: 192 bits, so that finding two reports for one costs 2^96 trials, and a
/// round with 16 seats stays within 512 bytes.
pub const COMMITMENT_LEN: usize = 24;

/// A commitment to a report: the first 24 bytes of a BLAKE2b-256.
pub type Commitment = [u8; COMMITMENT_LEN];

/// What a feed asks of its reports and answers. Periods in seconds; parts of the value that they
/// are compared with.
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
pub struct Policy {
	/// The fewest reports that make an answer, 3 to 16.
	pub min_reports: u8,
	/// From how many operators at least.
	pub min_operators: u8,
	/// From how many families of models at least.
	pub min_families: u8,
	/// The most seats of one operator: always less than half of `min_reports`.
	pub seats_per_operator: u8,
	/// Whether one of the reports has to be a licensed appraiser's.
	pub human: bool,
	/// Whether reports weigh by the models' scores, between 225 and 250, instead of the same.
	pub weigh: bool,
	/// How long reports are committed to.
	pub commit_period: Moment,
	/// How long they are revealed after that.
	pub reveal_period: Moment,
	/// The least time from one opening of a round to the next.
	pub interval: Moment,
	/// How much older than the round the data of a report may be.
	pub max_input_age: Moment,
	/// From which age on an answer is aging.
	pub aging_after: Moment,
	/// From which age on it is stale.
	pub max_age: Moment,
	/// How long a jump waits to be disputed.
	pub challenge_period: Moment,
	/// For how long drift is measured from the same anchor.
	pub drift_window: Moment,
	/// How far an answer may lie from the last one.
	pub max_jump: Permill,
	/// How far an answer may lie from the anchor of the window.
	pub max_drift: Permill,
	/// How wide an interval may be, as a part of its mid.
	pub max_width: Permill,
	/// The least value that is reported.
	pub min_value: Value,
	/// The greatest value that is reported.
	pub max_value: Value,
}

/// The terms of all feeds: amounts in the native token's smallest unit, periods in seconds.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Terms {
	/// The least bond with which an operator reports.
	pub min_bond: Balance,
	/// What a commitment that is not revealed costs.
	pub miss_penalty: Balance,
	/// What an explanation that is not opened costs.
	pub silence_penalty: Balance,
	/// What a disputer, and later an appellant, bonds.
	pub dispute_bond: Balance,
	/// The part of its bond that an operator loses with a dispute.
	pub slash: Permill,
	/// From the announcement of a withdrawal to the withdrawal of the bond.
	pub withdrawal_delay: Moment,
	/// From the announcement of a policy to its effect.
	pub policy_delay: Moment,
	/// For how long the reports behind an answer can be disputed.
	pub dispute_period: Moment,
	/// How long each step of a dispute is open.
	pub step_period: Moment,
	/// How long an operator has to open an explanation.
	pub explanation_period: Moment,
	/// The median error, in parts per million, above which a model is suspended.
	pub max_error: u32,
	/// The part of prices within the interval, in parts per million, below which it is suspended.
	pub min_coverage: u32,
	/// From how many outcomes on a model is judged.
	pub min_outcomes: u32,
}

/// A feed, without what its rounds change.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Feed<AccountId, Ticket> {
	/// Who opened it and pays for it.
	pub issuer: AccountId,
	/// Decimal places of its values.
	pub decimals: u8,
	/// What it asks.
	pub policy: Policy,
	/// What it will ask, and the first second at which this can be enacted.
	pub upcoming: Option<(Policy, Moment)>,
	/// The issuer's deposit for all records of the feed.
	pub ticket: Ticket,
}

/// Who sits where on a feed. Entry `i` of the round belongs to seat `i`.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Seat<Ticket> {
	/// The model.
	pub model: ModelId,
	/// The identity that is liable for it.
	pub operator: InvestorId,
	/// Its family.
	pub family: u16,
	/// Whether a licensed appraiser stands behind it.
	pub human: bool,
	/// The operator's deposit for its reports.
	pub ticket: Ticket,
}

/// What a seat has done in a round.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Vote {
	/// Nothing.
	#[codec(index = 0)]
	Absent,
	/// Committed to a report.
	#[codec(index = 1)]
	Committed(Commitment),
	/// Opened it.
	#[codec(index = 2)]
	Revealed(Interval),
	/// Did not open it, and has not yet paid for that.
	#[codec(index = 3)]
	Missed,
}

/// A seat in a round.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Entry {
	/// The model.
	pub model: ModelId,
	/// What its report weighs, as the model's score was when it was revealed.
	pub weight: u8,
	/// What it has done.
	pub vote: Vote,
}

/// The round of a feed: all that commitments and reveals change, in one value of at most 512 bytes.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Round {
	/// Its number; 0 before the first.
	pub number: u32,
	/// When it was opened, which is the date of its valuations.
	pub opened_at: Moment,
	/// Seconds from the opening to the end of commitments.
	pub commit_for: u32,
	/// Seconds from the opening to the end of reveals.
	pub reveal_for: u32,
	/// How many seconds before the opening the data of a report may be from.
	pub max_input_age: u32,
	/// How many seconds before the opening the oldest data of the reports are from.
	pub oldest: u32,
	/// Whether it is over.
	pub finalised: bool,
	/// The seats.
	pub entries: BoundedVec<Entry, ConstU32<MAX_SEATS>>,
}

impl Round {
	/// The first second at which nothing is committed to any more, and reveals begin.
	pub fn commit_until(&self) -> Moment {
		self.opened_at.saturating_add(self.commit_for.into())
	}

	/// The first second at which nothing is revealed any more.
	pub fn reveal_until(&self) -> Moment {
		self.opened_at.saturating_add(self.reveal_for.into())
	}

	/// The entry of a model.
	pub fn entry(&mut self, model: ModelId) -> Option<&mut Entry> {
		self.entries.iter_mut().find(|entry| entry.model == model)
	}
}

/// A value with its dates.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Dated {
	/// The values.
	pub interval: Interval,
	/// Of when the oldest data are that it rests on.
	pub as_of: Moment,
	/// The round that it comes from.
	pub round: u32,
	/// The first second at which it is aging.
	pub aging_at: Moment,
	/// The first second at which it is stale.
	pub stale_at: Moment,
}

/// What a feed answers: all that a consumer reads.
#[derive(Clone, PartialEq, Eq, Debug, Default, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Answer {
	/// Decimal places of its values.
	pub decimals: u8,
	/// Whether an authority has stopped the feed.
	pub halted: bool,
	/// The last answer that is settled.
	pub settled: Option<Dated>,
	/// A later one that moved too far to be settled at once.
	pub proposed: Option<Dated>,
	/// The first second at which the proposed one is settled if nobody disputes it.
	pub settles_at: Moment,
	/// The last round with an answer.
	pub round: u32,
	/// How many reports of that round are disputed now.
	pub disputes: u8,
	/// The first second at which reports of that round cannot be disputed any more.
	pub disputable_until: Moment,
	/// The mid from which drift is measured.
	pub anchor: Value,
	/// The first second of the next window of drift.
	pub window_until: Moment,
	/// BLAKE2b-256 over the digest before and each entry of the history, from the first on.
	pub digest: H256,
}

/// Who is liable for models, and with what.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Operator<AccountId> {
	/// The key that acts for it.
	pub account: AccountId,
	/// Its bond, held of the account.
	pub bond: Balance,
	/// The first second at which the bond can be withdrawn; none while it reports.
	pub leaving_at: Option<Moment>,
	/// How many models it has.
	pub models: u16,
	/// How many seats they have.
	pub seats: u16,
	/// How many of its reports are disputed now.
	pub disputes: u16,
}

/// What commitments, reveals and scores need of a model.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Model {
	/// The identity that is liable for it.
	pub operator: InvestorId,
	/// Where it is in its life.
	pub status: ModelStatus,
	/// The first second at which its approval holds no more.
	pub expires_at: Moment,
	/// What its reports weigh.
	pub weight: u8,
	/// On how many feeds it has a seat.
	pub seats: u16,
	/// How many of its reports are disputed now.
	pub disputes: u16,
}

impl Model {
	/// Whether it may report.
	pub fn reports(&self, now: Moment) -> bool {
		self.status == ModelStatus::Approved && now < self.expires_at
	}
}

/// The card of a model. It is written once and never changed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct CardRecord<Ticket> {
	/// The card.
	pub card: ModelCard,
	/// The operator's deposit for all records of the model.
	pub ticket: Ticket,
}

/// A report that was revealed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ReportRecord {
	/// The round.
	pub round: u32,
	/// What it says.
	pub report: Report,
	/// Whether it has been disputed.
	pub disputed: bool,
	/// The first outcome of the feed that it has not been compared with.
	pub scored_to: u32,
}

/// A sample of a model's record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Scored {
	/// What it said.
	pub value: Value,
	/// What was paid. Never 0.
	pub price: Value,
	/// Whether the price was within its interval.
	pub covered: bool,
}

impl From<&Scored> for Sample {
	fn from(scored: &Scored) -> Self {
		let Scored { value, price, covered } = *scored;
		Self { value, price, covered }
	}
}

/// A dispute that is not closed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Dispute<AccountId> {
	/// The feed.
	pub feed: FeedId,
	/// The model whose report is disputed.
	pub model: ModelId,
	/// The identity that is liable for it.
	pub operator: InvestorId,
	/// The round of the report.
	pub round: u32,
	/// What the report says.
	pub report: Report,
	/// Who disputes it.
	pub disputer: AccountId,
	/// The disputer's bond, held of it.
	pub bond: Balance,
	/// BLAKE2b-256 of the reasons.
	pub ground: H256,
	/// At which step it is.
	pub stage: DisputeStage,
	/// The first second at which this step is over.
	pub until: Moment,
	/// The appraisers who have voted, and whether for the disputer.
	pub votes: BoundedVec<(AccountId, bool), ConstU32<MAX_PANEL>>,
	/// Who has appealed, and with what bond, held of it.
	pub appeal: Option<(AccountId, Balance)>,
}

impl<AccountId> Dispute<AccountId> {
	/// Appraisers for the disputer, and against.
	pub fn tally(&self) -> (u32, u32) {
		let votes = |uphold| {
			let count = self.votes.iter().filter(|(_, vote)| *vote == uphold).count();
			u32::try_from(count).unwrap_or(MAX_PANEL)
		};
		(votes(true), votes(false))
	}
}

/// A holder's request for an explanation.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Request<AccountId, Ticket> {
	/// Who asks.
	pub holder: AccountId,
	/// For the report of which round.
	pub round: u32,
	/// BLAKE2b-256 of the explanation, as the report named it.
	pub digest: H256,
	/// The first second at which it is too late to open it.
	pub until: Moment,
	/// The holder's deposit.
	pub ticket: Ticket,
}

/// Bytes of the longest explanation that is opened on chain.
pub struct MaxExplanation;

impl Get<u32> for MaxExplanation {
	fn get() -> u32 {
		4_096
	}
}

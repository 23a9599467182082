// SPDX-License-Identifier: Apache-2.0

//! The events. A section of the pallet.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A feed was opened.
		#[codec(index = 0)]
		FeedOpened {
			/// The feed.
			feed: FeedId,
			/// Who opened it.
			issuer: T::AccountId,
			/// Decimal places of its values.
			decimals: u8,
			/// What it asks.
			policy: Policy,
		},
		/// Another policy was announced.
		#[codec(index = 1)]
		PolicyAnnounced {
			/// The feed.
			feed: FeedId,
			/// The policy in force.
			old: Policy,
			/// The other one.
			new: Policy,
			/// The first second at which it can be enacted.
			effective_at: Moment,
		},
		/// The policy that was announced was withdrawn.
		#[codec(index = 2)]
		PolicyWithdrawn {
			/// The feed.
			feed: FeedId,
			/// The policy.
			policy: Policy,
		},
		/// The policy that was announced is in force.
		#[codec(index = 3)]
		PolicyEnacted {
			/// The feed.
			feed: FeedId,
			/// The policy until now.
			old: Policy,
			/// The policy from now on.
			new: Policy,
		},
		/// A feed was halted.
		#[codec(index = 4)]
		FeedHalted {
			/// The feed.
			feed: FeedId,
			/// BLAKE2b-256 of the reasoned decision.
			reason: H256,
		},
		/// The halt of a feed ended.
		#[codec(index = 5)]
		FeedResumed {
			/// The feed.
			feed: FeedId,
		},
		/// A feed was closed and removed.
		#[codec(index = 6)]
		FeedClosed {
			/// The feed.
			feed: FeedId,
		},
		/// An operator bonded.
		#[codec(index = 7)]
		Bonded {
			/// The identity that is liable.
			operator: InvestorId,
			/// The key that acts for it.
			account: T::AccountId,
			/// What was added.
			amount: Balance,
			/// The bond now.
			bond: Balance,
		},
		/// An operator announced that it leaves.
		#[codec(index = 8)]
		WithdrawalAnnounced {
			/// The operator.
			operator: InvestorId,
			/// The first second at which the bond can be withdrawn.
			leaving_at: Moment,
		},
		/// An operator withdrew its bond and is none any more.
		#[codec(index = 9)]
		BondWithdrawn {
			/// The operator.
			operator: InvestorId,
			/// The key that acted for it.
			account: T::AccountId,
			/// The bond.
			amount: Balance,
		},
		/// A model was proposed.
		#[codec(index = 10)]
		ModelProposed {
			/// The model.
			model: ModelId,
			/// The identity that is liable.
			operator: InvestorId,
			/// BLAKE2b-256 of its parameters.
			artefact: H256,
			/// BLAKE2b-256 of the written card.
			card: H256,
		},
		/// A model was approved.
		#[codec(index = 11)]
		ModelApproved {
			/// The model.
			model: ModelId,
			/// The first second at which the approval holds no more.
			expires_at: Moment,
		},
		/// A model was suspended by the authority.
		#[codec(index = 12)]
		ModelSuspended {
			/// The model.
			model: ModelId,
			/// BLAKE2b-256 of the reasoned decision.
			reason: H256,
		},
		/// A model was retired.
		#[codec(index = 13)]
		ModelRetired {
			/// The model.
			model: ModelId,
		},
		/// A retired model was removed.
		#[codec(index = 14)]
		ModelRemoved {
			/// The model.
			model: ModelId,
		},
		/// A model took a seat.
		#[codec(index = 15)]
		ModelJoined {
			/// The feed.
			feed: FeedId,
			/// The model.
			model: ModelId,
			/// The identity that is liable.
			operator: InvestorId,
		},
		/// A model left its seat.
		#[codec(index = 16)]
		ModelLeft {
			/// The feed.
			feed: FeedId,
			/// The model.
			model: ModelId,
		},
		/// A round was opened.
		#[codec(index = 17)]
		RoundOpened {
			/// The feed.
			feed: FeedId,
			/// The round.
			round: u32,
			/// The first second at which reports are revealed.
			commit_until: Moment,
			/// The first second at which they are not any more.
			reveal_until: Moment,
		},
		/// A report was committed to.
		#[codec(index = 18)]
		ReportCommitted {
			/// The feed.
			feed: FeedId,
			/// The round.
			round: u32,
			/// The model.
			model: ModelId,
			/// The commitment.
			commitment: Commitment,
		},
		/// A report was revealed.
		#[codec(index = 19)]
		ReportRevealed {
			/// The feed.
			feed: FeedId,
			/// The round.
			round: u32,
			/// The model.
			model: ModelId,
			/// The report.
			report: Report,
		},
		/// A round is over.
		#[codec(index = 20)]
		RoundFinalised {
			/// The feed.
			feed: FeedId,
			/// The round.
			round: u32,
			/// How many reports counted; 0 if they were not enough.
			reports: u8,
			/// How many commitments were not opened.
			missed: u8,
			/// The answer; none if the reports were not enough.
			answer: Option<Interval>,
			/// Whether it is settled at once.
			settled: bool,
		},
		/// The penalty for a commitment that was not opened was paid.
		#[codec(index = 21)]
		MissSettled {
			/// The feed.
			feed: FeedId,
			/// The model.
			model: ModelId,
			/// What was taken from the bond.
			paid: Balance,
		},
		/// A report was disputed.
		#[codec(index = 22)]
		ReportDisputed {
			/// The dispute.
			dispute: DisputeId,
			/// The feed.
			feed: FeedId,
			/// The round.
			round: u32,
			/// The model.
			model: ModelId,
			/// Who disputes it.
			disputer: T::AccountId,
			/// The disputer's bond.
			bond: Balance,
			/// BLAKE2b-256 of the reasons.
			ground: H256,
		},
		/// The operator opened inputs and explanation.
		#[codec(index = 23)]
		DisputeAnswered {
			/// The dispute.
			dispute: DisputeId,
			/// BLAKE2b-256 of the file.
			opening: H256,
		},
		/// A dispute went to the appraisers.
		#[codec(index = 24)]
		DisputeEscalated {
			/// The dispute.
			dispute: DisputeId,
		},
		/// An appraiser voted.
		#[codec(index = 25)]
		DisputeVoted {
			/// The dispute.
			dispute: DisputeId,
			/// Who.
			appraiser: T::AccountId,
			/// Whether for the disputer.
			uphold: bool,
		},
		/// The appraisers have decided.
		#[codec(index = 26)]
		DisputeJudged {
			/// The dispute.
			dispute: DisputeId,
			/// How.
			verdict: Verdict,
		},
		/// Who lost appealed to the holders.
		#[codec(index = 27)]
		DisputeAppealed {
			/// The dispute.
			dispute: DisputeId,
			/// Who.
			appellant: T::AccountId,
			/// The appellant's bond.
			bond: Balance,
		},
		/// A dispute was closed.
		#[codec(index = 28)]
		DisputeClosed {
			/// The dispute.
			dispute: DisputeId,
			/// How it ended. If it was upheld, the model is suspended.
			verdict: Verdict,
			/// What the loser paid.
			slashed: Balance,
			/// What the winner got of it.
			reward: Balance,
			/// The bond of an appeal that changed nothing.
			forfeited: Balance,
		},
		/// A price was recorded.
		#[codec(index = 29)]
		OutcomeRecorded {
			/// The feed.
			feed: FeedId,
			/// The number of the outcome.
			number: u32,
			/// The round.
			round: u32,
			/// The price.
			price: Value,
			/// When it was agreed.
			dated: Moment,
			/// Who recorded it.
			appraiser: T::AccountId,
			/// BLAKE2b-256 of the deed.
			evidence: H256,
		},
		/// A report was compared with a price.
		#[codec(index = 30)]
		ModelScored {
			/// The feed.
			feed: FeedId,
			/// The model.
			model: ModelId,
			/// The number of the outcome.
			outcome: u32,
			/// The absolute error in parts per million of the price.
			error: u32,
			/// Whether the price was within the interval.
			covered: bool,
			/// What the model's reports weigh from now on.
			weight: u8,
			/// Whether the model was suspended for its record.
			suspended: bool,
		},
		/// A holder asked for an explanation.
		#[codec(index = 31)]
		ExplanationRequested {
			/// The feed.
			feed: FeedId,
			/// The model.
			model: ModelId,
			/// The round.
			round: u32,
			/// Who.
			holder: T::AccountId,
			/// The first second at which it is too late.
			until: Moment,
		},
		/// An explanation was opened.
		#[codec(index = 32)]
		ExplanationOpened {
			/// The feed.
			feed: FeedId,
			/// The model.
			model: ModelId,
			/// The round.
			round: u32,
			/// Its BLAKE2b-256.
			digest: H256,
		},
		/// An explanation was not opened in time.
		#[codec(index = 33)]
		ExplanationMissed {
			/// The feed.
			feed: FeedId,
			/// The model.
			model: ModelId,
			/// The round.
			round: u32,
			/// What was taken from the bond.
			paid: Balance,
		},
	}
}

// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod calls;
mod disputes;
mod events;
mod feeds;
pub mod math;
mod models;
mod rounds;
pub mod rules;
mod scores;
mod types;
mod views;
pub mod weights;

#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

use frame_support::pallet_macros::import_section;

pub use pallet::*;
pub use types::{
	Answer, CardRecord, Commitment, Dated, Dispute, Entry, Feed, MaxExplanation, Model, Operator,
	Policy, ReportRecord, Request, Round, Scored, Seat, Terms, Vote, COMMITMENT_LEN, HISTORY,
	MAX_PANEL, SCORES,
};
pub use weights::WeightInfo;

/// The most disputes in one page of [`Pallet::disputes`].
pub const MAX_PAGE: u32 = 64;

/// The most decimal places of a feed.
pub const MAX_DECIMALS: u8 = 12;

#[import_section(calls::calls)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use cadastre_primitives::{
		traits::ValuedAssets, AssetId, Balance, DisputeId, DisputeInfo, FeedId, HistoryEntry,
		Interval, InvestorId, ModelCard, ModelId, ModelInfo, Moment, Outcome, RatioStudy, Report,
		ScoreInfo, Valuation, Value, Verdict, Waiting,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{hold, Credit},
			Consideration, EnsureOriginWithArg, Footprint, OnUnbalanced, UnixTime,
		},
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	pub(crate) type FeedOf<T> =
		Feed<<T as frame_system::Config>::AccountId, <T as Config>::RecordDeposit>;
	pub(crate) type SeatsOf<T> =
		BoundedVec<Seat<<T as Config>::RecordDeposit>, ConstU32<{ rules::MAX_SEATS }>>;
	pub(crate) type OperatorOf<T> = Operator<<T as frame_system::Config>::AccountId>;
	pub(crate) type CardOf<T> = CardRecord<<T as Config>::RecordDeposit>;
	pub(crate) type DisputeOf<T> = Dispute<<T as frame_system::Config>::AccountId>;
	pub(crate) type RequestOf<T> =
		Request<<T as frame_system::Config>::AccountId, <T as Config>::RecordDeposit>;
	pub(crate) type CreditOf<T> =
		Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The native token, of which bonds are held under [`HoldReason::Bond`] and
		/// [`HoldReason::Dispute`].
		type Currency: hold::Inspect<Self::AccountId, Reason: From<HoldReason>, Balance = Balance>
			+ hold::Mutate<Self::AccountId>
			+ hold::Balanced<Self::AccountId>;

		/// What feeds, models, seats and requests pay for their records, under
		/// [`HoldReason::Record`].
		type RecordDeposit: Consideration<Self::AccountId, Footprint>;

		/// Takes what is slashed and not paid to a party.
		type OnSlash: OnUnbalanced<CreditOf<Self>>;

		/// The layers below: what is valued, who holds it, and who is behind a key.
		type Assets: ValuedAssets<Self::AccountId>;

		/// Who opens feeds of an asset and sets their policy, as an account.
		type IssuerOrigin: EnsureOriginWithArg<
			Self::RuntimeOrigin,
			AssetId,
			Success = Self::AccountId,
		>;

		/// Who approves and suspends models, and halts feeds.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The accredited appraisers, as accounts: they judge disputes and record outcomes.
		type AppraiserOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// A resolution of the holders of an asset, which decides appeals.
		type HoldersOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, AssetId>;

		/// The time of the block.
		type Time: UnixTime;

		/// Amounts and periods that are the same for all feeds.
		#[pallet::constant]
		type Terms: Get<Terms>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The feeds, without what rounds change. The issuer pays; removed with the feed.
	// Unit and metric are chosen by users: a cryptographic hash, here and below.
	#[pallet::storage]
	pub type Feeds<T: Config> = StorageMap<_, Blake2_128Concat, FeedId, FeedOf<T>>;

	/// The seats of each feed, in the order of the round's entries. Their operators pay.
	#[pallet::storage]
	pub type Seats<T: Config> = StorageMap<_, Blake2_128Concat, FeedId, SeatsOf<T>, ValueQuery>;

	/// The round of each feed: the one value of a feed that a commitment or a reveal reads.
	#[pallet::storage]
	pub type Rounds<T: Config> = StorageMap<_, Blake2_128Concat, FeedId, Round>;

	/// The answer of each feed: the one value that a consumer reads.
	#[pallet::storage]
	pub type Answers<T: Config> = StorageMap<_, Blake2_128Concat, FeedId, Answer>;

	/// The last answers of each feed, oldest first.
	#[pallet::storage]
	pub type Histories<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		FeedId,
		BoundedVec<HistoryEntry, ConstU32<HISTORY>>,
		ValueQuery,
	>;

	/// The last outcomes of each feed, oldest first.
	#[pallet::storage]
	pub type Outcomes<T: Config> =
		StorageMap<_, Blake2_128Concat, FeedId, BoundedVec<Outcome, ConstU32<HISTORY>>, ValueQuery>;

	/// The last reports of each seat, by model and round modulo [`HISTORY`]. The seat's deposit
	/// pays; removed when the model leaves.
	#[pallet::storage]
	pub type Reports<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, FeedId, Twox64Concat, (ModelId, u32), ReportRecord>;

	/// Operators, by the identity that is liable: one bond an identity. Removed when the bond is
	/// withdrawn.
	// Ids are given by the chain in sequence: a short hash, here and below.
	#[pallet::storage]
	pub type Operators<T: Config> = StorageMap<_, Twox64Concat, InvestorId, OperatorOf<T>>;

	/// Models, as rounds read them. The operator pays; removed once they are retired.
	#[pallet::storage]
	pub type Models<T: Config> = StorageMap<_, Twox64Concat, ModelId, Model>;

	/// The cards of the models.
	#[pallet::storage]
	pub type Cards<T: Config> = StorageMap<_, Twox64Concat, ModelId, CardOf<T>>;

	/// How each model did, oldest outcome first.
	#[pallet::storage]
	pub type Scores<T: Config> =
		StorageMap<_, Twox64Concat, ModelId, BoundedVec<Scored, ConstU32<SCORES>>, ValueQuery>;

	/// The id of the next model. Ids are never reused.
	#[pallet::storage]
	pub type NextModelId<T: Config> = StorageValue<_, ModelId, ValueQuery>;

	/// The open disputes. The disputer's bond pays; removed when they are closed.
	#[pallet::storage]
	pub type Disputes<T: Config> = StorageMap<_, Twox64Concat, DisputeId, DisputeOf<T>>;

	/// The id of the next dispute. Ids are never reused.
	#[pallet::storage]
	pub type NextDisputeId<T: Config> = StorageValue<_, DisputeId, ValueQuery>;

	/// Holders' requests for an explanation, at most one a seat. The holder pays.
	#[pallet::storage]
	pub type Requests<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, FeedId, Twox64Concat, ModelId, RequestOf<T>>;

	/// Why native token is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// An operator's bond.
		#[codec(index = 0)]
		Bond,
		/// A disputer's or an appellant's bond.
		#[codec(index = 1)]
		Dispute,
		/// For a record.
		#[codec(index = 2)]
		Record,
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such asset.
		UnknownAsset,
		/// There is no such feed.
		UnknownFeed,
		/// There is no such model.
		UnknownModel,
		/// There is no such dispute.
		UnknownDispute,
		/// There is no such request.
		UnknownRequest,
		/// The key belongs to no identity whose claims hold.
		UnknownIdentity,
		/// There is such a feed already.
		FeedExists,
		/// The metric cannot be counted in this unit, or with so many decimals.
		WrongUnit,
		/// The policy contradicts itself, or leaves the bounds.
		BadPolicy,
		/// No policy has been announced.
		NoUpcomingPolicy,
		/// It is too early for this.
		TooEarly,
		/// It is too late for this.
		TooLate,
		/// Only the issuer who opened the feed may do this.
		NotIssuer,
		/// The round is not over.
		RoundOpen,
		/// The round is over, or none was opened.
		NoRound,
		/// The feed is halted.
		FeedHalted,
		/// The feed is not halted.
		NotHalted,
		/// Models have seats on the feed.
		SeatsTaken,
		/// The caller is not the operator, or no operator.
		NotOperator,
		/// The bond is below the least with which an operator reports.
		BondTooLow,
		/// The amount is 0.
		ZeroAmount,
		/// The operator has announced that it leaves.
		AlreadyLeaving,
		/// The operator has not announced that it leaves.
		NotLeaving,
		/// The operator has seats, models or disputes; or the model has.
		StillInUse,
		/// The card is blank where it must not be, or contradicts itself.
		BadCard,
		/// The status of the model does not allow this.
		WrongStatus,
		/// The approval would be over before it begins, or lasts too long.
		InvalidPeriod,
		/// The model was not approved for this metric, unit, class or country.
		OutOfScope,
		/// The model has a seat on the feed.
		AlreadySeated,
		/// The model has no seat on the feed.
		NotSeated,
		/// The feed has no more seats, or none for this operator.
		TooManySeats,
		/// The model has committed to a report, or missed to open one.
		AlreadyCommitted,
		/// The model has not committed to a report.
		NotCommitted,
		/// The last commitment was not opened: the penalty has to be paid first.
		MissNotSettled,
		/// No penalty is due.
		NoMiss,
		/// The report is not what was committed to.
		WrongReport,
		/// The values are not in order, or the data are too old or from the future.
		BadReport,
		/// A report of the model is disputed.
		ModelDisputed,
		/// There is no such report behind the last answer.
		UnknownReport,
		/// The report has been disputed.
		AlreadyDisputed,
		/// A party to a dispute cannot judge it, nor dispute itself.
		PartyCannotJudge,
		/// The appraiser has voted.
		AlreadyVoted,
		/// As many appraisers have voted as may.
		TooManyVotes,
		/// The dispute is at another step.
		WrongStage,
		/// Only who has lost may appeal.
		NotLoser,
		/// The price is 0.
		ZeroPrice,
		/// The outcome is from the future, or not later than the last one.
		BadDate,
		/// No answer that is kept is from before the outcome.
		NoAnswer,
		/// There is no such outcome, or it is not kept any more.
		UnknownOutcome,
		/// The report has been compared with this outcome.
		AlreadyScored,
		/// Only a holder of the asset may ask.
		NotHolder,
		/// An explanation of this model's reports is asked for already.
		AlreadyRequested,
		/// The explanation is not the one that the report named.
		WrongExplanation,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let terms = T::Terms::get();
			assert!(terms.min_bond > 0, "operators would report without a bond");
			assert!(
				terms.min_bond >= terms.miss_penalty,
				"a bond would not pay for a missed reveal"
			);
			assert!(terms.min_bond >= terms.silence_penalty, "a bond would not pay for silence");
			assert!(terms.dispute_bond > 0, "disputes would be free");
			assert!(!terms.slash.is_zero(), "a lost dispute would cost nothing");
			assert!(terms.min_outcomes > 0 && terms.min_outcomes <= SCORES, "no model is judged");
			for period in [
				terms.withdrawal_delay,
				terms.policy_delay,
				terms.dispute_period,
				terms.step_period,
				terms.explanation_period,
			] {
				assert!(period >= rules::MIN_PERIOD, "a period is shorter than the clock is exact");
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The answer of a feed with its status; none if it has never had one.
		pub fn valuation(feed: FeedId) -> Option<Valuation> {
			Self::answer_of(feed)
		}

		/// The answers of a feed that are kept, oldest first, at most 10.
		pub fn history(feed: FeedId) -> Vec<HistoryEntry> {
			Histories::<T>::get(feed).into_inner()
		}

		/// A model: who is liable for it, its status and its card.
		pub fn model(model: ModelId) -> Option<ModelInfo> {
			Self::model_info(model)
		}

		/// How a model did against the prices that were paid.
		pub fn score_of(model: ModelId) -> Option<ScoreInfo> {
			Self::score_info(model)
		}

		/// The ratio study of a feed over its last outcomes, at most 10; none without outcomes.
		pub fn feed_study(feed: FeedId) -> Option<RatioStudy> {
			Self::study_of_feed(feed)
		}

		/// The ratio study of a model over its last outcomes, at most 32; none without outcomes.
		pub fn model_study(model: ModelId) -> Option<RatioStudy> {
			Self::study_of_model(model)
		}

		/// The open disputes, at most `limit` of them (at most 64), in the order of the trie, after
		/// the dispute `after`.
		pub fn disputes(after: Option<DisputeId>, limit: u32) -> Vec<DisputeInfo<T::AccountId>> {
			Self::dispute_page(after, limit)
		}

		/// What a feed waits for; none if there is no such feed.
		pub fn waiting(feed: FeedId) -> Option<Waiting> {
			Self::waiting_of(feed)
		}
	}
}

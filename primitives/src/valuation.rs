// SPDX-License-Identifier: Apache-2.0

//! What a thing is worth, as the oracle answers it: feeds, valuations, models and their record.

use crate::{AssetClass, AssetId, CountrySet, InvestorId, Moment};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// Identifies a valuation model. Never reused.
pub type ModelId = u32;

/// Identifies a dispute of a report. Never reused.
pub type DisputeId = u32;

/// A figure of a feed, in the unit of its last decimal place: 250,000.00 is 25,000,000 in a feed of
/// two decimals. At most 18,446,744,073,709,551,615.
pub type Value = u64;

/// The longest address of a model's card, in bytes.
pub const MAX_URI: u32 = 128;

/// What is measured of an asset.
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
pub enum Metric {
	/// What it would fetch, sold at arm's length after proper marketing.
	#[codec(index = 0)]
	MarketValue,
	/// What it would fetch in a sale that has to be quick.
	#[codec(index = 1)]
	ForcedSaleValue,
	/// Its income in a year.
	#[codec(index = 2)]
	Rent,
	/// The part of it that is let.
	#[codec(index = 3)]
	Occupancy,
	/// How likely it is to lose its value.
	#[codec(index = 4)]
	RiskScore,
	/// The price of its kind at the market of reference.
	#[codec(index = 5)]
	ReferencePrice,
}

/// In what a feed counts.
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
pub enum Unit {
	/// The native token.
	#[codec(index = 0)]
	Native,
	/// A payment currency of `Assets`.
	#[codec(index = 1)]
	Token(u32),
	/// A currency by its code in capitals (ISO 4217).
	#[codec(index = 2)]
	Fiat([u8; 3]),
	/// A part of a whole, in parts per million, without decimals.
	#[codec(index = 3)]
	Ratio,
}

impl Unit {
	/// Whether a metric can be counted in this unit: occupancy and risk are ratios, nothing else
	/// is.
	pub fn fits(self, metric: Metric) -> bool {
		let code_fits = match self {
			Self::Fiat(code) => code.iter().all(u8::is_ascii_uppercase),
			_ => true,
		};
		let ratio = matches!(metric, Metric::Occupancy | Metric::RiskScore);
		code_fits && ratio == (self == Self::Ratio)
	}
}

/// Identifies a feed by what it says: one metric of one asset in one unit.
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
pub struct FeedId {
	/// The asset.
	pub asset: AssetId,
	/// What is measured of it.
	pub metric: Metric,
	/// In what.
	pub unit: Unit,
}

/// How far a valuation can be relied on. Only the first two are for use; the worst that applies is
/// the one that is answered.
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
pub enum ValuationStatus {
	/// Recent, and nobody disputes it.
	#[codec(index = 0)]
	Fresh,
	/// Settled, and old enough that the next one is due.
	#[codec(index = 1)]
	Aging,
	/// Proposed; it moved so far that there is time to dispute it first.
	#[codec(index = 2)]
	Pending,
	/// A report that it rests on is disputed.
	#[codec(index = 3)]
	Disputed,
	/// Too old, or withdrawn. No value is better than this one.
	#[codec(index = 4)]
	Stale,
	/// An authority has stopped the feed.
	#[codec(index = 5)]
	Halted,
}

/// An interval of values: low ≤ mid ≤ high.
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
pub struct Interval {
	/// The lower end.
	pub low: Value,
	/// The most likely value.
	pub mid: Value,
	/// The upper end.
	pub high: Value,
}

impl Interval {
	/// Whether it is one.
	pub const fn is_ordered(&self) -> bool {
		self.low <= self.mid && self.mid <= self.high
	}

	/// Whether a value lies in it, ends included.
	pub const fn contains(&self, value: Value) -> bool {
		self.low <= value && value <= self.high
	}
}

/// The answer of a feed. Its figures are reached through [`Self::when`] alone, which makes the
/// caller say which statuses it accepts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Valuation {
	low: Value,
	mid: Value,
	high: Value,
	decimals: u8,
	as_of: Moment,
	round: u32,
	status: ValuationStatus,
}

impl Valuation {
	/// An answer.
	pub const fn new(
		interval: Interval,
		decimals: u8,
		as_of: Moment,
		round: u32,
		status: ValuationStatus,
	) -> Self {
		let Interval { low, mid, high } = interval;
		Self { low, mid, high, decimals, as_of, round, status }
	}

	/// How far it can be relied on.
	pub const fn status(&self) -> ValuationStatus {
		self.status
	}

	/// Of when the oldest data are that it rests on.
	pub const fn as_of(&self) -> Moment {
		self.as_of
	}

	/// The round that it comes from.
	pub const fn round(&self) -> u32 {
		self.round
	}

	/// The interval and its decimal places, if its status is one that the caller accepts.
	///
	/// # Errors
	/// The status, if it is another.
	pub fn when(
		&self,
		accepts: impl FnOnce(ValuationStatus) -> bool,
	) -> Result<(Interval, u8), ValuationStatus> {
		if accepts(self.status) {
			let Self { low, mid, high, decimals, .. } = *self;
			Ok((Interval { low, mid, high }, decimals))
		} else {
			Err(self.status)
		}
	}

	/// The interval and its decimal places, if it is fresh.
	///
	/// # Errors
	/// The status, if it is another.
	pub fn fresh(&self) -> Result<(Interval, u8), ValuationStatus> {
		self.when(|status| status == ValuationStatus::Fresh)
	}
}

/// What a model showed when it was tested on data that it had not seen. Parts per million where
/// nothing else is said.
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
pub struct ModelMetrics {
	/// Median of the absolute errors (MdAPE).
	pub median_error: u32,
	/// Median of the errors, with their sign.
	pub bias: i32,
	/// Part of the values within 10 % of the price (PPE10).
	pub within_ten: u32,
	/// Standard deviation of the errors (FSD).
	pub deviation: u32,
	/// Coefficient of dispersion (COD).
	pub dispersion: u32,
	/// Price-related differential (PRD).
	pub differential: u32,
	/// Part of the prices within the interval.
	pub coverage: u32,
	/// How many sales it was tested on.
	pub sample: u32,
	/// The first second of the time that the sales are from.
	pub tested_from: Moment,
	/// The first second after that time.
	pub tested_until: Moment,
}

/// Where a model comes from, what it is for and what it showed. It is never changed: another
/// artefact is another model.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ModelCard {
	/// BLAKE2b-256 of the file with its parameters.
	pub artefact: H256,
	/// BLAKE2b-256 of the source that runs it.
	pub code: H256,
	/// Commitment to the data that it learned from.
	pub training_data: H256,
	/// BLAKE2b-256 of the written card.
	pub card: H256,
	/// Where the written card is, in ASCII.
	pub uri: BoundedVec<u8, ConstU32<MAX_URI>>,
	/// The way it works, as a number that the authority gives: models that would err together have
	/// the same.
	pub family: u16,
	/// Whether a licensed appraiser stands behind each report.
	pub human: bool,
	/// What it measures.
	pub metric: Metric,
	/// In what.
	pub unit: Unit,
	/// Decimal places of its values.
	pub decimals: u8,
	/// For which classes of assets.
	pub classes: BoundedVec<AssetClass, ConstU32<8>>,
	/// For assets of which countries; none for all, and for those of no one country.
	pub countries: Option<CountrySet>,
	/// What it showed when it was tested.
	pub metrics: ModelMetrics,
}

/// Where a model is in its life.
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
pub enum ModelStatus {
	/// Nobody has approved it.
	#[codec(index = 0)]
	Proposed,
	/// It reports, until its approval expires.
	#[codec(index = 1)]
	Approved,
	/// Stopped by the authority, by a lost dispute or by its own errors.
	#[codec(index = 2)]
	Suspended,
	/// Given up by its operator.
	#[codec(index = 3)]
	Retired,
}

/// A model as users see it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ModelInfo {
	/// The identity that is liable for it.
	pub operator: InvestorId,
	/// Where it is in its life.
	pub status: ModelStatus,
	/// The first second at which its approval holds no more.
	pub expires_at: Moment,
	/// What its reports weigh, between 225 and 250.
	pub weight: u8,
	/// On how many feeds it has a seat.
	pub seats: u16,
	/// How many of its reports are disputed now.
	pub disputes: u16,
	/// Its card.
	pub card: ModelCard,
}

/// What a report says: an interval, from which data, and how it came about.
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
pub struct Report {
	/// The values.
	pub interval: Interval,
	/// Of when the latest of the data is that it rests on.
	pub as_of: Moment,
	/// BLAKE2b-256 of the inputs.
	pub inputs: H256,
	/// BLAKE2b-256 of the explanation.
	pub explanation: H256,
}

/// One answer of a feed in its history.
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
pub struct HistoryEntry {
	/// The round.
	pub round: u32,
	/// The values.
	pub interval: Interval,
	/// Of when the oldest data are that it rests on.
	pub as_of: Moment,
	/// When it was found.
	pub answered_at: Moment,
	/// How many reports it rests on.
	pub reports: u8,
}

/// A price that was really paid, or an audited appraisal, beside the answer of the time.
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
pub struct Outcome {
	/// Its number in the feed, from 0.
	pub number: u32,
	/// The round whose answer was the latest at the time.
	pub round: u32,
	/// The answer of that round.
	pub interval: Interval,
	/// The price.
	pub price: Value,
	/// When the price was agreed.
	pub dated: Moment,
}

/// How a model did against the prices that were paid, over its last outcomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, TypeInfo)]
pub struct ScoreInfo {
	/// How many outcomes there are, at most 32.
	pub outcomes: u32,
	/// Median of the absolute errors, in parts per million of the price, rounded down.
	pub median_error: u32,
	/// Part of the prices within the interval, in parts per million, rounded down.
	pub coverage: u32,
	/// What its reports weigh, between 225 and 250.
	pub weight: u8,
}

/// The figures of a ratio study (IAAO): values against the prices that were paid. Parts per
/// million, rounded to the nearest.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RatioStudy {
	/// How many sales it rests on.
	pub sample: u32,
	/// Median of the ratios of value to price.
	pub median_ratio: u64,
	/// Coefficient of dispersion: the mean distance of the ratios from their median, by the median.
	pub cod: u64,
	/// Price-related differential: the mean ratio by the ratio of the sums. Above 1,030,000 dear
	/// assets are valued too low.
	pub prd: u64,
	/// Coefficient of price-related bias: by how much the ratio changes when the value doubles.
	/// None if the values do not differ.
	pub prb: Option<i64>,
}

/// At which step a dispute is.
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
pub enum DisputeStage {
	/// The operator has to open inputs and explanation.
	#[codec(index = 0)]
	Opened,
	/// The operator has answered; the disputer may take it to the appraisers.
	#[codec(index = 1)]
	Answered,
	/// The appraisers vote.
	#[codec(index = 2)]
	Panel,
	/// The appraisers have decided; the loser may appeal.
	#[codec(index = 3)]
	Judged(Verdict),
	/// The holders of the asset decide; if they do not, the appraisers' verdict stands.
	#[codec(index = 4)]
	Appealed(Verdict),
}

/// How a dispute ends.
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
pub enum Verdict {
	/// The report was wrong: the operator pays.
	#[codec(index = 0)]
	Upheld,
	/// The report was right: the disputer pays.
	#[codec(index = 1)]
	Rejected,
	/// As many for as against, or nobody voted: nobody pays.
	#[codec(index = 2)]
	Undecided,
}

/// A dispute as users see it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct DisputeInfo<AccountId> {
	/// Its number.
	pub id: DisputeId,
	/// The feed.
	pub feed: FeedId,
	/// The model whose report is disputed.
	pub model: ModelId,
	/// The round of the report.
	pub round: u32,
	/// Who disputes it.
	pub disputer: AccountId,
	/// At which step it is.
	pub stage: DisputeStage,
	/// The first second at which this step is over.
	pub until: Moment,
	/// Appraisers for the disputer, and against.
	pub votes: (u32, u32),
}

/// What a feed waits for.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum Waiting {
	/// Somebody may open a round from this second on.
	#[codec(index = 0)]
	Opening(Moment),
	/// Commitments of these models, before this second.
	#[codec(index = 1)]
	Commitments(Vec<ModelId>, Moment),
	/// The opening of these models' commitments, before this second.
	#[codec(index = 2)]
	Reveals(Vec<ModelId>, Moment),
	/// Somebody to finish the round.
	#[codec(index = 3)]
	Finalisation,
	/// The authority, which has stopped the feed.
	#[codec(index = 4)]
	Authority,
}

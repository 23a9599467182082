// SPDX-License-Identifier: Apache-2.0

//! What an asset is worth, by whose account, and how good that account has been: feeds, models,
//! operators, rounds, disputes and outcomes.

use cadastre_primitives::{
	valuation::MAX_URI, AssetClass, AssetId, Balance, CountrySet, DisputeId, DisputeStage, FeedId,
	HistoryEntry, Interval, InvestorId, Metric, ModelCard, ModelId, ModelInfo, ModelMetrics,
	ModelStatus, Moment, Outcome, RatioStudy, Report, ScoreInfo, Unit, Valuation, Value, Waiting,
};
use codec::Encode;
use serde::{Deserialize, Serialize};
use subxt::{
	tx::Payload,
	utils::{Static, H256},
};

use crate::{
	account::Account,
	api::{self, runtime_types::bounded_collections::bounded_vec::BoundedVec},
	digest,
	error::{Error, Result},
	view::View,
};

use api::runtime_types::{
	pallet_valuation_oracle::types as chain, sp_arithmetic::per_things::Permill,
};

/// The events of the pallet.
pub use api::valuation_oracle::events;

/// Bytes of a commitment.
pub const COMMITMENT_LEN: usize = 24;

/// A commitment to a report.
pub type Commitment = [u8; COMMITMENT_LEN];

/// How many answers, outcomes and rounds of reports a feed keeps.
pub const HISTORY: u32 = 10;

/// The longest explanation that is opened on chain, in bytes.
pub const MAX_EXPLANATION: usize = 4_096;

/// How many disputes to ask for at a time.
const PAGE: u32 = 64;

/// The metrics, by their names.
const METRICS: [(&str, Metric); 6] = [
	("market-value", Metric::MarketValue),
	("forced-sale-value", Metric::ForcedSaleValue),
	("rent", Metric::Rent),
	("occupancy", Metric::Occupancy),
	("risk-score", Metric::RiskScore),
	("reference-price", Metric::ReferencePrice),
];

/// The name of a metric.
pub fn metric_name(metric: Metric) -> &'static str {
	METRICS.iter().find(|(_, known)| *known == metric).map_or("unknown", |(name, _)| name)
}

/// The metric of a name.
///
/// # Errors
/// If there is none. The text says which there are.
pub fn parse_metric(text: &str) -> Result<Metric, String> {
	METRICS.iter().find(|(name, _)| *name == text).map(|(_, metric)| *metric).ok_or_else(|| {
		let names: Vec<_> = METRICS.iter().map(|(name, _)| *name).collect();
		format!("\"{text}\" is no metric; the metrics are {}", names.join(", "))
	})
}

/// A unit, as people write it: `native`, `ratio`, `token-7`, or the code of a currency.
pub fn write_unit(unit: Unit) -> String {
	match unit {
		Unit::Native => "native".to_owned(),
		Unit::Token(id) => format!("token-{id}"),
		Unit::Fiat(code) => String::from_utf8_lossy(&code).into_owned(),
		Unit::Ratio => "ratio".to_owned(),
	}
}

/// The unit of a text.
///
/// # Errors
/// If it is none. The text says what is.
pub fn parse_unit(text: &str) -> Result<Unit, String> {
	let unknown = || {
		format!(
			"\"{text}\" is no unit; write the code of a currency in capitals such as USD, native, \
			 ratio, or token- and the number of a payment currency"
		)
	};
	match text {
		"native" => return Ok(Unit::Native),
		"ratio" => return Ok(Unit::Ratio),
		_ => {},
	}
	if let Some(id) = text.strip_prefix("token-") {
		return id.parse().map(Unit::Token).map_err(|_| unknown());
	}
	match text.as_bytes() {
		&[a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(Unit::Fiat([a, b, c])),
		_ => Err(unknown()),
	}
}

/// A feed, as people write it: `7/market-value/USD`.
pub fn write_feed(feed: FeedId) -> String {
	format!("{}/{}/{}", feed.asset, metric_name(feed.metric), write_unit(feed.unit))
}

/// The feed of a text. What is left out is the market value in US dollars.
///
/// # Errors
/// If the text names none. The error says how to write one.
pub fn parse_feed(text: &str) -> Result<FeedId, String> {
	let mut parts = text.split('/');
	let asset = parts.next().and_then(|asset| asset.parse::<AssetId>().ok()).ok_or_else(|| {
		format!(
			"\"{text}\" is no feed; write the number of the asset, the metric and the unit, such as \
			 7/market-value/USD"
		)
	})?;
	let metric = parts.next().map_or(Ok(Metric::MarketValue), parse_metric)?;
	let unit = parts.next().map_or(Ok(Unit::Fiat(*b"USD")), parse_unit)?;
	if parts.next().is_some() {
		return Err(format!("\"{text}\" has more parts than asset, metric and unit"));
	}
	if !unit.fits(metric) {
		return Err(format!("{} is not counted in {}", metric_name(metric), write_unit(unit)));
	}
	Ok(FeedId { asset, metric, unit })
}

/// A value with its decimal places, for people: 25000000 of two decimals is 250,000.00.
pub fn write_value(value: Value, decimals: u8) -> String {
	let Some(scale) = 10_u64.checked_pow(decimals.into()).filter(|_| decimals > 0) else {
		return crate::report::group(value.into());
	};
	format!(
		"{}.{:0width$}",
		crate::report::group((value / scale).into()),
		value % scale,
		width = usize::from(decimals)
	)
}

/// What a feed asks of its reports and answers. Periods in seconds, parts in parts per million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
	/// Whether reports weigh by the models' scores.
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
	pub max_jump: u32,
	/// How far an answer may lie from the anchor of the window.
	pub max_drift: u32,
	/// How wide an interval may be, as a part of its mid.
	pub max_width: u32,
	/// The least value that is reported.
	pub min_value: Value,
	/// The greatest value that is reported.
	pub max_value: Value,
}

const HOUR: Moment = 60 * 60;
const DAY: Moment = 24 * HOUR;

impl Policy {
	/// A policy for homes that are valued once a week: three reports of three operators and three
	/// families, a day to commit and half a day to reveal, stale after 30 days.
	pub const WEEKLY: Self = Self {
		min_reports: 3,
		min_operators: 3,
		min_families: 3,
		seats_per_operator: 1,
		human: false,
		weigh: true,
		commit_period: DAY,
		reveal_period: DAY / 2,
		interval: 7 * DAY,
		max_input_age: DAY,
		aging_after: 10 * DAY,
		max_age: 30 * DAY,
		challenge_period: 2 * DAY,
		drift_window: 30 * DAY,
		max_jump: 100_000,
		max_drift: 200_000,
		max_width: 800_000,
		min_value: 100_000,
		max_value: 10_000_000_000,
	};
}

impl From<Policy> for chain::Policy {
	fn from(policy: Policy) -> Self {
		Self {
			min_reports: policy.min_reports,
			min_operators: policy.min_operators,
			min_families: policy.min_families,
			seats_per_operator: policy.seats_per_operator,
			human: policy.human,
			weigh: policy.weigh,
			commit_period: policy.commit_period,
			reveal_period: policy.reveal_period,
			interval: policy.interval,
			max_input_age: policy.max_input_age,
			aging_after: policy.aging_after,
			max_age: policy.max_age,
			challenge_period: policy.challenge_period,
			drift_window: policy.drift_window,
			max_jump: Permill(policy.max_jump),
			max_drift: Permill(policy.max_drift),
			max_width: Permill(policy.max_width),
			min_value: policy.min_value,
			max_value: policy.max_value,
		}
	}
}

impl From<chain::Policy> for Policy {
	fn from(policy: chain::Policy) -> Self {
		Self {
			min_reports: policy.min_reports,
			min_operators: policy.min_operators,
			min_families: policy.min_families,
			seats_per_operator: policy.seats_per_operator,
			human: policy.human,
			weigh: policy.weigh,
			commit_period: policy.commit_period,
			reveal_period: policy.reveal_period,
			interval: policy.interval,
			max_input_age: policy.max_input_age,
			aging_after: policy.aging_after,
			max_age: policy.max_age,
			challenge_period: policy.challenge_period,
			drift_window: policy.drift_window,
			max_jump: policy.max_jump.0,
			max_drift: policy.max_drift.0,
			max_width: policy.max_width.0,
			min_value: policy.min_value,
			max_value: policy.max_value,
		}
	}
}

/// The card of a model as a file has it. Digests as `0x` and 64 digits, parts per million.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
	/// BLAKE2b-256 of the artefact.
	pub artefact: H256,
	/// BLAKE2b-256 of the code that runs it.
	pub code: H256,
	/// BLAKE2b-256 of the data that it learned from.
	pub training_data: H256,
	/// BLAKE2b-256 of the written card.
	pub card: H256,
	/// Where the written card is, in ASCII.
	pub uri: String,
	/// The way it works, as a number that the authority gives.
	pub family: u16,
	/// Whether a licensed appraiser stands behind each report.
	#[serde(default)]
	pub human: bool,
	/// What it measures.
	pub metric: String,
	/// In what.
	pub unit: String,
	/// Decimal places of its values.
	pub decimals: u8,
	/// For which classes of assets, such as `real-estate`.
	pub classes: Vec<String>,
	/// For assets of which countries; all if left out.
	#[serde(default)]
	pub countries: Option<Vec<String>>,
	/// What it showed when it was tested.
	pub metrics: Metrics,
}

/// What a model showed when it was tested on data that it had not seen, in parts per million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metrics {
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

impl From<Metrics> for ModelMetrics {
	fn from(metrics: Metrics) -> Self {
		Self {
			median_error: metrics.median_error,
			bias: metrics.bias,
			within_ten: metrics.within_ten,
			deviation: metrics.deviation,
			dispersion: metrics.dispersion,
			differential: metrics.differential,
			coverage: metrics.coverage,
			sample: metrics.sample,
			tested_from: metrics.tested_from,
			tested_until: metrics.tested_until,
		}
	}
}

impl From<ModelMetrics> for Metrics {
	fn from(metrics: ModelMetrics) -> Self {
		Self {
			median_error: metrics.median_error,
			bias: metrics.bias,
			within_ten: metrics.within_ten,
			deviation: metrics.deviation,
			dispersion: metrics.dispersion,
			differential: metrics.differential,
			coverage: metrics.coverage,
			sample: metrics.sample,
			tested_from: metrics.tested_from,
			tested_until: metrics.tested_until,
		}
	}
}

impl Card {
	/// The card as the chain takes it.
	///
	/// # Errors
	/// If a field cannot be understood. The text names the field and says what it takes.
	pub fn encoded(&self) -> Result<ModelCard, String> {
		let field = |name: &'static str| move |error: String| format!("{name}: {error}");
		let classes = self
			.classes
			.iter()
			.map(|name| crate::input::class(name))
			.collect::<Result<Vec<AssetClass>, _>>()
			.map_err(field("classes"))?;
		let countries = match &self.countries {
			None => None,
			Some(codes) => {
				let parsed: Option<Vec<_>> =
					codes.iter().map(|code| crate::pack::parse_country(code)).collect();
				let set = parsed.and_then(CountrySet::from_codes).ok_or_else(|| {
					format!("countries: {codes:?} are not all codes of countries, such as CH")
				})?;
				Some(set)
			},
		};
		if !self.uri.bytes().all(|byte| byte.is_ascii_graphic()) {
			return Err("uri: an address has printable ASCII characters only".to_owned());
		}
		Ok(ModelCard {
			artefact: self.artefact,
			code: self.code,
			training_data: self.training_data,
			card: self.card,
			uri: self.uri.as_bytes().to_vec().try_into().map_err(|_| {
				format!("uri: is {} bytes long; an address has at most {MAX_URI}", self.uri.len())
			})?,
			family: self.family,
			human: self.human,
			metric: parse_metric(&self.metric).map_err(field("metric"))?,
			unit: parse_unit(&self.unit).map_err(field("unit"))?,
			decimals: self.decimals,
			classes: classes
				.try_into()
				.map_err(|_| "classes: a model is for at most 8 classes".to_owned())?,
			countries,
			metrics: self.metrics.into(),
		})
	}
}

/// What a seat has done in the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Vote {
	/// Nothing.
	Absent,
	/// Committed to a report.
	Committed(#[serde(serialize_with = "hexed")] Commitment),
	/// Opened it.
	Revealed(#[serde(serialize_with = "ordered")] Interval),
	/// Did not open it, and has not yet paid for that.
	Missed,
}

fn hexed<S: serde::Serializer>(bytes: &Commitment, to: S) -> Result<S::Ok, S::Error> {
	to.collect_str(&format_args!("0x{}", hex::encode(bytes)))
}

fn ordered<S: serde::Serializer>(of: &Interval, to: S) -> Result<S::Ok, S::Error> {
	[of.low, of.mid, of.high].serialize(to)
}

/// A model in the round of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Entry {
	/// The model.
	pub model: ModelId,
	/// What its report weighs.
	pub weight: u8,
	/// What it has done.
	pub vote: Vote,
}

/// The round of a feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Round {
	/// Its number; 0 before the first.
	pub number: u32,
	/// When it was opened.
	pub opened_at: Moment,
	/// The first second at which reveals begin.
	pub commit_until: Moment,
	/// The first second at which nothing is revealed any more.
	pub reveal_until: Moment,
	/// How many seconds before the opening the data of a report may be from.
	pub max_input_age: u32,
	/// Whether it is over.
	pub finalised: bool,
	/// The seats.
	pub entries: Vec<Entry>,
}

impl Round {
	/// What a model has done in it; none if it has no seat.
	pub fn vote(&self, model: ModelId) -> Option<Vote> {
		self.entries.iter().find(|entry| entry.model == model).map(|entry| entry.vote)
	}
}

/// A feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Feed {
	/// Who opened it.
	pub issuer: Account,
	/// Decimal places of its values.
	pub decimals: u8,
	/// What it asks.
	pub policy: Policy,
	/// What it will ask, and the first second at which this can be enacted.
	pub upcoming: Option<(Policy, Moment)>,
}

/// A report that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
	/// The round.
	pub round: u32,
	/// What it says.
	pub report: Report,
	/// Whether it has been disputed.
	pub disputed: bool,
	/// The first outcome of the feed with which it has not been compared.
	pub scored_to: u32,
}

/// Who is liable for models, and with what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Operator {
	/// The identity.
	pub operator: InvestorId,
	/// The key that acts for it.
	pub account: Account,
	/// Its bond, in the native token's smallest unit.
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

/// A dispute that is not closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
	/// Its number.
	pub id: DisputeId,
	/// The feed.
	pub feed: FeedId,
	/// The model whose report is disputed.
	pub model: ModelId,
	/// The round of the report.
	pub round: u32,
	/// Who disputes it.
	pub disputer: Account,
	/// At which step it is.
	pub stage: DisputeStage,
	/// The first second at which this step is over.
	pub until: Moment,
	/// Appraisers for the disputer, and against.
	pub votes: (u32, u32),
}

/// A holder's request for an explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
	/// Who asks.
	pub holder: Account,
	/// For the report of which round.
	pub round: u32,
	/// BLAKE2b-256 of the explanation.
	pub digest: H256,
	/// The first second at which it is too late to open it.
	pub until: Moment,
}

/// What a report is committed to with: it binds feed, round, model, account, report and salt.
pub fn commitment(
	feed: FeedId,
	round: u32,
	model: ModelId,
	account: &Account,
	report: &Report,
	salt: H256,
) -> Commitment {
	let bytes = (b"cadastre/report", feed, round, model, account.0, report, salt).encode();
	digest(&bytes).first_chunk().copied().unwrap_or_default()
}

impl View {
	/// The answer of a feed with its status; none if it has never had one. Its figures are reached
	/// through [`Valuation::when`] alone, which makes the caller say which statuses it accepts.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn valuation(&self, feed: FeedId) -> Result<Option<Valuation>> {
		let question = api::runtime_apis().valuation_oracle_api().valuation(Static(feed));
		Ok(self.ask(question).await?.map(|found| found.0))
	}

	/// The answers of a feed that are kept, oldest first.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn valuation_history(&self, feed: FeedId) -> Result<Vec<HistoryEntry>> {
		let question = api::runtime_apis().valuation_oracle_api().history(Static(feed));
		Ok(self.ask(question).await?.into_iter().map(|entry| entry.0).collect())
	}

	/// A model: who is liable for it, its status and its card.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn model(&self, model: ModelId) -> Result<Option<ModelInfo>> {
		let question = api::runtime_apis().valuation_oracle_api().model(model);
		Ok(self.ask(question).await?.map(|found| found.0))
	}

	/// The id that the next model gets.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn next_model(&self) -> Result<ModelId> {
		let next = self.get(api::storage().valuation_oracle().next_model_id(), ()).await?;
		Ok(next.unwrap_or_default())
	}

	/// How a model did against the prices that were paid.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn score_of(&self, model: ModelId) -> Result<Option<ScoreInfo>> {
		let question = api::runtime_apis().valuation_oracle_api().score(model);
		Ok(self.ask(question).await?.map(|found| found.0))
	}

	/// The ratio study of a feed over its last outcomes; none without outcomes.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn feed_study(&self, feed: FeedId) -> Result<Option<RatioStudy>> {
		let question = api::runtime_apis().valuation_oracle_api().feed_study(Static(feed));
		Ok(self.ask(question).await?.map(|found| found.0))
	}

	/// The ratio study of a model over its last outcomes; none without outcomes.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn model_study(&self, model: ModelId) -> Result<Option<RatioStudy>> {
		let question = api::runtime_apis().valuation_oracle_api().model_study(model);
		Ok(self.ask(question).await?.map(|found| found.0))
	}

	/// All open disputes.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn disputes(&self) -> Result<Vec<Dispute>> {
		let mut disputes: Vec<Dispute> = Vec::new();
		loop {
			let after = disputes.last().map(|dispute| dispute.id);
			let question = api::runtime_apis().valuation_oracle_api().disputes(after, PAGE);
			let page = self.ask(question).await?;
			if page.is_empty() {
				return Ok(disputes);
			}
			disputes.extend(page.into_iter().map(|found| Dispute {
				id: found.id,
				feed: found.feed.0,
				model: found.model,
				round: found.round,
				disputer: found.disputer.into(),
				stage: found.stage.0,
				until: found.until,
				votes: found.votes,
			}));
		}
	}

	/// What a feed waits for; none if there is no such feed.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn waiting(&self, feed: FeedId) -> Result<Option<Waiting>> {
		let question = api::runtime_apis().valuation_oracle_api().waiting(Static(feed));
		Ok(self.ask(question).await?.map(|found| found.0))
	}

	/// A feed.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn feed(&self, feed: FeedId) -> Result<Option<Feed>> {
		let found = self.get(api::storage().valuation_oracle().feeds(), (Static(feed),)).await?;
		Ok(found.map(|found| Feed {
			issuer: found.issuer.into(),
			decimals: found.decimals,
			policy: found.policy.into(),
			upcoming: found.upcoming.map(|(policy, from)| (policy.into(), from)),
		}))
	}

	/// A feed that must exist.
	///
	/// # Errors
	/// If there is no such feed.
	pub async fn existing_feed(&self, feed: FeedId) -> Result<Feed> {
		self.feed(feed).await?.ok_or_else(|| {
			Error::Invalid(format!(
				"there is no feed {}; `cadastre valuation feed list` shows those that there are",
				write_feed(feed)
			))
		})
	}

	/// All feeds, in the order of their assets.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn feeds(&self) -> Result<Vec<FeedId>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().valuation_oracle().feeds(), ()).await?;
		let mut feeds = Vec::new();
		while let Some(entry) = entries.next().await {
			let (feed,) = entry?.key()?.decode()?;
			feeds.push(feed.0);
		}
		feeds.sort();
		Ok(feeds)
	}

	/// The feeds on which a model has a seat, in the order of their assets.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn seats_of(&self, model: ModelId) -> Result<Vec<FeedId>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().valuation_oracle().seats(), ()).await?;
		let mut feeds = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (feed,) = entry.key()?.decode()?;
			let seats = entry.value().decode()?;
			if seats.0.iter().any(|seat| seat.model == model) {
				feeds.push(feed.0);
			}
		}
		feeds.sort();
		Ok(feeds)
	}

	/// The round of a feed; none if there is no such feed.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn valuation_round(&self, feed: FeedId) -> Result<Option<Round>> {
		let found = self.get(api::storage().valuation_oracle().rounds(), (Static(feed),)).await?;
		Ok(found.map(|round| Round {
			number: round.number,
			opened_at: round.opened_at,
			commit_until: round.opened_at.saturating_add(round.commit_for.into()),
			reveal_until: round.opened_at.saturating_add(round.reveal_for.into()),
			max_input_age: round.max_input_age,
			finalised: round.finalised,
			entries: round
				.entries
				.0
				.into_iter()
				.map(|entry| Entry {
					model: entry.model,
					weight: entry.weight,
					vote: match entry.vote {
						chain::Vote::Absent => Vote::Absent,
						chain::Vote::Committed(commitment) => Vote::Committed(commitment),
						chain::Vote::Revealed(interval) => Vote::Revealed(interval.0),
						chain::Vote::Missed => Vote::Missed,
					},
				})
				.collect(),
		}))
	}

	/// The report of a model in a round, if it is still kept.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn report(&self, feed: FeedId, model: ModelId, round: u32) -> Result<Option<Kept>> {
		let key = (Static(feed), (model, round % HISTORY));
		let found = self.get(api::storage().valuation_oracle().reports(), key).await?;
		let kept = found.map(|found| Kept {
			round: found.round,
			report: found.report.0,
			disputed: found.disputed,
			scored_to: found.scored_to,
		});
		Ok(kept.filter(|kept| kept.round == round))
	}

	/// The last outcomes of a feed, oldest first.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn outcomes(&self, feed: FeedId) -> Result<Vec<Outcome>> {
		let found = self.get(api::storage().valuation_oracle().outcomes(), (Static(feed),)).await?;
		let outcomes = found.map(|found| found.0).unwrap_or_default();
		Ok(outcomes.into_iter().map(|outcome| outcome.0).collect())
	}

	/// An operator, by its identity.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn operator(&self, operator: InvestorId) -> Result<Option<Operator>> {
		let found = self.get(api::storage().valuation_oracle().operators(), (operator,)).await?;
		Ok(found.map(|found| Operator {
			operator,
			account: found.account.into(),
			bond: found.bond,
			leaving_at: found.leaving_at,
			models: found.models,
			seats: found.seats,
			disputes: found.disputes,
		}))
	}

	/// The request for an explanation of a model's reports on a feed, if there is one.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn explanation_request(
		&self,
		feed: FeedId,
		model: ModelId,
	) -> Result<Option<Request>> {
		let key = (Static(feed), model);
		let found = self.get(api::storage().valuation_oracle().requests(), key).await?;
		Ok(found.map(|found| Request {
			holder: found.holder.into(),
			round: found.round,
			digest: found.digest,
			until: found.until,
		}))
	}
}

/// The name of a model's status.
pub fn status_name(status: ModelStatus) -> &'static str {
	match status {
		ModelStatus::Proposed => "proposed",
		ModelStatus::Approved => "approved",
		ModelStatus::Suspended => "suspended",
		ModelStatus::Retired => "retired",
	}
}

/// Opens a feed. Signed by the manager of the asset, or resolved by its holders.
pub fn open_feed(feed: FeedId, decimals: u8, policy: Policy) -> impl Payload {
	api::tx().valuation_oracle().open_feed(Static(feed), decimals, policy.into())
}

/// Announces another policy of a feed. Signed by who opened it.
pub fn announce_policy(feed: FeedId, policy: Policy) -> impl Payload {
	api::tx().valuation_oracle().announce_policy(Static(feed), policy.into())
}

/// Withdraws the policy that was announced. Signed by who opened the feed.
pub fn withdraw_policy(feed: FeedId) -> impl Payload {
	api::tx().valuation_oracle().withdraw_policy(Static(feed))
}

/// Puts the policy that was announced into force. Signed by anybody.
pub fn enact_policy(feed: FeedId) -> impl Payload {
	api::tx().valuation_oracle().enact_policy(Static(feed))
}

/// Halts a feed. Ordered by the chain.
pub fn halt_feed(feed: FeedId, reason: [u8; 32]) -> impl Payload {
	api::tx().valuation_oracle().halt_feed(Static(feed), H256(reason))
}

/// Ends the halt of a feed. Ordered by the chain.
pub fn resume_feed(feed: FeedId) -> impl Payload {
	api::tx().valuation_oracle().resume_feed(Static(feed))
}

/// Closes a feed on which no model has a seat. Signed by who opened it.
pub fn close_feed(feed: FeedId) -> impl Payload {
	api::tx().valuation_oracle().close_feed(Static(feed))
}

/// Bonds native token for the reports of an identity. Signed by a key of it.
pub fn bond(amount: Balance) -> impl Payload {
	api::tx().valuation_oracle().bond(amount)
}

/// Announces that an operator withdraws its bond. Signed by the operator.
pub fn announce_withdrawal(operator: InvestorId) -> impl Payload {
	api::tx().valuation_oracle().announce_withdrawal(operator)
}

/// Withdraws the bond. Signed by the operator.
pub fn withdraw_bond(operator: InvestorId) -> impl Payload {
	api::tx().valuation_oracle().withdraw_bond(operator)
}

/// Proposes a model. Signed by an operator.
pub fn propose_model(card: ModelCard) -> impl Payload {
	api::tx().valuation_oracle().propose_model(Static(card))
}

/// Approves a model until a date. Ordered by the chain.
pub fn approve_model(model: ModelId, expires_at: Moment) -> impl Payload {
	api::tx().valuation_oracle().approve_model(model, expires_at)
}

/// Suspends a model. Ordered by the chain.
pub fn suspend_model(model: ModelId, reason: [u8; 32]) -> impl Payload {
	api::tx().valuation_oracle().suspend_model(model, H256(reason))
}

/// Retires a model for good. Signed by its operator.
pub fn retire_model(model: ModelId) -> impl Payload {
	api::tx().valuation_oracle().retire_model(model)
}

/// Removes a retired model. Signed by its operator.
pub fn remove_model(model: ModelId) -> impl Payload {
	api::tx().valuation_oracle().remove_model(model)
}

/// Takes a seat on a feed. Signed by the model's operator.
pub fn join(feed: FeedId, model: ModelId) -> impl Payload {
	api::tx().valuation_oracle().join(Static(feed), model)
}

/// Leaves a feed. Signed by the model's operator.
pub fn leave(feed: FeedId, model: ModelId) -> impl Payload {
	api::tx().valuation_oracle().leave(Static(feed), model)
}

/// Opens a round. Signed by anybody.
pub fn open_round(feed: FeedId) -> impl Payload {
	api::tx().valuation_oracle().open_round(Static(feed))
}

/// Commits to a report. Signed by the model's operator.
pub fn commit(feed: FeedId, model: ModelId, commitment: Commitment) -> impl Payload {
	api::tx().valuation_oracle().commit(Static(feed), model, commitment)
}

/// Opens the report that was committed to. Signed by the model's operator.
pub fn reveal(feed: FeedId, model: ModelId, report: Report, salt: H256) -> impl Payload {
	api::tx().valuation_oracle().reveal(Static(feed), model, Static(report), salt)
}

/// Finishes a round. Signed by anybody.
pub fn finalise(feed: FeedId) -> impl Payload {
	api::tx().valuation_oracle().finalise(Static(feed))
}

/// Takes the penalty for a commitment that was not opened. Signed by anybody.
pub fn settle_miss(feed: FeedId, model: ModelId) -> impl Payload {
	api::tx().valuation_oracle().settle_miss(Static(feed), model)
}

/// Disputes a model's report behind the last answer. Signed by anybody with a bond.
pub fn dispute(feed: FeedId, model: ModelId, ground: [u8; 32]) -> impl Payload {
	api::tx().valuation_oracle().dispute(Static(feed), model, H256(ground))
}

/// Answers a dispute with the opened inputs and explanation. Signed by the model's operator.
pub fn answer_dispute(dispute: DisputeId, opening: [u8; 32]) -> impl Payload {
	api::tx().valuation_oracle().answer_dispute(dispute, H256(opening))
}

/// Takes a dispute to the appraisers. Signed by anybody.
pub fn escalate(dispute: DisputeId) -> impl Payload {
	api::tx().valuation_oracle().escalate(dispute)
}

/// Votes on a dispute. Signed by an appraiser.
pub fn judge(dispute: DisputeId, uphold: bool) -> impl Payload {
	api::tx().valuation_oracle().judge(dispute, uphold)
}

/// Appeals to the holders of the asset. Signed by who has lost.
pub fn appeal(dispute: DisputeId) -> impl Payload {
	api::tx().valuation_oracle().appeal(dispute)
}

/// Decides an appeal. Resolved by the holders of the asset.
pub fn decide(dispute: DisputeId, uphold: bool) -> impl Payload {
	api::tx().valuation_oracle().decide(dispute, uphold)
}

/// Ends a step of a dispute whose time is over. Signed by anybody.
pub fn close_dispute(dispute: DisputeId) -> impl Payload {
	api::tx().valuation_oracle().close_dispute(dispute)
}

/// Records the price of an arm's-length sale, or of an audited appraisal. Signed by an appraiser.
pub fn record_outcome(
	feed: FeedId,
	price: Value,
	dated: Moment,
	evidence: [u8; 32],
) -> impl Payload {
	api::tx().valuation_oracle().record_outcome(Static(feed), price, dated, H256(evidence))
}

/// Compares a model's report with an outcome. Signed by anybody.
pub fn score(feed: FeedId, model: ModelId, outcome: u32) -> impl Payload {
	api::tx().valuation_oracle().score(Static(feed), model, outcome)
}

/// Asks for the explanation of a report. Signed by a holder of the asset.
pub fn request_explanation(feed: FeedId, model: ModelId, round: u32) -> impl Payload {
	api::tx().valuation_oracle().request_explanation(Static(feed), model, round)
}

/// Opens the explanation that was asked for. Signed by the model's operator.
pub fn open_explanation(feed: FeedId, model: ModelId, explanation: Vec<u8>) -> impl Payload {
	api::tx().valuation_oracle().open_explanation(Static(feed), model, BoundedVec(explanation))
}

/// Closes a request whose time is over. Signed by anybody.
pub fn close_request(feed: FeedId, model: ModelId) -> impl Payload {
	api::tx().valuation_oracle().close_request(Static(feed), model)
}

#[cfg(test)]
mod tests {
	use super::*;

	const HOME: FeedId =
		FeedId { asset: 7, metric: Metric::MarketValue, unit: Unit::Fiat(*b"USD") };

	#[test]
	fn a_feed_is_read_as_it_is_written() {
		for feed in [
			HOME,
			FeedId { asset: 0, metric: Metric::Rent, unit: Unit::Native },
			FeedId {
				asset: AssetId::MAX,
				metric: Metric::ReferencePrice,
				unit: Unit::Token(1_984),
			},
			FeedId { asset: 1, metric: Metric::Occupancy, unit: Unit::Ratio },
		] {
			assert_eq!(parse_feed(&write_feed(feed)), Ok(feed));
		}
		assert_eq!(parse_feed("7"), Ok(HOME), "what is left out");
		for (wrong, word) in [
			("", "7/market-value/USD"),
			("x/rent/USD", "7/market-value/USD"),
			("7/price", "forced-sale-value"),
			("7/rent/usd", "capitals"),
			("7/rent/token-x", "token-"),
			("7/rent/ratio", "is not counted in"),
			("7/occupancy/USD", "is not counted in"),
			("7/rent/USD/2", "more parts"),
		] {
			let error = parse_feed(wrong).unwrap_err();
			assert!(error.contains(word), "{wrong}: {error}");
		}
	}

	#[test]
	fn values_have_their_decimals() {
		assert_eq!(write_value(25_000_000, 2), "250,000.00");
		assert_eq!(write_value(5, 2), "0.05");
		assert_eq!(write_value(950_000, 0), "950,000");
		assert_eq!(write_value(u64::MAX, 12), "18,446,744.073709551615");
	}

	#[test]
	fn a_commitment_binds_all_that_it_is_made_of() {
		let report = Report {
			interval: Interval { low: 1, mid: 2, high: 3 },
			as_of: 4,
			inputs: H256([5; 32]),
			explanation: H256([6; 32]),
		};
		let (account, salt) = (Account([7; 32]), H256([8; 32]));
		let first = commitment(HOME, 1, 2, &account, &report, salt);
		let other = Report { as_of: 5, ..report };
		let rent = FeedId { metric: Metric::Rent, ..HOME };
		for changed in [
			commitment(rent, 1, 2, &account, &report, salt),
			commitment(HOME, 2, 2, &account, &report, salt),
			commitment(HOME, 1, 3, &account, &report, salt),
			commitment(HOME, 1, 2, &Account([0; 32]), &report, salt),
			commitment(HOME, 1, 2, &account, &other, salt),
			commitment(HOME, 1, 2, &account, &report, H256([9; 32])),
		] {
			assert_ne!(changed, first);
		}
	}

	fn card() -> Card {
		Card {
			artefact: H256([1; 32]),
			code: H256([2; 32]),
			training_data: H256([3; 32]),
			card: H256([4; 32]),
			uri: "https://example.org/card.md".into(),
			family: 1,
			human: false,
			metric: "market-value".into(),
			unit: "USD".into(),
			decimals: 2,
			classes: vec!["real-estate".into()],
			countries: Some(vec!["US".into()]),
			metrics: ModelMetrics { sample: 9, ..Default::default() }.into(),
		}
	}

	#[test]
	fn a_card_of_a_file_is_that_of_the_chain() {
		let text = serde_json::to_string(&card()).unwrap();
		let read: Card = serde_json::from_str(&text).unwrap();
		assert_eq!(read, card());
		let encoded = read.encoded().unwrap();
		assert_eq!(encoded.classes.to_vec(), [AssetClass::RealEstate]);
		assert_eq!(encoded.countries, CountrySet::from_codes([*b"US"]));
		assert_eq!(encoded.metrics.sample, 9);
	}

	#[test]
	fn a_wrong_field_of_a_card_is_named() {
		let long = "x".repeat(usize::try_from(MAX_URI).unwrap() + 1);
		for (wrong, field) in [
			(Card { uri: "with space".into(), ..card() }, "uri: "),
			(Card { uri: long, ..card() }, "uri: "),
			(Card { metric: "price".into(), ..card() }, "metric: "),
			(Card { unit: "dollar".into(), ..card() }, "unit: "),
			(Card { classes: vec!["house".into()], ..card() }, "classes: "),
			(Card { classes: vec!["debt".into(); 9], ..card() }, "classes: "),
			(Card { countries: Some(vec!["XX".into()]), ..card() }, "countries: "),
		] {
			let error = wrong.encoded().unwrap_err();
			assert!(error.starts_with(field), "{error}");
		}
	}

	#[test]
	fn a_policy_survives_its_file_and_the_chain() {
		let text = serde_json::to_string(&Policy::WEEKLY).unwrap();
		assert_eq!(serde_json::from_str::<Policy>(&text).unwrap(), Policy::WEEKLY);
		assert_eq!(Policy::from(chain::Policy::from(Policy::WEEKLY)), Policy::WEEKLY);
		assert!(serde_json::from_str::<Policy>(&text.replace("human", "humans")).is_err());
	}
}

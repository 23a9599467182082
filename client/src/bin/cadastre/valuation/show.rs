// SPDX-License-Identifier: Apache-2.0

//! What is asked of the chain about valuations.

use super::{Answer, Status};
use crate::{output::tokens, App, No};
use anyhow::Result;
use cadastre_client::{
	report,
	time::format_moment,
	valuations::{metric_name, status_name, write_feed, write_unit, write_value, Metrics, Vote},
	Error, View,
};
use cadastre_primitives::{
	DisputeStage, FeedId, InvestorId, ModelId, Valuation, ValuationStatus, Verdict, Waiting,
};
use serde_json::{json, Value as Json};

impl Status {
	fn of(status: ValuationStatus) -> Self {
		match status {
			ValuationStatus::Fresh => Self::Fresh,
			ValuationStatus::Aging => Self::Aging,
			ValuationStatus::Pending => Self::Pending,
			ValuationStatus::Disputed => Self::Disputed,
			ValuationStatus::Stale => Self::Stale,
			ValuationStatus::Halted => Self::Halted,
		}
	}

	fn name(self) -> &'static str {
		match self {
			Self::Fresh => "fresh",
			Self::Aging => "aging",
			Self::Pending => "pending",
			Self::Disputed => "disputed",
			Self::Stale => "stale",
			Self::Halted => "halted",
		}
	}

	fn sentence(self) -> &'static str {
		match self {
			Self::Fresh => "recent, and nobody disputes it",
			Self::Aging => "settled, and old enough that the next one is due",
			Self::Pending => "it moved so far that there is time to dispute it first",
			Self::Disputed => "a report that it rests on is disputed",
			Self::Stale => "too old, or withdrawn: no value is better than this one",
			Self::Halted => "an authority has stopped the feed",
		}
	}
}

pub(super) fn verdict_name(verdict: Verdict) -> &'static str {
	match verdict {
		Verdict::Upheld => "upheld",
		Verdict::Rejected => "rejected",
		Verdict::Undecided => "undecided",
	}
}

/// Parts per million as per cent, cut to hundredths.
pub(super) fn percent(millionths: u64) -> String {
	format!("{}.{:02} %", millionths / 10_000, millionths / 100 % 100)
}

fn signed_percent(millionths: i64) -> String {
	let sign = if millionths < 0 { "-" } else { "" };
	format!("{sign}{}", percent(millionths.unsigned_abs()))
}

fn pair(name: &str, value: impl Into<String>) -> [String; 2] {
	[name.to_owned(), value.into()]
}

pub(super) async fn answer(app: &App, asked: &Answer) -> Result<()> {
	let view = app.client().await?.head().await?;
	let name = write_feed(asked.feed);
	view.existing_feed(asked.feed).await?;
	let Some(found) = view.valuation(asked.feed).await? else {
		app.out.json(&json!({ "block": view.number(), "feed": name, "status": null }));
		return Err(No(format!("the feed {name} has never had an answer")).into());
	};
	let status = Status::of(found.status());
	let accepted = asked.any || asked.accept.contains(&status);
	match found.when(|_| accepted) {
		Ok((interval, decimals)) => {
			let value = |value| write_value(value, decimals);
			app.out.table(
				["", ""],
				[
					pair("Feed", &name),
					pair("Status", format!("{}: {}", status.name(), status.sentence())),
					pair("Low", value(interval.low)),
					pair("Mid", value(interval.mid)),
					pair("High", value(interval.high)),
					pair("As of", format_moment(found.as_of())),
					pair("Round", found.round().to_string()),
				],
			);
			app.out.json(&json!({
				"block": view.number(),
				"feed": name,
				"status": status.name(),
				"low": interval.low,
				"mid": interval.mid,
				"high": interval.high,
				"decimals": decimals,
				"as_of": found.as_of(),
				"round": found.round(),
			}));
			Ok(())
		},
		Err(_) => {
			app.out.json(&json!({
				"block": view.number(),
				"feed": name,
				"status": status.name(),
				"as_of": found.as_of(),
				"round": found.round(),
			}));
			Err(No(format!(
				"the answer of {name} is {}: {}; --any shows it, --accept {} takes it",
				status.name(),
				status.sentence(),
				status.name()
			))
			.into())
		},
	}
}

/// An answer in one cell of a table.
fn in_short(found: Option<Valuation>) -> [String; 2] {
	let Some(found) = found else { return [String::new(), "none yet".to_owned()] };
	let status = Status::of(found.status()).name().to_owned();
	match found.when(|_| true) {
		Ok((interval, decimals)) => [write_value(interval.mid, decimals), status],
		Err(_) => [String::new(), status],
	}
}

pub(super) async fn feeds(app: &App) -> Result<()> {
	let view = app.client().await?.head().await?;
	let mut rows = Vec::new();
	let mut values = Vec::new();
	for feed in view.feeds().await? {
		let found = view.valuation(feed).await?;
		let seats = view.valuation_round(feed).await?.map_or(0, |round| round.entries.len());
		let [mid, status] = in_short(found);
		values.push(json!({
			"feed": write_feed(feed),
			"status": found.map(|found| Status::of(found.status()).name()),
			"round": found.map(|found| found.round()),
			"seats": seats,
		}));
		rows.push([write_feed(feed), mid, status, seats.to_string()]);
	}
	app.out.table(["Feed", "Mid", "Status", "Seats"], rows);
	app.out.json(&json!({ "block": view.number(), "feeds": values }));
	Ok(())
}

pub(super) async fn feed(app: &App, feed: FeedId) -> Result<()> {
	let view = app.client().await?.head().await?;
	let found = view.existing_feed(feed).await?;
	let history = view.valuation_history(feed).await?;
	let outcomes = view.outcomes(feed).await?;
	let value = |value| write_value(value, found.decimals);
	let policy = serde_json::to_value(found.policy)?;
	let mut rows = vec![
		pair("Feed", write_feed(feed)),
		pair("Opened by", found.issuer.to_string()),
		pair("Decimals", found.decimals.to_string()),
	];
	if let Json::Object(fields) = &policy {
		rows.extend(fields.iter().map(|(name, value)| pair(name, value.to_string())));
	}
	if let Some((_, from)) = &found.upcoming {
		rows.push(pair("Another policy", format!("from {} on", format_moment(*from))));
	}
	app.out.table(["", ""], rows);
	app.out.table(
		["Round", "Low", "Mid", "High", "Reports", "Found"],
		history.iter().map(|entry| {
			[
				entry.round.to_string(),
				value(entry.interval.low),
				value(entry.interval.mid),
				value(entry.interval.high),
				entry.reports.to_string(),
				format_moment(entry.answered_at),
			]
		}),
	);
	app.out.table(
		["Outcome", "Price", "Answer then", "Round", "Dated"],
		outcomes.iter().map(|outcome| {
			[
				outcome.number.to_string(),
				value(outcome.price),
				value(outcome.interval.mid),
				outcome.round.to_string(),
				format_moment(outcome.dated),
			]
		}),
	);
	app.out.json(&json!({
		"block": view.number(),
		"feed": write_feed(feed),
		"record": found,
		"history": history
			.iter()
			.map(|entry| json!({
				"round": entry.round,
				"low": entry.interval.low,
				"mid": entry.interval.mid,
				"high": entry.interval.high,
				"as_of": entry.as_of,
				"answered_at": entry.answered_at,
				"reports": entry.reports,
			}))
			.collect::<Vec<_>>(),
		"outcomes": outcomes
			.iter()
			.map(|outcome| json!({
				"number": outcome.number,
				"round": outcome.round,
				"mid": outcome.interval.mid,
				"price": outcome.price,
				"dated": outcome.dated,
			}))
			.collect::<Vec<_>>(),
	}));
	Ok(())
}

async fn existing_model(view: &View, model: ModelId) -> Result<cadastre_primitives::ModelInfo> {
	Ok(view.model(model).await?.ok_or_else(|| {
		Error::Invalid(format!(
			"there is no model {model}; `cadastre valuation model list` shows those that there are"
		))
	})?)
}

pub(super) async fn model(app: &App, model: ModelId) -> Result<()> {
	let view = app.client().await?.head().await?;
	let found = existing_model(&view, model).await?;
	let score = view.score_of(model).await?.unwrap_or_default();
	let seats = view.seats_of(model).await?;
	let card = &found.card;
	let uri = String::from_utf8_lossy(&card.uri).into_owned();
	let metrics = card.metrics;
	app.out.table(
		["", ""],
		[
			pair("Model", model.to_string()),
			pair("Operator", format!("identity {}", found.operator)),
			pair("Status", status_name(found.status)),
			pair("Approved until", format_moment(found.expires_at)),
			pair("Weight", found.weight.to_string()),
			pair("Family", card.family.to_string()),
			pair("Measures", format!("{} in {}", metric_name(card.metric), write_unit(card.unit))),
			pair("Artefact", format!("{:?}", card.artefact)),
			pair("Code", format!("{:?}", card.code)),
			pair("Training data", format!("{:?}", card.training_data)),
			pair("Card", format!("{:?}\n{uri}", card.card)),
			pair(
				"When tested",
				format!(
					"on {} sales: median error {}, bias {}, within 10 % {}, in the interval {}",
					report::group(metrics.sample.into()),
					percent(metrics.median_error.into()),
					signed_percent(metrics.bias.into()),
					percent(metrics.within_ten.into()),
					percent(metrics.coverage.into())
				),
			),
			pair(
				"Since then",
				format!(
					"on {} prices: median error {}, in the interval {}",
					score.outcomes,
					percent(score.median_error.into()),
					percent(score.coverage.into())
				),
			),
			pair(
				"Seats",
				seats.iter().map(|feed| write_feed(*feed)).collect::<Vec<_>>().join("\n"),
			),
		],
	);
	app.out.json(&json!({
		"block": view.number(),
		"model": model,
		"operator": found.operator,
		"status": status_name(found.status),
		"expires_at": found.expires_at,
		"weight": found.weight,
		"disputes": found.disputes,
		"card": {
			"artefact": card.artefact,
			"code": card.code,
			"training_data": card.training_data,
			"card": card.card,
			"uri": uri,
			"family": card.family,
			"human": card.human,
			"metric": metric_name(card.metric),
			"unit": write_unit(card.unit),
			"decimals": card.decimals,
			"metrics": Metrics::from(metrics),
		},
		"score": {
			"outcomes": score.outcomes,
			"median_error": score.median_error,
			"coverage": score.coverage,
			"weight": score.weight,
		},
		"feeds": seats.iter().map(|feed| write_feed(*feed)).collect::<Vec<_>>(),
	}));
	Ok(())
}

pub(super) async fn models(app: &App) -> Result<()> {
	let view = app.client().await?.head().await?;
	let mut rows = Vec::new();
	let mut values = Vec::new();
	for id in 0..view.next_model().await? {
		// A model that was removed leaves a gap.
		let Some(found) = view.model(id).await? else { continue };
		let score = view.score_of(id).await?.unwrap_or_default();
		rows.push([
			id.to_string(),
			found.operator.to_string(),
			status_name(found.status).to_owned(),
			found.card.family.to_string(),
			percent(found.card.metrics.median_error.into()),
			if score.outcomes == 0 { String::new() } else { percent(score.median_error.into()) },
			found.weight.to_string(),
		]);
		values.push(json!({
			"model": id,
			"operator": found.operator,
			"status": status_name(found.status),
			"family": found.card.family,
			"weight": found.weight,
			"outcomes": score.outcomes,
			"median_error": score.median_error,
		}));
	}
	app.out.table(
		["Model", "Operator", "Status", "Family", "Error in test", "Error since", "Weight"],
		rows,
	);
	app.out.json(&json!({ "block": view.number(), "models": values }));
	Ok(())
}

pub(super) async fn operator(app: &App, operator: InvestorId) -> Result<()> {
	let view = app.client().await?.head().await?;
	let found = view.operator(operator).await?.ok_or_else(|| {
		Error::Invalid(format!("identity {operator} is no operator; it bonds to become one"))
	})?;
	app.out.table(
		["", ""],
		[
			pair("Operator", format!("identity {operator}")),
			pair("Key", found.account.to_string()),
			pair("Bond", tokens(found.bond)),
			pair("Models", found.models.to_string()),
			pair("Seats", found.seats.to_string()),
			pair("Disputed reports", found.disputes.to_string()),
			pair("Leaves", found.leaving_at.map(format_moment).unwrap_or_default()),
		],
	);
	app.out.json(&json!({
		"block": view.number(),
		"operator": operator,
		"account": found.account,
		"bond": found.bond.to_string(),
		"models": found.models,
		"seats": found.seats,
		"disputes": found.disputes,
		"leaving_at": found.leaving_at,
	}));
	Ok(())
}

pub(super) async fn round(app: &App, feed: FeedId) -> Result<()> {
	let view = app.client().await?.head().await?;
	let decimals = view.existing_feed(feed).await?.decimals;
	let contradiction = || Error::Contradiction(format!("{} has no round", write_feed(feed)));
	let round = view.valuation_round(feed).await?.ok_or_else(contradiction)?;
	let waiting = view.waiting(feed).await?.ok_or_else(contradiction)?;
	let models =
		|models: &[ModelId]| models.iter().map(ModelId::to_string).collect::<Vec<_>>().join(", ");
	let waits = match &waiting {
		Waiting::Opening(from) => format!("for its opening, from {} on", format_moment(*from)),
		Waiting::Commitments(absent, until) => {
			format!("for commitments of {} until {}", models(absent), format_moment(*until))
		},
		Waiting::Reveals(open, until) => {
			format!("for reveals of {} until {}", models(open), format_moment(*until))
		},
		Waiting::Finalisation => "for somebody to finish it".to_owned(),
		Waiting::Authority => "for the authority, which has halted the feed".to_owned(),
	};
	app.out.say(format!("Round {} of {} waits {waits}.", round.number, write_feed(feed)));
	app.out.table(
		["Model", "Weight", "Has"],
		round.entries.iter().map(|entry| {
			let has = match entry.vote {
				Vote::Absent => "done nothing".to_owned(),
				Vote::Committed(_) => "committed to a report".to_owned(),
				Vote::Revealed(interval) => format!(
					"reported {} to {}, most likely {}",
					write_value(interval.low, decimals),
					write_value(interval.high, decimals),
					write_value(interval.mid, decimals)
				),
				Vote::Missed => "not opened its report; a penalty is due".to_owned(),
			};
			[entry.model.to_string(), entry.weight.to_string(), has]
		}),
	);
	let (waits_for, at) = match &waiting {
		Waiting::Opening(from) => ("opening", Some(*from)),
		Waiting::Commitments(_, until) => ("commitments", Some(*until)),
		Waiting::Reveals(_, until) => ("reveals", Some(*until)),
		Waiting::Finalisation => ("finish", None),
		Waiting::Authority => ("authority", None),
	};
	app.out.json(&json!({
		"block": view.number(),
		"feed": write_feed(feed),
		"round": round,
		"waits_for": waits_for,
		"at": at,
	}));
	Ok(())
}

pub(super) async fn disputes(app: &App) -> Result<()> {
	let view = app.client().await?.head().await?;
	let disputes = view.disputes().await?;
	let stage = |stage: DisputeStage| match stage {
		DisputeStage::Opened => "opened".to_owned(),
		DisputeStage::Answered => "answered".to_owned(),
		DisputeStage::Panel => "panel".to_owned(),
		DisputeStage::Judged(verdict) => format!("judged {}", verdict_name(verdict)),
		DisputeStage::Appealed(verdict) => format!("appealed from {}", verdict_name(verdict)),
	};
	app.out.table(
		["Dispute", "Feed", "Model", "Round", "Step", "Until", "For", "Against"],
		disputes.iter().map(|dispute| {
			[
				dispute.id.to_string(),
				write_feed(dispute.feed),
				dispute.model.to_string(),
				dispute.round.to_string(),
				stage(dispute.stage),
				format_moment(dispute.until),
				dispute.votes.0.to_string(),
				dispute.votes.1.to_string(),
			]
		}),
	);
	app.out.json(&json!({
		"block": view.number(),
		"disputes": disputes
			.iter()
			.map(|dispute| json!({
				"dispute": dispute.id,
				"feed": write_feed(dispute.feed),
				"model": dispute.model,
				"round": dispute.round,
				"disputer": dispute.disputer,
				"stage": stage(dispute.stage),
				"until": dispute.until,
				"for": dispute.votes.0,
				"against": dispute.votes.1,
			}))
			.collect::<Vec<_>>(),
	}));
	Ok(())
}

pub(super) async fn request(app: &App, feed: FeedId, model: ModelId) -> Result<()> {
	let view = app.client().await?.head().await?;
	match view.explanation_request(feed, model).await? {
		None => {
			app.out.say(format!("Nobody asks model {model} for an explanation."));
			app.out.json(&json!({ "block": view.number(), "request": null }));
		},
		Some(request) => {
			app.out.say(format!(
				"{} asks model {model} to explain round {}, until {}.",
				request.holder.short(),
				request.round,
				format_moment(request.until)
			));
			app.out.json(&json!({
				"block": view.number(),
				"request": {
					"holder": request.holder,
					"round": request.round,
					"digest": request.digest,
					"until": request.until,
				},
			}));
		},
	}
	Ok(())
}

pub(super) async fn study(app: &App, feed: Option<FeedId>, model: Option<ModelId>) -> Result<()> {
	let view = app.client().await?.head().await?;
	let found = match (feed, model) {
		(Some(feed), _) => {
			view.existing_feed(feed).await?;
			view.feed_study(feed).await?
		},
		(None, Some(model)) => {
			existing_model(&view, model).await?;
			view.model_study(model).await?
		},
		(None, None) => None,
	};
	let Some(study) = found else {
		app.out.json(&json!({ "block": view.number(), "study": null }));
		return Err(No("no price has been compared yet".to_owned()).into());
	};
	app.out.table(
		["", ""],
		[
			pair("Sales", study.sample.to_string()),
			pair("Median ratio", percent(study.median_ratio)),
			pair("COD: mean distance from the median", percent(study.cod)),
			pair("PRD: above 1 dear assets are valued too low", millionths(study.prd)),
			pair(
				"PRB: change of the ratio where the value doubles",
				study.prb.map(signed_percent).unwrap_or_default(),
			),
		],
	);
	app.out.json(&json!({
		"block": view.number(),
		"study": {
			"sample": study.sample,
			"median_ratio": study.median_ratio,
			"cod": study.cod,
			"prd": study.prd,
			"prb": study.prb,
		},
	}));
	Ok(())
}

/// Parts per million as a factor of three places.
fn millionths(value: u64) -> String {
	format!("{}.{:03}", value / 1_000_000, value / 1_000 % 1_000)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn parts_are_per_cent() {
		assert_eq!(percent(93_456), "9.34 %");
		assert_eq!(percent(1_000_000), "100.00 %");
		assert_eq!(signed_percent(-5_000), "-0.50 %");
		assert_eq!(millionths(1_030_400), "1.030");
	}
}

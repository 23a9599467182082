// SPDX-License-Identifier: Apache-2.0

//! Valuations: feeds, models, operators, rounds, answers, disputes, explanations and scores.

mod show;

use crate::{asset::date, investor::document, output::tokens, App};
use anyhow::{Context, Result};
use cadastre_client::{
	referenda,
	time::format_moment,
	valuations::{self, parse_feed, write_feed, write_value, Card, Policy},
	Error, Included,
};
use cadastre_primitives::{token, Balance, DisputeId, FeedId, ModelId, Moment, Value, Verdict};
use clap::{Args, Subcommand, ValueEnum};
use serde::de::DeserializeOwned;
use serde_json::json;
use std::path::{Path, PathBuf};
use subxt::tx::Payload;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Show what an asset is worth, and how far that can be relied on.
	Answer(Answer),
	/// Open feeds and set their policy.
	#[command(subcommand)]
	Feed(Feed),
	/// Propose, approve and seat models.
	#[command(subcommand)]
	Model(Model),
	/// Bond as an operator of models, and leave.
	#[command(subcommand)]
	Operator(Operator),
	/// Open and finish rounds.
	#[command(subcommand)]
	Round(Round),
	/// Dispute reports, and decide on disputes.
	#[command(subcommand)]
	Dispute(Dispute),
	/// Ask for explanations of reports, and open them.
	#[command(subcommand)]
	Explain(Explain),
	/// Record prices that were paid, and compare models with them.
	#[command(subcommand)]
	Score(Score),
}

/// A feed: asset/metric/unit, such as 7/market-value/USD; 7 alone is that.
fn feed(text: &str) -> Result<FeedId, String> {
	parse_feed(text)
}

/// An amount of the native token, such as 1000 or 0.5, in its smallest unit.
fn amount(text: &str) -> Result<Balance, String> {
	let wrong = || format!("\"{text}\" is no amount of {}, such as 1000 or 0.5", token::SYMBOL);
	let (whole, part) = text.split_once('.').unwrap_or((text, ""));
	let digits = usize::from(token::DECIMALS);
	let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
	if whole.is_empty() || !plain(whole) || !plain(part) || part.len() > digits {
		return Err(wrong());
	}
	format!("{whole}{part:0<digits$}").parse().map_err(|_| wrong())
}

#[derive(Debug, Args)]
pub(crate) struct Answer {
	/// The feed: asset/metric/unit, such as 7/market-value/USD; 7 alone is that.
	#[arg(value_parser = feed)]
	feed: FeedId,
	/// The statuses with which the answer is for use, joined by commas. With another one the
	/// command fails and shows no figures.
	#[arg(long, value_delimiter = ',', value_enum, default_value = "fresh,aging")]
	accept: Vec<Status>,
	/// Show the figures whatever the status is. They are for people to read, not for use.
	#[arg(long, conflicts_with = "accept")]
	any: bool,
}

/// How far a valuation can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Status {
	Fresh,
	Aging,
	Pending,
	Disputed,
	Stale,
	Halted,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Feed {
	/// Write a policy for homes that are valued weekly, as a file to change.
	Policy,
	/// Open a feed. Signed by the manager of the asset.
	Open {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
		/// Decimal places of its values.
		#[arg(long, default_value_t = 2)]
		decimals: u8,
		/// File with the policy, as `cadastre valuation feed policy` writes it.
		#[arg(long, value_name = "FILE")]
		policy: PathBuf,
	},
	/// Announce another policy. Signed by who opened the feed.
	Announce {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
		/// File with the policy.
		#[arg(long, value_name = "FILE")]
		policy: PathBuf,
	},
	/// Withdraw the policy that was announced. Signed by who opened the feed.
	Withdraw {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
	},
	/// Put the announced policy into force once its date has come. Signed by anybody.
	Enact {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
	},
	/// Close a feed on which no model has a seat. Signed by who opened it.
	Close {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
	},
	/// Put it to the chain's voters that a feed be halted.
	Halt {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
		/// The document that says why: a file, or 0x and its digest.
		#[arg(long, value_parser = document)]
		document: [u8; 32],
	},
	/// Put it to the chain's voters that the halt of a feed end.
	Resume {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
	},
	/// Show a feed: its policy, its seats, its answers and the prices that were paid.
	Show {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
	},
	/// Show all feeds and their answers.
	List,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Model {
	/// Propose a model. Signed by an operator.
	Propose {
		/// File with the card, as `cadastre-feeder card` writes it.
		card: PathBuf,
	},
	/// Put it to the chain's voters that a model be approved, with a deposit. Signed by anybody.
	Approve {
		/// The model.
		model: ModelId,
		/// Day from which on the approval holds no more, at most 400 days away.
		#[arg(long, value_name = "DATE", value_parser = date)]
		until: Moment,
	},
	/// Put it to the chain's voters that a model be suspended, with a deposit. Signed by anybody.
	Suspend {
		/// The model.
		model: ModelId,
		/// The document that says why: a file, or 0x and its digest.
		#[arg(long, value_parser = document)]
		document: [u8; 32],
	},
	/// Retire a model for good. Signed by its operator.
	Retire {
		/// The model.
		model: ModelId,
	},
	/// Remove a retired model, and get its deposit back. Signed by its operator.
	Remove {
		/// The model.
		model: ModelId,
	},
	/// Take a seat on a feed. Signed by the model's operator.
	Join {
		/// The model.
		model: ModelId,
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
	},
	/// Leave a feed. Signed by the model's operator.
	Leave {
		/// The model.
		model: ModelId,
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
	},
	/// Show a model: its card, its status and its record.
	Show {
		/// The model.
		model: ModelId,
	},
	/// Show all models.
	List,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Operator {
	/// Bond native token for the reports of an identity, or add to the bond. Signed by its key.
	Bond {
		/// How much.
		#[arg(value_parser = amount)]
		amount: Balance,
	},
	/// Announce that the bond will be withdrawn. Signed by the operator.
	Leave {
		/// The identity: the number of the investor.
		operator: u64,
	},
	/// Withdraw the bond once the delay is over. Signed by the operator.
	Withdraw {
		/// The identity: the number of the investor.
		operator: u64,
	},
	/// Show an operator.
	Show {
		/// The identity: the number of the investor.
		operator: u64,
	},
}

#[derive(Debug, Subcommand)]
pub(crate) enum Round {
	/// Open a round. Signed by anybody.
	Open {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
	},
	/// Finish a round. Signed by anybody, and free.
	Finish {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
	},
	/// Take the penalty for a commitment that was not opened. Signed by anybody.
	SettleMiss {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
		/// The model.
		model: ModelId,
	},
	/// Show the round of a feed, and what it waits for.
	Show {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
	},
}

#[derive(Debug, Subcommand)]
pub(crate) enum Dispute {
	/// Dispute a model's report behind the last answer, with a bond. Signed by anybody.
	Open {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
		/// The model.
		model: ModelId,
		/// The document that says why, such as a report computed anew: a file, or 0x and its digest.
		#[arg(long, value_parser = document)]
		document: [u8; 32],
	},
	/// Answer a dispute with the opened inputs and explanation. Signed by the model's operator.
	Answer {
		/// The dispute.
		dispute: DisputeId,
		/// The file that has them, or 0x and its digest.
		#[arg(long, value_parser = document)]
		document: [u8; 32],
	},
	/// Take a dispute to the appraisers. Signed by anybody.
	Escalate {
		/// The dispute.
		dispute: DisputeId,
	},
	/// Vote on a dispute. Signed by an appraiser: a surveyor among the verifiers.
	Judge {
		/// The dispute.
		dispute: DisputeId,
		/// For the disputer, or against.
		#[arg(value_enum)]
		decision: Decision,
	},
	/// Appeal to the holders of the asset, with a bond. Signed by who has lost.
	Appeal {
		/// The dispute.
		dispute: DisputeId,
	},
	/// End a step whose time is over. Signed by anybody.
	Close {
		/// The dispute.
		dispute: DisputeId,
	},
	/// Show the open disputes.
	List,
}

/// For the disputer, or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Decision {
	/// The report is wrong.
	Uphold,
	/// The report is right.
	Reject,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Explain {
	/// Ask for the explanation of a report, with a deposit. Signed by a holder of the asset.
	Request {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
		/// The model.
		model: ModelId,
		/// The round.
		#[arg(long)]
		round: u32,
	},
	/// Open the explanation that was asked for. Signed by the model's operator.
	Open {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
		/// The model.
		model: ModelId,
		/// The file with the explanation, byte for byte.
		file: PathBuf,
	},
	/// Close a request that was not answered in time. Signed by anybody.
	Close {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
		/// The model.
		model: ModelId,
	},
	/// Show the request for an explanation of a model's reports on a feed.
	Show {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
		/// The model.
		model: ModelId,
	},
}

#[derive(Debug, Subcommand)]
pub(crate) enum Score {
	/// Record a price that was paid at arm's length. Signed by an appraiser.
	Sale {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
		/// The price, in the smallest unit of the feed: 250,000.00 is 25000000.
		price: Value,
		/// Day on which it was agreed; now if left out.
		#[arg(long, value_name = "DATE", value_parser = date)]
		dated: Option<Moment>,
		/// The deed: a file, or 0x and its digest.
		#[arg(long, value_parser = document)]
		document: [u8; 32],
	},
	/// Compare a model's report with a price that was recorded. Signed by anybody, and free.
	Model {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed)]
		feed: FeedId,
		/// The model.
		model: ModelId,
		/// The number of the price in the feed.
		outcome: u32,
	},
	/// Show the ratio study of a feed, or of a model over all feeds.
	Study {
		/// The feed: asset/metric/unit.
		#[arg(value_parser = feed, required_unless_present = "model")]
		feed: Option<FeedId>,
		/// The model.
		#[arg(long, conflicts_with = "feed")]
		model: Option<ModelId>,
	},
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Answer(answer) => show::answer(app, &answer).await,
			Self::Feed(command) => command.run(app).await,
			Self::Model(command) => command.run(app).await,
			Self::Operator(command) => command.run(app).await,
			Self::Round(command) => command.run(app).await,
			Self::Dispute(command) => command.run(app).await,
			Self::Explain(command) => command.run(app).await,
			Self::Score(command) => command.run(app).await,
		}
	}
}

/// Signs and sends a call.
async fn send(app: &App, call: &impl Payload) -> Result<Included> {
	let signer = app.signer()?;
	Ok(app.client().await?.send(call, &signer).await?)
}

/// Signs and sends a call that concerns a feed which must exist.
async fn send_to(app: &App, feed: FeedId, call: &impl Payload) -> Result<Included> {
	let signer = app.signer()?;
	let client = app.client().await?;
	client.head().await?.existing_feed(feed).await?;
	Ok(client.send(call, &signer).await?)
}

/// Puts a call before the chain's voters on the track of models.
async fn refer(app: &App, call: &impl Payload, what: &str) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let (referendum, _) = client.refer("model_admin", call, &signer).await?;
	let included = client.send(&referenda::place_deposit(referendum), &signer).await?;
	app.out.done(
		&format!("Referendum {referendum} decides whether {what}"),
		&included,
		json!({ "referendum": referendum }),
	);
	Ok(())
}

/// A JSON file of a person's.
fn read<T: DeserializeOwned>(file: &Path, what: &str) -> Result<T> {
	let text = std::fs::read_to_string(file)
		.with_context(|| format!("{} cannot be read", file.display()))?;
	serde_json::from_str(&text)
		.map_err(|error| Error::Invalid(format!("{} is no {what}: {error}", file.display())).into())
}

impl Feed {
	async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Policy => {
				println!("{}", serde_json::to_string_pretty(&Policy::WEEKLY)?);
			},
			Self::Open { feed, decimals, policy } => {
				let policy = read::<Policy>(&policy, "policy")?;
				let included = send(app, &valuations::open_feed(feed, decimals, policy)).await?;
				let name = write_feed(feed);
				app.out.done(
					&format!("The feed {name} is open"),
					&included,
					json!({ "feed": name, "decimals": decimals, "policy": policy }),
				);
			},
			Self::Announce { feed, policy } => {
				let policy = read::<Policy>(&policy, "policy")?;
				let call = valuations::announce_policy(feed, policy);
				let included = send_to(app, feed, &call).await?;
				let event: valuations::events::PolicyAnnounced = included.event()?;
				app.out.done(
					&format!(
						"The policy can be enacted from {} on",
						format_moment(event.effective_at)
					),
					&included,
					json!({ "feed": write_feed(feed), "effective_at": event.effective_at }),
				);
			},
			Self::Withdraw { feed } => {
				let included = send_to(app, feed, &valuations::withdraw_policy(feed)).await?;
				let value = json!({ "feed": write_feed(feed) });
				app.out.done("The announced policy is withdrawn", &included, value);
			},
			Self::Enact { feed } => {
				let included = send_to(app, feed, &valuations::enact_policy(feed)).await?;
				let value = json!({ "feed": write_feed(feed) });
				app.out.done("The announced policy is in force", &included, value);
			},
			Self::Close { feed } => {
				let included = send_to(app, feed, &valuations::close_feed(feed)).await?;
				let value = json!({ "feed": write_feed(feed) });
				app.out.done("The feed is closed", &included, value);
			},
			Self::Halt { feed, document } => {
				let what = format!("the feed {} is halted", write_feed(feed));
				refer(app, &valuations::halt_feed(feed, document), &what).await?;
			},
			Self::Resume { feed } => {
				let what = format!("the halt of the feed {} ends", write_feed(feed));
				refer(app, &valuations::resume_feed(feed), &what).await?;
			},
			Self::Show { feed } => show::feed(app, feed).await?,
			Self::List => show::feeds(app).await?,
		}
		Ok(())
	}
}

impl Model {
	async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Propose { card } => {
				let card = read::<Card>(&card, "card of a model")?;
				let encoded = card.encoded().map_err(Error::Invalid)?;
				let included = send(app, &valuations::propose_model(encoded)).await?;
				let event: valuations::events::ModelProposed = included.event()?;
				app.out.done(
					&format!("It is model {}; the chain's voters have to approve it", event.model),
					&included,
					json!({ "model": event.model, "artefact": card.artefact }),
				);
			},
			Self::Approve { model, until } => {
				let what = format!("model {model} is approved until {}", format_moment(until));
				refer(app, &valuations::approve_model(model, until), &what).await?;
			},
			Self::Suspend { model, document } => {
				let what = format!("model {model} is suspended");
				refer(app, &valuations::suspend_model(model, document), &what).await?;
			},
			Self::Retire { model } => {
				let included = send(app, &valuations::retire_model(model)).await?;
				let what = format!("Model {model} is retired");
				app.out.done(&what, &included, json!({ "model": model }));
			},
			Self::Remove { model } => {
				let included = send(app, &valuations::remove_model(model)).await?;
				let what = format!("Model {model} is removed");
				app.out.done(&what, &included, json!({ "model": model }));
			},
			Self::Join { model, feed } => {
				let included = send_to(app, feed, &valuations::join(feed, model)).await?;
				let what = format!("Model {model} has a seat on {}", write_feed(feed));
				let value = json!({ "model": model, "feed": write_feed(feed) });
				app.out.done(&what, &included, value);
			},
			Self::Leave { model, feed } => {
				let included = send_to(app, feed, &valuations::leave(feed, model)).await?;
				let what = format!("Model {model} has left {}", write_feed(feed));
				let value = json!({ "model": model, "feed": write_feed(feed) });
				app.out.done(&what, &included, value);
			},
			Self::Show { model } => show::model(app, model).await?,
			Self::List => show::models(app).await?,
		}
		Ok(())
	}
}

impl Operator {
	async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Bond { amount } => {
				let included = send(app, &valuations::bond(amount)).await?;
				let event: valuations::events::Bonded = included.event()?;
				app.out.done(
					&format!("{} are bonded for identity {}", tokens(amount), event.operator),
					&included,
					json!({ "operator": event.operator, "amount": amount.to_string() }),
				);
			},
			Self::Leave { operator } => {
				let included = send(app, &valuations::announce_withdrawal(operator)).await?;
				let event: valuations::events::WithdrawalAnnounced = included.event()?;
				app.out.done(
					&format!(
						"The bond can be withdrawn from {} on",
						format_moment(event.leaving_at)
					),
					&included,
					json!({ "operator": operator, "leaving_at": event.leaving_at }),
				);
			},
			Self::Withdraw { operator } => {
				let included = send(app, &valuations::withdraw_bond(operator)).await?;
				let value = json!({ "operator": operator });
				app.out.done("The bond is withdrawn", &included, value);
			},
			Self::Show { operator } => show::operator(app, operator).await?,
		}
		Ok(())
	}
}

impl Round {
	async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Open { feed } => {
				let included = send_to(app, feed, &valuations::open_round(feed)).await?;
				let event: valuations::events::RoundOpened = included.event()?;
				app.out.done(
					&format!(
						"Round {} is open: commitments before {}, reveals before {}",
						event.round,
						format_moment(event.commit_until),
						format_moment(event.reveal_until)
					),
					&included,
					json!({
						"feed": write_feed(feed),
						"round": event.round,
						"commit_until": event.commit_until,
						"reveal_until": event.reveal_until,
					}),
				);
			},
			Self::Finish { feed } => {
				let included = send_to(app, feed, &valuations::finalise(feed)).await?;
				let event: valuations::events::RoundFinalised = included.event()?;
				let answer = event.answer.map(|interval| interval.0);
				let words = match (&answer, event.settled) {
					(None, _) => "without an answer".to_owned(),
					(Some(answer), true) => format!("with {} as its mid", answer.mid),
					(Some(answer), false) => {
						format!("with {} as its mid, which waits to be disputed", answer.mid)
					},
				};
				app.out.done(
					&format!("Round {} is over {words}", event.round),
					&included,
					json!({
						"feed": write_feed(feed),
						"round": event.round,
						"reports": event.reports,
						"missed": event.missed,
						"answer": answer.map(|found| [found.low, found.mid, found.high]),
						"settled": event.settled,
					}),
				);
			},
			Self::SettleMiss { feed, model } => {
				let included = send_to(app, feed, &valuations::settle_miss(feed, model)).await?;
				let event: valuations::events::MissSettled = included.event()?;
				app.out.done(
					&format!("{} were taken from the bond", tokens(event.paid)),
					&included,
					json!({ "model": model, "paid": event.paid.to_string() }),
				);
			},
			Self::Show { feed } => show::round(app, feed).await?,
		}
		Ok(())
	}
}

impl Dispute {
	async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Open { feed, model, document } => {
				let call = valuations::dispute(feed, model, document);
				let included = send_to(app, feed, &call).await?;
				let event: valuations::events::ReportDisputed = included.event()?;
				app.out.done(
					&format!("It is dispute {}; the bond is {}", event.dispute, tokens(event.bond)),
					&included,
					json!({
						"dispute": event.dispute,
						"round": event.round,
						"bond": event.bond.to_string(),
					}),
				);
			},
			Self::Answer { dispute, document } => {
				let included = send(app, &valuations::answer_dispute(dispute, document)).await?;
				let value = json!({ "dispute": dispute });
				app.out.done("The dispute is answered", &included, value);
			},
			Self::Escalate { dispute } => {
				let included = send(app, &valuations::escalate(dispute)).await?;
				let value = json!({ "dispute": dispute });
				app.out.done("The dispute is with the appraisers", &included, value);
			},
			Self::Judge { dispute, decision } => {
				let uphold = decision == Decision::Uphold;
				let included = send(app, &valuations::judge(dispute, uphold)).await?;
				let value = json!({ "dispute": dispute, "uphold": uphold });
				app.out.done("The vote is given", &included, value);
			},
			Self::Appeal { dispute } => {
				let included = send(app, &valuations::appeal(dispute)).await?;
				let value = json!({ "dispute": dispute });
				app.out.done("The holders of the asset decide", &included, value);
			},
			Self::Close { dispute } => close(app, dispute).await?,
			Self::List => show::disputes(app).await?,
		}
		Ok(())
	}
}

async fn close(app: &App, dispute: DisputeId) -> Result<()> {
	let included = send(app, &valuations::close_dispute(dispute)).await?;
	if let Some(closed) = included.events::<valuations::events::DisputeClosed>()?.pop() {
		let verdict = closed.verdict.0;
		let words = match verdict {
			Verdict::Upheld => "The report was wrong: its operator",
			Verdict::Rejected => "The report was right: the disputer",
			Verdict::Undecided => "It stays open who was right: nobody",
		};
		app.out.done(
			&format!("{words} pays {}", tokens(closed.slashed)),
			&included,
			json!({
				"dispute": dispute,
				"verdict": show::verdict_name(verdict),
				"slashed": closed.slashed.to_string(),
				"reward": closed.reward.to_string(),
				"forfeited": closed.forfeited.to_string(),
			}),
		);
	} else {
		let judged: valuations::events::DisputeJudged = included.event()?;
		let verdict = show::verdict_name(judged.verdict.0);
		app.out.done(
			&format!("The appraisers' verdict is {verdict}; who has lost may appeal"),
			&included,
			json!({ "dispute": dispute, "judged": verdict }),
		);
	}
	Ok(())
}

impl Explain {
	async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Request { feed, model, round } => {
				let call = valuations::request_explanation(feed, model, round);
				let included = send_to(app, feed, &call).await?;
				let event: valuations::events::ExplanationRequested = included.event()?;
				app.out.done(
					&format!("The operator has time until {}", format_moment(event.until)),
					&included,
					json!({ "model": model, "round": round, "until": event.until }),
				);
			},
			Self::Open { feed, model, file } => {
				let bytes = std::fs::read(&file)
					.with_context(|| format!("{} cannot be read", file.display()))?;
				if bytes.len() > valuations::MAX_EXPLANATION {
					return Err(Error::Invalid(format!(
						"{} has {} bytes; an explanation has at most {}",
						file.display(),
						bytes.len(),
						valuations::MAX_EXPLANATION
					))
					.into());
				}
				let call = valuations::open_explanation(feed, model, bytes);
				let included = send_to(app, feed, &call).await?;
				let event: valuations::events::ExplanationOpened = included.event()?;
				app.out.done(
					&format!("The explanation of round {} is open", event.round),
					&included,
					json!({ "model": model, "round": event.round, "digest": event.digest }),
				);
			},
			Self::Close { feed, model } => {
				let included = send_to(app, feed, &valuations::close_request(feed, model)).await?;
				let event: valuations::events::ExplanationMissed = included.event()?;
				app.out.done(
					&format!("The operator has paid {} for its silence", tokens(event.paid)),
					&included,
					json!({ "model": model, "round": event.round, "paid": event.paid.to_string() }),
				);
			},
			Self::Show { feed, model } => show::request(app, feed, model).await?,
		}
		Ok(())
	}
}

impl Score {
	async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Sale { feed, price, dated, document } => {
				let signer = app.signer()?;
				let client = app.client().await?;
				let view = client.head().await?;
				let decimals = view.existing_feed(feed).await?.decimals;
				let dated = match dated {
					Some(dated) => dated,
					None => view.now().await?,
				};
				let call = valuations::record_outcome(feed, price, dated, document);
				let included = client.send(&call, &signer).await?;
				let event: valuations::events::OutcomeRecorded = included.event()?;
				app.out.done(
					&format!(
						"{} is outcome {} of the feed, for the answer of round {}",
						write_value(price, decimals),
						event.number,
						event.round
					),
					&included,
					json!({
						"feed": write_feed(feed),
						"outcome": event.number,
						"round": event.round,
						"price": price,
						"dated": dated,
					}),
				);
			},
			Self::Model { feed, model, outcome } => {
				let call = valuations::score(feed, model, outcome);
				let included = send_to(app, feed, &call).await?;
				let event: valuations::events::ModelScored = included.event()?;
				app.out.done(
					&format!(
						"Model {model} was {} off; its reports weigh {}{}",
						show::percent(event.error.into()),
						event.weight,
						if event.suspended { ", and it is suspended" } else { "" }
					),
					&included,
					json!({
						"model": model,
						"outcome": outcome,
						"error": event.error,
						"covered": event.covered,
						"weight": event.weight,
						"suspended": event.suspended,
					}),
				);
			},
			Self::Study { feed, model } => show::study(app, feed, model).await?,
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_amount_is_counted_in_the_smallest_unit() {
		assert_eq!(amount("1000"), Ok(1_000 * token::UNIT));
		assert_eq!(amount("0.5"), Ok(token::UNIT / 2));
		assert_eq!(amount("1."), Ok(token::UNIT));
		for wrong in ["", ".5", "-1", "1e3", "1,000", "0.0000000000001", "x"] {
			assert!(amount(wrong).is_err(), "{wrong}");
		}
	}
}

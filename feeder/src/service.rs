// SPDX-License-Identifier: Apache-2.0

//! The service: it looks at the chain, and does what its models owe.
//!
//! What it does follows from two things alone: what the chain says that a model has done, and what
//! the records say that it has promised. So it can be stopped and started at any moment. A record is
//! on disk before the chain is told of it; the chain takes one report of a model a round, and the
//! service makes a second commitment only with the same record.

use crate::{
	config::{Config, Loaded},
	metrics::Metrics,
	record::{Promise, Record, Store},
};
use anyhow::{bail, ensure, Context, Result};
use cadastre_client::{
	digest,
	time::parse_date,
	valuations::{self, write_feed, Round, Vote},
	Client, Options, Queue, Signer, View,
};
use cadastre_primitives::{
	token::UNIT, DisputeStage, FeedId, ModelId, ModelStatus, Moment, Waiting,
};
use std::{
	collections::{BTreeMap, BTreeSet},
	future::Future,
	time::{Duration, Instant},
};
use subxt::{tx::Payload, utils::H256};

/// How long the service goes on with what it is in the middle of when it is told to end.
const GRACE: Duration = Duration::from_secs(30);

/// After how many blocks it asks again on which feeds its models have seats.
const SEATS_FOR: u64 = 10;

/// The longest time between two tries to reach a node.
const LONGEST_WAIT: u64 = 60;

/// The running service.
pub(crate) struct Service {
	config: Config,
	models: Vec<Loaded>,
	signer: Signer,
	store: Store,
	metrics: Metrics,
	dry_run: bool,
	client: Option<Client>,
	/// On which feeds each model has a seat, and as of which block that is known.
	seats: BTreeMap<ModelId, BTreeSet<FeedId>>,
	seats_at: Option<u64>,
}

/// A transaction that is on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
	what: What,
	feed: FeedId,
	model: ModelId,
	round: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
	Commit,
	Reveal,
	Finish,
	Open,
	Explain,
	Answer,
	SettleMiss,
	Score,
}

impl What {
	fn name(self) -> &'static str {
		match self {
			Self::Commit => "commit",
			Self::Reveal => "reveal",
			Self::Finish => "finish",
			Self::Open => "open",
			Self::Explain => "explain",
			Self::Answer => "answer",
			Self::SettleMiss => "settle_miss",
			Self::Score => "score",
		}
	}

	/// Whether others may have done it a moment before.
	fn is_anybodys(self) -> bool {
		matches!(self, Self::Finish | Self::Open | Self::SettleMiss | Self::Score)
	}
}

/// What a model owes in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Duty {
	Nothing,
	Commit,
	Reveal,
	/// What was committed to was not opened, and a penalty is due.
	Pay,
}

/// What a model owes in a round at a moment, after what it has done.
fn duty(round: &Round, vote: Vote, now: Moment) -> Duty {
	match vote {
		Vote::Absent if !round.finalised && now < round.commit_until => Duty::Commit,
		Vote::Committed(_)
			if !round.finalised && (round.commit_until..round.reveal_until).contains(&now) =>
		{
			Duty::Reveal
		},
		Vote::Missed => Duty::Pay,
		Vote::Absent | Vote::Committed(_) | Vote::Revealed(_) => Duty::Nothing,
	}
}

/// The moment of which data are, as the chain is told, if the round takes it.
///
/// # Errors
/// If the data are later than the round, or older than it allows.
fn dated(round: &Round, data: Moment) -> Result<Moment> {
	let age = round.opened_at.checked_sub(data).context(
		"the facts are of a day after the opening of the round; the next round can take them",
	)?;
	ensure!(
		age <= round.max_input_age.into(),
		"the facts are {age} seconds older than the round, which takes {} at most; renew them",
		round.max_input_age
	);
	Ok(data)
}

/// Queues a transaction.
async fn push(
	queue: &mut Queue<'_>,
	steps: &mut Vec<Step>,
	step: Step,
	call: &impl Payload,
	signer: &Signer,
) -> Result<()> {
	queue.push(call, signer).await?;
	steps.push(step);
	Ok(())
}

impl Service {
	/// A service that is ready to run.
	///
	/// # Errors
	/// If an artefact, the key or the folder of records cannot be used.
	pub(crate) fn new(config: Config, metrics: Metrics, dry_run: bool) -> Result<Self> {
		let signer = Signer::from_file(&config.keystore).context("keystore")?;
		let models = config.load()?;
		let store = Store::open(&config.state)?;
		for model in models.iter().filter(|model| model.rehearsal) {
			tracing::warn!(model = model.model, "rehearsal: old facts are given as those of today");
		}
		Ok(Self {
			config,
			models,
			signer,
			store,
			metrics,
			dry_run,
			client: None,
			seats: BTreeMap::new(),
			seats_at: None,
		})
	}

	/// Runs until it is told to stop. What it is in the middle of is finished, for a while.
	///
	/// # Errors
	/// If the chain says that this service cannot be right: another chain, another artefact, another
	/// operator.
	pub(crate) async fn run(mut self, stop: impl Future<Output = ()>) -> Result<()> {
		tokio::pin!(stop);
		let mut failures = 0_u32;
		loop {
			let looked = {
				let look = self.look();
				tokio::pin!(look);
				tokio::select! {
					looked = &mut look => looked,
					() = &mut stop => {
						tracing::info!("stopping; what is under way is finished first");
						if tokio::time::timeout(GRACE, look).await.is_err() {
							tracing::warn!("the last transactions were not waited for");
						}
						return Ok(());
					},
				}
			};
			let wait = match looked {
				Ok(()) => {
					failures = 0;
					self.config.poll_seconds
				},
				Err(error) if error.is::<Fatal>() => return Err(error),
				Err(error) => {
					tracing::error!("{error:#}");
					self.metrics.error("node");
					// The connection may be the reason: the next look makes another.
					self.client = None;
					self.seats_at = None;
					failures = failures.saturating_add(1);
					let longer = 2_u64.saturating_pow(failures.min(6));
					self.config.poll_seconds.saturating_mul(longer).min(LONGEST_WAIT)
				},
			};
			tokio::select! {
				() = &mut stop => return Ok(()),
				() = tokio::time::sleep(Duration::from_secs(wait)) => {},
			}
		}
	}

	/// Looks once, and does what there is to do.
	async fn look(&mut self) -> Result<()> {
		let client = match self.client.take() {
			Some(client) => client,
			None => self.connect().await?,
		};
		let looked = self.look_at(&client).await;
		self.client = Some(client);
		looked
	}

	async fn connect(&self) -> Result<Client> {
		let options = Options { genesis: self.config.genesis, ..Options::default() };
		let client = match Client::connect(&self.config.url, &options).await {
			Err(error @ cadastre_client::Error::WrongGenesis { .. }) => {
				return Err(anyhow::Error::new(Fatal(format!("genesis: {error}"))))
			},
			other => other?,
		};
		let view = client.head().await?;
		for model in &self.models {
			self.check(&view, model).await?;
		}
		tracing::info!(
			url = self.config.url,
			genesis = ?client.genesis(),
			block = view.number(),
			account = %self.signer.account(),
			dry_run = self.dry_run,
			"connected"
		);
		Ok(client)
	}

	/// Sees that the chain knows the model as the one that is loaded, and the key as its operator's.
	async fn check(&self, view: &View, model: &Loaded) -> Result<()> {
		let id = model.model;
		let fatal =
			|what: String| anyhow::Error::new(Fatal(format!("models, number {id}: {what}")));
		let known = view.model(id).await?.ok_or_else(|| {
			fatal(format!(
				"the chain knows no such model; `cadastre valuation model propose` makes it known, \
				 and the genesis may be another chain's: {}",
				self.config.url
			))
		})?;
		let digest = H256(model.artefact.digest());
		if known.card.artefact != digest {
			return Err(fatal(format!(
				"artefact: its digest is {digest:?}, and the chain has approved {:?}; take the file \
				 as it was published, byte for byte",
				known.card.artefact
			)));
		}
		if known.card.family != model.artefact.family().number() {
			return Err(fatal(format!(
				"the chain has it in family {}, and the artefact is of family {}",
				known.card.family,
				model.artefact.family().number()
			)));
		}
		let operator = view.operator(known.operator).await?;
		if operator.is_none_or(|operator| operator.account != *self.signer.account()) {
			return Err(fatal(format!(
				"keystore: {} is not the key of its operator, identity {}",
				self.signer.account(),
				known.operator
			)));
		}
		if known.status != ModelStatus::Approved {
			tracing::warn!(
				model = id,
				status = valuations::status_name(known.status),
				"no reports"
			);
		}
		Ok(())
	}

	async fn look_at(&mut self, client: &Client) -> Result<()> {
		let view = client.head().await?;
		let now = match view.now().await {
			Err(cadastre_client::Error::NoBlock) => return Ok(()),
			other => other?,
		};
		let account = self.signer.account();
		self.metrics.block.set(i64::try_from(view.number()).unwrap_or(i64::MAX));
		self.metrics.chain_time.set(i64::try_from(now).unwrap_or(i64::MAX));
		// To a gauge, a rounding is nothing.
		self.metrics.balance.set(view.free_balance(account).await? as f64 / UNIT as f64);
		// What was sent before and is in no block yet: by this service before it was killed, perhaps.
		if client.waits(&view, account).await? {
			tracing::info!("own transactions wait to be in a block");
			return Ok(());
		}
		self.find_seats(&view).await?;

		let mut queue = client.queue().await?;
		let mut steps = Vec::new();
		let disputes = view.disputes().await?;
		for model in &self.models {
			let id = model.model;
			let Some(known) = view.model(id).await? else { bail!("model {id} is gone") };
			if let Some(operator) = view.operator(known.operator).await? {
				let bond = operator.bond as f64 / UNIT as f64;
				self.metrics.bond.with_label_values(&[&id.to_string()]).set(bond);
			}
			let reports = known.status == ModelStatus::Approved && now < known.expires_at;
			for feed in self.seats.get(&id).into_iter().flatten() {
				let at = Place { view: &view, now, model, feed: *feed };
				let may_commit = reports && known.disputes == 0;
				if let Err(error) = self.decide(&at, may_commit, &mut queue, &mut steps).await {
					self.tell(&at, &error);
				}
			}
			for dispute in disputes.iter().filter(|dispute| dispute.model == id) {
				let at = Place { view: &view, now, model, feed: dispute.feed };
				if let Err(error) = self.defend(&at, dispute, &mut queue, &mut steps).await {
					self.tell(&at, &error);
				}
			}
		}
		if self.dry_run {
			for step in &steps {
				tracing::info!(
					step = step.what.name(),
					feed = write_feed(step.feed),
					model = step.model,
					round = step.round,
					"would be sent"
				);
			}
			return Ok(());
		}
		self.submit(queue, steps).await
	}

	fn tell(&self, at: &Place<'_>, error: &anyhow::Error) {
		tracing::error!(feed = write_feed(at.feed), model = at.model.model, "{error:#}");
		self.metrics.error("report");
	}

	async fn find_seats(&mut self, view: &View) -> Result<()> {
		let known = self.seats_at.is_some_and(|at| view.number().saturating_sub(at) < SEATS_FOR);
		if known {
			return Ok(());
		}
		for model in &self.models {
			let seats = view.seats_of(model.model).await?.into_iter();
			let wanted =
				|feed: &FeedId| model.feeds.as_ref().is_none_or(|feeds| feeds.contains(feed));
			self.seats.insert(model.model, seats.filter(wanted).collect());
		}
		self.seats_at = Some(view.number());
		Ok(())
	}

	/// What a model does on a feed.
	async fn decide(
		&self,
		at: &Place<'_>,
		may_commit: bool,
		queue: &mut Queue<'_>,
		steps: &mut Vec<Step>,
	) -> Result<()> {
		let Place { view, now, model, feed } = *at;
		let Some(round) = view.valuation_round(feed).await? else { return Ok(()) };
		let Some(vote) = round.vote(model.model) else { return Ok(()) };
		let number = round.number;
		let step = |what| Step { what, feed, model: model.model, round: number };
		match duty(&round, vote, now) {
			Duty::Commit if may_commit => {
				let record = self.promise(at, &round).await?;
				let call = valuations::commit(feed, model.model, record.commitment()?);
				push(queue, steps, step(What::Commit), &call, &self.signer).await?;
			},
			Duty::Reveal => {
				let record = self.promised(feed, model.model, number, vote)?;
				let call = valuations::reveal(feed, model.model, record.report(), record.salt);
				push(queue, steps, step(What::Reveal), &call, &self.signer).await?;
			},
			Duty::Pay => {
				self.metrics.error("missed");
				if self.config.settle_misses {
					let call = valuations::settle_miss(feed, model.model);
					push(queue, steps, step(What::SettleMiss), &call, &self.signer).await?;
				} else {
					tracing::warn!(
						feed = write_feed(feed),
						model = model.model,
						"a report was not opened and a penalty is due; settle_misses pays it"
					);
				}
			},
			Duty::Commit | Duty::Nothing => {},
		}
		// Two models of one operator sit on one feed: what anybody may do is done once.
		let done = |what| steps.iter().any(|step| step.feed == feed && step.what == what);
		match view.waiting(feed).await? {
			Some(Waiting::Finalisation) if self.config.finish_rounds && !done(What::Finish) => {
				let call = valuations::finalise(feed);
				push(queue, steps, step(What::Finish), &call, &self.signer).await?;
			},
			Some(Waiting::Opening(from))
				if self.config.open_rounds && now >= from && !done(What::Open) =>
			{
				let call = valuations::open_round(feed);
				push(queue, steps, step(What::Open), &call, &self.signer).await?;
			},
			_ => {},
		}
		if let Some(request) = view.explanation_request(feed, model.model).await? {
			if now < request.until {
				let kept = self.store.read(feed, model.model, request.round)?;
				let (record, _) =
					kept.context("an explanation is asked for, and no record has it")?;
				ensure!(
					H256(digest(record.explanation.as_bytes())) == request.digest,
					"an explanation is asked for, and the record has another"
				);
				let bytes = record.explanation.into_bytes();
				let call = valuations::open_explanation(feed, model.model, bytes);
				let step = Step { round: request.round, ..step(What::Explain) };
				push(queue, steps, step, &call, &self.signer).await?;
			}
		}
		if self.config.score {
			for outcome in view.outcomes(feed).await? {
				let kept = view.report(feed, model.model, outcome.round).await?;
				if kept.is_some_and(|kept| kept.scored_to <= outcome.number) {
					let call = valuations::score(feed, model.model, outcome.number);
					let step = Step { round: outcome.round, ..step(What::Score) };
					push(queue, steps, step, &call, &self.signer).await?;
				}
			}
		}
		Ok(())
	}

	/// The record of a round: the one that was promised before, or a new one, which is on disk when
	/// this returns.
	async fn promise(&self, at: &Place<'_>, round: &Round) -> Result<Record> {
		let Place { view, model, feed, .. } = *at;
		if let Some((record, _)) = self.store.read(feed, model.model, round.number)? {
			dated(round, record.as_of).with_context(|| {
				format!(
					"{} is of another round: the folder of records is another chain's; give state \
					 another one",
					self.store.path(feed, model.model, round.number).display()
				)
			})?;
			return Ok(record);
		}
		let inputs = model.inputs_of(feed.asset)?;
		let day = inputs.as_of().to_string();
		let data = match model.rehearsal {
			true => round.opened_at,
			false => parse_date(&day).with_context(|| format!("{day} is no day"))?,
		};
		let decimals = view.existing_feed(feed).await?.decimals;
		let mut salt = [0; 32];
		getrandom::fill(&mut salt).map_err(|error| anyhow::anyhow!("no random salt: {error}"))?;
		let promise = Promise {
			feed,
			round: round.number,
			model: model.model,
			as_of: dated(round, data)?,
			salt: H256(salt),
		};
		let account = self.signer.account();
		let record = Record::compute(promise, &model.artefact, &inputs, decimals, account)?;
		if !self.dry_run {
			self.store.write(feed, &record)?;
		}
		Ok(record)
	}

	/// The record of what the chain says was committed to.
	fn promised(&self, feed: FeedId, model: ModelId, round: u32, vote: Vote) -> Result<Record> {
		let path = self.store.path(feed, model, round);
		let (record, _) = self.store.read(feed, model, round)?.with_context(|| {
			format!(
				"a report was committed to of which there is no record {}; bring it back from the \
				 machine that made it, before reveals end",
				path.display()
			)
		})?;
		ensure!(
			Vote::Committed(record.commitment()?) == vote,
			"the chain has another commitment than the record {}: another service uses the same key",
			path.display()
		);
		Ok(record)
	}

	/// Answers a dispute with the record, if anybody who computes it again gets the same.
	async fn defend(
		&self,
		at: &Place<'_>,
		dispute: &valuations::Dispute,
		queue: &mut Queue<'_>,
		steps: &mut Vec<Step>,
	) -> Result<()> {
		let Place { view, now, model, feed } = *at;
		if dispute.stage != DisputeStage::Opened || now >= dispute.until {
			return Ok(());
		}
		let kept = self.store.read(feed, model.model, dispute.round)?;
		let (record, bytes) = kept.context("a report is disputed of which there is no record")?;
		let decimals = view.existing_feed(feed).await?.decimals;
		let differences = record.differences(&model.artefact, decimals)?;
		ensure!(
			differences.is_empty(),
			"a report is disputed that the model does not give, so it is not defended: {}",
			differences.join("; ")
		);
		tracing::warn!(
			dispute = dispute.id,
			file = %self.store.path(feed, model.model, dispute.round).display(),
			"a report is disputed; publish this file, which is the answer"
		);
		let call = valuations::answer_dispute(dispute.id, digest(&bytes));
		let step = Step { what: What::Answer, feed, model: model.model, round: dispute.round };
		push(queue, steps, step, &call, &self.signer).await
	}

	async fn submit(&self, queue: Queue<'_>, steps: Vec<Step>) -> Result<()> {
		if steps.is_empty() {
			return Ok(());
		}
		let sent = Instant::now();
		let outcomes = queue.submit(|_| ()).await?;
		self.metrics.latency.observe(sent.elapsed().as_secs_f64());
		for (step, outcome) in steps.iter().zip(outcomes) {
			let Step { what, feed, model, round } = step;
			let feed = write_feed(*feed);
			let name = what.name();
			match outcome.and_then(cadastre_client::Included::success) {
				Ok(included) => {
					let block = included.block;
					tracing::info!(step = name, feed, model, round, block, "carried out");
					let model = model.to_string();
					self.metrics.steps.with_label_values(&[&model, name]).inc();
					if *what == What::Reveal {
						let last = self.metrics.last_round.with_label_values(&[&model, &feed]);
						last.set((*round).into());
					}
				},
				Err(error) if what.is_anybodys() && error.refusal().is_some() => {
					tracing::debug!(
						step = name,
						feed,
						model,
						round,
						"somebody was faster: {error}"
					);
				},
				Err(error) => {
					tracing::error!(step = name, feed, model, round, "not carried out: {error}");
					let kind = if error.refusal().is_some() { "refused" } else { "not_sent" };
					self.metrics.error(kind);
				},
			}
		}
		Ok(())
	}
}

/// Where something is decided.
struct Place<'a> {
	view: &'a View,
	now: Moment,
	model: &'a Loaded,
	feed: FeedId,
}

/// An error that waiting does not mend.
#[derive(Debug)]
struct Fatal(String);

impl std::fmt::Display for Fatal {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		f.write_str(&self.0)
	}
}

impl std::error::Error for Fatal {}

#[cfg(test)]
mod tests {
	use super::*;
	use cadastre_primitives::Interval;

	fn round() -> Round {
		Round {
			number: 1,
			opened_at: 1_000,
			commit_until: 1_100,
			reveal_until: 1_200,
			max_input_age: 50,
			finalised: false,
			entries: vec![],
		}
	}

	const COMMITTED: Vote = Vote::Committed([1; 24]);
	const REVEALED: Vote = Vote::Revealed(Interval { low: 1, mid: 2, high: 3 });

	#[test]
	fn a_report_is_committed_to_before_the_end_and_once() {
		assert_eq!(duty(&round(), Vote::Absent, 1_000), Duty::Commit);
		assert_eq!(duty(&round(), Vote::Absent, 1_099), Duty::Commit);
		for now in [1_100, 1_101, 1_200] {
			assert_eq!(duty(&round(), Vote::Absent, now), Duty::Nothing);
		}
		for vote in [COMMITTED, REVEALED] {
			assert_eq!(duty(&round(), vote, 1_050), Duty::Nothing);
		}
	}

	#[test]
	fn it_is_opened_while_reveals_last_and_once() {
		for (now, then) in [
			(1_099, Duty::Nothing),
			(1_100, Duty::Reveal),
			(1_199, Duty::Reveal),
			(1_200, Duty::Nothing),
		] {
			assert_eq!(duty(&round(), COMMITTED, now), then, "{now}");
			assert_eq!(duty(&round(), REVEALED, now), Duty::Nothing);
		}
	}

	#[test]
	fn nothing_is_done_in_a_round_that_is_over_but_pay() {
		let over = Round { finalised: true, ..round() };
		for now in [1_000, 1_150, 1_300] {
			for vote in [Vote::Absent, COMMITTED, REVEALED] {
				assert_eq!(duty(&over, vote, now), Duty::Nothing);
			}
			assert_eq!(duty(&over, Vote::Missed, now), Duty::Pay);
		}
	}

	#[test]
	fn facts_are_neither_too_old_nor_of_the_future() {
		assert!(dated(&round(), 949).unwrap_err().to_string().contains("51 seconds older"));
		for data in [950, 999, 1_000] {
			assert_eq!(dated(&round(), data).unwrap(), data);
		}
		assert!(dated(&round(), 1_001).unwrap_err().to_string().contains("after the opening"));
	}
}

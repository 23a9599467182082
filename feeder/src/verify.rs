// SPDX-License-Identifier: Apache-2.0

//! Whether a report is what its model says: the same artefact and the same facts give the same bytes
//! on every machine.

use crate::{
	record::{Promise, Record},
	No,
};
use anyhow::{ensure, Context, Result};
use cadastre_client::{
	valuations::{parse_feed, write_value},
	Client, Options, DEFAULT_URL,
};
use cadastre_models::{Artefact, Inputs};
use cadastre_primitives::{FeedId, ModelId};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use subxt::utils::H256;

#[derive(Debug, Args)]
pub(crate) struct Verify {
	/// The record of a report, as its operator publishes it. Left out, the report is taken from the
	/// chain, with --feed, --model and --inputs.
	#[arg(required_unless_present = "feed")]
	record: Option<PathBuf>,
	/// The artefact of the model.
	#[arg(long, value_name = "FILE")]
	artefact: PathBuf,
	/// The feed: asset/metric/unit.
	#[arg(long, value_parser = parse_feed, conflicts_with = "record")]
	#[arg(requires = "model", requires = "inputs")]
	feed: Option<FeedId>,
	/// The model.
	#[arg(long)]
	model: Option<ModelId>,
	/// The round; the last answered one if left out.
	#[arg(long)]
	round: Option<u32>,
	/// The facts of the asset of that day.
	#[arg(long, value_name = "FILE")]
	inputs: Option<PathBuf>,
	/// Address of the node. Given with a record, the chain is asked if it has that report.
	#[arg(long, env = "CADASTRE_URL")]
	url: Option<String>,
	/// Write what was found to a file: its digest is the ground of a dispute.
	#[arg(long, value_name = "FILE")]
	out: Option<PathBuf>,
	/// Answer with JSON on standard output.
	#[arg(long)]
	json: bool,
}

impl Verify {
	pub(crate) async fn run(self) -> Result<()> {
		let artefact = Artefact::load(&self.artefact).with_context(|| {
			format!("{} is no artefact that can be used", self.artefact.display())
		})?;
		let (record, decimals, mut differences) = match (&self.record, self.feed) {
			(Some(file), _) => self.of_record(file).await?,
			(None, Some(feed)) => self.of_chain(feed, &artefact).await?,
			(None, None) => anyhow::bail!("give a record, or --feed, --model and --inputs"),
		};
		differences.extend(record.differences(&artefact, decimals)?);
		differences.dedup();

		let inputs = Inputs::from_json(&record.inputs).context("inputs")?;
		let value = artefact.value(&inputs)?;
		let scaled = |cents| crate::record::scaled(cents, decimals);
		let model = [scaled(value.low)?, scaled(value.mid)?, scaled(value.high)?];
		let found = json!({
			"feed": record.feed,
			"round": record.round,
			"model": record.model,
			"artefact": H256(artefact.digest()),
			"inputs": record.inputs,
			"report": [record.low, record.mid, record.high],
			"computed": model,
			"explanation": value.explanation.to_json(),
			"reproduced": differences.is_empty(),
			"differences": differences,
		});
		let text = serde_json::to_string_pretty(&found)?;
		if let Some(out) = &self.out {
			std::fs::write(out, &text)
				.with_context(|| format!("{} cannot be written", out.display()))?;
		}
		if self.json {
			println!("{text}");
		} else {
			let write = |value| write_value(value, decimals);
			println!("{} round {}, model {}", record.feed, record.round, record.model);
			println!(
				"reported  {} to {}, most likely {}",
				write(record.low),
				write(record.high),
				write(record.mid)
			);
			let [low, mid, high] = model;
			println!("computed  {} to {}, most likely {}", write(low), write(high), write(mid));
			for difference in &differences {
				println!("{difference}");
			}
		}
		if differences.is_empty() {
			if !self.json {
				println!("The report is what the model says, to the last digit.");
			}
			return Ok(());
		}
		Err(No(format!("the report is not what the model says: {}", differences.join("; "))).into())
	}

	/// A record in a file; with an address, compared with the chain, too.
	async fn of_record(&self, file: &std::path::Path) -> Result<(Record, u8, Vec<String>)> {
		let bytes =
			std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
		let record: Record = serde_json::from_slice(&bytes)
			.with_context(|| format!("{} is no record of a report", file.display()))?;
		let Some(url) = &self.url else {
			// Without the chain, nobody says how many decimals the feed has: two, as models answer.
			return Ok((record, 2, Vec::new()));
		};
		let view = Client::connect(url, &Options::default()).await?.head().await?;
		let feed = record.feed()?;
		let decimals = view.existing_feed(feed).await?.decimals;
		let mut differences = Vec::new();
		match view.report(feed, record.model, record.round).await? {
			Some(kept) if kept.report == record.report() => {},
			Some(kept) => differences.push(format!(
				"the chain has another report of this round: {:?}",
				kept.report.interval
			)),
			None => differences.push("the chain does not have this report".to_owned()),
		}
		Ok((record, decimals, differences))
	}

	/// A report of the chain, with the facts of the asset from a file.
	async fn of_chain(
		&self,
		feed: FeedId,
		artefact: &Artefact,
	) -> Result<(Record, u8, Vec<String>)> {
		let model = self.model.context("give --model")?;
		let file = self.inputs.as_ref().context("give --inputs")?;
		let url = self.url.as_deref().unwrap_or(DEFAULT_URL);
		let view = Client::connect(url, &Options::default()).await?.head().await?;
		let decimals = view.existing_feed(feed).await?.decimals;
		let round = match self.round {
			Some(round) => round,
			None => {
				let history = view.valuation_history(feed).await?;
				history.last().context("the feed has never had an answer; give --round")?.round
			},
		};
		let known =
			view.model(model).await?.with_context(|| format!("there is no model {model}"))?;
		ensure!(
			known.card.artefact == H256(artefact.digest()),
			"the artefact is not that of model {model}, whose digest is {:?}",
			known.card.artefact
		);
		let kept = view.report(feed, model, round).await?.with_context(|| {
			format!("model {model} has no report of round {round} that the chain still keeps")
		})?;
		let text = std::fs::read_to_string(file)
			.with_context(|| format!("{} cannot be read", file.display()))?;
		let inputs = Inputs::from_json(&text)
			.with_context(|| format!("{} are no facts of an asset", file.display()))?;
		let operator = view.operator(known.operator).await?.context("the operator is gone")?;
		let promise =
			Promise { feed, round, model, as_of: kept.report.as_of, salt: H256::default() };
		let computed = Record::compute(promise, artefact, &inputs, decimals, &operator.account)?;
		let mut differences = Vec::new();
		let mut compare = |what: &str, here: H256, there: H256| {
			if here != there {
				differences.push(format!("{what}: the report names {here:?}, the model {there:?}"));
			}
		};
		let ours = computed.report();
		compare("digest of the inputs", kept.report.inputs, ours.inputs);
		compare("digest of the explanation", kept.report.explanation, ours.explanation);
		let interval = kept.report.interval;
		let reported =
			Record { low: interval.low, mid: interval.mid, high: interval.high, ..computed };
		Ok((reported, decimals, differences))
	}
}

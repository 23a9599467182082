// SPDX-License-Identifier: Apache-2.0

//! What an operator does before it serves: train, test, value, and write the card.

use crate::No;
use anyhow::{bail, Context, Result};
use cadastre_client::{digest, valuations};
use cadastre_models::{train, Artefact, Day, Family, Inputs, Metrics, Outcome, Sales, Seattle};
use clap::{Args, ValueEnum};
use serde_json::json;
use std::path::{Path, PathBuf};
use subxt::utils::H256;

/// The families that are trained here. Boosted models come from the trainer in `feeder/trainer`,
/// which brings a library to grow trees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Trained {
	/// A regression on the facts of a home.
	Hedonic,
	/// The last price of the same home, moved on by an index.
	RepeatSales,
}

#[derive(Debug, Args)]
pub(crate) struct Train {
	/// How the model works.
	#[arg(value_enum)]
	family: Trained,
	/// Table of sales, such as `seattle_sales.csv`.
	#[arg(long, value_name = "FILE")]
	sales: PathBuf,
	/// Where to write the artefact.
	#[arg(long, value_name = "FILE")]
	out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Evaluate {
	/// The artefacts.
	#[arg(required = true)]
	artefacts: Vec<PathBuf>,
	/// Table of sales, such as `seattle_sales.csv`.
	#[arg(long, value_name = "FILE")]
	sales: PathBuf,
	/// Answer with JSON on standard output.
	#[arg(long)]
	json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Value {
	/// The artefact.
	artefact: PathBuf,
	/// The facts of the asset.
	inputs: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Card {
	/// The artefact.
	artefact: PathBuf,
	/// Write the card that the chain takes, for `cadastre valuation model propose`: the address at
	/// which the written card will be.
	#[arg(long, value_name = "ADDRESS")]
	chain: Option<String>,
	/// Countries in which the assets are, such as US; all if left out.
	#[arg(long, requires = "chain", value_delimiter = ',')]
	countries: Option<Vec<String>>,
	/// The data that it learned from: their digest is on the card. What the artefact names if left
	/// out.
	#[arg(long, requires = "chain", value_name = "FILE")]
	data: Option<PathBuf>,
	/// The program that computes: its digest is on the card. This one if left out.
	#[arg(long, requires = "chain", value_name = "FILE")]
	code: Option<PathBuf>,
}

fn load(file: &Path) -> Result<Artefact> {
	Artefact::load(file)
		.with_context(|| format!("{} is no artefact that can be used", file.display()))
}

fn sales(file: &Path) -> Result<Sales> {
	Sales::load(file).with_context(|| {
		format!("{} is no table of sales; scripts/homes.py says where to get one", file.display())
	})
}

/// Parts per million as per cent.
fn percent(millionths: u32) -> String {
	format!("{:.2} %", f64::from(millionths) / 10_000.0)
}

/// The figures that appraisers ask for.
fn figures(metrics: &Metrics) -> [String; 9] {
	[
		metrics.sample.to_string(),
		percent(metrics.median_error),
		format!("{:+.2} %", f64::from(metrics.bias) / 10_000.0),
		percent(metrics.within_ten),
		percent(metrics.deviation),
		percent(metrics.dispersion),
		format!("{:.3}", f64::from(metrics.differential) / 1e6),
		format!("{:+.3}", f64::from(metrics.price_bias) / 1e6),
		percent(metrics.coverage),
	]
}

const FIGURES: [&str; 9] =
	["sales", "MdAPE", "bias", "PPE10", "FSD", "COD", "PRD", "PRB", "90 % cover"];

impl Train {
	pub(crate) fn run(self) -> Result<()> {
		let sales = sales(&self.sales)?;
		let family = match self.family {
			Trained::Hedonic => Family::Hedonic,
			Trained::RepeatSales => Family::RepeatSales,
		};
		let artefact = train(family, &sales, &Seattle::windows())?;
		artefact.save(&self.out)?;
		println!("{}  0x{}", self.out.display(), hex::encode(artefact.digest()));
		for (name, value) in FIGURES.iter().zip(figures(&artefact.card().metrics)) {
			println!("{name:>12}  {value}");
		}
		Ok(())
	}
}

impl Evaluate {
	pub(crate) fn run(self) -> Result<()> {
		let sales = sales(&self.sales)?;
		let mut rows = Vec::new();
		let mut worse = Vec::new();
		for file in &self.artefacts {
			let artefact = load(file)?;
			let data = &artefact.card().data;
			let outcomes = outcomes(&artefact, &sales, data.tested_from, data.tested_until);
			let metrics = Metrics::of(&outcomes).with_context(|| {
				format!("{}: its test window has no sales in this table", file.display())
			})?;
			// The card says what it showed: anybody can see that it did.
			if metrics != artefact.card().metrics {
				worse.push(file.display().to_string());
			}
			rows.push((file, artefact, metrics));
		}
		if self.json {
			let values: Vec<_> = rows
				.iter()
				.map(|(file, artefact, metrics)| {
					json!({
						"file": file,
						"artefact": H256(artefact.digest()),
						"family": format!("{:?}", artefact.family()),
						"metrics": metrics,
					})
				})
				.collect();
			println!("{}", serde_json::to_string_pretty(&values)?);
		} else {
			print!("{:>14}", "");
			for name in FIGURES {
				print!("{name:>11}");
			}
			println!();
			for (_, artefact, metrics) in &rows {
				print!("{:>14}", format!("{:?}", artefact.family()));
				for value in figures(metrics) {
					print!("{value:>11}");
				}
				println!();
			}
		}
		if worse.is_empty() {
			return Ok(());
		}
		Err(No(format!("these sales give other figures than the card of {}", worse.join(", ")))
			.into())
	}
}

/// The values of what was sold in a window, beside the prices. What the model does not value is left
/// out.
fn outcomes(artefact: &Artefact, sales: &Sales, from: Day, until: Day) -> Vec<Outcome> {
	let value = |sale: &cadastre_models::Sale| {
		let value = artefact.value(&sale.inputs().ok()?).ok()?;
		Some(Outcome {
			low: value.low,
			mid: value.mid,
			high: value.high,
			price: sale.price_cents.into(),
		})
	};
	sales.between(from, until.plus(1)).iter().filter_map(value).collect()
}

impl Value {
	pub(crate) fn run(self) -> Result<()> {
		let artefact = load(&self.artefact)?;
		let text = std::fs::read_to_string(&self.inputs)
			.with_context(|| format!("{} cannot be read", self.inputs.display()))?;
		let inputs = Inputs::from_json(&text)
			.with_context(|| format!("{} are no facts of an asset", self.inputs.display()))?;
		let value = artefact.value(&inputs)?;
		let cents = |cents: u128| {
			let whole = cadastre_client::report::group(cents / 100);
			format!("{whole}.{:02}", cents % 100)
		};
		println!("low   {:>16}", cents(value.low));
		println!("mid   {:>16}", cents(value.mid));
		println!("high  {:>16}", cents(value.high));
		println!("\nbase  {:>16}", cents(value.explanation.base()));
		for part in value.explanation.parts() {
			let sign = if part.cents < 0 { "-" } else { "+" };
			println!(
				"      {:>16}  {}",
				format!("{sign}{}", cents(part.cents.unsigned_abs().into())),
				part.fact
			);
		}
		Ok(())
	}
}

impl Card {
	pub(crate) fn run(self) -> Result<()> {
		let artefact = load(&self.artefact)?;
		let Some(uri) = self.chain else {
			println!("{}", written(&artefact));
			return Ok(());
		};
		let code = match &self.code {
			Some(file) => file.clone(),
			None => std::env::current_exe().context("this program has no path; give --code")?,
		};
		let code =
			std::fs::read(&code).with_context(|| format!("{} cannot be read", code.display()))?;
		let card = artefact.card();
		let (family, class) = match artefact.family() {
			family @ (Family::Hedonic | Family::Boosted | Family::RepeatSales) => {
				(family, "real-estate")
			},
			family @ Family::YieldCurve => (family, "debt"),
			family @ Family::ReferencePrice => (family, "commodity"),
		};
		let metrics = &card.metrics;
		let made = valuations::Card {
			artefact: H256(artefact.digest()),
			code: H256(digest(&code)),
			training_data: H256(match &self.data {
				Some(file) => digest(
					&std::fs::read(file)
						.with_context(|| format!("{} cannot be read", file.display()))?,
				),
				None => training_data(&card.data.sha256)?,
			}),
			card: H256(digest(written(&artefact).as_bytes())),
			uri,
			family: family.number(),
			human: false,
			metric: "market-value".to_owned(),
			unit: card.currency.clone(),
			decimals: 2,
			classes: vec![class.to_owned()],
			countries: self.countries,
			metrics: valuations::Metrics {
				median_error: metrics.median_error,
				bias: metrics.bias,
				within_ten: metrics.within_ten,
				deviation: metrics.deviation,
				dispersion: metrics.dispersion,
				differential: metrics.differential,
				coverage: metrics.coverage,
				sample: metrics.sample,
				tested_from: card.data.tested_from.seconds(),
				tested_until: card.data.tested_until.plus(1).seconds(),
			},
		};
		// What the chain would refuse is told here.
		made.encoded().map_err(anyhow::Error::msg)?;
		println!("{}", serde_json::to_string_pretty(&made)?);
		Ok(())
	}
}

/// The digest of the data that a card names.
fn training_data(sha256: &str) -> Result<[u8; 32]> {
	let mut bytes = [0; 32];
	match hex::decode_to_slice(sha256, &mut bytes) {
		Ok(()) => Ok(bytes),
		Err(_) => bail!("the artefact names no digest of its data; give the file with --data"),
	}
}

/// The card as people read it. Its digest is on the chain.
fn written(artefact: &Artefact) -> String {
	let card = artefact.card();
	let data = &card.data;
	let mut text = format!(
		"# {}\n\n{}\n\n{}\n\n- Family: {:?}\n- Artefact: `0x{}`\n- Currency: {}\n- Data: {} ({}), SHA-256 \
		 `{}`{}\n- Trained on {} records until {}\n- Tested on {} from {} to {}, none of which it had \
		 seen\n\n## Figures\n\n",
		card.name,
		card.purpose,
		card.method,
		artefact.family(),
		hex::encode(artefact.digest()),
		card.currency,
		data.source,
		data.licence,
		data.sha256,
		data.made.as_ref().map(|how| format!("; made, not observed: {how}")).unwrap_or_default(),
		data.trained_on,
		data.trained_until,
		card.metrics.sample,
		data.tested_from,
		data.tested_until,
	);
	let mut row = |name: &str, cells: [String; 9]| {
		text.push_str(&format!("| {name} | {} |\n", cells.join(" | ")));
	};
	row("", FIGURES.map(str::to_owned));
	row("---", FIGURES.map(|_| "---:".to_owned()));
	row("all", figures(&card.metrics));
	for group in &card.groups {
		row(&format!("{}: {}", group.by, group.name), figures(&group.metrics));
	}
	if !card.limits.is_empty() {
		text.push_str("\n## Limits\n\n");
		for limit in &card.limits {
			text.push_str(&format!("- {limit}\n"));
		}
	}
	text
}

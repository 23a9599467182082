// SPDX-License-Identifier: Apache-2.0

//! What an operator does before it serves: train, test, value, and write the card.

use crate::No;
use anyhow::{bail, Context, Result};
use cadastre_client::{digest, valuations};
use cadastre_models::{card, evaluate, train, Artefact, Family, Inputs, Sales, Seattle, Table};
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
	/// Draw values against prices, coverage over time and ratios by decile, as SVG into a folder.
	#[arg(long, value_name = "FOLDER")]
	plots: Option<PathBuf>,
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
		format!("{} is no table of sales; scripts/sales.py fetches one", file.display())
	})
}

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
		let data = &artefact.card().data;
		let test = sales.between(data.tested_from, data.tested_until.plus(1));
		print!("{}", Table(&[evaluate(&artefact, test)?]));
		Ok(())
	}
}

impl Evaluate {
	pub(crate) fn run(self) -> Result<()> {
		let sales = sales(&self.sales)?;
		let mut evaluations = Vec::new();
		let mut values = Vec::new();
		let mut others = Vec::new();
		for file in &self.artefacts {
			let artefact = load(file)?;
			let data = &artefact.card().data;
			let test = sales.between(data.tested_from, data.tested_until.plus(1));
			let evaluation = evaluate(&artefact, test).with_context(|| {
				format!("{}: this table has no sales of its test window", file.display())
			})?;
			// The card says what it showed: anybody can see that it did.
			if evaluation.metrics() != &artefact.card().metrics {
				others.push(file.display().to_string());
			}
			if let Some(folder) = &self.plots {
				std::fs::create_dir_all(folder)
					.with_context(|| format!("{} cannot be made", folder.display()))?;
				evaluation.plots(folder)?;
			}
			values.push(json!({
				"file": file,
				"artefact": H256(artefact.digest()),
				"family": format!("{:?}", artefact.family()),
				"metrics": evaluation.metrics(),
				"unvalued": evaluation.unvalued(),
			}));
			evaluations.push(evaluation);
		}
		if self.json {
			println!("{}", serde_json::to_string_pretty(&values)?);
		} else {
			print!("{}", Table(&evaluations));
		}
		if others.is_empty() {
			return Ok(());
		}
		Err(No(format!("these sales give other figures than the card of {}", others.join(", ")))
			.into())
	}
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
			// Byte for byte: its digest is on the chain.
			print!("{}", card(&artefact));
			return Ok(());
		};
		let code = match &self.code {
			Some(file) => file.clone(),
			None => std::env::current_exe().context("this program has no path; give --code")?,
		};
		let code =
			std::fs::read(&code).with_context(|| format!("{} cannot be read", code.display()))?;
		let own = artefact.card();
		let (family, class) = match artefact.family() {
			family @ (Family::Hedonic | Family::Boosted | Family::RepeatSales) => {
				(family, "real-estate")
			},
			family @ Family::YieldCurve => (family, "debt"),
			family @ Family::ReferencePrice => (family, "commodity"),
		};
		let metrics = &own.metrics;
		let made = valuations::Card {
			artefact: H256(artefact.digest()),
			code: H256(digest(&code)),
			training_data: H256(match &self.data {
				Some(file) => digest(
					&std::fs::read(file)
						.with_context(|| format!("{} cannot be read", file.display()))?,
				),
				None => training_data(&own.data.blake2_256)?,
			}),
			card: H256(digest(card(&artefact).as_bytes())),
			uri,
			family: family.number(),
			human: false,
			metric: "market-value".to_owned(),
			unit: own.currency.clone(),
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
				tested_from: own.data.tested_from.seconds(),
				tested_until: own.data.tested_until.plus(1).seconds(),
			},
		};
		// What the chain would refuse is told here.
		made.encoded().map_err(anyhow::Error::msg)?;
		println!("{}", serde_json::to_string_pretty(&made)?);
		Ok(())
	}
}

/// The digest of the data that a card names.
fn training_data(digits: &str) -> Result<[u8; 32]> {
	let mut bytes = [0; 32];
	match hex::decode_to_slice(digits.trim_start_matches("0x"), &mut bytes) {
		Ok(()) => Ok(bytes),
		Err(_) => bail!("the artefact names no digest of its data; give the file with --data"),
	}
}

// SPDX-License-Identifier: Apache-2.0

//! `evaluate SALES ARTEFACTS [PICTURES]`: values the sales of each artefact's test with it and prints the
//! figures; draws pictures if told where.

use cadastre_models::{evaluate, Artefact, Family, Sales, Table};
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
	let (Some(sales), Some(folder)) = (arguments.first(), arguments.get(1)) else {
		return Err("give the path of seattle_sales.csv and the folder of the artefacts".into());
	};
	let sales = Sales::load(sales)?;
	let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?
		.map(|entry| entry.map(|e| e.path()))
		.collect::<Result<_, _>>()?;
	paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
	paths.sort();
	let mut evaluations = Vec::new();
	for path in paths {
		let artefact = Artefact::load(&path)?;
		if !matches!(artefact.family(), Family::Hedonic | Family::Boosted | Family::RepeatSales) {
			continue;
		}
		let data = &artefact.card().data;
		let tested = sales.between(data.tested_from, data.tested_until.plus(1));
		let evaluation = evaluate(&artefact, tested)?;
		if let Some(pictures) = arguments.get(2) {
			evaluation.plots(Path::new(pictures))?;
		}
		evaluations.push(evaluation);
	}
	print!("{}", Table(&evaluations));
	Ok(())
}

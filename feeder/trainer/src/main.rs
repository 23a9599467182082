// SPDX-License-Identifier: Apache-2.0

//! `cadastre-trainer SALES ARTEFACT`: trains the boosted model of Seattle.

use cadastre_models::{Sales, Seattle};
use cadastre_trainer::Growth;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let arguments: Vec<String> = std::env::args().skip(1).collect();
	let [sales, artefact] = arguments.as_slice() else {
		return Err("give the path of seattle_sales.csv and that of the artefact to write".into());
	};
	let sales = Sales::load(Path::new(sales))?;
	let trained = cadastre_trainer::train(&sales, &Seattle::windows(), Growth::default())?;
	trained.save(Path::new(artefact))?;
	println!("{:#?}\n{} bytes", trained.card().metrics, trained.to_bytes().len());
	Ok(())
}

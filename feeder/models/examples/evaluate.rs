// SPDX-License-Identifier: Apache-2.0

//! Trains and evaluates on a table of sales: `evaluate seattle_sales.csv`.

use cadastre_models::{train, Family, Sales, Seattle};
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let path = std::env::args().nth(1).ok_or("give the path of seattle_sales.csv")?;
	let sales = Sales::load(Path::new(&path))?;
	for family in [Family::Hedonic, Family::RepeatSales] {
		let artefact = train(family, &sales, &Seattle::windows())?;
		println!("{:#?} {} bytes", artefact.card().metrics, artefact.to_bytes().len());
	}
	Ok(())
}

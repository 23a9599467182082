// SPDX-License-Identifier: Apache-2.0

//! `cadastre-trainer SALES ARTEFACT`: trains the boosted model of Seattle.

use cadastre_models::{Sales, Seattle};
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let arguments: Vec<String> = std::env::args().skip(1).collect();
	let [sales, artefact] = arguments.as_slice() else {
		return Err("give the path of seattle_sales.csv and that of the artefact to write".into());
	};
	let sales = Sales::load(Path::new(sales))?;
	let env = |name: &str, default: f64| -> f64 {
		std::env::var(name).ok().and_then(|x| x.parse().ok()).unwrap_or(default)
	};
	let growth = cadastre_trainer::Growth {
		trees: env("TREES", 600.0) as usize,
		rate: env("RATE", 0.05) as f32,
		leaves: env("LEAVES", 31.0) as usize,
		depth: env("DEPTH", 8.0) as usize,
		sales: env("SALES", 20.0) as f32,
		sample: env("SAMPLE", 0.7) as f32,
		questions: env("QUESTIONS", 0.7),
	};
	let trained = cadastre_trainer::train(&sales, &Seattle::windows(), growth)?;
	trained.save(Path::new(artefact))?;
	println!("{:#?}\n{} bytes", trained.card().metrics, trained.to_bytes().len());
	Ok(())
}

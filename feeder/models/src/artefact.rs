// SPDX-License-Identifier: Apache-2.0

//! A trained model as one file.

use crate::{
	boosted::Boosted, curve::YieldCurve, fixed, hedonic::Hedonic, reference::ReferencePrice,
	repeat_sales::RepeatSales, Card, Day, Error, Explanation, Facts, Home, Inputs, Valuation,
};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// How a model works. Models of one family would err together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Family {
	/// A regression on the facts of a home.
	Hedonic,
	/// Trees fitted one after the other, each to what the ones before left.
	Boosted,
	/// The last price of the same home, moved on by an index of homes sold twice.
	RepeatSales,
	/// Payments of a bond, discounted.
	YieldCurve,
	/// A quantity at the price of its market.
	ReferencePrice,
}

impl Family {
	/// The number of the family on chain.
	pub const fn number(self) -> u16 {
		match self {
			Self::Hedonic => 1,
			Self::Boosted => 2,
			Self::RepeatSales => 3,
			Self::YieldCurve => 4,
			Self::ReferencePrice => 5,
		}
	}
}

/// A trained model: one file, in one canonical form.
///
/// The file is JSON without a space and a line feed at its end, all numbers whole. What is loaded is
/// checked to be written back as the same bytes, so that the digest is of the model and not of its
/// spelling.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Artefact {
	body: Body,
	digest: [u8; 32],
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
	card: Card,
	/// What the rest means. Another way to compute is another number.
	format: u32,
	model: Model,
}

/// The parameters.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub(crate) enum Model {
	Boosted(Boosted),
	Hedonic(Hedonic),
	ReferencePrice(ReferencePrice),
	RepeatSales(RepeatSales),
	YieldCurve(YieldCurve),
}

/// The only format there is.
const FORMAT: u32 = 1;

/// The largest file that is loaded, in bytes.
const MAX_BYTES: u64 = 16 << 20;

impl Artefact {
	/// Loads a file.
	///
	/// # Errors
	/// If it cannot be read, has more than 16 MiB, is not canonical or contradicts itself.
	pub fn load(path: &Path) -> Result<Self, Error> {
		let file = |source| Error::File { path: path.display().to_string(), source };
		if std::fs::metadata(path).map_err(file)?.len() > MAX_BYTES {
			return Err(Error::BrokenArtefact("it is larger than 16 MiB"));
		}
		Self::from_bytes(&std::fs::read(path).map_err(file)?)
	}

	/// As [`Self::load`], of bytes.
	///
	/// # Errors
	/// If they are not canonical or contradict each other.
	pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
		let body: Body = serde_json::from_slice(bytes)?;
		let artefact = Self::of(body)?;
		if artefact.to_bytes() == bytes {
			Ok(artefact)
		} else {
			Err(Error::NotCanonical)
		}
	}

	/// A model with its card.
	pub(crate) fn new(model: Model, card: Card) -> Result<Self, Error> {
		Self::of(Body { card, format: FORMAT, model })
	}

	/// The same model with the figures of its test on the card.
	pub(crate) fn with_metrics(self, metrics: crate::Metrics) -> Result<Self, Error> {
		Self::of(Body { card: Card { metrics, ..self.body.card }, ..self.body })
	}

	fn of(body: Body) -> Result<Self, Error> {
		if body.format != FORMAT {
			return Err(Error::BrokenArtefact("it has a format that this program does not know"));
		}
		match &body.model {
			Model::Boosted(model) => model.check()?,
			Model::Hedonic(model) => model.check()?,
			Model::ReferencePrice(model) => model.check()?,
			Model::RepeatSales(model) => model.check()?,
			Model::YieldCurve(model) => model.check()?,
		}
		let mut artefact = Self { body, digest: [0; 32] };
		artefact.digest = crate::blake2_256(&artefact.to_bytes());
		Ok(artefact)
	}

	/// Writes the file.
	///
	/// # Errors
	/// If it cannot be written.
	pub fn save(&self, path: &Path) -> Result<(), Error> {
		std::fs::write(path, self.to_bytes())
			.map_err(|source| Error::File { path: path.display().to_string(), source })
	}

	/// The bytes of the file.
	pub fn to_bytes(&self) -> Vec<u8> {
		let mut text = crate::canonical(&self.body);
		text.push('\n');
		text.into_bytes()
	}

	/// BLAKE2b-256 of the file: the id of the model.
	pub fn digest(&self) -> [u8; 32] {
		self.digest
	}

	/// How the model works.
	pub fn family(&self) -> Family {
		match self.body.model {
			Model::Boosted(_) => Family::Boosted,
			Model::Hedonic(_) => Family::Hedonic,
			Model::ReferencePrice(_) => Family::ReferencePrice,
			Model::RepeatSales(_) => Family::RepeatSales,
			Model::YieldCurve(_) => Family::YieldCurve,
		}
	}

	/// What is to be known about it.
	pub fn card(&self) -> &Card {
		&self.body.card
	}

	/// The first and the last day of which it gives values.
	pub fn span(&self) -> (Day, Day) {
		match &self.body.model {
			Model::Boosted(model) => model.span(),
			Model::Hedonic(model) => model.span(),
			Model::ReferencePrice(model) => model.span(),
			Model::RepeatSales(model) => model.span(),
			Model::YieldCurve(model) => model.span(),
		}
	}

	/// Values an asset. The same artefact and the same inputs give the same valuation, to the last bit,
	/// on every machine.
	///
	/// # Errors
	/// If the asset is of another kind than the model is for, or the day or a fact is beyond what it has
	/// learned from.
	pub fn value(&self, inputs: &Inputs) -> Result<Valuation, Error> {
		let as_of = inputs.as_of();
		let steps = match (&self.body.model, inputs.facts()) {
			(Model::Boosted(model), Facts::Home(home)) => model.steps(home, as_of),
			(Model::Hedonic(model), Facts::Home(home)) => model.steps(home, as_of),
			(Model::RepeatSales(model), Facts::Home(home)) => model.steps(home, as_of),
			(Model::ReferencePrice(model), Facts::Commodity(commodity)) => {
				return model.value(commodity, as_of)
			},
			(Model::YieldCurve(model), Facts::Bond(bond)) => return model.value(bond, as_of),
			_ => Err(Error::WrongKind(self.family())),
		};
		Ok(steps?.valuation())
	}
}

/// The value of a home on a day: a base, the steps from it, and the ends of the interval from their
/// end. All logarithms.
pub(crate) struct Steps {
	pub(crate) base: fixed::Nano,
	pub(crate) steps: Vec<(&'static str, fixed::Nano)>,
	pub(crate) lower: fixed::Nano,
	pub(crate) upper: fixed::Nano,
}

impl Steps {
	fn valuation(self) -> Valuation {
		let log = self.base + self.steps.iter().map(|(_, step)| step).sum::<fixed::Nano>();
		let explanation = Explanation::of_steps(self.base, &self.steps);
		let mid = explanation.mid();
		// The ends are quantised by themselves; an interval is never turned round by that.
		let low = fixed::exp(log + self.lower).min(mid);
		let high = fixed::exp(log + self.upper).max(mid);
		Valuation { low, mid, high, explanation }
	}
}

/// The parts of the time that a model is made in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Windows {
	/// The last day that is fitted to.
	pub trained_until: Day,
	/// The first day of the test; what lies between gives the first intervals.
	pub tested_from: Day,
	/// The last day of the test.
	pub tested_until: Day,
}

/// What prices were beside the fitted values, from a year before the end of training on. Homes that the
/// model does not value are left out.
pub(crate) fn residuals(
	sales: &[crate::Sale],
	windows: &Windows,
	value: impl Fn(&Home) -> Result<fixed::Nano, Error>,
) -> Vec<crate::market::Residual> {
	let from = windows.trained_until.plus(-366);
	sales
		.iter()
		.filter(|sale| sale.day >= from && sale.day <= windows.tested_until)
		.filter_map(|sale| {
			let log = value(&sale.home).ok()?;
			Some(crate::market::Residual {
				day: sale.day,
				area: sale.home.area,
				band: crate::market::band(&sale.home),
				log: libm::log(sale.price_cents as f64) - log as f64 / 1e9,
			})
		})
		.collect()
}

// SPDX-License-Identifier: Apache-2.0

//! How a model did on sales that it had not seen: a table, and pictures.

use crate::{
	market, metrics::median, plot, Artefact, Day, Error, Group, Home, Metrics, Outcome, Sale,
};
use std::{fmt, path::Path};

/// The values of a model beside the prices, in the order of the sales.
#[derive(Clone, Debug)]
pub struct Evaluation {
	name: String,
	metrics: Metrics,
	groups: Vec<Group>,
	/// Sales that the model does not value.
	unvalued: usize,
	values: Vec<(Sale, Outcome)>,
}

/// Values sales, each as of its own day.
///
/// # Errors
/// If the model values fewer than 3 of them.
pub fn evaluate(artefact: &Artefact, sales: &[Sale]) -> Result<Evaluation, Error> {
	let values: Vec<(Sale, Outcome)> = sales
		.iter()
		.filter_map(|sale| {
			let value = artefact.value(&sale.inputs().ok()?).ok()?;
			let outcome = Outcome {
				low: value.low,
				mid: value.mid,
				high: value.high,
				price: sale.price_cents.into(),
			};
			Some((sale.clone(), outcome))
		})
		.collect();
	let outcomes: Vec<Outcome> = values.iter().map(|(_, outcome)| *outcome).collect();
	Ok(Evaluation {
		name: artefact.card().name.clone(),
		metrics: Metrics::of(&outcomes)?,
		groups: groups(&values),
		unvalued: sales.len() - values.len(),
		values,
	})
}

/// The fewest sales of which a group's figures say something.
const MIN_GROUP: usize = 30;

/// Says to which group a sale belongs.
type NameOf<'a> = &'a dyn Fn(&Sale, &Outcome) -> String;

fn groups(values: &[(Sale, Outcome)]) -> Vec<Group> {
	// By value, not by price: who sorts by price finds the dear ones undervalued even of a perfect model.
	let mut mids: Vec<u128> = values.iter().map(|(_, outcome)| outcome.mid).collect();
	mids.sort_unstable();
	let decile = |outcome: &Outcome| {
		let rank = mids.partition_point(|mid| *mid < outcome.mid);
		(rank * 10 / mids.len().max(1)).min(9) + 1
	};
	let last = |sale: &Sale| match sale.home.previous.last().map(|last| sale.day.since(last.day)) {
		None => "no earlier sale known",
		Some(..730) => "sold within 2 years before",
		Some(_) => "sold longer before",
	};
	let kind = |home: &Home| if home.townhouse { "townhouse" } else { "house" };
	let grade = |home: &Home| match home.grade {
		..=6 => "up to 6",
		7..=8 => "7 and 8",
		_ => "9 and more",
	};
	let water = |home: &Home| if home.waterfront { "at the water" } else { "elsewhere" };
	let by: [(&str, NameOf); 8] = [
		("decile of value", &|_, outcome| format!("{:>2}", decile(outcome))),
		("area", &|sale, _| format!("{:>2}", sale.home.area)),
		("effective age", &|sale, _| market::BANDS[market::band(&sale.home)].into()),
		("kind", &|sale, _| kind(&sale.home).into()),
		("grade", &|sale, _| grade(&sale.home).into()),
		("water", &|sale, _| water(&sale.home).into()),
		("earlier sale", &|sale, _| last(sale).into()),
		("month", &|sale, _| sale.day.to_string()[..7].into()),
	];
	let mut groups = Vec::new();
	for (by, name_of) in by {
		let mut parts = std::collections::BTreeMap::<String, Vec<Outcome>>::new();
		for (sale, outcome) in values {
			parts.entry(name_of(sale, outcome)).or_default().push(*outcome);
		}
		for (name, outcomes) in parts.into_iter().filter(|(_, part)| part.len() >= MIN_GROUP) {
			if let Ok(metrics) = Metrics::of(&outcomes) {
				groups.push(Group { by: by.into(), metrics, name: name.trim().into() });
			}
		}
	}
	groups
}

impl Evaluation {
	/// The figures of all.
	pub fn metrics(&self) -> &Metrics {
		&self.metrics
	}

	/// The figures by group, of groups of 30 sales or more.
	pub fn groups(&self) -> &[Group] {
		&self.groups
	}

	/// How many sales the model did not value.
	pub fn unvalued(&self) -> usize {
		self.unvalued
	}

	/// The sales and their values.
	pub fn values(&self) -> &[(Sale, Outcome)] {
		&self.values
	}

	/// Draws what is to be seen, and writes it into a folder as `<name>-predicted.svg`,
	/// `<name>-coverage.svg` and `<name>-deciles.svg`.
	///
	/// # Errors
	/// If a file cannot be written.
	pub fn plots(&self, folder: &Path) -> Result<(), Error> {
		let drawn = [
			("predicted", plot::predicted(&self.name, &self.values)),
			("coverage", plot::coverage(&self.name, &self.by_week())),
			("deciles", plot::deciles(&self.name, &self.by_decile())),
		];
		for (picture, svg) in drawn {
			let path = folder.join(format!("{}-{picture}.svg", self.name));
			std::fs::write(&path, svg?)
				.map_err(|source| Error::File { path: path.display().to_string(), source })?;
		}
		Ok(())
	}

	/// For each week: its first day, the part of its prices within the interval, and their number.
	fn by_week(&self) -> Vec<(Day, f64, usize)> {
		let Some(first) = self.values.iter().map(|(sale, _)| sale.day).min() else {
			return Vec::new();
		};
		let mut weeks = std::collections::BTreeMap::<i64, (usize, usize)>::new();
		for (sale, outcome) in &self.values {
			let (covered, all) = weeks.entry(sale.day.since(first) / 7).or_default();
			*covered += usize::from(outcome.covers());
			*all += 1;
		}
		weeks
			.into_iter()
			.map(|(week, (covered, all))| (first.plus(7 * week), covered as f64 / all as f64, all))
			.collect()
	}

	/// For each decile of value, the ratios of value to price: a twentieth, a quarter, the median, three
	/// quarters, nineteen twentieths.
	fn by_decile(&self) -> Vec<[f64; 5]> {
		let mut sorted: Vec<&Outcome> = self.values.iter().map(|(_, outcome)| outcome).collect();
		sorted.sort_by_key(|outcome| outcome.mid);
		let n = sorted.len();
		(0..10)
			.filter_map(|decile| {
				let part = &sorted[n * decile / 10..n * (decile + 1) / 10];
				let mut ratios: Vec<f64> =
					part.iter().map(|outcome| outcome.mid as f64 / outcome.price as f64).collect();
				ratios.sort_by(f64::total_cmp);
				let at = |q: f64| ratios.get((q * (ratios.len() - 1) as f64) as usize).copied();
				let middle = median(ratios.clone());
				(!part.is_empty())
					.then(|| Some([at(0.05)?, at(0.25)?, middle, at(0.75)?, at(0.95)?]))
					.flatten()
			})
			.collect()
	}
}

/// A table of figures, one model a line.
pub struct Table<'a>(pub &'a [Evaluation]);

impl fmt::Display for Table<'_> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		writeln!(
			f,
			"{:<22} {:>6} {:>7} {:>7} {:>6} {:>6} {:>6} {:>6} {:>6} {:>7} {:>9} {:>6}",
			"model",
			"sales",
			"MdAPE",
			"bias",
			"PPE10",
			"PPE20",
			"FSD",
			"COD",
			"PRD",
			"PRB",
			"coverage",
			"width"
		)?;
		for evaluation in self.0 {
			let m = &evaluation.metrics;
			let part = |ppm: u32| f64::from(ppm) / 1e4;
			writeln!(
				f,
				"{:<22} {:>6} {:>6.2}% {:>+6.2}% {:>5.1}% {:>5.1}% {:>6.3} {:>6.1} {:>6.3} {:>+7.3} {:>8.1}% {:>5.0}%",
				evaluation.name,
				m.sample,
				part(m.median_error),
				f64::from(m.bias) / 1e4,
				part(m.within_ten),
				part(m.within_twenty),
				f64::from(m.deviation) / 1e6,
				part(m.dispersion),
				f64::from(m.differential) / 1e6,
				f64::from(m.price_bias) / 1e6,
				part(m.coverage),
				part(m.width),
			)?;
		}
		Ok(())
	}
}

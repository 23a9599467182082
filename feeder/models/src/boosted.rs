// SPDX-License-Identifier: Apache-2.0

//! Gradient-boosted trees, read with whole numbers alone.
//!
//! The trees are grown elsewhere (`feeder/trainer`) and turned into integers: a fact is compared with a
//! whole threshold, each node knows the mean of what lies below it. So a value is a sum of integers, and
//! what a fact contributes is the sum of the changes of that mean where a tree asks for the fact.

use crate::{
	fixed::{Nano, ONE},
	market::{self, Ends, Market},
	Day, Error, Home, Sale,
};
use serde::{Deserialize, Serialize};

/// The model.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Boosted {
	/// Logarithm in cents that all trees start from, with the means of their roots.
	base: Nano,
	market: Market,
	trees: Vec<Tree>,
}

/// A tree: nodes in the order in which they are reached, the root first, the lower child of a node right
/// behind it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tree {
	/// For each node, the question that it asks; 255 for a leaf.
	pub questions: Vec<u8>,
	/// For each node that asks: from which value on the answer is the upper child.
	pub thresholds: Vec<i64>,
	/// For each node that asks: the upper child.
	pub upper: Vec<u32>,
	/// For each node: the mean of what lies below, in billionths of the logarithm.
	pub means: Vec<Nano>,
}

/// What trees ask: a name for whoever grows them, and the fact that it belongs to.
pub const QUESTIONS: [(&str, &str); 14] = [
	("sqft", "living space"),
	("lot_sqft", "land"),
	("beds", "rooms"),
	("baths_hundredths", "rooms"),
	("grade", "grade"),
	("age", "age"),
	("effective_age", "age"),
	("townhouse", "kind"),
	("waterfront", "water"),
	("latitude_e6", "location"),
	("longitude_e6", "location"),
	("area", "location"),
	("north_east", "location"),
	("north_west", "location"),
];

/// The facts of explanations, in their order.
const FACTS: [&str; 8] =
	["living space", "land", "rooms", "grade", "age", "kind", "water", "location"];

/// What a leaf asks.
pub const LEAF: u8 = u8::MAX;

/// The answers of a home to [`QUESTIONS`].
pub fn answers(home: &Home) -> [i64; QUESTIONS.len()] {
	// A degree of longitude is two thirds of one of latitude here.
	let (north, east) = (i64::from(home.latitude_e6), i64::from(home.longitude_e6) * 2 / 3);
	[
		home.sqft.into(),
		home.lot_sqft.into(),
		home.beds.into(),
		home.baths_hundredths.into(),
		home.grade.into(),
		home.age.into(),
		home.effective_age.into(),
		home.townhouse.into(),
		home.waterfront.into(),
		north,
		home.longitude_e6.into(),
		home.area.into(),
		north + east,
		north - east,
	]
}

impl Boosted {
	/// The logarithm of the value at the level of training, as a base and the steps of the facts.
	fn fitted(&self, home: &Home) -> (Nano, [Nano; FACTS.len()]) {
		let answers = answers(home);
		let mut steps = [0; FACTS.len()];
		for tree in &self.trees {
			let (mut node, mut mean) = (0, tree.means[0]);
			while let Some(answer) = answers.get(usize::from(tree.questions[node])) {
				let fact = QUESTIONS[usize::from(tree.questions[node])].1;
				node = if *answer < tree.thresholds[node] {
					node + 1
				} else {
					tree.upper[node] as usize
				};
				if let Some(step) = FACTS.iter().position(|name| *name == fact) {
					steps[step] += tree.means[node] - mean;
				}
				mean = tree.means[node];
			}
		}
		(self.base, steps)
	}

	/// The steps to the value on a day, and the ends of its interval from it.
	pub(crate) fn steps(&self, home: &Home, as_of: Day) -> Result<crate::Steps, Error> {
		let row = self.market.at(as_of)?;
		let own = row.areas.get(&home.area).ok_or(Error::Unseen { what: "this area" })?;
		let (base, steps) = self.fitted(home);
		let mut named: Vec<_> = FACTS.iter().copied().zip(steps).collect();
		named.push(("market", row.level));
		named.push(("market of the area", *own));
		let Ends { lower, upper } = row.ends[market::band(home)];
		Ok(crate::Steps { base, steps: named, lower, upper })
	}

	pub(crate) fn span(&self) -> (Day, Day) {
		self.market.span()
	}

	pub(crate) fn check(&self) -> Result<(), Error> {
		self.market.check()?;
		if self.trees.is_empty() || !self.trees.iter().all(Tree::is_sound) {
			return Err(Error::BrokenArtefact("a tree leads nowhere"));
		}
		let heights = self.trees.iter().map(Tree::height).try_fold(0, i64::checked_add);
		match heights.and_then(|height| height.checked_add(self.base.checked_abs()?)) {
			Some(height) if height <= 1_000 * ONE => Ok(()),
			_ => Err(Error::BrokenArtefact("its trees are too high")),
		}
	}

	/// Follows the market with trees that were grown from [`training_set`].
	pub(crate) fn assemble(
		base: f64,
		trees: Vec<Tree>,
		sales: &[Sale],
		windows: &crate::Windows,
	) -> Result<Self, Error> {
		if trees.is_empty() || !trees.iter().all(Tree::is_sound) {
			return Err(Error::BrokenArtefact("a tree leads nowhere"));
		}
		let roots: Nano = trees.iter().map(|tree| tree.means[0]).sum();
		let base = crate::fixed::nano(base) + roots;
		let mut model = Self { base, market: Market::unset(), trees };
		let residuals = crate::residuals(sales, windows, |home| {
			let (base, steps) = model.fitted(home);
			Ok(base + steps.iter().sum::<Nano>())
		});
		model.market = Market::follow(
			&residuals,
			windows.trained_until,
			windows.tested_from,
			windows.tested_until,
		)?;
		Ok(model)
	}
}

impl Tree {
	/// Whether every node leads to later ones, so that each walk ends at a leaf.
	fn is_sound(&self) -> bool {
		let n = self.questions.len();
		let lengths = [self.thresholds.len(), self.upper.len(), self.means.len()];
		n > 0
			&& lengths == [n; 3]
			&& self.means.iter().all(|mean| mean.unsigned_abs() <= 100 * ONE.unsigned_abs())
			&& (0..n).all(|node| {
				let upper = self.upper[node] as usize;
				match self.questions[node] {
					LEAF => upper == 0 && self.thresholds[node] == 0,
					asked => usize::from(asked) < QUESTIONS.len() && node + 1 < upper && upper < n,
				}
			})
	}

	fn height(&self) -> i64 {
		self.means.iter().map(|mean| mean.abs()).max().unwrap_or(0)
	}
}

/// What trees are grown from: the answers of each home that was sold until the end of training, and the
/// logarithm in cents of its price, brought to the level of the market in the last month.
///
/// # Errors
/// If there are too few sales to know the market by.
pub fn training_set(
	sales: &[Sale],
	windows: &crate::Windows,
) -> Result<(Vec<[i64; QUESTIONS.len()]>, Vec<f64>), Error> {
	let known = &sales[..sales.partition_point(|sale| sale.day <= windows.trained_until)];
	let trend = crate::hedonic::Trend::fit(known)?;
	Ok(known
		.iter()
		.map(|sale| {
			let log = libm::log(sale.price_cents as f64) - trend.level(sale.day);
			(answers(&sale.home), log)
		})
		.unzip())
}

/// Makes a model of trees that were grown from [`training_set`], tests it and writes its card.
///
/// # Errors
/// If a tree leads nowhere or there are too few sales.
pub fn train(
	base: f64,
	trees: Vec<Tree>,
	sales: &crate::Sales,
	windows: &crate::Windows,
) -> Result<crate::Artefact, Error> {
	let model = Boosted::assemble(base, trees, sales.all(), windows)?;
	crate::train::with_card(crate::artefact::Model::Boosted(model), sales, windows)
}

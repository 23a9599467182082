// SPDX-License-Identifier: Apache-2.0

//! Hedonic regression: the logarithm of a price is a sum over the facts of the home.

use crate::{
	fixed::{self, Nano, ONE},
	market::{self, Ends, Market},
	Day, Error, Home, Sale,
};
use nalgebra::{DMatrix, DVector};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The model.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Hedonic {
	/// Logarithm in cents of the average home, at the level of the last month of training.
	base: Nano,
	/// By area, beside the average home's.
	areas: BTreeMap<u32, Nano>,
	market: Market,
	/// One for each of [`TERMS`].
	terms: Vec<Term>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
	/// How much the logarithm of the price changes when the term does by one.
	coefficient: Nano,
	/// What the average home has, in billionths.
	mean: Nano,
}

/// How many terms there are besides areas.
const TERMS: usize = 21;

/// The facts of explanations.
const FACTS: [&str; 8] =
	["living space", "land", "rooms", "grade", "age", "kind", "water", "location"];

/// The terms of a home, in billionths, each with the fact that it belongs to.
fn terms(home: &Home) -> [(usize, Nano); TERMS] {
	let whole = |count: u32| i64::from(count) * ONE;
	let square = |x: Nano| fixed::scale(x, x, ONE);
	let flag = |is: bool| if is { ONE } else { 0 };
	let either = |is: bool, x: Nano| if is { x } else { 0 };
	let (house, town) = (!home.townhouse, home.townhouse);
	// Around the middle of the city and of sizes, so that squares are not the same as what is squared.
	let size = fixed::ln(home.sqft.into()) - 7_500_000_000;
	let lot = fixed::ln(u64::from(home.lot_sqft) + 100) - 8_400_000_000;
	let grade = whole(home.grade.min(14)) - 7 * ONE;
	let age = whole(home.age.min(120)) / 50 - ONE;
	let renewed = whole(home.effective_age.min(120)) / 50 - ONE;
	let north = (i64::from(home.latitude_e6) - 47_620_000) * 20_000;
	let east = (i64::from(home.longitude_e6) + 122_335_000) * 20_000;
	[
		(0, size),
		(0, square(size)),
		(0, either(town, size)),
		(1, either(house, lot)),
		(1, either(town, lot)),
		(1, either(house, square(lot))),
		(2, whole(home.beds.min(8))),
		(2, i64::from(home.baths_hundredths.min(800)) * (ONE / 100)),
		(3, grade),
		(3, square(grade)),
		(3, fixed::scale(grade, size, ONE)),
		(4, age),
		(4, square(age)),
		(4, renewed),
		(5, flag(town)),
		(6, flag(home.waterfront)),
		(7, north),
		(7, east),
		(7, square(north)),
		(7, square(east)),
		(7, fixed::scale(north, east, ONE)),
	]
}

impl Hedonic {
	/// The logarithm of the value at the level of training, as a base and the steps of the facts.
	fn fitted(&self, home: &Home) -> Result<(Nano, [Nano; FACTS.len()]), Error> {
		let area = self.areas.get(&home.area).ok_or(Error::Unseen { what: "this area" })?;
		let mut steps = [0; FACTS.len()];
		for ((fact, x), term) in terms(home).into_iter().zip(&self.terms) {
			steps[fact] += fixed::scale(x - term.mean, term.coefficient, ONE);
		}
		steps[7] += area;
		Ok((self.base, steps))
	}

	/// The steps to the value on a day, and the ends of its interval from it.
	pub(crate) fn steps(&self, home: &Home, as_of: Day) -> Result<crate::Steps, Error> {
		let (base, steps) = self.fitted(home)?;
		let row = self.market.at(as_of)?;
		let mut named: Vec<_> = FACTS.iter().copied().zip(steps).collect();
		let own = row.areas.get(&home.area).copied().unwrap_or(0);
		named.push(("market", row.level));
		named.push(("market of the area", own));
		let Ends { lower, upper } = row.ends[market::band(home)];
		Ok(crate::Steps { base, steps: named, lower, upper })
	}

	pub(crate) fn span(&self) -> (Day, Day) {
		self.market.span()
	}

	pub(crate) fn check(&self) -> Result<(), Error> {
		self.market.check()?;
		let bound = 1_000 * ONE;
		let tame = |x: &Nano| (-bound..=bound).contains(x);
		let terms = self.terms.iter().all(|term| tame(&term.coefficient) && tame(&term.mean));
		if self.terms.len() != TERMS
			|| !terms || !self.areas.values().all(tame)
			|| !tame(&self.base)
		{
			return Err(Error::BrokenArtefact("its coefficients are too few or too large"));
		}
		Ok(())
	}

	/// Fits coefficients to the sales until a day, and follows the market from then on.
	pub(crate) fn train(sales: &[Sale], windows: &crate::Windows) -> Result<Self, Error> {
		let known = &sales[..sales.partition_point(|sale| sale.day <= windows.trained_until)];
		let trend = Trend::fit(known)?;
		let mut model = Self {
			base: fixed::nano(trend.base),
			areas: trend.areas.iter().map(|(area, log)| (*area, fixed::nano(*log))).collect(),
			market: Market::unset(),
			terms: trend
				.coefficients
				.iter()
				.zip(&trend.means)
				.map(|(coefficient, mean)| Term {
					coefficient: fixed::nano(*coefficient),
					mean: fixed::nano(*mean),
				})
				.collect(),
		};
		let residuals = crate::residuals(sales, windows, |home| {
			let (base, steps) = model.fitted(home)?;
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

/// A regression with the month of sale beside the facts: what homes are worth beside each other, and
/// how the market moved.
pub(crate) struct Trend {
	base: f64,
	areas: BTreeMap<u32, f64>,
	coefficients: Vec<f64>,
	means: Vec<f64>,
	first: i64,
	months: Vec<f64>,
}

impl Trend {
	/// By least squares, through the QR decomposition.
	pub(crate) fn fit(sales: &[Sale]) -> Result<Self, Error> {
		let areas: Vec<u32> = {
			let mut seen: Vec<u32> = sales.iter().map(|sale| sale.home.area).collect();
			seen.sort_unstable();
			seen.dedup();
			seen
		};
		let (Some(first), Some(last)) = (sales.first(), sales.last()) else {
			return Err(Error::TooFew("sales"));
		};
		let (first, months) =
			(first.day.month(), (last.day.month() - first.day.month()) as usize + 1);
		// One area and one month are what the others are compared with.
		let width = 1 + TERMS + (areas.len() - 1) + (months - 1);
		if sales.len() < 2 * width {
			return Err(Error::TooFew("sales"));
		}
		let mut rows = DMatrix::<f64>::zeros(sales.len(), width);
		let mut logs = DVector::<f64>::zeros(sales.len());
		for (i, sale) in sales.iter().enumerate() {
			rows[(i, 0)] = 1.0;
			for (j, (_, x)) in terms(&sale.home).into_iter().enumerate() {
				rows[(i, 1 + j)] = x as f64 / 1e9;
			}
			let area = areas.binary_search(&sale.home.area).unwrap_or(0);
			if area > 0 {
				rows[(i, TERMS + area)] = 1.0;
			}
			let month = (sale.day.month() - first) as usize;
			if month + 1 < months {
				rows[(i, TERMS + areas.len() + month)] = 1.0;
			}
			logs[i] = libm::log(sale.price_cents as f64);
		}
		let n = sales.len() as f64;
		let means: Vec<f64> = rows.column_iter().map(|column| column.sum() / n).collect();
		let mut solution = logs.clone();
		let qr = rows.qr();
		qr.q_tr_mul(&mut solution);
		let found = qr
			.r()
			.solve_upper_triangular(&solution.rows(0, width).into_owned())
			.filter(|found| found.iter().all(|x| x.is_finite()))
			.ok_or(Error::TooFew("sales that differ"))?;
		let average = |from: usize, count: usize| -> f64 {
			(from..from + count).map(|j| found[j] * means[j]).sum()
		};
		let by_area = |i: usize| if i == 0 { 0.0 } else { found[TERMS + i] };
		let mean_area = average(1 + TERMS, areas.len() - 1);
		let mut by_month: Vec<f64> =
			(0..months - 1).map(|month| found[TERMS + areas.len() + month]).collect();
		by_month.push(0.0);
		Ok(Self {
			base: found[0] + average(1, TERMS) + mean_area,
			areas: areas
				.iter()
				.enumerate()
				.map(|(i, area)| (*area, by_area(i) - mean_area))
				.collect(),
			coefficients: (0..TERMS).map(|j| found[1 + j]).collect(),
			means: means[1..=TERMS].to_vec(),
			first,
			months: by_month,
		})
	}

	/// The level of the market on a day over that of the last month, between the middles of months in a
	/// straight line.
	pub(crate) fn level(&self, day: Day) -> f64 {
		let position = day.month_fraction() - 0.5 - self.first as f64;
		let last = self.months.len() - 1;
		let below = libm::floor(position).clamp(0.0, last as f64) as usize;
		let above = (below + 1).min(last);
		let part = (position - below as f64).clamp(0.0, 1.0);
		self.months[below] * (1.0 - part) + self.months[above] * part
	}
}

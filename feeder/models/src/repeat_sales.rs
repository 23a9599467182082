// SPDX-License-Identifier: Apache-2.0

//! The repeat-sales index: what the same homes fetched before and after.
//!
//! A home is worth its last price, moved on by an index of all homes that were sold twice. The index is
//! the one of Bailey, Muth and Nourse with the weights of Case and Shiller: pairs that are far apart
//! count less. It runs in straight lines between the beginnings of months, and bends no more than the
//! pairs insist on, so that its end, where few pairs are, goes on as it went.
//!
//! It knows nothing of a home but its former price, so it errs otherwise than the other families.

use crate::{
	fixed::{self, Nano, ONE},
	market::tails,
	metrics::median,
	Day, Error, Home, PreviousSale, Sale, Windows,
};
use nalgebra::{DMatrix, DVector};
use serde::{Deserialize, Serialize};

/// A sale sooner after another is of a home that was bought to be sold.
const MIN_DAYS: i64 = 180;
/// Days from one row to the next.
const STEP: i64 = 7;
/// Days of valuations that the interval is taken from.
const SPREAD_DAYS: i64 = 365;
/// Days after the last row for which it still answers.
const HORIZON: i64 = 90;
/// How stiff the index is.
const STIFFNESS: f64 = 30_000.0;
/// Distances beyond so many standard deviations count as if they were so far.
const HUBER: f64 = 1.5;

/// The model.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RepeatSales {
	/// Days after the last row for which it still answers.
	horizon: i64,
	/// Months since the year 0 at which each index begins.
	first: i64,
	rows: Vec<Row>,
}

/// The index as it was on a day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
	/// The first day. Everything in the row is from sales before it.
	from: Day,
	/// What a home gains besides, because owners improve it.
	gain: Nano,
	/// The logarithm of the index at the beginning of each month.
	index: Vec<Nano>,
	/// From the value to the lower end, in standard deviations.
	lower: Nano,
	/// From the value to the upper end, in standard deviations.
	upper: Nano,
	/// Variance of a pair of sales on one day, in billionths.
	variance: Nano,
	/// What each year between the sales adds to it.
	variance_by_year: Nano,
}

/// Two sales of a home.
struct Pair {
	from: Day,
	to: Day,
	log: f64,
}

/// The sale that a value is taken from.
fn anchor(home: &Home, as_of: Day) -> Result<PreviousSale, Error> {
	let last = home.previous.last().ok_or(Error::NoEarlierSale)?;
	let days = as_of.since(last.day);
	if days < MIN_DAYS {
		return Err(Error::NoEarlierSale);
	}
	// Built or wholly renewed since, it is not the home that was sold; a year, because ages are whole.
	if i64::from(home.age.min(home.effective_age)) + 1 < days / 365 {
		return Err(Error::Unseen { what: "a home that was renewed since its last sale" });
	}
	Ok(*last)
}

/// Where a day lies between the beginnings of months: the month before, and the part from there to the
/// next in billionths.
fn position(day: Day, first: i64) -> (i64, Nano) {
	let part = fixed::nano(day.month_fraction() - day.month() as f64).min(ONE);
	(day.month() - first, part)
}

impl RepeatSales {
	/// The steps to the value on a day, and the ends of its interval from it.
	pub(crate) fn steps(&self, home: &Home, as_of: Day) -> Result<crate::Steps, Error> {
		let (from, until) = self.span();
		let after = self.rows.partition_point(|row| row.from <= as_of);
		let row = self
			.rows
			.get(after.wrapping_sub(1))
			.filter(|_| as_of <= until)
			.ok_or(Error::OutOfTime { as_of, from, until })?;
		let last = anchor(home, as_of)?;
		let then = row.level(last.day, self.first).ok_or(Error::NoEarlierSale)?;
		// Beyond its last month the index stays where it is.
		let end = || row.index.last().copied();
		let now = row.level(as_of, self.first).or_else(end).ok_or(Error::NoEarlierSale)?;
		let deviation = row.deviation(as_of.since(last.day));
		Ok(crate::Steps {
			base: fixed::ln(last.price_cents),
			steps: vec![
				("market since the last sale", now - then),
				("upkeep of an average home", row.gain),
			],
			lower: fixed::scale(row.lower, deviation, ONE),
			upper: fixed::scale(row.upper, deviation, ONE),
		})
	}

	pub(crate) fn span(&self) -> (Day, Day) {
		let first = self.rows.first().map_or(Day::MIN, |row| row.from);
		let last = self.rows.last().map_or(Day::MIN, |row| row.from);
		(first, last.plus(self.horizon))
	}

	pub(crate) fn check(&self) -> Result<(), Error> {
		let bound = 1_000 * ONE;
		let sound = |row: &Row| {
			row.lower <= 0
				&& row.upper >= 0
				&& (0..=bound).contains(&row.variance)
				&& (0..=bound).contains(&row.variance_by_year)
				&& [row.gain, row.lower, row.upper]
					.iter()
					.chain(&row.index)
					.all(|log| (-bound..=bound).contains(log))
		};
		let ordered = self.rows.windows(2).all(|two| two[0].from < two[1].from);
		if self.rows.is_empty() || !ordered || !self.rows.iter().all(sound) || self.horizon > 366 {
			return Err(Error::BrokenArtefact("its index is in disorder"));
		}
		Ok(())
	}

	/// Estimates the index anew for each week, from pairs that were complete before it.
	pub(crate) fn train(sales: &[Sale], windows: &Windows) -> Result<Self, Error> {
		let first = sales.first().ok_or(Error::TooFew("sales"))?.day.month();
		let pairs: Vec<Pair> = sales
			.iter()
			.filter(|sale| sale.day <= windows.tested_until)
			.filter_map(|sale| {
				let last = anchor(&sale.home, sale.day).ok()?;
				let log = libm::log(sale.price_cents as f64 / last.price_cents as f64);
				Some(Pair { from: last.day, to: sale.day, log })
			})
			.collect();
		let mut scores: Vec<(Day, f64)> = Vec::new();
		let mut rows = Vec::new();
		let mut day = windows.trained_until.plus(1).plus(-SPREAD_DAYS / 2);
		day = day.plus(windows.tested_from.since(day).rem_euclid(STEP));
		while day <= windows.tested_until {
			let known = &pairs[..pairs.partition_point(|pair| pair.to < day)];
			let mut row = Row::fit(known, day, first)?;
			if day >= windows.tested_from {
				let recent = scores
					.iter()
					.filter(|(then, _)| *then >= day.plus(-SPREAD_DAYS))
					.map(|(_, score)| *score)
					.collect();
				let (lower, upper) =
					tails(recent).ok_or(Error::TooFew("pairs of sales to know the spread by"))?;
				row.lower = fixed::nano(lower);
				row.upper = fixed::nano(upper);
				rows.push(row.clone());
			}
			for pair in pairs.iter().filter(|pair| pair.to >= day && pair.to < day.plus(STEP)) {
				if let Some(score) = row.score(pair, first) {
					scores.push((pair.to, score));
				}
			}
			day = day.plus(STEP);
		}
		let model = Self { horizon: HORIZON, first, rows };
		model.check()?;
		Ok(model)
	}
}

impl Row {
	/// The logarithm of the index on a day, if it is within.
	fn level(&self, day: Day, first: i64) -> Option<Nano> {
		let (month, part) = position(day, first);
		let below = self.index.get(usize::try_from(month).ok()?)?;
		let above = self.index.get(usize::try_from(month + 1).ok()?)?;
		Some(below + fixed::scale(above - below, part, ONE))
	}

	/// The standard deviation of a pair so many days apart.
	fn deviation(&self, days: i64) -> Nano {
		let variance = self.variance + fixed::scale(self.variance_by_year, days, 365);
		fixed::nano(libm::sqrt(variance as f64 / 1e9))
	}

	/// How far the second price was from the value, in standard deviations.
	fn score(&self, pair: &Pair, first: i64) -> Option<f64> {
		let now = self.level(pair.to, first).or(self.index.last().copied())?;
		let moved = now - self.level(pair.from, first)?;
		let rest = pair.log - (moved + self.gain) as f64 / 1e9;
		Some(rest / (self.deviation(pair.to.since(pair.from)) as f64 / 1e9))
	}

	fn fit(pairs: &[Pair], day: Day, first: i64) -> Result<Self, Error> {
		let months =
			usize::try_from(day.month() - first + 2).map_err(|_| Error::TooFew("months"))?;
		if pairs.len() < 2 * months {
			return Err(Error::TooFew("homes that were sold twice"));
		}
		// Unknown are the index but for its first month, which is 0, and the gain.
		let width = months;
		let gain = months - 1;
		let design: Vec<Vec<(usize, f64)>> = pairs
			.iter()
			.map(|pair| {
				let mut row = vec![(gain, 1.0)];
				for (sign, end) in [(-1.0, pair.from), (1.0, pair.to)] {
					let (month, part) = position(end, first);
					let part = part as f64 / 1e9;
					for (node, weight) in [(month, 1.0 - part), (month + 1, part)] {
						if node > 0 {
							row.push((node as usize - 1, sign * weight));
						}
					}
				}
				row
			})
			.collect();
		let years: Vec<f64> =
			pairs.iter().map(|pair| pair.to.since(pair.from) as f64 / 365.0).collect();
		let (mut variance, mut by_year) = (0.02, 0.002);
		let mut rests = vec![0.0; pairs.len()];
		let mut found = DVector::zeros(width);
		for _ in 0..4 {
			let mut normal = DMatrix::<f64>::zeros(width, width);
			let mut right = DVector::<f64>::zeros(width);
			for (((row, pair), years), rest) in design.iter().zip(pairs).zip(&years).zip(&rests) {
				let deviation: f64 = libm::sqrt(variance + by_year * years);
				let distance: f64 = (*rest / deviation).abs();
				let weight = (HUBER / distance.max(HUBER)) / (deviation * deviation);
				for (i, x) in row {
					right[*i] += weight * x * pair.log;
					for (j, y) in row {
						normal[(*i, *j)] += weight * x * y;
					}
				}
			}
			// Bending, from the second month on; the first is known to be 0.
			for node in 0..months - 2 {
				let bend = [(node.checked_sub(1), 1.0), (Some(node), -2.0), (Some(node + 1), 1.0)];
				for (i, x) in bend {
					for (j, y) in bend {
						if let (Some(i), Some(j)) = (i, j) {
							normal[(i, j)] += STIFFNESS * x * y;
						}
					}
				}
			}
			found = normal.cholesky().ok_or(Error::TooFew("pairs that differ"))?.solve(&right);
			for ((row, pair), rest) in design.iter().zip(pairs).zip(&mut rests) {
				*rest = pair.log - row.iter().map(|(i, x)| found[*i] * x).sum::<f64>();
			}
			(variance, by_year) = spread(&rests, &years);
		}
		// Values are judged by their median, so the gain is the median pair's.
		let moved = median(rests);
		let mut index = vec![0];
		index.extend((0..months - 1).map(|month| fixed::nano(found[month])));
		Ok(Self {
			from: day,
			gain: fixed::nano(found[gain] + moved),
			index,
			lower: 0,
			upper: 0,
			variance: fixed::nano(variance),
			variance_by_year: fixed::nano(by_year),
		})
	}
}

/// The variance of pairs as a straight line over the years between the sales: what they begin with, and
/// what each year adds. Squares are cut off, so that a few houses that were rebuilt do not decide.
fn spread(rests: &[f64], years: &[f64]) -> (f64, f64) {
	let squares: Vec<f64> = rests.iter().map(|rest| (rest * rest).min(0.25)).collect();
	let n = rests.len() as f64;
	let (x_mean, y_mean) = (years.iter().sum::<f64>() / n, squares.iter().sum::<f64>() / n);
	let above: f64 = years.iter().zip(&squares).map(|(x, y)| (x - x_mean) * (y - y_mean)).sum();
	let below: f64 = years.iter().map(|x| (x - x_mean).powi(2)).sum();
	let by_year = if below > 0.0 { (above / below).max(0.0) } else { 0.0 };
	((y_mean - by_year * x_mean).max(0.001), by_year)
}

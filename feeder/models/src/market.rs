// SPDX-License-Identifier: Apache-2.0

//! Where the market stands, week by week, and how far prices stray from it.
//!
//! What is fitted once says what homes are worth beside each other. What they are worth now, and how
//! sure that is, comes from the sales just before: each row of the table is computed from sales of
//! days before its own alone, and a valuation uses the last row that is not after its day. So no value
//! rests on the price that it is compared with, nor on a later one.

use crate::{fixed::Nano, metrics::median, Day, Error, Home};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Days from one row to the next.
const STEP: i64 = 7;
/// Days of sales that the level is taken from.
const LEVEL_DAYS: i64 = 90;
/// Days of sales that the areas' own deviations are taken from.
const AREA_DAYS: i64 = 365;
/// Sales of an area that weigh as much as the belief that it moves as the city does.
const AREA_PRIOR: f64 = 30.0;
/// Days of valuations that the interval is taken from.
const SPREAD_DAYS: i64 = 182;
/// Days after the last row for which it still answers.
const HORIZON: i64 = 90;

/// The table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Market {
	/// Days after the last row for which it still answers.
	horizon: i64,
	/// At least one, the earliest first.
	rows: Vec<Row>,
}

/// The market from a day on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
	/// How much more or less than the city, by area.
	pub(crate) areas: BTreeMap<u32, Nano>,
	/// The ends of the interval, by band of age.
	pub(crate) ends: [Ends; BANDS.len()],
	/// The first day. Everything in the row is from sales before it.
	pub(crate) from: Day,
	/// The level of the city over the fitted model's.
	pub(crate) level: Nano,
}

/// The ends of an interval.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ends {
	/// From the value to the lower end.
	pub(crate) lower: Nano,
	/// From the value to the upper end.
	pub(crate) upper: Nano,
}

/// Bands of effective age: new homes are alike, old ones are not, so each band has an interval of its
/// own.
pub(crate) const BANDS: [&str; 4] =
	["new, up to 2 years", "3 to 20 years", "21 to 60 years", "over 60 years"];

/// The band of a home.
pub(crate) fn band(home: &Home) -> usize {
	match home.effective_age {
		0..=2 => 0,
		3..=20 => 1,
		21..=60 => 2,
		_ => 3,
	}
}

/// What a price was beside the fitted model's value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Residual {
	/// When.
	pub(crate) day: Day,
	/// The area.
	pub(crate) area: u32,
	/// The band of age.
	pub(crate) band: usize,
	/// Logarithm of price over value.
	pub(crate) log: f64,
}

impl Market {
	/// A table that answers for no day.
	pub(crate) fn unset() -> Self {
		Self { horizon: 0, rows: Vec::new() }
	}

	/// The row for a day.
	pub(crate) fn at(&self, as_of: Day) -> Result<&Row, Error> {
		let (from, until) = self.span();
		let after = self.rows.partition_point(|row| row.from <= as_of);
		self.rows.get(after.wrapping_sub(1)).filter(|_| as_of <= until).ok_or(Error::OutOfTime {
			as_of,
			from,
			until,
		})
	}

	/// The first and the last day that it answers for.
	pub(crate) fn span(&self) -> (Day, Day) {
		let first = self.rows.first().map_or(Day::MIN, |row| row.from);
		let last = self.rows.last().map_or(Day::MIN, |row| row.from);
		(first, last.plus(self.horizon))
	}

	/// Whether it is a table.
	pub(crate) fn check(&self) -> Result<(), Error> {
		let ordered = self.rows.windows(2).all(|two| two[0].from < two[1].from);
		let signed = self
			.rows
			.iter()
			.all(|row| row.ends.iter().all(|ends| ends.lower <= 0 && ends.upper >= 0));
		if self.rows.is_empty() || !ordered || !signed || !(0..=366).contains(&self.horizon) {
			return Err(Error::BrokenArtefact("its table of the market is in disorder"));
		}
		Ok(())
	}

	/// Follows the market from the end of training to the last sale. The rows begin with the test:
	/// the time between gives the first intervals.
	///
	/// # Errors
	/// If there are too few sales before a row.
	pub(crate) fn follow(
		residuals: &[Residual],
		trained_until: Day,
		tested_from: Day,
		until: Day,
	) -> Result<Self, Error> {
		let at = |day| residuals.partition_point(|residual| residual.day < day);
		let between = |from, until| &residuals[at(from)..at(until)];
		let mut scores: Vec<(Day, usize, f64)> = Vec::new();
		let mut rows = Vec::new();
		let mut day = trained_until.plus(1);
		// The rows fall on the first day of the test and whole weeks from it.
		day = day.plus(tested_from.since(day).rem_euclid(STEP));
		while day <= until {
			let recent = between(day.plus(-LEVEL_DAYS), day);
			if recent.len() < 30 {
				return Err(Error::TooFew("sales before a day to know the market by"));
			}
			let level = level(recent, day);
			let mut areas = BTreeMap::new();
			let mut by_area: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
			for residual in between(day.plus(-AREA_DAYS), day) {
				by_area.entry(residual.area).or_default().push(residual.log);
			}
			let year = median(between(day.plus(-AREA_DAYS), day).iter().map(|r| r.log).collect());
			for (area, logs) in by_area {
				let n = logs.len() as f64;
				let own = (median(logs) - year) * n / (n + AREA_PRIOR);
				areas.insert(area, crate::fixed::nano(own));
			}
			if day >= tested_from {
				let since = day.plus(-SPREAD_DAYS);
				let known = scores.iter().filter(|(then, ..)| *then >= since);
				let all = tails(known.clone().map(|(.., score)| *score).collect())
					.ok_or(Error::TooFew("valuations before a day to know the spread by"))?;
				let mut ends = [Ends::default(); BANDS.len()];
				for (band, ends) in ends.iter_mut().enumerate() {
					let own = known.clone().filter(|(_, of, _)| *of == band);
					// A band with too few sales is taken to be as all are.
					let (lower, upper) =
						tails(own.map(|(.., score)| *score).collect()).unwrap_or(all);
					*ends =
						Ends { lower: crate::fixed::nano(lower), upper: crate::fixed::nano(upper) };
				}
				rows.push(Row {
					areas: areas.clone(),
					ends,
					from: day,
					level: crate::fixed::nano(level),
				});
			}
			for residual in between(day, day.plus(STEP)) {
				let own = areas.get(&residual.area).copied().unwrap_or(0) as f64 / 1e9;
				scores.push((residual.day, residual.band, residual.log - level - own));
			}
			day = day.plus(STEP);
		}
		let market = Self { horizon: HORIZON, rows };
		market.check()?;
		Ok(market)
	}
}

/// The level on a day, from sales before it: their median, moved on along their own trend.
fn level(recent: &[Residual], day: Day) -> f64 {
	let middle = median(recent.iter().map(|residual| residual.log).collect());
	let points: Vec<(f64, f64)> = recent
		.iter()
		.map(|r| (r.day.since(day) as f64, (r.log - middle).clamp(-0.3, 0.3)))
		.collect();
	let n = points.len() as f64;
	let x_mean = points.iter().map(|(x, _)| x).sum::<f64>() / n;
	let y_mean = points.iter().map(|(_, y)| y).sum::<f64>() / n;
	let above: f64 = points.iter().map(|(x, y)| (x - x_mean) * (y - y_mean)).sum();
	let below: f64 = points.iter().map(|(x, _)| (x - x_mean).powi(2)).sum();
	let slope = if below > 0.0 { above / below } else { 0.0 };
	let half = 0.5 * (STEP - 1) as f64;
	median(recent.iter().zip(&points).map(|(r, (x, _))| r.log - slope * (x - half)).collect())
}

/// The part of prices that is below an interval, and as much above.
pub(crate) const TAIL: f64 = 0.05;

/// The ends between which all but [`TAIL`] of the scores lie on either side, widened as split conformal
/// prediction does, so that the next score is within with at least that probability if it comes as the
/// ones before. None of fewer than 19 scores, which say nothing about a twentieth.
pub(crate) fn tails(mut scores: Vec<f64>) -> Option<(f64, f64)> {
	scores.sort_by(f64::total_cmp);
	let rank = libm::floor((scores.len() + 1) as f64 * TAIL) as usize;
	let below = scores.get(rank.checked_sub(1)?)?;
	let above = scores.get(scores.len() - rank)?;
	Some((below.min(0.0), above.max(0.0)))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn tails_need_nineteen_scores() {
		let scores = |n: i32| (1..=n).map(|i| f64::from(i - 10)).collect::<Vec<_>>();
		assert_eq!(tails(scores(18)), None);
		assert_eq!(tails(scores(19)), Some((-9.0, 9.0)));
		// Of 39, a twentieth of 40 on either side: the second from each end.
		assert_eq!(tails(scores(39)), Some((-8.0, 28.0)));
		assert_eq!(tails(vec![1.0; 19]), Some((0.0, 1.0)));
	}

	fn residuals(until: i64, level: impl Fn(i64) -> f64) -> Vec<Residual> {
		let start = Day::new(2015, 1, 1).unwrap();
		(0..until)
			.flat_map(|day| (0..4).map(move |i| (day, i)))
			.map(|(day, i)| Residual {
				day: start.plus(day),
				area: if i < 2 { 1 } else { 2 },
				band: if i < 2 { 0 } else { 3 },
				log: level(day) + [-0.05, 0.05, 0.1, -0.1][i as usize],
			})
			.collect()
	}

	fn follow(residuals: &[Residual]) -> Market {
		let day = |month, day| Day::new(2016, month, day).unwrap();
		Market::follow(residuals, day(1, 1).plus(-1), day(7, 1), day(12, 31)).unwrap()
	}

	#[test]
	fn keeps_up_with_a_market_that_rises() {
		// One percent a month, for two years.
		let rise = |day: i64| 0.01 * day as f64 / 30.0;
		let market = follow(&residuals(731, rise));
		for row in &market.rows {
			let now = rise(row.from.since(Day::new(2015, 1, 1).unwrap()));
			assert!((row.level as f64 / 1e9 - now).abs() < 0.01, "{}: {}", row.from, row.level);
		}
	}

	#[test]
	fn later_prices_change_nothing() {
		let known = residuals(731, |_| 0.0);
		let cut = Day::new(2016, 9, 16).unwrap();
		let mut changed = known.clone();
		for residual in changed.iter_mut().filter(|residual| residual.day >= cut) {
			residual.log += 1.0;
		}
		let (before, after) = (follow(&known), follow(&changed));
		for (one, other) in before.rows.iter().zip(&after.rows) {
			assert_eq!(one == other, one.from <= cut, "{}", one.from);
		}
	}

	#[test]
	fn each_band_has_its_interval() {
		let market = follow(&residuals(731, |_| 0.0));
		for row in &market.rows {
			let width = |band: usize| (row.ends[band].upper - row.ends[band].lower) as f64 / 1e9;
			assert!((width(0) - 0.1).abs() < 0.02 && (width(3) - 0.2).abs() < 0.02, "{row:?}");
			// Of a band that nothing was sold of, what holds of all.
			assert!((width(1) - 0.2).abs() < 0.02, "{row:?}");
		}
	}

	#[test]
	fn answers_for_its_days_only() {
		let market = follow(&residuals(731, |_| 0.0));
		let (from, until) = market.span();
		assert_eq!(from.to_string(), "2016-07-01");
		assert!(market.at(from.plus(-1)).is_err());
		assert_eq!(market.at(from).unwrap().from, from);
		assert_eq!(market.at(from.plus(6)).unwrap().from, from);
		assert_eq!(market.at(from.plus(7)).unwrap().from, from.plus(7));
		assert!(market.at(until).is_ok());
		assert!(market.at(until.plus(1)).is_err());
	}
}

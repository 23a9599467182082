// SPDX-License-Identifier: Apache-2.0

//! How well values met prices: the figures of appraisal and of ratio studies.

use crate::Error;
use serde::{Deserialize, Serialize};

/// A value beside the price that was paid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outcome {
	/// The lower end of the interval, in cents.
	pub low: u128,
	/// The value, in cents.
	pub mid: u128,
	/// The upper end of the interval, in cents.
	pub high: u128,
	/// The price, in cents. Never 0.
	pub price: u128,
}

impl Outcome {
	/// Whether the price is within the interval, ends included.
	pub fn covers(&self) -> bool {
		self.low <= self.price && self.price <= self.high
	}
}

/// The figures, in parts per million: 93,000 is 9.3 %. As `ModelMetrics` on chain.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metrics {
	/// Median of the relative errors, with their sign (MdPE).
	pub bias: i32,
	/// Part of the prices within the interval, ends included.
	pub coverage: u32,
	/// Standard deviation of the relative errors (FSD), of the sample.
	pub deviation: u32,
	/// Price-related differential (PRD): mean ratio over the ratio of the sums; 1,000,000 is even,
	/// more is that cheap homes are valued higher than dear ones.
	pub differential: u32,
	/// Coefficient of dispersion (COD): mean distance of ratios from their median, over the median.
	pub dispersion: u32,
	/// Median of the absolute relative errors (MdAPE).
	pub median_error: u32,
	/// Coefficient of price-related bias (PRB): how much ratios change when value doubles.
	pub price_bias: i32,
	/// How many values.
	pub sample: u32,
	/// Median width of the interval, over the value.
	pub width: u32,
	/// Part of the values within 10 % of the price (PPE10).
	pub within_ten: u32,
	/// Part of the values within 20 % of the price (PPE20).
	pub within_twenty: u32,
}

impl Metrics {
	/// The figures of these outcomes. Errors are `value / price - 1`, ratios `value / price`.
	///
	/// # Errors
	/// If there are fewer than 3 outcomes, or a value or price is 0.
	pub fn of(outcomes: &[Outcome]) -> Result<Self, Error> {
		if outcomes.len() < 3 {
			return Err(Error::TooFew("outcomes"));
		}
		if outcomes.iter().any(|outcome| outcome.price == 0 || outcome.mid == 0) {
			return Err(Error::OutOfRange { fact: "price" });
		}
		let n = outcomes.len() as f64;
		let part = |count: usize| ppm(count as f64 / n);
		let ratios: Vec<f64> =
			outcomes.iter().map(|outcome| outcome.mid as f64 / outcome.price as f64).collect();
		let errors: Vec<f64> = ratios.iter().map(|ratio| ratio - 1.0).collect();
		let absolute: Vec<f64> = errors.iter().map(|error| error.abs()).collect();
		let widths = outcomes
			.iter()
			.map(|outcome| {
				(outcome.high - outcome.low.min(outcome.high)) as f64 / outcome.mid as f64
			})
			.collect();
		let middle = median(ratios.clone());
		let mean = ratios.iter().sum::<f64>() / n;
		let variance =
			errors.iter().map(|error| (error - (mean - 1.0)).powi(2)).sum::<f64>() / (n - 1.0);
		let spread = ratios.iter().map(|ratio| (ratio - middle).abs()).sum::<f64>() / n;
		let values: f64 = outcomes.iter().map(|outcome| outcome.mid as f64).sum();
		let prices: f64 = outcomes.iter().map(|outcome| outcome.price as f64).sum();
		let within = |bound: f64| part(absolute.iter().filter(|error| **error <= bound).count());
		let covered = outcomes.iter().filter(|outcome| outcome.covers());
		Ok(Self {
			bias: signed(median(errors)),
			coverage: part(covered.count()),
			deviation: ppm(libm::sqrt(variance)),
			differential: ppm(mean / (values / prices)),
			dispersion: ppm(spread / middle),
			median_error: ppm(median(absolute.clone())),
			price_bias: signed(price_bias(outcomes, &ratios, middle)),
			sample: u32::try_from(outcomes.len()).unwrap_or(u32::MAX),
			width: ppm(median(widths)),
			within_ten: within(0.1),
			within_twenty: within(0.2),
		})
	}
}

/// The slope of `(ratio - median) / median` over the binary logarithm of the mean of price and of
/// value brought to the level of prices: the PRB of the IAAO's standard on ratio studies.
fn price_bias(outcomes: &[Outcome], ratios: &[f64], middle: f64) -> f64 {
	let points: Vec<(f64, f64)> = outcomes
		.iter()
		.zip(ratios)
		.map(|(outcome, ratio)| {
			let proxy = 0.5 * (outcome.price as f64 + outcome.mid as f64 / middle);
			(libm::log2(proxy), (ratio - middle) / middle)
		})
		.collect();
	let n = points.len() as f64;
	let (x_mean, y_mean) =
		points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0 / n, y + point.1 / n));
	let (above, below) = points.iter().fold((0.0, 0.0), |(above, below), (x, y)| {
		(above + (x - x_mean) * (y - y_mean), below + (x - x_mean).powi(2))
	});
	if below > 0.0 {
		above / below
	} else {
		0.0
	}
}

/// The median; of an even count the mean of the two in the middle. 0 of nothing.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
	values.sort_by(f64::total_cmp);
	match values.len() {
		0 => 0.0,
		n if n % 2 == 1 => values[n / 2],
		n => (values[n / 2 - 1] + values[n / 2]) / 2.0,
	}
}

fn ppm(value: f64) -> u32 {
	libm::round(value * 1e6) as u32
}

fn signed(value: f64) -> i32 {
	libm::round(value * 1e6) as i32
}

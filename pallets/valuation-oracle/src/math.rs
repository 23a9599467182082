// SPDX-License-Identifier: Apache-2.0

//! Medians, bounds, scores and ratio studies. Nothing here knows of FRAME or reads storage.

use alloc::vec::Vec;
use cadastre_primitives::{Interval, RatioStudy, ScoreInfo, Value};
use sp_core::U256;
use sp_runtime::Permill;

/// What a report of a model without a record weighs: the least.
pub const MIN_WEIGHT: u8 = 225;

/// What a report weighs at most.
///
/// The range is narrow on purpose. Among at most 16 reports, fewer than half of them never weigh
/// half: 7 of 15 liars of the greatest weight have 1,750, 8 honest ones of the least have 1,800.
pub const MAX_WEIGHT: u8 = 250;

/// The error, in parts per million, at which a model weighs the least.
const WORST_ERROR: u32 = 200_000;

const MILLION: u32 = 1_000_000;

/// Ratios are kept to twelve decimal places, rounded down.
const RATIO_SCALE: u64 = 1_000_000_000_000;

/// A millionth as a ratio.
const RATIO_PER_MILLIONTH: u64 = 1_000_000;

/// A ratio further from the median than this many times the median counts as so far in the
/// regression, which bounds its sums.
const MAX_DISTANCE: i128 = 1_000;

/// Fractional bits of a logarithm.
const LOG_BITS: u32 = 32;

/// The weighted median: the value at which half of the weight is reached. Where exactly half lies
/// on either side, it is the mean of the two values next to the middle, rounded down. None without
/// weight.
pub fn median(votes: &mut [(Value, u32)]) -> Option<Value> {
	votes.sort_unstable();
	let total = votes.iter().fold(0_u64, |sum, (_, weight)| sum.saturating_add((*weight).into()));
	if total == 0 {
		return None;
	}
	let mut sum = 0_u64;
	let mut lower = None;
	for (value, weight) in votes.iter() {
		sum = sum.saturating_add((*weight).into());
		let twice = sum.saturating_mul(2);
		if twice >= total && *weight > 0 {
			let lower = *lower.get_or_insert(*value);
			if twice > total {
				return Some(midpoint(lower, *value));
			}
		}
	}
	lower
}

/// The mean of two values of which the first is not greater, rounded down.
fn midpoint(low: Value, high: Value) -> Value {
	low.saturating_add(high.saturating_sub(low) / 2)
}

/// What reports with their weights say together: the median of all their three values as mid, the
/// median of their lows as low, that of their highs as high. None without weight.
///
/// Each of the three lies within the range of the honest reports' values if the others have less
/// than half of the weight; and low ≤ mid ≤ high, because every report is ordered.
pub fn aggregate(reports: &[(Interval, u32)]) -> Option<Interval> {
	let pick = |of: fn(&Interval) -> Value| {
		reports.iter().map(|(interval, weight)| (of(interval), *weight)).collect::<Vec<_>>()
	};
	let mut lows = pick(|interval| interval.low);
	let mut highs = pick(|interval| interval.high);
	let mut all = pick(|interval| interval.mid);
	all.extend_from_slice(&lows);
	all.extend_from_slice(&highs);
	Some(Interval { low: median(&mut lows)?, mid: median(&mut all)?, high: median(&mut highs)? })
}

/// Whether a value lies further from a reference than a part of the reference.
pub fn is_beyond(reference: Value, value: Value, bound: Permill) -> bool {
	exceeds(reference.abs_diff(value), reference, bound)
}

/// Whether an interval is wider than a part of its mid.
pub fn is_too_wide(interval: &Interval, bound: Permill) -> bool {
	exceeds(interval.high.saturating_sub(interval.low), interval.mid, bound)
}

/// Exact: nothing is divided.
fn exceeds(distance: Value, whole: Value, bound: Permill) -> bool {
	u128::from(distance).saturating_mul(MILLION.into())
		> u128::from(whole).saturating_mul(bound.deconstruct().into())
}

/// A value, the price that was paid, and whether the interval had it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sample {
	/// The value.
	pub value: Value,
	/// The price. Never 0.
	pub price: Value,
	/// Whether the price was within the interval.
	pub covered: bool,
}

/// How a model did: median of the absolute errors, part of the prices within the interval, and
/// the weight that follows.
pub fn score(samples: &[Sample]) -> ScoreInfo {
	let outcomes = u32::try_from(samples.len()).unwrap_or(u32::MAX);
	let mut errors = samples
		.iter()
		.map(|sample| (error(sample.value, sample.price).into(), 1))
		.collect::<Vec<(u64, u32)>>();
	let Some(median_error) = median(&mut errors) else {
		return ScoreInfo { weight: MIN_WEIGHT, ..Default::default() };
	};
	let median_error = u32::try_from(median_error).unwrap_or(u32::MAX);
	let covered = samples.iter().filter(|sample| sample.covered).count();
	let covered = u64::try_from(covered).unwrap_or(u64::MAX).saturating_mul(MILLION.into());
	let coverage = covered.checked_div(outcomes.into()).unwrap_or_default();
	let coverage = u32::try_from(coverage).unwrap_or(MILLION);
	ScoreInfo { outcomes, median_error, coverage, weight: weight(median_error, coverage) }
}

/// The absolute error of a value in parts per million of the price, rounded down; the most that
/// fits if the price is 0.
pub fn error(value: Value, price: Value) -> u32 {
	u128::from(value.abs_diff(price))
		.saturating_mul(MILLION.into())
		.checked_div(price.into())
		.and_then(|error| u32::try_from(error).ok())
		.unwrap_or(u32::MAX)
}

/// What a report weighs: it falls with the error, and rises with the coverage.
fn weight(median_error: u32, coverage: u32) -> u8 {
	let span = u64::from(MAX_WEIGHT.saturating_sub(MIN_WEIGHT));
	let skill = u64::from(WORST_ERROR.saturating_sub(median_error));
	let bonus = span
		.saturating_mul(skill)
		.saturating_mul(coverage.min(MILLION).into())
		.checked_div(u64::from(WORST_ERROR).saturating_mul(MILLION.into()))
		.unwrap_or_default();
	MIN_WEIGHT.saturating_add(u8::try_from(bonus).unwrap_or_default()).min(MAX_WEIGHT)
}

/// The ratio study of values and prices. None without a pair, if a price is 0, or if the median
/// ratio is.
///
/// Ratios are rounded down to twelve decimal places; what is computed from them is exact until its
/// last rounding, to the nearest, but for the logarithms of the PRB, which have 32 fractional bits.
pub fn ratio_study(pairs: &[(Value, Value)]) -> Option<RatioStudy> {
	let sample = u32::try_from(pairs.len()).ok()?;
	let scale = U256::from(RATIO_SCALE);
	let mut ratios = Vec::with_capacity(pairs.len());
	for (value, price) in pairs {
		let ratio = U256::from(*value).saturating_mul(scale).checked_div(U256::from(*price))?;
		ratios.push(ratio);
	}
	let middle = middle(&ratios)?;
	let million = U256::from(MILLION);
	let count = U256::from(sample);
	let sum = |of: &dyn Fn(&U256) -> U256| {
		ratios.iter().fold(U256::zero(), |sum, ratio| sum.saturating_add(of(ratio)))
	};
	let distance = sum(&|ratio| ratio.abs_diff(middle));
	let cod = nearest(distance.saturating_mul(million), count.saturating_mul(middle))?;
	let total = |of: fn(&(Value, Value)) -> Value| {
		pairs.iter().fold(U256::zero(), |sum, pair| sum.saturating_add(of(pair).into()))
	};
	let (values, prices) = (total(|pair| pair.0), total(|pair| pair.1));
	let prd = nearest(
		sum(&|ratio| *ratio).saturating_mul(prices).saturating_mul(million),
		count.saturating_mul(values).saturating_mul(scale),
	)?;
	Some(RatioStudy {
		sample,
		median_ratio: nearest(middle.saturating_mul(million), scale)?,
		cod,
		prd,
		prb: price_related_bias(pairs, &ratios, middle),
	})
}

/// The median of ratios, none if it is 0 or there are none.
fn middle(ratios: &[U256]) -> Option<U256> {
	let mut sorted = ratios.to_vec();
	sorted.sort_unstable();
	let upper = sorted.get(sorted.len() / 2)?;
	let lower = sorted.get(sorted.len().checked_sub(1)? / 2)?;
	let middle = half(lower.saturating_add(*upper));
	(!middle.is_zero()).then_some(middle)
}

/// Half of a number, rounded down.
fn half(of: U256) -> U256 {
	of.checked_div(U256::from(2)).unwrap_or_default()
}

/// A quotient, rounded to the nearest, halves up; none by 0.
fn nearest(of: U256, by: U256) -> Option<u64> {
	let rounded = of.saturating_add(half(by)).checked_div(by)?;
	Some(u64::try_from(rounded).unwrap_or(u64::MAX))
}

/// The slope of the relative distance of the ratios from their median over the binary logarithm of
/// what the assets are worth, by least squares.
fn price_related_bias(pairs: &[(Value, Value)], ratios: &[U256], middle: U256) -> Option<i64> {
	let scale = U256::from(RATIO_SCALE);
	let count = i128::try_from(pairs.len()).ok()?;
	let (mut x_sum, mut y_sum, mut xx_sum, mut xy_sum) = (0_i128, 0_i128, 0_i128, 0_i128);
	for ((value, price), ratio) in pairs.iter().zip(ratios) {
		// Half of the price and of the value as the median ratio corrects it. The factor before the
		// logarithm does not change the slope.
		let by_value =
			U256::from(*value).saturating_mul(scale).saturating_mul(scale).checked_div(middle)?;
		let worth = half(by_value.saturating_add(U256::from(*price).saturating_mul(scale)));
		let x = i128::from(log2(worth)?);
		let off = ratio.abs_diff(middle).saturating_mul(scale).checked_div(middle)?;
		let limit = MAX_DISTANCE.saturating_mul(i128::from(RATIO_SCALE));
		let off = i128::try_from(off.min(U256::from(limit))).ok()?;
		let y = if *ratio < middle { off.saturating_neg() } else { off };
		x_sum = x_sum.saturating_add(x);
		y_sum = y_sum.saturating_add(y);
		xx_sum = xx_sum.saturating_add(x.saturating_mul(x));
		xy_sum = xy_sum.saturating_add(x.saturating_mul(y));
	}
	let over = count.saturating_mul(xy_sum).saturating_sub(x_sum.saturating_mul(y_sum));
	let under = count.saturating_mul(xx_sum).saturating_sub(x_sum.saturating_mul(x_sum));
	if under <= 0 {
		return None;
	}
	let slope = nearest(
		U256::from(over.unsigned_abs()).checked_mul(U256::from(1_u64 << LOG_BITS))?,
		U256::from(under).saturating_mul(U256::from(RATIO_PER_MILLIONTH)),
	)?;
	let slope = i64::try_from(slope).unwrap_or(i64::MAX);
	Some(if over < 0 { slope.saturating_neg() } else { slope })
}

/// The binary logarithm with 32 fractional bits, rounded down; none of 0.
// A shift by less than 256 bits cannot fail.
#[allow(clippy::arithmetic_side_effects)]
fn log2(of: U256) -> Option<u64> {
	let whole = 255_u32.checked_sub(of.leading_zeros())?;
	// 1 ≤ mantissa < 2, with 63 fractional bits.
	let mantissa = if whole >= 63 {
		of >> whole.saturating_sub(63)
	} else {
		of << 63_u32.saturating_sub(whole)
	};
	let mut mantissa = u128::from(u64::try_from(mantissa).ok()?);
	let mut log = u64::from(whole);
	for _ in 0..LOG_BITS {
		// The square of a number below 2 is below 4: one bit of the logarithm.
		mantissa = mantissa.saturating_mul(mantissa) >> 63;
		log = log.saturating_mul(2);
		if mantissa >> 64 > 0 {
			mantissa >>= 1;
			log = log.saturating_add(1);
		}
	}
	Some(log)
}

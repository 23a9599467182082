// SPDX-License-Identifier: Apache-2.0

//! Logarithms in whole billionths, and back to cents.
//!
//! What is added up is integers, so that no order of additions and no compiler changes a sum. What is
//! not an integer passes through `libm`, which computes with the four operations of IEEE 754 alone and
//! so gives the same bits on every machine, unlike the platform's own functions.

/// A natural logarithm, or a difference of two, in billionths.
pub(crate) type Nano = i64;

/// One, in billionths.
pub(crate) const ONE: i64 = 1_000_000_000;

/// The largest amount of cents that is exact in a double: 90 trillion units of a currency.
pub(crate) const MAX_CENTS: u128 = 1 << 53;

/// A number as billionths, to the nearest, halves away from 0.
pub(crate) fn nano(value: f64) -> Nano {
	libm::round(value * 1e9) as Nano
}

/// The natural logarithm of a count; of 0, that of 1.
pub(crate) fn ln(count: u64) -> Nano {
	nano(libm::log(count.max(1) as f64))
}

/// The amount of which this is the logarithm, in whole cents, at most [`MAX_CENTS`]. The logarithm is
/// of the amount in cents.
pub(crate) fn exp(log: Nano) -> u128 {
	let cents = libm::round(libm::exp(log as f64 / 1e9));
	(cents as u128).min(MAX_CENTS)
}

/// `a * b / d`, to the nearest, halves away from 0.
pub(crate) fn scale(a: i64, b: i64, d: i64) -> i64 {
	let (product, d) = (i128::from(a) * i128::from(b), i128::from(d));
	let half = if (product < 0) == (d < 0) { d.abs() / 2 } else { -d.abs() / 2 };
	((product + if d < 0 { -half } else { half }) / d) as i64
}

/// Splits a difference of two amounts among the logarithmic steps that lead from one to the other.
///
/// Each step gets its logarithm times the logarithmic mean of the two amounts, which is what makes
/// the shares of several factors of a product add up without a rest (the LMDI of decomposition
/// analysis) and does not depend on the order of the steps. What rounding to cents leaves goes to the
/// largest share, the first of equals.
pub(crate) fn apportion(base: u128, mid: u128, steps: &[Nano]) -> Vec<i128> {
	let total: Nano = steps.iter().sum();
	let total_log = total as f64 / 1e9;
	let mean =
		if total == 0 { mid as f64 } else { base as f64 * libm::expm1(total_log) / total_log };
	let mut shares: Vec<i128> =
		steps.iter().map(|step| libm::round(*step as f64 / 1e9 * mean) as i128).collect();
	let rest = mid as i128 - base as i128 - shares.iter().sum::<i128>();
	let largest = (0..shares.len()).max_by_key(|i| (shares[*i].abs(), usize::MAX - i));
	if let Some(share) = largest.and_then(|i| shares.get_mut(i)) {
		*share += rest;
	}
	shares
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn logarithms_are_the_same_bits_everywhere() {
		// Golden values: a platform or a version of libm that differs fails here.
		assert_eq!(ln(0), 0);
		assert_eq!(ln(1), 0);
		assert_eq!(ln(2), 693_147_181);
		assert_eq!(ln(2_030), 7_615_791_072);
		assert_eq!(ln(u64::MAX), 44_361_419_556);
		assert_eq!(exp(0), 1);
		assert_eq!(exp(17_909_855_120), 60_000_000);
		assert_eq!(exp(i64::MAX), MAX_CENTS);
		assert_eq!(exp(i64::MIN), 0);
	}

	#[test]
	fn scales_to_the_nearest() {
		assert_eq!(scale(7, 1, 2), 4);
		assert_eq!(scale(-7, 1, 2), -4);
		assert_eq!(scale(5, 1, 4), 1);
		assert_eq!(scale(-5, 1, -4), 1);
		assert_eq!(scale(i64::MAX, 1_000, 1_000), i64::MAX);
	}

	#[test]
	fn shares_add_up() {
		for (base, steps) in [
			(50_000_000, vec![250_000_000, -100_000_000, 3]),
			(50_000_000, vec![100_000_000, -100_000_000]),
			(50_000_000, vec![100_000_000, -99_999_999]),
			(1, vec![-5_000_000_000]),
			(50_000_000, vec![0, 0]),
		] {
			let log = nano(libm::log(base as f64)) + steps.iter().sum::<i64>();
			let mid = exp(log);
			let shares = apportion(base, mid, &steps);
			assert_eq!(base as i128 + shares.iter().sum::<i128>(), mid as i128, "{steps:?}");
		}
		// A step up and the same step down are worth the same.
		let shares = apportion(50_000_000, 50_000_000, &[100_000_000, -100_000_000]);
		assert_eq!(shares, [5_000_000, -5_000_000]);
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Medians against a reference, weights, scores, and ratio studies against golden values.

use super::cases;
use crate::math::{
	aggregate, error, is_beyond, is_too_wide, median, ratio_study, score, Sample, MAX_WEIGHT,
	MIN_WEIGHT,
};
use cadastre_primitives::Interval;
use proptest::prelude::*;
use sp_runtime::Permill;

fn of(votes: &[(u64, u32)]) -> Option<u64> {
	median(&mut votes.to_vec())
}

/// The median by writing every value down as often as it weighs.
fn by_counting(votes: &[(u64, u32)]) -> Option<u64> {
	let mut all = votes
		.iter()
		.flat_map(|(value, weight)| core::iter::repeat_n(*value, *weight as usize))
		.collect::<Vec<_>>();
	all.sort_unstable();
	let (lower, upper) = (all.get(all.len().checked_sub(1)? / 2)?, all[all.len() / 2]);
	Some(((u128::from(*lower) + u128::from(upper)) / 2) as u64)
}

#[test]
fn odd_even_and_weighted() {
	assert_eq!(of(&[]), None);
	assert_eq!(of(&[(7, 0)]), None);
	assert_eq!(of(&[(7, 1)]), Some(7));
	assert_eq!(of(&[(9, 1), (7, 1)]), Some(8));
	assert_eq!(of(&[(10, 1), (7, 1)]), Some(8), "rounded down");
	assert_eq!(of(&[(9, 1), (7, 1), (8, 1)]), Some(8));
	assert_eq!(of(&[(1, 3), (100, 2)]), Some(1));
	assert_eq!(of(&[(1, 2), (100, 2)]), Some(50));
	assert_eq!(of(&[(1, 2), (50, 0), (100, 2)]), Some(50), "what weighs nothing is not there");
	assert_eq!(of(&[(u64::MAX, 1), (u64::MAX, 1)]), Some(u64::MAX));
	assert_eq!(of(&[(0, u32::MAX), (9, u32::MAX)]), Some(4));
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(100_000, 2_000)))]

	#[test]
	fn the_median_is_the_reference(votes in prop::collection::vec((any::<u64>(), 0..9_u32), 0..17)) {
		prop_assert_eq!(of(&votes), by_counting(&votes));
	}

	#[test]
	fn the_order_of_reports_does_not_matter(
		mut reports in prop::collection::vec((0..100_u64, 0..100_u64, 0..100_u64, 225..=250_u32), 1..17),
		turn in 0..16_usize,
	) {
		let ordered = |reports: &[(u64, u64, u64, u32)]| {
			reports
				.iter()
				.map(|(low, up, more, weight)| {
					let mid = low + up;
					(Interval { low: *low, mid, high: mid + more }, *weight)
				})
				.collect::<Vec<_>>()
		};
		let found = aggregate(&ordered(&reports)).unwrap();
		prop_assert!(found.is_ordered());
		let length = reports.len();
		reports.rotate_left(turn % length);
		prop_assert_eq!(aggregate(&ordered(&reports)), Some(found));
	}

	/// Fewer than half of the reports, with the greatest weight and any values, against honest ones
	/// of the least weight.
	#[test]
	fn fewer_than_half_cannot_leave_the_honest_range(
		honest in prop::collection::vec((1_000..2_000_u64, 0..100_u64, 0..100_u64), 2..10),
		lies in prop::collection::vec((any::<u64>(), any::<u64>(), any::<u64>()), 1..9),
	) {
		let liars = lies.len().min(honest.len() - 1).min(16 - honest.len());
		let mut reports = honest
			.iter()
			.map(|(mid, down, up)| {
				let interval = Interval { low: mid - down, mid: *mid, high: mid + up };
				(interval, u32::from(MIN_WEIGHT))
			})
			.collect::<Vec<_>>();
		let range = |of: fn(&Interval) -> u64| {
			let values = reports.iter().map(|(interval, _)| of(interval)).collect::<Vec<_>>();
			*values.iter().min().unwrap()..=*values.iter().max().unwrap()
		};
		let lows = range(|interval| interval.low);
		let highs = range(|interval| interval.high);
		let all = *lows.start()..=*highs.end();
		for (one, two, three) in lies.iter().take(liars) {
			let mut values = [*one, *two, *three];
			values.sort_unstable();
			let [low, mid, high] = values;
			reports.push((Interval { low, mid, high }, u32::from(MAX_WEIGHT)));
		}
		let found = aggregate(&reports).unwrap();
		prop_assert!(found.is_ordered());
		prop_assert!(lows.contains(&found.low));
		prop_assert!(highs.contains(&found.high));
		prop_assert!(all.contains(&found.mid));
	}

}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(10_000, 500)))]

	#[test]
	fn a_ratio_study_is_that_of_floating_point(
		pairs in prop::collection::vec((10_000..1_000_000_u64, 10_000..1_000_000_u64), 2..33),
	) {
		let study = ratio_study(&pairs).unwrap();
		let (median, cod, prd, prb) = by_floating_point(&pairs);
		let near = |found: f64, expected: f64| (found / 1e6 - expected).abs() < 2e-6 + expected.abs() * 1e-6;
		prop_assert!(near(study.median_ratio as f64, median));
		prop_assert!(near(study.cod as f64, cod));
		prop_assert!(near(study.prd as f64, prd));
		if prb.is_finite() && prb.abs() < 1_000.0 {
			prop_assert!(near(study.prb.unwrap() as f64, prb), "{:?} {}", study.prb, prb);
		}
	}

	#[test]
	fn a_ratio_study_never_fails(
		pairs in prop::collection::vec((any::<u64>(), any::<u64>()), 0..33),
	) {
		let _ = ratio_study(&pairs);
	}

	#[test]
	fn a_weight_is_within_its_range(
		samples in prop::collection::vec((any::<u64>(), 1..u64::MAX, any::<bool>()), 0..33),
	) {
		let samples = samples
			.into_iter()
			.map(|(value, price, covered)| Sample { value, price, covered })
			.collect::<Vec<_>>();
		prop_assert!((MIN_WEIGHT..=MAX_WEIGHT).contains(&score(&samples).weight));
	}
}

/// The same figures by the formulas of the IAAO, in floating point.
fn by_floating_point(pairs: &[(u64, u64)]) -> (f64, f64, f64, f64) {
	let pairs =
		pairs.iter().map(|(value, price)| (*value as f64, *price as f64)).collect::<Vec<_>>();
	let count = pairs.len() as f64;
	let ratios = pairs.iter().map(|(value, price)| value / price).collect::<Vec<_>>();
	let mut sorted = ratios.clone();
	sorted.sort_by(f64::total_cmp);
	let median = (sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]) / 2.0;
	let cod = ratios.iter().map(|ratio| (ratio - median).abs()).sum::<f64>() / count / median;
	let values = pairs.iter().map(|pair| pair.0).sum::<f64>();
	let prices = pairs.iter().map(|pair| pair.1).sum::<f64>();
	let prd = ratios.iter().sum::<f64>() / count / (values / prices);
	let x = pairs.iter().map(|(value, price)| (0.5 * (value / median + price)).log2());
	let x = x.collect::<Vec<_>>();
	let y = ratios.iter().map(|ratio| (ratio - median) / median).collect::<Vec<_>>();
	let (x_mean, y_mean) = (x.iter().sum::<f64>() / count, y.iter().sum::<f64>() / count);
	let over = x.iter().zip(&y).map(|(x, y)| (x - x_mean) * (y - y_mean)).sum::<f64>();
	let under = x.iter().map(|x| (x - x_mean).powi(2)).sum::<f64>();
	(median, cod, prd, over / under)
}

#[test]
fn a_ratio_study_by_hand() {
	// Ratios 0.9, 1.0, 1.2: median 1, COD 0.1; mean 3.1 / 3 by 3,300 / 3,500 (rounded).
	let study = ratio_study(&[(900, 1_000), (1_200, 1_200), (1_200, 1_000)]).unwrap();
	assert_eq!((study.sample, study.median_ratio, study.cod), (3, 1_000_000, 100_000));
	assert_eq!(study.prd, 1_002_020);
	// One pair: nothing differs.
	let one = ratio_study(&[(900, 1_000)]).unwrap();
	assert_eq!((one.median_ratio, one.cod, one.prd, one.prb), (900_000, 0, 1_000_000, None));
	// Ratios do not change with value: no bias.
	let even = ratio_study(&[(900, 1_000), (1_800, 2_000), (3_600, 4_000)]).unwrap();
	assert_eq!((even.cod, even.prd, even.prb), (0, 1_000_000, Some(0)));
}

#[test]
fn a_ratio_study_of_nothing() {
	assert_eq!(ratio_study(&[]), None);
	assert_eq!(ratio_study(&[(1, 0)]), None);
	assert_eq!(ratio_study(&[(0, 1)]), None);
}

#[test]
fn fewer_than_half_of_any_number_never_weigh_half() {
	for all in 1..=16_u32 {
		let liars = (all - 1) / 2;
		let honest = all - liars;
		assert!(liars * u32::from(MAX_WEIGHT) < honest * u32::from(MIN_WEIGHT), "{liars} of {all}");
	}
}

#[test]
fn distance_is_exact_at_the_bound() {
	let tenth = Permill::from_percent(10);
	for (value, beyond) in [(899, true), (900, false), (1_100, false), (1_101, true)] {
		assert_eq!(is_beyond(1_000, value, tenth), beyond, "{value}");
	}
	assert!(!is_beyond(0, 0, tenth));
	assert!(is_beyond(0, 1, Permill::one()));
	assert!(!is_beyond(u64::MAX, 0, Permill::one()));
	assert!(is_beyond(u64::MAX, 0, Permill::from_parts(999_999)));
	let width = |low, high| is_too_wide(&Interval { low, mid: 1_000, high }, tenth);
	assert!(!width(950, 1_049) && !width(950, 1_050) && width(950, 1_051));
}

#[test]
fn a_score_is_error_coverage_and_weight() {
	assert_eq!(score(&[]).weight, MIN_WEIGHT);
	let sample = |value, price, covered| Sample { value, price, covered };
	let best = score(&[sample(100, 100, true)]);
	assert_eq!((best.median_error, best.coverage, best.weight), (0, 1_000_000, MAX_WEIGHT));
	let never = score(&[sample(100, 100, false)]);
	assert_eq!((never.coverage, never.weight), (0, MIN_WEIGHT));
	// Half of the worst error, always covered: half of the range.
	assert_eq!(score(&[sample(110, 100, true)]).weight, 237);
	assert_eq!(score(&[sample(120, 100, true)]).weight, MIN_WEIGHT);
	assert_eq!(score(&[sample(500, 100, true)]).weight, MIN_WEIGHT);
	assert_eq!(error(u64::MAX, 1), u32::MAX);
	assert_eq!(error(1, 3), 666_666);
	assert_eq!(error(1, 0), u32::MAX);
}

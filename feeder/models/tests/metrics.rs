// SPDX-License-Identifier: Apache-2.0

//! The figures beside those that numpy, scipy and scikit-learn compute (`metrics.py`).

use cadastre_models::{Error, Metrics, Outcome};
use std::collections::BTreeMap;

#[test]
fn figures_are_those_of_an_independent_library() {
	let mut sets: BTreeMap<&str, (BTreeMap<&str, f64>, Vec<Outcome>)> = BTreeMap::new();
	for line in include_str!("metrics.csv").lines() {
		let fields: Vec<&str> = line.split(',').collect();
		let set = sets.entry(fields[0]).or_default();
		if fields[3].is_empty() {
			set.0.insert(fields[1], fields[2].parse().unwrap());
		} else {
			let [low, mid, high, price] = [1, 2, 3, 4].map(|i| fields[i].parse().unwrap());
			set.1.push(Outcome { low, mid, high, price });
		}
	}
	assert_eq!(sets.len(), 2);
	for (name, (golden, outcomes)) in sets {
		let found = Metrics::of(&outcomes).unwrap();
		assert_eq!(found.sample as usize, outcomes.len());
		let found = BTreeMap::from([
			("bias", f64::from(found.bias)),
			("coverage", f64::from(found.coverage)),
			("deviation", f64::from(found.deviation)),
			("differential", f64::from(found.differential)),
			("dispersion", f64::from(found.dispersion)),
			("median_error", f64::from(found.median_error)),
			("price_bias", f64::from(found.price_bias)),
			("width", f64::from(found.width)),
			("within_ten", f64::from(found.within_ten)),
			("within_twenty", f64::from(found.within_twenty)),
		]);
		assert_eq!(found.len(), golden.len());
		for (figure, value) in golden {
			// Rounded to parts per million.
			assert!((found[figure] - value * 1e6).abs() <= 0.5001, "{name}: {figure}");
		}
	}
}

#[test]
fn ends_of_intervals_count_as_within() {
	let outcome = |low, high| Outcome { low, mid: 100, high, price: 100 };
	let covered = |outcome: Outcome| Metrics::of(&[outcome; 3]).unwrap().coverage;
	assert_eq!(covered(outcome(100, 100)), 1_000_000);
	assert_eq!(covered(outcome(101, 110)), 0);
	assert_eq!(covered(outcome(90, 99)), 0);
}

#[test]
fn nothing_is_said_of_too_little() {
	let outcome = Outcome { low: 1, mid: 1, high: 1, price: 1 };
	assert!(matches!(Metrics::of(&[outcome; 2]), Err(Error::TooFew(_))));
	assert!(Metrics::of(&[outcome; 3]).is_ok());
	let free = Outcome { price: 0, ..outcome };
	assert!(matches!(Metrics::of(&[outcome, outcome, free]), Err(Error::OutOfRange { .. })));
	let worthless = Outcome { low: 0, mid: 0, ..outcome };
	assert!(matches!(Metrics::of(&[outcome, outcome, worthless]), Err(Error::OutOfRange { .. })));
}

// SPDX-License-Identifier: Apache-2.0

//! What a policy may be, at each of its bounds.

use super::*;
use crate::{
	rules::{is_sound, MAX_PERIOD, MIN_PERIOD},
	Policy,
};
use sp_runtime::Permill;

fn sound(change: impl Fn(&mut Policy)) -> bool {
	let mut policy = policy();
	change(&mut policy);
	is_sound(&policy)
}

#[test]
fn reports_operators_families_and_seats() {
	assert!(is_sound(&policy()));
	for (reports, fits) in [(2, false), (3, true), (16, true), (17, false)] {
		assert_eq!(sound(|policy| policy.min_reports = reports), fits, "{reports} reports");
	}
	for (number, fits) in [(0, false), (1, true), (3, true), (4, false)] {
		assert_eq!(sound(|policy| policy.min_operators = number), fits);
		assert_eq!(sound(|policy| policy.min_families = number), fits);
	}
	// Less than half of the reports.
	for (reports, seats, fits) in
		[(3, 0, false), (3, 1, true), (3, 2, false), (4, 1, true), (4, 2, false), (5, 2, true)]
	{
		let change = |policy: &mut Policy| {
			policy.min_reports = reports;
			policy.seats_per_operator = seats;
		};
		assert_eq!(sound(change), fits, "{seats} of {reports}");
	}
	assert!(!sound(|policy| policy.seats_per_operator = u8::MAX));
}

#[test]
fn periods() {
	let long = |policy: &mut Policy| {
		policy.interval = MAX_PERIOD;
		policy.max_input_age = 0;
		policy.max_age = MAX_PERIOD;
	};
	for (period, fits) in [
		(0, false),
		(MIN_PERIOD - 1, false),
		(MIN_PERIOD, true),
		(MAX_PERIOD, true),
		(MAX_PERIOD + 1, false),
		(u64::MAX, false),
	] {
		assert_eq!(sound(|policy| policy.challenge_period = period), fits);
		assert_eq!(sound(|policy| policy.drift_window = period), fits);
	}
	for period in [0, MIN_PERIOD - 1, MAX_PERIOD + 1, u64::MAX] {
		assert!(!sound(|policy| {
			long(policy);
			policy.commit_period = period;
		}));
		assert!(!sound(|policy| {
			long(policy);
			policy.reveal_period = period;
		}));
		assert!(!sound(|policy| policy.interval = period));
	}
	assert!(sound(|policy| policy.commit_period = MIN_PERIOD));
	assert!(sound(|policy| policy.reveal_period = MIN_PERIOD));
	// A round of 200 seconds.
	for (interval, fits) in [(199, false), (200, true), (201, true)] {
		assert_eq!(sound(|policy| policy.interval = interval), fits);
	}
	// Data of 500 seconds before, and a round of 200.
	for (age, fits) in [(699, false), (700, false), (701, true)] {
		let change = |policy: &mut Policy| {
			policy.max_age = age;
			policy.aging_after = 100;
		};
		assert_eq!(sound(change), fits);
	}
	assert!(!sound(|policy| policy.max_age = MAX_PERIOD + 1));
	assert!(!sound(|policy| policy.max_input_age = u64::MAX));
	for (after, fits) in [(0, false), (1, true), (3_000, true), (3_001, false)] {
		assert_eq!(sound(|policy| policy.aging_after = after), fits);
	}
}

#[test]
fn bounds_of_values() {
	assert!(!sound(|policy| policy.max_value = policy.min_value - 1));
	assert!(sound(|policy| policy.max_value = policy.min_value));
	assert!(sound(|policy| policy.min_value = 0));
	assert!(!sound(|policy| policy.max_jump = Permill::zero()));
	assert!(sound(|policy| policy.max_jump = Permill::from_parts(1)));
	assert!(sound(|policy| policy.max_jump = policy.max_drift));
	assert!(!sound(|policy| policy.max_jump = policy.max_drift + Permill::from_parts(1)));
	assert!(!sound(|policy| policy.max_width = Permill::zero()));
}

// SPDX-License-Identifier: Apache-2.0

use super::cohorts::*;
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{traits::BadOrigin, ArithmeticError};

#[test]
fn names_a_supervisor_and_limits() {
	ExtBuilder::default().build_and_execute(|| {
		for cohort in [0, 1] {
			assert_ok!(Compliance::create_cohort(root(), SUPERVISOR, limits()));
			let (supervisor, limits) = (SUPERVISOR, limits());
			let event = Event::CohortCreated { cohort, supervisor, limits };
			assert_eq!(last_event(), event);
			let record = Compliance::cohort(cohort).unwrap();
			assert_eq!((record.supervisor, record.limits), (SUPERVISOR, limits));
			assert_eq!(record.counts, CohortCounts::default());
			assert_eq!((record.suspended, record.ended_at), (false, None));
		}
		assert_eq!(held_in_all(SUPERVISOR), 0);
	});
}

#[test]
fn fails_for_a_period_that_is_empty_or_over() {
	ExtBuilder::default().build_and_execute(|| {
		for (from, until) in [(FROM, FROM), (FROM + 1, FROM), (0, START - 1), (0, START)] {
			let limits = CohortLimits { from, until, ..limits() };
			assert_noop!(
				Compliance::create_cohort(root(), SUPERVISOR, limits),
				Error::<Test>::InvalidPeriod
			);
		}
		let shortest = CohortLimits { from: START, until: START + 1, ..limits() };
		assert_ok!(Compliance::create_cohort(root(), SUPERVISOR, shortest));
	});
}

#[test]
fn fails_for_anybody_but_the_authority_and_when_ids_are_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Compliance::create_cohort(signed(SUPERVISOR), SUPERVISOR, limits()),
			BadOrigin
		);
		NextCohortId::<Test>::put(u32::MAX);
		assert_noop!(
			Compliance::create_cohort(root(), SUPERVISOR, limits()),
			ArithmeticError::Overflow
		);
	});
}

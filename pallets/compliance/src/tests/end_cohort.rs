// SPDX-License-Identifier: Apache-2.0

use super::cohorts::*;
use crate::{mock::*, *};
use cadastre_primitives::{Kind, Reason};
use frame_support::{assert_noop, assert_ok};

#[test]
fn the_supervisor_or_the_authority_ends_it_with_a_report() {
	for by in [signed(SUPERVISOR), root()] {
		in_cohort(|| {
			Now::set(FROM + 5);
			assert_ok!(Compliance::end_cohort(by, 0));
			let counts = CohortCounts { investors: 1, assets: 1, value: 600, ..Default::default() };
			let event = Event::CohortEnded { cohort: 0, ended_at: FROM + 5, counts };
			assert_eq!(last_event(), event);
			assert_eq!(reasons(&movement(Kind::Transfer, 0, BOB)), vec![Reason::CohortNotOpen]);
			assert_noop!(Compliance::end_cohort(root(), 0), Error::<Test>::CohortEnded);
		});
	}
}

#[test]
fn anybody_ends_it_once_it_is_over() {
	in_cohort(|| {
		for now in [FROM, UNTIL - 1] {
			Now::set(now);
			assert_noop!(Compliance::end_cohort(signed(ALICE), 0), Error::<Test>::NotSupervisor);
		}
		Now::set(UNTIL + 9);
		assert_ok!(Compliance::end_cohort(signed(ALICE), 0));
		assert_eq!(Compliance::cohort(0).unwrap().ended_at, Some(UNTIL));
		assert_noop!(Compliance::end_cohort(signed(ALICE), 1), Error::<Test>::UnknownCohort);
	});
}

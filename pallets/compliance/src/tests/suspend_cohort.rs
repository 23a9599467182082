// SPDX-License-Identifier: Apache-2.0

use super::cohorts::*;
use crate::{mock::*, *};
use cadastre_primitives::{Kind, Reason};
use frame_support::{assert_noop, assert_ok};

#[test]
fn stops_issues_and_transfers_at_once_and_nothing_else() {
	in_cohort(|| {
		assert_ok!(Compliance::suspend_cohort(signed(SUPERVISOR), 0));
		assert_eq!(last_event(), Event::CohortSuspended { cohort: 0 });
		for kind in [Kind::Issue, Kind::Transfer] {
			assert_eq!(reasons(&movement(kind, 0, BOB)), vec![Reason::CohortNotOpen]);
		}
		assert_eq!(reasons(&movement(Kind::Redeem, 0, BOB)), vec![]);
	});
}

#[test]
fn fails_for_others_and_for_a_cohort_that_is_suspended_or_over_or_not_there() {
	in_cohort(|| {
		for who in [ALICE, VERITAS] {
			assert_noop!(Compliance::suspend_cohort(signed(who), 0), Error::<Test>::NotSupervisor);
		}
		let suspend = |cohort| Compliance::suspend_cohort(signed(SUPERVISOR), cohort);
		assert_noop!(suspend(1), Error::<Test>::UnknownCohort);
		assert_ok!(suspend(0));
		assert_noop!(suspend(0), Error::<Test>::AlreadySuspended);
		Now::set(UNTIL);
		assert_noop!(suspend(0), Error::<Test>::CohortEnded);
	});
}

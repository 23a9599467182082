// SPDX-License-Identifier: Apache-2.0

use super::cohorts::*;
use crate::{mock::*, *};
use cadastre_primitives::Kind;
use frame_support::{assert_noop, assert_ok};

#[test]
fn lets_a_suspended_cohort_go_on_until_its_end() {
	in_cohort(|| {
		let resume = |who| Compliance::resume_cohort(signed(who), 0);
		assert_noop!(resume(SUPERVISOR), Error::<Test>::NotSuspended);
		assert_ok!(Compliance::suspend_cohort(signed(SUPERVISOR), 0));
		assert_noop!(resume(ALICE), Error::<Test>::NotSupervisor);
		assert_ok!(resume(SUPERVISOR));
		assert_eq!(last_event(), Event::CohortResumed { cohort: 0 });
		assert_eq!(reasons(&movement(Kind::Transfer, 0, BOB)), vec![]);
		assert_ok!(Compliance::suspend_cohort(signed(SUPERVISOR), 0));
		Now::set(UNTIL);
		assert_noop!(resume(SUPERVISOR), Error::<Test>::CohortEnded);
		assert_noop!(
			Compliance::resume_cohort(signed(SUPERVISOR), 1),
			Error::<Test>::UnknownCohort
		);
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::cohorts::*;
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::TokenError;

#[test]
fn is_paid_by_the_supervisor() {
	in_cohort(|| {
		let before = held(SUPERVISOR, HoldReason::CohortEntry);
		assert_ok!(Compliance::add_member(signed(SUPERVISOR), 0, 2));
		assert_eq!(last_event(), Event::CohortMemberAdded { cohort: 0, investor: 2 });
		assert!(Compliance::is_member(0, 2) && !Compliance::is_member(0, 0));
		assert_eq!(Compliance::cohort(0).unwrap().counts.investors, 2);
		assert!(held(SUPERVISOR, HoldReason::CohortEntry) > before);
	});
}

#[test]
fn keeps_to_the_cap() {
	in_cohort(|| {
		assert_ok!(Compliance::add_member(signed(SUPERVISOR), 0, 2));
		let add = || Compliance::add_member(signed(SUPERVISOR), 0, 0);
		assert_noop!(add(), Error::<Test>::CohortFull);
		assert_ok!(Compliance::remove_member(signed(SUPERVISOR), 0, 2));
		assert_ok!(add());
	});
}

#[test]
fn fails_for_others_strangers_and_members_and_after_the_end() {
	in_cohort(|| {
		let add = |who, cohort, investor| Compliance::add_member(signed(who), cohort, investor);
		assert_noop!(add(ALICE, 0, 0), Error::<Test>::NotSupervisor);
		assert_noop!(add(SUPERVISOR, 1, 0), Error::<Test>::UnknownCohort);
		assert_noop!(add(SUPERVISOR, 0, 3), Error::<Test>::UnknownInvestor);
		assert_noop!(add(SUPERVISOR, 0, 1), Error::<Test>::AlreadyMember);
		assert_ok!(Compliance::create_cohort(root(), PAUPER, limits()));
		assert_noop!(add(PAUPER, 1, 0), TokenError::FundsUnavailable);
		Now::set(UNTIL);
		assert_noop!(add(SUPERVISOR, 0, 0), Error::<Test>::CohortEnded);
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::cohorts::*;
use crate::{mock::*, *};
use cadastre_primitives::{Kind, Reason};
use frame_support::{assert_noop, assert_ok};

#[test]
fn returns_the_deposit_and_lets_the_investor_get_nothing_more() {
	in_cohort(|| {
		let both = held_in_all(SUPERVISOR);
		assert_ok!(Compliance::remove_member(signed(SUPERVISOR), 0, 1));
		assert_eq!(last_event(), Event::CohortMemberRemoved { cohort: 0, investor: 1 });
		assert!(held_in_all(SUPERVISOR) < both);
		assert_eq!(Compliance::cohort(0).unwrap().counts.investors, 0);
		assert_eq!(reasons(&movement(Kind::Transfer, 0, BOB)), vec![Reason::NotInCohort]);
	});
}

#[test]
fn fails_for_others_and_strangers_and_works_after_the_end_and_a_revocation() {
	in_cohort(|| {
		let remove = |who, investor| Compliance::remove_member(signed(who), 0, investor);
		assert_noop!(remove(BOB, 1), Error::<Test>::NotSupervisor);
		assert_noop!(remove(SUPERVISOR, 2), Error::<Test>::NotMember);
		assert_noop!(
			Compliance::remove_member(signed(SUPERVISOR), 1, 1),
			Error::<Test>::UnknownCohort
		);
		assert_ok!(Compliance::revoke(root(), 1));
		Now::set(UNTIL);
		assert_ok!(remove(SUPERVISOR, 1));
	});
}

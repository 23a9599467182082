// SPDX-License-Identifier: Apache-2.0

use super::cohorts::*;
use crate::{mock::*, *};
use cadastre_primitives::Kind;
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;

const REPORT: H256 = H256::repeat_byte(3);

#[test]
fn records_that_the_next_version_does_without_a_cohort() {
	in_cohort(|| {
		let at = FROM + NOTICE;
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, kyc(), at));
		let graduate = || Compliance::graduate(signed(SUPERVISOR), 0, 0, 0, REPORT);
		assert_noop!(graduate(), Error::<Test>::StillInCohort);
		Now::set(at - 1);
		assert_noop!(graduate(), Error::<Test>::StillInCohort);
		// In force, enacted or not; the cohort is over by now.
		Now::set(at);
		assert_ok!(graduate());
		let (pack, version, report) = (0, 2, REPORT);
		let event = Event::AssetGraduated { cohort: 0, asset: 0, pack, version, report };
		assert_eq!(last_event(), event);
		let counts = Compliance::cohort(0).unwrap().counts;
		assert_eq!((counts.graduated, counts.assets, counts.value), (1, 0, 0));
		assert_eq!(reasons(&movement(Kind::Transfer, 0, CAROL)), vec![]);
	});
}

#[test]
fn fails_for_others_for_a_pack_in_a_cohort_and_for_what_is_not_there() {
	in_cohort(|| {
		let graduate = |who, cohort, asset, pack| {
			Compliance::graduate(signed(who), cohort, asset, pack, REPORT)
		};
		assert_noop!(graduate(ALICE, 0, 0, 1), Error::<Test>::NotSupervisor);
		assert_noop!(graduate(SUPERVISOR, 1, 0, 1), Error::<Test>::UnknownCohort);
		assert_noop!(graduate(SUPERVISOR, 0, 0, 2), Error::<Test>::UnknownPack);
		assert_noop!(graduate(SUPERVISOR, 0, 0, 0), Error::<Test>::StillInCohort);
		assert_noop!(graduate(SUPERVISOR, 0, 1, 1), Error::<Test>::AssetNotInCohort);
	});
}

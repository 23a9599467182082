// SPDX-License-Identifier: Apache-2.0

use super::cohorts::*;
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};

#[test]
fn anybody_removes_an_ended_cohort_in_pages_and_the_deposits_return() {
	in_cohort(|| {
		assert_ok!(Compliance::add_member(signed(SUPERVISOR), 0, 2));
		let prune = |limit| Compliance::prune_cohort(signed(ALICE), 0, limit);
		assert_noop!(prune(1), Error::<Test>::CohortNotEnded);
		// Over is not ended: first the report.
		Now::set(UNTIL);
		assert_noop!(prune(1), Error::<Test>::CohortNotEnded);
		assert_ok!(Compliance::end_cohort(signed(ALICE), 0));
		let info = prune(2).unwrap();
		assert_eq!(info.actual_weight, Some(<()>::prune_cohort(2)));
		assert_eq!(last_event(), Event::CohortPruned { cohort: 0, entries: 2, removed: false });
		assert_eq!(Compliance::cohort(0).unwrap().counts.investors, 0);
		let info = prune(2).unwrap();
		assert_eq!(info.actual_weight, Some(<()>::prune_cohort(1)));
		assert_eq!(last_event(), Event::CohortPruned { cohort: 0, entries: 1, removed: true });
		assert_eq!(Compliance::cohort(0), None);
		assert_eq!(held_in_all(SUPERVISOR), 0);
		assert_noop!(prune(2), Error::<Test>::UnknownCohort);
		// The id is not given again.
		let later = CohortLimits { until: UNTIL + 9, ..limits() };
		assert_ok!(Compliance::create_cohort(root(), SUPERVISOR, later));
		assert!(Compliance::cohort(1).is_some());
	});
}

#[test]
fn removes_no_more_than_the_bound_whatever_the_caller_says() {
	let declared =
		|limit| Call::<Test>::prune_cohort { cohort: 0, limit }.get_dispatch_info().call_weight;
	assert_eq!(declared(3), <()>::prune_cohort(3));
	assert_eq!(declared(u32::MAX), <()>::prune_cohort(MAX_PRUNED));
	ExtBuilder::default().build_and_execute(|| {
		let many = MAX_PRUNED + 1;
		let wide = CohortLimits { assets: many, ..limits() };
		assert_ok!(Compliance::create_cohort(root(), SUPERVISOR, wide));
		for asset in 0..many {
			assert_ok!(Compliance::set_asset_value(signed(SUPERVISOR), 0, asset, 1));
		}
		assert_ok!(Compliance::end_cohort(root(), 0));
		assert_ok!(Compliance::prune_cohort(signed(ALICE), 0, u32::MAX));
		assert_eq!(Compliance::cohort(0).unwrap().counts.assets, 1);
	});
}

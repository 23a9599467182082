// SPDX-License-Identifier: Apache-2.0

use super::cohorts::*;
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};

#[test]
fn lets_an_asset_in_and_states_its_value_anew() {
	in_cohort(|| {
		let before = held_in_all(SUPERVISOR);
		assert_ok!(Compliance::set_asset_value(signed(SUPERVISOR), 0, 7, 100));
		let event = Event::CohortAssetValued { cohort: 0, asset: 7, old: None, new: 100 };
		assert_eq!(last_event(), event);
		let with_two = held_in_all(SUPERVISOR);
		assert!(with_two > before);
		assert_ok!(Compliance::set_asset_value(signed(SUPERVISOR), 0, 7, 50));
		let event = Event::CohortAssetValued { cohort: 0, asset: 7, old: Some(100), new: 50 };
		assert_eq!(last_event(), event);
		assert_eq!(held_in_all(SUPERVISOR), with_two);
		assert_eq!(Compliance::cohort_value(0, 7), Some(50));
		let counts = Compliance::cohort(0).unwrap().counts;
		assert_eq!((counts.assets, counts.value), (2, 650));
	});
}

#[test]
fn keeps_to_the_caps() {
	in_cohort(|| {
		let value = |asset, value| Compliance::set_asset_value(signed(SUPERVISOR), 0, asset, value);
		assert_ok!(value(1, 399));
		assert_ok!(value(1, 400));
		assert_noop!(value(1, 401), Error::<Test>::CohortValueExceeded);
		assert_noop!(value(2, 0), Error::<Test>::CohortFull);
		assert_ok!(value(0, 0));
		assert_ok!(value(1, 1_000));
		assert!(value(1, u128::MAX).is_err());
	});
}

#[test]
fn fails_for_others_and_after_the_end() {
	in_cohort(|| {
		let value = |who, cohort| Compliance::set_asset_value(signed(who), cohort, 0, 1);
		assert_noop!(value(ALICE, 0), Error::<Test>::NotSupervisor);
		assert_noop!(value(SUPERVISOR, 1), Error::<Test>::UnknownCohort);
		Now::set(UNTIL);
		assert_noop!(value(SUPERVISOR, 0), Error::<Test>::CohortEnded);
	});
}

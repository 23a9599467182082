// SPDX-License-Identifier: Apache-2.0

use super::cohorts::*;
use crate::{mock::*, *};
use cadastre_primitives::{Kind, Reason};
use frame_support::{assert_noop, assert_ok};

#[test]
fn returns_the_deposit_and_stops_the_asset_while_its_pack_names_the_cohort() {
	in_cohort(|| {
		let both = held_in_all(SUPERVISOR);
		assert_ok!(Compliance::remove_asset(signed(SUPERVISOR), 0, 0));
		assert_eq!(last_event(), Event::CohortAssetRemoved { cohort: 0, asset: 0 });
		assert!(held_in_all(SUPERVISOR) < both);
		let counts = Compliance::cohort(0).unwrap().counts;
		assert_eq!((counts.assets, counts.value), (0, 0));
		assert_eq!(reasons(&movement(Kind::Transfer, 0, BOB)), vec![Reason::CohortNotOpen]);
	});
}

#[test]
fn fails_for_others_and_for_an_asset_that_is_not_in_it() {
	in_cohort(|| {
		let remove = |who, cohort, asset| Compliance::remove_asset(signed(who), cohort, asset);
		assert_noop!(remove(ALICE, 0, 0), Error::<Test>::NotSupervisor);
		assert_noop!(remove(SUPERVISOR, 1, 0), Error::<Test>::UnknownCohort);
		assert_noop!(remove(SUPERVISOR, 0, 1), Error::<Test>::AssetNotInCohort);
	});
}

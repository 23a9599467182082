// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};

#[test]
fn anybody_removes_a_bar_that_is_needed_no_more() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		let bucket = Compliance::bucket(&ALICE);
		assert_ok!(Compliance::leave(signed(ALICE)));
		assert_eq!(Bars::<Test>::get(bucket), Some(START));
		for now in [START, START + STATEMENT_PERIOD - 1] {
			Now::set(now);
			assert_noop!(Compliance::lower_bar(signed(BOB), bucket), Error::<Test>::BarNeeded);
		}
		Now::set(START + STATEMENT_PERIOD);
		assert_ok!(Compliance::lower_bar(signed(BOB), bucket));
		assert_eq!(last_event(), Event::BarLowered { bucket, bar: START });
		assert_eq!(Bars::<Test>::get(bucket), None);
		assert_noop!(Compliance::lower_bar(signed(BOB), bucket), Error::<Test>::NoBar);
	});
}

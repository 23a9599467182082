// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetStatus, BookStatus};
use frame_support::assert_ok;

/// A wind-up that is final 10 seconds after [`NOW`].
fn winding_up(test: impl FnOnce()) {
	ExtBuilder::default().asset(AssetStatus::WindingUp, 1).build_and_execute(test);
}

#[test]
fn works() {
	winding_up(|| {
		assert_ok!(AssetRegistry::call_off_wind_up(signed(ISSUER), 0));
		assert_eq!((status(0), book_status(0)), (AssetStatus::Active, BookStatus::Open));
		assert_eq!(AssetRegistry::asset(0).unwrap().wind_up, None);
		assert_eq!(events(), [Event::WindUpCalledOff { asset: 0 }]);
	});
}

#[test]
fn is_final_from_its_date_on() {
	for (today, open) in [(NOW + 9, true), (NOW + 10, false), (NOW + 11, false)] {
		winding_up(|| {
			Today::set(today);
			let call = AssetRegistry::call_off_wind_up(signed(ISSUER), 0);
			assert_eq!(call.is_ok(), open);
			if !open {
				assert_eq!(call, Err(Error::<Test>::AlreadyFinal.into()));
			}
		});
	}
}

#[test]
fn only_the_issuer_may() {
	winding_up(|| {
		assert_bad_origins(|origin| AssetRegistry::call_off_wind_up(origin, 0), &[ROOT()]);
		let call = |who, asset| AssetRegistry::call_off_wind_up(signed(who), asset);
		assert_noop!(call(STRANGER, 0), Error::<Test>::NotIssuer);
		assert_noop!(call(ISSUER, 1), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn the_holders_may() {
	winding_up(|| {
		assert_ok!(AssetRegistry::call_off_wind_up(signed(ASSEMBLY), 0));
		assert_eq!(status(0), AssetStatus::Active);
	});
}

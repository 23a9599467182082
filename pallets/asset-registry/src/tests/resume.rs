// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetStatus, BookStatus};
use frame_support::assert_ok;

#[test]
fn works() {
	ExtBuilder::default().asset(AssetStatus::Suspended, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::resume(ROOT(), 0));
		assert_eq!(status(0), AssetStatus::Active);
		assert_eq!(book_status(0), BookStatus::Open);
		assert_eq!(events(), [Event::AssetResumed { asset: 0 }]);
	});
}

#[test]
fn only_the_right_one_may() {
	ExtBuilder::default().asset(AssetStatus::Suspended, 1).build_and_execute(|| {
		assert_bad_origins(
			|origin| AssetRegistry::resume(origin, 0),
			&[signed(ISSUER), signed(VERIFIER), signed(STRANGER)],
		);
		assert_noop!(AssetRegistry::resume(ROOT(), 1), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn keeps_the_verification() {
	ExtBuilder::default().asset(AssetStatus::Suspended, 1).build_and_execute(|| {
		let verification = AssetRegistry::asset(0).unwrap().verification;
		assert!(verification.is_some());
		assert_ok!(AssetRegistry::resume(ROOT(), 0));
		assert_eq!(AssetRegistry::asset(0).unwrap().verification, verification);
	});
}

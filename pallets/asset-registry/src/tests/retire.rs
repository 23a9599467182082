// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetStatus, BookStatus};
use frame_support::assert_ok;

#[test]
fn works() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
		assert_eq!(status(0), AssetStatus::Retired);
		assert_eq!(book_status(0), BookStatus::Closed);
		assert_eq!(events(), [Event::AssetRetired { asset: 0 }]);
	});
}

#[test]
fn only_the_right_one_may() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_bad_origins(|origin| AssetRegistry::retire(origin, 0), &[ROOT()]);
		assert_noop!(AssetRegistry::retire(signed(ISSUER), 1), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn fails_for_another_account() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		for who in [STRANGER, VERIFIER] {
			assert_noop!(AssetRegistry::retire(signed(who), 0), Error::<Test>::NotIssuer);
		}
	});
}

#[test]
fn works_in_every_status_but_suspended() {
	for before in [AssetStatus::Draft, AssetStatus::Verified, AssetStatus::WindingUp] {
		ExtBuilder::default().asset(before, 1).build_and_execute(|| {
			assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
			assert_eq!(status(0), AssetStatus::Retired);
			assert_eq!(book_status(0), BookStatus::Closed);
		});
	}
}

#[test]
fn fails_while_shares_are_in_issue() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(Ledger::set_supply(0, 1));
		assert_noop!(AssetRegistry::retire(signed(ISSUER), 0), Error::<Test>::SharesInIssue);
		let plan = file_plan(0);
		assert_ok!(AssetRegistry::start_wind_up(signed(ISSUER), 0, plan, NOW));
		assert_noop!(AssetRegistry::retire(signed(ISSUER), 0), Error::<Test>::SharesInIssue);
		assert_ok!(Ledger::set_supply(0, 0));
		assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
	});
}

#[test]
fn fails_while_a_round_is_open() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::open_round(signed(ISSUER), 0, 5, NOW, NOW + 1));
		assert_noop!(AssetRegistry::retire(signed(ISSUER), 0), Error::<Test>::RoundOpen);
		assert_ok!(AssetRegistry::close_round(signed(ISSUER), 0));
		assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
	});
}

#[test]
fn ends_an_offer() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::offer_issuer(signed(ISSUER), 0, STRANGER, NOW + 1));
		assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
		assert_noop!(
			AssetRegistry::withdraw_issuer_offer(signed(ISSUER), 0),
			Error::<Test>::UnknownOffer
		);
	});
}

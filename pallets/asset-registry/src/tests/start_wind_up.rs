// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetStatus, BookStatus, WindUp};
use frame_support::assert_ok;

fn active(test: impl FnOnce()) {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(Ledger::set_supply(0, 5));
		assert_eq!(file_plan(0), 1);
		System::reset_events();
		test();
	});
}

#[test]
fn works_and_shares_are_redeemed_and_nothing_else() {
	active(|| {
		assert_ok!(AssetRegistry::start_wind_up(signed(ISSUER), 0, 1, NOW + 5));
		assert_eq!((status(0), book_status(0)), (AssetStatus::WindingUp, BookStatus::WindingUp));
		let wind_up = WindUp { plan: 1, final_from: NOW + 5 };
		assert_eq!(AssetRegistry::asset(0).unwrap().wind_up, Some(wind_up));
		let final_from = NOW + 5;
		assert_eq!(events(), [Event::WindUpStarted { asset: 0, plan: 1, final_from }]);
		assert!(Ledger::set_supply(0, 6).is_err());
		assert_ok!(Ledger::set_supply(0, 0));
	});
}

#[test]
fn only_the_issuer_may() {
	active(|| {
		assert_bad_origins(|origin| AssetRegistry::start_wind_up(origin, 0, 1, NOW), &[ROOT()]);
		assert_noop!(
			AssetRegistry::start_wind_up(signed(VERIFIER), 0, 1, NOW),
			Error::<Test>::NotIssuer
		);
		assert_noop!(
			AssetRegistry::start_wind_up(signed(ISSUER), 1, 1, NOW),
			Error::<Test>::UnknownAsset
		);
	});
}

#[test]
fn needs_a_plan() {
	active(|| {
		let call = |paper| AssetRegistry::start_wind_up(signed(ISSUER), 0, paper, NOW);
		assert_noop!(call(0), Error::<Test>::WrongPaperKind);
		assert_noop!(call(2), Error::<Test>::UnknownPaper);
		assert_ok!(call(1));
	});
}

#[test]
fn fails_while_a_round_is_open() {
	active(|| {
		assert_ok!(AssetRegistry::open_round(signed(ISSUER), 0, 5, NOW, NOW + 1));
		let call = || AssetRegistry::start_wind_up(signed(ISSUER), 0, 1, NOW);
		assert_noop!(call(), Error::<Test>::RoundOpen);
		assert_ok!(AssetRegistry::close_round(signed(ISSUER), 0));
		assert_ok!(call());
	});
}

#[test]
fn the_holders_may_and_of_no_other_asset() {
	active(|| {
		assert_ok!(AssetRegistry::start_wind_up(signed(ASSEMBLY), 0, 1, NOW));
		assert_eq!(status(0), AssetStatus::WindingUp);
		assert_noop!(
			AssetRegistry::start_wind_up(signed(ASSEMBLY), 1, 1, NOW),
			Error::<Test>::UnknownAsset
		);
		// It is final at once: the issuer cannot undo what the holders have resolved.
		assert_noop!(
			AssetRegistry::call_off_wind_up(signed(ISSUER), 0),
			Error::<Test>::AlreadyFinal
		);
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{OpenResolutions, Stage};

#[test]
fn works() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_ok!(Dao::withdraw(signed(ALICE), ASSET, 0));
		assert_eq!(record(0).stage, Stage::Withdrawn);
		assert_eq!(OpenResolutions::<Test>::iter().count(), 0);
		assert_eq!(Table::references(ASSET), 0);
		assert_eq!(held(ALICE), (DEPOSIT, 0, 0));
		assert_eq!(events(), [Event::ResolutionWithdrawn { asset: ASSET, resolution: 0 }]);
		assert_noop!(Dao::withdraw(signed(ALICE), ASSET, 0), Error::<Test>::WrongPhase);
	});
}

#[test]
fn only_the_proposer_before_the_vote() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		let call = |origin| Dao::withdraw(origin, ASSET, 0);
		assert_bad_origins(call, &[ROOT(), holders(ASSET)]);
		assert_noop!(call(signed(BOB)), Error::<Test>::NotProposer);
		assert_noop!(Dao::withdraw(signed(ALICE), ASSET, 1), Error::<Test>::UnknownResolution);
		assert_open_in(NOW + 1, VOTING_FROM, || match Today::get() {
			// There is no second before the announcement.
			NOW => Err(Error::<Test>::WrongPhase.into()),
			_ => call(signed(ALICE)),
		});
	});
}

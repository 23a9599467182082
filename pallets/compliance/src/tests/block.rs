// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{Eligibility, Rights};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

#[test]
fn blocks_every_key() {
	ExtBuilder::default().with_investors(&[ALICE, CAROL]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::VOTE, None);
		let word = key(ALICE).eligibility;
		let info = Compliance::block(root(), 0).unwrap();
		assert_eq!(info.actual_weight, Some(<()>::block(2)));
		for account in [ALICE, BOB] {
			assert_eq!(key(account).eligibility, Eligibility { blocked: true, ..word });
		}
		assert!(!key(CAROL).eligibility.blocked);
		assert_eq!(last_event(), Event::InvestorBlocked { investor: 0 });
	});
}

#[test]
fn fails_twice_and_without_an_investor() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::block(root(), 0));
		assert_noop!(Compliance::block(root(), 0), Error::<Test>::Blocked);
		assert_noop!(Compliance::block(root(), 1), Error::<Test>::UnknownInvestor);
	});
}

#[test]
fn fails_for_anybody_but_the_authority() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_noop!(Compliance::block(signed(VERITAS), 0), BadOrigin);
	});
}

// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::Rights;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

#[test]
fn restores_the_word_in_every_key() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::VOTE, None);
		let word = key(ALICE).eligibility;
		assert_ok!(Compliance::block(root(), 0));
		let info = Compliance::unblock(root(), 0).unwrap();
		assert_eq!(info.actual_weight, Some(<()>::unblock(2)));
		assert_eq!(key(ALICE).eligibility, word);
		assert_eq!(key(BOB).eligibility, word);
		assert_eq!(last_event(), Event::InvestorUnblocked { investor: 0 });
	});
}

#[test]
fn fails_for_one_that_is_not_blocked() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_noop!(Compliance::unblock(root(), 0), Error::<Test>::NotBlocked);
		assert_noop!(Compliance::unblock(root(), 1), Error::<Test>::UnknownInvestor);
	});
}

#[test]
fn fails_for_anybody_but_the_authority() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::block(root(), 0));
		for who in [VERITAS, ALICE] {
			assert_noop!(Compliance::unblock(signed(who), 0), BadOrigin);
		}
	});
}

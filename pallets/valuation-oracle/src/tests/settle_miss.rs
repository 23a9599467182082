// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Operators, Rounds, Vote};
use cadastre_primitives::FeedId;

fn missed(test: impl FnOnce()) {
	three().build_and_execute(|| {
		open();
		assert_ok!(commit(0, 10_000));
		Today::mutate(|now| *now += 200);
		assert_ok!(finalise());
		test();
	});
}

fn settle() -> DispatchResult {
	ValuationOracle::settle_miss(signed(STRANGER), FEED, 0)
}

#[test]
fn the_penalty_is_paid_before_the_next_commitment() {
	missed(|| {
		open();
		assert_noop!(commit(0, 10_000), Error::<Test>::MissNotSettled);
		assert_ok!(settle());
		assert_last(Event::MissSettled { feed: FEED, model: 0, paid: 100 });
		assert_eq!(Operators::<Test>::get(OPERATOR).unwrap().bond, BOND - 100);
		assert_eq!(held(OPERATOR)[0], BOND - 100);
		assert_eq!(Slashed::get(), 100);
		assert_eq!(Rounds::<Test>::get(FEED).unwrap().entries[0].vote, Vote::Absent);
		assert_ok!(commit(0, 10_000));
	});
}

#[test]
fn it_is_paid_once() {
	missed(|| {
		assert_ok!(settle());
		assert_noop!(settle(), Error::<Test>::NoMiss);
		assert_noop!(
			ValuationOracle::settle_miss(signed(STRANGER), FEED, 1),
			Error::<Test>::NoMiss
		);
	});
}

#[test]
fn no_more_is_paid_than_is_bonded() {
	missed(|| {
		drop(ValuationOracle::take_bond(OPERATOR, BOND - 40));
		assert_ok!(settle());
		assert_last(Event::MissSettled { feed: FEED, model: 0, paid: 40 });
		assert_eq!(Operators::<Test>::get(OPERATOR).unwrap().bond, 0);
	});
}

#[test]
fn fails_for_who_has_no_seat() {
	missed(|| {
		let call = |feed, model| ValuationOracle::settle_miss(signed(STRANGER), feed, model);
		let other = FeedId { asset: 8, ..FEED };
		assert_noop!(call(other, 0), Error::<Test>::UnknownFeed);
		assert_noop!(call(FEED, 9), Error::<Test>::UnknownModel);
		approved(3);
		assert_noop!(call(FEED, 3), Error::<Test>::NotSeated);
		assert_bad_origins(|origin| ValuationOracle::settle_miss(origin, FEED, 0), &[ROOT()]);
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Models, Operators, Reports, Rounds, Seats};
use cadastre_primitives::FeedId;

fn leave(model: u32) -> DispatchResult {
	ValuationOracle::leave(signed(operator(model)), FEED, model)
}

#[test]
fn works_and_keeps_the_others_in_their_places() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_eq!(Reports::<Test>::iter().count(), 3);
		assert_ok!(leave(0));
		assert_last(Event::ModelLeft { feed: FEED, model: 0 });
		let seats = Seats::<Test>::get(FEED);
		let entries = Rounds::<Test>::get(FEED).unwrap().entries;
		assert_eq!(seats.iter().map(|seat| seat.model).collect::<Vec<_>>(), [1, 2]);
		assert_eq!(entries.iter().map(|entry| entry.model).collect::<Vec<_>>(), [1, 2]);
		assert_eq!(Reports::<Test>::iter().count(), 2);
		assert_eq!(Models::<Test>::get(0).unwrap().seats, 0);
		assert_eq!(Operators::<Test>::get(OPERATOR).unwrap().seats, 0);
		assert_eq!(held(OPERATOR), [BOND, 0, DEPOSIT]);
		assert_noop!(leave(0), Error::<Test>::NotSeated);
	});
}

#[test]
fn nobody_leaves_a_round_to_escape_it() {
	three().build_and_execute(|| {
		open();
		assert_ok!(commit(0, 10_000));
		assert_noop!(leave(0), Error::<Test>::RoundOpen);
		assert_ok!(in_vain(|| leave(1)));
		Today::mutate(|now| *now += 100);
		assert_ok!(reveal(0, 10_000));
		assert_noop!(leave(0), Error::<Test>::RoundOpen);
		Today::mutate(|now| *now += 100);
		assert_ok!(finalise());
		// The reports were not enough: there is no answer to dispute.
		assert_ok!(leave(0));
	});
	three().build_and_execute(|| {
		open();
		assert_ok!(commit(0, 10_000));
		Today::mutate(|now| *now += 200);
		assert_ok!(finalise());
		assert_noop!(leave(0), Error::<Test>::MissNotSettled);
		assert_ok!(ValuationOracle::settle_miss(signed(STRANGER), FEED, 0));
		assert_ok!(leave(0));
	});
}

#[test]
fn a_report_can_be_disputed_as_long_as_it_may_be() {
	three().build_and_execute(|| {
		assert_ok!(round(&[10_000; 3]));
		opens_at(answer().disputable_until, Error::TooEarly, || leave(0));
		Today::mutate(|now| *now -= 1);
		assert_ok!(ValuationOracle::dispute(signed(DISPUTER), FEED, 0, DIGEST));
		Today::mutate(|now| *now += 1);
		assert_noop!(leave(0), Error::<Test>::ModelDisputed);
		assert_ok!(in_vain(|| leave(1)));
	});
}

#[test]
fn a_new_round_does_not_let_a_report_go() {
	three().build_and_execute(|| {
		assert_ok!(round(&[10_000; 3]));
		open();
		assert!(Today::get() < answer().disputable_until);
		assert_noop!(leave(0), Error::<Test>::TooEarly);
		assert_ok!(ValuationOracle::dispute(signed(DISPUTER), FEED, 0, DIGEST));
	});
}

#[test]
fn what_was_asked_for_is_opened_first() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(ValuationOracle::request_explanation(signed(HOLDER), FEED, 0, 1));
		assert_noop!(leave(0), Error::<Test>::AlreadyRequested);
	});
}

#[test]
fn anybody_clears_the_seat_of_a_model_that_may_not_report() {
	three().build_and_execute(|| {
		let clear = || ValuationOracle::leave(signed(STRANGER), FEED, 0);
		assert_noop!(clear(), Error::<Test>::NotOperator);
		opens_at(Models::<Test>::get(0).unwrap().expires_at, Error::NotOperator, clear);
		Today::set(NOW);
		assert_ok!(ValuationOracle::suspend_model(ROOT(), 0, DIGEST));
		assert_ok!(clear());
		assert_eq!(held(OPERATOR), [BOND, 0, DEPOSIT]);
		assert_bad_origins(|origin| ValuationOracle::leave(origin, FEED, 1), &[ROOT()]);
		assert_noop!(
			ValuationOracle::leave(signed(OPERATOR), FeedId { asset: 8, ..FEED }, 0),
			Error::<Test>::UnknownFeed
		);
		assert_noop!(
			ValuationOracle::leave(signed(OPERATOR), FEED, 9),
			Error::<Test>::UnknownModel
		);
	});
}

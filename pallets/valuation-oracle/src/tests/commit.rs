// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Operators, Rounds, Vote};
use cadastre_primitives::FeedId;

#[test]
fn works() {
	three().build_and_execute(|| {
		open();
		let commitment = commitment(1, &report(10_000));
		assert_ok!(commit(1, 10_000));
		assert_last(Event::ReportCommitted { feed: FEED, round: 1, model: 1, commitment });
		let entries = Rounds::<Test>::get(FEED).unwrap().entries;
		assert_eq!(entries[1].vote, Vote::Committed(commitment));
		assert_eq!(entries[0].vote, Vote::Absent);
	});
}

#[test]
fn there_is_a_time_for_it() {
	three().build_and_execute(|| {
		let call = || ValuationOracle::commit(signed(OPERATOR), FEED, 0, [1; 24]);
		assert_noop!(call(), Error::<Test>::NoRound);
		open();
		closes_at(NOW + 100, Error::TooLate, call);
		Today::set(NOW + 200);
		assert_ok!(finalise());
		assert_noop!(call(), Error::<Test>::NoRound);
	});
}

#[test]
fn one_commitment_a_round() {
	three().build_and_execute(|| {
		open();
		assert_ok!(commit(0, 10_000));
		assert_noop!(commit(0, 10_000), Error::<Test>::AlreadyCommitted);
		assert_noop!(commit(0, 11_000), Error::<Test>::AlreadyCommitted);
		assert_ok!(commit(1, 10_000));
	});
}

#[test]
fn only_the_operator_of_a_seated_model_may() {
	three().build_and_execute(|| {
		open();
		let call = |who, feed, model| ValuationOracle::commit(signed(who), feed, model, [1; 24]);
		assert_noop!(call(OPERATOR + 1, FEED, 0), Error::<Test>::NotOperator);
		assert_noop!(call(STRANGER, FEED, 0), Error::<Test>::NotOperator);
		assert_noop!(call(OPERATOR, FEED, 9), Error::<Test>::UnknownModel);
		let other = FeedId { asset: 8, ..FEED };
		assert_noop!(call(OPERATOR, other, 0), Error::<Test>::UnknownFeed);
		approved(3);
		assert_noop!(call(operator(3), FEED, 3), Error::<Test>::NotSeated);
		assert_bad_origins(|origin| ValuationOracle::commit(origin, FEED, 0, [1; 24]), &[ROOT()]);
	});
}

#[test]
fn the_bond_has_to_be_there() {
	three().build_and_execute(|| {
		open();
		let bond = Operators::<Test>::get(OPERATOR).unwrap().bond;
		drop(ValuationOracle::take_bond(OPERATOR, bond - terms().min_bond));
		assert_ok!(in_vain(|| commit(0, 10_000)));
		drop(ValuationOracle::take_bond(OPERATOR, 1));
		assert_noop!(commit(0, 10_000), Error::<Test>::BondTooLow);
		assert_ok!(ValuationOracle::bond(signed(OPERATOR), 1));
		assert_ok!(commit(0, 10_000));
	});
}

#[test]
fn an_expired_or_disputed_model_does_not_report() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		open();
		let now = Today::get();
		assert_ok!(ValuationOracle::approve_model(ROOT(), 0, now + 50));
		closes_at(now + 50, Error::WrongStatus, || commit(0, 10_000));
		Today::set(now);
	});
	three().build_and_execute(|| {
		assert_ok!(round(&[10_000; 3]));
		assert_ok!(ValuationOracle::dispute(signed(DISPUTER), FEED, 0, DIGEST));
		open();
		assert_noop!(commit(0, 10_000), Error::<Test>::ModelDisputed);
		assert_ok!(commit(1, 10_000));
	});
}

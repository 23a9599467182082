// SPDX-License-Identifier: Apache-2.0

//! `request_explanation`, `open_explanation` and `close_request`.

use super::*;
use crate::{Operators, Requests};

fn request(round: u32) -> DispatchResult {
	ValuationOracle::request_explanation(signed(HOLDER), FEED, 0, round)
}

fn open_it(who: u64, text: &[u8]) -> DispatchResult {
	let text = text.to_vec().try_into().unwrap();
	ValuationOracle::open_explanation(signed(who), FEED, 0, text)
}

fn close() -> DispatchResult {
	ValuationOracle::close_request(signed(STRANGER), FEED, 0)
}

#[test]
fn a_holder_asks_and_the_operator_opens() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(request(1));
		let until = Today::get() + 150;
		assert_last(Event::ExplanationRequested {
			feed: FEED,
			model: 0,
			round: 1,
			holder: HOLDER,
			until,
		});
		assert_eq!(held(HOLDER), [0, 0, DEPOSIT]);
		assert_noop!(request(1), Error::<Test>::AlreadyRequested);
		assert_noop!(open_it(OPERATOR, b"area +31"), Error::<Test>::WrongExplanation);
		assert_noop!(open_it(OPERATOR + 1, EXPLANATION), Error::<Test>::NotOperator);
		closes_at(until, Error::TooLate, || open_it(OPERATOR, EXPLANATION));
		assert_ok!(open_it(OPERATOR, EXPLANATION));
		let digest = sp_io::hashing::blake2_256(EXPLANATION).into();
		assert_last(Event::ExplanationOpened { feed: FEED, model: 0, round: 1, digest });
		assert_eq!(held(HOLDER), [0; 3]);
		assert_eq!(held(OPERATOR)[0], BOND);
		assert_noop!(open_it(OPERATOR, EXPLANATION), Error::<Test>::UnknownRequest);
		assert_noop!(close(), Error::<Test>::UnknownRequest);
	});
}

#[test]
fn silence_costs() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(request(1));
		opens_at(Today::get() + 150, Error::TooEarly, close);
		assert_ok!(close());
		assert_last(Event::ExplanationMissed { feed: FEED, model: 0, round: 1, paid: 50 });
		assert_eq!(Operators::<Test>::get(OPERATOR).unwrap().bond, BOND - 50);
		assert_eq!((held(HOLDER), Slashed::get()), ([0; 3], 50));
		assert_eq!(Requests::<Test>::iter().count(), 0);
	});
}

#[test]
fn only_a_holder_and_only_for_a_report_that_is_kept() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		for who in [STRANGER, DISPUTER] {
			assert_noop!(
				ValuationOracle::request_explanation(signed(who), FEED, 0, 1),
				Error::<Test>::NotHolder
			);
		}
		for round in [0, 2, 11] {
			assert_noop!(request(round), Error::<Test>::UnknownReport);
		}
		let root = [ROOT()];
		assert_bad_origins(
			|origin| ValuationOracle::request_explanation(origin, FEED, 0, 1),
			&root,
		);
		assert_bad_origins(
			|origin| ValuationOracle::open_explanation(origin, FEED, 0, Default::default()),
			&root,
		);
		assert_bad_origins(|origin| ValuationOracle::close_request(origin, FEED, 0), &root);
	});
}

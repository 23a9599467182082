// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Reports, Rounds, Vote};
use cadastre_primitives::{FeedId, Interval, Report};
use sp_core::H256;

fn reveal_it(report: Report, salt: H256) -> DispatchResult {
	ValuationOracle::reveal(signed(OPERATOR), FEED, 0, report, salt)
}

/// Commits to a report of the first model and goes to the reveals.
fn committed(report: impl Fn() -> Report, test: impl FnOnce()) {
	three().build_and_execute(|| {
		open();
		let commitment = commitment(0, &report());
		assert_ok!(ValuationOracle::commit(signed(OPERATOR), FEED, 0, commitment));
		Today::set(NOW + 100);
		test();
	});
}

#[test]
fn works() {
	committed(
		|| report(10_000),
		|| {
			assert_ok!(reveal(0, 10_000));
			let report = report(10_000);
			assert_last(Event::ReportRevealed { feed: FEED, round: 1, model: 0, report });
			let entries = Rounds::<Test>::get(FEED).unwrap().entries;
			assert_eq!(entries[0].vote, Vote::Revealed(interval(10_000)));
			let kept = Reports::<Test>::get(FEED, (0, 1)).unwrap();
			assert_eq!((kept.round, kept.report, kept.disputed), (1, report, false));
			assert_noop!(reveal(0, 10_000), Error::<Test>::NotCommitted);
		},
	);
}

#[test]
fn there_is_a_time_for_it() {
	committed(
		|| report(10_000),
		|| {
			opens_at(NOW + 100, Error::TooEarly, || reveal(0, 10_000));
			closes_at(NOW + 200, Error::TooLate, || reveal(0, 10_000));
			Today::set(NOW + 200);
			assert_ok!(finalise());
			assert_noop!(reveal(0, 10_000), Error::<Test>::NoRound);
		},
	);
}

#[test]
fn it_is_what_was_committed_to() {
	committed(
		|| report(10_000),
		|| {
			let right = report(10_000);
			let wrong = |change: fn(&mut Report)| {
				let mut report = right;
				change(&mut report);
				assert_noop!(reveal_it(report, SALT), Error::<Test>::WrongReport);
			};
			wrong(|report| report.interval.mid += 1);
			wrong(|report| report.interval.low -= 1);
			wrong(|report| report.interval.high += 1);
			wrong(|report| report.as_of -= 1);
			wrong(|report| report.inputs = H256::zero());
			wrong(|report| report.explanation = H256::zero());
			assert_noop!(reveal_it(right, H256::zero()), Error::<Test>::WrongReport);
			assert_ok!(reveal_it(right, SALT));
		},
	);
}

#[test]
fn the_data_are_not_from_the_future_nor_too_old() {
	for (age, fits) in
		[(-1_i64, false), (0, true), (1, true), (499, true), (500, true), (501, false)]
	{
		let dated = move || Report { as_of: NOW.wrapping_add_signed(-age), ..report(10_000) };
		committed(dated, || {
			if fits {
				assert_ok!(reveal_it(dated(), SALT));
				assert_eq!(i64::from(Rounds::<Test>::get(FEED).unwrap().oldest), age);
			} else {
				assert_noop!(reveal_it(dated(), SALT), Error::<Test>::BadReport);
			}
		});
	}
}

#[test]
fn the_values_are_in_order() {
	for (low, mid, high, fits) in
		[(5, 5, 5, true), (4, 5, 6, true), (6, 5, 6, false), (4, 5, 4, false)]
	{
		let ordered = move || Report { interval: Interval { low, mid, high }, ..report(10_000) };
		committed(ordered, || {
			let call = || reveal_it(ordered(), SALT);
			if fits {
				assert_ok!(call());
			} else {
				assert_noop!(call(), Error::<Test>::BadReport);
			}
		});
	}
}

#[test]
fn only_who_committed_may() {
	committed(
		|| report(10_000),
		|| {
			let call = |who, feed, model| {
				ValuationOracle::reveal(signed(who), feed, model, report(10_000), SALT)
			};
			assert_noop!(call(OPERATOR + 1, FEED, 0), Error::<Test>::NotOperator);
			assert_noop!(call(OPERATOR + 1, FEED, 1), Error::<Test>::NotCommitted);
			assert_noop!(call(OPERATOR, FEED, 9), Error::<Test>::UnknownModel);
			let other = FeedId { asset: 8, ..FEED };
			assert_noop!(call(OPERATOR, other, 0), Error::<Test>::UnknownFeed);
			approved(3);
			assert_noop!(call(operator(3), FEED, 3), Error::<Test>::NotSeated);
			assert_bad_origins(
				|origin| ValuationOracle::reveal(origin, FEED, 0, report(10_000), SALT),
				&[ROOT()],
			);
		},
	);
}

#[test]
fn reports_take_turns_in_their_places() {
	three().build_and_execute(|| {
		for number in 1..=12_u32 {
			assert_ok!(round(&[10_000; 3]));
			assert_eq!(Reports::<Test>::get(FEED, (0, number % 10)).unwrap().round, number);
		}
		assert_eq!(Reports::<Test>::iter().count(), 30);
	});
}

// SPDX-License-Identifier: Apache-2.0

//! `record_outcome` and `score`.

use super::*;
use crate::{Models, Outcomes, Reports, Scores, SCORES};
use cadastre_primitives::{FeedId, ModelStatus, Outcome};
use frame_support::dispatch::Pays;

fn record(price: u64, dated: u64) -> DispatchResult {
	ValuationOracle::record_outcome(signed(APPRAISER), FEED, price, dated, DIGEST)
}

fn score(model: u32, outcome: u32) -> DispatchResult {
	ValuationOracle::score(signed(STRANGER), FEED, model, outcome)
		.map(|_| ())
		.map_err(|error| error.error)
}

/// The next second, which is later than every outcome so far.
fn tick() -> u64 {
	Today::mutate(|now| {
		*now += 1;
		*now
	})
}

#[test]
fn an_outcome_is_compared_with_the_answer_before_it() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		let answered_at = ValuationOracle::history(FEED)[0].answered_at;
		assert_noop!(record(9_000, answered_at), Error::<Test>::NoAnswer);
		assert_ok!(round(&[10_500; 3]));
		let now = tick();
		// The price was agreed before the second answer: the first one counts.
		assert_ok!(record(9_000, answered_at + 1));
		assert_last(Event::OutcomeRecorded {
			feed: FEED,
			number: 0,
			round: 1,
			price: 9_000,
			dated: answered_at + 1,
			appraiser: APPRAISER,
			evidence: DIGEST,
		});
		assert_ok!(record(9_100, now));
		let outcomes = Outcomes::<Test>::get(FEED).into_inner();
		let of = |number, round, mid, price, dated| Outcome {
			number,
			round,
			interval: interval(mid),
			price,
			dated,
		};
		assert_eq!(
			outcomes,
			[of(0, 1, 10_000, 9_000, answered_at + 1), of(1, 2, 10_500, 9_100, now)]
		);
	});
}

#[test]
fn dates_go_forward_and_not_into_the_future() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		let now = Today::get();
		assert_noop!(record(9_000, now + 1), Error::<Test>::BadDate);
		assert_ok!(record(9_000, now - 1));
		for again in [now - 2, now - 1] {
			assert_noop!(record(9_000, again), Error::<Test>::BadDate);
		}
		assert_ok!(record(9_000, now));
		assert_noop!(record(0, now), Error::<Test>::ZeroPrice);
	});
}

#[test]
fn only_an_appraiser_who_does_not_report_there_may() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		let now = Today::get();
		assert_bad_origins(
			|origin| ValuationOracle::record_outcome(origin, FEED, 1, now, DIGEST),
			&[ROOT(), signed(STRANGER), signed(ISSUER)],
		);
		assert_noop!(
			ValuationOracle::record_outcome(signed(OPERATOR), FEED, 1, now, DIGEST),
			Error::<Test>::PartyCannotJudge
		);
		assert_noop!(
			ValuationOracle::record_outcome(
				signed(APPRAISER),
				FeedId { asset: 8, ..FEED },
				1,
				now,
				DIGEST
			),
			Error::<Test>::UnknownFeed
		);
	});
}

#[test]
fn ten_outcomes_are_kept() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		for _ in 0..12 {
			assert_ok!(record(9_000, tick()));
		}
		let numbers = Outcomes::<Test>::get(FEED).iter().map(|one| one.number).collect::<Vec<_>>();
		assert_eq!(numbers, (2..12).collect::<Vec<_>>());
		assert_noop!(score(0, 1), Error::<Test>::UnknownOutcome);
		assert_ok!(score(0, 2));
	});
}

#[test]
fn a_report_is_compared_once_with_each_outcome() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(record(9_000, tick()));
		assert_ok!(record(11_000, tick()));
		assert_ok!(score(0, 0));
		assert_last(Event::ModelScored {
			feed: FEED,
			model: 0,
			outcome: 0,
			error: 111_111,
			covered: true,
			weight: 236,
			suspended: false,
		});
		assert_eq!(Models::<Test>::get(0).unwrap().weight, 236);
		assert_eq!(Reports::<Test>::get(FEED, (0, 1)).unwrap().scored_to, 1);
		assert_noop!(score(0, 0), Error::<Test>::AlreadyScored);
		assert_ok!(score(0, 1));
		assert_noop!(score(0, 0), Error::<Test>::AlreadyScored);
		assert_noop!(score(0, 2), Error::<Test>::UnknownOutcome);
		assert_noop!(score(9, 0), Error::<Test>::UnknownModel);
		assert_eq!(Scores::<Test>::get(0).len(), 2);
		assert_eq!(Scores::<Test>::get(1).len(), 0);
		let info = ValuationOracle::score_of(0).unwrap();
		assert_eq!((info.outcomes, info.coverage), (2, 1_000_000));
		// 11.1111 % and 9.0909 %: the mean of the two.
		assert_eq!(info.median_error, 101_010);
		assert_eq!(ValuationOracle::score_of(9), None);
	});
}

#[test]
fn who_did_not_report_in_that_round_is_not_compared() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		seat(3);
		assert_ok!(record(9_000, tick()));
		assert_noop!(score(3, 0), Error::<Test>::UnknownReport);
		// Its later report is no answer to an earlier price.
		assert_ok!(round(&[10_000; 4]));
		assert_noop!(score(3, 0), Error::<Test>::UnknownReport);
		assert_ok!(score(0, 0));
	});
}

#[test]
fn is_free_if_it_succeeds() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(record(9_000, tick()));
		let done = ValuationOracle::score(signed(STRANGER), FEED, 0, 0).unwrap();
		assert_eq!(done.pays_fee, Pays::No);
		let again = ValuationOracle::score(signed(STRANGER), FEED, 0, 0).unwrap_err();
		assert_eq!(again.post_info.pays_fee, Pays::Yes);
		assert_bad_origins(
			|origin| {
				ValuationOracle::score(origin, FEED, 0, 0).map(|_| ()).map_err(|error| error.error)
			},
			&[ROOT()],
		);
	});
}

#[test]
fn a_record_of_errors_suspends_the_model() {
	// 10,000 against 8,695 is 15.008 %, against 8,696 it is 14.995 %: the bound is 15 %.
	for (price, suspended) in [(8_695, true), (8_696, false)] {
		three().answered(&[10_000; 3]).build_and_execute(|| {
			// The interval is wide enough for each of these prices but one in two.
			for number in 0..3 {
				assert_ok!(record(price, tick()));
				TheTerms::mutate(|terms| terms.min_coverage = 0);
				assert_ok!(score(0, number));
				assert_eq!(Models::<Test>::get(0).unwrap().status, ModelStatus::Approved);
			}
			assert_ok!(record(price, tick()));
			assert_ok!(score(0, 3));
			let status = Models::<Test>::get(0).unwrap().status;
			assert_eq!(status == ModelStatus::Suspended, suspended);
			assert!(matches!(
				events().last(),
				Some(Event::ModelScored { suspended: told, .. }) if *told == suspended
			));
		});
	}
}

#[test]
fn intervals_that_miss_suspend_the_model() {
	// The interval is 9,000 to 11,000: a price of 11,001 is outside, with an error of 9 %.
	for (missed, suspended) in [(2, false), (3, true)] {
		three().answered(&[10_000; 3]).build_and_execute(|| {
			for number in 0..4 {
				assert_ok!(record(if number < missed { 11_001 } else { 11_000 }, tick()));
				assert_ok!(score(0, number));
			}
			let status = Models::<Test>::get(0).unwrap().status;
			assert_eq!(status == ModelStatus::Suspended, suspended);
		});
	}
}

#[test]
fn the_window_of_a_score_rolls() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		for number in 0..SCORES + 2 {
			assert_ok!(record(10_000 + u64::from(number), tick()));
			assert_ok!(score(0, number));
		}
		let scores = Scores::<Test>::get(0);
		assert_eq!(scores.len(), SCORES as usize);
		assert_eq!((scores[0].price, scores[31].price), (10_002, 10_033));
	});
}

#[test]
fn a_report_weighs_what_the_score_says() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(record(10_000, tick()));
		assert_ok!(score(0, 0));
		assert_ok!(round(&[10_000; 3]));
		let weights = crate::Rounds::<Test>::get(FEED).unwrap().entries;
		let weights = weights.iter().map(|entry| entry.weight).collect::<Vec<_>>();
		assert_eq!(weights, [250, 225, 225]);
	});
}

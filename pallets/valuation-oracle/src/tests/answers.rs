// SPDX-License-Identifier: Apache-2.0

//! How answers follow each other, and what a consumer sees at each moment.

use super::*;
use crate::{rules::MIN_PERIOD, Answer, Dated, Policy};
use cadastre_primitives::{Interval, ValuationStatus};
use ValuationStatus::*;

const PERIOD: u64 = 300;

fn dated(mid: u64, round: u32, as_of: u64) -> Dated {
	Dated {
		interval: interval(mid),
		as_of,
		round,
		aging_at: as_of + policy().aging_after,
		stale_at: as_of + policy().max_age,
	}
}

/// An answer of 10,000 of round 1, settled, taken at 1,000.
fn settled_one() -> Answer {
	Answer {
		settled: Some(dated(10_000, 1, 1_000)),
		round: 1,
		anchor: 10_000,
		window_until: 1_000 + policy().drift_window,
		..Default::default()
	}
}

fn take(answer: &mut Answer, mid: u64, now: u64) -> bool {
	let round = answer.round + 1;
	answer.take(dated(mid, round, now), &policy(), now, PERIOD)
}

fn status(answer: &Answer, now: u64) -> ValuationStatus {
	answer.valuation(now).unwrap().status()
}

fn seen(answer: &Answer, now: u64) -> (Interval, ValuationStatus) {
	let valuation = answer.valuation(now).unwrap();
	(valuation.when(|_| true).unwrap().0, valuation.status())
}

#[test]
fn an_answer_ages_by_the_second() {
	let answer = settled_one();
	for (now, expected) in [
		(1_000, Fresh),
		(1_999, Fresh),
		(2_000, Aging),
		(2_001, Aging),
		(3_999, Aging),
		(4_000, Stale),
		(4_001, Stale),
		(u64::MAX, Stale),
	] {
		assert_eq!(status(&answer, now), expected, "at {now}");
	}
}

#[test]
fn a_value_is_reached_through_its_status_alone() {
	let answer = settled_one();
	assert_eq!(answer.valuation(1_000).unwrap().fresh().unwrap().0.mid, 10_000);
	assert_eq!(answer.valuation(2_000).unwrap().fresh(), Err(Aging));
	let tolerant = |status| matches!(status, Fresh | Aging);
	assert!(answer.valuation(2_000).unwrap().when(tolerant).is_ok());
	assert_eq!(answer.valuation(4_000).unwrap().when(tolerant), Err(Stale));
}

#[test]
fn without_an_answer_there_is_none() {
	assert_eq!(Answer::default().valuation(0), None);
	let halted = Answer { halted: true, ..Default::default() };
	assert_eq!(halted.valuation(0), None);
}

#[test]
fn a_jump_is_proposed_at_its_bound_plus_one() {
	// The bound is 10 % of 10,000.
	for (mid, settled) in [(9_000, true), (8_999, false), (11_000, true), (11_001, false)] {
		let mut answer = settled_one();
		assert_eq!(take(&mut answer, mid, 1_500), settled, "{mid}");
		assert_eq!(answer.proposed.is_none(), settled);
		assert_eq!(status(&answer, 1_500), if settled { Fresh } else { Pending });
	}
}

#[test]
fn while_a_proposal_waits_the_interval_spans_both() {
	let mut answer = settled_one();
	take(&mut answer, 5_000, 1_500);
	let (low, high) = (interval(5_000).low, interval(10_000).high);
	assert_eq!(seen(&answer, 1_500), (Interval { low, mid: 10_000, high }, Pending));
	assert_eq!(seen(&answer, 1_899), (Interval { low, mid: 10_000, high }, Pending));
	assert_eq!(seen(&answer, 1_900), (interval(5_000), Fresh));
	assert_eq!(seen(&answer, 1_901), (interval(5_000), Fresh));
}

#[test]
fn a_proposal_that_waits_on_a_stale_answer_stands_alone() {
	let mut answer = settled_one();
	take(&mut answer, 5_000, 3_990);
	assert_eq!(seen(&answer, 3_999).0.mid, 10_000);
	assert_eq!(seen(&answer, 4_000), (interval(5_000), Pending));
}

#[test]
fn many_small_steps_reach_the_bound_of_the_window() {
	// 9 % a step: the third leaves 25 % of the anchor.
	let mut answer = settled_one();
	assert!(take(&mut answer, 10_900, 1_100));
	assert!(take(&mut answer, 11_800, 1_200));
	assert!(!take(&mut answer.clone(), 12_501, 1_300));
	assert!(take(&mut answer, 12_500, 1_300));
	// At the end of the window the last settled answer is the anchor.
	let end = answer.window_until;
	let mut early = answer.clone();
	assert!(!take(&mut early, 13_000, end - 1));
	let mut late = answer.clone();
	assert!(take(&mut late, 13_000, end));
	assert_eq!((late.anchor, late.window_until), (12_500, end + policy().drift_window));
}

#[test]
fn what_confirms_a_proposal_does_not_prolong_its_wait() {
	let mut answer = settled_one();
	take(&mut answer, 5_000, 1_500);
	let settles_at = answer.settles_at;
	assert_eq!(settles_at, 1_900);
	assert!(!take(&mut answer, 5_100, 1_700));
	assert_eq!(answer.settles_at, settles_at);
	assert_eq!(seen(&answer, settles_at), (interval(5_100), Fresh));
	// What does not confirm it waits anew.
	assert!(!take(&mut answer, 7_000, 1_800));
	assert_eq!(answer.settles_at, 2_200);
	assert_eq!(status(&answer, 1_900), Pending);
}

#[test]
fn a_confirmation_of_what_was_disputed_waits_anew() {
	let mut answer = settled_one();
	take(&mut answer, 5_000, 1_500);
	answer.disputes = 1;
	assert!(!take(&mut answer, 5_000, 1_700));
	assert_eq!((answer.settles_at, answer.disputes), (2_100, 0));
}

#[test]
fn what_returns_to_the_settled_drops_the_proposal() {
	let mut answer = settled_one();
	take(&mut answer, 5_000, 1_500);
	assert!(take(&mut answer, 10_100, 1_700));
	assert_eq!((answer.proposed, status(&answer, 1_700)), (None, Fresh));
}

#[test]
fn a_proposal_takes_its_place_before_the_next_is_measured() {
	let mut answer = settled_one();
	take(&mut answer, 5_000, 1_500);
	assert!(take(&mut answer, 5_100, 1_900));
	assert_eq!(answer.settled.unwrap().interval.mid, 5_100);
	assert_eq!(answer.anchor, 5_000);
}

#[test]
fn the_worst_status_is_answered() {
	let mut answer = settled_one();
	answer.disputes = 1;
	assert_eq!(status(&answer, 1_000), Disputed);
	assert_eq!(status(&answer, 4_000), Stale);
	answer.halted = true;
	assert_eq!(status(&answer, 1_000), Halted);
	assert_eq!(status(&answer, 4_000), Halted);
	answer.halted = false;
	take(&mut answer, 5_000, 1_500);
	assert_eq!(status(&answer, 1_500), Pending);
	answer.disputes = 1;
	assert_eq!(status(&answer, 1_500), Disputed);
	assert_eq!(status(&answer, 1_500 + policy().max_age), Stale);
}

#[test]
fn reports_can_be_disputed_until_a_proposal_settles() {
	let mut answer = settled_one();
	take(&mut answer, 10_000, 1_500);
	assert_eq!(answer.disputable_until, 1_500 + PERIOD);
	take(&mut answer, 5_000, 1_600);
	assert_eq!(answer.disputable_until, answer.settles_at);
}

#[test]
fn an_answer_that_is_withdrawn_is_stale_and_its_proposal_gone() {
	let mut answer = settled_one();
	answer.withdraw(1_200);
	assert_eq!(status(&answer, 1_200), Stale);
	let mut answer = settled_one();
	take(&mut answer, 5_000, 1_500);
	answer.withdraw(1_600);
	assert_eq!(seen(&answer, 1_600), (interval(10_000), Fresh));
}

#[test]
fn the_first_answer_waits() {
	let mut answer = Answer::default();
	assert!(!take(&mut answer, 10_000, 1_000));
	assert_eq!(seen(&answer, 1_399), (interval(10_000), Pending));
	assert_eq!(seen(&answer, 1_400), (interval(10_000), Fresh));
}

#[test]
fn a_value_of_zero_moves_only_by_a_proposal() {
	let mut answer = settled_one();
	answer.settled = Some(dated(0, 1, 1_000));
	answer.anchor = 0;
	assert!(take(&mut answer.clone(), 0, 1_500));
	assert!(!take(&mut answer, 1, 1_500));
}

#[test]
fn every_policy_in_bounds_leaves_time_to_answer() {
	let policy = Policy { commit_period: MIN_PERIOD, reveal_period: MIN_PERIOD, ..policy() };
	assert!(crate::rules::is_sound(&policy));
}

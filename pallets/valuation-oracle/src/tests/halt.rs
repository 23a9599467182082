// SPDX-License-Identifier: Apache-2.0

//! `halt_feed` and `resume_feed`.

use super::*;
use cadastre_primitives::{FeedId, ValuationStatus};

fn status() -> ValuationStatus {
	ValuationOracle::valuation(FEED).unwrap().status()
}

#[test]
fn a_halted_feed_says_so_and_opens_no_round() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_eq!(status(), ValuationStatus::Fresh);
		assert_ok!(ValuationOracle::halt_feed(ROOT(), FEED, DIGEST));
		assert_last(Event::FeedHalted { feed: FEED, reason: DIGEST });
		assert_eq!(status(), ValuationStatus::Halted);
		assert_noop!(
			ValuationOracle::open_round(signed(STRANGER), FEED),
			Error::<Test>::FeedHalted
		);
		assert_noop!(ValuationOracle::halt_feed(ROOT(), FEED, DIGEST), Error::<Test>::FeedHalted);
		assert_ok!(ValuationOracle::resume_feed(ROOT(), FEED));
		assert_last(Event::FeedResumed { feed: FEED });
		assert_eq!(status(), ValuationStatus::Fresh);
		assert_noop!(ValuationOracle::resume_feed(ROOT(), FEED), Error::<Test>::NotHalted);
	});
}

#[test]
fn an_open_round_is_finished_and_its_answer_stays_halted() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		open();
		for model in 0..3 {
			assert_ok!(commit(model, 10_100));
		}
		assert_ok!(ValuationOracle::halt_feed(ROOT(), FEED, DIGEST));
		Today::mutate(|now| *now += 100);
		for model in 0..3 {
			assert_ok!(reveal(model, 10_100));
		}
		assert_ok!(finalise());
		assert_eq!(status(), ValuationStatus::Halted);
		assert_ok!(ValuationOracle::resume_feed(ROOT(), FEED));
		assert_eq!(ValuationOracle::valuation(FEED).unwrap().fresh().unwrap().0.mid, 10_100);
	});
}

#[test]
fn a_halt_makes_nothing_younger() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(ValuationOracle::halt_feed(ROOT(), FEED, DIGEST));
		Today::mutate(|now| *now += 3_000);
		assert_ok!(ValuationOracle::resume_feed(ROOT(), FEED));
		assert_eq!(status(), ValuationStatus::Stale);
	});
}

#[test]
fn only_the_authority_may() {
	three().build_and_execute(|| {
		let others = [signed(ISSUER), signed(STRANGER)];
		assert_bad_origins(|origin| ValuationOracle::halt_feed(origin, FEED, DIGEST), &others);
		assert_bad_origins(|origin| ValuationOracle::resume_feed(origin, FEED), &others);
		let unknown = FeedId { asset: 8, ..FEED };
		assert_noop!(
			ValuationOracle::halt_feed(ROOT(), unknown, DIGEST),
			Error::<Test>::UnknownFeed
		);
		assert_noop!(ValuationOracle::resume_feed(ROOT(), unknown), Error::<Test>::UnknownFeed);
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;
use cadastre_primitives::{traits::InspectValuation, FeedId, Waiting};

fn waiting() -> Waiting {
	ValuationOracle::waiting(FEED).unwrap()
}

#[test]
fn a_feed_says_what_it_waits_for() {
	three().build_and_execute(|| {
		assert_eq!(waiting(), Waiting::Opening(0));
		open();
		assert_eq!(waiting(), Waiting::Commitments(vec![0, 1, 2], NOW + 100));
		assert_ok!(commit(1, 10_000));
		assert_eq!(waiting(), Waiting::Commitments(vec![0, 2], NOW + 100));
		assert_ok!(commit(0, 10_000));
		Today::set(NOW + 99);
		assert_eq!(waiting(), Waiting::Commitments(vec![2], NOW + 100));
		Today::set(NOW + 100);
		assert_eq!(waiting(), Waiting::Reveals(vec![0, 1], NOW + 200));
		assert_ok!(reveal(0, 10_000));
		assert_eq!(waiting(), Waiting::Reveals(vec![1], NOW + 200));
		Today::set(NOW + 199);
		assert_eq!(waiting(), Waiting::Reveals(vec![1], NOW + 200));
		Today::set(NOW + 200);
		assert_eq!(waiting(), Waiting::Finalisation);
		assert_ok!(finalise());
		assert_eq!(waiting(), Waiting::Opening(NOW + 200));
		assert_ok!(ValuationOracle::halt_feed(ROOT(), FEED, DIGEST));
		assert_eq!(waiting(), Waiting::Authority);
		assert_eq!(ValuationOracle::waiting(FeedId { asset: 8, ..FEED }), None);
	});
}

#[test]
fn consumers_get_the_same_answer() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		let seen = <ValuationOracle as InspectValuation>::valuation(FEED);
		assert_eq!(seen, ValuationOracle::valuation(FEED));
		assert_eq!(seen.unwrap().fresh().unwrap(), (interval(10_000), 2));
		assert_eq!(<() as InspectValuation>::valuation(FEED), None);
	});
}

#[test]
fn studies_are_served_once_there_are_outcomes() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_eq!(ValuationOracle::feed_study(FEED), None);
		assert_eq!(ValuationOracle::model_study(0), None);
		for price in [8_000, 10_000, 12_500] {
			Today::mutate(|now| *now += 1);
			assert_ok!(ValuationOracle::record_outcome(
				signed(APPRAISER),
				FEED,
				price,
				Today::get(),
				DIGEST
			));
		}
		for outcome in 0..3 {
			assert_ok!(ValuationOracle::score(signed(STRANGER), FEED, 0, outcome));
		}
		let study = ValuationOracle::feed_study(FEED).unwrap();
		assert_eq!(ValuationOracle::model_study(0), Some(study));
		// Ratios 1.25, 1 and 0.8: 0.45 / 3; and 3.05 / 3 by 30,000 / 30,500.
		assert_eq!((study.sample, study.median_ratio, study.cod), (3, 1_000_000, 150_000));
		assert_eq!(study.prd, 1_033_611);
		assert_eq!(ValuationOracle::model(9), None);
	});
}

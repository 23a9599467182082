// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Answers, Feeds, Policy, Rounds, MAX_DECIMALS};
use cadastre_primitives::{FeedId, Metric, Unit};

fn open_it(feed: FeedId, decimals: u8, policy: Policy) -> DispatchResult {
	ValuationOracle::open_feed(signed(ISSUER), feed, decimals, policy)
}

#[test]
fn works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(open_it(FEED, 2, policy()));
		let feed = Feeds::<Test>::get(FEED).unwrap();
		assert_eq!((feed.issuer, feed.decimals, feed.policy), (ISSUER, 2, policy()));
		assert!(feed.upcoming.is_none());
		let round = Rounds::<Test>::get(FEED).unwrap();
		assert!(round.finalised && round.number == 0 && round.entries.is_empty());
		assert_eq!(Answers::<Test>::get(FEED).unwrap().decimals, 2);
		assert_eq!(ValuationOracle::valuation(FEED), None);
		assert_eq!(held(ISSUER), [0, 0, DEPOSIT]);
		assert_last(Event::FeedOpened {
			feed: FEED,
			issuer: ISSUER,
			decimals: 2,
			policy: policy(),
		});
	});
}

#[test]
fn only_the_issuer_of_the_asset_may() {
	ExtBuilder::default().build_and_execute(|| {
		assert_bad_origins(
			|origin| ValuationOracle::open_feed(origin, FEED, 2, policy()),
			&[ROOT(), signed(STRANGER)],
		);
	});
}

#[test]
fn fails_for_what_does_not_fit() {
	ExtBuilder::default().build_and_execute(|| {
		let unknown = FeedId { asset: 9, ..FEED };
		assert_noop!(open_it(unknown, 2, policy()), Error::<Test>::UnknownAsset);
		assert_noop!(open_it(FEED, MAX_DECIMALS + 1, policy()), Error::<Test>::WrongUnit);
		assert_ok!(in_vain(|| open_it(FEED, MAX_DECIMALS, policy())));
		let small = FeedId { unit: Unit::Fiat(*b"chf"), ..FEED };
		assert_noop!(open_it(small, 2, policy()), Error::<Test>::WrongUnit);
		let ratio = FeedId { unit: Unit::Ratio, ..FEED };
		assert_noop!(open_it(ratio, 0, policy()), Error::<Test>::WrongUnit);
		let occupancy = FeedId { metric: Metric::Occupancy, ..ratio };
		assert_noop!(open_it(occupancy, 1, policy()), Error::<Test>::WrongUnit);
		assert_ok!(open_it(occupancy, 0, policy()));
		let bad = Policy { min_reports: 2, ..policy() };
		assert_noop!(open_it(FEED, 2, bad), Error::<Test>::BadPolicy);
		assert_ok!(open_it(FEED, 2, policy()));
		assert_noop!(open_it(FEED, 2, policy()), Error::<Test>::FeedExists);
	});
}

#[test]
fn a_feed_is_what_it_says_and_no_other_has_its_place() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(open_it(FEED, 2, policy()));
		for other in [
			FeedId { metric: Metric::Rent, ..FEED },
			FeedId { unit: Unit::Native, ..FEED },
			FeedId { unit: Unit::Token(0), ..FEED },
			FeedId { asset: 8, ..FEED },
		] {
			assert!(!Feeds::<Test>::contains_key(other));
			assert_ok!(open_it(other, 2, policy()));
		}
		assert_eq!(Feeds::<Test>::iter().count(), 5);
	});
}

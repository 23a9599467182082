// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Answers, Feeds, Histories, Outcomes, Reports, Rounds, Seats};

fn close() -> DispatchResult {
	ValuationOracle::close_feed(signed(ISSUER), FEED)
}

#[test]
fn leaves_nothing_and_returns_the_deposit() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		Today::mutate(|now| *now += 1);
		assert_ok!(ValuationOracle::record_outcome(
			signed(APPRAISER),
			FEED,
			10_000,
			Today::get(),
			DIGEST
		));
		assert_noop!(close(), Error::<Test>::SeatsTaken);
		for model in 0..3 {
			assert_ok!(ValuationOracle::leave(signed(operator(model)), FEED, model));
		}
		assert_ok!(close());
		assert_last(Event::FeedClosed { feed: FEED });
		assert_eq!(held(ISSUER), [0; 3]);
		assert_eq!(Feeds::<Test>::iter().count(), 0);
		assert_eq!(Rounds::<Test>::iter().count(), 0);
		assert_eq!(Answers::<Test>::iter().count(), 0);
		assert_eq!(Seats::<Test>::iter().count(), 0);
		assert_eq!(Histories::<Test>::iter().count(), 0);
		assert_eq!(Outcomes::<Test>::iter().count(), 0);
		assert_eq!(Reports::<Test>::iter().count(), 0);
		assert_noop!(close(), Error::<Test>::UnknownFeed);
		assert_eq!(ValuationOracle::valuation(FEED), None);
	});
}

#[test]
fn only_who_opened_it_may() {
	ExtBuilder::default().feed(policy(), 0).build_and_execute(|| {
		assert_bad_origins(
			|origin| ValuationOracle::close_feed(origin, FEED),
			&[ROOT(), signed(STRANGER)],
		);
		assert_noop!(ValuationOracle::close_feed(signed(HOLDER), FEED), Error::<Test>::NotIssuer);
	});
}

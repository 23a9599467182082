// SPDX-License-Identifier: Apache-2.0

//! `announce_policy`, `withdraw_policy` and `enact_policy`.

use super::*;
use crate::{Feeds, Policy};
use cadastre_primitives::FeedId;

const OTHER: FeedId = FeedId { asset: 8, ..FEED };

fn stricter() -> Policy {
	Policy { min_reports: 5, ..policy() }
}

fn announce(policy: Policy) -> DispatchResult {
	ValuationOracle::announce_policy(signed(ISSUER), FEED, policy)
}

fn enact() -> DispatchResult {
	ValuationOracle::enact_policy(signed(STRANGER), FEED)
}

#[test]
fn a_policy_waits_for_its_date() {
	three().build_and_execute(|| {
		assert_ok!(announce(stricter()));
		let effective_at = NOW + terms().policy_delay;
		assert_last(Event::PolicyAnnounced {
			feed: FEED,
			old: policy(),
			new: stricter(),
			effective_at,
		});
		assert_eq!(Feeds::<Test>::get(FEED).unwrap().policy, policy());
		opens_at(effective_at, Error::TooEarly, enact);
		assert_ok!(enact());
		assert_last(Event::PolicyEnacted { feed: FEED, old: policy(), new: stricter() });
		let feed = Feeds::<Test>::get(FEED).unwrap();
		assert_eq!((feed.policy, feed.upcoming), (stricter(), None));
		assert_noop!(enact(), Error::<Test>::NoUpcomingPolicy);
	});
}

#[test]
fn a_later_announcement_starts_anew() {
	three().build_and_execute(|| {
		assert_ok!(announce(stricter()));
		Today::mutate(|now| *now += terms().policy_delay);
		assert_ok!(announce(policy()));
		assert_noop!(enact(), Error::<Test>::TooEarly);
	});
}

#[test]
fn it_can_be_withdrawn() {
	three().build_and_execute(|| {
		let withdraw = || ValuationOracle::withdraw_policy(signed(ISSUER), FEED);
		assert_noop!(withdraw(), Error::<Test>::NoUpcomingPolicy);
		assert_ok!(announce(stricter()));
		assert_ok!(withdraw());
		assert_last(Event::PolicyWithdrawn { feed: FEED, policy: stricter() });
		Today::mutate(|now| *now += terms().policy_delay);
		assert_noop!(enact(), Error::<Test>::NoUpcomingPolicy);
	});
}

#[test]
fn a_round_ends_under_the_policy_under_which_it_began() {
	three().build_and_execute(|| {
		assert_ok!(announce(stricter()));
		Today::mutate(|now| *now += terms().policy_delay);
		open();
		assert_noop!(enact(), Error::<Test>::RoundOpen);
		Today::mutate(|now| *now += 200);
		assert_ok!(finalise());
		assert_ok!(enact());
	});
}

#[test]
fn only_who_opened_the_feed_may() {
	three().build_and_execute(|| {
		assert_bad_origins(
			|origin| ValuationOracle::announce_policy(origin, FEED, stricter()),
			&[ROOT(), signed(STRANGER)],
		);
		assert_bad_origins(
			|origin| ValuationOracle::withdraw_policy(origin, FEED),
			&[ROOT(), signed(STRANGER)],
		);
		assert_bad_origins(|origin| ValuationOracle::enact_policy(origin, FEED), &[ROOT()]);
		// Another account with the issuer's role.
		let other = signed(HOLDER);
		assert_noop!(
			ValuationOracle::announce_policy(other.clone(), FEED, stricter()),
			Error::<Test>::NotIssuer
		);
		assert_noop!(ValuationOracle::withdraw_policy(other, FEED), Error::<Test>::NotIssuer);
	});
}

#[test]
fn fails_for_an_unknown_feed_and_a_bad_policy() {
	three().build_and_execute(|| {
		let issuer = || signed(ISSUER);
		assert_noop!(
			ValuationOracle::announce_policy(issuer(), OTHER, policy()),
			Error::<Test>::UnknownFeed
		);
		assert_noop!(ValuationOracle::withdraw_policy(issuer(), OTHER), Error::<Test>::UnknownFeed);
		assert_noop!(ValuationOracle::enact_policy(issuer(), OTHER), Error::<Test>::UnknownFeed);
		assert_noop!(announce(Policy { min_reports: 17, ..policy() }), Error::<Test>::BadPolicy);
	});
}

// SPDX-License-Identifier: Apache-2.0

//! `open_round`, and the steps of a round.

use super::*;
use crate::{Round, Rounds, Vote};
use cadastre_primitives::FeedId;
use codec::MaxEncodedLen;

#[test]
fn a_round_has_its_times_from_the_policy() {
	three().build_and_execute(|| {
		assert_ok!(ValuationOracle::open_round(signed(STRANGER), FEED));
		let round = Rounds::<Test>::get(FEED).unwrap();
		assert_eq!((round.number, round.opened_at, round.finalised), (1, NOW, false));
		assert_eq!((round.commit_until(), round.reveal_until()), (NOW + 100, NOW + 200));
		assert_last(Event::RoundOpened {
			feed: FEED,
			round: 1,
			commit_until: NOW + 100,
			reveal_until: NOW + 200,
		});
		assert_noop!(ValuationOracle::open_round(signed(STRANGER), FEED), Error::<Test>::RoundOpen);
	});
}

#[test]
fn rounds_keep_their_distance() {
	let slow = crate::Policy { interval: 500, ..policy() };
	ExtBuilder::default().feed(slow, 3).build_and_execute(|| {
		assert_ok!(round(&[10_000; 3]));
		opens_at(NOW + 500, Error::TooEarly, || {
			ValuationOracle::open_round(signed(STRANGER), FEED)
		});
	});
}

#[test]
fn a_new_round_forgets_reports_but_not_what_is_owed() {
	three().build_and_execute(|| {
		open();
		for model in 0..3 {
			assert_ok!(commit(model, 10_000));
		}
		Today::mutate(|now| *now += 100);
		assert_ok!(reveal(0, 10_000));
		Today::mutate(|now| *now += 100);
		assert_ok!(finalise());
		open();
		let votes = Rounds::<Test>::get(FEED).unwrap().entries;
		let votes = votes.iter().map(|entry| entry.vote).collect::<Vec<_>>();
		assert_eq!(votes, [Vote::Absent, Vote::Missed, Vote::Missed]);
	});
}

#[test]
fn anybody_signed_may_and_only_on_a_feed() {
	three().build_and_execute(|| {
		assert_bad_origins(|origin| ValuationOracle::open_round(origin, FEED), &[ROOT()]);
		assert_noop!(
			ValuationOracle::open_round(signed(STRANGER), FeedId { asset: 8, ..FEED }),
			Error::<Test>::UnknownFeed
		);
	});
}

#[test]
fn hot_values_stay_within_512_bytes() {
	assert!(Round::max_encoded_len() <= 512, "{}", Round::max_encoded_len());
	assert!(crate::Answer::max_encoded_len() <= 512);
	assert!(crate::Model::max_encoded_len() <= 64);
	assert!(crate::Operator::<sp_runtime::AccountId32>::max_encoded_len() <= 128);
}

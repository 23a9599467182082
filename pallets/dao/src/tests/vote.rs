// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{VoteRecord, VoteRecords};
use cadastre_primitives::{Choice, Split};

fn voting(test: impl FnOnce()) {
	ExtBuilder::default().resolution().build_and_execute(|| {
		Today::set(VOTING_FROM);
		test();
	});
}

#[test]
fn works() {
	voting(|| {
		assert_ok!(vote(BOB, 0, YES));
		assert_eq!(tally(0), [300, 0, 0]);
		assert_eq!(record(0).records, 1);
		let votes = vec![(0, 300)].try_into().unwrap();
		assert_eq!(
			VoteRecords::<Test>::get(0, BOB),
			Some(VoteRecord::Cast { votes: Clone::clone(&votes), by: None })
		);
		assert_eq!(
			events(),
			[Event::VoteCast { asset: ASSET, resolution: 0, investor: BOB, by: None, votes }]
		);
	});
}

#[test]
fn the_last_ballot_of_an_investor_counts_whichever_key_cast_it() {
	voting(|| {
		assert_ok!(vote(BOB, 0, YES));
		assert_ok!(vote(BOB, 0, NO));
		assert_ok!(vote(BOB + 100, 0, Choice::Abstain));
		assert_eq!(tally(0), [0, 0, 300]);
		assert_eq!(record(0).records, 1);
	});
}

#[test]
fn votes_can_be_split() {
	voting(|| {
		let parts =
			[split(0, YES, Some(100)), split(0, NO, None), split(0, Choice::Abstain, Some(50))];
		assert_ok!(Dao::vote(signed(BOB), ASSET, 0, ballot(&parts)));
		assert_eq!(tally(0), [100, 150, 50]);
		// What is not named is not cast.
		assert_ok!(Dao::vote(signed(BOB), ASSET, 0, ballot(&parts[..1])));
		assert_eq!(tally(0), [100, 0, 0]);
	});
}

#[test]
fn each_motion_has_all_votes() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(ALICE, no_calls(&[2, 3])));
		Today::set(VOTING_FROM);
		let parts = [split(0, Choice::For(1), None), split(1, Choice::For(2), Some(10))];
		assert_ok!(Dao::vote(signed(DAVE), ASSET, 0, ballot(&parts)));
		assert_eq!(tally(0), [0, 100, 0, 0, 0, 0, 10, 0, 0]);
	});
}

#[test]
fn a_ballot_is_exact() {
	voting(|| {
		let fails = |parts: &[Split], error: Error<Test>| {
			assert_noop!(Dao::vote(signed(BOB), ASSET, 0, ballot(parts)), error);
		};
		fails(&[], Error::NoVotes);
		fails(&[split(0, YES, Some(0))], Error::NoVotes);
		fails(&[split(0, YES, Some(300)), split(0, NO, None)], Error::NoVotes);
		fails(&[split(1, YES, None)], Error::UnknownOption);
		fails(&[split(0, Choice::For(1), None)], Error::UnknownOption);
		fails(&[split(0, YES, None), split(0, NO, None)], Error::SplitTwice);
		fails(&[split(0, YES, Some(1)), split(0, YES, Some(1))], Error::SplitTwice);
		fails(&[split(0, YES, Some(301))], Error::TooManyVotes);
		fails(&[split(0, YES, Some(300)), split(0, NO, Some(1))], Error::TooManyVotes);
		fails(&[split(0, YES, Some(u128::MAX)), split(0, NO, Some(2))], Error::TooManyVotes);
		for votes in [299, 300] {
			assert_ok!(Dao::vote(signed(BOB), ASSET, 0, ballot(&[split(0, YES, Some(votes))])));
			assert_eq!(tally(0), [votes, 0, 0]);
		}
	});
}

#[test]
fn only_in_the_period_of_the_vote() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_open_in(VOTING_FROM, VOTING_UNTIL, || vote(BOB, 0, YES));
	});
}

#[test]
fn only_a_voting_key_may() {
	voting(|| {
		assert_bad_origins(
			|origin| Dao::vote(origin, ASSET, 0, all(YES)),
			&[ROOT(), holders(ASSET)],
		);
		assert_needs_voting_key(BOB, |who| vote(who, 0, YES));
	});
}

#[test]
fn neither_the_issuer_nor_who_owns_nothing_votes() {
	voting(|| {
		assert_noop!(vote(ISSUER, 0, YES), Error::<Test>::NotVoter);
		assert_noop!(vote(POOR, 0, YES), Error::<Test>::NoVotes);
	});
}

#[test]
fn fails_for_another_resolution() {
	voting(|| {
		assert_noop!(vote(BOB, 1, YES), Error::<Test>::UnknownResolution);
		assert_noop!(Dao::vote(signed(BOB), OTHER, 0, all(YES)), Error::<Test>::UnknownResolution);
	});
}

#[test]
fn fails_on_a_secret_ballot() {
	ExtBuilder::default().build_and_execute(|| {
		let class = cadastre_primitives::ResolutionClass::Ordinary;
		assert_ok!(propose_as(ALICE, class, true, no_calls(&[1])));
		Today::set(VOTING_FROM);
		assert_noop!(vote(BOB, 0, YES), Error::<Test>::SecretBallot);
	});
}

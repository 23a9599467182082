// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{VoteRecord, VoteRecords};
use cadastre_primitives::{Choice, InvestorId};

/// Bob and Carol have delegated to Dave, and the vote has begun.
fn delegated(test: impl FnOnce()) {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_ok!(Dao::delegate(signed(BOB), ASSET, DAVE));
		assert_ok!(Dao::delegate(signed(CAROL), ASSET, DAVE));
		System::reset_events();
		Today::set(VOTING_FROM);
		test();
	});
}

fn vote_for(who: AccountId, holders: &[InvestorId], choice: Choice) -> DispatchResult {
	Dao::vote_for(signed(who), ASSET, 0, holders.to_vec().try_into().unwrap(), all(choice))
}

#[test]
fn works() {
	delegated(|| {
		assert_ok!(vote_for(DAVE, &[BOB, CAROL], YES));
		assert_eq!(tally(0), [500, 0, 0]);
		assert_eq!(record(0).records, 2);
		let event = |investor, votes| Event::VoteCast {
			asset: ASSET,
			resolution: 0,
			investor,
			by: Some(DAVE),
			votes: vec![(0, votes)].try_into().unwrap(),
		};
		assert_eq!(events(), [event(BOB, 300), event(CAROL, 200)]);
	});
}

#[test]
fn the_delegate_can_change_it_and_the_holder_has_the_last_word() {
	delegated(|| {
		assert_ok!(vote_for(DAVE, &[BOB], YES));
		assert_ok!(vote_for(DAVE, &[BOB], NO));
		assert_eq!(tally(0), [0, 300, 0]);
		assert_ok!(vote(BOB, 0, Choice::Abstain));
		assert_eq!(tally(0), [0, 0, 300]);
		assert_noop!(vote_for(DAVE, &[BOB], YES), Error::<Test>::NothingCast);
		// The vote of one holder does not stop those of the others.
		assert_ok!(vote_for(DAVE, &[BOB, CAROL], YES));
		assert_eq!(tally(0), [200, 0, 300]);
		assert!(matches!(
			VoteRecords::<Test>::get(0, BOB),
			Some(VoteRecord::Cast { by: None, .. })
		));
	});
}

#[test]
fn a_holder_twice_in_the_list_counts_once() {
	delegated(|| {
		assert_ok!(vote_for(DAVE, &[BOB, BOB, BOB], YES));
		assert_eq!(tally(0), [300, 0, 0]);
		assert_eq!(record(0).records, 1);
	});
}

#[test]
fn only_for_who_has_delegated_and_may_vote() {
	delegated(|| {
		for holders in [&[ALICE][..], &[DAVE], &[POOR], &[99], &[]] {
			assert_noop!(vote_for(DAVE, holders, YES), Error::<Test>::NothingCast);
		}
		assert_noop!(vote_for(ALICE, &[BOB], YES), Error::<Test>::NothingCast);
		Table::block(BOB);
		assert_noop!(vote_for(DAVE, &[BOB], YES), Error::<Test>::NothingCast);
		Table::unblock(BOB);
		assert_ok!(Dao::undelegate(signed(BOB), ASSET, BOB));
		assert_noop!(vote_for(DAVE, &[BOB], YES), Error::<Test>::NothingCast);
	});
}

#[test]
fn the_issuer_neither_votes_for_others_nor_through_others() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_ok!(Dao::delegate(signed(BOB), ASSET, ISSUER));
		assert_ok!(Dao::delegate(signed(ISSUER), ASSET, DAVE));
		Today::set(VOTING_FROM);
		assert_noop!(vote_for(ISSUER, &[BOB], YES), Error::<Test>::NotVoter);
		assert_noop!(vote_for(DAVE, &[ISSUER], YES), Error::<Test>::NothingCast);
	});
}

#[test]
fn a_part_that_one_holder_does_not_have_stops_the_call() {
	delegated(|| {
		let call = |votes| {
			let parts = ballot(&[split(0, YES, Some(votes))]);
			Dao::vote_for(signed(DAVE), ASSET, 0, vec![BOB, CAROL].try_into().unwrap(), parts)
		};
		assert_noop!(call(201), Error::<Test>::TooManyVotes);
		assert_ok!(call(200));
		assert_eq!(tally(0), [400, 0, 0]);
	});
}

#[test]
fn only_in_the_period_of_the_vote() {
	delegated(|| {
		assert_open_in(VOTING_FROM, VOTING_UNTIL, || vote_for(DAVE, &[BOB], YES));
	});
}

#[test]
fn only_a_voting_key_may() {
	delegated(|| {
		assert_bad_origins(
			|origin| Dao::vote_for(origin, ASSET, 0, vec![BOB].try_into().unwrap(), all(YES)),
			&[ROOT(), holders(ASSET)],
		);
		assert_needs_voting_key(DAVE, |who| vote_for(who, &[BOB], YES));
	});
}

#[test]
fn fails_on_a_secret_ballot() {
	ExtBuilder::default().build_and_execute(|| {
		let class = cadastre_primitives::ResolutionClass::Ordinary;
		assert_ok!(propose_as(ALICE, class, true, no_calls(&[1])));
		assert_ok!(Dao::delegate(signed(BOB), ASSET, DAVE));
		Today::set(VOTING_FROM);
		assert_noop!(vote_for(DAVE, &[BOB], YES), Error::<Test>::SecretBallot);
	});
}

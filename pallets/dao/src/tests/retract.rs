// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::VoteRecords;

fn retract(who: AccountId) -> DispatchResult {
	Dao::retract(signed(who), ASSET, 0)
}

#[test]
fn works() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		Today::set(VOTING_FROM);
		assert_ok!(vote(BOB, 0, YES));
		assert_ok!(retract(BOB));
		assert_eq!(tally(0), [0; 3]);
		assert_eq!(record(0).records, 0);
		assert!(!VoteRecords::<Test>::contains_key(0, BOB));
		assert_last(Event::VoteRetracted { asset: ASSET, resolution: 0, investor: BOB });
		assert_noop!(retract(BOB), Error::<Test>::NotVoted);
	});
}

#[test]
fn takes_back_what_a_delegate_cast() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_ok!(Dao::delegate(signed(BOB), ASSET, DAVE));
		Today::set(VOTING_FROM);
		assert_ok!(Dao::vote_for(signed(DAVE), ASSET, 0, vec![BOB].try_into().unwrap(), all(YES)));
		assert_ok!(Dao::undelegate(signed(BOB), ASSET, BOB));
		assert_eq!(tally(0), [300, 0, 0]);
		assert_ok!(retract(BOB));
		assert_eq!(tally(0), [0; 3]);
	});
}

#[test]
fn only_a_voting_key_in_the_period_of_the_vote() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		Today::set(VOTING_FROM);
		assert_ok!(vote(BOB, 0, YES));
		assert_bad_origins(|origin| Dao::retract(origin, ASSET, 0), &[ROOT(), holders(ASSET)]);
		assert_noop!(Dao::retract(signed(BOB), ASSET, 1), Error::<Test>::UnknownResolution);
		assert_open_in(VOTING_FROM, VOTING_UNTIL, || retract(BOB));
		Today::set(VOTING_FROM);
		assert_needs_voting_key(BOB, retract);
	});
}

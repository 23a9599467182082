// SPDX-License-Identifier: Apache-2.0

use super::*;
use cadastre_primitives::{
	Choice, Deadline, Key, MotionState, Next, Phase, ResolutionClass, Rights,
};
use codec::Encode;
use sp_runtime::Weight;

fn state(resolution: u32) -> (Phase, Next, Option<u64>) {
	let info = Dao::resolution(ASSET, resolution).unwrap();
	let Deadline { next, by } = info.deadline;
	(info.phase, next, by)
}

#[test]
fn says_where_a_resolution_is_and_what_happens_next() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_eq!(state(0), (Phase::Discussion, Next::VoteBegins, Some(VOTING_FROM)));
		Today::set(VOTING_FROM);
		assert_eq!(state(0), (Phase::Voting, Next::HoldersVote, Some(VOTING_UNTIL)));
		assert_ok!(vote(ALICE, 0, YES));
		Today::set(VOTING_UNTIL);
		assert_eq!(state(0), (Phase::Counting, Next::AnyoneCloses, Some(EXECUTABLE_UNTIL)));
		assert_ok!(Dao::close(signed(BOB), ASSET, 0));
		assert_eq!(state(0), (Phase::Timelock, Next::TimelockEnds, Some(EXECUTABLE_FROM)));
		Today::set(EXECUTABLE_FROM);
		assert_eq!(state(0), (Phase::Grace, Next::AnyoneExecutes, Some(EXECUTABLE_UNTIL)));
		assert_ok!(Dao::execute(signed(BOB), ASSET, 0, 0, Weight::MAX));
		// It failed, so that it is as open as before.
		assert_eq!(state(0), (Phase::Grace, Next::AnyoneExecutes, Some(EXECUTABLE_UNTIL)));
		Today::set(EXECUTABLE_UNTIL);
		assert_eq!(state(0), (Phase::Lapsed, Next::AnyonePrunes, None));
	});
}

#[test]
fn says_so_of_secret_uncounted_withdrawn_rejected_and_vetoed_ones() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_as(ALICE, ResolutionClass::Ordinary, true, no_calls(&[1])));
		assert_ok!(propose(BOB, no_calls(&[1])));
		assert_ok!(Dao::withdraw(signed(BOB), ASSET, 1));
		assert_eq!(state(1), (Phase::Withdrawn, Next::AnyonePrunes, None));
		Today::set(VOTING_UNTIL);
		let reveal_until = VOTING_UNTIL + REVEAL;
		assert_eq!(state(0), (Phase::Reveal, Next::HoldersReveal, Some(reveal_until)));
		Today::set(EXECUTABLE_UNTIL + REVEAL);
		assert_eq!(state(0), (Phase::Counting, Next::AnyoneCloses, None));
		assert_ok!(Dao::close(signed(BOB), ASSET, 0));
		assert_eq!(state(0), (Phase::Done, Next::AnyonePrunes, None));
		assert_ok!(propose(BOB, one_call(spend(ASSET, DAVE, 1))));
		adopt(2, &[ALICE]);
		assert_ok!(Dao::veto(ROOT(), ASSET, 2, DIGEST));
		assert_eq!(state(2), (Phase::Vetoed, Next::AnyonePrunes, None));
	});
}

#[test]
fn says_what_is_missing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_as(ALICE, ResolutionClass::Special, false, no_calls(&[1])));
		Today::set(VOTING_FROM);
		let missing = || {
			let info = Dao::resolution(ASSET, 0).unwrap();
			assert_eq!((info.base, info.quorum), (1_000, 400));
			let motion = &info.motions[0];
			(motion.missing_for_quorum, motion.missing_for_majority, motion.leading)
		};
		assert_eq!(missing(), (400, 1, None));
		assert_ok!(vote(CAROL, 0, YES));
		assert_eq!(missing(), (200, 0, None));
		assert_ok!(vote(DAVE, 0, NO));
		// 300 of 400 would be three quarters.
		assert_eq!(missing(), (100, 100, None));
		assert_ok!(vote(BOB, 0, Choice::Abstain));
		assert_eq!(missing(), (0, 100, None));
		assert_ok!(Dao::vote(signed(ALICE), ASSET, 0, ballot(&[split(0, YES, Some(99))])));
		assert_eq!(missing(), (0, 1, None));
		assert_ok!(Dao::vote(signed(ALICE), ASSET, 0, ballot(&[split(0, YES, Some(100))])));
		assert_eq!(missing(), (0, 0, Some(0)));
		let motion = Dao::resolution(ASSET, 0).unwrap().motions[0].clone();
		assert_eq!(
			(motion.choices.to_vec(), motion.against, motion.abstained),
			(vec![300], 100, 300)
		);
		assert_eq!(motion.state, MotionState::Undecided);
	});
}

#[test]
fn says_what_a_holder_has_to_do_with_it() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_ok!(Dao::delegate(signed(BOB), ASSET, DAVE));
		Today::set(VOTING_FROM);
		let parts = ballot(&[split(0, YES, Some(10)), split(0, Choice::Abstain, None)]);
		assert_ok!(Dao::vote_for(signed(DAVE), ASSET, 0, vec![BOB].try_into().unwrap(), parts));
		let bob = Dao::voter(ASSET, 0, BOB + 100).unwrap();
		assert_eq!((bob.investor, bob.power, bob.may_vote), (BOB, 300, true));
		assert_eq!((bob.voted_by, bob.delegate, bob.committed), (Some(DAVE), Some(DAVE), false));
		let cast = ballot(&[split(0, YES, Some(10)), split(0, Choice::Abstain, Some(290))]);
		assert_eq!(bob.ballot, Some(cast));
		let issuer = Dao::voter(ASSET, 0, ISSUER).unwrap();
		assert_eq!((issuer.power, issuer.may_vote, issuer.ballot), (0, false, None));
		Table::block(BOB);
		assert!(!Dao::voter(ASSET, 0, BOB).unwrap().may_vote);
		Table::set_key(CAROL, Key { rights: Rights::CLAIM, ..plain_key(CAROL) });
		assert!(!Dao::voter(ASSET, 0, CAROL).unwrap().may_vote);
		Table::set_key(CAROL, Key { expires_at: Some(VOTING_FROM), ..plain_key(CAROL) });
		assert!(!Dao::voter(ASSET, 0, CAROL).unwrap().may_vote);
		assert_eq!(Dao::voter(ASSET, 0, STRANGER), None);
		assert_eq!(Dao::voter(ASSET, 1, BOB), None);
		// The balances are no longer kept once the vote is counted.
		Today::set(VOTING_UNTIL);
		assert_ok!(Dao::close(signed(DAVE), ASSET, 0));
		assert_eq!(Dao::voter(ASSET, 0, ALICE).unwrap().power, 0);
	});
}

#[test]
fn says_that_a_holder_has_committed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_as(ALICE, ResolutionClass::Ordinary, true, no_calls(&[1])));
		Today::set(VOTING_FROM);
		assert_ok!(Dao::commit(signed(BOB), ASSET, 0, DIGEST));
		let bob = Dao::voter(ASSET, 0, BOB).unwrap();
		assert_eq!((bob.committed, bob.ballot), (true, None));
	});
}

#[test]
fn resolutions_come_page_by_page() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [ALICE, BOB, CAROL] {
			assert_ok!(propose(who, no_calls(&[1])));
		}
		let page = |after, limit| {
			let page = Dao::resolutions(ASSET, after, limit);
			page.into_iter().map(|info| info.id).collect::<Vec<_>>()
		};
		let everything = page(None, u32::MAX);
		let mut sorted = everything.clone();
		sorted.sort();
		assert_eq!(sorted, [0, 1, 2]);
		assert_eq!(page(None, 0), [0; 0]);
		assert_eq!(page(None, 2), everything[..2]);
		assert_eq!(page(Some(everything[1]), 2), everything[2..]);
		assert_eq!(page(Some(everything[2]), 2), [0; 0]);
		assert_eq!(Dao::resolutions(OTHER, None, 5), []);
		assert_eq!(Dao::resolution(OTHER, 0), None);
	});
}

#[test]
fn the_call_can_be_read() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		let call = spend(ASSET, DAVE, 1).encode();
		assert_eq!(Dao::carried_call(ASSET, 0, 0, 0), Some(call));
		assert_eq!(Dao::carried_call(ASSET, 0, 0, 1), None);
		assert_eq!(Dao::carried_call(ASSET, 0, 1, 0), None);
		assert_eq!(Dao::carried_call(ASSET, 1, 0, 0), None);
	});
}

#[test]
fn the_manager_and_its_mandate_can_be_read() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!((Dao::manager(ASSET), Dao::mandate(ASSET, DAVE)), (None, None));
		assert_ok!(Dao::stand(signed(DAVE), ASSET, MANAGER_BOND));
		assert_eq!(Dao::mandate(ASSET, DAVE).unwrap().bond, MANAGER_BOND);
	});
}

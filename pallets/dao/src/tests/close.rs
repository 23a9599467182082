// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{OpenResolutions, Stage};
use cadastre_primitives::{Choice, MotionState, ResolutionClass};

fn close() -> DispatchResult {
	Dao::close(signed(STRANGER), ASSET, 0)
}

/// Counts a resolution of a class on which these holders vote, and answers what became of it.
fn outcome(class: ResolutionClass, votes: &[(AccountId, Choice)]) -> MotionState {
	let mut state = MotionState::Undecided;
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_as(ALICE, class, false, no_calls(&[1])));
		Today::set(VOTING_FROM);
		for (who, choice) in votes {
			assert_ok!(vote(*who, 0, *choice));
		}
		Today::set(VOTING_UNTIL);
		assert_ok!(close());
		state = record(0).motions[0];
	});
	state
}

#[test]
fn works() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		Today::set(VOTING_FROM);
		assert_ok!(vote(ALICE, 0, YES));
		assert_ok!(vote(BOB, 0, NO));
		System::reset_events();
		Today::set(VOTING_UNTIL);
		assert_ok!(close());
		let found = record(0);
		assert_eq!(found.stage, Stage::Closed);
		assert_eq!(found.motions.to_vec(), [MotionState::Carried { choice: 0 }]);
		assert_eq!(OpenResolutions::<Test>::iter().count(), 0);
		assert_eq!(crate::Proposers::<Test>::iter().count(), 0);
		assert_eq!(Table::references(ASSET), 0);
		assert_eq!(held(ALICE), (DEPOSIT, 0, 0));
		assert_eq!(
			events(),
			[Event::ResolutionClosed {
				asset: ASSET,
				resolution: 0,
				motions: found.motions,
				tally: vec![400, 300, 0].try_into().unwrap(),
				base: 1_000,
				lost: 0,
			}]
		);
		assert_noop!(close(), Error::<Test>::WrongPhase);
	});
}

#[test]
fn open_to_anyone_when_the_vote_is_over() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_bad_origins(|origin| Dao::close(origin, ASSET, 0), &[ROOT(), holders(ASSET)]);
		assert_noop!(Dao::close(signed(BOB), ASSET, 1), Error::<Test>::UnknownResolution);
		for (now, open) in [
			(NOW, false),
			(VOTING_FROM, false),
			(VOTING_UNTIL - 1, false),
			(VOTING_UNTIL, true),
			(VOTING_UNTIL + 1, true),
			(EXECUTABLE_UNTIL + 1, true),
		] {
			Today::set(now);
			let answer = frame_support::storage::with_transaction_unchecked(|| {
				frame_support::storage::TransactionOutcome::Rollback(close())
			});
			assert_eq!(answer.is_ok(), open, "{now}");
		}
	});
}

#[test]
fn an_ordinary_resolution_needs_a_quorum_of_all_and_more_than_half() {
	let class = ResolutionClass::Ordinary;
	let rejected = MotionState::Rejected;
	let adopted = MotionState::Adopted { choice: 0 };
	// 30 % of 1,000 units.
	assert_eq!(outcome(class, &[]), rejected);
	assert_eq!(outcome(class, &[(CAROL, YES)]), rejected);
	assert_eq!(outcome(class, &[(BOB, YES)]), adopted);
	// Abstentions count for the quorum, not for the majority.
	assert_eq!(outcome(class, &[(CAROL, Choice::Abstain), (DAVE, YES)]), adopted);
	// A tie is no majority.
	assert_eq!(outcome(class, &[(BOB, YES), (CAROL, NO), (DAVE, NO)]), rejected);
	assert_eq!(outcome(class, &[(BOB, YES), (CAROL, NO)]), adopted);
}

#[test]
fn a_higher_class_needs_more() {
	let rejected = MotionState::Rejected;
	let adopted = MotionState::Adopted { choice: 0 };
	let votes = [(ALICE, YES), (BOB, YES), (CAROL, NO)];
	// 700 of 900 are 77.8 %.
	assert_eq!(outcome(ResolutionClass::Special, &votes), adopted);
	assert_eq!(outcome(ResolutionClass::Extraordinary, &votes), rejected);
	// 300 of 400 are exactly 75 %.
	assert_eq!(outcome(ResolutionClass::Special, &[(BOB, YES), (DAVE, NO)]), adopted);
	assert_eq!(outcome(ResolutionClass::Special, &[(BOB, YES)]), rejected);
	// 900 of 1,000 are exactly 90 %.
	let votes = [(ALICE, YES), (BOB, YES), (CAROL, YES), (DAVE, NO)];
	assert_eq!(outcome(ResolutionClass::Extraordinary, &votes), adopted);
	// 600 of 1,000 are the quorum of an extraordinary resolution.
	let votes = [(ALICE, YES), (DAVE, YES)];
	assert_eq!(outcome(ResolutionClass::Extraordinary, &votes), rejected);
	let votes = [(ALICE, YES), (CAROL, YES)];
	assert_eq!(outcome(ResolutionClass::Extraordinary, &votes), adopted);
}

#[test]
fn the_bond_is_lost_to_the_treasury_below_the_floor() {
	// A choice needs 100 of 1,000 votes, whatever the others get.
	for (votes, lost) in [(99, PROPOSAL_BOND), (100, 0), (101, 0)] {
		ExtBuilder::default().resolution().build_and_execute(|| {
			Today::set(VOTING_FROM);
			let parts = [split(0, YES, Some(votes)), split(0, NO, None)];
			assert_ok!(Dao::vote(signed(BOB), ASSET, 0, ballot(&parts)));
			System::reset_events();
			Today::set(VOTING_UNTIL);
			assert_ok!(close());
			assert_eq!(held(ALICE), (DEPOSIT, 0, 0));
			assert_eq!(Balances::free_balance(ALICE), FUNDS - DEPOSIT - lost);
			assert_eq!(Balances::free_balance(Dao::treasury_account(ASSET)), lost);
			let [Event::ResolutionClosed { lost: told, .. }] = events()[..] else {
				panic!("another event");
			};
			assert_eq!(told, lost);
		});
	}
}

#[test]
fn each_motion_is_counted_for_itself() {
	ExtBuilder::default().build_and_execute(|| {
		let with_call = motion(&[None, Some(spend(ASSET, DAVE, 1))]);
		assert_ok!(propose(ALICE, motions(&[with_call, motion(&[None, None]), motion(&[None])])));
		Today::set(VOTING_FROM);
		let parts = [
			split(0, Choice::For(1), None),
			split(1, Choice::For(0), Some(200)),
			split(1, Choice::For(1), Some(200)),
			split(2, YES, None),
		];
		assert_ok!(Dao::vote(signed(ALICE), ASSET, 0, ballot(&parts)));
		Today::set(VOTING_UNTIL);
		assert_ok!(close());
		assert_eq!(
			record(0).motions.to_vec(),
			[
				MotionState::Carried { choice: 1 },
				MotionState::Rejected,
				MotionState::Adopted { choice: 0 }
			]
		);
	});
}

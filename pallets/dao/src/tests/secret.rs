// SPDX-License-Identifier: Apache-2.0

//! `commit` and `reveal`.

use super::*;
use crate::{VoteRecord, VoteRecords};
use cadastre_primitives::{Ballot, InvestorId, MotionState, ResolutionClass};
use sp_core::H256;

const REVEAL_UNTIL: u64 = VOTING_UNTIL + REVEAL;

fn secret(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_as(ALICE, ResolutionClass::Ordinary, true, no_calls(&[1])));
		System::reset_events();
		Today::set(VOTING_FROM);
		test();
	});
}

fn digest(investor: InvestorId, ballot: &Ballot) -> H256 {
	Dao::commitment(ASSET, 0, investor, ballot.clone(), SALT)
}

fn commit(who: AccountId, digest: H256) -> DispatchResult {
	Dao::commit(signed(who), ASSET, 0, digest)
}

fn reveal(who: AccountId, ballot: Ballot) -> DispatchResult {
	Dao::reveal(signed(who), ASSET, 0, ballot, SALT)
}

#[test]
fn works() {
	secret(|| {
		let digest = digest(BOB, &all(YES));
		assert_ok!(commit(BOB, digest));
		assert_eq!(tally(0), [0; 3]);
		assert_eq!(record(0).records, 1);
		assert_eq!(VoteRecords::<Test>::get(0, BOB), Some(VoteRecord::Committed { digest }));
		Today::set(VOTING_UNTIL);
		assert_ok!(reveal(BOB, all(YES)));
		assert_eq!(tally(0), [300, 0, 0]);
		assert_eq!(record(0).records, 1);
		let votes = vec![(0, 300)].try_into().unwrap();
		assert_eq!(
			events(),
			[
				Event::VoteCommitted { asset: ASSET, resolution: 0, investor: BOB, digest },
				Event::VoteCast { asset: ASSET, resolution: 0, investor: BOB, by: None, votes },
			]
		);
		Today::set(REVEAL_UNTIL);
		assert_ok!(Dao::close(signed(STRANGER), ASSET, 0));
		assert_eq!(record(0).motions.to_vec(), [MotionState::Adopted { choice: 0 }]);
	});
}

#[test]
fn the_last_commitment_counts_and_it_is_revealed_once() {
	secret(|| {
		assert_ok!(commit(BOB, digest(BOB, &all(YES))));
		assert_ok!(commit(BOB, digest(BOB, &all(NO))));
		assert_eq!(record(0).records, 1);
		Today::set(VOTING_UNTIL);
		assert_noop!(reveal(BOB, all(YES)), Error::<Test>::CommitmentMismatch);
		assert_ok!(reveal(BOB, all(NO)));
		assert_noop!(reveal(BOB, all(NO)), Error::<Test>::NotCommitted);
		assert_noop!(reveal(CAROL, all(NO)), Error::<Test>::NotCommitted);
	});
}

#[test]
fn a_commitment_can_be_taken_back() {
	secret(|| {
		assert_ok!(commit(BOB, DIGEST));
		assert_ok!(Dao::retract(signed(BOB), ASSET, 0));
		assert_eq!(record(0).records, 0);
	});
}

#[test]
fn what_is_not_revealed_does_not_count() {
	secret(|| {
		for who in [ALICE, BOB, CAROL] {
			assert_ok!(commit(who, digest(who, &all(YES))));
		}
		Today::set(VOTING_UNTIL);
		assert_ok!(reveal(CAROL, all(YES)));
		Today::set(REVEAL_UNTIL);
		assert_ok!(Dao::close(signed(STRANGER), ASSET, 0));
		// 200 of 1,000 are below the quorum of 300.
		assert_eq!(record(0).motions.to_vec(), [MotionState::Rejected]);
	});
}

#[test]
fn a_commitment_is_bound_to_everything_that_it_is_about() {
	ExtBuilder::default().build_and_execute(|| {
		let plain = Dao::commitment(ASSET, 0, BOB, all(YES), SALT);
		let others = [
			Dao::commitment(OTHER, 0, BOB, all(YES), SALT),
			Dao::commitment(ASSET, 1, BOB, all(YES), SALT),
			Dao::commitment(ASSET, 0, CAROL, all(YES), SALT),
			Dao::commitment(ASSET, 0, BOB, all(NO), SALT),
			Dao::commitment(ASSET, 0, BOB, all(YES), DIGEST),
		];
		assert!(!others.contains(&plain));
	});
}

/// Who copies the commitment of another cannot reveal it, even after the other has.
#[test]
fn a_copied_commitment_is_worth_nothing() {
	secret(|| {
		let copied = digest(BOB, &all(YES));
		assert_ok!(commit(BOB, copied));
		assert_ok!(commit(CAROL, copied));
		Today::set(VOTING_UNTIL);
		assert_ok!(reveal(BOB, all(YES)));
		assert_noop!(reveal(CAROL, all(YES)), Error::<Test>::CommitmentMismatch);
	});
}

#[test]
fn an_impossible_ballot_is_found_out_at_the_reveal() {
	secret(|| {
		let impossible = ballot(&[split(0, YES, Some(301))]);
		assert_ok!(commit(BOB, digest(BOB, &impossible)));
		Today::set(VOTING_UNTIL);
		assert_noop!(reveal(BOB, impossible), Error::<Test>::TooManyVotes);
	});
}

#[test]
fn each_has_its_period() {
	secret(|| {
		assert_ok!(commit(BOB, digest(BOB, &all(YES))));
		assert_open_in(VOTING_FROM, VOTING_UNTIL, || commit(CAROL, DIGEST));
		assert_open_in(VOTING_UNTIL, REVEAL_UNTIL, || reveal(BOB, all(YES)));
		Today::set(REVEAL_UNTIL - 1);
		assert_noop!(Dao::close(signed(BOB), ASSET, 0), Error::<Test>::WrongPhase);
		Today::set(REVEAL_UNTIL);
		assert_ok!(Dao::close(signed(BOB), ASSET, 0));
	});
}

#[test]
fn only_who_has_votes_commits() {
	secret(|| {
		assert_bad_origins(
			|origin| Dao::commit(origin, ASSET, 0, DIGEST),
			&[ROOT(), holders(ASSET)],
		);
		assert_noop!(commit(POOR, DIGEST), Error::<Test>::NoVotes);
		assert_noop!(commit(ISSUER, DIGEST), Error::<Test>::NotVoter);
		assert_noop!(Dao::commit(signed(BOB), ASSET, 1, DIGEST), Error::<Test>::UnknownResolution);
		assert_needs_voting_key(BOB, |who| commit(who, digest(BOB, &all(YES))));
		Today::set(VOTING_UNTIL);
		assert_bad_origins(
			|origin| Dao::reveal(origin, ASSET, 0, all(YES), SALT),
			&[ROOT(), holders(ASSET)],
		);
		assert_needs_voting_key(BOB, |who| reveal(who, all(YES)));
	});
}

#[test]
fn fails_on_an_open_ballot() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		Today::set(VOTING_FROM);
		assert_noop!(commit(BOB, DIGEST), Error::<Test>::NotSecret);
		assert_ok!(vote(BOB, 0, YES));
		Today::set(VOTING_UNTIL);
		assert_noop!(reveal(BOB, all(YES)), Error::<Test>::WrongPhase);
	});
}

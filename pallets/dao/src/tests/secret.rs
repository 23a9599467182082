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
		assert_eq!(
			VoteRecords::<Test>::get(0, BOB),
			Some(VoteRecord::Committed { digest, by: None })
		);
		Today::set(VOTING_UNTIL);
		assert_ok!(reveal(BOB, all(YES)));
		assert_eq!(tally(0), [300, 0, 0]);
		assert_eq!(record(0).records, 1);
		let votes = vec![(0, 300)].try_into().unwrap();
		assert_eq!(
			events(),
			[
				Event::VoteCommitted {
					asset: ASSET,
					resolution: 0,
					investor: BOB,
					by: None,
					digest
				},
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

fn commit_for(who: AccountId, holders: &[InvestorId], digest: H256) -> DispatchResult {
	Dao::commit_for(signed(who), ASSET, 0, holders.to_vec().try_into().unwrap(), digest)
}

fn reveal_for(who: AccountId, holders: &[InvestorId], ballot: Ballot) -> DispatchResult {
	Dao::reveal_for(signed(who), ASSET, 0, holders.to_vec().try_into().unwrap(), ballot, SALT)
}

/// Bob and Carol have delegated to Dave.
fn delegated(test: impl FnOnce()) {
	secret(|| {
		assert_ok!(Dao::delegate(signed(BOB), ASSET, DAVE));
		assert_ok!(Dao::delegate(signed(CAROL), ASSET, DAVE));
		System::reset_events();
		test();
	});
}

#[test]
fn a_delegate_commits_once_for_all_and_reveals() {
	delegated(|| {
		let digest = digest(DAVE, &all(YES));
		assert_ok!(commit_for(DAVE, &[BOB, CAROL, ALICE, POOR, BOB], digest));
		assert_eq!((record(0).records, tally(0)), (2, vec![0; 3]));
		Today::set(VOTING_UNTIL);
		assert_ok!(reveal_for(DAVE, &[BOB, CAROL, ALICE], all(YES)));
		assert_eq!((record(0).records, tally(0)), (2, vec![500, 0, 0]));
		let by = Some(DAVE);
		let committed =
			|investor| Event::VoteCommitted { asset: ASSET, resolution: 0, investor, by, digest };
		let cast = |investor, votes| Event::VoteCast {
			asset: ASSET,
			resolution: 0,
			investor,
			by,
			votes: vec![(0, votes)].try_into().unwrap(),
		};
		let expected =
			[committed(BOB), committed(CAROL), committed(BOB), cast(BOB, 300), cast(CAROL, 200)];
		assert_eq!(events(), expected);
		// Once.
		assert_noop!(reveal_for(DAVE, &[BOB, CAROL], all(YES)), Error::<Test>::NothingCast);
	});
}

#[test]
fn who_commits_itself_takes_the_place_of_its_delegate() {
	delegated(|| {
		assert_ok!(commit_for(DAVE, &[BOB, CAROL], digest(DAVE, &all(YES))));
		assert_ok!(commit(BOB, digest(BOB, &all(NO))));
		assert_eq!(record(0).records, 2);
		// And keeps it.
		let again = digest(DAVE, &all(YES));
		assert_noop!(commit_for(DAVE, &[BOB], again), Error::<Test>::NothingCast);
		assert_ok!(commit_for(DAVE, &[BOB, CAROL], again));
		Today::set(VOTING_UNTIL);
		// What the delegate has committed to is not the holder's to reveal.
		assert_noop!(reveal(CAROL, all(YES)), Error::<Test>::NotCommitted);
		assert_ok!(reveal_for(DAVE, &[BOB, CAROL], all(YES)));
		assert_ok!(reveal(BOB, all(NO)));
		assert_eq!(tally(0), [200, 300, 0]);
	});
}

#[test]
fn who_ends_the_delegation_before_the_reveal_is_not_voted_for() {
	delegated(|| {
		assert_ok!(commit_for(DAVE, &[BOB, CAROL], digest(DAVE, &all(YES))));
		Today::set(VOTING_UNTIL);
		assert_ok!(Dao::undelegate(signed(BOB), ASSET, BOB));
		assert_noop!(reveal_for(DAVE, &[BOB], all(YES)), Error::<Test>::NothingCast);
		Table::block(CAROL);
		assert_noop!(reveal_for(DAVE, &[BOB, CAROL], all(YES)), Error::<Test>::NothingCast);
		Table::unblock(CAROL);
		assert_ok!(reveal_for(DAVE, &[BOB, CAROL], all(YES)));
		assert_eq!(tally(0), [200, 0, 0]);
	});
}

#[test]
fn a_commitment_of_a_delegate_is_its_own() {
	delegated(|| {
		// Alice copies what Dave has committed to, for a holder of her own.
		let of_dave = digest(DAVE, &all(YES));
		assert_ok!(commit_for(DAVE, &[BOB], of_dave));
		assert_ok!(Dao::delegate(signed(CAROL), ASSET, ALICE));
		assert_ok!(commit_for(ALICE, &[CAROL], of_dave));
		Today::set(VOTING_UNTIL);
		assert_ok!(reveal_for(DAVE, &[BOB], all(YES)));
		assert_noop!(reveal_for(ALICE, &[CAROL], all(YES)), Error::<Test>::NothingCast);
		// Nor does another ballot or another delegate open it.
		assert_noop!(reveal_for(DAVE, &[CAROL], all(YES)), Error::<Test>::NothingCast);
		assert_noop!(reveal_for(ALICE, &[CAROL], all(NO)), Error::<Test>::NothingCast);
		assert_eq!(tally(0), [300, 0, 0]);
	});
}

#[test]
fn delegates_have_the_periods_and_the_origins_of_holders() {
	delegated(|| {
		let digest = digest(DAVE, &all(YES));
		let origins = [ROOT(), holders(ASSET)];
		let bob = || vec![BOB].try_into().unwrap();
		assert_bad_origins(|origin| Dao::commit_for(origin, ASSET, 0, bob(), digest), &origins);
		assert_needs_voting_key(DAVE, |who| commit_for(who, &[BOB], digest));
		Table::set_key(DAVE, plain_key(DAVE));
		assert_noop!(commit_for(ISSUER, &[BOB], digest), Error::<Test>::NotVoter);
		assert_open_in(VOTING_FROM, VOTING_UNTIL, || commit_for(DAVE, &[BOB], digest));
		assert_open_in(VOTING_UNTIL, REVEAL_UNTIL, || reveal_for(DAVE, &[BOB], all(YES)));
		Today::set(VOTING_UNTIL);
		assert_bad_origins(
			|origin| Dao::reveal_for(origin, ASSET, 0, bob(), all(YES), SALT),
			&origins,
		);
		assert_needs_voting_key(DAVE, |who| reveal_for(who, &[BOB], all(YES)));
	});
}

#[test]
fn a_delegate_does_not_commit_on_an_open_ballot() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_ok!(Dao::delegate(signed(BOB), ASSET, DAVE));
		Today::set(VOTING_FROM);
		assert_noop!(commit_for(DAVE, &[BOB], DIGEST), Error::<Test>::NotSecret);
	});
}

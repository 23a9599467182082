// SPDX-License-Identifier: Apache-2.0

//! The bond, the mandate and the charge of a manager.

use super::*;
use crate::{Managers, Mandate, MandateStatus, Mandates, Stage};
use cadastre_primitives::MotionState;
use sp_runtime::{Perbill, Weight};

const HALF: Perbill = Perbill::from_percent(50);
/// Not a holder.
const AGENT: AccountId = STRANGER;

fn stand(who: AccountId, bond: u128) -> DispatchResult {
	Dao::stand(signed(who), ASSET, bond)
}

fn appoint(who: AccountId) -> DispatchResult {
	Dao::appoint_manager(holders(ASSET), ASSET, who)
}

fn strike(who: AccountId, part: Perbill) -> DispatchResult {
	Dao::strike_manager(holders(ASSET), ASSET, who, part)
}

fn challenge(who: AccountId, accused: AccountId) -> DispatchResult {
	Dao::challenge_manager(signed(who), ASSET, accused, DIGEST, HALF)
}

fn mandate(who: AccountId) -> Option<Mandate> {
	Mandates::<Test>::get(ASSET, who)
}

/// With [`AGENT`] as the manager.
fn managed(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(stand(AGENT, MANAGER_BOND));
		assert_ok!(appoint(AGENT));
		System::reset_events();
		test();
	});
}

#[test]
fn a_candidate_stands_and_withdraws() {
	ExtBuilder::default().build_and_execute(|| {
		assert_bad_origins(
			|origin| Dao::stand(origin, ASSET, MANAGER_BOND),
			&[ROOT(), holders(ASSET)],
		);
		assert_noop!(stand(AGENT, MANAGER_BOND - 1), Error::<Test>::BondTooSmall);
		assert_ok!(stand(AGENT, MANAGER_BOND));
		let status = MandateStatus::Candidate;
		assert_eq!(mandate(AGENT), Some(Mandate { bond: MANAGER_BOND, strikes: 0, status }));
		assert_eq!(held(AGENT).2, MANAGER_BOND);
		assert_last(Event::CandidateStood { asset: ASSET, who: AGENT, bond: MANAGER_BOND });
		assert_noop!(stand(AGENT, MANAGER_BOND), Error::<Test>::AlreadyMandated);
		assert_noop!(Dao::release_bond(signed(BOB), ASSET, AGENT), Error::<Test>::BondInUse);
		assert_ok!(Dao::resign(signed(AGENT), ASSET));
		assert_eq!((mandate(AGENT), held(AGENT).2), (None, 0));
		assert_last(Event::BondReleased { asset: ASSET, who: AGENT, bond: MANAGER_BOND });
		assert_ok!(stand(AGENT, MANAGER_BOND + 1));
	});
}

#[test]
fn the_holders_appoint_a_candidate_and_replace_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(stand(AGENT, MANAGER_BOND));
		assert_bad_origins(
			|origin| Dao::appoint_manager(origin, ASSET, AGENT),
			&[ROOT(), signed(ALICE), signed(ISSUER), holders(OTHER)],
		);
		assert_noop!(appoint(BOB), Error::<Test>::UnknownMandate);
		assert_ok!(appoint(AGENT));
		assert_eq!(Dao::manager(ASSET), Some(AGENT));
		assert_last(Event::ManagerAppointed { asset: ASSET, old: None, new: AGENT });
		assert_noop!(appoint(AGENT), Error::<Test>::NotCandidate);
		assert_ok!(stand(BOB, MANAGER_BOND));
		assert_ok!(appoint(BOB));
		assert_last(Event::ManagerAppointed { asset: ASSET, old: Some(AGENT), new: BOB });
		assert_eq!(Dao::manager(ASSET), Some(BOB));
		let status = MandateStatus::Leaving { until: NOW + LIABILITY };
		assert_eq!(mandate(AGENT).unwrap().status, status);
		assert_noop!(appoint(AGENT), Error::<Test>::NotCandidate);
	});
}

#[test]
fn who_leaves_gets_the_bond_when_the_liability_ends() {
	managed(|| {
		assert_bad_origins(|origin| Dao::resign(origin, ASSET), &[ROOT(), holders(ASSET)]);
		assert_noop!(Dao::resign(signed(BOB), ASSET), Error::<Test>::UnknownMandate);
		assert_ok!(Dao::resign(signed(AGENT), ASSET));
		let until = NOW + LIABILITY;
		assert_eq!(events(), [Event::ManagerResigned { asset: ASSET, who: AGENT, until }]);
		assert_eq!(Dao::manager(ASSET), None);
		assert_noop!(Dao::resign(signed(AGENT), ASSET), Error::<Test>::AlreadyLeaving);
		let release = || Dao::release_bond(signed(BOB), ASSET, AGENT);
		assert_bad_origins(
			|origin| Dao::release_bond(origin, ASSET, AGENT),
			&[ROOT(), holders(ASSET)],
		);
		Today::set(until - 1);
		assert_noop!(release(), Error::<Test>::BondInUse);
		Today::set(until);
		assert_ok!(release());
		assert_eq!(
			events(),
			[Event::BondReleased { asset: ASSET, who: AGENT, bond: MANAGER_BOND }]
		);
		assert_eq!((mandate(AGENT), held(AGENT).2), (None, 0));
		assert_noop!(release(), Error::<Test>::UnknownMandate);
	});
}

#[test]
fn the_holders_remove_it() {
	managed(|| {
		assert_bad_origins(
			|origin| Dao::remove_manager(origin, ASSET),
			&[ROOT(), signed(ALICE), holders(OTHER)],
		);
		assert_ok!(Dao::remove_manager(holders(ASSET), ASSET));
		let until = NOW + LIABILITY;
		assert_eq!(events(), [Event::ManagerRemoved { asset: ASSET, who: AGENT, until }]);
		assert_noop!(Dao::remove_manager(holders(ASSET), ASSET), Error::<Test>::NoManager);
	});
}

#[test]
fn a_strike_takes_a_part_of_the_bond_for_the_holders() {
	managed(|| {
		assert_bad_origins(
			|origin| Dao::strike_manager(origin, ASSET, AGENT, HALF),
			&[ROOT(), signed(ALICE), holders(OTHER)],
		);
		assert_ok!(strike(AGENT, HALF));
		assert_eq!(
			events(),
			[Event::ManagerStruck {
				asset: ASSET,
				who: AGENT,
				strikes: 1,
				slashed: 500,
				bond: 500
			}]
		);
		assert_eq!(held(AGENT).2, 500);
		assert_eq!(Balances::free_balance(Dao::treasury_account(ASSET)), 500);
		// Half a unit is rounded down.
		assert_ok!(strike(AGENT, Perbill::from_parts(1_999_999)));
		assert_eq!(held(AGENT).2, 500);
		assert_eq!(mandate(AGENT).unwrap().strikes, 2);
	});
}

#[test]
fn the_part_is_more_than_nothing_and_at_most_the_bound() {
	managed(|| {
		assert_noop!(strike(AGENT, Perbill::zero()), Error::<Test>::BadSlash);
		let more = Perbill::from_parts(HALF.deconstruct() + 1);
		assert_noop!(strike(AGENT, more), Error::<Test>::BadSlash);
		assert_ok!(strike(AGENT, Perbill::from_parts(HALF.deconstruct() - 1)));
		for part in [Perbill::zero(), more] {
			assert_noop!(
				Dao::challenge_manager(signed(ALICE), ASSET, AGENT, DIGEST, part),
				Error::<Test>::BadSlash
			);
		}
	});
}

#[test]
fn the_last_strike_removes_it() {
	managed(|| {
		assert_ok!(strike(AGENT, HALF));
		assert_ok!(strike(AGENT, HALF));
		assert_eq!(Dao::manager(ASSET), Some(AGENT));
		System::reset_events();
		assert_ok!(strike(AGENT, HALF));
		assert_eq!(Dao::manager(ASSET), None);
		let until = NOW + LIABILITY;
		assert_eq!(
			events(),
			[
				Event::ManagerStruck {
					asset: ASSET,
					who: AGENT,
					strikes: 3,
					slashed: 125,
					bond: 125
				},
				Event::ManagerRemoved { asset: ASSET, who: AGENT, until },
			]
		);
		// It answers on, while its bond is not free.
		Today::set(until - 1);
		assert_ok!(strike(AGENT, HALF));
		Today::set(until);
		assert_noop!(strike(AGENT, HALF), Error::<Test>::NotLiable);
		assert_noop!(challenge(ALICE, AGENT), Error::<Test>::NotLiable);
	});
}

#[test]
fn a_candidate_answers_for_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(stand(AGENT, MANAGER_BOND));
		assert_noop!(strike(AGENT, HALF), Error::<Test>::NotLiable);
		assert_noop!(challenge(ALICE, AGENT), Error::<Test>::NotLiable);
		assert_noop!(strike(BOB, HALF), Error::<Test>::UnknownMandate);
		assert_noop!(challenge(ALICE, BOB), Error::<Test>::UnknownMandate);
	});
}

#[test]
fn a_charge_is_a_resolution_that_strikes() {
	managed(|| {
		assert_bad_origins(
			|origin| Dao::challenge_manager(origin, ASSET, AGENT, DIGEST, HALF),
			&[ROOT(), holders(ASSET)],
		);
		assert_needs_voting_key(BOB, |who| challenge(who, AGENT));
		let found = record(0);
		assert_eq!((found.accused, found.bond), (Some(AGENT), CHALLENGE_BOND));
		assert_eq!((found.digest, found.base, found.barred), (DIGEST, 1_000, None));
		adopt(0, &[ALICE, CAROL]);
		assert_ok!(Dao::execute(signed(BOB), ASSET, 0, 0, Weight::MAX));
		assert_eq!(record(0).motions.to_vec(), [MotionState::Executed { choice: 0 }]);
		assert_eq!(mandate(AGENT).unwrap().strikes, 1);
		assert_eq!(held(AGENT).2, MANAGER_BOND / 2);
		assert_eq!(Balances::free_balance(Dao::treasury_account(ASSET)), MANAGER_BOND / 2);
	});
}

#[test]
fn a_charge_that_nobody_supports_pays_the_manager() {
	managed(|| {
		let before = Balances::free_balance(AGENT);
		assert_ok!(challenge(ALICE, AGENT));
		adopt(0, &[]);
		assert_eq!(record(0).stage, Stage::Closed);
		assert_eq!(Balances::free_balance(AGENT), before + CHALLENGE_BOND);
		assert_eq!(Balances::free_balance(ALICE), FUNDS - DEPOSIT - CHALLENGE_BOND);
	});
}

/// A manager that holds shares does not judge itself, by vote, by proxy or by quorum.
#[test]
fn the_accused_has_no_vote() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(stand(ALICE, MANAGER_BOND));
		assert_ok!(appoint(ALICE));
		assert_noop!(challenge(ALICE + 100, ALICE), Error::<Test>::NotVoter);
		assert_ok!(challenge(BOB, ALICE));
		assert_eq!((record(0).base, record(0).barred), (600, Some(ALICE)));
		assert_ok!(Dao::delegate(signed(CAROL), ASSET, ALICE));
		Today::set(VOTING_FROM);
		assert_noop!(vote(ALICE, 0, NO), Error::<Test>::NotVoter);
		assert_noop!(
			Dao::vote_for(signed(ALICE), ASSET, 0, vec![CAROL].try_into().unwrap(), all(NO)),
			Error::<Test>::NotVoter
		);
		Today::set(NOW);
		// 200 of 600 are the quorum of 30 %, as they would not be of 1,000.
		adopt(0, &[CAROL]);
		assert_ok!(Dao::execute(signed(BOB), ASSET, 0, 0, Weight::MAX));
		assert_eq!(mandate(ALICE).unwrap().strikes, 1);
	});
}

#[test]
fn a_charge_in_time_is_decided_before_the_bond_is_free() {
	managed(|| {
		assert_ok!(Dao::resign(signed(AGENT), ASSET));
		assert_ok!(challenge(ALICE, AGENT));
		adopt(0, &[ALICE]);
		assert_noop!(Dao::release_bond(signed(AGENT), ASSET, AGENT), Error::<Test>::BondInUse);
		Today::set(EXECUTABLE_UNTIL - 1);
		assert_ok!(Dao::execute(signed(BOB), ASSET, 0, 0, Weight::MAX));
		assert_eq!(held(AGENT).2, MANAGER_BOND / 2);
		assert!(!Managers::<Test>::contains_key(ASSET));
	});
}

/// The story of an asset whose manager is replaced, in spite of a first vote without a quorum.
#[test]
fn a_resolution_replaces_the_manager_if_enough_vote() {
	managed(|| {
		assert_ok!(stand(BOB, MANAGER_BOND));
		let replace = || one_call(crate::Call::appoint_manager { asset: ASSET, who: BOB }.into());
		assert_ok!(propose(ALICE, replace()));
		// 200 of 1,000 votes are all for it, and too few.
		adopt(0, &[CAROL]);
		assert_eq!(record(0).motions.to_vec(), [MotionState::Rejected]);
		assert_noop!(
			Dao::execute(signed(BOB), ASSET, 0, 0, Weight::MAX).map_err(|error| error.error),
			Error::<Test>::WrongPhase
		);
		assert_eq!(Dao::manager(ASSET), Some(AGENT));
		assert_ok!(propose(CAROL, replace()));
		adopt(1, &[CAROL, DAVE]);
		assert_ok!(Dao::execute(signed(BOB), ASSET, 1, 0, Weight::MAX));
		assert_eq!(record(1).motions.to_vec(), [MotionState::Executed { choice: 0 }]);
		assert_eq!(Dao::manager(ASSET), Some(BOB));
		let until = Today::get() + LIABILITY;
		assert_eq!(mandate(AGENT).unwrap().status, MandateStatus::Leaving { until });
	});
}

// SPDX-License-Identifier: Apache-2.0

//! What others got wrong, and audits found, is seen not to happen here.

use super::*;
use crate::{Delegations, NextResolutionId, Resolutions, VoteRecords};
use cadastre_primitives::{InvestorId, MotionState, ResolutionClass};
use codec::{Decode, Encode};
use frame_support::traits::{fungible::NativeOrWithId, Bounded};
use proptest::prelude::*;
use sp_runtime::{Perbill, Weight};

fn execute() -> DispatchResult {
	Dao::execute(signed(BOB), ASSET, 0, 0, Weight::MAX).map(|_| ()).map_err(|error| error.error)
}

/// V24: who buys, votes and sells in one block had no shares when the resolution was announced.
#[test]
fn v24_flash_votes_weigh_nothing() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		Today::set(VOTING_FROM);
		for lender in [ALICE, BOB, CAROL, DAVE] {
			Table::transfer(ASSET, lender, POOR, 400);
		}
		assert_eq!(Table::balance(ASSET, POOR), 1_000);
		assert_noop!(vote(POOR, 0, YES), Error::<Test>::NoVotes);
		for (lender, units) in [(ALICE, 400), (BOB, 300), (CAROL, 200), (DAVE, 100)] {
			Table::transfer(ASSET, POOR, lender, units);
		}
		assert_eq!(tally(0), [0; 3]);
	});
}

/// V24 (Beanstalk): announced, voted and executed at one moment. Here each needs its own time.
#[test]
fn v24_nothing_is_announced_and_executed_at_one_moment() {
	ExtBuilder::default().build_and_execute(|| {
		for investor in [BOB, CAROL, DAVE] {
			Table::transfer(ASSET, investor, ALICE, 400);
		}
		assert_ok!(propose(ALICE, one_call(spend(ASSET, ALICE, 1))));
		assert_noop!(vote(ALICE, 0, YES), Error::<Test>::WrongPhase);
		assert_noop!(Dao::close(signed(ALICE), ASSET, 0), Error::<Test>::WrongPhase);
		Today::set(VOTING_FROM);
		assert_ok!(vote(ALICE, 0, YES));
		// Every unit is for it, and still it is counted after the period only, and executed later.
		assert_noop!(Dao::close(signed(ALICE), ASSET, 0), Error::<Test>::WrongPhase);
		Today::set(VOTING_UNTIL);
		assert_ok!(Dao::close(signed(ALICE), ASSET, 0));
		assert_noop!(execute(), Error::<Test>::WrongPhase);
	});
}

/// V24: shares that change hands at the announcement vote for one of the two, never for both.
#[test]
fn v24_moved_shares_vote_once() {
	for announced_first in [true, false] {
		ExtBuilder::default().build_and_execute(|| {
			if announced_first {
				assert_ok!(propose(ALICE, no_calls(&[1])));
			}
			Table::transfer(ASSET, BOB, CAROL, 300);
			if !announced_first {
				assert_ok!(propose(ALICE, no_calls(&[1])));
			}
			Today::set(VOTING_FROM);
			let votes = [BOB, CAROL].map(|who| vote(who, 0, YES).is_ok());
			assert_eq!(votes, [announced_first, true]);
			assert_eq!(tally(0), [500, 0, 0]);
		});
	}
}

/// XCAVATE counted live balances and froze shares to vote. Here selling after the announcement
/// takes no vote and needs no freeze.
#[test]
fn xcavate_shares_trade_on_while_they_vote() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		Today::set(VOTING_FROM);
		assert_ok!(vote(BOB, 0, YES));
		Table::transfer(ASSET, BOB, POOR, 300);
		assert_eq!(tally(0), [300, 0, 0]);
		assert_ok!(vote(BOB, 0, NO));
		assert_eq!(tally(0), [0, 300, 0]);
	});
}

/// XCAVATE: `let _ = execute_proposal(..)` swallowed errors, and execution was only an event.
#[test]
fn xcavate_an_error_of_the_execution_is_recorded_and_told() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		adopt(0, &[ALICE]);
		System::reset_events();
		assert_ok!(execute());
		assert!(matches!(record(0).motions[0], MotionState::Failed { choice: 0, .. }));
		let [Event::MotionExecuted { result: Err(_), .. }] = events()[..] else {
			panic!("the error was not told");
		};
	});
}

/// XCAVATE: `type Slash = ()` burned what managers lost. Here the holders have it.
#[test]
fn xcavate_what_a_manager_loses_is_not_burned() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Dao::stand(signed(STRANGER), ASSET, MANAGER_BOND));
		assert_ok!(Dao::appoint_manager(holders(ASSET), ASSET, STRANGER));
		let issuance = Balances::total_issuance();
		let half = Perbill::from_percent(50);
		assert_ok!(Dao::strike_manager(holders(ASSET), ASSET, STRANGER, half));
		assert_eq!(Balances::total_issuance(), issuance);
		assert_eq!(Balances::free_balance(Dao::treasury_account(ASSET)), MANAGER_BOND / 2);
	});
}

/// XCAVATE finished proposals in a hook, a guessed weight for each. Here no hook does anything.
#[test]
fn xcavate_no_hook_finishes_resolutions() {
	use frame_support::traits::{OnFinalize, OnIdle, OnInitialize};
	ExtBuilder::default().resolution().build_and_execute(|| {
		Today::set(EXECUTABLE_UNTIL);
		let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
		assert_eq!(<Dao as OnInitialize<u64>>::on_initialize(2), Weight::zero());
		assert_eq!(<Dao as OnIdle<u64>>::on_idle(2, Weight::MAX), Weight::zero());
		<Dao as OnFinalize<u64>>::on_finalize(2);
		assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), before);
	});
}

/// Polymesh leaves what a ballot means to people. Here the adopted call is executed as the holders.
#[test]
fn polymesh_the_outcome_is_executed() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_ok!(Dao::fund(signed(BOB), ASSET, NativeOrWithId::Native, 5));
		adopt(0, &[ALICE]);
		assert_ok!(execute());
		assert_eq!(Balances::free_balance(DAVE), FUNDS + 1);
	});
}

/// OZS v0.7 M-01: a burn that skipped the accounting of votes left votes behind. Here shares that
/// cease to exist after the announcement change neither votes nor quorum.
#[test]
fn ozs_m01_burned_shares_change_no_vote() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		Today::set(VOTING_FROM);
		assert_ok!(vote(BOB, 0, YES));
		Table::set_balance(ASSET, BOB, 0);
		Table::set_balance(ASSET, ALICE, 0);
		assert_ok!(vote(ALICE, 0, NO));
		assert_eq!(tally(0), [300, 400, 0]);
		assert_eq!(Dao::resolution(ASSET, 0).unwrap().quorum, 300);
	});
}

/// OZS v0.7 M-04: a quorum that changed reached only some functions. Here every resolution keeps
/// the terms of its announcement.
#[test]
fn ozs_m04_a_change_of_the_rules_reaches_no_open_resolution() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		let old = TheRules::get();
		let mut new = old;
		new.ordinary.thresholds.quorum = Perbill::one();
		new.ordinary.thresholds.floor = Perbill::one();
		new.ordinary.timelock = 1_000_000;
		TheRules::set(new);
		let info = Dao::resolution(ASSET, 0).unwrap();
		assert_eq!((info.quorum, info.executable_from), (300, EXECUTABLE_FROM));
		adopt(0, &[ALICE]);
		assert_eq!(record(0).motions.to_vec(), [MotionState::Carried { choice: 0 }]);
		assert_eq!(held(ALICE).1, 0);
		assert_ok!(execute());
		TheRules::set(old);
	});
}

/// OZS v0.7 L-07: an id that did not bind text and proposer let another take a proposal over. Here
/// ids are numbers of the chain, and the record has text, proposer and calls.
#[test]
fn ozs_l07_equal_proposals_are_different_resolutions() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(ALICE, one_call(spend(ASSET, DAVE, 1))));
		assert_ok!(propose(BOB, one_call(spend(ASSET, DAVE, 1))));
		assert_eq!(NextResolutionId::<Test>::get(), 2);
		assert_eq!([record(0).proposer, record(1).proposer], [ALICE, BOB]);
		assert_noop!(Dao::withdraw(signed(BOB), ASSET, 0), Error::<Test>::NotProposer);
	});
}

/// OZS v0.7 M-03: there was no state between adopted and executed.
#[test]
fn ozs_m03_what_is_adopted_waits() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		adopt(0, &[ALICE]);
		Today::set(EXECUTABLE_FROM - 1);
		let phase = Dao::resolution(ASSET, 0).unwrap().phase;
		assert_eq!(phase, cadastre_primitives::Phase::Timelock);
		assert_noop!(execute(), Error::<Test>::WrongPhase);
	});
}

/// SRLabs 2023: rejected proposals were never deleted. Here every key is gone in the end.
#[test]
fn srlabs_2023_rejected_proposals_leave_nothing_behind() {
	let keys = || {
		let prefix = <Dao as frame_support::traits::PalletInfoAccess>::name_hash();
		let mut found = 0;
		let mut key = prefix.to_vec();
		while let Some(next) = sp_io::storage::next_key(&key) {
			if !next.starts_with(&prefix) {
				break;
			}
			found += 1;
			key = next;
		}
		found
	};
	ExtBuilder::default().build_and_execute(|| {
		let before = keys();
		assert_ok!(propose(ALICE, one_call(spend(ASSET, DAVE, 1))));
		Today::set(VOTING_FROM);
		for who in [ALICE, BOB, CAROL, DAVE] {
			assert_ok!(vote(who, 0, NO));
		}
		Today::set(EXECUTABLE_UNTIL + RETENTION);
		assert_ok!(Dao::close(signed(BOB), ASSET, 0));
		assert_ok!(Dao::prune(signed(BOB), ASSET, 0, 10));
		// The version of the storage and the number of the next resolution.
		assert!(keys() <= before + 1);
		assert_eq!(Resolutions::<Test>::iter().count(), 0);
	});
}

/// SRLabs 2021 (critical) and V5: nested calls cost exponential time to weigh, and could be decoded
/// without end. Here no call that carries another is allowed, and nesting has a bound.
#[test]
fn srlabs_2021_nested_calls_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let allowed = spend(ASSET, DAVE, 1);
		let nested: [RuntimeCall; 3] = [
			pallet_utility::Call::batch { calls: vec![allowed.clone()] }.into(),
			pallet_utility::Call::as_derivative { index: 0, call: Box::new(allowed.clone()) }
				.into(),
			pallet_utility::Call::dispatch_as {
				as_origin: Box::new(OriginCaller::system(frame_system::RawOrigin::Root)),
				call: Box::new(allowed.clone()),
			}
			.into(),
		];
		for call in nested {
			assert_noop!(
				propose_as(ALICE, ResolutionClass::Extraordinary, false, one_call(call)),
				Error::<Test>::CallNotAllowed
			);
		}
		let mut deep = allowed;
		for _ in 0..2 * crate::MAX_CALL_DEPTH {
			deep = pallet_utility::Call::batch { calls: vec![deep] }.into();
		}
		assert!(RuntimeCall::decode(&mut &deep.encode()[..]).is_ok());
		assert_noop!(
			propose_as(ALICE, ResolutionClass::Extraordinary, false, one_call(deep)),
			Error::<Test>::UndecodableCall
		);
	});
}

/// PM v6.3.5: a call weighed by a number of its caller. Here the bound of a preimage is the length
/// that the chain noted.
#[test]
fn pm_1731_the_length_of_a_preimage_is_not_the_callers() {
	ExtBuilder::default().build_and_execute(|| {
		let long: RuntimeCall =
			frame_system::Call::remark_with_event { remark: vec![0; 1_000] }.into();
		let bytes = long.encode();
		let hash = sp_io::hashing::blake2_256(&bytes).into();
		assert_ok!(Preimage::note_preimage(signed(ALICE), bytes));
		let motions =
			motions(&[vec![Some(Bounded::Lookup { hash, len: 100 })].try_into().unwrap()]);
		assert_noop!(
			propose_as(ALICE, ResolutionClass::Extraordinary, false, motions),
			Error::<Test>::UnknownPreimage
		);
	});
}

/// V17: the holders of one asset act on their own alone, even through a call that is allowed.
#[test]
fn v17_holders_of_one_asset_cannot_act_on_another() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Dao::fund(signed(ALICE), OTHER, NativeOrWithId::Native, 100));
		assert_ok!(propose(ALICE, one_call(spend(OTHER, ALICE, 100))));
		adopt(0, &[ALICE, BOB]);
		assert_ok!(execute());
		let error = DispatchError::BadOrigin;
		assert_eq!(record(0).motions.to_vec(), [MotionState::Failed { choice: 0, error }]);
		assert_eq!(Balances::free_balance(Dao::treasury_account(OTHER)), 100);
	});
}

/// V6: a call that fails half-way leaves nothing but its error.
#[test]
fn v6_a_failed_call_leaves_no_trace() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Dao::fund(signed(ALICE), ASSET, NativeOrWithId::Native, 100));
		assert_ok!(propose(ALICE, one_call(spend(ASSET, ALICE, 101))));
		adopt(0, &[ALICE]);
		let balances = || [ALICE, Dao::treasury_account(ASSET)].map(Balances::free_balance);
		let before = balances();
		assert_ok!(execute());
		assert_eq!(balances(), before);
	});
}

/// Delegations in a circle give nobody a vote more: depth is 1, and each votes its own shares.
#[test]
fn delegation_cycles_gain_nothing() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		for (from, to) in [(BOB, CAROL), (CAROL, DAVE), (DAVE, BOB)] {
			assert_ok!(Dao::delegate(signed(from), ASSET, to));
		}
		Today::set(VOTING_FROM);
		let everybody = || vec![ALICE, BOB, CAROL, DAVE, POOR].try_into().unwrap();
		for _ in 0..2 {
			for who in [BOB, CAROL, DAVE] {
				assert_ok!(Dao::vote_for(signed(who), ASSET, 0, everybody(), all(YES)));
			}
		}
		assert_eq!(tally(0), [600, 0, 0]);
		assert_eq!(Delegations::<Test>::iter().count(), 3);
		assert_eq!(VoteRecords::<Test>::iter().count(), 3);
	});
}

#[derive(Clone, Debug)]
enum Attack {
	Transfer(InvestorId, InvestorId, u128),
	Delegate(InvestorId, InvestorId),
	Undelegate(InvestorId),
	Vote(InvestorId, u128),
	VoteAll(InvestorId),
	VoteFor(InvestorId, Vec<InvestorId>),
	Retract(InvestorId),
}

/// Who attacks: Carol with 200 units, Dave with 100, and an investor without any.
const GANG: [InvestorId; 3] = [CAROL, DAVE, POOR];

fn attack() -> impl Strategy<Value = Attack> {
	let one = || prop::sample::select(GANG.to_vec());
	let any = || ISSUER..=POOR;
	prop_oneof![
		// They borrow and buy from everybody, and move shares around.
		3 => (any(), one(), 1..500_u128).prop_map(|(from, to, n)| Attack::Transfer(from, to, n)),
		2 => (one(), one()).prop_map(|(from, to)| Attack::Delegate(from, to)),
		1 => one().prop_map(Attack::Undelegate),
		2 => (one(), 1..400_u128).prop_map(|(who, n)| Attack::Vote(who, n)),
		2 => one().prop_map(Attack::VoteAll),
		3 => (one(), prop::collection::vec(any(), 1..6))
			.prop_map(|(who, list)| Attack::VoteFor(who, list)),
		1 => one().prop_map(Attack::Retract),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(2_000, 100)))]

	/// Whatever the attackers buy, borrow, move, delegate and repeat after the announcement, they
	/// never have more votes than they had shares: 0 votes gained.
	#[test]
	fn no_search_gains_a_vote(attacks in prop::collection::vec(attack(), 1..60)) {
		ExtBuilder::default().resolution().build_and_execute(|| {
			Today::set(VOTING_FROM);
			for attack in attacks {
				let _ = match attack {
					Attack::Transfer(from, to, units) => {
						Table::transfer(ASSET, from, to, units);
						Ok(())
					},
					Attack::Delegate(from, to) => Dao::delegate(signed(from), ASSET, to),
					Attack::Undelegate(who) => Dao::undelegate(signed(who), ASSET, who),
					Attack::Vote(who, votes) => {
						let parts = ballot(&[split(0, YES, Some(votes))]);
						Dao::vote(signed(who), ASSET, 0, parts)
					},
					Attack::VoteAll(who) => vote(who, 0, YES),
					Attack::VoteFor(who, list) => Dao::vote_for(
						signed(who),
						ASSET,
						0,
						list.try_into().unwrap(),
						all(YES),
					),
					Attack::Retract(who) => Dao::retract(signed(who), ASSET, 0),
				};
				assert!(tally(0)[0] <= 300);
				assert_eq!(tally(0)[1..], [0, 0]);
			}
			// And they lose none: in the end both vote with all that they had.
			for who in [CAROL, DAVE] {
				assert_ok!(vote(who, 0, YES));
			}
			assert_eq!(tally(0), [300, 0, 0]);
		});
	}
}

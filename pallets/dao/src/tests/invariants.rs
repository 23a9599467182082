// SPDX-License-Identifier: Apache-2.0

//! Each invariant is broken by hand and seen to be reported; random histories break none.

use super::*;
use crate::{
	Calls, Delegations, Managers, MandateStatus, Mandates, NextResolutionId, OpenResolutions,
	Proposers, ResolutionOf, Resolutions, Stage, VoteRecord, VoteRecords,
};
use cadastre_primitives::{Choice, InvestorId, MotionState, ResolutionClass, ResolutionId};
use frame_support::traits::fungible::{MutateHold, NativeOrWithId};
use frame_support::traits::tokens::Precision;
use proptest::prelude::*;
use sp_io::storage;
use sp_runtime::{Perbill, StateVersion, Weight};

/// Breaks a state in which Bob has voted on the open resolution 0 and Dave manages the asset, and
/// expects to be told so.
fn caught(number: &str, break_it: impl FnOnce()) {
	ExtBuilder::default().resolution().build().execute_with(|| {
		assert_ok!(Dao::stand(signed(DAVE), ASSET, MANAGER_BOND));
		assert_ok!(Dao::appoint_manager(holders(ASSET), ASSET, DAVE));
		assert_ok!(Dao::delegate(signed(CAROL), ASSET, DAVE));
		Today::set(VOTING_FROM);
		assert_ok!(vote(BOB, 0, YES));
		assert_ok!(Dao::do_try_state());
		break_it();
		let DispatchError::Other(told) = Dao::do_try_state().unwrap_err() else {
			panic!("another kind of error");
		};
		assert!(told.starts_with(&format!("{number}:")), "{told}");
	});
}

fn change(change: impl FnOnce(&mut ResolutionOf<Test>)) {
	Resolutions::<Test>::mutate(ASSET, 0, |record| change(record.as_mut().unwrap()));
}

fn close() {
	Today::set(VOTING_UNTIL);
	assert_ok!(Dao::close(signed(BOB), ASSET, 0));
}

fn reason(reason: crate::HoldReason) -> RuntimeHoldReason {
	RuntimeHoldReason::Dao(reason)
}

#[test]
fn inv_d1_the_next_id() {
	caught("INV-D1", || NextResolutionId::<Test>::put(0));
}

#[test]
fn inv_d2_the_shape() {
	caught("INV-D2", || change(|record| assert_eq!(record.tally.pop(), Some(0))));
	caught("INV-D2", || change(|record| record.choices[0] = 2));
	caught("INV-D2", || change(|record| record.choices[0] = 0));
	caught("INV-D2", || change(|record| record.motions = Default::default()));
}

#[test]
fn inv_d3_the_timetable() {
	caught("INV-D3", || change(|record| record.times.voting_from = VOTING_UNTIL));
	caught("INV-D3", || change(|record| record.times.reveal_until = VOTING_UNTIL - 1));
	caught("INV-D3", || change(|record| record.times.executable_from = VOTING_UNTIL));
	caught("INV-D3", || change(|record| record.times.executable_until = EXECUTABLE_FROM));
	caught("INV-D3", || change(|record| record.secret = true));
}

#[test]
fn inv_d4_the_tally_and_the_number_of_records() {
	caught("INV-D4", || change(|record| record.tally[0] += 1));
	caught("INV-D4", || change(|record| record.tally[0] -= 1));
	caught("INV-D4", || change(|record| record.records = 2));
	caught("INV-D4", || VoteRecords::<Test>::remove(0, BOB));
	caught("INV-D4", || {
		let votes = vec![(3, 1)].try_into().unwrap();
		VoteRecords::<Test>::insert(0, BOB, VoteRecord::Cast { votes, by: None });
	});
	// After the count records may go, but none may appear.
	caught("INV-D4", || {
		close();
		let votes = vec![(2, 1)].try_into().unwrap();
		VoteRecords::<Test>::insert(0, CAROL, VoteRecord::Cast { votes, by: None });
		change(|record| record.records = 2);
	});
}

#[test]
fn inv_d5_votes_and_units() {
	caught("INV-D5", || {
		let votes = vec![(0, 301)].try_into().unwrap();
		VoteRecords::<Test>::insert(0, BOB, VoteRecord::Cast { votes, by: None });
		change(|record| record.tally[0] = 301);
	});
	caught("INV-D5", || change(|record| record.treasury = Some(BOB)));
	caught("INV-D5", || change(|record| record.barred = Some(BOB)));
	caught("INV-D5", || change(|record| record.base = 299));
}

#[test]
fn inv_d6_the_checkpoint() {
	caught("INV-D6", || Table::forget(ASSET, record(0).checkpoint));
}

#[test]
fn inv_d7_the_number_of_open_resolutions() {
	caught("INV-D7", || OpenResolutions::<Test>::insert(ASSET, 2));
	caught("INV-D7", || OpenResolutions::<Test>::remove(ASSET));
	caught("INV-D7", || OpenResolutions::<Test>::insert(OTHER, 0));
	caught("INV-D7", || change(|record| record.stage = Stage::Withdrawn));
}

#[test]
fn inv_d8_a_vote_without_a_resolution() {
	caught("INV-D8", || {
		VoteRecords::<Test>::insert(1, BOB, VoteRecord::Committed { digest: DIGEST, by: None });
	});
}

#[test]
fn inv_d9_the_outcome() {
	caught("INV-D9", || {
		change(|record| record.motions[0] = MotionState::Carried { choice: 0 });
	});
	for wrong in [
		MotionState::Undecided,
		MotionState::Rejected,
		MotionState::Adopted { choice: 0 },
		MotionState::Carried { choice: 1 },
		MotionState::Executed { choice: 1 },
		MotionState::Failed { choice: 1, error: DispatchError::BadOrigin },
	] {
		caught("INV-D9", || {
			close();
			change(|record| record.motions[0] = wrong);
		});
	}
}

#[test]
fn inv_d10_the_calls() {
	caught("INV-D10", || Calls::<Test>::remove(0, 0));
	caught("INV-D10", || {
		let call = Calls::<Test>::get(0, 0).unwrap();
		Calls::<Test>::insert(0, 1, call);
	});
	caught("INV-D10", || {
		let call = Calls::<Test>::get(0, 0).unwrap();
		Calls::<Test>::insert(1, 0, call);
	});
	caught("INV-D10", || change(|record| record.calls = 0));
}

#[test]
fn inv_d11_the_manager() {
	caught("INV-D11", || Managers::<Test>::remove(ASSET));
	caught("INV-D11", || Managers::<Test>::insert(ASSET, BOB));
	let mandate = |change: fn(&mut crate::Mandate)| {
		Mandates::<Test>::mutate(ASSET, DAVE, |mandate| change(mandate.as_mut().unwrap()));
	};
	caught("INV-D11", || mandate(|mandate| mandate.status = MandateStatus::Candidate));
	caught("INV-D11", || mandate(|mandate| mandate.strikes = 3));
	caught("INV-D11", || Mandates::<Test>::remove(ASSET, DAVE));
}

#[test]
fn inv_d12_the_bonds() {
	for (who, what) in [(ALICE, crate::HoldReason::Proposal), (DAVE, crate::HoldReason::Manager)] {
		caught("INV-D12", || {
			assert_ok!(Balances::release(&reason(what), &who, 1, Precision::Exact));
		});
		caught("INV-D12", || {
			assert_ok!(Balances::hold(&reason(what), &who, 1));
		});
	}
}

#[test]
fn inv_d13_the_delegation() {
	caught("INV-D13", || {
		Delegations::<Test>::mutate(ASSET, CAROL, |delegation| {
			delegation.as_mut().unwrap().to = CAROL;
		});
	});
}

#[test]
fn inv_d14_the_proposers() {
	caught("INV-D14", || Proposers::<Test>::remove(ASSET, ALICE));
	caught("INV-D14", || Proposers::<Test>::insert(ASSET, BOB, 0));
	caught("INV-D14", || Proposers::<Test>::insert(ASSET, ALICE, 1));
}

#[derive(Clone, Debug)]
enum Op {
	Propose { by: InvestorId, class: ResolutionClass, secret: bool, call: bool },
	Challenge { by: InvestorId, accused: AccountId },
	Withdraw { by: InvestorId, id: ResolutionId },
	Vote { by: InvestorId, id: ResolutionId, choice: Choice, votes: Option<u128> },
	VoteFor { by: InvestorId, id: ResolutionId, choice: Choice },
	Retract { by: InvestorId, id: ResolutionId },
	Delegate { by: InvestorId, to: InvestorId },
	Undelegate { by: InvestorId },
	Commit { by: InvestorId, id: ResolutionId },
	Reveal { by: InvestorId, id: ResolutionId },
	CommitFor { by: InvestorId, id: ResolutionId },
	RevealFor { by: InvestorId, id: ResolutionId },
	Close { id: ResolutionId },
	Execute { id: ResolutionId },
	Veto { id: ResolutionId },
	Prune { id: ResolutionId, limit: u32 },
	Stand { by: AccountId },
	Resign { by: AccountId },
	Appoint { who: AccountId },
	Remove,
	Strike { who: AccountId },
	ReleaseBond { who: AccountId },
	Fund { by: AccountId, amount: u128 },
	Transfer { from: InvestorId, to: InvestorId, units: u128 },
	Block { who: InvestorId, blocked: bool },
	Wait { seconds: u64 },
}

fn op() -> impl Strategy<Value = Op> {
	let by = || ISSUER..=POOR;
	let id = || 0..6_u32;
	let choice = || prop::sample::select(vec![YES, YES, NO, Choice::Abstain, Choice::For(1)]);
	let class = prop::sample::select(vec![
		ResolutionClass::Ordinary,
		ResolutionClass::Special,
		ResolutionClass::Extraordinary,
	]);
	prop_oneof![
		5 => (by(), class, prop::bool::weighted(0.3), any::<bool>())
			.prop_map(|(by, class, secret, call)| Op::Propose { by, class, secret, call }),
		2 => (by(), by()).prop_map(|(by, accused)| Op::Challenge { by, accused }),
		1 => (by(), id()).prop_map(|(by, id)| Op::Withdraw { by, id }),
		10 => (by(), id(), choice(), prop::option::of(0..500_u128))
			.prop_map(|(by, id, choice, votes)| Op::Vote { by, id, choice, votes }),
		4 => (by(), id(), choice()).prop_map(|(by, id, choice)| Op::VoteFor { by, id, choice }),
		1 => (by(), id()).prop_map(|(by, id)| Op::Retract { by, id }),
		2 => (by(), by()).prop_map(|(by, to)| Op::Delegate { by, to }),
		1 => by().prop_map(|by| Op::Undelegate { by }),
		4 => (by(), id()).prop_map(|(by, id)| Op::Commit { by, id }),
		4 => (by(), id()).prop_map(|(by, id)| Op::Reveal { by, id }),
		4 => (by(), id()).prop_map(|(by, id)| Op::CommitFor { by, id }),
		4 => (by(), id()).prop_map(|(by, id)| Op::RevealFor { by, id }),
		5 => id().prop_map(|id| Op::Close { id }),
		4 => id().prop_map(|id| Op::Execute { id }),
		1 => id().prop_map(|id| Op::Veto { id }),
		2 => (id(), 0..4_u32).prop_map(|(id, limit)| Op::Prune { id, limit }),
		2 => by().prop_map(|by| Op::Stand { by }),
		1 => by().prop_map(|by| Op::Resign { by }),
		2 => by().prop_map(|who| Op::Appoint { who }),
		1 => Just(Op::Remove),
		2 => by().prop_map(|who| Op::Strike { who }),
		1 => by().prop_map(|who| Op::ReleaseBond { who }),
		1 => (by(), 0..3_u128).prop_map(|(by, amount)| Op::Fund { by, amount }),
		3 => (by(), by(), 1..500_u128)
			.prop_map(|(from, to, units)| Op::Transfer { from, to, units }),
		1 => (by(), prop::bool::weighted(0.3)).prop_map(|(who, blocked)| Op::Block { who, blocked }),
		6 => prop::sample::select(vec![1, 5, DISCUSSION, VOTING, TIMELOCK, LIABILITY])
			.prop_map(|seconds| Op::Wait { seconds }),
	]
}

impl Op {
	fn run(self) -> DispatchResult {
		let commitment = |id, by| Dao::commitment(ASSET, id, by, all(YES), SALT);
		match self {
			Self::Propose { by, class, secret, call } => {
				let motions = if call {
					motions(&[motion(&[Some(spend(ASSET, DAVE, 1)), None]), motion(&[None])])
				} else {
					no_calls(&[2])
				};
				propose_as(by, class, secret, motions)
			},
			Self::Challenge { by, accused } => Dao::challenge_manager(
				signed(by),
				ASSET,
				accused,
				DIGEST,
				Perbill::from_percent(50),
			),
			Self::Withdraw { by, id } => Dao::withdraw(signed(by), ASSET, id),
			Self::Vote { by, id, choice, votes } => {
				Dao::vote(signed(by), ASSET, id, ballot(&[split(0, choice, votes)]))
			},
			Self::VoteFor { by, id, choice } => {
				let everybody = (ISSUER..=POOR).collect::<Vec<_>>().try_into().unwrap();
				Dao::vote_for(signed(by), ASSET, id, everybody, all(choice))
			},
			Self::Retract { by, id } => Dao::retract(signed(by), ASSET, id),
			Self::Delegate { by, to } => Dao::delegate(signed(by), ASSET, to),
			Self::Undelegate { by } => Dao::undelegate(signed(by), ASSET, by),
			Self::Commit { by, id } => Dao::commit(signed(by), ASSET, id, commitment(id, by)),
			Self::Reveal { by, id } => Dao::reveal(signed(by), ASSET, id, all(YES), SALT),
			Self::CommitFor { by, id } => {
				let everybody = (ISSUER..=POOR).collect::<Vec<_>>().try_into().unwrap();
				Dao::commit_for(signed(by), ASSET, id, everybody, commitment(id, by))
			},
			Self::RevealFor { by, id } => {
				let everybody = (ISSUER..=POOR).collect::<Vec<_>>().try_into().unwrap();
				Dao::reveal_for(signed(by), ASSET, id, everybody, all(YES), SALT)
			},
			Self::Close { id } => Dao::close(signed(STRANGER), ASSET, id),
			Self::Execute { id } => Dao::execute(signed(STRANGER), ASSET, id, 0, Weight::MAX)
				.map(|_| ())
				.map_err(|error| error.error),
			Self::Veto { id } => Dao::veto(ROOT(), ASSET, id, DIGEST),
			Self::Prune { id, limit } => Dao::prune(signed(STRANGER), ASSET, id, limit)
				.map(|_| ())
				.map_err(|error| error.error),
			Self::Stand { by } => Dao::stand(signed(by), ASSET, MANAGER_BOND),
			Self::Resign { by } => Dao::resign(signed(by), ASSET),
			Self::Appoint { who } => Dao::appoint_manager(holders(ASSET), ASSET, who),
			Self::Remove => Dao::remove_manager(holders(ASSET), ASSET),
			Self::Strike { who } => {
				Dao::strike_manager(holders(ASSET), ASSET, who, Perbill::from_percent(30))
			},
			Self::ReleaseBond { who } => Dao::release_bond(signed(STRANGER), ASSET, who),
			Self::Fund { by, amount } => {
				Dao::fund(signed(by), ASSET, NativeOrWithId::Native, amount)
			},
			Self::Transfer { from, to, units } => {
				Table::transfer(ASSET, from, to, units);
				Ok(())
			},
			Self::Block { who, blocked } => {
				if blocked {
					Table::block(who);
				} else {
					Table::unblock(who);
				}
				Ok(())
			},
			Self::Wait { seconds } => {
				Today::mutate(|now| *now += seconds);
				Ok(())
			},
		}
	}
}

/// What the pallet's own invariants cannot see: the deposits, the references to checkpoints, and
/// that money only changes hands.
fn check_outside() {
	let resolutions = Resolutions::<Test>::iter_values().collect::<Vec<_>>();
	for who in ISSUER..=POOR {
		let records = resolutions.iter().filter(|record| record.proposer == who).count()
			+ Delegations::<Test>::iter_values().filter(|d| d.payer == who).count();
		assert_eq!(held(who).0, DEPOSIT * u128::try_from(records).unwrap());
	}
	let open = resolutions.iter().filter(|record| record.stage == Stage::Open).count();
	assert_eq!(Table::references(ASSET), u32::try_from(open).unwrap());
	assert_eq!(Balances::total_issuance(), FUNDS * 7);
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(200, 24)))]

	#[test]
	fn random_histories_keep_every_invariant(ops in prop::collection::vec(op(), 1..120)) {
		ExtBuilder::default().build_and_execute(|| {
			for op in ops {
				let before = storage::root(StateVersion::V1);
				if op.run().is_err() {
					assert_eq!(storage::root(StateVersion::V1), before);
				}
				assert_ok!(Dao::do_try_state());
				check_outside();
			}
			// Everything has a way out, and every deposit comes back.
			Today::mutate(|now| *now += 2 * LIABILITY);
			for (_, id, record) in Resolutions::<Test>::iter().collect::<Vec<_>>() {
				if record.stage == Stage::Open {
					assert_ok!(Dao::close(signed(STRANGER), ASSET, id));
				}
				assert_ok!(Dao::prune(signed(STRANGER), ASSET, id, 100));
			}
			for (_, investor, delegation) in Delegations::<Test>::iter().collect::<Vec<_>>() {
				assert_ok!(Dao::undelegate(signed(delegation.payer), ASSET, investor));
			}
			for (_, who, mandate) in Mandates::<Test>::iter().collect::<Vec<_>>() {
				if !matches!(mandate.status, MandateStatus::Leaving { .. }) {
					assert_ok!(Dao::resign(signed(who), ASSET));
				}
			}
			Today::mutate(|now| *now += LIABILITY);
			for (_, who, _) in Mandates::<Test>::iter().collect::<Vec<_>>() {
				assert_ok!(Dao::release_bond(signed(who), ASSET, who));
			}
			assert_eq!(VoteRecords::<Test>::iter().count(), 0);
			assert_eq!(Calls::<Test>::iter().count(), 0);
			assert_eq!(Proposers::<Test>::iter().count(), 0);
			for who in ISSUER..=POOR {
				assert_eq!(held(who), (0, 0, 0));
			}
		});
	}
}

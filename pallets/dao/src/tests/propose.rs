// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Calls, OpenResolutions, Proposers, Stage, Timetable};
use cadastre_primitives::{MotionState, ResolutionClass};
use codec::Encode;
use frame_support::traits::{Bounded, QueryPreimage};
use frame_support::BoundedVec;
use sp_core::H256;

fn remark(len: usize) -> RuntimeCall {
	frame_system::Call::remark_with_event { remark: vec![0; len] }.into()
}

#[test]
fn works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(ALICE, one_call(spend(ASSET, DAVE, 1))));
		let times = Timetable {
			voting_from: VOTING_FROM,
			voting_until: VOTING_UNTIL,
			reveal_until: VOTING_UNTIL,
			executable_from: EXECUTABLE_FROM,
			executable_until: EXECUTABLE_UNTIL,
		};
		let found = record(0);
		assert_eq!(found.stage, Stage::Open);
		assert_eq!((found.base, found.treasury, found.barred), (1_000, Some(ISSUER), None));
		assert_eq!((found.calls, found.records, found.bond), (1, 0, PROPOSAL_BOND));
		assert_eq!((found.proposer, found.investor, found.digest), (ALICE, ALICE, DIGEST));
		assert_eq!(found.times, times);
		assert_eq!(found.tally.to_vec(), [0; 3]);
		assert_eq!(found.motions.to_vec(), [MotionState::Undecided]);
		assert!(Calls::<Test>::contains_key(0, 0));
		assert_eq!(OpenResolutions::<Test>::get(ASSET), 1);
		assert_eq!(Proposers::<Test>::get(ASSET, ALICE), Some(0));
		assert_eq!(Table::references(ASSET), 1);
		assert_eq!(held(ALICE), (DEPOSIT, PROPOSAL_BOND, 0));
		assert_eq!(
			events(),
			[Event::ResolutionProposed {
				asset: ASSET,
				resolution: 0,
				class: ResolutionClass::Ordinary,
				proposer: ALICE,
				digest: DIGEST,
				secret: false,
				checkpoint: found.checkpoint,
				accused: None,
				times,
			}]
		);
	});
}

#[test]
fn a_chain_for_tests_goes_faster_from_its_start() {
	let start = |pace| {
		let config = crate::GenesisConfig::<Test> { pace, ..Default::default() };
		frame_support::traits::BuildGenesisConfig::build(&config);
	};
	ExtBuilder::default().build_and_execute(|| {
		for pace in [0, 1] {
			start(pace);
			assert!(!crate::Pace::<Test>::exists());
		}
		assert_eq!(crate::Pace::<Test>::get(), 1);
		start(2);
		assert_ok!(propose_as(ALICE, ResolutionClass::Ordinary, true, no_calls(&[1])));
		let terms = TheRules::get().ordinary;
		let halves = [terms.discussion, terms.voting, terms.reveal, terms.timelock, terms.grace];
		let times = record(0).times;
		let moments = [
			NOW,
			times.voting_from,
			times.voting_until,
			times.reveal_until,
			times.executable_from,
			times.executable_until,
		];
		for (pair, period) in moments.windows(2).zip(halves) {
			assert_eq!(pair[1] - pair[0], period.div_ceil(2));
		}
	});
}

#[test]
fn a_secret_ballot_has_a_period_of_reveal() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_as(ALICE, ResolutionClass::Ordinary, true, no_calls(&[1])));
		let times = record(0).times;
		assert_eq!(times.reveal_until, VOTING_UNTIL + REVEAL);
		assert_eq!(times.executable_from, EXECUTABLE_FROM + REVEAL);
	});
}

#[test]
fn numbers_are_never_used_twice() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_ok!(Dao::withdraw(signed(ALICE), ASSET, 0));
		assert_ok!(propose(ALICE, no_calls(&[1])));
		assert_ok!(Dao::propose(
			signed(DAVE),
			OTHER,
			ResolutionClass::Special,
			DIGEST,
			false,
			no_calls(&[1])
		));
		assert!(crate::Resolutions::<Test>::contains_key(ASSET, 1));
		assert!(crate::Resolutions::<Test>::contains_key(OTHER, 2));
	});
}

#[test]
fn only_a_voting_key_may() {
	ExtBuilder::default().build_and_execute(|| {
		assert_bad_origins(
			|origin| {
				Dao::propose(
					origin,
					ASSET,
					ResolutionClass::Ordinary,
					DIGEST,
					false,
					no_calls(&[1]),
				)
			},
			&[ROOT(), holders(ASSET)],
		);
		assert_needs_voting_key(ALICE, |who| propose(who, no_calls(&[1])));
	});
}

#[test]
fn needs_a_stake() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose(POOR, no_calls(&[1])), Error::<Test>::StakeTooSmall);
		// 1 % of 2,000 units and of 2,001, rounded up.
		for (rest, units, enough) in
			[(1_981, 19, false), (1_980, 20, true), (1_981, 20, false), (1_980, 21, true)]
		{
			for investor in [ISSUER, BOB, CAROL, DAVE] {
				Table::set_balance(ASSET, investor, 0);
			}
			Table::set_balance(ASSET, BOB, rest);
			Table::set_balance(ASSET, ALICE, units);
			let answer = frame_support::storage::with_transaction_unchecked(|| {
				frame_support::storage::TransactionOutcome::Rollback(propose(ALICE, no_calls(&[1])))
			});
			assert_eq!(answer.is_ok(), enough, "{units}");
		}
	});
}

#[test]
fn the_issuer_cannot_propose() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose(ISSUER, no_calls(&[1])), Error::<Test>::NotVoter);
	});
}

#[test]
fn an_unknown_asset_has_no_resolutions() {
	ExtBuilder::default().build_and_execute(|| {
		let call = |asset| {
			Dao::propose(
				signed(ALICE),
				asset,
				ResolutionClass::Ordinary,
				DIGEST,
				false,
				no_calls(&[1]),
			)
		};
		assert_noop!(call(NO_ASSET), DispatchError::Other("no book"));
	});
}

#[test]
fn motions_and_options_are_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		for bad in [&[][..], &[0], &[1, 0], &[11], &[5, 4], &[2, 2, 1, 1]] {
			let call = propose(ALICE, motions_of(bad));
			assert_eq!(call, Err(Error::<Test>::BadMotions.into()), "{bad:?}");
		}
		for (who, good) in [(ALICE, &[10][..]), (BOB, &[4, 4]), (CAROL, &[1, 1, 1, 1])] {
			assert_ok!(propose(who, motions_of(good)));
		}
		let options = [0, 1, 2].map(|id| record(id).tally.len());
		assert_eq!(options, [12, 12, 12]);
	});
}

/// As `no_calls`, where a motion may have no choice, and eleven are one more than the type holds.
fn motions_of(choices: &[usize]) -> crate::MotionsOf<Test> {
	if choices == [11] {
		return motions(&[motion(&vec![None; 10]), motion(&[None])]);
	}
	no_calls(choices)
}

#[test]
fn places_are_bounded_and_one_for_each_investor() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(ALICE, no_calls(&[1])));
		assert_noop!(propose(ALICE, no_calls(&[1])), Error::<Test>::AlreadyProposing);
		// Another key of the same investor.
		assert_noop!(propose(ALICE + 100, no_calls(&[1])), Error::<Test>::AlreadyProposing);
		assert_ok!(propose(BOB, no_calls(&[1])));
		assert_ok!(propose(CAROL, no_calls(&[1])));
		assert_eq!(OpenResolutions::<Test>::get(ASSET), MAX_OPEN);
		assert_noop!(propose(DAVE, no_calls(&[1])), Error::<Test>::TooManyResolutions);
		assert_ok!(Dao::withdraw(signed(BOB), ASSET, 1));
		assert_ok!(propose(DAVE, no_calls(&[1])));
	});
}

#[test]
fn only_allowed_calls_by_a_high_enough_class() {
	ExtBuilder::default().build_and_execute(|| {
		let remove = || one_call(crate::Call::remove_manager { asset: ASSET }.into());
		assert_noop!(propose(ALICE, remove()), Error::<Test>::ClassTooLow);
		assert_ok!(propose_as(ALICE, ResolutionClass::Special, false, remove()));
		assert_ok!(propose_as(BOB, ResolutionClass::Extraordinary, false, remove()));
		let forbidden = [
			crate::Call::fund {
				asset: ASSET,
				currency: frame_support::traits::fungible::NativeOrWithId::Native,
				amount: 1,
			}
			.into(),
			pallet_balances::Call::transfer_all { dest: ALICE, keep_alive: false }.into(),
		];
		for call in forbidden {
			assert_noop!(
				propose_as(CAROL, ResolutionClass::Extraordinary, false, one_call(call)),
				Error::<Test>::CallNotAllowed
			);
		}
	});
}

#[test]
fn a_long_call_needs_its_preimage() {
	ExtBuilder::default().build_and_execute(|| {
		let class = ResolutionClass::Extraordinary;
		let long = remark(150);
		let lookup = |call: &RuntimeCall, len: usize| {
			let hash = sp_io::hashing::blake2_256(&call.encode()).into();
			let bounded = Bounded::Lookup { hash, len: u32::try_from(len).unwrap() };
			motions(&[vec![Some(bounded)].try_into().unwrap()])
		};
		let len = long.encoded_size();
		assert_noop!(
			propose_as(ALICE, class, false, lookup(&long, len)),
			Error::<Test>::UnknownPreimage
		);
		assert_ok!(Preimage::note_preimage(signed(ALICE), long.encode()));
		// A length that is not the true one does not find it.
		assert_noop!(
			propose_as(ALICE, class, false, lookup(&long, len - 1)),
			Error::<Test>::UnknownPreimage
		);
		assert_ok!(propose_as(ALICE, class, false, lookup(&long, len)));
		let hash: H256 = sp_io::hashing::blake2_256(&long.encode()).into();
		assert!(<Preimage as QueryPreimage>::is_requested(&hash));
		// 200 bytes are the most.
		let overhead = remark(150).encoded_size() - 150;
		for (len, fits) in [(200, true), (201, false)] {
			let call = remark(len - overhead);
			assert_eq!(call.encoded_size(), len);
			assert_ok!(Preimage::note_preimage(signed(BOB), call.encode()));
			let answer = propose_as(BOB, class, false, lookup(&call, len));
			if fits {
				assert_ok!(answer);
				assert_ok!(Dao::withdraw(signed(BOB), ASSET, 1));
			} else {
				assert_eq!(answer, Err(Error::<Test>::CallTooLong.into()));
			}
		}
	});
}

#[test]
fn bytes_that_are_no_call_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		for bytes in [vec![], vec![200, 0], [spend(ASSET, DAVE, 1).encode(), vec![0]].concat()] {
			let bounded = Bounded::Inline(BoundedVec::truncate_from(bytes));
			let motions = motions(&[vec![Some(bounded)].try_into().unwrap()]);
			assert_noop!(propose(ALICE, motions), Error::<Test>::UndecodableCall);
		}
		let legacy = Bounded::Legacy { hash: DIGEST, dummy: core::marker::PhantomData };
		let motions = motions(&[vec![Some(legacy)].try_into().unwrap()]);
		assert_noop!(propose(ALICE, motions), Error::<Test>::CallTooLong);
	});
}

#[test]
fn who_cannot_pay_cannot_propose() {
	ExtBuilder::default().build_and_execute(|| {
		let free = |left| {
			assert_ok!(Balances::force_set_balance(ROOT(), DAVE, left));
		};
		// The least balance of an account, the deposit and the bond.
		free(DEPOSIT + PROPOSAL_BOND);
		assert!(propose(DAVE, no_calls(&[1])).is_err());
		free(1 + DEPOSIT + PROPOSAL_BOND);
		assert_ok!(propose(DAVE, no_calls(&[1])));
	});
}

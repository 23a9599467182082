// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::WeightInfo;
use cadastre_primitives::{MotionState, ResolutionClass};
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
	traits::fungible::NativeOrWithId,
};
use sp_runtime::{TokenError, Weight};

fn run(motion: u8) -> DispatchResultWithPostInfo {
	Dao::execute(signed(STRANGER), ASSET, 0, motion, Weight::MAX)
}

fn execute(motion: u8) -> DispatchResult {
	run(motion).map(|_| ()).map_err(|error| error.error)
}

fn fund(amount: u128) {
	assert_ok!(Dao::fund(signed(BOB), ASSET, NativeOrWithId::Native, amount));
}

#[test]
fn works() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		fund(10);
		adopt(0, &[ALICE]);
		System::reset_events();
		assert_ok!(execute(0));
		assert_eq!(Balances::free_balance(DAVE), FUNDS + 1);
		assert_eq!(record(0).motions.to_vec(), [MotionState::Executed { choice: 0 }]);
		assert_eq!(
			events(),
			[
				Event::TreasurySpent {
					asset: ASSET,
					to: DAVE,
					currency: NativeOrWithId::Native,
					amount: 1
				},
				Event::MotionExecuted {
					asset: ASSET,
					resolution: 0,
					motion: 0,
					choice: 0,
					result: Ok(())
				},
			]
		);
		assert_noop!(execute(0), Error::<Test>::WrongPhase);
	});
}

#[test]
fn only_in_the_period_of_grace() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		fund(10);
		adopt(0, &[ALICE]);
		assert_bad_origins(
			|origin| {
				Dao::execute(origin, ASSET, 0, 0, Weight::MAX)
					.map(|_| ())
					.map_err(|error| error.error)
			},
			&[ROOT(), holders(ASSET)],
		);
		assert_open_in(EXECUTABLE_FROM, EXECUTABLE_UNTIL, || execute(0));
	});
}

#[test]
fn a_failure_is_recorded_and_can_be_tried_again() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		adopt(0, &[ALICE]);
		System::reset_events();
		// The treasury is empty.
		let error = DispatchError::Token(TokenError::FundsUnavailable);
		assert_ok!(execute(0));
		assert_eq!(record(0).motions.to_vec(), [MotionState::Failed { choice: 0, error }]);
		assert_eq!(
			events(),
			[Event::MotionExecuted {
				asset: ASSET,
				resolution: 0,
				motion: 0,
				choice: 0,
				result: Err(error)
			}]
		);
		assert_ok!(Dao::do_try_state());
		fund(10);
		Today::set(EXECUTABLE_UNTIL - 1);
		assert_ok!(execute(0));
		assert_eq!(record(0).motions.to_vec(), [MotionState::Executed { choice: 0 }]);
	});
}

#[test]
fn what_is_not_executed_in_time_lapses() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		adopt(0, &[ALICE]);
		assert_ok!(execute(0));
		Today::set(EXECUTABLE_UNTIL);
		assert_noop!(execute(0), Error::<Test>::WrongPhase);
		let phase = Dao::resolution(ASSET, 0).unwrap().phase;
		assert_eq!(phase, cadastre_primitives::Phase::Lapsed);
	});
}

#[test]
fn only_what_was_adopted() {
	ExtBuilder::default().build_and_execute(|| {
		fund(10);
		let list = [
			motion(&[Some(spend(ASSET, DAVE, 1)), Some(spend(ASSET, CAROL, 2))]),
			motion(&[Some(spend(ASSET, DAVE, 3))]),
			motion(&[None]),
		];
		assert_ok!(propose(ALICE, motions(&list)));
		Today::set(VOTING_FROM);
		let parts = [
			split(0, cadastre_primitives::Choice::For(1), None),
			split(1, NO, None),
			split(2, YES, None),
		];
		assert_ok!(Dao::vote(signed(ALICE), ASSET, 0, ballot(&parts)));
		Today::set(VOTING_UNTIL);
		assert_ok!(Dao::close(signed(BOB), ASSET, 0));
		Today::set(EXECUTABLE_FROM);
		assert_noop!(execute(1), Error::<Test>::NotPending);
		assert_noop!(execute(2), Error::<Test>::NotPending);
		assert_noop!(execute(3), Error::<Test>::UnknownOption);
		assert_ok!(execute(0));
		assert_eq!(Balances::free_balance(CAROL), FUNDS + 2);
		assert_eq!(Balances::free_balance(DAVE), FUNDS);
	});
}

#[test]
fn the_rules_on_calls_are_asked_again() {
	ExtBuilder::default().build_and_execute(|| {
		let remark = frame_system::Call::remark_with_event { remark: vec![1] }.into();
		let class = ResolutionClass::Extraordinary;
		assert_ok!(propose_as(ALICE, class, false, one_call(remark)));
		adopt(0, &[ALICE, BOB]);
		RemarksAllowed::set(false);
		assert_noop!(execute(0), Error::<Test>::CallNotAllowed);
		RemarksAllowed::set(true);
		// It is allowed, but takes only a signed origin: the holders are nobody to it.
		assert_ok!(execute(0));
		let error = DispatchError::BadOrigin;
		assert_eq!(record(0).motions.to_vec(), [MotionState::Failed { choice: 0, error }]);
	});
}

#[test]
fn the_weight_is_bounded_and_the_rest_refunded() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		fund(10);
		adopt(0, &[ALICE]);
		let weight = spend(ASSET, DAVE, 1).get_dispatch_info().call_weight;
		let call = |bound| Dao::execute(signed(BOB), ASSET, 0, 0, bound);
		for short in [Weight::from_parts(1, 0), Weight::from_parts(0, 1)] {
			let answer = call(weight.saturating_sub(short)).unwrap_err();
			assert_eq!(answer.error, Error::<Test>::WeightBoundExceeded.into());
		}
		let actual = call(Weight::MAX).unwrap().actual_weight;
		assert_eq!(actual, Some(<() as WeightInfo>::execute().saturating_add(weight)));
		let declared = crate::Call::<Test>::execute {
			asset: ASSET,
			resolution: 0,
			motion: 0,
			weight_bound: weight,
		};
		assert_eq!(Some(declared.get_dispatch_info().call_weight), actual);
	});
}

#[test]
fn a_preimage_that_is_gone_executes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let long: RuntimeCall =
			frame_system::Call::remark_with_event { remark: vec![0; 150] }.into();
		let class = ResolutionClass::Extraordinary;
		assert_ok!(propose_as(ALICE, class, false, one_call(long.clone())));
		adopt(0, &[ALICE, BOB]);
		let hash = <Test as frame_system::Config>::Hashing::hash_of(&long);
		use sp_runtime::traits::Hash;
		let key = pallet_preimage::PreimageFor::<Test>::hashed_key_for((
			hash,
			u32::try_from(codec::Encode::encoded_size(&long)).unwrap(),
		));
		sp_io::storage::clear(&key);
		assert_noop!(execute(0), Error::<Test>::UnknownPreimage);
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Stage;
use sp_runtime::Weight;

fn veto() -> DispatchResult {
	Dao::veto(ROOT(), ASSET, 0, DIGEST)
}

#[test]
fn works() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		adopt(0, &[ALICE]);
		System::reset_events();
		assert_ok!(veto());
		assert_eq!(record(0).stage, Stage::Vetoed);
		assert_eq!(
			events(),
			[Event::ResolutionVetoed { asset: ASSET, resolution: 0, reason: DIGEST }]
		);
		let execute = Dao::execute(signed(BOB), ASSET, 0, 0, Weight::MAX);
		assert_eq!(execute.unwrap_err().error, Error::<Test>::WrongPhase.into());
		assert_noop!(veto(), Error::<Test>::WrongPhase);
	});
}

#[test]
fn only_the_supervisor_from_the_count_to_the_end_of_grace() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		let call = |origin| Dao::veto(origin, ASSET, 0, DIGEST);
		assert_bad_origins(call, &[signed(ALICE), holders(ASSET)]);
		assert_noop!(Dao::veto(ROOT(), ASSET, 1, DIGEST), Error::<Test>::UnknownResolution);
		assert_noop!(veto(), Error::<Test>::WrongPhase);
		adopt(0, &[ALICE]);
		for now in [VOTING_UNTIL, EXECUTABLE_FROM - 1, EXECUTABLE_FROM, EXECUTABLE_UNTIL - 1] {
			Today::set(now);
			let answer = frame_support::storage::with_transaction_unchecked(|| {
				frame_support::storage::TransactionOutcome::Rollback(veto())
			});
			assert_ok!(answer);
		}
		Today::set(EXECUTABLE_UNTIL);
		assert_noop!(veto(), Error::<Test>::WrongPhase);
	});
}

#[test]
fn nothing_that_was_rejected_or_executed_can_be_vetoed() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		adopt(0, &[]);
		assert_noop!(veto(), Error::<Test>::WrongPhase);
	});
}

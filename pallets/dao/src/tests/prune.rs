// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Calls, Resolutions, VoteRecords, WeightInfo, MAX_PRUNE};
use cadastre_primitives::ResolutionClass;
use frame_support::traits::QueryPreimage;
use sp_runtime::traits::Hash;

const GONE_FROM: u64 = EXECUTABLE_UNTIL + RETENTION;

fn prune(limit: u32) -> DispatchResult {
	Dao::prune(signed(STRANGER), ASSET, 0, limit).map(|_| ()).map_err(|error| error.error)
}

#[test]
fn works_page_by_page_and_returns_every_deposit() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		adopt(0, &[ALICE, BOB, CAROL]);
		System::reset_events();
		assert_ok!(prune(2));
		assert_eq!(
			events(),
			[Event::VotesPruned { asset: ASSET, resolution: 0, removed: 2, left: 1 }]
		);
		assert_eq!(VoteRecords::<Test>::iter().count(), 1);
		assert_ok!(Dao::do_try_state());
		Today::set(GONE_FROM);
		assert_ok!(prune(2));
		assert_eq!(
			events(),
			[
				Event::VotesPruned { asset: ASSET, resolution: 0, removed: 1, left: 0 },
				Event::ResolutionRemoved { asset: ASSET, resolution: 0 },
			]
		);
		assert_eq!(VoteRecords::<Test>::iter().count(), 0);
		assert_eq!(Calls::<Test>::iter().count(), 0);
		assert_eq!(Resolutions::<Test>::iter().count(), 0);
		assert_eq!(Balances::free_balance(ALICE), FUNDS);
		assert_noop!(prune(1), Error::<Test>::UnknownResolution);
	});
}

#[test]
fn votes_go_at_once_and_the_record_after_its_retention() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_noop!(prune(1), Error::<Test>::WrongPhase);
		adopt(0, &[ALICE]);
		assert_noop!(prune(0), Error::<Test>::ZeroLimit);
		assert_ok!(prune(u32::MAX));
		assert_noop!(prune(1), Error::<Test>::NothingToPrune);
		Today::set(GONE_FROM - 1);
		assert_noop!(prune(1), Error::<Test>::NothingToPrune);
		Today::set(GONE_FROM);
		assert_ok!(prune(1));
	});
}

#[test]
fn a_resolution_that_is_never_counted_is_not_pruned() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		Today::set(GONE_FROM + 1);
		assert_noop!(prune(1), Error::<Test>::WrongPhase);
		assert_ok!(Dao::close(signed(STRANGER), ASSET, 0));
		assert_ok!(prune(1));
	});
}

#[test]
fn withdrawn_and_vetoed_ones_go_too() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		assert_ok!(Dao::withdraw(signed(ALICE), ASSET, 0));
		Today::set(GONE_FROM);
		assert_ok!(prune(1));
		assert_eq!(Balances::free_balance(ALICE), FUNDS);
	});
	ExtBuilder::default().resolution().build_and_execute(|| {
		adopt(0, &[ALICE]);
		assert_ok!(Dao::veto(ROOT(), ASSET, 0, DIGEST));
		Today::set(GONE_FROM);
		assert_ok!(prune(1));
		assert_eq!(Balances::free_balance(ALICE), FUNDS);
	});
}

#[test]
fn lets_the_preimage_go() {
	ExtBuilder::default().build_and_execute(|| {
		let long: RuntimeCall =
			frame_system::Call::remark_with_event { remark: vec![0; 150] }.into();
		let hash = <Test as frame_system::Config>::Hashing::hash_of(&long);
		let motions = one_call(long);
		<Preimage as frame_support::traits::StorePreimage>::unnote(&hash);
		assert_ok!(Preimage::note_preimage(
			signed(ALICE),
			codec::Encode::encode(&RuntimeCall::from(frame_system::Call::remark_with_event {
				remark: vec![0; 150]
			}))
		));
		assert_ok!(propose_as(ALICE, ResolutionClass::Extraordinary, false, motions));
		assert!(<Preimage as QueryPreimage>::is_requested(&hash));
		assert_ok!(Dao::withdraw(signed(ALICE), ASSET, 0));
		Today::set(GONE_FROM);
		assert_ok!(prune(1));
		assert!(!<Preimage as QueryPreimage>::is_requested(&hash));
	});
}

#[test]
fn only_signed_and_the_weight_is_refunded() {
	ExtBuilder::default().resolution().build_and_execute(|| {
		adopt(0, &[ALICE, BOB]);
		assert_bad_origins(
			|origin| Dao::prune(origin, ASSET, 0, 1).map(|_| ()).map_err(|error| error.error),
			&[ROOT(), holders(ASSET)],
		);
		let actual = Dao::prune(signed(BOB), ASSET, 0, MAX_PRUNE).unwrap().actual_weight;
		assert_eq!(actual, Some(<() as WeightInfo>::prune(2)));
	});
}

#[test]
fn one_call_removes_no_more_than_its_bound() {
	ExtBuilder::default().resolution().build().execute_with(|| {
		adopt(0, &[]);
		let vote = crate::VoteRecord::Committed { digest: DIGEST, by: None };
		for investor in 0..u64::from(MAX_PRUNE) + 1 {
			VoteRecords::<Test>::insert(0, investor, vote.clone());
		}
		Resolutions::<Test>::mutate(ASSET, 0, |record| {
			record.as_mut().unwrap().records = MAX_PRUNE + 1;
		});
		assert_ok!(prune(u32::MAX));
		assert_eq!(record(0).records, 1);
	});
}

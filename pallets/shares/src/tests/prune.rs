// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Given, History, Lots, MAX_PRUNE};
use cadastre_primitives::{traits::Checkpoints, Reason};
use codec::{Decode, Encode};
use frame_support::{assert_noop, assert_ok, traits::ConstU32, BoundedVec};
use sp_runtime::traits::BadOrigin;

fn prune(investors: &[InvestorId]) -> sp_runtime::DispatchResult {
	Shares::prune(signed(STRANGER), ASSET, investors.to_vec().try_into().unwrap())
}

fn send(from: AccountId, to: AccountId, amount: Balance) {
	assert_ok!(Shares::transfer(signed(from), ASSET, to, amount));
}

#[test]
fn removes_positions_that_nobody_needs() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 5).build_and_execute(|| {
		let first = <Shares as Checkpoints>::take(ASSET).unwrap();
		send(ANNA_KEY, CARA_KEY, 10);
		send(BENO_KEY, CARA_KEY, 5);
		assert_noop!(prune(&[ANNA, BENO, CARA]), Error::<Test>::NothingToPrune);
		assert_ok!(<Shares as Checkpoints>::release(ASSET, first));
		System::reset_events();
		assert_ok!(prune(&[ANNA, ANNA, DINO, BENO]));
		one_event(Event::Pruned { asset: ASSET, positions: 2 });
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, BENO), book(ASSET).kept), (None, None, 0));
		assert_noop!(prune(&[ANNA, BENO]), Error::<Test>::NothingToPrune);
	});
}

#[test]
fn shortens_histories_without_changing_an_answer() {
	ExtBuilder::default().holding(ANNA_KEY, 100).build_and_execute(|| {
		for _ in 0..6 {
			assert_ok!(<Shares as Checkpoints>::take(ASSET));
			send(ANNA_KEY, BENO_KEY, 1);
		}
		let all = |ids: &[u32]| -> Vec<_> {
			ids.iter().map(|id| <Shares as Checkpoints>::balance_at(ASSET, ANNA, *id)).collect()
		};
		let before = all(&[2, 5]);
		for id in [1, 3, 4, 6] {
			assert_ok!(<Shares as Checkpoints>::release(ASSET, id));
		}
		assert_ok!(prune(&[ANNA]));
		assert_eq!(all(&[2, 5]), before);
		assert_eq!(History::<Test>::get(ASSET, ANNA).len(), 1);
		assert_eq!(position(ASSET, ANNA).checkpoint, 5);
		for id in [2, 5] {
			assert_ok!(<Shares as Checkpoints>::release(ASSET, id));
		}
		assert_ok!(prune(&[ANNA]));
		assert!(!History::<Test>::contains_key(ASSET, ANNA));
		let expected = Position { free: 94, ..Default::default() };
		assert_eq!(position(ASSET, ANNA), expected);
	});
}

#[test]
fn removes_windows_and_lock_ups_when_they_have_ended() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		Leaves::set(Effects { window: Some(DAY), ..Default::default() });
		send(ANNA_KEY, BENO_KEY, 10);
		Leaves::set(Effects { locked_until: Some(OPENED + DAY), ..Default::default() });
		send(BENO_KEY, CARA_KEY, 10);
		at(DAY - 1);
		assert_noop!(prune(&[ANNA, CARA]), Error::<Test>::NothingToPrune);
		at(DAY);
		assert_ok!(prune(&[ANNA, CARA]));
		assert!(!Given::<Test>::contains_key(ASSET, ANNA));
		assert!(!Lots::<Test>::contains_key(ASSET, CARA));
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, CARA)), (None, Some(10)));
	});
}

#[test]
fn leaves_alone_what_is_frozen() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(add_frozen(ASSET, ANNA, 3));
		assert_ok!(Shares::do_cancel(ASSET, ANNA, 10));
		assert_noop!(prune(&[ANNA]), Error::<Test>::NothingToPrune);
		assert_eq!(position(ASSET, ANNA).frozen, 3);
	});
}

#[test]
fn fails_for_an_unknown_asset_and_without_a_signature() {
	ExtBuilder::default().without_book().build_and_execute(|| {
		assert_noop!(prune(&[ANNA]), refusal(Reason::UnknownAsset));
		let nobody = Default::default();
		assert_noop!(Shares::prune(RuntimeOrigin::none(), ASSET, nobody), BadOrigin);
	});
}

#[test]
fn takes_at_most_32_investors() {
	type List = BoundedVec<InvestorId, ConstU32<MAX_PRUNE>>;
	let list = |number: u64| (0..number).collect::<Vec<InvestorId>>().encode();
	assert!(List::decode(&mut &list(32)[..]).is_ok());
	assert!(List::decode(&mut &list(33)[..]).is_err());
}

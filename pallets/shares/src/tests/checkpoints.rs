// SPDX-License-Identifier: Apache-2.0

//! What was owned at a checkpoint stays what it was, for as long as somebody refers to it.

use super::*;
use crate::{Checkpoint, CheckpointsOf, History, MAX_CHECKPOINTS};
use cadastre_primitives::{
	traits::{Checkpoints, Register},
	CheckpointId, Reason,
};
use frame_support::{assert_noop, assert_ok};

fn take() -> CheckpointId {
	<Shares as Checkpoints>::take(ASSET).unwrap()
}

fn release(checkpoint: CheckpointId) {
	assert_ok!(<Shares as Checkpoints>::release(ASSET, checkpoint));
}

fn then(investor: InvestorId, checkpoint: CheckpointId) -> Balance {
	<Shares as Checkpoints>::balance_at(ASSET, investor, checkpoint)
}

fn send(from: AccountId, to: AccountId, amount: Balance) {
	assert_ok!(Shares::transfer(signed(from), ASSET, to, amount));
}

#[test]
fn take_works() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		at(5);
		assert_eq!(take(), 1);
		one_event(Event::CheckpointTaken { asset: ASSET, checkpoint: 1 });
		let expected = Checkpoint { id: 1, at: OPENED + 5, supply: 10, holders: 1, references: 1 };
		assert_eq!(Shares::checkpoints(ASSET).into_inner(), [expected]);
		let book = book(ASSET);
		assert_eq!((book.checkpoint, book.oldest, book.newest), (1, 1, 1));
		assert_noop!(<Shares as Checkpoints>::take(2), refusal(Reason::UnknownAsset));
	});
}

#[test]
fn take_fails_beyond_the_most_that_an_asset_may_have() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		for id in 1..=MAX_CHECKPOINTS {
			assert_eq!(take(), id);
		}
		assert_noop!(<Shares as Checkpoints>::take(ASSET), Error::<Test>::TooManyCheckpoints);
		release(7);
		assert_eq!(take(), MAX_CHECKPOINTS + 1);
	});
}

#[test]
fn references_are_counted() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_eq!((take(), take()), (1, 2));
		assert_ok!(<Shares as Checkpoints>::hold(ASSET, 1));
		System::reset_events();
		release(1);
		assert_eq!(System::events(), []);
		assert_eq!(Shares::balance_at(ASSET, ANNA, 1), Some(10));
		release(1);
		one_event(Event::CheckpointReleased { asset: ASSET, checkpoint: 1 });
		assert_eq!((book(ASSET).oldest, book(ASSET).newest), (2, 2));
		assert_eq!(Shares::balance_at(ASSET, ANNA, 1), None);
		for unknown in [0, 1, 3] {
			assert_noop!(
				<Shares as Checkpoints>::hold(ASSET, unknown),
				Error::<Test>::UnknownCheckpoint
			);
			assert_noop!(
				<Shares as Checkpoints>::release(ASSET, unknown),
				Error::<Test>::UnknownCheckpoint
			);
		}
		release(2);
		assert_eq!((book(ASSET).oldest, book(ASSET).newest), (0, 0));
		assert!(!CheckpointsOf::<Test>::contains_key(ASSET));
		// Numbers are never used again.
		assert_eq!(take(), 3);
	});
}

#[test]
fn the_balance_at_a_checkpoint_stays() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 3).build_and_execute(|| {
		let first = take();
		send(ANNA_KEY, BENO_KEY, 1);
		send(ANNA_KEY, BENO_KEY, 1);
		let second = take();
		let third = take();
		send(ANNA_KEY, CARA_KEY, 8);
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, DINO_KEY, 5));
		let fourth = take();
		send(CARA_KEY, ANNA_KEY, 4);
		assert_eq!([first, second, third, fourth].map(|id| then(ANNA, id)), [10, 8, 8, 0]);
		assert_eq!([first, second, third, fourth].map(|id| then(BENO, id)), [3, 5, 5, 5]);
		assert_eq!([first, second, third, fourth].map(|id| then(CARA, id)), [0, 0, 0, 8]);
		assert_eq!([first, second, third, fourth].map(|id| then(DINO, id)), [0, 0, 0, 5]);
		let whole = |id| {
			let supply = <Shares as Checkpoints>::supply_at(ASSET, id);
			(supply.unwrap(), <Shares as Checkpoints>::holders_at(ASSET, id).unwrap())
		};
		assert_eq!([first, second, fourth].map(whole), [(13, 2), (13, 2), (18, 3)]);
		assert_eq!(<Shares as Checkpoints>::supply_at(ASSET, 5), None);
		assert_eq!(<Shares as Checkpoints>::holders_at(ASSET, 5), None);
		// Of the two that nothing happened between, one record speaks.
		assert_eq!(History::<Test>::get(ASSET, ANNA).len(), 2);
	});
}

#[test]
fn held_shares_count_and_a_hold_is_no_change() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let first = take();
		assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 4, None));
		assert_eq!(position(ASSET, ANNA).checkpoint, 0);
		assert_eq!(then(ANNA, first), 10);
		send(ANNA_KEY, BENO_KEY, 1);
		assert_eq!((then(ANNA, first), Shares::balance(ASSET, ANNA)), (10, 9));
	});
}

#[test]
fn who_left_is_still_known_at_the_checkpoint_and_holds_no_share() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let first = take();
		send(ANNA_KEY, BENO_KEY, 10);
		assert_eq!((then(ANNA, first), stored(ASSET, ANNA)), (10, Some(0)));
		assert_eq!((book(ASSET).holders, book(ASSET).kept), (1, 1));
		assert_eq!(Shares::holders(ASSET, None, 10), [(BENO, 10)]);
		// Back again, and gone again.
		send(BENO_KEY, ANNA_KEY, 10);
		assert_eq!((book(ASSET).holders, book(ASSET).kept), (1, 0));
		send(ANNA_KEY, BENO_KEY, 10);
		assert_eq!(then(ANNA, first), 10);
		release(first);
		// The next change sees that nobody needs it.
		send(BENO_KEY, ANNA_KEY, 10);
		send(ANNA_KEY, BENO_KEY, 10);
		assert_eq!((stored(ASSET, ANNA), book(ASSET).kept), (None, 0));
	});
}

#[test]
fn history_keeps_what_is_referred_to_and_nothing_else() {
	ExtBuilder::default().holding(ANNA_KEY, 100).build_and_execute(|| {
		let ids: Vec<_> = (0..10)
			.map(|_| {
				let id = take();
				send(ANNA_KEY, BENO_KEY, 1);
				id
			})
			.collect();
		assert_eq!(History::<Test>::get(ASSET, ANNA).len(), 9);
		for id in &ids[..8] {
			release(*id);
		}
		take();
		send(ANNA_KEY, BENO_KEY, 1);
		// Of the three that are referred to, the position itself keeps one.
		assert_eq!(History::<Test>::get(ASSET, ANNA).len(), 2);
		assert_eq!([9, 10, 11].map(|id| then(ANNA, id)), [92, 91, 90]);
		for id in [9, 10, 11] {
			release(id);
		}
		take();
		send(ANNA_KEY, BENO_KEY, 1);
		assert!(!History::<Test>::contains_key(ASSET, ANNA));
		assert_eq!(then(ANNA, 12), 89);
	});
}

#[test]
fn a_history_at_its_bound_has_room_for_all_that_is_referred_to() {
	ExtBuilder::default().holding(ANNA_KEY, 100).build_and_execute(|| {
		for id in 1..=3 * MAX_CHECKPOINTS {
			if id > MAX_CHECKPOINTS {
				release(id - MAX_CHECKPOINTS);
			}
			take();
			send(ANNA_KEY, BENO_KEY, 1);
		}
		let last = 3 * MAX_CHECKPOINTS;
		for id in last - MAX_CHECKPOINTS + 1..=last {
			assert_eq!(then(ANNA, id), Balance::from(101 - id));
		}
	});
}

#[test]
fn a_book_with_a_checkpoint_is_not_closed() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let first = take();
		assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 10));
		assert_noop!(Shares::close_book(ASSET), Error::<Test>::CheckpointsLeft);
		release(first);
		assert_noop!(Shares::close_book(ASSET), Error::<Test>::PositionsLeft);
		assert_ok!(Shares::prune(signed(STRANGER), ASSET, vec![ANNA].try_into().unwrap()));
		assert_ok!(Shares::close_book(ASSET));
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;
use frame_support::dispatch::DispatchResult;

#[track_caller]
fn execute(id: OrderId) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| {
		Shares::execute_order(signed(STRANGER), id).map(|_| ()).map_err(|refused| refused.error)
	})
}

/// Approved, with its waiting period over.
fn ready(action: Action<AccountId>) -> OrderId {
	let id = approved(action);
	let Stage::Approved { from, .. } = order(id).stage else { panic!("does not wait") };
	at(from);
	id
}

#[test]
fn a_forced_transfer_moves_the_shares() {
	case().build_and_execute(|| {
		let id = ready(forced(40));
		System::reset_events();
		assert_ok!(execute(id));
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, CARA)), (Some(60), Some(40)));
		assert_eq!((frozen(ANNA), movable()), (0, 60));
		assert_eq!((book(ASSET).supply, book(ASSET).holders, book(ASSET).orders), (150, 3, 0));
		assert_eq!(
			events(),
			[
				Event::OrderExecuted { order: id },
				Event::ForciblyTransferred {
					asset: ASSET,
					from: ANNA,
					to: CARA,
					to_key: CARA_KEY,
					amount: 40
				},
			]
		);
		assert_eq!(deposit(HoldReason::Order, AGENT), 0);
		assert_eq!(execute(id), Err(Error::<Test>::UnknownOrder.into()));
	});
}

#[test]
fn a_cancellation_ends_the_shares() {
	case().build_and_execute(|| {
		let id = ready(Action::Cancellation { asset: ASSET, from: ANNA, amount: 100 });
		System::reset_events();
		assert_ok!(execute(id));
		assert_eq!((stored(ASSET, ANNA), book(ASSET).supply), (None, 50));
		assert_eq!(
			events(),
			[
				Event::OrderExecuted { order: id },
				Event::Cancelled { asset: ASSET, from: ANNA, amount: 100 },
			]
		);
	});
}

#[test]
fn a_recovery_gives_the_investor_its_new_key() {
	case().build_and_execute(|| {
		let standing = in_force(OrderKind::Freeze);
		let id = ready(action(OrderKind::Recovery));
		System::reset_events();
		let result = Shares::execute_order(signed(STRANGER), id).unwrap();
		assert_eq!(result.actual_weight, Some(<() as WeightInfo>::execute_recovery()));
		assert_eq!(events(), [Event::OrderExecuted { order: id }]);
		assert_eq!(Shares::balance_of(ASSET, NEW_KEY), 100);
		assert_eq!(Shares::balance_of(ASSET, ANNA_KEY), 0);
		// What was frozen stays frozen.
		refuses(
			|| Shares::transfer(signed(NEW_KEY), ASSET, BENO_KEY, 61),
			refusal(Reason::SharesFrozen),
		);
		assert_ok!(Shares::transfer(signed(NEW_KEY), ASSET, BENO_KEY, 60));
		assert_eq!(
			(state(standing), deposit(HoldReason::Order, PROVIDER)),
			(OrderState::InForce, 0)
		);
	});
}

#[test]
fn waits_for_the_first_second_and_ends_with_the_last() {
	for kind in [OrderKind::ForcedTransfer, OrderKind::Cancellation, OrderKind::Recovery] {
		for (offset, expected) in [
			(-1, Err(Error::<Test>::StillWaiting)),
			(0, Ok(())),
			(1, Ok(())),
			(39, Ok(())),
			(40, Err(Error::<Test>::OrderHasLapsed)),
			(41, Err(Error::<Test>::OrderHasLapsed)),
		] {
			case().build_and_execute(|| {
				let id = ready(action(kind));
				Now::mutate(|now| *now = now.checked_add_signed(offset).unwrap());
				assert_eq!(execute(id), expected.map_err(Into::into), "{kind:?} {offset}");
			});
		}
	}
}

#[test]
fn takes_what_other_orders_keep_and_leaves_them_as_they_are() {
	case().build_and_execute(|| {
		let standing = approved(freeze(Some(80)));
		let id = ready(forced(70));
		assert_eq!((frozen(ANNA), movable()), (150, 0));
		assert_ok!(execute(id));
		// 30 are left; 80 stay frozen, so what comes in is frozen up to there.
		assert_eq!((Shares::balance(ASSET, ANNA), frozen(ANNA), movable()), (30, 80, 0));
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 51));
		assert_eq!((movable(), state(standing)), (1, OrderState::InForce));
	});
}

#[test]
fn goes_ahead_whatever_is_wrong_with_the_owner() {
	case().build_and_execute(|| {
		let id = ready(forced(40));
		Blocked::mutate(|blocked| blocked.insert(ANNA));
		Keys::mutate(|keys| keys.retain(|_, investor| *investor != ANNA));
		assert_ok!(execute(id));
		assert_eq!(Shares::balance(ASSET, CARA), 40);
	});
}

#[test]
fn goes_ahead_in_a_halted_and_in_a_suspended_book() {
	case().build_and_execute(|| {
		in_force(OrderKind::Suspension);
		let id = ready(forced(40));
		assert_ok!(execute(id));
	});
	case().status(cadastre_primitives::BookStatus::Suspended).build_and_execute(|| {
		let id = ready(forced(40));
		assert_ok!(execute(id));
	});
	case().status(cadastre_primitives::BookStatus::WindingUp).build_and_execute(|| {
		let id = ready(forced(40));
		assert_ok!(execute(id));
	});
}

#[test]
fn fails_for_a_receiver_whom_the_gatekeeper_refuses() {
	case().build_and_execute(|| {
		let id = ready(forced(40));
		Blocked::mutate(|blocked| blocked.insert(CARA));
		assert_eq!(execute(id), Err(refusal(Reason::Blocked)));
		// Nothing has happened: what it keeps stays.
		assert_eq!((frozen(ANNA), movable()), (40, 60));
		Blocked::mutate(|blocked| blocked.remove(&CARA));
		assert_ok!(execute(id));
	});
}

#[test]
fn fails_for_more_than_is_free_but_not_for_all_of_it() {
	for (amount, works) in [(99, true), (100, true), (101, false)] {
		case().build_and_execute(|| {
			let id = ready(forced(amount));
			let expected = if works { Ok(()) } else { Err(refusal(Reason::InsufficientShares)) };
			assert_eq!(execute(id), expected);
		});
	}
}

#[test]
fn fails_for_what_nobody_executes() {
	case().build_and_execute(|| {
		let proposed = propose(forced(1));
		assert_eq!(execute(proposed), Err(Error::<Test>::NotApproved.into()));
		for kind in [OrderKind::Freeze, OrderKind::Suspension] {
			let id = in_force(kind);
			assert_eq!(execute(id), Err(Error::<Test>::NotApproved.into()));
		}
		assert_eq!(execute(77), Err(Error::<Test>::UnknownOrder.into()));
		assert_noop!(Shares::execute_order(root(), proposed), BadOrigin);
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn an_unapproved_order_goes_when_it_has_lapsed() {
	for kind in [OrderKind::Freeze, OrderKind::Suspension, OrderKind::Recovery] {
		case().build_and_execute(|| {
			let action = action(kind);
			let by = proposer(&action);
			let id = propose(action);
			System::reset_events();
			after(APPROVAL - 1);
			assert_noop!(Shares::prune_order(signed(STRANGER), id), Error::<Test>::NotLapsed);
			after(1);
			assert_ok!(Shares::prune_order(signed(STRANGER), id));
			assert_eq!(events(), [Event::OrderLapsed { order: id }]);
			assert_eq!((Shares::order(id), deposit(HoldReason::Order, by)), (None, 0));
			assert_eq!((list(ANNA), book(ASSET).orders), (vec![], 0));
		});
	}
}

#[test]
fn one_that_kept_shares_on_one_word_goes_a_period_later() {
	for (action, period) in [(emergency(Some(40)), EMERGENCY), (forced(40), APPROVAL)] {
		case().build_and_execute(|| {
			let id = propose(action);
			after(period - 1);
			assert_eq!(movable(), 60);
			after(1);
			assert_eq!((movable(), frozen(ANNA)), (100, 40));
			after(period - 1);
			assert_noop!(Shares::prune_order(signed(STRANGER), id), Error::<Test>::NotLapsed);
			after(1);
			assert_ok!(Shares::prune_order(signed(STRANGER), id));
			assert_eq!((movable(), frozen(ANNA)), (100, 0));
		});
	}
}

#[test]
fn an_unexecuted_or_undecided_order_goes_when_it_has_lapsed() {
	case().build_and_execute(|| {
		let id = approved(forced(40));
		after(FORCED + EXECUTION - 1);
		assert_noop!(Shares::prune_order(signed(STRANGER), id), Error::<Test>::NotLapsed);
		assert_eq!(movable(), 60);
		after(1);
		assert_eq!(movable(), 100);
		assert_ok!(Shares::prune_order(signed(STRANGER), id));
		let id = approved(freeze(Some(40)));
		assert_ok!(Shares::appeal_order(signed(ANNA_KEY), id, DIGEST));
		after(DECISION);
		assert_ok!(Shares::prune_order(signed(STRANGER), id));
		assert_eq!(deposit(HoldReason::Appeal, ANNA_KEY), 0);
		assert_eq!(deposit(HoldReason::Order, AGENT), 0);
		assert_eq!(frozen(ANNA), 0);
	});
}

#[test]
fn what_is_in_force_never_goes() {
	case().build_and_execute(|| {
		let id = approved(freeze(None));
		after(1_000_000);
		assert_noop!(Shares::prune_order(signed(STRANGER), id), Error::<Test>::NotLapsed);
		assert_noop!(Shares::prune_order(root(), id), BadOrigin);
		assert_noop!(Shares::prune_order(signed(STRANGER), 77), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn creating_and_ending_orders_leaves_nothing_behind() {
	case().build_and_execute(|| {
		let ids: Vec<_> = (0..MAX_ORDERS).map(|_| propose(freeze(Some(1)))).collect();
		assert_eq!(Orders::<Test>::iter().count(), ids.len());
		for id in ids {
			assert_ok!(Shares::withdraw_order(signed(AGENT), id));
		}
		assert_eq!(Orders::<Test>::iter().count() + OrdersOf::<Test>::iter().count(), 0);
		assert_eq!((deposit(HoldReason::Order, AGENT), book(ASSET).orders), (0, 0));
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_freeze_is_in_force_at_once() {
	for (action, before) in [(freeze(Some(40)), 100), (emergency(Some(40)), 60)] {
		case().build_and_execute(|| {
			let id = propose(action);
			assert_eq!(movable(), before);
			System::reset_events();
			after(7);
			assert_ok!(Shares::approve_order(signed(APPROVER), id));
			let appeal_until = Now::get() + APPEAL;
			assert_eq!(order(id).stage, Stage::InForce { appeal_until });
			assert_eq!((frozen(ANNA), movable()), (40, 60));
			let event = Event::OrderApproved {
				order: id,
				by: Some(APPROVER),
				from: Now::get(),
				until: appeal_until,
			};
			assert_eq!(events(), [event]);
			// It stands, however long.
			after(1_000 * APPEAL);
			assert_eq!((state(id), movable()), (OrderState::InForce, 60));
		});
	}
}

#[test]
fn a_suspension_halts_the_book_at_once() {
	case().build_and_execute(|| {
		let id = propose(action(OrderKind::Suspension));
		assert!(!book(ASSET).halted);
		assert_ok!(Shares::approve_order(root(), id));
		assert!(book(ASSET).halted);
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1),
			refusal(Reason::BookNotOpen),
		);
		refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 1), refusal(Reason::BookNotOpen));
		refuses(|| Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 1), refusal(Reason::BookNotOpen));
	});
}

#[test]
fn what_takes_shares_or_keys_away_waits() {
	for (kind, wait) in [
		(OrderKind::ForcedTransfer, FORCED),
		(OrderKind::Cancellation, CANCELLATION),
		(OrderKind::Recovery, RECOVERY),
	] {
		case().build_and_execute(|| {
			let id = propose(action(kind));
			if kind == OrderKind::Recovery {
				assert_ok!(Shares::accept_recovery(signed(NEW_KEY), id));
			}
			System::reset_events();
			after(3);
			assert_ok!(Shares::approve_order(root(), id));
			let from = Now::get() + wait;
			let until = from + EXECUTION;
			assert_eq!(order(id).stage, Stage::Approved { from, until });
			assert_eq!(events(), [Event::OrderApproved { order: id, by: None, from, until }]);
			assert_eq!(Shares::balance(ASSET, ANNA), 100);
			assert_eq!(Keys::get()[&ANNA_KEY], ANNA);
		});
	}
}

#[test]
fn a_release_is_executed_at_once() {
	case().build_and_execute(|| {
		let standing = in_force(OrderKind::Freeze);
		for (amount, left) in [(1, 39), (38, 1)] {
			let id = propose(Action::Release { order: standing, amount: Some(amount) });
			System::reset_events();
			assert_ok!(Shares::approve_order(signed(APPROVER), id));
			assert_eq!((frozen(ANNA), movable()), (left, 100 - left));
			assert_eq!(order(standing).action, freeze(Some(left)));
			let now = Now::get();
			let by = Some(APPROVER);
			assert_eq!(
				events(),
				[
					Event::OrderApproved { order: id, by, from: now, until: now },
					Event::OrderExecuted { order: id },
					Event::OrderReleased { order: standing, by: id, old: left + amount, new: left },
				]
			);
			assert_eq!(Shares::order(id), None);
		}
	});
}

#[test]
fn a_release_of_all_or_of_more_ends_the_freeze() {
	for amount in [None, Some(40), Some(41), Some(Balance::MAX)] {
		case().build_and_execute(|| {
			let standing = in_force(OrderKind::Freeze);
			let id = approved(Action::Release { order: standing, amount });
			assert_eq!((Shares::order(id), Shares::order(standing)), (None, None));
			assert_eq!((frozen(ANNA), movable(), list(ANNA)), (0, 100, vec![]));
			assert_eq!(deposit(HoldReason::Order, AGENT), 0);
			assert_eq!(book(ASSET).orders, 0);
		});
	}
}

#[test]
fn a_resumption_ends_one_suspension_and_no_other() {
	case().build_and_execute(|| {
		let first = in_force(OrderKind::Suspension);
		let second = in_force(OrderKind::Suspension);
		approved(Action::Resumption { order: first });
		assert!(book(ASSET).halted);
		approved(Action::Resumption { order: second });
		assert!(!book(ASSET).halted);
		assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1));
	});
}

#[test]
fn freezes_add_up_and_each_release_ends_its_own() {
	case().build_and_execute(|| {
		let first = approved(freeze(Some(30)));
		let second = approved(freeze(None));
		let third = approved(emergency(Some(20)));
		assert_eq!((frozen(ANNA), movable()), (Balance::MAX, 0));
		approved(Action::Release { order: second, amount: None });
		assert_eq!((frozen(ANNA), movable()), (50, 50));
		approved(Action::Release { order: first, amount: Some(10) });
		assert_eq!((frozen(ANNA), movable()), (40, 60));
		approved(Action::Release { order: third, amount: None });
		assert_eq!((frozen(ANNA), movable()), (20, 80));
	});
}

#[test]
fn fails_for_a_release_of_what_is_over_meanwhile() {
	case().build_and_execute(|| {
		let standing = in_force(OrderKind::Freeze);
		let id = propose(Action::Release { order: standing, amount: None });
		assert_ok!(Shares::annul_order(root(), standing, DIGEST));
		assert_noop!(
			frame_support::storage::with_storage_layer(|| Shares::approve_order(root(), id)),
			Error::<Test>::UnknownOrder
		);
		after(APPROVAL);
		assert_ok!(Shares::prune_order(signed(STRANGER), id));
	});
}

#[test]
fn fails_for_one_account_with_both_roles() {
	case().build_and_execute(|| {
		let id = NextOrderId::<Test>::get();
		assert_ok!(Shares::propose_order(signed(BOTH), freeze(None), Ground::Fraud, DIGEST));
		assert_noop!(Shares::approve_order(signed(BOTH), id), Error::<Test>::SameParty);
		assert_ok!(Shares::approve_order(signed(APPROVER), id));
	});
}

#[test]
fn fails_for_two_keys_of_one_investor() {
	case().build_and_execute(|| {
		Keys::mutate(|keys| keys.extend([(AGENT, DINO), (APPROVER, DINO), (BOTH, CARA)]));
		let id = propose(freeze(None));
		assert_noop!(Shares::approve_order(signed(APPROVER), id), Error::<Test>::SameParty);
		assert_ok!(Shares::approve_order(signed(BOTH), id));
	});
}

#[test]
fn fails_for_an_authority_that_is_the_proposer() {
	case().build_and_execute(|| {
		let id = propose(forced(1));
		LoneAuthority::set(Some(AGENT));
		assert_noop!(Shares::approve_order(signed(AGENT), id), Error::<Test>::SameParty);
		LoneAuthority::set(Some(OTHER_AGENT));
		assert_ok!(Shares::approve_order(signed(OTHER_AGENT), id));
	});
}

#[test]
fn fails_for_a_recovery_that_the_new_key_has_not_accepted() {
	case().build_and_execute(|| {
		let id = propose(action(OrderKind::Recovery));
		assert_noop!(Shares::approve_order(root(), id), Error::<Test>::NotAccepted);
		assert_ok!(Shares::accept_recovery(signed(NEW_KEY), id));
		assert_ok!(Shares::approve_order(root(), id));
	});
}

#[test]
fn fails_from_the_end_of_the_period_on() {
	for kind in OrderKind::ALL {
		case().build_and_execute(|| {
			let id = propose(action(kind));
			if kind == OrderKind::Recovery {
				assert_ok!(Shares::accept_recovery(signed(NEW_KEY), id));
			}
			let period = if kind == OrderKind::EmergencyFreeze { EMERGENCY } else { APPROVAL };
			let end = Now::get() + period;
			for moment in [end, end + 1] {
				at(moment);
				assert_noop!(Shares::approve_order(root(), id), Error::<Test>::OrderHasLapsed);
			}
			at(end - 1);
			assert_ok!(Shares::approve_order(root(), id));
		});
	}
}

#[test]
fn fails_for_an_unknown_order_and_a_second_time() {
	case().build_and_execute(|| {
		assert_noop!(Shares::approve_order(root(), 0), Error::<Test>::UnknownOrder);
		for action in [freeze(None), forced(1)] {
			let id = approved(action);
			assert_noop!(Shares::approve_order(root(), id), Error::<Test>::AlreadyApproved);
		}
	});
}

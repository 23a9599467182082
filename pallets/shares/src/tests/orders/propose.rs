// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn works() {
	for kind in OrderKind::ALL {
		case().build_and_execute(|| {
			let action = action(kind);
			let id = NextOrderId::<Test>::get();
			let count = book(ASSET).orders;
			System::reset_events();
			assert_eq!(propose(action.clone()), id);
			let by = proposer(&action);
			let order = order(id);
			assert_eq!((&order.action, order.ground), (&action, Ground::CourtOrder));
			assert_eq!((order.digest, order.proposer), (DIGEST, by));
			assert_eq!((order.proposed_at, order.accepted), (Now::get(), false));
			let period = if kind == OrderKind::EmergencyFreeze { EMERGENCY } else { APPROVAL };
			assert_eq!(order.stage, Stage::Proposed { until: Now::get() + period });
			assert_eq!(NextOrderId::<Test>::get(), id + 1);
			assert_eq!(book(ASSET).orders, count + u32::from(kind != OrderKind::Recovery));
			let event = Event::OrderProposed {
				order: id,
				action,
				ground: Ground::CourtOrder,
				digest: DIGEST,
				by,
			};
			assert_eq!(events(), [event]);
		});
	}
}

#[test]
fn takes_a_deposit_from_the_proposer_for_each_order() {
	case().build_and_execute(|| {
		propose(freeze(Some(1)));
		let one = deposit(HoldReason::Order, AGENT);
		assert!(one > 0);
		propose(action(OrderKind::Suspension));
		assert_eq!(deposit(HoldReason::Order, AGENT), 2 * one);
		propose(action(OrderKind::Recovery));
		assert_eq!(deposit(HoldReason::Order, PROVIDER), one);
	});
}

#[test]
fn fails_for_who_cannot_pay() {
	case().build_and_execute(|| {
		assert_noop!(
			Shares::propose_order(signed(PAUPER), freeze(None), Ground::Fraud, DIGEST),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}

#[test]
fn fails_for_anybody_without_the_role_of_this_asset_or_investor() {
	for kind in OrderKind::ALL {
		case().build_and_execute(|| {
			let action = action(kind);
			let others = if kind == OrderKind::Recovery { AGENT } else { PROVIDER };
			for who in [others, APPROVER, ISSUER, ANNA_KEY, NEW_KEY, STRANGER] {
				assert_noop!(
					Shares::propose_order(signed(who), action.clone(), Ground::Other, DIGEST),
					BadOrigin
				);
			}
			assert_noop!(Shares::propose_order(root(), action, Ground::Other, DIGEST), BadOrigin);
		});
	}
	case().build_and_execute(|| {
		let other = Action::Suspension { asset: ASSET + 1 };
		assert_noop!(Shares::propose_order(signed(AGENT), other, Ground::Other, DIGEST), BadOrigin);
		let other = Action::Recovery { investor: BENO, account: NEW_KEY };
		assert_noop!(
			Shares::propose_order(signed(PROVIDER), other, Ground::LostKeys, DIGEST),
			BadOrigin
		);
	});
}

#[test]
fn fails_for_an_unknown_asset() {
	case().build_and_execute(|| {
		let asset = ASSET + 1;
		Agents::mutate(|agents| agents.insert((asset.into(), AGENT)));
		for action in [
			Action::Freeze { asset, investor: ANNA, amount: None },
			Action::EmergencyFreeze { asset, investor: ANNA, amount: None },
			Action::ForcedTransfer { asset, from: ANNA, to: CARA_KEY, amount: 1 },
			Action::Cancellation { asset, from: ANNA, amount: 1 },
			Action::Suspension { asset },
		] {
			assert_noop!(
				Shares::propose_order(signed(AGENT), action, Ground::Other, DIGEST),
				refusal(Reason::UnknownAsset)
			);
		}
	});
}

#[test]
fn fails_for_an_unknown_investor_but_not_for_one_that_holds_shares_only() {
	case().build_and_execute(|| {
		for action in [
			Action::Freeze { asset: ASSET, investor: 999, amount: None },
			Action::Cancellation { asset: ASSET, from: 999, amount: 1 },
		] {
			assert_noop!(
				Shares::propose_order(signed(AGENT), action, Ground::Other, DIGEST),
				Error::<Test>::UnknownInvestor
			);
		}
		Providers::mutate(|of| of.insert((999, PROVIDER)));
		let recovery = Action::Recovery { investor: 999, account: NEW_KEY };
		assert_noop!(
			Shares::propose_order(signed(PROVIDER), recovery, Ground::LostKeys, DIGEST),
			Error::<Test>::UnknownInvestor
		);
		// One of whom nothing is stated any more.
		Keys::mutate(|keys| keys.retain(|_, investor| *investor != ANNA));
		propose(freeze(None));
	});
}

#[test]
fn fails_for_an_amount_of_zero_but_not_of_one() {
	case().build_and_execute(|| {
		let standing = in_force(OrderKind::Freeze);
		let actions = |amount| {
			[
				freeze(Some(amount)),
				Action::Release { order: standing, amount: Some(amount) },
				emergency(Some(amount)),
			]
		};
		let others =
			|amount| [forced(amount), Action::Cancellation { asset: ASSET, from: ANNA, amount }];
		for action in actions(0).into_iter().chain(others(0)) {
			assert_noop!(
				Shares::propose_order(signed(AGENT), action, Ground::Other, DIGEST),
				refusal(Reason::ZeroAmount)
			);
		}
		for action in actions(1) {
			propose(action);
		}
	});
	for kind in [forced(1), Action::Cancellation { asset: ASSET, from: ANNA, amount: 1 }] {
		case().build_and_execute(|| {
			propose(kind);
		});
	}
}

#[test]
fn fails_for_a_receiver_without_a_key_or_who_is_the_investor() {
	case().build_and_execute(|| {
		let to = |to| Action::ForcedTransfer { asset: ASSET, from: ANNA, to, amount: 1 };
		let propose =
			|action| Shares::propose_order(signed(AGENT), action, Ground::CourtOrder, DIGEST);
		assert_noop!(propose(to(STRANGER)), refusal(Reason::UnknownKey));
		assert_noop!(propose(to(ANNA_KEY)), refusal(Reason::SameInvestor));
		assert_noop!(propose(to(ANNA_OTHER_KEY)), refusal(Reason::SameInvestor));
	});
}

#[test]
fn fails_for_a_recovery_to_an_account_that_is_a_key() {
	case().build_and_execute(|| {
		for account in [ANNA_KEY, BENO_KEY] {
			let action = Action::Recovery { investor: ANNA, account };
			assert_noop!(
				Shares::propose_order(signed(PROVIDER), action, Ground::LostKeys, DIGEST),
				Error::<Test>::KeyInUse
			);
		}
	});
}

#[test]
fn fails_for_a_second_recovery_of_an_investor() {
	case().build_and_execute(|| {
		let id = propose(action(OrderKind::Recovery));
		let other = Action::Recovery { investor: ANNA, account: STRANGER };
		let again = || {
			Shares::propose_order(signed(OTHER_PROVIDER), other.clone(), Ground::LostKeys, DIGEST)
		};
		assert_noop!(again(), Error::<Test>::RecoveryPending);
		// One that has lapsed is in nobody's way once it is pruned.
		after(APPROVAL);
		assert_noop!(again(), Error::<Test>::RecoveryPending);
		assert_ok!(Shares::prune_order(signed(OTHER_PROVIDER), id));
		assert_ok!(again());
	});
}

#[test]
fn fails_for_a_release_of_what_does_not_stand() {
	case().build_and_execute(|| {
		let try_end = |action, error: Error<Test>| {
			assert_noop!(
				Shares::propose_order(signed(AGENT), action, Ground::CourtOrder, DIGEST),
				error
			);
		};
		let release = |order| Action::Release { order, amount: None };
		let resume = |order| Action::Resumption { order };
		try_end(release(77), Error::UnknownOrder);
		try_end(resume(77), Error::UnknownOrder);
		let proposed = propose(freeze(None));
		try_end(release(proposed), Error::NotInForce);
		approve(proposed);
		try_end(resume(proposed), Error::NotInForce);
		let halt = propose(action(OrderKind::Suspension));
		try_end(resume(halt), Error::NotInForce);
		approve(halt);
		try_end(release(halt), Error::NotInForce);
		let taken = approved(forced(10));
		try_end(release(taken), Error::NotInForce);
		propose(release(proposed));
		propose(resume(halt));
	});
}

#[test]
fn fails_for_a_part_of_a_freeze_of_everything() {
	case().build_and_execute(|| {
		let order = approved(freeze(None));
		assert_noop!(
			Shares::propose_order(
				signed(AGENT),
				Action::Release { order, amount: Some(1) },
				Ground::CourtOrder,
				DIGEST
			),
			Error::<Test>::NotDivisible
		);
		propose(Action::Release { order, amount: None });
	});
}

#[test]
fn fails_beyond_the_bound_of_orders_against_one_target() {
	case().build_and_execute(|| {
		for _ in 0..MAX_ORDERS {
			propose(freeze(Some(1)));
		}
		assert_noop!(
			Shares::propose_order(signed(AGENT), freeze(Some(1)), Ground::Other, DIGEST),
			Error::<Test>::TooManyOrders
		);
		// Others are not concerned.
		propose(Action::Freeze { asset: ASSET, investor: BENO, amount: None });
		for _ in 0..MAX_ORDERS {
			propose(action(OrderKind::Suspension));
		}
		assert_noop!(
			Shares::propose_order(
				signed(AGENT),
				action(OrderKind::Suspension),
				Ground::Other,
				DIGEST
			),
			Error::<Test>::TooManyOrders
		);
	});
}

#[test]
fn one_role_keeps_shares_of_an_investor_by_one_order_at_a_time() {
	let cancel = Action::Cancellation { asset: ASSET, from: ANNA, amount: 1 };
	for first in [emergency(Some(1)), forced(1), cancel.clone()] {
		for second in [emergency(None), forced(5), cancel.clone()] {
			case().build_and_execute(|| {
				let id = propose(first.clone());
				assert_noop!(
					Shares::propose_order(
						signed(OTHER_AGENT),
						second.clone(),
						Ground::Fraud,
						DIGEST
					),
					Error::<Test>::UnconfirmedOrder
				);
				// What acts from its approval on is not in question, nor is another investor.
				propose(freeze(None));
				propose(Action::EmergencyFreeze { asset: ASSET, investor: BENO, amount: None });
				approve(id);
				propose(second.clone());
			});
		}
	}
}

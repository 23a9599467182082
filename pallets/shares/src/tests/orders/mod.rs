// SPDX-License-Identifier: Apache-2.0

mod accept_recovery;
mod annul;
mod appeal;
mod approve;
mod decide;
mod execute;
mod findings;
mod invariants;
mod matrix;
mod propose;
mod prune;
mod table;
mod views;
mod withdraw;

use super::*;
use crate::{
	order_types::{Action, Ground, OpenOrder, OrderId, OrderKind, OrderState, Stage, Target},
	Error, Event, HoldReason, NextOrderId, Orders, OrdersOf,
};
use cadastre_primitives::{Moment, Reason};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use sp_core::H256;
use sp_runtime::traits::BadOrigin;

const DIGEST: H256 = H256::repeat_byte(1);
const OTHER_DIGEST: H256 = H256::repeat_byte(2);

/// What a position or a book is made of when an order is tried on it: 100 of Anna, 50 of Beno.
fn case() -> ExtBuilder {
	ExtBuilder::default().holding(ANNA_KEY, 100).holding(BENO_KEY, 50)
}

fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

fn at(moment: Moment) {
	Now::set(moment);
}

fn after(seconds: Moment) {
	Now::mutate(|now| *now += seconds);
}

/// An action of each kind against Anna or the book. What ends another order needs one in force.
fn action(kind: OrderKind) -> Action<AccountId> {
	match kind {
		OrderKind::Freeze => Action::Freeze { asset: ASSET, investor: ANNA, amount: Some(40) },
		OrderKind::EmergencyFreeze => {
			Action::EmergencyFreeze { asset: ASSET, investor: ANNA, amount: Some(40) }
		},
		OrderKind::Release => Action::Release { order: in_force(OrderKind::Freeze), amount: None },
		OrderKind::ForcedTransfer => {
			Action::ForcedTransfer { asset: ASSET, from: ANNA, to: CARA_KEY, amount: 40 }
		},
		OrderKind::Cancellation => Action::Cancellation { asset: ASSET, from: ANNA, amount: 40 },
		OrderKind::Suspension => Action::Suspension { asset: ASSET },
		OrderKind::Recovery => Action::Recovery { investor: ANNA, account: NEW_KEY },
		OrderKind::Resumption => Action::Resumption { order: in_force(OrderKind::Suspension) },
	}
}

fn freeze(amount: Option<Balance>) -> Action<AccountId> {
	Action::Freeze { asset: ASSET, investor: ANNA, amount }
}

fn emergency(amount: Option<Balance>) -> Action<AccountId> {
	Action::EmergencyFreeze { asset: ASSET, investor: ANNA, amount }
}

fn forced(amount: Balance) -> Action<AccountId> {
	Action::ForcedTransfer { asset: ASSET, from: ANNA, to: CARA_KEY, amount }
}

/// Who proposes an action.
fn proposer(action: &Action<AccountId>) -> AccountId {
	match action {
		Action::Recovery { .. } => PROVIDER,
		_ => AGENT,
	}
}

#[track_caller]
fn propose(action: Action<AccountId>) -> OrderId {
	let id = NextOrderId::<Test>::get();
	let by = proposer(&action);
	assert_ok!(Shares::propose_order(signed(by), action, Ground::CourtOrder, DIGEST));
	id
}

/// Approves as the authority, with the acceptance that a recovery needs.
#[track_caller]
fn approve(id: OrderId) {
	if let Action::Recovery { account, .. } = order(id).action {
		assert_ok!(Shares::accept_recovery(signed(account), id));
	}
	assert_ok!(Shares::approve_order(root(), id));
}

/// Proposed and approved.
#[track_caller]
fn approved(action: Action<AccountId>) -> OrderId {
	let id = propose(action);
	approve(id);
	id
}

#[track_caller]
fn in_force(kind: OrderKind) -> OrderId {
	approved(action(kind))
}

#[track_caller]
fn order(id: OrderId) -> crate::pallet::OrderOf<Test> {
	Orders::<Test>::get(id).unwrap()
}

fn list(investor: InvestorId) -> Vec<OpenOrder> {
	OrdersOf::<Test>::get(Target::Position { asset: ASSET, investor }).into_inner()
}

/// What the position records as frozen.
fn frozen(investor: InvestorId) -> Balance {
	Positions::<Test>::get(ASSET, investor).frozen
}

fn state(id: OrderId) -> OrderState {
	Shares::order(id).unwrap().state
}

fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Shares(event) => Some(event),
			_ => None,
		})
		.collect()
}

fn deposit(reason: HoldReason, who: AccountId) -> u64 {
	Balances::balance_on_hold(&reason.into(), &who)
}

/// What Anna can move: the largest transfer to Beno that would go ahead.
fn movable() -> Balance {
	let goes = |amount| Shares::transfer_report(ASSET, ANNA_KEY, BENO_KEY, amount).is_empty();
	(1..=Shares::balance(ASSET, ANNA)).rev().find(|amount| goes(*amount)).unwrap_or(0)
}

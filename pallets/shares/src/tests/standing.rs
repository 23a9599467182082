// SPDX-License-Identifier: Apache-2.0

//! Freezes and suspensions in force, for tests that do not care how they came about: as an order would
//! leave them, without its events.

use super::*;
use crate::{
	order_types::{Action, Ground, Heard, OpenOrder, Order, OrderId, Stage, Target},
	NextOrderId, Orders, OrdersOf,
};
use frame_support::{
	dispatch::DispatchResult,
	traits::{Consideration, Footprint},
};
use sp_core::H256;

/// Freezes so many more units.
pub(super) fn add_frozen(asset: AssetId, investor: InvestorId, amount: Balance) -> DispatchResult {
	let frozen = position(asset, investor).frozen.saturating_add(amount);
	stand(Target::Position { asset, investor }, frozen)?;
	Shares::add_frozen(asset, investor, amount)
}

/// Freezes so many units less.
pub(super) fn remove_frozen(
	asset: AssetId,
	investor: InvestorId,
	amount: Balance,
) -> DispatchResult {
	let frozen = position(asset, investor).frozen.saturating_sub(amount);
	stand(Target::Position { asset, investor }, frozen)?;
	Shares::remove_frozen(asset, investor, amount)
}

/// Halts a book, or ends that.
pub(super) fn set_halted(asset: AssetId, halted: bool) -> DispatchResult {
	stand(Target::Book { asset }, if halted { Balance::MAX } else { 0 })?;
	Shares::set_halted(asset, halted)
}

/// Lets one order against the target keep so many units.
fn stand(target: Target, keeps: Balance) -> DispatchResult {
	let first = OrdersOf::<Test>::get(target).first().map(|line| line.order);
	let id = first.unwrap_or_else(NextOrderId::<Test>::get);
	let asset = target.asset().unwrap();
	if !Books::<Test>::contains_key(asset) {
		return Err(Shares::unknown_asset());
	}
	if keeps == 0 {
		let Some(order) = Orders::<Test>::take(id) else { return Ok(()) };
		OrdersOf::<Test>::remove(target);
		Books::<Test>::mutate(asset, |book| book.as_mut().unwrap().orders -= 1);
		return order.ticket.drop(&AGENT);
	}
	let action = match target {
		Target::Position { asset, investor } => {
			Action::Freeze { asset, investor, amount: Some(keeps) }
		},
		_ => Action::Suspension { asset },
	};
	match first {
		Some(_) => Orders::<Test>::mutate(id, |order| order.as_mut().unwrap().action = action),
		None => make(id, target, action)?,
	}
	let line = OpenOrder { order: id, keeps, until: None, bars_until: None };
	OrdersOf::<Test>::insert(target, frame_support::BoundedVec::truncate_from(vec![line]));
	Ok(())
}

fn make(id: OrderId, target: Target, action: Action<AccountId>) -> DispatchResult {
	let order = Order {
		action,
		target,
		ground: Ground::CourtOrder,
		digest: H256::zero(),
		proposer: AGENT,
		proposed_at: Now::get(),
		accepted: false,
		stage: Stage::InForce { appeal_until: Now::get() },
		appeal: None,
		heard: Heard::default(),
		ticket: <Test as crate::Config>::OrderDeposit::new(&AGENT, Footprint::default())?,
	};
	Orders::<Test>::insert(id, order);
	NextOrderId::<Test>::put(id + 1);
	Books::<Test>::mutate(target.asset().unwrap(), |book| book.as_mut().unwrap().orders += 1);
	Ok(())
}

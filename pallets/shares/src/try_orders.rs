// SPDX-License-Identifier: Apache-2.0

//! The invariants of due process. Their numbers are those of the README.

use crate::{
	order_rules::kept,
	order_types::{Action, OrderKind, Stage, Target},
	pallet::OrderOf,
	Books, Config, NextOrderId, Orders, OrdersOf, Pallet, Positions,
};
use alloc::collections::BTreeMap;
use cadastre_primitives::AssetId;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

type Check = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of due process over the whole of the storage.
	///
	/// # Errors
	/// Names the first invariant that is broken.
	pub(crate) fn try_orders() -> Check {
		let mut open = BTreeMap::<AssetId, u32>::new();
		for (id, order) in Orders::<T>::iter() {
			ensure!(id < NextOrderId::<T>::get(), "INV-S21: an order's id is not below the next");
			Self::try_order(&order)?;
			let list = OrdersOf::<T>::get(order.target);
			let lines = list.iter().filter(|line| line.order == id).count();
			ensure!(lines == 1, "INV-S22: its target does not list an order once");
			if let Some(asset) = order.target.asset() {
				let count = open.entry(asset).or_default();
				*count = count.saturating_add(1);
			}
		}
		for asset in open.keys() {
			ensure!(Books::<T>::contains_key(asset), "INV-S23: an order without a book");
		}
		for (target, list) in OrdersOf::<T>::iter() {
			ensure!(!list.is_empty(), "INV-S22: an empty list of orders");
			for line in &list {
				let order = Orders::<T>::get(line.order)
					.filter(|order| order.target == target)
					.ok_or("INV-S22: a target lists an order that is not against it")?;
				let rule = Self::procedure_of(order.action.kind());
				ensure!(
					*line == order.line(line.order, &rule),
					"INV-S24: a list differs from its order"
				);
			}
			if let Target::Position { asset, investor } = target {
				let frozen = Positions::<T>::get(asset, investor).frozen;
				ensure!(frozen == kept(&list), "INV-S25: frozen is not what the orders keep");
			}
			let recovers = matches!(target, Target::Investor { .. });
			ensure!(!recovers || list.len() == 1, "INV-S26: two recoveries of one investor");
		}
		for (asset, investor, position) in Positions::<T>::iter() {
			let listed = OrdersOf::<T>::contains_key(Target::Position { asset, investor });
			ensure!(position.frozen == 0 || listed, "INV-S25: frozen without an order");
		}
		for (asset, book) in Books::<T>::iter() {
			let count = open.get(&asset).copied().unwrap_or_default();
			ensure!(book.orders == count, "INV-S23: the book counts other orders than there are");
			let halts = kept(&OrdersOf::<T>::get(Target::Book { asset })) > 0;
			ensure!(
				book.halted == halts,
				"INV-S27: a book is halted without an order, or not by one"
			);
		}
		Ok(())
	}

	/// An order by itself.
	fn try_order(order: &OrderOf<T>) -> Check {
		let kind = order.action.kind();
		let fits = match (kind, order.stage) {
			(_, Stage::Proposed { until }) => order.proposed_at <= until,
			(
				OrderKind::ForcedTransfer | OrderKind::Cancellation | OrderKind::Recovery,
				Stage::Approved { from, until },
			) => order.proposed_at < from && from <= until,
			(
				OrderKind::Freeze | OrderKind::EmergencyFreeze | OrderKind::Suspension,
				Stage::InForce { appeal_until },
			) => order.proposed_at <= appeal_until,
			_ => false,
		};
		ensure!(fits, "INV-S28: an order is at a stage that its kind does not have");
		let consents = match (&order.action, order.stage) {
			(Action::Recovery { .. }, Stage::Proposed { .. }) => true,
			(Action::Recovery { .. }, _) => order.accepted,
			_ => !order.accepted,
		};
		ensure!(consents, "INV-S29: a recovery was approved without the new key's consent");
		let twice = order.appeal.as_ref().is_some_and(|appeal| order.heard.has(appeal.appellant));
		ensure!(!twice, "INV-S30: a second appeal of one party");
		let target = match order.action {
			Action::Freeze { asset, investor, .. }
			| Action::EmergencyFreeze { asset, investor, .. }
			| Action::ForcedTransfer { asset, from: investor, .. }
			| Action::Cancellation { asset, from: investor, .. } => Target::Position { asset, investor },
			Action::Suspension { asset } => Target::Book { asset },
			Action::Recovery { investor, .. } => Target::Investor { investor },
			// What they end may be over already.
			Action::Release { .. } | Action::Resumption { .. } => order.target,
		};
		ensure!(target == order.target, "INV-S22: an order is listed against another target");
		Ok(())
	}
}

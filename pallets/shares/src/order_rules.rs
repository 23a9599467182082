// SPDX-License-Identifier: Apache-2.0

//! The procedure of each kind of order, and the clock of its stages. Pure: no storage, no FRAME.

use crate::order_types::{OpenOrder, Order, OrderId, OrderKind, OrderState, Periods, Stage};
use cadastre_primitives::{Balance, Moment};

/// Who proposes an order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proposer {
	/// A transfer agent of the asset.
	TransferAgent,
	/// Who may ask for the recovery of the investor: its provider.
	RecoveryAgent,
}

/// Who approves an order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Approver {
	/// The second role of the asset, or the authority.
	SecondRole,
	/// The authority alone.
	Authority,
}

/// From when on an order acts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Acts {
	/// It keeps shares from its proposal on.
	FromProposal,
	/// It does nothing before its approval.
	FromApproval,
}

/// What happens when an order is approved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Then {
	/// It is in force until another order ends it, and can be appealed for a while.
	Stands,
	/// It is executed at once.
	Executes,
	/// It waits for so many seconds, in which it can be appealed; then anybody executes it.
	Waits(Moment),
}

/// The procedure of a kind of order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Procedure {
	/// Who proposes.
	pub proposer: Proposer,
	/// Who approves.
	pub approver: Approver,
	/// From when on it acts.
	pub acts: Acts,
	/// Within how many seconds it must be approved.
	pub approval: Moment,
	/// What follows the approval.
	pub then: Then,
}

/// The table: the procedure of each kind.
pub const fn procedure(kind: OrderKind, periods: &Periods) -> Procedure {
	use Acts::{FromApproval, FromProposal};
	use Approver::{Authority, SecondRole};
	use Proposer::{RecoveryAgent, TransferAgent};
	let Periods { approval, emergency, forced, cancellation, recovery, .. } = *periods;
	let (proposer, approver, acts, approval, then) = match kind {
		OrderKind::Freeze => (TransferAgent, SecondRole, FromApproval, approval, Then::Stands),
		OrderKind::EmergencyFreeze => {
			(TransferAgent, SecondRole, FromProposal, emergency, Then::Stands)
		},
		OrderKind::Release => (TransferAgent, SecondRole, FromApproval, approval, Then::Executes),
		OrderKind::ForcedTransfer => {
			(TransferAgent, Authority, FromProposal, approval, Then::Waits(forced))
		},
		OrderKind::Cancellation => {
			(TransferAgent, Authority, FromProposal, approval, Then::Waits(cancellation))
		},
		OrderKind::Suspension => (TransferAgent, Authority, FromApproval, approval, Then::Stands),
		OrderKind::Resumption => (TransferAgent, Authority, FromApproval, approval, Then::Executes),
		OrderKind::Recovery => {
			(RecoveryAgent, Authority, FromApproval, approval, Then::Waits(recovery))
		},
	};
	Procedure { proposer, approver, acts, approval, then }
}

impl Stage {
	/// The same stage after the clock has stood still for so many seconds. What is in force has no
	/// date left but that of its only appeal.
	pub(crate) const fn later(self, by: Moment) -> Self {
		match self {
			Self::Proposed { until } => Self::Proposed { until: until.saturating_add(by) },
			Self::Approved { from, until } => {
				Self::Approved { from: from.saturating_add(by), until: until.saturating_add(by) }
			},
			Self::InForce { .. } => self,
		}
	}

	const fn lapses_at(self) -> Option<Moment> {
		match self {
			Self::Proposed { until } | Self::Approved { until, .. } => Some(until),
			Self::InForce { .. } => None,
		}
	}

	const fn appealable_until(self) -> Moment {
		match self {
			Self::Proposed { until } => until,
			Self::Approved { from, .. } => from,
			Self::InForce { appeal_until } => appeal_until,
		}
	}
}

impl<AccountId, Ticket, AppealTicket> Order<AccountId, Ticket, AppealTicket> {
	/// First second at which it has lapsed; none if it stands.
	pub(crate) const fn lapses_at(&self) -> Option<Moment> {
		match &self.appeal {
			Some(appeal) => Some(appeal.until),
			None => self.stage.lapses_at(),
		}
	}

	/// Whether it has lapsed: it does nothing any more.
	pub(crate) const fn is_lapsed(&self, now: Moment) -> bool {
		matches!(self.lapses_at(), Some(end) if end <= now)
	}

	/// Whether it keeps shares on the word of one role.
	pub(crate) const fn is_unconfirmed(&self, procedure: &Procedure) -> bool {
		matches!((self.stage, procedure.acts), (Stage::Proposed { .. }, Acts::FromProposal))
	}

	/// First second at which it can be appealed no more; none if it cannot be appealed now.
	pub(crate) fn appealable_until(&self, now: Moment) -> Option<Moment> {
		let end = self.stage.appealable_until();
		let open = self.appeal.is_none() && !self.is_lapsed(now) && now < end;
		open.then_some(end)
	}

	/// Its line in the list of its target.
	pub(crate) fn line(&self, order: OrderId, procedure: &Procedure) -> OpenOrder {
		let unconfirmed = self.is_unconfirmed(procedure);
		let acts = match self.stage {
			Stage::Proposed { .. } => unconfirmed,
			Stage::Approved { .. } | Stage::InForce { .. } => true,
		};
		let until = self.lapses_at();
		OpenOrder {
			order,
			keeps: if acts { self.action.keeps() } else { 0 },
			until,
			bars_until: until
				.filter(|_| unconfirmed)
				.map(|until| until.saturating_add(procedure.approval)),
		}
	}

	/// What it waits for.
	pub(crate) fn state(&self, line: &OpenOrder, now: Moment) -> OrderState {
		match (line.until, &self.appeal, self.stage) {
			(Some(end), _, _) if end <= now => {
				OrderState::Lapsed { prunable_at: line.prunable_at().unwrap_or(end) }
			},
			(_, Some(appeal), _) => OrderState::Appealed { until: appeal.until },
			(_, _, Stage::Proposed { until }) => OrderState::Proposed { until },
			(_, _, Stage::Approved { from, .. }) if now < from => {
				OrderState::Waiting { until: from }
			},
			(_, _, Stage::Approved { until, .. }) => OrderState::Executable { until },
			(_, _, Stage::InForce { .. }) => OrderState::InForce,
		}
	}
}

impl OpenOrder {
	/// Whether it has lapsed: it keeps nothing any more.
	pub(crate) fn is_lapsed(&self, now: Moment) -> bool {
		self.until.is_some_and(|until| until <= now)
	}

	/// First second at which it can be removed; none while it stands. An order that acted on the
	/// word of one role stays for a while, so that it cannot be repeated at once.
	pub(crate) fn prunable_at(&self) -> Option<Moment> {
		self.bars_until.or(self.until)
	}

	/// Whether it stands in the way of another order that would act on the word of one role.
	pub(crate) fn bars(&self, now: Moment) -> bool {
		self.bars_until.is_some_and(|until| now < until)
	}
}

/// How many shares the orders of a list keep, lapsed ones included: what a position records.
pub(crate) fn kept(list: &[OpenOrder]) -> Balance {
	list.iter().fold(0, |sum, line| sum.saturating_add(line.keeps))
}

/// How many shares the orders of a list keep now.
pub(crate) fn kept_now(list: &[OpenOrder], now: Moment) -> Balance {
	list.iter()
		.filter(|line| !line.is_lapsed(now))
		.fold(0, |sum, line| sum.saturating_add(line.keeps))
}

// SPDX-License-Identifier: Apache-2.0

//! The table of procedures, exhaustively, and what a proposal does by itself.

use super::*;
use crate::order_rules::{procedure, Acts, Approver, Procedure, Proposer, Then};

#[test]
fn the_table_is_that_of_the_documentation() {
	use Acts::{FromApproval, FromProposal};
	use Approver::{Authority, SecondRole};
	use Proposer::{RecoveryAgent, TransferAgent};
	use Then::{Executes, Stands, Waits};
	let rows = [
		(OrderKind::Freeze, TransferAgent, SecondRole, FromApproval, APPROVAL, Stands),
		(OrderKind::EmergencyFreeze, TransferAgent, SecondRole, FromProposal, EMERGENCY, Stands),
		(OrderKind::Release, TransferAgent, SecondRole, FromApproval, APPROVAL, Executes),
		(
			OrderKind::ForcedTransfer,
			TransferAgent,
			Authority,
			FromProposal,
			APPROVAL,
			Waits(FORCED),
		),
		(
			OrderKind::Cancellation,
			TransferAgent,
			Authority,
			FromProposal,
			APPROVAL,
			Waits(CANCELLATION),
		),
		(OrderKind::Suspension, TransferAgent, Authority, FromApproval, APPROVAL, Stands),
		(OrderKind::Recovery, RecoveryAgent, Authority, FromApproval, APPROVAL, Waits(RECOVERY)),
		(OrderKind::Resumption, TransferAgent, Authority, FromApproval, APPROVAL, Executes),
	];
	assert_eq!(rows.map(|row| row.0), OrderKind::ALL);
	for (kind, proposer, approver, acts, approval, then) in rows {
		let row = Procedure { proposer, approver, acts, approval, then };
		assert_eq!(procedure(kind, &PERIODS), row, "{kind:?}");
	}
}

#[test]
fn kinds_and_actions_have_the_same_codes() {
	case().build_and_execute(|| {
		for kind in OrderKind::ALL {
			let action = action(kind);
			assert_eq!(action.kind(), kind);
			assert_eq!(action.encode().first(), kind.encode().first());
			// The next action finds an investor without orders.
			let ids: Vec<_> = Orders::<Test>::iter_keys().collect();
			for id in ids {
				assert_ok!(Shares::annul_order(root(), id, DIGEST));
			}
		}
	});
}

/// Whatever takes shares or keys away waits, and is approved by the authority.
#[test]
fn nothing_is_taken_without_the_authority_and_a_waiting_period() {
	for kind in [OrderKind::ForcedTransfer, OrderKind::Cancellation, OrderKind::Recovery] {
		let row = procedure(kind, &PERIODS);
		assert_eq!(row.approver, Approver::Authority);
		assert!(matches!(row.then, Then::Waits(wait) if wait > 0));
	}
}

#[test]
fn each_kind_keeps_shares_from_the_moment_that_the_table_says() {
	for kind in OrderKind::ALL {
		case().build_and_execute(|| {
			let action = action(kind);
			let before = movable();
			let id = propose(action.clone());
			let acts = procedure(kind, &PERIODS).acts == Acts::FromProposal;
			assert_eq!(movable(), if acts { 60 } else { before }, "{kind:?}");
			approve(id);
			let expected = match kind {
				OrderKind::Recovery => 100,
				OrderKind::Suspension => 0,
				OrderKind::Release | OrderKind::Resumption => 100,
				_ => 60,
			};
			assert_eq!(movable(), expected, "{kind:?}");
		});
	}
}

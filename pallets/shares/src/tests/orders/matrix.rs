// SPDX-License-Identifier: Apache-2.0

//! Every stage × every call × every role, for every kind of order: what goes ahead, and that all
//! else is refused without a trace.

use super::*;
use frame_support::{
	dispatch::DispatchResult,
	storage::{with_storage_layer, with_transaction},
};
use sp_runtime::TransactionOutcome;

/// Where an order can be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum At {
	Proposed,
	/// Of a recovery.
	Accepted,
	ProposedAndAppealed,
	Waiting,
	WaitingAndAppealed,
	Executable,
	InForce,
	InForceAndAppealed,
	InForceAndUnappealable,
	LapsedUnapproved,
	LapsedUnexecuted,
	LapsedUndecided,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Verb {
	Approve,
	Execute,
	Appeal,
	Uphold,
	Dismiss,
	Withdraw,
	Annul,
	Accept,
	Prune,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
	/// Who has proposed it.
	Proposer,
	/// Another account of the role that proposes.
	OtherAgent,
	Second,
	Authority,
	Concerned,
	Issuer,
	/// A key of another investor.
	Other,
	Nominee,
	Stranger,
}

const ATS: [At; 12] = [
	At::Proposed,
	At::Accepted,
	At::ProposedAndAppealed,
	At::Waiting,
	At::WaitingAndAppealed,
	At::Executable,
	At::InForce,
	At::InForceAndAppealed,
	At::InForceAndUnappealable,
	At::LapsedUnapproved,
	At::LapsedUnexecuted,
	At::LapsedUndecided,
];

const VERBS: [Verb; 9] = [
	Verb::Approve,
	Verb::Execute,
	Verb::Appeal,
	Verb::Uphold,
	Verb::Dismiss,
	Verb::Withdraw,
	Verb::Annul,
	Verb::Accept,
	Verb::Prune,
];

const ROLES: [Role; 9] = [
	Role::Proposer,
	Role::OtherAgent,
	Role::Second,
	Role::Authority,
	Role::Concerned,
	Role::Issuer,
	Role::Other,
	Role::Nominee,
	Role::Stranger,
];

fn waits(kind: OrderKind) -> bool {
	matches!(kind, OrderKind::ForcedTransfer | OrderKind::Cancellation | OrderKind::Recovery)
}

fn stands(kind: OrderKind) -> bool {
	matches!(kind, OrderKind::Freeze | OrderKind::EmergencyFreeze | OrderKind::Suspension)
}

/// Whether an order of this kind can get there.
fn reachable(kind: OrderKind, at: At) -> bool {
	match at {
		At::Proposed | At::ProposedAndAppealed | At::LapsedUnapproved | At::LapsedUndecided => true,
		At::Accepted => kind == OrderKind::Recovery,
		At::Waiting | At::WaitingAndAppealed | At::Executable | At::LapsedUnexecuted => waits(kind),
		At::InForce | At::InForceAndAppealed | At::InForceAndUnappealable => stands(kind),
	}
}

/// Who can appeal against any order of the kind.
fn appellant(kind: OrderKind) -> AccountId {
	match kind {
		OrderKind::Suspension | OrderKind::Resumption => ISSUER,
		_ => ANNA_KEY,
	}
}

fn bring(kind: OrderKind, to: At) -> OrderId {
	let appeal = |id| {
		assert_ok!(Shares::appeal_order(signed(appellant(kind)), id, DIGEST));
	};
	let id = propose(action(kind));
	let end = match order(id).stage {
		Stage::Proposed { until } => until,
		other => panic!("{other:?}"),
	};
	match to {
		At::Proposed => (),
		At::Accepted => {
			assert_ok!(Shares::accept_recovery(signed(NEW_KEY), id));
		},
		At::ProposedAndAppealed => appeal(id),
		At::LapsedUnapproved => at(end),
		At::LapsedUndecided => {
			appeal(id);
			after(DECISION);
		},
		_ => approve(id),
	}
	match (to, Orders::<Test>::get(id).map(|order| order.stage)) {
		(At::WaitingAndAppealed | At::InForceAndAppealed, _) => appeal(id),
		(At::Executable, Some(Stage::Approved { from, .. })) => at(from),
		(At::LapsedUnexecuted, Some(Stage::Approved { until, .. })) => at(until),
		(At::InForceAndUnappealable, Some(Stage::InForce { appeal_until })) => at(appeal_until),
		_ => (),
	}
	id
}

/// Written from `docs/due-process.md`, not from the code.
fn allowed(kind: OrderKind, to: At, verb: Verb, role: Role) -> bool {
	let proposed = matches!(to, At::Proposed | At::Accepted);
	let lapsed = matches!(to, At::LapsedUnapproved | At::LapsedUnexecuted | At::LapsedUndecided);
	let appealed =
		matches!(to, At::ProposedAndAppealed | At::WaitingAndAppealed | At::InForceAndAppealed);
	let second =
		matches!(kind, OrderKind::Freeze | OrderKind::EmergencyFreeze | OrderKind::Release)
			&& role == Role::Second;
	let asset = kind != OrderKind::Recovery;
	let of_investor = !matches!(kind, OrderKind::Suspension | OrderKind::Resumption);
	match verb {
		Verb::Approve => {
			proposed
				&& (role == Role::Authority || second)
				&& (kind != OrderKind::Recovery || to == At::Accepted)
		},
		Verb::Execute => to == At::Executable && role != Role::Authority,
		Verb::Appeal => {
			(proposed || matches!(to, At::Waiting | At::InForce))
				&& (of_investor && role == Role::Concerned || asset && role == Role::Issuer)
		},
		Verb::Uphold | Verb::Dismiss => appealed && role == Role::Authority,
		Verb::Withdraw => {
			role == Role::Proposer
				&& !lapsed && !matches!(
				to,
				At::InForce | At::InForceAndAppealed | At::InForceAndUnappealable
			)
		},
		Verb::Annul => {
			!lapsed && role == Role::Authority
				|| second && (proposed || to == At::ProposedAndAppealed)
		},
		Verb::Accept => kind == OrderKind::Recovery && role == Role::Nominee && to == At::Proposed,
		Verb::Prune => {
			let barred = matches!(
				kind,
				OrderKind::EmergencyFreeze | OrderKind::ForcedTransfer | OrderKind::Cancellation
			) && to != At::LapsedUnexecuted;
			lapsed && !barred && role != Role::Authority
		},
	}
}

fn origin(kind: OrderKind, role: Role) -> RuntimeOrigin {
	let recovery = kind == OrderKind::Recovery;
	match role {
		Role::Proposer => signed(if recovery { PROVIDER } else { AGENT }),
		Role::OtherAgent => signed(if recovery { OTHER_PROVIDER } else { OTHER_AGENT }),
		Role::Second => signed(APPROVER),
		Role::Authority => root(),
		Role::Concerned => signed(ANNA_OTHER_KEY),
		Role::Issuer => signed(ISSUER),
		Role::Other => signed(BENO_KEY),
		Role::Nominee => signed(NEW_KEY),
		Role::Stranger => signed(STRANGER),
	}
}

fn attempt(verb: Verb, origin: RuntimeOrigin, id: OrderId) -> DispatchResult {
	match verb {
		Verb::Approve => Shares::approve_order(origin, id),
		Verb::Execute => Shares::execute_order(origin, id).map(|_| ()).map_err(|e| e.error),
		Verb::Appeal => Shares::appeal_order(origin, id, DIGEST),
		Verb::Uphold => Shares::decide_appeal(origin, id, true, DIGEST),
		Verb::Dismiss => Shares::decide_appeal(origin, id, false, DIGEST),
		Verb::Withdraw => Shares::withdraw_order(origin, id),
		Verb::Annul => Shares::annul_order(origin, id, DIGEST),
		Verb::Accept => Shares::accept_recovery(origin, id),
		Verb::Prune => Shares::prune_order(origin, id),
	}
}

/// What becomes of the call, in a state that stays as it is.
fn outcome(verb: Verb, origin: RuntimeOrigin, id: OrderId) -> DispatchResult {
	let keys = Keys::get();
	let result = with_transaction(|| {
		let before = sp_io::storage::root(Default::default());
		let result = with_storage_layer(|| attempt(verb, origin, id));
		match result {
			Ok(()) => assert_eq!(Shares::do_try_state(), Ok(())),
			Err(_) => assert_eq!(before, sp_io::storage::root(Default::default())),
		}
		TransactionOutcome::Rollback(result)
	});
	Keys::set(keys);
	result
}

#[test]
fn each_call_is_open_to_who_may_when_it_may_and_to_nobody_else() {
	let mut tried = 0;
	for kind in OrderKind::ALL {
		for to in ATS.into_iter().filter(|to| reachable(kind, *to)) {
			case().build_and_execute(|| {
				let id = bring(kind, to);
				for (verb, role) in
					VERBS.into_iter().flat_map(|verb| ROLES.map(|role| (verb, role)))
				{
					let outcome = outcome(verb, origin(kind, role), id);
					let expected = allowed(kind, to, verb, role);
					let case = (kind, to, verb, role);
					assert_eq!(outcome.is_ok(), expected, "{case:?} {outcome:?}");
					tried += 1;
				}
			});
		}
	}
	assert_eq!(tried, 54 * 81);
}

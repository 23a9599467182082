// SPDX-License-Identifier: Apache-2.0

//! One file per call or group of calls, the findings of others' audits, the arithmetic, and the
//! invariants.

#![allow(clippy::arithmetic_side_effects)]

mod close;
mod cost;
mod delegate;
mod execute;
mod findings;
mod integrity;
mod invariants;
mod managers;
mod math;
mod origins;
mod propose;
mod prune;
mod retract;
mod secret;
mod treasury;
mod veto;
mod views;
mod vote;
mod vote_for;
mod withdraw;

use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult};

const ROOT: fn() -> RuntimeOrigin = RuntimeOrigin::root;

/// How many random cases a property is tried on: many where the code is optimised.
const fn cases(optimised: u32, unoptimised: u32) -> u32 {
	if cfg!(debug_assertions) {
		unoptimised
	} else {
		optimised
	}
}

fn assert_last(event: Event<Test>) {
	System::assert_last_event(event.into());
}

/// The events of this pallet since the last look.
fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// A call that no origin but the right one may make, nobody's included.
fn assert_bad_origins(call: impl Fn(RuntimeOrigin) -> DispatchResult, origins: &[RuntimeOrigin]) {
	for origin in origins {
		assert_noop!(call(origin.clone()), DispatchError::BadOrigin);
	}
	assert_noop!(call(RuntimeOrigin::none()), DispatchError::BadOrigin);
}

/// A call that only a key with the right to vote may make, of an investor that is not blocked.
fn assert_needs_voting_key(who: AccountId, call: impl Fn(AccountId) -> DispatchResult) {
	use cadastre_primitives::{Key, Rights};
	assert_noop!(call(STRANGER), Error::<Test>::UnknownKey);
	let investor = who % 100;
	let plain = plain_key(investor);
	let mute = Rights(Rights::ALL.0 & !Rights::VOTE.0);
	Table::set_key(who, Key { rights: mute, ..plain });
	assert_noop!(call(who), Error::<Test>::MissingRight);
	for end in [Today::get() - 1, Today::get()] {
		Table::set_key(who, Key { expires_at: Some(end), ..plain });
		assert_noop!(call(who), Error::<Test>::KeyExpired);
	}
	Table::set_key(who, Key { expires_at: Some(Today::get() + 1), ..plain });
	Table::block(investor);
	assert_noop!(call(who), Error::<Test>::NotVoter);
	Table::unblock(investor);
	assert_ok!(call(who));
}

/// A call that is open from the first second of a period to the last, and fails outside.
fn assert_open_in(from: u64, until: u64, call: impl Fn() -> DispatchResult) {
	for (now, open) in [(from - 1, false), (from, true), (until - 1, true), (until, false)] {
		Today::set(now);
		let answer = frame_support::storage::with_transaction_unchecked(|| {
			frame_support::storage::TransactionOutcome::Rollback(call())
		});
		let expected = if open { Ok(()) } else { Err(Error::<Test>::WrongPhase.into()) };
		assert_eq!(answer, expected, "{now}");
	}
}

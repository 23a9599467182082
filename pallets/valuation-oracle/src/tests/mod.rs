// SPDX-License-Identifier: Apache-2.0

//! One file per call or group of calls, the pure rules, the findings of others' audits, simulations
//! of operators who lie, copy and fail, and the invariants.

#![allow(clippy::arithmetic_side_effects)]

mod answers;
mod bond;
mod close_feed;
mod commit;
mod cost;
mod dispute;
mod explanations;
mod finalise;
mod findings;
mod halt;
mod invariants;
mod join;
mod leave;
mod math;
mod models;
mod open_feed;
mod outcomes;
mod policy;
mod reveal;
mod rounds;
mod rules;
mod settle_miss;
mod simulation;
mod views;

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

/// A feed with three models and the default policy.
fn three() -> ExtBuilder {
	ExtBuilder::default().feed(policy(), 3)
}

/// Tries a call just before a moment, at it and after it; it succeeds at it and after it.
fn opens_at(moment: u64, early: Error<Test>, call: impl Fn() -> DispatchResult) {
	Today::set(moment - 1);
	assert_noop!(call(), early);
	for now in [moment, moment + 1] {
		Today::set(now);
		assert_ok!(in_vain(&call));
	}
	Today::set(moment);
}

/// Tries a call just before a moment, at it and after it; it succeeds only before.
fn closes_at(moment: u64, late: Error<Test>, call: impl Fn() -> DispatchResult) {
	let late = DispatchError::from(late);
	Today::set(moment - 1);
	assert_ok!(in_vain(&call));
	for now in [moment, moment + 1] {
		Today::set(now);
		assert_noop!(call(), late);
	}
	Today::set(moment - 1);
}

/// What a call would answer; whatever it does is rolled back.
fn in_vain(call: impl Fn() -> DispatchResult) -> DispatchResult {
	use frame_support::storage::{with_transaction, TransactionOutcome};
	with_transaction(|| TransactionOutcome::Rollback(Ok::<_, DispatchError>(call()))).unwrap()
}

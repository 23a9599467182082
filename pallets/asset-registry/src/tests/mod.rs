// SPDX-License-Identifier: Apache-2.0

//! One file per call, the life cycle as a table, the findings of others' audits, and the invariants.

#![allow(clippy::arithmetic_side_effects)]

mod accept_issuer;
mod activate;
mod add_identifier;
mod amend_facts;
mod apply_as_verifier;
mod approve_verifier;
mod call_off_wind_up;
mod close_round;
mod dismiss_verifier;
mod file_paper;
mod findings;
mod genesis;
mod grant_role;
mod invariants;
mod leave_verifiers;
mod life_cycle;
mod offer_issuer;
mod open_round;
mod origins;
mod register;
mod remove;
mod remove_identifier;
mod remove_metadata;
mod resume;
mod retire;
mod revoke_role;
mod set_metadata;
mod set_policy;
mod start_wind_up;
mod suspend;
mod verify;
mod views;
mod withdraw_bond;
mod withdraw_issuer_offer;

use crate::{mock::*, Event};
use frame_support::assert_noop;
use sp_runtime::{DispatchError, DispatchResult};

/// How many random cases a property is tried on: many where the code is optimised.
pub(crate) const fn cases(optimised: u32, unoptimised: u32) -> u32 {
	if cfg!(debug_assertions) {
		unoptimised
	} else {
		optimised
	}
}

const ROOT: fn() -> RuntimeOrigin = RuntimeOrigin::root;

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

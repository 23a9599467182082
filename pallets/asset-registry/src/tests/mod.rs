// SPDX-License-Identifier: Apache-2.0

//! One file per call, the life cycle as a table, the findings of others' audits, and the invariants.

#![allow(clippy::arithmetic_side_effects)]

mod activate;
mod file_paper;
mod findings;
mod invariants;
mod life_cycle;
mod register;
mod remove;
mod resume;
mod retire;
mod suspend;
mod verify;
mod views;

use crate::{mock::*, Event};
use frame_support::assert_noop;
use sp_runtime::{DispatchError, DispatchResult};

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

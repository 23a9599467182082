// SPDX-License-Identifier: Apache-2.0

//! One file per call or pair of calls, what the pages and the clock do, faults, the findings of
//! others' audits, and the invariants.

#![allow(clippy::arithmetic_side_effects)]

mod cancel;
mod certificates;
mod claim;
mod claim_for;
mod close;
mod close_purse;
mod cost;
mod declare;
mod faults;
mod findings;
mod invariants;
mod math;
mod open;
mod parked;
mod prune;
mod push;
mod queue_push;
mod remit_tax;
mod set_tax_table;
mod streams;
mod views;

use crate::{mock::*, Accounts, Amount, Distributions, Error, Event, RecordDate, Selection};
use cadastre_primitives::{Balance, DistributionStage, IncomeSource, InvestorId, Moment};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult, Permill};

const DAY: Moment = 24 * 3_600;

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

fn passes(seconds: Moment) {
	Today::mutate(|now| *now += seconds);
}

fn only(investors: &[InvestorId]) -> Selection {
	Selection::Only(investors.to_vec().try_into().unwrap())
}

fn except(investors: &[InvestorId]) -> Selection {
	Selection::Except(investors.to_vec().try_into().unwrap())
}

/// Anna with 50, Beno with 30 and Cara with 20 of 100 units.
fn three() -> ExtBuilder {
	ExtBuilder::default().holding(ANNA, 50).holding(BENO, 30).holding(CARA, 20)
}

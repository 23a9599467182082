// SPDX-License-Identifier: Apache-2.0

//! Tests of behaviour: one file for each call, and some for what several calls together do.

#![allow(clippy::arithmetic_side_effects)]

mod accept_key;
mod admit;
mod amend_pack;
mod appoint_provider;
mod block;
mod delist_provider;
mod dismiss_provider;
mod enact_pack;
mod end_exemption;
mod examine;
mod exempt;
mod findings;
mod genesis;
mod holder_report;
mod invariants;
mod offer_key;
mod publish_pack;
mod ready_packs;
mod reference;
mod relist_provider;
mod remove_key;
mod renew;
mod revoke;
mod rule_bounds;
mod rules;
mod unblock;
mod withdraw_offer;
mod withdraw_pack;

/// How many random cases a property is tried on: many where the code is optimised.
const fn cases(optimised: u32, unoptimised: u32) -> u32 {
	if cfg!(debug_assertions) {
		unoptimised
	} else {
		optimised
	}
}

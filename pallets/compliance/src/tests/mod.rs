// SPDX-License-Identifier: Apache-2.0

//! Tests of behaviour: one file for each call, and some for what several calls together do.

#![allow(clippy::arithmetic_side_effects)]

mod accept_key;
mod accept_rotation;
mod add_member;
mod admit;
mod admit_by_statement;
mod amend_pack;
mod appoint_provider;
mod block;
mod cohorts;
mod create_cohort;
mod delist_provider;
mod deny;
mod dismiss_provider;
mod enact_pack;
mod end_cohort;
mod end_exemption;
mod examine;
mod exempt;
mod findings;
mod force_rotation;
mod genesis;
mod graduate;
mod holder_report;
mod invariants;
mod leave;
mod lift_denial;
mod lower_bar;
mod offer_key;
mod origins;
mod payees;
mod propose_rotation;
mod prune_cohort;
mod publish_pack;
mod ready_packs;
mod recover;
mod reference;
mod reinstate_provider;
mod relist_provider;
mod remove_asset;
mod remove_key;
mod remove_member;
mod renew;
mod renew_by_statement;
mod resume_cohort;
mod revoke;
mod rule_bounds;
mod rules;
mod set_asset_value;
mod set_provider_terms;
mod set_signer;
mod statements;
mod suspend_cohort;
mod suspend_provider;
mod tax_residence;
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

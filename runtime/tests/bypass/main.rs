// SPDX-License-Identifier: Apache-2.0

//! There is no way round the rules: every call that could touch shares, in every wrapping that the
//! chain has for calls, by everybody; every trait through which another pallet could reach shares;
//! every message.
//!
//! One oracle decides each row ([`oracle`]). What changed in the register must be what its events
//! say, and a reference that knows the cast, but nothing of the pallets, must say that the change is
//! lawful ([`reference`]). It also says which guard is in the way of a row: with the feature `canary`
//! the guards are taken away, and each such row must turn red ([`canary`]).

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, unreachable_pub)]

#[path = "../common/mod.rs"]
mod common;

#[cfg(feature = "canary")]
mod canary;
mod carriers;
mod cast;
mod every_call;
mod messages;
mod oracle;
mod orders;
mod reference;
mod rows;
mod traits;

use carriers::carriers;
use cast::{chain_with_cast, ACTORS};
use frame_support::hypothetically;
use reference::refusals;
use rows::calls;

#[test]
fn no_call_in_any_wrapping_moves_a_share_against_the_rules() {
	chain_with_cast().execute_with(|| {
		let (mut rows, mut passed) = (0_u32, 0_u32);
		for carrier in carriers() {
			for actor in ACTORS {
				for call in calls() {
					let row = format!("{}, {:?}: {call:?}", carrier.name, actor.who);
					let lawful = refusals(&carrier, actor, &call).is_empty();
					let found = hypothetically!(
						carrier.judge(actor, || { (carrier.carry)(actor.who, call.clone()) })
					);
					assert_eq!(found.wrong, None, "{row}");
					assert_eq!(found.moved, lawful, "{row}");
					rows += 1;
					passed += u32::from(found.moved);
				}
			}
		}
		println!("{rows} rows, of which {passed} are lawful and went through");
		assert!(rows >= 15_000 && passed >= 500, "{rows} rows, {passed} lawful");
	});
}

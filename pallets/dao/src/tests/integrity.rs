// SPDX-License-Identifier: Apache-2.0

//! Rules that cannot work do not pass the integrity test; the hot record keeps its bound.

use super::*;
use crate::{ResolutionOf, Rules, VoteRecord};
use codec::MaxEncodedLen;
use frame_support::traits::Hooks;
use sp_runtime::Perbill;

fn check(change: impl FnOnce(&mut Rules)) -> bool {
	let good = TheRules::get();
	let mut rules = good;
	change(&mut rules);
	TheRules::set(rules);
	let passed = std::panic::catch_unwind(<Dao as Hooks<u64>>::integrity_test).is_ok();
	TheRules::set(good);
	passed
}

#[test]
fn rules_that_cannot_work_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(check(|_| {}));
		assert!(!check(|rules| rules.ordinary.discussion = 0));
		assert!(!check(|rules| rules.special.voting = 0));
		assert!(!check(|rules| rules.extraordinary.reveal = 0));
		assert!(!check(|rules| rules.ordinary.timelock = 0));
		assert!(!check(|rules| rules.ordinary.grace = 0));
		assert!(!check(|rules| rules.special.thresholds.quorum = Perbill::zero()));
		assert!(!check(|rules| rules.special.stake = Perbill::zero()));
		assert!(!check(|rules| rules.max_open = 0));
		assert!(!check(|rules| rules.max_strikes = 0));
		assert!(!check(|rules| rules.max_slash = Perbill::zero()));
		assert!(!check(|rules| rules.manager_bond = 0));
		let longest = DISCUSSION + VOTING + REVEAL + TIMELOCK + GRACE;
		assert!(!check(|rules| rules.liability = longest - 1));
		assert!(check(|rules| rules.liability = longest));
	});
}

#[test]
fn hot_records_keep_to_their_bounds() {
	assert!(ResolutionOf::<Test>::max_encoded_len() <= 512);
	assert!(VoteRecord::max_encoded_len() <= 160);
}

// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_ok, traits::EnsureOriginWithArg};

fn acts(who: RuntimeOrigin, investor: u64) -> Option<AccountId> {
	EnsureProvider::<Test>::try_origin(who, &investor).ok()
}

#[test]
fn only_the_provider_that_states_an_investors_claims_acts_for_it() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::admit(signed(OTHER), BOB, claims()));
		assert_eq!(acts(signed(VERITAS), 0), Some(VERITAS));
		assert_eq!(acts(signed(OTHER), 1), Some(OTHER));
		// Another provider, the investor itself, somebody, nobody, root.
		for who in [signed(OTHER), signed(ALICE), signed(DAVE)] {
			assert_eq!(acts(who, 0), None);
		}
		assert_eq!(acts(RuntimeOrigin::none(), 0), None);
		assert_eq!(acts(RuntimeOrigin::root(), 0), None);
		// No such investor.
		assert_eq!(acts(signed(VERITAS), 2), None);
	});
}

#[test]
fn a_provider_whose_word_does_not_count_acts_for_nobody() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::delist_provider(RuntimeOrigin::root(), 0));
		assert_eq!(acts(signed(VERITAS), 0), None);
		assert_ok!(Compliance::relist_provider(RuntimeOrigin::root(), 0));
		assert_eq!(acts(signed(VERITAS), 0), Some(VERITAS));
		assert_ok!(Compliance::suspend_provider(RuntimeOrigin::root(), 0, START));
		assert_eq!(acts(signed(VERITAS), 0), None);
		assert_ok!(Compliance::reinstate_provider(RuntimeOrigin::root(), 0, true));
		assert_eq!(acts(signed(VERITAS), 0), Some(VERITAS));
	});
}

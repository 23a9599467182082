// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::Kind;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

/// Alice is stated before the cut-off, Bob after; Carol by another provider.
fn with_suspended() -> sp_io::TestExternalities {
	let mut ext = ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE]).build();
	ext.execute_with(|| {
		Now::set(START + 10);
		assert_ok!(Compliance::admit(signed(VERITAS), BOB, claims()));
		assert_ok!(Compliance::admit(signed(OTHER), CAROL, claims()));
		assert_ok!(Compliance::suspend_provider(root(), 0, START + 5));
		Now::set(START + 20);
	});
	ext
}

fn may_get(account: AccountId) -> bool {
	examine(0, &facts(Kind::Issue, account, account)).is_empty()
}

#[test]
fn upheld_statements_count_again() {
	with_suspended().execute_with(|| {
		assert!(!may_get(BOB));
		assert_ok!(Compliance::reinstate_provider(root(), 0, true));
		assert_eq!(last_event(), Event::ProviderReinstated { provider: 0, void: None });
		assert!(may_get(ALICE) && may_get(BOB));
		assert!(!Compliance::status().is_suspended(0));
		assert_eq!(Compliance::suspension(0), None);
		assert_ok!(Compliance::do_try_state());
	});
}

#[test]
fn others_stay_void_until_they_are_stated_anew() {
	with_suspended().execute_with(|| {
		assert_ok!(Compliance::reinstate_provider(root(), 0, false));
		let void = Some(Suspension { from: START + 5, until: Some(START + 21) });
		assert_eq!(last_event(), Event::ProviderReinstated { provider: 0, void });
		assert_eq!(Compliance::suspension(0), void);
		assert!(may_get(ALICE) && !may_get(BOB));
		// What is stated in the second of the reinstatement may be from before the suspension.
		assert_ok!(Compliance::renew(signed(VERITAS), 1, claims()));
		assert!(!may_get(BOB));
		Now::set(START + 21);
		assert_ok!(Compliance::renew(signed(VERITAS), 1, claims()));
		assert!(may_get(BOB));
		assert_ok!(Compliance::do_try_state());
	});
}

#[test]
fn a_second_suspension_keeps_what_was_void() {
	with_suspended().execute_with(|| {
		assert_ok!(Compliance::reinstate_provider(root(), 0, false));
		assert_ok!(Compliance::suspend_provider(root(), 0, START + 20));
		assert_eq!(Compliance::suspension(0), Some(Suspension { from: START + 5, until: None }));
		assert!(may_get(ALICE) && !may_get(BOB));
		assert_ok!(Compliance::do_try_state());
	});
}

#[test]
fn fails_for_a_provider_that_is_not_suspended() {
	with_suspended().execute_with(|| {
		assert_noop!(Compliance::reinstate_provider(root(), 1, true), Error::<Test>::NotSuspended);
		assert_ok!(Compliance::reinstate_provider(root(), 0, false));
		assert_noop!(Compliance::reinstate_provider(root(), 0, true), Error::<Test>::NotSuspended);
		assert_noop!(
			Compliance::reinstate_provider(root(), 2, true),
			Error::<Test>::UnknownProvider
		);
		assert_noop!(Compliance::reinstate_provider(signed(VERITAS), 0, true), BadOrigin);
	});
}

// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{Claims, Flags};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

const DAY: u64 = 86_400;

fn narrow() -> Terms {
	Terms { countries: set(&[*b"CH"]), flags: Flags(0b1_0011), daily: 2 }
}

fn set_terms(terms: Terms) {
	assert_ok!(Compliance::set_provider_terms(root(), 0, terms));
}

#[test]
fn carries_old_and_new() {
	ExtBuilder::default().build_and_execute(|| {
		set_terms(narrow());
		assert_eq!(Compliance::mandate(VERITAS).unwrap().terms, narrow());
		let (old, new) = (Terms::WIDEST, narrow());
		assert_eq!(last_event(), Event::ProviderTermsChanged { provider: 0, old, new });
	});
}

#[test]
fn a_statement_keeps_to_countries_and_flags() {
	ExtBuilder::default().build_and_execute(|| {
		set_terms(Terms { daily: 100, ..narrow() });
		for out in [
			Claims { residence: *b"LI", ..claims() },
			Claims { flags: Flags(0b11_0000), ..claims() },
			Claims { flags: Flags(1 << 31), ..claims() },
		] {
			assert_noop!(Compliance::admit(signed(VERITAS), 1, out), Error::<Test>::OutOfScope);
		}
		// A tax residence may be any.
		let claims = Claims { residence: *b"CH", tax_residence: *b"US", ..claims() };
		assert_ok!(Compliance::admit(signed(VERITAS), ALICE, claims));
		assert_ok!(Compliance::admit(signed(VERITAS), BOB, Claims { flags: Flags(0), ..claims }));
		let out = Claims { residence: *b"US", ..claims };
		assert_noop!(Compliance::renew(signed(VERITAS), 0, out), Error::<Test>::OutOfScope);
	});
}

#[test]
fn admissions_and_renewals_count_up_to_the_limit_of_a_day_of_unix_time() {
	ExtBuilder::default().build_and_execute(|| {
		set_terms(narrow());
		let midnight = (START / DAY + 1) * DAY;
		Now::set(midnight - 1);
		assert_ok!(Compliance::admit(signed(VERITAS), ALICE, claims()));
		assert_ok!(Compliance::renew(signed(VERITAS), 0, claims()));
		assert_noop!(
			Compliance::renew(signed(VERITAS), 0, claims()),
			Error::<Test>::DailyLimitReached
		);
		assert_noop!(
			Compliance::admit(signed(VERITAS), BOB, claims()),
			Error::<Test>::DailyLimitReached
		);
		// Another provider has a day of its own, and a revocation is no statement.
		assert_ok!(Compliance::admit(signed(OTHER), DAVE, claims()));
		assert_ok!(Compliance::revoke(signed(VERITAS), 0));
		Now::set(midnight);
		for account in [ALICE, BOB] {
			assert_ok!(Compliance::admit(signed(VERITAS), account, claims()));
		}
		assert_noop!(
			Compliance::admit(signed(VERITAS), CAROL, claims()),
			Error::<Test>::DailyLimitReached
		);
		Now::set(midnight + 1);
		assert_noop!(
			Compliance::admit(signed(VERITAS), CAROL, claims()),
			Error::<Test>::DailyLimitReached
		);
	});
}

#[test]
fn a_limit_of_zero_is_zero() {
	ExtBuilder::default().build_and_execute(|| {
		set_terms(Terms { daily: 0, ..Terms::WIDEST });
		assert_noop!(
			Compliance::admit(signed(VERITAS), ALICE, claims()),
			Error::<Test>::DailyLimitReached
		);
	});
}

#[test]
fn a_refused_statement_does_not_count() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		set_terms(Terms { daily: 2, ..Terms::WIDEST });
		assert_noop!(Compliance::admit(signed(VERITAS), ALICE, claims()), Error::<Test>::KeyInUse);
		assert_ok!(Compliance::admit(signed(VERITAS), BOB, claims()));
	});
}

#[test]
fn what_was_stated_before_stands() {
	ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE, BOB]).build_and_execute(|| {
		set_terms(Terms { countries: set(&[*b"US"]), ..narrow() });
		let facts = facts(cadastre_primitives::Kind::Transfer, ALICE, BOB);
		assert!(examine(0, &facts).is_empty());
	});
}

#[test]
fn fails_for_a_free_slot_and_for_anybody_but_the_authority() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Compliance::set_provider_terms(root(), 2, narrow()),
			Error::<Test>::UnknownProvider
		);
		assert_noop!(Compliance::set_provider_terms(signed(VERITAS), 0, narrow()), BadOrigin);
	});
}

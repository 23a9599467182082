// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::Claims;
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};
use sp_runtime::TokenError;

pub(super) fn with_signer() -> sp_io::TestExternalities {
	let mut ext = ExtBuilder::default().build();
	ext.execute_with(|| {
		let account = Some(signer().account());
		assert_ok!(Compliance::set_signer(signed(VERITAS), 0, account));
		System::reset_events();
	});
	ext
}

fn run(test: impl FnOnce()) {
	with_signer().execute_with(|| {
		test();
		assert_ok!(Compliance::do_try_state());
	});
}

fn submit(who: AccountId, statement: Statement) -> DispatchResult {
	let signature = sign(Subject::Account(who), &statement);
	Compliance::admit_by_statement(signed(who), 0, statement, signature)
}

#[test]
fn admits_the_caller_at_its_own_expense() {
	run(|| {
		Now::set(START + 5);
		let made = Statement { issued_at: START, expires_at: START + 6, ..statement() };
		assert_ok!(submit(ALICE, made));
		let eligibility = key(ALICE).eligibility;
		assert_eq!(eligibility.stated_at, START + 5);
		assert_eq!((eligibility.provider, eligibility.epoch), (0, 1));
		let event = Event::InvestorAdmitted { investor: 0, account: ALICE, eligibility };
		assert_eq!(events(), vec![event]);
		assert_eq!(held(ALICE, HoldReason::InvestorRecord), held_in_all(ALICE));
		assert!(held_in_all(ALICE) > 0);
		assert_eq!(held_in_all(VERITAS), 0);
		assert_eq!(Compliance::mandate(VERITAS).unwrap().stated, 1);
		// The provider renews without taking the deposit over.
		let deposit = held_in_all(ALICE);
		assert_ok!(Compliance::renew(signed(VERITAS), 0, claims()));
		assert_eq!((held_in_all(ALICE), held_in_all(VERITAS)), (deposit, 0));
		assert_ok!(Compliance::revoke(signed(VERITAS), 0));
		assert_eq!(held_in_all(ALICE), 0);
	});
}

#[test]
fn every_scheme_of_signatures_will_do() {
	for scheme in [Scheme::Sr25519, Scheme::Ed25519, Scheme::Ecdsa] {
		run(|| {
			let signer = Signer::of(scheme, 9);
			assert_ok!(Compliance::set_signer(signed(VERITAS), 0, Some(signer.account())));
			let subject = Subject::Account(ALICE);
			let bytes = Compliance::statement_bytes(0, subject, statement()).unwrap();
			let call = |signature| {
				Compliance::admit_by_statement(signed(ALICE), 0, statement(), signature)
			};
			assert_noop!(call(signer.sign(b"something else")), Error::<Test>::BadSignature);
			assert_ok!(call(signer.sign(&bytes)));
		});
	}
}

#[test]
fn counts_from_its_date_up_to_its_end() {
	run(|| {
		Now::set(START + 10);
		let of = |issued_at, expires_at| Statement { issued_at, expires_at, ..statement() };
		for (issued_at, expires_at, error) in [
			(START + 11, START + 20, Error::<Test>::StatementNotYetValid),
			(START, START + 9, Error::<Test>::StatementExpired),
			(START, START + 10, Error::<Test>::StatementExpired),
			(START + 9, START + 10 + STATEMENT_PERIOD, Error::<Test>::StatementTooLong),
			(START, u64::MAX, Error::<Test>::StatementTooLong),
		] {
			assert_noop!(submit(ALICE, of(issued_at, expires_at)), error);
		}
		assert_ok!(submit(ALICE, of(START + 10, START + 11)));
		assert_ok!(submit(BOB, of(START + 9, START + 9 + STATEMENT_PERIOD)));
	});
}

#[test]
fn fails_for_a_provider_that_cannot_state() {
	run(|| {
		let made = statement();
		let signature = sign(Subject::Account(ALICE), &made);
		let call = |provider| {
			Compliance::admit_by_statement(signed(ALICE), provider, made, signature.clone())
		};
		assert_noop!(call(1), Error::<Test>::NoSigner);
		assert_noop!(call(2), Error::<Test>::UnknownProvider);
		assert_noop!(call(255), Error::<Test>::UnknownProvider);
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_noop!(call(0), Error::<Test>::ProviderSuspended);
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_noop!(call(0), Error::<Test>::ProviderNotListed);
	});
}

#[test]
fn the_terms_of_the_provider_hold_off_chain_too() {
	run(|| {
		let terms = Terms { countries: set(&[*b"CH"]), daily: 1, ..Terms::WIDEST };
		assert_ok!(Compliance::set_provider_terms(root(), 0, terms));
		let of = |claims| Statement { claims, ..statement() };
		let out = Claims { residence: *b"FR", ..claims() };
		assert_noop!(submit(ALICE, of(out)), Error::<Test>::OutOfScope);
		let out = Claims { residence: *b"XX", ..claims() };
		assert_noop!(submit(ALICE, of(out)), Error::<Test>::UnknownCountry);
		let out = Claims { valid_until: START, ..claims() };
		assert_noop!(submit(ALICE, of(out)), Error::<Test>::InvalidPeriod);
		assert_ok!(submit(ALICE, statement()));
		assert_noop!(submit(BOB, statement()), Error::<Test>::DailyLimitReached);
		assert_noop!(
			Compliance::admit(signed(VERITAS), BOB, claims()),
			Error::<Test>::DailyLimitReached
		);
	});
}

#[test]
fn fails_for_accounts_that_cannot_be_keys_or_cannot_pay() {
	run(|| {
		assert_ok!(submit(ALICE, statement()));
		assert_noop!(submit(ALICE, statement()), Error::<Test>::KeyInUse);
		assert_noop!(submit(OTHER, statement()), Error::<Test>::SelfAttestation);
		assert_ok!(Compliance::deny(root(), BOB, Default::default()));
		assert_noop!(submit(BOB, statement()), Error::<Test>::AccountDenied);
		assert_noop!(submit(PAUPER, statement()), TokenError::FundsUnavailable);
	});
}

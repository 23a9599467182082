// SPDX-License-Identifier: Apache-2.0

use super::admit_by_statement::with_signer;
use crate::{mock::*, *};
use cadastre_primitives::{Claims, Flags, Rights};
use frame_support::{
	assert_noop, assert_ok, dispatch::GetDispatchInfo, pallet_prelude::DispatchResultWithPostInfo,
};

/// Alice was admitted at [`START`]; now is ten seconds later.
fn run(test: impl FnOnce()) {
	with_signer().execute_with(|| {
		assert_ok!(Compliance::admit(signed(VERITAS), ALICE, claims()));
		Now::set(START + 10);
		test();
		assert_ok!(Compliance::do_try_state());
	});
}

fn submit(who: AccountId, statement: Statement) -> DispatchResultWithPostInfo {
	let signature = sign(Subject::Investor(0), &statement);
	Compliance::renew_by_statement(signed(who), 0, statement, signature)
}

fn of(issued_at: u64) -> Statement {
	let claims = Claims { residence: *b"FR", flags: Flags::KYC, ..claims() };
	Statement { claims, issued_at, expires_at: issued_at + STATEMENT_PERIOD }
}

#[test]
fn states_every_key_anew_and_counts_for_the_provider() {
	run(|| {
		add_key(ALICE, BOB, Rights::VOTE, None);
		let old = key(ALICE).eligibility;
		assert_ok!(submit(BOB, of(START + 1)));
		let new = key(ALICE).eligibility;
		assert_eq!((new.residence.code(), new.stated_at), (Some(*b"FR"), START + 10));
		assert_eq!(key(BOB).eligibility, new);
		assert_eq!(last_event(), Event::InvestorRenewed { investor: 0, old, new });
		assert_eq!(Compliance::mandate(VERITAS).unwrap().stated, 2);
	});
}

#[test]
fn refunds_the_weight_of_keys_that_are_not_there() {
	run(|| {
		let made = of(START + 1);
		let signature = sign(Subject::Investor(0), &made);
		let call = Call::<Test>::renew_by_statement { provider: 0, statement: made, signature };
		let declared = call.get_dispatch_info().call_weight;
		assert_eq!(declared, <()>::renew_by_statement(MAX_KEYS));
		let info = submit(ALICE, made).unwrap();
		assert_eq!(info.actual_weight, Some(<()>::renew_by_statement(1)));
	});
}

#[test]
fn must_have_been_signed_after_the_last_statement_was_taken_down() {
	run(|| {
		for issued_at in [START - 1, START] {
			assert_noop!(submit(ALICE, of(issued_at)), Error::<Test>::StatementVoid);
		}
		assert_ok!(submit(ALICE, of(START + 1)));
		Now::set(START + 20);
		// The same again, and one that was signed before the first was submitted.
		for issued_at in [START + 1, START + 5, START + 10] {
			assert_noop!(submit(ALICE, of(issued_at)), Error::<Test>::StatementVoid);
		}
		assert_ok!(submit(ALICE, of(START + 11)));
		// A renewal by a call counts in the same way.
		Now::set(START + 30);
		assert_ok!(Compliance::renew(signed(VERITAS), 0, claims()));
		assert_noop!(submit(ALICE, of(START + 25)), Error::<Test>::StatementVoid);
	});
}

#[test]
fn keeps_a_block() {
	run(|| {
		assert_ok!(Compliance::block(root(), 0));
		assert_ok!(submit(ALICE, of(START + 1)));
		assert!(key(ALICE).eligibility.blocked);
	});
}

#[test]
fn the_investor_takes_the_deposit_over_from_a_provider_that_is_gone() {
	run(|| {
		let deposit = held_in_all(VERITAS);
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_ok!(Compliance::dismiss_provider(root(), 0));
		assert_ok!(Compliance::appoint_provider(root(), 20, Terms::WIDEST));
		assert_ok!(Compliance::set_signer(signed(20), 0, Some(signer().account())));
		assert_ok!(submit(ALICE, of(START + 1)));
		assert_eq!(key(ALICE).eligibility.epoch, 2);
		assert_eq!((held_in_all(VERITAS), held_in_all(ALICE)), (0, deposit));
		Now::set(START + 20);
		assert_ok!(Compliance::renew(signed(20), 0, claims()));
		assert_eq!(held_in_all(20), 0);
	});
}

#[test]
fn the_investor_changes_to_another_provider_that_states_it() {
	run(|| {
		let deposit = held_in_all(VERITAS);
		let other = Signer::of(Scheme::Sr25519, 5);
		assert_ok!(Compliance::set_signer(signed(OTHER), 1, Some(other.account())));
		let made = of(START + 1);
		let subject = Subject::Investor(0);
		let bytes = Compliance::statement_bytes(1, subject, made).unwrap();
		let renew =
			|slot| Compliance::renew_by_statement(signed(ALICE), slot, made, other.sign(&bytes));
		assert_noop!(renew(0), Error::<Test>::BadSignature);
		assert_noop!(renew(2), Error::<Test>::UnknownProvider);
		assert_ok!(renew(1));
		assert_eq!(Compliance::investor(0).unwrap().provider, 1);
		assert_eq!(key(ALICE).eligibility.provider, 1);
		assert_eq!((held_in_all(VERITAS), held_in_all(ALICE)), (0, deposit));
		// The earlier one has no say any more.
		assert_noop!(Compliance::renew(signed(VERITAS), 0, claims()), Error::<Test>::NotProvider);
		assert_noop!(Compliance::revoke(signed(VERITAS), 0), Error::<Test>::NotProvider);
	});
}

#[test]
fn fails_for_anybody_who_is_no_key_of_the_investor() {
	run(|| {
		assert_noop!(submit(BOB, of(START + 1)), Error::<Test>::UnknownKey);
		assert_ok!(Compliance::admit(signed(VERITAS), BOB, claims()));
		Now::set(START + 20);
		// It speaks of another investor.
		assert_noop!(submit(BOB, of(START + 11)), Error::<Test>::BadSignature);
		add_key(ALICE, CAROL, Rights::ALL, Some(START + 21));
		Now::set(START + 21);
		assert_noop!(submit(CAROL, of(START + 11)), Error::<Test>::KeyExpired);
	});
}

#[test]
fn fails_for_a_provider_that_cannot_state() {
	run(|| {
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_noop!(submit(ALICE, of(START + 1)), Error::<Test>::ProviderSuspended);
		assert_ok!(Compliance::set_signer(root(), 0, None));
		assert_ok!(Compliance::reinstate_provider(root(), 0, true));
		assert_noop!(submit(ALICE, of(START + 1)), Error::<Test>::NoSigner);
	});
}

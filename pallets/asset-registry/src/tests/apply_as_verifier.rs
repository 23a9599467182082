// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, Standing, Verifier};
use cadastre_primitives::Profession;
use frame_support::assert_ok;
use sp_runtime::TokenError;

fn apply(who: AccountId) -> DispatchResult {
	AssetRegistry::apply_as_verifier(signed(who), Profession::Custodian)
}

#[test]
fn works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(STRANGER));
		let profession = Profession::Custodian;
		let standing = Standing::Candidate;
		assert_eq!(
			AssetRegistry::verifier(STRANGER),
			Some(Verifier { profession, bond: VERIFIER_BOND, standing })
		);
		assert_eq!(bond(STRANGER), VERIFIER_BOND);
		let applied =
			Event::VerifierApplied { verifier: STRANGER, profession, bond: VERIFIER_BOND };
		assert_eq!(events(), [applied]);
	});
}

#[test]
fn one_bond_and_one_profession_an_account() {
	ExtBuilder::default().build_and_execute(|| {
		assert_bad_origins(
			|origin| AssetRegistry::apply_as_verifier(origin, Profession::Lawyer),
			&[ROOT()],
		);
		assert_noop!(apply(VERIFIER), Error::<Test>::AlreadyVerifier);
		assert_ok!(AssetRegistry::leave_verifiers(signed(VERIFIER)));
		assert_noop!(apply(VERIFIER), Error::<Test>::AlreadyVerifier);
		assert_ok!(apply(STRANGER));
		assert_noop!(apply(STRANGER), Error::<Test>::AlreadyVerifier);
	});
}

#[test]
fn fails_without_the_bond() {
	for (left, enough) in [(VERIFIER_BOND, false), (VERIFIER_BOND + 1, true)] {
		ExtBuilder::default().build_and_execute(|| {
			// The last unit keeps the account alive.
			let surplus = FUNDS - left;
			assert_ok!(Balances::transfer_keep_alive(signed(STRANGER), AGENT, surplus));
			if enough {
				assert_ok!(apply(STRANGER));
			} else {
				assert_noop!(apply(STRANGER), TokenError::FundsUnavailable);
			}
		});
	}
}

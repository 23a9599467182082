// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, Standing};
use cadastre_primitives::Profession;
use frame_support::assert_ok;

#[test]
fn works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(AssetRegistry::leave_verifiers(signed(VERIFIER)));
		let free_from = NOW + BOND_PERIOD;
		let standing = AssetRegistry::verifier(VERIFIER).unwrap().standing;
		assert_eq!(standing, Standing::Leaving { free_from });
		assert_eq!(bond(VERIFIER), VERIFIER_BOND);
		assert_eq!(events(), [Event::VerifierLeft { verifier: VERIFIER, free_from }]);
		assert_noop!(AssetRegistry::leave_verifiers(signed(VERIFIER)), Error::<Test>::AlreadyLeft);
	});
}

#[test]
fn a_candidate_does_not_wait() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(AssetRegistry::apply_as_verifier(signed(STRANGER), Profession::Lawyer));
		assert_ok!(AssetRegistry::leave_verifiers(signed(STRANGER)));
		assert_ok!(AssetRegistry::withdraw_bond(signed(STRANGER)));
		assert_eq!(Balances::free_balance(STRANGER), FUNDS);
	});
}

#[test]
fn only_a_verifier_may() {
	ExtBuilder::default().build_and_execute(|| {
		assert_bad_origins(AssetRegistry::leave_verifiers, &[ROOT()]);
		assert_noop!(
			AssetRegistry::leave_verifiers(signed(STRANGER)),
			Error::<Test>::UnknownVerifier
		);
	});
}

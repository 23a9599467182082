// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, Standing};
use frame_support::assert_ok;

fn dismiss(slash: u64) -> DispatchResult {
	AssetRegistry::dismiss_verifier(ROOT(), VERIFIER, slash, DIGEST)
}

#[test]
fn works() {
	ExtBuilder::default().build_and_execute(|| {
		let issuance = Balances::total_issuance();
		assert_ok!(dismiss(200));
		let verifier = AssetRegistry::verifier(VERIFIER).unwrap();
		let free_from = NOW + BOND_PERIOD;
		assert_eq!((verifier.bond, verifier.standing), (300, Standing::Leaving { free_from }));
		assert_eq!((bond(VERIFIER), Balances::free_balance(VERIFIER)), (300, FUNDS));
		// What was slashed is not lost.
		assert_eq!(Balances::free_balance(POT), FUNDS + 200);
		assert_eq!(Balances::total_issuance(), issuance);
		assert_eq!(
			events(),
			[Event::VerifierDismissed {
				verifier: VERIFIER,
				slashed: 200,
				reason: DIGEST,
				free_from,
			}]
		);
		Today::set(free_from);
		assert_ok!(AssetRegistry::withdraw_bond(signed(VERIFIER)));
		assert_eq!(Balances::free_balance(VERIFIER), FUNDS + 300);
	});
}

#[test]
fn slashes_at_most_the_bond() {
	for (slash, left) in [(0, 500), (499, 1), (500, 0), (501, 0), (u64::MAX, 0)] {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(dismiss(slash));
			assert_eq!((bond(VERIFIER), Balances::free_balance(VERIFIER)), (left, FUNDS));
			assert_eq!(Balances::free_balance(POT), FUNDS + VERIFIER_BOND - left);
			Today::set(NOW + BOND_PERIOD);
			assert_ok!(AssetRegistry::withdraw_bond(signed(VERIFIER)));
		});
	}
}

#[test]
fn who_has_left_can_still_be_slashed_and_does_not_wait_longer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(AssetRegistry::leave_verifiers(signed(VERIFIER)));
		Today::set(NOW + 10);
		assert_ok!(dismiss(100));
		assert_ok!(dismiss(100));
		assert_eq!(bond(VERIFIER), 300);
		Today::set(NOW + BOND_PERIOD);
		assert_ok!(AssetRegistry::withdraw_bond(signed(VERIFIER)));
	});
}

#[test]
fn only_the_authority_may() {
	ExtBuilder::default().build_and_execute(|| {
		assert_bad_origins(
			|origin| AssetRegistry::dismiss_verifier(origin, VERIFIER, 1, DIGEST),
			&[signed(ISSUER), signed(VERIFIER), signed(STRANGER)],
		);
		assert_noop!(
			AssetRegistry::dismiss_verifier(ROOT(), STRANGER, 1, DIGEST),
			Error::<Test>::UnknownVerifier
		);
	});
}

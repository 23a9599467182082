// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use frame_support::assert_ok;

fn withdraw() -> DispatchResult {
	AssetRegistry::withdraw_bond(signed(VERIFIER))
}

#[test]
fn works_once_the_period_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(AssetRegistry::leave_verifiers(signed(VERIFIER)));
		System::reset_events();
		for today in [NOW, NOW + BOND_PERIOD - 1] {
			Today::set(today);
			assert_noop!(withdraw(), Error::<Test>::BondNotFree);
		}
		Today::set(NOW + BOND_PERIOD);
		assert_ok!(withdraw());
		assert_eq!(AssetRegistry::verifier(VERIFIER), None);
		assert_eq!(Balances::free_balance(VERIFIER), FUNDS + VERIFIER_BOND);
		assert_eq!(events(), [Event::BondReturned { verifier: VERIFIER, bond: VERIFIER_BOND }]);
		assert_noop!(withdraw(), Error::<Test>::UnknownVerifier);
	});
}

#[test]
fn fails_for_who_has_not_left() {
	ExtBuilder::default().build_and_execute(|| {
		assert_bad_origins(AssetRegistry::withdraw_bond, &[ROOT()]);
		assert_noop!(withdraw(), Error::<Test>::BondNotFree);
	});
}

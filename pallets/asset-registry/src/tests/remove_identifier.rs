// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, Identifiers, IdentifiersOf};
use cadastre_primitives::{AssetRoles, AssetStatus};
use frame_support::assert_ok;

fn builder() -> ExtBuilder {
	ExtBuilder::default().asset(AssetStatus::Draft, 1)
}

fn add() {
	assert_ok!(AssetRegistry::add_identifier(signed(ISSUER), 0, ISIN));
	System::reset_events();
}

#[test]
fn works() {
	builder().build_and_execute(|| {
		add();
		assert_ok!(AssetRegistry::remove_identifier(signed(ISSUER), ISIN));
		assert_eq!(Identifiers::<Test>::iter().count(), 0);
		assert_eq!(IdentifiersOf::<Test>::iter().count(), 0);
		assert_eq!(held_for_details(ISSUER), 0);
		assert_eq!(events(), [Event::IdentifierRemoved { asset: 0, identifier: ISIN }]);
		assert_noop!(
			AssetRegistry::remove_identifier(signed(ISSUER), ISIN),
			Error::<Test>::UnknownIdentifier
		);
	});
}

#[test]
fn a_role_may_and_the_deposit_goes_to_who_paid() {
	builder().build_and_execute(|| {
		add();
		let call = || AssetRegistry::remove_identifier(signed(AGENT), ISIN);
		assert_noop!(call(), Error::<Test>::MissingRole);
		assert_bad_origins(|origin| AssetRegistry::remove_identifier(origin, ISIN), &[]);
		assert_ok!(grant(AssetRoles::METADATA, None));
		assert_ok!(call());
		assert_eq!(Balances::free_balance(AGENT), FUNDS);
	});
}

#[test]
fn governance_takes_what_was_squatted() {
	builder().build_and_execute(|| {
		add();
		let other = register(STRANGER);
		assert_ok!(AssetRegistry::remove_identifier(ROOT(), ISIN));
		assert_eq!(held_for_details(ISSUER), 0);
		assert_ok!(AssetRegistry::add_identifier(signed(STRANGER), other, ISIN));
		assert_noop!(
			AssetRegistry::remove_identifier(signed(ISSUER), ISIN),
			Error::<Test>::MissingRole
		);
	});
}

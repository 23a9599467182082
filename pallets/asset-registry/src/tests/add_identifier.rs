// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, Identifiers, IdentifiersOf, MAX_IDENTIFIERS};
use cadastre_primitives::{AssetRoles, AssetStatus, Identifier};
use frame_support::assert_ok;
use sp_runtime::TokenError;

fn add(who: AccountId, asset: u32, identifier: Identifier) -> DispatchResult {
	AssetRegistry::add_identifier(signed(who), asset, identifier)
}

fn parcel(number: u32) -> Identifier {
	let number = number.to_string().into_bytes().try_into().unwrap();
	Identifier::Parcel { country: *b"CH", number }
}

#[test]
fn works() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		assert_ok!(add(ISSUER, 0, ISIN));
		assert_eq!(Identifiers::<Test>::get(ISIN).unwrap().asset, 0);
		assert!(IdentifiersOf::<Test>::contains_key(0, ISIN));
		assert_eq!(AssetRegistry::asset_by_identifier(ISIN), Some(0));
		assert_eq!(AssetRegistry::identifiers(0), [ISIN]);
		assert_eq!(held_for_details(ISSUER), DETAIL_DEPOSIT);
		assert_eq!(events(), [Event::IdentifierAdded { asset: 0, identifier: ISIN }]);
	});
}

#[test]
fn only_the_issuer_and_who_has_the_role_may() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let call = |origin| AssetRegistry::add_identifier(origin, 0, ISIN);
		assert_bad_origins(call, &[ROOT()]);
		assert_noop!(add(VERIFIER, 0, ISIN), Error::<Test>::MissingRole);
		assert_ok!(grant(AssetRoles::METADATA, Some(NOW + 1)));
		assert_ok!(add(AGENT, 0, ISIN));
		// Who adds pays.
		assert_eq!(held_for_details(AGENT), DETAIL_DEPOSIT);
		Today::set(NOW + 1);
		assert_noop!(add(AGENT, 0, LEI), Error::<Test>::MissingRole);
		assert_noop!(add(ISSUER, 1, LEI), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn fails_for_a_wrong_check_digit() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		for wrong in [
			Identifier::Isin(*b"US0378331006"),
			Identifier::Cusip(*b"037833101"),
			Identifier::Lei(*b"HWUPKR0MPOU8FGXBT395"),
			Identifier::Figi(*b"BBG000B9XRY5"),
			Identifier::Parcel { country: *b"XX", number: b"1".to_vec().try_into().unwrap() },
			Identifier::Parcel { country: *b"CH", number: Default::default() },
		] {
			assert_noop!(add(ISSUER, 0, wrong), Error::<Test>::BadIdentifier);
		}
		for right in [
			ISIN,
			LEI,
			Identifier::Cusip(*b"037833100"),
			Identifier::Figi(*b"BBG000B9XRY4"),
			parcel(2_571),
		] {
			assert_ok!(add(ISSUER, 0, right));
		}
	});
}

#[test]
fn an_identifier_is_of_one_asset() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let other = register(STRANGER);
		assert_ok!(add(ISSUER, 0, ISIN));
		assert_noop!(add(ISSUER, 0, ISIN), Error::<Test>::IdentifierInUse);
		assert_noop!(add(STRANGER, other, ISIN), Error::<Test>::IdentifierInUse);
		// One number in two registers is two parcels.
		let number = b"7".to_vec().try_into().unwrap();
		assert_ok!(add(ISSUER, 0, parcel(7)));
		assert_ok!(add(STRANGER, other, Identifier::Parcel { country: *b"DE", number }));
	});
}

#[test]
fn is_bounded() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		for number in 1..=MAX_IDENTIFIERS {
			assert_ok!(add(ISSUER, 0, parcel(number)));
		}
		assert_noop!(add(ISSUER, 0, ISIN), Error::<Test>::TooManyIdentifiers);
		assert_ok!(AssetRegistry::remove_identifier(signed(ISSUER), parcel(1)));
		assert_ok!(add(ISSUER, 0, ISIN));
	});
}

#[test]
fn fails_without_the_deposit() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let free = Balances::free_balance(ISSUER);
		assert_ok!(Balances::transfer_keep_alive(signed(ISSUER), STRANGER, free - DETAIL_DEPOSIT));
		assert_noop!(add(ISSUER, 0, ISIN), TokenError::FundsUnavailable);
	});
}

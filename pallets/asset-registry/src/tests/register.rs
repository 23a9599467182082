// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Assets, Error, NextAssetId};
use cadastre_primitives::{
	AssetClass, AssetFacts, AssetId, AssetInfo, AssetName, AssetStatus, Balance, BookStatus,
	CountryCode, PackId, ShareTerms, MAX_NAME,
};
use codec::{Decode, Encode};
use frame_support::assert_ok;
use sp_runtime::{ArithmeticError, TokenError};

fn call(
	name: AssetName,
	country: Option<CountryCode>,
	pack: PackId,
	authorised: Balance,
) -> DispatchResult {
	AssetRegistry::register(signed(ISSUER), BOND, name, country, pack, shares(authorised))
}

#[test]
fn works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(call(name("Zürich 2031"), Some(*b"CH"), PACK, 500));
		assert_eq!(
			AssetRegistry::asset(0),
			Some(AssetInfo {
				issuer: ISSUER,
				class: AssetClass::Debt,
				status: AssetStatus::Draft,
				name: name("Zürich 2031"),
				country: Some(*b"CH"),
				papers: 0,
				verification: None,
				facts: BOND,
				facts_digest: BOND.digest(),
				attestations: vec![],
				authorised: 500,
				rounds: 0,
				wind_up: None,
			})
		);
		let book = Ledger::book(0).unwrap();
		assert_eq!((book.issuer, book.pack, book.authorised), (ISSUER, PACK, 500));
		assert_eq!((book.status, book.supply), (BookStatus::Closed, 0));
		assert_eq!(held(ISSUER), (ASSET_DEPOSIT, 0));
		assert_last(Event::AssetRegistered {
			asset: 0,
			issuer: ISSUER,
			class: AssetClass::Debt,
			name: name("Zürich 2031"),
			country: Some(*b"CH"),
			pack: PACK,
			shares: shares(500),
		});
	});
}

#[test]
fn gives_each_asset_the_next_id_and_never_one_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!([register(ISSUER), register(STRANGER)], [0, 1]);
		assert_ok!(AssetRegistry::retire(signed(STRANGER), 1));
		assert_ok!(AssetRegistry::remove(signed(STRANGER), 1, 1));
		assert_eq!(register(ISSUER), 2);
	});
}

#[test]
fn needs_an_account() {
	ExtBuilder::default().build_and_execute(|| {
		let call = |origin| AssetRegistry::register(origin, BOND, name("F"), None, PACK, shares(1));
		assert_bad_origins(call, &[ROOT()]);
	});
}

#[test]
fn takes_names_of_one_byte_up_to_the_longest() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(call(name(""), None, PACK, 1), Error::<Test>::BadName);
		for length in [1, MAX_NAME - 1, MAX_NAME] {
			assert_ok!(call(name(&"x".repeat(length as usize)), None, PACK, 1));
		}
		// One byte more is not a call.
		let longest = vec![b'x'; MAX_NAME as usize].encode();
		let too_long = vec![b'x'; MAX_NAME as usize + 1].encode();
		assert!(AssetName::decode(&mut &longest[..]).is_ok());
		assert!(AssetName::decode(&mut &too_long[..]).is_err());
	});
}

#[test]
fn fails_for_a_name_that_is_no_text() {
	ExtBuilder::default().build_and_execute(|| {
		for bad in [&b"\xff\xfe"[..], b"   ", b"a\x07"] {
			let bad = AssetName::truncate_from(bad.to_vec());
			assert_noop!(call(bad, None, PACK, 1), Error::<Test>::BadName);
		}
	});
}

#[test]
fn takes_assigned_countries_and_none() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(call(name("A"), None, PACK, 1));
		assert_ok!(call(name("A"), Some(*b"ZW"), PACK, 1));
		for bad in [*b"XX", *b"ch", [0, 0]] {
			assert_noop!(call(name("A"), Some(bad), PACK, 1), Error::<Test>::UnknownCountry);
		}
	});
}

#[test]
fn fails_without_an_authorised_share() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(call(name("A"), None, PACK, 0), Error::<Test>::ZeroAuthorised);
		assert_ok!(call(name("A"), None, PACK, 1));
		assert_ok!(call(name("A"), None, PACK, Balance::MAX));
	});
}

#[test]
fn fails_without_a_pack_and_takes_no_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(call(name("A"), None, NO_PACK, 1), DispatchError::Other("no pack"));
		assert_eq!(held(ISSUER), (0, 0));
	});
}

#[test]
fn fails_without_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		// The last unit keeps the account alive.
		for _ in 0..(FUNDS - 1) / ASSET_DEPOSIT {
			assert_ok!(call(name("A"), None, PACK, 1));
		}
		assert_noop!(call(name("A"), None, PACK, 1), TokenError::FundsUnavailable);
	});
}

#[test]
fn fails_when_no_id_is_left() {
	ExtBuilder::default().build_and_execute(|| {
		NextAssetId::<Test>::put(AssetId::MAX - 1);
		assert_ok!(call(name("A"), None, PACK, 1));
		assert!(Assets::<Test>::contains_key(AssetId::MAX - 1));
		assert_noop!(call(name("A"), None, PACK, 1), ArithmeticError::Overflow);
	});
}

#[test]
fn fails_for_facts_without_a_meaning() {
	ExtBuilder::default().build_and_execute(|| {
		let AssetFacts::RealEstate { usage, built, tenure, .. } = HOUSE else { unreachable!() };
		let house = |area| AssetFacts::RealEstate { usage, area, built, tenure };
		let call = |facts| {
			AssetRegistry::register(signed(ISSUER), facts, name("A"), None, PACK, shares(1))
		};
		assert_noop!(call(house(0)), Error::<Test>::BadFacts);
		assert_ok!(call(house(1)));
		assert_eq!(AssetRegistry::asset(0).unwrap().class, AssetClass::RealEstate);
	});
}

#[test]
fn lists_the_asset_under_its_issuer() {
	ExtBuilder::default().build_and_execute(|| {
		register(ISSUER);
		register(STRANGER);
		register(ISSUER);
		let mut assets = AssetRegistry::assets_of(ISSUER, None, 64);
		assets.sort_unstable();
		assert_eq!(assets, [0, 2]);
		assert_eq!(AssetRegistry::assets_of(STRANGER, None, 64), [1]);
	});
}

#[test]
fn opens_a_class_of_shares_of_an_asset_of_the_same_issuer() {
	ExtBuilder::default().build_and_execute(|| {
		let asset = register(ISSUER);
		let class = |issuer, of| {
			let shares =
				ShareTerms { units_per_share: 100, class_of: Some((of, 1)), ..shares(500) };
			AssetRegistry::register(signed(issuer), BOND, name("B shares"), None, PACK, shares)
		};
		assert_noop!(class(ISSUER, asset + 1), Error::<Test>::UnknownAsset);
		assert_noop!(class(STRANGER, asset), Error::<Test>::NotIssuer);
		assert_ok!(class(ISSUER, asset));
		assert_eq!(Ledger::book(1).unwrap().units_per_share, 100);
		assert_eq!(Ledger::class_of(1), Some((asset, 1)));
		assert_ok!(AssetRegistry::retire(signed(ISSUER), asset));
		assert_noop!(class(ISSUER, asset), Error::<Test>::WrongStatus);
	});
}

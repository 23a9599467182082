// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::TaxDue;
use cadastre_primitives::{Country, CountryCode};
use sp_core::H256;

const RETURN: H256 = H256::repeat_byte(9);

fn remit(country: Option<CountryCode>) -> DispatchResult {
	Dividends::remit_tax(signed(TAXMAN), ASSET, USD, country, TREASURY, RETURN)
}

#[test]
fn tax_is_kept_apart_by_country_and_remitted_with_a_reference() {
	three().taxing(*b"CH", 35).taxing(*b"DE", 25).build_and_execute(|| {
		resides(ANNA, *b"CH");
		resides(BENO, *b"DE");
		let (ch, de) = (Country::from_code(*b"CH").unwrap(), Country::from_code(*b"DE").unwrap());
		for _ in 0..2 {
			let id = distribute(1_000);
			assert_ok!(push(id, 100));
		}
		assert_eq!(TaxDue::<Test>::get((ASSET, USD, ch)), 350);
		assert_eq!(TaxDue::<Test>::get((ASSET, USD, de)), 150);
		assert_ok!(remit(Some(*b"CH")));
		assert_last(Event::TaxRemitted {
			asset: ASSET,
			currency: USD,
			jurisdiction: ch,
			to: TREASURY,
			amount: 350,
			reference: RETURN,
		});
		assert_eq!((usd(TREASURY), usd(pot())), (350, 151));
		assert!(!TaxDue::<Test>::contains_key((ASSET, USD, ch)));
		assert_eq!(purse(USD).unwrap().remitted, 350);
		assert_noop!(remit(Some(*b"CH")), Error::<Test>::NothingDue);
		assert_noop!(remit(Some(*b"FR")), Error::<Test>::NothingDue);
		assert_noop!(remit(None), Error::<Test>::NothingDue);
		assert_noop!(remit(Some(*b"XX")), Error::<Test>::UnknownCountry);
	});
}

#[test]
fn what_was_withheld_without_a_residence_is_remitted_too() {
	three().build_and_execute(|| {
		let (class, base) = (cadastre_primitives::AssetClass::RealEstate, Permill::one());
		assert_ok!(Dividends::set_tax_table(signed(TAXMAN), class, base, Default::default()));
		let id = distribute(1_000);
		assert_ok!(claim(ANNA, id));
		assert_ok!(remit(None));
		assert_eq!(usd(TREASURY), 500);
	});
}

#[test]
fn only_the_authority_remits() {
	three().build_and_execute(|| {
		let call = |origin| Dividends::remit_tax(origin, ASSET, USD, None, STRANGER, RETURN);
		assert_bad_origins(call, &[signed(ISSUER), signed(STRANGER), RuntimeOrigin::root()]);
	});
}

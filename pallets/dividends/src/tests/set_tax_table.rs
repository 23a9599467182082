// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{FormerTables, Rates, TableOf};
use cadastre_primitives::{AssetClass, CountryCode};

fn set(rates: &[(CountryCode, u32)]) -> DispatchResult {
	let rates = rates.iter().map(|(code, rate)| (*code, Permill::from_percent(*rate)));
	let rates: Rates = rates.collect::<Vec<_>>().try_into().unwrap();
	let base = Permill::from_percent(30);
	Dividends::set_tax_table(signed(TAXMAN), AssetClass::RealEstate, base, rates)
}

#[test]
fn a_table_takes_the_place_of_the_one_before() {
	three().build_and_execute(|| {
		assert_ok!(set(&[(*b"CH", 35), (*b"DE", 25)]));
		assert_last(Event::TaxTableSet { class: AssetClass::RealEstate, old: Some(0), new: 2 });
		let now = || TableOf::<Test>::get(AssetClass::RealEstate).unwrap();
		assert_eq!((now().id, now().rates.len()), (2, 2));
		assert!(FormerTables::<Test>::get(0).unwrap().rates.is_empty());
		// A distribution keeps to the table of its record date, in force or not.
		resides(ANNA, *b"CH");
		let id = distribute(1_000);
		assert_eq!(get(id).table, 2);
		assert_ok!(set(&[]));
		assert_eq!((now().id, FormerTables::<Test>::get(2).unwrap().rates.len()), (3, 2));
		assert_ok!(claim(ANNA, id));
		assert_eq!(usd(ANNA as u128), 325);
		assert_ok!(push(id, 100));
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, id));
		// It can be computed again after all is paid.
		assert!(FormerTables::<Test>::contains_key(2));
	});
}

#[test]
fn rates_are_ascending_and_of_countries() {
	three().build_and_execute(|| {
		assert_noop!(set(&[(*b"DE", 1), (*b"CH", 1)]), Error::<Test>::BadRates);
		assert_noop!(set(&[(*b"CH", 1), (*b"CH", 1)]), Error::<Test>::BadRates);
		assert_noop!(set(&[(*b"XX", 1)]), Error::<Test>::UnknownCountry);
		assert_ok!(set(&[(*b"CH", 100)]));
		assert!(Rates::try_from(vec![(*b"CH", Permill::zero()); 250]).is_err());
	});
}

#[test]
fn a_residence_that_is_not_listed_or_not_known_pays_the_base_rate() {
	three().build_and_execute(|| {
		assert_ok!(set(&[(*b"AD", 1), (*b"CH", 35), (*b"ZW", 2)]));
		resides(ANNA, *b"CH");
		resides(BENO, *b"DE");
		let id = distribute(1_000);
		assert_ok!(push(id, 100));
		assert_eq!((usd(ANNA as u128), usd(BENO as u128), usd(CARA as u128)), (325, 210, 140));
	});
}

#[test]
fn a_chain_can_start_with_tables() {
	three().build_and_execute(|| {
		let rates = vec![(*b"CH", Permill::from_percent(15)), (*b"DE", Permill::zero())];
		let table = (AssetClass::Fund, Permill::from_percent(30), rates);
		let config = crate::GenesisConfig::<Test> { tax_tables: vec![table], ..Default::default() };
		frame_support::traits::BuildGenesisConfig::build(&config);
		let table = TableOf::<Test>::get(AssetClass::Fund).unwrap();
		let rate = |code| table.rate(cadastre_primitives::Country::from_code(code).unwrap());
		assert_eq!(
			[rate(*b"CH"), rate(*b"DE"), rate(*b"BR")],
			[15, 0, 30].map(Permill::from_percent)
		);
	});
}

#[test]
#[should_panic(expected = "Genesis has a table of rates that is none.")]
fn a_chain_does_not_start_with_a_table_of_no_country() {
	three().build().execute_with(|| {
		let table = (AssetClass::Fund, Permill::zero(), vec![(*b"XX", Permill::zero())]);
		let config = crate::GenesisConfig::<Test> { tax_tables: vec![table], ..Default::default() };
		frame_support::traits::BuildGenesisConfig::build(&config);
	});
}

#[test]
fn only_the_tax_authority_sets_rates() {
	three().build_and_execute(|| {
		let call = |origin| {
			Dividends::set_tax_table(origin, AssetClass::Fund, Permill::zero(), Default::default())
		};
		assert_bad_origins(call, &[signed(ISSUER), signed(STRANGER), RuntimeOrigin::root()]);
		assert_ok!(call(signed(TAXMAN)));
		assert_last(Event::TaxTableSet { class: AssetClass::Fund, old: None, new: 2 });
	});
}

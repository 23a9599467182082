// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{FormerTables, Rates, TableOf, MAX_FORMER};
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
		let former = |id| FormerTables::<Test>::get(id).unwrap();
		assert!(former(0).table.rates.is_empty());
		assert_eq!(former(0).needed_until, NOW + LONGEST);
		// A distribution keeps to the table of its record date, in force or not.
		resides(ANNA, *b"CH");
		let id = distribute(1_000);
		assert_eq!(get(id).table, 2);
		assert_ok!(set(&[]));
		assert_eq!((now().id, former(2).table.rates.len()), (3, 2));
		assert_ok!(claim(ANNA, id));
		assert_eq!(usd(ANNA as u128), 325);
		assert_ok!(push(id, 100));
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, id));
	});
}

fn prune(table: u32) -> DispatchResult {
	Dividends::prune_tax_table(signed(STRANGER), table)
}

#[test]
fn a_table_is_kept_as_long_as_what_follows_it_pays_and_can_be_removed_then() {
	three().taxing(*b"CH", 35).build_and_execute(|| {
		resides(ANNA, *b"CH");
		// Scheduled under table 0, opens at the last moment of table 2, and pays as long as one can.
		assert_ok!(Dividends::declare(
			signed(ISSUER),
			ASSET,
			USD,
			Amount::Total(1_000),
			RecordDate::Future(NOW + 3_600),
			NOW + 3_600,
			NOW + 3_600 + LONGEST,
			Selection::All,
		));
		assert_noop!(prune(0), Error::<Test>::UnknownTable);
		assert_ok!(set(&[(*b"CH", 25)]));
		assert_noop!(prune(2), Error::<Test>::UnknownTable);
		passes(3_600);
		poll();
		assert_eq!((get(0).table, get(0).stage), (2, DistributionStage::Open));
		assert_ok!(set(&[(*b"CH", 50)]));
		passes(LONGEST - 3_601);
		assert_noop!(prune(0), Error::<Test>::NotExpired);
		passes(1);
		assert_ok!(prune(0));
		assert_last(Event::TaxTablePruned { class: AssetClass::RealEstate, table: 0 });
		assert_noop!(prune(0), Error::<Test>::UnknownTable);
		// The last second of the distribution, and of its table.
		passes(3_599);
		assert_eq!(get(0).expires_at, Today::get() + 1);
		assert_noop!(prune(2), Error::<Test>::NotExpired);
		assert_ok!(claim(ANNA, 0));
		assert_eq!(usd(ANNA as u128), 375);
		passes(1);
		assert_noop!(claim(BENO, 0), Error::<Test>::ClaimExpired);
		assert_ok!(prune(2));
		// What is over and not closed needs no table.
		assert_ok!(Dividends::do_try_state());
		assert!(Dividends::income_due_to(BENO, ASSET).is_empty());
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, 0));
		assert_eq!(FormerTables::<Test>::count(), 0);
	});
}

#[test]
fn a_distribution_that_opens_late_does_not_outlive_its_table() {
	three().taxing(*b"CH", 35).build_and_execute(|| {
		MaxCheckpoints::set(0);
		declare(1_000, RecordDate::Future(NOW + 3_600)).unwrap();
		passes(3_600);
		poll();
		assert_eq!(get(0).stage, DistributionStage::Overdue);
		// The table of the declaration goes, and the distribution is open under another.
		assert_ok!(set(&[]));
		passes(LONGEST);
		assert_ok!(prune(0));
		assert_ok!(Dividends::do_try_state());
		MaxCheckpoints::set(1_000);
		assert_ok!(Dividends::open(signed(STRANGER), ASSET, 0));
		assert_ok!(set(&[]));
		assert_eq!((get(0).table, get(0).expires_at), (2, Today::get() + CLAIM_PERIOD));
		assert_ok!(push(0, 100));
	});
}

#[test]
fn no_more_former_tables_are_kept_than_can_be() {
	three().build_and_execute(|| {
		for former in 0..MAX_FORMER {
			assert_eq!(FormerTables::<Test>::count(), former);
			assert_ok!(set(&[]));
		}
		assert_noop!(set(&[]), Error::<Test>::TooManyTables);
		// A class without a table needs no room.
		assert_ok!(Dividends::set_tax_table(
			signed(TAXMAN),
			AssetClass::Fund,
			Permill::zero(),
			Default::default()
		));
		passes(LONGEST);
		assert_noop!(set(&[]), Error::<Test>::TooManyTables);
		assert_ok!(prune(0));
		assert_ok!(set(&[]));
		assert_noop!(set(&[]), Error::<Test>::TooManyTables);
	});
}

#[test]
fn who_signs_may_remove_a_table_that_is_over() {
	three().build_and_execute(|| {
		assert_ok!(set(&[]));
		passes(LONGEST);
		assert_bad_origins(
			|origin| Dividends::prune_tax_table(origin, 0),
			&[RuntimeOrigin::root()],
		);
		assert_ok!(Dividends::prune_tax_table(signed(ISSUER), 0));
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

// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Parked, TaxDue};
use cadastre_primitives::Country;

#[test]
fn whoever_asks_the_holder_is_paid() {
	three().build_and_execute(|| {
		let id = distribute(100);
		let before = usd(STRANGER);
		assert_ok!(claim_for(ANNA, id));
		assert_eq!((usd(ANNA as u128), usd(STRANGER)), (50, before));
		assert!(matches!(events().last(), Some(Event::IncomePaid { to: 1, gross: 50, .. })));
		assert_noop!(claim_for(DINO, id), Error::<Test>::NothingDue);
		assert_noop!(
			Dividends::claim_for(signed(STRANGER), ASSET, ANNA, Default::default()),
			Error::<Test>::EmptyClaim
		);
		assert_noop!(
			Dividends::claim_for(RuntimeOrigin::none(), ASSET, ANNA, vec![id].try_into().unwrap()),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn who_cannot_be_paid_is_parked_net_of_tax() {
	three().taxing(*b"US", 30).build_and_execute(|| {
		resides(ANNA, *b"US");
		let us = Country::from_code(*b"US").unwrap();
		let id = distribute(200);
		Blocked::mutate(|all| all.insert(ANNA));
		assert_ok!(claim_for(ANNA, id));
		assert_last(Event::IncomeParked {
			asset: ASSET,
			source: IncomeSource::Distribution(id),
			investor: ANNA,
			currency: USD,
			gross: 100,
			tax: 30,
			jurisdiction: us,
			error: IS_BLOCKED,
		});
		assert_eq!(Parked::<Test>::get((ASSET, USD, ANNA)), 70);
		assert_eq!(TaxDue::<Test>::get((ASSET, USD, us)), 30);
		assert_eq!((get(id).totals.parked, get(id).totals.withheld), (70, 30));
		assert_noop!(claim_for(ANNA, id), Error::<Test>::AlreadyPaid);
	});
}

#[test]
fn parked_income_adds_up() {
	three().build_and_execute(|| {
		let (one, two) = (distribute(100), distribute(60));
		Refused::mutate(|all| all.insert(BENO.into()));
		assert_ok!(Dividends::claim_for(
			signed(STRANGER),
			ASSET,
			BENO,
			vec![one, two].try_into().unwrap()
		));
		assert_eq!(Parked::<Test>::get((ASSET, USD, BENO)), 30 + 18);
	});
}

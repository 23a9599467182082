// SPDX-License-Identifier: Apache-2.0

use super::*;
use cadastre_primitives::{Country, IncomeDue};

#[test]
fn everything_that_is_due_is_named_with_gross_tax_net_and_when() {
	three().taxing(*b"CH", 35).build_and_execute(|| {
		resides(ANNA, *b"CH");
		let ch = Country::from_code(*b"CH").unwrap();
		let parked = distribute(100);
		Blocked::mutate(|all| all.insert(ANNA));
		assert_ok!(claim_for(ANNA, parked));
		Blocked::set(Default::default());
		let open = distribute(1_000);
		declare(1_000, RecordDate::Future(NOW + 3_600)).unwrap();
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, NATIVE));
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, NATIVE, 200));
		let rate = Permill::from_percent(35);
		let due = [
			IncomeDue {
				source: IncomeSource::Distribution(open),
				currency: USD,
				gross: 500,
				tax: 175,
				net: 325,
				rate,
				jurisdiction: ch,
				pays_at: NOW,
				expires_at: Some(NOW + CLAIM_PERIOD),
			},
			IncomeDue {
				source: IncomeSource::Stream(0),
				currency: NATIVE,
				gross: 100,
				tax: 35,
				net: 65,
				rate,
				jurisdiction: ch,
				pays_at: NOW,
				expires_at: None,
			},
			IncomeDue {
				source: IncomeSource::Parked,
				currency: USD,
				gross: 33,
				tax: 0,
				net: 33,
				rate: Permill::zero(),
				jurisdiction: Country::NONE,
				pays_at: NOW,
				expires_at: None,
			},
		];
		assert_eq!(Dividends::income_due(ANNA.into(), ASSET), due);
		assert_eq!(Dividends::income_due(STRANGER, ASSET), []);
		// A blocked holder's key claims nothing; what is due to it is there all the same.
		Blocked::mutate(|all| all.insert(ANNA));
		assert_eq!(Dividends::income_due(ANNA.into(), ASSET), []);
		assert_eq!(Dividends::income_due_to(ANNA, ASSET), due);
		Blocked::set(Default::default());
		// What is answered is what is paid.
		assert_ok!(claim(ANNA, open));
		assert_eq!(usd(ANNA as u128), 325);
		assert_ok!(Dividends::claim_streams(signed(ANNA.into()), ASSET));
		assert_eq!(money(NATIVE, ANNA), 65);
		assert_ok!(Dividends::pay_parked(signed(STRANGER), ASSET, USD, ANNA));
		assert_eq!(Dividends::income_due_to(ANNA, ASSET), []);
		passes(CLAIM_PERIOD);
		assert_eq!(Dividends::income_due_to(BENO, ASSET).len(), 1);
	});
}

#[test]
fn distributions_come_page_by_page() {
	three().build_and_execute(|| {
		for _ in 0..5 {
			distribute(100);
		}
		assert_ok!(push(1, 100));
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, 1));
		let page = |after, limit| -> Vec<u32> {
			Dividends::distributions(ASSET, after, limit).into_iter().map(|one| one.id).collect()
		};
		assert_eq!(page(None, 0), [0; 0]);
		assert_eq!(page(None, 2), [0, 2]);
		assert_eq!(page(Some(2), 2), [3, 4]);
		assert_eq!(page(Some(1), 64), [2, 3, 4]);
		assert_eq!(page(Some(4), 64), [0; 0]);
		assert_eq!(page(Some(u32::MAX), 64), [0; 0]);
		assert_eq!(page(None, u32::MAX), [0, 2, 3, 4]);
		assert_eq!(Dividends::distribution(ASSET, 1), None);
		assert_eq!(Dividends::distributions(NO_ASSET, None, 64), []);
		let one = Dividends::distribution(ASSET, 0).unwrap();
		assert_eq!((one.stage, one.units, one.open), (DistributionStage::Open, 100, 3));
		assert_eq!((one.deposited, one.claimable, one.checkpoint), (100, 100, Some(1)));
	});
}

#[test]
fn streams_are_answered_with_their_money() {
	three().build_and_execute(|| {
		assert_eq!(Dividends::streams(ASSET), []);
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 200));
		assert_ok!(Dividends::claim_streams(signed(BENO.into()), ASSET));
		let one = &Dividends::streams(ASSET)[0];
		assert_eq!((one.deposited, one.paid, one.claimable), (200, 60, 140));
		assert_eq!(Dividends::pot(ASSET), pot());
	});
}

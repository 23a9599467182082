// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Parked, Streams, TaxDue};
use cadastre_primitives::Country;
use frame_support::traits::{fungible::NativeOrWithId, fungibles::Create};

fn open() -> DispatchResult {
	Dividends::open_stream(signed(ISSUER), ASSET, USD)
}

fn fund(amount: Balance) -> DispatchResult {
	Dividends::fund_stream(signed(STRANGER), ASSET, USD, amount)
}

fn claim_streams(investor: InvestorId) -> DispatchResult {
	Dividends::claim_streams(signed(investor.into()), ASSET)
}

fn claim_streams_for(investor: InvestorId) -> DispatchResult {
	Dividends::claim_streams_for(signed(STRANGER), ASSET, investor)
}

#[test]
fn a_stream_is_opened_once_a_currency_and_watched() {
	three().build_and_execute(|| {
		assert_ok!(open());
		assert_last(Event::StreamOpened { asset: ASSET, stream: 0, opener: ISSUER, currency: USD });
		assert!(Register::watched(ASSET));
		// For the ledger, and for the stream.
		assert_eq!(held(ISSUER), 2 * DEPOSIT);
		assert_noop!(open(), Error::<Test>::StreamExists);
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, NATIVE));
		for id in [20, 21, 22] {
			assert_ok!(<Assets as Create<AccountId>>::create(id, ISSUER, true, 1));
			assert_ok!(Assets::mint(signed(ISSUER), id, ISSUER, 1_000));
		}
		let other = |id| Dividends::open_stream(signed(ISSUER), ASSET, NativeOrWithId::WithId(id));
		assert_ok!(other(20));
		assert_ok!(other(21));
		assert_noop!(other(22), Error::<Test>::TooManyStreams);
		assert_noop!(
			Dividends::open_stream(signed(ISSUER), NO_ASSET, USD),
			Error::<Test>::UnknownAsset
		);
		crate::TableOf::<Test>::remove(cadastre_primitives::AssetClass::Debt);
		assert_noop!(
			Dividends::open_stream(signed(ISSUER), OTHER_ASSET, USD),
			Error::<Test>::NoTaxTable
		);
	});
}

#[test]
fn origins() {
	three().build_and_execute(|| {
		assert_bad_origins(
			|origin| Dividends::open_stream(origin, ASSET, USD),
			&[signed(STRANGER), RuntimeOrigin::root()],
		);
		assert_ok!(open());
		assert_bad_origins(
			|origin| Dividends::close_stream(origin, ASSET, USD),
			&[signed(STRANGER), RuntimeOrigin::root()],
		);
		assert_bad_origins(|origin| Dividends::fund_stream(origin, ASSET, USD, 1), &[]);
		assert_bad_origins(|origin| Dividends::claim_streams(origin, ASSET), &[]);
		assert_bad_origins(|origin| Dividends::claim_streams_for(origin, ASSET, ANNA), &[]);
		assert_bad_origins(|origin| Dividends::finish_stream(origin, ASSET, USD), &[]);
		assert_noop!(Dividends::claim_streams(signed(STRANGER), ASSET), NO_KEY);
	});
}

#[test]
fn money_is_divided_among_the_holders_of_the_moment() {
	three().build_and_execute(|| {
		assert_ok!(open());
		assert_ok!(fund(1_000));
		assert_last(Event::StreamFunded {
			asset: ASSET,
			stream: 0,
			from: STRANGER,
			amount: 1_000,
			units: 100,
		});
		Register::transfer(ASSET, ANNA, DINO, 50);
		assert_ok!(fund(1_000));
		Register::transfer(ASSET, DINO, ANNA, 25);
		assert_ok!(fund(1_000));
		for (investor, due) in [(ANNA, 750), (BENO, 900), (CARA, 600), (DINO, 750)] {
			assert_ok!(claim_streams(investor));
			assert_eq!(usd(u128::from(investor)), due);
			assert_noop!(claim_streams(investor), Error::<Test>::NothingDue);
		}
		assert_eq!(Streams::<Test>::get(ASSET)[0].totals.claimable(), Some(0));
	});
}

#[test]
fn fractions_are_kept_and_never_lost() {
	ExtBuilder::default().holding(ANNA, 1).holding(BENO, 2).build_and_execute(|| {
		assert_ok!(open());
		for _ in 0..3 {
			assert_ok!(fund(1));
			// Settling in between loses nothing.
			Register::transfer(ASSET, BENO, ANNA, 1);
			Register::transfer(ASSET, ANNA, BENO, 1);
		}
		// A third of 3, to the unit: what one division leaves joins the next.
		assert_ok!(claim_streams(ANNA));
		assert_ok!(claim_streams(BENO));
		assert_eq!((usd(ANNA as u128), usd(BENO as u128)), (1, 2));
		assert_ok!(fund(1));
		assert_noop!(claim_streams(ANNA), Error::<Test>::NothingDue);
		assert_ok!(fund(2));
		assert_ok!(claim_streams(ANNA));
		assert_eq!(usd(ANNA as u128), 2);
	});
}

#[test]
fn what_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(fund(0), Error::<Test>::ZeroAmount);
		assert_noop!(fund(1), Error::<Test>::NothingEligible);
		Register::set(ASSET, ANNA, 1);
		assert_noop!(fund(1), Error::<Test>::UnknownStream);
		assert_noop!(
			Dividends::close_stream(signed(ISSUER), ASSET, USD),
			Error::<Test>::UnknownStream
		);
		assert_noop!(
			Dividends::finish_stream(signed(ISSUER), ASSET, USD),
			Error::<Test>::UnknownStream
		);
		assert_noop!(claim_streams(ANNA), Error::<Test>::NothingDue);
	});
}

#[test]
fn tax_is_withheld_by_the_residence_of_now() {
	three().taxing(*b"CH", 35).taxing(*b"DE", 25).build_and_execute(|| {
		assert_ok!(open());
		assert_ok!(fund(1_000));
		Residences::mutate(|all| {
			all.insert(ANNA, vec![(0, *b"CH"), (NOW + 10, *b"DE")]);
		});
		assert_ok!(claim_streams(ANNA));
		let ch = Country::from_code(*b"CH").unwrap();
		assert_last(Event::IncomePaid {
			asset: ASSET,
			source: IncomeSource::Stream(0),
			investor: ANNA,
			to: ANNA.into(),
			currency: USD,
			gross: 500,
			tax: 175,
			jurisdiction: ch,
		});
		assert_ok!(fund(1_000));
		passes(10);
		assert_ok!(claim_streams(ANNA));
		assert_eq!(TaxDue::<Test>::get((ASSET, USD, ch)), 175);
		assert_eq!(TaxDue::<Test>::get((ASSET, USD, Country::from_code(*b"DE").unwrap())), 125);
	});
}

#[test]
fn others_have_a_holder_paid_or_parked() {
	three().build_and_execute(|| {
		assert_ok!(open());
		assert_ok!(fund(1_000));
		assert_ok!(claim_streams_for(ANNA));
		assert_eq!(usd(ANNA as u128), 500);
		Blocked::mutate(|all| all.insert(BENO));
		assert_noop!(claim_streams(BENO), IS_BLOCKED);
		assert_ok!(claim_streams_for(BENO));
		assert_eq!(Parked::<Test>::get((ASSET, USD, BENO)), 300);
		assert_noop!(claim_streams_for(BENO), Error::<Test>::NothingDue);
	});
}

#[test]
fn two_currencies_are_two_accumulators() {
	three().build_and_execute(|| {
		assert_ok!(open());
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, NATIVE));
		assert_ok!(fund(1_000));
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, NATIVE, 500));
		assert_ok!(claim_streams(ANNA));
		assert_eq!((usd(ANNA as u128), money(NATIVE, ANNA)), (500, 250));
	});
}

#[test]
fn a_closed_stream_pays_until_its_end_and_then_gives_back() {
	three().build_and_execute(|| {
		assert_ok!(open());
		assert_ok!(fund(1_000));
		assert_noop!(
			Dividends::finish_stream(signed(STRANGER), ASSET, USD),
			Error::<Test>::NotExpired
		);
		assert_ok!(Dividends::close_stream(signed(ISSUER), ASSET, USD));
		assert_last(Event::StreamClosed {
			asset: ASSET,
			stream: 0,
			expires_at: NOW + CLAIM_PERIOD,
		});
		assert_noop!(
			Dividends::close_stream(signed(ISSUER), ASSET, USD),
			Error::<Test>::StreamNotOpen
		);
		assert_noop!(fund(1), Error::<Test>::StreamNotOpen);
		passes(CLAIM_PERIOD - 1);
		assert_ok!(claim_streams(ANNA));
		assert_noop!(
			Dividends::finish_stream(signed(STRANGER), ASSET, USD),
			Error::<Test>::NotExpired
		);
		passes(1);
		assert_noop!(claim_streams(BENO), Error::<Test>::NothingDue);
		let before = usd(ISSUER);
		assert_ok!(Dividends::finish_stream(signed(STRANGER), ASSET, USD));
		assert_last(Event::StreamFinished { asset: ASSET, stream: 0, returned: 500, carried: 0 });
		assert_eq!((usd(ISSUER), held(ISSUER)), (before + 500, DEPOSIT));
		assert!(!Register::watched(ASSET));
		// A stream that is opened later has nothing of the earlier one.
		assert_ok!(open());
		assert_noop!(claim_streams(BENO), Error::<Test>::NothingDue);
		assert_ok!(fund(100));
		assert_ok!(claim_streams(BENO));
		assert_eq!(usd(BENO as u128), 30);
	});
}

#[test]
fn who_holds_nothing_and_has_nothing_to_get_leaves_no_record() {
	three().build_and_execute(|| {
		assert_ok!(open());
		Register::transfer(ASSET, ANNA, DINO, 50);
		assert!(!crate::Accounts::<Test>::contains_key(ASSET, ANNA));
		Register::transfer(ASSET, DINO, ANNA, 50);
		assert_ok!(fund(100));
		Register::transfer(ASSET, ANNA, DINO, 50);
		assert!(crate::Accounts::<Test>::contains_key(ASSET, ANNA));
		assert_ok!(claim_streams(ANNA));
		assert!(!crate::Accounts::<Test>::contains_key(ASSET, ANNA));
		assert_eq!(usd(ANNA as u128), 50);
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Ledger, Ledgers, Listed, Series, MAX_CURRENCIES, MAX_LISTED};
use cadastre_primitives::traits::Checkpoints;
use frame_support::traits::fungibles::{Create, Mutate};

#[test]
fn a_distribution_is_funded_in_full_and_open_at_once() {
	three().build_and_execute(|| {
		let before = usd(ISSUER);
		assert_eq!(declare(1_000, RecordDate::Now), Ok(0));
		let one = get(0);
		assert_eq!(one.stage, DistributionStage::Open);
		assert_eq!((one.units, one.open, one.checkpoint), (100, 3, 1));
		assert_eq!((one.record_at, one.pays_at, one.expires_at), (NOW, NOW, NOW + CLAIM_PERIOD));
		assert_eq!(one.totals.claimable(), Some(1_000));
		// With the least balance, which keeps the pot alive.
		assert_eq!(usd(ISSUER), before - 1_001);
		assert_eq!(usd(pot()), 1_001);
		assert_eq!(held(ISSUER), DEPOSIT);
		assert_last(Event::DistributionDeclared {
			asset: ASSET,
			distribution: 0,
			declarer: ISSUER,
			currency: USD,
			amount: 1_000,
			carried: 0,
			record_at: NOW,
			pays_at: NOW,
			expires_at: NOW + CLAIM_PERIOD,
			units: Some(100),
		});
	});
}

#[test]
fn the_endowment_is_paid_once_for_each_currency() {
	three().build_and_execute(|| {
		distribute(1_000);
		let before = usd(ISSUER);
		distribute(1_000);
		assert_eq!(usd(ISSUER), before - 1_000);
		assert_ok!(declare_in(NATIVE, Amount::Total(7), RecordDate::Now, Selection::All));
		assert_eq!(money(NATIVE, pot()), ED + 7);
		assert_eq!(purse(USD).unwrap().uses, 2);
		assert_eq!(purse(NATIVE).unwrap().endowment, ED);
	});
}

#[test]
fn the_deposit_is_taken_once_for_all_records_and_again_for_names() {
	three().build_and_execute(|| {
		let all = Dividends::ledger_footprint();
		let one = <crate::DistributionOf<Test> as codec::MaxEncodedLen>::max_encoded_len();
		assert!(all.count == 1 && all.size > 64 * u64::try_from(one).unwrap());
		for _ in 0..3 {
			distribute(100);
			assert_eq!(held(ISSUER), DEPOSIT);
			assert!(get(0).ticket.is_none());
		}
		let named = declare_in(USD, Amount::Total(10), RecordDate::Now, only(&[ANNA])).unwrap();
		assert_eq!(held(ISSUER), 2 * DEPOSIT);
		assert_ok!(claim(ANNA, named));
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, named));
		assert_eq!(held(ISSUER), DEPOSIT);
	});
}

#[test]
fn an_asset_pays_in_so_many_currencies_and_no_more() {
	three().build_and_execute(|| {
		let currency = |n: u32| frame_support::traits::fungible::NativeOrWithId::WithId(100 + n);
		for n in 0..=MAX_CURRENCIES {
			assert_ok!(<Assets as Create<AccountId>>::create(100 + n, ISSUER, true, 1));
			assert_ok!(Assets::mint_into(100 + n, &ISSUER, FUNDS));
		}
		for n in 0..MAX_CURRENCIES {
			assert_ok!(declare_in(currency(n), Amount::Total(10), RecordDate::Now, Selection::All));
			assert_eq!(Ledgers::<Test>::get(ASSET).purses.len(), n as usize + 1);
		}
		assert_eq!(MAX_CURRENCIES, 8);
		let more = currency(MAX_CURRENCIES);
		let declared = frame_support::storage::with_storage_layer(|| {
			declare_in(more.clone(), Amount::Total(10), RecordDate::Now, Selection::All)
		});
		assert_eq!(declared, Err(Error::<Test>::TooManyCurrencies.into()));
		assert_noop!(
			Dividends::open_stream(signed(ISSUER), ASSET, more.clone()),
			Error::<Test>::TooManyCurrencies
		);
		assert_ok!(push(0, 100));
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, 0));
		assert_ok!(Dividends::close_purse(signed(ISSUER), ASSET, currency(0)));
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, more));
	});
}

#[test]
fn an_amount_for_each_unit_is_funded_for_all_that_take_part() {
	three().build_and_execute(|| {
		assert_ok!(declare_in(USD, Amount::PerUnit(7), RecordDate::Now, except(&[BENO])));
		assert_eq!((get(0).units, get(0).totals.deposited, get(0).open), (70, 490, 2));
		assert_ok!(claim(ANNA, 0));
		assert_ok!(claim(CARA, 0));
		assert_eq!((usd(ANNA as u128), usd(CARA as u128)), (350, 140));
		assert_eq!(get(0).totals.claimable(), Some(0));
	});
}

#[test]
fn a_past_checkpoint_counts_the_holders_of_then() {
	three().build_and_execute(|| {
		let checkpoint = Register::take(ASSET).unwrap();
		Register::transfer(ASSET, ANNA, DINO, 50);
		passes(10);
		assert_ok!(declare(100, RecordDate::Past(checkpoint)));
		assert_eq!((get(0).record_at, get(0).checkpoint), (NOW, checkpoint));
		assert_ok!(claim(ANNA, 0));
		assert_eq!(usd(ANNA as u128), 50);
		assert_noop!(claim(DINO, 0), Error::<Test>::NothingDue);
		// The one who took it and the distribution.
		assert_eq!(Register::references(ASSET), 2);
	});
}

#[test]
fn a_checkpoint_to_which_nobody_refers_is_refused() {
	three().build_and_execute(|| {
		let checkpoint = Register::take(ASSET).unwrap();
		assert_ok!(Register::release(ASSET, checkpoint));
		assert_noop!(
			declare(100, RecordDate::Past(checkpoint)),
			DispatchError::Other("no checkpoint")
		);
	});
}

#[test]
fn a_record_date_to_come_is_a_full_hour_in_the_future() {
	three().build_and_execute(|| {
		let at = |record_at| declare(100, RecordDate::Future(record_at));
		assert_noop!(at(NOW - 3_600), Error::<Test>::RecordInPast);
		assert_noop!(at(NOW), Error::<Test>::RecordInPast);
		assert_noop!(at(NOW + 1), Error::<Test>::NotFullHour);
		assert_noop!(at(NOW + 3_599), Error::<Test>::NotFullHour);
		assert_noop!(at(NOW + 3_601), Error::<Test>::NotFullHour);
		assert_ok!(at(NOW + 3_600));
		assert_eq!(get(0).stage, DistributionStage::Scheduled);
		assert_eq!((get(0).units, get(0).checkpoint), (0, 0));
		assert_noop!(
			declare_in(USD, Amount::PerUnit(1), RecordDate::Future(NOW + 3_600), Selection::All),
			Error::<Test>::UnitsUnknown
		);
	});
}

#[test]
fn dates_are_in_order_and_leave_time_to_claim() {
	three().build_and_execute(|| {
		let dates = |record, pays_at, expires_at| {
			Dividends::declare(
				signed(ISSUER),
				ASSET,
				USD,
				Amount::Total(100),
				record,
				pays_at,
				expires_at,
				Selection::All,
			)
		};
		let early: DispatchError = Error::<Test>::InvalidPeriod.into();
		assert_noop!(dates(RecordDate::Now, NOW, NOW + CLAIM_PERIOD - 1), early);
		assert_noop!(dates(RecordDate::Now, NOW - 1, NOW + CLAIM_PERIOD), early);
		assert_noop!(dates(RecordDate::Now, NOW + 1, NOW + CLAIM_PERIOD), early);
		assert_ok!(dates(RecordDate::Now, NOW + 1, NOW + 1 + CLAIM_PERIOD));
		let hour = NOW + 3_600;
		assert_noop!(dates(RecordDate::Future(hour), hour - 1, hour + CLAIM_PERIOD), early);
		assert_ok!(dates(RecordDate::Future(hour), hour, hour + CLAIM_PERIOD));
		// A past record date and payment date do not shorten the time to claim.
		let checkpoint = Register::take(ASSET).unwrap();
		passes(10);
		let past = RecordDate::Past(checkpoint);
		assert_noop!(dates(past, NOW, NOW + CLAIM_PERIOD + 9), early);
		assert_ok!(dates(past, NOW, NOW + CLAIM_PERIOD + 10));
		// The longest time counts from the record date, or from now if that is later.
		let (longest, late) = (NOW + 10 + LONGEST, early);
		assert_noop!(dates(RecordDate::Now, NOW + 10, longest + 1), late);
		assert_ok!(dates(RecordDate::Now, NOW + 10, longest));
		assert_ok!(dates(RecordDate::Now, NOW + 10, longest - 1));
		assert_noop!(dates(past, NOW, longest + 1), late);
		assert_ok!(dates(past, NOW, longest));
		assert_noop!(dates(RecordDate::Future(hour), hour, hour + LONGEST + 1), late);
		assert_ok!(dates(RecordDate::Future(hour), hour, hour + LONGEST));
		assert_noop!(
			dates(RecordDate::Now, Moment::MAX, Moment::MAX),
			sp_runtime::ArithmeticError::Overflow
		);
	});
}

#[test]
fn names_are_ascending_and_at_least_one() {
	three().build_and_execute(|| {
		let select = |selection| declare_in(USD, Amount::Total(100), RecordDate::Now, selection);
		assert_noop!(select(only(&[])), Error::<Test>::BadNames);
		assert_noop!(select(except(&[])), Error::<Test>::BadNames);
		assert_noop!(select(only(&[BENO, ANNA])), Error::<Test>::BadNames);
		assert_noop!(select(only(&[ANNA, ANNA])), Error::<Test>::BadNames);
		assert_noop!(select(only(&[DINO])), Error::<Test>::NothingEligible);
		assert_noop!(select(except(&[ANNA, BENO, CARA])), Error::<Test>::NothingEligible);
		assert_ok!(select(only(&[ANNA, DINO])));
		assert_eq!((get(0).units, get(0).open, get(0).named), (50, 1, 2));
		assert_eq!(Listed::<Test>::iter_key_prefix((ASSET, 0)).count(), 2);
		assert_ok!(select(except(&[BENO, DINO])));
		assert_eq!((get(1).units, get(1).open), (70, 2));
		assert_noop!(claim(BENO, 1), Error::<Test>::NothingDue);
		assert_ok!(claim(ANNA, 1));
	});
}

#[test]
fn as_many_names_as_fit() {
	let mut builder = ExtBuilder::default();
	let names: Vec<InvestorId> = (1..=u64::from(MAX_LISTED)).collect();
	for investor in &names {
		builder = builder.holding(*investor, 1);
	}
	builder.build_and_execute(|| {
		assert_ok!(declare_in(USD, Amount::Total(640), RecordDate::Now, only(&names)));
		assert_eq!((get(0).units, get(0).open), (64, 64));
		let mut more = names.clone();
		more.push(1_000);
		assert!(crate::Named::try_from(more).is_err());
	});
}

#[test]
fn nothing_is_declared_for_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(declare(100, RecordDate::Now), Error::<Test>::NothingEligible);
		Register::set(ASSET, ANNA, 1);
		assert_noop!(declare(0, RecordDate::Now), Error::<Test>::ZeroAmount);
		assert_noop!(
			declare_in(USD, Amount::PerUnit(0), RecordDate::Now, Selection::All),
			Error::<Test>::ZeroAmount
		);
		Register::set(ASSET, BENO, u128::MAX - 1);
		assert_noop!(
			declare_in(USD, Amount::PerUnit(2), RecordDate::Now, Selection::All),
			sp_runtime::ArithmeticError::Overflow
		);
	});
}

#[test]
fn an_unknown_asset_and_an_untaxed_class_are_refused() {
	three().build_and_execute(|| {
		let of = |asset| {
			Dividends::declare(
				signed(ISSUER),
				asset,
				USD,
				Amount::Total(100),
				RecordDate::Now,
				NOW,
				NOW + CLAIM_PERIOD,
				Selection::All,
			)
		};
		assert_noop!(of(NO_ASSET), Error::<Test>::UnknownAsset);
		crate::TableOf::<Test>::remove(cadastre_primitives::AssetClass::Debt);
		assert_noop!(of(OTHER_ASSET), Error::<Test>::NoTaxTable);
	});
}

#[test]
fn who_cannot_pay_declares_nothing() {
	three().build_and_execute(|| {
		let rich = usd(ISSUER);
		assert!(declare(rich, RecordDate::Now).is_err());
		assert_eq!(Ledgers::<Test>::get(ASSET), Ledger::default());
		assert_ok!(declare(rich - 1, RecordDate::Now));
		assert_eq!(usd(ISSUER), 0);
	});
}

#[test]
fn only_the_issuer_declares() {
	three().build_and_execute(|| {
		let call = |origin| {
			Dividends::declare(
				origin,
				ASSET,
				USD,
				Amount::Total(100),
				RecordDate::Now,
				NOW,
				NOW + CLAIM_PERIOD,
				Selection::All,
			)
		};
		assert_bad_origins(call, &[signed(STRANGER), signed(TAXMAN), RuntimeOrigin::root()]);
		let series = |origin| {
			let records = vec![NOW + 3_600].try_into().unwrap();
			Dividends::declare_series(
				origin,
				ASSET,
				USD,
				100,
				records,
				0,
				CLAIM_PERIOD,
				Selection::All,
			)
		};
		assert_bad_origins(series, &[signed(STRANGER), signed(TAXMAN), RuntimeOrigin::root()]);
	});
}

#[test]
fn as_many_live_distributions_as_the_window_is_wide() {
	three().build_and_execute(|| {
		for id in 0..64 {
			assert_eq!(declare(100, RecordDate::Now), Ok(id));
		}
		assert_noop!(declare(100, RecordDate::Now), Error::<Test>::TooManyDistributions);
		// One that is not the oldest makes no room.
		for investor in [ANNA, BENO, CARA] {
			assert_ok!(claim(investor, 1));
			assert_ok!(claim(investor, 0));
		}
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, 1));
		assert_noop!(declare(100, RecordDate::Now), Error::<Test>::TooManyDistributions);
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, 0));
		assert_eq!(declare(100, RecordDate::Now), Ok(64));
		assert_eq!(declare(100, RecordDate::Now), Ok(65));
		assert_noop!(declare(100, RecordDate::Now), Error::<Test>::TooManyDistributions);
		// What was had before the window moved is not had again, and what is new is.
		for investor in [ANNA, BENO, CARA] {
			assert_ok!(claim(investor, 65));
			assert_noop!(claim(investor, 65), Error::<Test>::AlreadyPaid);
			assert_ok!(claim(investor, 2));
			assert_noop!(claim(investor, 2), Error::<Test>::AlreadyPaid);
		}
	});
}

#[test]
fn a_series_is_funded_in_full_and_opens_itself_month_by_month() {
	three().build_and_execute(|| {
		let before = usd(ISSUER);
		let months: Vec<Moment> = (1..=12).map(|month| NOW + month * 30 * DAY).collect();
		assert_ok!(Dividends::declare_series(
			signed(ISSUER),
			ASSET,
			USD,
			1_000,
			months.clone().try_into().unwrap(),
			DAY,
			CLAIM_PERIOD,
			Selection::All,
		));
		assert_eq!(usd(ISSUER), before - 12_001);
		// One deposit for as many as can be live.
		assert_eq!(held(ISSUER), DEPOSIT);
		for (id, at) in (0..).zip(&months) {
			assert_eq!(get(id).record_at, *at);
			assert_eq!((get(id).pays_at, get(id).expires_at), (at + DAY, at + DAY + CLAIM_PERIOD));
		}
		for (id, at) in (0..).zip(months) {
			Today::set(at - 1);
			poll();
			assert_eq!(get(id).stage, DistributionStage::Scheduled);
			Today::set(at);
			// The hours in between are caught up on, 24 a block.
			for _ in 0..31 {
				poll();
			}
			assert_eq!((get(id).stage, get(id).record_at), (DistributionStage::Open, at));
			assert_noop!(claim(ANNA, id), Error::<Test>::NotYetPayable);
			passes(DAY);
			assert_ok!(claim(ANNA, id));
		}
		assert_eq!(usd(ANNA as u128), 12 * 500);
	});
}

#[test]
fn a_series_has_at_least_one_date_and_stands_or_falls_as_a_whole() {
	three().build_and_execute(|| {
		let series = |records: &[Moment]| {
			Dividends::declare_series(
				signed(ISSUER),
				ASSET,
				USD,
				100,
				records.to_vec().try_into().unwrap(),
				0,
				CLAIM_PERIOD,
				Selection::All,
			)
		};
		assert_noop!(series(&[]), Error::<Test>::EmptySeries);
		// The extrinsic is what rolls back; here it is the layer around the call.
		let failed = frame_support::storage::with_storage_layer(|| series(&[NOW + 3_600, NOW]));
		assert_eq!(failed, Err(Error::<Test>::RecordInPast.into()));
		assert_eq!(Distributions::<Test>::iter().count(), 0);
		assert!(Series::try_from(vec![0; 13]).is_err());
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Claimed;
use cadastre_primitives::Country;

fn several(investor: InvestorId, ids: &[u32]) -> DispatchResult {
	let ids: Claimed = ids.to_vec().try_into().unwrap();
	Dividends::claim(signed(investor.into()), ASSET, ids)
}

#[test]
fn a_holder_gets_its_part_and_a_receipt() {
	three().taxing(*b"CH", 35).build_and_execute(|| {
		resides(ANNA, *b"CH");
		let id = distribute(1_001);
		assert_ok!(claim(ANNA, id));
		// 1,001 · 50 / 100 = 500.5; 500 · 35 % = 175.
		assert_eq!(usd(ANNA as u128), 325);
		assert_last(Event::IncomePaid {
			asset: ASSET,
			source: IncomeSource::Distribution(id),
			investor: ANNA,
			to: ANNA.into(),
			currency: USD,
			gross: 500,
			tax: 175,
			jurisdiction: Country::from_code(*b"CH").unwrap(),
		});
		let totals = get(id).totals;
		assert_eq!((totals.paid, totals.withheld, totals.claimable()), (325, 175, Some(501)));
		assert_eq!(get(id).open, 2);
	});
}

#[test]
fn nothing_is_paid_twice() {
	three().build_and_execute(|| {
		let id = distribute(1_000);
		assert_ok!(claim(ANNA, id));
		assert_noop!(claim(ANNA, id), Error::<Test>::AlreadyPaid);
		assert_noop!(claim_for(ANNA, id), Error::<Test>::AlreadyPaid);
		let twice = frame_support::storage::with_storage_layer(|| several(BENO, &[id, id]));
		assert_eq!(twice, Err(Error::<Test>::AlreadyPaid.into()));
		assert_eq!(usd(BENO as u128), 0);
	});
}

#[test]
fn several_are_claimed_at_once_or_none() {
	three().build_and_execute(|| {
		let ids: Vec<u32> = (0..16).map(|_| distribute(100)).collect();
		assert_ok!(several(ANNA, &ids));
		assert_eq!(usd(ANNA as u128), 16 * 50);
		let some = frame_support::storage::with_storage_layer(|| several(BENO, &[0, 99]));
		assert_eq!(some, Err(Error::<Test>::UnknownDistribution.into()));
		assert_eq!(usd(BENO as u128), 0);
		assert_noop!(several(BENO, &[]), Error::<Test>::EmptyClaim);
		assert!(Claimed::try_from(vec![0; 17]).is_err());
	});
}

#[test]
fn from_the_payment_date_until_the_end() {
	three().build_and_execute(|| {
		assert_ok!(Dividends::declare(
			signed(ISSUER),
			ASSET,
			USD,
			Amount::Total(100),
			RecordDate::Now,
			NOW + 10,
			NOW + 10 + CLAIM_PERIOD,
			Selection::All,
		));
		passes(9);
		assert_noop!(claim(ANNA, 0), Error::<Test>::NotYetPayable);
		assert_noop!(claim_for(ANNA, 0), Error::<Test>::NotYetPayable);
		passes(1);
		assert_ok!(claim(ANNA, 0));
		passes(CLAIM_PERIOD - 1);
		assert_ok!(claim(BENO, 0));
		passes(1);
		assert_noop!(claim(CARA, 0), Error::<Test>::ClaimExpired);
		assert_noop!(claim_for(CARA, 0), Error::<Test>::ClaimExpired);
		passes(1);
		assert_noop!(claim(CARA, 0), Error::<Test>::ClaimExpired);
	});
}

#[test]
fn before_the_record_date_nothing_is_due() {
	three().build_and_execute(|| {
		let id = declare(100, RecordDate::Future(NOW + 3_600)).unwrap();
		assert_noop!(claim(ANNA, id), Error::<Test>::WrongStage);
		assert_noop!(claim_for(ANNA, id), Error::<Test>::WrongStage);
	});
}

#[test]
fn only_a_key_claims_and_only_for_its_investor() {
	three().build_and_execute(|| {
		let id = distribute(100);
		let ids = || vec![id].try_into().unwrap();
		assert_noop!(Dividends::claim(signed(STRANGER), ASSET, ids()), NO_KEY);
		assert_noop!(
			Dividends::claim(RuntimeOrigin::none(), ASSET, ids()),
			DispatchError::BadOrigin
		);
		assert_noop!(claim(DINO, id), Error::<Test>::NothingDue);
		Blocked::mutate(|all| all.insert(ANNA));
		assert_noop!(claim(ANNA, id), IS_BLOCKED);
	});
}

#[test]
fn all_of_it_may_be_tax() {
	three().taxing(*b"CH", 100).build_and_execute(|| {
		resides(ANNA, *b"CH");
		let id = distribute(100);
		assert_ok!(claim(ANNA, id));
		assert_eq!((usd(ANNA as u128), get(id).totals.withheld), (0, 50));
		assert_noop!(claim(ANNA, id), Error::<Test>::AlreadyPaid);
	});
}

#[test]
fn the_native_token_pays_too() {
	three().build_and_execute(|| {
		let id = declare_in(NATIVE, Amount::Total(100), RecordDate::Now, Selection::All).unwrap();
		assert_ok!(claim(ANNA, id));
		assert_eq!(money(NATIVE, ANNA), 50);
		assert_ok!(claim(BENO, id));
		assert_ok!(claim(CARA, id));
		assert_eq!(money(NATIVE, pot()), ED);
	});
}

#[test]
fn a_payment_below_the_least_balance_of_a_new_account_is_refused_to_who_claims() {
	ExtBuilder::default().holding(ANNA, 1).holding(BENO, 9).build_and_execute(|| {
		let id = declare_in(NATIVE, Amount::Total(90), RecordDate::Now, Selection::All).unwrap();
		assert_noop!(claim(ANNA, id), sp_runtime::TokenError::BelowMinimum);
		assert_ok!(claim(BENO, id));
		// Somebody else's call parks it, and it is paid when the account can be.
		assert_ok!(claim_for(ANNA, id));
		assert_eq!(crate::Parked::<Test>::get((ASSET, NATIVE, ANNA)), 9);
	});
}

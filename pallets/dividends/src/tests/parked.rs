// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Parked;
use cadastre_primitives::Country;
use sp_core::H256;

const ORDER: H256 = H256::repeat_byte(7);

fn pay(investor: InvestorId) -> DispatchResult {
	Dividends::pay_parked(signed(STRANGER), ASSET, USD, investor)
}

fn surrender(origin: RuntimeOrigin, investor: InvestorId) -> DispatchResult {
	Dividends::surrender_parked(origin, ASSET, USD, investor, TREASURY, ORDER)
}

/// 500 of Anna's are parked.
fn parked() -> ExtBuilder {
	three()
}

fn park() {
	let id = distribute(1_000);
	Blocked::mutate(|all| all.insert(ANNA));
	assert_ok!(claim_for(ANNA, id));
}

#[test]
fn it_is_paid_as_soon_as_it_can_be() {
	parked().build_and_execute(|| {
		park();
		assert_noop!(pay(ANNA), IS_BLOCKED);
		Blocked::set(Default::default());
		Refused::mutate(|all| all.insert(ANNA.into()));
		assert!(pay(ANNA).is_err());
		assert_eq!(Parked::<Test>::get((ASSET, USD, ANNA)), 500);
		Refused::set(Default::default());
		assert_ok!(pay(ANNA));
		assert_last(Event::IncomePaid {
			asset: ASSET,
			source: IncomeSource::Parked,
			investor: ANNA,
			to: ANNA.into(),
			currency: USD,
			gross: 500,
			tax: 0,
			jurisdiction: Country::NONE,
		});
		assert_eq!(usd(ANNA as u128), 500);
		assert_eq!(purse(USD).unwrap().unparked, 500);
		assert_noop!(pay(ANNA), Error::<Test>::NothingDue);
		assert_noop!(pay(BENO), Error::<Test>::NothingDue);
		assert_noop!(
			Dividends::pay_parked(RuntimeOrigin::none(), ASSET, USD, ANNA),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn an_order_disposes_of_it() {
	parked().build_and_execute(|| {
		park();
		assert_bad_origins(
			|origin| surrender(origin, ANNA),
			&[signed(ISSUER), signed(STRANGER), RuntimeOrigin::root()],
		);
		assert_noop!(surrender(signed(TAXMAN), BENO), Error::<Test>::NothingDue);
		assert_ok!(surrender(signed(TAXMAN), ANNA));
		assert_last(Event::ParkedSurrendered {
			asset: ASSET,
			currency: USD,
			investor: ANNA,
			to: TREASURY,
			amount: 500,
			reference: ORDER,
		});
		assert_eq!(usd(TREASURY), 500);
		assert_noop!(surrender(signed(TAXMAN), ANNA), Error::<Test>::NothingDue);
	});
}

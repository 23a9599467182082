// SPDX-License-Identifier: Apache-2.0

//! `bond`, `announce_withdrawal` and `withdraw_bond`.

use super::*;
use crate::Operators;
use cadastre_primitives::InvestorId;
use sp_runtime::TokenError;

const WHO: u64 = OPERATOR;
const ID: InvestorId = OPERATOR;

fn bond(amount: u128) -> DispatchResult {
	ValuationOracle::bond(signed(WHO), amount)
}

fn announce() -> DispatchResult {
	ValuationOracle::announce_withdrawal(signed(WHO), ID)
}

fn withdraw() -> DispatchResult {
	ValuationOracle::withdraw_bond(signed(WHO), ID)
}

#[test]
fn bonds_add_up() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(bond(300));
		assert_last(Event::Bonded { operator: ID, account: WHO, amount: 300, bond: 300 });
		assert_ok!(bond(200));
		assert_last(Event::Bonded { operator: ID, account: WHO, amount: 200, bond: 500 });
		assert_eq!(held(WHO), [500, 0, 0]);
		assert_eq!(Operators::<Test>::get(ID).unwrap().bond, 500);
	});
}

#[test]
fn fails_without_amount_funds_or_identity() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(bond(0), Error::<Test>::ZeroAmount);
		assert_noop!(bond(FUNDS), TokenError::FundsUnavailable);
		assert_noop!(ValuationOracle::bond(signed(STRANGER), 1), Error::<Test>::UnknownIdentity);
		assert_bad_origins(|origin| ValuationOracle::bond(origin, 1), &[ROOT()]);
	});
}

#[test]
fn another_key_cannot_act() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(bond(300));
		Operators::<Test>::mutate(ID, |operator| operator.as_mut().unwrap().account = HOLDER);
		assert_noop!(bond(1), Error::<Test>::NotOperator);
		assert_noop!(announce(), Error::<Test>::NotOperator);
		assert_noop!(withdraw(), Error::<Test>::NotOperator);
		Operators::<Test>::mutate(ID, |operator| operator.as_mut().unwrap().account = WHO);
		assert_noop!(
			ValuationOracle::announce_withdrawal(signed(WHO), ID + 1),
			Error::<Test>::NotOperator
		);
	});
}

#[test]
fn a_withdrawal_waits_for_its_delay() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(bond(300));
		assert_noop!(withdraw(), Error::<Test>::NotLeaving);
		assert_ok!(announce());
		let leaving_at = NOW + terms().withdrawal_delay;
		assert_last(Event::WithdrawalAnnounced { operator: ID, leaving_at });
		assert_noop!(announce(), Error::<Test>::AlreadyLeaving);
		opens_at(leaving_at, Error::TooEarly, withdraw);
		assert_ok!(withdraw());
		assert_last(Event::BondWithdrawn { operator: ID, account: WHO, amount: 300 });
		assert_eq!(held(WHO), [0; 3]);
		assert!(!Operators::<Test>::contains_key(ID));
	});
}

#[test]
fn a_bond_calls_the_withdrawal_off() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(bond(300));
		assert_ok!(announce());
		assert_ok!(bond(1));
		Today::mutate(|now| *now += terms().withdrawal_delay);
		assert_noop!(withdraw(), Error::<Test>::NotLeaving);
	});
}

#[test]
fn what_is_in_use_stays_bonded() {
	three().build_and_execute(|| {
		assert_noop!(announce(), Error::<Test>::StillInUse);
		assert_ok!(ValuationOracle::leave(signed(WHO), FEED, 0));
		assert_ok!(announce());
		assert_noop!(ValuationOracle::join(signed(WHO), FEED, 0), Error::<Test>::AlreadyLeaving);
		assert_noop!(
			ValuationOracle::propose_model(signed(WHO), card(0)),
			Error::<Test>::AlreadyLeaving
		);
		Today::mutate(|now| *now += terms().withdrawal_delay);
		assert_noop!(withdraw(), Error::<Test>::StillInUse);
		assert_ok!(ValuationOracle::retire_model(signed(WHO), 0));
		assert_ok!(ValuationOracle::remove_model(signed(WHO), 0));
		assert_ok!(withdraw());
		assert_eq!(held(WHO), [0; 3]);
		assert_eq!(Balances::free_balance(WHO), FUNDS);
	});
}

#[test]
fn lapsed_claims_lock_nobodys_bond() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(bond(300));
		Lapsed::set(vec![WHO]);
		assert_noop!(bond(1), Error::<Test>::UnknownIdentity);
		assert_ok!(announce());
		Today::mutate(|now| *now += terms().withdrawal_delay);
		assert_ok!(withdraw());
	});
}

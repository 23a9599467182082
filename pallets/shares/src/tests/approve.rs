// SPDX-License-Identifier: Apache-2.0

//! `approve` and `remove_allowance`.

use super::*;
use crate::Allowances;
use cadastre_primitives::{Reason, Rights};
use frame_support::{assert_noop, assert_ok};
use pallet_balances::Pallet as BalancesPallet;

fn approve(amount: Balance, seconds: Moment) -> sp_runtime::DispatchResult {
	Shares::approve(signed(ANNA_KEY), ASSET, STRANGER, amount, OPENED + seconds)
}

fn deposit() -> u64 {
	BalancesPallet::<Test>::reserved_balance(ANNA_KEY)
}

fn allowed() -> Option<Balance> {
	Allowances::<Test>::get((ASSET, ANNA_KEY, STRANGER)).map(|allowance| allowance.amount)
}

#[test]
fn works_and_takes_one_deposit() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(approve(4, 10));
		let event = |old, new, seconds: Moment| Event::Approved {
			asset: ASSET,
			owner: ANNA_KEY,
			spender: STRANGER,
			old,
			new,
			expires_at: OPENED + seconds,
		};
		one_event(event(0, 4, 10));
		let paid = deposit();
		assert!(paid > 0);
		assert_ok!(approve(7, 5));
		one_event(event(4, 7, 5));
		assert_eq!((allowed(), deposit()), (Some(7), paid));
		assert_ok!(approve(0, 0));
		one_event(event(7, 0, 0));
		assert_eq!((allowed(), deposit()), (None, 0));
	});
}

#[test]
fn fails_for_what_allows_nothing() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_noop!(approve(0, 5), Error::<Test>::UnknownAllowance);
		assert_noop!(approve(1, 0), Error::<Test>::AlreadyOver);
		assert_ok!(approve(1, 1));
		let call = |who, asset| Shares::approve(signed(who), asset, STRANGER, 1, OPENED + 1);
		assert_noop!(call(ANNA_KEY, 2), refusal(Reason::UnknownAsset));
		assert_noop!(call(STRANGER, ASSET), refusal(Reason::UnknownKey));
		KeyRights::set(Rights::VOTE);
		assert_noop!(call(ANNA_KEY, ASSET), refusal(Reason::MissingRight));
		KeyRights::set(Rights::TRANSFER);
		assert_ok!(call(ANNA_KEY, ASSET));
		assert_noop!(
			Shares::approve(RuntimeOrigin::none(), ASSET, STRANGER, 1, OPENED + 1),
			sp_runtime::traits::BadOrigin
		);
		// Dino has nothing to pay a deposit with.
		assert_noop!(call(DINO_KEY, ASSET), sp_runtime::TokenError::FundsUnavailable);
	});
}

#[test]
fn anybody_removes_what_has_ended_and_the_deposit_goes_back() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let remove = || Shares::remove_allowance(signed(BENO_KEY), ASSET, ANNA_KEY, STRANGER);
		assert_noop!(remove(), Error::<Test>::UnknownAllowance);
		assert_ok!(approve(4, 10));
		at(9);
		assert_noop!(remove(), Error::<Test>::NotOver);
		at(10);
		System::reset_events();
		assert_ok!(remove());
		one_event(Event::AllowanceRemoved {
			asset: ASSET,
			owner: ANNA_KEY,
			spender: STRANGER,
			left: 4,
		});
		assert_eq!((allowed(), deposit()), (None, 0));
		assert_noop!(
			Shares::remove_allowance(RuntimeOrigin::none(), ASSET, ANNA_KEY, STRANGER),
			sp_runtime::traits::BadOrigin
		);
	});
}

#[test]
fn an_allowance_ends_with_the_key_that_gave_it() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 10).build_and_execute(|| {
		assert_ok!(approve(4, 10));
		Keys::mutate(|keys| keys.insert(ANNA_KEY, BENO));
		refuses(
			|| Shares::transfer_from(signed(STRANGER), ASSET, ANNA_KEY, CARA_KEY, 1),
			refusal(Reason::AllowanceExceeded),
		);
		Keys::mutate(|keys| keys.remove(&ANNA_KEY));
		assert_ok!(Shares::remove_allowance(signed(BENO_KEY), ASSET, ANNA_KEY, STRANGER));
		assert_eq!(deposit(), 0);
	});
}

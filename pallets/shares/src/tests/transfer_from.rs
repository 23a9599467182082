// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Allowances;
use cadastre_primitives::Reason;
use frame_support::{assert_noop, assert_ok};

fn order(to: AccountId, amount: Balance) -> DispatchResultWithPostInfo {
	Shares::transfer_from(signed(STRANGER), ASSET, ANNA_KEY, to, amount)
}

fn approve(amount: Balance) {
	assert_ok!(Shares::approve(signed(ANNA_KEY), ASSET, STRANGER, amount, OPENED + 10));
	System::reset_events();
}

#[test]
fn works_and_uses_the_allowance_up() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		approve(4);
		assert_ok!(order(BENO_KEY, 3));
		one_event(Event::Transferred {
			asset: ASSET,
			from: ANNA,
			by: STRANGER,
			to: BENO,
			to_key: BENO_KEY,
			amount: 3,
		});
		let left = Allowances::<Test>::get((ASSET, ANNA_KEY, STRANGER)).unwrap();
		assert_eq!(left.amount, 1);
		let report = Shares::transfer_from_report(ASSET, STRANGER, ANNA_KEY, BENO_KEY, 2);
		assert_eq!(
			(report[0].reason, report[0].needed, report[0].found),
			(Reason::AllowanceExceeded, 2, 1)
		);
		refuses(|| order(BENO_KEY, 2), refusal(Reason::AllowanceExceeded));
		assert_ok!(order(BENO_KEY, 1));
		assert!(!Allowances::<Test>::contains_key((ASSET, ANNA_KEY, STRANGER)));
		assert_eq!(pallet_balances::Pallet::<Test>::reserved_balance(ANNA_KEY), 0);
	});
}

#[test]
fn works_until_the_allowance_ends() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		approve(4);
		at(9);
		assert_ok!(order(BENO_KEY, 1));
		for time in [10, 11] {
			at(time);
			refuses(|| order(BENO_KEY, 1), refusal(Reason::AllowanceExceeded));
		}
	});
}

/// Owner, spender and receiver are each asked; one that is refused refuses all.
#[test]
fn asks_owner_allowance_and_receiver_in_every_combination() {
	for case in 0..8_u8 {
		let (owner_ok, spender_ok, receiver_ok) = (case & 1 > 0, case & 2 > 0, case & 4 > 0);
		ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
			if spender_ok {
				approve(4);
			}
			if !owner_ok {
				Blocked::mutate(|blocked| blocked.insert(ANNA));
			}
			if !receiver_ok {
				Blocked::mutate(|blocked| blocked.insert(BENO));
			}
			assert_eq!(order(BENO_KEY, 1).is_ok(), case == 7, "{case}");
		});
	}
}

#[test]
fn the_owner_s_shares_must_be_able_to_move() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		approve(20);
		refuses(|| order(BENO_KEY, 11), refusal(Reason::InsufficientShares));
		assert_ok!(add_frozen(ASSET, ANNA, 8));
		refuses(|| order(BENO_KEY, 3), refusal(Reason::SharesFrozen));
		refuses(|| order(ANNA_OTHER_KEY, 1), refusal(Reason::SameInvestor));
		refuses(|| order(BENO_KEY, 0), refusal(Reason::ZeroAmount));
		assert_ok!(order(BENO_KEY, 2));
		assert_noop!(
			Shares::transfer_from(RuntimeOrigin::none(), ASSET, ANNA_KEY, BENO_KEY, 1),
			sp_runtime::traits::BadOrigin
		);
	});
}

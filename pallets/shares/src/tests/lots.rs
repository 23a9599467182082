// SPDX-License-Identifier: Apache-2.0

//! Lock-ups, from the acquisition on.

use super::*;
use crate::{Lot, Lots, MAX_LOTS};
use cadastre_primitives::{Kind, Reason};
use frame_support::assert_ok;

fn give(to: AccountId, amount: Balance) {
	assert_ok!(Shares::issue(signed(ISSUER), ASSET, to, amount));
}

fn send(amount: Balance) -> DispatchResultWithPostInfo {
	Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, amount)
}

fn lots() -> Vec<(Balance, Moment)> {
	Lots::<Test>::get(ASSET, ANNA).into_iter().map(|lot| (lot.amount, lot.until - OPENED)).collect()
}

#[test]
fn locked_shares_move_from_the_last_second_of_the_lock_up_on() {
	ExtBuilder::default().holding(ANNA_KEY, 4).build_and_execute(|| {
		lock_until(Some(DAY));
		give(ANNA_KEY, 6);
		lock_until(None);
		for time in [0, DAY - 1] {
			at(time);
			refuses(|| send(5), refusal(Reason::SharesLocked));
			assert_eq!(Shares::holding(ASSET, ANNA).movable, 4);
		}
		at(DAY);
		assert_eq!(Shares::holding(ASSET, ANNA).locked_until, 0);
		assert_ok!(send(5));
		// The first movement after the end takes the record along.
		assert!(!Lots::<Test>::contains_key(ASSET, ANNA));
		assert_eq!(position(ASSET, ANNA).locked_until, 0);
	});
}

#[test]
fn exactly_what_is_not_locked_moves() {
	ExtBuilder::default().holding(ANNA_KEY, 4).build_and_execute(|| {
		lock_until(Some(DAY));
		give(ANNA_KEY, 6);
		lock_until(None);
		let report = Shares::transfer_report(ASSET, ANNA_KEY, BENO_KEY, 5);
		assert_eq!(
			(report[0].reason, report[0].needed, report[0].found),
			(Reason::SharesLocked, 5, 4)
		);
		refuses(|| send(5), refusal(Reason::SharesLocked));
		assert_ok!(send(4));
		refuses(|| send(1), refusal(Reason::SharesLocked));
		assert_eq!(lots(), [(6, DAY)]);
	});
}

#[test]
fn ends_are_rounded_up_to_a_day() {
	for (until, rounded) in [(1, DAY), (DAY - 1, DAY), (DAY, DAY), (DAY + 1, 2 * DAY)] {
		ExtBuilder::default().build_and_execute(|| {
			lock_until(Some(until));
			give(ANNA_KEY, 6);
			assert_eq!(lots(), [(6, rounded)]);
			assert_eq!(position(ASSET, ANNA).locked_until, OPENED + rounded);
		});
	}
}

#[test]
fn a_lock_up_that_is_over_at_once_is_none() {
	ExtBuilder::default().build_and_execute(|| {
		lock_until(Some(0));
		give(ANNA_KEY, 6);
		assert_eq!(lots(), []);
		assert_eq!(position(ASSET, ANNA).locked_until, 0);
	});
}

#[test]
fn an_end_beyond_all_time_is_no_overflow() {
	ExtBuilder::default().build_and_execute(|| {
		Leaves::set(Effects { locked_until: Some(Moment::MAX), ..Default::default() });
		give(ANNA_KEY, 6);
		assert_eq!(position(ASSET, ANNA).locked_until, Moment::MAX);
		refuses(|| send(1), refusal(Reason::SharesLocked));
	});
}

#[test]
fn purchases_of_one_day_are_one_lot() {
	ExtBuilder::default().build_and_execute(|| {
		for until in [3 * DAY - 5, 3 * DAY, 2 * DAY + 1] {
			lock_until(Some(until));
			give(ANNA_KEY, 2);
		}
		assert_eq!(lots(), [(6, 3 * DAY)]);
	});
}

#[test]
fn with_too_many_ends_the_two_closest_become_the_later() {
	ExtBuilder::default().build_and_execute(|| {
		let days: Vec<_> = (1..=u64::from(MAX_LOTS)).map(|n| n * 10 * DAY).collect();
		for day in &days {
			lock_until(Some(*day));
			give(ANNA_KEY, 2);
		}
		assert_eq!(lots().len(), 16);
		lock_until(Some(53 * DAY));
		give(ANNA_KEY, 1);
		let mut expected: Vec<_> = days.iter().map(|day| (2, *day)).collect();
		expected[4] = (3, 53 * DAY);
		assert_eq!(lots(), expected);
		// Ended ones make room first.
		at(20 * DAY);
		lock_until(Some(161 * DAY));
		give(ANNA_KEY, 1);
		assert_eq!(lots().len(), 15);
		assert_eq!(lots().last(), Some(&(1, 161 * DAY)));
	});
}

#[test]
fn what_is_redeemed_is_not_locked_up_any_more() {
	ExtBuilder::default().holding(ANNA_KEY, 4).build_and_execute(|| {
		for (until, amount) in [(DAY, 3), (2 * DAY, 5)] {
			lock_until(Some(until));
			give(ANNA_KEY, amount);
		}
		// A lock-up restricts trade, not the way out. What is unlocked goes first, then what is
		// unlocked soonest.
		for (amount, left) in [
			(4, vec![(3, DAY), (5, 2 * DAY)]),
			(2, vec![(1, DAY), (5, 2 * DAY)]),
			(2, vec![(4, 2 * DAY)]),
			(4, vec![]),
		] {
			assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, amount));
			assert_eq!(lots(), left);
		}
		assert_eq!(stored(ASSET, ANNA), None);
		lock_until(None);
		give(ANNA_KEY, 3);
		assert_ok!(send(3));
	});
}

#[test]
fn the_receiver_of_a_transfer_is_locked_up_and_not_the_sender() {
	ExtBuilder::default().holding(ANNA_KEY, 4).build_and_execute(|| {
		lock_until(Some(DAY));
		assert_ok!(send(4));
		lock_until(None);
		assert_eq!(
			Lots::<Test>::get(ASSET, BENO).into_inner(),
			[Lot { amount: 4, until: OPENED + DAY }]
		);
		refuses(
			|| Shares::transfer(signed(BENO_KEY), ASSET, ANNA_KEY, 1),
			refusal(Reason::SharesLocked),
		);
	});
}

#[test]
fn no_lot_is_read_when_none_runs() {
	ExtBuilder::default().holding(ANNA_KEY, 4).build_and_execute(|| {
		// A record of which the position knows nothing does not count: none was read.
		let stray = vec![Lot { amount: 4, until: Moment::MAX }].try_into().unwrap();
		Lots::<Test>::insert::<_, _, crate::LotList>(ASSET, ANNA, stray);
		let plan = Shares::examine(
			ASSET,
			Kind::Transfer,
			Some(crate::Giver::Key(&ANNA_KEY)),
			Some(&BENO_KEY),
			4,
		);
		assert!(plan.failures.is_empty());
		Lots::<Test>::remove(ASSET, ANNA);
	});
}

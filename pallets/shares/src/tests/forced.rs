// SPDX-License-Identifier: Apache-2.0

//! What orders do: freezes, forced transfers, cancellations, suspension.

use super::*;
use cadastre_primitives::{traits::Register, BookStatus, Kind, Reason};
use frame_support::{assert_noop, assert_ok};

fn send(amount: Balance) -> DispatchResultWithPostInfo {
	Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, amount)
}

fn freeze(amount: Balance) {
	assert_ok!(add_frozen(ASSET, ANNA, amount));
}

#[test]
fn exactly_what_is_not_frozen_moves() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		freeze(6);
		let report = Shares::transfer_report(ASSET, ANNA_KEY, BENO_KEY, 5);
		assert_eq!(
			(report[0].reason, report[0].needed, report[0].found),
			(Reason::SharesFrozen, 5, 4)
		);
		refuses(|| send(5), refusal(Reason::SharesFrozen));
		refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 5), refusal(Reason::SharesFrozen));
		assert_ok!(send(3));
		assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 1));
		refuses(|| send(1), refusal(Reason::SharesFrozen));
		assert_ok!(remove_frozen(ASSET, ANNA, 1));
		assert_ok!(send(1));
	});
}

#[test]
fn every_reason_that_has_a_part_in_it_is_reported() {
	ExtBuilder::default().holding(ANNA_KEY, 4).build_and_execute(|| {
		lock_until(Some(DAY));
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 6));
		freeze(3);
		let reasons = |amount| {
			let report = Shares::transfer_report(ASSET, ANNA_KEY, BENO_KEY, amount);
			report.iter().map(|failure| (failure.reason, failure.found)).collect::<Vec<_>>()
		};
		assert_eq!(reasons(1), []);
		assert_eq!(reasons(2), [(Reason::SharesLocked, 1)]);
		assert_eq!(reasons(7), [(Reason::SharesLocked, 1)]);
		assert_eq!(reasons(8), [(Reason::SharesFrozen, 7), (Reason::SharesLocked, 1)]);
		assert_eq!(
			reasons(11),
			[
				(Reason::InsufficientShares, 10),
				(Reason::SharesFrozen, 7),
				(Reason::SharesLocked, 1)
			]
		);
	});
}

#[test]
fn more_can_be_frozen_than_there_is_and_then_what_comes_in_is_frozen() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 10).build_and_execute(|| {
		freeze(15);
		refuses(|| send(1), refusal(Reason::SharesFrozen));
		assert_ok!(Shares::transfer(signed(BENO_KEY), ASSET, ANNA_KEY, 7));
		refuses(|| send(3), refusal(Reason::SharesFrozen));
		assert_ok!(send(2));
		freeze(Balance::MAX);
		assert_eq!(position(ASSET, ANNA).frozen, Balance::MAX);
		assert_ok!(remove_frozen(ASSET, ANNA, Balance::MAX));
		assert_ok!(send(15));
	});
}

#[test]
fn a_freeze_outlives_the_shares_and_is_removed_with_its_order() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		freeze(4);
		assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 10));
		assert_eq!(
			(position(ASSET, ANNA).frozen, book(ASSET).kept, book(ASSET).holders),
			(4, 1, 1)
		);
		assert_ok!(remove_frozen(ASSET, ANNA, 3));
		assert_eq!(stored(ASSET, ANNA), Some(0));
		assert_ok!(remove_frozen(ASSET, ANNA, 1));
		assert_eq!((stored(ASSET, ANNA), book(ASSET).kept), (None, 0));
		// Who owns nothing can be frozen too.
		assert_ok!(add_frozen(ASSET, CARA, 2));
		assert_eq!(book(ASSET).kept, 1);
		assert_ok!(Shares::transfer(signed(BENO_KEY), ASSET, CARA_KEY, 2));
		assert_eq!((book(ASSET).kept, book(ASSET).holders), (0, 2));
		refuses(
			|| Shares::transfer(signed(CARA_KEY), ASSET, BENO_KEY, 1),
			refusal(Reason::SharesFrozen),
		);
		assert_noop!(Shares::add_frozen(2, CARA, 1), refusal(Reason::UnknownAsset));
	});
}

#[test]
fn a_forced_transfer_takes_what_is_frozen_and_locked_up_but_not_what_is_held() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 2, None));
		lock_until(Some(DAY));
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 5));
		lock_until(None);
		freeze(9);
		System::reset_events();
		assert_noop!(
			Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 14),
			refusal(Reason::InsufficientShares)
		);
		assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 10));
		one_event(Event::ForciblyTransferred {
			asset: ASSET,
			from: ANNA,
			to: BENO,
			to_key: BENO_KEY,
			amount: 10,
		});
		let left = position(ASSET, ANNA);
		assert_eq!((left.free, left.held, left.frozen), (3, 2, 9));
		assert_eq!(Shares::holding(ASSET, ANNA).locked, 3);
		assert_eq!((book(ASSET).supply, book(ASSET).holders), (15, 2));
		assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 3));
		assert!(!crate::Lots::<Test>::contains_key(ASSET, ANNA));
	});
}

#[test]
fn a_forced_transfer_examines_the_receiver_and_nobody_else() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		Blocked::mutate(|blocked| blocked.insert(ANNA));
		HolderCap::set(Some(1));
		for (to, reason) in [
			(STRANGER, Reason::UnknownKey),
			(ANNA_KEY, Reason::SameInvestor),
			(ANNA_OTHER_KEY, Reason::SameInvestor),
		] {
			assert_noop!(Shares::do_forced_transfer(ASSET, ANNA, &to, 1), refusal(reason));
		}
		Blocked::mutate(|blocked| blocked.insert(BENO));
		assert_noop!(
			Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 1),
			refusal(Reason::Blocked)
		);
		assert_noop!(
			Shares::do_forced_transfer(ASSET, ANNA, &CARA_KEY, 0),
			refusal(Reason::ZeroAmount)
		);
		assert_noop!(
			Shares::do_forced_transfer(2, ANNA, &CARA_KEY, 1),
			refusal(Reason::UnknownAsset)
		);
		assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &CARA_KEY, 1));
		let facts = Asked::get().last().unwrap().1;
		assert_eq!((facts.kind, facts.sender), (Kind::Forced, None));
	});
}

#[test]
fn a_cancellation_asks_nobody() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		Blocked::mutate(|blocked| blocked.insert(ANNA));
		freeze(10);
		assert_noop!(Shares::do_cancel(ASSET, ANNA, 11), refusal(Reason::InsufficientShares));
		assert_noop!(Shares::do_cancel(ASSET, BENO, 1), refusal(Reason::InsufficientShares));
		assert_ok!(Shares::do_cancel(ASSET, ANNA, 4));
		one_event(Event::Cancelled { asset: ASSET, from: ANNA, amount: 4 });
		assert_eq!((stored(ASSET, ANNA), book(ASSET).supply), (Some(6), 6));
		let facts = Asked::get().last().unwrap().1;
		assert_eq!((facts.kind, facts.sender, facts.receiver), (Kind::Cancellation, None, None));
	});
}

#[test]
fn a_book_halted_by_order_stays_so_whatever_its_status() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(set_halted(ASSET, true));
		for status in [BookStatus::Open, BookStatus::WindingUp] {
			assert_ok!(Shares::set_status(ASSET, status));
			refuses(|| send(1), refusal(Reason::BookNotOpen));
			refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 1), refusal(Reason::BookNotOpen));
			assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 1));
		}
		assert_ok!(Shares::set_status(ASSET, BookStatus::Open));
		assert_ok!(set_halted(ASSET, false));
		assert_ok!(send(1));
		assert_noop!(Shares::set_halted(2, true), refusal(Reason::UnknownAsset));
	});
}

// SPDX-License-Identifier: Apache-2.0

//! Holds, as other pallets make them through FRAME's traits.

use super::*;
use crate::{Hold, Holds, MAX_HOLDS};
use cadastre_primitives::{
	traits::{Register, TimedHolds},
	BookStatus, Reason,
};
use frame_support::{
	assert_noop, assert_ok,
	traits::{
		fungibles::{
			hold::{Inspect as _, Mutate as _, Unbalanced as _},
			Inspect, Unbalanced,
		},
		tokens::{Fortitude, Precision, Preservation, Restriction},
	},
};
use sp_runtime::{DispatchResult, TokenError};

const PLEDGE: u8 = 1;
const SALE: u8 = 2;

fn hold(amount: Balance) -> DispatchResult {
	<Shares as frame_support::traits::fungibles::hold::Mutate<_>>::hold(
		ASSET, &PLEDGE, &ANNA_KEY, amount,
	)
}

fn release(amount: Balance, precision: Precision) -> Result<Balance, DispatchError> {
	Shares::release(ASSET, &PLEDGE, &ANNA_KEY, amount, precision)
}

fn pass(to: AccountId, amount: Balance, mode: Restriction) -> Result<Balance, DispatchError> {
	Shares::transfer_on_hold(
		ASSET,
		&PLEDGE,
		&ANNA_KEY,
		&to,
		amount,
		Precision::Exact,
		mode,
		Fortitude::Force,
	)
}

#[test]
fn hold_and_release_work() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(hold(4));
		one_event(Event::Held {
			asset: ASSET,
			investor: ANNA,
			reason: PLEDGE,
			amount: 4,
			expires_at: None,
		});
		let found = position(ASSET, ANNA);
		assert_eq!((found.free, found.held), (6, 4));
		assert_eq!(Shares::balance_of(ASSET, ANNA_OTHER_KEY), 10);
		assert_eq!(Shares::total_balance_on_hold(ASSET, &ANNA_OTHER_KEY), 4);
		assert_eq!(Shares::balance_on_hold(ASSET, &PLEDGE, &ANNA_KEY), 4);
		assert_eq!(Shares::balance_on_hold(ASSET, &SALE, &ANNA_KEY), 0);
		let report = Shares::transfer_report(ASSET, ANNA_KEY, BENO_KEY, 7);
		assert_eq!((report[0].reason, report[0].found), (Reason::InsufficientShares, 6));
		assert_eq!(release(1, Precision::Exact), Ok(1));
		one_event(Event::Released { asset: ASSET, investor: ANNA, reason: PLEDGE, amount: 1 });
		assert_noop!(release(4, Precision::Exact), Error::<Test>::HoldTooSmall);
		assert_eq!(release(4, Precision::BestEffort), Ok(3));
		assert!(!Holds::<Test>::contains_key(ASSET, ANNA));
		assert_eq!(position(ASSET, ANNA).free, 10);
		assert_noop!(release(1, Precision::Exact), Error::<Test>::HoldTooSmall);
		assert_storage_noop!(assert_eq!(release(1, Precision::BestEffort), Ok(0)));
		assert_storage_noop!(assert_ok!(hold(0)));
	});
}

#[test]
fn only_what_can_move_can_be_held() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		lock_until(Some(DAY));
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 5));
		assert_ok!(add_frozen(ASSET, ANNA, 3));
		assert_noop!(hold(16), refusal(Reason::InsufficientShares));
		assert_noop!(hold(13), refusal(Reason::SharesFrozen));
		assert_noop!(hold(8), refusal(Reason::SharesLocked));
		assert!(!Shares::can_hold(ASSET, &PLEDGE, &ANNA_KEY, 8));
		assert!(Shares::can_hold(ASSET, &PLEDGE, &ANNA_KEY, 7));
		assert_ok!(hold(7));
	});
}

#[test]
fn hold_fails_for_a_stranger_an_unknown_asset_and_a_book_that_is_not_open() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_noop!(
			Shares::hold_until(ASSET, &PLEDGE, &STRANGER, 1, OPENED + 1),
			refusal(Reason::UnknownKey)
		);
		assert_noop!(
			Shares::hold_until(2, &PLEDGE, &ANNA_KEY, 1, OPENED + 1),
			refusal(Reason::UnknownAsset)
		);
		assert_ok!(hold(1));
		assert_ok!(Shares::set_status(ASSET, BookStatus::Suspended));
		assert_noop!(hold(1), refusal(Reason::BookNotOpen));
		// What is held can always be released.
		assert_eq!(release(1, Precision::Exact), Ok(1));
	});
}

#[test]
fn a_position_has_at_most_16_holds() {
	ExtBuilder::default().holding(ANNA_KEY, 100).build_and_execute(|| {
		for reason in (0..).take(16) {
			assert_ok!(Shares::do_hold(ASSET, &reason, ANNA, 1, None));
		}
		assert_eq!(MAX_HOLDS, 16);
		assert_noop!(Shares::do_hold(ASSET, &16, ANNA, 1, None), Error::<Test>::TooManyHolds);
		assert!(!Shares::hold_available(ASSET, &16, &ANNA_KEY));
		assert!(Shares::hold_available(ASSET, &15, &ANNA_KEY));
		assert_noop!(
			Shares::ensure_can_hold(ASSET, &16, &ANNA_KEY, 1),
			TokenError::CannotCreateHold
		);
		assert_ok!(Shares::do_hold(ASSET, &15, ANNA, 1, None));
	});
}

#[test]
fn anybody_releases_a_hold_from_its_end_on() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		for end in [0, 100] {
			assert_noop!(
				Shares::hold_until(ASSET, &PLEDGE, &ANNA_KEY, 4, OPENED - 100 + end),
				Error::<Test>::AlreadyOver
			);
		}
		assert_ok!(Shares::hold_until(ASSET, &PLEDGE, &ANNA_KEY, 4, OPENED + 10));
		// The later end holds for all of it.
		assert_ok!(Shares::hold_until(ASSET, &PLEDGE, &ANNA_KEY, 1, OPENED + 5));
		assert_ok!(Shares::do_hold(ASSET, &SALE, ANNA, 1, None));
		let end = |reason| Shares::release_expired(signed(STRANGER), ASSET, ANNA, reason);
		at(9);
		assert_noop!(end(PLEDGE), Error::<Test>::NotOver);
		at(10);
		System::reset_events();
		assert_ok!(end(PLEDGE));
		one_event(Event::Released { asset: ASSET, investor: ANNA, reason: PLEDGE, amount: 5 });
		assert_noop!(end(PLEDGE), Error::<Test>::UnknownHold);
		assert_noop!(end(SALE), Error::<Test>::NotOver);
		assert_noop!(
			Shares::release_expired(RuntimeOrigin::none(), ASSET, ANNA, PLEDGE),
			sp_runtime::traits::BadOrigin
		);
	});
}

#[test]
fn a_hold_without_an_end_is_not_shortened_by_one_that_has() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::hold_until(ASSET, &PLEDGE, &ANNA_KEY, 4, OPENED + 10));
		assert_ok!(hold(1));
		assert_ok!(Shares::hold_until(ASSET, &PLEDGE, &ANNA_KEY, 1, OPENED + 10));
		assert_eq!(
			Shares::holds(ASSET, ANNA).into_inner(),
			[Hold { reason: PLEDGE, amount: 6, expires_at: None }]
		);
	});
}

#[test]
fn held_shares_are_passed_on_under_the_rules() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(hold(6));
		System::reset_events();
		Blocked::mutate(|blocked| blocked.insert(BENO));
		assert_noop!(pass(BENO_KEY, 1, Restriction::Free), refusal(Reason::Blocked));
		Blocked::mutate(|blocked| blocked.clear());
		assert_noop!(pass(STRANGER, 1, Restriction::Free), refusal(Reason::UnknownKey));
		assert_noop!(pass(ANNA_OTHER_KEY, 1, Restriction::Free), refusal(Reason::SameInvestor));
		assert_noop!(pass(BENO_KEY, 7, Restriction::Free), Error::<Test>::HoldTooSmall);
		assert_noop!(pass(BENO_KEY, 0, Restriction::Free), refusal(Reason::ZeroAmount));
		HolderCap::set(Some(1));
		assert_noop!(pass(BENO_KEY, 1, Restriction::Free), refusal(Reason::HolderCapExceeded));
		HolderCap::set(None);
		assert_eq!(pass(BENO_KEY, 4, Restriction::Free), Ok(4));
		one_event(Event::Transferred {
			asset: ASSET,
			from: ANNA,
			by: ANNA_KEY,
			to: BENO,
			to_key: BENO_KEY,
			amount: 4,
		});
		assert_eq!((position(ASSET, ANNA).held, position(ASSET, BENO).free), (2, 4));
		assert_eq!(pass(BENO_KEY, 2, Restriction::OnHold), Ok(2));
		assert_eq!((position(ASSET, BENO).held, position(ASSET, BENO).free), (2, 4));
		assert!(!Holds::<Test>::contains_key(ASSET, ANNA));
	});
}

#[test]
fn held_shares_are_redeemed_under_the_rules() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(hold(6));
		let burn = |amount, precision| {
			Shares::burn_held(ASSET, &PLEDGE, &ANNA_KEY, amount, precision, Fortitude::Force)
		};
		Blocked::mutate(|blocked| blocked.insert(ANNA));
		assert_noop!(burn(1, Precision::Exact), refusal(Reason::Blocked));
		Blocked::mutate(|blocked| blocked.clear());
		assert_noop!(burn(7, Precision::Exact), Error::<Test>::HoldTooSmall);
		System::reset_events();
		assert_eq!(burn(7, Precision::BestEffort), Ok(6));
		one_event(Event::Redeemed { asset: ASSET, from: ANNA, by: ANNA_KEY, amount: 6 });
		assert_eq!((book(ASSET).supply, position(ASSET, ANNA).held), (4, 0));
	});
}

#[test]
fn a_transfer_and_hold_is_both_or_nothing() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let call = |amount, preservation| {
			Shares::transfer_and_hold(
				ASSET,
				&PLEDGE,
				&ANNA_KEY,
				&BENO_KEY,
				amount,
				Precision::Exact,
				preservation,
				Fortitude::Force,
			)
		};
		assert_noop!(call(10, Preservation::Preserve), TokenError::NotExpendable);
		assert_noop!(call(11, Preservation::Expendable), refusal(Reason::InsufficientShares));
		// What is locked up on arrival cannot be held: nothing is moved either.
		lock_until(Some(DAY));
		assert_noop!(call(3, Preservation::Expendable), refusal(Reason::SharesLocked));
		lock_until(None);
		assert_eq!(call(3, Preservation::Preserve), Ok(3));
		assert_eq!((position(ASSET, BENO).held, position(ASSET, BENO).free), (3, 0));
	});
}

/// What could write a balance answers with an error, whoever calls it.
#[test]
fn no_trait_writes_a_balance() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let refused = DispatchError::Unavailable;
		assert_noop!(Shares::write_balance(ASSET, &BENO_KEY, 5), refused);
		assert_noop!(Shares::increase_balance(ASSET, &BENO_KEY, 5, Precision::Exact), refused);
		for force in [Fortitude::Polite, Fortitude::Force] {
			assert_noop!(
				Shares::decrease_balance(
					ASSET,
					&ANNA_KEY,
					5,
					Precision::BestEffort,
					Preservation::Expendable,
					force
				),
				refused
			);
		}
		assert_noop!(Shares::set_balance_on_hold(ASSET, &PLEDGE, &ANNA_KEY, 5), refused);
		assert_noop!(
			Shares::increase_balance_on_hold(ASSET, &PLEDGE, &ANNA_KEY, 5, Precision::Exact),
			refused
		);
		assert_storage_noop!(Shares::set_total_issuance(ASSET, 99));
		assert_eq!(<Shares as Inspect<_>>::total_issuance(ASSET), 10);
	});
}

// SPDX-License-Identifier: Apache-2.0

//! What auditors found in other ledgers of securities, each as a test that this one does not do it.

use super::*;
use cadastre_primitives::{traits::Register, BookStatus, Reason};
use frame_support::assert_ok;

/// Securitize, Cyfrin C-1: `transferFrom` never checked the allowance. Here nobody moves the shares
/// of somebody else without one, and not one unit more than it says.
#[test]
fn sec_c1_no_call_moves_the_shares_of_another_beyond_an_allowance() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		for who in [BENO_KEY, CARA_KEY, ISSUER, STRANGER] {
			refuses(
				|| Shares::transfer_from(signed(who), ASSET, ANNA_KEY, DINO_KEY, 1),
				refusal(Reason::AllowanceExceeded),
			);
		}
		for who in [BENO_KEY, CARA_KEY] {
			refuses(
				|| Shares::transfer(signed(who), ASSET, DINO_KEY, 1),
				refusal(Reason::InsufficientShares),
			);
			refuses(|| Shares::redeem(signed(who), ASSET, 1), refusal(Reason::InsufficientShares));
		}
		assert_ok!(Shares::approve(signed(ANNA_KEY), ASSET, BENO_KEY, 3, OPENED + 1));
		refuses(
			|| Shares::transfer_from(signed(BENO_KEY), ASSET, ANNA_KEY, DINO_KEY, 4),
			refusal(Reason::AllowanceExceeded),
		);
		refuses(
			|| Shares::transfer_from(signed(CARA_KEY), ASSET, ANNA_KEY, DINO_KEY, 1),
			refusal(Reason::AllowanceExceeded),
		);
		assert_ok!(Shares::transfer_from(signed(BENO_KEY), ASSET, ANNA_KEY, DINO_KEY, 3));
		refuses(
			|| Shares::transfer_from(signed(BENO_KEY), ASSET, ANNA_KEY, DINO_KEY, 1),
			refusal(Reason::AllowanceExceeded),
		);
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, DINO)), (Some(7), Some(3)));
	});
}

/// Securitize, Cyfrin M-9: transfers among the wallets of one investor lowered the count of
/// investors.
#[test]
fn sec_m9_transfers_among_own_keys_do_not_change_the_number_of_holders() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 10).build_and_execute(|| {
		for amount in [1, 9, 10] {
			refuses(
				|| Shares::transfer(signed(ANNA_KEY), ASSET, ANNA_OTHER_KEY, amount),
				refusal(Reason::SameInvestor),
			);
			refuses(
				|| Shares::transfer(signed(ANNA_OTHER_KEY), ASSET, ANNA_KEY, amount),
				refusal(Reason::SameInvestor),
			);
		}
		assert_eq!(book(ASSET).holders, 2);
		assert!(Asked::get().iter().all(|(_, facts)| facts.holders_after == 2));
	});
}

/// Securitize, Cyfrin L-17: burning checks one wallet, so the holder shuffles its wallets. A
/// position belongs to the investor, so each of its keys sees all of it.
#[test]
fn sec_l17_each_key_sees_all_that_the_investor_holds() {
	ExtBuilder::default().holding(ANNA_KEY, 6).holding(ANNA_OTHER_KEY, 4).build_and_execute(|| {
		assert_eq!(Shares::balance_of(ASSET, ANNA_KEY), 10);
		assert_ok!(Shares::redeem(signed(ANNA_OTHER_KEY), ASSET, 10));
		assert_eq!(stored(ASSET, ANNA), None);
	});
}

/// Securitize, Cyfrin 7.4.13: after a wallet moved to another investor, burning underflowed.
#[test]
fn sec_7_4_13_a_key_that_moves_to_another_investor_takes_no_shares_along() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 3).build_and_execute(|| {
		Keys::mutate(|keys| keys.insert(ANNA_OTHER_KEY, BENO));
		refuses(
			|| Shares::redeem(signed(ANNA_OTHER_KEY), ASSET, 4),
			refusal(Reason::InsufficientShares),
		);
		assert_ok!(Shares::redeem(signed(ANNA_OTHER_KEY), ASSET, 3));
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, BENO)), (Some(10), None));
		assert_eq!((book(ASSET).supply, book(ASSET).holders), (10, 1));
	});
}

/// OpenZeppelin on Stellar, C-01: recovery from A to A doubled the balance. The same pattern, two
/// writes from one stale read, is a transfer to oneself.
#[test]
fn ozs_c01_a_transfer_to_oneself_does_not_double_the_balance() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		for amount in [1, 10] {
			refuses(
				|| Shares::transfer(signed(ANNA_KEY), ASSET, ANNA_KEY, amount),
				refusal(Reason::SameInvestor),
			);
		}
		assert_eq!((stored(ASSET, ANNA), book(ASSET).supply), (Some(10), 10));
	});
}

/// OpenZeppelin on Stellar v0.7, M-02: the check of a cap read a stale supply.
#[test]
fn ozs_m02_caps_are_checked_against_the_state_that_the_movement_makes() {
	ExtBuilder::default().authorised(100).build_and_execute(|| {
		let issue = |amount| Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, amount);
		assert_ok!(issue(60));
		// Twice in one block: the second sees what the first made.
		refuses(|| issue(41), refusal(Reason::ExceedsAuthorised));
		assert_ok!(issue(40));
		refuses(|| issue(1), refusal(Reason::ExceedsAuthorised));
		assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 30));
		refuses(|| issue(31), refusal(Reason::ExceedsAuthorised));
		// The rules see the supply without what was redeemed, and the balance with what is sent.
		OwnershipCap::set(Some(20));
		assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 15));
		assert_eq!(Asked::get().last().unwrap().1.whole, 70);
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 6),
			refusal(Reason::OwnershipCapExceeded),
		);
		assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 5));
		// A redemption asks no cap, even above it.
		assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 1));
	});
}

/// Halborn on a chain of assets, FN8: a cap of 0 meant no cap.
#[test]
fn ha_fn8_an_authorised_number_of_zero_means_none_at_all() {
	ExtBuilder::default().authorised(0).build_and_execute(|| {
		for amount in [1, 2, Balance::MAX] {
			refuses(
				|| Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, amount),
				refusal(Reason::ExceedsAuthorised),
			);
		}
	});
}

/// The same audit, FN2: issuance without a limit. No call raises the authorised number.
#[test]
fn ha_fn2_issuance_ends_at_the_authorised_number() {
	ExtBuilder::default().authorised(3).build_and_execute(|| {
		for _ in 0..3 {
			assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 1));
		}
		refuses(
			|| Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 1),
			refusal(Reason::ExceedsAuthorised),
		);
	});
}

/// Provenance, #2807: who held the whole supply passed by the permissions.
#[test]
fn pv_2807_the_holder_of_the_whole_supply_is_asked_like_everybody() {
	ExtBuilder::default().authorised(10).holding(ANNA_KEY, 10).build_and_execute(|| {
		Blocked::mutate(|blocked| blocked.insert(ANNA));
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 10),
			refusal(Reason::Blocked),
		);
		refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 10), refusal(Reason::Blocked));
	});
}

/// Centrifuge, Cantina 2023 3.1.3: frozen accounts and those that are no members could redeem.
#[test]
fn cfg_3_1_3_a_blocked_holder_or_a_stranger_cannot_redeem() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		refuses(|| Shares::redeem(signed(STRANGER), ASSET, 1), refusal(Reason::UnknownKey));
		Blocked::mutate(|blocked| blocked.insert(ANNA));
		refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 1), refusal(Reason::Blocked));
	});
}

/// CMTAT #376: the identity of who acted was lost on the way to the hooks.
#[test]
fn cmtat_376_the_event_names_the_key_that_acted() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		for by in [ANNA_KEY, ANNA_OTHER_KEY] {
			assert_ok!(Shares::transfer(signed(by), ASSET, BENO_KEY, 1));
			System::assert_last_event(
				Event::Transferred {
					asset: ASSET,
					from: ANNA,
					by,
					to: BENO,
					to_key: BENO_KEY,
					amount: 1,
				}
				.into(),
			);
		}
	});
}

/// A book that is closed takes nothing along: the next book of the id, should there be one, starts
/// from nothing (stale records after a burn, Securitize L-11).
#[test]
fn sec_l11_nothing_stale_is_left_when_a_book_is_closed() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 10));
		assert_ok!(Shares::close_book(ASSET));
		assert_ok!(Shares::open_book(ASSET, ISSUER, PACK, 5, 1));
		assert_ok!(Shares::set_status(ASSET, BookStatus::Open));
		assert_eq!(Shares::balance(ASSET, ANNA), 0);
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 5));
		assert_eq!((book(ASSET).supply, book(ASSET).holders), (5, 1));
	});
}

// SPDX-License-Identifier: Apache-2.0

//! What auditors found in other ledgers of securities, each as a test that this one does not do it.

use super::*;
use crate::Lots;
use cadastre_primitives::{
	traits::{Checkpoints, Register},
	BookStatus, Reason,
};
use frame_support::{
	assert_noop, assert_ok,
	traits::{
		fungibles::hold::Mutate as _,
		tokens::{Fortitude, Precision, Preservation, Restriction},
	},
};

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

/// The same audit, L-11: records of locks outlived the shares after a burn or a seizure.
#[test]
fn sec_l11_no_lock_up_outlives_the_shares() {
	type Way = fn();
	let ways: [Way; 3] = [
		|| {
			assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 10));
		},
		|| {
			assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 10));
		},
		|| {
			assert_ok!(Shares::do_cancel(ASSET, ANNA, 10));
		},
	];
	for way in ways {
		ExtBuilder::default().build_and_execute(|| {
			lock_until(Some(DAY));
			assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 10));
			lock_until(None);
			way();
			assert!(!Lots::<Test>::contains_key(ASSET, ANNA));
			// What it gets later is free at once.
			assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 10));
			assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, CARA_KEY, 10));
		});
	}
}

/// The same audit, M-4: a lock-up was reckoned anew from the country of today.
#[test]
fn sec_m4_a_lock_up_keeps_the_end_that_it_was_given() {
	ExtBuilder::default().holding(BENO_KEY, 1).build_and_execute(|| {
		state(ANNA, *b"US", Flags::RETAIL);
		lock_until(Some(2 * DAY));
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 10));
		// A country with a longer lock-up, then one with none.
		for (country, days) in [(*b"DE", Some(9 * DAY)), (*b"CH", None)] {
			state(ANNA, country, Flags::RETAIL);
			lock_until(days);
			assert_ok!(Shares::reclassify(signed(BENO_KEY), ASSET, ANNA));
			assert_eq!(Shares::holding(ASSET, ANNA).locked_until, OPENED + 2 * DAY);
		}
		at(2 * DAY - 1);
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1),
			refusal(Reason::SharesLocked),
		);
		at(2 * DAY);
		assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 10));
	});
}

/// The same audit, M-7: what was locked twice was counted twice, and more was locked than there
/// was.
#[test]
fn sec_m7_no_share_is_locked_up_twice() {
	ExtBuilder::default().holding(ANNA_KEY, 5).build_and_execute(|| {
		for days in [1, 2, 3] {
			lock_until(Some(days * DAY));
			assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 2));
			// Away and back again: the receiver is locked up for what it got, nobody for more.
			lock_until(None);
			assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 5));
			assert_ok!(Shares::transfer(signed(BENO_KEY), ASSET, ANNA_KEY, 5));
			let holding = Shares::holding(ASSET, ANNA);
			assert_eq!((holding.locked, holding.movable), (2 * u128::from(days), 5));
		}
	});
}

/// CMTAT #380: a forced transfer to oneself lowered the frozen amount.
#[test]
fn cmtat_380_no_forced_transfer_melts_a_freeze() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(add_frozen(ASSET, ANNA, 8));
		for to in [ANNA_KEY, ANNA_OTHER_KEY] {
			assert_noop!(
				Shares::do_forced_transfer(ASSET, ANNA, &to, 5),
				refusal(Reason::SameInvestor)
			);
		}
		assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 5));
		assert_eq!(position(ASSET, ANNA).frozen, 8);
		// What it gets in place of what was taken is frozen as well.
		assert_ok!(Shares::transfer(signed(BENO_KEY), ASSET, ANNA_KEY, 5));
		assert_eq!(Shares::holding(ASSET, ANNA).movable, 2);
	});
}

/// OpenZeppelin on Stellar, M-15: recovery cleared freezes. A position belongs to the investor, so
/// that new keys find freezes, holds and lock-ups where they were.
#[test]
fn ozs_m15_new_keys_of_an_investor_free_nothing() {
	ExtBuilder::default().holding(ANNA_KEY, 5).build_and_execute(|| {
		assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 1, None));
		assert_ok!(add_frozen(ASSET, ANNA, 2));
		lock_until(Some(DAY));
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 3));
		let before = Shares::holding(ASSET, ANNA);
		assert_ok!(<Tables as cadastre_primitives::traits::Gatekeeper<_>>::recover(
			ANNA, &STRANGER
		));
		assert_eq!(Shares::holding(ASSET, ANNA), before);
		refuses(
			|| Shares::transfer(signed(STRANGER), ASSET, BENO_KEY, 3),
			refusal(Reason::SharesLocked),
		);
		for old in [ANNA_KEY, ANNA_OTHER_KEY] {
			refuses(
				|| Shares::transfer(signed(old), ASSET, BENO_KEY, 1),
				refusal(Reason::UnknownKey),
			);
		}
		assert_ok!(Shares::transfer(signed(STRANGER), ASSET, BENO_KEY, 2));
	});
}

/// The same on v0.7, M-01: a burn skipped the accounting of votes.
#[test]
fn ozs_m01_every_way_to_lose_shares_keeps_the_balance_at_a_checkpoint() {
	type Way = fn();
	let ways: [Way; 6] = [
		|| {
			assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 4));
		},
		|| {
			assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 4));
		},
		|| {
			assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 4));
		},
		|| {
			assert_ok!(Shares::do_cancel(ASSET, ANNA, 4));
		},
		|| {
			assert_ok!(Shares::burn_held(
				ASSET,
				&1,
				&ANNA_KEY,
				4,
				Precision::Exact,
				Fortitude::Force
			));
		},
		|| {
			assert_ok!(Shares::transfer_on_hold(
				ASSET,
				&1,
				&ANNA_KEY,
				&BENO_KEY,
				4,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force
			));
		},
	];
	for way in ways {
		ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
			assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 5, None));
			let checkpoint = <Shares as Checkpoints>::take(ASSET).unwrap();
			way();
			assert_eq!(Shares::balance(ASSET, ANNA), 6);
			assert_eq!(Shares::balance_at(ASSET, ANNA, checkpoint), Some(10));
		});
	}
}

/// Centrifuge, Spearbit 2024 5.3.2: who was frozen could send. V12 of the catalogue of classes:
/// each party is asked on each way.
#[test]
fn v12_a_sender_who_is_refused_sends_on_no_way() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 5, None));
		assert_ok!(Shares::approve(signed(ANNA_KEY), ASSET, STRANGER, 5, OPENED + 1));
		Blocked::mutate(|blocked| blocked.insert(ANNA));
		let blocked = refusal(Reason::Blocked);
		refuses(|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1), blocked);
		refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 1), blocked);
		refuses(|| Shares::transfer_from(signed(STRANGER), ASSET, ANNA_KEY, BENO_KEY, 1), blocked);
		for mode in [Restriction::Free, Restriction::OnHold] {
			assert_noop!(
				Shares::transfer_on_hold(
					ASSET,
					&1,
					&ANNA_KEY,
					&BENO_KEY,
					1,
					Precision::Exact,
					mode,
					Fortitude::Force
				),
				blocked
			);
		}
		assert_noop!(
			Shares::transfer_and_hold(
				ASSET,
				&1,
				&ANNA_KEY,
				&BENO_KEY,
				1,
				Precision::Exact,
				Preservation::Expendable,
				Fortitude::Force
			),
			blocked
		);
		assert_noop!(
			Shares::burn_held(ASSET, &1, &ANNA_KEY, 1, Precision::Exact, Fortitude::Force),
			blocked
		);
	});
}

/// V13, defaults that let everything through: a pack that is gone allows nothing, on any way.
#[test]
fn v13_without_a_pack_nothing_is_transferred() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 5, None));
		assert_ok!(Shares::approve(signed(ANNA_KEY), ASSET, STRANGER, 5, OPENED + 1));
		Packs::mutate(|packs| packs.remove(&PACK));
		let unknown = refusal(Reason::UnknownPack);
		refuses(|| Shares::issue(signed(ISSUER), ASSET, BENO_KEY, 1), unknown);
		refuses(|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1), unknown);
		refuses(|| Shares::transfer_from(signed(STRANGER), ASSET, ANNA_KEY, BENO_KEY, 1), unknown);
		assert_noop!(
			Shares::transfer_on_hold(
				ASSET,
				&1,
				&ANNA_KEY,
				&BENO_KEY,
				1,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force
			),
			unknown
		);
		// The lawful ways out stay open.
		assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 1));
		assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 1));
		assert_ok!(Shares::do_cancel(ASSET, BENO, 1));
	});
}

/// V14, restrictions that lock the issuer out: what each kind of movement does where the holder is
/// locked up, frozen, blocked, or the book suspended.
#[test]
fn v14_restrictions_stop_what_they_are_for_and_nothing_else() {
	let [free, locked, frozen, blocked, suspended] = [0, 1, 2, 3, 4];
	for (restriction, expected) in [
		(free, [true, true, true, true]),
		(locked, [false, true, true, true]),
		(frozen, [false, false, true, true]),
		(blocked, [false, false, true, true]),
		(suspended, [false, false, true, true]),
	] {
		let allowed = [0, 1, 2, 3].map(|kind| {
			let mut went_ahead = false;
			ExtBuilder::default().build_and_execute(|| {
				lock_until((restriction == locked).then_some(DAY));
				assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 10));
				lock_until(None);
				if restriction == frozen {
					assert_ok!(add_frozen(ASSET, ANNA, 10));
				}
				if restriction == blocked {
					Blocked::mutate(|blocked| blocked.insert(ANNA));
				}
				if restriction == suspended {
					assert_ok!(set_halted(ASSET, true));
				}
				went_ahead = match kind {
					0 => Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1).is_ok(),
					1 => Shares::redeem(signed(ANNA_KEY), ASSET, 1).is_ok(),
					2 => Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 1).is_ok(),
					_ => Shares::do_cancel(ASSET, ANNA, 1).is_ok(),
				};
			});
			went_ahead
		});
		assert_eq!(allowed, expected, "{restriction}");
	}
}

/// V15, forced transfers: what is frozen may exceed what there is, supply and holders are exact,
/// and what was owned at a checkpoint stays.
#[test]
fn v15_a_forced_transfer_changes_owners_and_nothing_else() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 1).build_and_execute(|| {
		assert_ok!(add_frozen(ASSET, ANNA, 50));
		let checkpoint = <Shares as Checkpoints>::take(ASSET).unwrap();
		assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 10));
		assert_eq!((book(ASSET).supply, book(ASSET).holders), (11, 1));
		assert_eq!((Shares::balance(ASSET, ANNA), Shares::balance(ASSET, BENO)), (0, 11));
		assert_eq!(Shares::balance_at(ASSET, ANNA, checkpoint), Some(10));
		assert_eq!(position(ASSET, ANNA).frozen, 50);
	});
}

/// V16, counts of investors and split wallets: keys that come and go move no counter.
#[test]
fn v16_linking_and_unlinking_keys_changes_no_count() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 5).build_and_execute(|| {
		for key in 200..240 {
			Keys::mutate(|keys| keys.insert(key, ANNA));
			assert_ok!(Shares::transfer(signed(BENO_KEY), ASSET, key, 1));
			refuses(
				|| Shares::transfer(signed(key), ASSET, ANNA_KEY, 1),
				refusal(Reason::SameInvestor),
			);
			assert_ok!(Shares::transfer(signed(key), ASSET, BENO_KEY, 1));
			Keys::mutate(|keys| keys.remove(&key));
			assert_eq!((book(ASSET).holders, book(ASSET).by_class), (2, [2, 0, 0, 0, 0]));
		}
	});
}

/// V30, forged or missing events: nothing is moved without an event, and no event is without a
/// movement; the random histories of `invariants.rs` add up the events to the register.
#[test]
fn v30_a_movement_of_nothing_leaves_no_event() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 5, None));
		assert_ok!(Shares::approve(signed(ANNA_KEY), ASSET, STRANGER, 5, OPENED + 1));
		System::reset_events();
		let zero = refusal(Reason::ZeroAmount);
		refuses(|| Shares::issue(signed(ISSUER), ASSET, BENO_KEY, 0), zero);
		refuses(|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 0), zero);
		refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 0), zero);
		refuses(|| Shares::transfer_from(signed(STRANGER), ASSET, ANNA_KEY, BENO_KEY, 0), zero);
		assert_noop!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 0), zero);
		assert_noop!(Shares::do_cancel(ASSET, ANNA, 0), zero);
		assert_ok!(Shares::do_release(ASSET, &1, ANNA, 0, Precision::Exact));
		assert_eq!(System::events(), []);
	});
}

// SPDX-License-Identifier: Apache-2.0

//! `deny` and `undeny`.

use super::*;
use crate::Denied;
use cadastre_primitives::{traits::Register, Reason};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;

const WHY: H256 = H256::repeat_byte(7);

fn deny(origin: RuntimeOrigin, investor: InvestorId) -> sp_runtime::DispatchResult {
	Shares::deny(origin, ASSET, investor, WHY)
}

fn undeny(origin: RuntimeOrigin, investor: InvestorId) -> sp_runtime::DispatchResult {
	Shares::undeny(origin, ASSET, investor)
}

fn deposit() -> u64 {
	pallet_balances::Pallet::<Test>::reserved_balance(ISSUER)
}

#[test]
fn a_list_that_is_asked_makes_a_refusal_dearer() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let too_much = || Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 11);
		let error = refusal(Reason::InsufficientShares);
		assert_eq!(charged_for(too_much, error), Some(<() as WeightInfo>::transfer_refused()));
		// Somebody is on it, though neither of them.
		assert_ok!(deny(signed(ISSUER), CARA));
		let error = refusal(Reason::InsufficientShares);
		let dear = <() as WeightInfo>::transfer_refused_dear();
		assert_eq!(charged_for(too_much, error), Some(dear));
	});
}

#[test]
fn who_is_on_the_list_neither_gives_nor_gets() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 10).build_and_execute(|| {
		assert_ok!(deny(signed(ISSUER), ANNA));
		one_event(Event::InvestorDenied { asset: ASSET, investor: ANNA, reason: WHY });
		let denied = refusal(Reason::DeniedByAsset);
		refuses(|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1), denied);
		refuses(|| Shares::transfer(signed(BENO_KEY), ASSET, ANNA_OTHER_KEY, 1), denied);
		refuses(|| Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 1), denied);
		refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 1), denied);
		assert_noop!(Shares::do_forced_transfer(ASSET, BENO, &ANNA_KEY, 1), denied);
		assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 1));
		assert_ok!(Shares::transfer(signed(BENO_KEY), ASSET, CARA_KEY, 1));
		System::reset_events();
		assert_ok!(undeny(signed(ISSUER), ANNA));
		one_event(Event::InvestorUndenied { asset: ASSET, investor: ANNA });
		assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1));
	});
}

#[test]
fn the_issuer_pays_for_its_entries_and_the_authority_does_not() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(deny(signed(ISSUER), ANNA));
		let paid = deposit();
		assert!(paid > 0);
		assert_ok!(deny(RuntimeOrigin::root(), BENO));
		assert_eq!((deposit(), book(ASSET).denied), (paid, 2));
		// Nobody but the authority ends what the authority has said.
		assert_noop!(undeny(signed(ISSUER), BENO), Error::<Test>::DeniedByAuthority);
		assert_ok!(undeny(RuntimeOrigin::root(), BENO));
		assert_ok!(undeny(RuntimeOrigin::root(), ANNA));
		assert_eq!((deposit(), book(ASSET).denied), (0, 0));
		assert!(!Denied::<Test>::contains_key(ASSET, ANNA));
	});
}

/// Else an issuer could enter an investor before the authority does, and take it off the list again.
#[test]
fn the_authority_takes_over_an_entry_of_the_issuer() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(deny(signed(ISSUER), ANNA));
		System::reset_events();
		let reason = H256::repeat_byte(8);
		assert_ok!(Shares::deny(RuntimeOrigin::root(), ASSET, ANNA, reason));
		one_event(Event::InvestorDenied { asset: ASSET, investor: ANNA, reason });
		assert_eq!((deposit(), book(ASSET).denied), (0, 1));
		assert_noop!(undeny(signed(ISSUER), ANNA), Error::<Test>::DeniedByAuthority);
		let denied = refusal(Reason::DeniedByAsset);
		refuses(|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1), denied);
		assert_ok!(undeny(RuntimeOrigin::root(), ANNA));
		assert_eq!((deposit(), book(ASSET).denied), (0, 0));
	});
}

#[test]
fn fails_for_anybody_else_and_for_what_is_so_already() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(deny(signed(ANNA_KEY), BENO), Error::<Test>::NotIssuer);
		assert_noop!(undeny(signed(ANNA_KEY), BENO), Error::<Test>::NotIssuer);
		assert_noop!(deny(RuntimeOrigin::none(), BENO), sp_runtime::traits::BadOrigin);
		for origin in [signed(ISSUER), RuntimeOrigin::root()] {
			assert_noop!(undeny(origin.clone(), ANNA), Error::<Test>::NotDenied);
			assert_noop!(deny(origin.clone(), 999), Error::<Test>::UnknownInvestor);
			assert_noop!(Shares::deny(origin, 2, ANNA, WHY), refusal(Reason::UnknownAsset));
		}
		assert_ok!(deny(signed(ISSUER), ANNA));
		assert_noop!(deny(signed(ISSUER), ANNA), Error::<Test>::AlreadyDenied);
		assert_ok!(deny(RuntimeOrigin::root(), BENO));
		for origin in [signed(ISSUER), RuntimeOrigin::root()] {
			assert_noop!(deny(origin, BENO), Error::<Test>::AlreadyDenied);
		}
		assert_noop!(Shares::close_book(ASSET), Error::<Test>::DenyListNotEmpty);
	});
}

/// The two lists are apart: what a provider states ends no entry.
#[test]
fn a_new_statement_ends_no_entry() {
	ExtBuilder::default().holding(ANNA_KEY, 1).build_and_execute(|| {
		assert_ok!(deny(signed(ISSUER), ANNA));
		state(ANNA, *b"CH", Flags::INSTITUTIONAL);
		assert_ok!(Shares::reclassify(signed(BENO_KEY), ASSET, ANNA));
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1),
			refusal(Reason::DeniedByAsset),
		);
	});
}

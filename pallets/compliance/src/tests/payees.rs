// SPDX-License-Identifier: Apache-2.0

//! To whom income is paid: the layer above asks.

use crate::{mock::*, *};
use cadastre_primitives::{traits::Payees, InvestorId, Rights};
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchError};

fn claimant(who: AccountId) -> Result<InvestorId, DispatchError> {
	<Compliance as Payees<AccountId>>::claimant(&who)
}

fn payee(investor: InvestorId) -> Result<AccountId, DispatchError> {
	<Compliance as Payees<AccountId>>::payee(investor)
}

#[test]
fn the_claimant_is_the_investor_of_a_key_that_claims() {
	ExtBuilder::default().with_investors(&[BOB, ALICE]).build_and_execute(|| {
		add_key(ALICE, CAROL, Rights::CLAIM, None);
		add_key(ALICE, DAVE, Rights(Rights::TRANSFER.0 | Rights::VOTE.0), None);
		assert_eq!((claimant(ALICE), claimant(CAROL), claimant(BOB)), (Ok(1), Ok(1), Ok(0)));
		assert_noop!(claimant(DAVE), Error::<Test>::MissingRight);
		assert_noop!(claimant(VERITAS), Error::<Test>::UnknownKey);
		assert_ok!(Compliance::revoke(root(), 1));
		assert_noop!(claimant(ALICE), Error::<Test>::UnknownKey);
	});
}

#[test]
fn a_key_claims_up_to_its_end() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, CAROL, Rights::CLAIM, Some(START + 10));
		for (now, found) in
			[(9, Ok(0)), (10, Err(Error::<Test>::KeyExpired)), (11, Err(Error::KeyExpired))]
		{
			Now::set(START + now);
			assert_eq!(claimant(CAROL), found.map_err(Into::into));
			assert_eq!(claimant(ALICE), Ok(0));
		}
	});
}

#[test]
fn the_payee_is_the_first_key_that_has_not_expired() {
	ExtBuilder::default().with_investors(&[ALICE, BOB]).build_and_execute(|| {
		add_key(ALICE, CAROL, Rights::ALL, Some(START + 10));
		add_key(ALICE, DAVE, Rights::ALL, None);
		assert_eq!((payee(0), payee(1)), (Ok(ALICE), Ok(BOB)));
		assert_ok!(Compliance::remove_key(signed(DAVE), ALICE));
		for (now, found) in [(9, CAROL), (10, DAVE), (11, DAVE)] {
			Now::set(START + now);
			assert_eq!(payee(0), Ok(found));
		}
		assert_noop!(payee(2), Error::<Test>::UnknownInvestor);
	});
}

#[test]
fn an_investor_of_whom_every_key_has_expired_is_not_paid() {
	ExtBuilder::default().with_investors(&[ALICE]).build().execute_with(|| {
		Keys::<Test>::mutate_extant(ALICE, |key| key.expires_at = Some(START + 1));
		Investors::<Test>::mutate_extant(0, |record| {
			record.keys[0].expires_at = Some(START + 1);
		});
		assert_eq!(payee(0), Ok(ALICE));
		Now::set(START + 1);
		assert_noop!(payee(0), Error::<Test>::KeyExpired);
	});
}

#[test]
fn a_blocked_investor_is_not_paid() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::block(root(), 0));
		assert_noop!(payee(0), Error::<Test>::Blocked);
		assert_noop!(claimant(ALICE), Error::<Test>::Blocked);
		assert_ok!(Compliance::unblock(root(), 0));
		assert_eq!((payee(0), claimant(ALICE)), (Ok(ALICE), Ok(0)));
	});
}

#[test]
fn an_investor_of_a_provider_that_is_not_listed_is_not_paid() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		let refused = || {
			assert_noop!(payee(0), Error::<Test>::ProviderNotListed);
			assert_noop!(claimant(ALICE), Error::<Test>::ProviderNotListed);
		};
		assert_ok!(Compliance::delist_provider(root(), 0));
		refused();
		assert_ok!(Compliance::relist_provider(root(), 0));
		assert_eq!((payee(0), claimant(ALICE)), (Ok(ALICE), Ok(0)));
		// A later provider of the slot has stated nothing of the investor.
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_ok!(Compliance::dismiss_provider(root(), 0));
		assert_ok!(Compliance::appoint_provider(root(), 20, Terms::WIDEST));
		refused();
		assert_ok!(Compliance::renew(signed(20), 0, claims()));
		assert_eq!((payee(0), claimant(ALICE)), (Ok(ALICE), Ok(0)));
	});
}

#[test]
fn an_investor_of_whom_what_was_stated_is_void_is_not_paid() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		let refused = || {
			assert_noop!(payee(0), Error::<Test>::ProviderSuspended);
			assert_noop!(claimant(ALICE), Error::<Test>::ProviderSuspended);
		};
		Now::set(START + 10);
		// What was stated before the cut-off stands.
		assert_ok!(Compliance::suspend_provider(root(), 0, START + 1));
		assert_eq!((payee(0), claimant(ALICE)), (Ok(ALICE), Ok(0)));
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		refused();
		assert_ok!(Compliance::reinstate_provider(root(), 0, false));
		refused();
		Now::set(START + 11);
		assert_ok!(Compliance::renew(signed(VERITAS), 0, claims()));
		assert_eq!((payee(0), claimant(ALICE)), (Ok(ALICE), Ok(0)));
	});
}

#[test]
fn a_suspension_that_is_not_there_voids_everything() {
	ExtBuilder::default().with_investors(&[ALICE]).build().execute_with(|| {
		ProviderStatus::<Test>::mutate(|standing| standing.set_suspended(0, true));
		assert_noop!(payee(0), Error::<Test>::ProviderSuspended);
	});
}

#[test]
fn the_end_of_a_statement_is_no_reason_against_a_payment() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		for now in [YEAR - 1, YEAR, YEAR + 1] {
			Now::set(START + now);
			assert_eq!((payee(0), claimant(ALICE)), (Ok(ALICE), Ok(0)));
		}
	});
}

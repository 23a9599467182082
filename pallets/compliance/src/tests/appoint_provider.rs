// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

#[test]
fn takes_the_lowest_free_slot_and_lists_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::appoint_provider(root(), 20, Terms::WIDEST));
		let event =
			Event::ProviderAppointed { provider: 2, account: 20, epoch: 1, terms: Terms::WIDEST };
		assert_eq!(events(), vec![event]);
		let record = Provider { account: 20, appointed_at: START, signer: None, successor: None };
		assert_eq!(Compliance::provider(2), Some(record));
		assert_eq!(Compliance::mandate(20), Some(Mandate::new(2, Terms::WIDEST)));
		assert!(Compliance::status().is_listed(2, 1));
	});
}

#[test]
fn fills_the_gap_with_the_next_epoch() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_ok!(Compliance::dismiss_provider(root(), 0));
		assert_ok!(Compliance::appoint_provider(root(), 20, Terms::WIDEST));
		let event =
			Event::ProviderAppointed { provider: 0, account: 20, epoch: 2, terms: Terms::WIDEST };
		assert_eq!(last_event(), event);
		assert!(Compliance::status().is_listed(0, 2));
		assert!(!Compliance::status().is_listed(0, 1));
	});
}

#[test]
fn fails_for_the_33rd_provider() {
	ExtBuilder::default().with_providers(vec![]).build_and_execute(|| {
		for account in 100..132 {
			assert_ok!(Compliance::appoint_provider(root(), account, Terms::WIDEST));
		}
		assert_noop!(
			Compliance::appoint_provider(root(), 132, Terms::WIDEST),
			Error::<Test>::TooManyProviders
		);
	});
}

#[test]
fn passes_over_a_slot_whose_epochs_are_used_up() {
	ExtBuilder::default().with_providers(vec![]).build_and_execute(|| {
		for round in 1..=255 {
			assert_ok!(Compliance::appoint_provider(root(), 20, Terms::WIDEST));
			assert!(Compliance::status().is_listed(0, round));
			assert_ok!(Compliance::delist_provider(root(), 0));
			assert_ok!(Compliance::dismiss_provider(root(), 0));
		}
		assert_ok!(Compliance::appoint_provider(root(), 20, Terms::WIDEST));
		assert_eq!(Compliance::mandate(20).unwrap().provider, 1);
		assert!(!Compliance::status().is_appointed(0));
	});
}

#[test]
fn fails_for_an_account_that_is_a_provider_or_a_key() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_noop!(
			Compliance::appoint_provider(root(), VERITAS, Terms::WIDEST),
			Error::<Test>::AlreadyProvider
		);
		assert_noop!(
			Compliance::appoint_provider(root(), ALICE, Terms::WIDEST),
			Error::<Test>::SelfAttestation
		);
	});
}

#[test]
fn fails_for_anybody_but_the_authority() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Compliance::appoint_provider(signed(VERITAS), 20, Terms::WIDEST), BadOrigin);
	});
}

// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{Claims, Country, Eligibility, Key, Rights};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{ArithmeticError, TokenError};

#[test]
fn compiles_the_claims_into_a_key_with_all_rights() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::admit(signed(OTHER), ALICE, claims()));
		let eligibility = Eligibility {
			residence: Country::from_code(*b"CH").unwrap(),
			tax_residence: Country::from_code(*b"DE").unwrap(),
			flags: claims().flags,
			valid_from: START,
			valid_until: START + YEAR,
			provider: 1,
			epoch: 1,
			blocked: false,
			stated_at: START,
		};
		let expected = Key { investor: 0, rights: Rights::ALL, expires_at: None, eligibility };
		assert_eq!(Compliance::key(ALICE), Some(expected));
		let info = InvestorInfo { provider: 1, keys: vec![ALICE], offer: None, eligibility };
		assert_eq!(Compliance::investor(0), Some(info));
		let event = Event::InvestorAdmitted { investor: 0, account: ALICE, eligibility };
		assert_eq!(events(), vec![event]);
		assert_eq!(held(OTHER, HoldReason::InvestorRecord), held_in_all(OTHER));
		assert!(held_in_all(OTHER) > 0);
		assert_eq!(held_in_all(ALICE), 0);
	});
}

#[test]
fn gives_each_investor_an_id_of_its_own() {
	ExtBuilder::default().with_investors(&[ALICE, BOB]).build_and_execute(|| {
		assert_eq!((key(ALICE).investor, key(BOB).investor), (0, 1));
		assert_eq!(NextInvestorId::<Test>::get(), 2);
	});
}

#[test]
fn needs_no_funds_of_the_investor() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::admit(signed(VERITAS), PAUPER, claims()));
		assert_eq!(System::providers(&PAUPER), 0);
	});
}

#[test]
fn fails_for_anybody_but_a_listed_provider() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Compliance::admit(signed(ALICE), BOB, claims()), Error::<Test>::NotProvider);
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_noop!(
			Compliance::admit(signed(VERITAS), BOB, claims()),
			Error::<Test>::ProviderNotListed
		);
	});
}

#[test]
fn fails_for_a_key_and_for_a_provider() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_noop!(Compliance::admit(signed(OTHER), ALICE, claims()), Error::<Test>::KeyInUse);
		for account in [VERITAS, OTHER] {
			assert_noop!(
				Compliance::admit(signed(VERITAS), account, claims()),
				Error::<Test>::SelfAttestation
			);
		}
	});
}

#[test]
fn fails_for_a_country_that_is_not_assigned() {
	ExtBuilder::default().build_and_execute(|| {
		for bad in [
			Claims { residence: *b"XX", ..claims() },
			Claims { residence: *b"ch", ..claims() },
			Claims { tax_residence: [0, 0], ..claims() },
		] {
			assert_noop!(
				Compliance::admit(signed(VERITAS), ALICE, bad),
				Error::<Test>::UnknownCountry
			);
		}
	});
}

#[test]
fn fails_for_a_period_that_is_empty_or_over() {
	ExtBuilder::default().build_and_execute(|| {
		for (valid_from, valid_until) in
			[(START + 5, START + 5), (START + 6, START + 5), (0, START - 1), (0, START), (START, 0)]
		{
			assert_noop!(
				Compliance::admit(
					signed(VERITAS),
					ALICE,
					Claims { valid_from, valid_until, ..claims() }
				),
				Error::<Test>::InvalidPeriod
			);
		}
		let shortest = Claims { valid_from: START, valid_until: START + 1, ..claims() };
		assert_ok!(Compliance::admit(signed(VERITAS), ALICE, shortest));
	});
}

#[test]
fn fails_for_a_provider_that_cannot_pay() {
	ExtBuilder::default().with_providers(vec![PAUPER]).build_and_execute(|| {
		assert_noop!(
			Compliance::admit(signed(PAUPER), ALICE, claims()),
			TokenError::FundsUnavailable
		);
	});
}

#[test]
fn fails_when_ids_are_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		NextInvestorId::<Test>::put(u64::MAX);
		assert_noop!(
			Compliance::admit(signed(VERITAS), ALICE, claims()),
			ArithmeticError::Overflow
		);
	});
}

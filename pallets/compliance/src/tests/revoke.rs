// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{Claims, Rights};
use frame_support::{assert_noop, assert_ok};

#[test]
fn leaves_no_byte_of_the_investor_and_returns_every_deposit() {
	ExtBuilder::default().with_investors(&[BOB]).build_and_execute(|| {
		let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
		let mandate = Compliance::mandate(VERITAS).unwrap();
		let deposits = held_in_all(VERITAS);
		assert_ok!(Compliance::admit(signed(VERITAS), ALICE, claims()));
		let moved = Claims { tax_residence: *b"FR", ..claims() };
		assert_ok!(Compliance::renew(signed(VERITAS), 1, moved));
		assert!(FormerTaxResidences::<Test>::contains_key(1));
		add_key(ALICE, CAROL, Rights::ALL, None);
		assert_ok!(Compliance::offer_key(signed(CAROL), DAVE, Rights::VOTE, None));
		System::reset_events();

		assert_ok!(Compliance::revoke(signed(VERITAS), 1));
		assert_eq!(events(), vec![Event::InvestorRevoked { investor: 1 }]);
		assert_eq!(held_in_all(VERITAS), deposits);
		for account in [ALICE, CAROL, DAVE] {
			assert_eq!(held_in_all(account), 0);
			assert_eq!(Compliance::key(account), None);
		}
		// Nothing differs from the state before but the next id, the provider's count of the day,
		// the bars on two of 65,536 buckets, which name nobody, and the events.
		NextInvestorId::<Test>::put(1);
		ProviderOf::<Test>::insert(VERITAS, mandate);
		assert_eq!(Bars::<Test>::iter_values().collect::<Vec<_>>(), vec![START, START]);
		let _ = Bars::<Test>::clear(2, None);
		System::reset_events();
		assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), before);
		NextInvestorId::<Test>::put(2);
	});
}

#[test]
fn never_gives_the_id_again() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::revoke(signed(VERITAS), 0));
		assert_ok!(Compliance::admit(signed(VERITAS), ALICE, claims()));
		assert_eq!(key(ALICE).investor, 1);
		assert_eq!(Compliance::investor(0), None);
	});
}

#[test]
fn is_open_to_the_authority_whatever_the_provider_is() {
	ExtBuilder::default().with_investors(&[ALICE, BOB]).build_and_execute(|| {
		assert_ok!(Compliance::revoke(root(), 0));
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_ok!(Compliance::dismiss_provider(root(), 0));
		assert_ok!(Compliance::block(root(), 1));
		assert_ok!(Compliance::revoke(root(), 1));
		assert_eq!(held_in_all(VERITAS), 0);
	});
}

#[test]
fn fails_for_another_provider_or_none_or_a_delisted_one() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		for who in [OTHER, ALICE, BOB] {
			assert_noop!(Compliance::revoke(signed(who), 0), Error::<Test>::NotProvider);
		}
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_noop!(Compliance::revoke(signed(VERITAS), 0), Error::<Test>::ProviderNotListed);
	});
}

#[test]
fn fails_for_a_later_provider_of_the_slot() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_ok!(Compliance::dismiss_provider(root(), 0));
		assert_ok!(Compliance::appoint_provider(root(), 20, Terms::WIDEST));
		assert_noop!(Compliance::revoke(signed(20), 0), Error::<Test>::NotProvider);
	});
}

#[test]
fn fails_for_the_provider_of_a_blocked_investor() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::block(root(), 0));
		assert_noop!(Compliance::revoke(signed(VERITAS), 0), Error::<Test>::Blocked);
	});
}

#[test]
fn fails_without_an_investor() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Compliance::revoke(root(), 0), Error::<Test>::UnknownInvestor);
	});
}

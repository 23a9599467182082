// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::Kind;
use frame_support::{assert_noop, assert_ok};

#[test]
fn moves_slot_terms_and_count_and_voids_no_statement() {
	ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE]).build_and_execute(|| {
		let mandate = Compliance::mandate(VERITAS);
		assert_ok!(Compliance::propose_rotation(signed(VERITAS), 0, Some(20)));
		assert_ok!(Compliance::accept_rotation(signed(20), 0));
		let event = Event::ProviderRotated { provider: 0, old: VERITAS, new: 20 };
		assert_eq!(last_event(), event);
		assert_eq!((Compliance::mandate(20), Compliance::mandate(VERITAS)), (mandate, None));
		let record = Compliance::provider(0).unwrap();
		assert_eq!((record.account, record.successor), (20, None));
		assert!(examine(0, &facts(Kind::Issue, ALICE, ALICE)).is_empty());
		assert_noop!(Compliance::renew(signed(VERITAS), 0, claims()), Error::<Test>::NotProvider);
		// A renewal moves the deposit to the new account.
		let deposit = held_in_all(VERITAS);
		assert_ok!(Compliance::renew(signed(20), 0, claims()));
		assert_eq!((held_in_all(VERITAS), held_in_all(20)), (0, deposit));
	});
}

#[test]
fn fails_for_anybody_but_the_successor() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Compliance::accept_rotation(signed(20), 0), Error::<Test>::NotSuccessor);
		assert_ok!(Compliance::propose_rotation(signed(VERITAS), 0, Some(20)));
		for who in [VERITAS, OTHER, 21] {
			assert_noop!(Compliance::accept_rotation(signed(who), 0), Error::<Test>::NotSuccessor);
		}
		assert_noop!(Compliance::accept_rotation(signed(20), 1), Error::<Test>::NotSuccessor);
		assert_noop!(Compliance::accept_rotation(signed(20), 2), Error::<Test>::UnknownProvider);
	});
}

#[test]
fn fails_for_a_provider_that_is_not_active() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_ok!(Compliance::propose_rotation(root(), 0, Some(20)));
		assert_noop!(Compliance::accept_rotation(signed(20), 0), Error::<Test>::ProviderSuspended);
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_noop!(Compliance::accept_rotation(signed(20), 0), Error::<Test>::ProviderNotListed);
	});
}

#[test]
fn fails_for_a_successor_that_became_a_key_a_provider_or_denied() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::propose_rotation(signed(VERITAS), 0, Some(20)));
		assert_ok!(Compliance::admit(signed(OTHER), 20, claims()));
		assert_noop!(Compliance::accept_rotation(signed(20), 0), Error::<Test>::SelfAttestation);
		assert_ok!(Compliance::revoke(root(), 0));
		assert_ok!(Compliance::deny(root(), 20, Default::default()));
		assert_noop!(Compliance::accept_rotation(signed(20), 0), Error::<Test>::AccountDenied);
		assert_ok!(Compliance::lift_denial(root(), 20, Default::default()));
		assert_ok!(Compliance::appoint_provider(root(), 20, Terms::WIDEST));
		assert_noop!(Compliance::accept_rotation(signed(20), 0), Error::<Test>::AlreadyProvider);
	});
}

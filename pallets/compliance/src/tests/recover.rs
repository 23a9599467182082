// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{traits::Gatekeeper, InvestorId, Key, Rights};
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};

fn recover(investor: InvestorId, account: AccountId) -> DispatchResult {
	<Compliance as Gatekeeper<AccountId>>::recover(investor, &account)
}

#[test]
fn replaces_every_key_and_ends_the_offer() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::VOTE, None);
		assert_ok!(Compliance::offer_key(signed(ALICE), CAROL, Rights::ALL, None));
		let (word, deposit) = (key(ALICE).eligibility, held_in_all(VERITAS));
		System::reset_events();
		assert_ok!(recover(0, DAVE));
		let (rights, expires_at) = (Rights::ALL, None);
		let expected = Key { investor: 0, rights, expires_at, eligibility: word };
		assert_eq!(Compliance::key(DAVE), Some(expected));
		assert_eq!((Compliance::key(ALICE), Compliance::key(BOB)), (None, None));
		assert_eq!(
			events(),
			vec![
				Event::KeyOfferWithdrawn { investor: 0, account: CAROL },
				Event::KeyRemoved { investor: 0, account: ALICE },
				Event::KeyRemoved { investor: 0, account: BOB },
				Event::KeyAdded { investor: 0, account: DAVE, rights, expires_at },
			]
		);
		assert_eq!(held_in_all(VERITAS), deposit);
		for account in [ALICE, BOB, CAROL, DAVE] {
			assert_eq!(held_in_all(account), 0);
		}
		assert_noop!(
			Compliance::offer_key(signed(ALICE), CAROL, Rights::ALL, None),
			Error::<Test>::UnknownKey
		);
		assert_noop!(Compliance::accept_key(signed(CAROL), 0), Error::<Test>::NoOffer);
	});
}

#[test]
fn keeps_a_block() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::block(root(), 0));
		assert_ok!(recover(0, BOB));
		assert!(key(BOB).eligibility.blocked);
	});
}

#[test]
fn fails_for_accounts_that_cannot_be_keys_and_for_no_investor() {
	ExtBuilder::default().with_investors(&[ALICE, BOB]).build_and_execute(|| {
		assert_ok!(Compliance::offer_key(signed(BOB), CAROL, Rights::ALL, None));
		assert_ok!(Compliance::deny(root(), DAVE, Default::default()));
		for (account, error) in [
			(ALICE, Error::<Test>::KeyInUse),
			(BOB, Error::<Test>::KeyInUse),
			(VERITAS, Error::<Test>::SelfAttestation),
			(CAROL, Error::<Test>::OfferPending),
			(DAVE, Error::<Test>::AccountDenied),
		] {
			assert_noop!(recover(0, account), error);
		}
		assert_noop!(recover(2, 20), Error::<Test>::UnknownInvestor);
		// Of whoever was revoked there is nothing to recover.
		assert_ok!(Compliance::revoke(root(), 0));
		assert_noop!(recover(0, 20), Error::<Test>::UnknownInvestor);
	});
}

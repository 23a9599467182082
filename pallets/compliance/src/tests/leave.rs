// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{Claims, Facts, Kind, Rights};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};

/// Every key and value of the state, one after another.
fn state() -> Vec<u8> {
	let (mut all, mut key) = (vec![], vec![]);
	while let Some(next) = sp_io::storage::next_key(&key) {
		all.extend_from_slice(&next);
		all.extend_from_slice(&sp_io::storage::get(&next).unwrap());
		key = next;
	}
	all
}

#[test]
fn leaves_no_byte_of_the_investor_and_returns_every_deposit() {
	// Accounts whose bytes stand nowhere else, and without funds of their own.
	let (first, second) = (0xA11C_E5A5_5EC2_E7F0, 0xB0B5_B10C_4B1B_0B50);
	ExtBuilder::default().build_and_execute(|| {
		let (before, mandate) = (state(), Compliance::mandate(VERITAS).unwrap());
		assert_ok!(Compliance::admit(signed(VERITAS), first, claims()));
		let moved = Claims { tax_residence: *b"FR", ..claims() };
		assert_ok!(Compliance::renew(signed(VERITAS), 0, moved));
		assert!(FormerTaxResidences::<Test>::contains_key(0));
		let entry = KeyEntry { account: second, expires_at: None, ticket: None };
		Investors::<Test>::mutate_extant(0, |record| record.keys.try_push(entry).unwrap());
		Keys::<Test>::insert(second, key(first));
		let found = |account: u64| {
			let needle = account.encode();
			state().windows(8).any(|bytes| bytes == needle.as_slice())
		};
		assert!(found(first) && found(second));
		System::reset_events();

		assert_ok!(Compliance::leave(signed(second)));
		assert_eq!(events(), vec![Event::InvestorLeft { investor: 0 }]);
		System::reset_events();
		assert!(!found(first) && !found(second));
		assert_eq!((held_in_all(VERITAS), Compliance::investor(0)), (0, None));
		// What is left names nobody: the next id, the provider's count of the day, and the bars on
		// two of 65,536 buckets. But for these the state is what it was.
		assert_eq!(NextInvestorId::<Test>::get(), 1);
		assert_eq!(Bars::<Test>::iter_values().collect::<Vec<_>>(), vec![START, START]);
		NextInvestorId::<Test>::kill();
		ProviderOf::<Test>::insert(VERITAS, mandate);
		let _ = Bars::<Test>::clear(2, None);
		assert!(state() == before, "something else is left");
		NextInvestorId::<Test>::put(1);
	});
}

#[test]
fn refunds_the_weight_of_keys_that_are_not_there() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		let call = Call::<Test>::leave {};
		assert_eq!(call.get_dispatch_info().call_weight, <()>::leave(MAX_KEYS));
		let info = Compliance::leave(signed(ALICE)).unwrap();
		assert_eq!(info.actual_weight, Some(<()>::leave(1)));
	});
}

#[test]
fn shares_of_whoever_left_are_reached_by_an_order() {
	ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE, BOB]).build_and_execute(|| {
		assert_ok!(Compliance::leave(signed(ALICE)));
		// An order asks for no key of whoever gives, and a cancellation for none at all.
		let forced = Facts { sender: None, ..facts(Kind::Forced, ALICE, BOB) };
		assert!(examine(0, &forced).is_empty());
		let cancelled = Facts { receiver: None, ..facts(Kind::Cancellation, ALICE, BOB) };
		assert!(examine(0, &cancelled).is_empty());
		// Admitted again, the person is another investor, who can be given them.
		assert_ok!(Compliance::admit(signed(VERITAS), ALICE, claims()));
		assert_eq!(key(ALICE).investor, 2);
		assert!(examine(0, &facts(Kind::Forced, BOB, ALICE)).is_empty());
	});
}

#[test]
fn fails_for_a_key_that_does_not_manage_keys_for_good() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		add_key(ALICE, BOB, Rights::TRANSFER, None);
		add_key(ALICE, CAROL, Rights::ALL, Some(START + YEAR));
		for who in [BOB, CAROL] {
			assert_noop!(Compliance::leave(signed(who)), Error::<Test>::MissingRight);
		}
		Now::set(START + YEAR);
		assert_noop!(Compliance::leave(signed(CAROL)), Error::<Test>::KeyExpired);
		assert_noop!(Compliance::leave(signed(DAVE)), Error::<Test>::UnknownKey);
	});
}

#[test]
fn fails_for_a_blocked_investor() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		assert_ok!(Compliance::block(root(), 0));
		assert_noop!(Compliance::leave(signed(ALICE)), Error::<Test>::Blocked);
	});
}

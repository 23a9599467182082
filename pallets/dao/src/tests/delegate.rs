// SPDX-License-Identifier: Apache-2.0

//! `delegate` and `undelegate`.

use super::*;
use crate::Delegations;
use cadastre_primitives::{Key, Rights};

fn delegate_of(investor: u64) -> Option<u64> {
	Delegations::<Test>::get(ASSET, investor).map(|delegation| delegation.to)
}

#[test]
fn works_and_can_be_changed_and_ended() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Dao::delegate(signed(BOB), ASSET, DAVE));
		assert_eq!(delegate_of(BOB), Some(DAVE));
		assert_eq!(held(BOB).0, DEPOSIT);
		assert_ok!(Dao::delegate(signed(BOB + 100), ASSET, CAROL));
		assert_eq!(delegate_of(BOB), Some(CAROL));
		assert_eq!(held(BOB).0, DEPOSIT);
		assert_ok!(Dao::undelegate(signed(BOB + 100), ASSET, BOB));
		assert_eq!(delegate_of(BOB), None);
		assert_eq!(held(BOB).0, 0);
		let event = |old, new| Event::Delegated { asset: ASSET, investor: BOB, old, new };
		assert_eq!(
			events(),
			[event(None, Some(DAVE)), event(Some(DAVE), Some(CAROL)), event(Some(CAROL), None)]
		);
		assert_noop!(Dao::undelegate(signed(BOB), ASSET, BOB), Error::<Test>::NotDelegated);
	});
}

#[test]
fn holds_for_one_asset() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Dao::delegate(signed(BOB), ASSET, DAVE));
		assert!(!Delegations::<Test>::contains_key(OTHER, BOB));
	});
}

#[test]
fn fails_for_a_delegate_that_cannot_vote() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Dao::delegate(signed(BOB), ASSET, BOB), Error::<Test>::SelfDelegation);
		assert_noop!(Dao::delegate(signed(BOB), ASSET, 99), Error::<Test>::NotVoter);
		Table::block(DAVE);
		assert_noop!(Dao::delegate(signed(BOB), ASSET, DAVE), Error::<Test>::NotVoter);
		Table::unblock(DAVE);
		assert_ok!(Dao::delegate(signed(BOB), ASSET, DAVE));
		assert_noop!(Dao::delegate(signed(BOB), ASSET, DAVE), Error::<Test>::SameDelegate);
	});
}

#[test]
fn only_a_voting_key_delegates() {
	ExtBuilder::default().build_and_execute(|| {
		assert_bad_origins(|origin| Dao::delegate(origin, ASSET, DAVE), &[ROOT(), holders(ASSET)]);
		assert_needs_voting_key(BOB, |who| Dao::delegate(signed(who), ASSET, DAVE));
	});
}

#[test]
fn the_payer_and_the_keys_of_the_holder_end_it() {
	ExtBuilder::default().build_and_execute(|| {
		let payer = BOB + 100;
		assert_ok!(Balances::force_set_balance(ROOT(), payer, FUNDS));
		assert_ok!(Dao::delegate(signed(payer), ASSET, DAVE));
		assert_bad_origins(|origin| Dao::undelegate(origin, ASSET, BOB), &[ROOT(), holders(ASSET)]);
		let undelegate = |who| Dao::undelegate(signed(who), ASSET, BOB);
		assert_noop!(undelegate(STRANGER), Error::<Test>::UnknownKey);
		assert_noop!(undelegate(DAVE), Error::<Test>::NotHolder);
		Table::set_key(BOB, Key { rights: Rights::CLAIM, ..plain_key(BOB) });
		assert_noop!(undelegate(BOB), Error::<Test>::MissingRight);
		Table::set_key(BOB, Key { expires_at: Some(NOW), ..plain_key(BOB) });
		assert_noop!(undelegate(BOB), Error::<Test>::KeyExpired);
		// The payer gets its deposit back even when it is no key of the holder any more.
		Table::set_key(payer, Key { rights: Rights(0), ..plain_key(ALICE) });
		assert_ok!(undelegate(payer));
		assert_eq!(Balances::free_balance(payer), FUNDS);
	});
}

#[test]
fn a_blocked_holder_can_end_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Dao::delegate(signed(BOB), ASSET, DAVE));
		Table::block(BOB);
		assert_ok!(Dao::undelegate(signed(BOB), ASSET, BOB));
	});
}

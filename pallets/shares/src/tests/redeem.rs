// SPDX-License-Identifier: Apache-2.0

use super::*;
use cadastre_primitives::{BookStatus, Bucket, Facts, Kind, Reason};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

#[test]
fn works_for_a_part() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 4));
		assert_eq!(stored(ASSET, ANNA), Some(6));
		assert_eq!((book(ASSET).supply, book(ASSET).holders), (6, 1));
		System::assert_last_event(
			Event::Redeemed { asset: ASSET, from: ANNA, by: ANNA_KEY, amount: 4 }.into(),
		);
		assert_eq!(System::events().len(), 1);
	});
}

#[test]
fn removes_the_position_of_a_holder_who_redeems_everything() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 1).build_and_execute(|| {
		assert_ok!(Shares::redeem(signed(ANNA_OTHER_KEY), ASSET, 10));
		assert_eq!(stored(ASSET, ANNA), None);
		assert_eq!((book(ASSET).supply, book(ASSET).holders), (1, 1));
		System::assert_last_event(
			Event::Redeemed { asset: ASSET, from: ANNA, by: ANNA_OTHER_KEY, amount: 10 }.into(),
		);
	});
}

#[test]
fn works_while_the_asset_is_wound_up() {
	ExtBuilder::default().holding(ANNA_KEY, 10).status(BookStatus::WindingUp).build_and_execute(
		|| {
			assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 10));
			assert_eq!(book(ASSET).supply, 0);
		},
	);
}

#[test]
fn works_when_the_pack_is_gone() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		Packs::mutate(|packs| packs.remove(&PACK));
		assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 10));
	});
}

#[test]
fn asks_the_rules_about_the_sender_only() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 10));
		let (_, facts) = Asked::get()[0];
		let expected = Facts {
			asset: ASSET,
			kind: Kind::Redeem,
			sender: facts.sender,
			receiver: None,
			amount: 10,
			sender_after: 0,
			receiver_after: 0,
			whole: 10,
			holders_after: 0,
			adds_holder: false,
			joins: None,
			leaves: Some(Bucket::default()),
			opened_at: OPENED,
		};
		assert_eq!(facts, expected);
		assert_eq!(facts.sender.unwrap().unwrap().investor, ANNA);
	});
}

#[test]
fn works_for_all_that_is_free_but_not_for_one_more() {
	for (amount, covered) in [(9, true), (10, true), (11, false), (Balance::MAX, false)] {
		ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 10).build_and_execute(|| {
			let call = || Shares::redeem(signed(ANNA_KEY), ASSET, amount);
			if covered {
				assert_ok!(call());
				assert_eq!(book(ASSET).supply, 20 - amount);
			} else {
				refuses(call, refusal(Reason::InsufficientShares));
			}
		});
	}
}

#[test]
fn fails_for_nothing() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 0), refusal(Reason::ZeroAmount));
	});
}

#[test]
fn fails_for_an_unknown_asset() {
	ExtBuilder::default().build_and_execute(|| {
		refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET + 1, 1), refusal(Reason::UnknownAsset));
	});
}

#[test]
fn fails_while_the_book_is_closed_or_suspended() {
	for status in [BookStatus::Closed, BookStatus::Suspended] {
		ExtBuilder::default().holding(ANNA_KEY, 10).status(status).build_and_execute(|| {
			refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 1), refusal(Reason::BookNotOpen));
		});
	}
}

#[test]
fn fails_without_a_signature() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_noop!(Shares::redeem(RuntimeOrigin::root(), ASSET, 1), BadOrigin);
		assert_noop!(Shares::redeem(RuntimeOrigin::none(), ASSET, 1), BadOrigin);
	});
}

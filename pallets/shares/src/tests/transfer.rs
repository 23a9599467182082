// SPDX-License-Identifier: Apache-2.0

use super::*;
use cadastre_primitives::{BookStatus, Facts, Kind, Reason};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

#[test]
fn works_between_known_holders() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 1).build_and_execute(|| {
		let before = book(ASSET);
		let done = Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 4).unwrap();
		assert_eq!(done.actual_weight, Some(<() as WeightInfo>::transfer_known()));
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, BENO)), (Some(6), Some(5)));
		assert_eq!(book(ASSET), before);
		System::assert_last_event(
			Event::Transferred {
				asset: ASSET,
				from: ANNA,
				by: ANNA_KEY,
				to: BENO,
				to_key: BENO_KEY,
				amount: 4,
			}
			.into(),
		);
		assert_eq!(System::events().len(), 1);
	});
}

#[test]
fn counts_a_new_holder() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let done = Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 9).unwrap();
		assert_eq!(done.actual_weight, Some(<() as WeightInfo>::transfer_circle()));
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, BENO)), (Some(1), Some(9)));
		assert_eq!((book(ASSET).supply, book(ASSET).holders), (10, 2));
	});
}

#[test]
fn counts_a_leaving_holder_and_removes_the_position() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 1).build_and_execute(|| {
		let done = Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 10).unwrap();
		assert_eq!(done.actual_weight, Some(<() as WeightInfo>::transfer_circle()));
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, BENO)), (None, Some(11)));
		assert_eq!((book(ASSET).supply, book(ASSET).holders), (11, 1));
	});
}

#[test]
fn leaves_the_book_alone_when_one_leaves_and_another_joins() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let before = book(ASSET);
		let done = Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 10).unwrap();
		assert_eq!(done.actual_weight, Some(<() as WeightInfo>::transfer_known()));
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, BENO)), (None, Some(10)));
		assert_eq!(book(ASSET), before);
	});
}

#[test]
fn works_through_any_key_of_the_investor() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::transfer(signed(ANNA_OTHER_KEY), ASSET, BENO_KEY, 4));
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, BENO)), (Some(6), Some(4)));
		assert_ok!(Shares::transfer(signed(BENO_KEY), ASSET, ANNA_OTHER_KEY, 4));
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, BENO)), (Some(10), None));
	});
}

#[test]
fn keeps_the_books_of_two_assets_apart() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		use cadastre_primitives::traits::Register;
		assert_ok!(Shares::open_book(2, ISSUER, PACK, 50, 1));
		assert_ok!(Shares::set_status(2, BookStatus::Open));
		assert_ok!(Shares::issue(signed(ISSUER), 2, ANNA_KEY, 3));
		assert_ok!(Shares::transfer(signed(ANNA_KEY), 2, BENO_KEY, 1));
		assert_eq!((stored(ASSET, ANNA), stored(ASSET, BENO)), (Some(10), None));
		assert_eq!((stored(2, ANNA), stored(2, BENO)), (Some(2), Some(1)));
		refuses(
			|| Shares::transfer(signed(BENO_KEY), ASSET, ANNA_KEY, 1),
			refusal(Reason::InsufficientShares),
		);
	});
}

#[test]
fn asks_the_rules_about_the_state_after_it() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 1).build_and_execute(|| {
		let ask = |to, amount| {
			let _ = Shares::transfer_report(ASSET, ANNA_KEY, to, amount);
			*Asked::get().last().unwrap()
		};
		let (pack, known) = ask(BENO_KEY, 4);
		assert_eq!(pack, PACK);
		let expected = Facts {
			asset: ASSET,
			kind: Kind::Transfer,
			sender: known.sender,
			receiver: known.receiver,
			amount: 4,
			sender_after: 6,
			receiver_after: 5,
			whole: 11,
			holders_after: 2,
			adds_holder: false,
			joins: None,
			leaves: None,
			opened_at: OPENED,
		};
		assert_eq!(known, expected);
		assert_eq!(known.sender.unwrap().unwrap().investor, ANNA);
		assert_eq!(known.receiver.unwrap().unwrap().investor, BENO);

		let after = |facts: Facts| (facts.receiver_after, facts.holders_after, facts.adds_holder);
		assert_eq!(after(ask(BENO_KEY, 9).1), (10, 2, false));
		// Gives everything, and leaves.
		assert_eq!(after(ask(BENO_KEY, 10).1), (11, 1, false));
		assert_eq!(after(ask(CARA_KEY, 9).1), (9, 3, true));
		// One leaves, another joins.
		assert_eq!(after(ask(CARA_KEY, 10).1), (10, 2, false));
		// More than there is: nobody leaves.
		assert_eq!(after(ask(CARA_KEY, 11).1), (11, 3, true));
		// An account that is no key would be a new holder.
		assert_eq!(after(ask(STRANGER, 1).1), (1, 3, true));
		// Between the keys of one investor nothing changes.
		assert_eq!(after(ask(ANNA_OTHER_KEY, 10).1), (10, 2, false));
		assert_eq!(after(ask(CARA_KEY, 0).1), (0, 2, false));
	});
}

#[test]
fn works_for_all_that_is_free_but_not_for_one_more() {
	for (amount, covered) in [(9, true), (10, true), (11, false), (Balance::MAX, false)] {
		ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
			let call = || Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, amount);
			if covered {
				assert_ok!(call());
				assert_eq!(stored(ASSET, BENO), Some(amount));
			} else {
				refuses(call, refusal(Reason::InsufficientShares));
			}
		});
	}
}

#[test]
fn lets_a_full_circle_of_holders_change() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 1).build_and_execute(|| {
		HolderCap::set(Some(2));
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, CARA_KEY, 9),
			refusal(Reason::HolderCapExceeded),
		);
		assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, CARA_KEY, 10));
		assert_eq!(book(ASSET).holders, 2);
	});
}

#[test]
fn fails_for_nothing() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 0),
			refusal(Reason::ZeroAmount),
		);
	});
}

#[test]
fn fails_for_an_unknown_asset() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET + 1, BENO_KEY, 1),
			refusal(Reason::UnknownAsset),
		);
	});
}

#[test]
fn fails_unless_the_book_is_open() {
	for status in [BookStatus::Closed, BookStatus::Suspended, BookStatus::WindingUp] {
		ExtBuilder::default().holding(ANNA_KEY, 10).status(status).build_and_execute(|| {
			refuses(
				|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1),
				refusal(Reason::BookNotOpen),
			);
		});
	}
}

#[test]
fn fails_for_a_sender_or_receiver_without_a_key() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, STRANGER, 1),
			refusal(Reason::UnknownKey),
		);
		refuses(
			|| Shares::transfer(signed(STRANGER), ASSET, ANNA_KEY, 1),
			refusal(Reason::UnknownKey),
		);
		// The issuer of the book has no right to its holders' shares.
		refuses(
			|| Shares::transfer(signed(ISSUER), ASSET, ANNA_KEY, 1),
			refusal(Reason::UnknownKey),
		);
	});
}

#[test]
fn fails_for_a_party_whom_the_gatekeeper_refuses() {
	for blocked in [ANNA, BENO] {
		ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
			Blocked::mutate(|all| all.insert(blocked));
			refuses(
				|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1),
				refusal(Reason::Blocked),
			);
		});
	}
}

#[test]
fn fails_when_the_pack_is_gone() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		Packs::mutate(|packs| packs.remove(&PACK));
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1),
			refusal(Reason::UnknownPack),
		);
	});
}

#[test]
fn fails_without_a_signature() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_noop!(Shares::transfer(RuntimeOrigin::root(), ASSET, BENO_KEY, 1), BadOrigin);
		assert_noop!(Shares::transfer(RuntimeOrigin::none(), ASSET, BENO_KEY, 1), BadOrigin);
	});
}

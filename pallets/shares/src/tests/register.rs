// SPDX-License-Identifier: Apache-2.0

//! What the layer above does to a book.

use super::*;
use crate::Giver;
use cadastre_primitives::{traits::Register, BookStatus, Kind, Reason};
use frame_support::{assert_noop, assert_ok};

#[test]
fn open_book_works() {
	ExtBuilder::default().without_book().build_and_execute(|| {
		assert_ok!(Shares::open_book(ASSET, ISSUER, PACK, 100, 1));
		let expected = Book {
			status: BookStatus::Closed,
			issuer: ISSUER,
			pack: PACK,
			supply: 0,
			authorised: 100,
			halted: false,
			units_per_share: 1,
			holders: 0,
			by_class: [0; 5],
			kept: 0,
			denied: 0,
			checkpoint: 0,
			oldest: 0,
			newest: 0,
			opened_at: 0,
			class_of: None,
			classes: 0,
			rank: 0,
			orders: 0,
			watched: false,
		};
		assert_eq!(book(ASSET), expected);
		assert_eq!(Packs::get()[&PACK], 1);
		System::assert_last_event(
			Event::BookOpened { asset: ASSET, issuer: ISSUER, pack: PACK, authorised: 100 }.into(),
		);
		assert_eq!(System::events().len(), 1);
	});
}

#[test]
fn open_book_fails_for_an_asset_that_has_one() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Shares::open_book(ASSET, ANNA_KEY, OTHER_PACK, 100, 1),
			Error::<Test>::BookExists
		);
		assert_eq!(Packs::get()[&OTHER_PACK], 0);
	});
}

#[test]
fn open_book_fails_for_an_unknown_pack() {
	ExtBuilder::default().without_book().build_and_execute(|| {
		assert_noop!(
			Shares::open_book(ASSET, ISSUER, NO_PACK, 100, 1),
			refusal(Reason::UnknownPack)
		);
	});
}

#[test]
fn set_status_works() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let before = book(ASSET);
		let all = [BookStatus::Suspended, BookStatus::WindingUp, BookStatus::Closed];
		let mut old = BookStatus::Open;
		for new in all {
			assert_ok!(Shares::set_status(ASSET, new));
			assert_eq!(book(ASSET), Book { status: new, ..before.clone() });
			System::assert_last_event(Event::BookStatusSet { asset: ASSET, old, new }.into());
			old = new;
		}
		assert_eq!(System::events().len(), all.len());
	});
}

#[test]
fn set_status_to_what_it_is_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!(assert_ok!(Shares::set_status(ASSET, BookStatus::Open)));
	});
}

#[test]
fn set_status_fails_for_an_unknown_asset() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Shares::set_status(ASSET + 1, BookStatus::Open),
			refusal(Reason::UnknownAsset)
		);
	});
}

#[test]
fn the_status_decides_which_movements_are_open() {
	let table = [
		(BookStatus::Closed, [false, false, false]),
		(BookStatus::Open, [true, true, true]),
		(BookStatus::Suspended, [false, false, false]),
		(BookStatus::WindingUp, [false, false, true]),
	];
	for (status, open) in table {
		ExtBuilder::default().holding(ANNA_KEY, 10).status(status).build_and_execute(|| {
			let (anna, beno) = (Some(Giver::Key(&ANNA_KEY)), Some(&BENO_KEY));
			let found = [
				Shares::examine(ASSET, Kind::Issue, None, beno, 1),
				Shares::examine(ASSET, Kind::Transfer, anna, beno, 1),
				Shares::examine(ASSET, Kind::Redeem, anna, None, 1),
			];
			assert_eq!(found.map(|examination| examination.failures.is_empty()), open);
		});
	}
}

#[test]
fn close_book_works_once_nothing_is_in_issue() {
	ExtBuilder::default().holding(ANNA_KEY, 1).build_and_execute(|| {
		assert_noop!(Shares::close_book(ASSET), Error::<Test>::SharesInIssue);
		assert_eq!(Packs::get()[&PACK], 1);
		assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 1));
		assert_ok!(Shares::close_book(ASSET));
		assert!(!Books::<Test>::contains_key(ASSET));
		assert_eq!(Positions::<Test>::iter().count(), 0);
		assert_eq!(Packs::get()[&PACK], 0);
		System::assert_last_event(Event::BookClosed { asset: ASSET }.into());
	});
}

#[test]
fn close_book_leaves_the_pack_that_the_asset_follows_now() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Shares::set_pack(signed(ISSUER), ASSET, OTHER_PACK));
		assert_ok!(Shares::close_book(ASSET));
		assert_eq!((Packs::get()[&PACK], Packs::get()[&OTHER_PACK]), (0, 0));
	});
}

#[test]
fn close_book_fails_for_an_unknown_asset() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Shares::close_book(ASSET + 1), refusal(Reason::UnknownAsset));
	});
}

#[test]
fn supply_is_what_is_in_issue() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 5).build_and_execute(|| {
		assert_eq!(<Shares as Register<AccountId>>::supply(ASSET), 15);
		assert_ok!(Shares::redeem(signed(BENO_KEY), ASSET, 2));
		assert_eq!(<Shares as Register<AccountId>>::supply(ASSET), 13);
		assert_eq!(<Shares as Register<AccountId>>::supply(ASSET + 1), 0);
	});
}

#[test]
fn set_issuer_works() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let before = book(ASSET);
		assert_ok!(Shares::set_issuer(ASSET, BENO_KEY));
		assert_eq!(book(ASSET), Book { issuer: BENO_KEY, ..before });
		System::assert_last_event(
			Event::IssuerChanged { asset: ASSET, old: ISSUER, new: BENO_KEY }.into(),
		);
		assert_eq!(System::events().len(), 1);
		let refused = Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 1).unwrap_err();
		assert_eq!(refused.error, Error::<Test>::NotIssuer.into());
		assert_ok!(Shares::issue(signed(BENO_KEY), ASSET, ANNA_KEY, 1));
	});
}

#[test]
fn set_issuer_to_whom_it_is_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!(assert_ok!(Shares::set_issuer(ASSET, ISSUER)));
		assert_noop!(Shares::set_issuer(ASSET + 1, ISSUER), refusal(Reason::UnknownAsset));
	});
}

#[test]
fn set_authorised_works_down_to_the_supply() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let before = book(ASSET);
		assert_noop!(Shares::set_authorised(ASSET, 9), Error::<Test>::SharesInIssue);
		let mut old = before.authorised;
		for new in [10, 11] {
			assert_ok!(Shares::set_authorised(ASSET, new));
			assert_eq!(book(ASSET), Book { authorised: new, ..before.clone() });
			System::assert_last_event(Event::AuthorisedSet { asset: ASSET, old, new }.into());
			old = new;
		}
		assert_storage_noop!(assert_ok!(Shares::set_authorised(ASSET, 11)));
		assert_noop!(Shares::set_authorised(ASSET + 1, 11), refusal(Reason::UnknownAsset));
	});
}

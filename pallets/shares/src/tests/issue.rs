// SPDX-License-Identifier: Apache-2.0

use super::*;
use cadastre_primitives::{BookStatus, Bucket, Facts, Kind, Reason};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

#[test]
fn works_for_a_new_holder() {
	ExtBuilder::default().build_and_execute(|| {
		let done = Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 10).unwrap();
		assert_eq!(done.actual_weight, Some(<() as WeightInfo>::issue()));
		assert_eq!(stored(ASSET, ANNA), Some(10));
		assert_eq!((book(ASSET).supply, book(ASSET).holders), (10, 1));
		System::assert_last_event(
			Event::Issued { asset: ASSET, to: ANNA, to_key: ANNA_KEY, amount: 10 }.into(),
		);
		assert_eq!(System::events().len(), 1);
	});
}

#[test]
fn adds_to_what_a_holder_has_through_any_of_its_keys() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_OTHER_KEY, 5));
		assert_eq!(stored(ASSET, ANNA), Some(15));
		assert_eq!((book(ASSET).supply, book(ASSET).holders), (15, 1));
		System::assert_last_event(
			Event::Issued { asset: ASSET, to: ANNA, to_key: ANNA_OTHER_KEY, amount: 5 }.into(),
		);
	});
}

#[test]
fn asks_the_rules_about_the_state_after_it() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 1).build_and_execute(|| {
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, BENO_KEY, 5));
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, CARA_KEY, 7));
		let (pack, known) = Asked::get()[0];
		let (_, new) = Asked::get()[1];
		assert_eq!(pack, PACK);
		let expected = Facts {
			asset: ASSET,
			kind: Kind::Issue,
			sender: None,
			receiver: known.receiver,
			amount: 5,
			sender_after: 0,
			receiver_after: 6,
			whole: 1_000,
			holders_after: 2,
			adds_holder: false,
			joins: None,
			leaves: None,
			opened_at: OPENED,
		};
		assert_eq!(known, expected);
		assert_eq!(known.receiver.unwrap().unwrap().investor, BENO);
		let expected = Facts {
			receiver: new.receiver,
			amount: 7,
			receiver_after: 7,
			holders_after: 3,
			adds_holder: true,
			joins: Some(Bucket::default()),
			..expected
		};
		assert_eq!(new, expected);
	});
}

#[test]
fn works_up_to_the_authorised_number() {
	for (amount, fits) in [(89, true), (90, true), (91, false)] {
		ExtBuilder::default().authorised(100).holding(ANNA_KEY, 10).build_and_execute(|| {
			let call = || Shares::issue(signed(ISSUER), ASSET, BENO_KEY, amount);
			if fits {
				assert_ok!(call());
				assert_eq!(book(ASSET).supply, 10 + amount);
			} else {
				refuses(call, refusal(Reason::ExceedsAuthorised));
			}
		});
	}
}

#[test]
fn works_up_to_the_largest_number_there_is() {
	ExtBuilder::default()
		.authorised(Balance::MAX)
		.holding(ANNA_KEY, Balance::MAX - 1)
		.build_and_execute(|| {
			refuses(
				|| Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 2),
				refusal(Reason::ExceedsAuthorised),
			);
			refuses(
				|| Shares::issue(signed(ISSUER), ASSET, BENO_KEY, Balance::MAX),
				refusal(Reason::ExceedsAuthorised),
			);
			assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 1));
			assert_eq!(stored(ASSET, ANNA), Some(Balance::MAX));
		});
}

#[test]
fn fails_for_anybody_but_the_issuer() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		for who in [ANNA_KEY, STRANGER] {
			refuses(|| Shares::issue(signed(who), ASSET, ANNA_KEY, 1), Error::<Test>::NotIssuer);
		}
		// Whatever else is wrong: a stranger learns only that it is one.
		refuses(|| Shares::issue(signed(STRANGER), ASSET, STRANGER, 0), Error::<Test>::NotIssuer);
		assert_noop!(Shares::issue(RuntimeOrigin::root(), ASSET, ANNA_KEY, 1), BadOrigin);
		assert_noop!(Shares::issue(RuntimeOrigin::none(), ASSET, ANNA_KEY, 1), BadOrigin);
	});
}

#[test]
fn fails_for_an_unknown_asset() {
	ExtBuilder::default().build_and_execute(|| {
		refuses(
			|| Shares::issue(signed(ISSUER), ASSET + 1, ANNA_KEY, 1),
			refusal(Reason::UnknownAsset),
		);
	});
}

#[test]
fn fails_unless_the_book_is_open() {
	for status in [BookStatus::Closed, BookStatus::Suspended, BookStatus::WindingUp] {
		ExtBuilder::default().status(status).build_and_execute(|| {
			refuses(
				|| Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 1),
				refusal(Reason::BookNotOpen),
			);
		});
	}
}

#[test]
fn fails_for_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		refuses(|| Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 0), refusal(Reason::ZeroAmount));
	});
}

#[test]
fn fails_for_a_receiver_whom_the_gatekeeper_refuses() {
	ExtBuilder::default().build_and_execute(|| {
		refuses(|| Shares::issue(signed(ISSUER), ASSET, STRANGER, 1), refusal(Reason::UnknownKey));
		Blocked::mutate(|blocked| blocked.insert(ANNA));
		refuses(|| Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 1), refusal(Reason::Blocked));
	});
}

#[test]
fn fails_when_the_pack_is_gone() {
	ExtBuilder::default().build_and_execute(|| {
		Packs::mutate(|packs| packs.remove(&PACK));
		refuses(|| Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 1), refusal(Reason::UnknownPack));
	});
}

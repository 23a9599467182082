// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};

const END: u64 = START + 1_000;

fn end(who: AccountId) -> sp_runtime::DispatchResult {
	Compliance::end_exemption(signed(who), 0, 1, 0)
}

/// ALICE (0) is exempt from the rules of the pack, and CAROL is a stranger.
fn with_one(test: impl FnOnce()) {
	ExtBuilder::default().with_pack(strict()).with_investors(&[ALICE, BOB]).build_and_execute(
		|| {
			assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 1, 0, 0b11, END));
			System::reset_events();
			test();
		},
	);
}

#[test]
fn the_author_ends_it_and_has_the_deposit_back() {
	ExtBuilder::default().with_pack(strict()).with_investors(&[ALICE]).build_and_execute(|| {
		let before = held_in_all(AUTHOR);
		assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 1, 0, 0b11, END));
		assert!(held_in_all(AUTHOR) > before);
		System::reset_events();
		assert_ok!(end(AUTHOR));
		let event = Event::ExemptionEnded { pack: 0, investor: 0, version: 1 };
		assert_eq!(events(), vec![event]);
		assert_eq!(held_in_all(AUTHOR), before);
		assert_eq!(Exemptions::<Test>::iter().count(), 0);
		assert_eq!(Packs::<Test>::get(0).unwrap().exempted, 0);
		assert_noop!(end(AUTHOR), Error::<Test>::NoExemption);
	});
}

#[test]
fn anybody_ends_it_from_its_last_second_on() {
	for (now, works) in [(END - 1, false), (END, true), (END + 1, true)] {
		with_one(|| {
			Now::set(now);
			if works {
				assert_ok!(end(CAROL));
				assert_eq!(held(CAROL, HoldReason::RulePack), 0);
			} else {
				assert_noop!(end(CAROL), Error::<Test>::NotPackAuthor);
			}
		});
	}
}

#[test]
fn anybody_ends_it_once_its_version_is_superseded() {
	let at = START + NOTICE;
	for (now, works) in [(at - 1, false), (at, true), (at + 1, true)] {
		with_one(|| {
			assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 1, 0, 0b11, at + 100));
			assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, strict(), at));
			Now::set(now);
			if works {
				assert_ok!(end(CAROL));
			} else {
				assert_noop!(end(CAROL), Error::<Test>::NotPackAuthor);
			}
		});
	}
}

#[test]
fn anybody_ends_it_once_its_announcement_was_replaced() {
	with_one(|| {
		let at = START + NOTICE;
		let end = || Compliance::end_exemption(signed(CAROL), 0, 2, 1);
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, kyc(), at));
		assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 2, 1, 1, at + 100));
		assert_noop!(end(), Error::<Test>::NotPackAuthor);
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), at));
		assert_ok!(end());
		assert_eq!(UpcomingPacks::<Test>::get(0).unwrap().exempted, 0);
	});
}

#[test]
fn anybody_ends_it_once_investor_or_pack_are_gone() {
	with_one(|| {
		assert_noop!(end(CAROL), Error::<Test>::NotPackAuthor);
		assert_ok!(Compliance::revoke(root(), 0));
		assert_ok!(end(CAROL));
	});
	with_one(|| {
		assert_ok!(Compliance::withdraw_pack(signed(AUTHOR), 0));
		assert!(held_in_all(AUTHOR) > 0);
		assert_ok!(end(CAROL));
		assert_eq!(held_in_all(AUTHOR), 0);
	});
}

#[test]
fn fails_without_an_exemption() {
	with_one(|| {
		for (pack, version, investor) in [(1, 1, 0), (0, 2, 0), (0, 1, 1)] {
			assert_noop!(
				Compliance::end_exemption(signed(AUTHOR), pack, version, investor),
				Error::<Test>::NoExemption
			);
		}
		assert_noop!(
			Compliance::end_exemption(root(), 0, 1, 0),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

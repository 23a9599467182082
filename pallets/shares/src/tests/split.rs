// SPDX-License-Identifier: Apache-2.0

use super::*;
use cadastre_primitives::{traits::Register, Reason};
use frame_support::{assert_noop, assert_ok};

fn split(numerator: u32, denominator: u32) -> sp_runtime::DispatchResult {
	Shares::split(signed(ISSUER), ASSET, numerator, denominator)
}

#[test]
fn changes_how_many_units_are_a_share_and_nothing_else() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		with_units(100);
		let (before, holder) = (book(ASSET), position(ASSET, ANNA));
		assert_ok!(split(10, 1));
		one_event(Event::SharesSplit { asset: ASSET, old: 100, new: 10 });
		assert_eq!(book(ASSET), Book { units_per_share: 10, ..before.clone() });
		assert_eq!(position(ASSET, ANNA), holder);
		// A reverse split takes it back exactly.
		assert_ok!(split(1, 10));
		assert_eq!(book(ASSET), before);
		assert_ok!(split(4, 3));
		assert_eq!(book(ASSET).units_per_share, 75);
	});
}

fn with_units(units_per_share: Balance) {
	Books::<Test>::mutate(ASSET, |book| book.as_mut().unwrap().units_per_share = units_per_share);
}

#[test]
fn fails_for_a_factor_that_leaves_no_whole_number() {
	ExtBuilder::default().build_and_execute(|| {
		with_units(10);
		for (numerator, denominator) in [(3, 1), (20, 1), (0, 1), (1, 0), (11, 10), (4, 3)] {
			assert_noop!(split(numerator, denominator), Error::<Test>::IndivisibleFactor);
		}
		with_units(Balance::MAX);
		assert_noop!(split(1, 2), Error::<Test>::IndivisibleFactor);
		for same in [0, 1, 7] {
			assert_noop!(split(same, same), Error::<Test>::SameFactor);
		}
	});
}

#[test]
fn fails_for_anybody_but_the_issuer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Shares::split(signed(ANNA_KEY), ASSET, 1, 2), Error::<Test>::NotIssuer);
		assert_noop!(Shares::split(signed(ISSUER), 2, 1, 2), refusal(Reason::UnknownAsset));
		assert_noop!(
			Shares::split(RuntimeOrigin::root(), ASSET, 1, 2),
			sp_runtime::traits::BadOrigin
		);
	});
}

#[test]
fn a_book_is_opened_with_the_units_of_a_share_and_never_with_none() {
	ExtBuilder::default().without_book().build_and_execute(|| {
		assert_noop!(
			Shares::open_book(ASSET, ISSUER, PACK, 9, 0),
			Error::<Test>::IndivisibleFactor
		);
		assert_ok!(Shares::open_book(ASSET, ISSUER, PACK, 9, 3));
		assert_eq!(book(ASSET).units_per_share, 3);
	});
}

// SPDX-License-Identifier: Apache-2.0

//! Classes of shares, `set_conversion` and `convert`.

use super::*;
use crate::{Conversion, Conversions};
use cadastre_primitives::{traits::Register, BookStatus, Reason};
use frame_support::{assert_noop, assert_ok};

const PREFERRED: AssetId = 2;
const OTHER: AssetId = 3;
const ONE_TO_TWO: Conversion = Conversion { into: PREFERRED, numerator: 1, denominator: 2 };

/// An asset of which Anna owns 10 units, a class of it, and another asset.
fn classes(test: impl FnOnce()) {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::open_class(PREFERRED, ASSET, 1, ISSUER, OTHER_PACK, 100, 1));
		assert_ok!(Shares::open_book(OTHER, ISSUER, PACK, 100, 1));
		for asset in [PREFERRED, OTHER] {
			assert_ok!(Shares::set_status(asset, BookStatus::Open));
		}
		System::reset_events();
		test();
	});
}

fn set(asset: AssetId, conversion: Option<Conversion>) -> sp_runtime::DispatchResult {
	Shares::set_conversion(signed(ISSUER), asset, conversion)
}

fn convert(amount: Balance) -> sp_runtime::DispatchResult {
	let done = Shares::convert(signed(ANNA_KEY), ASSET, PREFERRED, amount);
	done.map(|_| ()).map_err(|failed| failed.error)
}

#[test]
fn a_class_is_a_book_of_its_own_that_goes_before_its_asset() {
	classes(|| {
		let class = book(PREFERRED);
		assert_eq!((class.class_of, class.rank, class.pack), (Some(ASSET), 1, OTHER_PACK));
		assert_eq!(book(ASSET).classes, 1);
		assert_noop!(
			Shares::open_class(4, PREFERRED, 1, ISSUER, PACK, 100, 1),
			Error::<Test>::NotAClass
		);
		assert_noop!(
			Shares::open_class(4, 9, 1, ISSUER, PACK, 100, 1),
			refusal(Reason::UnknownAsset)
		);
		assert_noop!(
			Shares::open_class(ASSET, ASSET, 1, ISSUER, PACK, 100, 1),
			Error::<Test>::BookExists
		);
		assert_ok!(Shares::redeem(signed(ANNA_KEY), ASSET, 10));
		assert_noop!(Shares::close_book(ASSET), Error::<Test>::ClassesLeft);
		assert_ok!(set(PREFERRED, Some(Conversion { into: ASSET, ..ONE_TO_TWO })));
		assert_ok!(Shares::close_book(PREFERRED));
		assert!(!Conversions::<Test>::contains_key(PREFERRED));
		assert_ok!(Shares::close_book(ASSET));
	});
}

#[test]
fn convert_redeems_here_and_issues_there() {
	classes(|| {
		assert_ok!(set(ASSET, Some(ONE_TO_TWO)));
		one_event(Event::ConversionSet { asset: ASSET, old: None, new: Some(ONE_TO_TWO) });
		assert_ok!(convert(6));
		one_event(Event::Converted {
			asset: ASSET,
			into: PREFERRED,
			investor: ANNA,
			by: ANNA_KEY,
			amount: 6,
			received: 3,
		});
		assert_eq!((stored(ASSET, ANNA), stored(PREFERRED, ANNA)), (Some(4), Some(3)));
		assert_eq!((book(ASSET).supply, book(PREFERRED).supply), (4, 3));
		assert_eq!(Asked::get().last().unwrap().0, OTHER_PACK);
		assert_ok!(convert(4));
		assert_eq!((stored(ASSET, ANNA), stored(PREFERRED, ANNA)), (None, Some(5)));
	});
}

#[test]
fn convert_fails_where_shares_could_not_be_traded() {
	classes(|| {
		assert_noop!(convert(2), Error::<Test>::NoConversion);
		assert_ok!(set(ASSET, Some(ONE_TO_TWO)));
		assert_noop!(
			Shares::convert(signed(ANNA_KEY), ASSET, OTHER, 2),
			Error::<Test>::NoConversion
		);
		assert_noop!(convert(3), Error::<Test>::IndivisibleFactor);
		assert_noop!(convert(Balance::MAX - 1), refusal(Reason::InsufficientShares));
		assert_noop!(convert(12), refusal(Reason::InsufficientShares));
		assert_noop!(convert(0), refusal(Reason::ZeroAmount));
		OwnershipCap::set(Some(4));
		assert_noop!(convert(10), refusal(Reason::OwnershipCapExceeded));
		OwnershipCap::set(None);
		Books::<Test>::mutate(PREFERRED, |book| book.as_mut().unwrap().authorised = 4);
		assert_noop!(convert(10), refusal(Reason::ExceedsAuthorised));
		assert_ok!(add_frozen(ASSET, ANNA, 9));
		assert_noop!(convert(2), refusal(Reason::SharesFrozen));
		assert_ok!(remove_frozen(ASSET, ANNA, 9));
		lock_until(Some(DAY));
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 2));
		lock_until(None);
		assert_ok!(convert(8));
		// 4 are left, 2 of them locked up, which could be redeemed but not converted.
		assert_noop!(convert(4), refusal(Reason::SharesLocked));
		Blocked::mutate(|blocked| blocked.insert(ANNA));
		assert_noop!(convert(2), refusal(Reason::Blocked));
	});
}

#[test]
fn set_conversion_fails_for_what_is_no_class_and_for_anybody_else() {
	classes(|| {
		for into in [ASSET, OTHER] {
			let conversion = Conversion { into, ..ONE_TO_TWO };
			assert_noop!(set(ASSET, Some(conversion)), Error::<Test>::NotAClass);
		}
		let nowhere = Conversion { into: 9, ..ONE_TO_TWO };
		assert_noop!(set(ASSET, Some(nowhere)), refusal(Reason::UnknownAsset));
		assert_noop!(set(9, None), refusal(Reason::UnknownAsset));
		for (numerator, denominator) in [(0, 1), (1, 0)] {
			let conversion = Conversion { into: PREFERRED, numerator, denominator };
			assert_noop!(set(ASSET, Some(conversion)), Error::<Test>::IndivisibleFactor);
		}
		assert_noop!(
			Shares::set_conversion(signed(ANNA_KEY), ASSET, None),
			Error::<Test>::NotIssuer
		);
		Books::<Test>::mutate(PREFERRED, |book| book.as_mut().unwrap().issuer = ANNA_KEY);
		assert_noop!(set(ASSET, Some(ONE_TO_TWO)), Error::<Test>::NotIssuer);
	});
}

/// A conversion that one issuer has set for both classes ends when they have two: else the holders of
/// one class could go on to issue shares of the other, past its issuer and its funding rounds.
#[test]
fn convert_fails_when_the_classes_have_two_issuers() {
	classes(|| {
		assert_ok!(set(ASSET, Some(ONE_TO_TWO)));
		assert_ok!(convert(2));
		assert_ok!(Shares::set_issuer(PREFERRED, CARA_KEY));
		assert_noop!(convert(2), Error::<Test>::NoConversion);
		// The other way round, too.
		assert_ok!(Shares::set_issuer(PREFERRED, ISSUER));
		assert_ok!(Shares::set_issuer(ASSET, CARA_KEY));
		assert_noop!(convert(2), Error::<Test>::NoConversion);
		assert_ok!(Shares::set_issuer(PREFERRED, CARA_KEY));
		assert_ok!(convert(2));
	});
}

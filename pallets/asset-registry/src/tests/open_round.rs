// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetRoles, AssetStatus, Balance, Moment, Round};
use frame_support::assert_ok;

fn active(test: impl FnOnce()) {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(test);
}

fn open(cap: Balance, from: Moment, until: Moment) -> DispatchResult {
	AssetRegistry::open_round(signed(ISSUER), 0, cap, from, until)
}

#[test]
fn works() {
	active(|| {
		assert_ok!(Ledger::set_supply(0, 100));
		assert_ok!(open(50, NOW + 1, NOW + 9));
		let round = Round { number: 1, cap: 50, supply: 100, from: NOW + 1, until: NOW + 9 };
		assert_eq!(AssetRegistry::round(0), Some(round));
		assert_eq!(Ledger::book(0).unwrap().authorised, 150);
		assert_eq!(
			events(),
			[Event::RoundOpened { asset: 0, round: 1, cap: 50, from: NOW + 1, until: NOW + 9 }]
		);
		assert!(Ledger::set_supply(0, 151).is_err());
		assert_ok!(Ledger::set_supply(0, 150));
	});
}

#[test]
fn only_the_issuer_and_who_has_the_role_may() {
	active(|| {
		let call = |origin| AssetRegistry::open_round(origin, 0, 5, NOW, NOW + 1);
		assert_bad_origins(call, &[ROOT()]);
		assert_ok!(grant(AssetRoles::ISSUE, None));
		assert_noop!(call(signed(AGENT)), Error::<Test>::MissingRole);
		let unknown = AssetRegistry::open_round(signed(ISSUER), 1, 5, NOW, NOW + 1);
		assert_noop!(unknown, Error::<Test>::UnknownAsset);
		assert_ok!(grant(AssetRoles::MANAGER, None));
		assert_ok!(call(signed(AGENT)));
	});
}

#[test]
fn one_round_at_a_time() {
	active(|| {
		assert_ok!(open(5, NOW, NOW + 1));
		assert_noop!(open(5, NOW, NOW + 1), Error::<Test>::RoundOpen);
		Today::set(NOW + 1);
		assert_noop!(open(5, NOW + 1, NOW + 2), Error::<Test>::RoundOpen);
		assert_ok!(AssetRegistry::close_round(signed(ISSUER), 0));
		assert_ok!(open(5, NOW + 1, NOW + 2));
		assert_eq!(AssetRegistry::round(0).unwrap().number, 2);
	});
}

#[test]
fn begins_not_before_now_and_ends_after_it_begins() {
	active(|| {
		for (from, until) in [(NOW - 1, NOW + 1), (NOW, NOW), (NOW + 1, NOW)] {
			assert_noop!(open(5, from, until), Error::<Test>::InvalidPeriod);
		}
		assert_ok!(open(5, NOW, NOW + 1));
	});
}

#[test]
fn stays_within_what_is_authorised() {
	for (cap, fits) in [(899, true), (900, true), (901, false), (Balance::MAX, false)] {
		active(|| {
			assert_ok!(Ledger::set_supply(0, 100));
			if fits {
				assert_ok!(open(cap, NOW, NOW + 1));
			} else {
				assert_noop!(open(cap, NOW, NOW + 1), Error::<Test>::ExceedsAuthorised);
			}
		});
	}
	active(|| {
		assert_noop!(open(0, NOW, NOW + 1), Error::<Test>::ZeroCap);
		assert_ok!(open(1, NOW, NOW + 1));
	});
}

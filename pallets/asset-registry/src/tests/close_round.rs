// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetRoles, AssetStatus};
use frame_support::assert_ok;

fn opened(test: impl FnOnce()) {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(Ledger::set_supply(0, 10));
		assert_ok!(AssetRegistry::open_round(signed(ISSUER), 0, 50, NOW, NOW + 5));
		assert_ok!(Ledger::set_supply(0, 40));
		System::reset_events();
		test();
	});
}

fn close(who: AccountId) -> DispatchResult {
	AssetRegistry::close_round(signed(who), 0)
}

#[test]
fn works_and_nothing_is_issued_until_the_next_one() {
	opened(|| {
		assert_ok!(close(ISSUER));
		assert_eq!(AssetRegistry::round(0), None);
		assert_eq!(AssetRegistry::asset(0).unwrap().rounds, 1);
		assert_eq!(events(), [Event::RoundClosed { asset: 0, round: 1, old: 10, new: 40 }]);
		assert!(Ledger::set_supply(0, 41).is_err());
		assert_ok!(Ledger::set_supply(0, 0));
		assert_noop!(close(ISSUER), Error::<Test>::UnknownRound);
	});
}

#[test]
fn only_the_issuer_and_who_has_the_role_may_before_it_is_over() {
	opened(|| {
		assert_bad_origins(|origin| AssetRegistry::close_round(origin, 0), &[ROOT()]);
		assert_noop!(close(AGENT), Error::<Test>::MissingRole);
		let unknown = AssetRegistry::close_round(signed(ISSUER), 1);
		assert_noop!(unknown, Error::<Test>::UnknownAsset);
		assert_ok!(grant(AssetRoles::MANAGER, None));
		assert_ok!(close(AGENT));
	});
}

#[test]
fn anybody_may_once_it_is_over() {
	for (today, over) in [(NOW + 4, false), (NOW + 5, true), (NOW + 6, true)] {
		opened(|| {
			Today::set(today);
			if over {
				assert_ok!(close(STRANGER));
			} else {
				assert_noop!(close(STRANGER), Error::<Test>::MissingRole);
			}
		});
	}
}

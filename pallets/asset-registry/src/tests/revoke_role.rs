// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, Roles};
use cadastre_primitives::{AssetRoles, AssetStatus};
use frame_support::assert_ok;

fn with_role(test: impl FnOnce()) {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		assert_ok!(grant(AssetRoles::PAPERS, Some(NOW + 5)));
		System::reset_events();
		test();
	});
}

fn revoke(who: AccountId) -> DispatchResult {
	AssetRegistry::revoke_role(signed(who), 0, AGENT)
}

#[test]
fn works_for_the_issuer_and_for_who_has_it() {
	for who in [ISSUER, AGENT] {
		with_role(|| {
			assert_ok!(revoke(who));
			assert_eq!(Roles::<Test>::iter().count(), 0);
			assert_eq!((held_for_details(ISSUER), Balances::free_balance(AGENT)), (0, FUNDS));
			let roles = AssetRoles::PAPERS;
			assert_eq!(events(), [Event::RoleRevoked { asset: 0, account: AGENT, roles }]);
			assert_noop!(revoke(who), Error::<Test>::UnknownRole);
			assert_noop!(file(AGENT, 0, None), Error::<Test>::MissingRole);
		});
	}
}

#[test]
fn anybody_may_once_it_has_ended() {
	with_role(|| {
		assert_bad_origins(|origin| AssetRegistry::revoke_role(origin, 0, AGENT), &[ROOT()]);
		for today in [NOW, NOW + 4] {
			Today::set(today);
			assert_noop!(revoke(STRANGER), Error::<Test>::NotIssuer);
		}
		Today::set(NOW + 5);
		assert_ok!(revoke(STRANGER));
		let unknown = AssetRegistry::revoke_role(signed(ISSUER), 1, AGENT);
		assert_noop!(unknown, Error::<Test>::UnknownAsset);
	});
}

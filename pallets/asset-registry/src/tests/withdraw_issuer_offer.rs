// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Assets, Error};
use cadastre_primitives::AssetStatus;
use frame_support::assert_ok;

fn offered(test: impl FnOnce()) {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::offer_issuer(signed(ISSUER), 0, STRANGER, NOW + 5));
		System::reset_events();
		test();
	});
}

fn withdraw(who: AccountId) -> DispatchResult {
	AssetRegistry::withdraw_issuer_offer(signed(who), 0)
}

#[test]
fn works_for_both_sides() {
	for who in [ISSUER, STRANGER] {
		offered(|| {
			assert_ok!(withdraw(who));
			assert_eq!(Assets::<Test>::get(0).unwrap().offer, None);
			assert_eq!(events(), [Event::IssuerOfferWithdrawn { asset: 0, to: STRANGER }]);
			assert_noop!(withdraw(who), Error::<Test>::UnknownOffer);
		});
	}
}

#[test]
fn anybody_may_once_it_has_expired() {
	offered(|| {
		assert_bad_origins(|origin| AssetRegistry::withdraw_issuer_offer(origin, 0), &[ROOT()]);
		for today in [NOW, NOW + 4] {
			Today::set(today);
			assert_noop!(withdraw(AGENT), Error::<Test>::NotIssuer);
		}
		Today::set(NOW + 5);
		assert_ok!(withdraw(AGENT));
		let unknown = AssetRegistry::withdraw_issuer_offer(signed(ISSUER), 1);
		assert_noop!(unknown, Error::<Test>::UnknownAsset);
	});
}

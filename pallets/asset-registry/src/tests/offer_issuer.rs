// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Assets, Error, IssuerOffer, MAX_OFFER};
use cadastre_primitives::{AssetStatus, Moment};
use frame_support::assert_ok;

fn offer(to: AccountId, expires_at: Moment) -> DispatchResult {
	AssetRegistry::offer_issuer(signed(ISSUER), 0, to, expires_at)
}

#[test]
fn works_and_changes_nothing_yet() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(offer(STRANGER, NOW + 5));
		let record = Assets::<Test>::get(0).unwrap();
		assert_eq!(record.offer, Some(IssuerOffer { to: STRANGER, expires_at: NOW + 5 }));
		assert_eq!((record.issuer, Ledger::book(0).unwrap().issuer), (ISSUER, ISSUER));
		let expires_at = NOW + 5;
		assert_eq!(events(), [Event::IssuerOffered { asset: 0, to: STRANGER, expires_at }]);
		// A later one takes its place.
		assert_ok!(offer(AGENT, NOW + 6));
		assert_noop!(AssetRegistry::accept_issuer(signed(STRANGER), 0), Error::<Test>::NotOffered);
	});
}

#[test]
fn only_the_issuer_may() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		let call = |origin| AssetRegistry::offer_issuer(origin, 0, AGENT, NOW + 5);
		assert_bad_origins(call, &[ROOT()]);
		assert_noop!(call(signed(STRANGER)), Error::<Test>::NotIssuer);
		let unknown = AssetRegistry::offer_issuer(signed(ISSUER), 1, AGENT, NOW + 5);
		assert_noop!(unknown, Error::<Test>::UnknownAsset);
		assert_noop!(offer(ISSUER, NOW + 5), Error::<Test>::AlreadyIssuer);
	});
}

#[test]
fn has_an_end_that_is_not_too_far() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		for bad in [NOW - 1, NOW, NOW + MAX_OFFER + 1, Moment::MAX] {
			assert_noop!(offer(STRANGER, bad), Error::<Test>::InvalidPeriod);
		}
		for good in [NOW + 1, NOW + MAX_OFFER] {
			assert_ok!(offer(STRANGER, good));
		}
	});
}

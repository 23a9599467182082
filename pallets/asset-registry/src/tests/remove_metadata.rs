// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, Metadata};
use cadastre_primitives::{AssetRoles, AssetStatus, Lock, MetadataValue, Moment};
use frame_support::assert_ok;

fn with(lock: Lock, expires_at: Option<Moment>, test: impl FnOnce()) {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		assert_ok!(set(ISSUER, "a", 1, lock, expires_at));
		System::reset_events();
		test();
	});
}

fn remove(who: AccountId) -> DispatchResult {
	AssetRegistry::remove_metadata(signed(who), 0, key("a"))
}

#[test]
fn works() {
	with(Lock::Never, None, || {
		assert_ok!(remove(ISSUER));
		assert_eq!(Metadata::<Test>::iter().count(), 0);
		assert_eq!(held_for_details(ISSUER), 0);
		let value = MetadataValue::Number(1);
		assert_eq!(events(), [Event::MetadataRemoved { asset: 0, key: key("a"), value }]);
		assert_noop!(remove(ISSUER), Error::<Test>::UnknownMetadata);
	});
}

#[test]
fn only_the_issuer_and_who_has_the_role_may() {
	with(Lock::Never, None, || {
		assert_bad_origins(|origin| AssetRegistry::remove_metadata(origin, 0, key("a")), &[ROOT()]);
		assert_noop!(remove(AGENT), Error::<Test>::MissingRole);
		assert_noop!(
			AssetRegistry::remove_metadata(signed(ISSUER), 1, key("a")),
			Error::<Test>::UnknownAsset
		);
		assert_ok!(grant(AssetRoles::METADATA, None));
		assert_ok!(remove(AGENT));
	});
}

#[test]
fn anybody_may_once_it_has_expired() {
	with(Lock::Until(NOW + 5), Some(NOW + 5), || {
		Today::set(NOW + 4);
		assert!(AssetRegistry::metadatum(0, key("a")).is_some());
		assert_noop!(remove(STRANGER), Error::<Test>::MissingRole);
		Today::set(NOW + 5);
		// It reads as absent before it is removed.
		assert_eq!(AssetRegistry::metadatum(0, key("a")), None);
		assert_eq!(AssetRegistry::metadata(0, None, 64), []);
		assert_ok!(remove(STRANGER));
		assert_eq!(Balances::free_balance(STRANGER), FUNDS);
		assert_eq!(held_for_details(ISSUER), 0);
	});
}

#[test]
fn a_lock_holds_up_to_its_date() {
	with(Lock::Until(NOW + 5), None, || {
		for today in [NOW, NOW + 4] {
			Today::set(today);
			assert_noop!(remove(ISSUER), Error::<Test>::MetadataLocked);
		}
		Today::set(NOW + 5);
		assert_ok!(remove(ISSUER));
	});
	with(Lock::Forever, None, || {
		Today::set(Moment::MAX);
		assert_noop!(remove(ISSUER), Error::<Test>::MetadataLocked);
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, MAX_METADATA};
use cadastre_primitives::{AssetRoles, AssetStatus, Lock, MetadataEntry, MetadataValue};
use frame_support::assert_ok;

fn builder() -> ExtBuilder {
	ExtBuilder::default().asset(AssetStatus::Draft, 1)
}

#[test]
fn works() {
	builder().build_and_execute(|| {
		let (lock, expires_at) = (Lock::Until(NOW + 5), Some(NOW + 9));
		assert_ok!(set(ISSUER, "area", 120, lock, expires_at));
		let value = MetadataValue::Number(120);
		let entry = MetadataEntry { key: key("area"), value: value.clone(), lock, expires_at };
		assert_eq!(AssetRegistry::metadatum(0, key("area")), Some(entry.clone()));
		assert_eq!(AssetRegistry::metadata(0, None, 64), [entry]);
		assert_eq!(held_for_details(ISSUER), DETAIL_DEPOSIT);
		assert_eq!(
			events(),
			[Event::MetadataSet {
				asset: 0,
				key: key("area"),
				old: None,
				new: value,
				lock,
				expires_at,
			}]
		);
	});
}

#[test]
fn carries_old_and_new() {
	builder().build_and_execute(|| {
		assert_ok!(set(ISSUER, "a", 1, Lock::Never, Some(NOW + 9)));
		Today::set(NOW + 8);
		assert_ok!(set(ISSUER, "a", 2, Lock::Never, Some(NOW + 9)));
		// What has expired is no old value.
		Today::set(NOW + 9);
		assert_ok!(set(ISSUER, "a", 3, Lock::Never, None));
		let olds = events().into_iter().map(|event| match event {
			Event::MetadataSet { old, .. } => old,
			_ => panic!("another event"),
		});
		let olds = olds.collect::<Vec<_>>();
		assert_eq!(olds, [None, Some(MetadataValue::Number(1)), None]);
		assert_eq!(held_for_details(ISSUER), DETAIL_DEPOSIT);
	});
}

#[test]
fn only_the_issuer_and_who_has_the_role_may_and_who_sets_pays() {
	builder().build_and_execute(|| {
		let call = |origin| {
			let value = MetadataValue::Number(1);
			AssetRegistry::set_metadata(origin, 0, key("a"), value, Lock::Never, None)
		};
		assert_bad_origins(call, &[ROOT()]);
		assert_noop!(call(signed(AGENT)), Error::<Test>::MissingRole);
		assert_ok!(grant(AssetRoles::METADATA, None));
		assert_ok!(call(signed(AGENT)));
		assert_eq!((held_for_details(ISSUER), held_for_details(AGENT)), (7, 7));
		assert_ok!(call(signed(ISSUER)));
		assert_eq!((held_for_details(ISSUER), held_for_details(AGENT)), (14, 0));
		let value = MetadataValue::Number(1);
		assert_noop!(
			AssetRegistry::set_metadata(signed(ISSUER), 1, key("a"), value, Lock::Never, None),
			Error::<Test>::UnknownAsset
		);
	});
}

#[test]
fn fails_for_what_is_no_key_and_no_value() {
	builder().build_and_execute(|| {
		for bad in ["", "A", "a b"] {
			assert_noop!(set(ISSUER, bad, 1, Lock::Never, None), Error::<Test>::BadKey);
		}
		let call = |value| {
			AssetRegistry::set_metadata(signed(ISSUER), 0, key("a"), value, Lock::Never, None)
		};
		let text = |text: &[u8]| text.to_vec().try_into().unwrap();
		for bad in [
			MetadataValue::Text(text(b"")),
			MetadataValue::Text(text(b"\xff")),
			MetadataValue::Uri(text(b"example.org")),
			MetadataValue::Country(*b"XX"),
		] {
			assert_noop!(call(bad), Error::<Test>::BadValue);
		}
		for good in [
			MetadataValue::Text(text(b"A+")),
			MetadataValue::Uri(text(b"https://example.org")),
			MetadataValue::Country(*b"CH"),
			MetadataValue::Digest(DIGEST),
			MetadataValue::Date(NOW),
		] {
			assert_ok!(call(good));
		}
	});
}

#[test]
fn an_entry_ends_later_than_now_and_than_its_lock() {
	builder().build_and_execute(|| {
		for past in [NOW - 1, NOW] {
			let call = set(ISSUER, "a", 1, Lock::Never, Some(past));
			assert_noop!(call, Error::<Test>::InvalidPeriod);
		}
		assert_ok!(set(ISSUER, "a", 1, Lock::Never, Some(NOW + 1)));
		let lock = Lock::Until(NOW + 5);
		let call = |end| set(ISSUER, "b", 1, lock, Some(end));
		assert_noop!(call(NOW + 4), Error::<Test>::InvalidPeriod);
		assert_ok!(call(NOW + 5));
		assert_noop!(
			set(ISSUER, "c", 1, Lock::Forever, Some(NOW + 5)),
			Error::<Test>::InvalidPeriod
		);
		assert_ok!(set(ISSUER, "c", 1, Lock::Forever, None));
	});
}

#[test]
fn is_bounded() {
	builder().build_and_execute(|| {
		for number in 0..MAX_METADATA {
			assert_ok!(set(ISSUER, &number.to_string(), 1, Lock::Never, None));
		}
		assert_noop!(set(ISSUER, "a", 1, Lock::Never, None), Error::<Test>::TooManyMetadata);
		assert_ok!(set(ISSUER, "0", 2, Lock::Never, None));
		assert_ok!(AssetRegistry::remove_metadata(signed(ISSUER), 0, key("0")));
		assert_ok!(set(ISSUER, "a", 1, Lock::Never, None));
	});
}

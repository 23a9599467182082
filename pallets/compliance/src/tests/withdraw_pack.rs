// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::traits::Gatekeeper;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::ArithmeticError;

type Gate = Pallet<Test>;

#[test]
fn removes_both_versions_and_returns_the_deposit() {
	ExtBuilder::default().with_pack(kyc()).build_and_execute(|| {
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), START + NOTICE));
		assert_ok!(Compliance::withdraw_pack(signed(AUTHOR), 0));
		assert_eq!(last_event(), Event::PackWithdrawn { pack: 0 });
		assert_eq!(Packs::<Test>::get(0), None);
		assert_eq!(UpcomingPacks::<Test>::get(0), None);
		assert!(PackRecords::<Test>::get(0).is_none());
		assert_eq!(held_in_all(AUTHOR), 0);
		assert_ok!(Compliance::publish_pack(signed(AUTHOR), kyc()));
		assert_eq!(version(0), None);
		assert_eq!(version(1), Some(1));
	});
}

#[test]
fn fails_while_an_asset_follows() {
	ExtBuilder::default().with_pack(kyc()).build_and_execute(|| {
		assert_ok!(Gate::follow(0));
		assert_eq!(last_event(), Event::PackFollowersChanged { pack: 0, old: 0, new: 1 });
		assert_ok!(Gate::follow(0));
		Gate::unfollow(0);
		assert_eq!(last_event(), Event::PackFollowersChanged { pack: 0, old: 2, new: 1 });
		assert_noop!(Compliance::withdraw_pack(signed(AUTHOR), 0), Error::<Test>::PackFollowed);
		Gate::unfollow(0);
		assert_ok!(Compliance::withdraw_pack(signed(AUTHOR), 0));
	});
}

#[test]
fn followers_are_counted_within_their_bounds() {
	ExtBuilder::default().with_pack(kyc()).build_and_execute(|| {
		assert_noop!(Gate::follow(1), Error::<Test>::UnknownPack);
		Gate::unfollow(0);
		Gate::unfollow(1);
		assert_eq!(events(), vec![]);
		assert_eq!(PackRecords::<Test>::get(0).unwrap().followers, 0);
		PackRecords::<Test>::mutate_extant(0, |record| record.followers = u32::MAX);
		assert_noop!(Gate::follow(0), ArithmeticError::Overflow);
	});
}

#[test]
fn fails_for_anybody_but_the_author() {
	ExtBuilder::default().with_pack(kyc()).build_and_execute(|| {
		assert_noop!(Compliance::withdraw_pack(signed(ALICE), 0), Error::<Test>::NotPackAuthor);
		assert_noop!(Compliance::withdraw_pack(signed(AUTHOR), 1), Error::<Test>::UnknownPack);
	});
}

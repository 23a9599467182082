// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};

#[test]
fn announces_the_next_version_and_leaves_the_enacted_one() {
	ExtBuilder::default().with_pack(kyc()).build_and_execute(|| {
		let deposit = held_in_all(AUTHOR);
		let at = START + NOTICE;
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), at));
		let enacted = Packs::<Test>::get(0).unwrap();
		assert_eq!((enacted.version, enacted.upcoming_at), (1, Some(at)));
		assert_eq!(enacted.rules, kyc());
		let upcoming = UpcomingPacks::<Test>::get(0).unwrap();
		assert_eq!((upcoming.version, upcoming.effective_at), (2, at));
		assert_eq!(upcoming.rules, accredited());
		let digest = sp_io::hashing::blake2_256(&accredited().encode()).into();
		let event = Event::PackAmended { pack: 0, version: 2, effective_at: at, digest };
		assert_eq!(events(), vec![event]);
		assert_eq!(held_in_all(AUTHOR), deposit);
	});
}

#[test]
fn fails_below_the_notice() {
	ExtBuilder::default().with_pack(kyc()).build_and_execute(|| {
		let amend = |at| Compliance::amend_pack(signed(AUTHOR), 0, accredited(), at);
		assert_noop!(amend(START + NOTICE - 1), Error::<Test>::NoticeTooShort);
		assert_noop!(amend(0), Error::<Test>::NoticeTooShort);
		assert_ok!(amend(START + NOTICE));
		assert_ok!(amend(START + NOTICE + 1));
	});
}

#[test]
fn replaces_a_version_that_is_not_in_force_yet() {
	ExtBuilder::default().with_pack(kyc()).build_and_execute(|| {
		let at = START + NOTICE;
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), at));
		Now::set(at - 1);
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, kyc(), at + NOTICE));
		assert_eq!(UpcomingPacks::<Test>::get(0).unwrap().version, 2);
		Now::set(at);
		assert_eq!(version(0), Some(1));
		Now::set(at + NOTICE);
		assert_eq!(version(0), Some(2));
		assert_eq!(Compliance::pack(0).unwrap().rules, kyc());
	});
}

#[test]
fn enacts_a_version_that_is_in_force_first() {
	ExtBuilder::default().with_pack(kyc()).build_and_execute(|| {
		let at = START + NOTICE;
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), at));
		Now::set(at);
		System::reset_events();
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, kyc(), at + NOTICE));
		assert_eq!(events()[0], Event::PackEnacted { pack: 0, version: 2 });
		assert!(matches!(events()[1], Event::PackAmended { version: 3, .. }));
		assert_eq!(events().len(), 2);
		assert_eq!(Packs::<Test>::get(0).unwrap().rules, accredited());
		assert_eq!(version(0), Some(2));
	});
}

#[test]
fn fails_for_anybody_but_the_author_and_for_bad_rules() {
	ExtBuilder::default().with_pack(kyc()).build_and_execute(|| {
		let at = START + NOTICE;
		assert_noop!(
			Compliance::amend_pack(signed(ALICE), 0, accredited(), at),
			Error::<Test>::NotPackAuthor
		);
		assert_noop!(
			Compliance::amend_pack(signed(AUTHOR), 1, accredited(), at),
			Error::<Test>::UnknownPack
		);
		assert_noop!(
			Compliance::amend_pack(signed(AUTHOR), 0, RuleSet::default(), at),
			Error::<Test>::EmptyPack
		);
		let broken = rules(&[Rule::CountryDeny { side: Sides::Both, set: 0 }], &[]);
		assert_noop!(
			Compliance::amend_pack(signed(AUTHOR), 0, broken, at),
			Error::<Test>::UnknownSet
		);
	});
}

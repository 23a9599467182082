// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, pallet_prelude::Pays};

#[test]
fn moves_the_version_in_force_and_is_free() {
	ExtBuilder::default().with_pack(kyc()).build_and_execute(|| {
		let at = START + NOTICE;
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), at));
		Now::set(at);
		let info = Compliance::enact_pack(signed(PAUPER), 0).unwrap();
		assert_eq!(info.pays_fee, Pays::No);
		let enacted = Packs::<Test>::get(0).unwrap();
		assert_eq!((enacted.version, enacted.upcoming_at), (2, None));
		assert_eq!(enacted.rules, accredited());
		assert_eq!(UpcomingPacks::<Test>::get(0), None);
		let digest = sp_io::hashing::blake2_256(&accredited().encode()).into();
		assert_eq!(PackRecords::<Test>::get(0).unwrap().digest, digest);
		assert_eq!(last_event(), Event::PackEnacted { pack: 0, version: 2 });
	});
}

#[test]
fn fails_before_the_date() {
	ExtBuilder::default().with_pack(kyc()).build_and_execute(|| {
		assert_noop!(Compliance::enact_pack(signed(BOB), 0), Error::<Test>::NothingToEnact);
		let at = START + NOTICE;
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), at));
		Now::set(at - 1);
		// The whole dispatch is charged: a failure names no weight and no waiver.
		let error = Compliance::enact_pack(signed(BOB), 0).unwrap_err();
		assert_eq!(error.error, Error::<Test>::NothingToEnact.into());
		assert_eq!(error.post_info.pays_fee, Pays::Yes);
		Now::set(at + 1);
		assert_ok!(Compliance::enact_pack(signed(BOB), 0));
		assert_noop!(Compliance::enact_pack(signed(BOB), 0), Error::<Test>::NothingToEnact);
	});
}

#[test]
fn fails_without_a_pack() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Compliance::enact_pack(signed(BOB), 0), Error::<Test>::UnknownPack);
	});
}

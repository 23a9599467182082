// SPDX-License-Identifier: Apache-2.0

use super::*;
use cadastre_primitives::{BookStatus, Reason};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

#[test]
fn works_and_counts_the_followers() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let before = book(ASSET);
		assert_eq!((Packs::get()[&PACK], Packs::get()[&OTHER_PACK]), (1, 0));
		assert_ok!(Shares::set_pack(signed(ISSUER), ASSET, OTHER_PACK));
		assert_eq!((Packs::get()[&PACK], Packs::get()[&OTHER_PACK]), (0, 1));
		assert_eq!(book(ASSET), Book { pack: OTHER_PACK, ..before });
		System::assert_last_event(
			Event::PackChanged { asset: ASSET, old: PACK, new: OTHER_PACK }.into(),
		);
		assert_eq!(System::events().len(), 1);
	});
}

#[test]
fn decides_from_the_next_movement_on() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1));
		assert_ok!(Shares::set_pack(signed(ISSUER), ASSET, OTHER_PACK));
		assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1));
		let packs: Vec<_> = Asked::get().into_iter().map(|(pack, _)| pack).collect();
		assert_eq!(packs, [PACK, OTHER_PACK]);
	});
}

#[test]
fn works_whatever_the_status_of_the_book() {
	for status in [BookStatus::Closed, BookStatus::Suspended, BookStatus::WindingUp] {
		ExtBuilder::default().status(status).build_and_execute(|| {
			assert_ok!(Shares::set_pack(signed(ISSUER), ASSET, OTHER_PACK));
			assert_eq!(book(ASSET).status, status);
		});
	}
}

#[test]
fn fails_for_the_same_pack() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Shares::set_pack(signed(ISSUER), ASSET, PACK), Error::<Test>::SamePack);
		assert_eq!(Packs::get()[&PACK], 1);
	});
}

#[test]
fn fails_for_an_unknown_pack() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Shares::set_pack(signed(ISSUER), ASSET, NO_PACK),
			refusal(Reason::UnknownPack)
		);
		assert_eq!(Packs::get()[&PACK], 1);
	});
}

#[test]
fn fails_for_anybody_but_the_issuer() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		for who in [ANNA_KEY, STRANGER] {
			assert_noop!(
				Shares::set_pack(signed(who), ASSET, OTHER_PACK),
				Error::<Test>::NotIssuer
			);
		}
		assert_noop!(Shares::set_pack(RuntimeOrigin::root(), ASSET, OTHER_PACK), BadOrigin);
	});
}

#[test]
fn fails_for_an_unknown_asset() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Shares::set_pack(signed(ISSUER), ASSET + 1, OTHER_PACK),
			refusal(Reason::UnknownAsset)
		);
	});
}

#[test]
fn the_holders_may_and_only_of_their_asset() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Shares::set_pack(signed(ASSEMBLY), ASSET, OTHER_PACK));
		assert_eq!(book(ASSET).pack, OTHER_PACK);
		assert_noop!(
			Shares::set_pack(signed(ASSEMBLY), ASSET, OTHER_PACK),
			Error::<Test>::SamePack
		);
		assert_noop!(
			Shares::set_pack(signed(ASSEMBLY), ASSET + 1, OTHER_PACK),
			refusal(Reason::UnknownAsset)
		);
	});
}

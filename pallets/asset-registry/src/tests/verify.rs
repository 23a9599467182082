// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetStatus, BookStatus, Verification};
use frame_support::assert_ok;

#[test]
fn works() {
	ExtBuilder::default().asset(AssetStatus::Draft, 2).build_and_execute(|| {
		Today::set(NOW + 5);
		assert_ok!(AssetRegistry::verify(signed(VERIFIER), 0, 2));
		let asset = AssetRegistry::asset(0).unwrap();
		assert_eq!(asset.status, AssetStatus::Verified);
		assert_eq!(
			asset.verification,
			Some(Verification { verifier: VERIFIER, papers: 2, at: NOW + 5 })
		);
		// Verified is not yet open.
		assert_eq!(book_status(0), BookStatus::Closed);
		assert_last(Event::AssetVerified { asset: 0, verifier: VERIFIER, papers: 2 });
	});
}

#[test]
fn only_a_verifier_may() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		assert_bad_origins(
			|origin| AssetRegistry::verify(origin, 0, 1),
			&[ROOT(), signed(ISSUER), signed(STRANGER)],
		);
		assert_noop!(AssetRegistry::verify(signed(VERIFIER), 1, 1), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn the_issuer_cannot_even_if_it_is_a_verifier() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let own = register(BOTH);
		assert_ok!(file(BOTH, own, None));
		assert_noop!(
			AssetRegistry::verify(signed(BOTH), own, 1),
			Error::<Test>::IssuerCannotVerify
		);
		assert_ok!(AssetRegistry::verify(signed(BOTH), 0, 1));
		assert_ok!(AssetRegistry::verify(signed(VERIFIER), own, 1));
	});
}

#[test]
fn needs_a_paper() {
	ExtBuilder::default().build_and_execute(|| {
		register(ISSUER);
		assert_noop!(AssetRegistry::verify(signed(VERIFIER), 0, 0), Error::<Test>::NoPapers);
		assert_noop!(AssetRegistry::verify(signed(VERIFIER), 0, 1), Error::<Test>::NoPapers);
	});
}

#[test]
fn fails_when_a_paper_was_slipped_in() {
	ExtBuilder::default().asset(AssetStatus::Draft, 2).build_and_execute(|| {
		for seen in [0, 1, 3] {
			assert_noop!(
				AssetRegistry::verify(signed(VERIFIER), 0, seen),
				Error::<Test>::PapersChanged
			);
		}
		assert_ok!(file(ISSUER, 0, None));
		assert_noop!(AssetRegistry::verify(signed(VERIFIER), 0, 2), Error::<Test>::PapersChanged);
		assert_ok!(AssetRegistry::verify(signed(VERIFIER), 0, 3));
	});
}

#[test]
fn papers_filed_later_are_not_verified() {
	ExtBuilder::default().asset(AssetStatus::Verified, 2).build_and_execute(|| {
		assert_ok!(file(ISSUER, 0, None));
		let asset = AssetRegistry::asset(0).unwrap();
		assert_eq!((asset.papers, asset.verification.unwrap().papers), (3, 2));
	});
}

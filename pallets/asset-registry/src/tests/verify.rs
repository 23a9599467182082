// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{
	AssetRoles, AssetStatus, Attestation, BookStatus, Profession, Professions, Verification,
};
use frame_support::assert_ok;

#[test]
fn works() {
	ExtBuilder::default().asset(AssetStatus::Draft, 2).build_and_execute(|| {
		Today::set(NOW + 5);
		assert_ok!(verify(VERIFIER, 0, 2));
		let asset = AssetRegistry::asset(0).unwrap();
		assert_eq!(asset.status, AssetStatus::Verified);
		assert_eq!(
			asset.verification,
			Some(Verification { verifier: VERIFIER, papers: 2, at: NOW + 5 })
		);
		// Verified is not yet open.
		assert_eq!(book_status(0), BookStatus::Closed);
		let attestation = Attestation {
			profession: Profession::Lawyer,
			verifier: VERIFIER,
			papers: 2,
			at: NOW + 5,
		};
		assert_eq!(asset.attestations, [attestation]);
		let profession = Profession::Lawyer;
		assert_eq!(
			events(),
			[
				Event::AssetAttested { asset: 0, verifier: VERIFIER, profession, papers: 2 },
				Event::AssetVerified { asset: 0, verifier: VERIFIER, papers: 2 },
			]
		);
	});
}

#[test]
fn only_a_verifier_may() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		assert_bad_origins(|origin| AssetRegistry::verify(origin, 0, 1, BOND.digest()), &[ROOT()]);
		for who in [ISSUER, STRANGER] {
			assert_noop!(verify(who, 0, 1), Error::<Test>::NotVerifier);
		}
		assert_noop!(verify(VERIFIER, 1, 1), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn the_issuer_cannot_even_if_it_is_a_verifier() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let own = register(BOTH);
		assert_ok!(file(BOTH, own, None));
		assert_noop!(verify(BOTH, own, 1), Error::<Test>::IssuerCannotVerify);
		assert_ok!(verify(BOTH, 0, 1));
		assert_ok!(verify(VERIFIER, own, 1));
	});
}

#[test]
fn needs_a_paper() {
	ExtBuilder::default().build_and_execute(|| {
		register(ISSUER);
		assert_noop!(verify(VERIFIER, 0, 0), Error::<Test>::NoPapers);
		assert_noop!(verify(VERIFIER, 0, 1), Error::<Test>::NoPapers);
	});
}

#[test]
fn fails_when_a_paper_was_slipped_in() {
	ExtBuilder::default().asset(AssetStatus::Draft, 2).build_and_execute(|| {
		for seen in [0, 1, 3] {
			assert_noop!(verify(VERIFIER, 0, seen), Error::<Test>::PapersChanged);
		}
		assert_ok!(file(ISSUER, 0, None));
		assert_noop!(verify(VERIFIER, 0, 2), Error::<Test>::PapersChanged);
		assert_ok!(verify(VERIFIER, 0, 3));
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

/// A house of [`ISSUER`] with one paper.
fn house() -> u32 {
	let house = register_as(ISSUER, HOUSE);
	assert_ok!(file(ISSUER, house, None));
	house
}

fn attest(who: AccountId, asset: u32) -> DispatchResult {
	AssetRegistry::verify(signed(who), asset, 1, HOUSE.digest())
}

#[test]
fn every_profession_that_the_class_needs_must_attest() {
	for order in [[NOTARY, SURVEYOR], [SURVEYOR, NOTARY]] {
		ExtBuilder::default().build_and_execute(|| {
			let house = house();
			assert_ok!(attest(order[0], house));
			assert_eq!(status(house), AssetStatus::Draft);
			assert_eq!(AssetRegistry::asset(house).unwrap().verification, None);
			// Another lawyer changes nothing.
			assert_ok!(attest(VERIFIER, house));
			assert_eq!(status(house), AssetStatus::Draft);
			assert_ok!(attest(order[1], house));
			assert_eq!(status(house), AssetStatus::Verified);
			let verification = AssetRegistry::asset(house).unwrap().verification.unwrap();
			assert_eq!(verification.verifier, order[1]);
		});
	}
}

#[test]
fn a_profession_attests_once() {
	ExtBuilder::default().build_and_execute(|| {
		let house = house();
		assert_ok!(attest(VERIFIER, house));
		for lawyer in [VERIFIER, BOTH] {
			assert_noop!(attest(lawyer, house), Error::<Test>::AlreadyAttested);
		}
	});
}

#[test]
fn the_policy_at_the_time_counts() {
	ExtBuilder::default().build_and_execute(|| {
		let house = house();
		let class = HOUSE.class();
		assert_ok!(AssetRegistry::set_policy(ROOT(), class, Some(Professions::LAWYER)));
		assert_ok!(attest(NOTARY, house));
		assert_eq!(status(house), AssetStatus::Draft);
		assert_ok!(attest(VERIFIER, house));
		assert_eq!(status(house), AssetStatus::Verified);
	});
}

#[test]
fn fails_when_the_facts_were_changed_under_it() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let facts = BOND.digest();
		let house = AssetRegistry::verify(signed(VERIFIER), 0, 1, HOUSE.digest());
		assert_noop!(house, Error::<Test>::FactsChanged);
		assert_eq!(AssetRegistry::asset(0).unwrap().facts_digest, facts);
		assert_ok!(AssetRegistry::verify(signed(VERIFIER), 0, 1, facts));
	});
}

#[test]
fn who_has_a_role_cannot_even_when_it_has_ended() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let roles = AssetRoles::PAPERS;
		let end = Some(NOW + 1);
		assert_ok!(AssetRegistry::grant_role(signed(ISSUER), 0, VERIFIER, roles, end));
		assert_noop!(verify(VERIFIER, 0, 1), Error::<Test>::VerifierHasRole);
		Today::set(NOW + 1);
		assert_noop!(verify(VERIFIER, 0, 1), Error::<Test>::VerifierHasRole);
		assert_ok!(AssetRegistry::revoke_role(signed(VERIFIER), 0, VERIFIER));
		assert_ok!(verify(VERIFIER, 0, 1));
	});
}

#[test]
fn only_a_listed_verifier_may() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::apply_as_verifier(signed(STRANGER), Profession::Lawyer));
		assert_noop!(verify(STRANGER, 0, 1), Error::<Test>::NotVerifier);
		assert_ok!(AssetRegistry::leave_verifiers(signed(BOTH)));
		assert_noop!(verify(BOTH, 0, 1), Error::<Test>::NotVerifier);
		assert_ok!(AssetRegistry::dismiss_verifier(ROOT(), VERIFIER, 0, DIGEST));
		assert_noop!(verify(VERIFIER, 0, 1), Error::<Test>::NotVerifier);
		assert_ok!(AssetRegistry::approve_verifier(ROOT(), STRANGER));
		assert_ok!(verify(STRANGER, 0, 1));
	});
}

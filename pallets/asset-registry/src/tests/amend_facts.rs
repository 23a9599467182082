// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetFacts, AssetRoles, AssetStatus, Moment, PaperId};
use frame_support::assert_ok;

/// The bond with a maturity.
fn facts(maturity: Moment) -> AssetFacts {
	let AssetFacts::Debt { currency, face_value, coupon, day_count, .. } = BOND else {
		unreachable!()
	};
	AssetFacts::Debt { currency, face_value, coupon, maturity: Some(maturity), day_count }
}

fn amend(maturity: Moment, paper: Option<PaperId>) -> DispatchResult {
	AssetRegistry::amend_facts(signed(ISSUER), 0, facts(maturity), paper)
}

#[test]
fn works() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		assert_ok!(amend(5, None));
		let asset = AssetRegistry::asset(0).unwrap();
		assert_eq!((asset.facts, asset.facts_digest), (facts(5), facts(5).digest()));
		let (old, new) = (BOND.digest(), facts(5).digest());
		assert_eq!(events(), [Event::FactsAmended { asset: 0, paper: None, old, new }]);
	});
}

#[test]
fn only_the_issuer_and_who_has_the_role_may() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let call = |origin| AssetRegistry::amend_facts(origin, 0, facts(5), None);
		assert_bad_origins(call, &[ROOT()]);
		assert_noop!(call(signed(VERIFIER)), Error::<Test>::MissingRole);
		assert_ok!(grant(AssetRoles::PAPERS, None));
		assert_noop!(call(signed(AGENT)), Error::<Test>::MissingRole);
		assert_ok!(grant(AssetRoles::MANAGER, None));
		assert_ok!(call(signed(AGENT)));
		let unknown = AssetRegistry::amend_facts(signed(ISSUER), 1, facts(5), None);
		assert_noop!(unknown, Error::<Test>::UnknownAsset);
	});
}

#[test]
fn keeps_the_class_and_the_meaning() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let call = |facts| AssetRegistry::amend_facts(signed(ISSUER), 0, facts, None);
		assert_noop!(call(HOUSE), Error::<Test>::WrongClass);
		assert_noop!(call(facts(0)), Error::<Test>::BadFacts);
		assert_noop!(call(BOND), Error::<Test>::SameFacts);
		assert_noop!(amend(5, Some(1)), Error::<Test>::UnknownPaper);
		assert_ok!(amend(5, Some(0)));
	});
}

#[test]
fn voids_what_was_attested_to_a_draft() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::verify(signed(NOTARY), 0, 1, BOND.digest()));
		assert_ok!(amend(5, None));
		assert_eq!(AssetRegistry::asset(0).unwrap().attestations, []);
		assert_noop!(verify(VERIFIER, 0, 1), Error::<Test>::FactsChanged);
		assert_ok!(AssetRegistry::verify(signed(VERIFIER), 0, 1, facts(5).digest()));
	});
}

#[test]
fn later_needs_a_paper_that_no_verifier_saw() {
	for before in [AssetStatus::Verified, AssetStatus::Active] {
		ExtBuilder::default().asset(before, 2).build_and_execute(|| {
			assert_noop!(amend(5, None), Error::<Test>::MissingPaper);
			assert_noop!(amend(5, Some(1)), Error::<Test>::PaperNotNew);
			assert_noop!(amend(5, Some(2)), Error::<Test>::UnknownPaper);
			assert_ok!(file(ISSUER, 0, None));
			assert_ok!(amend(5, Some(2)));
			// Not twice by one paper, nor by an earlier one.
			assert_noop!(amend(6, Some(2)), Error::<Test>::PaperNotNew);
			assert_ok!(file(ISSUER, 0, None));
			assert_ok!(amend(6, Some(3)));
			assert_noop!(amend(5, Some(2)), Error::<Test>::PaperNotNew);
			let asset = AssetRegistry::asset(0).unwrap();
			assert_eq!((asset.status, asset.attestations.len()), (before, 1));
		});
	}
}

// SPDX-License-Identifier: Apache-2.0

//! What audits found in other registers of assets, and does not happen here.

use super::*;
use crate::Papers;
use cadastre_primitives::{AssetStatus, PaperKind};
use frame_support::assert_ok;
use sp_core::H256;

/// HA FN4: a document of the same name took the place of the earlier one.
#[test]
fn ha_fn4_a_paper_is_never_overwritten() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let first = Papers::<Test>::get(0, 0).unwrap();
		Today::set(NOW + 10);
		// The same kind and digest, then another digest, with and without superseding.
		for (digest, supersedes) in
			[(DIGEST, None), (DIGEST, Some(0)), (H256::zero(), Some(0)), (H256::zero(), None)]
		{
			assert_ok!(AssetRegistry::file_paper(
				signed(ISSUER),
				0,
				PaperKind::Title,
				digest,
				NOW,
				supersedes
			));
		}
		assert_eq!(Papers::<Test>::get(0, 0), Some(first));
		assert_eq!(Papers::<Test>::iter_prefix(0).count(), 5);
	});
}

/// HA FN4: no call but the removal of a retired asset touches a paper.
#[test]
fn ha_fn4_papers_outlast_the_life_cycle() {
	ExtBuilder::default().asset(AssetStatus::Draft, 3).build_and_execute(|| {
		let papers = AssetRegistry::papers(0, None, 64);
		assert_ok!(AssetRegistry::verify(signed(VERIFIER), 0, 3));
		assert_ok!(AssetRegistry::activate(signed(ISSUER), 0));
		assert_ok!(AssetRegistry::suspend(ROOT(), 0, DIGEST));
		assert_ok!(AssetRegistry::resume(ROOT(), 0));
		assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
		assert_eq!(AssetRegistry::papers(0, None, 64), papers);
	});
}

/// OZS L-07: the versions of a document could not be told apart, nor the earlier ones be found.
#[test]
fn ozs_l07_every_version_of_a_document_is_found() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		for version in 1..4_u32 {
			Today::set(NOW + u64::from(version));
			assert_ok!(AssetRegistry::file_paper(
				signed(ISSUER),
				0,
				PaperKind::Title,
				H256::from_low_u64_be(version.into()),
				NOW,
				Some(version - 1)
			));
		}
		let papers = AssetRegistry::papers(0, None, 64);
		let mut history = vec![papers.last().unwrap()];
		while let Some(earlier) = history.last().unwrap().supersedes {
			history.push(papers.iter().find(|paper| paper.id == earlier).unwrap());
		}
		let digests = history.iter().map(|paper| paper.digest).collect::<Vec<_>>();
		let [three, two, one] = [3, 2, 1].map(H256::from_low_u64_be);
		assert_eq!(digests, [three, two, one, DIGEST]);
		assert!(history.windows(2).all(|pair| pair[0].filed_at > pair[1].filed_at));
	});
}

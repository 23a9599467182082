// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::MAX_PAGE;
use cadastre_primitives::{
	traits::AssetClasses, AssetId, AssetRoles, AssetStatus, Lock, MetadataKey, PaperId,
};
use frame_support::assert_ok;

fn page(after: Option<PaperId>, limit: u32) -> Vec<PaperId> {
	AssetRegistry::papers(0, after, limit).into_iter().map(|paper| paper.id).collect()
}

#[test]
fn an_unknown_asset_has_no_answer_and_no_papers() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		assert_eq!(AssetRegistry::asset(1), None);
		assert_eq!(AssetRegistry::papers(1, None, 64), Vec::new());
	});
}

#[test]
fn the_class_of_an_asset_is_that_of_its_facts() {
	ExtBuilder::default().asset(AssetStatus::Draft, 0).build_and_execute(|| {
		let class = <AssetRegistry as AssetClasses>::class;
		assert_eq!(class(0), Some(BOND.class()));
		assert_eq!(class(1), None);
		crate::Assets::<Test>::mutate_extant(0, |asset| asset.facts = HOUSE);
		assert_eq!(class(0), Some(HOUSE.class()));
		assert_ne!(HOUSE.class(), BOND.class());
	});
}

#[test]
fn papers_come_page_by_page() {
	ExtBuilder::default().asset(AssetStatus::Draft, 5).build_and_execute(|| {
		assert_eq!(page(None, 0), [0; 0]);
		assert_eq!(page(None, 2), [0, 1]);
		assert_eq!(page(Some(1), 2), [2, 3]);
		assert_eq!(page(Some(3), 2), [4]);
		assert_eq!(page(Some(4), 2), [0; 0]);
		assert_eq!(page(Some(5), 2), [0; 0]);
		assert_eq!(page(None, u32::MAX), [0, 1, 2, 3, 4]);
		assert_eq!(page(Some(PaperId::MAX), u32::MAX), [0; 0]);
	});
}

#[test]
fn a_page_has_its_bound_whatever_is_asked() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build().execute_with(|| {
		let paper = crate::Papers::<Test>::get(0, 0).unwrap();
		for id in 1..=MAX_PAGE {
			crate::Papers::<Test>::insert(0, id, paper.clone());
		}
		crate::Assets::<Test>::mutate(0, |asset| asset.as_mut().unwrap().papers = MAX_PAGE + 1);
		assert_eq!(page(None, MAX_PAGE - 1).len(), 63);
		assert_eq!(page(None, MAX_PAGE).len(), 64);
		assert_eq!(page(None, MAX_PAGE + 1).len(), 64);
		assert_eq!(page(Some(63), MAX_PAGE), [64]);
	});
}

#[test]
fn the_assets_of_an_issuer_come_page_by_page() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..5 {
			register(ISSUER);
		}
		register(STRANGER);
		let page = |after: Option<AssetId>, limit| AssetRegistry::assets_of(ISSUER, after, limit);
		let all = page(None, u32::MAX);
		assert_eq!(all.len(), 5);
		assert_eq!(page(None, 0), [0; 0]);
		let (first, second) = (page(None, 2), page(Some(all[1]), 2));
		assert_eq!([first, second, page(Some(all[3]), 2)].concat(), all);
		assert_eq!(page(Some(all[4]), 2), [0; 0]);
		assert_eq!(AssetRegistry::assets_of(STRANGER, None, 64), [5]);
	});
}

#[test]
fn metadata_come_page_by_page() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		for text in ["a", "b", "c", "d"] {
			let end = (text == "b").then_some(NOW + 1);
			assert_ok!(set(ISSUER, text, 1, Lock::Never, end));
		}
		let page = |after: Option<MetadataKey>, limit| -> Vec<MetadataKey> {
			let page = AssetRegistry::metadata(0, after, limit);
			page.into_iter().map(|entry| entry.key).collect()
		};
		let all = page(None, 64);
		assert_eq!(all.len(), 4);
		assert!(page(None, 0).is_empty());
		assert_eq!([page(None, 3), page(Some(all[2].clone()), 3)].concat(), all);
		assert!(AssetRegistry::metadata(1, None, 64).is_empty());
		// What has expired takes a place in the page and is not shown.
		Today::set(NOW + 1);
		assert_eq!(page(None, 64).len(), 3);
		assert!(!page(None, 64).contains(&key("b")));
	});
}

#[test]
fn roles_are_asked_one_by_one_and_together() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let two = AssetRoles(AssetRoles::ISSUE.0 | AssetRoles::PAPERS.0);
		assert_ok!(grant(two, None));
		assert!(AssetRegistry::has_roles(0, AGENT, AssetRoles::ISSUE));
		assert!(AssetRegistry::has_roles(0, AGENT, two));
		assert!(!AssetRegistry::has_roles(0, AGENT, AssetRoles::METADATA));
		assert!(!AssetRegistry::has_roles(0, AGENT, AssetRoles(two.0 | AssetRoles::METADATA.0)));
		assert!(AssetRegistry::has_roles(0, ISSUER, AssetRoles::ISSUERS));
		assert!(!AssetRegistry::has_roles(0, ISSUER, AssetRoles::ALL));
		assert!(!AssetRegistry::has_roles(1, ISSUER, AssetRoles::ISSUE));
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::MAX_PAGE;
use cadastre_primitives::{AssetStatus, PaperId};

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

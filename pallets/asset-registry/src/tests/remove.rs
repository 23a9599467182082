// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Assets, Error, Papers, WeightInfo};
use cadastre_primitives::{AssetRoles, AssetStatus, Lock};
use frame_support::assert_ok;

fn retired(papers: u32) -> ExtBuilder {
	ExtBuilder::default().asset(AssetStatus::Retired, papers)
}

fn remove(limit: u32) -> DispatchResult {
	AssetRegistry::remove(signed(ISSUER), 0, limit).map(|_| ()).map_err(|error| error.error)
}

#[test]
fn works_and_returns_every_deposit() {
	retired(3).build_and_execute(|| {
		assert_eq!(held(ISSUER), (ASSET_DEPOSIT, 3 * PAPER_DEPOSIT));
		assert_ok!(remove(3));
		assert_eq!(held(ISSUER), (0, 0));
		assert_eq!(Balances::free_balance(ISSUER), FUNDS);
		assert!(!Assets::<Test>::contains_key(0));
		assert_eq!(Papers::<Test>::iter().count(), 0);
		assert_eq!(Ledger::book(0), None);
		assert_eq!(
			events(),
			[
				Event::PapersRemoved { asset: 0, removed: 3, left: 0 },
				Event::AssetRemoved { asset: 0 },
			]
		);
	});
}

#[test]
fn goes_page_by_page_from_the_last_paper() {
	retired(5).build_and_execute(|| {
		assert_ok!(remove(2));
		assert_eq!(events(), [Event::PapersRemoved { asset: 0, removed: 2, left: 3 }]);
		let left = AssetRegistry::papers(0, None, 64);
		assert_eq!(left.iter().map(|paper| paper.id).collect::<Vec<_>>(), [0, 1, 2]);
		assert_eq!(held(ISSUER), (ASSET_DEPOSIT, 3 * PAPER_DEPOSIT));
		assert_ok!(AssetRegistry::do_try_state());
		assert_ok!(remove(2));
		assert_eq!(events(), [Event::PapersRemoved { asset: 0, removed: 2, left: 1 }]);
		assert!(Ledger::book(0).is_some());
		assert_ok!(remove(2));
		assert_eq!(
			events(),
			[
				Event::PapersRemoved { asset: 0, removed: 1, left: 0 },
				Event::AssetRemoved { asset: 0 },
			]
		);
		assert_eq!(Balances::free_balance(ISSUER), FUNDS);
		assert_noop!(remove(2), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn the_limit_is_exact() {
	for (limit, left) in [(1, Some(2)), (2, Some(1)), (3, None), (4, None), (u32::MAX, None)] {
		retired(3).build_and_execute(|| {
			assert_ok!(remove(limit));
			assert_eq!(AssetRegistry::asset(0).map(|asset| asset.papers), left);
		});
	}
	retired(3).build_and_execute(|| {
		assert_noop!(remove(0), Error::<Test>::ZeroLimit);
	});
}

#[test]
fn works_without_a_paper() {
	ExtBuilder::default().build_and_execute(|| {
		register(ISSUER);
		assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
		System::reset_events();
		assert_ok!(remove(1));
		assert_eq!(events(), [Event::AssetRemoved { asset: 0 }]);
		assert_eq!(Balances::free_balance(ISSUER), FUNDS);
	});
}

#[test]
fn refunds_the_weight_of_papers_that_were_not_there() {
	retired(3).build_and_execute(|| {
		let actual =
			|limit| AssetRegistry::remove(signed(ISSUER), 0, limit).unwrap().actual_weight.unwrap();
		assert_eq!(actual(1), <() as WeightInfo>::remove(1));
		assert_eq!(actual(MAX_PAPERS), <() as WeightInfo>::remove(2));
	});
}

#[test]
fn only_the_issuer_may() {
	retired(1).build_and_execute(|| {
		let call =
			|origin| AssetRegistry::remove(origin, 0, 1).map(|_| ()).map_err(|error| error.error);
		assert_bad_origins(call, &[ROOT()]);
		assert_noop!(call(signed(STRANGER)), Error::<Test>::NotIssuer);
	});
}

#[test]
fn fails_while_shares_are_in_issue() {
	ExtBuilder::default().asset(AssetStatus::Active, 2).build_and_execute(|| {
		assert_ok!(Ledger::set_supply(0, 2));
		assert_noop!(AssetRegistry::retire(signed(ISSUER), 0), Error::<Test>::SharesInIssue);
		assert_ok!(Ledger::set_supply(0, 0));
		assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
		for supply in [2, 1] {
			Ledger::force_supply(0, supply);
			assert_noop!(remove(2), Error::<Test>::SharesInIssue);
		}
		Ledger::force_supply(0, 0);
		assert_ok!(remove(2));
	});
}

#[test]
fn leaves_other_assets_alone() {
	retired(2).build_and_execute(|| {
		let other = asset_in(AssetStatus::Draft, 2);
		assert_ok!(remove(2));
		assert_eq!(AssetRegistry::papers(other, None, 64).len(), 2);
		assert_eq!(held(ISSUER), (ASSET_DEPOSIT, 2 * PAPER_DEPOSIT));
	});
}

/// A retired asset with two papers, two entries of metadata, one role and two identifiers.
fn full() {
	asset_in(AssetStatus::Draft, 2);
	assert_ok!(grant(AssetRoles(AssetRoles::METADATA.0 | AssetRoles::PAPERS.0), None));
	assert_ok!(set(ISSUER, "a", 1, Lock::Forever, None));
	assert_ok!(set(AGENT, "b", 2, Lock::Never, None));
	assert_ok!(AssetRegistry::add_identifier(signed(ISSUER), 0, ISIN));
	assert_ok!(AssetRegistry::add_identifier(signed(AGENT), 0, LEI));
	assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
	System::reset_events();
}

#[test]
fn returns_each_deposit_to_who_paid_it() {
	ExtBuilder::default().build_and_execute(|| {
		full();
		assert_eq!((held_for_details(ISSUER), held_for_details(AGENT)), (21, 14));
		assert_ok!(remove(5));
		assert_eq!(
			events(),
			[
				Event::DetailsRemoved { asset: 0, removed: 5, left: 0 },
				Event::PapersRemoved { asset: 0, removed: 2, left: 0 },
				Event::AssetRemoved { asset: 0 },
			]
		);
		for who in [ISSUER, AGENT] {
			assert_eq!((held(who), held_for_details(who)), ((0, 0), 0));
			assert_eq!(Balances::free_balance(who), FUNDS);
		}
		assert_eq!(AssetRegistry::asset_by_identifier(ISIN), None);
		assert_eq!(AssetRegistry::assets_of(ISSUER, None, 64), [0; 0]);
	});
}

#[test]
fn details_go_page_by_page_before_the_papers() {
	ExtBuilder::default().build_and_execute(|| {
		full();
		assert_ok!(remove(1));
		assert_eq!(events(), [Event::DetailsRemoved { asset: 0, removed: 3, left: 2 }]);
		assert_ok!(AssetRegistry::do_try_state());
		assert_ok!(remove(1));
		assert_eq!(events(), [Event::DetailsRemoved { asset: 0, removed: 1, left: 1 }]);
		assert_ok!(AssetRegistry::do_try_state());
		assert_ok!(remove(2));
		assert_eq!(
			events(),
			[
				Event::DetailsRemoved { asset: 0, removed: 1, left: 0 },
				Event::PapersRemoved { asset: 0, removed: 1, left: 1 },
			]
		);
		assert_ok!(AssetRegistry::do_try_state());
		assert_ok!(remove(1));
		assert_eq!(AssetRegistry::asset(0), None);
	});
}

#[test]
fn frees_identifiers_for_another_asset() {
	ExtBuilder::default().build_and_execute(|| {
		full();
		let other = register(STRANGER);
		let add = || AssetRegistry::add_identifier(signed(STRANGER), other, ISIN);
		assert_noop!(add(), Error::<Test>::IdentifierInUse);
		assert_ok!(remove(1));
		assert_ok!(add());
	});
}

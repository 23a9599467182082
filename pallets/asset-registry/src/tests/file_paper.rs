// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, Papers};
use cadastre_primitives::{AssetRoles, AssetStatus, Moment, PaperId, PaperInfo, PaperKind};
use frame_support::assert_ok;
use sp_runtime::TokenError;

fn dated(dated: Moment) -> DispatchResult {
	AssetRegistry::file_paper(signed(ISSUER), 0, PaperKind::Valuation, DIGEST, dated, None)
}

fn count() -> u32 {
	AssetRegistry::asset(0).unwrap().papers
}

#[test]
fn works() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		Today::set(NOW + 50);
		assert_ok!(AssetRegistry::file_paper(
			signed(ISSUER),
			0,
			PaperKind::Valuation,
			DIGEST,
			NOW,
			Some(0)
		));
		assert_eq!(
			AssetRegistry::papers(0, Some(0), 1),
			[PaperInfo {
				id: 1,
				kind: PaperKind::Valuation,
				digest: DIGEST,
				dated: NOW,
				filed_at: NOW + 50,
				supersedes: Some(0),
			}]
		);
		assert_eq!(count(), 2);
		assert_eq!(held(ISSUER), (ASSET_DEPOSIT, 2 * PAPER_DEPOSIT));
		assert_last(Event::PaperFiled {
			asset: 0,
			paper: 1,
			kind: PaperKind::Valuation,
			digest: DIGEST,
			dated: NOW,
			supersedes: Some(0),
		});
	});
}

#[test]
fn only_the_issuer_and_who_has_the_role_may() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let call =
			|origin| AssetRegistry::file_paper(origin, 0, PaperKind::Title, DIGEST, NOW, None);
		assert_bad_origins(call, &[ROOT()]);
		assert_noop!(file(STRANGER, 0, None), Error::<Test>::MissingRole);
		assert_noop!(file(VERIFIER, 0, None), Error::<Test>::MissingRole);
		assert_ok!(grant(AssetRoles(AssetRoles::ALL.0 & !0b1_0010), None));
		assert_noop!(file(AGENT, 0, None), Error::<Test>::MissingRole);
		assert_ok!(grant(AssetRoles::PAPERS, None));
		assert_ok!(file(AGENT, 0, None));
		// Who files pays.
		assert_eq!((held(AGENT), held(ISSUER).1), ((0, PAPER_DEPOSIT), PAPER_DEPOSIT));
		assert_noop!(file(ISSUER, 1, None), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn is_bounded() {
	ExtBuilder::default().asset(AssetStatus::Draft, MAX_PAPERS - 1).build_and_execute(|| {
		assert_ok!(file(ISSUER, 0, None));
		assert_eq!(count(), MAX_PAPERS);
		assert_noop!(file(ISSUER, 0, None), Error::<Test>::TooManyPapers);
	});
}

#[test]
fn a_document_may_be_dated_up_to_now() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		assert_ok!(dated(0));
		assert_ok!(dated(NOW - 1));
		assert_ok!(dated(NOW));
		assert_noop!(dated(NOW + 1), Error::<Test>::DatedInFuture);
		assert_noop!(dated(Moment::MAX), Error::<Test>::DatedInFuture);
		Today::set(NOW + 1);
		assert_ok!(dated(NOW + 1));
	});
}

#[test]
fn supersedes_only_an_earlier_paper() {
	ExtBuilder::default().asset(AssetStatus::Draft, 2).build_and_execute(|| {
		// Neither itself, nor one that will be.
		for later in [2, 3, PaperId::MAX] {
			assert_noop!(file(ISSUER, 0, Some(later)), Error::<Test>::UnknownPaper);
		}
		assert_ok!(file(ISSUER, 0, Some(1)));
		assert_ok!(file(ISSUER, 0, Some(0)));
	});
}

#[test]
fn does_not_count_the_papers_of_another_asset() {
	ExtBuilder::default().asset(AssetStatus::Draft, 2).build_and_execute(|| {
		let other = register(ISSUER);
		assert_noop!(file(ISSUER, other, Some(0)), Error::<Test>::UnknownPaper);
		assert_ok!(file(ISSUER, other, None));
		assert!(Papers::<Test>::contains_key(other, 0));
		assert_eq!(count(), 2);
	});
}

#[test]
fn fails_without_the_deposit() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let free = Balances::free_balance(ISSUER);
		assert_ok!(Balances::transfer_keep_alive(signed(ISSUER), STRANGER, free - PAPER_DEPOSIT));
		assert_noop!(file(ISSUER, 0, None), TokenError::FundsUnavailable);
		assert_ok!(Balances::transfer_keep_alive(signed(STRANGER), ISSUER, 1));
		assert_ok!(file(ISSUER, 0, None));
	});
}

#[test]
fn voids_what_was_attested_to_a_draft_and_nothing_else() {
	ExtBuilder::default().build_and_execute(|| {
		let house = register_as(ISSUER, HOUSE);
		assert_ok!(file(ISSUER, house, None));
		assert_ok!(AssetRegistry::verify(signed(NOTARY), house, 1, HOUSE.digest()));
		assert_ok!(file(ISSUER, house, None));
		assert_eq!(AssetRegistry::asset(house).unwrap().attestations, []);
		for who in [NOTARY, SURVEYOR] {
			assert_ok!(AssetRegistry::verify(signed(who), house, 2, HOUSE.digest()));
		}
		assert_ok!(file(ISSUER, house, None));
		assert_eq!(AssetRegistry::asset(house).unwrap().attestations.len(), 2);
	});
}

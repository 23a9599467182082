// SPDX-License-Identifier: Apache-2.0

//! What audits found in other registers of assets, and does not happen here.

use super::*;
use crate::{Error, Identifiers, Papers};
use cadastre_primitives::{AssetRoles, AssetStatus, Identifier, Lock, PaperKind, Profession};
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
		assert_ok!(verify(VERIFIER, 0, 3));
		assert_ok!(AssetRegistry::activate(signed(ISSUER), 0));
		assert_ok!(AssetRegistry::suspend(ROOT(), 0, DIGEST));
		assert_ok!(AssetRegistry::resume(ROOT(), 0));
		let plan = file_plan(0);
		assert_ok!(AssetRegistry::start_wind_up(signed(ISSUER), 0, plan, NOW));
		assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
		assert_eq!(AssetRegistry::papers(0, None, 64)[..3], papers);
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

/// SRLabs 2021 (three) and 2023 (high), V4: the check of a CUSIP, an ISIN and an LEI underflowed.
/// Every byte in every place, and a sum of each size: no answer but yes and no, and the bytes that
/// a subtraction would have failed on are refused.
#[test]
fn srlabs_2021_and_2023_check_digits_do_not_underflow() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let refused = |identifier| {
			let call = AssetRegistry::add_identifier(signed(ISSUER), 0, identifier);
			call == Err(Error::<Test>::BadIdentifier.into())
		};
		for byte in (0..=47).chain(58..=64).chain(91..=255) {
			// These three are characters of a CUSIP.
			for place in (0..9).filter(|_| !b"*@#".contains(&byte)) {
				let mut code = *b"037833100";
				code[place] = byte;
				assert!(refused(Identifier::Cusip(code)), "{byte} in {place}");
			}
			for place in 0..12 {
				let mut code = *b"US0378331005";
				code[place] = byte;
				assert!(refused(Identifier::Isin(code)), "{byte} in {place}");
			}
			for place in 0..20 {
				let mut code = *b"HWUPKR0MPOU8FGXBT394";
				code[place] = byte;
				assert!(refused(Identifier::Lei(code)), "{byte} in {place}");
			}
		}
		for byte in 0..=255 {
			assert!(refused(Identifier::Lei([byte; 20])));
			assert!(refused(Identifier::Figi([byte; 12])));
		}
	});
}

/// HA FN1: an ISIN was anything with twelve characters. Each wrong digit, and each exchange of two
/// neighbours that differ, is found where the standard promises it.
#[test]
fn ha_fn1_an_isin_is_more_than_its_length() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let right = *b"US0378331005";
		for place in 2..12 {
			for digit in b'0'..=b'9' {
				let mut code = right;
				code[place] = digit;
				let call = AssetRegistry::add_identifier(signed(ISSUER), 0, Identifier::Isin(code));
				assert_eq!(call.is_ok(), code == right);
				if call.is_ok() {
					assert_ok!(AssetRegistry::remove_identifier(signed(ISSUER), ISIN));
				}
			}
		}
	});
}

/// SRLabs 2021: one identifier could stand for two assets. The asset that has it keeps it, whatever
/// others try, and it is free once.
#[test]
fn srlabs_2021_an_identifier_is_unique() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		let other = register(STRANGER);
		assert_ok!(AssetRegistry::add_identifier(signed(ISSUER), 0, ISIN));
		for (who, asset) in [(STRANGER, other), (ISSUER, 0)] {
			assert_noop!(
				AssetRegistry::add_identifier(signed(who), asset, ISIN),
				Error::<Test>::IdentifierInUse
			);
		}
		assert_noop!(
			AssetRegistry::remove_identifier(signed(STRANGER), ISIN),
			Error::<Test>::MissingRole
		);
		assert_eq!(AssetRegistry::asset_by_identifier(ISIN), Some(0));
	});
}

/// Atredis 2022, V17: `LockedUntil` was inverted, so that a value could be changed before its date
/// and not after.
#[test]
fn atredis_2022_a_lock_is_not_inverted() {
	for (today, open) in [(NOW, false), (NOW + 9, false), (NOW + 10, true), (NOW + 11, true)] {
		ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
			assert_ok!(set(ISSUER, "a", 1, Lock::Until(NOW + 10), None));
			Today::set(today);
			// Neither value nor lock nor end.
			for (number, lock, end) in [
				(2, Lock::Until(NOW + 10), None),
				(1, Lock::Never, None),
				(1, Lock::Never, Some(today + 1)),
			] {
				let call = set(ISSUER, "a", number, lock, end);
				assert_eq!(call.is_ok(), open, "{today}");
				if open {
					break;
				}
			}
			let remove = AssetRegistry::remove_metadata(signed(ISSUER), 0, key("a"));
			assert_eq!(remove.is_ok(), open);
		});
	}
}

/// Atredis 2021, V17, V35: dates were documented and not enforced. Those of a round are, although
/// nobody closes it.
#[test]
fn atredis_2021_the_dates_of_a_round_are_enforced() {
	use crate::EnsureIssuing;
	use frame_support::traits::EnsureOriginWithArg;

	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::open_round(signed(ISSUER), 0, 5, NOW + 1, NOW + 3));
		for (after, open) in [(0, false), (1, true), (2, true), (3, false), (9, false)] {
			Today::set(NOW + after);
			let may = EnsureIssuing::<Test>::try_origin(signed(ISSUER), &0);
			assert_eq!(may.is_ok(), open);
		}
	});
}

/// HA FN2, FN8: shares were issued without a limit, and a cap of 0 meant none.
#[test]
fn ha_fn2_and_fn8_what_is_authorised_is_the_limit() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		let open = |cap| AssetRegistry::open_round(signed(ISSUER), 0, cap, NOW, NOW + 1);
		assert_noop!(open(0), Error::<Test>::ZeroCap);
		assert_noop!(open(1_001), Error::<Test>::ExceedsAuthorised);
		assert_ok!(open(1_000));
		assert!(Ledger::set_supply(0, 1_001).is_err());
		assert_ok!(Ledger::set_supply(0, 0));
		assert_ok!(AssetRegistry::close_round(signed(ISSUER), 0));
		assert_eq!(Ledger::book(0).unwrap().authorised, 0);
		assert!(Ledger::set_supply(0, 1).is_err());
	});
}

/// V3, SRLabs 2021 and 2023: state was left behind unpaid. What is created is paid, and when it is
/// gone the state is what it was, to the byte.
#[test]
fn v3_what_is_created_and_removed_leaves_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		// What stays: the next id, the list of verifiers, an account that has been touched.
		asset_in(AssetStatus::Draft, 0);
		assert_ok!(AssetRegistry::retire(signed(ISSUER), 0));
		assert_ok!(AssetRegistry::remove(signed(ISSUER), 0, 1));
		let keys = || {
			let mut keys = Vec::new();
			let mut last = Vec::new();
			while let Some(next) = sp_io::storage::next_key(&last) {
				last.clone_from(&next);
				keys.push(next);
			}
			keys
		};
		System::reset_events();
		let before = keys();
		let asset = asset_in(AssetStatus::Active, 3);
		assert_ok!(AssetRegistry::add_identifier(signed(ISSUER), asset, ISIN));
		assert_ok!(AssetRegistry::grant_role(
			signed(ISSUER),
			asset,
			AGENT,
			AssetRoles::PAPERS,
			None
		));
		assert_ok!(AssetRegistry::offer_issuer(signed(ISSUER), asset, AGENT, NOW + 1));
		assert_ok!(AssetRegistry::open_round(signed(ISSUER), asset, 5, NOW, NOW + 1));
		assert_ok!(AssetRegistry::close_round(signed(ISSUER), asset));
		assert_ok!(AssetRegistry::retire(signed(ISSUER), asset));
		assert_ok!(AssetRegistry::remove(signed(ISSUER), asset, 5));
		System::reset_events();
		assert_eq!(keys(), before);
	});
}

/// V26: one key took a role over. The issuer changes only when both sides have said so, and a
/// role never makes another role.
#[test]
fn v26_no_single_key_takes_an_asset_over() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		let all_but_approver = AssetRoles(AssetRoles::ALL.0 & !AssetRoles::APPROVER.0);
		assert_ok!(grant(all_but_approver, None));
		let agent = || signed(AGENT);
		assert_noop!(
			AssetRegistry::offer_issuer(agent(), 0, AGENT, NOW + 1),
			Error::<Test>::NotIssuer
		);
		assert_noop!(AssetRegistry::accept_issuer(agent(), 0), Error::<Test>::UnknownOffer);
		assert_noop!(
			AssetRegistry::grant_role(agent(), 0, STRANGER, AssetRoles::PAPERS, None),
			Error::<Test>::NotIssuer
		);
		assert_noop!(AssetRegistry::retire(agent(), 0), Error::<Test>::NotIssuer);
		assert_noop!(AssetRegistry::start_wind_up(agent(), 0, 0, NOW), Error::<Test>::NotIssuer);
		assert_eq!(AssetRegistry::asset(0).unwrap().issuer, ISSUER);
	});
}

/// XC: what a lawyer was slashed went nowhere (`Slash = ()`).
#[test]
fn xc_a_slash_reaches_somebody() {
	ExtBuilder::default().build_and_execute(|| {
		let before = (Balances::total_issuance(), Balances::free_balance(POT));
		assert_ok!(AssetRegistry::dismiss_verifier(ROOT(), VERIFIER, 123, DIGEST));
		assert_eq!(
			(Balances::total_issuance(), Balances::free_balance(POT)),
			(before.0, before.1 + 123)
		);
	});
}

/// ERC-3643 101: whoever attests must be independent of who is attested, on every path.
#[test]
fn erc3643_101_nobody_attests_to_its_own() {
	ExtBuilder::default().asset(AssetStatus::Draft, 1).build_and_execute(|| {
		// The issuer as verifier.
		assert_ok!(AssetRegistry::apply_as_verifier(signed(ISSUER), Profession::Lawyer));
		assert_ok!(AssetRegistry::approve_verifier(ROOT(), ISSUER));
		assert_noop!(verify(ISSUER, 0, 1), Error::<Test>::IssuerCannotVerify);
		// Attest first, take the asset or a role later.
		assert_ok!(AssetRegistry::offer_issuer(signed(ISSUER), 0, VERIFIER, NOW + 1));
		assert_ok!(verify(VERIFIER, 0, 1));
		assert_noop!(AssetRegistry::accept_issuer(signed(VERIFIER), 0), Error::<Test>::HasAttested);
		let role = AssetRoles::PAPERS;
		assert_noop!(
			AssetRegistry::grant_role(signed(ISSUER), 0, VERIFIER, role, None),
			Error::<Test>::HasAttested
		);
	});
}

/// V29: the id of an asset came back with what hung on the old one.
#[test]
fn v29_an_id_never_comes_back() {
	ExtBuilder::default().asset(AssetStatus::Retired, 1).build_and_execute(|| {
		assert_ok!(AssetRegistry::remove(signed(ISSUER), 0, 1));
		assert_eq!(register(ISSUER), 1);
		assert_eq!(Identifiers::<Test>::iter().count(), 0);
		assert_eq!(AssetRegistry::asset(0), None);
	});
}

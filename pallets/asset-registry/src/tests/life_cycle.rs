// SPDX-License-Identifier: Apache-2.0

//! Every call in every status, as the chain answers it.

use super::*;
use crate::Error;
use cadastre_primitives::{
	AssetFacts, AssetRoles,
	AssetStatus::{self, *},
	BookStatus, Lock,
};
use frame_support::{assert_ok, hypothetically};

type Call = fn() -> DispatchResult;

/// The calls on an asset that exists, and the first letter of the status after each, in the order
/// of the columns: Draft, Verified, Active, Suspended, WindingUp, Retired. `=`: the status stays.
/// `.`: the call is refused.
#[rustfmt::skip]
const TABLE: [(&str, Call, &str); 20] = [
	("file_paper", || file(ISSUER, 0, None), "=====."),
	("amend_facts", amend, "===..."),
	("add_identifier", || AssetRegistry::add_identifier(signed(ISSUER), 0, LEI), "===..."),
	("remove_identifier", || AssetRegistry::remove_identifier(signed(ISSUER), ISIN), "======"),
	("set_metadata", || set(ISSUER, "b", 1, Lock::Never, None), "=====."),
	("remove_metadata", || AssetRegistry::remove_metadata(signed(ISSUER), 0, key("a")), "======"),
	("grant_role", || grant(AssetRoles::ISSUE, None), "=====."),
	("revoke_role", || AssetRegistry::revoke_role(signed(ISSUER), 0, AGENT), "======"),
	("offer_issuer", || AssetRegistry::offer_issuer(signed(ISSUER), 0, NOTARY, NOW + 1), "===.=."),
	("accept_issuer", || AssetRegistry::accept_issuer(signed(STRANGER), 0), "===.=."),
	("withdraw_issuer_offer", || AssetRegistry::withdraw_issuer_offer(signed(ISSUER), 0), "======"),
	("verify", || verify(VERIFIER, 0, 1), "V....."),
	("activate", || AssetRegistry::activate(signed(ISSUER), 0), ".A...."),
	("suspend", || AssetRegistry::suspend(ROOT(), 0, DIGEST), "..S..."),
	("resume", || AssetRegistry::resume(ROOT(), 0), "...A.."),
	("open_round", || AssetRegistry::open_round(signed(ISSUER), 0, 5, NOW, NOW + 1), "..=..."),
	("start_wind_up", || {
		crate::Papers::<Test>::mutate(0, 0, |paper| {
			paper.as_mut().unwrap().kind = cadastre_primitives::PaperKind::WindUpPlan;
		});
		AssetRegistry::start_wind_up(signed(ISSUER), 0, 0, NOW)
	}, "..W..."),
	("call_off_wind_up", || AssetRegistry::call_off_wind_up(signed(ISSUER), 0), "....A."),
	("retire", || AssetRegistry::retire(signed(ISSUER), 0), "RRR.R."),
	("remove", || AssetRegistry::remove(signed(ISSUER), 0, 1).map(|_| ()).map_err(|it| it.error),
		".....="),
];

const STATUSES: [AssetStatus; 6] = [Draft, Verified, Active, Suspended, WindingUp, Retired];

/// Changes the facts by the last paper.
fn amend() -> DispatchResult {
	let AssetFacts::Debt { currency, face_value, coupon, day_count, .. } = BOND else {
		unreachable!()
	};
	let facts =
		AssetFacts::Debt { currency, face_value, coupon, maturity: Some(NOW + 9), day_count };
	let papers = crate::Assets::<Test>::get(0).unwrap().papers;
	AssetRegistry::amend_facts(signed(ISSUER), 0, facts, papers.checked_sub(1))
}

/// What a call needs, so that nothing but the status speaks against it.
fn prepare(before: AssetStatus) {
	let asset = asset_in(if before == Draft { Draft } else { Verified }, 1);
	assert_ok!(AssetRegistry::add_identifier(signed(ISSUER), asset, ISIN));
	assert_ok!(set(ISSUER, "a", 1, Lock::Never, None));
	assert_ok!(grant(AssetRoles::PAPERS, None));
	if !matches!(before, Draft) {
		assert_ok!(file(ISSUER, asset, None));
	}
	if matches!(before, Active | Suspended | WindingUp) {
		assert_ok!(AssetRegistry::activate(signed(ISSUER), asset));
	}
	if before == WindingUp {
		let plan = file_plan(asset);
		assert_ok!(AssetRegistry::start_wind_up(signed(ISSUER), asset, plan, NOW + 10));
	}
	if before == Retired {
		assert_ok!(AssetRegistry::retire(signed(ISSUER), asset));
	}
	// Not by a call, for an offer that is there in every status.
	crate::Assets::<Test>::mutate(asset, |record| {
		record.as_mut().unwrap().offer =
			Some(crate::IssuerOffer { to: STRANGER, expires_at: NOW + 1 });
	});
	if before == Suspended {
		assert_ok!(AssetRegistry::suspend(ROOT(), asset, DIGEST));
	}
	assert_eq!(status(asset), before);
}

#[test]
fn every_call_in_every_status() {
	for (column, before) in STATUSES.into_iter().enumerate() {
		ExtBuilder::default().build().execute_with(|| {
			prepare(before);
			for (name, call, row) in TABLE {
				assert_eq!(row.len(), STATUSES.len());
				let mark = row.chars().nth(column).unwrap();
				hypothetically!({
					if mark == '.' {
						let refused = Err(Error::<Test>::WrongStatus.into());
						assert_eq!(call(), refused, "{name} in {before:?}");
					} else {
						assert_ok!(call());
						let expected = match mark {
							'=' => before,
							letter => STATUSES
								.into_iter()
								.find(|status| format!("{status:?}").starts_with(letter))
								.unwrap(),
						};
						assert_eq!(status(0), expected, "{name} in {before:?}");
						// The offer that was put there is itself what a retired asset cannot have.
						if before != Retired {
							assert_ok!(AssetRegistry::do_try_state());
						}
					}
				});
			}
		});
	}
}

#[test]
fn a_round_is_closed_while_the_asset_is_active_or_suspended() {
	for suspended in [false, true] {
		ExtBuilder::default().asset(Active, 1).build_and_execute(|| {
			assert_ok!(AssetRegistry::open_round(signed(ISSUER), 0, 5, NOW, NOW + 1));
			if suspended {
				assert_ok!(AssetRegistry::suspend(ROOT(), 0, DIGEST));
			}
			assert_ok!(AssetRegistry::close_round(signed(ISSUER), 0));
			assert_eq!(status(0), if suspended { Suspended } else { Active });
		});
	}
	for before in [Draft, Verified, WindingUp, Retired] {
		ExtBuilder::default().asset(before, 1).build_and_execute(|| {
			let call = AssetRegistry::close_round(signed(ISSUER), 0);
			assert_noop!(call, Error::<Test>::WrongStatus);
		});
	}
}

#[test]
fn the_book_follows_the_asset() {
	let books = [
		BookStatus::Closed,
		BookStatus::Closed,
		BookStatus::Open,
		BookStatus::Suspended,
		BookStatus::WindingUp,
		BookStatus::Closed,
	];
	for (asset, book) in STATUSES.into_iter().zip(books) {
		ExtBuilder::default().asset(asset, 1).build_and_execute(|| {
			assert_eq!(book_status(0), book, "{asset:?}");
		});
	}
}

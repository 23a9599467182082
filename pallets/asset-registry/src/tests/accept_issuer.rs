// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Error;
use cadastre_primitives::{AssetRoles, AssetStatus};
use frame_support::assert_ok;
use sp_runtime::TokenError;

fn offered(to: AccountId, test: impl FnOnce()) {
	ExtBuilder::default().asset(AssetStatus::Active, 2).build_and_execute(|| {
		assert_ok!(AssetRegistry::offer_issuer(signed(ISSUER), 0, to, NOW + 5));
		System::reset_events();
		test();
	});
}

fn accept(who: AccountId) -> DispatchResult {
	AssetRegistry::accept_issuer(signed(who), 0)
}

#[test]
fn works() {
	offered(STRANGER, || {
		assert_ok!(accept(STRANGER));
		assert_eq!(AssetRegistry::asset(0).unwrap().issuer, STRANGER);
		assert_eq!(Ledger::book(0).unwrap().issuer, STRANGER);
		assert_eq!(AssetRegistry::assets_of(ISSUER, None, 64), [0; 0]);
		assert_eq!(AssetRegistry::assets_of(STRANGER, None, 64), [0]);
		assert_eq!(events(), [Event::IssuerChanged { asset: 0, old: ISSUER, new: STRANGER }]);
		// The deposit for the asset changes hands, those for papers stay with who filed them.
		assert_eq!(held(ISSUER), (0, 2 * PAPER_DEPOSIT));
		assert_eq!(held(STRANGER), (ASSET_DEPOSIT, 0));
		assert_noop!(file(ISSUER, 0, None), Error::<Test>::MissingRole);
		assert_ok!(file(STRANGER, 0, None));
		assert_noop!(accept(STRANGER), Error::<Test>::UnknownOffer);
		assert_ok!(AssetRegistry::retire(signed(STRANGER), 0));
		assert_ok!(AssetRegistry::remove(signed(STRANGER), 0, 5));
		assert_eq!(Balances::free_balance(ISSUER), FUNDS);
		assert_eq!(Balances::free_balance(STRANGER), FUNDS);
	});
}

#[test]
fn only_who_it_is_offered_to_may() {
	offered(STRANGER, || {
		assert_bad_origins(|origin| AssetRegistry::accept_issuer(origin, 0), &[ROOT()]);
		for who in [ISSUER, AGENT] {
			assert_noop!(accept(who), Error::<Test>::NotOffered);
		}
		assert_noop!(
			AssetRegistry::accept_issuer(signed(STRANGER), 1),
			Error::<Test>::UnknownAsset
		);
	});
}

#[test]
fn an_offer_ends() {
	for (today, open) in [(NOW + 4, true), (NOW + 5, false), (NOW + 6, false)] {
		offered(STRANGER, || {
			Today::set(today);
			if open {
				assert_ok!(accept(STRANGER));
			} else {
				assert_noop!(accept(STRANGER), Error::<Test>::OfferExpired);
			}
		});
	}
}

#[test]
fn an_approver_cannot_become_issuer() {
	offered(AGENT, || {
		assert_ok!(grant(AssetRoles::APPROVER, None));
		assert_noop!(accept(AGENT), Error::<Test>::HasRoles);
		assert_ok!(AssetRegistry::revoke_role(signed(AGENT), 0, AGENT));
		assert_ok!(accept(AGENT));
		assert!(!AssetRegistry::has_roles(0, AGENT, AssetRoles::APPROVER));
	});
}

#[test]
fn who_has_attested_cannot_become_issuer() {
	offered(VERIFIER, || {
		assert_noop!(accept(VERIFIER), Error::<Test>::HasAttested);
	});
}

#[test]
fn fails_without_the_deposit() {
	offered(STRANGER, || {
		let all = Balances::free_balance(STRANGER);
		assert_ok!(Balances::transfer_keep_alive(signed(STRANGER), AGENT, all - ASSET_DEPOSIT));
		assert_noop!(accept(STRANGER), TokenError::FundsUnavailable);
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{EnsureAssetRole, EnsureIssuing};
use cadastre_primitives::{AssetRoles, AssetStatus};
use frame_support::{assert_ok, traits::EnsureOriginWithArg};

fn may<E: EnsureOriginWithArg<RuntimeOrigin, u32, Success = AccountId>>(who: AccountId) -> bool {
	match E::try_origin(signed(who), &0) {
		Ok(account) => account == who,
		Err(_) => false,
	}
}

type Proposes = EnsureAssetRole<Test, { AssetRoles::TRANSFER_AGENT.0 }>;
type Approves = EnsureAssetRole<Test, { AssetRoles::APPROVER.0 }>;
type Issues = EnsureIssuing<Test>;

#[test]
fn a_role_is_of_one_asset_and_ends() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		register(ISSUER);
		assert_ok!(grant(AssetRoles::APPROVER, Some(NOW + 5)));
		assert!(may::<Approves>(AGENT));
		assert!(!may::<Proposes>(AGENT));
		for asset in [1, 2] {
			assert!(Approves::try_origin(signed(AGENT), &asset).is_err());
		}
		for (today, open) in [(NOW + 4, true), (NOW + 5, false)] {
			Today::set(today);
			assert_eq!(may::<Approves>(AGENT), open);
		}
	});
}

#[test]
fn the_issuer_proposes_and_never_approves() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert!(may::<Proposes>(ISSUER));
		assert!(!may::<Approves>(ISSUER));
		for origin in [ROOT(), RuntimeOrigin::none()] {
			assert!(Proposes::try_origin(origin.clone(), &0).is_err());
			assert!(Issues::try_origin(origin, &0).is_err());
		}
	});
}

#[test]
fn no_account_ever_proposes_and_approves() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		for bits in 0..128 {
			let _ = grant(AssetRoles(bits), None);
			assert!(!(may::<Proposes>(AGENT) && may::<Approves>(AGENT)), "{bits:b}");
		}
	});
}

#[test]
fn shares_are_issued_while_a_round_runs_or_before_the_first() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		assert!(may::<Issues>(ISSUER));
		assert!(!may::<Issues>(AGENT));
		assert_ok!(grant(AssetRoles::ISSUE, None));
		assert!(may::<Issues>(AGENT));
		assert_ok!(AssetRegistry::open_round(signed(ISSUER), 0, 5, NOW + 5, NOW + 10));
		for (after, open) in
			[(0, false), (4, false), (5, true), (6, true), (9, true), (10, false), (11, false)]
		{
			Today::set(NOW + after);
			assert_eq!((may::<Issues>(ISSUER), may::<Issues>(AGENT)), (open, open), "{after}");
		}
		assert_ok!(AssetRegistry::close_round(signed(STRANGER), 0));
		assert!(!may::<Issues>(ISSUER));
	});
}

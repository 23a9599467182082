// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, Roles, MAX_ROLES};
use cadastre_primitives::{AssetRoles, AssetStatus, RoleInfo};
use frame_support::assert_ok;

fn builder() -> ExtBuilder {
	ExtBuilder::default().asset(AssetStatus::Draft, 1)
}

#[test]
fn works() {
	builder().build_and_execute(|| {
		let roles = AssetRoles(AssetRoles::ISSUE.0 | AssetRoles::PAPERS.0);
		let expires_at = Some(NOW + 1);
		assert_ok!(grant(roles, expires_at));
		assert_eq!(AssetRegistry::roles(0), [RoleInfo { account: AGENT, roles, expires_at }]);
		assert_eq!(held_for_details(ISSUER), DETAIL_DEPOSIT);
		let old = AssetRoles(0);
		let granted = Event::RoleGranted { asset: 0, account: AGENT, old, new: roles, expires_at };
		assert_eq!(events(), [granted]);
	});
}

#[test]
fn takes_the_place_of_the_roles_before() {
	builder().build_and_execute(|| {
		assert_ok!(grant(AssetRoles::TRANSFER_AGENT, None));
		System::reset_events();
		assert_ok!(grant(AssetRoles::APPROVER, None));
		assert!(!AssetRegistry::has_roles(0, AGENT, AssetRoles::TRANSFER_AGENT));
		assert!(AssetRegistry::has_roles(0, AGENT, AssetRoles::APPROVER));
		assert_eq!(held_for_details(ISSUER), DETAIL_DEPOSIT);
		assert_eq!(
			events(),
			[Event::RoleGranted {
				asset: 0,
				account: AGENT,
				old: AssetRoles::TRANSFER_AGENT,
				new: AssetRoles::APPROVER,
				expires_at: None,
			}]
		);
	});
}

#[test]
fn only_the_issuer_may_not_even_a_manager() {
	builder().build_and_execute(|| {
		let call =
			|origin| AssetRegistry::grant_role(origin, 0, STRANGER, AssetRoles::PAPERS, None);
		assert_bad_origins(call, &[ROOT()]);
		assert_ok!(grant(AssetRoles(AssetRoles::ALL.0 & !AssetRoles::APPROVER.0), None));
		assert_noop!(call(signed(AGENT)), Error::<Test>::NotIssuer);
		let unknown = AssetRegistry::grant_role(signed(ISSUER), 1, AGENT, AssetRoles::PAPERS, None);
		assert_noop!(unknown, Error::<Test>::UnknownAsset);
	});
}

#[test]
fn who_proposes_does_not_approve() {
	builder().build_and_execute(|| {
		let both = AssetRoles::TRANSFER_AGENT.0 | AssetRoles::APPROVER.0;
		for bad in [0, 128, both, AssetRoles::ALL.0, u16::MAX] {
			assert_noop!(grant(AssetRoles(bad), None), Error::<Test>::BadRoles);
		}
		let own = AssetRegistry::grant_role(signed(ISSUER), 0, ISSUER, AssetRoles::APPROVER, None);
		assert_noop!(own, Error::<Test>::AlreadyIssuer);
		assert_ok!(grant(AssetRoles(AssetRoles::ALL.0 & !AssetRoles::TRANSFER_AGENT.0), None));
	});
}

#[test]
fn roles_end_later_than_now() {
	builder().build_and_execute(|| {
		for past in [NOW - 1, NOW] {
			assert_noop!(grant(AssetRoles::PAPERS, Some(past)), Error::<Test>::InvalidPeriod);
		}
		assert_ok!(grant(AssetRoles::PAPERS, Some(NOW + 1)));
		assert!(AssetRegistry::has_roles(0, AGENT, AssetRoles::PAPERS));
		Today::set(NOW + 1);
		assert!(!AssetRegistry::has_roles(0, AGENT, AssetRoles::PAPERS));
	});
}

#[test]
fn who_has_attested_stays_independent() {
	ExtBuilder::default().asset(AssetStatus::Active, 1).build_and_execute(|| {
		let call =
			|who| AssetRegistry::grant_role(signed(ISSUER), 0, who, AssetRoles::PAPERS, None);
		assert_noop!(call(VERIFIER), Error::<Test>::HasAttested);
		// A verifier that has not attested to this asset may.
		assert_ok!(call(NOTARY));
	});
}

#[test]
fn is_bounded() {
	builder().build_and_execute(|| {
		let call =
			|who| AssetRegistry::grant_role(signed(ISSUER), 0, who, AssetRoles::PAPERS, None);
		for who in 100..100 + u64::from(MAX_ROLES) {
			assert_ok!(call(who));
		}
		assert_noop!(call(AGENT), Error::<Test>::TooManyRoles);
		assert_ok!(call(100));
		assert_eq!(Roles::<Test>::iter_prefix(0).count(), 16);
	});
}

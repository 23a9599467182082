// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, Policies};
use cadastre_primitives::{AssetClass, Professions};
use frame_support::assert_ok;

const FUND: AssetClass = AssetClass::Fund;

fn set_policy(professions: Option<Professions>) -> DispatchResult {
	AssetRegistry::set_policy(ROOT(), FUND, professions)
}

#[test]
fn works() {
	ExtBuilder::default().build_and_execute(|| {
		let old = Professions::LAWYER.with(Professions::CUSTODIAN);
		assert_eq!(AssetRegistry::policy(FUND), old);
		let new = Professions::ALL;
		assert_ok!(set_policy(Some(new)));
		assert_eq!(AssetRegistry::policy(FUND), new);
		assert_eq!(events(), [Event::PolicySet { class: FUND, old, new }]);
		// The default leaves no storage.
		assert_ok!(set_policy(None));
		assert_eq!((AssetRegistry::policy(FUND), Policies::<Test>::iter().count()), (old, 0));
		assert_ok!(set_policy(Some(new)));
		assert_ok!(set_policy(Some(old)));
		assert_eq!((AssetRegistry::policy(FUND), Policies::<Test>::iter().count()), (old, 0));
	});
}

#[test]
fn somebody_must_always_attest() {
	ExtBuilder::default().build_and_execute(|| {
		for bad in [0, 16, 17, u8::MAX] {
			assert_noop!(set_policy(Some(Professions(bad))), Error::<Test>::BadPolicy);
		}
		assert_noop!(set_policy(None), Error::<Test>::SamePolicy);
		assert_noop!(set_policy(Some(AssetRegistry::policy(FUND))), Error::<Test>::SamePolicy);
	});
}

#[test]
fn only_the_authority_may() {
	ExtBuilder::default().build_and_execute(|| {
		assert_bad_origins(
			|origin| AssetRegistry::set_policy(origin, FUND, Some(Professions::ALL)),
			&[signed(ISSUER), signed(VERIFIER)],
		);
	});
}

// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Error, Standing};
use cadastre_primitives::Profession;
use frame_support::assert_ok;

#[test]
fn works() {
	ExtBuilder::default().build_and_execute(|| {
		let profession = Profession::Custodian;
		assert_ok!(AssetRegistry::apply_as_verifier(signed(STRANGER), profession));
		System::reset_events();
		assert_ok!(AssetRegistry::approve_verifier(ROOT(), STRANGER));
		assert_eq!(AssetRegistry::verifier(STRANGER).unwrap().standing, Standing::Listed);
		assert_eq!(events(), [Event::VerifierApproved { verifier: STRANGER, profession }]);
	});
}

#[test]
fn only_the_authority_may_and_only_for_a_candidate() {
	ExtBuilder::default().build_and_execute(|| {
		assert_bad_origins(
			|origin| AssetRegistry::approve_verifier(origin, STRANGER),
			&[signed(STRANGER), signed(VERIFIER)],
		);
		let call = |who| AssetRegistry::approve_verifier(ROOT(), who);
		assert_noop!(call(STRANGER), Error::<Test>::UnknownVerifier);
		assert_noop!(call(VERIFIER), Error::<Test>::NotCandidate);
		assert_ok!(AssetRegistry::leave_verifiers(signed(VERIFIER)));
		assert_noop!(call(VERIFIER), Error::<Test>::NotCandidate);
	});
}

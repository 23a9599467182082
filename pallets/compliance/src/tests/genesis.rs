// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};

#[test]
fn starts_with_listed_providers_and_packs() {
	ExtBuilder::default().with_pack(kyc()).with_pack(accredited()).build_and_execute(|| {
		let record = Provider { account: VERITAS, appointed_at: 0, signer: None, successor: None };
		assert_eq!(Compliance::provider(0), Some(record));
		assert_eq!(Compliance::mandate(VERITAS), Some(Mandate::new(0, Terms::WIDEST)));
		assert!(Compliance::status().is_listed(1, 1));
		assert_eq!(Compliance::pack(0).unwrap().rules, kyc());
		assert_eq!(Compliance::pack(1).unwrap().effective_at, 0);
	});
}

#[test]
#[should_panic = "Genesis names a provider twice"]
fn refuses_a_provider_twice() {
	let _ = ExtBuilder::default().with_providers(vec![VERITAS, VERITAS]).build();
}

#[test]
#[should_panic = "Genesis has a bad pack"]
fn refuses_an_empty_pack() {
	let _ = ExtBuilder::default().with_pack(RuleSet::default()).build();
}

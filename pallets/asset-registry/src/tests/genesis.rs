// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{GenesisConfig, Standing};
use cadastre_primitives::Profession;
use sp_runtime::BuildStorage;

fn build(verifiers: Vec<(AccountId, Profession)>) {
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	pallet_balances::GenesisConfig::<Test> {
		balances: vec![(VERIFIER, VERIFIER_BOND + 1)],
		..Default::default()
	}
	.assimilate_storage(&mut storage)
	.unwrap();
	GenesisConfig::<Test> { verifiers }.assimilate_storage(&mut storage).unwrap();
	sp_io::TestExternalities::new(storage).execute_with(|| {
		let verifier = AssetRegistry::verifier(VERIFIER).unwrap();
		assert_eq!((verifier.standing, verifier.bond), (Standing::Listed, VERIFIER_BOND));
		assert_eq!(bond(VERIFIER), VERIFIER_BOND);
	});
}

#[test]
fn lists_verifiers_with_their_bonds() {
	build(vec![(VERIFIER, Profession::Notary)]);
}

#[test]
#[should_panic(expected = "Genesis names a verifier twice")]
fn refuses_a_verifier_twice() {
	build(vec![(VERIFIER, Profession::Notary), (VERIFIER, Profession::Lawyer)]);
}

#[test]
#[should_panic(expected = "one who cannot pay")]
fn refuses_who_cannot_pay() {
	build(vec![(STRANGER, Profession::Notary)]);
}

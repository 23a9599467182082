// SPDX-License-Identifier: Apache-2.0

//! Each preset builds a chain that can make blocks, with the people that it names.

mod common;

use cadastre_primitives::{AssetClass, Country, Profession};
use cadastre_runtime::{
	configs::{
		chain_governance::TreasuryAccount,
		monetary::{CollatorPot, EXISTENTIAL_DEPOSIT},
		property::VERIFIER_BOND,
	},
	genesis_config_presets::{
		ENDOWMENT, PARA_ID, TEST_DOLLAR, TEST_DOLLARS, TEST_PACE, TREASURY_ENDOWMENT,
	},
	AccountId, AssetRegistry, Assets, Balances, CollatorSelection, Compliance, ParachainInfo,
	Runtime, RuntimeCall, RuntimeOrigin, Session, System, TechnicalCommittee, TechnicalMembership,
};
use codec::Encode;
use common::{chain, preset, runtime_api};
use frame_support::{dispatch::GetDispatchInfo, traits::fungibles::metadata::Inspect};
use sp_consensus_aura::sr25519::AuthorityId;
use sp_keyring::Sr25519Keyring::{
	self, Alice, Bob, Charlie, Dave, DaveStash, Eve, EveStash, Ferdie, FerdieStash,
};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	Permill,
};

fn accounts(keys: &[Sr25519Keyring]) -> Vec<AccountId> {
	let mut accounts: Vec<_> = keys.iter().map(|key| key.to_account_id()).collect();
	accounts.sort();
	accounts
}

fn assert_collators(keys: &[Sr25519Keyring]) {
	let mut validators = Session::validators();
	validators.sort();
	assert_eq!(validators, accounts(keys));
	// In the order of the accounts.
	let mut authorities: Vec<AuthorityId> = runtime_api("AuraApi_authorities", ());
	authorities.sort();
	let mut expected: Vec<AuthorityId> = keys.iter().map(|key| key.public().into()).collect();
	expected.sort();
	assert_eq!(authorities, expected);
	assert_eq!(pallet_collator_selection::Invulnerables::<Runtime>::get(), accounts(keys));
}

fn assert_pots_exist() {
	assert!(Balances::free_balance(TreasuryAccount::get()) >= EXISTENTIAL_DEPOSIT);
	assert!(Balances::free_balance(CollatorPot::get()) >= EXISTENTIAL_DEPOSIT);
	assert_eq!(CollatorPot::get(), CollatorSelection::account_id());
}

const VERIFIERS: [(Sr25519Keyring, Profession); 4] = [
	(Eve, Profession::Notary),
	(EveStash, Profession::Surveyor),
	(FerdieStash, Profession::Lawyer),
	(DaveStash, Profession::Custodian),
];

fn assert_test_chain() {
	for key in Sr25519Keyring::well_known() {
		let bond = if VERIFIERS.iter().any(|(who, _)| *who == key) { VERIFIER_BOND } else { 0 };
		assert_eq!(Balances::free_balance(key.to_account_id()), ENDOWMENT - bond, "{key}");
	}
	for (key, profession) in VERIFIERS {
		let verifier = AssetRegistry::verifier(key.to_account_id()).expect("it is a verifier");
		assert_eq!(verifier.profession, profession, "{key}");
	}
	assert_eq!(TechnicalMembership::members().into_inner(), accounts(&[Alice, Bob, Charlie]));
	assert_eq!(
		pallet_collective::Members::<Runtime, pallet_collective::Instance1>::get(),
		accounts(&[Alice, Bob, Charlie])
	);
	for key in Sr25519Keyring::well_known() {
		assert_eq!(Assets::balance(TEST_DOLLAR, key.to_account_id()), TEST_DOLLARS, "{key}");
	}
	assert_eq!(<Assets as Inspect<AccountId>>::decimals(TEST_DOLLAR), 6);
	for (class, residence, rate) in [
		(AssetClass::RealEstate, *b"CH", 15),
		(AssetClass::Equity, *b"US", 0),
		(AssetClass::Other, *b"BR", 30),
	] {
		let table = pallet_dividends::TableOf::<Runtime>::get(class).expect("a class has a table");
		let residence = Country::from_code(residence).expect("a country");
		assert_eq!(table.rate(residence), Permill::from_percent(rate), "{class:?}");
	}
	assert_eq!(pallet_dividends::TableOf::<Runtime>::iter().count(), 9);
	assert_eq!(pallet_dao::Pace::<Runtime>::get(), TEST_PACE);
	let provider = Compliance::provider(0).expect("slot 0 has a provider");
	assert_eq!(provider.account, Dave.to_account_id());
	assert!(Compliance::status().is_listed(0, provider_epoch()));
	assert!(Compliance::provider(1).is_none());
	assert_pots_exist();
}

fn provider_epoch() -> u8 {
	Compliance::status().epochs[0]
}

#[test]
fn the_runtime_names_its_presets() {
	let names: Vec<String> = sp_io::TestExternalities::new_empty()
		.execute_with(|| runtime_api("GenesisBuilder_preset_names", ()));
	assert_eq!(names, ["development", "local_testnet", "cadastre"]);
	for name in names {
		assert!(preset(&name).is_some(), "{name}");
	}
	assert!(preset("production").is_none());
}

#[test]
fn development_has_one_collator_and_everybody_that_the_story_needs() {
	chain("development").execute_with(|| {
		assert_collators(&[Alice]);
		assert_test_chain();
		assert_eq!(u32::from(ParachainInfo::parachain_id()), PARA_ID);
		// The issuer of the story has money and no office.
		assert!(!TechnicalMembership::members().contains(&Ferdie.to_account_id()));
	});
}

#[test]
fn local_testnet_has_two_collators() {
	chain("local_testnet").execute_with(|| {
		assert_collators(&[Alice, Bob]);
		assert_test_chain();
	});
}

#[test]
fn cadastre_gives_nobody_money_or_office() {
	chain("cadastre").execute_with(|| {
		assert_collators(&[Alice, Bob]);
		assert_eq!(Balances::free_balance(TreasuryAccount::get()), TREASURY_ENDOWMENT);
		assert_eq!(Balances::total_issuance(), TREASURY_ENDOWMENT + EXISTENTIAL_DEPOSIT);
		assert!(TechnicalMembership::members().is_empty());
		assert_eq!(pallet_asset_registry::Verifiers::<Runtime>::iter().count(), 0);
		assert!(Compliance::provider(0).is_none());
		assert_eq!(pallet_assets::Asset::<Runtime>::iter().count(), 0);
		assert_eq!(pallet_dividends::TableOf::<Runtime>::iter().count(), 0);
		assert_eq!(
			pallet_dao::Pace::<Runtime>::get(),
			1,
			"resolutions take as long as they should"
		);
		assert_pots_exist();
	});
}

#[test]
fn a_preset_sets_no_code_and_no_root() {
	for name in ["development", "local_testnet", "cadastre"] {
		let preset = preset(name).unwrap();
		let keys: Vec<_> = preset.as_object().unwrap().keys().map(String::as_str).collect();
		assert!(!keys.contains(&"sudo"), "{name}: {keys:?}");
		assert!(!preset["system"].is_object() || preset["system"]["code"].is_null(), "{name}");
	}
}

#[test]
fn the_committee_of_a_test_chain_can_decide() {
	chain("development").execute_with(|| {
		System::set_block_number(1);
		let call: RuntimeCall = pallet_compliance::Call::delist_provider { provider: 0 }.into();
		let length = call.encoded_size() as u32;
		let hash = BlakeTwo256::hash_of(&call);
		let weight = call.get_dispatch_info().call_weight;
		let by = |key: Sr25519Keyring| RuntimeOrigin::signed(key.to_account_id());
		TechnicalCommittee::propose(by(Alice), 2, Box::new(call), length).unwrap();
		TechnicalCommittee::vote(by(Alice), hash, 0, true).unwrap();
		TechnicalCommittee::vote(by(Bob), hash, 0, true).unwrap();
		TechnicalCommittee::close(by(Charlie), hash, 0, weight, length).unwrap();
		assert!(!Compliance::status().is_listed(0, provider_epoch()));
	});
}

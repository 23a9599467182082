// SPDX-License-Identifier: Apache-2.0

//! How a chain of this runtime can start: three presets, by name.
//!
//! | Preset | Collators | Committee | Providers | Verifiers | Funded |
//! |---|---|---|---|---|---|
//! | `development` | Alice | Alice, Bob, Charlie | Dave | four | all well-known accounts |
//! | `local_testnet` | Alice, Bob | Alice, Bob, Charlie | Dave | four | all well-known accounts |
//! | `cadastre` | Alice, Bob | none | none | none | the treasury |
//!
//! The four verifiers are Eve, a notary, and the stashes of Eve, a surveyor, Ferdie, a lawyer, and
//! Dave, a custodian.
//!
//! The test chains have a currency beside the native token, which every well-known account has, and
//! tables of withholding rates, which elsewhere a referendum sets. A day of the rules of holders'
//! resolutions and of referenda lasts 10 seconds on them. Deposits and majorities are the same in
//! each. Nobody is root in any.

use crate::{
	configs::{
		chain_governance::TreasuryAccount,
		monetary::{CollatorPot, EXISTENTIAL_DEPOSIT},
	},
	AccountId, AssetRegistryConfig, AssetsConfig, AuraId, Balance, BalancesConfig,
	CollatorSelectionConfig, ComplianceConfig, DaoConfig, DividendsConfig, ParachainInfoConfig,
	PolkadotXcmConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, TechnicalMembershipConfig,
};
use alloc::{vec, vec::Vec};
use cadastre_primitives::{token::UNIT, AssetClass, CountryCode, Profession};
use frame_support::{build_struct_json_patch, BoundedVec};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring;
use sp_runtime::Permill;

/// Name of the preset for a public chain.
pub const PRESET_CADASTRE: &str = "cadastre";

/// Id of the parachain in all presets.
pub const PARA_ID: u32 = 2_000;

/// What each account of a test chain starts with.
pub const ENDOWMENT: Balance = 1_000_000 * UNIT;

/// What the treasury of a public chain starts with.
pub const TREASURY_ENDOWMENT: Balance = 10_000_000 * UNIT;

/// The bond of a collator that nobody appointed.
const CANDIDACY_BOND: Balance = 1_000 * UNIT;

/// The second currency of test chains: the number that ISO 4217 gives the US dollar.
pub const TEST_DOLLAR: u32 = 840;

/// The decimal places of the test dollar.
const TEST_DOLLAR_DECIMALS: u8 = 6;

/// The least balance of test dollars: a cent.
const TEST_DOLLAR_MINIMUM: Balance = 10_000;

/// What each account of a test chain starts with in test dollars.
pub const TEST_DOLLARS: Balance = 1_000_000_000 * 1_000_000;

/// How many times faster resolutions and referenda pass on test chains: a day lasts 10 seconds.
pub const TEST_PACE: u32 = 8_640;

/// What is withheld on test chains from income of every class of assets, in per cent: what the
/// United States withhold from dividends, by treaty and from residents of other countries.
const TEST_RATES: [(CountryCode, u32); 4] = [(*b"CH", 15), (*b"DE", 15), (*b"GB", 15), (*b"US", 0)];

/// The rate of all other countries, in per cent.
const TEST_BASE_RATE: u32 = 30;

const CLASSES: [AssetClass; 9] = [
	AssetClass::RealEstate,
	AssetClass::Debt,
	AssetClass::Fund,
	AssetClass::Commodity,
	AssetClass::Data,
	AssetClass::Equity,
	AssetClass::Receivable,
	AssetClass::Application,
	AssetClass::Other,
];

/// The version of messages that another chain surely understands.
const SAFE_XCM_VERSION: u32 = xcm::prelude::XCM_VERSION;

/// What differs between presets.
struct Start {
	collators: Vec<Sr25519Keyring>,
	balances: Vec<(AccountId, Balance)>,
	committee: Vec<Sr25519Keyring>,
	providers: Vec<Sr25519Keyring>,
	verifiers: Vec<(Sr25519Keyring, Profession)>,
	assets: AssetsConfig,
	tax_tables: Vec<pallet_dividends::GenesisTable>,
	pace: u32,
}

fn accounts(keys: &[Sr25519Keyring]) -> Vec<AccountId> {
	keys.iter().map(|key| key.to_account_id()).collect()
}

fn genesis(start: Start) -> serde_json::Value {
	build_struct_json_patch!(RuntimeGenesisConfig {
		parachain_info: ParachainInfoConfig { parachain_id: PARA_ID.into() },
		balances: BalancesConfig { balances: start.balances },
		collator_selection: CollatorSelectionConfig {
			invulnerables: accounts(&start.collators),
			candidacy_bond: CANDIDACY_BOND,
		},
		session: SessionConfig {
			keys: start
				.collators
				.iter()
				.map(|key| {
					let aura = AuraId::from(key.public());
					(key.to_account_id(), key.to_account_id(), SessionKeys { aura })
				})
				.collect(),
		},
		polkadot_xcm: PolkadotXcmConfig { safe_xcm_version: Some(SAFE_XCM_VERSION) },
		compliance: ComplianceConfig { providers: accounts(&start.providers) },
		technical_membership: TechnicalMembershipConfig {
			members: BoundedVec::truncate_from(accounts(&start.committee)),
		},
		asset_registry: AssetRegistryConfig {
			verifiers: start
				.verifiers
				.iter()
				.map(|(key, profession)| (key.to_account_id(), *profession))
				.collect(),
		},
		assets: start.assets,
		dividends: DividendsConfig { tax_tables: start.tax_tables },
		dao: DaoConfig { pace: start.pace },
	})
}

/// The treasury and the collators' pot exist from the start: an account that does not exist cannot
/// take less than the existential deposit, and a fee is less.
fn pots(treasury: Balance) -> Vec<(AccountId, Balance)> {
	vec![(TreasuryAccount::get(), treasury), (CollatorPot::get(), EXISTENTIAL_DEPOSIT)]
}

/// A chain for tests, with well-known keys.
fn test_chain(collators: Vec<Sr25519Keyring>) -> serde_json::Value {
	let mut balances = pots(EXISTENTIAL_DEPOSIT);
	balances.extend(Sr25519Keyring::well_known().map(|key| (key.to_account_id(), ENDOWMENT)));
	let base = Permill::from_percent(TEST_BASE_RATE);
	let rates = TEST_RATES.map(|(code, rate)| (code, Permill::from_percent(rate))).to_vec();
	genesis(Start {
		collators,
		balances,
		committee: vec![Sr25519Keyring::Alice, Sr25519Keyring::Bob, Sr25519Keyring::Charlie],
		providers: vec![Sr25519Keyring::Dave],
		verifiers: vec![
			(Sr25519Keyring::Eve, Profession::Notary),
			(Sr25519Keyring::EveStash, Profession::Surveyor),
			(Sr25519Keyring::FerdieStash, Profession::Lawyer),
			(Sr25519Keyring::DaveStash, Profession::Custodian),
		],
		assets: test_dollars(),
		tax_tables: CLASSES.iter().map(|class| (*class, base, rates.clone())).collect(),
		pace: TEST_PACE,
	})
}

/// A currency that the treasury owns and every well-known account has.
fn test_dollars() -> AssetsConfig {
	let accounts = Sr25519Keyring::well_known();
	AssetsConfig {
		assets: vec![(TEST_DOLLAR, TreasuryAccount::get(), true, TEST_DOLLAR_MINIMUM)],
		metadata: vec![(
			TEST_DOLLAR,
			b"Test dollar".to_vec(),
			b"TUSD".to_vec(),
			TEST_DOLLAR_DECIMALS,
		)],
		accounts: accounts.map(|key| (TEST_DOLLAR, key.to_account_id(), TEST_DOLLARS)).collect(),
		..Default::default()
	}
}

/// A public chain, but for its people.
///
/// The collators' keys are the well-known ones of Alice and Bob, whose secrets everybody has, and
/// nobody holds a token, a seat or a mandate. Before a chain starts from it, its operator sets with
/// `chain-spec-builder … patch` at least `collatorSelection.invulnerables`, `session.keys`,
/// `balances.balances`, `technicalMembership.members` and `parachainInfo.parachainId`.
fn public_chain() -> serde_json::Value {
	genesis(Start {
		collators: vec![Sr25519Keyring::Alice, Sr25519Keyring::Bob],
		balances: pots(TREASURY_ENDOWMENT),
		committee: vec![],
		providers: vec![],
		verifiers: vec![],
		assets: AssetsConfig::default(),
		tax_tables: vec![],
		pace: 1,
	})
}

/// The genesis configuration of a preset as JSON, or none if there is no such preset.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let preset = match id.as_ref() {
		DEV_RUNTIME_PRESET => test_chain(vec![Sr25519Keyring::Alice]),
		LOCAL_TESTNET_RUNTIME_PRESET => {
			test_chain(vec![Sr25519Keyring::Alice, Sr25519Keyring::Bob])
		},
		PRESET_CADASTRE => public_chain(),
		_ => return None,
	};
	serde_json::to_vec(&preset).ok()
}

/// The names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![
		PresetId::from(DEV_RUNTIME_PRESET),
		PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET),
		PresetId::from(PRESET_CADASTRE),
	]
}

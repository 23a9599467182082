// SPDX-License-Identifier: Apache-2.0

//! # The runtime of Cadastre
//!
//! A public register of real-world assets: who may own (`Compliance`), who owns (`Shares`), what is
//! owned (`AssetRegistry`), what it is worth (`ValuationOracle`), what it pays (`Dividends`) and what
//! its holders resolve (`Dao`), on a chain that its token holders govern.
//!
//! Indices of pallets are in groups of ten by subject. Those of our own pallets are their layer:
//! calls go down, notifications up, and hooks and genesis run in this order.

#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "512"]
#![deny(rustdoc::broken_intra_doc_links)]

extern crate alloc;

// The wasm of this runtime.
#[cfg(all(feature = "std", not(feature = "canary")))]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarks;
#[cfg(feature = "canary")]
pub mod canary;
pub mod configs;
pub mod genesis_config_presets;
pub mod migrations;
pub mod weights;

pub use apis::RuntimeApi;
pub use configs::parameters::{RuntimeParameters, RuntimeParametersKey};

use alloc::{borrow::Cow, vec::Vec};
use configs::{
	chain_governance::pallet_custom_origins, system::DefaultNonce, timed_pause::pallet_timed_pause,
};
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	type_with_default::TypeWithDefault,
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

pub use cadastre_primitives::Balance;
pub use configs::system::RuntimeBlockWeights;
pub use sp_consensus_aura::sr25519::AuthorityId as AuraId;
#[cfg(feature = "std")]
pub use sp_runtime::BuildStorage;

#[cfg(all(
	feature = "canary",
	any(
		not(feature = "std"),
		substrate_runtime,
		feature = "runtime-benchmarks",
		feature = "try-runtime",
		feature = "metadata-hash",
	)
))]
compile_error!("`canary` takes the guards of shares away: for the tests of scripts/canary.sh only");

/// No wasm: what runs on a chain has its guards. A node with this feature has no genesis.
#[cfg(feature = "canary")]
pub const WASM_BINARY: Option<&[u8]> = None;

/// The same, not compressed.
#[cfg(feature = "canary")]
pub const WASM_BINARY_BLOATY: Option<&[u8]> = None;

/// A signature of one of the schemes that wallets use.
pub type Signature = MultiSignature;

/// The public key of an account, or a hash where the account has none.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;

/// Number of a block.
pub type BlockNumber = u32;

/// A hash of 32 bytes.
pub type Hash = sp_core::H256;

/// Number of an account's next transaction. Encoded like a `u32`.
pub type Nonce = TypeWithDefault<u32, DefaultNonce>;

/// How a transaction names an account.
pub type Address = MultiAddress<AccountId, ()>;

/// Header of a block.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;

/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// Blocks of 6 seconds in a minute.
pub const MINUTES: BlockNumber = 10;

/// Blocks of 6 seconds in an hour.
pub const HOURS: BlockNumber = 60 * MINUTES;

/// Blocks of 6 seconds in a day.
pub const DAYS: BlockNumber = 24 * HOURS;

/// What a transaction carries beside its call, in this order. Nothing here is unknown to wallets,
/// and no part carries data but those that they know.
pub type TxExtension = cumulus_pallet_weight_reclaim::StorageWeightReclaim<
	Runtime,
	(
		frame_system::AuthorizeCall<Runtime>,
		frame_system::CheckNonZeroSender<Runtime>,
		frame_system::CheckSpecVersion<Runtime>,
		frame_system::CheckTxVersion<Runtime>,
		frame_system::CheckGenesis<Runtime>,
		frame_system::CheckMortality<Runtime>,
		frame_system::CheckNonce<Runtime>,
		frame_system::CheckWeight<Runtime>,
		pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
		frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	),
>;

/// A transaction or an inherent, unchecked.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// Executes blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

impl_opaque_keys! {
	/// The keys of a collator.
	pub struct SessionKeys {
		pub aura: Aura,
	}
}

/// Version of the runtime. `spec_version` rises with each release, `transaction_version` when a
/// call, its arguments or the extensions of a transaction change.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("cadastre"),
	impl_name: Cow::Borrowed("cadastre-node"),
	authoring_version: 1,
	spec_version: 1,
	impl_version: 0,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

/// The pallets.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	// 0–9: blocks.
	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type ParachainSystem = cumulus_pallet_parachain_system;
	#[runtime::pallet_index(2)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(3)]
	pub type ParachainInfo = parachain_info;
	#[runtime::pallet_index(4)]
	pub type WeightReclaim = cumulus_pallet_weight_reclaim;
	#[runtime::pallet_index(5)]
	pub type MultiBlockMigrations = pallet_migrations;
	#[runtime::pallet_index(6)]
	pub type Parameters = pallet_parameters;
	#[runtime::pallet_index(7)]
	pub type SafeMode = pallet_safe_mode;
	#[runtime::pallet_index(8)]
	pub type TxPause = pallet_tx_pause;
	#[runtime::pallet_index(9)]
	pub type TimedPause = pallet_timed_pause;

	// 10–19: what everybody uses.
	#[runtime::pallet_index(10)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(11)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(12)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(13)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(14)]
	pub type Preimage = pallet_preimage;

	// 20–29: money.
	#[runtime::pallet_index(20)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(21)]
	pub type Assets = pallet_assets;
	#[runtime::pallet_index(22)]
	pub type AssetRate = pallet_asset_rate;
	#[runtime::pallet_index(23)]
	pub type TransactionPayment = pallet_transaction_payment;

	// 30–39: collation. Authorship asks for the author before the session changes.
	#[runtime::pallet_index(30)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(31)]
	pub type CollatorSelection = pallet_collator_selection;
	#[runtime::pallet_index(32)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(33)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(34)]
	pub type AuraExt = cumulus_pallet_aura_ext;

	// 40–49: messages from and to other chains.
	#[runtime::pallet_index(40)]
	pub type XcmpQueue = cumulus_pallet_xcmp_queue;
	#[runtime::pallet_index(41)]
	pub type PolkadotXcm = pallet_xcm;
	#[runtime::pallet_index(42)]
	pub type CumulusXcm = cumulus_pallet_xcm;
	#[runtime::pallet_index(43)]
	pub type MessageQueue = pallet_message_queue;

	// 50–59: our own, by layer.
	#[runtime::pallet_index(50)]
	pub type Compliance = pallet_compliance;
	#[runtime::pallet_index(51)]
	pub type Shares = pallet_shares;
	#[runtime::pallet_index(52)]
	pub type AssetRegistry = pallet_asset_registry;
	#[runtime::pallet_index(53)]
	pub type ValuationOracle = pallet_valuation_oracle;
	#[runtime::pallet_index(54)]
	pub type Dividends = pallet_dividends;
	#[runtime::pallet_index(55)]
	pub type Dao = pallet_dao;

	// 60–69: governance of the chain.
	#[runtime::pallet_index(60)]
	pub type Treasury = pallet_treasury;
	#[runtime::pallet_index(61)]
	pub type ConvictionVoting = pallet_conviction_voting;
	#[runtime::pallet_index(62)]
	pub type Referenda = pallet_referenda;
	#[runtime::pallet_index(63)]
	pub type Origins = pallet_custom_origins;
	#[runtime::pallet_index(64)]
	pub type Whitelist = pallet_whitelist;
	#[runtime::pallet_index(65)]
	pub type TechnicalCommittee = pallet_collective<Instance1>;
	#[runtime::pallet_index(66)]
	pub type TechnicalMembership = pallet_membership<Instance1>;
}

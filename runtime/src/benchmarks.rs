// SPDX-License-Identifier: Apache-2.0

//! Which pallets are benchmarked, and what their benchmarks need of this chain.

use crate::{
	configs::{
		monetary::{Currency, EXISTENTIAL_DEPOSIT},
		xcm::{HereLocation, PriceForSiblingDelivery, XcmConfig},
	},
	AccountId, AllPalletsWithSystem, Balances, ParachainSystem, Runtime, RuntimeCall, SessionKeys,
	System,
};
use alloc::{string::String, vec::Vec};
use codec::Encode;
use cumulus_primitives_core::ParaId;
use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkError, BenchmarkList};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Inspect, Mutate},
		StorageInfo, StorageInfoTrait,
	},
};
use xcm::latest::prelude::{Asset, AssetId, Fungible, Location, Parachain, ParentThen};

frame_benchmarking::define_benchmarks!(
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[cumulus_pallet_parachain_system, ParachainSystem]
	[cumulus_pallet_weight_reclaim, WeightReclaim]
	[cumulus_pallet_xcmp_queue, XcmpQueue]
	[pallet_asset_rate, AssetRate]
	[pallet_asset_registry, AssetRegistry]
	[pallet_assets, Assets]
	[pallet_balances, Balances]
	[pallet_collator_selection, CollatorSelection]
	[pallet_collective, TechnicalCommittee]
	[pallet_compliance, Compliance]
	[pallet_conviction_voting, ConvictionVoting]
	[pallet_membership, TechnicalMembership]
	[pallet_message_queue, MessageQueue]
	[pallet_migrations, MultiBlockMigrations]
	[pallet_multisig, Multisig]
	[pallet_parameters, Parameters]
	[pallet_preimage, Preimage]
	[pallet_proxy, Proxy]
	[pallet_referenda, Referenda]
	[pallet_safe_mode, SafeMode]
	[pallet_scheduler, Scheduler]
	[pallet_session, SessionBench::<Runtime>]
	[pallet_shares, Shares]
	[pallet_timestamp, Timestamp]
	[pallet_transaction_payment, TransactionPayment]
	[pallet_treasury, Treasury]
	[pallet_tx_pause, TxPause]
	[pallet_utility, Utility]
	[pallet_whitelist, Whitelist]
	[pallet_xcm, XcmBench::<Runtime>]
);

/// The benchmarks that there are, and the storage that they count.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	use crate::*;
	use cumulus_pallet_session_benchmarking::Pallet as SessionBench;
	use frame_system_benchmarking::{
		extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
	};
	use pallet_xcm::benchmarking::Pallet as XcmBench;

	let mut list = Vec::<BenchmarkList>::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Runs a benchmark.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	use crate::*;
	use cumulus_pallet_session_benchmarking::Pallet as SessionBench;
	use frame_support::traits::WhitelistedStorageKeys;
	use frame_system_benchmarking::{
		extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
	};
	use pallet_xcm::benchmarking::Pallet as XcmBench;

	let whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	let mut batches = Vec::<BenchmarkBatch>::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}

impl frame_system_benchmarking::Config for Runtime {
	fn setup_set_code_requirements(code: &Vec<u8>) -> Result<(), BenchmarkError> {
		ParachainSystem::initialize_for_set_code_benchmark(
			u32::try_from(code.len()).unwrap_or(u32::MAX),
		);
		Ok(())
	}

	fn verify_set_code() {
		System::assert_last_event(
			cumulus_pallet_parachain_system::Event::<Runtime>::ValidationFunctionStored.into(),
		);
	}
}

impl cumulus_pallet_session_benchmarking::Config for Runtime {
	fn generate_session_keys_and_proof(owner: AccountId) -> (SessionKeys, Vec<u8>) {
		let generated = SessionKeys::generate(&owner.encode(), None);
		(generated.keys, generated.proof.encode())
	}
}

impl pallet_transaction_payment::BenchmarkConfig for Runtime {}

/// Payment currencies and beneficiaries for the benchmarks of the treasury and of rates.
pub struct CurrencyArguments;

impl pallet_asset_rate::AssetKindFactory<Currency> for CurrencyArguments {
	fn create_asset_kind(seed: u32) -> Currency {
		Currency::WithId(seed)
	}
}

impl pallet_treasury::ArgumentsFactory<Currency, AccountId> for CurrencyArguments {
	fn create_asset_kind(seed: u32) -> Currency {
		Currency::WithId(seed)
	}

	fn create_beneficiary(seed: [u8; 32]) -> AccountId {
		let account = AccountId::from(seed);
		let _ = Balances::mint_into(&account, Balances::minimum_balance());
		account
	}
}

parameter_types! {
	pub SomePara: ParaId = ParaId::new(43_211_234);
	pub ExistentialDepositAsset: Option<Asset> =
		Some((HereLocation::get(), EXISTENTIAL_DEPOSIT).into());
}

impl pallet_xcm::benchmarking::Config for Runtime {
	type DeliveryHelper = polkadot_runtime_common::xcm_sender::ToParachainDeliveryHelper<
		XcmConfig,
		ExistentialDepositAsset,
		PriceForSiblingDelivery,
		SomePara,
		ParachainSystem,
	>;

	fn reachable_dest() -> Option<Location> {
		Some(ParentThen(Parachain(SomePara::get().into()).into()).into())
	}

	fn reserve_transferable_asset_and_dest() -> Option<(Asset, Location)> {
		Some((Self::get_asset(), Self::reachable_dest()?))
	}

	fn get_asset() -> Asset {
		Asset { id: AssetId(HereLocation::get()), fun: Fungible(100 * EXISTENTIAL_DEPOSIT) }
	}

	fn batch_call(calls: Vec<RuntimeCall>) -> Option<RuntimeCall> {
		Some(RuntimeCall::Utility(pallet_utility::Call::batch { calls }))
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Which pallets are benchmarked, and what their benchmarks need of this chain.

use crate::{
	configs::{
		chain_governance::TreasuryAccount,
		monetary::{Currency, EXISTENTIAL_DEPOSIT},
		xcm::{AssetHubAccount, HereLocation, PriceForSiblingDelivery, Stablecoins, XcmConfig},
	},
	AccountId, Assets, Balance, Balances, Compliance, ParachainSystem, Runtime, RuntimeCall,
	RuntimeOrigin, SessionKeys, Shares, Signature, System,
};
use alloc::{boxed::Box, string::String, vec::Vec};
use cadastre_primitives::{
	traits::{Holders, Payees},
	AssetRoles, Moment,
};
use codec::Encode;
use cumulus_primitives_core::ParaId;
use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkError, BenchmarkList};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Inspect, Mutate},
		EnsureOriginWithArg, StorageInfo, StorageInfoTrait,
	},
};
use pallet_asset_registry::EnsureAssetRole;
use xcm::latest::prelude::{
	Asset, AssetId, Assets as AssetList, Fungible, Location, Parachain, ParentThen,
};

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
	[pallet_dao, Dao]
	[pallet_dividends, Dividends]
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
	[pallet_valuation_oracle, ValuationOracle]
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

	let mut whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	// An inherent of every block writes the time, so whoever asks for it finds it in memory.
	whitelist.push(pallet_timestamp::Now::<Runtime>::hashed_key().to_vec().into());
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

/// The asset of the benchmarks of the upper layers.
const ASSET: cadastre_primitives::AssetId = 1;

/// A home with one holder, and an issuer in the registry.
pub fn home_of(holder: &AccountId) -> cadastre_primitives::AssetId {
	let known = Compliance::key(holder.clone()).map(|key| key.investor);
	let investor =
		known.unwrap_or_else(|| <Compliance as Payees<AccountId>>::benchmark_admit(holder, *b"CH"));
	<Shares as Holders>::benchmark_holder(ASSET, investor, 1_000);
	let issuer =
		EnsureAssetRole::<Runtime, { AssetRoles::MANAGER.0 }>::try_successful_origin(&ASSET);
	assert!(issuer.is_ok(), "the asset has an issuer");
	ASSET
}

/// What the benchmarks of the upper layers need of the lower ones.
pub struct Helper;

impl Helper {
	fn payment_currency(seed: u32) -> Currency {
		let id = 1_000_u32.saturating_add(seed);
		// A second call for the same seed finds it there.
		let _ = Assets::force_create(
			RuntimeOrigin::root(),
			id.into(),
			TreasuryAccount::get().into(),
			true,
			1,
		);
		Currency::WithId(id)
	}
}

/// Makes it another moment.
pub fn set_time(now: Moment) {
	pallet_timestamp::Now::<Runtime>::put(now.saturating_mul(1_000));
}

impl pallet_compliance::BenchmarkHelper<AccountId, Signature> for Helper {
	fn signer() -> AccountId {
		<() as pallet_compliance::BenchmarkHelper<_, Signature>>::signer()
	}

	fn sign(message: &[u8]) -> Signature {
		<() as pallet_compliance::BenchmarkHelper<AccountId, _>>::sign(message)
	}

	fn set_time(now: Moment) {
		set_time(now);
	}
}

impl pallet_dividends::BenchmarkHelper<Runtime> for Helper {
	fn currency(seed: u32) -> Currency {
		Self::payment_currency(seed)
	}
}

impl pallet_dao::BenchmarkHelper<AccountId, Currency, RuntimeCall> for Helper {
	fn asset() -> cadastre_primitives::AssetId {
		home_of(&frame_benchmarking::account("resident", 0, 0))
	}

	fn holder(
		asset: cadastre_primitives::AssetId,
		who: &AccountId,
		units: Balance,
	) -> cadastre_primitives::InvestorId {
		let investor = <Compliance as Payees<AccountId>>::benchmark_admit(who, *b"CH");
		pallet_shares::Positions::<Runtime>::mutate(asset, investor, |position| {
			position.free = position.free.saturating_add(units);
		});
		pallet_shares::Books::<Runtime>::mutate_extant(asset, |book| {
			book.supply = book.supply.saturating_add(units);
			book.holders = book.holders.saturating_add(1);
		});
		investor
	}

	fn call(asset: cadastre_primitives::AssetId, index: u32) -> RuntimeCall {
		let to = TreasuryAccount::get();
		let amount = Balance::from(index).saturating_add(1);
		pallet_dao::Call::spend { asset, currency: Currency::Native, to, amount }.into()
	}

	fn currency() -> Currency {
		Self::payment_currency(0)
	}

	fn set_time(now: Moment) {
		set_time(now);
	}
}

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

	/// Our own token, out of its reserve here: no asset of this chain takes a more complex way.
	fn set_up_complex_asset_transfer() -> Option<(AssetList, u32, Location, Box<dyn FnOnce()>)> {
		pallet_xcm::benchmarking::helpers::native_teleport_as_asset_transfer::<Runtime>(
			HereLocation::get(),
			Self::reachable_dest()?,
		)
	}

	/// Currencies of Asset Hub, which cost more to deposit than the native token. As many as a message
	/// may hold, at most.
	fn get_assets(number: u32) -> AssetList {
		let most = <XcmConfig as xcm_executor::Config>::MaxAssetsIntoHolding::get();
		let listed = (0..number.min(most)).map(|seed| {
			let id = 2_000_u32.saturating_add(seed);
			let owner = AssetHubAccount::get().into();
			// A second call finds it there.
			let _ = Assets::force_create(RuntimeOrigin::root(), id.into(), owner, true, 1);
			Asset { id: AssetId(Stablecoins::location(id)), fun: Fungible(100) }
		});
		listed.collect::<Vec<_>>().into()
	}

	fn get_asset() -> Asset {
		Asset { id: AssetId(HereLocation::get()), fun: Fungible(100 * EXISTENTIAL_DEPOSIT) }
	}

	fn batch_call(calls: Vec<RuntimeCall>) -> Option<RuntimeCall> {
		Some(RuntimeCall::Utility(pallet_utility::Call::batch { calls }))
	}
}

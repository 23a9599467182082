// SPDX-License-Identifier: Apache-2.0

//! What nodes, wallets and users ask the runtime.

// The macro writes items without documentation.
#![allow(missing_docs)]

use crate::{
	configs::{
		collation::{ConsensusHook, BLOCK_PROCESSING_VELOCITY, RELAY_PARENT_OFFSET, SLOT_DURATION},
		monetary::Currency,
		xcm::{HereLocation, LocationToAccountId, Stablecoins, Trader, XcmConfig, XcmRouter},
	},
	genesis_config_presets, AccountId, AssetRegistry, AuraId, Balance, Block, Compliance, Dao,
	Dividends, Executive, InherentDataExt, Nonce, OriginCaller, ParachainInfo, ParachainSystem,
	PolkadotXcm, Runtime, RuntimeCall, RuntimeEvent, RuntimeGenesisConfig, SessionKeys, Shares,
	System, TransactionPayment, ValuationOracle, VERSION,
};
use alloc::{vec, vec::Vec};
use cadastre_primitives::{
	AssetId as ShareId, AssetInfo, AssetRoles, DisputeId, DisputeInfo, DistributionId,
	DistributionInfo, Failure, FeedId, HistoryEntry, Identifier, IncomeDue, InvestorId, Key,
	MetadataEntry, MetadataKey, ModelId, ModelInfo, PackId, PaperId, PaperInfo, RatioStudy,
	ResolutionId, ResolutionInfo, RoleInfo, Round, ScoreInfo, StreamInfo, Valuation, VoterInfo,
	Waiting,
};
use cumulus_primitives_core::{ParaId, VerifySchedulingSignature};
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	view_functions::{ViewFunctionDispatchError, ViewFunctionId},
	weights::Weight,
};
use pallet_transaction_payment::{FeeDetails, RuntimeDispatchInfo};
use sp_api::impl_runtime_apis;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata};
use sp_runtime::{
	traits::Block as BlockT,
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, ExtrinsicInclusionMode,
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;
use xcm::{
	latest::prelude::AssetId, Version as XcmVersion, VersionedAsset, VersionedAssetId,
	VersionedAssets, VersionedLocation, VersionedXcm,
};
use xcm_runtime_apis::{
	authorized_aliases::{Error as AliasError, OriginAliaser},
	conversions::{Error as ConversionError, LocationToAccountHelper},
	dry_run::{CallDryRunEffects, Error as DryRunError, XcmDryRunEffects},
	fees::Error as PaymentError,
	trusted_query::XcmTrustedQueryResult,
};

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block)
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(
			data: sp_inherents::InherentData,
		) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: sp_inherents::InherentData,
		) -> sp_inherents::CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			tx: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, tx, block_hash)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(
			owner: Vec<u8>,
			seed: Option<Vec<u8>>,
		) -> OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
		fn slot_duration() -> sp_consensus_aura::SlotDuration {
			sp_consensus_aura::SlotDuration::from_millis(SLOT_DURATION)
		}

		fn authorities() -> Vec<AuraId> {
			pallet_aura::Authorities::<Runtime>::get().into_inner()
		}
	}

	impl cumulus_primitives_aura::AuraUnincludedSegmentApi<Block> for Runtime {
		fn can_build_upon(
			included_hash: <Block as BlockT>::Hash,
			slot: cumulus_primitives_aura::Slot,
		) -> bool {
			ConsensusHook::can_build_upon(included_hash, slot)
		}
	}

	impl cumulus_primitives_core::RelayParentOffsetApi<Block> for Runtime {
		fn relay_parent_offset() -> u32 {
			RELAY_PARENT_OFFSET
		}

		fn max_claim_queue_offset() -> u8 {
			ParachainSystem::max_claim_queue_offset()
		}
	}

	impl cumulus_primitives_core::SchedulingV3EnabledApi<Block> for Runtime {
		fn scheduling_v3_enabled() -> bool {
			<Runtime as cumulus_pallet_parachain_system::Config>::SchedulingSignatureVerifier
				::V3_SCHEDULING_ENABLED
		}
	}

	impl cumulus_primitives_core::TargetBlockRate<Block> for Runtime {
		fn target_block_rate() -> u32 {
			BLOCK_PROCESSING_VELOCITY
		}
	}

	impl cumulus_primitives_core::GetParachainInfo<Block> for Runtime {
		fn parachain_id() -> ParaId {
			ParachainInfo::parachain_id()
		}
	}

	impl cumulus_primitives_core::CollectCollationInfo<Block> for Runtime {
		fn collect_collation_info(
			header: &<Block as BlockT>::Header,
		) -> cumulus_primitives_core::CollationInfo {
			ParachainSystem::collect_collation_info(header)
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance>
		for Runtime
	{
		fn query_info(
			uxt: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_info(uxt, len)
		}

		fn query_fee_details(uxt: <Block as BlockT>::Extrinsic, len: u32) -> FeeDetails<Balance> {
			TransactionPayment::query_fee_details(uxt, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<
		Block,
		Balance,
		RuntimeCall,
	> for Runtime
	{
		fn query_call_info(call: RuntimeCall, len: u32) -> RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_call_info(call, len)
		}

		fn query_call_fee_details(call: RuntimeCall, len: u32) -> FeeDetails<Balance> {
			TransactionPayment::query_call_fee_details(call, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl xcm_runtime_apis::fees::XcmPaymentApi<Block> for Runtime {
		fn query_acceptable_payment_assets(
			xcm_version: XcmVersion,
		) -> Result<Vec<VersionedAssetId>, PaymentError> {
			let mut accepted = vec![AssetId(HereLocation::get())];
			accepted.extend(Stablecoins::for_fees());
			PolkadotXcm::query_acceptable_payment_assets(xcm_version, accepted)
		}

		fn query_weight_to_asset_fee(
			weight: Weight,
			asset: VersionedAssetId,
		) -> Result<u128, PaymentError> {
			PolkadotXcm::query_weight_to_asset_fee::<Trader>(weight, asset)
		}

		fn query_xcm_weight(message: VersionedXcm<()>) -> Result<Weight, PaymentError> {
			PolkadotXcm::query_xcm_weight(message)
		}

		fn query_delivery_fees(
			destination: VersionedLocation,
			message: VersionedXcm<()>,
			asset_id: VersionedAssetId,
		) -> Result<VersionedAssets, PaymentError> {
			type AssetExchanger = <XcmConfig as xcm_executor::Config>::AssetExchanger;
			PolkadotXcm::query_delivery_fees::<AssetExchanger>(destination, message, asset_id)
		}
	}

	impl xcm_runtime_apis::dry_run::DryRunApi<Block, RuntimeCall, RuntimeEvent, OriginCaller>
		for Runtime
	{
		fn dry_run_call(
			origin: OriginCaller,
			call: RuntimeCall,
			result_xcms_version: XcmVersion,
		) -> Result<CallDryRunEffects<RuntimeEvent>, DryRunError> {
			PolkadotXcm::dry_run_call::<Runtime, XcmRouter, OriginCaller, RuntimeCall>(
				origin,
				call,
				result_xcms_version,
			)
		}

		fn dry_run_xcm(
			origin_location: VersionedLocation,
			xcm: VersionedXcm<RuntimeCall>,
		) -> Result<XcmDryRunEffects<RuntimeEvent>, DryRunError> {
			PolkadotXcm::dry_run_xcm::<XcmRouter>(origin_location, xcm)
		}
	}

	impl xcm_runtime_apis::conversions::LocationToAccountApi<Block, AccountId> for Runtime {
		fn convert_location(location: VersionedLocation) -> Result<AccountId, ConversionError> {
			LocationToAccountHelper::<AccountId, LocationToAccountId>::convert_location(location)
		}
	}

	impl xcm_runtime_apis::trusted_query::TrustedQueryApi<Block> for Runtime {
		fn is_trusted_reserve(
			asset: VersionedAsset,
			location: VersionedLocation,
		) -> XcmTrustedQueryResult {
			PolkadotXcm::is_trusted_reserve(asset, location)
		}

		fn is_trusted_teleporter(
			asset: VersionedAsset,
			location: VersionedLocation,
		) -> XcmTrustedQueryResult {
			PolkadotXcm::is_trusted_teleporter(asset, location)
		}
	}

	impl xcm_runtime_apis::authorized_aliases::AuthorizedAliasersApi<Block> for Runtime {
		fn authorized_aliasers(
			target: VersionedLocation,
		) -> Result<Vec<OriginAliaser>, AliasError> {
			PolkadotXcm::authorized_aliasers(target)
		}

		fn is_authorized_alias(
			origin: VersionedLocation,
			target: VersionedLocation,
		) -> Result<bool, AliasError> {
			PolkadotXcm::is_authorized_alias(origin, target)
		}
	}

	impl cadastre_primitives::apis::ComplianceApi<Block, AccountId> for Runtime {
		fn key(who: AccountId) -> Option<Key> {
			Compliance::key(who)
		}

		fn pack_report(pack: PackId, upcoming: bool, investor: InvestorId) -> Vec<Failure> {
			Compliance::pack_report(pack, upcoming, investor)
		}
	}

	impl cadastre_primitives::apis::SharesApi<Block, AccountId> for Runtime {
		fn transfer_report(
			asset: ShareId,
			from: AccountId,
			to: AccountId,
			amount: Balance,
		) -> Vec<Failure> {
			Shares::transfer_report(asset, from, to, amount).into_inner()
		}

		fn issue_report(asset: ShareId, to: AccountId, amount: Balance) -> Vec<Failure> {
			Shares::issue_report(asset, to, amount).into_inner()
		}

		fn balance(asset: ShareId, investor: InvestorId) -> Balance {
			Shares::balance(asset, investor)
		}

		fn holders(
			asset: ShareId,
			after: Option<InvestorId>,
			limit: u32,
		) -> Vec<(InvestorId, Balance)> {
			Shares::holders(asset, after, limit)
		}
	}

	impl cadastre_primitives::apis::AssetRegistryApi<Block, AccountId> for Runtime {
		fn asset(asset: ShareId) -> Option<AssetInfo<AccountId>> {
			AssetRegistry::asset(asset)
		}

		fn papers(asset: ShareId, after: Option<PaperId>, limit: u32) -> Vec<PaperInfo> {
			AssetRegistry::papers(asset, after, limit)
		}

		fn asset_by_identifier(identifier: Identifier) -> Option<ShareId> {
			AssetRegistry::asset_by_identifier(identifier)
		}

		fn identifiers(asset: ShareId) -> Vec<Identifier> {
			AssetRegistry::identifiers(asset)
		}

		fn assets_of(issuer: AccountId, after: Option<ShareId>, limit: u32) -> Vec<ShareId> {
			AssetRegistry::assets_of(issuer, after, limit)
		}

		fn metadata(asset: ShareId, after: Option<MetadataKey>, limit: u32) -> Vec<MetadataEntry> {
			AssetRegistry::metadata(asset, after, limit)
		}

		fn roles(asset: ShareId) -> Vec<RoleInfo<AccountId>> {
			AssetRegistry::roles(asset)
		}

		fn has_roles(asset: ShareId, who: AccountId, roles: AssetRoles) -> bool {
			AssetRegistry::has_roles(asset, who, roles)
		}

		fn round(asset: ShareId) -> Option<Round> {
			AssetRegistry::round(asset)
		}
	}

	impl cadastre_primitives::apis::ValuationOracleApi<Block, AccountId> for Runtime {
		fn valuation(feed: FeedId) -> Option<Valuation> {
			ValuationOracle::valuation(feed)
		}

		fn history(feed: FeedId) -> Vec<HistoryEntry> {
			ValuationOracle::history(feed)
		}

		fn model(model: ModelId) -> Option<ModelInfo> {
			ValuationOracle::model(model)
		}

		fn score(model: ModelId) -> Option<ScoreInfo> {
			ValuationOracle::score_of(model)
		}

		fn feed_study(feed: FeedId) -> Option<RatioStudy> {
			ValuationOracle::feed_study(feed)
		}

		fn model_study(model: ModelId) -> Option<RatioStudy> {
			ValuationOracle::model_study(model)
		}

		fn disputes(after: Option<DisputeId>, limit: u32) -> Vec<DisputeInfo<AccountId>> {
			ValuationOracle::disputes(after, limit)
		}

		fn waiting(feed: FeedId) -> Option<Waiting> {
			ValuationOracle::waiting(feed)
		}
	}

	impl cadastre_primitives::apis::DividendsApi<Block, AccountId, Currency> for Runtime {
		fn income_due(who: AccountId, asset: ShareId) -> Vec<IncomeDue<Currency>> {
			Dividends::income_due(who, asset)
		}

		fn income_due_to(investor: InvestorId, asset: ShareId) -> Vec<IncomeDue<Currency>> {
			Dividends::income_due_to(investor, asset)
		}

		fn distribution(
			asset: ShareId,
			id: DistributionId,
		) -> Option<DistributionInfo<AccountId, Currency>> {
			Dividends::distribution(asset, id)
		}

		fn distributions(
			asset: ShareId,
			after: Option<DistributionId>,
			limit: u32,
		) -> Vec<DistributionInfo<AccountId, Currency>> {
			Dividends::distributions(asset, after, limit)
		}

		fn streams(asset: ShareId) -> Vec<StreamInfo<AccountId, Currency>> {
			Dividends::streams(asset)
		}
	}

	impl cadastre_primitives::apis::DaoApi<Block, AccountId> for Runtime {
		fn resolution(
			asset: ShareId,
			resolution: ResolutionId,
		) -> Option<ResolutionInfo<AccountId>> {
			Dao::resolution(asset, resolution)
		}

		fn resolutions(
			asset: ShareId,
			after: Option<ResolutionId>,
			limit: u32,
		) -> Vec<ResolutionInfo<AccountId>> {
			Dao::resolutions(asset, after, limit)
		}

		fn voter(asset: ShareId, resolution: ResolutionId, who: AccountId) -> Option<VoterInfo> {
			Dao::voter(asset, resolution, who)
		}

		fn manager(asset: ShareId) -> Option<AccountId> {
			Dao::manager(asset)
		}

		fn treasury_account(asset: ShareId) -> AccountId {
			Dao::treasury_account(asset)
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			build_state::<RuntimeGenesisConfig>(config)
		}

		fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, genesis_config_presets::get_preset)
		}

		fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
			genesis_config_presets::preset_names()
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
			// Nobody calls this on a chain: a failed check must end it, with the reason.
			let weight = Executive::try_runtime_upgrade(checks).unwrap();
			(weight, crate::RuntimeBlockWeights::get().max_block)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> Weight {
			Executive::try_execute_block(block, state_root_check, signature_check, select).unwrap()
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(
			extra: bool,
		) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
			crate::benchmarks::metadata(extra)
		}

		#[allow(non_local_definitions)]
		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			crate::benchmarks::dispatch(config)
		}
	}
}

/// The entry point through which the relay chain validates a block.
mod validation {
	cumulus_pallet_parachain_system::register_validate_block! {
		Runtime = crate::Runtime,
		BlockExecutor = cumulus_pallet_aura_ext::BlockExecutor::<crate::Runtime, crate::Executive>,
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The pallets that this chain is for, by layer, and what filters must know of their calls.

use crate::{
	configs::{
		chain_governance::{ComplianceAdmin, RootOrAssetAdmin, TwoThirdsOfCommittee},
		monetary::{DepositPerByte, DepositPerItem},
		parameters::MinPackNotice,
	},
	AccountId, Balance, Balances, Compliance, Runtime, RuntimeCall, RuntimeHoldReason, Shares,
	Signature, Timestamp, Verifiers,
};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU32, ConstU64, EitherOfDiverse, LinearStoragePrice,
	},
};
use frame_system::{EnsureRoot, EnsureSignedBy};

/// The price of storage: per item and per byte.
type StoragePrice = LinearStoragePrice<DepositPerItem, DepositPerByte, Balance>;

/// A deposit that is held on the payer's account.
type Deposit<Reason> = HoldConsideration<AccountId, Balances, Reason, StoragePrice>;

parameter_types! {
	pub const InvestorHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Compliance(pallet_compliance::HoldReason::InvestorRecord);
	pub const KeyHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Compliance(pallet_compliance::HoldReason::Key);
	pub const PackHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Compliance(pallet_compliance::HoldReason::RulePack);
	pub const CohortHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Compliance(pallet_compliance::HoldReason::CohortEntry);
	pub const AssetHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::AssetRegistry(pallet_asset_registry::HoldReason::Asset);
	pub const PaperHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::AssetRegistry(pallet_asset_registry::HoldReason::Paper);
}

/// The compliance authority: its track, root, or two thirds of the technical committee, since a
/// sanction and a false provider cannot wait for a referendum.
pub type ComplianceAuthority =
	EitherOfDiverse<EitherOfDiverse<EnsureRoot<AccountId>, ComplianceAdmin>, TwoThirdsOfCommittee>;

/// How long an offer of a key can be accepted: 7 days, in seconds.
const OFFER_PERIOD: u64 = 7 * 24 * 60 * 60;

/// How long a statement that a provider has signed can be submitted: 30 days, in seconds.
const STATEMENT_PERIOD: u64 = 30 * 24 * 60 * 60;

impl pallet_compliance::Config for Runtime {
	type AdminOrigin = ComplianceAuthority;
	type Time = Timestamp;
	type InvestorDeposit = Deposit<InvestorHoldReason>;
	type KeyDeposit = Deposit<KeyHoldReason>;
	type PackDeposit = Deposit<PackHoldReason>;
	type MaxKeys = ConstU32<8>;
	type MinPackNotice = MinPackNotice;
	type OfferPeriod = ConstU64<OFFER_PERIOD>;
	type Signature = Signature;
	type StatementPeriod = ConstU64<STATEMENT_PERIOD>;
	type CohortDeposit = Deposit<CohortHoldReason>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
	type WeightInfo = pallet_compliance::weights::SubstrateWeight<Runtime>;
}

impl pallet_shares::Config for Runtime {
	type Gatekeeper = Compliance;
	type WeightInfo = pallet_shares::weights::SubstrateWeight<Runtime>;
}

/// Who suspends an asset: the track of assets, root, or two thirds of the technical committee.
pub type AssetAuthority = EitherOfDiverse<RootOrAssetAdmin, TwoThirdsOfCommittee>;

impl pallet_asset_registry::Config for Runtime {
	type Register = Shares;
	type VerifierOrigin = EnsureSignedBy<Verifiers, AccountId>;
	type AdminOrigin = AssetAuthority;
	type AssetConsideration = Deposit<AssetHoldReason>;
	type PaperConsideration = Deposit<PaperHoldReason>;
	type Time = Timestamp;
	type MaxPapers = ConstU32<64>;
	type WeightInfo = pallet_asset_registry::weights::SubstrateWeight<Runtime>;
}

/// Whether a call moves, creates or destroys shares.
pub fn moves_shares(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Shares(
			pallet_shares::Call::issue { .. }
				| pallet_shares::Call::transfer { .. }
				| pallet_shares::Call::redeem { .. }
		)
	)
}

/// What an issuer does for its assets. Not what it does with shares of its own.
pub fn is_issuers_work(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::AssetRegistry(
			pallet_asset_registry::Call::register { .. }
				| pallet_asset_registry::Call::file_paper { .. }
				| pallet_asset_registry::Call::activate { .. }
				| pallet_asset_registry::Call::retire { .. }
				| pallet_asset_registry::Call::remove { .. }
		) | RuntimeCall::Shares(
			pallet_shares::Call::issue { .. } | pallet_shares::Call::set_pack { .. }
		) | RuntimeCall::Compliance(
			pallet_compliance::Call::publish_pack { .. }
				| pallet_compliance::Call::amend_pack { .. }
				| pallet_compliance::Call::enact_pack { .. }
				| pallet_compliance::Call::withdraw_pack { .. }
				| pallet_compliance::Call::exempt { .. }
				| pallet_compliance::Call::end_exemption { .. }
		)
	)
}

/// What a verifier does.
pub fn is_verifiers_work(call: &RuntimeCall) -> bool {
	matches!(call, RuntimeCall::AssetRegistry(pallet_asset_registry::Call::verify { .. }))
}

/// What a KYC provider does. Not what a key does with itself: whoever could offer a key for an
/// investor could move its shares.
pub fn is_providers_work(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Compliance(
			pallet_compliance::Call::admit { .. }
				| pallet_compliance::Call::renew { .. }
				| pallet_compliance::Call::revoke { .. }
		)
	)
}

/// What goes on in safe mode: the lawful way out of shares, and all of compliance and the
/// suspension of assets, so that what is wrong can be put right.
pub fn stays_open(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Compliance(..)
			| RuntimeCall::Shares(pallet_shares::Call::redeem { .. })
			| RuntimeCall::AssetRegistry(
				pallet_asset_registry::Call::suspend { .. }
					| pallet_asset_registry::Call::resume { .. }
			)
	)
}

/// Calls that cannot be paused one by one, as pallet and name: the lawful way out.
pub const NEVER_PAUSED_CALLS: [(&str, &str); 1] = [("Shares", "redeem")];

// SPDX-License-Identifier: Apache-2.0

//! The pallets that this chain is for, by layer, and what filters must know of their calls.

use crate::{
	configs::{
		adapters::{Assembly, EnsureAppraiser, HoldersMay, Valued},
		chain_governance::{
			AssetAdmin, ComplianceAdmin, ModelAdmin, RootOrAssetAdmin, TreasuryAccount,
			TwoThirdsOfCommittee,
		},
		monetary::{Currencies, DepositPerByte, DepositPerItem},
		parameters::MinPackNotice,
	},
	AccountId, AssetRegistry, Balance, Balances, Compliance, Dividends, Preimage, Runtime,
	RuntimeCall, RuntimeHoldReason, RuntimeOrigin, Shares, Signature, Timestamp,
};
use cadastre_primitives::{token::UNIT, AssetRoles};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, tokens::imbalance::ResolveTo, ConstU128, ConstU32, ConstU64,
		EitherOf, EitherOfDiverse, LinearStoragePrice,
	},
	PalletId,
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess, EnsureWithSuccess};
use pallet_asset_registry::EnsureAssetRole;
use pallet_dao::{EnsureHolders, EnsureHoldersAsTreasury};
use pallet_shares::Periods;
use sp_runtime::{Perbill, Permill};

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
	pub const EntryHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Shares(pallet_shares::HoldReason::Entry);
	pub const OrderHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Shares(pallet_shares::HoldReason::Order);
	pub const AppealHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Shares(pallet_shares::HoldReason::Appeal);
	pub const AssetHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::AssetRegistry(pallet_asset_registry::HoldReason::Asset);
	pub const PaperHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::AssetRegistry(pallet_asset_registry::HoldReason::Paper);
	pub const DetailHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::AssetRegistry(pallet_asset_registry::HoldReason::Detail);
	pub const OracleHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::ValuationOracle(pallet_valuation_oracle::HoldReason::Record);
	pub const IncomeHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Dividends(pallet_dividends::HoldReason::Record);
	pub const DaoHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Dao(pallet_dao::HoldReason::Storage);
}

/// A day, in seconds.
const DAY: u64 = 24 * 60 * 60;

/// The compliance authority: its track, root, or two thirds of the technical committee, since a
/// sanction and a false provider cannot wait for a referendum.
pub type ComplianceAuthority =
	EitherOfDiverse<EitherOfDiverse<EnsureRoot<AccountId>, ComplianceAdmin>, TwoThirdsOfCommittee>;

/// How long an offer of a key can be accepted: 7 days, in seconds.
const OFFER_PERIOD: u64 = 7 * DAY;

/// How long a statement that a provider has signed can be submitted: 30 days, in seconds.
const STATEMENT_PERIOD: u64 = 30 * DAY;

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
	type BenchmarkHelper = crate::benchmarks::Helper;
	type WeightInfo = crate::weights::pallet_compliance::WeightInfo<Runtime>;
}

parameter_types! {
	/// How long the stages of an order last. A person whose shares or keys an order takes has two
	/// weeks of notice, and a month to contest what acts at once.
	pub const OrderPeriods: Periods = Periods {
		approval: 7 * DAY,
		emergency: 3 * DAY,
		forced: 14 * DAY,
		cancellation: 14 * DAY,
		recovery: 14 * DAY,
		execution: 30 * DAY,
		appeal: 30 * DAY,
		decision: 30 * DAY,
	};
}

/// Whoever has a role for an asset.
type Role<const ROLE: u16> = EnsureAssetRole<Runtime, ROLE>;

/// Whose rules shares obey, and who may issue them.
#[cfg(not(feature = "canary"))]
mod guards {
	pub(super) type Gate = crate::Compliance;
	pub(super) type Issuing = pallet_asset_registry::EnsureIssuing<crate::Runtime>;
}

/// The same, but a test can take them away.
#[cfg(feature = "canary")]
use crate::canary as guards;

impl pallet_shares::Config for Runtime {
	type Gatekeeper = guards::Gate;
	type OnChange = Dividends;
	type Time = Timestamp;
	type RuntimeHoldReason = RuntimeHoldReason;
	type AuthorityOrigin = ComplianceAuthority;
	type IssueOrigin = guards::Issuing;
	type HoldersOrigin = EnsureHolders;
	type EntryDeposit = Deposit<EntryHoldReason>;
	type TransferAgentOrigin = Role<{ AssetRoles::TRANSFER_AGENT.0 }>;
	type ApproverOrigin = Role<{ AssetRoles::APPROVER.0 }>;
	type RecoveryOrigin = pallet_compliance::EnsureProvider<Runtime>;
	type OrderDeposit = Deposit<OrderHoldReason>;
	type AppealDeposit = Deposit<AppealHoldReason>;
	type MaxOrders = ConstU32<16>;
	type Periods = OrderPeriods;
	type WeightInfo = crate::weights::pallet_shares::WeightInfo<Runtime>;
}

/// Who suspends an asset, and who lists and dismisses verifiers: the track of assets, root, or two
/// thirds of the technical committee.
pub type AssetAuthority = EitherOfDiverse<RootOrAssetAdmin, TwoThirdsOfCommittee>;

/// What a verifier has at stake: 1,000 CDST.
pub const VERIFIER_BOND: Balance = 1_000 * UNIT;

/// How long a verifier that has left can still be slashed: 28 days, in seconds.
const BOND_PERIOD: u64 = 28 * DAY;

impl pallet_asset_registry::Config for Runtime {
	type Register = Shares;
	type AdminOrigin = AssetAuthority;
	type HoldersOrigin = EnsureHolders;
	type AssetConsideration = Deposit<AssetHoldReason>;
	type PaperConsideration = Deposit<PaperHoldReason>;
	type DetailConsideration = Deposit<DetailHoldReason>;
	type Currency = Balances;
	type OnSlash = ResolveTo<TreasuryAccount, Balances>;
	type VerifierBond = ConstU128<VERIFIER_BOND>;
	type BondPeriod = ConstU64<BOND_PERIOD>;
	type Time = Timestamp;
	type MaxPapers = ConstU32<64>;
	type WeightInfo = crate::weights::pallet_asset_registry::WeightInfo<Runtime>;
}

parameter_types! {
	/// What operators of models have at stake, and how long the steps around a valuation last.
	pub const OracleTerms: pallet_valuation_oracle::Terms = pallet_valuation_oracle::Terms {
		min_bond: 1_000 * UNIT,
		miss_penalty: 10 * UNIT,
		silence_penalty: 5 * UNIT,
		dispute_bond: 100 * UNIT,
		slash: Permill::from_percent(20),
		withdrawal_delay: 14 * DAY,
		policy_delay: 7 * DAY,
		dispute_period: 2 * DAY,
		step_period: 3 * DAY,
		explanation_period: 7 * DAY,
		max_error: 150_000,
		min_coverage: 700_000,
		min_outcomes: 8,
	};
}

/// Who runs an asset for its issuer, or its holders by a resolution.
type ManagerOrHolders = EitherOf<Role<{ AssetRoles::MANAGER.0 }>, EnsureHoldersAsTreasury<Runtime>>;

impl pallet_valuation_oracle::Config for Runtime {
	type Currency = Balances;
	type RecordDeposit = Deposit<OracleHoldReason>;
	type OnSlash = ResolveTo<TreasuryAccount, Balances>;
	type Assets = Valued;
	type IssuerOrigin = ManagerOrHolders;
	type AdminOrigin = EitherOfDiverse<EnsureRoot<AccountId>, ModelAdmin>;
	type AppraiserOrigin = EnsureAppraiser;
	type HoldersOrigin = EnsureHolders;
	type Time = Timestamp;
	type Terms = OracleTerms;
	type WeightInfo = crate::weights::pallet_valuation_oracle::WeightInfo<Runtime>;
}

parameter_types! {
	pub const DividendsPalletId: PalletId = PalletId(*b"cd/divis");
}

/// The tax office of the chain, which acts through the treasury: root, or the track of assets.
pub type TaxOffice = EitherOf<
	EnsureRootWithSuccess<AccountId, TreasuryAccount>,
	EnsureWithSuccess<AssetAdmin, AccountId, TreasuryAccount>,
>;

impl pallet_dividends::Config for Runtime {
	type DeclareOrigin =
		EitherOf<Role<{ AssetRoles::DIVIDENDS.0 }>, EnsureHoldersAsTreasury<Runtime>>;
	type TaxOrigin = TaxOffice;
	type Register = Shares;
	type Payees = Compliance;
	type Classes = AssetRegistry;
	type Currency = Currencies;
	type Deposit = Deposit<IncomeHoldReason>;
	type Time = Timestamp;
	type PalletId = DividendsPalletId;
	type MinClaimPeriod = ConstU64<{ 30 * DAY }>;
	// Twelve years, after which articles of association commonly let a dividend lapse.
	type MaxClaimPeriod = ConstU64<{ 4_383 * DAY }>;
	type WeightInfo = crate::weights::pallet_dividends::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

/// What a class of resolutions needs: so many percent of the shares as a quorum, so many of the
/// votes as a majority, and so many days between the count and the execution.
const fn resolution(quorum: u32, majority: u32, timelock: u64) -> pallet_dao::Terms {
	pallet_dao::Terms {
		discussion: 3 * DAY,
		voting: 7 * DAY,
		reveal: 2 * DAY,
		timelock: timelock * DAY,
		grace: 7 * DAY,
		thresholds: pallet_dao::Thresholds {
			quorum: Perbill::from_percent(quorum),
			majority: Perbill::from_percent(majority),
			floor: Perbill::from_percent(5),
		},
		stake: Perbill::from_percent(1),
	}
}

parameter_types! {
	pub const DaoRules: pallet_dao::Rules = pallet_dao::Rules {
		ordinary: resolution(25, 50, 2),
		special: resolution(33, 75, 2),
		extraordinary: resolution(50, 90, 7),
		max_open: 8,
		max_call_len: 1_024,
		proposal_bond: 50 * UNIT,
		challenge_bond: 100 * UNIT,
		manager_bond: 500 * UNIT,
		max_strikes: 3,
		max_slash: Perbill::from_percent(50),
		liability: 60 * DAY,
		retention: 30 * DAY,
	};
}

impl pallet_dao::Config for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeCall = RuntimeCall;
	type AllowedCalls = HoldersMay;
	type Preimages = Preimage;
	type Checkpoints = Shares;
	type Electorate = Assembly;
	type Native = Balances;
	type Currency = Currencies;
	type Compensation = pallet_dao::ToTreasury<Runtime>;
	type SupervisorOrigin = AssetAuthority;
	type Consideration = Deposit<DaoHoldReason>;
	type Time = Timestamp;
	type Rules = DaoRules;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
	type WeightInfo = crate::weights::pallet_dao::WeightInfo<Runtime>;
}

/// Whether a call moves, creates or destroys shares, or lets somebody else do so.
pub fn moves_shares(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Shares(
			pallet_shares::Call::issue { .. }
				| pallet_shares::Call::transfer { .. }
				| pallet_shares::Call::redeem { .. }
				| pallet_shares::Call::approve { .. }
				| pallet_shares::Call::transfer_from { .. }
				| pallet_shares::Call::convert { .. }
				| pallet_shares::Call::execute_order { .. }
		)
	)
}

/// What an issuer does for its assets. Not what it does with shares of its own, and not what hands
/// its assets, or a role for them, to somebody else.
pub fn is_issuers_work(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::AssetRegistry(
			pallet_asset_registry::Call::register { .. }
				| pallet_asset_registry::Call::file_paper { .. }
				| pallet_asset_registry::Call::amend_facts { .. }
				| pallet_asset_registry::Call::add_identifier { .. }
				| pallet_asset_registry::Call::remove_identifier { .. }
				| pallet_asset_registry::Call::set_metadata { .. }
				| pallet_asset_registry::Call::remove_metadata { .. }
				| pallet_asset_registry::Call::activate { .. }
				| pallet_asset_registry::Call::open_round { .. }
				| pallet_asset_registry::Call::close_round { .. }
				| pallet_asset_registry::Call::start_wind_up { .. }
				| pallet_asset_registry::Call::call_off_wind_up { .. }
				| pallet_asset_registry::Call::retire { .. }
				| pallet_asset_registry::Call::remove { .. }
		) | RuntimeCall::Shares(
			pallet_shares::Call::issue { .. }
				| pallet_shares::Call::set_pack { .. }
				| pallet_shares::Call::split { .. }
				| pallet_shares::Call::set_conversion { .. }
				| pallet_shares::Call::deny { .. }
				| pallet_shares::Call::undeny { .. }
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
/// investor could move its shares. Nor who signs the provider's statements, or whose the slot is.
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

/// What an operator of a model does, and what anybody does so that a valuation comes about. Not what
/// bonds money, and not what takes it back.
pub fn is_valuers_work(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::ValuationOracle(
			pallet_valuation_oracle::Call::join { .. }
				| pallet_valuation_oracle::Call::leave { .. }
				| pallet_valuation_oracle::Call::open_round { .. }
				| pallet_valuation_oracle::Call::commit { .. }
				| pallet_valuation_oracle::Call::reveal { .. }
				| pallet_valuation_oracle::Call::finalise { .. }
				| pallet_valuation_oracle::Call::answer_dispute { .. }
				| pallet_valuation_oracle::Call::open_explanation { .. }
				| pallet_valuation_oracle::Call::score { .. }
		)
	)
}

/// What the holders of an asset do to resolve.
pub fn is_voters_work(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Dao(
			pallet_dao::Call::propose { .. }
				| pallet_dao::Call::withdraw { .. }
				| pallet_dao::Call::vote { .. }
				| pallet_dao::Call::vote_for { .. }
				| pallet_dao::Call::retract { .. }
				| pallet_dao::Call::delegate { .. }
				| pallet_dao::Call::undelegate { .. }
				| pallet_dao::Call::commit { .. }
				| pallet_dao::Call::reveal { .. }
				| pallet_dao::Call::commit_for { .. }
				| pallet_dao::Call::reveal_for { .. }
				| pallet_dao::Call::close { .. }
				| pallet_dao::Call::execute { .. }
				| pallet_dao::Call::prune { .. }
		)
	)
}

/// What a transfer agent or the second role of an asset does: the steps of an order. None of them
/// moves anything, and no order is made by one of them alone.
pub fn is_officers_work(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Shares(
			pallet_shares::Call::propose_order { .. }
				| pallet_shares::Call::approve_order { .. }
				| pallet_shares::Call::withdraw_order { .. }
				| pallet_shares::Call::annul_order { .. }
				| pallet_shares::Call::prune_order { .. }
		)
	)
}

/// What a supervisor does: it watches its sandbox cohorts, and is the second role of an order. Not what
/// proposes one: the hand that asks for an order is not the hand that approves it.
pub fn is_supervisors_work(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Compliance(
			pallet_compliance::Call::add_member { .. }
				| pallet_compliance::Call::remove_member { .. }
				| pallet_compliance::Call::set_asset_value { .. }
				| pallet_compliance::Call::remove_asset { .. }
				| pallet_compliance::Call::suspend_cohort { .. }
				| pallet_compliance::Call::resume_cohort { .. }
				| pallet_compliance::Call::graduate { .. }
				| pallet_compliance::Call::end_cohort { .. }
				| pallet_compliance::Call::prune_cohort { .. }
		) | RuntimeCall::Shares(
			pallet_shares::Call::approve_order { .. }
				| pallet_shares::Call::annul_order { .. }
				| pallet_shares::Call::prune_order { .. }
		)
	)
}

/// What goes on in safe mode: the lawful way out of shares; all of compliance, the deny lists and
/// the suspension of assets, so that what is wrong can be put right; and every step of an order but
/// its execution, so that nobody's appeal runs out of time.
pub fn stays_open(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Compliance(..)
			| RuntimeCall::Dividends(
				pallet_dividends::Call::claim { .. }
					| pallet_dividends::Call::claim_for { .. }
					| pallet_dividends::Call::claim_streams { .. }
					| pallet_dividends::Call::claim_streams_for { .. }
					| pallet_dividends::Call::pay_parked { .. }
			) | RuntimeCall::ValuationOracle(
			pallet_valuation_oracle::Call::halt_feed { .. }
				| pallet_valuation_oracle::Call::suspend_model { .. }
				| pallet_valuation_oracle::Call::dispute { .. }
				| pallet_valuation_oracle::Call::answer_dispute { .. }
				| pallet_valuation_oracle::Call::escalate { .. }
				| pallet_valuation_oracle::Call::appeal { .. }
		) | RuntimeCall::Shares(
			pallet_shares::Call::redeem { .. }
				| pallet_shares::Call::deny { .. }
				| pallet_shares::Call::undeny { .. }
				| pallet_shares::Call::propose_order { .. }
				| pallet_shares::Call::approve_order { .. }
				| pallet_shares::Call::appeal_order { .. }
				| pallet_shares::Call::decide_appeal { .. }
				| pallet_shares::Call::withdraw_order { .. }
				| pallet_shares::Call::annul_order { .. }
				| pallet_shares::Call::accept_recovery { .. }
				| pallet_shares::Call::prune_order { .. }
		) | RuntimeCall::AssetRegistry(
			pallet_asset_registry::Call::suspend { .. }
				| pallet_asset_registry::Call::resume { .. }
				| pallet_asset_registry::Call::dismiss_verifier { .. }
				| pallet_asset_registry::Call::remove_identifier { .. }
		)
	)
}

/// Calls that cannot be paused one by one, as pallet and name: the lawful way out, income, and what
/// a person does against an order or a dispute within a time that runs.
pub const NEVER_PAUSED_CALLS: [(&str, &str); 11] = [
	("Shares", "redeem"),
	("Shares", "appeal_order"),
	("Shares", "decide_appeal"),
	("Shares", "accept_recovery"),
	("Dividends", "claim"),
	("Dividends", "claim_for"),
	("Dividends", "claim_streams"),
	("Dividends", "claim_streams_for"),
	("Dividends", "pay_parked"),
	("ValuationOracle", "answer_dispute"),
	("ValuationOracle", "appeal"),
];

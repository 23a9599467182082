// SPDX-License-Identifier: Apache-2.0

//! Blocks, accounts, and what everybody uses: batches, multisigs, proxies, the scheduler; and the
//! two ways to stop calls.

use crate::{
	configs::{
		chain_governance::{Clock, HalfOfCommittee, TwoThirdsOfCommittee},
		monetary::deposit,
		property, timed_pause,
	},
	migrations, AccountId, Balance, Balances, Block, BlockNumber, Hash, MultiBlockMigrations,
	Nonce, OriginCaller, PalletInfo, Preimage, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeHoldReason, RuntimeOrigin, RuntimeTask, SafeMode, System, TxPause, DAYS, VERSION,
};
use cadastre_primitives::token::SS58_PREFIX;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use cumulus_primitives_core::relay_chain::MAX_POV_SIZE;
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU32, Contains, EitherOf, EitherOfDiverse,
		EqualPrivilegeOnly, Get, InsideBoth, InstanceFilter, LinearStoragePrice,
	},
	weights::{
		constants::{
			BlockExecutionWeight, ExtrinsicBaseWeight, WEIGHT_REF_TIME_PER_NANOS,
			WEIGHT_REF_TIME_PER_SECOND,
		},
		RuntimeDbWeight, Weight,
	},
};
use frame_system::{
	limits::{BlockLength, BlockWeights},
	EnsureRoot, EnsureRootWithSuccess, EnsureWithSuccess,
};
use pallet_tx_pause::RuntimeCallNameOf;
use polkadot_runtime_common::BlockHashCount;
use scale_info::TypeInfo;
use sp_runtime::{traits::BlakeTwo256, Perbill};
use sp_version::RuntimeVersion;

/// What hooks at the start of a block take on average, of the block.
const AVERAGE_ON_INITIALIZE_RATIO: Perbill = Perbill::from_percent(5);

/// What normal transactions may take of a block; the rest is kept for operational ones.
const NORMAL_DISPATCH_RATIO: Perbill = Perbill::from_percent(75);

/// What a block may take: two of the six seconds, and the proof that the relay chain accepts.
const MAXIMUM_BLOCK_WEIGHT: Weight =
	Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND.saturating_mul(2), MAX_POV_SIZE as u64);

/// The longest block, in bytes.
const MAXIMUM_BLOCK_LENGTH: u32 = 5 * 1024 * 1024;

parameter_types! {
	pub const Version: RuntimeVersion = VERSION;
	pub const SS58Prefix: u16 = SS58_PREFIX;

	/// What a read and a write cost a validator: it has the state of a block in memory. Measured
	/// by Parity on the reference machine for Asset Hub.
	pub const InMemoryDbWeight: RuntimeDbWeight = RuntimeDbWeight {
		read: 13_036 * WEIGHT_REF_TIME_PER_NANOS,
		write: 31_215 * WEIGHT_REF_TIME_PER_NANOS,
	};

	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(MAXIMUM_BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |length| {
			*length = NORMAL_DISPATCH_RATIO * *length;
		})
		.build();

	pub RuntimeBlockWeights: BlockWeights = BlockWeights::builder()
		.base_block(BlockExecutionWeight::get())
		.for_class(DispatchClass::all(), |weights| {
			weights.base_extrinsic = ExtrinsicBaseWeight::get();
		})
		.for_class(DispatchClass::Normal, |weights| {
			weights.max_total = Some(NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_WEIGHT);
		})
		.for_class(DispatchClass::Operational, |weights| {
			weights.max_total = Some(MAXIMUM_BLOCK_WEIGHT);
			weights.reserved = Some(
				MAXIMUM_BLOCK_WEIGHT.saturating_sub(NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_WEIGHT),
			);
		})
		.avg_block_initialization(AVERAGE_ON_INITIALIZE_RATIO)
		.build_or_panic();
}

/// How many nonces a new account is ahead per block of the chain's life.
///
/// An account that is removed and comes back starts at a nonce that it has not used, unless it sent
/// more than this number of transactions per block on average while it lived. A `u32` holds the
/// nonces of 100 years of blocks of 6 s.
pub const NONCES_PER_BLOCK: u32 = 8;

/// The first nonce of an account that comes into being in this block. It grows with the chain, so
/// that an old signed transaction is not valid again after its account was removed and came back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DefaultNonce;

impl Get<u32> for DefaultNonce {
	fn get() -> u32 {
		System::block_number().saturating_mul(NONCES_PER_BLOCK)
	}
}

#[derive_impl(frame_system::config_preludes::ParaChainDefaultConfig)]
impl frame_system::Config for Runtime {
	type BaseCallFilter = InsideBoth<SafeMode, TxPause>;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = RuntimeBlockLength;
	type BlockWeights = RuntimeBlockWeights;
	type DbWeight = InMemoryDbWeight;
	type Version = Version;
	type SS58Prefix = SS58Prefix;
	type AccountId = AccountId;
	type Nonce = Nonce;
	type Hash = Hash;
	type AccountData = pallet_balances::AccountData<Balance>;
	type MaxConsumers = ConstU32<64>;
	type OnSetCode = cumulus_pallet_parachain_system::ParachainSetCode<Self>;
	type SingleBlockMigrations = migrations::SingleBlockMigrations;
	type MultiBlockMigrator = MultiBlockMigrations;
	type SystemWeightInfo = crate::weights::frame_system::WeightInfo<Runtime>;
	type ExtensionsWeightInfo = crate::weights::frame_system_extensions::WeightInfo<Runtime>;
}

impl cumulus_pallet_weight_reclaim::Config for Runtime {
	type WeightInfo = crate::weights::cumulus_pallet_weight_reclaim::WeightInfo<Runtime>;
}

parameter_types! {
	/// What migrations may take of a block: most of its time, because it has no transactions, and a
	/// quarter of its proof, because messages from other chains still come in.
	pub MigrationsServiceWeight: Weight = {
		let block = RuntimeBlockWeights::get().max_block;
		Weight::from_parts(
			Perbill::from_percent(80) * block.ref_time(),
			Perbill::from_percent(25) * block.proof_size(),
		)
	};
}

impl pallet_migrations::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Migrations = migrations::MultiBlock;
	type CursorMaxLen = ConstU32<65_536>;
	type IdentifierMaxLen = ConstU32<256>;
	type MigrationStatusHandler = ();
	type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
	type MaxServiceWeight = MigrationsServiceWeight;
	type WeightInfo = crate::weights::pallet_migrations::WeightInfo<Runtime>;
}

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = crate::weights::pallet_utility::WeightInfo<Runtime>;
}

parameter_types! {
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	// A time point names the extrinsic of a block of this chain.
	type BlockNumberProvider = System;
	type WeightInfo = crate::weights::pallet_multisig::WeightInfo<Runtime>;
}

parameter_types! {
	pub const ProxyDepositBase: Balance = deposit(1, 40);
	pub const ProxyDepositFactor: Balance = deposit(0, 33);
	pub const AnnouncementDepositBase: Balance = deposit(1, 48);
	pub const AnnouncementDepositFactor: Balance = deposit(0, 66);
}

/// What a proxy may do for its principal. Each type but `Any` lists what it allows: a call that is
/// added to the chain is allowed to nobody until it is listed.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	#[codec(index = 0)]
	Any,
	/// What moves neither money nor shares: governance, compliance, the asset register, collation.
	#[codec(index = 1)]
	NonTransfer,
	/// The issuer's work: register assets, keep their papers, issue shares.
	#[codec(index = 2)]
	Issuer,
	/// The work of a KYC provider, who admits, renews and revokes investors, and of an asset's
	/// officers: the steps of an order.
	#[codec(index = 3)]
	Compliance,
	/// The work of who runs a model: reports, answers to disputes, explanations.
	#[codec(index = 4)]
	Valuation,
	/// Referenda, votes, motions of the committee, resolutions of an asset's holders.
	#[codec(index = 5)]
	Governance,
	/// Rejects what another proxy has announced.
	#[codec(index = 6)]
	CancelProxy,
	/// The work of a supervisor: its sandbox cohorts, and the approval or refusal of orders that
	/// others have proposed.
	#[codec(index = 7)]
	Supervisor,
}

/// Batches: what is in them is filtered again.
fn is_batch(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Utility(
			pallet_utility::Call::batch { .. }
				| pallet_utility::Call::batch_all { .. }
				| pallet_utility::Call::force_batch { .. }
		)
	)
}

/// Referenda, votes, preimages and motions.
fn is_governance(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Referenda(..)
			| RuntimeCall::ConvictionVoting(..)
			| RuntimeCall::Preimage(..)
			| RuntimeCall::Whitelist(..)
			| RuntimeCall::TechnicalCommittee(..)
	)
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		#[cfg(feature = "canary")]
		if crate::canary::is_removed(crate::canary::Guard::Proxies) {
			return true;
		}
		match self {
			Self::Any => true,
			Self::NonTransfer => {
				is_batch(call)
					|| Self::Governance.filter(call)
					|| Self::Issuer.filter(call) && !property::moves_shares(call)
					|| Self::Compliance.filter(call)
					|| Self::Supervisor.filter(call)
					|| property::is_verifiers_work(call)
					|| Self::Valuation.filter(call)
					|| Self::CancelProxy.filter(call)
					|| matches!(call, RuntimeCall::Session(..) | RuntimeCall::CollatorSelection(..))
			},
			Self::Issuer => is_batch(call) || property::is_issuers_work(call),
			Self::Compliance => {
				is_batch(call)
					|| property::is_providers_work(call)
					|| property::is_officers_work(call)
			},
			Self::Valuation => is_batch(call) || property::is_valuers_work(call),
			Self::Governance => {
				is_batch(call) || is_governance(call) || property::is_voters_work(call)
			},
			Self::CancelProxy => {
				matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
			},
			Self::Supervisor => is_batch(call) || property::is_supervisors_work(call),
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(Self::Any, _) => true,
			(_, Self::Any) => false,
			(Self::NonTransfer, other) => !matches!(other, Self::Issuer),
			(this, other) => this == other,
		}
	}
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = Clock;
	type WeightInfo = crate::weights::pallet_proxy::WeightInfo<Runtime>;
}

parameter_types! {
	pub MaximumSchedulerWeight: Weight =
		Perbill::from_percent(60) * RuntimeBlockWeights::get().max_block;
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeEvent = RuntimeEvent;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumSchedulerWeight;
	type ScheduleOrigin = EnsureRoot<AccountId>;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<50>;
	type Preimages = Preimage;
	type BlockNumberProvider = Clock;
	type WeightInfo = crate::weights::pallet_scheduler::WeightInfo<Runtime>;
}

parameter_types! {
	pub const PreimageBaseDeposit: Balance = deposit(2, 64);
	pub const PreimageByteDeposit: Balance = deposit(0, 1);
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

impl pallet_preimage::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type ManagerOrigin = EnsureRoot<AccountId>;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		PreimageHoldReason,
		LinearStoragePrice<PreimageBaseDeposit, PreimageByteDeposit, Balance>,
	>;
	type WeightInfo = crate::weights::pallet_preimage::WeightInfo<Runtime>;
}

/// What goes on in safe mode: the machinery of the chain, governance, redemptions and claims, and
/// what compliance needs to end the reason for it. A wrapper is open because what is in it is
/// filtered again.
pub struct SafeModeWhitelist;

impl Contains<RuntimeCall> for SafeModeWhitelist {
	fn contains(call: &RuntimeCall) -> bool {
		is_governance(call)
			|| is_batch(call)
			|| property::stays_open(call)
			|| matches!(
				call,
				RuntimeCall::System(frame_system::Call::apply_authorized_upgrade { .. })
					| RuntimeCall::Timestamp(..)
					| RuntimeCall::ParachainSystem(..)
					| RuntimeCall::SafeMode(..)
					| RuntimeCall::TxPause(..)
					| RuntimeCall::TimedPause(..)
					| RuntimeCall::Session(..)
					| RuntimeCall::CollatorSelection(..)
					| RuntimeCall::MessageQueue(..)
					| RuntimeCall::Multisig(..)
					| RuntimeCall::Proxy(..)
			)
	}
}

/// The pallets of which no call can be paused: without them the pause could not be lifted, or no
/// block be made.
pub const NEVER_PAUSED: [&str; 13] = [
	"Timestamp",
	"ParachainSystem",
	"SafeMode",
	"TxPause",
	"TimedPause",
	"Scheduler",
	"Preimage",
	"Referenda",
	"ConvictionVoting",
	"Whitelist",
	"TechnicalCommittee",
	"TechnicalMembership",
	"System",
];

/// What cannot be paused: see [`NEVER_PAUSED`]; and redemptions and claims.
pub struct TxPauseWhitelist;

impl Contains<RuntimeCallNameOf<Runtime>> for TxPauseWhitelist {
	fn contains((pallet, call): &RuntimeCallNameOf<Runtime>) -> bool {
		NEVER_PAUSED.iter().any(|name| name.as_bytes() == pallet.as_slice())
			|| property::NEVER_PAUSED_CALLS.iter().any(|(of, name)| {
				of.as_bytes() == pallet.as_slice() && name.as_bytes() == call.as_slice()
			})
	}
}

parameter_types! {
	/// How long safe mode lasts if nobody ends it sooner.
	pub const SafeModeDuration: BlockNumber = DAYS;
	/// Nobody enters safe mode against a deposit.
	pub const NoDeposit: Option<Balance> = None;
	pub const NoRelease: Option<BlockNumber> = None;
}

impl pallet_safe_mode::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WhitelistedCalls = SafeModeWhitelist;
	type EnterDuration = SafeModeDuration;
	type ExtendDuration = SafeModeDuration;
	type EnterDepositAmount = NoDeposit;
	type ExtendDepositAmount = NoDeposit;
	type ForceEnterOrigin = EitherOf<
		EnsureRootWithSuccess<AccountId, SafeModeDuration>,
		EnsureWithSuccess<TwoThirdsOfCommittee, AccountId, SafeModeDuration>,
	>;
	// Only a referendum makes it longer.
	type ForceExtendOrigin = EnsureRootWithSuccess<AccountId, SafeModeDuration>;
	type ForceExitOrigin = EitherOfDiverse<EnsureRoot<AccountId>, HalfOfCommittee>;
	type ForceDepositOrigin = EnsureRoot<AccountId>;
	type Notify = ();
	type ReleaseDelay = NoRelease;
	type WeightInfo = crate::weights::pallet_safe_mode::WeightInfo<Runtime>;
}

impl pallet_tx_pause::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	// A pause without an end is for a referendum; the committee's end by themselves.
	type PauseOrigin = EnsureRoot<AccountId>;
	type UnpauseOrigin = EitherOfDiverse<EnsureRoot<AccountId>, HalfOfCommittee>;
	type WhitelistedCalls = TxPauseWhitelist;
	type MaxNameLen = ConstU32<256>;
	type WeightInfo = crate::weights::pallet_tx_pause::WeightInfo<Runtime>;
}

parameter_types! {
	/// How long a pause by the committee lasts if nobody ends it sooner.
	pub const PauseDuration: BlockNumber = 7 * DAYS;
}

impl timed_pause::Config for Runtime {
	type TimedPauseOrigin = TwoThirdsOfCommittee;
	type PauseDuration = PauseDuration;
}

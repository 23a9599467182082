// SPDX-License-Identifier: Apache-2.0

//! How the chain governs itself: referenda by track, a technical committee for haste, a treasury.
//!
//! There is no key that is root. Root is reached by a referendum of its track, or, for a call that
//! two thirds of the technical committee have whitelisted, by one of a shorter track. The committee
//! alone can whitelist, pause calls and enter safe mode, which ends by itself.

mod origins;
mod tracks;

pub use origins::{
	pallet_custom_origins, AssetAdmin, ComplianceAdmin, ModelAdmin, Origin, ReferendumCanceller,
	ReferendumKiller, Treasurer, WhitelistedCaller,
};
pub use tracks::{TrackId, TracksInfo};

use crate::{
	configs::monetary::{Currencies, Currency, CENT},
	AccountId, AssetRate, Balance, Balances, BlockNumber, Preimage, Referenda, Runtime,
	RuntimeBlockWeights, RuntimeCall, RuntimeEvent, RuntimeOrigin, Scheduler, System,
	TechnicalCommittee, Treasury, DAYS,
};
use cumulus_pallet_parachain_system::{
	relay_state_snapshot::RelayChainStateProof, LastRelayChainBlockNumber, OnSystemEvent,
	RelaychainDataProvider,
};
use cumulus_primitives_core::PersistedValidationData;
use frame_support::{
	parameter_types,
	traits::{
		tokens::{currency::ActiveIssuanceOf, pay::PayAssetFromAccount, UnityOrOuterConversion},
		ConstU32, Contains, EitherOf, EitherOfDiverse, Get,
	},
	weights::Weight,
	PalletId,
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess, EnsureSigned, EnsureWithSuccess};
use pallet_collective::EnsureProportionAtLeast;
use sp_runtime::{
	traits::{BlockNumberProvider, IdentityLookup},
	Perbill,
};

/// Periods of governance count blocks of the relay chain: they pass whether or not blocks of this
/// chain are made.
///
/// The clock stands still within a block, at the block of the relay chain that the last block of this
/// chain knew of: an alarm for the next block goes off as the next block begins. Were it to move with
/// the inherent of a block, as [`RelaychainDataProvider`] does, that alarm would go off one block
/// later; and since a vote sets the alarm of its referendum anew, whoever votes in every block, with
/// however little, would keep it from ever being decided.
pub struct Clock;

impl BlockNumberProvider for Clock {
	type BlockNumber = BlockNumber;

	fn current_block_number() -> BlockNumber {
		match LastRelayChainBlockNumber::<Runtime>::get() {
			// The first block of this chain, which knows by its inherent only.
			0 => RelaychainDataProvider::<Runtime>::current_block_number(),
			known => known,
		}
	}

	#[cfg(any(feature = "std", feature = "runtime-benchmarks"))]
	fn set_block_number(block: BlockNumber) {
		LastRelayChainBlockNumber::<Runtime>::put(block);
	}
}

/// Starts the scheduler at the relay chain's height.
///
/// It goes through the agendas of all blocks since the last that it has seen. The first block begins
/// before anything is known of the relay chain, which the clock shows as its block 0; from there it
/// would look through millions of empty agendas, and decide and enact nothing for weeks.
pub struct SchedulerStart;

impl OnSystemEvent for SchedulerStart {
	fn on_validation_data(data: &PersistedValidationData) {
		if System::block_number() == 1 {
			pallet_scheduler::IncompleteSince::<Runtime>::put(data.relay_parent_number);
		}
	}

	fn on_validation_code_applied() {}

	fn on_relay_state_proof(_: &RelayChainStateProof) -> Weight {
		Weight::zero()
	}
}

/// The instance of the technical committee and of its membership.
pub type TechnicalCollective = pallet_collective::Instance1;

/// Half of the technical committee or more.
pub type HalfOfCommittee = EnsureProportionAtLeast<AccountId, TechnicalCollective, 1, 2>;

/// Two thirds of the technical committee or more.
pub type TwoThirdsOfCommittee = EnsureProportionAtLeast<AccountId, TechnicalCollective, 2, 3>;

impl pallet_custom_origins::Config for Runtime {}

/// How many times faster people decide than the rules say: 1, but on chains for tests, which set it
/// before their first block, for the resolutions of holders as for referenda.
///
/// It shortens what one has to wait for: the periods of tracks and the locking of votes. The time
/// within which one must have acted (to place a deposit, to close a motion, to take a payment) is
/// the same on every chain.
#[derive(Clone, Copy, Debug)]
pub struct Pace(BlockNumber);

impl Pace {
	/// That of this chain. One read.
	pub fn get() -> Self {
		Self(pallet_dao::Pace::<Runtime>::get().max(1))
	}

	/// Whether everything takes as long as the rules say.
	pub fn is_usual(self) -> bool {
		self.0 == 1
	}

	/// How long a period of the rules is at this pace: rounded up, so that none becomes 0.
	pub fn of(self, period: BlockNumber) -> BlockNumber {
		period.div_ceil(self.0)
	}
}

/// How long the tokens of who won stay locked, for each step of conviction. One read.
pub struct VoteLockingPeriod;

impl Get<BlockNumber> for VoteLockingPeriod {
	fn get() -> BlockNumber {
		Pace::get().of(7 * DAYS)
	}
}

impl pallet_conviction_voting::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type VoteLockingPeriod = VoteLockingPeriod;
	// A delegation counts on every open vote of the delegate and declares its proof for as many as
	// there may be: with 512, as the relay chain has, no block of a parachain could hold it.
	type MaxVotes = ConstU32<48>;
	type MaxTurnout = ActiveIssuanceOf<Balances, AccountId>;
	type Polls = Referenda;
	type BlockNumberProvider = Clock;
	type VotingHooks = ();
	type WeightInfo = crate::weights::pallet_conviction_voting::WeightInfo<Runtime>;
}

parameter_types! {
	pub const AlarmInterval: BlockNumber = 1;
	pub const SubmissionDeposit: Balance = 100 * CENT;
	pub const UndecidingTimeout: BlockNumber = 14 * DAYS;
}

impl pallet_referenda::Config for Runtime {
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type Scheduler = Scheduler;
	type Currency = Balances;
	type SubmitOrigin = EnsureSigned<AccountId>;
	type CancelOrigin = EitherOfDiverse<EnsureRoot<AccountId>, ReferendumCanceller>;
	type KillOrigin = EitherOfDiverse<EnsureRoot<AccountId>, ReferendumKiller>;
	type Slash = Treasury;
	type Votes = pallet_conviction_voting::VotesOf<Runtime>;
	type Tally = pallet_conviction_voting::TallyOf<Runtime>;
	type SubmissionDeposit = SubmissionDeposit;
	// The benchmarks queue as many for one block, whose agenda has room for 50.
	type MaxQueued = ConstU32<32>;
	type UndecidingTimeout = UndecidingTimeout;
	type AlarmInterval = AlarmInterval;
	type Tracks = TracksInfo;
	type Preimages = Preimage;
	type BlockNumberProvider = Clock;
	type WeightInfo = crate::weights::pallet_referenda::WeightInfo<Runtime>;
}

impl pallet_whitelist::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WhitelistOrigin = EitherOfDiverse<EnsureRoot<AccountId>, TwoThirdsOfCommittee>;
	type DispatchWhitelistedOrigin = EitherOf<EnsureRoot<AccountId>, WhitelistedCaller>;
	type DeferredDispatchExpiration = ConstU32<{ 28 * DAYS }>;
	type BlockNumberProvider = Clock;
	type Preimages = Preimage;
	type WeightInfo = crate::weights::pallet_whitelist::WeightInfo<Runtime>;
}

parameter_types! {
	pub const MotionDuration: BlockNumber = 7 * DAYS;
	pub MaxProposalWeight: Weight =
		Perbill::from_percent(50) * RuntimeBlockWeights::get().max_block;
}

/// The most members of the technical committee.
pub const MAX_COMMITTEE: u32 = 15;

impl pallet_collective::Config<TechnicalCollective> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = MotionDuration;
	type MaxProposals = ConstU32<50>;
	type MaxMembers = ConstU32<MAX_COMMITTEE>;
	// A member that does not vote counts with the majority, as its prime member does.
	type DefaultVote = pallet_collective::MoreThanMajorityThenPrimeDefaultVote;
	type SetMembersOrigin = EnsureRoot<AccountId>;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = EnsureRoot<AccountId>;
	type KillOrigin = EnsureRoot<AccountId>;
	type Consideration = ();
	type WeightInfo = crate::weights::pallet_collective::WeightInfo<Runtime>;
}

impl pallet_membership::Config<TechnicalCollective> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = EnsureRoot<AccountId>;
	type RemoveOrigin = EnsureRoot<AccountId>;
	type SwapOrigin = EnsureRoot<AccountId>;
	type ResetOrigin = EnsureRoot<AccountId>;
	type PrimeOrigin = EnsureRoot<AccountId>;
	type MembershipInitialized = TechnicalCommittee;
	type MembershipChanged = TechnicalCommittee;
	type MaxMembers = ConstU32<MAX_COMMITTEE>;
	type WeightInfo = crate::weights::pallet_membership::WeightInfo<Runtime>;
}

/// Root or the track of the asset admin.
pub type RootOrAssetAdmin = EitherOfDiverse<EnsureRoot<AccountId>, AssetAdmin>;

parameter_types! {
	pub const TreasuryPalletId: PalletId = PalletId(*b"cd/trsry");
	pub TreasuryAccount: AccountId = Treasury::account_id();
	pub const SpendPeriod: BlockNumber = 24 * DAYS;
	pub const PayoutPeriod: BlockNumber = 30 * DAYS;
	pub const MaxSpend: Balance = Balance::MAX;
}

/// The native token: its rate to itself is one.
pub struct IsNative;

impl Contains<Currency> for IsNative {
	fn contains(currency: &Currency) -> bool {
		matches!(currency, Currency::Native)
	}
}

impl pallet_treasury::Config for Runtime {
	type Currency = Balances;
	type RejectOrigin = EitherOfDiverse<EnsureRoot<AccountId>, Treasurer>;
	type RuntimeEvent = RuntimeEvent;
	type SpendPeriod = SpendPeriod;
	type Burn = ();
	type PalletId = TreasuryPalletId;
	type BurnDestination = ();
	type SpendFunds = ();
	type MaxApprovals = ConstU32<100>;
	type SpendOrigin = EitherOf<
		EnsureRootWithSuccess<AccountId, MaxSpend>,
		EnsureWithSuccess<Treasurer, AccountId, MaxSpend>,
	>;
	type AssetKind = Currency;
	type Beneficiary = AccountId;
	type BeneficiaryLookup = IdentityLookup<AccountId>;
	type Paymaster = PayAssetFromAccount<Currencies, TreasuryAccount>;
	type BalanceConverter = UnityOrOuterConversion<IsNative, AssetRate>;
	type PayoutPeriod = PayoutPeriod;
	type BlockNumberProvider = Clock;
	type WeightInfo = crate::weights::pallet_treasury::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::CurrencyArguments;
}

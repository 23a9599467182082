// SPDX-License-Identifier: Apache-2.0

//! Who makes blocks, how often, and how blocks reach the relay chain.

use crate::{
	configs::chain_governance::SchedulerStart, AccountId, Aura, AuraId, Balances, BlockNumber,
	CollatorSelection, MessageQueue, Runtime, RuntimeBlockWeights, RuntimeEvent, Session,
	SessionKeys, XcmpQueue, HOURS,
};
use cumulus_pallet_parachain_system::RelayNumberMonotonicallyIncreases;
use cumulus_primitives_core::AggregateMessageOrigin;
use frame_support::{
	parameter_types,
	traits::{ConstBool, ConstU32, ConstU64, EnqueueWithOrigin},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureRoot;
use sp_runtime::traits::OpaqueKeys;

/// Time of a slot and, with [`BLOCK_PROCESSING_VELOCITY`] 1, of a block, in milliseconds.
pub const SLOT_DURATION: u64 = 6_000;

/// Slot of the relay chain, in milliseconds.
pub const RELAY_CHAIN_SLOT_DURATION: u32 = 6_000;

/// How many blocks of this chain the relay chain takes per block of its own.
pub const BLOCK_PROCESSING_VELOCITY: u32 = 1;

/// How many blocks of the relay chain a block is built behind its tip. 0 needs no headers of later
/// relay blocks in each block, which forks of the state by test tools cannot give.
pub const RELAY_PARENT_OFFSET: u32 = 0;

/// How many blocks may be built before the relay chain has included the first of them. A block is
/// built, backed and included in three relay blocks.
pub const UNINCLUDED_SEGMENT_CAPACITY: u32 = (3 + RELAY_PARENT_OFFSET) * BLOCK_PROCESSING_VELOCITY;

/// Keeps authors to one block per slot and the unincluded segment to its capacity.
pub type ConsensusHook = cumulus_pallet_aura_ext::FixedVelocityConsensusHook<
	Runtime,
	RELAY_CHAIN_SLOT_DURATION,
	BLOCK_PROCESSING_VELOCITY,
	UNINCLUDED_SEGMENT_CAPACITY,
>;

parameter_types! {
	pub ReservedXcmpWeight: Weight = RuntimeBlockWeights::get().max_block.saturating_div(4);
	pub ReservedDmpWeight: Weight = RuntimeBlockWeights::get().max_block.saturating_div(4);
	pub const RelayOrigin: AggregateMessageOrigin = AggregateMessageOrigin::Parent;
}

impl cumulus_pallet_parachain_system::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnSystemEvent = SchedulerStart;
	type SelfParaId = parachain_info::Pallet<Runtime>;
	type OutboundXcmpMessageSource = XcmpQueue;
	type DmpQueue = EnqueueWithOrigin<MessageQueue, RelayOrigin>;
	type ReservedDmpWeight = ReservedDmpWeight;
	type XcmpMessageHandler = XcmpQueue;
	type ReservedXcmpWeight = ReservedXcmpWeight;
	type CheckAssociatedRelayNumber = RelayNumberMonotonicallyIncreases;
	type ConsensusHook = ConsensusHook;
	type RelayParentOffset = ConstU32<RELAY_PARENT_OFFSET>;
	type SchedulingSignatureVerifier = ();
	type WeightInfo = crate::weights::cumulus_pallet_parachain_system::WeightInfo<Runtime>;
}

impl parachain_info::Config for Runtime {}

impl cumulus_pallet_aura_ext::Config for Runtime {}

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = Aura;
	// The slot bounds the time; more than one block in a slot may carry the same.
	type MinimumPeriod = ConstU64<0>;
	type WeightInfo = crate::weights::pallet_timestamp::WeightInfo<Runtime>;
}

impl pallet_aura::Config for Runtime {
	type AuthorityId = AuraId;
	type MaxAuthorities = ConstU32<{ MAX_CANDIDATES + MAX_INVULNERABLES }>;
	type DisabledValidators = ();
	type AllowMultipleBlocksPerSlot = ConstBool<true>;
	type SlotDuration = ConstU64<SLOT_DURATION>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Runtime, Aura>;
	type EventHandler = (CollatorSelection,);
}

/// Length of a session, in blocks. Keys and collators change at its end.
pub const SESSION_LENGTH: BlockNumber = HOURS;

/// The most collators that take part by bond.
pub const MAX_CANDIDATES: u32 = 100;

/// The most collators that governance keeps in the set.
pub const MAX_INVULNERABLES: u32 = 20;

parameter_types! {
	pub const SessionLength: BlockNumber = SESSION_LENGTH;
	pub const SessionOffset: BlockNumber = 0;
	pub const CollatorPotId: PalletId = PalletId(*b"cd/colpt");
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = pallet_collator_selection::IdentityCollator;
	type ShouldEndSession = pallet_session::PeriodicSessions<SessionLength, SessionOffset>;
	type NextSessionRotation = pallet_session::PeriodicSessions<SessionLength, SessionOffset>;
	type SessionManager = CollatorSelection;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = ();
	type Currency = Balances;
	type KeyDeposit = ();
	type WeightInfo = crate::weights::pallet_session::WeightInfo<Runtime>;
}

impl pallet_collator_selection::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type UpdateOrigin = EnsureRoot<AccountId>;
	type PotId = CollatorPotId;
	type MaxCandidates = ConstU32<MAX_CANDIDATES>;
	type MinEligibleCollators = ConstU32<2>;
	type MaxInvulnerables = ConstU32<MAX_INVULNERABLES>;
	// A candidate that makes no block for a session is removed.
	type KickThreshold = SessionLength;
	type ValidatorId = AccountId;
	type ValidatorIdOf = pallet_collator_selection::IdentityCollator;
	type ValidatorRegistration = Session;
	type WeightInfo = crate::weights::pallet_collator_selection::WeightInfo<Runtime>;
}

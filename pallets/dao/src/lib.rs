// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod calls;
mod events;
mod managers;
pub mod math;
mod origins;
mod resolutions;
mod treasury;
mod types;
mod views;
mod voting;
pub mod weights;

#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

use cadastre_primitives::{
	Ballot, InvestorId, Moment, ResolutionClass, ResolutionId, ResolutionInfo, VoterInfo,
	MAX_CHOICES, MAX_MOTIONS,
};
use frame_support::{
	pallet_macros::import_section,
	traits::{fungible, fungibles, Bounded, ConstU32},
	BoundedVec, PalletId,
};
use sp_core::H256;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use origins::{EnsureHolders, EnsureHoldersAsTreasury, EnsureManager};
pub use pallet::*;
pub use treasury::ToTreasury;
pub use types::{
	Choices, Counted, Delegation, Mandate, MandateStatus, Resolution, Rules, Stage, Tally, Terms,
	Thresholds, Timetable, VoteRecord,
};
pub use weights::WeightInfo;

/// The most resolutions in one page of [`Pallet::resolutions`].
pub const MAX_PAGE: u32 = 32;

/// The most records of votes that one call removes.
pub const MAX_PRUNE: u32 = 256;

/// The most holders for whom one call of a delegate votes.
pub const MAX_DELEGATORS: u32 = 64;

/// How deep the encoding of a call may be nested. An allowed call carries no other call.
pub const MAX_CALL_DEPTH: u32 = 8;

/// Of which the treasuries are sub-accounts, one for each asset.
pub const PALLET_ID: PalletId = PalletId(*b"cad/dao ");

/// A call that a choice carries: inline up to 128 bytes, by preimage beyond.
pub type BoundedCallOf<T> =
	Bounded<<T as Config>::RuntimeCall, <T as frame_system::Config>::Hashing>;

/// The choices of a motion, each with the call that it carries, if any.
pub type MotionOf<T> = BoundedVec<Option<BoundedCallOf<T>>, ConstU32<MAX_CHOICES>>;

/// The motions of a resolution.
pub type MotionsOf<T> = BoundedVec<MotionOf<T>, ConstU32<MAX_MOTIONS>>;

/// The holders for whom a delegate votes.
pub type Delegators = BoundedVec<InvestorId, ConstU32<MAX_DELEGATORS>>;

/// A resolution of a runtime.
pub type ResolutionOf<T> =
	Resolution<<T as frame_system::Config>::AccountId, <T as Config>::Consideration>;

/// A delegation of a runtime.
pub type DelegationOf<T> =
	Delegation<<T as frame_system::Config>::AccountId, <T as Config>::Consideration>;

/// The currencies that a treasury holds.
pub type CurrencyOf<T> = <<T as Config>::Currency as fungibles::Inspect<
	<T as frame_system::Config>::AccountId,
>>::AssetId;

/// Native token that was taken from somebody.
pub type CreditOf<T> =
	fungible::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Native>;

#[import_section(calls::calls)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use cadastre_primitives::{
		traits::{AllowedCalls, Checkpoints, Compensation, Electorate},
		AssetId, Balance, CheckpointId, MotionState,
	};
	use frame_support::{
		dispatch::{GetDispatchInfo, PostDispatchInfo},
		pallet_prelude::*,
		traits::{
			Consideration, EnsureOriginWithArg, Footprint, QueryPreimage, StorePreimage, UnixTime,
		},
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{traits::Dispatchable, Perbill};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The origin of the runtime, which the holders of an asset can be.
		type RuntimeOrigin: From<Origin>
			+ From<<Self as frame_system::Config>::RuntimeOrigin>
			+ Into<Result<Origin, <Self as Config>::RuntimeOrigin>>;

		/// The calls of the runtime.
		type RuntimeCall: Parameter
			+ Dispatchable<
				RuntimeOrigin = <Self as Config>::RuntimeOrigin,
				PostInfo = PostDispatchInfo,
			> + GetDispatchInfo
			+ From<Call<Self>>;

		/// What the holders of an asset may resolve, and by which class of resolution at least.
		type AllowedCalls: AllowedCalls<<Self as Config>::RuntimeCall>;

		/// Where calls of more than 128 bytes are noted before they are proposed.
		type Preimages: QueryPreimage<H = Self::Hashing> + StorePreimage;

		/// What everybody owned when a resolution was announced.
		type Checkpoints: Checkpoints;

		/// Who votes.
		type Electorate: Electorate<Self::AccountId>;

		/// The native token, for bonds.
		type Native: fungible::MutateHold<Self::AccountId, Reason: From<HoldReason>, Balance = Balance>
			+ fungible::BalancedHold<Self::AccountId>;

		/// The currencies of treasuries.
		type Currency: fungibles::Mutate<Self::AccountId, Balance = Balance, AssetId: Parameter>;

		/// Where it goes what is taken from managers and from proposers whom nobody supports.
		type Compensation: Compensation<CreditOf<Self>>;

		/// Who may stop what was adopted before it is executed.
		type SupervisorOrigin: EnsureOrigin<<Self as frame_system::Config>::RuntimeOrigin>;

		/// The deposit for a resolution with its calls and for a delegation, under
		/// [`HoldReason::Storage`].
		type Consideration: Consideration<Self::AccountId, Footprint>;

		/// The time of the block.
		type Time: UnixTime;

		/// The rules of all assemblies.
		#[pallet::constant]
		type Rules: Get<Rules>;

		/// What benchmarks need of the other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<
			Self::AccountId,
			CurrencyOf<Self>,
			<Self as Config>::RuntimeCall,
		>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The resolutions of each asset. The proposer pays; removed with the last record of a vote,
	/// after the period of retention.
	// Both ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Resolutions<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, ResolutionId, ResolutionOf<T>>;

	/// The calls that the choices of a resolution carry, by resolution and option. Paid for and
	/// removed with it.
	// The ids are chosen by the chain; an option is one of 12.
	#[pallet::storage]
	pub type Calls<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ResolutionId, Twox64Concat, u8, BoundedCallOf<T>>;

	/// How each holder voted, by resolution and investor. At most one record for each holder at the
	/// checkpoint, paid for by the fee of the vote; removed by anyone after the count.
	// Both ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type VoteRecords<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ResolutionId, Twox64Concat, InvestorId, VoteRecord>;

	/// The id of the next resolution. It only grows, so that no id comes back.
	#[pallet::storage]
	pub type NextResolutionId<T: Config> = StorageValue<_, ResolutionId, ValueQuery>;

	/// How many resolutions of an asset are open. Removed at 0.
	// Asset ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type OpenResolutions<T: Config> = StorageMap<_, Twox64Concat, AssetId, u32, ValueQuery>;

	/// The open resolution of each investor that has proposed one, by asset and investor: one
	/// holder cannot take every place. Removed when the resolution is no longer open.
	// Both ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Proposers<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, ResolutionId>;

	/// Who votes for a holder that does not vote itself, by asset and holder. Whoever delegated
	/// pays; removed by the holder or the payer.
	// Both ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Delegations<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, DelegationOf<T>>;

	/// The manager of each asset. Paid for by the manager's bond; removed when it leaves.
	// Asset ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Managers<T: Config> = StorageMap<_, Twox64Concat, AssetId, T::AccountId>;

	/// The bonds of managers, and of who stands for election or has left, by asset and account.
	/// Paid for by the bond; removed when it is released.
	// Accounts are chosen by users: a cryptographic hash.
	#[pallet::storage]
	pub type Mandates<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Blake2_128Concat, T::AccountId, Mandate>;

	/// How many times faster than the rules say resolutions go through their periods: 1, but on
	/// chains for tests. Set before the first block, and by no call.
	#[pallet::storage]
	pub type Pace<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<1>>;

	/// What a chain starts with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// How many times faster than the rules say resolutions go through their periods, on a chain
		/// for tests; 0 and 1 are as the rules say.
		pub pace: u32,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if self.pace > 1 {
				Pace::<T>::put(self.pace);
			}
		}
	}

	/// Why native token is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For the record of a resolution or of a delegation.
		#[codec(index = 0)]
		Storage,
		/// So that who proposes what nobody supports loses it.
		#[codec(index = 1)]
		Proposal,
		/// So that a manager answers for what it does.
		#[codec(index = 2)]
		Manager,
	}

	/// Whom a resolution dispatches as.
	#[pallet::origin]
	#[derive(
		Clone,
		Copy,
		PartialEq,
		Eq,
		Debug,
		Encode,
		Decode,
		DecodeWithMemTracking,
		MaxEncodedLen,
		TypeInfo,
	)]
	pub enum Origin {
		/// The holders of an asset, by a resolution that they have adopted.
		#[codec(index = 0)]
		Holders(AssetId),
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The asset has no such resolution.
		UnknownResolution,
		/// The account is no key of an investor.
		UnknownKey,
		/// The key has no right to vote.
		MissingRight,
		/// The key has expired.
		KeyExpired,
		/// The investor does not vote: it is blocked, the issuer, or judges itself.
		NotVoter,
		/// The investor had no shares at the checkpoint, or a part of the ballot has no votes.
		NoVotes,
		/// The resolution is not in the phase in which this can be done.
		WrongPhase,
		/// The ballot is secret: commit, then reveal.
		SecretBallot,
		/// The ballot is not secret.
		NotSecret,
		/// The resolution has no such motion or choice.
		UnknownOption,
		/// Two parts of the ballot are for the same option, or for what is left of one motion.
		SplitTwice,
		/// The parts of the ballot are more than the votes of the holder.
		TooManyVotes,
		/// There is no vote of this holder.
		NotVoted,
		/// The investor has not committed to a vote.
		NotCommitted,
		/// The ballot is not the one that was committed to.
		CommitmentMismatch,
		/// The resolution has no motion, a motion without a choice, or too many options.
		BadMotions,
		/// The asset has as many open resolutions as it may have.
		TooManyResolutions,
		/// The investor has an open resolution on this asset already.
		AlreadyProposing,
		/// The proposer does not own enough of the asset.
		StakeTooSmall,
		/// The call is longer than a resolution may carry.
		CallTooLong,
		/// The preimage of the call is not noted.
		UnknownPreimage,
		/// The bytes are not a call, or one that is nested too deep.
		UndecodableCall,
		/// The holders of an asset may not make this call.
		CallNotAllowed,
		/// The call needs a higher class of resolution.
		ClassTooLow,
		/// The motion has no adopted call that waits for its execution.
		NotPending,
		/// The call may weigh more than the bound.
		WeightBoundExceeded,
		/// The account is not the proposer of the resolution.
		NotProposer,
		/// There is nothing that could be removed now.
		NothingToPrune,
		/// The limit is 0, so that nothing would be removed.
		ZeroLimit,
		/// A holder cannot delegate to itself.
		SelfDelegation,
		/// The holder has delegated to this investor already.
		SameDelegate,
		/// The holder has not delegated.
		NotDelegated,
		/// The account may not do this for the holder.
		NotHolder,
		/// The delegate could vote for none of these holders.
		NothingCast,
		/// The account has no mandate for this asset.
		UnknownMandate,
		/// The account has a mandate for this asset already.
		AlreadyMandated,
		/// The bond is smaller than the least.
		BondTooSmall,
		/// The account does not stand for election.
		NotCandidate,
		/// The asset has no manager.
		NoManager,
		/// The account has left already.
		AlreadyLeaving,
		/// The bond can still be taken.
		BondInUse,
		/// The account does not answer as a manager of this asset.
		NotLiable,
		/// The part of the bond is 0, or more than one strike may take.
		BadSlash,
		/// The amount is 0.
		ZeroAmount,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let rules = T::Rules::get();
			for terms in [&rules.ordinary, &rules.special, &rules.extraordinary] {
				let periods =
					[terms.discussion, terms.voting, terms.reveal, terms.timelock, terms.grace];
				assert!(!periods.contains(&0), "a period of a resolution is 0");
				assert!(!terms.thresholds.quorum.is_zero(), "a quorum of nothing");
				assert!(!terms.stake.is_zero(), "a proposer without a stake");
				assert!(terms.longest() <= rules.liability, "a bond is free before a charge ends");
			}
			assert!(rules.max_open > 0, "no resolution could be proposed");
			assert!(rules.max_strikes > 0, "every strike would remove the manager");
			assert!(!rules.max_slash.is_zero(), "no strike could take anything");
			assert!(rules.manager_bond > 0, "a mandate would cost nothing");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A resolution: where it is, what is missing and by when, and what happens next.
		pub fn resolution(
			asset: AssetId,
			resolution: ResolutionId,
		) -> Option<ResolutionInfo<T::AccountId>> {
			Self::resolution_info(asset, resolution)
		}

		/// The resolutions of an asset, at most `limit` of them (at most 32), in the order of the
		/// trie, after the resolution `after`.
		pub fn resolutions(
			asset: AssetId,
			after: Option<ResolutionId>,
			limit: u32,
		) -> Vec<ResolutionInfo<T::AccountId>> {
			Self::resolution_page(asset, after, limit)
		}

		/// What the investor behind a key has to do with a resolution: its votes, how it voted, and
		/// who may vote for it. None if there is no such resolution or the account is no key.
		pub fn voter(
			asset: AssetId,
			resolution: ResolutionId,
			who: T::AccountId,
		) -> Option<VoterInfo> {
			Self::voter_info(asset, resolution, &who)
		}

		/// The call that a choice of a resolution carries, in SCALE; none if it carries none, or if
		/// its preimage is gone.
		pub fn carried_call(
			asset: AssetId,
			resolution: ResolutionId,
			motion: u8,
			choice: u8,
		) -> Option<Vec<u8>> {
			Self::call_bytes(asset, resolution, motion, choice)
		}

		/// The manager whom the holders of an asset have appointed.
		pub fn manager(asset: AssetId) -> Option<T::AccountId> {
			Managers::<T>::get(asset)
		}

		/// The bond of an account for an asset, its strikes, and whether it serves.
		pub fn mandate(asset: AssetId, who: T::AccountId) -> Option<Mandate> {
			Mandates::<T>::get(asset, who)
		}

		/// The account that holds the common money of an asset's holders. Nobody has a key to it.
		pub fn treasury_account(asset: AssetId) -> T::AccountId {
			Self::treasury_of(asset)
		}

		/// What an investor commits to with `commit`, or as a delegate with `commit_for`, so that
		/// nobody can guess the ballot while the salt is secret.
		pub fn commitment(
			asset: AssetId,
			resolution: ResolutionId,
			investor: InvestorId,
			ballot: Ballot,
			salt: H256,
		) -> H256 {
			Self::commitment_of(asset, resolution, investor, &ballot, salt)
		}
	}
}

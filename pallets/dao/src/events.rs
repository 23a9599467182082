// SPDX-License-Identifier: Apache-2.0

//! The events. A section of the pallet, which has many of them.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A resolution was announced.
		#[codec(index = 0)]
		ResolutionProposed {
			/// Whose holders resolve.
			asset: AssetId,
			/// Its number.
			resolution: ResolutionId,
			/// How much the holders must agree.
			class: ResolutionClass,
			/// Who proposed it.
			proposer: T::AccountId,
			/// BLAKE2b-256 of its text.
			digest: H256,
			/// Whether votes are committed first and revealed after.
			secret: bool,
			/// Whose balances are the votes.
			checkpoint: CheckpointId,
			/// The manager whom it charges.
			accused: Option<T::AccountId>,
			/// Its moments.
			times: Timetable,
		},
		/// A proposer took its resolution back before the vote.
		#[codec(index = 1)]
		ResolutionWithdrawn {
			/// The asset.
			asset: AssetId,
			/// The resolution.
			resolution: ResolutionId,
		},
		/// Votes of a holder were counted, in the place of those it had cast before.
		#[codec(index = 2)]
		VoteCast {
			/// The asset.
			asset: AssetId,
			/// The resolution.
			resolution: ResolutionId,
			/// The holder.
			investor: InvestorId,
			/// The delegate that cast them; none if the holder did.
			by: Option<InvestorId>,
			/// The votes of each option, in units: options are numbered through all motions, the
			/// choices of each first, then Against and Abstain.
			votes: Counted,
		},
		/// A holder took its vote or its commitment back.
		#[codec(index = 3)]
		VoteRetracted {
			/// The asset.
			asset: AssetId,
			/// The resolution.
			resolution: ResolutionId,
			/// The holder.
			investor: InvestorId,
		},
		/// A holder committed to a vote, in the place of an earlier commitment.
		#[codec(index = 4)]
		VoteCommitted {
			/// The asset.
			asset: AssetId,
			/// The resolution.
			resolution: ResolutionId,
			/// The holder.
			investor: InvestorId,
			/// The delegate that committed for it; none if it did itself.
			by: Option<InvestorId>,
			/// The commitment.
			digest: H256,
		},
		/// A holder lets another investor vote when it does not vote itself.
		#[codec(index = 5)]
		Delegated {
			/// The asset.
			asset: AssetId,
			/// The holder.
			investor: InvestorId,
			/// The delegate before.
			old: Option<InvestorId>,
			/// The delegate now; none if the holder has none any more.
			new: Option<InvestorId>,
		},
		/// The votes on a resolution were counted.
		#[codec(index = 6)]
		ResolutionClosed {
			/// The asset.
			asset: AssetId,
			/// The resolution.
			resolution: ResolutionId,
			/// What became of each motion.
			motions: BoundedVec<MotionState, ConstU32<MAX_MOTIONS>>,
			/// The votes of each option, in units.
			tally: Tally,
			/// The units that could vote.
			base: Balance,
			/// What the proposer lost of its bond, because nobody supported it.
			lost: Balance,
		},
		/// The call of an adopted choice was dispatched as the holders of the asset.
		#[codec(index = 7)]
		MotionExecuted {
			/// The asset.
			asset: AssetId,
			/// The resolution.
			resolution: ResolutionId,
			/// The motion.
			motion: u8,
			/// The choice.
			choice: u8,
			/// What the call answered. After an error it can be tried again in the period of grace.
			result: DispatchResult,
		},
		/// A supervisor stopped what was adopted.
		#[codec(index = 8)]
		ResolutionVetoed {
			/// The asset.
			asset: AssetId,
			/// The resolution.
			resolution: ResolutionId,
			/// BLAKE2b-256 of the reasoned decision.
			reason: H256,
		},
		/// Records of votes were removed.
		#[codec(index = 9)]
		VotesPruned {
			/// The asset.
			asset: AssetId,
			/// The resolution.
			resolution: ResolutionId,
			/// How many were removed.
			removed: u32,
			/// How many are left.
			left: u32,
		},
		/// The record of a resolution was removed, and its deposit returned.
		#[codec(index = 10)]
		ResolutionRemoved {
			/// The asset.
			asset: AssetId,
			/// The resolution.
			resolution: ResolutionId,
		},
		/// Money was paid into the treasury of an asset.
		#[codec(index = 11)]
		TreasuryFunded {
			/// The asset.
			asset: AssetId,
			/// Who paid.
			who: T::AccountId,
			/// The currency.
			currency: CurrencyOf<T>,
			/// How much, in the smallest unit.
			amount: Balance,
		},
		/// The holders of an asset spent money of its treasury.
		#[codec(index = 12)]
		TreasurySpent {
			/// The asset.
			asset: AssetId,
			/// Who was paid.
			to: T::AccountId,
			/// The currency.
			currency: CurrencyOf<T>,
			/// How much, in the smallest unit.
			amount: Balance,
		},
		/// An account stands for election as a manager, and has put up a bond.
		#[codec(index = 13)]
		CandidateStood {
			/// The asset.
			asset: AssetId,
			/// The candidate.
			who: T::AccountId,
			/// The bond, in native token.
			bond: Balance,
		},
		/// The holders of an asset appointed a manager.
		#[codec(index = 14)]
		ManagerAppointed {
			/// The asset.
			asset: AssetId,
			/// The manager before, whose bond can still be taken.
			old: Option<T::AccountId>,
			/// The manager now.
			new: T::AccountId,
		},
		/// A manager was removed by the holders, or for its strikes.
		#[codec(index = 15)]
		ManagerRemoved {
			/// The asset.
			asset: AssetId,
			/// Who it was.
			who: T::AccountId,
			/// First second at which the bond is released.
			until: Moment,
		},
		/// A manager resigned.
		#[codec(index = 16)]
		ManagerResigned {
			/// The asset.
			asset: AssetId,
			/// Who it was.
			who: T::AccountId,
			/// First second at which the bond is released.
			until: Moment,
		},
		/// A bond was released: a candidate withdrew, or a manager's liability has ended.
		#[codec(index = 17)]
		BondReleased {
			/// The asset.
			asset: AssetId,
			/// Whose bond it was.
			who: T::AccountId,
			/// How much of it was left.
			bond: Balance,
		},
		/// The holders found a manager at fault and took a part of its bond.
		#[codec(index = 18)]
		ManagerStruck {
			/// The asset.
			asset: AssetId,
			/// The manager.
			who: T::AccountId,
			/// How often it was found at fault.
			strikes: u8,
			/// What was taken.
			slashed: Balance,
			/// What is left of the bond.
			bond: Balance,
		},
	}
}

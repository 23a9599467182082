// SPDX-License-Identifier: Apache-2.0

//! The life of a resolution: announcement, count, execution, veto, removal.

use crate::{
	math, BoundedCallOf, Calls, Choices, Config, Error, Event, HoldReason, MotionsOf,
	NextResolutionId, OpenResolutions, Origin, Pace, Pallet, Proposers, Resolution, ResolutionOf,
	Resolutions, Stage, Tally, VoteRecords, MAX_CALL_DEPTH, MAX_PRUNE,
};
use alloc::{vec, vec::Vec};
use cadastre_primitives::{
	traits::{AllowedCalls, Checkpoints, Compensation, Electorate},
	AssetId, Balance, CheckpointId, Choice, InvestorId, MotionState, Phase, ResolutionClass,
	ResolutionId,
};
use codec::{DecodeLimit, MaxEncodedLen};
use frame_support::{
	dispatch::GetDispatchInfo,
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Weight},
	storage::with_storage_layer,
	traits::{
		fungible::{Balanced, BalancedHold, MutateHold},
		tokens::Precision,
		Bounded, Consideration, Footprint, Get, QueryPreimage,
	},
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::{
	traits::{Dispatchable, EnsureAdd, Zero},
	ArithmeticError, DispatchErrorWithPostInfo, Perbill,
};

/// What a resolution is announced with.
pub(crate) struct Proposal<T: Config> {
	/// How much the holders must agree.
	pub(crate) class: ResolutionClass,
	/// BLAKE2b-256 of its text.
	pub(crate) digest: H256,
	/// Whether votes are committed first and revealed after.
	pub(crate) secret: bool,
	/// Its motions.
	pub(crate) motions: MotionsOf<T>,
	/// The manager whom it charges.
	pub(crate) accused: Option<T::AccountId>,
	/// What the proposer loses if nobody supports it.
	pub(crate) bond: Balance,
}

/// Whose shares vote.
struct Votership {
	checkpoint: CheckpointId,
	/// The units that could vote.
	base: Balance,
	/// The issuer.
	treasury: Option<InvestorId>,
	/// The investor of the accused.
	barred: Option<InvestorId>,
}

impl<T: Config> Pallet<T> {
	/// What the proposer of a resolution with so many calls pays for.
	pub fn resolution_footprint(calls: u32) -> Footprint {
		let len = usize::try_from(calls)
			.unwrap_or(usize::MAX)
			.saturating_mul(BoundedCallOf::<T>::max_encoded_len())
			.saturating_add(ResolutionOf::<T>::max_encoded_len());
		Footprint::from_parts(usize::try_from(calls.saturating_add(1)).unwrap_or(usize::MAX), len)
	}

	/// The call in a bounded value. A nested call beyond a small depth is refused, so that no
	/// preimage can exhaust the stack.
	pub(crate) fn decode_call(
		bounded: &BoundedCallOf<T>,
	) -> Result<<T as Config>::RuntimeCall, Error<T>> {
		let decode = |bytes: &[u8]| {
			<T as Config>::RuntimeCall::decode_all_with_depth_limit(MAX_CALL_DEPTH, &mut &*bytes)
				.map_err(|_| Error::<T>::UndecodableCall)
		};
		match bounded {
			Bounded::Inline(bytes) => decode(bytes),
			Bounded::Lookup { hash, len } => {
				let bytes = T::Preimages::fetch(hash, Some(*len))
					.map_err(|_| Error::<T>::UnknownPreimage)?;
				decode(&bytes)
			},
			Bounded::Legacy { .. } => Err(Error::<T>::UnknownPreimage),
		}
	}

	/// Checks that holders may make a call by a resolution of a class.
	fn ensure_allowed(
		call: &<T as Config>::RuntimeCall,
		class: ResolutionClass,
	) -> Result<(), Error<T>> {
		let least = T::AllowedCalls::least_class(call).ok_or(Error::<T>::CallNotAllowed)?;
		ensure!(least <= class, Error::<T>::ClassTooLow);
		Ok(())
	}

	/// The numbers of choices of the motions, and the calls by option.
	#[allow(clippy::type_complexity)]
	fn examine_motions(
		motions: MotionsOf<T>,
		class: ResolutionClass,
		max_len: u32,
	) -> Result<(Choices, u32, Vec<(u8, BoundedCallOf<T>)>), Error<T>> {
		let mut choices = Choices::default();
		for motion in &motions {
			let count = u8::try_from(motion.len()).map_err(|_| Error::<T>::BadMotions)?;
			choices.try_push(count).map_err(|_| Error::<T>::BadMotions)?;
		}
		let options = math::options(&choices).ok_or(Error::<T>::BadMotions)?;
		let mut calls = Vec::new();
		for (motion, of_motion) in (0_u8..).zip(motions) {
			for (choice, call) in (0_u8..).zip(of_motion) {
				let Some(call) = call else { continue };
				let option = math::option(&choices, motion, Choice::For(choice))
					.ok_or(Error::<T>::BadMotions)?;
				ensure!(call.len().is_some_and(|len| len <= max_len), Error::<T>::CallTooLong);
				Self::ensure_allowed(&Self::decode_call(&call)?, class)?;
				calls.push((option, call));
			}
		}
		Ok((choices, options, calls))
	}

	pub(crate) fn do_propose(
		proposer: T::AccountId,
		asset: AssetId,
		proposal: Proposal<T>,
	) -> DispatchResult {
		let investor = Self::voting_investor(&proposer)?;
		let rules = T::Rules::get();
		let Proposal { class, digest, secret, motions, accused, bond } = proposal;
		let terms = rules.terms(class).at_pace(Pace::<T>::get());
		let (choices, options, calls) = Self::examine_motions(motions, class, rules.max_call_len)?;
		let open = OpenResolutions::<T>::get(asset);
		ensure!(open < rules.max_open, Error::<T>::TooManyResolutions);
		ensure!(!Proposers::<T>::contains_key(asset, investor), Error::<T>::AlreadyProposing);

		let electorate = Self::take_electorate(asset, investor, accused.as_ref(), terms.stake)?;
		let Votership { checkpoint, base, treasury, barred } = electorate;
		let times =
			math::timetable(&terms, Self::now(), secret).ok_or(ArithmeticError::Overflow)?;
		let count = u32::try_from(calls.len()).map_err(|_| Error::<T>::BadMotions)?;
		let ticket = T::Consideration::new(&proposer, Self::resolution_footprint(count))?;
		T::Native::hold(&HoldReason::Proposal.into(), &proposer, bond)?;
		let resolution = NextResolutionId::<T>::get();
		NextResolutionId::<T>::put(resolution.ensure_add(1)?);
		OpenResolutions::<T>::insert(asset, open.ensure_add(1)?);
		Proposers::<T>::insert(asset, investor, resolution);
		let bits = Self::store_calls(resolution, calls);
		let options = usize::try_from(options).map_err(|_| Error::<T>::BadMotions)?;
		let record = Resolution {
			stage: Stage::Open,
			class,
			secret,
			times,
			thresholds: terms.thresholds,
			checkpoint,
			base,
			treasury,
			barred,
			tally: Tally::truncate_from(vec![0; options]),
			motions: BoundedVec::truncate_from(vec![MotionState::Undecided; choices.len()]),
			choices,
			calls: bits,
			records: 0,
			proposer: proposer.clone(),
			investor,
			digest,
			accused: accused.clone(),
			bond,
			ticket,
		};
		Resolutions::<T>::insert(asset, resolution, record);
		Self::deposit_event(Event::ResolutionProposed {
			asset,
			resolution,
			class,
			proposer,
			digest,
			secret,
			checkpoint,
			accused,
			times,
		});
		Ok(())
	}

	/// Fixes whose shares vote on a resolution of an investor, and how many votes that makes.
	fn take_electorate(
		asset: AssetId,
		proposer: InvestorId,
		accused: Option<&T::AccountId>,
		stake: Perbill,
	) -> Result<Votership, DispatchError> {
		let checkpoint = T::Checkpoints::take(asset)?;
		let supply = T::Checkpoints::supply_at(asset, checkpoint).unwrap_or(0);
		let balance = |investor| T::Checkpoints::balance_at(asset, investor, checkpoint);
		let treasury = T::Electorate::treasury(asset);
		let barred = accused
			.and_then(T::Electorate::key)
			.map(|key| key.investor)
			.filter(|barred| treasury != Some(*barred));
		ensure!(treasury != Some(proposer) && barred != Some(proposer), Error::<T>::NotVoter);
		ensure!(balance(proposer) >= stake.mul_ceil(supply).max(1), Error::<T>::StakeTooSmall);
		let silent = |excluded: Option<InvestorId>| excluded.map_or(0, balance);
		let base = supply.saturating_sub(silent(treasury)).saturating_sub(silent(barred));
		Ok(Votership { checkpoint, base, treasury, barred })
	}

	/// Stores the calls of a resolution by option, and answers which options have one.
	fn store_calls(resolution: ResolutionId, calls: Vec<(u8, BoundedCallOf<T>)>) -> u16 {
		calls.into_iter().fold(0, |bits, (option, call)| {
			// The preimage stays for as long as the resolution does.
			T::Preimages::hold(&call);
			Calls::<T>::insert(resolution, option, call);
			bits | 1_u16.checked_shl(option.into()).unwrap_or(0)
		})
	}

	/// Gives back what an open resolution has taken: its place and its reference to the checkpoint.
	fn free_place(asset: AssetId, record: &ResolutionOf<T>) -> DispatchResult {
		T::Checkpoints::release(asset, record.checkpoint)?;
		Proposers::<T>::remove(asset, record.investor);
		OpenResolutions::<T>::mutate_exists(asset, |open| {
			*open = open.and_then(|open| open.checked_sub(1)).filter(|open| *open > 0);
		});
		Ok(())
	}

	pub(crate) fn do_withdraw(
		who: &T::AccountId,
		asset: AssetId,
		resolution: ResolutionId,
	) -> DispatchResult {
		let mut record = Self::resolution_in(asset, resolution, Phase::Discussion)?;
		ensure!(record.proposer == *who, Error::<T>::NotProposer);
		Self::free_place(asset, &record)?;
		T::Native::release(&HoldReason::Proposal.into(), who, record.bond, Precision::BestEffort)?;
		record.stage = Stage::Withdrawn;
		Resolutions::<T>::insert(asset, resolution, record);
		Self::deposit_event(Event::ResolutionWithdrawn { asset, resolution });
		Ok(())
	}

	pub(crate) fn do_close(asset: AssetId, resolution: ResolutionId) -> DispatchResult {
		let mut record = Self::resolution_in(asset, resolution, Phase::Counting)?;
		for (index, state) in record.motions.iter_mut().enumerate() {
			*state = Self::count_motion(
				&record.choices,
				&record.tally,
				index,
				|votes| math::decide(votes, &record.thresholds, record.base),
				record.calls,
			);
		}
		record.stage = Stage::Closed;
		Self::free_place(asset, &record)?;
		let lost = Self::settle_bond(asset, &record)?;
		Self::deposit_event(Event::ResolutionClosed {
			asset,
			resolution,
			motions: record.motions.clone(),
			tally: record.tally.clone(),
			base: record.base,
			lost,
		});
		Resolutions::<T>::insert(asset, resolution, record);
		Ok(())
	}

	/// What becomes of a motion.
	pub(crate) fn count_motion(
		choices: &[u8],
		tally: &[Balance],
		index: usize,
		decide: impl Fn(&math::Votes<'_>) -> Option<u8>,
		calls: u16,
	) -> MotionState {
		let adopted = math::votes(choices, tally, index).and_then(|votes| decide(&votes));
		let Some(choice) = adopted else { return MotionState::Rejected };
		let carries_call = u8::try_from(index)
			.ok()
			.and_then(|motion| math::option(choices, motion, Choice::For(choice)))
			.and_then(|option| 1_u16.checked_shl(option.into()))
			.is_some_and(|bit| calls & bit != 0);
		if carries_call {
			MotionState::Carried { choice }
		} else {
			MotionState::Adopted { choice }
		}
	}

	/// Gives the bond back if somebody supported the resolution. If nobody did, it goes to the
	/// accused, or else to the holders whose time it took. Answers what was lost.
	fn settle_bond(asset: AssetId, record: &ResolutionOf<T>) -> Result<Balance, DispatchError> {
		let reason = HoldReason::Proposal.into();
		let Resolution { choices, tally, thresholds, base, proposer, bond, accused, .. } = record;
		if math::is_supported(choices, tally, thresholds, *base) {
			T::Native::release(&reason, proposer, *bond, Precision::BestEffort)?;
			return Ok(Zero::zero());
		}
		let (credit, missing) = T::Native::slash(&reason, proposer, *bond);
		let refused = match accused {
			Some(accused) => T::Native::resolve(accused, credit).err(),
			None => Some(credit),
		};
		if let Some(credit) = refused {
			T::Compensation::compensate(asset, credit);
		}
		Ok(bond.saturating_sub(missing))
	}

	/// Answers the weight of the call that was dispatched.
	pub(crate) fn do_execute(
		asset: AssetId,
		resolution: ResolutionId,
		motion: u8,
		weight_bound: Weight,
	) -> Result<Weight, DispatchError> {
		let mut record = Self::resolution_in(asset, resolution, Phase::Grace)?;
		let state = record.motions.get_mut(usize::from(motion)).ok_or(Error::<T>::UnknownOption)?;
		let (MotionState::Carried { choice } | MotionState::Failed { choice, .. }) = *state else {
			return Err(Error::<T>::NotPending.into());
		};
		*state = MotionState::Executed { choice };
		let option = math::option(&record.choices, motion, Choice::For(choice))
			.ok_or(Error::<T>::UnknownOption)?;
		let bounded = Calls::<T>::get(resolution, option).ok_or(Error::<T>::NotPending)?;
		let call = Self::decode_call(&bounded)?;
		// What is allowed may have changed since the announcement.
		Self::ensure_allowed(&call, record.class)?;
		let weight = call.get_dispatch_info().call_weight;
		ensure!(weight.all_lte(weight_bound), Error::<T>::WeightBoundExceeded);
		// Executed before it is dispatched: a call that came back here would find nothing to do.
		Resolutions::<T>::insert(asset, resolution, record);
		let answer = with_storage_layer::<_, DispatchErrorWithPostInfo<_>, _>(|| {
			call.dispatch(Origin::Holders(asset).into())
		});
		let (result, info) = match answer {
			Ok(info) => (Ok(()), info),
			Err(failed) => (Err(failed.error), failed.post_info),
		};
		if let Err(error) = result {
			Resolutions::<T>::mutate(asset, resolution, |record| {
				let state =
					record.as_mut().and_then(|record| record.motions.get_mut(usize::from(motion)));
				if let Some(state) = state {
					*state = MotionState::Failed { choice, error };
				}
			});
		}
		Self::deposit_event(Event::MotionExecuted { asset, resolution, motion, choice, result });
		Ok(info.actual_weight.unwrap_or(weight))
	}

	pub(crate) fn do_veto(
		asset: AssetId,
		resolution: ResolutionId,
		reason: H256,
	) -> DispatchResult {
		let mut record =
			Resolutions::<T>::get(asset, resolution).ok_or(Error::<T>::UnknownResolution)?;
		let phase = Self::phase_of(&record);
		ensure!(matches!(phase, Phase::Timelock | Phase::Grace), Error::<T>::WrongPhase);
		record.stage = Stage::Vetoed;
		Resolutions::<T>::insert(asset, resolution, record);
		Self::deposit_event(Event::ResolutionVetoed { asset, resolution, reason });
		Ok(())
	}

	/// Answers how many records of votes were removed.
	pub(crate) fn do_prune(
		asset: AssetId,
		resolution: ResolutionId,
		limit: u32,
	) -> Result<u32, DispatchError> {
		ensure!(limit > 0, Error::<T>::ZeroLimit);
		let mut record =
			Resolutions::<T>::get(asset, resolution).ok_or(Error::<T>::UnknownResolution)?;
		ensure!(record.stage != Stage::Open, Error::<T>::WrongPhase);
		let limit = usize::try_from(limit.min(MAX_PRUNE)).unwrap_or(0);
		let found = VoteRecords::<T>::drain_prefix(resolution).take(limit).count();
		let removed = u32::try_from(found).map_err(|_| ArithmeticError::Overflow)?;
		record.records = record.records.saturating_sub(removed);
		let left = record.records;
		let keep_until = record.times.executable_until.saturating_add(T::Rules::get().retention);
		let remove = left == 0 && Self::now() >= keep_until;
		ensure!(removed > 0 || remove, Error::<T>::NothingToPrune);
		if removed > 0 {
			Self::deposit_event(Event::VotesPruned { asset, resolution, removed, left });
		}
		if remove {
			for (_, call) in Calls::<T>::drain_prefix(resolution) {
				T::Preimages::drop(&call);
			}
			Resolutions::<T>::remove(asset, resolution);
			record.ticket.drop(&record.proposer)?;
			Self::deposit_event(Event::ResolutionRemoved { asset, resolution });
		} else {
			Resolutions::<T>::insert(asset, resolution, record);
		}
		Ok(removed)
	}
}

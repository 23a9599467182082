// SPDX-License-Identifier: Apache-2.0

//! What the view functions answer.

use crate::{
	math, Calls, Config, Delegations, Pallet, ResolutionOf, Resolutions, Stage, VoteRecord,
	VoteRecords, MAX_PAGE,
};
use alloc::vec::Vec;
use cadastre_primitives::{
	traits::Electorate, AssetId, Ballot, Choice, Deadline, MotionInfo, MotionState, Next, Phase,
	ResolutionId, ResolutionInfo, Rights, Split, VoterInfo,
};
use codec::Encode;
use frame_support::{traits::Get, BoundedVec};

impl<T: Config> Pallet<T> {
	pub(crate) fn resolution_info(
		asset: AssetId,
		id: ResolutionId,
	) -> Option<ResolutionInfo<T::AccountId>> {
		Resolutions::<T>::get(asset, id).map(|record| Self::info(asset, id, record))
	}

	pub(crate) fn resolution_page(
		asset: AssetId,
		after: Option<ResolutionId>,
		limit: u32,
	) -> Vec<ResolutionInfo<T::AccountId>> {
		let page = match after {
			None => Resolutions::<T>::iter_prefix(asset),
			Some(id) => Resolutions::<T>::iter_prefix_from(
				asset,
				Resolutions::<T>::hashed_key_for(asset, id),
			),
		};
		let limit = usize::try_from(limit.min(MAX_PAGE)).unwrap_or(0);
		page.take(limit).map(|(id, record)| Self::info(asset, id, record)).collect()
	}

	fn info(
		asset: AssetId,
		id: ResolutionId,
		record: ResolutionOf<T>,
	) -> ResolutionInfo<T::AccountId> {
		let phase = Self::phase_of(&record);
		let motions = record
			.motions
			.iter()
			.enumerate()
			.filter_map(|(index, state)| Self::motion_info(&record, index, *state))
			.collect::<Vec<_>>();
		ResolutionInfo {
			asset,
			id,
			class: record.class,
			digest: record.digest,
			secret: record.secret,
			checkpoint: record.checkpoint,
			base: record.base,
			quorum: math::quorum(&record.thresholds, record.base),
			phase,
			deadline: Self::deadline(&record, phase),
			voting_from: record.times.voting_from,
			voting_until: record.times.voting_until,
			reveal_until: record.times.reveal_until,
			executable_from: record.times.executable_from,
			executable_until: record.times.executable_until,
			motions: BoundedVec::truncate_from(motions),
			proposer: record.proposer,
			accused: record.accused,
		}
	}

	fn motion_info(
		record: &ResolutionOf<T>,
		index: usize,
		state: MotionState,
	) -> Option<MotionInfo> {
		let votes = math::votes(&record.choices, &record.tally, index)?;
		let thresholds = &record.thresholds;
		Some(MotionInfo {
			state,
			choices: BoundedVec::truncate_from(votes.choices.to_vec()),
			against: votes.against,
			abstained: votes.abstained,
			missing_for_quorum: math::missing_for_quorum(&votes, thresholds, record.base),
			missing_for_majority: math::missing_for_majority(&votes, thresholds.majority),
			leading: math::decide(&votes, thresholds, record.base),
		})
	}

	fn deadline(record: &ResolutionOf<T>, phase: Phase) -> Deadline {
		let times = &record.times;
		let (next, by) = match phase {
			Phase::Discussion => (Next::VoteBegins, Some(times.voting_from)),
			Phase::Voting => (Next::HoldersVote, Some(times.voting_until)),
			Phase::Reveal => (Next::HoldersReveal, Some(times.reveal_until)),
			// Later it can still be counted, but nothing that is adopted can be executed.
			Phase::Counting if Self::now() < times.executable_until => {
				(Next::AnyoneCloses, Some(times.executable_until))
			},
			Phase::Counting => (Next::AnyoneCloses, None),
			Phase::Timelock => (Next::TimelockEnds, Some(times.executable_from)),
			Phase::Grace => (Next::AnyoneExecutes, Some(times.executable_until)),
			Phase::Done | Phase::Lapsed | Phase::Withdrawn | Phase::Vetoed => {
				(Next::AnyonePrunes, None)
			},
		};
		Deadline { next, by }
	}

	pub(crate) fn voter_info(
		asset: AssetId,
		resolution: ResolutionId,
		who: &T::AccountId,
	) -> Option<VoterInfo> {
		let record = Resolutions::<T>::get(asset, resolution)?;
		let key = T::Electorate::key(who)?;
		let investor = key.investor;
		let power = match record.stage {
			Stage::Open => Self::power(&record, asset, investor).unwrap_or(0),
			_ => 0,
		};
		let vote = VoteRecords::<T>::get(resolution, investor);
		let (ballot, voted_by) = match &vote {
			Some(VoteRecord::Cast { votes, by }) => {
				let splits = votes.iter().filter_map(|(option, votes)| {
					let (motion, choice) = math::choice(&record.choices, *option)?;
					Some(Split { motion, choice, votes: Some(*votes) })
				});
				(Some(Ballot::truncate_from(splits.collect())), *by)
			},
			_ => (None, None),
		};
		Some(VoterInfo {
			investor,
			power,
			may_vote: !record.excludes(investor)
				&& !key.eligibility.blocked
				&& key.rights.includes(Rights::VOTE)
				&& key.expires_at.is_none_or(|end| Self::now() < end),
			ballot,
			committed: matches!(vote, Some(VoteRecord::Committed { .. })),
			voted_by,
			delegate: Delegations::<T>::get(asset, investor).map(|delegation| delegation.to),
		})
	}

	pub(crate) fn call_bytes(
		asset: AssetId,
		resolution: ResolutionId,
		motion: u8,
		choice: u8,
	) -> Option<Vec<u8>> {
		let record = Resolutions::<T>::get(asset, resolution)?;
		let option = math::option(&record.choices, motion, Choice::For(choice))?;
		let bounded = Calls::<T>::get(resolution, option)?;
		if bounded.len()? > T::Rules::get().max_call_len {
			return None;
		}
		Self::decode_call(&bounded).ok().map(|call| call.encode())
	}
}

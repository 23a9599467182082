// SPDX-License-Identifier: Apache-2.0

//! The invariants of the assemblies. Their numbers are those of the README.

use crate::{
	math, Calls, Config, Delegations, HoldReason, Managers, MandateStatus, Mandates,
	NextResolutionId, OpenResolutions, Pallet, Proposers, ResolutionOf, Resolutions, Stage,
	VoteRecords,
};
use alloc::{collections::BTreeMap, vec, vec::Vec};
use cadastre_primitives::{
	traits::Checkpoints, AssetId, Balance, Choice, InvestorId, MotionState, ResolutionId,
};
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant over the whole of the storage.
	///
	/// # Errors
	/// Names the first invariant that is broken.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let resolutions = Resolutions::<T>::iter()
			.map(|(asset, id, record)| (id, (asset, record)))
			.collect::<BTreeMap<_, _>>();
		let next = NextResolutionId::<T>::get();
		let mut open = BTreeMap::<AssetId, u32>::new();
		let mut proposers = BTreeMap::<(AssetId, InvestorId), ResolutionId>::new();
		for (id, (asset, record)) in &resolutions {
			ensure!(*id < next, "INV-D1: a resolution's id is not below the next one");
			Self::check_shape(record)?;
			if record.stage == Stage::Open {
				ensure!(
					T::Checkpoints::supply_at(*asset, record.checkpoint).is_some(),
					"INV-D6: an open resolution without its checkpoint"
				);
				let count = open.entry(*asset).or_default();
				*count = count.saturating_add(1);
				proposers.insert((*asset, record.investor), *id);
			}
			Self::check_votes(*asset, *id, record)?;
			Self::check_outcome(record)?;
		}
		ensure!(
			OpenResolutions::<T>::iter().collect::<BTreeMap<_, _>>() == open,
			"INV-D7: open resolutions and their number differ"
		);
		let found = Proposers::<T>::iter().map(|(asset, investor, id)| ((asset, investor), id));
		ensure!(
			found.collect::<BTreeMap<_, _>>() == proposers,
			"INV-D14: open resolutions and their proposers differ"
		);
		for (id, _, _) in VoteRecords::<T>::iter() {
			ensure!(resolutions.contains_key(&id), "INV-D8: a vote without a resolution");
		}
		Self::check_calls(&resolutions)?;
		Self::check_managers()?;
		Self::check_bonds(resolutions.values().map(|(_, record)| record))?;
		for (_, investor, delegation) in Delegations::<T>::iter() {
			ensure!(delegation.to != investor, "INV-D13: a holder delegates to itself");
		}
		Ok(())
	}

	fn check_shape(record: &ResolutionOf<T>) -> Result<(), TryRuntimeError> {
		let options = math::options(&record.choices).and_then(|count| usize::try_from(count).ok());
		ensure!(
			options == Some(record.tally.len()) && record.motions.len() == record.choices.len(),
			"INV-D2: motions, choices and tally do not fit"
		);
		let times = &record.times;
		ensure!(
			times.voting_from < times.voting_until
				&& times.voting_until <= times.reveal_until
				&& times.reveal_until < times.executable_from
				&& times.executable_from < times.executable_until
				&& record.secret == (times.voting_until < times.reveal_until),
			"INV-D3: the timetable is out of order"
		);
		Ok(())
	}

	/// The tally is the sum of the records while none has been pruned, and never less. Nobody has
	/// more votes than units, and all together have no more than the base.
	fn check_votes(
		asset: AssetId,
		id: ResolutionId,
		record: &ResolutionOf<T>,
	) -> Result<(), TryRuntimeError> {
		let mut sum = vec![0; record.tally.len()];
		let mut found = 0_u32;
		let open = record.stage == Stage::Open;
		for (investor, vote) in VoteRecords::<T>::iter_prefix(id) {
			found = found.saturating_add(1);
			ensure!(
				math::recount(&mut sum, &[], vote.counted()).is_some(),
				"INV-D4: votes for an option that does not exist"
			);
			if open {
				let power = Self::power(record, asset, investor).unwrap_or(0);
				for motion in 0..record.choices.len() {
					let mut own = vec![0; record.tally.len()];
					let cast = math::recount(&mut own, &[], vote.counted())
						.and_then(|()| math::votes(&record.choices, &own, motion))
						.map_or(0, |votes| votes.cast());
					ensure!(cast <= power, "INV-D5: more votes than units");
				}
			}
		}
		ensure!(found == record.records, "INV-D4: records of votes and their number differ");
		let fits = sum.iter().zip(&record.tally).all(|(records, tally)| {
			if open {
				records == tally
			} else {
				records <= tally
			}
		});
		ensure!(fits, "INV-D4: the tally is not the sum of the votes");
		let within = (0..record.choices.len())
			.filter_map(|motion| math::votes(&record.choices, &record.tally, motion))
			.all(|votes| votes.cast() <= record.base);
		ensure!(within, "INV-D5: more votes than could be cast");
		Ok(())
	}

	fn check_outcome(record: &ResolutionOf<T>) -> Result<(), TryRuntimeError> {
		for (index, state) in record.motions.iter().enumerate() {
			let counted = Self::count_motion(
				&record.choices,
				&record.tally,
				index,
				|votes| math::decide(votes, &record.thresholds, record.base),
				record.calls,
			);
			let fits = match record.stage {
				Stage::Open | Stage::Withdrawn => *state == MotionState::Undecided,
				Stage::Closed | Stage::Vetoed => match (*state, counted) {
					(
						MotionState::Executed { choice } | MotionState::Failed { choice, .. },
						MotionState::Carried { choice: counted },
					) => choice == counted,
					(state, counted) => state == counted,
				},
			};
			ensure!(fits, "INV-D9: a motion is not what its votes say");
		}
		Ok(())
	}

	fn check_calls(
		resolutions: &BTreeMap<ResolutionId, (AssetId, ResolutionOf<T>)>,
	) -> Result<(), TryRuntimeError> {
		let mut found = BTreeMap::<ResolutionId, u16>::new();
		for (id, option, _) in Calls::<T>::iter() {
			let record = resolutions.get(&id).map(|(_, record)| record);
			let carried = record.and_then(|record| math::choice(&record.choices, option));
			ensure!(
				matches!(carried, Some((_, Choice::For(_)))),
				"INV-D10: a call without a choice that carries it"
			);
			let bits = found.entry(id).or_default();
			*bits |= 1_u16.checked_shl(option.into()).unwrap_or(0);
		}
		for (id, (_, record)) in resolutions {
			ensure!(
				found.get(id).copied().unwrap_or_default() == record.calls,
				"INV-D10: a choice without the call that it carries"
			);
		}
		Ok(())
	}

	fn check_managers() -> Result<(), TryRuntimeError> {
		let serving = Mandates::<T>::iter()
			.filter(|(_, _, mandate)| mandate.status == MandateStatus::Serving)
			.map(|(asset, who, _)| (asset, who));
		let mut serving = serving.collect::<Vec<_>>();
		let mut managers = Managers::<T>::iter().collect::<Vec<_>>();
		serving.sort();
		managers.sort();
		ensure!(serving == managers, "INV-D11: managers and mandates that serve differ");
		let max = T::Rules::get().max_strikes;
		for (_, _, mandate) in Mandates::<T>::iter() {
			ensure!(
				mandate.status != MandateStatus::Serving || mandate.strikes < max,
				"INV-D11: a manager serves in spite of its strikes"
			);
		}
		Ok(())
	}

	/// What is held is what the records say, for each of their payers.
	fn check_bonds<'a>(
		resolutions: impl Iterator<Item = &'a ResolutionOf<T>>,
	) -> Result<(), TryRuntimeError>
	where
		ResolutionOf<T>: 'a,
	{
		let mut proposals = BTreeMap::<T::AccountId, Balance>::new();
		for record in resolutions.filter(|record| record.stage == Stage::Open) {
			let sum = proposals.entry(record.proposer.clone()).or_default();
			*sum = sum.saturating_add(record.bond);
		}
		let mut mandates = BTreeMap::<T::AccountId, Balance>::new();
		for (_, who, mandate) in Mandates::<T>::iter() {
			let sum = mandates.entry(who).or_default();
			*sum = sum.saturating_add(mandate.bond);
		}
		for (reason, bonds) in [(HoldReason::Proposal, proposals), (HoldReason::Manager, mandates)]
		{
			let reason = reason.into();
			for (who, bond) in bonds {
				ensure!(
					T::Native::balance_on_hold(&reason, &who) == bond,
					"INV-D12: a bond is not what is held"
				);
			}
		}
		Ok(())
	}
}

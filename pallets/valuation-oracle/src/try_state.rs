// SPDX-License-Identifier: Apache-2.0

//! The invariants of the oracle. Their numbers are those of the README.

use crate::{
	math::{self, Sample},
	rules, Answers, Cards, Config, Disputes, Feeds, Histories, HoldReason, Models, NextDisputeId,
	NextModelId, Operators, Outcomes, Pallet, Reports, Requests, Rounds, Scores, Seats, Vote,
	HISTORY,
};
use alloc::{collections::BTreeMap, vec::Vec};
use cadastre_primitives::{Balance, DisputeStage, FeedId, InvestorId, ModelId};
use frame_support::{ensure, traits::fungible::hold::Inspect as _};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant over the whole of the storage.
	///
	/// # Errors
	/// Names the first invariant that is broken.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_bonds()?;
		Self::check_counters()?;
		Self::check_feeds()?;
		Self::check_answers()?;
		Self::check_models()?;
		Self::check_disputes()?;
		Self::check_reports()?;
		Self::check_records()
	}

	fn check_bonds() -> Result<(), TryRuntimeError> {
		for (_, operator) in Operators::<T>::iter() {
			let held = T::Currency::balance_on_hold(&HoldReason::Bond.into(), &operator.account);
			ensure!(held == operator.bond, "INV-V1: a bond is not what is held");
			ensure!(
				operator.leaving_at.is_none() || operator.seats == 0,
				"INV-V15: an operator that leaves has seats"
			);
		}
		let mut bonds = BTreeMap::<_, Balance>::new();
		for (_, dispute) in Disputes::<T>::iter() {
			let appeal = dispute.appeal.into_iter();
			for (who, bond) in appeal.chain([(dispute.disputer, dispute.bond)]) {
				let sum = bonds.entry(who).or_default();
				*sum = sum.saturating_add(bond);
			}
		}
		for (who, bond) in bonds {
			let held = T::Currency::balance_on_hold(&HoldReason::Dispute.into(), &who);
			ensure!(held == bond, "INV-V2: the bonds of disputes are not what is held");
		}
		Ok(())
	}

	fn check_counters() -> Result<(), TryRuntimeError> {
		let mut seats = BTreeMap::<ModelId, u16>::new();
		for (_, seated) in Seats::<T>::iter() {
			for seat in seated {
				count(&mut seats, seat.model);
				let fits = Models::<T>::get(seat.model)
					.is_some_and(|model| model.operator == seat.operator);
				ensure!(fits, "INV-V3: a seat of no model, or of another's");
			}
		}
		let mut by_model = BTreeMap::<ModelId, u16>::new();
		let mut by_operator = BTreeMap::<InvestorId, u16>::new();
		for (_, dispute) in Disputes::<T>::iter() {
			count(&mut by_model, dispute.model);
			count(&mut by_operator, dispute.operator);
		}
		let mut owned = BTreeMap::<InvestorId, (u16, u16)>::new();
		for (id, model) in Models::<T>::iter() {
			ensure!(of(&seats, id) == model.seats, "INV-V3: a model's seats are miscounted");
			ensure!(
				of(&by_model, id) == model.disputes,
				"INV-V7: a model's disputes are miscounted"
			);
			let (models, taken) = owned.entry(model.operator).or_default();
			*models = models.saturating_add(1);
			*taken = taken.saturating_add(model.seats);
		}
		for (id, operator) in Operators::<T>::iter() {
			let (models, taken) = owned.remove(&id).unwrap_or_default();
			ensure!(
				models == operator.models && taken == operator.seats,
				"INV-V3: an operator's models or seats are miscounted"
			);
			ensure!(
				of(&by_operator, id) == operator.disputes,
				"INV-V7: an operator's disputes are miscounted"
			);
		}
		ensure!(owned.is_empty(), "INV-V8: a model without an operator");
		Ok(())
	}

	fn check_feeds() -> Result<(), TryRuntimeError> {
		let feeds = Feeds::<T>::iter().count();
		for (id, feed) in Feeds::<T>::iter() {
			let sound = rules::is_sound(&feed.policy)
				&& feed.upcoming.is_none_or(|(policy, _)| rules::is_sound(&policy))
				&& Self::unit_fits(id.metric, id.unit, feed.decimals);
			ensure!(sound, "INV-V5: a policy or a unit that is not sound");
			let Some(round) = Rounds::<T>::get(id) else {
				return Err("INV-V5: a feed without a round".into());
			};
			ensure!(
				Answers::<T>::get(id).is_some_and(|answer| answer.decimals == feed.decimals),
				"INV-V5: a feed without its answer"
			);
			let seats = Seats::<T>::get(id);
			let mut models = seats.iter().map(|seat| seat.model).collect::<Vec<_>>();
			let aligned = round.entries.iter().map(|entry| entry.model).eq(models.iter().copied());
			models.sort_unstable();
			models.dedup();
			ensure!(
				aligned && models.len() == seats.len(),
				"INV-V4: seats and entries differ, or a model sits twice"
			);
			let waits = round.entries.iter().any(|entry| matches!(entry.vote, Vote::Committed(_)));
			ensure!(!round.finalised || !waits, "INV-V14: a round is over with commitments in it");
			ensure!(
				round.oldest <= round.max_input_age
					&& (round.number == 0 || round.commit_for < round.reveal_for),
				"INV-V14: the times of a round contradict each other"
			);
			let weights = math::MIN_WEIGHT..=math::MAX_WEIGHT;
			let ordered = round.entries.iter().all(|entry| match entry.vote {
				Vote::Revealed(interval) => interval.is_ordered(),
				_ => true,
			});
			ensure!(
				ordered && round.entries.iter().all(|entry| weights.contains(&entry.weight)),
				"INV-V6: a report is not ordered, or weighs what none can"
			);
		}
		ensure!(
			Rounds::<T>::iter().count() == feeds && Answers::<T>::iter().count() == feeds,
			"INV-V5: a round or an answer of no feed"
		);
		Ok(())
	}

	fn check_answers() -> Result<(), TryRuntimeError> {
		let mut disputes = BTreeMap::<(FeedId, u32), u16>::new();
		for (_, dispute) in Disputes::<T>::iter() {
			count(&mut disputes, (dispute.feed, dispute.round));
		}
		for (feed, answer) in Answers::<T>::iter() {
			let number = Rounds::<T>::get(feed).map_or(0, |round| round.number);
			ensure!(answer.round <= number, "INV-V11: an answer of a round that was not opened");
			for dated in answer.settled.iter().chain(&answer.proposed) {
				ensure!(
					dated.interval.is_ordered()
						&& dated.aging_at <= dated.stale_at
						&& dated.round <= answer.round,
					"INV-V6: an answer is not ordered in values, dates or rounds"
				);
			}
			let order = match (answer.settled, answer.proposed) {
				(Some(settled), Some(proposed)) => settled.round < proposed.round,
				_ => true,
			};
			ensure!(order, "INV-V6: a proposal is not later than what is settled");
			ensure!(
				of(&disputes, (feed, answer.round)) == u16::from(answer.disputes),
				"INV-V7: the disputes of an answer are miscounted"
			);
			let history = Histories::<T>::get(feed);
			let last = history.last().map_or(0, |entry| entry.round);
			ensure!(last == answer.round, "INV-V11: the history does not end with the answer");
		}
		for (_, history) in Histories::<T>::iter() {
			let increasing = history.iter().zip(history.iter().skip(1)).all(|(earlier, later)| {
				earlier.round < later.round && earlier.answered_at <= later.answered_at
			});
			let ordered = history
				.iter()
				.all(|entry| entry.interval.is_ordered() && entry.as_of <= entry.answered_at);
			ensure!(increasing && ordered, "INV-V11: the history is out of order");
		}
		Ok(())
	}

	fn check_models() -> Result<(), TryRuntimeError> {
		let next = NextModelId::<T>::get();
		for (id, model) in Models::<T>::iter() {
			ensure!(id < next, "INV-V8: a model's id is not below the next one");
			ensure!(Cards::<T>::contains_key(id), "INV-V8: a model without a card");
			let samples = Scores::<T>::get(id).iter().map(Sample::from).collect::<Vec<_>>();
			ensure!(
				model.weight == math::score(&samples).weight
					&& samples.iter().all(|sample| sample.price > 0),
				"INV-V16: a weight is not what the score says"
			);
		}
		ensure!(
			Cards::<T>::iter_keys().all(Models::<T>::contains_key)
				&& Scores::<T>::iter_keys().all(Models::<T>::contains_key),
			"INV-V8: a card or a score of no model"
		);
		Ok(())
	}

	fn check_disputes() -> Result<(), TryRuntimeError> {
		let next = NextDisputeId::<T>::get();
		for (id, dispute) in Disputes::<T>::iter() {
			ensure!(id < next, "INV-V9: a dispute's id is not below the next one");
			let appealed = matches!(dispute.stage, DisputeStage::Appealed(_));
			ensure!(
				appealed == dispute.appeal.is_some(),
				"INV-V9: stage and appeal contradict each other"
			);
			let mut voters = dispute.votes.iter().map(|(who, _)| who).collect::<Vec<_>>();
			voters.sort();
			voters.dedup();
			ensure!(voters.len() == dispute.votes.len(), "INV-V9: an appraiser voted twice");
			let early = matches!(dispute.stage, DisputeStage::Opened | DisputeStage::Answered);
			ensure!(!early || voters.is_empty(), "INV-V9: votes before the panel");
		}
		Ok(())
	}

	fn check_reports() -> Result<(), TryRuntimeError> {
		for (feed, (model, slot), record) in Reports::<T>::iter() {
			let seated = Seats::<T>::get(feed).iter().any(|seat| seat.model == model);
			ensure!(seated, "INV-V10: a report without a seat");
			let round = Rounds::<T>::get(feed).map_or(0, |round| round.number);
			ensure!(
				record.round.checked_rem(HISTORY) == Some(slot) && record.round <= round,
				"INV-V10: a report in a wrong place"
			);
			ensure!(record.report.interval.is_ordered(), "INV-V10: a report out of order");
		}
		Ok(())
	}

	fn check_records() -> Result<(), TryRuntimeError> {
		for (feed, outcomes) in Outcomes::<T>::iter() {
			ensure!(Feeds::<T>::contains_key(feed), "INV-V12: outcomes of no feed");
			let increasing = outcomes.iter().zip(outcomes.iter().skip(1)).all(|(one, next)| {
				one.number.checked_add(1) == Some(next.number) && one.dated < next.dated
			});
			ensure!(
				increasing && outcomes.iter().all(|outcome| outcome.price > 0),
				"INV-V12: outcomes out of order, or without a price"
			);
		}
		for (feed, model, _) in Requests::<T>::iter() {
			let seated = Seats::<T>::get(feed).iter().any(|seat| seat.model == model);
			ensure!(seated, "INV-V13: a request without a seat");
		}
		Ok(())
	}
}

fn count<K: Ord>(counts: &mut BTreeMap<K, u16>, key: K) {
	let count = counts.entry(key).or_default();
	*count = count.saturating_add(1);
}

fn of<K: Ord>(counts: &BTreeMap<K, u16>, key: K) -> u16 {
	counts.get(&key).copied().unwrap_or_default()
}

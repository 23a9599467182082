// SPDX-License-Identifier: Apache-2.0

//! Outcomes, what models are worth by them, and the explanations that they owe.

use crate::{
	math::{self, Sample},
	pallet::RequestOf,
	Config, Error, Event, Feeds, Histories, Models, Outcomes, Pallet, Reports, Request, Requests,
	Scored, Scores, Seats, HISTORY,
};
use alloc::vec::Vec;
use cadastre_primitives::{
	traits::ValuedAssets, FeedId, ModelId, ModelStatus, Moment, Outcome, RatioStudy, ScoreInfo,
	Value,
};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{Consideration, Footprint, Get, Imbalance, OnUnbalanced},
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::traits::EnsureAdd;

impl<T: Config> Pallet<T> {
	/// What a holder pays for with a request.
	pub fn request_footprint() -> Footprint {
		Footprint::from_mel::<RequestOf<T>>()
	}

	pub(crate) fn do_record_outcome(
		appraiser: T::AccountId,
		feed: FeedId,
		price: Value,
		dated: Moment,
		evidence: H256,
	) -> DispatchResult {
		ensure!(Feeds::<T>::contains_key(feed), Error::<T>::UnknownFeed);
		ensure!(price > 0, Error::<T>::ZeroPrice);
		ensure!(dated <= Self::now(), Error::<T>::BadDate);
		let identity = T::Assets::identity(&appraiser);
		let is_party = identity.is_some_and(|identity| {
			Seats::<T>::get(feed).iter().any(|seat| seat.operator == identity)
		});
		ensure!(!is_party, Error::<T>::PartyCannotJudge);
		let mut outcomes = Outcomes::<T>::get(feed);
		let last = outcomes.last();
		ensure!(last.is_none_or(|last| last.dated < dated), Error::<T>::BadDate);
		let number = match last {
			Some(last) => last.number.ensure_add(1)?,
			None => 0,
		};
		let history = Histories::<T>::get(feed);
		let entry = history.iter().rev().find(|entry| entry.answered_at < dated);
		let entry = entry.ok_or(Error::<T>::NoAnswer)?;
		let outcome =
			Outcome { number, round: entry.round, interval: entry.interval, price, dated };
		if outcomes.is_full() {
			outcomes.remove(0);
		}
		// There is room: one was removed if there was none.
		let _ = outcomes.try_push(outcome);
		Outcomes::<T>::insert(feed, outcomes);
		let round = outcome.round;
		let event =
			Event::OutcomeRecorded { feed, number, round, price, dated, appraiser, evidence };
		Self::deposit_event(event);
		Ok(())
	}

	pub(crate) fn do_score(feed: FeedId, model: ModelId, outcome: u32) -> DispatchResult {
		let mut record = Models::<T>::get(model).ok_or(Error::<T>::UnknownModel)?;
		let outcomes = Outcomes::<T>::get(feed);
		let found = outcomes.iter().find(|found| found.number == outcome);
		let found = found.ok_or(Error::<T>::UnknownOutcome)?;
		let slot = found.round.checked_rem(HISTORY).unwrap_or_default();
		let mut kept = Reports::<T>::get(feed, (model, slot)).ok_or(Error::<T>::UnknownReport)?;
		ensure!(kept.round == found.round, Error::<T>::UnknownReport);
		ensure!(kept.scored_to <= outcome, Error::<T>::AlreadyScored);
		kept.scored_to = outcome.ensure_add(1)?;
		let interval = kept.report.interval;
		Reports::<T>::insert(feed, (model, slot), kept);
		let covered = interval.contains(found.price);
		let sample = Scored { value: interval.mid, price: found.price, covered };
		let mut scores = Scores::<T>::get(model);
		if scores.is_full() {
			scores.remove(0);
		}
		// There is room: one was removed if there was none.
		let _ = scores.try_push(sample);
		let info = math::score(&scores.iter().map(Sample::from).collect::<Vec<_>>());
		Scores::<T>::insert(model, scores);
		let terms = T::Terms::get();
		let breach = info.outcomes >= terms.min_outcomes
			&& (info.median_error > terms.max_error || info.coverage < terms.min_coverage);
		let suspended = breach && record.status == ModelStatus::Approved;
		if suspended {
			record.status = ModelStatus::Suspended;
		}
		record.weight = info.weight;
		Models::<T>::insert(model, record);
		let error = math::error(interval.mid, sample.price);
		let weight = info.weight;
		Self::deposit_event(Event::ModelScored {
			feed,
			model,
			outcome,
			error,
			covered,
			weight,
			suspended,
		});
		Ok(())
	}

	pub(crate) fn do_request_explanation(
		holder: T::AccountId,
		feed: FeedId,
		model: ModelId,
		round: u32,
	) -> DispatchResult {
		ensure!(T::Assets::is_holder(feed.asset, &holder), Error::<T>::NotHolder);
		let slot = round.checked_rem(HISTORY).unwrap_or_default();
		let kept = Reports::<T>::get(feed, (model, slot)).ok_or(Error::<T>::UnknownReport)?;
		ensure!(kept.round == round, Error::<T>::UnknownReport);
		ensure!(!Requests::<T>::contains_key(feed, model), Error::<T>::AlreadyRequested);
		let until = Self::now().saturating_add(T::Terms::get().explanation_period);
		let request = Request {
			holder: holder.clone(),
			round,
			digest: kept.report.explanation,
			until,
			ticket: T::RecordDeposit::new(&holder, Self::request_footprint())?,
		};
		Requests::<T>::insert(feed, model, request);
		Self::deposit_event(Event::ExplanationRequested { feed, model, round, holder, until });
		Ok(())
	}

	pub(crate) fn do_open_explanation(
		who: T::AccountId,
		feed: FeedId,
		model: ModelId,
		explanation: &[u8],
	) -> DispatchResult {
		let request = Requests::<T>::get(feed, model).ok_or(Error::<T>::UnknownRequest)?;
		Self::own_model(&who, model)?;
		ensure!(Self::now() < request.until, Error::<T>::TooLate);
		let digest = H256::from(blake2_256(explanation));
		ensure!(digest == request.digest, Error::<T>::WrongExplanation);
		let round = request.round;
		Requests::<T>::remove(feed, model);
		request.ticket.drop(&request.holder)?;
		Self::deposit_event(Event::ExplanationOpened { feed, model, round, digest });
		Ok(())
	}

	pub(crate) fn do_close_request(feed: FeedId, model: ModelId) -> DispatchResult {
		let request = Requests::<T>::get(feed, model).ok_or(Error::<T>::UnknownRequest)?;
		let operator = Models::<T>::get(model).ok_or(Error::<T>::UnknownModel)?.operator;
		ensure!(Self::now() >= request.until, Error::<T>::TooEarly);
		let round = request.round;
		Requests::<T>::remove(feed, model);
		request.ticket.drop(&request.holder)?;
		let credit = Self::take_bond(operator, T::Terms::get().silence_penalty);
		let paid = credit.peek();
		T::OnSlash::on_unbalanced(credit);
		Self::deposit_event(Event::ExplanationMissed { feed, model, round, paid });
		Ok(())
	}

	pub(crate) fn score_info(model: ModelId) -> Option<ScoreInfo> {
		let record = Models::<T>::get(model)?;
		let samples = Self::samples(model);
		Some(ScoreInfo { weight: record.weight, ..math::score(&samples) })
	}

	pub(crate) fn study_of_model(model: ModelId) -> Option<RatioStudy> {
		let pairs = Self::samples(model)
			.iter()
			.map(|sample| (sample.value, sample.price))
			.collect::<Vec<_>>();
		math::ratio_study(&pairs)
	}

	pub(crate) fn study_of_feed(feed: FeedId) -> Option<RatioStudy> {
		let pairs = Outcomes::<T>::get(feed)
			.iter()
			.map(|outcome| (outcome.interval.mid, outcome.price))
			.collect::<Vec<_>>();
		math::ratio_study(&pairs)
	}

	fn samples(model: ModelId) -> Vec<Sample> {
		Scores::<T>::get(model).iter().map(Sample::from).collect()
	}
}

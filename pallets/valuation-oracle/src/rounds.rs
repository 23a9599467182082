// SPDX-License-Identifier: Apache-2.0

//! Seats, commitments, reveals and answers.

use crate::{
	math::MIN_WEIGHT, rules, Answers, Cards, Commitment, Config, Dated, Entry, Error, Event, Feeds,
	Histories, Models, Operators, Pallet, ReportRecord, Reports, Requests, Rounds, Seat, Seats,
	Vote, HISTORY,
};
use cadastre_primitives::{traits::ValuedAssets, FeedId, HistoryEntry, ModelId, Moment, Report};
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{Consideration, Footprint, Get, Imbalance, OnUnbalanced},
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::traits::{EnsureAdd, EnsureSub};

impl<T: Config> Pallet<T> {
	/// What an operator pays for with a seat: the reports that it keeps.
	pub fn seat_footprint() -> Footprint {
		let count = u64::from(HISTORY);
		let length = ReportRecord::max_encoded_len()
			.saturating_mul(usize::try_from(HISTORY).unwrap_or(usize::MAX));
		Footprint { count, size: u64::try_from(length).unwrap_or(u64::MAX) }
	}

	/// What a report is committed to with: the first 24 bytes of the BLAKE2b-256 of the SCALE
	/// encoding of `("cadastre/report", feed, round, model, account, report, salt)`.
	pub fn commitment(
		feed: FeedId,
		round: u32,
		model: ModelId,
		account: &T::AccountId,
		report: &Report,
		salt: H256,
	) -> Commitment {
		let digest = (b"cadastre/report", feed, round, model, account, report, salt)
			.using_encoded(blake2_256);
		digest.first_chunk().copied().unwrap_or_default()
	}

	pub(crate) fn do_join(who: T::AccountId, feed: FeedId, model: ModelId) -> DispatchResult {
		let policy = Feeds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		let (mut record, mut owner) = Self::own_model(&who, model)?;
		ensure!(owner.leaving_at.is_none(), Error::<T>::AlreadyLeaving);
		ensure!(owner.bond >= T::Terms::get().min_bond, Error::<T>::BondTooLow);
		ensure!(record.reports(Self::now()), Error::<T>::WrongStatus);
		let card = Cards::<T>::get(model).ok_or(Error::<T>::UnknownModel)?.card;
		let (class, country) = T::Assets::facts(feed.asset).ok_or(Error::<T>::UnknownAsset)?;
		let in_scope = card.metric == feed.metric
			&& card.unit == feed.unit
			&& card.decimals == policy.decimals
			&& card.classes.contains(&class)
			&& card.countries.is_none_or(|countries| countries.contains(country));
		ensure!(in_scope, Error::<T>::OutOfScope);
		let mut seats = Seats::<T>::get(feed);
		ensure!(seats.iter().all(|seat| seat.model != model), Error::<T>::AlreadySeated);
		let own = seats.iter().filter(|seat| seat.operator == record.operator).count();
		let most = usize::from(policy.policy.seats_per_operator);
		ensure!(own < most, Error::<T>::TooManySeats);
		let mut round = Rounds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		let entry = Entry { model, weight: MIN_WEIGHT, vote: Vote::Absent };
		round.entries.try_push(entry).map_err(|_| Error::<T>::TooManySeats)?;
		let operator = record.operator;
		let seat = Seat {
			model,
			operator,
			family: card.family,
			human: card.human,
			ticket: T::RecordDeposit::new(&who, Self::seat_footprint())?,
		};
		seats.try_push(seat).map_err(|_| Error::<T>::TooManySeats)?;
		record.seats = record.seats.ensure_add(1)?;
		owner.seats = owner.seats.ensure_add(1)?;
		Seats::<T>::insert(feed, seats);
		Rounds::<T>::insert(feed, round);
		Models::<T>::insert(model, record);
		Operators::<T>::insert(operator, owner);
		Self::deposit_event(Event::ModelJoined { feed, model, operator });
		Ok(())
	}

	pub(crate) fn do_leave(who: T::AccountId, feed: FeedId, model: ModelId) -> DispatchResult {
		let mut round = Rounds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		let mut record = Models::<T>::get(model).ok_or(Error::<T>::UnknownModel)?;
		let mut owner = Operators::<T>::get(record.operator).ok_or(Error::<T>::NotOperator)?;
		let now = Self::now();
		ensure!(owner.account == who || !record.reports(now), Error::<T>::NotOperator);
		let place = round.entries.iter().position(|entry| entry.model == model);
		let place = place.ok_or(Error::<T>::NotSeated)?;
		let entry = round.entries.remove(place);
		match entry.vote {
			Vote::Absent => {},
			Vote::Missed => return Err(Error::<T>::MissNotSettled.into()),
			Vote::Committed(_) | Vote::Revealed(_) => {
				ensure!(round.finalised, Error::<T>::RoundOpen);
			},
		}
		// Not by its vote: a later round that was opened has forgotten it.
		let answer = Answers::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		let slot = answer.round.checked_rem(HISTORY).unwrap_or_default();
		let last = Reports::<T>::get(feed, (model, slot));
		let behind_answer = last.is_some_and(|report| report.round == answer.round);
		ensure!(!behind_answer || now >= answer.disputable_until, Error::<T>::TooEarly);
		ensure!(record.disputes == 0, Error::<T>::ModelDisputed);
		ensure!(!Requests::<T>::contains_key(feed, model), Error::<T>::AlreadyRequested);
		let mut seats = Seats::<T>::get(feed);
		ensure!(place < seats.len(), Error::<T>::NotSeated);
		let seat = seats.remove(place);
		seat.ticket.drop(&owner.account)?;
		for slot in 0..HISTORY {
			Reports::<T>::remove(feed, (model, slot));
		}
		record.seats = record.seats.ensure_sub(1)?;
		owner.seats = owner.seats.ensure_sub(1)?;
		Seats::<T>::insert(feed, seats);
		Rounds::<T>::insert(feed, round);
		Operators::<T>::insert(record.operator, owner);
		Models::<T>::insert(model, record);
		Self::deposit_event(Event::ModelLeft { feed, model });
		Ok(())
	}

	pub(crate) fn do_open_round(feed: FeedId) -> DispatchResult {
		let policy = Feeds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?.policy;
		let answer = Answers::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		ensure!(!answer.halted, Error::<T>::FeedHalted);
		let mut round = Rounds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		ensure!(round.finalised, Error::<T>::RoundOpen);
		let now = Self::now();
		let first = round.number == 0;
		ensure!(
			first || now >= round.opened_at.saturating_add(policy.interval),
			Error::<T>::TooEarly
		);
		round.number = round.number.ensure_add(1)?;
		round.opened_at = now;
		round.commit_for = seconds(policy.commit_period);
		round.reveal_for = seconds(policy.commit_period.saturating_add(policy.reveal_period));
		round.max_input_age = seconds(policy.max_input_age);
		round.oldest = 0;
		round.finalised = false;
		for entry in round.entries.iter_mut().filter(|entry| entry.vote != Vote::Missed) {
			entry.vote = Vote::Absent;
		}
		let event = Event::RoundOpened {
			feed,
			round: round.number,
			commit_until: round.commit_until(),
			reveal_until: round.reveal_until(),
		};
		Rounds::<T>::insert(feed, round);
		Self::deposit_event(event);
		Ok(())
	}

	pub(crate) fn do_commit(
		who: T::AccountId,
		feed: FeedId,
		model: ModelId,
		commitment: Commitment,
	) -> DispatchResult {
		let mut round = Rounds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		let (record, owner) = Self::own_model(&who, model)?;
		let now = Self::now();
		ensure!(!round.finalised, Error::<T>::NoRound);
		ensure!(now < round.commit_until(), Error::<T>::TooLate);
		ensure!(owner.bond >= T::Terms::get().min_bond, Error::<T>::BondTooLow);
		ensure!(record.reports(now), Error::<T>::WrongStatus);
		ensure!(record.disputes == 0, Error::<T>::ModelDisputed);
		let entry = round.entry(model).ok_or(Error::<T>::NotSeated)?;
		match entry.vote {
			Vote::Absent => entry.vote = Vote::Committed(commitment),
			Vote::Committed(_) | Vote::Revealed(_) => {
				return Err(Error::<T>::AlreadyCommitted.into());
			},
			Vote::Missed => return Err(Error::<T>::MissNotSettled.into()),
		}
		let number = round.number;
		Rounds::<T>::insert(feed, round);
		Self::deposit_event(Event::ReportCommitted { feed, round: number, model, commitment });
		Ok(())
	}

	pub(crate) fn do_reveal(
		who: T::AccountId,
		feed: FeedId,
		model: ModelId,
		report: Report,
		salt: H256,
	) -> DispatchResult {
		let mut round = Rounds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		let (record, _) = Self::own_model(&who, model)?;
		let now = Self::now();
		ensure!(!round.finalised, Error::<T>::NoRound);
		ensure!(now >= round.commit_until(), Error::<T>::TooEarly);
		ensure!(now < round.reveal_until(), Error::<T>::TooLate);
		let (number, opened_at, max_age) = (round.number, round.opened_at, round.max_input_age);
		let entry = round.entry(model).ok_or(Error::<T>::NotSeated)?;
		let Vote::Committed(commitment) = entry.vote else {
			return Err(Error::<T>::NotCommitted.into());
		};
		let opened = Self::commitment(feed, number, model, &who, &report, salt);
		ensure!(opened == commitment, Error::<T>::WrongReport);
		let age = opened_at.checked_sub(report.as_of).ok_or(Error::<T>::BadReport)?;
		let timely = age <= Moment::from(max_age);
		ensure!(report.interval.is_ordered() && timely, Error::<T>::BadReport);
		entry.vote = Vote::Revealed(report.interval);
		entry.weight = record.weight;
		round.oldest = round.oldest.max(seconds(age));
		Rounds::<T>::insert(feed, round);
		let slot = number.checked_rem(HISTORY).unwrap_or_default();
		let kept = ReportRecord { round: number, report, disputed: false, scored_to: 0 };
		Reports::<T>::insert(feed, (model, slot), kept);
		Self::deposit_event(Event::ReportRevealed { feed, round: number, model, report });
		Ok(())
	}

	pub(crate) fn do_finalise(feed: FeedId) -> DispatchResult {
		let policy = Feeds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?.policy;
		let mut round = Rounds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		ensure!(!round.finalised, Error::<T>::NoRound);
		let now = Self::now();
		let waiting =
			round.entries.iter().filter(|entry| matches!(entry.vote, Vote::Committed(_))).count();
		let over = now >= round.reveal_until() || waiting == 0 && now >= round.commit_until();
		ensure!(over, Error::<T>::TooEarly);
		let seats = Seats::<T>::get(feed);
		let votes = round
			.entries
			.iter()
			.zip(seats.iter())
			.map(|(entry, seat)| (entry.vote, entry.weight, seat))
			.collect::<alloc::vec::Vec<_>>();
		// A round that nobody finished in time has become too old to answer with.
		let as_of = round.opened_at.saturating_sub(round.oldest.into());
		let stale_at = as_of.saturating_add(policy.max_age);
		let found = rules::answer(&policy, &votes).filter(|_| now < stale_at);
		let mut settled = false;
		if let Some((interval, reports)) = found {
			let aging_at = as_of.saturating_add(policy.aging_after);
			let dated = Dated { interval, as_of, round: round.number, aging_at, stale_at };
			settled = Self::record_answer(feed, dated, &policy, reports, now)?;
		}
		for entry in round.entries.iter_mut() {
			if matches!(entry.vote, Vote::Committed(_)) {
				entry.vote = Vote::Missed;
			}
		}
		round.finalised = true;
		let event = Event::RoundFinalised {
			feed,
			round: round.number,
			reports: found.map_or(0, |(_, reports)| reports),
			missed: u8::try_from(waiting).unwrap_or(u8::MAX),
			answer: found.map(|(interval, _)| interval),
			settled,
		};
		Rounds::<T>::insert(feed, round);
		Self::deposit_event(event);
		Ok(())
	}

	/// Stores the answer of a round, and its entry in the history. The only place that does.
	/// Answers whether it is settled.
	fn record_answer(
		feed: FeedId,
		dated: Dated,
		policy: &crate::Policy,
		reports: u8,
		now: Moment,
	) -> Result<bool, frame_support::pallet_prelude::DispatchError> {
		let mut answer = Answers::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		let settled = answer.take(dated, policy, now, T::Terms::get().dispute_period);
		let Dated { interval, as_of, round, .. } = dated;
		let entry = HistoryEntry { round, interval, as_of, answered_at: now, reports };
		answer.digest = H256::from((answer.digest, entry).using_encoded(blake2_256));
		Answers::<T>::insert(feed, answer);
		Histories::<T>::mutate(feed, |history| {
			if history.is_full() {
				history.remove(0);
			}
			// There is room: one was removed if there was none.
			let _ = history.try_push(entry);
		});
		Ok(settled)
	}

	pub(crate) fn do_settle_miss(feed: FeedId, model: ModelId) -> DispatchResult {
		let mut round = Rounds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		let operator = Models::<T>::get(model).ok_or(Error::<T>::UnknownModel)?.operator;
		let entry = round.entry(model).ok_or(Error::<T>::NotSeated)?;
		ensure!(entry.vote == Vote::Missed, Error::<T>::NoMiss);
		entry.vote = Vote::Absent;
		Rounds::<T>::insert(feed, round);
		let credit = Self::take_bond(operator, T::Terms::get().miss_penalty);
		let paid = credit.peek();
		T::OnSlash::on_unbalanced(credit);
		Self::deposit_event(Event::MissSettled { feed, model, paid });
		Ok(())
	}
}

/// A period as it is kept in a round. No sound policy has one that does not fit.
fn seconds(period: Moment) -> u32 {
	u32::try_from(period).unwrap_or(u32::MAX)
}

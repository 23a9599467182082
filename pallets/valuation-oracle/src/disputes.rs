// SPDX-License-Identifier: Apache-2.0

//! Disputes of reports: from the disputer's bond to who pays.

use crate::{
	pallet::DisputeOf, Answers, Config, Dispute, Disputes, Error, Event, HoldReason, Models,
	NextDisputeId, Operators, Pallet, Reports, HISTORY, MAX_PAGE,
};
use alloc::vec::Vec;
use cadastre_primitives::{
	traits::ValuedAssets, Balance, DisputeId, DisputeInfo, DisputeStage, FeedId, ModelId,
	ModelStatus, Verdict,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{
		fungible::hold::{Balanced as _, Mutate as _},
		tokens::Precision,
		EnsureOriginWithArg, Get, Imbalance, OnUnbalanced,
	},
	BoundedVec,
};
use frame_system::pallet_prelude::OriginFor;
use sp_core::H256;
use sp_runtime::traits::EnsureAdd;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_dispute(
		disputer: T::AccountId,
		feed: FeedId,
		model: ModelId,
		ground: H256,
	) -> DispatchResult {
		let mut answer = Answers::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		let mut record = Models::<T>::get(model).ok_or(Error::<T>::UnknownModel)?;
		let (round, operator, now) = (answer.round, record.operator, Self::now());
		let slot = round.checked_rem(HISTORY).unwrap_or_default();
		let mut report = Reports::<T>::get(feed, (model, slot)).ok_or(Error::<T>::UnknownReport)?;
		ensure!(round > 0 && report.round == round, Error::<T>::UnknownReport);
		ensure!(now < answer.disputable_until, Error::<T>::TooLate);
		ensure!(!report.disputed, Error::<T>::AlreadyDisputed);
		ensure!(T::Assets::identity(&disputer) != Some(operator), Error::<T>::PartyCannotJudge);
		let terms = T::Terms::get();
		let bond = terms.dispute_bond;
		T::Currency::hold(&HoldReason::Dispute.into(), &disputer, bond)?;
		answer.disputes = answer.disputes.ensure_add(1)?;
		record.disputes = record.disputes.ensure_add(1)?;
		Operators::<T>::try_mutate_exists(operator, |owner| -> DispatchResult {
			let owner = owner.as_mut().ok_or(Error::<T>::NotOperator)?;
			owner.disputes = owner.disputes.ensure_add(1)?;
			Ok(())
		})?;
		report.disputed = true;
		let dispute = NextDisputeId::<T>::get();
		NextDisputeId::<T>::put(dispute.ensure_add(1)?);
		let opened = Dispute {
			feed,
			model,
			operator,
			round,
			report: report.report,
			disputer: disputer.clone(),
			bond,
			ground,
			stage: DisputeStage::Opened,
			until: now.saturating_add(terms.step_period),
			votes: BoundedVec::new(),
			appeal: None,
		};
		Disputes::<T>::insert(dispute, opened);
		Reports::<T>::insert(feed, (model, slot), report);
		Answers::<T>::insert(feed, answer);
		Models::<T>::insert(model, record);
		let event = Event::ReportDisputed { dispute, feed, round, model, disputer, bond, ground };
		Self::deposit_event(event);
		Ok(())
	}

	pub(crate) fn do_answer_dispute(
		who: T::AccountId,
		dispute: DisputeId,
		opening: H256,
	) -> DispatchResult {
		let mut record = Self::open_dispute(dispute)?;
		ensure!(Self::acts_for(&who, &record), Error::<T>::NotOperator);
		ensure!(record.stage == DisputeStage::Opened, Error::<T>::WrongStage);
		Self::step_to(&mut record, DisputeStage::Answered)?;
		Disputes::<T>::insert(dispute, record);
		Self::deposit_event(Event::DisputeAnswered { dispute, opening });
		Ok(())
	}

	// Open to anybody: a friend of the operator who disputes a false report and then lets the
	// dispute go would protect it from a real one.
	pub(crate) fn do_escalate(dispute: DisputeId) -> DispatchResult {
		let mut record = Self::open_dispute(dispute)?;
		ensure!(record.stage == DisputeStage::Answered, Error::<T>::WrongStage);
		Self::step_to(&mut record, DisputeStage::Panel)?;
		Disputes::<T>::insert(dispute, record);
		Self::deposit_event(Event::DisputeEscalated { dispute });
		Ok(())
	}

	pub(crate) fn do_judge(
		appraiser: T::AccountId,
		dispute: DisputeId,
		uphold: bool,
	) -> DispatchResult {
		let mut record = Self::open_dispute(dispute)?;
		ensure!(record.stage == DisputeStage::Panel, Error::<T>::WrongStage);
		ensure!(Self::now() < record.until, Error::<T>::TooLate);
		let identity = T::Assets::identity(&appraiser);
		let is_party = appraiser == record.disputer
			|| Self::acts_for(&appraiser, &record)
			|| identity.is_some_and(|identity| {
				identity == record.operator
					|| T::Assets::identity(&record.disputer) == Some(identity)
			});
		ensure!(!is_party, Error::<T>::PartyCannotJudge);
		ensure!(
			record.votes.iter().all(|(voter, _)| *voter != appraiser),
			Error::<T>::AlreadyVoted
		);
		let vote = (appraiser.clone(), uphold);
		record.votes.try_push(vote).map_err(|_| Error::<T>::TooManyVotes)?;
		Disputes::<T>::insert(dispute, record);
		Self::deposit_event(Event::DisputeVoted { dispute, appraiser, uphold });
		Ok(())
	}

	pub(crate) fn do_appeal(appellant: T::AccountId, dispute: DisputeId) -> DispatchResult {
		let mut record = Self::open_dispute(dispute)?;
		let DisputeStage::Judged(verdict) = record.stage else {
			return Err(Error::<T>::WrongStage.into());
		};
		let may = match verdict {
			Verdict::Upheld => Self::acts_for(&appellant, &record),
			Verdict::Rejected => record.disputer == appellant,
			Verdict::Undecided => {
				record.disputer == appellant || Self::acts_for(&appellant, &record)
			},
		};
		ensure!(may, Error::<T>::NotLoser);
		Self::step_to(&mut record, DisputeStage::Appealed(verdict))?;
		let bond = T::Terms::get().dispute_bond;
		T::Currency::hold(&HoldReason::Dispute.into(), &appellant, bond)?;
		record.appeal = Some((appellant.clone(), bond));
		Disputes::<T>::insert(dispute, record);
		Self::deposit_event(Event::DisputeAppealed { dispute, appellant, bond });
		Ok(())
	}

	pub(crate) fn do_decide(
		origin: OriginFor<T>,
		dispute: DisputeId,
		uphold: bool,
	) -> DispatchResult {
		let record = Self::open_dispute(dispute)?;
		T::HoldersOrigin::ensure_origin(origin, &record.feed.asset)?;
		let DisputeStage::Appealed(judged) = record.stage else {
			return Err(Error::<T>::WrongStage.into());
		};
		ensure!(Self::now() < record.until, Error::<T>::TooLate);
		let verdict = if uphold { Verdict::Upheld } else { Verdict::Rejected };
		Self::close(dispute, record, verdict, verdict == judged)
	}

	pub(crate) fn do_close_dispute(dispute: DisputeId) -> DispatchResult {
		let mut record = Self::open_dispute(dispute)?;
		let now = Self::now();
		ensure!(now >= record.until, Error::<T>::TooEarly);
		match record.stage {
			DisputeStage::Opened => Self::close(dispute, record, Verdict::Upheld, false),
			DisputeStage::Answered => Self::close(dispute, record, Verdict::Rejected, false),
			DisputeStage::Judged(verdict) | DisputeStage::Appealed(verdict) => {
				Self::close(dispute, record, verdict, false)
			},
			DisputeStage::Panel => {
				let (uphold, reject) = record.tally();
				let verdict = match uphold.cmp(&reject) {
					core::cmp::Ordering::Greater => Verdict::Upheld,
					core::cmp::Ordering::Less => Verdict::Rejected,
					core::cmp::Ordering::Equal => Verdict::Undecided,
				};
				record.stage = DisputeStage::Judged(verdict);
				record.until = now.saturating_add(T::Terms::get().step_period);
				Disputes::<T>::insert(dispute, record);
				Self::deposit_event(Event::DisputeJudged { dispute, verdict });
				Ok(())
			},
		}
	}

	fn open_dispute(dispute: DisputeId) -> Result<DisputeOf<T>, DispatchError> {
		Disputes::<T>::get(dispute).ok_or_else(|| Error::<T>::UnknownDispute.into())
	}

	/// Whether an account acts for the operator whose report is disputed.
	fn acts_for(who: &T::AccountId, record: &DisputeOf<T>) -> bool {
		Operators::<T>::get(record.operator).is_some_and(|operator| operator.account == *who)
	}

	/// The next step, if this one is not over.
	fn step_to(record: &mut DisputeOf<T>, stage: DisputeStage) -> DispatchResult {
		let now = Self::now();
		ensure!(now < record.until, Error::<T>::TooLate);
		record.stage = stage;
		record.until = now.saturating_add(T::Terms::get().step_period);
		Ok(())
	}

	/// Closes a dispute: who lost pays, what was wrong is withdrawn, and everything that it stopped
	/// goes on.
	fn close(
		dispute: DisputeId,
		record: DisputeOf<T>,
		verdict: Verdict,
		in_vain: bool,
	) -> DispatchResult {
		let reason = HoldReason::Dispute.into();
		let mut forfeited = 0;
		if let Some((appellant, bond)) = &record.appeal {
			if in_vain {
				let (credit, _) = T::Currency::slash(&reason, appellant, *bond);
				forfeited = credit.peek();
				T::OnSlash::on_unbalanced(credit);
			} else {
				T::Currency::release(&reason, appellant, *bond, Precision::Exact)?;
			}
		}
		let (slashed, reward) = Self::settle(&record, verdict)?;
		Operators::<T>::mutate_extant(record.operator, |operator| {
			operator.disputes = operator.disputes.saturating_sub(1);
		});
		Models::<T>::mutate_extant(record.model, |model| {
			model.disputes = model.disputes.saturating_sub(1);
			if verdict == Verdict::Upheld && model.status == ModelStatus::Approved {
				model.status = ModelStatus::Suspended;
			}
		});
		let now = Self::now();
		Answers::<T>::mutate_extant(record.feed, |answer| {
			// A later answer does not rest on the report.
			if answer.round == record.round {
				if verdict == Verdict::Upheld {
					answer.withdraw(now);
				}
				answer.disputes = answer.disputes.saturating_sub(1);
			}
		});
		Disputes::<T>::remove(dispute);
		let event = Event::DisputeClosed { dispute, verdict, slashed, reward, forfeited };
		Self::deposit_event(event);
		Ok(())
	}

	/// Lets the loser pay. Answers what it paid, and what the winner got of it.
	fn settle(
		record: &DisputeOf<T>,
		verdict: Verdict,
	) -> Result<(Balance, Balance), DispatchError> {
		let reason = HoldReason::Dispute.into();
		let operator = Operators::<T>::get(record.operator);
		if verdict != Verdict::Rejected {
			T::Currency::release(&reason, &record.disputer, record.bond, Precision::Exact)?;
		}
		let (credit, winner) = match (verdict, operator) {
			(Verdict::Upheld, Some(operator)) => {
				let part = T::Terms::get().slash.mul_ceil(operator.bond);
				(Self::take_bond(record.operator, part), &record.disputer)
			},
			(Verdict::Rejected, Some(operator)) => {
				let (credit, _) = T::Currency::slash(&reason, &record.disputer, record.bond);
				return Ok((credit.peek(), Self::share_out(credit, &operator.account)));
			},
			_ => return Ok((0, 0)),
		};
		Ok((credit.peek(), Self::share_out(credit, winner)))
	}

	pub(crate) fn dispute_page(
		after: Option<DisputeId>,
		limit: u32,
	) -> Vec<DisputeInfo<T::AccountId>> {
		let disputes = match after {
			Some(id) => Disputes::<T>::iter_from(Disputes::<T>::hashed_key_for(id)),
			None => Disputes::<T>::iter(),
		};
		disputes
			.take(usize::try_from(limit.min(MAX_PAGE)).unwrap_or_default())
			.map(|(id, dispute)| DisputeInfo {
				id,
				feed: dispute.feed,
				model: dispute.model,
				round: dispute.round,
				votes: dispute.tally(),
				disputer: dispute.disputer,
				stage: dispute.stage,
				until: dispute.until,
			})
			.collect()
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Operators with their bonds, and models with their cards.

use crate::{
	math::MIN_WEIGHT,
	pallet::{CardOf, CreditOf, OperatorOf},
	rules::MAX_PERIOD,
	CardRecord, Cards, Config, Error, Event, HoldReason, Model, Models, NextModelId, Operator,
	Operators, Pallet, Scored, Scores, SCORES,
};
use cadastre_primitives::{
	traits::ValuedAssets, Balance, InvestorId, ModelCard, ModelId, ModelStatus, Moment,
};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{
		fungible::{
			hold::{Balanced as _, Mutate as _},
			Balanced as _,
		},
		tokens::Precision,
		Consideration, ConstU32, Footprint, Get, Imbalance, OnUnbalanced,
	},
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::traits::{EnsureAdd, EnsureSub};

impl<T: Config> Pallet<T> {
	/// What an operator pays for with a model: the model, its card and its record of outcomes.
	pub fn model_footprint() -> Footprint {
		let length = Model::max_encoded_len()
			.saturating_add(CardOf::<T>::max_encoded_len())
			.saturating_add(BoundedVec::<Scored, ConstU32<SCORES>>::max_encoded_len());
		Footprint::from_parts(3, length)
	}

	pub(crate) fn do_bond(account: T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let operator = T::Assets::identity(&account).ok_or(Error::<T>::UnknownIdentity)?;
		let mut record = match Operators::<T>::get(operator) {
			Some(record) => {
				ensure!(record.account == account, Error::<T>::NotOperator);
				record
			},
			None => Operator {
				account: account.clone(),
				bond: 0,
				leaving_at: None,
				models: 0,
				seats: 0,
				disputes: 0,
			},
		};
		T::Currency::hold(&HoldReason::Bond.into(), &account, amount)?;
		record.bond = record.bond.ensure_add(amount)?;
		record.leaving_at = None;
		let bond = record.bond;
		Operators::<T>::insert(operator, record);
		Self::deposit_event(Event::Bonded { operator, account, amount, bond });
		Ok(())
	}

	pub(crate) fn do_announce_withdrawal(
		who: T::AccountId,
		operator: InvestorId,
	) -> DispatchResult {
		let mut record = Self::own_operator(&who, operator)?;
		ensure!(record.leaving_at.is_none(), Error::<T>::AlreadyLeaving);
		ensure!(record.seats == 0 && record.disputes == 0, Error::<T>::StillInUse);
		let leaving_at = Self::now().saturating_add(T::Terms::get().withdrawal_delay);
		record.leaving_at = Some(leaving_at);
		Operators::<T>::insert(operator, record);
		Self::deposit_event(Event::WithdrawalAnnounced { operator, leaving_at });
		Ok(())
	}

	pub(crate) fn do_withdraw_bond(account: T::AccountId, operator: InvestorId) -> DispatchResult {
		let record = Self::own_operator(&account, operator)?;
		let leaving_at = record.leaving_at.ok_or(Error::<T>::NotLeaving)?;
		ensure!(Self::now() >= leaving_at, Error::<T>::TooEarly);
		let unused = record.models == 0 && record.seats == 0 && record.disputes == 0;
		ensure!(unused, Error::<T>::StillInUse);
		let amount = record.bond;
		T::Currency::release(&HoldReason::Bond.into(), &account, amount, Precision::Exact)?;
		Operators::<T>::remove(operator);
		Self::deposit_event(Event::BondWithdrawn { operator, account, amount });
		Ok(())
	}

	pub(crate) fn do_propose_model(who: T::AccountId, card: ModelCard) -> DispatchResult {
		let operator = T::Assets::identity(&who).ok_or(Error::<T>::NotOperator)?;
		let mut owner = Self::own_operator(&who, operator)?;
		ensure!(owner.leaving_at.is_none(), Error::<T>::AlreadyLeaving);
		ensure!(owner.bond >= T::Terms::get().min_bond, Error::<T>::BondTooLow);
		ensure!(is_card(&card), Error::<T>::BadCard);
		ensure!(Self::unit_fits(card.metric, card.unit, card.decimals), Error::<T>::WrongUnit);
		let model = NextModelId::<T>::get();
		NextModelId::<T>::put(model.ensure_add(1)?);
		owner.models = owner.models.ensure_add(1)?;
		Operators::<T>::insert(operator, owner);
		let record = Model {
			operator,
			status: ModelStatus::Proposed,
			expires_at: 0,
			weight: MIN_WEIGHT,
			seats: 0,
			disputes: 0,
		};
		Models::<T>::insert(model, record);
		let (artefact, digest) = (card.artefact, card.card);
		let ticket = T::RecordDeposit::new(&who, Self::model_footprint())?;
		Cards::<T>::insert(model, CardRecord { card, ticket });
		Self::deposit_event(Event::ModelProposed { model, operator, artefact, card: digest });
		Ok(())
	}

	pub(crate) fn do_approve_model(model: ModelId, expires_at: Moment) -> DispatchResult {
		let mut record = Models::<T>::get(model).ok_or(Error::<T>::UnknownModel)?;
		ensure!(record.status != ModelStatus::Retired, Error::<T>::WrongStatus);
		let now = Self::now();
		let in_bounds = now < expires_at && expires_at <= now.saturating_add(MAX_PERIOD);
		ensure!(in_bounds, Error::<T>::InvalidPeriod);
		if record.status == ModelStatus::Suspended {
			Scores::<T>::remove(model);
			record.weight = MIN_WEIGHT;
		}
		record.status = ModelStatus::Approved;
		record.expires_at = expires_at;
		Models::<T>::insert(model, record);
		Self::deposit_event(Event::ModelApproved { model, expires_at });
		Ok(())
	}

	pub(crate) fn do_suspend_model(model: ModelId, reason: H256) -> DispatchResult {
		let mut record = Models::<T>::get(model).ok_or(Error::<T>::UnknownModel)?;
		ensure!(record.status == ModelStatus::Approved, Error::<T>::WrongStatus);
		record.status = ModelStatus::Suspended;
		Models::<T>::insert(model, record);
		Self::deposit_event(Event::ModelSuspended { model, reason });
		Ok(())
	}

	pub(crate) fn do_retire_model(who: T::AccountId, model: ModelId) -> DispatchResult {
		let (mut record, _) = Self::own_model(&who, model)?;
		ensure!(record.status != ModelStatus::Retired, Error::<T>::WrongStatus);
		record.status = ModelStatus::Retired;
		Models::<T>::insert(model, record);
		Self::deposit_event(Event::ModelRetired { model });
		Ok(())
	}

	pub(crate) fn do_remove_model(who: T::AccountId, model: ModelId) -> DispatchResult {
		let (record, mut owner) = Self::own_model(&who, model)?;
		ensure!(record.status == ModelStatus::Retired, Error::<T>::WrongStatus);
		ensure!(record.seats == 0 && record.disputes == 0, Error::<T>::StillInUse);
		owner.models = owner.models.ensure_sub(1)?;
		Operators::<T>::insert(record.operator, owner);
		Models::<T>::remove(model);
		Scores::<T>::remove(model);
		if let Some(card) = Cards::<T>::take(model) {
			card.ticket.drop(&who)?;
		}
		Self::deposit_event(Event::ModelRemoved { model });
		Ok(())
	}

	/// An operator, if the account acts for it.
	fn own_operator(
		who: &T::AccountId,
		operator: InvestorId,
	) -> Result<OperatorOf<T>, DispatchError> {
		let record = Operators::<T>::get(operator).ok_or(Error::<T>::NotOperator)?;
		ensure!(record.account == *who, Error::<T>::NotOperator);
		Ok(record)
	}

	/// A model and its operator, if the account acts for it.
	pub(crate) fn own_model(
		who: &T::AccountId,
		model: ModelId,
	) -> Result<(Model, OperatorOf<T>), DispatchError> {
		let record = Models::<T>::get(model).ok_or(Error::<T>::UnknownModel)?;
		let owner = Self::own_operator(who, record.operator)?;
		Ok((record, owner))
	}

	/// Takes up to an amount from an operator's bond. Nothing if there is no such operator.
	pub(crate) fn take_bond(operator: InvestorId, amount: Balance) -> CreditOf<T> {
		Operators::<T>::mutate_extant(operator, |record| {
			let amount = amount.min(record.bond);
			let (credit, _) = T::Currency::slash(&HoldReason::Bond.into(), &record.account, amount);
			record.bond = record.bond.saturating_sub(credit.peek());
			Some(credit)
		})
		.unwrap_or_else(CreditOf::<T>::zero)
	}

	/// Pays half of what a loser lost to the winner, rounded down, the rest to where slashes go.
	/// What cannot be paid, because the winner's account is gone, goes there too. Answers what was
	/// paid.
	pub(crate) fn share_out(credit: CreditOf<T>, winner: &T::AccountId) -> Balance {
		let half = credit.peek() / 2;
		let (reward, rest) = credit.split(half);
		T::OnSlash::on_unbalanced(rest);
		match T::Currency::resolve(winner, reward) {
			Ok(()) => half,
			Err(reward) => {
				T::OnSlash::on_unbalanced(reward);
				0
			},
		}
	}
}

/// Whether a card says what it has to, and no part in it is over a whole.
fn is_card(card: &ModelCard) -> bool {
	let digests = [card.artefact, card.code, card.training_data, card.card];
	let metrics = &card.metrics;
	digests.iter().all(|digest| *digest != H256::zero())
		&& !card.uri.is_empty()
		&& card.uri.iter().all(u8::is_ascii_graphic)
		&& !card.classes.is_empty()
		&& metrics.coverage <= 1_000_000
		&& metrics.within_ten <= 1_000_000
		&& metrics.tested_from <= metrics.tested_until
}

// SPDX-License-Identifier: Apache-2.0

//! Due process: how an order is made, approved, contested, carried out and ended.
//!
//! No single account moves what it does not own: one role proposes, another one approves, and what
//! takes shares or keys away waits in between for an appeal. The table is in [`crate::order_rules`].

use crate::{
	order_rules::{kept, kept_now, procedure, Approver, Procedure, Proposer, Then},
	order_types::{
		Action, Appeal, Appellant, Ground, Heard, OpenOrder, OrderId, OrderInfo, OrderKind, Stage,
		Target,
	},
	pallet::{OrderListOf, OrderOf},
	settle::with_notices,
	weights::WeightInfo,
	Books, Config, Error, Event, NextOrderId, Orders, OrdersOf, Pallet, Position, Positions,
};
use alloc::vec::Vec;
use cadastre_primitives::{traits::Gatekeeper, AssetId, Balance, InvestorId, Moment, Reason};
use frame_support::{
	ensure,
	pallet_prelude::{
		DispatchError, DispatchResult, DispatchResultWithPostInfo, Get, MaxEncodedLen,
	},
	traits::{Consideration, EnsureOrigin, EnsureOriginWithArg, Footprint},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;
use sp_runtime::traits::{EnsureAdd, EnsureAddAssign, EnsureSub};

/// Making an order.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_order(
		origin: OriginFor<T>,
		action: Action<T::AccountId>,
		ground: Ground,
		digest: H256,
	) -> DispatchResult {
		let target = Self::target_of(&action)?;
		let rule = Self::procedure_of(action.kind());
		let proposer = Self::ensure_proposer(origin, &rule, target)?;
		Self::ensure_possible(&action, target)?;
		let now = Self::now();
		let order = OrderOf::<T> {
			target,
			ground,
			digest,
			proposed_at: now,
			accepted: false,
			stage: Stage::Proposed { until: now.ensure_add(rule.approval)? },
			appeal: None,
			heard: Heard::default(),
			ticket: T::OrderDeposit::new(&proposer, Self::order_footprint())?,
			action: action.clone(),
			proposer: proposer.clone(),
		};
		let id = NextOrderId::<T>::get();
		NextOrderId::<T>::put(id.ensure_add(1)?);
		let line = order.line(id, &rule);
		Self::with_list(target, |list| {
			let barred = line.bars_until.is_some() && list.iter().any(|other| other.bars(now));
			ensure!(!barred, Error::<T>::UnconfirmedOrder);
			// Two recoveries at a time would race for one investor.
			let recovers = matches!(target, Target::Investor { .. });
			ensure!(!recovers || list.is_empty(), Error::<T>::RecoveryPending);
			list.try_push(line).map_err(|_| Error::<T>::TooManyOrders.into())
		})?;
		Self::count_order(target, true)?;
		Orders::<T>::insert(id, order);
		Self::deposit_event(Event::OrderProposed {
			order: id,
			action,
			ground,
			digest,
			by: proposer,
		});
		Ok(())
	}

	/// Against what an action is. What ends another order is against the same.
	fn target_of(action: &Action<T::AccountId>) -> Result<Target, DispatchError> {
		Ok(match *action {
			Action::Freeze { asset, investor, .. }
			| Action::EmergencyFreeze { asset, investor, .. }
			| Action::ForcedTransfer { asset, from: investor, .. }
			| Action::Cancellation { asset, from: investor, .. } => Target::Position { asset, investor },
			Action::Suspension { asset } => Target::Book { asset },
			Action::Recovery { investor, .. } => Target::Investor { investor },
			Action::Release { order, .. } | Action::Resumption { order } => {
				Self::order_or_fail(order)?.target
			},
		})
	}

	fn ensure_proposer(
		origin: OriginFor<T>,
		rule: &Procedure,
		target: Target,
	) -> Result<T::AccountId, DispatchError> {
		match (rule.proposer, target.asset(), target.investor()) {
			(Proposer::TransferAgent, Some(asset), _) => {
				Ok(T::TransferAgentOrigin::ensure_origin(origin, &asset)?)
			},
			(Proposer::RecoveryAgent, _, Some(investor)) => {
				Ok(T::RecoveryOrigin::ensure_origin(origin, &investor)?)
			},
			_ => Err(DispatchError::BadOrigin),
		}
	}

	/// What can be seen to be wrong at the proposal already. Whether a movement goes ahead is
	/// examined when it is executed.
	fn ensure_possible(action: &Action<T::AccountId>, target: Target) -> DispatchResult {
		if let Some(asset) = target.asset() {
			ensure!(Books::<T>::contains_key(asset), Self::unknown_asset());
		}
		if let Some(investor) = target.investor() {
			// An investor whose provider has revoked it may still hold shares.
			let holds = |asset| Positions::<T>::contains_key(asset, investor);
			let known =
				target.asset().is_some_and(holds) || T::Gatekeeper::eligibility(investor).is_some();
			ensure!(known, Error::<T>::UnknownInvestor);
		}
		let zero = || T::Gatekeeper::refusal(Reason::ZeroAmount);
		match action {
			Action::Freeze { amount, .. } | Action::EmergencyFreeze { amount, .. } => {
				ensure!(*amount != Some(0), zero());
			},
			Action::Cancellation { amount, .. } => ensure!(*amount > 0, zero()),
			Action::ForcedTransfer { from, to, amount, .. } => {
				ensure!(*amount > 0, zero());
				let receiver = T::Gatekeeper::key(to)
					.ok_or_else(|| T::Gatekeeper::refusal(Reason::UnknownKey))?;
				let same = receiver.investor == *from;
				ensure!(!same, T::Gatekeeper::refusal(Reason::SameInvestor));
			},
			Action::Release { order, amount } => {
				ensure!(*amount != Some(0), zero());
				Self::remainder(&Self::order_or_fail(*order)?, *amount)?;
			},
			Action::Resumption { order } => Self::ensure_halts(&Self::order_or_fail(*order)?)?,
			Action::Suspension { .. } => (),
			Action::Recovery { account, .. } => {
				ensure!(T::Gatekeeper::key(account).is_none(), Error::<T>::KeyInUse);
			},
		}
		Ok(())
	}
}

/// Approval and execution.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_approve_order(origin: OriginFor<T>, id: OrderId) -> DispatchResult {
		let mut order = Self::order_or_fail(id)?;
		let rule = Self::procedure_of(order.action.kind());
		let by = Self::ensure_approver(origin, &rule, order.target)?;
		if let Some(by) = &by {
			Self::ensure_other_party(&order.proposer, by)?;
		}
		let now = Self::now();
		Self::ensure_live(&order, now)?;
		ensure!(matches!(order.stage, Stage::Proposed { .. }), Error::<T>::AlreadyApproved);
		let consents = order.accepted || !matches!(order.action, Action::Recovery { .. });
		ensure!(consents, Error::<T>::NotAccepted);
		let periods = T::Periods::get();
		match rule.then {
			Then::Waits(wait) => {
				let from = now.ensure_add(wait)?;
				let until = from.ensure_add(periods.execution)?;
				order.stage = Stage::Approved { from, until };
				Self::deposit_event(Event::OrderApproved { order: id, by, from, until });
				Self::put_order(id, order)
			},
			Then::Stands => {
				let appeal_until = now.ensure_add(periods.appeal)?;
				order.stage = Stage::InForce { appeal_until };
				let event = Event::OrderApproved { order: id, by, from: now, until: appeal_until };
				Self::deposit_event(event);
				Self::put_order(id, order)
			},
			Then::Executes => {
				let event = Event::OrderApproved { order: id, by, from: now, until: now };
				Self::deposit_event(event);
				Self::carry_out(id, order).map(|_| ())
			},
		}
	}

	/// Who approves, if it is an account. The authority is a body; should it ever be an account, it
	/// is held to what holds for accounts.
	fn ensure_approver(
		origin: OriginFor<T>,
		rule: &Procedure,
		target: Target,
	) -> Result<Option<T::AccountId>, DispatchError> {
		let signer = ensure_signed(origin.clone()).ok();
		if T::AuthorityOrigin::ensure_origin(origin.clone()).is_ok() {
			return Ok(signer);
		}
		match (rule.approver, target.asset()) {
			(Approver::SecondRole, Some(asset)) => {
				Ok(Some(T::ApproverOrigin::ensure_origin(origin, &asset)?))
			},
			_ => Err(DispatchError::BadOrigin),
		}
	}

	/// Two accounts are two parties, unless they are keys of one investor.
	fn ensure_other_party(one: &T::AccountId, other: &T::AccountId) -> DispatchResult {
		let investor = |who| T::Gatekeeper::key(who).map(|key| key.investor);
		let same = one == other || investor(one).is_some_and(|one| investor(other) == Some(one));
		ensure!(!same, Error::<T>::SameParty);
		Ok(())
	}

	pub(crate) fn do_execute_order(id: OrderId) -> DispatchResultWithPostInfo {
		let order = Self::order_or_fail(id)?;
		let now = Self::now();
		Self::ensure_live(&order, now)?;
		let Stage::Approved { from, .. } = order.stage else {
			return Err(Error::<T>::NotApproved.into());
		};
		ensure!(now >= from, Error::<T>::StillWaiting);
		let weight = match order.action {
			Action::Recovery { .. } => T::WeightInfo::execute_recovery(),
			_ => T::WeightInfo::execute_order(),
		};
		let told = Self::carry_out(id, order)?;
		Ok(Some(with_notices::<T>(weight, told)).into())
	}

	/// Does what an order says, and ends it. Answers of how many positions the layer above was told.
	fn carry_out(id: OrderId, order: OrderOf<T>) -> Result<u32, DispatchError> {
		let action = order.action.clone();
		// What it kept is free for the movement; what other orders keep stays kept.
		Self::remove_order(id, order)?;
		Self::deposit_event(Event::OrderExecuted { order: id });
		match action {
			Action::Release { order, amount } => Self::release(id, order, amount).map(|()| 0),
			Action::Resumption { order } => Self::resume(id, order).map(|()| 0),
			Action::ForcedTransfer { asset, from, to, amount } => {
				Self::do_forced_transfer(asset, from, &to, amount).map(|touched| touched.told)
			},
			Action::Cancellation { asset, from, amount } => {
				Self::do_cancel(asset, from, amount).map(|touched| touched.told)
			},
			Action::Recovery { investor, account } => {
				T::Gatekeeper::recover(investor, &account).map(|()| 0)
			},
			// They stand: nobody carries them out.
			Action::Freeze { .. } | Action::EmergencyFreeze { .. } | Action::Suspension { .. } => {
				Err(Error::<T>::NotApproved.into())
			},
		}
	}

	/// Ends or lessens a freeze.
	fn release(by: OrderId, id: OrderId, amount: Option<Balance>) -> DispatchResult {
		let mut order = Self::order_or_fail(id)?;
		let left = Self::remainder(&order, amount)?;
		let old = order.action.keeps();
		Self::deposit_event(Event::OrderReleased { order: id, by, old, new: left });
		match &mut order.action {
			Action::Freeze { amount, .. } | Action::EmergencyFreeze { amount, .. } if left > 0 => {
				*amount = Some(left);
				Self::put_order(id, order)
			},
			_ => Self::remove_order(id, order),
		}
	}

	/// What a freeze would still keep after a release of `amount`.
	fn remainder(order: &OrderOf<T>, amount: Option<Balance>) -> Result<Balance, DispatchError> {
		let (Action::Freeze { amount: kept, .. } | Action::EmergencyFreeze { amount: kept, .. }) =
			order.action
		else {
			return Err(Error::<T>::NotInForce.into());
		};
		ensure!(matches!(order.stage, Stage::InForce { .. }), Error::<T>::NotInForce);
		match (amount, kept) {
			(None, _) => Ok(0),
			(Some(amount), Some(kept)) => Ok(kept.saturating_sub(amount)),
			// What comes later has no number of which a part could be taken.
			(Some(_), None) => Err(Error::<T>::NotDivisible.into()),
		}
	}

	/// Ends a suspension.
	fn resume(by: OrderId, id: OrderId) -> DispatchResult {
		let order = Self::order_or_fail(id)?;
		Self::ensure_halts(&order)?;
		let old = order.action.keeps();
		Self::deposit_event(Event::OrderReleased { order: id, by, old, new: 0 });
		Self::remove_order(id, order)
	}

	fn ensure_halts(order: &OrderOf<T>) -> DispatchResult {
		let halts = matches!(
			(&order.action, order.stage),
			(Action::Suspension { .. }, Stage::InForce { .. })
		);
		ensure!(halts, Error::<T>::NotInForce);
		Ok(())
	}

	pub(crate) fn do_accept_recovery(who: T::AccountId, id: OrderId) -> DispatchResult {
		let mut order = Self::order_or_fail(id)?;
		let Action::Recovery { investor, account } = &order.action else {
			return Err(Error::<T>::NotNominee.into());
		};
		ensure!(*account == who, Error::<T>::NotNominee);
		Self::ensure_live(&order, Self::now())?;
		ensure!(!order.accepted, Error::<T>::AlreadyAccepted);
		let investor = *investor;
		order.accepted = true;
		Orders::<T>::insert(id, order);
		Self::deposit_event(Event::RecoveryAccepted { order: id, investor, account: who });
		Ok(())
	}
}

/// Appeals, and how an order ends without being carried out.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_appeal_order(who: T::AccountId, id: OrderId, digest: H256) -> DispatchResult {
		let mut order = Self::order_or_fail(id)?;
		let now = Self::now();
		let appellant = Self::ensure_concerned(&who, &order, now)?;
		Self::ensure_live(&order, now)?;
		ensure!(order.appealable_until(now).is_some(), Error::<T>::AppealExpired);
		let until = now.ensure_add(T::Periods::get().decision)?;
		let ticket = T::AppealDeposit::new(&who, Self::appeal_footprint())?;
		order.appeal = Some(Appeal { appellant, by: who.clone(), digest, at: now, until, ticket });
		Self::put_order(id, order)?;
		Self::deposit_event(Event::OrderAppealed { order: id, by: who, digest, until });
		Ok(())
	}

	/// In whose right an account may appeal: a key of the investor concerned, whatever its rights
	/// and even if the investor is blocked; or the issuer of the asset.
	fn ensure_concerned(
		who: &T::AccountId,
		order: &OrderOf<T>,
		now: Moment,
	) -> Result<Appellant, DispatchError> {
		let is_key = T::Gatekeeper::key(who).is_some_and(|key| {
			Some(key.investor) == order.target.investor()
				&& key.expires_at.is_none_or(|end| now < end)
		});
		let asset = order.target.asset();
		let is_issuer = asset.and_then(Books::<T>::get).is_some_and(|book| book.issuer == *who);
		ensure!(is_key || is_issuer, Error::<T>::NotConcerned);
		[(is_key, Appellant::Investor), (is_issuer, Appellant::Issuer)]
			.into_iter()
			.find(|(is, appellant)| *is && !order.heard.has(*appellant))
			.map(|(_, appellant)| appellant)
			.ok_or_else(|| Error::<T>::AlreadyAppealed.into())
	}

	pub(crate) fn do_decide_appeal(id: OrderId, upheld: bool, digest: H256) -> DispatchResult {
		let mut order = Self::order_or_fail(id)?;
		let now = Self::now();
		let appealed_at = order.appeal.as_ref().ok_or(Error::<T>::NoAppeal)?.at;
		ensure!(!order.is_lapsed(now), Error::<T>::OrderHasLapsed);
		Self::deposit_event(Event::AppealDecided { order: id, upheld, digest });
		if upheld {
			return Self::end_order(id, order, now);
		}
		// The clock stood still while the order could not go on.
		order.stage = order.stage.later(now.saturating_sub(appealed_at));
		Self::close_appeal(&mut order)?;
		Self::put_order(id, order)
	}

	pub(crate) fn do_withdraw_order(who: T::AccountId, id: OrderId) -> DispatchResult {
		let order = Self::order_or_fail(id)?;
		ensure!(order.proposer == who, Error::<T>::NotProposer);
		let now = Self::now();
		ensure!(!order.is_lapsed(now), Error::<T>::OrderHasLapsed);
		// What two roles have put in force, one cannot take back.
		ensure!(!matches!(order.stage, Stage::InForce { .. }), Error::<T>::AlreadyInForce);
		Self::deposit_event(Event::OrderWithdrawn { order: id });
		Self::end_order(id, order, now)
	}

	pub(crate) fn do_annul_order(
		origin: OriginFor<T>,
		id: OrderId,
		digest: H256,
	) -> DispatchResult {
		let order = Self::order_or_fail(id)?;
		if T::AuthorityOrigin::ensure_origin(origin.clone()).is_err() {
			// The second role may refuse what it could approve, and no more.
			let rule = Self::procedure_of(order.action.kind());
			Self::ensure_approver(origin, &rule, order.target)?;
			ensure!(matches!(order.stage, Stage::Proposed { .. }), Error::<T>::AlreadyApproved);
		}
		let now = Self::now();
		ensure!(!order.is_lapsed(now), Error::<T>::OrderHasLapsed);
		Self::deposit_event(Event::OrderAnnulled { order: id, digest });
		Self::end_order(id, order, now)
	}

	pub(crate) fn do_prune_order(id: OrderId) -> DispatchResult {
		let order = Self::order_or_fail(id)?;
		let line = order.line(id, &Self::procedure_of(order.action.kind()));
		let over = line.prunable_at().is_some_and(|at| at <= Self::now());
		ensure!(over, Error::<T>::NotLapsed);
		Self::deposit_event(Event::OrderLapsed { order: id });
		Self::remove_order(id, order)
	}

	/// Ends an order that nothing came of. One that acted on the word of one role ends at once, and
	/// its record stays so that it cannot be repeated at once.
	fn end_order(id: OrderId, mut order: OrderOf<T>, now: Moment) -> DispatchResult {
		if !order.is_unconfirmed(&Self::procedure_of(order.action.kind())) {
			return Self::remove_order(id, order);
		}
		Self::close_appeal(&mut order)?;
		order.stage = Stage::Proposed { until: now };
		Self::put_order(id, order)
	}
}

/// The records, the lists of the targets, and what the positions and books say of them.
impl<T: Config> Pallet<T> {
	pub(crate) fn procedure_of(kind: OrderKind) -> Procedure {
		procedure(kind, &T::Periods::get())
	}

	fn order_or_fail(id: OrderId) -> Result<OrderOf<T>, DispatchError> {
		Orders::<T>::get(id).ok_or_else(|| Error::<T>::UnknownOrder.into())
	}

	/// The order has not lapsed and no appeal stops it.
	fn ensure_live(order: &OrderOf<T>, now: Moment) -> DispatchResult {
		ensure!(!order.is_lapsed(now), Error::<T>::OrderHasLapsed);
		ensure!(order.appeal.is_none(), Error::<T>::AppealPending);
		Ok(())
	}

	/// Stores an order that has changed, and what its target sees of it.
	fn put_order(id: OrderId, order: OrderOf<T>) -> DispatchResult {
		let line = order.line(id, &Self::procedure_of(order.action.kind()));
		Self::with_list(order.target, |list| {
			if let Some(known) = list.iter_mut().find(|known| known.order == id) {
				*known = line;
			}
			Ok(())
		})?;
		Orders::<T>::insert(id, order);
		Ok(())
	}

	/// Removes an order: its deposits return to those who paid them.
	fn remove_order(id: OrderId, mut order: OrderOf<T>) -> DispatchResult {
		Self::close_appeal(&mut order)?;
		Orders::<T>::remove(id);
		Self::with_list(order.target, |list| {
			list.retain(|line| line.order != id);
			Ok(())
		})?;
		Self::count_order(order.target, false)?;
		order.ticket.drop(&order.proposer)
	}

	/// Returns the deposit of an open appeal. It is not forfeit: who is in doubt shall ask.
	fn close_appeal(order: &mut OrderOf<T>) -> DispatchResult {
		let Some(appeal) = order.appeal.take() else { return Ok(()) };
		order.heard = order.heard.with(appeal.appellant);
		appeal.ticket.drop(&appeal.by)
	}

	/// Changes the list of a target, and brings position or book in line with it.
	fn with_list(
		target: Target,
		change: impl FnOnce(&mut OrderListOf<T>) -> DispatchResult,
	) -> DispatchResult {
		let mut list = OrdersOf::<T>::get(target);
		let before = kept(&list);
		change(&mut list)?;
		let after = kept(&list);
		if list.is_empty() {
			OrdersOf::<T>::remove(target);
		} else {
			OrdersOf::<T>::insert(target, list);
		}
		if before == after {
			return Ok(());
		}
		match target {
			Target::Position { asset, investor } => {
				if after > before {
					Self::add_frozen(asset, investor, after.ensure_sub(before)?)
				} else {
					Self::remove_frozen(asset, investor, before.ensure_sub(after)?)
				}
			},
			Target::Book { asset } => Self::set_halted(asset, after > 0),
			Target::Investor { .. } => Ok(()),
		}
	}

	/// Counts an order more or less in the book that it concerns: a book with open orders stays.
	fn count_order(target: Target, more: bool) -> DispatchResult {
		let Some(asset) = target.asset() else { return Ok(()) };
		Books::<T>::try_mutate(asset, |book| {
			let book = book.as_mut().ok_or_else(Self::unknown_asset)?;
			if more {
				book.orders.ensure_add_assign(1)?;
			} else {
				book.orders = book.orders.ensure_sub(1)?;
			}
			Ok(())
		})
	}

	fn order_footprint() -> Footprint {
		// With the line in the list of the target, the list if it is the first line, and a position
		// that is kept only because it is frozen.
		let size = [
			OrderOf::<T>::max_encoded_len(),
			OpenOrder::max_encoded_len(),
			Target::max_encoded_len(),
			Position::max_encoded_len(),
		]
		.into_iter()
		.fold(0, usize::saturating_add);
		Footprint::from_parts(1, size)
	}

	fn appeal_footprint() -> Footprint {
		Footprint::from_mel::<Appeal<T::AccountId, T::AppealDeposit>>()
	}
}

/// What the ledger and the view functions ask.
impl<T: Config> Pallet<T> {
	/// How much of a position is frozen now. Orders that have lapsed count no more, also before
	/// somebody prunes them. One read if anything is frozen, none otherwise.
	pub(crate) fn frozen_of(asset: AssetId, investor: InvestorId, position: &Position) -> Balance {
		if position.frozen == 0 {
			return 0;
		}
		kept_now(&OrdersOf::<T>::get(Target::Position { asset, investor }), Self::now())
	}

	/// Whether an order halts the book of an asset now. One read.
	pub(crate) fn halted_now(asset: AssetId) -> bool {
		kept_now(&OrdersOf::<T>::get(Target::Book { asset }), Self::now()) > 0
	}

	pub(crate) fn order_info(id: OrderId) -> Option<OrderInfo<T::AccountId>> {
		let order = Orders::<T>::get(id)?;
		let now = Self::now();
		let line = order.line(id, &Self::procedure_of(order.action.kind()));
		let state = order.state(&line, now);
		Some(OrderInfo {
			order: id,
			state,
			appealable_until: order.appealable_until(now),
			heard: order.heard,
			keeps: if line.is_lapsed(now) { 0 } else { line.keeps },
			action: order.action,
			target: order.target,
			ground: order.ground,
			digest: order.digest,
			proposer: order.proposer,
			proposed_at: order.proposed_at,
			accepted: order.accepted,
		})
	}

	pub(crate) fn open_orders(target: Target) -> Vec<OrderInfo<T::AccountId>> {
		OrdersOf::<T>::get(target).iter().filter_map(|line| Self::order_info(line.order)).collect()
	}
}

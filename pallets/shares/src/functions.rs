// SPDX-License-Identifier: Apache-2.0

//! How a movement is examined and executed.

use crate::{
	rules, weights::WeightInfo, Books, Config, Error, Event, Examination, Pallet, Plan, Position,
	Positions,
};
use alloc::vec::Vec;
use cadastre_primitives::{
	traits::{Gatekeeper, Ledger},
	AssetId, Balance, Bucket, ClassCounts, Country, Facts, Failure, Failures, InvestorId, Key,
	Kind, Moment, PackId, Reason,
};
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, WithPostDispatchInfo},
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, DispatchResultWithPostInfo},
};
use sp_runtime::traits::{EnsureAdd, EnsureAddAssign, EnsureSub, EnsureSubAssign};

impl<T: Config> Pallet<T> {
	/// Every reason against a movement, and the state that it would start from.
	///
	/// The only place that decides: execution and dry run both call it. `from` is `None` for an
	/// issue, `to` is `None` for a redemption.
	pub fn examine(
		asset: AssetId,
		kind: Kind,
		from: Option<&T::AccountId>,
		to: Option<&T::AccountId>,
		amount: Balance,
	) -> Examination<T::AccountId> {
		let Some(book) = Books::<T>::get(asset) else {
			return Examination { failures: collect(rules::unknown_asset(amount)), plan: None };
		};
		let sender = from.map(T::Gatekeeper::key);
		let receiver = to.map(T::Gatekeeper::key);
		let same_investor = match (sender.flatten(), receiver.flatten()) {
			(Some(sender), Some(receiver)) => sender.investor == receiver.investor,
			_ => false,
		};
		let giver = Self::party(asset, sender.flatten());
		let taker = if same_investor { giver } else { Self::party(asset, receiver.flatten()) };

		// A movement between the keys of one investor changes nothing in the circle of holders.
		let moves = amount > 0 && !same_investor;
		let leaves = moves && giver.is_some_and(|(_, position)| position.free == amount);
		// An account that is no key would be a new holder if it were one.
		let joins = moves && to.is_some() && taker.is_none_or(|(_, position)| position.is_empty());
		let plan = Plan { book, from: giver, to: taker, leaves, joins };

		let order = rules::Order {
			kind,
			status: plan.book.status,
			amount,
			available: giver.map(|(_, position)| position.free),
			supply: plan.book.supply,
			authorised: plan.book.authorised,
			same_investor,
		};
		let holds = taker.map_or(0, |(_, position)| position.free);
		let holders_after = plan.holders_after();
		let bucket = |key: Option<Key>| key.map(|key| Bucket::of(&key.eligibility));
		let facts = Facts {
			asset,
			kind,
			sender,
			receiver,
			amount,
			sender_after: giver.map_or(0, |(_, position)| {
				let gives = if same_investor { 0 } else { amount };
				position.free.saturating_sub(gives)
			}),
			receiver_after: match (kind, same_investor) {
				(Kind::Redeem | Kind::Cancellation, _) => 0,
				(_, true) => holds,
				(_, false) => holds.saturating_add(amount),
			},
			whole: match kind {
				Kind::Issue => plan.book.authorised,
				_ => plan.book.supply,
			},
			holders_after,
			adds_holder: holders_after > plan.book.holders,
			joins: if joins { bucket(receiver.flatten()) } else { None },
			leaves: if leaves { bucket(sender.flatten()) } else { None },
			opened_at: 0,
		};
		let (of_rules, _) = T::Gatekeeper::examine(plan.book.pack, &facts, &Uncounted);
		Examination { failures: collect(order.failures().chain(of_rules)), plan: Some(plan) }
	}

	pub(crate) fn do_issue(
		who: T::AccountId,
		asset: AssetId,
		to: T::AccountId,
		amount: Balance,
	) -> DispatchResultWithPostInfo {
		let examination = Self::examine(asset, Kind::Issue, None, Some(&to), amount);
		if let Some(plan) = &examination.plan {
			ensure!(
				plan.book.issuer == who,
				Error::<T>::NotIssuer.with_weight(T::WeightInfo::transfer_refused())
			);
		}
		let plan = Self::approve(examination)?;
		let receiver = investor(&plan.to)?;
		Self::settle(asset, Kind::Issue, plan, amount)?;
		Self::deposit_event(Event::Issued { asset, to: receiver, to_key: to, amount });
		Ok(().into())
	}

	pub(crate) fn do_transfer(
		who: T::AccountId,
		asset: AssetId,
		to: T::AccountId,
		amount: Balance,
	) -> DispatchResultWithPostInfo {
		let examination = Self::examine(asset, Kind::Transfer, Some(&who), Some(&to), amount);
		let plan = Self::approve(examination)?;
		let (giver, receiver) = (investor(&plan.from)?, investor(&plan.to)?);
		let book_written = Self::settle(asset, Kind::Transfer, plan, amount)?;
		Self::deposit_event(Event::Transferred {
			asset,
			from: giver,
			by: who,
			to: receiver,
			to_key: to,
			amount,
		});
		let weight =
			if book_written { T::WeightInfo::transfer() } else { T::WeightInfo::transfer_known() };
		Ok(Some(weight).into())
	}

	pub(crate) fn do_redeem(
		who: T::AccountId,
		asset: AssetId,
		amount: Balance,
	) -> DispatchResultWithPostInfo {
		let examination = Self::examine(asset, Kind::Redeem, Some(&who), None, amount);
		let plan = Self::approve(examination)?;
		let giver = investor(&plan.from)?;
		Self::settle(asset, Kind::Redeem, plan, amount)?;
		Self::deposit_event(Event::Redeemed { asset, from: giver, by: who, amount });
		Ok(().into())
	}

	pub(crate) fn do_set_pack(who: T::AccountId, asset: AssetId, new: PackId) -> DispatchResult {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		ensure!(book.issuer == who, Error::<T>::NotIssuer);
		let old = book.pack;
		ensure!(old != new, Error::<T>::SamePack);
		T::Gatekeeper::follow(new)?;
		T::Gatekeeper::unfollow(old);
		book.pack = new;
		Books::<T>::insert(asset, book);
		Self::deposit_event(Event::PackChanged { asset, old, new });
		Ok(())
	}

	/// The error of an asset without a book, the same for every call.
	pub(crate) fn unknown_asset() -> DispatchError {
		T::Gatekeeper::refusal(Reason::UnknownAsset)
	}

	/// The plan of a movement that nothing speaks against; otherwise the error of the first reason,
	/// charged for the examination alone.
	fn approve(
		examination: Examination<T::AccountId>,
	) -> Result<Plan<T::AccountId>, DispatchErrorWithPostInfo> {
		examination.approved().map_err(|reason| {
			// A transfer asks the most of all kinds, so its weight bounds every refusal.
			T::Gatekeeper::refusal(reason).with_weight(T::WeightInfo::transfer_refused())
		})
	}

	/// The investor behind a key, and its position. One read if there is a key.
	fn party(asset: AssetId, key: Option<Key>) -> Option<(InvestorId, Position)> {
		key.map(|key| (key.investor, Positions::<T>::get(asset, key.investor)))
	}

	/// Writes an approved movement. Answers whether it wrote the book, which it does only if supply
	/// or number of holders change.
	fn settle(
		asset: AssetId,
		kind: Kind,
		plan: Plan<T::AccountId>,
		amount: Balance,
	) -> Result<bool, DispatchError> {
		let Plan { mut book, from, to, leaves, joins } = plan;
		let before = (book.supply, book.holders);
		// The examination has ruled out every overflow below; should it ever be wrong, the
		// movement fails as a whole.
		if let Some((investor, mut position)) = from {
			position.free = position.free.ensure_sub(amount)?;
			Self::put(asset, investor, position);
		}
		if let Some((investor, mut position)) = to {
			position.free = position.free.ensure_add(amount)?;
			Self::put(asset, investor, position);
		}
		match kind {
			Kind::Issue => book.supply.ensure_add_assign(amount)?,
			Kind::Redeem => book.supply.ensure_sub_assign(amount)?,
			Kind::Cancellation => book.supply.ensure_sub_assign(amount)?,
			Kind::Transfer | Kind::Forced => (),
		}
		book.holders.ensure_sub_assign(leaves.into())?;
		book.holders.ensure_add_assign(joins.into())?;
		let changed = before != (book.supply, book.holders);
		if changed {
			Books::<T>::insert(asset, book);
		}
		Ok(changed)
	}

	/// Stores a position, or removes it if it is empty: the way out of storage.
	fn put(asset: AssetId, investor: InvestorId, position: Position) {
		if position.is_empty() {
			Positions::<T>::remove(asset, investor);
		} else {
			Positions::<T>::insert(asset, investor, position);
		}
	}
}

/// A ledger without counters.
struct Uncounted;

impl Ledger for Uncounted {
	fn holders_in(&self, _: Country) -> ClassCounts {
		ClassCounts::default()
	}

	fn holders_by_class(&self) -> ClassCounts {
		ClassCounts::default()
	}

	fn given(&self, _: Moment) -> Balance {
		0
	}
}

/// The investor of an approved party. The gatekeeper has refused accounts that are no keys; one
/// that did not must not move shares all the same.
fn investor(party: &Option<(InvestorId, Position)>) -> Result<InvestorId, DispatchError> {
	party.map(|(investor, _)| investor).ok_or(DispatchError::CannotLookup)
}

/// A report is never longer than its bound, by the bound's definition. If it ever were, the first
/// reasons would be kept, and the movement refused as before.
fn collect(failures: impl Iterator<Item = Failure>) -> Failures {
	Failures::truncate_from(failures.collect::<Vec<_>>())
}

// SPDX-License-Identifier: Apache-2.0

//! How income reaches the holders: claimed, claimed for them, pushed in pages, parked.

use crate::{
	math, Account, Accounts, Claimed, Config, CurrencyOf, Cursor, DistributionOf, Distributions,
	Entitlement, Error, Event, Listed, Pallet, Parked, PushQueue, Queue, Streams, TaxDue,
	WeightInfo, MAX_PAGE,
};
use cadastre_primitives::{
	traits::{Holders, Payees},
	AssetId, Balance, DistributionId, DistributionStage, IncomeSource, InvestorId, Marks,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	storage::with_storage_layer,
	weights::WeightMeter,
};
use sp_core::H256;
use sp_runtime::{
	traits::{EnsureAdd, EnsureSub},
	ArithmeticError,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_claim(
		who: T::AccountId,
		asset: AssetId,
		distributions: Claimed,
	) -> DispatchResult {
		ensure!(!distributions.is_empty(), Error::<T>::EmptyClaim);
		let investor = T::Payees::claimant(&who)?;
		for id in distributions {
			let one = Self::payable(asset, id)?;
			let due = Self::claim_due(asset, id, &one, investor, Some(&who))?;
			Self::pay_out(asset, one.currency.clone(), &who, due.net)?;
			Self::settle_claim(asset, id, one, investor, due, Ok(who.clone()))?;
		}
		Ok(())
	}

	/// Pays an investor whoever asks, or parks what it cannot be paid.
	pub(crate) fn do_claim_for(
		asset: AssetId,
		investor: InvestorId,
		distributions: Claimed,
	) -> DispatchResult {
		ensure!(!distributions.is_empty(), Error::<T>::EmptyClaim);
		let payee = T::Payees::payee(investor);
		for id in distributions {
			let one = Self::payable(asset, id)?;
			let due = Self::claim_due(asset, id, &one, investor, payee.as_ref().ok())?;
			let paid = Self::try_pay(asset, &one.currency, payee.clone(), due.net);
			Self::settle_claim(asset, id, one, investor, due, paid)?;
		}
		Ok(())
	}

	/// Pays a page of holders. Answers how many positions were on it.
	///
	/// A holder that cannot be paid is parked, and one that cannot even be parked is left to its
	/// claim: no number of them fails the page.
	pub(crate) fn do_push(
		asset: AssetId,
		id: DistributionId,
		limit: u32,
	) -> Result<u32, DispatchError> {
		ensure!(limit > 0, Error::<T>::ZeroLimit);
		let mut one = Self::payable(asset, id)?;
		let after = match one.cursor {
			Cursor::Start => None,
			Cursor::After(investor) => Some(investor),
			Cursor::End => return Err(Error::<T>::NothingToPush.into()),
		};
		let limit = limit.min(MAX_PAGE);
		let page = T::Register::page(asset, one.checkpoint, after, limit);
		let seen = u32::try_from(page.len()).unwrap_or(limit);
		let last = seen < limit;
		one.cursor = match page.last() {
			Some((investor, ..)) if !last => Cursor::After(*investor),
			_ => Cursor::End,
		};
		Distributions::<T>::insert(asset, id, one);
		for (investor, owned, marks) in page {
			if marks.has(id) {
				// It has claimed. Behind the cursor a mark says the opposite.
				T::Register::unmark(asset, investor, id)?;
			} else if let Err(error) =
				with_storage_layer(|| Self::push_one(asset, id, investor, owned))
			{
				// The books refuse: only if an invariant is broken. It can claim until it expires.
				T::Register::mark(asset, investor, id)?;
				Self::deposit_event(Event::HolderLeftOut {
					asset,
					distribution: id,
					investor,
					error,
				});
			}
		}
		let open = Distributions::<T>::get(asset, id).map_or(0, |one| one.open);
		Self::deposit_event(Event::PagePushed { asset, distribution: id, seen, open, last });
		Ok(seen)
	}

	pub(crate) fn do_queue_push(asset: AssetId, id: DistributionId) -> DispatchResult {
		let one = Self::live(asset, id)?;
		ensure!(one.cursor != Cursor::End, Error::<T>::NothingToPush);
		Queue::<T>::try_mutate(|queue| {
			ensure!(!queue.contains(&(asset, id)), Error::<T>::AlreadyQueued);
			queue.try_push((asset, id)).map_err(|_| Error::<T>::TooManyQueued)
		})?;
		Self::deposit_event(Event::PushQueued { asset, distribution: id });
		Ok(())
	}

	/// Pushes a page of the first distribution of the queue, as large as the meter allows. A block
	/// in which nothing waits reads one value.
	pub(crate) fn push_idle(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::on_idle_queue()).is_err() {
			return;
		}
		let mut queue = Queue::<T>::get();
		let Some((asset, id)) = queue.first().copied() else { return };
		let base = T::WeightInfo::push(0);
		let each = T::WeightInfo::push(1).saturating_sub(base);
		let room = meter.remaining().saturating_sub(base);
		let limit = room.checked_div_per_component(&each).unwrap_or_default();
		let limit = u32::try_from(limit).unwrap_or(MAX_PAGE).min(MAX_PAGE);
		if limit == 0 || !meter.can_consume(base) {
			return;
		}
		let pushed = with_storage_layer(|| Self::do_push(asset, id, limit));
		meter.consume(T::WeightInfo::push(pushed.unwrap_or_default()));
		let more = Distributions::<T>::get(asset, id)
			.is_some_and(|one| one.cursor != Cursor::End && Self::now() < one.expires_at);
		if pushed.is_err() || !more {
			queue.remove(0);
			// One that does not pay yet lets the others go first.
			if more {
				queue = PushQueue::truncate_from(
					queue.into_iter().chain([(asset, id)]).collect::<alloc::vec::Vec<_>>(),
				);
			}
			Queue::<T>::put(queue);
		}
	}

	fn push_one(
		asset: AssetId,
		id: DistributionId,
		investor: InvestorId,
		owned: Balance,
	) -> DispatchResult {
		// The distribution is in the overlay: reading it again costs nothing.
		let mut one = Self::live(asset, id)?;
		if owned == 0 || !Self::takes_part(asset, id, &one, investor) {
			return Ok(());
		}
		let gross = Self::gross_of(&one, owned)?;
		if gross == 0 {
			// Too small a part to be paid. It waits for nothing, and is no more open.
			one.open = one.open.ensure_sub(1)?;
			Distributions::<T>::insert(asset, id, one);
			return Ok(());
		}
		let payee = T::Payees::payee(investor);
		let due = Self::taxed(&one, investor, gross, payee.as_ref().ok())?;
		let paid = Self::try_pay(asset, &one.currency, payee, due.net);
		Self::settle(asset, id, one, investor, due, paid)
	}

	/// Pays an account, or says why not and leaves nothing behind.
	pub(crate) fn try_pay(
		asset: AssetId,
		currency: &CurrencyOf<T>,
		payee: Result<T::AccountId, DispatchError>,
		net: Balance,
	) -> Result<T::AccountId, DispatchError> {
		let to = payee?;
		with_storage_layer(|| Self::pay_out(asset, currency.clone(), &to, net))?;
		Ok(to)
	}

	/// A distribution that pays now.
	fn payable(asset: AssetId, id: DistributionId) -> Result<DistributionOf<T>, DispatchError> {
		let one = Self::live(asset, id)?;
		ensure!(one.stage == DistributionStage::Open, Error::<T>::WrongStage);
		let now = Self::now();
		ensure!(now >= one.pays_at, Error::<T>::NotYetPayable);
		ensure!(now < one.expires_at, Error::<T>::ClaimExpired);
		Ok(one)
	}

	/// Whether an investor takes part in a distribution. Reads only where somebody is named.
	pub(crate) fn takes_part(
		asset: AssetId,
		id: DistributionId,
		one: &DistributionOf<T>,
		investor: InvestorId,
	) -> bool {
		one.selected.includes(|| Listed::<T>::contains_key((asset, id, investor)))
	}

	/// What is due to an investor that is neither paid nor parked. Never 0.
	fn claim_due(
		asset: AssetId,
		id: DistributionId,
		one: &DistributionOf<T>,
		investor: InvestorId,
		key: Option<&T::AccountId>,
	) -> Result<Entitlement, DispatchError> {
		let (owned, marks) = T::Register::holding_at(asset, investor, one.checkpoint);
		let gross = Self::gross_of(one, owned)?;
		let takes_part = gross > 0 && Self::takes_part(asset, id, one, investor);
		ensure!(takes_part, Error::<T>::NothingDue);
		ensure!(!Self::is_served(id, one, investor, marks), Error::<T>::AlreadyPaid);
		Self::taxed(one, investor, gross, key)
	}

	/// Whether an investor has had its part of a distribution. No read.
	pub(crate) fn is_served(
		id: DistributionId,
		one: &DistributionOf<T>,
		investor: InvestorId,
		marks: Marks,
	) -> bool {
		one.is_served(id, investor, marks, Self::comes_after)
	}

	/// Whether the pages come to one investor after another.
	pub(crate) fn comes_after(investor: InvestorId, last: InvestorId) -> bool {
		!T::Register::is_passed(investor, last)
	}

	/// What owners of so many units at the record date get: a function of the checkpoint and of the
	/// law at the record date, of nothing else.
	pub(crate) fn entitlement(
		one: &DistributionOf<T>,
		investor: InvestorId,
		owned: Balance,
		key: Option<&T::AccountId>,
	) -> Result<Entitlement, DispatchError> {
		let gross = Self::gross_of(one, owned)?;
		if gross == 0 {
			return Self::after_tax(0, Default::default(), Default::default());
		}
		Self::taxed(one, investor, gross, key)
	}

	/// The part of owners of so many units at the record date, before tax.
	fn gross_of(one: &DistributionOf<T>, owned: Balance) -> Result<Balance, DispatchError> {
		let gross = math::gross(one.totals.deposited, owned, one.units);
		Ok(gross.ok_or(ArithmeticError::Overflow)?)
	}

	/// What is left of a gross amount under the law of the record date.
	fn taxed(
		one: &DistributionOf<T>,
		investor: InvestorId,
		gross: Balance,
		key: Option<&T::AccountId>,
	) -> Result<Entitlement, DispatchError> {
		let (rate, jurisdiction) = Self::rate(one.table, one.class, investor, one.record_at, key);
		Self::after_tax(gross, rate, jurisdiction)
	}

	/// Books what an investor got by a claim, and that it got it: with a mark, or, where a page has
	/// left it out, by taking away the mark that says so.
	fn settle_claim(
		asset: AssetId,
		id: DistributionId,
		one: DistributionOf<T>,
		investor: InvestorId,
		due: Entitlement,
		paid: Result<T::AccountId, DispatchError>,
	) -> DispatchResult {
		if one.cursor.has_passed(investor, Self::comes_after) {
			T::Register::unmark(asset, investor, id)?;
		} else {
			T::Register::mark(asset, investor, id)?;
		}
		Self::settle(asset, id, one, investor, due, paid)
	}

	/// Books that an investor was paid, or parked for the reason that is given.
	fn settle(
		asset: AssetId,
		id: DistributionId,
		mut one: DistributionOf<T>,
		investor: InvestorId,
		due: Entitlement,
		paid: Result<T::AccountId, DispatchError>,
	) -> DispatchResult {
		one.totals =
			one.totals.spend(due.net, due.tax, paid.is_err()).ok_or(ArithmeticError::Underflow)?;
		one.open = one.open.ensure_sub(1)?;
		let currency = one.currency.clone();
		Distributions::<T>::insert(asset, id, one);
		Self::book(asset, currency, IncomeSource::Distribution(id), investor, due, paid)
	}

	/// Keeps the tax apart, parks what could not be paid, and writes the receipt.
	pub(crate) fn book(
		asset: AssetId,
		currency: CurrencyOf<T>,
		source: IncomeSource,
		investor: InvestorId,
		due: Entitlement,
		paid: Result<T::AccountId, DispatchError>,
	) -> DispatchResult {
		let Entitlement { gross, tax, net, jurisdiction, rate: _ } = due;
		if tax > 0 {
			TaxDue::<T>::try_mutate((asset, currency.clone(), jurisdiction), |sum| {
				*sum = sum.ensure_add(tax)?;
				Ok::<_, ArithmeticError>(())
			})?;
		}
		match paid {
			Ok(to) => Self::deposit_event(Event::IncomePaid {
				asset,
				source,
				investor,
				to,
				currency,
				gross,
				tax,
				jurisdiction,
			}),
			Err(error) => {
				if net > 0 {
					Parked::<T>::try_mutate((asset, currency.clone(), investor), |sum| {
						*sum = sum.ensure_add(net)?;
						Ok::<_, ArithmeticError>(())
					})?;
				}
				Self::deposit_event(Event::IncomeParked {
					asset,
					source,
					investor,
					currency,
					gross,
					tax,
					jurisdiction,
					error,
				});
			},
		}
		Ok(())
	}

	/// Pays parked income to its investor, whoever asks.
	pub(crate) fn do_pay_parked(
		asset: AssetId,
		currency: CurrencyOf<T>,
		investor: InvestorId,
	) -> DispatchResult {
		let to = T::Payees::payee(investor)?;
		let amount = Self::unpark(asset, currency.clone(), investor, &to)?;
		Self::deposit_event(Event::IncomePaid {
			asset,
			source: IncomeSource::Parked,
			investor,
			to,
			currency,
			gross: amount,
			tax: 0,
			jurisdiction: Default::default(),
		});
		Ok(())
	}

	pub(crate) fn do_surrender_parked(
		asset: AssetId,
		currency: CurrencyOf<T>,
		investor: InvestorId,
		to: T::AccountId,
		reference: H256,
	) -> DispatchResult {
		let amount = Self::unpark(asset, currency.clone(), investor, &to)?;
		Self::deposit_event(Event::ParkedSurrendered {
			asset,
			currency,
			investor,
			to,
			amount,
			reference,
		});
		Ok(())
	}

	fn unpark(
		asset: AssetId,
		currency: CurrencyOf<T>,
		investor: InvestorId,
		to: &T::AccountId,
	) -> Result<Balance, DispatchError> {
		let amount = Parked::<T>::take((asset, currency.clone(), investor));
		ensure!(amount > 0, Error::<T>::NothingDue);
		Self::change_purse(asset, &currency, |purse| {
			purse.unparked = purse.unparked.ensure_add(amount)?;
			Ok(())
		})?;
		Self::pay_out(asset, currency, to, amount)?;
		Ok(amount)
	}

	/// Stores an account, or removes it if it is empty: the way out of storage.
	pub(crate) fn put_account(asset: AssetId, investor: InvestorId, account: Account) {
		if account.is_empty() {
			Accounts::<T>::remove(asset, investor);
		} else {
			Accounts::<T>::insert(asset, investor, account);
		}
	}

	pub(crate) fn do_prune(asset: AssetId, investor: InvestorId) -> DispatchResult {
		let account = Accounts::<T>::get(asset, investor);
		ensure!(!account.is_empty(), Error::<T>::NothingDue);
		let streams = Streams::<T>::get(asset);
		let used =
			account.shares.iter().any(|part| streams.iter().any(|stream| stream.id == part.stream));
		ensure!(!used, Error::<T>::InUse);
		Accounts::<T>::remove(asset, investor);
		Self::deposit_event(Event::AccountPruned { asset, investor });
		Ok(())
	}
}

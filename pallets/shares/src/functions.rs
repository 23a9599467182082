// SPDX-License-Identifier: Apache-2.0

//! How a movement is examined, and the calls that move shares.

use crate::{
	rules::{self, Available},
	types::holders_after,
	weights::WeightInfo,
	Book, Books, Config, CountryHolders, Denied, Error, Event, Examination, Given, Giver, Holding,
	Pallet, Plan, Position, Positions, MAX_PAGE,
};
use alloc::vec::Vec;
use cadastre_primitives::{
	traits::{Gatekeeper, Ledger},
	AssetId, Balance, BookStatus, Bucket, ClassCounts, Country, Facts, Failure, Failures,
	InvestorId, Key, Kind, Moment, PackId, Reason,
};
use core::{cell::Cell, marker::PhantomData};
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, WithPostDispatchInfo},
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, DispatchResultWithPostInfo},
	traits::{EnsureOrigin, UnixTime},
	weights::Weight,
};
use frame_system::ensure_signed;

impl<T: Config> Pallet<T> {
	/// Now, in whole seconds of Unix time.
	pub(crate) fn now() -> Moment {
		T::Time::now().as_secs()
	}

	/// Every reason against a movement, and the state that it would start from.
	///
	/// The only place that decides: execution and dry run both call it. `from` is `None` for an
	/// issue, `to` is `None` for a redemption and a cancellation.
	pub fn examine(
		asset: AssetId,
		kind: Kind,
		from: Option<Giver<'_, T::AccountId>>,
		to: Option<&T::AccountId>,
		amount: Balance,
	) -> Examination<T::AccountId> {
		let Some(book) = Books::<T>::get(asset) else {
			return Examination { failures: collect(rules::unknown_asset(amount)), plan: None };
		};
		let now = Self::now();
		let held = matches!(from, Some(Giver::Held(_)));
		let (sender, giver) = match from {
			Some(Giver::Key(who) | Giver::Held(who) | Giver::Through(who, _)) => {
				let key = T::Gatekeeper::key(who);
				(Some(key), key.map(|key| key.investor))
			},
			Some(Giver::Investor(investor)) => (None, Some(investor)),
			None => (None, None),
		};
		let allowance = match from {
			Some(Giver::Through(owner, spender)) => {
				Some(Self::allowance_left(asset, owner, giver, spender, now))
			},
			_ => None,
		};
		let receiver = to.map(T::Gatekeeper::key);
		let taker = receiver.flatten().map(|key| key.investor);
		let same_investor = giver.is_some() && giver == taker;
		let giver = Self::party(asset, giver);
		let taker = if same_investor { giver } else { Self::party(asset, taker) };

		// A movement between the keys of one investor changes nothing in the circle of holders.
		let moves = amount > 0 && !same_investor;
		let leaves = moves && giver.is_some_and(|(_, position)| position.owned() == amount);
		// An account that is no key would be a new holder if it were one.
		let joins = moves && to.is_some() && taker.is_none_or(|(_, position)| position.is_empty());
		let denied = |party: Option<(InvestorId, Position)>| {
			book.denied > 0
				&& party.is_some_and(|(investor, _)| Denied::<T>::contains_key(asset, investor))
		};

		let order = rules::Order {
			kind,
			status: Self::status_now(asset, &book),
			amount,
			available: giver.map(|party| Self::available(asset, kind, held, party, now)),
			supply: book.supply,
			authorised: book.authorised,
			same_investor,
			allowance,
			denied: match kind {
				Kind::Forced | Kind::Cancellation => (false, denied(taker)),
				_ => (denied(giver), denied(taker)),
			},
		};
		let holds = taker.map_or(0, |(_, position)| position.owned());
		let holders_after = holders_after(book.holders, leaves, joins);
		let bucket = |key: Option<Key>| key.map(|key| Bucket::of(&key.eligibility));
		let facts = Facts {
			asset,
			kind,
			sender,
			receiver,
			amount,
			sender_after: giver.map_or(0, |(_, position)| {
				let gives = if same_investor { 0 } else { amount };
				position.owned().saturating_sub(gives)
			}),
			receiver_after: match (kind, same_investor) {
				(Kind::Redeem | Kind::Cancellation, _) => 0,
				(_, true) => holds,
				(_, false) => holds.saturating_add(amount),
			},
			whole: match kind {
				Kind::Issue => book.authorised,
				_ => book.supply,
			},
			holders_after,
			adds_holder: holders_after > book.holders,
			joins: if joins { bucket(receiver.flatten()) } else { None },
			leaves: giver.filter(|_| leaves).map(|(_, position)| position.bucket),
			opened_at: book.opened_at,
		};
		let counters = Counters::<T> {
			asset,
			by_class: book.by_class,
			giver,
			now,
			asked: Cell::new(false),
			config: PhantomData,
		};
		let (of_rules, effects) = T::Gatekeeper::examine(book.pack, &facts, &counters);
		let looks_up =
			|(_, position): (_, Position)| position.frozen > 0 || now < position.locked_until;
		let dear = book.denied > 0
			|| book.halted
			|| giver.is_some_and(looks_up)
			|| counters.asked.get()
			|| effects.dear;
		let failures = collect(order.failures().chain(of_rules));
		let (from, to) = (giver, taker);
		let plan = Plan { book, from, to, leaves, joins, held, facts, effects, now, dear };
		Examination { failures, plan: Some(plan) }
	}

	/// For what a book is open now. Asks whether the order that halts it has lapsed.
	fn status_now(asset: AssetId, book: &Book<T::AccountId>) -> BookStatus {
		if book.halted && !Self::halted_now(asset) {
			book.status
		} else {
			book.status_in_force()
		}
	}

	/// What a giver has for a movement. Reads the lots if a lock-up runs that matters, and the
	/// orders if anything is frozen.
	pub(crate) fn available(
		asset: AssetId,
		kind: Kind,
		held: bool,
		(investor, position): (InvestorId, Position),
		now: Moment,
	) -> Available {
		match kind {
			// Frozen and locked up are parts of what is free.
			_ if held => Available { all: position.held, ..Default::default() },
			// An order takes what is frozen, and no lock-up protects from it.
			Kind::Forced | Kind::Cancellation => {
				Available { all: position.free, ..Default::default() }
			},
			// A lock-up restricts trade, not the lawful way out.
			Kind::Redeem => Available {
				all: position.free,
				frozen: Self::frozen_of(asset, investor, &position),
				locked: 0,
			},
			Kind::Transfer | Kind::Issue => Available {
				all: position.free,
				frozen: Self::frozen_of(asset, investor, &position),
				locked: Self::locked(asset, investor, &position, now),
			},
		}
	}

	pub(crate) fn do_issue(
		may_issue: bool,
		asset: AssetId,
		to: T::AccountId,
		amount: Balance,
	) -> DispatchResultWithPostInfo {
		let examination = Self::examine(asset, Kind::Issue, None, Some(&to), amount);
		// Of an asset that does not exist nobody is the issuer; that it does not exist says more.
		ensure!(
			may_issue || examination.plan.is_none(),
			Error::<T>::NotIssuer.with_weight(Self::weight_of_refusal(&examination))
		);
		let plan = Self::go_ahead(examination)?;
		let receiver = investor(&plan.to)?;
		let touched = Self::settle(plan)?;
		Self::deposit_event(Event::Issued { asset, to: receiver, to_key: to, amount });
		Ok(Some(touched.with_notices::<T>(T::WeightInfo::issue())).into())
	}

	pub(crate) fn do_transfer(
		who: T::AccountId,
		asset: AssetId,
		to: T::AccountId,
		amount: Balance,
	) -> DispatchResultWithPostInfo {
		let examination =
			Self::examine(asset, Kind::Transfer, Some(Giver::Key(&who)), Some(&to), amount);
		let plan = Self::go_ahead(examination)?;
		let (giver, receiver) = (investor(&plan.from)?, investor(&plan.to)?);
		let touched = Self::settle(plan)?;
		Self::deposit_event(Event::Transferred {
			asset,
			from: giver,
			by: who,
			to: receiver,
			to_key: to,
			amount,
		});
		Ok(Some(touched.weight_of_transfer::<T>()).into())
	}

	pub(crate) fn do_redeem(
		who: T::AccountId,
		asset: AssetId,
		amount: Balance,
	) -> DispatchResultWithPostInfo {
		let examination = Self::examine(asset, Kind::Redeem, Some(Giver::Key(&who)), None, amount);
		let plan = Self::go_ahead(examination)?;
		let giver = investor(&plan.from)?;
		let touched = Self::settle(plan)?;
		Self::deposit_event(Event::Redeemed { asset, from: giver, by: who, amount });
		Ok(Some(touched.with_notices::<T>(T::WeightInfo::redeem())).into())
	}

	/// `issuer` is `None` for the holders.
	pub(crate) fn do_set_pack(
		issuer: Option<T::AccountId>,
		asset: AssetId,
		new: PackId,
	) -> DispatchResult {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		ensure!(issuer.is_none_or(|who| book.issuer == who), Error::<T>::NotIssuer);
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
	pub(crate) fn go_ahead(
		examination: Examination<T::AccountId>,
	) -> Result<Plan<T::AccountId>, DispatchErrorWithPostInfo> {
		let weight = Self::weight_of_refusal(&examination);
		examination.approved().map_err(|reason| T::Gatekeeper::refusal(reason).with_weight(weight))
	}

	/// What an examination has cost. A transfer asks the most of all kinds, so its weight bounds
	/// every other.
	fn weight_of_refusal(examination: &Examination<T::AccountId>) -> Weight {
		match &examination.plan {
			Some(plan) if plan.dear => T::WeightInfo::transfer_refused_dear(),
			_ => T::WeightInfo::transfer_refused(),
		}
	}

	/// Issuer and authority share some calls: the account of the issuer, or none for the authority.
	pub(crate) fn authority_or_signed(
		origin: T::RuntimeOrigin,
	) -> Result<Option<T::AccountId>, DispatchError> {
		match T::AuthorityOrigin::try_origin(origin) {
			Ok(_) => Ok(None),
			Err(origin) => Ok(Some(ensure_signed(origin)?)),
		}
	}

	/// The positions of an asset in the order of the trie, after an investor.
	pub(crate) fn positions_after(
		asset: AssetId,
		after: Option<InvestorId>,
	) -> impl Iterator<Item = (InvestorId, Position)> {
		match after {
			None => Positions::<T>::iter_prefix(asset),
			Some(investor) => Positions::<T>::iter_prefix_from(
				asset,
				Positions::<T>::hashed_key_for(asset, investor),
			),
		}
	}

	pub(crate) fn holding_of(asset: AssetId, investor: InvestorId) -> Holding {
		let position = Positions::<T>::get(asset, investor);
		let now = Self::now();
		let available = Self::available(asset, Kind::Transfer, false, (investor, position), now);
		Holding {
			owned: position.owned(),
			free: position.free,
			held: position.held,
			frozen: Self::frozen_of(asset, investor, &position),
			locked: available.locked,
			movable: available.movable(),
			locked_until: if now < position.locked_until { position.locked_until } else { 0 },
			bucket: (!position.is_empty()).then_some(position.bucket),
		}
	}

	pub(crate) fn impact(
		asset: AssetId,
		upcoming: bool,
		after: Option<InvestorId>,
		limit: u32,
	) -> (Vec<(InvestorId, Failures)>, Option<InvestorId>) {
		let Some(book) = Books::<T>::get(asset) else { return (Vec::new(), None) };
		let limit = usize::try_from(limit.min(MAX_PAGE)).unwrap_or(0);
		let mut positions = Self::positions_after(asset, after);
		let page: Vec<_> = positions.by_ref().take(limit).collect();
		let next =
			page.last().map(|(investor, _)| *investor).filter(|_| positions.next().is_some());
		let refused = page
			.into_iter()
			.filter(|(_, position)| !position.is_empty())
			.map(|(investor, _)| {
				(investor, T::Gatekeeper::holder_report(book.pack, upcoming, investor))
			})
			.filter(|(_, report)| !report.is_empty())
			.collect();
		(refused, next)
	}

	/// An investor and its position, if there is an investor. One read.
	fn party(asset: AssetId, investor: Option<InvestorId>) -> Option<(InvestorId, Position)> {
		investor.map(|investor| (investor, Positions::<T>::get(asset, investor)))
	}
}

/// The counters of one asset, read only if a rule asks.
struct Counters<T> {
	asset: AssetId,
	by_class: ClassCounts,
	giver: Option<(InvestorId, Position)>,
	now: Moment,
	/// Whether anything was read.
	asked: Cell<bool>,
	config: PhantomData<T>,
}

impl<T: Config> Ledger for Counters<T> {
	fn holders_in(&self, country: Country) -> ClassCounts {
		self.asked.set(true);
		CountryHolders::<T>::get(self.asset, country)
	}

	fn holders_by_class(&self) -> ClassCounts {
		self.by_class
	}

	fn given(&self, window: Moment) -> Balance {
		let Some((investor, position)) = self.giver else { return 0 };
		self.asked.set(true);
		if self.now >= position.given_until {
			return 0;
		}
		let given = Given::<T>::get(self.asset, investor);
		if rules::in_window(given.since, window, self.now) {
			given.amount
		} else {
			0
		}
	}
}

/// The investor of an approved party. The gatekeeper has refused accounts that are no keys; one
/// that did not must not move shares all the same.
pub(crate) fn investor(
	party: &Option<(InvestorId, Position)>,
) -> Result<InvestorId, DispatchError> {
	party.map(|(investor, _)| investor).ok_or(DispatchError::CannotLookup)
}

/// A report is never longer than its bound, by the bound's definition. If it ever were, the first
/// reasons would be kept, and the movement refused as before.
fn collect(failures: impl Iterator<Item = Failure>) -> Failures {
	Failures::truncate_from(failures.collect::<Vec<_>>())
}

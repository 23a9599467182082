// SPDX-License-Identifier: Apache-2.0

//! Streams: money that is divided among the holders of the moment at which it comes in.

use crate::{
	math::{Accumulator, Share, Totals},
	Account, Accounts, Config, CurrencyOf, Entitlement, Error, Event, Ledgers, NextStreamId,
	Pallet, Stream, StreamOf, StreamShare, Streams, TableOf, WeightInfo,
};
use cadastre_primitives::{
	traits::{AssetClasses, Holders, OnHoldingChange, Payees},
	AssetId, Balance, IncomeSource, InvestorId, Moment,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{Consideration, Get},
	weights::Weight,
};
use sp_runtime::{traits::EnsureAdd, ArithmeticError};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_stream(
		opener: T::AccountId,
		asset: AssetId,
		currency: CurrencyOf<T>,
	) -> DispatchResult {
		let class = T::Classes::class(asset).ok_or(Error::<T>::UnknownAsset)?;
		ensure!(TableOf::<T>::contains_key(class), Error::<T>::NoTaxTable);
		let mut streams = Streams::<T>::get(asset);
		ensure!(streams.iter().all(|stream| stream.currency != currency), Error::<T>::StreamExists);
		let mut ledger = Ledgers::<T>::get(asset);
		let purse = Self::take_in(&mut ledger, asset, &currency, &opener, 0)?;
		purse.uses = purse.uses.ensure_add(1)?;
		Ledgers::<T>::insert(asset, ledger);
		let id = NextStreamId::<T>::get();
		NextStreamId::<T>::put(id.ensure_add(1)?);
		if streams.is_empty() {
			T::Register::watch(asset, true)?;
		}
		let ticket = T::Deposit::new(&opener, Self::stream_footprint())?;
		let stream = Stream {
			id,
			opener: opener.clone(),
			currency: currency.clone(),
			class,
			earned: Accumulator::default(),
			totals: Totals::default(),
			expires_at: None,
			ticket,
		};
		streams.try_push(stream).map_err(|_| Error::<T>::TooManyStreams)?;
		Streams::<T>::insert(asset, streams);
		Self::deposit_event(Event::StreamOpened { asset, stream: id, opener, currency });
		Ok(())
	}

	pub(crate) fn do_fund_stream(
		from: T::AccountId,
		asset: AssetId,
		currency: CurrencyOf<T>,
		amount: Balance,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let units = T::Register::in_issue(asset);
		ensure!(units > 0, Error::<T>::NothingEligible);
		let stream = Self::change_stream(asset, &currency, |stream| {
			ensure!(stream.expires_at.is_none(), Error::<T>::StreamNotOpen);
			stream.earned =
				stream.earned.deposit(amount, units).ok_or(ArithmeticError::Overflow)?;
			stream.totals = stream.totals.deposit(amount).ok_or(ArithmeticError::Overflow)?;
			Ok(stream.id)
		})?;
		let mut ledger = Ledgers::<T>::get(asset);
		Self::take_in(&mut ledger, asset, &currency, &from, amount)?;
		Ledgers::<T>::insert(asset, ledger);
		Self::deposit_event(Event::StreamFunded { asset, stream, from, amount, units });
		Ok(())
	}

	pub(crate) fn do_claim_streams(who: T::AccountId, asset: AssetId) -> DispatchResult {
		let investor = T::Payees::claimant(&who)?;
		Self::pay_streams(asset, investor, Some(&who), |currency, net| {
			Self::pay_out(asset, currency.clone(), &who, net)?;
			Ok(Ok(who.clone()))
		})
	}

	/// Pays an investor whoever asks, or parks what it cannot be paid.
	pub(crate) fn do_claim_streams_for(asset: AssetId, investor: InvestorId) -> DispatchResult {
		let payee = T::Payees::payee(investor);
		Self::pay_streams(asset, investor, payee.as_ref().ok(), |currency, net| {
			Ok(Self::try_pay(asset, currency, payee.clone(), net))
		})
	}

	/// Pays what an investor has earned in all streams of an asset. `pay` answers who was paid, or
	/// why the money is to be parked; its failure fails everything.
	fn pay_streams(
		asset: AssetId,
		investor: InvestorId,
		key: Option<&T::AccountId>,
		pay: impl Fn(
			&CurrencyOf<T>,
			Balance,
		) -> Result<Result<T::AccountId, DispatchError>, DispatchError>,
	) -> DispatchResult {
		let now = Self::now();
		let mut streams = Streams::<T>::get(asset);
		let mut account = Accounts::<T>::get(asset, investor);
		let owned = Self::owned_of(asset, investor, &streams, &account);
		Self::settle_account(&streams, &mut account, owned);
		let mut any = false;
		for stream in streams.iter_mut().filter(|stream| !Self::is_over(stream, now)) {
			let part = account.shares.iter_mut().find(|part| part.stream == stream.id);
			let Some(part) = part else { continue };
			let (gross, rest) = part.share.take().ok_or(ArithmeticError::Underflow)?;
			let due = Self::stream_entitlement(stream, investor, gross, now, key)?;
			if due.gross == 0 {
				continue;
			}
			any = true;
			part.share = rest;
			let paid = pay(&stream.currency, due.net)?;
			stream.totals = stream
				.totals
				.spend(due.net, due.tax, paid.is_err())
				.ok_or(ArithmeticError::Underflow)?;
			let source = IncomeSource::Stream(stream.id);
			Self::book(asset, stream.currency.clone(), source, investor, due, paid)?;
		}
		ensure!(any, Error::<T>::NothingDue);
		Self::drop_idle(&mut account, owned);
		Self::put_account(asset, investor, account);
		Streams::<T>::insert(asset, streams);
		Ok(())
	}

	/// What an investor gets of what it has earned in a stream, under the law of now.
	pub(crate) fn stream_entitlement(
		stream: &StreamOf<T>,
		investor: InvestorId,
		gross: Balance,
		now: Moment,
		key: Option<&T::AccountId>,
	) -> Result<Entitlement, DispatchError> {
		if gross == 0 {
			return Self::after_tax(0, Default::default(), Default::default());
		}
		let table = Self::table_now(stream.class)?;
		let (rate, jurisdiction) = Self::rate(table, stream.class, investor, now, key);
		Self::after_tax(gross, rate, jurisdiction)
	}

	/// Whether a stream pays no more.
	pub(crate) fn is_over(stream: &StreamOf<T>, now: Moment) -> bool {
		stream.expires_at.is_some_and(|end| now >= end)
	}

	/// What an investor owns: its account says it, as long as one of its parts is in a stream that
	/// there is. Otherwise one read.
	pub(crate) fn owned_of(
		asset: AssetId,
		investor: InvestorId,
		streams: &[StreamOf<T>],
		account: &Account,
	) -> Balance {
		let lives = |part: &StreamShare| streams.iter().any(|stream| stream.id == part.stream);
		if account.shares.iter().any(lives) {
			account.owned
		} else {
			T::Register::owned(asset, investor)
		}
	}

	/// Brings an account up to date with every stream, for the units that it has owned since it was
	/// last settled, and still does. Forgets streams that are finished.
	pub(crate) fn settle_account(streams: &[StreamOf<T>], account: &mut Account, owned: Balance) {
		account.owned = owned;
		account.shares.retain(|part| streams.iter().any(|stream| stream.id == part.stream));
		for stream in streams {
			let found = account.shares.iter_mut().find(|part| part.stream == stream.id);
			match found {
				// The bounds of money rule out that it does not fit (see `math`). If it ever did
				// not, the holder would keep what was settled before.
				Some(part) => {
					part.share =
						part.share.settle(stream.earned.index, owned).unwrap_or(part.share);
				},
				None => {
					let share = Share::default();
					let share = share.settle(stream.earned.index, owned).unwrap_or(share);
					// As many parts as streams, at most: there is room.
					let _ = account.shares.try_push(StreamShare { stream: stream.id, share });
				},
			}
		}
	}

	/// Forgets parts of an investor that owns nothing and has nothing to get.
	pub(crate) fn drop_idle(account: &mut Account, owned: Balance) {
		if owned == 0 {
			account.shares.retain(|part| !part.share.accrued.is_zero());
		}
	}

	pub(crate) fn do_close_stream(asset: AssetId, currency: CurrencyOf<T>) -> DispatchResult {
		let expires_at = Self::now().ensure_add(T::MinClaimPeriod::get())?;
		let stream = Self::change_stream(asset, &currency, |stream| {
			ensure!(stream.expires_at.is_none(), Error::<T>::StreamNotOpen);
			stream.expires_at = Some(expires_at);
			Ok(stream.id)
		})?;
		Self::deposit_event(Event::StreamClosed { asset, stream, expires_at });
		Ok(())
	}

	pub(crate) fn do_finish_stream(asset: AssetId, currency: CurrencyOf<T>) -> DispatchResult {
		let mut streams = Streams::<T>::get(asset);
		let at = streams
			.iter()
			.position(|stream| stream.currency == currency)
			.ok_or(Error::<T>::UnknownStream)?;
		let stream = streams.remove(at);
		ensure!(Self::is_over(&stream, Self::now()), Error::<T>::NotExpired);
		let (totals, returned, carried) =
			Self::give_back(asset, currency.clone(), &stream.opener, stream.totals)?;
		Self::fold(asset, &currency, totals)?;
		if streams.is_empty() {
			Streams::<T>::remove(asset);
			T::Register::watch(asset, false)?;
		} else {
			Streams::<T>::insert(asset, streams);
		}
		stream.ticket.drop(&stream.opener)?;
		Self::deposit_event(Event::StreamFinished { asset, stream: stream.id, returned, carried });
		Ok(())
	}

	fn change_stream<R>(
		asset: AssetId,
		currency: &CurrencyOf<T>,
		change: impl FnOnce(&mut StreamOf<T>) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		Streams::<T>::try_mutate(asset, |streams| {
			let stream = streams
				.iter_mut()
				.find(|stream| stream.currency == *currency)
				.ok_or(Error::<T>::UnknownStream)?;
			change(stream)
		})
	}
}

impl<T: Config> OnHoldingChange for Pallet<T> {
	fn on_change(asset: AssetId, investor: InvestorId, before: Balance, after: Balance) {
		let streams = Streams::<T>::get(asset);
		if streams.is_empty() {
			return;
		}
		let mut account = Accounts::<T>::get(asset, investor);
		Self::settle_account(&streams, &mut account, before);
		account.owned = after;
		Self::drop_idle(&mut account, after);
		Self::put_account(asset, investor, account);
	}

	fn weight() -> Weight {
		T::WeightInfo::on_change()
	}
}

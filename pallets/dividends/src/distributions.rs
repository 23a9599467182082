// SPDX-License-Identifier: Apache-2.0

//! The life of a distribution: declared, opened at its record date, cancelled before it, closed.

use crate::{
	math::Totals, Agenda, Amount, Config, CurrencyOf, Cursor, Distribution, DistributionOf,
	Distributions, Error, Event, Hours, LedgerOf, Ledgers, Listed, Named, OpeningAgenda, Pallet,
	RecordDate, Selected, Selection, Series, WeightInfo, HOUR, MAX_HOURS, MAX_LISTED,
};
use cadastre_primitives::{
	traits::{AssetClasses, Checkpoints, Holders},
	AssetId, Balance, CheckpointId, DistributionId, DistributionStage, InvestorId, Moment,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	storage::with_storage_layer,
	traits::{Consideration, Get},
	weights::WeightMeter,
};
use sp_runtime::{
	traits::{EnsureAdd, EnsureAddAssign, EnsureMul, EnsureSub, EnsureSubAssign},
	ArithmeticError,
};

/// Who takes part, as far as it is known.
struct Opened {
	checkpoint: CheckpointId,
	at: Moment,
	units: Balance,
	open: u32,
}

impl<T: Config> Pallet<T> {
	#[allow(clippy::too_many_arguments)]
	pub(crate) fn do_declare(
		declarer: T::AccountId,
		asset: AssetId,
		currency: CurrencyOf<T>,
		amount: Amount,
		record: RecordDate,
		pays_at: Moment,
		expires_at: Moment,
		selection: Selection,
	) -> DispatchResult {
		let now = Self::now();
		let class = T::Classes::class(asset).ok_or(Error::<T>::UnknownAsset)?;
		let (selected, named) = Self::check_names(selection)?;
		let table = Self::table_now(class)?;
		let (opened, record_at) = Self::record(asset, record, selected, &named, now)?;
		Self::check_period(record_at, pays_at, expires_at, now)?;
		let mut ledger = Ledgers::<T>::get(asset);
		let id = ledger.numbers.take().ok_or(Error::<T>::TooManyDistributions)?;
		let units = opened.as_ref().map(|opened| opened.units);
		let (put_in, carried) =
			Self::fund(&mut ledger, asset, &currency, &declarer, amount, units)?;
		Ledgers::<T>::insert(asset, ledger);
		let (stage, checkpoint, open) = match &opened {
			Some(opened) => (DistributionStage::Open, opened.checkpoint, opened.open),
			None => (DistributionStage::Scheduled, 0, 0),
		};
		for investor in &named {
			Listed::<T>::insert((asset, id, investor), ());
		}
		let count = u32::try_from(named.len()).unwrap_or(MAX_LISTED);
		let ticket = match count {
			0 => None,
			count => Some(T::Deposit::new(&declarer, Self::names_footprint(count))?),
		};
		let distribution = Distribution {
			declarer: declarer.clone(),
			currency: currency.clone(),
			class,
			stage,
			record_at,
			pays_at,
			expires_at,
			checkpoint,
			selected,
			named: count,
			units: units.unwrap_or_default(),
			totals: Totals::of(put_in.ensure_add(carried)?),
			open,
			cursor: Cursor::Start,
			table,
			ticket,
		};
		Distributions::<T>::insert(asset, id, distribution);
		if opened.is_none() {
			Self::enter(asset, id, record_at, now)?;
		}
		Self::deposit_event(Event::DistributionDeclared {
			asset,
			distribution: id,
			declarer,
			currency,
			amount: put_in,
			carried,
			record_at,
			pays_at,
			expires_at,
			units,
		});
		Ok(())
	}

	#[allow(clippy::too_many_arguments)]
	pub(crate) fn do_declare_series(
		declarer: T::AccountId,
		asset: AssetId,
		currency: CurrencyOf<T>,
		amount: Balance,
		records: Series,
		pays_after: Moment,
		claim_period: Moment,
		selection: Selection,
	) -> DispatchResult {
		ensure!(!records.is_empty(), Error::<T>::EmptySeries);
		for record_at in records {
			let pays_at = record_at.ensure_add(pays_after)?;
			Self::do_declare(
				declarer.clone(),
				asset,
				currency.clone(),
				Amount::Total(amount),
				RecordDate::Future(record_at),
				pays_at,
				pays_at.ensure_add(claim_period)?,
				selection.clone(),
			)?;
		}
		Ok(())
	}

	/// Opens a distribution whose record date has come, for anybody.
	pub(crate) fn do_open(asset: AssetId, id: DistributionId) -> DispatchResult {
		let one = Self::live(asset, id)?;
		match one.stage {
			DistributionStage::Scheduled => {
				ensure!(Self::now() >= one.record_at, Error::<T>::WrongStage);
				Self::leave(asset, id, one.record_at)?;
			},
			DistributionStage::Overdue => (),
			DistributionStage::Open => return Err(Error::<T>::WrongStage.into()),
		}
		Self::take_record(asset, id, one)
	}

	/// Takes the checkpoint and fixes who takes part.
	fn take_record(
		asset: AssetId,
		id: DistributionId,
		mut one: DistributionOf<T>,
	) -> DispatchResult {
		// The law of the record date, not that of the declaration.
		one.table = Self::table_now(one.class)?;
		let checkpoint = T::Register::take(asset)?;
		let named = Listed::<T>::iter_key_prefix((asset, id)).collect::<alloc::vec::Vec<_>>();
		let opened = Self::count(asset, checkpoint, one.selected, &named)?;
		one.stage = DistributionStage::Open;
		one.checkpoint = checkpoint;
		one.record_at = opened.at;
		one.units = opened.units;
		one.open = opened.open;
		// Who opens it late takes nothing from the time in which it can be claimed.
		let shortest = one.pays_at.max(opened.at).ensure_add(T::MinClaimPeriod::get())?;
		one.expires_at = one.expires_at.max(shortest);
		Distributions::<T>::insert(asset, id, one);
		Self::deposit_event(Event::DistributionOpened {
			asset,
			distribution: id,
			checkpoint,
			record_at: opened.at,
			units: opened.units,
		});
		Ok(())
	}

	/// Opens distributions whose record date has come, as far as the meter allows. An idle block
	/// reads one value.
	pub(crate) fn open_due(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::on_poll_idle()).is_err() {
			return;
		}
		let Some(mut agenda) = OpeningAgenda::<T>::get() else { return };
		let hour = Self::hour(Self::now());
		if agenda.from > hour {
			return;
		}
		let mut waiting = agenda.waiting;
		for _ in 0..MAX_HOURS {
			if agenda.from > hour || waiting == 0 {
				break;
			}
			if meter.try_consume(T::WeightInfo::on_poll_hour()).is_err() {
				break;
			}
			let mut due = Hours::<T>::take(agenda.from);
			while !due.is_empty() {
				if meter.try_consume(T::WeightInfo::open(MAX_LISTED)).is_err() {
					break;
				}
				// The first that was declared is the first that opens.
				let (asset, id) = due.remove(0);
				waiting = waiting.saturating_sub(1);
				Self::open_or_fail(asset, id);
			}
			if !due.is_empty() {
				Hours::<T>::insert(agenda.from, due);
				break;
			}
			agenda.from = agenda.from.saturating_add(1);
		}
		agenda.waiting = waiting;
		OpeningAgenda::<T>::set((waiting > 0).then_some(agenda));
	}

	/// Opens a distribution that has left the agenda, or says that it cannot be opened.
	fn open_or_fail(asset: AssetId, id: DistributionId) {
		let opened = with_storage_layer(|| Self::take_record(asset, id, Self::live(asset, id)?));
		if let Err(error) = opened {
			Distributions::<T>::mutate(asset, id, |one| {
				if let Some(one) = one {
					one.stage = DistributionStage::Overdue;
				}
			});
			Self::deposit_event(Event::OpeningFailed { asset, distribution: id, error });
		}
	}

	pub(crate) fn do_cancel(asset: AssetId, id: DistributionId) -> DispatchResult {
		let one = Self::live(asset, id)?;
		match one.stage {
			DistributionStage::Scheduled => {
				ensure!(Self::now() < one.record_at, Error::<T>::WrongStage);
				Self::leave(asset, id, one.record_at)?;
			},
			DistributionStage::Overdue => (),
			DistributionStage::Open => return Err(Error::<T>::WrongStage.into()),
		}
		let (totals, returned, _) =
			Self::give_back(asset, one.currency.clone(), &one.declarer, one.totals)?;
		Self::remove(asset, id, one, totals)?;
		Self::deposit_event(Event::DistributionCancelled { asset, distribution: id, returned });
		Ok(())
	}

	pub(crate) fn do_close(asset: AssetId, id: DistributionId) -> DispatchResult {
		let one = Self::live(asset, id)?;
		ensure!(one.stage == DistributionStage::Open, Error::<T>::WrongStage);
		let (totals, returned, carried) = if one.open == 0 {
			// Every holder is served: what is left is the remainder of rounding.
			(one.totals, 0, one.totals.claimable().ok_or(ArithmeticError::Underflow)?)
		} else {
			ensure!(Self::now() >= one.expires_at, Error::<T>::NotExpired);
			Self::give_back(asset, one.currency.clone(), &one.declarer, one.totals)?
		};
		T::Register::release(asset, one.checkpoint)?;
		Self::remove(asset, id, one, totals)?;
		Self::deposit_event(Event::DistributionClosed {
			asset,
			distribution: id,
			returned,
			carried,
		});
		Ok(())
	}

	/// Removes a distribution with all that belongs to it.
	fn remove(
		asset: AssetId,
		id: DistributionId,
		one: DistributionOf<T>,
		totals: Totals,
	) -> DispatchResult {
		// As many as are named, and no more than can be: `count` bounds the loop.
		let names = Listed::<T>::iter_key_prefix((asset, id)).collect::<alloc::vec::Vec<_>>();
		for investor in names {
			Listed::<T>::remove((asset, id, investor));
		}
		Ledgers::<T>::mutate(asset, |ledger| ledger.numbers.end(id));
		Self::fold(asset, &one.currency, totals)?;
		Distributions::<T>::remove(asset, id);
		match one.ticket {
			Some(ticket) => ticket.drop(&one.declarer),
			None => Ok(()),
		}
	}

	/// A live distribution.
	pub(crate) fn live(
		asset: AssetId,
		id: DistributionId,
	) -> Result<DistributionOf<T>, DispatchError> {
		Distributions::<T>::get(asset, id).ok_or_else(|| Error::<T>::UnknownDistribution.into())
	}

	fn check_names(selection: Selection) -> Result<(Selected, Named), DispatchError> {
		let (selected, named) = selection.into_parts();
		let ascending = named.windows(2).all(|pair| match pair {
			[one, next] => one < next,
			_ => true,
		});
		ensure!(
			ascending && (selected == Selected::All || !named.is_empty()),
			Error::<T>::BadNames
		);
		Ok((selected, named))
	}

	/// Who takes part, if the record date has come, and the record date.
	fn record(
		asset: AssetId,
		record: RecordDate,
		selected: Selected,
		named: &[InvestorId],
		now: Moment,
	) -> Result<(Option<Opened>, Moment), DispatchError> {
		let checkpoint = match record {
			RecordDate::Now => T::Register::take(asset)?,
			RecordDate::Past(checkpoint) => {
				T::Register::hold(asset, checkpoint)?;
				checkpoint
			},
			RecordDate::Future(at) => {
				ensure!(at > now, Error::<T>::RecordInPast);
				ensure!(at.checked_rem(HOUR) == Some(0), Error::<T>::NotFullHour);
				return Ok((None, at));
			},
		};
		let opened = Self::count(asset, checkpoint, selected, named)?;
		let at = opened.at;
		Ok((Some(opened), at))
	}

	/// A distribution pays from its record date on, long enough to be claimed, and no longer than its
	/// table of rates is kept.
	fn check_period(
		record_at: Moment,
		pays_at: Moment,
		expires_at: Moment,
		now: Moment,
	) -> DispatchResult {
		let shortest = pays_at.max(now).ensure_add(T::MinClaimPeriod::get())?;
		let longest = record_at.max(now).ensure_add(T::MaxClaimPeriod::get())?;
		let fits = pays_at >= record_at && (shortest..=longest).contains(&expires_at);
		ensure!(fits, Error::<T>::InvalidPeriod);
		Ok(())
	}

	/// Takes the money of a new distribution in. Answers what the declarer put
	/// in and what was carried over.
	fn fund(
		ledger: &mut LedgerOf<T>,
		asset: AssetId,
		currency: &CurrencyOf<T>,
		declarer: &T::AccountId,
		amount: Amount,
		units: Option<Balance>,
	) -> Result<(Balance, Balance), DispatchError> {
		let put_in = match (amount, units) {
			(Amount::PerUnit(each), Some(units)) => each.ensure_mul(units)?,
			(Amount::PerUnit(_), None) => return Err(Error::<T>::UnitsUnknown.into()),
			(Amount::Total(total), _) => total,
		};
		ensure!(put_in > 0, Error::<T>::ZeroAmount);
		let purse = Self::take_in(ledger, asset, currency, declarer, put_in)?;
		let carried = match amount {
			// An amount for each unit leaves no remainder and takes none over.
			Amount::PerUnit(_) => 0,
			Amount::Total(_) => Self::carried(purse),
		};
		purse.closed.deposited = purse.closed.deposited.ensure_sub(carried)?;
		purse.uses = purse.uses.ensure_add(1)?;
		Ok((put_in, carried))
	}

	/// Counts the units and the holders that take part. At most [`MAX_LISTED`] names are read.
	fn count(
		asset: AssetId,
		checkpoint: CheckpointId,
		selected: Selected,
		named: &[InvestorId],
	) -> Result<Opened, DispatchError> {
		let unknown = || Error::<T>::UnknownCheckpoint;
		let at = T::Register::taken_at(asset, checkpoint).ok_or_else(unknown)?;
		let (mut units, mut open) = match selected {
			Selected::Only => (0, 0),
			Selected::All | Selected::Except => (
				T::Register::supply_at(asset, checkpoint).ok_or_else(unknown)?,
				T::Register::holders_at(asset, checkpoint).ok_or_else(unknown)?,
			),
		};
		for investor in named {
			let owned = T::Register::balance_at(asset, *investor, checkpoint);
			let holder = u32::from(owned > 0);
			if selected == Selected::Only {
				units.ensure_add_assign(owned)?;
				open.ensure_add_assign(holder)?;
			} else {
				units.ensure_sub_assign(owned)?;
				open.ensure_sub_assign(holder)?;
			}
		}
		ensure!(units > 0, Error::<T>::NothingEligible);
		Ok(Opened { checkpoint, at, units, open })
	}

	fn hour(moment: Moment) -> u64 {
		moment.checked_div(HOUR).unwrap_or_default()
	}

	/// Puts a distribution on the agenda.
	fn enter(asset: AssetId, id: DistributionId, at: Moment, now: Moment) -> DispatchResult {
		let mut agenda =
			OpeningAgenda::<T>::get().unwrap_or(Agenda { from: Self::hour(now), waiting: 0 });
		agenda.waiting = agenda.waiting.ensure_add(1)?;
		OpeningAgenda::<T>::put(agenda);
		Hours::<T>::try_mutate(Self::hour(at), |due| {
			due.try_push((asset, id)).map_err(|_| Error::<T>::TooManyInHour)
		})?;
		Ok(())
	}

	/// Takes a distribution off the agenda.
	fn leave(asset: AssetId, id: DistributionId, at: Moment) -> DispatchResult {
		let hour = Self::hour(at);
		let mut due = Hours::<T>::take(hour);
		due.retain(|entry| *entry != (asset, id));
		if !due.is_empty() {
			Hours::<T>::insert(hour, due);
		}
		let agenda = OpeningAgenda::<T>::get();
		OpeningAgenda::<T>::set(agenda.and_then(|agenda| {
			let waiting = agenda.waiting.saturating_sub(1);
			(waiting > 0).then_some(Agenda { waiting, ..agenda })
		}));
		Ok(())
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The invariants of income. Their numbers are those of the README.

use crate::{
	math::{self, Totals},
	Accounts, Config, CurrencyOf, DistributionOf, Distributions, FormerTable, FormerTables, Hours,
	Ledgers, Listed, OpeningAgenda, Pallet, Parked, Purse, Queue, StreamOf, Streams, TableOf,
	TaxDue, TaxTable, HOUR, MAX_FORMER, MAX_PAGE,
};
use alloc::{collections::BTreeMap, vec::Vec};
use cadastre_primitives::{
	traits::{Checkpoints, Holders},
	AssetId, Balance, DistributionId, DistributionStage, InvestorId, Marks,
};
use codec::Encode;
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_core::U256;
use sp_runtime::TryRuntimeError;

/// What is live of one asset in one currency.
#[derive(Default)]
struct Live {
	totals: Totals,
	uses: u32,
}

/// By asset and encoded currency.
type Lives = BTreeMap<(AssetId, Vec<u8>), Live>;

const OVERFLOW: TryRuntimeError = TryRuntimeError::Other("INV-D2: a sum does not fit");

impl<T: Config> Pallet<T> {
	/// Checks every invariant over the whole of the storage.
	///
	/// # Errors
	/// Names the first invariant that is broken.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut lives = Lives::new();
		for (asset, id, one) in Distributions::<T>::iter() {
			Self::check_table_of(&one)?;
			Self::check_distribution(asset, id, &one)?;
			Self::add(&mut lives, asset, &one.currency, one.totals)?;
		}
		for (asset, streams) in Streams::<T>::iter() {
			ensure!(!streams.is_empty(), "INV-D8: an empty list of streams");
			for (at, stream) in streams.iter().enumerate() {
				let twice = streams
					.iter()
					.skip(at.saturating_add(1))
					.any(|other| other.currency == stream.currency || other.id == stream.id);
				ensure!(!twice, "INV-D8: two streams in one currency, or with one id");
				Self::check_stream(asset, stream)?;
				Self::add(&mut lives, asset, &stream.currency, stream.totals)?;
			}
		}
		Self::check_money(&lives)?;
		Self::check_numbers()?;
		Self::check_agenda()?;
		Self::check_queue()?;
		Self::check_tables()?;
		Self::check_accounts()
	}

	fn add(
		lives: &mut Lives,
		asset: AssetId,
		currency: &CurrencyOf<T>,
		totals: Totals,
	) -> Result<(), TryRuntimeError> {
		ensure!(totals.claimable().is_some(), "INV-D2: more has left than was put in");
		let live = lives.entry((asset, currency.encode())).or_default();
		live.totals = live.totals.with(totals).ok_or(OVERFLOW)?;
		live.uses = live.uses.saturating_add(1);
		Ok(())
	}

	/// INV-D1 to INV-D6: the money of every asset and currency, and what pays for its records.
	fn check_money(lives: &Lives) -> Result<(), TryRuntimeError> {
		let mut seen = 0_usize;
		for (asset, ledger) in Ledgers::<T>::iter() {
			ensure!(
				ledger.cover.is_some() != ledger.purses.is_empty(),
				"INV-D6: purses without a deposit, or a deposit without a purse"
			);
			for (at, (currency, purse)) in ledger.purses.iter().enumerate() {
				let mut rest = ledger.purses.iter().skip(at.saturating_add(1));
				ensure!(
					rest.all(|(other, _)| other != currency),
					"INV-D6: two purses of a currency"
				);
				let live = lives.get(&(asset, currency.encode())).inspect(|_| {
					seen = seen.saturating_add(1);
				});
				Self::check_purse(asset, currency, purse, live.unwrap_or(&Live::default()))?;
			}
		}
		ensure!(seen == lives.len(), "INV-D6: a distribution or stream without a purse");
		let has_purse = |asset, currency| Ledgers::<T>::get(asset).purse(&currency).is_some();
		for (asset, currency, _) in Parked::<T>::iter_keys() {
			ensure!(has_purse(asset, currency), "INV-D6: parked income without a purse");
		}
		for (asset, currency, _) in TaxDue::<T>::iter_keys() {
			ensure!(has_purse(asset, currency), "INV-D6: withheld tax without a purse");
		}
		Ok(())
	}

	fn check_purse(
		asset: AssetId,
		currency: &CurrencyOf<T>,
		purse: &Purse<T::AccountId>,
		live: &Live,
	) -> Result<(), TryRuntimeError> {
		ensure!(purse.uses == live.uses, "INV-D6: the uses of a purse are miscounted");
		let remainder = purse.closed.claimable().ok_or("INV-D2: more has left than was put in")?;
		let all = live.totals.with(purse.closed).ok_or(OVERFLOW)?;
		ensure!(all.deposited == purse.ever, "INV-D1: what was put in, and its parts differ");
		let parked = Self::sum(Parked::<T>::iter_prefix_values((asset, currency.clone())))?;
		ensure!(
			all.parked.checked_sub(purse.unparked) == Some(parked),
			"INV-D3: parked income and its sum differ"
		);
		let due = Self::sum(TaxDue::<T>::iter_prefix_values((asset, currency.clone())))?;
		ensure!(
			all.withheld.checked_sub(purse.remitted) == Some(due),
			"INV-D4: withheld tax and its sum differ"
		);
		let claimable = live.totals.claimable().ok_or(OVERFLOW)?;
		let owed = [remainder, parked, due, claimable]
			.into_iter()
			.try_fold(purse.endowment, |sum, part| sum.checked_add(part))
			.ok_or(OVERFLOW)?;
		ensure!(
			T::Currency::balance(currency.clone(), &Self::pot_of(asset)) >= owed,
			"INV-D5: a pot has less than it owes"
		);
		Ok(())
	}

	/// The sum of amounts of which none is stored as 0.
	fn sum(amounts: impl Iterator<Item = Balance>) -> Result<Balance, TryRuntimeError> {
		let mut sum: Balance = 0;
		for amount in amounts {
			ensure!(amount > 0, "INV-D3: an amount of 0 is stored");
			sum = sum.checked_add(amount).ok_or(OVERFLOW)?;
		}
		Ok(sum)
	}

	/// INV-D7, INV-D9, INV-D10 and INV-D16: who takes part in a distribution, and what is open of it.
	fn check_distribution(
		asset: AssetId,
		id: DistributionId,
		one: &DistributionOf<T>,
	) -> Result<(), TryRuntimeError> {
		let names = Listed::<T>::iter_key_prefix((asset, id)).count();
		ensure!(u32::try_from(names) == Ok(one.named), "INV-D9: names and their number differ");
		let on_time = one.record_at <= one.pays_at || one.stage == DistributionStage::Open;
		ensure!(on_time && one.pays_at < one.expires_at, "INV-D10: dates out of order");
		let open = one.stage == DistributionStage::Open;
		ensure!(
			open == (one.checkpoint > 0) && open == (one.units > 0),
			"INV-D10: stage and record date contradict each other"
		);
		if !open {
			ensure!(
				one.totals == Totals::of(one.totals.deposited),
				"INV-D10: paid before it opens"
			);
			return Ok(());
		}
		ensure!(
			T::Register::supply_at(asset, one.checkpoint).is_some(),
			"INV-D10: a checkpoint to which nobody refers"
		);
		let (mut due, mut waiting, mut units): (Balance, u32, Balance) = (0, 0, 0);
		for (investor, owned, marks) in Self::owners(asset, one.checkpoint) {
			let takes_part = owned > 0 && Self::takes_part(asset, id, one, investor);
			ensure!(takes_part || !marks.has(id), "INV-D16: a mark without a part");
			if takes_part {
				units = units.checked_add(owned).ok_or(OVERFLOW)?;
				let gross = math::gross(one.totals.deposited, owned, one.units).ok_or(OVERFLOW)?;
				if !Self::is_served(id, one, investor, marks) {
					due = due.checked_add(gross).ok_or(OVERFLOW)?;
					waiting = waiting.saturating_add(1);
				}
			}
		}
		ensure!(units == one.units, "INV-D7: units that take part are miscounted");
		ensure!(waiting == one.open, "INV-D7: open holders are miscounted");
		ensure!(
			one.totals.claimable().is_some_and(|claimable| claimable >= due),
			"INV-D7: less is claimable than is due"
		);
		Ok(())
	}

	/// Everybody with a position, what it owned at a checkpoint, and its marks.
	fn owners(asset: AssetId, checkpoint: u32) -> Vec<(InvestorId, Balance, Marks)> {
		let mut all = Vec::<(InvestorId, Balance, Marks)>::new();
		loop {
			let after = all.last().map(|(investor, ..)| *investor);
			let page = T::Register::page(asset, checkpoint, after, MAX_PAGE);
			let more = u32::try_from(page.len()) == Ok(MAX_PAGE);
			all.extend(page);
			if !more {
				return all;
			}
		}
	}

	/// INV-D8: what holders have earned and the rest of the division are what is claimable, to the
	/// last fraction.
	fn check_stream(asset: AssetId, stream: &StreamOf<T>) -> Result<(), TryRuntimeError> {
		let claimable = stream.totals.claimable().ok_or(OVERFLOW)?;
		let mut sum = U256::from(stream.earned.rest);
		// Whoever owns something has a position, and whoever owned something when money came in and
		// owns nothing now has an account.
		let mut seen: BTreeMap<InvestorId, ()> =
			Accounts::<T>::iter_key_prefix(asset).map(|investor| (investor, ())).collect();
		seen.extend(Self::owners(asset, 0).into_iter().map(|(investor, ..)| (investor, ())));
		for investor in seen.into_keys() {
			let account = Accounts::<T>::get(asset, investor);
			let part = account.shares.iter().find(|part| part.stream == stream.id);
			let share = part.map(|part| part.share).unwrap_or_default();
			let owned = T::Register::owned(asset, investor);
			let settled = share.settle(stream.earned.index, owned).ok_or(OVERFLOW)?;
			sum = sum.checked_add(settled.accrued).ok_or(OVERFLOW)?;
		}
		ensure!(sum == math::raise(claimable), "INV-D8: earned and claimable differ");
		Ok(())
	}

	/// INV-D11: the numbers of distributions.
	fn check_numbers() -> Result<(), TryRuntimeError> {
		let mut count = 0_usize;
		for (asset, ledger) in Ledgers::<T>::iter() {
			let numbers = ledger.numbers;
			for id in numbers.live.first..numbers.next {
				if numbers.is_live(id) {
					count = count.saturating_add(1);
					ensure!(
						Distributions::<T>::contains_key(asset, id),
						"INV-D11: a live number without a distribution"
					);
				}
			}
			let first_is_live = numbers.live.bits == 0 || numbers.live.bits & 1 == 1;
			ensure!(first_is_live, "INV-D11: the window does not begin with a live number");
		}
		ensure!(
			count == Distributions::<T>::iter_keys().count(),
			"INV-D11: a distribution whose number is not live"
		);
		Ok(())
	}

	/// INV-D12: the agenda.
	fn check_agenda() -> Result<(), TryRuntimeError> {
		let mut count = 0_u32;
		let from = OpeningAgenda::<T>::get().map_or(u64::MAX, |agenda| agenda.from);
		for (hour, due) in Hours::<T>::iter() {
			ensure!(hour >= from && !due.is_empty(), "INV-D12: an hour that is done or empty");
			for (asset, id) in due {
				let fits = Distributions::<T>::get(asset, id).is_some_and(|one| {
					one.stage == DistributionStage::Scheduled
						&& one.record_at.checked_div(HOUR) == Some(hour)
				});
				ensure!(fits, "INV-D12: an entry without a scheduled distribution");
				count = count.saturating_add(1);
			}
		}
		let scheduled = Distributions::<T>::iter_values()
			.filter(|one| one.stage == DistributionStage::Scheduled)
			.count();
		let waiting = OpeningAgenda::<T>::get().map_or(0, |agenda| agenda.waiting);
		ensure!(
			u32::try_from(scheduled) == Ok(count) && waiting == count,
			"INV-D12: scheduled distributions and the agenda differ"
		);
		Ok(())
	}

	/// INV-D15: the queue of distributions that idle blocks push.
	fn check_queue() -> Result<(), TryRuntimeError> {
		let queue = Queue::<T>::get();
		let twice = queue
			.iter()
			.enumerate()
			.any(|(at, entry)| queue.iter().skip(at.saturating_add(1)).any(|other| other == entry));
		ensure!(!twice, "INV-D15: a distribution is queued twice");
		Ok(())
	}

	/// INV-D13: the table that a distribution follows is there as long as it pays.
	fn check_table_of(one: &DistributionOf<T>) -> Result<(), TryRuntimeError> {
		let pays = one.stage == DistributionStage::Open && Self::now() < one.expires_at;
		let in_force = TableOf::<T>::get(one.class).is_some_and(|table| table.id == one.table);
		if pays && !in_force {
			let former = FormerTables::<T>::get(one.table);
			let former = former.filter(|former| former.table.class == one.class);
			let until = former.map(|former| former.needed_until);
			ensure!(until.is_some(), "INV-D13: a distribution follows a table that is not there");
			ensure!(
				until >= Some(one.expires_at),
				"INV-D13: a distribution pays longer than its table is kept"
			);
		}
		Ok(())
	}

	/// INV-D13: the tables of rates.
	fn check_tables() -> Result<(), TryRuntimeError> {
		let ascending = |table: &TaxTable| {
			table.rates.windows(2).all(|pair| match pair {
				[(one, _), (next, _)] => one < next,
				_ => true,
			})
		};
		for (class, table) in TableOf::<T>::iter() {
			ensure!(table.class == class, "INV-D13: the table in force is of another class");
			ensure!(ascending(&table), "INV-D13: rates out of order");
			ensure!(
				!FormerTables::<T>::contains_key(table.id),
				"INV-D13: a table that is in force is a former one"
			);
		}
		let count = FormerTables::<T>::count();
		let counted = u32::try_from(FormerTables::<T>::iter_keys().count()) == Ok(count);
		ensure!(
			counted && count <= MAX_FORMER,
			"INV-D13: former tables are miscounted, or too many"
		);
		for (id, FormerTable { table, .. }) in FormerTables::<T>::iter() {
			ensure!(
				table.id == id && ascending(&table),
				"INV-D13: rates out of order, or misplaced"
			);
			let newer = TableOf::<T>::get(table.class).is_some_and(|now| now.id > id);
			ensure!(newer, "INV-D13: a former table without one in force");
		}
		Ok(())
	}

	/// INV-D14: the accounts of income.
	fn check_accounts() -> Result<(), TryRuntimeError> {
		for (asset, investor, account) in Accounts::<T>::iter() {
			ensure!(!account.is_empty(), "INV-D14: an empty account is stored");
			let owned = Self::owned_of(asset, investor, &Streams::<T>::get(asset), &account);
			ensure!(
				owned == T::Register::owned(asset, investor),
				"INV-D14: an account does not know what is owned"
			);
			let twice = account.shares.iter().enumerate().any(|(at, part)| {
				let mut rest = account.shares.iter().skip(at.saturating_add(1));
				rest.any(|other| other.stream == part.stream)
			});
			ensure!(!twice, "INV-D14: two parts in one stream");
		}
		Ok(())
	}
}

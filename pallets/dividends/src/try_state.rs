// SPDX-License-Identifier: Apache-2.0

//! The invariants of income. Their numbers are those of the README.

use crate::{
	math::{self, Totals},
	Accounts, Config, CurrencyOf, Cursor, DistributionOf, Distributions, Hours, Listed, NumbersOf,
	OpeningAgenda, Pallet, Parked, Purses, Queue, StreamOf, Streams, TableOf, TaxDue, TaxTables,
	HOUR, MAX_PAGE,
};
use alloc::{collections::BTreeMap, vec::Vec};
use cadastre_primitives::{
	traits::{Checkpoints, Holders},
	AssetId, Balance, DistributionId, DistributionStage, InvestorId, TableId,
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
		let mut users = BTreeMap::<TableId, u32>::new();
		for (asset, id, one) in Distributions::<T>::iter() {
			let count = users.entry(one.table).or_default();
			*count = count.saturating_add(1);
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
		Self::check_tables(&users)?;
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

	/// INV-D1 to INV-D5: the money of every asset and currency.
	fn check_money(lives: &Lives) -> Result<(), TryRuntimeError> {
		let mut seen = 0_usize;
		for (asset, currency, purse) in Purses::<T>::iter() {
			let none = Live::default();
			let live = lives.get(&(asset, currency.encode())).inspect(|_| {
				seen = seen.saturating_add(1);
			});
			let live = live.unwrap_or(&none);
			ensure!(purse.uses == live.uses, "INV-D6: the uses of a purse are miscounted");
			let remainder =
				purse.closed.claimable().ok_or("INV-D2: more has left than was put in")?;
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
				T::Currency::balance(currency, &Self::pot_of(asset)) >= owed,
				"INV-D5: a pot has less than it owes"
			);
		}
		ensure!(seen == lives.len(), "INV-D6: a distribution or stream without a purse");
		let has_purse = |asset, currency| Purses::<T>::contains_key(asset, currency);
		for (asset, currency, _) in Parked::<T>::iter_keys() {
			ensure!(has_purse(asset, currency), "INV-D6: parked income without a purse");
		}
		for (asset, currency, _) in TaxDue::<T>::iter_keys() {
			ensure!(has_purse(asset, currency), "INV-D6: withheld tax without a purse");
		}
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

	/// INV-D7, INV-D9 and INV-D10: who takes part in a distribution, and what is open of it.
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
		let mut passed = one.cursor != Cursor::Start;
		for (investor, owned) in Self::owners(asset, one.checkpoint) {
			let had = Accounts::<T>::get(asset, investor).marks.has(id);
			if owned > 0 && Self::takes_part(asset, id, one, investor) {
				units = units.checked_add(owned).ok_or(OVERFLOW)?;
				let gross = math::gross(one.totals.deposited, owned, one.units).ok_or(OVERFLOW)?;
				if !had {
					due = due.checked_add(gross).ok_or(OVERFLOW)?;
					let counts = gross > 0 || !passed;
					waiting = waiting.saturating_add(counts.into());
				}
			}
			if one.cursor == Cursor::After(investor) {
				passed = false;
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

	/// Everybody with a position, and what it owned at a checkpoint.
	fn owners(asset: AssetId, checkpoint: u32) -> Vec<(InvestorId, Balance)> {
		let mut all = Vec::new();
		loop {
			let after = all.last().map(|(investor, _)| *investor);
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
		seen.extend(Self::owners(asset, 0).into_iter().map(|(investor, _)| (investor, ())));
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
		for (asset, numbers) in NumbersOf::<T>::iter() {
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

	/// INV-D13: the tables of rates.
	fn check_tables(users: &BTreeMap<TableId, u32>) -> Result<(), TryRuntimeError> {
		for (class, id) in TableOf::<T>::iter() {
			let fits = TaxTables::<T>::get(id).is_some_and(|table| table.class == class);
			ensure!(fits, "INV-D13: the table in force is not there, or of another class");
		}
		for (id, table) in TaxTables::<T>::iter() {
			let count = users.get(&id).copied().unwrap_or_default();
			ensure!(table.users == count, "INV-D13: the users of a table are miscounted");
			let kept = table.users > 0 || TableOf::<T>::get(table.class) == Some(id);
			ensure!(kept, "INV-D13: a table that nobody needs");
			let ascending = table.rates.windows(2).all(|pair| match pair {
				[(one, _), (next, _)] => one < next,
				_ => true,
			});
			ensure!(ascending, "INV-D13: rates out of order");
		}
		let there = users.keys().all(TaxTables::<T>::contains_key);
		ensure!(there, "INV-D13: a distribution follows a table that is not there");
		Ok(())
	}

	/// INV-D14: the accounts of income.
	fn check_accounts() -> Result<(), TryRuntimeError> {
		for (_, _, account) in Accounts::<T>::iter() {
			ensure!(!account.is_empty(), "INV-D14: an empty account is stored");
			let twice = account.shares.iter().enumerate().any(|(at, part)| {
				let mut rest = account.shares.iter().skip(at.saturating_add(1));
				rest.any(|other| other.stream == part.stream)
			});
			ensure!(!twice, "INV-D14: two parts in one stream");
		}
		Ok(())
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Benchmarks, each at its bound: holders that are taxed, each for another country of the longest
//! table, and that have a certificate.

use crate::*;
use alloc::vec::Vec;
use cadastre_primitives::{
	traits::{AssetClasses, Holders, OnHoldingChange, Payees},
	AssetClass, AssetId, Balance, DistributionId, InvestorId, Moment,
};
use frame_benchmarking::{account, v2::*};
use frame_support::{
	assert_ok,
	pallet_prelude::{EnsureOrigin, Hooks},
	traits::{
		fungibles::{Inspect, Mutate},
		Consideration, EnsureOriginWithArg, Get, UnixTime,
	},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_core::H256;
use sp_runtime::Permill;

/// Makes what the benchmarks of a runtime need.
pub trait BenchmarkHelper<T: Config> {
	/// A currency that exists and can be minted: another one for each seed. Seed 0 is the one that
	/// costs most to move.
	fn currency(seed: u32) -> CurrencyOf<T>;
}

/// The asset with id 1 is one that the layers below know: see [`Holders::benchmark_holder`].
const ASSET: AssetId = 1;

const UNITS: Balance = 1_000_000;

fn now<T: Config>() -> Moment {
	T::Time::now().as_secs()
}

fn currency<T: Config>(seed: u32) -> CurrencyOf<T> {
	T::BenchmarkHelper::currency(seed)
}

/// So much that everything is paid, and nobody is paid less than a least balance.
fn amount<T: Config>() -> Balance {
	T::Currency::minimum_balance(currency::<T>(0)).max(1).saturating_mul(1_000_000)
}

fn rich<T: Config>(who: &T::AccountId) {
	for seed in 0..MAX_STREAMS {
		let currency = currency::<T>(seed);
		let funds = amount::<T>().saturating_mul(10_000);
		assert_ok!(T::Currency::mint_into(currency, who, funds));
	}
	T::Deposit::ensure_successful(who, Pallet::<T>::ledger_footprint());
	for _ in 0..MAX_SERIES {
		T::Deposit::ensure_successful(who, Pallet::<T>::names_footprint(MAX_LISTED));
	}
}

fn caller<T: Config>() -> T::AccountId {
	let caller = whitelisted_caller();
	rich::<T>(&caller);
	caller
}

/// The class of the asset, which is there from when somebody may declare an income of it.
fn class<T: Config>() -> Result<AssetClass, BenchmarkError> {
	T::DeclareOrigin::try_successful_origin(&ASSET).map_err(|()| BenchmarkError::Weightless)?;
	T::Classes::class(ASSET).ok_or(BenchmarkError::Stop("the asset is not known"))
}

fn declarer<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	let origin =
		T::DeclareOrigin::try_successful_origin(&ASSET).map_err(|()| BenchmarkError::Weightless)?;
	let who = T::DeclareOrigin::ensure_origin(origin.clone(), &ASSET)
		.map_err(|_| BenchmarkError::Weightless)?;
	rich::<T>(&who);
	Ok(origin)
}

fn taxman<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	let origin = T::TaxOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
	let who =
		T::TaxOrigin::ensure_origin(origin.clone()).map_err(|_| BenchmarkError::Weightless)?;
	rich::<T>(&who);
	Ok(origin)
}

/// A table in which every residence, also an unknown one, is taxed.
fn rates() -> Rates {
	let letters = b'A'..=b'Z';
	let codes = letters.clone().flat_map(|one| letters.clone().map(move |two| [one, two]));
	let known = codes.filter(|code| cadastre_primitives::Country::from_code(*code).is_some());
	Rates::truncate_from(known.map(|code| (code, Permill::from_percent(30))).collect())
}

fn set_table<T: Config>() -> Result<(), BenchmarkError> {
	let base = Permill::from_percent(30);
	Pallet::<T>::set_tax_table(taxman::<T>()?, class::<T>()?, base, rates())?;
	Ok(())
}

/// Investors with units of the asset, and a certificate each.
fn holders<T: Config>(count: u32) -> Result<Vec<(T::AccountId, InvestorId)>, BenchmarkError> {
	set_table::<T>()?;
	let taxman = taxman::<T>()?;
	let mut all = Vec::new();
	// From the last row up.
	let residences = rates().into_iter().rev().map(|(code, _)| code).cycle();
	for (index, residence) in (0..count).zip(residences) {
		let who: T::AccountId = account("holder", index, 0);
		let investor = T::Payees::benchmark_admit(&who, residence);
		T::Register::benchmark_holder(ASSET, investor, UNITS);
		Pallet::<T>::file_certificate(
			taxman.clone(),
			investor,
			class::<T>()?,
			Permill::from_percent(10),
			0,
			Moment::MAX,
		)?;
		all.push((who, investor));
	}
	all.sort_by_key(|(_, investor)| *investor);
	Ok(all)
}

fn names<T: Config>(holders: &[(T::AccountId, InvestorId)], count: u32) -> Selection {
	let count = usize::try_from(count).unwrap_or_default();
	if count == 0 {
		return Selection::All;
	}
	let named = holders.iter().take(count).map(|(_, investor)| *investor).collect();
	Selection::Only(Named::truncate_from(named))
}

fn declare<T: Config>(
	record: RecordDate,
	selection: Selection,
) -> Result<DistributionId, BenchmarkError> {
	let id = Ledgers::<T>::get(ASSET).numbers.next;
	let pays_at = match record {
		RecordDate::Future(at) => at,
		_ => now::<T>(),
	};
	Pallet::<T>::declare(
		declarer::<T>()?,
		ASSET,
		currency::<T>(0),
		Amount::Total(amount::<T>()),
		record,
		pays_at,
		pays_at.saturating_add(T::MinClaimPeriod::get()),
		selection,
	)?;
	Ok(id)
}

/// So many holders from whom nothing is withheld and who have some of the currency, the first of
/// them, and a distribution to all that nobody has had.
fn plain<T: Config>(
	count: u32,
) -> Result<(T::AccountId, InvestorId, DistributionId), BenchmarkError> {
	let holders = holders::<T>(count)?;
	for (who, _) in &holders {
		assert_ok!(T::Currency::mint_into(currency::<T>(0), who, amount::<T>()));
	}
	let class = class::<T>()?;
	Pallet::<T>::set_tax_table(taxman::<T>()?, class, Permill::zero(), Rates::default())?;
	let id = declare::<T>(RecordDate::Now, Selection::All)?;
	let first = holders.into_iter().next().ok_or(BenchmarkError::Stop("there is no holder"))?;
	Ok((first.0, first.1, id))
}

fn next_hour<T: Config>() -> Moment {
	let hour = now::<T>().checked_div(HOUR).unwrap_or_default();
	hour.saturating_add(1).saturating_mul(HOUR)
}

/// A distribution whose record date could not be kept: what `open` and `cancel` find at most.
fn overdue<T: Config>(id: DistributionId) {
	Distributions::<T>::mutate(ASSET, id, |one| {
		if let Some(one) = one {
			one.record_at = now::<T>();
		}
	});
}

fn open_streams<T: Config>(count: u32) -> Result<(), BenchmarkError> {
	for seed in 0..count {
		Pallet::<T>::open_stream(declarer::<T>()?, ASSET, currency::<T>(seed))?;
		let from = caller::<T>();
		Pallet::<T>::fund_stream(
			RawOrigin::Signed(from).into(),
			ASSET,
			currency::<T>(seed),
			amount::<T>(),
		)?;
	}
	Ok(())
}

/// Income of an investor that is parked, with its tax.
fn parked<T: Config>(investor: InvestorId) -> Result<(), BenchmarkError> {
	let id = declare::<T>(RecordDate::Now, Selection::All)?;
	Pallet::<T>::do_claim_for(ASSET, investor, Claimed::truncate_from([id].to_vec()))?;
	// It was paid: the books are turned as if it could not have been.
	let one = Distributions::<T>::get(ASSET, id)
		.ok_or(BenchmarkError::Stop("the distribution is not there"))?;
	let paid = one.totals.paid;
	Distributions::<T>::mutate(ASSET, id, |one| {
		if let Some(one) = one {
			one.totals.parked = paid;
			one.totals.paid = 0;
		}
	});
	T::Currency::mint_into(currency::<T>(0), &Pallet::<T>::pot_of(ASSET), paid)?;
	Parked::<T>::insert((ASSET, currency::<T>(0), investor), paid);
	Ok(())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn declare(n: Linear<0, { MAX_LISTED }>) -> Result<(), BenchmarkError> {
		let holders = holders::<T>(n.max(1))?;
		let selection = names::<T>(&holders, n);
		let origin = declarer::<T>()?;
		let pays_at = now::<T>();
		let expires_at = pays_at.saturating_add(T::MinClaimPeriod::get());

		#[extrinsic_call]
		_(
			origin as T::RuntimeOrigin,
			ASSET,
			currency::<T>(0),
			Amount::Total(amount::<T>()),
			RecordDate::Now,
			pays_at,
			expires_at,
			selection,
		);

		assert!(Distributions::<T>::contains_key(ASSET, 0));
		Ok(())
	}

	#[benchmark]
	fn open(n: Linear<0, { MAX_LISTED }>) -> Result<(), BenchmarkError> {
		let holders = holders::<T>(n.max(1))?;
		let record = RecordDate::Future(next_hour::<T>());
		let id = super::declare::<T>(record, names::<T>(&holders, n))?;
		Hours::<T>::insert(
			now::<T>().checked_div(HOUR).unwrap_or_default(),
			Hour::truncate_from([(ASSET, id)].to_vec()),
		);
		overdue::<T>(id);
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), ASSET, id);

		assert!(Distributions::<T>::get(ASSET, id).is_some_and(|one| one.checkpoint > 0));
		Ok(())
	}

	#[benchmark]
	fn cancel(n: Linear<0, { MAX_LISTED }>) -> Result<(), BenchmarkError> {
		let holders = holders::<T>(n.max(1))?;
		let record = RecordDate::Future(next_hour::<T>());
		let id = super::declare::<T>(record, names::<T>(&holders, n))?;
		let origin = declarer::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ASSET, id);

		assert!(!Distributions::<T>::contains_key(ASSET, id));
		Ok(())
	}

	#[benchmark]
	fn claim(n: Linear<1, { MAX_CLAIMS }>) -> Result<(), BenchmarkError> {
		let holders = holders::<T>(2)?;
		let (who, investor) =
			holders.first().cloned().ok_or(BenchmarkError::Stop("there is no holder"))?;
		let mut ids = Vec::new();
		for _ in 0..n {
			ids.push(super::declare::<T>(RecordDate::Now, names::<T>(&holders, 2))?);
		}
		// The table that they follow is a former one, which is looked up after that in force.
		set_table::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), ASSET, Claimed::truncate_from(ids.clone()));

		let (_, marks) = T::Register::holding_at(ASSET, investor, 0);
		assert!(ids.iter().all(|id| marks.has(*id)));
		Ok(())
	}

	#[benchmark]
	fn push(n: Linear<1, { MAX_PAGE }>) -> Result<(), BenchmarkError> {
		holders::<T>(n)?;
		let id = super::declare::<T>(RecordDate::Now, Selection::All)?;
		set_table::<T>()?;
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), ASSET, id, n);

		assert_eq!(Distributions::<T>::get(ASSET, id).map(|one| one.open), Some(0));
		Ok(())
	}

	/// What most declarations ask: of every holder, in a currency in which the asset has paid before.
	/// For the table of `scripts/bench.sh`, as the next two; no weight.
	#[benchmark(extra)]
	fn declare_plain() -> Result<(), BenchmarkError> {
		plain::<T>(1)?;
		let origin = declarer::<T>()?;
		let pays_at = now::<T>();

		#[extrinsic_call]
		declare(
			origin as T::RuntimeOrigin,
			ASSET,
			currency::<T>(0),
			Amount::Total(amount::<T>()),
			RecordDate::Now,
			pays_at,
			pays_at.saturating_add(T::MinClaimPeriod::get()),
			Selection::All,
		);

		assert!(Distributions::<T>::contains_key(ASSET, 1));
		Ok(())
	}

	/// What most claims ask: of one distribution, without tax, by who was paid before.
	#[benchmark(extra)]
	fn claim_plain() -> Result<(), BenchmarkError> {
		let (who, investor, id) = plain::<T>(1)?;

		#[extrinsic_call]
		claim(RawOrigin::Signed(who), ASSET, Claimed::truncate_from([id].to_vec()));

		assert!(T::Register::holding_at(ASSET, investor, 0).1.has(id));
		Ok(())
	}

	/// A page of holders of that kind.
	#[benchmark(extra)]
	fn push_plain(n: Linear<1, { MAX_PAGE }>) -> Result<(), BenchmarkError> {
		let (who, _, id) = plain::<T>(n)?;

		#[extrinsic_call]
		push(RawOrigin::Signed(who), ASSET, id, n);

		assert_eq!(Distributions::<T>::get(ASSET, id).map(|one| one.open), Some(0));
		Ok(())
	}

	#[benchmark]
	fn close(n: Linear<0, { MAX_LISTED }>) -> Result<(), BenchmarkError> {
		let holders = holders::<T>(n.max(1))?;
		let id = super::declare::<T>(RecordDate::Now, names::<T>(&holders, n))?;
		Distributions::<T>::mutate(ASSET, id, |one| {
			if let Some(one) = one {
				one.expires_at = now::<T>();
			}
		});
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), ASSET, id);

		assert!(!Distributions::<T>::contains_key(ASSET, id));
		Ok(())
	}

	#[benchmark]
	fn pay_parked() -> Result<(), BenchmarkError> {
		let holders = holders::<T>(1)?;
		let investor = holders.first().map(|(_, investor)| *investor).unwrap_or_default();
		parked::<T>(investor)?;
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), ASSET, currency::<T>(0), investor);

		assert!(!Parked::<T>::contains_key((ASSET, currency::<T>(0), investor)));
		Ok(())
	}

	#[benchmark]
	fn surrender_parked() -> Result<(), BenchmarkError> {
		let holders = holders::<T>(1)?;
		let investor = holders.first().map(|(_, investor)| *investor).unwrap_or_default();
		parked::<T>(investor)?;
		let origin = taxman::<T>()?;
		let to: T::AccountId = account("heir", 0, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ASSET, currency::<T>(0), investor, to, H256::repeat_byte(1));

		assert!(!Parked::<T>::contains_key((ASSET, currency::<T>(0), investor)));
		Ok(())
	}

	#[benchmark]
	fn open_stream() -> Result<(), BenchmarkError> {
		holders::<T>(1)?;
		let origin = declarer::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ASSET, currency::<T>(0));

		assert_eq!(Streams::<T>::get(ASSET).len(), 1);
		Ok(())
	}

	#[benchmark]
	fn fund_stream() -> Result<(), BenchmarkError> {
		holders::<T>(1)?;
		open_streams::<T>(MAX_STREAMS)?;
		let caller = caller::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), ASSET, currency::<T>(0), amount::<T>());

		assert!(Streams::<T>::get(ASSET)
			.iter()
			.any(|stream| stream.totals.deposited > amount::<T>()));
		Ok(())
	}

	#[benchmark]
	fn claim_streams() -> Result<(), BenchmarkError> {
		let holders = holders::<T>(1)?;
		let (who, investor) =
			holders.first().cloned().ok_or(BenchmarkError::Stop("there is no holder"))?;
		open_streams::<T>(MAX_STREAMS)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), ASSET);

		assert_eq!(Pallet::<T>::dues(ASSET, investor).len(), 0);
		Ok(())
	}

	#[benchmark]
	fn close_stream() -> Result<(), BenchmarkError> {
		holders::<T>(1)?;
		open_streams::<T>(MAX_STREAMS)?;
		let origin = declarer::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ASSET, currency::<T>(0));

		assert!(Streams::<T>::get(ASSET).iter().any(|stream| stream.expires_at.is_some()));
		Ok(())
	}

	#[benchmark]
	fn finish_stream() -> Result<(), BenchmarkError> {
		holders::<T>(1)?;
		open_streams::<T>(1)?;
		Streams::<T>::mutate(ASSET, |streams| {
			for stream in streams.iter_mut() {
				stream.expires_at = Some(now::<T>());
			}
		});
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), ASSET, currency::<T>(0));

		assert!(!Streams::<T>::contains_key(ASSET));
		Ok(())
	}

	#[benchmark]
	fn set_tax_table() -> Result<(), BenchmarkError> {
		super::set_table::<T>()?;
		let origin = taxman::<T>()?;
		let class = class::<T>()?;
		let rates = rates();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, class, Permill::one(), rates);

		assert!(TableOf::<T>::contains_key(class));
		Ok(())
	}

	#[benchmark]
	fn prune_tax_table() -> Result<(), BenchmarkError> {
		super::set_table::<T>()?;
		let table = Pallet::<T>::table_now(class::<T>()?)?;
		super::set_table::<T>()?;
		FormerTables::<T>::mutate(table, |former| {
			if let Some(former) = former {
				former.needed_until = now::<T>();
			}
		});
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), table);

		assert!(!FormerTables::<T>::contains_key(table));
		Ok(())
	}

	#[benchmark]
	fn file_certificate() -> Result<(), BenchmarkError> {
		let holders = holders::<T>(1)?;
		let investor = holders.first().map(|(_, investor)| *investor).unwrap_or_default();
		let origin = taxman::<T>()?;
		let class = class::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, investor, class, Permill::one(), 0, Moment::MAX);

		assert!(Certificates::<T>::contains_key(investor, class));
		Ok(())
	}

	#[benchmark]
	fn remove_certificate() -> Result<(), BenchmarkError> {
		let holders = holders::<T>(1)?;
		let investor = holders.first().map(|(_, investor)| *investor).unwrap_or_default();
		let origin = taxman::<T>()?;
		let class = class::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, investor, class);

		assert!(!Certificates::<T>::contains_key(investor, class));
		Ok(())
	}

	#[benchmark]
	fn remit_tax() -> Result<(), BenchmarkError> {
		let holders = holders::<T>(1)?;
		let investor = holders.first().map(|(_, investor)| *investor).unwrap_or_default();
		let id = super::declare::<T>(RecordDate::Now, Selection::All)?;
		Pallet::<T>::do_claim_for(ASSET, investor, Claimed::truncate_from([id].to_vec()))?;
		let residence = T::Payees::tax_residence(investor, now::<T>(), None);
		let origin = taxman::<T>()?;
		let to: T::AccountId = account("authority", 0, 0);

		#[extrinsic_call]
		_(
			origin as T::RuntimeOrigin,
			ASSET,
			currency::<T>(0),
			residence.code(),
			to,
			H256::repeat_byte(1),
		);

		assert_eq!(TaxDue::<T>::iter().count(), 0);
		Ok(())
	}

	#[benchmark]
	fn close_purse() -> Result<(), BenchmarkError> {
		holders::<T>(1)?;
		let id = super::declare::<T>(RecordDate::Future(next_hour::<T>()), Selection::All)?;
		Pallet::<T>::cancel(declarer::<T>()?, ASSET, id)?;
		let origin = declarer::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ASSET, currency::<T>(0));

		assert!(Ledgers::<T>::get(ASSET).purses.is_empty());
		Ok(())
	}

	#[benchmark]
	fn prune() -> Result<(), BenchmarkError> {
		let holders = holders::<T>(1)?;
		let (who, investor) =
			holders.first().cloned().ok_or(BenchmarkError::Stop("there is no holder"))?;
		open_streams::<T>(MAX_STREAMS)?;
		Pallet::<T>::on_change(ASSET, investor, UNITS, UNITS);
		Streams::<T>::mutate(ASSET, |streams| {
			for stream in streams.iter_mut() {
				stream.id = stream.id.saturating_add(MAX_STREAMS);
			}
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(who), ASSET, investor);

		assert!(!Accounts::<T>::contains_key(ASSET, investor));
		Ok(())
	}

	#[benchmark]
	fn on_change() -> Result<(), BenchmarkError> {
		let holders = holders::<T>(1)?;
		let investor = holders.first().map(|(_, investor)| *investor).unwrap_or_default();
		open_streams::<T>(MAX_STREAMS)?;

		#[block]
		{
			<Pallet<T> as OnHoldingChange>::on_change(ASSET, investor, UNITS, 0);
		}

		assert!(Accounts::<T>::contains_key(ASSET, investor));
		Ok(())
	}

	#[benchmark]
	fn on_poll_idle() -> Result<(), BenchmarkError> {
		holders::<T>(1)?;
		super::declare::<T>(RecordDate::Future(next_hour::<T>()), Selection::All)?;
		OpeningAgenda::<T>::mutate(|agenda| {
			if let Some(agenda) = agenda {
				agenda.from = u64::MAX;
			}
		});
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::on_poll(1_u32.into(), &mut meter);
		}

		assert!(OpeningAgenda::<T>::exists());
		Ok(())
	}

	#[benchmark]
	fn on_poll_hour() -> Result<(), BenchmarkError> {
		holders::<T>(1)?;
		super::declare::<T>(RecordDate::Future(next_hour::<T>()), Selection::All)?;
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::on_poll(1_u32.into(), &mut meter);
		}

		assert!(OpeningAgenda::<T>::exists());
		Ok(())
	}

	#[benchmark]
	fn queue_push() -> Result<(), BenchmarkError> {
		holders::<T>(1)?;
		let id = super::declare::<T>(RecordDate::Now, Selection::All)?;
		let others = (1..MAX_QUEUE).map(|other| (ASSET, u32::MAX.saturating_sub(other)));
		Queue::<T>::put(PushQueue::truncate_from(others.collect()));
		let origin = declarer::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ASSET, id);

		assert!(Queue::<T>::get().contains(&(ASSET, id)));
		Ok(())
	}

	#[benchmark]
	fn on_idle_queue() -> Result<(), BenchmarkError> {
		holders::<T>(1)?;
		let others = (0..MAX_QUEUE).map(|other| (ASSET, u32::MAX.saturating_sub(other)));
		Queue::<T>::put(PushQueue::truncate_from(others.collect()));
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::push_idle(&mut meter);
		}

		assert_eq!(u32::try_from(Queue::<T>::get().len()), Ok(MAX_QUEUE.saturating_sub(1)));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}

// SPDX-License-Identifier: Apache-2.0

//! Each invariant is broken by hand and seen to be reported; random histories break none.

use super::*;
use crate::{
	math::Marks, FormerTable, FormerTables, Hours, Ledgers, Listed, OpeningAgenda, Parked, Purse,
	Queue, Streams, TableOf, TaxDue, TaxTable,
};
use cadastre_primitives::{traits::Checkpoints, AssetClass, Country};
use frame_support::traits::{fungibles::Mutate, Hooks};
use proptest::prelude::*;
use sp_core::{H256, U256};
use sp_io::storage;
use sp_runtime::StateVersion;

/// Breaks a state with an open, a named and a scheduled distribution, a stream, parked income and
/// withheld tax, and expects to be told so.
fn caught(number: &str, break_it: impl FnOnce()) {
	three().taxing(*b"CH", 35).build().execute_with(|| {
		resides(ANNA, *b"CH");
		let id = distribute(1_000);
		assert_ok!(claim(ANNA, id));
		Blocked::mutate(|all| all.insert(BENO));
		assert_ok!(claim_for(BENO, id));
		declare_in(USD, Amount::Total(50), RecordDate::Now, only(&[CARA])).unwrap();
		declare(100, RecordDate::Future(NOW + 3_600)).unwrap();
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 100));
		Register::transfer(ASSET, ANNA, DINO, 10);
		assert_ok!(Dividends::do_try_state());
		break_it();
		let DispatchError::Other(told) = Dividends::do_try_state().unwrap_err() else {
			panic!("another kind of error");
		};
		assert!(told.starts_with(number), "{told}");
		// A number is a whole word.
		assert!(told[number.len()..].starts_with([':', ' ']), "{told}");
	});
}

fn one(id: u32, change: impl FnOnce(&mut crate::DistributionOf<Test>)) {
	Distributions::<Test>::mutate(ASSET, id, |one| change(one.as_mut().unwrap()));
}

fn ledger(change: impl FnOnce(&mut crate::LedgerOf<Test>)) {
	Ledgers::<Test>::mutate(ASSET, change);
}

fn purse(change: impl FnOnce(&mut Purse<AccountId>)) {
	ledger(|ledger| change(ledger.purse_mut(&USD).unwrap()));
}

fn stream(change: impl FnOnce(&mut crate::StreamOf<Test>)) {
	Streams::<Test>::mutate(ASSET, |streams| change(&mut streams[0]));
}

#[test]
fn inv_d1_what_was_put_in() {
	caught("INV-D1", || purse(|purse| purse.ever += 1));
	caught("INV-D1", || purse(|purse| purse.closed.deposited += 1));
	caught("INV-D1", || one(2, |one| one.totals.deposited += 1));
}

#[test]
fn inv_d2_no_more_leaves_than_was_put_in() {
	caught("INV-D2", || purse(|purse| purse.closed.returned = 1));
	caught("INV-D2", || stream(|stream| stream.totals.paid = u128::MAX));
}

#[test]
fn inv_d3_parked_income() {
	caught("INV-D3", || Parked::<Test>::remove((ASSET, USD, BENO)));
	caught("INV-D3", || Parked::<Test>::insert((ASSET, USD, CARA), 1));
	caught("INV-D3", || Parked::<Test>::insert((ASSET, USD, CARA), 0));
	caught("INV-D3", || purse(|purse| purse.unparked = 1));
}

#[test]
fn inv_d4_withheld_tax() {
	caught("INV-D4", || TaxDue::<Test>::insert((ASSET, USD, Country::NONE), 1));
	caught("INV-D4", || purse(|purse| purse.remitted = 1));
}

#[test]
fn inv_d5_the_pot_has_what_it_owes() {
	caught("INV-D5", || {
		let burnt = frame_support::traits::tokens::Preservation::Expendable;
		assert_ok!(Money::transfer(USD, &pot(), &STRANGER, 1, burnt));
	});
	caught("INV-D5", || purse(|purse| purse.endowment += 1));
}

#[test]
fn inv_d6_purses_and_their_uses() {
	caught("INV-D6", || purse(|purse| purse.uses += 1));
	caught("INV-D6", || ledger(|ledger| ledger.purses.clear()));
	caught("INV-D6", || ledger(|ledger| ledger.cover = None));
	caught("INV-D6", || {
		ledger(|ledger| {
			ledger.purses.clear();
			ledger.cover = None;
		});
	});
	caught("INV-D6", || {
		ledger(|ledger| ledger.purses.try_push(ledger.purses[0].clone()).unwrap());
	});
	caught("INV-D6", || Parked::<Test>::insert((ASSET, NATIVE, BENO), 1));
	caught("INV-D6", || TaxDue::<Test>::insert((ASSET, NATIVE, Country::NONE), 1));
}

#[test]
fn inv_d7_what_is_open_and_due() {
	caught("INV-D7", || one(0, |one| one.open += 1));
	caught("INV-D7", || one(0, |one| one.units += 1));
	caught("INV-D7", || Marked::remove(ASSET, BENO));
	caught("INV-D7", || one(0, |one| one.cursor = crate::Cursor::End));
	caught("INV-D7", || {
		one(0, |one| one.totals.paid += 300);
	});
	caught("INV-D7", || {
		Marked::mutate(ASSET, CARA, |marks| *marks = marks.with(0));
	});
}

#[test]
fn inv_d8_streams_to_the_last_fraction() {
	caught("INV-D8", || stream(|stream| stream.earned.rest += 1));
	caught("INV-D8", || stream(|stream| stream.earned.index += U256::one()));
	caught("INV-D8", || {
		Accounts::<Test>::mutate(ASSET, ANNA, |account| {
			account.shares[0].share.accrued += U256::one();
		});
	});
	caught("INV-D8", || {
		Streams::<Test>::mutate(ASSET, |streams| {
			let twin = streams[0].clone();
			streams.try_push(twin).unwrap();
		});
	});
	caught("INV-D8", || Streams::<Test>::insert(OTHER_ASSET, crate::StreamList::default()));
}

#[test]
fn inv_d9_names() {
	caught("INV-D9", || Listed::<Test>::remove((ASSET, 1, CARA)));
	caught("INV-D9", || Listed::<Test>::insert((ASSET, 0, CARA), ()));
}

#[test]
fn inv_d10_stage_and_record_date() {
	caught("INV-D10", || one(2, |one| one.checkpoint = 1));
	caught("INV-D10", || one(2, |one| one.units = 1));
	caught("INV-D10", || one(0, |one| one.stage = DistributionStage::Overdue));
	caught("INV-D10", || one(0, |one| one.expires_at = one.pays_at));
	caught("INV-D10", || one(2, |one| one.pays_at = one.record_at - 1));
	caught("INV-D10", || one(2, |one| one.totals.paid = 1));
	caught("INV-D10", || Register::release(ASSET, get(0).checkpoint).unwrap());
}

#[test]
fn inv_d11_numbers() {
	caught("INV-D11", || ledger(|ledger| ledger.numbers.end(1)));
	caught("INV-D11", || {
		ledger(|ledger| {
			ledger.numbers.take().unwrap();
		});
	});
	caught("INV-D11", || {
		ledger(|ledger| {
			ledger.numbers.live = Marks { first: 0, bits: ledger.numbers.live.bits & !1 };
		});
	});
}

#[test]
fn inv_d12_the_agenda() {
	caught("INV-D12", OpeningAgenda::<Test>::kill);
	caught("INV-D12", || {
		OpeningAgenda::<Test>::mutate(|agenda| agenda.as_mut().unwrap().waiting += 1);
	});
	caught("INV-D12", || {
		OpeningAgenda::<Test>::mutate(|agenda| agenda.as_mut().unwrap().from += 2);
	});
	caught("INV-D12", || {
		Hours::<Test>::remove(101);
	});
	caught("INV-D12", || {
		let due = Hours::<Test>::take(101);
		Hours::<Test>::insert(102, due);
	});
	caught("INV-D12", || Hours::<Test>::insert(102, crate::Hour::default()));
}

#[test]
fn inv_d13_tables() {
	let unordered = |table: &mut TaxTable| {
		let row = |code| (Country::from_code(code).unwrap(), Permill::zero());
		table.rates = vec![row(*b"CH"), row(*b"AD")].try_into().unwrap();
	};
	let real_estate = AssetClass::RealEstate;
	let table = || TableOf::<Test>::get(real_estate).unwrap();
	caught("INV-D13", || TableOf::<Test>::insert(AssetClass::Fund, table()));
	caught("INV-D13", || TableOf::<Test>::remove(real_estate));
	caught("INV-D13", || {
		TableOf::<Test>::mutate(real_estate, |table| table.as_mut().unwrap().id = 9)
	});
	caught("INV-D13", || {
		TableOf::<Test>::mutate(real_estate, |table| unordered(table.as_mut().unwrap()));
	});
	let former = |id, table| {
		let needed_until = Moment::MAX;
		FormerTables::<Test>::insert(id, FormerTable { table, needed_until });
	};
	caught("INV-D13", || former(0, table()));
	caught("INV-D13", || former(7, TaxTable { id: 7, ..table() }));
	caught("INV-D13", || {
		let mut old = TaxTable { id: 7, ..table() };
		TableOf::<Test>::mutate(real_estate, |table| table.as_mut().unwrap().id = 8);
		unordered(&mut old);
		former(7, old);
	});
}

#[test]
fn inv_d13_a_table_is_kept_as_long_as_it_is_needed() {
	let replaced = || {
		let set = |_| Op::SetRates { percent: 10 }.run();
		assert_ok!((0..2).try_for_each(set));
		assert_ok!(Dividends::do_try_state());
	};
	// The one that an open distribution follows, not the one that nothing has followed.
	caught("INV-D13: a distribution follows", || {
		replaced();
		FormerTables::<Test>::remove(get(0).table);
	});
	caught("INV-D13: a distribution follows", || {
		replaced();
		FormerTables::<Test>::mutate(get(0).table, |former| {
			former.as_mut().unwrap().table.class = AssetClass::Fund;
		});
	});
	caught("INV-D13: a distribution pays", || {
		replaced();
		FormerTables::<Test>::mutate(get(0).table, |former| {
			former.as_mut().unwrap().needed_until = get(0).expires_at - 1;
		});
	});
	caught("INV-D13: former tables are", || {
		replaced();
		let counter = FormerTables::<Test>::counter_storage_final_key();
		sp_io::storage::set(&counter, &codec::Encode::encode(&1_u32));
	});
}

#[test]
fn inv_d14_accounts() {
	caught("INV-D14", || Accounts::<Test>::insert(ASSET, 77, crate::Account::default()));
	caught("INV-D14", || {
		Accounts::<Test>::mutate(ASSET, ANNA, |account| {
			let twin = crate::StreamShare { share: Default::default(), ..account.shares[0] };
			account.shares.try_push(twin).unwrap();
		});
	});
}

#[test]
fn inv_d14_what_an_account_says_is_owned() {
	caught("INV-D14", || Accounts::<Test>::mutate(ASSET, ANNA, |account| account.owned += 1));
	// Also where nothing has been earned.
	three().build().execute_with(|| {
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
		Register::transfer(ASSET, ANNA, DINO, 10);
		assert_ok!(Dividends::do_try_state());
		Accounts::<Test>::mutate(ASSET, ANNA, |account| account.owned += 1);
		let told = Dividends::do_try_state().unwrap_err();
		let expected = "INV-D14: an account does not know what is owned";
		assert_eq!(told, DispatchError::Other(expected));
	});
}

#[test]
fn inv_d15_the_queue() {
	caught("INV-D15", || {
		for _ in 0..2 {
			Queue::<Test>::mutate(|queue| queue.try_push((ASSET, 0)).unwrap());
		}
	});
}

#[test]
fn inv_d16_marks_are_of_who_takes_part() {
	let mark = |investor, id| Marked::mutate(ASSET, investor, |marks| *marks = marks.with(id));
	// It owned nothing at the record date; it is not named.
	caught("INV-D16", || mark(DINO, 0));
	caught("INV-D16", || mark(ANNA, 1));
	// On either side of the cursor.
	caught("INV-D16", || {
		assert_ok!(push(1, 100));
		mark(BENO, 1);
	});
	// Of who takes part it says what is open.
	caught("INV-D7", || {
		assert_ok!(push(1, 100));
		mark(CARA, 1);
	});
}

#[derive(Clone, Debug)]
enum Op {
	Declare { amount: Balance, each: bool, native: bool, hours: Moment, selection: Option<bool> },
	Past { amount: Balance },
	Open { id: u32 },
	Cancel { id: u32 },
	Claim { who: InvestorId, id: u32 },
	ClaimFor { who: InvestorId, id: u32 },
	Push { id: u32, limit: u32 },
	Queue { id: u32 },
	Idle { holders: u32 },
	Close { id: u32 },
	PayParked { who: InvestorId, native: bool },
	Surrender { who: InvestorId, native: bool },
	OpenStream { native: bool },
	Fund { native: bool, amount: Balance },
	ClaimStreams { who: InvestorId },
	ClaimStreamsFor { who: InvestorId },
	CloseStream { native: bool },
	FinishStream { native: bool },
	SetRates { percent: u32 },
	Certify { who: InvestorId, percent: u32, from: Moment },
	Remit { native: bool, country: Option<bool> },
	ClosePurse { native: bool },
	Prune { who: InvestorId },
	PruneTable { table: u32 },
	Transfer { from: InvestorId, to: InvestorId, units: Balance },
	Issue { to: InvestorId, units: Balance },
	Block { who: InvestorId },
	Refuse { who: InvestorId },
	Allow,
	Fault { after: u32 },
	Wait { seconds: Moment },
	Poll,
}

const LAST: InvestorId = 7;

fn op() -> impl Strategy<Value = Op> {
	let who = || 1..=LAST;
	let id = || 0..8_u32;
	let amount = || prop_oneof![0..3_u128, 1..2_000_u128, 1..1_000_000_u128];
	let native = || prop::bool::weighted(0.3);
	prop_oneof![
		4 => (amount(), prop::bool::weighted(0.2), native(), 0..4_u64, prop::option::of(any::<bool>()))
			.prop_map(|(amount, each, native, hours, selection)| {
				Op::Declare { amount, each, native, hours, selection }
			}),
		1 => amount().prop_map(|amount| Op::Past { amount }),
		1 => id().prop_map(|id| Op::Open { id }),
		1 => id().prop_map(|id| Op::Cancel { id }),
		6 => (who(), id()).prop_map(|(who, id)| Op::Claim { who, id }),
		3 => (who(), id()).prop_map(|(who, id)| Op::ClaimFor { who, id }),
		4 => (id(), 1..5_u32).prop_map(|(id, limit)| Op::Push { id, limit }),
		2 => id().prop_map(|id| Op::Queue { id }),
		2 => (0..4_u32).prop_map(|holders| Op::Idle { holders }),
		4 => id().prop_map(|id| Op::Close { id }),
		1 => (who(), native()).prop_map(|(who, native)| Op::PayParked { who, native }),
		1 => (who(), native()).prop_map(|(who, native)| Op::Surrender { who, native }),
		2 => native().prop_map(|native| Op::OpenStream { native }),
		5 => (native(), amount()).prop_map(|(native, amount)| Op::Fund { native, amount }),
		4 => who().prop_map(|who| Op::ClaimStreams { who }),
		2 => who().prop_map(|who| Op::ClaimStreamsFor { who }),
		1 => native().prop_map(|native| Op::CloseStream { native }),
		1 => native().prop_map(|native| Op::FinishStream { native }),
		1 => (0..=100_u32).prop_map(|percent| Op::SetRates { percent }),
		1 => (who(), 0..=100_u32, 0..20_000_u64)
			.prop_map(|(who, percent, from)| Op::Certify { who, percent, from }),
		1 => (native(), prop::option::of(any::<bool>()))
			.prop_map(|(native, country)| Op::Remit { native, country }),
		1 => native().prop_map(|native| Op::ClosePurse { native }),
		2 => who().prop_map(|who| Op::Prune { who }),
		1 => (0..6_u32).prop_map(|table| Op::PruneTable { table }),
		8 => (who(), who(), 0..60_u128)
			.prop_map(|(from, to, units)| Op::Transfer { from, to, units }),
		2 => (who(), 0..60_u128).prop_map(|(to, units)| Op::Issue { to, units }),
		1 => who().prop_map(|who| Op::Block { who }),
		1 => who().prop_map(|who| Op::Refuse { who }),
		2 => Just(Op::Allow),
		1 => (0..3_u32).prop_map(|after| Op::Fault { after }),
		4 => prop_oneof![9 => 0..3_000_u64, 1 => Just(LONGEST)]
			.prop_map(|seconds| Op::Wait { seconds }),
		3 => Just(Op::Poll),
	]
}

fn currency(native: bool) -> frame_support::traits::fungible::NativeOrWithId<u32> {
	if native {
		NATIVE
	} else {
		USD
	}
}

impl Op {
	fn run(self) -> DispatchResult {
		let anybody = || signed(STRANGER);
		match self {
			Self::Declare { amount, each, native, hours, selection } => {
				let amount =
					if each { Amount::PerUnit(amount % 50) } else { Amount::Total(amount) };
				let record = match hours {
					0 | 1 => RecordDate::Now,
					more => RecordDate::Future((Today::get() / 3_600 + more) * 3_600),
				};
				let selection = match selection {
					None => Selection::All,
					Some(true) => only(&[1, 2, 6]),
					Some(false) => except(&[2, 3]),
				};
				declare_in(currency(native), amount, record, selection).map(|_| ())
			},
			Self::Past { amount } => {
				let checkpoint = Register::take(ASSET)?;
				let declared = declare(amount, RecordDate::Past(checkpoint)).map(|_| ());
				Register::release(ASSET, checkpoint)?;
				declared
			},
			Self::Open { id } => Dividends::open(anybody(), ASSET, id),
			Self::Cancel { id } => Dividends::cancel(signed(ISSUER), ASSET, id),
			Self::Claim { who, id } => claim(who, id),
			Self::ClaimFor { who, id } => claim_for(who, id),
			Self::Push { id, limit } => push(id, limit),
			Self::Queue { id } => Dividends::queue_push(signed(ISSUER), ASSET, id),
			Self::Idle { holders } => {
				let start = <() as crate::WeightInfo>::on_idle_queue();
				let room = start + <() as crate::WeightInfo>::push(holders);
				assert!(Dividends::on_idle(1, room).all_lte(room));
				Ok(())
			},
			Self::Close { id } => Dividends::close(anybody(), ASSET, id),
			Self::PayParked { who, native } => {
				Dividends::pay_parked(anybody(), ASSET, currency(native), who)
			},
			Self::Surrender { who, native } => Dividends::surrender_parked(
				signed(TAXMAN),
				ASSET,
				currency(native),
				who,
				TREASURY,
				H256::zero(),
			),
			Self::OpenStream { native } => {
				Dividends::open_stream(signed(ISSUER), ASSET, currency(native))
			},
			Self::Fund { native, amount } => {
				Dividends::fund_stream(anybody(), ASSET, currency(native), amount)
			},
			Self::ClaimStreams { who } => Dividends::claim_streams(signed(who.into()), ASSET),
			Self::ClaimStreamsFor { who } => Dividends::claim_streams_for(anybody(), ASSET, who),
			Self::CloseStream { native } => {
				Dividends::close_stream(signed(ISSUER), ASSET, currency(native))
			},
			Self::FinishStream { native } => {
				Dividends::finish_stream(anybody(), ASSET, currency(native))
			},
			Self::SetRates { percent } => Dividends::set_tax_table(
				signed(TAXMAN),
				AssetClass::RealEstate,
				Permill::from_percent(percent / 2),
				vec![(*b"CH", Permill::from_percent(percent))].try_into().unwrap(),
			),
			Self::Certify { who, percent, from } => Dividends::file_certificate(
				signed(TAXMAN),
				who,
				AssetClass::RealEstate,
				Permill::from_percent(percent),
				NOW + from,
				NOW + from + 5_000,
			),
			Self::Remit { native, country } => Dividends::remit_tax(
				signed(TAXMAN),
				ASSET,
				currency(native),
				country.map(|swiss| if swiss { *b"CH" } else { *b"DE" }),
				TREASURY,
				H256::zero(),
			),
			Self::ClosePurse { native } => {
				Dividends::close_purse(signed(ISSUER), ASSET, currency(native))
			},
			Self::Prune { who } => Dividends::prune(anybody(), ASSET, who),
			Self::PruneTable { table } => Dividends::prune_tax_table(anybody(), table),
			Self::Transfer { from, to, units } => {
				Register::transfer(ASSET, from, to, units);
				Ok(())
			},
			Self::Issue { to, units } => {
				Register::set(ASSET, to, units);
				Ok(())
			},
			Self::Block { who } => {
				Blocked::mutate(|all| all.insert(who));
				Ok(())
			},
			Self::Refuse { who } => {
				Refused::mutate(|all| all.insert(who.into()));
				Ok(())
			},
			Self::Allow => {
				Blocked::set(Default::default());
				Refused::set(Default::default());
				Ok(())
			},
			Self::Fault { after } => {
				FailAfter::set(Some(after));
				Ok(())
			},
			Self::Wait { seconds } => {
				passes(seconds);
				Ok(())
			},
			Self::Poll => {
				poll();
				Ok(())
			},
		}
	}
}

/// Only money that the calls moved is anywhere: nothing was made, and nothing got lost.
fn all_money(native: bool) -> Balance {
	let accounts = (1..=u128::from(LAST)).chain([ISSUER, TAXMAN, STRANGER, TREASURY, pot()]);
	let held = if native { held(ISSUER) + held(TAXMAN) } else { 0 };
	accounts.map(|who| money(currency(native), who)).sum::<Balance>() + held
}

/// What a pot has is what it owes, to the unit.
fn check_pots() {
	for native in [true, false] {
		let currency = currency(native);
		let mut owed = match crate::mock::purse(currency.clone()) {
			Some(purse) => purse.endowment + purse.closed.claimable().unwrap(),
			None => 0,
		};
		owed += Parked::<Test>::iter_prefix_values((ASSET, currency.clone())).sum::<Balance>();
		owed += TaxDue::<Test>::iter_prefix_values((ASSET, currency.clone())).sum::<Balance>();
		owed += Distributions::<Test>::iter_prefix_values(ASSET)
			.filter(|one| one.currency == currency)
			.map(|one| one.totals.claimable().unwrap())
			.sum::<Balance>();
		owed += Streams::<Test>::get(ASSET)
			.iter()
			.filter(|stream| stream.currency == currency)
			.map(|stream| stream.totals.claimable().unwrap())
			.sum::<Balance>();
		assert_eq!(money(currency, pot()), owed);
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::cases(250, 40)))]

	#[test]
	fn random_histories_keep_every_invariant(ops in prop::collection::vec(op(), 1..120)) {
		three().taxing(*b"CH", 35).build_and_execute(|| {
			resides(ANNA, *b"CH");
			Residences::mutate(|all| {
				all.insert(BENO, vec![(0, *b"CH"), (NOW + 5_000, *b"DE")]);
			});
			let before = (all_money(true), all_money(false));
			for op in ops {
				let shown = format!("{op:?}");
				let faulty = matches!(op, Op::Fault { .. });
				let root = storage::root(StateVersion::V1);
				let result = frame_support::storage::with_storage_layer(|| op.run());
				if result.is_err() {
					assert_eq!(storage::root(StateVersion::V1), root, "{shown}");
				}
				if !faulty {
					FailAfter::set(None);
				}
				assert_eq!(Dividends::do_try_state(), Ok(()), "after {shown}");
				check_pots();
				assert_eq!((all_money(true), all_money(false)), before, "after {shown}");
			}
			wind_down();
			assert_eq!(held(ISSUER) + held(TAXMAN), 0);
			assert_eq!((money(NATIVE, pot()), usd(pot())), (0, 0));
			assert_eq!(Accounts::<Test>::iter().count(), 0);
		});
	}
}

/// Everything has a way out, and every deposit comes back.
fn wind_down() {
	FailAfter::set(None);
	Blocked::set(Default::default());
	Refused::set(Default::default());
	passes(100 * DAY);
	for _ in 0..200 {
		poll();
	}
	let ids: Vec<u32> = Distributions::<Test>::iter_key_prefix(ASSET).collect();
	for id in ids {
		if get(id).stage == DistributionStage::Open {
			passes(100 * DAY);
			assert_ok!(Dividends::close(signed(STRANGER), ASSET, id));
		} else {
			assert_ok!(Dividends::cancel(signed(ISSUER), ASSET, id));
		}
	}
	for native in [true, false] {
		let currency = currency(native);
		let _ = Dividends::close_stream(signed(ISSUER), ASSET, currency.clone());
		passes(CLAIM_PERIOD);
		let _ = Dividends::finish_stream(signed(STRANGER), ASSET, currency.clone());
		for investor in 1..=LAST {
			let origin = signed(TAXMAN);
			let (to, order) = (TREASURY, H256::zero());
			let _ =
				Dividends::surrender_parked(origin, ASSET, currency.clone(), investor, to, order);
		}
		for country in [None, Some(*b"CH"), Some(*b"DE")] {
			let (to, hash) = (TREASURY, H256::zero());
			let _ =
				Dividends::remit_tax(signed(TAXMAN), ASSET, currency.clone(), country, to, hash);
		}
		let _ = Dividends::close_purse(signed(ISSUER), ASSET, currency);
	}
	for investor in 1..=LAST {
		let _ = Dividends::prune(signed(STRANGER), ASSET, investor);
		let _ = Dividends::remove_certificate(signed(TAXMAN), investor, AssetClass::RealEstate);
	}
	assert!(Ledgers::<Test>::get(ASSET).purses.is_empty());
	for table in FormerTables::<Test>::iter_keys().collect::<Vec<_>>() {
		assert_ok!(Dividends::prune_tax_table(signed(STRANGER), table));
	}
	assert_eq!((FormerTables::<Test>::count(), FormerTables::<Test>::iter().count()), (0, 0));
}

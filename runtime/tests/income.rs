// SPDX-License-Identifier: Apache-2.0

//! Income of holders on the whole runtime: distributions and streams in the native token and in a
//! stablecoin, through signed transactions and the hooks of blocks.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod common;

use cadastre_primitives::{
	token::UNIT, AssetClass, Balance, Country, DistributionId, DistributionStage, IncomeDue,
	InvestorId,
};
use cadastre_runtime::{
	configs::{
		chain_governance::{Origin, TreasuryAccount},
		monetary::{Currency, EXISTENTIAL_DEPOSIT},
	},
	Balances, Compliance, Dividends, Runtime, RuntimeEvent, RuntimeOrigin, System,
};
use common::{chain, holders::*, runtime_api};
use frame_support::{
	assert_noop, assert_ok,
	traits::{Currency as _, Hooks},
	weights::Weight,
};
use pallet_dividends::{Amount, Call, Error, Event, RecordDate, Selection, WeightInfo};
use sp_core::H256;
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::{BoundedVec, DispatchError, DispatchResult, Permill};

fn declare_call(currency: Currency, amount: Balance, record: RecordDate) -> Call<Runtime> {
	let from = match record {
		RecordDate::Future(at) => at,
		_ => now(),
	};
	Call::declare {
		asset: ASSET,
		currency,
		amount: Amount::Total(amount),
		record,
		pays_at: from,
		expires_at: from + 60 * DAY,
		selection: Selection::All,
	}
}

fn declare(currency: Currency, amount: Balance) -> DistributionId {
	let id = pallet_dividends::Ledgers::<Runtime>::get(ASSET).numbers.next;
	assert_ok!(submit(ISSUER, declare_call(currency, amount, RecordDate::Now)));
	id
}

fn claim(who: Sr25519Keyring, id: DistributionId) -> DispatchResult {
	submit(who, Call::claim { asset: ASSET, distributions: BoundedVec::truncate_from(vec![id]) })
}

fn push(id: DistributionId, limit: u32) -> DispatchResult {
	submit(STRANGER, Call::push { asset: ASSET, distribution: id, limit })
}

/// The receipts of this block: who, gross, tax, and whether it was parked.
fn receipts() -> Vec<(InvestorId, Balance, Balance, bool)> {
	events(|event| match event {
		RuntimeEvent::Dividends(Event::IncomePaid { investor, gross, tax, .. }) => {
			Some((investor, gross, tax, false))
		},
		RuntimeEvent::Dividends(Event::IncomeParked { investor, gross, tax, .. }) => {
			Some((investor, gross, tax, true))
		},
		_ => None,
	})
}

/// What is due to everybody, as the runtime API answers it: gross, tax and net.
fn dues(who: Sr25519Keyring) -> Vec<(Balance, Balance, Balance)> {
	let dues: Vec<IncomeDue<Currency>> =
		runtime_api("DividendsApi_income_due", (who.to_account_id(), ASSET));
	dues.into_iter().map(|due| (due.gross, due.tax, due.net)).collect()
}

fn remit(currency: Currency, country: Option<[u8; 2]>) -> DispatchResult {
	let to = TreasuryAccount::get();
	let origin = Origin::AssetAdmin.into();
	Dividends::remit_tax(origin, ASSET, currency, country, to, H256::repeat_byte(7))
}

fn staged(test: impl FnOnce()) {
	chain("development").execute_with(|| {
		stage();
		test();
		check();
	});
}

/// What an asset pays once for all of its records: a price that a treasury of holders can pay.
#[test]
fn the_deposit_for_all_records_of_an_asset_is_small_and_paid_once() {
	staged(|| {
		let held = || Balances::reserved_balance(ISSUER.to_account_id());
		let before = held();
		declare(CENTS, 1_000);
		let deposit = held() - before;
		assert!((10 * UNIT..20 * UNIT).contains(&deposit), "{deposit}");
		declare(CENTS, 1_000);
		assert_eq!(held() - before, deposit);
	});
}

/// The whole way of a dividend, in each kind of currency, exact to the unit.
#[test]
fn a_dividend_is_declared_claimed_pushed_taxed_and_closed() {
	// Of 1,000 units one gets so much; the remainder is one unit.
	for (currency, each) in [(CENTS, 10), (NATIVE, UNIT)] {
		staged(|| {
			let put_in = 1_000 * each + 1;
			let id = declare(currency.clone(), put_in);
			let pot = Dividends::pot(ASSET);
			let endowment = money(currency.clone(), &pot) - put_in;

			let (alice, bob) = (500 * each, 300 * each);
			let tax = |gross, percent| Permill::from_percent(percent).mul_floor(gross);
			assert_eq!(dues(Alice), [(alice, tax(alice, 35), alice - tax(alice, 35))]);
			assert!(dues(STRANGER).is_empty());
			// The holder itself, anybody for the next one, and pages for all who are left.
			assert_ok!(claim(Alice, id));
			assert_noop!(
				Dividends::claim(by(Alice), ASSET, BoundedVec::truncate_from(vec![id])),
				Error::<Runtime>::AlreadyPaid
			);
			let before = money(currency.clone(), &Bob.to_account_id());
			let of_bob = BoundedVec::truncate_from(vec![id]);
			let for_bob =
				Call::claim_for { asset: ASSET, investor: investor(Bob), distributions: of_bob };
			assert_ok!(submit(STRANGER, for_bob));
			let paid = money(currency.clone(), &Bob.to_account_id()) - before;
			assert_eq!(paid, bob - tax(bob, 15));
			assert_ok!(push(id, 3));
			assert_ok!(push(id, 100));
			assert_noop!(
				Dividends::push(by(STRANGER), ASSET, id, 100),
				Error::<Runtime>::NothingToPush
			);

			let (us, sg) = (150 * each, 50 * each);
			let mut told = receipts();
			told.sort_unstable();
			let mut expected = [
				(investor(Alice), alice, tax(alice, 35), false),
				(investor(Bob), bob, tax(bob, 15), false),
				// A residence that no table names pays the rate of the others.
				(investor(Charlie), us, tax(us, 30), false),
				(investor(One), sg, 0, false),
			];
			expected.sort_unstable();
			assert_eq!(told, expected);
			assert_eq!(money(currency.clone(), &One.to_account_id()), sg);

			// What was withheld is the authorities', country by country.
			let withheld = tax(alice, 35) + tax(bob, 15) + tax(us, 30);
			assert_eq!(money(currency.clone(), &pot), endowment + withheld + 1);
			let before = money(currency.clone(), &TreasuryAccount::get());
			for country in [*b"CH", *b"DE", *b"US"] {
				assert_ok!(remit(currency.clone(), Some(country)));
				assert_noop!(remit(currency.clone(), Some(country)), Error::<Runtime>::NothingDue);
			}
			let remitted = money(currency.clone(), &TreasuryAccount::get()) - before;
			assert_eq!(remitted, withheld);

			// The unit that was left joins the next distribution, and the money is gone to the unit.
			assert_ok!(submit(STRANGER, Call::close { asset: ASSET, distribution: id }));
			let next = declare(currency.clone(), 1_000 * each - 1);
			let info = Dividends::distribution(ASSET, next).unwrap();
			assert_eq!((info.deposited, info.open), (1_000 * each, 4));
			assert_ok!(push(next, 100));
			assert_ok!(submit(STRANGER, Call::close { asset: ASSET, distribution: next }));
			for country in [*b"CH", *b"DE", *b"US"] {
				assert_ok!(remit(currency.clone(), Some(country)));
			}
			let close = Call::close_purse { asset: ASSET, currency: currency.clone() };
			assert_ok!(submit(ISSUER, close));
			assert_eq!(money(currency.clone(), &pot), 0);
		});
	}
}

#[test]
fn a_certificate_lowers_the_tax_of_its_investor_only() {
	staged(|| {
		// The tax office acts through the treasury of the chain, which pays for the record.
		let dest = TreasuryAccount::get().into();
		assert_ok!(submit(
			ISSUER,
			pallet_balances::Call::transfer_keep_alive { dest, value: UNIT }
		));
		let admin = || RuntimeOrigin::from(Origin::AssetAdmin);
		let (class, rate, until) = (AssetClass::Debt, Permill::from_percent(5), now() + DAY);
		let alice = investor(Alice);
		assert_ok!(Dividends::file_certificate(admin(), alice, class, rate, 0, until));
		let id = declare(CENTS, 10_000);
		assert_ok!(push(id, 100));
		let told = receipts();
		assert!(told.contains(&(alice, 5_000, 250, false)), "{told:?}");
		assert!(told.contains(&(investor(Bob), 3_000, 450, false)), "{told:?}");
		assert_noop!(
			Dividends::file_certificate(by(ISSUER), alice, class, rate, 0, until),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn a_holder_of_a_delisted_provider_is_parked_and_stops_nobody() {
	staged(|| {
		let id = declare(CENTS, 10_000);
		assert_ok!(Compliance::delist_provider(RuntimeOrigin::root(), 1));
		let claimed = BoundedVec::truncate_from(vec![id]);
		assert_noop!(
			Dividends::claim(by(One), ASSET, claimed),
			pallet_compliance::Error::<Runtime>::ProviderNotListed
		);
		assert_ok!(push(id, 100));
		let one = investor(One);
		assert_eq!(receipts().into_iter().filter(|receipt| !receipt.3).count(), 3);
		assert!(receipts().contains(&(one, 500, 0, true)));
		assert_eq!(money(CENTS, &One.to_account_id()), 0);
		let info = Dividends::distribution(ASSET, id).unwrap();
		assert_eq!((info.parked, info.open, info.claimable), (500, 0, 0));

		let pay = || Call::pay_parked { asset: ASSET, currency: CENTS, investor: one };
		let refused = pallet_compliance::Error::<Runtime>::ProviderNotListed.into();
		assert_eq!(submit(STRANGER, pay()), Err(refused));
		// The distribution can be closed: what is parked waits by itself.
		assert_ok!(submit(STRANGER, Call::close { asset: ASSET, distribution: id }));
		wait(400 * DAY);
		assert_ok!(Compliance::relist_provider(RuntimeOrigin::root(), 1));
		assert_ok!(submit(STRANGER, pay()));
		assert_eq!(money(CENTS, &One.to_account_id()), 500);
	});
}

#[test]
fn a_blocked_holder_is_parked_and_an_order_disposes_of_it() {
	staged(|| {
		let id = declare(CENTS, 10_000);
		let charlie = investor(Charlie);
		assert_ok!(Compliance::block(RuntimeOrigin::root(), charlie));
		assert_ok!(push(id, 100));
		assert!(receipts().contains(&(charlie, 1_500, 450, true)));
		let to = STRANGER.to_account_id();
		let order = H256::repeat_byte(9);
		let surrender =
			|origin| Dividends::surrender_parked(origin, ASSET, CENTS, charlie, to.clone(), order);
		assert_noop!(surrender(by(ISSUER)), DispatchError::BadOrigin);
		assert_ok!(surrender(Origin::AssetAdmin.into()));
		assert_eq!(money(CENTS, &to), 1_050);
		assert_noop!(surrender(RuntimeOrigin::root()), Error::<Runtime>::NothingDue);
	});
}

/// The native token refuses an account that would stay below the least balance: the holder is
/// parked, until enough has come together.
#[test]
fn what_the_native_token_refuses_is_parked() {
	staged(|| {
		assert_eq!(Balances::total_balance(&One.to_account_id()), 0);
		let small = EXISTENTIAL_DEPOSIT / 2;
		let id = declare(NATIVE, small * 20);
		assert_ok!(push(id, 100));
		assert!(receipts().contains(&(investor(One), small, 0, true)));
		let pay = || Call::pay_parked { asset: ASSET, currency: NATIVE, investor: investor(One) };
		assert!(submit(STRANGER, pay()).is_err());
		assert_ok!(Compliance::delist_provider(RuntimeOrigin::root(), 1));
		let id = declare(NATIVE, small * 20);
		assert_ok!(push(id, 100));
		assert_ok!(Compliance::relist_provider(RuntimeOrigin::root(), 1));
		assert_ok!(submit(STRANGER, pay()));
		assert_eq!(money(NATIVE, &One.to_account_id()), 2 * small);
	});
}

#[test]
fn idle_blocks_push_what_is_queued_as_far_as_they_have_room() {
	staged(|| {
		let id = declare(CENTS, 10_000);
		let queue = || Call::queue_push { asset: ASSET, distribution: id };
		assert_eq!(submit(STRANGER, queue()), Err(DispatchError::BadOrigin));
		assert_ok!(submit(ISSUER, queue()));
		wait(6);
		let open = || Dividends::distribution(ASSET, id).unwrap().open;
		type Weights = <Runtime as pallet_dividends::Config>::WeightInfo;
		let number = System::block_number();
		// No room, no work; a little room, a small page.
		assert_eq!(Dividends::on_idle(number, Weight::zero()), Weight::zero());
		assert_eq!(open(), 4);
		let room = Weights::on_idle_queue() + Weights::push(2);
		assert!(Dividends::on_idle(number, room).all_lte(room));
		assert_eq!(open(), 2);
		idle(<Runtime as frame_system::Config>::BlockWeights::get().max_block);
		assert_eq!(open(), 0);
		assert_eq!(receipts().len(), 4);
		assert!(pallet_dividends::Queue::<Runtime>::get().is_empty());
	});
}

/// Two months of rent, declared at once: each opens itself, among who holds shares then.
#[test]
fn a_series_opens_itself_at_its_record_dates() {
	staged(|| {
		let month = 30 * DAY;
		let records = [month, 2 * month].map(|at| at / 3_600 * 3_600);
		let series = Call::declare_series {
			asset: ASSET,
			currency: CENTS,
			amount: 1_000,
			records: BoundedVec::truncate_from(records.to_vec()),
			pays_after: DAY,
			claim_period: 60 * DAY,
			selection: Selection::All,
		};
		assert_ok!(submit(ISSUER, series));
		let stage = |id| Dividends::distribution(ASSET, id).unwrap().stage;
		// The blocks catch up on at most a day of hours each.
		let up_to = |moment: u64| {
			while now() + DAY < moment {
				wait(DAY);
			}
			wait_until(moment);
		};
		up_to(records[0] - 6);
		assert_eq!(stage(0), DistributionStage::Scheduled);
		wait(6);
		assert_eq!((stage(0), stage(1)), (DistributionStage::Open, DistributionStage::Scheduled));
		let early = claim(Bob, 0);
		assert_eq!(early, Err(Error::<Runtime>::NotYetPayable.into()));

		// Bought after the first record date, and before the second.
		let to = Bob.to_account_id();
		let transfer = pallet_shares::Call::transfer { asset: ASSET, to, amount: 500 };
		assert_ok!(submit(Alice, transfer));
		up_to(records[1] + DAY);
		assert_eq!(stage(1), DistributionStage::Open);
		let gross = |who| dues(who).into_iter().map(|(gross, ..)| gross).collect::<Vec<_>>();
		assert_eq!((gross(Alice), gross(Bob)), (vec![500], vec![300, 800]));
		assert_ok!(push(0, 100));
		assert_ok!(push(1, 100));
		assert_eq!(money(CENTS, &Bob.to_account_id()), 300 - 45 + 800 - 120);
	});
}

/// Whatever moves shares settles the stream first: who owned them when the rent came in has it.
#[test]
fn every_movement_settles_the_streams() {
	staged(|| {
		for currency in [CENTS, NATIVE] {
			assert_ok!(submit(ISSUER, Call::open_stream { asset: ASSET, currency }));
		}
		let fund = |amount| {
			for currency in [CENTS, NATIVE] {
				let call = Call::fund_stream { asset: ASSET, currency, amount };
				assert_ok!(submit(ISSUER, call));
			}
			check();
		};
		let (alice, bob) = (Alice.to_account_id(), Bob.to_account_id());
		let gross =
			|who| -> Vec<Balance> { dues(who).into_iter().map(|(gross, ..)| gross).collect() };
		fund(UNIT);
		let mut owed = (UNIT / 2, UNIT * 3 / 10);
		assert_eq!((gross(Alice), gross(Bob)), (vec![owed.0; 2], vec![owed.1; 2]));

		// Each leaves Alice and Bob with so many of so many units.
		use pallet_shares::Call as Move;
		let moves: [(Sr25519Keyring, Move<Runtime>, [u128; 3]); 5] = [
			(
				Alice,
				Move::transfer { asset: ASSET, to: bob.clone(), amount: 100 },
				[400, 400, 1_000],
			),
			(
				ISSUER,
				Move::issue { asset: ASSET, to: alice.clone(), amount: 1_000 },
				[1_400, 400, 2_000],
			),
			(Bob, Move::redeem { asset: ASSET, amount: 400 }, [1_400, 0, 1_600]),
			(
				Alice,
				Move::approve {
					asset: ASSET,
					spender: STRANGER.to_account_id(),
					amount: 400,
					expires_at: now() + DAY,
				},
				[1_400, 0, 1_600],
			),
			(
				STRANGER,
				Move::transfer_from { asset: ASSET, owner: alice, to: bob, amount: 400 },
				[1_000, 400, 1_600],
			),
		];
		for (who, call, [alice, bob, all]) in moves {
			assert_ok!(submit(who, call));
			check();
			// The movement itself pays nobody and takes from nobody.
			assert_eq!((gross(Alice)[0], gross(Bob)[0]), owed);
			fund(UNIT);
			owed = (owed.0 + UNIT * alice / all, owed.1 + UNIT * bob / all);
			assert_eq!((gross(Alice), gross(Bob)), (vec![owed.0; 2], vec![owed.1; 2]));
		}

		let before = money(CENTS, &Bob.to_account_id());
		assert_ok!(submit(Bob, Call::claim_streams { asset: ASSET }));
		let tax = Permill::from_percent(15).mul_floor(owed.1);
		assert_eq!(money(CENTS, &Bob.to_account_id()) - before, owed.1 - tax);
		assert_eq!(gross(Bob), [0; 0]);
		assert_eq!(
			submit(Bob, Call::claim_streams { asset: ASSET }),
			Err(Error::<Runtime>::NothingDue.into())
		);
		// One is not there for a while: what it earned is parked, and the others are not stopped.
		assert_ok!(Compliance::delist_provider(RuntimeOrigin::root(), 1));
		let one = investor(One);
		assert_ok!(submit(STRANGER, Call::claim_streams_for { asset: ASSET, investor: one }));
		let parked = receipts().into_iter().filter(|receipt| receipt.0 == one && receipt.3);
		assert_eq!(parked.count(), 2);
	});
}

#[test]
fn who_may_declare_is_who_has_the_role_and_nobody_else() {
	staged(|| {
		let call = || declare_call(CENTS, 1_000, RecordDate::Now);
		for who in [Alice, Bob, PROVIDER, STRANGER] {
			assert_eq!(submit(who, call()), Err(DispatchError::BadOrigin), "{who:?}");
		}
		// An asset that does not exist has nobody.
		let mut other = call();
		if let Call::declare { asset, .. } = &mut other {
			*asset = 99;
		}
		assert_eq!(submit(ISSUER, other), Err(DispatchError::BadOrigin));
		// Whom the issuer lets.
		let role = pallet_asset_registry::Call::grant_role {
			asset: ASSET,
			account: STRANGER.to_account_id(),
			roles: cadastre_primitives::AssetRoles::DIVIDENDS,
			expires_at: None,
		};
		assert_ok!(submit(ISSUER, role));
		assert_ok!(submit(STRANGER, declare_call(NATIVE, UNIT, RecordDate::Now)));
		let info = Dividends::distribution(ASSET, 0).unwrap();
		assert_eq!(info.declarer, STRANGER.to_account_id());
	});
}

/// A distribution that cannot be funded in full does not exist.
#[test]
fn nothing_is_declared_that_is_not_funded() {
	staged(|| {
		let told = || events(Some).len();
		let all = money(CENTS, &ISSUER.to_account_id());
		let before = told();
		assert!(submit(ISSUER, declare_call(CENTS, all, RecordDate::Now)).is_err());
		assert!(Dividends::distribution(ASSET, 0).is_none());
		assert_eq!(money(CENTS, &ISSUER.to_account_id()), all);
		assert!(told() > before, "the failure is told");
		// One less, which keeps the pot alive, is enough.
		assert_ok!(submit(ISSUER, declare_call(CENTS, all - 1, RecordDate::Now)));
		assert_eq!(money(CENTS, &ISSUER.to_account_id()), 0);
	});
}

#[test]
fn what_nobody_claims_comes_back_after_the_end() {
	staged(|| {
		let id = declare(CENTS, 10_000);
		assert_ok!(claim(Alice, id));
		let before = money(CENTS, &ISSUER.to_account_id());
		let close = || Call::close { asset: ASSET, distribution: id };
		let expires = Dividends::distribution(ASSET, id).unwrap().expires_at;
		wait_until(expires - 6);
		assert_eq!(submit(STRANGER, close()), Err(Error::<Runtime>::NotExpired.into()));
		wait_until(expires);
		assert_eq!(claim(Bob, id), Err(Error::<Runtime>::ClaimExpired.into()));
		assert_ok!(submit(STRANGER, close()));
		assert_eq!(money(CENTS, &ISSUER.to_account_id()) - before, 5_000);
		let told = events(|event| match event {
			RuntimeEvent::Dividends(Event::DistributionClosed { returned, carried, .. }) => {
				Some((returned, carried))
			},
			_ => None,
		});
		assert_eq!(told, [(5_000, 0)]);
		// The tax of Alice stays where it is, for Switzerland.
		let swiss = Country::from_code(*b"CH").unwrap();
		let due = pallet_dividends::TaxDue::<Runtime>::get((ASSET, CENTS, swiss));
		assert_eq!(due, 1_750);
		assert!(dues(Bob).is_empty());
	});
}

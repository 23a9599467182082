// SPDX-License-Identifier: Apache-2.0

//! What audits and readers found in other systems of dividends, and does not happen here.

use super::*;
use crate::{Parked, Streams, WeightInfo};
use cadastre_primitives::traits::Checkpoints;
use frame_support::{traits::Hooks, weights::WeightMeter};
use proptest::prelude::*;

/// PM: the amount is not tied to the amount a share, so that the last claimants find the pot empty
/// (polymesh-sdk#455).
#[test]
fn pm_every_holder_can_be_paid_whatever_the_order() {
	for order in [[ANNA, BENO, CARA], [CARA, BENO, ANNA], [BENO, CARA, ANNA]] {
		three().build_and_execute(|| {
			let id = declare_in(USD, Amount::PerUnit(3), RecordDate::Now, Selection::All).unwrap();
			for investor in order {
				assert_ok!(claim(investor, id));
			}
			assert_eq!((usd(ANNA as u128), usd(BENO as u128), usd(CARA as u128)), (150, 90, 60));
		});
	}
}

/// PM: withheld tax is not kept apart, it merely unlocks for the issuer.
#[test]
fn pm_withheld_tax_is_never_the_issuers() {
	three().taxing(*b"CH", 35).build_and_execute(|| {
		resides(ANNA, *b"CH");
		let id = distribute(1_000);
		assert_ok!(claim(ANNA, id));
		let before = usd(ISSUER);
		passes(CLAIM_PERIOD);
		assert_ok!(Dividends::close(signed(ISSUER), ASSET, id));
		assert_eq!(usd(ISSUER), before + 500);
		assert_noop!(Dividends::close_purse(signed(ISSUER), ASSET, USD), Error::<Test>::InUse);
		assert_eq!(usd(pot()), 175 + 1);
	});
}

/// PM: up to 2,000 entries are decoded at each claim, and a list of balances grows without bound.
#[test]
fn pm_what_a_claim_decodes_is_small_and_bounded() {
	use codec::MaxEncodedLen;
	assert!(crate::DistributionOf::<Test>::max_encoded_len() <= 256);
	assert!(crate::Account::max_encoded_len() <= 300);
	three().build_and_execute(|| {
		for _ in 0..60 {
			let id = distribute(100);
			assert_ok!(push(id, 100));
			assert_ok!(Dividends::close(signed(STRANGER), ASSET, id));
		}
		// Nothing an investor, however many distributions were pushed.
		assert_eq!(Accounts::<Test>::iter_prefix(ASSET).count(), 0);
		assert_eq!(Marked::iter_prefix(ASSET).count(), 0);
	});
}

/// PM#1111: gross, then rounded, then tax, then rounded. A statement can be computed again from its
/// gross amount.
#[test]
fn pm_1111_the_order_of_rounding() {
	ExtBuilder::default().holding(ANNA, 1).holding(BENO, 2).taxing(*b"CH", 35).build_and_execute(
		|| {
			resides(ANNA, *b"CH");
			// 100 / 3 = 33.33 → 33; 33 · 0.35 = 11.55 → 11, in favour of the holder.
			let id = distribute(100);
			assert_ok!(claim(ANNA, id));
			assert_eq!((usd(ANNA as u128), get(id).totals.withheld), (22, 11));
		},
	);
}

/// PM#1084: claims of nothing succeed.
#[test]
fn pm_1084_a_claim_of_nothing_is_refused() {
	ExtBuilder::default().holding(ANNA, 1_000).holding(BENO, 1).build_and_execute(|| {
		let id = distribute(1_000);
		assert_noop!(claim(DINO, id), Error::<Test>::NothingDue);
		assert_noop!(claim(BENO, id), Error::<Test>::NothingDue);
		assert_noop!(claim_for(BENO, id), Error::<Test>::NothingDue);
	});
}

/// PM#716: a push that looks for holders from the start again and again.
#[test]
fn pm_716_a_push_never_looks_at_a_holder_twice() {
	three().build_and_execute(|| {
		let id = distribute(1_000);
		let mut seen = Vec::new();
		while push(id, 1).is_ok() {
			seen.extend(events().into_iter().filter_map(|event| match event {
				Event::IncomePaid { investor, .. } => Some(investor),
				_ => None,
			}));
		}
		seen.sort_unstable();
		assert_eq!(seen, [ANNA, BENO, CARA]);
	});
}

/// XC (a): `amount / total_supply` without scaling loses the remainder.
#[test]
fn xc_a_an_amount_below_the_supply_is_not_lost() {
	ExtBuilder::default().holding(ANNA, 600).holding(BENO, 400).build_and_execute(|| {
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
		for _ in 0..10 {
			assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 7));
		}
		// What the divisions have left, less than one unit, joins the next payment.
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 1));
		assert_ok!(Dividends::claim_streams(signed(ANNA.into()), ASSET));
		assert_ok!(Dividends::claim_streams(signed(BENO.into()), ASSET));
		assert_eq!((usd(ANNA as u128), usd(BENO as u128)), (42, 28));
	});
}

/// XC (b): one accumulator for several currencies, paid from whichever pot has funds.
#[test]
fn xc_b_a_currency_never_pays_for_another() {
	three().build_and_execute(|| {
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, NATIVE));
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 1_000));
		let native = distribute_native(1_000);
		assert_ok!(Dividends::claim_streams(signed(ANNA.into()), ASSET));
		assert_eq!((usd(ANNA as u128), money(NATIVE, ANNA)), (500, 0));
		assert_ok!(claim(ANNA, native));
		assert_eq!((usd(ANNA as u128), money(NATIVE, ANNA)), (500, 500));
	});
}

fn distribute_native(amount: Balance) -> u32 {
	declare_in(NATIVE, Amount::Total(amount), RecordDate::Now, Selection::All).unwrap()
}

/// XC (c): when the pot is short, the checkpoint moves on, and shares that are bought later inflate
/// what was not paid.
#[test]
fn xc_c_what_is_not_paid_is_as_it_was() {
	three().build_and_execute(|| {
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 1_000));
		FailAfter::set(Some(0));
		assert!(Dividends::claim_streams(signed(ANNA.into()), ASSET).is_err());
		FailAfter::set(None);
		Register::transfer(ASSET, BENO, ANNA, 30);
		assert_ok!(Dividends::claim_streams(signed(ANNA.into()), ASSET));
		assert_ok!(Dividends::claim_streams(signed(BENO.into()), ASSET));
		assert_eq!((usd(ANNA as u128), usd(BENO as u128)), (500, 300));
	});
}

/// XC (d): who sells and buys again relies on somebody settling in between.
#[test]
fn xc_d_every_change_of_a_position_settles() {
	three().build_and_execute(|| {
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 1_000));
		Register::transfer(ASSET, ANNA, BENO, 50);
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 1_000));
		Register::transfer(ASSET, BENO, ANNA, 50);
		assert_ok!(Dividends::claim_streams(signed(ANNA.into()), ASSET));
		assert_eq!(usd(ANNA as u128), 500);
	});
}

/// V18 (Plume 52517, CodeHawks One World): live balances between payments, and later buyers who take
/// past profit.
#[test]
fn v18_shares_that_move_between_payments_are_paid_once() {
	three().build_and_execute(|| {
		let id = distribute(1_000);
		assert_ok!(claim(ANNA, id));
		Register::transfer(ASSET, ANNA, DINO, 50);
		assert_noop!(claim(DINO, id), Error::<Test>::NothingDue);
		Register::transfer(ASSET, DINO, BENO, 50);
		assert_ok!(push(id, 100));
		assert_eq!((usd(ANNA as u128), usd(BENO as u128)), (500, 300));
		assert_eq!((usd(CARA as u128), usd(DINO as u128)), (200, 0));
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::cases(1_000, 60)))]

	/// V18, by brute force: whatever moves, is issued and is claimed in whatever order between the
	/// pages, everybody is paid what the record date says, once.
	#[test]
	fn v18_random_interleavings_pay_what_the_record_date_says(
		owned in prop::collection::vec(0..50_u128, 6),
		amount in 1..10_000_u128,
		ops in prop::collection::vec((0..4_u8, 1..=8_u64, 1..=8_u64, 1..60_u128), 1..60),
	) {
		prop_assume!(owned.iter().sum::<u128>() > 0);
		let holders = (1..).zip(owned.iter().copied());
		holders.clone().fold(ExtBuilder::default(), |all, (investor, units)| {
			all.holding(investor, units)
		}).build_and_execute(|| {
			let units: u128 = owned.iter().sum();
			let id = distribute(amount);
			for (kind, one, two, number) in ops {
				match kind {
					0 => Register::transfer(ASSET, one, two, number),
					1 => Register::set(ASSET, one, number),
					2 => {
						let _ = if number % 2 == 0 { claim(one, id) } else { claim_for(one, id) };
					},
					_ => {
						let _ = push(id, u32::try_from(number % 3).unwrap() + 1);
					},
				}
			}
			while push(id, 5).is_ok() {}
			let mut paid = 0;
			for (investor, units_then) in holders.chain([(7, 0), (8, 0)]) {
				let due = amount * units_then / units;
				assert_eq!(usd(u128::from(investor)), due);
				paid += due;
			}
			assert_eq!((get(id).open, get(id).totals.claimable()), (0, Some(amount - paid)));
			assert_ok!(Dividends::close(signed(STRANGER), ASSET, id));
		});
	}
}

/// V19 (Plume 51525): dust for the last holder, a game of orders. Zellic: shares that do not sum up.
#[test]
fn v19_nobody_gains_by_the_order_and_the_remainder_is_kept() {
	for order in [[ANNA, BENO, CARA], [CARA, BENO, ANNA], [BENO, ANNA, CARA]] {
		ExtBuilder::default().holding(ANNA, 1).holding(BENO, 1).holding(CARA, 1).build_and_execute(
			|| {
				let id = distribute(101);
				for investor in order {
					assert_ok!(claim(investor, id));
					assert_eq!(usd(u128::from(investor)), 33);
				}
				assert_ok!(Dividends::close(signed(STRANGER), ASSET, id));
				let closed = purse(USD).unwrap().closed;
				assert_eq!(closed.claimable(), Some(2));
			},
		);
	}
}

/// V19 (Polymath 3.32): the supply without the excluded is 0, a division by zero.
#[test]
fn v19_nobody_who_takes_part_is_refused_and_divides_by_nothing() {
	three().build_and_execute(|| {
		assert_noop!(
			declare_in(USD, Amount::Total(1), RecordDate::Now, except(&[ANNA, BENO, CARA])),
			Error::<Test>::NothingEligible
		);
		let later = RecordDate::Future(NOW + 3_600);
		let id = declare_in(USD, Amount::Total(1), later, except(&[ANNA, BENO, CARA])).unwrap();
		passes(3_600);
		poll();
		assert_eq!(get(id).stage, DistributionStage::Overdue);
	});
}

/// V20: one poisoned holder among many stops the page. Of pages in which all are, see
/// `push::pages_of_which_nobody_can_be_paid_park_everybody`.
#[test]
fn v20_a_poisoned_holder_stops_nobody() {
	let holders = super::cases(10_000, 500);
	let all = (1..=u64::from(holders))
		.fold(ExtBuilder::default(), |all, investor| all.holding(investor, 10));
	all.build().execute_with(|| {
		let id = distribute(u128::from(holders) * 10);
		let poisoned = u64::from(holders) / 2;
		Refused::mutate(|all| all.insert(poisoned.into()));
		Blocked::mutate(|all| all.insert(poisoned + 1));
		while push(id, 100).is_ok() {}
		for investor in 1..=u64::from(holders) {
			let parked = investor == poisoned || investor == poisoned + 1;
			assert_eq!(usd(u128::from(investor)), if parked { 0 } else { 10 });
			assert_eq!(Parked::<Test>::get((ASSET, USD, investor)), if parked { 10 } else { 0 });
		}
		assert_eq!(get(id).open, 0);
	});
}

/// V2, V5: an idle block reads one value, and no list grows with holders or distributions.
#[test]
fn v2_the_hook_has_no_work_while_nothing_waits() {
	three().build_and_execute(|| {
		for _ in 0..20 {
			distribute(100);
		}
		let mut meter = WeightMeter::new();
		Dividends::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), <() as WeightInfo>::on_poll_idle());
	});
}

/// V3: everything that is stored has a payer and a way out.
#[test]
fn v3_after_everything_nothing_is_left() {
	three().build_and_execute(|| {
		let before = (usd(ISSUER), held(ISSUER));
		let id = distribute(100);
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 100));
		assert_ok!(push(id, 100));
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, id));
		for investor in [ANNA, BENO, CARA] {
			assert_ok!(Dividends::claim_streams_for(signed(STRANGER), ASSET, investor));
		}
		assert_ok!(Dividends::close_stream(signed(ISSUER), ASSET, USD));
		passes(CLAIM_PERIOD);
		assert_ok!(Dividends::finish_stream(signed(STRANGER), ASSET, USD));
		for investor in [ANNA, BENO, CARA] {
			assert_ok!(Dividends::prune(signed(STRANGER), ASSET, investor));
		}
		assert_ok!(Dividends::close_purse(signed(ISSUER), ASSET, USD));
		assert_eq!((usd(ISSUER), held(ISSUER)), (before.0 - 100, before.1));
		assert_eq!(usd(pot()), 0);
		assert_eq!(Streams::<Test>::iter().count(), 0);
		assert_eq!(Accounts::<Test>::iter().count(), 0);
		assert_eq!(Distributions::<Test>::iter().count(), 0);
		assert_eq!(Register::references(ASSET), 0);
	});
}

/// Record-date game: who takes the checkpoint of a moment at which it held everything gains nothing,
/// since only a checkpoint to which somebody refers counts and the declarer chooses it.
#[test]
fn shares_bought_after_the_record_date_come_without_the_income() {
	three().build_and_execute(|| {
		let checkpoint = Register::take(ASSET).unwrap();
		Register::transfer(ASSET, BENO, DINO, 30);
		let id = declare(1_000, RecordDate::Past(checkpoint)).unwrap();
		assert_noop!(claim(DINO, id), Error::<Test>::NothingDue);
		assert_ok!(claim(BENO, id));
	});
}

/// Atredis (medium): dates that are documented and not enforced. The residence is that of the record
/// date, at t − 1, t and t + 1.
#[test]
fn atredis_the_residence_is_that_of_the_record_date() {
	for (moved, net) in [(NOW - 1, 375), (NOW, 375), (NOW + 1, 325)] {
		three().taxing(*b"CH", 35).taxing(*b"DE", 25).build_and_execute(|| {
			Residences::mutate(|all| {
				all.insert(ANNA, vec![(0, *b"CH"), (moved, *b"DE")]);
			});
			let id = distribute(1_000);
			passes(500);
			assert_ok!(claim(ANNA, id));
			assert_eq!(usd(ANNA as u128), net);
		});
	}
}

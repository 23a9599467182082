// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Cursor, Parked, TaxDue, WeightInfo, MAX_PAGE};

fn many(holders: u64) -> ExtBuilder {
	(1..=holders).fold(ExtBuilder::default(), |all, investor| all.holding(investor, 10))
}

#[test]
fn pages_pay_every_holder_once() {
	many(10).build_and_execute(|| {
		let id = distribute(1_000);
		for (page, open) in [7, 4, 1].into_iter().enumerate() {
			assert_ok!(push(id, 3));
			assert_last(Event::PagePushed {
				asset: ASSET,
				distribution: id,
				seen: 3,
				open,
				last: false,
			});
			assert_eq!(usize::try_from(10 - open).unwrap(), 3 * (page + 1));
		}
		assert_ok!(push(id, 3));
		assert_last(Event::PagePushed {
			asset: ASSET,
			distribution: id,
			seen: 1,
			open: 0,
			last: true,
		});
		assert_noop!(push(id, 3), Error::<Test>::NothingToPush);
		for investor in 1..=10_u128 {
			assert_eq!(usd(investor), 100);
		}
		assert_eq!(get(id).cursor, Cursor::End);
	});
}

#[test]
fn a_last_page_that_is_full_is_followed_by_an_empty_one() {
	many(4).build_and_execute(|| {
		let id = distribute(400);
		assert_ok!(push(id, 4));
		assert!(matches!(get(id).cursor, Cursor::After(_)));
		assert_ok!(push(id, 4));
		assert_last(Event::PagePushed {
			asset: ASSET,
			distribution: id,
			seen: 0,
			open: 0,
			last: true,
		});
	});
}

#[test]
fn a_page_has_its_bounds() {
	many(u64::from(MAX_PAGE) + 1).build_and_execute(|| {
		let id = distribute(10_000);
		assert_noop!(push(id, 0), Error::<Test>::ZeroLimit);
		let paid = || get(id).open;
		let all = MAX_PAGE + 1;
		assert_ok!(push(id, 1));
		assert_eq!(paid(), all - 1);
		assert_ok!(push(id, MAX_PAGE + 1));
		assert_eq!(paid(), 0);
	});
}

#[test]
fn the_weight_of_who_was_not_there_comes_back() {
	three().build_and_execute(|| {
		let id = distribute(1_000);
		let info = Dividends::push(signed(STRANGER), ASSET, id, 50).unwrap();
		assert_eq!(info.actual_weight, Some(<() as WeightInfo>::push(3)));
	});
}

#[test]
fn who_has_claimed_is_passed_over() {
	three().build_and_execute(|| {
		let id = distribute(1_000);
		assert_ok!(claim(BENO, id));
		assert_ok!(push(id, 100));
		assert_eq!((usd(ANNA as u128), usd(BENO as u128), usd(CARA as u128)), (500, 300, 200));
		assert_noop!(claim(ANNA, id), Error::<Test>::AlreadyPaid);
	});
}

#[test]
fn movements_between_pages_change_nothing() {
	many(10).build_and_execute(|| {
		let id = distribute(1_000);
		for _ in 0..12 {
			let _ = push(id, 1);
			// Everybody's shares go to new investors, before and behind the cursor.
			for investor in 1..=10 {
				let new = 100 + investor + u64::from(get(id).open) * 20;
				Register::transfer(ASSET, investor, new, 1);
			}
		}
		while push(id, 7).is_ok() {}
		for investor in 1..=10_u128 {
			assert_eq!(usd(investor), 100);
		}
		assert_eq!((get(id).open, usd(pot())), (0, 1));
	});
}

#[test]
fn who_cannot_be_paid_is_parked_and_stops_nobody() {
	three().build_and_execute(|| {
		let id = distribute(1_000);
		Blocked::mutate(|all| all.insert(ANNA));
		Refused::mutate(|all| all.insert(BENO.into()));
		assert_ok!(push(id, 100));
		assert_eq!(usd(CARA as u128), 200);
		assert_eq!(Parked::<Test>::get((ASSET, USD, ANNA)), 500);
		assert_eq!(Parked::<Test>::get((ASSET, USD, BENO)), 300);
		assert_eq!(get(id).open, 0);
	});
}

#[test]
fn a_part_too_small_to_pay_waits_for_nothing() {
	ExtBuilder::default().holding(ANNA, 999).holding(BENO, 1).build_and_execute(|| {
		let id = distribute(100);
		assert_noop!(claim(BENO, id), Error::<Test>::NothingDue);
		assert_ok!(push(id, 100));
		assert_eq!((get(id).open, usd(ANNA as u128), usd(BENO as u128)), (0, 99, 0));
		assert_noop!(claim(BENO, id), Error::<Test>::NothingDue);
		assert_eq!(Marked::iter_prefix(ASSET).count(), 0);
	});
}

#[test]
fn who_was_on_a_page_is_served_without_a_mark_and_who_was_not_may_claim() {
	many(10).build_and_execute(|| {
		let id = distribute(1_000);
		assert_ok!(push(id, 4));
		let (mut served, mut waiting) = (0, 0);
		for investor in 1..=10 {
			if usd(u128::from(investor)) > 0 {
				assert_noop!(claim(investor, id), Error::<Test>::AlreadyPaid);
				assert_noop!(claim_for(investor, id), Error::<Test>::AlreadyPaid);
				assert!(Dividends::income_due_to(investor, ASSET).is_empty());
				assert!(!Marked::contains_key(ASSET, investor));
				served += 1;
			} else {
				assert_eq!(Dividends::income_due_to(investor, ASSET).len(), 1);
				assert_ok!(claim(investor, id));
				assert!(Marked::get(ASSET, investor).has(id));
				waiting += 1;
			}
		}
		assert_eq!((served, waiting, get(id).open), (4, 6, 0));
		// The others are on pages that come after they claimed.
		while push(id, 3).is_ok() {}
		for investor in 1..=10_u128 {
			assert_eq!(usd(investor), 100);
		}
	});
}

/// A sum of tax that has no room left: the books can neither pay nor park who is taxed in Switzerland.
fn poison() {
	let country = cadastre_primitives::Country::from_code(*b"CH").unwrap();
	TaxDue::<Test>::insert((ASSET, USD, country), u128::MAX);
}

fn heal() {
	let country = cadastre_primitives::Country::from_code(*b"CH").unwrap();
	TaxDue::<Test>::remove((ASSET, USD, country));
}

#[test]
fn who_cannot_even_be_parked_is_left_out_and_may_still_claim() {
	three().taxing(*b"CH", 35).build_and_execute(|| {
		let id = distribute(1_000);
		resides(BENO, *b"CH");
		assert_ok!(claim(CARA, id));
		poison();
		events();
		assert_ok!(push(id, 100));
		heal();
		let error = DispatchError::Arithmetic(sp_runtime::ArithmeticError::Overflow);
		let left_out =
			Event::HolderLeftOut { asset: ASSET, distribution: id, investor: BENO, error };
		assert_eq!(events().iter().filter(|event| **event == left_out).count(), 1);
		assert_eq!((usd(ANNA as u128), usd(BENO as u128), usd(CARA as u128)), (500, 0, 200));
		// Behind the cursor only who is not served has a mark.
		let marked = |investor| Marked::get(ASSET, investor).has(id);
		assert_eq!([ANNA, BENO, CARA].map(marked), [false, true, false]);
		assert_eq!(get(id).open, 1);
		assert_ok!(Dividends::do_try_state());
		for served in [ANNA, CARA] {
			assert_noop!(claim(served, id), Error::<Test>::AlreadyPaid);
			assert_noop!(claim_for(served, id), Error::<Test>::AlreadyPaid);
			assert!(Dividends::income_due_to(served, ASSET).is_empty());
		}
		assert_eq!(Dividends::income_due_to(BENO, ASSET).len(), 1);
		assert_ok!(claim(BENO, id));
		assert_eq!((usd(BENO as u128), get(id).open, marked(BENO)), (195, 0, false));
		assert!(Dividends::income_due_to(BENO, ASSET).is_empty());
		assert_noop!(claim(BENO, id), Error::<Test>::AlreadyPaid);
	});
}

#[test]
fn who_is_left_out_and_does_not_claim_is_no_obstacle_to_the_end() {
	three().taxing(*b"CH", 35).build_and_execute(|| {
		let id = distribute(1_000);
		resides(BENO, *b"CH");
		poison();
		assert_ok!(push(id, 100));
		heal();
		assert_noop!(Dividends::close(signed(STRANGER), ASSET, id), Error::<Test>::NotExpired);
		passes(CLAIM_PERIOD);
		let before = usd(ISSUER);
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, id));
		assert_eq!(usd(ISSUER), before + 300);
		// The mark that stays says nothing of what is declared later.
		let next = distribute(1_000);
		assert_ok!(Dividends::do_try_state());
		assert_ok!(claim(BENO, next));
	});
}

#[test]
fn pages_of_which_every_holder_is_poisoned_go_on() {
	let holders = 2 * u64::from(MAX_PAGE) + 1;
	many(holders).taxing(*b"CH", 35).build_and_execute(|| {
		let id = distribute(10_000);
		(1..=holders).for_each(|investor| resides(investor, *b"CH"));
		poison();
		let mut pages = 0;
		while push(id, MAX_PAGE).is_ok() {
			pages += 1;
		}
		heal();
		assert_eq!((pages, get(id).cursor, u64::from(get(id).open)), (3, Cursor::End, holders));
		assert_ok!(Dividends::do_try_state());
		for investor in 1..=holders {
			assert_ok!(claim(investor, id));
			assert_noop!(claim(investor, id), Error::<Test>::AlreadyPaid);
		}
		assert_eq!(get(id).open, 0);
	});
}

#[test]
fn pages_of_which_nobody_can_be_paid_park_everybody() {
	let holders = u64::from(MAX_PAGE) + 1;
	for why in 0..3 {
		many(holders).build_and_execute(|| {
			let id = distribute(10_100);
			match why {
				0 => Blocked::mutate(|all| all.extend(1..=holders)),
				1 => Refused::mutate(|all| all.extend((1..=holders).map(u128::from))),
				// The pot is frozen: a fault of the currency, of which no holder is the cause.
				_ => FailAfter::set(Some(0)),
			}
			let declared = Dividends::push(signed(STRANGER), ASSET, id, MAX_PAGE).unwrap();
			let page = <() as WeightInfo>::push(MAX_PAGE);
			assert!(declared.actual_weight.unwrap().all_lte(page));
			assert_ok!(push(id, MAX_PAGE));
			assert_eq!((get(id).open, get(id).totals.parked), (0, 10_100));
			FailAfter::set(None);
			Blocked::set(Default::default());
			Refused::set(Default::default());
			for investor in 1..=holders {
				assert_ok!(Dividends::pay_parked(signed(STRANGER), ASSET, USD, investor));
				assert_eq!(usd(u128::from(investor)), 100);
			}
		});
	}
}

#[test]
fn who_does_not_take_part_is_passed_over() {
	three().build_and_execute(|| {
		let id = declare_in(USD, Amount::Total(100), RecordDate::Now, except(&[BENO])).unwrap();
		assert_ok!(push(id, 100));
		assert_eq!((usd(ANNA as u128), usd(BENO as u128), usd(CARA as u128)), (71, 0, 28));
	});
}

#[test]
fn pages_have_the_dates_of_claims() {
	three().build_and_execute(|| {
		let scheduled = declare(100, RecordDate::Future(NOW + 3_600)).unwrap();
		assert_noop!(push(scheduled, 1), Error::<Test>::WrongStage);
		assert_noop!(push(99, 1), Error::<Test>::UnknownDistribution);
		let id = distribute(100);
		passes(CLAIM_PERIOD - 1);
		assert_ok!(push(id, 1));
		passes(1);
		assert_noop!(push(id, 1), Error::<Test>::ClaimExpired);
		assert_noop!(
			Dividends::push(RuntimeOrigin::none(), ASSET, id, 1).map_err(|error| error.error),
			DispatchError::BadOrigin
		);
	});
}

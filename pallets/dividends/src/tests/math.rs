// SPDX-License-Identifier: Apache-2.0

//! The arithmetic alone, over the full range, and over random histories against plain sums.

use super::*;
use crate::{
	math::{gross, mul_div, raise, tax, Accumulator, Marks, Share, Totals, WINDOW},
	Numbers,
};
use proptest::prelude::*;
use sp_core::{U256, U512};

#[test]
fn mul_div_at_its_limits() {
	assert_eq!(mul_div(1, 1, 0), None);
	assert_eq!(mul_div(u128::MAX, u128::MAX, u128::MAX), Some(u128::MAX));
	assert_eq!(mul_div(u128::MAX, u128::MAX, u128::MAX - 1), None);
	assert_eq!(mul_div(u128::MAX, 2, 3), Some(u128::MAX / 3 * 2));
	assert_eq!(mul_div(7, 1, 2), Some(3));
	assert_eq!(mul_div(0, u128::MAX, 1), Some(0));
}

#[test]
fn tax_is_rounded_in_favour_of_the_holder() {
	let rate = Permill::from_percent(35);
	assert_eq!([0, 1, 2, 3, 100].map(|gross| tax(gross, rate)), [0, 0, 0, 1, 35]);
	assert_eq!(tax(u128::MAX, Permill::one()), u128::MAX);
	assert_eq!(tax(u128::MAX, Permill::zero()), 0);
	assert_eq!(tax(999_999, Permill::from_parts(1)), 0);
	assert_eq!(tax(1_000_000, Permill::from_parts(1)), 1);
}

#[test]
fn totals_never_spend_what_is_not_there() {
	let totals = Totals::of(10);
	assert_eq!(totals.spend(8, 3, false), None);
	assert_eq!(totals.spend(u128::MAX, 1, true), None);
	let totals = totals.spend(4, 1, false).unwrap().spend(2, 1, true).unwrap();
	assert_eq!((totals.paid, totals.withheld, totals.parked), (4, 2, 2));
	assert_eq!((totals.claimable(), totals.give_back(3)), (Some(2), None));
	assert_eq!(totals.give_back(2).unwrap().claimable(), Some(0));
	assert_eq!(Totals::of(u128::MAX).deposit(1), None);
	assert_eq!(Totals::of(u128::MAX).with(Totals::of(1)), None);
}

#[test]
fn marks_move_with_the_window() {
	let marks = Marks::default().with(0).with(63);
	assert!(marks.has(0) && marks.has(63) && !marks.has(1) && !marks.has(64));
	let marks = marks.with(64);
	assert_eq!(marks.first, 1);
	// What lies before the window is closed, and counts as had.
	assert!(marks.has(0) && marks.has(63) && marks.has(64) && !marks.has(1));
	let marks = marks.with(1_000);
	assert_eq!((marks.first, marks.bits), (1_000 - 63, 1 << 63));
	assert_eq!(marks.with(1_000), marks);
	// A mark that is taken away is that one alone, and what is closed stays closed.
	let two = Marks::default().with(1).with(64);
	assert_eq!((two.without(64).has(64), two.without(64).has(1)), (false, true));
	assert_eq!([0, 2, 65, u32::MAX].map(|other| two.without(other)), [two; 4]);
	assert!(two.without(0).has(0));
	let last = Marks::default().with(u32::MAX);
	assert!(last.has(u32::MAX) && !last.has(u32::MAX - 1));
}

#[test]
fn windows_meet_where_both_have_a_mark() {
	let one = Marks::default().with(3).with(70);
	assert!(one.meets(&Marks::default().with(70)));
	assert!(Marks::default().with(70).meets(&one));
	assert!(!one.meets(&Marks::default().with(71)));
	assert!(!one.meets(&Marks::default().with(500)));
	assert!(!one.meets(&Marks::default()));
}

#[test]
fn numbers_are_given_out_in_one_window() {
	let mut numbers = Numbers::default();
	for id in 0..WINDOW {
		assert_eq!(numbers.take(), Some(id));
	}
	assert_eq!(numbers.clone().take(), None);
	numbers.end(5);
	assert_eq!(numbers.clone().take(), None);
	assert!(!numbers.is_live(5) && numbers.is_live(6));
	for id in (0..5).rev() {
		numbers.end(id);
	}
	// 0 to 5 are gone: the window begins at 6.
	assert_eq!(numbers.live.first, 6);
	for id in 64..70 {
		assert_eq!(numbers.take(), Some(id));
	}
	assert_eq!(numbers.clone().take(), None);
	for id in 6..70 {
		numbers.end(id);
	}
	assert_eq!((numbers.live.bits, numbers.live.first), (0, 70));
	numbers.end(3);
	assert_eq!(numbers.take(), Some(70));
	let mut last = Numbers { next: u32::MAX, live: Marks::default() };
	assert_eq!(last.take(), None);
}

#[test]
fn a_stream_takes_all_the_money_there_can_be() {
	let earned = Accumulator::default().deposit(u128::MAX, 1).unwrap();
	let (amount, rest) = Share::default().settle(earned.index, 1).unwrap().take().unwrap();
	assert_eq!((amount, rest.accrued), (u128::MAX, U256::zero()));
	let earned = Accumulator::default().deposit(u128::MAX, u128::MAX).unwrap();
	let share = Share::default().settle(earned.index, u128::MAX).unwrap();
	assert_eq!(share.payable(), u128::MAX);
	assert_eq!(Accumulator::default().deposit(1, 0), None);
	// An index that goes back is refused, not wrapped.
	assert_eq!(share.settle(U256::zero(), 1), None);
}

/// A plain generator: what is tested is the arithmetic, not the shrinking of its histories.
struct Dice(u64);

impl Dice {
	fn below(&mut self, end: u64) -> u64 {
		self.0 ^= self.0 << 13;
		self.0 ^= self.0 >> 7;
		self.0 ^= self.0 << 17;
		self.0 % end
	}
}

/// Holders, what each has been paid, and one stream.
struct Model {
	owned: Vec<u128>,
	shares: Vec<Share>,
	paid: Vec<u128>,
	earned: Accumulator,
	deposited: u128,
}

impl Model {
	fn exact(&self) -> bool {
		let sum = self.shares.iter().zip(&self.owned).fold(U256::zero(), |sum, (share, owned)| {
			sum + share.settle(self.earned.index, *owned).unwrap().accrued
		});
		let paid: u128 = self.paid.iter().sum();
		sum + U256::from(self.earned.rest) == raise(self.deposited - paid)
	}

	fn settle(&mut self, who: usize) {
		self.shares[who] = self.shares[who].settle(self.earned.index, self.owned[who]).unwrap();
	}

	fn claim(&mut self, who: usize) {
		self.settle(who);
		let (amount, rest) = self.shares[who].take().unwrap();
		self.shares[who] = rest;
		self.paid[who] += amount;
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::cases(20_000, 2_000)))]

	#[test]
	fn mul_div_is_exact(a: u128, b: u128, c: u128) {
		let product = U256::from(a).full_mul(U256::from(b));
		let expected = product.checked_div(U512::from(c)).filter(|value| value.bits() <= 128);
		prop_assert_eq!(mul_div(a, b, c), expected.map(|value| value.low_u128()));
	}

	#[test]
	fn a_tax_is_at_most_the_exact_one_and_less_than_a_unit_below(amount: u128, parts in 0..=1_000_000_u32) {
		let rate = Permill::from_parts(parts);
		let exact = U256::from(amount) * U256::from(parts);
		let taken = U256::from(tax(amount, rate)) * U256::from(1_000_000);
		prop_assert!(taken <= exact && exact - taken < U256::from(1_000_000));
		prop_assert_eq!(tax(amount, rate), rate.mul_floor(amount));
	}

	#[test]
	fn parts_never_sum_to_more_and_the_remainder_is_below_the_number_of_holders(
		amount: u128,
		owned in prop::collection::vec(0..u128::MAX / 64, 1..64),
	) {
		let units: u128 = owned.iter().sum();
		prop_assume!(units > 0);
		let parts: u128 = owned.iter().map(|one| gross(amount, *one, units).unwrap()).sum();
		prop_assert!(parts <= amount);
		let holders = owned.iter().filter(|one| **one > 0).count();
		prop_assert!(amount - parts < u128::try_from(holders).unwrap());
	}

	#[test]
	fn who_splits_its_shares_among_others_gains_nothing(
		amount: u128,
		one in 0..u128::MAX / 4,
		two in 0..u128::MAX / 4,
		others in 0..u128::MAX / 4,
	) {
		let units = one + two + others;
		prop_assume!(units > 0);
		let of = |owned| gross(amount, owned, units).unwrap();
		prop_assert!(of(one) + of(two) <= of(one + two));
	}

	#[test]
	fn marks_are_a_set_within_the_window(numbers in prop::collection::vec(0..200_u32, 0..80)) {
		let mut marks = Marks::default();
		let mut set = std::collections::BTreeSet::new();
		let mut top = 0;
		for number in numbers {
			if number + WINDOW <= top {
				continue;
			}
			top = top.max(number + 1);
			marks = marks.with(number);
			set.insert(number);
		}
		for number in top.saturating_sub(WINDOW)..300 {
			prop_assert_eq!(marks.has(number), number < marks.first || set.contains(&number));
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::cases(50_000, 1_000)))]

	/// Random histories of a stream: exact at every step, and nobody gets more than its part of each
	/// deposit, nor a unit less.
	#[test]
	fn histories_of_a_stream_are_exact(seed in 1..u64::MAX, holders in 1..12_usize) {
		let mut dice = Dice(seed);
		let scale = [1, 7, 1_000, u128::from(u64::MAX)][usize::try_from(dice.below(4)).unwrap()];
		let owned: Vec<u128> = (0..holders).map(|_| u128::from(dice.below(20)) * scale).collect();
		let mut model = Model {
			shares: vec![Share::default(); holders],
			paid: vec![0; holders],
			earned: Accumulator::default(),
			deposited: 0,
			owned,
		};
		// What each may have at least and at most, in exact fractions summed as 128-bit quotients.
		let mut floor = vec![0_u128; holders];
		let mut deposits = 0_u128;
		for _ in 0..dice.below(24) + 1 {
			let who = usize::try_from(dice.below(holders.try_into().unwrap())).unwrap();
			let other = usize::try_from(dice.below(holders.try_into().unwrap())).unwrap();
			match dice.below(4) {
				0 | 1 => {
					let units: u128 = model.owned.iter().sum();
					let amount = u128::from(dice.below(1 << 40));
					if let Some(earned) = model.earned.deposit(amount, units) {
						model.earned = earned;
						model.deposited += amount;
						deposits += 1;
						for (floor, owned) in floor.iter_mut().zip(&model.owned) {
							*floor += gross(amount, *owned, units).unwrap();
						}
					} else {
						prop_assert_eq!(units, 0);
					}
				},
				2 if who != other => {
					model.settle(who);
					model.settle(other);
					let amount = model.owned[who] / (u128::from(dice.below(3)) + 1);
					model.owned[who] -= amount;
					model.owned[other] += amount;
				},
				_ => model.claim(who),
			}
			prop_assert!(model.exact());
		}
		for (who, floor) in floor.into_iter().enumerate() {
			model.claim(who);
			// Each deposit's floor, and less than one unit more for each; a rest of the division may
			// hold back less than one unit.
			prop_assert!(model.paid[who] + 1 >= floor);
			prop_assert!(model.paid[who] <= floor + deposits);
		}
		prop_assert!(model.exact());
	}

	/// Settling more often changes nothing that anybody gets.
	#[test]
	fn how_often_a_stream_is_settled_does_not_matter(seed in 1..u64::MAX) {
		let mut dice = Dice(seed);
		let (mut earned, mut often) = (Accumulator::default(), Share::default());
		let owned = u128::from(dice.below(1_000) + 1);
		for _ in 0..20 {
			let units = owned + u128::from(dice.below(1_000));
			earned = earned.deposit(u128::from(dice.below(100)), units).unwrap();
			often = often.settle(earned.index, owned).unwrap();
			often = often.settle(earned.index, owned).unwrap();
		}
		prop_assert_eq!(often, Share::default().settle(earned.index, owned).unwrap());
	}
}

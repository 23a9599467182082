// SPDX-License-Identifier: Apache-2.0

//! Long histories of income over the arithmetic alone: no pallet, no storage, nothing but `math`.
//!
//! | Variable | Means | Default |
//! |---|---|---|
//! | `CADASTRE_INCOME_HISTORIES` | how many histories | 50,000; 500 without optimisation |
//! | `CADASTRE_INCOME_HOLDERS` | the most holders of one | 1,000 |
//! | `CADASTRE_INCOME_LARGE` | the holders of the large one | 1,000,000; 10,000 without optimisation |
//! | `CADASTRE_INCOME_SEED` | the first seed | 1 |
//!
//! A failure names the seed of its history.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]

use pallet_dividends::{
	math::{gross, raise, tax, Accumulator, Marks, Share, Totals},
	Numbers,
};
use sp_core::U256;
use sp_runtime::Permill;

fn setting(name: &str, optimised: u64, unoptimised: u64) -> u64 {
	let default = if cfg!(debug_assertions) { unoptimised } else { optimised };
	std::env::var(name).map_or(default, |value| value.parse().expect("a number"))
}

/// A plain generator (SplitMix64): what is tested is the arithmetic, and a seed is a history.
struct Dice(u64);

impl Dice {
	fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
		let mut z = self.0;
		z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
		z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
		z ^ (z >> 31)
	}

	fn below(&mut self, end: u64) -> u64 {
		self.next() % end
	}

	fn one_of(&mut self, holders: usize) -> usize {
		usize::try_from(self.below(holders as u64)).unwrap()
	}

	/// Small and large numbers alike.
	fn amount(&mut self) -> u128 {
		let bits = self.below(60);
		u128::from(self.next()) >> (63 - bits)
	}
}

struct Distribution {
	id: u32,
	owned: Vec<u128>,
	units: u128,
	totals: Totals,
}

/// An asset with its holders, as the pallet keeps their income.
struct World {
	owned: Vec<u128>,
	rates: Vec<Permill>,
	marks: Vec<Marks>,
	shares: Vec<Share>,
	earned: Accumulator,
	stream: Totals,
	numbers: Numbers,
	open: Vec<Distribution>,
	/// What closed distributions left, and all that was put in and became of it.
	carried: u128,
	put_in: u128,
	gone: Totals,
	received: Vec<u128>,
}

impl World {
	fn new(owned: Vec<u128>, rates: Vec<Permill>) -> Self {
		let holders = owned.len();
		Self {
			owned,
			rates,
			marks: vec![Marks::default(); holders],
			shares: vec![Share::default(); holders],
			earned: Accumulator::default(),
			stream: Totals::default(),
			numbers: Numbers::default(),
			open: Vec::new(),
			carried: 0,
			put_in: 0,
			gone: Totals::default(),
			received: vec![0; holders],
		}
	}

	fn units(&self) -> u128 {
		self.owned.iter().sum()
	}

	fn settle(&mut self, who: usize) {
		let share = self.shares[who].settle(self.earned.index, self.owned[who]);
		self.shares[who] = share.expect("it fits");
	}

	fn transfer(&mut self, from: usize, to: usize, amount: u128) {
		let amount = amount.min(self.owned[from]);
		if from != to {
			self.settle(from);
			self.settle(to);
			self.owned[from] -= amount;
			self.owned[to] += amount;
		}
	}

	fn declare(&mut self, amount: u128) {
		let units = self.units();
		let Some(deposited) = amount.checked_add(self.carried).filter(|sum| *sum > 0) else {
			return;
		};
		if units == 0 || amount == 0 {
			return;
		}
		let Some(id) = self.numbers.take() else { return };
		self.put_in += amount;
		self.carried = 0;
		let (owned, totals) = (self.owned.clone(), Totals::of(deposited));
		self.open.push(Distribution { id, owned, units, totals });
	}

	/// Claims, and answers whether anything was paid.
	fn claim(&mut self, who: usize, at: usize) -> bool {
		let one = &mut self.open[at];
		let due = gross(one.totals.deposited, one.owned[who], one.units).expect("it fits");
		if self.marks[who].has(one.id) || due == 0 {
			return false;
		}
		let withheld = tax(due, self.rates[who]);
		one.totals = one.totals.spend(due - withheld, withheld, false).expect("it is there");
		self.marks[who] = self.marks[who].with(one.id);
		self.received[who] += due;
		true
	}

	fn close(&mut self, at: usize) {
		let one = self.open.swap_remove(at);
		let left = one.totals.claimable().expect("no more has left");
		self.carried += left;
		self.numbers.end(one.id);
		let paid = Totals { deposited: one.totals.deposited - left, ..one.totals };
		self.gone = self.gone.with(paid).expect("it fits");
	}

	fn fund(&mut self, amount: u128) {
		if let Some(earned) = self.earned.deposit(amount, self.units()) {
			self.earned = earned;
			self.stream = self.stream.deposit(amount).expect("it fits");
		}
	}

	fn claim_stream(&mut self, who: usize) -> u128 {
		self.settle(who);
		let (due, rest) = self.shares[who].take().expect("it is there");
		self.shares[who] = rest;
		let withheld = tax(due, self.rates[who]);
		self.stream = self.stream.spend(due - withheld, withheld, false).expect("it is there");
		self.received[who] += due;
		due
	}

	/// deposited = paid + withheld + parked + claimable + remainder + returned, to the unit.
	fn balances(&self) {
		let mut all = self.gone;
		let mut claimable = self.carried;
		for one in &self.open {
			all = all.with(one.totals).expect("it fits");
			claimable += one.totals.claimable().expect("no more has left");
		}
		assert_eq!(self.put_in, all.spent().expect("it fits") + claimable);
		assert!(self.stream.claimable().is_some());
	}

	/// What holders have earned in the stream and the rest of the division are what is claimable, to
	/// the last fraction of 2^-128.
	fn stream_is_exact(&self) {
		let mut sum = U256::from(self.earned.rest);
		for (share, owned) in self.shares.iter().zip(&self.owned) {
			sum += share.settle(self.earned.index, *owned).expect("it fits").accrued;
		}
		assert_eq!(sum, raise(self.stream.claimable().expect("no more has left")));
	}

	/// Everybody has all: what is left is less than a unit a holder and distribution.
	fn everybody_claims(&mut self) {
		while let Some(last) = self.open.len().checked_sub(1) {
			let holders = self.open[last].owned.iter().filter(|owned| **owned > 0).count();
			for who in 0..self.owned.len() {
				self.claim(who, last);
				assert!(!self.claim(who, last), "paid twice");
			}
			let left = self.open[last].totals.claimable().expect("no more has left");
			assert!(left < holders.max(1) as u128, "{left} are left for {holders} holders");
			self.close(last);
		}
		for who in 0..self.owned.len() {
			self.claim_stream(who);
			assert_eq!(self.claim_stream(who), 0, "paid twice");
		}
		self.balances();
		self.stream_is_exact();
	}
}

fn world(dice: &mut Dice, holders: usize) -> World {
	let scale = [1, 7, 1_000, u128::from(u64::MAX)][dice.one_of(4)];
	let owned = (0..holders).map(|_| u128::from(dice.below(20)) * scale).collect();
	let percent = |dice: &mut Dice| [0, 15, 30, 35, 100][dice.one_of(5)];
	let rates = (0..holders).map(|_| Permill::from_percent(percent(dice))).collect();
	World::new(owned, rates)
}

/// A history of so many steps, exact after each.
fn history(seed: u64, holders: usize, steps: u64) {
	let mut dice = Dice(seed);
	let mut world = world(&mut dice, holders);
	for _ in 0..steps {
		let who = dice.one_of(holders);
		match dice.below(9) {
			0 if world.open.len() < 4 => world.declare(dice.amount()),
			1 => world.fund(dice.amount()),
			2 => {
				world.claim_stream(who);
			},
			3 if !world.open.is_empty() => {
				let at = dice.one_of(world.open.len());
				world.close(at);
			},
			4 => {
				// Issued or redeemed.
				world.settle(who);
				world.owned[who] = u128::from(dice.below(1_000));
			},
			5 | 6 if !world.open.is_empty() => {
				let at = dice.one_of(world.open.len());
				world.claim(who, at);
				assert!(!world.claim(who, at), "paid twice");
			},
			_ => {
				let to = dice.one_of(holders);
				let amount = world.owned[who] / u128::from(dice.below(3) + 1);
				world.transfer(who, to, amount);
			},
		}
		world.balances();
	}
	world.stream_is_exact();
	world.everybody_claims();
}

/// As many holders as there may be, as often few as many.
fn size(dice: &mut Dice, most: u64) -> usize {
	let bits = dice.below(u64::from(most.ilog2()) + 1);
	usize::try_from(dice.below((2 << bits).min(most)) + 1).expect("it is small")
}

fn each_history(run: impl Fn(u64, usize)) {
	let number = setting("CADASTRE_INCOME_HISTORIES", 50_000, 500);
	let most = setting("CADASTRE_INCOME_HOLDERS", 1_000, 1_000);
	let first = setting("CADASTRE_INCOME_SEED", 1, 1);
	for seed in first..first + number {
		let holders = size(&mut Dice(seed), most);
		let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| run(seed, holders)));
		assert!(ran.is_ok(), "seed {seed}, {holders} holders");
	}
	println!("{number} histories of up to {most} holders: exact");
}

#[test]
fn histories_are_exact_after_each_step() {
	each_history(|seed, holders| history(seed, holders, 40));
}

#[test]
fn a_history_of_a_million_holders_is_exact() {
	let holders = setting("CADASTRE_INCOME_LARGE", 1_000_000, 10_000);
	history(7, usize::try_from(holders).expect("it fits"), 400);
	println!("a history of {holders} holders: exact");
}

/// A gang does what it likes: it moves its shares around, buys just before the record date and
/// sells just after, claims twice, for each other and in any order, and splits itself into dust. It
/// never has a unit more than one holder would have had that owned all of the gang's shares at each
/// moment and claimed once.
#[test]
fn no_search_gains_a_unit() {
	each_history(|seed, holders| {
		let mut dice = Dice(seed ^ 0xA5A5_A5A5);
		let gang = dice.one_of(holders) + 1;
		let mut world = world(&mut dice, holders);
		world.rates = vec![Permill::zero(); holders];
		// The same world, in which the gang is one holder, in the place of its first.
		let mut one = World::new(world.owned.clone(), world.rates.clone());
		one.owned[0] = world.owned[..gang].iter().sum();
		one.owned[1..gang].iter_mut().for_each(|owned| *owned = 0);
		let place = |who: usize| if who < gang { 0 } else { who };
		for _ in 0..40 {
			match dice.below(8) {
				0 if world.open.len() < 8 => {
					let amount = dice.amount();
					world.declare(amount);
					one.declare(amount);
				},
				1 => {
					let amount = dice.amount();
					world.fund(amount);
					one.fund(amount);
				},
				2 | 3 if !world.open.is_empty() => {
					let (who, at) = (dice.one_of(gang), dice.one_of(world.open.len()));
					world.claim(who, at);
					world.claim(who, at);
				},
				4 => {
					world.claim_stream(dice.one_of(gang));
				},
				_ => {
					let (from, to) = (dice.one_of(holders), dice.one_of(holders));
					let amount = world.owned[from] / u128::from(dice.below(3) + 1);
					world.transfer(from, to, amount);
					one.transfer(place(from), place(to), amount);
				},
			}
			assert_eq!(world.owned[..gang].iter().sum::<u128>(), one.owned[0]);
		}
		for at in 0..world.open.len() {
			for who in 0..gang {
				world.claim(who, at);
			}
			one.claim(0, at);
		}
		for who in 0..gang {
			world.claim_stream(who);
		}
		one.claim_stream(0);
		let gained: u128 = world.received[..gang].iter().sum();
		assert!(gained <= one.received[0], "{gained} instead of {}", one.received[0]);
	});
}

// SPDX-License-Identifier: Apache-2.0

//! Long histories of votes over the arithmetic alone: no pallet, no storage, nothing but `math`.
//!
//! | Variable | Means | Default |
//! |---|---|---|
//! | `CADASTRE_VOTE_HISTORIES` | how many histories | 50,000; 500 without optimisation |
//! | `CADASTRE_VOTE_HOLDERS` | the most holders of one | 1,000 |
//! | `CADASTRE_VOTE_LARGE` | the holders of the large one | 1,000,000; 10,000 without optimisation |
//! | `CADASTRE_VOTE_SEED` | the first seed | 1 |
//!
//! A failure names the seed of its history.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]

use cadastre_primitives::{Choice, Split};
use pallet_dao::{math, Thresholds};
use sp_runtime::Perbill;

fn setting(name: &str, optimised: u64, unoptimised: u64) -> u64 {
	let default = if cfg!(debug_assertions) { unoptimised } else { optimised };
	std::env::var(name).map_or(default, |value| value.parse().expect("a number"))
}

/// A plain generator (SplitMix64): a seed is a history.
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

	fn one_of(&mut self, number: usize) -> usize {
		usize::try_from(self.below(number as u64)).expect("it is small")
	}
}

const SHAPES: [&[u8]; 5] = [&[1], &[10], &[4, 4], &[1, 2, 3], &[1, 1, 1, 1]];

/// A ballot of up to three parts, good or not.
fn ballot(dice: &mut Dice, shape: &[u8], power: u128) -> Vec<Split> {
	(0..=dice.below(3))
		.map(|_| {
			let motion = u8::try_from(dice.one_of(shape.len())).expect("it is small");
			let choice = match dice.below(6) {
				0 => Choice::Against,
				1 => Choice::Abstain,
				// Sometimes one that there is not.
				other => Choice::For(u8::try_from(other % 5).expect("it is small")),
			};
			let votes = match dice.below(3) {
				0 => None,
				1 => Some(power / 2),
				_ => Some(u128::from(dice.below(3_000))),
			};
			Split { motion, choice, votes }
		})
		.collect()
}

/// Votes are cast, changed, retracted, and cast by delegates (depth 1, and never over the holder's
/// own), in any order. The tally is the plain sum of the last votes of each, nobody has more votes
/// on a motion than units, and what is adopted is what a count with whole numbers says.
fn history(seed: u64, holders: usize, steps: u64) {
	let mut dice = Dice(seed);
	let shape = SHAPES[dice.one_of(SHAPES.len())];
	let options = usize::try_from(math::options(shape).expect("a good shape")).expect("it fits");
	let powers: Vec<u128> = (0..holders).map(|_| u128::from(dice.below(2_000))).collect();
	let base: u128 = powers.iter().sum();
	let mut tally = vec![0; options];
	let mut last: Vec<(Vec<(u8, u128)>, bool)> = vec![Default::default(); holders];
	let mut delegate: Vec<Option<usize>> = vec![None; holders];
	for _ in 0..steps {
		let who = dice.one_of(holders);
		match dice.below(8) {
			0 => delegate[who] = Some(dice.one_of(holders)).filter(|to| *to != who),
			1 => {
				math::recount(&mut tally, &last[who].0, &[]).expect("the votes are there");
				last[who] = Default::default();
			},
			2 | 3 => {
				// A delegate votes for whom it can, with one ballot.
				let parts = ballot(&mut dice, shape, 10);
				for _ in 0..4 {
					let holder = dice.one_of(holders);
					let (votes, own) = &last[holder];
					if delegate[holder] != Some(who) || (*own && !votes.is_empty()) {
						continue;
					}
					let Ok(new) = math::count(&parts, shape, powers[holder]) else { continue };
					math::recount(&mut tally, votes, &new).expect("the votes are there");
					last[holder] = (new, false);
				}
			},
			_ => {
				let parts = ballot(&mut dice, shape, powers[who]);
				let Ok(new) = math::count(&parts, shape, powers[who]) else { continue };
				math::recount(&mut tally, &last[who].0, &new).expect("the votes are there");
				last[who] = (new, true);
			},
		}
		assert!(cast(shape, &tally).all(|cast| cast <= base), "more votes than units");
	}

	let mut sum = vec![0; options];
	for ((votes, _), power) in last.iter().zip(&powers) {
		let mut own = vec![0; options];
		math::recount(&mut own, &[], votes).expect("it fits");
		assert!(cast(shape, &own).all(|cast| cast <= *power), "more votes than units");
		math::recount(&mut sum, &[], votes).expect("it fits");
	}
	assert_eq!(sum, tally);

	let part = |dice: &mut Dice, least| Perbill::from_percent(least + dice.one_of(100) as u32 / 2);
	let (quorum, majority) = (part(&mut dice, 1), part(&mut dice, 50));
	let thresholds = Thresholds { quorum, majority, floor: Perbill::from_percent(5) };
	for motion in 0..shape.len() {
		let votes = math::votes(shape, &tally, motion).expect("there is such a motion");
		let decisive: u128 = votes.choices.iter().sum::<u128>() + votes.against;
		let all = decisive + votes.abstained;
		let whole = u128::from(Perbill::one().deconstruct());
		let enough = all > 0 && all * whole >= u128::from(quorum.deconstruct()) * base;
		let adopted = votes.choices.iter().position(|own| {
			let most = own * 2 > decisive;
			enough && most && own * whole >= u128::from(majority.deconstruct()) * decisive
		});
		let found = math::decide(&votes, &thresholds, base).map(usize::from);
		assert_eq!(found, adopted);
	}
}

/// What was cast on each motion.
fn cast<'a>(shape: &'a [u8], tally: &'a [u128]) -> impl Iterator<Item = u128> + 'a {
	(0..shape.len()).map(move |motion| math::votes(shape, tally, motion).expect("a motion").cast())
}

#[test]
fn histories_of_votes_are_exact() {
	let number = setting("CADASTRE_VOTE_HISTORIES", 50_000, 500);
	let most = setting("CADASTRE_VOTE_HOLDERS", 1_000, 1_000);
	let first = setting("CADASTRE_VOTE_SEED", 1, 1);
	for seed in first..first + number {
		let holders = usize::try_from(Dice(seed).below(most) + 1).expect("it is small");
		let ran = std::panic::catch_unwind(|| history(seed, holders, 60));
		assert!(ran.is_ok(), "seed {seed}, {holders} holders");
	}
	println!("{number} histories of up to {most} holders: exact");
}

#[test]
fn a_history_of_a_million_holders_is_exact() {
	let holders = setting("CADASTRE_VOTE_LARGE", 1_000_000, 10_000);
	history(7, usize::try_from(holders).expect("it fits"), 2 * holders);
	println!("a history of {holders} holders: exact");
}

// SPDX-License-Identifier: Apache-2.0

//! Operators who lie together, copy, drift and crash, against the rules alone, over many rounds.
//! The numbers are printed: `cargo test -p pallet-valuation-oracle simulation -- --nocapture`.

use super::*;
use crate::{
	math::{self, Sample, MAX_WEIGHT, MIN_WEIGHT},
	rules, Answer, Dated, Policy, Seat, Vote,
};
use cadastre_primitives::{Interval, ValuationStatus};

/// A generator of numbers that is the same everywhere.
struct Dice(u64);

impl Dice {
	fn roll(&mut self) -> u64 {
		// Steele and Vigna's SplitMix64.
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut mixed = self.0;
		mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		mixed ^ (mixed >> 31)
	}

	fn below(&mut self, bound: u64) -> u64 {
		self.roll() % bound
	}

	/// A part of a value within so many thousandths to either side.
	fn around(&mut self, value: u64, thousandths: u64) -> u64 {
		value - value * thousandths / 1_000 + self.below(value * thousandths / 500 + 1)
	}
}

fn seat(operator: u64) -> Seat<u128> {
	let family = u16::try_from(operator % 3).unwrap();
	Seat { model: 0, operator, family, human: false, ticket: 0 }
}

fn spread(mid: u64, thousandths: u64) -> Interval {
	let off = mid * thousandths / 1_000;
	Interval { low: mid - off, mid, high: mid + off }
}

#[test]
fn liars_copycats_and_crashes_do_not_move_the_answer_out_of_the_honest_range() {
	let policy = Policy { min_value: 0, max_value: u64::MAX, ..policy() };
	let rounds = cases(100_000, 3_000);
	let mut dice = Dice(1);
	let mut answer = Answer::default();
	let (mut answered, mut pending, mut stale, mut worst) = (0_u32, 0_u32, 0_u32, 0_u64);
	let (mut truth, mut now, mut copied) = (1_000_000_u64, 1_000_000_000_u64, 1_000_000_u64);
	for number in 1..=rounds {
		now += 200 + dice.below(600);
		// The market drifts by up to 2 %, and once in a hundred rounds it falls or rises by a half.
		truth = dice.around(truth, 20).clamp(10_000, 1_000_000_000);
		if dice.below(100) == 0 {
			truth = dice.around(truth, 500).clamp(10_000, 1_000_000_000);
		}
		let seats = 3 + dice.below(14);
		let liars = dice.below(seats.div_ceil(2));
		let lie = truth * (1 + dice.below(40)) / (1 + dice.below(40));
		let crashed = dice.below(seats);
		let mut votes = Vec::new();
		let mut honest = Vec::new();
		for operator in 0..seats {
			let is_liar = operator < liars;
			if !is_liar && operator == crashed && dice.below(4) == 0 {
				votes.push((Vote::Missed, MIN_WEIGHT, seat(operator)));
				continue;
			}
			let (interval, weight) = if is_liar {
				(spread(lie, dice.below(200)), MAX_WEIGHT)
			} else {
				let interval = spread(dice.around(truth, 30), 50 + dice.below(50));
				honest.push(interval);
				let weight = MIN_WEIGHT + u8::try_from(dice.below(26)).unwrap();
				(interval, weight)
			};
			votes.push((Vote::Revealed(interval), weight, seat(operator)));
		}
		let voted =
			votes.iter().map(|(vote, weight, seat)| (*vote, *weight, seat)).collect::<Vec<_>>();
		let counted = honest.len() as u64 + liars;
		let Some((found, reports)) = rules::answer(&policy, &voted) else {
			assert!(counted < 3 || seats < 3 || counted <= u64::from(policy.min_reports));
			continue;
		};
		answered += 1;
		assert!(found.is_ordered() && u64::from(reports) <= counted);
		// A crash may leave the liars half of the reports; then nothing is promised.
		if 2 * liars < counted && liars * 250 < honest.len() as u64 * 225 {
			let low = honest.iter().map(|interval| interval.low).min().unwrap();
			let high = honest.iter().map(|interval| interval.high).max().unwrap();
			assert!(low <= found.low && found.high <= high, "round {number}: {found:?}");
			worst = worst.max(found.mid.abs_diff(truth) * 1_000_000 / truth);
		}
		let dated = Dated {
			interval: found,
			as_of: now,
			round: number,
			aging_at: now + policy.aging_after,
			stale_at: now + policy.max_age,
		};
		answer.take(dated, &policy, now, 300);
		// A consumer looks some time later.
		let look = now + dice.below(6_000);
		let valuation = answer.valuation(look).unwrap();
		let too_old = look >= now + policy.max_age;
		match valuation.status() {
			ValuationStatus::Fresh => {
				assert!(look < valuation.as_of() + policy.aging_after);
			},
			ValuationStatus::Aging => assert!(look < valuation.as_of() + policy.max_age),
			ValuationStatus::Pending => pending += 1,
			ValuationStatus::Stale => {
				assert!(look >= valuation.as_of() + policy.max_age);
				stale += 1;
			},
			other => panic!("{other:?}"),
		}
		assert!(!too_old || valuation.status() == ValuationStatus::Stale);
		copied = found.mid;
	}
	println!(
		"{rounds} rounds of 3 to 16 operators, fewer than half of them liars: {answered} answers, \
		 farthest from the truth {:.2} %; looked at later: {pending} pending, {stale} stale, none of \
		 them served as fresh (last mid {copied})",
		worst as f64 / 10_000.0
	);
	assert!(answered > rounds / 2);
}

/// What each way to report earns and costs an operator over a year of weekly rounds, from the terms
/// of the mock: a bond of 10,000, 100 for a missed reveal, a fifth of the bond for a lost dispute.
#[test]
fn lying_and_copying_lose_money_in_expectation() {
	let years = cases(2_000, 100);
	let terms = terms();
	let mut dice = Dice(2);
	// A liar that one of twenty looks at is disputed; an honest one is never proven wrong.
	let (mut liar, mut copycat, mut thief, mut honest) = (0_i128, 0_i128, 0_i128, 0_i128);
	let (mut suspended_copycats, mut suspended_honest, mut moved) = (0_u32, 0_u32, 0_u64);
	for _ in 0..years {
		let mut truth = 1_000_000_u64;
		let mut last = truth;
		let (mut copies, mut own) = (Vec::new(), Vec::new());
		let mut bond = BOND;
		for _ in 0..52 {
			let before = last;
			truth = dice.around(truth, 60).clamp(100_000, 10_000_000);
			// Five honest operators; one more is a liar, a copycat or a thief of commitments.
			let mut reports =
				(0..5).map(|_| (spread(dice.around(truth, 60), 150), 237_u32)).collect::<Vec<_>>();
			own.push(reports[0].0);
			let alone = math::aggregate(&reports).unwrap();
			reports.push((spread(truth * 3, 150), 250));
			let with = math::aggregate(&reports).unwrap();
			moved = moved.max(with.mid.abs_diff(alone.mid) * 1_000_000 / alone.mid);
			// One liar of six shifts the median among the honest values, and no further.
			let honest_reports = || reports.iter().take(5).map(|(interval, _)| interval);
			let lowest = honest_reports().map(|interval| interval.low).min().unwrap();
			let highest = honest_reports().map(|interval| interval.high).max().unwrap();
			assert!((lowest..=highest).contains(&with.mid));
			if dice.below(20) == 0 {
				let lost = terms.slash.mul_ceil(bond);
				bond -= lost;
				liar -= i128::try_from(lost).unwrap();
			}
			// What can be copied in time is the answer of the round before.
			copies.push(spread(before, 50));
			// A copied commitment cannot be opened.
			thief -= i128::try_from(terms.miss_penalty).unwrap();
			last = alone.mid;
			let price = dice.around(truth, 40);
			for (record, count) in
				[(&copies, &mut suspended_copycats), (&own, &mut suspended_honest)]
			{
				let latest = record[record.len().saturating_sub(8)..].iter();
				let samples = latest
					.map(|interval| Sample {
						value: interval.mid,
						price,
						covered: interval.contains(price),
					})
					.collect::<Vec<_>>();
				if samples.len() == 8 && math::score(&samples).coverage < terms.min_coverage {
					*count += 1;
				}
			}
		}
		// A model that is suspended has to be proposed and approved again; its deposit is idle.
		copycat -= i128::from(suspended_copycats > 0) * i128::try_from(DEPOSIT).unwrap();
		honest -= 0;
	}
	let mean = |sum: i128| sum as f64 / f64::from(years);
	println!(
		"a year of weekly rounds, mean result by the terms: honest {:.0}, liar {:.0}, thief of \
		 commitments {:.0}, copycat {:.0}; the liar moved the answer by at most {:.2} %; weeks below the \
		 least coverage: copycats {suspended_copycats}, honest {suspended_honest}",
		mean(honest),
		mean(liar),
		mean(thief),
		mean(copycat),
		moved as f64 / 10_000.0
	);
	assert!(liar < honest && thief < honest && copycat < honest);
	assert!(suspended_copycats > suspended_honest);
}

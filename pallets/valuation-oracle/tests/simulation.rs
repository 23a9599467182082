// SPDX-License-Identifier: Apache-2.0

//! Operators who collude, copy, drift, crash and swap their models, against the rules of the pallet
//! alone, over many rounds. What lying and copying costs is counted by the runtime's terms.
//!
//! 20,000 rounds; `CADASTRE_ROUNDS=1000000` and `--nocapture` give the table of `docs/valuations.md`.

#![cfg(test)]
#![allow(clippy::arithmetic_side_effects)]

use cadastre_primitives::{Interval, ModelId, ValuationStatus};
use pallet_valuation_oracle::{
	math::{self, Sample, MIN_WEIGHT},
	rules, Answer, Dated, Policy, Seat, Vote, SCORES,
};
use sp_runtime::Permill;
use std::collections::{BTreeMap, VecDeque};

/// For how many rounds the same operators have the same seats.
const EPOCH: u64 = 100;

/// In how many rounds there is one sale.
const SALES: u64 = 8;

/// One of how many false reports is computed again by somebody, who disputes it.
const CHECKS: u64 = 20;

// The runtime's terms, in whole tokens; periods do not matter here.
const BOND: f64 = 1_000.0;
const SLASH: f64 = 0.2;
const MISS: f64 = 10.0;
const MAX_ERROR: u32 = 150_000;
const MIN_COVERAGE: u32 = 700_000;
const MIN_OUTCOMES: u32 = 8;

/// SplitMix64, of Steele, Lea and Flood: the same everywhere.
struct Dice(u64);

impl Dice {
	fn roll(&mut self) -> u64 {
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
		let off = value * thousandths / 1_000;
		value - off + self.below(2 * off + 1)
	}
}

/// How an operator behaves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Role {
	/// Reports what its model says.
	Honest,
	/// The same, but for a quarter of its reports, which it commits to and does not open.
	Crasher,
	/// Reports what it has agreed with all colluders of the feed.
	Colluder,
	/// Reports the last answer, which is all that can be copied in time.
	Copycat,
	/// Reports what a model says that nobody fits anew: half a percent more off each round.
	Drifter,
	/// Reports what its approved model says for half of the time, and then what another one does.
	Swapper,
}

const FAULTY: [Role; 4] = [Role::Colluder, Role::Copycat, Role::Drifter, Role::Swapper];

impl Role {
	fn is_faulty(self) -> bool {
		FAULTY.contains(&self)
	}
}

/// An operator in its seat.
struct Operator {
	role: Role,
	seat: Seat<()>,
	bond: f64,
	weight: u8,
	record: VecDeque<Sample>,
	suspended: bool,
}

impl Operator {
	fn new(place: u64, role: Role) -> Self {
		let seat = Seat {
			model: ModelId::try_from(place).unwrap(),
			operator: place,
			family: u16::try_from(place % 3).unwrap(),
			human: false,
			ticket: (),
		};
		let (bond, weight) = (BOND, MIN_WEIGHT);
		Self { role, seat, bond, weight, record: VecDeque::new(), suspended: false }
	}

	/// Compares a report with a price, as the pallet does.
	fn score(&mut self, interval: Interval, price: u64) {
		if self.record.len() == usize::try_from(SCORES).unwrap() {
			self.record.pop_front();
		}
		let covered = interval.contains(price);
		self.record.push_back(Sample { value: interval.mid, price, covered });
		let samples = self.record.iter().copied().collect::<Vec<_>>();
		let score = math::score(&samples);
		self.weight = score.weight;
		self.suspended |= score.outcomes >= MIN_OUTCOMES
			&& (score.median_error > MAX_ERROR || score.coverage < MIN_COVERAGE);
	}
}

/// What operators of a role did and lost.
#[derive(Default)]
struct Ledger {
	/// Operators, each for one epoch.
	operators: u64,
	/// Rounds in which they had a seat.
	offered: u64,
	/// Reports that they opened.
	reported: u64,
	/// How often one was suspended, by a dispute or by its own errors.
	suspended: u64,
	/// Tokens.
	lost: f64,
}

fn spread(mid: u64, thousandths: u64) -> Interval {
	let off = mid * thousandths / 1_000;
	Interval { low: mid - off, mid, high: mid + off }
}

fn policy() -> Policy {
	Policy {
		min_reports: 3,
		min_operators: 3,
		min_families: 2,
		seats_per_operator: 1,
		human: false,
		weigh: true,
		commit_period: 100,
		reveal_period: 100,
		interval: 200,
		max_input_age: 500,
		aging_after: 1_000,
		max_age: 3_000,
		challenge_period: 400,
		drift_window: 2_000,
		max_jump: Permill::from_percent(10),
		max_drift: Permill::from_percent(25),
		max_width: Permill::from_percent(80),
		min_value: 0,
		max_value: u64::MAX,
	}
}

/// A panel of 3 to 16, fewer than half of it faulty.
fn panel(dice: &mut Dice) -> Vec<Operator> {
	let seats = 3 + dice.below(14);
	let faulty = dice.below(seats.div_ceil(2));
	(0..seats)
		.map(|place| {
			let role = if place < faulty {
				FAULTY[usize::try_from(dice.below(4)).unwrap()]
			} else if dice.below(8) == 0 {
				Role::Crasher
			} else {
				Role::Honest
			};
			Operator::new(place, role)
		})
		.collect()
}

#[test]
fn fewer_than_half_never_move_the_answer_and_lying_costs() {
	let rounds: u64 = std::env::var("CADASTRE_ROUNDS")
		.map_or(20_000, |rounds| rounds.parse().expect("CADASTRE_ROUNDS is a number"));
	let policy = policy();
	assert!(rules::is_sound(&policy));
	let mut dice = Dice(20_260_101);
	let mut ledgers: BTreeMap<Role, Ledger> = BTreeMap::new();
	let (mut answer, mut last) = (Answer::default(), 1_000_000_u64);
	let (mut truth, mut now) = (1_000_000_u64, 1_000_000_000_u64);
	let mut operators = Vec::new();
	let (mut answered, mut promised, mut without) = (0_u64, 0_u64, 0_u64);
	let mut statuses: BTreeMap<ValuationStatus, u64> = BTreeMap::new();
	let (mut worst_answer, mut sum_answer, mut sum_single) = (0.0_f64, 0.0_f64, 0.0_f64);

	for number in 1..=rounds {
		let round = number % EPOCH;
		if round == 1 {
			operators = panel(&mut dice);
			for operator in &operators {
				ledgers.entry(operator.role).or_default().operators += 1;
			}
		}
		now += 200 + dice.below(600);
		// The market moves by up to 2 %, and once in a hundred rounds it falls or rises by a half.
		truth = dice.around(truth, 20).clamp(10_000, 1_000_000_000);
		if dice.below(100) == 0 {
			truth = dice.around(truth, 500).clamp(10_000, 1_000_000_000);
		}
		let lie = truth * (1 + dice.below(8)) / (1 + dice.below(8));
		let mut votes = Vec::new();
		let (mut honest, mut single) = (Vec::new(), None);
		for operator in &operators {
			let ledger = ledgers.entry(operator.role).or_default();
			ledger.offered += 1;
			if operator.suspended {
				votes.push(Vote::Absent);
				continue;
			}
			if operator.role == Role::Crasher && dice.below(4) == 0 {
				ledger.lost += MISS;
				votes.push(Vote::Missed);
				continue;
			}
			// An honest model is off by at most 15 %: half of its values by less than 7.5 %.
			let own = dice.around(truth, 150);
			let interval = match operator.role {
				Role::Honest | Role::Crasher => spread(own, 250),
				Role::Colluder => spread(lie, 400),
				Role::Copycat => spread(last, 50),
				Role::Drifter => spread(own * (1_000 + 5 * round) / 1_000, 250),
				Role::Swapper if round > EPOCH / 2 => spread(truth * 3 / 2, 400),
				Role::Swapper => spread(own, 250),
			};
			if !operator.role.is_faulty() {
				honest.push(interval);
				single.get_or_insert(own);
			}
			ledger.reported += 1;
			votes.push(Vote::Revealed(interval));
		}

		let seats = operators.iter().zip(&votes);
		let cast =
			seats.clone().map(|(one, vote)| (*vote, one.weight, &one.seat)).collect::<Vec<_>>();
		let weight = |faulty| {
			let of = seats.clone().filter(|(one, vote)| {
				matches!(vote, Vote::Revealed(_)) && one.role.is_faulty() == faulty
			});
			of.map(|(one, _)| u64::from(one.weight)).sum::<u64>()
		};
		match rules::answer(&policy, &cast) {
			None => without += 1,
			Some((found, _)) => {
				answered += 1;
				assert!(found.is_ordered());
				// What is promised holds of fewer than half of what is reported. Crashes and
				// suspensions may leave the faulty more than that; then nothing is promised.
				if weight(true) < weight(false) {
					promised += 1;
					let low = honest.iter().map(|interval| interval.low).min().unwrap();
					let high = honest.iter().map(|interval| interval.high).max().unwrap();
					assert!(low <= found.low && found.high <= high, "round {number}: {found:?}");
					let off = |value: u64| value.abs_diff(truth) as f64 / truth as f64;
					worst_answer = worst_answer.max(off(found.mid));
					sum_answer += off(found.mid);
					sum_single += off(single.unwrap());
				}
				let dated = Dated {
					interval: found,
					as_of: now,
					round: u32::try_from(number).unwrap(),
					aging_at: now + policy.aging_after,
					stale_at: now + policy.max_age,
				};
				answer.take(dated, &policy, now, 300);
				last = found.mid;
			},
		}

		// A consumer looks some time later, or exactly at, before or after the end.
		let valuation = |at| answer.valuation(at);
		for look in [now + dice.below(6_000), now + policy.max_age - 1, now + policy.max_age] {
			let Some(found) = valuation(look) else { continue };
			*statuses.entry(found.status()).or_default() += 1;
			let age = look - found.as_of();
			match found.status() {
				ValuationStatus::Fresh => assert!(age < policy.aging_after),
				ValuationStatus::Aging => {
					assert!((policy.aging_after..policy.max_age).contains(&age));
				},
				ValuationStatus::Pending => assert!(age < policy.max_age),
				ValuationStatus::Stale => assert!(age >= policy.max_age),
				other => panic!("nobody has disputed or halted anything: {other:?}"),
			}
			assert!(age < policy.max_age || found.fresh().is_err(), "a stale value is served");
		}

		// Whoever has the artefact and the facts finds out what a model has not said. A drifting one
		// has said it: only prices find that out.
		for (operator, vote) in operators.iter_mut().zip(&votes) {
			let is_false = match operator.role {
				Role::Colluder | Role::Copycat => true,
				Role::Swapper => round > EPOCH / 2,
				Role::Honest | Role::Crasher | Role::Drifter => false,
			};
			let reported = matches!(vote, Vote::Revealed(_));
			if is_false && reported && dice.below(CHECKS) == 0 {
				let ledger = ledgers.entry(operator.role).or_default();
				ledger.lost += operator.bond * SLASH;
				ledger.suspended += 1;
				operator.bond -= operator.bond * SLASH;
				operator.suspended = true;
			}
		}
		if number.is_multiple_of(SALES) {
			let price = dice.around(truth, 40);
			for (operator, vote) in operators.iter_mut().zip(&votes) {
				let Vote::Revealed(interval) = vote else { continue };
				let before = operator.suspended;
				operator.score(*interval, price);
				if operator.suspended && !before {
					ledgers.entry(operator.role).or_default().suspended += 1;
				}
			}
		}
	}

	println!("{rounds} rounds of 3 to 16 operators, fewer than half of them faulty:");
	println!("| Answers | Faulty had less weight | Outside the honest range | No answer |");
	println!("|---:|---:|---:|---:|");
	println!("| {answered} | {promised} | 0 | {without} |\n");
	let mean = |sum: f64| 100.0 * sum / promised as f64;
	println!(
		"Mean distance from the truth: answer {:.2} %, one honest model {:.2} %; farthest answer {:.1} \
		 %.",
		mean(sum_answer),
		mean(sum_single),
		100.0 * worst_answer
	);
	println!(
		"Statuses that consumers met: {statuses:?}; none older than allowed as fresh or aging.\n"
	);
	println!("| Role | Operators | Rounds reported | Suspended | Tokens lost in 100 rounds |");
	println!("|---|---:|---:|---:|---:|");
	for (role, ledger) in &ledgers {
		let operators = ledger.operators as f64;
		println!(
			"| {role:?} | {} | {:.1} % | {:.1} % | {:.1} |",
			ledger.operators,
			100.0 * ledger.reported as f64 / ledger.offered as f64,
			100.0 * ledger.suspended as f64 / operators,
			ledger.lost / operators
		);
	}

	assert!(answered * 100 > rounds * 85, "most rounds have an answer");
	assert!(promised * 10 > answered * 9, "what is promised is not an exception");
	assert!(statuses.contains_key(&ValuationStatus::Stale), "nobody met a stale one");
	assert!(statuses.contains_key(&ValuationStatus::Pending), "nothing jumped");
	assert!(sum_answer < sum_single, "an answer is closer to the truth than a model alone");
	let loss = |role: Role| ledgers[&role].lost / ledgers[&role].operators as f64;
	let served = |role: Role| ledgers[&role].reported as f64 / ledgers[&role].offered as f64;
	assert_eq!(loss(Role::Honest), 0.0, "who is honest and opens its reports loses nothing");
	for role in [Role::Colluder, Role::Copycat, Role::Swapper] {
		assert!(loss(role) > 0.1 * BOND, "{role:?} loses {}", loss(role));
		assert!(served(role) < served(Role::Honest), "{role:?} serves as long as the honest");
	}
	assert!(loss(Role::Crasher) > 0.0);
	assert!(served(Role::Drifter) < served(Role::Honest), "a drifting model serves on");
	assert!(served(Role::Honest) > 0.99, "the honest are suspended: {}", served(Role::Honest));
}

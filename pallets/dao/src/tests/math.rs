// SPDX-License-Identifier: Apache-2.0

//! The arithmetic, against plain statements of what it has to answer.

use super::cases;
use crate::{
	math::{self, Fault, Votes},
	Stage, Terms, Thresholds,
};
use cadastre_primitives::{Balance, Choice, Phase, Split};
use proptest::prelude::*;
use sp_runtime::Perbill;

const PARTS: u128 = 1_000_000_000;

fn shapes() -> impl Strategy<Value = Vec<u8>> {
	prop::sample::select(vec![
		vec![1],
		vec![2],
		vec![10],
		vec![1, 1],
		vec![4, 4],
		vec![1, 2, 3],
		vec![1, 1, 1, 1],
	])
}

fn choices() -> impl Strategy<Value = Choice> {
	prop_oneof![
		3 => (0..11_u8).prop_map(Choice::For),
		1 => Just(Choice::Against),
		1 => Just(Choice::Abstain),
	]
}

/// Amounts near the ends of the range, and small ones.
fn amounts() -> impl Strategy<Value = Balance> {
	prop_oneof![0..10_u128, 0..=1_000_000_000_000_u128, any::<u128>(), Just(u128::MAX)]
}

fn ballots() -> impl Strategy<Value = Vec<Split>> {
	let split = (0..5_u8, choices(), prop::option::of(amounts()));
	prop::collection::vec(
		split.prop_map(|(motion, choice, votes)| Split { motion, choice, votes }),
		0..8,
	)
}

fn thresholds(quorum: Perbill, majority: Perbill) -> Thresholds {
	Thresholds { quorum, majority, floor: Perbill::from_percent(5) }
}

#[test]
fn options_are_numbered_through_all_motions() {
	let shape = [2, 1];
	let all = [
		(0, Choice::For(0)),
		(0, Choice::For(1)),
		(0, Choice::Against),
		(0, Choice::Abstain),
		(1, Choice::For(0)),
		(1, Choice::Against),
		(1, Choice::Abstain),
	];
	assert_eq!(math::options(&shape), Some(7));
	for (option, (motion, choice)) in (0..).zip(all) {
		assert_eq!(math::option(&shape, motion, choice), Some(option));
		assert_eq!(math::choice(&shape, option), Some((motion, choice)));
	}
	assert_eq!(math::choice(&shape, 7), None);
	assert_eq!(math::option(&shape, 0, Choice::For(2)), None);
	assert_eq!(math::option(&shape, 2, Choice::Against), None);
}

#[test]
fn the_number_of_options_has_its_bounds() {
	for good in [&[1][..], &[10], &[4, 4], &[1, 1, 1, 1]] {
		assert!(math::options(good).is_some(), "{good:?}");
	}
	for bad in [&[][..], &[0], &[11], &[255], &[5, 4], &[1, 1, 1, 2], &[1, 0]] {
		assert_eq!(math::options(bad), None, "{bad:?}");
	}
}

#[test]
fn a_majority_that_cannot_be_reached_is_said_to_need_everything() {
	let votes = Votes { choices: &[5], against: 1, abstained: 0 };
	assert_eq!(math::missing_for_majority(&votes, Perbill::one()), Balance::MAX);
	let votes = Votes { choices: &[5], against: 0, abstained: 9 };
	assert_eq!(math::missing_for_majority(&votes, Perbill::one()), 0);
}

#[test]
fn nothing_is_adopted_without_votes() {
	let votes = Votes { choices: &[0, 0], against: 0, abstained: 0 };
	let easy = thresholds(Perbill::zero(), Perbill::zero());
	assert_eq!(math::decide(&votes, &easy, 0), None);
	assert_eq!(math::decide(&votes, &easy, 100), None);
	// Only abstentions reach the quorum and adopt nothing.
	let votes = Votes { choices: &[0, 0], against: 0, abstained: 100 };
	assert_eq!(math::decide(&votes, &easy, 100), None);
}

#[test]
fn a_timetable_is_in_order_and_never_overflows() {
	let terms = Terms {
		discussion: 1,
		voting: 2,
		reveal: 3,
		timelock: 4,
		grace: 5,
		thresholds: thresholds(Perbill::one(), Perbill::one()),
		stake: Perbill::one(),
	};
	assert_eq!(terms.longest(), 15);
	let times = math::timetable(&terms, 10, true).unwrap();
	let found = [
		times.voting_from,
		times.voting_until,
		times.reveal_until,
		times.executable_from,
		times.executable_until,
	];
	assert_eq!(found, [11, 13, 16, 20, 25]);
	assert!(math::timetable(&terms, u64::MAX - 15, true).is_some());
	assert!(math::timetable(&terms, u64::MAX - 14, true).is_none());
	assert!(math::timetable(&terms, u64::MAX - 12, false).is_some());
	assert!(math::timetable(&terms, u64::MAX - 11, false).is_none());
}

#[test]
fn at_a_pace_every_period_is_shorter_and_none_is_nothing() {
	let terms = Terms {
		discussion: 1,
		voting: 9,
		reveal: 10,
		timelock: 11,
		grace: 1_000,
		thresholds: thresholds(Perbill::from_percent(25), Perbill::from_percent(50)),
		stake: Perbill::from_percent(1),
	};
	let periods =
		|terms: Terms| [terms.discussion, terms.voting, terms.reveal, terms.timelock, terms.grace];
	assert_eq!(periods(terms.at_pace(10)), [1, 1, 1, 2, 100]);
	assert_eq!(periods(terms.at_pace(u32::MAX)), [1; 5]);
	for pace in [0, 1] {
		assert_eq!(terms.at_pace(pace), terms);
	}
	let fast = terms.at_pace(10);
	assert_eq!((fast.thresholds, fast.stake), (terms.thresholds, terms.stake));
}

#[test]
fn every_phase_begins_with_its_first_second() {
	let terms = Terms {
		discussion: 10,
		voting: 10,
		reveal: 10,
		timelock: 10,
		grace: 10,
		thresholds: thresholds(Perbill::one(), Perbill::one()),
		stake: Perbill::one(),
	};
	let times = math::timetable(&terms, 100, true).unwrap();
	let open = |now| math::phase(Stage::Open, &times, false, now);
	let closed = |now| math::phase(Stage::Closed, &times, true, now);
	for (at, before, after) in [
		(110, Phase::Discussion, Phase::Voting),
		(120, Phase::Voting, Phase::Reveal),
		(130, Phase::Reveal, Phase::Counting),
	] {
		assert_eq!([open(at - 1), open(at), open(at + 1)], [before, after, after]);
	}
	for (at, before, after) in
		[(140, Phase::Timelock, Phase::Grace), (150, Phase::Grace, Phase::Lapsed)]
	{
		assert_eq!([closed(at - 1), closed(at), closed(at + 1)], [before, after, after]);
	}
	for now in [100, 139, 140, 150] {
		assert_eq!(math::phase(Stage::Closed, &times, false, now), Phase::Done);
		assert_eq!(math::phase(Stage::Withdrawn, &times, true, now), Phase::Withdrawn);
		assert_eq!(math::phase(Stage::Vetoed, &times, true, now), Phase::Vetoed);
	}
}

/// A holder's earlier votes by option, with the units of its ballots.
type Cast = Vec<(u8, Balance)>;

/// A million holders, a tenth of whom change their mind: the tally is the plain sum.
#[test]
fn counting_a_million_holders_is_exact() {
	let shape = [3];
	let ballot = |choice, votes| Split { motion: 0, choice, votes };
	let mut tally = [0; 5];
	let mut expected = [0; 5];
	for holder in 0..1_000_000_u128 {
		let power = 1 + holder % 1_000;
		let parts = [ballot(Choice::For(0), None), ballot(Choice::Against, Some(power / 2))];
		let parts = if power > 1 { &parts[..] } else { &parts[..1] };
		let first = math::count(parts, &shape, power).unwrap();
		math::recount(&mut tally, &[], &first).unwrap();
		if holder % 10 == 0 {
			let second = math::count(&[ballot(Choice::Abstain, None)], &shape, power).unwrap();
			math::recount(&mut tally, &first, &second).unwrap();
			expected[4] += power;
		} else {
			expected[0] += power - power / 2;
			expected[3] += power / 2;
		}
	}
	assert_eq!(tally, expected);
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(2_000, 50)))]

	/// Histories of up to 1,000 ballots of 50 holders, against a table of the last of each.
	#[test]
	fn the_last_ballots_are_the_tally(
		shape in shapes(),
		history in prop::collection::vec((0..50_usize, ballots()), 1..1_000),
		powers in prop::collection::vec(1..1_000_000_u128, 50),
	) {
		let mut tally = vec![0; usize::try_from(math::options(&shape).unwrap()).unwrap()];
		let mut last: Vec<Cast> = vec![Vec::new(); 50];
		for (holder, ballot) in history {
			let Ok(votes) = math::count(&ballot, &shape, powers[holder]) else { continue };
			prop_assert!(math::recount(&mut tally, &last[holder], &votes).is_some());
			last[holder] = votes;
		}
		let mut expected = vec![0; tally.len()];
		for (option, votes) in last.into_iter().flatten() {
			expected[usize::from(option)] += votes;
		}
		prop_assert_eq!(&tally, &expected);
		for motion in 0..shape.len() {
			let cast = math::votes(&shape, &tally, motion).unwrap().cast();
			prop_assert!(cast <= powers.iter().sum());
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(50_000, 2_000)))]

	/// No ballot gives a motion more votes than the holder has, a part without votes, or an option
	/// that does not exist; what fails, fails for one of these reasons.
	#[test]
	fn a_ballot_never_counts_more_than_the_power(
		shape in shapes(),
		ballot in ballots(),
		power in amounts(),
	) {
		let counted = match math::count(&ballot, &shape, power) {
			Ok(counted) => counted,
			Err(fault) => {
				let known = ballot.iter().all(|s| math::option(&shape, s.motion, s.choice).is_some());
				prop_assert!(fault != Fault::UnknownOption || !known);
				return Ok(());
			},
		};
		prop_assert_eq!(counted.len(), ballot.len());
		let mut seen = std::collections::BTreeSet::new();
		let mut sums = [0_u128; 4];
		for (option, votes) in &counted {
			prop_assert!(seen.insert(*option));
			prop_assert!(*votes > 0);
			let (motion, _) = math::choice(&shape, *option).unwrap();
			let sum = &mut sums[usize::from(motion)];
			*sum = sum.checked_add(*votes).unwrap();
		}
		for (motion, sum) in (0..).zip(sums) {
			prop_assert!(sum <= power);
			// Who leaves one part open uses every vote.
			let open = ballot.iter().any(|s| s.motion == motion && s.votes.is_none());
			prop_assert!(!open || sum == power);
		}
	}

	/// Putting votes in and taking them out leaves the tally as it was, and votes that are not
	/// there cannot be taken out.
	#[test]
	fn recounting_is_exact(
		shape in shapes(),
		ballots in prop::collection::vec((ballots(), 1..1_000_000_u128), 1..5),
	) {
		let mut tally = vec![0; usize::try_from(math::options(&shape).unwrap()).unwrap()];
		let counted = ballots
			.iter()
			.filter_map(|(ballot, power)| math::count(ballot, &shape, *power).ok())
			.collect::<Vec<_>>();
		for votes in &counted {
			prop_assert!(math::recount(&mut tally, &[], votes).is_some());
		}
		let total = counted.iter().flatten().map(|(_, votes)| votes).sum::<u128>();
		prop_assert_eq!(tally.iter().sum::<u128>(), total);
		for votes in &counted {
			prop_assert!(math::recount(&mut tally, votes, &[]).is_some());
		}
		prop_assert!(tally.iter().all(|votes| *votes == 0));
		prop_assert!(math::recount(&mut tally, &[(0, 1)], &[]).is_none());
	}

	/// What is adopted is what a plain statement with whole numbers says, and nothing else is.
	#[test]
	fn the_decision_is_what_the_rules_say(
		choices in prop::collection::vec(0..1_000_u128, 1..5),
		against in 0..1_000_u128,
		abstained in 0..1_000_u128,
		more in 0..3_000_u128,
		quorum in 1..=1_000_000_000_u32,
		majority in 500_000_000..=1_000_000_000_u32,
	) {
		let votes = Votes { choices: &choices, against, abstained };
		let decisive = choices.iter().sum::<u128>() + against;
		let base = decisive + abstained + more;
		let rules = thresholds(Perbill::from_parts(quorum), Perbill::from_parts(majority));
		let enough = (decisive + abstained) * PARTS >= u128::from(quorum) * base
			&& decisive + abstained > 0;
		let adopted = (0..choices.len())
			.filter(|choice| {
				let own = choices[*choice];
				enough
					&& own * 2 > decisive
					&& own * PARTS >= u128::from(majority) * decisive
			})
			.collect::<Vec<_>>();
		prop_assert!(adopted.len() <= 1);
		let expected = adopted.first().map(|choice| u8::try_from(*choice).unwrap());
		prop_assert_eq!(math::decide(&votes, &rules, base), expected);
	}

	/// With as many votes more as are said to be missing, and no fewer, the first choice has them.
	#[test]
	fn what_is_missing_is_exact(
		choices in prop::collection::vec(0..1_000_u128, 1..5),
		against in 0..1_000_u128,
		majority in 500_000_000..=999_999_999_u32,
		quorum in 1..=1_000_000_000_u32,
		base in 1..10_000_u128,
	) {
		let votes = Votes { choices: &choices, against, abstained: 0 };
		let majority = Perbill::from_parts(majority);
		let missing = math::missing_for_majority(&votes, majority);
		let (first, _) = votes.first();
		let easy = thresholds(Perbill::from_parts(1), majority);
		let with = |more: u128| {
			let mut choices = choices.clone();
			choices[first] += more;
			let votes = Votes { choices: &choices, against, abstained: 0 };
			math::decide(&votes, &easy, 1).is_some()
		};
		prop_assert!(with(missing));
		prop_assert!(missing == 0 || !with(missing - 1));

		let rules = thresholds(Perbill::from_parts(quorum), majority);
		let missing = math::missing_for_quorum(&votes, &rules, base);
		let reached = |more: u128| votes.cast() + more >= math::quorum(&rules, base);
		prop_assert!(reached(missing));
		prop_assert!(missing == 0 || !reached(missing - 1));
	}

	/// Nothing panics or wraps at the end of the range.
	#[test]
	fn the_whole_range_is_safe(
		shape in shapes(),
		tally in prop::collection::vec(any::<u128>(), 12),
		base in any::<u128>(),
		quorum in any::<u32>(),
		majority in any::<u32>(),
	) {
		let rules = thresholds(Perbill::from_parts(quorum), Perbill::from_parts(majority));
		let options = usize::try_from(math::options(&shape).unwrap()).unwrap();
		for motion in 0..shape.len() {
			let votes = math::votes(&shape, &tally[..options], motion).unwrap();
			let _ = math::decide(&votes, &rules, base);
			let _ = math::missing_for_majority(&votes, rules.majority);
			prop_assert!(math::missing_for_quorum(&votes, &rules, base) <= base.max(1));
		}
		let _ = math::is_supported(&shape, &tally[..options], &rules, base);
		prop_assert!(math::votes(&shape, &tally[..options], shape.len()).is_none());
	}
}

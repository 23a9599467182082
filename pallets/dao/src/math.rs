// SPDX-License-Identifier: Apache-2.0

//! The counting of votes and the timetable, without FRAME: ballots, tallies, quorum, majority.
//!
//! A resolution has motions, a motion has choices. Its options are the choices of the first motion,
//! then Against and Abstain of it, then those of the second motion, and so on. A tally has the
//! votes of each option in this order.

use crate::types::{Stage, Terms, Thresholds, Timetable};
use alloc::vec::Vec;
use cadastre_primitives::{Balance, Choice, Moment, Phase, Split, MAX_CHOICES, MAX_OPTIONS};
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, PerThing, Perbill, Rounding};

/// What is wrong with a ballot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
	/// A part has no votes, or the ballot has no parts.
	NoVotes,
	/// The resolution has no such motion or choice.
	UnknownOption,
	/// Two parts are for the same option, or two parts of one motion are for what is left.
	SplitTwice,
	/// The parts of a motion are more than the holder's votes.
	TooManyVotes,
}

/// The votes on one motion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Votes<'a> {
	/// For each choice.
	pub choices: &'a [Balance],
	/// For none of them.
	pub against: Balance,
	/// For the quorum only.
	pub abstained: Balance,
}

impl Votes<'_> {
	/// The votes that count for the majority. The supply is a `Balance`, and nobody's units vote
	/// twice, so that the sum is one too.
	pub fn decisive(&self) -> Balance {
		self.choices.iter().fold(self.against, |sum, votes| sum.saturating_add(*votes))
	}

	/// The votes that count for the quorum.
	pub fn cast(&self) -> Balance {
		self.decisive().saturating_add(self.abstained)
	}

	/// The choice with the most votes, the first of equals, and its votes.
	pub fn first(&self) -> (usize, Balance) {
		self.choices.iter().copied().enumerate().fold((0, 0), |best, next| {
			if next.1 > best.1 {
				next
			} else {
				best
			}
		})
	}
}

/// The number of options of a resolution with these numbers of choices; none if a motion has no
/// choice or too many, or if there are too many options.
pub fn options(choices: &[u8]) -> Option<u32> {
	let mut total = 0_u32;
	for motion in choices {
		let count = u32::from(*motion);
		if count == 0 || count > MAX_CHOICES {
			return None;
		}
		total = total.checked_add(count)?.checked_add(2)?;
	}
	(total > 0 && total <= MAX_OPTIONS).then_some(total)
}

/// The first option of a motion and the number of its choices.
fn start(choices: &[u8], motion: usize) -> Option<(usize, usize)> {
	let count = choices.get(motion).copied()?;
	let before = choices
		.iter()
		.take(motion)
		.fold(0_usize, |sum, count| sum.saturating_add(usize::from(*count)).saturating_add(2));
	Some((before, usize::from(count)))
}

/// The position of a choice among the options; none if there is no such motion or choice.
pub fn option(choices: &[u8], motion: u8, choice: Choice) -> Option<u8> {
	let (first, count) = start(choices, usize::from(motion))?;
	let offset = match choice {
		Choice::For(choice) => {
			let choice = usize::from(choice);
			(choice < count).then_some(choice)?
		},
		Choice::Against => count,
		Choice::Abstain => count.saturating_add(1),
	};
	u8::try_from(first.saturating_add(offset)).ok()
}

/// The motion and the choice of an option; none if there is no such option.
pub fn choice(choices: &[u8], option: u8) -> Option<(u8, Choice)> {
	let mut offset = option;
	for (motion, count) in choices.iter().enumerate() {
		let motion = u8::try_from(motion).ok()?;
		match offset.checked_sub(*count) {
			None => return Some((motion, Choice::For(offset))),
			Some(0) => return Some((motion, Choice::Against)),
			Some(1) => return Some((motion, Choice::Abstain)),
			Some(rest) => offset = rest.saturating_sub(2),
		}
	}
	None
}

/// The votes on a motion; none if there is no such motion.
pub fn votes<'a>(choices: &[u8], tally: &'a [Balance], motion: usize) -> Option<Votes<'a>> {
	let (first, count) = start(choices, motion)?;
	let end = first.checked_add(count)?;
	Some(Votes {
		choices: tally.get(first..end)?,
		against: *tally.get(end)?,
		abstained: *tally.get(end.checked_add(1)?)?,
	})
}

/// The votes of a ballot by option, of a holder with so many votes. A motion that the ballot does
/// not speak of gets none.
///
/// # Errors
/// What is wrong with the ballot.
pub fn count(
	ballot: &[Split],
	choices: &[u8],
	power: Balance,
) -> Result<Vec<(u8, Balance)>, Fault> {
	if ballot.is_empty() {
		return Err(Fault::NoVotes);
	}
	let mut counted = Vec::<(u8, Balance)>::new();
	for split in ballot {
		let option = option(choices, split.motion, split.choice).ok_or(Fault::UnknownOption)?;
		if counted.iter().any(|(earlier, _)| *earlier == option) {
			return Err(Fault::SplitTwice);
		}
		let of_motion = || ballot.iter().filter(|other| other.motion == split.motion);
		if of_motion().filter(|other| other.votes.is_none()).count() > 1 {
			return Err(Fault::SplitTwice);
		}
		let named = of_motion()
			.try_fold(0, |sum: Balance, other| sum.checked_add(other.votes.unwrap_or(0)))
			.ok_or(Fault::TooManyVotes)?;
		let left = power.checked_sub(named).ok_or(Fault::TooManyVotes)?;
		let votes = split.votes.unwrap_or(left);
		if votes == 0 {
			return Err(Fault::NoVotes);
		}
		counted.push((option, votes));
	}
	Ok(counted)
}

/// Takes earlier votes out of a tally and puts new ones in. None, and an unusable tally, if the
/// earlier votes are not in it or a sum overflows.
pub fn recount(tally: &mut [Balance], out: &[(u8, Balance)], into: &[(u8, Balance)]) -> Option<()> {
	for (option, votes) in out {
		let sum = tally.get_mut(usize::from(*option))?;
		*sum = sum.checked_sub(*votes)?;
	}
	for (option, votes) in into {
		let sum = tally.get_mut(usize::from(*option))?;
		*sum = sum.checked_add(*votes)?;
	}
	Some(())
}

/// The votes that make the quorum: a part of all that could be cast, rounded up, and at least one.
pub fn quorum(thresholds: &Thresholds, base: Balance) -> Balance {
	thresholds.quorum.mul_ceil(base).max(1)
}

/// The choice that a motion adopts: enough were cast, the choice has more than half of the decisive
/// votes, and at least the part that the class of the resolution asks for. At most one choice can.
pub fn decide(votes: &Votes<'_>, thresholds: &Thresholds, base: Balance) -> Option<u8> {
	if votes.cast() < quorum(thresholds, base) {
		return None;
	}
	let (choice, best) = votes.first();
	let decisive = votes.decisive();
	let more_than_half = best > decisive.saturating_sub(best);
	let enough = best >= thresholds.majority.mul_ceil(decisive);
	(more_than_half && enough).then(|| u8::try_from(choice).ok()).flatten()
}

/// How many more votes a motion needs for the quorum.
pub fn missing_for_quorum(votes: &Votes<'_>, thresholds: &Thresholds, base: Balance) -> Balance {
	quorum(thresholds, base).saturating_sub(votes.cast())
}

/// How many more votes the first choice needs for the majority if all that are to come are for it;
/// the highest number there is if no number would do.
pub fn missing_for_majority(votes: &Votes<'_>, majority: Perbill) -> Balance {
	let (_, best) = votes.first();
	let others = votes.decisive().saturating_sub(best);
	if others == 0 {
		return u128::from(best == 0);
	}
	// best ≥ m · (best + others) holds from m · others / (1 − m) on.
	let part = majority.deconstruct();
	let rest = Perbill::ACCURACY.saturating_sub(part);
	let needed = if rest == 0 {
		None
	} else {
		multiply_by_rational_with_rounding(others, part.into(), rest.into(), Rounding::Up)
	};
	needed.map_or(Balance::MAX, |needed| needed.max(others.saturating_add(1)).saturating_sub(best))
}

/// Whether a resolution had the support that returns the bond: one of its choices had votes of at
/// least a part of all that could be cast, rounded up.
pub fn is_supported(
	choices: &[u8],
	tally: &[Balance],
	thresholds: &Thresholds,
	base: Balance,
) -> bool {
	let floor = thresholds.floor.mul_ceil(base);
	(0..choices.len())
		.filter_map(|motion| votes(choices, tally, motion))
		.any(|votes| votes.first().1 >= floor)
}

/// The timetable of a resolution that is announced now; none if a moment overflows.
pub fn timetable(terms: &Terms, now: Moment, secret: bool) -> Option<Timetable> {
	let voting_from = now.checked_add(terms.discussion)?;
	let voting_until = voting_from.checked_add(terms.voting)?;
	let reveal_until = voting_until.checked_add(if secret { terms.reveal } else { 0 })?;
	let executable_from = reveal_until.checked_add(terms.timelock)?;
	let executable_until = executable_from.checked_add(terms.grace)?;
	Some(Timetable { voting_from, voting_until, reveal_until, executable_from, executable_until })
}

/// Where a resolution is. `pending`: a call that was adopted has not been executed.
pub fn phase(stage: Stage, times: &Timetable, pending: bool, now: Moment) -> Phase {
	match stage {
		Stage::Withdrawn => Phase::Withdrawn,
		Stage::Vetoed => Phase::Vetoed,
		Stage::Open if now < times.voting_from => Phase::Discussion,
		Stage::Open if now < times.voting_until => Phase::Voting,
		Stage::Open if now < times.reveal_until => Phase::Reveal,
		Stage::Open => Phase::Counting,
		Stage::Closed if !pending => Phase::Done,
		Stage::Closed if now < times.executable_from => Phase::Timelock,
		Stage::Closed if now < times.executable_until => Phase::Grace,
		Stage::Closed => Phase::Lapsed,
	}
}

// SPDX-License-Identifier: Apache-2.0

//! What a policy may be, which reports count, and how answers follow each other. Nothing here reads
//! storage.

use crate::{
	math,
	types::{Answer, Dated, Policy, Seat, Vote},
};
use alloc::vec::Vec;
use cadastre_primitives::{Interval, InvestorId, Moment, Valuation, ValuationStatus};

/// The most seats of a feed.
pub const MAX_SEATS: u32 = 16;

/// The fewest reports that make an answer: with fewer, one liar would be half of them.
pub const MIN_REPORTS: u8 = 3;

/// The shortest period of a policy, in seconds: two slots of the relay chain, within which the
/// collator may choose the time.
pub const MIN_PERIOD: Moment = 12;

/// The longest period of a policy, in seconds: 400 days.
pub const MAX_PERIOD: Moment = 34_560_000;

/// Whether a policy can be followed, and keeps what the oracle promises whatever is reported.
pub fn is_sound(policy: &Policy) -> bool {
	let period = |seconds: Moment| (MIN_PERIOD..=MAX_PERIOD).contains(&seconds);
	let round = policy.commit_period.saturating_add(policy.reveal_period);
	let reports = policy.min_reports;
	u32::from(reports) <= MAX_SEATS
		&& reports >= MIN_REPORTS
		&& (1..=reports).contains(&policy.min_operators)
		&& (1..=reports).contains(&policy.min_families)
		// One operator never has half of the reports.
		&& policy.seats_per_operator >= 1
		&& policy.seats_per_operator.saturating_mul(2) < reports
		&& policy.min_value <= policy.max_value
		&& !policy.max_jump.is_zero()
		&& policy.max_jump <= policy.max_drift
		&& !policy.max_width.is_zero()
		&& period(policy.commit_period)
		&& period(policy.reveal_period)
		&& period(policy.challenge_period)
		&& period(policy.drift_window)
		&& period(policy.interval)
		&& policy.interval >= round
		// No answer is born stale: it can be found before it is too old.
		&& policy.max_age <= MAX_PERIOD
		&& policy.max_age > round.saturating_add(policy.max_input_age)
		&& policy.max_input_age <= MAX_PERIOD
		&& (1..=policy.max_age).contains(&policy.aging_after)
}

/// What the reports of a round say together, and how many counted; none if they are not enough. A
/// report that is too wide, or outside of the bounds, does not count, nor does one of an operator
/// that has as many already as the policy allows.
pub fn answer<Ticket>(
	policy: &Policy,
	votes: &[(Vote, u8, &Seat<Ticket>)],
) -> Option<(Interval, u8)> {
	let mut reports = Vec::new();
	let mut operators = Vec::<InvestorId>::new();
	let mut counted = Vec::<InvestorId>::new();
	let mut families = Vec::new();
	let mut human = false;
	for (vote, weight, seat) in votes {
		let Vote::Revealed(interval) = vote else { continue };
		let within = policy.min_value <= interval.low && interval.high <= policy.max_value;
		if !within || !interval.is_ordered() || math::is_too_wide(interval, policy.max_width) {
			continue;
		}
		// Where a policy came to allow fewer seats, those that were taken before do not all count.
		let own = counted.iter().filter(|operator| **operator == seat.operator).count();
		if own >= usize::from(policy.seats_per_operator) {
			continue;
		}
		counted.push(seat.operator);
		let weight = if policy.weigh { u32::from(*weight) } else { 1 };
		reports.push((*interval, weight));
		if !operators.contains(&seat.operator) {
			operators.push(seat.operator);
		}
		if !families.contains(&seat.family) {
			families.push(seat.family);
		}
		human |= seat.human;
	}
	let count = u8::try_from(reports.len()).ok()?;
	let enough = count >= policy.min_reports
		&& operators.len() >= usize::from(policy.min_operators)
		&& families.len() >= usize::from(policy.min_families)
		&& (human || !policy.human);
	if !enough {
		return None;
	}
	math::aggregate(&reports).map(|interval| (interval, count))
}

impl Answer {
	/// Whether what is proposed has outlived the time for disputes.
	fn has_settled(&self, now: Moment) -> bool {
		self.disputes == 0 && now >= self.settles_at
	}

	/// Lets what was proposed take its place once there was time to dispute it.
	pub fn roll(&mut self, now: Moment) {
		if self.has_settled(now) {
			if let Some(proposed) = self.proposed.take() {
				self.anchor = proposed.interval.mid;
				self.settled = Some(proposed);
			}
		}
	}

	/// Takes the answer of a new round. It is settled at once if it stays within the bounds from
	/// the last settled one and from the anchor of the window; otherwise it is proposed. What
	/// confirms a proposal does not prolong its wait. Answers whether it is settled.
	pub fn take(
		&mut self,
		new: Dated,
		policy: &Policy,
		now: Moment,
		dispute_period: Moment,
	) -> bool {
		self.roll(now);
		let mid = new.interval.mid;
		let within = match &self.settled {
			None => false,
			Some(settled) => {
				if now >= self.window_until {
					self.anchor = settled.interval.mid;
					self.window_until = now.saturating_add(policy.drift_window);
				}
				!math::is_beyond(settled.interval.mid, mid, policy.max_jump)
					&& !math::is_beyond(self.anchor, mid, policy.max_drift)
			},
		};
		let confirms = self.disputes == 0
			&& self.proposed.as_ref().is_some_and(|proposed| {
				!math::is_beyond(proposed.interval.mid, mid, policy.max_jump)
			});
		self.round = new.round;
		self.disputes = 0;
		self.disputable_until = now.saturating_add(dispute_period);
		if within {
			self.settled = Some(new);
			self.proposed = None;
		} else {
			self.proposed = Some(new);
			if !confirms {
				self.settles_at = now.saturating_add(policy.challenge_period);
			}
			self.disputable_until = self.disputable_until.max(self.settles_at);
		}
		within
	}

	/// Withdraws the answer of the last round, because a report that it rests on was wrong.
	pub fn withdraw(&mut self, now: Moment) {
		if self.proposed.as_ref().is_some_and(|proposed| proposed.round == self.round) {
			self.proposed = None;
		}
		if let Some(settled) = &mut self.settled {
			if settled.round == self.round {
				settled.stale_at = settled.stale_at.min(now);
				settled.aging_at = settled.aging_at.min(now);
			}
		}
	}

	/// The answer of a moment; none if there has never been one.
	///
	/// While a proposal waits, low and high span what is settled and what is proposed, and mid is
	/// the settled one: whoever uses it against the status errs to the safe side.
	pub fn valuation(&self, now: Moment) -> Option<Valuation> {
		use ValuationStatus::*;
		let settled = self.settled.filter(|settled| now < settled.stale_at);
		let (dated, mut status) = match (self.proposed, settled) {
			(Some(proposed), _) if self.has_settled(now) => (proposed, Fresh),
			(Some(proposed), Some(settled)) => (hull(settled, proposed), Pending),
			(Some(proposed), None) => (proposed, Pending),
			(None, _) => (self.settled?, Fresh),
		};
		if status == Fresh && now >= dated.aging_at {
			status = Aging;
		}
		let disputed = self.disputes > 0
			&& (status == Pending || self.settled.is_some_and(|own| own.round == self.round));
		if disputed {
			status = Disputed;
		}
		if now >= dated.stale_at {
			status = Stale;
		}
		if self.halted {
			status = Halted;
		}
		Some(Valuation::new(dated.interval, self.decimals, dated.as_of, dated.round, status))
	}
}

/// From the lower low to the higher high of what is settled and what is proposed, as old as the
/// older.
fn hull(settled: Dated, proposed: Dated) -> Dated {
	Dated {
		interval: Interval {
			low: settled.interval.low.min(proposed.interval.low),
			mid: settled.interval.mid,
			high: settled.interval.high.max(proposed.interval.high),
		},
		as_of: settled.as_of.min(proposed.as_of),
		round: proposed.round,
		aging_at: settled.aging_at.min(proposed.aging_at),
		stale_at: proposed.stale_at,
	}
}

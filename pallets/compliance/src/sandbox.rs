// SPDX-License-Identifier: Apache-2.0

//! What a sandbox cohort says to a movement: pure functions of plain values, without storage.

use crate::types::Cohort;
use cadastre_primitives::{Balance, Facts, Moment, Reason, Side};

/// What a movement must know of the cohort that its pack names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sandbox {
	/// Now, in seconds of Unix time.
	pub now: Moment,
	/// Nothing if the cohort is open for the asset; else what a report shows as found.
	pub closed: Option<Moment>,
	/// Whether the receiver is a member.
	pub member: bool,
	/// Shares moved so far.
	pub volume: Balance,
	/// The most shares that may move.
	pub cap: Balance,
}

impl Sandbox {
	/// Of a cohort that does not exist: nothing moves.
	pub const fn unknown(now: Moment) -> Self {
		Self { now, closed: Some(0), member: false, volume: 0, cap: 0 }
	}

	/// Of a cohort, with whether the asset is in it and whether the receiver is a member.
	pub fn of<A>(cohort: &Cohort<A>, now: Moment, listed: bool, member: bool) -> Self {
		let closed = closed(cohort, now).or((!listed).then_some(0));
		let (volume, cap) = (cohort.counts.volume, cohort.limits.volume);
		Self { now, closed, member, volume, cap }
	}
}

/// Whether a cohort is over: ended, or past its last second.
pub fn is_over<A>(cohort: &Cohort<A>, now: Moment) -> bool {
	cohort.ended_at.is_some() || now >= cohort.limits.until
}

/// Nothing if a cohort is open now; else when it was ended, 0 if it is suspended, its first second
/// if that is to come, and its end if that is past.
pub fn closed<A>(cohort: &Cohort<A>, now: Moment) -> Option<Moment> {
	let Cohort { limits, suspended, ended_at, .. } = cohort;
	if ended_at.is_some() {
		*ended_at
	} else if now >= limits.until {
		Some(limits.until)
	} else if *suspended {
		Some(0)
	} else {
		(now < limits.from).then_some(limits.from)
	}
}

/// Tells `fail` each reason of a cohort against a movement, at most two: reason, side, needed,
/// found.
pub fn examine(sandbox: &Sandbox, facts: &Facts, mut fail: impl FnMut(Reason, Side, u128, u128)) {
	if let Some(found) = sandbox.closed {
		fail(Reason::CohortNotOpen, Side::Asset, sandbox.now.into(), found.into());
	}
	if !sandbox.member {
		fail(Reason::NotInCohort, Side::Receiver, 0, 0);
	}
	// Of a closed cohort the volume says nothing.
	let after = sandbox.volume.saturating_add(facts.amount);
	if sandbox.closed.is_none() && after > sandbox.cap {
		fail(Reason::CohortVolumeExceeded, Side::Asset, sandbox.cap, after);
	}
}

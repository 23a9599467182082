// SPDX-License-Identifier: Apache-2.0

//! Rule packs and their evaluation: pure functions of plain values, without storage.

use cadastre_primitives::{
	CohortId, CountrySet, Eligibility, Facts, Failure, Failures, Flags, Key, Kind, Moment,
	ProviderId, Reason, Rights, Side, MAX_RULES,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{PerThing, Perbill};

use crate::{
	sandbox::{self, Sandbox},
	types::{Standing, Suspension},
};

/// The most country sets in a pack.
pub const MAX_SETS: u32 = 4;

/// Of whom a rule speaks.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Sides {
	/// Who gives the shares.
	#[codec(index = 0)]
	Sender,
	/// Who gets the shares.
	#[codec(index = 1)]
	Receiver,
	/// Each of the two.
	#[codec(index = 2)]
	Both,
}

impl Sides {
	const fn each(self) -> &'static [Side] {
		match self {
			Self::Sender => &[Side::Sender],
			Self::Receiver => &[Side::Receiver],
			Self::Both => &[Side::Sender, Side::Receiver],
		}
	}
}

/// One operation of a pack over the eligibility words of the parties and the asset's counters.
///
/// Indices are never reused: an index that a later version takes away does not decode, and a pack
/// that does not decode lets nothing move.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Rule {
	/// The party has every one of these flags.
	#[codec(index = 0)]
	Required {
		/// Of whom the rule speaks.
		side: Sides,
		/// The flags, at least one.
		flags: Flags,
	},
	/// The party has none of these flags.
	#[codec(index = 1)]
	Forbidden {
		/// Of whom the rule speaks.
		side: Sides,
		/// The flags, at least one.
		flags: Flags,
	},
	/// The party's country of residence is in the set.
	#[codec(index = 2)]
	CountryAllow {
		/// Of whom the rule speaks.
		side: Sides,
		/// The position of the set in the pack, from 0.
		set: u8,
	},
	/// The party's country of residence is known and not in the set.
	#[codec(index = 3)]
	CountryDeny {
		/// Of whom the rule speaks.
		side: Sides,
		/// The position of the set in the pack, from 0.
		set: u8,
	},
	/// The asset has at most so many holders after a movement that adds one.
	#[codec(index = 4)]
	HolderCap {
		/// The most holders, inclusive.
		max: u32,
	},
	/// The receiver owns at most this part of the asset, rounded down to a share.
	#[codec(index = 5)]
	OwnershipCap {
		/// The largest part, inclusive.
		max: Perbill,
	},
	/// The asset is in a sandbox cohort, which is open, has room for the volume, and has the
	/// receiver as a member. One such rule a pack.
	#[codec(index = 20)]
	Cohort {
		/// The cohort.
		cohort: CohortId,
	},
}

/// What an examination asks only where a suspension or a rule makes it: each answer costs reads.
pub trait Lookup {
	/// What is void of the statements of a slot. One read.
	fn suspension(&self, provider: ProviderId) -> Option<Suspension>;

	/// What a cohort says to a movement. Three reads.
	fn sandbox(&self, cohort: CohortId, facts: &Facts) -> Sandbox;
}

/// What is wrong with a set of rules, so that no pack of it is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Defect {
	/// There is no rule, or a rule that names no flag and so asks nothing.
	Empty,
	/// A rule names a country set that is not there.
	UnknownSet,
	/// A part is larger than the whole.
	InvalidPart,
	/// Two rules name a cohort.
	SeveralCohorts,
}

/// The rules of a pack, and the country sets that they name. Every rule must hold.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct RuleSet {
	/// The rules, in the order in which a report names them.
	pub rules: BoundedVec<Rule, ConstU32<MAX_RULES>>,
	/// The country sets.
	pub sets: BoundedVec<CountrySet, ConstU32<MAX_SETS>>,
}

impl RuleSet {
	/// The first defect, if there is one.
	pub fn defect(&self) -> Option<Defect> {
		if self.rules.is_empty() {
			return Some(Defect::Empty);
		}
		let cohorts = self.rules.iter().filter(|rule| matches!(rule, Rule::Cohort { .. }));
		if cohorts.count() > 1 {
			return Some(Defect::SeveralCohorts);
		}
		self.rules.iter().find_map(|rule| match rule {
			Rule::Required { flags, .. } | Rule::Forbidden { flags, .. } => {
				flags.is_empty().then_some(Defect::Empty)
			},
			Rule::CountryAllow { set, .. } | Rule::CountryDeny { set, .. } => {
				self.set(*set).is_none().then_some(Defect::UnknownSet)
			},
			Rule::HolderCap { .. } | Rule::Cohort { .. } => None,
			// The codec refuses such a part, JSON does not.
			Rule::OwnershipCap { max } => {
				(max.deconstruct() > Perbill::ACCURACY).then_some(Defect::InvalidPart)
			},
		})
	}

	/// The cohort that a rule names, if one does.
	pub fn cohort(&self) -> Option<CohortId> {
		self.rules.iter().find_map(|rule| match rule {
			Rule::Cohort { cohort } => Some(*cohort),
			_ => None,
		})
	}

	fn set(&self, position: u8) -> Option<&CountrySet> {
		self.sets.get(usize::from(position))
	}
}

/// Adds the reasons of both parties against a movement: first the sender's, then the receiver's.
pub fn examine_parties(
	standing: &Standing,
	lookup: &dyn Lookup,
	now: Moment,
	facts: &Facts,
	failures: &mut Failures,
) {
	for side in Sides::Both.each() {
		match party(facts, *side) {
			Some(Some(key)) => {
				examine_party(key, *side, standing, lookup, now, facts.kind, failures);
			},
			Some(None) => push(failures, Failure::plain(Reason::UnknownKey, *side)),
			None => {},
		}
	}
}

fn examine_party(
	key: &Key,
	side: Side,
	standing: &Standing,
	lookup: &dyn Lookup,
	now: Moment,
	kind: Kind,
	failures: &mut Failures,
) {
	let word = &key.eligibility;
	let mut fail = |reason, needed: u128, found: u128| {
		push(failures, Failure::measured(reason, side, needed, found));
	};
	if let Some(end) = key.expires_at.filter(|end| now >= *end) {
		fail(Reason::KeyExpired, now.into(), end.into());
	}
	if side == Side::Sender && !key.rights.includes(Rights::TRANSFER) {
		fail(Reason::MissingRight, Rights::TRANSFER.0.into(), key.rights.0.into());
	}
	if word.blocked {
		fail(Reason::Blocked, 0, 0);
	}
	// Neither the end of a statement nor a de-listing locks a holder in.
	if matches!(kind, Kind::Redeem) {
		return;
	}
	if !standing.is_listed(word.provider, word.epoch) {
		fail(Reason::ProviderNotListed, word.provider.into(), 0);
	}
	if standing.is_suspended(word.provider) {
		let suspension = lookup.suspension(word.provider);
		// A cut-off that is not there voids everything.
		if suspension.is_none_or(|suspension| suspension.voids(word.stated_at)) {
			let from = suspension.map_or(0, |suspension| suspension.from);
			fail(Reason::ProviderSuspended, from.into(), word.stated_at.into());
		}
	}
	if now < word.valid_from {
		fail(Reason::ClaimsNotYetValid, now.into(), word.valid_from.into());
	}
	if now >= word.valid_until {
		fail(Reason::ClaimsExpired, now.into(), word.valid_until.into());
	}
}

/// Whether the rules of a pack hold for a kind of movement.
pub const fn asks_pack(kind: Kind) -> bool {
	match kind {
		Kind::Issue | Kind::Transfer => true,
		Kind::Redeem | Kind::Forced | Kind::Cancellation => false,
	}
}

/// Adds every failing rule of a pack, in the order of the pack.
///
/// A rule whose side takes no part in the kind of movement is skipped: an issue has no sender. A
/// redemption, a forced transfer and a cancellation ask no rule. An account that is no key is asked as an investor of whom nothing is
/// stated.
pub fn evaluate(pack: &RuleSet, facts: &Facts, lookup: &dyn Lookup, failures: &mut Failures) {
	if !asks_pack(facts.kind) {
		return;
	}
	for (position, rule) in (0..=u8::MAX).zip(pack.rules.iter()) {
		let mut fail = |reason, side, needed: u128, found: u128| {
			push(failures, Failure { reason, rule: Some(position), side, needed, found });
		};
		match rule {
			Rule::Required { side, flags } => {
				for (side, word) in words(facts, *side) {
					if !flags.without(word.flags).is_empty() {
						fail(Reason::MissingFlags, side, flags.0.into(), word.flags.0.into());
					}
				}
			},
			Rule::Forbidden { side, flags } => {
				for (side, word) in words(facts, *side) {
					let set = flags.common(word.flags);
					if !set.is_empty() {
						fail(Reason::ForbiddenFlags, side, flags.0.into(), set.0.into());
					}
				}
			},
			Rule::CountryAllow { side, set } => match pack.set(*set) {
				Some(countries) => {
					for (side, word) in words(facts, *side) {
						if !countries.contains(word.residence) {
							let found = word.residence.index();
							fail(Reason::CountryNotAllowed, side, (*set).into(), found.into());
						}
					}
				},
				None => fail(Reason::BrokenRule, Side::Asset, (*set).into(), 0),
			},
			Rule::CountryDeny { side, set } => match pack.set(*set) {
				Some(countries) => {
					for (side, word) in words(facts, *side) {
						// A country that nobody stated may be any, so also a denied one.
						let unknown = word.residence.code().is_none();
						if unknown || countries.contains(word.residence) {
							let found = word.residence.index();
							fail(Reason::CountryDenied, side, (*set).into(), found.into());
						}
					}
				},
				None => fail(Reason::BrokenRule, Side::Asset, (*set).into(), 0),
			},
			Rule::HolderCap { max } => {
				if facts.adds_holder && facts.holders_after > *max {
					let (max, found) = ((*max).into(), facts.holders_after.into());
					fail(Reason::HolderCapExceeded, Side::Asset, max, found);
				}
			},
			Rule::OwnershipCap { max } => {
				let allowed = max.mul_floor(facts.whole);
				if facts.receiver_after > allowed {
					let found = facts.receiver_after;
					fail(Reason::OwnershipCapExceeded, Side::Receiver, allowed, found);
				}
			},
			Rule::Cohort { cohort } => {
				sandbox::examine(&lookup.sandbox(*cohort, facts), facts, fail);
			},
		}
	}
}

/// The key of a side that takes part in the kind of movement. The kind decides who takes part, so
/// that facts without a party are facts with an unknown one.
fn party(facts: &Facts, side: Side) -> Option<Option<&Key>> {
	match (facts.kind, side) {
		(Kind::Transfer | Kind::Redeem, Side::Sender) => {
			Some(facts.sender.as_ref().and_then(Option::as_ref))
		},
		(Kind::Transfer | Kind::Issue | Kind::Forced, Side::Receiver) => {
			Some(facts.receiver.as_ref().and_then(Option::as_ref))
		},
		_ => None,
	}
}

fn words(facts: &Facts, sides: Sides) -> impl Iterator<Item = (Side, Eligibility)> + '_ {
	sides.each().iter().filter_map(|side| {
		let word = party(facts, *side)?.map(|key| key.eligibility).unwrap_or_default();
		Some((*side, word))
	})
}

fn push(failures: &mut Failures, failure: Failure) {
	// The bound counts every rule and every reason once for each party. Were it reached all the
	// same, the report would already have a reason, and the movement would be refused.
	let _ = failures.try_push(failure);
}

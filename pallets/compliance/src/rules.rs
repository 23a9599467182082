// SPDX-License-Identifier: Apache-2.0

//! What a rule pack can say, and what of it makes no sense: plain values, without storage.

use cadastre_primitives::{
	CohortId, CountrySet, Facts, Failure, Failures, Flags, InvestorClass, Key, Kind, Moment,
	ProviderId, Reason, Rights, Side, MAX_RULES,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{PerThing, Perbill};

use crate::{
	sandbox::Sandbox,
	types::{Standing, Suspension},
};

/// The most country sets in a pack.
pub const MAX_SETS: u32 = 4;

/// The longest lock-up and flow-back period, in seconds: ten years.
pub const LONGEST_PERIOD: u32 = 10 * 366 * 86_400;

/// The longest window in which what an investor gives is counted, in hours: a year.
pub const LONGEST_WINDOW: u16 = 366 * 24;

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
	pub(crate) const fn each(self) -> &'static [Side] {
		match self {
			Self::Sender => &[Side::Sender],
			Self::Receiver => &[Side::Receiver],
			Self::Both => &[Side::Sender, Side::Receiver],
		}
	}
}

/// A set of investor classes: `1 << n` for the class with code `n`.
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
pub struct Classes(pub u8);

impl Classes {
	/// Every class, that of investors of whom no class is stated included.
	pub const ALL: Self = Self(0b1_1111);

	/// The classes of investors who are no qualified or institutional ones in any sense.
	pub const NOT_PROFESSIONAL: Self = Self::of(InvestorClass::Unclassified)
		.with(Self::of(InvestorClass::Retail))
		.with(Self::of(InvestorClass::Accredited));

	/// One class.
	pub const fn of(class: InvestorClass) -> Self {
		Self(match class {
			InvestorClass::Unclassified => 1,
			InvestorClass::Retail => 1 << 1,
			InvestorClass::Accredited => 1 << 2,
			InvestorClass::Professional => 1 << 3,
			InvestorClass::Institutional => 1 << 4,
		})
	}

	/// Every class of either set.
	#[must_use]
	pub const fn with(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// Whether a class is in the set.
	pub const fn contains(self, class: InvestorClass) -> bool {
		self.0 & Self::of(class).0 != 0
	}

	const fn defect(self) -> Option<Defect> {
		if self.0 == 0 {
			Some(Defect::Empty)
		} else if self.0 & !Self::ALL.0 != 0 {
			Some(Defect::InvalidRule)
		} else {
			None
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
	/// Sender and receiver of a transfer reside in one country, known of both.
	#[codec(index = 6)]
	SameCountry,
	/// Sender and receiver of a transfer reside in different countries, known of both.
	#[codec(index = 7)]
	CrossBorder,
	/// The asset has at most so many holders of some classes in one country, whichever it is, after
	/// a movement that adds one there.
	#[codec(index = 8)]
	CountryHolderCap {
		/// The most holders in each country, inclusive.
		max: u32,
		/// Who is counted, and capped.
		classes: Classes,
		/// The position in the pack of the set of countries that are capped; none for every one.
		set: Option<u8>,
	},
	/// The asset has at most so many holders of some classes, counted together, after a movement
	/// that adds one.
	#[codec(index = 9)]
	ClassHolderCap {
		/// The most holders, inclusive.
		max: u32,
		/// Who is counted, and capped.
		classes: Classes,
	},
	/// The party owns nothing after the movement, or at least so many shares.
	#[codec(index = 10)]
	MinHolding {
		/// Of whom the rule speaks.
		side: Sides,
		/// The fewest shares, inclusive, at least 2.
		min: u64,
	},
	/// At most so many shares are bought at once: issued or transferred.
	#[codec(index = 11)]
	MaxPurchase {
		/// The most shares, inclusive.
		max: u64,
	},
	/// Shares that a receiver acquires stay with it for a time. Refuses nothing by itself: the
	/// longest of all that concern a receiver holds.
	#[codec(index = 12)]
	LockUp {
		/// From the acquisition on, in seconds, at most [`LONGEST_PERIOD`].
		seconds: u32,
		/// Whose shares stay, by the class at the acquisition.
		classes: Classes,
		/// The position in the pack of the set of countries whose residents are meant; none for
		/// every one.
		set: Option<u8>,
	},
	/// For a time after the first possible issue, no receiver has one of these flags or resides in
	/// the set, whoever gives.
	#[codec(index = 13)]
	FlowBack {
		/// From [`Facts::opened_at`] on, in seconds, at most [`LONGEST_PERIOD`].
		seconds: u32,
		/// The flags; none if only the residence counts.
		flags: Flags,
		/// The position in the pack of the set of countries; none if only the flags count.
		set: Option<u8>,
	},
	/// The sender gives at most so many shares of the asset in one window, this transfer included.
	/// All such rules of a pack have the same window.
	#[codec(index = 14)]
	Velocity {
		/// The length of the window, in hours, at most [`LONGEST_WINDOW`].
		hours: u16,
		/// The most shares, inclusive.
		max: u64,
	},
	/// Transfers are made in this period only.
	#[codec(index = 15)]
	TransferWindow {
		/// First second at which transfers are made, of Unix time.
		from: u32,
		/// First second at which they are made no more, of Unix time.
		until: u32,
	},
	/// No transfer from an investor of the ones to an investor of the other classes.
	#[codec(index = 16)]
	ClassPair {
		/// Classes of the sender.
		from: Classes,
		/// Classes of the receiver.
		to: Classes,
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
	/// There is no rule, or a rule that names no flag, class or country and so asks nothing.
	Empty,
	/// A rule names a country set that is not there.
	UnknownSet,
	/// A part is larger than the whole.
	InvalidPart,
	/// A period is empty, or longer than the longest.
	InvalidPeriod,
	/// A rule names a class that there is not, asks nothing, or contradicts another rule.
	InvalidRule,
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
	/// The first defect, if there is one: of a rule in the order of the pack, then of two rules that
	/// contradict each other.
	pub fn defect(&self) -> Option<Defect> {
		if self.rules.is_empty() {
			return Some(Defect::Empty);
		}
		self.rules
			.iter()
			.find_map(|rule| self.defect_of(rule))
			.or_else(|| self.contradiction())
			.or_else(|| self.several_cohorts())
	}

	fn defect_of(&self, rule: &Rule) -> Option<Defect> {
		let unknown = |set: Option<u8>| {
			set.is_some_and(|set| self.set(set).is_none()).then_some(Defect::UnknownSet)
		};
		let period = |seconds: u32| {
			(seconds == 0 || seconds > LONGEST_PERIOD).then_some(Defect::InvalidPeriod)
		};
		match rule {
			Rule::Required { flags, .. } | Rule::Forbidden { flags, .. } => {
				flags.is_empty().then_some(Defect::Empty)
			},
			Rule::CountryAllow { set, .. } | Rule::CountryDeny { set, .. } => unknown(Some(*set)),
			// A cap of 0 is a cap: there is no value that means "no limit".
			Rule::HolderCap { .. }
			| Rule::MaxPurchase { .. }
			| Rule::SameCountry
			| Rule::CrossBorder
			| Rule::Cohort { .. } => None,
			// The codec refuses such a part, JSON does not.
			Rule::OwnershipCap { max } => {
				(max.deconstruct() > Perbill::ACCURACY).then_some(Defect::InvalidPart)
			},
			Rule::CountryHolderCap { classes, set, .. } => {
				classes.defect().or_else(|| unknown(*set))
			},
			Rule::ClassHolderCap { classes, .. } => classes.defect(),
			// Whoever owns something owns one share.
			Rule::MinHolding { min, .. } => (*min < 2).then_some(Defect::InvalidRule),
			Rule::LockUp { seconds, classes, set } => {
				period(*seconds).or_else(|| classes.defect()).or_else(|| unknown(*set))
			},
			Rule::FlowBack { seconds, flags, set } => period(*seconds)
				.or_else(|| (flags.is_empty() && set.is_none()).then_some(Defect::Empty))
				.or_else(|| unknown(*set)),
			Rule::Velocity { hours, .. } => {
				(*hours == 0 || *hours > LONGEST_WINDOW).then_some(Defect::InvalidPeriod)
			},
			Rule::TransferWindow { from, until } => {
				(from >= until).then_some(Defect::InvalidPeriod)
			},
			Rule::ClassPair { from, to } => from.defect().or_else(|| to.defect()),
		}
	}

	fn several_cohorts(&self) -> Option<Defect> {
		let cohorts = self.rules.iter().filter(|rule| matches!(rule, Rule::Cohort { .. }));
		(cohorts.count() > 1).then_some(Defect::SeveralCohorts)
	}

	fn contradiction(&self) -> Option<Defect> {
		let mut windows = self.rules.iter().filter_map(|rule| match rule {
			Rule::Velocity { hours, .. } => Some(*hours),
			_ => None,
		});
		// A position counts in one window.
		let windows_differ =
			windows.next().is_some_and(|first| windows.any(|other| other != first));
		let nobody_left =
			self.rules.contains(&Rule::SameCountry) && self.rules.contains(&Rule::CrossBorder);
		(windows_differ || nobody_left).then_some(Defect::InvalidRule)
	}

	/// The rules that an exemption can lift: bit `n` for rule `n`. A lock-up refuses nothing, so
	/// there is nothing to lift; a cohort is its supervisor's and not the author's.
	pub fn exemptible(&self) -> u32 {
		(0..MAX_RULES).zip(self.rules.iter()).fold(0, |all, (position, rule)| match rule {
			Rule::LockUp { .. } | Rule::Cohort { .. } => all,
			_ => all | 1_u32.checked_shl(position).unwrap_or(0),
		})
	}

	pub(crate) fn set(&self, position: u8) -> Option<&CountrySet> {
		self.sets.get(usize::from(position))
	}

	/// The cohort that a rule names, if one does.
	pub fn cohort(&self) -> Option<CohortId> {
		self.rules.iter().find_map(|rule| match rule {
			Rule::Cohort { cohort } => Some(*cohort),
			_ => None,
		})
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

/// The key of a side that takes part in the kind of movement. The kind decides who takes part, so
/// that facts without a party are facts with an unknown one.
pub(crate) fn party(facts: &Facts, side: Side) -> Option<Option<&Key>> {
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

pub(crate) fn push(failures: &mut Failures, failure: Failure) {
	// The bound counts every rule and every reason once for each party. Were it reached all the
	// same, the report would already have a reason, and the movement would be refused.
	let _ = failures.try_push(failure);
}

// SPDX-License-Identifier: Apache-2.0

//! The evaluation of a rule pack: pure functions of plain values, without storage.
//!
//! `docs/rules.md` says in words what each rule means; a second implementation, written from those
//! words, is compared with this one on random cases.

use crate::{
	rules::{asks_pack, party, push, Classes, Lookup, Rule, RuleSet, Sides},
	sandbox,
};
use cadastre_primitives::{
	traits::Ledger, Balance, Bucket, ClassCounts, Country, CountrySet, Effects, Eligibility, Facts,
	Failure, Failures, Flags, InvestorClass, Kind, Moment, Reason, Side,
};
use core::cell::OnceCell;

/// Adds every failing rule of a pack in force, in the order of the pack, and answers what the
/// movement leaves behind if nothing speaks against it.
///
/// A rule whose side takes no part in the kind of movement is skipped: an issue has no sender. A
/// redemption, a forced transfer and a cancellation ask no rule. An account that is no key is asked
/// as an investor of whom nothing is stated.
///
/// The ledger is asked once for each kind of counter that a rule needs, and only then.
pub fn evaluate(
	pack: &RuleSet,
	facts: &Facts,
	now: Moment,
	ledger: &dyn Ledger,
	lookup: &dyn Lookup,
	failures: &mut Failures,
) -> Effects {
	let mut effects = Effects::default();
	if !asks_pack(facts.kind) {
		return effects;
	}
	let (parties, counters) = (Parties::of(facts), Counters::of(ledger));
	let case = Case { facts, parties, now, counters, lookup };
	for (position, rule) in (0..=u8::MAX).zip(pack.rules.iter()) {
		let mut report = |reason, side, needed: u128, found: u128| {
			push(failures, Failure { reason, rule: Some(position), side, needed, found });
		};
		match Named::of(pack, rule) {
			Ok(named) => case.check(rule, named, &mut effects, &mut report),
			Err(set) => report(Reason::BrokenRule, Side::Asset, set.into(), 0),
		}
	}
	effects
}

/// Every rule of a pack that an investor fails whatever the movement, as a sender and as a
/// receiver: the rules on flags and on countries. What depends on the other party, on the amount,
/// on a counter or on the time is not asked.
pub fn would_admit(pack: &RuleSet, word: &Eligibility) -> Failures {
	let mut failures = Failures::new();
	let parties = Parties { sender: Some(*word), receiver: Some(*word) };
	for (position, rule) in (0..=u8::MAX).zip(pack.rules.iter()) {
		let mut report = |reason, side, needed: u128, found: u128| {
			push(&mut failures, Failure { reason, rule: Some(position), side, needed, found });
		};
		match Named::of(pack, rule) {
			Ok(named) => parties.check(rule, named, &mut report),
			Err(set) => report(Reason::BrokenRule, Side::Asset, set.into(), 0),
		}
	}
	failures
}

/// Where a failing rule is told: reason, side, needed, found.
type Report<'a> = dyn FnMut(Reason, Side, u128, u128) + 'a;

/// The country set that a rule names, if it names one.
#[derive(Clone, Copy)]
struct Named<'a> {
	position: u8,
	countries: Option<&'a CountrySet>,
}

impl<'a> Named<'a> {
	/// The set, or the position at which there is none.
	fn of(pack: &'a RuleSet, rule: &Rule) -> Result<Self, u8> {
		let named = match rule {
			Rule::CountryAllow { set, .. } | Rule::CountryDeny { set, .. } => Some(*set),
			Rule::CountryHolderCap { set, .. }
			| Rule::LockUp { set, .. }
			| Rule::FlowBack { set, .. } => *set,
			_ => None,
		};
		match named {
			Some(position) => {
				let countries = Some(pack.set(position).ok_or(position)?);
				Ok(Self { position, countries })
			},
			None => Ok(Self { position: 0, countries: None }),
		}
	}

	fn contains(self, country: Country) -> bool {
		self.countries.is_some_and(|countries| countries.contains(country))
	}

	/// Whether a country may be in the set: one that nobody stated may be any.
	fn may_contain(self, country: Country) -> bool {
		self.countries.is_some() && (is_unknown(country) || self.contains(country))
	}

	/// Whether a rule that names a set to narrow itself down speaks of a country.
	fn concerns(self, country: Country) -> bool {
		self.countries.is_none() || self.may_contain(country)
	}
}

fn is_unknown(country: Country) -> bool {
	country.code().is_none()
}

/// The eligibility words of the parties that take part.
struct Parties {
	sender: Option<Eligibility>,
	receiver: Option<Eligibility>,
}

impl Parties {
	fn of(facts: &Facts) -> Self {
		let word =
			|side| party(facts, side).map(|key| key.map(|key| key.eligibility).unwrap_or_default());
		Self { sender: word(Side::Sender), receiver: word(Side::Receiver) }
	}

	fn both(&self) -> Option<(&Eligibility, &Eligibility)> {
		self.sender.as_ref().zip(self.receiver.as_ref())
	}

	fn each(&self, sides: Sides) -> impl Iterator<Item = (Side, &Eligibility)> + '_ {
		sides.each().iter().filter_map(|side| {
			let word = match side {
				Side::Sender => self.sender.as_ref(),
				Side::Receiver => self.receiver.as_ref(),
				Side::Asset => None,
			};
			word.map(|word| (*side, word))
		})
	}

	/// The rules that ask one word and nothing else.
	fn check(&self, rule: &Rule, named: Named, report: &mut Report) {
		match *rule {
			Rule::Required { side, flags } => {
				for (side, word) in self.each(side) {
					if !flags.without(word.flags).is_empty() {
						report(Reason::MissingFlags, side, flags.0.into(), word.flags.0.into());
					}
				}
			},
			Rule::Forbidden { side, flags } => {
				for (side, word) in self.each(side) {
					let set = flags.common(word.flags);
					if !set.is_empty() {
						report(Reason::ForbiddenFlags, side, flags.0.into(), set.0.into());
					}
				}
			},
			Rule::CountryAllow { side, .. } => {
				for (side, Eligibility { residence, .. }) in self.each(side) {
					if !named.contains(*residence) {
						let (set, found) = (named.position.into(), residence.index().into());
						report(Reason::CountryNotAllowed, side, set, found);
					}
				}
			},
			Rule::CountryDeny { side, .. } => {
				for (side, Eligibility { residence, .. }) in self.each(side) {
					if named.may_contain(*residence) {
						let (set, found) = (named.position.into(), residence.index().into());
						report(Reason::CountryDenied, side, set, found);
					}
				}
			},
			_ => {},
		}
	}
}

/// What the ledger was asked already.
struct Counters<'a> {
	ledger: &'a dyn Ledger,
	country: OnceCell<ClassCounts>,
	given: OnceCell<Balance>,
}

impl<'a> Counters<'a> {
	fn of(ledger: &'a dyn Ledger) -> Self {
		Self { ledger, country: OnceCell::new(), given: OnceCell::new() }
	}

	/// A movement adds a holder in one country at most, so that one cell is enough.
	fn holders_in(&self, country: Country, classes: Classes) -> u32 {
		sum(self.country.get_or_init(|| self.ledger.holders_in(country)), classes)
	}

	fn holders_by_class(&self, classes: Classes) -> u32 {
		sum(&self.ledger.holders_by_class(), classes)
	}

	/// The rules of a pack have one window, so that one cell is enough.
	fn given(&self, window: Moment) -> Balance {
		*self.given.get_or_init(|| self.ledger.given(window))
	}
}

fn sum(counts: &ClassCounts, classes: Classes) -> u32 {
	[
		InvestorClass::Unclassified,
		InvestorClass::Retail,
		InvestorClass::Accredited,
		InvestorClass::Professional,
		InvestorClass::Institutional,
	]
	.into_iter()
	.filter(|class| classes.contains(*class))
	.filter_map(|class| counts.get(class.index()))
	.fold(0, |sum, count| sum.saturating_add(*count))
}

/// One movement before the rules.
struct Case<'a> {
	facts: &'a Facts,
	parties: Parties,
	now: Moment,
	counters: Counters<'a>,
	lookup: &'a dyn Lookup,
}

impl Case<'_> {
	fn check(&self, rule: &Rule, named: Named, effects: &mut Effects, report: &mut Report) {
		match *rule {
			Rule::Required { .. }
			| Rule::Forbidden { .. }
			| Rule::CountryAllow { .. }
			| Rule::CountryDeny { .. } => self.parties.check(rule, named, report),
			Rule::HolderCap { max } => self.holder_cap(max, report),
			Rule::OwnershipCap { max } => {
				let (allowed, found) = (max.mul_floor(self.facts.whole), self.facts.receiver_after);
				if found > allowed {
					report(Reason::OwnershipCapExceeded, Side::Receiver, allowed, found);
				}
			},
			Rule::SameCountry => self.countries(true, report),
			Rule::CrossBorder => self.countries(false, report),
			Rule::CountryHolderCap { max, classes, .. } => {
				self.country_holder_cap(max, classes, named, report);
			},
			Rule::ClassHolderCap { max, classes } => self.class_holder_cap(max, classes, report),
			Rule::MinHolding { side, min } => self.min_holding(side, min, report),
			Rule::MaxPurchase { max } => {
				if self.facts.amount > max.into() {
					let found = self.facts.amount;
					report(Reason::PurchaseTooLarge, Side::Receiver, max.into(), found);
				}
			},
			Rule::LockUp { seconds, classes, .. } => {
				self.lock_up(seconds, classes, named, effects);
			},
			Rule::FlowBack { seconds, flags, .. } => self.flow_back(seconds, flags, named, report),
			Rule::Velocity { hours, max } => self.velocity(hours, max, effects, report),
			Rule::TransferWindow { from, until } => self.window(from, until, report),
			Rule::ClassPair { from, to } => self.class_pair(from, to, report),
			Rule::Cohort { cohort } => {
				effects.cohort = Some(cohort);
				sandbox::examine(&self.lookup.sandbox(cohort, self.facts), self.facts, report);
			},
		}
	}

	fn holder_cap(&self, max: u32, report: &mut Report) {
		let after = self.facts.holders_after;
		if self.facts.adds_holder && after > max {
			report(Reason::HolderCapExceeded, Side::Asset, max.into(), after.into());
		}
	}

	fn countries(&self, same: bool, report: &mut Report) {
		let Some((sender, receiver)) = self.parties.both() else { return };
		let (from, to) = (sender.residence, receiver.residence);
		let known = !is_unknown(from) && !is_unknown(to);
		if !known || (from == to) != same {
			let reason = if same { Reason::NotSameCountry } else { Reason::NotCrossBorder };
			report(reason, Side::Receiver, from.index().into(), to.index().into());
		}
	}

	/// The bucket in which the movement adds a holder to a group, if it does: a holder of the group
	/// who leaves makes room for the one who joins.
	fn adds_to(&self, in_group: impl Fn(&Bucket) -> bool) -> Option<Bucket> {
		// An issue has no sender who could leave.
		let leaves = self.facts.leaves.filter(|_| self.parties.sender.is_some());
		self.facts
			.joins
			.filter(|bucket| in_group(bucket))
			.filter(|_| !leaves.is_some_and(|bucket| in_group(&bucket)))
	}

	fn country_holder_cap(&self, max: u32, classes: Classes, named: Named, report: &mut Report) {
		let country = self.facts.joins.map(|bucket| bucket.country);
		let added = self.adds_to(|bucket| {
			Some(bucket.country) == country
				&& named.concerns(bucket.country)
				&& classes.contains(bucket.class)
		});
		if let Some(bucket) = added {
			let after = self.counters.holders_in(bucket.country, classes).saturating_add(1);
			if after > max {
				let reason = Reason::CountryHolderCapExceeded;
				report(reason, Side::Receiver, max.into(), after.into());
			}
		}
	}

	fn class_holder_cap(&self, max: u32, classes: Classes, report: &mut Report) {
		if self.adds_to(|bucket| classes.contains(bucket.class)).is_some() {
			let after = self.counters.holders_by_class(classes).saturating_add(1);
			if after > max {
				let reason = Reason::ClassHolderCapExceeded;
				report(reason, Side::Receiver, max.into(), after.into());
			}
		}
	}

	fn min_holding(&self, sides: Sides, min: u64, report: &mut Report) {
		for (side, _) in self.parties.each(sides) {
			let after = match side {
				Side::Sender => self.facts.sender_after,
				_ => self.facts.receiver_after,
			};
			if after > 0 && after < min.into() {
				report(Reason::BelowMinimumHolding, side, min.into(), after);
			}
		}
	}

	fn lock_up(&self, seconds: u32, classes: Classes, named: Named, effects: &mut Effects) {
		let concerned =
			self.parties.receiver.as_ref().map(Bucket::of).is_some_and(|bucket| {
				classes.contains(bucket.class) && named.concerns(bucket.country)
			});
		if concerned {
			let end = self.now.saturating_add(seconds.into());
			effects.locked_until = effects.locked_until.max(Some(end));
		}
	}

	fn flow_back(&self, seconds: u32, flags: Flags, named: Named, report: &mut Report) {
		let Some(word) = &self.parties.receiver else { return };
		// A period that has not begun has no end yet.
		let end = match self.facts.opened_at {
			0 => None,
			opened_at => Some(opened_at.saturating_add(seconds.into())),
		};
		let flows_back = !flags.common(word.flags).is_empty() || named.may_contain(word.residence);
		if flows_back && end.is_none_or(|end| self.now < end) {
			let found = end.unwrap_or_default().into();
			report(Reason::FlowBack, Side::Receiver, self.now.into(), found);
		}
	}

	fn velocity(&self, hours: u16, max: u64, effects: &mut Effects, report: &mut Report) {
		if self.parties.sender.is_none() {
			return;
		}
		let window = Moment::from(hours).saturating_mul(3_600);
		effects.window = Some(window);
		let given = self.counters.given(window).saturating_add(self.facts.amount);
		if given > max.into() {
			report(Reason::VelocityExceeded, Side::Sender, max.into(), given);
		}
	}

	fn window(&self, from: u32, until: u32, report: &mut Report) {
		let (from, until) = (Moment::from(from), Moment::from(until));
		if self.facts.kind == Kind::Transfer && !(from..until).contains(&self.now) {
			let bound = if self.now < from { from } else { until };
			report(Reason::OutsideTransferWindow, Side::Asset, self.now.into(), bound.into());
		}
	}

	fn class_pair(&self, from: Classes, to: Classes, report: &mut Report) {
		let Some((sender, receiver)) = self.parties.both() else { return };
		let (sender, receiver) =
			(InvestorClass::of(sender.flags), InvestorClass::of(receiver.flags));
		if from.contains(sender) && to.contains(receiver) {
			let code = |class: InvestorClass| u128::try_from(class.index()).unwrap_or_default();
			report(Reason::ClassPairNotAllowed, Side::Receiver, code(sender), code(receiver));
		}
	}
}

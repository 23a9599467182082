// SPDX-License-Identifier: Apache-2.0

//! A second rule engine, written from `docs/rules.md` and not from the code, and compared with the
//! code on random movements: failures with their position, side and numbers, and effects.
//!
//! It works on plain sets, strings and wide numbers, and shares no helper with the engine: what it
//! knows of a pack and of a movement, it reads from their encoded bytes or their fields.

use crate::{
	evaluation::evaluate,
	mock::NoLookup,
	mock::{Counters, START},
	rules::{Classes, Rule, RuleSet, Sides},
};
use cadastre_primitives::{
	traits::Ledger, Balance, Bucket, ClassCounts, Country, CountrySet, Effects, Eligibility, Facts,
	Failure, Failures, Flags, InvestorClass, Key, Kind, Moment, Reason, Rights, Side,
};
use codec::Encode;
use frame_support::BoundedVec;
use sp_core::U256;
use sp_runtime::Perbill;
use std::collections::{BTreeMap, BTreeSet};

/// What the page calls somebody who takes part.
struct Person {
	flags: BTreeSet<u32>,
	/// Nothing if it is unknown.
	country: Option<u8>,
	number: u8,
	class: &'static str,
}

const CLASSES: [&str; 5] =
	["unclassified", "retail", "accredited", "professional", "institutional"];

fn bits(number: u32) -> BTreeSet<u32> {
	(0..32).filter(|n| (u64::from(number) / 2_u64.pow(*n)) % 2 == 1).collect()
}

fn number(bits: &BTreeSet<u32>) -> u128 {
	bits.iter().map(|n| 2_u128.pow(*n)).sum()
}

impl Person {
	fn of(key: Option<Key>) -> Self {
		let word = match key {
			Some(key) => key.eligibility,
			None => Eligibility::default(),
		};
		let flags = bits(word.flags.0);
		// Retail, accredited, professional and institutional are the flags 2 to 5.
		let strongest = (2..=5).rev().find(|flag| flags.contains(flag));
		let class = CLASSES[strongest.map_or(0, |flag| flag as usize - 1)];
		let number = word.residence.encode()[0];
		let country = (1..=249).contains(&number).then_some(number);
		Person { flags, country, number, class }
	}
}

fn names(classes: Classes) -> BTreeSet<&'static str> {
	bits(classes.0.into()).into_iter().map(|n| CLASSES[n as usize]).collect()
}

fn members(set: &CountrySet) -> BTreeSet<u8> {
	let bytes = set.encode();
	(1..=255).filter(|n| bytes[usize::from(n / 8)] & (1 << (n % 8)) != 0).collect()
}

/// The page's tables: who takes part, by kind and by what the rule says of sides.
fn takes_part(kind: Kind, sides: Sides) -> Vec<Side> {
	let present: &[Side] = match kind {
		Kind::Issue => &[Side::Receiver],
		Kind::Transfer => &[Side::Sender, Side::Receiver],
		_ => &[],
	};
	let named: &[Side] = match sides {
		Sides::Sender => &[Side::Sender],
		Sides::Receiver => &[Side::Receiver],
		Sides::Both => &[Side::Sender, Side::Receiver],
	};
	present.iter().filter(|side| named.contains(side)).copied().collect()
}

type Line = (usize, Reason, Side, u128, u128);

/// A movement, as the page speaks of it.
struct Movement<'a> {
	pack: &'a RuleSet,
	facts: &'a Facts,
	now: Moment,
	counters: &'a Counters,
	people: BTreeMap<u8, Person>,
}

impl Movement<'_> {
	fn person(&self, side: Side) -> &Person {
		&self.people[&(side as u8)]
	}

	fn is_transfer(&self) -> bool {
		self.facts.kind == Kind::Transfer
	}

	/// Whether a residence is in a set to which a rule narrows itself down.
	fn narrowed(&self, set: Option<u8>, country: Option<u8>) -> bool {
		match (set, country) {
			(None, _) => true,
			(Some(_), None) => true,
			(Some(set), Some(country)) => {
				members(&self.pack.sets[usize::from(set)]).contains(&country)
			},
		}
	}

	/// Country and class in which the register counts somebody.
	fn place(bucket: Bucket) -> (u8, &'static str) {
		(bucket.country.encode()[0], CLASSES[usize::from(bucket.class.encode()[0])])
	}

	fn count(counts: ClassCounts, classes: &BTreeSet<&str>) -> u128 {
		let all = CLASSES.iter().zip(counts);
		let sum: u128 =
			all.filter(|(name, _)| classes.contains(*name)).map(|(_, n)| u128::from(n)).sum();
		sum.min(u32::MAX.into())
	}

	fn fails(&self, rule: Rule) -> Vec<(Reason, Side, u128, u128)> {
		let facts = self.facts;
		let now = u128::from(self.now);
		let sides = |sides| takes_part(facts.kind, sides).into_iter();
		let one = |fails: bool, reason, side, needed, found| {
			if fails {
				vec![(reason, side, needed, found)]
			} else {
				vec![]
			}
		};
		match rule {
			Rule::Required { side, flags } => sides(side)
				.filter(|side| !bits(flags.0).is_subset(&self.person(*side).flags))
				.map(|side| {
					let has = number(&self.person(side).flags);
					(Reason::MissingFlags, side, flags.0.into(), has)
				})
				.collect(),
			Rule::Forbidden { side, flags } => sides(side)
				.map(|side| (side, &bits(flags.0) & &self.person(side).flags))
				.filter(|(_, both)| !both.is_empty())
				.map(|(side, both)| (Reason::ForbiddenFlags, side, flags.0.into(), number(&both)))
				.collect(),
			Rule::CountryAllow { side, set } => {
				let allowed = members(&self.pack.sets[usize::from(set)]);
				sides(side)
					.map(|side| (side, self.person(side)))
					.filter(|(_, who)| !who.country.is_some_and(|it| allowed.contains(&it)))
					.map(|(side, who)| {
						(Reason::CountryNotAllowed, side, set.into(), who.number.into())
					})
					.collect()
			},
			Rule::CountryDeny { side, set } => {
				let denied = members(&self.pack.sets[usize::from(set)]);
				sides(side)
					.map(|side| (side, self.person(side)))
					.filter(|(_, who)| who.country.is_none_or(|it| denied.contains(&it)))
					.map(|(side, who)| (Reason::CountryDenied, side, set.into(), who.number.into()))
					.collect()
			},
			Rule::HolderCap { max } => {
				let fails = facts.adds_holder && facts.holders_after > max;
				let after = facts.holders_after.into();
				one(fails, Reason::HolderCapExceeded, Side::Asset, max.into(), after)
			},
			Rule::OwnershipCap { max } => {
				let part = U256::from(facts.whole) * U256::from(max.deconstruct());
				let allowed = (part / U256::from(1_000_000_000_u64)).as_u128();
				let owns = facts.receiver_after;
				one(owns > allowed, Reason::OwnershipCapExceeded, Side::Receiver, allowed, owns)
			},
			Rule::SameCountry | Rule::CrossBorder if self.is_transfer() => {
				let (from, to) = (self.person(Side::Sender), self.person(Side::Receiver));
				let known = BTreeSet::from_iter([from.country, to.country].into_iter().flatten());
				let unknown = from.country.is_none() || to.country.is_none();
				let (wanted, reason) = match rule {
					Rule::SameCountry => (1, Reason::NotSameCountry),
					_ => (2, Reason::NotCrossBorder),
				};
				let fails = unknown || known.len() != wanted;
				one(fails, reason, Side::Receiver, from.number.into(), to.number.into())
			},
			Rule::CountryHolderCap { max, classes, set } => {
				let Some((country, class)) = facts.joins.map(Self::place) else { return vec![] };
				let classes = names(classes);
				let known = (1..=249).contains(&country).then_some(country);
				let swaps = self.is_transfer()
					&& facts
						.leaves
						.map(Self::place)
						.is_some_and(|(from, who)| from == country && classes.contains(who));
				let asked = classes.contains(class) && self.narrowed(set, known) && !swaps;
				let joins = facts.joins.map(|bucket| bucket.country).unwrap_or_default();
				let counts = self.counters.by_country.get(&joins).copied().unwrap_or_default();
				let after = (Self::count(counts, &classes) + 1).min(u32::MAX.into());
				let fails = asked && after > max.into();
				let reason = Reason::CountryHolderCapExceeded;
				one(fails, reason, Side::Receiver, max.into(), after)
			},
			Rule::ClassHolderCap { max, classes } => {
				let classes = names(classes);
				let is_one = |bucket: Option<Bucket>| {
					bucket.is_some_and(|b| classes.contains(Self::place(b).1))
				};
				let asked = is_one(facts.joins) && !(self.is_transfer() && is_one(facts.leaves));
				let after =
					(Self::count(self.counters.by_class, &classes) + 1).min(u32::MAX.into());
				let fails = asked && after > max.into();
				one(fails, Reason::ClassHolderCapExceeded, Side::Receiver, max.into(), after)
			},
			Rule::MinHolding { side, min } => {
				let after = BTreeMap::from([
					(Side::Sender as u8, facts.sender_after),
					(Side::Receiver as u8, facts.receiver_after),
				]);
				sides(side)
					.map(|side| (side, after[&(side as u8)]))
					.filter(|(_, owns)| (1..u128::from(min)).contains(owns))
					.map(|(side, owns)| (Reason::BelowMinimumHolding, side, min.into(), owns))
					.collect()
			},
			Rule::MaxPurchase { max } => {
				let (most, amount) = (u128::from(max), facts.amount);
				one(amount > most, Reason::PurchaseTooLarge, Side::Receiver, most, amount)
			},
			Rule::FlowBack { seconds, flags, set } => {
				let who = self.person(Side::Receiver);
				let resides = set.is_some() && self.narrowed(set, who.country);
				let speaks = !who.flags.is_disjoint(&bits(flags.0)) || resides;
				let opened = u128::from(facts.opened_at);
				let end = (opened + u128::from(seconds)).min(u64::MAX.into());
				let (end, over) = if opened == 0 { (0, false) } else { (end, now >= end) };
				one(speaks && !over, Reason::FlowBack, Side::Receiver, now, end)
			},
			Rule::Velocity { max, .. } if self.is_transfer() => {
				let given = U256::from(self.counters.given) + U256::from(facts.amount);
				let given = given.min(U256::from(u128::MAX)).as_u128();
				let most = u128::from(max);
				one(given > most, Reason::VelocityExceeded, Side::Sender, most, given)
			},
			Rule::TransferWindow { from, until } if self.is_transfer() => {
				let (from, until) = (u128::from(from), u128::from(until));
				let reason = Reason::OutsideTransferWindow;
				let mut failed = one(now < from, reason, Side::Asset, now, from);
				if failed.is_empty() {
					failed = one(now >= until, reason, Side::Asset, now, until);
				}
				failed
			},
			Rule::ClassPair { from, to } if self.is_transfer() => {
				let (sender, receiver) = (self.person(Side::Sender), self.person(Side::Receiver));
				let code = |class| CLASSES.iter().position(|name| *name == class).unwrap() as u128;
				let fails =
					names(from).contains(sender.class) && names(to).contains(receiver.class);
				let (needed, found) = (code(sender.class), code(receiver.class));
				one(fails, Reason::ClassPairNotAllowed, Side::Receiver, needed, found)
			},
			_ => vec![],
		}
	}

	/// When the received shares may move on, and the window that counts, by a rule.
	fn leaves_behind(&self, rule: Rule) -> (Option<Moment>, Option<Moment>) {
		match rule {
			Rule::LockUp { seconds, classes, set } => {
				let who = self.person(Side::Receiver);
				let meant = names(classes).contains(who.class) && self.narrowed(set, who.country);
				let end = (u128::from(self.now) + u128::from(seconds)).min(u64::MAX.into());
				(meant.then_some(end as u64), None)
			},
			Rule::Velocity { hours, .. } if self.is_transfer() => {
				(None, Some(Moment::from(hours) * 60 * 60))
			},
			_ => (None, None),
		}
	}
}

/// The number of the set that a rule names.
fn set_of(rule: Rule) -> Option<u8> {
	match rule {
		Rule::CountryAllow { set, .. } | Rule::CountryDeny { set, .. } => Some(set),
		Rule::CountryHolderCap { set, .. }
		| Rule::LockUp { set, .. }
		| Rule::FlowBack { set, .. } => set,
		_ => None,
	}
}

fn reference(
	pack: &RuleSet,
	facts: &Facts,
	now: Moment,
	counters: &Counters,
) -> (Vec<Line>, Effects) {
	if !matches!(facts.kind, Kind::Issue | Kind::Transfer) {
		return (vec![], Effects::default());
	}
	let people = BTreeMap::from([
		(Side::Sender as u8, Person::of(facts.sender.flatten())),
		(Side::Receiver as u8, Person::of(facts.receiver.flatten())),
	]);
	let movement = Movement { pack, facts, now, counters, people };
	let (mut lines, mut effects) = (vec![], Effects::default());
	for (position, rule) in pack.rules.iter().copied().enumerate() {
		if let Some(set) = set_of(rule).filter(|set| usize::from(*set) >= pack.sets.len()) {
			lines.push((position, Reason::BrokenRule, Side::Asset, set.into(), 0));
			continue;
		}
		let failed = movement.fails(rule).into_iter();
		lines.extend(
			failed.map(|(reason, side, needed, found)| (position, reason, side, needed, found)),
		);
		let (locked, window) = movement.leaves_behind(rule);
		effects.locked_until = [effects.locked_until, locked].into_iter().flatten().max();
		effects.window = window.or(effects.window);
	}
	(lines, effects)
}

/// Numbers without a pattern from a seed (SplitMix64): a case comes back from its number.
struct Dice(u64);

impl Dice {
	fn roll(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
		let mut mixed = self.0;
		mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
		mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
		mixed ^ (mixed >> 31)
	}

	fn below(&mut self, sides: u64) -> u64 {
		self.roll() % sides
	}

	fn of<E: Copy>(&mut self, list: &[E]) -> E {
		list[self.below(list.len() as u64) as usize]
	}

	fn coin(&mut self) -> bool {
		self.below(2) == 0
	}

	/// Small numbers, so that limits are met exactly, and now and then the largest.
	fn amount(&mut self) -> Balance {
		match self.below(12) {
			0 => u128::MAX,
			1 => u64::MAX.into(),
			2 => u128::from(u64::MAX) + 1,
			_ => self.below(8).into(),
		}
	}

	fn limit(&mut self) -> u64 {
		if self.below(12) == 0 {
			u64::MAX
		} else {
			self.below(8)
		}
	}

	fn sides(&mut self) -> Sides {
		self.of(&[Sides::Sender, Sides::Receiver, Sides::Both])
	}

	fn flags(&mut self) -> Flags {
		// The classes and two more.
		Flags((self.roll() & self.roll() & 0b1011_1101) as u32)
	}

	fn classes(&mut self) -> Classes {
		Classes((self.below(32)) as u8)
	}

	fn country(&mut self) -> Country {
		let code = self.of(&[*b"??", *b"AD", *b"CH", *b"US", *b"ZW"]);
		Country::from_code(code).unwrap_or(Country::NONE)
	}

	fn set(&mut self) -> u8 {
		self.below(5) as u8
	}

	fn some_set(&mut self) -> Option<u8> {
		self.coin().then(|| self.set())
	}

	fn count(&mut self) -> u32 {
		if self.below(12) == 0 {
			u32::MAX
		} else {
			self.below(4) as u32
		}
	}

	fn counts(&mut self) -> ClassCounts {
		[(); 5].map(|()| self.count())
	}

	/// A moment around [`START`].
	fn moment(&mut self) -> u64 {
		START - 2 + self.below(5)
	}

	fn rule(&mut self) -> Rule {
		let side = self.sides();
		match self.below(17) {
			0 => Rule::Required { side, flags: self.flags() },
			1 => Rule::Forbidden { side, flags: self.flags() },
			2 => Rule::CountryAllow { side, set: self.set() },
			3 => Rule::CountryDeny { side, set: self.set() },
			4 => Rule::HolderCap { max: self.count() },
			5 => Rule::OwnershipCap { max: Perbill::from_parts(self.below(1_000_000_001) as u32) },
			6 => Rule::SameCountry,
			7 => Rule::CrossBorder,
			8 => Rule::CountryHolderCap {
				max: self.count(),
				classes: self.classes(),
				set: self.some_set(),
			},
			9 => Rule::ClassHolderCap { max: self.count(), classes: self.classes() },
			10 => Rule::MinHolding { side, min: self.limit() },
			11 => Rule::MaxPurchase { max: self.limit() },
			12 => Rule::LockUp {
				seconds: self.below(8) as u32,
				classes: self.classes(),
				set: self.some_set(),
			},
			13 => Rule::FlowBack {
				seconds: self.below(4) as u32,
				flags: self.flags(),
				set: self.some_set(),
			},
			14 => Rule::Velocity { hours: 24, max: self.limit() },
			15 => Rule::TransferWindow { from: self.moment() as u32, until: self.moment() as u32 },
			_ => Rule::ClassPair { from: self.classes(), to: self.classes() },
		}
	}

	fn pack(&mut self) -> RuleSet {
		let (rules, sets) = (self.below(9), self.below(5));
		let rules = (0..rules).map(|_| self.rule()).collect();
		let sets = (0..sets)
			.map(|_| {
				let mut set = CountrySet::default();
				for _ in 0..self.below(4) {
					set.insert(self.country());
				}
				set
			})
			.collect();
		RuleSet { rules: BoundedVec::truncate_from(rules), sets: BoundedVec::truncate_from(sets) }
	}

	fn party(&mut self) -> Option<Option<Key>> {
		let eligibility =
			Eligibility { residence: self.country(), flags: self.flags(), ..Default::default() };
		let key = Key { investor: 0, rights: Rights::ALL, expires_at: None, eligibility };
		match self.below(10) {
			0 => None,
			1 => Some(None),
			_ => Some(Some(key)),
		}
	}

	fn bucket(&mut self) -> Option<Bucket> {
		let class = self.of(&[
			InvestorClass::Unclassified,
			InvestorClass::Retail,
			InvestorClass::Accredited,
			InvestorClass::Professional,
			InvestorClass::Institutional,
		]);
		let country = self.country();
		self.coin().then_some(Bucket { country, class })
	}

	fn facts(&mut self) -> Facts {
		let kind = match self.below(20) {
			0 => Kind::Redeem,
			1 => Kind::Forced,
			2 => Kind::Cancellation,
			3..=7 => Kind::Issue,
			_ => Kind::Transfer,
		};
		Facts {
			asset: 0,
			kind,
			sender: self.party(),
			receiver: self.party(),
			amount: self.amount(),
			sender_after: self.amount(),
			receiver_after: self.amount(),
			whole: self.amount(),
			holders_after: self.count(),
			adds_holder: self.coin(),
			joins: self.bucket(),
			leaves: self.bucket(),
			opened_at: match self.below(6) {
				0 => 0,
				1 => u64::MAX,
				_ => self.moment(),
			},
		}
	}

	fn counters(&mut self) -> Counters {
		let by_country = (0..4).map(|_| (self.country(), self.counts())).collect();
		Counters { by_country, by_class: self.counts(), given: self.amount() }
	}
}

/// How many cases: more where somebody asks for a recorded run.
fn cases() -> u64 {
	std::env::var("REFERENCE_CASES")
		.ok()
		.and_then(|cases| cases.parse().ok())
		.unwrap_or_else(|| super::cases(1_000_000, 20_000).into())
}

#[test]
fn the_engine_agrees_with_the_reference() {
	let mut seen = BTreeSet::new();
	for case in 0..cases() {
		let mut dice = Dice(case << 20);
		let (pack, facts, counters) = (dice.pack(), dice.facts(), dice.counters());
		let now = if dice.below(20) == 0 { u64::MAX } else { dice.moment() };
		let mut failures = Failures::new();
		let effects = evaluate(&pack, &facts, now, &counters, &NoLookup, &mut failures);
		let lines: Vec<Line> = failures
			.iter()
			.map(|Failure { reason, rule, side, needed, found }| {
				(rule.map_or(usize::MAX, usize::from), *reason, *side, *needed, *found)
			})
			.collect();
		assert!(failures.iter().all(|failure| failure.reason.sides().contains(&failure.side)));
		let expected = reference(&pack, &facts, now, &counters);
		assert_eq!((lines, effects), expected, "case {case}: {pack:?} {facts:?} at {now}");
		seen.extend(failures.iter().map(|failure| failure.reason.encode()));
		seen.extend(effects.locked_until.map(|_| b"locked".to_vec()));
		seen.extend(effects.window.map(|_| b"window".to_vec()));
	}
	// Codes 40 to 56, and both effects: no comparison is empty.
	assert_eq!(seen.len(), 19, "{seen:?}");
}

/// A ledger that counts how often it is asked.
#[derive(Default)]
struct Asked {
	country: std::cell::Cell<u32>,
	class: std::cell::Cell<u32>,
	given: std::cell::Cell<u32>,
}

impl Ledger for Asked {
	fn holders_in(&self, _: Country) -> ClassCounts {
		self.country.set(self.country.get() + 1);
		ClassCounts::default()
	}

	fn holders_by_class(&self) -> ClassCounts {
		self.class.set(self.class.get() + 1);
		ClassCounts::default()
	}

	fn given(&self, _: Moment) -> Balance {
		self.given.set(self.given.get() + 1);
		0
	}
}

#[test]
fn a_counter_is_asked_once_and_only_by_a_rule_that_needs_it() {
	for case in 0..2_000 {
		let mut dice = Dice(case);
		let (pack, facts) = (dice.pack(), dice.facts());
		let ledger = Asked::default();
		evaluate(&pack, &facts, START, &ledger, &NoLookup, &mut Failures::new());
		let has = |wanted: fn(&Rule) -> bool| u32::from(pack.rules.iter().any(wanted));
		let caps = has(|rule| matches!(rule, Rule::CountryHolderCap { .. }));
		let velocity = has(|rule| matches!(rule, Rule::Velocity { .. }));
		let transfers = u32::from(facts.kind == Kind::Transfer);
		assert!(ledger.country.get() <= caps.min(u32::from(facts.joins.is_some())));
		assert_eq!(ledger.given.get(), velocity * transfers);
	}
}

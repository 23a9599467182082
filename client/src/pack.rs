// SPDX-License-Identifier: Apache-2.0

//! Rule packs, as people write them: JSON in which a country set stands in the rule that uses it.

use cadastre_primitives::{CohortId, Country, CountryCode, CountrySet};
use serde::{Deserialize, Serialize};
use std::path::Path;
use subxt::utils::Static;

use crate::{
	api,
	error::{Error, Result},
	report::{flag_names, parse_flags},
};

use api::runtime_types::{
	bounded_collections::bounded_vec::BoundedVec, pallet_compliance::rules as chain,
	sp_arithmetic::per_things::Perbill,
};

/// The rules that an asset follows. Every one must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
	/// The rules, in the order in which a report names them.
	pub rules: Vec<Rule>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
	/// The party has every one of these flags, joined by `+`.
	Required {
		/// Of whom the rule speaks.
		side: Sides,
		/// Flags, such as `kyc+aml`.
		flags: String,
	},
	/// The party has none of these flags.
	Forbidden {
		/// Of whom the rule speaks.
		side: Sides,
		/// Flags, such as `us-person`.
		flags: String,
	},
	/// The party lives in one of these countries.
	CountryAllow {
		/// Of whom the rule speaks.
		side: Sides,
		/// Alpha-2 codes of ISO 3166-1.
		countries: Vec<String>,
	},
	/// The party lives in none of these countries.
	CountryDeny {
		/// Of whom the rule speaks.
		side: Sides,
		/// Alpha-2 codes of ISO 3166-1.
		countries: Vec<String>,
	},
	/// The asset has at most so many holders.
	HolderCap {
		/// The most holders, inclusive.
		max: u32,
	},
	/// The receiver owns at most this part of the asset.
	OwnershipCap {
		/// The largest part, inclusive, in parts of a thousand million.
		max_billionths: u32,
	},
	/// Both parties live in one country.
	SameCountry,
	/// The parties live in different countries.
	CrossBorder,
	/// The asset has at most so many holders of some classes in one country, whichever it is.
	CountryHolderCap {
		/// The most holders in each country, inclusive.
		max: u32,
		/// Who is counted, such as `unclassified+retail`, or `all`.
		classes: String,
		/// Alpha-2 codes of the countries that are capped; every one if left out.
		#[serde(default, skip_serializing_if = "Option::is_none")]
		countries: Option<Vec<String>>,
	},
	/// The asset has at most so many holders of some classes, counted together.
	ClassHolderCap {
		/// The most holders, inclusive.
		max: u32,
		/// Who is counted, such as `unclassified+retail`, or `all`.
		classes: String,
	},
	/// The party owns nothing, or at least so many shares.
	MinHolding {
		/// Of whom the rule speaks.
		side: Sides,
		/// The fewest shares, inclusive, at least 2.
		min: u64,
	},
	/// At most so many shares are bought at once.
	MaxPurchase {
		/// The most shares, inclusive.
		max: u64,
	},
	/// Shares that a receiver acquires stay with it for a time.
	LockUp {
		/// From the acquisition on, in seconds.
		seconds: u32,
		/// Whose shares stay, such as `retail`, or `all`.
		classes: String,
		/// Alpha-2 codes of the countries whose residents are meant; every one if left out.
		#[serde(default, skip_serializing_if = "Option::is_none")]
		countries: Option<Vec<String>>,
	},
	/// For a time after the first possible issue, no receiver has one of these flags or lives in one
	/// of these countries.
	FlowBack {
		/// How long, in seconds.
		seconds: u32,
		/// Flags, such as `us-person`; `none` if only the residence counts.
		flags: String,
		/// Alpha-2 codes of ISO 3166-1; left out if only the flags count.
		#[serde(default, skip_serializing_if = "Option::is_none")]
		countries: Option<Vec<String>>,
	},
	/// The sender gives at most so many shares in one window. All such rules of a pack have the same
	/// window.
	Velocity {
		/// The length of the window, in hours.
		hours: u16,
		/// The most shares, inclusive.
		max: u64,
	},
	/// Transfers are made in this period only.
	TransferWindow {
		/// First second at which they are made, of Unix time.
		from: u32,
		/// First second at which they are made no more, of Unix time.
		until: u32,
	},
	/// No transfer from an investor of the ones to an investor of the other classes.
	ClassPair {
		/// Classes of the sender, such as `institutional`.
		from: String,
		/// Classes of the receiver, such as `unclassified+retail`.
		to: String,
	},
	/// The asset is in a sandbox cohort, and the receiver a member of it. One such rule a pack.
	Cohort {
		/// The cohort.
		cohort: CohortId,
	},
}

/// The longest lock-up and flow-back period, in seconds: ten years.
const LONGEST_PERIOD: u32 = 10 * 366 * 86_400;

/// The longest window of a velocity, in hours: a year.
const LONGEST_WINDOW: u16 = 366 * 24;

/// The classes of investors, in the order of their codes.
const CLASSES: [&str; 5] =
	["unclassified", "retail", "accredited", "professional", "institutional"];

/// The classes of some names, joined by `+`, or `all`: bit `n` for the class with code `n`.
pub fn parse_classes(text: &str) -> Option<u8> {
	if text.trim() == "all" {
		return Some(ALL_CLASSES);
	}
	text.split('+').map(str::trim).try_fold(0, |classes, name| {
		let code = CLASSES.iter().position(|class| *class == name)?;
		Some(classes | 1 << code)
	})
}

/// The names of the classes in a set.
pub fn class_names(classes: u8) -> String {
	if classes == ALL_CLASSES {
		return "all".to_owned();
	}
	let names = CLASSES.iter().enumerate().filter(|(code, _)| classes & (1 << code) != 0);
	names.map(|(_, name)| *name).collect::<Vec<_>>().join("+")
}

const ALL_CLASSES: u8 = 0b1_1111;

/// Of whom a rule speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
	/// Who gives the shares.
	Sender,
	/// Who gets the shares.
	Receiver,
	/// Each of the two.
	Both,
}

/// The packs that are ready to be published, by name. Those of `pallet_compliance::ready_packs`.
pub const READY: [(&str, &str); 7] = [
	("us-reg-d-506c", include_str!("../packs/us-reg-d-506c.json")),
	("reg-s-category-2", include_str!("../packs/reg-s-category-2.json")),
	("reg-s-category-3", include_str!("../packs/reg-s-category-3.json")),
	("eu-retail-149", include_str!("../packs/eu-retail-149.json")),
	("swiss-professional", include_str!("../packs/swiss-professional.json")),
	("singapore-accredited", include_str!("../packs/singapore-accredited.json")),
	("hong-kong-professional", include_str!("../packs/hong-kong-professional.json")),
];

impl Pack {
	/// A pack that is ready to be published.
	///
	/// # Errors
	/// If there is none of this name. The text says which there are.
	pub fn ready(name: &str) -> Result<Self> {
		let unknown = || {
			let names: Vec<_> = READY.iter().map(|(known, _)| *known).collect();
			Error::Invalid(format!("\"{name}\" is no ready pack; they are {}", names.join(", ")))
		};
		let (_, text) = READY.iter().find(|(known, _)| *known == name).ok_or_else(unknown)?;
		serde_json::from_str(text).map_err(|error| Error::Invalid(format!("{name}: {error}")))
	}

	/// Reads a pack from a JSON file, and checks all that can be checked without the chain.
	///
	/// # Errors
	/// If the file cannot be read, is no pack, or names a flag or country that does not exist.
	pub fn from_file(path: &Path) -> Result<Self> {
		let invalid = |what: String| Error::Invalid(format!("{}: {what}", path.display()));
		let text = std::fs::read_to_string(path).map_err(|error| invalid(error.to_string()))?;
		let pack: Self = serde_json::from_str(&text).map_err(|error| invalid(error.to_string()))?;
		pack.check().map_err(invalid)?;
		Ok(pack)
	}

	/// What is wrong with the pack, if something is.
	///
	/// # Errors
	/// The first defect, with the position of its rule from 0.
	pub fn check(&self) -> Result<(), String> {
		if self.rules.is_empty() {
			return Err("the pack has no rule, and so lets everybody in: give at least one".into());
		}
		for (place, rule) in self.rules.iter().enumerate() {
			rule.check().map_err(|defect| format!("rule {place}: {defect}"))?;
		}
		let mut windows = self.rules.iter().filter_map(|rule| match rule {
			Rule::Velocity { hours, .. } => Some(*hours),
			_ => None,
		});
		if windows.next().is_some_and(|first| windows.any(|other| other != first)) {
			return Err("two velocities have different windows".into());
		}
		if self.rules.contains(&Rule::SameCountry) && self.rules.contains(&Rule::CrossBorder) {
			return Err("the pack wants one country and different ones at once".into());
		}
		if self.rules.iter().filter(|rule| matches!(rule, Rule::Cohort { .. })).count() > 1 {
			return Err("two rules name a cohort".into());
		}
		Ok(())
	}
}

impl Rule {
	/// What is wrong with the rule by itself.
	fn check(&self) -> Result<(), String> {
		let known = |text: &str| {
			parse_flags(text).ok_or_else(|| format!("\"{text}\" names an unknown flag"))
		};
		let classes = |text: &str| {
			let wrong = || {
				format!(
					"\"{text}\" names an unknown class; join by + some of {}, or write all",
					CLASSES.join(", ")
				)
			};
			parse_classes(text).map(|_| ()).ok_or_else(wrong)
		};
		let period = |seconds: u32| match seconds {
			0 => Err("the period is empty".to_owned()),
			1..=LONGEST_PERIOD => Ok(()),
			_ => Err(format!("the period is longer than {LONGEST_PERIOD} seconds, ten years")),
		};
		let codes = |countries: &[String]| match countries
			.iter()
			.find(|code| parse_country(code).is_none())
		{
			Some(wrong) => Err(format!("\"{wrong}\" is no country code of ISO 3166-1")),
			None => Ok(()),
		};
		let some_codes =
			|countries: &Option<Vec<String>>| countries.as_deref().map_or(Ok(()), codes);
		match self {
			Self::Required { flags, .. } | Self::Forbidden { flags, .. } => {
				if known(flags)?.is_empty() {
					return Err("it names no flag".to_owned());
				}
			},
			Self::CountryAllow { countries, .. } | Self::CountryDeny { countries, .. } => {
				codes(countries)?;
			},
			Self::OwnershipCap { max_billionths } => {
				if *max_billionths > 1_000_000_000 {
					return Err("the part is larger than the whole".to_owned());
				}
			},
			Self::CountryHolderCap { classes: names, countries, .. } => {
				classes(names)?;
				some_codes(countries)?;
			},
			Self::ClassHolderCap { classes: names, .. } => classes(names)?,
			Self::MinHolding { min, .. } => {
				if *min < 2 {
					return Err("a minimum below 2 asks nothing".to_owned());
				}
			},
			Self::LockUp { seconds, classes: names, countries } => {
				period(*seconds)?;
				classes(names)?;
				some_codes(countries)?;
			},
			Self::FlowBack { seconds, flags, countries } => {
				period(*seconds)?;
				if known(flags)?.is_empty() && countries.is_none() {
					return Err("it names neither a flag nor a country".to_owned());
				}
				some_codes(countries)?;
			},
			Self::Velocity { hours, .. } => {
				if *hours == 0 || *hours > LONGEST_WINDOW {
					return Err(format!("a window has 1 to {LONGEST_WINDOW} hours"));
				}
			},
			Self::TransferWindow { from, until } => {
				if from >= until {
					return Err("the window does not begin before it ends".to_owned());
				}
			},
			Self::ClassPair { from, to } => {
				classes(from)?;
				classes(to)?;
			},
			Self::HolderCap { .. }
			| Self::SameCountry
			| Self::CrossBorder
			| Self::MaxPurchase { .. }
			| Self::Cohort { .. } => (),
		}
		Ok(())
	}
}

/// A country code of ISO 3166-1 in upper case, if it is assigned.
pub fn parse_country(text: &str) -> Option<CountryCode> {
	let code: CountryCode = text.as_bytes().try_into().ok()?;
	Country::from_code(code).map(|_| code)
}

impl From<&Pack> for chain::RuleSet {
	fn from(pack: &Pack) -> Self {
		let mut sets: Vec<CountrySet> = Vec::new();
		let mut set = |countries: &[String]| {
			let codes = countries.iter().filter_map(|code| parse_country(code));
			let wanted = CountrySet::from_codes(codes).unwrap_or_default();
			let place = sets.iter().position(|set| *set == wanted).unwrap_or_else(|| {
				sets.push(wanted);
				sets.len() - 1
			});
			// More sets than a byte can number are more than the chain takes.
			u8::try_from(place).unwrap_or(u8::MAX)
		};
		let flags = |text: &str| Static(parse_flags(text).unwrap_or_default());
		let classes = |text: &str| chain::Classes(parse_classes(text).unwrap_or_default());
		let rules = pack
			.rules
			.iter()
			.map(|rule| match rule {
				Rule::Required { side, flags: names } => {
					chain::Rule::Required { side: side.into(), flags: flags(names) }
				},
				Rule::Forbidden { side, flags: names } => {
					chain::Rule::Forbidden { side: side.into(), flags: flags(names) }
				},
				Rule::CountryAllow { side, countries } => {
					chain::Rule::CountryAllow { side: side.into(), set: set(countries) }
				},
				Rule::CountryDeny { side, countries } => {
					chain::Rule::CountryDeny { side: side.into(), set: set(countries) }
				},
				Rule::HolderCap { max } => chain::Rule::HolderCap { max: *max },
				Rule::OwnershipCap { max_billionths } => {
					chain::Rule::OwnershipCap { max: Perbill(*max_billionths) }
				},
				Rule::SameCountry => chain::Rule::SameCountry,
				Rule::CrossBorder => chain::Rule::CrossBorder,
				Rule::CountryHolderCap { max, classes: names, countries } => {
					chain::Rule::CountryHolderCap {
						max: *max,
						classes: classes(names),
						set: countries.as_deref().map(&mut set),
					}
				},
				Rule::ClassHolderCap { max, classes: names } => {
					chain::Rule::ClassHolderCap { max: *max, classes: classes(names) }
				},
				Rule::MinHolding { side, min } => {
					chain::Rule::MinHolding { side: side.into(), min: *min }
				},
				Rule::MaxPurchase { max } => chain::Rule::MaxPurchase { max: *max },
				Rule::LockUp { seconds, classes: names, countries } => chain::Rule::LockUp {
					seconds: *seconds,
					classes: classes(names),
					set: countries.as_deref().map(&mut set),
				},
				Rule::FlowBack { seconds, flags: names, countries } => chain::Rule::FlowBack {
					seconds: *seconds,
					flags: flags(names),
					set: countries.as_deref().map(&mut set),
				},
				Rule::Velocity { hours, max } => chain::Rule::Velocity { hours: *hours, max: *max },
				Rule::TransferWindow { from, until } => {
					chain::Rule::TransferWindow { from: *from, until: *until }
				},
				Rule::ClassPair { from, to } => {
					chain::Rule::ClassPair { from: classes(from), to: classes(to) }
				},
				Rule::Cohort { cohort } => chain::Rule::Cohort { cohort: *cohort },
			})
			.collect();
		Self { rules: BoundedVec(rules), sets: BoundedVec(sets.into_iter().map(Static).collect()) }
	}
}

impl From<chain::RuleSet> for Pack {
	fn from(stored: chain::RuleSet) -> Self {
		let sets = stored.sets.0;
		let countries = |set: u8| -> Vec<String> {
			let Some(set) = sets.get(usize::from(set)) else { return Vec::new() };
			(0..=u8::MAX)
				.filter_map(|index| codec::Decode::decode(&mut &[index][..]).ok())
				.filter(|country: &Country| set.0.contains(*country))
				.map(crate::report::country_code)
				.collect()
		};
		let rules = stored
			.rules
			.0
			.into_iter()
			.map(|rule| match rule {
				chain::Rule::Required { side, flags } => {
					Rule::Required { side: (&side).into(), flags: flag_names(flags.0) }
				},
				chain::Rule::Forbidden { side, flags } => {
					Rule::Forbidden { side: (&side).into(), flags: flag_names(flags.0) }
				},
				chain::Rule::CountryAllow { side, set } => {
					Rule::CountryAllow { side: (&side).into(), countries: countries(set) }
				},
				chain::Rule::CountryDeny { side, set } => {
					Rule::CountryDeny { side: (&side).into(), countries: countries(set) }
				},
				chain::Rule::HolderCap { max } => Rule::HolderCap { max },
				chain::Rule::OwnershipCap { max } => Rule::OwnershipCap { max_billionths: max.0 },
				chain::Rule::SameCountry => Rule::SameCountry,
				chain::Rule::CrossBorder => Rule::CrossBorder,
				chain::Rule::CountryHolderCap { max, classes, set } => Rule::CountryHolderCap {
					max,
					classes: class_names(classes.0),
					countries: set.map(countries),
				},
				chain::Rule::ClassHolderCap { max, classes } => {
					Rule::ClassHolderCap { max, classes: class_names(classes.0) }
				},
				chain::Rule::MinHolding { side, min } => {
					Rule::MinHolding { side: (&side).into(), min }
				},
				chain::Rule::MaxPurchase { max } => Rule::MaxPurchase { max },
				chain::Rule::LockUp { seconds, classes, set } => Rule::LockUp {
					seconds,
					classes: class_names(classes.0),
					countries: set.map(countries),
				},
				chain::Rule::FlowBack { seconds, flags, set } => Rule::FlowBack {
					seconds,
					flags: flag_names(flags.0),
					countries: set.map(countries),
				},
				chain::Rule::Velocity { hours, max } => Rule::Velocity { hours, max },
				chain::Rule::TransferWindow { from, until } => Rule::TransferWindow { from, until },
				chain::Rule::ClassPair { from, to } => {
					Rule::ClassPair { from: class_names(from.0), to: class_names(to.0) }
				},
				chain::Rule::Cohort { cohort } => Rule::Cohort { cohort },
			})
			.collect();
		Self { rules }
	}
}

impl From<&Sides> for chain::Sides {
	fn from(sides: &Sides) -> Self {
		match sides {
			Sides::Sender => Self::Sender,
			Sides::Receiver => Self::Receiver,
			Sides::Both => Self::Both,
		}
	}
}

impl From<&chain::Sides> for Sides {
	fn from(sides: &chain::Sides) -> Self {
		match sides {
			chain::Sides::Sender => Self::Sender,
			chain::Sides::Receiver => Self::Receiver,
			chain::Sides::Both => Self::Both,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const TEXT: &str = r#"{ "rules": [
		{ "required": { "side": "both", "flags": "kyc+aml" } },
		{ "forbidden": { "side": "receiver", "flags": "us-person" } },
		{ "country_allow": { "side": "receiver", "countries": ["CH", "DE"] } },
		{ "country_deny": { "side": "both", "countries": ["IR", "KP"] } },
		{ "country_allow": { "side": "sender", "countries": ["CH", "DE"] } },
		{ "holder_cap": { "max": 200 } },
		{ "ownership_cap": { "max_billionths": 250000000 } },
		"same_country",
		{ "country_holder_cap": { "max": 149, "classes": "unclassified+retail", "countries": ["CH", "DE"] } },
		{ "country_holder_cap": { "max": 10, "classes": "all" } },
		{ "class_holder_cap": { "max": 35, "classes": "retail" } },
		{ "min_holding": { "side": "receiver", "min": 10 } },
		{ "max_purchase": { "max": 1000 } },
		{ "lock_up": { "seconds": 31536000, "classes": "all" } },
		{ "flow_back": { "seconds": 3456000, "flags": "us-person", "countries": ["PR", "US"] } },
		{ "velocity": { "hours": 24, "max": 500 } },
		{ "transfer_window": { "from": 1767225600, "until": 1798761600 } },
		{ "class_pair": { "from": "institutional", "to": "retail" } },
		{ "cohort": { "cohort": 3 } }
	] }"#;

	#[test]
	fn a_pack_comes_back_from_the_form_of_the_chain() {
		let pack: Pack = serde_json::from_str(TEXT).unwrap();
		pack.check().unwrap();
		let stored = chain::RuleSet::from(&pack);
		assert_eq!(stored.sets.0.len(), 3, "a set that several rules use is stored once");
		assert_eq!(Pack::from(stored), pack);
	}

	#[test]
	fn a_defect_is_named_with_its_rule() {
		for (text, defect) in [
			(r#"{"rules":[]}"#, "the pack has no rule"),
			(
				r#"{"rules":[{"holder_cap":{"max":1}},{"required":{"side":"both","flags":"rich"}}]}"#,
				"rule 1: \"rich\" names an unknown flag",
			),
			(r#"{"rules":[{"forbidden":{"side":"both","flags":""}}]}"#, "rule 0: it names no flag"),
			(
				r#"{"rules":[{"class_holder_cap":{"max":1,"classes":"rich"}}]}"#,
				"rule 0: \"rich\" names an unknown class",
			),
			(r#"{"rules":[{"min_holding":{"side":"both","min":1}}]}"#, "rule 0: a minimum below 2"),
			(
				r#"{"rules":[{"lock_up":{"seconds":0,"classes":"all"}}]}"#,
				"rule 0: the period is empty",
			),
			(
				r#"{"rules":[{"flow_back":{"seconds":1,"flags":"none"}}]}"#,
				"rule 0: it names neither",
			),
			(
				r#"{"rules":[{"transfer_window":{"from":2,"until":2}}]}"#,
				"rule 0: the window does not begin",
			),
			(
				r#"{"rules":[{"velocity":{"hours":1,"max":1}},{"velocity":{"hours":2,"max":1}}]}"#,
				"two velocities have different windows",
			),
			(r#"{"rules":["same_country","cross_border"]}"#, "the pack wants one country"),
			(
				r#"{"rules":[{"cohort":{"cohort":1}},{"cohort":{"cohort":2}}]}"#,
				"two rules name a cohort",
			),
			(
				r#"{"rules":[{"country_deny":{"side":"both","countries":["XX"]}}]}"#,
				"rule 0: \"XX\" is no country code",
			),
			(
				r#"{"rules":[{"ownership_cap":{"max_billionths":1000000001}}]}"#,
				"rule 0: the part is larger",
			),
		] {
			let pack: Pack = serde_json::from_str(text).unwrap();
			let found = pack.check().unwrap_err();
			assert!(found.starts_with(defect), "{found}");
		}
	}

	#[test]
	fn classes_are_read_as_they_are_written() {
		for bits in 1..=ALL_CLASSES {
			assert_eq!(parse_classes(&class_names(bits)), Some(bits));
		}
		for wrong in ["", "rich", "retail+"] {
			assert_eq!(parse_classes(wrong), None);
		}
	}

	#[test]
	fn ready_packs_are_well_formed_and_come_back_from_the_chain() {
		for (name, _) in READY {
			let pack = Pack::ready(name).unwrap();
			pack.check().unwrap();
			assert_eq!(Pack::from(chain::RuleSet::from(&pack)), pack, "{name}");
		}
		let error = Pack::ready("nowhere").unwrap_err().to_string();
		assert!(error.contains("us-reg-d-506c"), "{error}");
	}

	#[test]
	fn a_misspelt_rule_is_refused_with_its_line() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("pack.json");
		std::fs::write(&path, "{ \"rules\": [\n{ \"holder_kap\": { \"max\": 1 } } ] }").unwrap();
		let error = Pack::from_file(&path).unwrap_err().to_string();
		assert!(error.contains("pack.json") && error.contains("holder_kap"), "{error}");
		assert!(error.contains("line 2"), "{error}");
	}
}

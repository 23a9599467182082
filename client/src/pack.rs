// SPDX-License-Identifier: Apache-2.0

//! Rule packs, as people write them: JSON in which a country set stands in the rule that uses it.

use cadastre_primitives::{Country, CountryCode, CountrySet};
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
}

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

impl Pack {
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
			match rule {
				Rule::Required { flags, .. } | Rule::Forbidden { flags, .. } => {
					match parse_flags(flags) {
						None => {
							return Err(format!("rule {place}: \"{flags}\" names an unknown flag"))
						},
						Some(flags) if flags.is_empty() => {
							return Err(format!("rule {place} names no flag"))
						},
						Some(_) => (),
					}
				},
				Rule::CountryAllow { countries, .. } | Rule::CountryDeny { countries, .. } => {
					if let Some(wrong) = countries.iter().find(|code| parse_country(code).is_none())
					{
						return Err(format!(
							"rule {place}: \"{wrong}\" is no country code of ISO 3166-1"
						));
					}
				},
				Rule::OwnershipCap { max_billionths } if *max_billionths > 1_000_000_000 => {
					return Err(format!("rule {place}: the part is larger than the whole"));
				},
				Rule::HolderCap { .. } | Rule::OwnershipCap { .. } => (),
			}
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
		{ "ownership_cap": { "max_billionths": 250000000 } }
	] }"#;

	#[test]
	fn a_pack_comes_back_from_the_form_of_the_chain() {
		let pack: Pack = serde_json::from_str(TEXT).unwrap();
		pack.check().unwrap();
		let stored = chain::RuleSet::from(&pack);
		assert_eq!(stored.sets.0.len(), 2, "a set that two rules use is stored once");
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
			(r#"{"rules":[{"forbidden":{"side":"both","flags":""}}]}"#, "rule 0 names no flag"),
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
	fn a_misspelt_rule_is_refused_with_its_line() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("pack.json");
		std::fs::write(&path, "{ \"rules\": [\n{ \"holder_kap\": { \"max\": 1 } } ] }").unwrap();
		let error = Pack::from_file(&path).unwrap_err().to_string();
		assert!(error.contains("pack.json") && error.contains("holder_kap"), "{error}");
		assert!(error.contains("line 2"), "{error}");
	}
}

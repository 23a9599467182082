// SPDX-License-Identifier: Apache-2.0

//! The report of a movement of shares, in words.

use cadastre_primitives::{Balance, Country, Failure, Flags, Moment, Reason, Rights, Side};
use codec::Encode;
use serde::Serialize;

use crate::{pack::class_names, time::format_moment};

/// One reason against a movement, as people and programs read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
	/// The stable code of the reason.
	pub code: u8,
	/// The name of the reason.
	pub reason: String,
	/// The position of the failing rule in the asset's pack, from 0; none if no rule says it.
	pub rule: Option<u8>,
	/// Whom it concerns: `sender`, `receiver` or `asset`.
	pub side: String,
	/// What would be needed, in the unit of the reason.
	pub needed: String,
	/// What was found, in the unit of the reason.
	pub found: String,
	/// All of it in a sentence.
	pub sentence: String,
}

impl From<&Failure> for Line {
	fn from(failure: &Failure) -> Self {
		let (needed, found) = measures(failure);
		Self {
			code: code(failure.reason),
			reason: format!("{:?}", failure.reason),
			rule: failure.rule,
			side: side(failure.side).to_owned(),
			sentence: sentence(failure, &needed, &found),
			needed,
			found,
		}
	}
}

/// A report in words, in the order of the chain: the most fundamental reason first.
pub fn lines(failures: &[Failure]) -> Vec<Line> {
	failures.iter().map(Line::from).collect()
}

/// Writes an amount as text: most programs read a number of JSON into 64 bits, or 53.
pub(crate) fn amount<S: serde::Serializer>(amount: &Balance, to: S) -> Result<S::Ok, S::Error> {
	to.collect_str(amount)
}

/// Writes an amount that may be none, as [`amount`] does.
pub(crate) fn some_amount<S: serde::Serializer>(
	amount: &Option<Balance>,
	to: S,
) -> Result<S::Ok, S::Error> {
	amount.map(|amount| amount.to_string()).serialize(to)
}

/// The stable code of a reason.
pub fn code(reason: Reason) -> u8 {
	// A variant without fields is encoded as its index alone.
	reason.encode().first().copied().unwrap_or_default()
}

/// The names of the flags in a set.
pub fn flag_names(flags: Flags) -> String {
	const NAMES: [(Flags, &str); 8] = [
		(Flags::KYC, "kyc"),
		(Flags::AML, "aml"),
		(Flags::RETAIL, "retail"),
		(Flags::ACCREDITED, "accredited"),
		(Flags::PROFESSIONAL, "professional"),
		(Flags::INSTITUTIONAL, "institutional"),
		(Flags::PEP, "pep"),
		(Flags::US_PERSON, "us-person"),
	];
	let mut names: Vec<String> = NAMES
		.iter()
		.filter(|(flag, _)| !flags.common(*flag).is_empty())
		.map(|(_, name)| (*name).to_owned())
		.collect();
	let known = NAMES.iter().fold(Flags::default(), |all, (flag, _)| all.with(*flag));
	let unknown = flags.without(known);
	names
		.extend((0..32).filter(|bit| unknown.0 & (1 << bit) != 0).map(|bit| format!("flag {bit}")));
	if names.is_empty() {
		"none".to_owned()
	} else {
		names.join("+")
	}
}

/// The set of flags of some names, joined by `+`.
pub fn parse_flags(text: &str) -> Option<Flags> {
	text.split('+').map(str::trim).try_fold(Flags::default(), |flags, name| {
		let flag = match name {
			"kyc" => Flags::KYC,
			"aml" => Flags::AML,
			"retail" => Flags::RETAIL,
			"accredited" => Flags::ACCREDITED,
			"professional" => Flags::PROFESSIONAL,
			"institutional" => Flags::INSTITUTIONAL,
			"pep" => Flags::PEP,
			"us-person" => Flags::US_PERSON,
			"none" | "" => Flags::default(),
			_ => return None,
		};
		Some(flags.with(flag))
	})
}

/// The code of a country, or `--` for none.
pub fn country_code(country: Country) -> String {
	country
		.code()
		.map_or_else(|| "--".to_owned(), |code| String::from_utf8_lossy(&code).into_owned())
}

/// The name of a side.
fn side(side: Side) -> &'static str {
	match side {
		Side::Sender => "sender",
		Side::Receiver => "receiver",
		Side::Asset => "asset",
	}
}

/// The rights of a key, by their names.
const RIGHTS: [(Rights, &str); 4] = [
	(Rights::TRANSFER, "transfer"),
	(Rights::VOTE, "vote"),
	(Rights::CLAIM, "claim"),
	(Rights::MANAGE_KEYS, "manage-keys"),
];

/// The names of the rights of a key, joined by `+`.
pub fn right_names(rights: Rights) -> String {
	let held = RIGHTS.iter().filter(|(right, _)| rights.includes(*right));
	let names: Vec<_> = held.map(|(_, name)| *name).collect();
	if names.is_empty() {
		"none".to_owned()
	} else {
		names.join("+")
	}
}

/// The rights of some names, joined by `+`, or `all` or `none`.
///
/// # Errors
/// If a name is none. The text says which there are.
pub fn parse_rights(text: &str) -> Result<Rights, String> {
	text.split('+').map(str::trim).try_fold(Rights(0), |rights, name| {
		let found = match name {
			"all" => Some(Rights::ALL),
			"none" => Some(Rights(0)),
			_ => RIGHTS.iter().find(|(_, known)| *known == name).map(|(right, _)| *right),
		};
		found.map(|right| Rights(rights.0 | right.0)).ok_or_else(|| {
			let names = RIGHTS.map(|(_, name)| name).join(", ");
			format!("\"{name}\" is no right; join by + some of {names}, or write all or none")
		})
	})
}

/// What is needed and what was found, in the unit of the reason.
fn measures(failure: &Failure) -> (String, String) {
	let Failure { reason, needed, found, .. } = *failure;
	match reason {
		Reason::UnknownAsset
		| Reason::BookNotOpen
		| Reason::ZeroAmount
		| Reason::SameInvestor
		| Reason::UnknownPack
		| Reason::UnknownKey
		| Reason::Blocked
		| Reason::DeniedByAsset
		| Reason::NotInCohort
		| Reason::BrokenRule => (String::new(), String::new()),
		Reason::InsufficientShares
		| Reason::ExceedsAuthorised
		| Reason::SharesFrozen
		| Reason::SharesLocked
		| Reason::AllowanceExceeded
		| Reason::HolderCapExceeded
		| Reason::OwnershipCapExceeded
		| Reason::CountryHolderCapExceeded
		| Reason::ClassHolderCapExceeded
		| Reason::BelowMinimumHolding
		| Reason::PurchaseTooLarge
		| Reason::VelocityExceeded
		| Reason::CohortVolumeExceeded => (group(needed), group(found)),
		Reason::KeyExpired
		| Reason::ClaimsNotYetValid
		| Reason::ClaimsExpired
		| Reason::ProviderSuspended
		| Reason::OutsideTransferWindow => (format_moment(moment(needed)), format_moment(moment(found))),
		// 0 is no moment here: there is none yet, or the cohort is suspended.
		Reason::FlowBack | Reason::CohortNotOpen => {
			let found = if found == 0 { String::new() } else { format_moment(moment(found)) };
			(format_moment(moment(needed)), found)
		},
		Reason::MissingRight => (right_names(rights(needed)), right_names(rights(found))),
		Reason::ProviderNotListed => (format!("provider {needed}"), String::new()),
		Reason::MissingFlags | Reason::ForbiddenFlags => {
			(flag_names(flags(needed)), flag_names(flags(found)))
		},
		Reason::CountryNotAllowed | Reason::CountryDenied => {
			(format!("set {needed}"), country_code(country(found)))
		},
		Reason::NotSameCountry | Reason::NotCrossBorder => {
			(country_code(country(needed)), country_code(country(found)))
		},
		Reason::ClassPairNotAllowed => (class(needed), class(found)),
	}
}

fn sentence(failure: &Failure, needed: &str, found: &str) -> String {
	let who = match failure.side {
		Side::Sender => "The sender",
		Side::Receiver => "The receiver",
		Side::Asset => "The asset",
	};
	match failure.reason {
		Reason::UnknownAsset => "There is no such asset.".to_owned(),
		Reason::BookNotOpen => {
			"The asset's book is not open for this: the asset is not active yet, \
			is suspended or is being wound up."
				.to_owned()
		},
		Reason::ZeroAmount => "The amount is zero.".to_owned(),
		Reason::InsufficientShares => {
			format!("The sender has {found} free units and would give {needed}.")
		},
		Reason::ExceedsAuthorised => {
			format!("{needed} units would be in issue; {found} are authorised.")
		},
		Reason::SameInvestor => "Sender and receiver are keys of the same investor.".to_owned(),
		Reason::UnknownPack => "The asset's rule pack does not exist.".to_owned(),
		Reason::UnknownKey => format!("{who} is no key of an investor."),
		Reason::KeyExpired => format!("{who}'s key expired on {found}; it is {needed} now."),
		Reason::MissingRight => {
			format!("{who}'s key lacks a right: it would need {needed} and has {found}.")
		},
		Reason::Blocked => format!("{who} is blocked by the compliance authority."),
		Reason::ProviderNotListed => {
			format!("{who} was admitted by {needed}, which is not listed.")
		},
		Reason::ClaimsNotYetValid => {
			format!(
				"What {} provider stated holds from {found}; it is {needed} now.",
				whose(failure)
			)
		},
		Reason::ClaimsExpired => format!(
			"What {} provider stated held until {found}; it is {needed} now.",
			whose(failure)
		),
		Reason::MissingFlags => format!("{who} would need {needed} and has {found}."),
		Reason::ForbiddenFlags => {
			format!("{who} may have none of {needed} and has {found}.")
		},
		Reason::CountryNotAllowed => {
			format!("{who} lives in {found}, which is not in the allowed {needed} of the pack.")
		},
		Reason::CountryDenied => {
			format!("{who} lives in {found}, which is in the denied {needed} of the pack.")
		},
		Reason::HolderCapExceeded => {
			format!("The asset would have {found} holders; at most {needed} are allowed.")
		},
		Reason::OwnershipCapExceeded => {
			format!("The receiver would own {found} units; at most {needed} are allowed.")
		},
		Reason::SharesFrozen => format!(
			"The sender's shares are frozen, by an order or because one is pending: it would give \
			 {needed}, and {found} are neither held nor frozen."
		),
		Reason::SharesLocked => format!(
			"The sender's shares are locked up: it would give {needed}, and {found} are neither held \
			 nor frozen nor locked up."
		),
		Reason::AllowanceExceeded => format!(
			"{needed} are more than is left of the allowance that the owner has given to the account \
			 that orders: {found}."
		),
		Reason::DeniedByAsset => format!("{who} is on the deny list of this asset."),
		Reason::ProviderSuspended => format!(
			"{who}'s provider is suspended: its statements from {needed} on do not count, and this \
			 one is of {found}."
		),
		Reason::NotSameCountry => format!(
			"The parties must live in one country; the sender lives in {needed}, the receiver in \
			 {found}."
		),
		Reason::NotCrossBorder => format!(
			"The parties must live in different countries; the sender lives in {needed}, the \
			 receiver in {found}."
		),
		Reason::CountryHolderCapExceeded => format!(
			"There would be {found} holders of the receiver's country of the classes that the rule \
			 counts; at most {needed} are allowed."
		),
		Reason::ClassHolderCapExceeded => format!(
			"There would be {found} holders of the classes that the rule counts; at most {needed} \
			 are allowed."
		),
		Reason::BelowMinimumHolding => {
			format!("{who} would own {found} units; whoever owns some must own at least {needed}.")
		},
		Reason::PurchaseTooLarge => {
			format!("{found} units are more than may be bought at once: {needed}.")
		},
		Reason::FlowBack if found.is_empty() => {
			"The shares may not flow back to this receiver yet: none could be issued yet."
				.to_owned()
		},
		Reason::FlowBack => format!(
			"The shares may not flow back to this receiver before {found}; it is {needed} now."
		),
		Reason::VelocityExceeded => format!(
			"The sender would have given {found} units in this window; at most {needed} are allowed."
		),
		Reason::OutsideTransferWindow if failure.needed < failure.found => {
			format!("Trade opens on {found}; it is {needed} now.")
		},
		Reason::OutsideTransferWindow => {
			format!("Trade closed on {found}; it is {needed} now.")
		},
		Reason::ClassPairNotAllowed => {
			format!("Investors of the class {needed} may not give to those of the class {found}.")
		},
		Reason::CohortNotOpen if found.is_empty() => {
			"The asset's sandbox cohort is suspended by its supervisor.".to_owned()
		},
		Reason::CohortNotOpen if failure.needed < failure.found => {
			format!("The asset's sandbox cohort opens on {found}; it is {needed} now.")
		},
		Reason::CohortNotOpen => {
			format!("The asset's sandbox cohort closed on {found}; it is {needed} now.")
		},
		Reason::NotInCohort => {
			"The receiver is no member of the asset's sandbox cohort.".to_owned()
		},
		Reason::CohortVolumeExceeded => format!(
			"The volume of the asset's sandbox cohort would be {found} units; at most {needed} are \
			 allowed."
		),
		Reason::BrokenRule => {
			"The rule names a country set that the pack does not have.".to_owned()
		},
	}
}

fn whose(failure: &Failure) -> &'static str {
	match failure.side {
		Side::Sender => "the sender's",
		Side::Receiver => "the receiver's",
		Side::Asset => "the asset's",
	}
}

// The chain writes every measure as one wide number. What does not fit its unit is shown as the
// largest that does, which is never mistaken for a real one.
fn moment(number: u128) -> Moment {
	Moment::try_from(number).unwrap_or(Moment::MAX)
}

fn flags(number: u128) -> Flags {
	Flags(u32::try_from(number).unwrap_or(u32::MAX))
}

fn rights(number: u128) -> Rights {
	Rights(u8::try_from(number).unwrap_or(u8::MAX))
}

fn country(number: u128) -> Country {
	// A country is encoded as its index.
	u8::try_from(number)
		.ok()
		.and_then(|index| codec::Decode::decode(&mut &[index][..]).ok())
		.unwrap_or(Country::NONE)
}

fn class(code: u128) -> String {
	// A class is a set of one, by its code.
	let set = u32::try_from(code).ok().and_then(|code| 1_u8.checked_shl(code)).unwrap_or_default();
	match class_names(set) {
		name if name.is_empty() => format!("no. {code}"),
		name => name,
	}
}

/// A number with its thousands set apart.
pub fn group(number: u128) -> String {
	let digits = number.to_string();
	let mut text = String::with_capacity(digits.len() * 4 / 3);
	for (place, digit) in digits.chars().enumerate() {
		if place > 0 && (digits.len() - place).is_multiple_of(3) {
			text.push(',');
		}
		text.push(digit);
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;

	fn line(reason: Reason, rule: Option<u8>, side: Side, needed: u128, found: u128) -> Line {
		Line::from(&Failure { reason, rule, side, needed, found })
	}

	#[test]
	fn amounts_are_texts_of_any_length() {
		#[derive(Serialize)]
		struct Two {
			#[serde(serialize_with = "amount")]
			one: Balance,
			#[serde(serialize_with = "some_amount")]
			other: Option<Balance>,
		}
		let value = serde_json::json!(Two { one: Balance::MAX, other: None });
		assert_eq!(value["one"], "340282366920938463463374607431768211455");
		assert!(value["other"].is_null());
		let value = serde_json::json!(Two { one: 0, other: Some(7) });
		assert_eq!((&value["one"], &value["other"]), (&"0".into(), &"7".into()));
	}

	#[test]
	fn rights_are_read_as_they_are_written() {
		for bits in 0..=Rights::ALL.0 {
			assert_eq!(parse_rights(&right_names(Rights(bits))), Ok(Rights(bits)));
		}
		assert_eq!(parse_rights("all"), Ok(Rights::ALL));
		for wrong in ["", "king", "transfer+"] {
			assert!(parse_rights(wrong).unwrap_err().contains("is no right"), "{wrong}");
		}
	}

	#[test]
	fn codes_are_those_of_the_chain() {
		for (reason, expected) in [
			(Reason::UnknownAsset, 1),
			(Reason::UnknownPack, 7),
			(Reason::UnknownKey, 20),
			(Reason::ClaimsExpired, 26),
			(Reason::MissingFlags, 40),
			(Reason::BrokenRule, 46),
			(Reason::SharesFrozen, 8),
			(Reason::FlowBack, 53),
			(Reason::CohortVolumeExceeded, 59),
		] {
			assert_eq!(code(reason), expected);
		}
	}

	#[test]
	fn a_missing_flag_is_named() {
		let needed = Flags::KYC.with(Flags::ACCREDITED);
		let line = line(
			Reason::MissingFlags,
			Some(2),
			Side::Receiver,
			needed.0.into(),
			Flags::KYC.0.into(),
		);
		assert_eq!(line.code, 40);
		assert_eq!(line.rule, Some(2));
		assert_eq!(line.sentence, "The receiver would need kyc+accredited and has kyc.");
	}

	#[test]
	fn a_country_is_named_by_its_code() {
		let found = Country::from_code(*b"KP").unwrap().index();
		let line = line(Reason::CountryDenied, Some(1), Side::Sender, 1, found.into());
		assert_eq!(
			line.sentence,
			"The sender lives in KP, which is in the denied set 1 of the pack."
		);
		assert_eq!(line.found, "KP");
	}

	#[test]
	fn moments_are_dates() {
		let line = line(Reason::ClaimsExpired, None, Side::Sender, 1_767_225_601, 1_767_225_600);
		assert_eq!(
			line.sentence,
			"What the sender's provider stated held until 2026-01-01; it is 2026-01-01 00:00:01 now."
		);
	}

	#[test]
	fn a_flow_back_has_its_end_if_it_has_begun() {
		let begun = line(Reason::FlowBack, Some(1), Side::Receiver, 1_767_225_600, 1_770_681_600);
		assert_eq!(
			begun.sentence,
			"The shares may not flow back to this receiver before 2026-02-10; it is 2026-01-01 now."
		);
		let never = line(Reason::FlowBack, Some(1), Side::Receiver, 1_767_225_600, 0);
		assert_eq!(never.found, "");
		assert!(never.sentence.ends_with("none could be issued yet."));
	}

	#[test]
	fn a_window_that_is_to_come_opens_and_one_that_is_over_has_closed() {
		for (found, word) in [(1_770_681_600, "opens"), (1_767_225_599, "closed")] {
			let line =
				line(Reason::OutsideTransferWindow, Some(0), Side::Asset, 1_767_225_600, found);
			assert!(line.sentence.starts_with(&format!("Trade {word} on 20")), "{line:?}");
		}
	}

	#[test]
	fn classes_of_a_pair_are_named() {
		let line = line(Reason::ClassPairNotAllowed, Some(0), Side::Receiver, 4, 1);
		assert_eq!((line.needed.as_str(), line.found.as_str()), ("institutional", "retail"));
	}

	#[test]
	fn numbers_of_shares_are_grouped() {
		let line = line(Reason::InsufficientShares, None, Side::Sender, 1_000_000, 999);
		assert_eq!(line.sentence, "The sender has 999 free units and would give 1,000,000.");
		assert_eq!(
			(group(0), group(12_345), group(123_456)),
			("0".into(), "12,345".into(), "123,456".into())
		);
	}

	#[test]
	fn flags_are_read_as_they_are_written() {
		for bits in 0..256 {
			assert_eq!(parse_flags(&flag_names(Flags(bits))), Some(Flags(bits)));
		}
		assert_eq!(parse_flags("kyc+rich"), None);
		assert_eq!(flag_names(Flags(1 << 20)), "flag 20");
	}

	#[test]
	fn every_reason_has_a_sentence_and_a_measure_that_does_not_panic() {
		for code in 0..=u8::MAX {
			let Ok(reason) = <Reason as codec::Decode>::decode(&mut &[code][..]) else { continue };
			for side in [Side::Sender, Side::Receiver, Side::Asset] {
				let line = line(reason, None, side, u128::MAX, u128::MAX);
				assert!(line.sentence.ends_with('.'), "{line:?}");
				assert_eq!(line.code, code);
			}
		}
	}
}

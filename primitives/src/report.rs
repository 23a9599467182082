// SPDX-License-Identifier: Apache-2.0

//! Why a movement of shares would be refused: every failing rule, in one stable form.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use crate::MAX_RULES;

/// Whom a rule or a failure speaks of.
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
pub enum Side {
	/// Who gives the shares.
	#[codec(index = 0)]
	Sender,
	/// Who gets the shares.
	#[codec(index = 1)]
	Receiver,
	/// The asset, its book or its rule pack.
	#[codec(index = 2)]
	Asset,
}

/// The stable code of a reason. Codes are never reused and never change their meaning.
///
/// 1–19 speak of the asset and the order, 20–39 of a party, 40–79 of a rule of the pack.
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
pub enum Reason {
	/// There is no such asset.
	#[codec(index = 1)]
	UnknownAsset,
	/// The book of the asset is not open for this kind of movement.
	#[codec(index = 2)]
	BookNotOpen,
	/// The amount is zero.
	#[codec(index = 3)]
	ZeroAmount,
	/// The sender has fewer free shares than the amount. Needed and found are numbers of shares.
	#[codec(index = 4)]
	InsufficientShares,
	/// More shares would be in issue than are authorised. Needed is the supply after, found the
	/// authorised number.
	#[codec(index = 5)]
	ExceedsAuthorised,
	/// Sender and receiver are the same investor.
	#[codec(index = 6)]
	SameInvestor,
	/// The asset's rule pack does not exist.
	#[codec(index = 7)]
	UnknownPack,
	/// The sender's shares are frozen, by an order or because one is pending. Needed is the amount,
	/// found the shares that are neither held nor frozen.
	#[codec(index = 8)]
	SharesFrozen,
	/// The sender's shares are locked up. Needed is the amount, found the shares that are neither
	/// held nor frozen nor locked up.
	#[codec(index = 9)]
	SharesLocked,
	/// More than the allowance that the owner has given to the account that orders. Needed is the
	/// amount, found what is left of the allowance.
	#[codec(index = 10)]
	AllowanceExceeded,
	/// The investor is on the deny list of this asset.
	#[codec(index = 11)]
	DeniedByAsset,
	/// The account is no key of an investor.
	#[codec(index = 20)]
	UnknownKey,
	/// The key has expired. Needed is now, found the end, in seconds of Unix time.
	#[codec(index = 21)]
	KeyExpired,
	/// The key lacks a right. Needed and found are sets of rights.
	#[codec(index = 22)]
	MissingRight,
	/// The investor is blocked by the compliance authority.
	#[codec(index = 23)]
	Blocked,
	/// The provider that admitted the investor is not listed. Needed is the provider.
	#[codec(index = 24)]
	ProviderNotListed,
	/// The provider's statement does not hold yet. Needed is now, found the start.
	#[codec(index = 25)]
	ClaimsNotYetValid,
	/// The provider's statement holds no more. Needed is now, found the end.
	#[codec(index = 26)]
	ClaimsExpired,
	/// The provider is suspended, and its statement is later than the cut-off. Needed is the first
	/// second whose statements fall, found that of the statement.
	#[codec(index = 27)]
	ProviderSuspended,
	/// A required flag is missing. Needed and found are sets of flags.
	#[codec(index = 40)]
	MissingFlags,
	/// A forbidden flag is set. Needed is the set of forbidden flags, found those that are set.
	#[codec(index = 41)]
	ForbiddenFlags,
	/// The country of residence is not in the allowed set. Needed is the number of the set in the
	/// pack, found the country's index.
	#[codec(index = 42)]
	CountryNotAllowed,
	/// The country of residence is in the denied set. Needed is the number of the set in the pack,
	/// found the country's index.
	#[codec(index = 43)]
	CountryDenied,
	/// There would be more holders than the cap. Needed is the cap, found the holders after.
	#[codec(index = 44)]
	HolderCapExceeded,
	/// The receiver would own more than the cap. Needed is the cap, found the balance after, in
	/// shares.
	#[codec(index = 45)]
	OwnershipCapExceeded,
	/// The rule names a set that the pack does not have.
	#[codec(index = 46)]
	BrokenRule,
	/// The parties must reside in one country. Needed is the sender's country, found the receiver's.
	#[codec(index = 47)]
	NotSameCountry,
	/// The parties must reside in different countries. Needed is the sender's country, found the
	/// receiver's.
	#[codec(index = 48)]
	NotCrossBorder,
	/// There would be more holders of the receiver's country, of the classes that the rule counts
	/// together, than the cap. Needed is the cap, found those holders after.
	#[codec(index = 49)]
	CountryHolderCapExceeded,
	/// There would be more holders of the classes that the rule counts together than the cap. Needed
	/// is the cap, found the holders of those classes after.
	#[codec(index = 50)]
	ClassHolderCapExceeded,
	/// A party would own less than the minimum, and more than nothing. Needed is the minimum, found
	/// the balance after, in shares.
	#[codec(index = 51)]
	BelowMinimumHolding,
	/// More than may be bought at once. Needed is the maximum, found the amount, in shares.
	#[codec(index = 52)]
	PurchaseTooLarge,
	/// The shares may not flow back to this receiver yet. Needed is now, found the first second at
	/// which they may, in seconds of Unix time; 0 if none could be issued yet.
	#[codec(index = 53)]
	FlowBack,
	/// The sender would give more than allowed in one window. Needed is the maximum, found what it
	/// would have given with this movement, in shares.
	#[codec(index = 54)]
	VelocityExceeded,
	/// Trade is not open now. Needed is now, found the start of the window if it has not begun, and
	/// else its end, in seconds of Unix time.
	#[codec(index = 55)]
	OutsideTransferWindow,
	/// Investors of the sender's class may not give to those of the receiver's. Needed is the
	/// sender's class, found the receiver's.
	#[codec(index = 56)]
	ClassPairNotAllowed,
	/// The sandbox cohort of the asset is not open. Needed is now, found the first second at which
	/// it is, or the first at which it is no more; 0 if a supervisor has suspended it.
	#[codec(index = 57)]
	CohortNotOpen,
	/// The receiver is no member of the sandbox cohort of the asset.
	#[codec(index = 58)]
	NotInCohort,
	/// The volume of the sandbox cohort would exceed its cap. Needed is the cap, found the volume
	/// after, in shares.
	#[codec(index = 59)]
	CohortVolumeExceeded,
}

impl Reason {
	/// Of whom the reason can speak.
	pub const fn sides(self) -> &'static [Side] {
		match self {
			Self::UnknownAsset
			| Self::BookNotOpen
			| Self::ZeroAmount
			| Self::ExceedsAuthorised
			| Self::UnknownPack
			| Self::HolderCapExceeded
			| Self::BrokenRule
			| Self::OutsideTransferWindow
			| Self::CohortNotOpen
			| Self::CohortVolumeExceeded => &[Side::Asset],
			Self::InsufficientShares
			| Self::SharesFrozen
			| Self::SharesLocked
			| Self::AllowanceExceeded
			| Self::MissingRight
			| Self::VelocityExceeded => &[Side::Sender],
			Self::SameInvestor
			| Self::OwnershipCapExceeded
			| Self::NotSameCountry
			| Self::NotCrossBorder
			| Self::CountryHolderCapExceeded
			| Self::ClassHolderCapExceeded
			| Self::PurchaseTooLarge
			| Self::FlowBack
			| Self::ClassPairNotAllowed
			| Self::NotInCohort => &[Side::Receiver],
			Self::DeniedByAsset
			| Self::UnknownKey
			| Self::KeyExpired
			| Self::Blocked
			| Self::ProviderNotListed
			| Self::ClaimsNotYetValid
			| Self::ClaimsExpired
			| Self::ProviderSuspended
			| Self::MissingFlags
			| Self::ForbiddenFlags
			| Self::CountryNotAllowed
			| Self::CountryDenied
			| Self::BelowMinimumHolding => &[Side::Sender, Side::Receiver],
		}
	}
}

/// One reason against a movement.
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
pub struct Failure {
	/// What is wrong.
	pub reason: Reason,
	/// The position of the failing rule in the asset's pack, from 0; none if no rule of the pack
	/// says it.
	pub rule: Option<u8>,
	/// Of whom.
	pub side: Side,
	/// What would be needed, in the unit that the reason names; 0 where it names none.
	pub needed: u128,
	/// What was found, in the unit that the reason names; 0 where it names none.
	pub found: u128,
}

impl Failure {
	/// A reason that no rule of the pack says and that needs no numbers.
	pub const fn plain(reason: Reason, side: Side) -> Self {
		Self { reason, rule: None, side, needed: 0, found: 0 }
	}

	/// A reason that no rule of the pack says, with what is needed and what was found.
	pub const fn measured(reason: Reason, side: Side, needed: u128, found: u128) -> Self {
		Self { reason, rule: None, side, needed, found }
	}
}

/// The most reasons that a report can have: each rule of a pack may fail once for each party, each
/// party for at most [`PARTY_REASONS`] reasons, and the order itself for at most
/// [`ORDER_REASONS`].
pub const MAX_FAILURES: u32 = 2 * MAX_RULES + 2 * PARTY_REASONS + ORDER_REASONS;

/// Codes 20–27.
pub const PARTY_REASONS: u32 = 8;

/// Codes 1–11, the last of them for each party.
pub const ORDER_REASONS: u32 = 12;

/// Every reason against a movement, most fundamental first. Empty: it may go ahead.
pub type Failures = BoundedVec<Failure, ConstU32<MAX_FAILURES>>;

#[cfg(test)]
mod tests {
	use super::*;
	use scale_info::{TypeDef, TypeInfo};
	use std::{fs, path::PathBuf};

	const HEAD: &str = "\
# Reason codes

Why a movement of shares would be refused, or was. Generated from `primitives/src/report.rs`: `UPDATE_DOCS=1 cargo test -p
cadastre-primitives` writes this page anew, and a test fails while it differs. Codes are never reused and never change their meaning.

A report is a list of `{reason, rule, side, needed, found}`. *Rule* is the position of the failing rule in the asset's pack, from 0; only
codes from 40 on have one. *Side* is the sender, the receiver or the asset. *Needed* and *found* are numbers in the unit named here, and 0
where none is named. A refused call fails with the error of `Compliance` that has the reason's name. What each rule means:
[rules.md](rules.md).

| Code | Reason | Of | Means | Needed, found |
|---|---|---|---|---|
";

	/// The documentation of a reason: what it means, and what needed and found are.
	fn split(docs: &[&str]) -> (String, String) {
		let text = docs.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
		match text.find("Needed ") {
			Some(at) => (text[..at].trim().to_string(), text[at..].trim().to_string()),
			None => (text.trim().to_string(), "–".to_string()),
		}
	}

	/// The lines of documentation of a reason, as the source has them. The type's own metadata has
	/// them only under a feature of scale-info for which all of the SDK would be compiled again.
	fn docs(name: &str) -> Vec<&'static str> {
		let source = include_str!("report.rs");
		let (_, reasons) = source.split_once("pub enum Reason {").expect("it is in this file");
		let (before, _) = reasons.split_once(&format!("\t{name},\n")).expect("it has a variant");
		// The documentation may end lines with commas, a variant ends one without a slash.
		let own = before.lines().rev().take_while(|line| line.trim_start().starts_with(['/', '#']));
		let mut lines: Vec<_> = own.filter_map(|line| line.trim().strip_prefix("///")).collect();
		lines.reverse();
		lines
	}

	fn page() -> String {
		let TypeDef::Variant(reasons) = Reason::type_info().type_def else {
			panic!("reasons are an enumeration")
		};
		let rows = reasons.variants.iter().map(|variant| {
			let reason = Reason::decode(&mut &[variant.index][..]).unwrap();
			let sides = reason.sides().iter().map(|side| format!("{side:?}").to_lowercase());
			let sides = sides.collect::<Vec<_>>().join(", ");
			let (means, numbers) = split(&docs(variant.name));
			assert!(!means.is_empty(), "the documentation of {reason:?} is not there");
			format!("| {} | `{}` | {sides} | {means} | {numbers} |\n", variant.index, variant.name)
		});
		HEAD.to_string() + &rows.collect::<String>()
	}

	#[test]
	fn the_page_of_reason_codes_is_that_of_the_code() {
		let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/reason-codes.md");
		if std::env::var_os("UPDATE_DOCS").is_some() {
			fs::write(&path, page()).unwrap();
		}
		let written = fs::read_to_string(&path).unwrap_or_default();
		assert!(written == page(), "UPDATE_DOCS=1 cargo test -p cadastre-primitives");
	}

	#[test]
	fn a_reason_has_one_name_one_code_and_somebody_of_whom_it_speaks() {
		let TypeDef::Variant(reasons) = Reason::type_info().type_def else {
			panic!("reasons are an enumeration")
		};
		for (position, variant) in reasons.variants.iter().enumerate() {
			let reason = Reason::decode(&mut &[variant.index][..]).unwrap();
			assert_eq!(format!("{reason:?}"), variant.name);
			assert!(!reason.sides().is_empty());
			assert!(reasons.variants[..position].iter().all(|other| other.index != variant.index));
			assert!((1..80).contains(&variant.index));
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

//! What a KYC provider states of an investor, compiled into one word of fixed size.

use crate::{Country, CountryCode, InvestorId, Moment, ProviderId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A set of flags that a provider has stated: `1 << n` for flag `n`.
#[derive(
	Clone,
	Copy,
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
pub struct Flags(pub u32);

impl Flags {
	/// Identity verified.
	pub const KYC: Self = Self(1);
	/// Screened against money laundering.
	pub const AML: Self = Self(1 << 1);
	/// Retail investor.
	pub const RETAIL: Self = Self(1 << 2);
	/// Accredited investor (US Regulation D, rule 501(a), and its like elsewhere).
	pub const ACCREDITED: Self = Self(1 << 3);
	/// Professional client (MiFID II annex II, and its like elsewhere).
	pub const PROFESSIONAL: Self = Self(1 << 4);
	/// Institutional investor.
	pub const INSTITUTIONAL: Self = Self(1 << 5);
	/// Politically exposed person.
	pub const PEP: Self = Self(1 << 6);
	/// US person (Regulation S, rule 902(k)).
	pub const US_PERSON: Self = Self(1 << 7);

	/// Every flag of either set.
	#[must_use]
	pub const fn with(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// Every flag of this set that is not in the other.
	#[must_use]
	pub const fn without(self, other: Self) -> Self {
		Self(self.0 & !other.0)
	}

	/// Every flag that is in both sets.
	#[must_use]
	pub const fn common(self, other: Self) -> Self {
		Self(self.0 & other.0)
	}

	/// Whether there is no flag in the set.
	pub const fn is_empty(self) -> bool {
		self.0 == 0
	}
}

/// What the holder of a key may do for its investor: `1 << n` for right `n`.
#[derive(
	Clone,
	Copy,
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
pub struct Rights(pub u8);

impl Rights {
	/// Transfer and redeem shares.
	pub const TRANSFER: Self = Self(1);
	/// Vote.
	pub const VOTE: Self = Self(1 << 1);
	/// Claim income.
	pub const CLAIM: Self = Self(1 << 2);
	/// Offer and remove keys.
	pub const MANAGE_KEYS: Self = Self(1 << 3);
	/// Every right there is.
	pub const ALL: Self = Self(0b1111);

	/// Whether every right of the other set is in this one.
	pub const fn includes(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}
}

/// What a provider states when it admits or renews an investor. No name, no birth date, no number
/// of a document: those stay with the provider.
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
pub struct Claims {
	/// Country of residence, alpha-2 (ISO 3166-1).
	pub residence: CountryCode,
	/// Country of tax residence, alpha-2 (ISO 3166-1).
	pub tax_residence: CountryCode,
	/// What was verified, and the class of investor.
	pub flags: Flags,
	/// First second at which the statement holds.
	pub valid_from: Moment,
	/// First second at which it holds no more.
	pub valid_until: Moment,
}

/// The eligibility word: all that a rule asks of a party, in one value of fixed size.
#[derive(
	Clone,
	Copy,
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
pub struct Eligibility {
	/// Country of residence.
	pub residence: Country,
	/// Country of tax residence.
	pub tax_residence: Country,
	/// What the provider stated.
	pub flags: Flags,
	/// First second at which the statement holds.
	pub valid_from: Moment,
	/// First second at which it holds no more.
	pub valid_until: Moment,
	/// Who stated it.
	pub provider: ProviderId,
	/// The epoch of the provider's slot when it was stated: a slot given to another provider has
	/// another epoch, which voids this word.
	pub epoch: u8,
	/// Blocked by the compliance authority, whatever the provider states.
	pub blocked: bool,
	/// When the chain took the statement down, in seconds of Unix time: the suspension of a
	/// provider voids what was stated from a moment on.
	pub stated_at: Moment,
}

/// What the chain knows of a key: whose it is, what it may do, and the investor's eligibility word.
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
pub struct Key {
	/// The investor whose key this is.
	pub investor: InvestorId,
	/// What it may do.
	pub rights: Rights,
	/// First second at which the key may do nothing more; none if it does not expire.
	pub expires_at: Option<Moment>,
	/// The investor's eligibility word, the same in all of its keys.
	pub eligibility: Eligibility,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_key_record_keeps_to_its_64_bytes() {
		assert!(Key::max_encoded_len() <= 64, "{}", Key::max_encoded_len());
	}
}

// SPDX-License-Identifier: Apache-2.0

//! What hangs on an asset: identifiers, metadata, roles, attestations, rounds.

use crate::{Balance, CountryCode, Moment, PaperId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;

/// The longest number of a parcel, in bytes of ASCII.
pub const MAX_PARCEL: u32 = 32;

/// The longest key of metadata, in bytes of ASCII.
pub const MAX_KEY: u32 = 32;

/// The longest text of metadata, in bytes of UTF-8.
pub const MAX_TEXT: u32 = 128;

/// The key of an entry of metadata: `a` to `z`, `0` to `9`, `.`, `_` and `-`.
pub type MetadataKey = BoundedVec<u8, ConstU32<MAX_KEY>>;

/// A text of metadata.
pub type Text = BoundedVec<u8, ConstU32<MAX_TEXT>>;

/// A name of an asset in another register, in upper case. One asset has it at a time.
#[derive(
	Clone,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Identifier {
	/// International securities identification number (ISO 6166).
	#[codec(index = 0)]
	Isin([u8; 12]),
	/// North American number of a security (ANSI X9.6).
	#[codec(index = 1)]
	Cusip([u8; 9]),
	/// Legal entity (ISO 17442) that the asset is: the company of its shares, or the fund. Not the
	/// issuer's, who may have more than one asset.
	#[codec(index = 2)]
	Lei([u8; 20]),
	/// Financial instrument global identifier (ANSI X9.145).
	#[codec(index = 3)]
	Figi([u8; 12]),
	/// A parcel of a land register.
	#[codec(index = 4)]
	Parcel {
		/// Whose register it is, alpha-2 (ISO 3166-1).
		country: CountryCode,
		/// The number in the register: visible ASCII without lower case, and single spaces between.
		number: BoundedVec<u8, ConstU32<MAX_PARCEL>>,
	},
}

/// The value of an entry of metadata.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum MetadataValue {
	/// UTF-8 without control characters. Never of a person.
	#[codec(index = 0)]
	Text(Text),
	/// A number.
	#[codec(index = 1)]
	Number(u128),
	/// BLAKE2b-256 of something.
	#[codec(index = 2)]
	Digest(H256),
	/// A moment.
	#[codec(index = 3)]
	Date(Moment),
	/// A country, alpha-2 (ISO 3166-1).
	#[codec(index = 4)]
	Country(CountryCode),
	/// Where something is found, in visible ASCII: a scheme, a colon, the rest.
	#[codec(index = 5)]
	Uri(Text),
}

/// How long an entry of metadata cannot be changed.
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
)]
pub enum Lock {
	/// It can be changed at once.
	#[codec(index = 0)]
	Never,
	/// From this second on it can be changed, and not before.
	#[codec(index = 1)]
	Until(Moment),
	/// It goes with the asset only.
	#[codec(index = 2)]
	Forever,
}

impl Lock {
	/// Whether the entry cannot be changed now.
	pub const fn holds(&self, now: Moment) -> bool {
		match self {
			Self::Never => false,
			Self::Until(moment) => now < *moment,
			Self::Forever => true,
		}
	}
}

/// An entry of metadata that has not expired.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct MetadataEntry {
	/// Under what it is found.
	pub key: MetadataKey,
	/// What it is.
	pub value: MetadataValue,
	/// How long it cannot be changed.
	pub lock: Lock,
	/// The first second at which it is there no more; none if it stays.
	pub expires_at: Option<Moment>,
}

/// What an account may do for an asset: `1 << n` for role `n`.
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
pub struct AssetRoles(pub u16);

impl AssetRoles {
	/// Issue shares.
	pub const ISSUE: Self = Self(1);
	/// File papers.
	pub const PAPERS: Self = Self(1 << 1);
	/// Set and remove metadata and identifiers.
	pub const METADATA: Self = Self(1 << 2);
	/// Propose orders on holders' shares. Never on one account with [`Self::APPROVER`].
	pub const TRANSFER_AGENT: Self = Self(1 << 3);
	/// Approve the orders that somebody else has proposed. Never the issuer.
	pub const APPROVER: Self = Self(1 << 4);
	/// Declare income.
	pub const DIVIDENDS: Self = Self(1 << 5);
	/// Amend the facts, open and close funding rounds.
	pub const MANAGER: Self = Self(1 << 6);
	/// Every role there is.
	pub const ALL: Self = Self(0b111_1111);
	/// What the issuer may do without being given a role.
	pub const ISSUERS: Self = Self(0b110_1111);

	/// Whether every role of the other set is in this one.
	pub const fn includes(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}

	/// Whether one account may have the set: not empty, only roles that there are, and not both
	/// proposing and approving.
	pub const fn is_valid(self) -> bool {
		self.0 != 0
			&& Self::ALL.includes(self)
			&& !self.includes(Self(Self::TRANSFER_AGENT.0 | Self::APPROVER.0))
	}
}

/// The roles of an account for an asset.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RoleInfo<AccountId> {
	/// Who has them.
	pub account: AccountId,
	/// Which.
	pub roles: AssetRoles,
	/// The first second at which it has them no more; none if they do not end.
	pub expires_at: Option<Moment>,
}

/// The profession of a verifier. A verifier has one.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Profession {
	/// Examines rights and contracts.
	#[codec(index = 0)]
	Lawyer,
	/// Certifies deeds and the land register.
	#[codec(index = 1)]
	Notary,
	/// Measures and inspects.
	#[codec(index = 2)]
	Surveyor,
	/// Keeps what the asset consists of.
	#[codec(index = 3)]
	Custodian,
}

/// How many professions there are.
pub const PROFESSIONS: u32 = 4;

/// A set of professions: `1 << n` for the profession with index `n`.
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
pub struct Professions(pub u8);

impl Professions {
	/// Lawyer.
	pub const LAWYER: Self = Self(1);
	/// Notary.
	pub const NOTARY: Self = Self(1 << 1);
	/// Surveyor.
	pub const SURVEYOR: Self = Self(1 << 2);
	/// Custodian.
	pub const CUSTODIAN: Self = Self(1 << 3);
	/// Every profession there is.
	pub const ALL: Self = Self(0b1111);

	/// The set of one profession.
	pub const fn of(profession: Profession) -> Self {
		match profession {
			Profession::Lawyer => Self::LAWYER,
			Profession::Notary => Self::NOTARY,
			Profession::Surveyor => Self::SURVEYOR,
			Profession::Custodian => Self::CUSTODIAN,
		}
	}

	/// Every profession of either set.
	#[must_use]
	pub const fn with(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// Whether every profession of the other set is in this one.
	pub const fn includes(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}

	/// Whether the set is not empty and has only professions that there are.
	pub const fn is_valid(self) -> bool {
		self.0 != 0 && Self::ALL.includes(self)
	}
}

/// That a verifier has seen the papers and the facts of a draft and found them right.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Attestation<AccountId> {
	/// The profession of the verifier when it attested.
	pub profession: Profession,
	/// The verifier. Never the issuer or who has a role for the asset.
	pub verifier: AccountId,
	/// How many papers it saw: those with a lower id. Never 0.
	pub papers: u32,
	/// When it attested.
	pub at: Moment,
}

/// That an asset is being wound up.
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
)]
pub struct WindUp {
	/// The paper that says how.
	pub plan: PaperId,
	/// Until this moment the issuer can call it off; from it on it is final.
	pub final_from: Moment,
}

/// A funding round: the period in which shares are issued, and how many at most.
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
)]
pub struct Round {
	/// Its number, from 1 on.
	pub number: u32,
	/// The most shares that it may add to those in issue when it was opened.
	pub cap: Balance,
	/// Shares in issue when it was opened.
	pub supply: Balance,
	/// The first second at which shares are issued.
	pub from: Moment,
	/// The first second at which they are issued no more.
	pub until: Moment,
}

impl Round {
	/// Whether shares are issued now.
	pub const fn is_running(&self, now: Moment) -> bool {
		self.from <= now && now < self.until
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_lock_ends_with_its_date() {
		for (now, held) in [(0, true), (9, true), (10, false), (11, false)] {
			assert_eq!(Lock::Until(10).holds(now), held);
		}
		assert!(!Lock::Never.holds(0));
		assert!(Lock::Forever.holds(Moment::MAX));
	}

	#[test]
	fn a_round_includes_its_first_second_and_not_its_last() {
		let round = Round { number: 1, cap: 1, supply: 0, from: 10, until: 20 };
		for (now, runs) in
			[(9, false), (10, true), (11, true), (19, true), (20, false), (21, false)]
		{
			assert_eq!(round.is_running(now), runs);
		}
	}

	#[test]
	fn nobody_proposes_and_approves() {
		let both = AssetRoles::TRANSFER_AGENT.0 | AssetRoles::APPROVER.0;
		for bits in 0..=u16::MAX {
			let valid = bits != 0 && bits < 128 && bits & both != both;
			assert_eq!(AssetRoles(bits).is_valid(), valid, "{bits:b}");
		}
		assert!(!AssetRoles::ISSUERS.includes(AssetRoles::APPROVER));
		assert_eq!(AssetRoles::ISSUERS.0 | AssetRoles::APPROVER.0, AssetRoles::ALL.0);
	}

	#[test]
	fn professions_are_bits_in_the_order_of_their_indices() {
		let all =
			[Profession::Lawyer, Profession::Notary, Profession::Surveyor, Profession::Custodian];
		assert_eq!(u32::try_from(all.len()), Ok(PROFESSIONS));
		for profession in all {
			assert_eq!(Professions::of(profession).0, 1 << profession.encode()[0]);
		}
		for bits in 0..=u8::MAX {
			assert_eq!(Professions(bits).is_valid(), bits != 0 && bits < 16);
		}
	}
}

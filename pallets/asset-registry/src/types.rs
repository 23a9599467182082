// SPDX-License-Identifier: Apache-2.0

//! The records.

use cadastre_primitives::{
	AssetFacts, AssetInfo, AssetName, AssetRoles, AssetStatus, Attestation, Balance, CountryCode,
	Lock, MetadataEntry, MetadataKey, MetadataValue, Moment, PaperId, PaperInfo, PaperKind,
	Profession, RoleInfo, Round, Verification, WindUp, PROFESSIONS,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// An asset. No movement of shares reads it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Asset<AccountId, Ticket> {
	/// Who answers for it.
	pub issuer: AccountId,
	/// What is recorded of it. The variant is its class.
	pub facts: AssetFacts,
	/// The paper by which the facts were last changed; none if by none.
	pub facts_paper: Option<PaperId>,
	/// Where it is in its life.
	pub status: AssetStatus,
	/// Its name, in UTF-8.
	pub name: AssetName,
	/// The country whose law it is under, alpha-2 (ISO 3166-1); none if there is no one country.
	pub country: Option<CountryCode>,
	/// Number of its papers, and the id of the next one.
	pub papers: u32,
	/// Number of its identifiers.
	pub identifiers: u32,
	/// Number of its entries of metadata, expired ones included.
	pub metadata: u32,
	/// Number of accounts with a role, expired ones included.
	pub roles: u32,
	/// The attestations that count, at most one a profession.
	pub attestations: BoundedVec<Attestation<AccountId>, ConstU32<PROFESSIONS>>,
	/// The attestation that completed the verification; none while it is a draft.
	pub verification: Option<Verification<AccountId>>,
	/// The most shares that may be in issue at a time, whatever a round allows.
	pub authorised: Balance,
	/// How many funding rounds there have been.
	pub rounds: u32,
	/// The round that is open.
	pub round: Option<Round>,
	/// How it is wound up; none if it is not.
	pub wind_up: Option<WindUp>,
	/// To whom it is offered.
	pub offer: Option<IssuerOffer<AccountId>>,
	/// The issuer's deposit for this record and the book.
	pub ticket: Ticket,
}

impl<AccountId, Ticket> Asset<AccountId, Ticket> {
	/// The asset as it is answered.
	pub fn into_info(self) -> AssetInfo<AccountId> {
		AssetInfo {
			class: self.facts.class(),
			facts_digest: self.facts.digest(),
			issuer: self.issuer,
			status: self.status,
			name: self.name,
			country: self.country,
			papers: self.papers,
			verification: self.verification,
			facts: self.facts,
			attestations: self.attestations.into_inner(),
			authorised: self.authorised,
			rounds: self.rounds,
			wind_up: self.wind_up,
		}
	}
}

/// That an issuer has offered an asset to somebody.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct IssuerOffer<AccountId> {
	/// Who may accept.
	pub to: AccountId,
	/// The first second at which it cannot be accepted any more.
	pub expires_at: Moment,
}

/// Who paid for a record, and what. It returns to the account that paid, whoever is issuer then.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Deposit<AccountId, Ticket> {
	/// Who paid.
	pub payer: AccountId,
	/// What was paid.
	pub ticket: Ticket,
}

/// A paper of an asset. It is written once and never changed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Paper<AccountId, Ticket> {
	/// What it is.
	pub kind: PaperKind,
	/// BLAKE2b-256 of the document.
	pub digest: H256,
	/// The date on the document.
	pub dated: Moment,
	/// When it was filed.
	pub filed_at: Moment,
	/// The earlier paper in whose place it stands, which stays on file.
	pub supersedes: Option<PaperId>,
	/// The deposit for this record, of who filed it.
	pub deposit: Deposit<AccountId, Ticket>,
}

impl<AccountId, Ticket> Paper<AccountId, Ticket> {
	/// The paper without the deposit.
	pub fn into_info(self, id: PaperId) -> PaperInfo {
		let Self { kind, digest, dated, filed_at, supersedes, deposit: _ } = self;
		PaperInfo { id, kind, digest, dated, filed_at, supersedes }
	}
}

/// Whose an identifier is.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct IdentifierRecord<AccountId, Ticket> {
	/// The asset that has it.
	pub asset: cadastre_primitives::AssetId,
	/// The deposit for this record and its place in the list of the asset, of who added it.
	pub deposit: Deposit<AccountId, Ticket>,
}

/// An entry of metadata.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Metadatum<AccountId, Ticket> {
	/// What it is.
	pub value: MetadataValue,
	/// How long it cannot be changed.
	pub lock: Lock,
	/// The first second at which it is there no more; none if it stays.
	pub expires_at: Option<Moment>,
	/// The deposit for this record, of who set it last.
	pub deposit: Deposit<AccountId, Ticket>,
}

impl<AccountId, Ticket> Metadatum<AccountId, Ticket> {
	/// Whether it is there no more, and anybody may remove what is left of it.
	pub fn is_expired(&self, now: Moment) -> bool {
		self.expires_at.is_some_and(|end| end <= now)
	}

	/// The entry without the deposit.
	pub fn into_entry(self, key: MetadataKey) -> MetadataEntry {
		let Self { value, lock, expires_at, deposit: _ } = self;
		MetadataEntry { key, value, lock, expires_at }
	}
}

/// The roles of an account for an asset.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Grant<AccountId, Ticket> {
	/// Which.
	pub roles: AssetRoles,
	/// The first second at which it has them no more; none if they do not end.
	pub expires_at: Option<Moment>,
	/// The deposit for this record, of who granted them.
	pub deposit: Deposit<AccountId, Ticket>,
}

impl<AccountId, Ticket> Grant<AccountId, Ticket> {
	/// Whether the roles have ended, and anybody may remove what is left of them.
	pub fn is_expired(&self, now: Moment) -> bool {
		self.expires_at.is_some_and(|end| end <= now)
	}

	/// The roles without the deposit.
	pub fn into_info(self, account: AccountId) -> RoleInfo<AccountId> {
		RoleInfo { account, roles: self.roles, expires_at: self.expires_at }
	}
}

/// Who verifies assets, or wants to.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Verifier<Money> {
	/// What it is.
	pub profession: Profession,
	/// What is held of it, and what it can lose.
	pub bond: Money,
	/// Whether it may attest.
	pub standing: Standing,
}

/// Whether a verifier may attest.
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
pub enum Standing {
	/// It has applied and may not yet.
	#[codec(index = 0)]
	Candidate,
	/// It may.
	#[codec(index = 1)]
	Listed,
	/// It may no more, and can still be slashed.
	#[codec(index = 2)]
	Leaving {
		/// The first second at which it can have its bond back.
		free_from: Moment,
	},
}

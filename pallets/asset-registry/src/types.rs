// SPDX-License-Identifier: Apache-2.0

//! The records.

use cadastre_primitives::{
	AssetClass, AssetInfo, AssetName, AssetStatus, CountryCode, Moment, PaperId, PaperInfo,
	PaperKind, Verification,
};
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;

/// An asset.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Asset<AccountId, Ticket> {
	/// Who registered it, pays for it and answers for it.
	pub issuer: AccountId,
	/// What kind of thing it is.
	pub class: AssetClass,
	/// Where it is in its life.
	pub status: AssetStatus,
	/// Its name, in UTF-8.
	pub name: AssetName,
	/// The country whose law it is under, alpha-2 (ISO 3166-1); none if there is no one country.
	pub country: Option<CountryCode>,
	/// Number of its papers, and the id of the next one.
	pub papers: u32,
	/// Who verified it; none while nobody has.
	pub verification: Option<Verification<AccountId>>,
	/// The issuer's deposit for this record and the book.
	pub ticket: Ticket,
}

impl<AccountId, Ticket> Asset<AccountId, Ticket> {
	/// The asset without the ticket.
	pub fn into_info(self) -> AssetInfo<AccountId> {
		let Self { issuer, class, status, name, country, papers, verification, ticket: _ } = self;
		AssetInfo { issuer, class, status, name, country, papers, verification }
	}
}

/// A paper of an asset. It is written once and never changed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Paper<Ticket> {
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
	/// The issuer's deposit for this record.
	pub ticket: Ticket,
}

impl<Ticket> Paper<Ticket> {
	/// The paper without the ticket.
	pub fn into_info(self, id: PaperId) -> PaperInfo {
		let Self { kind, digest, dated, filed_at, supersedes, ticket: _ } = self;
		PaperInfo { id, kind, digest, dated, filed_at, supersedes }
	}
}

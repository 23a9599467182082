// SPDX-License-Identifier: Apache-2.0

//! What an asset is, as the registry answers it.

use crate::{AssetFacts, AssetId, Attestation, Balance, CountryCode, Moment, WindUp};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;

/// Identifies a paper of an asset: papers are numbered from 0 in the order of their filing.
pub type PaperId = u32;

/// The longest name of an asset, in bytes of UTF-8.
pub const MAX_NAME: u32 = 64;

/// The name of an asset, in UTF-8.
pub type AssetName = BoundedVec<u8, ConstU32<MAX_NAME>>;

/// What kind of thing an asset is.
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
pub enum AssetClass {
	/// Land and buildings.
	#[codec(index = 0)]
	RealEstate,
	/// A debt security.
	#[codec(index = 1)]
	Debt,
	/// Units of a fund.
	#[codec(index = 2)]
	Fund,
	/// A stored commodity.
	#[codec(index = 3)]
	Commodity,
	/// A data set, with the right to license it.
	#[codec(index = 4)]
	Data,
	/// Shares of a company.
	#[codec(index = 5)]
	Equity,
	/// A claim for payment.
	#[codec(index = 6)]
	Receivable,
	/// Software, with the income from its use.
	#[codec(index = 7)]
	Application,
	/// Anything else.
	#[codec(index = 8)]
	Other,
}

/// Where an asset is in its life.
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
pub enum AssetStatus {
	/// Registered; not every profession that its class needs has attested.
	#[codec(index = 0)]
	Draft,
	/// Every profession that its class needs has attested.
	#[codec(index = 1)]
	Verified,
	/// Its shares are issued, transferred and redeemed.
	#[codec(index = 2)]
	Active,
	/// Nothing moves until the suspension ends.
	#[codec(index = 3)]
	Suspended,
	/// Its life is over: none of its shares is in issue, and it is removed.
	#[codec(index = 4)]
	Retired,
	/// Its shares are redeemed, nothing else; then it is retired.
	#[codec(index = 5)]
	WindingUp,
}

/// What a paper is.
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
pub enum PaperKind {
	/// Proof of ownership.
	#[codec(index = 0)]
	Title,
	/// The offer to the investors.
	#[codec(index = 1)]
	Prospectus,
	/// A statement of value.
	#[codec(index = 2)]
	Valuation,
	/// A statement of condition.
	#[codec(index = 3)]
	Inspection,
	/// A policy of insurance.
	#[codec(index = 4)]
	Insurance,
	/// The constitution of the issuing company or trust.
	#[codec(index = 5)]
	Articles,
	/// A lease, a loan, a custody agreement and the like.
	#[codec(index = 6)]
	Contract,
	/// A permission of an authority, or of a holder of rights.
	#[codec(index = 7)]
	Licence,
	/// Accounts and other regular reports.
	#[codec(index = 8)]
	Report,
	/// How an asset is wound up.
	#[codec(index = 9)]
	WindUpPlan,
}

/// Who completed the verification of an asset, what it saw, and when.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Verification<AccountId> {
	/// The verifier. Never the issuer.
	pub verifier: AccountId,
	/// How many papers it saw: those with a lower id. Never 0.
	pub papers: u32,
	/// When it verified.
	pub at: Moment,
}

/// What an asset's shares are, from its registration on.
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
pub struct ShareTerms {
	/// The most units that may be in issue, at least 1.
	pub authorised: Balance,
	/// How many units are one share, at least 1: what a share can be split into later. All amounts
	/// of the register are units.
	pub units_per_share: Balance,
	/// The asset of which these shares are one class, and their rank among its classes: the lowest
	/// is served first. None if the asset stands on its own.
	pub class_of: Option<(AssetId, u8)>,
}

/// An asset, without what only the chain needs.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct AssetInfo<AccountId> {
	/// Who registered it, and answers for it.
	pub issuer: AccountId,
	/// What kind of thing it is.
	pub class: AssetClass,
	/// Where it is in its life.
	pub status: AssetStatus,
	/// Its name, in UTF-8.
	pub name: AssetName,
	/// The country whose law it is under, alpha-2 (ISO 3166-1); none if there is no one country.
	pub country: Option<CountryCode>,
	/// Number of its papers.
	pub papers: u32,
	/// The attestation that completed its verification; none while it is a draft.
	pub verification: Option<Verification<AccountId>>,
	/// What is recorded of it.
	pub facts: AssetFacts,
	/// BLAKE2b-256 of the encoded facts, as a verifier names them.
	pub facts_digest: H256,
	/// The attestations that count, at most one a profession.
	pub attestations: Vec<Attestation<AccountId>>,
	/// The most shares that may be in issue at a time, whatever a round allows.
	pub authorised: Balance,
	/// How many funding rounds there have been. From the first one on shares are issued in rounds
	/// only.
	pub rounds: u32,
	/// How it is wound up; none if it is not.
	pub wind_up: Option<WindUp>,
}

/// A paper of an asset, without what only the chain needs.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct PaperInfo {
	/// Its number.
	pub id: PaperId,
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
}

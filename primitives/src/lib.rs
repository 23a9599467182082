// SPDX-License-Identifier: Apache-2.0

//! # Primitives
//!
//! What more than one pallet of Cadastre speaks of: identifiers, units, countries, the eligibility
//! word, rule packs, the report of a movement of shares, and the traits through which an upper
//! layer calls a lower one. Nothing here has storage.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

pub mod apis;
pub mod asset;
pub mod country;
pub mod dao;
pub mod detail;
pub mod eligibility;
pub mod facts;
pub mod income;
pub mod movement;
pub mod report;
pub mod token;
pub mod traits;
pub mod valuation;

pub use asset::{
	AssetClass, AssetInfo, AssetName, AssetStatus, PaperId, PaperInfo, PaperKind, ShareTerms,
	Verification, MAX_NAME,
};
pub use country::{Country, CountryCode, CountrySet};
pub use detail::{
	AssetRoles, Attestation, Identifier, Lock, MetadataEntry, MetadataKey, MetadataValue,
	Profession, Professions, RoleInfo, Round, Text, WindUp, MAX_KEY, MAX_PARCEL, MAX_TEXT,
	PROFESSIONS,
};

pub use dao::{
	Ballot, Choice, Deadline, MotionInfo, MotionState, Next, Phase, ResolutionClass, ResolutionId,
	ResolutionInfo, Split, VoterInfo, MAX_CHOICES, MAX_MOTIONS, MAX_OPTIONS, MAX_SPLITS,
};
pub use eligibility::{Claims, Eligibility, Flags, Key, Rights};
pub use facts::{AssetFacts, CommodityUnit, CurrencyCode, DayCount, PropertyUse, Tenure};
pub use income::{
	DistributionId, DistributionInfo, DistributionStage, IncomeDue, IncomeSource, Marks, StreamId,
	StreamInfo, TableId, WINDOW,
};
pub use movement::{BookStatus, Bucket, ClassCounts, Effects, Facts, InvestorClass, Kind};
pub use report::{Failure, Failures, Reason, Side};
pub use valuation::{
	DisputeId, DisputeInfo, DisputeStage, FeedId, HistoryEntry, Interval, Metric, ModelCard,
	ModelId, ModelInfo, ModelMetrics, ModelStatus, Outcome, RatioStudy, Report, ScoreInfo, Unit,
	Valuation, ValuationStatus, Value, Verdict, Waiting,
};

/// Identifies an asset. Never reused.
pub type AssetId = u32;

/// Identifies an investor: whoever owns positions, through one or more keys. Never reused.
pub type InvestorId = u64;

/// Identifies a rule pack. Never reused.
pub type PackId = u32;

/// Identifies a sandbox cohort. Never reused.
pub type CohortId = u32;

/// The slot of a KYC provider, below [`MAX_PROVIDERS`]. A slot may be given to another provider
/// later, under another epoch.
pub type ProviderId = u8;

/// Identifies a checkpoint of one asset: 1, 2, 3 and so on. 0 is none.
pub type CheckpointId = u32;

/// A number of shares, or an amount of money in its smallest unit.
pub type Balance = u128;

/// A moment, in seconds of Unix time.
pub type Moment = u64;

/// The most rules in a pack.
pub const MAX_RULES: u32 = 32;

/// How many providers can be appointed at a time: the width of the bitmap that a transfer reads.
pub const MAX_PROVIDERS: u8 = 32;

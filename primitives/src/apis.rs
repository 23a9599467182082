// SPDX-License-Identifier: Apache-2.0

//! The questions that users ask the chain, as runtime APIs: Polkadot.js Apps shows them with their
//! documentation under Developer → Runtime calls, and light clients can answer them.

// The macro's output is not documented item by item.
#![allow(missing_docs, clippy::too_many_arguments)]

use crate::{
	AssetId, AssetInfo, AssetRoles, Balance, DisputeId, DisputeInfo, DistributionId,
	DistributionInfo, Failure, FeedId, HistoryEntry, Identifier, IncomeDue, InvestorId, Key,
	MetadataEntry, MetadataKey, ModelId, ModelInfo, PackId, PaperId, PaperInfo, RatioStudy,
	ResolutionId, ResolutionInfo, RoleInfo, Round, ScoreInfo, StreamInfo, Valuation, VoterInfo,
	Waiting,
};
use alloc::vec::Vec;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// Who may own what, and why not.
	pub trait ComplianceApi<AccountId> where AccountId: Codec {
		/// What the chain knows of a key: its investor, its rights and the eligibility word.
		fn key(who: AccountId) -> Option<Key>;

		/// What the rules of a pack on flags and countries have against an investor, as a sender and
		/// as a receiver, whatever the movement; empty if it is not locked out. Under the version
		/// in force, or under the announced one if `upcoming`.
		fn pack_report(pack: PackId, upcoming: bool, investor: InvestorId) -> Vec<Failure>;
	}

	/// The register of holders.
	pub trait SharesApi<AccountId> where AccountId: Codec {
		/// Would this transfer go ahead? Every reason against it, most fundamental first; empty if
		/// there is none. The same function decides when the transfer is executed.
		fn transfer_report(
			asset: AssetId,
			from: AccountId,
			to: AccountId,
			amount: Balance,
		) -> Vec<Failure>;

		/// Would this issue go ahead? Every reason against it; empty if there is none.
		fn issue_report(asset: AssetId, to: AccountId, amount: Balance) -> Vec<Failure>;

		/// The shares of an asset that an investor owns.
		fn balance(asset: AssetId, investor: InvestorId) -> Balance;

		/// The holders of an asset and what they own, at most `limit` of them (at most 1,000), in
		/// the order of the trie, after the investor `after`.
		fn holders(
			asset: AssetId,
			after: Option<InvestorId>,
			limit: u32,
		) -> Vec<(InvestorId, Balance)>;
	}

	/// What an asset is.
	pub trait AssetRegistryApi<AccountId> where AccountId: Codec {
		/// An asset: issuer, class, status, name, country, number of papers, verification.
		fn asset(asset: AssetId) -> Option<AssetInfo<AccountId>>;

		/// The papers of an asset in the order of their filing, at most `limit` of them (at most
		/// 64), after the paper `after`. Empty for an asset that does not exist.
		fn papers(asset: AssetId, after: Option<PaperId>, limit: u32) -> Vec<PaperInfo>;

		/// The asset that has an identifier; none if no asset has it.
		fn asset_by_identifier(identifier: Identifier) -> Option<AssetId>;

		/// The identifiers of an asset, at most 8.
		fn identifiers(asset: AssetId) -> Vec<Identifier>;

		/// The assets of an issuer, at most `limit` of them (at most 64), in the order of the trie,
		/// after the asset `after`.
		fn assets_of(issuer: AccountId, after: Option<AssetId>, limit: u32) -> Vec<AssetId>;

		/// The metadata of an asset that have not expired, looking at no more than `limit` entries
		/// (at most 64), in the order of the trie, after the key `after`.
		fn metadata(
			asset: AssetId,
			after: Option<MetadataKey>,
			limit: u32,
		) -> Vec<MetadataEntry>;

		/// Who has which roles for an asset, at most 16, expired ones included.
		fn roles(asset: AssetId) -> Vec<RoleInfo<AccountId>>;

		/// Whether an account may act in every one of these roles for an asset now.
		fn has_roles(asset: AssetId, who: AccountId, roles: AssetRoles) -> bool;

		/// The funding round of an asset that is open, running or not; none if none is.
		fn round(asset: AssetId) -> Option<Round>;
	}

	/// What an asset is worth, by whose account, and how good that account has been.
	pub trait ValuationOracleApi<AccountId> where AccountId: Codec {
		/// The answer of a feed with its status; none if it has never had one.
		fn valuation(feed: FeedId) -> Option<Valuation>;

		/// The answers of a feed that are kept, oldest first, at most 10.
		fn history(feed: FeedId) -> Vec<HistoryEntry>;

		/// A model: who is liable for it, its status and its card.
		fn model(model: ModelId) -> Option<ModelInfo>;

		/// How a model did against the prices that were paid.
		fn score(model: ModelId) -> Option<ScoreInfo>;

		/// The ratio study of a feed over its last outcomes, at most 10; none without outcomes.
		fn feed_study(feed: FeedId) -> Option<RatioStudy>;

		/// The ratio study of a model over its last outcomes, at most 32; none without outcomes.
		fn model_study(model: ModelId) -> Option<RatioStudy>;

		/// The open disputes, at most `limit` of them (at most 64), in the order of the trie, after
		/// the dispute `after`.
		fn disputes(after: Option<DisputeId>, limit: u32) -> Vec<DisputeInfo<AccountId>>;

		/// What a feed waits for; none if there is no such feed.
		fn waiting(feed: FeedId) -> Option<Waiting>;
	}

	/// What the holders of an asset resolve.
	pub trait DaoApi<AccountId> where AccountId: Codec {
		/// A resolution: where it is, what is missing and by when, and what happens next.
		fn resolution(
			asset: AssetId,
			resolution: ResolutionId,
		) -> Option<ResolutionInfo<AccountId>>;

		/// The resolutions of an asset, at most `limit` of them (at most 32), in the order of the
		/// trie, after the resolution `after`.
		fn resolutions(
			asset: AssetId,
			after: Option<ResolutionId>,
			limit: u32,
		) -> Vec<ResolutionInfo<AccountId>>;

		/// What the investor behind a key has to do with a resolution: its votes, how it voted, and
		/// who may vote for it. None if there is no such resolution or the account is no key.
		fn voter(asset: AssetId, resolution: ResolutionId, who: AccountId) -> Option<VoterInfo>;

		/// The manager whom the holders of an asset have appointed.
		fn manager(asset: AssetId) -> Option<AccountId>;

		/// The account that holds the common money of an asset's holders. Nobody has a key to it.
		fn treasury_account(asset: AssetId) -> AccountId;
	}

	/// Income from assets.
	pub trait DividendsApi<AccountId, CurrencyId> where AccountId: Codec, CurrencyId: Codec {
		/// What is due to the investor behind a key from one asset, per source and currency: gross,
		/// tax, net, from when, until when. What is announced but not yet payable is included.
		/// Empty for an account that is no key.
		fn income_due(who: AccountId, asset: AssetId) -> Vec<IncomeDue<CurrencyId>>;

		/// The same for an investor, whether or not it can be paid now.
		fn income_due_to(investor: InvestorId, asset: AssetId) -> Vec<IncomeDue<CurrencyId>>;

		/// A distribution that is not closed.
		fn distribution(
			asset: AssetId,
			id: DistributionId,
		) -> Option<DistributionInfo<AccountId, CurrencyId>>;

		/// The distributions of an asset that are not closed, in the order of declaration, at most
		/// `limit` of them (at most 64), after the number `after`.
		fn distributions(
			asset: AssetId,
			after: Option<DistributionId>,
			limit: u32,
		) -> Vec<DistributionInfo<AccountId, CurrencyId>>;

		/// The streams of an asset, at most 4.
		fn streams(asset: AssetId) -> Vec<StreamInfo<AccountId, CurrencyId>>;
	}
}

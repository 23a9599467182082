// SPDX-License-Identifier: Apache-2.0

//! The questions that users ask the chain, as runtime APIs: Polkadot.js Apps shows them with their
//! documentation under Developer → Runtime calls, and light clients can answer them.

// The macro's output is not documented item by item.
#![allow(missing_docs, clippy::too_many_arguments)]

use crate::{
	AssetId, AssetInfo, Balance, Failure, InvestorId, Key, PaperId, PaperInfo, ResolutionId,
	ResolutionInfo, VoterInfo,
};
use alloc::vec::Vec;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// Who may own what, and why not.
	pub trait ComplianceApi<AccountId> where AccountId: Codec {
		/// What the chain knows of a key: its investor, its rights and the eligibility word.
		fn key(who: AccountId) -> Option<Key>;
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
}

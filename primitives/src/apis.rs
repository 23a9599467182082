// SPDX-License-Identifier: Apache-2.0

//! The questions that users ask the chain, as runtime APIs: Polkadot.js Apps shows them with their
//! documentation under Developer → Runtime calls, and light clients can answer them.

// The macro's output is not documented item by item.
#![allow(missing_docs, clippy::too_many_arguments)]

use crate::{
	AssetId, AssetInfo, Balance, DistributionId, DistributionInfo, Failure, IncomeDue, InvestorId,
	Key, PaperId, PaperInfo, StreamInfo,
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

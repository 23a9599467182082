// SPDX-License-Identifier: Apache-2.0

//! Who may own: providers, investors, keys and rule packs.

use cadastre_primitives::{Claims, InvestorId, Key, Moment, PackId, ProviderId};
use serde::Serialize;
use subxt::{tx::Payload, utils::Static};

use crate::{account::Account, api, error::Result, pack::Pack, view::View};

/// The events of the pallet.
pub use api::compliance::events;

/// A KYC provider.
#[derive(Debug, Clone, Serialize)]
pub struct Provider {
	/// Its slot.
	pub provider: ProviderId,
	/// Who signs its statements.
	pub account: Account,
	/// Whether its statements count.
	pub listed: bool,
	/// When it was appointed, in seconds of Unix time.
	pub appointed_at: Moment,
}

impl View {
	/// What the chain knows of a key.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn key(&self, account: &Account) -> Result<Option<Key>> {
		let question = api::runtime_apis().compliance_api().key(account.id());
		Ok(self.ask(question).await?.map(|key| key.0))
	}

	/// The keys of an investor; none if there is no such investor.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn investor_keys(&self, investor: InvestorId) -> Result<Option<Vec<Account>>> {
		let record = self.get(api::storage().compliance().investors(), (investor,)).await?;
		Ok(record.map(|record| {
			record.keys.0.into_iter().map(|entry| Account::from(entry.account)).collect()
		}))
	}

	/// The slot of a provider's account.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn provider_of(&self, account: &Account) -> Result<Option<ProviderId>> {
		self.get(api::storage().compliance().provider_of(), (account.id(),)).await
	}

	/// All providers, by slot.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn providers(&self) -> Result<Vec<Provider>> {
		let status = self.get(api::storage().compliance().provider_status(), ()).await?;
		let listed = status.map(|status| status.listed).unwrap_or_default();
		let mut providers = Vec::new();
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().compliance().providers(), ()).await?;
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (provider,) = entry.key()?.decode()?;
			let record = entry.value().decode()?;
			providers.push(Provider {
				provider,
				account: record.account.into(),
				listed: listed & 1_u32.checked_shl(provider.into()).unwrap_or(0) != 0,
				appointed_at: record.appointed_at,
			});
		}
		providers.sort_by_key(|provider| provider.provider);
		Ok(providers)
	}

	/// The rules of a pack's enacted version, and its number.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn pack(&self, pack: PackId) -> Result<Option<(u32, Pack)>> {
		let stored = self.get(api::storage().compliance().packs(), (pack,)).await?;
		Ok(stored.map(|stored| (stored.version, Pack::from(stored.rules))))
	}
}

/// Admits an investor. Signed by a listed provider.
pub fn admit(account: &Account, claims: Claims) -> impl Payload {
	api::tx().compliance().admit(account.id(), Static(claims))
}

/// States an investor's claims anew. Signed by its provider.
pub fn renew(investor: InvestorId, claims: Claims) -> impl Payload {
	api::tx().compliance().renew(investor, Static(claims))
}

/// Erases an investor's keys and claims. Signed by its provider, or ordered by the chain.
pub fn revoke(investor: InvestorId) -> impl Payload {
	api::tx().compliance().revoke(investor)
}

/// Blocks an investor. Ordered by the chain.
pub fn block(investor: InvestorId) -> impl Payload {
	api::tx().compliance().block(investor)
}

/// Ends the block of an investor. Ordered by the chain.
pub fn unblock(investor: InvestorId) -> impl Payload {
	api::tx().compliance().unblock(investor)
}

/// Appoints a provider. Ordered by the chain.
pub fn appoint_provider(account: &Account) -> impl Payload {
	api::tx().compliance().appoint_provider(account.id())
}

/// De-lists a provider. Ordered by the chain.
pub fn delist_provider(provider: ProviderId) -> impl Payload {
	api::tx().compliance().delist_provider(provider)
}

/// Lists a provider again. Ordered by the chain.
pub fn relist_provider(provider: ProviderId) -> impl Payload {
	api::tx().compliance().relist_provider(provider)
}

/// Publishes a rule pack. Signed by its author.
pub fn publish_pack(pack: &Pack) -> impl Payload {
	api::tx().compliance().publish_pack(pack.into())
}

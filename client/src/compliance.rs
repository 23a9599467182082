// SPDX-License-Identifier: Apache-2.0

//! Who may own: providers, investors, keys and rule packs.

use cadastre_primitives::{Claims, CountrySet, Flags, InvestorId, Key, Moment, PackId, ProviderId};
use serde::Serialize;
use subxt::{
	tx::Payload,
	utils::{Static, H256},
};

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

/// What a provider may state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
	/// Of residents of which countries.
	pub countries: CountrySet,
	/// Which flags.
	pub flags: Flags,
	/// The most admissions and renewals in a day.
	pub daily: u32,
}

impl Terms {
	/// Everything, of everybody, as often as a counter can hold.
	pub const WIDEST: Self =
		Self { countries: CountrySet::ALL, flags: Flags(u32::MAX), daily: u32::MAX };
}

impl From<Terms> for api::runtime_types::pallet_compliance::types::Terms {
	fn from(terms: Terms) -> Self {
		Self { countries: Static(terms.countries), flags: Static(terms.flags), daily: terms.daily }
	}
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
		let mandate = self.get(api::storage().compliance().provider_of(), (account.id(),)).await?;
		Ok(mandate.map(|mandate| mandate.provider))
	}

	/// What a provider may state; none if there is no such provider.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn terms(&self, provider: ProviderId) -> Result<Option<Terms>> {
		let record = self.get(api::storage().compliance().providers(), (provider,)).await?;
		let Some(record) = record else { return Ok(None) };
		let mandate =
			self.get(api::storage().compliance().provider_of(), (record.account,)).await?;
		Ok(mandate.map(|mandate| Terms {
			countries: mandate.terms.countries.0,
			flags: mandate.terms.flags.0,
			daily: mandate.terms.daily,
		}))
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
pub fn appoint_provider(account: &Account, terms: Terms) -> impl Payload {
	api::tx().compliance().appoint_provider(account.id(), terms.into())
}

/// Sets what a provider may state from now on. Ordered by the chain.
pub fn set_provider_terms(provider: ProviderId, terms: Terms) -> impl Payload {
	api::tx().compliance().set_provider_terms(provider, terms.into())
}

/// Suspends a provider: what it stated from a moment on does not count. Ordered by the chain.
pub fn suspend_provider(provider: ProviderId, cut_off: Moment) -> impl Payload {
	api::tx().compliance().suspend_provider(provider, cut_off)
}

/// Ends the suspension of a provider. If what it stated since the cut-off is upheld, it counts
/// again; else it stays void until it is stated anew. Ordered by the chain.
pub fn reinstate_provider(provider: ProviderId, uphold: bool) -> impl Payload {
	api::tx().compliance().reinstate_provider(provider, uphold)
}

/// Puts an account on the deny list: it becomes no key, and its investor is blocked. Ordered by the
/// chain.
pub fn deny(account: &Account, reason: [u8; 32]) -> impl Payload {
	api::tx().compliance().deny(account.id(), H256(reason))
}

/// Takes an account off the deny list. Ordered by the chain.
pub fn lift_denial(account: &Account, reason: [u8; 32]) -> impl Payload {
	api::tx().compliance().lift_denial(account.id(), H256(reason))
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

/// Announces the next version of a pack. Signed by its author.
pub fn amend_pack(pack: PackId, rules: &Pack, effective_at: Moment) -> impl Payload {
	api::tx().compliance().amend_pack(pack, rules.into(), effective_at)
}

// SPDX-License-Identifier: Apache-2.0

//! Who may own: providers, investors, keys and rule packs.

use cadastre_primitives::{
	Claims, CountrySet, Failure, Flags, InvestorId, Key, Moment, PackId, ProviderId, Rights,
};
use serde::Serialize;
use subxt::{
	tx::Payload,
	utils::{Static, H256},
};

use crate::{
	account::Account,
	api,
	error::{Error, Result},
	pack::Pack,
	view::View,
};

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
	/// Whose signature makes a statement off chain, if it makes any.
	pub signer: Option<Account>,
	/// Who is to take the place of the account, if somebody is.
	pub successor: Option<Account>,
}

/// What of a provider's statements is void.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Suspension {
	/// First second whose statements are void.
	pub from: Moment,
	/// First second whose statements count again; none while the provider is suspended.
	pub until: Option<Moment>,
}

/// A key that an investor offers to an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeyOffer {
	/// The investor whose key it would be.
	pub investor: InvestorId,
	/// What it could do.
	pub rights: Rights,
	/// First second at which it could do nothing more; none if it does not expire.
	pub expires_at: Option<Moment>,
	/// First second at which the offer cannot be accepted any more.
	pub valid_until: Moment,
	/// The key that made the offer.
	pub by: Account,
}

/// Why an account is on the deny list of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Denial {
	/// BLAKE2b-256 of the decision.
	pub reason: H256,
	/// When it was entered, in seconds of Unix time.
	pub since: Moment,
}

/// What an investor is exempt from, under one version of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exemption {
	/// The version.
	pub version: u32,
	/// The positions of the rules in the pack, from 0.
	pub rules: Vec<u32>,
	/// First second at which it is exempt no more.
	pub expires_at: Moment,
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
				signer: record.signer.map(Account::from),
				successor: record.successor.map(Account::from),
			});
		}
		providers.sort_by_key(|provider| provider.provider);
		Ok(providers)
	}

	/// The provider of a slot, which must have one.
	///
	/// # Errors
	/// If the slot is free.
	pub async fn existing_provider(&self, provider: ProviderId) -> Result<Provider> {
		let providers = self.providers().await?;
		providers.into_iter().find(|found| found.provider == provider).ok_or_else(|| {
			Error::Invalid(format!(
				"there is no provider in slot {provider}; `cadastre provider list` shows those that \
				 there are"
			))
		})
	}

	/// What is void of a provider's statements; none if nothing is.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn suspension(&self, provider: ProviderId) -> Result<Option<Suspension>> {
		let suspension = self.view(api::view_functions().compliance().suspension(provider)).await?;
		Ok(suspension.map(|void| Suspension { from: void.from, until: void.until }))
	}

	/// How many statements a provider's account made on its last day, and which day of Unix time
	/// that was.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn stated(&self, account: &Account) -> Result<Option<(u32, u64)>> {
		let question = api::view_functions().compliance().mandate(account.id());
		Ok(self.view(question).await?.map(|mandate| (mandate.stated, mandate.day)))
	}

	/// The key that is offered to an account, if one is.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn key_offer(&self, account: &Account) -> Result<Option<KeyOffer>> {
		let offer = self.get(api::storage().compliance().key_offers(), (account.id(),)).await?;
		Ok(offer.map(|offer| KeyOffer {
			investor: offer.investor,
			rights: offer.rights.0,
			expires_at: offer.expires_at,
			valid_until: offer.valid_until,
			by: offer.by.into(),
		}))
	}

	/// The account to which an investor offers a key, if there is an open offer.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn offer_of(&self, investor: InvestorId) -> Result<Option<Account>> {
		let info = self.view(api::view_functions().compliance().investor(investor)).await?;
		Ok(info.and_then(|info| info.offer).map(Account::from))
	}

	/// Why an account is on the deny list; none if it is not.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn denial(&self, account: &Account) -> Result<Option<Denial>> {
		let denial = self.view(api::view_functions().compliance().denial(account.id())).await?;
		Ok(denial.map(|denial| Denial { reason: denial.reason, since: denial.since }))
	}

	/// What an investor is exempt from, under a version of a pack. None if nothing holds now.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn exemption(
		&self,
		pack: PackId,
		version: u32,
		investor: InvestorId,
	) -> Result<Option<Exemption>> {
		let question = api::view_functions().compliance().exemption(pack, version, investor);
		let found = self.view(question).await?;
		Ok(found.map(|(bits, expires_at)| Exemption { version, rules: places(bits), expires_at }))
	}

	/// What the rules of a pack on flags and countries have against an investor, as a sender and as
	/// a receiver: under the version in force or the announced one.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn pack_report(
		&self,
		pack: PackId,
		upcoming: bool,
		investor: InvestorId,
	) -> Result<Vec<Failure>> {
		let question = api::view_functions().compliance().pack_report(pack, upcoming, investor);
		Ok(self.view(question).await?.into_iter().map(|failure| failure.0).collect())
	}

	/// What rules that nobody has published would have against an investor.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn rules_report(&self, rules: &Pack, investor: InvestorId) -> Result<Vec<Failure>> {
		let question = api::view_functions().compliance().rules_report(rules.into(), investor);
		Ok(self.view(question).await?.into_iter().map(|failure| failure.0).collect())
	}

	/// The announced version of a pack: its number, its rules, and the first second at which it is
	/// in force.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn upcoming_pack(&self, pack: PackId) -> Result<Option<(u32, Pack, Moment)>> {
		let found = self.view(api::view_functions().compliance().upcoming_pack(pack)).await?;
		Ok(found.map(|found| (found.version, Pack::from(found.rules), found.effective_at)))
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

/// Puts an announced version that is in force by now in the place of the one before. Signed by
/// anybody, free of charge.
pub fn enact_pack(pack: PackId) -> impl Payload {
	api::tx().compliance().enact_pack(pack)
}

/// Removes a pack that no asset follows. Signed by its author.
pub fn withdraw_pack(pack: PackId) -> impl Payload {
	api::tx().compliance().withdraw_pack(pack)
}

/// Exempts an investor from rules of one version of a pack, by their positions in it. Signed by the
/// author.
pub fn exempt(
	pack: PackId,
	version: u32,
	investor: InvestorId,
	rules: &[u32],
	expires_at: Moment,
) -> impl Payload {
	api::tx().compliance().exempt(pack, version, investor, bits(rules), expires_at)
}

/// Ends an exemption. Signed by the author; by anybody once it lifts nothing more.
pub fn end_exemption(pack: PackId, version: u32, investor: InvestorId) -> impl Payload {
	api::tx().compliance().end_exemption(pack, version, investor)
}

/// Frees the slot of a de-listed provider. Ordered by the chain.
pub fn dismiss_provider(provider: ProviderId) -> impl Payload {
	api::tx().compliance().dismiss_provider(provider)
}

/// Proposes the account with which a provider makes its calls from now on; none drops the proposal.
/// Signed by the provider, or ordered by the chain.
pub fn propose_rotation(provider: ProviderId, successor: Option<&Account>) -> impl Payload {
	api::tx().compliance().propose_rotation(provider, successor.map(Account::id))
}

/// Becomes the account of a provider. Signed by the proposed successor.
pub fn accept_rotation(provider: ProviderId) -> impl Payload {
	api::tx().compliance().accept_rotation(provider)
}

/// Makes an account the account of a provider. Ordered by the chain.
pub fn force_rotation(provider: ProviderId, account: &Account) -> impl Payload {
	api::tx().compliance().force_rotation(provider, account.id())
}

/// Sets whose signature makes a statement of a provider off chain, or that none does. Signed by the
/// provider, or ordered by the chain.
pub fn set_signer(provider: ProviderId, signer: Option<&Account>) -> impl Payload {
	api::tx().compliance().set_signer(provider, signer.map(Account::id))
}

/// Offers an account to become a key of one's investor. Signed by a key that manages keys.
pub fn offer_key(account: &Account, rights: Rights, expires_at: Option<Moment>) -> impl Payload {
	api::tx().compliance().offer_key(account.id(), Static(rights), expires_at)
}

/// Becomes a key of the investor that has offered it. Signed by the account of the offer.
pub fn accept_key(investor: InvestorId) -> impl Payload {
	api::tx().compliance().accept_key(investor)
}

/// Ends the offer of a key to an account. Signed by either side; by anybody once it has expired.
pub fn withdraw_offer(account: &Account) -> impl Payload {
	api::tx().compliance().withdraw_offer(account.id())
}

/// Removes a key. Signed by itself, or by a key of the same investor that manages keys.
pub fn remove_key(account: &Account) -> impl Payload {
	api::tx().compliance().remove_key(account.id())
}

/// Erases one's investor: keys, claims and offers. Signed by a key that manages keys.
pub fn leave() -> impl Payload {
	api::tx().compliance().leave()
}

/// The positions of the bits that are set.
fn places(bits: u32) -> Vec<u32> {
	(0..u32::BITS).filter(|place| bits & (1 << place) != 0).collect()
}

/// The bits at some positions. Those beyond the last bit are none.
fn bits(places: &[u32]) -> u32 {
	places.iter().fold(0, |bits, place| bits | 1_u32.checked_shl(*place).unwrap_or(0))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn positions_of_rules_are_bits_and_back() {
		for set in [vec![], vec![0], vec![0, 3, 31]] {
			assert_eq!(places(bits(&set)), set);
		}
		assert_eq!(bits(&[1, 1]), 2, "twice the same is once");
		assert_eq!(bits(&[32, u32::MAX]), 0, "there is no such rule");
	}
}

// SPDX-License-Identifier: Apache-2.0

//! What is owned: assets, their papers and their life.

use cadastre_primitives::{
	AssetClass, AssetFacts, AssetId, AssetRoles, AssetStatus, Balance, CountryCode, Identifier,
	Moment, PackId, PaperId, PaperKind, Profession, Round, ShareTerms,
};
use serde::Serialize;
use subxt::{
	tx::Payload,
	utils::{Static, H256},
};

use crate::{
	account::Account,
	api::{self, runtime_types::bounded_collections::bounded_vec::BoundedVec},
	error::{Error, Result},
	view::View,
};

/// The events of the pallet.
pub use api::asset_registry::events;

/// How many papers or assets to ask for at a time.
const PAGE: u32 = 64;

/// An asset.
#[derive(Debug, Clone, Serialize)]
pub struct Asset {
	/// Its id.
	pub asset: AssetId,
	/// Its name.
	pub name: String,
	/// What kind of thing it is.
	pub class: AssetClass,
	/// Where it is in its life.
	pub status: AssetStatus,
	/// The country whose law it is under, alpha-2.
	pub country: Option<String>,
	/// Who registered it and answers for it.
	pub issuer: Account,
	/// The number of its papers.
	pub papers: u32,
	/// Who completed its verification, and when.
	pub verified: Option<Verified>,
	/// What is recorded of it.
	#[serde(serialize_with = "named")]
	pub facts: AssetFacts,
	/// BLAKE2b-256 of the encoded facts, as a verifier names them.
	pub facts_digest: H256,
	/// Which professions have attested to it.
	pub attested: Vec<(Profession, Account)>,
	/// How many funding rounds there have been.
	pub rounds: u32,
	/// The paper that says how it is wound up, and from when on that is final.
	pub wind_up: Option<(PaperId, Moment)>,
}

/// Facts by their names, as people write them.
fn named<S: serde::Serializer>(
	facts: &AssetFacts,
	serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
	serializer.collect_map(crate::facts::pairs(facts))
}

/// Who has roles for an asset.
#[derive(Debug, Clone, Serialize)]
pub struct Role {
	/// The account.
	pub account: Account,
	/// The roles, joined by `+`.
	pub roles: String,
	/// The first second at which it has them no more.
	pub expires_at: Option<Moment>,
}

/// Who verified an asset, what it saw, and when.
#[derive(Debug, Clone, Serialize)]
pub struct Verified {
	/// The verifier.
	pub by: Account,
	/// How many papers it saw.
	pub papers: u32,
	/// When, in seconds of Unix time.
	pub at: Moment,
}

/// A paper of an asset.
#[derive(Debug, Clone, Serialize)]
pub struct Paper {
	/// Its number.
	pub paper: PaperId,
	/// What it is.
	pub kind: PaperKind,
	/// BLAKE2b-256 of the document.
	pub digest: H256,
	/// The date on the document, in seconds of Unix time.
	pub dated: Moment,
	/// When it was filed, in seconds of Unix time.
	pub filed_at: Moment,
	/// The earlier paper in whose place it stands.
	pub supersedes: Option<PaperId>,
}

impl View {
	/// An asset.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn asset(&self, asset: AssetId) -> Result<Option<Asset>> {
		let question = api::runtime_apis().asset_registry_api().asset(asset);
		Ok(self.ask(question).await?.map(|info| Asset {
			asset,
			name: String::from_utf8_lossy(&info.name.0).into_owned(),
			class: info.class.0,
			status: info.status.0,
			country: info.country.map(|code| String::from_utf8_lossy(&code).into_owned()),
			issuer: info.issuer.into(),
			papers: info.papers,
			verified: info.verification.map(|verification| Verified {
				by: verification.verifier.into(),
				papers: verification.papers,
				at: verification.at,
			}),
			facts: info.facts.0,
			facts_digest: info.facts_digest,
			attested: info
				.attestations
				.into_iter()
				.map(|attestation| (attestation.profession.0, attestation.verifier.into()))
				.collect(),
			rounds: info.rounds,
			wind_up: info.wind_up.map(|wind_up| (wind_up.plan, wind_up.final_from)),
		}))
	}

	/// An asset that must exist.
	///
	/// # Errors
	/// If there is no such asset.
	pub async fn existing_asset(&self, asset: AssetId) -> Result<Asset> {
		self.asset(asset).await?.ok_or(Error::UnknownAsset(asset))
	}

	/// The papers of an asset, in the order of their filing.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn papers(&self, asset: AssetId) -> Result<Vec<Paper>> {
		let mut papers: Vec<Paper> = Vec::new();
		loop {
			let after = papers.last().map(|paper| paper.paper);
			let question = api::runtime_apis().asset_registry_api().papers(asset, after, PAGE);
			let page = self.ask(question).await?;
			if page.is_empty() {
				return Ok(papers);
			}
			papers.extend(page.into_iter().map(|paper| Paper {
				paper: paper.id,
				kind: paper.kind.0,
				digest: paper.digest,
				dated: paper.dated,
				filed_at: paper.filed_at,
				supersedes: paper.supersedes,
			}));
		}
	}

	/// The id that the next asset gets, unless somebody registers one before.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn next_asset(&self) -> Result<AssetId> {
		let next = self.get(api::storage().asset_registry().next_asset_id(), ()).await?;
		Ok(next.unwrap_or_default())
	}

	/// Who has which roles for an asset, expired ones included.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn roles(&self, asset: AssetId) -> Result<Vec<Role>> {
		let roles = self.ask(api::runtime_apis().asset_registry_api().roles(asset)).await?;
		Ok(roles
			.into_iter()
			.map(|role| Role {
				account: role.account.into(),
				roles: role_names(role.roles.0),
				expires_at: role.expires_at,
			})
			.collect())
	}

	/// Whether an account may act in every one of some roles for an asset now, as its issuer or
	/// because it was granted them.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn has_roles(
		&self,
		asset: AssetId,
		account: &Account,
		roles: AssetRoles,
	) -> Result<bool> {
		let questions = api::runtime_apis().asset_registry_api();
		self.ask(questions.has_roles(asset, account.id(), Static(roles))).await
	}

	/// The funding round of an asset that is open, running or not; none if none is.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn round(&self, asset: AssetId) -> Result<Option<Round>> {
		let question = api::runtime_apis().asset_registry_api().round(asset);
		Ok(self.ask(question).await?.map(|round| round.0))
	}

	/// A page of the assets of an issuer, after one of them: at most `limit`, of at most 64, in no
	/// order that means anything.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn assets_of(
		&self,
		issuer: &Account,
		after: Option<AssetId>,
		limit: u32,
	) -> Result<Vec<AssetId>> {
		let questions = api::runtime_apis().asset_registry_api();
		self.ask(questions.assets_of(issuer.id(), after, limit)).await
	}

	/// All assets of an issuer, by their ids.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn all_assets_of(&self, issuer: &Account) -> Result<Vec<AssetId>> {
		let mut assets: Vec<AssetId> = Vec::new();
		loop {
			let page = self.assets_of(issuer, assets.last().copied(), PAGE).await?;
			if page.is_empty() {
				assets.sort_unstable();
				return Ok(assets);
			}
			assets.extend(page);
		}
	}

	/// To whom an asset is offered, and the first second at which it cannot be accepted any more.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn issuer_offer(&self, asset: AssetId) -> Result<Option<(Account, Moment)>> {
		let record = self.get(api::storage().asset_registry().assets(), (asset,)).await?;
		let offer = record.and_then(|record| record.offer);
		Ok(offer.map(|offer| (offer.to.into(), offer.expires_at)))
	}

	/// The identifiers of an asset.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn identifiers(&self, asset: AssetId) -> Result<Vec<Identifier>> {
		let question = api::runtime_apis().asset_registry_api().identifiers(asset);
		Ok(self.ask(question).await?.into_iter().map(|identifier| identifier.0).collect())
	}

	/// The asset that has an identifier.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn asset_by_identifier(&self, identifier: Identifier) -> Result<Option<AssetId>> {
		let question =
			api::runtime_apis().asset_registry_api().asset_by_identifier(Static(identifier));
		self.ask(question).await
	}
}

/// The roles for an asset, by their names.
const ROLES: [(&str, AssetRoles); 7] = [
	("issue", AssetRoles::ISSUE),
	("papers", AssetRoles::PAPERS),
	("metadata", AssetRoles::METADATA),
	("transfer-agent", AssetRoles::TRANSFER_AGENT),
	("approver", AssetRoles::APPROVER),
	("dividends", AssetRoles::DIVIDENDS),
	("manager", AssetRoles::MANAGER),
];

/// The names of roles, joined by `+`.
pub fn role_names(roles: AssetRoles) -> String {
	let names = ROLES.iter().filter(|(_, role)| roles.includes(*role)).map(|(name, _)| *name);
	names.collect::<Vec<_>>().join("+")
}

/// The roles of some names, joined by `+`.
///
/// # Errors
/// If a name is none, or the roles may not be one account's. The text says why.
pub fn parse_roles(text: &str) -> Result<AssetRoles, String> {
	let roles = text.split('+').map(str::trim).try_fold(0, |roles, name| {
		let found = ROLES.iter().find(|(known, _)| *known == name);
		found.map(|(_, role)| roles | role.0).ok_or_else(|| {
			let names: Vec<_> = ROLES.iter().map(|(known, _)| *known).collect();
			format!("\"{name}\" is no role; join by + some of {}", names.join(", "))
		})
	})?;
	let roles = AssetRoles(roles);
	if roles.is_valid() {
		Ok(roles)
	} else {
		Err("nobody both proposes orders (transfer-agent) and approves them (approver)".to_owned())
	}
}

/// An identifier that is written as `kind:value`, a parcel as `parcel:CH:value`.
///
/// # Errors
/// If it is none. The text says what is taken.
pub fn parse_identifier(text: &str) -> Result<Identifier, String> {
	let wrong = || {
		format!(
			"\"{text}\" is no identifier; write isin:, cusip:, lei: or figi: and the code, or \
			 parcel:, the country, : and the number"
		)
	};
	let (kind, value) = text.split_once(':').ok_or_else(wrong)?;
	let bytes = value.as_bytes();
	let identifier = match kind {
		"isin" => bytes.try_into().ok().map(Identifier::Isin),
		"cusip" => bytes.try_into().ok().map(Identifier::Cusip),
		"lei" => bytes.try_into().ok().map(Identifier::Lei),
		"figi" => bytes.try_into().ok().map(Identifier::Figi),
		"parcel" => value.split_once(':').and_then(|(country, number)| {
			let country = crate::pack::parse_country(country)?;
			let number = number.as_bytes().to_vec().try_into().ok()?;
			Some(Identifier::Parcel { country, number })
		}),
		_ => None,
	};
	identifier.ok_or_else(wrong)
}

/// An identifier as [`parse_identifier`] takes it.
pub fn write_identifier(identifier: &Identifier) -> String {
	let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
	match identifier {
		Identifier::Isin(code) => format!("isin:{}", text(code)),
		Identifier::Cusip(code) => format!("cusip:{}", text(code)),
		Identifier::Lei(code) => format!("lei:{}", text(code)),
		Identifier::Figi(code) => format!("figi:{}", text(code)),
		Identifier::Parcel { country, number } => {
			format!("parcel:{}:{}", text(country), text(number))
		},
	}
}

/// Registers an asset. Signed by its issuer.
pub fn register(
	facts: AssetFacts,
	name: &str,
	country: Option<CountryCode>,
	pack: PackId,
	shares: ShareTerms,
) -> impl Payload {
	api::tx().asset_registry().register(
		Static(facts),
		BoundedVec(name.as_bytes().to_vec()),
		country,
		pack,
		Static(shares),
	)
}

/// Files a paper of an asset. Signed by its issuer.
pub fn file_paper(
	asset: AssetId,
	kind: PaperKind,
	digest: [u8; 32],
	dated: Moment,
	supersedes: Option<PaperId>,
) -> impl Payload {
	api::tx().asset_registry().file_paper(asset, Static(kind), H256(digest), dated, supersedes)
}

/// Attests that so many papers and the facts of this digest are right. Signed by a verifier.
pub fn verify(asset: AssetId, papers: u32, facts: [u8; 32]) -> impl Payload {
	api::tx().asset_registry().verify(asset, papers, H256(facts))
}

/// Opens the book of a verified asset. Signed by its issuer.
pub fn activate(asset: AssetId) -> impl Payload {
	api::tx().asset_registry().activate(asset)
}

/// Starts to wind an asset up as a paper says, which is final from a moment on. Signed by its issuer.
pub fn start_wind_up(asset: AssetId, plan: PaperId, final_from: Moment) -> impl Payload {
	api::tx().asset_registry().start_wind_up(asset, plan, final_from)
}

/// Calls the winding up of an asset off. Signed by its issuer.
pub fn call_off_wind_up(asset: AssetId) -> impl Payload {
	api::tx().asset_registry().call_off_wind_up(asset)
}

/// Retires an asset none of whose shares is in issue. Signed by its issuer.
pub fn retire(asset: AssetId) -> impl Payload {
	api::tx().asset_registry().retire(asset)
}

/// Gives an account roles for an asset, in the place of those that it has. Signed by its issuer.
pub fn grant_role(
	asset: AssetId,
	account: &Account,
	roles: AssetRoles,
	expires_at: Option<Moment>,
) -> impl Payload {
	api::tx().asset_registry().grant_role(asset, account.id(), Static(roles), expires_at)
}

/// Takes all roles for an asset from an account. Signed by its issuer, or by the account.
pub fn revoke_role(asset: AssetId, account: &Account) -> impl Payload {
	api::tx().asset_registry().revoke_role(asset, account.id())
}

/// Adds an identifier to an asset. Signed by its issuer.
pub fn add_identifier(asset: AssetId, identifier: Identifier) -> impl Payload {
	api::tx().asset_registry().add_identifier(asset, Static(identifier))
}

/// Takes an identifier from the asset that has it. Signed by its issuer or with the role `metadata`,
/// or ordered by the chain.
pub fn remove_identifier(identifier: Identifier) -> impl Payload {
	api::tx().asset_registry().remove_identifier(Static(identifier))
}

/// Changes the facts of an asset, as a paper says; a draft needs none. Signed by its issuer or a
/// manager.
pub fn amend_facts(asset: AssetId, facts: AssetFacts, paper: Option<PaperId>) -> impl Payload {
	api::tx().asset_registry().amend_facts(asset, Static(facts), paper)
}

/// Suspends an active asset. Ordered by the chain.
pub fn suspend(asset: AssetId, reason: [u8; 32]) -> impl Payload {
	api::tx().asset_registry().suspend(asset, H256(reason))
}

/// Ends the suspension of an asset. Ordered by the chain.
pub fn resume(asset: AssetId) -> impl Payload {
	api::tx().asset_registry().resume(asset)
}

/// Removes up to `limit` entries of a retired asset, and with the last one the asset. Signed by its
/// issuer.
pub fn remove(asset: AssetId, limit: u32) -> impl Payload {
	api::tx().asset_registry().remove(asset, limit)
}

/// Offers an asset to another issuer. Signed by its issuer.
pub fn offer_issuer(asset: AssetId, to: &Account, expires_at: Moment) -> impl Payload {
	api::tx().asset_registry().offer_issuer(asset, to.id(), expires_at)
}

/// Becomes the issuer of an asset. Signed by the account to which it is offered.
pub fn accept_issuer(asset: AssetId) -> impl Payload {
	api::tx().asset_registry().accept_issuer(asset)
}

/// Ends an offer of an asset. Signed by either side; by anybody once it has expired.
pub fn withdraw_issuer_offer(asset: AssetId) -> impl Payload {
	api::tx().asset_registry().withdraw_issuer_offer(asset)
}

/// Opens a funding round of an asset. Signed by its issuer or a manager.
pub fn open_round(asset: AssetId, cap: Balance, from: Moment, until: Moment) -> impl Payload {
	api::tx().asset_registry().open_round(asset, cap, from, until)
}

/// Closes the funding round of an asset. Signed by its issuer or a manager.
pub fn close_round(asset: AssetId) -> impl Payload {
	api::tx().asset_registry().close_round(asset)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn roles_are_read_as_they_are_written() {
		for bits in 1..=AssetRoles::ALL.0 {
			let roles = AssetRoles(bits);
			let read = parse_roles(&role_names(roles));
			assert_eq!(read.is_ok(), roles.is_valid());
			if let Ok(read) = read {
				assert_eq!(read, roles);
			}
		}
		assert!(parse_roles("").is_err() && parse_roles("king").is_err());
	}

	#[test]
	fn identifiers_are_read_as_they_are_written() {
		for text in [
			"isin:CH0012032048",
			"cusip:037833100",
			"lei:529900T8BM49AURSDO55",
			"figi:BBG000BLNNH6",
			"parcel:US:1974200465",
		] {
			assert_eq!(write_identifier(&parse_identifier(text).unwrap()), text);
		}
		for wrong in ["CH0012032048", "isin:CH001203204", "parcel:XX:1", "name:x"] {
			assert!(parse_identifier(wrong).is_err(), "{wrong}");
		}
	}
}

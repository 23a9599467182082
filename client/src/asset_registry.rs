// SPDX-License-Identifier: Apache-2.0

//! What is owned: assets, their papers and their life.

use cadastre_primitives::{
	AssetClass, AssetId, AssetStatus, Balance, CountryCode, Moment, PackId, PaperId, PaperKind,
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

/// How many papers to ask for at a time.
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
	/// Who verified it, and when.
	pub verified: Option<Verified>,
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

	/// Who may verify assets.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn verifiers(&self) -> Result<Vec<Account>> {
		let members = self.get(api::storage().verifiers().members(), ()).await?;
		Ok(members
			.map(|members| members.0)
			.unwrap_or_default()
			.into_iter()
			.map(Account::from)
			.collect())
	}
}

/// Registers an asset. Signed by its issuer.
pub fn register(
	class: AssetClass,
	name: &str,
	country: Option<CountryCode>,
	pack: PackId,
	authorised: Balance,
) -> impl Payload {
	api::tx().asset_registry().register(
		Static(class),
		BoundedVec(name.as_bytes().to_vec()),
		country,
		pack,
		authorised,
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

/// Verifies that many papers of an asset. Signed by a verifier.
pub fn verify(asset: AssetId, papers: u32) -> impl Payload {
	api::tx().asset_registry().verify(asset, papers)
}

/// Opens the book of a verified asset. Signed by its issuer.
pub fn activate(asset: AssetId) -> impl Payload {
	api::tx().asset_registry().activate(asset)
}

/// Retires an asset. Signed by its issuer.
pub fn retire(asset: AssetId) -> impl Payload {
	api::tx().asset_registry().retire(asset)
}

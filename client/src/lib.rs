// SPDX-License-Identifier: Apache-2.0

//! # Client
//!
//! A typed client of the Cadastre chain: one module for each pallet, over an interface that
//! [`subxt`] generates from the metadata of our runtime (`artifacts/cadastre.scale`).
//!
//! Everything that is read is read at a [`View`], which is one block: two answers of the same view
//! never contradict each other. Everything that is written goes through [`Client::send`] or a
//! [`Queue`], which wait until the transaction is in a block and name the error if it was refused.

#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

pub mod account;
pub mod asset_registry;
pub mod cap_table;
pub mod cohorts;
pub mod compliance;
pub mod currency;
pub mod dao;
pub mod dividends;
pub mod error;
pub mod facts;
pub mod governance;
pub mod holdings;
pub mod input;
pub mod keys;
pub mod metadata;
pub mod orders;
pub mod pack;
pub mod referenda;
pub mod report;
pub mod rpc;
pub mod shares;
pub mod statement;
pub mod statements;
pub mod time;
mod tx;
pub mod valuations;
pub mod verifiers;
mod view;
pub mod watch;

pub use account::Account;
pub use error::{Error, Refusal, Result};
pub use keys::Signer;
pub use tx::{Included, Queue};
pub use view::View;

use std::{sync::Arc, time::Duration};
use subxt::{
	backend::LegacyBackend,
	config::{substrate::BlakeTwo256, Hasher},
	rpcs::RpcClient,
	utils::H256,
	OnlineClient,
};

use rpc::Rpc;

// The compiler is not told which file the macro reads: without this, the old one would stay in.
const _: &[u8] = include_bytes!("../artifacts/cadastre.scale");

/// The interface to the runtime, generated from its metadata.
#[allow(missing_docs, rustdoc::all, clippy::all)]
#[subxt::subxt(
	runtime_metadata_path = "artifacts/cadastre.scale",
	derive_for_all_types = "Clone",
	substitute_type(
		path = "cadastre_primitives::asset::AssetClass",
		with = "::subxt::utils::Static<::cadastre_primitives::AssetClass>"
	),
	substitute_type(
		path = "cadastre_primitives::asset::AssetStatus",
		with = "::subxt::utils::Static<::cadastre_primitives::AssetStatus>"
	),
	substitute_type(
		path = "cadastre_primitives::asset::PaperKind",
		with = "::subxt::utils::Static<::cadastre_primitives::PaperKind>"
	),
	substitute_type(
		path = "cadastre_primitives::asset::ShareTerms",
		with = "::subxt::utils::Static<::cadastre_primitives::ShareTerms>"
	),
	substitute_type(
		path = "cadastre_primitives::dao::Next",
		with = "::subxt::utils::Static<::cadastre_primitives::Next>"
	),
	substitute_type(
		path = "cadastre_primitives::dao::Phase",
		with = "::subxt::utils::Static<::cadastre_primitives::Phase>"
	),
	substitute_type(
		path = "cadastre_primitives::dao::ResolutionClass",
		with = "::subxt::utils::Static<::cadastre_primitives::ResolutionClass>"
	),
	substitute_type(
		path = "cadastre_primitives::dao::Split",
		with = "::subxt::utils::Static<::cadastre_primitives::Split>"
	),
	substitute_type(
		path = "cadastre_primitives::detail::AssetRoles",
		with = "::subxt::utils::Static<::cadastre_primitives::AssetRoles>"
	),
	substitute_type(
		path = "cadastre_primitives::detail::Identifier",
		with = "::subxt::utils::Static<::cadastre_primitives::Identifier>"
	),
	substitute_type(
		path = "cadastre_primitives::detail::Lock",
		with = "::subxt::utils::Static<::cadastre_primitives::Lock>"
	),
	substitute_type(
		path = "cadastre_primitives::detail::MetadataEntry",
		with = "::subxt::utils::Static<::cadastre_primitives::MetadataEntry>"
	),
	substitute_type(
		path = "cadastre_primitives::detail::MetadataValue",
		with = "::subxt::utils::Static<::cadastre_primitives::MetadataValue>"
	),
	substitute_type(
		path = "cadastre_primitives::detail::Profession",
		with = "::subxt::utils::Static<::cadastre_primitives::Profession>"
	),
	substitute_type(
		path = "cadastre_primitives::detail::Professions",
		with = "::subxt::utils::Static<::cadastre_primitives::Professions>"
	),
	substitute_type(
		path = "cadastre_primitives::detail::Round",
		with = "::subxt::utils::Static<::cadastre_primitives::Round>"
	),
	substitute_type(
		path = "cadastre_primitives::facts::AssetFacts",
		with = "::subxt::utils::Static<::cadastre_primitives::AssetFacts>"
	),
	substitute_type(
		path = "cadastre_primitives::eligibility::Claims",
		with = "::subxt::utils::Static<::cadastre_primitives::Claims>"
	),
	substitute_type(
		path = "cadastre_primitives::eligibility::Eligibility",
		with = "::subxt::utils::Static<::cadastre_primitives::Eligibility>"
	),
	substitute_type(
		path = "cadastre_primitives::eligibility::Flags",
		with = "::subxt::utils::Static<::cadastre_primitives::Flags>"
	),
	substitute_type(
		path = "cadastre_primitives::eligibility::Key",
		with = "::subxt::utils::Static<::cadastre_primitives::Key>"
	),
	substitute_type(
		path = "cadastre_primitives::eligibility::Rights",
		with = "::subxt::utils::Static<::cadastre_primitives::Rights>"
	),
	substitute_type(
		path = "cadastre_primitives::country::Country",
		with = "::subxt::utils::Static<::cadastre_primitives::Country>"
	),
	substitute_type(
		path = "cadastre_primitives::country::CountrySet",
		with = "::subxt::utils::Static<::cadastre_primitives::CountrySet>"
	),
	substitute_type(
		path = "cadastre_primitives::income::DistributionStage",
		with = "::subxt::utils::Static<::cadastre_primitives::DistributionStage>"
	),
	substitute_type(
		path = "cadastre_primitives::income::IncomeSource",
		with = "::subxt::utils::Static<::cadastre_primitives::IncomeSource>"
	),
	substitute_type(
		path = "cadastre_primitives::movement::BookStatus",
		with = "::subxt::utils::Static<::cadastre_primitives::BookStatus>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::DisputeStage",
		with = "::subxt::utils::Static<::cadastre_primitives::DisputeStage>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::FeedId",
		with = "::subxt::utils::Static<::cadastre_primitives::FeedId>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::HistoryEntry",
		with = "::subxt::utils::Static<::cadastre_primitives::HistoryEntry>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::Interval",
		with = "::subxt::utils::Static<::cadastre_primitives::Interval>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::ModelCard",
		with = "::subxt::utils::Static<::cadastre_primitives::ModelCard>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::ModelInfo",
		with = "::subxt::utils::Static<::cadastre_primitives::ModelInfo>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::Outcome",
		with = "::subxt::utils::Static<::cadastre_primitives::Outcome>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::RatioStudy",
		with = "::subxt::utils::Static<::cadastre_primitives::RatioStudy>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::Report",
		with = "::subxt::utils::Static<::cadastre_primitives::Report>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::ScoreInfo",
		with = "::subxt::utils::Static<::cadastre_primitives::ScoreInfo>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::Valuation",
		with = "::subxt::utils::Static<::cadastre_primitives::Valuation>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::Verdict",
		with = "::subxt::utils::Static<::cadastre_primitives::Verdict>"
	),
	substitute_type(
		path = "cadastre_primitives::valuation::Waiting",
		with = "::subxt::utils::Static<::cadastre_primitives::Waiting>"
	),
	substitute_type(
		path = "cadastre_primitives::movement::Bucket",
		with = "::subxt::utils::Static<::cadastre_primitives::Bucket>"
	),
	substitute_type(
		path = "cadastre_primitives::report::Failure",
		with = "::subxt::utils::Static<::cadastre_primitives::Failure>"
	)
)]
pub mod api {}

/// How subxt is to understand the chain.
pub type Config = subxt::SubstrateConfig;

/// The kind of chain that this client speaks to.
pub const SPEC_NAME: &str = "cadastre";

/// Where a node of one's own listens.
pub const DEFAULT_URL: &str = "ws://127.0.0.1:9944";

/// How to connect.
#[derive(Debug, Clone)]
pub struct Options {
	/// How long to wait for the node's first answer.
	pub timeout: Duration,
	/// The hash of the chain's first block, if it must be this one.
	pub genesis: Option<H256>,
	/// Whether a transaction counts when its block is final, rather than the best one. If not
	/// said: yes, but on a development chain, whose only node never takes a block back.
	pub finalized: Option<bool>,
}

impl Default for Options {
	fn default() -> Self {
		Self { timeout: Duration::from_secs(10), genesis: None, finalized: None }
	}
}

/// A connection to a node of the Cadastre chain.
pub struct Client {
	chain: OnlineClient<Config>,
	rpc: Rpc,
	finalized: bool,
	spec_version: u32,
}

impl Client {
	/// Connects to a node.
	///
	/// # Errors
	/// If no node answers, or it serves another chain.
	pub async fn connect(url: &str, options: &Options) -> Result<Self> {
		let rpc = Rpc::connect(url, options.timeout).await?;
		let wrong_chain =
			|found: String| Error::WrongChain { url: url.to_owned(), found, expected: SPEC_NAME };
		let version = match rpc.runtime_version().await {
			Ok(version) => version,
			// It answers, but not to this question.
			Err(Error::Rpc { .. }) => return Err(wrong_chain("of something else".to_owned())),
			Err(other) => return Err(other),
		};
		if version.spec_name != SPEC_NAME {
			return Err(wrong_chain(version.spec_name));
		}

		let socket = rpc::ws_client(url, options.timeout).await?;
		let backend =
			LegacyBackend::<Config>::builder().storage_page_size(500).build(RpcClient::new(socket));
		let chain = OnlineClient::<Config>::from_backend(Arc::new(backend)).await?;
		if let Some(expected) = options.genesis.filter(|hash| *hash != chain.genesis_hash()) {
			return Err(Error::WrongGenesis {
				url: url.to_owned(),
				found: format!("{:?}", chain.genesis_hash()),
				expected: format!("{expected:?}"),
			});
		}
		let finalized = match options.finalized {
			Some(finalized) => finalized,
			None => !rpc.is_development().await?,
		};
		Ok(Self { chain, rpc, finalized, spec_version: version.spec_version })
	}

	/// The methods of the node that are not the chain's.
	pub fn rpc(&self) -> &Rpc {
		&self.rpc
	}

	/// The hash of the chain's first block.
	pub fn genesis(&self) -> H256 {
		self.chain.genesis_hash()
	}

	/// The version of the runtime when the connection was made.
	pub fn spec_version(&self) -> u32 {
		self.spec_version
	}

	/// The state after the newest block that counts.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn head(&self) -> Result<View> {
		let hash = if self.finalized {
			self.rpc.finalized_hash().await?
		} else {
			self.rpc.best_hash().await?
		};
		self.at(hash).await
	}

	/// The state after a block.
	///
	/// # Errors
	/// If the node does not answer, does not know the block or has forgotten its state.
	pub async fn at(&self, block: H256) -> Result<View> {
		match self.chain.at_block(block).await {
			Ok(at) => Ok(View::new(at)),
			// The node says so in words alone.
			Err(error) if error.to_string().contains("State already discarded") => {
				Err(Error::Forgotten { block })
			},
			Err(error) => Err(error.into()),
		}
	}

	/// The state after a block of the chain, by its number.
	///
	/// # Errors
	/// If the node does not answer, has no such block or has forgotten its state.
	pub async fn at_number(&self, number: u64) -> Result<View> {
		let hash = self
			.rpc
			.block_hash(number)
			.await?
			.ok_or_else(|| Error::Invalid(format!("the chain has no block {number} yet")))?;
		self.at(hash).await
	}
}

impl std::fmt::Debug for Client {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		write!(f, "Client({})", self.rpc.url())
	}
}

/// BLAKE2b-256, with which the chain names what it does not store.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
	BlakeTwo256.hash(bytes).0
}

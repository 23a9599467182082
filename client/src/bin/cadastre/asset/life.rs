// SPDX-License-Identifier: Apache-2.0

//! What changes an asset itself: facts, suspension, issuer, removal.

use super::date;
use crate::{investor::document, motion::Members, share::count, App};
use anyhow::Result;
use cadastre_client::{
	asset_registry::{self, events},
	facts,
	time::format_moment,
	Account, Error,
};
use cadastre_primitives::{AssetId, Moment, PaperId};
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::Path;

/// How many entries to remove in one transaction.
const ENTRIES: u32 = 32;

#[derive(Debug, Args)]
pub(crate) struct AmendFacts {
	/// The asset.
	asset: AssetId,
	/// All facts of its class, written as for `asset register`, such as
	/// usage=residential;area=120;built=1984;tenure=freehold.
	facts: String,
	/// The number of the paper that says so; a draft needs none.
	#[arg(long)]
	paper: Option<PaperId>,
}

impl AmendFacts {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let Self { asset, facts: text, paper } = self;
		let client = app.client().await?;
		let class = client.head().await?.existing_asset(asset).await?.class;
		let facts = facts::parse(class, &text, Path::new("")).map_err(Error::Invalid)?;
		let digest = format!("0x{}", hex::encode(facts.digest()));
		let what = format!("The facts of asset {asset} are changed, to the digest {digest}");
		let value = json!({ "asset": asset, "paper": paper, "facts_digest": digest });
		app.act(&client, &asset_registry::amend_facts(asset, facts, paper), &what, value).await
	}
}

#[derive(Debug, Args)]
pub(crate) struct Suspend {
	/// The asset.
	asset: AssetId,
	/// The decision: a file, or 0x and its digest.
	#[arg(long, value_name = "DOCUMENT", value_parser = document)]
	reason: [u8; 32],
	#[command(flatten)]
	members: Members,
}

impl Suspend {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		client.head().await?.existing_asset(self.asset).await?;
		let what = format!("Asset {} is suspended: none of its shares moves", self.asset);
		let call = asset_registry::suspend(self.asset, self.reason);
		self.members.decide(app, &client, &call, &what).await
	}
}

#[derive(Debug, Args)]
pub(crate) struct Resume {
	/// The asset.
	asset: AssetId,
	#[command(flatten)]
	members: Members,
}

impl Resume {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		client.head().await?.existing_asset(self.asset).await?;
		let what = format!("Asset {} is active again", self.asset);
		let call = asset_registry::resume(self.asset);
		self.members.decide(app, &client, &call, &what).await
	}
}

#[derive(Debug, Args)]
pub(crate) struct Remove {
	/// The asset.
	asset: AssetId,
}

impl Remove {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let asset = self.asset;
		let signer = app.signer()?;
		let client = app.client().await?;
		client.head().await?.existing_asset(asset).await?;
		let mut transactions = 0;
		loop {
			let included = client.send(&asset_registry::remove(asset, ENTRIES), &signer).await?;
			transactions += 1;
			if !included.events::<events::AssetRemoved>()?.is_empty() {
				let what =
					format!("Asset {asset} is removed, in {}", count(transactions, "transaction"));
				let value = json!({ "asset": asset, "transactions": transactions });
				app.out.done(&what, &included, value);
				return Ok(());
			}
		}
	}
}

#[derive(Debug, Subcommand)]
pub(crate) enum Issuer {
	/// Offer an asset to another issuer. Signed by its issuer.
	Offer {
		/// The asset.
		asset: AssetId,
		/// Who is to become its issuer.
		to: Account,
		/// First day on which it cannot be accepted any more, at most 30 days away.
		#[arg(long, value_name = "DATE", value_parser = date)]
		until: Moment,
	},
	/// Become the issuer of an asset. Signed by the account to which it is offered.
	Accept {
		/// The asset.
		asset: AssetId,
	},
	/// End the offer of an asset. Signed by either side; by anybody once it has expired.
	Withdraw {
		/// The asset.
		asset: AssetId,
	},
	/// Show who is the issuer of an asset, and to whom it is offered.
	Show {
		/// The asset.
		asset: AssetId,
	},
}

impl Issuer {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Offer { asset, to, until } => {
				view.existing_asset(asset).await?;
				let what =
					format!("Asset {asset} is offered to {to} until {}", format_moment(until));
				let value = json!({ "asset": asset, "to": to, "expires_at": until });
				let call = asset_registry::offer_issuer(asset, &to, until);
				app.act(&client, &call, &what, value).await
			},
			Self::Accept { asset } => {
				let old = view.existing_asset(asset).await?.issuer;
				let signer = app.signer()?;
				let new = signer.account();
				let what = format!("{new} is the issuer of asset {asset}, in the place of {old}");
				let value = json!({ "asset": asset, "old": old, "new": new });
				app.act(&client, &asset_registry::accept_issuer(asset), &what, value).await
			},
			Self::Withdraw { asset } => {
				view.existing_asset(asset).await?;
				let what = format!("Asset {asset} is offered to nobody");
				let call = asset_registry::withdraw_issuer_offer(asset);
				app.act(&client, &call, &what, json!({ "asset": asset })).await
			},
			Self::Show { asset } => {
				let issuer = view.existing_asset(asset).await?.issuer;
				let offer = view.issuer_offer(asset).await?;
				app.out.say(format!("The issuer of asset {asset} is {issuer}."));
				if let Some((to, until)) = &offer {
					app.out.say(format!(
						"Until {} it is offered to {to}, who accepts with\n  cadastre asset issuer \
						 accept {asset}",
						format_moment(*until)
					));
				}
				app.out.json(&json!({
					"block": view.number(),
					"asset": asset,
					"issuer": issuer,
					"offer": offer.map(|(to, until)| json!({ "to": to, "expires_at": until })),
				}));
				Ok(())
			},
		}
	}
}

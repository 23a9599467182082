// SPDX-License-Identifier: Apache-2.0

//! What hangs on an asset: roles, identifiers and funding rounds.

use super::date;
use crate::{act::Decider, App, No};
use anyhow::Result;
use cadastre_client::{
	asset_registry::{self, parse_identifier, parse_roles, role_names, write_identifier},
	report,
	time::format_moment,
	Account, Error, View,
};
use cadastre_primitives::{AssetId, AssetRoles, Balance, Identifier as Name, Moment};
use clap::Subcommand;
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Role {
	/// Give an account roles for an asset, in the place of those that it has. Signed by its issuer.
	Grant {
		/// The asset.
		asset: AssetId,
		/// The account.
		account: Account,
		/// Roles, joined by +: issue, papers, metadata, transfer-agent, approver, dividends, manager.
		#[arg(value_parser = parse_roles)]
		roles: AssetRoles,
		/// First day on which it has them no more; they do not end if left out.
		#[arg(long, value_name = "DATE", value_parser = date)]
		until: Option<Moment>,
	},
	/// Take all roles for an asset from an account. Signed by its issuer, or by the account.
	Revoke {
		/// The asset.
		asset: AssetId,
		/// The account.
		account: Account,
	},
	/// Say if an account may act in some roles for an asset now, as its issuer or by a grant.
	Check {
		/// The asset.
		asset: AssetId,
		/// The account.
		account: Account,
		/// Roles, joined by +: issue, papers, metadata, transfer-agent, approver, dividends, manager.
		#[arg(value_parser = parse_roles)]
		roles: AssetRoles,
	},
	/// Show who has which roles for an asset.
	List {
		/// The asset.
		asset: AssetId,
	},
}

impl Role {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Grant { asset, account, roles, until } => {
				let signer = app.signer()?;
				view.existing_asset(asset).await?;
				let call = asset_registry::grant_role(asset, &account, roles, until);
				let included = client.send(&call, &signer).await?;
				let names = role_names(roles);
				let value = json!({
					"asset": asset,
					"account": account,
					"roles": names,
					"expires_at": until,
				});
				let what = format!("{account} has for asset {asset}: {names}");
				app.out.done(&what, &included, value);
			},
			Self::Revoke { asset, account } => {
				let signer = app.signer()?;
				view.existing_asset(asset).await?;
				let call = asset_registry::revoke_role(asset, &account);
				let included = client.send(&call, &signer).await?;
				let what = format!("{account} has no role for asset {asset} any more");
				app.out.done(&what, &included, json!({ "asset": asset, "account": account }));
			},
			Self::Check { asset, account, roles } => {
				view.existing_asset(asset).await?;
				let may = view.has_roles(asset, &account, roles).await?;
				let names = role_names(roles);
				app.out.json(&json!({
					"block": view.number(),
					"asset": asset,
					"account": account,
					"roles": names,
					"may": may,
				}));
				if !may {
					return Err(No(format!("no: {account} may not act as {names} now")).into());
				}
				app.out.say(format!("Yes: {account} may act as {names} for asset {asset}."));
			},
			Self::List { asset } => {
				view.existing_asset(asset).await?;
				let roles = view.roles(asset).await?;
				app.out.table(
					["Account", "Roles", "Until"],
					roles.iter().map(|role| {
						[
							role.account.to_string(),
							role.roles.clone(),
							role.expires_at.map(format_moment).unwrap_or_default(),
						]
					}),
				);
				let value = json!({ "block": view.number(), "asset": asset, "roles": roles });
				app.out.json(&value);
			},
		}
		Ok(())
	}
}

#[derive(Debug, Subcommand)]
pub(crate) enum Identifier {
	/// Add an identifier to an asset. Signed by its issuer.
	Add {
		/// The asset.
		asset: AssetId,
		/// The identifier, such as isin:CH0012032048, cusip:, lei:, figi: or parcel:US:1974200465.
		#[arg(value_parser = parse_identifier)]
		identifier: Name,
	},
	/// Take an identifier from the asset that has it. Signed by its issuer or with the role metadata;
	/// or by motion of the technical committee, if it is not that asset's.
	Remove {
		/// The identifier, such as isin:CH0012032048, cusip:, lei:, figi: or parcel:US:1974200465.
		#[arg(value_parser = parse_identifier)]
		identifier: Name,
		#[command(flatten)]
		by: Decider,
	},
	/// Find the asset that has an identifier.
	Find {
		/// The identifier, such as isin:CH0012032048, cusip:, lei:, figi: or parcel:US:1974200465.
		#[arg(value_parser = parse_identifier)]
		identifier: Name,
	},
}

impl Identifier {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Add { asset, identifier } => {
				let signer = app.signer()?;
				view.existing_asset(asset).await?;
				let name = write_identifier(&identifier);
				let call = asset_registry::add_identifier(asset, identifier);
				let included = client.send(&call, &signer).await?;
				let value = json!({ "asset": asset, "identifier": name });
				app.out.done(&format!("Asset {asset} is {name}"), &included, value);
			},
			Self::Remove { identifier, by } => {
				let name = write_identifier(&identifier);
				let asset = owner(&view, &identifier).await?;
				let call = asset_registry::remove_identifier(identifier);
				let value = json!({ "asset": asset, "identifier": name });
				let what = format!("Asset {asset} is {name} no more");
				by.act(app, &client, &call, &what, value).await?;
			},
			Self::Find { identifier } => {
				let name = write_identifier(&identifier);
				let asset = owner(&view, &identifier).await?;
				let found = view.existing_asset(asset).await?;
				app.out.say(format!("{name} is asset {asset}, {}.", found.name));
				app.out.json(&json!({
					"block": view.number(),
					"identifier": name,
					"asset": asset,
					"name": found.name,
				}));
			},
		}
		Ok(())
	}
}

/// The asset that has an identifier.
async fn owner(view: &View, identifier: &Name) -> Result<AssetId> {
	let asset = view.asset_by_identifier(identifier.clone()).await?;
	Ok(asset.ok_or_else(|| {
		Error::Invalid(format!("no asset has the identifier {}", write_identifier(identifier)))
	})?)
}

#[derive(Debug, Subcommand)]
pub(crate) enum Round {
	/// Open a funding round: from then on shares are issued in rounds only. Signed by the issuer or
	/// a manager.
	Open {
		/// The asset.
		asset: AssetId,
		/// The most units that it may add to those in issue.
		cap: Balance,
		/// First day on which shares are issued.
		#[arg(long, value_name = "DATE", value_parser = date)]
		from: Moment,
		/// First day on which they are issued no more.
		#[arg(long, value_name = "DATE", value_parser = date)]
		until: Moment,
	},
	/// Close the funding round of an asset. Signed by the issuer or a manager; by anybody once it is
	/// over.
	Close {
		/// The asset.
		asset: AssetId,
	},
	/// Show the funding round of an asset that is open.
	Show {
		/// The asset.
		asset: AssetId,
	},
}

impl Round {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Open { asset, cap, from, until } => {
				let signer = app.signer()?;
				view.existing_asset(asset).await?;
				let call = asset_registry::open_round(asset, cap, from, until);
				let included = client.send(&call, &signer).await?;
				let event: asset_registry::events::RoundOpened = included.event()?;
				app.out.done(
					&format!(
						"Round {} of asset {asset} may issue {} units from {} to {}",
						event.round,
						report::group(cap),
						format_moment(from),
						format_moment(until)
					),
					&included,
					json!({
						"asset": asset,
						"round": event.round,
						"cap": cap.to_string(),
						"from": from,
						"until": until,
					}),
				);
			},
			Self::Show { asset } => {
				view.existing_asset(asset).await?;
				let round = view.round(asset).await?;
				match &round {
					None => app.out.say(format!("Asset {asset} has no round that is open.")),
					Some(round) => {
						let running = round.is_running(view.now().await?);
						let supply = view.book(asset).await?.map(|book| book.supply);
						let issued = supply.unwrap_or_default().saturating_sub(round.supply);
						let pair = |name: &str, value: String| [name.to_owned(), value];
						app.out.table(
							["", ""],
							[
								pair("Round", round.number.to_string()),
								pair("May add", format!("{} units", report::group(round.cap))),
								pair("Has added", format!("{} units", report::group(issued))),
								pair("From", format_moment(round.from)),
								pair("Until", format_moment(round.until)),
								pair("Runs now", if running { "yes" } else { "no" }.to_owned()),
							],
						);
					},
				}
				app.out.json(&json!({
					"block": view.number(),
					"asset": asset,
					"round": round.map(|round| json!({
						"number": round.number,
						"cap": round.cap.to_string(),
						"supply": round.supply.to_string(),
						"from": round.from,
						"until": round.until,
					})),
				}));
			},
			Self::Close { asset } => {
				let signer = app.signer()?;
				view.existing_asset(asset).await?;
				let included = client.send(&asset_registry::close_round(asset), &signer).await?;
				let event: asset_registry::events::RoundClosed = included.event()?;
				app.out.done(
					&format!("Round {} of asset {asset} is closed", event.round),
					&included,
					json!({ "asset": asset, "round": event.round }),
				);
			},
		}
		Ok(())
	}
}

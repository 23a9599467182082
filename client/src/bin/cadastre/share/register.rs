// SPDX-License-Identifier: Apache-2.0

//! What stands in an asset's register beside positions: allowances, the deny list, conversion.

use super::{ratio, units};
use crate::{act::Decider, investor::document, order::Investor, App};
use anyhow::Result;
use cadastre_client::{
	holdings::{self, Conversion},
	report::group,
	shares::{self, events},
	time::format_moment,
	Account, Error,
};
use cadastre_primitives::{AssetId, Balance, PackId};
use clap::Subcommand;
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Have an asset follow another rule pack, from the next movement on. Signed by the issuer.
	SetPack {
		/// The asset.
		asset: AssetId,
		/// The pack.
		pack: PackId,
	},
	/// Show who may transfer shares of an asset for whom.
	Allowances {
		/// The asset.
		asset: AssetId,
	},
	/// Remove an allowance that has ended; its deposit returns. Signed by anybody.
	RemoveAllowance {
		/// The asset.
		asset: AssetId,
		/// The account that has approved it.
		owner: Account,
		/// The account that could transfer.
		spender: Account,
	},
	/// Keep an investor from giving and getting shares of an asset. Signed by the issuer, or by
	/// motion of the technical committee.
	Deny {
		/// The asset.
		asset: AssetId,
		/// An account of the investor, or its number.
		investor: Investor,
		/// The document that says why: a file, or 0x and its digest.
		#[arg(long, value_name = "DOCUMENT", value_parser = document)]
		reason: [u8; 32],
		#[command(flatten)]
		by: Decider,
	},
	/// Take an investor off the deny list of an asset. Signed by the issuer for its own entries, or
	/// by motion of the technical committee.
	Undeny {
		/// The asset.
		asset: AssetId,
		/// An account of the investor, or its number.
		investor: Investor,
		#[command(flatten)]
		by: Decider,
	},
	/// Show the deny list of an asset.
	Denied {
		/// The asset.
		asset: AssetId,
	},
	/// Show or set into which other class the shares of an asset can be converted. Set by the issuer
	/// of both.
	Conversion {
		/// The asset whose shares are given.
		asset: AssetId,
		/// The class that is received.
		#[arg(long, value_name = "ASSET", requires = "ratio")]
		into: Option<AssetId>,
		/// How many units are given for how many, written as 1:10.
		#[arg(long, value_name = "GIVEN:RECEIVED", value_parser = ratio, requires = "into")]
		ratio: Option<(u32, u32)>,
		/// Allow no conversion any more.
		#[arg(long, conflicts_with = "into")]
		end: bool,
	},
	/// Convert shares into those of another class. Signed by a key of the owner.
	Convert {
		/// The asset whose shares are given.
		asset: AssetId,
		/// The class that is received.
		into: AssetId,
		/// How many units are given.
		amount: Balance,
	},
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::SetPack { asset, pack } => {
				view.existing_asset(asset).await?;
				let what = format!("Asset {asset} follows pack {pack}");
				let value = json!({ "asset": asset, "pack": pack });
				app.act(&client, &shares::set_pack(asset, pack), &what, value).await
			},
			Self::Allowances { asset } => {
				view.existing_asset(asset).await?;
				let allowances = view.allowances(asset).await?;
				app.out.table(
					["Owner", "Spender", "Units", "Until"],
					allowances.iter().map(|allowance| {
						[
							allowance.owner.to_string(),
							allowance.spender.to_string(),
							group(allowance.amount),
							format_moment(allowance.expires_at),
						]
					}),
				);
				app.out.json(&json!({
					"block": view.number(),
					"asset": asset,
					"allowances": allowances,
				}));
				Ok(())
			},
			Self::RemoveAllowance { asset, owner, spender } => {
				view.existing_asset(asset).await?;
				let what = format!("{spender} may transfer no shares of asset {asset} of {owner}");
				let value = json!({ "asset": asset, "owner": owner, "spender": spender });
				let call = holdings::remove_allowance(asset, &owner, &spender);
				app.act(&client, &call, &what, value).await
			},
			Self::Deny { asset, investor, reason, by } => {
				view.existing_asset(asset).await?;
				let investor = investor.find(&view).await?;
				let what = format!("Investor {investor} can neither give nor get asset {asset}");
				let value = json!({ "asset": asset, "investor": investor });
				let call = holdings::deny(asset, investor, reason);
				by.act(app, &client, &call, &what, value).await
			},
			Self::Undeny { asset, investor, by } => {
				view.existing_asset(asset).await?;
				let investor = investor.find(&view).await?;
				let what = format!("Investor {investor} is denied asset {asset} no more");
				let value = json!({ "asset": asset, "investor": investor });
				let call = holdings::undeny(asset, investor);
				by.act(app, &client, &call, &what, value).await
			},
			Self::Denied { asset } => {
				view.existing_asset(asset).await?;
				let denied = view.denied(asset).await?;
				app.out.table(
					["Investor", "By", "Document"],
					denied.iter().map(|entry| {
						let by = if entry.by_authority { "the committee" } else { "the issuer" };
						[entry.investor.to_string(), by.to_owned(), format!("{:?}", entry.reason)]
					}),
				);
				app.out.json(&json!({
					"block": view.number(),
					"asset": asset,
					"denied": denied,
				}));
				Ok(())
			},
			Self::Conversion { asset, into: None, end: false, .. } => {
				view.existing_asset(asset).await?;
				let conversion = view.conversion(asset).await?;
				app.out.say(match &conversion {
					None => format!("Shares of asset {asset} cannot be converted."),
					Some(Conversion { into, given, received }) => format!(
						"{} of asset {asset} can be converted into {received} of asset {into}.",
						units(*given)
					),
				});
				app.out.json(&json!({
					"block": view.number(),
					"asset": asset,
					"conversion": conversion,
				}));
				Ok(())
			},
			Self::Conversion { asset, into, ratio, .. } => {
				view.existing_asset(asset).await?;
				let conversion = into.zip(ratio).map(|(into, (given, received))| Conversion {
					into,
					given,
					received,
				});
				let what = match &conversion {
					None => format!("Shares of asset {asset} can be converted no more"),
					Some(Conversion { into, given, received }) => {
						view.existing_asset(*into).await?;
						format!(
							"{} of asset {asset} can be converted into {received} of asset {into}",
							units(*given)
						)
					},
				};
				let value = json!({ "asset": asset, "conversion": conversion });
				app.act(&client, &holdings::set_conversion(asset, conversion), &what, value).await
			},
			Self::Convert { asset, into, amount } => {
				view.existing_asset(asset).await?;
				let possible = view.conversion(asset).await?.filter(|found| found.into == into);
				if possible.is_none() {
					return Err(Error::Invalid(format!(
						"shares of asset {asset} cannot be converted into those of asset {into}; \
						 `cadastre share conversion {asset}` shows into which they can"
					))
					.into());
				}
				let call = holdings::convert(asset, into, amount);
				let included = client.send(&call, &app.signer()?).await?;
				let event: events::Converted = included.event()?;
				app.out.done(
					&format!(
						"{} units of asset {asset} became {} of asset {into}",
						group(amount),
						group(event.received)
					),
					&included,
					json!({
						"asset": asset,
						"into": into,
						"investor": event.investor,
						"amount": amount.to_string(),
						"received": event.received.to_string(),
					}),
				);
				Ok(())
			},
		}
	}
}

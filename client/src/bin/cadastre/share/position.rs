// SPDX-License-Identifier: Apache-2.0

//! What a holder has in detail, and what anybody may tidy up.

use crate::{investor::country, order::Investor, share::count, App};
use anyhow::Result;
use cadastre_client::{
	holdings::{self, bucket},
	report::group,
	shares::events,
	time::format_moment,
	Error,
};
use cadastre_primitives::{AssetId, CountryCode};
use clap::Subcommand;
use serde_json::json;

/// The classes of investors, in the order in which the chain counts them.
const CLASSES: [&str; 5] =
	["unclassified", "retail", "accredited", "professional", "institutional"];

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Show what an investor has of an asset: free, held, frozen, locked up, and what could move.
	Holding {
		/// The asset.
		asset: AssetId,
		/// An account of the investor, or its number.
		investor: Investor,
	},
	/// Show the moments whose balances can still be asked, with those of an investor if one is named.
	Checkpoints {
		/// The asset.
		asset: AssetId,
		/// An account of the investor, or its number.
		#[arg(long, value_name = "INVESTOR")]
		of: Option<Investor>,
	},
	/// Show how many holders are counted in a country, by class.
	HoldersIn {
		/// The asset.
		asset: AssetId,
		/// The country, such as CH.
		#[arg(value_parser = country)]
		country: CountryCode,
	},
	/// Count a holder anew, where its provider now says that it belongs. Signed by anybody.
	Reclassify {
		/// The asset.
		asset: AssetId,
		/// An account of the investor, or its number.
		investor: Investor,
	},
	/// Remove what nobody needs any more of positions: old balances, ended lock-ups, empty
	/// positions. Signed by anybody.
	Prune {
		/// The asset.
		asset: AssetId,
		/// Accounts of the investors, or their numbers.
		#[arg(required = true, num_args = 1..=32)]
		investors: Vec<Investor>,
	},
	/// Release what is held of an investor for purposes whose time has passed. Signed by anybody.
	Release {
		/// The asset.
		asset: AssetId,
		/// An account of the investor, or its number.
		investor: Investor,
	},
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Holding { asset, investor } => {
				view.existing_asset(asset).await?;
				let investor = investor.find(&view).await?;
				let holding = view.holding(asset, investor).await?;
				let pair = |name: &str, value: String| [name.to_owned(), value];
				let mut rows = vec![
					pair("Owned", group(holding.owned)),
					pair("Free", group(holding.free)),
					pair("Held", group(holding.held)),
					pair("Frozen", group(holding.frozen)),
					pair("Locked up", group(holding.locked)),
					pair("Could move now", group(holding.movable)),
				];
				if let Some(counted) = &holding.counted_in {
					rows.push(pair("Counted in", counted.clone()));
				}
				rows.extend(holding.lots.iter().map(|lot| {
					let until = format_moment(lot.until);
					pair("Lock-up", format!("{} until {until}", group(lot.amount)))
				}));
				rows.extend(holding.holds.iter().map(|hold| {
					let end = hold.expires_at.map(|end| format!(" until {}", format_moment(end)));
					let end = end.unwrap_or_default();
					pair("Hold", format!("{} for {}{end}", group(hold.amount), hold.purpose))
				}));
				app.out.say(format!(
					"Units of asset {asset} of investor {investor} at block {}:",
					view.number()
				));
				app.out.table(["", ""], rows);
				app.out.json(&json!({
					"block": view.number(),
					"asset": asset,
					"investor": investor,
					"holding": holding,
				}));
				Ok(())
			},
			Self::Checkpoints { asset, of } => {
				view.existing_asset(asset).await?;
				let of = match of {
					Some(investor) => Some(investor.find(&view).await?),
					None => None,
				};
				let checkpoints = view.checkpoints(asset, of).await?;
				app.out.table(
					["Checkpoint", "Taken", "In issue", "Holders", "Owned"],
					checkpoints.iter().map(|found| {
						[
							found.checkpoint.to_string(),
							format_moment(found.at),
							group(found.supply),
							found.holders.to_string(),
							found.owned.map(group).unwrap_or_default(),
						]
					}),
				);
				app.out.json(&json!({
					"block": view.number(),
					"asset": asset,
					"investor": of,
					"checkpoints": checkpoints,
				}));
				Ok(())
			},
			Self::HoldersIn { asset, country } => {
				view.existing_asset(asset).await?;
				let counts = view.holders_in(asset, country).await?;
				let counts = CLASSES.into_iter().zip(counts);
				app.out.table(
					["Class", "Holders"],
					counts.clone().map(|(class, holders)| [class.to_owned(), holders.to_string()]),
				);
				let holders: serde_json::Map<_, _> =
					counts.map(|(class, holders)| (class.to_owned(), holders.into())).collect();
				app.out.json(&json!({
					"block": view.number(),
					"asset": asset,
					"country": String::from_utf8_lossy(&country),
					"holders": holders,
				}));
				Ok(())
			},
			Self::Reclassify { asset, investor } => {
				view.existing_asset(asset).await?;
				let investor = investor.find(&view).await?;
				let call = holdings::reclassify(asset, investor);
				let included = client.send(&call, &app.signer()?).await?;
				let event: events::Reclassified = included.event()?;
				let (old, new) = (bucket(event.old.0), bucket(event.new.0));
				app.out.done(
					&format!("Investor {investor} counts for asset {asset} as {new}, not as {old}"),
					&included,
					json!({ "asset": asset, "investor": investor, "old": old, "new": new }),
				);
				Ok(())
			},
			Self::Prune { asset, investors } => {
				view.existing_asset(asset).await?;
				let mut numbers = Vec::new();
				for investor in &investors {
					numbers.push(investor.find(&view).await?);
				}
				let call = holdings::prune(asset, numbers);
				let included = client.send(&call, &app.signer()?).await?;
				let event: events::Pruned = included.event()?;
				let tidied = usize::try_from(event.positions).unwrap_or(usize::MAX);
				app.out.done(
					&format!("{} of asset {asset} tidied up", count(tidied, "position")),
					&included,
					json!({ "asset": asset, "positions": event.positions }),
				);
				Ok(())
			},
			Self::Release { asset, investor } => {
				view.existing_asset(asset).await?;
				let investor = investor.find(&view).await?;
				let ended = view.ended_holds(asset, investor).await?;
				if ended.is_empty() {
					return Err(Error::Invalid(format!(
						"nothing is held of investor {investor} whose time has passed; `cadastre share \
						 holding {asset} {investor}` shows what is held"
					))
					.into());
				}
				let calls = ended
					.into_iter()
					.map(|reason| {
						view.inner_call(&holdings::release_expired(asset, investor, reason))
					})
					.collect::<Result<Vec<_>, _>>()?;
				let call = cadastre_client::api::tx().utility().batch_all(calls);
				let included = client.send(&call, &app.signer()?).await?;
				let released: Vec<events::Released> = included.events()?;
				let units = released.iter().map(|event| event.amount).sum::<u128>();
				app.out.done(
					&format!(
						"{} units of asset {asset} of investor {investor} are free",
						group(units)
					),
					&included,
					json!({ "asset": asset, "investor": investor, "amount": units.to_string() }),
				);
				Ok(())
			},
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Managers, whom the holders of an asset appoint, and the holders' treasury.

use crate::{investor::document, App};
use anyhow::Result;
use cadastre_client::{
	currency::Denomination,
	dao::{self, Mandate},
	time::format_moment,
	Account, Error, View,
};
use cadastre_primitives::{AssetId, Balance};
use clap::Subcommand;
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Stand for election as the manager of an asset. Signed by the candidate, who puts up a bond.
	Stand {
		/// The asset.
		asset: AssetId,
		/// The bond in the native token; the least that is enough if left out.
		#[arg(long, value_name = "AMOUNT")]
		bond: Option<String>,
	},
	/// Withdraw as a candidate, or resign as the manager. Signed by it.
	Resign {
		/// The asset.
		asset: AssetId,
	},
	/// Charge a manager: announce a resolution that takes a part of its bond. Signed by a voting key
	/// of a holder.
	Challenge {
		/// The asset.
		asset: AssetId,
		/// The manager.
		manager: Account,
		/// The part of the bond, in per cent, at most 50.
		#[arg(value_parser = clap::value_parser!(u32).range(1..=100))]
		percent: u32,
		/// The charge: a file, or 0x and its digest. It stays off the chain.
		#[arg(long, value_parser = document)]
		document: [u8; 32],
	},
	/// Release the bond of a manager that has left, once it answers for nothing more. Signed by
	/// anybody.
	Release {
		/// The asset.
		asset: AssetId,
		/// The manager that was.
		manager: Account,
	},
	/// Show who manages an asset, and who would like to.
	Show {
		/// The asset.
		asset: AssetId,
	},
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		let native = Denomination::native();
		match self {
			Self::Stand { asset, bond } => {
				let signer = app.signer()?;
				view.existing_asset(asset).await?;
				let bond = match bond {
					Some(text) => native.read(&text)?,
					None => view.least_bond()?,
				};
				let included = client.send(&dao::stand(asset, bond), &signer).await?;
				app.out.done(
					&format!(
						"{} stands for election as the manager of asset {asset}, with a bond of {}",
						signer.account(),
						native.write(bond)
					),
					&included,
					json!({
						"asset": asset,
						"account": signer.account(),
						"bond": bond.to_string(),
					}),
				);
			},
			Self::Resign { asset } => {
				let signer = app.signer()?;
				mandate(&view, asset, signer.account()).await?;
				let included = client.send(&dao::resign(asset), &signer).await?;
				let at = client.at(included.block_hash).await?;
				let after = at.mandate(asset, signer.account()).await?;
				let what = match &after {
					Some(left) => format!("{} {}", signer.account(), left.status.sentence()),
					None => format!("{} is no candidate any more", signer.account()),
				};
				let value = json!({ "asset": asset, "mandate": after });
				app.out.done(&what, &included, value);
			},
			Self::Challenge { asset, manager, percent, document } => {
				let signer = app.signer()?;
				mandate(&view, asset, &manager).await?;
				let part = percent * 10_000_000;
				let call = dao::challenge_manager(asset, &manager, document, part);
				let included = client.send(&call, &signer).await?;
				let event: dao::events::ResolutionProposed = included.event()?;
				app.out.done(
					&format!(
						"Resolution {} of asset {asset} charges {manager}; the vote is from {} to {}",
						event.resolution,
						format_moment(event.times.voting_from),
						format_moment(event.times.voting_until)
					),
					&included,
					json!({ "asset": asset, "number": event.resolution, "accused": manager }),
				);
			},
			Self::Release { asset, manager } => {
				let signer = app.signer()?;
				mandate(&view, asset, &manager).await?;
				let included = client.send(&dao::release_bond(asset, &manager), &signer).await?;
				let event: dao::events::BondReleased = included.event()?;
				app.out.done(
					&format!("{manager} has {} back", native.write(event.bond)),
					&included,
					json!({
						"asset": asset,
						"account": manager,
						"bond": event.bond.to_string(),
					}),
				);
			},
			Self::Show { asset } => show(app, &view, asset).await?,
		}
		Ok(())
	}
}

/// A mandate that must be there.
async fn mandate(view: &View, asset: AssetId, who: &Account) -> Result<Mandate> {
	Ok(view.mandate(asset, who).await?.ok_or_else(|| {
		Error::Invalid(format!(
			"{who} neither manages asset {asset} nor stands for it; `cadastre manager show {asset}` \
			 shows who does"
		))
	})?)
}

async fn show(app: &App, view: &View, asset: AssetId) -> Result<()> {
	view.existing_asset(asset).await?;
	let native = Denomination::native();
	let manager = view.manager(asset).await?;
	let mandates = view.mandates(asset).await?;
	app.out.say(match &manager {
		Some(manager) => format!("{manager} manages asset {asset}."),
		None => format!("The holders of asset {asset} have appointed no manager."),
	});
	app.out.table(
		["Account", "Bond", "Strikes", ""],
		mandates.iter().map(|one| {
			[
				one.account.to_string(),
				native.write(one.bond),
				one.strikes.to_string(),
				one.status.sentence(),
			]
		}),
	);
	app.out.json(&json!({
		"block": view.number(),
		"asset": asset,
		"manager": manager,
		"mandates": mandates,
	}));
	Ok(())
}

#[derive(Debug, Subcommand)]
pub(crate) enum Treasury {
	/// Pay money into the treasury of an asset, of which its holders dispose by resolutions. Signed
	/// by anybody.
	Fund {
		/// The asset.
		asset: AssetId,
		/// The currency: native, its number or its ticker.
		currency: String,
		/// How much, such as 1250.50.
		amount: String,
	},
	/// Show the treasury of an asset.
	Show {
		/// The asset.
		asset: AssetId,
	},
}

impl Treasury {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Fund { asset, currency, amount } => {
				let signer = app.signer()?;
				view.existing_asset(asset).await?;
				let money = view.find_currency(&currency).await?;
				let amount: Balance = money.read(&amount)?;
				let call = dao::fund(asset, money.currency, amount);
				let included = client.send(&call, &signer).await?;
				app.out.done(
					&format!("The treasury of asset {asset} has {} more", money.write(amount)),
					&included,
					json!({
						"asset": asset,
						"currency": money.currency,
						"amount": amount.to_string(),
					}),
				);
			},
			Self::Show { asset } => {
				view.existing_asset(asset).await?;
				let account = view.treasury(asset).await?;
				let mut rows = Vec::new();
				let mut values = Vec::new();
				for money in view.currencies().await? {
					let amount = view.money(money.currency, &account).await?;
					rows.push([money.symbol.clone(), money.write(amount)]);
					values.push(json!({
						"currency": money.currency,
						"amount": amount.to_string(),
					}));
				}
				app.out.say(format!("The treasury of asset {asset} is {account}:"));
				app.out.table(["Currency", "Amount"], rows);
				app.out.json(&json!({
					"block": view.number(),
					"asset": asset,
					"account": account,
					"money": values,
				}));
			},
		}
		Ok(())
	}
}

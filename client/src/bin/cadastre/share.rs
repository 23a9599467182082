// SPDX-License-Identifier: Apache-2.0

//! Shares: transfers, reports, redemptions, and who owns what.

mod position;
mod register;

use crate::{
	asset::date,
	output::{reasons, tokens},
	App, No,
};
use anyhow::Result;
use cadastre_client::{
	cap_table::CapTable as Table, report, shares, time::format_moment, Account, Error, View,
};
use cadastre_primitives::{AssetId, Balance, Failure, Moment};
use clap::{Args, Subcommand};
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Split shares: more shares of the same units, or fewer with a reverse split. Signed by the
	/// issuer.
	Split {
		/// The asset.
		asset: AssetId,
		/// Of how many shares how many are made, written as 1:10.
		#[arg(value_name = "OLD:NEW", value_parser = ratio)]
		ratio: (u32, u32),
	},
	/// Let another account transfer some of one's shares. Signed by a key of the owner.
	Approve {
		/// The asset.
		asset: AssetId,
		/// Who may transfer.
		spender: Account,
		/// How many units in all; 0 ends it.
		amount: Balance,
		/// First day on which it holds no more.
		#[arg(long, value_name = "DATE", value_parser = date)]
		until: Moment,
	},
	/// Transfer shares of an owner who has approved it. Signed by the account that may.
	TransferFrom {
		/// The asset.
		asset: AssetId,
		/// The account that has approved it.
		owner: Account,
		/// Account of the receiver.
		to: Account,
		/// How many units.
		amount: Balance,
	},
	#[command(flatten)]
	Position(position::Command),
	#[command(flatten)]
	Register(register::Command),
}

fn ratio(text: &str) -> Result<(u32, u32), String> {
	text.split_once(':')
		.and_then(|(old, new)| Some((old.parse().ok()?, new.parse().ok()?)))
		.ok_or_else(|| "write two numbers, such as 1:10".to_owned())
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Position(command) => command.run(app).await,
			Self::Register(command) => command.run(app).await,
			Self::Split { asset, ratio } => split(app, asset, ratio).await,
			Self::Approve { asset, spender, amount, until } => {
				approve(app, asset, &spender, amount, until).await
			},
			Self::TransferFrom { asset, owner, to, amount } => {
				transfer_from(app, asset, &owner, &to, amount).await
			},
		}
	}
}

async fn split(app: &App, asset: AssetId, (old, new): (u32, u32)) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	view.existing_asset(asset).await?;
	let included = client.send(&shares::split(asset, new, old), &signer).await?;
	let event: shares::events::SharesSplit = included.event()?;
	app.out.done(
		&format!(
			"Of {} of asset {asset}, {new} are made: a share is {} and was {}",
			if old == 1 { "1 share".to_owned() } else { format!("{old} shares") },
			units(event.new),
			report::group(event.old)
		),
		&included,
		json!({
			"asset": asset,
			"old_units_per_share": event.old.to_string(),
			"new_units_per_share": event.new.to_string(),
		}),
	);
	Ok(())
}

async fn approve(
	app: &App,
	asset: AssetId,
	spender: &Account,
	amount: Balance,
	until: Moment,
) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	view.existing_asset(asset).await?;
	let call = shares::approve(asset, spender, amount, until);
	let included = client.send(&call, &signer).await?;
	app.out.done(
		&format!(
			"{spender} may transfer {} units of asset {asset} until {}",
			report::group(amount),
			format_moment(until)
		),
		&included,
		json!({
			"asset": asset,
			"owner": signer.account(),
			"spender": spender,
			"amount": amount.to_string(),
			"until": until,
		}),
	);
	Ok(())
}

async fn transfer_from(
	app: &App,
	asset: AssetId,
	owner: &Account,
	to: &Account,
	amount: Balance,
) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	let spender = signer.account();
	let failures = view.transfer_from_report(asset, spender, owner, to, amount).await?;
	stop_if_refused(app, "this transfer", &failures)?;
	let call = shares::transfer_from(asset, owner, to, amount);
	let included = client.send(&call, &signer).await?;
	app.out.done(
		&format!("{} units of asset {asset} went from {owner} to {to}", report::group(amount)),
		&included,
		json!({
			"asset": asset,
			"from": owner,
			"to": to,
			"by": spender,
			"amount": amount.to_string(),
		}),
	);
	Ok(())
}

#[derive(Debug, Args)]
pub(crate) struct Transfer {
	/// Asset whose shares are transferred.
	asset: AssetId,
	/// Account of the receiver.
	to: Account,
	/// Number of units.
	amount: Balance,
}

#[derive(Debug, Args)]
pub(crate) struct CanTransfer {
	/// Asset whose shares would be transferred.
	asset: AssetId,
	/// Account of the sender.
	from: Account,
	/// Account of the receiver.
	to: Account,
	/// Number of units.
	amount: Balance,
	/// If this account orders it, which the sender has let.
	#[arg(long, value_name = "ACCOUNT")]
	by: Option<Account>,
}

#[derive(Debug, Args)]
pub(crate) struct Redeem {
	/// Asset whose shares are redeemed.
	asset: AssetId,
	/// Number of units.
	amount: Balance,
}

#[derive(Debug, Args)]
pub(crate) struct Portfolio {
	/// An account of the investor.
	account: Account,
}

#[derive(Debug, Args)]
pub(crate) struct CapTable {
	/// The asset.
	asset: AssetId,
	/// Compute the table from the events of all blocks, and compare it with what the chain stores.
	#[arg(long)]
	from_events: bool,
}

impl Transfer {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let signer = app.signer()?;
		let client = app.client().await?;
		let Self { asset, to, amount } = self;
		let failures =
			client.head().await?.transfer_report(asset, signer.account(), &to, amount).await?;
		stop_if_refused(app, "this transfer", &failures)?;
		let call = shares::transfer(asset, &to, amount);
		let bar = app.out.progress(1, "transferring");
		let included = client.send(&call, &signer).await;
		bar.finish_and_clear();
		app.out.done(
			&format!("{} units of asset {asset} went to {to}", report::group(amount)),
			&included?,
			json!({ "asset": asset, "from": signer.account(), "to": to, "amount": amount.to_string() }),
		);
		Ok(())
	}
}

impl CanTransfer {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let Self { asset, from, to, amount, by } = self;
		let view = app.client().await?.head().await?;
		let failures = match &by {
			None => view.transfer_report(asset, &from, &to, amount).await?,
			Some(by) => view.transfer_from_report(asset, by, &from, &to, amount).await?,
		};
		app.out.json(&json!({
			"block": view.number(),
			"asset": asset,
			"from": from,
			"to": to,
			"by": by,
			"amount": amount.to_string(),
			"allowed": failures.is_empty(),
			"reasons": reasons(&failures),
		}));
		if failures.is_empty() {
			app.out.say(format!(
				"Yes: at block {}, {} units of asset {asset} may go from {from} to {to}.",
				view.number(),
				report::group(amount)
			));
			return Ok(());
		}
		app.out.report(&failures);
		Err(No(format!("no: {} against this transfer", count(failures.len(), "reason"))).into())
	}
}

impl Redeem {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let signer = app.signer()?;
		let client = app.client().await?;
		let Self { asset, amount } = self;
		client.head().await?.existing_asset(asset).await?;
		let included = client.send(&shares::redeem(asset, amount), &signer).await?;
		app.out.done(
			&format!("{} units of asset {asset} ceased to exist", report::group(amount)),
			&included,
			json!({ "asset": asset, "from": signer.account(), "amount": amount.to_string() }),
		);
		Ok(())
	}
}

impl Portfolio {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let view = app.client().await?.head().await?;
		let key = view
			.key(&self.account)
			.await?
			.ok_or_else(|| Error::UnknownAccount(Box::new(self.account.clone())))?;
		let mut rows = Vec::new();
		let mut values = Vec::new();
		for (asset, balance) in view.portfolio(key.investor).await? {
			let name = view.existing_asset(asset).await?.name;
			let supply = view.book(asset).await?.map(|book| book.supply).unwrap_or_default();
			values.push(json!({
				"asset": asset,
				"name": name,
				"units": balance.to_string(),
				"supply": supply.to_string(),
			}));
			rows.push([asset.to_string(), name, report::group(balance), part(balance, supply)]);
		}
		let token = view.free_balance(&self.account).await?;
		app.out.say(format!(
			"Investor {} at block {}, with {} on this account:",
			key.investor,
			view.number(),
			tokens(token)
		));
		app.out.table(["Asset", "Name", "Units", "Part"], rows);
		app.out.json(&json!({
			"block": view.number(),
			"account": self.account,
			"investor": key.investor,
			"native": token.to_string(),
			"positions": values,
		}));
		Ok(())
	}
}

impl CapTable {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let asset = self.asset;
		let client = app.client().await?;
		let view = client.head().await?;
		let name = view.existing_asset(asset).await?.name;
		let stored = positions(&view, asset).await?;
		let differences = if self.from_events {
			let blocks = usize::try_from(view.number()).unwrap_or(usize::MAX);
			let bar = app.out.progress(blocks, "reading events");
			let computed = client.cap_table_from_events(&view, |blocks| bar.inc(blocks)).await?;
			bar.finish_and_clear();
			let of_asset = computed.holders(asset).into_iter();
			let of_asset = of_asset.map(|(investor, balance)| (asset, investor, balance));
			Some(Table::from_balances(of_asset).differences(&stored))
		} else {
			None
		};

		let supply = stored.supply(asset);
		let holders = stored.holders(asset);
		let per_share = view.book(asset).await?.map_or(1, |book| book.units_per_share);
		app.out.say(format!("{name} (asset {asset}) at block {}:", view.number()));
		app.out.table(
			["Investor", "Units", "Part"],
			holders.iter().map(|(investor, balance)| {
				[investor.to_string(), report::group(*balance), part(*balance, supply)]
			}),
		);
		app.out.say(format!(
			"{} in issue, {}{}.",
			units(supply),
			count(holders.len(), "holder"),
			if per_share > 1 {
				format!("; a share is {}", units(per_share))
			} else {
				String::new()
			}
		));
		app.out.json(&json!({
			"block": view.number(),
			"asset": asset,
			"name": name,
			"supply": supply.to_string(),
			"holders": holders
				.iter()
				.map(|(investor, balance)| {
					json!({ "investor": investor, "units": balance.to_string() })
				})
				.collect::<Vec<_>>(),
			"equals_events": differences.as_ref().map(Vec::is_empty),
		}));
		match differences {
			None => Ok(()),
			Some(differences) if differences.is_empty() => {
				app.out.say("The events of all blocks give the same, to the unit.");
				Ok(())
			},
			Some(differences) => {
				for difference in &differences {
					app.out.say(format!(
						"Investor {}: {} by the events, {} in the chain's state.",
						difference.investor,
						report::group(difference.here),
						report::group(difference.there)
					));
				}
				Err(No("the events give another table than the chain stores".to_owned()).into())
			},
		}
	}
}

async fn positions(view: &View, asset: AssetId) -> Result<Table> {
	let holders = view.holders(asset).await?;
	Ok(Table::from_balances(
		holders.into_iter().map(|(investor, balance)| (asset, investor, balance)),
	))
}

/// Nothing is sent that the chain says it would refuse: no fee is lost.
pub(crate) fn stop_if_refused(app: &App, what: &str, failures: &[Failure]) -> Result<()> {
	if failures.is_empty() {
		return Ok(());
	}
	app.out.json(&json!({ "sent": false, "allowed": false, "reasons": reasons(failures) }));
	app.out.report(failures);
	Err(No(format!(
		"nothing was sent: the chain would refuse {what} for {}",
		count(failures.len(), "reason")
	))
	.into())
}

/// A number and its noun.
pub(crate) fn count(number: usize, noun: &str) -> String {
	match number {
		1 => format!("1 {noun}"),
		_ => format!("{number} {noun}s"),
	}
}

/// A number of units of the register.
pub(crate) fn units(number: impl Into<Balance>) -> String {
	match number.into() {
		1 => "1 unit".to_owned(),
		number => format!("{} units", report::group(number)),
	}
}

/// A part in per cent, cut to hundredths.
pub(crate) fn part(of: Balance, whole: Balance) -> String {
	match of.checked_mul(10_000).and_then(|scaled| scaled.checked_div(whole)) {
		Some(hundredths) => format!("{}.{:02} %", hundredths / 100, hundredths % 100),
		None => String::new(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn parts_are_cut_and_never_divide_by_zero() {
		assert_eq!(part(1, 3), "33.33 %");
		assert_eq!(part(2, 2), "100.00 %");
		assert_eq!(part(0, 0), "");
		assert_eq!(part(Balance::MAX, 2), "");
	}

	#[test]
	fn a_ratio_is_two_numbers() {
		assert_eq!(ratio("1:10"), Ok((1, 10)));
		for wrong in ["10", "1:", "1:x", "1/10"] {
			assert!(ratio(wrong).is_err(), "{wrong}");
		}
	}

	#[test]
	fn nouns_agree() {
		assert_eq!(
			(count(0, "row"), count(1, "row"), count(2, "row")),
			("0 rows".into(), "1 row".into(), "2 rows".into())
		);
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Streams: rent and whatever else comes in again and again.

use crate::App;
use anyhow::Result;
use cadastre_client::{dividends, report::group, time::format_moment};
use cadastre_primitives::AssetId;
use clap::{Args, Subcommand};
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Open the stream of an asset in a currency. Signed by the issuer, or by who has the role
	/// dividends.
	Open(Named),
	/// Close a stream for money; it pays for 30 days more. Signed by the issuer, or by who has the
	/// role dividends.
	Close(Named),
	/// Remove a closed stream when it is over. Signed by anybody.
	Finish(Named),
}

/// A stream.
#[derive(Debug, Args)]
pub(crate) struct Named {
	/// The asset.
	asset: AssetId,
	/// The currency: native, its number or its ticker.
	currency: String,
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let (Self::Open(named) | Self::Close(named) | Self::Finish(named)) = &self;
		let asset = named.asset;
		let signer = app.signer()?;
		let client = app.client().await?;
		let view = client.head().await?;
		view.existing_asset(asset).await?;
		let money = view.find_currency(&named.currency).await?;
		let currency = money.currency;
		match self {
			Self::Open(_) => {
				let call = dividends::open_stream(asset, currency);
				let included = client.send(&call, &signer).await?;
				let event: dividends::events::StreamOpened = included.event()?;
				app.out.done(
					&format!("Stream {} of asset {asset} pays in {}", event.stream, money.symbol),
					&included,
					json!({ "asset": asset, "stream": event.stream, "currency": currency }),
				);
			},
			Self::Close(_) => {
				let call = dividends::close_stream(asset, currency);
				let included = client.send(&call, &signer).await?;
				let event: dividends::events::StreamClosed = included.event()?;
				app.out.done(
					&format!(
						"Stream {} of asset {asset} takes no more money, and pays until {}",
						event.stream,
						format_moment(event.expires_at)
					),
					&included,
					json!({
						"asset": asset,
						"stream": event.stream,
						"currency": currency,
						"expires_at": event.expires_at,
					}),
				);
			},
			Self::Finish(_) => {
				let call = dividends::finish_stream(asset, currency);
				let included = client.send(&call, &signer).await?;
				let event: dividends::events::StreamFinished = included.event()?;
				app.out.done(
					&format!(
						"Stream {} of asset {asset} is removed, and {} went back to its opener",
						event.stream,
						money.write(event.returned)
					),
					&included,
					json!({
						"asset": asset,
						"stream": event.stream,
						"currency": currency,
						"returned": event.returned.to_string(),
						"carried": event.carried.to_string(),
					}),
				);
			},
		}
		Ok(())
	}
}

pub(crate) async fn fund(app: &App, asset: AssetId, currency: &str, amount: &str) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	view.existing_asset(asset).await?;
	let money = view.find_currency(currency).await?;
	let amount = money.read(amount)?;
	let call = dividends::fund_stream(asset, money.currency, amount);
	let included = client.send(&call, &signer).await?;
	let event: dividends::events::StreamFunded = included.event()?;
	app.out.done(
		&format!(
			"{} are divided among {} units of asset {asset}",
			money.write(event.amount),
			group(event.units)
		),
		&included,
		json!({
			"asset": asset,
			"stream": event.stream,
			"currency": money.currency,
			"amount": event.amount.to_string(),
			"units": event.units.to_string(),
		}),
	);
	Ok(())
}

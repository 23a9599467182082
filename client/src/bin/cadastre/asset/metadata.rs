// SPDX-License-Identifier: Apache-2.0

//! Metadata of an asset.

use super::date;
use crate::App;
use anyhow::Result;
use cadastre_client::{
	metadata::{self, parse_key, parse_lock, parse_value, write_lock, write_value},
	time::format_moment,
	Error,
};
use cadastre_primitives::{AssetId, Lock, MetadataKey, MetadataValue, Moment};
use clap::Subcommand;
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Metadata {
	/// Set an entry of metadata: never anything of a person. Signed by the issuer or with the role
	/// metadata.
	Set {
		/// The asset.
		asset: AssetId,
		/// The key, of a to z, 0 to 9, . _ and -.
		#[arg(value_parser = parse_key)]
		key: MetadataKey,
		/// The value and its type, such as text:R-1, number:12, digest:plan.pdf, date:2026-12-31,
		/// country:CH or uri:https://example.org.
		#[arg(value_parser = parse_value)]
		value: MetadataValue,
		/// For how long nothing of it can be changed: never, forever, or the first day on which it
		/// can again.
		#[arg(long, value_name = "DATE", default_value = "never", value_parser = parse_lock)]
		lock: Lock,
		/// First day on which it is there no more; it stays if left out.
		#[arg(long, value_name = "DATE", value_parser = date)]
		until: Option<Moment>,
	},
	/// Remove an entry of metadata. Signed by the issuer or with the role metadata; by anybody once
	/// it has expired.
	Remove {
		/// The asset.
		asset: AssetId,
		/// The key.
		#[arg(value_parser = parse_key)]
		key: MetadataKey,
	},
	/// Show the metadata of an asset.
	List {
		/// The asset.
		asset: AssetId,
	},
}

impl Metadata {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Set { asset, key, value, lock, until } => {
				view.existing_asset(asset).await?;
				if let Some(end) = until.filter(|end| lock.holds(*end)) {
					return Err(Error::Invalid(format!(
						"the entry would end on {} while it is locked; let the lock end first",
						format_moment(end)
					))
					.into());
				}
				let name = String::from_utf8_lossy(&key).into_owned();
				let text = write_value(&value);
				let what = format!("{name} of asset {asset} is {text}");
				let answer = json!({
					"asset": asset,
					"key": name,
					"value": text,
					"lock": write_lock(lock),
					"expires_at": until,
				});
				let call = metadata::set(asset, &key, value, lock, until);
				app.act(&client, &call, &what, answer).await
			},
			Self::Remove { asset, key } => {
				view.existing_asset(asset).await?;
				let name = String::from_utf8_lossy(&key).into_owned();
				let what = format!("Asset {asset} has no {name} any more");
				let value = json!({ "asset": asset, "key": name });
				app.act(&client, &metadata::remove(asset, &key), &what, value).await
			},
			Self::List { asset } => {
				view.existing_asset(asset).await?;
				let entries = view.metadata(asset).await?;
				app.out.table(
					["Key", "Value", "Locked", "Until"],
					entries.iter().map(|entry| {
						[
							entry.key.clone(),
							entry.value.clone(),
							entry.lock.clone(),
							entry.expires_at.map(format_moment).unwrap_or_default(),
						]
					}),
				);
				app.out.json(&json!({
					"block": view.number(),
					"asset": asset,
					"metadata": entries,
				}));
				Ok(())
			},
		}
	}
}

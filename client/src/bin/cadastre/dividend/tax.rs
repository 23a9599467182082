// SPDX-License-Identifier: Apache-2.0

//! Withholding tax. Rates, certificates and returns are the tax office's, which acts by referenda on
//! the track of assets: for those the call is printed, which somebody proposes.

use super::{of_country, when::When, Names};
use crate::{investor::document, order::Investor, App};
use anyhow::Result;
use cadastre_client::{
	dividends::{self, TaxTable},
	input, View,
};
use cadastre_primitives::{AssetClass, AssetId, Country, CountryCode, TableId};
use clap::Subcommand;
use serde_json::json;
use subxt::tx::Payload;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Show the rates for a class of assets.
	Show {
		/// The class, such as real-estate.
		#[arg(value_parser = input::class)]
		class: AssetClass,
	},
	/// Show the tax that is withheld and not remitted.
	Due {
		/// Of this asset only.
		#[arg(long)]
		asset: Option<AssetId>,
	},
	/// Write the call that sets the rates for a class of assets. A referendum decides it.
	Set {
		/// The class, such as real-estate.
		#[arg(value_parser = input::class)]
		class: AssetClass,
		/// The rate of every country that is not listed, in per cent.
		#[arg(value_parser = rate)]
		base: u32,
		/// Countries and their rates in per cent, such as CH=15,DE=26.375.
		#[arg(long, value_delimiter = ',', value_parser = country_rate)]
		rates: Vec<(CountryCode, u32)>,
	},
	/// Write the call that files a certificate of a lower rate. A referendum decides it.
	Certify {
		/// An account of the investor, or its number.
		investor: Investor,
		/// The class, such as real-estate.
		#[arg(value_parser = input::class)]
		class: AssetClass,
		/// The rate, in per cent.
		#[arg(value_parser = rate)]
		rate: u32,
		/// When it begins to hold.
		#[arg(long, value_name = "WHEN", default_value = "+0s")]
		from: When,
		/// When it holds no more.
		#[arg(long, value_name = "WHEN")]
		until: When,
	},
	/// Write the call that remits the tax of a country. A referendum decides it.
	Remit {
		/// The asset.
		asset: AssetId,
		/// The currency: native, its number or its ticker.
		currency: String,
		/// The country, or -- for holders whose residence nobody knew.
		#[arg(value_parser = jurisdiction)]
		country: Jurisdiction,
		/// The account of the tax authority.
		to: cadastre_client::Account,
		/// The tax return: a file, or 0x and its digest.
		#[arg(long, value_parser = document)]
		document: [u8; 32],
	},
	/// Remove a certificate that holds no more. Signed by anybody.
	RemoveCertificate {
		/// An account of the investor, or its number.
		investor: Investor,
		/// The class, such as real-estate.
		#[arg(value_parser = input::class)]
		class: AssetClass,
	},
	/// Remove a table of rates that is no more in force and by which nothing is paid. Signed by anybody.
	RemoveTable {
		/// Its number.
		table: TableId,
	},
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Jurisdiction(Option<CountryCode>);

fn jurisdiction(text: &str) -> Result<Jurisdiction, String> {
	match text {
		"--" => Ok(Jurisdiction(None)),
		code => country(code).map(|code| Jurisdiction(Some(code))),
	}
}

fn country(text: &str) -> Result<CountryCode, String> {
	CountryCode::try_from(text.as_bytes())
		.ok()
		.filter(|code| Country::from_code(*code).is_some())
		.ok_or_else(|| format!("\"{text}\" is no country; give its two capitals, such as CH"))
}

/// A rate in per cent, in millionths.
fn rate(text: &str) -> Result<u32, String> {
	let wrong = || format!("\"{text}\" is no rate; give per cent, such as 26.375");
	let (whole, part) = text.split_once('.').unwrap_or((text, ""));
	let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
	if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 4 {
		return Err(wrong());
	}
	let millionths = format!("{whole}{part:0<4}").parse::<u32>().map_err(|_| wrong())?;
	if millionths > 1_000_000 {
		return Err(format!("{text} per cent are more than the whole"));
	}
	Ok(millionths)
}

fn country_rate(text: &str) -> Result<(CountryCode, u32), String> {
	let (code, percent) = text
		.split_once('=')
		.ok_or_else(|| format!("\"{text}\" is no rate of a country; write it as CH=15"))?;
	Ok((country(code)?, rate(percent)?))
}

fn per_cent(millionths: u32) -> String {
	let whole = millionths / 10_000;
	match millionths % 10_000 {
		0 => format!("{whole} %"),
		rest => format!("{whole}.{} %", format!("{rest:04}").trim_end_matches('0')),
	}
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Show { class } => {
				let table = view.tax_table(class).await?;
				show(app, &view, table.as_ref());
			},
			Self::Due { asset } => due(app, &view, asset).await?,
			Self::Set { class, base, mut rates } => {
				rates.sort_unstable();
				propose(app, &view, &dividends::set_tax_table(class, base, &rates))?;
			},
			Self::Certify { investor, class, rate, from, until } => {
				let investor = investor.find(&view).await?;
				let now = view.now().await?;
				let (from, until) = (from.at(now), until.at(now));
				let call = dividends::file_certificate(investor, class, rate, from, until);
				propose(app, &view, &call)?;
			},
			Self::Remit { asset, currency, country, to, document } => {
				view.existing_asset(asset).await?;
				let currency = view.find_currency(&currency).await?.currency;
				let call = dividends::remit_tax(asset, currency, country.0, &to, document);
				propose(app, &view, &call)?;
			},
			Self::RemoveCertificate { investor, class } => {
				let signer = app.signer()?;
				let investor = investor.find(&view).await?;
				let call = dividends::remove_certificate(investor, class);
				let included = client.send(&call, &signer).await?;
				let what = format!("The certificate of investor {investor} is removed");
				app.out.done(&what, &included, json!({ "investor": investor }));
			},
			Self::RemoveTable { table } => {
				let call = dividends::prune_tax_table(table);
				let included = client.send(&call, &app.signer()?).await?;
				let what = format!("Table {table} is removed");
				app.out.done(&what, &included, json!({ "table": table }));
			},
		}
		Ok(())
	}
}

fn show(app: &App, view: &View, table: Option<&TaxTable>) {
	match table {
		None => app.out.say("No table of rates is in force, so that nothing can be declared."),
		Some(table) => {
			let base = ("others".to_owned(), table.base_millionths);
			app.out.table(
				["Tax residence", "Rate"],
				table
					.rates
					.iter()
					.chain([&base])
					.map(|(code, rate)| [code.clone(), per_cent(*rate)]),
			);
		},
	}
	app.out.json(&json!({ "block": view.number(), "table": table }));
}

async fn due(app: &App, view: &View, asset: Option<AssetId>) -> Result<()> {
	let dues = view.tax_due(asset).await?;
	let mut names = Names::default();
	let mut rows = Vec::new();
	for due in &dues {
		let money = names.of(view, due.currency).await?;
		rows.push([due.asset.to_string(), of_country(&due.jurisdiction), money.write(due.amount)]);
	}
	app.out.table(["Asset", "Country", "Withheld"], rows);
	app.out.json(&json!({ "block": view.number(), "tax": dues }));
	Ok(())
}

/// Writes a call of the tax office.
fn propose(app: &App, view: &View, call: &impl Payload) -> Result<()> {
	let bytes = format!("0x{}", hex::encode(view.call_bytes(call)?));
	app.out.say(format!(
		"The tax office decides this, by a referendum on the track of assets. Nothing was sent; the \
		 call to propose is\n{bytes}"
	));
	app.out.json(&json!({ "sent": false, "track": "asset_admin", "call": bytes }));
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn rates_are_exact() {
		for (text, millionths) in
			[("0", 0), ("15", 150_000), ("26.375", 263_750), ("100", 1_000_000)]
		{
			assert_eq!(rate(text), Ok(millionths));
		}
		assert_eq!(per_cent(263_750), "26.375 %");
		assert_eq!(per_cent(150_000), "15 %");
		for wrong in ["", "-1", "1.00001", "x", "100.0001", "99999999999"] {
			rate(wrong).unwrap_err();
		}
		assert_eq!(country_rate("CH=15"), Ok((*b"CH", 150_000)));
		for wrong in ["CH", "ch=1", "XX=1", "CH=101"] {
			country_rate(wrong).unwrap_err();
		}
		assert_eq!(jurisdiction("--").unwrap().0, None);
	}
}

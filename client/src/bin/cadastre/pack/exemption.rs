// SPDX-License-Identifier: Apache-2.0

//! Exemptions of investors from rules of a version of a pack.

use crate::{asset::date, order::Investor, App};
use anyhow::Result;
use cadastre_client::{compliance, time::format_moment, Error, View};
use cadastre_primitives::{Moment, PackId};
use clap::Subcommand;
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Exemption {
	/// Exempt an investor from rules of a version of a pack for a time. Signed by its author.
	Grant {
		/// The pack.
		pack: PackId,
		/// An account of the investor, or its number.
		investor: Investor,
		/// The numbers of the rules, as `cadastre pack show` has them, joined by commas.
		#[arg(long, value_delimiter = ',', required = true,
			value_parser = clap::value_parser!(u32).range(..32))]
		rules: Vec<u32>,
		/// First day on which it is exempt no more.
		#[arg(long, value_name = "DATE", value_parser = date)]
		until: Moment,
		/// The version; the one in force if left out.
		#[arg(long)]
		version: Option<u32>,
	},
	/// End an exemption. Signed by the author of the pack; by anybody once it lifts nothing more.
	End {
		/// The pack.
		pack: PackId,
		/// An account of the investor, or its number.
		investor: Investor,
		/// The version; the one in force if left out.
		#[arg(long)]
		version: Option<u32>,
	},
	/// Show from which rules of a pack an investor is exempt.
	Show {
		/// The pack.
		pack: PackId,
		/// An account of the investor, or its number.
		investor: Investor,
		/// The version; the one in force if left out.
		#[arg(long)]
		version: Option<u32>,
	},
}

/// The version that is meant.
async fn meant(view: &View, pack: PackId, version: Option<u32>) -> Result<u32> {
	let in_force = super::in_force(view, pack).await?.0;
	Ok(version.unwrap_or(in_force))
}

/// Rules by their numbers, for people.
fn list(rules: &[u32]) -> String {
	let numbers: Vec<_> = rules.iter().map(ToString::to_string).collect();
	let noun = if rules.len() == 1 { "rule" } else { "rules" };
	format!("{noun} {}", numbers.join(", "))
}

impl Exemption {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Grant { pack, investor, rules, until, version } => {
				let version = meant(&view, pack, version).await?;
				let investor = investor.find(&view).await?;
				let what = format!(
					"Investor {investor} is exempt from {} of version {version} of pack {pack} until {}",
					list(&rules),
					format_moment(until)
				);
				let value = json!({
					"pack": pack,
					"version": version,
					"investor": investor,
					"rules": rules,
					"expires_at": until,
				});
				let call = compliance::exempt(pack, version, investor, &rules, until);
				app.act(&client, &call, &what, value).await
			},
			Self::End { pack, investor, version } => {
				let version = meant(&view, pack, version).await?;
				let investor = investor.find(&view).await?;
				let what = format!(
					"Investor {investor} is exempt from no rule of version {version} of pack {pack}"
				);
				let value = json!({ "pack": pack, "version": version, "investor": investor });
				let call = compliance::end_exemption(pack, version, investor);
				app.act(&client, &call, &what, value).await
			},
			Self::Show { pack, investor, version } => {
				let version = meant(&view, pack, version).await?;
				let investor = investor.find(&view).await?;
				let exemption = view.exemption(pack, version, investor).await?;
				let found = exemption.as_ref().ok_or_else(|| {
					Error::Invalid(format!(
						"investor {investor} is exempt from no rule of version {version} of pack {pack}"
					))
				})?;
				app.out.say(format!(
					"Investor {investor} is exempt from {} of version {version} of pack {pack} until {}.",
					list(&found.rules),
					format_moment(found.expires_at)
				));
				app.out.json(&json!({
					"block": view.number(),
					"pack": pack,
					"investor": investor,
					"exemption": exemption,
				}));
				Ok(())
			},
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn rules_are_listed_by_their_numbers() {
		assert_eq!(list(&[3]), "rule 3");
		assert_eq!(list(&[0, 3]), "rules 0, 3");
	}
}

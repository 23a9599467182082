// SPDX-License-Identifier: Apache-2.0

//! Rule packs.

use crate::App;
use anyhow::Result;
use cadastre_client::{compliance, pack::Pack, Error};
use cadastre_primitives::PackId;
use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Publish a rule pack. Signed by its author, who pays the deposit.
	///
	/// The file is JSON, such as
	/// {"rules": [
	///   {"required": {"side": "both", "flags": "kyc+aml"}},
	///   {"forbidden": {"side": "receiver", "flags": "us-person"}},
	///   {"country_allow": {"side": "receiver", "countries": ["CH", "DE"]}},
	///   {"country_deny": {"side": "both", "countries": ["KP"]}},
	///   {"holder_cap": {"max": 200}},
	///   {"ownership_cap": {"max_billionths": 250000000}}
	/// ]}
	#[command(verbatim_doc_comment)]
	Publish {
		/// The file.
		file: PathBuf,
	},
	/// Show the rules of a pack.
	Show {
		/// The pack.
		pack: PackId,
	},
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Publish { file } => {
				let pack = Pack::from_file(&file)?;
				let signer = app.signer()?;
				let client = app.client().await?;
				let included = client.send(&compliance::publish_pack(&pack), &signer).await?;
				let event: compliance::events::PackPublished = included.event()?;
				app.out.done(
					&format!("The pack has the id {}", event.pack),
					&included,
					json!({ "pack": event.pack, "digest": event.digest }),
				);
			},
			Self::Show { pack } => {
				let view = app.client().await?.head().await?;
				let (version, rules) = view
					.pack(pack)
					.await?
					.ok_or_else(|| Error::Invalid(format!("there is no rule pack {pack}")))?;
				app.out.say(format!("Pack {pack}, version {version}:"));
				app.out.table(
					["Rule", ""],
					(0_u32..).zip(&rules.rules).map(|(place, rule)| {
						let text = serde_json::to_string(rule).unwrap_or_default();
						[place.to_string(), text]
					}),
				);
				app.out.json(&json!({ "pack": pack, "version": version, "rules": rules.rules }));
			},
		}
		Ok(())
	}
}

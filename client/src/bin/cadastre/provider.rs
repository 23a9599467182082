// SPDX-License-Identifier: Apache-2.0

//! Providers: the technical committee appoints and de-lists them.

use crate::{motion::Members, App};
use anyhow::Result;
use cadastre_client::{compliance, time::format_moment, Account};
use cadastre_primitives::ProviderId;
use clap::Subcommand;
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Show the providers.
	List,
	/// Appoint a provider. By motion of the technical committee.
	Appoint {
		/// The account that will sign its statements.
		account: Account,
		#[command(flatten)]
		members: Members,
	},
	/// De-list a provider: its investors can only redeem, at once. By motion of the technical
	/// committee.
	Delist {
		/// The provider's slot.
		provider: ProviderId,
		#[command(flatten)]
		members: Members,
	},
	/// List a provider again. By motion of the technical committee.
	Relist {
		/// The provider's slot.
		provider: ProviderId,
		#[command(flatten)]
		members: Members,
	},
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		match self {
			Self::List => {
				let view = client.head().await?;
				let providers = view.providers().await?;
				app.out.table(
					["Slot", "Account", "Listed", "Since"],
					providers.iter().map(|provider| {
						[
							provider.provider.to_string(),
							provider.account.to_string(),
							if provider.listed { "yes" } else { "no" }.to_owned(),
							format_moment(provider.appointed_at),
						]
					}),
				);
				app.out.json(&json!({ "block": view.number(), "providers": providers }));
				Ok(())
			},
			Self::Appoint { account, members } => {
				let what = format!("{account} is a provider");
				let call = compliance::appoint_provider(&account);
				members.decide(app, &client, &call, &what).await
			},
			Self::Delist { provider, members } => {
				let what = format!("Provider {provider} is not listed any more");
				let call = compliance::delist_provider(provider);
				members.decide(app, &client, &call, &what).await
			},
			Self::Relist { provider, members } => {
				let what = format!("Provider {provider} is listed again");
				let call = compliance::relist_provider(provider);
				members.decide(app, &client, &call, &what).await
			},
		}
	}
}

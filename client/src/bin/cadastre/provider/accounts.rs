// SPDX-License-Identifier: Apache-2.0

//! The accounts of a provider: the one that makes its calls, and the one that signs statements.

use crate::{act::Decider, motion::Members, App};
use anyhow::Result;
use cadastre_client::{compliance, Account, Error};
use cadastre_primitives::ProviderId;
use clap::{Args, Subcommand};
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Rotation {
	/// Propose the account with which a provider makes its calls from then on. Signed by the
	/// provider, or by motion of the technical committee.
	Propose {
		/// The provider's slot.
		provider: ProviderId,
		/// The account, which must accept.
		#[arg(required_unless_present = "drop")]
		account: Option<Account>,
		/// Drop the proposal instead.
		#[arg(long, conflicts_with = "account")]
		drop: bool,
		#[command(flatten)]
		by: Decider,
	},
	/// Become the account of a provider. Signed by the proposed account.
	Accept {
		/// The provider's slot.
		provider: ProviderId,
	},
	/// Make an account that of a provider whose own is lost or stolen. By motion of the technical
	/// committee.
	Force {
		/// The provider's slot.
		provider: ProviderId,
		/// The account.
		account: Account,
		#[command(flatten)]
		members: Members,
	},
}

impl Rotation {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Propose { provider, account, by, .. } => {
				view.existing_provider(provider).await?;
				let what = match &account {
					Some(account) => {
						format!("{account} can take over the calls of provider {provider}")
					},
					None => format!("Nobody is to take over the calls of provider {provider}"),
				};
				let value = json!({ "provider": provider, "successor": account });
				let call = compliance::propose_rotation(provider, account.as_ref());
				by.act(app, &client, &call, &what, value).await
			},
			Self::Accept { provider } => {
				let found = view.existing_provider(provider).await?;
				let signer = app.signer()?;
				let account = signer.account();
				if found.successor.as_ref() != Some(account) {
					return Err(Error::Invalid(format!(
						"{account} is not to take over provider {provider}; its account proposes so with \
						 `cadastre provider rotation propose`"
					))
					.into());
				}
				let what = format!("{account} makes the calls of provider {provider}");
				let value = json!({ "provider": provider, "old": found.account, "new": account });
				app.act(&client, &compliance::accept_rotation(provider), &what, value).await
			},
			Self::Force { provider, account, members } => {
				view.existing_provider(provider).await?;
				let what = format!("{account} makes the calls of provider {provider}");
				let call = compliance::force_rotation(provider, &account);
				members.decide(app, &client, &call, &what).await
			},
		}
	}
}

#[derive(Debug, Args)]
pub(crate) struct SetSigner {
	/// The provider's slot.
	provider: ProviderId,
	/// The account of the key, as `cadastre statement key` shows it.
	#[arg(required_unless_present = "none")]
	account: Option<Account>,
	/// Let nobody sign statements any more.
	#[arg(long, conflicts_with = "account")]
	none: bool,
	#[command(flatten)]
	by: Decider,
}

impl SetSigner {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let Self { provider, account, by, .. } = self;
		let client = app.client().await?;
		client.head().await?.existing_provider(provider).await?;
		let what = match &account {
			Some(account) => format!("{account} signs the statements of provider {provider}"),
			None => format!("Nobody signs statements of provider {provider}"),
		};
		let value = json!({ "provider": provider, "signer": account });
		let call = compliance::set_signer(provider, account.as_ref());
		by.act(app, &client, &call, &what, value).await
	}
}

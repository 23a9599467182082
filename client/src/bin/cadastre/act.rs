// SPDX-License-Identifier: Apache-2.0

//! What many commands do: sign a call, or let the committee decide on it.

use crate::{motion::Members, App};
use anyhow::Result;
use cadastre_client::Client;
use clap::Args;
use serde_json::Value;
use subxt::tx::Payload;

impl App {
	/// Signs and sends a call, and says what it did.
	pub(crate) async fn act(
		&self,
		client: &Client,
		call: &impl Payload,
		what: &str,
		value: Value,
	) -> Result<()> {
		let included = client.send(call, &self.signer()?).await?;
		self.out.done(what, &included, value);
		Ok(())
	}
}

/// Who decides, where one person may and the technical committee, too.
#[derive(Debug, Args)]
pub(crate) struct Decider {
	/// By motion of the technical committee.
	#[arg(long)]
	pub(crate) committee: bool,
	#[command(flatten)]
	pub(crate) members: Members,
}

impl Decider {
	/// Signs and sends a call, or has the committee decide on it, and says what it did.
	pub(crate) async fn act(
		&self,
		app: &App,
		client: &Client,
		call: &impl Payload,
		what: &str,
		value: Value,
	) -> Result<()> {
		if self.committee {
			self.members.decide(app, client, call, what).await
		} else {
			app.act(client, call, what, value).await
		}
	}
}

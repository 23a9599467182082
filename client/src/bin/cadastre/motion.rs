// SPDX-License-Identifier: Apache-2.0

//! Motions of the technical committee.

use crate::{App, Secret};
use anyhow::Result;
use cadastre_client::{
	governance::{Decision, Motion},
	keys::KeyError,
	Account, Client, Included, Signer,
};
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::PathBuf;
use subxt::{tx::Payload, utils::H256};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Show the open motions.
	List,
	/// Vote for a motion, and close it once enough have voted.
	Vote {
		/// The motion's hash.
		hash: H256,
		#[command(flatten)]
		members: Members,
	},
}

/// The keys of members beside the one that signs everywhere.
#[derive(Debug, Args)]
pub(crate) struct Members {
	/// File with the key of one more member, who votes too. May be given more than once.
	#[arg(long, value_name = "FILE")]
	also: Vec<PathBuf>,
	/// Secret URI of the key of one more member, who votes too. May be given more than once.
	#[arg(long, value_name = "URI")]
	also_suri: Vec<Secret>,
}

impl Members {
	fn signers(&self, app: &App) -> Result<Vec<Signer>, KeyError> {
		let mut signers = vec![app.signer()?];
		for file in &self.also {
			signers.push(Signer::from_file(file)?);
		}
		for suri in &self.also_suri {
			signers.push(Signer::from_suri(&suri.0)?);
		}
		Ok(signers)
	}

	/// Has the committee decide on a call, as far as these members can, and answers the transaction
	/// that carried it out. Says what is missing if there is none.
	pub(crate) async fn carried(
		&self,
		app: &App,
		client: &Client,
		call: &impl Payload,
	) -> Result<Option<Included>> {
		match client.decide(call, &self.signers(app)?).await? {
			Decision::Carried(included) => Ok(Some(*included)),
			pending => {
				tell(app, pending, "");
				Ok(None)
			},
		}
	}

	/// Has the committee decide on a call, as far as these members can.
	pub(crate) async fn decide(
		&self,
		app: &App,
		client: &Client,
		call: &impl Payload,
		what: &str,
	) -> Result<()> {
		let decision = client.decide(call, &self.signers(app)?).await?;
		tell(app, decision, what);
		Ok(())
	}
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::List => {
				let view = app.client().await?.head().await?;
				let motions = view.motions().await?;
				app.out.table(
					["Motion", "Hash", "For", "Needed", "Against"],
					motions.iter().map(|motion| {
						[
							motion.index.to_string(),
							format!("{:?}", motion.hash),
							names(&motion.ayes),
							motion.threshold.to_string(),
							names(&motion.nays),
						]
					}),
				);
				app.out.json(&json!({ "block": view.number(), "motions": motions }));
			},
			Self::Vote { hash, members } => {
				let client = app.client().await?;
				let decision = client.vote(hash, &members.signers(app)?).await?;
				tell(app, decision, "The motion is carried");
			},
		}
		Ok(())
	}
}

fn names(accounts: &[Account]) -> String {
	accounts.iter().map(Account::short).collect::<Vec<_>>().join("\n")
}

fn tell(app: &App, decision: Decision, what: &str) {
	match decision {
		Decision::Carried(included) => app.out.done(what, &included, json!({ "carried": true })),
		Decision::Pending(Motion { hash, threshold, ayes, .. }) => {
			app.out.say(format!(
				"The motion is open: {} of {threshold} votes. The next member votes with\n  \
				 cadastre motion vote {hash:?}",
				ayes.len()
			));
			app.out.json(&json!({
				"carried": false,
				"motion": hash,
				"ayes": ayes,
				"threshold": threshold,
			}));
		},
	}
}

// SPDX-License-Identifier: Apache-2.0

//! `cadastre`: the chain from the command line, for issuers, providers and investors.

mod act;
mod asset;
mod cohort;
mod demo;
mod dividend;
mod investor;
mod key;
mod manager;
mod motion;
mod order;
mod output;
mod pack;
mod provider;
mod referendum;
mod resolution;
mod share;
mod statement;
mod valuation;
mod verifier;

use anyhow::Result;
use cadastre_client::{
	keys::{self, KeyError, SURI_VARIABLE},
	Client, Options, Refusal, Signer, DEFAULT_URL,
};
use clap::{Args, Parser, Subcommand};
use output::Output;
use std::{path::PathBuf, process::ExitCode, time::Duration};
use subxt::utils::H256;

/// A public register of real-world assets, from the command line.
#[derive(Debug, Parser)]
#[command(name = "cadastre", version, propagate_version = true, arg_required_else_help = true)]
struct Cli {
	#[command(flatten)]
	globals: Globals,
	#[command(subcommand)]
	command: Command,
}

/// What every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Everywhere")]
struct Globals {
	/// Address of the node.
	#[arg(long, global = true, env = "CADASTRE_URL", default_value = DEFAULT_URL)]
	url: String,
	/// Answer with JSON on standard output.
	#[arg(long, global = true)]
	json: bool,
	/// File with the key that signs, readable by its owner alone.
	#[arg(long, global = true, value_name = "FILE", conflicts_with = "suri")]
	keystore: Option<PathBuf>,
	/// Secret URI of the key that signs. Other programs can see it: a file or the environment
	/// variable CADASTRE_SURI hides it better.
	#[arg(long, global = true, value_name = "URI")]
	suri: Option<Secret>,
	/// How many seconds to wait for the node's first answer.
	#[arg(long, global = true, value_name = "SECONDS", default_value_t = 10)]
	timeout: u64,
	/// Hash of the chain's first block: refuse to speak to another chain.
	#[arg(long, global = true, value_name = "HASH")]
	genesis: Option<H256>,
}

/// A text that is never shown.
#[derive(Clone)]
struct Secret(String);

impl std::fmt::Debug for Secret {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		f.write_str("…")
	}
}

impl std::str::FromStr for Secret {
	type Err = std::convert::Infallible;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		Ok(Self(text.to_owned()))
	}
}

#[derive(Debug, Subcommand)]
enum Command {
	/// Admit investors and look after them.
	#[command(subcommand)]
	Investor(investor::Command),
	/// Keys of an investor, with what each may do.
	#[command(subcommand)]
	Key(key::Command),
	/// Statements that a provider signs off chain and the investor submits.
	#[command(subcommand)]
	Statement(statement::Command),
	/// Sandbox cohorts, in which a supervisor watches investors and assets.
	#[command(subcommand)]
	Cohort(cohort::Command),
	/// Verifiers, their bonds, and which professions an asset needs.
	#[command(subcommand)]
	Verifier(verifier::Command),
	/// Appoint and de-list the providers that admit investors.
	#[command(subcommand)]
	Provider(provider::Command),
	/// Publish and show rule packs.
	#[command(subcommand)]
	Pack(pack::Command),
	/// Register assets, bring them to life and issue their shares.
	#[command(subcommand)]
	Asset(asset::Command),
	/// Freeze, move and give back shares and keys under due process.
	#[command(subcommand)]
	Order(order::Command),
	/// Split shares, and let others transfer one's own.
	#[command(subcommand)]
	Share(share::Command),
	/// Transfer shares to another investor.
	Transfer(share::Transfer),
	/// Say if a transfer would go ahead, and every reason if not.
	CanTransfer(share::CanTransfer),
	/// Redeem shares: they cease to exist.
	Redeem(share::Redeem),
	/// Show what an investor owns.
	Portfolio(share::Portfolio),
	/// Show who owns an asset.
	CapTable(share::CapTable),
	/// See what an asset is worth, feed models, and hold them to account.
	#[command(subcommand)]
	Valuation(valuation::Command),
	/// Vote on motions of the technical committee.
	#[command(subcommand)]
	Motion(motion::Command),
	/// Refer calls to the token holders, vote, and see what a referendum lacks.
	#[command(subcommand)]
	Referendum(referendum::Command),
	/// Pay income to the holders of an asset, and claim it.
	#[command(subcommand)]
	Dividend(dividend::Command),
	/// Resolve together what becomes of an asset, as its holders.
	#[command(subcommand)]
	Resolution(resolution::Command),
	/// Stand for election as the manager of an asset, and answer for it.
	#[command(subcommand)]
	Manager(manager::Command),
	/// The common money of an asset's holders.
	#[command(subcommand)]
	Treasury(manager::Treasury),
	/// Tell a story on a development chain: 50 real homes, 24 investors, 200 transfers.
	Demo(demo::Demo),
}

/// What commands work with.
struct App {
	globals: Globals,
	out: Output,
}

impl App {
	/// A connection to the node.
	async fn client(&self) -> Result<Client> {
		let options = Options {
			timeout: Duration::from_secs(self.globals.timeout),
			genesis: self.globals.genesis,
			finalized: None,
		};
		Ok(Client::connect(&self.globals.url, &options).await?)
	}

	/// The key that signs.
	fn signer(&self) -> Result<Signer, KeyError> {
		Signer::new(&self.secret()?)
	}

	/// The secret of the key that signs.
	fn secret(&self) -> Result<keys::Secret, KeyError> {
		if let Some(file) = &self.globals.keystore {
			return keys::Secret::from_file(file);
		}
		if let Some(suri) = &self.globals.suri {
			return Ok(keys::Secret::from_suri(&suri.0));
		}
		keys::Secret::from_environment().ok_or(KeyError::Missing)
	}
}

/// A command that did what it is for and whose answer is no.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct No(String);

#[tokio::main]
async fn main() -> ExitCode {
	tracing_subscriber::fmt()
		.with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
		.with_writer(std::io::stderr)
		.init();
	let Cli { globals, command } = Cli::parse();
	let out = Output::new(globals.json);
	let app = App { globals, out };
	let done = match command {
		Command::Investor(command) => command.run(&app).await,
		Command::Key(command) => command.run(&app).await,
		Command::Statement(command) => command.run(&app).await,
		Command::Cohort(command) => command.run(&app).await,
		Command::Verifier(command) => command.run(&app).await,
		Command::Provider(command) => command.run(&app).await,
		Command::Pack(command) => command.run(&app).await,
		Command::Asset(command) => command.run(&app).await,
		Command::Order(command) => command.run(&app).await,
		Command::Share(command) => command.run(&app).await,
		Command::Transfer(command) => command.run(&app).await,
		Command::CanTransfer(command) => command.run(&app).await,
		Command::Redeem(command) => command.run(&app).await,
		Command::Portfolio(command) => command.run(&app).await,
		Command::CapTable(command) => command.run(&app).await,
		Command::Valuation(command) => command.run(&app).await,
		Command::Motion(command) => command.run(&app).await,
		Command::Referendum(command) => command.run(&app).await,
		Command::Dividend(command) => command.run(&app).await,
		Command::Resolution(command) => command.run(&app).await,
		Command::Manager(command) => command.run(&app).await,
		Command::Treasury(command) => command.run(&app).await,
		Command::Demo(command) => command.run(&app).await,
	};
	match done {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			fail(&app.out, &error);
			ExitCode::FAILURE
		},
	}
}

/// Says what went wrong: in words on standard error, and as JSON where that was asked for, unless
/// the command has answered already.
fn fail(out: &Output, error: &anyhow::Error) {
	if out.is_json() && !error.is::<No>() {
		let refusal: Option<&Refusal> =
			error.downcast_ref::<cadastre_client::Error>().and_then(|error| error.refusal());
		out.json(&serde_json::json!({ "error": error.to_string(), "refusal": refusal }));
	}
	eprintln!("error: {error:#}");
	if matches!(error.downcast_ref::<KeyError>(), Some(KeyError::Missing)) {
		eprintln!(
			"On a development chain, //Alice is such a URI: {SURI_VARIABLE}=//Alice cadastre …"
		);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_commands_are_well_formed() {
		Cli::command().debug_assert();
	}

	const PAGE: &str = include_str!("../../../../docs/cli.md");

	/// The commands that do something, by what one writes.
	fn leaves(command: &clap::Command, name: String, found: &mut Vec<String>) {
		let below: Vec<_> =
			command.get_subcommands().filter(|below| below.get_name() != "help").collect();
		if below.is_empty() {
			found.push(name);
			return;
		}
		for command in below {
			leaves(command, format!("{name} {}", command.get_name()), found);
		}
	}

	#[test]
	fn the_page_has_a_row_for_each_command_and_no_other() {
		let mut known = Vec::new();
		leaves(&Cli::command(), "cadastre".to_owned(), &mut known);
		let rows: Vec<_> = PAGE
			.lines()
			.filter_map(|line| line.strip_prefix("| `")?.split_once('`').map(|(name, _)| name))
			.collect();
		for name in &known {
			let count = rows.iter().filter(|row| *row == name).count();
			assert_eq!(count, 1, "docs/cli.md has {count} rows that begin with | `{name}` |");
		}
		for row in rows {
			assert!(known.iter().any(|name| name == row), "docs/cli.md: there is no {row}");
		}
	}

	#[test]
	fn the_page_names_each_call_of_the_register() {
		use codec::Decode;
		let bytes = include_bytes!("../../../artifacts/cadastre.scale");
		let metadata = subxt::Metadata::decode(&mut &bytes[..]).unwrap();
		for name in ["Compliance", "Shares", "AssetRegistry"] {
			let pallet = metadata.pallet_by_name(name).unwrap();
			for call in pallet.call_variants().unwrap() {
				let call = format!("`{name}.{}`", call.name);
				assert!(PAGE.contains(&call), "docs/cli.md does not name {call}");
			}
		}
	}

	#[test]
	fn the_secret_is_in_no_debug_output() {
		let cli = Cli::parse_from(["cadastre", "--suri", "//hunter2", "cap-table", "1"]);
		assert!(!format!("{cli:?} {cli:#?}").contains("hunter2"));
	}

	#[test]
	fn json_and_the_address_can_stand_anywhere() {
		for order in [
			["cadastre", "--json", "--url", "ws://h:1", "cap-table", "1"],
			["cadastre", "cap-table", "1", "--json", "--url", "ws://h:1"],
		] {
			let cli = Cli::parse_from(order);
			assert!(cli.globals.json && cli.globals.url == "ws://h:1");
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

//! `cadastre-feeder`: the program of who values assets on the Cadastre chain.

mod config;
mod metrics;
mod record;
mod service;
mod tools;
mod verify;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use config::Config;
use metrics::Metrics;
use service::Service;
use std::{path::PathBuf, process::ExitCode};
use tracing_subscriber::EnvFilter;

/// Values assets on the Cadastre chain by models whose every report can be computed again.
#[derive(Debug, Parser)]
#[command(name = "cadastre-feeder", version, arg_required_else_help = true)]
struct Cli {
	#[command(subcommand)]
	command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
	/// Watch feeds, commit to reports, open them, explain and defend them, until told to stop.
	Run {
		/// File with the configuration.
		#[arg(long, value_name = "FILE", default_value = "feeder.toml")]
		config: PathBuf,
		/// Say what would be done, and do nothing.
		#[arg(long)]
		dry_run: bool,
	},
	/// Check the configuration, the artefacts and the key, without a node.
	CheckConfig {
		/// File with the configuration.
		#[arg(long, value_name = "FILE", default_value = "feeder.toml")]
		config: PathBuf,
	},
	/// Train a model on sales, test it on later ones, and write its artefact.
	Train(tools::Train),
	/// Test artefacts on the sales of their test windows, and compare them.
	Evaluate(tools::Evaluate),
	/// Value an asset.
	Value(tools::Value),
	/// Show the card of a model, or write the one that the chain takes.
	Card(tools::Card),
	/// Compute a report again: from its record, or one of the chain from the facts.
	Verify(verify::Verify),
}

/// A command that did what it is for and whose answer is no.
#[derive(Debug)]
struct No(String);

impl std::fmt::Display for No {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		f.write_str(&self.0)
	}
}

impl std::error::Error for No {}

#[tokio::main]
async fn main() -> ExitCode {
	let Cli { command } = Cli::parse();
	let logs = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
	tracing_subscriber::fmt().with_env_filter(logs).with_writer(std::io::stderr).init();
	let done = match command {
		Command::Run { config, dry_run } => run(&config, dry_run).await,
		Command::CheckConfig { config } => check(&config),
		Command::Train(train) => train.run(),
		Command::Evaluate(evaluate) => evaluate.run(),
		Command::Value(value) => value.run(),
		Command::Card(card) => card.run(),
		Command::Verify(verify) => verify.run().await,
	};
	match done {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error:#}");
			ExitCode::FAILURE
		},
	}
}

async fn run(file: &std::path::Path, dry_run: bool) -> Result<()> {
	let config = Config::read(file)?;
	let metrics = Metrics::new()?;
	let serving = match config.metrics {
		Some(address) => {
			let (address, serving) = metrics.serve(address).await?;
			tracing::info!(%address, "metrics");
			Some(serving)
		},
		None => None,
	};
	let service = Service::new(config, metrics, dry_run)?;
	let stopped = service.run(signalled()?).await;
	drop(serving);
	tracing::info!("stopped");
	stopped
}

/// Waits for SIGTERM or SIGINT.
fn signalled() -> Result<impl std::future::Future<Output = ()>> {
	use tokio::signal::unix::{signal, SignalKind};
	let mut term = signal(SignalKind::terminate()).context("SIGTERM cannot be heard")?;
	let mut int = signal(SignalKind::interrupt()).context("SIGINT cannot be heard")?;
	Ok(async move {
		tokio::select! {
			_ = term.recv() => {},
			_ = int.recv() => {},
		}
	})
}

fn check(file: &std::path::Path) -> Result<()> {
	let config = Config::read(file)?;
	let signer = cadastre_client::Signer::from_file(&config.keystore).context("keystore")?;
	println!("key      {}", signer.account());
	for model in config.load()? {
		println!(
			"model    {}: {:?}, artefact 0x{}{}",
			model.model,
			model.artefact.family(),
			hex::encode(model.artefact.digest()),
			if model.rehearsal { ", REHEARSAL on old facts" } else { "" }
		);
	}
	println!("node     {}", config.url);
	println!("The configuration can be used.");
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_commands_are_well_formed() {
		Cli::command().debug_assert();
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The collator and full node of Cadastre: the SDK's omni-node library with our chain specs inside.
//!
//! The service, its RPC and its database are the library's, so that a node that knows nothing of
//! Cadastre (`polkadot-omni-node`) can serve the same chain.

mod advice;
mod benchmark;
mod chain_spec;
mod database;
mod ports;

use clap::Subcommand;
use polkadot_omni_node_lib::{
	extra_subcommand::ExtraSubcommand,
	run_with_custom_cli,
	runtime::{
		AuraConsensusId, BlockNumber, Consensus, Runtime, RuntimeResolver as RuntimeResolverT,
	},
	CliConfig as CliConfigT, RunConfig,
};
use sc_cli::ExportChainSpecCmd;
use std::process::ExitCode;

struct CliConfig;

impl CliConfigT for CliConfig {
	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		concat!(env!("CARGO_PKG_REPOSITORY"), "/issues").into()
	}

	fn copyright_start_year() -> u16 {
		2026
	}
}

/// Cadastre has 32-bit block numbers and seals with Aura over sr25519, whatever the chain spec.
struct RuntimeResolver;

impl RuntimeResolverT for RuntimeResolver {
	fn runtime(&self, _: &dyn sc_chain_spec::ChainSpec) -> sc_cli::Result<Runtime> {
		Ok(Runtime::Omni(BlockNumber::U32, Consensus::Aura(AuraConsensusId::Sr25519)))
	}
}

/// What this node can do beyond the library's own commands.
#[derive(Debug, Subcommand)]
enum Command {
	/// Writes a chain spec as JSON; with `--raw`, the form that other nodes start from.
	ExportChainSpec(ExportChainSpecCmd),
	/// Measures the weights of a runtime that was built with its benchmarks.
	BenchmarkPallet(Box<benchmark::PalletCmd>),
}

impl ExtraSubcommand for Command {
	fn handle(self, config: &RunConfig) -> sc_cli::Result<()> {
		match self {
			Self::ExportChainSpec(command) => command.run(if command.raw {
				config.chain_spec_loader.load_spec(&command.chain)?
			} else {
				chain_spec::readable(&command.chain)?
			}),
			Self::BenchmarkPallet(command) => benchmark::run(*command, config),
		}
	}
}

fn main() -> ExitCode {
	// Panics with their place and how to report them. Errors are told in one line, below.
	if let Err(error) = color_eyre::install() {
		eprintln!("Panics will not be reported in full: {error}");
	}
	database::choose();
	let config = RunConfig::new(Box::new(RuntimeResolver), Box::new(chain_spec::Loader));
	let result = match ports::check() {
		Ok(()) => run_with_custom_cli::<CliConfig, Command>(config),
		Err(error) => Err(sc_cli::Error::Io(error)),
	};
	match result {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {}", advice::explain(&error));
			ExitCode::FAILURE
		},
	}
}

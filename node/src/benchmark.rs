// SPDX-License-Identifier: Apache-2.0

//! The SDK's benchmark runner with the host functions of a parachain.
//!
//! The library offers it only when the whole node is compiled with `runtime-benchmarks`. The runner
//! executes nothing but the wasm it is given, so the node as it is can run it.

pub(crate) use frame_benchmarking_cli::PalletCmd;

use cumulus_client_service::storage_proof_size;
use polkadot_omni_node_lib::RunConfig;
use sp_runtime::traits::BlakeTwo256;

// The error is the library's.
#[allow(clippy::result_large_err)]
/// Runs the benchmarks against `--chain`, or against the runtime of `--runtime` alone.
pub(crate) fn run(command: PalletCmd, config: &RunConfig) -> sc_cli::Result<()> {
	// The runner tells by the log how far it is.
	sc_cli::LoggerBuilder::new(command.shared_params.log_filters().join(",")).init()?;
	let spec = match &command.shared_params.chain {
		Some(chain) => Some(config.chain_spec_loader.load_spec(chain)?),
		None => None,
	};
	command.run_with_spec::<BlakeTwo256, storage_proof_size::HostFunctions>(spec)
}

// SPDX-License-Identifier: Apache-2.0

//! The relay chain's node. It has no runtime inside: a chain spec brings it.

fn main() -> color_eyre::eyre::Result<()> {
	color_eyre::install()?;
	polkadot_cli::run()?;
	Ok(())
}

// SPDX-License-Identifier: Apache-2.0

//! The chains that this node knows by name: each is a genesis preset of the runtime.

use cadastre_primitives::token;
use cadastre_runtime::genesis_config_presets::{PARA_ID, PRESET_CADASTRE};
use polkadot_omni_node_lib::chain_spec::{Extensions, GenericChainSpec, LoadSpec};
use sc_chain_spec::{ChainSpec, ChainType, Properties};

/// Finds a chain spec by the name given to `--chain`.
pub(crate) struct Loader;

impl LoadSpec for Loader {
	fn load_spec(&self, id: &str) -> Result<Box<dyn ChainSpec>, String> {
		Ok(Box::new(match id {
			"dev" | "development" => development()?,
			"" | "local" => local()?,
			"cadastre" => cadastre()?,
			path => GenericChainSpec::from_json_file(path.into()).map_err(|error| {
				format!(
					"no chain spec \"{path}\" ({error}); give dev, local, cadastre or the path of \
					 a chain spec file"
				)
			})?,
		}))
	}
}

fn development() -> Result<GenericChainSpec, String> {
	spec("Cadastre Development", "cadastre_dev", ChainType::Development, "development")
}

fn local() -> Result<GenericChainSpec, String> {
	spec("Cadastre Local", "cadastre_local", ChainType::Local, "local_testnet")
}

fn cadastre() -> Result<GenericChainSpec, String> {
	spec("Cadastre", "cadastre", ChainType::Live, PRESET_CADASTRE)
}

fn spec(name: &str, id: &str, kind: ChainType, preset: &str) -> Result<GenericChainSpec, String> {
	let wasm = cadastre_runtime::WASM_BINARY
		.ok_or("this node was built without its runtime (SKIP_WASM_BUILD); build it again")?;
	// The relay chain on which the chain of this kind runs.
	let relay = match kind {
		ChainType::Live => "polkadot",
		_ => "rococo-local",
	};
	Ok(GenericChainSpec::builder(wasm, Extensions::new(relay.into(), PARA_ID))
		.with_name(name)
		.with_id(id)
		.with_chain_type(kind)
		.with_genesis_config_preset_name(preset)
		.with_properties(properties())
		.build())
}

/// What wallets and Polkadot.js Apps show amounts and addresses with.
fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), token::SYMBOL.into());
	properties.insert("tokenDecimals".into(), token::DECIMALS.into());
	properties.insert("ss58Format".into(), token::SS58_PREFIX.into());
	properties
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_chain_has_the_token_that_the_runtime_has() {
		for name in ["dev", "local", "cadastre"] {
			let spec = Loader.load_spec(name).unwrap();
			let properties = spec.properties();
			assert_eq!(properties["tokenSymbol"], token::SYMBOL);
			assert_eq!(properties["tokenDecimals"], token::DECIMALS);
			assert_eq!(properties["ss58Format"], token::SS58_PREFIX);
			assert_eq!(cadastre_runtime::configs::system::SS58Prefix::get(), token::SS58_PREFIX);
		}
	}

	#[test]
	fn every_chain_builds_a_raw_genesis() {
		for name in ["dev", "local", "cadastre"] {
			let json = Loader.load_spec(name).unwrap().as_json(true).unwrap();
			assert!(json.contains("\"raw\""), "{name}");
		}
	}

	#[test]
	fn an_unknown_chain_is_an_error_that_says_what_to_give() {
		let Err(error) = Loader.load_spec("nowhere.json") else { panic!("found a chain spec") };
		assert!(error.contains("give dev, local, cadastre or the path"), "{error}");
	}
}

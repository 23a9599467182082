// SPDX-License-Identifier: Apache-2.0

//! The chains that this node knows by name: each is a genesis preset of the runtime.

use cadastre_primitives::token;
use cadastre_runtime::{
	genesis_config_presets::{PARA_ID, PRESET_CADASTRE},
	Runtime,
};
use polkadot_omni_node_lib::chain_spec::{Extensions, GenericChainSpec, LoadSpec};
use sc_chain_spec::{json_merge, ChainSpec, ChainType, Properties};
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilderV1;
use sp_state_machine::BasicExternalities;
use sp_storage::{well_known_keys::CODE, Storage};

/// Finds a chain spec by the name given to `--chain`, with its genesis as state.
///
/// The library asks for the genesis at every start of a node, also where the database is full. From
/// a preset it would compile the runtime once more for that; the same runtime is linked into this
/// program and answers at once.
pub(crate) struct Loader;

impl LoadSpec for Loader {
	fn load_spec(&self, id: &str) -> Result<Box<dyn ChainSpec>, String> {
		let Some(preset) = Preset::named(id) else { return file(id) };
		let mut spec = preset.spec()?;
		spec.set_storage(preset.genesis()?);
		Ok(Box::new(spec))
	}
}

/// Finds a chain spec as [`Loader`] does, with the genesis that people read and change: a preset.
pub(crate) fn readable(id: &str) -> Result<Box<dyn ChainSpec>, String> {
	match Preset::named(id) {
		Some(preset) => Ok(Box::new(preset.spec()?)),
		None => file(id),
	}
}

fn file(path: &str) -> Result<Box<dyn ChainSpec>, String> {
	let spec = GenericChainSpec::from_json_file(path.into()).map_err(|error| {
		format!(
			"no chain spec \"{path}\" ({error}); give dev, local, cadastre or the path of a chain \
			 spec file"
		)
	})?;
	Ok(Box::new(spec))
}

/// A chain that this node knows.
struct Preset {
	name: &'static str,
	id: &'static str,
	kind: ChainType,
	/// The name of the runtime's preset.
	preset: &'static str,
}

impl Preset {
	fn named(id: &str) -> Option<Self> {
		let (name, id, kind, preset) = match id {
			"dev" | "development" => {
				("Cadastre Development", "cadastre_dev", ChainType::Development, "development")
			},
			"" | "local" => ("Cadastre Local", "cadastre_local", ChainType::Local, "local_testnet"),
			"cadastre" => ("Cadastre", "cadastre", ChainType::Live, PRESET_CADASTRE),
			_ => return None,
		};
		Some(Self { name, id, kind, preset })
	}

	fn spec(&self) -> Result<GenericChainSpec, String> {
		// The relay chain on which the chain of this kind runs.
		let relay = match self.kind {
			ChainType::Live => "polkadot",
			_ => "rococo-local",
		};
		Ok(GenericChainSpec::builder(wasm()?, Extensions::new(relay.into(), PARA_ID))
			.with_name(self.name)
			.with_id(self.id)
			.with_chain_type(self.kind.clone())
			.with_genesis_config_preset_name(self.preset)
			.with_properties(properties())
			.build())
	}

	/// The state of the first block, by the runtime in this program.
	fn genesis(&self) -> Result<Storage, String> {
		let preset = |id| {
			let json = Runtime::get_preset(&id).ok_or("the runtime has no such preset")?;
			serde_json::from_slice(&json).map_err(|error| error.to_string())
		};
		let mut config: serde_json::Value = preset(None)?;
		json_merge(&mut config, preset(Some(self.preset.into()))?);
		let mut state = BasicExternalities::new_empty();
		state.execute_with(|| Runtime::build_state(config.to_string().into_bytes()))?;
		let mut genesis = state.into_storages();
		genesis.top.insert(CODE.to_vec(), wasm()?.to_vec());
		Ok(genesis)
	}
}

fn wasm() -> Result<&'static [u8], String> {
	cadastre_runtime::WASM_BINARY.ok_or_else(|| {
		"this node was built without its runtime (SKIP_WASM_BUILD); build it again".into()
	})
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
	fn the_genesis_is_what_the_runtime_of_the_chain_builds() {
		for name in ["dev", "local", "cadastre"] {
			let ours =
				Loader.load_spec(name).unwrap().as_storage_builder().build_storage().unwrap();
			let chain = readable(name).unwrap().as_storage_builder().build_storage().unwrap();
			assert!(ours.top.len() > 50, "{name}");
			assert!(ours.top == chain.top, "{name}");
			assert!(ours.children_default.is_empty() && chain.children_default.is_empty());
		}
	}

	#[test]
	fn a_chain_is_shown_as_a_preset_and_started_as_state() {
		for name in ["dev", "local", "cadastre"] {
			let shown = readable(name).unwrap().as_json(false).unwrap();
			assert!(shown.contains("\"runtimeGenesis\""), "{name}");
			let started = Loader.load_spec(name).unwrap().as_json(true).unwrap();
			assert!(started.contains("\"raw\""), "{name}");
			assert!(started == readable(name).unwrap().as_json(true).unwrap(), "{name}");
		}
	}

	#[test]
	fn an_unknown_chain_is_an_error_that_says_what_to_give() {
		let Err(error) = Loader.load_spec("nowhere.json") else { panic!("found a chain spec") };
		assert!(error.contains("give dev, local, cadastre or the path"), "{error}");
	}
}

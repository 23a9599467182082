// SPDX-License-Identifier: Apache-2.0

//! Builds the wasm of the runtime; with the feature `metadata-hash` it carries the hash of its own
//! metadata, which hardware wallets check before they sign.

#[cfg(all(feature = "std", feature = "metadata-hash"))]
mod token {
	#![allow(dead_code)]
	include!("../primitives/src/token.rs");
}

#[cfg(all(feature = "std", feature = "metadata-hash"))]
fn main() {
	substrate_wasm_builder::WasmBuilder::init_with_defaults()
		.enable_metadata_hash(token::SYMBOL, token::DECIMALS)
		.build();
}

#[cfg(all(feature = "std", not(feature = "metadata-hash")))]
fn main() {
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}

#[cfg(not(feature = "std"))]
fn main() {}

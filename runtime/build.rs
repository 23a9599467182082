// SPDX-License-Identifier: Apache-2.0

//! Builds the wasm of the runtime; with the feature `metadata-hash` it carries the hash of its own
//! metadata, which hardware wallets check before they sign.

#[cfg(all(feature = "std", feature = "metadata-hash"))]
mod token {
	#![allow(dead_code)]
	include!("../primitives/src/token.rs");
}

#[cfg(feature = "std")]
fn main() {
	let builder = substrate_wasm_builder::WasmBuilder::init_with_defaults()
		// A third smaller: what is stored on the relay chain, sent to its validators and compiled
		// by every node. Storage, not arithmetic, is what a block spends its time on.
		.append_to_rust_flags("-C opt-level=s");
	#[cfg(feature = "metadata-hash")]
	let builder = builder.enable_metadata_hash(token::SYMBOL, token::DECIMALS);
	builder.build();
}

#[cfg(not(feature = "std"))]
fn main() {}

// SPDX-License-Identifier: Apache-2.0

//! Builds the wasm, into `wbuild/cadastre-relay-runtime` of the target folder.

#[cfg(feature = "network")]
fn main() {
	// Inside the wasm build this runs again, with default features: there it does nothing.
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}

#[cfg(not(feature = "network"))]
fn main() {}

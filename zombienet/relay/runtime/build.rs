// SPDX-License-Identifier: Apache-2.0

//! Builds the wasm, into `wbuild/cadastre-relay-runtime` of the target folder.

#[cfg(feature = "std")]
fn main() {
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}

#[cfg(not(feature = "std"))]
fn main() {}

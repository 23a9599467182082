// SPDX-License-Identifier: Apache-2.0

//! # The relay chain of a test network
//!
//! Rococo's runtime with epochs of a minute, as wasm. A parachain starts and a collator joins at the
//! end of a session of the relay chain: in a minute instead of an hour.

#![cfg_attr(substrate_runtime, no_std)]

#[cfg(substrate_runtime)]
pub use rococo_runtime::*;

// SPDX-License-Identifier: Apache-2.0

//! The native token: one place for what chain spec, runtime, metadata hash and client must agree on.
//!
//! The runtime's build script includes this file, so it must stand alone.

/// Ticker of the native token.
pub const SYMBOL: &str = "CDST";

/// Decimal places of the native token.
pub const DECIMALS: u8 = 12;

/// Prefix of addresses (SS58): 42, the generic one.
pub const SS58_PREFIX: u16 = 42;

/// One whole token, in its smallest unit.
pub const UNIT: u128 = 1_000_000_000_000;

/// A thousandth of a token.
pub const MILLIUNIT: u128 = 1_000_000_000;

/// A millionth of a token.
pub const MICROUNIT: u128 = 1_000_000;

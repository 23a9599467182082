// SPDX-License-Identifier: Apache-2.0

//! One token: what the runtime says of it is what `token` says.

mod common;

use cadastre_primitives::token::{DECIMALS, MICROUNIT, MILLIUNIT, SS58_PREFIX, SYMBOL, UNIT};
use cadastre_runtime::{
	configs::monetary::{deposit, CENT, EXISTENTIAL_DEPOSIT, MILLICENT},
	Runtime, VERSION,
};
use sp_core::crypto::{AccountId32, Ss58AddressFormat, Ss58Codec};

#[test]
fn units_follow_from_the_decimals() {
	assert_eq!(UNIT, 10u128.pow(DECIMALS.into()));
	assert_eq!(MILLIUNIT * 1_000, UNIT);
	assert_eq!(MICROUNIT * 1_000_000, UNIT);
	assert_eq!(CENT * 100, UNIT);
	assert_eq!(MILLICENT * 1_000, CENT);
}

#[test]
fn the_symbol_is_what_wallets_can_show() {
	assert_eq!(SYMBOL, "CDST");
	assert!(SYMBOL.bytes().all(|byte| byte.is_ascii_uppercase()));
}

#[test]
fn the_prefix_of_addresses_is_that_of_the_runtime_and_of_the_library() {
	assert_eq!(<Runtime as frame_system::Config>::SS58Prefix::get(), SS58_PREFIX);
	let address = AccountId32::new([1; 32]).to_ss58check_with_version(SS58_PREFIX.into());
	let (_, format) = AccountId32::from_ss58check_with_version(&address).unwrap();
	assert_eq!(format, Ss58AddressFormat::custom(SS58_PREFIX));
	// 42 is also what tools assume that are told nothing.
	assert_eq!(address, AccountId32::new([1; 32]).to_string());
}

#[test]
fn the_build_script_reads_the_same_constants() {
	let script = include_str!("../build.rs");
	assert!(script.contains("include!(\"../primitives/src/token.rs\")"));
	assert!(script.contains(".enable_metadata_hash(token::SYMBOL, token::DECIMALS)"));
}

#[test]
fn the_existential_deposit_is_small_and_not_zero() {
	assert_eq!(
		<Runtime as pallet_balances::Config>::ExistentialDeposit::get(),
		EXISTENTIAL_DEPOSIT
	);
	assert_eq!(EXISTENTIAL_DEPOSIT * 100, UNIT);
}

#[test]
fn deposits_grow_with_items_and_bytes() {
	assert_eq!(deposit(0, 0), 0);
	assert_eq!(deposit(1, 0), 100 * MILLIUNIT);
	assert_eq!(deposit(1, 10), 110 * MILLIUNIT);
}

#[test]
fn the_version_names_the_chain() {
	assert_eq!(VERSION.spec_name, "cadastre");
	assert_eq!(VERSION.system_version, 1);
}

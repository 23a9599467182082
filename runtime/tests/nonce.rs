// SPDX-License-Identifier: Apache-2.0

//! A signed transaction is good once, even if its account was removed and came back.

mod common;

use cadastre_primitives::token::UNIT;
use cadastre_runtime::{configs::system::NONCES_PER_BLOCK, Balances, Runtime, RuntimeCall, System};
use codec::Encode;
use common::{apply, begin_block, chain, nonce, signed};
use frame_support::assert_ok;
use sp_keyring::Sr25519Keyring::{Alice, Bob, One};
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};

fn pay(to: sp_keyring::Sr25519Keyring, value: u128) -> RuntimeCall {
	pallet_balances::Call::transfer_allow_death { dest: to.to_account_id().into(), value }.into()
}

fn leave(to: sp_keyring::Sr25519Keyring) -> RuntimeCall {
	pallet_balances::Call::transfer_all { dest: to.to_account_id().into(), keep_alive: false }
		.into()
}

#[test]
fn a_genesis_account_starts_at_zero() {
	chain("development").execute_with(|| {
		begin_block(1);
		assert_eq!(nonce(&Alice.to_account_id()), 0);
		assert_ok!(apply(signed(Alice, 0, pay(Bob, UNIT))));
		assert_eq!(nonce(&Alice.to_account_id()), 1);
	});
}

#[test]
fn an_account_starts_at_a_nonce_that_grows_with_the_chain() {
	chain("development").execute_with(|| {
		begin_block(1);
		assert_ok!(apply(signed(Alice, 0, pay(One, 10 * UNIT))).unwrap());
		assert_eq!(nonce(&One.to_account_id()), NONCES_PER_BLOCK);
		begin_block(2);
		assert_eq!(nonce(&One.to_account_id()), NONCES_PER_BLOCK);
	});
}

#[test]
fn an_old_transaction_does_not_replay_after_the_account_came_back() {
	chain("development").execute_with(|| {
		begin_block(1);
		assert_ok!(apply(signed(Alice, 0, pay(One, 10 * UNIT))).unwrap());

		let first = nonce(&One.to_account_id());
		let payment = signed(One, first, pay(Bob, UNIT));
		assert_ok!(apply(payment.clone()).unwrap());
		assert_ok!(apply(signed(One, first + 1, leave(Bob))).unwrap());
		assert!(!System::account_exists(&One.to_account_id()));

		begin_block(2);
		assert_ok!(apply(signed(Alice, 1, pay(One, 10 * UNIT))).unwrap());
		assert_eq!(nonce(&One.to_account_id()), 2 * NONCES_PER_BLOCK);
		let before = Balances::free_balance(One.to_account_id());
		assert_eq!(
			apply(payment),
			Err(TransactionValidityError::Invalid(InvalidTransaction::Stale))
		);
		assert_eq!(Balances::free_balance(One.to_account_id()), before);
		assert_ok!(apply(signed(One, 2 * NONCES_PER_BLOCK, pay(Bob, UNIT))).unwrap());
	});
}

#[test]
fn a_nonce_is_encoded_as_the_u32_that_nodes_expect() {
	chain("development").execute_with(|| {
		System::set_block_number(5);
		let nonce = <Runtime as frame_system::Config>::Nonce::default();
		assert_eq!(nonce.encode(), (5 * NONCES_PER_BLOCK).encode());
	});
}

// SPDX-License-Identifier: Apache-2.0

//! Every call that moves shares, with arguments that are lawful for some of the cast.

use crate::cast::{ACTORS, AMOUNT, ASSET, CLASS, ORDERS, SHARES};
use cadastre_runtime::RuntimeCall;
use pallet_shares::{Call, OrderId};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Ferdie, One, Two};

pub fn calls() -> Vec<RuntimeCall> {
	let mut calls: Vec<RuntimeCall> = vec![];
	let (asset, amount) = (ASSET, AMOUNT);
	for actor in ACTORS {
		let to = actor.who.to_account_id();
		calls.push(Call::transfer { asset, to: to.clone(), amount }.into());
		calls.push(Call::issue { asset, to, amount }.into());
	}
	for amount in [AMOUNT, SHARES, SHARES + 1] {
		calls.push(Call::redeem { asset, amount }.into());
	}
	let allowed = [(Alice, Bob), (Alice, Charlie), (Alice, Ferdie), (Alice, One), (Alice, Two)];
	// Of Bob the allowance has ended; Two has nothing to allow.
	let others = [(Charlie, Alice), (Ferdie, Alice), (One, Alice), (Bob, Alice), (Two, Alice)];
	for (owner, to) in allowed.into_iter().chain(others).chain([(Alice, Alice)]) {
		let (owner, to) = (owner.to_account_id(), to.to_account_id());
		calls.push(Call::transfer_from { asset, owner, to, amount }.into());
	}
	let (owner, to) = (Alice.to_account_id(), Bob.to_account_id());
	calls.push(Call::transfer_from { asset, owner, to, amount: AMOUNT + 1 }.into());
	for (asset, into, amount) in
		[(ASSET, CLASS, AMOUNT), (ASSET, CLASS, SHARES + 1), (CLASS, ASSET, AMOUNT)]
	{
		calls.push(Call::convert { asset, into, amount }.into());
	}
	for order in 0..=ORDERS.len() {
		let order = OrderId::try_from(order).expect("there are few");
		calls.push(Call::execute_order { order }.into());
	}
	calls
}

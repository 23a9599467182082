// SPDX-License-Identifier: Apache-2.0

//! What calls cost, counted on the whole runtime: keys read and written, and the size of the proof
//! that a validator needs, on states of a thousand and of a hundred thousand holders.
//!
//! `CADASTRE_COST_KEYS=1` prints which.
//!
//! Reads and writes are those of `frame_benchmarking`: each key once, without what every block
//! writes, and without the filter of calls, which is the same for each. `CADASTRE_COST_HOLDERS=1000000` adds a larger state; with `--no-capture` the table is
//! printed.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod common;

use cadastre_primitives::{
	token::UNIT, AssetId, Claims, CountrySet, Flags, InvestorId, Key, MAX_RULES,
};
use cadastre_runtime::{
	AccountId, AllPalletsWithSystem, Assets, Compliance, Runtime, RuntimeCall, RuntimeOrigin,
	Shares,
};
use common::{active_bond, begin_block, chain};
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	traits::{StorageInfoTrait, UnfilteredDispatchable, WhitelistedStorageKeys},
};
use pallet_compliance::rules::{Rule, RuleSet, Sides};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Dave, Ferdie};
use sp_runtime::{BoundedVec, Perbill};
use std::collections::{BTreeMap, BTreeSet};

const ASSET: AssetId = 0;
const CURRENCY: u32 = 1;

/// By how many bytes a proof may grow from one state to the next of ten times as many holders, for
/// each key that is read.
const GROWTH: usize = 470;

#[derive(Clone, Debug, PartialEq)]
struct Cost {
	reads: usize,
	writes: usize,
	proof: usize,
	declared: usize,
}

fn signed(who: sp_keyring::Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

fn claims() -> Claims {
	let (valid_from, valid_until) = (0, 4_000_000_000);
	Claims {
		residence: *b"CH",
		tax_residence: *b"CH",
		flags: Flags::KYC.with(Flags::AML).with(Flags::PROFESSIONAL),
		valid_from,
		valid_until,
	}
}

/// As many rules as a pack may have, all of which are evaluated and hold.
fn rules() -> RuleSet {
	let side = Sides::Both;
	let set = CountrySet::from_codes([*b"CH", *b"DE", *b"SG"]).unwrap();
	let denied = CountrySet::from_codes([*b"KP", *b"IR"]).unwrap();
	let each = [
		Rule::Required { side, flags: Flags::KYC.with(Flags::AML) },
		Rule::Forbidden { side, flags: Flags::PEP.with(Flags::US_PERSON) },
		Rule::CountryAllow { side, set: 0 },
		Rule::CountryDeny { side, set: 1 },
		Rule::HolderCap { max: u32::MAX },
		Rule::OwnershipCap { max: Perbill::one() },
	];
	let rules: Vec<_> = each.into_iter().cycle().take(MAX_RULES as usize).collect();
	RuleSet {
		rules: BoundedVec::truncate_from(rules),
		sets: BoundedVec::truncate_from(vec![set, denied]),
	}
}

/// An account that nobody has the key of.
fn holder(number: u32) -> AccountId {
	sp_io::hashing::blake2_256(&number.to_le_bytes()).into()
}

/// An asset with so many holders beside Alice and Bob, and as many accounts with a payment
/// currency, written directly.
fn state(holders: u32) -> TestExternalities {
	let mut ext = chain("development");
	ext.execute_with(|| {
		begin_block(1);
		for who in [Alice, Bob, Charlie] {
			assert_ok!(Compliance::admit(signed(Dave), who.to_account_id(), claims()));
		}
		assert_ok!(Compliance::publish_pack(signed(Ferdie), rules()));
		assert_ok!(Compliance::publish_pack(signed(Ferdie), rules()));
		assert_eq!(active_bond(Ferdie, 0, u128::MAX, 1), ASSET);
		for who in [Alice, Bob] {
			assert_ok!(Shares::issue(signed(Ferdie), ASSET, who.to_account_id(), 1_000));
		}
		assert_ok!(Assets::force_create(
			RuntimeOrigin::root(),
			CURRENCY.into(),
			Ferdie.to_account_id().into(),
			true,
			1,
		));
		for who in [Alice, Bob] {
			let to = who.to_account_id().into();
			assert_ok!(Assets::mint(signed(Ferdie), CURRENCY.into(), to, 1_000));
		}
		fill(holders);
	});
	ext.commit_all().expect("the state is written");
	ext
}

fn fill(holders: u32) {
	let like = pallet_compliance::Keys::<Runtime>::get(Alice.to_account_id()).unwrap();
	let position = pallet_shares::Positions::<Runtime>::get(ASSET, like.investor);
	let money =
		pallet_assets::Account::<Runtime>::iter_prefix(CURRENCY).next().expect("Alice has some").1;
	let first: InvestorId = pallet_compliance::NextInvestorId::<Runtime>::get();
	for number in 0..holders {
		let (account, investor) = (holder(number), first + InvestorId::from(number));
		pallet_compliance::Keys::<Runtime>::insert(&account, Key { investor, ..like });
		pallet_shares::Positions::<Runtime>::insert(ASSET, investor, position);
		pallet_assets::Account::<Runtime>::insert(CURRENCY, &account, &money);
	}
	pallet_shares::Books::<Runtime>::mutate_extant(ASSET, |book| {
		book.holders += holders;
		book.supply += u128::from(holders) * position.free;
	});
}

/// Two handles of one recorder, whose type the state machine knows and this crate need not.
fn twins<T: Default + Clone>() -> (T, T) {
	let one = T::default();
	(one.clone(), one)
}

/// The storage item of a key, by pallet and name.
fn named(key: &[u8]) -> String {
	let items = AllPalletsWithSystem::storage_info();
	let found = items.iter().find(|item| key.starts_with(&item.prefix));
	match found {
		Some(item) => format!(
			"{}::{}",
			String::from_utf8_lossy(&item.pallet_name),
			String::from_utf8_lossy(&item.storage_name)
		),
		None => format!("{:?}", String::from_utf8_lossy(key)),
	}
}

/// What a call costs on a state, which stays as it is. `succeeds`: whether the call must.
fn cost(
	ext: &mut TestExternalities,
	who: RuntimeOrigin,
	call: RuntimeCall,
	succeeds: bool,
) -> Cost {
	let declared = call.get_dispatch_info().call_weight.proof_size();
	let (recorder, recorded) = twins();
	let result = ext.execute_with_recorder(recorder, || {
		// As a block does around each transaction.
		frame_support::storage::with_storage_layer(|| call.clone().dispatch_bypass_filter(who))
	});
	assert_eq!(result.is_ok(), succeeds, "{call:?}: {result:?}");
	let each_block: BTreeSet<Vec<u8>> = AllPalletsWithSystem::whitelisted_storage_keys()
		.into_iter()
		.map(|tracked| tracked.key)
		// What the inherent of every block writes, and the depth of transactions, which is no state.
		.chain([
			pallet_timestamp::Now::<Runtime>::hashed_key().to_vec(),
			frame_support::storage::transactional::TRANSACTION_LEVEL_KEY.to_vec(),
		])
		.collect();
	let read: Vec<_> = recorded
		.recorded_keys()
		.into_values()
		.flat_map(|keys| keys.into_keys())
		.filter(|key| !each_block.contains(&key[..]))
		.collect();
	let written: Vec<_> = ext
		.overlayed_changes()
		.changes()
		.map(|(key, _)| key.clone())
		.filter(|key| !each_block.contains(&key[..]))
		.collect();
	if std::env::var_os("CADASTRE_COST_KEYS").is_some() {
		println!("{call:?}");
		read.iter().for_each(|key| println!("  reads  {}", named(key)));
		written.iter().for_each(|key| println!("  writes {}", named(key)));
	}
	let (reads, writes) = (read.len(), written.len());
	let proof = recorded.estimate_encoded_size();
	ext.reset_overlay();
	Cost { reads, writes, proof, declared: declared as usize }
}

/// A call, who makes it, whether it must succeed, and the most that it may read and write.
type Row = (&'static str, RuntimeOrigin, RuntimeCall, bool, usize, usize);

fn transfer(who: sp_keyring::Sr25519Keyring, amount: u128) -> RuntimeCall {
	pallet_shares::Call::transfer { asset: ASSET, to: who.to_account_id(), amount }.into()
}

fn rows() -> Vec<Row> {
	let alice: InvestorId = 0;
	let root = RuntimeOrigin::root;
	vec![
		("shares.transfer, both hold", signed(Alice), transfer(Bob, 1), true, 7, 2),
		("shares.transfer, receiver is new", signed(Alice), transfer(Charlie, 1), true, 8, 4),
		("shares.transfer, sender leaves", signed(Alice), transfer(Bob, 1_000), true, 8, 4),
		("shares.transfer, refused", signed(Alice), transfer(Bob, 1_001), false, 7, 0),
		(
			"shares.set_pack",
			signed(Ferdie),
			pallet_shares::Call::set_pack { asset: ASSET, pack: 1 }.into(),
			true,
			3,
			3,
		),
		(
			"compliance.renew",
			signed(Dave),
			pallet_compliance::Call::renew { investor: alice, claims: claims() }.into(),
			true,
			4,
			2,
		),
		(
			"compliance.admit",
			signed(Dave),
			pallet_compliance::Call::admit { account: Ferdie.to_account_id(), claims: claims() }
				.into(),
			true,
			8,
			6,
		),
		(
			"compliance.delist_provider",
			root(),
			pallet_compliance::Call::delist_provider { provider: 0 }.into(),
			true,
			2,
			1,
		),
		(
			"assets.transfer",
			signed(Alice),
			pallet_assets::Call::transfer {
				id: CURRENCY.into(),
				target: Bob.to_account_id().into(),
				amount: 1,
			}
			.into(),
			true,
			usize::MAX,
			usize::MAX,
		),
		(
			"balances.transfer_keep_alive",
			signed(Alice),
			pallet_balances::Call::transfer_keep_alive {
				dest: Bob.to_account_id().into(),
				value: UNIT,
			}
			.into(),
			true,
			usize::MAX,
			usize::MAX,
		),
	]
}

#[test]
fn what_a_call_costs_does_not_depend_on_the_number_of_holders() {
	let mut sizes = vec![1_000, 100_000];
	if let Some(more) = std::env::var("CADASTRE_COST_HOLDERS").ok().and_then(|n| n.parse().ok()) {
		sizes.push(more);
	}
	let mut costs = BTreeMap::<usize, Vec<Cost>>::new();
	for size in &sizes {
		let mut ext = state(*size);
		for (row, (_, who, call, succeeds, ..)) in rows().into_iter().enumerate() {
			costs.entry(row).or_default().push(cost(&mut ext, who, call, succeeds));
		}
	}

	println!("{:34}  reads/writes  proof at {sizes:?} holders, declared", "call");
	for (row, (name, _, _, _, reads, writes)) in rows().into_iter().enumerate() {
		let found = &costs[&row];
		let proofs: Vec<_> = found.iter().map(|one| one.proof).collect();
		let Cost { reads: r, writes: w, declared, .. } = found[0];
		println!("{name:34}  {r:>5}/{w:<6}  {proofs:?} B, {declared} B");

		assert!(r <= reads && w <= writes, "{name}: {r}/{w}, at most {reads}/{writes}");
		for (smaller, larger) in found.iter().zip(&found[1..]) {
			assert_eq!((smaller.reads, smaller.writes), (larger.reads, larger.writes), "{name}");
		}
		let decades = (sizes[sizes.len() - 1] / sizes[0]).ilog10() as usize;
		let growth = found[found.len() - 1].proof.saturating_sub(found[0].proof);
		assert!(growth <= decades * GROWTH * r, "{name}: the proof grows by {growth} B");
		// Those of the SDK's weights that we use do not declare all of it.
		let ours = !name.starts_with("assets.") && !name.starts_with("balances.");
		for one in found.iter().filter(|_| ours) {
			assert!(one.proof <= one.declared, "{name}: {} B of {} B", one.proof, one.declared);
		}
	}
}

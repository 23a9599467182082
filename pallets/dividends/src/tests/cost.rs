// SPDX-License-Identifier: Apache-2.0

//! How many keys of storage a call touches: this pallet's, and those of the money. What the layers
//! below are asked is in tables here; the runtime's benchmarks count its keys.

use super::*;
use frame_support::{storage::with_storage_layer, traits::PalletInfoAccess};
use std::collections::BTreeSet;

/// Two handles of one recorder, whose type the state machine knows and this crate need not.
fn twins<T: Default + Clone>() -> (T, T) {
	let one = T::default();
	(one.clone(), one)
}

#[derive(Debug, PartialEq)]
struct Cost {
	/// Keys of this pallet that were read, and that were written.
	ours: (usize, usize),
	/// Keys of the money that were read, and that were written: of the currency and of accounts.
	money: (usize, usize),
}

fn cost(
	builder: ExtBuilder,
	prepare: impl FnOnce(),
	call: impl FnOnce() -> DispatchResult,
) -> Cost {
	let mut ext = builder.build();
	ext.execute_with(prepare);
	ext.commit_all().unwrap();
	let (recorder, recorded) = twins();
	ext.execute_with_recorder(recorder, || {
		assert_ok!(with_storage_layer(call));
	});
	let hashes = [
		<Dividends as PalletInfoAccess>::name_hash(),
		<Assets as PalletInfoAccess>::name_hash(),
		<Balances as PalletInfoAccess>::name_hash(),
	];
	let events = frame_support::storage::storage_prefix(b"System", b"Account");
	let of = |key: &[u8], money: bool| {
		if money {
			hashes[1..].iter().any(|hash| key.starts_with(hash)) || key.starts_with(&events)
		} else {
			key.starts_with(&hashes[0])
		}
	};
	let read: BTreeSet<Vec<u8>> = recorded
		.recorded_keys()
		.into_values()
		.flat_map(|keys| keys.into_keys())
		.map(|key| key.to_vec())
		.collect();
	let changed: Vec<Vec<u8>> =
		ext.overlayed_changes().changes().map(|(key, _)| key.clone()).collect();
	let count = |money| {
		(
			read.iter().filter(|key| of(key, money)).count(),
			changed.iter().filter(|key| of(key, money)).count(),
		)
	};
	Cost { ours: count(false), money: count(true) }
}

fn many(holders: u64) -> ExtBuilder {
	(1..=holders).fold(ExtBuilder::default(), |all, investor| all.holding(investor, 10))
}

/// A first distribution that is over, so that nothing is new.
fn seasoned() {
	let id = distribute(1_000);
	for investor in [ANNA, BENO] {
		assert_ok!(claim(investor, id));
	}
}

#[test]
fn a_declaration_costs_the_same_for_any_number_of_holders() {
	let found = [3, 300].map(|holders| {
		cost(many(holders), seasoned, || declare(1_000, RecordDate::Now).map(|_| ()))
	});
	assert_eq!(found[0], found[1]);
	assert_eq!(found[0], Cost { ours: (2, 2), money: (3, 3) });
}

#[test]
fn a_claim_costs_the_same_for_any_number_of_holders_and_distributions() {
	let found = [(3, 1), (300, 1), (3, 50)].map(|(holders, more)| {
		cost(
			many(holders),
			|| {
				seasoned();
				for _ in 0..more {
					distribute(1_000);
				}
			},
			|| claim(ANNA, 1),
		)
	});
	assert_eq!(found[0], found[1]);
	assert_eq!(found[0], found[2]);
	assert_eq!(found[0], Cost { ours: (2, 1), money: (3, 3) });
}

#[test]
fn a_claim_of_a_stream_costs_the_same_for_any_number_of_payments() {
	let found = [1, 100].map(|payments| {
		cost(
			three(),
			|| {
				seasoned();
				assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
				for _ in 0..payments {
					assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 100));
				}
			},
			|| Dividends::claim_streams(signed(ANNA.into()), ASSET),
		)
	});
	assert_eq!(found[0], found[1]);
	assert_eq!(found[0], Cost { ours: (3, 2), money: (3, 3) });
}

#[test]
fn each_further_holder_of_a_page_costs_the_same() {
	let page = |holders| {
		cost(
			many(holders),
			|| {
				let id = distribute(1_000);
				while push(id, 100).is_ok() {}
				distribute(1_000);
			},
			|| push(1, 100),
		)
	};
	let (few, more) = (page(10), page(20));
	let each = |few: usize, more: usize| (more - few) / 10;
	assert_eq!((each(few.ours.0, more.ours.0), each(few.ours.1, more.ours.1)), (0, 0));
	assert_eq!((each(few.money.0, more.money.0), each(few.money.1, more.money.1)), (1, 1));
}

#[test]
fn an_idle_block_reads_one_value_and_writes_none() {
	let found = cost(
		three(),
		|| {
			declare(1_000, RecordDate::Future(NOW + 3_600)).unwrap();
		},
		|| {
			Today::set(NOW - 1);
			poll();
			Ok(())
		},
	);
	assert_eq!(found, Cost { ours: (1, 0), money: (0, 0) });
}

#[test]
fn a_movement_of_an_asset_without_a_stream_is_told_nothing() {
	let found = cost(three(), seasoned, || {
		Register::transfer(ASSET, ANNA, BENO, 1);
		Ok(())
	});
	assert_eq!(found, Cost { ours: (0, 0), money: (0, 0) });
}

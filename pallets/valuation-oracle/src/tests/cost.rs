// SPDX-License-Identifier: Apache-2.0

//! How many keys of storage a call touches: the same for one operator and for sixteen. The time of
//! the block is a key that every block writes.

use super::*;
use frame_support::{
	dispatch::DispatchResultWithPostInfo,
	traits::{Hooks, PalletInfoAccess},
};
use std::collections::BTreeSet;

/// Two handles of one recorder, whose type the state machine knows and this crate need not.
fn twins<T: Default + Clone>() -> (T, T) {
	let one = T::default();
	(one.clone(), one)
}

/// Keys of this pallet that a call reads, and that it writes.
fn cost(
	models: u32,
	prepare: impl FnOnce(),
	call: impl FnOnce() -> DispatchResultWithPostInfo,
) -> (usize, usize) {
	let mut ext = ExtBuilder::default().feed(policy(), models).build();
	ext.execute_with(prepare);
	ext.commit_all().unwrap();
	let (recorder, recorded) = twins();
	ext.execute_with_recorder(recorder, call).unwrap();
	let ours = |key: &[u8]| key.starts_with(&<ValuationOracle as PalletInfoAccess>::name_hash());
	let reads: BTreeSet<Vec<u8>> = recorded
		.recorded_keys()
		.into_values()
		.flat_map(|keys| keys.into_keys())
		.map(|key| key.to_vec())
		.filter(|key| ours(key))
		.collect();
	let writes = ext.overlayed_changes().changes().filter(|(key, _)| ours(key)).count();
	// A key that is only written may be recorded as the place that was looked for.
	(reads.len(), writes)
}

fn all_committed(models: u32) {
	open();
	for model in 0..models {
		assert_ok!(commit(model, 10_000));
	}
	Today::mutate(|now| *now += 100);
}

#[test]
fn a_commitment_reads_three_keys_and_writes_one() {
	for models in [3, 16] {
		let found = cost(models, open, || {
			let commitment = commitment(0, &report(10_000));
			ValuationOracle::commit(signed(OPERATOR), FEED, 0, commitment)?;
			Ok(().into())
		});
		assert_eq!(found, (3, 1), "{models} models");
	}
}

#[test]
fn a_reveal_reads_three_keys_and_writes_two() {
	for models in [3, 16] {
		let found = cost(
			models,
			|| all_committed(models),
			|| {
				ValuationOracle::reveal(signed(OPERATOR), FEED, 0, report(10_000), SALT)?;
				Ok(().into())
			},
		);
		assert_eq!(found, (3, 2), "{models} models");
	}
}

#[test]
fn the_end_of_a_round_costs_the_same_for_any_number_of_operators() {
	for models in [3, 16] {
		let prepare = || {
			all_committed(models);
			for model in 0..models {
				assert_ok!(reveal(model, 10_000));
			}
		};
		let found = cost(models, prepare, || ValuationOracle::finalise(signed(STRANGER), FEED));
		assert_eq!(found, (5, 3), "{models} models");
	}
}

#[test]
fn a_consumer_reads_one_key() {
	let prepare = || {
		assert_ok!(round(&[10_000; 3]));
	};
	let found = cost(3, prepare, || {
		assert!(ValuationOracle::valuation(FEED).is_some());
		Ok(().into())
	});
	assert_eq!(found, (1, 0));
}

#[test]
fn a_block_without_calls_costs_nothing() {
	let found = cost(
		16,
		|| {},
		|| {
			ValuationOracle::on_initialize(2);
			ValuationOracle::on_finalize(2);
			Ok(().into())
		},
	);
	assert_eq!(found, (0, 0));
}

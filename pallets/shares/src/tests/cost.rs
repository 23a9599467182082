// SPDX-License-Identifier: Apache-2.0

//! How many keys of storage a movement touches. The gatekeeper's reads are the calls to it here;
//! the runtime's benchmarks count its keys.

use super::*;
use frame_support::{dispatch::DispatchResultWithPostInfo, traits::PalletInfoAccess};
use std::collections::BTreeSet;

/// Two handles of one recorder, whose type the state machine knows and this crate need not.
fn twins<T: Default + Clone>() -> (T, T) {
	let one = T::default();
	(one.clone(), one)
}

#[derive(Debug, PartialEq)]
struct Cost {
	/// Keys of this pallet that were read, and that were written.
	reads: usize,
	writes: usize,
	/// Calls of the gatekeeper.
	keys: u32,
	examinations: usize,
}

fn cost(builder: ExtBuilder, call: impl FnOnce() -> DispatchResultWithPostInfo) -> Cost {
	let mut ext = builder.build();
	ext.commit_all().unwrap();
	let (recorder, recorded) = twins();
	let _ = ext.execute_with_recorder(recorder, call);
	let ours = |key: &[u8]| key.starts_with(&<Shares as PalletInfoAccess>::name_hash());
	let reads: BTreeSet<Vec<u8>> = recorded
		.recorded_keys()
		.into_values()
		.flat_map(|keys| keys.into_keys())
		.map(|key| key.to_vec())
		.filter(|key| ours(key))
		.collect();
	let writes = ext.overlayed_changes().changes().filter(|(key, _)| ours(key)).count();
	Cost { reads: reads.len(), writes, keys: KeyReads::get(), examinations: Asked::get().len() }
}

fn two_holders() -> ExtBuilder {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 10)
}

#[test]
fn a_transfer_between_holders_reads_seven_keys_and_writes_two() {
	let found = cost(two_holders(), || Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1));
	// With provider status and pack, which one examination reads: 3 + 2 + 2 = 7.
	assert_eq!(found, Cost { reads: 3, writes: 2, keys: 2, examinations: 1 });
}

#[test]
fn a_transfer_that_changes_the_number_of_holders_writes_the_book_too() {
	let joins = cost(two_holders(), || Shares::transfer(signed(ANNA_KEY), ASSET, CARA_KEY, 1));
	// The counter of the country too, read and written.
	assert_eq!(joins, Cost { reads: 4, writes: 4, keys: 2, examinations: 1 });
	let leaves = cost(two_holders(), || Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 10));
	assert_eq!(leaves, Cost { reads: 4, writes: 4, keys: 2, examinations: 1 });
	let swaps = cost(two_holders(), || Shares::transfer(signed(ANNA_KEY), ASSET, CARA_KEY, 10));
	assert_eq!(swaps, Cost { reads: 3, writes: 2, keys: 2, examinations: 1 });
}

#[test]
fn a_refused_transfer_writes_nothing() {
	let found = cost(two_holders(), || Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 11));
	assert_eq!(found, Cost { reads: 3, writes: 0, keys: 2, examinations: 1 });
}

#[test]
fn a_refusal_for_an_unknown_asset_asks_nobody() {
	let found = cost(two_holders(), || Shares::transfer(signed(ANNA_KEY), 2, BENO_KEY, 1));
	assert_eq!(found, Cost { reads: 1, writes: 0, keys: 0, examinations: 0 });
}

#[test]
fn issue_and_redeem_touch_one_position_and_the_book() {
	let issue = cost(two_holders(), || Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 1));
	assert_eq!(issue, Cost { reads: 2, writes: 2, keys: 1, examinations: 1 });
	let redeem = cost(two_holders(), || Shares::redeem(signed(ANNA_KEY), ASSET, 1));
	assert_eq!(redeem, Cost { reads: 2, writes: 2, keys: 1, examinations: 1 });
}

#[test]
fn a_change_of_pack_touches_the_book_alone_whatever_the_number_of_holders() {
	let found = cost(two_holders(), || {
		Shares::set_pack(signed(ISSUER), ASSET, OTHER_PACK)?;
		Ok(().into())
	});
	assert_eq!(found, Cost { reads: 1, writes: 1, keys: 0, examinations: 0 });
}

#[test]
fn a_refusal_is_cheaper_than_what_it_refuses() {
	use crate::WeightInfo;
	type Weights = ();
	let refused = <Weights as WeightInfo>::transfer_refused();
	assert!(refused.all_lte(Weights::transfer()) && refused != Weights::transfer());
	assert!(Weights::transfer_known().all_lte(Weights::transfer()));
}

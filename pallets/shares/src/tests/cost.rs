// SPDX-License-Identifier: Apache-2.0

//! How many keys of storage a movement touches. The gatekeeper's reads are the calls to it here;
//! the runtime's benchmarks count its keys.

use super::*;
use cadastre_primitives::traits::Checkpoints;
use frame_support::{assert_ok, dispatch::DispatchResultWithPostInfo, traits::PalletInfoAccess};
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
	cost_after(builder, || (), call)
}

fn cost_after(
	builder: ExtBuilder,
	prepare: impl FnOnce(),
	call: impl FnOnce() -> DispatchResultWithPostInfo,
) -> Cost {
	let mut ext = builder.build();
	ext.execute_with(prepare);
	KeyReads::set(0);
	Asked::set(Vec::new());
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
fn the_first_change_after_a_checkpoint_costs_no_key_more() {
	let found = cost_after(
		two_holders(),
		|| {
			assert_ok!(<Shares as Checkpoints>::take(ASSET));
		},
		|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1),
	);
	assert_eq!(found, Cost { reads: 3, writes: 2, keys: 2, examinations: 1 });
}

#[test]
fn a_change_after_two_checkpoints_writes_the_histories_once() {
	let prepare = || {
		for _ in 0..2 {
			assert_ok!(<Shares as Checkpoints>::take(ASSET));
			assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1));
		}
		assert_ok!(<Shares as Checkpoints>::take(ASSET));
	};
	let call = || Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1);
	// The list of checkpoints and two histories, and no more until the next checkpoint.
	let found = cost_after(two_holders(), prepare, call);
	assert_eq!(found, Cost { reads: 6, writes: 4, keys: 2, examinations: 1 });
	let prepare = || {
		prepare();
		assert_ok!(call());
	};
	let found = cost_after(two_holders(), prepare, call);
	assert_eq!(found, Cost { reads: 3, writes: 2, keys: 2, examinations: 1 });
}

#[test]
fn a_lock_up_that_runs_costs_one_read_and_its_end_one_write() {
	let lock = || {
		lock_until(Some(DAY));
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 1));
		lock_until(None);
	};
	let call = || Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1);
	let running = cost_after(two_holders(), lock, call);
	assert_eq!(running, Cost { reads: 4, writes: 2, keys: 2, examinations: 1 });
	let over = || {
		lock();
		at(DAY);
	};
	let found = cost_after(two_holders(), over, call);
	assert_eq!(found, Cost { reads: 4, writes: 3, keys: 2, examinations: 1 });
	let later = || {
		over();
		assert_ok!(call());
	};
	let found = cost_after(two_holders(), later, call);
	assert_eq!(found, Cost { reads: 3, writes: 2, keys: 2, examinations: 1 });
}

#[test]
fn a_deny_list_costs_its_reads_only_while_somebody_is_on_it() {
	let deny = || {
		assert_ok!(Shares::deny(signed(ISSUER), ASSET, CARA, Default::default()));
	};
	let call = || Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1);
	let found = cost_after(two_holders(), deny, call);
	assert_eq!(found, Cost { reads: 5, writes: 2, keys: 2, examinations: 1 });
	let undeny = || {
		deny();
		assert_ok!(Shares::undeny(signed(ISSUER), ASSET, CARA));
	};
	let found = cost_after(two_holders(), undeny, call);
	assert_eq!(found, Cost { reads: 3, writes: 2, keys: 2, examinations: 1 });
}

#[test]
fn checkpoints_and_splits_touch_no_position_whatever_the_number_of_holders() {
	let take = cost(two_holders(), || {
		<Shares as Checkpoints>::take(ASSET)?;
		Ok(().into())
	});
	assert_eq!(take, Cost { reads: 2, writes: 2, keys: 0, examinations: 0 });
	let split = cost(two_holders(), || {
		Shares::split(signed(ISSUER), ASSET, 1, 10)?;
		Ok(().into())
	});
	assert_eq!(split, Cost { reads: 1, writes: 1, keys: 0, examinations: 0 });
}

#[test]
fn a_refusal_is_cheaper_than_what_it_refuses() {
	use crate::WeightInfo;
	type Weights = ();
	let refused = <Weights as WeightInfo>::transfer_refused();
	assert!(refused.all_lte(Weights::transfer()) && refused != Weights::transfer());
	assert!(Weights::transfer_known().all_lte(Weights::transfer()));
}

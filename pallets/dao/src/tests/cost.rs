// SPDX-License-Identifier: Apache-2.0

//! How many keys of storage a call touches. The reads of the layers below are the calls to them
//! here; the runtime's benchmarks count their keys.

use super::*;
use frame_support::traits::PalletInfoAccess;
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
	/// Records of keys, and balances at a checkpoint, one key of storage each.
	keys: u32,
	balances: u32,
}

fn cost(prepare: impl FnOnce(), call: impl FnOnce() -> DispatchResult) -> Cost {
	let mut ext = ExtBuilder::default().resolution().build();
	ext.execute_with(prepare);
	ext.commit_all().unwrap();
	KeyReads::set(0);
	BalanceReads::set(0);
	let (recorder, recorded) = twins();
	ext.execute_with_recorder(recorder, || {
		assert_ok!(call());
	});
	let ours = |key: &[u8]| key.starts_with(&<Dao as PalletInfoAccess>::name_hash());
	let reads: BTreeSet<Vec<u8>> = recorded
		.recorded_keys()
		.into_values()
		.flat_map(|keys| keys.into_keys())
		.map(|key| key.to_vec())
		.filter(|key| ours(key))
		.collect();
	let writes = ext.overlayed_changes().changes().filter(|(key, _)| ours(key)).count();
	Cost { reads: reads.len(), writes, keys: KeyReads::get(), balances: BalanceReads::get() }
}

#[test]
fn a_vote_reads_four_keys_and_writes_two() {
	let voting = || Today::set(VOTING_FROM);
	let one = Cost { reads: 2, writes: 2, keys: 1, balances: 1 };
	assert_eq!(cost(voting, || vote(BOB, 0, YES)), one);
}

#[test]
fn a_vote_costs_the_same_after_others_and_beside_other_resolutions() {
	let busy = || {
		assert_ok!(propose(CAROL, no_calls(&[1])));
		assert_ok!(propose(DAVE, no_calls(&[10])));
		assert_ok!(Dao::delegate(signed(BOB), ASSET, DAVE));
		Today::set(VOTING_FROM);
		for who in [ALICE, BOB, CAROL, DAVE] {
			assert_ok!(vote(who, 0, NO));
		}
	};
	let one = Cost { reads: 2, writes: 2, keys: 1, balances: 1 };
	assert_eq!(cost(busy, || vote(BOB, 0, YES)), one);
}

#[test]
fn counting_costs_the_same_for_any_number_of_votes() {
	let counting = |voters: &'static [AccountId]| {
		cost(
			|| {
				Today::set(VOTING_FROM);
				for who in voters {
					assert_ok!(vote(*who, 0, YES));
				}
				Today::set(VOTING_UNTIL);
			},
			|| Dao::close(signed(STRANGER), ASSET, 0),
		)
	};
	let none = counting(&[]);
	assert_eq!(none, Cost { reads: 2, writes: 3, keys: 0, balances: 0 });
	assert_eq!(counting(&[ALICE, BOB, CAROL, DAVE]), none);
}

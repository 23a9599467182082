// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Histories, Policy, Rounds, Vote};
use cadastre_primitives::{HistoryEntry, Interval, Report};
use codec::Encode;
use frame_support::dispatch::Pays;
use sp_core::H256;
use sp_io::hashing::blake2_256;

fn finalised(answer: Option<Interval>, reports: u8, missed: u8, settled: bool) -> Event<Test> {
	let round = Rounds::<Test>::get(FEED).unwrap().number;
	Event::RoundFinalised { feed: FEED, round, reports, missed, answer, settled }
}

#[test]
fn the_first_answer_is_proposed_and_recorded() {
	three().build_and_execute(|| {
		assert_ok!(round(&[10_000, 11_000, 12_000]));
		let found = Interval { low: 9_900, mid: 11_000, high: 12_100 };
		assert_last(finalised(Some(found), 3, 0, false));
		let now = Today::get();
		let entry =
			HistoryEntry { round: 1, interval: found, as_of: NOW, answered_at: now, reports: 3 };
		assert_eq!(Histories::<Test>::get(FEED).into_inner(), [entry]);
		let proposed = answer().proposed.unwrap();
		assert_eq!((proposed.interval, proposed.as_of, proposed.round), (found, NOW, 1));
		assert_eq!((proposed.aging_at, proposed.stale_at), (NOW + 1_000, NOW + 3_000));
		assert_eq!(answer().settles_at, now + 400);
		assert_eq!(answer().digest, H256::from(blake2_256(&(H256::zero(), entry).encode())));
	});
}

#[test]
fn it_is_time_when_all_have_revealed_or_none_may_any_more() {
	three().build_and_execute(|| {
		assert_noop!(finalise(), Error::<Test>::NoRound);
		open();
		// Nobody has committed: there is still time to.
		opens_at(NOW + 100, Error::TooEarly, finalise);
		Today::set(NOW);
		assert_ok!(commit(0, 10_000));
		opens_at(NOW + 200, Error::TooEarly, finalise);
		Today::set(NOW + 100);
		assert_noop!(finalise(), Error::<Test>::TooEarly);
		assert_ok!(reveal(0, 10_000));
		assert_ok!(finalise());
		assert_noop!(finalise(), Error::<Test>::NoRound);
	});
}

#[test]
fn is_free_if_it_succeeds() {
	three().build_and_execute(|| {
		open();
		let early = ValuationOracle::finalise(signed(STRANGER), FEED).unwrap_err();
		assert_eq!(early.post_info.pays_fee, Pays::Yes);
		Today::set(NOW + 200);
		let done = ValuationOracle::finalise(signed(STRANGER), FEED).unwrap();
		assert_eq!(done.pays_fee, Pays::No);
		assert_bad_origins(
			|origin| {
				ValuationOracle::finalise(origin, FEED).map(|_| ()).map_err(|error| error.error)
			},
			&[ROOT()],
		);
	});
}

#[test]
fn reports_have_to_be_enough() {
	// One short of the number, with a commitment that is missed.
	three().answered(&[10_000; 3]).build_and_execute(|| {
		let before = answer();
		open();
		for model in 0..3 {
			assert_ok!(commit(model, 10_000));
		}
		Today::mutate(|now| *now += 100);
		for model in 0..2 {
			assert_ok!(reveal(model, 10_000));
		}
		Today::mutate(|now| *now += 100);
		assert_ok!(finalise());
		assert_last(finalised(None, 0, 1, false));
		assert_eq!(answer(), before);
		assert_eq!(Rounds::<Test>::get(FEED).unwrap().entries[2].vote, Vote::Missed);
		assert_eq!(Histories::<Test>::get(FEED).len(), 1);
	});
}

#[test]
fn operators_families_and_appraisers_have_to_be_enough() {
	let run = |policy: Policy, models: u32, answered: bool| {
		ExtBuilder::default().feed(policy, models).build_and_execute(|| {
			assert_ok!(round(&vec![10_000; models as usize]));
			assert_eq!(ValuationOracle::valuation(FEED).is_some(), answered);
		});
	};
	// Models 0, 1, 2 are of three families, and none is an appraiser's.
	run(Policy { min_families: 3, ..policy() }, 3, true);
	run(Policy { min_families: 3, min_reports: 4, ..policy() }, 4, true);
	run(Policy { min_families: 4, min_reports: 4, ..policy() }, 4, false);
	run(Policy { min_operators: 4, min_reports: 4, ..policy() }, 4, true);
	run(Policy { min_reports: 4, ..policy() }, 3, false);
	run(Policy { human: true, ..policy() }, 3, false);
}

#[test]
fn an_appraiser_makes_the_difference() {
	ExtBuilder::default().feed(Policy { human: true, ..policy() }, 2).build_and_execute(|| {
		assert_ok!(ValuationOracle::bond(signed(operator(2)), BOND));
		assert_ok!(ValuationOracle::propose_model(signed(operator(2)), card(3)));
		assert_ok!(ValuationOracle::approve_model(ROOT(), 2, NOW + 10_000));
		assert_ok!(ValuationOracle::join(signed(operator(2)), FEED, 2));
		assert_ok!(round(&[10_000; 3]));
		assert!(ValuationOracle::valuation(FEED).is_some());
	});
}

#[test]
fn what_is_out_of_bounds_or_too_wide_does_not_count() {
	let run = |interval: Interval, counts: bool| {
		three().build_and_execute(|| {
			open();
			let odd = Report { interval, ..report(10_000) };
			let commitment = commitment(2, &odd);
			assert_ok!(ValuationOracle::commit(signed(operator(2)), FEED, 2, commitment));
			for model in 0..2 {
				assert_ok!(commit(model, 10_000));
			}
			Today::mutate(|now| *now += 100);
			for model in 0..2 {
				assert_ok!(reveal(model, 10_000));
			}
			assert_ok!(ValuationOracle::reveal(signed(operator(2)), FEED, 2, odd, SALT));
			assert_ok!(finalise());
			assert_eq!(ValuationOracle::valuation(FEED).is_some(), counts, "{interval:?}");
		});
	};
	let of = |low, mid, high| Interval { low, mid, high };
	run(of(999, 1_000, 1_001), false);
	run(of(1_000, 1_000, 1_001), true);
	run(of(1_001, 1_001, 1_001), true);
	run(of(999_999, 999_999, 999_999), true);
	run(of(999_999, 999_999, 1_000_000), true);
	run(of(999_999, 999_999, 1_000_001), false);
	// Half of the mid and one less, and one more.
	run(of(8_000, 10_000, 12_999), true);
	run(of(8_000, 10_000, 13_000), true);
	run(of(8_000, 10_000, 13_001), false);
}

#[test]
fn a_round_that_nobody_finished_is_too_old_to_answer() {
	let reveal_all = || {
		open();
		for model in 0..3 {
			assert_ok!(commit(model, 10_000));
		}
		Today::mutate(|now| *now += 100);
		for model in 0..3 {
			assert_ok!(reveal(model, 10_000));
		}
	};
	for (now, answered) in [(NOW + 2_999, true), (NOW + 3_000, false), (NOW + 3_001, false)] {
		three().build_and_execute(|| {
			reveal_all();
			Today::set(now);
			assert_ok!(finalise());
			assert_eq!(ValuationOracle::valuation(FEED).is_some(), answered);
		});
	}
}

#[test]
fn an_answer_is_as_old_as_its_oldest_data() {
	three().build_and_execute(|| {
		open();
		let dated = |model: u32| Report { as_of: NOW - 100 * u64::from(model), ..report(10_000) };
		for model in 0..3 {
			let commitment = commitment(model, &dated(model));
			assert_ok!(ValuationOracle::commit(signed(operator(model)), FEED, model, commitment));
		}
		Today::set(NOW + 100);
		for model in (0..3).rev() {
			let who = signed(operator(model));
			assert_ok!(ValuationOracle::reveal(who, FEED, model, dated(model), SALT));
		}
		assert_ok!(finalise());
		assert_eq!(ValuationOracle::valuation(FEED).unwrap().as_of(), NOW - 200);
		assert_eq!(answer().proposed.unwrap().stale_at, NOW - 200 + 3_000);
	});
}

#[test]
fn the_history_keeps_ten_and_the_digest_all() {
	three().build_and_execute(|| {
		let mut digest = H256::zero();
		for number in 1..=12 {
			assert_ok!(round(&[10_000; 3]));
			let last = *Histories::<Test>::get(FEED).last().unwrap();
			assert_eq!(last.round, number);
			digest = H256::from(blake2_256(&(digest, last).encode()));
			assert_eq!(answer().digest, digest);
		}
		let rounds =
			ValuationOracle::history(FEED).iter().map(|entry| entry.round).collect::<Vec<_>>();
		assert_eq!(rounds, (3..=12).collect::<Vec<_>>());
	});
}

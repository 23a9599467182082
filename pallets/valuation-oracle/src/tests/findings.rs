// SPDX-License-Identifier: Apache-2.0

//! What others' audits and losses found in oracles, and does not happen here.

use super::*;
use crate::{math, Policy, Reports};
use cadastre_primitives::{FeedId, Metric, Unit, ValuationStatus};

fn status() -> ValuationStatus {
	ValuationOracle::valuation(FEED).unwrap().status()
}

/// ORML: a stale value was returned for ever, without its time.
#[test]
fn orml_a_stale_value_is_never_returned_as_another() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		for ahead in [3_000, 1_000_000, 1_000_000_000_000] {
			Today::set(NOW + ahead);
			assert_eq!(status(), ValuationStatus::Stale);
			assert!(ValuationOracle::valuation(FEED).unwrap().fresh().is_err());
		}
		assert_eq!(ValuationOracle::valuation(FEED).unwrap().as_of(), NOW);
	});
}

/// ORML and pallet-oracle: with too few reports the previous value was returned as the new one
/// (V22).
#[test]
fn orml_too_few_reports_do_not_refresh_the_last_value() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		let before = ValuationOracle::valuation(FEED).unwrap();
		Today::set(NOW + 2_900);
		open();
		for model in 0..2 {
			assert_ok!(commit(model, 10_000));
		}
		Today::mutate(|now| *now += 100);
		for model in 0..2 {
			assert_ok!(reveal(model, 10_000));
		}
		assert_ok!(finalise());
		let after = ValuationOracle::valuation(FEED).unwrap();
		assert_eq!((after.as_of(), after.round()), (before.as_of(), before.round()));
		assert_eq!(after.status(), ValuationStatus::Stale);
	});
}

/// ORML, Centrifuge: for an even number the upper middle was taken.
#[test]
fn orml_an_even_number_has_a_median_between() {
	let mut votes = [(100, 1), (200, 1), (300, 1), (400, 1)];
	assert_eq!(math::median(&mut votes), Some(250));
}

/// Centrifuge: no lifetime and no feeders were the defaults, so that a feed was unsafe until
/// somebody configured it.
#[test]
fn cf_no_feed_is_open_without_a_sound_policy() {
	ExtBuilder::default().build_and_execute(|| {
		for bad in [
			Policy { min_reports: 0, ..policy() },
			Policy { max_age: 0, ..policy() },
			Policy { max_age: u64::MAX, ..policy() },
		] {
			assert_noop!(
				ValuationOracle::open_feed(signed(ISSUER), FEED, 2, bad),
				Error::<Test>::BadPolicy
			);
		}
	});
}

/// Midas: `setRoundData` skipped the check of the deviation that `setRoundDataSafe` made.
#[test]
fn midas_there_is_one_way_to_an_answer_and_it_is_bounded() {
	// By calls, from every round in which all agree on a jump, however often they repeat it.
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(round(&[20_000; 3]));
		assert_eq!(status(), ValuationStatus::Pending);
		let settles_at = answer().settles_at;
		while Today::get() + 200 < settles_at {
			assert_ok!(round(&[20_000; 3]));
			assert_eq!(status(), ValuationStatus::Pending);
		}
	});
}

/// Midas: over a weekend the window of staleness was missed by an hour.
#[test]
fn midas_age_is_counted_from_the_data_and_not_from_the_answer() {
	three().build_and_execute(|| {
		open();
		let mut old = report(10_000);
		old.as_of = NOW - 500;
		let commitment = commitment(0, &old);
		assert_ok!(ValuationOracle::commit(signed(OPERATOR), FEED, 0, commitment));
		for model in 1..3 {
			assert_ok!(commit(model, 10_000));
		}
		Today::set(NOW + 100);
		assert_ok!(ValuationOracle::reveal(signed(OPERATOR), FEED, 0, old, SALT));
		for model in 1..3 {
			assert_ok!(reveal(model, 10_000));
		}
		Today::set(NOW + 199);
		assert_ok!(finalise());
		for (ahead, stale) in [(2_499, false), (2_500, true), (2_501, true)] {
			Today::set(NOW + ahead);
			assert_eq!(status() == ValuationStatus::Stale, stale);
		}
	});
}

/// A price that is depressed for a moment (agent-governed vaults #32) is not taken at once.
#[test]
fn a_depressed_price_waits_and_its_mid_is_not_served() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(round(&[2_000; 3]));
		let valuation = ValuationOracle::valuation(FEED).unwrap();
		assert_eq!(valuation.fresh(), Err(ValuationStatus::Pending));
		let (seen, _) = valuation.when(|_| true).unwrap();
		assert_eq!((seen.low, seen.mid), (1_800, 10_000));
	});
}

/// Mango, Cream (V21): a manipulated minority moves nothing.
#[test]
fn v21_one_of_three_moves_nothing_out_of_the_honest_range() {
	for lie in [1_000, 9_999, 10_500, 900_000] {
		three().answered(&[10_000; 3]).build_and_execute(|| {
			assert_ok!(round(&[lie, 9_900, 10_100]));
			let (seen, _) = ValuationOracle::valuation(FEED).unwrap().fresh().unwrap();
			assert!((8_910..=11_110).contains(&seen.mid) && seen.is_ordered(), "{lie}: {seen:?}");
			assert!(seen.low >= interval(9_900).low && seen.high <= interval(10_100).high);
		});
	}
}

/// Rho 2024 (V21): the feeds of two currencies were swapped at deployment.
#[test]
fn v21_a_model_of_another_currency_or_decimals_cannot_report() {
	ExtBuilder::default().build_and_execute(|| {
		let euros = FeedId { unit: Unit::Fiat(*b"EUR"), ..FEED };
		let rent = FeedId { metric: Metric::Rent, ..FEED };
		assert_ok!(ValuationOracle::open_feed(signed(ISSUER), euros, 2, policy()));
		assert_ok!(ValuationOracle::open_feed(signed(ISSUER), rent, 2, policy()));
		assert_ok!(ValuationOracle::open_feed(signed(ISSUER), FEED, 3, policy()));
		approved(0);
		for feed in [euros, rent, FEED] {
			assert_noop!(
				ValuationOracle::join(signed(OPERATOR), feed, 0),
				Error::<Test>::OutOfScope
			);
		}
	});
}

/// V23: who copies a commitment cannot open it, and pays.
#[test]
fn v23_a_copied_commitment_cannot_be_opened() {
	three().build_and_execute(|| {
		open();
		let honest = commitment(0, &report(10_000));
		assert_ok!(commit(0, 10_000));
		assert_ok!(ValuationOracle::commit(signed(operator(1)), FEED, 1, honest));
		Today::mutate(|now| *now += 100);
		assert_ok!(reveal(0, 10_000));
		assert_noop!(reveal(1, 10_000), Error::<Test>::WrongReport);
		Today::mutate(|now| *now += 100);
		assert_ok!(finalise());
		assert_ok!(ValuationOracle::settle_miss(signed(STRANGER), FEED, 1));
		assert_eq!(held(operator(1))[0], BOND - terms().miss_penalty);
	});
}

/// V23: nobody sees a report while it can still be copied.
#[test]
fn v23_nothing_is_revealed_while_anything_can_be_committed_to() {
	three().build_and_execute(|| {
		open();
		assert_ok!(commit(0, 10_000));
		for now in NOW..NOW + 210 {
			Today::set(now);
			let commits = in_vain(|| commit(1, 10_000)).is_ok();
			let reveals = in_vain(|| reveal(0, 10_000)).is_ok();
			assert!(!(commits && reveals), "at {now}");
		}
	});
}

/// V23: a commitment of one round, feed or model is none of another.
#[test]
fn v23_a_commitment_is_bound_to_feed_round_model_and_account() {
	three().build_and_execute(|| {
		open();
		let report = report(10_000);
		let of = |feed, round, model, account| {
			ValuationOracle::commitment(feed, round, model, &account, &report, SALT)
		};
		let right = of(FEED, 1, 0, OPERATOR);
		for wrong in [
			of(FeedId { asset: 8, ..FEED }, 1, 0, OPERATOR),
			of(FEED, 2, 0, OPERATOR),
			of(FEED, 1, 1, OPERATOR),
			of(FEED, 1, 0, OPERATOR + 1),
		] {
			assert_ne!(wrong, right);
		}
	});
}

/// V23: another artefact is another model, which needs an approval of its own.
#[test]
fn v23_no_model_is_swapped_behind_its_seat() {
	three().build_and_execute(|| {
		let before = ValuationOracle::model(0).unwrap().card;
		let mut other = card(0);
		other.artefact = sp_core::H256::repeat_byte(9);
		assert_ok!(ValuationOracle::propose_model(signed(OPERATOR), other));
		assert_noop!(ValuationOracle::join(signed(OPERATOR), FEED, 3), Error::<Test>::WrongStatus);
		open();
		assert_noop!(
			ValuationOracle::commit(signed(OPERATOR), FEED, 3, [1; 24]),
			Error::<Test>::WrongStatus
		);
		assert_eq!(ValuationOracle::model(0).unwrap().card, before);
	});
}

/// V23: one identity has one bond, and never half of the votes, whatever the policy was before.
#[test]
fn v23_one_operator_never_has_half_of_the_reports() {
	let wide = Policy { min_reports: 5, seats_per_operator: 2, min_operators: 2, ..policy() };
	ExtBuilder::default().feed(wide, 3).build_and_execute(|| {
		assert_ok!(ValuationOracle::propose_model(signed(OPERATOR), card(1)));
		assert_ok!(ValuationOracle::approve_model(ROOT(), 3, NOW + 1_000_000));
		assert_ok!(ValuationOracle::join(signed(OPERATOR), FEED, 3));
		let narrow = Policy { seats_per_operator: 1, min_reports: 3, min_operators: 1, ..wide };
		assert_ok!(ValuationOracle::announce_policy(signed(ISSUER), FEED, narrow));
		Today::mutate(|now| *now += terms().policy_delay);
		assert_ok!(ValuationOracle::enact_policy(signed(STRANGER), FEED));
		// Models 0 and 3 are of one operator; model 2 stays away.
		open();
		let by = |model| if model == 3 { OPERATOR } else { operator(model) };
		for model in [0, 1, 3] {
			let report = report(10_000);
			let round = crate::Rounds::<Test>::get(FEED).unwrap().number;
			let commitment =
				ValuationOracle::commitment(FEED, round, model, &by(model), &report, SALT);
			assert_ok!(ValuationOracle::commit(signed(by(model)), FEED, model, commitment));
		}
		Today::mutate(|now| *now += 100);
		for model in [0, 1, 3] {
			let who = signed(by(model));
			assert_ok!(ValuationOracle::reveal(who, FEED, model, report(10_000), SALT));
		}
		assert_ok!(finalise());
		assert_eq!(ValuationOracle::valuation(FEED), None, "two reports of three count");
	});
}

/// V27, Acala and Rho: a parameter out of its bounds, or in force at once.
#[test]
fn v27_a_policy_is_bounded_and_announced() {
	three().build_and_execute(|| {
		let absurd = Policy { max_width: sp_runtime::Permill::zero(), ..policy() };
		assert_noop!(
			ValuationOracle::announce_policy(signed(ISSUER), FEED, absurd),
			Error::<Test>::BadPolicy
		);
		let other = Policy { min_value: 0, ..policy() };
		assert_ok!(ValuationOracle::announce_policy(signed(ISSUER), FEED, other));
		assert_noop!(ValuationOracle::enact_policy(signed(ISSUER), FEED), Error::<Test>::TooEarly);
	});
}

/// V32: a collator who shifts the clock by a slot does not open reveals and commitments at once.
#[test]
fn v32_no_period_is_shorter_than_the_clock_is_exact() {
	let short = Policy { commit_period: crate::rules::MIN_PERIOD - 1, ..policy() };
	assert!(!crate::rules::is_sound(&short));
	assert!(TheTerms::get().step_period >= crate::rules::MIN_PERIOD);
}

/// SRLabs: an item that is stored has a payer and a way out.
#[test]
fn srlabs_all_deposits_return_when_everything_is_closed() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(ValuationOracle::request_explanation(signed(HOLDER), FEED, 0, 1));
		let text = EXPLANATION.to_vec().try_into().unwrap();
		assert_ok!(ValuationOracle::open_explanation(signed(OPERATOR), FEED, 0, text));
		for model in 0..3 {
			let who = signed(operator(model));
			assert_ok!(ValuationOracle::leave(who.clone(), FEED, model));
			assert_ok!(ValuationOracle::retire_model(who.clone(), model));
			assert_ok!(ValuationOracle::remove_model(who.clone(), model));
			assert_ok!(ValuationOracle::announce_withdrawal(who, operator(model)));
		}
		assert_ok!(ValuationOracle::close_feed(signed(ISSUER), FEED));
		Today::mutate(|now| *now += terms().withdrawal_delay);
		for model in 0..3 {
			let who = operator(model);
			assert_ok!(ValuationOracle::withdraw_bond(signed(who), who));
			assert_eq!(Balances::free_balance(who), FUNDS);
		}
		assert_eq!(Balances::free_balance(ISSUER), FUNDS);
		assert_eq!(Balances::free_balance(HOLDER), FUNDS);
		assert_eq!(Reports::<Test>::iter().count(), 0);
		assert_eq!(crate::Scores::<Test>::iter().count(), 0);
	});
}

/// A friend of the operator cannot use up the one dispute of a false report: anybody takes it
/// further.
#[test]
fn a_sham_dispute_protects_nothing() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(round(&[10_000; 3]));
		assert_ok!(ValuationOracle::dispute(signed(DISPUTER), FEED, 0, DIGEST));
		assert_ok!(ValuationOracle::answer_dispute(signed(OPERATOR), 0, DIGEST));
		assert_ok!(ValuationOracle::escalate(signed(STRANGER), 0));
		assert_ok!(ValuationOracle::judge(signed(APPRAISER), 0, true));
		for _ in 0..2 {
			Today::mutate(|now| *now += terms().step_period);
			assert_ok!(ValuationOracle::close_dispute(signed(STRANGER), 0));
		}
		assert_eq!(held(OPERATOR)[0], BOND - terms().slash.mul_ceil(BOND));
	});
}

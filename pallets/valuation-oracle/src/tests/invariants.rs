// SPDX-License-Identifier: Apache-2.0

//! Each invariant is broken by hand and seen to be reported; random histories break none.

use super::*;
use crate::{
	rules::{self, MAX_PERIOD},
	Answers, Cards, Disputes, Entry, Feeds, Histories, Models, NextDisputeId, NextModelId,
	Operators, Outcomes, Policy, Reports, Requests, Rounds, Scores, Seats, Vote, HISTORY,
};
use cadastre_primitives::{DisputeStage, FeedId, Interval, ModelStatus, Report, Verdict};
use frame_support::traits::fungible::MutateHold;
use proptest::prelude::*;
use sp_io::storage;
use sp_runtime::{Permill, StateVersion};

/// Breaks a state with an answer, an outcome, a score, a request, and a dispute of the last report
/// of the first model, and expects to be told so.
fn caught(number: &str, break_it: impl FnOnce()) {
	three().answered(&[10_000; 3]).build().execute_with(|| {
		assert_ok!(round(&[10_000; 3]));
		for _ in 0..2 {
			Today::mutate(|now| *now += 1);
			assert_ok!(ValuationOracle::record_outcome(
				signed(APPRAISER),
				FEED,
				10_000,
				Today::get(),
				DIGEST
			));
		}
		assert_ok!(ValuationOracle::score(signed(STRANGER), FEED, 1, 0));
		assert_ok!(ValuationOracle::request_explanation(signed(HOLDER), FEED, 1, 2));
		assert_ok!(ValuationOracle::dispute(signed(DISPUTER), FEED, 0, DIGEST));
		assert_ok!(ValuationOracle::do_try_state());
		break_it();
		let DispatchError::Other(told) = ValuationOracle::do_try_state().unwrap_err() else {
			panic!("another kind of error");
		};
		assert!(told.starts_with(&format!("{number}:")), "{told}");
	});
}

const OTHER: FeedId = FeedId { asset: 8, ..FEED };
const BAD: Interval = Interval { low: 2, mid: 1, high: 2 };

#[test]
fn inv_v1_bonds_are_held() {
	caught("INV-V1", || {
		Operators::<Test>::mutate(OPERATOR, |operator| operator.as_mut().unwrap().bond += 1);
	});
	caught("INV-V1", || {
		let reason = crate::HoldReason::Bond.into();
		let exact = frame_support::traits::tokens::Precision::Exact;
		assert_ok!(Balances::release(&reason, &OPERATOR, 1, exact));
	});
}

#[test]
fn inv_v2_bonds_of_disputes_are_held() {
	caught("INV-V2", || {
		Disputes::<Test>::mutate(0, |dispute| dispute.as_mut().unwrap().bond -= 1);
	});
}

#[test]
fn inv_v3_models_and_seats_are_counted() {
	caught("INV-V3", || {
		Models::<Test>::mutate(0, |model| model.as_mut().unwrap().seats = 2);
	});
	caught("INV-V3", || {
		Operators::<Test>::mutate(OPERATOR, |operator| operator.as_mut().unwrap().models = 2);
	});
	caught("INV-V3", || {
		Operators::<Test>::mutate(OPERATOR, |operator| operator.as_mut().unwrap().seats = 0);
	});
	caught("INV-V3", || {
		Seats::<Test>::mutate(FEED, |seats| seats[0].operator += 1);
	});
}

#[test]
fn inv_v4_seats_and_entries_are_the_same() {
	caught("INV-V4", || {
		Rounds::<Test>::mutate(FEED, |round| {
			let entries = &mut round.as_mut().unwrap().entries;
			(entries[0].model, entries[1].model) = (1, 0);
		});
	});
	caught("INV-V4", || {
		Rounds::<Test>::mutate(FEED, |round| {
			let entry = Entry { model: 0, weight: 225, vote: Vote::Absent };
			round.as_mut().unwrap().entries.try_push(entry).unwrap();
		});
	});
}

#[test]
fn inv_v5_a_feed_is_whole_and_its_policy_sound() {
	caught("INV-V5", || {
		Feeds::<Test>::mutate(FEED, |feed| feed.as_mut().unwrap().policy.min_reports = 2);
	});
	caught("INV-V5", || {
		let bad = Policy { max_age: 0, ..policy() };
		Feeds::<Test>::mutate(FEED, |feed| feed.as_mut().unwrap().upcoming = Some((bad, 0)));
	});
	caught("INV-V5", || {
		Feeds::<Test>::mutate(FEED, |feed| feed.as_mut().unwrap().decimals = 13);
	});
	caught("INV-V5", || {
		let round = Rounds::<Test>::get(FEED).unwrap();
		Rounds::<Test>::insert(OTHER, round);
	});
	caught("INV-V5", || Rounds::<Test>::remove(FEED));
	caught("INV-V5", || {
		Answers::<Test>::mutate(FEED, |answer| answer.as_mut().unwrap().decimals = 1);
	});
}

#[test]
fn inv_v6_answers_and_reports_are_ordered() {
	let settled = |change: fn(&mut crate::Dated)| {
		caught("INV-V6", || {
			Answers::<Test>::mutate(FEED, |answer| {
				change(answer.as_mut().unwrap().settled.as_mut().unwrap());
			});
		});
	};
	settled(|settled| settled.interval = BAD);
	settled(|settled| settled.aging_at = settled.stale_at + 1);
	settled(|settled| settled.round = 3);
	caught("INV-V6", || {
		Answers::<Test>::mutate(FEED, |answer| {
			let answer = answer.as_mut().unwrap();
			answer.proposed = answer.settled;
		});
	});
	caught("INV-V6", || {
		Rounds::<Test>::mutate(FEED, |round| {
			round.as_mut().unwrap().entries[0].vote = Vote::Revealed(BAD);
		});
	});
	for weight in [224, 251] {
		caught("INV-V6", || {
			Rounds::<Test>::mutate(FEED, |round| {
				round.as_mut().unwrap().entries[0].weight = weight;
			});
		});
	}
}

#[test]
fn inv_v7_disputes_are_counted() {
	caught("INV-V7", || {
		Models::<Test>::mutate(0, |model| model.as_mut().unwrap().disputes = 0);
	});
	caught("INV-V7", || {
		Operators::<Test>::mutate(OPERATOR, |operator| operator.as_mut().unwrap().disputes = 2);
	});
	caught("INV-V7", || {
		Answers::<Test>::mutate(FEED, |answer| answer.as_mut().unwrap().disputes = 0);
	});
}

#[test]
fn inv_v8_models_are_whole() {
	caught("INV-V8", || NextModelId::<Test>::put(2));
	caught("INV-V8", || Cards::<Test>::remove(0));
	caught("INV-V8", || {
		let card = Cards::<Test>::get(0).unwrap();
		Cards::<Test>::insert(7, card);
	});
	caught("INV-V8", || {
		let scores = Scores::<Test>::get(1);
		Scores::<Test>::insert(7, scores);
	});
	caught("INV-V8", || {
		let mut model = Models::<Test>::get(0).unwrap();
		(model.operator, model.seats, model.disputes) = (7, 0, 0);
		Models::<Test>::insert(9, model);
	});
}

#[test]
fn inv_v9_disputes_are_whole() {
	let dispute = |change: fn(&mut crate::Dispute<AccountId>)| {
		caught("INV-V9", || {
			Disputes::<Test>::mutate(0, |dispute| change(dispute.as_mut().unwrap()));
		});
	};
	caught("INV-V9", || NextDisputeId::<Test>::put(0));
	dispute(|dispute| dispute.stage = DisputeStage::Appealed(Verdict::Upheld));
	dispute(|dispute| dispute.votes.try_push((APPRAISER, true)).unwrap());
	dispute(|dispute| {
		dispute.stage = DisputeStage::Panel;
		for vote in [true, false] {
			dispute.votes.try_push((APPRAISER, vote)).unwrap();
		}
	});
}

#[test]
fn inv_v10_reports_are_in_their_places() {
	caught("INV-V10", || {
		let report = Reports::<Test>::get(FEED, (0, 1)).unwrap();
		Reports::<Test>::insert(FEED, (7, 1), report);
	});
	caught("INV-V10", || {
		let report = Reports::<Test>::get(FEED, (0, 1)).unwrap();
		Reports::<Test>::insert(FEED, (0, 3), report);
	});
	caught("INV-V10", || {
		Reports::<Test>::mutate(FEED, (0, 1), |report| report.as_mut().unwrap().round += HISTORY);
	});
	caught("INV-V10", || {
		Reports::<Test>::mutate(FEED, (0, 1), |report| {
			report.as_mut().unwrap().report.interval = BAD;
		});
	});
}

#[test]
fn inv_v11_the_history_is_in_order_and_ends_with_the_answer() {
	caught("INV-V11", || {
		Rounds::<Test>::mutate(FEED, |round| round.as_mut().unwrap().number = 1);
	});
	caught("INV-V11", || Histories::<Test>::remove(FEED));
	caught("INV-V11", || {
		Histories::<Test>::mutate(FEED, |history| history[0].round = 2);
	});
	caught("INV-V11", || {
		Histories::<Test>::mutate(FEED, |history| history[0].as_of = u64::MAX);
	});
	caught("INV-V11", || {
		Histories::<Test>::mutate(FEED, |history| history[0].interval = BAD);
	});
}

#[test]
fn inv_v12_outcomes_are_in_order() {
	caught("INV-V12", || {
		Outcomes::<Test>::mutate(FEED, |outcomes| outcomes[1].number = 2);
	});
	caught("INV-V12", || {
		Outcomes::<Test>::mutate(FEED, |outcomes| outcomes[0].dated = outcomes[1].dated);
	});
	caught("INV-V12", || Outcomes::<Test>::mutate(FEED, |outcomes| outcomes[0].price = 0));
	caught("INV-V12", || {
		let outcomes = Outcomes::<Test>::get(FEED);
		Outcomes::<Test>::insert(OTHER, outcomes);
	});
}

#[test]
fn inv_v13_requests_are_of_seats() {
	caught("INV-V13", || {
		let request = Requests::<Test>::get(FEED, 1).unwrap();
		Requests::<Test>::insert(FEED, 7, request);
	});
}

#[test]
fn inv_v14_rounds_end_and_their_times_fit() {
	let round = |change: fn(&mut crate::Round)| {
		caught("INV-V14", || {
			Rounds::<Test>::mutate(FEED, |round| change(round.as_mut().unwrap()));
		});
	};
	round(|round| round.entries[1].vote = Vote::Committed([1; 24]));
	round(|round| round.oldest = round.max_input_age + 1);
	round(|round| round.commit_for = round.reveal_for);
}

#[test]
fn inv_v15_who_leaves_has_no_seat() {
	caught("INV-V15", || {
		Operators::<Test>::mutate(OPERATOR, |operator| {
			operator.as_mut().unwrap().leaving_at = Some(0);
		});
	});
}

#[test]
fn inv_v16_weights_follow_scores() {
	caught("INV-V16", || {
		Models::<Test>::mutate(1, |model| model.as_mut().unwrap().weight = 225);
	});
	caught("INV-V16", || {
		Scores::<Test>::mutate(1, |scores| {
			scores[0].price = 0;
			scores[0].covered = false;
		});
		Models::<Test>::mutate(1, |model| model.as_mut().unwrap().weight = 225);
	});
}

#[derive(Clone, Debug)]
enum Op {
	/// A whole round, in which some do not commit and some do not reveal.
	Round {
		mids: [u64; 5],
		absent: u8,
		silent: u8,
	},
	/// A dispute that goes so far as its bits say.
	Argue {
		model: u32,
		course: u8,
	},
	Open,
	Commit {
		model: u32,
		mid: u64,
	},
	Reveal {
		model: u32,
	},
	Finalise,
	SettleMiss {
		model: u32,
	},
	Dispute {
		model: u32,
	},
	Answer {
		id: u32,
	},
	Escalate {
		id: u32,
	},
	Judge {
		id: u32,
		by: u64,
		uphold: bool,
	},
	Appeal {
		id: u32,
		operator: bool,
	},
	Decide {
		id: u32,
		uphold: bool,
	},
	Close {
		id: u32,
	},
	Record {
		price: u64,
		ago: u64,
	},
	Score {
		model: u32,
		outcome: u32,
	},
	Request {
		model: u32,
		round: u32,
	},
	Explain {
		model: u32,
		right: bool,
	},
	CloseRequest {
		model: u32,
	},
	Bond {
		model: u32,
		amount: u128,
	},
	Announce {
		model: u32,
	},
	Withdraw {
		model: u32,
	},
	Propose {
		model: u32,
	},
	Approve {
		model: u32,
		ahead: u64,
	},
	Suspend {
		model: u32,
	},
	Retire {
		model: u32,
	},
	Remove {
		model: u32,
	},
	Join {
		model: u32,
	},
	Leave {
		model: u32,
	},
	Halt {
		on: bool,
	},
	Policy(Box<Policy>),
	Enact,
	Wait {
		seconds: u64,
	},
}

fn permill() -> impl Strategy<Value = Permill> {
	prop_oneof![3 => (1..1_000_001_u32).prop_map(Permill::from_parts), 1 => Just(Permill::zero())]
}

fn period() -> impl Strategy<Value = u64> {
	prop_oneof![
		6 => 0..1_000_u64,
		1 => Just(rules::MIN_PERIOD),
		1 => Just(MAX_PERIOD),
		1 => any::<u64>(),
	]
}

/// Any policy, most of them not sound.
fn any_policy() -> impl Strategy<Value = Policy> {
	(
		(0..18_u8, 0..18_u8, 0..5_u8, 0..9_u8, any::<bool>(), any::<bool>()),
		(period(), period(), period(), period(), period(), period(), period(), period()),
		(permill(), permill(), permill(), 0..20_000_u64, 0..40_000_u64),
	)
		.prop_map(|(numbers, periods, bounds)| {
			let (min_reports, min_operators, min_families, seats_per_operator, human, weigh) =
				numbers;
			let (one, two, three, four, five, six, seven, eight) = periods;
			let (max_jump, max_drift, max_width, min_value, max_value) = bounds;
			Policy {
				min_reports,
				min_operators,
				min_families,
				seats_per_operator,
				human,
				weigh,
				commit_period: one,
				reveal_period: two,
				interval: three,
				max_input_age: four,
				aging_after: five,
				max_age: six,
				challenge_period: seven,
				drift_window: eight,
				max_jump,
				max_drift,
				max_width,
				min_value,
				max_value,
			}
		})
}

/// The same as [`any_policy`], with what is out of bounds brought into them.
fn sound_policy() -> impl Strategy<Value = Policy> {
	any_policy().prop_map(|mut policy| {
		policy.min_reports = policy.min_reports.clamp(3, 5);
		policy.min_operators = policy.min_operators.clamp(1, 3);
		policy.min_families = policy.min_families.clamp(1, 2);
		policy.seats_per_operator =
			policy.seats_per_operator.clamp(1, (policy.min_reports - 1) / 2);
		policy.commit_period = policy.commit_period.clamp(rules::MIN_PERIOD, 400);
		policy.reveal_period = policy.reveal_period.clamp(rules::MIN_PERIOD, 400);
		policy.interval = policy.interval.clamp(policy.commit_period + policy.reveal_period, 900);
		policy.max_input_age = policy.max_input_age.min(1_000);
		policy.max_age = policy.max_age.clamp(1_900, MAX_PERIOD);
		policy.aging_after = policy.aging_after.clamp(1, policy.max_age);
		policy.challenge_period = policy.challenge_period.clamp(rules::MIN_PERIOD, MAX_PERIOD);
		policy.drift_window = policy.drift_window.clamp(rules::MIN_PERIOD, MAX_PERIOD);
		policy.max_jump = policy.max_jump.max(Permill::from_parts(1));
		policy.max_drift = policy.max_drift.max(policy.max_jump);
		policy.max_width = policy.max_width.max(Permill::from_parts(1));
		policy.max_value = policy.max_value.max(policy.min_value);
		policy
	})
}

fn op() -> impl Strategy<Value = Op> {
	let model = || 0..5_u32;
	let id = || 0..4_u32;
	// Few of the bits are set.
	let mask = || (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(a, b, c)| a & b & c);
	let mid = || prop_oneof![12 => 9_000..12_000_u64, 1 => 0..100_000_u64];
	prop_oneof![
		16 => (prop::array::uniform5(mid()), mask(), mask())
			.prop_map(|(mids, absent, silent)| Op::Round { mids, absent, silent }),
		6 => (model(), any::<u8>()).prop_map(|(model, course)| Op::Argue { model, course }),
		3 => Just(Op::Open),
		8 => (model(), mid()).prop_map(|(model, mid)| Op::Commit { model, mid }),
		8 => model().prop_map(|model| Op::Reveal { model }),
		3 => Just(Op::Finalise),
		3 => model().prop_map(|model| Op::SettleMiss { model }),
		8 => model().prop_map(|model| Op::Dispute { model }),
		6 => id().prop_map(|id| Op::Answer { id }),
		6 => id().prop_map(|id| Op::Escalate { id }),
		8 => (id(), 0..3_u64, any::<bool>())
			.prop_map(|(id, by, uphold)| Op::Judge { id, by, uphold }),
		6 => (id(), any::<bool>()).prop_map(|(id, operator)| Op::Appeal { id, operator }),
		4 => (id(), any::<bool>()).prop_map(|(id, uphold)| Op::Decide { id, uphold }),
		6 => id().prop_map(|id| Op::Close { id }),
		3 => (mid(), 0..300_u64).prop_map(|(price, ago)| Op::Record { price, ago }),
		4 => (model(), 0..4_u32).prop_map(|(model, outcome)| Op::Score { model, outcome }),
		6 => (model(), 0..12_u32).prop_map(|(model, round)| Op::Request { model, round }),
		4 => (model(), any::<bool>()).prop_map(|(model, right)| Op::Explain { model, right }),
		2 => model().prop_map(|model| Op::CloseRequest { model }),
		2 => (model(), 0..3_000_u128).prop_map(|(model, amount)| Op::Bond { model, amount }),
		1 => model().prop_map(|model| Op::Announce { model }),
		1 => model().prop_map(|model| Op::Withdraw { model }),
		2 => model().prop_map(|model| Op::Propose { model }),
		6 => (model(), 100..1_000_000_u64).prop_map(|(model, ahead)| Op::Approve { model, ahead }),
		1 => model().prop_map(|model| Op::Suspend { model }),
		1 => model().prop_map(|model| Op::Retire { model }),
		1 => model().prop_map(|model| Op::Remove { model }),
		6 => model().prop_map(|model| Op::Join { model }),
		1 => model().prop_map(|model| Op::Leave { model }),
		2 => prop::bool::weighted(0.25).prop_map(|on| Op::Halt { on }),
		1 => any_policy().prop_map(|policy| Op::Policy(Box::new(policy))),
		2 => sound_policy().prop_map(|policy| Op::Policy(Box::new(policy))),
		2 => Just(Op::Enact),
		12 => prop_oneof![8 => 20..210_u64, 1 => 0..2_500_u64].prop_map(|seconds| Op::Wait { seconds }),
	]
}

/// The key that acts for a model, whoever that is.
fn key(model: u32) -> AccountId {
	Models::<Test>::get(model).map_or(operator(model), |model| model.operator)
}

impl Op {
	/// Only a call that the chain would have rolled back may fail; it must leave nothing behind.
	fn run(self, reports: &mut Vec<(u32, Report)>) -> DispatchResult {
		let by = |model| signed(key(model));
		let plain = |result: frame_support::dispatch::DispatchResultWithPostInfo| {
			result.map(|_| ()).map_err(|error| error.error)
		};
		match self {
			Self::Round { mids, absent, silent } => {
				whole_round(mids, absent, silent, reports);
				Ok(())
			},
			Self::Argue { model, course } => {
				argue(model, course, reports);
				Ok(())
			},
			Self::Open => {
				reports.clear();
				ValuationOracle::open_round(signed(STRANGER), FEED)
			},
			Self::Commit { model, mid } => {
				let report = report(mid);
				let round = Rounds::<Test>::get(FEED).unwrap().number;
				let commitment =
					ValuationOracle::commitment(FEED, round, model, &key(model), &report, SALT);
				ValuationOracle::commit(by(model), FEED, model, commitment)?;
				reports.push((model, report));
				Ok(())
			},
			Self::Reveal { model } => {
				let found = reports.iter().find(|(of, _)| *of == model);
				let report = found.map_or(report(1_000), |(_, report)| *report);
				ValuationOracle::reveal(by(model), FEED, model, report, SALT)
			},
			Self::Finalise => finalise(),
			Self::SettleMiss { model } => {
				ValuationOracle::settle_miss(signed(STRANGER), FEED, model)
			},
			Self::Dispute { model } => {
				ValuationOracle::dispute(signed(DISPUTER), FEED, model, DIGEST)
			},
			Self::Answer { id } => {
				let model = Disputes::<Test>::get(id).map_or(0, |dispute| dispute.model);
				ValuationOracle::answer_dispute(by(model), id, DIGEST)
			},
			Self::Escalate { id } => ValuationOracle::escalate(signed(DISPUTER), id),
			Self::Judge { id, by, uphold } => {
				ValuationOracle::judge(signed(APPRAISER + by), id, uphold)
			},
			Self::Appeal { id, operator } => {
				let model = Disputes::<Test>::get(id).map_or(0, |dispute| dispute.model);
				ValuationOracle::appeal(if operator { by(model) } else { signed(DISPUTER) }, id)
			},
			Self::Decide { id, uphold } => ValuationOracle::decide(signed(HOLDERS), id, uphold),
			Self::Close { id } => ValuationOracle::close_dispute(signed(STRANGER), id),
			Self::Record { price, ago } => ValuationOracle::record_outcome(
				signed(APPRAISER),
				FEED,
				price,
				Today::get() - ago,
				DIGEST,
			),
			Self::Score { model, outcome } => {
				plain(ValuationOracle::score(signed(STRANGER), FEED, model, outcome))
			},
			Self::Request { model, round } => {
				ValuationOracle::request_explanation(signed(HOLDER), FEED, model, round)
			},
			Self::Explain { model, right } => {
				let text = if right { EXPLANATION } else { b"no" };
				let text = text.to_vec().try_into().unwrap();
				ValuationOracle::open_explanation(by(model), FEED, model, text)
			},
			Self::CloseRequest { model } => {
				ValuationOracle::close_request(signed(STRANGER), FEED, model)
			},
			Self::Bond { model, amount } => ValuationOracle::bond(by(model), amount),
			Self::Announce { model } => ValuationOracle::announce_withdrawal(by(model), key(model)),
			Self::Withdraw { model } => ValuationOracle::withdraw_bond(by(model), key(model)),
			Self::Propose { model } => ValuationOracle::propose_model(by(model), card(1)),
			Self::Approve { model, ahead } => {
				ValuationOracle::approve_model(ROOT(), model, Today::get() + ahead)
			},
			Self::Suspend { model } => ValuationOracle::suspend_model(ROOT(), model, DIGEST),
			Self::Retire { model } => ValuationOracle::retire_model(by(model), model),
			Self::Remove { model } => ValuationOracle::remove_model(by(model), model),
			Self::Join { model } => ValuationOracle::join(by(model), FEED, model),
			Self::Leave { model } => ValuationOracle::leave(by(model), FEED, model),
			Self::Halt { on: true } => ValuationOracle::halt_feed(ROOT(), FEED, DIGEST),
			Self::Halt { on: false } => ValuationOracle::resume_feed(ROOT(), FEED),
			Self::Policy(policy) => ValuationOracle::announce_policy(signed(ISSUER), FEED, *policy),
			Self::Enact => ValuationOracle::enact_policy(signed(STRANGER), FEED),
			Self::Wait { seconds } => {
				Today::mutate(|now| *now += seconds);
				Ok(())
			},
		}
	}
}

/// A round in which everybody does what it may, but for those whose bit is set.
fn whole_round(mids: [u64; 5], absent: u8, silent: u8, reports: &mut Vec<(u32, Report)>) {
	let before = Rounds::<Test>::get(FEED).unwrap();
	let interval = Feeds::<Test>::get(FEED).unwrap().policy.interval;
	if before.finalised && before.number > 0 {
		Today::mutate(|now| *now = (*now).max(before.opened_at + interval));
	}
	if Op::Open.run(reports).is_err() {
		return;
	}
	for (model, mid) in (0..).zip(mids).filter(|(model, _)| absent >> model & 1 == 0) {
		let _ = Op::Commit { model, mid }.run(reports);
	}
	let round = Rounds::<Test>::get(FEED).unwrap();
	Today::set(round.commit_until());
	for model in (0..5).filter(|model| silent >> model & 1 == 0) {
		let _ = Op::Reveal { model }.run(reports);
	}
	if finalise().is_err() {
		Today::set(round.reveal_until());
		assert_ok!(finalise());
	}
}

/// A dispute of a model's last report: answered, escalated, voted on twice, judged, appealed and
/// decided, or only so far.
fn argue(model: u32, course: u8, reports: &mut Vec<(u32, Report)>) {
	let id = NextDisputeId::<Test>::get();
	if (Op::Dispute { model }).run(reports).is_err() {
		return;
	}
	let set = |bit: u8| course >> bit & 1 == 1;
	let mut steps = Vec::new();
	if set(0) || set(1) {
		steps.push(Op::Answer { id });
		steps.push(Op::Escalate { id });
	}
	steps.push(Op::Judge { id, by: 0, uphold: set(2) });
	steps.push(Op::Judge { id, by: 1, uphold: set(3) });
	if set(4) || set(5) {
		steps.push(Op::Wait { seconds: terms().step_period });
		steps.push(Op::Close { id });
		steps.push(Op::Appeal { id, operator: set(6) });
	}
	if set(5) {
		steps.push(Op::Decide { id, uphold: set(7) });
	}
	for step in steps {
		let _ = step.run(reports);
	}
}

/// What the pallet's own invariants cannot see: no money is made, and none is lost but what was
/// slashed.
fn check_money() {
	let accounts = (1..30).chain(OPERATOR..OPERATOR + 20);
	let owned: u128 = accounts.clone().map(Balances::total_balance_of).sum();
	let count = u128::try_from(accounts.count()).unwrap();
	assert_eq!(owned + Slashed::get(), count * FUNDS);
}

/// The whole balance of an account, held or not.
trait Total {
	fn total_balance_of(who: AccountId) -> u128;
}

impl Total for Balances {
	fn total_balance_of(who: AccountId) -> u128 {
		<Balances as frame_support::traits::fungible::Inspect<AccountId>>::total_balance(&who)
	}
}

/// What a consumer sees is ordered, and no older than its status says.
fn check_answer() {
	let Some(valuation) = ValuationOracle::valuation(FEED) else { return };
	let (seen, _) = valuation.when(|_| true).unwrap();
	assert!(seen.is_ordered());
	assert!(valuation.as_of() <= Today::get());
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(150, 16)))]

	#[test]
	fn random_histories_keep_every_invariant(ops in prop::collection::vec(op(), 1..200)) {
		three().answered(&[10_000; 3]).build_and_execute(|| {
			let mut reports = Vec::new();
			TheTerms::mutate(|terms| terms.policy_delay = 100);
			for op in ops {
				let before = storage::root(StateVersion::V1);
				if op.run(&mut reports).is_err() {
					assert_eq!(storage::root(StateVersion::V1), before);
				}
				assert_ok!(ValuationOracle::do_try_state());
				check_money();
				check_answer();
			}
			everything_has_a_way_out();
		});
	}

}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(1_000, 48)))]

	/// No policy that is accepted breaks an invariant, whatever is reported under it.
	#[test]
	fn no_accepted_policy_breaks_an_invariant(
		policy in prop_oneof![any_policy(), sound_policy()],
		mids in prop::collection::vec(0..50_000_u64, 3..6),
		waits in prop::collection::vec(0..5_000_u64, 4),
	) {
		ExtBuilder::default().build_and_execute(|| {
			let opened = ValuationOracle::open_feed(signed(ISSUER), FEED, 2, policy);
			assert_eq!(opened.is_ok(), rules::is_sound(&policy));
			if opened.is_err() {
				return;
			}
			for model in 0..u32::try_from(mids.len()).unwrap() {
				seat(model);
			}
			for wait in waits {
				Today::mutate(|now| *now += policy.interval + wait);
				for model in 0..u32::try_from(mids.len()).unwrap() {
					let ahead = Today::get() + MAX_PERIOD;
					assert_ok!(ValuationOracle::approve_model(ROOT(), model, ahead));
				}
				assert_ok!(ValuationOracle::open_round(signed(STRANGER), FEED));
				for (model, mid) in (0..).zip(&mids) {
					assert_ok!(commit(model, mid + wait));
				}
				Today::mutate(|now| *now += policy.commit_period);
				for (model, mid) in (0..).zip(&mids) {
					assert_ok!(reveal(model, mid + wait));
				}
				assert_ok!(finalise());
				assert_ok!(ValuationOracle::do_try_state());
				check_answer();
			}
		});
	}
}

/// Everything is closed, and every deposit and bond comes back.
fn everything_has_a_way_out() {
	let _ = ValuationOracle::resume_feed(ROOT(), FEED);
	if !Rounds::<Test>::get(FEED).unwrap().finalised {
		let end = Rounds::<Test>::get(FEED).unwrap().reveal_until();
		Today::mutate(|now| *now = (*now).max(end));
		assert_ok!(finalise());
	}
	// Each step of a dispute ends by its time.
	for _ in 0..3 {
		Today::mutate(|now| *now += terms().step_period);
		for id in Disputes::<Test>::iter_keys().collect::<Vec<_>>() {
			assert_ok!(ValuationOracle::close_dispute(signed(STRANGER), id));
		}
	}
	assert_eq!(Disputes::<Test>::iter().count(), 0);
	assert_eq!(held(DISPUTER), [0; 3]);
	Today::mutate(|now| *now = (*now).max(answer().disputable_until) + 1_000);
	for (_, model, _) in Requests::<Test>::iter().collect::<Vec<_>>() {
		assert_ok!(ValuationOracle::close_request(signed(STRANGER), FEED, model));
	}
	for seat in Seats::<Test>::get(FEED) {
		let _ = ValuationOracle::settle_miss(signed(STRANGER), FEED, seat.model);
		assert_ok!(ValuationOracle::leave(signed(seat.operator), FEED, seat.model));
	}
	for (id, model) in Models::<Test>::iter().collect::<Vec<_>>() {
		if model.status != ModelStatus::Retired {
			assert_ok!(ValuationOracle::retire_model(signed(model.operator), id));
		}
		assert_ok!(ValuationOracle::remove_model(signed(model.operator), id));
	}
	for (id, operator) in Operators::<Test>::iter().collect::<Vec<_>>() {
		if operator.leaving_at.is_none() {
			assert_ok!(ValuationOracle::announce_withdrawal(signed(operator.account), id));
		}
	}
	Today::mutate(|now| *now += terms().withdrawal_delay);
	for (id, operator) in Operators::<Test>::iter().collect::<Vec<_>>() {
		assert_ok!(ValuationOracle::withdraw_bond(signed(operator.account), id));
		assert_eq!(held(operator.account), [0; 3]);
	}
	assert_ok!(ValuationOracle::close_feed(signed(ISSUER), FEED));
	assert_eq!(held(ISSUER), [0; 3]);
	assert_eq!(held(HOLDER), [0; 3]);
	assert_eq!(Reports::<Test>::iter().count(), 0);
	assert_eq!(Cards::<Test>::iter().count(), 0);
	assert_eq!(Scores::<Test>::iter().count(), 0);
}

// SPDX-License-Identifier: Apache-2.0

//! A dispute from its opening to who pays: `dispute`, `answer_dispute`, `escalate`, `judge`,
//! `appeal`,
//! `decide` and `close_dispute`.

use super::*;
use crate::{Disputes, Models, Operators, MAX_PANEL};
use cadastre_primitives::{DisputeStage, FeedId, ModelStatus, ValuationStatus, Verdict};
use sp_core::H256;
use sp_runtime::TokenError;

const STEP: u64 = 200;
/// What an operator that has lost pays, and half of it.
const SLASH: u128 = BOND / 5;

fn dispute(model: u32) -> DispatchResult {
	ValuationOracle::dispute(signed(DISPUTER), FEED, model, DIGEST)
}

fn respond() -> DispatchResult {
	ValuationOracle::answer_dispute(signed(OPERATOR), 0, DIGEST)
}

fn escalate() -> DispatchResult {
	ValuationOracle::escalate(signed(DISPUTER), 0)
}

fn judge(appraiser: u64, uphold: bool) -> DispatchResult {
	ValuationOracle::judge(signed(APPRAISER + appraiser), 0, uphold)
}

fn appeal(who: u64) -> DispatchResult {
	ValuationOracle::appeal(signed(who), 0)
}

fn decide(uphold: bool) -> DispatchResult {
	ValuationOracle::decide(signed(HOLDERS), 0, uphold)
}

fn close() -> DispatchResult {
	ValuationOracle::close_dispute(signed(STRANGER), 0)
}

fn wait() {
	Today::mutate(|now| *now += STEP);
}

fn stage() -> DisputeStage {
	Disputes::<Test>::get(0).unwrap().stage
}

fn status() -> ValuationStatus {
	ValuationOracle::valuation(FEED).unwrap().status()
}

fn closed(verdict: Verdict, slashed: u128, reward: u128, forfeited: u128) -> Event<Test> {
	Event::DisputeClosed { dispute: 0, verdict, slashed, reward, forfeited }
}

/// The report of the first model behind the last answer, which is settled, is disputed.
fn disputed(test: impl FnOnce()) {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(round(&[10_000; 3]));
		assert_ok!(dispute(0));
		test();
	});
}

/// The appraisers' votes are counted: so many for the disputer, and so many against.
fn judged(uphold: u64, reject: u64, test: impl FnOnce()) {
	disputed(|| {
		assert_ok!(respond());
		assert_ok!(escalate());
		for voter in 0..uphold + reject {
			assert_ok!(judge(voter, voter < uphold));
		}
		wait();
		assert_ok!(close());
		test();
	});
}

#[test]
fn opens_with_a_bond_and_consumers_see_it_at_once() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(round(&[10_000; 3]));
		assert_eq!(status(), ValuationStatus::Fresh);
		assert_ok!(dispute(0));
		assert_last(Event::ReportDisputed {
			dispute: 0,
			feed: FEED,
			round: 2,
			model: 0,
			disputer: DISPUTER,
			bond: 500,
			ground: DIGEST,
		});
		assert_eq!(status(), ValuationStatus::Disputed);
		assert_eq!(held(DISPUTER), [0, 500, 0]);
		assert_eq!(Models::<Test>::get(0).unwrap().disputes, 1);
		assert_eq!(Operators::<Test>::get(OPERATOR).unwrap().disputes, 1);
		let record = Disputes::<Test>::get(0).unwrap();
		assert_eq!((record.stage, record.round), (DisputeStage::Opened, 2));
		assert_eq!(record.until, Today::get() + STEP);
		assert_noop!(dispute(0), Error::<Test>::AlreadyDisputed);
		assert_ok!(dispute(1));
		assert_eq!(answer().disputes, 2);
	});
}

#[test]
fn only_reports_behind_the_last_answer_and_in_time() {
	three().build_and_execute(|| {
		assert_noop!(dispute(0), Error::<Test>::UnknownReport);
		assert_ok!(round(&[10_000; 3]));
		closes_at(answer().disputable_until, Error::TooLate, || dispute(0));
		approved(3);
		assert_noop!(dispute(3), Error::<Test>::UnknownReport);
		assert_noop!(dispute(9), Error::<Test>::UnknownModel);
		let other = FeedId { asset: 8, ..FEED };
		assert_noop!(
			ValuationOracle::dispute(signed(DISPUTER), other, 0, DIGEST),
			Error::<Test>::UnknownFeed
		);
		assert_bad_origins(|origin| ValuationOracle::dispute(origin, FEED, 0, DIGEST), &[ROOT()]);
		assert_noop!(
			ValuationOracle::dispute(signed(OPERATOR), FEED, 0, DIGEST),
			Error::<Test>::PartyCannotJudge
		);
		// Another operator may.
		assert_ok!(in_vain(|| ValuationOracle::dispute(signed(OPERATOR + 1), FEED, 0, DIGEST)));
		assert_noop!(
			ValuationOracle::dispute(signed(999), FEED, 0, DIGEST),
			TokenError::FundsUnavailable
		);
	});
}

#[test]
fn an_operator_who_does_not_answer_has_lost() {
	disputed(|| {
		opens_at(Today::get() + STEP, Error::TooEarly, close);
		assert_ok!(close());
		assert_last(closed(Verdict::Upheld, SLASH, SLASH / 2, 0));
		assert_eq!(held(OPERATOR)[0], BOND - SLASH);
		assert_eq!(Operators::<Test>::get(OPERATOR).unwrap().bond, BOND - SLASH);
		assert_eq!(held(DISPUTER), [0; 3]);
		assert_eq!(Balances::free_balance(DISPUTER), FUNDS + SLASH / 2);
		assert_eq!(Slashed::get(), SLASH / 2);
		assert_eq!(Models::<Test>::get(0).unwrap().status, ModelStatus::Suspended);
		assert_eq!(Models::<Test>::get(0).unwrap().disputes, 0);
		// The answer rested on it.
		assert_eq!(status(), ValuationStatus::Stale);
		assert!(Disputes::<Test>::get(0).is_none());
		assert_noop!(close(), Error::<Test>::UnknownDispute);
	});
}

#[test]
fn a_disputer_who_does_not_go_on_has_lost() {
	disputed(|| {
		closes_at(Today::get() + STEP, Error::TooLate, respond);
		assert_ok!(respond());
		assert_last(Event::DisputeAnswered { dispute: 0, opening: DIGEST });
		assert_eq!(stage(), DisputeStage::Answered);
		assert_noop!(respond(), Error::<Test>::WrongStage);
		opens_at(Today::get() + STEP, Error::TooEarly, close);
		let before = Balances::free_balance(OPERATOR);
		assert_ok!(close());
		assert_last(closed(Verdict::Rejected, 500, 250, 0));
		assert_eq!(Balances::free_balance(OPERATOR), before + 250);
		assert_eq!(Balances::free_balance(DISPUTER), FUNDS - 500);
		assert_eq!(held(DISPUTER), [0; 3]);
		assert_eq!(status(), ValuationStatus::Fresh);
		assert_eq!(Models::<Test>::get(0).unwrap().status, ModelStatus::Approved);
	});
}

#[test]
fn each_step_is_its_partys() {
	disputed(|| {
		assert_noop!(
			ValuationOracle::answer_dispute(signed(OPERATOR + 1), 0, DIGEST),
			Error::<Test>::NotOperator
		);
		assert_noop!(escalate(), Error::<Test>::WrongStage);
		assert_noop!(judge(0, true), Error::<Test>::WrongStage);
		assert_noop!(appeal(OPERATOR), Error::<Test>::WrongStage);
		assert_noop!(decide(true), Error::<Test>::WrongStage);
		assert_ok!(respond());
		assert_ok!(in_vain(|| ValuationOracle::escalate(signed(STRANGER), 0)));
		closes_at(Today::get() + STEP, Error::TooLate, escalate);
		assert_ok!(escalate());
		assert_last(Event::DisputeEscalated { dispute: 0 });
		assert_noop!(escalate(), Error::<Test>::WrongStage);
		assert_noop!(appeal(OPERATOR), Error::<Test>::WrongStage);
		for dispute in [1, 9] {
			let unknown = DispatchError::from(Error::<Test>::UnknownDispute);
			let by = || signed(DISPUTER);
			assert_noop!(ValuationOracle::answer_dispute(by(), dispute, DIGEST), unknown);
			assert_noop!(ValuationOracle::escalate(by(), dispute), unknown);
			assert_noop!(ValuationOracle::judge(signed(APPRAISER), dispute, true), unknown);
			assert_noop!(ValuationOracle::appeal(by(), dispute), unknown);
			assert_noop!(ValuationOracle::decide(signed(HOLDERS), dispute, true), unknown);
			assert_noop!(ValuationOracle::close_dispute(by(), dispute), unknown);
		}
		let root = [ROOT()];
		assert_bad_origins(|origin| ValuationOracle::answer_dispute(origin, 0, DIGEST), &root);
		assert_bad_origins(|origin| ValuationOracle::escalate(origin, 0), &root);
		assert_bad_origins(|origin| ValuationOracle::appeal(origin, 0), &root);
		assert_bad_origins(|origin| ValuationOracle::close_dispute(origin, 0), &root);
		let others = [ROOT(), signed(STRANGER), signed(ISSUER)];
		assert_bad_origins(|origin| ValuationOracle::judge(origin, 0, true), &others);
		assert_bad_origins(|origin| ValuationOracle::decide(origin, 0, true), &others);
	});
}

#[test]
fn appraisers_vote_once_and_are_no_party() {
	disputed(|| {
		assert_ok!(respond());
		assert_ok!(escalate());
		closes_at(Today::get() + STEP, Error::TooLate, || judge(0, true));
		assert_ok!(judge(0, true));
		assert_last(Event::DisputeVoted { dispute: 0, appraiser: APPRAISER, uphold: true });
		assert_noop!(judge(0, false), Error::<Test>::AlreadyVoted);
		// The operator is an appraiser too.
		assert_noop!(
			ValuationOracle::judge(signed(OPERATOR), 0, false),
			Error::<Test>::PartyCannotJudge
		);
		for voter in 1..u64::from(MAX_PANEL) {
			assert_ok!(judge(voter, false));
		}
		assert_noop!(judge(u64::from(MAX_PANEL), false), Error::<Test>::TooManyVotes);
	});
}

#[test]
fn a_disputing_appraiser_does_not_judge() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(round(&[10_000; 3]));
		assert_ok!(ValuationOracle::dispute(signed(APPRAISER), FEED, 0, DIGEST));
		assert_ok!(respond());
		assert_ok!(ValuationOracle::escalate(signed(APPRAISER), 0));
		assert_noop!(judge(0, true), Error::<Test>::PartyCannotJudge);
		assert_ok!(judge(1, true));
	});
}

#[test]
fn the_majority_of_the_appraisers_decides() {
	for (uphold, reject, verdict) in [
		(0, 0, Verdict::Undecided),
		(1, 0, Verdict::Upheld),
		(0, 1, Verdict::Rejected),
		(2, 2, Verdict::Undecided),
		(3, 2, Verdict::Upheld),
		(2, 3, Verdict::Rejected),
	] {
		judged(uphold, reject, || {
			assert_last(Event::DisputeJudged { dispute: 0, verdict });
			assert_eq!(stage(), DisputeStage::Judged(verdict));
			assert_eq!(status(), ValuationStatus::Disputed);
			opens_at(Today::get() + STEP, Error::TooEarly, close);
			assert_ok!(close());
			let (slashed, reward) = match verdict {
				Verdict::Upheld => (SLASH, SLASH / 2),
				Verdict::Rejected => (500, 250),
				Verdict::Undecided => (0, 0),
			};
			assert_last(closed(verdict, slashed, reward, 0));
			assert_eq!(held(DISPUTER)[1], 0);
			let suspended = Models::<Test>::get(0).unwrap().status == ModelStatus::Suspended;
			assert_eq!(suspended, verdict == Verdict::Upheld);
		});
	}
}

#[test]
fn evenly_split_nobody_pays() {
	judged(2, 2, || {
		wait();
		assert_ok!(close());
		assert_eq!(Balances::free_balance(DISPUTER), FUNDS);
		assert_eq!(held(OPERATOR)[0], BOND);
		assert_eq!(Slashed::get(), 0);
		assert_eq!(status(), ValuationStatus::Fresh);
	});
}

#[test]
fn who_lost_may_appeal() {
	judged(1, 0, || {
		assert_noop!(appeal(DISPUTER), Error::<Test>::NotLoser);
		assert_noop!(appeal(STRANGER), Error::<Test>::NotLoser);
		closes_at(Today::get() + STEP, Error::TooLate, || appeal(OPERATOR));
		assert_ok!(appeal(OPERATOR));
		assert_last(Event::DisputeAppealed { dispute: 0, appellant: OPERATOR, bond: 500 });
		assert_eq!(held(OPERATOR)[1], 500);
		assert_noop!(appeal(OPERATOR), Error::<Test>::WrongStage);
	});
	judged(0, 1, || {
		assert_noop!(appeal(OPERATOR), Error::<Test>::NotLoser);
		assert_ok!(appeal(DISPUTER));
		assert_eq!(held(DISPUTER)[1], 1_000);
	});
	judged(1, 1, || {
		assert_noop!(appeal(STRANGER), Error::<Test>::NotLoser);
		assert_ok!(in_vain(|| appeal(OPERATOR)));
		assert_ok!(in_vain(|| appeal(DISPUTER)));
	});
}

#[test]
fn the_holders_decide_an_appeal() {
	// The appeal succeeds: its bond returns, and the verdict is turned round.
	judged(1, 0, || {
		assert_ok!(appeal(OPERATOR));
		closes_at(Today::get() + STEP, Error::TooLate, || decide(false));
		assert_ok!(decide(false));
		assert_last(closed(Verdict::Rejected, 500, 250, 0));
		assert_eq!(held(OPERATOR)[..2], [BOND, 0]);
		assert_eq!(held(DISPUTER)[1], 0);
	});
	// The appeal fails: its bond is lost.
	judged(1, 0, || {
		assert_ok!(appeal(OPERATOR));
		assert_ok!(decide(true));
		assert_last(closed(Verdict::Upheld, SLASH, SLASH / 2, 500));
		assert_eq!(held(OPERATOR)[..2], [BOND - SLASH, 0]);
		assert_eq!(Slashed::get(), SLASH / 2 + 500);
	});
	judged(0, 1, || {
		assert_ok!(appeal(DISPUTER));
		assert_ok!(decide(false));
		assert_last(closed(Verdict::Rejected, 500, 250, 500));
		assert_eq!(Balances::free_balance(DISPUTER), FUNDS - 1_000);
	});
	judged(1, 1, || {
		assert_ok!(appeal(DISPUTER));
		assert_ok!(decide(true));
		assert_last(closed(Verdict::Upheld, SLASH, SLASH / 2, 0));
	});
}

#[test]
fn without_a_decision_the_verdict_stands() {
	judged(1, 0, || {
		assert_ok!(appeal(OPERATOR));
		assert_noop!(close(), Error::<Test>::TooEarly);
		wait();
		assert_ok!(close());
		assert_last(closed(Verdict::Upheld, SLASH, SLASH / 2, 0));
		assert_eq!(held(OPERATOR)[1], 0);
	});
}

#[test]
fn a_later_answer_does_not_rest_on_the_report() {
	disputed(|| {
		open();
		for model in 1..3 {
			assert_ok!(commit(model, 10_000));
		}
		seat(3);
		assert_ok!(commit(3, 10_000));
		Today::mutate(|now| *now += 100);
		for model in 1..4 {
			assert_ok!(reveal(model, 10_000));
		}
		assert_ok!(finalise());
		assert_eq!(status(), ValuationStatus::Fresh);
		assert_eq!(answer().disputes, 0);
		wait();
		assert_ok!(close());
		// The operator paid, and the answer stands.
		assert_last(closed(Verdict::Upheld, SLASH, SLASH / 2, 0));
		assert_eq!(status(), ValuationStatus::Fresh);
	});
}

#[test]
fn a_disputed_proposal_is_not_settled_by_time() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(round(&[15_000; 3]));
		assert_eq!(status(), ValuationStatus::Pending);
		assert_ok!(dispute(0));
		assert_ok!(respond());
		assert_eq!(status(), ValuationStatus::Disputed);
		Today::set(answer().settles_at + 1);
		assert_eq!(status(), ValuationStatus::Disputed);
		assert_ok!(close());
		// The operator answered and the disputer did not go on: the proposal is good.
		assert_eq!(ValuationOracle::valuation(FEED).unwrap().fresh().unwrap().0.mid, 15_000);
	});
}

#[test]
fn a_proposal_on_a_wrong_report_is_dropped() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		assert_ok!(round(&[15_000; 3]));
		assert_ok!(dispute(0));
		wait();
		assert_ok!(close());
		assert_eq!(ValuationOracle::valuation(FEED).unwrap().fresh().unwrap().0.mid, 10_000);
	});
}

#[test]
fn the_slash_is_a_part_of_the_bond_and_rounded_up() {
	disputed(|| {
		drop(ValuationOracle::take_bond(OPERATOR, BOND - 1_001));
		wait();
		assert_ok!(close());
		assert_last(closed(Verdict::Upheld, 201, 100, 0));
		assert_eq!(held(OPERATOR)[0], 800);
		assert_ok!(ValuationOracle::approve_model(ROOT(), 0, Today::get() + 10));
		open();
		assert_noop!(commit(0, 10_000), Error::<Test>::BondTooLow);
	});
}

#[test]
fn disputes_are_listed_page_by_page() {
	ExtBuilder::default().feed(policy(), 5).build_and_execute(|| {
		assert_ok!(round(&[10_000; 5]));
		for model in 0..5 {
			assert_ok!(dispute(model));
		}
		let all = ValuationOracle::disputes(None, 64);
		assert_eq!(all.len(), 5);
		let mut paged = ValuationOracle::disputes(None, 2);
		while let Some(last) = paged.last().map(|info| info.id) {
			let page = ValuationOracle::disputes(Some(last), 2);
			if page.is_empty() {
				break;
			}
			paged.extend(page);
		}
		assert_eq!(paged, all);
		let first = all.iter().find(|info| info.id == 0).unwrap();
		assert_eq!((first.model, first.round, first.disputer), (0, 1, DISPUTER));
		assert_eq!((first.stage, first.votes), (DisputeStage::Opened, (0, 0)));
		assert_eq!(ValuationOracle::disputes(None, 0), []);
		assert_ne!(Disputes::<Test>::get(0).unwrap().ground, H256::zero());
	});
}

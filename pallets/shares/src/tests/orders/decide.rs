// SPDX-License-Identifier: Apache-2.0

use super::*;

fn appealed(begin: impl FnOnce() -> OrderId, later: Moment) -> OrderId {
	let id = begin();
	after(later);
	assert_ok!(Shares::appeal_order(signed(ISSUER), id, DIGEST));
	System::reset_events();
	id
}

#[test]
fn an_order_against_which_the_appeal_is_upheld_is_over() {
	for action in [forced(40), freeze(Some(40))] {
		case().build_and_execute(|| {
			let id = appealed(|| approved(action), 3);
			assert_ok!(Shares::decide_appeal(root(), id, true, OTHER_DIGEST));
			assert_eq!((Shares::order(id), frozen(ANNA), movable()), (None, 0, 100));
			assert_eq!(
				events(),
				[Event::AppealDecided { order: id, upheld: true, digest: OTHER_DIGEST }]
			);
			assert_eq!(deposit(HoldReason::Appeal, ISSUER), 0);
			assert_eq!(deposit(HoldReason::Order, AGENT), 0);
		});
	}
}

#[test]
fn after_a_dismissal_the_clock_of_a_proposal_goes_on() {
	case().build_and_execute(|| {
		let start = Now::get();
		let id = appealed(|| propose(forced(40)), 90);
		after(20);
		assert_ok!(Shares::decide_appeal(root(), id, false, OTHER_DIGEST));
		assert_eq!(
			events(),
			[Event::AppealDecided { order: id, upheld: false, digest: OTHER_DIGEST }]
		);
		assert_eq!(order(id).stage, Stage::Proposed { until: start + APPROVAL + 20 });
		assert_eq!(deposit(HoldReason::Appeal, ISSUER), 0);
		after(9);
		assert_ok!(Shares::approve_order(root(), id));
	});
}

#[test]
fn after_a_dismissal_the_clock_of_what_waits_goes_on() {
	case().build_and_execute(|| {
		let start = Now::get();
		let id = appealed(|| approved(forced(40)), 10);
		after(20);
		assert_ok!(Shares::decide_appeal(root(), id, false, OTHER_DIGEST));
		let from = start + FORCED + 20;
		assert_eq!(order(id).stage, Stage::Approved { from, until: from + EXECUTION });
		at(from - 1);
		assert_noop!(Shares::execute_order(signed(STRANGER), id), Error::<Test>::StillWaiting);
		at(from);
		assert_ok!(Shares::execute_order(signed(STRANGER), id));
	});
}

#[test]
fn after_a_dismissal_what_is_in_force_stands() {
	case().build_and_execute(|| {
		let id = appealed(|| approved(freeze(Some(40))), 10);
		let stage = order(id).stage;
		assert_ok!(Shares::decide_appeal(root(), id, false, OTHER_DIGEST));
		assert_eq!(order(id).stage, stage);
		after(1_000 * DECISION);
		assert_eq!((state(id), movable()), (OrderState::InForce, 60));
	});
}

#[test]
fn an_upheld_appeal_against_what_one_role_did_does_not_let_it_be_repeated_at_once() {
	case().build_and_execute(|| {
		let id = appealed(|| propose(emergency(None)), 0);
		assert_ok!(Shares::decide_appeal(root(), id, true, DIGEST));
		assert_eq!(movable(), 100);
		assert_eq!(deposit(HoldReason::Appeal, ISSUER), 0);
		let again = || Shares::propose_order(signed(AGENT), emergency(None), Ground::Fraud, DIGEST);
		after(EMERGENCY - 1);
		assert_noop!(again(), Error::<Test>::UnconfirmedOrder);
		after(1);
		assert_ok!(again());
	});
}

#[test]
fn ends_with_the_period() {
	for (offset, works) in [(DECISION - 1, true), (DECISION, false), (DECISION + 1, false)] {
		for upheld in [true, false] {
			case().build_and_execute(|| {
				let id = appealed(|| approved(freeze(None)), 0);
				after(offset);
				if works {
					assert_ok!(Shares::decide_appeal(root(), id, upheld, DIGEST));
				} else {
					assert_noop!(
						Shares::decide_appeal(root(), id, upheld, DIGEST),
						Error::<Test>::OrderHasLapsed
					);
				}
			});
		}
	}
}

#[test]
fn fails_without_an_appeal_and_for_anybody_but_the_authority() {
	case().build_and_execute(|| {
		assert_noop!(Shares::decide_appeal(root(), 0, true, DIGEST), Error::<Test>::UnknownOrder);
		let id = propose(freeze(None));
		assert_noop!(Shares::decide_appeal(root(), id, true, DIGEST), Error::<Test>::NoAppeal);
		assert_ok!(Shares::appeal_order(signed(ISSUER), id, DIGEST));
		for who in [ISSUER, AGENT, APPROVER, BOTH, ANNA_KEY, STRANGER] {
			assert_noop!(Shares::decide_appeal(signed(who), id, true, DIGEST), BadOrigin);
		}
	});
}

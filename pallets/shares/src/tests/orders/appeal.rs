// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::order_types::Appellant;

fn appeal(who: AccountId, id: OrderId) -> frame_support::dispatch::DispatchResult {
	Shares::appeal_order(signed(who), id, OTHER_DIGEST)
}

#[test]
fn works_and_stops_the_order() {
	case().build_and_execute(|| {
		let id = approved(forced(40));
		System::reset_events();
		after(5);
		assert_ok!(appeal(ANNA_OTHER_KEY, id));
		let until = Now::get() + DECISION;
		let of = order(id).appeal.unwrap();
		assert_eq!((of.appellant, of.by), (Appellant::Investor, ANNA_OTHER_KEY));
		assert_eq!((of.digest, of.at, of.until), (OTHER_DIGEST, Now::get(), until));
		assert_eq!(
			events(),
			[Event::OrderAppealed { order: id, by: ANNA_OTHER_KEY, digest: OTHER_DIGEST, until }]
		);
		assert_eq!(state(id), OrderState::Appealed { until });
		assert!(deposit(HoldReason::Appeal, ANNA_OTHER_KEY) > 0);
		assert_eq!(movable(), 60);
		assert_noop!(Shares::execute_order(signed(STRANGER), id), Error::<Test>::AppealPending);
		assert_noop!(Shares::approve_order(root(), id), Error::<Test>::AppealPending);
	});
}

#[test]
fn is_open_from_the_proposal_to_the_end_of_the_waiting_period() {
	for kind in [OrderKind::ForcedTransfer, OrderKind::Cancellation, OrderKind::Recovery] {
		for (offset, works) in [(1, true), (0, false), (-1, false)] {
			case().build_and_execute(|| {
				let id = approved(action(kind));
				let Stage::Approved { from, .. } = order(id).stage else { panic!() };
				at(from.checked_add_signed(-offset).unwrap());
				if works {
					assert_ok!(appeal(ANNA_KEY, id));
				} else {
					assert_noop!(appeal(ANNA_KEY, id), Error::<Test>::AppealExpired);
				}
			});
		}
	}
}

#[test]
fn of_what_is_in_force_is_open_for_its_period() {
	for kind in [OrderKind::Freeze, OrderKind::EmergencyFreeze, OrderKind::Suspension] {
		for (offset, works) in [(APPEAL - 1, true), (APPEAL, false), (APPEAL + 1, false)] {
			case().build_and_execute(|| {
				let id = in_force(kind);
				after(offset);
				if works {
					assert_ok!(appeal(ISSUER, id));
				} else {
					assert_noop!(appeal(ISSUER, id), Error::<Test>::AppealExpired);
				}
			});
		}
	}
}

#[test]
fn of_a_proposal_is_open_until_it_lapses() {
	for (offset, works) in [(EMERGENCY - 1, true), (EMERGENCY, false), (EMERGENCY + 1, false)] {
		case().build_and_execute(|| {
			let id = propose(emergency(None));
			after(offset);
			if works {
				assert_ok!(appeal(ANNA_KEY, id));
			} else {
				assert_noop!(appeal(ANNA_KEY, id), Error::<Test>::OrderHasLapsed);
			}
		});
	}
}

#[test]
fn an_order_whose_appeal_nobody_decides_lapses() {
	let cases = [
		(propose as fn(_) -> _, emergency(Some(40))),
		(approved, forced(40)),
		(approved, freeze(Some(40))),
	];
	for (begin, action) in cases {
		case().build_and_execute(|| {
			let id = begin(action);
			assert_ok!(appeal(ANNA_KEY, id));
			after(DECISION - 1);
			assert_eq!(movable(), 60);
			after(1);
			// Without any call.
			assert_eq!(movable(), 100);
			assert!(matches!(state(id), OrderState::Lapsed { .. }));
			assert_noop!(
				Shares::decide_appeal(root(), id, false, DIGEST),
				Error::<Test>::OrderHasLapsed
			);
		});
	}
	case().build_and_execute(|| {
		let id = in_force(OrderKind::Suspension);
		assert_ok!(appeal(ISSUER, id));
		after(DECISION - 1);
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1),
			refusal(Reason::BookNotOpen),
		);
		after(1);
		assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1));
		assert!(book(ASSET).halted);
		assert_ok!(Shares::prune_order(signed(STRANGER), id));
		assert!(!book(ASSET).halted);
	});
}

#[test]
fn fails_for_who_is_not_concerned() {
	case().build_and_execute(|| {
		let id = propose(forced(40));
		// The receiver neither.
		for who in [BENO_KEY, CARA_KEY, AGENT, APPROVER, STRANGER, PROVIDER] {
			assert_noop!(appeal(who, id), Error::<Test>::NotConcerned);
		}
		assert_noop!(Shares::appeal_order(root(), id, DIGEST), BadOrigin);
		let recovery = propose(action(OrderKind::Recovery));
		for who in [ISSUER, NEW_KEY, PROVIDER] {
			assert_noop!(appeal(who, recovery), Error::<Test>::NotConcerned);
		}
		let halt = propose(action(OrderKind::Suspension));
		assert_noop!(appeal(ANNA_KEY, halt), Error::<Test>::NotConcerned);
		assert_ok!(appeal(ISSUER, halt));
	});
}

#[test]
fn is_open_to_a_blocked_investor_and_not_to_a_key_that_has_expired() {
	for (offset, works) in [(1, true), (0, false)] {
		case().build_and_execute(|| {
			Blocked::mutate(|blocked| blocked.insert(ANNA));
			let id = propose(emergency(None));
			Expiries::set([(ANNA_KEY, Now::get() + offset)].into());
			if works {
				assert_ok!(appeal(ANNA_KEY, id));
			} else {
				assert_noop!(appeal(ANNA_KEY, id), Error::<Test>::NotConcerned);
			}
		});
	}
}

#[test]
fn fails_a_second_time_for_the_same_party_but_not_for_the_other() {
	case().build_and_execute(|| {
		let id = approved(freeze(None));
		assert_ok!(appeal(ISSUER, id));
		assert_noop!(appeal(ANNA_KEY, id), Error::<Test>::AppealPending);
		assert_ok!(Shares::decide_appeal(root(), id, false, DIGEST));
		assert_noop!(appeal(ISSUER, id), Error::<Test>::AlreadyAppealed);
		assert_ok!(appeal(ANNA_KEY, id));
		assert_ok!(Shares::decide_appeal(root(), id, false, DIGEST));
		assert_noop!(appeal(ANNA_OTHER_KEY, id), Error::<Test>::AlreadyAppealed);
	});
}

#[test]
fn an_issuer_who_is_the_investor_too_has_both_appeals() {
	case().build_and_execute(|| {
		Keys::mutate(|keys| keys.insert(ISSUER, ANNA));
		let id = approved(freeze(None));
		for heard in [(true, false), (true, true)] {
			assert_ok!(appeal(ISSUER, id));
			assert_ok!(Shares::decide_appeal(root(), id, false, DIGEST));
			let order = order(id);
			assert_eq!((order.heard.investor, order.heard.issuer), heard);
		}
		assert_noop!(appeal(ISSUER, id), Error::<Test>::AlreadyAppealed);
	});
}

#[test]
fn fails_for_an_unknown_order_and_for_who_cannot_pay() {
	case().build_and_execute(|| {
		assert_noop!(appeal(ANNA_KEY, 0), Error::<Test>::UnknownOrder);
		let id = propose(freeze(None));
		Keys::mutate(|keys| keys.insert(PAUPER, ANNA));
		assert_noop!(appeal(PAUPER, id), sp_runtime::TokenError::FundsUnavailable);
	});
}

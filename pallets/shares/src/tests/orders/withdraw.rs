// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn works_before_and_after_the_approval() {
	for begin in [propose as fn(_) -> _, approved] {
		case().build_and_execute(|| {
			let id = begin(action(OrderKind::Recovery));
			System::reset_events();
			assert_ok!(Shares::withdraw_order(signed(PROVIDER), id));
			assert_eq!(Shares::order(id), None);
			assert_eq!(events(), [Event::OrderWithdrawn { order: id }]);
			assert_eq!(deposit(HoldReason::Order, PROVIDER), 0);
		});
	}
	case().build_and_execute(|| {
		let id = approved(forced(40));
		assert_ok!(Shares::withdraw_order(signed(AGENT), id));
		assert_eq!((frozen(ANNA), movable(), book(ASSET).orders), (0, 100, 0));
		propose(forced(40));
	});
}

#[test]
fn returns_the_deposit_of_an_open_appeal() {
	case().build_and_execute(|| {
		let id = approved(forced(40));
		assert_ok!(Shares::appeal_order(signed(ANNA_KEY), id, DIGEST));
		assert_ok!(Shares::withdraw_order(signed(AGENT), id));
		assert_eq!(deposit(HoldReason::Appeal, ANNA_KEY), 0);
	});
}

#[test]
fn what_kept_shares_on_one_word_ends_at_once_and_bars_its_repetition() {
	for (action, period) in [(emergency(Some(40)), EMERGENCY), (forced(40), APPROVAL)] {
		case().build_and_execute(|| {
			let id = propose(action.clone());
			after(7);
			System::reset_events();
			assert_ok!(Shares::withdraw_order(signed(AGENT), id));
			assert_eq!(events(), [Event::OrderWithdrawn { order: id }]);
			assert_eq!((frozen(ANNA), movable()), (40, 100));
			let prunable_at = Now::get() + period;
			assert_eq!(state(id), OrderState::Lapsed { prunable_at });
			assert!(deposit(HoldReason::Order, AGENT) > 0);
			let again =
				|| Shares::propose_order(signed(AGENT), action.clone(), Ground::Fraud, DIGEST);
			at(prunable_at - 1);
			assert_noop!(again(), Error::<Test>::UnconfirmedOrder);
			assert_noop!(Shares::prune_order(signed(AGENT), id), Error::<Test>::NotLapsed);
			at(prunable_at);
			assert_ok!(Shares::prune_order(signed(AGENT), id));
			assert_eq!((frozen(ANNA), deposit(HoldReason::Order, AGENT)), (0, 0));
			assert_ok!(again());
		});
	}
}

#[test]
fn fails_for_anybody_but_the_proposer() {
	case().build_and_execute(|| {
		let id = propose(forced(1));
		for who in [OTHER_AGENT, APPROVER, ISSUER, ANNA_KEY, STRANGER] {
			assert_noop!(Shares::withdraw_order(signed(who), id), Error::<Test>::NotProposer);
		}
		assert_noop!(Shares::withdraw_order(root(), id), BadOrigin);
		assert_noop!(Shares::withdraw_order(signed(AGENT), 77), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn fails_for_what_is_in_force_or_has_lapsed() {
	case().build_and_execute(|| {
		let standing = approved(freeze(None));
		assert_noop!(
			Shares::withdraw_order(signed(AGENT), standing),
			Error::<Test>::AlreadyInForce
		);
		let id = propose(freeze(None));
		after(APPROVAL);
		assert_noop!(Shares::withdraw_order(signed(AGENT), id), Error::<Test>::OrderHasLapsed);
	});
}

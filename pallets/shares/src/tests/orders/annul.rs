// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn the_authority_ends_any_order_at_any_stage() {
	for kind in OrderKind::ALL {
		let ends_another = matches!(kind, OrderKind::Release | OrderKind::Resumption);
		for confirmed in [false, true] {
			if confirmed && ends_another {
				continue;
			}
			case().build_and_execute(|| {
				let id = propose(action(kind));
				if confirmed {
					approve(id);
				}
				System::reset_events();
				assert_ok!(Shares::annul_order(root(), id, OTHER_DIGEST));
				assert_eq!(events(), [Event::OrderAnnulled { order: id, digest: OTHER_DIGEST }]);
				let left = Shares::order(id).map(|order| (order.state, order.keeps));
				assert!(matches!(left, None | Some((OrderState::Lapsed { .. }, 0))), "{left:?}");
				if !ends_another {
					assert_eq!(movable(), 100);
				}
			});
		}
	}
}

#[test]
fn the_second_role_refuses_what_it_could_approve() {
	case().build_and_execute(|| {
		let id = propose(freeze(None));
		assert_ok!(Shares::annul_order(signed(APPROVER), id, DIGEST));
		assert_eq!(Shares::order(id), None);
		let id = propose(emergency(None));
		assert_ok!(Shares::annul_order(signed(APPROVER), id, DIGEST));
		assert_eq!(movable(), 100);
		assert_noop!(
			Shares::propose_order(signed(AGENT), emergency(None), Ground::Fraud, DIGEST),
			Error::<Test>::UnconfirmedOrder
		);
	});
}

#[test]
fn the_second_role_does_not_end_what_was_approved_or_what_it_cannot_approve() {
	case().build_and_execute(|| {
		let standing = approved(freeze(None));
		assert_noop!(
			Shares::annul_order(signed(APPROVER), standing, DIGEST),
			Error::<Test>::AlreadyApproved
		);
		for action in [forced(1), action(OrderKind::Suspension)] {
			let id = propose(action);
			assert_noop!(Shares::annul_order(signed(APPROVER), id, DIGEST), BadOrigin);
		}
	});
}

#[test]
fn returns_the_deposit_of_an_open_appeal() {
	for action in [freeze(None), emergency(None)] {
		case().build_and_execute(|| {
			let id = propose(action);
			assert_ok!(Shares::appeal_order(signed(ANNA_KEY), id, DIGEST));
			assert_ok!(Shares::annul_order(root(), id, DIGEST));
			assert_eq!(deposit(HoldReason::Appeal, ANNA_KEY), 0);
		});
	}
}

#[test]
fn fails_for_anybody_else_and_for_what_is_over() {
	case().build_and_execute(|| {
		let id = propose(freeze(None));
		for who in [AGENT, OTHER_AGENT, ISSUER, ANNA_KEY, STRANGER] {
			assert_noop!(Shares::annul_order(signed(who), id, DIGEST), BadOrigin);
		}
		after(APPROVAL);
		assert_noop!(Shares::annul_order(root(), id, DIGEST), Error::<Test>::OrderHasLapsed);
		assert_noop!(Shares::annul_order(root(), 77, DIGEST), Error::<Test>::UnknownOrder);
	});
}

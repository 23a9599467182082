// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn works() {
	case().build_and_execute(|| {
		let id = propose(action(OrderKind::Recovery));
		System::reset_events();
		assert_ok!(Shares::accept_recovery(signed(NEW_KEY), id));
		assert!(order(id).accepted);
		assert_eq!(
			events(),
			[Event::RecoveryAccepted { order: id, investor: ANNA, account: NEW_KEY }]
		);
		assert_noop!(Shares::accept_recovery(signed(NEW_KEY), id), Error::<Test>::AlreadyAccepted);
	});
}

#[test]
fn ends_with_the_period_of_approval() {
	for (offset, works) in [(APPROVAL - 1, true), (APPROVAL, false), (APPROVAL + 1, false)] {
		case().build_and_execute(|| {
			let id = propose(action(OrderKind::Recovery));
			after(offset);
			if works {
				assert_ok!(Shares::accept_recovery(signed(NEW_KEY), id));
			} else {
				assert_noop!(
					Shares::accept_recovery(signed(NEW_KEY), id),
					Error::<Test>::OrderHasLapsed
				);
			}
		});
	}
}

#[test]
fn fails_for_another_account_another_kind_and_under_appeal() {
	case().build_and_execute(|| {
		let id = propose(action(OrderKind::Recovery));
		for who in [ANNA_KEY, PROVIDER, STRANGER] {
			assert_noop!(Shares::accept_recovery(signed(who), id), Error::<Test>::NotNominee);
		}
		assert_noop!(Shares::accept_recovery(root(), id), BadOrigin);
		assert_noop!(Shares::accept_recovery(signed(NEW_KEY), 77), Error::<Test>::UnknownOrder);
		let freeze = propose(freeze(None));
		assert_noop!(Shares::accept_recovery(signed(NEW_KEY), freeze), Error::<Test>::NotNominee);
		assert_ok!(Shares::appeal_order(signed(ANNA_KEY), id, DIGEST));
		assert_noop!(Shares::accept_recovery(signed(NEW_KEY), id), Error::<Test>::AppealPending);
	});
}

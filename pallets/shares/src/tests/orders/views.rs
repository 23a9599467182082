// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn an_order_says_what_it_waits_for_and_how_long() {
	case().build_and_execute(|| {
		let id = propose(forced(40));
		let start = Now::get();
		let info = Shares::order(id).unwrap();
		assert_eq!(info.state, OrderState::Proposed { until: start + APPROVAL });
		assert_eq!((info.appealable_until, info.keeps), (Some(start + APPROVAL), 40));
		approve(id);
		let from = start + FORCED;
		assert_eq!(state(id), OrderState::Waiting { until: from });
		assert_eq!(Shares::order(id).unwrap().appealable_until, Some(from));
		at(from);
		assert_eq!(state(id), OrderState::Executable { until: from + EXECUTION });
		assert_eq!(Shares::order(id).unwrap().appealable_until, None);
		at(from + EXECUTION);
		let info = Shares::order(id).unwrap();
		assert_eq!(info.state, OrderState::Lapsed { prunable_at: from + EXECUTION });
		assert_eq!((info.appealable_until, info.keeps), (None, 0));
		assert_eq!(Shares::order(77), None);
	});
}

#[test]
fn orders_are_found_by_their_target() {
	case().build_and_execute(|| {
		let first = propose(freeze(Some(1)));
		let second = propose(emergency(None));
		let halt = propose(action(OrderKind::Suspension));
		let recovery = propose(action(OrderKind::Recovery));
		let ids = |orders: Vec<crate::order_types::OrderInfo<AccountId>>| {
			orders.into_iter().map(|info| info.order).collect::<Vec<_>>()
		};
		assert_eq!(ids(Shares::orders_of(ASSET, ANNA)), [first, second]);
		assert_eq!(ids(Shares::orders_of(ASSET, BENO)), Vec::<OrderId>::new());
		assert_eq!(ids(Shares::orders_of(ASSET + 1, ANNA)), Vec::<OrderId>::new());
		assert_eq!(ids(Shares::orders_of_asset(ASSET)), [halt]);
		assert_eq!(Shares::recovery_of(ANNA).map(|info| info.order), Some(recovery));
		assert_eq!(Shares::recovery_of(BENO), None);
	});
}

#[test]
fn a_report_names_what_is_frozen_pending_orders_included() {
	case().build_and_execute(|| {
		propose(forced(40));
		let report = Shares::transfer_report(ASSET, ANNA_KEY, BENO_KEY, 61);
		let failure = report.first().unwrap();
		assert_eq!(failure.reason, Reason::SharesFrozen);
		assert_eq!((failure.needed, failure.found), (61, 60));
		refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 61), refusal(Reason::SharesFrozen));
	});
}

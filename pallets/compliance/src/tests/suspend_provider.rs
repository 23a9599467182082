// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{Failure, Kind, Reason, Side};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

/// Alice is stated at [`START`], Bob ten seconds later; now is twenty seconds later.
fn with_two() -> ExtBuilder {
	ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE])
}

fn later() {
	Now::set(START + 10);
	assert_ok!(Compliance::admit(signed(VERITAS), BOB, claims()));
	Now::set(START + 20);
}

fn reasons(kind: Kind) -> Vec<Failure> {
	examine(0, &facts(kind, ALICE, BOB)).into_inner()
}

#[test]
fn statements_before_the_cut_off_stand_and_later_ones_fall() {
	with_two().build_and_execute(|| {
		later();
		assert_eq!(reasons(Kind::Transfer), vec![]);
		let void = |from: u64, side, stated: u64| {
			let reason = Reason::ProviderSuspended;
			Failure::measured(reason, side, from.into(), stated.into())
		};
		for (cut_off, fallen) in [(START + 11, 0), (START + 10, 1), (START + 9, 1)] {
			assert_ok!(Compliance::suspend_provider(root(), 0, cut_off));
			assert_eq!(last_event(), Event::ProviderSuspended { provider: 0, cut_off });
			assert_eq!(reasons(Kind::Transfer).len(), fallen, "from {cut_off}");
		}
		let from = START + 9;
		assert_eq!(reasons(Kind::Transfer), vec![void(from, Side::Receiver, START + 10)]);
		for (cut_off, fallen) in [(START + 1, 1), (START, 2), (START - 1, 2)] {
			assert_ok!(Compliance::suspend_provider(root(), 0, cut_off));
			assert_eq!(reasons(Kind::Transfer).len(), fallen, "from {cut_off}");
		}
		// The lawful way out asks no provider; an order asks about the receiver only.
		assert_eq!(reasons(Kind::Redeem), vec![]);
		assert_eq!(reasons(Kind::Forced), vec![void(START - 1, Side::Receiver, START + 10)]);
		assert_eq!(reasons(Kind::Cancellation), vec![]);
	});
}

#[test]
fn a_suspended_provider_states_and_revokes_nothing() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_noop!(
			Compliance::admit(signed(VERITAS), BOB, claims()),
			Error::<Test>::ProviderSuspended
		);
		assert_noop!(
			Compliance::renew(signed(VERITAS), 0, claims()),
			Error::<Test>::ProviderSuspended
		);
		assert_noop!(Compliance::revoke(signed(VERITAS), 0), Error::<Test>::ProviderSuspended);
		assert_ok!(Compliance::admit(signed(OTHER), BOB, claims()));
	});
}

#[test]
fn other_providers_are_not_concerned() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::suspend_provider(root(), 1, 0));
		later();
		assert_eq!(reasons(Kind::Transfer), vec![]);
	});
}

#[test]
fn drops_a_proposed_rotation() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::propose_rotation(signed(VERITAS), 0, Some(20)));
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_eq!(Compliance::provider(0).unwrap().successor, None);
	});
}

#[test]
fn a_lost_cut_off_voids_everything() {
	with_two().build().execute_with(|| {
		later();
		assert_ok!(Compliance::suspend_provider(root(), 0, START + 20));
		assert_eq!(reasons(Kind::Transfer), vec![]);
		Suspensions::<Test>::remove(0);
		assert_eq!(reasons(Kind::Transfer).len(), 2);
	});
}

#[test]
fn a_dismissal_ends_it_for_the_next_provider_of_the_slot() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_ok!(Compliance::dismiss_provider(root(), 0));
		assert_eq!(Compliance::suspension(0), None);
		assert_ok!(Compliance::appoint_provider(root(), 20, Terms::WIDEST));
		assert_ok!(Compliance::renew(signed(20), 0, claims()));
	});
}

#[test]
fn fails_for_a_cut_off_to_come_and_for_one_that_is_not_earlier() {
	with_two().build_and_execute(|| {
		assert_noop!(
			Compliance::suspend_provider(root(), 0, START + 1),
			Error::<Test>::InvalidPeriod
		);
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_noop!(
			Compliance::suspend_provider(root(), 0, START),
			Error::<Test>::AlreadySuspended
		);
		assert_ok!(Compliance::suspend_provider(root(), 0, START - 1));
		assert_eq!(Compliance::suspension(0), Some(Suspension { from: START - 1, until: None }));
	});
}

#[test]
fn fails_for_a_free_slot_and_for_anybody_but_the_authority() {
	with_two().build_and_execute(|| {
		assert_noop!(Compliance::suspend_provider(root(), 2, 0), Error::<Test>::UnknownProvider);
		assert_noop!(Compliance::suspend_provider(signed(VERITAS), 0, 0), BadOrigin);
	});
}

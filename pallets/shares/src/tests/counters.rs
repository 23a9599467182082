// SPDX-License-Identifier: Apache-2.0

//! Holders by country and class, what was given in a window, and what is told upwards.

use super::*;
use crate::{CountryHolders, Given};
use cadastre_primitives::{traits::Holders, Bucket, InvestorClass, Kind, Reason};
use frame_support::{assert_noop, assert_ok};

fn send(from: AccountId, to: AccountId, amount: Balance) {
	assert_ok!(Shares::transfer(signed(from), ASSET, to, amount));
}

fn swiss() -> [u32; 5] {
	Shares::holders_in(ASSET, *b"CH")
}

#[test]
fn holders_are_counted_where_they_belonged_when_they_became_holders() {
	ExtBuilder::default().holding(CARA_KEY, 10).build_and_execute(|| {
		state(ANNA, *b"CH", Flags::RETAIL);
		state(BENO, *b"CH", Flags::PROFESSIONAL);
		send(CARA_KEY, ANNA_KEY, 2);
		send(CARA_KEY, BENO_KEY, 2);
		assert_eq!((swiss(), book(ASSET).by_class), ([0, 1, 0, 1, 0], [1, 1, 0, 1, 0]));
		// What is stated later moves no counter, neither when it changes nor when the holder leaves.
		state(ANNA, *b"DE", Flags::INSTITUTIONAL);
		send(CARA_KEY, ANNA_KEY, 1);
		assert_eq!((swiss(), book(ASSET).by_class), ([0, 1, 0, 1, 0], [1, 1, 0, 1, 0]));
		send(ANNA_KEY, BENO_KEY, 3);
		assert_eq!((swiss(), book(ASSET).by_class), ([0, 0, 0, 1, 0], [1, 0, 0, 1, 0]));
		assert_eq!(Shares::holders_in(ASSET, *b"DE"), [0; 5]);
		send(BENO_KEY, ANNA_KEY, 5);
		assert_eq!(Shares::holders_in(ASSET, *b"DE"), [0, 0, 0, 0, 1]);
		// With the last holder of a country its record is gone.
		let switzerland = Country::from_code(*b"CH").unwrap();
		assert!(!CountryHolders::<Test>::contains_key(ASSET, switzerland));
	});
}

#[test]
fn reclassify_works() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		state(ANNA, *b"CH", Flags::RETAIL);
		let new =
			Bucket { country: Country::from_code(*b"CH").unwrap(), class: InvestorClass::Retail };
		assert_ok!(Shares::reclassify(signed(STRANGER), ASSET, ANNA));
		one_event(Event::Reclassified {
			asset: ASSET,
			investor: ANNA,
			old: Bucket::default(),
			new,
		});
		assert_eq!((swiss(), book(ASSET).by_class), ([0, 1, 0, 0, 0], [0, 1, 0, 0, 0]));
		assert_eq!((book(ASSET).holders, position(ASSET, ANNA).bucket), (1, new));
	});
}

#[test]
fn reclassify_fails_where_there_is_nothing_to_do() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let call = |asset, investor| Shares::reclassify(signed(STRANGER), asset, investor);
		assert_noop!(call(2, ANNA), refusal(Reason::UnknownAsset));
		assert_noop!(call(ASSET, BENO), Error::<Test>::NotHolder);
		assert_noop!(call(ASSET, ANNA), Error::<Test>::SameBucket);
		Keys::mutate(|keys| keys.retain(|_, investor| *investor != ANNA));
		assert_noop!(call(ASSET, ANNA), Error::<Test>::UnknownInvestor);
		assert_noop!(
			Shares::reclassify(RuntimeOrigin::none(), ASSET, ANNA),
			sp_runtime::traits::BadOrigin
		);
	});
}

#[test]
fn rules_are_told_who_joins_and_who_leaves() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		state(BENO, *b"CH", Flags::RETAIL);
		state(ANNA, *b"DE", Flags::RETAIL);
		send(ANNA_KEY, BENO_KEY, 10);
		let facts = Asked::get().last().unwrap().1;
		let switzerland = Country::from_code(*b"CH").unwrap();
		assert_eq!(facts.leaves, Some(Bucket::default()));
		assert_eq!(
			facts.joins,
			Some(Bucket { country: switzerland, class: InvestorClass::Retail })
		);
		send(BENO_KEY, ANNA_KEY, 1);
		let facts = Asked::get().last().unwrap().1;
		assert_eq!(facts.leaves, None);
		assert_eq!(facts.opened_at, OPENED);
	});
}

#[test]
fn rules_can_ask_the_counters() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		state(BENO, *b"CH", Flags::RETAIL);
		send(ANNA_KEY, BENO_KEY, 1);
		let switzerland = Country::from_code(*b"CH").unwrap();
		Questions::set(Some((switzerland, 10)));
		send(ANNA_KEY, BENO_KEY, 1);
		assert_eq!(Answers::get(), Some(([0, 1, 0, 0, 0], [1, 1, 0, 0, 0], 0)));
	});
}

#[test]
fn what_is_given_is_counted_until_the_window_ends() {
	ExtBuilder::default().holding(ANNA_KEY, 50).build_and_execute(|| {
		Questions::set(Some((Country::NONE, 10)));
		let given = |seconds, amount| {
			at(seconds);
			send(ANNA_KEY, BENO_KEY, amount);
			Answers::get().unwrap().2
		};
		Leaves::set(Effects { window: Some(10), ..Default::default() });
		// What the rules were told: without the movement itself.
		assert_eq!(given(5, 1), 0);
		assert_eq!(given(5, 2), 1);
		assert_eq!(given(14, 3), 3);
		assert_eq!(position(ASSET, ANNA).given_until, OPENED + 15);
		assert_eq!(given(15, 4), 0);
		assert_eq!(given(24, 5), 4);
		// A window that became shorter is over sooner, one that became longer lasts as recorded.
		Questions::set(Some((Country::NONE, 9)));
		assert_eq!(given(24, 1), 0);
		// A movement that no rule on windows asks about leaves the record alone.
		Leaves::set(Effects::default());
		let before = Given::<Test>::get(ASSET, ANNA);
		given(24, 1);
		assert_eq!(Given::<Test>::get(ASSET, ANNA), before);
	});
}

#[test]
fn a_window_is_not_forgotten_when_all_is_given() {
	ExtBuilder::default().holding(ANNA_KEY, 5).build_and_execute(|| {
		Leaves::set(Effects { window: Some(10), ..Default::default() });
		Questions::set(Some((Country::NONE, 10)));
		send(ANNA_KEY, BENO_KEY, 5);
		assert_eq!((stored(ASSET, ANNA), book(ASSET).kept), (Some(0), 1));
		send(BENO_KEY, ANNA_KEY, 5);
		send(ANNA_KEY, BENO_KEY, 5);
		assert_eq!(Answers::get().unwrap().2, 5);
	});
}

#[test]
fn the_gatekeeper_counts_what_is_executed_and_nothing_else() {
	ExtBuilder::default().holding(ANNA_KEY, 5).build_and_execute(|| {
		let effects = Effects { cohort: Some(3), ..Default::default() };
		Leaves::set(effects);
		let _ = Shares::transfer_report(ASSET, ANNA_KEY, BENO_KEY, 1);
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 6),
			refusal(Reason::InsufficientShares),
		);
		assert_eq!(Recorded::get(), []);
		send(ANNA_KEY, BENO_KEY, 1);
		let recorded = Recorded::get();
		assert_eq!(recorded.len(), 1);
		assert_eq!((recorded[0].0.kind, recorded[0].0.amount), (Kind::Transfer, 1));
		assert_eq!(recorded[0].1, effects);
	});
}

#[test]
fn each_changed_position_is_told_upwards_once_with_all_that_is_owned() {
	ExtBuilder::default().holding(ANNA_KEY, 5).build_and_execute(|| {
		assert_ok!(Shares::watch(ASSET, true));
		assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 2, None));
		assert_eq!(Told::get(), []);
		send(ANNA_KEY, BENO_KEY, 1);
		assert_eq!(Told::take(), [(ASSET, ANNA, 5, 4), (ASSET, BENO, 0, 1)]);
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, BENO_KEY, 3));
		assert_ok!(Shares::redeem(signed(BENO_KEY), ASSET, 4));
		assert_eq!(Told::take(), [(ASSET, BENO, 1, 4), (ASSET, BENO, 4, 0)]);
		assert_ok!(Shares::do_forced_transfer(ASSET, ANNA, &BENO_KEY, 2));
		assert_ok!(Shares::do_cancel(ASSET, BENO, 2));
		assert_eq!(Told::take(), [(ASSET, ANNA, 4, 2), (ASSET, BENO, 0, 2), (ASSET, BENO, 2, 0)]);
		refuses(
			|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1),
			refusal(Reason::InsufficientShares),
		);
		assert_eq!(Told::get(), []);
	});
}

// SPDX-License-Identifier: Apache-2.0

//! The dry run says what the execution does.

use super::*;
use cadastre_primitives::{BookStatus, Failure, Reason, Side};
use codec::Encode;
use frame_support::assert_ok;
use proptest::prelude::*;

#[test]
fn is_empty_for_a_movement_that_goes_ahead() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert!(Shares::transfer_report(ASSET, ANNA_KEY, BENO_KEY, 10).is_empty());
		assert!(Shares::issue_report(ASSET, BENO_KEY, 990).is_empty());
	});
}

#[test]
fn names_every_reason_against_a_transfer_most_fundamental_first() {
	ExtBuilder::default().holding(ANNA_KEY, 10).status(BookStatus::Suspended).build_and_execute(
		|| {
			HolderCap::set(Some(1));
			OwnershipCap::set(Some(5));
			Blocked::mutate(|blocked| blocked.extend([ANNA, BENO]));
			let rule = |reason, needed, found| Failure {
				reason,
				rule: Some(0),
				side: Side::Receiver,
				needed,
				found,
			};
			let expected = [
				Failure::plain(Reason::BookNotOpen, Side::Asset),
				Failure::measured(Reason::InsufficientShares, Side::Sender, 11, 10),
				Failure::plain(Reason::Blocked, Side::Sender),
				Failure::plain(Reason::Blocked, Side::Receiver),
				rule(Reason::HolderCapExceeded, 1, 2),
				rule(Reason::OwnershipCapExceeded, 5, 11),
			];
			assert_eq!(
				Shares::transfer_report(ASSET, ANNA_KEY, BENO_KEY, 11).into_inner(),
				expected
			);
		},
	);
}

#[test]
fn names_every_reason_against_an_issue() {
	ExtBuilder::default()
		.authorised(100)
		.holding(ANNA_KEY, 10)
		.status(BookStatus::Closed)
		.build_and_execute(|| {
			let expected = [
				Failure::plain(Reason::BookNotOpen, Side::Asset),
				Failure::measured(Reason::ExceedsAuthorised, Side::Asset, 101, 100),
				Failure::plain(Reason::UnknownKey, Side::Receiver),
			];
			assert_eq!(Shares::issue_report(ASSET, STRANGER, 91).into_inner(), expected);
			// A sum that does not fit is reported as the largest number.
			let failures = Shares::issue_report(ASSET, ANNA_KEY, Balance::MAX);
			let expected =
				Failure::measured(Reason::ExceedsAuthorised, Side::Asset, Balance::MAX, 100);
			assert!(failures.contains(&expected));
		});
}

#[test]
fn names_what_can_be_known_about_an_unknown_asset() {
	ExtBuilder::default().build_and_execute(|| {
		let unknown = Failure::plain(Reason::UnknownAsset, Side::Asset);
		let zero = Failure::plain(Reason::ZeroAmount, Side::Asset);
		assert_eq!(Shares::transfer_report(2, ANNA_KEY, BENO_KEY, 1).into_inner(), [unknown]);
		assert_eq!(Shares::transfer_report(2, ANNA_KEY, BENO_KEY, 0).into_inner(), [unknown, zero]);
		assert_eq!(Shares::issue_report(2, ANNA_KEY, 1).into_inner(), [unknown]);
	});
}

#[test]
fn does_not_speak_of_the_shares_of_an_account_that_is_no_key() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(
			Shares::transfer_report(ASSET, STRANGER, BENO_KEY, 1).into_inner(),
			[Failure::plain(Reason::UnknownKey, Side::Sender)]
		);
	});
}

#[test]
fn of_an_issue_does_not_depend_on_who_asks() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(Shares::issue_report(ASSET, ANNA_KEY, 1).is_empty());
	});
}

fn status() -> impl Strategy<Value = BookStatus> {
	// Mostly open, or there would be little to compare.
	prop_oneof![
		5 => Just(BookStatus::Open),
		1 => Just(BookStatus::Closed),
		1 => Just(BookStatus::Suspended),
		1 => Just(BookStatus::WindingUp),
	]
}

fn account() -> impl Strategy<Value = AccountId> {
	prop_oneof![
		6 => prop::sample::select(vec![ANNA_KEY, ANNA_OTHER_KEY, BENO_KEY, CARA_KEY]),
		1 => Just(STRANGER),
	]
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![8 => 0..25_u128, 1 => Just(Balance::MAX), 1 => any::<Balance>()]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(4_000))]

	#[test]
	fn equals_the_execution(
		status in status(),
		asset in prop_oneof![9 => Just(ASSET), 1 => Just(ASSET + 1)],
		authorised in 20..40_u128,
		anna in 1..10_u128,
		beno in 1..10_u128,
		from in account(),
		to in account(),
		amount in amount(),
		blocked in prop::option::weighted(0.1, prop::sample::select(vec![ANNA, BENO, CARA])),
		holder_cap in prop::option::weighted(0.3, 1..4_u32),
		ownership_cap in prop::option::weighted(0.3, 1..20_u128),
		pack_exists in prop::bool::weighted(0.9),
	) {
		let builder = ExtBuilder::default()
			.authorised(authorised)
			.holding(ANNA_KEY, anna)
			.holding(BENO_KEY, beno)
			.status(status);
		builder.build_and_execute(|| {
			Blocked::mutate(|all| all.extend(blocked));
			HolderCap::set(holder_cap);
			OwnershipCap::set(ownership_cap);
			if !pack_exists {
				Packs::mutate(|packs| packs.remove(&PACK));
			}
			let issue = || Shares::issue(signed(ISSUER), asset, to, amount);
			let transfer = || Shares::transfer(signed(from), asset, to, amount);
			compare(|| Shares::issue_report(asset, to, amount).into_inner(), issue);
			compare(|| Shares::transfer_report(asset, from, to, amount).into_inner(), transfer);
		});
	}
}

// The macro takes an expression and answers nothing.
#[allow(clippy::needless_late_init)]
fn compare(
	report: impl FnOnce() -> Vec<Failure>,
	call: impl FnOnce() -> DispatchResultWithPostInfo,
) {
	let failures: Vec<_>;
	assert_storage_noop!(failures = report());
	let codes: Vec<_> = failures.iter().map(|failure| failure.reason.encode()).collect();
	// The ledger's own reasons come first, by code; the order of the others is the gatekeeper's.
	let own = codes.partition_point(|code| *code <= Reason::SameInvestor.encode());
	assert!(codes[..own].is_sorted(), "{failures:?}");
	assert!(codes[own..].iter().all(|code| *code > Reason::SameInvestor.encode()));
	match failures.first() {
		None => {
			assert_ok!(call());
		},
		Some(first) => refuses(call, refusal(first.reason)),
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The owners of an asset, one by one and in pages, and who is told of its movements.

use super::*;
use crate::MAX_PAGE;
use cadastre_primitives::{
	traits::{Checkpoints, Holders, Register},
	CheckpointId, Marks, Reason,
};
use frame_support::{assert_noop, assert_ok, weights::Weight};
use sp_runtime::traits::Dispatchable;

type Page = Vec<(InvestorId, Balance)>;

fn page(checkpoint: CheckpointId, after: Option<InvestorId>, limit: u32) -> Page {
	let page = <Shares as Holders>::page(ASSET, checkpoint, after, limit);
	page.into_iter().map(|(investor, owned, _)| (investor, owned)).collect()
}

/// All pages of so many, one after another, in the order of the ids.
fn pages(checkpoint: CheckpointId, limit: u32) -> Page {
	let (mut all, mut after) = (Page::new(), None);
	loop {
		let next = page(checkpoint, after, limit);
		all.extend_from_slice(&next);
		if next.len() < limit as usize {
			all.sort_unstable();
			return all;
		}
		after = next.last().map(|(investor, _)| *investor);
	}
}

fn sorted(mut page: Page) -> Page {
	page.sort_unstable();
	page
}

fn send(from: AccountId, to: AccountId, amount: Balance) {
	assert_ok!(Shares::transfer(signed(from), ASSET, to, amount));
}

fn take() -> CheckpointId {
	<Shares as Checkpoints>::take(ASSET).unwrap()
}

fn marks(investor: InvestorId) -> Marks {
	<Shares as Holders>::holding_at(ASSET, investor, 0).1
}

#[test]
fn a_mark_stays_with_the_position_whatever_moves_as_long_as_it_is_there() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 5).build_and_execute(|| {
		let checkpoint = take();
		assert_eq!(marks(ANNA), Marks::default());
		assert_ok!(<Shares as Holders>::mark(ASSET, ANNA, 3));
		let three = Marks::default().with(3);
		assert_eq!(marks(ANNA), three);
		assert_eq!(marks(BENO), Marks::default());
		// What is owned is what it was, at a checkpoint and in pages.
		assert_eq!(<Shares as Holders>::holding_at(ASSET, ANNA, checkpoint), (10, three));
		let found = <Shares as Holders>::page(ASSET, checkpoint, None, 10);
		assert!(found.contains(&(ANNA, 10, three)));
		assert!(found.contains(&(BENO, 5, Marks::default())));
		send(ANNA_KEY, BENO_KEY, 4);
		assert_ok!(<Shares as Holders>::mark(ASSET, ANNA, 5));
		assert_eq!(<Shares as Holders>::holding_at(ASSET, ANNA, checkpoint), (10, three.with(5)));
		// Nothing is owned any more, but something was at a checkpoint to which somebody refers.
		send(ANNA_KEY, BENO_KEY, 6);
		assert_eq!(<Shares as Holders>::holding_at(ASSET, ANNA, checkpoint), (10, three.with(5)));
		send(BENO_KEY, ANNA_KEY, 1);
		assert_eq!(marks(ANNA), three.with(5));
		assert_ok!(<Shares as Holders>::unmark(ASSET, ANNA, 3));
		assert_ok!(<Shares as Holders>::unmark(ASSET, ANNA, 4));
		assert_eq!(marks(ANNA), Marks::default().with(5));
		// A mark alone keeps no position.
		send(ANNA_KEY, BENO_KEY, 1);
		assert_ok!(<Shares as Checkpoints>::release(ASSET, checkpoint));
		assert_ok!(Shares::prune(signed(CARA_KEY), ASSET, vec![ANNA].try_into().unwrap()));
		assert!(!Positions::<Test>::contains_key(ASSET, ANNA));
		assert_eq!(marks(ANNA), Marks::default());
	});
}

#[test]
fn who_has_no_position_is_not_marked() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_noop!(<Shares as Holders>::mark(ASSET, CARA, 0), Error::<Test>::Corrupt);
		assert_noop!(<Shares as Holders>::unmark(ASSET, CARA, 0), Error::<Test>::Corrupt);
		send(ANNA_KEY, BENO_KEY, 10);
		assert_noop!(<Shares as Holders>::mark(ASSET, ANNA, 0), Error::<Test>::Corrupt);
	});
}

#[test]
fn who_was_on_a_page_is_who_is_passed() {
	ExtBuilder::default().build().execute_with(|| {
		for investor in 1_000..1_040 {
			Positions::<Test>::insert(ASSET, investor, Position { free: 1, ..Default::default() });
		}
		let order: Vec<_> = page(0, None, 100).into_iter().map(|(investor, _)| investor).collect();
		assert_eq!(order.len(), 40);
		assert!(!order.is_sorted());
		for (at, last) in order.iter().enumerate() {
			for (place, investor) in order.iter().enumerate() {
				let passed = <Shares as Holders>::is_passed(*investor, *last);
				assert_eq!(passed, place <= at, "{investor} {last}");
			}
		}
	});
}

#[test]
fn owned_and_in_issue_are_what_is_now_held_shares_included() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 5).build_and_execute(|| {
		assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 4, None));
		assert_eq!(<Shares as Holders>::owned(ASSET, ANNA), 10);
		assert_eq!(<Shares as Holders>::owned(ASSET, CARA), 0);
		assert_eq!(<Shares as Holders>::in_issue(ASSET), 15);
		assert_ok!(Shares::redeem(signed(BENO_KEY), ASSET, 5));
		assert_eq!(<Shares as Holders>::in_issue(ASSET), 10);
		assert_eq!(<Shares as Holders>::in_issue(ASSET + 1), 0);
		assert_eq!(<Shares as Holders>::owned(ASSET + 1, ANNA), 0);
	});
}

#[test]
fn taken_at_is_known_as_long_as_somebody_refers_to_the_checkpoint() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let taken_at = |checkpoint| <Shares as Holders>::taken_at(ASSET, checkpoint);
		at(5);
		let first = take();
		at(9);
		let second = take();
		assert_eq!((taken_at(first), taken_at(second)), (Some(OPENED + 5), Some(OPENED + 9)));
		assert_eq!((taken_at(0), taken_at(second + 1)), (None, None));
		assert_eq!(<Shares as Holders>::taken_at(ASSET + 1, first), None);
		assert_ok!(<Shares as Checkpoints>::release(ASSET, first));
		assert_eq!((taken_at(first), taken_at(second)), (None, Some(OPENED + 9)));
	});
}

#[test]
fn pages_have_every_owner_at_the_checkpoint_once() {
	let build = ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 5);
	build.holding(CARA_KEY, 3).build_and_execute(|| {
		let first = take();
		// One sells all, one joins, one changes again after a later checkpoint.
		send(BENO_KEY, DINO_KEY, 5);
		let second = take();
		send(ANNA_KEY, CARA_KEY, 1);
		let then = [(ANNA, 10), (BENO, 5), (CARA, 3), (DINO, 0)];
		let later = [(ANNA, 10), (BENO, 0), (CARA, 3), (DINO, 5)];
		for limit in 1..=5 {
			assert_eq!(pages(first, limit), sorted(then.to_vec()));
			assert_eq!(pages(second, limit), sorted(later.to_vec()));
		}
		for (investor, units) in then {
			assert_eq!(<Shares as Checkpoints>::balance_at(ASSET, investor, first), units);
		}
	});
}

#[test]
fn a_page_has_at_most_the_limit_and_is_empty_at_the_end() {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 5).build_and_execute(|| {
		let checkpoint = take();
		let all = page(checkpoint, None, 2);
		assert_eq!(page(checkpoint, None, 0), []);
		assert_eq!(page(checkpoint, None, 1), all[..1]);
		assert_eq!(page(checkpoint, None, 3), all);
		assert_eq!(page(checkpoint, Some(all[0].0), 2), all[1..]);
		assert_eq!(page(checkpoint, Some(all[1].0), 2), []);
		assert_eq!(<Shares as Holders>::page(ASSET + 1, checkpoint, None, 2), []);
	});
}

#[test]
fn no_page_is_longer_than_the_longest() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!({
			let asset = ASSET + 1;
			for investor in 0..=u64::from(MAX_PAGE) {
				Positions::<Test>::insert(asset, investor, Position { free: 1, ..position(0, 0) });
			}
			let found = <Shares as Holders>::page(asset, 1, None, u32::MAX);
			assert_eq!(found.len(), MAX_PAGE as usize);
			let after = found.last().map(|(investor, ..)| *investor);
			assert_eq!(<Shares as Holders>::page(asset, 1, after, u32::MAX).len(), 1);
			for investor in 0..=u64::from(MAX_PAGE) {
				Positions::<Test>::remove(asset, investor);
			}
		});
	});
}

#[test]
fn a_page_goes_on_after_an_investor_whose_position_is_gone() {
	let build = ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 5);
	build.holding(CARA_KEY, 3).build_and_execute(|| {
		let key = |investor| match investor {
			ANNA => ANNA_KEY,
			BENO => BENO_KEY,
			_ => CARA_KEY,
		};
		let all = page(1, None, 3);
		let gone = all[0].0;
		send(key(gone), key(all[1].0), all[0].1);
		assert_eq!(stored(ASSET, gone), None);
		let rest: Vec<_> = page(1, Some(gone), 3).into_iter().map(|(one, _)| one).collect();
		assert_eq!(rest, [all[1].0, all[2].0]);
	});
}

#[test]
fn watch_works_and_is_idempotent() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let before = book(ASSET);
		assert!(!before.watched);
		assert_storage_noop!(assert_ok!(Shares::watch(ASSET, false)));
		assert_ok!(Shares::watch(ASSET, true));
		one_event(Event::WatchSet { asset: ASSET, old: false, new: true });
		assert_eq!(book(ASSET), Book { watched: true, ..before.clone() });
		assert_storage_noop!(assert_ok!(Shares::watch(ASSET, true)));
		assert_ok!(Shares::watch(ASSET, false));
		one_event(Event::WatchSet { asset: ASSET, old: true, new: false });
		assert_eq!(book(ASSET), before);
		assert_noop!(Shares::watch(ASSET + 1, true), refusal(Reason::UnknownAsset));
	});
}

#[test]
fn of_an_asset_that_is_not_watched_nobody_is_told() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		let charged =
			|from, to| Shares::transfer(signed(from), ASSET, to, 1).unwrap().actual_weight.unwrap();
		assert_eq!(charged(ANNA_KEY, BENO_KEY), <() as WeightInfo>::transfer_circle());
		assert_eq!(charged(ANNA_KEY, BENO_KEY), <() as WeightInfo>::transfer_known());
		assert_eq!(Told::get(), []);
		assert_ok!(Shares::watch(ASSET, true));
		// What the layer above is told is paid for beside the movement itself.
		assert_eq!(charged(ANNA_KEY, BENO_KEY), <() as WeightInfo>::transfer_known() + NOTICE * 2);
		assert_eq!(Told::take(), [(ASSET, ANNA, 8, 7), (ASSET, BENO, 2, 3)]);
		assert_ok!(Shares::watch(ASSET, false));
		assert_eq!(charged(ANNA_KEY, BENO_KEY), <() as WeightInfo>::transfer_known());
		assert_eq!(Told::get(), []);
	});
}

/// Every call that moves shares declares, for each position that it may change, the most that the
/// layer above weighs, and gives back what it was not told.
#[test]
fn what_the_layer_above_weighs_is_declared_and_given_back() {
	use frame_support::dispatch::GetDispatchInfo;
	type Weights = ();
	let expires_at = OPENED + 1_000_000;
	let moves: [(AccountId, crate::Call<Test>, Weight, u64, u64); 4] = [
		(
			ISSUER,
			crate::Call::issue { asset: ASSET, to: BENO_KEY, amount: 5 },
			Weights::issue(),
			1,
			1,
		),
		(ANNA_KEY, crate::Call::redeem { asset: ASSET, amount: 1 }, Weights::redeem(), 1, 1),
		(
			BENO_KEY,
			crate::Call::transfer_from { asset: ASSET, owner: ANNA_KEY, to: BENO_KEY, amount: 1 },
			Weights::transfer_from(),
			2,
			2,
		),
		// Beno holds some by now.
		(
			ANNA_KEY,
			crate::Call::transfer { asset: ASSET, to: BENO_KEY, amount: 1 },
			Weights::transfer(),
			2,
			2,
		),
	];
	for watched in [false, true] {
		ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
			assert_ok!(Shares::approve(signed(ANNA_KEY), ASSET, BENO_KEY, 5, expires_at));
			assert_ok!(Shares::watch(ASSET, watched));
			for (who, call, weight, most, told) in moves.clone() {
				let name = format!("{call:?}");
				let declared = call.get_dispatch_info().call_weight;
				assert_eq!(declared, weight + NOTICE * most, "{name}");
				let done = RuntimeCall::from(call).dispatch(signed(who)).unwrap();
				let actual = done.actual_weight.unwrap();
				let notices = if watched { NOTICE * told } else { Weight::zero() };
				let known = [weight, Weights::transfer_known()].map(|weight| weight + notices);
				assert!(known.contains(&actual), "{name}: {actual:?}");
				assert!(actual.all_lte(declared), "{name}");
			}
		});
	}
}

#[test]
fn a_watched_book_stays() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Shares::watch(ASSET, true));
		assert_noop!(Shares::close_book(ASSET), Error::<Test>::Watched);
		assert_ok!(Shares::watch(ASSET, false));
		assert_ok!(Shares::close_book(ASSET));
	});
}

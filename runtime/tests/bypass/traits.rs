// SPDX-License-Identifier: Apache-2.0

//! A hostile pallet: everything through which another pallet of this runtime could reach shares,
//! called with arguments of its choice. No origin and no filter is in its way.

use crate::{
	cast::{actor_of, chain_with_cast, Actor, ACTORS, AMOUNT, ASSET, SHARES},
	oracle::{judge, Pool, Way},
	reference::{may, Hurdle},
};
use cadastre_primitives::{
	traits::{self, Gatekeeper, OnHoldingChange, Register},
	AssetId, Balance, BookStatus, Effects, Facts, InvestorId, Kind,
};
use cadastre_runtime::{AccountId, Compliance, Dividends, RuntimeHoldReason, Shares};
use frame_support::{
	assert_ok, hypothetically,
	traits::{
		fungibles::{
			self,
			hold::{Inspect as _, Mutate as _, Unbalanced as _},
			Dust, Inspect as _, Unbalanced as _,
		},
		tokens::{Fortitude, Precision, Preservation, Restriction},
	},
};
use std::collections::BTreeSet;
use Fortitude::{Force, Polite};
use Precision::{BestEffort, Exact};
use Preservation::{Expendable, Preserve, Protect};
use Restriction::{Free, OnHold};

/// The purpose for which the hostile pallet holds shares.
const PURPOSE: RuntimeHoldReason = RuntimeHoldReason::Dao(pallet_dao::HoldReason::Storage);
/// A purpose for which nothing is held.
const OTHER: RuntimeHoldReason = RuntimeHoldReason::Dao(pallet_dao::HoldReason::Proposal);
/// What it holds of everybody with a key.
const HELD: Balance = 20;
const END: u64 = 4_000_000_000;

/// What the ledger does not implement, a compiler refuses: no pallet can ask for it. Slashing what is
/// held asks for `fungibles::Balanced`.
mod lacks {
	use super::{fungibles, AccountId, Shares};

	macro_rules! lacks {
		($($of:path),* $(,)?) => { $(
			const _: fn() = || {
				trait Ambiguous<A> {
					fn once() {}
				}
				impl<T: ?Sized> Ambiguous<()> for T {}
				struct Implemented;
				impl<T: $of> Ambiguous<Implemented> for T {}
				// Ambiguous, and an error, if the trait is implemented.
				let _ = <Shares as Ambiguous<_>>::once;
			};
		)* };
	}
	lacks! {
		fungibles::Mutate<AccountId>,
		fungibles::Balanced<AccountId>,
		fungibles::freeze::Mutate<AccountId>,
		fungibles::approvals::Mutate<AccountId>,
		fungibles::Create<AccountId>,
		fungibles::Destroy<AccountId>,
		fungibles::roles::ResetTeam<AccountId>,
		fungibles::metadata::Mutate<AccountId>,
	}
}

/// Something that the hostile pallet does, and what is in its way.
pub struct Row {
	pub name: String,
	pub pool: Pool,
	pub hurdles: BTreeSet<Hurdle>,
	pub run: Box<dyn Fn()>,
}

/// A row of which nothing lets anybody own more or less.
fn nothing<R>(name: impl Into<String>, run: impl Fn() -> R + 'static) -> Row {
	let run = Box::new(move || {
		let _ = run();
	});
	Row { name: name.into(), pool: Pool::Free, hurdles: [Hurdle::Nothing].into(), run }
}

fn moving<R>(
	name: String,
	pool: Pool,
	hurdles: BTreeSet<Hurdle>,
	run: impl Fn() -> R + 'static,
) -> Row {
	let run = Box::new(move || {
		let _ = run();
	});
	Row { name, pool, hurdles, run }
}

fn account(actor: Actor) -> AccountId {
	actor.who.to_account_id()
}

/// Holds some shares of everybody with a key, also of who may not give them away.
pub fn hold_some() {
	for actor in ACTORS.into_iter().filter(|actor| actor.investor.is_some()) {
		assert_ok!(Shares::hold(ASSET, &PURPOSE, &account(actor), HELD));
	}
}

/// What is in the way of a movement of so many units, of which there are so many.
fn hurdles(
	way: Way,
	from: Actor,
	to: Option<Actor>,
	amount: Balance,
	most: Balance,
) -> BTreeSet<Hurdle> {
	let receiver = to.and_then(|to| to.investor);
	let has_keys = from.investor.is_some() && (to.is_none() || receiver.is_some());
	let same = to.is_some() && from.investor == receiver;
	let mut all = BTreeSet::new();
	let mut unless = |holds: bool, hurdle: Hurdle| all.extend((!holds).then_some(hurdle));
	unless(has_keys, Hurdle::NoKey);
	unless(!same && amount > 0 && amount <= most, Hurdle::Nothing);
	unless(same || may(way, from.investor, receiver), Hurdle::Rules);
	all
}

/// Everything that is done with held shares, for every pair.
fn held() -> Vec<Row> {
	let mut rows = vec![];
	for from in ACTORS {
		let source = account(from);
		for (purpose, most) in [(PURPOSE, HELD), (OTHER, 0)] {
			for amount in [0, AMOUNT, HELD, HELD + 1] {
				for (precision, force) in [(Exact, Polite), (BestEffort, Polite), (Exact, Force)] {
					let moved = if precision == BestEffort { amount.min(most) } else { amount };
					let who = source.clone();
					rows.push(moving(
						format!("burn_held {amount} of {from:?} for {purpose:?}, {precision:?}, {force:?}"),
						Pool::Held,
						hurdles(Way::Redeem, from, None, moved, most),
						move || Shares::burn_held(ASSET, &purpose, &who, amount, precision, force),
					));
					for to in ACTORS {
						for mode in [Free, OnHold] {
							let (source, dest) = (source.clone(), account(to));
							rows.push(moving(
								format!(
									"transfer_on_hold {amount} of {from:?} to {to:?} for {purpose:?}, \
									 {precision:?}, {force:?}, {mode:?}"
								),
								Pool::Held,
								hurdles(Way::Transfer, from, Some(to), moved, most),
								move || {
									Shares::transfer_on_hold(
										ASSET, &purpose, &source, &dest, amount, precision, mode,
										force,
									)
								},
							));
						}
					}
				}
			}
			for (precision, force) in [(Exact, Polite), (BestEffort, Force)] {
				let who = source.clone();
				rows.push(moving(
					format!("burn_all_held of {from:?} for {purpose:?}"),
					Pool::Held,
					hurdles(Way::Redeem, from, None, most, most),
					move || Shares::burn_all_held(ASSET, &purpose, &who, precision, force),
				));
			}
		}
	}
	rows
}

/// Everything that is done with free shares by the trait of holds.
fn transfer_and_hold() -> Vec<Row> {
	let mut rows = vec![];
	let most = SHARES - HELD;
	for from in ACTORS {
		for to in ACTORS {
			for amount in [0, AMOUNT, most, most + 1] {
				for precision in [Exact, BestEffort] {
					for (keep, force) in
						[(Expendable, Polite), (Protect, Polite), (Preserve, Force)]
					{
						let moved = if precision == BestEffort { amount.min(most) } else { amount };
						let (source, dest) = (account(from), account(to));
						rows.push(moving(
							format!(
								"transfer_and_hold {amount} of {from:?} to {to:?}, {precision:?}, \
								 {keep:?}, {force:?}"
							),
							Pool::Free,
							hurdles(Way::Transfer, from, Some(to), moved, most),
							move || {
								Shares::transfer_and_hold(
									ASSET, &OTHER, &source, &dest, amount, precision, keep, force,
								)
							},
						));
					}
				}
			}
		}
	}
	rows
}

/// What changes nothing of what anybody owns, for anybody: holds and their ends, and what would
/// write a balance, which nobody can.
fn of_one() -> Vec<Row> {
	let mut rows = vec![];
	for actor in ACTORS {
		let name = |what: &str| format!("{what} of {:?}", actor.who);
		for amount in [0, AMOUNT, SHARES - HELD, SHARES, Balance::MAX] {
			let own = move || account(actor);
			rows.push(nothing(name("hold"), move || Shares::hold(ASSET, &PURPOSE, &own(), amount)));
			rows.push(nothing(name("hold_until"), move || {
				<Shares as traits::TimedHolds<_, _>>::hold_until(ASSET, &OTHER, &own(), amount, END)
			}));
			for precision in [Exact, BestEffort] {
				rows.push(nothing(name("release"), move || {
					Shares::release(ASSET, &PURPOSE, &own(), amount, precision)
				}));
				rows.push(nothing(name("increase_balance"), move || {
					Shares::increase_balance(ASSET, &own(), amount, precision)
				}));
				rows.push(nothing(name("increase_balance_on_hold"), move || {
					Shares::increase_balance_on_hold(ASSET, &PURPOSE, &own(), amount, precision)
				}));
				rows.push(nothing(name("decrease_balance_on_hold"), move || {
					Shares::decrease_balance_on_hold(ASSET, &PURPOSE, &own(), amount, precision)
				}));
				for (keep, force) in [(Expendable, Force), (Protect, Polite), (Preserve, Force)] {
					rows.push(nothing(name("decrease_balance"), move || {
						Shares::decrease_balance(ASSET, &own(), amount, precision, keep, force)
					}));
				}
			}
			rows.push(nothing(name("write_balance"), move || {
				Shares::write_balance(ASSET, &own(), amount)
			}));
			rows.push(nothing(name("set_balance_on_hold"), move || {
				Shares::set_balance_on_hold(ASSET, &PURPOSE, &own(), amount)
			}));
			rows.push(nothing(name("handle_dust"), move || {
				Shares::handle_dust(Dust(ASSET, amount));
				Shares::handle_raw_dust(ASSET, amount);
			}));
			rows.push(nothing(name("what is done after a hold"), move || {
				let (one, two) = (&own(), &account(ACTORS[0]));
				Shares::done_hold(ASSET, &PURPOSE, one, amount);
				Shares::done_release(ASSET, &PURPOSE, one, amount);
				Shares::done_burn_held(ASSET, &PURPOSE, one, amount);
				Shares::done_transfer_on_hold(ASSET, &PURPOSE, one, two, amount);
				Shares::done_transfer_and_hold(ASSET, &PURPOSE, one, two, amount);
			}));
		}
		rows.push(nothing(name("what is asked"), move || {
			let own = &account(actor);
			let _ = Shares::reducible_balance(ASSET, own, Expendable, Force);
			let _ = Shares::reducible_total_balance_on_hold(ASSET, own, Force);
			let _ = Shares::can_hold(ASSET, &PURPOSE, own, AMOUNT);
			let _ = Shares::total_balance(ASSET, own);
		}));
	}
	rows
}

/// What is done with a whole asset.
fn of_the_register() -> Vec<Row> {
	let mut rows = vec![];
	for asset in [ASSET, 77] {
		for amount in [0, 1, SHARES, Balance::MAX] {
			rows.push(nothing("set_total_issuance, deactivate, reactivate", move || {
				Shares::set_total_issuance(asset, amount);
				Shares::deactivate(asset, amount);
				Shares::reactivate(asset, amount);
			}));
			rows.push(nothing("set_authorised", move || {
				<Shares as Register<AccountId>>::set_authorised(asset, amount)
			}));
		}
		for status in
			[BookStatus::Closed, BookStatus::Open, BookStatus::Suspended, BookStatus::WindingUp]
		{
			rows.push(nothing(format!("set_status {status:?}"), move || {
				<Shares as Register<AccountId>>::set_status(asset, status)
			}));
		}
		let somebody = || account(ACTORS[5]);
		rows.push(nothing("open_book", move || Shares::open_book(asset, somebody(), 0, 100, 1)));
		rows.push(nothing("open_class", move || {
			Shares::open_class(asset, ASSET, 1, somebody(), 0, 100, 1)
		}));
		rows.push(nothing("close_book", move || {
			<Shares as Register<AccountId>>::close_book(asset)
		}));
		rows.push(nothing("set_issuer", move || Shares::set_issuer(asset, somebody())));
		rows.push(nothing("checkpoints", move || {
			let checkpoint = <Shares as traits::Checkpoints>::take(asset)?;
			<Shares as traits::Checkpoints>::hold(asset, checkpoint)?;
			<Shares as traits::Checkpoints>::release(asset, checkpoint)?;
			<Shares as traits::Checkpoints>::release(asset, checkpoint)
		}));
		for on in [true, false] {
			rows.push(nothing("watch", move || <Shares as traits::Holders>::watch(asset, on)));
		}
	}
	rows
}

/// What the layers around shares offer each other.
fn of_the_others() -> Vec<Row> {
	let facts = |asset: AssetId| Facts {
		asset,
		kind: Kind::Transfer,
		sender: None,
		receiver: None,
		amount: AMOUNT,
		sender_after: 0,
		receiver_after: 0,
		whole: SHARES,
		holders_after: 1,
		adds_holder: false,
		joins: None,
		leaves: None,
		opened_at: 0,
	};
	let mut rows = vec![
		nothing("follow", || <Compliance as Gatekeeper<AccountId>>::follow(0)),
		nothing("unfollow", || <Compliance as Gatekeeper<AccountId>>::unfollow(0)),
		nothing("record", move || {
			let effects = Effects { cohort: Some(0), ..Effects::default() };
			<Compliance as Gatekeeper<AccountId>>::record(&facts(ASSET), &effects)
		}),
	];
	for actor in ACTORS {
		for investor in [0, 3, 99] {
			rows.push(nothing("recover", move || Compliance::recover(investor, &account(actor))));
		}
		for amount in [0, AMOUNT, Balance::MAX] {
			let investor: InvestorId = actor.investor.unwrap_or(99);
			rows.push(nothing("on_change", move || {
				Dividends::on_change(ASSET, investor, amount, SHARES);
				Dividends::on_change(ASSET, investor, SHARES, amount);
			}));
		}
	}
	rows
}

pub fn rows() -> Vec<Row> {
	[held(), transfer_and_hold(), of_one(), of_the_register(), of_the_others()]
		.into_iter()
		.flatten()
		.collect()
}

#[test]
fn no_trait_moves_a_share_against_the_rules() {
	chain_with_cast().execute_with(|| {
		hold_some();
		let (mut all, mut passed) = (0_u32, 0_u32);
		for row in rows() {
			let found = hypothetically!(judge(row.pool, None, || (row.run)()));
			assert_eq!(found.wrong, None, "{}", row.name);
			assert_eq!(found.moved, row.hurdles.is_empty(), "{}", row.name);
			all += 1;
			passed += u32::from(found.moved);
		}
		println!("{all} rows, of which {passed} are lawful and went through");
		assert!(all >= 4_000 && passed >= 90, "{all} rows, {passed} lawful");
		assert!(ACTORS.into_iter().all(|actor| actor_of(&account(actor)) == Some(actor)));
	});
}

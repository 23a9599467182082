// SPDX-License-Identifier: Apache-2.0

//! What an attempt has done to the register, what its events say of that, and whether both agree and
//! are lawful.

use crate::{
	cast::{actor_of, AMOUNT, ISSUER, ORDERED, ORDERS},
	reference::{allowed_by, may},
};
use cadastre_primitives::{AssetId, Balance, InvestorId};
use cadastre_runtime::{AccountId, Runtime, RuntimeEvent, System};
use pallet_shares::Event;
use std::collections::BTreeMap;

/// What somebody has: free, held, frozen.
type Positions = BTreeMap<(AssetId, InvestorId), [Balance; 3]>;

fn positions() -> Positions {
	pallet_shares::Positions::<Runtime>::iter()
		.map(|(asset, investor, position)| {
			((asset, investor), [position.free, position.held, position.frozen])
		})
		.collect()
}

/// From what the attempt moves shares, if it does: calls from what is free, the owner of a hold from
/// what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pool {
	Free,
	Held,
}

/// In which way shares moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
	Issue,
	Transfer,
	Redeem,
	/// Redeemed in one class and issued in another.
	Convert,
	Forced,
	Cancel,
}

/// A movement, as an event tells it.
#[derive(Debug)]
pub struct Told {
	pub way: Way,
	pub asset: AssetId,
	pub amount: Balance,
	/// Who gave.
	pub from: Option<InvestorId>,
	/// Who ordered it, where the event says so.
	pub by: Option<AccountId>,
	/// Who got.
	pub to: Option<(InvestorId, AccountId)>,
	/// Another asset that came in return, and how much of it.
	pub into: Option<(AssetId, Balance)>,
}

/// What an attempt has done.
#[derive(Debug)]
pub struct Found {
	/// Somebody owns more or less than before.
	pub moved: bool,
	/// What is wrong with that.
	pub wrong: Option<String>,
}

fn told(event: &Event<Runtime>) -> Option<Told> {
	let of = |way, asset: &AssetId, amount: &Balance| Told {
		way,
		asset: *asset,
		amount: *amount,
		from: None,
		by: None,
		to: None,
		into: None,
	};
	Some(match event {
		Event::Issued { asset, to, to_key, amount } => {
			Told { to: Some((*to, to_key.clone())), ..of(Way::Issue, asset, amount) }
		},
		Event::Transferred { asset, from, by, to, to_key, amount } => Told {
			from: Some(*from),
			by: Some(by.clone()),
			to: Some((*to, to_key.clone())),
			..of(Way::Transfer, asset, amount)
		},
		Event::Redeemed { asset, from, by, amount } => {
			Told { from: Some(*from), by: Some(by.clone()), ..of(Way::Redeem, asset, amount) }
		},
		Event::Converted { asset, into, investor, by, amount, received } => Told {
			from: Some(*investor),
			by: Some(by.clone()),
			into: Some((*into, *received)),
			..of(Way::Convert, asset, amount)
		},
		Event::ForciblyTransferred { asset, from, to, to_key, amount } => Told {
			from: Some(*from),
			to: Some((*to, to_key.clone())),
			..of(Way::Forced, asset, amount)
		},
		Event::Cancelled { asset, from, amount } => {
			Told { from: Some(*from), ..of(Way::Cancel, asset, amount) }
		},
		_ => return None,
	})
}

/// Whether an event speaks of an order, which alone freezes and ends freezes.
fn is_of_an_order(event: &Event<Runtime>) -> bool {
	matches!(
		event,
		Event::OrderProposed { .. }
			| Event::OrderApproved { .. }
			| Event::OrderExecuted { .. }
			| Event::OrderReleased { .. }
			| Event::AppealDecided { .. }
			| Event::OrderWithdrawn { .. }
			| Event::OrderAnnulled { .. }
			| Event::OrderLapsed { .. }
	)
}

/// Whether the reference lets this happen. `signer` is whose signature the attempt arrives with.
fn is_lawful(told: &Told, pool: Pool, signer: Option<&AccountId>) -> bool {
	let keyed = told.to.as_ref().is_none_or(|(investor, key)| {
		actor_of(key).and_then(|actor| actor.investor) == Some(*investor)
	});
	let to = told.to.as_ref().map(|(investor, _)| *investor);
	let own = |account: &AccountId| actor_of(account).and_then(|actor| actor.investor) == told.from;
	let by_owner = told.by.as_ref().is_some_and(own);
	let by_other = || {
		let (Some(by), Some(from)) = (&told.by, told.from) else { return false };
		pool == Pool::Free && allowed_by(from, by) >= told.amount
	};
	let order = || {
		ORDERS.iter().any(|order| {
			order.ripe
				&& (told.asset, told.amount, told.from) == (ORDERED, AMOUNT, Some(order.from))
				&& order.to.map(|to| to.to_account_id())
					== told.to.as_ref().map(|(_, key)| key.clone())
		})
	};
	keyed
		&& may(told.way, told.from, to)
		&& match told.way {
			Way::Issue => signer == Some(&ISSUER.to_account_id()),
			Way::Transfer => by_owner || by_other(),
			Way::Redeem | Way::Convert => by_owner,
			Way::Forced | Way::Cancel => order(),
		}
}

/// Runs an attempt and judges what it did. `signer` is whose signature it arrives with, if it does.
pub fn judge(pool: Pool, signer: Option<&AccountId>, attempt: impl FnOnce()) -> Found {
	let before = positions();
	System::reset_events();
	attempt();
	let after = positions();
	let events: Vec<_> = System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Shares(event) => Some(event),
			_ => None,
		})
		.collect();
	let owned = |positions: &Positions, key| {
		positions.get(key).map_or(0, |[free, held, _]: &[Balance; 3]| free + held)
	};
	let moved =
		before.keys().chain(after.keys()).any(|key| owned(&before, key) != owned(&after, key));
	Found { moved, wrong: wrong(&before, &after, &events, pool, signer) }
}

/// What the events do not tell, or what is not lawful, or what does not add up.
fn wrong(
	before: &Positions,
	after: &Positions,
	events: &[Event<Runtime>],
	pool: Pool,
	signer: Option<&AccountId>,
) -> Option<String> {
	let mut expected = before.clone();
	let mut entry = |asset, investor, at: usize, amount: i128| {
		let position = expected.entry((asset, investor)).or_default();
		position[at] = position[at].checked_add_signed(amount).unwrap_or(Balance::MAX);
	};
	let from_pool = if pool == Pool::Held { 1 } else { 0 };
	for event in events {
		if let Event::Held { asset, investor, amount, .. } = event {
			entry(*asset, *investor, 0, -signed(*amount));
			entry(*asset, *investor, 1, signed(*amount));
		}
		if let Event::Released { asset, investor, amount, .. } = event {
			entry(*asset, *investor, 1, -signed(*amount));
			entry(*asset, *investor, 0, signed(*amount));
		}
		let Some(told) = told(event) else { continue };
		if !is_lawful(&told, pool, signer) {
			return Some(format!("unlawful: {told:?}"));
		}
		if let Some(from) = told.from {
			entry(told.asset, from, from_pool, -signed(told.amount));
			if let Some((into, received)) = told.into {
				entry(into, from, 0, signed(received));
			}
		}
		if let Some((to, _)) = told.to {
			entry(told.asset, to, 0, signed(told.amount));
		}
	}
	let part = |positions: &Positions, at: usize| -> BTreeMap<_, _> {
		positions
			.iter()
			.map(|(key, position)| (*key, position[at]))
			.filter(|(_, amount)| *amount > 0)
			.collect()
	};
	for (at, name) in [(0, "free"), (1, "held")] {
		let (told, is) = (part(&expected, at), part(after, at));
		if told != is {
			return Some(format!("the events do not tell what is {name}: {told:?}, {is:?}"));
		}
	}
	if part(before, 2) != part(after, 2) && !events.iter().any(is_of_an_order) {
		return Some("frozen, and no event of an order".into());
	}
	books(after)
}

/// The books say what the positions say.
fn books(after: &Positions) -> Option<String> {
	pallet_shares::Books::<Runtime>::iter().find_map(|(asset, book)| {
		let of: Vec<Balance> = after
			.iter()
			.filter(|((of, _), _)| *of == asset)
			.map(|(_, [free, held, _])| free + held)
			.collect();
		let (supply, holders) = (of.iter().sum::<Balance>(), of.iter().filter(|one| **one > 0));
		let is = (book.supply, usize::try_from(book.holders).unwrap());
		let sums = (supply, holders.count());
		(is != sums).then(|| format!("the book of {asset} says {is:?}, its positions {sums:?}"))
	})
}

fn signed(amount: Balance) -> i128 {
	i128::try_from(amount).expect("amounts of the tests are small")
}

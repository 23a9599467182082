// SPDX-License-Identifier: Apache-2.0

//! What the documents say of the cast: who may do what, and what is in the way of who may not. Knows
//! nothing of the pallets.

use crate::{
	carriers::{Arrives, Carrier},
	cast::{actor_of, Actor, ACTORS, AMOUNT, ASSET, CLASS, EXPIRED, ISSUER, ORDERS, SHARES},
	oracle::Way,
};
use cadastre_primitives::{Balance, InvestorId};
use cadastre_runtime::{configs::system::ProxyType, AccountId, RuntimeCall};
use pallet_shares::Call;
use std::collections::BTreeSet;

/// What is in the way of a row. The first four are guards that the canary takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hurdle {
	/// The rules: a party is not professional, is blocked, or its provider is not listed.
	Rules,
	/// The account may not issue.
	Issuance,
	/// The proxy is not of a type for this call.
	Proxies,
	/// Messages may not make this call.
	Messages,
	/// The call does not arrive with a signature: the wrapping is not the actor's to use, or it comes
	/// from a body.
	Signature,
	/// An account is nobody's key: there is no position that could move.
	NoKey,
	/// The ledger has nothing to move: not so many shares, no allowance, no conversion, one investor
	/// on both sides, an order that is not ripe.
	Nothing,
}

fn investor(number: InvestorId) -> Option<Actor> {
	ACTORS.into_iter().find(|actor| actor.investor == Some(number))
}

/// What the rules say of a movement between investors, each of whom there is.
pub fn may(way: Way, from: Option<InvestorId>, to: Option<InvestorId>) -> bool {
	let is = |who: Option<InvestorId>, test: fn(Actor) -> bool| {
		who.is_some_and(|who| investor(who).is_some_and(test))
	};
	match way {
		Way::Issue => from.is_none() && is(to, Actor::may_trade),
		Way::Transfer => from != to && is(from, Actor::may_trade) && is(to, Actor::may_trade),
		// The lawful way out is open to all but the blocked.
		Way::Redeem => to.is_none() && is(from, |actor| actor.free),
		Way::Convert => to.is_none() && is(from, Actor::may_trade),
		Way::Forced => from.is_some() && from != to && is(to, Actor::may_be_given),
		Way::Cancel => from.is_some() && to.is_none(),
	}
}

/// How many units of [`ASSET`] an account may transfer for an investor.
pub fn allowed_by(owner: InvestorId, spender: &AccountId) -> Balance {
	let lasts = investor(owner).is_some_and(|owner| owner.who != EXPIRED);
	if lasts && actor_of(spender).is_some() {
		AMOUNT
	} else {
		0
	}
}

/// Whether a proxy of the type may make the call: what the documents say of the roles.
fn is_proxys(kind: ProxyType, call: &RuntimeCall) -> bool {
	match kind {
		ProxyType::Any => true,
		ProxyType::Issuer => matches!(call, RuntimeCall::Shares(Call::issue { .. })),
		_ => false,
	}
}

/// Everything that is in the way of a row; nothing if it is lawful.
pub fn refusals(carrier: &Carrier, actor: Actor, call: &RuntimeCall) -> BTreeSet<Hurdle> {
	let mut all = BTreeSet::new();
	let signer = match carrier.arrives {
		Arrives::AsActor => Some(Some(actor)),
		Arrives::AsProxy(kind) => {
			all.extend((!is_proxys(kind, call)).then_some(Hurdle::Proxies));
			Some(Some(actor))
		},
		Arrives::ByMessage(signer) => {
			all.insert(Hurdle::Messages);
			signer.map(actor_of_key)
		},
		Arrives::AsAnother => Some(None),
		Arrives::Unsigned => None,
	};
	match signer {
		None => {
			all.insert(Hurdle::Signature);
		},
		Some(signer) => all.extend(hurdles(signer, call)),
	}
	all
}

fn actor_of_key(who: Option<sp_keyring::Sr25519Keyring>) -> Option<Actor> {
	who.and_then(|who| actor_of(&who.to_account_id()))
}

/// What is in the way of a signed call. `signer` is none for an account that is not of the cast.
fn hurdles(signer: Option<Actor>, call: &RuntimeCall) -> BTreeSet<Hurdle> {
	let RuntimeCall::Shares(call) = call else { return BTreeSet::from([Hurdle::Nothing]) };
	let own = signer.and_then(|signer| signer.investor);
	let of = |account: &AccountId| actor_of(account).and_then(|actor| actor.investor);
	let mut all = BTreeSet::new();
	let mut unless = |holds: bool, hurdle: Hurdle| all.extend((!holds).then_some(hurdle));
	match call {
		Call::transfer { asset, to, amount } => {
			let to = of(to);
			unless(own.is_some() && to.is_some(), Hurdle::NoKey);
			unless(own != to && *asset == ASSET && *amount <= SHARES, Hurdle::Nothing);
			unless(may(Way::Transfer, own, to) || own == to, Hurdle::Rules);
		},
		Call::issue { to, .. } => {
			unless(signer.is_some_and(|signer| signer.who == ISSUER), Hurdle::Issuance);
			unless(of(to).is_some(), Hurdle::NoKey);
			unless(may(Way::Issue, None, of(to)), Hurdle::Rules);
		},
		Call::redeem { amount, .. } => {
			unless(own.is_some(), Hurdle::NoKey);
			unless(*amount <= SHARES, Hurdle::Nothing);
			unless(may(Way::Redeem, own, None), Hurdle::Rules);
		},
		Call::transfer_from { owner, to, amount, .. } => {
			let (owner, to) = (of(owner), of(to));
			unless(owner.is_some() && to.is_some(), Hurdle::NoKey);
			let left = signer
				.zip(owner)
				.map_or(0, |(spender, owner)| allowed_by(owner, &spender.who.to_account_id()));
			unless(owner != to && *amount <= left, Hurdle::Nothing);
			unless(may(Way::Transfer, owner, to) || owner == to, Hurdle::Rules);
		},
		Call::convert { asset, into, amount } => {
			unless(own.is_some(), Hurdle::NoKey);
			unless((*asset, *into) == (ASSET, CLASS) && *amount <= SHARES, Hurdle::Nothing);
			unless(may(Way::Convert, own, None), Hurdle::Rules);
		},
		Call::execute_order { order } => {
			let order = usize::try_from(*order).ok().and_then(|order| ORDERS.get(order));
			unless(order.is_some_and(|order| order.ripe), Hurdle::Nothing);
			let lawful = order.is_none_or(|order| match order.to {
				Some(to) => may(Way::Forced, Some(order.from), of(&to.to_account_id())),
				None => may(Way::Cancel, Some(order.from), None),
			});
			unless(lawful, Hurdle::Rules);
		},
		_ => unless(false, Hurdle::Nothing),
	}
	all
}

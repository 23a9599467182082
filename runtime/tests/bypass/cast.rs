// SPDX-License-Identifier: Apache-2.0

//! Who takes part, and what each of them has.

use crate::common::{active_bond, active_class, begin_block, chain_at_full_length};
use cadastre_primitives::{token::UNIT, AssetId, Balance, Claims, Flags, InvestorId};
use cadastre_runtime::{
	AccountId, Balances, Compliance, Hash, Runtime, RuntimeOrigin, Shares, System,
};
use frame_support::{assert_ok, traits::fungible::Mutate};
use pallet_compliance::rules::{Rule, RuleSet, Sides};
use pallet_shares::{Action, Conversion, Ground, OrderId};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::BoundedVec;

pub const ASSET: AssetId = 0;
/// The asset against whose holders there are orders.
pub const ORDERED: AssetId = 1;
/// Another class of shares of [`ASSET`], into which its shares can be converted one to one.
pub const CLASS: AssetId = 2;
/// What everybody with a key has of [`ASSET`] and [`ORDERED`].
pub const SHARES: Balance = 100;
/// What is moved, and what everybody is allowed to move for everybody with a key.
pub const AMOUNT: Balance = 7;

/// Who tries. Each is a key of an investor of its own, but those of whom it says something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
	pub who: Sr25519Keyring,
	/// The investor whose key it is: those with a key come first, in the order of their admission.
	pub investor: Option<InvestorId>,
	/// Its provider is listed.
	pub listed: bool,
	/// What the pack asks.
	pub professional: bool,
	/// Not blocked.
	pub free: bool,
}

impl Actor {
	/// Whether the rules let it give and get by a transfer, and get by an issue.
	pub fn may_trade(self) -> bool {
		self.listed && self.professional && self.free
	}

	/// Whether the rules let it get by an order.
	pub fn may_be_given(self) -> bool {
		self.listed && self.free
	}
}

pub const ISSUER: Sr25519Keyring = AliceStash;
const LISTED: Sr25519Keyring = Dave;
const DELISTED: Sr25519Keyring = Eve;
/// A key that its principals let act for them.
pub const DELEGATE: Sr25519Keyring = BobStash;

const fn actor(who: Sr25519Keyring, investor: Option<InvestorId>) -> Actor {
	Actor { who, investor, listed: true, professional: true, free: true }
}

pub const ACTORS: [Actor; 7] = [
	actor(Alice, Some(0)),
	actor(Bob, Some(1)),
	Actor { professional: false, ..actor(Charlie, Some(2)) },
	Actor { free: false, ..actor(Ferdie, Some(3)) },
	Actor { listed: false, ..actor(One, Some(4)) },
	actor(Two, None),
	actor(ISSUER, None),
];

/// Whose allowances have ended.
pub const EXPIRED: Sr25519Keyring = Bob;

pub fn actor_of(who: &AccountId) -> Option<Actor> {
	ACTORS.into_iter().find(|actor| actor.who.to_account_id() == *who)
}

pub fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

fn claims(flags: Flags) -> Claims {
	let (valid_from, valid_until) = (0, 4_000_000_000);
	Claims { residence: *b"CH", tax_residence: *b"CH", flags, valid_from, valid_until }
}

const DAY: u64 = 24 * 60 * 60;

/// Today, in days.
const TODAY: u64 = 45;

fn set_day(day: u64) {
	pallet_timestamp::Now::<Runtime>::put(day * DAY * 1_000);
}

/// An order against a holder of [`ORDERED`], by its number.
#[derive(Clone, Copy, Debug)]
pub struct Ordered {
	pub from: InvestorId,
	/// To whom; none if the shares are cancelled.
	pub to: Option<Sr25519Keyring>,
	/// Whether anybody may execute it today.
	pub ripe: bool,
}

const fn ordered(from: InvestorId, to: Option<Sr25519Keyring>, ripe: bool) -> Ordered {
	Ordered { from, to, ripe }
}

/// The orders, each about [`AMOUNT`] units.
pub const ORDERS: [Ordered; 8] = [
	ordered(4, Some(Alice), false),  // has lapsed
	ordered(2, Some(Bob), true),     // from who is not professional
	ordered(4, None, true),          // a cancellation
	ordered(1, Some(Charlie), true), // to who is not professional, which an order does not ask
	ordered(0, Some(Ferdie), true),  // to who is blocked
	ordered(0, Some(Bob), false),    // is appealed
	ordered(3, Some(Alice), false),  // waits
	ordered(1, Some(Alice), false),  // is proposed, but not approved
];

/// Orders of which the first has lapsed, the next four can be executed, the next is appealed, the
/// next waits and the last was not approved.
fn order_all() {
	for (number, (order, day)) in
		ORDERS.into_iter().zip([1, 25, 25, 25, 25, 25, 40, 44]).enumerate()
	{
		set_day(day);
		let (asset, amount) = (ORDERED, AMOUNT);
		let action = match order.to {
			Some(to) => {
				Action::ForcedTransfer { asset, from: order.from, to: to.to_account_id(), amount }
			},
			None => Action::Cancellation { asset, from: order.from, amount },
		};
		let digest = Hash::repeat_byte(9);
		assert_ok!(Shares::propose_order(signed(ISSUER), action, Ground::CourtOrder, digest));
		let id = OrderId::try_from(number).unwrap();
		if number < 7 {
			assert_ok!(Shares::approve_order(RuntimeOrigin::root(), id));
		}
		if number == 5 {
			assert_ok!(Shares::appeal_order(signed(Alice), id, digest));
		}
	}
}

/// Two assets of which every actor with a key owns shares, and a class without any. They got them
/// before they were blocked, de-listed or found not to be professional; they had allowed everybody to
/// transfer some, and one of them has not taken back an allowance that has ended.
fn stage() {
	begin_block(1);
	for who in ACTORS.iter().map(|actor| actor.who).chain([DELEGATE]) {
		assert_ok!(Balances::mint_into(&who.to_account_id(), 1_000 * UNIT));
	}
	let professional = Flags::KYC.with(Flags::PROFESSIONAL);
	let terms = pallet_compliance::Terms::WIDEST;
	let delisted = DELISTED.to_account_id();
	assert_ok!(Compliance::appoint_provider(RuntimeOrigin::root(), delisted, terms));
	let known = || ACTORS.into_iter().filter(|actor| actor.investor.is_some());
	for actor in known() {
		let provider = if actor.listed { LISTED } else { DELISTED };
		let account = actor.who.to_account_id();
		assert_ok!(Compliance::admit(signed(provider), account.clone(), claims(professional)));
		assert_eq!(Compliance::key(account).map(|key| key.investor), actor.investor);
	}
	let rule = Rule::Required { side: Sides::Both, flags: Flags::PROFESSIONAL };
	let rules = RuleSet { rules: BoundedVec::truncate_from(vec![rule]), ..Default::default() };
	assert_ok!(Compliance::publish_pack(signed(ISSUER), rules));
	for asset in [ASSET, ORDERED] {
		assert_eq!(active_bond(ISSUER, 0, 1_000_000, 1), asset);
		for actor in known() {
			assert_ok!(Shares::issue(signed(ISSUER), asset, actor.who.to_account_id(), SHARES));
		}
	}
	assert_eq!(active_class(ISSUER, 0, 1_000_000, 1, ASSET), CLASS);
	let conversion = Conversion { into: CLASS, numerator: 1, denominator: 1 };
	assert_ok!(Shares::set_conversion(signed(ISSUER), ASSET, Some(conversion)));
	for owner in known().map(|actor| actor.who) {
		let end = if owner == EXPIRED { TODAY } else { TODAY + 1 };
		for spender in ACTORS {
			let spender = spender.who.to_account_id();
			assert_ok!(Shares::approve(signed(owner), ASSET, spender, AMOUNT, end * DAY));
		}
	}
	order_all();
	for actor in known() {
		let investor = actor.investor.unwrap();
		if !actor.professional {
			assert_ok!(Compliance::renew(signed(LISTED), investor, claims(Flags::KYC)));
		}
		if !actor.free {
			assert_ok!(Compliance::block(RuntimeOrigin::root(), investor));
		}
	}
	assert_ok!(Compliance::delist_provider(RuntimeOrigin::root(), 1));
	set_day(TODAY);
	System::reset_events();
}

pub fn chain_with_cast() -> TestExternalities {
	let mut ext = chain_at_full_length("development");
	ext.execute_with(stage);
	ext
}

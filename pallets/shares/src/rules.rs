// SPDX-License-Identifier: Apache-2.0

//! The ledger's own reasons against a movement. Pure: no storage, no FRAME.

use cadastre_primitives::{Balance, BookStatus, Failure, Kind, Moment, Reason, Side};

/// The part of a movement that the ledger judges without asking who the parties are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order {
	/// The kind of movement.
	pub(crate) kind: Kind,
	/// For what the book is open.
	pub(crate) status: BookStatus,
	/// The number of shares to move.
	pub(crate) amount: Balance,
	/// What who gives has; none if nobody gives, or if the account is no key: then the gatekeeper
	/// says what is wrong, and a number of shares would only distract from it.
	pub(crate) available: Option<Available>,
	/// What is left of the allowance by which somebody else orders; none if there is nobody else.
	pub(crate) allowance: Option<Balance>,
	/// Whether who gives, and who gets, is on the deny list of the asset.
	pub(crate) denied: (bool, bool),
	/// Shares in issue.
	pub(crate) supply: Balance,
	/// The most shares that may be in issue.
	pub(crate) authorised: Balance,
	/// Whether who gives and who gets are one investor.
	pub(crate) same_investor: bool,
}

/// What a giver has, in units.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Available {
	/// What the movement would take from: what is free, or what is held.
	pub(crate) all: Balance,
	/// How much of it is frozen, as far as that stands in the way of this movement. May exceed it.
	pub(crate) frozen: Balance,
	/// How much of the rest is locked up, as far as that stands in the way of this movement.
	pub(crate) locked: Balance,
}

impl Available {
	/// What can be moved.
	pub(crate) const fn movable(self) -> Balance {
		self.all.saturating_sub(self.frozen).saturating_sub(self.locked)
	}

	/// Every reason why an amount is not there, in the order of their codes.
	pub(crate) fn shortages(self, amount: Balance) -> impl Iterator<Item = Failure> {
		self.each_shortage(amount).into_iter().flatten()
	}

	fn each_shortage(self, amount: Balance) -> [Option<Failure>; 3] {
		let short_of = |reason, matters: bool, found: Balance| {
			let failure = Failure::measured(reason, Side::Sender, amount, found);
			(matters && found < amount).then_some(failure)
		};
		[
			short_of(Reason::InsufficientShares, true, self.all),
			short_of(Reason::SharesFrozen, self.frozen > 0, self.all.saturating_sub(self.frozen)),
			short_of(Reason::SharesLocked, self.locked > 0, self.movable()),
		]
	}
}

impl Order {
	/// Every reason of the ledger against the movement, in the order of their codes.
	pub(crate) fn failures(self) -> impl Iterator<Item = Failure> {
		let [too_few, frozen, locked] =
			self.available.map_or([None; 3], |available| available.each_shortage(self.amount));
		[
			self.not_open(),
			zero(self.amount),
			too_few,
			self.too_many(),
			self.same(),
			frozen,
			locked,
			self.not_allowed(),
			denied(self.denied.0, Side::Sender),
			denied(self.denied.1, Side::Receiver),
		]
		.into_iter()
		.flatten()
	}

	fn not_open(&self) -> Option<Failure> {
		(!self.status.allows(self.kind)).then_some(Failure::plain(Reason::BookNotOpen, Side::Asset))
	}

	fn too_many(&self) -> Option<Failure> {
		if !matches!(self.kind, Kind::Issue) {
			return None;
		}
		// A sum that does not fit exceeds every authorised number, the largest one included.
		match self.supply.checked_add(self.amount) {
			Some(after) if after <= self.authorised => None,
			after => Some(Failure::measured(
				Reason::ExceedsAuthorised,
				Side::Asset,
				after.unwrap_or(Balance::MAX),
				self.authorised,
			)),
		}
	}

	fn not_allowed(&self) -> Option<Failure> {
		let left = self.allowance.filter(|left| *left < self.amount)?;
		Some(Failure::measured(Reason::AllowanceExceeded, Side::Sender, self.amount, left))
	}

	fn same(&self) -> Option<Failure> {
		self.same_investor.then_some(Failure::plain(Reason::SameInvestor, Side::Receiver))
	}
}

/// The reasons against moving shares of an asset that does not exist.
pub(crate) fn unknown_asset(amount: Balance) -> impl Iterator<Item = Failure> {
	[Some(Failure::plain(Reason::UnknownAsset, Side::Asset)), zero(amount)].into_iter().flatten()
}

fn denied(denied: bool, side: Side) -> Option<Failure> {
	denied.then_some(Failure::plain(Reason::DeniedByAsset, side))
}

fn zero(amount: Balance) -> Option<Failure> {
	(amount == 0).then_some(Failure::plain(Reason::ZeroAmount, Side::Asset))
}

/// Whether a window of so many seconds that began with its first movement is still running. It
/// includes its first second and excludes its last.
pub(crate) const fn in_window(since: Moment, window: Moment, now: Moment) -> bool {
	now < since.saturating_add(window)
}

/// An amount times a ratio; none if that is no whole number, or too large.
pub(crate) fn scale(amount: Balance, numerator: Balance, denominator: Balance) -> Option<Balance> {
	let product = amount.checked_mul(numerator)?;
	let whole = product.checked_rem(denominator)? == 0;
	product.checked_div(denominator).filter(|_| whole)
}

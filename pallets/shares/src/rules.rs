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

impl Order {
	/// Every reason of the ledger against the movement, in the order of their codes.
	pub(crate) fn failures(self) -> impl Iterator<Item = Failure> {
		[
			self.not_open(),
			zero(self.amount),
			self.too_few(),
			self.too_many(),
			self.same(),
			self.frozen(),
			self.locked(),
			denied(self.denied.0, Side::Sender),
			denied(self.denied.1, Side::Receiver),
		]
		.into_iter()
		.flatten()
	}

	fn not_open(&self) -> Option<Failure> {
		(!self.status.allows(self.kind)).then_some(Failure::plain(Reason::BookNotOpen, Side::Asset))
	}

	fn too_few(&self) -> Option<Failure> {
		self.short_of(Reason::InsufficientShares, self.available?.all)
	}

	fn frozen(&self) -> Option<Failure> {
		let Available { all, frozen, .. } = self.available.filter(|has| has.frozen > 0)?;
		self.short_of(Reason::SharesFrozen, all.saturating_sub(frozen))
	}

	fn locked(&self) -> Option<Failure> {
		let Available { all, frozen, locked } = self.available.filter(|has| has.locked > 0)?;
		self.short_of(Reason::SharesLocked, all.saturating_sub(frozen).saturating_sub(locked))
	}

	fn short_of(&self, reason: Reason, found: Balance) -> Option<Failure> {
		(found < self.amount).then_some(Failure::measured(reason, Side::Sender, self.amount, found))
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

// SPDX-License-Identifier: Apache-2.0

//! The ledger's own reasons against a movement. Pure: no storage, no FRAME.

use cadastre_primitives::{Balance, BookStatus, Failure, Kind, Reason, Side};

/// The part of a movement that the ledger judges without asking who the parties are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order {
	/// The kind of movement.
	pub(crate) kind: Kind,
	/// For what the book is open.
	pub(crate) status: BookStatus,
	/// The number of shares to move.
	pub(crate) amount: Balance,
	/// The free shares of who gives; none if nobody gives, or if the account is no key: then the
	/// gatekeeper says what is wrong, and a number of shares would only distract from it.
	pub(crate) available: Option<Balance>,
	/// Shares in issue.
	pub(crate) supply: Balance,
	/// The most shares that may be in issue.
	pub(crate) authorised: Balance,
	/// Whether who gives and who gets are one investor.
	pub(crate) same_investor: bool,
}

impl Order {
	/// Every reason of the ledger against the movement, in the order of their codes.
	pub(crate) fn failures(self) -> impl Iterator<Item = Failure> {
		[self.not_open(), zero(self.amount), self.too_few(), self.too_many(), self.same()]
			.into_iter()
			.flatten()
	}

	fn not_open(&self) -> Option<Failure> {
		(!self.status.allows(self.kind)).then_some(Failure::plain(Reason::BookNotOpen, Side::Asset))
	}

	fn too_few(&self) -> Option<Failure> {
		let available = self.available.filter(|available| *available < self.amount)?;
		Some(Failure::measured(Reason::InsufficientShares, Side::Sender, self.amount, available))
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

fn zero(amount: Balance) -> Option<Failure> {
	(amount == 0).then_some(Failure::plain(Reason::ZeroAmount, Side::Asset))
}

// SPDX-License-Identifier: Apache-2.0

//! The arithmetic of income. Nothing here knows FRAME or storage.

use cadastre_primitives::Balance;
pub use cadastre_primitives::{Marks, WINDOW};
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::U256;
use sp_runtime::Permill;

/// `a · b / c`, rounded down, through 256 bits. None if `c` is 0 or the result has more than 128
/// bits.
pub fn mul_div(a: u128, b: u128, c: u128) -> Option<u128> {
	let product = U256::from(a).checked_mul(U256::from(b))?;
	narrow(product.checked_div(U256::from(c))?)
}

/// What owners of `owned` of `units` units get of an amount: rounded down.
pub fn gross(amount: Balance, owned: Balance, units: Balance) -> Option<Balance> {
	mul_div(amount, owned, units)
}

/// The tax on a gross amount: rounded down, in favour of the holder.
///
/// The gross amount is rounded before the tax is taken of it, so that what a holder's statement
/// shows can be computed again from the statement alone (PM#1111 is the dispute about that order).
pub fn tax(gross: Balance, rate: Permill) -> Balance {
	let parts = rate.deconstruct().into();
	// A rate is at most 1, so that the result is at most the gross amount.
	mul_div(gross, parts, Permill::one().deconstruct().into()).unwrap_or(gross)
}

/// The value if it has at most 128 bits.
fn narrow(value: U256) -> Option<u128> {
	(value.bits() <= 128).then(|| value.low_u128())
}

/// What became of money that was put in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Totals {
	/// All that was put in.
	pub deposited: Balance,
	/// Paid to holders, net of tax.
	pub paid: Balance,
	/// Withheld as tax, remitted or not.
	pub withheld: Balance,
	/// Kept for holders that could not be paid, net of tax.
	pub parked: Balance,
	/// Given back to who put it in.
	pub returned: Balance,
}

impl Totals {
	/// A sum that was put in, and nothing done with it.
	pub const fn of(deposited: Balance) -> Self {
		Self { deposited, paid: 0, withheld: 0, parked: 0, returned: 0 }
	}

	/// What has left. None if the parts have no sum.
	pub fn spent(&self) -> Option<Balance> {
		self.paid.checked_add(self.withheld)?.checked_add(self.parked)?.checked_add(self.returned)
	}

	/// What is there still: claimable, or the remainder. None if more has left than was put in.
	pub fn claimable(&self) -> Option<Balance> {
		self.deposited.checked_sub(self.spent()?)
	}

	/// Puts money in.
	#[must_use]
	pub fn deposit(mut self, amount: Balance) -> Option<Self> {
		self.deposited = self.deposited.checked_add(amount)?;
		Some(self)
	}

	/// Pays or parks a net amount and withholds a tax. None if there is not so much.
	#[must_use]
	pub fn spend(mut self, net: Balance, tax: Balance, parked: bool) -> Option<Self> {
		let part = if parked { &mut self.parked } else { &mut self.paid };
		*part = part.checked_add(net)?;
		self.withheld = self.withheld.checked_add(tax)?;
		self.claimable()?;
		Some(self)
	}

	/// Gives an amount back. None if there is not so much.
	#[must_use]
	pub fn give_back(mut self, amount: Balance) -> Option<Self> {
		self.returned = self.returned.checked_add(amount)?;
		self.claimable()?;
		Some(self)
	}

	/// Both together.
	#[must_use]
	pub fn with(self, other: Self) -> Option<Self> {
		Some(Self {
			deposited: self.deposited.checked_add(other.deposited)?,
			paid: self.paid.checked_add(other.paid)?,
			withheld: self.withheld.checked_add(other.withheld)?,
			parked: self.parked.checked_add(other.parked)?,
			returned: self.returned.checked_add(other.returned)?,
		})
	}
}

/// What one unit of an asset has earned in a stream since it was opened, cumulative.
///
/// All that is ever put in has at most 128 bits, and so have units. What they earn together is what
/// was put in, so that index times units has at most 256 bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Accumulator {
	/// In 2^-128 of the currency's smallest unit.
	pub index: U256,
	/// What the last division left, in 2^-128 of the smallest unit, below the number of units then:
	/// always less than one smallest unit. It joins the next deposit, so that nothing is lost.
	pub rest: u128,
}

impl Accumulator {
	/// Shares an amount out to `units` units. None if there is no unit.
	#[must_use]
	pub fn deposit(self, amount: Balance, units: Balance) -> Option<Self> {
		let scaled = raise(amount).checked_add(U256::from(self.rest))?;
		let units = U256::from(units);
		let step = scaled.checked_div(units)?;
		let rest = narrow(scaled.checked_rem(units)?)?;
		Some(Self { index: self.index.checked_add(step)?, rest })
	}
}

/// The part of one investor in a stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Share {
	/// The index up to which `accrued` is computed.
	pub index: U256,
	/// Earned and not paid, in 2^-128 of the smallest unit: the fraction is kept, so that no order
	/// and no number of movements changes what a holder gets.
	pub accrued: U256,
}

impl Share {
	/// Adds what `owned` units have earned up to an index. None if it does not fit, which would need
	/// more money than there can be.
	#[must_use]
	pub fn settle(self, index: U256, owned: Balance) -> Option<Self> {
		let step = index.checked_sub(self.index)?;
		let earned = step.checked_mul(U256::from(owned))?;
		Some(Self { index, accrued: self.accrued.checked_add(earned)? })
	}

	/// What can be paid: whole units, rounded down.
	pub fn payable(&self) -> Balance {
		lower(self.accrued)
	}

	/// Takes out what can be paid. The fraction stays.
	#[must_use]
	pub fn take(self) -> Option<(Balance, Self)> {
		let amount = self.payable();
		let accrued = self.accrued.checked_sub(raise(amount))?;
		Some((amount, Self { accrued, ..self }))
	}
}

/// A whole amount in the fixed point of streams: 2^128 times as much.
pub fn raise(amount: Balance) -> U256 {
	let U256([low, high, ..]) = U256::from(amount);
	U256([0, 0, low, high])
}

/// The whole part of a value in the fixed point of streams.
fn lower(value: U256) -> Balance {
	let U256([.., low, high]) = value;
	U256([low, high, 0, 0]).low_u128()
}

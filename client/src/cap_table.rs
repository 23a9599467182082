// SPDX-License-Identifier: Apache-2.0

//! Who owns what: computed from events alone, and compared with what the chain stores.

use cadastre_primitives::{AssetId, Balance, InvestorId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A movement of shares, as an event tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
	/// New shares.
	Issued {
		/// Of which asset.
		asset: AssetId,
		/// To whom.
		to: InvestorId,
		/// How many.
		amount: Balance,
	},
	/// Shares that changed hands.
	Transferred {
		/// Of which asset.
		asset: AssetId,
		/// From whom.
		from: InvestorId,
		/// To whom.
		to: InvestorId,
		/// How many.
		amount: Balance,
	},
	/// Shares that ceased to exist.
	Redeemed {
		/// Of which asset.
		asset: AssetId,
		/// Of whom.
		from: InvestorId,
		/// How many.
		amount: Balance,
	},
	/// Shares of one class that became shares of another.
	Converted {
		/// Of which asset they were.
		asset: AssetId,
		/// Of which they are.
		into: AssetId,
		/// Whose.
		investor: InvestorId,
		/// How many they were.
		amount: Balance,
		/// How many they are.
		received: Balance,
	},
}

/// Why events do not add up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Contradiction {
	/// Somebody gave more than they had.
	#[error(
		"event {event}: investor {investor} gives {amount} shares of asset {asset} and has {balance}"
	)]
	GivesMoreThanItHas {
		/// The position of the event among all, from 0.
		event: u64,
		/// The asset.
		asset: AssetId,
		/// Who gave.
		investor: InvestorId,
		/// How many.
		amount: Balance,
		/// How many there were.
		balance: Balance,
	},
	/// More shares than a number can hold.
	#[error("event {event}: asset {asset} has more shares than a number can hold")]
	Overflow {
		/// The position of the event among all, from 0.
		event: u64,
		/// The asset.
		asset: AssetId,
	},
}

/// The holders of all assets and what they own. Whoever owns nothing is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CapTable {
	balances: BTreeMap<AssetId, BTreeMap<InvestorId, Balance>>,
	events: u64,
}

impl CapTable {
	/// A table from balances that something else computed.
	pub fn from_balances<I>(balances: I) -> Self
	where
		I: IntoIterator<Item = (AssetId, InvestorId, Balance)>,
	{
		let mut table = Self::default();
		for (asset, investor, balance) in balances {
			if balance > 0 {
				table.balances.entry(asset).or_default().insert(investor, balance);
			}
		}
		table
	}

	/// Applies the next event.
	///
	/// # Errors
	/// If it cannot follow from those before it. The table is then as it was.
	pub fn apply(&mut self, movement: Movement) -> Result<(), Contradiction> {
		match movement {
			Movement::Issued { asset, to, amount } => self.add(asset, to, amount)?,
			Movement::Transferred { asset, from, to, amount } => {
				self.take(asset, from, amount)?;
				// What one holder gave cannot overflow another: supply is bounded at issue.
				if let Err(error) = self.add(asset, to, amount) {
					self.add(asset, from, amount)?;
					return Err(error);
				}
			},
			Movement::Redeemed { asset, from, amount } => self.take(asset, from, amount)?,
			Movement::Converted { asset, into, investor, amount, received } => {
				self.take(asset, investor, amount)?;
				if let Err(error) = self.add(into, investor, received) {
					self.add(asset, investor, amount)?;
					return Err(error);
				}
			},
		}
		self.events += 1;
		Ok(())
	}

	/// How many events were applied.
	pub fn events(&self) -> u64 {
		self.events
	}

	/// The assets that have holders.
	pub fn assets(&self) -> impl Iterator<Item = AssetId> + '_ {
		self.balances.keys().copied()
	}

	/// The holders of an asset, the largest first.
	pub fn holders(&self, asset: AssetId) -> Vec<(InvestorId, Balance)> {
		let mut holders: Vec<_> = self
			.balances
			.get(&asset)
			.into_iter()
			.flatten()
			.map(|(investor, balance)| (*investor, *balance))
			.collect();
		holders.sort_by_key(|(investor, balance)| (std::cmp::Reverse(*balance), *investor));
		holders
	}

	/// What an investor owns of an asset.
	pub fn balance(&self, asset: AssetId, investor: InvestorId) -> Balance {
		self.balances.get(&asset).and_then(|of| of.get(&investor)).copied().unwrap_or_default()
	}

	/// The shares of an asset in issue.
	pub fn supply(&self, asset: AssetId) -> Balance {
		self.balances.get(&asset).into_iter().flatten().map(|(_, balance)| *balance).sum()
	}

	/// Every position in which this table and another differ.
	pub fn differences(&self, other: &Self) -> Vec<Difference> {
		let positions: BTreeSet<_> = [self, other]
			.into_iter()
			.flat_map(|table| &table.balances)
			.flat_map(|(asset, of)| of.keys().map(|investor| (*asset, *investor)))
			.collect();
		positions
			.into_iter()
			.map(|(asset, investor)| Difference {
				asset,
				investor,
				here: self.balance(asset, investor),
				there: other.balance(asset, investor),
			})
			.filter(|difference| difference.here != difference.there)
			.collect()
	}

	fn add(
		&mut self,
		asset: AssetId,
		investor: InvestorId,
		amount: Balance,
	) -> Result<(), Contradiction> {
		let overflow = Contradiction::Overflow { event: self.events, asset };
		self.supply(asset).checked_add(amount).ok_or(overflow)?;
		if amount > 0 {
			*self.balances.entry(asset).or_default().entry(investor).or_default() += amount;
		}
		Ok(())
	}

	fn take(
		&mut self,
		asset: AssetId,
		investor: InvestorId,
		amount: Balance,
	) -> Result<(), Contradiction> {
		let balance = self.balance(asset, investor);
		let Some(rest) = balance.checked_sub(amount) else {
			return Err(Contradiction::GivesMoreThanItHas {
				event: self.events,
				asset,
				investor,
				amount,
				balance,
			});
		};
		let Some(holders) = self.balances.get_mut(&asset) else { return Ok(()) };
		if rest == 0 {
			holders.remove(&investor);
		} else {
			holders.insert(investor, rest);
		}
		if holders.is_empty() {
			self.balances.remove(&asset);
		}
		Ok(())
	}
}

/// A position in which two tables differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Difference {
	/// The asset.
	pub asset: AssetId,
	/// The investor.
	pub investor: InvestorId,
	/// The balance in the first table.
	pub here: Balance,
	/// The balance in the second table.
	pub there: Balance,
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn issued(asset: AssetId, to: InvestorId, amount: Balance) -> Movement {
		Movement::Issued { asset, to, amount }
	}

	#[test]
	fn events_add_up_to_balances() {
		let mut table = CapTable::default();
		table.apply(issued(1, 10, 100)).unwrap();
		table.apply(Movement::Transferred { asset: 1, from: 10, to: 11, amount: 30 }).unwrap();
		table.apply(Movement::Redeemed { asset: 1, from: 11, amount: 5 }).unwrap();
		assert_eq!(table.holders(1), [(10, 70), (11, 25)]);
		assert_eq!(table.supply(1), 95);
		assert_eq!(table.events(), 3);
	}

	#[test]
	fn a_conversion_takes_from_one_class_and_adds_to_another() {
		let mut table = CapTable::default();
		table.apply(issued(1, 10, 100)).unwrap();
		let convert = |amount, received| Movement::Converted {
			asset: 1,
			into: 2,
			investor: 10,
			amount,
			received,
		};
		table.apply(convert(60, 120)).unwrap();
		assert_eq!((table.balance(1, 10), table.balance(2, 10)), (40, 120));
		let before = table.clone();
		table.apply(convert(41, 82)).unwrap_err();
		table.apply(convert(1, Balance::MAX)).unwrap_err();
		assert_eq!(table, before, "a refused event changes nothing");
	}

	#[test]
	fn whoever_owns_nothing_is_not_in_the_table() {
		let mut table = CapTable::default();
		table.apply(issued(1, 10, 100)).unwrap();
		table.apply(Movement::Transferred { asset: 1, from: 10, to: 11, amount: 100 }).unwrap();
		assert_eq!(table.holders(1), [(11, 100)]);
		table.apply(Movement::Redeemed { asset: 1, from: 11, amount: 100 }).unwrap();
		assert_eq!(table.assets().count(), 0);
	}

	#[test]
	fn events_that_contradict_each_other_are_found() {
		let mut table = CapTable::default();
		table.apply(issued(1, 10, 100)).unwrap();
		let before = table.clone();
		let error =
			table.apply(Movement::Redeemed { asset: 1, from: 10, amount: 101 }).unwrap_err();
		assert_eq!(
			error.to_string(),
			"event 1: investor 10 gives 101 shares of asset 1 and has 100"
		);
		let overflow = table.apply(issued(1, 11, Balance::MAX)).unwrap_err();
		assert_eq!(overflow, Contradiction::Overflow { event: 1, asset: 1 });
		assert_eq!(table, before);
	}

	#[test]
	fn one_share_of_difference_is_found_on_either_side() {
		let ours = CapTable::from_balances([(1, 10, 100), (1, 11, 5)]);
		let theirs = CapTable::from_balances([(1, 10, 101), (2, 11, 5), (2, 12, 0)]);
		let differences = ours.differences(&theirs);
		let short: Vec<_> =
			differences.iter().map(|d| (d.asset, d.investor, d.here, d.there)).collect();
		assert_eq!(short, [(1, 10, 100, 101), (1, 11, 5, 0), (2, 11, 0, 5)]);
		assert_eq!(ours.differences(&ours), []);
	}

	proptest! {
		// Whatever happens, the supply is what was issued less what was redeemed, and a refused
		// event changes nothing.
		#[test]
		fn nothing_is_made_or_lost(
			steps in prop::collection::vec((0_u8..3, 0_u32..3, 0_u64..4, 0_u64..4, 0_u128..50), 0..200)
		) {
			let mut table = CapTable::default();
			let mut supply = [0_u128; 3];
			for (kind, asset, from, to, amount) in steps {
				let before = table.clone();
				let movement = match kind {
					0 => Movement::Issued { asset, to, amount },
					1 => Movement::Transferred { asset, from, to, amount },
					_ => Movement::Redeemed { asset, from, amount },
				};
				let applied = table.apply(movement).is_ok();
				let of = &mut supply[asset as usize];
				match movement {
					Movement::Issued { .. } => *of += amount,
					Movement::Redeemed { .. } if applied => *of -= amount,
					_ => (),
				}
				if !applied {
					prop_assert_eq!(&table, &before);
				}
				prop_assert_eq!(table.supply(asset), supply[asset as usize]);
			}
		}
	}
}

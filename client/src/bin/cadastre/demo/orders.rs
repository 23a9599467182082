// SPDX-License-Identifier: Apache-2.0

//! Orders to transfer shares, as if by chance: the same in every telling.

use super::{cast::INVESTORS, homes::Home};
use anyhow::{Context, Result};
use cadastre_client::cap_table::CapTable;
use cadastre_primitives::{AssetId, Balance, InvestorId};
use std::collections::BTreeMap;

/// An order to transfer shares. People are named by their place in the cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Order {
	pub(super) asset: AssetId,
	pub(super) from: usize,
	pub(super) to: usize,
	pub(super) amount: Balance,
}

/// The people of each pack who may hold shares at first, by their place in the cast: residents of
/// countries that the pack lets in, and for large homes professionals.
const FIRST_HOLDERS: [[usize; 8]; 2] = [[0, 4, 8, 12, 16, 1, 5, 19], [1, 2, 5, 6, 13, 14, 21, 22]];

/// A source of orders.
#[derive(Debug)]
pub(super) struct Orders {
	state: u64,
}

impl Orders {
	pub(super) fn new() -> Self {
		Self { state: 2010_2016 }
	}

	/// SplitMix64: the next number, below a bound.
	fn below(&mut self, bound: u64) -> u64 {
		self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut mixed = self.state;
		mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		(mixed ^ (mixed >> 31)) % bound.max(1)
	}

	fn place(&mut self, bound: usize) -> usize {
		// A place in a list that is far shorter than either number.
		let bound = u64::try_from(bound).unwrap_or(u64::MAX);
		usize::try_from(self.below(bound)).unwrap_or(0)
	}

	/// Who gets the shares of a home at first, and how many: three holders, 30, 30 and 40 parts of a
	/// hundred.
	pub(super) fn first_holders(&mut self, home: &Home) -> Vec<(usize, Balance)> {
		let candidates = FIRST_HOLDERS[home.pack()];
		let start = self.place(candidates.len());
		let holder = |step: usize| candidates[(start + step * 3) % candidates.len()];
		let third = home.shares() * 3 / 10;
		vec![(holder(0), third), (holder(1), third), (holder(2), home.shares() - 2 * third)]
	}

	/// The next order for shares of an asset: from a holder to somebody else, mostly of a part of
	/// what the holder has, now and then of all of it, and now and then of more.
	pub(super) fn next(
		&mut self,
		asset: AssetId,
		register: &CapTable,
		investors: &BTreeMap<usize, InvestorId>,
	) -> Result<Order> {
		let holders = register.holders(asset);
		let (holder, balance) = holders
			.get(self.place(holders.len()))
			.copied()
			.with_context(|| format!("asset {asset} has no holders"))?;
		let (from, _) = investors
			.iter()
			.find(|(_, investor)| **investor == holder)
			.with_context(|| format!("investor {holder} is not in the cast"))?;
		// Anybody but the sender.
		let to = (from + 1 + self.place(INVESTORS - 1)) % INVESTORS;
		let amount = match self.below(16) {
			0 => balance + 1,
			1 | 2 => balance,
			_ => {
				let part = u64::try_from(balance / 3).unwrap_or(u64::MAX);
				1 + Balance::from(self.below(part))
			},
		};
		Ok(Order { asset, from: *from, to, amount })
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::demo::{cast::people, homes};

	fn investors() -> BTreeMap<usize, InvestorId> {
		(0..INVESTORS).zip(100..).collect()
	}

	#[test]
	fn all_shares_are_issued_to_holders_whom_the_rules_let_in() {
		let people = people();
		let mut orders = Orders::new();
		for home in homes::read().unwrap() {
			let first = orders.first_holders(&home);
			assert_eq!(first.iter().map(|(_, amount)| amount).sum::<Balance>(), home.shares());
			let mut holders: Vec<_> = first.iter().map(|(holder, _)| *holder).collect();
			holders.sort_unstable();
			holders.dedup();
			assert_eq!(holders.len(), 3, "three different ones");
			for (holder, amount) in first {
				assert!(people[holder].suits(home.pack()), "{home:?} {holder}");
				assert!(amount > 0 && amount * 2 <= home.shares(), "below either cap");
			}
		}
	}

	#[test]
	fn orders_are_the_same_each_time_and_never_to_oneself() {
		let register = CapTable::from_balances([(1, 100, 50), (1, 101, 3), (1, 102, 1)]);
		let tell = || {
			let mut orders = Orders::new();
			(0..500).map(|_| orders.next(1, &register, &investors()).unwrap()).collect::<Vec<_>>()
		};
		let told = tell();
		assert_eq!(told, tell());
		assert!(told.iter().all(|order| order.from != order.to && order.amount > 0));
		assert!(
			told.iter()
				.any(|order| { order.amount > register.balance(1, 100 + order.from as u64) }),
			"some want to give more than they have"
		);
	}
}

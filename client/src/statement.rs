// SPDX-License-Identifier: Apache-2.0

//! What investors got, computed from receipts alone.

use cadastre_primitives::{AssetId, Balance, IncomeSource, InvestorId};
use serde::Serialize;
use std::collections::BTreeMap;

use crate::{
	account::Account,
	currency::{as_text, Currency},
};

/// A receipt, as an event tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
	/// The asset whose income it is.
	pub asset: AssetId,
	/// Where it comes from.
	pub source: IncomeSource,
	/// Whose income it is.
	pub investor: InvestorId,
	/// The key that got it; none if it was parked.
	pub to: Option<Account>,
	/// In which currency.
	pub currency: Currency,
	/// Before tax. Of what was parked before: what is paid now.
	pub gross: Balance,
	/// What was withheld.
	pub tax: Balance,
	/// The country for which it was withheld, by its alpha-2 code; none if nobody knows it.
	pub jurisdiction: Option<String>,
}

/// Sums of receipts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Sums {
	/// Before tax.
	#[serde(serialize_with = "as_text")]
	pub gross: Balance,
	/// What was withheld.
	#[serde(serialize_with = "as_text")]
	pub tax: Balance,
	/// What arrived.
	#[serde(serialize_with = "as_text")]
	pub paid: Balance,
	/// What is kept for the investor.
	#[serde(serialize_with = "as_text")]
	pub parked: Balance,
	/// How many receipts there are.
	pub receipts: u64,
}

/// Receipts that do not add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the receipts of investor {0} do not add up")]
pub struct Contradiction(pub InvestorId);

/// The statements of all investors, and the tax of all countries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statements {
	investors: BTreeMap<(InvestorId, Currency), Sums>,
	sources: BTreeMap<(AssetId, Currency, Source), Sums>,
	taxes: BTreeMap<(AssetId, Currency, Option<String>), Balance>,
}

/// A distribution or a stream.
type Source = (bool, u32);

impl Statements {
	/// Adds a receipt.
	///
	/// # Errors
	/// If more tax than income is in it, more is paid of what was parked than was parked, or a sum
	/// has more than 128 bits. The statements are then as they were.
	pub fn apply(&mut self, receipt: &Receipt) -> Result<(), Contradiction> {
		let wrong = || Contradiction(receipt.investor);
		let source = match receipt.source {
			IncomeSource::Distribution(id) => Some((true, id)),
			IncomeSource::Stream(id) => Some((false, id)),
			IncomeSource::Parked => None,
		};
		let person = (receipt.investor, receipt.currency);
		let of_person = self.investors.get(&person).copied().unwrap_or_default();
		let of_person = of_person.with(receipt).ok_or_else(wrong)?;
		let of_source = source.map(|source| (receipt.asset, receipt.currency, source));
		let of_source = of_source.map(|key| {
			let sums = self.sources.get(&key).copied().unwrap_or_default();
			Some((key, sums.with(receipt)?))
		});
		let of_source = match of_source {
			Some(sums) => Some(sums.ok_or_else(wrong)?),
			None => None,
		};
		let country = (receipt.asset, receipt.currency, receipt.jurisdiction.clone());
		let tax = self.taxes.get(&country).copied().unwrap_or_default();
		let tax = tax.checked_add(receipt.tax).ok_or_else(wrong)?;
		self.investors.insert(person, of_person);
		self.sources.extend(of_source);
		if tax > 0 {
			self.taxes.insert(country, tax);
		}
		Ok(())
	}

	/// The statement of each investor in each currency.
	pub fn investors(&self) -> impl Iterator<Item = (InvestorId, Currency, Sums)> + '_ {
		self.investors.iter().map(|((investor, currency), sums)| (*investor, *currency, *sums))
	}

	/// The statement of one investor in one currency.
	pub fn of(&self, investor: InvestorId, currency: Currency) -> Sums {
		self.investors.get(&(investor, currency)).copied().unwrap_or_default()
	}

	/// What came from a distribution or a stream, apart from payments of what was parked.
	pub fn from(&self, asset: AssetId, currency: Currency, source: IncomeSource) -> Sums {
		let source = match source {
			IncomeSource::Distribution(id) => (true, id),
			IncomeSource::Stream(id) => (false, id),
			IncomeSource::Parked => return Sums::default(),
		};
		self.sources.get(&(asset, currency, source)).copied().unwrap_or_default()
	}

	/// The tax that was withheld, by asset, currency and country.
	pub fn taxes(&self) -> &BTreeMap<(AssetId, Currency, Option<String>), Balance> {
		&self.taxes
	}
}

impl Sums {
	/// These sums with one more receipt; none if it does not add up.
	fn with(mut self, receipt: &Receipt) -> Option<Self> {
		let net = receipt.gross.checked_sub(receipt.tax)?;
		match (&receipt.to, receipt.source) {
			(Some(_), IncomeSource::Parked) => {
				self.parked = self.parked.checked_sub(net)?;
				self.paid = self.paid.checked_add(net)?;
			},
			(to, _) => {
				self.gross = self.gross.checked_add(receipt.gross)?;
				self.tax = self.tax.checked_add(receipt.tax)?;
				let part = if to.is_some() { &mut self.paid } else { &mut self.parked };
				*part = part.checked_add(net)?;
			},
		}
		self.receipts += 1;
		Some(self)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn receipt(investor: InvestorId, gross: Balance, tax: Balance) -> Receipt {
		Receipt {
			asset: 1,
			source: IncomeSource::Distribution(0),
			investor,
			to: Some(Account([1; 32])),
			currency: Currency::Native,
			gross,
			tax,
			jurisdiction: Some("CH".to_owned()),
		}
	}

	#[test]
	fn receipts_add_up_by_investor_by_source_and_by_country() {
		let mut all = Statements::default();
		all.apply(&receipt(7, 100, 15)).unwrap();
		all.apply(&receipt(8, 50, 0)).unwrap();
		let stream = IncomeSource::Stream(0);
		all.apply(&Receipt { source: stream, ..receipt(7, 10, 1) }).unwrap();
		let found = all.of(7, Currency::Native);
		let sums = Sums { gross: 110, tax: 16, paid: 94, parked: 0, receipts: 2 };
		assert_eq!(found, sums);
		assert_eq!(all.of(7, Currency::Asset(1)), Sums::default());
		let of_source = |source| all.from(1, Currency::Native, source).gross;
		assert_eq!((of_source(IncomeSource::Distribution(0)), of_source(stream)), (150, 10));
		assert_eq!(of_source(IncomeSource::Parked), 0);
		let key = (1, Currency::Native, Some("CH".to_owned()));
		assert_eq!(all.taxes().iter().collect::<Vec<_>>(), [(&key, &16)]);
		assert_eq!(all.investors().count(), 2);
	}

	#[test]
	fn what_is_parked_is_income_once_and_arrives_later() {
		let mut all = Statements::default();
		all.apply(&Receipt { to: None, ..receipt(7, 100, 15) }).unwrap();
		let parked = Sums { gross: 100, tax: 15, paid: 0, parked: 85, receipts: 1 };
		assert_eq!(all.of(7, Currency::Native), parked);
		let later = Receipt { source: IncomeSource::Parked, ..receipt(7, 85, 0) };
		all.apply(&later).unwrap();
		let paid = Sums { paid: 85, parked: 0, receipts: 2, ..parked };
		assert_eq!(all.of(7, Currency::Native), paid);
		let before = all.clone();
		assert_eq!(all.apply(&later), Err(Contradiction(7)), "it was paid already");
		assert_eq!(all.apply(&receipt(7, 1, 2)), Err(Contradiction(7)), "more tax than income");
		let endless = receipt(7, Balance::MAX, 0);
		assert_eq!(all.apply(&endless), Err(Contradiction(7)));
		assert_eq!(all, before);
	}

	proptest! {
		// gross = tax + paid + parked, for everybody, after every receipt.
		#[test]
		fn nothing_is_made_or_lost(
			steps in prop::collection::vec((0_u64..3, 0_u128..100, 0_u128..100, 0_u8..3), 0..100)
		) {
			let mut all = Statements::default();
			for (investor, gross, tax, kind) in steps {
				let one = receipt(investor, gross, tax);
				let one = match kind {
					0 => one,
					1 => Receipt { to: None, ..one },
					_ => Receipt { source: IncomeSource::Parked, tax: 0, ..one },
				};
				let before = all.clone();
				if all.apply(&one).is_err() {
					prop_assert_eq!(&all, &before);
				}
				for (_, _, sums) in all.investors() {
					prop_assert_eq!(sums.gross, sums.tax + sums.paid + sums.parked);
				}
				let taxes: Balance = all.taxes().values().sum();
				let withheld: Balance = all.investors().map(|(_, _, sums)| sums.tax).sum();
				prop_assert_eq!(taxes, withheld);
			}
		}
	}
}

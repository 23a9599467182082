// SPDX-License-Identifier: Apache-2.0

//! Payment currencies: the native token and those of `pallet-assets`, and amounts of them as people
//! write them.

use cadastre_primitives::{token, Balance};
use serde::{Serialize, Serializer};
use std::fmt;

use crate::{
	account::Account,
	api,
	error::{Error, Result},
	facts::decimal,
	report::group,
	view::View,
};

use api::runtime_types::frame_support::traits::tokens::fungible::union_of::NativeOrWithId;

/// A payment currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
	/// The chain's own token.
	Native,
	/// A currency of `pallet-assets`.
	Asset(u32),
}

impl fmt::Display for Currency {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Native => f.write_str("native"),
			Self::Asset(id) => write!(f, "{id}"),
		}
	}
}

impl Serialize for Currency {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl From<NativeOrWithId<u32>> for Currency {
	fn from(currency: NativeOrWithId<u32>) -> Self {
		match currency {
			NativeOrWithId::Native => Self::Native,
			NativeOrWithId::WithId(id) => Self::Asset(id),
		}
	}
}

impl From<Currency> for NativeOrWithId<u32> {
	fn from(currency: Currency) -> Self {
		match currency {
			Currency::Native => Self::Native,
			Currency::Asset(id) => Self::WithId(id),
		}
	}
}

/// What people call a currency, and how they count it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Denomination {
	/// The currency.
	pub currency: Currency,
	/// Its ticker.
	pub symbol: String,
	/// Its decimal places.
	pub decimals: u8,
}

impl Denomination {
	/// The native token.
	pub fn native() -> Self {
		Self {
			currency: Currency::Native,
			symbol: token::SYMBOL.to_owned(),
			decimals: token::DECIMALS,
		}
	}

	/// An amount of the smallest unit, for people: to the last unit, with at least two decimal places.
	pub fn write(&self, amount: Balance) -> String {
		let places = usize::from(self.decimals);
		let digits = format!("{amount:0>width$}", width = places + 1);
		let (whole, part) = digits.split_at(digits.len() - places);
		let whole = whole.parse().map_or_else(|_| whole.to_owned(), group);
		let kept = part.trim_end_matches('0').len().max(places.min(2));
		match &part[..kept] {
			"" => format!("{whole} {}", self.symbol),
			part => format!("{whole}.{part} {}", self.symbol),
		}
	}

	/// An amount that people wrote, in the smallest unit.
	///
	/// # Errors
	/// If it is no number, or has more decimal places than the currency.
	pub fn read(&self, text: &str) -> Result<Balance> {
		decimal(text, self.decimals.into())
			.map_err(|problem| Error::Invalid(format!("{problem}, of {}", self.symbol)))
	}
}

impl View {
	/// All payment currencies, the native one first.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn currencies(&self) -> Result<Vec<Denomination>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().assets().asset(), ()).await?;
		let mut ids = Vec::new();
		while let Some(entry) = entries.next().await {
			let (id,) = entry?.key()?.decode()?;
			ids.push(id);
		}
		ids.sort_unstable();
		let mut all = vec![Denomination::native()];
		for id in ids {
			all.push(self.denomination(Currency::Asset(id)).await?);
		}
		Ok(all)
	}

	/// What a currency is called and how it is counted. One without a name is called by its number.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn denomination(&self, currency: Currency) -> Result<Denomination> {
		let Currency::Asset(id) = currency else { return Ok(Denomination::native()) };
		let found = self.get(api::storage().assets().metadata(), (id,)).await?;
		let (symbol, decimals) =
			found.map(|found| (found.symbol.0, found.decimals)).unwrap_or_default();
		let symbol = match String::from_utf8(symbol) {
			Ok(symbol) if !symbol.is_empty() => symbol,
			_ => format!("of currency {id}"),
		};
		Ok(Denomination { currency, symbol, decimals })
	}

	/// The currency that somebody names: `native`, its number, or its ticker if no other has it.
	///
	/// # Errors
	/// If there is no such currency, or several.
	pub async fn find_currency(&self, name: &str) -> Result<Denomination> {
		let all = self.currencies().await?;
		let exact = all.iter().find(|one| one.currency.to_string() == name);
		let mut named = all.iter().filter(|one| one.symbol.eq_ignore_ascii_case(name));
		match (exact, named.next(), named.next()) {
			(Some(one), _, _) | (None, Some(one), None) => Ok(one.clone()),
			(None, Some(_), Some(_)) => Err(Error::Invalid(format!(
				"several currencies are called {name}; give the number of one"
			))),
			(None, None, _) => {
				let known = all.iter().map(|one| match one.currency {
					Currency::Native => one.symbol.clone(),
					Currency::Asset(id) => format!("{} ({id})", one.symbol),
				});
				let known = known.collect::<Vec<_>>().join(", ");
				Err(Error::Invalid(format!("there is no currency {name}; there are {known}")))
			},
		}
	}

	/// What an account has of a currency, in its smallest unit, apart from what is held.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn money(&self, currency: Currency, account: &Account) -> Result<Balance> {
		match currency {
			Currency::Native => self.free_balance(account).await,
			Currency::Asset(id) => {
				let key = (id, account.id());
				let found = self.get(api::storage().assets().account(), key).await?;
				Ok(found.map(|found| found.balance).unwrap_or_default())
			},
		}
	}
}

/// An amount as a text: a program that reads JSON may not have so many bits.
pub(crate) fn as_text<S: Serializer>(amount: &Balance, serializer: S) -> Result<S::Ok, S::Error> {
	serializer.collect_str(amount)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn with(decimals: u8) -> Denomination {
		Denomination { currency: Currency::Asset(1), symbol: "TUSD".to_owned(), decimals }
	}

	#[test]
	fn amounts_are_written_to_the_last_unit() {
		for (decimals, amount, text) in [
			(6, 0, "0.00 TUSD"),
			(6, 1, "0.000001 TUSD"),
			(6, 1_234_500_000, "1,234.50 TUSD"),
			(6, 1_234_567_890, "1,234.56789 TUSD"),
			(2, 5, "0.05 TUSD"),
			(1, 15, "1.5 TUSD"),
			(0, 1_500, "1,500 TUSD"),
		] {
			assert_eq!(with(decimals).write(amount), text);
		}
		assert_eq!(Denomination::native().write(token::UNIT / 4), "0.25 CDST");
	}

	#[test]
	fn amounts_are_read_exactly_or_not_at_all() {
		for (text, amount) in [("1", 1_000_000), ("0.5", 500_000), ("1.000001", 1_000_001)] {
			assert_eq!(with(6).read(text).unwrap(), amount);
		}
		for wrong in ["", "-1", "1.0000001", "1,5", "1 TUSD", "1e3"] {
			let error = with(6).read(wrong).unwrap_err().to_string();
			assert!(error.ends_with("decimal places, of TUSD"), "{error}");
		}
	}

	proptest! {
		#[test]
		fn an_amount_comes_back(amount: Balance, decimals in 0_u8..19) {
			let written = with(decimals).write(amount);
			let number = written.trim_end_matches(" TUSD").replace(',', "");
			prop_assert_eq!(with(decimals).read(&number).unwrap(), amount);
		}
	}
}

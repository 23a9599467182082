// SPDX-License-Identifier: Apache-2.0

//! Commodities, by the last price of their market.

use crate::{
	fixed::{self, Nano, ONE},
	market::tails,
	Commodity, Day, Error, Explanation, Valuation,
};
use serde::{Deserialize, Serialize};

/// How old the last price may be, in days.
const HORIZON: i64 = 7;
/// Prices that the interval is taken from.
const SPREAD: usize = 500;

/// The model.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReferencePrice {
	/// The name of the commodity.
	code: String,
	/// How old the last price may be, in days.
	horizon: i64,
	prices: Vec<Price>,
}

/// A price of the market.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Price {
	/// For a unit, in cents.
	cents: u64,
	/// The day of the price. It is known on the next.
	day: Day,
	/// From the price to the lower end of the next one, for a day.
	lower: Nano,
	/// From the price to the upper end.
	upper: Nano,
}

impl ReferencePrice {
	pub(crate) fn value(&self, commodity: &Commodity, as_of: Day) -> Result<Valuation, Error> {
		if commodity.code != self.code {
			return Err(Error::Unseen { what: "this commodity" });
		}
		let (from, until) = self.span();
		// A price of the day itself is not known yet.
		let after = self.prices.partition_point(|price| price.day < as_of);
		let price = self
			.prices
			.get(after.wrapping_sub(1))
			.filter(|price| as_of.since(price.day) <= self.horizon)
			.ok_or(Error::OutOfTime { as_of, from, until })?;
		let quantity = u128::from(commodity.quantity_thousandths);
		let whole = (u128::from(price.cents) * quantity + 500) / 1_000;
		let mid = (whole * u128::from(commodity.quality_bps) + 5_000) / 10_000;
		if whole > fixed::MAX_CENTS || mid > fixed::MAX_CENTS {
			return Err(Error::OutOfRange { fact: "quantity_thousandths" });
		}
		let explanation = Explanation::of_amounts(
			whole as u64,
			vec![("quality".into(), mid as i64 - whole as i64)],
		);
		// Of independent days the spread grows as the root of their number.
		let root = fixed::nano(libm::sqrt(as_of.since(price.day) as f64));
		let end = |log: Nano| {
			let factor = libm::exp(fixed::scale(log, root, ONE) as f64 / 1e9);
			(libm::round(mid as f64 * factor) as u128).min(fixed::MAX_CENTS)
		};
		Ok(Valuation {
			low: end(price.lower).min(mid),
			mid,
			high: end(price.upper).max(mid),
			explanation,
		})
	}

	pub(crate) fn span(&self) -> (Day, Day) {
		let first = self.prices.first().map_or(Day::MIN, |price| price.day.plus(1));
		let last = self.prices.last().map_or(Day::MIN, |price| price.day);
		(first, last.plus(self.horizon))
	}

	pub(crate) fn check(&self) -> Result<(), Error> {
		let sound = |price: &Price| {
			(1..=fixed::MAX_CENTS as u64).contains(&price.cents)
				&& (-10 * ONE..=0).contains(&price.lower)
				&& (0..=10 * ONE).contains(&price.upper)
		};
		let ordered = self.prices.windows(2).all(|two| two[0].day < two[1].day);
		let horizon = (1..=366).contains(&self.horizon);
		if self.prices.is_empty() || !ordered || !horizon || !self.prices.iter().all(sound) {
			return Err(Error::BrokenArtefact("its prices are in disorder"));
		}
		Ok(())
	}

	/// From a series of prices. The interval of each comes from the moves before it.
	pub(crate) fn train(
		code: &str,
		series: &[(Day, u64)],
		tested_from: Day,
	) -> Result<Self, Error> {
		let score = |two: &[(Day, u64)]| {
			let days = two[1].0.since(two[0].0).max(1) as f64;
			libm::log(two[1].1 as f64 / two[0].1 as f64) / libm::sqrt(days)
		};
		let mut prices = Vec::new();
		for (i, (day, cents)) in series.iter().enumerate() {
			if *day < tested_from.plus(-HORIZON) {
				continue;
			}
			let before = &series[i.saturating_sub(SPREAD)..=i];
			let (lower, upper) = tails(before.windows(2).map(score).collect())
				.ok_or(Error::TooFew("prices before the first"))?;
			prices.push(Price {
				cents: *cents,
				day: *day,
				lower: fixed::nano(lower),
				upper: fixed::nano(upper),
			});
		}
		let model = Self { code: code.into(), horizon: HORIZON, prices };
		model.check()?;
		Ok(model)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn model() -> ReferencePrice {
		let start = Day::new(2016, 1, 1).unwrap();
		let series: Vec<_> =
			(0..40).map(|i| (start.plus(i), 5_000 + 100 * (i as u64 % 2))).collect();
		ReferencePrice::train("wti", &series, start.plus(30)).unwrap()
	}

	fn barrels(thousandths: u64, quality_bps: u32) -> Commodity {
		Commodity { code: "wti".into(), quantity_thousandths: thousandths, quality_bps }
	}

	#[test]
	fn is_the_price_before() {
		let model = model();
		let day = Day::new(2016, 2, 5).unwrap();
		// Day 35 has 51.00 USD, the one before 50.00.
		let value = model.value(&barrels(1_500, 10_000), day).unwrap();
		assert_eq!(value.mid, 7_500);
		assert!(value.low < 7_500 && value.high > 7_500);
		let value = model.value(&barrels(1_500, 9_500), day).unwrap();
		assert_eq!(value.mid, 7_125);
		assert_eq!(value.explanation.base(), 7_500);
		assert_eq!(value.explanation.parts()[0].cents, -375);
		assert!(value.explanation.adds_up());
	}

	#[test]
	fn is_not_given_when_stale() {
		let model = model();
		let last = Day::new(2016, 2, 9).unwrap();
		assert!(model.value(&barrels(1_000, 10_000), last.plus(7)).is_ok());
		let late = model.value(&barrels(1_000, 10_000), last.plus(8));
		assert!(matches!(late, Err(Error::OutOfTime { .. })));
		let other = Commodity { code: "gold".into(), ..barrels(1_000, 10_000) };
		assert!(matches!(model.value(&other, last), Err(Error::Unseen { .. })));
	}
}

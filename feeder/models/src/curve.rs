// SPDX-License-Identifier: Apache-2.0

//! Bonds, by discounting each payment at the yield of its date.

use crate::{
	fixed::{self, Nano, ONE},
	market::tails,
	Bond, Day, Error, Explanation, Valuation,
};
use serde::{Deserialize, Serialize};

/// Days after the last curve for which it still answers.
const HORIZON: i64 = 62;

/// The model: curves in the order of their days.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct YieldCurve {
	curves: Vec<Curve>,
	/// Days after the last curve for which it still answers.
	horizon: i64,
	/// The tenors of all curves, in months, rising.
	tenors: Vec<u32>,
}

/// A curve as it was known on a day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Curve {
	/// The first day on which it was known.
	from: Day,
	/// How much yields may have fallen until the next curve.
	lower: Nano,
	/// How much they may have risen.
	upper: Nano,
	/// Effective yields a year by tenor, in billionths.
	yields: Vec<Nano>,
}

/// What is paid and when: months before maturity, and days from the valuation.
struct Payment {
	cents: u64,
	days: i64,
}

fn payments(bond: &Bond, as_of: Day) -> (Vec<Payment>, Payment) {
	let face = Payment { cents: bond.face_cents, days: bond.maturity.since(as_of) };
	let step = 12 / u32::from(bond.frequency);
	let yearly = u128::from(bond.face_cents) * u128::from(bond.coupon_bps);
	let cents = (yearly / u128::from(bond.frequency) / 10_000) as u64;
	let coupons = (0..)
		.map(|count| bond.maturity.months_before(count * step))
		.take_while(|day| *day > as_of)
		.map(|day| Payment { cents, days: day.since(as_of) })
		.collect();
	(coupons, face)
}

impl YieldCurve {
	fn at(&self, as_of: Day) -> Result<&Curve, Error> {
		let (from, until) = self.span();
		let after = self.curves.partition_point(|curve| curve.from <= as_of);
		self.curves.get(after.wrapping_sub(1)).filter(|_| as_of <= until).ok_or(Error::OutOfTime {
			as_of,
			from,
			until,
		})
	}

	/// The yield for a payment: between tenors in a straight line, before the first as for the first.
	fn rate(&self, curve: &Curve, days: i64) -> Nano {
		// A month has 30.4375 days: in ten thousandths, so that all is whole.
		let at = days * 10_000;
		let tenor = |i: usize| i64::from(self.tenors[i]) * 304_375;
		let above = (0..self.tenors.len()).find(|i| tenor(*i) >= at);
		match above {
			Some(0) => curve.yields[0],
			Some(i) => {
				let (low, high) = (curve.yields[i - 1], curve.yields[i]);
				let part = fixed::scale(at - tenor(i - 1), ONE, tenor(i) - tenor(i - 1));
				low + fixed::scale(high - low, part, ONE)
			},
			None => curve.yields[curve.yields.len() - 1],
		}
	}

	/// What a payment is worth today, in cents, with this much on the yield.
	fn present(&self, curve: &Curve, payment: &Payment, more: Nano) -> u64 {
		// Never so low that a payment would be worth more than can be paid.
		let rate = (self.rate(curve, payment.days) + more).max(-ONE / 2);
		let years = payment.days as f64 / 365.25;
		let factor = libm::exp(-years * libm::log1p(rate as f64 / 1e9));
		(libm::round(payment.cents as f64 * factor) as u128).min(fixed::MAX_CENTS) as u64
	}

	pub(crate) fn value(&self, bond: &Bond, as_of: Day) -> Result<Valuation, Error> {
		let curve = self.at(as_of)?;
		let last = self.tenors.last().copied().unwrap_or(0);
		if bond.maturity.since(as_of) * 10_000 > i64::from(last) * 304_375 {
			return Err(Error::Unseen { what: "a payment beyond the last tenor" });
		}
		let (coupons, face) = payments(bond, as_of);
		let sum = |more: Nano| -> u128 {
			let coupons = coupons.iter().map(|payment| self.present(curve, payment, more));
			coupons.map(u128::from).sum::<u128>() + u128::from(self.present(curve, &face, more))
		};
		let spread = Nano::from(bond.spread_bps) * (ONE / 10_000);
		let free_face = self.present(curve, &face, 0);
		let (free, mid) = (sum(0), sum(spread));
		if free > fixed::MAX_CENTS || mid > fixed::MAX_CENTS {
			return Err(Error::OutOfRange { fact: "face_cents" });
		}
		let explanation = Explanation::of_amounts(
			free_face,
			vec![
				("coupons".into(), (free - u128::from(free_face)) as i64),
				("credit".into(), mid as i64 - free as i64),
			],
		);
		let low = sum(spread + curve.upper).min(mid);
		let high = sum(spread + curve.lower).max(mid);
		Ok(Valuation { low, mid, high, explanation })
	}

	pub(crate) fn span(&self) -> (Day, Day) {
		let first = self.curves.first().map_or(Day::MIN, |curve| curve.from);
		let last = self.curves.last().map_or(Day::MIN, |curve| curve.from);
		(first, last.plus(self.horizon))
	}

	pub(crate) fn check(&self) -> Result<(), Error> {
		let tame = |rate: &Nano| (-ONE / 10..=ONE).contains(rate);
		let sound = |curve: &Curve| {
			curve.yields.len() == self.tenors.len()
				&& curve.yields.iter().all(tame)
				&& (-ONE..=0).contains(&curve.lower)
				&& (0..=ONE).contains(&curve.upper)
		};
		let ordered = self.curves.windows(2).all(|two| two[0].from < two[1].from)
			&& self.tenors.windows(2).all(|two| two[0] < two[1])
			&& self.tenors.last().is_some_and(|last| (1..=1_200).contains(last));
		if self.curves.is_empty()
			|| !ordered
			|| !self.curves.iter().all(sound)
			|| self.horizon > 366
		{
			return Err(Error::BrokenArtefact("its curves are in disorder"));
		}
		Ok(())
	}

	/// From curves with the day from which each was known. The first 120 only say how much yields move;
	/// the interval of each later one comes from the 120 moves before it, of the tenor that moves most.
	pub(crate) fn train(
		tenors: Vec<u32>,
		known: &[(Day, Vec<f64>)],
		tested_from: Day,
	) -> Result<Self, Error> {
		let mut curves = Vec::new();
		for (i, (from, yields)) in known.iter().enumerate() {
			if *from < tested_from {
				continue;
			}
			let before = &known[i.saturating_sub(120)..=i];
			let (mut lower, mut upper) = (0.0_f64, 0.0_f64);
			for tenor in 0..tenors.len() {
				let moves =
					before.windows(2).map(|two| two[1].1[tenor] - two[0].1[tenor]).collect();
				let (low, high) = tails(moves).ok_or(Error::TooFew("curves before the first"))?;
				(lower, upper) = (lower.min(low), upper.max(high));
			}
			curves.push(Curve {
				from: *from,
				lower: fixed::nano(lower),
				upper: fixed::nano(upper),
				yields: yields.iter().map(|rate| fixed::nano(*rate)).collect(),
			});
		}
		let model = Self { curves, horizon: HORIZON, tenors };
		model.check()?;
		Ok(model)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn flat(rate: f64) -> YieldCurve {
		let start = Day::new(2010, 1, 1).unwrap();
		let known: Vec<_> = (0..60)
			.map(|i| {
				let wobble = if i % 2 == 0 { 0.001 } else { -0.001 };
				(start.plus(30 * i), vec![rate + if i == 59 { 0.0 } else { wobble }; 2])
			})
			.collect();
		YieldCurve::train(vec![12, 360], &known, start.plus(30 * 59)).unwrap()
	}

	fn bond(model: &YieldCurve, years: i32, coupon_bps: u32) -> (Bond, Day) {
		let as_of = model.span().0;
		let year = 2014 + years;
		let maturity = Day::new(year, 11, 6).unwrap();
		assert_eq!(as_of.to_string(), "2014-11-06");
		(Bond { coupon_bps, face_cents: 100_000, frequency: 1, maturity, spread_bps: 0 }, as_of)
	}

	#[test]
	fn a_bond_that_pays_its_yield_is_worth_its_face() {
		let model = flat(0.04);
		let (bond, as_of) = bond(&model, 10, 400);
		let value = model.value(&bond, as_of).unwrap();
		// Payments fall up to half a day beside whole years.
		assert!(value.mid.abs_diff(100_000) < 30, "{}", value.mid);
		assert!(value.low < value.mid && value.mid < value.high);
		assert!(value.explanation.adds_up());
		assert_eq!(value.explanation.mid(), value.mid);
	}

	#[test]
	fn credit_costs() {
		let model = flat(0.04);
		let (mut bond, as_of) = bond(&model, 10, 400);
		let free = model.value(&bond, as_of).unwrap().mid;
		bond.spread_bps = 100;
		let value = model.value(&bond, as_of).unwrap();
		// The same as at 5 %: 1000 less 10 times the annuity factor of ten years.
		assert!(value.mid.abs_diff(92_278) < 40, "{}", value.mid);
		let credit = value.explanation.parts().iter().find(|part| part.fact == "credit").unwrap();
		assert_eq!(i128::from(credit.cents), value.mid as i128 - free as i128);
	}

	#[test]
	fn ends_where_the_curve_does() {
		let model = flat(0.04);
		let (mut bond, as_of) = bond(&model, 10, 400);
		bond.maturity = as_of.plus(10_957);
		assert!(model.value(&bond, as_of).is_ok());
		bond.maturity = as_of.plus(10_958);
		assert!(matches!(model.value(&bond, as_of), Err(Error::Unseen { .. })));
		bond.maturity = as_of.plus(3_650);
		let (_, until) = model.span();
		bond.maturity = until.plus(365);
		assert!(model.value(&bond, until).is_ok());
		assert!(matches!(model.value(&bond, until.plus(1)), Err(Error::OutOfTime { .. })));
		assert!(matches!(model.value(&bond, as_of.plus(-1)), Err(Error::OutOfTime { .. })));
	}
}

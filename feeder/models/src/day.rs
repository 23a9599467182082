// SPDX-License-Identifier: Apache-2.0

//! Days, and nothing finer: sales are recorded by day.

use chrono::{Datelike, Months, NaiveDate};
use serde::{de, Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// A day of the civil calendar. Written as `2016-07-01`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Day(NaiveDate);

impl Day {
	/// The day with this date, if there is one.
	pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
		NaiveDate::from_ymd_opt(year, month, day).map(Self)
	}

	/// The day in which this second since 1970 lies, in UTC.
	pub fn from_seconds(seconds: u64) -> Option<Self> {
		let days = i32::try_from(seconds / 86_400).ok()?;
		NaiveDate::from_num_days_from_ce_opt(days.checked_add(Self::EPOCH)?).map(Self)
	}

	/// Its first second since 1970, in UTC; 0 for what is earlier.
	pub fn seconds(self) -> u64 {
		u64::try_from(self.number()).unwrap_or(0) * 86_400
	}

	/// Days since 1970-01-01.
	pub fn number(self) -> i64 {
		i64::from(self.0.num_days_from_ce() - Self::EPOCH)
	}

	/// Days from then to this one; negative if then is later.
	pub fn since(self, then: Self) -> i64 {
		self.number() - then.number()
	}

	/// The day so many days later, or earlier if negative; stays in the calendar.
	pub fn plus(self, days: i64) -> Self {
		let end = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
		Self(
			chrono::TimeDelta::try_days(days)
				.and_then(|d| self.0.checked_add_signed(d))
				.unwrap_or(end),
		)
	}

	/// The same day so many months earlier, or the last day of that month if it is shorter.
	pub fn months_before(self, months: u32) -> Self {
		Self(self.0.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN))
	}

	/// Months since January of the year 0.
	pub fn month(self) -> i64 {
		i64::from(self.0.year()) * 12 + i64::from(self.0.month0())
	}

	/// Months since January of the year 0, with the part of this one that has passed.
	pub(crate) fn month_fraction(self) -> f64 {
		self.month() as f64 + f64::from(self.0.day0()) / 30.5
	}

	/// The day of its month, from 1.
	pub(crate) fn of_month(self) -> i64 {
		i64::from(self.0.day())
	}

	/// The earliest day there is.
	pub(crate) const MIN: Self = Self(NaiveDate::MIN);

	/// Days of the year 1 before 1970-01-01.
	const EPOCH: i32 = 719_163;
}

impl fmt::Display for Day {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		self.0.fmt(f)
	}
}

impl FromStr for Day {
	type Err = &'static str;

	/// Takes `YYYY-MM-DD` and nothing else: one day has one spelling, so that one set of facts has one
	/// digest.
	fn from_str(text: &str) -> Result<Self, Self::Err> {
		let day = NaiveDate::from_str(text).map(Self).map_err(|_| "not a date")?;
		if day.to_string() == text {
			Ok(day)
		} else {
			Err("a date is written as YYYY-MM-DD")
		}
	}
}

impl Serialize for Day {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl<'de> Deserialize<'de> for Day {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn counts_from_1970() {
		let first = Day::new(1970, 1, 1).unwrap();
		assert_eq!((first.number(), first.seconds()), (0, 0));
		let leap: Day = "2016-02-29".parse().unwrap();
		assert_eq!(leap.seconds(), 1_456_704_000);
		assert_eq!(Day::from_seconds(1_456_704_000 + 86_399), Some(leap));
		assert_eq!(leap.plus(1).to_string(), "2016-03-01");
		assert_eq!(leap.months_before(12).to_string(), "2015-02-28");
		assert_eq!(leap.plus(307).since(leap), 307);
	}

	#[test]
	fn has_one_spelling() {
		for wrong in ["2016-2-29", "2015-02-29", "+2016-02-29", " 2016-02-29", "2016-02-29 ", ""] {
			assert!(wrong.parse::<Day>().is_err(), "{wrong:?}");
		}
	}
}

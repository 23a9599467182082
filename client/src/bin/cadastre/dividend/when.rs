// SPDX-License-Identifier: Apache-2.0

//! Moments and times, as people write them.

use cadastre_client::time::{add_months, parse_moment};
use cadastre_primitives::Moment;
use std::str::FromStr;

const HOUR: Moment = 60 * 60;

/// A moment, or a time from now on the chain's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
	At(Moment),
	In(Moment),
}

impl When {
	/// The moment, where it is `now`.
	pub(crate) fn at(self, now: Moment) -> Moment {
		match self {
			Self::At(moment) => moment,
			Self::In(time) => now.saturating_add(time),
		}
	}

	/// The moment; of a time from now the next full hour.
	pub(crate) fn hour(self, now: Moment) -> Moment {
		match self {
			Self::At(moment) => moment,
			Self::In(time) => now.saturating_add(time).div_ceil(HOUR).saturating_mul(HOUR),
		}
	}
}

impl FromStr for When {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let found = match text.strip_prefix('+') {
			Some(time) => return duration(time).map(Self::In),
			None => parse_moment(text),
		};
		found.map(Self::At).ok_or_else(|| {
			format!("\"{text}\" is no moment; write 2026-12-31, 2026-12-31T18:30, or +3d for 3 days from now")
		})
	}
}

/// A time such as 30s, 5m, 12h, 7d.
pub(crate) fn duration(text: &str) -> Result<Moment, String> {
	let wrong = || format!("\"{text}\" is no time; write a number and s, m, h or d, such as 30d");
	let unit = match text.bytes().last() {
		Some(b's') => 1,
		Some(b'm') => 60,
		Some(b'h') => HOUR,
		Some(b'd') => 24 * HOUR,
		_ => return Err(wrong()),
	};
	let number = text.get(..text.len() - 1).unwrap_or_default();
	let plain = number.bytes().all(|byte| byte.is_ascii_digit());
	let number = plain.then(|| number.parse::<Moment>().ok()).flatten().ok_or_else(wrong)?;
	number.checked_mul(unit).ok_or_else(wrong)
}

/// How far apart the dates of a series are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Every {
	Months(u64),
	Seconds(Moment),
}

impl Every {
	/// The date that is so many steps after the first one.
	pub(crate) fn after(self, first: Moment, steps: u64) -> Moment {
		match self {
			Self::Months(months) => add_months(first, months.saturating_mul(steps)),
			Self::Seconds(seconds) => first.saturating_add(seconds.saturating_mul(steps)),
		}
	}
}

impl FromStr for Every {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		match text {
			"month" => Ok(Self::Months(1)),
			"quarter" => Ok(Self::Months(3)),
			"year" => Ok(Self::Months(12)),
			time => match duration(time) {
				Ok(seconds) if seconds > 0 => Ok(Self::Seconds(seconds)),
				_ => {
					Err(format!("\"{text}\" is none of month, quarter, year, or a time such as 7d"))
				},
			},
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn times_are_a_number_and_a_unit() {
		for (text, seconds) in [("0s", 0), ("5m", 300), ("2h", 7_200), ("3d", 259_200)] {
			assert_eq!(duration(text), Ok(seconds));
		}
		for wrong in ["", "s", "5", "-1d", "1.5h", "99999999999999999999d", "300000000000000000d"] {
			assert!(duration(wrong).is_err(), "{wrong}");
		}
	}

	#[test]
	fn a_time_from_now_is_counted_on_the_chains_clock() {
		assert_eq!("+1h".parse::<When>().unwrap().at(10), 3_610);
		assert_eq!("+1h".parse::<When>().unwrap().hour(10), 7_200, "a full hour");
		assert_eq!("+1h".parse::<When>().unwrap().hour(7_200), 10_800);
		assert_eq!("1970-01-02".parse::<When>().unwrap().hour(0), 86_400);
		"soon".parse::<When>().unwrap_err();
	}

	#[test]
	fn a_series_goes_by_the_calendar_or_by_the_clock() {
		let first = parse_moment("2026-01-31T06").unwrap();
		let month = "month".parse::<Every>().unwrap();
		assert_eq!(month.after(first, 1), parse_moment("2026-02-28T06").unwrap());
		assert_eq!(month.after(first, 2), parse_moment("2026-03-31T06").unwrap());
		let quarter = "quarter".parse::<Every>().unwrap();
		assert_eq!(quarter.after(first, 1), parse_moment("2026-04-30T06").unwrap());
		assert_eq!("7d".parse::<Every>().unwrap().after(0, 2), 14 * 24 * HOUR);
		for wrong in ["", "0d", "fortnight"] {
			wrong.parse::<Every>().unwrap_err();
		}
	}
}

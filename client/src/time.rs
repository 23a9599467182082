// SPDX-License-Identifier: Apache-2.0

//! Dates as people write them, and moments as the chain counts them: seconds of Unix time, UTC.

use cadastre_primitives::Moment;

const DAY: u64 = 24 * 60 * 60;

/// The first second of a day that is written as `YYYY-MM-DD`, from 1970 to 9999.
pub fn parse_date(text: &str) -> Option<Moment> {
	let mut parts = text.split('-');
	let mut number = |digits: usize| {
		let part = parts.next()?;
		let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
		plain.then(|| part.parse::<u64>().ok()).flatten()
	};
	let (year, month, day) = (number(4)?, number(2)?, number(2)?);
	if parts.next().is_some() || year < 1970 || !(1..=12).contains(&month) {
		return None;
	}
	if day == 0 || day > days_of_month(year, month) {
		return None;
	}
	Some(days_before(year, month, day) * DAY)
}

/// A moment that is written as a day, as `YYYY-MM-DDTHH:MM:SS` without as much of the end as one
/// likes, or as a number of seconds of Unix time.
pub fn parse_moment(text: &str) -> Option<Moment> {
	let Some((date, time)) = text.split_once('T') else {
		return parse_date(text).or_else(|| text.parse().ok());
	};
	let day = parse_date(date)?;
	let mut seconds = 0;
	let mut units = [(24, 3_600), (60, 60), (60, 1)].into_iter();
	for part in time.split(':') {
		let (end, unit) = units.next()?;
		let plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
		let number = plain.then(|| part.parse::<u64>().ok()).flatten()?;
		if number >= end {
			return None;
		}
		seconds += number * unit;
	}
	Some(day + seconds)
}

/// The same time of day so many months later: on the same day of the month, or on the last one of a
/// month that is too short.
pub fn add_months(moment: Moment, months: u64) -> Moment {
	let (year, month, day) = civil(moment / DAY);
	let month = month - 1 + months;
	let (year, month) = (year + month / 12, month % 12 + 1);
	let day = day.min(days_of_month(year, month));
	days_before(year, month, day) * DAY + moment % DAY
}

/// A moment as `YYYY-MM-DD HH:MM:SS`, or without the time of day at midnight.
pub fn format_moment(moment: Moment) -> String {
	// The last second of the year 9999.
	if moment > 253_402_300_799 {
		return "never".to_owned();
	}
	let (year, month, day) = civil(moment / DAY);
	let date = format!("{year:04}-{month:02}-{day:02}");
	match moment % DAY {
		0 => date,
		seconds => {
			format!("{date} {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
		},
	}
}

/// The days from the beginning of 1970 to a day.
fn days_before(year: u64, month: u64, day: u64) -> u64 {
	let days_of_years: u64 = (1970..year).map(days_of_year).sum();
	let days_of_months: u64 = (1..month).map(|month| days_of_month(year, month)).sum();
	days_of_years + days_of_months + day - 1
}

/// Year, month and day after so many days of 1970.
fn civil(mut days: u64) -> (u64, u64, u64) {
	let mut year = 1970;
	while days >= days_of_year(year) {
		days -= days_of_year(year);
		year += 1;
	}
	let mut month = 1;
	while days >= days_of_month(year, month) {
		days -= days_of_month(year, month);
		month += 1;
	}
	(year, month, days + 1)
}

fn days_of_year(year: u64) -> u64 {
	if is_leap(year) {
		366
	} else {
		365
	}
}

fn days_of_month(year: u64, month: u64) -> u64 {
	match month {
		2 if is_leap(year) => 29,
		2 => 28,
		4 | 6 | 9 | 11 => 30,
		_ => 31,
	}
}

fn is_leap(year: u64) -> bool {
	year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn dates_are_read_as_the_calendar_has_them() {
		for (text, moment) in [
			("1970-01-01", 0),
			("2000-02-29", 951_782_400),
			("2024-12-31", 1_735_603_200),
			("2026-01-01", 1_767_225_600),
		] {
			assert_eq!(parse_date(text), Some(moment), "{text}");
			assert_eq!(format_moment(moment), text);
		}
		assert_eq!(format_moment(951_782_400 + 3_661), "2000-02-29 01:01:01");
		assert_eq!(format_moment(u64::MAX), "never");
	}

	#[test]
	fn what_is_no_date_is_refused() {
		for text in [
			"",
			"2026",
			"2026-1-1",
			"2026-13-01",
			"2026-00-01",
			"2026-04-31",
			"2025-02-29",
			"1900-02-28",
			"1969-12-31",
			"2026-01-01-01",
			"01-01-2026",
			"2026/01/01",
			"+026-01-01",
		] {
			assert_eq!(parse_date(text), None, "{text}");
		}
	}

	#[test]
	fn moments_are_read_to_the_second() {
		for (text, moment) in [
			("1970-01-01", 0),
			("1970-01-01T00", 0),
			("1970-01-01T01", 3_600),
			("1970-01-02T23:59", 172_740),
			("1970-01-01T00:00:59", 59),
			("1700000000", 1_700_000_000),
		] {
			assert_eq!(parse_moment(text), Some(moment), "{text}");
		}
		for wrong in ["", "1970-01-01T", "1970-01-01T24", "1970-01-01T1", "1970-01-01T00:60", "now"]
		{
			assert_eq!(parse_moment(wrong), None, "{wrong}");
		}
		assert_eq!(parse_moment("1970-01-01T00:00:00:00"), None);
	}

	#[test]
	fn a_month_later_is_the_same_day_or_the_last_one() {
		for (from, months, to) in [
			("2026-01-15", 1, "2026-02-15"),
			("2026-01-31", 1, "2026-02-28"),
			("2024-01-31", 1, "2024-02-29"),
			("2026-08-31", 3, "2026-11-30"),
			("2026-12-01", 1, "2027-01-01"),
			("2026-05-05", 24, "2028-05-05"),
			("2026-05-05", 0, "2026-05-05"),
		] {
			let later = add_months(parse_date(from).unwrap() + 3_600, months);
			assert_eq!(later, parse_date(to).unwrap() + 3_600, "{from} {months}");
		}
	}

	proptest::proptest! {
		#[test]
		fn a_date_comes_back(days in 0_u64..2_900_000) {
			let moment = days * DAY;
			proptest::prop_assert_eq!(parse_date(&format_moment(moment)), Some(moment));
		}
	}
}

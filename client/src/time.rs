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
	let days_of_years: u64 = (1970..year).map(days_of_year).sum();
	let days_of_months: u64 = (1..month).map(|month| days_of_month(year, month)).sum();
	Some((days_of_years + days_of_months + day - 1) * DAY)
}

/// A moment as `YYYY-MM-DD HH:MM:SS`, or without the time of day at midnight.
pub fn format_moment(moment: Moment) -> String {
	let mut days = moment / DAY;
	let mut year = 1970;
	while days >= days_of_year(year) {
		days -= days_of_year(year);
		year += 1;
		if year > 9999 {
			return "never".to_owned();
		}
	}
	let mut month = 1;
	while days >= days_of_month(year, month) {
		days -= days_of_month(year, month);
		month += 1;
	}
	let date = format!("{year:04}-{month:02}-{:02}", days + 1);
	match moment % DAY {
		0 => date,
		seconds => {
			format!("{date} {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
		},
	}
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

	proptest::proptest! {
		#[test]
		fn a_date_comes_back(days in 0_u64..2_900_000) {
			let moment = days * DAY;
			proptest::prop_assert_eq!(parse_date(&format_moment(moment)), Some(moment));
		}
	}
}

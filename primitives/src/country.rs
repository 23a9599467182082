// SPDX-License-Identifier: Apache-2.0

//! Countries by ISO 3166-1, small enough for the eligibility word and for a 32-byte set.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// An alpha-2 code in upper-case ASCII, such as `*b"CH"`: how people and calls name a country.
pub type CountryCode = [u8; 2];

/// The officially assigned alpha-2 codes (ISO 3166-1:2020), in alphabetical order.
///
/// The position of a code, counted from 1, is what the chain stores: a code that ISO adds later is
/// appended, never inserted.
// One row of codes after another reads better than 249 lines.
#[rustfmt::skip]
const CODES: [CountryCode; 249] = [
	*b"AD", *b"AE", *b"AF", *b"AG", *b"AI", *b"AL", *b"AM", *b"AO", *b"AQ", *b"AR", *b"AS", *b"AT", *b"AU", *b"AW",
	*b"AX", *b"AZ", *b"BA", *b"BB", *b"BD", *b"BE", *b"BF", *b"BG", *b"BH", *b"BI", *b"BJ", *b"BL", *b"BM", *b"BN",
	*b"BO", *b"BQ", *b"BR", *b"BS", *b"BT", *b"BV", *b"BW", *b"BY", *b"BZ", *b"CA", *b"CC", *b"CD", *b"CF", *b"CG",
	*b"CH", *b"CI", *b"CK", *b"CL", *b"CM", *b"CN", *b"CO", *b"CR", *b"CU", *b"CV", *b"CW", *b"CX", *b"CY", *b"CZ",
	*b"DE", *b"DJ", *b"DK", *b"DM", *b"DO", *b"DZ", *b"EC", *b"EE", *b"EG", *b"EH", *b"ER", *b"ES", *b"ET", *b"FI",
	*b"FJ", *b"FK", *b"FM", *b"FO", *b"FR", *b"GA", *b"GB", *b"GD", *b"GE", *b"GF", *b"GG", *b"GH", *b"GI", *b"GL",
	*b"GM", *b"GN", *b"GP", *b"GQ", *b"GR", *b"GS", *b"GT", *b"GU", *b"GW", *b"GY", *b"HK", *b"HM", *b"HN", *b"HR",
	*b"HT", *b"HU", *b"ID", *b"IE", *b"IL", *b"IM", *b"IN", *b"IO", *b"IQ", *b"IR", *b"IS", *b"IT", *b"JE", *b"JM",
	*b"JO", *b"JP", *b"KE", *b"KG", *b"KH", *b"KI", *b"KM", *b"KN", *b"KP", *b"KR", *b"KW", *b"KY", *b"KZ", *b"LA",
	*b"LB", *b"LC", *b"LI", *b"LK", *b"LR", *b"LS", *b"LT", *b"LU", *b"LV", *b"LY", *b"MA", *b"MC", *b"MD", *b"ME",
	*b"MF", *b"MG", *b"MH", *b"MK", *b"ML", *b"MM", *b"MN", *b"MO", *b"MP", *b"MQ", *b"MR", *b"MS", *b"MT", *b"MU",
	*b"MV", *b"MW", *b"MX", *b"MY", *b"MZ", *b"NA", *b"NC", *b"NE", *b"NF", *b"NG", *b"NI", *b"NL", *b"NO", *b"NP",
	*b"NR", *b"NU", *b"NZ", *b"OM", *b"PA", *b"PE", *b"PF", *b"PG", *b"PH", *b"PK", *b"PL", *b"PM", *b"PN", *b"PR",
	*b"PS", *b"PT", *b"PW", *b"PY", *b"QA", *b"RE", *b"RO", *b"RS", *b"RU", *b"RW", *b"SA", *b"SB", *b"SC", *b"SD",
	*b"SE", *b"SG", *b"SH", *b"SI", *b"SJ", *b"SK", *b"SL", *b"SM", *b"SN", *b"SO", *b"SR", *b"SS", *b"ST", *b"SV",
	*b"SX", *b"SY", *b"SZ", *b"TC", *b"TD", *b"TF", *b"TG", *b"TH", *b"TJ", *b"TK", *b"TL", *b"TM", *b"TN", *b"TO",
	*b"TR", *b"TT", *b"TV", *b"TW", *b"TZ", *b"UA", *b"UG", *b"UM", *b"US", *b"UY", *b"UZ", *b"VA", *b"VC", *b"VE",
	*b"VG", *b"VI", *b"VN", *b"VU", *b"WF", *b"WS", *b"YE", *b"YT", *b"ZA", *b"ZM", *b"ZW",
];

/// A country as the chain stores it: the position of its code in the table, from 1. 0 is no country.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Country(u8);

impl Country {
	/// No country: in no set, whatever the set.
	pub const NONE: Self = Self(0);

	/// The country of an alpha-2 code, if ISO has assigned it.
	pub fn from_code(code: CountryCode) -> Option<Self> {
		let position = CODES.iter().position(|known| *known == code)?;
		u8::try_from(position.checked_add(1)?).ok().map(Self)
	}

	/// The alpha-2 code, or nothing for [`Country::NONE`] and for a number that is no country.
	pub fn code(self) -> Option<CountryCode> {
		CODES.get(usize::from(self.0).checked_sub(1)?).copied()
	}

	/// The position that stands for this country in a [`CountrySet`].
	pub fn index(self) -> u8 {
		self.0
	}
}

/// A set of countries: one bit each.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct CountrySet([u8; 32]);

impl CountrySet {
	/// The set of some alpha-2 codes, or nothing if one of them is not assigned.
	pub fn from_codes<I: IntoIterator<Item = CountryCode>>(codes: I) -> Option<Self> {
		let mut set = Self::default();
		for code in codes {
			set.insert(Country::from_code(code)?);
		}
		Some(set)
	}

	/// Adds a country. [`Country::NONE`] is not added.
	pub fn insert(&mut self, country: Country) {
		let (byte, bit) = Self::place(country);
		if country != Country::NONE {
			if let Some(byte) = self.0.get_mut(byte) {
				*byte |= bit;
			}
		}
	}

	/// Whether a country is in the set. [`Country::NONE`] never is.
	pub fn contains(&self, country: Country) -> bool {
		let (byte, bit) = Self::place(country);
		country != Country::NONE && self.0.get(byte).is_some_and(|byte| byte & bit != 0)
	}

	/// Every country, also those that ISO has not assigned yet.
	pub const ALL: Self = Self([u8::MAX; 32]);

	fn place(country: Country) -> (usize, u8) {
		(usize::from(country.0 >> 3), 1 << (country.0 & 7))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_code_comes_back() {
		for code in CODES {
			assert_eq!(Country::from_code(code).and_then(Country::code), Some(code));
		}
		assert_eq!(Country::from_code(*b"XX"), None);
		assert_eq!(Country::from_code(*b"ch"), None);
		assert_eq!(Country::NONE.code(), None);
	}

	#[test]
	fn the_table_is_sorted_so_that_no_code_stands_twice() {
		assert!(CODES.windows(2).all(|pair| pair[0] < pair[1]));
	}

	#[test]
	fn a_set_has_what_was_put_in_and_nothing_else() {
		let set = CountrySet::from_codes([*b"AD", *b"CH", *b"ZW"]).unwrap();
		for code in CODES {
			let country = Country::from_code(code).unwrap();
			assert_eq!(set.contains(country), [*b"AD", *b"CH", *b"ZW"].contains(&code));
		}
		assert_eq!(CountrySet::from_codes([*b"CH", *b"XX"]), None);
	}

	#[test]
	fn no_country_is_in_no_set() {
		let mut set = CountrySet([u8::MAX; 32]);
		set.insert(Country::NONE);
		assert!(!set.contains(Country::NONE));
		assert!(!CountrySet::default().contains(Country::NONE));
	}
}

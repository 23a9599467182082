// SPDX-License-Identifier: Apache-2.0

//! Whether an identifier of another register is one: form and check digits. Nothing here reads
//! storage, and no sum can overflow: the longest code has 20 characters of at most 35 each.

use cadastre_primitives::{Country, Identifier};

/// Whether an identifier is well-formed and its check digit is right.
pub(crate) fn is_valid(identifier: &Identifier) -> bool {
	match identifier {
		Identifier::Isin(code) => is_isin(code),
		Identifier::Cusip(code) => is_cusip(code),
		Identifier::Lei(code) => is_lei(code),
		Identifier::Figi(code) => is_figi(code),
		Identifier::Parcel { country, number } => {
			Country::from_code(*country).is_some() && is_parcel(number)
		},
	}
}

/// ISO 6166: two letters, nine letters or digits, and a check digit over the digits that result
/// when each letter is replaced by its number (A is 10), doubling every second one from the right.
fn is_isin(code: &[u8; 12]) -> bool {
	let [a, b, _, _, _, _, _, _, _, _, _, check] = code;
	if !(a.is_ascii_uppercase() && b.is_ascii_uppercase() && check.is_ascii_digit()) {
		return false;
	}
	let mut sum = 0_u32;
	let mut double = false;
	for byte in code.iter().rev() {
		let Some(value) = value(*byte) else { return false };
		let (tens, ones) = (value.div_euclid(10), value.rem_euclid(10));
		sum = sum.saturating_add(digits(ones, double));
		double = !double;
		if value >= 10 {
			sum = sum.saturating_add(digits(tens, double));
			double = !double;
		}
	}
	sum.rem_euclid(10) == 0
}

/// ANSI X9.6: eight letters, digits, `*`, `@` or `#`, and a check digit. Every second character
/// counts twice, from the left.
fn is_cusip(code: &[u8; 9]) -> bool {
	let [head @ .., check] = code;
	let value = |byte: u8| match byte {
		b'*' => Some(36),
		b'@' => Some(37),
		b'#' => Some(38),
		_ => value(byte),
	};
	double_add_double(head, *check, value)
}

/// ISO 17442: 18 letters or digits and two check digits, so that the number that results when each
/// letter is replaced by its number leaves 1 when divided by 97 (ISO 7064, MOD 97-10). The check
/// digits are 02 to 98: others would leave 1 too, and one code would have two spellings.
fn is_lei(code: &[u8; 20]) -> bool {
	let [head @ .., tens, ones] = code;
	let (Some(tens), Some(ones)) = (digit(*tens), digit(*ones)) else { return false };
	if !(2..=98).contains(&tens.saturating_mul(10).saturating_add(ones)) {
		return false;
	}
	let mut rest = 0_u32;
	for value in head.iter().map(|byte| value(*byte)) {
		let Some(value) = value else { return false };
		let factor = if value >= 10 { 100 } else { 10 };
		rest = rest.saturating_mul(factor).saturating_add(value).rem_euclid(97);
	}
	for value in [tens, ones] {
		rest = rest.saturating_mul(10).saturating_add(value).rem_euclid(97);
	}
	rest == 1
}

/// ANSI X9.145: two consonants, `G`, eight consonants or digits, and a check digit. Every second
/// character counts twice, from the left. Seven pairs are reserved, so that no FIGI is an ISIN.
fn is_figi(code: &[u8; 12]) -> bool {
	const RESERVED: [[u8; 2]; 7] = [*b"BS", *b"BM", *b"GG", *b"GB", *b"GH", *b"KY", *b"VG"];
	let [head @ .., check] = code;
	let [a, b, g, ..] = head;
	let starts = a.is_ascii_uppercase() && b.is_ascii_uppercase() && *g == b'G';
	let vowel = head.iter().any(|byte| b"AEIOU".contains(byte));
	starts && !vowel && !RESERVED.contains(&[*a, *b]) && double_add_double(head, *check, value)
}

/// Visible ASCII without lower case, so that one parcel has one spelling; single spaces between.
fn is_parcel(number: &[u8]) -> bool {
	let visible = |byte: &u8| byte.is_ascii_graphic() && !byte.is_ascii_lowercase();
	!number.is_empty()
		&& number
			.split(|byte| *byte == b' ')
			.all(|word| !word.is_empty() && word.iter().all(visible))
}

/// The number of a digit or an upper-case letter: A is 10, Z is 35.
fn value(byte: u8) -> Option<u32> {
	digit(byte).or_else(|| match byte {
		b'A'..=b'Z' => Some(u32::from(byte).saturating_sub(55)),
		_ => None,
	})
}

/// The number of a digit.
fn digit(byte: u8) -> Option<u32> {
	byte.is_ascii_digit().then(|| u32::from(byte).saturating_sub(48))
}

/// The sum of the digits of a number below 50, or of twice it.
fn digits(value: u32, double: bool) -> u32 {
	let value = if double { value.saturating_mul(2) } else { value };
	value.div_euclid(10).saturating_add(value.rem_euclid(10))
}

/// Whether a check digit makes the sum of the digits a multiple of 10, when every second number
/// counts twice, from the left. Nothing is subtracted from the sum, so that nothing can underflow.
fn double_add_double(head: &[u8], check: u8, value: impl Fn(u8) -> Option<u32>) -> bool {
	let Some(mut sum) = digit(check) else { return false };
	let mut double = false;
	for byte in head {
		let Some(value) = value(*byte) else { return false };
		sum = sum.saturating_add(digits(value, double));
		double = !double;
	}
	sum.rem_euclid(10) == 0
}

#[cfg(test)]
mod tests {
	// A reference may panic: it is the other algorithm, written as simply as can be.
	#![allow(clippy::arithmetic_side_effects)]

	use super::*;
	use proptest::prelude::*;

	/// Each reference makes the check digits of a body, from the text of its standard.
	mod reference {
		fn number(byte: u8) -> u128 {
			u128::from(char::from(byte).to_digit(36).unwrap())
		}

		/// What is missing to a multiple of ten, as a digit.
		fn complement(sum: u32) -> u8 {
			b'0' + u8::try_from((10 - sum % 10) % 10).unwrap()
		}

		/// ISO 6166: spell out the number, double from the right, cross sums, complement to ten.
		pub(super) fn isin(body: &[u8]) -> u8 {
			let spelled: String = body.iter().map(|byte| number(*byte).to_string()).collect();
			let sum: u32 = spelled
				.chars()
				.rev()
				.enumerate()
				.map(|(place, digit)| {
					let digit = digit.to_digit(10).unwrap() * if place % 2 == 0 { 2 } else { 1 };
					if digit > 9 {
						digit - 9
					} else {
						digit
					}
				})
				.sum();
			complement(sum)
		}

		/// ANSI X9.6 and X9.145: double every second from the left, cross sums, complement to ten.
		pub(super) fn double_add_double(body: &[u8]) -> u8 {
			let mut sum = 0;
			for (place, byte) in body.iter().enumerate() {
				let mut value = match byte {
					b'*' => 36,
					b'@' => 37,
					b'#' => 38,
					byte => number(*byte),
				};
				if place % 2 == 1 {
					value += value;
				}
				sum += value.to_string().bytes().map(|digit| u32::from(digit - b'0')).sum::<u32>();
			}
			complement(sum)
		}

		/// ISO 7064: 98 less the remainder of the whole number, which has at most 36 digits with
		/// the two zeros and so fits after one division half-way.
		pub(super) fn lei(body: &[u8]) -> [u8; 2] {
			let spelled: String = body.iter().map(|byte| number(*byte).to_string()).collect();
			let (high, low) = spelled.split_at(spelled.len() / 2);
			let rest = high.parse::<u128>().unwrap() % 97;
			let rest = format!("{rest}{low}00").parse::<u128>().unwrap() % 97;
			let check = format!("{:02}", 98 - rest);
			check.into_bytes().try_into().unwrap()
		}
	}

	fn all_digits(valid: impl Fn(u8) -> bool) -> Vec<u8> {
		(b'0'..=b'9').filter(|digit| valid(*digit)).collect()
	}

	fn with<const N: usize>(body: &[u8], check: &[u8]) -> [u8; N] {
		[body, check].concat().try_into().unwrap()
	}

	#[test]
	fn codes_that_are_in_use() {
		for isin in [
			b"US0378331005",
			b"US5949181045",
			b"DE000BAY0017",
			b"CH0038863350",
			b"GB0002634946",
			b"AU0000XVGZA3",
			b"JP3633400001",
			b"XS0971721963",
			b"FR0000120271",
		] {
			assert!(is_isin(isin), "{}", String::from_utf8_lossy(isin));
		}
		for cusip in [b"037833100", b"594918104", b"17275R102", b"38259P508", b"68389X105"] {
			assert!(is_cusip(cusip), "{}", String::from_utf8_lossy(cusip));
		}
		for lei in [
			b"HWUPKR0MPOU8FGXBT394",
			b"5493001KJTIIGC8Y1R12",
			b"7H6GLXDRUGQFU57RNE97",
			b"529900T8BM49AURSDO55",
			b"213800WSGIIZCXF1P572",
		] {
			assert!(is_lei(lei), "{}", String::from_utf8_lossy(lei));
		}
		for figi in [b"BBG000B9XRY4", b"BBG000BPH459", b"BBG000BLNNH6", b"BBG000BVPV84"] {
			assert!(is_figi(figi), "{}", String::from_utf8_lossy(figi));
		}
		for parcel in [&b"2571"[..], b"ZH 12/345-A", b"#1", b"A"] {
			assert!(is_parcel(parcel));
		}
	}

	#[test]
	fn codes_of_the_right_length_that_are_none() {
		for isin in [
			b"US0378331004",
			b"US0378331050",
			b"us0378331005",
			b"120378331005",
			b"US037833100A",
			b"US03783310 5",
			b"000000000000",
			b"AAAAAAAAAAAA",
			&[0; 12],
			&[255; 12],
		] {
			assert!(!is_isin(isin), "{isin:?}");
		}
		for cusip in [b"037833101", b"03783310A", b"o37833100", b"0378 3100", &[0; 9], &[255; 9]] {
			assert!(!is_cusip(cusip), "{cusip:?}");
		}
		for lei in [
			b"HWUPKR0MPOU8FGXBT395",
			b"HWUPKR0MPOU8FGXBT493",
			b"hwupkr0mpou8fgxbt394",
			b"HWUPKR0MPOU8FGXBT3A4",
			b"00000000000000000000",
			&[0; 20],
			&[255; 20],
		] {
			assert!(!is_lei(lei), "{lei:?}");
		}
		for figi in [
			b"BBG000B9XRY5",
			b"BBH000B9XRY4",
			b"BBG000A9XRY4",
			b"GBG000B9XRY4",
			b"1BG000B9XRY4",
			b"bbg000b9xry4",
			b"BBG000B9XRYA",
			&[0; 12],
			&[255; 12],
		] {
			assert!(!is_figi(figi), "{figi:?}");
		}
		for parcel in [&b""[..], b" ", b" 1", b"1 ", b"1  2", b"a1", b"1\x00", b"\xc3\xa9", b"1\t2"]
		{
			assert!(!is_parcel(parcel), "{parcel:?}");
		}
	}

	#[test]
	fn a_parcel_is_of_a_country() {
		let parcel = |country| {
			let number = b"12".to_vec().try_into().unwrap();
			is_valid(&Identifier::Parcel { country, number })
		};
		assert!(parcel(*b"CH"));
		assert!(!parcel(*b"XX"));
		assert!(!parcel(*b"ch"));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(crate::tests::cases(100_000, 2_000)))]

		#[test]
		fn isin_as_the_reference(body in "[A-Z]{2}[0-9A-Z]{9}") {
			let found = all_digits(|digit| is_isin(&with(body.as_bytes(), &[digit])));
			prop_assert_eq!(found, [reference::isin(body.as_bytes())]);
		}

		#[test]
		fn cusip_as_the_reference(body in "[0-9A-Z*@#]{8}") {
			let found = all_digits(|digit| is_cusip(&with(body.as_bytes(), &[digit])));
			prop_assert_eq!(found, [reference::double_add_double(body.as_bytes())]);
		}

		#[test]
		fn lei_as_the_reference(body in "[0-9A-Z]{18}") {
			let right = reference::lei(body.as_bytes());
			let found = (0..100)
				.map(|check| format!("{check:02}").into_bytes())
				.filter(|check| is_lei(&with(body.as_bytes(), check)))
				.collect::<Vec<_>>();
			prop_assert_eq!(found, [right.to_vec()]);
		}

		#[test]
		fn figi_as_the_reference(body in "[B-DF-HJ-NP-TV-Z]{2}G[0-9B-DF-HJ-NP-TV-Z]{8}") {
			let reserved = ["BS", "BM", "GG", "GB", "GH", "KY", "VG"].contains(&&body[..2]);
			let found = all_digits(|digit| is_figi(&with(body.as_bytes(), &[digit])));
			let right = [reference::double_add_double(body.as_bytes())];
			prop_assert_eq!(&found[..], if reserved { &[][..] } else { &right[..] });
		}

		#[test]
		fn nothing_panics(
			short in any::<[u8; 9]>(),
			middle in any::<[u8; 12]>(),
			long in any::<[u8; 20]>(),
			any in prop::collection::vec(any::<u8>(), 0..33),
		) {
			is_cusip(&short);
			is_isin(&middle);
			is_figi(&middle);
			is_lei(&long);
			is_parcel(&any);
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The facts of an asset, as people write them: `name=value`, joined by `;`.
//!
//! | Class | Facts |
//! |---|---|
//! | `real-estate` | `usage`, `area` in square metres, `[built]` as a year, `tenure` |
//! | `debt` | `currency`, `face_value`, `coupon` in per cent, `[maturity]`, `day_count` |
//! | `fund` | `currency`, `open_ended`, `fee` in per cent |
//! | `commodity` | `unit`, `quantity`, `[fineness]` in per cent |
//! | `data` | `records`, `schema`, `personal` |
//! | `equity` | `currency`, `nominal`, `votes`, `preferred` |
//! | `receivable` | `currency`, `amount`, `due`, `recourse` |
//! | `application` | `release`, `open_source` |
//! | `other` | `description` |
//!
//! Those in brackets may be left out. Sums of money have at most two decimal places, quantities
//! three, per cent four. A document is a file, or `0x` and its digest. Example:
//! `usage=residential;area=120;built=1984;tenure=freehold`.

use cadastre_primitives::{
	AssetClass, AssetFacts, CommodityUnit, CurrencyCode, DayCount, Moment, PropertyUse, Tenure,
};
use codec::{Decode, Encode};
use std::{collections::BTreeMap, path::Path};

use crate::{
	input::parse_document,
	time::{format_moment, parse_date},
};

const USES: [(&str, PropertyUse); 10] = [
	("residential", PropertyUse::Residential),
	("office", PropertyUse::Office),
	("retail", PropertyUse::Retail),
	("industrial", PropertyUse::Industrial),
	("logistics", PropertyUse::Logistics),
	("hotel", PropertyUse::Hotel),
	("agriculture", PropertyUse::Agriculture),
	("forest", PropertyUse::Forest),
	("land", PropertyUse::Land),
	("mixed", PropertyUse::Mixed),
];

const DAY_COUNTS: [(&str, DayCount); 4] = [
	("30/360", DayCount::Thirty360),
	("actual/360", DayCount::Actual360),
	("actual/365", DayCount::Actual365),
	("actual/actual", DayCount::ActualActual),
];

const UNITS: [(&str, CommodityUnit); 7] = [
	("gram", CommodityUnit::Gram),
	("troy-ounce", CommodityUnit::TroyOunce),
	("tonne", CommodityUnit::Tonne),
	("litre", CommodityUnit::Litre),
	("barrel", CommodityUnit::Barrel),
	("kilowatt-hour", CommodityUnit::KilowattHour),
	("piece", CommodityUnit::Piece),
];

/// The facts of an asset of a class. Documents are files in the folder.
///
/// # Errors
/// If a fact is missing, unknown or wrong. The text says what is taken.
pub fn parse(class: AssetClass, text: &str, folder: &Path) -> Result<AssetFacts, String> {
	let mut fields = Fields::read(text, folder)?;
	let facts = match class {
		AssetClass::RealEstate => AssetFacts::RealEstate {
			usage: fields.one_of("usage", &USES)?,
			area: fields.number("area")?,
			built: fields.optional("built", number)?,
			tenure: fields.take("tenure", tenure)?,
		},
		AssetClass::Debt => AssetFacts::Debt {
			currency: fields.take("currency", currency)?,
			face_value: fields.take("face_value", |text| decimal(text, 2))?,
			coupon: fields.take("coupon", per_cent)?,
			maturity: fields.optional("maturity", moment)?,
			day_count: fields.one_of("day_count", &DAY_COUNTS)?,
		},
		AssetClass::Fund => AssetFacts::Fund {
			currency: fields.take("currency", currency)?,
			open_ended: fields.take("open_ended", yes)?,
			fee: fields.take("fee", per_cent)?,
		},
		AssetClass::Commodity => AssetFacts::Commodity {
			unit: fields.one_of("unit", &UNITS)?,
			quantity: fields.take("quantity", |text| decimal(text, 3))?,
			fineness: fields.optional("fineness", per_cent)?,
		},
		AssetClass::Data => AssetFacts::Data {
			records: fields.number("records")?,
			schema: fields.document("schema")?.into(),
			personal: fields.take("personal", yes)?,
		},
		AssetClass::Equity => AssetFacts::Equity {
			currency: fields.take("currency", currency)?,
			nominal: fields.take("nominal", |text| decimal(text, 2))?,
			votes: fields.number("votes")?,
			preferred: fields.take("preferred", yes)?,
		},
		AssetClass::Receivable => AssetFacts::Receivable {
			currency: fields.take("currency", currency)?,
			amount: fields.take("amount", |text| decimal(text, 2))?,
			due: fields.take("due", moment)?,
			recourse: fields.take("recourse", yes)?,
		},
		AssetClass::Application => AssetFacts::Application {
			release: fields.document("release")?.into(),
			open_source: fields.take("open_source", yes)?,
		},
		AssetClass::Other => {
			AssetFacts::Other { description: fields.document("description")?.into() }
		},
	};
	if let Some((name, _)) = fields.values.first_key_value() {
		return Err(format!("\"{name}\" is no fact of this class"));
	}
	if !facts.is_valid() {
		return Err("what is measured is 0, or a year or date is none".to_owned());
	}
	Ok(facts)
}

/// The facts as [`parse`] takes them, one by one.
pub fn pairs(facts: &AssetFacts) -> Vec<(&'static str, String)> {
	let answer = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
	let digest = |bytes: &[u8]| format!("0x{}", hex::encode(bytes));
	let mut pairs = Vec::new();
	match facts {
		AssetFacts::RealEstate { usage, area, built, tenure } => {
			pairs.push(("usage", name_of(usage, &USES)));
			pairs.push(("area", area.to_string()));
			pairs.extend(built.map(|year| ("built", year.to_string())));
			pairs.push((
				"tenure",
				match tenure {
					Tenure::Freehold => "freehold".to_owned(),
					Tenure::Condominium => "condominium".to_owned(),
					Tenure::Leasehold { until } => format!("leasehold:{}", write_moment(*until)),
				},
			));
		},
		AssetFacts::Debt { currency, face_value, coupon, maturity, day_count } => {
			pairs.push(("currency", code(currency)));
			pairs.push(("face_value", write_decimal(*face_value, 2)));
			pairs.push(("coupon", write_per_cent(coupon)));
			pairs.extend(maturity.map(|moment| ("maturity", write_moment(moment))));
			pairs.push(("day_count", name_of(day_count, &DAY_COUNTS)));
		},
		AssetFacts::Fund { currency, open_ended, fee } => {
			pairs.push(("currency", code(currency)));
			pairs.push(("open_ended", answer(*open_ended)));
			pairs.push(("fee", write_per_cent(fee)));
		},
		AssetFacts::Commodity { unit, quantity, fineness } => {
			pairs.push(("unit", name_of(unit, &UNITS)));
			pairs.push(("quantity", write_decimal(*quantity, 3)));
			pairs.extend(fineness.as_ref().map(|part| ("fineness", write_per_cent(part))));
		},
		AssetFacts::Data { records, schema, personal } => {
			pairs.push(("records", records.to_string()));
			pairs.push(("schema", digest(schema.as_ref())));
			pairs.push(("personal", answer(*personal)));
		},
		AssetFacts::Equity { currency, nominal, votes, preferred } => {
			pairs.push(("currency", code(currency)));
			pairs.push(("nominal", write_decimal(*nominal, 2)));
			pairs.push(("votes", votes.to_string()));
			pairs.push(("preferred", answer(*preferred)));
		},
		AssetFacts::Receivable { currency, amount, due, recourse } => {
			pairs.push(("currency", code(currency)));
			pairs.push(("amount", write_decimal(*amount, 2)));
			pairs.push(("due", write_moment(*due)));
			pairs.push(("recourse", answer(*recourse)));
		},
		AssetFacts::Application { release, open_source } => {
			pairs.push(("release", digest(release.as_ref())));
			pairs.push(("open_source", answer(*open_source)));
		},
		AssetFacts::Other { description } => {
			pairs.push(("description", digest(description.as_ref())));
		},
	}
	pairs
}

/// The facts as [`parse`] takes them, in one line.
pub fn write(facts: &AssetFacts) -> String {
	let pairs = pairs(facts).into_iter().map(|(name, value)| format!("{name}={value}"));
	pairs.collect::<Vec<_>>().join(";")
}

/// The facts that are written down and not yet taken.
struct Fields<'a> {
	values: BTreeMap<&'a str, &'a str>,
	folder: &'a Path,
}

impl<'a> Fields<'a> {
	fn read(text: &'a str, folder: &'a Path) -> Result<Self, String> {
		let mut values = BTreeMap::new();
		for pair in text.split(';').map(str::trim).filter(|pair| !pair.is_empty()) {
			let (name, value) = pair
				.split_once('=')
				.ok_or_else(|| format!("\"{pair}\" is no fact; write name=value"))?;
			if values.insert(name.trim(), value.trim()).is_some() {
				return Err(format!("\"{}\" stands twice", name.trim()));
			}
		}
		Ok(Self { values, folder })
	}

	fn optional<T>(
		&mut self,
		name: &str,
		read: impl FnOnce(&str) -> Result<T, String>,
	) -> Result<Option<T>, String> {
		let value = self.values.remove(name).map(read).transpose();
		value.map_err(|problem| format!("{name}: {problem}"))
	}

	fn take<T>(
		&mut self,
		name: &str,
		read: impl FnOnce(&str) -> Result<T, String>,
	) -> Result<T, String> {
		self.optional(name, read)?.ok_or_else(|| format!("the fact {name} is missing"))
	}

	fn number<T: std::str::FromStr>(&mut self, name: &str) -> Result<T, String> {
		self.take(name, number)
	}

	fn one_of<T: Copy>(&mut self, name: &str, values: &[(&str, T)]) -> Result<T, String> {
		self.take(name, |text| {
			let found = values.iter().find(|(known, _)| *known == text);
			found.map(|(_, value)| *value).ok_or_else(|| {
				let names: Vec<_> = values.iter().map(|(known, _)| *known).collect();
				format!("\"{text}\" is none of {}", names.join(", "))
			})
		})
	}

	fn document(&mut self, name: &str) -> Result<[u8; 32], String> {
		let folder = self.folder;
		self.take(name, |text| parse_document(text, folder))
	}
}

fn name_of<T: PartialEq>(value: &T, values: &[(&str, T)]) -> String {
	let found = values.iter().find(|(_, known)| known == value);
	found.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
	text.parse().map_err(|_| format!("\"{text}\" is no whole number that fits"))
}

fn yes(text: &str) -> Result<bool, String> {
	match text {
		"yes" => Ok(true),
		"no" => Ok(false),
		_ => Err(format!("\"{text}\" is neither yes nor no")),
	}
}

fn currency(text: &str) -> Result<CurrencyCode, String> {
	CurrencyCode::try_from(text.as_bytes())
		.ok()
		.filter(|code| code.iter().all(u8::is_ascii_uppercase))
		.ok_or_else(|| format!("\"{text}\" is no currency; give three capitals, such as CHF"))
}

fn code(currency: &CurrencyCode) -> String {
	String::from_utf8_lossy(currency).into_owned()
}

fn tenure(text: &str) -> Result<Tenure, String> {
	match text.split_once(':') {
		None if text == "freehold" => Ok(Tenure::Freehold),
		None if text == "condominium" => Ok(Tenure::Condominium),
		Some(("leasehold", until)) => Ok(Tenure::Leasehold { until: moment(until)? }),
		_ => Err(format!(
			"\"{text}\" is no tenure; it is freehold, condominium, or leasehold: and the day on \
			 which it ends"
		)),
	}
}

/// A day, or a number of seconds of Unix time.
fn moment(text: &str) -> Result<Moment, String> {
	parse_date(text)
		.or_else(|| text.parse().ok())
		.ok_or_else(|| format!("\"{text}\" is no date; write it as 2026-12-31"))
}

fn write_moment(moment: Moment) -> String {
	let text = format_moment(moment);
	if parse_date(&text) == Some(moment) {
		text
	} else {
		moment.to_string()
	}
}

/// A number with at most so many decimal places, in the smallest of them.
pub(crate) fn decimal(text: &str, places: u32) -> Result<u128, String> {
	let wrong = || format!("\"{text}\" is no number with at most {places} decimal places");
	let (whole, part) = text.split_once('.').unwrap_or((text, ""));
	let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
	let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
	if whole.is_empty() || !digits(whole) || !digits(part) || length > places {
		return Err(wrong());
	}
	let scaled = format!("{whole}{part}{}", "0".repeat((places - length) as usize));
	scaled.parse().map_err(|_| wrong())
}

fn write_decimal(number: u128, places: u32) -> String {
	let scale = 10_u128.pow(places);
	format!("{}.{:0width$}", number / scale, number % scale, width = places as usize)
}

/// A part in millionths, which is how the chain encodes it.
fn per_cent<Part: Decode>(text: &str) -> Result<Part, String> {
	let millionths = decimal(text, 4)?;
	u32::try_from(millionths)
		.ok()
		.filter(|part| *part <= 1_000_000)
		.and_then(|part| Part::decode(&mut &part.encode()[..]).ok())
		.ok_or_else(|| format!("{text} per cent are more than the whole"))
}

fn write_per_cent(part: &impl Encode) -> String {
	let millionths = u32::decode(&mut &part.encode()[..]).unwrap_or_default();
	write_decimal(millionths.into(), 4)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn read(class: AssetClass, text: &str) -> Result<AssetFacts, String> {
		parse(class, text, Path::new(""))
	}

	#[test]
	fn facts_come_back_as_they_were_written() {
		let digest = format!("0x{}", "0a".repeat(32));
		for (class, text) in [
			(AssetClass::RealEstate, "usage=residential;area=120;built=1984;tenure=freehold"),
			(AssetClass::RealEstate, "usage=land;area=1;tenure=leasehold:2099-12-31"),
			(AssetClass::RealEstate, "usage=office;area=9;tenure=leasehold:4102358401"),
			(
				AssetClass::Debt,
				"currency=CHF;face_value=1000.00;coupon=1.2500;maturity=2030-01-01;day_count=30/360",
			),
			(AssetClass::Fund, "currency=EUR;open_ended=yes;fee=100.0000"),
			(AssetClass::Commodity, "unit=troy-ounce;quantity=400.125;fineness=99.9900"),
			(AssetClass::Data, &format!("records=5;schema={digest};personal=no")),
			(AssetClass::Equity, "currency=USD;nominal=0.01;votes=1;preferred=no"),
			(AssetClass::Receivable, "currency=USD;amount=9.90;due=2027-01-31;recourse=yes"),
			(AssetClass::Application, &format!("release={digest};open_source=yes")),
			(AssetClass::Other, &format!("description={digest}")),
		] {
			let facts = read(class, text).unwrap();
			assert_eq!(facts.class(), class);
			assert_eq!(write(&facts), text);
		}
	}

	#[test]
	fn what_is_wrong_with_a_fact_is_said() {
		for (text, defect) in [
			("", "the fact usage is missing"),
			("usage", "\"usage\" is no fact; write name=value"),
			("usage=castle;area=1;tenure=freehold", "usage: \"castle\" is none of residential"),
			("usage=land;usage=land", "\"usage\" stands twice"),
			("usage=land;area=-1;tenure=freehold", "area: \"-1\" is no whole number"),
			("usage=land;area=0;tenure=freehold", "what is measured is 0"),
			("usage=land;area=1;tenure=lease", "tenure: \"lease\" is no tenure"),
			("usage=land;area=1;tenure=freehold;beds=3", "\"beds\" is no fact of this class"),
		] {
			let found = read(AssetClass::RealEstate, text).unwrap_err();
			assert!(found.starts_with(defect), "{found}");
		}
		for (text, defect) in [
			("currency=eur;open_ended=yes;fee=1", "currency: \"eur\" is no currency"),
			("currency=EUR;open_ended=y;fee=1", "open_ended: \"y\" is neither yes nor no"),
			("currency=EUR;open_ended=no;fee=100.0001", "fee: 100.0001 per cent are more"),
			("currency=EUR;open_ended=no;fee=1.00001", "fee: \"1.00001\" is no number"),
		] {
			let found = read(AssetClass::Fund, text).unwrap_err();
			assert!(found.starts_with(defect), "{found}");
		}
	}

	#[test]
	fn decimal_places_are_exact() {
		for (text, number) in [("1", 100), ("1.5", 150), ("0.05", 5), ("12.34", 1_234)] {
			assert_eq!(decimal(text, 2), Ok(number));
		}
		for wrong in ["", ".5", "1.234", "1,5", "-1", "1e3"] {
			assert!(decimal(wrong, 2).is_err(), "{wrong}");
		}
	}
}

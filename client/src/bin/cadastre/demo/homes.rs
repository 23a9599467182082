// SPDX-License-Identifier: Apache-2.0

//! The homes: records of sales in Seattle.

use anyhow::{Context, Result};
use cadastre_client::{
	digest,
	input::{AssetRow, PaperRow},
	time::parse_date,
};
use cadastre_primitives::{
	AssetFacts, Balance, Moment, PaperKind, PropertyUse, ShareTerms, Tenure,
};

/// The records, as they were published. `data/NOTICE` says by whom.
const RECORDS: &str = include_str!("../../../../../data/seattle-homes.csv");

/// How many homes there are.
pub(super) const HOMES: usize = 50;

/// From this price on, in US dollars, a home's shares are for few and professional holders.
const LARGE: Balance = 1_000_000;

/// A home, and the record of its sale.
#[derive(Debug, Clone)]
pub(super) struct Home {
	/// The line of the file, byte for byte: what its digest is of.
	record: String,
	/// The number of the parcel of land.
	parcel: String,
	/// The day of the sale.
	pub(super) sold: String,
	dated: Moment,
	/// The price, in US dollars.
	pub(super) price: Balance,
	/// How many bedrooms it has.
	pub(super) beds: String,
	/// The floor area, in square feet.
	square_feet: u64,
	/// The year of construction.
	built: u16,
}

/// Reads the homes.
pub(super) fn read() -> Result<Vec<Home>> {
	let mut lines = RECORDS.lines();
	let header: Vec<_> = lines.next().context("the file of homes is empty")?.split(',').collect();
	let place = |name: &str| {
		header
			.iter()
			.position(|column| *column == name)
			.with_context(|| format!("the file of homes has no column {name}"))
	};
	let (parcel, sold) = (place("pinx")?, place("sale_date")?);
	let (price, beds) = (place("sale_price")?, place("beds")?);
	let (area, age) = (place("tot_sf")?, place("age")?);
	lines
		.map(|record| {
			let fields: Vec<_> = record.split(',').collect();
			let field = |place: usize| {
				fields.get(place).copied().with_context(|| format!("a short record: {record}"))
			};
			let year = field(sold)?.split('-').next().unwrap_or_default();
			let year: u16 = year.parse().with_context(|| format!("no year: {record}"))?;
			let age: u16 = field(age)?.parse().with_context(|| format!("no age: {record}"))?;
			Ok(Home {
				record: record.to_owned(),
				parcel: field(parcel)?.trim_start_matches('.').to_owned(),
				sold: field(sold)?.to_owned(),
				dated: parse_date(field(sold)?).with_context(|| format!("no date: {record}"))?,
				price: field(price)?.parse().with_context(|| format!("no price: {record}"))?,
				beds: field(beds)?.to_owned(),
				built: year.saturating_sub(age),
				square_feet: field(area)?.parse().with_context(|| format!("no area: {record}"))?,
			})
		})
		.collect()
}

impl Home {
	pub(super) fn name(&self) -> String {
		format!("Seattle, parcel {}", self.parcel)
	}

	/// The most shares: one for each whole 1,000 US dollars of the price.
	pub(super) fn shares(&self) -> Balance {
		self.price / 1_000
	}

	/// Which of the two packs it follows.
	pub(super) fn pack(&self) -> usize {
		usize::from(self.price >= LARGE)
	}

	/// The digest of the record of its sale.
	pub(super) fn deed(&self) -> [u8; 32] {
		digest(self.record.as_bytes())
	}

	/// The digest of what it was worth, and when.
	pub(super) fn valuation(&self) -> [u8; 32] {
		digest(format!("{} USD on {}", self.price, self.sold).as_bytes())
	}

	/// What is recorded of it: all of them are houses on their own land.
	pub(super) fn facts(&self) -> AssetFacts {
		// A square foot is 0.09290304 square metres. Rounded to the nearest one.
		let area = (self.square_feet * 9_290_304 + 50_000_000) / 100_000_000;
		AssetFacts::RealEstate {
			usage: PropertyUse::Residential,
			area: u32::try_from(area).unwrap_or(u32::MAX),
			built: Some(self.built),
			tenure: Tenure::Freehold,
		}
	}

	/// What is registered.
	pub(super) fn row(&self) -> AssetRow {
		let paper = |kind, digest| PaperRow { kind, digest, dated: self.dated };
		AssetRow {
			line: 0,
			name: self.name(),
			facts: self.facts(),
			country: Some(*b"US"),
			shares: ShareTerms { authorised: self.shares(), units_per_share: 1, class_of: None },
			papers: vec![
				paper(PaperKind::Title, self.deed()),
				paper(PaperKind::Valuation, self.valuation()),
			],
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::HashSet;

	#[test]
	fn there_are_50_homes_with_a_record_each() {
		let homes = read().unwrap();
		assert_eq!(homes.len(), HOMES);
		let parcels: HashSet<_> = homes.iter().map(|home| home.parcel.clone()).collect();
		assert_eq!(parcels.len(), HOMES, "no home stands twice");
		for home in &homes {
			assert!(home.shares() >= 100, "{home:?}");
			assert!(home.name().len() <= cadastre_primitives::MAX_NAME as usize);
		}
	}

	#[test]
	fn facts_are_those_of_the_record() {
		let homes = read().unwrap();
		assert!(homes.iter().all(|home| home.facts().is_valid()));
		// 4,540 square feet; sold in 2010 at the age of 103 years.
		let text = "usage=residential;area=422;built=1907;tenure=freehold";
		assert_eq!(cadastre_client::facts::write(&homes[0].facts()), text);
	}

	#[test]
	fn both_packs_have_homes() {
		let large = read().unwrap().iter().filter(|home| home.pack() == 1).count();
		assert!((3..=40).contains(&large), "{large}");
	}

	#[test]
	fn the_digest_is_of_the_line_as_it_stands() {
		let homes = read().unwrap();
		let line = RECORDS.lines().nth(1).unwrap();
		assert_eq!(homes[0].deed(), digest(line.as_bytes()));
		assert_ne!(homes[0].deed(), homes[0].valuation());
	}
}

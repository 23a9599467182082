// SPDX-License-Identifier: Apache-2.0

//! What is to be known about a model before it is believed.

use crate::{metrics::Metrics, Day};
use serde::{Deserialize, Serialize};

/// A model's card: where it comes from, what it is for, how it did on what it had not seen, and
/// where it did worse. Part of the artefact, so that the artefact's digest covers it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
	/// Alphabetic code of the currency, by ISO 4217.
	pub currency: String,
	/// What it learned from and was tested on.
	pub data: Data,
	/// How it did by group.
	pub groups: Vec<Group>,
	/// What it cannot do.
	pub limits: Vec<String>,
	/// How it works.
	pub method: String,
	/// How it did in the test.
	pub metrics: Metrics,
	/// Its name.
	pub name: String,
	/// What it is for.
	pub purpose: String,
}

/// Data of a model.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
	/// Its licence.
	pub licence: String,
	/// Whether it is made, and by what rule, rather than observed.
	pub made: Option<String>,
	/// SHA-256 of the file, in hexadecimal.
	pub sha256: String,
	/// Where the data come from.
	pub source: String,
	/// The last day that was tested.
	pub tested_until: Day,
	/// The first day that was tested. Everything that a value rests on is from before its own day.
	pub tested_from: Day,
	/// How many sales or prices it was fitted to.
	pub trained_on: u32,
	/// The last day that it was fitted to.
	pub trained_until: Day,
}

/// How a model did on a part of what it was tested on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
	/// By what is grouped.
	pub by: String,
	/// The figures.
	pub metrics: Metrics,
	/// Which group.
	pub name: String,
}

// SPDX-License-Identifier: Apache-2.0

//! Tables on standard output, progress on standard error, or JSON.

use cadastre_client::{
	report::{self, Line},
	Included,
};
use cadastre_primitives::{token, Balance, Failure};
use comfy_table::{
	presets::UTF8_FULL_CONDENSED, ColumnConstraint, ContentArrangement, Table, Width,
};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use serde_json::json;

/// How a command answers.
#[derive(Debug)]
pub(crate) struct Output {
	json: bool,
}

impl Output {
	pub(crate) fn new(json: bool) -> Self {
		Self { json }
	}

	pub(crate) fn is_json(&self) -> bool {
		self.json
	}

	/// A sentence for people.
	pub(crate) fn say(&self, text: impl AsRef<str>) {
		if !self.json {
			println!("{}", text.as_ref());
		}
	}

	/// A value for programs. A command writes one.
	pub(crate) fn json(&self, value: &impl Serialize) {
		if self.json {
			match serde_json::to_string_pretty(value) {
				Ok(text) => println!("{text}"),
				Err(error) => eprintln!("error: the answer has no form in JSON: {error}"),
			}
		}
	}

	/// A table for people.
	pub(crate) fn table<const N: usize>(
		&self,
		header: [&str; N],
		rows: impl IntoIterator<Item = [String; N]>,
	) {
		if self.json {
			return;
		}
		let mut table = Table::new();
		table
			.load_preset(UTF8_FULL_CONDENSED)
			.set_content_arrangement(ContentArrangement::Dynamic)
			.set_header(header);
		let piped = std::env::var_os("COLUMNS").is_none() && !table.is_tty();
		if piped {
			table.set_width(120);
		}
		let mut longest = header.map(width_of_words);
		for row in rows {
			for (longest, cell) in longest.iter_mut().zip(&row) {
				*longest = width_of_words(cell).max(*longest);
			}
			table.add_row(row);
		}
		if piped {
			// Who searches a file for an account finds it in one piece.
			for (column, width) in table.column_iter_mut().zip(longest) {
				column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width)));
			}
		}
		println!("{table}");
	}

	/// A bar that counts steps, on standard error if that is a terminal.
	pub(crate) fn progress(&self, steps: usize, what: &str) -> ProgressBar {
		if self.json {
			return ProgressBar::hidden();
		}
		let bar = ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX));
		if let Ok(style) =
			ProgressStyle::with_template("{msg:>24} [{bar:30}] {pos}/{len} {elapsed}")
		{
			bar.set_style(style.progress_chars("=> "));
		}
		bar.set_message(what.to_owned());
		bar
	}

	/// A transaction that was carried out.
	pub(crate) fn done(&self, what: &str, included: &Included, more: serde_json::Value) {
		self.say(format!("{what} (block {}).", included.block));
		let mut value = json!({
			"block": included.block,
			"block_hash": included.block_hash,
			"transaction_index": included.index,
		});
		if let (Some(value), serde_json::Value::Object(more)) = (value.as_object_mut(), more) {
			value.extend(more);
		}
		self.json(&value);
	}

	/// A report: the table of reasons, and a sentence for each.
	pub(crate) fn report(&self, failures: &[Failure]) {
		let lines = report::lines(failures);
		self.table(
			["Code", "Reason", "Rule", "Side", "Needed", "Found"],
			lines.iter().map(|line| {
				[
					line.code.to_string(),
					line.reason.clone(),
					line.rule.map(|rule| rule.to_string()).unwrap_or_default(),
					line.side.clone(),
					line.needed.clone(),
					line.found.clone(),
				]
			}),
		);
		for line in &lines {
			self.say(&line.sentence);
		}
	}
}

/// The reasons of a report as one value for programs.
pub(crate) fn reasons(failures: &[Failure]) -> Vec<Line> {
	report::lines(failures)
}

/// How wide a column must be, with a space on either side, so that none of the words is cut.
fn width_of_words(text: &str) -> u16 {
	let longest = text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
	u16::try_from(longest.saturating_add(2)).unwrap_or(u16::MAX)
}

/// An amount of the native token, for people.
pub(crate) fn tokens(amount: Balance) -> String {
	let whole = report::group(amount / token::UNIT);
	let thousandths = amount % token::UNIT / token::MILLIUNIT;
	format!("{whole}.{thousandths:03} {}", token::SYMBOL)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_column_is_as_wide_as_its_longest_word() {
		assert_eq!(width_of_words(""), 2);
		assert_eq!(width_of_words("is offered until"), 9);
		assert_eq!(width_of_words("two\nlines"), 7);
	}

	#[test]
	fn amounts_of_the_token_are_cut_to_thousandths() {
		assert_eq!(tokens(0), "0.000 CDST");
		assert_eq!(tokens(1_234 * token::UNIT + 5 * token::MILLIUNIT + 999), "1,234.005 CDST");
	}
}

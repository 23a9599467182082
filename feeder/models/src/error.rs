// SPDX-License-Identifier: Apache-2.0

//! What can go wrong.

use crate::{Day, Family};

/// Why a model does not value, load or learn.
#[derive(Debug, thiserror::Error)]
pub enum Error {
	/// A file cannot be read or written.
	#[error("{path}: {source}")]
	File {
		/// The file.
		path: String,
		/// Why not.
		source: std::io::Error,
	},
	/// The text is not what it should be, or says more than it should.
	#[error("not readable: {0}")]
	Format(#[from] serde_json::Error),
	/// The bytes of an artefact are not the ones that its contents are written as, so that two files
	/// with different digests would be the same model.
	#[error("the artefact is not in its canonical form")]
	NotCanonical,
	/// An artefact contradicts itself.
	#[error("the artefact is broken: {0}")]
	BrokenArtefact(&'static str),
	/// A fact is out of the range in which it means anything.
	#[error("{fact} is out of range")]
	OutOfRange {
		/// Which one.
		fact: &'static str,
	},
	/// The model does not value this kind of asset.
	#[error("a {0:?} model does not value this kind of asset")]
	WrongKind(Family),
	/// The valuation would be of a day that the model's data do not reach.
	#[error("{as_of} is outside {from} to {until}, for which this model answers")]
	OutOfTime {
		/// The day asked for.
		as_of: Day,
		/// The first day that is answered for.
		from: Day,
		/// The last one.
		until: Day,
	},
	/// The repeat-sales model knows no earlier sale of this home, or too recent a one.
	#[error("no earlier sale of this home that the index covers")]
	NoEarlierSale,
	/// The model has never seen an asset of this kind.
	#[error("{what} is nothing that the model has learned from")]
	Unseen {
		/// What is unseen.
		what: &'static str,
	},
	/// There is not enough to learn from.
	#[error("too few {0}")]
	TooFew(&'static str),
	/// A picture cannot be drawn.
	#[error("not drawn: {0}")]
	Drawing(String),
	/// A row of a table of sales cannot be read.
	#[error("line {line}: {reason}")]
	Row {
		/// The line, counted from 1.
		line: u64,
		/// Why not.
		reason: String,
	},
}

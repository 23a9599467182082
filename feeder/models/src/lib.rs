// SPDX-License-Identifier: Apache-2.0

//! # Models
//!
//! What the feeder values assets with. A model is an [`Artefact`]: a file whose digest is its id on
//! chain. It values [`Inputs`], the facts of an asset as of a day, and answers a [`Valuation`]: an
//! interval with an [`Explanation`] that adds up to the value. Who has the artefact and the inputs gets
//! the same bytes on any machine, which is how a report is checked and a dispute decided.
//!
//! Nothing that is answered rests on a price of the same day or a later one.

mod artefact;
pub mod boosted;
mod card;
mod curve;
mod day;
mod error;
mod evaluate;
mod fixed;
mod hedonic;
mod inputs;
mod market;
mod metrics;
mod plot;
mod reference;
mod repeat_sales;
mod sales;
mod train;
mod valuation;
mod verify;

pub(crate) use artefact::{residuals, Steps};
pub use artefact::{Artefact, Family, Windows};
pub use card::{card, Card, Data, Group};
pub use day::Day;
pub use error::Error;
pub use evaluate::{evaluate, Evaluation, Table};
pub use inputs::{Bond, Commodity, Facts, Home, Inputs, PreviousSale};
pub use metrics::{Metrics, Outcome};
pub use sales::{Sale, Sales};
pub use train::{train, train_curve, train_reference, Seattle};
pub use valuation::{Explanation, Part, Valuation};
pub use verify::{verify, Claim, Mismatch};

/// BLAKE2b with a digest of 32 bytes, as the chain hashes.
pub fn blake2_256(bytes: &[u8]) -> [u8; 32] {
	let mut digest = [0; 32];
	let hash = blake2b_simd::Params::new().hash_length(32).hash(bytes);
	digest.copy_from_slice(hash.as_bytes());
	digest
}

/// JSON without a space. The types that are written have their fields in alphabetical order and no
/// floating-point number, so that there is one text for one value.
fn canonical<T: serde::Serialize>(value: &T) -> String {
	// A type of ours fails to be written only if a map had keys that are no text; none has.
	serde_json::to_string(value).unwrap_or_default()
}

// SPDX-License-Identifier: Apache-2.0

//! Computes a report anew: how a dispute is proven, and an honest report defended.

use crate::{Artefact, Error, Inputs, Valuation};

/// What a report says on chain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Claim {
	/// The lower end.
	pub low: u128,
	/// The value.
	pub mid: u128,
	/// The upper end.
	pub high: u128,
	/// Digest of the inputs.
	pub inputs: [u8; 32],
	/// Digest of the explanation.
	pub explanation: [u8; 32],
	/// Digest of the artefact, as the model's card on chain has it.
	pub artefact: [u8; 32],
}

/// In what a report differs from what its model says of its inputs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mismatch {
	/// The artefact is not the model's: nothing else can be said.
	Artefact,
	/// The inputs are not the ones that the report names: nothing else can be said.
	Inputs,
	/// Another lower end.
	Low,
	/// Another value.
	Mid,
	/// Another upper end.
	High,
	/// Another explanation.
	Explanation,
}

impl Claim {
	/// The report that an honest operator makes.
	pub fn of(artefact: &Artefact, inputs: &Inputs, valuation: &Valuation) -> Self {
		let Valuation { low, mid, high, explanation } = valuation;
		Self {
			low: *low,
			mid: *mid,
			high: *high,
			inputs: inputs.digest(),
			explanation: explanation.digest(),
			artefact: artefact.digest(),
		}
	}
}

/// Values the inputs anew and says in what the claim differs; nothing if it is true.
///
/// # Errors
/// If the model does not value these inputs, so that no claim about them can be true.
pub fn verify(artefact: &Artefact, inputs: &Inputs, claim: &Claim) -> Result<Vec<Mismatch>, Error> {
	if claim.artefact != artefact.digest() {
		return Ok(vec![Mismatch::Artefact]);
	}
	if claim.inputs != inputs.digest() {
		return Ok(vec![Mismatch::Inputs]);
	}
	let truth = Claim::of(artefact, inputs, &artefact.value(inputs)?);
	let differs = [
		(claim.low != truth.low, Mismatch::Low),
		(claim.mid != truth.mid, Mismatch::Mid),
		(claim.high != truth.high, Mismatch::High),
		(claim.explanation != truth.explanation, Mismatch::Explanation),
	];
	Ok(differs.into_iter().filter(|(differs, _)| *differs).map(|(_, what)| what).collect())
}

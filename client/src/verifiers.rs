// SPDX-License-Identifier: Apache-2.0

//! Who verifies assets: candidates, bonds, dismissals, and which professions an asset needs.

use cadastre_primitives::{AssetClass, Balance, Moment, Profession, Professions};
use serde::Serialize;
use subxt::{
	tx::Payload,
	utils::{Static, H256},
};

use crate::{account::Account, api, error::Result, time::format_moment, view::View};

use api::runtime_types::pallet_asset_registry::types as chain;

/// Somebody who verifies assets, wants to, or has not yet taken its bond back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verifier {
	/// Its account.
	pub account: Account,
	/// Its profession.
	pub profession: Profession,
	/// What is held of it, in the native token's smallest unit.
	#[serde(serialize_with = "crate::report::amount")]
	pub bond: Balance,
	/// Whether it may attest now.
	pub standing: Standing,
}

/// Whether a verifier may attest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
	/// It has applied and may not yet.
	Candidate,
	/// It may.
	Listed,
	/// It may no more, and can still be slashed.
	Leaving {
		/// First second at which it can have its bond back.
		free_from: Moment,
	},
}

impl Standing {
	/// What it is, in words.
	pub fn sentence(&self) -> String {
		match self {
			Self::Candidate => "has applied".to_owned(),
			Self::Listed => "may attest".to_owned(),
			Self::Leaving { free_from } => {
				format!("has left; its bond is free from {} on", format_moment(*free_from))
			},
		}
	}
}

impl From<chain::Standing> for Standing {
	fn from(standing: chain::Standing) -> Self {
		match standing {
			chain::Standing::Candidate => Self::Candidate,
			chain::Standing::Listed => Self::Listed,
			chain::Standing::Leaving { free_from } => Self::Leaving { free_from },
		}
	}
}

/// The professions, by their names.
const NAMES: [(&str, Profession); 4] = [
	("lawyer", Profession::Lawyer),
	("notary", Profession::Notary),
	("surveyor", Profession::Surveyor),
	("custodian", Profession::Custodian),
];

/// The profession of a name.
///
/// # Errors
/// If there is none. The text says which there are.
pub fn parse_profession(text: &str) -> Result<Profession, String> {
	let found = NAMES.iter().find(|(name, _)| *name == text).map(|(_, profession)| *profession);
	found.ok_or_else(|| {
		format!(
			"\"{text}\" is no profession; it is one of {}",
			NAMES.map(|(name, _)| name).join(", ")
		)
	})
}

/// The professions of some names, joined by `+`.
///
/// # Errors
/// If a name is none. The text says which there are.
pub fn parse_professions(text: &str) -> Result<Professions, String> {
	text.split('+').map(str::trim).try_fold(Professions(0), |set, name| {
		parse_profession(name).map(|profession| set.with(Professions::of(profession)))
	})
}

/// The name of a profession.
pub fn profession_name(profession: Profession) -> String {
	format!("{profession:?}").to_lowercase()
}

/// The names of professions, joined by `+`.
pub fn profession_names(set: Professions) -> String {
	let names = NAMES.iter().filter(|(_, one)| set.includes(Professions::of(*one)));
	names.map(|(name, _)| *name).collect::<Vec<_>>().join("+")
}

impl View {
	/// Who verifies assets, wants to, or has not yet taken its bond back; by account.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn verifiers(&self) -> Result<Vec<Verifier>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().asset_registry().verifiers(), ()).await?;
		let mut verifiers = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (account,) = entry.key()?.decode()?;
			let record = entry.value().decode()?;
			verifiers.push(Verifier {
				account: account.into(),
				profession: record.profession.0,
				bond: record.bond,
				standing: record.standing.into(),
			});
		}
		verifiers.sort_by(|one, other| one.account.cmp(&other.account));
		Ok(verifiers)
	}

	/// Which professions must have attested to an asset of a class.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn policy(&self, class: AssetClass) -> Result<Professions> {
		let question = api::view_functions().asset_registry().policy(Static(class));
		Ok(self.view(question).await?.0)
	}
}

/// Applies as a verifier, and has the bond held. Signed.
pub fn apply(profession: Profession) -> impl Payload {
	api::tx().asset_registry().apply_as_verifier(Static(profession))
}

/// Lists a candidate. Ordered by the chain.
pub fn approve(account: &Account) -> impl Payload {
	api::tx().asset_registry().approve_verifier(account.id())
}

/// Attests no more. Signed by a verifier or a candidate.
pub fn leave() -> impl Payload {
	api::tx().asset_registry().leave_verifiers()
}

/// Takes the rest of the bond back. Signed by one that has left and has waited.
pub fn withdraw_bond() -> impl Payload {
	api::tx().asset_registry().withdraw_bond()
}

/// Dismisses a verifier, and slashes its bond by so much of the native token's smallest unit.
/// Ordered by the chain.
pub fn dismiss(account: &Account, slash: Balance, reason: [u8; 32]) -> impl Payload {
	api::tx().asset_registry().dismiss_verifier(account.id(), slash, H256(reason))
}

/// Sets which professions must have attested to an asset of a class; none: the default of the
/// class. Ordered by the chain.
pub fn set_policy(class: AssetClass, professions: Option<Professions>) -> impl Payload {
	api::tx().asset_registry().set_policy(Static(class), professions.map(Static))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn professions_are_read_as_they_are_written() {
		for bits in 1..=Professions::ALL.0 {
			let set = Professions(bits);
			assert_eq!(parse_professions(&profession_names(set)), Ok(set));
		}
		for (name, profession) in NAMES {
			assert_eq!(profession_name(profession), name);
		}
		for wrong in ["", "king", "lawyer+"] {
			assert!(parse_professions(wrong).unwrap_err().contains("is no profession"), "{wrong}");
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Verifiers: bonds, and which professions an asset needs.

use crate::{investor::document, motion::Members, output::tokens, App};
use anyhow::Result;
use cadastre_client::{
	asset_registry::events,
	input::class,
	time::format_moment,
	verifiers::{
		self, parse_profession, parse_professions, profession_name, profession_names, Verifier,
	},
	Account, Error, View,
};
use cadastre_primitives::{token, AssetClass, Balance, Profession, Professions};
use clap::Subcommand;
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Apply as a verifier: the bond is held. Signed by the account that will attest.
	Apply {
		/// Lawyer, notary, surveyor or custodian.
		#[arg(value_parser = parse_profession)]
		profession: Profession,
	},
	/// List a candidate, who may attest from then on. By motion of the technical committee.
	Approve {
		/// Its account.
		account: Account,
		#[command(flatten)]
		members: Members,
	},
	/// Attest no more. Signed by the verifier or the candidate.
	Leave,
	/// Take the bond back. Signed by one that has left, once its bond is free.
	WithdrawBond,
	/// Dismiss a verifier or a candidate, and slash its bond. By motion of the technical committee.
	Dismiss {
		/// Its account.
		account: Account,
		/// How much of its bond it loses, in whole tokens.
		#[arg(long, value_name = "TOKENS", value_parser = whole_tokens)]
		slash: Balance,
		/// The decision: a file, or 0x and its digest.
		#[arg(long, value_name = "DOCUMENT", value_parser = document)]
		reason: [u8; 32],
		#[command(flatten)]
		members: Members,
	},
	/// Show the verifiers, their bonds, and whether they may attest.
	List,
	/// Show or set which professions must attest to an asset of a class. Set by motion of the
	/// technical committee.
	Policy {
		/// The class, such as real-estate.
		#[arg(value_parser = class)]
		class: AssetClass,
		/// The professions, joined by +, such as notary+surveyor.
		#[arg(long, value_parser = parse_professions)]
		set: Option<Professions>,
		/// Go back to what holds if nothing was set.
		#[arg(long, conflicts_with = "set")]
		default: bool,
		#[command(flatten)]
		members: Members,
	},
}

/// Whole tokens, in the smallest unit.
fn whole_tokens(text: &str) -> Result<Balance, String> {
	text.parse::<Balance>()
		.ok()
		.and_then(|whole| whole.checked_mul(token::UNIT))
		.ok_or_else(|| format!("\"{text}\" is no whole number of {}", token::SYMBOL))
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Apply { profession } => {
				let included = client.send(&verifiers::apply(profession), &app.signer()?).await?;
				let event: events::VerifierApplied = included.event()?;
				let (verifier, name) = (Account::from(event.verifier), profession_name(profession));
				app.out.done(
					&format!("{verifier} has applied as a {name}; {} are held", tokens(event.bond)),
					&included,
					json!({
						"verifier": verifier,
						"profession": profession,
						"bond": event.bond.to_string(),
					}),
				);
				app.out.say(format!(
					"The committee lists it with\n  cadastre verifier approve {verifier}"
				));
				Ok(())
			},
			Self::Approve { account, members } => {
				existing(&view, &account).await?;
				let what = format!("{account} may attest");
				members.decide(app, &client, &verifiers::approve(&account), &what).await
			},
			Self::Leave => {
				let signer = app.signer()?;
				existing(&view, signer.account()).await?;
				let included = client.send(&verifiers::leave(), &signer).await?;
				let event: events::VerifierLeft = included.event()?;
				app.out.done(
					&format!(
						"{} attests no more; its bond is free from {} on",
						signer.account(),
						format_moment(event.free_from)
					),
					&included,
					json!({ "verifier": signer.account(), "free_from": event.free_from }),
				);
				Ok(())
			},
			Self::WithdrawBond => {
				let signer = app.signer()?;
				existing(&view, signer.account()).await?;
				let included = client.send(&verifiers::withdraw_bond(), &signer).await?;
				let event: events::BondReturned = included.event()?;
				app.out.done(
					&format!("{} has {} of its bond back", signer.account(), tokens(event.bond)),
					&included,
					json!({ "verifier": signer.account(), "bond": event.bond.to_string() }),
				);
				Ok(())
			},
			Self::Dismiss { account, slash, reason, members } => {
				let verifier = existing(&view, &account).await?;
				let lost = slash.min(verifier.bond);
				let what = format!("{account} is dismissed and loses {}", tokens(lost));
				let call = verifiers::dismiss(&account, slash, reason);
				members.decide(app, &client, &call, &what).await
			},
			Self::List => {
				let verifiers = view.verifiers().await?;
				app.out.table(
					["Account", "Profession", "Bond", "State"],
					verifiers.iter().map(|verifier| {
						[
							verifier.account.to_string(),
							profession_name(verifier.profession),
							tokens(verifier.bond),
							verifier.standing.sentence(),
						]
					}),
				);
				app.out.json(&json!({ "block": view.number(), "verifiers": verifiers }));
				Ok(())
			},
			Self::Policy { class, set: None, default: false, .. } => {
				let professions = profession_names(view.policy(class).await?);
				app.out.say(format!("An asset of the class {class:?} needs {professions}."));
				app.out.json(&json!({
					"block": view.number(),
					"class": class,
					"professions": professions,
				}));
				Ok(())
			},
			Self::Policy { class, set, members, .. } => {
				let needed =
					set.map_or_else(|| "what it needs by default".to_owned(), profession_names);
				let what = format!("An asset of the class {class:?} needs {needed} from now on");
				members.decide(app, &client, &verifiers::set_policy(class, set), &what).await
			},
		}
	}
}

async fn existing(view: &View, account: &Account) -> Result<Verifier> {
	let found = view.verifiers().await?.into_iter().find(|one| one.account == *account);
	Ok(found.ok_or_else(|| {
		Error::Invalid(format!(
			"{account} is no verifier; `cadastre verifier list` shows those that there are"
		))
	})?)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn tokens_are_whole_and_fit() {
		assert_eq!(whole_tokens("0"), Ok(0));
		assert_eq!(whole_tokens("12"), Ok(12 * token::UNIT));
		for wrong in ["", "1.5", "-1", "340282366920938463463374607431768211455"] {
			assert!(whole_tokens(wrong).is_err(), "{wrong}");
		}
	}
}

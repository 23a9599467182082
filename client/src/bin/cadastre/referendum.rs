// SPDX-License-Identifier: Apache-2.0

//! Referenda: what token holders decide about the chain.

use crate::{output::tokens, App};
use anyhow::Result;
use cadastre_client::{
	currency::Denomination,
	referenda::{self, events, Referendum, ReferendumIndex, Stage},
	Account, Error, View,
};
use cadastre_primitives::{token, Balance};
use clap::Subcommand;
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Show the tracks, with what they cost and how long they take.
	Tracks,
	/// Show the referenda.
	List {
		/// Those that are decided, too.
		#[arg(long)]
		all: bool,
	},
	/// Show how a referendum stands, and what it lacks.
	Status {
		/// The referendum's number.
		index: ReferendumIndex,
	},
	/// Write the bytes of a call, for `submit`. Sends nothing.
	Call {
		/// Its name, such as Treasury.spend.
		name: String,
		/// Its arguments in their order: numbers, accounts, "texts", bytes as 0x…, Variant,
		/// Variant(…), { field: value }, (a, list).
		arguments: Vec<String>,
	},
	/// Refer a call to the voters. Signed by anybody, for the deposits of its preimage and of the
	/// submission.
	Submit {
		/// Whose origin the call needs: `cadastre referendum tracks` shows them.
		#[arg(long)]
		track: String,
		/// The encoded call in hex, as `cadastre referendum call` writes it, or Polkadot.js Apps shows
		/// it under Extrinsics.
		#[arg(long, value_name = "HEX", value_parser = bytes)]
		call: Call,
		/// How many blocks of the relay chain the call waits after the approval, if the track does
		/// not want more.
		#[arg(long, value_name = "BLOCKS", default_value_t = 0)]
		enact_after: u32,
	},
	/// Place the deposit without which a referendum is not decided. Signed by anybody.
	Deposit {
		/// The referendum's number.
		index: ReferendumIndex,
	},
	/// Vote on a referendum, or change one's vote.
	Vote {
		/// The referendum's number.
		index: ReferendumIndex,
		/// For it.
		#[arg(long, required_unless_present = "nay", conflicts_with = "nay")]
		aye: bool,
		/// Against it.
		#[arg(long)]
		nay: bool,
		/// With how many tokens, such as 1000 or 0.5.
		#[arg(long, value_parser = amount)]
		amount: Balance,
		/// How long the tokens stay locked if the vote wins, and how often they count: 0 is not at
		/// all and a tenth, 1 is a period and once, 6 is 32 periods and six times.
		#[arg(long, value_name = "0-6", default_value_t = 1)]
		conviction: u8,
	},
	/// Take back one's vote on a referendum.
	Retract {
		/// The referendum's number.
		index: ReferendumIndex,
	},
	/// Let somebody else vote on a track with one's tokens.
	Delegate {
		/// The track's name.
		track: String,
		/// Who votes.
		to: Account,
		/// With how many tokens, such as 1000 or 0.5.
		#[arg(long, value_parser = amount)]
		amount: Balance,
		/// As for a vote.
		#[arg(long, value_name = "0-6", default_value_t = 1)]
		conviction: u8,
	},
	/// End a delegation.
	Undelegate {
		/// The track's name.
		track: String,
	},
	/// Free the tokens of a track whose time of lock is over.
	Unlock {
		/// The track's name.
		track: String,
	},
	/// Give the deposits of a decided referendum back to who placed them. Signed by anybody.
	Refund {
		/// The referendum's number.
		index: ReferendumIndex,
	},
}

/// An encoded call.
#[derive(Debug, Clone)]
pub(crate) struct Call(Vec<u8>);

fn bytes(text: &str) -> Result<Call, String> {
	let digits = text.trim().trim_start_matches("0x");
	hex::decode(digits).map(Call).map_err(|_| "write the bytes of a call in hex".to_owned())
}

/// An amount of the native token that is not 0, in its smallest unit.
fn amount(text: &str) -> Result<Balance, String> {
	match Denomination::native().read(text) {
		Ok(0) => Err(format!("write more than 0 {}", token::SYMBOL)),
		Ok(amount) => Ok(amount),
		Err(error) => Err(error.to_string()),
	}
}

/// A stage in words.
fn words(stage: &Stage) -> String {
	match stage {
		Stage::NoDeposit { .. } => "without its decision deposit".to_owned(),
		Stage::Preparing { until } => format!("prepared until relay block {until}"),
		Stage::Deciding { until } => format!("decided until relay block {until}"),
		Stage::Confirming { until } => format!("confirmed at relay block {until}"),
		Stage::Approved => "approved".to_owned(),
		Stage::Rejected => "rejected".to_owned(),
		Stage::Cancelled => "cancelled".to_owned(),
		Stage::TimedOut => "timed out".to_owned(),
		Stage::Killed => "killed".to_owned(),
	}
}

/// A number of blocks of six seconds, in words.
fn time(blocks: u32) -> String {
	match (blocks / 14_400, blocks / 600 % 24, blocks / 10 % 60) {
		(0, 0, 0) => format!("{} s", blocks * 6),
		(0, 0, minutes) => format!("{minutes} min"),
		(0, hours, 0) => format!("{hours} h"),
		(0, hours, minutes) => format!("{hours} h {minutes} min"),
		(days, 0, _) => format!("{days} d"),
		(days, hours, _) => format!("{days} d {hours} h"),
	}
}

fn percent(part: f64) -> String {
	format!("{:.2} %", part * 100.0)
}

async fn existing(view: &View, index: ReferendumIndex) -> Result<Referendum> {
	let referendum = view.referendum(index).await?;
	Ok(referendum.ok_or_else(|| {
		Error::Invalid(format!(
			"there is no referendum {index}; `cadastre referendum list --all` shows those that there are"
		))
	})?)
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Tracks => {
				let tracks = view.tracks()?;
				app.out.table(
					["Track", "Deposit", "Prepare", "Decide", "Confirm", "Enact after"],
					tracks.iter().map(|track| {
						[
							track.name.clone(),
							tokens(track.decision_deposit),
							time(track.prepare_period),
							time(track.decision_period),
							time(track.confirm_period),
							time(track.min_enactment_period),
						]
					}),
				);
				app.out.json(&json!({ "block": view.number(), "tracks": tracks }));
			},
			Self::List { all } => {
				let mut referenda = view.referenda().await?;
				referenda.retain(|referendum| all || referendum.track.is_some());
				app.out.table(
					["Referendum", "Track", "Stage", "Approval", "Support"],
					referenda.iter().map(|referendum| {
						let part = |part: fn(&referenda::Standing) -> f64| {
							referendum.standing.as_ref().map(|all| percent(part(all)))
						};
						[
							referendum.index.to_string(),
							referendum
								.track
								.as_ref()
								.map(|track| track.name.clone())
								.unwrap_or_default(),
							words(&referendum.stage),
							part(|all| all.approval).unwrap_or_default(),
							part(|all| all.support).unwrap_or_default(),
						]
					}),
				);
				app.out.json(&json!({ "block": view.number(), "referenda": referenda }));
			},
			Self::Status { index } => status(app, &view, &existing(&view, index).await?).await?,
			Self::Call { name, arguments } => {
				let call = format!("0x{}", hex::encode(view.call_of_text(&name, &arguments)?));
				app.out.say(&call);
				app.out.json(&json!({ "name": name, "call": call }));
			},
			Self::Submit { track, call, enact_after } => {
				let track = view.track(&track)?;
				let name = view.name_of_call(&call.0)?;
				let refer = view.refer(&track, &call.0, enact_after)?;
				let included = client.send(&refer, &app.signer()?).await?;
				let event: events::Submitted = included.event()?;
				app.out.done(
					&format!(
						"Referendum {} is about {name}, on the track {}",
						event.index, track.name
					),
					&included,
					json!({ "referendum": event.index, "track": track.name, "call": name }),
				);
				app.out.say(format!(
					"It is decided once somebody has placed {} with\n  cadastre referendum deposit {}",
					tokens(track.decision_deposit),
					event.index
				));
			},
			Self::Deposit { index } => {
				existing(&view, index).await?;
				let call = referenda::place_deposit(index);
				let included = client.send(&call, &app.signer()?).await?;
				let event: events::DecisionDepositPlaced = included.event()?;
				app.out.done(
					&format!("{} are deposited for referendum {index}", tokens(event.amount)),
					&included,
					json!({ "referendum": index, "amount": event.amount.to_string() }),
				);
			},
			Self::Vote { index, aye, nay: _, amount, conviction } => {
				existing(&view, index).await?;
				let call = referenda::vote(index, aye, amount, conviction)?;
				let included = client.send(&call, &app.signer()?).await?;
				let side = if aye { "for" } else { "against" };
				app.out.done(
					&format!("{} are {side} referendum {index}", tokens(amount)),
					&included,
					json!({
						"referendum": index,
						"aye": aye,
						"amount": amount.to_string(),
						"conviction": conviction,
					}),
				);
			},
			Self::Retract { index } => {
				let call = referenda::remove_vote(index);
				let included = client.send(&call, &app.signer()?).await?;
				let what = format!("The vote on referendum {index} is taken back");
				app.out.done(&what, &included, json!({ "referendum": index }));
			},
			Self::Delegate { track, to, amount, conviction } => {
				let track = view.track(&track)?;
				let call = referenda::delegate(&track, &to, amount, conviction)?;
				let included = client.send(&call, &app.signer()?).await?;
				app.out.done(
					&format!("{to} votes with {} on the track {}", tokens(amount), track.name),
					&included,
					json!({
						"track": track.name,
						"to": to,
						"amount": amount.to_string(),
						"conviction": conviction,
					}),
				);
			},
			Self::Undelegate { track } => {
				let track = view.track(&track)?;
				let call = referenda::undelegate(&track);
				let included = client.send(&call, &app.signer()?).await?;
				let what = format!("Nobody else votes on the track {}", track.name);
				app.out.done(&what, &included, json!({ "track": track.name }));
			},
			Self::Unlock { track } => {
				let track = view.track(&track)?;
				let signer = app.signer()?;
				let call = referenda::unlock(&track, signer.account());
				let included = client.send(&call, &signer).await?;
				let what =
					format!("What was no longer locked for the track {} is free", track.name);
				app.out.done(&what, &included, json!({ "track": track.name }));
			},
			Self::Refund { index } => {
				existing(&view, index).await?;
				let included = client.send(&view.refund(index)?, &app.signer()?).await?;
				let decision: Vec<events::DecisionDepositRefunded> = included.events()?;
				let submission: Vec<events::SubmissionDepositRefunded> = included.events()?;
				let amounts = decision
					.iter()
					.map(|event| event.amount)
					.chain(submission.iter().map(|event| event.amount));
				let amount: Balance = amounts.sum();
				if amount == 0 {
					return Err(Error::Invalid(format!(
						"no deposit of referendum {index} can be given back: it is not decided, or \
						 they were given back, or it was killed; that of a submission stays if it was \
						 rejected"
					))
					.into());
				}
				app.out.done(
					&format!("{} of referendum {index} are given back", tokens(amount)),
					&included,
					json!({ "referendum": index, "amount": amount.to_string() }),
				);
			},
		}
		Ok(())
	}
}

async fn status(app: &App, view: &View, referendum: &Referendum) -> Result<()> {
	let index = referendum.index;
	let missing = referendum.missing();
	if let Some(track) = &referendum.track {
		app.out.say(format!(
			"Referendum {index} on the track {} is {} (now relay block {}).",
			track.name,
			words(&referendum.stage),
			view.relay_block().await?
		));
	} else {
		app.out.say(format!("Referendum {index} is {}.", words(&referendum.stage)));
	}
	if let Some(standing) = referendum.standing {
		app.out.table(
			["", "Now", "Needed now"],
			[
				[
					"Approval".to_owned(),
					percent(standing.approval),
					percent(standing.approval_needed),
				],
				["Support".to_owned(), percent(standing.support), percent(standing.support_needed)],
			],
		);
		if missing.is_empty() {
			app.out.say("Nothing is missing but time.");
		} else {
			app.out.say("What is missing:");
			missing.iter().for_each(|line| app.out.say(format!("- {line}")));
		}
	}
	app.out.json(&json!({
		"block": view.number(),
		"relay_block": view.relay_block().await?,
		"referendum": referendum,
		"missing": missing,
	}));
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn amounts_are_read_to_the_last_unit() {
		assert_eq!(amount("1"), Ok(token::UNIT));
		assert_eq!(amount("0.5"), Ok(token::UNIT / 2));
		assert_eq!(amount("0.000000000001"), Ok(1));
		let most = Balance::MAX / token::UNIT;
		assert!(amount(&most.to_string()).is_ok());
		for wrong in ["", ".", ".5", "-1", "1e3", "1,5", "0", "0.0000000000001", "1.2.3"] {
			assert!(amount(wrong).is_err(), "{wrong}");
		}
		assert!(amount(&(most + 1).to_string()).is_err());
	}

	#[test]
	fn a_call_is_hex_with_or_without_its_mark() {
		assert_eq!(bytes("0x0001").map(|call| call.0), Ok(vec![0, 1]));
		assert_eq!(bytes("0001").map(|call| call.0), Ok(vec![0, 1]));
		assert!(bytes("0x1").is_err() && bytes("call").is_err());
	}

	#[test]
	fn times_are_said_in_their_largest_units() {
		for (blocks, expected) in [
			(1, "6 s"),
			(9, "54 s"),
			(100, "10 min"),
			(600, "1 h"),
			(900, "1 h 30 min"),
			(14_400, "1 d"),
			(15_000, "1 d 1 h"),
		] {
			assert_eq!(time(blocks), expected);
		}
	}
}

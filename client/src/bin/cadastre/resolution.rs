// SPDX-License-Identifier: Apache-2.0

//! Resolutions: what the holders of an asset decide together.

use crate::{
	dividend::When,
	investor::document,
	motion::Members,
	order::Investor,
	share::{count, part},
	App,
};
use anyhow::{Context, Result};
use cadastre_client::{
	api,
	dao::{self, parse_ballot, write_split, MotionStage, Resolution},
	dividends::{self, Amount, Declaration, Record, Selection},
	report::group,
	time::format_moment,
	Account, Error, Refusal, View,
};
use cadastre_primitives::{AssetId, Phase, ResolutionClass, ResolutionId, Split};
use clap::{Args, Subcommand, ValueEnum};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::{
	fs::OpenOptions,
	io::Write,
	path::{Path, PathBuf},
};
use subxt::tx::Payload;

/// What a call of the holders may weigh: more than any of those that they may make.
const BOUND: (u64, u64) = (100_000_000_000, 1_000_000);

/// The most holders for whom a delegate votes in one transaction.
const DELEGATORS: usize = 64;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Announce a resolution. Signed by a voting key of a holder, who puts up a bond.
	///
	/// Each motion is a list of choices, joined by |. A choice is nothing, for a choice that carries
	/// no call; appoint:ACCOUNT; remove-manager; strike:ACCOUNT:PERCENT;
	/// spend:CURRENCY:AMOUNT:ACCOUNT; distribute:CURRENCY:AMOUNT:PAYS:EXPIRES, of whom holds shares
	/// when it is executed; or call:0x… for any other call that holders may make.
	Propose(Propose),
	/// Take a resolution back before the vote. Signed by its proposer.
	Withdraw(Named),
	/// Vote, or vote otherwise. Signed by a voting key of a holder.
	Vote {
		#[command(flatten)]
		named: Named,
		/// yes, no, abstain, the number of a choice, or parts such as 0:yes:60,0:no,1:abstain.
		#[arg(value_parser = ballot)]
		ballot: Ballot,
	},
	/// Vote for holders who have delegated. Signed by a voting key of the delegate.
	VoteFor {
		#[command(flatten)]
		named: Named,
		/// As for vote.
		#[arg(value_parser = ballot)]
		ballot: Ballot,
		/// For whom: accounts, or the investors' numbers.
		#[arg(required = true)]
		holders: Vec<Investor>,
	},
	/// Take a vote or a commitment back. Signed by a voting key of the holder.
	Retract(Named),
	/// Commit to a vote on a secret ballot. Signed by a voting key of a holder.
	///
	/// The ballot and a random salt are kept in a file, without which the vote cannot be revealed.
	Commit {
		#[command(flatten)]
		named: Named,
		/// As for vote.
		#[arg(value_parser = ballot)]
		ballot: Ballot,
		/// The new file.
		#[arg(long, value_name = "FILE")]
		file: PathBuf,
	},
	/// Reveal a vote on a secret ballot. Signed by a voting key of the holder.
	Reveal {
		#[command(flatten)]
		named: Named,
		/// The file that commit has written.
		#[arg(long, value_name = "FILE")]
		file: PathBuf,
	},
	/// Let another investor vote on everything on which one does not vote oneself. Signed by a voting
	/// key of a holder.
	Delegate {
		/// The asset.
		asset: AssetId,
		/// Who votes: an account, or the investor's number.
		to: Investor,
	},
	/// End a delegation. Signed by a voting key of the holder, or by who paid for it.
	Undelegate {
		/// The asset.
		asset: AssetId,
		/// Whose: an account, or the investor's number.
		investor: Investor,
	},
	/// Have the votes counted when the vote is over. Signed by anybody.
	Close(Named),
	/// Have what was adopted executed after the timelock. Signed by anybody.
	Execute {
		#[command(flatten)]
		named: Named,
		/// The motion.
		#[arg(long, default_value_t = 0)]
		motion: u8,
	},
	/// Stop what was adopted before it is executed. By motion of the technical committee.
	Veto {
		#[command(flatten)]
		named: Named,
		/// The reasons: a file, or 0x and its digest.
		#[arg(long, value_parser = document)]
		document: [u8; 32],
		#[command(flatten)]
		members: Members,
	},
	/// Show where a resolution is, what is missing and by when, and what happens next.
	Status {
		#[command(flatten)]
		named: Named,
		/// Show the votes of this account too, instead of those of the key that signs.
		#[arg(long, value_name = "ACCOUNT")]
		voter: Option<Account>,
	},
	/// Show the resolutions of an asset.
	List {
		/// The asset.
		asset: AssetId,
	},
	/// Remove records of votes, and the resolution itself when it is old. Signed by anybody.
	Prune {
		#[command(flatten)]
		named: Named,
		/// How many records at most.
		#[arg(long, default_value_t = 256, value_parser = clap::value_parser!(u32).range(1..=256))]
		limit: u32,
	},
}

/// A resolution.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Named {
	/// The asset.
	asset: AssetId,
	/// The resolution.
	resolution: ResolutionId,
}

#[derive(Debug, Args)]
pub(crate) struct Propose {
	/// The asset.
	asset: AssetId,
	/// A motion. May be given more than once, 4 times at most.
	#[arg(long, required = true)]
	motion: Vec<String>,
	/// The text: a file, or 0x and its digest. It stays off the chain.
	#[arg(long, value_parser = document)]
	document: [u8; 32],
	/// How much the holders must agree.
	#[arg(long, value_enum, default_value = "ordinary")]
	class: Class,
	/// Votes are committed first and revealed after.
	#[arg(long)]
	secret: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Class {
	/// The business of every year.
	Ordinary,
	/// What changes the terms.
	Special,
	/// What ends the asset.
	Extraordinary,
}

impl From<Class> for ResolutionClass {
	fn from(class: Class) -> Self {
		match class {
			Class::Ordinary => Self::Ordinary,
			Class::Special => Self::Special,
			Class::Extraordinary => Self::Extraordinary,
		}
	}
}

/// A ballot that was read.
#[derive(Debug, Clone)]
pub(crate) struct Ballot(Vec<Split>);

fn ballot(text: &str) -> Result<Ballot, String> {
	parse_ballot(text).map(Ballot)
}

/// What is needed to reveal a vote.
#[derive(Debug, Serialize, Deserialize)]
struct Sealed {
	asset: AssetId,
	resolution: ResolutionId,
	investor: u64,
	ballot: Vec<Split>,
	salt: String,
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Propose(propose) => propose.run(app).await,
			Self::Withdraw(named) => {
				let call = dao::withdraw(named.asset, named.resolution);
				on(app, named, &call, "Resolution withdrawn").await
			},
			Self::Vote { named, ballot } => {
				let call = dao::vote(named.asset, named.resolution, &ballot.0);
				let what = ballot.0.iter().map(write_split).collect::<Vec<_>>().join(", ");
				on(app, named, &call, &format!("Voted: {what}")).await
			},
			Self::VoteFor { named, ballot, holders } => {
				vote_for(app, named, &ballot.0, &holders).await
			},
			Self::Retract(named) => {
				let call = dao::retract(named.asset, named.resolution);
				on(app, named, &call, "The vote is taken back").await
			},
			Self::Commit { named, ballot, file } => commit(app, named, ballot.0, &file).await,
			Self::Reveal { named, file } => reveal(app, named, &file).await,
			Self::Delegate { asset, to } => delegate(app, asset, &to).await,
			Self::Undelegate { asset, investor } => undelegate(app, asset, &investor).await,
			Self::Close(named) => close(app, named).await,
			Self::Execute { named, motion } => execute(app, named, motion).await,
			Self::Veto { named, document, members } => {
				let client = app.client().await?;
				let Named { asset, resolution } = named;
				client.head().await?.existing_resolution(asset, resolution).await?;
				let call = dao::veto(asset, resolution, document);
				let what = format!("Resolution {resolution} of asset {asset} is vetoed");
				members.decide(app, &client, &call, &what).await
			},
			Self::Status { named, voter } => status(app, named, voter).await,
			Self::List { asset } => list(app, asset).await,
			Self::Prune { named, limit } => {
				let call = dao::prune(named.asset, named.resolution, limit);
				on(app, named, &call, "Records removed").await
			},
		}
	}
}

impl Propose {
	async fn run(self, app: &App) -> Result<()> {
		let signer = app.signer()?;
		let client = app.client().await?;
		let view = client.head().await?;
		let asset = self.asset;
		view.existing_asset(asset).await?;
		let mut motions = Vec::new();
		for text in &self.motion {
			let mut choices = Vec::new();
			for choice in text.split('|') {
				choices.push(carried(&view, asset, choice.trim()).await?);
			}
			motions.push(choices);
		}
		let propose = dao::propose(asset, self.class.into(), self.document, self.secret, &motions);
		let mut calls = Vec::new();
		for note in dao::preimages(&motions) {
			calls.push(view.inner_call(&note)?);
		}
		let included = if calls.is_empty() {
			client.send(&propose, &signer).await?
		} else {
			calls.push(view.inner_call(&propose)?);
			client.send(&api::tx().utility().batch_all(calls), &signer).await?
		};
		let event: dao::events::ResolutionProposed = included.event()?;
		let view = client.at(included.block_hash).await?;
		let record = view.existing_resolution(asset, event.resolution).await?;
		app.out.done(
			&format!(
				"Resolution {} of asset {asset} is announced; the vote is from {} to {}",
				event.resolution,
				format_moment(record.voting_from),
				format_moment(record.voting_until)
			),
			&included,
			json!({ "asset": asset, "number": event.resolution, "resolution": record }),
		);
		Ok(())
	}
}

/// The call of a choice that somebody wrote.
async fn carried(view: &View, asset: AssetId, text: &str) -> Result<Option<Vec<u8>>> {
	let wrong = || {
		Error::Invalid(format!(
			"\"{text}\" is no choice; write nothing, appoint:ACCOUNT, remove-manager, \
			 strike:ACCOUNT:PERCENT, spend:CURRENCY:AMOUNT:ACCOUNT, \
			 distribute:CURRENCY:AMOUNT:PAYS:EXPIRES, or call:0x…"
		))
	};
	let fields: Vec<_> = text.split(':').collect();
	let bytes = match fields[..] {
		["nothing"] => return Ok(None),
		["appoint", who] => view.call_bytes(&dao::appoint_manager(asset, &who.parse()?))?,
		["remove-manager"] => view.call_bytes(&dao::remove_manager(asset))?,
		["strike", who, percent] => {
			let percent = percent.parse::<u32>().ok().filter(|part| (1..=100).contains(part));
			let part = percent.ok_or_else(wrong)? * 10_000_000;
			view.call_bytes(&dao::strike_manager(asset, &who.parse()?, part))?
		},
		["spend", currency, amount, to] => {
			let money = view.find_currency(currency).await?;
			let amount = money.read(amount)?;
			view.call_bytes(&dao::spend(asset, money.currency, &to.parse()?, amount))?
		},
		["distribute", currency, amount, pays, expires] => {
			let money = view.find_currency(currency).await?;
			let now = view.now().await?;
			let moment = |text: &str| text.parse::<When>().map(|when| when.at(now));
			let declaration = Declaration {
				currency: money.currency,
				amount: Amount::Total(money.read(amount)?),
				record: Record::Now,
				pays_at: moment(pays).map_err(Error::Invalid)?,
				expires_at: moment(expires).map_err(Error::Invalid)?,
				selection: Selection::All,
			};
			view.call_bytes(&dividends::declare(asset, declaration))?
		},
		["call", digits] => {
			let digits = digits.strip_prefix("0x").ok_or_else(wrong)?;
			hex::decode(digits).map_err(|_| wrong())?
		},
		_ => return Err(wrong().into()),
	};
	Ok(Some(bytes))
}

/// Sends a call on a resolution that there must be.
async fn on(app: &App, named: Named, call: &impl Payload, what: &str) -> Result<()> {
	let Named { asset, resolution } = named;
	let signer = app.signer()?;
	let client = app.client().await?;
	client.head().await?.existing_resolution(asset, resolution).await?;
	let included = client.send(call, &signer).await?;
	let after = client.at(included.block_hash).await?.resolution(asset, resolution).await?;
	app.out.done(
		&format!("{what} (resolution {resolution} of asset {asset})"),
		&included,
		json!({ "asset": asset, "number": resolution, "resolution": after }),
	);
	Ok(())
}

async fn vote_for(app: &App, named: Named, ballot: &[Split], holders: &[Investor]) -> Result<()> {
	let Named { asset, resolution } = named;
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	view.existing_resolution(asset, resolution).await?;
	if holders.len() > DELEGATORS {
		let wrong = format!("one transaction votes for {DELEGATORS} holders at most");
		return Err(Error::Invalid(wrong).into());
	}
	let mut numbers = Vec::new();
	for holder in holders {
		numbers.push(holder.find(&view).await?);
	}
	let call = dao::vote_for(asset, resolution, numbers.clone(), ballot);
	let included = client.send(&call, &signer).await?;
	let events: Vec<dao::events::VoteCast> = included.events()?;
	let voted: Vec<_> = events.iter().map(|event| event.investor).collect();
	let left_out: Vec<_> = numbers.into_iter().filter(|one| !voted.contains(one)).collect();
	let what = format!("Voted for {}, {} left out", count(voted.len(), "holder"), left_out.len());
	let value = json!({
		"asset": asset,
		"number": resolution,
		"voted_for": voted,
		"left_out": left_out,
	});
	app.out.done(&what, &included, value);
	Ok(())
}

async fn commit(app: &App, named: Named, ballot: Vec<Split>, file: &Path) -> Result<()> {
	let Named { asset, resolution } = named;
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	view.existing_resolution(asset, resolution).await?;
	let unknown = || Error::UnknownAccount(Box::new(signer.account().clone()));
	let investor = view.key(signer.account()).await?.ok_or_else(unknown)?.investor;
	let mut salt = [0; 32];
	getrandom::fill(&mut salt).context("the system has no random numbers")?;
	let digest = dao::commitment(asset, resolution, investor, &ballot, salt);

	// Before anything is sent: a vote that cannot be revealed is lost.
	let sealed = Sealed { asset, resolution, investor, ballot, salt: hex::encode(salt) };
	let mut options = OpenOptions::new();
	options.write(true).create_new(true);
	#[cfg(unix)]
	std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
	let name = file.display();
	let mut out = options.open(file).with_context(|| format!("{name} cannot be written"))?;
	out.write_all(serde_json::to_string_pretty(&sealed)?.as_bytes())?;
	out.sync_all()?;

	let included = match client.send(&dao::commit(asset, resolution, digest), &signer).await {
		Ok(included) => included,
		Err(error) => {
			// The chain has refused it: nothing refers to the file. Else nobody knows.
			if error.refusal().is_some() {
				std::fs::remove_file(file)?;
			}
			return Err(error.into());
		},
	};
	app.out.done(
		&format!("Committed to a vote, which {name} reveals"),
		&included,
		json!({
			"asset": asset,
			"number": resolution,
			"investor": investor,
			"commitment": format!("0x{}", hex::encode(digest)),
			"file": file,
		}),
	);
	Ok(())
}

async fn reveal(app: &App, named: Named, file: &Path) -> Result<()> {
	let name = file.display();
	let text = std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
	let sealed: Sealed =
		serde_json::from_str(&text).with_context(|| format!("{name} holds no sealed vote"))?;
	let Named { asset, resolution } = named;
	if (sealed.asset, sealed.resolution) != (asset, resolution) {
		return Err(Error::Invalid(format!(
			"{name} holds a vote on resolution {} of asset {}",
			sealed.resolution, sealed.asset
		))
		.into());
	}
	let mut salt = [0; 32];
	hex::decode_to_slice(&sealed.salt, &mut salt)
		.with_context(|| format!("{name} holds no salt"))?;
	let call = dao::reveal(asset, resolution, &sealed.ballot, salt);
	let what = sealed.ballot.iter().map(write_split).collect::<Vec<_>>().join(", ");
	on(app, named, &call, &format!("Revealed: {what}")).await
}

async fn delegate(app: &App, asset: AssetId, to: &Investor) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	view.existing_asset(asset).await?;
	let to = to.find(&view).await?;
	let included = client.send(&dao::delegate(asset, to), &signer).await?;
	let event: dao::events::Delegated = included.event()?;
	app.out.done(
		&format!("Investor {to} votes for investor {} on asset {asset}", event.investor),
		&included,
		json!({ "asset": asset, "investor": event.investor, "delegate": to }),
	);
	Ok(())
}

async fn undelegate(app: &App, asset: AssetId, investor: &Investor) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	view.existing_asset(asset).await?;
	let investor = investor.find(&view).await?;
	let included = client.send(&dao::undelegate(asset, investor), &signer).await?;
	app.out.done(
		&format!("Nobody votes for investor {investor} on asset {asset} any more"),
		&included,
		json!({ "asset": asset, "investor": investor }),
	);
	Ok(())
}

async fn close(app: &App, named: Named) -> Result<()> {
	let Named { asset, resolution } = named;
	let signer = app.signer()?;
	let client = app.client().await?;
	client.head().await?.existing_resolution(asset, resolution).await?;
	let included = client.send(&dao::close(asset, resolution), &signer).await?;
	let event: dao::events::ResolutionClosed = included.event()?;
	let view = client.at(included.block_hash).await?;
	let record = view.existing_resolution(asset, resolution).await?;
	for (place, motion) in record.motions.iter().enumerate() {
		app.out.say(format!("Motion {place} {}.", motion.state.sentence()));
	}
	app.out.done(
		&format!(
			"Resolution {resolution} of asset {asset} is counted; then {}",
			record.what_next()
		),
		&included,
		json!({
			"asset": asset,
			"number": resolution,
			"bond_lost": event.lost.to_string(),
			"resolution": record,
		}),
	);
	Ok(())
}

async fn execute(app: &App, named: Named, motion: u8) -> Result<()> {
	let Named { asset, resolution } = named;
	let signer = app.signer()?;
	let client = app.client().await?;
	client.head().await?.existing_resolution(asset, resolution).await?;
	let call = dao::execute(asset, resolution, motion, BOUND);
	let included = client.send(&call, &signer).await?;
	let view = client.at(included.block_hash).await?;
	let record = view.existing_resolution(asset, resolution).await?;
	let state = record.motions.get(usize::from(motion)).map(|motion| &motion.state);
	if let Some(MotionStage::Failed { refusal, .. }) = state {
		return Err(failed(resolution, refusal).into());
	}
	app.out.done(
		&format!("Motion {motion} of resolution {resolution} of asset {asset} is executed"),
		&included,
		json!({ "asset": asset, "number": resolution, "motion": motion, "resolution": record }),
	);
	Ok(())
}

/// The chain has dispatched the call, and the call was refused.
fn failed(resolution: ResolutionId, refusal: &Refusal) -> Error {
	Error::InnerRefused { what: format!("resolution {resolution}"), refusal: refusal.clone() }
}

async fn status(app: &App, named: Named, voter: Option<Account>) -> Result<()> {
	let Named { asset, resolution } = named;
	let view = app.client().await?.head().await?;
	let record = view.existing_resolution(asset, resolution).await?;
	// A question needs no key; who has one sees its own votes.
	let voter = voter.or_else(|| app.signer().ok().map(|signer| signer.account().clone()));
	let mut carried = Vec::new();
	for (motion, info) in (0_u8..).zip(&record.motions) {
		for choice in (0_u8..).take(info.choices.len()) {
			let call = view.carried_call(asset, resolution, motion, choice).await?;
			carried.push((motion, choice, call));
		}
	}
	let mine = match &voter {
		Some(account) => view.voter(asset, resolution, account).await?,
		None => None,
	};

	let pair = |name: &str, value: String| [name.to_owned(), value];
	let mut rows = vec![
		pair("Resolution", format!("{resolution} of asset {asset}, {:?}", record.class)),
		pair("State", format!("{:?}", record.phase)),
		pair("Next", record.what_next()),
		pair("Text", format!("{:?}", record.digest)),
		pair("Proposed by", record.proposer.to_string()),
		pair("Ballot", if record.secret { "secret" } else { "open" }.to_owned()),
		pair(
			"Vote",
			format!(
				"from {} to {}",
				format_moment(record.voting_from),
				format_moment(record.voting_until)
			),
		),
		pair(
			"Execution",
			format!(
				"from {} to {}",
				format_moment(record.executable_from),
				format_moment(record.executable_until)
			),
		),
		pair("Quorum", format!("{} of {} votes", group(record.quorum), group(record.base))),
	];
	if let Some(accused) = &record.accused {
		rows.push(pair("Charges", accused.to_string()));
	}
	if let Some(mine) = &mine {
		rows.push(pair("Investor", mine.investor.to_string()));
		rows.push(pair(
			"My votes",
			if mine.may_vote { group(mine.power) } else { "may not vote".to_owned() },
		));
		rows.push(pair("My vote", my_vote(mine)));
	}
	app.out.table(["", ""], rows);
	app.out.table(
		["Motion", "Choice", "Votes", "Of all", "Does"],
		record.motions.iter().enumerate().flat_map(|(place, motion)| {
			let row = |choice: String, votes: u128, does: String| {
				[place.to_string(), choice, group(votes), part(votes, record.base), does]
			};
			let calls = carried.iter().filter(move |(of, ..)| usize::from(*of) == place);
			let mut rows: Vec<_> = motion
				.choices
				.iter()
				.zip(calls)
				.map(|(votes, (_, choice, call))| {
					row(choice.to_string(), *votes, call.clone().unwrap_or_default())
				})
				.collect();
			rows.push(row("against".to_owned(), motion.against, String::new()));
			rows.push(row("abstain".to_owned(), motion.abstained, String::new()));
			rows
		}),
	);
	for (place, motion) in record.motions.iter().enumerate() {
		let missing = match record.phase {
			Phase::Discussion | Phase::Voting | Phase::Reveal => {
				format!(
					"; missing: {}, by {}",
					motion.missing(),
					format_moment(record.reveal_until)
				)
			},
			_ => String::new(),
		};
		app.out.say(format!("Motion {place} {}{missing}.", motion.state.sentence()));
	}
	app.out.json(&json!({
		"block": view.number(),
		"now": view.now().await?,
		"resolution": record,
		"carried": carried
			.iter()
			.map(|(motion, choice, call)| {
				json!({ "motion": motion, "choice": choice, "call": call })
			})
			.collect::<Vec<_>>(),
		"voter": mine,
	}));
	Ok(())
}

fn my_vote(mine: &dao::Voter) -> String {
	if mine.committed {
		return "committed, and to be revealed".to_owned();
	}
	match (&mine.ballot, mine.voted_by, mine.delegate) {
		(Some(ballot), by, _) => {
			let parts = ballot.iter().map(write_split).collect::<Vec<_>>().join(", ");
			match by {
				Some(delegate) => format!("{parts} (by investor {delegate})"),
				None => parts,
			}
		},
		(None, _, Some(delegate)) => format!("none; investor {delegate} may vote"),
		(None, _, None) => "none".to_owned(),
	}
}

async fn list(app: &App, asset: AssetId) -> Result<()> {
	let view = app.client().await?.head().await?;
	view.existing_asset(asset).await?;
	let resolutions = view.resolutions(asset).await?;
	app.out
		.table(["Resolution", "Class", "State", "Motions", "Next"], resolutions.iter().map(line));
	app.out.json(&json!({
		"block": view.number(),
		"asset": asset,
		"resolutions": resolutions,
	}));
	if resolutions.is_empty() && !app.out.is_json() {
		app.out.say(format!("Asset {asset} has no resolution."));
	}
	Ok(())
}

fn line(one: &Resolution) -> [String; 5] {
	let motions = one.motions.iter().map(|motion| motion.state.sentence());
	[
		one.resolution.to_string(),
		format!("{:?}", one.class),
		format!("{:?}", one.phase),
		motions.collect::<Vec<_>>().join("\n"),
		one.what_next(),
	]
}

#[cfg(test)]
mod tests {
	use super::*;
	use cadastre_primitives::Choice;

	#[test]
	fn a_sealed_vote_comes_back_from_its_file() {
		let split = Split { motion: 1, choice: Choice::Against, votes: Some(u128::MAX) };
		let sealed = Sealed {
			asset: 1,
			resolution: 2,
			investor: 3,
			ballot: vec![split],
			salt: hex::encode([7; 32]),
		};
		let text = serde_json::to_string(&sealed).unwrap();
		let found: Sealed = serde_json::from_str(&text).unwrap();
		assert_eq!((found.ballot, found.salt), (sealed.ballot, sealed.salt));
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Assets: registration, papers, life, issue.

mod details;
mod life;
mod metadata;

use crate::{
	share::{count, stop_if_refused},
	App, No,
};
use anyhow::Result;
use cadastre_client::{
	api, asset_registry, facts,
	input::{self, AssetRow, Defect, PaperRow},
	report, shares,
	time::{format_moment, parse_date},
	Account, Client, Error, Included, Signer, View,
};
use cadastre_primitives::{AssetId, Balance, Moment, PackId};
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::{Path, PathBuf};
use subxt::utils::H256;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Register all assets of a CSV file with their papers. Signed by their issuer.
	///
	/// The columns are name, class, facts and authorised, and if wanted country, units_per_share,
	/// class_of and papers. Facts are written as name=value and several are joined by ;, such as
	/// usage=residential;area=120;built=1984;tenure=freehold. A paper is written as
	/// kind:date:document and several are joined by ;. The document is a file beside the CSV file, or
	/// 0x and its digest. Authorised is a number of units; a share is one unit if units_per_share is
	/// left out. All rows are checked first, and then all are registered or none.
	Register(Register),
	/// Show all assets, or those of one issuer in pages.
	List(List),
	/// Show an asset, its papers and its book.
	Show {
		/// The asset.
		asset: AssetId,
	},
	/// File one more paper of an asset. Signed by its issuer.
	FilePaper {
		/// The asset.
		asset: AssetId,
		/// The paper, written as kind:date:document.
		paper: String,
		/// The number of the paper in whose place it stands.
		#[arg(long, value_name = "PAPER")]
		supersedes: Option<u32>,
	},
	/// Attest that the papers and the facts of an asset are right. Signed by a verifier.
	///
	/// The asset is verified once every profession that its class needs has attested.
	Verify {
		/// The asset.
		asset: AssetId,
		/// How many papers were seen.
		#[arg(long)]
		papers: u32,
		/// Digest of the facts that were seen, as `cadastre asset show` names it.
		#[arg(long, value_name = "DIGEST")]
		facts: H256,
	},
	/// Open the book of verified assets. Signed by their issuer.
	Activate {
		/// The assets.
		#[arg(required = true)]
		assets: Vec<AssetId>,
	},
	/// Issue new shares. Signed by the issuer.
	Issue {
		/// The asset.
		asset: AssetId,
		/// Account of who gets them.
		to: Account,
		/// Number of units.
		amount: Balance,
	},
	/// Retire an asset of which no share is in issue, for good. Signed by its issuer.
	Retire {
		/// The asset.
		asset: AssetId,
	},
	/// Wind an asset up: its shares are redeemed, nothing else. Signed by its issuer.
	WindUp {
		/// The asset.
		asset: AssetId,
		/// The number of the paper that says how.
		#[arg(long, value_name = "PAPER", required_unless_present = "call_off")]
		plan: Option<u32>,
		/// Day from which on the winding up is final.
		#[arg(long, value_name = "DATE", value_parser = date, required_unless_present = "call_off")]
		final_from: Option<Moment>,
		/// Call it off instead.
		#[arg(long, conflicts_with_all = ["plan", "final_from"])]
		call_off: bool,
	},
	/// Change the facts of an asset. Signed by its issuer or a manager.
	///
	/// What has been attested to a draft is void then; later a paper must say what has changed.
	AmendFacts(life::AmendFacts),
	/// Suspend an active asset: none of its shares moves. By motion of the technical committee.
	Suspend(life::Suspend),
	/// End the suspension of an asset. By motion of the technical committee.
	Resume(life::Resume),
	/// Remove a retired asset with all that hangs on it; the deposits return. Signed by its issuer.
	Remove(life::Remove),
	/// Hand an asset over to another issuer, who must accept.
	#[command(subcommand)]
	Issuer(life::Issuer),
	/// Write down what else is to be known of an asset.
	#[command(subcommand)]
	Metadata(metadata::Metadata),
	/// Say who may act for an asset.
	#[command(subcommand)]
	Role(details::Role),
	/// Give an asset its names in other registers, and find it by them.
	#[command(subcommand)]
	Identifier(details::Identifier),
	/// Open and close funding rounds.
	#[command(subcommand)]
	Round(details::Round),
}

/// Which assets are shown.
#[derive(Debug, Args)]
pub(crate) struct List {
	/// Those of this issuer.
	#[arg(long)]
	issuer: Option<Account>,
	/// Only a page of them, after this asset.
	#[arg(long, value_name = "ASSET", requires = "issuer")]
	after: Option<AssetId>,
	/// Only a page of them, of so many, 64 at most.
	#[arg(long, value_name = "NUMBER", requires = "issuer",
		value_parser = clap::value_parser!(u32).range(1..=64))]
	limit: Option<u32>,
}

/// A day that is written as 2026-12-31.
pub(crate) fn date(text: &str) -> Result<Moment, String> {
	parse_date(text).ok_or_else(|| "write a date as 2026-12-31".to_owned())
}

#[derive(Debug, Args)]
pub(crate) struct Register {
	/// File of assets.
	#[arg(long, value_name = "FILE")]
	csv: PathBuf,
	/// The rule pack that the assets follow.
	#[arg(long)]
	pack: PackId,
	/// Send the rows that can be used even if others cannot, one by one.
	#[arg(long = "continue")]
	despite: bool,
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Register(register) => register.run(app).await,
			Self::List(list) => list.run(app).await,
			Self::Show { asset } => show(app, asset).await,
			Self::FilePaper { asset, paper, supersedes } => {
				file_paper(app, asset, &paper, supersedes).await
			},
			Self::Verify { asset, papers, facts } => verify(app, asset, papers, facts).await,
			Self::Activate { assets } => activate(app, &assets).await,
			Self::Issue { asset, to, amount } => issue(app, asset, &to, amount).await,
			Self::Retire { asset } => {
				let signer = app.signer()?;
				let client = app.client().await?;
				client.head().await?.existing_asset(asset).await?;
				let included = client.send(&asset_registry::retire(asset), &signer).await?;
				let what = format!("Asset {asset} is retired");
				app.out.done(&what, &included, json!({ "asset": asset }));
				Ok(())
			},
			Self::WindUp { asset, plan, final_from, .. } => {
				wind_up(app, asset, plan.zip(final_from)).await
			},
			Self::AmendFacts(command) => command.run(app).await,
			Self::Suspend(command) => command.run(app).await,
			Self::Resume(command) => command.run(app).await,
			Self::Remove(command) => command.run(app).await,
			Self::Issuer(command) => command.run(app).await,
			Self::Metadata(command) => command.run(app).await,
			Self::Role(command) => command.run(app).await,
			Self::Identifier(command) => command.run(app).await,
			Self::Round(command) => command.run(app).await,
		}
	}
}

impl Register {
	async fn run(self, app: &App) -> Result<()> {
		let signer = app.signer()?;
		let client = app.client().await?;
		let view = client.head().await?;
		if view.pack(self.pack).await?.is_none() {
			return Err(Error::Invalid(format!(
				"there is no rule pack {}; `cadastre pack publish` makes one",
				self.pack
			))
			.into());
		}
		let rows = input::assets(&self.csv, view.now().await?)?;
		let (good, skipped) = rows.accept(self.despite)?;
		if self.despite {
			self.register_each(app, &client, &signer, good, skipped).await
		} else {
			let first = view.next_asset().await?;
			let calls = registration(&view, first, self.pack, &good)?;
			let bar = app.out.progress(good.len(), "registering");
			let sent = client.send(&api::tx().utility().batch_all(calls), &signer).await;
			bar.finish_and_clear();
			let included = sent?;
			let assets = registered(&included)?;
			table(app, &assets);
			app.out.done(
				&format!("{} registered", count(assets.len(), "asset")),
				&included,
				json!({ "registered": values(&assets) }),
			);
			Ok(())
		}
	}

	/// Registers assets one by one, each with its papers or not at all, and names those that were
	/// not.
	async fn register_each(
		&self,
		app: &App,
		client: &Client,
		signer: &Signer,
		rows: Vec<AssetRow>,
		skipped: Vec<Defect>,
	) -> Result<()> {
		let mut registered_assets = Vec::new();
		let mut refused: Vec<(u64, String)> =
			skipped.iter().map(|defect| (defect.line, defect.to_string())).collect();
		let bar = app.out.progress(rows.len(), "registering");
		for row in &rows {
			// The papers name the asset by its id, which is known once the one before is there.
			let view = client.head().await?;
			let calls = registration(
				&view,
				view.next_asset().await?,
				self.pack,
				std::slice::from_ref(row),
			)?;
			let sent = client.send(&api::tx().utility().batch_all(calls), signer).await;
			match sent.and_then(|included| registered(&included)) {
				Ok(assets) => registered_assets.extend(assets),
				Err(error) => refused.push((row.line, format!("line {}: {error}", row.line))),
			}
			bar.inc(1);
		}
		bar.finish_and_clear();
		refused.sort();
		table(app, &registered_assets);
		for (_, text) in &refused {
			app.out.say(text);
		}
		app.out.say(format!("{} registered, {} not.", registered_assets.len(), refused.len()));
		app.out.json(&json!({
			"registered": values(&registered_assets),
			"not_registered": refused
				.iter()
				.map(|(line, reason)| json!({ "line": line, "reason": reason }))
				.collect::<Vec<_>>(),
		}));
		if refused.is_empty() {
			Ok(())
		} else {
			Err(No(format!("{} could not be registered", count(refused.len(), "row"))).into())
		}
	}
}

/// The calls that register assets and file their papers, if the first gets the id `first`. If
/// somebody else takes that id before, a paper is refused, and with it the whole batch.
pub(crate) fn registration(
	view: &View,
	first: AssetId,
	pack: PackId,
	rows: &[AssetRow],
) -> Result<Vec<api::Call>> {
	let mut calls = Vec::new();
	for (asset, row) in (first..).zip(rows) {
		let AssetRow { name, facts, country, shares, papers, .. } = row;
		let register = asset_registry::register(*facts, name, *country, pack, *shares);
		calls.push(view.inner_call(&register)?);
		for PaperRow { kind, digest, dated } in papers {
			calls.push(
				view.inner_call(&asset_registry::file_paper(asset, *kind, *digest, *dated, None))?,
			);
		}
	}
	Ok(calls)
}

/// The assets that a transaction registered, with their names.
pub(crate) fn registered(
	included: &Included,
) -> Result<Vec<(AssetId, String)>, cadastre_client::Error> {
	let events: Vec<asset_registry::events::AssetRegistered> = included.events()?;
	Ok(events
		.into_iter()
		.map(|event| (event.asset, String::from_utf8_lossy(&event.name.0).into_owned()))
		.collect())
}

fn table(app: &App, assets: &[(AssetId, String)]) {
	app.out.table(
		["Asset", "Name"],
		assets.iter().map(|(asset, name)| [asset.to_string(), name.clone()]),
	);
}

fn values(assets: &[(AssetId, String)]) -> Vec<serde_json::Value> {
	assets.iter().map(|(asset, name)| json!({ "asset": asset, "name": name })).collect()
}

impl List {
	async fn run(self, app: &App) -> Result<()> {
		let view = app.client().await?.head().await?;
		let Self { issuer, after, limit } = self;
		let in_pages = after.is_some() || limit.is_some();
		let ids = match &issuer {
			None => (0..view.next_asset().await?).collect(),
			Some(issuer) if in_pages => view.assets_of(issuer, after, limit.unwrap_or(64)).await?,
			Some(issuer) => view.all_assets_of(issuer).await?,
		};
		let mut rows = Vec::new();
		let mut values = Vec::new();
		for id in &ids {
			// An asset that was removed leaves a gap.
			let Some(asset) = view.asset(*id).await? else { continue };
			rows.push([
				id.to_string(),
				asset.name.clone(),
				format!("{:?}", asset.class),
				format!("{:?}", asset.status),
				asset.country.clone().unwrap_or_default(),
			]);
			values.push(asset);
		}
		app.out.table(["Asset", "Name", "Class", "Status", "Country"], rows);
		let next = ids.last().filter(|_| in_pages);
		if let Some(last) = next {
			app.out.say(format!("The next page begins with --after {last}."));
		}
		app.out.json(&json!({ "block": view.number(), "assets": values, "next_after": next }));
		Ok(())
	}
}

async fn show(app: &App, id: AssetId) -> Result<()> {
	let view = app.client().await?.head().await?;
	let asset = view.existing_asset(id).await?;
	let papers = view.papers(id).await?;
	let book = view.book(id).await?;
	let pair = |name: &str, value: String| [name.to_owned(), value];
	let mut rows = vec![
		pair("Asset", id.to_string()),
		pair("Name", asset.name.clone()),
		pair("Class", format!("{:?}", asset.class)),
		pair("Status", format!("{:?}", asset.status)),
		pair("Country", asset.country.clone().unwrap_or_default()),
		pair("Issuer", asset.issuer.to_string()),
	];
	rows.extend(facts::pairs(&asset.facts).into_iter().map(|(name, value)| pair(name, value)));
	rows.push(pair("Digest of the facts", format!("{:?}", asset.facts_digest)));
	let identifiers: Vec<_> =
		view.identifiers(id).await?.iter().map(asset_registry::write_identifier).collect();
	if !identifiers.is_empty() {
		rows.push(pair("Identifiers", identifiers.join("\n")));
	}
	for (profession, verifier) in &asset.attested {
		rows.push(pair(&format!("{profession:?}"), format!("{verifier} has attested")));
	}
	if let Some((plan, final_from)) = asset.wind_up {
		rows.push(pair(
			"Wound up",
			format!("as paper {plan} says, final from {} on", format_moment(final_from)),
		));
	}
	if let Some(verified) = &asset.verified {
		rows.push(pair(
			"Verified",
			format!("by {} on {}", verified.by, format_moment(verified.at)),
		));
	}
	if let Some(book) = &book {
		rows.push(pair("Rule pack", book.pack.to_string()));
		rows.push(pair(
			"Shares",
			format!(
				"{} of {} authorised, with {}",
				report::group(book.supply),
				report::group(book.authorised),
				count(book.holders as usize, "holder")
			),
		));
		if book.units_per_share > 1 {
			rows.push(pair(
				"A share",
				format!(
					"is {} of the units in which all numbers are given",
					report::group(book.units_per_share)
				),
			));
		}
	}
	app.out.table(["", ""], rows);
	app.out.table(
		["Paper", "Kind", "Dated", "Digest"],
		papers.iter().map(|paper| {
			[
				paper.paper.to_string(),
				format!("{:?}", paper.kind),
				format_moment(paper.dated),
				format!("{:?}", paper.digest),
			]
		}),
	);
	app.out.json(&json!({
		"block": view.number(),
		"asset": asset,
		"identifiers": identifiers,
		"papers": papers,
		"book": book,
	}));
	Ok(())
}

async fn file_paper(app: &App, asset: AssetId, paper: &str, supersedes: Option<u32>) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	view.existing_asset(asset).await?;
	let PaperRow { kind, digest, dated } =
		input::parse_paper(paper, Path::new(""), view.now().await?).map_err(Error::Invalid)?;
	let call = asset_registry::file_paper(asset, kind, digest, dated, supersedes);
	let included = client.send(&call, &signer).await?;
	let event: asset_registry::events::PaperFiled = included.event()?;
	app.out.done(
		&format!("It is paper {} of asset {asset}", event.paper),
		&included,
		json!({ "asset": asset, "paper": event.paper, "digest": event.digest }),
	);
	Ok(())
}

async fn verify(app: &App, asset: AssetId, papers: u32, facts: H256) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	client.head().await?.existing_asset(asset).await?;
	let call = asset_registry::verify(asset, papers, facts.0);
	let included = client.send(&call, &signer).await?;
	let attested: asset_registry::events::AssetAttested = included.event()?;
	let verified = !included.events::<asset_registry::events::AssetVerified>()?.is_empty();
	let profession = attested.profession.0;
	let rest = if verified { "; it is verified" } else { "; other professions have to follow" };
	app.out.done(
		&format!(
			"A {} has attested to {} of asset {asset}{rest}",
			format!("{profession:?}").to_lowercase(),
			count(papers as usize, "paper"),
		),
		&included,
		json!({
			"asset": asset,
			"papers": papers,
			"profession": profession,
			"verified": verified,
		}),
	);
	Ok(())
}

async fn wind_up(app: &App, asset: AssetId, plan: Option<(u32, Moment)>) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	client.head().await?.existing_asset(asset).await?;
	match plan {
		Some((plan, final_from)) => {
			let call = asset_registry::start_wind_up(asset, plan, final_from);
			let included = client.send(&call, &signer).await?;
			let what = format!(
				"Asset {asset} is wound up as paper {plan} says, which is final from {} on",
				format_moment(final_from)
			);
			let value = json!({ "asset": asset, "plan": plan, "final_from": final_from });
			app.out.done(&what, &included, value);
		},
		None => {
			let included = client.send(&asset_registry::call_off_wind_up(asset), &signer).await?;
			let what = format!("Asset {asset} is wound up no more");
			app.out.done(&what, &included, json!({ "asset": asset }));
		},
	}
	Ok(())
}

async fn activate(app: &App, assets: &[AssetId]) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	let mut calls = Vec::new();
	for asset in assets {
		view.existing_asset(*asset).await?;
		calls.push(view.inner_call(&asset_registry::activate(*asset))?);
	}
	let included = client.send(&api::tx().utility().batch_all(calls), &signer).await?;
	let what = format!("{} open", count(assets.len(), "book"));
	app.out.done(&what, &included, json!({ "activated": assets }));
	Ok(())
}

async fn issue(app: &App, asset: AssetId, to: &Account, amount: Balance) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let failures = client.head().await?.issue_report(asset, to, amount).await?;
	stop_if_refused(app, "this issue", &failures)?;
	let included = client.send(&shares::issue(asset, to, amount), &signer).await?;
	app.out.done(
		&format!("{} new units of asset {asset} went to {to}", report::group(amount)),
		&included,
		json!({ "asset": asset, "to": to, "amount": amount.to_string() }),
	);
	Ok(())
}

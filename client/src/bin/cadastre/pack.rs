// SPDX-License-Identifier: Apache-2.0

//! Rule packs.

mod exemption;

use crate::{asset::date, order::Investor, output::reasons, share::count, App, No};
use anyhow::Result;
use cadastre_client::{
	compliance,
	pack::{Pack, READY},
	report,
	time::format_moment,
	Error, View,
};
use cadastre_primitives::{AssetId, Moment, PackId};
use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Publish a rule pack. Signed by its author, who pays the deposit.
	///
	/// The file is JSON, such as
	/// {"rules": [
	///   {"required": {"side": "both", "flags": "kyc+aml"}},
	///   {"forbidden": {"side": "receiver", "flags": "us-person"}},
	///   {"country_allow": {"side": "receiver", "countries": ["CH", "DE"]}},
	///   {"country_deny": {"side": "both", "countries": ["KP"]}},
	///   {"holder_cap": {"max": 200}},
	///   {"ownership_cap": {"max_billionths": 250000000}},
	///   "same_country",
	///   {"country_holder_cap": {"max": 149, "classes": "unclassified+retail", "countries": ["DE"]}},
	///   {"class_holder_cap": {"max": 35, "classes": "retail"}},
	///   {"min_holding": {"side": "both", "min": 10}},
	///   {"max_purchase": {"max": 1000}},
	///   {"lock_up": {"seconds": 31536000, "classes": "all"}},
	///   {"flow_back": {"seconds": 3456000, "flags": "us-person", "countries": ["US"]}},
	///   {"velocity": {"hours": 24, "max": 500}},
	///   {"transfer_window": {"from": 1767225600, "until": 1798761600}},
	///   {"class_pair": {"from": "institutional", "to": "retail"}},
	///   {"cohort": {"cohort": 1}}
	/// ]}
	/// "cross_border" is the opposite of "same_country"; where countries may be left out, all are
	/// meant; classes are unclassified, retail, accredited, professional, institutional, or all.
	#[command(verbatim_doc_comment)]
	Publish {
		/// The file.
		file: PathBuf,
	},
	/// Announce the next version of a rule pack. Signed by its author.
	Amend {
		/// The pack.
		pack: PackId,
		/// The file, written as for `publish`.
		file: PathBuf,
		/// First day on which it is in force.
		#[arg(long, value_name = "DATE", value_parser = date)]
		from: Moment,
	},
	/// Put an announced version that is in force by now in the place of the one before: a movement
	/// then reads less. Signed by anybody, free of charge.
	Enact {
		/// The pack.
		pack: PackId,
	},
	/// Remove a rule pack that no asset follows; its deposit returns. Signed by its author.
	Withdraw {
		/// The pack.
		pack: PackId,
	},
	/// Show the rules of a pack.
	Show {
		/// The pack.
		pack: PackId,
		/// Those of the announced version.
		#[arg(long)]
		upcoming: bool,
	},
	/// Say what the rules on flags and countries have against an investor, as sender and as receiver.
	Check {
		/// An account of the investor, or its number.
		investor: Investor,
		/// The pack.
		#[arg(long, required_unless_present = "file")]
		pack: Option<PackId>,
		/// Under its announced version.
		#[arg(long, requires = "pack")]
		upcoming: bool,
		/// A file, written as for `publish`, that nobody has published.
		#[arg(long, conflicts_with = "pack")]
		file: Option<PathBuf>,
	},
	/// Exempt investors from rules for a time.
	#[command(subcommand)]
	Exemption(exemption::Exemption),
	/// Print a pack that is ready to be published; their names if none is given.
	Ready {
		/// The name.
		name: Option<String>,
	},
	/// Show which holders of an asset its pack would lock out, and why: whatever they would give or
	/// get.
	Impact {
		/// The asset.
		asset: AssetId,
		/// Under the announced version of the pack.
		#[arg(long)]
		upcoming: bool,
	},
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Publish { file } => {
				let pack = Pack::from_file(&file)?;
				let signer = app.signer()?;
				let client = app.client().await?;
				let included = client.send(&compliance::publish_pack(&pack), &signer).await?;
				let event: compliance::events::PackPublished = included.event()?;
				app.out.done(
					&format!("The pack has the id {}", event.pack),
					&included,
					json!({ "pack": event.pack, "digest": event.digest }),
				);
			},
			Self::Amend { pack, file, from } => {
				let rules = Pack::from_file(&file)?;
				let signer = app.signer()?;
				let client = app.client().await?;
				let call = compliance::amend_pack(pack, &rules, from);
				let included = client.send(&call, &signer).await?;
				let event: compliance::events::PackAmended = included.event()?;
				app.out.done(
					&format!(
						"Version {} of pack {pack} will be in force from {} on",
						event.version,
						format_moment(from)
					),
					&included,
					json!({
						"pack": pack,
						"version": event.version,
						"effective_at": from,
						"digest": event.digest,
					}),
				);
			},
			// Always JSON: it is what `publish` reads.
			Self::Ready { name: Some(name) } => {
				println!("{}", serde_json::to_string_pretty(&Pack::ready(&name)?)?);
			},
			Self::Ready { name: None } => {
				app.out.table(["Pack"], READY.iter().map(|(name, _)| [(*name).to_owned()]));
				let names: Vec<_> = READY.iter().map(|(name, _)| *name).collect();
				app.out.json(&json!({ "ready": names }));
			},
			Self::Impact { asset, upcoming } => impact(app, asset, upcoming).await?,
			Self::Enact { pack } => {
				let client = app.client().await?;
				in_force(&client.head().await?, pack).await?;
				let included = client.send(&compliance::enact_pack(pack), &app.signer()?).await?;
				let event: compliance::events::PackEnacted = included.event()?;
				app.out.done(
					&format!("Version {} of pack {pack} is enacted", event.version),
					&included,
					json!({ "pack": pack, "version": event.version }),
				);
			},
			Self::Withdraw { pack } => {
				let client = app.client().await?;
				in_force(&client.head().await?, pack).await?;
				let what = format!("Pack {pack} is removed");
				let value = json!({ "pack": pack });
				app.act(&client, &compliance::withdraw_pack(pack), &what, value).await?;
			},
			Self::Check { investor, pack, upcoming, file } => {
				check(app, investor, pack, upcoming, file).await?;
			},
			Self::Exemption(command) => command.run(app).await?,
			Self::Show { pack, upcoming: true } => {
				let view = app.client().await?.head().await?;
				let (version, rules, from) = view.upcoming_pack(pack).await?.ok_or_else(|| {
					Error::Invalid(format!(
						"no version of pack {pack} is announced that is not in force yet"
					))
				})?;
				app.out.say(format!(
					"Pack {pack}, version {version}, in force from {} on:",
					format_moment(from)
				));
				rules_table(app, &rules);
				app.out.json(&json!({
					"pack": pack,
					"version": version,
					"effective_at": from,
					"rules": rules.rules,
				}));
			},
			Self::Show { pack, upcoming: false } => {
				let view = app.client().await?.head().await?;
				let (version, rules) = in_force(&view, pack).await?;
				app.out.say(format!("Pack {pack}, version {version}:"));
				rules_table(app, &rules);
				app.out.json(&json!({ "pack": pack, "version": version, "rules": rules.rules }));
			},
		}
		Ok(())
	}
}

/// The enacted version of a pack that must be there.
async fn in_force(view: &View, pack: PackId) -> Result<(u32, Pack)> {
	let found = view.pack(pack).await?;
	Ok(found.ok_or_else(|| Error::Invalid(format!("there is no rule pack {pack}")))?)
}

fn rules_table(app: &App, rules: &Pack) {
	app.out.table(
		["Rule", ""],
		(0_u32..).zip(&rules.rules).map(|(place, rule)| {
			let text = serde_json::to_string(rule).unwrap_or_default();
			[place.to_string(), text]
		}),
	);
}

async fn check(
	app: &App,
	investor: Investor,
	pack: Option<PackId>,
	upcoming: bool,
	file: Option<PathBuf>,
) -> Result<()> {
	let rules = file.as_deref().map(Pack::from_file).transpose()?;
	let view = app.client().await?.head().await?;
	let investor = investor.find(&view).await?;
	let failures = match (&rules, pack) {
		(Some(rules), _) => view.rules_report(rules, investor).await?,
		(None, Some(pack)) => {
			in_force(&view, pack).await?;
			view.pack_report(pack, upcoming, investor).await?
		},
		(None, None) => {
			return Err(
				Error::Invalid("name a pack with --pack, or a file with --file".into()).into()
			)
		},
	};
	app.out.json(&json!({
		"block": view.number(),
		"investor": investor,
		"pack": pack,
		"upcoming": upcoming,
		"allowed": failures.is_empty(),
		"reasons": reasons(&failures),
	}));
	if failures.is_empty() {
		app.out.say(format!("These rules have nothing against investor {investor}."));
		return Ok(());
	}
	app.out.report(&failures);
	let counted = count(failures.len(), "reason");
	Err(No(format!("no: {counted} against investor {investor}")).into())
}

async fn impact(app: &App, asset: AssetId, upcoming: bool) -> Result<()> {
	let view = app.client().await?.head().await?;
	view.existing_asset(asset).await?;
	let locked_out = view.locked_out(asset, upcoming).await?;
	app.out.table(
		["Investor", "Side", "Code", "Reason", "Why"],
		locked_out.iter().flat_map(|(investor, failures)| {
			report::lines(failures).into_iter().map(move |line| {
				[investor.to_string(), line.side, line.code.to_string(), line.reason, line.sentence]
			})
		}),
	);
	app.out.say(format!("{} would be locked out.", count(locked_out.len(), "holder")));
	app.out.json(&json!({
		"block": view.number(),
		"asset": asset,
		"upcoming": upcoming,
		"locked_out": locked_out
			.iter()
			.map(|(investor, failures)| {
				json!({ "investor": investor, "reasons": reasons(failures) })
			})
			.collect::<Vec<_>>(),
	}));
	Ok(())
}

// SPDX-License-Identifier: Apache-2.0

//! Sandbox cohorts: a supervisor lets investors and assets do what it watches.

use crate::{
	act::Decider, asset::date, investor::document, motion::Members, order::Investor, share::count,
	App,
};
use anyhow::Result;
use cadastre_client::{
	cohorts::{self, Cohort, Limits},
	compliance::events,
	report::group,
	time::format_moment,
	Account, View,
};
use cadastre_primitives::{AssetId, Balance, CohortId, Moment, PackId};
use clap::{Args, Subcommand};
use serde_json::json;

/// How many entries to remove at a time.
const ENTRIES: u32 = 32;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Create a cohort. By motion of the technical committee.
	///
	/// An asset is in it when the supervisor has stated its value and its rule pack has the rule
	/// {"cohort": {"cohort": ID}}.
	Create {
		/// The account that watches it.
		supervisor: Account,
		#[command(flatten)]
		limits: LimitsArgs,
		#[command(flatten)]
		members: Members,
	},
	/// Suspend a cohort: nothing is issued or transferred in it. Signed by its supervisor.
	Suspend {
		/// The cohort.
		cohort: CohortId,
	},
	/// Let a suspended cohort go on. Signed by its supervisor.
	Resume {
		/// The cohort.
		cohort: CohortId,
	},
	/// End a cohort for good, and show its exit report. Signed by its supervisor, or by motion of the
	/// technical committee; by anybody once it is over.
	End {
		/// The cohort.
		cohort: CohortId,
		#[command(flatten)]
		by: Decider,
	},
	/// Make an investor a member. Signed by the supervisor, who pays the deposit.
	Add {
		/// The cohort.
		cohort: CohortId,
		/// An account of the investor, or its number.
		investor: Investor,
	},
	/// End the membership of an investor. Signed by the supervisor.
	Remove {
		/// The cohort.
		cohort: CohortId,
		/// An account of the investor, or its number.
		investor: Investor,
	},
	/// Let an asset in at a value, or state its value anew. Signed by the supervisor.
	Value {
		/// The cohort.
		cohort: CohortId,
		/// The asset.
		asset: AssetId,
		/// What it is worth, in the unit of the cohort's limit.
		value: Balance,
	},
	/// Take an asset out. Signed by the supervisor.
	TakeOut {
		/// The cohort.
		cohort: CohortId,
		/// The asset.
		asset: AssetId,
	},
	/// Take an asset out because the rules that it follows do without a cohort by now. Signed by the
	/// supervisor.
	Graduate {
		/// The cohort.
		cohort: CohortId,
		/// The asset.
		asset: AssetId,
		/// The pack that it follows.
		#[arg(long)]
		pack: PackId,
		/// The supervisor's report: a file, or 0x and its digest.
		#[arg(long, value_name = "DOCUMENT", value_parser = document)]
		report: [u8; 32],
	},
	/// Remove what is left of an ended cohort; the supervisor gets its deposits back. Signed by
	/// anybody.
	Prune {
		/// The cohort.
		cohort: CohortId,
	},
	/// Show a cohort: limits, counters, members and assets. It is the exit report once it is over.
	Show {
		/// The cohort.
		cohort: CohortId,
	},
	/// Show all cohorts.
	List,
}

/// The limits of a cohort, every one inclusive.
#[derive(Debug, Args)]
pub(crate) struct LimitsArgs {
	/// The most investors.
	#[arg(long)]
	investors: u32,
	/// The most assets.
	#[arg(long)]
	assets: u32,
	/// The most units that are issued and transferred in all.
	#[arg(long)]
	volume: Balance,
	/// The most that all assets together are worth, in a unit of the supervisor's choice.
	#[arg(long)]
	value: Balance,
	/// First day on which it is open; today if left out.
	#[arg(long, value_name = "DATE", value_parser = date)]
	from: Option<Moment>,
	/// First day on which it is open no more.
	#[arg(long, value_name = "DATE", value_parser = date)]
	until: Moment,
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Create { supervisor, limits, members } => {
				let LimitsArgs { investors, assets, volume, value, from, until } = limits;
				let from = match from {
					Some(from) => from,
					None => view.now().await?,
				};
				let limits = Limits { investors, assets, volume, value, from, until };
				let call = cohorts::create(&supervisor, limits);
				let Some(included) = members.carried(app, &client, &call).await? else {
					return Ok(());
				};
				let event: events::CohortCreated = included.event()?;
				let cohort = event.cohort;
				app.out.done(
					&format!(
						"Cohort {cohort} is open from {} to {}; {supervisor} watches it",
						format_moment(from),
						format_moment(until)
					),
					&included,
					json!({
						"carried": true,
						"cohort": cohort,
						"supervisor": supervisor,
						"limits": limits,
					}),
				);
				Ok(())
			},
			Self::Suspend { cohort } => {
				view.existing_cohort(cohort).await?;
				let what = format!("Cohort {cohort} is suspended");
				let value = json!({ "cohort": cohort });
				app.act(&client, &cohorts::suspend(cohort), &what, value).await
			},
			Self::Resume { cohort } => {
				view.existing_cohort(cohort).await?;
				let what = format!("Cohort {cohort} goes on");
				let value = json!({ "cohort": cohort });
				app.act(&client, &cohorts::resume(cohort), &what, value).await
			},
			Self::End { cohort, by } => {
				let report = view.existing_cohort(cohort).await?;
				let what = format!(
					"Cohort {cohort} is ended after {} of {} units",
					count(usize::try_from(report.movements).unwrap_or(usize::MAX), "movement"),
					group(report.volume)
				);
				let value = json!({ "cohort": cohort, "report": report });
				by.act(app, &client, &cohorts::end(cohort), &what, value).await
			},
			Self::Add { cohort, investor } => {
				view.existing_cohort(cohort).await?;
				let investor = investor.find(&view).await?;
				let what = format!("Investor {investor} is a member of cohort {cohort}");
				let value = json!({ "cohort": cohort, "investor": investor });
				app.act(&client, &cohorts::add_member(cohort, investor), &what, value).await
			},
			Self::Remove { cohort, investor } => {
				view.existing_cohort(cohort).await?;
				let investor = investor.find(&view).await?;
				let what = format!("Investor {investor} is a member of cohort {cohort} no more");
				let value = json!({ "cohort": cohort, "investor": investor });
				app.act(&client, &cohorts::remove_member(cohort, investor), &what, value).await
			},
			Self::Value { cohort, asset, value: worth } => {
				view.existing_cohort(cohort).await?;
				view.existing_asset(asset).await?;
				let what = format!("Asset {asset} is in cohort {cohort} at {}", group(worth));
				let value = json!({ "cohort": cohort, "asset": asset, "value": worth.to_string() });
				let call = cohorts::set_asset_value(cohort, asset, worth);
				app.act(&client, &call, &what, value).await
			},
			Self::TakeOut { cohort, asset } => {
				view.existing_cohort(cohort).await?;
				let what = format!("Asset {asset} is in cohort {cohort} no more");
				let value = json!({ "cohort": cohort, "asset": asset });
				app.act(&client, &cohorts::remove_asset(cohort, asset), &what, value).await
			},
			Self::Graduate { cohort, asset, pack, report } => {
				view.existing_cohort(cohort).await?;
				let what = format!("Asset {asset} has left cohort {cohort} for pack {pack}");
				let value = json!({ "cohort": cohort, "asset": asset, "pack": pack });
				let call = cohorts::graduate(cohort, asset, pack, report);
				app.act(&client, &call, &what, value).await
			},
			Self::Prune { cohort } => {
				view.existing_cohort(cohort).await?;
				loop {
					let included =
						client.send(&cohorts::prune(cohort, ENTRIES), &app.signer()?).await?;
					let event: events::CohortPruned = included.event()?;
					if event.removed {
						let what = format!("Nothing is left of cohort {cohort}");
						app.out.done(&what, &included, json!({ "cohort": cohort }));
						return Ok(());
					}
				}
			},
			Self::Show { cohort } => show(app, &view, &view.existing_cohort(cohort).await?).await,
			Self::List => {
				let cohorts = view.cohorts().await?;
				let now = view.now().await?;
				app.out.table(
					["Cohort", "Supervisor", "State", "Until", "Investors", "Assets", "Volume"],
					cohorts.iter().map(|cohort| {
						[
							cohort.cohort.to_string(),
							cohort.supervisor.short(),
							cohort.standing(now).to_owned(),
							format_moment(cohort.limits.until),
							of(cohort.investors.into(), cohort.limits.investors.into()),
							of(cohort.assets.into(), cohort.limits.assets.into()),
							of(cohort.volume, cohort.limits.volume),
						]
					}),
				);
				app.out.json(&json!({ "block": view.number(), "cohorts": cohorts }));
				Ok(())
			},
		}
	}
}

/// How much of a limit is used up.
fn of(used: Balance, limit: Balance) -> String {
	format!("{} of {}", group(used), group(limit))
}

async fn show(app: &App, view: &View, cohort: &Cohort) -> Result<()> {
	let Cohort { cohort: id, limits, .. } = *cohort;
	let members = view.cohort_members(id).await?;
	let assets = view.cohort_assets(id).await?;
	let state = cohort.standing(view.now().await?);
	let pair = |name: &str, value: String| [name.to_owned(), value];
	let list = |ids: Vec<String>| if ids.is_empty() { "none".to_owned() } else { ids.join(", ") };
	app.out.table(
		["", ""],
		[
			pair("Cohort", id.to_string()),
			pair("Supervisor", cohort.supervisor.to_string()),
			pair("State", state.to_owned()),
			pair(
				"Open",
				format!("from {} to {}", format_moment(limits.from), format_moment(limits.until)),
			),
			pair("Ended", cohort.ended_at.map(format_moment).unwrap_or_default()),
			pair("Investors", of(cohort.investors.into(), limits.investors.into())),
			pair("Which", list(members.iter().map(ToString::to_string).collect())),
			pair("Assets", of(cohort.assets.into(), limits.assets.into())),
			pair(
				"Which, at what",
				list(
					assets
						.iter()
						.map(|(asset, value)| format!("{asset} at {}", group(*value)))
						.collect(),
				),
			),
			pair("Worth in all", of(cohort.value, limits.value)),
			pair("Units moved", of(cohort.volume, limits.volume)),
			pair("Issues and transfers", group(cohort.movements.into())),
			pair("Graduated", cohort.graduated.to_string()),
		],
	);
	app.out.json(&json!({
		"block": view.number(),
		"state": state,
		"cohort": cohort,
		"members": members,
		"assets": assets
			.iter()
			.map(|(asset, value)| json!({ "asset": asset, "value": value.to_string() }))
			.collect::<Vec<_>>(),
	}));
	Ok(())
}

// SPDX-License-Identifier: Apache-2.0

//! Investors: admission, claims, blocks.

use crate::{asset::date, motion::Members, share::count, App, No};
use anyhow::Result;
use cadastre_client::{
	api, compliance,
	input::{self, Defect, InvestorRow},
	pack::parse_country,
	report::{country_code, flag_names, parse_flags},
	time::format_moment,
	Account, Client, Error, Signer, View,
};
use cadastre_primitives::{Claims, CountryCode, Flags, InvestorId, Key, Moment};
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::{Path, PathBuf};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Admit one investor, or all of a CSV file. Signed by a listed provider.
	///
	/// The columns of the file are account, residence, flags and valid_until, and if wanted
	/// tax_residence and valid_from. All rows are checked first, and then all are admitted or none.
	Admit(Admit),
	/// Show what the chain knows of an account.
	Show {
		/// An account of the investor.
		account: Account,
	},
	/// State an investor's claims anew. Signed by its provider.
	Renew {
		/// An account of the investor.
		account: Account,
		#[command(flatten)]
		claims: Changes,
	},
	/// Erase an investor's keys and claims. Signed by its provider.
	Revoke {
		/// An account of the investor.
		account: Account,
	},
	/// Block an investor. By motion of the technical committee.
	Block {
		/// An account of the investor.
		account: Account,
		#[command(flatten)]
		members: Members,
	},
	/// End the block of an investor. By motion of the technical committee.
	Unblock {
		/// An account of the investor.
		account: Account,
		#[command(flatten)]
		members: Members,
	},
	/// Leave: erase one's own investor, with keys, claims and offers. Signed by a key that manages
	/// keys and does not expire.
	///
	/// Shares that stay are reached by an order under due process only: nothing is sent while there
	/// are any.
	Leave {
		/// Leave although shares stay behind.
		#[arg(long)]
		abandon_shares: bool,
	},
	/// Say if an account is on the deny list of the chain, and since when.
	Denied {
		/// The account.
		account: Account,
	},
	/// Put an account on the deny list, which blocks its investor. By motion of the technical
	/// committee.
	Deny {
		/// The account.
		account: Account,
		/// The document that says why: a file, or 0x and its digest.
		#[arg(long, value_name = "DOCUMENT", value_parser = document)]
		reason: [u8; 32],
		#[command(flatten)]
		members: Members,
	},
	/// Take an account off the deny list; its investor stays blocked. By motion of the technical
	/// committee.
	Lift {
		/// The account.
		account: Account,
		/// The document that says why: a file, or 0x and its digest.
		#[arg(long, value_name = "DOCUMENT", value_parser = document)]
		reason: [u8; 32],
		#[command(flatten)]
		members: Members,
	},
}

#[derive(Debug, Args)]
pub(crate) struct Admit {
	/// File of investors.
	#[arg(long, value_name = "FILE", required_unless_present = "account")]
	csv: Option<PathBuf>,
	/// Send the rows that can be used even if others cannot, one by one.
	#[arg(long = "continue", requires = "csv")]
	despite: bool,
	/// The account of one investor.
	#[arg(conflicts_with = "csv", requires_all = ["residence", "flags", "until"])]
	account: Option<Account>,
	#[command(flatten)]
	claims: Changes,
}

#[derive(Debug, Args)]
pub(crate) struct Changes {
	/// Country of residence, such as CH.
	#[arg(long, value_name = "CODE", value_parser = country)]
	residence: Option<CountryCode>,
	/// Country of tax residence; that of residence if left out.
	#[arg(long, value_name = "CODE", value_parser = country)]
	tax_residence: Option<CountryCode>,
	/// What was verified and the class, such as kyc+aml+retail.
	#[arg(long, value_parser = flags)]
	flags: Option<Flags>,
	/// First day on which the statement holds; at once if left out.
	#[arg(long, value_name = "DATE", value_parser = date)]
	from: Option<Moment>,
	/// First day on which it holds no more.
	#[arg(long, value_name = "DATE", value_parser = date)]
	until: Option<Moment>,
}

pub(crate) fn country(text: &str) -> Result<CountryCode, String> {
	parse_country(text)
		.ok_or_else(|| "give a code of ISO 3166-1 in two capitals, such as CH".to_owned())
}

/// The digest of a document.
pub(crate) fn document(text: &str) -> Result<[u8; 32], String> {
	input::parse_document(text, Path::new(""))
}

pub(crate) fn flags(text: &str) -> Result<Flags, String> {
	parse_flags(text).ok_or_else(|| {
		"join by + some of kyc, aml, retail, accredited, professional, institutional, pep, us-person"
			.to_owned()
	})
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Admit(admit) => admit.run(app).await,
			Self::Show { account } => show(app, &account).await,
			Self::Renew { account, claims } => renew(app, &account, &claims).await,
			Self::Revoke { account } => {
				let signer = app.signer()?;
				let client = app.client().await?;
				let key = key(&client.head().await?, &account).await?;
				let included = client.send(&compliance::revoke(key.investor), &signer).await?;
				app.out.done(
					&format!("Investor {} is revoked", key.investor),
					&included,
					json!({ "investor": key.investor }),
				);
				Ok(())
			},
			Self::Block { account, members } => {
				let client = app.client().await?;
				let key = key(&client.head().await?, &account).await?;
				let what = format!("Investor {} is blocked", key.investor);
				members.decide(app, &client, &compliance::block(key.investor), &what).await
			},
			Self::Unblock { account, members } => {
				let client = app.client().await?;
				let key = key(&client.head().await?, &account).await?;
				let what = format!("Investor {} is blocked no more", key.investor);
				members.decide(app, &client, &compliance::unblock(key.investor), &what).await
			},
			Self::Leave { abandon_shares } => leave(app, abandon_shares).await,
			Self::Denied { account } => {
				let view = app.client().await?.head().await?;
				let denial = view.denial(&account).await?;
				app.out.say(match &denial {
					None => format!("{account} is not on the deny list."),
					Some(denial) => format!(
						"{account} is on the deny list since {}, as {:?} says.",
						format_moment(denial.since),
						denial.reason
					),
				});
				app.out.json(&json!({
					"block": view.number(),
					"account": account,
					"denial": denial,
				}));
				Ok(())
			},
			Self::Deny { account, reason, members } => {
				let client = app.client().await?;
				let what = format!("{account} is on the deny list");
				members.decide(app, &client, &compliance::deny(&account, reason), &what).await
			},
			Self::Lift { account, reason, members } => {
				let client = app.client().await?;
				let what = format!("{account} is on the deny list no more");
				let call = compliance::lift_denial(&account, reason);
				members.decide(app, &client, &call, &what).await
			},
		}
	}
}

impl Admit {
	async fn run(self, app: &App) -> Result<()> {
		let signer = app.signer()?;
		let client = app.client().await?;
		let view = client.head().await?;
		let now = view.now().await?;
		let Some(file) = &self.csv else {
			return self.admit_one(app, &client, &signer, now).await;
		};
		let mut rows = input::investors(file, now)?;
		// What the chain would refuse is found before anything is sent.
		let mut admitted = Vec::new();
		for row in std::mem::take(&mut rows.good) {
			match obstacle(&view, file, &row).await? {
				Some(defect) => rows.defects.push(defect),
				None => admitted.push(row),
			}
		}
		rows.good = admitted;
		rows.defects.sort_by_key(|defect| defect.line);
		let (good, skipped) = rows.accept(self.despite)?;
		if self.despite {
			admit_each(app, &client, &signer, good, skipped).await
		} else {
			admit_all(app, &client, &signer, good).await
		}
	}

	async fn admit_one(
		&self,
		app: &App,
		client: &Client,
		signer: &Signer,
		now: Moment,
	) -> Result<()> {
		let (Some(account), Some(residence), Some(flags), Some(valid_until)) =
			(&self.account, self.claims.residence, self.claims.flags, self.claims.until)
		else {
			return Err(Error::Invalid(
				"give an account with --residence, --flags and --until, or a file with --csv"
					.into(),
			)
			.into());
		};
		let claims = Claims {
			residence,
			tax_residence: self.claims.tax_residence.unwrap_or(residence),
			flags,
			valid_from: self.claims.from.unwrap_or(now),
			valid_until,
		};
		let included = client.send(&compliance::admit(account, claims), signer).await?;
		let event: compliance::events::InvestorAdmitted = included.event()?;
		app.out.done(
			&format!("{account} is the first key of investor {}", event.investor),
			&included,
			json!({ "investor": event.investor, "account": account }),
		);
		Ok(())
	}
}

/// Why the chain would not admit an investor, if the reason is in its account.
async fn obstacle(view: &View, file: &Path, row: &InvestorRow) -> Result<Option<Defect>> {
	let problem = if let Some(key) = view.key(&row.account).await? {
		format!("is a key of investor {} already", key.investor)
	} else if let Some(provider) = view.provider_of(&row.account).await? {
		format!("is the account of provider {provider}, which attests of others only")
	} else {
		return Ok(None);
	};
	Ok(Some(Defect {
		file: file.to_owned(),
		line: row.line,
		column: "account".to_owned(),
		problem,
	}))
}

/// Admits all investors in one transaction, or none.
async fn admit_all(
	app: &App,
	client: &Client,
	signer: &Signer,
	rows: Vec<InvestorRow>,
) -> Result<()> {
	let view = client.head().await?;
	let calls = rows
		.iter()
		.map(|row| view.inner_call(&compliance::admit(&row.account, row.claims)))
		.collect::<Result<Vec<_>, _>>()?;
	let bar = app.out.progress(rows.len(), "admitting");
	let sent = client.send(&api::tx().utility().batch_all(calls), signer).await;
	bar.finish_and_clear();
	let included = sent?;
	let events: Vec<compliance::events::InvestorAdmitted> = included.events()?;
	let investors: Vec<_> =
		events.into_iter().map(|event| (event.investor, Account::from(event.account))).collect();
	table(app, &investors);
	app.out.done(
		&format!("{} admitted", count(investors.len(), "investor")),
		&included,
		json!({
			"admitted": investors
				.iter()
				.map(|(investor, account)| json!({ "investor": investor, "account": account }))
				.collect::<Vec<_>>(),
		}),
	);
	Ok(())
}

/// Admits investors one by one, and names those that were not.
async fn admit_each(
	app: &App,
	client: &Client,
	signer: &Signer,
	rows: Vec<InvestorRow>,
	skipped: Vec<Defect>,
) -> Result<()> {
	let mut queue = client.queue().await?;
	for row in &rows {
		queue.push(&compliance::admit(&row.account, row.claims), signer).await?;
	}
	let bar = app.out.progress(rows.len(), "admitting");
	let outcomes = queue.submit(|done| bar.inc(done)).await;
	bar.finish_and_clear();

	let mut admitted = Vec::new();
	let mut refused: Vec<(u64, String)> =
		skipped.iter().map(|defect| (defect.line, defect.to_string())).collect();
	for (row, outcome) in rows.iter().zip(outcomes?) {
		match outcome.and_then(|included| {
			included.success()?.event::<compliance::events::InvestorAdmitted>()
		}) {
			Ok(event) => admitted.push((event.investor, Account::from(event.account))),
			Err(error) => refused.push((row.line, format!("line {}: {error}", row.line))),
		}
	}
	refused.sort();
	table(app, &admitted);
	for (_, text) in &refused {
		app.out.say(text);
	}
	app.out.say(format!("{} admitted, {} not.", admitted.len(), refused.len()));
	app.out.json(&json!({
		"admitted": admitted
			.iter()
			.map(|(investor, account)| json!({ "investor": investor, "account": account }))
			.collect::<Vec<_>>(),
		"not_admitted": refused
			.iter()
			.map(|(line, reason)| json!({ "line": line, "reason": reason }))
			.collect::<Vec<_>>(),
	}));
	if refused.is_empty() {
		Ok(())
	} else {
		Err(No(format!("{} could not be admitted", count(refused.len(), "row"))).into())
	}
}

fn table(app: &App, investors: &[(InvestorId, Account)]) {
	app.out.table(
		["Investor", "Account"],
		investors.iter().map(|(investor, account)| [investor.to_string(), account.to_string()]),
	);
}

async fn renew(app: &App, account: &Account, changes: &Changes) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	let key = key(&view, account).await?;
	let word = key.eligibility;
	let known = |country: cadastre_primitives::Country| country.code();
	let residence = changes.residence.or(known(word.residence));
	let (Some(residence), Some(valid_until)) = (residence, changes.until) else {
		return Err(Error::Invalid(
			"give with --until the first day on which the statement holds no more".to_owned(),
		)
		.into());
	};
	let claims = Claims {
		residence,
		tax_residence: changes.tax_residence.or(known(word.tax_residence)).unwrap_or(residence),
		flags: changes.flags.unwrap_or(word.flags),
		valid_from: match changes.from {
			Some(from) => from,
			None => view.now().await?,
		},
		valid_until,
	};
	let included = client.send(&compliance::renew(key.investor, claims), &signer).await?;
	app.out.done(
		&format!(
			"The claims of investor {} hold until {}",
			key.investor,
			format_moment(valid_until)
		),
		&included,
		json!({ "investor": key.investor, "valid_until": valid_until }),
	);
	Ok(())
}

async fn leave(app: &App, abandon_shares: bool) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	let investor = key(&view, signer.account()).await?.investor;
	let left = view.portfolio(investor).await?;
	if !left.is_empty() && !abandon_shares {
		return Err(Error::Invalid(format!(
			"investor {investor} has shares of {}, which nobody could move any more; transfer or redeem \
			 them first, or pass --abandon-shares",
			count(left.len(), "asset")
		))
		.into());
	}
	let what = format!("Investor {investor} is erased: its number is never given again");
	let value = json!({ "investor": investor, "abandoned": left.len() });
	app.act(&client, &compliance::leave(), &what, value).await
}

async fn show(app: &App, account: &Account) -> Result<()> {
	let view = app.client().await?.head().await?;
	let key = key(&view, account).await?;
	let word = key.eligibility;
	let keys = view.investor_keys(key.investor).await?.unwrap_or_default();
	let provider =
		view.providers().await?.into_iter().find(|provider| provider.provider == word.provider);
	let listed = provider.as_ref().is_some_and(|provider| provider.listed);
	let pair = |name: &str, value: String| [name.to_owned(), value];
	app.out.table(
		["", ""],
		[
			pair("Investor", key.investor.to_string()),
			pair("Keys", keys.iter().map(Account::to_string).collect::<Vec<_>>().join("\n")),
			pair("Residence", country_code(word.residence)),
			pair("Tax residence", country_code(word.tax_residence)),
			pair("Flags", flag_names(word.flags)),
			pair("Valid from", format_moment(word.valid_from)),
			pair("Valid until", format_moment(word.valid_until)),
			pair(
				"Provider",
				format!("{} ({})", word.provider, if listed { "listed" } else { "not listed" }),
			),
			pair("Blocked", if word.blocked { "yes" } else { "no" }.to_owned()),
			pair(
				"This key expires",
				key.expires_at.map_or_else(|| "never".to_owned(), format_moment),
			),
		],
	);
	app.out.json(&json!({
		"block": view.number(),
		"account": account,
		"investor": key.investor,
		"keys": keys,
		"residence": country_code(word.residence),
		"tax_residence": country_code(word.tax_residence),
		"flags": flag_names(word.flags),
		"valid_from": word.valid_from,
		"valid_until": word.valid_until,
		"provider": word.provider,
		"provider_listed": listed,
		"blocked": word.blocked,
		"expires_at": key.expires_at,
	}));
	Ok(())
}

async fn key(view: &View, account: &Account) -> Result<Key> {
	Ok(view.key(account).await?.ok_or_else(|| Error::UnknownAccount(Box::new(account.clone())))?)
}

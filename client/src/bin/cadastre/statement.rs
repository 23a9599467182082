// SPDX-License-Identifier: Apache-2.0

//! Statements that a provider signs off chain and the investor submits.

use crate::{
	asset::date,
	investor::{country, flags},
	App,
};
use anyhow::Result;
use cadastre_client::{
	compliance::events,
	report::flag_names,
	statements::{self, Scheme, Statement, StatementKey, Subject},
	time::format_moment,
	Account, Error, View,
};
use cadastre_primitives::{Claims, CountryCode, Flags, Moment, ProviderId};
use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;
use std::{
	io::Read,
	path::{Path, PathBuf},
};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Show the account of the key that signs statements, for `cadastre provider signer`. Asks no
	/// node.
	Key {
		/// How the key signs.
		#[arg(long, value_enum, default_value = "sr25519")]
		scheme: SchemeName,
	},
	/// Write down what a provider would state, as JSON that `sign` reads. Signs nothing.
	Prepare(Box<Prepare>),
	/// Sign a statement, and write it down with its signature. Asks no node: the key never leaves
	/// this machine.
	Sign {
		/// The statement as `prepare` wrote it: a file, or - for standard input.
		file: PathBuf,
		/// How the key signs.
		#[arg(long, value_enum, default_value = "sr25519")]
		scheme: SchemeName,
	},
	/// Submit a statement about oneself. Signed by the account that becomes the first key, or for a
	/// renewal by a key of the investor.
	Submit {
		/// The statement as `sign` wrote it: a file, or - for standard input.
		file: PathBuf,
	},
	/// Remove what voids old statements about accounts such as this one, once all have expired.
	/// Signed by anybody.
	LowerBar {
		/// An account that was a key.
		account: Account,
	},
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SchemeName {
	/// As accounts of the chain.
	Sr25519,
	/// As hardware and cloud keystores.
	Ed25519,
	/// Over secp256k1.
	Ecdsa,
}

impl From<SchemeName> for Scheme {
	fn from(name: SchemeName) -> Self {
		match name {
			SchemeName::Sr25519 => Self::Sr25519,
			SchemeName::Ed25519 => Self::Ed25519,
			SchemeName::Ecdsa => Self::Ecdsa,
		}
	}
}

#[derive(Debug, Args)]
pub(crate) struct Prepare {
	/// The account of whom it speaks: a new investor's first key, or a key of an investor, whose
	/// claims are then stated anew.
	account: Account,
	/// The provider's slot.
	#[arg(long, value_name = "SLOT")]
	provider: ProviderId,
	/// Country of residence, such as CH.
	#[arg(long, value_name = "CODE", value_parser = country)]
	residence: CountryCode,
	/// Country of tax residence; that of residence if left out.
	#[arg(long, value_name = "CODE", value_parser = country)]
	tax_residence: Option<CountryCode>,
	/// What was verified and the class, such as kyc+aml+retail.
	#[arg(long, value_parser = flags)]
	flags: Flags,
	/// First day on which the claims hold; at once if left out.
	#[arg(long, value_name = "DATE", value_parser = date)]
	from: Option<Moment>,
	/// First day on which they hold no more.
	#[arg(long, value_name = "DATE", value_parser = date)]
	until: Moment,
	/// For how many days it can be submitted, at most 30.
	#[arg(long, value_name = "NUMBER", default_value_t = 7,
		value_parser = clap::value_parser!(u64).range(1..=30))]
	days: u64,
}

/// Seconds in a day.
const DAY: Moment = 24 * 60 * 60;

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Key { scheme } => {
				let key = StatementKey::new(&app.secret()?, scheme.into())?;
				app.out.say(key.account().to_string());
				app.out.json(&json!({
					"scheme": Scheme::from(scheme),
					"account": key.account(),
				}));
				Ok(())
			},
			Self::Prepare(prepare) => prepare.run(app).await,
			Self::Sign { file, scheme } => {
				let key = StatementKey::new(&app.secret()?, scheme.into())?;
				let statement = read(&file)?;
				tell(&statement);
				println!("{}", statement.sign(&key).write());
				Ok(())
			},
			Self::Submit { file } => submit(app, &read(&file)?).await,
			Self::LowerBar { account } => {
				let bucket = statements::bucket(&account);
				let client = app.client().await?;
				if client.head().await?.bar(bucket).await?.is_none() {
					return Err(Error::Invalid(format!(
						"no statement is void because of an account such as {account}; there is no bar \
						 to lower"
					))
					.into());
				}
				let what = format!("Nothing voids statements about accounts such as {account}");
				let value = json!({ "account": account, "bucket": bucket });
				app.act(&client, &statements::lower_bar(bucket), &what, value).await
			},
		}
	}
}

impl Prepare {
	// Always JSON: it is what `sign` reads.
	async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		let subject = match view.key(&self.account).await? {
			Some(key) => Subject::Investor(key.investor),
			None => Subject::Account(self.account.clone()),
		};
		let claims = Claims {
			residence: self.residence,
			tax_residence: self.tax_residence.unwrap_or(self.residence),
			flags: self.flags,
			valid_from: match self.from {
				Some(from) => from,
				None => view.now().await?,
			},
			valid_until: self.until,
		};
		let seconds = self.days.saturating_mul(DAY);
		let statement =
			view.statement(client.genesis(), self.provider, subject, claims, seconds).await?;
		println!("{}", statement.write());
		Ok(())
	}
}

/// Reads a statement from a file or from standard input.
fn read(file: &Path) -> Result<Statement> {
	let unreadable = |error: std::io::Error| {
		Error::Invalid(format!("the statement {} cannot be read: {error}", file.display()))
	};
	let text = if file == Path::new("-") {
		let mut text = String::new();
		std::io::stdin().read_to_string(&mut text).map(|_| text)
	} else {
		std::fs::read_to_string(file)
	};
	Ok(Statement::read(&text.map_err(unreadable)?)?)
}

/// Of whom a statement speaks, in words.
fn whom(subject: &Subject) -> String {
	match subject {
		Subject::Account(account) => format!("{account}, a new investor"),
		Subject::Investor(investor) => format!("investor {investor}"),
	}
}

/// Says on standard error what is about to be signed: the answer is the signed statement.
fn tell(statement: &Statement) {
	let country = |code: &CountryCode| String::from_utf8_lossy(code).into_owned();
	eprintln!(
		"Provider {} states of {}: resident in {}, for tax in {}; {}; from {} to {}.",
		statement.provider,
		whom(&statement.subject),
		country(&statement.residence),
		country(&statement.tax_residence),
		flag_names(statement.flags),
		format_moment(statement.valid_from),
		format_moment(statement.valid_until),
	);
	eprintln!("It can be submitted until {}.", format_moment(statement.expires_at));
}

/// Why the chain would not take a statement, as far as the statement itself shows.
async fn obstacle(
	view: &View,
	genesis: subxt::utils::H256,
	statement: &Statement,
	by: &Account,
) -> Result<Option<String>> {
	if statement.genesis != genesis {
		return Ok(Some("it was signed for another chain".to_owned()));
	}
	let provider = view.existing_provider(statement.provider).await?;
	if provider.signer != statement.signature.as_ref().map(|signature| signature.signer.clone()) {
		return Ok(Some(format!(
			"it is not signed by the one who signs for provider {}; ask it for another one",
			statement.provider
		)));
	}
	if statement.expires_at <= view.now().await? {
		let end = format_moment(statement.expires_at);
		return Ok(Some(format!("it could be submitted until {end}; ask for another one")));
	}
	let key = view.key(by).await?;
	Ok(match (&statement.subject, key) {
		(Subject::Account(account), _) if account != by => {
			Some(format!("it speaks of {account}, who has to sign the transaction"))
		},
		(Subject::Account(_), Some(key)) => {
			Some(format!("the account is a key of investor {} already", key.investor))
		},
		(Subject::Investor(investor), key)
			if key.as_ref().is_none_or(|key| key.investor != *investor) =>
		{
			Some(format!("it speaks of investor {investor}, of whom {by} is no key"))
		},
		_ => None,
	})
}

async fn submit(app: &App, statement: &Statement) -> Result<()> {
	let signer = app.signer()?;
	statement.checked_signature()?;
	let client = app.client().await?;
	let view = client.head().await?;
	let account = signer.account();
	if let Some(reason) = obstacle(&view, client.genesis(), statement, account).await? {
		return Err(
			Error::Invalid(format!("the chain would refuse the statement: {reason}")).into()
		);
	}
	let until = statement.valid_until;
	let (investor, included) = match &statement.subject {
		Subject::Account(_) => {
			let included = client.send(&statements::admit(statement)?, &signer).await?;
			let event: events::InvestorAdmitted = included.event()?;
			(event.investor, included)
		},
		Subject::Investor(_) => {
			let included = client.send(&statements::renew(statement)?, &signer).await?;
			let event: events::InvestorRenewed = included.event()?;
			(event.investor, included)
		},
	};
	app.out.done(
		&format!(
			"What provider {} states of investor {investor} holds until {}",
			statement.provider,
			format_moment(until)
		),
		&included,
		json!({
			"investor": investor,
			"account": account,
			"provider": statement.provider,
			"valid_until": until,
		}),
	);
	Ok(())
}

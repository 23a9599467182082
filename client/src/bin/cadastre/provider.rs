// SPDX-License-Identifier: Apache-2.0

//! Providers: the technical committee appoints, bounds, suspends and de-lists them.

use crate::{asset::date, investor::flags, motion::Members, App};
use anyhow::Result;
use cadastre_client::{
	compliance::{self, Terms},
	pack::parse_country,
	time::format_moment,
	Account, Error,
};
use cadastre_primitives::{CountrySet, Flags, Moment, ProviderId};
use clap::{Args, Subcommand};
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Show the providers.
	List,
	/// Appoint a provider. By motion of the technical committee.
	///
	/// What is left out of its terms is not bounded.
	Appoint {
		/// The account that will sign its statements.
		account: Account,
		#[command(flatten)]
		terms: TermsArgs,
		#[command(flatten)]
		members: Members,
	},
	/// Set what a provider may state from now on. By motion of the technical committee.
	///
	/// What is left out stays as it is.
	Terms {
		/// The provider's slot.
		provider: ProviderId,
		#[command(flatten)]
		terms: TermsArgs,
		#[command(flatten)]
		members: Members,
	},
	/// Suspend a provider: what it stated from a day on does not count. By motion of the technical
	/// committee.
	Suspend {
		/// The provider's slot.
		provider: ProviderId,
		/// The first day whose statements do not count.
		#[arg(long, value_name = "DATE", value_parser = date)]
		since: Moment,
		#[command(flatten)]
		members: Members,
	},
	/// End the suspension of a provider: its statements count again. By motion of the technical
	/// committee.
	Reinstate {
		/// The provider's slot.
		provider: ProviderId,
		/// What did not count in the meantime stays void until it is stated anew.
		#[arg(long)]
		void: bool,
		#[command(flatten)]
		members: Members,
	},
	/// De-list a provider: its investors can only redeem, at once. By motion of the technical
	/// committee.
	Delist {
		/// The provider's slot.
		provider: ProviderId,
		#[command(flatten)]
		members: Members,
	},
	/// List a provider again. By motion of the technical committee.
	Relist {
		/// The provider's slot.
		provider: ProviderId,
		#[command(flatten)]
		members: Members,
	},
}

/// What a provider may state.
#[derive(Debug, Args)]
pub(crate) struct TermsArgs {
	/// Of residents of which countries, such as CH+DE.
	#[arg(long, value_name = "CODES", value_parser = countries)]
	countries: Option<CountrySet>,
	/// Which flags, such as kyc+aml+retail.
	#[arg(long, value_parser = flags)]
	flags: Option<Flags>,
	/// How many admissions and renewals a day.
	#[arg(long, value_name = "NUMBER")]
	daily: Option<u32>,
}

impl TermsArgs {
	/// These, and for what is left out those.
	fn or(&self, terms: Terms) -> Terms {
		Terms {
			countries: self.countries.unwrap_or(terms.countries),
			flags: self.flags.unwrap_or(terms.flags),
			daily: self.daily.unwrap_or(terms.daily),
		}
	}
}

fn countries(text: &str) -> Result<CountrySet, String> {
	let codes = text.split('+').map(|code| parse_country(code.trim()));
	codes
		.collect::<Option<Vec<_>>>()
		.and_then(CountrySet::from_codes)
		.ok_or_else(|| "join by + codes of ISO 3166-1 in two capitals, such as CH+DE".to_owned())
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		match self {
			Self::List => {
				let view = client.head().await?;
				let providers = view.providers().await?;
				app.out.table(
					["Slot", "Account", "Listed", "Since"],
					providers.iter().map(|provider| {
						[
							provider.provider.to_string(),
							provider.account.to_string(),
							if provider.listed { "yes" } else { "no" }.to_owned(),
							format_moment(provider.appointed_at),
						]
					}),
				);
				app.out.json(&json!({ "block": view.number(), "providers": providers }));
				Ok(())
			},
			Self::Appoint { account, terms, members } => {
				let what = format!("{account} is a provider");
				let call = compliance::appoint_provider(&account, terms.or(Terms::WIDEST));
				members.decide(app, &client, &call, &what).await
			},
			Self::Terms { provider, terms, members } => {
				let what = format!("Provider {provider} has other terms");
				let old = client.head().await?.terms(provider).await?;
				let old = old.ok_or_else(|| {
					Error::Invalid(format!("there is no provider in slot {provider}"))
				})?;
				let call = compliance::set_provider_terms(provider, terms.or(old));
				members.decide(app, &client, &call, &what).await
			},
			Self::Suspend { provider, since, members } => {
				let what = format!(
					"Provider {provider} is suspended; what it stated from {} on does not count",
					format_moment(since)
				);
				let call = compliance::suspend_provider(provider, since);
				members.decide(app, &client, &call, &what).await
			},
			Self::Reinstate { provider, void, members } => {
				let rest = if void { "what did not count stays void" } else { "all counts again" };
				let what = format!("Provider {provider} is reinstated; {rest}");
				let call = compliance::reinstate_provider(provider, !void);
				members.decide(app, &client, &call, &what).await
			},
			Self::Delist { provider, members } => {
				let what = format!("Provider {provider} is not listed any more");
				let call = compliance::delist_provider(provider);
				members.decide(app, &client, &call, &what).await
			},
			Self::Relist { provider, members } => {
				let what = format!("Provider {provider} is listed again");
				let call = compliance::relist_provider(provider);
				members.decide(app, &client, &call, &what).await
			},
		}
	}
}

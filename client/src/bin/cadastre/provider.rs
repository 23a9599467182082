// SPDX-License-Identifier: Apache-2.0

//! Providers: the technical committee appoints, bounds, suspends and de-lists them.

mod accounts;

use crate::{asset::date, investor::flags, motion::Members, App};
use anyhow::Result;
use cadastre_client::{
	compliance::{self, Terms},
	pack::parse_country,
	report::{flag_names, group},
	time::format_moment,
	Account, Error, View,
};
use cadastre_primitives::{Country, CountrySet, Flags, Moment, ProviderId};
use clap::{Args, Subcommand};
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Show the providers.
	List,
	/// Show a provider: accounts, terms, what it has stated today, and what is void of it.
	Show {
		/// The provider's slot.
		provider: ProviderId,
	},
	/// Let another account make the calls of a provider.
	#[command(subcommand)]
	Rotation(accounts::Rotation),
	/// Set whose signature makes a statement off chain. Signed by the provider, or by motion of the
	/// technical committee.
	///
	/// Statements that another key has signed, and that are not submitted yet, are void then.
	Signer(accounts::SetSigner),
	/// Free the slot of a de-listed provider: what it stated never counts again. By motion of the
	/// technical committee.
	Dismiss {
		/// The provider's slot.
		provider: ProviderId,
		#[command(flatten)]
		members: Members,
	},
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
							since(provider.appointed_at),
						]
					}),
				);
				app.out.json(&json!({ "block": view.number(), "providers": providers }));
				Ok(())
			},
			Self::Show { provider } => show(app, &client.head().await?, provider).await,
			Self::Rotation(command) => command.run(app).await,
			Self::Signer(command) => command.run(app).await,
			Self::Dismiss { provider, members } => {
				client.head().await?.existing_provider(provider).await?;
				let what = format!("Slot {provider} is free");
				let call = compliance::dismiss_provider(provider);
				members.decide(app, &client, &call, &what).await
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

/// The countries of a set, for people.
fn country_names(set: CountrySet) -> String {
	if set == CountrySet::ALL {
		return "all".to_owned();
	}
	let letters = || b'A'..=b'Z';
	let all = letters().flat_map(|first| letters().map(move |second| [first, second]));
	let codes = all.filter(|code| Country::from_code(*code).is_some_and(|one| set.contains(one)));
	let codes: Vec<_> = codes.map(|code| String::from_utf8_lossy(&code).into_owned()).collect();
	codes.join("+")
}

async fn show(app: &App, view: &View, slot: ProviderId) -> Result<()> {
	let provider = view.existing_provider(slot).await?;
	let terms = view.terms(slot).await?.unwrap_or(Terms::WIDEST);
	let today = view.now().await? / DAY;
	let stated = view.stated(&provider.account).await?;
	let stated = stated.filter(|(_, day)| *day == today).map_or(0, |(stated, _)| stated);
	let suspension = view.suspension(slot).await?;
	let nobody = || "nobody".to_owned();
	let named =
		|account: &Option<Account>| account.as_ref().map_or_else(nobody, Account::to_string);
	let countries = country_names(terms.countries);
	let flags =
		if terms.flags == Terms::WIDEST.flags { "all".to_owned() } else { flag_names(terms.flags) };
	let void = suspension.map_or_else(
		|| "nothing".to_owned(),
		|void| match void.until {
			None => format!("what it stated from {} on; it is suspended", format_moment(void.from)),
			Some(until) => format!(
				"what it stated from {} up to {}",
				format_moment(void.from),
				format_moment(until)
			),
		},
	);
	let pair = |name: &str, value: String| [name.to_owned(), value];
	app.out.table(
		["", ""],
		[
			pair("Slot", slot.to_string()),
			pair("Account", provider.account.to_string()),
			pair("Signer of statements", named(&provider.signer)),
			pair("To take over", named(&provider.successor)),
			pair("Listed", if provider.listed { "yes" } else { "no" }.to_owned()),
			pair("Appointed", since(provider.appointed_at)),
			pair("Countries", countries.clone()),
			pair("Flags", flags.clone()),
			pair(
				"Stated today",
				match terms.daily {
					u32::MAX => format!("{stated}, without a limit"),
					daily => format!("{stated} of {}", group(daily.into())),
				},
			),
			pair("Void", void),
		],
	);
	app.out.json(&json!({
		"block": view.number(),
		"provider": provider,
		"countries": countries,
		"flags": flags,
		"daily": terms.daily,
		"stated_today": stated,
		"suspension": suspension,
	}));
	Ok(())
}

/// When a provider was appointed. Those of the genesis have no moment.
fn since(moment: Moment) -> String {
	match moment {
		0 => "genesis".to_owned(),
		moment => format_moment(moment),
	}
}

/// Seconds in a day.
const DAY: Moment = 24 * 60 * 60;

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn countries_are_read_as_they_are_written() {
		for text in ["CH", "CH+DE"] {
			assert_eq!(country_names(countries(text).unwrap()), text);
		}
		assert_eq!(country_names(CountrySet::ALL), "all");
		assert!(countries("CH+XX").is_err());
	}
}

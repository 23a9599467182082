// SPDX-License-Identifier: Apache-2.0

//! Keys of an investor: offered by one side, accepted by the other.

use crate::{asset::date, order::Investor, App};
use anyhow::Result;
use cadastre_client::{
	compliance,
	report::{parse_rights, right_names},
	time::format_moment,
	Account, Error,
};
use cadastre_primitives::{InvestorId, Moment, Rights};
use clap::Subcommand;
use serde_json::json;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Offer an account to become a key of one's investor. Signed by a key that manages keys.
	///
	/// Nothing is given that the offering key does not have itself. The offer stands for 7 days.
	Offer {
		/// The account.
		account: Account,
		/// What it may do, joined by +: transfer, vote, claim, manage-keys; or all.
		#[arg(long, value_parser = parse_rights)]
		rights: Rights,
		/// First day on which it may do nothing more; it does not expire if left out.
		#[arg(long, value_name = "DATE", value_parser = date)]
		until: Option<Moment>,
	},
	/// Accept to become a key of an investor. Signed by the account of the offer.
	Accept {
		/// The investor's number, as the offer says.
		investor: InvestorId,
	},
	/// End the offer of a key. Signed by either side; by anybody once it has expired.
	Withdraw {
		/// The account to which the key is offered.
		account: Account,
	},
	/// Remove a key. Signed by itself, or by a key of the same investor that manages keys.
	Remove {
		/// The key.
		account: Account,
	},
	/// Show the keys of an investor, what each may do, and what is offered.
	List {
		/// An account of the investor, or its number.
		investor: Investor,
	},
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let client = app.client().await?;
		let view = client.head().await?;
		match self {
			Self::Offer { account, rights, until } => {
				let call = compliance::offer_key(&account, rights, until);
				let included = client.send(&call, &app.signer()?).await?;
				let event: compliance::events::KeyOffered = included.event()?;
				let investor = event.investor;
				app.out.done(
					&format!(
						"{account} can become a key of investor {investor}, with the rights {}",
						right_names(rights)
					),
					&included,
					json!({
						"investor": investor,
						"account": account,
						"rights": right_names(rights),
						"expires_at": until,
						"valid_until": event.valid_until,
					}),
				);
				app.out.say(format!(
					"Until {} it accepts with\n  cadastre key accept {investor}",
					format_moment(event.valid_until)
				));
				Ok(())
			},
			Self::Accept { investor } => {
				let signer = app.signer()?;
				let account = signer.account();
				let offer = view.key_offer(account).await?;
				if offer.is_none_or(|offer| offer.investor != investor) {
					return Err(Error::Invalid(format!(
						"investor {investor} has offered {account} no key; one of its keys does so \
						 with `cadastre key offer`"
					))
					.into());
				}
				let what = format!("{account} is a key of investor {investor}");
				let value = json!({ "investor": investor, "account": account });
				app.act(&client, &compliance::accept_key(investor), &what, value).await
			},
			Self::Withdraw { account } => {
				let offer = view.key_offer(&account).await?.ok_or_else(|| {
					Error::Invalid(format!("no key is offered to {account}; nothing to withdraw"))
				})?;
				let what = format!("Investor {} offers {account} a key no more", offer.investor);
				let value = json!({ "investor": offer.investor, "account": account });
				app.act(&client, &compliance::withdraw_offer(&account), &what, value).await
			},
			Self::Remove { account } => {
				let unknown = || Error::UnknownAccount(Box::new(account.clone()));
				let investor = view.key(&account).await?.ok_or_else(unknown)?.investor;
				let what = format!("{account} is a key of investor {investor} no more");
				let value = json!({ "investor": investor, "account": account });
				app.act(&client, &compliance::remove_key(&account), &what, value).await
			},
			Self::List { investor } => {
				let investor = investor.find(&view).await?;
				let accounts = view.investor_keys(investor).await?.ok_or_else(|| {
					Error::Invalid(format!("there is no investor {investor}, or not any more"))
				})?;
				let mut rows = Vec::new();
				let mut values = Vec::new();
				for account in accounts {
					let Some(key) = view.key(&account).await? else { continue };
					let (rights, expires_at) = (right_names(key.rights), key.expires_at);
					let until = expires_at.map(format_moment).unwrap_or_default();
					values.push(json!({
						"account": account,
						"rights": rights,
						"expires_at": expires_at,
						"offered": false,
					}));
					rows.push([account.to_string(), rights, until, "is a key".to_owned()]);
				}
				if let Some(account) = view.offer_of(investor).await? {
					if let Some(offer) = view.key_offer(&account).await? {
						let rights = right_names(offer.rights);
						let until = offer.expires_at.map(format_moment).unwrap_or_default();
						values.push(json!({
							"account": account,
							"rights": rights,
							"expires_at": offer.expires_at,
							"offered": true,
							"valid_until": offer.valid_until,
						}));
						let state =
							format!("is offered until {}", format_moment(offer.valid_until));
						rows.push([account.to_string(), rights, until, state]);
					}
				}
				app.out.table(["Account", "Rights", "Until", "State"], rows);
				app.out.json(&json!({
					"block": view.number(),
					"investor": investor,
					"keys": values,
				}));
				Ok(())
			},
		}
	}
}

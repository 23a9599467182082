// SPDX-License-Identifier: Apache-2.0

//! Orders: what is done to shares and keys without the owner's consent, under due process.

use crate::{act::Decider, investor::document, motion::Members, App};
use anyhow::Result;
use cadastre_client::{
	orders::{self, Action, Ground, Order, OrderId},
	time::format_moment,
	Account, Error, View,
};
use cadastre_primitives::{AssetId, Balance, InvestorId};
use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;
use subxt::tx::Payload;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Propose an order. Signed by a transfer agent of the asset; a recovery by the investor's
	/// provider.
	#[command(subcommand)]
	Propose(Propose),
	/// Approve an order. Signed by an approver of the asset, who may approve freezes and releases; or
	/// by motion of the technical committee.
	Approve {
		/// The order.
		order: OrderId,
		#[command(flatten)]
		by: Decider,
	},
	/// Refuse or end an order. Signed by an approver of the asset, who may refuse freezes and
	/// releases; or by motion of the technical committee.
	Annul {
		/// The order.
		order: OrderId,
		/// The document that says why: a file, or 0x and its digest.
		#[arg(long, value_parser = document)]
		document: [u8; 32],
		#[command(flatten)]
		by: Decider,
	},
	/// Appeal against an order. Signed by a key of the investor concerned, or by the issuer.
	Appeal {
		/// The order.
		order: OrderId,
		/// The document that says why: a file, or 0x and its digest.
		#[arg(long, value_parser = document)]
		document: [u8; 32],
	},
	/// Decide an appeal. By motion of the technical committee.
	Decide {
		/// The order.
		order: OrderId,
		/// Whether the appeal is right, which ends the order, or not.
		#[arg(value_enum)]
		decision: Decision,
		/// The document that says why: a file, or 0x and its digest.
		#[arg(long, value_parser = document)]
		document: [u8; 32],
		#[command(flatten)]
		members: Members,
	},
	/// Execute an order that has waited. Signed by anybody.
	Execute {
		/// The order.
		order: OrderId,
	},
	/// Withdraw an order. Signed by who proposed it.
	Withdraw {
		/// The order.
		order: OrderId,
	},
	/// Accept to become the key of an investor. Signed by the new key.
	Accept {
		/// The order.
		order: OrderId,
	},
	/// Remove an order that has lapsed. Signed by anybody.
	Prune {
		/// The order.
		order: OrderId,
	},
	/// Show an open order.
	Show {
		/// The order.
		order: OrderId,
	},
	/// Show the open orders.
	List {
		/// Those that concern this asset only.
		#[arg(long)]
		asset: Option<AssetId>,
		/// Those that concern this investor only: an account of it, or its number.
		#[arg(long)]
		investor: Option<Investor>,
	},
}

#[derive(Debug, Subcommand)]
pub(crate) enum Propose {
	/// Keep shares of an investor from moving, once it is approved.
	Freeze(Freeze),
	/// Keep shares of an investor from moving at once; it ends if it is not approved in time.
	EmergencyFreeze(Freeze),
	/// End or lessen a freeze that is in force.
	Release {
		/// The order that froze.
		order: OrderId,
		/// How many of the shares that it froze; all if left out.
		#[arg(long)]
		amount: Option<Balance>,
		#[command(flatten)]
		basis: Basis,
	},
	/// Move shares to another investor. They are frozen from the proposal on.
	ForcedTransfer {
		/// The asset.
		asset: AssetId,
		/// Whose shares: an account, or the investor's number.
		from: Investor,
		/// Account of who gets them.
		to: Account,
		/// Number of units.
		amount: Balance,
		#[command(flatten)]
		basis: Basis,
	},
	/// End the existence of shares. They are frozen from the proposal on.
	Cancellation {
		/// The asset.
		asset: AssetId,
		/// Whose shares: an account, or the investor's number.
		from: Investor,
		/// Number of units.
		amount: Balance,
		#[command(flatten)]
		basis: Basis,
	},
	/// Halt the book of an asset.
	Suspension {
		/// The asset.
		asset: AssetId,
		#[command(flatten)]
		basis: Basis,
	},
	/// End a suspension that is in force.
	Resumption {
		/// The order that halted the book.
		order: OrderId,
		#[command(flatten)]
		basis: Basis,
	},
	/// Give an investor whose keys are lost a new key in the place of all others.
	Recovery {
		/// Whose keys: an account, or the investor's number.
		investor: Investor,
		/// The new key, which must accept.
		account: Account,
		#[command(flatten)]
		basis: Basis,
	},
}

#[derive(Debug, Args)]
pub(crate) struct Freeze {
	/// The asset.
	asset: AssetId,
	/// Whose shares: an account, or the investor's number.
	investor: Investor,
	/// How many shares; everything, with what comes later, if left out.
	#[arg(long)]
	amount: Option<Balance>,
	#[command(flatten)]
	basis: Basis,
}

/// On what an order rests.
#[derive(Debug, Args)]
pub(crate) struct Basis {
	/// On what ground.
	#[arg(long, value_enum)]
	ground: GroundName,
	/// The document that orders it: a file, or 0x and its digest. It stays off the chain.
	#[arg(long, value_parser = document)]
	document: [u8; 32],
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Decision {
	/// The appeal is right.
	Upheld,
	/// The appeal is wrong.
	Dismissed,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum GroundName {
	/// A court has ordered it.
	CourtOrder,
	/// A regulator has ordered it.
	RegulatorOrder,
	/// The investor is under sanctions.
	Sanctions,
	/// The keys are lost or stolen.
	LostKeys,
	/// The register is wrong.
	RegisterError,
	/// An estate or an insolvency.
	Estate,
	/// Fraud, or the suspicion of it.
	Fraud,
	/// What the document says.
	Other,
}

impl From<GroundName> for Ground {
	fn from(name: GroundName) -> Self {
		match name {
			GroundName::CourtOrder => Self::CourtOrder,
			GroundName::RegulatorOrder => Self::RegulatorOrder,
			GroundName::Sanctions => Self::Sanctions,
			GroundName::LostKeys => Self::LostKeys,
			GroundName::RegisterError => Self::RegisterError,
			GroundName::Estate => Self::Estate,
			GroundName::Fraud => Self::Fraud,
			GroundName::Other => Self::Other,
		}
	}
}

/// An investor, by one of its accounts or by its number.
#[derive(Debug, Clone)]
pub(crate) enum Investor {
	Number(InvestorId),
	Account(Account),
}

impl std::str::FromStr for Investor {
	type Err = Error;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		match text.parse() {
			Ok(number) => Ok(Self::Number(number)),
			Err(_) => text.parse().map(Self::Account),
		}
	}
}

impl Investor {
	pub(crate) async fn find(&self, view: &View) -> Result<InvestorId> {
		match self {
			Self::Number(number) => Ok(*number),
			Self::Account(account) => {
				let unknown = || Error::UnknownAccount(Box::new(account.clone()));
				Ok(view.key(account).await?.ok_or_else(unknown)?.investor)
			},
		}
	}
}

impl Propose {
	async fn action(self, view: &View) -> Result<(Action, Basis)> {
		Ok(match self {
			Self::Freeze(Freeze { asset, investor, amount, basis }) => {
				(Action::Freeze { asset, investor: investor.find(view).await?, amount }, basis)
			},
			Self::EmergencyFreeze(Freeze { asset, investor, amount, basis }) => {
				let investor = investor.find(view).await?;
				(Action::EmergencyFreeze { asset, investor, amount }, basis)
			},
			Self::Release { order, amount, basis } => (Action::Release { order, amount }, basis),
			Self::ForcedTransfer { asset, from, to, amount, basis } => {
				let from = from.find(view).await?;
				(Action::ForcedTransfer { asset, from, to, amount }, basis)
			},
			Self::Cancellation { asset, from, amount, basis } => {
				(Action::Cancellation { asset, from: from.find(view).await?, amount }, basis)
			},
			Self::Suspension { asset, basis } => (Action::Suspension { asset }, basis),
			Self::Resumption { order, basis } => (Action::Resumption { order }, basis),
			Self::Recovery { investor, account, basis } => {
				(Action::Recovery { investor: investor.find(view).await?, account }, basis)
			},
		})
	}

	async fn run(self, app: &App) -> Result<()> {
		let signer = app.signer()?;
		let client = app.client().await?;
		let (action, basis) = self.action(&client.head().await?).await?;
		let call = orders::propose(&action, basis.ground.into(), basis.document);
		let included = client.send(&call, &signer).await?;
		let event: orders::events::OrderProposed = included.event()?;
		let order = event.order;
		app.out.done(
			&format!("Order {order} is proposed: {}", action.sentence()),
			&included,
			json!({ "order": order, "action": action }),
		);
		Ok(())
	}
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Propose(propose) => propose.run(app).await,
			Self::Approve { order, by } => {
				let what = format!("Order {order} is approved");
				decide(app, order, &orders::approve(order), &by, &what).await
			},
			Self::Annul { order, document, by } => {
				let what = format!("Order {order} is over");
				decide(app, order, &orders::annul(order, document), &by, &what).await
			},
			Self::Appeal { order, document } => {
				let what = format!("There is an appeal against order {order}");
				send(app, order, &orders::appeal(order, document), &what).await
			},
			Self::Decide { order, decision, document, members } => {
				let upheld = matches!(decision, Decision::Upheld);
				let client = app.client().await?;
				existing(&client.head().await?, order).await?;
				let what = if upheld {
					format!("The appeal is upheld: order {order} is over")
				} else {
					format!("The appeal is dismissed: order {order} goes on")
				};
				let call = orders::decide(order, upheld, document);
				members.decide(app, &client, &call, &what).await
			},
			Self::Execute { order } => {
				let what = format!("Order {order} is executed");
				send(app, order, &orders::execute(order), &what).await
			},
			Self::Withdraw { order } => {
				let what = format!("Order {order} is withdrawn");
				send(app, order, &orders::withdraw(order), &what).await
			},
			Self::Accept { order } => {
				let what = format!("The key is accepted; order {order} can be approved");
				send(app, order, &orders::accept(order), &what).await
			},
			Self::Prune { order } => {
				let what = format!("Order {order} is removed");
				send(app, order, &orders::prune(order), &what).await
			},
			Self::Show { order } => show(app, order).await,
			Self::List { asset, investor } => list(app, asset, investor).await,
		}
	}
}

async fn existing(view: &View, order: OrderId) -> Result<Order> {
	Ok(view.order(order).await?.ok_or_else(|| {
		Error::Invalid(format!(
			"there is no open order {order}; `cadastre order list` shows those that are"
		))
	})?)
}

async fn send(app: &App, order: OrderId, call: &impl Payload, what: &str) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	existing(&client.head().await?, order).await?;
	let included = client.send(call, &signer).await?;
	let open = client.at(included.block_hash).await?.order(order).await?;
	let state = open.map(|order| order.state);
	app.out.done(what, &included, json!({ "order": order, "state": state }));
	Ok(())
}

async fn decide(
	app: &App,
	order: OrderId,
	call: &impl Payload,
	by: &Decider,
	what: &str,
) -> Result<()> {
	if by.committee {
		let client = app.client().await?;
		existing(&client.head().await?, order).await?;
		by.members.decide(app, &client, call, what).await
	} else {
		send(app, order, call, what).await
	}
}

async fn show(app: &App, id: OrderId) -> Result<()> {
	let view = app.client().await?.head().await?;
	let order = existing(&view, id).await?;
	let pair = |name: &str, value: String| [name.to_owned(), value];
	let mut rows = vec![
		pair("Order", id.to_string()),
		pair("Does", order.action.sentence()),
		pair("State", order.state.sentence()),
		pair("Ground", format!("{:?}", order.ground)),
		pair("Document", format!("{:?}", order.digest)),
		pair("Proposed", format!("by {} on {}", order.proposer, format_moment(order.proposed_at))),
	];
	if let Some(until) = order.appealable_until {
		rows.push(pair("Can be appealed", format!("until {}", format_moment(until))));
	}
	if matches!(order.action, Action::Recovery { .. }) {
		let accepted = if order.accepted { "yes" } else { "not yet" };
		rows.push(pair("The key has accepted", accepted.to_owned()));
	}
	app.out.table(["", ""], rows);
	app.out.json(&json!({ "block": view.number(), "order": order }));
	Ok(())
}

async fn list(app: &App, asset: Option<AssetId>, investor: Option<Investor>) -> Result<()> {
	let view = app.client().await?.head().await?;
	let investor = match investor {
		Some(investor) => Some(investor.find(&view).await?),
		None => None,
	};
	let orders = view.orders(asset, investor).await?;
	app.out.table(
		["Order", "Does", "State"],
		orders.iter().map(|order| {
			[order.order.to_string(), order.action.sentence(), order.state.sentence()]
		}),
	);
	app.out.json(&json!({ "block": view.number(), "orders": orders }));
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_investor_is_a_number_or_an_account() {
		assert!(matches!("7".parse(), Ok(Investor::Number(7))));
		let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
		assert!(
			matches!(alice.parse(), Ok(Investor::Account(account)) if account.to_string() == alice)
		);
		for wrong in ["", "-1", "18446744073709551616", "Alice"] {
			assert!(wrong.parse::<Investor>().is_err(), "{wrong}");
		}
	}
}

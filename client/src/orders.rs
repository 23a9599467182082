// SPDX-License-Identifier: Apache-2.0

//! Orders under due process: freezes, forced transfers, cancellations, suspensions and recoveries of
//! keys, each proposed by one and approved by another.

use cadastre_primitives::{AssetId, Balance, InvestorId, Moment};
use serde::Serialize;
use subxt::{tx::Payload, utils::H256};

use crate::{account::Account, api, error::Result, report::group, time::format_moment, view::View};

use api::runtime_types::pallet_shares::order_types as chain;

/// The events of the pallet that tell of orders, too.
pub use api::shares::events;

/// Identifies an order.
pub type OrderId = u64;

/// What an order does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
	/// Keeps shares of an investor from moving, from the approval on.
	Freeze {
		/// The asset.
		asset: AssetId,
		/// Whose shares.
		investor: InvestorId,
		/// How many; none: everything.
		#[serde(serialize_with = "crate::report::some_amount")]
		amount: Option<Balance>,
	},
	/// The same, from the proposal on.
	EmergencyFreeze {
		/// The asset.
		asset: AssetId,
		/// Whose shares.
		investor: InvestorId,
		/// How many; none: everything.
		#[serde(serialize_with = "crate::report::some_amount")]
		amount: Option<Balance>,
	},
	/// Ends or lessens a freeze that is in force.
	Release {
		/// The order that froze.
		order: OrderId,
		/// How many shares of those that it froze; none: all of it.
		#[serde(serialize_with = "crate::report::some_amount")]
		amount: Option<Balance>,
	},
	/// Moves shares to another investor without the owner's consent.
	ForcedTransfer {
		/// The asset.
		asset: AssetId,
		/// Whose shares.
		from: InvestorId,
		/// A key of the investor who gets them.
		to: Account,
		/// How many.
		#[serde(serialize_with = "crate::report::amount")]
		amount: Balance,
	},
	/// Ends the existence of shares without the owner's consent.
	Cancellation {
		/// The asset.
		asset: AssetId,
		/// Whose shares.
		from: InvestorId,
		/// How many.
		#[serde(serialize_with = "crate::report::amount")]
		amount: Balance,
	},
	/// Halts the book of an asset.
	Suspension {
		/// The asset.
		asset: AssetId,
	},
	/// Gives an investor whose keys are lost a new one in the place of all others.
	Recovery {
		/// Whose keys.
		investor: InvestorId,
		/// The new key.
		account: Account,
	},
	/// Ends a suspension that is in force.
	Resumption {
		/// The order that halted the book.
		order: OrderId,
	},
}

impl Action {
	/// What the order does, in words.
	pub fn sentence(&self) -> String {
		let shares = |amount: &Option<Balance>| match amount {
			Some(amount) => format!("{} units", group(*amount)),
			None => "everything".to_owned(),
		};
		match self {
			Self::Freeze { asset, investor, amount } => {
				format!("freeze {} of asset {asset} of investor {investor}", shares(amount))
			},
			Self::EmergencyFreeze { asset, investor, amount } => {
				format!("freeze {} of asset {asset} of investor {investor} at once", shares(amount))
			},
			Self::Release { order, amount } => {
				format!("release {} that order {order} has frozen", shares(amount))
			},
			Self::ForcedTransfer { asset, from, to, amount } => format!(
				"transfer {} of asset {asset} from investor {from} to {}",
				shares(&Some(*amount)),
				to.short()
			),
			Self::Cancellation { asset, from, amount } => {
				format!("cancel {} of asset {asset} of investor {from}", shares(&Some(*amount)))
			},
			Self::Suspension { asset } => format!("halt the book of asset {asset}"),
			Self::Recovery { investor, account } => {
				format!("give investor {investor} the key {} for all others", account.short())
			},
			Self::Resumption { order } => {
				format!("open the book again that order {order} has halted")
			},
		}
	}
}

/// On what ground an order is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
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

/// What an order waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
	/// For its approval, and a recovery before that for the new key's acceptance.
	Proposed {
		/// First second at which it will have lapsed.
		until: Moment,
	},
	/// For the end of the waiting period.
	Waiting {
		/// First second at which anybody can execute it.
		until: Moment,
	},
	/// For anybody to execute it.
	Executable {
		/// First second at which it will have lapsed.
		until: Moment,
	},
	/// For a release or a resumption.
	InForce,
	/// For the decision of the authority.
	Appealed {
		/// First second at which it will have lapsed.
		until: Moment,
	},
	/// For anybody to prune it: it does nothing any more.
	Lapsed {
		/// First second at which it can be pruned.
		prunable_at: Moment,
	},
}

impl State {
	/// What the order waits for, in words.
	pub fn sentence(&self) -> String {
		match self {
			Self::Proposed { until } => {
				format!("waits for its approval until {}", format_moment(*until))
			},
			Self::Waiting { until } => format!("can be executed from {} on", format_moment(*until)),
			Self::Executable { until } => {
				format!("can be executed until {}", format_moment(*until))
			},
			Self::InForce => "is in force".to_owned(),
			Self::Appealed { until } => {
				format!("waits for the decision on its appeal until {}", format_moment(*until))
			},
			Self::Lapsed { .. } => "has lapsed".to_owned(),
		}
	}
}

/// An open order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Order {
	/// Its id.
	pub order: OrderId,
	/// What it does.
	pub action: Action,
	/// On what ground.
	pub ground: Ground,
	/// BLAKE2b-256 of the document that orders it.
	pub digest: H256,
	/// Who proposed it.
	pub proposer: Account,
	/// When, in seconds of Unix time.
	pub proposed_at: Moment,
	/// Whether the new key of a recovery has accepted.
	pub accepted: bool,
	/// What it waits for.
	pub state: State,
	/// First second at which it can be appealed no more; none if it cannot be appealed now.
	pub appealable_until: Option<Moment>,
	/// How many shares it keeps from moving now.
	#[serde(serialize_with = "crate::report::amount")]
	pub keeps: Balance,
}

impl View {
	/// An open order; none if there is no such order, or it is over.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn order(&self, order: OrderId) -> Result<Option<Order>> {
		let info = self.view(api::view_functions().shares().order(order)).await?;
		Ok(info.map(Order::from))
	}

	/// All open orders, by their ids; those that concern an asset or an investor, if one is given, and
	/// those that concern the investor's shares of the asset, if both are.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn orders(
		&self,
		asset: Option<AssetId>,
		investor: Option<InvestorId>,
	) -> Result<Vec<Order>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().shares().orders(), ()).await?;
		let mut ids = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (order,) = entry.key()?.decode()?;
			let target = entry.value().decode()?.target;
			let of = match target {
				chain::Target::Position { asset, investor } => (Some(asset), Some(investor)),
				chain::Target::Book { asset } => (Some(asset), None),
				chain::Target::Investor { investor } => (None, Some(investor)),
			};
			if (asset.is_none() || of.0 == asset) && (investor.is_none() || of.1 == investor) {
				ids.push(order);
			}
		}
		ids.sort_unstable();
		let mut orders = Vec::new();
		for id in ids {
			orders.extend(self.order(id).await?);
		}
		Ok(orders)
	}
}

/// Proposes an order. Signed by a transfer agent of the asset, or for a recovery by the investor's
/// provider.
pub fn propose(action: &Action, ground: Ground, digest: [u8; 32]) -> impl Payload {
	api::tx().shares().propose_order(action.into(), ground.into(), H256(digest))
}

/// Approves an order. Signed by an approver of the asset where that is enough, or ordered by the
/// chain.
pub fn approve(order: OrderId) -> impl Payload {
	api::tx().shares().approve_order(order)
}

/// Executes an order that has waited. Signed by anybody.
pub fn execute(order: OrderId) -> impl Payload {
	api::tx().shares().execute_order(order)
}

/// Appeals against an order. Signed by a key of the investor concerned, or by the issuer.
pub fn appeal(order: OrderId, digest: [u8; 32]) -> impl Payload {
	api::tx().shares().appeal_order(order, H256(digest))
}

/// Decides an appeal. Ordered by the chain.
pub fn decide(order: OrderId, upheld: bool, digest: [u8; 32]) -> impl Payload {
	api::tx().shares().decide_appeal(order, upheld, H256(digest))
}

/// Withdraws an order. Signed by who proposed it.
pub fn withdraw(order: OrderId) -> impl Payload {
	api::tx().shares().withdraw_order(order)
}

/// Refuses or ends an order. Signed by an approver of the asset where that is enough, or ordered by
/// the chain.
pub fn annul(order: OrderId, digest: [u8; 32]) -> impl Payload {
	api::tx().shares().annul_order(order, H256(digest))
}

/// Accepts to become the key of an investor. Signed by the new key.
pub fn accept(order: OrderId) -> impl Payload {
	api::tx().shares().accept_recovery(order)
}

/// Removes an order that has lapsed. Signed by anybody.
pub fn prune(order: OrderId) -> impl Payload {
	api::tx().shares().prune_order(order)
}

impl From<&Action> for chain::Action<subxt::utils::AccountId32> {
	fn from(action: &Action) -> Self {
		match action.clone() {
			Action::Freeze { asset, investor, amount } => Self::Freeze { asset, investor, amount },
			Action::EmergencyFreeze { asset, investor, amount } => {
				Self::EmergencyFreeze { asset, investor, amount }
			},
			Action::Release { order, amount } => Self::Release { order, amount },
			Action::ForcedTransfer { asset, from, to, amount } => {
				Self::ForcedTransfer { asset, from, to: to.id(), amount }
			},
			Action::Cancellation { asset, from, amount } => {
				Self::Cancellation { asset, from, amount }
			},
			Action::Suspension { asset } => Self::Suspension { asset },
			Action::Recovery { investor, account } => {
				Self::Recovery { investor, account: account.id() }
			},
			Action::Resumption { order } => Self::Resumption { order },
		}
	}
}

impl From<chain::Action<subxt::utils::AccountId32>> for Action {
	fn from(action: chain::Action<subxt::utils::AccountId32>) -> Self {
		use chain::Action as A;
		match action {
			A::Freeze { asset, investor, amount } => Self::Freeze { asset, investor, amount },
			A::EmergencyFreeze { asset, investor, amount } => {
				Self::EmergencyFreeze { asset, investor, amount }
			},
			A::Release { order, amount } => Self::Release { order, amount },
			A::ForcedTransfer { asset, from, to, amount } => {
				Self::ForcedTransfer { asset, from, to: to.into(), amount }
			},
			A::Cancellation { asset, from, amount } => Self::Cancellation { asset, from, amount },
			A::Suspension { asset } => Self::Suspension { asset },
			A::Recovery { investor, account } => {
				Self::Recovery { investor, account: account.into() }
			},
			A::Resumption { order } => Self::Resumption { order },
		}
	}
}

impl From<Ground> for chain::Ground {
	fn from(ground: Ground) -> Self {
		match ground {
			Ground::CourtOrder => Self::CourtOrder,
			Ground::RegulatorOrder => Self::RegulatorOrder,
			Ground::Sanctions => Self::Sanctions,
			Ground::LostKeys => Self::LostKeys,
			Ground::RegisterError => Self::RegisterError,
			Ground::Estate => Self::Estate,
			Ground::Fraud => Self::Fraud,
			Ground::Other => Self::Other,
		}
	}
}

impl From<chain::Ground> for Ground {
	fn from(ground: chain::Ground) -> Self {
		match ground {
			chain::Ground::CourtOrder => Self::CourtOrder,
			chain::Ground::RegulatorOrder => Self::RegulatorOrder,
			chain::Ground::Sanctions => Self::Sanctions,
			chain::Ground::LostKeys => Self::LostKeys,
			chain::Ground::RegisterError => Self::RegisterError,
			chain::Ground::Estate => Self::Estate,
			chain::Ground::Fraud => Self::Fraud,
			chain::Ground::Other => Self::Other,
		}
	}
}

impl From<chain::OrderState> for State {
	fn from(state: chain::OrderState) -> Self {
		use chain::OrderState as S;
		match state {
			S::Proposed { until } => Self::Proposed { until },
			S::Waiting { until } => Self::Waiting { until },
			S::Executable { until } => Self::Executable { until },
			S::InForce => Self::InForce,
			S::Appealed { until } => Self::Appealed { until },
			S::Lapsed { prunable_at } => Self::Lapsed { prunable_at },
		}
	}
}

impl From<chain::OrderInfo<subxt::utils::AccountId32>> for Order {
	fn from(info: chain::OrderInfo<subxt::utils::AccountId32>) -> Self {
		Self {
			order: info.order,
			action: info.action.into(),
			ground: info.ground.into(),
			digest: info.digest,
			proposer: info.proposer.into(),
			proposed_at: info.proposed_at,
			accepted: info.accepted,
			state: info.state.into(),
			appealable_until: info.appealable_until,
			keeps: info.keeps,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_action_comes_back_from_the_form_of_the_chain() {
		let account = Account([7; 32]);
		for action in [
			Action::Freeze { asset: 1, investor: 2, amount: None },
			Action::EmergencyFreeze { asset: 1, investor: 2, amount: Some(3) },
			Action::Release { order: 4, amount: Some(3) },
			Action::ForcedTransfer { asset: 1, from: 2, to: account.clone(), amount: 3 },
			Action::Cancellation { asset: 1, from: 2, amount: 3 },
			Action::Suspension { asset: 1 },
			Action::Recovery { investor: 2, account },
			Action::Resumption { order: 4 },
		] {
			let stored = chain::Action::from(&action);
			assert!(!action.sentence().is_empty());
			assert_eq!(Action::from(stored), action);
		}
	}

	#[test]
	fn everything_is_said_to_be_so() {
		let all = Action::Freeze { asset: 1, investor: 2, amount: None };
		assert_eq!(all.sentence(), "freeze everything of asset 1 of investor 2");
		let some = Action::Cancellation { asset: 1, from: 2, amount: 1_000 };
		assert_eq!(some.sentence(), "cancel 1,000 units of asset 1 of investor 2");
	}
}

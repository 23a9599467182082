// SPDX-License-Identifier: Apache-2.0

//! What the people who run a chain watch: valuations that are too old, disputes that nobody decides,
//! income that nobody claims, payouts that are stopped.

use cadastre_primitives::{AssetId, Balance, Moment};
use std::collections::BTreeMap;

use crate::{
	api,
	api::runtime_types::{
		cadastre_primitives::{
			income::DistributionStage,
			valuation::{DisputeStage, FeedId, Metric, Unit, ValuationStatus},
		},
		frame_support::traits::tokens::fungible::union_of::NativeOrWithId,
	},
	error::Result,
	view::View,
};

/// How many disputes or distributions are asked for at a time: as many as the chain gives.
const PAGE: u32 = 64;

/// A feed and how far its answer can be relied on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
	/// The asset.
	pub asset: AssetId,
	/// What is measured, in small letters.
	pub metric: &'static str,
	/// In what: `native`, `token-7`, `EUR` or `ratio`.
	pub unit: String,
	/// `fresh`, `aging`, `pending`, `disputed`, `stale` or `halted`; `none` if it never had an answer.
	pub status: &'static str,
	/// Of when the oldest data are that the answer rests on, in seconds of Unix time; none if it
	/// never had one.
	pub as_of: Option<Moment>,
}

/// Every name of a status, in the order in which they are shown.
pub const STATUSES: [&str; 7] =
	["fresh", "aging", "pending", "disputed", "stale", "halted", "none"];

/// A dispute that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
	/// Its number.
	pub id: u32,
	/// `opened`, `answered`, `panel`, `judged` or `appealed`.
	pub stage: &'static str,
	/// The first second at which this step is over; if that is past, somebody has to take the next.
	pub until: Moment,
}

/// Every name of a stage of a dispute, in their order.
pub const STAGES: [&str; 5] = ["opened", "answered", "panel", "judged", "appealed"];

/// Income of one asset in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Income {
	/// What is neither paid nor withheld nor kept, of distributions that are open and of streams, in
	/// the smallest unit of the currency.
	pub unclaimed: Balance,
	/// Holders of open distributions that are neither paid nor kept for.
	pub holders: u64,
	/// The first second at which an open distribution with something unclaimed pays no more.
	pub expires_at: Option<Moment>,
	/// Distributions whose record date has come, and that could not open.
	pub overdue: u64,
	/// What is kept for holders that could not be paid, net of tax.
	pub blocked: Balance,
	/// How many holders that is.
	pub blocked_holders: u64,
}

/// An asset and the name of a currency: `native`, or the number of a token.
pub type Pot = (AssetId, String);

impl View {
	/// Every feed with its status.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn feeds(&self) -> Result<Vec<Feed>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().valuation_oracle().feeds(), ()).await?;
		let mut feeds = Vec::new();
		while let Some(entry) = entries.next().await {
			let (id,): (FeedId,) = entry?.key()?.decode()?;
			let question = api::view_functions().valuation_oracle().valuation(id.clone());
			let answer = self.view(question).await?;
			feeds.push(Feed {
				asset: id.asset,
				metric: metric(&id.metric),
				unit: unit(&id.unit),
				status: answer.as_ref().map_or("none", |answer| status(&answer.status)),
				as_of: answer.map(|answer| answer.as_of),
			});
		}
		Ok(feeds)
	}

	/// Every open dispute.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn disputes(&self) -> Result<Vec<Dispute>> {
		let mut disputes = Vec::new();
		let mut after = None;
		loop {
			let question = api::view_functions().valuation_oracle().disputes(after, PAGE);
			let page = self.view(question).await?;
			let Some(last) = page.last() else { return Ok(disputes) };
			after = Some(last.id);
			disputes.extend(page.into_iter().map(|one| Dispute {
				id: one.id,
				stage: stage(&one.stage),
				until: one.until,
			}));
		}
	}

	/// The income of each asset and currency that has distributions, streams or blocked payouts.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn income(&self) -> Result<BTreeMap<Pot, Income>> {
		let mut income: BTreeMap<Pot, Income> = BTreeMap::new();
		let storage = self.at.storage();
		// Every asset that ever had income.
		let mut entries = storage.iter(api::storage().dividends().numbers_of(), ()).await?;
		while let Some(entry) = entries.next().await {
			let (asset,): (AssetId,) = entry?.key()?.decode()?;
			self.distributions(asset, &mut income).await?;
			for stream in self.view(api::view_functions().dividends().streams(asset)).await? {
				let pot = income.entry((asset, currency(&stream.currency))).or_default();
				pot.unclaimed = pot.unclaimed.saturating_add(stream.claimable);
			}
		}
		let mut entries = storage.iter(api::storage().dividends().parked(), ()).await?;
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			// The third part of the key is the holder.
			let (asset, token, _): (AssetId, NativeOrWithId<u32>, u64) = entry.key()?.decode()?;
			let pot = income.entry((asset, currency(&token))).or_default();
			pot.blocked = pot.blocked.saturating_add(entry.value().decode()?);
			pot.blocked_holders += 1;
		}
		Ok(income)
	}

	async fn distributions(
		&self,
		asset: AssetId,
		income: &mut BTreeMap<Pot, Income>,
	) -> Result<()> {
		let mut after = None;
		loop {
			let question = api::view_functions().dividends().distributions(asset, after, PAGE);
			let page = self.view(question).await?;
			let Some(last) = page.last() else { return Ok(()) };
			after = Some(last.id);
			for one in page {
				let pot = income.entry((asset, currency(&one.currency))).or_default();
				match one.stage {
					DistributionStage::Scheduled => {},
					DistributionStage::Overdue => pot.overdue += 1,
					DistributionStage::Open => {
						pot.unclaimed = pot.unclaimed.saturating_add(one.claimable);
						pot.holders += u64::from(one.open);
						if one.open > 0 {
							let earlier =
								pot.expires_at.map_or(one.expires_at, |at| at.min(one.expires_at));
							pot.expires_at = Some(earlier);
						}
					},
				}
			}
		}
	}
}

fn metric(metric: &Metric) -> &'static str {
	match metric {
		Metric::MarketValue => "market-value",
		Metric::ForcedSaleValue => "forced-sale-value",
		Metric::Rent => "rent",
		Metric::Occupancy => "occupancy",
		Metric::RiskScore => "risk-score",
		Metric::ReferencePrice => "reference-price",
	}
}

fn unit(unit: &Unit) -> String {
	match unit {
		Unit::Native => "native".to_owned(),
		Unit::Token(id) => format!("token-{id}"),
		Unit::Fiat(code) => String::from_utf8_lossy(code).into_owned(),
		Unit::Ratio => "ratio".to_owned(),
	}
}

fn status(status: &ValuationStatus) -> &'static str {
	match status {
		ValuationStatus::Fresh => "fresh",
		ValuationStatus::Aging => "aging",
		ValuationStatus::Pending => "pending",
		ValuationStatus::Disputed => "disputed",
		ValuationStatus::Stale => "stale",
		ValuationStatus::Halted => "halted",
	}
}

fn stage(stage: &DisputeStage) -> &'static str {
	match stage {
		DisputeStage::Opened => "opened",
		DisputeStage::Answered => "answered",
		DisputeStage::Panel => "panel",
		DisputeStage::Judged(_) => "judged",
		DisputeStage::Appealed(_) => "appealed",
	}
}

fn currency(currency: &NativeOrWithId<u32>) -> String {
	match currency {
		NativeOrWithId::Native => "native".to_owned(),
		NativeOrWithId::WithId(id) => id.to_string(),
	}
}

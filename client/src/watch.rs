// SPDX-License-Identifier: Apache-2.0

//! What the people who run a chain watch: valuations that are too old, disputes that nobody decides,
//! income that nobody claims, payouts that are stopped.

use crate::{
	api,
	api::runtime_types::frame_support::traits::tokens::fungible::union_of::NativeOrWithId,
	currency::Currency,
	error::Result,
	valuations::{metric_name, write_unit},
	view::View,
};
use cadastre_primitives::{
	AssetId, Balance, DisputeStage, DistributionStage, Moment, ValuationStatus,
};
use std::collections::BTreeMap;

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
	pub async fn watched_feeds(&self) -> Result<Vec<Feed>> {
		let mut feeds = Vec::new();
		for id in self.feeds().await? {
			let answer = self.valuation(id).await?;
			feeds.push(Feed {
				asset: id.asset,
				metric: metric_name(id.metric),
				unit: write_unit(id.unit),
				status: answer.as_ref().map_or("none", |answer| status(answer.status())),
				as_of: answer.map(|answer| answer.as_of()),
			});
		}
		Ok(feeds)
	}

	/// Every open dispute.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn watched_disputes(&self) -> Result<Vec<Dispute>> {
		let disputes = self.disputes().await?.into_iter();
		Ok(disputes
			.map(|one| Dispute { id: one.id, stage: stage(one.stage), until: one.until })
			.collect())
	}

	/// The income of each asset and currency that has distributions, streams or blocked payouts.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn income(&self) -> Result<BTreeMap<Pot, Income>> {
		let mut income: BTreeMap<Pot, Income> = BTreeMap::new();
		for asset in self.assets_with_income().await? {
			for one in self.distributions(asset).await? {
				let pot = income.entry((asset, one.currency.to_string())).or_default();
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
			for stream in self.streams(asset).await? {
				let pot = income.entry((asset, stream.currency.to_string())).or_default();
				pot.unclaimed = pot.unclaimed.saturating_add(stream.claimable);
			}
		}
		for (asset, currency, amount) in self.all_parked().await? {
			let pot = income.entry((asset, currency.to_string())).or_default();
			pot.blocked = pot.blocked.saturating_add(amount);
			pot.blocked_holders += 1;
		}
		Ok(income)
	}

	/// Every asset that ever had income.
	async fn assets_with_income(&self) -> Result<Vec<AssetId>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().dividends().ledgers(), ()).await?;
		let mut assets = Vec::new();
		while let Some(entry) = entries.next().await {
			let (asset,): (AssetId,) = entry?.key()?.decode()?;
			assets.push(asset);
		}
		Ok(assets)
	}

	/// What is kept for holders that could not be paid: the asset, the currency and how much, for
	/// each holder.
	async fn all_parked(&self) -> Result<Vec<(AssetId, Currency, Balance)>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().dividends().parked(), ()).await?;
		let mut parked = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			// The third part of the key is the holder.
			let (asset, currency, _): (AssetId, NativeOrWithId<u32>, u64) =
				entry.key()?.decode()?;
			parked.push((asset, currency.into(), entry.value().decode()?));
		}
		Ok(parked)
	}
}

fn status(status: ValuationStatus) -> &'static str {
	match status {
		ValuationStatus::Fresh => "fresh",
		ValuationStatus::Aging => "aging",
		ValuationStatus::Pending => "pending",
		ValuationStatus::Disputed => "disputed",
		ValuationStatus::Stale => "stale",
		ValuationStatus::Halted => "halted",
	}
}

fn stage(stage: DisputeStage) -> &'static str {
	match stage {
		DisputeStage::Opened => "opened",
		DisputeStage::Answered => "answered",
		DisputeStage::Panel => "panel",
		DisputeStage::Judged(_) => "judged",
		DisputeStage::Appealed(_) => "appealed",
	}
}

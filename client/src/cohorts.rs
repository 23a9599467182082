// SPDX-License-Identifier: Apache-2.0

//! Sandbox cohorts: limits within which a supervisor lets investors and assets do what it watches.

use cadastre_primitives::{AssetId, Balance, CohortId, InvestorId, Moment, PackId};
use serde::Serialize;
use subxt::{tx::Payload, utils::H256};

use crate::{
	account::Account,
	api,
	error::{Error, Result},
	view::View,
};

use api::runtime_types::pallet_compliance::types as chain;

/// The limits of a cohort. Every one is inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Limits {
	/// The most investors.
	pub investors: u32,
	/// The most assets.
	pub assets: u32,
	/// The most units that move by issues and transfers, over all assets and the whole time.
	#[serde(serialize_with = "crate::report::amount")]
	pub volume: Balance,
	/// The most that all assets together are worth, in a unit that the supervisor chooses.
	#[serde(serialize_with = "crate::report::amount")]
	pub value: Balance,
	/// First second at which it is open.
	pub from: Moment,
	/// First second at which it is open no more.
	pub until: Moment,
}

/// A cohort, with what has happened in it: its exit report, once it is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cohort {
	/// Its id.
	pub cohort: CohortId,
	/// Who watches it.
	pub supervisor: Account,
	/// Its limits.
	pub limits: Limits,
	/// Whether nothing moves until the supervisor resumes it.
	pub suspended: bool,
	/// When it was ended, if it was.
	pub ended_at: Option<Moment>,
	/// Investors in it.
	pub investors: u32,
	/// Assets in it.
	pub assets: u32,
	/// Assets that have left it for rules without a cohort.
	pub graduated: u32,
	/// Issues and transfers.
	pub movements: u64,
	/// Units that they moved.
	#[serde(serialize_with = "crate::report::amount")]
	pub volume: Balance,
	/// What its assets are worth, as stated.
	#[serde(serialize_with = "crate::report::amount")]
	pub value: Balance,
}

impl Cohort {
	/// What the cohort is at a moment, in a word.
	pub fn standing(&self, now: Moment) -> &'static str {
		if self.ended_at.is_some() {
			"ended"
		} else if now >= self.limits.until {
			"over"
		} else if self.suspended {
			"suspended"
		} else if now < self.limits.from {
			"not yet open"
		} else {
			"open"
		}
	}
}

impl From<Limits> for chain::CohortLimits {
	fn from(limits: Limits) -> Self {
		let Limits { investors, assets, volume, value, from, until } = limits;
		Self { investors, assets, volume, value, from, until }
	}
}

impl From<(CohortId, chain::Cohort<subxt::utils::AccountId32>)> for Cohort {
	fn from((cohort, stored): (CohortId, chain::Cohort<subxt::utils::AccountId32>)) -> Self {
		let chain::CohortLimits { investors, assets, volume, value, from, until } = stored.limits;
		Self {
			cohort,
			supervisor: stored.supervisor.into(),
			limits: Limits { investors, assets, volume, value, from, until },
			suspended: stored.suspended,
			ended_at: stored.ended_at,
			investors: stored.counts.investors,
			assets: stored.counts.assets,
			graduated: stored.counts.graduated,
			movements: stored.counts.movements,
			volume: stored.counts.volume,
			value: stored.counts.value,
		}
	}
}

impl View {
	/// A cohort that must exist.
	///
	/// # Errors
	/// If there is no such cohort.
	pub async fn existing_cohort(&self, cohort: CohortId) -> Result<Cohort> {
		let found = self.view(api::view_functions().compliance().cohort(cohort)).await?;
		found.map(|found| Cohort::from((cohort, found))).ok_or_else(|| {
			Error::Invalid(format!(
				"there is no cohort {cohort}; `cadastre cohort list` shows those that there are"
			))
		})
	}

	/// All cohorts, by their ids.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn cohorts(&self) -> Result<Vec<Cohort>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().compliance().cohorts(), ()).await?;
		let mut cohorts = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (cohort,) = entry.key()?.decode()?;
			cohorts.push(Cohort::from((cohort, entry.value().decode()?)));
		}
		cohorts.sort_by_key(|cohort| cohort.cohort);
		Ok(cohorts)
	}

	/// The investors in a cohort, by their numbers.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn cohort_members(&self, cohort: CohortId) -> Result<Vec<InvestorId>> {
		let storage = self.at.storage();
		let address = api::storage().compliance().cohort_members();
		let mut entries = storage.iter(address, (cohort,)).await?;
		let mut members = Vec::new();
		while let Some(entry) = entries.next().await {
			let (_, investor) = entry?.key()?.decode()?;
			members.push(investor);
		}
		members.sort_unstable();
		Ok(members)
	}

	/// The assets in a cohort and what they are worth, by their ids.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn cohort_assets(&self, cohort: CohortId) -> Result<Vec<(AssetId, Balance)>> {
		let storage = self.at.storage();
		let address = api::storage().compliance().cohort_assets();
		let mut entries = storage.iter(address, (cohort,)).await?;
		let mut assets = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (_, asset) = entry.key()?.decode()?;
			assets.push((asset, entry.value().decode()?.value));
		}
		assets.sort_unstable();
		Ok(assets)
	}
}

/// Creates a cohort. Ordered by the chain.
pub fn create(supervisor: &Account, limits: Limits) -> impl Payload {
	api::tx().compliance().create_cohort(supervisor.id(), limits.into())
}

/// Suspends a cohort. Signed by its supervisor.
pub fn suspend(cohort: CohortId) -> impl Payload {
	api::tx().compliance().suspend_cohort(cohort)
}

/// Lets a suspended cohort go on. Signed by its supervisor.
pub fn resume(cohort: CohortId) -> impl Payload {
	api::tx().compliance().resume_cohort(cohort)
}

/// Ends a cohort for good. Signed by its supervisor, or ordered by the chain; by anybody once it is
/// over.
pub fn end(cohort: CohortId) -> impl Payload {
	api::tx().compliance().end_cohort(cohort)
}

/// Makes an investor a member. Signed by the supervisor.
pub fn add_member(cohort: CohortId, investor: InvestorId) -> impl Payload {
	api::tx().compliance().add_member(cohort, investor)
}

/// Ends the membership of an investor. Signed by the supervisor.
pub fn remove_member(cohort: CohortId, investor: InvestorId) -> impl Payload {
	api::tx().compliance().remove_member(cohort, investor)
}

/// Lets an asset in at a value, or states its value anew. Signed by the supervisor.
pub fn set_asset_value(cohort: CohortId, asset: AssetId, value: Balance) -> impl Payload {
	api::tx().compliance().set_asset_value(cohort, asset, value)
}

/// Takes an asset out. Signed by the supervisor.
pub fn remove_asset(cohort: CohortId, asset: AssetId) -> impl Payload {
	api::tx().compliance().remove_asset(cohort, asset)
}

/// Takes an asset out because the pack that it follows does without a cohort by now. Signed by the
/// supervisor.
pub fn graduate(cohort: CohortId, asset: AssetId, pack: PackId, report: [u8; 32]) -> impl Payload {
	api::tx().compliance().graduate(cohort, asset, pack, H256(report))
}

/// Removes entries of an ended cohort, and with the last one the cohort. Signed by anybody.
pub fn prune(cohort: CohortId, limit: u32) -> impl Payload {
	api::tx().compliance().prune_cohort(cohort, limit)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_cohort_is_open_from_its_first_second_up_to_its_last() {
		let limits = Limits { investors: 1, assets: 1, volume: 1, value: 1, from: 10, until: 20 };
		let mut cohort = Cohort {
			cohort: 0,
			supervisor: Account([0; 32]),
			limits,
			suspended: false,
			ended_at: None,
			investors: 0,
			assets: 0,
			graduated: 0,
			movements: 0,
			volume: 0,
			value: 0,
		};
		for (now, standing) in [(9, "not yet open"), (10, "open"), (19, "open"), (20, "over")] {
			assert_eq!(cohort.standing(now), standing);
		}
		cohort.suspended = true;
		assert_eq!(cohort.standing(10), "suspended");
		cohort.ended_at = Some(11);
		assert_eq!(cohort.standing(12), "ended");
	}
}

// SPDX-License-Identifier: Apache-2.0

//! What an investor has of an asset in detail, what others may do with it, and whom an asset
//! refuses.

use cadastre_primitives::{
	AssetId, Balance, Bucket, CheckpointId, ClassCounts, CountryCode, InvestorId, Moment,
};
use serde::Serialize;
use subxt::{tx::Payload, utils::H256};

use crate::{
	account::Account,
	api::{
		self,
		runtime_types::{
			bounded_collections::bounded_vec::BoundedVec, cadastre_runtime::RuntimeHoldReason,
			pallet_shares::types as chain,
		},
	},
	error::Result,
	view::View,
};

/// What an investor has of an asset, in units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Holding {
	/// All that is owned.
	#[serde(serialize_with = "crate::report::amount")]
	pub owned: Balance,
	/// What is not held.
	#[serde(serialize_with = "crate::report::amount")]
	pub free: Balance,
	/// What is held for a purpose.
	#[serde(serialize_with = "crate::report::amount")]
	pub held: Balance,
	/// How much of what is free, and of what comes in, is frozen. May exceed what is free.
	#[serde(serialize_with = "crate::report::amount")]
	pub frozen: Balance,
	/// How much of what is free is locked up now.
	#[serde(serialize_with = "crate::report::amount")]
	pub locked: Balance,
	/// What could be transferred now, as far as the investor's own position goes.
	#[serde(serialize_with = "crate::report::amount")]
	pub movable: Balance,
	/// Where the investor is counted, if it owns anything.
	pub counted_in: Option<String>,
	/// What is locked up.
	pub lots: Vec<Lot>,
	/// What is held.
	pub holds: Vec<Hold>,
}

/// Units that stay with their owner for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lot {
	/// How many.
	#[serde(serialize_with = "crate::report::amount")]
	pub amount: Balance,
	/// First second at which they may move.
	pub until: Moment,
}

/// Units that are held for a purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hold {
	/// What for.
	pub purpose: String,
	/// How many.
	#[serde(serialize_with = "crate::report::amount")]
	pub amount: Balance,
	/// First second at which anybody may release them; none if only who holds them may.
	pub expires_at: Option<Moment>,
}

/// What an account may transfer for another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Allowance {
	/// The account that has approved it.
	pub owner: Account,
	/// Who may transfer.
	pub spender: Account,
	/// The owner's investor.
	pub investor: InvestorId,
	/// How many units are left.
	#[serde(serialize_with = "crate::report::amount")]
	pub amount: Balance,
	/// First second at which it holds no more.
	pub expires_at: Moment,
}

/// An investor whom an asset refuses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Denied {
	/// The investor.
	pub investor: InvestorId,
	/// BLAKE2b-256 of the document that says why.
	pub reason: H256,
	/// Whether the authority has entered it, and not the issuer.
	pub by_authority: bool,
}

/// A moment whose balances can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checkpoint {
	/// Its number.
	pub checkpoint: CheckpointId,
	/// When it was taken.
	pub at: Moment,
	/// Units in issue.
	#[serde(serialize_with = "crate::report::amount")]
	pub supply: Balance,
	/// How many investors owned shares.
	pub holders: u32,
	/// What the investor owned of whom was asked, if one was.
	#[serde(serialize_with = "crate::report::some_amount")]
	pub owned: Option<Balance>,
}

/// Into which other class shares can be converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Conversion {
	/// The class that is received.
	pub into: AssetId,
	/// Units that are given.
	pub given: u32,
	/// Units that are received for them.
	pub received: u32,
}

/// Where a holder is counted, as `CH, professional`.
pub fn bucket(bucket: Bucket) -> String {
	let class = format!("{:?}", bucket.class).to_lowercase();
	format!("{}, {class}", crate::report::country_code(bucket.country))
}

impl View {
	/// What an investor has of an asset, with its lock-ups and holds.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn holding(&self, asset: AssetId, investor: InvestorId) -> Result<Holding> {
		let views = api::view_functions().shares();
		let holding = self.view(views.holding(asset, investor)).await?;
		let lots = self.view(views.lots(asset, investor)).await?;
		let holds = self.view(views.holds(asset, investor)).await?;
		Ok(Holding {
			owned: holding.owned,
			free: holding.free,
			held: holding.held,
			frozen: holding.frozen,
			locked: holding.locked,
			movable: holding.movable,
			counted_in: holding.bucket.map(|counted| bucket(counted.0)),
			lots: lots
				.0
				.into_iter()
				.map(|lot| Lot { amount: lot.amount, until: lot.until })
				.collect(),
			holds: holds
				.0
				.into_iter()
				.map(|hold| Hold {
					purpose: format!("{:?}", hold.reason),
					amount: hold.amount,
					expires_at: hold.expires_at,
				})
				.collect(),
		})
	}

	/// The purposes of those holds of a position whose time has passed.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn ended_holds(
		&self,
		asset: AssetId,
		investor: InvestorId,
	) -> Result<Vec<RuntimeHoldReason>> {
		let now = self.now().await?;
		let holds = self.view(api::view_functions().shares().holds(asset, investor)).await?;
		let ended =
			holds.0.into_iter().filter(|hold| hold.expires_at.is_some_and(|end| end <= now));
		Ok(ended.map(|hold| hold.reason).collect())
	}

	/// The allowances for shares of an asset that have not ended.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn allowances(&self, asset: AssetId) -> Result<Vec<Allowance>> {
		let storage = self.at.storage();
		let address = api::storage().shares().allowances();
		let mut entries = storage.iter(address, (asset,)).await?;
		let mut allowances = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (_, owner, spender) = entry.key()?.decode()?;
			let allowance = entry.value().decode()?;
			allowances.push(Allowance {
				owner: owner.into(),
				spender: spender.into(),
				investor: allowance.investor,
				amount: allowance.amount,
				expires_at: allowance.expires_at,
			});
		}
		allowances
			.sort_by(|one, other| (&one.owner, &one.spender).cmp(&(&other.owner, &other.spender)));
		Ok(allowances)
	}

	/// The deny list of an asset, by investor.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn denied(&self, asset: AssetId) -> Result<Vec<Denied>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().shares().denied(), (asset,)).await?;
		let mut denied = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (_, investor) = entry.key()?.decode()?;
			let denial = entry.value().decode()?;
			denied.push(Denied {
				investor,
				reason: denial.reason,
				by_authority: denial.paid.is_none(),
			});
		}
		denied.sort_by_key(|entry| entry.investor);
		Ok(denied)
	}

	/// The checkpoints of an asset, with what an investor owned at each if one is named.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn checkpoints(
		&self,
		asset: AssetId,
		of: Option<InvestorId>,
	) -> Result<Vec<Checkpoint>> {
		let views = api::view_functions().shares();
		let mut checkpoints = Vec::new();
		for found in self.view(views.checkpoints(asset)).await?.0 {
			let owned = match of {
				Some(investor) => self.view(views.balance_at(asset, investor, found.id)).await?,
				None => None,
			};
			checkpoints.push(Checkpoint {
				checkpoint: found.id,
				at: found.at,
				supply: found.supply,
				holders: found.holders,
				owned,
			});
		}
		Ok(checkpoints)
	}

	/// How many holders of an asset are counted in a country, by class.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn holders_in(&self, asset: AssetId, country: CountryCode) -> Result<ClassCounts> {
		self.view(api::view_functions().shares().holders_in(asset, country)).await
	}

	/// Into which class the shares of an asset can be converted; none if into none.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn conversion(&self, asset: AssetId) -> Result<Option<Conversion>> {
		let stored = self.get(api::storage().shares().conversions(), (asset,)).await?;
		Ok(stored.map(|stored| Conversion {
			into: stored.into,
			given: stored.denominator,
			received: stored.numerator,
		}))
	}
}

/// Counts a holder anew, where its provider now says that it belongs. Signed by anybody.
pub fn reclassify(asset: AssetId, investor: InvestorId) -> impl Payload {
	api::tx().shares().reclassify(asset, investor)
}

/// Removes of positions what nobody refers to any more. Signed by anybody.
pub fn prune(asset: AssetId, investors: Vec<InvestorId>) -> impl Payload {
	api::tx().shares().prune(asset, BoundedVec(investors))
}

/// Releases what is held for a purpose whose time has passed. Signed by anybody.
pub fn release_expired(
	asset: AssetId,
	investor: InvestorId,
	reason: RuntimeHoldReason,
) -> impl Payload {
	api::tx().shares().release_expired(asset, investor, reason)
}

/// Removes an allowance that has ended. Signed by anybody.
pub fn remove_allowance(asset: AssetId, owner: &Account, spender: &Account) -> impl Payload {
	api::tx().shares().remove_allowance(asset, owner.id(), spender.id())
}

/// Sets into which other class the shares of an asset can be converted, or that they cannot. Signed
/// by the issuer of both.
pub fn set_conversion(asset: AssetId, conversion: Option<Conversion>) -> impl Payload {
	let conversion = conversion.map(|Conversion { into, given, received }| chain::Conversion {
		into,
		numerator: received,
		denominator: given,
	});
	api::tx().shares().set_conversion(asset, conversion)
}

/// Converts shares into those of another class. Signed by a key of the owner.
pub fn convert(asset: AssetId, into: AssetId, amount: Balance) -> impl Payload {
	api::tx().shares().convert(asset, into, amount)
}

/// Puts an investor on the deny list of an asset. Signed by its issuer, or ordered by the chain.
pub fn deny(asset: AssetId, investor: InvestorId, reason: [u8; 32]) -> impl Payload {
	api::tx().shares().deny(asset, investor, H256(reason))
}

/// Takes an investor off the deny list of an asset. Signed by its issuer for its own entries, or
/// ordered by the chain.
pub fn undeny(asset: AssetId, investor: InvestorId) -> impl Payload {
	api::tx().shares().undeny(asset, investor)
}

#[cfg(test)]
mod tests {
	use super::*;
	use cadastre_primitives::{Country, InvestorClass};

	#[test]
	fn a_bucket_is_a_country_and_a_class() {
		let swiss = Country::from_code(*b"CH").unwrap();
		let counted = Bucket { country: swiss, class: InvestorClass::Professional };
		assert_eq!(bucket(counted), "CH, professional");
		let nobody = Bucket { country: Country::NONE, class: InvestorClass::Unclassified };
		assert_eq!(bucket(nobody), "--, unclassified");
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Who owns it: books, positions and movements of shares.

use cadastre_primitives::{AssetId, Balance, BookStatus, Failure, InvestorId, Moment, PackId};
use serde::Serialize;
use std::collections::BTreeMap;
use subxt::tx::Payload;

use crate::{
	account::Account,
	api,
	cap_table::{CapTable, Movement},
	error::{Error, Result},
	view::View,
	Client,
};

/// The events of the pallet.
pub use api::shares::events;

/// How many holders to ask for at a time.
const PAGE: u32 = 1_000;

/// The record of one asset's shares.
#[derive(Debug, Clone, Serialize)]
pub struct Book {
	/// The asset.
	pub asset: AssetId,
	/// For what the book is open.
	pub status: BookStatus,
	/// Who issues shares.
	pub issuer: Account,
	/// The rule pack that the asset follows.
	pub pack: PackId,
	/// Units in issue.
	#[serde(serialize_with = "crate::report::amount")]
	pub supply: Balance,
	/// The most units that may be in issue.
	#[serde(serialize_with = "crate::report::amount")]
	pub authorised: Balance,
	/// How many units are one share.
	#[serde(serialize_with = "crate::report::amount")]
	pub units_per_share: Balance,
	/// How many investors hold shares.
	pub holders: u32,
}

impl View {
	/// The book of an asset.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn book(&self, asset: AssetId) -> Result<Option<Book>> {
		let book = self.get(api::storage().shares().books(), (asset,)).await?;
		Ok(book.map(|book| Book {
			asset,
			status: book.status.0,
			issuer: book.issuer.into(),
			pack: book.pack,
			supply: book.supply,
			authorised: book.authorised,
			units_per_share: book.units_per_share,
			holders: book.holders,
		}))
	}

	/// The shares of an asset that an investor owns.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn balance(&self, asset: AssetId, investor: InvestorId) -> Result<Balance> {
		self.ask(api::runtime_apis().shares_api().balance(asset, investor)).await
	}

	/// The holders of an asset and what they own.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn holders(&self, asset: AssetId) -> Result<BTreeMap<InvestorId, Balance>> {
		let mut holders = BTreeMap::new();
		let mut after = None;
		loop {
			let question = api::runtime_apis().shares_api().holders(asset, after, PAGE);
			let page = self.ask(question).await?;
			let Some((last, _)) = page.last() else { return Ok(holders) };
			after = Some(*last);
			holders.extend(page);
		}
	}

	/// What an investor owns of each asset.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn portfolio(&self, investor: InvestorId) -> Result<BTreeMap<AssetId, Balance>> {
		let table = self.positions().await?;
		Ok(table
			.assets()
			.map(|asset| (asset, table.balance(asset, investor)))
			.filter(|(_, balance)| *balance > 0)
			.collect())
	}

	/// Every position of the register.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn positions(&self) -> Result<CapTable> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().shares().positions(), ()).await?;
		let mut balances = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (asset, investor) = entry.key()?.decode()?;
			let position = entry.value().decode()?;
			balances.push((asset, investor, position.free.saturating_add(position.held)));
		}
		Ok(CapTable::from_balances(balances))
	}

	/// Every reason against a transfer; none if it would go ahead.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn transfer_report(
		&self,
		asset: AssetId,
		from: &Account,
		to: &Account,
		amount: Balance,
	) -> Result<Vec<Failure>> {
		let question =
			api::runtime_apis().shares_api().transfer_report(asset, from.id(), to.id(), amount);
		Ok(self.ask(question).await?.into_iter().map(|failure| failure.0).collect())
	}

	/// Every reason against a transfer by an allowance; none if it would go ahead.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn transfer_from_report(
		&self,
		asset: AssetId,
		spender: &Account,
		owner: &Account,
		to: &Account,
		amount: Balance,
	) -> Result<Vec<Failure>> {
		let question = api::view_functions().shares().transfer_from_report(
			asset,
			spender.id(),
			owner.id(),
			to.id(),
			amount,
		);
		Ok(self.view(question).await?.0.into_iter().map(|failure| failure.0).collect())
	}

	/// Every reason against an issue; none if it would go ahead.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn issue_report(
		&self,
		asset: AssetId,
		to: &Account,
		amount: Balance,
	) -> Result<Vec<Failure>> {
		let question = api::runtime_apis().shares_api().issue_report(asset, to.id(), amount);
		Ok(self.ask(question).await?.into_iter().map(|failure| failure.0).collect())
	}

	/// A page of the holders whom the pack of an asset, or its announced version, would lock out,
	/// and the investor after which the next page begins; none at the end.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn pack_impact(
		&self,
		asset: AssetId,
		upcoming: bool,
		after: Option<InvestorId>,
	) -> Result<(Vec<(InvestorId, Vec<Failure>)>, Option<InvestorId>)> {
		let question = api::view_functions().shares().pack_impact(asset, upcoming, after, PAGE);
		let (refused, next) = self.view(question).await?;
		let refused = refused.into_iter().map(|(investor, failures)| {
			(investor, failures.0.into_iter().map(|failure| failure.0).collect())
		});
		Ok((refused.collect(), next))
	}

	/// All holders whom the pack of an asset, or its announced version, would lock out.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn locked_out(
		&self,
		asset: AssetId,
		upcoming: bool,
	) -> Result<Vec<(InvestorId, Vec<Failure>)>> {
		let mut all = Vec::new();
		let mut after = None;
		loop {
			let (page, next) = self.pack_impact(asset, upcoming, after).await?;
			all.extend(page);
			if next.is_none() {
				return Ok(all);
			}
			after = next;
		}
	}

	/// The movements of shares in this block, in their order.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn movements(&self) -> Result<Vec<Movement>> {
		let mut movements = Vec::new();
		for event in self.all_events().await?.iter() {
			let event = event?;
			if let Some(event) = event.decode_fields_as::<events::Issued>() {
				let events::Issued { asset, to, amount, .. } = event?;
				movements.push(Movement::Issued { asset, to, amount });
			} else if let Some(event) = event.decode_fields_as::<events::Transferred>() {
				let events::Transferred { asset, from, to, amount, .. } = event?;
				movements.push(Movement::Transferred { asset, from, to, amount });
			} else if let Some(event) = event.decode_fields_as::<events::Redeemed>() {
				let events::Redeemed { asset, from, amount, .. } = event?;
				movements.push(Movement::Redeemed { asset, from, amount });
			} else if let Some(event) = event.decode_fields_as::<events::ForciblyTransferred>() {
				let events::ForciblyTransferred { asset, from, to, amount, .. } = event?;
				movements.push(Movement::Transferred { asset, from, to, amount });
			} else if let Some(event) = event.decode_fields_as::<events::Cancelled>() {
				let events::Cancelled { asset, from, amount } = event?;
				movements.push(Movement::Redeemed { asset, from, amount });
			} else if let Some(event) = event.decode_fields_as::<events::Converted>() {
				let events::Converted { asset, into, investor, amount, received, .. } = event?;
				let movement = Movement::Converted { asset, into, investor, amount, received };
				movements.push(movement);
			}
		}
		Ok(movements)
	}
}

impl Client {
	/// The holders of all assets, computed from the events of every block from the first one to
	/// that of a view, and from nothing else. `progress` is told of each block.
	///
	/// # Errors
	/// If the node does not answer, has forgotten the state of old blocks, or the events do not add
	/// up.
	pub async fn cap_table_from_events(
		&self,
		until: &View,
		mut progress: impl FnMut(u64),
	) -> Result<CapTable> {
		use futures::{StreamExt, TryStreamExt};

		let mut blocks = futures::stream::iter(1..=until.number())
			.map(|number| async move { self.at_number(number).await?.movements().await })
			.buffered(16);
		let mut table = CapTable::default();
		while let Some(movements) = blocks.try_next().await? {
			for movement in movements {
				table
					.apply(movement)
					.map_err(|contradiction| Error::Contradiction(contradiction.to_string()))?;
			}
			progress(1);
		}
		Ok(table)
	}
}

/// Issues new shares to an investor. Signed by the issuer.
pub fn issue(asset: AssetId, to: &Account, amount: Balance) -> impl Payload {
	api::tx().shares().issue(asset, to.id(), amount)
}

/// Transfers shares to another investor. Signed by a key of the owner.
pub fn transfer(asset: AssetId, to: &Account, amount: Balance) -> impl Payload {
	api::tx().shares().transfer(asset, to.id(), amount)
}

/// Redeems shares: they cease to exist. Signed by a key of the owner.
pub fn redeem(asset: AssetId, amount: Balance) -> impl Payload {
	api::tx().shares().redeem(asset, amount)
}

/// Sets the rule pack that an asset follows. Signed by the issuer.
pub fn set_pack(asset: AssetId, pack: PackId) -> impl Payload {
	api::tx().shares().set_pack(asset, pack)
}

/// Makes `numerator` shares of each `denominator` ones: how many units are a share changes, and
/// nothing else. Signed by the issuer.
pub fn split(asset: AssetId, numerator: u32, denominator: u32) -> impl Payload {
	api::tx().shares().split(asset, numerator, denominator)
}

/// Lets another account transfer so many of one's shares, until a moment. Signed by a key of the
/// owner.
pub fn approve(
	asset: AssetId,
	spender: &Account,
	amount: Balance,
	expires_at: Moment,
) -> impl Payload {
	api::tx().shares().approve(asset, spender.id(), amount, expires_at)
}

/// Transfers shares of an owner who has approved it. Signed by the spender.
pub fn transfer_from(
	asset: AssetId,
	owner: &Account,
	to: &Account,
	amount: Balance,
) -> impl Payload {
	api::tx().shares().transfer_from(asset, owner.id(), to.id(), amount)
}

// SPDX-License-Identifier: Apache-2.0

//! A register that is kept from events alone, block by block, from the start of the story.

use super::is_of;
use anyhow::Result;
use cadastre_client::{cap_table::CapTable, Client, View};
use cadastre_primitives::AssetId;
use futures::{StreamExt, TryStreamExt};
use std::sync::Arc;

/// A register, and up to which block it is kept.
pub(super) struct Ledger {
	client: Arc<Client>,
	table: CapTable,
	block: u64,
	first_asset: AssetId,
}

impl Ledger {
	/// Begins with the next block. The assets that are there already are not in it.
	pub(super) async fn follow(client: Arc<Client>) -> Result<Self> {
		let view = client.head().await?;
		let first_asset = view.next_asset().await?;
		Ok(Self { client, table: CapTable::default(), block: view.number(), first_asset })
	}

	/// The id from which on assets are in the register.
	pub(super) fn first_asset(&self) -> AssetId {
		self.first_asset
	}

	/// The register after the newest block.
	pub(super) async fn reach(&mut self) -> Result<CapTable> {
		let view = self.client.head().await?;
		self.reach_view(&view).await
	}

	/// The register after a block.
	pub(super) async fn reach_view(&mut self, view: &View) -> Result<CapTable> {
		let client = &self.client;
		let mut blocks = futures::stream::iter(self.block + 1..=view.number())
			.map(|number| async move { client.at_number(number).await?.movements().await })
			.buffered(16);
		while let Some(movements) = blocks.try_next().await? {
			for movement in movements {
				if is_of(&movement, self.first_asset) {
					self.table.apply(movement)?;
				}
			}
			self.block += 1;
		}
		Ok(self.table.clone())
	}
}

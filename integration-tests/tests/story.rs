// SPDX-License-Identifier: Apache-2.0

//! The story of `cadastre demo`, on a real node: through the program, and seen through the library.

#![cfg(test)]

use anyhow::Result;
use cadastre_client::{Client, Options};
use cadastre_integration_tests::{Cli, Node};
use cadastre_primitives::{AssetStatus, BookStatus};

#[tokio::test(flavor = "multi_thread")]
async fn the_story_is_told_and_the_register_is_equal_to_its_events() -> Result<()> {
	let node = Node::start().await?;
	let cli = Cli::new(&node.url())?;

	let told = cli.json(&["demo", "--headless"]).await?;
	assert_eq!(told["telling"], 0);
	assert_eq!(told["homes"], 50);
	assert_eq!(told["investors"], 24);
	let transfers = &told["transfers"];
	assert_eq!(transfers["tried"], 220, "200, and 10 twice while the provider is de-listed");
	let count = |key: &str| transfers[key].as_u64().unwrap_or_default();
	assert_eq!(count("carried") + count("refused"), 220);
	assert!(count("carried") >= 60, "{transfers}");
	for reason in [
		"InsufficientShares",
		"ProviderNotListed",
		"MissingFlags",
		"CountryNotAllowed",
		"CountryDenied",
		"HolderCapExceeded",
		"OwnershipCapExceeded",
	] {
		assert!(transfers["reasons"][reason].as_u64() > Some(0), "no {reason}: {transfers}");
	}
	assert_eq!(transfers["reasons"]["ProviderNotListed"], 20, "on both sides of 10 transfers");
	assert_eq!(told["cap_table"]["differences"], serde_json::json!([]));
	// 150 issues, the transfers that were carried out, one redemption, and the company's movements.
	let company = &told["company"];
	let movements = company["movements"].as_u64().unwrap_or_default();
	assert_eq!(movements, 5, "four issues and a transfer");
	assert_eq!(told["cap_table"]["events"].as_u64(), Some(150 + count("carried") + 1 + movements));
	assert_eq!(company["units_per_share"], "100", "1,000 before the split 1:10");
	assert!(company["flow_back_until"].as_u64() > Some(0), "{company}");
	assert_eq!(company["locked_out"], 3, "two retail investors and a resident of Singapore");

	// What the orders of the story have left: a freeze in force and a recovery that waits.
	let listed = cli.json(&["order", "list"]).await?;
	let states: Vec<_> = listed["orders"].as_array().into_iter().flatten().collect();
	assert_eq!(states.len(), 2, "{listed}");
	assert!(states.iter().any(|order| order["state"] == "in_force"), "{listed}");
	assert!(states.iter().any(|order| order["state"]["waiting"].is_object()), "{listed}");

	// The same, seen by the library from the chain's first block on.
	let client = Client::connect(&node.url(), &Options::default()).await?;
	let view = client.head().await?;
	let stored = view.positions().await?;
	let computed = client.cap_table_from_events(&view, |_| ()).await?;
	assert_eq!(computed.differences(&stored), []);
	assert_eq!(computed.assets().count(), 51);
	for asset in computed.assets() {
		let book = view.book(asset).await?.expect("an asset with holders has a book");
		assert_eq!(book.supply, computed.supply(asset));
		assert_eq!(book.holders as usize, computed.holders(asset).len());
		assert_eq!(book.status, BookStatus::Open);
		let holders = view.holders(asset).await?;
		assert_eq!(holders.into_iter().collect::<Vec<_>>().len(), book.holders as usize);
		let info = view.existing_asset(asset).await?;
		assert_eq!(info.status, AssetStatus::Active);
		assert!((1..=2).contains(&info.papers));
		assert!(info.verified.is_some());
	}
	let providers = view.providers().await?;
	assert!(providers.iter().all(|provider| provider.listed), "{providers:?}");

	// And by the program, for one asset.
	let table = cli.json(&["cap-table", "0", "--from-events"]).await?;
	assert_eq!(table["equals_events"], true);

	// It can be told again, with new people and new homes, and in words.
	let again = cli.run(&["demo", "--headless"]).await?;
	assert_eq!(again.code, 0, "{}", again.err);
	for part in [
		"telling no. 2 on this chain",
		"Seattle, parcel ",
		"The provider is de-listed: its investors stop at once",
		"which is not listed.",
		"The way out stays open",
		"The shares may not flow back to this receiver before",
		"The committee dismisses the appeal, and the order goes on",
		"The sender's shares are frozen, by an order",
		"No position was written: only the units of a share changed.",
		"Nobody is locked out today; 3 of 4 holders would be",
		"The chain's state says the same in every position, to the share.",
	] {
		assert!(again.out.contains(part), "{part} is not in\n{}", again.out);
	}
	assert_eq!(client.head().await?.next_asset().await?, 102);
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_story_can_be_told_to_a_chain_that_seals_at_once() -> Result<()> {
	let node = Node::start_with(&["--instant-seal"]).await?;
	let told = Cli::new(&node.url())?.json(&["demo", "--headless"]).await?;
	assert_eq!(told["cap_table"]["differences"], serde_json::json!([]));
	assert_eq!(told["transfers"]["tried"], 220);
	Ok(())
}

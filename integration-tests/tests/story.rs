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
	let income = &told["income"];
	let sold = income["movements"].as_u64().unwrap_or_default();
	assert_eq!(sold, 10, "sales in the middle of the year of rent");
	let events = 150 + count("carried") + 1 + movements + sold;
	assert_eq!(told["cap_table"]["events"].as_u64(), Some(events));
	assert_eq!(company["units_per_share"], "100", "1,000 before the split 1:10");
	assert!(company["flow_back_until"].as_u64() > Some(0), "{company}");
	assert_eq!(company["locked_out"], 3, "two retail investors and a resident of Singapore");

	// A year of rent in two currencies, with the tax of six countries, computed from events.
	let number = |value: &serde_json::Value| value.as_u64().unwrap_or_default();
	let text = |value: &serde_json::Value| -> u128 {
		value.as_str().and_then(|text| text.parse().ok()).unwrap_or_default()
	};
	let homes = number(&income["streams"]) + number(&income["distributions"]) / 4;
	assert_eq!(homes, 50, "{income}");
	assert_eq!(number(&income["rents"]), 12 * number(&income["streams"]));
	assert_eq!(income["countries"], 6);
	assert_eq!(income["differences"], serde_json::json!([]));
	assert!(number(&income["statements"]) >= 12, "{income}");
	for currency in ["native", "840"] {
		let sums = &income["totals"][currency];
		assert!(text(&sums["tax"]) > 0 && number(&sums["receipts"]) > 20, "{sums}");
		assert_eq!(text(&sums["gross"]), text(&sums["tax"]) + text(&sums["paid"]), "{sums}");
		let withheld = income["withheld"].as_array().into_iter().flatten();
		let withheld: u128 = withheld
			.filter(|due| due["currency"] == currency)
			.map(|due| text(&due["amount"]))
			.sum();
		assert_eq!(withheld, text(&sums["tax"]), "{income}");
	}

	// A resolution that appointed a manager, one that replaced it, and one for which too few came.
	let assemblies = &told["assemblies"];
	let failed = &assemblies["failed"];
	assert!(0 < text(&failed["cast"]) && text(&failed["cast"]) < text(&failed["quorum"]));
	assert_ne!(assemblies["manager"], assemblies["before"]);
	let asset = assemblies["asset"].to_string();
	let managed = cli.json(&["manager", "show", &asset]).await?;
	assert_eq!(managed["manager"], assemblies["manager"]);
	let resolved = cli.json(&["resolution", "list", &asset]).await?;
	let phases: Vec<_> = resolved["resolutions"].as_array().into_iter().flatten().collect();
	assert_eq!(phases.len(), 2, "{resolved}");
	for resolution in phases {
		assert_eq!(resolution["phase"], "Done", "{resolved}");
		let state = &resolution["motions"][0]["state"];
		assert_eq!(state, &serde_json::json!({ "executed": { "choice": 0 } }), "{resolved}");
	}
	let thin = [failed["asset"].to_string(), failed["resolution"].to_string()];
	let status = cli.json(&["resolution", "status", &thin[0], &thin[1]]).await?;
	assert_eq!(status["resolution"]["motions"][0]["state"], "rejected", "{status}");

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
		"the rents until then stay theirs",
		"what arrived in dollars are the same, to the unit.",
		"is refused: Dao.WrongPhase",
		"it fails for want of a quorum.",
		"After the timelock the call is dispatched as the holders of asset",
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

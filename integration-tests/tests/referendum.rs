// SPDX-License-Identifier: Apache-2.0

//! A referendum from the command line, on a real node: submitted, paid for, voted on, confirmed and
//! enacted, with what is missing at each step.

#![cfg(test)]

use anyhow::{bail, Context, Result};
use cadastre_client::{api, compliance, digest, Client, Options, Signer};
use cadastre_integration_tests::{Cli, Node};
use serde_json::Value;
use std::time::{Duration, Instant};

/// Blocks of the relay chain are counted, and a development node has one with each of its own.
const BLOCK_TIME: &str = "100";

/// How long the shortest track may take: 500 blocks.
const PATIENCE: Duration = Duration::from_secs(300);

async fn status(cli: &Cli) -> Result<Value> {
	cli.json(&["referendum", "status", "0"]).await
}

/// The lines that say what is missing.
fn missing(status: &Value) -> Vec<&str> {
	status["missing"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referendum_goes_its_way_from_the_command_line() -> Result<()> {
	let node = Node::start_with(&["--dev-block-time", BLOCK_TIME]).await?;
	let cli = Cli::new(&node.url())?;
	let ferdie = cli.as_signer("//Ferdie");
	let client = Client::connect(&node.url(), &Options::default()).await?;
	let view = client.head().await?;

	let tracks = cli.json(&["referendum", "tracks"]).await?;
	assert_eq!(tracks["tracks"].as_array().map(Vec::len), Some(8), "{tracks}");

	// The committee whitelists that the provider is de-listed; the voters decide on it.
	let delist = view.call_data(&compliance::delist_provider(0))?;
	let hash = digest(&delist);
	let members = ["//Alice", "//Bob"].map(|suri| Signer::from_suri(suri).expect("it is a key"));
	client.decide(&api::tx().whitelist().whitelist_call(hash.into()), &members).await?;
	let inner = view.inner_call(&compliance::delist_provider(0))?;
	let dispatch = api::tx().whitelist().dispatch_whitelisted_call_with_preimage(inner);
	let digits = view.call_data(&dispatch)?.into_iter().map(|byte| format!("{byte:02x}"));
	let call = format!("0x{}", digits.collect::<String>());

	let submit = ["referendum", "submit", "--track", "whitelisted_caller", "--call", &call];
	let submitted = ferdie.json(&submit).await?;
	assert_eq!(submitted["referendum"], 0);
	assert_eq!(submitted["call"], "Whitelist.dispatch_whitelisted_call_with_preimage");

	let before = status(&cli).await?;
	let said = missing(&before);
	assert!(said[0].contains("cadastre referendum deposit 0"), "{said:?}");
	assert!(said.iter().any(|line| line.starts_with("Support: 0.00 %")), "{said:?}");
	ferdie.json(&["referendum", "deposit", "0"]).await?;
	let after = status(&cli).await?;
	assert!(after["referendum"]["stage"]["preparing"].is_object(), "{after}");
	let again = ferdie.run(&["referendum", "deposit", "0"]).await?;
	assert_eq!(again.code, 1);
	assert!(again.err.contains("Referenda.HasDeposit"), "{}", again.err);

	// One delegates, seven vote.
	let ferdies = Signer::from_suri("//Ferdie")?.account().to_string();
	let delegate = ["referendum", "delegate", "whitelisted_caller", &ferdies, "--amount", "900000"];
	cli.as_signer("//Eve").json(&delegate).await?;
	let vote = ["referendum", "vote", "0", "--aye", "--amount", "900000", "--conviction", "1"];
	for suri in ["//Ferdie", "//Alice", "//Bob", "//Charlie", "//Dave"] {
		cli.as_signer(suri).json(&vote).await?;
	}
	for suri in ["//Alice//stash", "//Bob//stash"] {
		cli.as_signer(suri).json(&vote).await?;
	}
	let voted = status(&cli).await?;
	let standing = &voted["referendum"]["standing"];
	assert_eq!(standing["approval"], 1.0, "{voted}");
	assert!(standing["support"].as_f64() > Some(0.5), "{voted}");
	assert!(missing(&voted).is_empty(), "{voted}");
	let listed = cli.json(&["referendum", "list"]).await?;
	assert_eq!(listed["referenda"].as_array().map(Vec::len), Some(1), "{listed}");

	// Prepared, confirmed, approved, enacted.
	let begin = Instant::now();
	let mut seen = std::collections::BTreeSet::new();
	loop {
		let now = status(&cli).await?;
		let stage = &now["referendum"]["stage"];
		let name = stage
			.as_str()
			.map(str::to_owned)
			.or_else(|| stage.as_object().and_then(|stage| stage.keys().next().cloned()));
		seen.insert(name.context("it has a stage")?);
		if stage == "approved" {
			break;
		}
		if begin.elapsed() > PATIENCE {
			bail!("it is not approved: {now}");
		}
		tokio::time::sleep(Duration::from_secs(1)).await;
	}
	assert!(seen.contains("preparing") && seen.contains("confirming"), "{seen:?}");
	let refunded = ferdie.json(&["referendum", "refund", "0"]).await?;
	assert_eq!(refunded["amount"], "1001000000000000", "1,000 CDST and 1: {refunded}");
	let nothing = ferdie.run(&["referendum", "refund", "0"]).await?;
	assert_eq!(nothing.code, 1, "{}", nothing.out);
	while client.head().await?.providers().await?.iter().any(|provider| provider.listed) {
		if begin.elapsed() > PATIENCE {
			bail!("it is not enacted");
		}
		tokio::time::sleep(Duration::from_secs(1)).await;
	}
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_referendum_is_said() -> Result<()> {
	let node = Node::start().await?;
	let cli = Cli::new(&node.url())?.as_signer("//Ferdie");
	for (arguments, code, word) in [
		(&["referendum", "status", "7"][..], 1, "there is no referendum 7"),
		(&["referendum", "deposit", "7"], 1, "there is no referendum 7"),
		(&["referendum", "vote", "7", "--aye", "--amount", "1"], 1, "there is no referendum 7"),
		(&["referendum", "vote", "7", "--amount", "1"], 2, "--aye"),
		(&["referendum", "vote", "7", "--aye", "--nay", "--amount", "1"], 2, "--nay"),
		(&["referendum", "vote", "7", "--aye", "--amount", "0"], 2, "12 decimals"),
		(
			&["referendum", "submit", "--track", "king", "--call", "0x000000"],
			1,
			"the tracks are root, whitelisted_caller",
		),
		(
			&["referendum", "submit", "--track", "root", "--call", "0xffff"],
			1,
			"this is no call of the chain",
		),
		(
			&["referendum", "submit", "--track", "root", "--call", "0x00000000"],
			1,
			"bytes are left over",
		),
		(&["referendum", "submit", "--track", "root", "--call", "hello"], 2, "in hex"),
		(&["referendum", "undelegate", "root"], 1, "ConvictionVoting.NotDelegating"),
	] {
		let answer = cli.run(arguments).await?;
		assert_eq!(answer.code, code, "{arguments:?}: {}", answer.err);
		assert!(answer.err.contains(word), "{arguments:?}: no «{word}» in {}", answer.err);
	}
	Ok(())
}

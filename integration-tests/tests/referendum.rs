// SPDX-License-Identifier: Apache-2.0

//! What token holders decide about the chain, from the command line and on a real node: calls are
//! written, referred, paid for, voted on and enacted, with what is missing at each step.

#![cfg(test)]

use anyhow::{bail, Context, Result};
use cadastre_client::{
	api, compliance, currency::Currency, digest, Client, Config, Options, Signer,
};
use cadastre_integration_tests::{Cli, Node};
use cadastre_primitives::token::UNIT;
use futures::future::try_join_all;
use serde_json::Value;
use std::time::{Duration, Instant};
use subxt::OnlineClient;

/// A development chain counts each of its blocks as one of the relay chain, and decides in a few.
const BLOCK_TIME: &str = "250";

/// How long a referendum may take: a few blocks on a machine that does other things.
const PATIENCE: Duration = Duration::from_secs(180);

/// Who votes: nine of twelve equal holders, more than half of all tokens.
const VOTERS: [&str; 9] = [
	"//Alice",
	"//Bob",
	"//Charlie",
	"//Dave",
	"//Ferdie",
	"//Alice//stash",
	"//Bob//stash",
	"//Charlie//stash",
	"//Dave//stash",
];

async fn status(cli: &Cli, referendum: u64) -> Result<Value> {
	cli.json(&["referendum", "status", &referendum.to_string()]).await
}

/// The lines that say what is missing.
fn missing(status: &Value) -> Vec<&str> {
	status["missing"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Writes a call as people do.
async fn written(cli: &Cli, name: &str, arguments: &[&str]) -> Result<String> {
	let words = [&["referendum", "call", name], arguments].concat();
	let call = cli.json(&words).await?["call"].as_str().context("no call")?.to_owned();
	Ok(call)
}

/// Refers a call to the voters, who vote, and then places the deposit. Answers the number.
async fn put_to_vote(cli: &Cli, track: &str, call: &str) -> Result<u64> {
	let ferdie = cli.as_signer("//Ferdie");
	let submitted =
		ferdie.json(&["referendum", "submit", "--track", track, "--call", call]).await?;
	let number = submitted["referendum"].as_u64().context("it has a number")?;
	let text = number.to_string();
	let vote = ["referendum", "vote", &text, "--aye", "--amount", "700000", "--conviction", "1"];
	try_join_all(VOTERS.map(|suri| {
		let cli = cli.as_signer(suri);
		async move { cli.json(&vote).await }
	}))
	.await?;
	ferdie.json(&["referendum", "deposit", &text]).await?;
	Ok(number)
}

/// Waits until a referendum is approved.
async fn approved(cli: &Cli, referendum: u64) -> Result<()> {
	let begin = Instant::now();
	loop {
		let now = status(cli, referendum).await?;
		if now["referendum"]["stage"] == "approved" {
			return Ok(());
		}
		if begin.elapsed() > PATIENCE {
			bail!("it is not approved: {now}");
		}
		tokio::time::sleep(Duration::from_millis(250)).await;
	}
}

/// Waits until something holds.
async fn until<F: std::future::Future<Output = Result<bool>>>(
	what: &str,
	condition: impl Fn() -> F,
) -> Result<()> {
	let begin = Instant::now();
	while !condition().await? {
		if begin.elapsed() > PATIENCE {
			bail!("not so: {what}");
		}
		tokio::time::sleep(Duration::from_millis(250)).await;
	}
	Ok(())
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
	// A day in 10 seconds: two hours are less than a block, which is what it is rounded up to.
	assert_eq!(tracks["tracks"][0]["prepare_period"], 1, "{tracks}");
	// 28 days.
	assert_eq!(tracks["tracks"][0]["decision_period"], 47, "{tracks}");

	// The committee whitelists that the provider is de-listed; the voters decide on it.
	let delist = view.call_bytes(&compliance::delist_provider(0))?;
	let hash = digest(&delist);
	let members = ["//Alice", "//Bob"].map(|suri| Signer::from_suri(suri).expect("it is a key"));
	client.decide(&api::tx().whitelist().whitelist_call(hash.into()), &members).await?;
	let inner = "Compliance(delist_provider { provider: 0 })";
	let dispatch = "Whitelist.dispatch_whitelisted_call_with_preimage";
	let call = written(&cli, dispatch, &[inner]).await?;
	assert_eq!(call, {
		let inner = view.inner_call(&compliance::delist_provider(0))?;
		let call = api::tx().whitelist().dispatch_whitelisted_call_with_preimage(inner);
		format!("0x{}", hex::encode(view.call_bytes(&call)?))
	});

	let submit = ["referendum", "submit", "--track", "whitelisted_caller", "--call", &call];
	let submitted = ferdie.json(&submit).await?;
	assert_eq!(submitted["referendum"], 0);
	assert_eq!(submitted["call"], "Whitelist.dispatch_whitelisted_call_with_preimage");

	let before = status(&cli, 0).await?;
	let said = missing(&before);
	assert!(said[0].contains("cadastre referendum deposit 0"), "{said:?}");
	assert!(said.iter().any(|line| line.starts_with("Support: 0.00 %")), "{said:?}");

	// One delegates, and the delegate's vote counts for both.
	let ferdies = Signer::from_suri("//Ferdie")?.account().to_string();
	let delegate = ["referendum", "delegate", "whitelisted_caller", &ferdies, "--amount", "900000"];
	cli.as_signer("//Eve").json(&delegate).await?;
	let vote = ["referendum", "vote", "0", "--aye", "--amount", "900000", "--conviction", "1"];
	ferdie.json(&vote).await?;
	let two = status(&cli, 0).await?;
	assert_eq!(two["referendum"]["ayes"].as_u64(), u64::try_from(1_800_000 * UNIT).ok(), "{two}");
	// A vote can be taken back, and given again.
	ferdie.json(&["referendum", "retract", "0"]).await?;
	assert_eq!(status(&cli, 0).await?["referendum"]["ayes"], 0);
	for suri in ["//Ferdie", "//Alice", "//Bob", "//Charlie", "//Dave"] {
		cli.as_signer(suri).json(&vote).await?;
	}
	for suri in ["//Alice//stash", "//Bob//stash"] {
		cli.as_signer(suri).json(&vote).await?;
	}
	let voted = status(&cli, 0).await?;
	let standing = &voted["referendum"]["standing"];
	assert_eq!(standing["approval"], 1.0, "{voted}");
	assert!(standing["support"].as_f64() > Some(0.5), "{voted}");
	// Nothing but the deposit.
	assert_eq!(missing(&voted).len(), 1, "{voted}");
	let listed = cli.json(&["referendum", "list"]).await?;
	assert_eq!(listed["referenda"].as_array().map(Vec::len), Some(1), "{listed}");

	ferdie.json(&["referendum", "deposit", "0"]).await?;
	approved(&cli, 0).await?;
	let again = ferdie.run(&["referendum", "deposit", "0"]).await?;
	assert_eq!(again.code, 1);
	assert!(again.err.contains("Referenda.NotOngoing"), "{}", again.err);
	let refunded = ferdie.json(&["referendum", "refund", "0"]).await?;
	assert_eq!(refunded["amount"], "1001000000000000", "1,000 CDST and 1: {refunded}");
	let nothing = ferdie.run(&["referendum", "refund", "0"]).await?;
	assert_eq!(nothing.code, 1, "{}", nothing.out);
	until("the provider is de-listed", || async {
		Ok(client.head().await?.providers().await?.iter().all(|provider| !provider.listed))
	})
	.await?;
	cli.as_signer("//Eve").json(&["referendum", "undelegate", "whitelisted_caller"]).await?;
	Ok(())
}

/// The stories of `docs/governance.md`, each by its own track.
#[tokio::test(flavor = "multi_thread")]
async fn voters_do_what_the_tracks_are_for() -> Result<()> {
	let node = Node::start_with(&["--dev-block-time", BLOCK_TIME]).await?;
	let cli = Cli::new(&node.url())?;
	let client = Client::connect(&node.url(), &Options::default()).await?;
	let eve = Signer::from_suri("//Eve")?.account().to_string();

	// A provider is appointed, and removed.
	let everywhere = format!("0x{}", "ff".repeat(32));
	let terms = format!("{{ countries: {everywhere}, flags: 3, daily: 100 }}");
	let appoint = written(&cli, "Compliance.appoint_provider", &[&eve, &terms]).await?;
	let first = put_to_vote(&cli, "compliance_admin", &appoint).await?;
	approved(&cli, first).await?;
	let providers = || async { Ok::<_, anyhow::Error>(client.head().await?.providers().await?) };
	until("there are two providers", || async { Ok(providers().await?.len() == 2) }).await?;
	for name in ["Compliance.delist_provider", "Compliance.dismiss_provider"] {
		let call = written(&cli, name, &["1"]).await?;
		approved(&cli, put_to_vote(&cli, "compliance_admin", &call).await?).await?;
	}
	until("there is one provider", || async { Ok(providers().await?.len() == 1) }).await?;

	// A payment currency is listed: its number, its owner, whether it keeps accounts alive, the least
	// balance.
	let owner = format!("Id({eve})");
	let list = written(&cli, "Assets.force_create", &["77", &owner, "true", "10000"]).await?;
	approved(&cli, put_to_vote(&cli, "asset_admin", &list).await?).await?;
	let listed = || async {
		let currencies = client.head().await?.currencies().await?;
		Ok(currencies.iter().any(|one| one.currency == Currency::Asset(77)))
	};
	until("the currency is listed", listed).await?;

	// The price of a byte is set; money of the treasury is spent. On one track, at once.
	let price = ["Fees(BytePrice((), Some(20000000)))"];
	let price = written(&cli, "Parameters.set_parameter", &price).await?;
	let price = put_to_vote(&cli, "treasurer", &price).await?;
	let spend = ["Native()", "1000000000000", &eve, "None()"];
	let spend = written(&cli, "Treasury.spend", &spend).await?;
	let spend = put_to_vote(&cli, "treasurer", &spend).await?;
	approved(&cli, price).await?;
	approved(&cli, spend).await?;
	let chain = OnlineClient::<Config>::from_url(node.url()).await?;
	until("the price is set, and the money to be paid", || async {
		let now = chain.at_current_block().await?;
		let mut prices = now.storage().iter(api::storage().parameters().parameters(), ()).await?;
		let spends = api::storage().treasury().spends();
		Ok(prices.next().await.is_some() && now.storage().try_fetch(spends, (0,)).await?.is_some())
	})
	.await?;

	// The code of an upgrade is authorized by its hash.
	let hash = format!("0x{}", "5a".repeat(32));
	let upgrade = written(&cli, "System.authorize_upgrade", &[&hash]).await?;
	approved(&cli, put_to_vote(&cli, "root", &upgrade).await?).await?;
	until("the upgrade is authorized", || async {
		let now = chain.at_current_block().await?;
		let authorized = api::storage().system().authorized_upgrade();
		let Some(found) = now.storage().try_fetch(authorized, ()).await? else { return Ok(false) };
		Ok(found.decode()?.code_hash.0 == [0x5a; 32])
	})
	.await?;

	// On another track the same is approved, and does nothing.
	let call = written(&cli, "Compliance.delist_provider", &["0"]).await?;
	approved(&cli, put_to_vote(&cli, "treasurer", &call).await?).await?;
	let then = client.head().await?.number();
	until("it has been tried", || async { Ok(client.head().await?.number() > then + 10) }).await?;
	assert!(providers().await?.iter().all(|provider| provider.listed));
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
		(&["referendum", "vote", "7", "--aye", "--amount", "0"], 2, "more than 0 CDST"),
		(&["referendum", "vote", "7", "--aye", "--amount", "1e3"], 2, "decimal places, of CDST"),
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
		(&["referendum", "call", "Treasury.steal"], 1, "the chain has no such call"),
		(&["referendum", "call", "spend"], 1, "write it as Pallet.call"),
		(&["referendum", "call", "Compliance.delist_provider"], 1, "1 arguments, not 0: provider"),
		(&["referendum", "call", "Compliance.delist_provider", "0 1"], 1, "is left over"),
		(&["referendum", "call", "Compliance.delist_provider", "mine"], 1, "provider"),
		(&["referendum", "undelegate", "root"], 1, "ConvictionVoting.NotDelegating"),
	] {
		let answer = cli.run(arguments).await?;
		assert_eq!(answer.code, code, "{arguments:?}: {}", answer.err);
		assert!(answer.err.contains(word), "{arguments:?}: no «{word}» in {}", answer.err);
	}
	Ok(())
}

// SPDX-License-Identifier: Apache-2.0

//! Bad input on a real node: each a clear error, nothing lost, nothing changed.

#![cfg(test)]

use anyhow::{Context, Result};
use cadastre_client::{
	api, asset_registry,
	cap_table::CapTable,
	compliance,
	pack::{Pack, Rule, Sides},
	shares, Account, Client, Options, Signer,
};
use cadastre_integration_tests::{Answer, Cli, Node};
use cadastre_primitives::{AssetClass, AssetId, Balance, Claims, Flags, Key, Moment, PaperKind};
use std::path::PathBuf;

/// Shares that Bob has at first.
const SHARES: Balance = 100;

/// A chain on which Bob owns shares of an asset of Alice's, and Charlie may own some too.
struct Stage {
	client: Client,
	cli: Cli,
	asset: AssetId,
	// Last, so that the node outlives the connection.
	_node: Node,
}

/// All that a movement could change.
#[derive(Debug, PartialEq)]
struct State {
	positions: CapTable,
	supply: Balance,
	next_asset: AssetId,
	keys: Vec<Option<Key>>,
}

/// What an account paid and sent.
struct Purse {
	nonce: u64,
	balance: Balance,
}

fn signer(name: &str) -> Signer {
	Signer::from_suri(&format!("//{name}")).unwrap()
}

fn account(name: &str) -> Account {
	signer(name).account().clone()
}

fn claims(now: Moment, valid_until: Moment) -> Claims {
	Claims {
		residence: *b"CH",
		tax_residence: *b"CH",
		flags: Flags::KYC,
		valid_from: now,
		valid_until,
	}
}

impl Stage {
	async fn set() -> Result<Self> {
		let node = Node::start().await?;
		let cli = Cli::new(&node.url())?;
		let client = Client::connect(&node.url(), &Options::default()).await?;
		// The first block gives the chain its time.
		client.send(&api::tx().system().remark(vec![]), &signer("Alice")).await?;
		let view = client.head().await?;
		let now = view.now().await?;
		let year = claims(now, now + 365 * 24 * 60 * 60);

		let pack =
			Pack { rules: vec![Rule::Required { side: Sides::Both, flags: "kyc".to_owned() }] };
		let published = client.send(&compliance::publish_pack(&pack), &signer("Alice")).await?;
		let pack = published.event::<compliance::events::PackPublished>()?.pack;
		let asset = view.next_asset().await?;
		let register =
			asset_registry::register(AssetClass::RealEstate, "House", Some(*b"CH"), pack, 1_000);
		let paper = asset_registry::file_paper(asset, PaperKind::Title, [1; 32], now, None);

		let mut queue = client.queue().await?;
		queue.push(&compliance::admit(&account("Bob"), year), &signer("Dave")).await?;
		queue.push(&compliance::admit(&account("Charlie"), year), &signer("Dave")).await?;
		queue.push(&register, &signer("Alice")).await?;
		queue.push(&paper, &signer("Alice")).await?;
		for outcome in queue.submit(|_| ()).await? {
			outcome?.success()?;
		}
		client.send(&asset_registry::verify(asset, 1), &signer("Eve")).await?;
		client.send(&asset_registry::activate(asset), &signer("Alice")).await?;
		client.send(&shares::issue(asset, &account("Bob"), SHARES), &signer("Alice")).await?;
		Ok(Self { client, cli, asset, _node: node })
	}

	async fn state(&self) -> Result<State> {
		let view = self.client.head().await?;
		let mut keys = Vec::new();
		for name in ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie"] {
			keys.push(view.key(&account(name)).await?);
		}
		Ok(State {
			positions: view.positions().await?,
			supply: view.book(self.asset).await?.context("the asset has a book")?.supply,
			next_asset: view.next_asset().await?,
			keys,
		})
	}

	async fn purse(&self, name: &str) -> Result<Purse> {
		let account = account(name);
		Ok(Purse {
			nonce: self.client.rpc().next_nonce(&account).await?,
			balance: self.client.head().await?.free_balance(&account).await?,
		})
	}

	/// Runs a command that must fail without sending anything: neither the state nor the purse of
	/// who signs changes.
	async fn refused(&self, name: &str, arguments: &[&str]) -> Result<Answer> {
		let (state, purse) = (self.state().await?, self.purse(name).await?);
		let answer = self.cli.as_signer(&format!("//{name}")).run(arguments).await?;
		assert_eq!(answer.code, 1, "{arguments:?} went well: {}", answer.out);
		assert!(answer.err.starts_with("error: "), "{}", answer.err);
		assert_eq!(self.state().await?, state, "{arguments:?} changed something");
		let after = self.purse(name).await?;
		assert_eq!(after.nonce, purse.nonce, "{arguments:?} sent something");
		// Alice makes the blocks and gets their fees.
		assert!(after.balance >= purse.balance, "{arguments:?} lost something");
		Ok(answer)
	}

	/// Lets the chain's clock reach a moment.
	async fn wait_until(&self, moment: Moment) -> Result<()> {
		while self.client.head().await?.now().await? < moment {
			self.client.send(&api::tx().system().remark(vec![]), &signer("Alice")).await?;
		}
		Ok(())
	}
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transfer_that_makes_no_sense_is_refused_with_its_reason() -> Result<()> {
	let stage = Stage::set().await?;
	let (asset, bob, charlie) = (stage.asset, account("Bob"), account("Charlie"));
	let stranger = account("Stranger");
	let cases = [
		(asset, &stranger, 1, "UnknownKey", "The receiver is no key of an investor."),
		(999, &charlie, 1, "UnknownAsset", "There is no such asset."),
		(asset, &charlie, 0, "ZeroAmount", "The amount is zero."),
		(
			asset,
			&charlie,
			SHARES + 1,
			"InsufficientShares",
			"The sender has 100 free shares and would give 101.",
		),
		(asset, &bob, 1, "SameInvestor", "Sender and receiver are keys of the same investor."),
	];
	for (asset, to, amount, reason, sentence) in cases {
		// The program asks first, and sends nothing.
		let (id, to_text, amount_text) = (asset.to_string(), to.to_string(), amount.to_string());
		let answer = stage.refused("Bob", &["transfer", &id, &to_text, &amount_text]).await?;
		assert!(answer.err.contains("nothing was sent: the chain would refuse this transfer"));
		assert!(answer.out.contains(sentence), "{}", answer.out);
		assert!(answer.out.contains(reason), "{}", answer.out);

		// The report says the same, for programs too.
		let arguments = ["can-transfer", &id, &bob.to_string(), &to_text, &amount_text, "--json"];
		let answer = stage.refused("Bob", &arguments).await?;
		let report: serde_json::Value = serde_json::from_str(&answer.out)?;
		assert_eq!(report["allowed"], false);
		assert_eq!(report["reasons"][0]["reason"], reason, "{report}");
		assert_eq!(report["reasons"][0]["sentence"], sentence, "{report}");

		// Whoever sends it all the same gets the same reason from the chain.
		let state = stage.state().await?;
		let call = shares::transfer(asset, to, amount);
		let error = stage.client.send(&call, &signer("Bob")).await.unwrap_err();
		let refusal = error.refusal().with_context(|| format!("no refusal: {error}"))?;
		assert_eq!(refusal.name, format!("Compliance.{reason}"));
		assert!(refusal.explanation.ends_with('.'), "{refusal}");
		assert_eq!(stage.state().await?, state);
	}

	// Exactly what is free goes.
	let answer = stage
		.cli
		.as_signer("//Bob")
		.run(&["transfer", &asset.to_string(), &charlie.to_string(), &SHARES.to_string()])
		.await?;
	assert_eq!(answer.code, 0, "{}", answer.err);
	let view = stage.client.head().await?;
	let key = view.key(&charlie).await?.context("Charlie is a key")?;
	assert_eq!(view.balance(asset, key.investor).await?, SHARES);
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_about_what_does_not_exist_say_so() -> Result<()> {
	let stage = Stage::set().await?;
	let stranger = account("Stranger").to_string();
	let cases: [(&[&str], &str); 9] = [
		(&["portfolio", &stranger], "is no key of an investor; a provider admits it with"),
		(&["investor", "show", &stranger], "is no key of an investor; a provider admits it with"),
		(&["asset", "show", "999"], "there is no asset 999; `cadastre asset list` shows"),
		(&["cap-table", "999"], "there is no asset 999"),
		(&["redeem", "999", "1"], "there is no asset 999"),
		(&["asset", "activate", "999"], "there is no asset 999"),
		(&["pack", "show", "999"], "there is no rule pack 999"),
		(&["asset", "issue", "999", &stranger, "1"], "nothing was sent"),
		(&["provider", "delist", "31"], "is no member of the technical committee"),
	];
	for (arguments, text) in cases {
		let answer = stage.refused("Ferdie", arguments).await?;
		assert!(answer.err.contains(text), "{arguments:?}: {}", answer.err);
	}
	// What the chain refuses is named as the chain names it. The fee is paid, nothing else changes.
	let state = stage.state().await?;
	let asset = stage.asset.to_string();
	for (arguments, name) in [
		(["redeem", &asset, "101"], "Compliance.InsufficientShares: The sender has fewer free"),
		(["redeem", &asset, "0"], "Compliance.ZeroAmount: The amount is zero."),
		(["asset", "retire", &asset], "AssetRegistry.NotIssuer: "),
	] {
		let answer = stage.cli.as_signer("//Bob").run(&arguments).await?;
		assert_eq!(answer.code, 1, "{}", answer.out);
		assert!(answer.err.contains(name), "{arguments:?}: {}", answer.err);
	}
	assert_eq!(stage.state().await?, state);
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_that_has_expired_stops_its_investor() -> Result<()> {
	let stage = Stage::set().await?;
	let (asset, ferdie) = (stage.asset, account("Ferdie"));
	let now = stage.client.head().await?.now().await?;
	// The chain's clock goes on by six seconds a block.
	let until = now + 60;
	stage.client.send(&compliance::admit(&ferdie, claims(now, until)), &signer("Dave")).await?;
	stage.client.send(&shares::transfer(asset, &ferdie, 10), &signer("Bob")).await?;

	stage.wait_until(until).await?;
	let (id, bob) = (asset.to_string(), account("Bob").to_string());
	let answer = stage.refused("Ferdie", &["transfer", &id, &bob, "1"]).await?;
	assert!(answer.out.contains("ClaimsExpired"), "{}", answer.out);
	assert!(answer.out.contains("What the sender's provider stated held until"), "{}", answer.out);
	let answer = stage.refused("Bob", &["transfer", &id, &ferdie.to_string(), "1"]).await?;
	assert!(answer.out.contains("What the receiver's provider stated held until"));

	let state = stage.state().await?;
	let call = shares::transfer(asset, &account("Bob"), 1);
	let error = stage.client.send(&call, &signer("Ferdie")).await.unwrap_err();
	assert_eq!(
		error.to_string(),
		"Compliance.ClaimsExpired: The provider's statement holds no more."
	);
	assert_eq!(stage.state().await?, state);

	// The way out stays open, and a new statement opens the rest.
	stage.client.send(&shares::redeem(asset, 1), &signer("Ferdie")).await?;
	let renewed = stage
		.cli
		.as_signer("//Dave")
		.run(&["investor", "renew", &ferdie.to_string(), "--until", "2999-12-31"])
		.await?;
	assert_eq!(renewed.code, 0, "{}", renewed.err);
	let answer = stage.cli.as_signer("//Ferdie").run(&["transfer", &id, &bob, "9"]).await?;
	assert_eq!(answer.code, 0, "{}", answer.err);
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blocked_investor_can_do_nothing_until_the_block_ends() -> Result<()> {
	let stage = Stage::set().await?;
	let (asset, charlie) = (stage.asset, account("Charlie"));
	let (id, charlie_text) = (asset.to_string(), charlie.to_string());
	stage.client.send(&shares::transfer(asset, &charlie, 10), &signer("Bob")).await?;

	// One of three members is not enough, and says what to do.
	let alice = stage.cli.as_signer("//Alice");
	let proposed = alice.json(&["investor", "block", &charlie_text]).await?;
	assert_eq!(proposed["carried"], false);
	assert_eq!(proposed["threshold"], 2);
	let key = stage.client.head().await?.key(&charlie).await?.context("Charlie is a key")?;
	assert!(!key.eligibility.blocked);
	let motion = proposed["motion"].as_str().context("the motion has a hash")?;
	let carried = stage.cli.as_signer("//Bob").json(&["motion", "vote", motion]).await?;
	assert_eq!(carried["carried"], true);

	for (name, to, side) in [
		("Charlie", account("Bob").to_string(), "The sender"),
		("Bob", charlie_text.clone(), "The receiver"),
	] {
		let answer = stage.refused(name, &["transfer", &id, &to, "1"]).await?;
		let sentence = format!("{side} is blocked by the compliance authority.");
		assert!(answer.out.contains(&sentence), "{}", answer.out);
		let call = shares::transfer(asset, &to.parse()?, 1);
		let error = stage.client.send(&call, &signer(name)).await.unwrap_err();
		assert_eq!(
			error.to_string(),
			"Compliance.Blocked: The investor is blocked by the compliance authority."
		);
	}
	// Not even the way out: what is blocked stays.
	let error = stage.client.send(&shares::redeem(asset, 1), &signer("Charlie")).await.unwrap_err();
	assert_eq!(error.refusal().map(|refusal| refusal.name.as_str()), Some("Compliance.Blocked"));

	// A second time is refused by the motion's call, which is named.
	let both = ["--also-suri", "//Bob"];
	let again =
		alice.run(&[&["investor", "block", charlie_text.as_str()][..], &both].concat()).await?;
	assert_eq!(again.code, 1);
	assert!(
		again.err.contains("the motion was carried out and refused: Compliance.Blocked:"),
		"{}",
		again.err
	);

	let ended =
		alice.run(&[&["investor", "unblock", charlie_text.as_str()][..], &both].concat()).await?;
	assert_eq!(ended.code, 0, "{}", ended.err);
	stage.client.send(&shares::transfer(asset, &account("Bob"), 1), &signer("Charlie")).await?;
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_malformed_row_is_named_and_nothing_is_half_done() -> Result<()> {
	let stage = Stage::set().await?;
	let folder = tempfile::tempdir()?;
	let file = |name: &str, text: &str| -> Result<PathBuf> {
		let path = folder.path().join(name);
		std::fs::write(&path, text)?;
		Ok(path)
	};
	let people: Vec<_> = (0..5).map(|place| account(&format!("Person{place}"))).collect();
	let rows = format!(
		"account,residence,flags,valid_until\n\
		 {},CH,kyc,2999-01-01\n\
		 {},XX,kyc,2999-01-01\n\
		 {},DE,kyc,2026-02-30\n\
		 {},DE,kyc,2999-01-01\n\
		 {},DE,kyc,2999-01-01\n",
		people[0],
		people[1],
		people[2],
		account("Bob"),
		people[3],
	);
	let path = file("investors.csv", &rows)?;
	let path = path.to_str().context("the path is text")?;
	let admitted = |place: usize| {
		let person = people[place].clone();
		let client = &stage.client;
		async move { anyhow::Ok(client.head().await?.key(&person).await?.is_some()) }
	};

	let answer = stage.refused("Dave", &["investor", "admit", "--csv", path]).await?;
	for text in [
		"investors.csv:3:residence: \"XX\" is no country code",
		"investors.csv:4:valid_until: \"2026-02-30\" is no date",
		"investors.csv:5:account: is a key of investor",
		"3 of 5 rows cannot be used and nothing was sent",
	] {
		assert!(answer.err.contains(text), "{}", answer.err);
	}
	for place in 0..people.len() {
		assert!(!admitted(place).await?, "person {place} was admitted");
	}

	// With --continue the others are, and those that are not are named.
	let answer = stage
		.cli
		.as_signer("//Dave")
		.run(&["investor", "admit", "--continue", "--json", "--csv", path])
		.await?;
	assert_eq!(answer.code, 1, "not everything was done");
	let value: serde_json::Value = serde_json::from_str(&answer.out)?;
	assert_eq!(value["admitted"].as_array().map(Vec::len), Some(2), "{value}");
	let lines: Vec<_> = value["not_admitted"]
		.as_array()
		.context("a list")?
		.iter()
		.filter_map(|row| row["line"].as_u64())
		.collect();
	assert_eq!(lines, [3, 4, 5]);
	assert!(admitted(0).await? && admitted(3).await?);
	assert!(!admitted(1).await? && !admitted(2).await?);

	// The chain refuses what no file can show: then no row is admitted either. Ferdie is no provider.
	let rows = format!("account,residence,flags,valid_until\n{},CH,kyc,2999-01-01\n", people[4]);
	let path = file("good.csv", &rows)?;
	let path = path.to_str().context("the path is text")?;
	let answer = stage.cli.as_signer("//Ferdie").run(&["investor", "admit", "--csv", path]).await?;
	assert_eq!(answer.code, 1);
	assert!(answer.err.contains("Compliance.NotProvider: "), "{}", answer.err);
	assert!(!admitted(4).await?);

	// Assets: the same rules.
	let rows = "name,class,country,authorised,papers\n\
		Good,real-estate,CH,100,\n\
		Bad,castle,CH,100,\n\
		Bad,real-estate,CH,0,\n\
		Bad,real-estate,CH,100,title:2020-01-01:missing.pdf\n";
	let path = file("assets.csv", rows)?;
	let path = path.to_str().context("the path is text")?;
	let arguments = ["asset", "register", "--pack", "0", "--csv", path];
	let answer = stage.refused("Alice", &arguments).await?;
	for text in [
		"assets.csv:3:class: \"castle\" is no class",
		"assets.csv:4:authorised: is 0",
		"assets.csv:5:papers: the document missing.pdf cannot be read",
	] {
		assert!(answer.err.contains(text), "{}", answer.err);
	}
	let next = stage.client.head().await?.next_asset().await?;
	let answer =
		stage.cli.as_signer("//Alice").run(&[&arguments[..], &["--continue"]].concat()).await?;
	assert_eq!(answer.code, 1);
	let view = stage.client.head().await?;
	assert_eq!(view.next_asset().await?, next + 1);
	assert_eq!(view.existing_asset(next).await?.name, "Good");
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_cannot_sign_are_named_and_never_shown() -> Result<()> {
	let stage = Stage::set().await?;
	let charlie = account("Charlie").to_string();
	let transfer = ["transfer", "0", charlie.as_str(), "1"];

	let answer = stage.cli.run(&transfer).await?;
	assert_eq!(answer.code, 1);
	assert!(answer.err.contains("this command signs a transaction; give the key's file"));

	let phrase = "bottom drive obey lake curtain smoke basket hold race lonely fit work";
	for suri in [phrase, "0xhunter2", "//hunter2///"] {
		let answer = stage.cli.as_signer(suri).run(&transfer).await?;
		assert_eq!(answer.code, 1);
		for text in [&answer.out, &answer.err] {
			assert!(!text.contains("hunter2") && !text.contains("bottom"), "{text}");
		}
	}

	// An account without money: nothing is sent, and the reason is said.
	let call = shares::redeem(stage.asset, 1);
	let error = stage.client.send(&call, &signer("Stranger")).await.unwrap_err();
	assert!(error.to_string().contains("the account cannot pay the fee"), "{error}");
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_that_cannot_be_reached_is_named() -> Result<()> {
	// A port that was free a moment ago.
	let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
	let url = format!("ws://127.0.0.1:{port}");
	let answer = Cli::new(&url)?.run(&["asset", "list"]).await?;
	assert_eq!(answer.code, 1);
	assert!(answer.err.starts_with(&format!("error: no node answers at {url} (")));
	assert!(answer.err.contains("start one with `cadastre-node --dev`"), "{}", answer.err);

	let answer = Cli::new(&url)?.run(&["asset", "list", "--json"]).await?;
	let value: serde_json::Value = serde_json::from_str(&answer.out)?;
	assert!(value["error"].as_str().is_some_and(|error| error.starts_with("no node answers at")));
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn another_chain_is_recognised() -> Result<()> {
	// A node of another chain, as far as a client asks before it trusts one.
	let server = jsonrpsee::server::Server::builder().build("127.0.0.1:0").await?;
	let url = format!("ws://{}", server.local_addr()?);
	let mut methods = jsonrpsee::RpcModule::new(());
	methods.register_method(
		"state_getRuntimeVersion",
		|_, _, _| serde_json::json!({ "specName": "polkadot", "specVersion": 1_000_000 }),
	)?;
	let other = server.start(methods);
	let answer = Cli::new(&url)?.as_signer("//Alice").run(&["redeem", "0", "1"]).await?;
	assert_eq!(answer.code, 1);
	assert!(
		answer.err.contains(&format!(
			"the node at {url} serves the chain \"polkadot\" and not \"cadastre\""
		)),
		"{}",
		answer.err
	);
	other.stop()?;

	// A chain of the same kind, but not the one that was named.
	let node = Node::start().await?;
	let cli = Cli::new(&node.url())?;
	let named = format!("0x{}", "11".repeat(32));
	let answer = cli.run(&["asset", "list", "--genesis", &named]).await?;
	assert_eq!(answer.code, 1);
	assert!(answer.err.contains("it is another Cadastre chain than the one you named"));
	let client = Client::connect(&node.url(), &Options::default()).await?;
	let own = format!("{:?}", client.genesis());
	let answer = cli.run(&["asset", "list", "--genesis", &own]).await?;
	assert_eq!(answer.code, 0, "{}", answer.err);
	Ok(())
}

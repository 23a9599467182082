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
use cadastre_primitives::{
	token::UNIT, AssetFacts, AssetId, Balance, Claims, Flags, Key, Moment, PaperKind, PropertyUse,
	ShareTerms, Tenure,
};
use std::path::PathBuf;

/// Shares that Anna has at first.
const SHARES: Balance = 100;

/// One node for all steps: a start costs more than a step.
struct Scene {
	client: Client,
	cli: Cli,
	// Last, so that the node outlives the connection.
	_node: Node,
}

/// A step's own part of the chain: Anna owns shares of an asset of Alice's, and Ben and Carl may own
/// some too.
struct Stage<'a> {
	client: &'a Client,
	cli: &'a Cli,
	step: &'static str,
	asset: AssetId,
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

/// Whose secrets everybody knows, and who have offices on a development chain.
const OFFICERS: [&str; 7] = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Eve//stash", "Ferdie"];

fn signer(name: &str) -> Signer {
	Signer::from_suri(&format!("//{name}")).unwrap()
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

const HOUSE: AssetFacts = AssetFacts::RealEstate {
	usage: PropertyUse::Residential,
	area: 120,
	built: Some(1984),
	tenure: Tenure::Freehold,
};

impl Scene {
	async fn set() -> Result<Self> {
		let node = Node::start().await?;
		let cli = Cli::new(&node.url())?;
		let client = Client::connect(&node.url(), &Options::default()).await?;
		// The first block gives the chain its time.
		client.send(&api::tx().system().remark(vec![]), &signer("Alice")).await?;
		Ok(Self { client, cli, _node: node })
	}

	/// An asset and accounts that no other step has.
	async fn stage(&self, step: &'static str) -> Result<Stage<'_>> {
		println!("step: {step}");
		let client = &self.client;
		let view = client.head().await?;
		let now = view.now().await?;
		let year = claims(now, now + 365 * 24 * 60 * 60);
		let asset = view.next_asset().await?;
		let stage = Stage { client, cli: &self.cli, step, asset };

		let pack =
			Pack { rules: vec![Rule::Required { side: Sides::Both, flags: "kyc".to_owned() }] };
		let published = client.send(&compliance::publish_pack(&pack), &signer("Alice")).await?;
		let pack = published.event::<compliance::events::PackPublished>()?.pack;
		let shares = ShareTerms { authorised: 1_000, units_per_share: 10, class_of: None };
		let register = asset_registry::register(HOUSE, "House", Some(*b"CH"), pack, shares);
		let paper = asset_registry::file_paper(asset, PaperKind::Title, [1; 32], now, None);
		let verify = asset_registry::verify(asset, 1, HOUSE.digest().0);

		let mut queue = client.queue().await?;
		for name in ["Anna", "Ben", "Carl", "Fred"] {
			let to = stage.account(name).id().into();
			let give = api::tx().balances().transfer_keep_alive(to, 100 * UNIT);
			queue.push(&give, &signer("Alice")).await?;
		}
		for name in ["Anna", "Ben", "Carl"] {
			let admit = compliance::admit(&stage.account(name), year);
			queue.push(&admit, &signer("Dave")).await?;
		}
		queue.push(&register, &signer("Alice")).await?;
		queue.push(&paper, &signer("Alice")).await?;
		for outcome in queue.submit(|_| ()).await? {
			outcome?.success()?;
		}
		client.send(&verify, &signer("Eve")).await?;
		client.send(&verify, &signer("Eve//stash")).await?;
		client.send(&asset_registry::activate(asset), &signer("Alice")).await?;
		let issue = shares::issue(asset, &stage.account("Anna"), SHARES);
		client.send(&issue, &signer("Alice")).await?;
		Ok(stage)
	}
}

impl Stage<'_> {
	/// The secret URI of an officer, or of somebody of this step alone.
	fn suri(&self, name: &str) -> String {
		if OFFICERS.contains(&name) {
			format!("//{name}")
		} else {
			format!("//{}//{name}", self.step)
		}
	}

	fn signer(&self, name: &str) -> Signer {
		Signer::from_suri(&self.suri(name)).unwrap()
	}

	fn account(&self, name: &str) -> Account {
		self.signer(name).account().clone()
	}

	/// The command line, with the key of somebody.
	fn as_(&self, name: &str) -> Cli {
		self.cli.as_signer(&self.suri(name))
	}

	async fn state(&self) -> Result<State> {
		let view = self.client.head().await?;
		let mut keys = Vec::new();
		for name in OFFICERS.into_iter().chain(["Anna", "Ben", "Carl", "Fred"]) {
			keys.push(view.key(&self.account(name)).await?);
		}
		Ok(State {
			positions: view.positions().await?,
			supply: view.book(self.asset).await?.context("the asset has a book")?.supply,
			next_asset: view.next_asset().await?,
			keys,
		})
	}

	async fn purse(&self, name: &str) -> Result<Purse> {
		let account = self.account(name);
		Ok(Purse {
			nonce: self.client.rpc().next_nonce(&account).await?,
			balance: self.client.head().await?.free_balance(&account).await?,
		})
	}

	/// Runs a command that must fail without sending anything: neither the state nor the purse of
	/// who signs changes.
	async fn refused(&self, name: &str, arguments: &[&str]) -> Result<Answer> {
		let (state, purse) = (self.state().await?, self.purse(name).await?);
		let answer = self.as_(name).run(arguments).await?;
		assert_eq!(answer.code, 1, "{arguments:?} went well: {}", answer.out);
		assert!(answer.err.starts_with("error: "), "{}", answer.err);
		assert_eq!(self.state().await?, state, "{arguments:?} changed something");
		let after = self.purse(name).await?;
		assert_eq!(after.nonce, purse.nonce, "{arguments:?} sent something");
		// Alice makes the blocks and gets their fees.
		assert!(after.balance >= purse.balance, "{arguments:?} lost something");
		Ok(answer)
	}

	/// Runs a command that the chain must refuse for this reason. The fee is paid, nothing else
	/// changes.
	async fn refused_by_chain(&self, name: &str, arguments: &[&str], reason: &str) -> Result<()> {
		let state = self.state().await?;
		let answer = self.as_(name).run(arguments).await?;
		assert_eq!(answer.code, 1, "{arguments:?} went well: {}", answer.out);
		assert!(answer.err.contains(reason), "{arguments:?}: {}", answer.err);
		assert_eq!(self.state().await?, state, "{arguments:?} changed something");
		Ok(())
	}

	/// Lets the chain's clock reach a moment.
	async fn wait_until(&self, moment: Moment) -> Result<()> {
		while self.client.head().await?.now().await? < moment {
			self.client.send(&api::tx().system().remark(vec![]), &signer("Alice")).await?;
		}
		Ok(())
	}
}

/// All steps on one node, one after the other.
#[tokio::test(flavor = "multi_thread")]
async fn bad_input_is_refused_with_its_reason_and_changes_nothing() -> Result<()> {
	let scene = Scene::set().await?;
	a_transfer_that_makes_no_sense_is_refused_with_its_reason(&scene).await?;
	questions_about_what_does_not_exist_say_so(&scene).await?;
	a_statement_that_has_expired_stops_its_investor(&scene).await?;
	a_blocked_investor_can_do_nothing_until_the_block_ends(&scene).await?;
	a_malformed_row_is_named_and_nothing_is_half_done(&scene).await?;
	keys_that_cannot_sign_are_named_and_never_shown(&scene).await?;
	an_order_needs_two_officers(&scene).await?;
	shares_are_split_and_moved_by_those_who_may(&scene).await?;
	what_hangs_on_an_asset_is_its_issuers(&scene).await?;
	a_provider_states_what_its_terms_cover(&scene).await?;
	another_chain_of_the_same_kind_is_recognised(&scene).await
}

async fn a_transfer_that_makes_no_sense_is_refused_with_its_reason(scene: &Scene) -> Result<()> {
	let stage = scene.stage("transfer").await?;
	let (asset, anna, ben) = (stage.asset, stage.account("Anna"), stage.account("Ben"));
	let stranger = stage.account("Stranger");
	let cases = [
		(asset, &stranger, 1, "UnknownKey", "The receiver is no key of an investor."),
		(999, &ben, 1, "UnknownAsset", "There is no such asset."),
		(asset, &ben, 0, "ZeroAmount", "The amount is zero."),
		(
			asset,
			&ben,
			SHARES + 1,
			"InsufficientShares",
			"The sender has 100 free units and would give 101.",
		),
		(asset, &anna, 1, "SameInvestor", "Sender and receiver are keys of the same investor."),
	];
	for (asset, to, amount, reason, sentence) in cases {
		// The program asks first, and sends nothing.
		let (id, to_text, amount_text) = (asset.to_string(), to.to_string(), amount.to_string());
		let answer = stage.refused("Anna", &["transfer", &id, &to_text, &amount_text]).await?;
		assert!(answer.err.contains("nothing was sent: the chain would refuse this transfer"));
		assert!(answer.out.contains(sentence), "{}", answer.out);
		assert!(answer.out.contains(reason), "{}", answer.out);

		// The report says the same, for programs too.
		let arguments = ["can-transfer", &id, &anna.to_string(), &to_text, &amount_text, "--json"];
		let answer = stage.refused("Anna", &arguments).await?;
		let report: serde_json::Value = serde_json::from_str(&answer.out)?;
		assert_eq!(report["allowed"], false);
		assert_eq!(report["reasons"][0]["reason"], reason, "{report}");
		assert_eq!(report["reasons"][0]["sentence"], sentence, "{report}");

		// Whoever sends it all the same gets the same reason from the chain.
		let state = stage.state().await?;
		let call = shares::transfer(asset, to, amount);
		let error = stage.client.send(&call, &stage.signer("Anna")).await.unwrap_err();
		let refusal = error.refusal().with_context(|| format!("no refusal: {error}"))?;
		assert_eq!(refusal.name, format!("Compliance.{reason}"));
		assert!(refusal.explanation.ends_with('.'), "{refusal}");
		assert_eq!(stage.state().await?, state);
	}

	// Exactly what is free goes.
	let answer = stage
		.cli
		.as_signer(&stage.suri("Anna"))
		.run(&["transfer", &asset.to_string(), &ben.to_string(), &SHARES.to_string()])
		.await?;
	assert_eq!(answer.code, 0, "{}", answer.err);
	let view = stage.client.head().await?;
	let key = view.key(&ben).await?.context("Ben is a key")?;
	assert_eq!(view.balance(asset, key.investor).await?, SHARES);
	Ok(())
}

async fn questions_about_what_does_not_exist_say_so(scene: &Scene) -> Result<()> {
	let stage = scene.stage("questions").await?;
	let stranger = stage.account("Stranger").to_string();
	let cases: [(&[&str], &str); 13] = [
		(&["portfolio", &stranger], "is no key of an investor; a provider admits it with"),
		(&["investor", "show", &stranger], "is no key of an investor; a provider admits it with"),
		(&["asset", "show", "999"], "there is no asset 999; `cadastre asset list` shows"),
		(&["cap-table", "999"], "there is no asset 999"),
		(&["redeem", "999", "1"], "there is no asset 999"),
		(&["asset", "activate", "999"], "there is no asset 999"),
		(&["pack", "show", "999"], "there is no rule pack 999"),
		(&["asset", "issue", "999", &stranger, "1"], "nothing was sent"),
		(&["provider", "delist", "31"], "is no member of the technical committee"),
		(&["provider", "terms", "31", "--daily", "1"], "there is no provider in slot 31"),
		(&["order", "execute", "999"], "there is no open order 999; `cadastre order list` shows"),
		(&["asset", "identifier", "find", "isin:CH0012032048"], "no asset has the identifier"),
		(&["pack", "ready", "moon"], "\"moon\" is no ready pack; they are us-reg-d-506c"),
	];
	for (arguments, text) in cases {
		let answer = stage.refused("Fred", arguments).await?;
		assert!(answer.err.contains(text), "{arguments:?}: {}", answer.err);
	}
	// What the chain refuses is named as the chain names it. The fee is paid, nothing else changes.
	let asset = stage.asset.to_string();
	for (arguments, name) in [
		(["redeem", &asset, "101"], "Compliance.InsufficientShares: The sender has fewer free"),
		(["redeem", &asset, "0"], "Compliance.ZeroAmount: The amount is zero."),
		(["asset", "retire", &asset], "AssetRegistry.NotIssuer: "),
	] {
		stage.refused_by_chain("Anna", &arguments, name).await?;
	}
	Ok(())
}

async fn a_statement_that_has_expired_stops_its_investor(scene: &Scene) -> Result<()> {
	let stage = scene.stage("expired").await?;
	let (asset, fred) = (stage.asset, stage.account("Fred"));
	let now = stage.client.head().await?.now().await?;
	// The chain's clock goes on by six seconds a block.
	let until = now + 60;
	stage.client.send(&compliance::admit(&fred, claims(now, until)), &signer("Dave")).await?;
	stage.client.send(&shares::transfer(asset, &fred, 10), &stage.signer("Anna")).await?;

	stage.wait_until(until).await?;
	let (id, anna) = (asset.to_string(), stage.account("Anna").to_string());
	let answer = stage.refused("Fred", &["transfer", &id, &anna, "1"]).await?;
	assert!(answer.out.contains("ClaimsExpired"), "{}", answer.out);
	assert!(answer.out.contains("What the sender's provider stated held until"), "{}", answer.out);
	let answer = stage.refused("Anna", &["transfer", &id, &fred.to_string(), "1"]).await?;
	assert!(answer.out.contains("What the receiver's provider stated held until"));

	let state = stage.state().await?;
	let call = shares::transfer(asset, &stage.account("Anna"), 1);
	let error = stage.client.send(&call, &stage.signer("Fred")).await.unwrap_err();
	assert_eq!(
		error.to_string(),
		"Compliance.ClaimsExpired: The provider's statement holds no more."
	);
	assert_eq!(stage.state().await?, state);

	// The way out stays open, and a new statement opens the rest.
	stage.client.send(&shares::redeem(asset, 1), &stage.signer("Fred")).await?;
	let renewed = stage
		.cli
		.as_signer("//Dave")
		.run(&["investor", "renew", &fred.to_string(), "--until", "2999-12-31"])
		.await?;
	assert_eq!(renewed.code, 0, "{}", renewed.err);
	let answer =
		stage.cli.as_signer(&stage.suri("Fred")).run(&["transfer", &id, &anna, "9"]).await?;
	assert_eq!(answer.code, 0, "{}", answer.err);
	Ok(())
}

async fn a_blocked_investor_can_do_nothing_until_the_block_ends(scene: &Scene) -> Result<()> {
	let stage = scene.stage("blocked").await?;
	let (asset, ben) = (stage.asset, stage.account("Ben"));
	let (id, ben_text) = (asset.to_string(), ben.to_string());
	stage.client.send(&shares::transfer(asset, &ben, 10), &stage.signer("Anna")).await?;

	// One of three members is not enough, and says what to do.
	let alice = stage.cli.as_signer("//Alice");
	let proposed = alice.json(&["investor", "block", &ben_text]).await?;
	assert_eq!(proposed["carried"], false);
	assert_eq!(proposed["threshold"], 2);
	let key = stage.client.head().await?.key(&ben).await?.context("Ben is a key")?;
	assert!(!key.eligibility.blocked);
	let motion = proposed["motion"].as_str().context("the motion has a hash")?;
	let carried = stage.cli.as_signer("//Bob").json(&["motion", "vote", motion]).await?;
	assert_eq!(carried["carried"], true);

	for (name, to, side) in [
		("Ben", stage.account("Anna").to_string(), "The sender"),
		("Anna", ben_text.clone(), "The receiver"),
	] {
		let answer = stage.refused(name, &["transfer", &id, &to, "1"]).await?;
		let sentence = format!("{side} is blocked by the compliance authority.");
		assert!(answer.out.contains(&sentence), "{}", answer.out);
		let call = shares::transfer(asset, &to.parse()?, 1);
		let error = stage.client.send(&call, &stage.signer(name)).await.unwrap_err();
		assert_eq!(
			error.to_string(),
			"Compliance.Blocked: The investor is blocked by the compliance authority."
		);
	}
	// Not even the way out: what is blocked stays.
	let error =
		stage.client.send(&shares::redeem(asset, 1), &stage.signer("Ben")).await.unwrap_err();
	assert_eq!(error.refusal().map(|refusal| refusal.name.as_str()), Some("Compliance.Blocked"));

	// A second time is refused by the motion's call, which is named.
	let both = ["--also-suri", "//Bob"];
	let again = alice.run(&[&["investor", "block", ben_text.as_str()][..], &both].concat()).await?;
	assert_eq!(again.code, 1);
	assert!(
		again.err.contains("the motion was carried out and refused: Compliance.Blocked:"),
		"{}",
		again.err
	);

	let ended =
		alice.run(&[&["investor", "unblock", ben_text.as_str()][..], &both].concat()).await?;
	assert_eq!(ended.code, 0, "{}", ended.err);
	stage
		.client
		.send(&shares::transfer(asset, &stage.account("Anna"), 1), &stage.signer("Ben"))
		.await?;
	Ok(())
}

async fn a_malformed_row_is_named_and_nothing_is_half_done(scene: &Scene) -> Result<()> {
	let stage = scene.stage("rows").await?;
	let folder = tempfile::tempdir()?;
	let file = |name: &str, text: &str| -> Result<PathBuf> {
		let path = folder.path().join(name);
		std::fs::write(&path, text)?;
		Ok(path)
	};
	let people: Vec<_> = (0..5).map(|place| stage.account(&format!("Person{place}"))).collect();
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
		stage.account("Anna"),
		people[3],
	);
	let path = file("investors.csv", &rows)?;
	let path = path.to_str().context("the path is text")?;
	let admitted = |place: usize| {
		let person = people[place].clone();
		let client = stage.client;
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

	// The chain refuses what no file can show: then no row is admitted either. Fred is no provider.
	let rows = format!("account,residence,flags,valid_until\n{},CH,kyc,2999-01-01\n", people[4]);
	let path = file("good.csv", &rows)?;
	let path = path.to_str().context("the path is text")?;
	let answer =
		stage.cli.as_signer(&stage.suri("Fred")).run(&["investor", "admit", "--csv", path]).await?;
	assert_eq!(answer.code, 1);
	assert!(answer.err.contains("Compliance.NotProvider: "), "{}", answer.err);
	assert!(!admitted(4).await?);

	// Assets: the same rules.
	let rows = "name,class,facts,country,authorised,papers\n\
		Good,fund,currency=CHF;open_ended=no;fee=0.5,CH,100,\n\
		Bad,castle,,CH,100,\n\
		Bad,fund,currency=CHF;open_ended=no;fee=0.5,CH,0,\n\
		Bad,fund,currency=CHF;open_ended=no;fee=0.5,CH,100,title:2020-01-01:missing.pdf\n\
		Bad,fund,currency=CHF;open_ended=no,CH,100,\n";
	let path = file("assets.csv", rows)?;
	let path = path.to_str().context("the path is text")?;
	let arguments = ["asset", "register", "--pack", "0", "--csv", path];
	let answer = stage.refused("Alice", &arguments).await?;
	for text in [
		"assets.csv:3:class: \"castle\" is no class",
		"assets.csv:4:authorised: is 0",
		"assets.csv:5:papers: the document missing.pdf cannot be read",
		"assets.csv:6:facts: the fact fee is missing",
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

async fn keys_that_cannot_sign_are_named_and_never_shown(scene: &Scene) -> Result<()> {
	let stage = scene.stage("keys").await?;
	let ben = stage.account("Ben").to_string();
	let transfer = ["transfer", "0", ben.as_str(), "1"];

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
	let error = stage.client.send(&call, &stage.signer("Stranger")).await.unwrap_err();
	assert!(error.to_string().contains("the account cannot pay the fee"), "{error}");
	Ok(())
}

async fn an_order_needs_two_officers(scene: &Scene) -> Result<()> {
	let stage = scene.stage("orders").await?;
	let id = stage.asset.to_string();
	let (anna, ben) = (stage.account("Anna").to_string(), stage.account("Ben").to_string());
	let (carl, fred) = (stage.account("Carl").to_string(), stage.account("Fred").to_string());
	let document = format!("0x{}", "07".repeat(32));
	let basis = ["--ground", "court-order", "--document", document.as_str()];
	let freeze =
		[&["order", "propose", "emergency-freeze", &id, &anna, "--amount", "60"][..], &basis]
			.concat();

	// Nobody may without a role, not even the issuer approve what it proposes.
	stage.refused_by_chain("Carl", &freeze, "BadOrigin").await?;
	let both = ["asset", "role", "grant", &id, &carl, "transfer-agent+approver"];
	let answer = stage.as_("Alice").run(&both).await?;
	assert_ne!(answer.code, 0);
	assert!(answer.err.contains("nobody both proposes orders"), "{}", answer.err);
	for (account, role) in [(&carl, "transfer-agent"), (&fred, "approver")] {
		stage.as_("Alice").json(&["asset", "role", "grant", &id, account, role]).await?;
	}
	let roles = stage.cli.json(&["asset", "role", "list", &id]).await?;
	assert_eq!(roles["roles"].as_array().map(Vec::len), Some(2), "{roles}");

	let proposed = stage.as_("Carl").json(&freeze).await?;
	let order = proposed["order"].to_string();
	stage.refused_by_chain("Carl", &["order", "approve", &order], "BadOrigin").await?;
	let answer = stage.refused("Anna", &["transfer", &id, &ben, "41"]).await?;
	assert!(answer.out.contains("SharesFrozen"), "{}", answer.out);
	stage.as_("Anna").json(&["transfer", &id, &ben, "40"]).await?;
	let second = [&["order", "propose", "cancellation", &id, &anna, "1"][..], &basis].concat();
	stage.refused_by_chain("Carl", &second, "Shares.UnconfirmedOrder: ").await?;

	stage.as_("Fred").json(&["order", "approve", &order]).await?;
	let shown = stage.cli.json(&["order", "show", &order]).await?;
	assert_eq!(shown["order"]["state"], "in_force", "{shown}");
	let listed = stage.cli.json(&["order", "list", "--asset", &id]).await?;
	assert_eq!(listed["orders"].as_array().map(Vec::len), Some(1), "{listed}");

	// An appeal, and its decision by the committee.
	let appeal = ["order", "appeal", &order, "--document", &document];
	stage.refused_by_chain("Ben", &appeal, "Shares.NotConcerned: ").await?;
	let appealed = stage.as_("Anna").json(&appeal).await?;
	assert!(appealed["state"]["appealed"].is_object(), "{appealed}");
	let decide = ["order", "decide", &order, "upheld", "--document", &document];
	let decided =
		stage.as_("Alice").json(&[&decide[..], &["--also-suri", "//Bob"]].concat()).await?;
	assert_eq!(decided["carried"], true);
	let answer = stage.cli.run(&["order", "show", &order]).await?;
	assert!(answer.err.contains("there is no open order"), "{}", answer.err);
	stage.as_("Anna").json(&["transfer", &id, &ben, "60"]).await?;
	Ok(())
}

async fn shares_are_split_and_moved_by_those_who_may(scene: &Scene) -> Result<()> {
	let stage = scene.stage("split").await?;
	let id = stage.asset.to_string();
	let (anna, ben) = (stage.account("Anna").to_string(), stage.account("Ben").to_string());
	let carl = stage.account("Carl").to_string();
	stage.refused_by_chain("Anna", &["share", "split", &id, "1:10"], "Shares.NotIssuer: ").await?;
	let third = ["share", "split", &id, "1:3"];
	stage.refused_by_chain("Alice", &third, "Shares.IndivisibleFactor: ").await?;
	let split = stage.as_("Alice").json(&["share", "split", &id, "1:10"]).await?;
	assert_eq!(split["new_units_per_share"], "1", "{split}");

	let by_carl = ["share", "transfer-from", &id, &anna, &ben, "5"];
	let answer = stage.refused("Carl", &by_carl).await?;
	assert!(answer.out.contains("AllowanceExceeded"), "{}", answer.out);
	let approve = ["share", "approve", &id, &carl, "7", "--until", "2999-01-01"];
	stage.as_("Anna").json(&approve).await?;
	stage.as_("Carl").json(&by_carl).await?;
	let answer = stage.refused("Carl", &by_carl).await?;
	assert!(answer.out.contains("AllowanceExceeded"), "2 are left of 7: {}", answer.out);
	let table = stage.cli.json(&["cap-table", &id, "--from-events"]).await?;
	assert_eq!(table["equals_events"], true, "{table}");
	Ok(())
}

async fn what_hangs_on_an_asset_is_its_issuers(scene: &Scene) -> Result<()> {
	let stage = scene.stage("details").await?;
	let id = stage.asset.to_string();
	let anna = stage.account("Anna").to_string();
	let parcel = ["asset", "identifier", "add", &id, "parcel:CH:ZH-1234"];
	stage.refused_by_chain("Anna", &parcel, "AssetRegistry.").await?;
	stage.as_("Alice").json(&parcel).await?;
	let found = stage.cli.json(&["asset", "identifier", "find", "parcel:CH:ZH-1234"]).await?;
	assert_eq!(found["asset"], stage.asset);

	let round =
		["asset", "round", "open", &id, "10", "--from", "2998-01-01", "--until", "2999-01-01"];
	stage.as_("Alice").json(&round).await?;
	let issue = ["asset", "issue", &id, &anna, "1"];
	let answer = stage.as_("Alice").run(&issue).await?;
	assert_eq!(answer.code, 1, "no round is running: {}", answer.out);
	stage.as_("Alice").json(&["asset", "round", "close", &id]).await?;

	// With shares in issue an asset is wound up, as a paper says, and not retired.
	let retire = ["asset", "retire", &id];
	stage.refused_by_chain("Alice", &retire, "AssetRegistry.SharesInIssue: ").await?;
	let wind_up = ["asset", "wind-up", &id, "--plan", "0", "--final-from", "2999-01-01"];
	stage.refused_by_chain("Alice", &wind_up, "AssetRegistry.").await?;
	let plan = format!("wind-up-plan:2020-01-01:0x{}", "09".repeat(32));
	stage.as_("Alice").json(&["asset", "file-paper", &id, &plan]).await?;
	let wind_up = ["asset", "wind-up", &id, "--plan", "1", "--final-from", "2999-01-01"];
	stage.as_("Alice").json(&wind_up).await?;
	stage.as_("Alice").json(&["asset", "wind-up", &id, "--call-off"]).await?;

	// Whom stricter rules would lock out is known before they are announced, and after.
	let impact = stage.cli.json(&["pack", "impact", &id]).await?;
	assert_eq!(impact["locked_out"], serde_json::json!([]));
	let folder = tempfile::tempdir()?;
	let ready = stage.cli.run(&["pack", "ready", "swiss-professional"]).await?;
	let file = folder.path().join("pack.json");
	std::fs::write(&file, &ready.out)?;
	let file = file.to_str().context("the path is text")?;
	let view = stage.client.head().await?;
	let pack = view.book(stage.asset).await?.context("the asset has a book")?.pack.to_string();
	let early = ["pack", "amend", &pack, file, "--from", "2020-01-01"];
	stage.refused_by_chain("Alice", &early, "Compliance.NoticeTooShort: ").await?;
	stage.as_("Alice").json(&["pack", "amend", &pack, file, "--from", "2999-01-01"]).await?;
	let impact = stage.cli.json(&["pack", "impact", &id, "--upcoming"]).await?;
	assert_eq!(impact["locked_out"][0]["reasons"][0]["reason"], "MissingFlags", "{impact}");
	Ok(())
}

async fn a_provider_states_what_its_terms_cover(scene: &Scene) -> Result<()> {
	let stage = scene.stage("terms").await?;
	let new = stage.account("Provider").to_string();
	let fred = stage.account("Fred").to_string();
	let both = ["--also-suri", "//Bob"];
	let appoint = ["provider", "appoint", &new, "--countries", "DE", "--flags", "kyc"];
	stage.as_("Alice").json(&[&appoint[..], &both].concat()).await?;
	let to = stage.account("Provider").id().into();
	let give = api::tx().balances().transfer_keep_alive(to, 100 * UNIT);
	stage.client.send(&give, &signer("Alice")).await?;
	let provider = stage.client.head().await?.provider_of(&stage.account("Provider")).await?;
	let provider = provider.context("it is a provider")?.to_string();

	let admit = |country| {
		[
			"investor",
			"admit",
			&fred,
			"--residence",
			country,
			"--flags",
			"kyc",
			"--until",
			"2999-01-01",
		]
	};
	stage.refused_by_chain("Provider", &admit("CH"), "Compliance.").await?;
	let terms = ["provider", "terms", &provider, "--countries", "CH+DE"];
	stage.as_("Alice").json(&[&terms[..], &both].concat()).await?;
	stage.as_("Provider").json(&admit("CH")).await?;

	// What it stated since a day does not count while it is suspended.
	let suspend = ["provider", "suspend", &provider, "--since", "2020-01-01"];
	stage.as_("Alice").json(&[&suspend[..], &both].concat()).await?;
	let id = stage.asset.to_string();
	let answer = stage.refused("Anna", &["transfer", &id, &fred, "1"]).await?;
	assert!(answer.out.contains("ProviderSuspended"), "{}", answer.out);
	let reinstate = ["provider", "reinstate", &provider];
	stage.as_("Alice").json(&[&reinstate[..], &both].concat()).await?;
	stage.as_("Anna").json(&["transfer", &id, &fred, "1"]).await?;

	// Whom the authority denies can do nothing, and is not freed by the end of the denial alone.
	let reason = format!("0x{}", "05".repeat(32));
	let deny = ["investor", "deny", &fred, "--reason", &reason];
	stage.as_("Alice").json(&[&deny[..], &both].concat()).await?;
	let answer = stage.refused("Anna", &["transfer", &id, &fred, "1"]).await?;
	assert!(answer.out.contains("Blocked"), "{}", answer.out);
	let lift = ["investor", "lift", &fred, "--reason", &reason];
	stage.as_("Alice").json(&[&lift[..], &both].concat()).await?;
	let answer = stage.refused("Anna", &["transfer", &id, &fred, "1"]).await?;
	assert!(answer.out.contains("Blocked"), "{}", answer.out);
	stage.as_("Alice").json(&[&["investor", "unblock", &fred][..], &both].concat()).await?;
	stage.as_("Anna").json(&["transfer", &id, &fred, "1"]).await?;
	Ok(())
}

/// A chain of the same kind, but not the one that was named.
async fn another_chain_of_the_same_kind_is_recognised(scene: &Scene) -> Result<()> {
	println!("step: another chain");
	let named = format!("0x{}", "11".repeat(32));
	let answer = scene.cli.run(&["asset", "list", "--genesis", &named]).await?;
	assert_eq!(answer.code, 1);
	assert!(answer.err.contains("it is another Cadastre chain than the one you named"));
	let own = format!("{:?}", scene.client.genesis());
	let answer = scene.cli.run(&["asset", "list", "--genesis", &own]).await?;
	assert_eq!(answer.code, 0, "{}", answer.err);
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
	Ok(())
}

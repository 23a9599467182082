// SPDX-License-Identifier: Apache-2.0

//! Income and resolutions through the command line, on a real node: what goes well, and what is
//! refused with its reason and changes nothing.

#![cfg(test)]

use anyhow::{Context, Result};
use cadastre_client::{
	api, asset_registry, compliance,
	currency::Currency,
	dao,
	pack::{Pack, Rule, Sides},
	shares, Account, Client, Options, Signer,
};
use cadastre_integration_tests::{Cli, Node};
use cadastre_primitives::{
	token::UNIT, AssetFacts, AssetId, Balance, Choice, Claims, Flags, Moment, PaperKind,
	PropertyUse, ShareTerms, Split, Tenure,
};
use serde_json::{json, Value};

/// The second currency of development chains, and one of it.
const DOLLAR: Currency = Currency::Asset(840);
const DOLLAR_UNIT: Balance = 1_000_000;

/// What they own: all units that there are.
const ANNA: Balance = 70;
const BEN: Balance = 30;

const HOUSE: AssetFacts = AssetFacts::RealEstate {
	usage: PropertyUse::Residential,
	area: 120,
	built: Some(1984),
	tenure: Tenure::Freehold,
};

/// A chain that seals at once: its clock goes on with transactions, and with nothing else.
struct Scene {
	client: Client,
	cli: Cli,
	asset: AssetId,
	folder: tempfile::TempDir,
	// Last, so that the node outlives the connection.
	_node: Node,
}

fn signer(name: &str) -> Signer {
	Signer::from_suri(&format!("//{name}")).unwrap()
}

fn account(name: &str) -> Account {
	signer(name).account().clone()
}

impl Scene {
	/// A house of Alice's, of which Anna and Ben own shares. Carl may own some and has none; Fred has
	/// money alone.
	async fn set() -> Result<Self> {
		let node = Node::start_with(&["--instant-seal"]).await?;
		let cli = Cli::new(&node.url())?;
		let client = Client::connect(&node.url(), &Options::default()).await?;
		client.send(&api::tx().system().remark(vec![]), &signer("Alice")).await?;
		let view = client.head().await?;
		let now = view.now().await?;
		let asset = view.next_asset().await?;
		let rules = vec![Rule::Required { side: Sides::Both, flags: "kyc".to_owned() }];
		let published =
			client.send(&compliance::publish_pack(&Pack { rules }), &signer("Alice")).await?;
		let pack = published.event::<compliance::events::PackPublished>()?.pack;
		let terms = ShareTerms { authorised: 100, units_per_share: 1, class_of: None };
		for (name, country) in
			[("Anna", *b"CH"), ("Ben", *b"BR"), ("Carl", *b"DE"), ("Fred", *b"US")]
		{
			let give =
				api::tx().balances().transfer_keep_alive(account(name).id().into(), 900 * UNIT);
			client.send(&give, &signer("Alice")).await?;
			if name != "Fred" {
				let claims = Claims {
					residence: country,
					tax_residence: country,
					flags: Flags::KYC,
					valid_from: now,
					valid_until: now + 365 * 24 * 60 * 60,
				};
				let admit = compliance::admit(&account(name), claims);
				client.send(&admit, &signer("Dave")).await?;
			}
		}
		let register = asset_registry::register(HOUSE, "House", Some(*b"CH"), pack, terms);
		client.send(&register, &signer("Alice")).await?;
		let paper = asset_registry::file_paper(asset, PaperKind::Title, [1; 32], now, None);
		client.send(&paper, &signer("Alice")).await?;
		for verifier in ["Eve", "Eve//stash"] {
			let verify = asset_registry::verify(asset, 1, HOUSE.digest().0);
			client.send(&verify, &signer(verifier)).await?;
		}
		client.send(&asset_registry::activate(asset), &signer("Alice")).await?;
		for (name, units) in [("Anna", ANNA), ("Ben", BEN)] {
			let issue = shares::issue(asset, &account(name), units);
			client.send(&issue, &signer("Alice")).await?;
		}
		Ok(Self { client, cli, asset, folder: tempfile::tempdir()?, _node: node })
	}

	fn arguments(&self, text: &str) -> Vec<String> {
		let known = [
			("ASSET", self.asset.to_string()),
			("FOLDER", self.folder.path().display().to_string()),
			("ANNA", account("Anna").to_string()),
			("BEN", account("Ben").to_string()),
			("CARL", account("Carl").to_string()),
			("FRED", account("Fred").to_string()),
			("DIGEST", format!("0x{}", "ab".repeat(32))),
		];
		let word = |word: &str| {
			known.iter().fold(word.to_owned(), |word, (name, value)| word.replace(name, value))
		};
		text.split(' ').map(word).collect()
	}

	/// What a refused command must not change: all that is declared, resolved and kept.
	async fn state(&self) -> Result<Value> {
		let view = self.client.head().await?;
		let pot = view.pot(self.asset).await?;
		Ok(json!({
			"distributions": view.distributions(self.asset).await?,
			"streams": view.streams(self.asset).await?,
			"tax": view.tax_due(None).await?,
			"pot": [
				view.money(Currency::Native, &pot).await?.to_string(),
				view.money(DOLLAR, &pot).await?.to_string(),
			],
			"mandates": view.mandates(self.asset).await?,
			"resolutions": view
				.resolutions(self.asset)
				.await?
				.into_iter()
				// Where it is and what comes next go with the clock.
				.map(|one| (one.resolution, one.motions))
				.collect::<Vec<_>>(),
		}))
	}

	/// Runs a command that must go well.
	async fn well(&self, name: &str, text: &str) -> Result<Value> {
		let arguments = self.arguments(text);
		let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
		self.cli.as_signer(&format!("//{name}")).json(&arguments).await
	}

	/// Runs a command that must not send anything, for this reason.
	async fn stopped(&self, name: &str, text: &str, reason: &str) -> Result<()> {
		let account = account(name);
		let (state, nonce) = (self.state().await?, self.client.rpc().next_nonce(&account).await?);
		let arguments = self.arguments(text);
		let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
		let answer = self.cli.as_signer(&format!("//{name}")).run(&arguments).await?;
		assert_eq!(answer.code, 1, "{text} went well: {}", answer.out);
		assert!(answer.err.contains(reason), "{text}: {}", answer.err);
		let after = self.client.rpc().next_nonce(&account).await?;
		assert_eq!(after, nonce, "{text} sent something");
		assert_eq!(self.state().await?, state, "{text} changed something");
		Ok(())
	}

	/// Runs a command that the chain must refuse with this error, and that changes nothing.
	async fn refused(&self, name: &str, text: &str, error: &str) -> Result<()> {
		let state = self.state().await?;
		let mut arguments = self.arguments(text);
		arguments.push("--json".to_owned());
		let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
		let answer = self.cli.as_signer(&format!("//{name}")).run(&arguments).await?;
		assert_eq!(answer.code, 1, "{text} went well: {}", answer.out);
		let value: Value = serde_json::from_str(&answer.out).with_context(|| answer.out.clone())?;
		assert_eq!(value["refusal"]["name"], error, "{text}: {value}");
		assert_eq!(self.state().await?, state, "{text} changed something");
		Ok(())
	}

	async fn wait_until(&self, moment: Moment) -> Result<()> {
		while self.client.head().await?.now().await? < moment {
			self.client.send(&api::tx().system().remark(vec![]), &signer("Alice")).await?;
		}
		Ok(())
	}

	async fn dollars(&self, name: &str) -> Result<Balance> {
		Ok(self.client.head().await?.money(DOLLAR, &account(name)).await?)
	}
}

fn moment(value: &Value) -> Moment {
	value.as_u64().unwrap_or_else(|| panic!("{value} is no moment"))
}

#[tokio::test(flavor = "multi_thread")]
async fn income_goes_to_who_is_due_it_and_to_nobody_else() -> Result<()> {
	let scene = Scene::set().await?;
	nothing_is_declared_that_makes_no_sense(&scene).await?;
	a_distribution_is_paid_to_the_unit(&scene).await?;
	a_series_is_announced_and_can_be_cancelled(&scene).await?;
	a_stream_pays_who_holds_shares_at_the_time(&scene).await?;
	tax_is_the_tax_offices(&scene).await
}

async fn nothing_is_declared_that_makes_no_sense(scene: &Scene) -> Result<()> {
	let stopped = [
		("Alice", "dividend declare 999 CDST 1", "there is no asset 999"),
		(
			"Alice",
			"dividend declare ASSET EUR 1",
			"there is no currency EUR; there are CDST, TUSD (840)",
		),
		("Alice", "dividend declare ASSET 7 1", "there is no currency 7"),
		("Alice", "dividend declare ASSET TUSD 1.0000001", "at most 6 decimal places, of TUSD"),
		("Alice", "dividend declare ASSET TUSD -1", "unexpected argument"),
		("Alice", "dividend push ASSET 0", "has no distribution 0, or it is closed"),
		("Alice", "dividend close ASSET 0", "has no distribution 0, or it is closed"),
		("Alice", "dividend cancel ASSET 0", "has no distribution 0, or it is closed"),
		("Anna", "dividend claim ASSET", "can be paid nothing of asset"),
		("Anna", "dividend claim ASSET --distribution 0", "has no distribution 0"),
		("Anna", "dividend claim 999", "there is no asset 999"),
		("Fred", "dividend claim ASSET", "is no key of an investor; a provider admits it with"),
		("Fred", "dividend claim-for ASSET 99", "nothing is due to it"),
		("Fred", "dividend due 99", "there is no investor 99"),
		("Fred", "dividend due FRED", "is no key of an investor"),
		("Fred", "dividend due ANNA --asset 999", "there is no asset 999"),
		("Fred", "dividend fund 999 TUSD 1", "there is no asset 999"),
	];
	for (name, text, reason) in stopped {
		if reason == "unexpected argument" {
			let arguments = scene.arguments(text);
			let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
			let answer = scene.cli.as_signer("//Alice").run(&arguments).await?;
			assert_eq!(answer.code, 2, "{text} is understood: {}", answer.out);
			assert!(answer.err.contains(reason), "{}", answer.err);
			continue;
		}
		scene.stopped(name, text, reason).await?;
	}
	for (name, text, error) in [
		("Anna", "dividend declare ASSET CDST 1", "BadOrigin"),
		("Alice", "dividend declare ASSET CDST 0", "Dividends.ZeroAmount"),
		("Alice", "dividend declare ASSET CDST 1 --expires +30d", "Dividends.InvalidPeriod"),
		("Alice", "dividend declare ASSET CDST 1 --pays 2000-01-01", "Dividends.InvalidPeriod"),
		("Alice", "dividend declare ASSET CDST 1 --record 2000-01-01", "Dividends.RecordInPast"),
		(
			"Alice",
			"dividend declare ASSET CDST 1 --record 2100-01-01T00:30",
			"Dividends.NotFullHour",
		),
		(
			"Alice",
			"dividend declare ASSET CDST 1 --per-unit --record +1d",
			"Dividends.UnitsUnknown",
		),
		("Alice", "dividend declare ASSET CDST 1 --only CARL", "Dividends.NothingEligible"),
		("Alice", "dividend schedule ASSET CDST 1 --first 2000-01-01", "Dividends.RecordInPast"),
		("Alice", "dividend fund ASSET TUSD 1", "Dividends.UnknownStream"),
		("Alice", "dividend stream close ASSET TUSD", "Dividends.UnknownStream"),
		("Alice", "dividend stream finish ASSET TUSD", "Dividends.UnknownStream"),
		("Alice", "dividend close-purse ASSET TUSD", "Dividends.UnknownPurse"),
		("Alice", "dividend pay-parked ASSET TUSD ANNA", "Dividends.NothingDue"),
		("Alice", "dividend prune ASSET ANNA", "Dividends.NothingDue"),
	] {
		scene.refused(name, text, error).await?;
	}
	// More than there is.
	let state = scene.state().await?;
	let arguments = scene.arguments("dividend declare ASSET TUSD 99999999999");
	let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
	let answer = scene.cli.as_signer("//Alice").run(&arguments).await?;
	assert_eq!(answer.code, 1, "{}", answer.out);
	assert_eq!(scene.state().await?, state);
	Ok(())
}

async fn a_distribution_is_paid_to_the_unit(scene: &Scene) -> Result<()> {
	// 1,000.01 dollars and a remainder: 70 and 30 parts of 100 are whole, the taxes are not.
	let declared = scene.well("Alice", "dividend declare ASSET TUSD 1000.010001").await?;
	let one = &declared["distributions"][0];
	assert_eq!((&one["distribution"], &one["units"]), (&json!(0), &json!("100")));
	let text = "dividend claim ASSET";
	scene.stopped("Anna", text, "the first income is paid from").await?;
	scene
		.refused("Anna", "dividend claim ASSET --distribution 0", "Dividends.NotYetPayable")
		.await?;
	scene.refused("Fred", "dividend push ASSET 0", "Dividends.NotYetPayable").await?;
	scene.refused("Alice", "dividend cancel ASSET 0", "Dividends.WrongStage").await?;
	scene.refused("Anna", "dividend queue ASSET 0", "BadOrigin").await?;
	scene.wait_until(moment(&one["pays_at"])).await?;

	// 1,000,010,001 units: 70 % of them, rounded down, and 15 % of that.
	let (gross, tax) = (700_007_000, 105_001_050);
	let due = scene.well("Fred", "dividend due ANNA").await?;
	let total = &due["totals"][0];
	assert_eq!(total["asset"], scene.asset);
	assert_eq!(total["currency"], "840");
	assert_eq!(total["gross"], gross.to_string());
	assert_eq!(total["tax"], tax.to_string());
	assert_eq!(total["net"], (gross - tax).to_string());
	assert_eq!(due["due"][0]["jurisdiction"], "CH");

	scene.stopped("Carl", text, "can be paid nothing of asset").await?;
	scene.refused("Carl", "dividend claim ASSET --distribution 0", "Dividends.NothingDue").await?;
	let claimed = scene.well("Anna", text).await?;
	assert_eq!(claimed["receipts"][0]["gross"], gross.to_string());
	assert_eq!(scene.dollars("Anna").await?, gross - tax);
	scene.stopped("Anna", text, "nothing is due to it").await?;
	scene.refused("Anna", "dividend claim ASSET --distribution 0", "Dividends.AlreadyPaid").await?;
	scene.stopped("Fred", "dividend claim-for ASSET ANNA", "nothing is due to it").await?;

	// A page of one holder at a time; the last one is empty. Ben's country has no treaty.
	let (gross, tax) = (300_003_000, 90_000_900);
	let pushed = scene.well("Fred", "dividend push ASSET 0 --page 1").await?;
	assert_eq!(pushed["paid"], (gross - tax).to_string());
	assert_eq!((&pushed["seen"], &pushed["distribution"]["open"]), (&json!(2), &json!(0)));
	assert_eq!(scene.dollars("Ben").await?, gross - tax);
	scene.refused("Fred", "dividend push ASSET 0", "Dividends.NothingToPush").await?;
	let closed = scene.well("Fred", "dividend close ASSET 0").await?;
	assert_eq!((&closed["returned"], &closed["carried"]), (&json!("0"), &json!("1")));
	scene.stopped("Anna", "dividend claim ASSET --distribution 0", "or it is closed").await?;
	let statement = scene.well("Fred", "dividend statement BEN").await?;
	assert_eq!(statement["statement"][0]["sums"]["paid"], (gross - tax).to_string());
	let withheld = scene.well("Fred", "dividend tax due --asset ASSET").await?;
	let taxes: Vec<_> = withheld["tax"].as_array().into_iter().flatten().collect();
	assert_eq!(taxes.len(), 2, "{withheld}");
	scene.refused("Alice", "dividend close-purse ASSET TUSD", "Dividends.InUse").await
}

async fn a_series_is_announced_and_can_be_cancelled(scene: &Scene) -> Result<()> {
	let text = "dividend schedule ASSET CDST 12.5 --first +2d --times 3 --every quarter";
	let before = scene.state().await?;
	let declared = scene.well("Alice", text).await?;
	let all = declared["distributions"].as_array().context("a list")?.clone();
	assert_eq!(all.len(), 3);
	for one in &all {
		assert_eq!(moment(&one["record_at"]) % 3_600, 0, "a full hour");
		assert_eq!(one["amount"], (UNIT * 25 / 2).to_string());
	}
	let apart = moment(&all[1]["record_at"]) - moment(&all[0]["record_at"]);
	assert!((89..=92).contains(&(apart / 86_400)), "{apart}");
	let listed = scene.well("Fred", "dividend list ASSET").await?;
	assert_eq!(listed["distributions"][0]["stage"], "scheduled");
	scene.refused("Fred", "dividend open ASSET 1", "Dividends.WrongStage").await?;
	scene.refused("Fred", "dividend push ASSET 1", "Dividends.WrongStage").await?;
	scene.refused("Anna", "dividend cancel ASSET 1", "BadOrigin").await?;
	for one in &all {
		let number = &one["distribution"];
		scene.well("Alice", &format!("dividend cancel ASSET {number}")).await?;
	}
	let after = scene.state().await?;
	assert_eq!(after["distributions"], before["distributions"]);
	// What keeps the pot open stays in it until its purse is closed.
	let closed = scene.well("Alice", "dividend close-purse ASSET native").await?;
	assert_eq!(closed["amount"], (UNIT / 100).to_string());
	assert_eq!(scene.state().await?["pot"], before["pot"]);
	Ok(())
}

async fn a_stream_pays_who_holds_shares_at_the_time(scene: &Scene) -> Result<()> {
	scene.refused("Anna", "dividend stream open ASSET TUSD", "BadOrigin").await?;
	scene.well("Alice", "dividend stream open ASSET TUSD").await?;
	scene.refused("Alice", "dividend stream open ASSET TUSD", "Dividends.StreamExists").await?;
	scene.refused("Alice", "dividend fund ASSET TUSD 0", "Dividends.ZeroAmount").await?;
	scene.well("Alice", "dividend fund ASSET TUSD 100").await?;
	// Anna sells half of her shares to Ben between two rents.
	scene.well("Anna", "transfer ASSET BEN 35").await?;
	scene.well("Alice", "dividend fund ASSET TUSD 100").await?;
	let (anna, ben) = (scene.dollars("Anna").await?, scene.dollars("Ben").await?);
	scene.well("Anna", "dividend claim ASSET").await?;
	scene.well("Fred", "dividend claim-for ASSET BEN").await?;
	let got = [scene.dollars("Anna").await? - anna, scene.dollars("Ben").await? - ben];
	// 70 and then 35 of 100 at 15 %, 30 and then 65 at 30 %.
	assert_eq!(got, [105 * DOLLAR_UNIT * 85 / 100, 95 * DOLLAR_UNIT * 70 / 100]);
	scene.stopped("Anna", "dividend claim ASSET", "nothing is due to it").await?;
	scene.well("Alice", "dividend stream close ASSET TUSD").await?;
	scene.refused("Alice", "dividend fund ASSET TUSD 1", "Dividends.StreamNotOpen").await?;
	scene.refused("Alice", "dividend stream close ASSET TUSD", "Dividends.StreamNotOpen").await?;
	scene.refused("Alice", "dividend stream finish ASSET TUSD", "Dividends.NotExpired").await?;
	scene.well("Ben", "transfer ASSET ANNA 35").await?;
	Ok(())
}

async fn tax_is_the_tax_offices(scene: &Scene) -> Result<()> {
	let table = scene.well("Fred", "dividend tax show real-estate").await?;
	assert_eq!(table["table"]["base_millionths"], 300_000);
	assert_eq!(table["table"]["rates"][0], json!(["CH", 150_000]));
	let error = "Dividends.UnknownCertificate";
	scene.refused("Fred", "dividend tax remove-certificate ANNA real-estate", error).await?;
	// What a referendum decides is written down and not sent.
	for text in [
		"dividend tax set real-estate 30 --rates DE=26.375,CH=35",
		"dividend tax certify ANNA real-estate 5 --until +365d",
		"dividend tax remit ASSET TUSD CH FRED --document DIGEST",
	] {
		let state = scene.state().await?;
		let written = scene.well("Fred", text).await?;
		assert_eq!(written["sent"], false);
		let call = written["call"].as_str().context("a call")?.to_owned();
		assert_eq!(scene.state().await?, state);
		// It is the call that it should be: holders may not resolve it, for no other reason.
		let propose = format!("resolution propose ASSET --motion call:{call} --document DIGEST");
		scene.refused("Anna", &propose, "Dao.CallNotAllowed").await?;
	}
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn holders_resolve_and_nobody_else_does() -> Result<()> {
	let scene = Scene::set().await?;
	nothing_is_proposed_that_makes_no_sense(&scene).await?;
	a_vote_counts_once_in_its_time(&scene).await?;
	a_secret_ballot_is_sealed_and_revealed(&scene).await?;
	a_manager_answers_for_what_it_does(&scene).await
}

async fn nothing_is_proposed_that_makes_no_sense(scene: &Scene) -> Result<()> {
	let propose = |rest: &str| format!("resolution propose ASSET --document DIGEST {rest}");
	for (name, text, reason) in [
		(
			"Anna",
			"resolution propose 999 --document DIGEST --motion nothing".to_owned(),
			"there is no asset 999",
		),
		("Anna", propose("--motion dance"), "\"dance\" is no choice; write nothing"),
		("Anna", propose("--motion appoint:nobody"), "is no account"),
		("Anna", propose("--motion spend:EUR:1:FRED"), "there is no currency EUR"),
		("Anna", propose("--motion call:0xzz"), "is no choice"),
		("Anna", "resolution vote ASSET 0 yes".to_owned(), "has no resolution 0"),
		("Anna", "resolution status ASSET 0".to_owned(), "has no resolution 0"),
		("Anna", "resolution close ASSET 0".to_owned(), "has no resolution 0"),
		("Anna", "resolution execute ASSET 0".to_owned(), "has no resolution 0"),
		("Anna", "resolution delegate 999 BEN".to_owned(), "there is no asset 999"),
		("Anna", "manager resign ASSET".to_owned(), "neither manages asset"),
		("Anna", "manager release ASSET FRED".to_owned(), "neither manages asset"),
		(
			"Anna",
			"manager challenge ASSET FRED 10 --document DIGEST".to_owned(),
			"neither manages asset",
		),
		("Fred", "treasury fund ASSET EUR 1".to_owned(), "there is no currency EUR"),
	] {
		scene.stopped(name, &text, reason).await?;
	}
	let many = ["--motion nothing|nothing|nothing"; 3].join(" ");
	for (name, text, error) in [
		("Fred", propose("--motion nothing"), "Dao.UnknownKey"),
		("Carl", propose("--motion nothing"), "Dao.StakeTooSmall"),
		("Anna", propose("--motion remove-manager"), "Dao.ClassTooLow"),
		("Anna", propose("--motion call:0x00"), "Dao.UndecodableCall"),
		("Anna", propose(&many), "Dao.BadMotions"),
		("Anna", "resolution delegate ASSET ANNA".to_owned(), "Dao.SelfDelegation"),
		("Fred", "resolution delegate ASSET ANNA".to_owned(), "Dao.UnknownKey"),
		("Anna", "resolution undelegate ASSET ANNA".to_owned(), "Dao.NotDelegated"),
		("Fred", "manager stand ASSET --bond 499.99".to_owned(), "Dao.BondTooSmall"),
		("Fred", "treasury fund ASSET CDST 0".to_owned(), "Dao.ZeroAmount"),
	] {
		scene.refused(name, &text, error).await?;
	}
	Ok(())
}

async fn a_vote_counts_once_in_its_time(scene: &Scene) -> Result<()> {
	scene.well("Alice", "treasury fund ASSET TUSD 25").await?;
	// A call of more than 128 bytes goes by its preimage.
	let text = "resolution propose ASSET --document DIGEST --motion \
	            spend:TUSD:20.5:FRED|distribute:TUSD:4:+1d:+60d";
	let proposed = scene.well("Anna", text).await?;
	let record = &proposed["resolution"];
	let id = proposed["number"].as_u64().context("a number")?;
	let on =
		|what: &str, rest: &str| format!("resolution {what} ASSET {id} {rest}").trim().to_owned();
	scene.refused("Anna", &on("vote", "yes"), "Dao.WrongPhase").await?;
	let again = "resolution propose ASSET --document DIGEST --motion nothing";
	scene.refused("Anna", again, "Dao.AlreadyProposing").await?;
	scene.refused("Ben", &on("withdraw", ""), "Dao.NotProposer").await?;
	scene.wait_until(moment(&record["voting_from"])).await?;

	let status = scene.well("Ben", &on("status", "")).await?;
	assert_eq!(status["resolution"]["phase"], "Voting");
	assert_eq!(status["resolution"]["next"], "holders vote");
	assert_eq!(status["resolution"]["by"], record["voting_until"]);
	assert_eq!(status["resolution"]["motions"][0]["missing_for_quorum"], "25");
	assert_eq!(status["voter"]["power"], BEN.to_string());
	assert_eq!(status["voter"]["ballot"], Value::Null);
	let carried = status["carried"][0]["call"].as_str().context("a call in words")?;
	assert!(carried.starts_with("pay 20,500,000 units of the currency 840 to"), "{carried}");
	for (name, text, error) in [
		("Fred", on("vote", "yes"), "Dao.UnknownKey"),
		("Carl", on("vote", "yes"), "Dao.NoVotes"),
		("Ben", on("vote", "2"), "Dao.UnknownOption"),
		("Ben", on("vote", "0:yes:31"), "Dao.TooManyVotes"),
		("Ben", on("vote", "yes,yes"), "Dao.SplitTwice"),
		("Ben", on("retract", ""), "Dao.NotVoted"),
	] {
		scene.refused(name, &text, error).await?;
	}
	scene.well("Ben", &on("vote", "0:yes:10,0:no")).await?;
	scene.well("Anna", &on("vote", "yes")).await?;
	let status = scene.well("Ben", &on("status", "")).await?;
	let motion = &status["resolution"]["motions"][0];
	assert_eq!((&motion["choices"], &motion["against"]), (&json!(["80", "0"]), &json!("20")));
	assert_eq!(motion["leading"], 0);

	scene.wait_until(moment(&record["voting_until"])).await?;
	scene.refused("Ben", &on("vote", "no"), "Dao.WrongPhase").await?;
	scene.refused("Fred", &on("execute", ""), "Dao.WrongPhase").await?;
	let closed = scene.well("Fred", &on("close", "")).await?;
	assert_eq!(closed["bond_lost"], "0");
	assert_eq!(closed["resolution"]["motions"][0]["state"], json!({ "carried": { "choice": 0 } }));
	scene.refused("Fred", &on("close", ""), "Dao.WrongPhase").await?;
	scene.wait_until(moment(&record["executable_from"])).await?;
	scene.refused("Fred", &on("execute", "--motion 1"), "Dao.UnknownOption").await?;
	scene.well("Fred", &on("execute", "")).await?;
	assert_eq!(scene.dollars("Fred").await?, 20_500_000);
	scene.refused("Fred", &on("execute", ""), "Dao.WrongPhase").await?;
	let treasury = scene.well("Fred", "treasury show ASSET").await?;
	assert_eq!(treasury["money"][1], json!({ "currency": "840", "amount": "4500000" }));
	Ok(())
}

async fn a_secret_ballot_is_sealed_and_revealed(scene: &Scene) -> Result<()> {
	let text = "resolution propose ASSET --document DIGEST --secret --motion nothing";
	let proposed = scene.well("Ben", text).await?;
	let record = &proposed["resolution"];
	let id = u32::try_from(proposed["number"].as_u64().context("a number")?)?;
	let on =
		|what: &str, rest: &str| format!("resolution {what} ASSET {id} {rest}").trim().to_owned();
	let early = on("commit", "yes --file FOLDER/early");
	scene.refused("Ben", &early, "Dao.WrongPhase").await?;
	assert!(!scene.folder.path().join("early").exists(), "what the chain refused seals nothing");
	scene.wait_until(moment(&record["voting_from"])).await?;
	scene.refused("Ben", &on("vote", "yes"), "Dao.SecretBallot").await?;
	let commit = on("commit", "yes --file FOLDER/ben");
	let committed = scene.well("Ben", &commit).await?;
	scene.stopped("Ben", &commit, "cannot be written").await?;
	scene.well("Anna", &on("commit", "no --file FOLDER/anna")).await?;

	// What it has sent is what the chain says one commits to.
	let sealed: Value = serde_json::from_slice(&std::fs::read(scene.folder.path().join("ben"))?)?;
	let view = scene.client.head().await?;
	let investor = view.key(&account("Ben")).await?.context("Ben is a key")?.investor;
	let mut salt = [0; 32];
	hex::decode_to_slice(sealed["salt"].as_str().context("a salt")?, &mut salt)?;
	let ballot = [Split { motion: 0, choice: Choice::For(0), votes: None }];
	let chains = view.chains_commitment(scene.asset, id, investor, &ballot, salt).await?;
	assert_eq!(chains.0, dao::commitment(scene.asset, id, investor, &ballot, salt));
	assert_eq!(committed["commitment"], format!("{chains:?}"));

	scene.refused("Ben", &on("reveal", "--file FOLDER/ben"), "Dao.WrongPhase").await?;
	scene.wait_until(moment(&record["voting_until"])).await?;
	scene.stopped("Ben", &on("reveal", "--file FOLDER/none"), "cannot be read").await?;
	let wrong = on("reveal", "--file FOLDER/anna");
	scene.refused("Ben", &wrong, "Dao.CommitmentMismatch").await?;
	scene.well("Ben", &on("reveal", "--file FOLDER/ben")).await?;
	scene.wait_until(moment(&record["reveal_until"])).await?;
	scene.refused("Anna", &wrong, "Dao.WrongPhase").await?;
	let closed = scene.well("Fred", &on("close", "")).await?;
	let motion = &closed["resolution"]["motions"][0];
	// Anna has not revealed: her votes do not count.
	assert_eq!((&motion["choices"], &motion["against"]), (&json!([BEN.to_string()]), &json!("0")));
	assert_eq!(motion["state"], json!({ "adopted": { "choice": 0 } }));
	scene.refused("Fred", &on("execute", ""), "Dao.WrongPhase").await
}

async fn a_manager_answers_for_what_it_does(scene: &Scene) -> Result<()> {
	scene.well("Fred", "manager stand ASSET").await?;
	scene.refused("Fred", "manager stand ASSET", "Dao.AlreadyMandated").await?;
	let challenge = "manager challenge ASSET FRED 10 --document DIGEST";
	scene.refused("Anna", challenge, "Dao.NotLiable").await?;
	scene.refused("Anna", "manager release ASSET FRED", "Dao.BondInUse").await?;

	let text = "resolution propose ASSET --document DIGEST --motion appoint:FRED";
	let proposed = scene.well("Anna", text).await?;
	let record = &proposed["resolution"];
	let id = proposed["number"].as_u64().context("a number")?;
	scene.well("Ben", "resolution delegate ASSET ANNA").await?;
	scene.refused("Ben", "resolution delegate ASSET ANNA", "Dao.SameDelegate").await?;
	scene.wait_until(moment(&record["voting_from"])).await?;
	let for_nobody = format!("resolution vote-for ASSET {id} yes CARL");
	scene.refused("Anna", &for_nobody, "Dao.NothingCast").await?;
	let voted = scene.well("Anna", &format!("resolution vote-for ASSET {id} yes BEN CARL")).await?;
	assert_eq!(voted["voted_for"].as_array().map(Vec::len), Some(1));
	let status = scene.well("Ben", &format!("resolution status ASSET {id}")).await?;
	assert_eq!(status["voter"]["voted_by"], status["voter"]["delegate"]);
	scene.wait_until(moment(&record["voting_until"])).await?;
	scene.well("Fred", &format!("resolution close ASSET {id}")).await?;

	// The committee stops it in the timelock.
	let veto = format!("resolution veto ASSET {id} --document DIGEST");
	scene.stopped("Anna", &veto, "is no member of the technical committee").await?;
	scene.well("Alice", &format!("{veto} --also-suri //Bob")).await?;
	let status = scene.well("Ben", &format!("resolution status ASSET {id}")).await?;
	assert_eq!(status["resolution"]["phase"], "Vetoed");
	scene.refused("Fred", &format!("resolution execute ASSET {id}"), "Dao.WrongPhase").await?;
	let shown = scene.well("Fred", "manager show ASSET").await?;
	assert_eq!(
		(&shown["manager"], &shown["mandates"][0]["status"]),
		(&Value::Null, &json!("candidate"))
	);
	scene.well("Fred", "manager resign ASSET").await?;
	scene.stopped("Fred", "manager resign ASSET", "neither manages asset").await?;
	let pruned = scene.well("Fred", &format!("resolution prune ASSET {id}")).await?;
	assert_eq!(pruned["number"], id);
	scene.refused("Fred", &format!("resolution prune ASSET {id}"), "Dao.NothingToPrune").await?;
	let listed = scene.well("Fred", "resolution list ASSET").await?;
	assert_eq!(listed["resolutions"].as_array().map(Vec::len), Some(3));
	Ok(())
}

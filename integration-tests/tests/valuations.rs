// SPDX-License-Identifier: Apache-2.0

//! How a valuation comes about, on a real node and with the real programs: models are approved by
//! the chain's voters, three feeders value homes, one is killed in the middle of a round, prices that
//! were really paid score the models, an explanation is opened, a lie is disputed and paid for, and
//! nobody is served what is stale.
//!
//! Three homes of the second half of 2016; `CADASTRE_HOMES=50` values so many. No model has seen their
//! sales. The referendum about the models passes at the pace of a chain for tests, and the days of a
//! dispute pass while the node is stopped: see `Chain`.

#![cfg(test)]

use anyhow::{ensure, Context, Result};
use cadastre_client::{
	api, asset_registry, compliance,
	pack::{Pack, Rule, Sides},
	referenda::{self, Stage},
	shares,
	valuations::{self, write_value, Policy, Vote},
	Client, Options, Signer, View,
};
use cadastre_integration_tests::{feeder, get, signal, Chain, Cli};
use cadastre_models::{Artefact, Inputs, Sale, Sales, Seattle};
use cadastre_primitives::{
	token::UNIT, AssetFacts, AssetId, Balance, Claims, FeedId, Flags, Interval, InvestorId, Metric,
	ModelId, ModelStatus, PaperKind, PropertyUse, Report, ShareTerms, Tenure, Unit,
	ValuationStatus, Verdict,
};
use std::{
	collections::{BTreeMap, BTreeSet},
	fs,
	net::TcpListener,
	os::unix::fs::PermissionsExt,
	path::{Path, PathBuf},
	process::Stdio,
	time::{Duration, Instant},
};
use subxt::{tx::Payload, utils::H256};
use tokio::process::{Child, Command};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(90);

/// The bond of an operator.
const BOND: Balance = 1_000 * UNIT;

/// How many feeders there are, each with a model of another family.
const FEEDERS: usize = 3;

/// The models of homes of this repository: each feeder has one.
const ARTEFACTS: [&str; FEEDERS] =
	["seattle-hedonic.json", "seattle-repeat-sales.json", "seattle-boosted.json"];

/// Everybody who has much on a development chain, and so decides its referenda.
const VOTERS: [&str; 12] = [
	"Alice",
	"Bob",
	"Charlie",
	"Dave",
	"Eve",
	"Ferdie",
	"Alice//stash",
	"Bob//stash",
	"Charlie//stash",
	"Dave//stash",
	"Eve//stash",
	"Ferdie//stash",
];

fn signer(name: &str) -> Signer {
	Signer::from_suri(&format!("//{name}")).expect("a path of the development phrase")
}

fn feed(asset: AssetId) -> FeedId {
	FeedId { asset, metric: Metric::MarketValue, unit: Unit::Fiat(*b"USD") }
}

/// Homes that were sold after all that the models have learned from, and that all of them value, with
/// the price that was paid.
fn homes(sales: &Sales, models: &[Artefact], many: usize) -> Result<Vec<Sale>> {
	let windows = Seattle::windows();
	let until = windows.tested_until.plus(1);
	let valued = |sale: &&Sale| {
		sale.inputs().is_ok_and(|facts| models.iter().all(|model| model.value(&facts).is_ok()))
	};
	let tested = sales.between(windows.tested_from, until).iter();
	// A home that was sold twice is one asset.
	let mut parcels = BTreeSet::new();
	let found: Vec<_> = tested
		.filter(valued)
		.filter(|sale| parcels.insert(sale.parcel.clone()))
		.take(many)
		.cloned()
		.collect();
	ensure!(found.len() == many, "only {} such homes were sold", found.len());
	Ok(found)
}

/// Everything that takes part.
struct Scene {
	chain: Chain,
	client: Client,
	cli: Cli,
	folder: PathBuf,
	homes: Vec<Sale>,
	/// The first asset; the others follow.
	first: AssetId,
	feeders: Vec<Feeder>,
	began: Instant,
}

/// An operator with its program.
struct Feeder {
	name: String,
	signer: Signer,
	operator: InvestorId,
	model: ModelId,
	folder: PathBuf,
	metrics: u16,
	process: Option<Child>,
}

impl Feeder {
	fn file(&self, name: &str) -> PathBuf {
		self.folder.join(name)
	}

	fn artefact(&self) -> Result<Artefact> {
		Ok(Artefact::load(&self.file("model.json"))?)
	}

	/// Writes the configuration and starts the program.
	fn start(&mut self, url: &str) -> Result<()> {
		let config = format!(
			"url = \"{url}\"\nkeystore = \"operator.key\"\nstate = \"state\"\npoll_seconds = 1\n\
			 metrics = \"127.0.0.1:{}\"\n\n[[models]]\nmodel = {}\nartefact = \"model.json\"\n\
			 inputs = \"../inputs\"\nrehearsal = true\n",
			self.metrics, self.model
		);
		fs::write(self.file("feeder.toml"), config)?;
		let log = fs::OpenOptions::new().create(true).append(true).open(self.file("log"))?;
		let process = Command::new(feeder()?)
			.args(["run", "--config"])
			.arg(self.file("feeder.toml"))
			.env_remove("RUST_LOG")
			.stdin(Stdio::null())
			.stdout(Stdio::null())
			.stderr(log)
			.kill_on_drop(true)
			.spawn()?;
		self.process = Some(process);
		Ok(())
	}

	/// Stops the program as an operator does: it ends as if all were well.
	async fn stop(&mut self) -> Result<()> {
		let mut process = self.process.take().context("it does not run")?;
		signal(&process, "TERM").await?;
		let ended = tokio::time::timeout(MINUTE, process.wait()).await.context("it goes on")??;
		ensure!(ended.success(), "{} ended with {ended}: {}", self.name, self.log());
		Ok(())
	}

	/// Kills the program in the middle of what it does.
	async fn kill(&mut self) -> Result<()> {
		let mut process = self.process.take().context("it does not run")?;
		signal(&process, "KILL").await?;
		let ended = process.wait().await?;
		ensure!(!ended.success(), "it was not killed");
		Ok(())
	}

	/// The end of its log.
	fn log(&self) -> String {
		let text = fs::read_to_string(self.file("log")).unwrap_or_default();
		let lines: Vec<_> = text.lines().rev().take(30).collect();
		lines.into_iter().rev().collect::<Vec<_>>().join("\n")
	}
}

/// Runs the feeder's program for a person.
async fn tool(arguments: &[&str]) -> Result<(i32, String, String)> {
	let output = Command::new(feeder()?).args(arguments).output().await?;
	Ok((
		output.status.code().context("it was killed")?,
		String::from_utf8(output.stdout)?,
		String::from_utf8(output.stderr)?,
	))
}

async fn tool_ok(arguments: &[&str]) -> Result<String> {
	let (code, out, err) = tool(arguments).await?;
	ensure!(code == 0, "{arguments:?} ended with {code}: {err}");
	Ok(out)
}

fn text(path: &Path) -> &str {
	path.to_str().unwrap_or_default()
}

/// Calls in transactions of 25 at most, each all or none.
async fn send_batch<P: Payload>(client: &Client, signer: &Signer, calls: Vec<P>) -> Result<()> {
	let view = client.head().await?;
	for some in calls.chunks(25) {
		let inner = some.iter().map(|call| view.inner_call(call)).collect::<Result<Vec<_>, _>>()?;
		client.send(&api::tx().utility().batch_all(inner), signer).await?;
	}
	Ok(())
}

const HOUSE: AssetFacts = AssetFacts::RealEstate {
	usage: PropertyUse::Residential,
	area: 120,
	built: Some(1984),
	tenure: Tenure::Freehold,
};

/// Rounds of minutes instead of days, by the number of homes for which each feeder sends a transaction
/// in each period; all else as for homes. A block, of which there are four a second, is 6 s of the
/// chain's time.
fn policy(homes: usize) -> Policy {
	let period = 150 + 15 * u64::try_from(homes).unwrap_or(u64::MAX);
	Policy {
		commit_period: period,
		reveal_period: period,
		interval: 2 * period,
		max_input_age: 3_600 + 2 * period,
		aging_after: DAY.as_secs(),
		max_age: 2 * DAY.as_secs(),
		challenge_period: 12,
		max_width: 1_000_000,
		..Policy::WEEKLY
	}
}

impl Scene {
	fn feeds(&self) -> impl Iterator<Item = (FeedId, &Sale)> {
		(self.first..).map(feed).zip(&self.homes)
	}

	async fn set(folder: &Path, many: usize) -> Result<Self> {
		let began = Instant::now();
		let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
		let table = root.join("data/seattle-sales.csv");
		let artefacts = root.join("feeder/artefacts");
		let sales = Sales::load(&table)?;
		let mut models = Vec::new();
		for (place, artefact) in ARTEFACTS.iter().enumerate() {
			let own = folder.join(format!("feeder-{place}"));
			fs::create_dir_all(&own)?;
			let model = own.join("model.json");
			fs::copy(artefacts.join(artefact), &model)?;
			models.push(Artefact::load(&model)?);
		}
		let homes = homes(&sales, &models, many)?;
		let chain = Chain::start(&folder.join("chain")).await?;
		let client = Client::connect(&chain.url(), &Options::default()).await?;
		let cli = Cli::new(&chain.url())?;
		let alice = signer("Alice");

		// Money for three operators, a holder and a disputer.
		let operators: Vec<_> = (0..FEEDERS).map(|place| format!("Feeder//{place}")).collect();
		let mut people = operators.clone();
		people.extend(["Holder".to_owned(), "Disputer".to_owned()]);
		let give = |name: &String| {
			let to = signer(name).account().id().into();
			api::tx().balances().transfer_keep_alive(to, 2_000 * UNIT)
		};
		send_batch(&client, &alice, people.iter().map(give).collect()).await?;

		// A provider admits them.
		let now = client.head().await?.now().await?;
		let claims = Claims {
			residence: *b"US",
			tax_residence: *b"US",
			flags: Flags::KYC,
			valid_from: now,
			valid_until: now + 365 * DAY.as_secs(),
		};
		let admit = |name: &String| compliance::admit(signer(name).account(), claims);
		send_batch(&client, &signer("Dave"), people.iter().map(admit).collect()).await?;

		// An issuer registers the homes, and a holder gets shares of the first.
		let pack =
			Pack { rules: vec![Rule::Required { side: Sides::Both, flags: "kyc".to_owned() }] };
		let published = client.send(&compliance::publish_pack(&pack), &alice).await?;
		let pack = published.event::<compliance::events::PackPublished>()?.pack;
		let first = client.head().await?.next_asset().await?;
		let shares = ShareTerms { authorised: 1_000, units_per_share: 1, class_of: None };
		let register = |sale: &Sale| {
			let name = format!("Seattle, parcel {}", sale.parcel.trim_start_matches('.'));
			asset_registry::register(HOUSE, &name, Some(*b"US"), pack, shares)
		};
		send_batch(&client, &alice, homes.iter().map(register).collect()).await?;
		let deed = asset_registry::file_paper(first, PaperKind::Title, [1; 32], now, None);
		client.send(&deed, &alice).await?;
		let verify = asset_registry::verify(first, 1, HOUSE.digest().0);
		client.send(&verify, &signer("Eve")).await?;
		client.send(&verify, &signer("Eve//stash")).await?;
		client.send(&asset_registry::activate(first), &alice).await?;
		client.send(&shares::issue(first, signer("Holder").account(), 100), &alice).await?;

		// The facts, without the price that was paid later.
		let inputs = folder.join("inputs");
		fs::create_dir_all(&inputs)?;
		for (asset, sale) in (first..).zip(&homes) {
			fs::write(inputs.join(format!("{asset}.json")), sale.inputs()?.to_json())?;
		}

		// Three operators, each with a model and a key.
		let mut feeders = Vec::new();
		for (place, name) in operators.iter().enumerate() {
			let own = folder.join(format!("feeder-{place}"));
			let key = own.join("operator.key");
			fs::write(&key, format!("//{name}"))?;
			fs::set_permissions(&key, fs::Permissions::from_mode(0o600))?;
			let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
			let signer = signer(name);
			let key = client.head().await?.key(signer.account()).await?;
			feeders.push(Feeder {
				name: name.clone(),
				operator: key.context("nobody has admitted the operator")?.investor,
				signer,
				model: 0,
				folder: own,
				metrics: port,
				process: None,
			});
		}
		for feeder in &mut feeders {
			client.send(&valuations::bond(BOND), &feeder.signer).await?;
			let uri = "https://example.org/card.md";
			let card = tool_ok(&[
				"card",
				text(&feeder.file("model.json")),
				"--chain",
				uri,
				"--countries",
				"US",
			])
			.await?;
			let file = feeder.file("card.json");
			fs::write(&file, card)?;
			let proposed = cli
				.as_signer(&format!("//{}", feeder.name))
				.json(&["valuation", "model", "propose", text(&file)])
				.await?;
			let model = proposed["model"].as_u64().context("no model was proposed")?;
			feeder.model = ModelId::try_from(model)?;
		}
		let folder = folder.to_owned();
		Ok(Self { chain, client, cli, folder, homes, first, feeders, began })
	}

	/// The chain's voters approve the models, on the track of models. A day of its rules lasts two
	/// blocks of this chain.
	async fn approve(&self) -> Result<()> {
		let view = self.client.head().await?;
		let until = view.now().await? + 300 * DAY.as_secs();
		let calls = self
			.feeders
			.iter()
			.map(|feeder| view.inner_call(&valuations::approve_model(feeder.model, until)))
			.collect::<Result<Vec<_>, _>>()?;
		let all = api::tx().utility().batch_all(calls);
		let alice = signer("Alice");
		let (referendum, _) = self.client.refer("model_admin", &all, &alice).await?;
		let mut queue = self.client.queue().await?;
		for voter in VOTERS {
			let vote = referenda::vote(referendum, true, 900_000 * UNIT, 0)?;
			queue.push(&vote, &signer(voter)).await?;
		}
		for outcome in queue.submit(|_| ()).await? {
			outcome?.success()?;
		}
		// The last thing: a few blocks later it is decided by the votes that are there.
		self.client.send(&referenda::place_deposit(referendum), &alice).await?;
		self.wait("the referendum is decided", |view| async move {
			let found = view.referendum(referendum).await?.context("no referendum")?;
			match found.stage {
				Stage::Approved => Ok(Some(())),
				Stage::Rejected | Stage::Cancelled | Stage::TimedOut | Stage::Killed => {
					anyhow::bail!("the referendum has not passed: {found:?}")
				},
				_ => Ok(None),
			}
		})
		.await?;
		let models: Vec<_> = self.feeders.iter().map(|feeder| feeder.model).collect();
		self.wait("the models are approved", |view| {
			let models = models.clone();
			async move {
				for model in models {
					let status = view.model(model).await?.map(|found| found.status);
					if status != Some(ModelStatus::Approved) {
						return Ok(None);
					}
				}
				Ok(Some(()))
			}
		})
		.await
	}

	/// Lets time pass for the chain, and connects again.
	async fn pass(&mut self, time: Duration) -> Result<()> {
		let view = self.client.head().await?;
		let after = view.now().await? + time.as_secs();
		self.chain.pass(time).await?;
		self.client = Client::connect(&self.chain.url(), &Options::default()).await?;
		self.wait(
			"time passes",
			|view| async move { Ok((view.now().await? >= after).then_some(())) },
		)
		.await
	}

	/// Says how far the story is, and when: most of it is waiting.
	fn told(&self, what: &str) {
		println!("{:>4} s  {what}", self.began.elapsed().as_secs());
	}

	/// Looks at each new state until it is as wanted.
	async fn wait<T, F, A>(&self, what: &str, mut look: F) -> Result<T>
	where
		F: FnMut(View) -> A,
		A: std::future::Future<Output = Result<Option<T>>>,
	{
		let since = Instant::now();
		loop {
			if let Some(found) = look(self.client.head().await?).await? {
				return Ok(found);
			}
			ensure!(
				since.elapsed() < PATIENCE,
				"in vain: {what}\n{}",
				self.feeders
					.iter()
					.map(|feeder| format!("{}:\n{}\n", feeder.name, feeder.log()))
					.collect::<String>()
			);
			tokio::time::sleep(Duration::from_millis(200)).await;
		}
	}

	/// Waits until the round of each feed is over.
	async fn finished(&self, feeds: &[FeedId], number: u32) -> Result<()> {
		for feed in feeds {
			let feed = *feed;
			self.wait("the round is over", |view| async move {
				let round = view.valuation_round(feed).await?.context("no round")?;
				Ok((round.number == number && round.finalised).then_some(()))
			})
			.await?;
		}
		Ok(())
	}

	async fn vote(&self, feed: FeedId, model: ModelId) -> Result<Option<Vote>> {
		let round = self.client.head().await?.valuation_round(feed).await?;
		Ok(round.and_then(|round| round.vote(model)))
	}

	/// The counters of a feeder.
	async fn metrics(&self, feeder: &Feeder) -> Result<String> {
		get(&format!("127.0.0.1:{}", feeder.metrics), "/metrics").await
	}
}

#[tokio::test(flavor = "multi_thread")]
async fn models_value_homes_and_answer_for_it() -> Result<()> {
	let many = std::env::var("CADASTRE_HOMES").map_or(Ok(3), |many| many.parse::<usize>())?;
	let folder = tempfile::tempdir()?;
	fs::create_dir(folder.path().join("chain"))?;
	let mut scene = Scene::set(folder.path(), many).await?;
	scene.told("the scene is set");
	scene.approve().await?;
	scene.told("the voters have approved the models");
	let url = scene.chain.url();
	let alice = signer("Alice");
	let feeds: Vec<_> = scene.feeds().map(|(feed, _)| feed).collect();
	let home = feeds[0];

	// The issuer opens a feed for each home, and the models take their seats.
	let policy = policy(many);
	let open = |feed: &FeedId| valuations::open_feed(*feed, 2, policy);
	send_batch(&scene.client, &alice, feeds.iter().map(open).collect()).await?;
	for feeder in &scene.feeders {
		let join = |feed: &FeedId| valuations::join(*feed, feeder.model);
		send_batch(&scene.client, &feeder.signer, feeds.iter().map(join).collect()).await?;
	}

	scene.told("the feeds are open, and the models have their seats");
	// A feed that has never had an answer gives none.
	let name = valuations::write_feed(home);
	let nothing = scene.cli.run(&["valuation", "answer", &name]).await?;
	assert_eq!(nothing.code, 1);
	assert!(nothing.err.contains("has never had an answer"), "{}", nothing.err);

	for feeder in &mut scene.feeders {
		feeder.start(&url)?;
	}
	let from = scene.client.head().await?.number();
	let open_round = |feed: &FeedId| valuations::open_round(*feed);
	send_batch(&scene.client, &alice, feeds.iter().map(open_round).collect()).await?;

	scene.told("the rounds are open");
	// One is killed once it has committed and before it opens its report, and comes back.
	let killed = scene.feeders[1].model;
	scene
		.wait("a commitment", |view| async move {
			let round = view.valuation_round(home).await?.context("no round")?;
			Ok(matches!(round.vote(killed), Some(Vote::Committed(_))).then_some(()))
		})
		.await?;
	scene.feeders[1].kill().await?;
	assert!(matches!(scene.vote(home, killed).await?, Some(Vote::Committed(_))));
	scene.feeders[1].start(&url)?;
	scene.told("a feeder was killed in the middle of a round and is back");
	scene.finished(&feeds, 1).await?;

	scene.told("the rounds are over");
	// Nothing was reported twice, and nothing was missed.
	let mut reports = BTreeMap::<(FeedId, ModelId), (u32, u32)>::new();
	for number in from..=scene.client.head().await?.number() {
		let view = scene.client.at_number(number).await?;
		for event in view.events::<valuations::events::ReportCommitted>().await? {
			reports.entry((event.feed.0, event.model)).or_default().0 += 1;
		}
		for event in view.events::<valuations::events::ReportRevealed>().await? {
			reports.entry((event.feed.0, event.model)).or_default().1 += 1;
		}
	}
	assert_eq!(reports.len(), feeds.len() * FEEDERS, "{reports:?}");
	for (report, times) in &reports {
		assert_eq!(*times, (1, 1), "{report:?}");
	}

	// The answers are fresh once their first jump could be disputed, and are what the models say.
	println!("home                            low          mid         high    paid later");
	let (mut covered, mut errors) = (0, Vec::new());
	for (feed, sale) in scene.feeds() {
		let answer = scene
			.wait("a fresh answer", |view| async move {
				let answer = view.valuation(feed).await?.context("no answer")?;
				Ok((answer.status() == ValuationStatus::Fresh).then_some(answer))
			})
			.await?;
		let (interval, decimals) =
			answer.fresh().map_err(|status| anyhow::anyhow!("the answer is {status:?}"))?;
		let mut mids = Vec::new();
		for feeder in &scene.feeders {
			mids.push(u64::try_from(feeder.artefact()?.value(&sale.inputs()?)?.mid)?);
		}
		mids.sort_unstable();
		assert!(mids[0] <= interval.mid && interval.mid <= mids[2], "{mids:?}: {interval:?}");
		covered += usize::from(interval.contains(sale.price_cents));
		errors.push(interval.mid as f64 / sale.price_cents as f64 - 1.0);
		let value = |value| write_value(value, decimals);
		println!(
			"{:<22} {:>14} {:>12} {:>12} {:>13}",
			sale.parcel.trim_start_matches('.'),
			value(interval.low),
			value(interval.mid),
			value(interval.high),
			value(sale.price_cents)
		);
	}
	errors.sort_by(|one, other| one.abs().total_cmp(&other.abs()));
	println!(
		"{covered} of {} prices lie in the interval of the answer; the median error is {:.1} %",
		feeds.len(),
		errors[errors.len() / 2].abs() * 100.0
	);

	scene.told("every answer is fresh");
	// What was counted is served.
	let counted = scene.metrics(&scene.feeders[0]).await?;
	let model = scene.feeders[0].model;
	let line = format!("cadastre_feeder_steps_total{{model=\"{model}\",step=\"reveal\"}} {many}");
	assert!(counted.contains(&line), "no «{line}» in\n{counted}");

	// A price that was really paid moves the scores, which the feeders ask for by themselves.
	let sale = scene.homes[0].clone();
	let deed = scene.folder.join("deed.txt");
	fs::write(&deed, format!("{} {} {}", sale.parcel, sale.day, sale.price_cents))?;
	let appraiser = scene.cli.as_signer("//Eve//stash");
	let price = sale.price_cents.to_string();
	let recorded = appraiser
		.json(&["valuation", "score", "sale", &name, &price, "--document", text(&deed)])
		.await?;
	assert_eq!(recorded["outcome"], 0);
	for feeder in &scene.feeders {
		let model = feeder.model;
		let score = scene
			.wait("a score", |view| async move {
				Ok(view.score_of(model).await?.filter(|score| score.outcomes == 1))
			})
			.await?;
		let said = u64::try_from(feeder.artefact()?.value(&sale.inputs()?)?.mid)?;
		let error = u128::from(said.abs_diff(sale.price_cents)) * 1_000_000;
		assert_eq!(u128::from(score.median_error), error / u128::from(sale.price_cents));
		assert!(score.weight > 225 || score.median_error >= 200_000 || score.coverage == 0);
	}
	let study = scene.cli.json(&["valuation", "score", "study", &name]).await?;
	assert_eq!(study["study"]["sample"], 1);

	scene.told("the price that was paid has moved the scores");
	// A holder asks for an explanation, and gets it: the parts add up to the value.
	let model = scene.feeders[0].model;
	scene
		.cli
		.as_signer("//Holder")
		.json(&["valuation", "explain", "request", &name, &model.to_string(), "--round", "1"])
		.await?;
	scene
		.wait("an explanation", |view| async move {
			Ok(view.explanation_request(home, model).await?.is_none().then_some(()))
		})
		.await?;

	scene.told("an explanation was asked for and opened");
	// The third operator stops its program and lies by hand: a third above what its model says.
	scene.feeders[2].stop().await?;
	let liar = &scene.feeders[2];
	let (liar_model, liar_artefact) = (liar.model, liar.artefact()?);
	let inputs = scene.folder.join("inputs").join(format!("{}.json", home.asset));
	let facts = Inputs::from_json(&fs::read_to_string(&inputs)?)?;
	let truth = liar_artefact.value(&facts)?;
	scene.told("the third operator lies");
	let wait_for = scene.client.head().await?.valuation_round(home).await?.context("no round")?;
	let due = wait_for.opened_at + policy.interval;
	scene
		.wait("the next round is due", |view| async move {
			Ok((view.now().await? >= due).then_some(()))
		})
		.await?;
	scene.client.send(&valuations::open_round(home), &alice).await?;
	let round = scene.client.head().await?.valuation_round(home).await?.context("no round")?;
	let more = |cents: u128| u64::try_from(cents / 3 * 4);
	let lie = Report {
		interval: Interval {
			low: more(truth.low)?,
			mid: more(truth.mid)?,
			high: more(truth.high)?,
		},
		as_of: round.opened_at,
		inputs: H256(facts.digest()),
		explanation: H256(truth.explanation.digest()),
	};
	let salt = H256([9; 32]);
	let account = liar.signer.account();
	let commitment = valuations::commitment(home, 2, liar_model, account, &lie, salt);
	scene.client.send(&valuations::commit(home, liar_model, commitment), &liar.signer).await?;
	let until = round.commit_until;
	scene
		.wait("reveals begin", |view| async move { Ok((view.now().await? >= until).then_some(())) })
		.await?;
	let reveal = valuations::reveal(home, liar_model, lie, salt);
	scene.client.send(&reveal, &scene.feeders[2].signer).await?;
	scene.finished(&[home], 2).await?;
	let history = scene.client.head().await?.valuation_history(home).await?;
	let answered = history.last().context("no answer")?;
	assert_eq!((answered.round, answered.reports), (2, 3));
	let honest: Vec<_> = [0, 1]
		.into_iter()
		.map(|place| Ok(scene.feeders[place].artefact()?.value(&facts)?))
		.collect::<Result<_>>()?;
	let low = honest.iter().map(|value| value.low).min().unwrap_or_default();
	let high = honest.iter().map(|value| value.high).max().unwrap_or_default();
	let mid = u128::from(answered.interval.mid);
	assert!(low <= mid && mid <= high, "the liar has moved the answer out of the honest range");

	// Anybody computes the reports again from the published artefact and the facts. An honest one
	// comes out the same; the lie does not, and that is the ground of a dispute.
	scene.told("the next round is over, with a lie in it");
	let verify = |place: usize, out: &Path| {
		let feeder = &scene.feeders[place];
		let arguments = [
			"verify".to_owned(),
			format!("--feed={name}"),
			format!("--model={}", feeder.model),
			"--round=2".to_owned(),
			format!("--artefact={}", feeder.file("model.json").display()),
			format!("--inputs={}", inputs.display()),
			format!("--url={url}"),
			format!("--out={}", out.display()),
		];
		async move {
			let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
			tool(&arguments).await
		}
	};
	let evidence = scene.folder.join("evidence.json");
	let (code, out, err) = verify(0, &scene.folder.join("honest.json")).await?;
	assert_eq!(code, 0, "{err}");
	assert!(out.contains("what the model says, to the last digit"), "{out}");
	let (code, _, err) = verify(2, &evidence).await?;
	assert_eq!(code, 1, "a lie is found out");
	assert!(err.contains("mid: the report says"), "{err}");

	let disputer = scene.cli.as_signer("//Disputer");
	let opened = disputer
		.json(&[
			"valuation",
			"dispute",
			"open",
			&name,
			&liar_model.to_string(),
			"--document",
			text(&evidence),
		])
		.await?;
	assert_eq!(opened["dispute"], 0);
	let events = scene.client.head().await?;
	let disputes = events.disputes().await?;
	assert_eq!(disputes.len(), 1);
	let refused = scene.cli.run(&["valuation", "answer", &name]).await?;
	assert_eq!(refused.code, 1, "what is disputed is not for use");
	assert!(refused.err.contains("disputed"), "{}", refused.err);

	scene.told("the lie is disputed");
	// The operator has nothing to answer with. When its time is over, it has lost.
	let before = scene.client.head().await?.operator(scene.feeders[2].operator).await?;
	assert_eq!(before.context("no operator")?.bond, BOND);
	scene.pass(3 * DAY + HOUR).await?;
	let closed = scene.client.send(&valuations::close_dispute(0), &signer("Disputer")).await?;
	let closed: valuations::events::DisputeClosed = closed.event()?;
	assert_eq!(closed.verdict.0, Verdict::Upheld);
	assert_eq!((closed.slashed, closed.reward), (BOND / 5, BOND / 10));
	let view = scene.client.head().await?;
	let after = view.operator(scene.feeders[2].operator).await?.context("no operator")?;
	assert_eq!(after.bond, BOND - BOND / 5);
	let model = view.model(liar_model).await?.context("no model")?;
	assert_eq!(model.status, ModelStatus::Suspended);

	scene.told("the liar has paid");
	// Three days on, nobody is served what is stale: neither the withdrawn answer nor the old ones.
	for feed in &feeds {
		let answer = view.valuation(*feed).await?.context("no answer")?;
		assert_eq!(answer.fresh(), Err(ValuationStatus::Stale));
		let name = valuations::write_feed(*feed);
		let refused = scene.cli.run(&["valuation", "answer", &name]).await?;
		assert_eq!(refused.code, 1);
		assert!(refused.err.contains("stale"), "{}", refused.err);
		assert!(refused.out.is_empty(), "figures are shown: {}", refused.out);
	}

	// The two that are left have found the node again, and end as they are told.
	let number = view.number();
	for place in [0, 1] {
		let line = "cadastre_feeder_block ";
		let found = scene.metrics(&scene.feeders[place]).await?;
		let block = found.lines().find_map(|text| text.strip_prefix(line)).unwrap_or_default();
		println!("feeder {place} is at block {block}, the test was at {number}");
		scene.feeders[place].stop().await?;
	}
	Ok(())
}

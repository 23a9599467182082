// SPDX-License-Identifier: Apache-2.0

//! The story of a register, told to a development chain on 50 real homes.
//!
//! A provider admits investors, an issuer registers homes with their papers, a verifier verifies
//! them, shares are issued and change hands; some transfers are refused, and each time the chain
//! says why. The provider is de-listed and its investors stop at once; it is listed again and they
//! go on. A company offers shares that may not flow back to the United States; a lost key is recovered
//! and a court freezes shares, each by an order; shares are split, and stricter rules are tried out
//! before they are in force. At the end the register is computed from events alone and compared with
//! what the chain stores. Whatever the story asserts, it asserts of the chain: a difference ends it with an error.

mod cast;
mod company;
mod holders;
mod homes;
mod income;
mod ledger;
mod orders;

use crate::{
	asset::{registered, registration},
	output::tokens,
	share::count,
	App, No,
};
use anyhow::{anyhow, ensure, Context, Result};
use cadastre_client::{
	api, asset_registry,
	cap_table::{CapTable, Movement},
	compliance::{self, Terms},
	governance::Decision,
	report, shares, Client, Error, Included, Refusal,
};
use cadastre_primitives::{AssetId, Failure, InvestorId, PackId, ProviderId, Reason};
use cast::{Cast, INVESTORS};
use clap::Args;
use company::Company;
use futures::{StreamExt, TryStreamExt};
use holders::Assemblies;
use homes::{Home, HOMES};
use income::Income;
use ledger::Ledger;
use orders::{Order, Orders};
use serde_json::json;
use std::{collections::BTreeMap, sync::Arc, time::Instant};
use subxt::tx::Payload;

/// How many transfers are tried before the provider is de-listed: each home's shares, in turns.
const TRANSFERS: usize = 200;

/// How many transfers are tried while the provider is de-listed, and again once it is listed.
const STOPPED: usize = 10;

/// How many calls go into one transaction at most.
const BATCH: usize = 30;

#[derive(Debug, Args)]
pub(crate) struct Demo {
	/// Show no moving bars, for logs.
	#[arg(long)]
	headless: bool,
}

impl Demo {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		let started = Instant::now();
		let client = Arc::new(app.client().await?);
		let cast = Cast::find(&client).await?;
		let mut story = Story {
			app,
			headless: self.headless,
			ledger: Ledger::follow(client.clone()).await?,
			client,
			cast,
			investors: BTreeMap::new(),
			counts: Counts::default(),
			company: None,
			income: None,
			assemblies: None,
		};
		story.tell().await.context("the story stopped")?;
		story.end(started).await
	}
}

/// What happened, in numbers.
#[derive(Debug, Default)]
struct Counts {
	tried: usize,
	carried: usize,
	refused: BTreeMap<String, usize>,
}

struct Story<'a> {
	app: &'a App,
	headless: bool,
	client: Arc<Client>,
	cast: Cast,
	ledger: Ledger,
	investors: BTreeMap<usize, InvestorId>,
	counts: Counts,
	company: Option<Company>,
	income: Option<Income>,
	assemblies: Option<Assemblies>,
}

impl Story<'_> {
	async fn tell(&mut self) -> Result<()> {
		let out = &self.app.out;
		out.say(format!(
			"Cadastre, {} by {}: telling no. {} on this chain.\n",
			self.client.rpc().chain().await?,
			self.client.rpc().url(),
			self.cast.telling + 1
		));

		self.chapter("1. A provider is appointed by the chain");
		self.fund().await?;
		let provider = self.appoint().await?;

		self.chapter(
			"2. It admits 24 investors of 6 countries and 3 classes; the issuer publishes rules",
		);
		let packs = self.admit().await?;

		self.chapter("3. The issuer registers 50 homes in Seattle with their papers");
		let homes = homes::read()?;
		let assets = self.register(&homes, packs).await?;

		self.chapter("4. A notary and a surveyor attest to them, and their books open");
		self.verify(&assets).await?;

		self.chapter("5. Shares are issued, one for each 1,000 US dollars of the price");
		let mut orders = self.issue(&homes, &assets, packs).await?;

		self.chapter("6. 200 transfers");
		let mut register = self.ledger.reach().await?;
		let turns = TRANSFERS.div_ceil(assets.len());
		let mut refusals = Vec::new();
		let bar = self.bar(TRANSFERS, "transferring");
		for _ in 0..turns {
			let mut wave = assets
				.iter()
				.map(|asset| orders.next(*asset, &register, &self.investors))
				.collect::<Result<Vec<_>>>()?;
			wave.truncate(TRANSFERS - self.counts.tried);
			let told = self.transfer(&wave).await?;
			bar.inc(u64::try_from(wave.len()).unwrap_or(u64::MAX));
			refusals.extend(told);
			register = self.ledger.reach().await?;
		}
		bar.finish_and_clear();
		self.show_refusals(&refusals);

		self.chapter("7. The provider is de-listed: its investors stop at once");
		let going = self.allowed(&mut orders, &assets, &register).await?;
		self.delist(provider, &going, &register).await?;

		self.chapter("8. It is listed again: they go on");
		self.relist(provider, &going).await?;

		self.company = Some(self.company().await?);

		self.income = Some(self.income(&homes, &assets, &mut orders).await?);
		self.assemblies = Some(self.assemblies(&assets).await?);
		Ok(())
	}

	fn chapter(&self, title: &str) {
		self.app.out.say(format!("\n── {title} ──"));
	}

	fn bar(&self, steps: usize, what: &str) -> indicatif::ProgressBar {
		if self.headless {
			indicatif::ProgressBar::hidden()
		} else {
			self.app.out.progress(steps, what)
		}
	}

	async fn fund(&self) -> Result<()> {
		let view = self.client.head().await?;
		let mut calls = Vec::new();
		let mut sum = 0;
		for (account, amount) in self.cast.needs() {
			let to = account.id().into();
			calls.push(view.inner_call(&api::tx().balances().transfer_keep_alive(to, amount))?);
			sum += amount;
		}
		let accounts = calls.len();
		self.client.send(&api::tx().utility().batch_all(calls), &self.cast.banker).await?;
		self.app.out.say(format!(
			"Alice gives {} accounts {} for deposits and fees.",
			accounts,
			tokens(sum)
		));
		Ok(())
	}

	async fn appoint(&self) -> Result<ProviderId> {
		let account = self.cast.provider.account();
		let included = self.decide(&compliance::appoint_provider(account, Terms::WIDEST)).await?;
		let event: compliance::events::ProviderAppointed = included.event()?;
		self.app.out.say(format!(
			"{} of the technical committee vote for it: {account} is provider {}.",
			count(self.cast.committee.len(), "member"),
			event.provider
		));
		Ok(event.provider)
	}

	async fn decide(&self, call: &impl Payload) -> Result<Included> {
		match self.client.decide(call, &self.cast.committee).await? {
			Decision::Carried(included) => Ok(*included),
			Decision::Pending(motion) => {
				Err(anyhow!("the motion {:?} needs more votes than we have", motion.hash))
			},
		}
	}

	async fn admit(&mut self) -> Result<[PackId; 2]> {
		let view = self.client.head().await?;
		let now = view.now().await?;
		let calls = self
			.cast
			.investors
			.iter()
			.map(|person| view.inner_call(&compliance::admit(person.account(), person.claims(now))))
			.collect::<Result<Vec<_>, _>>()?;
		let rules = cast::packs()
			.iter()
			.map(|pack| view.inner_call(&compliance::publish_pack(pack)))
			.collect::<Result<Vec<_>, _>>()?;

		let mut queue = self.client.queue().await?;
		queue.push(&api::tx().utility().batch_all(calls), &self.cast.provider).await?;
		queue.push(&api::tx().utility().batch_all(rules), &self.cast.issuer).await?;
		let [admitted, published] = both(queue.submit(|_| ()).await?)?;

		let events: Vec<compliance::events::InvestorAdmitted> = admitted.events()?;
		ensure!(events.len() == INVESTORS, "{} of {INVESTORS} were admitted", events.len());
		self.investors = events.iter().map(|event| event.investor).enumerate().collect();
		self.app.out.table(
			["Country", "Retail", "Professional", "Institutional"],
			cast::COUNTRIES.iter().map(|country| {
				let of = |class| {
					let number = |(place, person): (usize, &cast::Person)| {
						(person.country == *country && person.class == class)
							.then(|| self.investors.get(&place).map(InvestorId::to_string))
							.flatten()
					};
					let people = self.cast.investors.iter().enumerate().filter_map(number);
					people.collect::<Vec<_>>().join(", ")
				};
				[
					String::from_utf8_lossy(country).into_owned(),
					of(cast::Class::Retail),
					of(cast::Class::Professional),
					of(cast::Class::Institutional),
				]
			}),
		);

		let events: Vec<compliance::events::PackPublished> = published.events()?;
		let [homes, large] = &events[..] else {
			return Err(anyhow!("{} packs were published instead of 2", events.len()));
		};
		for (pack, rules) in [homes.pack, large.pack].iter().zip(cast::packs()) {
			self.app.out.say(format!("Pack {pack}:"));
			for (place, rule) in rules.rules.iter().enumerate() {
				let text = serde_json::to_string(rule).unwrap_or_default();
				self.app.out.say(format!("  {place}. {text}"));
			}
		}
		Ok([homes.pack, large.pack])
	}

	async fn register(&self, homes: &[Home], packs: [PackId; 2]) -> Result<Vec<AssetId>> {
		let view = self.client.head().await?;
		let first = view.next_asset().await?;
		let mut queue = self.client.queue().await?;
		let mut next = first;
		// Three calls for each home.
		for some in homes.chunks(BATCH / 3) {
			let mut calls = Vec::new();
			for home in some {
				let row = [home.row()];
				calls.extend(registration(&view, next, packs[home.pack()], &row)?);
				next += 1;
			}
			queue.push(&api::tx().utility().batch_all(calls), &self.cast.issuer).await?;
		}
		let bar = self.bar(queue.len(), "registering");
		let outcomes = queue.submit(|done| bar.inc(done)).await?;
		bar.finish_and_clear();
		let mut assets = Vec::new();
		for outcome in outcomes {
			assets.extend(registered(&outcome?.success()?)?);
		}
		ensure!(assets.len() == HOMES, "{} of {HOMES} homes were registered", assets.len());
		self.app.out.table(
			["Asset", "Name", "Sold", "US dollars", "Beds", "Digest of the deed"],
			assets.iter().zip(homes).take(5).map(|((asset, name), home)| {
				[
					asset.to_string(),
					name.clone(),
					home.sold.clone(),
					report::group(home.price),
					home.beds.clone(),
					format!("0x{}…", hex::encode(&home.deed()[..8])),
				]
			}),
		);
		self.app.out.say(format!("… and {} more.", HOMES - 5));
		Ok(assets.into_iter().map(|(asset, _)| asset).collect())
	}

	async fn verify(&self, assets: &[AssetId]) -> Result<()> {
		let view = self.client.head().await?;
		// The verifiers look at what is on file, not at what the issuer says.
		let papers: Vec<_> = futures::stream::iter(assets)
			.map(|asset| async { view.papers(*asset).await })
			.buffered(16)
			.try_collect()
			.await?;
		let homes = homes::read()?;
		let mut calls = Vec::new();
		for ((asset, papers), home) in assets.iter().zip(&papers).zip(&homes) {
			let digests: Vec<_> = papers.iter().map(|paper| paper.digest.0).collect();
			ensure!(
				digests == [home.deed(), home.valuation()],
				"the papers of asset {asset} are not those of {}",
				home.name()
			);
			let facts = home.facts().digest().0;
			calls.push(view.inner_call(&asset_registry::verify(*asset, 2, facts))?);
		}
		for verifier in &self.cast.verifiers {
			self.batches(calls.clone(), verifier, "verifying").await?;
		}

		let view = self.client.head().await?;
		let calls = assets
			.iter()
			.map(|asset| view.inner_call(&asset_registry::activate(*asset)))
			.collect::<Result<Vec<_>, _>>()?;
		self.batches(calls, &self.cast.issuer, "activating").await?;
		self.app.out.say(format!(
			"{} and {} hashed the 50 sale records again and found their digests on file, and the facts \
			 as recorded: area and year of construction.",
			self.cast.verifiers[0].account().short(),
			self.cast.verifiers[1].account().short()
		));
		Ok(())
	}

	async fn batches(
		&self,
		calls: Vec<api::Call>,
		signer: &cadastre_client::Signer,
		what: &str,
	) -> Result<Vec<Included>> {
		self.batches_of(BATCH, calls, signer, what).await
	}

	async fn batches_of(
		&self,
		size: usize,
		calls: Vec<api::Call>,
		signer: &cadastre_client::Signer,
		what: &str,
	) -> Result<Vec<Included>> {
		let mut queue = self.client.queue().await?;
		for some in calls.chunks(size) {
			queue.push(&api::tx().utility().batch_all(some.to_vec()), signer).await?;
		}
		let bar = self.bar(queue.len(), what);
		let outcomes = queue.submit(|done| bar.inc(done)).await?;
		bar.finish_and_clear();
		outcomes.into_iter().map(|outcome| Ok(outcome?.success()?)).collect()
	}

	async fn issue(
		&self,
		homes: &[Home],
		assets: &[AssetId],
		packs: [PackId; 2],
	) -> Result<Orders> {
		let view = self.client.head().await?;
		let mut orders = Orders::new();
		let mut calls = Vec::new();
		let mut sum = 0;
		for (asset, home) in assets.iter().zip(homes) {
			for (holder, amount) in orders.first_holders(home) {
				let to = self.cast.investors[holder].account();
				calls.push(view.inner_call(&shares::issue(*asset, to, amount))?);
				sum += amount;
			}
		}
		let issues = calls.len();
		self.batches(calls, &self.cast.issuer, "issuing").await?;
		self.app.out.say(format!(
			"{} shares of 50 homes went to their first holders in {issues} issues. Homes below a \
			 million follow pack {}, the others pack {}.",
			report::group(sum),
			packs[0],
			packs[1]
		));
		Ok(orders)
	}

	/// Asks the chain of each order if it would go ahead, sends all of them nevertheless, and sees
	/// that the chain does what it said.
	async fn transfer(&mut self, wave: &[Order]) -> Result<Vec<(Order, Refusal, Vec<Failure>)>> {
		let view = self.client.head().await?;
		let cast = &self.cast;
		let reports: Vec<_> = futures::stream::iter(wave)
			.map(|order| {
				let (from, to) = (cast.account(order.from), cast.account(order.to));
				let view = &view;
				async move { view.transfer_report(order.asset, from, to, order.amount).await }
			})
			.buffered(16)
			.try_collect()
			.await?;
		let mut queue = self.client.queue().await?;
		for order in wave {
			let call = shares::transfer(order.asset, cast.account(order.to), order.amount);
			queue.push(&call, &cast.investors[order.from].signer).await?;
		}
		let outcomes = queue.submit(|_| ()).await?;

		let mut refusals = Vec::new();
		for ((order, failures), outcome) in wave.iter().zip(reports).zip(outcomes) {
			self.counts.tried += 1;
			match (outcome?.refusal, failures.first()) {
				(None, None) => self.counts.carried += 1,
				(Some(refusal), Some(first)) => {
					let said = format!("Compliance.{:?}", first.reason);
					ensure!(
						refusal.name == said,
						"the report of {order:?} says {said} first, and the chain refuses it with {}",
						refusal.name
					);
					for failure in &failures {
						let reason = format!("{:?}", failure.reason);
						*self.counts.refused.entry(reason).or_default() += 1;
					}
					refusals.push((*order, refusal, failures));
				},
				(None, Some(first)) => {
					return Err(anyhow!(
						"the report of {order:?} says {:?}, and the chain carries it out",
						first.reason
					))
				},
				(Some(refusal), None) => {
					return Err(anyhow!(
						"the report of {order:?} knows no reason, and the chain refuses it: {refusal}"
					))
				},
			}
		}
		Ok(refusals)
	}

	fn show_refusals(&self, refusals: &[(Order, Refusal, Vec<Failure>)]) {
		let out = &self.app.out;
		out.say(format!(
			"{} were carried out and {} refused, each as the report said before:",
			self.counts.carried,
			refusals.len()
		));
		out.table(
			["Asset", "From", "To", "Shares", "Refused because"],
			refusals.iter().map(|(order, _, failures)| {
				let lines = report::lines(failures);
				let because = lines
					.iter()
					.map(|line| match line.rule {
						Some(rule) => format!("{} (rule {rule}) {}", line.code, line.sentence),
						None => format!("{} {}", line.code, line.sentence),
					})
					.collect::<Vec<_>>();
				[
					order.asset.to_string(),
					self.name(order.from),
					self.name(order.to),
					report::group(order.amount),
					because.join("\n"),
				]
			}),
		);
		out.table(
			["Reason", "Times"],
			self.counts.refused.iter().map(|(reason, times)| [reason.clone(), times.to_string()]),
		);
	}

	fn name(&self, place: usize) -> String {
		let person = &self.cast.investors[place];
		let id = self.investors.get(&place).copied().unwrap_or_default();
		format!("{id} {}", person.label())
	}

	/// Orders that the chain would carry out now.
	async fn allowed(
		&self,
		orders: &mut Orders,
		assets: &[AssetId],
		register: &CapTable,
	) -> Result<Vec<Order>> {
		let view = self.client.head().await?;
		let mut allowed: Vec<Order> = Vec::new();
		// A few turns are enough; the bound is against a mistake in the rules.
		for asset in assets.iter().cycle().take(assets.len() * 8) {
			if allowed.len() == STOPPED {
				return Ok(allowed);
			}
			if allowed.iter().any(|order| order.asset == *asset) {
				continue;
			}
			let order = orders.next(*asset, register, &self.investors)?;
			let (from, to) = (self.cast.account(order.from), self.cast.account(order.to));
			if view.transfer_report(*asset, from, to, order.amount).await?.is_empty() {
				allowed.push(order);
			}
		}
		Err(anyhow!("only {} transfers would go ahead", allowed.len()))
	}

	async fn delist(
		&mut self,
		provider: ProviderId,
		going: &[Order],
		register: &CapTable,
	) -> Result<()> {
		let included = self.decide(&compliance::delist_provider(provider)).await?;
		let out = &self.app.out;
		out.say(format!(
			"Provider {provider} is de-listed in block {}. May the first of {} transfers that were \
			 fine a moment ago go ahead?",
			included.block,
			going.len()
		));
		let order = going.first().context("there is no transfer to try")?;
		let view = self.client.head().await?;
		let (from, to) = (self.cast.account(order.from), self.cast.account(order.to));
		let failures = view.transfer_report(order.asset, from, to, order.amount).await?;
		out.report(&failures);
		ensure!(
			failures.len() == 2 && failures.iter().all(|f| f.reason == Reason::ProviderNotListed),
			"the de-listing is not the one reason on both sides: {failures:?}"
		);

		let refused = self.transfer(going).await?;
		ensure!(
			refused.len() == going.len(),
			"{} of {} transfers went ahead though the provider is de-listed",
			going.len() - refused.len(),
			going.len()
		);
		self.app.out.say(format!(
			"All {} were sent, and the chain refused each: {}",
			refused.len(),
			refused.first().map(|(_, refusal, _)| refusal.to_string()).unwrap_or_default()
		));

		// A rule never locks the lawful way out. Of another asset, so that the transfers stay what
		// they are.
		let asset = register
			.assets()
			.find(|asset| going.iter().all(|order| order.asset != *asset))
			.context("every asset is in a transfer")?;
		let (holder, _) =
			register.holders(asset).first().copied().context("an asset has no holder")?;
		let (place, _) = self
			.investors
			.iter()
			.find(|(_, investor)| **investor == holder)
			.context("a holder is not in the cast")?;
		let signer = &self.cast.investors[*place].signer;
		let included = self.client.send(&shares::redeem(asset, 1), signer).await?;
		self.app.out.say(format!(
			"The way out stays open: {} redeemed a share of asset {asset} in block {}.",
			self.name(*place),
			included.block
		));
		Ok(())
	}

	async fn relist(&mut self, provider: ProviderId, going: &[Order]) -> Result<()> {
		let included = self.decide(&compliance::relist_provider(provider)).await?;
		self.app.out.say(format!(
			"Provider {provider} is listed again in block {}. The same transfers once more:",
			included.block
		));
		let refused = self.transfer(going).await?;
		ensure!(refused.is_empty(), "{} of them were refused: {refused:?}", refused.len());
		self.app.out.say(format!("All {} were carried out.", going.len()));
		Ok(())
	}

	/// The register from events alone, compared with what the chain stores.
	async fn end(self, started: Instant) -> Result<()> {
		self.chapter("19. The register, computed from events alone");
		let Self {
			app,
			client,
			cast,
			investors,
			counts,
			mut ledger,
			company,
			income,
			assemblies,
			..
		} = self;
		let company = company.context("the company's story was not told")?;
		let view = client.head().await?;
		let computed = ledger.reach_view(&view).await?;
		// Other tellings on the same chain have assets of their own.
		let stored = view.positions().await?;
		let first = ledger.first_asset();
		let of_telling = stored.assets().filter(|asset| *asset >= first).flat_map(|asset| {
			let holders = stored.holders(asset).into_iter();
			holders.map(move |(investor, balance)| (asset, investor, balance))
		});
		let stored = CapTable::from_balances(of_telling);
		let differences = computed.differences(&stored);

		let place: BTreeMap<_, _> =
			investors.iter().map(|(place, investor)| (*investor, *place)).collect();
		for asset in computed.assets().take(1).chain([company.asset]) {
			let supply = computed.supply(asset);
			let book = view.book(asset).await?.ok_or(Error::UnknownAsset(asset))?;
			ensure!(book.supply == supply, "the book of asset {asset} has another supply");
			app.out.say(format!("{} (asset {asset}):", view.existing_asset(asset).await?.name));
			app.out.table(
				["Investor", "Who", "By events", "In state", "Part"],
				computed.holders(asset).into_iter().map(|(investor, balance)| {
					let who = place.get(&investor).map(|place| cast.investors[*place].label());
					[
						investor.to_string(),
						who.unwrap_or_default(),
						report::group(balance),
						report::group(stored.balance(asset, investor)),
						crate::share::part(balance, supply),
					]
				}),
			);
		}
		let homes = || computed.assets().filter(|asset| *asset != company.asset);
		let assets = homes().count();
		let positions: usize = homes().map(|asset| computed.holders(asset).len()).sum();
		let shares: u128 = homes().map(|asset| computed.supply(asset)).sum();
		let refused = counts.tried - counts.carried;
		app.out.say(format!(
			"{} events give {positions} positions of {} shares in {assets} homes, and those of the \
			 company. {} transfers were tried, {} carried out and {refused} refused.",
			computed.events(),
			report::group(shares),
			counts.tried,
			counts.carried
		));
		let seconds = started.elapsed().as_secs();
		app.out.json(&json!({
			"telling": cast.telling,
			"block": view.number(),
			"seconds": seconds,
			"first_asset": first,
			"homes": assets,
			"investors": investors.len(),
			"company": company,
			"income": income,
			"assemblies": assemblies,
			"transfers": {
				"tried": counts.tried,
				"carried": counts.carried,
				"refused": refused,
				"reasons": counts.refused,
			},
			"cap_table": {
				"events": computed.events(),
				"positions": positions,
				"shares": shares.to_string(),
				"differences": differences,
			},
		}));
		if differences.is_empty() {
			app.out.say(format!(
				"The chain's state says the same in every position, to the share. The story took \
				 {seconds} s."
			));
			Ok(())
		} else {
			for difference in &differences {
				app.out.say(format!("{difference:?}"));
			}
			Err(No(format!("{} between events and state", count(differences.len(), "difference")))
				.into())
		}
	}
}

/// The outcomes of two transactions, both of which must succeed.
fn both(outcomes: Vec<cadastre_client::Result<Included>>) -> Result<[Included; 2]> {
	let successes = outcomes
		.into_iter()
		.map(|outcome| outcome.and_then(Included::success))
		.collect::<Result<Vec<_>, _>>()?;
	successes.try_into().map_err(|_| anyhow!("two transactions have not two outcomes"))
}

/// A movement of an asset of this telling.
fn is_of(movement: &Movement, first: AssetId) -> bool {
	match movement {
		Movement::Issued { asset, .. }
		| Movement::Transferred { asset, .. }
		| Movement::Redeemed { asset, .. }
		| Movement::Converted { asset, .. } => *asset >= first,
	}
}

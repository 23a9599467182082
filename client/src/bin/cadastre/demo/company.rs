// SPDX-License-Identifier: Apache-2.0

//! A company: how it offers its shares abroad, and what happens to shares, keys and rules under due
//! process.

use super::{orders::Order, Story};
use anyhow::{anyhow, ensure, Context, Result};
use cadastre_client::{
	asset_registry, compliance, digest,
	orders::{self, Action, Ground, OrderId, State},
	pack::{Pack, Rule, Sides},
	report, shares,
	time::format_moment,
	Error, Refusal,
};
use cadastre_primitives::{
	AssetFacts, AssetId, AssetRoles, Balance, Failure, PackId, PaperKind, Reason, ShareTerms,
};
use serde::Serialize;
use subxt::tx::Payload;

/// How many units a share is at first.
const UNITS: Balance = 1_000;

/// Who buys the first shares, by their places in the cast: residents of Switzerland, Germany,
/// Singapore and Great Britain.
const FOUNDERS: [usize; 4] = [0, 5, 9, 12];

/// How many units each of them buys: ten shares.
const BOUGHT: Balance = 10 * UNITS;

/// A resident of the United States.
const AMERICAN: usize = 16;

/// Who loses a key, and whose shares a court freezes.
const CARELESS: usize = 0;
const SUED: usize = 5;

const DAY: u64 = 24 * 60 * 60;

/// What happened to the company.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Company {
	pub(super) asset: AssetId,
	/// How many movements of its shares there were.
	pub(super) movements: u64,
	flow_back_until: u128,
	recovery: OrderId,
	freeze: OrderId,
	units_per_share: String,
	locked_out: usize,
}

impl Story<'_> {
	pub(super) async fn company(&self) -> Result<Company> {
		self.chapter("9. A company offers its shares outside the United States (Regulation S)");
		let (asset, pack) = self.found().await?;
		let flow_back_until = self.flow_back(asset).await?;

		self.chapter("10. A key is lost: recovery, appeal and decision");
		let recovery = self.recover().await?;

		self.chapter("11. A court freezes shares");
		let freeze = self.freeze(asset).await?;

		self.chapter("12. Shares are split, 1:10");
		let units = self.split(asset).await?;

		self.chapter("13. Stricter rules are announced: who would be locked out?");
		let locked_out = self.dry_run(asset, pack).await?;
		Ok(Company {
			asset,
			movements: u64::try_from(FOUNDERS.len())? + 1,
			flow_back_until,
			recovery,
			freeze,
			units_per_share: units.to_string(),
			locked_out,
		})
	}

	async fn found(&self) -> Result<(AssetId, PackId)> {
		let (issuer, out) = (&self.cast.issuer, &self.app.out);
		let rules = Pack::ready("reg-s-category-2")?;
		let included = self.client.send(&compliance::publish_pack(&rules), issuer).await?;
		let pack = included.event::<compliance::events::PackPublished>()?.pack;

		let facts =
			AssetFacts::Equity { currency: *b"CHF", nominal: 1_000, votes: 1, preferred: false };
		let terms =
			ShareTerms { authorised: 1_000_000 * UNITS, units_per_share: UNITS, class_of: None };
		let name = "Cadastre Homes, ordinary shares";
		let register = asset_registry::register(facts, name, Some(*b"CH"), pack, terms);
		let included = self.client.send(&register, issuer).await?;
		let event: asset_registry::events::AssetRegistered = included.event()?;
		let asset = event.asset;

		let view = self.client.head().await?;
		let now = view.now().await?;
		let articles = digest(b"The articles of Cadastre Homes.");
		let (agent, approver) = (self.cast.agent.account(), self.cast.approver.account());
		let steps = vec![
			view.inner_call(&asset_registry::file_paper(
				asset,
				PaperKind::Articles,
				articles,
				now,
				None,
			))?,
			view.inner_call(&asset_registry::grant_role(
				asset,
				agent,
				AssetRoles::TRANSFER_AGENT,
				None,
			))?,
			view.inner_call(&asset_registry::grant_role(
				asset,
				approver,
				AssetRoles::APPROVER,
				None,
			))?,
		];
		self.batches(steps, issuer, "filing").await?;
		let verify = asset_registry::verify(asset, 1, facts.digest().0);
		self.client.send(&verify, &self.cast.lawyer).await?;

		let mut steps = vec![view.inner_call(&asset_registry::activate(asset))?];
		for place in FOUNDERS {
			let to = self.cast.account(place);
			steps.push(view.inner_call(&shares::issue(asset, to, BOUGHT))?);
		}
		self.batches(steps, issuer, "issuing").await?;
		out.say(format!(
			"Asset {asset}, {name}: a share is {} units. A lawyer has attested to the articles; {} \
			 proposes orders on its shares and {} approves them. Four investors buy ten shares each.",
			report::group(UNITS),
			agent.short(),
			approver.short()
		));
		Ok((asset, pack))
	}

	/// A share may not go to the United States yet.
	async fn flow_back(&self, asset: AssetId) -> Result<u128> {
		let order = Order { asset, from: CARELESS, to: AMERICAN, amount: UNITS };
		let failures = self.refused(&order).await?;
		let [Failure { reason: Reason::FlowBack, found, .. }] = failures[..] else {
			return Err(anyhow!("the flow-back is not the one reason: {failures:?}"));
		};
		let order = Order { to: FOUNDERS[3], ..order };
		self.client.send(&self.call(&order), &self.cast.investors[order.from].signer).await?;
		self.app.out.say(format!(
			"From {} to {}, the same share goes at once.",
			self.name(order.from),
			self.name(order.to)
		));
		Ok(found)
	}

	async fn recover(&self) -> Result<OrderId> {
		let out = &self.app.out;
		let investor = self.investor(CARELESS)?;
		let new_key = &self.cast.new_key;
		let action = Action::Recovery { investor, account: new_key.account().clone() };
		let order = self.propose(&action, Ground::LostKeys, &self.cast.provider).await?;
		out.say(format!(
			"{} tells its provider that its key is lost. The provider proposes order {order}: {}.",
			self.name(CARELESS),
			action.sentence()
		));
		self.client.send(&orders::accept(order), new_key).await?;
		self.decide(&orders::approve(order)).await?;
		self.show("The new key accepts, and the committee approves", order).await?;

		let early = self.client.send(&orders::execute(order), new_key).await;
		let refusal = refusal(early)?;
		out.say(format!("Executed at once, it is refused: {refusal}"));
		ensure!(refusal.name == "Shares.StillWaiting", "another refusal: {refusal}");

		let appeal = orders::appeal(order, digest(b"I still have my key."));
		self.client.send(&appeal, &self.cast.investors[CARELESS].signer).await?;
		self.show("Somebody has found the old key, and appeals with it", order).await?;
		let reasons = digest(b"The owner came in person.");
		self.decide(&orders::decide(order, false, reasons)).await?;
		self.show("The committee dismisses the appeal, and the order goes on", order).await?;
		let state = self.state(order).await?;
		ensure!(matches!(state, State::Waiting { .. }), "the order does not wait: {state:?}");
		Ok(order)
	}

	async fn freeze(&self, asset: AssetId) -> Result<OrderId> {
		let out = &self.app.out;
		let investor = self.investor(SUED)?;
		let action = Action::EmergencyFreeze { asset, investor, amount: Some(8 * UNITS) };
		let order = self.propose(&action, Ground::CourtOrder, &self.cast.agent).await?;
		out.say(format!(
			"The transfer agent has a court's order and proposes order {order}: {}.",
			action.sentence()
		));
		let movement = Order { asset, from: SUED, to: FOUNDERS[3], amount: 3 * UNITS };
		let failures = self.refused(&movement).await?;
		ensure!(
			matches!(failures[..], [Failure { reason: Reason::SharesFrozen, .. }]),
			"the freeze is not the one reason: {failures:?}"
		);
		self.client.send(&orders::approve(order), &self.cast.approver).await?;
		self.show("The second officer approves it", order).await?;
		ensure!(self.state(order).await? == State::InForce, "the freeze is not in force");
		Ok(order)
	}

	async fn split(&self, asset: AssetId) -> Result<Balance> {
		let before = self.client.head().await?;
		let included = self.client.send(&shares::split(asset, 10, 1), &self.cast.issuer).await?;
		let after = self.client.at(included.block_hash).await?;
		let (old, new) = (before.book(asset).await?, after.book(asset).await?);
		let (old, new) = old.zip(new).context("the company has no book")?;
		let (owned, owns) = (before.holders(asset).await?, after.holders(asset).await?);
		ensure!(
			owned == owns && old.units_per_share == 10 * new.units_per_share,
			"the split changed more than the units of a share"
		);
		self.app.out.table(
			["Investor", "Units", "Shares before", "Shares after"],
			owns.iter().map(|(investor, units)| {
				[
					investor.to_string(),
					report::group(*units),
					report::group(units / old.units_per_share),
					report::group(units / new.units_per_share),
				]
			}),
		);
		self.app.out.say("No position was written: only the units of a share changed.");
		Ok(new.units_per_share)
	}

	async fn dry_run(&self, asset: AssetId, pack: PackId) -> Result<usize> {
		let out = &self.app.out;
		let mut rules = Pack::ready("reg-s-category-2")?;
		let only = Rule::Required { side: Sides::Receiver, flags: "professional".to_owned() };
		let without = Rule::CountryDeny { side: Sides::Both, countries: vec!["SG".to_owned()] };
		for rule in [only, without] {
			out.say(format!("New rule: {}", serde_json::to_string(&rule).unwrap_or_default()));
			rules.rules.push(rule);
		}
		let from = self.client.head().await?.now().await? + 7 * DAY;
		let amend = compliance::amend_pack(pack, &rules, from);
		self.client.send(&amend, &self.cast.issuer).await?;

		let view = self.client.head().await?;
		let now = view.locked_out(asset, false).await?;
		ensure!(now.is_empty(), "the rules in force lock somebody out: {now:?}");
		let locked_out = view.locked_out(asset, true).await?;
		out.table(
			["Investor", "Would be locked out because"],
			locked_out.iter().map(|(investor, failures)| {
				let place = self.investors.iter().find(|(_, known)| *known == investor);
				let name = place.map(|(place, _)| self.name(*place)).unwrap_or_default();
				let why = report::lines(failures).into_iter().map(|line| line.sentence);
				[name, why.collect::<Vec<_>>().join("\n")]
			}),
		);
		out.say(format!(
			"Nobody is locked out today; {} of {} holders would be from {} on.",
			locked_out.len(),
			view.holders(asset).await?.len(),
			format_moment(from)
		));
		ensure!(!locked_out.is_empty(), "the announced rules lock nobody out");
		Ok(locked_out.len())
	}

	fn call(&self, order: &Order) -> impl Payload {
		shares::transfer(order.asset, self.cast.account(order.to), order.amount)
	}

	/// Sends a transfer that the chain says it refuses, and sees that it does.
	async fn refused(&self, order: &Order) -> Result<Vec<Failure>> {
		let out = &self.app.out;
		let view = self.client.head().await?;
		let (from, to) = (self.cast.account(order.from), self.cast.account(order.to));
		let failures = view.transfer_report(order.asset, from, to, order.amount).await?;
		out.say(format!(
			"{} wants to give {} units to {}:",
			self.name(order.from),
			report::group(order.amount),
			self.name(order.to)
		));
		out.report(&failures);
		let signer = &self.cast.investors[order.from].signer;
		let refusal = refusal(self.client.send(&self.call(order), signer).await)?;
		let said = failures.first().map(|first| format!("Compliance.{:?}", first.reason));
		ensure!(
			said.as_ref() == Some(&refusal.name),
			"the report says {said:?}, and the chain {refusal}"
		);
		Ok(failures)
	}

	async fn propose(
		&self,
		action: &Action,
		ground: Ground,
		by: &cadastre_client::Signer,
	) -> Result<OrderId> {
		let document = digest(format!("{ground:?}: {}", action.sentence()).as_bytes());
		let included = self.client.send(&orders::propose(action, ground, document), by).await?;
		Ok(included.event::<orders::events::OrderProposed>()?.order)
	}

	async fn state(&self, order: OrderId) -> Result<State> {
		let found = self.client.head().await?.order(order).await?;
		Ok(found.with_context(|| format!("order {order} is over"))?.state)
	}

	async fn show(&self, what: &str, order: OrderId) -> Result<()> {
		let state = self.state(order).await?.sentence();
		self.app.out.say(format!("{what}: order {order} {state}."));
		Ok(())
	}

	fn investor(&self, place: usize) -> Result<cadastre_primitives::InvestorId> {
		self.investors.get(&place).copied().context("an investor was not admitted")
	}
}

/// Why the chain refused what it must refuse.
fn refusal<T>(sent: Result<T, Error>) -> Result<Refusal> {
	match sent {
		Ok(_) => Err(anyhow!("the chain carries out what it must refuse")),
		Err(error) => match error.refusal() {
			Some(refusal) => Ok(refusal.clone()),
			None => Err(error.into()),
		},
	}
}

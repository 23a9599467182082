// SPDX-License-Identifier: Apache-2.0

//! Income: what assets pay their holders, and how it gets to them.

mod stream;
mod tax;
mod when;

use crate::{order::Investor, share::count, App, No};
use anyhow::Result;
use cadastre_client::{
	api,
	currency::{Currency, Denomination},
	dividends::{
		self, Amount, Declaration, Distribution, Due, Record, Selection, Series, MAX_CLAIMS,
		MAX_PAGE,
	},
	report::group,
	time::format_moment,
	Client, Error, Included, View,
};
use cadastre_primitives::{AssetId, DistributionId, IncomeSource, InvestorId, Moment};
use clap::{Args, Subcommand};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use subxt::tx::Payload;
pub(crate) use when::When;
use when::{duration, Every};

/// For how long income can be claimed if nobody says otherwise: a year.
const CLAIM_PERIOD: Moment = 365 * 24 * 60 * 60;

/// How long a transaction may take to get into a block: income is not paid before its record date.
const ON_THE_WAY: Moment = 60;

/// How many pages of payments are sent together at most.
const PAGES: u32 = 16;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
	/// Declare a distribution and fund it. Signed by the issuer, or by who has the role dividends.
	Declare(Declare),
	/// Declare a series of distributions, such as a year of rent, and fund all of them. Signed by
	/// the issuer, or by who has the role dividends.
	Schedule(Schedule),
	/// Streams, which divide what comes in among who holds shares at that moment.
	#[command(subcommand)]
	Stream(stream::Command),
	/// Put money into a stream, which is divided at once. Signed by anybody, such as a tenant.
	Fund {
		/// The asset.
		asset: AssetId,
		/// The currency: native, its number or its ticker.
		currency: String,
		/// How much, such as 1250.50.
		amount: String,
	},
	/// Claim income: all of an asset that can be paid, or some distributions. It is paid to the key
	/// that signs.
	Claim {
		/// The asset.
		asset: AssetId,
		/// This distribution alone. May be given more than once.
		#[arg(long, value_name = "NUMBER")]
		distribution: Vec<DistributionId>,
	},
	/// Have an investor paid all of an asset that can be paid. Signed by anybody; only the investor
	/// is paid.
	ClaimFor {
		/// The asset.
		asset: AssetId,
		/// An account of the investor, or its number.
		investor: Investor,
	},
	/// Pay the holders of a distribution, page by page, until each was on a page. Signed by anybody.
	Push {
		/// The asset.
		asset: AssetId,
		/// The distribution.
		distribution: DistributionId,
		/// How many holders are on a page.
		#[arg(long, default_value_t = MAX_PAGE, value_parser = clap::value_parser!(u32).range(1..=100))]
		page: u32,
	},
	/// Have idle blocks pay the holders of a distribution. Signed by the issuer, or by who has the
	/// role dividends.
	Queue(Named),
	/// Show what is due to an investor, per asset and currency.
	Due {
		/// An account of the investor, or its number.
		investor: Investor,
		/// From this asset only.
		#[arg(long)]
		asset: Option<AssetId>,
	},
	/// Show what investors got, computed from the receipts in the events of all blocks.
	Statement {
		/// An account of the investor, or its number.
		investor: Investor,
	},
	/// Show the distributions and streams of an asset.
	List {
		/// The asset.
		asset: AssetId,
	},
	/// Open a distribution whose record date has come, if it did not open itself. Signed by anybody.
	Open(Named),
	/// Cancel a distribution before its record date. Signed by the issuer, or by who has the role
	/// dividends.
	Cancel(Named),
	/// Close a distribution that is paid or over. Signed by anybody.
	Close(Named),
	/// Pay what was kept for an investor, once it can be paid. Signed by anybody.
	PayParked {
		/// The asset.
		asset: AssetId,
		/// The currency: native, its number or its ticker.
		currency: String,
		/// An account of the investor, or its number.
		investor: Investor,
	},
	/// Take back what keeps the purse of a currency open. Signed by the issuer, or by who has the
	/// role dividends.
	ClosePurse {
		/// The asset.
		asset: AssetId,
		/// The currency: native, its number or its ticker.
		currency: String,
	},
	/// Remove the record of an investor that nothing refers to. Signed by anybody.
	Prune {
		/// The asset.
		asset: AssetId,
		/// An account of the investor, or its number.
		investor: Investor,
	},
	/// Withholding tax: rates, certificates, and what is to be remitted.
	#[command(subcommand)]
	Tax(tax::Command),
}

/// A distribution.
#[derive(Debug, Args)]
pub(crate) struct Named {
	/// The asset.
	asset: AssetId,
	/// The distribution.
	distribution: DistributionId,
}

/// Who takes part.
#[derive(Debug, Args)]
pub(crate) struct Who {
	/// Not this investor: an account, or its number. May be given more than once.
	#[arg(long, value_name = "INVESTOR", conflicts_with = "only")]
	except: Vec<Investor>,
	/// This investor only: an account, or its number. May be given more than once.
	#[arg(long, value_name = "INVESTOR")]
	only: Vec<Investor>,
}

impl Who {
	async fn selection(&self, view: &View) -> Result<Selection> {
		Ok(match (&self.except[..], &self.only[..]) {
			([], []) => Selection::All,
			(except, []) => Selection::Except(numbers(except, view).await?),
			(_, only) => Selection::Only(numbers(only, view).await?),
		})
	}
}

async fn numbers(investors: &[Investor], view: &View) -> Result<BTreeSet<InvestorId>> {
	let mut numbers = BTreeSet::new();
	for investor in investors {
		numbers.insert(investor.find(view).await?);
	}
	Ok(numbers)
}

#[derive(Debug, Args)]
pub(crate) struct Declare {
	/// The asset.
	asset: AssetId,
	/// The currency: native, its number or its ticker.
	currency: String,
	/// How much is divided, such as 1250.50.
	amount: String,
	/// The amount is for each unit that takes part.
	#[arg(long)]
	per_unit: bool,
	/// Whose holdings count: now, checkpoint:NUMBER, or those of a full hour to come, written as
	/// 2026-12-31T18 or +3d.
	#[arg(long, default_value = "now", value_parser = record)]
	record: RecordName,
	/// When it is paid; once it is declared or at its record date if left out.
	#[arg(long, value_name = "WHEN")]
	pays: Option<When>,
	/// When it is paid no more; a year after it is paid if left out. At least 30 days.
	#[arg(long, value_name = "WHEN")]
	expires: Option<When>,
	#[command(flatten)]
	who: Who,
}

#[derive(Debug, Args)]
pub(crate) struct Schedule {
	/// The asset.
	asset: AssetId,
	/// The currency: native, its number or its ticker.
	currency: String,
	/// How much each distribution divides, such as 1250.50.
	amount: String,
	/// The first record date, a full hour to come, written as 2026-12-31T18 or +3d.
	#[arg(long, value_name = "WHEN")]
	first: When,
	/// How far apart the record dates are: month, quarter, year, or such as 7d.
	#[arg(long, default_value = "month")]
	every: Every,
	/// How many distributions: at most 12.
	#[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u64).range(1..=12))]
	times: u64,
	/// How long after its record date each is paid, such as 3d.
	#[arg(long, value_name = "TIME", default_value = "0s", value_parser = duration)]
	pays_after: Moment,
	/// How long each can be claimed, such as 90d. At least 30 days.
	#[arg(long, value_name = "TIME", default_value = "365d", value_parser = duration)]
	claim_for: Moment,
	#[command(flatten)]
	who: Who,
}

/// Whose holdings count, as people write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RecordName {
	Now,
	Past(u32),
	Future(When),
}

fn record(text: &str) -> Result<RecordName, String> {
	match (text, text.strip_prefix("checkpoint:")) {
		("now", _) => Ok(RecordName::Now),
		(_, Some(number)) => {
			number.parse().map(RecordName::Past).map_err(|_| format!("{number} is no checkpoint"))
		},
		_ => text.parse().map(RecordName::Future),
	}
}

impl Command {
	pub(crate) async fn run(self, app: &App) -> Result<()> {
		match self {
			Self::Declare(declare) => declare.run(app).await,
			Self::Schedule(schedule) => schedule.run(app).await,
			Self::Stream(command) => command.run(app).await,
			Self::Fund { asset, currency, amount } => {
				stream::fund(app, asset, &currency, &amount).await
			},
			Self::Claim { asset, distribution } => claim(app, asset, distribution).await,
			Self::ClaimFor { asset, investor } => claim_for(app, asset, &investor).await,
			Self::Push { asset, distribution, page } => push(app, asset, distribution, page).await,
			Self::Queue(Named { asset, distribution }) => {
				let call = dividends::queue_push(asset, distribution);
				let what = format!("Idle blocks pay distribution {distribution} of asset {asset}");
				on(app, asset, distribution, &call, &what).await
			},
			Self::Due { investor, asset } => due(app, &investor, asset).await,
			Self::Statement { investor } => statement(app, &investor).await,
			Self::List { asset } => list(app, asset).await,
			Self::Open(Named { asset, distribution }) => {
				let call = dividends::open(asset, distribution);
				let what = format!("Distribution {distribution} of asset {asset} is open");
				on(app, asset, distribution, &call, &what).await
			},
			Self::Cancel(Named { asset, distribution }) => {
				let call = dividends::cancel(asset, distribution);
				let what = format!("Distribution {distribution} of asset {asset} is cancelled");
				on(app, asset, distribution, &call, &what).await
			},
			Self::Close(Named { asset, distribution }) => close(app, asset, distribution).await,
			Self::PayParked { asset, currency, investor } => {
				pay_parked(app, asset, &currency, &investor).await
			},
			Self::ClosePurse { asset, currency } => {
				let signer = app.signer()?;
				let client = app.client().await?;
				let money = client.head().await?.find_currency(&currency).await?;
				let call = dividends::close_purse(asset, money.currency);
				let included = client.send(&call, &signer).await?;
				let event: dividends::events::PurseClosed = included.event()?;
				app.out.done(
					&format!("{} came back", money.write(event.amount)),
					&included,
					json!({
						"asset": asset,
						"currency": money.currency,
						"amount": event.amount.to_string(),
					}),
				);
				Ok(())
			},
			Self::Prune { asset, investor } => {
				let signer = app.signer()?;
				let client = app.client().await?;
				let investor = investor.find(&client.head().await?).await?;
				let included = client.send(&dividends::prune(asset, investor), &signer).await?;
				let what = format!("The record of investor {investor} is removed");
				let value = json!({ "asset": asset, "investor": investor });
				app.out.done(&what, &included, value);
				Ok(())
			},
			Self::Tax(command) => command.run(app).await,
		}
	}
}

impl Declare {
	async fn run(self, app: &App) -> Result<()> {
		let signer = app.signer()?;
		let client = app.client().await?;
		let view = client.head().await?;
		view.existing_asset(self.asset).await?;
		let money = view.find_currency(&self.currency).await?;
		let amount = money.read(&self.amount)?;
		let now = view.now().await?;
		let (record, record_at) = match self.record {
			RecordName::Now => (Record::Now, now + ON_THE_WAY),
			RecordName::Past(checkpoint) => (Record::Past(checkpoint), now),
			RecordName::Future(when) => {
				let at = when.hour(now);
				(Record::Future(at), at)
			},
		};
		let pays_at = self.pays.map_or(record_at, |when| when.at(now));
		let expires_at =
			self.expires.map_or_else(|| pays_at.saturating_add(CLAIM_PERIOD), |when| when.at(now));
		let declaration = Declaration {
			currency: money.currency,
			amount: if self.per_unit { Amount::PerUnit(amount) } else { Amount::Total(amount) },
			record,
			pays_at,
			expires_at,
			selection: self.who.selection(&view).await?,
		};
		let call = dividends::declare(self.asset, declaration);
		let included = client.send(&call, &signer).await?;
		declared(app, &money, &included)
	}
}

impl Schedule {
	async fn run(self, app: &App) -> Result<()> {
		let signer = app.signer()?;
		let client = app.client().await?;
		let view = client.head().await?;
		view.existing_asset(self.asset).await?;
		let money = view.find_currency(&self.currency).await?;
		let first = self.first.hour(view.now().await?);
		let series = Series {
			currency: money.currency,
			amount: money.read(&self.amount)?,
			records: (0..self.times).map(|step| self.every.after(first, step)).collect(),
			pays_after: self.pays_after,
			claim_period: self.claim_for,
			selection: self.who.selection(&view).await?,
		};
		let call = dividends::declare_series(self.asset, series);
		let included = client.send(&call, &signer).await?;
		declared(app, &money, &included)
	}
}

/// Tells of distributions that were declared.
fn declared(app: &App, money: &Denomination, included: &Included) -> Result<()> {
	let events: Vec<dividends::events::DistributionDeclared> = included.events()?;
	let mut values = Vec::new();
	app.out.table(
		["Asset", "Distribution", "Amount", "Carried over", "Record date", "Pays", "Until"],
		events.iter().map(|event| {
			[
				event.asset.to_string(),
				event.distribution.to_string(),
				money.write(event.amount),
				money.write(event.carried),
				format_moment(event.record_at),
				format_moment(event.pays_at),
				format_moment(event.expires_at),
			]
		}),
	);
	for event in &events {
		values.push(json!({
			"asset": event.asset,
			"distribution": event.distribution,
			"currency": money.currency,
			"amount": event.amount.to_string(),
			"carried": event.carried.to_string(),
			"record_at": event.record_at,
			"pays_at": event.pays_at,
			"expires_at": event.expires_at,
			"units": event.units.map(|units| units.to_string()),
		}));
	}
	let what = format!("{} declared", count(events.len(), "distribution"));
	app.out.done(&what, included, json!({ "distributions": values }));
	Ok(())
}

/// Sends a call on a distribution that there must be.
async fn on(
	app: &App,
	asset: AssetId,
	distribution: DistributionId,
	call: &impl Payload,
	what: &str,
) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	client.head().await?.live_distribution(asset, distribution).await?;
	let included = client.send(call, &signer).await?;
	let after = client.at(included.block_hash).await?.distribution(asset, distribution).await?;
	app.out.done(
		what,
		&included,
		json!({ "asset": asset, "number": distribution, "distribution": after }),
	);
	Ok(())
}

async fn close(app: &App, asset: AssetId, distribution: DistributionId) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	let live = view.live_distribution(asset, distribution).await?;
	let money = view.denomination(live.currency).await?;
	let included = client.send(&dividends::close(asset, distribution), &signer).await?;
	let event: dividends::events::DistributionClosed = included.event()?;
	app.out.done(
		&format!(
			"Distribution {distribution} of asset {asset} is closed: {} went back to its declarer, \
			 and the next one takes {} over",
			money.write(event.returned),
			money.write(event.carried)
		),
		&included,
		json!({
			"asset": asset,
			"number": distribution,
			"returned": event.returned.to_string(),
			"carried": event.carried.to_string(),
		}),
	);
	Ok(())
}

async fn pay_parked(app: &App, asset: AssetId, currency: &str, investor: &Investor) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	let money = view.find_currency(currency).await?;
	let investor = investor.find(&view).await?;
	let call = dividends::pay_parked(asset, money.currency, investor);
	let included = client.send(&call, &signer).await?;
	paid(app, &client, &included).await
}

/// The calls that pay all that can be paid of what is due.
struct Payable {
	distributions: Vec<DistributionId>,
	streams: bool,
	parked: BTreeSet<Currency>,
}

impl Payable {
	fn of(dues: &[Due], now: Moment) -> Self {
		let mut payable =
			Self { distributions: Vec::new(), streams: false, parked: BTreeSet::new() };
		for due in dues.iter().filter(|due| due.pays_at <= now) {
			match due.source {
				IncomeSource::Distribution(id) => payable.distributions.push(id),
				IncomeSource::Stream(_) => payable.streams = true,
				IncomeSource::Parked => {
					payable.parked.insert(due.currency);
				},
			}
		}
		payable
	}

	fn is_empty(&self) -> bool {
		self.distributions.is_empty() && !self.streams && self.parked.is_empty()
	}

	/// As calls of the investor, or of anybody for it.
	fn calls(
		&self,
		view: &View,
		asset: AssetId,
		investor: InvestorId,
		itself: bool,
	) -> Result<Vec<api::Call>> {
		let mut calls = Vec::new();
		for some in self.distributions.chunks(MAX_CLAIMS) {
			calls.push(if itself {
				view.inner_call(&dividends::claim(asset, some.to_vec()))?
			} else {
				view.inner_call(&dividends::claim_for(asset, investor, some.to_vec()))?
			});
		}
		if self.streams {
			calls.push(if itself {
				view.inner_call(&dividends::claim_streams(asset))?
			} else {
				view.inner_call(&dividends::claim_streams_for(asset, investor))?
			});
		}
		for currency in &self.parked {
			calls.push(view.inner_call(&dividends::pay_parked(asset, *currency, investor))?);
		}
		Ok(calls)
	}
}

async fn claim(app: &App, asset: AssetId, only: Vec<DistributionId>) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	view.existing_asset(asset).await?;
	let unknown = || Error::UnknownAccount(Box::new(signer.account().clone()));
	let key = view.key(signer.account()).await?.ok_or_else(unknown)?;
	if !only.is_empty() {
		for distribution in &only {
			view.live_distribution(asset, *distribution).await?;
		}
		let included = client.send(&dividends::claim(asset, only), &signer).await?;
		return paid(app, &client, &included).await;
	}
	let dues = view.income_due(signer.account(), asset).await?;
	let payable = Payable::of(&dues, view.now().await?);
	if payable.is_empty() {
		return nothing(app, asset, key.investor, &dues);
	}
	let calls = payable.calls(&view, asset, key.investor, true)?;
	let included = client.send(&api::tx().utility().batch_all(calls), &signer).await?;
	paid(app, &client, &included).await
}

async fn claim_for(app: &App, asset: AssetId, investor: &Investor) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	view.existing_asset(asset).await?;
	let investor = investor.find(&view).await?;
	let dues = view.income_due_to(investor, asset).await?;
	let payable = Payable::of(&dues, view.now().await?);
	if payable.is_empty() {
		return nothing(app, asset, investor, &dues);
	}
	let calls = payable.calls(&view, asset, investor, false)?;
	let included = client.send(&api::tx().utility().batch_all(calls), &signer).await?;
	paid(app, &client, &included).await
}

/// Nothing is sent that would be paid nothing.
fn nothing(app: &App, asset: AssetId, investor: InvestorId, dues: &[Due]) -> Result<()> {
	app.out.json(&json!({ "sent": false, "asset": asset, "investor": investor, "due": dues }));
	let first = dues.iter().map(|due| due.pays_at).min();
	let when = first.map_or_else(
		|| "nothing is due to it".to_owned(),
		|first| format!("the first income is paid from {} on", format_moment(first)),
	);
	Err(No(format!(
		"nothing was sent: investor {investor} can be paid nothing of asset {asset} now, {when}"
	))
	.into())
}

/// Tells of the payments of a transaction.
pub(crate) async fn paid(app: &App, client: &Client, included: &Included) -> Result<()> {
	let view = client.at(included.block_hash).await?;
	let mut rows = Vec::new();
	let mut values = Vec::new();
	let mut tell = |money: &Denomination,
	                asset: AssetId,
	                investor: InvestorId,
	                source: IncomeSource,
	                gross: u128,
	                tax: u128,
	                parked: bool| {
		let net = gross.saturating_sub(tax);
		rows.push([
			asset.to_string(),
			dividends::source(source),
			investor.to_string(),
			money.write(gross),
			money.write(tax),
			money.write(net),
			if parked { "is kept" } else { "paid" }.to_owned(),
		]);
		values.push(json!({
			"asset": asset,
			"source": dividends::source(source),
			"investor": investor,
			"currency": money.currency,
			"gross": gross.to_string(),
			"tax": tax.to_string(),
			"net": net.to_string(),
			"parked": parked,
		}));
	};
	for event in included.events::<dividends::events::IncomePaid>()? {
		let money = view.denomination(event.currency.into()).await?;
		let (asset, investor) = (event.asset, event.investor);
		tell(&money, asset, investor, event.source.0, event.gross, event.tax, false);
	}
	for event in included.events::<dividends::events::IncomeParked>()? {
		let money = view.denomination(event.currency.into()).await?;
		let (asset, investor) = (event.asset, event.investor);
		tell(&money, asset, investor, event.source.0, event.gross, event.tax, true);
	}
	let receipts = count(rows.len(), "receipt");
	app.out.table(["Asset", "From", "Investor", "Gross", "Tax", "Net", ""], rows);
	app.out.done(&receipts, included, json!({ "receipts": values }));
	Ok(())
}

async fn push(app: &App, asset: AssetId, id: DistributionId, page: u32) -> Result<()> {
	let signer = app.signer()?;
	let client = app.client().await?;
	let view = client.head().await?;
	let before = view.live_distribution(asset, id).await?;
	let money = view.denomination(before.currency).await?;
	let bar = app.out.progress(usize::try_from(before.open)?, "paying");
	let (mut pages, mut seen, mut last) = (0_u32, 0_u64, None);
	while last.is_none() {
		let open = client.head().await?.live_distribution(asset, id).await?.open;
		let mut queue = client.queue().await?;
		// One more than are full, for the page on which nobody is: the last one.
		for _ in 0..(open / page + 1).min(PAGES) {
			queue.push(&dividends::push(asset, id, page), &signer).await?;
		}
		for outcome in queue.submit(|_| ()).await? {
			let included = outcome?;
			match &included.refusal {
				// The page before it was the last one.
				Some(refusal) if refusal.name == "Dividends.NothingToPush" && pages > 0 => break,
				Some(refusal) => return Err(Error::from(refusal.clone()).into()),
				None => (),
			}
			let event: dividends::events::PagePushed = included.event()?;
			pages += 1;
			seen += u64::from(event.seen);
			bar.set_position(u64::from(before.open.saturating_sub(event.open)));
			if event.last {
				last = Some(included);
			}
		}
	}
	bar.finish_and_clear();
	let Some(included) = last else { return Ok(()) };
	let after = client.at(included.block_hash).await?.live_distribution(asset, id).await?;
	let paid = after.paid.saturating_sub(before.paid);
	let withheld = after.withheld.saturating_sub(before.withheld);
	let parked = after.parked.saturating_sub(before.parked);
	app.out.done(
		&format!(
			"{} with {seen} positions: {} paid, {} withheld, {} kept for who cannot be paid; {} open",
			count(usize::try_from(pages)?, "page"),
			money.write(paid),
			money.write(withheld),
			money.write(parked),
			count(usize::try_from(after.open)?, "holder")
		),
		&included,
		json!({
			"asset": asset,
			"number": id,
			"pages": pages,
			"seen": seen,
			"paid": paid.to_string(),
			"withheld": withheld.to_string(),
			"parked": parked.to_string(),
			"distribution": after,
		}),
	);
	Ok(())
}

/// The names of currencies, asked for once each.
#[derive(Default)]
struct Names(BTreeMap<Currency, Denomination>);

impl Names {
	async fn of(&mut self, view: &View, currency: Currency) -> Result<&Denomination> {
		if let std::collections::btree_map::Entry::Vacant(entry) = self.0.entry(currency) {
			entry.insert(view.denomination(currency).await?);
		}
		Ok(&self.0[&currency])
	}
}

async fn due(app: &App, investor: &Investor, only: Option<AssetId>) -> Result<()> {
	let view = app.client().await?.head().await?;
	let investor = investor.find(&view).await?;
	if view.investor_keys(investor).await?.is_none() {
		return Err(Error::Invalid(format!("there is no investor {investor}")).into());
	}
	let assets = match only {
		Some(asset) => {
			view.existing_asset(asset).await?;
			BTreeSet::from([asset])
		},
		None => view.paying_assets().await?,
	};
	let now = view.now().await?;
	let mut names = Names::default();
	let mut sums: BTreeMap<(AssetId, Currency), [u128; 3]> = BTreeMap::new();
	let mut rows = Vec::new();
	let mut all = Vec::new();
	for asset in assets {
		for due in view.income_due_to(investor, asset).await? {
			let money = names.of(&view, due.currency).await?;
			let sum = sums.entry((asset, due.currency)).or_default();
			for (sum, part) in sum.iter_mut().zip([due.gross, due.tax, due.net]) {
				*sum = sum.saturating_add(part);
			}
			rows.push([
				asset.to_string(),
				dividends::source(due.source),
				money.write(due.gross),
				format!("{} {}", money.write(due.tax), of_country(&due.jurisdiction)),
				money.write(due.net),
				if due.pays_at <= now { "now".to_owned() } else { format_moment(due.pays_at) },
				due.expires_at.map(format_moment).unwrap_or_default(),
			]);
			all.push(due);
		}
	}
	app.out.say(format!("Due to investor {investor} at block {}:", view.number()));
	app.out.table(["Asset", "From", "Gross", "Tax", "Net", "Pays", "Until"], rows);
	let mut totals = Vec::new();
	let mut rows = Vec::new();
	for ((asset, currency), [gross, tax, net]) in sums {
		let money = names.of(&view, currency).await?;
		rows.push([asset.to_string(), money.write(gross), money.write(tax), money.write(net)]);
		totals.push(json!({
			"asset": asset,
			"currency": currency,
			"gross": gross.to_string(),
			"tax": tax.to_string(),
			"net": net.to_string(),
		}));
	}
	app.out.say("In all, per asset and currency:");
	app.out.table(["Asset", "Gross", "Tax", "Net"], rows);
	app.out.json(&json!({
		"block": view.number(),
		"now": now,
		"investor": investor,
		"due": all,
		"totals": totals,
	}));
	Ok(())
}

fn of_country(country: &Option<String>) -> String {
	country.as_ref().map(|code| format!("({code})")).unwrap_or_default()
}

async fn statement(app: &App, investor: &Investor) -> Result<()> {
	let client = app.client().await?;
	let view = client.head().await?;
	let investor = investor.find(&view).await?;
	let blocks = usize::try_from(view.number()).unwrap_or(usize::MAX);
	let bar = app.out.progress(blocks, "reading receipts");
	let all = client.statements_from_events(1, &view, |blocks| bar.inc(blocks)).await?;
	bar.finish_and_clear();
	let mut names = Names::default();
	let mut rows = Vec::new();
	let mut values = Vec::new();
	for (_, currency, sums) in all.investors().filter(|(of, _, _)| *of == investor) {
		let money = names.of(&view, currency).await?;
		rows.push([
			money.symbol.clone(),
			money.write(sums.gross),
			money.write(sums.tax),
			money.write(sums.paid),
			money.write(sums.parked),
			sums.receipts.to_string(),
		]);
		values.push(json!({ "currency": currency, "sums": sums }));
	}
	app.out.say(format!("What investor {investor} got up to block {}:", view.number()));
	app.out.table(["Currency", "Gross", "Tax", "Paid", "Kept", "Receipts"], rows);
	app.out.json(&json!({
		"block": view.number(),
		"investor": investor,
		"statement": values,
	}));
	Ok(())
}

async fn list(app: &App, asset: AssetId) -> Result<()> {
	let view = app.client().await?.head().await?;
	let name = view.existing_asset(asset).await?.name;
	let now = view.now().await?;
	let distributions = view.distributions(asset).await?;
	let streams = view.streams(asset).await?;
	let mut names = Names::default();
	let mut rows = Vec::new();
	for one in &distributions {
		rows.push(row(one, names.of(&view, one.currency).await?, now));
	}
	app.out.say(format!("{name} (asset {asset}) at block {}:", view.number()));
	app.out.table(
		["Distribution", "State", "Put in", "Paid", "Tax", "Kept", "Left", "Open", "Pays", "Until"],
		rows,
	);
	let mut rows = Vec::new();
	for one in &streams {
		let money = names.of(&view, one.currency).await?;
		rows.push([
			one.stream.to_string(),
			one.expires_at.map_or_else(
				|| "takes money".to_owned(),
				|end| format!("closed, pays until {}", format_moment(end)),
			),
			money.write(one.deposited),
			money.write(one.paid),
			money.write(one.withheld),
			money.write(one.claimable),
		]);
	}
	app.out.table(["Stream", "State", "Put in", "Paid", "Tax", "Left"], rows);
	app.out.json(&json!({
		"block": view.number(),
		"asset": asset,
		"pot": view.pot(asset).await?,
		"distributions": distributions,
		"streams": streams,
	}));
	Ok(())
}

fn row(one: &Distribution, money: &Denomination, now: Moment) -> [String; 10] {
	[
		one.distribution.to_string(),
		one.state(now).to_owned(),
		money.write(one.deposited),
		money.write(one.paid),
		money.write(one.withheld),
		money.write(one.parked),
		money.write(one.claimable),
		group(one.open.into()),
		format_moment(one.pays_at),
		format_moment(one.expires_at),
	]
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn record_dates_are_read_as_people_write_them() {
		assert_eq!(record("now"), Ok(RecordName::Now));
		assert_eq!(record("checkpoint:7"), Ok(RecordName::Past(7)));
		let hour = RecordName::Future("1970-01-01T02".parse().unwrap());
		assert_eq!(record("1970-01-01T02"), Ok(hour));
		for wrong in ["", "then", "checkpoint:", "checkpoint:x"] {
			record(wrong).unwrap_err();
		}
	}

	#[test]
	fn only_what_pays_by_now_is_claimed() {
		let due = |source, pays_at| Due {
			asset: 1,
			source,
			currency: Currency::Native,
			gross: 2,
			tax: 1,
			net: 1,
			rate_millionths: 0,
			jurisdiction: None,
			pays_at,
			expires_at: None,
		};
		let dues = [
			due(IncomeSource::Distribution(0), 9),
			due(IncomeSource::Distribution(1), 10),
			due(IncomeSource::Distribution(2), 11),
			due(IncomeSource::Parked, 10),
		];
		let payable = Payable::of(&dues, 10);
		assert_eq!(payable.distributions, [0, 1]);
		assert!(!payable.streams && !payable.is_empty());
		assert_eq!(payable.parked, BTreeSet::from([Currency::Native]));
		assert!(Payable::of(&dues, 8).is_empty());
		let stream = [due(IncomeSource::Stream(3), 0)];
		assert!(Payable::of(&stream, 0).streams);
	}
}

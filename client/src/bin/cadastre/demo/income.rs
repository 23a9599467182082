// SPDX-License-Identifier: Apache-2.0

//! A year of rent: month by month in test dollars through streams, and by the quarter in the native
//! token through distributions, with the tax of six countries withheld. What everybody got is computed
//! from events alone and compared with what the chain said before and stores after.

use super::{cast, homes::Home, orders::Orders, Story, BATCH};
use anyhow::{ensure, Context, Result};
use cadastre_client::{
	api,
	currency::{Currency, Denomination},
	dividends::{self, Amount, Declaration, Distribution, Due, Record, Selection, Stream, TaxDue},
	shares,
	statement::{Statements, Sums},
	Account, View,
};
use cadastre_primitives::{AssetId, Balance, IncomeSource, InvestorId, Moment};
use futures::{StreamExt, TryStreamExt};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The ticker of the second currency of development chains.
const DOLLAR: &str = "TUSD";

const MONTHS: usize = 12;
const QUARTERS: usize = 4;

/// The rent of a year is so many per cent of the price.
const RENT: Balance = 5;

/// How many dollars a token of the native currency is worth in the story.
const DOLLARS_PER_TOKEN: Balance = 100;

/// How many holders are on a page: more than the rules allow of any home.
const PAGE: u32 = 10;

/// How many calls go into one transaction whose weight is stated for many holders or names each.
const HEAVY: usize = 10;

/// From the declaration to the payment, in seconds.
const NOTICE: Moment = 36;

/// For how long income can be claimed, in seconds: a quarter.
const CLAIM_PERIOD: Moment = 90 * 24 * 60 * 60;

/// What the story says of the rent.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Income {
	pub(super) streams: usize,
	pub(super) rents: usize,
	pub(super) distributions: usize,
	/// How many movements of shares there were in the middle of the year.
	pub(super) movements: u64,
	statements: usize,
	receipts: u64,
	totals: BTreeMap<String, Sums>,
	withheld: Vec<TaxDue>,
	countries: usize,
	carried: String,
	differences: Vec<String>,
}

/// What the chain said before it paid: gross, tax and net, by investor and currency.
type Announced = BTreeMap<(InvestorId, Currency), [Balance; 3]>;

/// Who may be due something from which home.
type Holders = BTreeSet<(AssetId, InvestorId)>;

impl Story<'_> {
	pub(super) async fn income(
		&mut self,
		homes: &[Home],
		assets: &[AssetId],
		orders: &mut Orders,
	) -> Result<Income> {
		let view = self.client.head().await?;
		let first_block = view.number() + 1;
		let dollar = view.find_currency(DOLLAR).await?;
		let pairs = || assets.iter().copied().zip(homes);
		let small: Vec<_> = pairs().filter(|(_, home)| home.pack() == 0).collect();
		let large: Vec<_> = pairs().filter(|(_, home)| home.pack() == 1).collect();
		let mut announced = Announced::new();

		self.chapter("14. Tenants pay a year of rent in dollars, each month into a stream");
		let (streams, moved) = self.months(&small, assets, &dollar, orders, &mut announced).await?;

		self.chapter("15. The large homes pay by the quarter, in the chain's own token");
		let (paid, carried) = self.quarters(&large, &mut announced).await?;

		self.chapter("16. What everybody got, computed from events alone");
		let view = self.client.head().await?;
		let statements = self.client.statements_from_events(first_block, &view, |_| ()).await?;
		let mut differences = self.compare(&view, &statements, &announced, &dollar).await?;
		differences.extend(by_source(&statements, &streams, &paid));
		let withheld = self.withheld(&view, assets).await?;
		differences.extend(by_country(&statements, &withheld));
		self.show_statements(&statements, &dollar);

		let mut totals: BTreeMap<String, Sums> = BTreeMap::new();
		let mut countries = BTreeSet::new();
		for (investor, currency, sums) in statements.investors() {
			let total = totals.entry(currency.to_string()).or_default();
			total.gross += sums.gross;
			total.tax += sums.tax;
			total.paid += sums.paid;
			total.parked += sums.parked;
			total.receipts += sums.receipts;
			countries.extend(self.person(investor).map(|person| person.country));
		}
		self.show_taxes(&withheld, &dollar);
		let receipts = totals.values().map(|total| total.receipts).sum();
		self.app.out.say(format!(
			"{receipts} receipts. {}",
			if differences.is_empty() {
				"What the chain said before, what it stores of streams, distributions and taxes, and \
				 what arrived in dollars are the same, to the unit."
			} else {
				"They differ from what the chain says."
			}
		));
		ensure!(differences.is_empty(), "the receipts differ from the chain: {differences:?}");
		let people: BTreeSet<_> = statements.investors().map(|(investor, ..)| investor).collect();
		Ok(Income {
			streams: streams.len(),
			rents: streams.len() * MONTHS,
			distributions: paid.len(),
			movements: moved,
			statements: people.len(),
			receipts,
			totals,
			withheld,
			countries: countries.len(),
			carried: carried.to_string(),
			differences,
		})
	}

	/// Twelve rents of each home through its stream. In the middle of the year some shares change
	/// hands: what came in before is the seller's.
	async fn months(
		&mut self,
		homes: &[(AssetId, &Home)],
		assets: &[AssetId],
		dollar: &Denomination,
		orders: &mut Orders,
		announced: &mut Announced,
	) -> Result<(Vec<Stream>, u64)> {
		let view = self.client.head().await?;
		let unit = 10_u128.pow(dollar.decimals.into());
		let rent = |home: &Home| home.price * unit * RENT / 100 / MONTHS as u128;
		let sum: Balance = homes.iter().map(|(_, home)| rent(home) * MONTHS as u128).sum();
		let Currency::Asset(id) = dollar.currency else {
			anyhow::bail!("the second currency is the first one");
		};
		let give = |to: &Account, amount| api::tx().assets().transfer(id, to.id().into(), amount);
		let (issuer, tenant) = (&self.cast.issuer, &self.cast.tenant);
		let gifts = vec![
			// What keeps the pots open.
			view.inner_call(&give(issuer.account(), unit))?,
			view.inner_call(&give(tenant.account(), sum + unit))?,
		];
		self.client.send(&api::tx().utility().batch_all(gifts), &self.cast.banker).await?;

		let open = homes
			.iter()
			.map(|(asset, _)| view.inner_call(&dividends::open_stream(*asset, dollar.currency)));
		let open = open.collect::<Result<Vec<_>, _>>()?;
		self.batches(open, issuer, "opening streams").await?;

		let fund = |months: usize| {
			let months = (0..months).flat_map(|_| homes);
			months
				.map(|(asset, home)| {
					let call = dividends::fund_stream(*asset, dollar.currency, rent(home));
					view.inner_call(&call)
				})
				.collect::<Result<Vec<_>, _>>()
		};
		let before = self.ledger.reach().await?;
		self.batches(fund(MONTHS / 2)?, tenant, "paying rent").await?;

		let moving = self.allowed(orders, assets, &before).await?;
		let mut queue = self.client.queue().await?;
		for order in &moving {
			let call = shares::transfer(order.asset, self.cast.account(order.to), order.amount);
			queue.push(&call, &self.cast.investors[order.from].signer).await?;
		}
		for outcome in queue.submit(|_| ()).await? {
			outcome?.success()?;
		}
		self.batches(fund(MONTHS - MONTHS / 2)?, tenant, "paying rent").await?;
		let after = self.ledger.reach().await?;
		self.app.out.say(format!(
			"{} tenants have paid {} in twelve months. After six of them, {} holders sold shares: the \
			 rents until then stay theirs.",
			homes.len(),
			dollar.write(sum),
			moving.len()
		));

		let view = self.client.head().await?;
		let holders: Holders = homes
			.iter()
			.flat_map(|(asset, _)| {
				let of = |table: &cadastre_client::cap_table::CapTable| {
					table.holders(*asset).into_iter().map(|(investor, _)| (*asset, investor))
				};
				of(&before).chain(of(&after)).collect::<Vec<_>>()
			})
			.collect();
		let dues = dues(&view, &holders).await?;
		announce(announced, &dues);
		self.claim_streams(&view, &dues).await?;

		let view = self.client.head().await?;
		let mut streams = Vec::new();
		for (asset, _) in homes {
			streams.extend(view.streams(*asset).await?);
		}
		ensure!(streams.len() == homes.len(), "{} of {} streams", streams.len(), homes.len());
		let put_in: Balance = streams.iter().map(|stream| stream.deposited).sum();
		ensure!(put_in == sum, "{put_in} units came in instead of {sum}");
		Ok((streams, u64::try_from(moving.len())?))
	}

	/// Half of the investors claim, and for the others somebody else does.
	async fn claim_streams(&self, view: &View, dues: &[(InvestorId, Due)]) -> Result<()> {
		let mut own: BTreeMap<usize, BTreeSet<AssetId>> = BTreeMap::new();
		let mut others = BTreeSet::new();
		for (investor, due) in dues {
			let place = self.place(*investor).context("an investor is not in the cast")?;
			if place % 2 == 0 {
				own.entry(place).or_default().insert(due.asset);
			} else {
				others.insert((due.asset, *investor));
			}
		}
		let mut queue = self.client.queue().await?;
		for (place, assets) in &own {
			let calls =
				assets.iter().map(|asset| view.inner_call(&dividends::claim_streams(*asset)));
			let calls = calls.collect::<Result<Vec<_>, _>>()?;
			for some in calls.chunks(BATCH) {
				let batch = api::tx().utility().batch_all(some.to_vec());
				queue.push(&batch, &self.cast.investors[*place].signer).await?;
			}
		}
		let calls = others.iter().map(|(asset, investor)| {
			view.inner_call(&dividends::claim_streams_for(*asset, *investor))
		});
		let calls = calls.collect::<Result<Vec<_>, _>>()?;
		for some in calls.chunks(BATCH) {
			let batch = api::tx().utility().batch_all(some.to_vec());
			queue.push(&batch, &self.cast.tenant).await?;
		}
		let bar = self.bar(queue.len(), "claiming");
		let outcomes = queue.submit(|done| bar.inc(done)).await?;
		bar.finish_and_clear();
		for outcome in outcomes {
			outcome?.success()?;
		}
		self.app.out.say(format!(
			"{} investors claim what they have earned of {} homes; for the others anybody does, and \
			 they alone are paid.",
			own.len(),
			own.values().flatten().collect::<BTreeSet<_>>().len()
		));
		Ok(())
	}

	/// Four distributions of each home. One investor claims all of its own, the pages pay the rest.
	async fn quarters(
		&self,
		homes: &[(AssetId, &Home)],
		announced: &mut Announced,
	) -> Result<(Vec<Distribution>, Balance)> {
		let native = Denomination::native();
		let unit = 10_u128.pow(native.decimals.into());
		let rent =
			|home: &Home| home.price * unit * RENT / 100 / QUARTERS as u128 / DOLLARS_PER_TOKEN;
		let sum: Balance = homes.iter().map(|(_, home)| rent(home) * QUARTERS as u128).sum();
		let issuer = &self.cast.issuer;
		let to = issuer.account().id().into();
		let give = api::tx().balances().transfer_keep_alive(to, sum + 200 * unit);
		self.client.send(&give, &self.cast.banker).await?;

		let view = self.client.head().await?;
		let pays_at = view.now().await? + NOTICE;
		let mut calls = Vec::new();
		for (asset, home) in homes.iter().flat_map(|home| [home; QUARTERS]) {
			let declaration = Declaration {
				currency: native.currency,
				amount: Amount::Total(rent(home)),
				record: Record::Now,
				pays_at,
				expires_at: pays_at + CLAIM_PERIOD,
				selection: Selection::All,
			};
			calls.push(view.inner_call(&dividends::declare(*asset, declaration))?);
		}
		let declared = calls.len();
		let mut numbers = Vec::new();
		for included in self.batches(calls, issuer, "declaring").await? {
			let events: Vec<dividends::events::DistributionDeclared> = included.events()?;
			numbers.extend(events.into_iter().map(|event| (event.asset, event.distribution)));
		}
		ensure!(numbers.len() == declared, "{} of {declared} were declared", numbers.len());
		self.app.out.say(format!(
			"{declared} distributions are declared and funded with {}, of who holds shares now.",
			native.write(sum)
		));
		self.wait_until(pays_at).await?;

		let view = self.client.head().await?;
		let mut holders = Holders::new();
		for (asset, _) in homes {
			holders.extend(view.holders(*asset).await?.into_keys().map(|holder| (*asset, holder)));
		}
		let dues = dues(&view, &holders).await?;
		announce(announced, &dues);

		let (asset, _) = homes.first().context("no home is large")?;
		let mut first = dues.iter().filter(|(_, due)| due.asset == *asset);
		let (investor, _) = first.next().context("nothing is due from a home")?;
		let place = self.place(*investor).context("an investor is not in the cast")?;
		let of_asset = numbers.iter().filter(|(of, _)| of == asset).map(|(_, id)| *id);
		let claim = dividends::claim(*asset, of_asset.collect());
		self.client.send(&claim, &self.cast.investors[place].signer).await?;

		let push =
			numbers.iter().map(|(asset, id)| view.inner_call(&dividends::push(*asset, *id, PAGE)));
		let push = push.collect::<Result<Vec<_>, _>>()?;
		self.batches_of(HEAVY, push, &self.cast.tenant, "paying").await?;
		let view = self.client.head().await?;
		let mut paid = Vec::new();
		for (asset, id) in &numbers {
			let one = view.live_distribution(*asset, *id).await?;
			ensure!(one.open == 0, "{} holders of asset {asset} are not served", one.open);
			paid.push(one);
		}
		self.app.out.say(format!(
			"{} claims four quarters at once; anybody pushes {} pages for the others.",
			self.name(place),
			numbers.len()
		));

		let close =
			numbers.iter().map(|(asset, id)| view.inner_call(&dividends::close(*asset, *id)));
		let close = close.collect::<Result<Vec<_>, _>>()?;
		let mut carried = 0;
		for included in self.batches_of(HEAVY, close, &self.cast.tenant, "closing").await? {
			let events: Vec<dividends::events::DistributionClosed> = included.events()?;
			carried += events.iter().map(|event| event.carried).sum::<Balance>();
		}
		self.app.out.say(format!(
			"All are closed; {} of rounding wait for the next ones.",
			native.write(carried)
		));
		Ok((paid, carried))
	}

	/// Compares the statements with what the chain said before, and what arrived in dollars.
	async fn compare(
		&self,
		view: &View,
		statements: &Statements,
		announced: &Announced,
		dollar: &Denomination,
	) -> Result<Vec<String>> {
		let mut differences = Vec::new();
		let computed = statements.investors().map(|(investor, currency, _)| (investor, currency));
		let keys: BTreeSet<_> = computed.chain(announced.keys().copied()).collect();
		for (investor, currency) in keys {
			let sums = statements.of(investor, currency);
			let got = [sums.gross, sums.tax, sums.paid + sums.parked];
			let said = announced.get(&(investor, currency)).copied().unwrap_or_default();
			if got != said {
				differences
					.push(format!("investor {investor} in {currency}: {got:?}, not {said:?}"));
			}
			let place = self.place(investor).context("an investor is not in the cast")?;
			if currency == dollar.currency {
				let arrived = view.money(currency, self.cast.account(place)).await?;
				if arrived != sums.paid {
					differences.push(format!("investor {investor} has {arrived} dollars"));
				}
			}
		}
		Ok(differences)
	}

	/// The tax that the chain keeps of these homes.
	async fn withheld(&self, view: &View, assets: &[AssetId]) -> Result<Vec<TaxDue>> {
		let mut all = view.tax_due(None).await?;
		all.retain(|due| assets.contains(&due.asset));
		Ok(all)
	}

	fn place(&self, investor: InvestorId) -> Option<usize> {
		self.investors.iter().find(|(_, known)| **known == investor).map(|(place, _)| *place)
	}

	fn person(&self, investor: InvestorId) -> Option<&cast::Person> {
		self.place(investor).and_then(|place| self.cast.investors.get(place))
	}

	fn show_statements(&self, statements: &Statements, dollar: &Denomination) {
		let native = Denomination::native();
		let people: BTreeSet<_> = statements.investors().map(|(investor, ..)| investor).collect();
		self.app.out.table(
			["Investor", "Dollars, gross", "Tax", "Net", "Tokens, gross", "Tax", "Net"],
			people.into_iter().map(|investor| {
				let who = self.place(investor).map(|place| self.name(place));
				let [dollars, tokens] = [dollar, &native].map(|money| {
					let sums = statements.of(investor, money.currency);
					[sums.gross, sums.tax, sums.paid].map(|sum| bare(money, sum))
				});
				let ([a, b, c], [d, e, f]) = (dollars, tokens);
				[who.unwrap_or_default(), a, b, c, d, e, f]
			}),
		);
	}

	fn show_taxes(&self, withheld: &[TaxDue], dollar: &Denomination) {
		let native = Denomination::native();
		self.app.out.table(
			["Tax residence", "Dollars withheld", "Tokens withheld"],
			cast::COUNTRIES.iter().map(|country| {
				let code = String::from_utf8_lossy(country).into_owned();
				let [dollars, tokens] = [dollar, &native].map(|money| {
					let of = |due: &&TaxDue| {
						due.currency == money.currency && due.jurisdiction.as_ref() == Some(&code)
					};
					bare(money, withheld.iter().filter(of).map(|due| due.amount).sum())
				});
				[code, dollars, tokens]
			}),
		);
	}

	/// Lets the chain's clock reach a moment.
	pub(super) async fn wait_until(&self, moment: Moment) -> Result<()> {
		while self.client.head().await?.now().await? < moment {
			// A chain that seals at once makes a block for a transaction, and only then.
			let remark = api::tx().system().remark(Vec::new());
			self.client.send(&remark, &self.cast.banker).await?;
		}
		Ok(())
	}
}

/// An amount without its ticker, or nothing.
fn bare(money: &Denomination, amount: Balance) -> String {
	match amount {
		0 => String::new(),
		amount => money.write(amount).trim_end_matches(&format!(" {}", money.symbol)).to_owned(),
	}
}

/// What is due to holders, as the chain says.
async fn dues(view: &View, holders: &Holders) -> Result<Vec<(InvestorId, Due)>> {
	let dues: Vec<_> = futures::stream::iter(holders)
		.map(|(asset, investor)| async move {
			let dues = view.income_due_to(*investor, *asset).await?;
			Ok::<_, cadastre_client::Error>((*investor, dues))
		})
		.buffered(16)
		.try_collect()
		.await?;
	let dues = dues.into_iter();
	Ok(dues.flat_map(|(investor, dues)| dues.into_iter().map(move |due| (investor, due))).collect())
}

fn announce(announced: &mut Announced, dues: &[(InvestorId, Due)]) {
	for (investor, due) in dues {
		let sums = announced.entry((*investor, due.currency)).or_default();
		for (sum, part) in sums.iter_mut().zip([due.gross, due.tax, due.net]) {
			*sum += part;
		}
	}
}

/// Compares the receipts of each stream and distribution with what the chain stores of it.
fn by_source(statements: &Statements, streams: &[Stream], paid: &[Distribution]) -> Vec<String> {
	let streams = streams.iter().map(|one| {
		let source = IncomeSource::Stream(one.stream);
		let stored = [one.deposited, one.paid, one.withheld, 0, one.claimable];
		(statements.from(one.asset, one.currency, source), one.asset, source, stored)
	});
	let paid = paid.iter().map(|one| {
		let source = IncomeSource::Distribution(one.distribution);
		let stored = [one.deposited, one.paid, one.withheld, one.parked, one.claimable];
		(statements.from(one.asset, one.currency, source), one.asset, source, stored)
	});
	let mut differences = Vec::new();
	for (sums, asset, source, [deposited, paid, withheld, parked, left]) in streams.chain(paid) {
		let same = (sums.paid, sums.tax, sums.parked) == (paid, withheld, parked);
		if !same || deposited != paid + withheld + parked + left {
			let source = dividends::source(source);
			differences.push(format!("{source} of asset {asset}: {sums:?}, of {deposited}"));
		}
	}
	differences
}

/// Compares the tax of the receipts with what the chain keeps for each country.
fn by_country(statements: &Statements, withheld: &[TaxDue]) -> Vec<String> {
	let stored: BTreeMap<_, _> = withheld
		.iter()
		.map(|due| ((due.asset, due.currency, due.jurisdiction.clone()), due.amount))
		.collect();
	if stored == *statements.taxes() {
		Vec::new()
	} else {
		vec![format!("taxes: {:?}, not {stored:?}", statements.taxes())]
	}
}

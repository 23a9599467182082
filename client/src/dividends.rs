// SPDX-License-Identifier: Apache-2.0

//! Income of an asset's holders: distributions, streams, and the tax that is withheld.

use cadastre_primitives::{
	AssetClass, AssetId, Balance, CheckpointId, CountryCode, DistributionId, DistributionStage,
	IncomeSource, InvestorId, Moment, StreamId, TableId,
};
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
use subxt::{
	tx::Payload,
	utils::{Static, H256},
};

use crate::{
	account::Account,
	api,
	currency::{as_text, Currency},
	error::Result,
	statement::{Receipt, Statements},
	view::View,
	Client, Error,
};

use api::runtime_types::{
	bounded_collections::bounded_vec::BoundedVec, pallet_dividends::types as chain,
	sp_arithmetic::per_things::Permill,
};

/// The events of the pallet.
pub use api::dividends::events;

/// How many distributions to ask for at a time.
const PAGE: u32 = 64;

/// The most distributions in one claim.
pub const MAX_CLAIMS: usize = 16;

/// The most holders on one page of payments.
pub const MAX_PAGE: u32 = 100;

/// Whose holdings count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
	/// Those of now.
	Now,
	/// Those of a checkpoint to which somebody refers.
	Past(CheckpointId),
	/// Those of a full hour to come.
	Future(Moment),
}

/// How much is distributed, in the smallest unit of the currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
	/// So much for each unit that takes part.
	PerUnit(Balance),
	/// So much to divide.
	Total(Balance),
}

/// Who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
	/// Every holder.
	#[default]
	All,
	/// Every holder but these.
	Except(BTreeSet<InvestorId>),
	/// These holders.
	Only(BTreeSet<InvestorId>),
}

/// Income that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
	/// The asset.
	pub asset: AssetId,
	/// Where it comes from.
	#[serde(serialize_with = "as_source")]
	pub source: IncomeSource,
	/// In which currency.
	pub currency: Currency,
	/// Before tax.
	#[serde(serialize_with = "as_text")]
	pub gross: Balance,
	/// What is withheld.
	#[serde(serialize_with = "as_text")]
	pub tax: Balance,
	/// What the holder gets.
	#[serde(serialize_with = "as_text")]
	pub net: Balance,
	/// The rate of the tax, in millionths.
	pub rate_millionths: u32,
	/// The country for which the tax is withheld.
	pub jurisdiction: Option<String>,
	/// First second at which it is paid.
	pub pays_at: Moment,
	/// First second at which it is paid no more; none if it waits for ever.
	pub expires_at: Option<Moment>,
}

/// A distribution that is not closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Distribution {
	/// The asset.
	pub asset: AssetId,
	/// Its number.
	pub distribution: DistributionId,
	/// Who declared it.
	pub declarer: Account,
	/// In which currency it pays.
	pub currency: Currency,
	/// Where it is in its life.
	#[serde(serialize_with = "as_stage")]
	pub stage: DistributionStage,
	/// The record date.
	pub record_at: Moment,
	/// First second at which it is paid.
	pub pays_at: Moment,
	/// First second at which it is paid no more.
	pub expires_at: Moment,
	/// The checkpoint of the record date; none before it.
	pub checkpoint: Option<CheckpointId>,
	/// Units that take part; 0 before the record date.
	#[serde(serialize_with = "as_text")]
	pub units: Balance,
	/// All that was put in.
	#[serde(serialize_with = "as_text")]
	pub deposited: Balance,
	/// Paid to holders, net of tax.
	#[serde(serialize_with = "as_text")]
	pub paid: Balance,
	/// Withheld as tax.
	#[serde(serialize_with = "as_text")]
	pub withheld: Balance,
	/// Kept for holders that could not be paid.
	#[serde(serialize_with = "as_text")]
	pub parked: Balance,
	/// What is left, the remainder of rounding included.
	#[serde(serialize_with = "as_text")]
	pub claimable: Balance,
	/// Holders that are neither paid nor parked.
	pub open: u32,
}

impl Distribution {
	/// Where it is, in a word, on a clock.
	pub fn state(&self, now: Moment) -> &'static str {
		match self.stage {
			DistributionStage::Scheduled => "scheduled",
			DistributionStage::Overdue => "overdue",
			DistributionStage::Open if now >= self.expires_at => "expired",
			DistributionStage::Open if self.open == 0 => "paid",
			DistributionStage::Open if now < self.pays_at => "announced",
			DistributionStage::Open => "paying",
		}
	}
}

/// A stream of income.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stream {
	/// Its id.
	pub stream: StreamId,
	/// The asset.
	pub asset: AssetId,
	/// Who opened it.
	pub opener: Account,
	/// In which currency it pays.
	pub currency: Currency,
	/// First second at which it can be finished; none while it is not closed.
	pub expires_at: Option<Moment>,
	/// All that was put in.
	#[serde(serialize_with = "as_text")]
	pub deposited: Balance,
	/// Paid to holders, net of tax.
	#[serde(serialize_with = "as_text")]
	pub paid: Balance,
	/// Withheld as tax.
	#[serde(serialize_with = "as_text")]
	pub withheld: Balance,
	/// What is neither paid nor withheld.
	#[serde(serialize_with = "as_text")]
	pub claimable: Balance,
}

/// A table of withholding rates, in millionths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaxTable {
	/// Its number.
	pub table: u32,
	/// The rate of every tax residence that is not listed.
	pub base_millionths: u32,
	/// The rates by country of tax residence.
	pub rates: Vec<(String, u32)>,
}

/// Tax that is withheld and not remitted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct TaxDue {
	/// The asset.
	pub asset: AssetId,
	/// In which currency.
	pub currency: Currency,
	/// The country of tax residence.
	pub jurisdiction: Option<String>,
	/// How much.
	#[serde(serialize_with = "as_text")]
	pub amount: Balance,
}

/// Where income comes from, in words.
pub fn source(source: IncomeSource) -> String {
	match source {
		IncomeSource::Distribution(id) => format!("distribution {id}"),
		IncomeSource::Stream(id) => format!("stream {id}"),
		IncomeSource::Parked => "parked".to_owned(),
	}
}

fn as_source<S: Serializer>(
	from: &IncomeSource,
	serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
	serializer.collect_str(&source(*from))
}

fn as_stage<S: Serializer>(
	stage: &DistributionStage,
	serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
	serializer.serialize_str(match stage {
		DistributionStage::Scheduled => "scheduled",
		DistributionStage::Overdue => "overdue",
		DistributionStage::Open => "open",
	})
}

/// The alpha-2 code of a country; none for no country.
fn code(country: Static<cadastre_primitives::Country>) -> Option<String> {
	country.0.code().map(|code| String::from_utf8_lossy(&code).into_owned())
}

type ChainCurrency =
	api::runtime_types::frame_support::traits::tokens::fungible::union_of::NativeOrWithId<u32>;

fn due(
	asset: AssetId,
	due: api::runtime_types::cadastre_primitives::income::IncomeDue<ChainCurrency>,
) -> Due {
	Due {
		asset,
		source: due.source.0,
		currency: due.currency.into(),
		gross: due.gross,
		tax: due.tax,
		net: due.net,
		rate_millionths: due.rate.0,
		jurisdiction: code(due.jurisdiction),
		pays_at: due.pays_at,
		expires_at: due.expires_at,
	}
}

fn distribution(
	asset: AssetId,
	info: api::runtime_types::cadastre_primitives::income::DistributionInfo<
		subxt::utils::AccountId32,
		ChainCurrency,
	>,
) -> Distribution {
	Distribution {
		asset,
		distribution: info.id,
		declarer: info.declarer.into(),
		currency: info.currency.into(),
		stage: info.stage.0,
		record_at: info.record_at,
		pays_at: info.pays_at,
		expires_at: info.expires_at,
		checkpoint: info.checkpoint,
		units: info.units,
		deposited: info.deposited,
		paid: info.paid,
		withheld: info.withheld,
		parked: info.parked,
		claimable: info.claimable,
		open: info.open,
	}
}

impl View {
	/// What is due to the investor behind a key from an asset; nothing for an account that may claim
	/// for nobody.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn income_due(&self, who: &Account, asset: AssetId) -> Result<Vec<Due>> {
		let question = api::runtime_apis().dividends_api().income_due(who.id(), asset);
		Ok(self.ask(question).await?.into_iter().map(|one| due(asset, one)).collect())
	}

	/// What is due to an investor from an asset, whether or not it can be paid now.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn income_due_to(&self, investor: InvestorId, asset: AssetId) -> Result<Vec<Due>> {
		let question = api::runtime_apis().dividends_api().income_due_to(investor, asset);
		Ok(self.ask(question).await?.into_iter().map(|one| due(asset, one)).collect())
	}

	/// The assets that have ever paid anything.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn paying_assets(&self) -> Result<BTreeSet<AssetId>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().dividends().ledgers(), ()).await?;
		let mut assets = BTreeSet::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			if !entry.value().decode()?.purses.0.is_empty() {
				assets.insert(entry.key()?.decode()?.0);
			}
		}
		Ok(assets)
	}

	/// A distribution that is not closed.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn distribution(
		&self,
		asset: AssetId,
		id: DistributionId,
	) -> Result<Option<Distribution>> {
		let question = api::runtime_apis().dividends_api().distribution(asset, id);
		Ok(self.ask(question).await?.map(|info| distribution(asset, info)))
	}

	/// A distribution that must be there.
	///
	/// # Errors
	/// If there is no such distribution, or it is closed.
	pub async fn live_distribution(
		&self,
		asset: AssetId,
		id: DistributionId,
	) -> Result<Distribution> {
		self.distribution(asset, id).await?.ok_or_else(|| {
			Error::Invalid(format!(
				"asset {asset} has no distribution {id}, or it is closed; `cadastre dividend list \
				 {asset}` shows those that there are"
			))
		})
	}

	/// The distributions of an asset that are not closed.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn distributions(&self, asset: AssetId) -> Result<Vec<Distribution>> {
		let mut all: Vec<Distribution> = Vec::new();
		loop {
			let after = all.last().map(|last| last.distribution);
			let question = api::runtime_apis().dividends_api().distributions(asset, after, PAGE);
			let page = self.ask(question).await?;
			if page.is_empty() {
				return Ok(all);
			}
			all.extend(page.into_iter().map(|info| distribution(asset, info)));
		}
	}

	/// The streams of an asset.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn streams(&self, asset: AssetId) -> Result<Vec<Stream>> {
		let streams = self.ask(api::runtime_apis().dividends_api().streams(asset)).await?;
		let streams = streams.into_iter().map(|info| Stream {
			stream: info.id,
			asset: info.asset,
			opener: info.opener.into(),
			currency: info.currency.into(),
			expires_at: info.expires_at,
			deposited: info.deposited,
			paid: info.paid,
			withheld: info.withheld,
			claimable: info.claimable,
		});
		Ok(streams.collect())
	}

	/// The account that holds the money of an asset's income.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn pot(&self, asset: AssetId) -> Result<Account> {
		Ok(self.view(api::view_functions().dividends().pot(asset)).await?.into())
	}

	/// The table of rates in force for a class of assets; none if there is none.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn tax_table(&self, class: AssetClass) -> Result<Option<TaxTable>> {
		let address = api::storage().dividends().table_of();
		let table = self.get(address, (Static(class),)).await?;
		Ok(table.map(|table| TaxTable {
			table: table.id,
			base_millionths: table.base.0,
			rates: table
				.rates
				.0
				.into_iter()
				.map(|(country, rate)| (code(country).unwrap_or_default(), rate.0))
				.collect(),
		}))
	}

	/// The tax that is withheld and not remitted, of one asset or of all.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn tax_due(&self, of: Option<AssetId>) -> Result<Vec<TaxDue>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().dividends().tax_due(), ()).await?;
		let mut all = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (asset, currency, country) = entry.key()?.decode()?;
			if of.is_none_or(|of| of == asset) {
				let amount = entry.value().decode()?;
				let currency = currency.into();
				all.push(TaxDue { asset, currency, jurisdiction: code(country), amount });
			}
		}
		all.sort();
		Ok(all)
	}

	/// The receipts of the block, in their order.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn receipts(&self) -> Result<Vec<Receipt>> {
		let mut receipts = Vec::new();
		for event in self.all_events().await?.iter() {
			let event = event?;
			if let Some(event) = event.decode_fields_as::<events::IncomePaid>() {
				let event = event?;
				receipts.push(Receipt {
					asset: event.asset,
					source: event.source.0,
					investor: event.investor,
					to: Some(event.to.into()),
					currency: event.currency.into(),
					gross: event.gross,
					tax: event.tax,
					jurisdiction: code(event.jurisdiction),
				});
			} else if let Some(event) = event.decode_fields_as::<events::IncomeParked>() {
				let event = event?;
				receipts.push(Receipt {
					asset: event.asset,
					source: event.source.0,
					investor: event.investor,
					to: None,
					currency: event.currency.into(),
					gross: event.gross,
					tax: event.tax,
					jurisdiction: code(event.jurisdiction),
				});
			}
		}
		Ok(receipts)
	}
}

impl Client {
	/// The statements of all investors, computed from the receipts in the blocks from `first` to that
	/// of a view, and from nothing else. `progress` is told of each block.
	///
	/// # Errors
	/// If the node does not answer, has forgotten the state of old blocks, or the receipts do not
	/// add up.
	pub async fn statements_from_events(
		&self,
		first: u64,
		until: &View,
		mut progress: impl FnMut(u64),
	) -> Result<Statements> {
		use futures::{StreamExt, TryStreamExt};

		let mut blocks = futures::stream::iter(first..=until.number())
			.map(|number| async move { self.at_number(number).await?.receipts().await })
			.buffered(16);
		let mut statements = Statements::default();
		while let Some(receipts) = blocks.try_next().await? {
			for receipt in receipts {
				statements
					.apply(&receipt)
					.map_err(|contradiction| Error::Contradiction(contradiction.to_string()))?;
			}
			progress(1);
		}
		Ok(statements)
	}
}

/// What is distributed, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
	/// In which currency.
	pub currency: Currency,
	/// How much.
	pub amount: Amount,
	/// Whose holdings count.
	pub record: Record,
	/// First second at which it is paid.
	pub pays_at: Moment,
	/// First second at which it is paid no more.
	pub expires_at: Moment,
	/// Who takes part.
	pub selection: Selection,
}

/// A series of distributions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
	/// In which currency.
	pub currency: Currency,
	/// What each distribution divides.
	pub amount: Balance,
	/// The record dates: full hours to come.
	pub records: Vec<Moment>,
	/// From the record date to the payment date, in seconds.
	pub pays_after: Moment,
	/// From the payment date to the end, in seconds.
	pub claim_period: Moment,
	/// Who takes part.
	pub selection: Selection,
}

impl From<Selection> for chain::Selection {
	fn from(selection: Selection) -> Self {
		let named = |names: BTreeSet<InvestorId>| BoundedVec(names.into_iter().collect());
		match selection {
			Selection::All => Self::All,
			Selection::Except(names) => Self::Except(named(names)),
			Selection::Only(names) => Self::Only(named(names)),
		}
	}
}

/// Declares a distribution and funds it. Signed by who may declare for the asset.
pub fn declare(asset: AssetId, what: Declaration) -> impl Payload {
	let amount = match what.amount {
		Amount::PerUnit(each) => chain::Amount::PerUnit(each),
		Amount::Total(total) => chain::Amount::Total(total),
	};
	let record = match what.record {
		Record::Now => chain::RecordDate::Now,
		Record::Past(checkpoint) => chain::RecordDate::Past(checkpoint),
		Record::Future(at) => chain::RecordDate::Future(at),
	};
	api::tx().dividends().declare(
		asset,
		what.currency.into(),
		amount,
		record,
		what.pays_at,
		what.expires_at,
		what.selection.into(),
	)
}

/// Declares a series of distributions and funds all of them. Signed by who may declare for the
/// asset.
pub fn declare_series(asset: AssetId, what: Series) -> impl Payload {
	api::tx().dividends().declare_series(
		asset,
		what.currency.into(),
		what.amount,
		BoundedVec(what.records),
		what.pays_after,
		what.claim_period,
		what.selection.into(),
	)
}

/// Opens a distribution whose record date has come. Signed by anybody.
pub fn open(asset: AssetId, distribution: DistributionId) -> impl Payload {
	api::tx().dividends().open(asset, distribution)
}

/// Cancels a distribution before its record date. Signed by who may declare for the asset.
pub fn cancel(asset: AssetId, distribution: DistributionId) -> impl Payload {
	api::tx().dividends().cancel(asset, distribution)
}

/// Claims income of distributions, at most [`MAX_CLAIMS`]. Signed by a key of the investor.
pub fn claim(asset: AssetId, distributions: Vec<DistributionId>) -> impl Payload {
	api::tx().dividends().claim(asset, BoundedVec(distributions))
}

/// Has an investor paid from distributions, at most [`MAX_CLAIMS`]. Signed by anybody.
pub fn claim_for(
	asset: AssetId,
	investor: InvestorId,
	distributions: Vec<DistributionId>,
) -> impl Payload {
	api::tx().dividends().claim_for(asset, investor, BoundedVec(distributions))
}

/// Pays the next page of holders, at most [`MAX_PAGE`]. Signed by anybody.
pub fn push(asset: AssetId, distribution: DistributionId, limit: u32) -> impl Payload {
	api::tx().dividends().push(asset, distribution, limit)
}

/// Has idle blocks push a distribution. Signed by who may declare for the asset.
pub fn queue_push(asset: AssetId, distribution: DistributionId) -> impl Payload {
	api::tx().dividends().queue_push(asset, distribution)
}

/// Closes a distribution that is paid or over. Signed by anybody.
pub fn close(asset: AssetId, distribution: DistributionId) -> impl Payload {
	api::tx().dividends().close(asset, distribution)
}

/// Pays parked income to its investor. Signed by anybody.
pub fn pay_parked(asset: AssetId, currency: Currency, investor: InvestorId) -> impl Payload {
	api::tx().dividends().pay_parked(asset, currency.into(), investor)
}

/// Disposes of parked income under an order. Decided by the tax office.
pub fn surrender_parked(
	asset: AssetId,
	currency: Currency,
	investor: InvestorId,
	to: &Account,
	reference: [u8; 32],
) -> impl Payload {
	api::tx().dividends().surrender_parked(
		asset,
		currency.into(),
		investor,
		to.id(),
		H256(reference),
	)
}

/// Opens the stream of an asset in a currency. Signed by who may declare for the asset.
pub fn open_stream(asset: AssetId, currency: Currency) -> impl Payload {
	api::tx().dividends().open_stream(asset, currency.into())
}

/// Puts money into a stream. Signed by anybody.
pub fn fund_stream(asset: AssetId, currency: Currency, amount: Balance) -> impl Payload {
	api::tx().dividends().fund_stream(asset, currency.into(), amount)
}

/// Claims what was earned in the streams of an asset. Signed by a key of the investor.
pub fn claim_streams(asset: AssetId) -> impl Payload {
	api::tx().dividends().claim_streams(asset)
}

/// Has an investor paid what it earned in the streams of an asset. Signed by anybody.
pub fn claim_streams_for(asset: AssetId, investor: InvestorId) -> impl Payload {
	api::tx().dividends().claim_streams_for(asset, investor)
}

/// Closes a stream for money. Signed by who may declare for the asset.
pub fn close_stream(asset: AssetId, currency: Currency) -> impl Payload {
	api::tx().dividends().close_stream(asset, currency.into())
}

/// Removes a closed stream when it is over. Signed by anybody.
pub fn finish_stream(asset: AssetId, currency: Currency) -> impl Payload {
	api::tx().dividends().finish_stream(asset, currency.into())
}

/// Sets the rates for a class of assets, in millionths, by country in the order of their codes.
/// Decided by the tax office.
pub fn set_tax_table(
	class: AssetClass,
	base_millionths: u32,
	rates: &[(CountryCode, u32)],
) -> impl Payload {
	let rates = rates.iter().map(|(country, rate)| (*country, Permill(*rate))).collect();
	api::tx().dividends().set_tax_table(Static(class), Permill(base_millionths), BoundedVec(rates))
}

/// Files a certificate: a lower rate of an investor, in millionths. Decided by the tax office.
pub fn file_certificate(
	investor: InvestorId,
	class: AssetClass,
	rate_millionths: u32,
	valid_from: Moment,
	valid_until: Moment,
) -> impl Payload {
	api::tx().dividends().file_certificate(
		investor,
		Static(class),
		Permill(rate_millionths),
		valid_from,
		valid_until,
	)
}

/// Removes a certificate. Signed by anybody once it holds no more.
pub fn remove_certificate(investor: InvestorId, class: AssetClass) -> impl Payload {
	api::tx().dividends().remove_certificate(investor, Static(class))
}

/// Removes a table of rates that was in force, once nothing is paid by it. Signed by anybody.
pub fn prune_tax_table(table: TableId) -> impl Payload {
	api::tx().dividends().prune_tax_table(table)
}

/// Remits the tax of an asset, a currency and a country. Decided by the tax office.
pub fn remit_tax(
	asset: AssetId,
	currency: Currency,
	jurisdiction: Option<CountryCode>,
	to: &Account,
	reference: [u8; 32],
) -> impl Payload {
	api::tx().dividends().remit_tax(asset, currency.into(), jurisdiction, to.id(), H256(reference))
}

/// Closes the purse of an asset in a currency. Signed by who may declare for the asset.
pub fn close_purse(asset: AssetId, currency: Currency) -> impl Payload {
	api::tx().dividends().close_purse(asset, currency.into())
}

/// Removes the record of an investor that nothing refers to. Signed by anybody.
pub fn prune(asset: AssetId, investor: InvestorId) -> impl Payload {
	api::tx().dividends().prune(asset, investor)
}

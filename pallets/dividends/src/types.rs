// SPDX-License-Identifier: Apache-2.0

//! The records.

use crate::math::{Accumulator, Share, Totals};
use alloc::vec::Vec;
use cadastre_primitives::{
	AssetClass, AssetId, Balance, CheckpointId, Country, CountryCode, DistributionId,
	DistributionInfo, DistributionStage, InvestorId, Marks, Moment, StreamId, StreamInfo, TableId,
	WINDOW,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// The most investors that a distribution names.
pub const MAX_LISTED: u32 = 64;

/// The most distributions in one claim.
pub const MAX_CLAIMS: u32 = 16;

/// The most distributions of one series: a year of months.
pub const MAX_SERIES: u32 = 12;

/// The most streams of one asset, one a currency.
pub const MAX_STREAMS: u32 = 4;

/// The most rows of a table of rates: one a country.
pub const MAX_RATES: u32 = 249;

/// The most currencies in which an asset pays.
pub const MAX_CURRENCIES: u32 = 8;

/// The most tables of rates that are kept and no more in force, of all classes together.
pub const MAX_FORMER: u32 = 256;

/// The most distributions whose record date is the same hour.
pub const MAX_PER_HOUR: u32 = 32;

/// The investors that a distribution names, ascending.
pub type Named = BoundedVec<InvestorId, ConstU32<MAX_LISTED>>;

/// Distributions of one asset.
pub type Claimed = BoundedVec<DistributionId, ConstU32<MAX_CLAIMS>>;

/// The record dates of a series.
pub type Series = BoundedVec<Moment, ConstU32<MAX_SERIES>>;

/// Rates by country of tax residence, as an authority states them.
pub type Rates = BoundedVec<(CountryCode, Permill), ConstU32<MAX_RATES>>;

/// A table at genesis: a class of assets, the rate of tax residences that are not listed, and the rates
/// by country of tax residence, ascending by alpha-2 code.
pub type GenesisTable = (AssetClass, Permill, Vec<(CountryCode, Permill)>);

/// The distributions whose record date is one hour.
pub type Hour = BoundedVec<(AssetId, DistributionId), ConstU32<MAX_PER_HOUR>>;

/// The most distributions that wait for idle blocks.
pub const MAX_QUEUE: u32 = 64;

/// The distributions that idle blocks push, the next one first.
pub type PushQueue = BoundedVec<(AssetId, DistributionId), ConstU32<MAX_QUEUE>>;

/// The streams of an asset.
pub type StreamList<AccountId, CurrencyId, Ticket> =
	BoundedVec<Stream<AccountId, CurrencyId, Ticket>, ConstU32<MAX_STREAMS>>;

/// Whose holdings count.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum RecordDate {
	/// Those of now.
	#[codec(index = 0)]
	Now,
	/// Those of a checkpoint to which somebody refers.
	#[codec(index = 1)]
	Past(CheckpointId),
	/// Those of a moment to come: a full hour, in seconds of Unix time.
	#[codec(index = 2)]
	Future(Moment),
}

/// How much is distributed.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Amount {
	/// So much of the currency's smallest unit for each unit that takes part. Only where it is known
	/// how many take part: not for a record date to come.
	#[codec(index = 0)]
	PerUnit(Balance),
	/// So much to divide, in the currency's smallest unit; the remainder of earlier distributions
	/// joins it.
	#[codec(index = 1)]
	Total(Balance),
}

/// Who takes part.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Selection {
	/// Every holder.
	#[codec(index = 0)]
	All,
	/// Every holder but these.
	#[codec(index = 1)]
	Except(Named),
	/// These holders.
	#[codec(index = 2)]
	Only(Named),
}

impl Selection {
	/// Its kind, and the investors that it names.
	pub fn into_parts(self) -> (Selected, Named) {
		match self {
			Self::All => (Selected::All, Named::default()),
			Self::Except(named) => (Selected::Except, named),
			Self::Only(named) => (Selected::Only, named),
		}
	}

	/// How many investors it names.
	pub fn len(&self) -> u32 {
		match self {
			Self::All => 0,
			Self::Except(named) | Self::Only(named) => {
				u32::try_from(named.len()).unwrap_or(MAX_LISTED)
			},
		}
	}

	/// Whether it names nobody.
	pub fn is_empty(&self) -> bool {
		self.len() == 0
	}
}

/// Who takes part, without the names, which are in a map.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Selected {
	/// Every holder.
	#[codec(index = 0)]
	All,
	/// Every holder but those named.
	#[codec(index = 1)]
	Except,
	/// Those named.
	#[codec(index = 2)]
	Only,
}

impl Selected {
	/// Whether an investor takes part, where `named` says whether it is named.
	pub fn includes(self, named: impl FnOnce() -> bool) -> bool {
		match self {
			Self::All => true,
			Self::Except => !named(),
			Self::Only => named(),
		}
	}
}

/// How far the pages of payments have come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Cursor {
	/// Nobody has pushed a page.
	#[codec(index = 0)]
	Start,
	/// This investor was the last of a page.
	#[codec(index = 1)]
	After(InvestorId),
	/// Every holder was on a page.
	#[codec(index = 2)]
	End,
}

impl Cursor {
	/// Whether an investor was on a page, if it had a position. `comes_after` says whether the pages
	/// come to the first investor after the second.
	pub fn has_passed(
		self,
		investor: InvestorId,
		comes_after: impl FnOnce(InvestorId, InvestorId) -> bool,
	) -> bool {
		match self {
			Self::Start => false,
			Self::After(last) => !comes_after(investor, last),
			Self::End => true,
		}
	}
}

/// A distribution of an asset.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Distribution<AccountId, CurrencyId, Ticket> {
	/// Who declared it and put the money in, and gets back what nobody claims.
	pub declarer: AccountId,
	/// In which currency it pays.
	pub currency: CurrencyId,
	/// The class of the asset, which says with the tax residence what is withheld.
	pub class: AssetClass,
	/// Where it is in its life.
	pub stage: DistributionStage,
	/// The record date.
	pub record_at: Moment,
	/// First second at which it is paid.
	pub pays_at: Moment,
	/// First second at which it is paid no more.
	pub expires_at: Moment,
	/// The checkpoint of the record date; 0 before it.
	pub checkpoint: CheckpointId,
	/// Who takes part.
	pub selected: Selected,
	/// How many investors are named.
	pub named: u32,
	/// Units that take part; 0 before the record date.
	pub units: Balance,
	/// The money.
	pub totals: Totals,
	/// Holders that take part and are neither paid nor parked.
	pub open: u32,
	/// How far the pages of payments have come. Before it a mark says that a holder is served, and
	/// behind it that one is not: see [`Self::is_served`].
	pub cursor: Cursor,
	/// The table of rates: the one in force at the record date, or when it was declared if that is
	/// later.
	pub table: TableId,
	/// The declarer's deposit for the names; none without names. What the asset's ledger holds pays
	/// for the record itself.
	pub ticket: Option<Ticket>,
}

impl<AccountId, CurrencyId, Ticket> Distribution<AccountId, CurrencyId, Ticket> {
	/// Whether an investor has had its part. `comes_after` says whether the pages come to the first
	/// investor after the second.
	///
	/// Where no page has been, a mark says that the investor has claimed. Where one has been, everybody
	/// was paid or parked, and that costs no write: a mark says there that the books refused even
	/// that, so that the investor may still claim.
	pub fn is_served(
		&self,
		id: DistributionId,
		investor: InvestorId,
		marks: Marks,
		comes_after: impl FnOnce(InvestorId, InvestorId) -> bool,
	) -> bool {
		marks.has(id) != self.cursor.has_passed(investor, comes_after)
	}

	/// The distribution without what only the chain needs.
	pub fn into_info(self, id: DistributionId) -> DistributionInfo<AccountId, CurrencyId> {
		DistributionInfo {
			id,
			stage: self.stage,
			record_at: self.record_at,
			pays_at: self.pays_at,
			expires_at: self.expires_at,
			checkpoint: (self.checkpoint > 0).then_some(self.checkpoint),
			units: self.units,
			deposited: self.totals.deposited,
			paid: self.totals.paid,
			withheld: self.totals.withheld,
			parked: self.totals.parked,
			claimable: self.totals.claimable().unwrap_or_default(),
			open: self.open,
			declarer: self.declarer,
			currency: self.currency,
		}
	}
}

/// A stream of income of an asset in one currency.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Stream<AccountId, CurrencyId, Ticket> {
	/// Its id.
	pub id: StreamId,
	/// Who opened it, and gets back what nobody claims.
	pub opener: AccountId,
	/// In which currency it pays.
	pub currency: CurrencyId,
	/// The class of the asset, which says with the tax residence what is withheld.
	pub class: AssetClass,
	/// What a unit has earned.
	pub earned: Accumulator,
	/// The money.
	pub totals: Totals,
	/// First second at which it can be finished; none while it is not closed.
	pub expires_at: Option<Moment>,
	/// The opener's deposit for this record.
	pub ticket: Ticket,
}

impl<AccountId, CurrencyId, Ticket> Stream<AccountId, CurrencyId, Ticket> {
	/// The stream without what only the chain needs.
	pub fn into_info(self, asset: AssetId) -> StreamInfo<AccountId, CurrencyId> {
		StreamInfo {
			id: self.id,
			asset,
			expires_at: self.expires_at,
			deposited: self.totals.deposited,
			paid: self.totals.paid,
			withheld: self.totals.withheld,
			claimable: self.totals.claimable().unwrap_or_default(),
			opener: self.opener,
			currency: self.currency,
		}
	}
}

/// The part of one investor in one stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct StreamShare {
	/// The stream.
	pub stream: StreamId,
	/// What the investor has earned in it.
	pub share: Share,
}

/// What is known of one investor's income from the streams of one asset.
#[derive(Clone, PartialEq, Eq, Debug, Default, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Account {
	/// What the investor owns, in units, as long as one of its parts is in a stream that there is:
	/// the register tells of every movement since that part was written.
	pub owned: Balance,
	/// Its parts in streams. A stream that is not here is one that was opened with the shares held
	/// as they are held now: nothing is settled, all counts from the index 0.
	pub shares: BoundedVec<StreamShare, ConstU32<MAX_STREAMS>>,
}

impl Account {
	/// Whether nothing is in it: such an account is not stored.
	pub fn is_empty(&self) -> bool {
		self.shares.is_empty()
	}
}

/// The money of one asset in one currency, as far as it is in no live distribution or stream.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Purse<AccountId> {
	/// Who put in what keeps the pot alive, and gets it back.
	pub endower: AccountId,
	/// What keeps the pot alive: the least balance of the currency.
	pub endowment: Balance,
	/// Live distributions and streams in this currency.
	pub uses: u32,
	/// All that was ever put in.
	pub ever: Balance,
	/// The distributions and streams that are closed. What is claimable of them is the remainder,
	/// which the next distribution takes over.
	pub closed: Totals,
	/// What was parked once and is no more.
	pub unparked: Balance,
	/// What was withheld once and is remitted.
	pub remitted: Balance,
}

/// All that an asset's distributions and streams have in common, in one value.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Ledger<AccountId, CurrencyId, Ticket> {
	/// The numbers of its distributions.
	pub numbers: Numbers,
	/// The money in each currency, no two the same. Whoever first declares in a currency pays with
	/// the endowment; removed by `close_purse`.
	pub purses: BoundedVec<(CurrencyId, Purse<AccountId>), ConstU32<MAX_CURRENCIES>>,
	/// Who paid the deposit for this value and as many distributions as can be live, and the
	/// deposit; there as long as there is a purse.
	pub cover: Option<(AccountId, Ticket)>,
}

impl<AccountId, CurrencyId, Ticket> Default for Ledger<AccountId, CurrencyId, Ticket> {
	fn default() -> Self {
		Self { numbers: Numbers::default(), purses: BoundedVec::new(), cover: None }
	}
}

impl<AccountId, CurrencyId: PartialEq, Ticket> Ledger<AccountId, CurrencyId, Ticket> {
	/// The money in a currency.
	pub fn purse(&self, currency: &CurrencyId) -> Option<&Purse<AccountId>> {
		self.purses.iter().find(|(one, _)| one == currency).map(|(_, purse)| purse)
	}

	/// The money in a currency, to be changed.
	pub fn purse_mut(&mut self, currency: &CurrencyId) -> Option<&mut Purse<AccountId>> {
		self.purses.iter_mut().find(|(one, _)| one == currency).map(|(_, purse)| purse)
	}
}

/// Which numbers the distributions of an asset have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Numbers {
	/// The next number.
	pub next: DistributionId,
	/// The live ones. The first bit is set, unless there are none.
	pub live: Marks,
}

impl Numbers {
	/// Gives out the next number. None if the oldest live one is too far behind, or no number is
	/// left.
	pub fn take(&mut self) -> Option<DistributionId> {
		let number = self.next;
		self.next = number.checked_add(1)?;
		if self.live.bits == 0 {
			self.live.first = number;
		}
		let offset = number.checked_sub(self.live.first).filter(|offset| *offset < WINDOW)?;
		self.live.bits |= 1_u64.checked_shl(offset)?;
		Some(number)
	}

	/// Whether a number is that of a live distribution.
	pub fn is_live(&self, number: DistributionId) -> bool {
		number >= self.live.first && self.live.has(number)
	}

	/// Ends the life of a number, and moves the window up to the oldest live one.
	pub fn end(&mut self, number: DistributionId) {
		if let Some(offset) = number.checked_sub(self.live.first) {
			self.live.bits &= !1_u64.checked_shl(offset).unwrap_or(0);
		}
		let gap = self.live.bits.trailing_zeros();
		// No live number: the next one begins a window.
		self.live.bits = self.live.bits.checked_shr(gap).unwrap_or(0);
		self.live.first =
			if self.live.bits == 0 { self.next } else { self.live.first.saturating_add(gap) };
	}
}

/// When distributions open by themselves.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Agenda {
	/// The first hour that is not done, counted from the Unix epoch.
	pub from: u64,
	/// How many distributions wait.
	pub waiting: u32,
}

/// A version of a table of withholding rates.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct TaxTable {
	/// Its id.
	pub id: TableId,
	/// The class of assets that it is for.
	pub class: AssetClass,
	/// The rate for a tax residence that is not in the list, or that nobody knows.
	pub base: Permill,
	/// The rate by tax residence, ascending.
	pub rates: BoundedVec<(Country, Permill), ConstU32<MAX_RATES>>,
}

impl TaxTable {
	/// The rate for a tax residence.
	pub fn rate(&self, residence: Country) -> Permill {
		let found = self.rates.binary_search_by_key(&residence, |(country, _)| *country).ok();
		found.and_then(|at| self.rates.get(at)).map_or(self.base, |(_, rate)| *rate)
	}
}

/// A table that was in force.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct FormerTable {
	/// The table.
	pub table: TaxTable,
	/// First second at which no distribution that follows it pays any more, however long it can be
	/// claimed.
	pub needed_until: Moment,
}

/// What an authority has certified of an investor: another rate than that of the table.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Certificate<AccountId, Ticket> {
	/// The rate.
	pub rate: Permill,
	/// First second at which it holds.
	pub valid_from: Moment,
	/// First second at which it holds no more.
	pub valid_until: Moment,
	/// Who filed it and pays for it.
	pub filer: AccountId,
	/// The filer's deposit for this record.
	pub ticket: Ticket,
}

/// What an investor gets of a distribution or a stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entitlement {
	/// Before tax.
	pub gross: Balance,
	/// What is withheld.
	pub tax: Balance,
	/// What the holder gets.
	pub net: Balance,
	/// The rate of the tax.
	pub rate: Permill,
	/// The country for which the tax is withheld.
	pub jurisdiction: Country,
}

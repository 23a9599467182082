// SPDX-License-Identifier: Apache-2.0

//! Income from assets, as the chain answers it.

use crate::{AssetId, Balance, CheckpointId, Country, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// Identifies a distribution of one asset: they are numbered from 0 in the order of declaration.
/// Never reused.
pub type DistributionId = u32;

/// Identifies a stream of income. Never reused, by no asset.
pub type StreamId = u32;

/// Identifies a version of a table of withholding rates. Never reused.
pub type TableId = u32;

/// How many distributions of one asset can be live at a time: the width of [`Marks`].
pub const WINDOW: u32 = 64;

/// A mark for each of some distributions of an asset, in the position of one investor, in a window of
/// [`WINDOW`] numbers.
///
/// All live distributions of an asset lie in one such window, so that the window may move up
/// whenever a later number is marked: what it loses is closed.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Marks {
	/// The first number of the window.
	pub first: u32,
	/// Bit n says that number `first + n` is marked.
	pub bits: u64,
}

impl Marks {
	/// Whether a number is marked. What lies before the window counts as marked: it is closed.
	pub fn has(&self, number: u32) -> bool {
		match number.checked_sub(self.first) {
			None => true,
			Some(offset) if offset < WINDOW => self.bits.checked_shr(offset).unwrap_or(0) & 1 == 1,
			Some(_) => false,
		}
	}

	/// Marks a number, and moves the window up if the number lies behind it.
	#[must_use]
	pub fn with(mut self, number: u32) -> Self {
		let first = number.saturating_sub(WINDOW.saturating_sub(1)).max(self.first);
		let shift = first.saturating_sub(self.first);
		self.bits = self.bits.checked_shr(shift).unwrap_or(0);
		self.first = first;
		if let Some(offset) = number.checked_sub(first) {
			self.bits |= 1_u64.checked_shl(offset).unwrap_or(0);
		}
		self
	}

	/// Takes the mark of a number away. What lies before the window stays marked.
	#[must_use]
	pub fn without(mut self, number: u32) -> Self {
		if let Some(offset) = number.checked_sub(self.first) {
			self.bits &= !1_u64.checked_shl(offset).unwrap_or(0);
		}
		self
	}

	/// Whether a marked number is also in another window.
	pub fn meets(&self, other: &Self) -> bool {
		let (low, high) = if self.first <= other.first { (self, other) } else { (other, self) };
		let shift = high.first.saturating_sub(low.first);
		low.bits.checked_shr(shift).unwrap_or(0) & high.bits != 0
	}
}

/// Where income comes from.
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
pub enum IncomeSource {
	/// A distribution of the asset.
	#[codec(index = 0)]
	Distribution(DistributionId),
	/// A stream of the asset.
	#[codec(index = 1)]
	Stream(StreamId),
	/// What was kept for a holder that could not be paid. Its tax was withheld when it was parked.
	#[codec(index = 2)]
	Parked,
}

/// Where a distribution is in its life.
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
pub enum DistributionStage {
	/// Declared and funded; its record date has not come.
	#[codec(index = 0)]
	Scheduled,
	/// Its record date has come, and there was nobody to pay or no checkpoint to be had: anybody
	/// may try again, and the declarer may cancel.
	#[codec(index = 1)]
	Overdue,
	/// Who gets how much is fixed. Paid from the payment date until it expires.
	#[codec(index = 2)]
	Open,
}

/// Income that is due to an investor.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct IncomeDue<CurrencyId> {
	/// Where it comes from.
	pub source: IncomeSource,
	/// In which currency.
	pub currency: CurrencyId,
	/// Before tax, in the smallest unit of the currency, rounded down.
	pub gross: Balance,
	/// What is withheld of it, rounded down.
	pub tax: Balance,
	/// What the holder gets.
	pub net: Balance,
	/// The rate of the tax.
	pub rate: Permill,
	/// The country for which the tax is withheld.
	pub jurisdiction: Country,
	/// First second at which it is paid.
	pub pays_at: Moment,
	/// First second at which it is paid no more; none if it waits for ever.
	pub expires_at: Option<Moment>,
}

/// A distribution, without what only the chain needs.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct DistributionInfo<AccountId, CurrencyId> {
	/// Its number.
	pub id: DistributionId,
	/// Who declared it, and gets back what nobody claims.
	pub declarer: AccountId,
	/// In which currency it pays.
	pub currency: CurrencyId,
	/// Where it is in its life.
	pub stage: DistributionStage,
	/// The record date: whoever holds shares then is paid. Movements are settled at once, so that
	/// it is the ex-date too: shares bought from this second on come without this income.
	pub record_at: Moment,
	/// First second at which it is paid.
	pub pays_at: Moment,
	/// First second at which it is paid no more.
	pub expires_at: Moment,
	/// The checkpoint of the record date; none before it.
	pub checkpoint: Option<CheckpointId>,
	/// Units that take part; 0 before the record date.
	pub units: Balance,
	/// All that was put in.
	pub deposited: Balance,
	/// Paid to holders, net of tax.
	pub paid: Balance,
	/// Withheld as tax, remitted or not.
	pub withheld: Balance,
	/// Kept for holders that could not be paid, net of tax.
	pub parked: Balance,
	/// What is neither paid nor withheld nor parked, the remainder of rounding included.
	pub claimable: Balance,
	/// Holders that are neither paid nor parked.
	pub open: u32,
}

/// A stream of income, without what only the chain needs.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct StreamInfo<AccountId, CurrencyId> {
	/// Its id.
	pub id: StreamId,
	/// The asset whose holders it pays.
	pub asset: AssetId,
	/// Who opened it, and gets back what nobody claims.
	pub opener: AccountId,
	/// In which currency it pays.
	pub currency: CurrencyId,
	/// First second at which it can be finished; none while it is not closed.
	pub expires_at: Option<Moment>,
	/// All that was put in.
	pub deposited: Balance,
	/// Paid to holders, net of tax.
	pub paid: Balance,
	/// Withheld as tax, remitted or not.
	pub withheld: Balance,
	/// What is neither paid nor withheld.
	pub claimable: Balance,
}

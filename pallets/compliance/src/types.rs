// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores. No type here knows of the pallet's configuration.

use alloc::vec::Vec;
use cadastre_primitives::{
	Balance, Claims, Country, CountrySet, Eligibility, Flags, InvestorId, Moment, ProviderId,
	Rights, MAX_PROVIDERS,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	traits::{ConstU32, Get},
	BoundedVec,
};
use scale_info::TypeInfo;
use sp_core::H256;

use crate::rules::RuleSet;

/// The standing of all providers, in the one value that every movement of shares reads.
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
pub struct Standing {
	/// Bit `n`: slot `n` has a provider, and the provider is listed.
	pub listed: u32,
	/// Bit `n`: slot `n` has a provider, listed or not.
	pub appointed: u32,
	/// How often each slot was given to a provider. A word of an earlier epoch is void.
	pub epochs: [u8; 32],
	/// Bit `n`: some of what slot `n` has stated is void, and a [`Suspension`] says what. Only then
	/// is that read.
	pub suspended: u32,
}

impl Standing {
	/// Whether what a provider stated in an epoch of its slot still counts.
	pub fn is_listed(&self, provider: ProviderId, epoch: u8) -> bool {
		self.listed & Self::bit(provider) != 0 && self.epoch(provider) == Some(epoch)
	}

	/// Whether the slot has a provider, listed or not.
	pub fn is_appointed(&self, provider: ProviderId) -> bool {
		self.appointed & Self::bit(provider) != 0
	}

	/// Whether a [`Suspension`] of the slot is to be read.
	pub fn is_suspended(&self, provider: ProviderId) -> bool {
		self.suspended & Self::bit(provider) != 0
	}

	/// Says whether a [`Suspension`] of the slot is to be read.
	pub fn set_suspended(&mut self, provider: ProviderId, suspended: bool) {
		if suspended {
			self.suspended |= Self::bit(provider) & self.appointed;
		} else {
			self.suspended &= !Self::bit(provider);
		}
	}

	/// The epoch of a slot, or nothing if there is no such slot.
	pub fn epoch(&self, provider: ProviderId) -> Option<u8> {
		self.epochs.get(usize::from(provider)).copied()
	}

	/// Takes the lowest free slot, lists it and opens its next epoch. A slot whose epochs are
	/// used up is never given again: its next epoch would be one that words already carry.
	pub fn appoint(&mut self) -> Option<(ProviderId, u8)> {
		let (provider, epoch) =
			(0..MAX_PROVIDERS).filter(|slot| !self.is_appointed(*slot)).find_map(|slot| {
				self.epoch(slot).and_then(|epoch| epoch.checked_add(1)).map(|epoch| (slot, epoch))
			})?;
		*self.epochs.get_mut(usize::from(provider))? = epoch;
		self.appointed |= Self::bit(provider);
		self.listed |= Self::bit(provider);
		Some((provider, epoch))
	}

	/// Lists or de-lists the provider of a slot. Answers whether that changed anything.
	pub fn set_listed(&mut self, provider: ProviderId, listed: bool) -> bool {
		let old = self.listed;
		if listed {
			self.listed |= Self::bit(provider) & self.appointed;
		} else {
			self.listed &= !Self::bit(provider);
		}
		self.listed != old
	}

	/// Frees a slot. Its epoch stays, so that the next provider gets another.
	pub fn dismiss(&mut self, provider: ProviderId) {
		self.listed &= !Self::bit(provider);
		self.appointed &= !Self::bit(provider);
		self.suspended &= !Self::bit(provider);
	}

	// No bit for a number that is no slot, so that nothing is listed there.
	fn bit(provider: ProviderId) -> u32 {
		1_u32.checked_shl(provider.into()).unwrap_or(0)
	}
}

/// A KYC provider.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Provider<AccountId> {
	/// Who makes its calls.
	pub account: AccountId,
	/// When it was appointed, in seconds of Unix time.
	pub appointed_at: Moment,
	/// Whose signature makes a statement off chain; none if it makes none. Best no account that
	/// holds anything.
	pub signer: Option<AccountId>,
	/// The account that is to take the place of `account` once it accepts.
	pub successor: Option<AccountId>,
}

/// What a provider may state, and how often.
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
pub struct Terms {
	/// Of residents of which countries. A tax residence may be any.
	pub countries: CountrySet,
	/// Which flags.
	pub flags: Flags,
	/// The most admissions and renewals in a day of Unix time, inclusive.
	pub daily: u32,
}

impl Terms {
	/// Everything, of everybody, as often as a counter can hold.
	pub const WIDEST: Self =
		Self { countries: CountrySet::ALL, flags: Flags(u32::MAX), daily: u32::MAX };

	/// Whether the statement that an investor resides in a country and has these flags is one that
	/// the provider may make.
	pub fn cover(&self, residence: Country, flags: Flags) -> bool {
		self.countries.contains(residence) && flags.without(self.flags).is_empty()
	}
}

/// What a provider's account is entitled to: the one value of it that a statement writes.
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
pub struct Mandate {
	/// The slot.
	pub provider: ProviderId,
	/// What it may state.
	pub terms: Terms,
	/// The day of its last statement, in days of Unix time.
	pub day: u64,
	/// How many statements it made on that day.
	pub stated: u32,
}

/// Seconds in a day.
const DAY: Moment = 86_400;

impl Mandate {
	/// The mandate of a provider that has stated nothing yet.
	pub const fn new(provider: ProviderId, terms: Terms) -> Self {
		Self { provider, terms, day: 0, stated: 0 }
	}

	/// Counts a statement. Answers whether the day had room for it.
	pub fn count(&mut self, now: Moment) -> bool {
		let today = now.checked_div(DAY).unwrap_or(0);
		let stated = if self.day == today { self.stated } else { 0 };
		if stated >= self.terms.daily {
			return false;
		}
		self.day = today;
		self.stated = stated.saturating_add(1);
		true
	}
}

/// Which statements of a provider are void: those made from a cut-off on, up to its reinstatement.
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
pub struct Suspension {
	/// The cut-off: first second whose statements are void.
	pub from: Moment,
	/// First second whose statements count again: the one after the reinstatement. None while the
	/// provider is suspended.
	pub until: Option<Moment>,
}

impl Suspension {
	/// Whether a statement of this moment is void.
	pub fn voids(&self, stated_at: Moment) -> bool {
		stated_at >= self.from && self.until.is_none_or(|until| stated_at < until)
	}
}

/// What a provider signs off chain, for the investor to submit.
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
pub struct Statement {
	/// What is stated of the investor.
	pub claims: Claims,
	/// When it was signed, in seconds of Unix time. It is the nonce, too: a statement counts only
	/// if it is later than the last one about the same subject, and than its revocation.
	pub issued_at: Moment,
	/// First second at which it cannot be submitted any more.
	pub expires_at: Moment,
}

/// Of whom a signed statement speaks. The index is the kind of statement in the signed bytes.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum Subject<AccountId> {
	/// An admission: of the account that becomes the first key.
	#[codec(index = 0)]
	Account(AccountId),
	/// A renewal: of the investor.
	#[codec(index = 1)]
	Investor(InvestorId),
}

/// Why nobody may act as an investor through an account.
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
pub struct Denial {
	/// BLAKE2b-256 of the decision.
	pub reason: H256,
	/// When it was entered, in seconds of Unix time.
	pub since: Moment,
}

/// The limits of a sandbox cohort.
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
pub struct CohortLimits {
	/// The most investors, inclusive.
	pub investors: u32,
	/// The most assets, inclusive.
	pub assets: u32,
	/// The most shares that move by issues and transfers, over all assets and the whole time,
	/// inclusive.
	pub volume: Balance,
	/// The most that all assets together are worth as the supervisor states it, in a unit that the
	/// supervisor chooses, inclusive.
	pub value: Balance,
	/// First second at which it is open.
	pub from: Moment,
	/// First second at which it is open no more.
	pub until: Moment,
}

/// A sandbox cohort: a supervisor lets some investors and assets do what it watches.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Cohort<AccountId> {
	/// Who adds investors and assets, suspends and ends it, and pays for its entries.
	pub supervisor: AccountId,
	/// Its limits.
	pub limits: CohortLimits,
	/// Whether nothing moves until the supervisor resumes it.
	pub suspended: bool,
	/// When it was ended, if it was.
	pub ended_at: Option<Moment>,
	/// Its counters.
	pub counts: CohortCounts,
}

/// The counters of a sandbox cohort: what its exit report says.
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
pub struct CohortCounts {
	/// Investors in it.
	pub investors: u32,
	/// Assets in it.
	pub assets: u32,
	/// Assets that have left it for rules without a cohort.
	pub graduated: u32,
	/// Issues and transfers.
	pub movements: u64,
	/// Shares that they moved.
	pub volume: Balance,
	/// What its assets are worth, as stated.
	pub value: Balance,
}

/// An asset in a cohort.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct CohortAsset<Ticket> {
	/// What it is worth, as the supervisor states.
	pub value: Balance,
	/// The supervisor's deposit.
	pub ticket: Ticket,
}

/// One key of an investor, as the investor's record lists it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct KeyEntry<AccountId, Ticket> {
	/// The key.
	pub account: AccountId,
	/// As in the record of the key: whoever looks for one that lasts reads no other.
	pub expires_at: Option<Moment>,
	/// The deposit that the key paid. None for the key with which the investor was admitted: the
	/// provider's deposit covers it.
	pub ticket: Option<Ticket>,
}

/// An investor: whoever owns positions, through one or more keys.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo)]
#[scale_info(skip_type_params(MaxKeys))]
pub struct Investor<AccountId, Ticket, KeyTicket, MaxKeys: Get<u32>> {
	/// The slot of the provider that states the investor's claims.
	pub provider: ProviderId,
	/// Who paid the deposit: the provider's account of the last admission or take-over, or the
	/// first key of an investor that paid itself.
	pub depositor: AccountId,
	/// The deposit for this record and its first key.
	pub ticket: Ticket,
	/// The keys. Each has the same eligibility word.
	pub keys: BoundedVec<KeyEntry<AccountId, KeyTicket>, MaxKeys>,
	/// The account to which a key is offered, if there is an open offer.
	pub offer: Option<AccountId>,
	/// Whether the investor paid the deposit itself, with the statement that admitted it. No
	/// provider then takes it over.
	pub self_paid: bool,
}

/// The most former tax residences that are kept of an investor.
pub const MAX_RESIDENCES: u32 = 8;

/// Where an investor was resident for tax, as its provider stated, before that was changed.
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
pub struct FormerResidence {
	/// The country.
	pub country: Country,
	/// First second at which another one was stated.
	pub until: Moment,
}

/// The former tax residences of an investor.
#[derive(
	Clone,
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
pub struct FormerResidences {
	/// First second of which anything is known, if older ones had to make room.
	pub dropped_until: Option<Moment>,
	/// The kept ones, ascending. Each begins where the one before it ends.
	pub kept: BoundedVec<FormerResidence, ConstU32<MAX_RESIDENCES>>,
}

impl FormerResidences {
	/// Keeps a residence that was stated until now, for which the oldest makes room. One that lasted
	/// for no second is not kept. Answers whether it was.
	pub fn push(&mut self, country: Country, now: Moment) -> bool {
		if self.kept.last().is_some_and(|last| now <= last.until) {
			return false;
		}
		if self.kept.is_full() {
			self.dropped_until = Some(self.kept.remove(0).until);
		}
		self.kept.try_push(FormerResidence { country, until: now }).is_ok()
	}

	/// The residence of a moment; none if it was the one that is stated now.
	pub fn at(&self, moment: Moment) -> Option<Country> {
		if self.dropped_until.is_some_and(|until| moment < until) {
			return Some(Country::NONE);
		}
		self.kept.iter().find(|former| moment < former.until).map(|former| former.country)
	}
}

/// A key that an investor offers to an account, until the account accepts.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct KeyOffer<AccountId, Ticket> {
	/// The investor whose key it would be.
	pub investor: InvestorId,
	/// What it could do.
	pub rights: Rights,
	/// First second at which the key could do nothing more; none if it does not expire.
	pub expires_at: Option<Moment>,
	/// First second at which the offer cannot be accepted any more.
	pub valid_until: Moment,
	/// The key that made the offer and paid the deposit.
	pub by: AccountId,
	/// The deposit.
	pub ticket: Ticket,
}

/// A version of a rule pack.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Pack {
	/// The version, from 1.
	pub version: u32,
	/// First second at which this version is in force.
	pub effective_at: Moment,
	/// First second at which the next version is in force, if one is announced. It stands here so
	/// that a pack without one costs a movement of shares one read.
	pub upcoming_at: Option<Moment>,
	/// How many exemptions are stored under this version, whether they hold or not. It stands here
	/// so that a movement under a pack without any is refused without looking for one.
	pub exempted: u32,
	/// The rules.
	pub rules: RuleSet,
}

/// What a movement of shares need not know of a pack.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct PackRecord<AccountId, Ticket> {
	/// Who published the pack, may amend it and paid the deposit.
	pub author: AccountId,
	/// BLAKE2b-256 of the encoded rules of the enacted version.
	pub digest: H256,
	/// How many assets follow the pack.
	pub followers: u32,
	/// The deposit, for this record and two versions.
	pub ticket: Ticket,
}

/// What an author has exempted an investor from, under one version of a pack.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Exemption<AccountId, Ticket> {
	/// The rules from which the investor is exempt: bit `n` for rule `n`. Never 0.
	pub rules: u32,
	/// First second at which it lifts nothing more.
	pub expires_at: Moment,
	/// BLAKE2b-256 of the encoded rules for which it was granted. It lifts nothing under others,
	/// such as those of an announcement that was replaced.
	pub digest: H256,
	/// Who paid the deposit: the author of the pack.
	pub depositor: AccountId,
	/// The deposit.
	pub ticket: Ticket,
}

/// An investor, as a view function answers: without what concerns deposits only.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct InvestorInfo<AccountId> {
	/// The slot of the provider that states the investor's claims.
	pub provider: ProviderId,
	/// The keys.
	pub keys: Vec<AccountId>,
	/// The account to which a key is offered, if there is an open offer.
	pub offer: Option<AccountId>,
	/// The eligibility word of all of its keys.
	pub eligibility: Eligibility,
}

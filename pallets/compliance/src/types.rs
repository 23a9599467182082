// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores. No type here knows of the pallet's configuration.

use alloc::vec::Vec;
use cadastre_primitives::{Eligibility, InvestorId, Moment, ProviderId, Rights, MAX_PROVIDERS};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::Get, BoundedVec};
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
	/// Who signs its statements.
	pub account: AccountId,
	/// When it was appointed, in seconds of Unix time.
	pub appointed_at: Moment,
}

/// One key of an investor, as the investor's record lists it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct KeyEntry<AccountId, Ticket> {
	/// The key.
	pub account: AccountId,
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
	/// Who paid the deposit: the provider's account of the last admission or take-over.
	pub depositor: AccountId,
	/// The deposit for this record and its first key.
	pub ticket: Ticket,
	/// The keys. Each has the same eligibility word.
	pub keys: BoundedVec<KeyEntry<AccountId, KeyTicket>, MaxKeys>,
	/// The account to which a key is offered, if there is an open offer.
	pub offer: Option<AccountId>,
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

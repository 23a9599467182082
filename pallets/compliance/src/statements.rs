// SPDX-License-Identifier: Apache-2.0

//! Statements that a provider signs off chain and the investor submits.
//!
//! No statement is remembered, so there is nothing to prune, and none is known by its signature,
//! which has more than one form. What has been used falls by its date:
//!
//! - A renewal must have been signed after the chain took the investor's last statement down.
//! - An admission must be of an account that is no key. An account that ceases to be one raises
//!   the bar of its bucket, and an admission signed by then is void.
//!
//! A bar is kept for one of 65,536 buckets of accounts, so that a revocation leaves no byte of
//! whom it concerned. An admission that was signed before somebody else of the same bucket left
//! is void, too; the provider signs another.

use crate::{functions::is_over, *};
use alloc::vec::Vec;
use cadastre_primitives::{InvestorId, Moment, ProviderId};
use codec::Encode;
use frame_support::{pallet_prelude::*, traits::Consideration};
use sp_runtime::traits::{Verify, Zero};

/// What every signed statement begins with, so that no other signed message is one.
pub const DOMAIN: [u8; 20] = *b"cadastre/statement/1";

/// The bytes that a provider signs: domain, chain, slot, epoch, subject with its kind, statement.
pub fn payload<Hash: Encode, AccountId: Encode>(
	genesis: &Hash,
	provider: ProviderId,
	epoch: u8,
	subject: &Subject<AccountId>,
	statement: &Statement,
) -> Vec<u8> {
	(DOMAIN, genesis, provider, epoch, subject, statement).encode()
}

/// Statements.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_admit_by_statement(
		who: T::AccountId,
		provider: ProviderId,
		statement: Statement,
		signature: &T::Signature,
	) -> Result<InvestorId, DispatchError> {
		let bar = Bars::<T>::get(Self::bucket(&who));
		let subject = Subject::Account(who.clone());
		let (account, epoch) = Self::verify(provider, &subject, &statement, signature, bar)?;
		let eligibility = Self::state(&account, statement.claims, epoch)?;
		Self::enter(who.clone(), who, true, eligibility)
	}

	pub(crate) fn do_renew_by_statement(
		who: T::AccountId,
		provider: ProviderId,
		statement: Statement,
		signature: &T::Signature,
	) -> Result<u32, DispatchError> {
		let key = Keys::<T>::get(&who).ok_or(Error::<T>::UnknownKey)?;
		ensure!(!is_over(key.expires_at, Self::now()), Error::<T>::KeyExpired);
		let (investor, old) = (key.investor, key.eligibility);
		let mut record = Investors::<T>::get(investor).ok_or(Error::<T>::UnknownInvestor)?;
		let subject = Subject::Investor(investor);
		// At 0 the chain had no time yet.
		let bar = Some(old.stated_at).filter(|stated_at| *stated_at > 0);
		let (account, epoch) = Self::verify(provider, &subject, &statement, signature, bar)?;
		let new = Self::state(&account, statement.claims, epoch)?;
		if (old.provider, old.epoch) != (provider, epoch) {
			// The provider that paid has left the slot, or the investor has left it.
			if !record.self_paid {
				record.ticket.drop(&record.depositor)?;
				record.ticket = T::InvestorDeposit::new(&who, Self::investor_footprint())?;
				record.depositor = who;
				record.self_paid = true;
			}
			record.provider = provider;
			Investors::<T>::insert(investor, &record);
		}
		Ok(Self::restate(investor, &record, old, new))
	}

	/// The provider's account and epoch, if this is its statement about the subject and counts.
	fn verify(
		provider: ProviderId,
		subject: &Subject<T::AccountId>,
		statement: &Statement,
		signature: &T::Signature,
		bar: Option<Moment>,
	) -> Result<(T::AccountId, u8), DispatchError> {
		let record = Providers::<T>::get(provider).ok_or(Error::<T>::UnknownProvider)?;
		let epoch = Self::ensure_active(provider)?;
		let Statement { issued_at, expires_at, .. } = *statement;
		let now = Self::now();
		ensure!(issued_at <= now, Error::<T>::StatementNotYetValid);
		ensure!(now < expires_at, Error::<T>::StatementExpired);
		let period = expires_at.saturating_sub(issued_at);
		ensure!(period <= T::StatementPeriod::get(), Error::<T>::StatementTooLong);
		ensure!(bar.is_none_or(|bar| issued_at > bar), Error::<T>::StatementVoid);
		let signer = record.signer.ok_or(Error::<T>::NoSigner)?;
		let message = Self::payload(provider, epoch, subject, statement);
		ensure!(signature.verify(message.as_slice(), &signer), Error::<T>::BadSignature);
		Ok((record.account, epoch))
	}

	/// The bytes to be signed on this chain.
	pub(crate) fn payload(
		provider: ProviderId,
		epoch: u8,
		subject: &Subject<T::AccountId>,
		statement: &Statement,
	) -> Vec<u8> {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumber::<T>::zero());
		payload(&genesis, provider, epoch, subject, statement)
	}

	/// The bucket of an account, of 65,536.
	pub(crate) fn bucket(account: &T::AccountId) -> u16 {
		let [first, second, ..] = sp_io::hashing::blake2_256(&account.encode());
		u16::from_le_bytes([first, second])
	}

	/// Removes a key, and voids the admissions that were signed for its account.
	pub(crate) fn forget_key(account: &T::AccountId) {
		Keys::<T>::remove(account);
		Bars::<T>::insert(Self::bucket(account), Self::now());
	}

	pub(crate) fn do_lower_bar(bucket: u16) -> DispatchResult {
		let bar = Bars::<T>::get(bucket).ok_or(Error::<T>::NoBar)?;
		// What was signed by then could be submitted for so long, at most.
		let end = bar.saturating_add(T::StatementPeriod::get());
		ensure!(Self::now() >= end, Error::<T>::BarNeeded);
		Bars::<T>::remove(bucket);
		Self::deposit_event(Event::BarLowered { bucket, bar });
		Ok(())
	}
}

type BlockNumber<T> = frame_system::pallet_prelude::BlockNumberFor<T>;

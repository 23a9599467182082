// SPDX-License-Identifier: Apache-2.0

//! Votes, commitments and delegations.

use crate::{
	math::{self, Fault},
	Config, Counted, Delegation, DelegationOf, Delegations, Delegators, Error, Event, Pallet,
	ResolutionOf, Resolutions, VoteRecord, VoteRecords,
};
use cadastre_primitives::{
	traits::{Checkpoints, Electorate},
	AssetId, Balance, Ballot, InvestorId, Moment, Phase, ResolutionId, Rights,
};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{Consideration, Footprint, UnixTime},
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{
	traits::{EnsureAdd, EnsureSub},
	ArithmeticError,
};

/// What a commitment begins with, so that it is nothing else.
const COMMITMENT: [u8; 19] = *b"cadastre/dao/ballot";

impl<T: Config> From<Fault> for Error<T> {
	fn from(fault: Fault) -> Self {
		match fault {
			Fault::NoVotes => Self::NoVotes,
			Fault::UnknownOption => Self::UnknownOption,
			Fault::SplitTwice => Self::SplitTwice,
			Fault::TooManyVotes => Self::TooManyVotes,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What who delegates pays for.
	pub fn delegation_footprint() -> Footprint {
		Footprint::from_mel::<DelegationOf<T>>()
	}

	pub(crate) fn now() -> Moment {
		T::Time::now().as_secs()
	}

	/// The investor behind a key that may vote, if its shares vote at all.
	pub(crate) fn voting_investor(who: &T::AccountId) -> Result<InvestorId, Error<T>> {
		let key = T::Electorate::key(who).ok_or(Error::<T>::UnknownKey)?;
		ensure!(key.rights.includes(Rights::VOTE), Error::<T>::MissingRight);
		ensure!(key.expires_at.is_none_or(|end| Self::now() < end), Error::<T>::KeyExpired);
		ensure!(!key.eligibility.blocked, Error::<T>::NotVoter);
		Ok(key.investor)
	}

	/// A resolution in a phase.
	pub(crate) fn resolution_in(
		asset: AssetId,
		resolution: ResolutionId,
		phase: Phase,
	) -> Result<ResolutionOf<T>, Error<T>> {
		let record =
			Resolutions::<T>::get(asset, resolution).ok_or(Error::<T>::UnknownResolution)?;
		ensure!(Self::phase_of(&record) == phase, Error::<T>::WrongPhase);
		Ok(record)
	}

	pub(crate) fn phase_of(record: &ResolutionOf<T>) -> Phase {
		math::phase(record.stage, &record.times, record.is_pending(), Self::now())
	}

	/// The votes of an investor; none if its shares do not vote on this resolution. Only while the
	/// resolution is open.
	pub(crate) fn power(
		record: &ResolutionOf<T>,
		asset: AssetId,
		investor: InvestorId,
	) -> Option<Balance> {
		if record.excludes(investor) {
			return None;
		}
		Some(T::Checkpoints::balance_at(asset, investor, record.checkpoint))
	}

	pub(crate) fn commitment_of(
		asset: AssetId,
		resolution: ResolutionId,
		investor: InvestorId,
		ballot: &Ballot,
		salt: H256,
	) -> H256 {
		(COMMITMENT, asset, resolution, investor, ballot, salt).using_encoded(blake2_256).into()
	}

	pub(crate) fn do_vote(
		who: &T::AccountId,
		asset: AssetId,
		resolution: ResolutionId,
		ballot: &Ballot,
	) -> DispatchResult {
		let investor = Self::voting_investor(who)?;
		let mut record = Self::resolution_in(asset, resolution, Phase::Voting)?;
		ensure!(!record.secret, Error::<T>::SecretBallot);
		let power = Self::power(&record, asset, investor).ok_or(Error::<T>::NotVoter)?;
		let earlier = VoteRecords::<T>::get(resolution, investor);
		let votes = Self::cast(&mut record, earlier.as_ref(), resolution, investor, ballot, power)?;
		Resolutions::<T>::insert(asset, resolution, record);
		Self::deposit_event(Event::VoteCast { asset, resolution, investor, by: None, votes });
		Ok(())
	}

	pub(crate) fn do_vote_for(
		who: &T::AccountId,
		asset: AssetId,
		resolution: ResolutionId,
		delegators: Delegators,
		ballot: &Ballot,
	) -> DispatchResult {
		let delegate = Self::voting_investor(who)?;
		let mut record = Self::resolution_in(asset, resolution, Phase::Voting)?;
		ensure!(!record.secret, Error::<T>::SecretBallot);
		// Who may not vote on something itself may not do it for others either.
		ensure!(!record.excludes(delegate), Error::<T>::NotVoter);
		let mut any = false;
		for investor in delegators {
			let earlier = VoteRecords::<T>::get(resolution, investor);
			if earlier.as_ref().is_some_and(VoteRecord::is_own) {
				continue;
			}
			let Some(power) = Self::delegated_power(&record, asset, delegate, investor) else {
				continue;
			};
			let votes = Self::cast_as(
				&mut record,
				earlier.as_ref(),
				resolution,
				investor,
				ballot,
				power,
				Some(delegate),
			)?;
			any = true;
			Self::deposit_event(Event::VoteCast {
				asset,
				resolution,
				investor,
				by: Some(delegate),
				votes,
			});
		}
		// One holder that has voted itself in the meantime must not stop the votes of the others.
		ensure!(any, Error::<T>::NothingCast);
		Resolutions::<T>::insert(asset, resolution, record);
		Ok(())
	}

	/// The votes of a holder that a delegate may cast. Depth 1: these are the holder's own shares,
	/// never those that others have delegated to it.
	fn delegated_power(
		record: &ResolutionOf<T>,
		asset: AssetId,
		delegate: InvestorId,
		investor: InvestorId,
	) -> Option<Balance> {
		let delegation = Delegations::<T>::get(asset, investor)?;
		if delegation.to != delegate || T::Electorate::is_excluded(investor) {
			return None;
		}
		Self::power(record, asset, investor).filter(|power| *power > 0)
	}

	fn cast(
		record: &mut ResolutionOf<T>,
		earlier: Option<&VoteRecord>,
		resolution: ResolutionId,
		investor: InvestorId,
		ballot: &Ballot,
		power: Balance,
	) -> Result<Counted, DispatchError> {
		Self::cast_as(record, earlier, resolution, investor, ballot, power, None)
	}

	/// Puts votes in the place of the earlier ones, in the tally and in the record of the holder.
	fn cast_as(
		record: &mut ResolutionOf<T>,
		earlier: Option<&VoteRecord>,
		resolution: ResolutionId,
		investor: InvestorId,
		ballot: &Ballot,
		power: Balance,
		by: Option<InvestorId>,
	) -> Result<Counted, DispatchError> {
		ensure!(power > 0, Error::<T>::NoVotes);
		let votes = math::count(ballot, &record.choices, power).map_err(Error::<T>::from)?;
		let out = earlier.map_or(&[][..], VoteRecord::counted);
		math::recount(record.tally.as_mut(), out, &votes).ok_or(ArithmeticError::Overflow)?;
		if earlier.is_none() {
			record.records = record.records.ensure_add(1)?;
		}
		// A ballot has no more parts than a record can hold.
		let votes = Counted::truncate_from(votes);
		VoteRecords::<T>::insert(
			resolution,
			investor,
			VoteRecord::Cast { votes: votes.clone(), by },
		);
		Ok(votes)
	}

	pub(crate) fn do_retract(
		who: &T::AccountId,
		asset: AssetId,
		resolution: ResolutionId,
	) -> DispatchResult {
		let investor = Self::voting_investor(who)?;
		let mut record = Self::resolution_in(asset, resolution, Phase::Voting)?;
		let earlier = VoteRecords::<T>::take(resolution, investor).ok_or(Error::<T>::NotVoted)?;
		math::recount(record.tally.as_mut(), earlier.counted(), &[])
			.ok_or(ArithmeticError::Underflow)?;
		record.records = record.records.ensure_sub(1)?;
		Resolutions::<T>::insert(asset, resolution, record);
		Self::deposit_event(Event::VoteRetracted { asset, resolution, investor });
		Ok(())
	}

	pub(crate) fn do_commit(
		who: &T::AccountId,
		asset: AssetId,
		resolution: ResolutionId,
		digest: H256,
	) -> DispatchResult {
		let investor = Self::voting_investor(who)?;
		let mut record = Self::resolution_in(asset, resolution, Phase::Voting)?;
		ensure!(record.secret, Error::<T>::NotSecret);
		let power = Self::power(&record, asset, investor).ok_or(Error::<T>::NotVoter)?;
		ensure!(power > 0, Error::<T>::NoVotes);
		if !VoteRecords::<T>::contains_key(resolution, investor) {
			record.records = record.records.ensure_add(1)?;
			Resolutions::<T>::insert(asset, resolution, record);
		}
		let commitment = VoteRecord::Committed { digest, by: None };
		VoteRecords::<T>::insert(resolution, investor, commitment);
		Self::deposit_event(Event::VoteCommitted { asset, resolution, investor, by: None, digest });
		Ok(())
	}

	pub(crate) fn do_commit_for(
		who: &T::AccountId,
		asset: AssetId,
		resolution: ResolutionId,
		delegators: Delegators,
		digest: H256,
	) -> DispatchResult {
		let delegate = Self::voting_investor(who)?;
		let mut record = Self::resolution_in(asset, resolution, Phase::Voting)?;
		ensure!(record.secret, Error::<T>::NotSecret);
		ensure!(!record.excludes(delegate), Error::<T>::NotVoter);
		let mut any = false;
		for investor in delegators {
			let earlier = VoteRecords::<T>::get(resolution, investor);
			let own = earlier.as_ref().is_some_and(VoteRecord::is_own);
			if own || Self::delegated_power(&record, asset, delegate, investor).is_none() {
				continue;
			}
			if earlier.is_none() {
				record.records = record.records.ensure_add(1)?;
			}
			let by = Some(delegate);
			let commitment = VoteRecord::Committed { digest, by };
			VoteRecords::<T>::insert(resolution, investor, commitment);
			any = true;
			Self::deposit_event(Event::VoteCommitted { asset, resolution, investor, by, digest });
		}
		ensure!(any, Error::<T>::NothingCast);
		Resolutions::<T>::insert(asset, resolution, record);
		Ok(())
	}

	pub(crate) fn do_reveal_for(
		who: &T::AccountId,
		asset: AssetId,
		resolution: ResolutionId,
		delegators: Delegators,
		ballot: &Ballot,
		salt: H256,
	) -> DispatchResult {
		let delegate = Self::voting_investor(who)?;
		let mut record = Self::resolution_in(asset, resolution, Phase::Reveal)?;
		ensure!(!record.excludes(delegate), Error::<T>::NotVoter);
		let by = Some(delegate);
		// One commitment of the delegate, which it can have made for many.
		let digest = Self::commitment_of(asset, resolution, delegate, ballot, salt);
		let committed = Some(VoteRecord::Committed { digest, by });
		let mut any = false;
		for investor in delegators {
			let earlier = VoteRecords::<T>::get(resolution, investor);
			if earlier != committed {
				continue;
			}
			// Who has taken the delegation back since is not voted for.
			let Some(power) = Self::delegated_power(&record, asset, delegate, investor) else {
				continue;
			};
			let earlier = earlier.as_ref();
			let votes =
				Self::cast_as(&mut record, earlier, resolution, investor, ballot, power, by)?;
			any = true;
			Self::deposit_event(Event::VoteCast { asset, resolution, investor, by, votes });
		}
		ensure!(any, Error::<T>::NothingCast);
		Resolutions::<T>::insert(asset, resolution, record);
		Ok(())
	}

	pub(crate) fn do_reveal(
		who: &T::AccountId,
		asset: AssetId,
		resolution: ResolutionId,
		ballot: &Ballot,
		salt: H256,
	) -> DispatchResult {
		let investor = Self::voting_investor(who)?;
		let mut record = Self::resolution_in(asset, resolution, Phase::Reveal)?;
		let earlier = VoteRecords::<T>::get(resolution, investor);
		let Some(VoteRecord::Committed { digest, by: None }) = &earlier else {
			return Err(Error::<T>::NotCommitted.into());
		};
		let revealed = Self::commitment_of(asset, resolution, investor, ballot, salt);
		ensure!(*digest == revealed, Error::<T>::CommitmentMismatch);
		let power = Self::power(&record, asset, investor).ok_or(Error::<T>::NotVoter)?;
		let votes = Self::cast(&mut record, earlier.as_ref(), resolution, investor, ballot, power)?;
		Resolutions::<T>::insert(asset, resolution, record);
		Self::deposit_event(Event::VoteCast { asset, resolution, investor, by: None, votes });
		Ok(())
	}

	pub(crate) fn do_delegate(who: T::AccountId, asset: AssetId, to: InvestorId) -> DispatchResult {
		let investor = Self::voting_investor(&who)?;
		ensure!(to != investor, Error::<T>::SelfDelegation);
		ensure!(!T::Electorate::is_excluded(to), Error::<T>::NotVoter);
		let old = match Delegations::<T>::get(asset, investor) {
			Some(mut delegation) => {
				let old = delegation.to;
				ensure!(old != to, Error::<T>::SameDelegate);
				delegation.to = to;
				Delegations::<T>::insert(asset, investor, delegation);
				Some(old)
			},
			None => {
				let ticket = T::Consideration::new(&who, Self::delegation_footprint())?;
				let delegation = Delegation { to, payer: who, ticket };
				Delegations::<T>::insert(asset, investor, delegation);
				None
			},
		};
		Self::deposit_event(Event::Delegated { asset, investor, old, new: Some(to) });
		Ok(())
	}

	pub(crate) fn do_undelegate(
		who: &T::AccountId,
		asset: AssetId,
		investor: InvestorId,
	) -> DispatchResult {
		let delegation = Delegations::<T>::take(asset, investor).ok_or(Error::<T>::NotDelegated)?;
		if delegation.payer != *who {
			let key = T::Electorate::key(who).ok_or(Error::<T>::UnknownKey)?;
			ensure!(key.investor == investor, Error::<T>::NotHolder);
			ensure!(key.rights.includes(Rights::VOTE), Error::<T>::MissingRight);
			ensure!(key.expires_at.is_none_or(|end| Self::now() < end), Error::<T>::KeyExpired);
		}
		delegation.ticket.drop(&delegation.payer)?;
		Self::deposit_event(Event::Delegated {
			asset,
			investor,
			old: Some(delegation.to),
			new: None,
		});
		Ok(())
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Managers: they put up a bond, the holders appoint, charge, strike and remove them.

use crate::{
	resolutions::Proposal, Call, Config, Error, Event, HoldReason, Managers, Mandate,
	MandateStatus, Mandates, MotionOf, MotionsOf, Pallet,
};
use cadastre_primitives::{
	traits::{AllowedCalls, Compensation},
	AssetId, Balance, Moment,
};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{
		fungible::{BalancedHold, MutateHold},
		tokens::Precision,
		Bounded, Get,
	},
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::Perbill;

impl<T: Config> Pallet<T> {
	fn mandate_of(asset: AssetId, who: &T::AccountId) -> Result<Mandate, Error<T>> {
		Mandates::<T>::get(asset, who).ok_or(Error::<T>::UnknownMandate)
	}

	/// The first second at which the bond of who leaves now is released.
	fn liable_until() -> Moment {
		Self::now().saturating_add(T::Rules::get().liability)
	}

	/// Ends the service of the manager of an asset, if it has one.
	fn end_service(asset: AssetId) -> Option<(T::AccountId, Moment)> {
		let who = Managers::<T>::take(asset)?;
		let until = Self::liable_until();
		Mandates::<T>::mutate(asset, &who, |mandate| {
			if let Some(mandate) = mandate {
				mandate.status = MandateStatus::Leaving { until };
			}
		});
		Some((who, until))
	}

	fn release(asset: AssetId, who: T::AccountId, bond: Balance) -> DispatchResult {
		Mandates::<T>::remove(asset, &who);
		T::Native::release(&HoldReason::Manager.into(), &who, bond, Precision::BestEffort)?;
		Self::deposit_event(Event::BondReleased { asset, who, bond });
		Ok(())
	}

	pub(crate) fn do_stand(who: T::AccountId, asset: AssetId, bond: Balance) -> DispatchResult {
		ensure!(!Mandates::<T>::contains_key(asset, &who), Error::<T>::AlreadyMandated);
		ensure!(bond >= T::Rules::get().manager_bond, Error::<T>::BondTooSmall);
		T::Native::hold(&HoldReason::Manager.into(), &who, bond)?;
		let mandate = Mandate { bond, strikes: 0, status: MandateStatus::Candidate };
		Mandates::<T>::insert(asset, &who, mandate);
		Self::deposit_event(Event::CandidateStood { asset, who, bond });
		Ok(())
	}

	pub(crate) fn do_resign(who: T::AccountId, asset: AssetId) -> DispatchResult {
		let mandate = Self::mandate_of(asset, &who)?;
		match mandate.status {
			MandateStatus::Candidate => Self::release(asset, who, mandate.bond),
			MandateStatus::Serving => {
				let (who, until) = Self::end_service(asset).ok_or(Error::<T>::NoManager)?;
				Self::deposit_event(Event::ManagerResigned { asset, who, until });
				Ok(())
			},
			MandateStatus::Leaving { .. } => Err(Error::<T>::AlreadyLeaving.into()),
		}
	}

	pub(crate) fn do_release_bond(asset: AssetId, who: T::AccountId) -> DispatchResult {
		let mandate = Self::mandate_of(asset, &who)?;
		match mandate.status {
			MandateStatus::Leaving { until } if Self::now() >= until => {
				Self::release(asset, who, mandate.bond)
			},
			_ => Err(Error::<T>::BondInUse.into()),
		}
	}

	pub(crate) fn do_appoint_manager(asset: AssetId, who: T::AccountId) -> DispatchResult {
		let mut mandate = Self::mandate_of(asset, &who)?;
		ensure!(mandate.status == MandateStatus::Candidate, Error::<T>::NotCandidate);
		let old = Self::end_service(asset).map(|(old, _)| old);
		mandate.status = MandateStatus::Serving;
		Mandates::<T>::insert(asset, &who, mandate);
		Managers::<T>::insert(asset, &who);
		Self::deposit_event(Event::ManagerAppointed { asset, old, new: who });
		Ok(())
	}

	pub(crate) fn do_remove_manager(asset: AssetId) -> DispatchResult {
		let (who, until) = Self::end_service(asset).ok_or(Error::<T>::NoManager)?;
		Self::deposit_event(Event::ManagerRemoved { asset, who, until });
		Ok(())
	}

	fn ensure_liable(mandate: &Mandate) -> Result<(), Error<T>> {
		let liable = match mandate.status {
			MandateStatus::Candidate => false,
			MandateStatus::Serving => true,
			MandateStatus::Leaving { until } => Self::now() < until,
		};
		ensure!(liable, Error::<T>::NotLiable);
		Ok(())
	}

	fn ensure_slash(part: Perbill) -> Result<(), Error<T>> {
		ensure!(!part.is_zero() && part <= T::Rules::get().max_slash, Error::<T>::BadSlash);
		Ok(())
	}

	pub(crate) fn do_challenge_manager(
		who: T::AccountId,
		asset: AssetId,
		accused: T::AccountId,
		reason: H256,
		part: Perbill,
	) -> DispatchResult {
		Self::ensure_liable(&Self::mandate_of(asset, &accused)?)?;
		Self::ensure_slash(part)?;
		let strike = Call::strike_manager { asset, who: accused.clone(), part };
		let call = <T as Config>::RuntimeCall::from(strike);
		let class = T::AllowedCalls::least_class(&call).ok_or(Error::<T>::CallNotAllowed)?;
		let bytes = BoundedVec::try_from(call.encode()).map_err(|_| Error::<T>::CallTooLong)?;
		let motion = MotionOf::<T>::truncate_from([Some(Bounded::Inline(bytes))].into());
		let proposal = Proposal {
			class,
			digest: reason,
			secret: false,
			motions: MotionsOf::<T>::truncate_from([motion].into()),
			accused: Some(accused),
			bond: T::Rules::get().challenge_bond,
		};
		Self::do_propose(who, asset, proposal)
	}

	pub(crate) fn do_strike_manager(
		asset: AssetId,
		who: T::AccountId,
		part: Perbill,
	) -> Result<(), DispatchError> {
		let mut mandate = Self::mandate_of(asset, &who)?;
		Self::ensure_liable(&mandate)?;
		Self::ensure_slash(part)?;
		let wanted = part.mul_floor(mandate.bond);
		let (credit, missing) = T::Native::slash(&HoldReason::Manager.into(), &who, wanted);
		T::Compensation::compensate(asset, credit);
		let slashed = wanted.saturating_sub(missing);
		mandate.bond = mandate.bond.saturating_sub(slashed);
		mandate.strikes = mandate.strikes.saturating_add(1);
		let Mandate { bond, strikes, status } = mandate;
		Mandates::<T>::insert(asset, &who, mandate);
		Self::deposit_event(Event::ManagerStruck {
			asset,
			who: who.clone(),
			strikes,
			slashed,
			bond,
		});
		if status == MandateStatus::Serving && strikes >= T::Rules::get().max_strikes {
			Self::do_remove_manager(asset)?;
		}
		Ok(())
	}
}

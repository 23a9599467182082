// SPDX-License-Identifier: Apache-2.0

//! Sandbox cohorts: a supervisor lets some investors and assets do what it watches.

use crate::{sandbox::is_over, *};
use cadastre_primitives::{AssetId, Balance, CohortId, InvestorId, PackId};
use codec::MaxEncodedLen;
use frame_support::{
	pallet_prelude::*,
	traits::{Consideration, Footprint},
};
use sp_core::H256;
use sp_runtime::traits::{EnsureAdd, EnsureAddAssign, EnsureSub};

/// The most entries that one call removes of a cohort that has ended.
pub const MAX_PRUNED: u32 = 64;

/// The cohort itself.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_cohort(
		supervisor: T::AccountId,
		limits: CohortLimits,
	) -> Result<CohortId, DispatchError> {
		let lasts = limits.from < limits.until && Self::now() < limits.until;
		ensure!(lasts, Error::<T>::InvalidPeriod);
		let cohort = NextCohortId::<T>::get();
		NextCohortId::<T>::put(cohort.ensure_add(1)?);
		let record = Cohort {
			supervisor: supervisor.clone(),
			limits,
			suspended: false,
			ended_at: None,
			counts: CohortCounts::default(),
		};
		Cohorts::<T>::insert(cohort, record);
		Self::deposit_event(Event::CohortCreated { cohort, supervisor, limits });
		Ok(cohort)
	}

	/// The record of a cohort, if this is its supervisor.
	fn supervised(
		who: &T::AccountId,
		cohort: CohortId,
	) -> Result<Cohort<T::AccountId>, DispatchError> {
		let record = Cohorts::<T>::get(cohort).ok_or(Error::<T>::UnknownCohort)?;
		ensure!(record.supervisor == *who, Error::<T>::NotSupervisor);
		Ok(record)
	}

	/// The same, if the cohort is not over.
	fn running(
		who: &T::AccountId,
		cohort: CohortId,
	) -> Result<Cohort<T::AccountId>, DispatchError> {
		let record = Self::supervised(who, cohort)?;
		ensure!(!is_over(&record, Self::now()), Error::<T>::CohortEnded);
		Ok(record)
	}

	pub(crate) fn do_suspend_cohort(who: T::AccountId, cohort: CohortId) -> DispatchResult {
		let mut record = Self::running(&who, cohort)?;
		ensure!(!record.suspended, Error::<T>::AlreadySuspended);
		record.suspended = true;
		Cohorts::<T>::insert(cohort, record);
		Self::deposit_event(Event::CohortSuspended { cohort });
		Ok(())
	}

	pub(crate) fn do_resume_cohort(who: T::AccountId, cohort: CohortId) -> DispatchResult {
		let mut record = Self::running(&who, cohort)?;
		ensure!(record.suspended, Error::<T>::NotSuspended);
		record.suspended = false;
		Cohorts::<T>::insert(cohort, record);
		Self::deposit_event(Event::CohortResumed { cohort });
		Ok(())
	}

	/// `by` is whoever signed, or nothing for the authority.
	pub(crate) fn do_end_cohort(by: Option<T::AccountId>, cohort: CohortId) -> DispatchResult {
		let mut record = Cohorts::<T>::get(cohort).ok_or(Error::<T>::UnknownCohort)?;
		ensure!(record.ended_at.is_none(), Error::<T>::CohortEnded);
		let now = Self::now();
		let entitled = by.is_none_or(|who| who == record.supervisor) || is_over(&record, now);
		ensure!(entitled, Error::<T>::NotSupervisor);
		let ended_at = now.min(record.limits.until);
		record.ended_at = Some(ended_at);
		let counts = record.counts;
		Cohorts::<T>::insert(cohort, record);
		Self::deposit_event(Event::CohortEnded { cohort, ended_at, counts });
		Ok(())
	}

	/// Answers how many entries were removed.
	pub(crate) fn do_prune_cohort(cohort: CohortId, limit: u32) -> Result<u32, DispatchError> {
		let mut record = Cohorts::<T>::get(cohort).ok_or(Error::<T>::UnknownCohort)?;
		ensure!(record.ended_at.is_some(), Error::<T>::CohortNotEnded);
		let mut left = limit.min(MAX_PRUNED);
		let room = |left: u32| usize::try_from(left).unwrap_or(0);
		let mut entries: u32 = 0;
		for (_, ticket) in CohortMembers::<T>::drain_prefix(cohort).take(room(left)) {
			ticket.drop(&record.supervisor)?;
			record.counts.investors = record.counts.investors.ensure_sub(1)?;
			entries.ensure_add_assign(1)?;
		}
		left = left.saturating_sub(entries);
		for (_, asset) in CohortAssets::<T>::drain_prefix(cohort).take(room(left)) {
			asset.ticket.drop(&record.supervisor)?;
			record.counts.assets = record.counts.assets.ensure_sub(1)?;
			record.counts.value = record.counts.value.ensure_sub(asset.value)?;
			entries.ensure_add_assign(1)?;
		}
		let removed = record.counts.investors == 0 && record.counts.assets == 0;
		if removed {
			Cohorts::<T>::remove(cohort);
		} else {
			Cohorts::<T>::insert(cohort, record);
		}
		Self::deposit_event(Event::CohortPruned { cohort, entries, removed });
		Ok(entries)
	}

	/// Counts a movement that goes ahead.
	pub(crate) fn do_record(cohort: CohortId, amount: Balance) -> DispatchResult {
		Cohorts::<T>::try_mutate(cohort, |record| {
			let record = record.as_mut().ok_or(Error::<T>::UnknownCohort)?;
			record.counts.volume.ensure_add_assign(amount)?;
			record.counts.movements.ensure_add_assign(1)?;
			let within = record.counts.volume <= record.limits.volume;
			ensure!(within, Error::<T>::CohortVolumeExceeded);
			Ok(())
		})
	}
}

/// Its investors and assets.
impl<T: Config> Pallet<T> {
	/// What an investor in a cohort takes of the state, at most.
	pub(crate) fn member_footprint() -> Footprint {
		let key = <(CohortId, InvestorId)>::max_encoded_len();
		Footprint::from_parts(1, key.saturating_add(T::CohortDeposit::max_encoded_len()))
	}

	/// What an asset in a cohort takes of the state, at most.
	pub(crate) fn asset_footprint() -> Footprint {
		let key = <(CohortId, AssetId)>::max_encoded_len();
		let value = CohortAsset::<T::CohortDeposit>::max_encoded_len();
		Footprint::from_parts(1, key.saturating_add(value))
	}

	pub(crate) fn do_add_member(
		who: T::AccountId,
		cohort: CohortId,
		investor: InvestorId,
	) -> DispatchResult {
		let mut record = Self::running(&who, cohort)?;
		ensure!(Investors::<T>::contains_key(investor), Error::<T>::UnknownInvestor);
		let stranger = !CohortMembers::<T>::contains_key(cohort, investor);
		ensure!(stranger, Error::<T>::AlreadyMember);
		ensure!(record.counts.investors < record.limits.investors, Error::<T>::CohortFull);
		record.counts.investors.ensure_add_assign(1)?;
		let ticket = T::CohortDeposit::new(&who, Self::member_footprint())?;
		CohortMembers::<T>::insert(cohort, investor, ticket);
		Cohorts::<T>::insert(cohort, record);
		Self::deposit_event(Event::CohortMemberAdded { cohort, investor });
		Ok(())
	}

	pub(crate) fn do_remove_member(
		who: T::AccountId,
		cohort: CohortId,
		investor: InvestorId,
	) -> DispatchResult {
		let mut record = Self::supervised(&who, cohort)?;
		let ticket = CohortMembers::<T>::take(cohort, investor).ok_or(Error::<T>::NotMember)?;
		ticket.drop(&who)?;
		record.counts.investors = record.counts.investors.ensure_sub(1)?;
		Cohorts::<T>::insert(cohort, record);
		Self::deposit_event(Event::CohortMemberRemoved { cohort, investor });
		Ok(())
	}

	pub(crate) fn do_set_asset_value(
		who: T::AccountId,
		cohort: CohortId,
		asset: AssetId,
		value: Balance,
	) -> DispatchResult {
		let mut record = Self::running(&who, cohort)?;
		let known = CohortAssets::<T>::get(cohort, asset);
		let old = known.as_ref().map(|entry| entry.value);
		let others = record.counts.value.ensure_sub(old.unwrap_or(0))?;
		record.counts.value = others.ensure_add(value)?;
		let within = record.counts.value <= record.limits.value;
		ensure!(within, Error::<T>::CohortValueExceeded);
		let ticket = match known {
			Some(entry) => entry.ticket,
			None => {
				let room = record.counts.assets < record.limits.assets;
				ensure!(room, Error::<T>::CohortFull);
				record.counts.assets.ensure_add_assign(1)?;
				T::CohortDeposit::new(&who, Self::asset_footprint())?
			},
		};
		CohortAssets::<T>::insert(cohort, asset, CohortAsset { value, ticket });
		Cohorts::<T>::insert(cohort, record);
		Self::deposit_event(Event::CohortAssetValued { cohort, asset, old, new: value });
		Ok(())
	}

	pub(crate) fn do_remove_asset(
		who: T::AccountId,
		cohort: CohortId,
		asset: AssetId,
	) -> DispatchResult {
		let record = Self::supervised(&who, cohort)?;
		Self::take_asset(record, cohort, asset)?;
		Self::deposit_event(Event::CohortAssetRemoved { cohort, asset });
		Ok(())
	}

	pub(crate) fn do_graduate(
		who: T::AccountId,
		cohort: CohortId,
		asset: AssetId,
		pack: PackId,
		report: H256,
	) -> DispatchResult {
		let mut record = Self::supervised(&who, cohort)?;
		let in_force = Self::pack_in_force(pack, Self::now()).ok_or(Error::<T>::UnknownPack)?;
		ensure!(in_force.rules.cohort().is_none(), Error::<T>::StillInCohort);
		let version = in_force.version;
		record.counts.graduated.ensure_add_assign(1)?;
		Self::take_asset(record, cohort, asset)?;
		let event = Event::AssetGraduated { cohort, asset, pack, version, report };
		Self::deposit_event(event);
		Ok(())
	}

	/// Removes an asset and returns its deposit.
	fn take_asset(
		mut record: Cohort<T::AccountId>,
		cohort: CohortId,
		asset: AssetId,
	) -> DispatchResult {
		let entry = CohortAssets::<T>::take(cohort, asset).ok_or(Error::<T>::AssetNotInCohort)?;
		entry.ticket.drop(&record.supervisor)?;
		record.counts.assets = record.counts.assets.ensure_sub(1)?;
		record.counts.value = record.counts.value.ensure_sub(entry.value)?;
		Cohorts::<T>::insert(cohort, record);
		Ok(())
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The work of the calls on rule packs, and which version is in force.

use crate::{functions::is_over, rules::Defect, *};
use cadastre_primitives::{Moment, PackId};
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	pallet_prelude::*,
	traits::{Consideration, Footprint},
};
use sp_core::H256;
use sp_runtime::traits::{EnsureAdd, EnsureAddAssign};

pub(crate) fn digest(rules: &RuleSet) -> H256 {
	sp_io::hashing::blake2_256(&rules.encode()).into()
}

/// Rule packs.
impl<T: Config> Pallet<T> {
	/// What a pack takes of the state, at most: its record and two versions.
	pub(crate) fn pack_footprint() -> Footprint {
		let versions = Pack::max_encoded_len().saturating_mul(2);
		let record = pallet::PackRecordOf::<T>::max_encoded_len();
		Footprint::from_parts(1, versions.saturating_add(record))
	}

	fn ensure_sound(rules: &RuleSet) -> DispatchResult {
		match rules.defect() {
			None => Ok(()),
			Some(Defect::Empty) => Err(Error::<T>::EmptyPack.into()),
			Some(Defect::UnknownSet) => Err(Error::<T>::UnknownSet.into()),
			Some(Defect::InvalidPart) => Err(Error::<T>::InvalidPart.into()),
			Some(Defect::InvalidPeriod) => Err(Error::<T>::InvalidPeriod.into()),
			Some(Defect::InvalidRule) => Err(Error::<T>::InvalidRule.into()),
			Some(Defect::SeveralCohorts) => Err(Error::<T>::SeveralCohorts.into()),
		}
	}

	/// The version in force at a moment: the announced one from its date on, enacted or not.
	pub(crate) fn pack_in_force(pack: PackId, now: Moment) -> Option<Pack> {
		Self::version_in_force(pack, now).map(|(version, _)| version)
	}

	/// The version that is in force, and whether it took a second read: one that is due, but not
	/// enacted yet.
	pub(crate) fn version_in_force(pack: PackId, now: Moment) -> Option<(Pack, bool)> {
		let enacted = Packs::<T>::get(pack)?;
		if is_over(enacted.upcoming_at, now) {
			UpcomingPacks::<T>::get(pack).map(|due| (due, true))
		} else {
			Some((enacted, false))
		}
	}

	pub(crate) fn do_publish(
		author: T::AccountId,
		rules: RuleSet,
		effective_at: Moment,
	) -> Result<PackId, DispatchError> {
		Self::ensure_sound(&rules)?;
		let pack = NextPackId::<T>::get();
		NextPackId::<T>::put(pack.ensure_add(1)?);
		let ticket = T::PackDeposit::new(&author, Self::pack_footprint())?;
		let digest = digest(&rules);
		let record = PackRecord { author: author.clone(), digest, followers: 0, ticket };
		PackRecords::<T>::insert(pack, record);
		let first = Pack { version: 1, effective_at, upcoming_at: None, exempted: 0, rules };
		Packs::<T>::insert(pack, first);
		Self::deposit_event(Event::PackPublished { pack, author, digest });
		Ok(pack)
	}

	pub(crate) fn do_amend(
		who: T::AccountId,
		pack: PackId,
		rules: RuleSet,
		effective_at: Moment,
	) -> DispatchResult {
		let record = PackRecords::<T>::get(pack).ok_or(Error::<T>::UnknownPack)?;
		ensure!(record.author == who, Error::<T>::NotPackAuthor);
		Self::ensure_sound(&rules)?;
		let now = Self::now();
		let earliest = now.ensure_add(T::MinPackNotice::get())?;
		ensure!(effective_at >= earliest, Error::<T>::NoticeTooShort);
		Self::enact_if_due(pack, now)?;
		let mut enacted = Packs::<T>::get(pack).ok_or(Error::<T>::UnknownPack)?;
		let version = enacted.version.ensure_add(1)?;
		enacted.upcoming_at = Some(effective_at);
		Packs::<T>::insert(pack, enacted);
		let digest = digest(&rules);
		// The exemptions of a replaced announcement are still stored under this version. They lift
		// nothing, as they are bound to its rules.
		let exempted = UpcomingPacks::<T>::get(pack).map_or(0, |replaced| replaced.exempted);
		let upcoming = Pack { version, effective_at, upcoming_at: None, exempted, rules };
		UpcomingPacks::<T>::insert(pack, upcoming);
		Self::deposit_event(Event::PackAmended { pack, version, effective_at, digest });
		Ok(())
	}

	pub(crate) fn do_enact(pack: PackId) -> DispatchResult {
		ensure!(Self::enact_if_due(pack, Self::now())?, Error::<T>::NothingToEnact);
		Ok(())
	}

	fn enact_if_due(pack: PackId, now: Moment) -> Result<bool, DispatchError> {
		let enacted = Packs::<T>::get(pack).ok_or(Error::<T>::UnknownPack)?;
		if !is_over(enacted.upcoming_at, now) {
			return Ok(false);
		}
		let upcoming = UpcomingPacks::<T>::take(pack).ok_or(Error::<T>::UnknownPack)?;
		let version = upcoming.version;
		PackRecords::<T>::try_mutate(pack, |record| {
			let record = record.as_mut().ok_or(Error::<T>::UnknownPack)?;
			record.digest = digest(&upcoming.rules);
			DispatchResult::Ok(())
		})?;
		Packs::<T>::insert(pack, upcoming);
		Self::deposit_event(Event::PackEnacted { pack, version });
		Ok(true)
	}

	pub(crate) fn do_withdraw_pack(who: T::AccountId, pack: PackId) -> DispatchResult {
		let record = PackRecords::<T>::take(pack).ok_or(Error::<T>::UnknownPack)?;
		ensure!(record.author == who, Error::<T>::NotPackAuthor);
		ensure!(record.followers == 0, Error::<T>::PackFollowed);
		Packs::<T>::remove(pack);
		UpcomingPacks::<T>::remove(pack);
		record.ticket.drop(&record.author)?;
		Self::deposit_event(Event::PackWithdrawn { pack });
		Ok(())
	}

	pub(crate) fn do_follow(pack: PackId) -> DispatchResult {
		let (old, new) = PackRecords::<T>::try_mutate(pack, |record| {
			let record = record.as_mut().ok_or(Error::<T>::UnknownPack)?;
			let old = record.followers;
			record.followers.ensure_add_assign(1)?;
			Ok::<_, DispatchError>((old, record.followers))
		})?;
		Self::deposit_event(Event::PackFollowersChanged { pack, old, new });
		Ok(())
	}

	pub(crate) fn do_unfollow(pack: PackId) {
		let change = PackRecords::<T>::mutate_extant(pack, |record| {
			let old = record.followers;
			record.followers = old.saturating_sub(1);
			(old, record.followers)
		});
		let (old, new) = change;
		if old != new {
			Self::deposit_event(Event::PackFollowersChanged { pack, old, new });
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Identifiers and metadata.

use crate::{
	functions::{page, Actor},
	identifiers,
	rules::{self, Action},
	Assets, Config, Deposit, Error, Event, GrantOf, IdentifierOf, IdentifierRecord, Identifiers,
	IdentifiersOf, Metadata, Metadatum, MetadatumOf, Pallet, MAX_IDENTIFIERS, MAX_METADATA,
	MAX_PAGE,
};
use alloc::vec::Vec;
use cadastre_primitives::{
	AssetId, AssetRoles, Identifier, Lock, MetadataEntry, MetadataKey, MetadataValue, Moment,
};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{Consideration, Footprint},
};
use sp_runtime::traits::{EnsureAddAssign, EnsureSubAssign};

/// A deposit for a detail, in a runtime.
pub(crate) type DetailDeposit<T> =
	Deposit<<T as frame_system::Config>::AccountId, <T as Config>::DetailConsideration>;

impl<T: Config> Pallet<T> {
	/// What is paid for with an identifier: its record and its place in the list of the asset.
	pub fn identifier_footprint() -> Footprint {
		let listed = <(AssetId, Identifier)>::max_encoded_len();
		let record = <(Identifier, IdentifierOf<T>)>::max_encoded_len();
		Footprint::from_parts(2, listed.saturating_add(record))
	}

	/// What is paid for with an entry of metadata: key and record.
	pub fn metadata_footprint() -> Footprint {
		Footprint::from_mel::<(MetadataKey, MetadatumOf<T>)>()
	}

	/// What is paid for with the roles of an account: key and record.
	pub fn role_footprint() -> Footprint {
		Footprint::from_mel::<(T::AccountId, GrantOf<T>)>()
	}

	pub(crate) fn take_deposit(
		who: T::AccountId,
		footprint: Footprint,
	) -> Result<DetailDeposit<T>, DispatchError> {
		let ticket = T::DetailConsideration::new(&who, footprint)?;
		Ok(Deposit { payer: who, ticket })
	}

	pub(crate) fn give_back(deposit: DetailDeposit<T>) -> DispatchResult {
		deposit.ticket.drop(&deposit.payer)
	}

	pub(crate) fn do_add_identifier(
		who: T::AccountId,
		asset: AssetId,
		identifier: Identifier,
	) -> DispatchResult {
		let actor = Actor::Role(&who, AssetRoles::METADATA);
		let (mut record, status) = Self::step(asset, Action::AddIdentifier, actor)?;
		ensure!(identifiers::is_valid(&identifier), Error::<T>::BadIdentifier);
		ensure!(!Identifiers::<T>::contains_key(&identifier), Error::<T>::IdentifierInUse);
		ensure!(record.identifiers < MAX_IDENTIFIERS, Error::<T>::TooManyIdentifiers);
		record.identifiers.ensure_add_assign(1)?;
		let deposit = Self::take_deposit(who, Self::identifier_footprint())?;
		Identifiers::<T>::insert(&identifier, IdentifierRecord { asset, deposit });
		IdentifiersOf::<T>::insert(asset, &identifier, ());
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::IdentifierAdded { asset, identifier });
		Ok(())
	}

	/// Without an account it is governance that removes.
	pub(crate) fn do_remove_identifier(
		who: Option<T::AccountId>,
		identifier: Identifier,
	) -> DispatchResult {
		let IdentifierRecord { asset, deposit } =
			Identifiers::<T>::take(&identifier).ok_or(Error::<T>::UnknownIdentifier)?;
		let actor =
			who.as_ref().map_or(Actor::Trusted, |who| Actor::Role(who, AssetRoles::METADATA));
		let (mut record, status) = Self::step(asset, Action::RemoveIdentifier, actor)?;
		record.identifiers.ensure_sub_assign(1)?;
		IdentifiersOf::<T>::remove(asset, &identifier);
		Self::give_back(deposit)?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::IdentifierRemoved { asset, identifier });
		Ok(())
	}

	pub(crate) fn do_set_metadata(
		who: T::AccountId,
		asset: AssetId,
		key: MetadataKey,
		value: MetadataValue,
		lock: Lock,
		expires_at: Option<Moment>,
	) -> DispatchResult {
		let actor = Actor::Role(&who, AssetRoles::METADATA);
		let (mut record, status) = Self::step(asset, Action::SetMetadata, actor)?;
		ensure!(rules::is_key(&key), Error::<T>::BadKey);
		ensure!(rules::is_value(&value), Error::<T>::BadValue);
		let now = Self::now();
		let lasts = expires_at.is_none_or(|end| now < end);
		ensure!(lasts && rules::lock_ends_first(lock, expires_at), Error::<T>::InvalidPeriod);
		let mut old = None;
		if let Some(entry) = Metadata::<T>::get(asset, &key) {
			ensure!(!entry.lock.holds(now), Error::<T>::MetadataLocked);
			old = (!entry.is_expired(now)).then_some(entry.value);
			// First, so that who replaces its own entry needs no more than it has paid.
			Self::give_back(entry.deposit)?;
		} else {
			ensure!(record.metadata < MAX_METADATA, Error::<T>::TooManyMetadata);
			record.metadata.ensure_add_assign(1)?;
		}
		let deposit = Self::take_deposit(who, Self::metadata_footprint())?;
		let entry = Metadatum { value: value.clone(), lock, expires_at, deposit };
		Metadata::<T>::insert(asset, &key, entry);
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::MetadataSet { asset, key, old, new: value, lock, expires_at });
		Ok(())
	}

	pub(crate) fn do_remove_metadata(
		who: T::AccountId,
		asset: AssetId,
		key: MetadataKey,
	) -> DispatchResult {
		let (mut record, status) = Self::step(asset, Action::RemoveMetadata, Actor::Trusted)?;
		let entry = Metadata::<T>::take(asset, &key).ok_or(Error::<T>::UnknownMetadata)?;
		let now = Self::now();
		let may =
			entry.is_expired(now) || Self::may_act(asset, &record, &who, AssetRoles::METADATA);
		ensure!(may, Error::<T>::MissingRole);
		ensure!(!entry.lock.holds(now), Error::<T>::MetadataLocked);
		record.metadata.ensure_sub_assign(1)?;
		Self::give_back(entry.deposit)?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::MetadataRemoved { asset, key, value: entry.value });
		Ok(())
	}

	pub(crate) fn metadata_page(
		asset: AssetId,
		after: Option<MetadataKey>,
		limit: u32,
	) -> Vec<MetadataEntry> {
		if !Assets::<T>::contains_key(asset) {
			return Vec::new();
		}
		let now = Self::now();
		let entries = match after {
			None => Metadata::<T>::iter_prefix(asset),
			Some(key) => {
				Metadata::<T>::iter_prefix_from(asset, Metadata::<T>::hashed_key_for(asset, key))
			},
		};
		entries
			.take(page(limit.min(MAX_PAGE)))
			.filter(|(_, entry)| !entry.is_expired(now))
			.map(|(key, entry)| entry.into_entry(key))
			.collect()
	}
}

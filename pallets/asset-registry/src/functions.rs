// SPDX-License-Identifier: Apache-2.0

//! Registration, papers, facts, the life cycle, removal, and the pages of the view functions.

use crate::{
	rules::{self, Action},
	Asset, AssetOf, Assets, ByIssuer, Config, Deposit, Error, Event, IdentifierOf, Identifiers,
	IdentifiersOf, Metadata, NextAssetId, Pallet, Paper, PaperOf, Papers, Roles, MAX_BOOK_LEN,
	MAX_IDENTIFIERS, MAX_PAGE,
};
use alloc::vec::Vec;
use cadastre_primitives::{
	traits::{AssetClasses, Register},
	AssetClass, AssetFacts, AssetId, AssetInfo, AssetName, AssetRoles, AssetStatus, Country,
	CountryCode, Moment, PackId, PaperId, PaperInfo, PaperKind, ShareTerms,
};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{Consideration, Footprint, Get, UnixTime},
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::traits::EnsureAdd;

/// Who wants to do something to an asset.
pub(crate) enum Actor<'a, AccountId> {
	/// The issuer must do it.
	Issuer(&'a AccountId),
	/// The issuer or somebody with these roles must do it.
	Role(&'a AccountId, AssetRoles),
	/// Whether it may has been found out in another way.
	Trusted,
}

impl<T: Config> Pallet<T> {
	/// What the issuer pays for with an asset: its record, its place in the list of the issuer, and
	/// its book in the layer below.
	pub fn asset_footprint() -> Footprint {
		let listed = <(T::AccountId, AssetId)>::max_encoded_len();
		Footprint::from_parts(
			1,
			AssetOf::<T>::max_encoded_len().saturating_add(listed).saturating_add(MAX_BOOK_LEN),
		)
	}

	/// What who files pays for with a paper: its record.
	pub fn paper_footprint() -> Footprint {
		Footprint::from_mel::<PaperOf<T>>()
	}

	pub(crate) fn do_register(
		issuer: T::AccountId,
		facts: AssetFacts,
		name: AssetName,
		country: Option<CountryCode>,
		pack: PackId,
		shares: ShareTerms,
	) -> DispatchResult {
		ensure!(facts.is_valid(), Error::<T>::BadFacts);
		ensure!(rules::is_name(&name), Error::<T>::BadName);
		if let Some(code) = country {
			ensure!(Country::from_code(code).is_some(), Error::<T>::UnknownCountry);
		}
		let ShareTerms { authorised, units_per_share, class_of } = shares;
		ensure!(authorised > 0, Error::<T>::ZeroAuthorised);
		if let Some((whole, _)) = class_of {
			let whole = Assets::<T>::get(whole).ok_or(Error::<T>::UnknownAsset)?;
			ensure!(whole.issuer == issuer, Error::<T>::NotIssuer);
			ensure!(whole.status != AssetStatus::Retired, Error::<T>::WrongStatus);
		}
		let asset = NextAssetId::<T>::get();
		NextAssetId::<T>::put(asset.ensure_add(1)?);
		let record = Asset {
			issuer: issuer.clone(),
			facts,
			facts_paper: None,
			status: AssetStatus::Draft,
			name: name.clone(),
			country,
			papers: 0,
			identifiers: 0,
			metadata: 0,
			roles: 0,
			attestations: BoundedVec::new(),
			verification: None,
			authorised,
			rounds: 0,
			round: None,
			wind_up: None,
			offer: None,
			ticket: T::AssetConsideration::new(&issuer, Self::asset_footprint())?,
		};
		let by = issuer.clone();
		match class_of {
			None => T::Register::open_book(asset, by, pack, authorised, units_per_share)?,
			Some((of, rank)) => {
				T::Register::open_class(asset, of, rank, by, pack, authorised, units_per_share)?;
			},
		}
		Assets::<T>::insert(asset, record);
		ByIssuer::<T>::insert(&issuer, asset, ());
		Self::deposit_event(Event::AssetRegistered {
			asset,
			issuer,
			class: facts.class(),
			name,
			country,
			pack,
			shares,
		});
		Ok(())
	}

	pub(crate) fn do_file_paper(
		who: T::AccountId,
		asset: AssetId,
		kind: PaperKind,
		digest: H256,
		dated: Moment,
		supersedes: Option<PaperId>,
	) -> DispatchResult {
		let actor = Actor::Role(&who, AssetRoles::PAPERS);
		let (mut record, status) = Self::step(asset, Action::FilePaper, actor)?;
		let paper = record.papers;
		ensure!(paper < T::MaxPapers::get(), Error::<T>::TooManyPapers);
		let filed_at = Self::now();
		ensure!(dated <= filed_at, Error::<T>::DatedInFuture);
		// The ids have no gaps, so that no read is needed.
		ensure!(supersedes.is_none_or(|earlier| earlier < paper), Error::<T>::UnknownPaper);
		record.papers = paper.ensure_add(1)?;
		let ticket = T::PaperConsideration::new(&who, Self::paper_footprint())?;
		let deposit = Deposit { payer: who, ticket };
		Papers::<T>::insert(
			asset,
			paper,
			Paper { kind, digest, dated, filed_at, supersedes, deposit },
		);
		Self::void_attestations(&mut record);
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::PaperFiled { asset, paper, kind, digest, dated, supersedes });
		Ok(())
	}

	pub(crate) fn do_amend_facts(
		who: T::AccountId,
		asset: AssetId,
		facts: AssetFacts,
		paper: Option<PaperId>,
	) -> DispatchResult {
		let actor = Actor::Role(&who, AssetRoles::MANAGER);
		let (mut record, status) = Self::step(asset, Action::AmendFacts, actor)?;
		ensure!(facts.is_valid(), Error::<T>::BadFacts);
		ensure!(facts.class() == record.facts.class(), Error::<T>::WrongClass);
		ensure!(facts != record.facts, Error::<T>::SameFacts);
		ensure!(paper.is_none_or(|paper| paper < record.papers), Error::<T>::UnknownPaper);
		if record.status != AssetStatus::Draft {
			let paper = paper.ok_or(Error::<T>::MissingPaper)?;
			let seen = record.verification.as_ref().map_or(0, |verification| verification.papers);
			let newer = record.facts_paper.is_none_or(|last| paper > last);
			ensure!(newer && paper >= seen, Error::<T>::PaperNotNew);
		}
		let (old, new) = (record.facts.digest(), facts.digest());
		record.facts = facts;
		record.facts_paper = paper.or(record.facts_paper);
		Self::void_attestations(&mut record);
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::FactsAmended { asset, paper, old, new });
		Ok(())
	}

	pub(crate) fn do_activate(issuer: T::AccountId, asset: AssetId) -> DispatchResult {
		let (record, status) = Self::step(asset, Action::Activate, Actor::Issuer(&issuer))?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::AssetActivated { asset });
		Ok(())
	}

	pub(crate) fn do_suspend(asset: AssetId, reason: H256) -> DispatchResult {
		let (record, status) = Self::step(asset, Action::Suspend, Actor::Trusted)?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::AssetSuspended { asset, reason });
		Ok(())
	}

	pub(crate) fn do_resume(asset: AssetId) -> DispatchResult {
		let (record, status) = Self::step(asset, Action::Resume, Actor::Trusted)?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::AssetResumed { asset });
		Ok(())
	}

	pub(crate) fn do_retire(issuer: T::AccountId, asset: AssetId) -> DispatchResult {
		let (mut record, status) = Self::step(asset, Action::Retire, Actor::Issuer(&issuer))?;
		ensure!(record.round.is_none(), Error::<T>::RoundOpen);
		ensure!(T::Register::supply(asset) == 0, Error::<T>::SharesInIssue);
		// Nobody can accept what is over.
		record.offer = None;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::AssetRetired { asset });
		Ok(())
	}

	/// Answers how many entries were removed, the identifiers not counted.
	pub(crate) fn do_remove(
		issuer: T::AccountId,
		asset: AssetId,
		limit: u32,
	) -> Result<u32, DispatchError> {
		let (mut record, status) = Self::step(asset, Action::Remove, Actor::Issuer(&issuer))?;
		ensure!(limit > 0, Error::<T>::ZeroLimit);
		ensure!(T::Register::supply(asset) == 0, Error::<T>::SharesInIssue);
		let limit = limit.min(T::MaxPapers::get());
		let of_details = Self::remove_details(asset, &mut record, limit)?;
		let of_papers = Self::remove_papers(asset, &mut record, limit.saturating_sub(of_details))?;
		if record.metadata > 0 || record.roles > 0 || record.papers > 0 {
			Self::store(asset, record, status)?;
		} else {
			T::Register::close_book(asset)?;
			Assets::<T>::remove(asset);
			ByIssuer::<T>::remove(&issuer, asset);
			record.ticket.drop(&issuer)?;
			Self::deposit_event(Event::AssetRemoved { asset });
		}
		Ok(of_details.saturating_add(of_papers))
	}

	/// Removes all identifiers, and at most `limit` entries of metadata and roles. Answers how many
	/// of the latter.
	fn remove_details(
		asset: AssetId,
		record: &mut AssetOf<T>,
		limit: u32,
	) -> Result<u32, DispatchError> {
		let mut identifiers = 0_u32;
		for (identifier, ()) in IdentifiersOf::<T>::drain_prefix(asset).take(page(MAX_IDENTIFIERS))
		{
			identifiers = identifiers.saturating_add(1);
			if let Some(IdentifierOf::<T> { deposit, .. }) = Identifiers::<T>::take(identifier) {
				Self::give_back(deposit)?;
			}
		}
		let mut metadata = 0_u32;
		for (_, entry) in Metadata::<T>::drain_prefix(asset).take(page(limit)) {
			metadata = metadata.saturating_add(1);
			Self::give_back(entry.deposit)?;
		}
		let mut roles = 0_u32;
		for (_, grant) in Roles::<T>::drain_prefix(asset).take(page(limit.saturating_sub(metadata)))
		{
			roles = roles.saturating_add(1);
			Self::give_back(grant.deposit)?;
		}
		record.identifiers = record.identifiers.saturating_sub(identifiers);
		record.metadata = record.metadata.saturating_sub(metadata);
		record.roles = record.roles.saturating_sub(roles);
		let counted = metadata.saturating_add(roles);
		let removed = counted.saturating_add(identifiers);
		if removed > 0 {
			let left = record.metadata.saturating_add(record.roles);
			Self::deposit_event(Event::DetailsRemoved { asset, removed, left });
		}
		Ok(counted)
	}

	/// Removes at most `limit` papers. Answers how many.
	fn remove_papers(
		asset: AssetId,
		record: &mut AssetOf<T>,
		limit: u32,
	) -> Result<u32, DispatchError> {
		let removed = record.papers.min(limit);
		let left = record.papers.saturating_sub(removed);
		// The last ones first, so that the ids that are left have no gaps.
		for id in (left..record.papers).rev() {
			if let Some(Paper { deposit, .. }) = Papers::<T>::take(asset, id) {
				deposit.ticket.drop(&deposit.payer)?;
			}
		}
		record.papers = left;
		if removed > 0 {
			Self::deposit_event(Event::PapersRemoved { asset, removed, left });
		}
		Ok(removed)
	}

	/// What has been attested to a draft is void once it is another one.
	fn void_attestations(record: &mut AssetOf<T>) {
		if record.status == AssetStatus::Draft {
			record.attestations = BoundedVec::new();
		}
	}

	/// An asset and its status after an action, if the action is open to the actor.
	pub(crate) fn step(
		asset: AssetId,
		action: Action,
		actor: Actor<T::AccountId>,
	) -> Result<(AssetOf<T>, AssetStatus), DispatchError> {
		let record = Assets::<T>::get(asset).ok_or(Error::<T>::UnknownAsset)?;
		match actor {
			Actor::Issuer(who) => ensure!(*who == record.issuer, Error::<T>::NotIssuer),
			Actor::Role(who, roles) => {
				ensure!(Self::may_act(asset, &record, who, roles), Error::<T>::MissingRole);
			},
			Actor::Trusted => (),
		}
		let status = rules::after(record.status, action).ok_or(Error::<T>::WrongStatus)?;
		Ok((record, status))
	}

	/// Stores an asset with its new status. This is the only place that sets the status of a book.
	pub(crate) fn store(
		asset: AssetId,
		mut record: AssetOf<T>,
		status: AssetStatus,
	) -> DispatchResult {
		let book = rules::book_status(status);
		if book != rules::book_status(record.status) {
			T::Register::set_status(asset, book)?;
		}
		record.status = status;
		Assets::<T>::insert(asset, record);
		Ok(())
	}

	pub(crate) fn now() -> Moment {
		T::Time::now().as_secs()
	}

	pub(crate) fn asset_info(asset: AssetId) -> Option<AssetInfo<T::AccountId>> {
		Assets::<T>::get(asset).map(Asset::into_info)
	}

	pub(crate) fn paper_page(asset: AssetId, after: Option<PaperId>, limit: u32) -> Vec<PaperInfo> {
		let Some(record) = Assets::<T>::get(asset) else { return Vec::new() };
		let first = after.map_or(0, |id| id.saturating_add(1));
		let end = first.saturating_add(limit.min(MAX_PAGE)).min(record.papers);
		(first..end)
			.filter_map(|id| Papers::<T>::get(asset, id).map(|paper| paper.into_info(id)))
			.collect()
	}

	pub(crate) fn asset_page(
		issuer: T::AccountId,
		after: Option<AssetId>,
		limit: u32,
	) -> Vec<AssetId> {
		let assets = match after {
			None => ByIssuer::<T>::iter_key_prefix(&issuer),
			Some(asset) => ByIssuer::<T>::iter_key_prefix_from(
				&issuer,
				ByIssuer::<T>::hashed_key_for(&issuer, asset),
			),
		};
		assets.take(page(limit.min(MAX_PAGE))).collect()
	}
}

/// A bound as the length of an iterator.
pub(crate) fn page(limit: u32) -> usize {
	usize::try_from(limit).unwrap_or(0)
}

impl<T: Config> AssetClasses for Pallet<T> {
	fn class(asset: AssetId) -> Option<AssetClass> {
		Assets::<T>::get(asset).map(|asset| asset.facts.class())
	}
}

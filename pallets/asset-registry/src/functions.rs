// SPDX-License-Identifier: Apache-2.0

//! What the calls and the view functions do.

use crate::{
	rules::{self, Action},
	Asset, AssetOf, Assets, Config, Error, Event, NextAssetId, Pallet, Paper, PaperOf, Papers,
	MAX_BOOK_LEN, MAX_PAGE,
};
use alloc::vec::Vec;
use cadastre_primitives::{
	traits::Register, AssetClass, AssetId, AssetInfo, AssetName, AssetStatus, Balance, Country,
	CountryCode, Moment, PackId, PaperId, PaperInfo, PaperKind, Verification,
};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{Consideration, Footprint, Get, UnixTime},
};
use sp_core::H256;
use sp_runtime::traits::EnsureAdd;

impl<T: Config> Pallet<T> {
	/// What the issuer pays for with an asset: its record, and its book in the layer below.
	pub fn asset_footprint() -> Footprint {
		Footprint::from_parts(1, AssetOf::<T>::max_encoded_len().saturating_add(MAX_BOOK_LEN))
	}

	/// What the issuer pays for with a paper: its record.
	pub fn paper_footprint() -> Footprint {
		Footprint::from_mel::<PaperOf<T>>()
	}

	pub(crate) fn do_register(
		issuer: T::AccountId,
		class: AssetClass,
		name: AssetName,
		country: Option<CountryCode>,
		pack: PackId,
		authorised: Balance,
	) -> DispatchResult {
		ensure!(rules::is_name(&name), Error::<T>::BadName);
		if let Some(code) = country {
			ensure!(Country::from_code(code).is_some(), Error::<T>::UnknownCountry);
		}
		ensure!(authorised > 0, Error::<T>::ZeroAuthorised);
		let asset = NextAssetId::<T>::get();
		NextAssetId::<T>::put(asset.ensure_add(1)?);
		let record = Asset {
			issuer: issuer.clone(),
			class,
			status: AssetStatus::Draft,
			name: name.clone(),
			country,
			papers: 0,
			verification: None,
			ticket: T::AssetConsideration::new(&issuer, Self::asset_footprint())?,
		};
		T::Register::open_book(asset, issuer.clone(), pack, authorised, 1)?;
		Assets::<T>::insert(asset, record);
		Self::deposit_event(Event::AssetRegistered {
			asset,
			issuer,
			class,
			name,
			country,
			pack,
			authorised,
		});
		Ok(())
	}

	pub(crate) fn do_file_paper(
		issuer: T::AccountId,
		asset: AssetId,
		kind: PaperKind,
		digest: H256,
		dated: Moment,
		supersedes: Option<PaperId>,
	) -> DispatchResult {
		let (mut record, status) = Self::step(asset, Action::FilePaper, Some(&issuer))?;
		let paper = record.papers;
		ensure!(paper < T::MaxPapers::get(), Error::<T>::TooManyPapers);
		let filed_at = Self::now();
		ensure!(dated <= filed_at, Error::<T>::DatedInFuture);
		// The ids have no gaps, so that no read is needed.
		ensure!(supersedes.is_none_or(|earlier| earlier < paper), Error::<T>::UnknownPaper);
		record.papers = paper.ensure_add(1)?;
		let ticket = T::PaperConsideration::new(&issuer, Self::paper_footprint())?;
		Papers::<T>::insert(
			asset,
			paper,
			Paper { kind, digest, dated, filed_at, supersedes, ticket },
		);
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::PaperFiled { asset, paper, kind, digest, dated, supersedes });
		Ok(())
	}

	pub(crate) fn do_verify(verifier: T::AccountId, asset: AssetId, papers: u32) -> DispatchResult {
		let (mut record, status) = Self::step(asset, Action::Verify, None)?;
		ensure!(record.issuer != verifier, Error::<T>::IssuerCannotVerify);
		ensure!(record.papers > 0, Error::<T>::NoPapers);
		ensure!(record.papers == papers, Error::<T>::PapersChanged);
		let at = Self::now();
		record.verification = Some(Verification { verifier: verifier.clone(), papers, at });
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::AssetVerified { asset, verifier, papers });
		Ok(())
	}

	pub(crate) fn do_activate(issuer: T::AccountId, asset: AssetId) -> DispatchResult {
		let (record, status) = Self::step(asset, Action::Activate, Some(&issuer))?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::AssetActivated { asset });
		Ok(())
	}

	pub(crate) fn do_suspend(asset: AssetId, reason: H256) -> DispatchResult {
		let (record, status) = Self::step(asset, Action::Suspend, None)?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::AssetSuspended { asset, reason });
		Ok(())
	}

	pub(crate) fn do_resume(asset: AssetId) -> DispatchResult {
		let (record, status) = Self::step(asset, Action::Resume, None)?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::AssetResumed { asset });
		Ok(())
	}

	pub(crate) fn do_retire(issuer: T::AccountId, asset: AssetId) -> DispatchResult {
		let (record, status) = Self::step(asset, Action::Retire, Some(&issuer))?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::AssetRetired { asset });
		Ok(())
	}

	/// Answers how many papers were removed.
	pub(crate) fn do_remove(
		issuer: T::AccountId,
		asset: AssetId,
		limit: u32,
	) -> Result<u32, DispatchError> {
		let (mut record, status) = Self::step(asset, Action::Remove, Some(&issuer))?;
		ensure!(limit > 0, Error::<T>::ZeroLimit);
		ensure!(T::Register::supply(asset) == 0, Error::<T>::SharesInIssue);
		let removed = record.papers.min(limit).min(T::MaxPapers::get());
		let left = record.papers.saturating_sub(removed);
		// The last ones first, so that the ids that are left have no gaps.
		for id in (left..record.papers).rev() {
			if let Some(paper) = Papers::<T>::take(asset, id) {
				paper.ticket.drop(&issuer)?;
			}
		}
		if removed > 0 {
			Self::deposit_event(Event::PapersRemoved { asset, removed, left });
		}
		if left > 0 {
			record.papers = left;
			Self::store(asset, record, status)?;
		} else {
			T::Register::close_book(asset)?;
			Assets::<T>::remove(asset);
			record.ticket.drop(&issuer)?;
			Self::deposit_event(Event::AssetRemoved { asset });
		}
		Ok(removed)
	}

	/// An asset and its status after an action, if the action is open to the issuer that is given.
	fn step(
		asset: AssetId,
		action: Action,
		issuer: Option<&T::AccountId>,
	) -> Result<(AssetOf<T>, AssetStatus), DispatchError> {
		let record = Assets::<T>::get(asset).ok_or(Error::<T>::UnknownAsset)?;
		ensure!(issuer.is_none_or(|issuer| *issuer == record.issuer), Error::<T>::NotIssuer);
		let status = rules::after(record.status, action).ok_or(Error::<T>::WrongStatus)?;
		Ok((record, status))
	}

	/// Stores an asset with its new status. This is the only place that sets the status of a book.
	fn store(asset: AssetId, mut record: AssetOf<T>, status: AssetStatus) -> DispatchResult {
		let book = rules::book_status(status);
		if book != rules::book_status(record.status) {
			T::Register::set_status(asset, book)?;
		}
		record.status = status;
		Assets::<T>::insert(asset, record);
		Ok(())
	}

	fn now() -> Moment {
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
}

// SPDX-License-Identifier: Apache-2.0

//! The register, as the layer above sees it.

use crate::{Book, Books, Config, Conversions, Error, Event, Pallet};
use cadastre_primitives::{
	traits::{Gatekeeper, Register},
	AssetId, Balance, BookStatus, PackId,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_runtime::traits::{EnsureAddAssign, EnsureSubAssign};

impl<T: Config> Pallet<T> {
	fn do_open(
		asset: AssetId,
		issuer: T::AccountId,
		pack: PackId,
		authorised: Balance,
		units_per_share: Balance,
		class: Option<(AssetId, u8)>,
	) -> DispatchResult {
		ensure!(!Books::<T>::contains_key(asset), Error::<T>::BookExists);
		ensure!(units_per_share > 0, Error::<T>::IndivisibleFactor);
		T::Gatekeeper::follow(pack)?;
		let book = Book {
			status: BookStatus::Closed,
			halted: false,
			issuer: issuer.clone(),
			pack,
			supply: 0,
			authorised,
			units_per_share,
			holders: 0,
			by_class: Default::default(),
			kept: 0,
			denied: 0,
			checkpoint: 0,
			oldest: 0,
			newest: 0,
			opened_at: 0,
			class_of: class.map(|(of, _)| of),
			classes: 0,
			rank: class.map_or(0, |(_, rank)| rank),
			orders: 0,
			watched: false,
		};
		Books::<T>::insert(asset, book);
		Self::deposit_event(Event::BookOpened { asset, issuer, pack, authorised });
		Ok(())
	}
}

impl<T: Config> Register<T::AccountId> for Pallet<T> {
	fn open_book(
		asset: AssetId,
		issuer: T::AccountId,
		pack: PackId,
		authorised: Balance,
		units_per_share: Balance,
	) -> DispatchResult {
		Self::do_open(asset, issuer, pack, authorised, units_per_share, None)
	}

	fn open_class(
		asset: AssetId,
		of: AssetId,
		rank: u8,
		issuer: T::AccountId,
		pack: PackId,
		authorised: Balance,
		units_per_share: Balance,
	) -> DispatchResult {
		let mut whole = Books::<T>::get(of).ok_or_else(Self::unknown_asset)?;
		ensure!(whole.class_of.is_none(), Error::<T>::NotAClass);
		Self::do_open(asset, issuer, pack, authorised, units_per_share, Some((of, rank)))?;
		whole.classes.ensure_add_assign(1)?;
		Books::<T>::insert(of, whole);
		Ok(())
	}

	/// Setting the status that the book has changes nothing and deposits no event.
	fn set_status(asset: AssetId, status: BookStatus) -> DispatchResult {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		let old = book.status;
		if old == status {
			return Ok(());
		}
		book.status = status;
		if book.opened_at == 0 && status == BookStatus::Open {
			book.opened_at = Self::now();
		}
		Books::<T>::insert(asset, book);
		Self::deposit_event(Event::BookStatusSet { asset, old, new: status });
		Ok(())
	}

	fn close_book(asset: AssetId) -> DispatchResult {
		let book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		ensure!(book.supply == 0, Error::<T>::SharesInIssue);
		ensure!(book.orders == 0, Error::<T>::OrdersOpen);
		ensure!(book.newest == 0, Error::<T>::CheckpointsLeft);
		ensure!(book.kept == 0, Error::<T>::PositionsLeft);
		ensure!(book.denied == 0, Error::<T>::DenyListNotEmpty);
		ensure!(book.classes == 0, Error::<T>::ClassesLeft);
		// Whoever watches must still find the book to end that.
		ensure!(!book.watched, Error::<T>::Watched);
		if let Some(of) = book.class_of {
			let mut whole = Books::<T>::get(of).ok_or_else(Self::unknown_asset)?;
			whole.classes.ensure_sub_assign(1)?;
			Books::<T>::insert(of, whole);
		}
		T::Gatekeeper::unfollow(book.pack);
		Conversions::<T>::remove(asset);
		Books::<T>::remove(asset);
		Self::deposit_event(Event::BookClosed { asset });
		Ok(())
	}

	fn supply(asset: AssetId) -> Balance {
		Books::<T>::get(asset).map_or(0, |book| book.supply)
	}

	/// Setting the issuer that the book has changes nothing and deposits no event.
	fn set_issuer(asset: AssetId, new: T::AccountId) -> DispatchResult {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		if book.issuer != new {
			let old = core::mem::replace(&mut book.issuer, new.clone());
			Books::<T>::insert(asset, book);
			Self::deposit_event(Event::IssuerChanged { asset, old, new });
		}
		Ok(())
	}

	/// Setting the number that the book has changes nothing and deposits no event.
	fn set_authorised(asset: AssetId, number: Balance) -> DispatchResult {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		ensure!(number >= book.supply, Error::<T>::SharesInIssue);
		let old = book.authorised;
		if old != number {
			book.authorised = number;
			Books::<T>::insert(asset, book);
			Self::deposit_event(Event::AuthorisedSet { asset, old, new: number });
		}
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_pack() -> PackId {
		T::Gatekeeper::benchmark_pack()
	}
}

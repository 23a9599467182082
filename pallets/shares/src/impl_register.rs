// SPDX-License-Identifier: Apache-2.0

//! The register, as the layer above sees it.

use crate::{Book, Books, Config, Error, Event, Pallet};
use cadastre_primitives::{
	traits::{Gatekeeper, Register},
	AssetId, Balance, BookStatus, PackId,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Register<T::AccountId> for Pallet<T> {
	fn open_book(
		asset: AssetId,
		issuer: T::AccountId,
		pack: PackId,
		authorised: Balance,
	) -> DispatchResult {
		ensure!(!Books::<T>::contains_key(asset), Error::<T>::BookExists);
		T::Gatekeeper::follow(pack)?;
		let book = Book {
			status: BookStatus::Closed,
			issuer: issuer.clone(),
			pack,
			supply: 0,
			authorised,
			holders: 0,
		};
		Books::<T>::insert(asset, book);
		Self::deposit_event(Event::BookOpened { asset, issuer, pack, authorised });
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
		Books::<T>::insert(asset, book);
		Self::deposit_event(Event::BookStatusSet { asset, old, new: status });
		Ok(())
	}

	fn close_book(asset: AssetId) -> DispatchResult {
		let book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		ensure!(book.supply == 0, Error::<T>::SharesInIssue);
		T::Gatekeeper::unfollow(book.pack);
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

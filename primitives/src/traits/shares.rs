// SPDX-License-Identifier: Apache-2.0

use crate::{AssetId, Balance, BookStatus, PackId};
use frame_support::pallet_prelude::DispatchResult;

/// Layer 1 to the layers above: the register of an asset's holders.
pub trait Register<AccountId> {
	/// Opens the book of a new asset, closed for movements.
	///
	/// # Errors
	/// If the asset has a book, or the pack does not exist.
	fn open_book(
		asset: AssetId,
		issuer: AccountId,
		pack: PackId,
		authorised: Balance,
	) -> DispatchResult;

	/// Sets for what the book is open.
	///
	/// # Errors
	/// If the asset has no book.
	fn set_status(asset: AssetId, status: BookStatus) -> DispatchResult;

	/// Removes the book.
	///
	/// # Errors
	/// If the asset has no book, or shares of it are in issue.
	fn close_book(asset: AssetId) -> DispatchResult;

	/// Shares in issue; 0 for an asset without a book.
	fn supply(asset: AssetId) -> Balance;

	/// Hands the book to another issuer.
	///
	/// # Errors
	/// If the asset has no book.
	fn set_issuer(asset: AssetId, new: AccountId) -> DispatchResult;

	/// Sets the most shares that may be in issue.
	///
	/// # Errors
	/// If the asset has no book, or more shares of it are in issue.
	fn set_authorised(asset: AssetId, number: Balance) -> DispatchResult;

	/// A pack that a new asset can follow.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_pack() -> PackId;
}

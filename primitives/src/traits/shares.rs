// SPDX-License-Identifier: Apache-2.0

use crate::{AssetId, Balance, BookStatus, CheckpointId, InvestorId, Moment, PackId};
use frame_support::{
	pallet_prelude::{DispatchError, DispatchResult},
	weights::Weight,
};

/// Layer 1 to the layers above: the register of an asset's holders.
pub trait Register<AccountId> {
	/// Opens the book of a new asset, closed for movements. `authorised` is a number of units, of
	/// which `units_per_share` are one share.
	///
	/// # Errors
	/// If the asset has a book, the pack does not exist, or a share would be no unit.
	fn open_book(
		asset: AssetId,
		issuer: AccountId,
		pack: PackId,
		authorised: Balance,
		units_per_share: Balance,
	) -> DispatchResult;

	/// Opens the book of a new class of shares of the asset `of`, closed for movements: a book of
	/// its own. The class of the lowest rank is served first.
	///
	/// # Errors
	/// As for [`Self::open_book`], and if `of` has no book or is a class itself.
	fn open_class(
		asset: AssetId,
		of: AssetId,
		rank: u8,
		issuer: AccountId,
		pack: PackId,
		authorised: Balance,
		units_per_share: Balance,
	) -> DispatchResult;

	/// Sets for what the book is open.
	///
	/// # Errors
	/// If the asset has no book.
	fn set_status(asset: AssetId, status: BookStatus) -> DispatchResult;

	/// Removes the book.
	///
	/// # Errors
	/// If the asset has no book, if shares of it are in issue, if somebody refers to a checkpoint of
	/// it, if a position must still be pruned, if somebody is on its deny list, or if it is watched.
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

/// Layer 1 to the layers above: what was owned at moments that somebody refers to. All amounts are
/// units.
pub trait Checkpoints {
	/// Keeps what everybody owns now, for as long as somebody refers to it, and refers to it once.
	/// Writes no position, whatever the number of holders.
	///
	/// # Errors
	/// If the asset has no book, or as many checkpoints as it may have.
	fn take(asset: AssetId) -> Result<CheckpointId, DispatchError>;

	/// Refers to a checkpoint once more.
	///
	/// # Errors
	/// If nobody refers to it any more.
	fn hold(asset: AssetId, checkpoint: CheckpointId) -> DispatchResult;

	/// Refers to a checkpoint once less; with the last reference it is gone.
	///
	/// # Errors
	/// If nobody refers to it any more.
	fn release(asset: AssetId, checkpoint: CheckpointId) -> DispatchResult;

	/// What an investor owned at a checkpoint, free and held. One read, or two if the position has
	/// changed after later checkpoints too. Only for who refers to the checkpoint: of any other the
	/// answer means nothing.
	fn balance_at(asset: AssetId, investor: InvestorId, checkpoint: CheckpointId) -> Balance;

	/// Units in issue at a checkpoint; none if nobody refers to it. One read.
	fn supply_at(asset: AssetId, checkpoint: CheckpointId) -> Option<Balance>;

	/// How many investors owned shares at a checkpoint; none if nobody refers to it. One read.
	fn holders_at(asset: AssetId, checkpoint: CheckpointId) -> Option<u32>;
}

/// Layer 1 to the layers above, without being asked: what an investor owns has changed.
pub trait OnHoldingChange {
	/// Called once for each position that a movement has changed, after it was written, of assets
	/// that are watched: see [`crate::traits::Holders::watch`]. `before`
	/// and `after` are all that is owned, free and held, in units. Must not move shares.
	fn on_change(asset: AssetId, investor: InvestorId, before: Balance, after: Balance);

	/// The most that one call of [`Self::on_change`] weighs. Whatever moves shares declares it for
	/// each position that it may change, and gives it back if the asset is not watched.
	fn weight() -> Weight;
}

impl OnHoldingChange for () {
	fn on_change(_: AssetId, _: InvestorId, _: Balance, _: Balance) {}

	fn weight() -> Weight {
		Weight::zero()
	}
}

impl<A: OnHoldingChange> OnHoldingChange for (A,) {
	fn on_change(asset: AssetId, investor: InvestorId, before: Balance, after: Balance) {
		A::on_change(asset, investor, before, after);
	}

	fn weight() -> Weight {
		A::weight()
	}
}

impl<A: OnHoldingChange, B: OnHoldingChange> OnHoldingChange for (A, B) {
	fn on_change(asset: AssetId, investor: InvestorId, before: Balance, after: Balance) {
		A::on_change(asset, investor, before, after);
		B::on_change(asset, investor, before, after);
	}

	fn weight() -> Weight {
		A::weight().saturating_add(B::weight())
	}
}

/// Layer 1 to the layers above: holds that end by themselves, which `fungibles::hold` does not
/// know.
pub trait TimedHolds<AccountId, HoldReason> {
	/// Holds units of the investor behind a key for a purpose, until `expires_at`, the first second
	/// at which anybody may release them. Adds to what is held for the purpose already, and then
	/// the later of both ends holds.
	///
	/// # Errors
	/// If fewer units can move, if the end is not in the future, or if the position has as many
	/// holds as it may have.
	fn hold_until(
		asset: AssetId,
		reason: &HoldReason,
		who: &AccountId,
		amount: Balance,
		expires_at: Moment,
	) -> DispatchResult;
}

// SPDX-License-Identifier: Apache-2.0

use crate::{AssetClass, AssetId, Balance, CheckpointId, Country, InvestorId, Marks, Moment};
use alloc::vec::Vec;
use frame_support::pallet_prelude::{DispatchError, DispatchResult};

/// Layer 1 to the layers above: the owners of an asset, one by one or in pages. All amounts are
/// units.
pub trait Holders {
	/// What an investor owns now, free and held. One read.
	fn owned(asset: AssetId, investor: InvestorId) -> Balance;

	/// Units in issue now; 0 for an asset without a book. One read.
	fn in_issue(asset: AssetId) -> Balance;

	/// When a checkpoint was taken; none if nobody refers to it. One read.
	fn taken_at(asset: AssetId, checkpoint: CheckpointId) -> Option<Moment>;

	/// What an investor owned at a checkpoint, as [`crate::traits::Checkpoints::balance_at`] says,
	/// and the marks of its position.
	fn holding_at(
		asset: AssetId,
		investor: InvestorId,
		checkpoint: CheckpointId,
	) -> (Balance, Marks);

	/// Marks the position of an investor with a number, so that whoever reads what is owned also
	/// reads what became of it. Marks go with the position, which stays while somebody refers to a
	/// checkpoint at which something was owned. One write, of a value that was read.
	///
	/// # Errors
	/// If the investor has no position.
	fn mark(asset: AssetId, investor: InvestorId, number: u32) -> DispatchResult;

	/// Takes such a mark away. One write, of a value that was read.
	///
	/// # Errors
	/// If the investor has no position.
	fn unmark(asset: AssetId, investor: InvestorId, number: u32) -> DispatchResult;

	/// Whether the position of an investor is that of `last` or comes before it, in the order of
	/// [`Self::page`], whether or not the two have one. No read.
	fn is_passed(investor: InvestorId, last: InvestorId) -> bool;

	/// Up to `limit` positions in the order of the trie, after that of the investor `after`, who
	/// need not have one any more: the investor, what it owned at the checkpoint, 0 included, and
	/// its marks. Fewer than `limit` means that there is none after these. One read each.
	///
	/// Whoever owned something at a checkpoint to which somebody refers has a position, so that
	/// all pages together have every owner once, whatever moves between them.
	fn page(
		asset: AssetId,
		checkpoint: CheckpointId,
		after: Option<InvestorId>,
		limit: u32,
	) -> Vec<(InvestorId, Balance, Marks)>;

	/// Whether [`crate::traits::OnHoldingChange`] is to be told of the asset: a movement of one
	/// that is not watched pays nothing for it.
	///
	/// # Errors
	/// If the asset has no book.
	fn watch(asset: AssetId, on: bool) -> DispatchResult;

	/// Makes an asset that has so many units in issue and whose one holder is this investor.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_holder(asset: AssetId, investor: InvestorId, units: Balance);
}

/// Layer 0 to the layers above: to whom the income of an investor is paid, and under which law.
pub trait Payees<AccountId> {
	/// The investor for whom an account claims income. One read for the key and one for the
	/// standing of the providers.
	///
	/// # Errors
	/// If the account is no key with the right to claim, the key has expired, or the investor is
	/// one that [`Self::payee`] refuses.
	fn claimant(who: &AccountId) -> Result<InvestorId, DispatchError>;

	/// The account to which the income of an investor goes: one of its keys. One read for the
	/// investor, one for that key and one for the standing of the providers.
	///
	/// # Errors
	/// If the investor is blocked, its provider is not listed, or it has no key that can be paid.
	/// The end of a provider's statement alone is no reason, as it is none against a redemption.
	fn payee(investor: InvestorId) -> Result<AccountId, DispatchError>;

	/// The tax residence that was stated of an investor at a moment; [`Country::NONE`] if nobody
	/// knows. `key` is one of its keys that was read anyway: of a moment since the last statement
	/// it says everything, and nothing else is read.
	fn tax_residence(investor: InvestorId, at: Moment, key: Option<&AccountId>) -> Country;

	/// Admits an investor whose one key is this account, with this tax residence.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_admit(who: &AccountId, tax_residence: crate::CountryCode) -> InvestorId;
}

/// Layer 2 to the layers above: what kind of thing an asset is.
pub trait AssetClasses {
	/// The class of an asset; none if there is no such asset. One read.
	fn class(asset: AssetId) -> Option<AssetClass>;
}

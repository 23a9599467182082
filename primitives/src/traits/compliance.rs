// SPDX-License-Identifier: Apache-2.0

use crate::{Facts, Failures, Key, PackId, Reason};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};

/// Layer 0 to the layers above: who is behind a key, and may a movement go ahead?
///
/// There is no implementation for `()`: a ledger without rules must not compile.
pub trait Gatekeeper<AccountId> {
	/// The record of a key. One read.
	fn key(who: &AccountId) -> Option<Key>;

	/// Every reason of a party or of the pack against a movement; empty if there is none.
	///
	/// Execution and dry run both call this. Reads the providers' status and the pack, one key
	/// each, and a second pack where a new version has become effective and was not yet enacted.
	/// Fails closed: no pack, no movement (a redemption asks no pack).
	fn examine(pack: PackId, facts: &Facts) -> Failures;

	/// The error that names a reason.
	fn refusal(reason: Reason) -> DispatchError;

	/// Counts one more asset as a follower of a pack, which then cannot be withdrawn.
	///
	/// # Errors
	/// If the pack does not exist, or has the most followers that a counter can hold.
	fn follow(pack: PackId) -> DispatchResult;

	/// Counts one asset less as a follower of a pack.
	fn unfollow(pack: PackId);

	/// A key of a new investor that passes the pack of [`Self::benchmark_pack`].
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_admit(who: &AccountId);

	/// A pack of [`crate::MAX_RULES`] rules that are all evaluated and all pass.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_pack() -> PackId;
}

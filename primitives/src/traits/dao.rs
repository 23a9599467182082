// SPDX-License-Identifier: Apache-2.0

use crate::{AssetId, InvestorId, Key, ResolutionClass};

/// The layers below to the assembly of an asset's holders: who votes, and who does not.
pub trait Electorate<AccountId> {
	/// The record of a key. One read.
	fn key(who: &AccountId) -> Option<Key>;

	/// Whether an investor must not vote, because the compliance authority has blocked it or
	/// because there is no such investor. At most two reads.
	fn is_excluded(investor: InvestorId) -> bool;

	/// The investor whose shares of the asset are the issuer's own: they do not vote and do not
	/// count for the quorum. At most three reads, once a resolution.
	fn treasury(asset: AssetId) -> Option<InvestorId>;
}

/// Which calls the holders of an asset may resolve, and by which class of resolution at least.
///
/// A list of what is allowed, not of what is forbidden: a call that nobody thought of, and any call
/// that carries another call, is not on it.
pub trait AllowedCalls<RuntimeCall> {
	/// The least class of resolution that may execute the call; none if no resolution may.
	fn least_class(call: &RuntimeCall) -> Option<ResolutionClass>;
}

/// What was taken from a manager, or from the proposer of a resolution that nobody supported, goes
/// to the holders who were harmed.
pub trait Compensation<Credit> {
	/// Gives the money to the holders of the asset.
	fn compensate(asset: AssetId, credit: Credit);
}

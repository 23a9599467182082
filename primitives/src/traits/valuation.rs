// SPDX-License-Identifier: Apache-2.0

#[cfg(feature = "runtime-benchmarks")]
use crate::Moment;
use crate::{AssetClass, AssetId, Country, FeedId, InvestorId, Valuation};

/// Layer 3 to the layers above: what is an asset worth, and can it be relied on?
///
/// There is no way to a value without its status: see [`Valuation::when`].
pub trait InspectValuation {
	/// The answer of a feed; none if there is no such feed, or it has never had an answer. One
	/// read, and the time.
	fn valuation(feed: FeedId) -> Option<Valuation>;
}

/// No oracle: nothing has a value.
impl InspectValuation for () {
	fn valuation(_: FeedId) -> Option<Valuation> {
		None
	}
}

/// What layer 3 asks the layers below of what it values and of whom it deals with.
pub trait ValuedAssets<AccountId> {
	/// Class and country of an asset that can be valued; none if there is no such asset. The
	/// country is [`Country::NONE`] if it is under no one country's law.
	fn facts(asset: AssetId) -> Option<(AssetClass, Country)>;

	/// Whether a key is that of an investor who owns shares of the asset.
	fn is_holder(asset: AssetId, who: &AccountId) -> bool;

	/// The identity behind a key, whose claims hold now; none if there is none.
	fn identity(who: &AccountId) -> Option<InvestorId>;

	/// An asset in real estate that exists, and whose issuer's origin can be had; the account
	/// becomes a holder of it and gets an identity.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_asset(holder: &AccountId) -> AssetId;

	/// Sets the time of the block.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set_time(now: Moment);
}

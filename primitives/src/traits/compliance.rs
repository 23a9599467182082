// SPDX-License-Identifier: Apache-2.0

use crate::{
	Balance, ClassCounts, Country, Effects, Eligibility, Facts, Failures, InvestorId, Key, Moment,
	PackId, Reason,
};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};

/// What a rule may ask the ledger beyond the facts of a movement. Each answer costs the ledger a
/// read, so that only an asset whose pack asks pays for it.
pub trait Ledger {
	/// The holders of the asset who were counted in a country, by class. One read.
	fn holders_in(&self, country: Country) -> ClassCounts;

	/// The holders of the asset by class. No read.
	fn holders_by_class(&self) -> ClassCounts;

	/// The shares that the sender has given in the running window of so many seconds, without this
	/// movement. One read.
	fn given(&self, window: Moment) -> Balance;
}

/// Layer 0 to the layers above: who is behind a key, and may a movement go ahead?
///
/// There is no implementation for `()`: a ledger without rules must not compile.
pub trait Gatekeeper<AccountId> {
	/// The record of a key. One read.
	fn key(who: &AccountId) -> Option<Key>;

	/// Every reason of a party or of the pack against a movement, empty if there is none; and what
	/// the movement leaves behind if it goes ahead.
	///
	/// Execution and dry run both call this. Reads the providers' status and the pack, one key
	/// each, a second pack where a new version has become effective and was not yet enacted, and
	/// what else the rules of the pack ask. Fails closed: no pack, no movement (a redemption, a
	/// forced transfer and a cancellation ask no pack).
	fn examine(pack: PackId, facts: &Facts, ledger: &dyn Ledger) -> (Failures, Effects);

	/// Counts a movement that goes ahead, where [`Effects::cohort`] says so. The ledger calls it
	/// for each movement that it executes, with the effects that [`Self::examine`] answered.
	///
	/// # Errors
	/// If a counter would overflow.
	fn record(facts: &Facts, effects: &Effects) -> DispatchResult;

	/// The eligibility word of an investor; none if there is no such investor. Two reads.
	fn eligibility(investor: InvestorId) -> Option<Eligibility>;

	/// Replaces all keys of an investor by one with every right, as an order under due process
	/// says. The deposits of the old keys return to those who paid them.
	///
	/// # Errors
	/// If there is no such investor, or the account is a key or a provider's.
	fn recover(investor: InvestorId, account: &AccountId) -> DispatchResult;

	/// What the rules of a pack on flags and countries have against an investor, as a sender and as
	/// a receiver, whatever the movement: under the version in force, or under the announced one
	/// from its date on. Empty: they let it give and get. Exemptions count; what stands against the
	/// investor whatever the pack, such as a block, is not asked.
	///
	/// Fails closed: a pack that does not exist, or has no announced version, is
	/// [`Reason::UnknownPack`], an investor that does not exist is [`Reason::UnknownKey`]. At most
	/// five reads.
	fn holder_report(pack: PackId, upcoming: bool, investor: InvestorId) -> Failures;

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

	/// A pack of [`crate::MAX_RULES`] rules that ask every counter of the ledger, and which the four
	/// investors admitted last and the four admitted next pass by an exemption only: the most that a
	/// movement can read.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_demanding_pack() -> PackId {
		Self::benchmark_pack()
	}

	/// Makes it another moment.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set_time(_now: Moment) {}

	/// Gives an investor as many keys as one may have.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_fill_keys(_investor: InvestorId) {}
}

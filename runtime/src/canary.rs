// SPDX-License-Identifier: Apache-2.0

//! The guards of shares, as something that a test can take away.
//!
//! A suite that says of thousands of ways that shares do not move on them proves nothing if it would
//! say the same of a chain that let them move. With the feature `canary` a test takes a guard away,
//! and sees that the suite notices. No wasm is built with the feature, and no node.

use crate::{AccountId, Compliance, Runtime, RuntimeOrigin};
use cadastre_primitives::{
	traits::{Gatekeeper, Ledger},
	AssetId, Effects, Eligibility, Facts, Failures, InvestorId, Key, PackId, Reason,
};
use core::cell::Cell;
use frame_support::{
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{EnsureOriginWithArg, OriginTrait},
};
use pallet_asset_registry::EnsureIssuing;

/// A guard that the runtime puts before shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guard {
	/// What the gatekeeper examines: the parties, their providers, the pack.
	Rules,
	/// Who may issue shares of an asset.
	Issuance,
	/// Which calls a proxy of a type may make.
	Proxies,
	/// Which calls a message may make.
	Messages,
}

impl Guard {
	/// Every guard.
	pub const ALL: [Self; 4] = [Self::Rules, Self::Issuance, Self::Proxies, Self::Messages];
}

std::thread_local! {
	static REMOVED: Cell<[bool; Guard::ALL.len()]> = const { Cell::new([false; 4]) };
}

/// Whether a guard has been taken away.
pub fn is_removed(guard: Guard) -> bool {
	Guard::ALL.into_iter().zip(REMOVED.get()).any(|(one, removed)| one == guard && removed)
}

/// Runs something without some guards, in this thread. They are back when it has ended, also by a
/// panic.
pub fn without<R>(guards: &[Guard], run: impl FnOnce() -> R) -> R {
	struct Back([bool; 4]);
	impl Drop for Back {
		fn drop(&mut self) {
			REMOVED.set(self.0);
		}
	}
	let _back = Back(REMOVED.replace(Guard::ALL.map(|guard| guards.contains(&guard))));
	run()
}

/// The gatekeeper, which has nothing to say against any movement once its rules are taken away. Who
/// is behind a key it knows all the same.
pub struct Gate;

impl Gatekeeper<AccountId> for Gate {
	fn key(who: &AccountId) -> Option<Key> {
		<Compliance as Gatekeeper<AccountId>>::key(who)
	}

	fn examine(pack: PackId, facts: &Facts, ledger: &dyn Ledger) -> (Failures, Effects) {
		let (failures, effects) =
			<Compliance as Gatekeeper<AccountId>>::examine(pack, facts, ledger);
		if is_removed(Guard::Rules) {
			return (Failures::new(), effects);
		}
		(failures, effects)
	}

	fn record(facts: &Facts, effects: &Effects) -> DispatchResult {
		<Compliance as Gatekeeper<AccountId>>::record(facts, effects)
	}

	fn eligibility(investor: InvestorId) -> Option<Eligibility> {
		<Compliance as Gatekeeper<AccountId>>::eligibility(investor)
	}

	fn recover(investor: InvestorId, account: &AccountId) -> DispatchResult {
		<Compliance as Gatekeeper<AccountId>>::recover(investor, account)
	}

	fn holder_report(pack: PackId, upcoming: bool, investor: InvestorId) -> Failures {
		<Compliance as Gatekeeper<AccountId>>::holder_report(pack, upcoming, investor)
	}

	fn refusal(reason: Reason) -> DispatchError {
		<Compliance as Gatekeeper<AccountId>>::refusal(reason)
	}

	fn follow(pack: PackId) -> DispatchResult {
		<Compliance as Gatekeeper<AccountId>>::follow(pack)
	}

	fn unfollow(pack: PackId) {
		<Compliance as Gatekeeper<AccountId>>::unfollow(pack);
	}
}

/// Who may issue: once that is taken away, whoever signs.
pub struct Issuing;

impl EnsureOriginWithArg<RuntimeOrigin, AssetId> for Issuing {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin, asset: &AssetId) -> Result<AccountId, RuntimeOrigin> {
		match (is_removed(Guard::Issuance), origin.as_signer().cloned()) {
			(true, Some(who)) => Ok(who),
			_ => EnsureIssuing::<Runtime>::try_origin(origin, asset),
		}
	}
}

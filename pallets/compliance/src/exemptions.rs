// SPDX-License-Identifier: Apache-2.0

//! Exemptions of investors from rules of a pack, and what a pack says of one investor.
//!
//! An exemption is bound to one version of a pack and to the digest of its rules, so that it never
//! outlives an amendment, nor passes to another announcement under the same number: what the author
//! wants to go on is granted for the announced version, too.

use crate::{evaluation, functions::is_over, packs::digest, pallet::ExemptionOf, *};
use cadastre_primitives::{
	Facts, Failure, Failures, InvestorId, Moment, PackId, Reason, Side, MAX_RULES,
};
use codec::MaxEncodedLen;
use frame_support::{
	pallet_prelude::*,
	traits::{Consideration, Footprint},
};
use sp_runtime::traits::{EnsureAdd, EnsureAddAssign};

/// The longest life of an exemption, in seconds: a year, after which its author must want it again.
pub const LONGEST_EXEMPTION: Moment = 366 * 86_400;

/// The side whose exemption lifts a failure: what is said of the asset is lifted by the receiver's,
/// which every movement that asks a pack has. What no rule of the pack says is never lifted; a
/// broken rule neither, nor what a sandbox cohort says, which is its supervisor's and not the
/// author's.
fn lifted_by(failure: &Failure) -> Option<Side> {
	let stays = matches!(
		failure.reason,
		Reason::BrokenRule
			| Reason::CohortNotOpen
			| Reason::NotInCohort
			| Reason::CohortVolumeExceeded
	);
	(failure.rule.is_some() && !stays).then_some(match failure.side {
		Side::Sender => Side::Sender,
		Side::Receiver | Side::Asset => Side::Receiver,
	})
}

/// Takes out the failures of a side of which the rules in the set are lifted: bit `n` for rule `n`.
fn lift(failures: &mut Failures, side: Side, rules: u32) {
	failures.retain(|failure| {
		let bit = failure.rule.and_then(|rule| 1_u32.checked_shl(rule.into())).unwrap_or(0);
		lifted_by(failure) != Some(side) || rules & bit == 0
	});
}

/// Exemptions.
impl<T: Config> Pallet<T> {
	/// What an exemption takes of the state, at most.
	pub(crate) fn exemption_footprint() -> Footprint {
		Footprint::from_parts(1, ExemptionOf::<T>::max_encoded_len())
	}

	pub(crate) fn do_exempt(
		who: T::AccountId,
		pack: PackId,
		version: u32,
		investor: InvestorId,
		rules: u32,
		expires_at: Moment,
	) -> DispatchResult {
		let record = PackRecords::<T>::get(pack).ok_or(Error::<T>::UnknownPack)?;
		ensure!(record.author == who, Error::<T>::NotPackAuthor);
		ensure!(Investors::<T>::contains_key(investor), Error::<T>::UnknownInvestor);
		let now = Self::now();
		let latest = now.ensure_add(LONGEST_EXEMPTION)?;
		ensure!(now < expires_at && expires_at <= latest, Error::<T>::InvalidPeriod);
		let key = (pack, investor, version);
		let (old, digest) = Self::change_version(pack, version, |stored| {
			let superseded = is_over(stored.upcoming_at, now);
			ensure!(!superseded, Error::<T>::UnknownVersion);
			let exemptible = stored.rules.exemptible();
			ensure!(rules != 0 && rules & !exemptible == 0, Error::<T>::InvalidExemption);
			let digest = digest(&stored.rules);
			let old = Exemptions::<T>::get(key);
			if old.is_none() {
				stored.exempted.ensure_add_assign(1)?;
			}
			Ok::<_, DispatchError>((old, digest))
		})
		.ok_or(Error::<T>::UnknownVersion)??;
		// One of an announcement that was replaced is void, and no more than a deposit.
		let before = old.as_ref().filter(|old| old.digest == digest).map_or(0, |old| old.rules);
		let footprint = Self::exemption_footprint();
		let ticket = match old {
			Some(old) => old.ticket.update(&old.depositor, footprint)?,
			None => T::PackDeposit::new(&who, footprint)?,
		};
		Exemptions::<T>::insert(
			key,
			Exemption { rules, expires_at, digest, depositor: who, ticket },
		);
		Self::deposit_event(Event::InvestorExempted {
			pack,
			investor,
			version,
			old: before,
			new: rules,
			expires_at,
		});
		Ok(())
	}

	pub(crate) fn do_end_exemption(
		who: T::AccountId,
		pack: PackId,
		version: u32,
		investor: InvestorId,
	) -> DispatchResult {
		let key = (pack, investor, version);
		let exemption = Exemptions::<T>::get(key).ok_or(Error::<T>::NoExemption)?;
		let lives = Self::lives(pack, version, investor, &exemption);
		ensure!(exemption.depositor == who || !lives, Error::<T>::NotPackAuthor);
		Self::change_version(pack, version, |stored| {
			stored.exempted = stored.exempted.saturating_sub(1);
			Ok::<_, DispatchError>(())
		})
		.transpose()?;
		Exemptions::<T>::remove(key);
		exemption.ticket.drop(&exemption.depositor)?;
		Self::deposit_event(Event::ExemptionEnded { pack, investor, version });
		Ok(())
	}

	/// Whether an exemption lifts anything, now or once its version is in force.
	fn lives(pack: PackId, version: u32, investor: InvestorId, exemption: &ExemptionOf<T>) -> bool {
		let now = Self::now();
		let bound = Self::stored_version(pack, version).is_some_and(|stored| {
			!is_over(stored.upcoming_at, now) && digest(&stored.rules) == exemption.digest
		});
		bound && now < exemption.expires_at && Investors::<T>::contains_key(investor)
	}

	/// A version of a pack that is stored, in force or not.
	pub(crate) fn stored_version(pack: PackId, version: u32) -> Option<Pack> {
		let enacted = Packs::<T>::get(pack)?;
		if enacted.version == version {
			return Some(enacted);
		}
		UpcomingPacks::<T>::get(pack).filter(|upcoming| upcoming.version == version)
	}

	/// Changes a stored version of a pack; nothing if there is no such version.
	fn change_version<R>(
		pack: PackId,
		version: u32,
		change: impl FnOnce(&mut Pack) -> Result<R, DispatchError>,
	) -> Option<Result<R, DispatchError>> {
		let mut stored = Self::stored_version(pack, version)?;
		let is_enacted = Packs::<T>::get(pack)?.version == version;
		let result = change(&mut stored);
		if result.is_ok() {
			if is_enacted {
				Packs::<T>::insert(pack, stored);
			} else {
				UpcomingPacks::<T>::insert(pack, stored);
			}
		}
		Some(result)
	}

	/// The rules from which an investor is exempt under a version at a moment.
	fn exempt_rules(pack: PackId, version: &Pack, investor: InvestorId, at: Moment) -> u32 {
		Exemptions::<T>::get((pack, investor, version.version))
			.filter(|exemption| at < exemption.expires_at)
			.filter(|exemption| exemption.digest == digest(&version.rules))
			.map_or(0, |exemption| exemption.rules)
	}

	/// What an investor is exempt from under a stored version, and until when, if it still holds.
	pub(crate) fn exemption_of(
		pack: PackId,
		version: u32,
		investor: InvestorId,
	) -> Option<(u32, Moment)> {
		let exemption = Exemptions::<T>::get((pack, investor, version))?;
		Self::lives(pack, version, investor, &exemption)
			.then_some((exemption.rules, exemption.expires_at))
	}

	/// Takes out what exemptions lift. Reads one for each party of whom a rule has failed, and none
	/// for a version under which nobody is exempt.
	pub(crate) fn lift_exempt(
		pack: PackId,
		version: &Pack,
		facts: &Facts,
		now: Moment,
		failures: &mut Failures,
	) {
		if version.exempted == 0 {
			return;
		}
		for side in [Side::Sender, Side::Receiver] {
			let key = crate::rules::party(facts, side).flatten();
			let fails = failures.iter().any(|failure| lifted_by(failure) == Some(side));
			if let Some(key) = key.filter(|_| fails) {
				lift(failures, side, Self::exempt_rules(pack, version, key.investor, now));
			}
		}
	}
}

/// What a pack says of one investor, whatever the movement.
impl<T: Config> Pallet<T> {
	/// What a version in force, or an announced one from its date on, has against an investor.
	pub(crate) fn report_of(pack: PackId, upcoming: bool, investor: InvestorId) -> Failures {
		let now = Self::now();
		let version = if upcoming {
			UpcomingPacks::<T>::get(pack).filter(|announced| now < announced.effective_at)
		} else {
			Self::pack_in_force(pack, now)
		};
		let Some(version) = version else {
			let mut failures = Failures::new();
			// The only one of the report; there is room for it.
			let _ = failures.try_push(Failure::plain(Reason::UnknownPack, Side::Asset));
			return failures;
		};
		let mut failures = Self::report_under(&version.rules, investor);
		if version.exempted > 0 && failures.iter().any(|failure| lifted_by(failure).is_some()) {
			let at = now.max(version.effective_at);
			let rules = Self::exempt_rules(pack, &version, investor, at);
			lift(&mut failures, Side::Sender, rules);
			lift(&mut failures, Side::Receiver, rules);
		}
		failures
	}

	/// What some rules, stored or not, have against an investor.
	pub(crate) fn report_under(rules: &RuleSet, investor: InvestorId) -> Failures {
		let record = Investors::<T>::get(investor);
		match record.and_then(|record| Self::word(&record).ok()) {
			Some(word) => evaluation::would_admit(rules, &word),
			None => {
				let mut failures = Failures::new();
				for side in [Side::Sender, Side::Receiver] {
					// The only ones of the report; there is room for them.
					let _ = failures.try_push(Failure::plain(Reason::UnknownKey, side));
				}
				failures
			},
		}
	}
}

const _: () = assert!(MAX_RULES <= u32::BITS, "a set of rules has one bit for each");

// SPDX-License-Identifier: Apache-2.0

//! The invariants of the registry. Their numbers are those of the README.

use crate::{
	identifiers, rules, AssetOf, Assets, ByIssuer, Config, HoldReason, Identifiers, IdentifiersOf,
	Metadata, NextAssetId, Pallet, Papers, Policies, Roles, Verifiers, MAX_IDENTIFIERS,
	MAX_METADATA, MAX_ROLES,
};
use alloc::collections::BTreeMap;
use cadastre_primitives::{
	traits::Register, AssetId, AssetStatus, Country, PaperKind, Professions,
};
use frame_support::{ensure, traits::fungible::hold::Inspect};
use sp_runtime::TryRuntimeError;

/// How many entries each asset has in a map.
type Counts = BTreeMap<AssetId, u32>;

fn count_one(counts: &mut Counts, asset: AssetId) {
	let count = counts.entry(asset).or_default();
	*count = count.saturating_add(1);
}

fn count_of(counts: &Counts, asset: AssetId) -> u32 {
	counts.get(&asset).copied().unwrap_or_default()
}

impl<T: Config> Pallet<T> {
	/// Checks every invariant over the whole of the storage.
	///
	/// # Errors
	/// Names the first invariant that is broken.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let papers = Self::try_papers()?;
		let identifiers = Self::try_identifiers()?;
		let metadata = Self::try_metadata()?;
		let roles = Self::try_roles()?;
		let next = NextAssetId::<T>::get();
		let mut assets = 0_u32;
		for (asset, record) in Assets::<T>::iter() {
			assets = assets.saturating_add(1);
			ensure!(
				count_of(&papers, asset) == record.papers,
				"INV-R1: papers and their number differ"
			);
			ensure!(asset < next, "INV-R5: an asset's id is not below the next one");
			let found = count_of(&identifiers, asset);
			ensure!(
				found == record.identifiers && found <= MAX_IDENTIFIERS,
				"INV-R13: identifiers and their number differ, or there are too many"
			);
			let found = count_of(&metadata, asset);
			ensure!(
				found == record.metadata && found <= MAX_METADATA,
				"INV-R15: metadata and their number differ, or there are too many"
			);
			let found = count_of(&roles, asset);
			ensure!(
				found == record.roles && found <= MAX_ROLES,
				"INV-R17: roles and their number differ, or there are too many"
			);
			ensure!(
				ByIssuer::<T>::contains_key(&record.issuer, asset),
				"INV-R12: an asset is not in the list of its issuer"
			);
			Self::try_asset(asset, &record)?;
			Self::try_verification(asset, &record)?;
		}
		let listed = ByIssuer::<T>::iter_keys().count();
		ensure!(
			u32::try_from(listed) == Ok(assets),
			"INV-R12: a list of an issuer has what is not its asset"
		);
		Self::try_verifiers()
	}

	fn try_papers() -> Result<Counts, TryRuntimeError> {
		let mut found = Counts::new();
		for (asset, id, paper) in Papers::<T>::iter() {
			let Some(record) = Assets::<T>::get(asset) else {
				return Err("INV-R2: a paper without an asset".into());
			};
			ensure!(id < record.papers, "INV-R3: a paper's id is not below the number of papers");
			ensure!(
				paper.supersedes.is_none_or(|earlier| earlier < id),
				"INV-R8: a paper supersedes one that is not earlier"
			);
			ensure!(paper.dated <= paper.filed_at, "INV-R9: a paper is dated after its filing");
			count_one(&mut found, asset);
		}
		Ok(found)
	}

	fn try_identifiers() -> Result<Counts, TryRuntimeError> {
		let mut found = Counts::new();
		for (identifier, record) in Identifiers::<T>::iter() {
			let asset = record.asset;
			ensure!(
				Assets::<T>::contains_key(asset)
					&& IdentifiersOf::<T>::contains_key(asset, &identifier),
				"INV-R13: an identifier is not in the list of its asset"
			);
			ensure!(identifiers::is_valid(&identifier), "INV-R14: an identifier is none");
			count_one(&mut found, asset);
		}
		ensure!(
			IdentifiersOf::<T>::iter_keys().count() == Identifiers::<T>::iter_keys().count(),
			"INV-R13: the list of an asset has an identifier that it has not"
		);
		Ok(found)
	}

	fn try_metadata() -> Result<Counts, TryRuntimeError> {
		let mut found = Counts::new();
		for (asset, key, entry) in Metadata::<T>::iter() {
			ensure!(Assets::<T>::contains_key(asset), "INV-R15: metadata without an asset");
			ensure!(
				rules::is_key(&key)
					&& rules::is_value(&entry.value)
					&& rules::lock_ends_first(entry.lock, entry.expires_at),
				"INV-R16: a bad key or value, or a lock that outlasts the entry"
			);
			count_one(&mut found, asset);
		}
		Ok(found)
	}

	fn try_roles() -> Result<Counts, TryRuntimeError> {
		let mut found = Counts::new();
		for (asset, account, grant) in Roles::<T>::iter() {
			let Some(record) = Assets::<T>::get(asset) else {
				return Err("INV-R17: a role without an asset".into());
			};
			ensure!(
				grant.roles.is_valid() && account != record.issuer,
				"INV-R18: roles that one account cannot have"
			);
			count_one(&mut found, asset);
		}
		Ok(found)
	}

	fn try_asset(asset: AssetId, record: &AssetOf<T>) -> Result<(), TryRuntimeError> {
		let status = record.status;
		let retired = status == AssetStatus::Retired;
		let may_have_shares =
			matches!(status, AssetStatus::Active | AssetStatus::Suspended | AssetStatus::WindingUp);
		ensure!(
			may_have_shares || T::Register::supply(asset) == 0,
			"INV-R7: shares of an asset that is not active yet, or no more"
		);
		ensure!(
			rules::is_name(&record.name)
				&& record.country.is_none_or(|code| Country::from_code(code).is_some())
				&& record.facts.is_valid(),
			"INV-R10: a bad name, an unknown country or facts without a meaning"
		);
		if let Some(round) = record.round {
			let open = matches!(status, AssetStatus::Active | AssetStatus::Suspended);
			let fits = round.supply.checked_add(round.cap).is_some_and(|n| n <= record.authorised);
			ensure!(
				open && round.number == record.rounds
					&& round.cap > 0
					&& round.from < round.until
					&& fits,
				"INV-R19: a round that could not have been opened"
			);
		}
		let is_plan =
			|id| Papers::<T>::get(asset, id).is_some_and(|it| it.kind == PaperKind::WindUpPlan);
		let wind_up_fits = match (status, record.wind_up) {
			(AssetStatus::Retired, _) => true,
			(AssetStatus::WindingUp, Some(wind_up)) => is_plan(wind_up.plan),
			(AssetStatus::WindingUp, None) | (_, Some(_)) => false,
			(_, None) => true,
		};
		ensure!(wind_up_fits, "INV-R20: status and wind-up contradict each other, or no plan");
		ensure!(
			record.offer.as_ref().is_none_or(|offer| offer.to != record.issuer && !retired),
			"INV-R21: offered to its own issuer, or offered and retired"
		);
		ensure!(
			retired || record.facts_paper.is_none_or(|paper| paper < record.papers),
			"INV-R22: facts by a paper that is not there"
		);
		Ok(())
	}

	fn try_verification(asset: AssetId, record: &AssetOf<T>) -> Result<(), TryRuntimeError> {
		let draft = record.status == AssetStatus::Draft;
		let retired = record.status == AssetStatus::Retired;
		ensure!(
			retired || draft == record.verification.is_none(),
			"INV-R4: status and verification contradict each other"
		);
		if let Some(verification) = &record.verification {
			ensure!(
				verification.verifier != record.issuer && verification.papers > 0,
				"INV-R6: verified by the issuer, or without papers"
			);
			ensure!(
				retired || verification.papers <= record.papers,
				"INV-R6: more papers verified than there are"
			);
			ensure!(
				record
					.attestations
					.last()
					.is_some_and(|last| last.verifier == verification.verifier),
				"INV-R11: a verification that is no attestation"
			);
		}
		let seen = match &record.verification {
			Some(verification) => verification.papers,
			None => record.papers,
		};
		let mut professions = Professions::default();
		for attestation in &record.attestations {
			let own = Professions::of(attestation.profession);
			let independent = attestation.verifier != record.issuer
				&& !Roles::<T>::contains_key(asset, &attestation.verifier);
			// Papers of a retired draft may have been removed.
			let same = attestation.papers == seen || retired;
			ensure!(
				!professions.includes(own) && independent && same,
				"INV-R11: attested twice by a profession, by a party, or to other papers"
			);
			professions = professions.with(own);
		}
		Ok(())
	}

	fn try_verifiers() -> Result<(), TryRuntimeError> {
		for (account, verifier) in Verifiers::<T>::iter() {
			let held = T::Currency::balance_on_hold(&HoldReason::VerifierBond.into(), &account);
			ensure!(held == verifier.bond, "INV-R23: a bond is not what is held");
		}
		for (class, professions) in Policies::<T>::iter() {
			ensure!(
				professions.is_valid() && professions != rules::default_policy(class),
				"INV-R24: a policy of nobody, or one that is the default"
			);
		}
		Ok(())
	}
}

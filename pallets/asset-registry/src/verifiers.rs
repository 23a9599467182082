// SPDX-License-Identifier: Apache-2.0

//! Who verifies, with which bond, and what a class needs.

use crate::{
	functions::Actor,
	rules::{self, Action},
	Config, Error, Event, HoldReason, MoneyOf, Pallet, Policies, Roles, Standing, Verifier,
	Verifiers,
};
use cadastre_primitives::{
	AssetClass, AssetId, Attestation, Profession, Professions, Verification,
};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{
		fungible::hold::{Balanced, Mutate},
		tokens::{imbalance::Imbalance, Precision},
		Get, OnUnbalanced,
	},
};
use sp_core::H256;
use sp_runtime::traits::EnsureSubAssign;

impl<T: Config> Pallet<T> {
	/// Which professions must have attested to an asset of a class.
	pub(crate) fn required(class: AssetClass) -> Professions {
		Policies::<T>::get(class).unwrap_or_else(|| rules::default_policy(class))
	}

	pub(crate) fn do_verify(
		verifier: T::AccountId,
		asset: AssetId,
		papers: u32,
		facts: H256,
	) -> DispatchResult {
		let (mut record, mut status) = Self::step(asset, Action::Attest, Actor::Trusted)?;
		let known = Verifiers::<T>::get(&verifier).ok_or(Error::<T>::NotVerifier)?;
		ensure!(known.standing == Standing::Listed, Error::<T>::NotVerifier);
		ensure!(record.issuer != verifier, Error::<T>::IssuerCannotVerify);
		ensure!(!Roles::<T>::contains_key(asset, &verifier), Error::<T>::VerifierHasRole);
		ensure!(record.papers > 0, Error::<T>::NoPapers);
		ensure!(record.papers == papers, Error::<T>::PapersChanged);
		ensure!(record.facts.digest() == facts, Error::<T>::FactsChanged);
		let profession = known.profession;
		let before = attested(&record.attestations);
		let own = Professions::of(profession);
		ensure!(!before.includes(own), Error::<T>::AlreadyAttested);
		let at = Self::now();
		let attestation = Attestation { profession, verifier: verifier.clone(), papers, at };
		// Each profession is there once at most, so that the bound is never met.
		record.attestations.try_push(attestation).map_err(|_| Error::<T>::AlreadyAttested)?;
		let complete = before.with(own).includes(Self::required(record.facts.class()));
		if complete {
			status = rules::after(record.status, Action::Verify).ok_or(Error::<T>::WrongStatus)?;
			record.verification = Some(Verification { verifier: verifier.clone(), papers, at });
		}
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::AssetAttested {
			asset,
			verifier: verifier.clone(),
			profession,
			papers,
		});
		if complete {
			Self::deposit_event(Event::AssetVerified { asset, verifier, papers });
		}
		Ok(())
	}

	pub(crate) fn do_apply(verifier: T::AccountId, profession: Profession) -> DispatchResult {
		ensure!(!Verifiers::<T>::contains_key(&verifier), Error::<T>::AlreadyVerifier);
		let bond = T::VerifierBond::get();
		T::Currency::hold(&HoldReason::VerifierBond.into(), &verifier, bond)?;
		let record = Verifier { profession, bond, standing: Standing::Candidate };
		Verifiers::<T>::insert(&verifier, record);
		Self::deposit_event(Event::VerifierApplied { verifier, profession, bond });
		Ok(())
	}

	pub(crate) fn do_approve(verifier: T::AccountId) -> DispatchResult {
		let mut record = Self::known(&verifier)?;
		ensure!(record.standing == Standing::Candidate, Error::<T>::NotCandidate);
		record.standing = Standing::Listed;
		let profession = record.profession;
		Verifiers::<T>::insert(&verifier, record);
		Self::deposit_event(Event::VerifierApproved { verifier, profession });
		Ok(())
	}

	pub(crate) fn do_leave(verifier: T::AccountId) -> DispatchResult {
		let mut record = Self::known(&verifier)?;
		let now = Self::now();
		let free_from = match record.standing {
			Standing::Candidate => now,
			Standing::Listed => now.saturating_add(T::BondPeriod::get()),
			Standing::Leaving { .. } => return Err(Error::<T>::AlreadyLeft.into()),
		};
		record.standing = Standing::Leaving { free_from };
		Verifiers::<T>::insert(&verifier, record);
		Self::deposit_event(Event::VerifierLeft { verifier, free_from });
		Ok(())
	}

	pub(crate) fn do_withdraw_bond(verifier: T::AccountId) -> DispatchResult {
		let record = Self::known(&verifier)?;
		let Standing::Leaving { free_from } = record.standing else {
			return Err(Error::<T>::BondNotFree.into());
		};
		ensure!(free_from <= Self::now(), Error::<T>::BondNotFree);
		let reason = HoldReason::VerifierBond.into();
		// Whatever has happened to the hold, the verifier gets what there is.
		let bond = T::Currency::release(&reason, &verifier, record.bond, Precision::BestEffort)?;
		Verifiers::<T>::remove(&verifier);
		Self::deposit_event(Event::BondReturned { verifier, bond });
		Ok(())
	}

	pub(crate) fn do_dismiss(
		verifier: T::AccountId,
		slash: MoneyOf<T>,
		reason: H256,
	) -> DispatchResult {
		let mut record = Self::known(&verifier)?;
		let free_from = match record.standing {
			Standing::Leaving { free_from } => free_from,
			Standing::Candidate | Standing::Listed => {
				Self::now().saturating_add(T::BondPeriod::get())
			},
		};
		let slash = slash.min(record.bond);
		let (credit, _) = T::Currency::slash(&HoldReason::VerifierBond.into(), &verifier, slash);
		let slashed = credit.peek();
		record.bond.ensure_sub_assign(slashed)?;
		record.standing = Standing::Leaving { free_from };
		Verifiers::<T>::insert(&verifier, record);
		T::OnSlash::on_unbalanced(credit);
		Self::deposit_event(Event::VerifierDismissed { verifier, slashed, reason, free_from });
		Ok(())
	}

	pub(crate) fn do_set_policy(
		class: AssetClass,
		professions: Option<Professions>,
	) -> DispatchResult {
		ensure!(professions.is_none_or(Professions::is_valid), Error::<T>::BadPolicy);
		let old = Self::required(class);
		let new = professions.unwrap_or_else(|| rules::default_policy(class));
		ensure!(old != new, Error::<T>::SamePolicy);
		// The default is not stored, so that it can be changed by an upgrade.
		match professions {
			Some(professions) if professions != rules::default_policy(class) => {
				Policies::<T>::insert(class, professions);
			},
			_ => Policies::<T>::remove(class),
		}
		Self::deposit_event(Event::PolicySet { class, old, new });
		Ok(())
	}

	fn known(who: &T::AccountId) -> Result<Verifier<MoneyOf<T>>, Error<T>> {
		Verifiers::<T>::get(who).ok_or(Error::<T>::UnknownVerifier)
	}
}

/// Which professions have attested.
pub(crate) fn attested<AccountId>(attestations: &[Attestation<AccountId>]) -> Professions {
	attestations
		.iter()
		.fold(Professions::default(), |set, one| set.with(Professions::of(one.profession)))
}

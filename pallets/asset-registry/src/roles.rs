// SPDX-License-Identifier: Apache-2.0

//! Who may do what for an asset: roles, the hand-over to another issuer, and the origins that the
//! layers above and below use.

use crate::{
	functions::Actor, rules::Action, AssetOf, Assets, ByIssuer, Config, Error, Event, Grant,
	IssuerOffer, Pallet, Roles, MAX_OFFER, MAX_ROLES,
};
use cadastre_primitives::{traits::Register, AssetId, AssetRoles, Moment};
use core::marker::PhantomData;
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{Consideration, EnsureOriginWithArg, OriginTrait},
};
use sp_runtime::traits::{EnsureAddAssign, EnsureSubAssign};

impl<T: Config> Pallet<T> {
	/// Whether an account may act in every one of the roles now: the issuer in all but that of who
	/// approves orders, anybody else in those that it was granted and that have not ended. One read
	/// unless it is the issuer.
	pub(crate) fn may_act(
		asset: AssetId,
		record: &AssetOf<T>,
		who: &T::AccountId,
		roles: AssetRoles,
	) -> bool {
		if *who == record.issuer {
			return AssetRoles::ISSUERS.includes(roles);
		}
		Roles::<T>::get(asset, who)
			.is_some_and(|grant| grant.roles.includes(roles) && !grant.is_expired(Self::now()))
	}

	fn has_attested(record: &AssetOf<T>, who: &T::AccountId) -> bool {
		record.attestations.iter().any(|attestation| attestation.verifier == *who)
	}

	pub(crate) fn do_grant_role(
		issuer: T::AccountId,
		asset: AssetId,
		account: T::AccountId,
		roles: AssetRoles,
		expires_at: Option<Moment>,
	) -> DispatchResult {
		let (mut record, status) = Self::step(asset, Action::GrantRole, Actor::Issuer(&issuer))?;
		ensure!(roles.is_valid(), Error::<T>::BadRoles);
		ensure!(expires_at.is_none_or(|end| Self::now() < end), Error::<T>::InvalidPeriod);
		ensure!(account != issuer, Error::<T>::AlreadyIssuer);
		ensure!(!Self::has_attested(&record, &account), Error::<T>::HasAttested);
		let mut old = AssetRoles::default();
		if let Some(grant) = Roles::<T>::get(asset, &account) {
			old = grant.roles;
			Self::give_back(grant.deposit)?;
		} else {
			ensure!(record.roles < MAX_ROLES, Error::<T>::TooManyRoles);
			record.roles.ensure_add_assign(1)?;
		}
		let deposit = Self::take_deposit(issuer, Self::role_footprint())?;
		Roles::<T>::insert(asset, &account, Grant { roles, expires_at, deposit });
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::RoleGranted { asset, account, old, new: roles, expires_at });
		Ok(())
	}

	pub(crate) fn do_revoke_role(
		who: T::AccountId,
		asset: AssetId,
		account: T::AccountId,
	) -> DispatchResult {
		let (mut record, status) = Self::step(asset, Action::RevokeRole, Actor::Trusted)?;
		let grant = Roles::<T>::take(asset, &account).ok_or(Error::<T>::UnknownRole)?;
		let may = who == record.issuer || who == account || grant.is_expired(Self::now());
		ensure!(may, Error::<T>::NotIssuer);
		record.roles.ensure_sub_assign(1)?;
		Self::give_back(grant.deposit)?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::RoleRevoked { asset, account, roles: grant.roles });
		Ok(())
	}

	pub(crate) fn do_offer_issuer(
		issuer: T::AccountId,
		asset: AssetId,
		to: T::AccountId,
		expires_at: Moment,
	) -> DispatchResult {
		let (mut record, status) = Self::step(asset, Action::OfferIssuer, Actor::Issuer(&issuer))?;
		ensure!(to != issuer, Error::<T>::AlreadyIssuer);
		let now = Self::now();
		let lasts = now < expires_at && expires_at <= now.saturating_add(MAX_OFFER);
		ensure!(lasts, Error::<T>::InvalidPeriod);
		record.offer = Some(IssuerOffer { to: to.clone(), expires_at });
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::IssuerOffered { asset, to, expires_at });
		Ok(())
	}

	pub(crate) fn do_accept_issuer(new: T::AccountId, asset: AssetId) -> DispatchResult {
		let (mut record, status) = Self::step(asset, Action::AcceptIssuer, Actor::Trusted)?;
		let offer = record.offer.take().ok_or(Error::<T>::UnknownOffer)?;
		ensure!(offer.to == new, Error::<T>::NotOffered);
		ensure!(Self::now() < offer.expires_at, Error::<T>::OfferExpired);
		// An approver would otherwise propose orders as issuer.
		ensure!(!Roles::<T>::contains_key(asset, &new), Error::<T>::HasRoles);
		ensure!(!Self::has_attested(&record, &new), Error::<T>::HasAttested);
		let ticket = T::AssetConsideration::new(&new, Self::asset_footprint())?;
		let old = core::mem::replace(&mut record.issuer, new.clone());
		core::mem::replace(&mut record.ticket, ticket).drop(&old)?;
		ByIssuer::<T>::remove(&old, asset);
		ByIssuer::<T>::insert(&new, asset, ());
		T::Register::set_issuer(asset, new.clone())?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::IssuerChanged { asset, old, new });
		Ok(())
	}

	pub(crate) fn do_withdraw_issuer_offer(who: T::AccountId, asset: AssetId) -> DispatchResult {
		let (mut record, status) = Self::step(asset, Action::WithdrawOffer, Actor::Trusted)?;
		let offer = record.offer.take().ok_or(Error::<T>::UnknownOffer)?;
		let may = who == record.issuer || who == offer.to || offer.expires_at <= Self::now();
		ensure!(may, Error::<T>::NotIssuer);
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::IssuerOfferWithdrawn { asset, to: offer.to });
		Ok(())
	}

	/// An account that has the roles for an asset, and the asset, if there is none.
	#[cfg(feature = "runtime-benchmarks")]
	pub(crate) fn benchmark_actor(asset: AssetId, roles: AssetRoles) -> Result<T::AccountId, ()> {
		use cadastre_primitives::{AssetFacts, AssetStatus, PropertyUse, Tenure};
		use frame_support::BoundedVec;

		let issuer = match Assets::<T>::get(asset) {
			Some(record) => record.issuer,
			None => {
				let issuer: T::AccountId = frame_benchmarking::account("issuer", 0, 0);
				let footprint = Self::asset_footprint();
				T::AssetConsideration::ensure_successful(&issuer, footprint);
				let record = crate::Asset {
					issuer: issuer.clone(),
					facts: AssetFacts::RealEstate {
						usage: PropertyUse::Residential,
						area: 1,
						built: None,
						tenure: Tenure::Freehold,
					},
					facts_paper: None,
					status: AssetStatus::Active,
					name: BoundedVec::truncate_from(alloc::vec![b'x']),
					country: None,
					papers: 0,
					identifiers: 0,
					metadata: 0,
					roles: 0,
					attestations: BoundedVec::new(),
					verification: None,
					authorised: u128::MAX,
					rounds: 0,
					round: None,
					wind_up: None,
					offer: None,
					ticket: T::AssetConsideration::new(&issuer, footprint).map_err(|_| ())?,
				};
				Assets::<T>::insert(asset, record);
				ByIssuer::<T>::insert(&issuer, asset, ());
				issuer
			},
		};
		// Not the issuer, so that the grant is read.
		let actor: T::AccountId = frame_benchmarking::account("actor", 0, u32::from(roles.0));
		T::DetailConsideration::ensure_successful(&issuer, Self::role_footprint());
		Self::do_grant_role(issuer, asset, actor.clone(), roles, None).map_err(|_| ())?;
		Ok(actor)
	}
}

/// The account that signs, if it may act in a role for the asset of the argument: the issuer, in
/// every role but [`AssetRoles::APPROVER`], or who was granted it. Two reads at most.
pub struct EnsureAssetRole<T, const ROLE: u16>(PhantomData<T>);

impl<T: Config, const ROLE: u16> EnsureOriginWithArg<T::RuntimeOrigin, AssetId>
	for EnsureAssetRole<T, ROLE>
{
	type Success = T::AccountId;

	fn try_origin(
		origin: T::RuntimeOrigin,
		asset: &AssetId,
	) -> Result<Self::Success, T::RuntimeOrigin> {
		signer::<T>(origin, asset, |record, who| {
			Pallet::<T>::may_act(*asset, record, who, AssetRoles(ROLE))
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(asset: &AssetId) -> Result<T::RuntimeOrigin, ()> {
		Pallet::<T>::benchmark_actor(*asset, AssetRoles(ROLE)).map(T::RuntimeOrigin::signed)
	}
}

/// The account that signs, if it may issue shares of the asset of the argument now: the issuer or
/// who has the role [`AssetRoles::ISSUE`], while a funding round runs or before the first one. Two
/// reads at most. The ledger that asks this enforces the dates of a round; its cap is the
/// authorised number of the book.
pub struct EnsureIssuing<T>(PhantomData<T>);

impl<T: Config> EnsureOriginWithArg<T::RuntimeOrigin, AssetId> for EnsureIssuing<T> {
	type Success = T::AccountId;

	fn try_origin(
		origin: T::RuntimeOrigin,
		asset: &AssetId,
	) -> Result<Self::Success, T::RuntimeOrigin> {
		signer::<T>(origin, asset, |record, who| {
			let now = Pallet::<T>::now();
			let open =
				record.rounds == 0 || record.round.is_some_and(|round| round.is_running(now));
			open && Pallet::<T>::may_act(*asset, record, who, AssetRoles::ISSUE)
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(asset: &AssetId) -> Result<T::RuntimeOrigin, ()> {
		Pallet::<T>::benchmark_actor(*asset, AssetRoles::ISSUE).map(T::RuntimeOrigin::signed)
	}
}

/// The account that signs, if the asset exists and the account passes a test.
fn signer<T: Config>(
	origin: T::RuntimeOrigin,
	asset: &AssetId,
	passes: impl FnOnce(&AssetOf<T>, &T::AccountId) -> bool,
) -> Result<T::AccountId, T::RuntimeOrigin> {
	let Some(who) = origin.as_signer().cloned() else { return Err(origin) };
	match Assets::<T>::get(asset) {
		Some(record) if passes(&record, &who) => Ok(who),
		_ => Err(origin),
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Funding rounds and the winding up.

use crate::{functions::Actor, rules::Action, Config, Error, Event, Pallet, Papers};
use cadastre_primitives::{
	traits::Register, AssetId, AssetRoles, Balance, Moment, PaperId, PaperKind, Round, WindUp,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::EnsureOriginWithArg,
};
use frame_system::ensure_signed;
use sp_runtime::traits::EnsureAddAssign;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_round(
		who: T::AccountId,
		asset: AssetId,
		cap: Balance,
		from: Moment,
		until: Moment,
	) -> DispatchResult {
		let actor = Actor::Role(&who, AssetRoles::MANAGER);
		let (mut record, status) = Self::step(asset, Action::OpenRound, actor)?;
		ensure!(record.round.is_none(), Error::<T>::RoundOpen);
		ensure!(cap > 0, Error::<T>::ZeroCap);
		ensure!(Self::now() <= from && from < until, Error::<T>::InvalidPeriod);
		let supply = T::Register::supply(asset);
		let most = supply.checked_add(cap).filter(|most| *most <= record.authorised);
		let most = most.ok_or(Error::<T>::ExceedsAuthorised)?;
		record.rounds.ensure_add_assign(1)?;
		let round = record.rounds;
		record.round = Some(Round { number: round, cap, supply, from, until });
		T::Register::set_authorised(asset, most)?;
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::RoundOpened { asset, round, cap, from, until });
		Ok(())
	}

	pub(crate) fn do_close_round(who: T::AccountId, asset: AssetId) -> DispatchResult {
		let (mut record, status) = Self::step(asset, Action::CloseRound, Actor::Trusted)?;
		let round = record.round.take().ok_or(Error::<T>::UnknownRound)?;
		let may =
			round.until <= Self::now() || Self::may_act(asset, &record, &who, AssetRoles::MANAGER);
		ensure!(may, Error::<T>::MissingRole);
		let new = T::Register::supply(asset);
		T::Register::set_authorised(asset, new)?;
		Self::store(asset, record, status)?;
		let (round, old) = (round.number, round.supply);
		Self::deposit_event(Event::RoundClosed { asset, round, old, new });
		Ok(())
	}

	/// The account that signs, or none for the holders of the asset.
	pub(crate) fn holders_or_signed(
		origin: T::RuntimeOrigin,
		asset: AssetId,
	) -> Result<Option<T::AccountId>, DispatchError> {
		match T::HoldersOrigin::try_origin(origin, &asset) {
			Ok(_) => Ok(None),
			Err(origin) => Ok(Some(ensure_signed(origin)?)),
		}
	}

	/// `issuer` is `None` for the holders.
	pub(crate) fn do_start_wind_up(
		issuer: Option<T::AccountId>,
		asset: AssetId,
		plan: PaperId,
		final_from: Moment,
	) -> DispatchResult {
		let actor = issuer.as_ref().map_or(Actor::Trusted, Actor::Issuer);
		let (mut record, status) = Self::step(asset, Action::StartWindUp, actor)?;
		ensure!(record.round.is_none(), Error::<T>::RoundOpen);
		let paper = Papers::<T>::get(asset, plan).ok_or(Error::<T>::UnknownPaper)?;
		ensure!(paper.kind == PaperKind::WindUpPlan, Error::<T>::WrongPaperKind);
		record.wind_up = Some(WindUp { plan, final_from });
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::WindUpStarted { asset, plan, final_from });
		Ok(())
	}

	/// `issuer` is `None` for the holders.
	pub(crate) fn do_call_off_wind_up(
		issuer: Option<T::AccountId>,
		asset: AssetId,
	) -> DispatchResult {
		let actor = issuer.as_ref().map_or(Actor::Trusted, Actor::Issuer);
		let (mut record, status) = Self::step(asset, Action::CallOffWindUp, actor)?;
		let wind_up = record.wind_up.take();
		let open = wind_up.is_some_and(|wind_up| Self::now() < wind_up.final_from);
		ensure!(open, Error::<T>::AlreadyFinal);
		Self::store(asset, record, status)?;
		Self::deposit_event(Event::WindUpCalledOff { asset });
		Ok(())
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Splits, classes of shares and their conversion, the deny list of an asset, and the call that
//! counts a holder anew.

use crate::{
	functions::investor, rules, settle::with_notices, weights::WeightInfo, Book, Books, Config,
	Conversion, Conversions, Denial, DenialOf, Denied, Error, Event, Giver, Pallet, Positions,
};
use cadastre_primitives::{traits::Gatekeeper, AssetId, Balance, Bucket, InvestorId, Kind, Reason};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, DispatchResultWithPostInfo},
	traits::{Consideration, Footprint},
};
use sp_core::H256;
use sp_runtime::traits::{EnsureAddAssign, EnsureSubAssign};

impl<T: Config> Pallet<T> {
	/// The book of an asset, for its issuer.
	pub(crate) fn book_of_issuer(
		asset: AssetId,
		who: &T::AccountId,
	) -> Result<Book<T::AccountId>, DispatchError> {
		let book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		ensure!(book.issuer == *who, Error::<T>::NotIssuer);
		Ok(book)
	}

	pub(crate) fn do_split(
		who: T::AccountId,
		asset: AssetId,
		numerator: u32,
		denominator: u32,
	) -> DispatchResult {
		let mut book = Self::book_of_issuer(asset, &who)?;
		ensure!(numerator != denominator, Error::<T>::SameFactor);
		let old = book.units_per_share;
		// More shares of the same units: each share is fewer units.
		let new = rules::scale(old, denominator.into(), numerator.into());
		let new = new.filter(|new| *new > 0).ok_or(Error::<T>::IndivisibleFactor)?;
		book.units_per_share = new;
		Books::<T>::insert(asset, book);
		Self::deposit_event(Event::SharesSplit { asset, old, new });
		Ok(())
	}

	pub(crate) fn do_set_conversion(
		who: T::AccountId,
		asset: AssetId,
		new: Option<Conversion>,
	) -> DispatchResult {
		let book = Self::book_of_issuer(asset, &who)?;
		if let Some(conversion) = &new {
			let into = Self::book_of_issuer(conversion.into, &who)?;
			let whole = |asset, book: &Book<T::AccountId>| book.class_of.unwrap_or(asset);
			ensure!(
				conversion.into != asset && whole(asset, &book) == whole(conversion.into, &into),
				Error::<T>::NotAClass
			);
			ensure!(
				conversion.numerator > 0 && conversion.denominator > 0,
				Error::<T>::IndivisibleFactor
			);
		}
		let old = Conversions::<T>::get(asset);
		Conversions::<T>::set(asset, new);
		Self::deposit_event(Event::ConversionSet { asset, old, new });
		Ok(())
	}

	pub(crate) fn do_convert(
		who: T::AccountId,
		asset: AssetId,
		into: AssetId,
		amount: Balance,
	) -> DispatchResultWithPostInfo {
		let conversion = Conversions::<T>::get(asset)
			.filter(|conversion| conversion.into == into)
			.ok_or(Error::<T>::NoConversion)?;
		let (numerator, denominator) = (conversion.numerator.into(), conversion.denominator.into());
		let received =
			rules::scale(amount, numerator, denominator).ok_or(Error::<T>::IndivisibleFactor)?;
		let refused = |reason| T::Gatekeeper::refusal(reason);
		let given = Self::examine(asset, Kind::Redeem, Some(Giver::Key(&who)), None, amount);
		let given = given.approved().map_err(refused)?;
		let from = investor(&given.from)?;
		// Who could redeem what is locked up must not trade it as another class.
		if let Some(party) = given.from {
			let available = Self::available(asset, Kind::Transfer, false, party, given.now);
			ensure!(available.movable() >= amount, refused(Reason::SharesLocked));
		}
		let taken = Self::examine(into, Kind::Issue, None, Some(&who), received);
		let taken = taken.approved().map_err(refused)?;
		// One issuer has set it for both. Where the classes have two by now, the holders of one must
		// not be able to make shares of the other, which their issuer has no say in.
		ensure!(given.book.issuer == taken.book.issuer, Error::<T>::NoConversion);
		let told = Self::settle(given)?.told.saturating_add(Self::settle(taken)?.told);
		Self::deposit_event(Event::Converted {
			asset,
			into,
			investor: from,
			by: who,
			amount,
			received,
		});
		Ok(Some(with_notices::<T>(T::WeightInfo::convert(), told)).into())
	}

	/// What an entry of the deny list is charged for.
	pub(crate) fn denial_footprint() -> Footprint {
		Footprint::from_parts(1, DenialOf::<T>::max_encoded_len())
	}

	/// `issuer` is `None` for the authority, which pays nothing, and takes over an entry of the issuer:
	/// who enters an investor first, to end that at leisure, keeps the authority from nothing.
	pub(crate) fn do_deny(
		issuer: Option<T::AccountId>,
		asset: AssetId,
		investor: InvestorId,
		reason: H256,
	) -> DispatchResult {
		let mut book = match &issuer {
			Some(who) => Self::book_of_issuer(asset, who)?,
			None => Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?,
		};
		match Denied::<T>::get(asset, investor) {
			None => {
				let known = T::Gatekeeper::eligibility(investor).is_some();
				ensure!(known, Error::<T>::UnknownInvestor);
				book.denied.ensure_add_assign(1)?;
				Books::<T>::insert(asset, book);
			},
			Some(Denial { paid: Some((who, ticket)), .. }) if issuer.is_none() => {
				ticket.drop(&who)?
			},
			Some(_) => return Err(Error::<T>::AlreadyDenied.into()),
		}
		let paid = match issuer {
			Some(who) => {
				let ticket = T::EntryDeposit::new(&who, Self::denial_footprint())?;
				Some((who, ticket))
			},
			None => None,
		};
		Denied::<T>::insert(asset, investor, Denial { reason, paid });
		Self::deposit_event(Event::InvestorDenied { asset, investor, reason });
		Ok(())
	}

	/// `issuer` is `None` for the authority, which may end any entry; the issuer only its own.
	pub(crate) fn do_undeny(
		issuer: Option<T::AccountId>,
		asset: AssetId,
		investor: InvestorId,
	) -> DispatchResult {
		let mut book = match &issuer {
			Some(who) => Self::book_of_issuer(asset, who)?,
			None => Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?,
		};
		let denial = Denied::<T>::take(asset, investor).ok_or(Error::<T>::NotDenied)?;
		match denial.paid {
			Some((who, ticket)) => ticket.drop(&who)?,
			None => ensure!(issuer.is_none(), Error::<T>::DeniedByAuthority),
		}
		book.denied.ensure_sub_assign(1)?;
		Books::<T>::insert(asset, book);
		Self::deposit_event(Event::InvestorUndenied { asset, investor });
		Ok(())
	}

	pub(crate) fn do_reclassify(asset: AssetId, investor: InvestorId) -> DispatchResult {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		let mut position = Positions::<T>::get(asset, investor);
		ensure!(!position.is_empty(), Error::<T>::NotHolder);
		let word = T::Gatekeeper::eligibility(investor).ok_or(Error::<T>::UnknownInvestor)?;
		let (old, new) = (position.bucket, Bucket::of(&word));
		ensure!(old != new, Error::<T>::SameBucket);
		Self::count_out(asset, &mut book, old)?;
		Self::count_in(asset, &mut book, new)?;
		position.bucket = new;
		Positions::<T>::insert(asset, investor, position);
		Books::<T>::insert(asset, book);
		Self::deposit_event(Event::Reclassified { asset, investor, old, new });
		Ok(())
	}

	pub(crate) fn do_prune(asset: AssetId, investors: &[InvestorId]) -> DispatchResult {
		let mut book = Books::<T>::get(asset).ok_or_else(Self::unknown_asset)?;
		let mut positions = 0_u32;
		for investor in investors {
			positions
				.ensure_add_assign(Self::prune_position(asset, *investor, &mut book)?.into())?;
		}
		ensure!(positions > 0, Error::<T>::NothingToPrune);
		Books::<T>::insert(asset, book);
		Self::deposit_event(Event::Pruned { asset, positions });
		Ok(())
	}
}

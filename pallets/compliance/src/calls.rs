// SPDX-License-Identifier: Apache-2.0

//! The calls: who may, and what they document. A section of the pallet, which has many of them.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Appoints a provider to the lowest free slot and lists it.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::AlreadyProvider`]: the account has a slot.
		/// - [`Error::SelfAttestation`]: the account is a key of an investor.
		/// - [`Error::TooManyProviders`]: no slot is free.
		///
		/// ## Events
		/// [`Event::ProviderAppointed`].
		#[pallet::call_index(0)]
		pub fn appoint_provider(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_appoint(account, Self::now())
		}

		/// De-lists a provider: its investors can do nothing but redeem, at once.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::ProviderNotListed`]: it is de-listed already.
		///
		/// ## Events
		/// [`Event::ProviderDelisted`].
		#[pallet::call_index(1)]
		pub fn delist_provider(origin: OriginFor<T>, provider: ProviderId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_delist(provider)
		}

		/// Lists a provider again: what it stated before counts again where it still holds.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::AlreadyListed`]: it is listed.
		///
		/// ## Events
		/// [`Event::ProviderRelisted`].
		#[pallet::call_index(2)]
		pub fn relist_provider(origin: OriginFor<T>, provider: ProviderId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_relist(provider)
		}

		/// Frees the slot of a de-listed provider. What it stated never counts again.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::AlreadyListed`]: it is still listed.
		///
		/// ## Events
		/// [`Event::ProviderDismissed`].
		#[pallet::call_index(3)]
		pub fn dismiss_provider(origin: OriginFor<T>, provider: ProviderId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_dismiss(provider)
		}

		/// Admits an investor with one key that has all rights and does not expire.
		///
		/// ## Dispatch Origin
		/// Signed by a listed provider, who pays [`Config::InvestorDeposit`].
		///
		/// ## Errors
		/// - [`Error::NotProvider`], [`Error::ProviderNotListed`]: of the caller.
		/// - [`Error::SelfAttestation`]: the account is a provider's.
		/// - [`Error::KeyInUse`]: the account is a key.
		/// - [`Error::UnknownCountry`]: a country code is not assigned.
		/// - [`Error::InvalidPeriod`]: `valid_until` is not after `valid_from` and after now.
		///
		/// ## Events
		/// [`Event::InvestorAdmitted`].
		#[pallet::call_index(4)]
		pub fn admit(
			origin: OriginFor<T>,
			account: T::AccountId,
			claims: Claims,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_admit(who, account, claims).map(|_| ())
		}

		/// States an investor's claims anew, in all of its keys.
		///
		/// ## Dispatch Origin
		/// Signed by the listed provider in the investor's slot.
		///
		/// ## Details
		/// A blocked investor stays blocked. Where the slot was given to another provider in the
		/// meantime, that one takes the investor over: it pays the deposit, and the earlier
		/// provider gets its own back.
		///
		/// ## Errors
		/// - [`Error::NotProvider`], [`Error::ProviderNotListed`]: of the caller.
		/// - [`Error::UnknownInvestor`]: there is no such investor.
		/// - [`Error::UnknownCountry`], [`Error::InvalidPeriod`]: as for [`Pallet::admit`].
		///
		/// ## Events
		/// [`Event::InvestorRenewed`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::renew(T::MaxKeys::get()))]
		pub fn renew(
			origin: OriginFor<T>,
			investor: InvestorId,
			claims: Claims,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let keys = Self::do_renew(who, investor, claims)?;
			Ok(Some(T::WeightInfo::renew(keys)).into())
		}

		/// Erases an investor's keys, claims and offers, and returns their deposits.
		///
		/// ## Dispatch Origin
		/// Signed by the listed provider that stated the claims, or [`Config::AdminOrigin`].
		///
		/// ## Details
		/// Nothing is left but that the id is never given again. Only [`Config::AdminOrigin`] can
		/// revoke a blocked investor, since its accounts could then be admitted unblocked.
		///
		/// ## Errors
		/// - [`Error::NotProvider`], [`Error::ProviderNotListed`]: of the caller.
		/// - [`Error::UnknownInvestor`]: there is no such investor.
		/// - [`Error::Blocked`]: the caller is a provider and the investor is blocked.
		///
		/// ## Events
		/// [`Event::InvestorRevoked`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::revoke(T::MaxKeys::get()))]
		pub fn revoke(origin: OriginFor<T>, investor: InvestorId) -> DispatchResultWithPostInfo {
			let provider = match T::AdminOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			let keys = Self::do_revoke(provider, investor)?;
			Ok(Some(T::WeightInfo::revoke(keys)).into())
		}

		/// Blocks an investor: nothing moves to it or from it, whatever its provider states.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownInvestor`]: there is no such investor.
		/// - [`Error::Blocked`]: it is blocked already.
		///
		/// ## Events
		/// [`Event::InvestorBlocked`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::block(T::MaxKeys::get()))]
		pub fn block(origin: OriginFor<T>, investor: InvestorId) -> DispatchResultWithPostInfo {
			T::AdminOrigin::ensure_origin(origin)?;
			let keys = Self::do_block(investor)?;
			Ok(Some(T::WeightInfo::block(keys)).into())
		}

		/// Ends the block of an investor.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownInvestor`]: there is no such investor.
		/// - [`Error::NotBlocked`]: it is not blocked.
		///
		/// ## Events
		/// [`Event::InvestorUnblocked`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::unblock(T::MaxKeys::get()))]
		pub fn unblock(origin: OriginFor<T>, investor: InvestorId) -> DispatchResultWithPostInfo {
			T::AdminOrigin::ensure_origin(origin)?;
			let keys = Self::do_unblock(investor)?;
			Ok(Some(T::WeightInfo::unblock(keys)).into())
		}

		/// Offers an account to become a key of the caller's investor.
		///
		/// ## Dispatch Origin
		/// Signed by a key that manages keys, who pays [`Config::KeyDeposit`] until the offer ends.
		///
		/// ## Details
		/// A key gives no right that it does not have, and no time beyond its own. The offer can be
		/// accepted for [`Config::OfferPeriod`]. An investor has one open offer at a time.
		///
		/// ## Errors
		/// - [`Error::UnknownKey`], [`Error::KeyExpired`], [`Error::Blocked`]: of the caller.
		/// - [`Error::MissingRight`]: the caller does not manage keys, or lacks an offered right.
		/// - [`Error::InvalidPeriod`]: `expires_at` is not after now, or beyond the caller's end.
		/// - [`Error::KeyInUse`], [`Error::SelfAttestation`]: the account is a key, a provider's.
		/// - [`Error::OfferPending`]: the account or the investor has an open offer.
		/// - [`Error::TooManyKeys`]: the investor has [`Config::MaxKeys`].
		///
		/// ## Events
		/// [`Event::KeyOffered`].
		#[pallet::call_index(9)]
		pub fn offer_key(
			origin: OriginFor<T>,
			account: T::AccountId,
			rights: Rights,
			expires_at: Option<Moment>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_offer(who, account, rights, expires_at)
		}

		/// Makes the caller a key of the investor that offered it.
		///
		/// ## Dispatch Origin
		/// Signed by the account of the offer, who pays [`Config::KeyDeposit`].
		///
		/// ## Errors
		/// - [`Error::NoOffer`]: this investor has not offered the caller a key.
		/// - [`Error::OfferExpired`]: the offer or the offered key has expired.
		/// - [`Error::KeyInUse`], [`Error::SelfAttestation`]: the caller is a key, a provider's.
		/// - [`Error::Blocked`]: the investor is blocked.
		///
		/// ## Events
		/// [`Event::KeyAdded`].
		#[pallet::call_index(10)]
		pub fn accept_key(origin: OriginFor<T>, investor: InvestorId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(who, investor)
		}

		/// Ends the offer of a key to an account and returns its deposit.
		///
		/// ## Dispatch Origin
		/// Signed by the account, by the key that offered, or by a key that manages the investor's
		/// keys; once the offer has expired, by anybody.
		///
		/// ## Errors
		/// - [`Error::NoOffer`]: the account has no offer.
		/// - [`Error::MissingRight`]: the caller is none of these.
		///
		/// ## Events
		/// [`Event::KeyOfferWithdrawn`].
		#[pallet::call_index(11)]
		pub fn withdraw_offer(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_offer(who, account)
		}

		/// Removes a key of an investor and returns its deposit; ends the offer that it made.
		///
		/// ## Dispatch Origin
		/// Signed by the key itself, or by a key of the same investor that manages keys, has every
		/// right of the removed one and lasts as long.
		///
		/// ## Errors
		/// - [`Error::UnknownKey`]: the account, or the caller, is no key of the investor.
		/// - [`Error::KeyExpired`]: of the caller, unless it removes itself.
		/// - [`Error::MissingRight`]: the caller may not remove this key.
		/// - [`Error::Blocked`]: the investor is blocked, and its keys stay as they are.
		/// - [`Error::LastKey`]: no key would be left that manages keys and does not expire.
		///
		/// ## Events
		/// [`Event::KeyRemoved`], after [`Event::KeyOfferWithdrawn`] if the key had made an offer.
		#[pallet::call_index(12)]
		pub fn remove_key(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_key(who, account)
		}

		/// Publishes a rule pack, version 1, in force at once.
		///
		/// ## Dispatch Origin
		/// Signed by its author, who pays [`Config::PackDeposit`].
		///
		/// ## Errors
		/// - [`Error::EmptyPack`]: there is no rule, or one that names no flag, class or country.
		/// - [`Error::UnknownSet`]: a rule names a country set that is not there.
		/// - [`Error::InvalidPart`]: a part is larger than the whole.
		/// - [`Error::InvalidPeriod`]: a period is empty, or longer than ten years, a window than one.
		/// - [`Error::InvalidRule`]: a rule names an unknown class or asks nothing, or two rules
		///   contradict each other.
		///
		/// ## Events
		/// [`Event::PackPublished`].
		#[pallet::call_index(13)]
		pub fn publish_pack(origin: OriginFor<T>, rules: RuleSet) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_publish(who, rules, Self::now()).map(|_| ())
		}

		/// Announces the next version of a rule pack, or another one in its place.
		///
		/// ## Dispatch Origin
		/// Signed by the author.
		///
		/// ## Details
		/// `effective_at` is the first second at which the version is in force, at least
		/// [`Config::MinPackNotice`] from now. An announced version that is in force by now is
		/// enacted first; one that is not is replaced.
		///
		/// ## Errors
		/// - [`Error::UnknownPack`], [`Error::NotPackAuthor`].
		/// - [`Error::NoticeTooShort`]: `effective_at` is too early.
		/// - [`Error::EmptyPack`], [`Error::UnknownSet`], [`Error::InvalidPart`],
		///   [`Error::InvalidPeriod`], [`Error::InvalidRule`]: as for [`Pallet::publish_pack`].
		///
		/// ## Events
		/// [`Event::PackAmended`], after [`Event::PackEnacted`] if a version was enacted.
		#[pallet::call_index(14)]
		pub fn amend_pack(
			origin: OriginFor<T>,
			pack: PackId,
			rules: RuleSet,
			effective_at: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_amend(who, pack, rules, effective_at)
		}

		/// Puts an announced version that is in force in the place of the one before: a movement
		/// of shares then reads one value less. Free of charge.
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Errors
		/// - [`Error::UnknownPack`]: there is no such pack.
		/// - [`Error::NothingToEnact`]: no announced version is in force.
		///
		/// ## Events
		/// [`Event::PackEnacted`].
		#[pallet::call_index(15)]
		pub fn enact_pack(origin: OriginFor<T>, pack: PackId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_enact(pack)?;
			Ok(Pays::No.into())
		}

		/// Removes a rule pack that no asset follows, and returns its deposit.
		///
		/// ## Dispatch Origin
		/// Signed by the author.
		///
		/// ## Errors
		/// - [`Error::UnknownPack`], [`Error::NotPackAuthor`].
		/// - [`Error::PackFollowed`]: an asset follows the pack.
		///
		/// ## Events
		/// [`Event::PackWithdrawn`].
		#[pallet::call_index(16)]
		pub fn withdraw_pack(origin: OriginFor<T>, pack: PackId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_pack(who, pack)
		}

		/// Exempts an investor from some rules of one version of a pack for a time, in the place of
		/// what it was exempt from before under that version.
		///
		/// ## Dispatch Origin
		/// Signed by the author of the pack, who pays [`Config::PackDeposit`] for its size.
		///
		/// ## Details
		/// `version` is the one in force or the announced one; an exemption ends with its version.
		/// `rules` has bit `n` set for rule `n` of that version; a lock-up cannot be lifted. What
		/// stands against an investor whatever the pack, such as a block, is never lifted. The
		/// sender's exemption lifts what is said of the sender, the receiver's what is said of the
		/// receiver and of the asset. `expires_at` is at most [`LONGEST_EXEMPTION`] from now.
		///
		/// ## Errors
		/// - [`Error::UnknownPack`], [`Error::NotPackAuthor`].
		/// - [`Error::UnknownInvestor`]: there is no such investor.
		/// - [`Error::UnknownVersion`]: the version is neither in force nor announced.
		/// - [`Error::InvalidExemption`]: no rule, one that is not there, or a lock-up.
		/// - [`Error::InvalidPeriod`]: `expires_at` is not after now, or too late.
		///
		/// ## Events
		/// [`Event::InvestorExempted`].
		#[pallet::call_index(17)]
		pub fn exempt(
			origin: OriginFor<T>,
			pack: PackId,
			version: u32,
			investor: InvestorId,
			rules: u32,
			expires_at: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_exempt(who, pack, version, investor, rules, expires_at)
		}

		/// Ends an exemption and returns its deposit to the author.
		///
		/// ## Dispatch Origin
		/// Signed by the author who paid; by anybody once it lifts nothing more: when it has
		/// expired, when its version is neither in force nor announced, when the investor or the
		/// pack is gone.
		///
		/// ## Errors
		/// - [`Error::NoExemption`]: there is none of this investor under this version.
		/// - [`Error::NotPackAuthor`]: the exemption still holds, and is not the caller's.
		///
		/// ## Events
		/// [`Event::ExemptionEnded`].
		#[pallet::call_index(18)]
		pub fn end_exemption(
			origin: OriginFor<T>,
			pack: PackId,
			version: u32,
			investor: InvestorId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_end_exemption(who, pack, version, investor)
		}
	}
}

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
		/// ## Details
		/// `terms` say of residents of which countries it may state which flags, and how often in a
		/// day of Unix time it may admit and renew.
		///
		/// ## Errors
		/// - [`Error::AlreadyProvider`]: the account has a slot.
		/// - [`Error::SelfAttestation`]: the account is a key of an investor.
		/// - [`Error::AccountDenied`]: the account is on the deny list.
		/// - [`Error::TooManyProviders`]: no slot is free.
		///
		/// ## Events
		/// [`Event::ProviderAppointed`].
		#[pallet::call_index(0)]
		pub fn appoint_provider(
			origin: OriginFor<T>,
			account: T::AccountId,
			terms: Terms,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_appoint(account, terms, Self::now())
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
		/// - [`Error::NotProvider`], [`Error::ProviderNotListed`], [`Error::ProviderSuspended`],
		///   [`Error::DailyLimitReached`]: of the caller.
		/// - [`Error::SelfAttestation`]: the account is a provider's.
		/// - [`Error::KeyInUse`]: the account is a key.
		/// - [`Error::AccountDenied`]: the account is on the deny list.
		/// - [`Error::UnknownCountry`]: a country code is not assigned.
		/// - [`Error::InvalidPeriod`]: `valid_until` is not after `valid_from` and after now.
		/// - [`Error::OutOfScope`]: the provider may not state this.
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
		/// A blocked investor stays blocked. Where the slot was given to another provider, or the
		/// provider to another account, in the meantime, that one takes the investor over: it pays
		/// the deposit, and the earlier account gets its own back. An investor that paid itself
		/// goes on paying.
		///
		/// ## Errors
		/// - [`Error::NotProvider`], [`Error::ProviderNotListed`], [`Error::ProviderSuspended`],
		///   [`Error::DailyLimitReached`]: of the caller.
		/// - [`Error::UnknownInvestor`]: there is no such investor.
		/// - [`Error::UnknownCountry`], [`Error::InvalidPeriod`], [`Error::OutOfScope`]: as for
		///   [`Pallet::admit`].
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
		/// revoke a blocked investor, since its accounts could then be admitted unblocked. Shares
		/// that it still holds are reached by an order under due process, which asks for no key of
		/// whoever gives. Admissions of its accounts that were signed before are void.
		///
		/// ## Errors
		/// - [`Error::NotProvider`], [`Error::ProviderNotListed`], [`Error::ProviderSuspended`]: of
		///   the caller.
		/// - [`Error::UnknownInvestor`]: there is no such investor.
		/// - [`Error::Blocked`]: the caller is a provider and the investor is blocked.
		///
		/// ## Events
		/// [`Event::InvestorRevoked`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::revoke(T::MaxKeys::get()))]
		pub fn revoke(origin: OriginFor<T>, investor: InvestorId) -> DispatchResultWithPostInfo {
			let by = Self::authority_or_signed(origin)?;
			let keys = Self::do_revoke(by, investor)?;
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
		/// - [`Error::AccountDenied`]: one of its keys is on the deny list.
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
		/// - [`Error::KeyInUse`], [`Error::SelfAttestation`], [`Error::AccountDenied`]: the account
		///   is a key, a provider's, or denied.
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
		/// - [`Error::KeyInUse`], [`Error::SelfAttestation`], [`Error::AccountDenied`]: the caller
		///   is a key, a provider's, or denied.
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
		/// - [`Error::SeveralCohorts`]: two rules name a cohort.
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

		/// Sets what a provider may state, and how often. What it has stated stands.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		///
		/// ## Events
		/// [`Event::ProviderTermsChanged`].
		#[pallet::call_index(30)]
		pub fn set_provider_terms(
			origin: OriginFor<T>,
			provider: ProviderId,
			terms: Terms,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_terms(provider, terms)
		}

		/// Suspends a provider: what it stated from the cut-off on is void at once, what it stated
		/// before stands, and it states nothing until it is reinstated.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		/// `cut_off` is the first second whose statements are void, in seconds of Unix time, now at
		/// the latest. The moment of a statement is when the chain took it down. A suspended
		/// provider can be suspended from an earlier cut-off on. A proposed rotation is dropped. The
		/// cost does not depend on the number of investors.
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::InvalidPeriod`]: the cut-off is later than now.
		/// - [`Error::AlreadySuspended`]: and the cut-off is not earlier.
		///
		/// ## Events
		/// [`Event::ProviderSuspended`].
		#[pallet::call_index(31)]
		pub fn suspend_provider(
			origin: OriginFor<T>,
			provider: ProviderId,
			cut_off: Moment,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_suspend(provider, cut_off)
		}

		/// Lets a suspended provider make statements again.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		/// With `uphold` what it stated from the cut-off on counts again; without, it stays void
		/// until it is stated anew, from the next second on. If its keys were stolen, change account
		/// and signer first.
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::NotSuspended`]: the provider is not suspended.
		///
		/// ## Events
		/// [`Event::ProviderReinstated`].
		#[pallet::call_index(32)]
		pub fn reinstate_provider(
			origin: OriginFor<T>,
			provider: ProviderId,
			uphold: bool,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_reinstate(provider, uphold)
		}

		/// Proposes the account with which a provider makes its calls from now on, or drops the
		/// proposal. Nothing changes until that account accepts.
		///
		/// ## Dispatch Origin
		/// Signed by the provider, listed and not suspended, or [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::NotProvider`]: the caller is not the provider of the slot.
		/// - [`Error::ProviderNotListed`], [`Error::ProviderSuspended`]: of the caller.
		/// - [`Error::AlreadyProvider`], [`Error::SelfAttestation`], [`Error::AccountDenied`]: the
		///   successor is a provider, a key, or denied.
		///
		/// ## Events
		/// [`Event::RotationProposed`].
		#[pallet::call_index(33)]
		pub fn propose_rotation(
			origin: OriginFor<T>,
			provider: ProviderId,
			successor: Option<T::AccountId>,
		) -> DispatchResult {
			let by = Self::authority_or_signed(origin)?;
			Self::do_propose_rotation(by, provider, successor)
		}

		/// Makes the caller the account of a provider. Its statements stand; the deposits that the
		/// earlier account paid move to the new one as investors are renewed.
		///
		/// ## Dispatch Origin
		/// Signed by the proposed successor.
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::NotSuccessor`]: the caller was not proposed.
		/// - [`Error::ProviderNotListed`], [`Error::ProviderSuspended`]: of the provider.
		/// - [`Error::AlreadyProvider`], [`Error::SelfAttestation`], [`Error::AccountDenied`]: of
		///   the caller.
		///
		/// ## Events
		/// [`Event::ProviderRotated`].
		#[pallet::call_index(34)]
		pub fn accept_rotation(origin: OriginFor<T>, provider: ProviderId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_rotation(who, provider)
		}

		/// Makes an account the account of a provider that has lost its own, or from whom it was
		/// stolen.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::AlreadyProvider`], [`Error::SelfAttestation`], [`Error::AccountDenied`]: the
		///   account is a provider, a key, or denied.
		///
		/// ## Events
		/// [`Event::ProviderRotated`].
		#[pallet::call_index(35)]
		pub fn force_rotation(
			origin: OriginFor<T>,
			provider: ProviderId,
			account: T::AccountId,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_force_rotation(provider, account)
		}

		/// Sets whose signature makes a statement of the provider off chain, or that none does.
		/// Statements that were signed with another key, and not submitted yet, are void.
		///
		/// ## Dispatch Origin
		/// Signed by the provider, listed and not suspended, or [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`]: the slot is free.
		/// - [`Error::NotProvider`]: the caller is not the provider of the slot.
		/// - [`Error::ProviderNotListed`], [`Error::ProviderSuspended`]: of the caller.
		///
		/// ## Events
		/// [`Event::SignerChanged`].
		#[pallet::call_index(36)]
		pub fn set_signer(
			origin: OriginFor<T>,
			provider: ProviderId,
			signer: Option<T::AccountId>,
		) -> DispatchResult {
			let by = Self::authority_or_signed(origin)?;
			Self::do_set_signer(by, provider, signer)
		}

		/// Erases the caller's investor: keys, claims and offers. Deposits return.
		///
		/// ## Dispatch Origin
		/// Signed by a key that manages keys and does not expire.
		///
		/// ## Details
		/// Nothing is left but that the id is never given again. Transfer or redeem all shares
		/// first: shares that stay are reached by an order under due process only.
		///
		/// ## Errors
		/// - [`Error::UnknownKey`], [`Error::MissingRight`]: of the caller.
		/// - [`Error::Blocked`]: the investor is blocked, and its keys stay as they are.
		///
		/// ## Events
		/// [`Event::InvestorLeft`].
		#[pallet::call_index(37)]
		#[pallet::weight(T::WeightInfo::leave(T::MaxKeys::get()))]
		pub fn leave(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let keys = Self::do_leave(who)?;
			Ok(Some(T::WeightInfo::leave(keys)).into())
		}

		/// Admits the caller as an investor, as a provider has stated off chain.
		///
		/// ## Dispatch Origin
		/// Signed by the account that becomes the first key, who pays [`Config::InvestorDeposit`].
		///
		/// ## Details
		/// The provider's signer has signed the bytes that the view function `statement_bytes`
		/// answers: they bind chain, slot, epoch, kind, account, claims, `issued_at` and
		/// `expires_at`. A statement counts once, from `issued_at` up to `expires_at`, at most
		/// [`Config::StatementPeriod`] apart. It is void once the account has ceased to be a key.
		///
		/// ## Errors
		/// - [`Error::UnknownProvider`], [`Error::ProviderNotListed`],
		///   [`Error::ProviderSuspended`], [`Error::NoSigner`]: of the provider.
		/// - [`Error::StatementNotYetValid`], [`Error::StatementExpired`],
		///   [`Error::StatementTooLong`], [`Error::StatementVoid`], [`Error::BadSignature`]: of the
		///   statement.
		/// - [`Error::UnknownCountry`], [`Error::InvalidPeriod`], [`Error::OutOfScope`]: of the
		///   claims.
		/// - [`Error::DailyLimitReached`]: of the provider.
		/// - [`Error::SelfAttestation`], [`Error::KeyInUse`], [`Error::AccountDenied`]: of the
		///   caller.
		///
		/// ## Events
		/// [`Event::InvestorAdmitted`].
		#[pallet::call_index(38)]
		pub fn admit_by_statement(
			origin: OriginFor<T>,
			provider: ProviderId,
			statement: Statement,
			signature: T::Signature,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_admit_by_statement(who, provider, statement, &signature).map(|_| ())
		}

		/// States the claims of the caller's investor anew, as a provider has stated off chain: its
		/// own, or another one to which the investor changes by this.
		///
		/// ## Dispatch Origin
		/// Signed by a key of the investor.
		///
		/// ## Details
		/// As for [`Pallet::admit_by_statement`]. A statement is void once another one about the
		/// investor was taken down after it was signed, by whatever way. A blocked investor stays
		/// blocked. If the provider is another than before, the investor takes over the deposit of
		/// the earlier one.
		///
		/// ## Errors
		/// - [`Error::UnknownKey`], [`Error::KeyExpired`]: of the caller.
		/// - Otherwise as for [`Pallet::admit_by_statement`].
		///
		/// ## Events
		/// [`Event::InvestorRenewed`].
		#[pallet::call_index(39)]
		#[pallet::weight(T::WeightInfo::renew_by_statement(T::MaxKeys::get()))]
		pub fn renew_by_statement(
			origin: OriginFor<T>,
			provider: ProviderId,
			statement: Statement,
			signature: T::Signature,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let keys = Self::do_renew_by_statement(who, provider, statement, &signature)?;
			Ok(Some(T::WeightInfo::renew_by_statement(keys)).into())
		}

		/// Removes a bar that is needed no more, since all that it voids has expired.
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Errors
		/// - [`Error::NoBar`]: there is none on the bucket.
		/// - [`Error::BarNeeded`]: [`Config::StatementPeriod`] has not passed since it was raised.
		///
		/// ## Events
		/// [`Event::BarLowered`].
		#[pallet::call_index(40)]
		pub fn lower_bar(origin: OriginFor<T>, bucket: u16) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_lower_bar(bucket)
		}

		/// Enters an account on the chain-wide deny list, and blocks its investor at once.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		/// A denied account is neither admitted nor made a key or a provider, whoever states what.
		/// `reason` is the BLAKE2b-256 of the decision.
		///
		/// ## Errors
		/// - [`Error::AlreadyDenied`]: the account is on the list.
		///
		/// ## Events
		/// [`Event::AccountDenied`].
		#[pallet::call_index(41)]
		#[pallet::weight(T::WeightInfo::deny(T::MaxKeys::get()))]
		pub fn deny(
			origin: OriginFor<T>,
			account: T::AccountId,
			reason: H256,
		) -> DispatchResultWithPostInfo {
			T::AdminOrigin::ensure_origin(origin)?;
			let keys = Self::do_deny(account, reason)?;
			Ok(Some(T::WeightInfo::deny(keys)).into())
		}

		/// Takes an account off the deny list. Its investor stays blocked until
		/// [`Pallet::unblock`].
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::NotDenied`]: the account is not on the list.
		///
		/// ## Events
		/// [`Event::DenialLifted`].
		#[pallet::call_index(42)]
		pub fn lift_denial(
			origin: OriginFor<T>,
			account: T::AccountId,
			reason: H256,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_lift_denial(account, reason)
		}

		/// Creates a sandbox cohort: limits within which a supervisor lets investors and assets do
		/// what it watches.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		/// An asset is in the cohort when the supervisor has stated its value and its rule pack
		/// names the cohort. Its shares are then issued and transferred only while the cohort is
		/// open, only to members, and only up to its volume. The cohort ends by itself.
		///
		/// ## Errors
		/// - [`Error::InvalidPeriod`]: `until` is not after `from` and after now.
		///
		/// ## Events
		/// [`Event::CohortCreated`].
		#[pallet::call_index(43)]
		pub fn create_cohort(
			origin: OriginFor<T>,
			supervisor: T::AccountId,
			limits: CohortLimits,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_create_cohort(supervisor, limits).map(|_| ())
		}

		/// Suspends a cohort: nothing is issued or transferred in it. Redemptions and orders go on.
		///
		/// ## Dispatch Origin
		/// Signed by its supervisor.
		///
		/// ## Errors
		/// - [`Error::UnknownCohort`], [`Error::NotSupervisor`], [`Error::CohortEnded`].
		/// - [`Error::AlreadySuspended`]: it is suspended.
		///
		/// ## Events
		/// [`Event::CohortSuspended`].
		#[pallet::call_index(44)]
		pub fn suspend_cohort(origin: OriginFor<T>, cohort: CohortId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_suspend_cohort(who, cohort)
		}

		/// Lets a suspended cohort go on.
		///
		/// ## Dispatch Origin
		/// Signed by its supervisor.
		///
		/// ## Errors
		/// - [`Error::UnknownCohort`], [`Error::NotSupervisor`], [`Error::CohortEnded`].
		/// - [`Error::NotSuspended`]: it is not suspended.
		///
		/// ## Events
		/// [`Event::CohortResumed`].
		#[pallet::call_index(45)]
		pub fn resume_cohort(origin: OriginFor<T>, cohort: CohortId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resume_cohort(who, cohort)
		}

		/// Ends a cohort for good and publishes its exit report.
		///
		/// ## Dispatch Origin
		/// Signed by its supervisor, or [`Config::AdminOrigin`]; by anybody once its last second
		/// has passed.
		///
		/// ## Details
		/// Nothing is issued or transferred in it from its last second on, whether anybody calls
		/// this or not.
		///
		/// ## Errors
		/// - [`Error::UnknownCohort`], [`Error::NotSupervisor`].
		/// - [`Error::CohortEnded`]: it was ended already.
		///
		/// ## Events
		/// [`Event::CohortEnded`].
		#[pallet::call_index(46)]
		pub fn end_cohort(origin: OriginFor<T>, cohort: CohortId) -> DispatchResult {
			let by = Self::authority_or_signed(origin)?;
			Self::do_end_cohort(by, cohort)
		}

		/// Makes an investor a member of a cohort.
		///
		/// ## Dispatch Origin
		/// Signed by its supervisor, who pays [`Config::CohortDeposit`].
		///
		/// ## Errors
		/// - [`Error::UnknownCohort`], [`Error::NotSupervisor`], [`Error::CohortEnded`].
		/// - [`Error::UnknownInvestor`], [`Error::AlreadyMember`]: of the investor.
		/// - [`Error::CohortFull`]: it has as many as it may have.
		///
		/// ## Events
		/// [`Event::CohortMemberAdded`].
		#[pallet::call_index(47)]
		pub fn add_member(
			origin: OriginFor<T>,
			cohort: CohortId,
			investor: InvestorId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_member(who, cohort, investor)
		}

		/// Ends the membership of an investor, which gets no more shares in the cohort, and returns
		/// the deposit.
		///
		/// ## Dispatch Origin
		/// Signed by its supervisor.
		///
		/// ## Errors
		/// - [`Error::UnknownCohort`], [`Error::NotSupervisor`].
		/// - [`Error::NotMember`]: the investor is not in it.
		///
		/// ## Events
		/// [`Event::CohortMemberRemoved`].
		#[pallet::call_index(48)]
		pub fn remove_member(
			origin: OriginFor<T>,
			cohort: CohortId,
			investor: InvestorId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_member(who, cohort, investor)
		}

		/// Lets an asset into a cohort at a value, or states its value anew.
		///
		/// ## Dispatch Origin
		/// Signed by its supervisor, who pays [`Config::CohortDeposit`] for a new asset.
		///
		/// ## Errors
		/// - [`Error::UnknownCohort`], [`Error::NotSupervisor`], [`Error::CohortEnded`].
		/// - [`Error::CohortFull`]: it has as many assets as it may have.
		/// - [`Error::CohortValueExceeded`]: all assets together would be worth more than its cap.
		///
		/// ## Events
		/// [`Event::CohortAssetValued`].
		#[pallet::call_index(49)]
		pub fn set_asset_value(
			origin: OriginFor<T>,
			cohort: CohortId,
			asset: AssetId,
			value: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_asset_value(who, cohort, asset, value)
		}

		/// Takes an asset out of a cohort and returns the deposit. While its pack names the cohort,
		/// none of its shares are issued or transferred.
		///
		/// ## Dispatch Origin
		/// Signed by its supervisor.
		///
		/// ## Errors
		/// - [`Error::UnknownCohort`], [`Error::NotSupervisor`].
		/// - [`Error::AssetNotInCohort`]: the asset is not in it.
		///
		/// ## Events
		/// [`Event::CohortAssetRemoved`].
		#[pallet::call_index(50)]
		pub fn remove_asset(
			origin: OriginFor<T>,
			cohort: CohortId,
			asset: AssetId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_asset(who, cohort, asset)
		}

		/// Takes an asset out of a cohort because its rules do without one by now, and records the
		/// supervisor's report.
		///
		/// ## Dispatch Origin
		/// Signed by its supervisor.
		///
		/// ## Details
		/// `pack` is the pack that the asset follows, which the supervisor has checked; `report` is
		/// the BLAKE2b-256 of the report.
		///
		/// ## Errors
		/// - [`Error::UnknownCohort`], [`Error::NotSupervisor`].
		/// - [`Error::UnknownPack`]: there is no such pack.
		/// - [`Error::StillInCohort`]: the version in force names a cohort.
		/// - [`Error::AssetNotInCohort`]: the asset is not in it.
		///
		/// ## Events
		/// [`Event::AssetGraduated`].
		#[pallet::call_index(51)]
		pub fn graduate(
			origin: OriginFor<T>,
			cohort: CohortId,
			asset: AssetId,
			pack: PackId,
			report: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_graduate(who, cohort, asset, pack, report)
		}

		/// Removes up to `limit` entries of an ended cohort, [`MAX_PRUNED`] at most, and returns
		/// their deposits to the supervisor; with the last one the cohort itself.
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Errors
		/// - [`Error::UnknownCohort`]: there is no such cohort.
		/// - [`Error::CohortNotEnded`]: it was not ended.
		///
		/// ## Events
		/// [`Event::CohortPruned`].
		#[pallet::call_index(52)]
		#[pallet::weight(T::WeightInfo::prune_cohort((*limit).min(MAX_PRUNED)))]
		pub fn prune_cohort(
			origin: OriginFor<T>,
			cohort: CohortId,
			limit: u32,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let entries = Self::do_prune_cohort(cohort, limit)?;
			Ok(Some(T::WeightInfo::prune_cohort(entries)).into())
		}
	}
}

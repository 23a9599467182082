// SPDX-License-Identifier: Apache-2.0

//! What the pallet says has happened, and what was wrong. A section of the pallet.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A provider got a slot and is listed.
		ProviderAppointed {
			/// The slot.
			provider: ProviderId,
			/// Who signs its statements.
			account: T::AccountId,
			/// How often the slot was given, this time included.
			epoch: u8,
			/// What it may state.
			terms: Terms,
		},
		/// A provider is listed no more: its statements count for nothing until it is again.
		ProviderDelisted {
			/// The slot.
			provider: ProviderId,
		},
		/// A provider is listed again.
		ProviderRelisted {
			/// The slot.
			provider: ProviderId,
		},
		/// A provider left its slot: its statements are void for good.
		ProviderDismissed {
			/// The slot.
			provider: ProviderId,
			/// Who signed its statements.
			account: T::AccountId,
		},
		/// An investor was admitted.
		InvestorAdmitted {
			/// The investor.
			investor: InvestorId,
			/// The first key.
			account: T::AccountId,
			/// The eligibility word.
			eligibility: Eligibility,
		},
		/// An investor's claims were stated anew.
		InvestorRenewed {
			/// The investor.
			investor: InvestorId,
			/// The eligibility word before.
			old: Eligibility,
			/// The eligibility word after.
			new: Eligibility,
		},
		/// An investor's claims, keys and offers were erased.
		InvestorRevoked {
			/// The investor.
			investor: InvestorId,
		},
		/// An investor was blocked.
		InvestorBlocked {
			/// The investor.
			investor: InvestorId,
		},
		/// An investor is blocked no more.
		InvestorUnblocked {
			/// The investor.
			investor: InvestorId,
		},
		/// A key was offered to an account.
		KeyOffered {
			/// The investor.
			investor: InvestorId,
			/// The account.
			account: T::AccountId,
			/// What the key could do.
			rights: Rights,
			/// First second at which the key could do nothing more.
			expires_at: Option<Moment>,
			/// First second at which the offer cannot be accepted any more.
			valid_until: Moment,
		},
		/// An offer of a key ended without a key.
		KeyOfferWithdrawn {
			/// The investor.
			investor: InvestorId,
			/// The account to which the key was offered.
			account: T::AccountId,
		},
		/// An account accepted and is a key of the investor.
		KeyAdded {
			/// The investor.
			investor: InvestorId,
			/// The key.
			account: T::AccountId,
			/// What it may do.
			rights: Rights,
			/// First second at which the key may do nothing more.
			expires_at: Option<Moment>,
		},
		/// An account is no key of the investor any more.
		KeyRemoved {
			/// The investor.
			investor: InvestorId,
			/// The account.
			account: T::AccountId,
		},
		/// A rule pack was published, in force at once.
		PackPublished {
			/// The pack.
			pack: PackId,
			/// Who may amend it.
			author: T::AccountId,
			/// BLAKE2b-256 of the encoded rules.
			digest: H256,
		},
		/// The next version of a rule pack was announced.
		PackAmended {
			/// The pack.
			pack: PackId,
			/// The announced version.
			version: u32,
			/// First second at which it is in force.
			effective_at: Moment,
			/// BLAKE2b-256 of the encoded rules.
			digest: H256,
		},
		/// A version that is in force took the place of the one before.
		PackEnacted {
			/// The pack.
			pack: PackId,
			/// The version.
			version: u32,
		},
		/// A rule pack was removed.
		PackWithdrawn {
			/// The pack.
			pack: PackId,
		},
		/// The number of assets that follow a pack changed.
		PackFollowersChanged {
			/// The pack.
			pack: PackId,
			/// How many followed it before.
			old: u32,
			/// How many follow it now.
			new: u32,
		},
		/// An investor was exempted from rules of a version of a pack.
		InvestorExempted {
			/// The pack.
			pack: PackId,
			/// The investor.
			investor: InvestorId,
			/// The version.
			version: u32,
			/// The rules from which it was exempt before: bit `n` for rule `n`.
			old: u32,
			/// The rules from which it is exempt now: bit `n` for rule `n`.
			new: u32,
			/// First second at which it is exempt no more.
			expires_at: Moment,
		},
		/// An exemption was removed.
		ExemptionEnded {
			/// The pack.
			pack: PackId,
			/// The investor.
			investor: InvestorId,
			/// The version.
			version: u32,
		},

		/// What a provider may state changed.
		ProviderTermsChanged {
			/// The slot.
			provider: ProviderId,
			/// The terms before.
			old: Terms,
			/// The terms after.
			new: Terms,
		},
		/// A provider was suspended: what it stated from the cut-off on is void.
		ProviderSuspended {
			/// The slot.
			provider: ProviderId,
			/// First second whose statements are void.
			cut_off: Moment,
		},
		/// A provider makes statements again.
		ProviderReinstated {
			/// The slot.
			provider: ProviderId,
			/// What stays void, if anything does.
			void: Option<Suspension>,
		},
		/// A provider is to make its calls with another account, once that accepts.
		RotationProposed {
			/// The slot.
			provider: ProviderId,
			/// The account that was proposed before.
			old: Option<T::AccountId>,
			/// The account that is proposed.
			new: Option<T::AccountId>,
		},
		/// A provider makes its calls with another account.
		ProviderRotated {
			/// The slot.
			provider: ProviderId,
			/// The account before.
			old: T::AccountId,
			/// The account after.
			new: T::AccountId,
		},
		/// A provider signs its statements off chain with another key.
		SignerChanged {
			/// The slot.
			provider: ProviderId,
			/// Whose signature counted before.
			old: Option<T::AccountId>,
			/// Whose signature counts.
			new: Option<T::AccountId>,
		},
		/// An investor left: its claims, keys and offers were erased.
		InvestorLeft {
			/// The investor.
			investor: InvestorId,
		},
		/// A bar that voided signed admissions was removed: all of them have expired.
		BarLowered {
			/// The bucket of accounts.
			bucket: u16,
			/// The moment up to which admissions were void.
			bar: Moment,
		},
		/// An account was entered on the deny list.
		AccountDenied {
			/// The account.
			account: T::AccountId,
			/// BLAKE2b-256 of the decision.
			reason: H256,
			/// The investor that was blocked by it, since the account is one of its keys.
			blocked: Option<InvestorId>,
		},
		/// An account was taken off the deny list. An investor that was blocked stays blocked.
		DenialLifted {
			/// The account.
			account: T::AccountId,
			/// BLAKE2b-256 of the decision.
			reason: H256,
		},
		/// A sandbox cohort was created.
		CohortCreated {
			/// The cohort.
			cohort: CohortId,
			/// Who supervises it.
			supervisor: T::AccountId,
			/// Its limits.
			limits: CohortLimits,
		},
		/// A cohort was suspended: nothing is issued or transferred in it.
		CohortSuspended {
			/// The cohort.
			cohort: CohortId,
		},
		/// A cohort goes on.
		CohortResumed {
			/// The cohort.
			cohort: CohortId,
		},
		/// A cohort ended: its exit report.
		CohortEnded {
			/// The cohort.
			cohort: CohortId,
			/// First second at which it was open no more.
			ended_at: Moment,
			/// Its counters.
			counts: CohortCounts,
		},
		/// An investor is a member of a cohort.
		CohortMemberAdded {
			/// The cohort.
			cohort: CohortId,
			/// The investor.
			investor: InvestorId,
		},
		/// An investor is no member of a cohort any more.
		CohortMemberRemoved {
			/// The cohort.
			cohort: CohortId,
			/// The investor.
			investor: InvestorId,
		},
		/// An asset is in a cohort, at a value.
		CohortAssetValued {
			/// The cohort.
			cohort: CohortId,
			/// The asset.
			asset: AssetId,
			/// The value before, if it was in the cohort.
			old: Option<Balance>,
			/// The value after.
			new: Balance,
		},
		/// An asset is in a cohort no more.
		CohortAssetRemoved {
			/// The cohort.
			cohort: CohortId,
			/// The asset.
			asset: AssetId,
		},
		/// An asset left a cohort for rules without one.
		AssetGraduated {
			/// The cohort.
			cohort: CohortId,
			/// The asset.
			asset: AssetId,
			/// The pack whose rules it follows, as the supervisor states.
			pack: PackId,
			/// The version of the pack that is in force.
			version: u32,
			/// BLAKE2b-256 of the supervisor's report.
			report: H256,
		},
		/// Entries of an ended cohort were removed.
		CohortPruned {
			/// The cohort.
			cohort: CohortId,
			/// How many entries.
			entries: u32,
			/// Whether the cohort itself was removed, having no entry left.
			removed: bool,
		},
	}

	/// Why a call, or a movement of shares, is refused: first reasons of a report, then what is wrong
	/// with a call, then reasons that came later.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such asset.
		UnknownAsset,
		/// The book of the asset is not open for this kind of movement.
		BookNotOpen,
		/// The amount is zero.
		ZeroAmount,
		/// The sender has fewer free shares than the amount.
		InsufficientShares,
		/// More shares would be in issue than are authorised.
		ExceedsAuthorised,
		/// Sender and receiver are the same investor.
		SameInvestor,
		/// There is no such rule pack.
		UnknownPack,
		/// The account is no key of an investor, or of this investor.
		UnknownKey,
		/// The key has expired.
		KeyExpired,
		/// The key lacks the right to do this.
		MissingRight,
		/// The investor is blocked by the compliance authority.
		Blocked,
		/// The provider is not listed.
		ProviderNotListed,
		/// The provider's statement does not hold yet.
		ClaimsNotYetValid,
		/// The provider's statement holds no more.
		ClaimsExpired,
		/// A flag that the asset's rules require is missing.
		MissingFlags,
		/// A flag that the asset's rules forbid is set.
		ForbiddenFlags,
		/// The country of residence is not in the set that the asset's rules allow.
		CountryNotAllowed,
		/// The country of residence is unknown, or in the set that the asset's rules deny.
		CountryDenied,
		/// There would be more holders than the asset's rules allow.
		HolderCapExceeded,
		/// The receiver would own more than the asset's rules allow.
		OwnershipCapExceeded,
		/// A rule of the pack names a country set that the pack does not have.
		BrokenRule,
		/// There is no such investor.
		UnknownInvestor,
		/// There is no provider in the slot.
		UnknownProvider,
		/// The account is no provider, or not the provider of this investor.
		NotProvider,
		/// The account is a provider already.
		AlreadyProvider,
		/// Every slot is taken or used up.
		TooManyProviders,
		/// The provider is listed already, or is still listed.
		AlreadyListed,
		/// A provider's account would be a key: a provider attests of others, never of itself.
		SelfAttestation,
		/// The account is a key of an investor already.
		KeyInUse,
		/// The country code is not assigned by ISO 3166-1.
		UnknownCountry,
		/// The period is empty, or over, or too long, or longer than that of the key that grants it.
		InvalidPeriod,
		/// The investor is not blocked.
		NotBlocked,
		/// The investor has as many keys as it may have.
		TooManyKeys,
		/// No key would be left that manages keys and does not expire.
		LastKey,
		/// The account has no offer of a key of this investor.
		NoOffer,
		/// The account or the investor has an open offer. Withdraw it first.
		OfferPending,
		/// The offer, or the key that it offers, has expired.
		OfferExpired,
		/// The account is not the author of the pack.
		NotPackAuthor,
		/// A rule names a country set that the pack does not have.
		UnknownSet,
		/// The pack has no rule, or a rule that names no flag, class or country.
		EmptyPack,
		/// A part of an asset is larger than the whole.
		InvalidPart,
		/// The new version would be in force too soon.
		NoticeTooShort,
		/// No announced version is in force.
		NothingToEnact,
		/// Assets follow the pack.
		PackFollowed,
		/// The sender's shares are frozen, by an order or because one is pending.
		SharesFrozen,
		/// The sender's shares are locked up.
		SharesLocked,
		/// More than what is left of the allowance.
		AllowanceExceeded,
		/// The investor is on the deny list of the asset.
		DeniedByAsset,
		/// The provider is suspended, and its statement is later than the cut-off.
		ProviderSuspended,
		/// The asset's rules want both parties in one country.
		NotSameCountry,
		/// The asset's rules want the parties in different countries.
		NotCrossBorder,
		/// There would be more holders of one country than the asset's rules allow.
		CountryHolderCapExceeded,
		/// There would be more holders of one class than the asset's rules allow.
		ClassHolderCapExceeded,
		/// A party would own less than the asset's rules want, and more than nothing.
		BelowMinimumHolding,
		/// The asset's rules do not let so many shares be bought at once.
		PurchaseTooLarge,
		/// The asset's rules do not let the shares flow back to this receiver yet.
		FlowBack,
		/// The sender would give more in one window than the asset's rules allow.
		VelocityExceeded,
		/// The asset's rules do not let shares be traded now.
		OutsideTransferWindow,
		/// The asset's rules do not let a sender of this class give to a receiver of that class.
		ClassPairNotAllowed,
		/// The sandbox cohort of the asset is not open.
		CohortNotOpen,
		/// The receiver is no member of the sandbox cohort of the asset.
		NotInCohort,
		/// The volume of the sandbox cohort would exceed its cap.
		CohortVolumeExceeded,
		/// A rule names an unknown class or asks nothing, or contradicts another rule of the pack.
		InvalidRule,
		/// The version of the pack is neither in force nor announced.
		UnknownVersion,
		/// The exemption is from no rule, from one that the version does not have, or from a lock-up.
		InvalidExemption,
		/// The investor has no exemption under this version of the pack.
		NoExemption,
		/// The provider may not state this: not of that country, or not that flag.
		OutOfScope,
		/// The provider has made as many statements as it may make in a day.
		DailyLimitReached,
		/// It is suspended already; a provider, not from an earlier cut-off.
		AlreadySuspended,
		/// It is not suspended.
		NotSuspended,
		/// The account was not proposed to take the provider's place.
		NotSuccessor,
		/// The provider has named no key that signs statements.
		NoSigner,
		/// The signature is not the provider's, or not of this statement, subject, slot, epoch and
		/// chain.
		BadSignature,
		/// The statement was signed later than now. Submit it in a later block.
		StatementNotYetValid,
		/// The statement can be submitted no more. Ask the provider for another.
		StatementExpired,
		/// The statement can be submitted for longer than the chain allows.
		StatementTooLong,
		/// The statement was used, or a later one about the subject, or the subject was revoked.
		/// Ask the provider for another.
		StatementVoid,
		/// There is no bar on this bucket.
		NoBar,
		/// Statements that the bar voids could still be submitted.
		BarNeeded,
		/// The account, or a key of the investor, is on the deny list.
		AccountDenied,
		/// The account is on the deny list already.
		AlreadyDenied,
		/// The account is not on the deny list.
		NotDenied,
		/// A pack names more than one cohort.
		SeveralCohorts,
		/// There is no such cohort.
		UnknownCohort,
		/// The account does not supervise the cohort.
		NotSupervisor,
		/// The cohort is over.
		CohortEnded,
		/// The cohort has not been ended. End it first.
		CohortNotEnded,
		/// The cohort has as many investors, or assets, as it may have.
		CohortFull,
		/// The investor is in the cohort already.
		AlreadyMember,
		/// The investor is not in the cohort.
		NotMember,
		/// The asset is not in the cohort.
		AssetNotInCohort,
		/// The assets of the cohort would be worth more than its cap.
		CohortValueExceeded,
		/// The rules that are in force name a cohort.
		StillInCohort,
	}
}

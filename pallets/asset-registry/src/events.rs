// SPDX-License-Identifier: Apache-2.0

//! What happened, and what is wrong with a call. A section of the pallet, which has many of them.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An asset was registered, as a draft.
		#[codec(index = 0)]
		AssetRegistered {
			/// The asset.
			asset: AssetId,
			/// Who registered it.
			issuer: T::AccountId,
			/// What kind of thing it is.
			class: AssetClass,
			/// Its name, in UTF-8.
			name: AssetName,
			/// The country whose law it is under, alpha-2.
			country: Option<CountryCode>,
			/// The rule pack that it follows at first.
			pack: PackId,
			/// What its shares are.
			shares: ShareTerms,
		},
		/// A paper was filed.
		#[codec(index = 1)]
		PaperFiled {
			/// The asset.
			asset: AssetId,
			/// The number of the paper.
			paper: PaperId,
			/// What it is.
			kind: PaperKind,
			/// BLAKE2b-256 of the document.
			digest: H256,
			/// The date on the document.
			dated: Moment,
			/// The earlier paper in whose place it stands.
			supersedes: Option<PaperId>,
		},
		/// Every profession that the class needs has attested: an asset is verified.
		#[codec(index = 2)]
		AssetVerified {
			/// The asset.
			asset: AssetId,
			/// Who attested last.
			verifier: T::AccountId,
			/// How many there were.
			papers: u32,
		},
		/// The book of an asset was opened.
		#[codec(index = 3)]
		AssetActivated {
			/// The asset.
			asset: AssetId,
		},
		/// An asset was suspended.
		#[codec(index = 4)]
		AssetSuspended {
			/// The asset.
			asset: AssetId,
			/// BLAKE2b-256 of the reasoned decision.
			reason: H256,
		},
		/// The suspension of an asset ended.
		#[codec(index = 5)]
		AssetResumed {
			/// The asset.
			asset: AssetId,
		},
		/// An asset was retired: none of its shares is in issue, and none will be.
		#[codec(index = 6)]
		AssetRetired {
			/// The asset.
			asset: AssetId,
		},
		/// Papers of a retired asset were removed, and their deposits returned.
		#[codec(index = 7)]
		PapersRemoved {
			/// The asset.
			asset: AssetId,
			/// How many were removed: those with the highest ids.
			removed: u32,
			/// How many are left.
			left: u32,
		},
		/// A retired asset and its book were removed, and its deposit returned.
		#[codec(index = 8)]
		AssetRemoved {
			/// The asset.
			asset: AssetId,
		},
		/// The facts of an asset were changed. Attestations to the old ones of a draft are void.
		#[codec(index = 9)]
		FactsAmended {
			/// The asset.
			asset: AssetId,
			/// The paper that says so; none for a draft that has none.
			paper: Option<PaperId>,
			/// BLAKE2b-256 of the facts before.
			old: H256,
			/// BLAKE2b-256 of the facts now.
			new: H256,
		},
		/// A verifier attested to the papers and facts of a draft.
		#[codec(index = 10)]
		AssetAttested {
			/// The asset.
			asset: AssetId,
			/// Who attested.
			verifier: T::AccountId,
			/// Its profession.
			profession: Profession,
			/// How many papers there were.
			papers: u32,
		},
		/// An asset got an identifier.
		#[codec(index = 11)]
		IdentifierAdded {
			/// The asset.
			asset: AssetId,
			/// The identifier.
			identifier: Identifier,
		},
		/// An asset lost an identifier, which is free again.
		#[codec(index = 12)]
		IdentifierRemoved {
			/// The asset.
			asset: AssetId,
			/// The identifier.
			identifier: Identifier,
		},
		/// An entry of metadata was set.
		#[codec(index = 13)]
		MetadataSet {
			/// The asset.
			asset: AssetId,
			/// Under what it is found.
			key: MetadataKey,
			/// The value before; none if there was none, or it had expired.
			old: Option<MetadataValue>,
			/// The value now.
			new: MetadataValue,
			/// How long it cannot be changed.
			lock: Lock,
			/// The first second at which it is there no more.
			expires_at: Option<Moment>,
		},
		/// An entry of metadata was removed.
		#[codec(index = 14)]
		MetadataRemoved {
			/// The asset.
			asset: AssetId,
			/// Under what it was found.
			key: MetadataKey,
			/// What it was.
			value: MetadataValue,
		},
		/// An account has other roles for an asset than before.
		#[codec(index = 15)]
		RoleGranted {
			/// The asset.
			asset: AssetId,
			/// The account.
			account: T::AccountId,
			/// The roles before, expired ones included.
			old: AssetRoles,
			/// The roles now.
			new: AssetRoles,
			/// The first second at which it has them no more.
			expires_at: Option<Moment>,
		},
		/// An account has no roles for an asset any more.
		#[codec(index = 16)]
		RoleRevoked {
			/// The asset.
			asset: AssetId,
			/// The account.
			account: T::AccountId,
			/// The roles before.
			roles: AssetRoles,
		},
		/// An asset was offered to another issuer.
		#[codec(index = 17)]
		IssuerOffered {
			/// The asset.
			asset: AssetId,
			/// Who may accept.
			to: T::AccountId,
			/// The first second at which it cannot accept any more.
			expires_at: Moment,
		},
		/// An asset has another issuer.
		#[codec(index = 18)]
		IssuerChanged {
			/// The asset.
			asset: AssetId,
			/// Who answered for it before.
			old: T::AccountId,
			/// Who answers for it now.
			new: T::AccountId,
		},
		/// An offer of an asset to another issuer ended without a change.
		#[codec(index = 19)]
		IssuerOfferWithdrawn {
			/// The asset.
			asset: AssetId,
			/// Who could have accepted.
			to: T::AccountId,
		},
		/// A funding round was opened.
		#[codec(index = 20)]
		RoundOpened {
			/// The asset.
			asset: AssetId,
			/// The number of the round.
			round: u32,
			/// The most shares that it may add to those in issue.
			cap: Balance,
			/// The first second at which shares are issued.
			from: Moment,
			/// The first second at which they are issued no more.
			until: Moment,
		},
		/// A funding round was closed: no share is issued until the next one.
		#[codec(index = 21)]
		RoundClosed {
			/// The asset.
			asset: AssetId,
			/// The number of the round.
			round: u32,
			/// Shares in issue when it was opened.
			old: Balance,
			/// Shares in issue now.
			new: Balance,
		},
		/// The winding up of an asset began: its shares are only redeemed.
		#[codec(index = 22)]
		WindUpStarted {
			/// The asset.
			asset: AssetId,
			/// The paper that says how.
			plan: PaperId,
			/// From this second on it cannot be called off.
			final_from: Moment,
		},
		/// The winding up of an asset was called off before it was final.
		#[codec(index = 23)]
		WindUpCalledOff {
			/// The asset.
			asset: AssetId,
		},
		/// An account applied as verifier, and its bond was held.
		#[codec(index = 24)]
		VerifierApplied {
			/// The account.
			verifier: T::AccountId,
			/// Its profession.
			profession: Profession,
			/// The bond, in the smallest unit of the native token.
			bond: MoneyOf<T>,
		},
		/// A candidate is a verifier now.
		#[codec(index = 25)]
		VerifierApproved {
			/// The verifier.
			verifier: T::AccountId,
			/// Its profession.
			profession: Profession,
		},
		/// A verifier attests no more.
		#[codec(index = 26)]
		VerifierLeft {
			/// The verifier.
			verifier: T::AccountId,
			/// The first second at which it can have its bond back.
			free_from: Moment,
		},
		/// A verifier was dismissed and attests no more.
		#[codec(index = 27)]
		VerifierDismissed {
			/// The verifier.
			verifier: T::AccountId,
			/// What it lost of its bond.
			slashed: MoneyOf<T>,
			/// BLAKE2b-256 of the reasoned decision.
			reason: H256,
			/// The first second at which it can have the rest back.
			free_from: Moment,
		},
		/// What was left of a bond was returned, and the verifier forgotten.
		#[codec(index = 28)]
		BondReturned {
			/// Who had been verifier.
			verifier: T::AccountId,
			/// What was returned.
			bond: MoneyOf<T>,
		},
		/// A class needs the attestations of other professions than before.
		#[codec(index = 29)]
		PolicySet {
			/// The class.
			class: AssetClass,
			/// The professions before.
			old: Professions,
			/// The professions now.
			new: Professions,
		},
		/// Identifiers, metadata and roles of a retired asset were removed, and their deposits
		/// returned.
		#[codec(index = 30)]
		DetailsRemoved {
			/// The asset.
			asset: AssetId,
			/// How many were removed.
			removed: u32,
			/// How many are left.
			left: u32,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such asset.
		UnknownAsset,
		/// Only the issuer of the asset may do this.
		NotIssuer,
		/// The status of the asset does not allow this.
		WrongStatus,
		/// The name is blank, not UTF-8, or has control characters.
		BadName,
		/// ISO 3166-1 has not assigned this country code.
		UnknownCountry,
		/// The authorised number of shares is 0.
		ZeroAuthorised,
		/// The asset has as many papers as it may have.
		TooManyPapers,
		/// The date on the document is later than now.
		DatedInFuture,
		/// The asset has no such paper.
		UnknownPaper,
		/// The asset has no papers to verify.
		NoPapers,
		/// The asset has another number of papers than the verifier saw: look again.
		PapersChanged,
		/// The issuer of an asset cannot verify it.
		IssuerCannotVerify,
		/// Shares of the asset are in issue: redeem them first.
		SharesInIssue,
		/// The limit is 0, so that nothing would be removed.
		ZeroLimit,
		/// The account has not been given the role that this needs, or it has ended.
		MissingRole,
		/// A field of the facts has no meaning: a measure of 0, a year beyond 9999, a currency that
		/// is not three capitals.
		BadFacts,
		/// The facts are of another class than the asset.
		WrongClass,
		/// The facts are these already.
		SameFacts,
		/// The facts of an asset that has left the draft are changed by a new paper only.
		MissingPaper,
		/// The paper is not newer than the verification and the last change of the facts.
		PaperNotNew,
		/// The facts are not those that the verifier saw: look again.
		FactsChanged,
		/// Only a listed verifier may do this.
		NotVerifier,
		/// Somebody of this profession has attested to the draft as it is.
		AlreadyAttested,
		/// Who has a role for an asset cannot verify it.
		VerifierHasRole,
		/// The identifier has a wrong form or a wrong check digit, or its country is not assigned.
		BadIdentifier,
		/// An asset has this identifier.
		IdentifierInUse,
		/// The asset has as many identifiers as it may have.
		TooManyIdentifiers,
		/// No asset has this identifier.
		UnknownIdentifier,
		/// The key is empty or has other characters than a to z, 0 to 9, dot, dash, underscore.
		BadKey,
		/// The text is blank or no UTF-8, the address has no scheme, or the country is not assigned.
		BadValue,
		/// The asset has as many entries of metadata as it may have.
		TooManyMetadata,
		/// The asset has no such entry of metadata.
		UnknownMetadata,
		/// The entry of metadata is locked.
		MetadataLocked,
		/// A period ends before it begins, is over, or is too long; or an entry of metadata would
		/// expire while it is locked.
		InvalidPeriod,
		/// The set of roles is empty, has unknown ones, or has both who proposes orders and who
		/// approves them.
		BadRoles,
		/// As many accounts have a role for the asset as may have.
		TooManyRoles,
		/// The account has no roles for this asset.
		UnknownRole,
		/// The account is the issuer of the asset already.
		AlreadyIssuer,
		/// The account has attested to this asset and stays independent of it.
		HasAttested,
		/// The account has roles for the asset: they must be revoked first.
		HasRoles,
		/// The asset is not offered.
		UnknownOffer,
		/// The asset is offered to somebody else.
		NotOffered,
		/// The offer has expired.
		OfferExpired,
		/// The cap of a round is 0.
		ZeroCap,
		/// More shares would be in issue than the asset was registered for.
		ExceedsAuthorised,
		/// A round is open: close it first.
		RoundOpen,
		/// No round is open.
		UnknownRound,
		/// The paper is not the plan of a wind-up.
		WrongPaperKind,
		/// The wind-up is final.
		AlreadyFinal,
		/// The account is a verifier or a candidate already, or its bond has not been returned.
		AlreadyVerifier,
		/// The account is no verifier and no candidate.
		UnknownVerifier,
		/// The account is no candidate.
		NotCandidate,
		/// The verifier has left already.
		AlreadyLeft,
		/// The bond is not free yet.
		BondNotFree,
		/// The set of professions is empty or has unknown ones.
		BadPolicy,
		/// The class needs these professions already.
		SamePolicy,
	}
}

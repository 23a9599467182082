// SPDX-License-Identifier: Apache-2.0

//! The calls: who may, and what they document. A section of the pallet, which has many of them.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Registers an asset as a draft, and opens its book, closed for movements.
		///
		/// ## Dispatch Origin
		/// Signed. The account becomes the issuer and pays the deposit for the asset.
		///
		/// ## Details
		/// `facts` is the record of the asset's class, and so says which class it is. `shares`
		/// says in how many units its shares are counted, and whether they are a class of shares of
		/// another asset of the issuer: such a class has papers, facts and a pack of its own.
		/// `country` is an upper-case alpha-2 code (ISO 3166-1).
		///
		/// ## Errors
		/// - [`Error::BadFacts`] if a field of the facts has no meaning.
		/// - [`Error::BadName`] if the name is blank, not UTF-8, or has control characters.
		/// - [`Error::UnknownCountry`] if the country code is not assigned.
		/// - [`Error::ZeroAuthorised`] if no unit would be authorised.
		/// - [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`] if there is no asset
		///   of which the shares could be a class, if it is another issuer's, or retired.
		/// - An arithmetic overflow if no asset id is left.
		/// - The error of the layer below if there is no such rule pack, if a share would be no unit, or if the
		///   asset of which the shares would be a class is a class itself.
		///
		/// ## Events
		/// [`Event::AssetRegistered`].
		#[pallet::call_index(0)]
		pub fn register(
			origin: OriginFor<T>,
			facts: AssetFacts,
			name: AssetName,
			country: Option<CountryCode>,
			pack: PackId,
			shares: ShareTerms,
		) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_register(issuer, facts, name, country, pack, shares)
		}

		/// Files a paper of an asset.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer or with the role `PAPERS`. Who files pays the deposit for the paper.
		///
		/// ## Details
		/// Open in every status but Retired. Voids what has been attested to a draft. `digest` is the BLAKE2b-256 of the document, `dated`
		/// the date on it in seconds of Unix time, at most now. A paper is never changed; the one
		/// that it supersedes stays on file. Any number of papers may supersede the same one.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::MissingRole`], [`Error::WrongStatus`].
		/// - [`Error::TooManyPapers`] if the asset has [`Config::MaxPapers`] papers.
		/// - [`Error::DatedInFuture`] if `dated` is later than now.
		/// - [`Error::UnknownPaper`] if there is no paper that it could supersede.
		///
		/// ## Events
		/// [`Event::PaperFiled`].
		#[pallet::call_index(1)]
		pub fn file_paper(
			origin: OriginFor<T>,
			asset: AssetId,
			kind: PaperKind,
			digest: H256,
			dated: Moment,
			supersedes: Option<PaperId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_file_paper(who, asset, kind, digest, dated, supersedes)
		}

		/// Attests that papers and facts of a draft are right.
		///
		/// ## Dispatch Origin
		/// Signed by a listed verifier that is not the issuer and has no role for the asset.
		///
		/// ## Details
		/// `papers` is the number of papers that the verifier saw, `facts` the BLAKE2b-256 of the
		/// facts. Papers are never changed, so that the number says which ones they were. The asset
		/// is verified once every profession that its class needs has attested to the same papers
		/// and facts: see the view function `policy`. A paper or a change of facts in between voids
		/// what was attested.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::WrongStatus`].
		/// - [`Error::NotVerifier`] if the sender is no verifier, or not listed.
		/// - [`Error::IssuerCannotVerify`] if it is the issuer.
		/// - [`Error::VerifierHasRole`] if it has a role for the asset, even an expired one.
		/// - [`Error::NoPapers`] if the asset has no papers.
		/// - [`Error::PapersChanged`] if it has another number of papers.
		/// - [`Error::FactsChanged`] if it has other facts.
		/// - [`Error::AlreadyAttested`] if its profession has attested.
		///
		/// ## Events
		/// [`Event::AssetAttested`], and [`Event::AssetVerified`] if no attestation is missing.
		#[pallet::call_index(2)]
		// A benchmark cannot be called `verify`: its macro has a variable of that name.
		#[pallet::weight(<T as Config>::WeightInfo::verify_asset())]
		pub fn verify(
			origin: OriginFor<T>,
			asset: AssetId,
			papers: u32,
			facts: H256,
		) -> DispatchResult {
			let verifier = ensure_signed(origin)?;
			Self::do_verify(verifier, asset, papers, facts)
		}

		/// Opens the book of a verified asset: from now on shares are issued and transferred.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer.
		///
		/// ## Errors
		/// [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`].
		///
		/// ## Events
		/// [`Event::AssetActivated`].
		#[pallet::call_index(3)]
		pub fn activate(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_activate(issuer, asset)
		}

		/// Suspends an active asset: none of its shares moves.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		/// `reason` is the BLAKE2b-256 of the reasoned decision.
		///
		/// ## Errors
		/// [`Error::UnknownAsset`], [`Error::WrongStatus`].
		///
		/// ## Events
		/// [`Event::AssetSuspended`].
		#[pallet::call_index(4)]
		pub fn suspend(origin: OriginFor<T>, asset: AssetId, reason: H256) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_suspend(asset, reason)
		}

		/// Ends the suspension of an asset, which is active again.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// [`Error::UnknownAsset`], [`Error::WrongStatus`].
		///
		/// ## Events
		/// [`Event::AssetResumed`].
		#[pallet::call_index(5)]
		pub fn resume(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_resume(asset)
		}

		/// Ends the life of an asset of which no share is in issue.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer.
		///
		/// ## Details
		/// Open in every status but Suspended: a suspension has to end first. An asset with shares
		/// in issue is wound up before.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`].
		/// - [`Error::RoundOpen`] if a funding round is open.
		/// - [`Error::SharesInIssue`] if shares of the asset are in issue.
		///
		/// ## Events
		/// [`Event::AssetRetired`].
		#[pallet::call_index(6)]
		pub fn retire(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_retire(issuer, asset)
		}

		/// Removes what hangs on a retired asset, and with the last of it the asset and its book.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer. Each deposit returns to the account that paid it.
		///
		/// ## Details
		/// At most `limit` entries (at least 1): metadata, then roles, then papers, those with the
		/// highest ids first. The identifiers, of which there are few, go with the first call and do
		/// not count. Call it again until nothing is left. The weight of entries that were not there
		/// is refunded.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`].
		/// - [`Error::ZeroLimit`] if `limit` is 0.
		/// - [`Error::SharesInIssue`] if shares of the asset are in issue.
		///
		/// ## Events
		/// [`Event::DetailsRemoved`] if the asset had identifiers, metadata or roles,
		/// [`Event::PapersRemoved`] if papers were removed, and [`Event::AssetRemoved`] if nothing is
		/// left.
		///
		/// ## Complexity
		/// `O(n)`, n = `limit`, at most [`Config::MaxPapers`].
		#[pallet::call_index(7)]
		#[pallet::weight(<T as Config>::WeightInfo::remove((*limit).min(T::MaxPapers::get())))]
		pub fn remove(
			origin: OriginFor<T>,
			asset: AssetId,
			limit: u32,
		) -> DispatchResultWithPostInfo {
			let issuer = ensure_signed(origin)?;
			let removed = Self::do_remove(issuer, asset, limit)?;
			Ok(Some(<T as Config>::WeightInfo::remove(removed)).into())
		}

		/// Changes the facts of an asset.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer or with the role `MANAGER`.
		///
		/// ## Details
		/// A draft is changed freely, which voids what has been attested to it. Later `paper` names
		/// the paper that says so: one that no verifier of the draft has seen, and newer than that of
		/// the last change. The class stays.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::MissingRole`], [`Error::WrongStatus`].
		/// - [`Error::BadFacts`] if a field has no meaning.
		/// - [`Error::WrongClass`] if the facts are of another class.
		/// - [`Error::SameFacts`] if nothing would change.
		/// - [`Error::UnknownPaper`] if the asset has no such paper.
		/// - [`Error::MissingPaper`] if the asset is no draft and no paper is named.
		/// - [`Error::PaperNotNew`] if the paper is older than that.
		///
		/// ## Events
		/// [`Event::FactsAmended`].
		#[pallet::call_index(8)]
		pub fn amend_facts(
			origin: OriginFor<T>,
			asset: AssetId,
			facts: AssetFacts,
			paper: Option<PaperId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_amend_facts(who, asset, facts, paper)
		}

		/// Gives an asset an identifier of another register.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer or with the role `METADATA`. Who adds it pays the deposit.
		///
		/// ## Details
		/// In upper case, with its check digit. No other asset of this chain can have it.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::MissingRole`], [`Error::WrongStatus`].
		/// - [`Error::BadIdentifier`] if form, check digit or country is wrong.
		/// - [`Error::IdentifierInUse`] if an asset has it.
		/// - [`Error::TooManyIdentifiers`] if the asset has [`MAX_IDENTIFIERS`].
		///
		/// ## Events
		/// [`Event::IdentifierAdded`].
		#[pallet::call_index(9)]
		pub fn add_identifier(
			origin: OriginFor<T>,
			asset: AssetId,
			identifier: Identifier,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_identifier(who, asset, identifier)
		}

		/// Takes an identifier from the asset that has it.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer or with the role `METADATA`; or [`Config::AdminOrigin`], where an
		/// issuer has taken what does not belong to its asset. The deposit returns to its payer.
		///
		/// ## Errors
		/// [`Error::UnknownIdentifier`], [`Error::MissingRole`].
		///
		/// ## Events
		/// [`Event::IdentifierRemoved`].
		#[pallet::call_index(10)]
		pub fn remove_identifier(origin: OriginFor<T>, identifier: Identifier) -> DispatchResult {
			let who = match T::AdminOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_remove_identifier(who, identifier)
		}

		/// Sets an entry of metadata.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer or with the role `METADATA`. Who sets it pays the deposit; that of an
		/// entry before returns to its payer.
		///
		/// ## Details
		/// Never anything of a person. While the lock holds nothing of the entry can be changed, the
		/// lock and the end included. `expires_at` is the first second at which the entry reads as
		/// absent; it cannot be while the lock holds.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::MissingRole`], [`Error::WrongStatus`].
		/// - [`Error::BadKey`], [`Error::BadValue`] if key or value is none.
		/// - [`Error::InvalidPeriod`] if it would have expired, or would expire while it is locked.
		/// - [`Error::MetadataLocked`] if the entry is locked.
		/// - [`Error::TooManyMetadata`] if the asset has [`MAX_METADATA`] entries.
		///
		/// ## Events
		/// [`Event::MetadataSet`].
		#[pallet::call_index(11)]
		pub fn set_metadata(
			origin: OriginFor<T>,
			asset: AssetId,
			key: MetadataKey,
			value: MetadataValue,
			lock: Lock,
			expires_at: Option<Moment>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_metadata(who, asset, key, value, lock, expires_at)
		}

		/// Removes an entry of metadata.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer or with the role `METADATA`; by anybody once the entry has expired.
		/// The deposit returns to its payer.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::UnknownMetadata`], [`Error::MissingRole`].
		/// - [`Error::MetadataLocked`] if the entry is locked.
		///
		/// ## Events
		/// [`Event::MetadataRemoved`].
		#[pallet::call_index(12)]
		pub fn remove_metadata(
			origin: OriginFor<T>,
			asset: AssetId,
			key: MetadataKey,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_metadata(who, asset, key)
		}

		/// Gives an account roles for an asset, in the place of those that it had.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer, which pays the deposit.
		///
		/// ## Details
		/// `roles` is a sum: 1 issue shares, 2 file papers, 4 metadata and identifiers, 8 transfer
		/// agent, 16 approver of orders, 32 declare income, 64 manage facts and rounds. `expires_at`
		/// is the first second at which it has them no more. Who proposes orders cannot approve
		/// them: no account has both of these roles, and the issuer cannot approve.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`].
		/// - [`Error::BadRoles`] if the set is empty, unknown, or has both 8 and 16.
		/// - [`Error::InvalidPeriod`] if they would have ended.
		/// - [`Error::AlreadyIssuer`] if the account is the issuer.
		/// - [`Error::HasAttested`] if it has verified the asset.
		/// - [`Error::TooManyRoles`] if [`MAX_ROLES`] accounts have one.
		///
		/// ## Events
		/// [`Event::RoleGranted`].
		#[pallet::call_index(13)]
		pub fn grant_role(
			origin: OriginFor<T>,
			asset: AssetId,
			account: T::AccountId,
			roles: AssetRoles,
			expires_at: Option<Moment>,
		) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_grant_role(issuer, asset, account, roles, expires_at)
		}

		/// Takes all roles for an asset from an account.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer, or by the account itself; by anybody once they have ended. The
		/// deposit returns to its payer.
		///
		/// ## Errors
		/// [`Error::UnknownAsset`], [`Error::UnknownRole`], [`Error::NotIssuer`].
		///
		/// ## Events
		/// [`Event::RoleRevoked`].
		#[pallet::call_index(14)]
		pub fn revoke_role(
			origin: OriginFor<T>,
			asset: AssetId,
			account: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke_role(who, asset, account)
		}

		/// Offers an asset to another issuer. An offer before is replaced.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer.
		///
		/// ## Details
		/// `expires_at` is the first second at which it cannot be accepted any more, at most
		/// [`MAX_OFFER`] from now.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`].
		/// - [`Error::AlreadyIssuer`] if the account is the issuer.
		/// - [`Error::InvalidPeriod`] if the offer would be over, or open for too long.
		///
		/// ## Events
		/// [`Event::IssuerOffered`].
		#[pallet::call_index(15)]
		pub fn offer_issuer(
			origin: OriginFor<T>,
			asset: AssetId,
			to: T::AccountId,
			expires_at: Moment,
		) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_offer_issuer(issuer, asset, to, expires_at)
		}

		/// Accepts an asset and becomes its issuer.
		///
		/// ## Dispatch Origin
		/// Signed by the account to which it is offered. It pays the deposit for the asset, and that
		/// of the issuer before returns. Other deposits stay with who paid them. Roles stay, too.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::UnknownOffer`], [`Error::NotOffered`],
		///   [`Error::OfferExpired`], [`Error::WrongStatus`].
		/// - [`Error::HasRoles`] if the account has roles for the asset, even expired ones.
		/// - [`Error::HasAttested`] if it has verified the asset.
		///
		/// ## Events
		/// [`Event::IssuerChanged`].
		#[pallet::call_index(16)]
		pub fn accept_issuer(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_issuer(who, asset)
		}

		/// Ends an offer of an asset to another issuer.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer, or by the account to which it is offered; by anybody once the offer
		/// has expired.
		///
		/// ## Errors
		/// [`Error::UnknownAsset`], [`Error::UnknownOffer`], [`Error::NotIssuer`].
		///
		/// ## Events
		/// [`Event::IssuerOfferWithdrawn`].
		#[pallet::call_index(17)]
		pub fn withdraw_issuer_offer(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_issuer_offer(who, asset)
		}

		/// Opens a funding round of an active asset.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer or with the role `MANAGER`.
		///
		/// ## Details
		/// Until the round is closed, at most `cap` shares more than now can be in issue; who redeems
		/// in between makes room. They are issued from the second `from` on, and from the second
		/// `until` on no more. After its first round an asset issues shares in rounds only.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::MissingRole`], [`Error::WrongStatus`].
		/// - [`Error::RoundOpen`] if one is open.
		/// - [`Error::ZeroCap`] if `cap` is 0.
		/// - [`Error::InvalidPeriod`] if it begins before now, or does not end after it begins.
		/// - [`Error::ExceedsAuthorised`] if more would be in issue than is authorised.
		///
		/// ## Events
		/// [`Event::RoundOpened`].
		#[pallet::call_index(18)]
		pub fn open_round(
			origin: OriginFor<T>,
			asset: AssetId,
			#[pallet::compact] cap: Balance,
			from: Moment,
			until: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_round(who, asset, cap, from, until)
		}

		/// Closes a funding round.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer or with the role `MANAGER`; by anybody once the round is over.
		///
		/// ## Errors
		/// [`Error::UnknownAsset`], [`Error::UnknownRound`], [`Error::MissingRole`],
		/// [`Error::WrongStatus`].
		///
		/// ## Events
		/// [`Event::RoundClosed`].
		#[pallet::call_index(19)]
		pub fn close_round(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_round(who, asset)
		}

		/// Begins to wind an active asset up: its shares are redeemed, nothing else.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer, or the holders of the asset ([`Config::HoldersOrigin`]).
		///
		/// ## Details
		/// `plan` is a paper of the kind WindUpPlan. Before the second `final_from` the issuer or the
		/// holders can call it off: one that is not in the future makes the wind-up final at once.
		/// The asset is retired once no share is in issue.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`].
		/// - [`Error::RoundOpen`] if a funding round is open.
		/// - [`Error::UnknownPaper`], [`Error::WrongPaperKind`] if the paper is no plan.
		///
		/// ## Events
		/// [`Event::WindUpStarted`].
		#[pallet::call_index(20)]
		pub fn start_wind_up(
			origin: OriginFor<T>,
			asset: AssetId,
			plan: PaperId,
			final_from: Moment,
		) -> DispatchResult {
			let issuer = Self::holders_or_signed(origin, asset)?;
			Self::do_start_wind_up(issuer, asset, plan, final_from)
		}

		/// Calls the winding up of an asset off, which is active again.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer, or the holders of the asset ([`Config::HoldersOrigin`]).
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`], [`Error::NotIssuer`], [`Error::WrongStatus`].
		/// - [`Error::AlreadyFinal`] if it is final.
		///
		/// ## Events
		/// [`Event::WindUpCalledOff`].
		#[pallet::call_index(21)]
		pub fn call_off_wind_up(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let issuer = Self::holders_or_signed(origin, asset)?;
			Self::do_call_off_wind_up(issuer, asset)
		}

		/// Applies as verifier of one profession.
		///
		/// ## Dispatch Origin
		/// Signed. [`Config::VerifierBond`] of the sender's native token is held.
		///
		/// ## Errors
		/// - [`Error::AlreadyVerifier`] if it has a bond.
		/// - The error of the currency if it cannot pay.
		///
		/// ## Events
		/// [`Event::VerifierApplied`].
		#[pallet::call_index(22)]
		pub fn apply_as_verifier(origin: OriginFor<T>, profession: Profession) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_apply(who, profession)
		}

		/// Lists a candidate: it may attest from now on.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// [`Error::UnknownVerifier`], [`Error::NotCandidate`].
		///
		/// ## Events
		/// [`Event::VerifierApproved`].
		#[pallet::call_index(23)]
		pub fn approve_verifier(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_approve(account)
		}

		/// Attests no more. The bond is free after [`Config::BondPeriod`], that of a candidate at
		/// once.
		///
		/// ## Dispatch Origin
		/// Signed by a verifier or a candidate.
		///
		/// ## Errors
		/// [`Error::UnknownVerifier`], [`Error::AlreadyLeft`].
		///
		/// ## Events
		/// [`Event::VerifierLeft`].
		#[pallet::call_index(24)]
		pub fn leave_verifiers(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_leave(who)
		}

		/// Returns what is left of the bond of a verifier that has left or was dismissed.
		///
		/// ## Dispatch Origin
		/// Signed by the verifier.
		///
		/// ## Errors
		/// - [`Error::UnknownVerifier`].
		/// - [`Error::BondNotFree`] if it has not left, or its bond is not free yet.
		///
		/// ## Events
		/// [`Event::BondReturned`].
		#[pallet::call_index(25)]
		pub fn withdraw_bond(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_bond(who)
		}

		/// Dismisses a verifier or a candidate, and slashes its bond.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		/// It loses `slash`, in the smallest unit of the native token, which may be 0, and at most
		/// its bond. The rest is free after [`Config::BondPeriod`]; until then it can be slashed
		/// again. One that has left already does not wait longer for it. What it has attested
		/// stands: suspend what is wrong. `reason` is the BLAKE2b-256 of the reasoned decision.
		///
		/// ## Errors
		/// [`Error::UnknownVerifier`].
		///
		/// ## Events
		/// [`Event::VerifierDismissed`].
		#[pallet::call_index(26)]
		pub fn dismiss_verifier(
			origin: OriginFor<T>,
			account: T::AccountId,
			slash: MoneyOf<T>,
			reason: H256,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_dismiss(account, slash, reason)
		}

		/// Sets which professions must have attested to an asset of a class.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		/// A sum: 1 lawyer, 2 notary, 4 surveyor, 8 custodian. None: the default of the class. Holds
		/// for the next attestation; what is verified stays verified.
		///
		/// ## Errors
		/// - [`Error::BadPolicy`] if the set is empty or has unknown professions.
		/// - [`Error::SamePolicy`] if nothing would change.
		///
		/// ## Events
		/// [`Event::PolicySet`].
		#[pallet::call_index(27)]
		pub fn set_policy(
			origin: OriginFor<T>,
			class: AssetClass,
			professions: Option<Professions>,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_policy(class, professions)
		}
	}
}

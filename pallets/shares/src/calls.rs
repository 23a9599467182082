// SPDX-License-Identifier: Apache-2.0

//! The calls: who may, and what they document. A section of the pallet, which has many of them.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Issues new shares to the investor behind a key.
		///
		/// ## Dispatch Origin
		/// [`Config::IssueOrigin`]: signed by the issuer of the asset, or by whom it has let; in a
		/// funding round if the asset issues in rounds.
		///
		/// ## Details
		/// `amount` is a number of units. The units in issue never exceed the authorised number;
		/// an authorised number of 0 means that nothing can be issued.
		///
		/// ## Errors
		/// - [`Error::NotIssuer`] if the sender may not issue shares of the asset now.
		/// - The first reason of [`Pallet::issue_report`], as an error of the gatekeeper.
		///
		/// ## Events
		/// [`Event::Issued`]
		#[pallet::call_index(0)]
		#[pallet::weight(with_notices::<T>(<T as Config>::WeightInfo::issue(), 1))]
		pub fn issue(
			origin: OriginFor<T>,
			asset: AssetId,
			to: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin.clone())?;
			let may_issue = T::IssueOrigin::try_origin(origin, &asset).is_ok();
			Self::do_issue(may_issue, asset, to, amount)
		}

		/// Transfers shares from the sender's investor to the investor behind another key.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to transfer.
		///
		/// ## Details
		/// `amount` is a number of shares. The position of a sender who gives everything is
		/// removed. Two keys of one investor have one position: nothing can be transferred between
		/// them. Weight that was not needed is refunded, also if the transfer is refused.
		///
		/// ## Errors
		/// The first reason of [`Pallet::transfer_report`], as an error of the gatekeeper.
		///
		/// ## Events
		/// [`Event::Transferred`]
		#[pallet::call_index(1)]
		#[pallet::weight(with_notices::<T>(<T as Config>::WeightInfo::transfer(), 2))]
		pub fn transfer(
			origin: OriginFor<T>,
			asset: AssetId,
			to: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_transfer(who, asset, to, amount)
		}

		/// Redeems shares of the sender's investor: they cease to exist.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to transfer.
		///
		/// ## Details
		/// `amount` is a number of shares. No rule of the pack stands in the way, and an asset that
		/// is being wound up is open for redemption. What was redeemed can be issued again.
		///
		/// ## Errors
		/// The first reason against the movement, as an error of the gatekeeper.
		///
		/// ## Events
		/// [`Event::Redeemed`]
		#[pallet::call_index(2)]
		#[pallet::weight(with_notices::<T>(<T as Config>::WeightInfo::redeem(), 1))]
		pub fn redeem(
			origin: OriginFor<T>,
			asset: AssetId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_redeem(who, asset, amount)
		}

		/// Sets the rule pack that an asset follows.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer of the asset, or its holders ([`Config::HoldersOrigin`]).
		///
		/// ## Details
		/// Holds from the next movement on, for every holder, at the same cost for any number of
		/// them. A holder whom the new pack would not admit keeps its shares and can redeem them.
		///
		/// ## Errors
		/// - The gatekeeper's error for an unknown asset, or for a pack that cannot be followed.
		/// - [`Error::NotIssuer`] if the sender is not the issuer.
		/// - [`Error::SamePack`] if the asset follows this pack already.
		///
		/// ## Events
		/// [`Event::PackChanged`]
		#[pallet::call_index(3)]
		pub fn set_pack(origin: OriginFor<T>, asset: AssetId, pack: PackId) -> DispatchResult {
			let issuer = match T::HoldersOrigin::try_origin(origin, &asset) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_set_pack(issuer, asset, pack)
		}

		/// Counts a holder anew, where its provider now says that it belongs.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Details
		/// A holder is counted in the country and class that its provider stated when it became a
		/// holder. What is stated later changes no counter until this call.
		///
		/// ## Errors
		/// - The gatekeeper's error for an unknown asset.
		/// - [`Error::NotHolder`] if the investor owns no shares of the asset.
		/// - [`Error::UnknownInvestor`] if nothing is stated of the investor.
		/// - [`Error::SameBucket`] if it is counted there already.
		///
		/// ## Events
		/// [`Event::Reclassified`]
		#[pallet::call_index(4)]
		pub fn reclassify(
			origin: OriginFor<T>,
			asset: AssetId,
			investor: InvestorId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_reclassify(asset, investor)
		}

		/// Removes of positions what nobody refers to any more and what has ended: old balances,
		/// lock-ups, windows, and positions that own nothing.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Details
		/// At most [`MAX_PRUNE`] investors. Changes nothing that can still be asked. A book can be
		/// closed only when no such position is left.
		///
		/// ## Errors
		/// - The gatekeeper's error for an unknown asset.
		/// - [`Error::NothingToPrune`] if there is nothing to remove.
		///
		/// ## Events
		/// [`Event::Pruned`]
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::prune(
			u32::try_from(investors.len()).unwrap_or(MAX_PRUNE)
		))]
		pub fn prune(
			origin: OriginFor<T>,
			asset: AssetId,
			investors: BoundedVec<InvestorId, ConstU32<MAX_PRUNE>>,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune(asset, &investors)
		}

		/// Releases what is held for a purpose whose time has passed.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Details
		/// A hold can be released from its end on, the first second at which it need not last. All
		/// of it is free again for its owner.
		///
		/// ## Errors
		/// - [`Error::UnknownHold`] if nothing is held for the purpose.
		/// - [`Error::NotOver`] if the hold has no end, or it is not reached.
		///
		/// ## Events
		/// [`Event::Released`]
		#[pallet::call_index(6)]
		pub fn release_expired(
			origin: OriginFor<T>,
			asset: AssetId,
			investor: InvestorId,
			reason: T::RuntimeHoldReason,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_release_expired(asset, reason, investor)
		}

		/// Allows an account to transfer shares of the sender's investor.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to transfer; to end an allowance, by the account that gave
		/// it.
		///
		/// ## Details
		/// `amount` is a number of units, in place of what was allowed before; 0 ends the allowance
		/// and returns the deposit. `expires_at` is the first second of Unix time at which nothing is
		/// allowed any more. Each transfer is examined as if the sender had ordered it. The allowance
		/// ends when the account ceases to be a key of the investor.
		///
		/// ## Errors
		/// - The gatekeeper's error for an unknown asset, for an account that is no key, and for a
		///   key without the right.
		/// - [`Error::AlreadyOver`] if the end is not in the future.
		/// - [`Error::UnknownAllowance`] if there is none to end.
		///
		/// ## Events
		/// [`Event::Approved`]
		#[pallet::call_index(7)]
		pub fn approve(
			origin: OriginFor<T>,
			asset: AssetId,
			spender: T::AccountId,
			#[pallet::compact] amount: Balance,
			expires_at: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_approve(who, asset, spender, amount, expires_at)
		}

		/// Transfers shares of the investor behind a key that has allowed it.
		///
		/// ## Dispatch Origin
		/// Signed by the account to which the key `owner` has given an allowance.
		///
		/// ## Details
		/// `amount` is a number of units. Owner and receiver are examined as for any transfer. What
		/// is used up of the allowance is gone; with the last unit its deposit returns to the owner.
		///
		/// ## Errors
		/// The first reason of [`Pallet::transfer_from_report`], as an error of the gatekeeper.
		///
		/// ## Events
		/// [`Event::Transferred`]
		#[pallet::call_index(8)]
		#[pallet::weight(with_notices::<T>(<T as Config>::WeightInfo::transfer_from(), 2))]
		pub fn transfer_from(
			origin: OriginFor<T>,
			asset: AssetId,
			owner: T::AccountId,
			to: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_transfer_from(who, asset, owner, to, amount)
		}

		/// Removes an allowance that has ended.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Details
		/// An allowance ends with its time, and when the account that gave it is no key of the same
		/// investor any more. The deposit returns to the account that gave it.
		///
		/// ## Errors
		/// - [`Error::UnknownAllowance`] if there is none.
		/// - [`Error::NotOver`] if it has not ended.
		///
		/// ## Events
		/// [`Event::AllowanceRemoved`]
		#[pallet::call_index(9)]
		pub fn remove_allowance(
			origin: OriginFor<T>,
			asset: AssetId,
			owner: T::AccountId,
			spender: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove_allowance(asset, owner, spender)
		}

		/// Splits the shares of an asset, or joins them.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer of the asset.
		///
		/// ## Details
		/// `numerator` shares stand for what were `denominator` shares: 10 and 1 split each share in
		/// ten, 1 and 10 join ten to one. All amounts on chain are units, and stay what they are: only
		/// how many units are one share changes. No holder is touched. A holder of fewer units than
		/// one share keeps them.
		///
		/// ## Errors
		/// - The gatekeeper's error for an unknown asset.
		/// - [`Error::NotIssuer`] if the sender is not the issuer.
		/// - [`Error::SameFactor`] if both numbers are the same.
		/// - [`Error::IndivisibleFactor`] if a share would not be a whole number of units, or none.
		///
		/// ## Events
		/// [`Event::SharesSplit`]
		#[pallet::call_index(10)]
		pub fn split(
			origin: OriginFor<T>,
			asset: AssetId,
			numerator: u32,
			denominator: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_split(who, asset, numerator, denominator)
		}

		/// Sets into which other class the shares of an asset can be converted, or that they cannot.
		///
		/// ## Dispatch Origin
		/// Signed by the issuer of both classes.
		///
		/// ## Errors
		/// - The gatekeeper's error for an unknown asset.
		/// - [`Error::NotIssuer`] if the sender is not the issuer of both.
		/// - [`Error::NotAClass`] if they are not two classes of one asset.
		/// - [`Error::IndivisibleFactor`] if a number of the ratio is 0.
		///
		/// ## Events
		/// [`Event::ConversionSet`]
		#[pallet::call_index(11)]
		pub fn set_conversion(
			origin: OriginFor<T>,
			asset: AssetId,
			conversion: Option<Conversion>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_conversion(who, asset, conversion)
		}

		/// Converts shares of the sender's investor into shares of another class.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to transfer.
		///
		/// ## Details
		/// `amount` is a number of units of `asset`; the ratio that the issuer has set says how many
		/// units of `into` are received. Given shares are redeemed, received ones are issued: the
		/// rules of the pack of `into` decide about the receiver, and its authorised number holds.
		/// Shares that are frozen or locked up cannot be converted.
		///
		/// ## Errors
		/// - [`Error::NoConversion`] if the issuer has set none into this class, or the classes have two
		///   issuers by now.
		/// - [`Error::IndivisibleFactor`] if what is received would be no whole number of units.
		/// - The first reason against the redemption or the issue, as an error of the gatekeeper.
		///
		/// ## Events
		/// [`Event::Converted`]
		#[pallet::call_index(12)]
		#[pallet::weight(with_notices::<T>(<T as Config>::WeightInfo::convert(), 2))]
		pub fn convert(
			origin: OriginFor<T>,
			asset: AssetId,
			into: AssetId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_convert(who, asset, into, amount)
		}

		/// Puts an investor on the deny list of an asset: it can neither give nor get its shares, but
		/// by an order.
		///
		/// ## Dispatch Origin
		/// [`Config::AuthorityOrigin`], or signed by the issuer of the asset, who pays a deposit.
		///
		/// ## Details
		/// `reason` is the BLAKE2b-256 digest of the document that says why; no personal data. What
		/// a provider states of the investor ends no entry. The authority takes over an entry of the
		/// issuer, who gets its deposit back and cannot end it any more.
		///
		/// ## Errors
		/// - The gatekeeper's error for an unknown asset.
		/// - [`Error::NotIssuer`] if the sender is not the issuer.
		/// - [`Error::AlreadyDenied`] if the investor is on the list, but for the authority if the entry
		///   is the issuer's.
		/// - [`Error::UnknownInvestor`] if nothing is stated of the investor.
		///
		/// ## Events
		/// [`Event::InvestorDenied`]
		#[pallet::call_index(13)]
		pub fn deny(
			origin: OriginFor<T>,
			asset: AssetId,
			investor: InvestorId,
			reason: H256,
		) -> DispatchResult {
			let issuer = Self::authority_or_signed(origin)?;
			Self::do_deny(issuer, asset, investor, reason)
		}

		/// Takes an investor off the deny list of an asset.
		///
		/// ## Dispatch Origin
		/// [`Config::AuthorityOrigin`] for any entry, or signed by the issuer for its own.
		///
		/// ## Errors
		/// - The gatekeeper's error for an unknown asset.
		/// - [`Error::NotIssuer`] if the sender is not the issuer.
		/// - [`Error::NotDenied`] if the investor is not on the list.
		/// - [`Error::DeniedByAuthority`] if the entry is the authority's.
		///
		/// ## Events
		/// [`Event::InvestorUndenied`]
		#[pallet::call_index(14)]
		pub fn undeny(
			origin: OriginFor<T>,
			asset: AssetId,
			investor: InvestorId,
		) -> DispatchResult {
			let issuer = Self::authority_or_signed(origin)?;
			Self::do_undeny(issuer, asset, investor)
		}

		/// Makes an order under due process: a freeze, a forced transfer, a recovery of keys and the
		/// like.
		///
		/// ## Dispatch Origin
		/// [`Config::TransferAgentOrigin`] of the asset; for a recovery [`Config::RecoveryOrigin`] of
		/// the investor. Who proposes pays [`Config::OrderDeposit`] until the order ends.
		///
		/// ## Details
		/// `digest` is BLAKE2b-256 of the document that orders it. Amounts are numbers of units. From
		/// now on an emergency freeze, a forced transfer or a cancellation keeps the shares from
		/// moving, but on the word of one role only: until it is approved, there can be no second
		/// such order against the same position, and if it ends without approval not before the
		/// time for its approval has passed once more.
		///
		/// ## Errors
		/// - The gatekeeper's error for an unknown asset, an amount of 0, a receiver without a key
		///   or who is the investor itself.
		/// - [`Error::UnknownInvestor`]: there is no such investor, and no position either.
		/// - [`Error::UnknownOrder`], [`Error::NotInForce`], [`Error::NotDivisible`]: of a release.
		/// - [`Error::KeyInUse`], [`Error::RecoveryPending`]: of a recovery.
		/// - [`Error::UnconfirmedOrder`]: see above.
		/// - [`Error::TooManyOrders`]: there are [`Config::MaxOrders`] against the target.
		///
		/// ## Events
		/// [`Event::OrderProposed`]
		#[pallet::call_index(20)]
		pub fn propose_order(
			origin: OriginFor<T>,
			action: Action<T::AccountId>,
			ground: Ground,
			digest: H256,
		) -> DispatchResult {
			Self::do_propose_order(origin, action, ground, digest)
		}

		/// Approves an order that another party has proposed.
		///
		/// ## Dispatch Origin
		/// [`Config::AuthorityOrigin`]; for a freeze or a release also [`Config::ApproverOrigin`] of
		/// the asset.
		///
		/// ## Details
		/// A freeze or a suspension is in force at once, a release or resumption is executed at once.
		/// A forced transfer, a cancellation and a recovery wait; then anybody executes them.
		///
		/// ## Errors
		/// - [`Error::UnknownOrder`], [`Error::OrderHasLapsed`], [`Error::AppealPending`],
		///   [`Error::AlreadyApproved`]: of the order.
		/// - [`Error::SameParty`]: the approver is the proposer, or a key of the same investor.
		/// - [`Error::NotAccepted`]: the new key of a recovery has not accepted.
		/// - [`Error::NotInForce`], [`Error::NotDivisible`]: what a release would end is not so any
		///   more.
		///
		/// ## Events
		/// [`Event::OrderApproved`]; of a release also [`Event::OrderExecuted`] and
		/// [`Event::OrderReleased`].
		#[pallet::call_index(21)]
		pub fn approve_order(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			Self::do_approve_order(origin, order)
		}

		/// Carries out an approved order whose waiting period is over.
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// All of it happens or nothing does. Shares that are held for another purpose are not
		/// touched.
		///
		/// ## Errors
		/// - [`Error::UnknownOrder`], [`Error::OrderHasLapsed`], [`Error::AppealPending`],
		///   [`Error::NotApproved`], [`Error::StillWaiting`]: of the order.
		/// - The first reason against the movement, as an error of the gatekeeper.
		/// - The gatekeeper's error if the new key of a recovery cannot be one.
		///
		/// ## Events
		/// [`Event::OrderExecuted`], and the event of the movement or of the keys.
		#[pallet::call_index(22)]
		#[pallet::weight(with_notices::<T>(<T as Config>::WeightInfo::execute_order(), 2)
			.max(<T as Config>::WeightInfo::execute_recovery()))]
		pub fn execute_order(origin: OriginFor<T>, order: OrderId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_execute_order(order)
		}

		/// Appeals against an order: it cannot go on until the authority has decided, and lapses if
		/// nobody decides in time.
		///
		/// ## Dispatch Origin
		/// Signed by a key of the investor concerned, whatever its rights and even if the investor is
		/// blocked; or by the issuer of the asset. Who appeals pays [`Config::AppealDeposit`] until
		/// the appeal is decided.
		///
		/// ## Details
		/// `digest` is BLAKE2b-256 of the document that says why. Possible once, from the proposal
		/// on: until the end of the waiting period, or of the period for appeals if the order is in
		/// force. The clock of the order stands still meanwhile.
		///
		/// ## Errors
		/// - [`Error::UnknownOrder`], [`Error::OrderHasLapsed`]: of the order.
		/// - [`Error::NotConcerned`]: of the caller.
		/// - [`Error::AppealPending`], [`Error::AlreadyAppealed`], [`Error::AppealExpired`].
		///
		/// ## Events
		/// [`Event::OrderAppealed`]
		#[pallet::call_index(23)]
		pub fn appeal_order(origin: OriginFor<T>, order: OrderId, digest: H256) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_appeal_order(who, order, digest)
		}

		/// Decides an appeal: an order against which it is upheld is over.
		///
		/// ## Dispatch Origin
		/// [`Config::AuthorityOrigin`].
		///
		/// ## Details
		/// `digest` is BLAKE2b-256 of the decision. After a dismissal the order goes on with the time
		/// that was left when it was appealed.
		///
		/// ## Errors
		/// [`Error::UnknownOrder`], [`Error::NoAppeal`], [`Error::OrderHasLapsed`]
		///
		/// ## Events
		/// [`Event::AppealDecided`]
		#[pallet::call_index(24)]
		pub fn decide_appeal(
			origin: OriginFor<T>,
			order: OrderId,
			upheld: bool,
			digest: H256,
		) -> DispatchResult {
			T::AuthorityOrigin::ensure_origin(origin)?;
			Self::do_decide_appeal(order, upheld, digest)
		}

		/// Takes back an order that is not in force.
		///
		/// ## Dispatch Origin
		/// Signed by its proposer.
		///
		/// ## Errors
		/// [`Error::UnknownOrder`], [`Error::NotProposer`], [`Error::OrderHasLapsed`],
		/// [`Error::AlreadyInForce`]
		///
		/// ## Events
		/// [`Event::OrderWithdrawn`]
		#[pallet::call_index(25)]
		pub fn withdraw_order(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_order(who, order)
		}

		/// Ends an order.
		///
		/// ## Dispatch Origin
		/// [`Config::AuthorityOrigin`], at any stage; [`Config::ApproverOrigin`] of the asset, an order
		/// that it could approve and nobody has approved.
		///
		/// ## Details
		/// `digest` is BLAKE2b-256 of the decision. An open appeal is over with the order.
		///
		/// ## Errors
		/// [`Error::UnknownOrder`], [`Error::AlreadyApproved`], [`Error::OrderHasLapsed`]
		///
		/// ## Events
		/// [`Event::OrderAnnulled`]
		#[pallet::call_index(26)]
		pub fn annul_order(origin: OriginFor<T>, order: OrderId, digest: H256) -> DispatchResult {
			Self::do_annul_order(origin, order, digest)
		}

		/// Agrees to become the only key of an investor, as a recovery says: so that a typing error
		/// gives nobody's shares away.
		///
		/// ## Dispatch Origin
		/// Signed by the account that the order names.
		///
		/// ## Errors
		/// [`Error::UnknownOrder`], [`Error::NotNominee`], [`Error::OrderHasLapsed`],
		/// [`Error::AppealPending`], [`Error::AlreadyAccepted`]
		///
		/// ## Events
		/// [`Event::RecoveryAccepted`]
		#[pallet::call_index(27)]
		pub fn accept_recovery(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_recovery(who, order)
		}

		/// Removes the record of an order that has lapsed, and returns its deposits.
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// A lapsed order keeps no shares from moving, pruned or not. One that kept them on the word
		/// of one role and ended without approval can be pruned when the time for its approval has
		/// passed once more.
		///
		/// ## Errors
		/// [`Error::UnknownOrder`], [`Error::NotLapsed`]
		///
		/// ## Events
		/// [`Event::OrderLapsed`]
		#[pallet::call_index(28)]
		pub fn prune_order(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_order(order)
		}
	}
}

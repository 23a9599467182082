// SPDX-License-Identifier: Apache-2.0

//! The calls: who may, and what they document. A section of the pallet, which has many of them.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Announces a resolution, and fixes whose shares vote on it: those of who owns them now.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to vote of an investor that owns at least the part of the
		/// supply that the class asks for, and is not the issuer. It pays the deposit for the
		/// record, and a bond ([`Rules::proposal_bond`]).
		///
		/// ## Details
		/// `digest` is the BLAKE2b-256 of the text. There are 1 to 4 motions, each with 1 to 10
		/// choices; the choices of all motions with Against and Abstain of each are at most 12.
		/// A choice may carry a call, inline up to 128 bytes, else by a preimage that is noted
		/// already. The vote begins after a period of discussion. In a secret ballot votes are
		/// committed first and revealed after. The bond is lost if no choice has the votes of the
		/// class's floor.
		///
		/// ## Errors
		/// - [`Error::UnknownKey`], [`Error::MissingRight`], [`Error::KeyExpired`],
		///   [`Error::NotVoter`], [`Error::StakeTooSmall`]: who proposes.
		/// - [`Error::BadMotions`], [`Error::CallTooLong`], [`Error::UnknownPreimage`],
		///   [`Error::UndecodableCall`], [`Error::CallNotAllowed`], [`Error::ClassTooLow`]: what is
		///   proposed.
		/// - [`Error::TooManyResolutions`] if the asset has as many open ones as it may have, and
		///   [`Error::AlreadyProposing`] if one of them is the investor's.
		/// - The errors of the register of holders and of the currency.
		///
		/// ## Events
		/// [`Event::ResolutionProposed`].
		///
		/// ## Complexity
		/// `O(c)`, c = number of calls.
		#[pallet::call_index(0)]
		#[pallet::weight(<T as Config>::WeightInfo::propose(carried::<T>(motions)))]
		pub fn propose(
			origin: OriginFor<T>,
			asset: AssetId,
			class: ResolutionClass,
			digest: H256,
			secret: bool,
			motions: MotionsOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let bond = T::Rules::get().proposal_bond;
			let proposal =
				resolutions::Proposal { class, digest, secret, motions, accused: None, bond };
			Self::do_propose(who, asset, proposal)
		}

		/// Takes a resolution back before its vote begins. The bond is returned.
		///
		/// ## Dispatch Origin
		/// Signed by the proposer.
		///
		/// ## Errors
		/// [`Error::UnknownResolution`], [`Error::WrongPhase`], [`Error::NotProposer`].
		///
		/// ## Events
		/// [`Event::ResolutionWithdrawn`].
		#[pallet::call_index(1)]
		pub fn withdraw(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(&who, asset, resolution)
		}

		/// Votes on an open ballot. A later ballot stands in the place of an earlier one, and of
		/// one that a delegate has cast.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to vote.
		///
		/// ## Details
		/// The votes are the units that the investor owned at the checkpoint, held ones included,
		/// on each of the motions. A part of the ballot without a number has all that the other
		/// parts leave in its motion. What is not named is not cast. Shares that were bought later
		/// have no vote here; those that were sold later have.
		///
		/// ## Errors
		/// - [`Error::UnknownKey`], [`Error::MissingRight`], [`Error::KeyExpired`],
		///   [`Error::NotVoter`]: who votes.
		/// - [`Error::UnknownResolution`], [`Error::WrongPhase`], [`Error::SecretBallot`].
		/// - [`Error::NoVotes`], [`Error::UnknownOption`], [`Error::SplitTwice`],
		///   [`Error::TooManyVotes`]: the ballot.
		///
		/// ## Events
		/// [`Event::VoteCast`].
		#[pallet::call_index(2)]
		pub fn vote(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
			ballot: Ballot,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_vote(&who, asset, resolution, &ballot)
		}

		/// Votes on an open ballot for holders that have delegated to the sender's investor and
		/// have not voted themselves.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to vote of the delegate.
		///
		/// ## Details
		/// The ballot holds for each of the holders, with the holder's own votes. A holder that has
		/// not delegated to this investor, has voted itself, is blocked, or had no shares is left
		/// out. What others have delegated to such a holder does not come along.
		///
		/// ## Errors
		/// As for [`Pallet::vote`], and [`Error::NothingCast`] if every holder was left out.
		///
		/// ## Events
		/// [`Event::VoteCast`] for each holder.
		///
		/// ## Complexity
		/// `O(n)`, n = number of holders, at most 64.
		#[pallet::call_index(3)]
		#[pallet::weight(<T as Config>::WeightInfo::vote_for(length(delegators.len())))]
		pub fn vote_for(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
			delegators: Delegators,
			ballot: Ballot,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_vote_for(&who, asset, resolution, delegators, &ballot)
		}

		/// Takes the investor's vote or commitment back, whoever cast it, while votes are taken.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to vote.
		///
		/// ## Errors
		/// [`Error::UnknownKey`], [`Error::MissingRight`], [`Error::KeyExpired`],
		/// [`Error::NotVoter`], [`Error::UnknownResolution`], [`Error::WrongPhase`],
		/// [`Error::NotVoted`].
		///
		/// ## Events
		/// [`Event::VoteRetracted`].
		#[pallet::call_index(4)]
		pub fn retract(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_retract(&who, asset, resolution)
		}

		/// Lets another investor vote with the sender's shares of an asset, on every resolution on
		/// which the sender does not vote itself.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to vote, which pays the deposit for a first delegation.
		///
		/// ## Details
		/// Stands in the place of an earlier delegation. What others have delegated to the sender
		/// does not go along.
		///
		/// ## Errors
		/// [`Error::UnknownKey`], [`Error::MissingRight`], [`Error::KeyExpired`],
		/// [`Error::NotVoter`] for either side, [`Error::SelfDelegation`], [`Error::SameDelegate`].
		///
		/// ## Events
		/// [`Event::Delegated`].
		#[pallet::call_index(5)]
		pub fn delegate(origin: OriginFor<T>, asset: AssetId, to: InvestorId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_delegate(who, asset, to)
		}

		/// Ends a delegation. The deposit returns to who paid it. Votes that the delegate has cast
		/// stay until the holder votes itself or takes them back.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to vote of the holder, also of a blocked one, or by the
		/// account that paid the deposit.
		///
		/// ## Errors
		/// [`Error::NotDelegated`], [`Error::UnknownKey`], [`Error::NotHolder`],
		/// [`Error::MissingRight`], [`Error::KeyExpired`].
		///
		/// ## Events
		/// [`Event::Delegated`].
		#[pallet::call_index(6)]
		pub fn undelegate(
			origin: OriginFor<T>,
			asset: AssetId,
			investor: InvestorId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_undelegate(&who, asset, investor)
		}

		/// Commits to a vote on a secret ballot, in the place of an earlier commitment.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to vote.
		///
		/// ## Details
		/// `digest` is what the view function `commitment` answers for the ballot and a random salt.
		/// A vote that is not revealed does not count.
		///
		/// ## Errors
		/// [`Error::UnknownKey`], [`Error::MissingRight`], [`Error::KeyExpired`],
		/// [`Error::NotVoter`], [`Error::UnknownResolution`], [`Error::WrongPhase`],
		/// [`Error::NotSecret`], [`Error::NoVotes`].
		///
		/// ## Events
		/// [`Event::VoteCommitted`].
		#[pallet::call_index(7)]
		pub fn commit(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
			digest: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_commit(&who, asset, resolution, digest)
		}

		/// Reveals a vote on a secret ballot, once.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to vote.
		///
		/// ## Errors
		/// As for [`Pallet::vote`], and [`Error::NotCommitted`], [`Error::CommitmentMismatch`].
		///
		/// ## Events
		/// [`Event::VoteCast`].
		#[pallet::call_index(8)]
		pub fn reveal(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
			ballot: Ballot,
			salt: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reveal(&who, asset, resolution, &ballot, salt)
		}

		/// Counts the votes on a resolution after their period, at the same cost for any number.
		///
		/// ## Dispatch Origin
		/// Signed by anyone.
		///
		/// ## Details
		/// A choice is adopted if the quorum of all units was cast, abstentions included, and the
		/// choice has more than half of the votes for and against, and the part that the class asks
		/// for. The bond returns to the proposer, or is lost to the accused manager, or to the
		/// holders.
		///
		/// ## Errors
		/// [`Error::UnknownResolution`], [`Error::WrongPhase`].
		///
		/// ## Events
		/// [`Event::ResolutionClosed`].
		#[pallet::call_index(9)]
		pub fn close(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close(asset, resolution)
		}

		/// Dispatches the call of an adopted choice as the holders of the asset, in the period of
		/// grace.
		///
		/// ## Dispatch Origin
		/// Signed by anyone.
		///
		/// ## Details
		/// `weight_bound` is the most that the call may weigh; what it does not weigh is refunded.
		/// The call is checked against what holders may do once more. A call that fails leaves no
		/// trace but its error, and can be tried again until the period of grace ends.
		///
		/// ## Errors
		/// [`Error::UnknownResolution`], [`Error::WrongPhase`], [`Error::UnknownOption`],
		/// [`Error::NotPending`], [`Error::UnknownPreimage`], [`Error::UndecodableCall`],
		/// [`Error::CallNotAllowed`], [`Error::ClassTooLow`], [`Error::WeightBoundExceeded`]. An
		/// error of the call itself is in the event.
		///
		/// ## Events
		/// Those of the call, and [`Event::MotionExecuted`] with what it answered.
		#[pallet::call_index(10)]
		#[pallet::weight(<T as Config>::WeightInfo::execute().saturating_add(*weight_bound))]
		pub fn execute(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
			motion: u8,
			weight_bound: Weight,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let weight = Self::do_execute(asset, resolution, motion, weight_bound)?;
			Ok(Some(<T as Config>::WeightInfo::execute().saturating_add(weight)).into())
		}

		/// Stops what was adopted and has not been executed, for good.
		///
		/// ## Dispatch Origin
		/// [`Config::SupervisorOrigin`].
		///
		/// ## Details
		/// `reason` is the BLAKE2b-256 of the reasoned decision. Open from the count to the end of
		/// the period of grace.
		///
		/// ## Errors
		/// [`Error::UnknownResolution`], [`Error::WrongPhase`].
		///
		/// ## Events
		/// [`Event::ResolutionVetoed`].
		#[pallet::call_index(11)]
		pub fn veto(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
			reason: H256,
		) -> DispatchResult {
			T::SupervisorOrigin::ensure_origin(origin)?;
			Self::do_veto(asset, resolution, reason)
		}

		/// Removes records of votes on a resolution that is counted, withdrawn or vetoed, and with
		/// the last of them, after the period of retention, the resolution.
		///
		/// ## Dispatch Origin
		/// Signed by anyone. The deposit returns to the proposer.
		///
		/// ## Details
		/// At most `limit` records (at least 1), and at most 256. The weight of records that were
		/// not there is refunded.
		///
		/// ## Errors
		/// [`Error::ZeroLimit`], [`Error::UnknownResolution`], [`Error::WrongPhase`] while it is
		/// open, [`Error::NothingToPrune`].
		///
		/// ## Events
		/// [`Event::VotesPruned`] if there were records, [`Event::ResolutionRemoved`] if it is gone.
		///
		/// ## Complexity
		/// `O(n)`, n = `limit`, at most 256.
		#[pallet::call_index(12)]
		#[pallet::weight(<T as Config>::WeightInfo::prune((*limit).min(MAX_PRUNE)))]
		pub fn prune(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
			limit: u32,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let removed = Self::do_prune(asset, resolution, limit)?;
			Ok(Some(<T as Config>::WeightInfo::prune(removed)).into())
		}

		/// Pays money into the treasury of an asset. Only its holders dispose of it.
		///
		/// ## Dispatch Origin
		/// Signed by anyone.
		///
		/// ## Details
		/// `amount` is in the smallest unit of the currency.
		///
		/// ## Errors
		/// [`Error::ZeroAmount`], and the errors of the currency.
		///
		/// ## Events
		/// [`Event::TreasuryFunded`].
		#[pallet::call_index(13)]
		pub fn fund(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_fund(who, asset, currency, amount)
		}

		/// Spends money of the treasury of an asset.
		///
		/// ## Dispatch Origin
		/// The holders of the asset, by a resolution.
		///
		/// ## Details
		/// `amount` is in the smallest unit of the currency.
		///
		/// ## Errors
		/// [`Error::ZeroAmount`], and the errors of the currency.
		///
		/// ## Events
		/// [`Event::TreasurySpent`].
		#[pallet::call_index(14)]
		pub fn spend(
			origin: OriginFor<T>,
			asset: AssetId,
			currency: CurrencyOf<T>,
			to: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			Self::ensure_holders(origin, asset)?;
			Self::do_spend(asset, currency, to, amount)
		}

		/// Stands for election as the manager of an asset, and puts up a bond.
		///
		/// ## Dispatch Origin
		/// Signed by anyone that has no mandate for the asset.
		///
		/// ## Details
		/// `bond` is native token, at least [`Rules::manager_bond`].
		///
		/// ## Errors
		/// [`Error::AlreadyMandated`], [`Error::BondTooSmall`], and the errors of the token.
		///
		/// ## Events
		/// [`Event::CandidateStood`].
		#[pallet::call_index(15)]
		pub fn stand(
			origin: OriginFor<T>,
			asset: AssetId,
			#[pallet::compact] bond: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_stand(who, asset, bond)
		}

		/// Withdraws as a candidate, whose bond is released at once, or resigns as the manager,
		/// whose bond can be taken for a while yet.
		///
		/// ## Dispatch Origin
		/// Signed by the candidate or the manager.
		///
		/// ## Errors
		/// [`Error::UnknownMandate`], [`Error::AlreadyLeaving`].
		///
		/// ## Events
		/// [`Event::BondReleased`] or [`Event::ManagerResigned`].
		#[pallet::call_index(16)]
		pub fn resign(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resign(who, asset)
		}

		/// Appoints a candidate as the manager of an asset. The manager before leaves.
		///
		/// ## Dispatch Origin
		/// The holders of the asset, by a resolution.
		///
		/// ## Errors
		/// [`Error::UnknownMandate`], [`Error::NotCandidate`].
		///
		/// ## Events
		/// [`Event::ManagerAppointed`].
		#[pallet::call_index(17)]
		pub fn appoint_manager(
			origin: OriginFor<T>,
			asset: AssetId,
			who: T::AccountId,
		) -> DispatchResult {
			Self::ensure_holders(origin, asset)?;
			Self::do_appoint_manager(asset, who)
		}

		/// Removes the manager of an asset, whose bond can be taken for a while yet.
		///
		/// ## Dispatch Origin
		/// The holders of the asset, by a resolution.
		///
		/// ## Errors
		/// [`Error::NoManager`].
		///
		/// ## Events
		/// [`Event::ManagerRemoved`].
		#[pallet::call_index(18)]
		pub fn remove_manager(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			Self::ensure_holders(origin, asset)?;
			Self::do_remove_manager(asset)
		}

		/// Charges a manager: announces a resolution that strikes it and takes a part of its bond.
		///
		/// ## Dispatch Origin
		/// As for [`Pallet::propose`], but with another bond ([`Rules::challenge_bond`]), which
		/// goes to the manager if nobody supports the charge.
		///
		/// ## Details
		/// `reason` is the BLAKE2b-256 of the charge. `part` of the bond is more than nothing and at
		/// most [`Rules::max_slash`]. The investor of the accused account does not vote, and its
		/// shares do not count for the quorum. A manager that has left answers until its bond is
		/// free.
		///
		/// ## Errors
		/// As for [`Pallet::propose`], and [`Error::UnknownMandate`], [`Error::NotLiable`],
		/// [`Error::BadSlash`].
		///
		/// ## Events
		/// [`Event::ResolutionProposed`].
		#[pallet::call_index(19)]
		pub fn challenge_manager(
			origin: OriginFor<T>,
			asset: AssetId,
			accused: T::AccountId,
			reason: H256,
			part: Perbill,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_challenge_manager(who, asset, accused, reason, part)
		}

		/// Finds a manager at fault: a strike, and a part of its bond for the holders. With the last
		/// strike it is removed.
		///
		/// ## Dispatch Origin
		/// The holders of the asset, by a resolution.
		///
		/// ## Details
		/// The part is of what is left of the bond, rounded down.
		///
		/// ## Errors
		/// [`Error::UnknownMandate`], [`Error::NotLiable`], [`Error::BadSlash`].
		///
		/// ## Events
		/// [`Event::ManagerStruck`], and [`Event::ManagerRemoved`] with the last strike.
		#[pallet::call_index(20)]
		pub fn strike_manager(
			origin: OriginFor<T>,
			asset: AssetId,
			who: T::AccountId,
			part: Perbill,
		) -> DispatchResult {
			Self::ensure_holders(origin, asset)?;
			Self::do_strike_manager(asset, who, part)
		}

		/// Releases the bond of a manager that has left, once its liability has ended.
		///
		/// ## Dispatch Origin
		/// Signed by anyone.
		///
		/// ## Errors
		/// [`Error::UnknownMandate`], [`Error::BondInUse`].
		///
		/// ## Events
		/// [`Event::BondReleased`].
		#[pallet::call_index(21)]
		pub fn release_bond(
			origin: OriginFor<T>,
			asset: AssetId,
			who: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_release_bond(asset, who)
		}

		/// Commits to a vote on a secret ballot for holders that have delegated to the sender's
		/// investor and have not committed themselves.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to vote of the delegate.
		///
		/// ## Details
		/// `digest` is what the view function `commitment` answers for the delegate, the ballot and a
		/// random salt: one for all of the holders. Who is left out of [`Pallet::vote_for`] is left
		/// out here. A holder that commits itself later takes the place of its delegate.
		///
		/// ## Errors
		/// As for [`Pallet::commit`], and [`Error::NothingCast`] if every holder was left out.
		///
		/// ## Events
		/// [`Event::VoteCommitted`] for each holder.
		///
		/// ## Complexity
		/// `O(n)`, n = number of holders, at most 64.
		// The keys that `vote_for` reads and writes.
		#[pallet::call_index(22)]
		#[pallet::weight(<T as Config>::WeightInfo::vote_for(length(delegators.len())))]
		pub fn commit_for(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
			delegators: Delegators,
			digest: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_commit_for(&who, asset, resolution, delegators, digest)
		}

		/// Reveals a vote on a secret ballot for holders for whom the delegate has committed to it.
		///
		/// ## Dispatch Origin
		/// Signed by a key with the right to vote of the delegate.
		///
		/// ## Details
		/// The ballot holds for each of the holders, with the holder's own votes. A holder is left out
		/// for whom the delegate has not committed to this ballot with this salt, that is revealed
		/// already, is blocked, or has ended the delegation since.
		///
		/// ## Errors
		/// As for [`Pallet::vote`], and [`Error::NothingCast`] if every holder was left out.
		///
		/// ## Events
		/// [`Event::VoteCast`] for each holder.
		///
		/// ## Complexity
		/// `O(n)`, n = number of holders, at most 64.
		// The keys that `vote_for` reads and writes.
		#[pallet::call_index(23)]
		#[pallet::weight(<T as Config>::WeightInfo::vote_for(length(delegators.len())))]
		pub fn reveal_for(
			origin: OriginFor<T>,
			asset: AssetId,
			resolution: ResolutionId,
			delegators: Delegators,
			ballot: Ballot,
			salt: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reveal_for(&who, asset, resolution, delegators, &ballot, salt)
		}
	}

	impl<T: Config> Pallet<T> {
		fn ensure_holders(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let origin = <T as Config>::RuntimeOrigin::from(origin);
			EnsureHolders::ensure_origin(origin, &asset)?;
			Ok(())
		}
	}

	/// How many calls the motions carry.
	fn carried<T: Config>(motions: &MotionsOf<T>) -> u32 {
		length(motions.iter().flatten().flatten().count())
	}

	fn length(len: usize) -> u32 {
		u32::try_from(len).unwrap_or(u32::MAX)
	}
}

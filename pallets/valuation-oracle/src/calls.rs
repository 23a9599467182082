// SPDX-License-Identifier: Apache-2.0

//! The calls: who may, and what they document. A section of the pallet, which has many of them.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Opens a feed: one metric of one asset in one unit.
		///
		/// ## Dispatch Origin
		/// [`Config::IssuerOrigin`] of the asset. The account pays the deposit for the feed.
		///
		/// ## Details
		/// A ratio has no decimals; another unit has at most 12.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`]: there is no such asset.
		/// - [`Error::WrongUnit`]: the metric is not counted in this unit, or there are too many
		///   decimals.
		/// - [`Error::BadPolicy`]: see [`rules::is_sound`].
		/// - [`Error::FeedExists`]: there is one.
		///
		/// ## Events
		/// [`Event::FeedOpened`].
		#[pallet::call_index(0)]
		pub fn open_feed(
			origin: OriginFor<T>,
			feed: FeedId,
			decimals: u8,
			policy: Policy,
		) -> DispatchResult {
			let issuer = T::IssuerOrigin::ensure_origin(origin, &feed.asset)?;
			Self::do_open_feed(issuer, feed, decimals, policy)
		}

		/// Announces another policy of a feed, in the place of one that was announced before.
		///
		/// ## Dispatch Origin
		/// [`Config::IssuerOrigin`] of the asset, by the account that opened the feed.
		///
		/// ## Details
		/// It can be enacted once the delay of the terms is over.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`], [`Error::NotIssuer`].
		/// - [`Error::BadPolicy`]: see [`rules::is_sound`].
		///
		/// ## Events
		/// [`Event::PolicyAnnounced`].
		#[pallet::call_index(1)]
		pub fn announce_policy(
			origin: OriginFor<T>,
			feed: FeedId,
			policy: Policy,
		) -> DispatchResult {
			let issuer = T::IssuerOrigin::ensure_origin(origin, &feed.asset)?;
			Self::do_announce_policy(issuer, feed, policy)
		}

		/// Withdraws the policy that was announced.
		///
		/// ## Dispatch Origin
		/// [`Config::IssuerOrigin`] of the asset, by the account that opened the feed.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`], [`Error::NotIssuer`].
		/// - [`Error::NoUpcomingPolicy`]: none was announced.
		///
		/// ## Events
		/// [`Event::PolicyWithdrawn`].
		#[pallet::call_index(2)]
		pub fn withdraw_policy(origin: OriginFor<T>, feed: FeedId) -> DispatchResult {
			let issuer = T::IssuerOrigin::ensure_origin(origin, &feed.asset)?;
			Self::do_withdraw_policy(issuer, feed)
		}

		/// Puts the policy that was announced in the place of the one in force.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`], [`Error::NoUpcomingPolicy`].
		/// - [`Error::TooEarly`]: its date has not come.
		/// - [`Error::RoundOpen`]: a round ends under the policy under which it began.
		///
		/// ## Events
		/// [`Event::PolicyEnacted`].
		#[pallet::call_index(3)]
		pub fn enact_policy(origin: OriginFor<T>, feed: FeedId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_enact_policy(feed)
		}

		/// Halts a feed: its answer has the status Halted, and no round is opened.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		/// `reason` is the BLAKE2b-256 of the reasoned decision. A round that is open is finished.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`].
		/// - [`Error::FeedHalted`]: it is halted.
		///
		/// ## Events
		/// [`Event::FeedHalted`].
		#[pallet::call_index(4)]
		pub fn halt_feed(origin: OriginFor<T>, feed: FeedId, reason: H256) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_halt(feed, reason)
		}

		/// Ends the halt of a feed. An answer that has become stale stays stale.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`].
		/// - [`Error::NotHalted`]: it is not halted.
		///
		/// ## Events
		/// [`Event::FeedResumed`].
		#[pallet::call_index(5)]
		pub fn resume_feed(origin: OriginFor<T>, feed: FeedId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_resume(feed)
		}

		/// Closes a feed on which no model has a seat, and removes all of it.
		///
		/// ## Dispatch Origin
		/// [`Config::IssuerOrigin`] of the asset, by the account that opened the feed, which gets
		/// the deposit back.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`], [`Error::NotIssuer`].
		/// - [`Error::SeatsTaken`]: a model has a seat.
		///
		/// ## Events
		/// [`Event::FeedClosed`].
		#[pallet::call_index(6)]
		pub fn close_feed(origin: OriginFor<T>, feed: FeedId) -> DispatchResult {
			let issuer = T::IssuerOrigin::ensure_origin(origin, &feed.asset)?;
			Self::do_close_feed(issuer, feed)
		}

		/// Bonds native token for the reports of an identity, or adds to the bond.
		///
		/// ## Dispatch Origin
		/// Signed by a key of an identity, which becomes an operator with it.
		///
		/// ## Details
		/// One bond an identity, for all its models. An announced withdrawal is called off.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`].
		/// - [`Error::UnknownIdentity`]: no identity with claims that hold is behind the key.
		/// - [`Error::NotOperator`]: another key of the identity is its operator's.
		/// - The error of the currency if the account has not as much.
		///
		/// ## Events
		/// [`Event::Bonded`].
		#[pallet::call_index(7)]
		pub fn bond(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_bond(who, amount)
		}

		/// Announces that an operator withdraws its bond.
		///
		/// ## Dispatch Origin
		/// Signed by the operator.
		///
		/// ## Details
		/// Its models can take no seats from then on. Whether the identity's claims still hold does
		/// not matter: nobody's bond is locked by that.
		///
		/// ## Errors
		/// - [`Error::NotOperator`].
		/// - [`Error::AlreadyLeaving`].
		/// - [`Error::StillInUse`]: one of its models has a seat, or a report of it is disputed.
		///
		/// ## Events
		/// [`Event::WithdrawalAnnounced`].
		#[pallet::call_index(8)]
		pub fn announce_withdrawal(origin: OriginFor<T>, operator: InvestorId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_announce_withdrawal(who, operator)
		}

		/// Withdraws the bond, and ends the operator.
		///
		/// ## Dispatch Origin
		/// Signed by the operator.
		///
		/// ## Errors
		/// - [`Error::NotOperator`], [`Error::NotLeaving`].
		/// - [`Error::TooEarly`]: the delay is not over.
		/// - [`Error::StillInUse`]: it has models; retire and remove them first.
		///
		/// ## Events
		/// [`Event::BondWithdrawn`].
		#[pallet::call_index(9)]
		pub fn withdraw_bond(origin: OriginFor<T>, operator: InvestorId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_bond(who, operator)
		}

		/// Proposes a model.
		///
		/// ## Dispatch Origin
		/// Signed by an operator, which pays the deposit for the model.
		///
		/// ## Details
		/// The card is never changed: another artefact, another code is another model.
		///
		/// ## Errors
		/// - [`Error::NotOperator`].
		/// - [`Error::BondTooLow`].
		/// - [`Error::AlreadyLeaving`].
		/// - [`Error::BadCard`]: a digest is zero, the address is not ASCII or empty, no class is
		///   in scope, or a metric is over a whole.
		/// - [`Error::WrongUnit`]: the metric is not counted in this unit, or there are too many
		///   decimals.
		///
		/// ## Events
		/// [`Event::ModelProposed`].
		#[pallet::call_index(10)]
		pub fn propose_model(origin: OriginFor<T>, card: ModelCard) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose_model(who, card)
		}

		/// Approves a model until a date, approves a suspended one again, or renews an approval.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		/// A model that was suspended begins a new record of outcomes.
		///
		/// ## Errors
		/// - [`Error::UnknownModel`].
		/// - [`Error::WrongStatus`]: it is retired.
		/// - [`Error::InvalidPeriod`]: the date is not later than now, or more than 400 days away.
		///
		/// ## Events
		/// [`Event::ModelApproved`].
		#[pallet::call_index(11)]
		pub fn approve_model(
			origin: OriginFor<T>,
			model: ModelId,
			expires_at: Moment,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_approve_model(model, expires_at)
		}

		/// Suspends a model: it commits to no more reports.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		/// `reason` is the BLAKE2b-256 of the reasoned decision. What it committed to before, it
		/// reveals.
		///
		/// ## Errors
		/// - [`Error::UnknownModel`].
		/// - [`Error::WrongStatus`]: it is not approved.
		///
		/// ## Events
		/// [`Event::ModelSuspended`].
		#[pallet::call_index(12)]
		pub fn suspend_model(origin: OriginFor<T>, model: ModelId, reason: H256) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_suspend_model(model, reason)
		}

		/// Retires a model for good.
		///
		/// ## Dispatch Origin
		/// Signed by its operator.
		///
		/// ## Errors
		/// - [`Error::UnknownModel`], [`Error::NotOperator`].
		/// - [`Error::WrongStatus`]: it is retired.
		///
		/// ## Events
		/// [`Event::ModelRetired`].
		#[pallet::call_index(13)]
		pub fn retire_model(origin: OriginFor<T>, model: ModelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_retire_model(who, model)
		}

		/// Removes a retired model with its card and its record of outcomes.
		///
		/// ## Dispatch Origin
		/// Signed by its operator, which gets the deposit back.
		///
		/// ## Errors
		/// - [`Error::UnknownModel`], [`Error::NotOperator`].
		/// - [`Error::WrongStatus`]: it is not retired.
		/// - [`Error::StillInUse`]: it has a seat, or a report of it is disputed.
		///
		/// ## Events
		/// [`Event::ModelRemoved`].
		#[pallet::call_index(14)]
		pub fn remove_model(origin: OriginFor<T>, model: ModelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_model(who, model)
		}

		/// Takes a seat on a feed.
		///
		/// ## Dispatch Origin
		/// Signed by the model's operator, which pays the deposit for the seat.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`], [`Error::UnknownModel`], [`Error::NotOperator`].
		/// - [`Error::AlreadyLeaving`], [`Error::BondTooLow`].
		/// - [`Error::WrongStatus`]: the model is not approved, or its approval is over.
		/// - [`Error::OutOfScope`]: it is not for this metric, unit, number of decimals, class or
		///   country.
		/// - [`Error::AlreadySeated`].
		/// - [`Error::TooManySeats`]: no seat is left, or none for this operator.
		///
		/// ## Events
		/// [`Event::ModelJoined`].
		#[pallet::call_index(15)]
		pub fn join(origin: OriginFor<T>, feed: FeedId, model: ModelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_join(who, feed, model)
		}

		/// Leaves a feed. The reports of the seat are removed.
		///
		/// ## Dispatch Origin
		/// Signed by the model's operator; by anybody if the model is not approved any more. The
		/// deposit returns to the operator.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`], [`Error::UnknownModel`], [`Error::NotOperator`],
		///   [`Error::NotSeated`].
		/// - [`Error::RoundOpen`]: it has taken part in a round that is not over.
		/// - [`Error::MissNotSettled`]: a penalty is due.
		/// - [`Error::TooEarly`]: its last report can still be disputed.
		/// - [`Error::ModelDisputed`]: one of its reports is disputed.
		/// - [`Error::AlreadyRequested`]: an explanation is asked for.
		///
		/// ## Events
		/// [`Event::ModelLeft`].
		#[pallet::call_index(16)]
		pub fn leave(origin: OriginFor<T>, feed: FeedId, model: ModelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_leave(who, feed, model)
		}

		/// Opens a round. Its opening is the date of its valuations.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`], [`Error::FeedHalted`].
		/// - [`Error::RoundOpen`]: the last one is not over.
		/// - [`Error::TooEarly`]: the interval of the policy is not over.
		///
		/// ## Events
		/// [`Event::RoundOpened`].
		#[pallet::call_index(17)]
		pub fn open_round(origin: OriginFor<T>, feed: FeedId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_open_round(feed)
		}

		/// Commits to a report that nobody can see yet.
		///
		/// ## Dispatch Origin
		/// Signed by the model's operator.
		///
		/// ## Details
		/// `commitment` is what [`Pallet::commitment`] answers: it binds feed, round, model,
		/// account, report and salt, so that nobody can open it for another.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`], [`Error::UnknownModel`], [`Error::NotOperator`],
		///   [`Error::NotSeated`].
		/// - [`Error::NoRound`]: no round is open.
		/// - [`Error::TooLate`]: reveals have begun.
		/// - [`Error::BondTooLow`].
		/// - [`Error::WrongStatus`]: the model is not approved, or its approval is over.
		/// - [`Error::ModelDisputed`]: one of its reports is disputed.
		/// - [`Error::AlreadyCommitted`]: one commitment a round.
		/// - [`Error::MissNotSettled`]: the last one was not opened.
		///
		/// ## Events
		/// [`Event::ReportCommitted`].
		#[pallet::call_index(18)]
		pub fn commit(
			origin: OriginFor<T>,
			feed: FeedId,
			model: ModelId,
			commitment: Commitment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_commit(who, feed, model, commitment)
		}

		/// Opens the report that was committed to.
		///
		/// ## Dispatch Origin
		/// Signed by the model's operator.
		///
		/// ## Details
		/// It weighs what the model's score says now.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`], [`Error::UnknownModel`], [`Error::NotOperator`],
		///   [`Error::NotSeated`].
		/// - [`Error::NoRound`]: no round is open.
		/// - [`Error::TooEarly`]: reports are still committed to.
		/// - [`Error::TooLate`]: the time for reveals is over.
		/// - [`Error::NotCommitted`].
		/// - [`Error::WrongReport`]: it is not what was committed to.
		/// - [`Error::BadReport`]: the values are not in order, or the data are later than the
		///   opening of the round or older than the policy allows.
		///
		/// ## Events
		/// [`Event::ReportRevealed`].
		#[pallet::call_index(19)]
		pub fn reveal(
			origin: OriginFor<T>,
			feed: FeedId,
			model: ModelId,
			report: Report,
			salt: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reveal(who, feed, model, report, salt)
		}

		/// Finishes a round: what the reports say together is the answer of the feed, if they are
		/// enough.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody. Free if it succeeds.
		///
		/// ## Details
		/// Without enough reports the last answer stays, and ages. An answer that jumped is
		/// proposed, and settled when nobody has disputed it in time. Who has not opened a
		/// commitment pays before it commits again.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`].
		/// - [`Error::NoRound`]: no round is open.
		/// - [`Error::TooEarly`]: the time for reveals is not over, and not all commitments are
		///   opened.
		///
		/// ## Events
		/// [`Event::RoundFinalised`].
		#[pallet::call_index(20)]
		pub fn finalise(origin: OriginFor<T>, feed: FeedId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_finalise(feed)?;
			Ok(Pays::No.into())
		}

		/// Takes the penalty for a commitment that was not opened from the operator's bond.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`], [`Error::UnknownModel`], [`Error::NotSeated`].
		/// - [`Error::NoMiss`]: no penalty is due.
		///
		/// ## Events
		/// [`Event::MissSettled`].
		#[pallet::call_index(21)]
		pub fn settle_miss(origin: OriginFor<T>, feed: FeedId, model: ModelId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_settle_miss(feed, model)
		}

		/// Disputes a model's report behind the last answer of a feed.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody but the operator's identity. The account bonds.
		///
		/// ## Details
		/// `ground` is the BLAKE2b-256 of the reasons. The feed has the status Disputed, and the
		/// model commits to nothing, until the dispute is closed.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`], [`Error::UnknownModel`].
		/// - [`Error::UnknownReport`]: the last answer does not rest on a report of the model.
		/// - [`Error::TooLate`]: the time for disputes is over.
		/// - [`Error::AlreadyDisputed`]: a report is disputed once.
		/// - [`Error::PartyCannotJudge`]: it is the disputer's own.
		///
		/// ## Events
		/// [`Event::ReportDisputed`].
		#[pallet::call_index(22)]
		pub fn dispute(
			origin: OriginFor<T>,
			feed: FeedId,
			model: ModelId,
			ground: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dispute(who, feed, model, ground)
		}

		/// Answers a dispute with the opened inputs and explanation.
		///
		/// ## Dispatch Origin
		/// Signed by the model's operator.
		///
		/// ## Details
		/// `opening` is the BLAKE2b-256 of the file that has them: anybody can compute the report
		/// again from it.
		///
		/// ## Errors
		/// - [`Error::UnknownDispute`], [`Error::NotOperator`].
		/// - [`Error::WrongStage`]: it was answered.
		/// - [`Error::TooLate`]: the time is over.
		///
		/// ## Events
		/// [`Event::DisputeAnswered`].
		#[pallet::call_index(23)]
		pub fn answer_dispute(
			origin: OriginFor<T>,
			dispute: DisputeId,
			opening: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_answer_dispute(who, dispute, opening)
		}

		/// Takes a dispute to the appraisers.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody: nobody can protect a report by disputing it and letting the dispute
		/// go.
		///
		/// ## Errors
		/// - [`Error::UnknownDispute`].
		/// - [`Error::WrongStage`]: the operator has not answered, or it is with the appraisers.
		/// - [`Error::TooLate`]: the time is over.
		///
		/// ## Events
		/// [`Event::DisputeEscalated`].
		#[pallet::call_index(24)]
		pub fn escalate(origin: OriginFor<T>, dispute: DisputeId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_escalate(dispute)
		}

		/// Votes on a dispute, for the disputer or against.
		///
		/// ## Dispatch Origin
		/// [`Config::AppraiserOrigin`], by an account of neither party.
		///
		/// ## Errors
		/// - [`Error::UnknownDispute`].
		/// - [`Error::WrongStage`]: it is not with the appraisers.
		/// - [`Error::TooLate`]: the time is over.
		/// - [`Error::PartyCannotJudge`].
		/// - [`Error::AlreadyVoted`], [`Error::TooManyVotes`].
		///
		/// ## Events
		/// [`Event::DisputeVoted`].
		#[pallet::call_index(25)]
		pub fn judge(origin: OriginFor<T>, dispute: DisputeId, uphold: bool) -> DispatchResult {
			let appraiser = T::AppraiserOrigin::ensure_origin(origin)?;
			Self::do_judge(appraiser, dispute, uphold)
		}

		/// Appeals to the holders of the asset.
		///
		/// ## Dispatch Origin
		/// Signed by who has lost before the appraisers; by either party where they were undecided.
		/// The account bonds.
		///
		/// ## Errors
		/// - [`Error::UnknownDispute`].
		/// - [`Error::WrongStage`]: the appraisers have not decided, or there is an appeal.
		/// - [`Error::TooLate`]: the time is over.
		/// - [`Error::NotLoser`].
		///
		/// ## Events
		/// [`Event::DisputeAppealed`].
		#[pallet::call_index(26)]
		pub fn appeal(origin: OriginFor<T>, dispute: DisputeId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_appeal(who, dispute)
		}

		/// Decides an appeal, and closes the dispute.
		///
		/// ## Dispatch Origin
		/// [`Config::HoldersOrigin`] of the asset.
		///
		/// ## Details
		/// An appeal that changed nothing costs its bond.
		///
		/// ## Errors
		/// - [`Error::UnknownDispute`].
		/// - [`Error::WrongStage`]: there is no appeal.
		/// - [`Error::TooLate`]: the time is over; the appraisers' verdict stands.
		///
		/// ## Events
		/// [`Event::DisputeClosed`].
		#[pallet::call_index(27)]
		pub fn decide(origin: OriginFor<T>, dispute: DisputeId, uphold: bool) -> DispatchResult {
			Self::do_decide(origin, dispute, uphold)
		}

		/// Ends a step of a dispute whose time is over.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Details
		/// An operator who has not answered has lost; a disputer with whom nobody has gone on
		/// to the appraisers has lost; the appraisers' votes are counted; a verdict that nobody
		/// appealed, or on which the holders have not decided, stands. An operator who has lost
		/// pays a part of its bond, of which half goes to the disputer, and its model is suspended.
		/// A disputer who has lost pays its bond, of which half goes to the operator. Where as many
		/// were for as against, nobody pays.
		///
		/// ## Errors
		/// - [`Error::UnknownDispute`].
		/// - [`Error::TooEarly`]: the step is not over.
		///
		/// ## Events
		/// [`Event::DisputeJudged`] if the appraisers' time is over, otherwise
		/// [`Event::DisputeClosed`].
		#[pallet::call_index(28)]
		pub fn close_dispute(origin: OriginFor<T>, dispute: DisputeId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close_dispute(dispute)
		}

		/// Records the price of an arm's-length sale, or of an audited appraisal.
		///
		/// ## Dispatch Origin
		/// [`Config::AppraiserOrigin`], by an account whose identity has no seat on the feed.
		///
		/// ## Details
		/// `dated` is when the price was agreed: it is compared with the last answer before, never
		/// with a later one. `evidence` is the BLAKE2b-256 of the deed.
		///
		/// ## Errors
		/// - [`Error::UnknownFeed`].
		/// - [`Error::ZeroPrice`].
		/// - [`Error::BadDate`]: it is later than now, or not later than the last outcome.
		/// - [`Error::NoAnswer`]: no answer that is kept is from before that date.
		/// - [`Error::PartyCannotJudge`].
		///
		/// ## Events
		/// [`Event::OutcomeRecorded`].
		#[pallet::call_index(29)]
		pub fn record_outcome(
			origin: OriginFor<T>,
			feed: FeedId,
			price: Value,
			dated: Moment,
			evidence: H256,
		) -> DispatchResult {
			let appraiser = T::AppraiserOrigin::ensure_origin(origin)?;
			Self::do_record_outcome(appraiser, feed, price, dated, evidence)
		}

		/// Compares a model's report with an outcome.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody. Free if it succeeds.
		///
		/// ## Details
		/// The score sets the weight of later reports. A model whose errors are too great, or whose
		/// intervals miss too often, is suspended.
		///
		/// ## Errors
		/// - [`Error::UnknownModel`].
		/// - [`Error::UnknownOutcome`].
		/// - [`Error::UnknownReport`]: the model has no report of that round.
		/// - [`Error::AlreadyScored`]: it has been compared with this outcome, or a later one.
		///
		/// ## Events
		/// [`Event::ModelScored`].
		#[pallet::call_index(30)]
		pub fn score(
			origin: OriginFor<T>,
			feed: FeedId,
			model: ModelId,
			outcome: u32,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_score(feed, model, outcome)?;
			Ok(Pays::No.into())
		}

		/// Asks for the explanation of a report.
		///
		/// ## Dispatch Origin
		/// Signed by a holder of the asset, who pays a deposit until it is opened or missed.
		///
		/// ## Errors
		/// - [`Error::NotHolder`].
		/// - [`Error::UnknownReport`]: there is no such report, or it is not kept any more.
		/// - [`Error::AlreadyRequested`]: one request a seat at a time.
		///
		/// ## Events
		/// [`Event::ExplanationRequested`].
		#[pallet::call_index(31)]
		pub fn request_explanation(
			origin: OriginFor<T>,
			feed: FeedId,
			model: ModelId,
			round: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request_explanation(who, feed, model, round)
		}

		/// Opens the explanation that was asked for.
		///
		/// ## Dispatch Origin
		/// Signed by the model's operator.
		///
		/// ## Details
		/// It has no personal data, and at most 4,096 bytes. It is not stored: the block has it.
		///
		/// ## Errors
		/// - [`Error::UnknownRequest`], [`Error::UnknownModel`], [`Error::NotOperator`].
		/// - [`Error::TooLate`]: the time is over.
		/// - [`Error::WrongExplanation`]: its BLAKE2b-256 is not what the report named.
		///
		/// ## Events
		/// [`Event::ExplanationOpened`].
		#[pallet::call_index(32)]
		pub fn open_explanation(
			origin: OriginFor<T>,
			feed: FeedId,
			model: ModelId,
			explanation: BoundedVec<u8, MaxExplanation>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_explanation(who, feed, model, &explanation)
		}

		/// Closes a request whose time is over: the operator pays the penalty for silence.
		///
		/// ## Dispatch Origin
		/// Signed, by anybody.
		///
		/// ## Errors
		/// - [`Error::UnknownRequest`], [`Error::UnknownModel`].
		/// - [`Error::TooEarly`]: the time is not over.
		///
		/// ## Events
		/// [`Event::ExplanationMissed`].
		#[pallet::call_index(33)]
		pub fn close_request(origin: OriginFor<T>, feed: FeedId, model: ModelId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close_request(feed, model)
		}
	}
}

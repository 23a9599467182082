// SPDX-License-Identifier: Apache-2.0

//! Feeds and their policies.

use crate::{
	pallet::{FeedOf, SeatsOf},
	rules, Answer, Answers, Config, Error, Event, Feed, Feeds, Histories, Outcomes, Pallet, Policy,
	Round, Rounds, Seats, HISTORY, MAX_DECIMALS,
};
use cadastre_primitives::{
	traits::ValuedAssets, FeedId, HistoryEntry, Metric, Moment, Outcome, Unit,
};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{Consideration, ConstU32, Footprint, Get, UnixTime},
	BoundedVec,
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// What the issuer pays for with a feed: its six records at their greatest.
	pub fn feed_footprint() -> Footprint {
		let length = FeedOf::<T>::max_encoded_len()
			.saturating_add(SeatsOf::<T>::max_encoded_len())
			.saturating_add(Round::max_encoded_len())
			.saturating_add(Answer::max_encoded_len())
			.saturating_add(BoundedVec::<HistoryEntry, ConstU32<HISTORY>>::max_encoded_len())
			.saturating_add(BoundedVec::<Outcome, ConstU32<HISTORY>>::max_encoded_len());
		Footprint::from_parts(6, length)
	}

	pub(crate) fn now() -> Moment {
		T::Time::now().as_secs()
	}

	/// Whether values of a metric can be counted so.
	pub(crate) fn unit_fits(metric: Metric, unit: Unit, decimals: u8) -> bool {
		let most = if unit == Unit::Ratio { 0 } else { MAX_DECIMALS };
		unit.fits(metric) && decimals <= most
	}

	pub(crate) fn do_open_feed(
		issuer: T::AccountId,
		feed: FeedId,
		decimals: u8,
		policy: Policy,
	) -> DispatchResult {
		ensure!(T::Assets::facts(feed.asset).is_some(), Error::<T>::UnknownAsset);
		ensure!(Self::unit_fits(feed.metric, feed.unit, decimals), Error::<T>::WrongUnit);
		ensure!(rules::is_sound(&policy), Error::<T>::BadPolicy);
		ensure!(!Feeds::<T>::contains_key(feed), Error::<T>::FeedExists);
		let ticket = T::RecordDeposit::new(&issuer, Self::feed_footprint())?;
		let record = Feed { issuer: issuer.clone(), decimals, policy, upcoming: None, ticket };
		Feeds::<T>::insert(feed, record);
		let round = Round {
			number: 0,
			opened_at: 0,
			commit_for: 0,
			reveal_for: 0,
			max_input_age: 0,
			oldest: 0,
			finalised: true,
			entries: BoundedVec::new(),
		};
		Rounds::<T>::insert(feed, round);
		Answers::<T>::insert(feed, Answer { decimals, ..Default::default() });
		Self::deposit_event(Event::FeedOpened { feed, issuer, decimals, policy });
		Ok(())
	}

	pub(crate) fn do_announce_policy(
		issuer: T::AccountId,
		feed: FeedId,
		new: Policy,
	) -> DispatchResult {
		let mut record = Self::own_feed(&issuer, feed)?;
		ensure!(rules::is_sound(&new), Error::<T>::BadPolicy);
		let effective_at = Self::now().saturating_add(T::Terms::get().policy_delay);
		let old = record.policy;
		record.upcoming = Some((new, effective_at));
		Feeds::<T>::insert(feed, record);
		Self::deposit_event(Event::PolicyAnnounced { feed, old, new, effective_at });
		Ok(())
	}

	pub(crate) fn do_withdraw_policy(issuer: T::AccountId, feed: FeedId) -> DispatchResult {
		let mut record = Self::own_feed(&issuer, feed)?;
		let (policy, _) = record.upcoming.take().ok_or(Error::<T>::NoUpcomingPolicy)?;
		Feeds::<T>::insert(feed, record);
		Self::deposit_event(Event::PolicyWithdrawn { feed, policy });
		Ok(())
	}

	pub(crate) fn do_enact_policy(feed: FeedId) -> DispatchResult {
		let mut record = Feeds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		let (new, effective_at) = record.upcoming.take().ok_or(Error::<T>::NoUpcomingPolicy)?;
		ensure!(Self::now() >= effective_at, Error::<T>::TooEarly);
		let round = Rounds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		ensure!(round.finalised, Error::<T>::RoundOpen);
		let old = core::mem::replace(&mut record.policy, new);
		Feeds::<T>::insert(feed, record);
		Self::deposit_event(Event::PolicyEnacted { feed, old, new });
		Ok(())
	}

	pub(crate) fn do_halt(feed: FeedId, reason: H256) -> DispatchResult {
		let mut answer = Answers::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		ensure!(!answer.halted, Error::<T>::FeedHalted);
		answer.halted = true;
		Answers::<T>::insert(feed, answer);
		Self::deposit_event(Event::FeedHalted { feed, reason });
		Ok(())
	}

	pub(crate) fn do_resume(feed: FeedId) -> DispatchResult {
		let mut answer = Answers::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		ensure!(answer.halted, Error::<T>::NotHalted);
		answer.halted = false;
		Answers::<T>::insert(feed, answer);
		Self::deposit_event(Event::FeedResumed { feed });
		Ok(())
	}

	pub(crate) fn do_close_feed(issuer: T::AccountId, feed: FeedId) -> DispatchResult {
		let record = Self::own_feed(&issuer, feed)?;
		// No seat, no dispute: a model leaves only when none of its reports is disputed.
		ensure!(Seats::<T>::take(feed).is_empty(), Error::<T>::SeatsTaken);
		Feeds::<T>::remove(feed);
		Rounds::<T>::remove(feed);
		Answers::<T>::remove(feed);
		Histories::<T>::remove(feed);
		Outcomes::<T>::remove(feed);
		record.ticket.drop(&issuer)?;
		Self::deposit_event(Event::FeedClosed { feed });
		Ok(())
	}

	fn own_feed(issuer: &T::AccountId, feed: FeedId) -> Result<FeedOf<T>, DispatchError> {
		let record = Feeds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		ensure!(record.issuer == *issuer, Error::<T>::NotIssuer);
		Ok(record)
	}
}

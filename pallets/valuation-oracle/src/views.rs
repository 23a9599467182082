// SPDX-License-Identifier: Apache-2.0

//! What users and the layers above ask.

use crate::{Answers, Cards, Config, Feeds, Models, Pallet, Rounds, Vote};
use alloc::vec::Vec;
use cadastre_primitives::{
	traits::InspectValuation, FeedId, ModelId, ModelInfo, Valuation, Waiting,
};

impl<T: Config> InspectValuation for Pallet<T> {
	fn valuation(feed: FeedId) -> Option<Valuation> {
		Self::answer_of(feed)
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn answer_of(feed: FeedId) -> Option<Valuation> {
		Answers::<T>::get(feed)?.valuation(Self::now())
	}

	pub(crate) fn model_info(model: ModelId) -> Option<ModelInfo> {
		let record = Models::<T>::get(model)?;
		let card = Cards::<T>::get(model)?.card;
		let crate::Model { operator, status, expires_at, weight, seats, disputes } = record;
		Some(ModelInfo { operator, status, expires_at, weight, seats, disputes, card })
	}

	pub(crate) fn waiting_of(feed: FeedId) -> Option<Waiting> {
		let policy = Feeds::<T>::get(feed)?.policy;
		let round = Rounds::<T>::get(feed)?;
		let halted = Answers::<T>::get(feed)?.halted;
		let now = Self::now();
		if round.finalised {
			let first = round.number == 0;
			let from = if first { 0 } else { round.opened_at.saturating_add(policy.interval) };
			return Some(if halted { Waiting::Authority } else { Waiting::Opening(from) });
		}
		let of = |wanted: fn(&Vote) -> bool| {
			let entries = round.entries.iter().filter(|entry| wanted(&entry.vote));
			entries.map(|entry| entry.model).collect::<Vec<_>>()
		};
		let reveals = of(|vote| matches!(vote, Vote::Committed(_)));
		Some(if now < round.commit_until() {
			let absent = of(|vote| *vote == Vote::Absent);
			Waiting::Commitments(absent, round.commit_until())
		} else if now < round.reveal_until() && !reveals.is_empty() {
			Waiting::Reveals(reveals, round.reveal_until())
		} else {
			Waiting::Finalisation
		})
	}
}

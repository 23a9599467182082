// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{rules::MAX_SEATS, Feeds, Models, Operators, Policy, Rounds, Seats, Vote};
use cadastre_primitives::{AssetClass, CountrySet, FeedId, Metric, ModelCard};

fn feed() -> ExtBuilder {
	ExtBuilder::default().feed(policy(), 0)
}

fn join(model: u32) -> DispatchResult {
	ValuationOracle::join(signed(operator(model)), FEED, model)
}

/// Bonds the first operator and has a model with this card approved.
fn model_with(change: impl FnOnce(&mut ModelCard)) -> u32 {
	let model = crate::NextModelId::<Test>::get();
	let mut card = card(0);
	change(&mut card);
	assert_ok!(ValuationOracle::bond(signed(OPERATOR), BOND));
	assert_ok!(ValuationOracle::propose_model(signed(OPERATOR), card));
	assert_ok!(ValuationOracle::approve_model(ROOT(), model, NOW + 10));
	model
}

#[test]
fn works() {
	feed().build_and_execute(|| {
		approved(0);
		assert_ok!(join(0));
		assert_last(Event::ModelJoined { feed: FEED, model: 0, operator: OPERATOR });
		let seats = Seats::<Test>::get(FEED);
		assert_eq!((seats[0].model, seats[0].operator, seats[0].human), (0, OPERATOR, false));
		let round = Rounds::<Test>::get(FEED).unwrap();
		assert_eq!((round.entries[0].model, round.entries[0].vote), (0, Vote::Absent));
		assert_eq!(Models::<Test>::get(0).unwrap().seats, 1);
		assert_eq!(Operators::<Test>::get(OPERATOR).unwrap().seats, 1);
		// The model's deposit and the seat's.
		assert_eq!(held(OPERATOR), [BOND, 0, 2 * DEPOSIT]);
		assert_noop!(join(0), Error::<Test>::AlreadySeated);
	});
}

#[test]
fn there_are_sixteen_seats() {
	feed().build_and_execute(|| {
		for model in 0..MAX_SEATS {
			approved(model);
			assert_ok!(join(model));
		}
		approved(MAX_SEATS);
		assert_noop!(join(MAX_SEATS), Error::<Test>::TooManySeats);
		assert_ok!(ValuationOracle::leave(signed(operator(3)), FEED, 3));
		assert_ok!(join(MAX_SEATS));
	});
}

#[test]
fn one_operator_has_as_many_as_the_policy_allows() {
	let policy = Policy { min_reports: 5, seats_per_operator: 2, ..policy() };
	ExtBuilder::default().feed(policy, 0).build_and_execute(|| {
		for _ in 0..3 {
			model_with(|_| {});
		}
		let join = |model| ValuationOracle::join(signed(OPERATOR), FEED, model);
		assert_ok!(join(0));
		assert_ok!(join(1));
		assert_noop!(join(2), Error::<Test>::TooManySeats);
	});
}

#[test]
fn only_the_operator_with_an_approved_model_and_a_bond_may() {
	feed().build_and_execute(|| {
		assert_noop!(join(0), Error::<Test>::UnknownModel);
		approved(0);
		let expires_at = Models::<Test>::get(0).unwrap().expires_at;
		assert_noop!(ValuationOracle::join(signed(STRANGER), FEED, 0), Error::<Test>::NotOperator);
		assert_bad_origins(|origin| ValuationOracle::join(origin, FEED, 0), &[ROOT()]);
		closes_at(expires_at, Error::WrongStatus, || join(0));
		Today::set(NOW);
		let bond = Operators::<Test>::get(OPERATOR).unwrap().bond;
		drop(ValuationOracle::take_bond(OPERATOR, bond - terms().min_bond + 1));
		assert_noop!(join(0), Error::<Test>::BondTooLow);
		assert_ok!(ValuationOracle::bond(signed(OPERATOR), 1));
		assert_ok!(ValuationOracle::propose_model(signed(OPERATOR), card(0)));
		assert_noop!(ValuationOracle::join(signed(OPERATOR), FEED, 1), Error::<Test>::WrongStatus);
		assert_ok!(join(0));
	});
}

#[test]
fn a_model_stays_within_its_scope() {
	feed().build_and_execute(|| {
		let out = |change: fn(&mut ModelCard)| {
			let model = model_with(change);
			assert_noop!(
				ValuationOracle::join(signed(OPERATOR), FEED, model),
				Error::<Test>::OutOfScope
			);
		};
		out(|card| card.metric = Metric::Rent);
		out(|card| card.unit = cadastre_primitives::Unit::Fiat(*b"EUR"));
		out(|card| card.decimals = 3);
		out(|card| card.classes = vec![AssetClass::Debt].try_into().unwrap());
		out(|card| card.countries = CountrySet::from_codes([*b"DE"]));
		let anywhere = model_with(|card| card.countries = None);
		assert_ok!(ValuationOracle::join(signed(OPERATOR), FEED, anywhere));
		// What is of no country is in no set of countries.
		let stateless = FeedId { asset: 8, ..FEED };
		assert_ok!(ValuationOracle::open_feed(signed(ISSUER), stateless, 2, policy()));
		let join = |model| ValuationOracle::join(signed(OPERATOR), stateless, model);
		let bonds =
			|card: &mut ModelCard| card.classes = vec![AssetClass::Debt].try_into().unwrap();
		let swiss = model_with(bonds);
		assert_noop!(join(swiss), Error::<Test>::OutOfScope);
		let anywhere = model_with(|card| {
			bonds(card);
			card.countries = None;
		});
		assert_ok!(join(anywhere));
		assert!(Feeds::<Test>::contains_key(stateless));
		assert_noop!(
			ValuationOracle::join(signed(OPERATOR), FeedId { asset: 9, ..FEED }, anywhere),
			Error::<Test>::UnknownFeed
		);
	});
}

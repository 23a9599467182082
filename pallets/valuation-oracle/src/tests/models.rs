// SPDX-License-Identifier: Apache-2.0

//! `propose_model`, `approve_model`, `suspend_model`, `retire_model` and `remove_model`.

use super::*;
use crate::{math::MIN_WEIGHT, rules::MAX_PERIOD, Cards, Models, NextModelId, Operators, Scores};
use cadastre_primitives::{ModelCard, ModelStatus, Unit};
use sp_core::H256;

const WHO: u64 = OPERATOR;

fn bonded() -> ExtBuilder {
	ExtBuilder::default()
}

fn propose(card: ModelCard) -> DispatchResult {
	ValuationOracle::propose_model(signed(WHO), card)
}

fn approve(expires_at: u64) -> DispatchResult {
	ValuationOracle::approve_model(ROOT(), 0, expires_at)
}

fn status() -> ModelStatus {
	Models::<Test>::get(0).unwrap().status
}

#[test]
fn a_model_is_proposed_with_its_card() {
	bonded().build_and_execute(|| {
		assert_ok!(ValuationOracle::bond(signed(WHO), BOND));
		assert_ok!(propose(card(1)));
		assert_last(Event::ModelProposed {
			model: 0,
			operator: WHO,
			artefact: DIGEST,
			card: DIGEST,
		});
		let info = ValuationOracle::model(0).unwrap();
		assert_eq!((info.operator, info.status), (WHO, ModelStatus::Proposed));
		assert_eq!((info.weight, info.seats, info.disputes), (MIN_WEIGHT, 0, 0));
		assert_eq!(info.card, card(1));
		assert_eq!(Operators::<Test>::get(WHO).unwrap().models, 1);
		assert_eq!(held(WHO), [BOND, 0, DEPOSIT]);
		assert_ok!(propose(card(2)));
		assert_eq!(NextModelId::<Test>::get(), 2);
	});
}

#[test]
fn only_a_bonded_operator_proposes() {
	bonded().build_and_execute(|| {
		assert_noop!(propose(card(1)), Error::<Test>::NotOperator);
		assert_noop!(
			ValuationOracle::propose_model(signed(STRANGER), card(1)),
			Error::<Test>::NotOperator
		);
		assert_bad_origins(|origin| ValuationOracle::propose_model(origin, card(1)), &[ROOT()]);
		assert_ok!(ValuationOracle::bond(signed(WHO), terms().min_bond - 1));
		assert_noop!(propose(card(1)), Error::<Test>::BondTooLow);
		assert_ok!(ValuationOracle::bond(signed(WHO), 1));
		assert_ok!(propose(card(1)));
	});
}

#[test]
fn a_card_says_what_it_has_to() {
	bonded().build_and_execute(|| {
		assert_ok!(ValuationOracle::bond(signed(WHO), BOND));
		let bad = |change: fn(&mut ModelCard)| {
			let mut card = card(1);
			change(&mut card);
			assert_noop!(propose(card), Error::<Test>::BadCard);
		};
		bad(|card| card.artefact = H256::zero());
		bad(|card| card.code = H256::zero());
		bad(|card| card.training_data = H256::zero());
		bad(|card| card.card = H256::zero());
		bad(|card| card.uri = Default::default());
		bad(|card| card.uri = b"a b".to_vec().try_into().unwrap());
		bad(|card| card.classes = Default::default());
		bad(|card| card.metrics.coverage = 1_000_001);
		bad(|card| card.metrics.within_ten = 1_000_001);
		bad(|card| card.metrics.tested_until = card.metrics.tested_from - 1);
		let ratio = ModelCard { unit: Unit::Ratio, ..card(1) };
		assert_noop!(propose(ratio), Error::<Test>::WrongUnit);
		let fine = ModelCard { decimals: 13, ..card(1) };
		assert_noop!(propose(fine), Error::<Test>::WrongUnit);
	});
}

#[test]
fn an_approval_has_an_end() {
	bonded().build_and_execute(|| {
		assert_noop!(approve(NOW + 1), Error::<Test>::UnknownModel);
		assert_ok!(ValuationOracle::bond(signed(WHO), BOND));
		assert_ok!(propose(card(1)));
		for bad in [0, NOW - 1, NOW, NOW + MAX_PERIOD + 1] {
			assert_noop!(approve(bad), Error::<Test>::InvalidPeriod);
		}
		assert_ok!(in_vain(|| approve(NOW + 1)));
		assert_ok!(approve(NOW + MAX_PERIOD));
		assert_last(Event::ModelApproved { model: 0, expires_at: NOW + MAX_PERIOD });
		let model = Models::<Test>::get(0).unwrap();
		assert!(model.reports(NOW + MAX_PERIOD - 1));
		assert!(!model.reports(NOW + MAX_PERIOD) && !model.reports(NOW + MAX_PERIOD + 1));
		assert_bad_origins(
			|origin| ValuationOracle::approve_model(origin, 0, NOW + 1),
			&[signed(WHO), signed(ISSUER)],
		);
	});
}

#[test]
fn a_model_is_suspended_and_begins_anew() {
	three().answered(&[10_000; 3]).build_and_execute(|| {
		let suspend = || ValuationOracle::suspend_model(ROOT(), 0, DIGEST);
		Today::mutate(|now| *now += 1);
		assert_ok!(ValuationOracle::record_outcome(
			signed(APPRAISER),
			FEED,
			10_000,
			Today::get(),
			DIGEST
		));
		assert_ok!(ValuationOracle::score(signed(STRANGER), FEED, 0, 0));
		assert_eq!(Models::<Test>::get(0).unwrap().weight, 250);
		// A renewal keeps the record.
		assert_ok!(approve(Today::get() + 10_000));
		assert_eq!(Models::<Test>::get(0).unwrap().weight, 250);
		assert_ok!(suspend());
		assert_last(Event::ModelSuspended { model: 0, reason: DIGEST });
		assert_eq!(status(), ModelStatus::Suspended);
		assert_noop!(suspend(), Error::<Test>::WrongStatus);
		open();
		assert_noop!(commit(0, 10_000), Error::<Test>::WrongStatus);
		assert_ok!(approve(Today::get() + 10_000));
		assert_eq!(Models::<Test>::get(0).unwrap().weight, MIN_WEIGHT);
		assert!(Scores::<Test>::get(0).is_empty());
		assert_ok!(commit(0, 10_000));
		assert_bad_origins(
			|origin| ValuationOracle::suspend_model(origin, 0, DIGEST),
			&[signed(WHO), signed(ISSUER)],
		);
		assert_noop!(
			ValuationOracle::suspend_model(ROOT(), 9, DIGEST),
			Error::<Test>::UnknownModel
		);
	});
}

#[test]
fn a_retired_model_is_removed_when_nothing_needs_it() {
	three().build_and_execute(|| {
		let retire = || ValuationOracle::retire_model(signed(WHO), 0);
		let remove = || ValuationOracle::remove_model(signed(WHO), 0);
		assert_noop!(remove(), Error::<Test>::WrongStatus);
		assert_noop!(
			ValuationOracle::retire_model(signed(operator(1)), 0),
			Error::<Test>::NotOperator
		);
		assert_ok!(retire());
		assert_last(Event::ModelRetired { model: 0 });
		assert_noop!(retire(), Error::<Test>::WrongStatus);
		assert_noop!(approve(NOW + 1), Error::<Test>::WrongStatus);
		assert_noop!(remove(), Error::<Test>::StillInUse);
		assert_ok!(ValuationOracle::leave(signed(WHO), FEED, 0));
		assert_noop!(
			ValuationOracle::remove_model(signed(operator(1)), 0),
			Error::<Test>::NotOperator
		);
		assert_ok!(remove());
		assert_last(Event::ModelRemoved { model: 0 });
		assert!(!Models::<Test>::contains_key(0) && !Cards::<Test>::contains_key(0));
		assert_eq!(held(WHO), [BOND, 0, 0]);
		assert_noop!(remove(), Error::<Test>::UnknownModel);
		// Its id does not come back.
		assert_ok!(propose(card(0)));
		assert_eq!(ValuationOracle::model(0), None);
		assert!(ValuationOracle::model(3).is_some());
	});
}

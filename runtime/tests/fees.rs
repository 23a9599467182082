// SPDX-License-Identifier: Apache-2.0

//! What a transaction costs, and who gets it.

mod common;

use cadastre_primitives::token::UNIT;
use cadastre_runtime::{
	configs::{
		chain_governance::TreasuryAccount,
		monetary::{CollatorPot, WeightFee, CENT, MILLICENT},
		parameters::{
			dynamic_params, BytePrice, MinPackNotice, BYTE_PRICE_BOUNDS, PACK_NOTICE_BOUNDS,
		},
	},
	Balances, Executive, OriginCaller, Parameters, Runtime, RuntimeCall, RuntimeOrigin,
	RuntimeParameters,
};
use common::{apply, begin_block, chain, signed, signed_with_tip};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::GetDispatchInfo,
	traits::Get,
	weights::{constants::ExtrinsicBaseWeight, Weight, WeightToFee},
};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::{transaction_validity::TransactionSource, DispatchError};
use std::time::{Duration, Instant};

#[test]
fn the_treasury_gets_four_fifths_of_a_fee_and_the_pot_the_rest() {
	chain("development").execute_with(|| {
		begin_block(1);
		let (treasury, pot) = (TreasuryAccount::get(), CollatorPot::get());
		let before =
			[Alice.to_account_id(), treasury.clone(), pot.clone()].map(Balances::free_balance);
		let call: RuntimeCall = pallet_balances::Call::transfer_keep_alive {
			dest: Bob.to_account_id().into(),
			value: UNIT,
		}
		.into();
		assert_ok!(apply(signed(Alice, 0, call)).unwrap());
		let after = [Alice.to_account_id(), treasury, pot].map(Balances::free_balance);
		let fee = before[0] - after[0] - UNIT;
		assert!(fee > CENT / 10 && fee < 10 * CENT, "{fee}");
		assert_eq!(after[1] - before[1] + after[2] - before[2], fee);
		assert!((after[1] - before[1]).abs_diff(fee * 4 / 5) <= 1);
	});
}

#[test]
fn a_weight_costs_its_time_or_its_proof_whichever_is_more() {
	let base = ExtrinsicBaseWeight::get().ref_time();
	let fee = |time, proof| WeightFee::weight_to_fee(&Weight::from_parts(time, proof));
	assert_eq!(fee(0, 0), 0);
	assert_eq!(fee(base, 0), CENT / 10);
	assert_eq!(fee(0, 600), CENT / 10);
	assert_eq!(fee(base, 1_200), CENT / 5);
	assert_eq!(fee(3 * base, 1_200), 3 * CENT / 10);
	assert_ne!(fee(u64::MAX, u64::MAX), 0);
}

fn byte_price(price: u128) -> RuntimeParameters {
	RuntimeParameters::Fees(dynamic_params::fees::Parameters::BytePrice(
		dynamic_params::fees::BytePrice,
		Some(price),
	))
}

fn pack_notice(seconds: u64) -> RuntimeParameters {
	RuntimeParameters::Compliance(dynamic_params::compliance::Parameters::MinPackNotice(
		dynamic_params::compliance::MinPackNotice,
		Some(seconds),
	))
}

#[test]
fn parameters_stay_within_their_bounds_whatever_is_voted() {
	chain("development").execute_with(|| {
		assert_eq!(BytePrice::get(), MILLICENT);
		for (voted, read) in [
			(0, BYTE_PRICE_BOUNDS.0),
			(BYTE_PRICE_BOUNDS.0, BYTE_PRICE_BOUNDS.0),
			(BYTE_PRICE_BOUNDS.0 + 1, BYTE_PRICE_BOUNDS.0 + 1),
			(BYTE_PRICE_BOUNDS.1, BYTE_PRICE_BOUNDS.1),
			(u128::MAX, BYTE_PRICE_BOUNDS.1),
		] {
			assert_ok!(Parameters::set_parameter(RuntimeOrigin::root(), byte_price(voted)));
			assert_eq!(BytePrice::get(), read);
		}
		for (voted, read) in [(0, 0), (1, 1), (u64::MAX, PACK_NOTICE_BOUNDS.1)] {
			assert_ok!(Parameters::set_parameter(RuntimeOrigin::root(), pack_notice(voted)));
			assert_eq!(MinPackNotice::get(), read);
		}
	});
}

#[test]
fn each_parameter_has_the_track_of_its_subject() {
	use cadastre_runtime::configs::chain_governance::Origin;
	chain("development").execute_with(|| {
		let treasurer = || RuntimeOrigin::from(Origin::Treasurer);
		let compliance = || RuntimeOrigin::from(Origin::ComplianceAdmin);
		assert_ok!(Parameters::set_parameter(treasurer(), byte_price(MILLICENT)));
		assert_ok!(Parameters::set_parameter(compliance(), pack_notice(60)));
		for (origin, parameter) in [
			(treasurer(), pack_notice(60)),
			(compliance(), byte_price(MILLICENT)),
			(RuntimeOrigin::signed(Alice.to_account_id()), byte_price(MILLICENT)),
		] {
			assert_noop!(Parameters::set_parameter(origin, parameter), DispatchError::BadOrigin);
		}
	});
}

/// Who pays more gets in first: nobody who floods the chain at the lowest price holds up who tips.
#[test]
fn a_tip_raises_the_priority_of_a_transaction() {
	chain("development").execute_with(|| {
		begin_block(1);
		let priority = |tip| {
			let call = frame_system::Call::remark { remark: vec![] }.into();
			let transaction = signed_with_tip(Alice, 0, call, tip);
			let source = TransactionSource::External;
			let valid = Executive::validate_transaction(source, transaction, Default::default());
			valid.expect("Alice can pay").priority
		};
		let priorities = [0, MILLICENT, CENT, UNIT].map(priority);
		assert!(priorities.is_sorted_by(|less, more| less < more), "{priorities:?}");
	});
}

/// Each level asks the next one for its weight once. Were it to ask twice, the time would double with
/// each level, and a small transaction could stop every node that sees it.
#[test]
fn weighing_nested_calls_takes_no_exponential_time() {
	use pallet_utility::Call as Utility;
	type Wrap = fn(Box<RuntimeCall>) -> RuntimeCall;
	fn remark() -> RuntimeCall {
		frame_system::Call::remark { remark: vec![] }.into()
	}
	fn signer() -> Box<OriginCaller> {
		Box::new(frame_system::RawOrigin::Signed(Bob.to_account_id()).into())
	}
	let wraps: [(&str, Wrap); 11] = [
		("batch", |call| Utility::batch { calls: vec![*call] }.into()),
		("batch_all", |call| Utility::batch_all { calls: vec![*call] }.into()),
		("force_batch", |call| Utility::force_batch { calls: vec![*call] }.into()),
		("as_derivative", |call| Utility::as_derivative { index: 0, call }.into()),
		("if_else", |main| Utility::if_else { main, fallback: Box::new(remark()) }.into()),
		("if_else, the alternative", |fallback| {
			Utility::if_else { main: Box::new(remark()), fallback }.into()
		}),
		("dispatch_as", |call| Utility::dispatch_as { as_origin: signer(), call }.into()),
		("with_weight", |call| Utility::with_weight { call, weight: Weight::zero() }.into()),
		("proxy", |call| {
			let real = Bob.to_account_id().into();
			pallet_proxy::Call::<Runtime>::proxy { real, force_proxy_type: None, call }.into()
		}),
		("multisig", |call| {
			let other_signatories = vec![Bob.to_account_id()];
			pallet_multisig::Call::<Runtime>::as_multi_threshold_1 { other_signatories, call }
				.into()
		}),
		("committee", |proposal| {
			let length_bound = 10_000;
			RuntimeCall::TechnicalCommittee(pallet_collective::Call::execute {
				proposal,
				length_bound,
			})
		}),
	];
	for (name, wrap) in wraps {
		let mut call = remark();
		for level in 1..=128 {
			call = wrap(Box::new(call));
			let start = Instant::now();
			let _ = call.get_dispatch_info();
			assert!(start.elapsed() < Duration::from_secs(2), "{name}, at level {level}");
		}
	}
}

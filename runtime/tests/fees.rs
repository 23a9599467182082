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
	Balances, Parameters, RuntimeCall, RuntimeOrigin, RuntimeParameters,
};
use common::{apply, begin_block, chain, signed};
use frame_support::{
	assert_noop, assert_ok,
	traits::Get,
	weights::{constants::ExtrinsicBaseWeight, Weight, WeightToFee},
};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::DispatchError;

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

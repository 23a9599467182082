// SPDX-License-Identifier: Apache-2.0

#![allow(clippy::arithmetic_side_effects)]

mod approve;
mod checkpoints;
mod conformance;
mod convert;
mod cost;
mod counters;
mod deny;
mod findings;
mod forced;
mod holders;
mod holds;
mod invariants;
mod issue;
mod lots;
mod orders;
mod prune;
mod redeem;
mod register;
mod report;
mod set_pack;
mod split;
mod standing;
mod transfer;
mod transfer_from;
mod views;

use crate::{mock::*, Book, Books, Error, Event, Position, Positions, WeightInfo};
use cadastre_primitives::{
	AssetId, Balance, Country, CountryCode, Effects, Eligibility, Flags, InvestorId, Moment,
};
use codec::MaxEncodedLen;
use frame_support::{assert_storage_noop, dispatch::DispatchResultWithPostInfo, weights::Weight};
use sp_runtime::{AccountId32, DispatchError};
use standing::{add_frozen, remove_frozen, set_halted};

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn book(asset: AssetId) -> Book<AccountId> {
	Books::<Test>::get(asset).unwrap()
}

/// What is stored, as opposed to what reads as zero.
fn stored(asset: AssetId, investor: InvestorId) -> Option<Balance> {
	Positions::<Test>::try_get(asset, investor).ok().map(|position| position.owned())
}

fn position(asset: AssetId, investor: InvestorId) -> Position {
	Positions::<Test>::get(asset, investor)
}

/// The one event since the last time, which there must be.
#[track_caller]
fn one_event(event: Event<Test>) {
	let events: Vec<_> = System::events().into_iter().map(|record| record.event).collect();
	let ours: Vec<_> =
		events.into_iter().filter(|event| matches!(event, RuntimeEvent::Shares(_))).collect();
	assert_eq!(ours, [event.into()]);
	System::reset_events();
}

/// Sets the clock, in seconds after the beginning of the test.
fn at(seconds: Moment) {
	Now::set(OPENED + seconds);
}

/// States a country and flags of an investor.
fn state(investor: InvestorId, country: CountryCode, flags: Flags) {
	let residence = Country::from_code(country).unwrap();
	let word = Eligibility { residence, flags, ..Default::default() };
	Words::mutate(|words| words.insert(investor, word));
}

/// Every movement from now on locks up what is received until so many seconds after the beginning.
fn lock_until(seconds: Option<Moment>) {
	let locked_until = seconds.map(|seconds| OPENED + seconds);
	Leaves::set(Effects { locked_until, ..Leaves::get() });
}

/// How many random cases a property is tried on: many where the code is optimised.
const fn cases(optimised: u32, unoptimised: u32) -> u32 {
	if cfg!(debug_assertions) {
		unoptimised
	} else {
		optimised
	}
}

/// The call is refused with this error, changes nothing, and is charged for the examination alone.
#[track_caller]
fn refuses(call: impl FnOnce() -> DispatchResultWithPostInfo, error: impl Into<DispatchError>) {
	let charged = charged_for(call, error);
	let (plain, dear) =
		(<() as WeightInfo>::transfer_refused(), <() as WeightInfo>::transfer_refused_dear());
	assert!([Some(plain), Some(dear)].contains(&charged), "{charged:?}");
}

/// The call is refused with this error and changes nothing. Answers what it is charged.
// The macro takes an expression and answers nothing.
#[allow(clippy::needless_late_init)]
#[track_caller]
fn charged_for(
	call: impl FnOnce() -> DispatchResultWithPostInfo,
	error: impl Into<DispatchError>,
) -> Option<Weight> {
	let result;
	assert_storage_noop!(result = call());
	let refused = result.unwrap_err();
	assert_eq!(refused.error, error.into());
	refused.post_info.actual_weight
}

#[test]
fn the_book_keeps_to_its_256_bytes() {
	assert!(Book::<AccountId32>::max_encoded_len() <= 256);
}

#[test]
fn the_position_keeps_to_its_128_bytes() {
	assert!(Position::max_encoded_len() <= 128);
}

// SPDX-License-Identifier: Apache-2.0

#![allow(clippy::arithmetic_side_effects)]

mod cost;
mod findings;
mod invariants;
mod issue;
mod orders;
mod redeem;
mod register;
mod report;
mod set_pack;
mod transfer;
mod views;

use crate::{mock::*, Book, Books, Position, Positions, WeightInfo};
use cadastre_primitives::{AssetId, Balance, InvestorId};
use codec::MaxEncodedLen;
use frame_support::{assert_storage_noop, dispatch::DispatchResultWithPostInfo};
use sp_runtime::{AccountId32, DispatchError};

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

/// The call is refused with this error, changes nothing, and is charged for the examination alone.
// The macro takes an expression and answers nothing.
#[allow(clippy::needless_late_init)]
#[track_caller]
fn refuses(call: impl FnOnce() -> DispatchResultWithPostInfo, error: impl Into<DispatchError>) {
	let result;
	assert_storage_noop!(result = call());
	let refused = result.unwrap_err();
	assert_eq!(refused.error, error.into());
	assert_eq!(refused.post_info.actual_weight, Some(<() as WeightInfo>::transfer_refused()));
}

#[test]
fn the_book_keeps_to_its_256_bytes() {
	assert!(Book::<AccountId32>::max_encoded_len() <= 256);
}

#[test]
fn the_position_keeps_to_its_128_bytes() {
	assert!(Position::max_encoded_len() <= 128);
}

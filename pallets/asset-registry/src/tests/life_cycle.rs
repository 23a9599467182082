// SPDX-License-Identifier: Apache-2.0

//! Every call in every status, as the chain answers it.

use super::*;
use crate::Error;
use cadastre_primitives::{
	AssetStatus::{self, *},
	BookStatus,
};
use frame_support::{assert_ok, hypothetically};

type Call = fn() -> DispatchResult;

/// The calls on an asset that exists, and the status after each, in the order of the columns:
/// Draft, Verified, Active, Suspended, Retired. None: the call is refused.
#[rustfmt::skip]
const TABLE: [(&str, Call, [Option<AssetStatus>; 5]); 6] = [
	("file_paper", || file(ISSUER, 0, None),
		[Some(Draft), Some(Verified), Some(Active), Some(Suspended), None]),
	("verify", || AssetRegistry::verify(signed(VERIFIER), 0, 1),
		[Some(Verified), None, None, None, None]),
	("activate", || AssetRegistry::activate(signed(ISSUER), 0),
		[None, Some(Active), None, None, None]),
	("suspend", || AssetRegistry::suspend(ROOT(), 0, DIGEST),
		[None, None, Some(Suspended), None, None]),
	("resume", || AssetRegistry::resume(ROOT(), 0),
		[None, None, None, Some(Active), None]),
	("retire", || AssetRegistry::retire(signed(ISSUER), 0),
		[Some(Retired), Some(Retired), Some(Retired), None, None]),
];

const STATUSES: [AssetStatus; 5] = [Draft, Verified, Active, Suspended, Retired];

#[test]
fn every_call_in_every_status() {
	for (column, before) in STATUSES.into_iter().enumerate() {
		ExtBuilder::default().asset(before, 1).build_and_execute(|| {
			for (name, call, row) in TABLE {
				let Some(after) = row[column] else {
					assert_noop!(call(), Error::<Test>::WrongStatus);
					continue;
				};
				hypothetically!({
					assert_ok!(call());
					assert_eq!(status(0), after, "{name} in {before:?}");
					assert_ok!(AssetRegistry::do_try_state());
				});
			}
			let removed = AssetRegistry::remove(signed(ISSUER), 0, 1);
			assert_eq!(removed.is_ok(), before == Retired);
			assert_eq!(AssetRegistry::asset(0).is_none(), before == Retired);
		});
	}
}

#[test]
fn the_book_follows_the_asset() {
	let books = [
		BookStatus::Closed,
		BookStatus::Closed,
		BookStatus::Open,
		BookStatus::Suspended,
		BookStatus::WindingUp,
	];
	for (asset, book) in STATUSES.into_iter().zip(books) {
		ExtBuilder::default().asset(asset, 1).build_and_execute(|| {
			assert_eq!(book_status(0), book, "{asset:?}");
		});
	}
}

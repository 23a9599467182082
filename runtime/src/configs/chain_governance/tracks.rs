// SPDX-License-Identifier: Apache-2.0

//! The tracks of referenda: who may do what, after how long, with which majority.
//!
//! Periods are blocks of the relay chain (6 s). The same deposits and majorities hold on every chain
//! that runs this wasm; the periods are so many times shorter as the [`Pace`] of the chain says, which
//! is 1 but on chains for tests.

use super::{pallet_custom_origins::Origin, Pace};
use crate::{Balance, BlockNumber, OriginCaller, DAYS, HOURS, MINUTES};
use alloc::borrow::Cow;
use cadastre_primitives::token::UNIT;
use frame_system::RawOrigin;
use pallet_referenda::{Curve, Track, TrackInfo};
use sp_arithmetic::FixedI64;
use sp_runtime::str_array;

const fn percent(x: u128) -> FixedI64 {
	FixedI64::from_rational(x, 100)
}

/// From 100 % to half of the votes; quickly below 80 %.
const APPROVAL_STRONG: Curve =
	Curve::make_reciprocal(4, 28, percent(80), percent(50), percent(100));
/// From 100 % to half of the votes, evenly.
const APPROVAL_EVEN: Curve = Curve::make_linear(17, 28, percent(50), percent(100));
/// From half of the issuance to none, evenly.
const SUPPORT_STRONG: Curve = Curve::make_linear(28, 28, percent(0), percent(50));
/// From half of the issuance to none; quickly below 10 %.
const SUPPORT_ADMIN: Curve = Curve::make_reciprocal(7, 28, percent(10), percent(0), percent(50));
/// From half of the issuance to none; quickly below 1 %.
const SUPPORT_EASY: Curve = Curve::make_reciprocal(12, 28, percent(1), percent(0), percent(50));
/// From a fifth of the issuance to a twentieth, within a day.
const SUPPORT_WHITELISTED: Curve =
	Curve::make_reciprocal(1, 28, percent(20), percent(5), percent(50));

/// Id of the track of an origin. Ids are never reused.
pub type TrackId = u16;

const ROOT: TrackId = 0;
const WHITELISTED_CALLER: TrackId = 1;
const TREASURER: TrackId = 10;
const COMPLIANCE_ADMIN: TrackId = 11;
const ASSET_ADMIN: TrackId = 12;
const MODEL_ADMIN: TrackId = 13;
const REFERENDUM_CANCELLER: TrackId = 20;
const REFERENDUM_KILLER: TrackId = 21;

/// The tracks, by id, of a chain whose pace is 1.
const TRACKS: [Track<TrackId, Balance, BlockNumber>; 8] = [
	Track {
		id: ROOT,
		info: TrackInfo {
			name: str_array("root"),
			max_deciding: 1,
			decision_deposit: 10_000 * UNIT,
			prepare_period: 2 * HOURS,
			decision_period: 28 * DAYS,
			confirm_period: DAYS,
			min_enactment_period: DAYS,
			min_approval: APPROVAL_STRONG,
			min_support: SUPPORT_STRONG,
		},
	},
	Track {
		id: WHITELISTED_CALLER,
		info: TrackInfo {
			name: str_array("whitelisted_caller"),
			max_deciding: 100,
			decision_deposit: 1_000 * UNIT,
			prepare_period: 30 * MINUTES,
			decision_period: 28 * DAYS,
			confirm_period: 10 * MINUTES,
			min_enactment_period: 10 * MINUTES,
			min_approval: APPROVAL_STRONG,
			min_support: SUPPORT_WHITELISTED,
		},
	},
	Track {
		id: TREASURER,
		info: TrackInfo {
			name: str_array("treasurer"),
			max_deciding: 10,
			decision_deposit: 1_000 * UNIT,
			prepare_period: 2 * HOURS,
			decision_period: 28 * DAYS,
			confirm_period: 7 * DAYS,
			min_enactment_period: DAYS,
			min_approval: APPROVAL_STRONG,
			min_support: SUPPORT_STRONG,
		},
	},
	Track {
		id: COMPLIANCE_ADMIN,
		info: TrackInfo {
			name: str_array("compliance_admin"),
			max_deciding: 10,
			decision_deposit: 500 * UNIT,
			prepare_period: 2 * HOURS,
			decision_period: 14 * DAYS,
			confirm_period: 3 * HOURS,
			min_enactment_period: 10 * MINUTES,
			min_approval: APPROVAL_STRONG,
			min_support: SUPPORT_ADMIN,
		},
	},
	Track {
		id: ASSET_ADMIN,
		info: TrackInfo {
			name: str_array("asset_admin"),
			max_deciding: 10,
			decision_deposit: 500 * UNIT,
			prepare_period: 2 * HOURS,
			decision_period: 14 * DAYS,
			confirm_period: DAYS,
			min_enactment_period: 3 * HOURS,
			min_approval: APPROVAL_STRONG,
			min_support: SUPPORT_ADMIN,
		},
	},
	Track {
		id: MODEL_ADMIN,
		info: TrackInfo {
			name: str_array("model_admin"),
			max_deciding: 10,
			decision_deposit: 500 * UNIT,
			prepare_period: 2 * HOURS,
			decision_period: 14 * DAYS,
			confirm_period: DAYS,
			min_enactment_period: 3 * HOURS,
			min_approval: APPROVAL_STRONG,
			min_support: SUPPORT_ADMIN,
		},
	},
	Track {
		id: REFERENDUM_CANCELLER,
		info: TrackInfo {
			name: str_array("referendum_canceller"),
			max_deciding: 100,
			decision_deposit: 1_000 * UNIT,
			prepare_period: 2 * HOURS,
			decision_period: 7 * DAYS,
			confirm_period: 3 * HOURS,
			min_enactment_period: 10 * MINUTES,
			min_approval: APPROVAL_EVEN,
			min_support: SUPPORT_EASY,
		},
	},
	Track {
		id: REFERENDUM_KILLER,
		info: TrackInfo {
			name: str_array("referendum_killer"),
			max_deciding: 100,
			decision_deposit: 5_000 * UNIT,
			prepare_period: 2 * HOURS,
			decision_period: 28 * DAYS,
			confirm_period: 3 * HOURS,
			min_enactment_period: 10 * MINUTES,
			min_approval: APPROVAL_EVEN,
			min_support: SUPPORT_EASY,
		},
	},
];

/// The track of a chain with this pace.
fn at_pace(
	track: &'static Track<TrackId, Balance, BlockNumber>,
	pace: Pace,
) -> Cow<'static, Track<TrackId, Balance, BlockNumber>> {
	if pace.is_usual() {
		return Cow::Borrowed(track);
	}
	let mut track = track.clone();
	for period in [
		&mut track.info.prepare_period,
		&mut track.info.decision_period,
		&mut track.info.confirm_period,
		&mut track.info.min_enactment_period,
	] {
		*period = pace.of(*period);
	}
	Cow::Owned(track)
}

/// The tracks of this chain. Whoever asks for their periods reads the pace once.
pub struct TracksInfo;

impl pallet_referenda::TracksInfo<Balance, BlockNumber> for TracksInfo {
	type Id = TrackId;
	type RuntimeOrigin = OriginCaller;

	fn tracks() -> impl Iterator<Item = Cow<'static, Track<Self::Id, Balance, BlockNumber>>> {
		let pace = Pace::get();
		TRACKS.iter().map(move |track| at_pace(track, pace))
	}

	// Reads nothing, unlike `tracks`.
	fn track_ids() -> impl Iterator<Item = Self::Id> {
		TRACKS.iter().map(|track| track.id)
	}

	fn track_for(id: &Self::RuntimeOrigin) -> Result<Self::Id, ()> {
		match id {
			OriginCaller::system(RawOrigin::Root) => Ok(ROOT),
			OriginCaller::Origins(origin) => Ok(match origin {
				Origin::WhitelistedCaller => WHITELISTED_CALLER,
				Origin::Treasurer => TREASURER,
				Origin::ComplianceAdmin => COMPLIANCE_ADMIN,
				Origin::AssetAdmin => ASSET_ADMIN,
				Origin::ModelAdmin => MODEL_ADMIN,
				Origin::ReferendumCanceller => REFERENDUM_CANCELLER,
				Origin::ReferendumKiller => REFERENDUM_KILLER,
			}),
			_ => Err(()),
		}
	}
}

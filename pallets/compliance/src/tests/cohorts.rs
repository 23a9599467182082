// SPDX-License-Identifier: Apache-2.0

//! What a sandbox cohort says to movements.

use crate::{mock::*, *};
use cadastre_primitives::{
	traits::Gatekeeper, AssetId, Effects, Facts, Failure, Kind, Reason, Side,
};
use frame_support::{assert_noop, assert_ok};

pub(super) const SUPERVISOR: AccountId = 30;
pub(super) const FROM: u64 = START + 100;
pub(super) const UNTIL: u64 = START + 200;

pub(super) fn limits() -> CohortLimits {
	CohortLimits { investors: 2, assets: 2, volume: 12, value: 1_000, from: FROM, until: UNTIL }
}

/// Cohort 0 of [`SUPERVISOR`] with investor 1 and asset 0, which follows pack 0. Not open yet.
pub(super) fn with_cohort() -> sp_io::TestExternalities {
	let pack = rules(&[Rule::Cohort { cohort: 0 }], &[]);
	let mut ext = ExtBuilder::default()
		.with_pack(pack)
		.with_pack(kyc())
		.with_investors(&[ALICE, BOB, CAROL])
		.build();
	ext.execute_with(|| {
		assert_ok!(Compliance::create_cohort(root(), SUPERVISOR, limits()));
		assert_ok!(Compliance::add_member(signed(SUPERVISOR), 0, 1));
		assert_ok!(Compliance::set_asset_value(signed(SUPERVISOR), 0, 0, 600));
		System::reset_events();
	});
	ext
}

/// The same, open, with the invariants checked afterwards.
pub(super) fn in_cohort(test: impl FnOnce()) {
	with_cohort().execute_with(|| {
		Now::set(FROM);
		test();
		assert_ok!(Compliance::do_try_state());
	});
}

pub(super) fn movement(kind: Kind, asset: AssetId, to: AccountId) -> Facts {
	Facts { asset, ..facts(kind, ALICE, to) }
}

fn ask(facts: &Facts) -> (Vec<Failure>, Effects) {
	let (failures, effects) =
		<Compliance as Gatekeeper<AccountId>>::examine(0, facts, &Counters::default());
	(failures.into_inner(), effects)
}

pub(super) fn reasons(facts: &Facts) -> Vec<Reason> {
	ask(facts).0.into_iter().map(|failure| failure.reason).collect()
}

fn failure(reason: Reason, side: Side, needed: u128, found: u128) -> Failure {
	Failure { reason, rule: Some(0), side, needed, found }
}

#[test]
fn is_open_from_its_first_second_to_its_last() {
	with_cohort().execute_with(|| {
		let facts = movement(Kind::Transfer, 0, BOB);
		for (now, found) in [
			(FROM - 1, Some(FROM)),
			(FROM, None),
			(FROM + 1, None),
			(UNTIL - 1, None),
			(UNTIL, Some(UNTIL)),
			(UNTIL + 1, Some(UNTIL)),
		] {
			Now::set(now);
			let expected = found
				.map(|found| failure(Reason::CohortNotOpen, Side::Asset, now.into(), found.into()));
			assert_eq!(ask(&facts).0, expected.into_iter().collect::<Vec<_>>(), "at {now}");
		}
	});
}

#[test]
fn lets_members_get_and_anybody_give() {
	in_cohort(|| {
		for kind in [Kind::Issue, Kind::Transfer] {
			assert_eq!(reasons(&movement(kind, 0, BOB)), vec![]);
			let refused = failure(Reason::NotInCohort, Side::Receiver, 0, 0);
			assert_eq!(ask(&movement(kind, 0, CAROL)).0, vec![refused]);
		}
		let stranger = reasons(&movement(Kind::Transfer, 0, DAVE));
		assert_eq!(stranger, vec![Reason::UnknownKey, Reason::NotInCohort]);
	});
}

#[test]
fn never_locks_the_lawful_way() {
	with_cohort().execute_with(|| {
		Now::set(UNTIL);
		for kind in [Kind::Redeem, Kind::Forced, Kind::Cancellation] {
			assert_eq!(ask(&movement(kind, 0, CAROL)), (vec![], Effects::default()));
		}
	});
}

#[test]
fn an_asset_that_the_supervisor_has_not_let_in_does_not_move() {
	in_cohort(|| {
		let refused = failure(Reason::CohortNotOpen, Side::Asset, FROM.into(), 0);
		assert_eq!(ask(&movement(Kind::Transfer, 1, BOB)).0, vec![refused]);
	});
}

#[test]
fn counts_the_volume_up_to_its_cap() {
	in_cohort(|| {
		let of = |amount| Facts { amount, ..movement(Kind::Transfer, 0, BOB) };
		let (failures, effects) = ask(&of(5));
		assert!(failures.is_empty());
		assert_eq!(effects, Effects { cohort: Some(0), dear: true, ..Effects::default() });
		let record = |facts: &Facts| <Compliance as Gatekeeper<AccountId>>::record(facts, &effects);
		assert_ok!(record(&of(5)));
		for (amount, fails) in [(6, false), (7, false), (8, true)] {
			let failures = ask(&of(amount)).0;
			let found = 5 + amount;
			let expected = failure(Reason::CohortVolumeExceeded, Side::Asset, 12, found);
			assert_eq!(failures, if fails { vec![expected] } else { vec![] }, "{amount}");
		}
		assert_noop!(record(&of(8)), Error::<Test>::CohortVolumeExceeded);
		assert_ok!(record(&of(7)));
		let counts = Compliance::cohort(0).unwrap().counts;
		assert_eq!((counts.movements, counts.volume), (2, 12));
		assert_eq!(reasons(&of(u128::MAX)), vec![Reason::CohortVolumeExceeded]);
	});
}

#[test]
fn a_pack_without_a_cohort_records_nothing() {
	in_cohort(|| {
		let facts = movement(Kind::Transfer, 0, BOB);
		let before = Compliance::cohort(0);
		assert_ok!(<Compliance as Gatekeeper<AccountId>>::record(&facts, &Effects::default()));
		assert_eq!(Compliance::cohort(0), before);
	});
}

#[test]
fn a_pack_that_names_no_cohort_that_there_is_lets_nothing_move() {
	let pack = rules(&[Rule::Cohort { cohort: 9 }], &[]);
	ExtBuilder::default().with_pack(pack).with_investors(&[ALICE, BOB]).build_and_execute(|| {
		let found = reasons(&movement(Kind::Transfer, 0, BOB));
		assert_eq!(found, vec![Reason::CohortNotOpen, Reason::NotInCohort]);
		let effects = Effects { cohort: Some(9), ..Effects::default() };
		let facts = movement(Kind::Transfer, 0, BOB);
		assert_noop!(
			<Compliance as Gatekeeper<AccountId>>::record(&facts, &effects),
			Error::<Test>::UnknownCohort
		);
	});
}

#[test]
fn a_pack_names_one_cohort_at_most() {
	ExtBuilder::default().build_and_execute(|| {
		let two = rules(&[Rule::Cohort { cohort: 0 }, Rule::Cohort { cohort: 0 }], &[]);
		assert_noop!(Compliance::publish_pack(signed(AUTHOR), two), Error::<Test>::SeveralCohorts);
	});
}

#[test]
fn the_code_of_the_rule_stays() {
	use codec::Encode;
	assert_eq!(Rule::Cohort { cohort: 1 }.encode(), [20, 1, 0, 0, 0]);
}

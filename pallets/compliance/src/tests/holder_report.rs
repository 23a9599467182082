// SPDX-License-Identifier: Apache-2.0

//! What a pack says of one holder: in force, announced, or not yet published at all.

use crate::{mock::*, *};
use cadastre_primitives::{traits::Gatekeeper, Failure, Flags, Reason, Side};
use frame_support::assert_ok;

fn report(upcoming: bool) -> Vec<(Reason, Option<u8>, Side)> {
	<Compliance as Gatekeeper<AccountId>>::holder_report(0, upcoming, 0)
		.iter()
		.map(|failure| (failure.reason, failure.rule, failure.side))
		.collect()
}

/// KYC, and residence outside Switzerland and the United States of the receiver.
fn outside() -> RuleSet {
	rules(
		&[
			Rule::Required { side: Sides::Both, flags: Flags::KYC },
			Rule::CountryDeny { side: Sides::Receiver, set: 0 },
		],
		&[set(&[*b"CH", *b"US"])],
	)
}

fn with_one() -> ExtBuilder {
	ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE])
}

const UNKNOWN_PACK: (Reason, Option<u8>, Side) = (Reason::UnknownPack, None, Side::Asset);
const DENIED: (Reason, Option<u8>, Side) = (Reason::CountryDenied, Some(1), Side::Receiver);

#[test]
fn says_who_would_be_locked_out_before_it_happens() {
	with_one().build_and_execute(|| {
		let at = START + NOTICE;
		assert_eq!(report(true), vec![UNKNOWN_PACK]);
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, outside(), at));
		for (now, in_force, upcoming) in [
			(at - 1, vec![], vec![DENIED]),
			(at, vec![DENIED], vec![UNKNOWN_PACK]),
			(at + 1, vec![DENIED], vec![UNKNOWN_PACK]),
		] {
			Now::set(now);
			assert_eq!(report(false), in_force, "at {now}");
			assert_eq!(report(true), upcoming, "at {now}");
			assert_eq!(Compliance::upcoming_pack(0).is_some(), now < at);
			let view = Compliance::pack_report(0, false, 0);
			assert_eq!(view.len(), in_force.len());
		}
	});
}

#[test]
fn tries_rules_out_that_nobody_has_published() {
	with_one().build_and_execute(|| {
		let lacks = |side| Failure {
			reason: Reason::MissingFlags,
			rule: Some(0),
			side,
			needed: Flags::ACCREDITED.0.into(),
			found: claims().flags.0.into(),
		};
		let found = Compliance::rules_report(accredited(), 0);
		assert_eq!(found, vec![lacks(Side::Sender), lacks(Side::Receiver)]);
		assert_eq!(Compliance::rules_report(kyc(), 0), vec![]);
		let broken = rules(&[Rule::CountryAllow { side: Sides::Both, set: 0 }], &[]);
		let found = Compliance::rules_report(broken, 0);
		assert_eq!((found[0].reason, found[0].side), (Reason::BrokenRule, Side::Asset));
		assert_eq!(found.len(), 1);
	});
}

#[test]
fn counts_exemptions_of_its_version_until_they_end() {
	with_one().build_and_execute(|| {
		let at = START + NOTICE;
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, outside(), at));
		// Over before the version is in force: it will not help.
		assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 2, 0, 0b10, at));
		assert_eq!(report(true), vec![DENIED]);
		assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 2, 0, 0b10, at + 1));
		assert_eq!(report(true), vec![]);
		Now::set(at);
		assert_eq!(report(false), vec![]);
		Now::set(at + 1);
		assert_eq!(report(false), vec![DENIED]);
	});
}

#[test]
fn asks_neither_counters_nor_time_nor_the_other_party() {
	let pack = rules(
		&[
			Rule::HolderCap { max: 0 },
			Rule::CrossBorder,
			Rule::MaxPurchase { max: 0 },
			Rule::TransferWindow { from: 0, until: 1 },
			Rule::Velocity { hours: 1, max: 0 },
			Rule::ClassPair { from: Classes::ALL, to: Classes::ALL },
		],
		&[],
	);
	ExtBuilder::default().with_pack(pack).with_investors(&[ALICE]).build_and_execute(|| {
		assert_eq!(report(false), vec![]);
	});
}

#[test]
fn fails_closed_for_a_pack_or_an_investor_that_is_not_there() {
	with_one().build_and_execute(|| {
		assert_ok!(Compliance::revoke(root(), 0));
		let unknown = |side| (Reason::UnknownKey, None, side);
		assert_eq!(report(false), vec![unknown(Side::Sender), unknown(Side::Receiver)]);
		assert_ok!(Compliance::withdraw_pack(signed(AUTHOR), 0));
		assert_eq!(report(false), vec![UNKNOWN_PACK]);
		assert_eq!(report(true), vec![UNKNOWN_PACK]);
	});
}

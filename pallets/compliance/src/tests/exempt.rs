// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{traits::Gatekeeper, Facts, Kind, Reason, Rights, Side};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::TokenError;

const END: u64 = START + 1_000;

fn exempt(version: u32, investor: u64, rules: u32) -> sp_runtime::DispatchResult {
	Compliance::exempt(signed(AUTHOR), 0, version, investor, rules, END)
}

fn reasons(facts: &Facts) -> Vec<(Reason, Side)> {
	examine(0, facts).iter().map(|failure| (failure.reason, failure.side)).collect()
}

fn transfer() -> Vec<(Reason, Side)> {
	reasons(&facts(Kind::Transfer, ALICE, BOB))
}

/// [`strict`], and an investor each for ALICE (0) and BOB (1).
fn with_two() -> ExtBuilder {
	ExtBuilder::default().with_pack(strict()).with_investors(&[ALICE, BOB])
}

const LACKS_SENDER: (Reason, Side) = (Reason::MissingFlags, Side::Sender);
const LACKS_RECEIVER: (Reason, Side) = (Reason::MissingFlags, Side::Receiver);

#[test]
fn lifts_what_is_said_of_the_investor_and_takes_a_deposit() {
	with_two().build_and_execute(|| {
		let before = held(AUTHOR, HoldReason::RulePack);
		assert_eq!(transfer(), vec![LACKS_SENDER, LACKS_RECEIVER]);
		assert_ok!(exempt(1, 0, 0b01));
		assert_eq!(
			events(),
			vec![Event::InvestorExempted {
				pack: 0,
				investor: 0,
				version: 1,
				old: 0,
				new: 1,
				expires_at: END,
			}]
		);
		let stored = Exemptions::<Test>::get((0, 0, 1)).unwrap();
		assert_eq!((stored.rules, stored.expires_at, stored.depositor), (1, END, AUTHOR));
		assert_eq!(stored.digest, PackRecords::<Test>::get(0).unwrap().digest);
		assert_eq!(Packs::<Test>::get(0).unwrap().exempted, 1);
		assert!(held(AUTHOR, HoldReason::RulePack) >= before + 10 + stored.encode().len() as u64);
		assert_eq!(Compliance::exemption(0, 1, 0), Some((1, END)));
		assert_eq!(transfer(), vec![LACKS_RECEIVER]);
		assert_eq!(reasons(&facts(Kind::Transfer, BOB, ALICE)), vec![LACKS_SENDER]);
		assert_ok!(exempt(1, 1, 0b01));
		assert_eq!(transfer(), vec![]);
	});
}

#[test]
fn replaces_what_was_exempt_before_for_the_same_deposit() {
	with_two().build_and_execute(|| {
		assert_ok!(exempt(1, 0, 0b01));
		let before = held_in_all(AUTHOR);
		assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 1, 0, 0b10, END + 1));
		assert!(matches!(
			last_event(),
			Event::InvestorExempted { old: 0b01, new: 0b10, expires_at, .. } if expires_at == END + 1
		));
		assert_eq!(held_in_all(AUTHOR), before);
		assert_eq!(Packs::<Test>::get(0).unwrap().exempted, 1);
		assert_eq!(transfer(), vec![LACKS_SENDER, LACKS_RECEIVER]);
	});
}

#[test]
fn the_receivers_exemption_lifts_what_is_said_of_the_asset_and_the_senders_does_not() {
	with_two().build_and_execute(|| {
		let cap = (Reason::HolderCapExceeded, Side::Asset);
		let joins = Facts { adds_holder: true, ..facts(Kind::Transfer, ALICE, BOB) };
		assert_ok!(exempt(1, 0, 0b11));
		assert_eq!(reasons(&joins), vec![LACKS_RECEIVER, cap]);
		assert_ok!(exempt(1, 1, 0b10));
		assert_eq!(reasons(&joins), vec![LACKS_RECEIVER]);
		assert_ok!(exempt(1, 1, 0b11));
		assert_eq!(reasons(&joins), vec![]);
		// An issue has no sender, and the same receiver.
		assert_eq!(reasons(&Facts { adds_holder: true, ..facts(Kind::Issue, ALICE, BOB) }), vec![]);
	});
}

#[test]
fn an_exemption_ends_at_its_second() {
	with_two().build_and_execute(|| {
		assert_ok!(exempt(1, 0, 1));
		for (now, lifted) in [(END - 1, true), (END, false), (END + 1, false)] {
			Now::set(now);
			assert_eq!(!transfer().contains(&LACKS_SENDER), lifted, "at {now}");
			assert_eq!(Compliance::exemption(0, 1, 0).is_some(), lifted, "at {now}");
		}
	});
}

#[test]
fn lifts_no_reason_that_no_rule_says() {
	with_two().build_and_execute(|| {
		add_key(ALICE, CAROL, Rights::VOTE, None);
		assert_ok!(exempt(1, 0, 0b11));
		assert_ok!(exempt(1, 1, 0b11));
		assert_ok!(Compliance::block(root(), 0));
		let found = reasons(&facts(Kind::Transfer, CAROL, BOB));
		assert_eq!(
			found,
			vec![(Reason::MissingRight, Side::Sender), (Reason::Blocked, Side::Sender)]
		);
	});
}

#[test]
fn every_key_of_the_investor_is_exempt_and_no_stranger() {
	with_two().build_and_execute(|| {
		add_key(ALICE, CAROL, Rights::ALL, None);
		assert_ok!(exempt(1, 0, 1));
		assert_eq!(reasons(&facts(Kind::Transfer, CAROL, BOB)), vec![LACKS_RECEIVER]);
		let unknown = (Reason::UnknownKey, Side::Sender);
		assert_eq!(
			reasons(&facts(Kind::Transfer, DAVE, BOB)),
			vec![unknown, LACKS_SENDER, LACKS_RECEIVER]
		);
	});
}

#[test]
fn an_exempt_receiver_is_locked_up_all_the_same() {
	with_two().build_and_execute(|| {
		assert_ok!(exempt(1, 0, 0b11));
		assert_ok!(exempt(1, 1, 0b11));
		let facts = facts(Kind::Transfer, ALICE, BOB);
		let (failures, effects) =
			<Compliance as Gatekeeper<AccountId>>::examine(0, &facts, &Counters::default());
		assert!(failures.is_empty());
		assert_eq!(effects.locked_until, Some(START + 10));
	});
}

#[test]
fn an_exemption_does_not_survive_an_amendment() {
	with_two().build_and_execute(|| {
		let at = START + NOTICE;
		assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 1, 0, 1, at + 100));
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, strict(), at));
		assert!(!transfer().contains(&LACKS_SENDER));
		Now::set(at);
		// The rules are the same, the version is another.
		assert!(transfer().contains(&LACKS_SENDER));
		assert_eq!(Compliance::exemption(0, 1, 0), None);
		assert_ok!(Compliance::enact_pack(signed(CAROL), 0));
		assert!(transfer().contains(&LACKS_SENDER));
		assert_eq!(Packs::<Test>::get(0).unwrap().exempted, 0);
	});
}

#[test]
fn an_exemption_from_the_announced_version_counts_from_its_date_on() {
	with_two().build_and_execute(|| {
		let at = START + NOTICE;
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, strict(), at));
		assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 2, 0, 1, at + 100));
		assert_eq!(UpcomingPacks::<Test>::get(0).unwrap().exempted, 1);
		for (now, lifted) in [(at - 1, false), (at, true), (at + 1, true)] {
			Now::set(now);
			assert_eq!(!transfer().contains(&LACKS_SENDER), lifted, "at {now}");
		}
		assert_ok!(Compliance::enact_pack(signed(CAROL), 0));
		assert!(!transfer().contains(&LACKS_SENDER));
		assert_noop!(
			Compliance::exempt(signed(AUTHOR), 0, 1, 0, 1, at + 100),
			Error::<Test>::UnknownVersion
		);
	});
}

#[test]
fn an_exemption_does_not_pass_to_another_announcement_under_the_same_number() {
	with_two().build_and_execute(|| {
		let at = START + NOTICE;
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, kyc(), at));
		assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 2, 0, 1, at + 100));
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), at));
		assert_eq!(Compliance::exemption(0, 2, 0), None);
		assert_eq!(UpcomingPacks::<Test>::get(0).unwrap().exempted, 1);
		Now::set(at);
		assert!(transfer().contains(&LACKS_SENDER));
		// Granted anew it takes the place of the void one, and nothing was exempt before.
		assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 2, 0, 1, at + 100));
		assert!(matches!(last_event(), Event::InvestorExempted { old: 0, new: 1, .. }));
		assert_eq!(UpcomingPacks::<Test>::get(0).unwrap().exempted, 1);
		assert!(!transfer().contains(&LACKS_SENDER));
	});
}

#[test]
fn a_version_that_is_superseded_takes_no_exemption() {
	with_two().build_and_execute(|| {
		let at = START + NOTICE;
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, strict(), at));
		for (now, works) in [(at - 1, true), (at, false), (at + 1, false)] {
			Now::set(now);
			let call = || Compliance::exempt(signed(AUTHOR), 0, 1, 0, 1, now + 1);
			if works {
				assert_ok!(call());
			} else {
				assert_noop!(call(), Error::<Test>::UnknownVersion);
			}
		}
	});
}

#[test]
fn fails_for_anybody_but_the_author() {
	with_two().build_and_execute(|| {
		for origin in [signed(ALICE), signed(VERITAS)] {
			assert_noop!(Compliance::exempt(origin, 0, 1, 0, 1, END), Error::<Test>::NotPackAuthor);
		}
		assert_noop!(
			Compliance::exempt(root(), 0, 1, 0, 1, END),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn fails_for_what_is_not_there() {
	with_two().build_and_execute(|| {
		assert_noop!(
			Compliance::exempt(signed(AUTHOR), 1, 1, 0, 1, END),
			Error::<Test>::UnknownPack
		);
		assert_noop!(exempt(1, 2, 1), Error::<Test>::UnknownInvestor);
		for version in [0, 2] {
			assert_noop!(exempt(version, 0, 1), Error::<Test>::UnknownVersion);
		}
	});
}

#[test]
fn fails_for_no_rule_a_missing_one_and_a_lock_up() {
	with_two().build_and_execute(|| {
		for rules in [0, 0b100, 0b111, 0b1000, 0b1001, u32::MAX] {
			assert_noop!(exempt(1, 0, rules), Error::<Test>::InvalidExemption);
		}
		assert_ok!(exempt(1, 0, 0b11));
	});
}

#[test]
fn the_last_of_32_rules_can_be_lifted() {
	let forbidden =
		Rule::Forbidden { side: Sides::Both, flags: cadastre_primitives::Flags::PROFESSIONAL };
	let mut list = vec![Rule::CrossBorder; 31];
	list.push(forbidden);
	let pack = rules(&list, &[]);
	ExtBuilder::default().with_pack(pack).with_investors(&[ALICE, BOB]).build_and_execute(|| {
		assert_eq!(transfer().len(), 31 + 2);
		assert_ok!(exempt(1, 0, 1 << 31));
		assert_ok!(exempt(1, 1, u32::MAX));
		assert_eq!(transfer(), vec![]);
	});
}

#[test]
fn fails_for_a_life_that_is_over_or_too_long() {
	with_two().build_and_execute(|| {
		let until = |at| Compliance::exempt(signed(AUTHOR), 0, 1, 0, 1, at);
		let latest = START + LONGEST_EXEMPTION;
		for at in [0, START - 1, START, latest + 1, u64::MAX] {
			assert_noop!(until(at), Error::<Test>::InvalidPeriod);
		}
		for at in [START + 1, latest - 1, latest] {
			assert_ok!(until(at));
		}
	});
}

#[test]
fn fails_for_an_author_who_cannot_pay() {
	ExtBuilder::default().with_investors(&[ALICE]).build_and_execute(|| {
		use frame_support::traits::fungible::{Inspect, Mutate};
		use frame_support::traits::tokens::{Fortitude, Precision, Preservation};
		assert_ok!(Compliance::publish_pack(signed(CAROL), strict()));
		let left = Balances::reducible_balance(&CAROL, Preservation::Expendable, Fortitude::Polite);
		assert_ok!(Balances::burn_from(
			&CAROL,
			left - 1,
			Preservation::Expendable,
			Precision::Exact,
			Fortitude::Polite
		));
		assert_noop!(
			Compliance::exempt(signed(CAROL), 0, 1, 0, 1, END),
			TokenError::FundsUnavailable
		);
	});
}

/// Whether an examination reads the exemption: whether the proof of what it read has the digest.
fn is_read(rules: RuleSet, exempted: u32) -> bool {
	let digest = sp_io::hashing::blake2_256(&rules.encode());
	let mut ext = ExtBuilder::default().with_pack(rules).with_investors(&[ALICE, BOB]).build();
	ext.execute_with(|| {
		assert_ok!(exempt(1, 0, 1));
		Packs::<Test>::mutate_extant(0, |pack| pack.exempted = exempted);
	});
	ext.commit_all().unwrap();
	let (_, proof) = ext.execute_and_prove(transfer);
	let nodes: Vec<_> = proof.into_iter_nodes().collect();
	nodes.iter().any(|node| node.windows(32).any(|window| window == digest))
}

#[test]
fn an_exemption_is_read_only_where_a_rule_failed_and_somebody_is_exempt() {
	assert!(is_read(strict(), 1));
	assert!(!is_read(strict(), 0));
	assert!(!is_read(kyc(), 1));
}

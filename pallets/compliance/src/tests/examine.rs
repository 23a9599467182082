// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{
	traits::Gatekeeper, Claims, Failure, Flags, Kind, PackId, Reason, Rights, Side,
};
use frame_support::{assert_ok, hypothetically};
use sp_runtime::DispatchError;

fn examine(pack: PackId, kind: Kind) -> Vec<Failure> {
	crate::mock::examine(pack, &facts(kind, ALICE, BOB)).into_inner()
}

fn reasons(kind: Kind) -> Vec<(Reason, Side)> {
	examine(0, kind).into_iter().map(|failure| (failure.reason, failure.side)).collect()
}

fn with_two() -> ExtBuilder {
	ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE, BOB])
}

const KINDS: [Kind; 3] = [Kind::Issue, Kind::Transfer, Kind::Redeem];

#[test]
fn lets_eligible_investors_pass() {
	with_two().build_and_execute(|| {
		for kind in KINDS {
			assert_eq!(examine(0, kind), vec![]);
		}
	});
}

#[test]
fn refuses_without_a_pack_but_for_a_redemption() {
	with_two().build_and_execute(|| {
		let unknown = Failure::plain(Reason::UnknownPack, Side::Asset);
		assert_eq!(examine(1, Kind::Transfer), vec![unknown]);
		assert_eq!(examine(1, Kind::Issue), vec![unknown]);
		assert_eq!(examine(1, Kind::Redeem), vec![]);
	});
}

#[test]
fn refuses_with_a_pack_that_does_not_decode() {
	with_two().build_and_execute(|| {
		let key = Packs::<Test>::hashed_key_for(0);
		let good = sp_io::storage::get(&key).unwrap();
		sp_io::storage::set(&key, &[255; 20]);
		let unknown = Failure::plain(Reason::UnknownPack, Side::Asset);
		assert_eq!(examine(0, Kind::Transfer), vec![unknown]);
		sp_io::storage::set(&key, &good);
	});
}

#[test]
fn refuses_when_the_announced_version_in_force_is_missing() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, kyc(), START + NOTICE));
		Now::set(START + NOTICE);
		hypothetically!({
			UpcomingPacks::<Test>::remove(0);
			let unknown = Failure::plain(Reason::UnknownPack, Side::Asset);
			assert_eq!(examine(0, Kind::Transfer), vec![unknown]);
		});
	});
}

#[test]
fn asks_the_announced_version_from_its_date_on_enacted_or_not() {
	with_two().build_and_execute(|| {
		let at = START + NOTICE;
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), at));
		for (now, failures) in [(at - 1, 0), (at, 2), (at + 1, 2)] {
			Now::set(now);
			assert_eq!(examine(0, Kind::Transfer).len(), failures, "at {now}");
		}
		assert_ok!(Compliance::enact_pack(signed(CAROL), 0));
		assert_eq!(examine(0, Kind::Transfer).len(), 2);
	});
}

#[test]
fn names_an_account_that_is_no_key_with_what_it_lacks() {
	ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE]).build_and_execute(|| {
		let lacks = Failure {
			reason: Reason::MissingFlags,
			rule: Some(0),
			side: Side::Receiver,
			needed: Flags::KYC.0.into(),
			found: 0,
		};
		let unknown = Failure::plain(Reason::UnknownKey, Side::Receiver);
		assert_eq!(examine(0, Kind::Transfer), vec![unknown, lacks]);
		assert_eq!(examine(0, Kind::Issue), vec![unknown, lacks]);
		assert_eq!(examine(0, Kind::Redeem), vec![]);
		assert_ok!(Compliance::revoke(root(), 0));
		assert_eq!(reasons(Kind::Redeem), vec![(Reason::UnknownKey, Side::Sender)]);
	});
}

#[test]
fn facts_without_a_party_that_takes_part_are_facts_with_an_unknown_one() {
	with_two().build_and_execute(|| {
		for kind in KINDS {
			let mut facts = facts(kind, ALICE, BOB);
			(facts.sender, facts.receiver) = (None, None);
			let failures = crate::mock::examine(0, &facts);
			assert!(failures.iter().any(|failure| failure.reason == Reason::UnknownKey));
		}
	});
}

#[test]
fn a_key_ends_at_its_second() {
	with_two().build_and_execute(|| {
		let end = START + 10;
		add_key(ALICE, CAROL, Rights::TRANSFER, Some(end));
		for (now, expired) in [(end - 1, false), (end, true), (end + 1, true)] {
			Now::set(now);
			for kind in [Kind::Transfer, Kind::Redeem] {
				let failures = crate::mock::examine(0, &facts(kind, CAROL, BOB)).into_inner();
				let failure =
					Failure::measured(Reason::KeyExpired, Side::Sender, now.into(), end.into());
				assert_eq!(failures, if expired { vec![failure] } else { vec![] });
			}
			let failures = crate::mock::examine(0, &facts(Kind::Issue, BOB, CAROL));
			assert_eq!(failures.len(), usize::from(expired));
		}
	});
}

#[test]
fn a_sender_needs_the_right_and_a_receiver_needs_none() {
	with_two().build_and_execute(|| {
		add_key(ALICE, CAROL, Rights::VOTE, None);
		let missing = Failure::measured(Reason::MissingRight, Side::Sender, 1, 2);
		for kind in [Kind::Transfer, Kind::Redeem] {
			let failures = crate::mock::examine(0, &facts(kind, CAROL, BOB)).into_inner();
			assert_eq!(failures, vec![missing]);
		}
		for kind in [Kind::Transfer, Kind::Issue] {
			let failures = crate::mock::examine(0, &facts(kind, BOB, CAROL));
			assert!(failures.is_empty());
		}
	});
}

#[test]
fn a_statement_holds_from_its_first_second_up_to_its_last() {
	with_two().build_and_execute(|| {
		let (valid_from, valid_until) = (START + 10, START + 20);
		let claims = Claims { valid_from, valid_until, ..claims() };
		assert_ok!(Compliance::renew(signed(VERITAS), 0, claims));
		for (now, expected) in [
			(START + 9, Some((Reason::ClaimsNotYetValid, valid_from))),
			(START + 10, None),
			(START + 11, None),
			(START + 19, None),
			(START + 20, Some((Reason::ClaimsExpired, valid_until))),
			(START + 21, Some((Reason::ClaimsExpired, valid_until))),
		] {
			Now::set(now);
			let expected = expected.map(|(reason, found)| {
				Failure::measured(reason, Side::Sender, now.into(), found.into())
			});
			assert_eq!(examine(0, Kind::Transfer), Vec::from_iter(expected), "at {now}");
			assert_eq!(examine(0, Kind::Redeem), vec![]);
		}
	});
}

#[test]
fn a_delisted_provider_stops_both_sides_but_no_redemption() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::delist_provider(root(), 0));
		let gone = Reason::ProviderNotListed;
		assert_eq!(reasons(Kind::Transfer), vec![(gone, Side::Sender), (gone, Side::Receiver)]);
		assert_eq!(reasons(Kind::Issue), vec![(gone, Side::Receiver)]);
		assert_eq!(reasons(Kind::Redeem), vec![]);
		assert_ok!(Compliance::relist_provider(root(), 0));
		assert_eq!(reasons(Kind::Transfer), vec![]);
	});
}

#[test]
fn a_block_stops_every_kind() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::block(root(), 0));
		assert_eq!(reasons(Kind::Transfer), vec![(Reason::Blocked, Side::Sender)]);
		assert_eq!(reasons(Kind::Redeem), vec![(Reason::Blocked, Side::Sender)]);
		assert_eq!(reasons(Kind::Issue), vec![]);
		assert_ok!(Compliance::block(root(), 1));
		assert_eq!(reasons(Kind::Issue), vec![(Reason::Blocked, Side::Receiver)]);
	});
}

#[test]
fn every_reason_is_named_most_fundamental_first() {
	ExtBuilder::default().with_pack(accredited()).with_investors(&[ALICE, BOB]).build_and_execute(
		|| {
			add_key(ALICE, CAROL, Rights::VOTE, Some(START + 1));
			assert_ok!(Compliance::block(root(), 0));
			assert_ok!(Compliance::delist_provider(root(), 0));
			Now::set(START + YEAR);
			let failures = crate::mock::examine(0, &facts(Kind::Transfer, CAROL, DAVE));
			let found: Vec<_> = failures.iter().map(|f| (f.reason, f.side)).collect();
			assert_eq!(
				found,
				vec![
					(Reason::KeyExpired, Side::Sender),
					(Reason::MissingRight, Side::Sender),
					(Reason::Blocked, Side::Sender),
					(Reason::ProviderNotListed, Side::Sender),
					(Reason::ClaimsExpired, Side::Sender),
					(Reason::UnknownKey, Side::Receiver),
					(Reason::MissingFlags, Side::Sender),
					(Reason::MissingFlags, Side::Receiver),
				]
			);
		},
	);
}

#[test]
fn each_reason_has_an_error_of_its_name() {
	use Reason::*;
	for reason in [
		UnknownAsset,
		BookNotOpen,
		ZeroAmount,
		InsufficientShares,
		ExceedsAuthorised,
		SameInvestor,
		UnknownPack,
		UnknownKey,
		KeyExpired,
		MissingRight,
		Blocked,
		ProviderNotListed,
		ClaimsNotYetValid,
		ClaimsExpired,
		MissingFlags,
		ForbiddenFlags,
		CountryNotAllowed,
		CountryDenied,
		HolderCapExceeded,
		OwnershipCapExceeded,
		BrokenRule,
		SharesFrozen,
		SharesLocked,
		AllowanceExceeded,
		DeniedByAsset,
		ProviderSuspended,
		NotSameCountry,
		NotCrossBorder,
		CountryHolderCapExceeded,
		ClassHolderCapExceeded,
		BelowMinimumHolding,
		PurchaseTooLarge,
		FlowBack,
		VelocityExceeded,
		OutsideTransferWindow,
		ClassPairNotAllowed,
		CohortNotOpen,
		NotInCohort,
		CohortVolumeExceeded,
	] {
		let DispatchError::Module(error) = Pallet::<Test>::refusal(reason) else {
			panic!("an error of this pallet");
		};
		assert_eq!(error.message.map(String::from), Some(format!("{reason:?}")));
	}
}

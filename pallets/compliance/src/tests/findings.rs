// SPDX-License-Identifier: Apache-2.0

//! Faults that other systems of this kind have had, named after where they were found.

use crate::{mock::*, *};
use cadastre_primitives::{Claims, Facts, Flags, Kind, Reason, Rights, Side};
use frame_support::{assert_noop, assert_ok};

fn reasons(facts: &Facts) -> Vec<(Reason, Side)> {
	examine(0, facts).iter().map(|failure| (failure.reason, failure.side)).collect()
}

fn transfer(from: AccountId, to: AccountId) -> Vec<(Reason, Side)> {
	reasons(&facts(Kind::Transfer, from, to))
}

fn with_two() -> ExtBuilder {
	ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE, BOB])
}

/// ERC-3643#101: an identity attested of itself.
#[test]
fn nobody_attests_of_itself() {
	with_two().build_and_execute(|| {
		assert_noop!(
			Compliance::admit(signed(VERITAS), VERITAS, claims()),
			Error::<Test>::SelfAttestation
		);
		assert_noop!(Compliance::admit(signed(CAROL), CAROL, claims()), Error::<Test>::NotProvider);
		assert_noop!(Compliance::renew(signed(ALICE), 0, claims()), Error::<Test>::NotProvider);
		// Nor round the corner: by an offered key, or by appointing a key.
		assert_noop!(
			Compliance::offer_key(signed(ALICE), VERITAS, Rights::ALL, None),
			Error::<Test>::SelfAttestation
		);
		assert_noop!(Compliance::appoint_provider(root(), ALICE), Error::<Test>::SelfAttestation);
	});
}

/// ERC-3643#101: the provider named in a statement was not compared with who makes it.
#[test]
fn a_word_names_the_provider_that_signed() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::admit(signed(OTHER), CAROL, claims()));
		assert_eq!(key(CAROL).eligibility.provider, 1);
		assert_noop!(Compliance::renew(signed(VERITAS), 2, claims()), Error::<Test>::NotProvider);
	});
}

/// ONCHAINID#170: a revoked claim came back in another encoding.
#[test]
fn a_revoked_investor_comes_back_only_by_a_new_admission() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::offer_key(signed(ALICE), CAROL, Rights::ALL, None));
		assert_ok!(Compliance::revoke(signed(VERITAS), 0));
		assert_noop!(Compliance::accept_key(signed(CAROL), 0), Error::<Test>::NoOffer);
		assert_noop!(
			Compliance::renew(signed(VERITAS), 0, claims()),
			Error::<Test>::UnknownInvestor
		);
		assert_noop!(Compliance::unblock(root(), 0), Error::<Test>::UnknownInvestor);
		assert!(transfer(ALICE, BOB).contains(&(Reason::UnknownKey, Side::Sender)));
	});
}

/// Centrifuge's permissions: what was removed still counted for seven days.
#[test]
fn a_delisting_counts_in_the_same_block_for_every_investor() {
	with_two().build_and_execute(|| {
		assert_eq!(transfer(ALICE, BOB), vec![]);
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_eq!(transfer(ALICE, BOB).len(), 2);
		assert_ok!(Compliance::relist_provider(root(), 0));
		assert_eq!(transfer(ALICE, BOB), vec![]);
	});
}

#[test]
fn neither_delisting_nor_relisting_nor_renewal_unblocks_anybody() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::block(root(), 0));
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert!(transfer(ALICE, BOB).contains(&(Reason::Blocked, Side::Sender)));
		assert_ok!(Compliance::relist_provider(root(), 0));
		assert_ok!(Compliance::renew(signed(VERITAS), 0, claims()));
		assert_eq!(transfer(ALICE, BOB), vec![(Reason::Blocked, Side::Sender)]);
	});
}

#[test]
fn a_blocked_investor_does_not_slip_out_by_revocation_or_by_its_keys() {
	with_two().build_and_execute(|| {
		add_key(ALICE, CAROL, Rights::ALL, None);
		assert_ok!(Compliance::block(root(), 0));
		assert_noop!(Compliance::revoke(signed(VERITAS), 0), Error::<Test>::Blocked);
		assert_noop!(Compliance::remove_key(signed(CAROL), CAROL), Error::<Test>::Blocked);
		assert_noop!(Compliance::admit(signed(OTHER), CAROL, claims()), Error::<Test>::KeyInUse);
		assert_noop!(
			Compliance::offer_key(signed(CAROL), DAVE, Rights::ALL, None),
			Error::<Test>::Blocked
		);
	});
}

#[test]
fn a_slot_given_again_does_not_resurrect_the_investors_of_the_earlier_provider() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_ok!(Compliance::dismiss_provider(root(), 0));
		assert_eq!(transfer(ALICE, BOB).len(), 2);
		// Even when the same account gets the slot again.
		assert_ok!(Compliance::appoint_provider(root(), VERITAS));
		assert_eq!(
			transfer(ALICE, BOB),
			vec![
				(Reason::ProviderNotListed, Side::Sender),
				(Reason::ProviderNotListed, Side::Receiver),
			]
		);
		assert_ok!(Compliance::renew(signed(VERITAS), 0, claims()));
		assert_eq!(transfer(ALICE, BOB), vec![(Reason::ProviderNotListed, Side::Receiver)]);
	});
}

/// PM#1684: the test of an expiry was inverted.
#[test]
fn a_statement_counts_up_to_its_last_second_and_not_at_its_end() {
	with_two().build_and_execute(|| {
		for (now, failures) in [(START + YEAR - 1, 0), (START + YEAR, 2), (START + YEAR + 1, 2)] {
			Now::set(now);
			assert_eq!(transfer(ALICE, BOB).len(), failures, "at {now}");
		}
	});
}

/// Spearbit 2024 5.3.2 and Cantina 2023 3.1.3: frozen holders could transfer and redeem.
#[test]
fn a_blocked_holder_neither_transfers_nor_redeems() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::block(root(), 0));
		for kind in [Kind::Transfer, Kind::Redeem] {
			assert_eq!(reasons(&facts(kind, ALICE, BOB)), vec![(Reason::Blocked, Side::Sender)]);
		}
	});
}

/// FIND-058: lapsed KYC locked the holder's own funds in.
#[test]
fn lapsed_claims_a_delisted_provider_and_a_lost_pack_do_not_lock_a_holder_in() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::withdraw_pack(signed(AUTHOR), 0));
		assert_ok!(Compliance::delist_provider(root(), 0));
		Now::set(START + YEAR);
		assert!(transfer(ALICE, BOB).len() > 2);
		assert_eq!(reasons(&facts(Kind::Redeem, ALICE, BOB)), vec![]);
	});
}

/// FIND-127: a key that was replaced could still act.
#[test]
fn a_removed_key_can_do_nothing_more() {
	with_two().build_and_execute(|| {
		add_key(ALICE, CAROL, Rights::ALL, None);
		assert_ok!(Compliance::remove_key(signed(CAROL), ALICE));
		assert_eq!(transfer(ALICE, BOB)[0], (Reason::UnknownKey, Side::Sender));
		assert_noop!(
			Compliance::offer_key(signed(ALICE), DAVE, Rights::ALL, None),
			Error::<Test>::UnknownKey
		);
	});
}

/// OZS#886: the target of a two-step change could change between the steps.
#[test]
fn an_offer_put_in_the_place_of_the_expected_one_is_not_accepted() {
	with_two().build_and_execute(|| {
		assert_ok!(Compliance::offer_key(signed(ALICE), CAROL, Rights::ALL, None));
		assert_ok!(Compliance::withdraw_offer(signed(ALICE), CAROL));
		assert_ok!(Compliance::offer_key(signed(BOB), CAROL, Rights::VOTE, None));
		assert_noop!(Compliance::accept_key(signed(CAROL), 0), Error::<Test>::NoOffer);
	});
}

/// PM: compliance was true where no rule was set; HA FN8: a cap of 0 was no cap.
#[test]
fn no_rules_let_nothing_pass_and_a_cap_of_zero_is_zero() {
	with_two().build_and_execute(|| {
		assert_noop!(
			Compliance::publish_pack(signed(AUTHOR), RuleSet::default()),
			Error::<Test>::EmptyPack
		);
		let capped = rules(&[Rule::HolderCap { max: 0 }], &[]);
		assert_ok!(Compliance::publish_pack(signed(AUTHOR), capped));
		let facts = Facts { adds_holder: true, holders_after: 1, ..facts(Kind::Issue, ALICE, BOB) };
		let failures = examine(1, &facts);
		assert_eq!(failures[0].reason, Reason::HolderCapExceeded);
	});
}

/// SRLabs 2021: a person made itself two of the kind that should be one.
#[test]
fn an_account_is_the_key_of_one_investor_only() {
	with_two().build_and_execute(|| {
		assert_noop!(Compliance::admit(signed(OTHER), ALICE, claims()), Error::<Test>::KeyInUse);
		assert_noop!(
			Compliance::offer_key(signed(BOB), ALICE, Rights::ALL, None),
			Error::<Test>::KeyInUse
		);
	});
}

/// SRLabs 2023 (identities without a deposit bloat the state): whoever writes pays.
#[test]
fn whoever_writes_a_record_has_paid_for_its_size() {
	ExtBuilder::default().build_and_execute(|| {
		let price = |bytes: usize| 10 + bytes as Balance;
		assert_ok!(Compliance::admit(signed(VERITAS), ALICE, claims()));
		let record = Investors::<Test>::hashed_key_for(0);
		let key = Keys::<Test>::hashed_key_for(ALICE);
		let stored =
			sp_io::storage::get(&record).unwrap().len() + sp_io::storage::get(&key).unwrap().len();
		assert!(held_in_all(VERITAS) >= price(stored));
		assert_ok!(Compliance::publish_pack(signed(AUTHOR), kyc()));
		let pack = sp_io::storage::get(&Packs::<Test>::hashed_key_for(0)).unwrap().len();
		assert!(held_in_all(AUTHOR) >= price(2 * pack));
	});
}

/// OZS M-03 (personal data in public): what is stored of a person is what a rule asks, no more.
#[test]
fn a_key_has_no_room_for_more_than_country_class_and_dates() {
	use codec::Encode;
	with_two().build_and_execute(|| {
		// Investor 8, rights 1, no end 1; countries 2, flags 4, dates 16, provider, epoch, block.
		assert_eq!(key(ALICE).encode().len(), 8 + 1 + 1 + 2 + 4 + 16 + 3);
	});
}

/// SEC L-20 and M-4: a change of claims must reach every key at once.
#[test]
fn a_change_of_residence_reaches_every_key() {
	let swiss = rules(&[Rule::CountryAllow { side: Sides::Both, set: 0 }], &[set(&[*b"CH"])]);
	ExtBuilder::default().with_pack(swiss).with_investors(&[ALICE, BOB]).build_and_execute(|| {
		add_key(ALICE, CAROL, Rights::ALL, None);
		assert_eq!(transfer(CAROL, BOB), vec![]);
		let moved = Claims { residence: *b"US", flags: Flags::KYC, ..claims() };
		assert_ok!(Compliance::renew(signed(VERITAS), 0, moved));
		for account in [ALICE, CAROL] {
			assert_eq!(transfer(account, BOB), vec![(Reason::CountryNotAllowed, Side::Sender)]);
		}
	});
}

/// Every amendment leaves holders the notice that the chain promises.
#[test]
fn an_author_cannot_change_the_rules_over_night() {
	with_two().build_and_execute(|| {
		let notice = NOTICE;
		assert_noop!(
			Compliance::amend_pack(signed(AUTHOR), 0, accredited(), START + notice - 1),
			Error::<Test>::NoticeTooShort
		);
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), START + notice));
		assert_eq!(transfer(ALICE, BOB), vec![]);
	});
}

/// SEC M-4: a lock-up was reckoned from the country of today for shares acquired long ago.
#[test]
fn a_lock_up_is_a_moment_fixed_at_the_acquisition() {
	use cadastre_primitives::traits::Gatekeeper;
	let swiss = Some(0);
	let lock = |seconds, set| Rule::LockUp { seconds, classes: Classes::ALL, set };
	let pack = rules(&[lock(10, swiss), lock(5, None)], &[set(&[*b"CH"])]);
	ExtBuilder::default().with_pack(pack).with_investors(&[ALICE, BOB]).build_and_execute(|| {
		let locked = || {
			let facts = facts(Kind::Transfer, ALICE, BOB);
			<Compliance as Gatekeeper<AccountId>>::examine(0, &facts, &Counters::default())
				.1
				.locked_until
		};
		assert_eq!(locked(), Some(START + 10));
		let moved = Claims { residence: *b"US", ..claims() };
		assert_ok!(Compliance::renew(signed(VERITAS), 1, moved));
		Now::set(START + 1);
		// What is acquired now; what the ledger was told before is no class but a moment.
		assert_eq!(locked(), Some(START + 6));
	});
}

/// PM (statistics left from the claim of today) and SEC M-1, M-3, M-6, L-20: caps drifted.
#[test]
fn a_cap_counts_a_holder_where_the_register_does_and_not_where_it_lives_today() {
	use cadastre_primitives::{Bucket, Country, InvestorClass};
	let cap = Rule::CountryHolderCap { max: 0, classes: Classes::ALL, set: Some(0) };
	let pack = rules(&[cap], &[set(&[*b"DE"])]);
	ExtBuilder::default().with_pack(pack).with_investors(&[ALICE, BOB]).build_and_execute(|| {
		let bucket = |code: &[u8; 2]| {
			let country = Country::from_code(*code).unwrap();
			Some(Bucket { country, class: InvestorClass::Retail })
		};
		let found =
			|code| reasons(&Facts { joins: bucket(code), ..facts(Kind::Transfer, ALICE, BOB) });
		// By its word BOB is Swiss.
		assert_eq!(found(b"DE"), vec![(Reason::CountryHolderCapExceeded, Side::Receiver)]);
		assert_eq!(found(b"CH"), vec![]);
	});
}

/// Plume 50120, 52710, 52976 and Ondo M-04 (V14): a restriction locked the lawful way out.
#[test]
fn no_rule_however_strict_stops_a_redemption_or_an_order() {
	let (side, set_of, all) = (Sides::Both, Some(0), Classes::ALL);
	let strictest = [
		Rule::Required { side, flags: Flags(u32::MAX) },
		Rule::Forbidden { side, flags: Flags(u32::MAX) },
		Rule::CountryAllow { side, set: 0 },
		Rule::CountryDeny { side, set: 1 },
		Rule::HolderCap { max: 0 },
		Rule::OwnershipCap { max: sp_runtime::Perbill::zero() },
		Rule::CrossBorder,
		Rule::CountryHolderCap { max: 0, classes: all, set: None },
		Rule::ClassHolderCap { max: 0, classes: all },
		Rule::MinHolding { side, min: u64::MAX },
		Rule::MaxPurchase { max: 0 },
		Rule::LockUp { seconds: 1, classes: all, set: set_of },
		Rule::FlowBack { seconds: 1, flags: Flags(u32::MAX), set: None },
		Rule::Velocity { hours: 1, max: 0 },
		Rule::TransferWindow { from: 0, until: 1 },
		Rule::ClassPair { from: all, to: all },
	];
	let pack = rules(&strictest, &[set(&[*b"AD"]), set(&[*b"CH"])]);
	ExtBuilder::default().with_pack(pack).with_investors(&[ALICE, BOB]).build_and_execute(|| {
		for kind in [Kind::Redeem, Kind::Forced, Kind::Cancellation] {
			assert_eq!(reasons(&facts(kind, ALICE, BOB)), vec![], "{kind:?}");
		}
		let stopped = Facts { adds_holder: true, ..facts(Kind::Transfer, ALICE, BOB) };
		assert!(reasons(&stopped).len() >= 14);
	});
}

/// SRLabs 2023: entries that nobody needed any more were never deleted.
#[test]
fn every_exemption_has_a_way_out_that_needs_nobody_in_particular() {
	with_two().build_and_execute(|| {
		let end = START + 10;
		assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 1, 0, 1, end));
		assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 1, 1, 1, end + 1));
		Now::set(end);
		assert_ok!(Compliance::end_exemption(signed(PAUPER), 0, 1, 0));
		assert_ok!(Compliance::withdraw_pack(signed(AUTHOR), 0));
		assert_ok!(Compliance::end_exemption(signed(PAUPER), 0, 1, 1));
		assert_eq!(held_in_all(AUTHOR), 0);
		assert_eq!(Exemptions::<Test>::iter().count(), 0);
	});
}

/// PM's exemptions and OZS M-12: what hung on a changed pointer stayed in force.
#[test]
fn no_exemption_passes_to_rules_for_which_it_was_not_granted() {
	with_two().build_and_execute(|| {
		let at = START + NOTICE;
		for investor in [0, 1] {
			assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 1, investor, 1, at + 10));
		}
		assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), at));
		Now::set(at);
		assert_eq!(transfer(ALICE, BOB).len(), 2);
	});
}

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
		assert_noop!(
			Compliance::appoint_provider(root(), ALICE, Terms::WIDEST),
			Error::<Test>::SelfAttestation
		);
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
		assert_ok!(Compliance::appoint_provider(root(), VERITAS, Terms::WIDEST));
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
		// Investor 8, rights 1, no end 1; countries 2, flags 4, dates 24, provider, epoch, block.
		assert_eq!(key(ALICE).encode().len(), 8 + 1 + 1 + 2 + 4 + 24 + 3);
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

// SPDX-License-Identifier: Apache-2.0

//! Faults that other systems of this kind have had, named after where they were found.

use crate::{mock::*, *};
use cadastre_primitives::{traits::Gatekeeper, Claims, Facts, Flags, Kind, Reason, Rights, Side};
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
fn with_signed() -> sp_io::TestExternalities {
	let mut ext = with_two().build();
	ext.execute_with(|| {
		assert_ok!(Compliance::set_signer(signed(VERITAS), 0, Some(signer().account())));
	});
	ext
}

fn submit(who: AccountId, made: Statement) -> frame_support::pallet_prelude::DispatchResult {
	let signature = sign(Subject::Account(who), &made);
	Compliance::admit_by_statement(signed(who), 0, made, signature)
}

/// Ondo 2023 #268 (V10): the digest of a KYC was used again after the KYC was revoked.
#[test]
fn a_statement_from_before_a_revocation_admits_nobody_after_it() {
	with_signed().execute_with(|| {
		let (used, spare) = (statement(), Statement { expires_at: START + 99, ..statement() });
		assert_ok!(submit(CAROL, used));
		Now::set(START + 1);
		assert_ok!(Compliance::revoke(signed(VERITAS), 2));
		for made in [used, spare] {
			assert_noop!(submit(CAROL, made), Error::<Test>::StatementVoid);
		}
		Now::set(START + 2);
		assert_ok!(submit(CAROL, statement()));
	});
}

/// SRLabs 2021 low and OZS H-05 (V10): a proof was valid for other types of claims, and elsewhere.
#[test]
fn an_admission_is_no_renewal_and_no_admission_of_another_account() {
	with_signed().execute_with(|| {
		Now::set(START + 1);
		let made = statement();
		let admission = sign(Subject::Account(ALICE), &made);
		assert_noop!(
			Compliance::renew_by_statement(signed(ALICE), 0, made, admission.clone()),
			Error::<Test>::BadSignature
		);
		for who in [CAROL, DAVE] {
			assert_noop!(
				Compliance::admit_by_statement(signed(who), 0, made, admission.clone()),
				Error::<Test>::BadSignature
			);
		}
		let renewal = sign(Subject::Investor(0), &made);
		assert_noop!(
			Compliance::admit_by_statement(signed(CAROL), 0, made, renewal.clone()),
			Error::<Test>::BadSignature
		);
		assert_noop!(
			Compliance::renew_by_statement(signed(BOB), 0, made, renewal),
			Error::<Test>::BadSignature
		);
	});
}

/// PM#1726: what was signed by an earlier signer stayed valid.
#[test]
fn a_change_of_the_signer_voids_what_the_earlier_one_signed() {
	with_signed().execute_with(|| {
		let other = Signer::of(Scheme::Sr25519, 8);
		assert_ok!(Compliance::set_signer(signed(VERITAS), 0, Some(other.account())));
		assert_noop!(submit(CAROL, statement()), Error::<Test>::BadSignature);
		assert_ok!(Compliance::set_signer(signed(VERITAS), 0, None));
		assert_noop!(submit(CAROL, statement()), Error::<Test>::NoSigner);
	});
}

/// Polymesh 2021 high (V16): one person made itself two investors, of one check.
#[test]
fn one_admission_makes_one_investor_also_when_its_first_key_was_replaced() {
	with_signed().execute_with(|| {
		assert_ok!(submit(CAROL, statement()));
		let used = statement();
		assert_noop!(submit(CAROL, used), Error::<Test>::KeyInUse);
		add_key(CAROL, DAVE, Rights::ALL, None);
		assert_ok!(Compliance::remove_key(signed(DAVE), CAROL));
		assert_noop!(submit(CAROL, used), Error::<Test>::StatementVoid);
		assert_eq!(key(DAVE).investor, 2);
		assert_eq!(NextInvestorId::<Test>::get(), 3);
	});
}

/// V25, the keys of a provider stolen: one write stops what the thief stated, and nothing before.
#[test]
fn a_suspension_costs_the_same_for_any_number_of_investors() {
	let changed = |investors: u64| {
		let mut changed = 0;
		ExtBuilder::default().build().execute_with(|| {
			for account in 1_000..1_000 + investors {
				assert_ok!(Compliance::admit(signed(VERITAS), account, claims()));
			}
			let all = || {
				let (mut all, mut key) = (std::collections::BTreeMap::new(), vec![]);
				while let Some(next) = sp_io::storage::next_key(&key) {
					all.insert(next.clone(), sp_io::storage::get(&next));
					key = next;
				}
				all
			};
			System::reset_events();
			let before = all();
			assert_ok!(Compliance::suspend_provider(root(), 0, START));
			System::reset_events();
			let after = all();
			changed = after.iter().filter(|(key, value)| before.get(*key) != Some(*value)).count();
		});
		changed
	};
	// The standing and the cut-off.
	assert_eq!((changed(1), changed(300)), (2, 2));
}

/// V25: a stolen key of a provider admits no more than a day's limit, of its scope, up to its
/// suspension; and the thief cannot move the slot out of reach.
#[test]
fn a_stolen_provider_does_little_and_what_it_did_falls() {
	with_two().build_and_execute(|| {
		let terms = Terms { countries: set(&[*b"CH"]), daily: 4, ..Terms::WIDEST };
		assert_ok!(Compliance::set_provider_terms(root(), 0, terms));
		Now::set(START + 10);
		for account in [CAROL, DAVE] {
			assert_ok!(Compliance::admit(signed(VERITAS), account, claims()));
		}
		assert_noop!(
			Compliance::admit(signed(VERITAS), 20, claims()),
			Error::<Test>::DailyLimitReached
		);
		assert_ok!(Compliance::propose_rotation(signed(VERITAS), 0, Some(21)));
		assert_ok!(Compliance::suspend_provider(root(), 0, START + 10));
		assert_noop!(Compliance::accept_rotation(signed(21), 0), Error::<Test>::NotSuccessor);
		assert_eq!(transfer(ALICE, BOB), vec![]);
		assert_eq!(transfer(CAROL, DAVE).len(), 2);
		assert_ok!(Compliance::force_rotation(root(), 0, 22));
		assert_ok!(Compliance::reinstate_provider(root(), 0, false));
		assert_eq!(transfer(CAROL, DAVE).len(), 2);
		Now::set(START + 86_400);
		assert_ok!(Compliance::renew(signed(22), 2, claims()));
		assert_eq!(transfer(CAROL, BOB), vec![]);
	});
}

/// PM `IsAbsent(Blocked)`: whoever was blocked by a claim was free when its issuer was removed.
#[test]
fn nothing_a_provider_does_or_suffers_brings_a_denied_account_back() {
	with_signed().execute_with(|| {
		assert_ok!(Compliance::deny(root(), ALICE, Default::default()));
		let blocked = || transfer(ALICE, BOB).contains(&(Reason::Blocked, Side::Sender));
		Now::set(START + 1);
		assert_ok!(Compliance::renew(signed(VERITAS), 0, claims()));
		assert!(blocked());
		Now::set(START + 2);
		let made = statement();
		let signature = sign(Subject::Investor(0), &made);
		assert_ok!(Compliance::renew_by_statement(signed(ALICE), 0, made, signature));
		assert!(blocked());
		assert_ok!(Compliance::suspend_provider(root(), 0, START));
		assert_ok!(Compliance::reinstate_provider(root(), 0, true));
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert_ok!(Compliance::relist_provider(root(), 0));
		assert!(blocked());
		assert_noop!(Compliance::unblock(root(), 0), Error::<Test>::AccountDenied);
		// Nor a new admission, by whomever, once the investor is gone.
		assert_ok!(Compliance::revoke(root(), 0));
		Now::set(START + 3);
		assert_noop!(submit(ALICE, statement()), Error::<Test>::AccountDenied);
		for provider in [VERITAS, OTHER] {
			assert_noop!(
				Compliance::admit(signed(provider), ALICE, claims()),
				Error::<Test>::AccountDenied
			);
		}
		assert_ok!(Compliance::do_try_state());
	});
}

/// OZS#886 and C-01: a recovery in two steps, or to itself, let the target change or double.
#[test]
fn a_recovery_is_one_step_to_an_account_of_nobody() {
	with_two().build_and_execute(|| {
		for account in [ALICE, BOB] {
			assert_noop!(
				<Compliance as Gatekeeper<_>>::recover(0, &account),
				Error::<Test>::KeyInUse
			);
		}
		assert_ok!(<Compliance as Gatekeeper<_>>::recover(0, &CAROL));
		assert_eq!(transfer(CAROL, BOB), vec![]);
		assert_eq!(transfer(ALICE, BOB)[0], (Reason::UnknownKey, Side::Sender));
	});
}

/// V34: no stored type has room for free text about a person.
#[test]
fn what_is_stored_of_a_person_has_a_fixed_and_small_size() {
	use cadastre_primitives::{Eligibility, Key};
	use codec::MaxEncodedLen;
	assert_eq!(Key::max_encoded_len(), 8 + 1 + 9 + Eligibility::max_encoded_len());
	assert_eq!(Denial::max_encoded_len(), 32 + 8);
	assert_eq!(Mandate::max_encoded_len(), 1 + 32 + 4 + 4 + 8 + 4);
	assert!(Standing::max_encoded_len() <= 64);
	assert_eq!(FormerResidences::max_encoded_len(), 9 + 1 + 8 * 9);
}

// SPDX-License-Identifier: Apache-2.0

//! Each invariant is broken by hand and seen to be reported; random histories keep all of them.

use super::cohorts::{limits, SUPERVISOR};
use crate::{mock::*, *};
use cadastre_primitives::{
	traits::Gatekeeper, Claims, Country, Effects, Facts, Flags, Kind, Rights,
};
use frame_support::{assert_ok, BoundedVec};
use proptest::prelude::*;
use sp_core::H256;
use sp_runtime::TryRuntimeError;

/// Breaks a sound state and sees the invariant of this number reported.
fn breaks(number: &str, change: impl FnOnce()) {
	ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE, BOB]).build().execute_with(
		|| {
			add_key(ALICE, CAROL, Rights::VOTE, None);
			assert_ok!(Compliance::offer_key(signed(BOB), DAVE, Rights::ALL, None));
			assert_ok!(Compliance::amend_pack(signed(AUTHOR), 0, accredited(), START + NOTICE));
			assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 1, 0, 1, START + 1));
			assert_ok!(Compliance::exempt(signed(AUTHOR), 0, 2, 1, 1, START + YEAR));
			assert_ok!(Compliance::suspend_provider(root(), 1, START - 5));
			assert_ok!(Compliance::deny(root(), 40, H256::zero()));
			let limits = CohortLimits { from: START, ..limits() };
			assert_ok!(Compliance::create_cohort(root(), SUPERVISOR, limits));
			assert_ok!(Compliance::add_member(signed(SUPERVISOR), 0, 1));
			assert_ok!(Compliance::set_asset_value(signed(SUPERVISOR), 0, 0, 5));
			assert_eq!(Compliance::do_try_state(), Ok(()));
			change();
			match Compliance::do_try_state() {
				Err(TryRuntimeError::Other(message)) => {
					assert!(message.starts_with(&format!("{number}:")), "{message}")
				},
				other => panic!("{number} is not reported: {other:?}"),
			}
		},
	);
}

fn mandate(provider: u8) -> Mandate {
	Mandate::new(provider, Terms::WIDEST)
}

fn provider(account: AccountId) -> Provider<AccountId> {
	Provider { account, appointed_at: 0, signer: None, successor: None }
}

#[test]
fn inv_c1_keys_and_investors_name_each_other() {
	breaks("INV-C1", || Keys::<Test>::remove(CAROL));
	breaks("INV-C1", || Keys::<Test>::remove(ALICE));
	breaks("INV-C1", || Keys::<Test>::insert(5, key(ALICE)));
	breaks("INV-C1", || Keys::<Test>::mutate_extant(CAROL, |key| key.investor = 1));
	breaks("INV-C1", || Keys::<Test>::mutate_extant(CAROL, |key| key.expires_at = Some(1)));
	breaks("INV-C1", || {
		Investors::<Test>::mutate_extant(1, |record| {
			let entry = KeyEntry { account: CAROL, expires_at: None, ticket: None };
			record.keys.try_push(entry).unwrap();
		});
	});
	breaks("INV-C1", || {
		Investors::<Test>::mutate_extant(1, |record| {
			let entry = KeyEntry { account: BOB, expires_at: None, ticket: None };
			record.keys.try_push(entry).unwrap();
		});
	});
}

#[test]
fn inv_c2_keys_of_an_investor_carry_the_same_word() {
	breaks("INV-C2", || {
		Keys::<Test>::mutate_extant(CAROL, |key| key.eligibility.blocked = true);
	});
}

#[test]
fn inv_c3_words_name_provider_and_epoch() {
	let change = |provider, epoch| {
		Keys::<Test>::mutate_extant(BOB, |key| {
			key.eligibility.provider = provider;
			key.eligibility.epoch = epoch;
		});
	};
	breaks("INV-C3", || change(1, 1));
	breaks("INV-C3", || change(0, 2));
	breaks("INV-C3", || change(0, 0));
}

#[test]
fn inv_c4_slots_and_providers_agree() {
	breaks("INV-C4", || ProviderStatus::<Test>::mutate(|standing| standing.listed |= 1 << 9));
	breaks("INV-C4", || ProviderStatus::<Test>::mutate(|standing| standing.appointed |= 1 << 9));
	breaks("INV-C4", || Providers::<Test>::remove(1));
	breaks("INV-C4", || ProviderOf::<Test>::remove(OTHER));
	breaks("INV-C4", || ProviderOf::<Test>::insert(77, mandate(1)));
	breaks("INV-C4", || {
		ProviderOf::<Test>::insert(77, mandate(40));
		Providers::<Test>::insert(40, provider(77));
	});
	breaks("INV-C4", || ProviderStatus::<Test>::mutate(|standing| standing.epochs[1] = 0));
}

#[test]
fn inv_c5_ids_are_below_the_next() {
	breaks("INV-C5", || NextInvestorId::<Test>::put(1));
	breaks("INV-C5", || NextPackId::<Test>::put(0));
}

#[test]
fn inv_c6_versions_follow_each_other() {
	breaks("INV-C6", || UpcomingPacks::<Test>::remove(0));
	breaks("INV-C6", || Packs::<Test>::mutate_extant(0, |pack| pack.upcoming_at = None));
	breaks("INV-C6", || UpcomingPacks::<Test>::mutate_extant(0, |pack| pack.version = 3));
	breaks("INV-C6", || UpcomingPacks::<Test>::mutate_extant(0, |pack| pack.effective_at += 1));
	breaks("INV-C6", || {
		UpcomingPacks::<Test>::insert(5, UpcomingPacks::<Test>::get(0).unwrap());
	});
}

#[test]
fn inv_c7_records_have_the_digest() {
	breaks("INV-C7", || {
		PackRecords::<Test>::mutate_extant(0, |record| record.digest = H256::zero());
	});
	breaks("INV-C7", || PackRecords::<Test>::remove(0));
	breaks("INV-C7", || PackRecords::<Test>::insert(5, PackRecords::<Test>::get(0).unwrap()));
}

#[test]
fn inv_c8_packs_are_sound() {
	breaks("INV-C8", || {
		Packs::<Test>::mutate_extant(0, |pack| pack.rules = RuleSet::default());
	});
	breaks("INV-C8", || {
		UpcomingPacks::<Test>::mutate_extant(0, |pack| {
			pack.rules = rules(&[Rule::CountryAllow { side: Sides::Both, set: 0 }], &[]);
		});
	});
}

#[test]
fn inv_c9_investors_keep_a_lasting_manager() {
	breaks("INV-C9", || Keys::<Test>::mutate_extant(BOB, |key| key.rights = Rights::VOTE));
	breaks("INV-C9", || {
		Keys::<Test>::mutate_extant(BOB, |key| key.expires_at = Some(1));
		Investors::<Test>::mutate_extant(1, |record| record.keys[0].expires_at = Some(1));
	});
	breaks("INV-C9", || {
		Keys::<Test>::remove(BOB);
		Investors::<Test>::mutate_extant(1, |record| record.keys.clear());
	});
}

#[test]
fn inv_c10_offers_and_investors_name_each_other() {
	breaks("INV-C10", || KeyOffers::<Test>::remove(DAVE));
	breaks("INV-C10", || Investors::<Test>::mutate_extant(1, |record| record.offer = None));
	breaks("INV-C10", || KeyOffers::<Test>::mutate_extant(DAVE, |offer| offer.investor = 0));
}

#[test]
fn inv_c11_no_provider_is_a_key() {
	breaks("INV-C11", || {
		ProviderOf::<Test>::insert(CAROL, mandate(2));
		Providers::<Test>::insert(2, provider(CAROL));
		ProviderStatus::<Test>::mutate(|standing| {
			standing.appoint().unwrap();
		});
	});
}

#[test]
fn inv_c12_exemptions_name_what_there_is_or_has_been() {
	let copy = |key| {
		let exemption = Exemptions::<Test>::get((0, 0, 1)).unwrap();
		Exemptions::<Test>::insert(key, exemption);
	};
	breaks("INV-C12", || copy((1, 0, 1)));
	breaks("INV-C12", || copy((0, 2, 1)));
	breaks("INV-C12", || copy((0, 1, 3)));
	breaks("INV-C12", || copy((0, 1, 0)));
	let set_rules = |rules| {
		Exemptions::<Test>::mutate((0, 0, 1), |exemption| {
			exemption.as_mut().unwrap().rules = rules;
		});
	};
	breaks("INV-C12", || set_rules(0));
	breaks("INV-C12", || set_rules(2));
	breaks("INV-C12", || set_rules(3));
}

#[test]
fn inv_c13_versions_count_their_exemptions() {
	breaks("INV-C13", || Packs::<Test>::mutate_extant(0, |pack| pack.exempted = 0));
	breaks("INV-C13", || UpcomingPacks::<Test>::mutate_extant(0, |pack| pack.exempted = 2));
	breaks("INV-C13", || Exemptions::<Test>::remove((0, 1, 2)));
	breaks("INV-C13", || {
		let exemption = Exemptions::<Test>::get((0, 0, 1)).unwrap();
		Exemptions::<Test>::insert((0, 1, 1), exemption);
	});
}

#[test]
fn inv_c30_suspensions_and_their_bits_agree() {
	breaks("INV-C30", || ProviderStatus::<Test>::mutate(|standing| standing.suspended |= 1));
	breaks("INV-C30", || ProviderStatus::<Test>::mutate(|standing| standing.suspended |= 1 << 9));
	breaks("INV-C30", || ProviderStatus::<Test>::mutate(|standing| standing.suspended = 0));
	breaks("INV-C30", || Suspensions::<Test>::remove(1));
	let gap = |from, until| Suspension { from, until };
	breaks("INV-C30", || Suspensions::<Test>::insert(0, gap(0, None)));
	breaks("INV-C30", || Suspensions::<Test>::insert(200, gap(0, None)));
	breaks("INV-C30", || Suspensions::<Test>::insert(1, gap(5, Some(4))));
	breaks("INV-C30", || Suspensions::<Test>::insert(1, gap(START + 1, None)));
}

#[test]
fn inv_c31_statements_are_not_later_than_now() {
	breaks("INV-C31", || {
		Keys::<Test>::mutate_extant(BOB, |key| key.eligibility.stated_at = START + 1);
	});
}

#[test]
fn inv_c32_days_are_not_to_come() {
	breaks("INV-C32", || {
		ProviderOf::<Test>::mutate_extant(OTHER, |mandate| mandate.day = START / 86_400 + 1);
	});
}

#[test]
fn inv_c33_bars_are_not_later_than_now() {
	breaks("INV-C33", || Bars::<Test>::insert(7, START + 1));
}

#[test]
fn inv_c34_no_denied_account_acts() {
	let denial = |since| Denial { reason: H256::zero(), since };
	breaks("INV-C34", || Denied::<Test>::insert(BOB, denial(START)));
	breaks("INV-C34", || Denied::<Test>::insert(40, denial(START + 1)));
}

#[test]
fn inv_c35_ids_of_cohorts_are_below_the_next() {
	breaks("INV-C35", || NextCohortId::<Test>::put(0));
}

fn cohort(change: impl FnOnce(&mut Cohort<AccountId>)) {
	Cohorts::<Test>::mutate_extant(0, change);
}

#[test]
fn inv_c36_cohorts_last() {
	breaks("INV-C36", || cohort(|cohort| cohort.limits.from = cohort.limits.until));
	breaks("INV-C36", || cohort(|cohort| cohort.ended_at = Some(cohort.limits.until + 1)));
}

#[test]
fn inv_c37_cohorts_keep_to_their_limits() {
	breaks("INV-C37", || cohort(|cohort| cohort.limits.investors = 0));
	breaks("INV-C37", || cohort(|cohort| cohort.limits.assets = 0));
	breaks("INV-C37", || cohort(|cohort| cohort.limits.value = 4));
	breaks("INV-C37", || cohort(|cohort| cohort.counts.volume = cohort.limits.volume + 1));
}

#[test]
fn inv_c38_cohorts_count_what_they_have() {
	breaks("INV-C38", || cohort(|cohort| cohort.counts.investors = 2));
	breaks("INV-C38", || cohort(|cohort| cohort.counts.assets = 0));
	breaks("INV-C38", || cohort(|cohort| cohort.counts.value = 4));
	breaks("INV-C38", || CohortMembers::<Test>::remove(0, 1));
	breaks("INV-C38", || CohortAssets::<Test>::remove(0, 0));
}

#[test]
fn inv_c39_entries_have_a_cohort() {
	breaks("INV-C39", || {
		CohortMembers::<Test>::insert(5, 1, CohortMembers::<Test>::get(0, 1).unwrap());
	});
	breaks("INV-C39", || {
		CohortAssets::<Test>::insert(5, 0, CohortAssets::<Test>::get(0, 0).unwrap());
	});
}

#[test]
fn inv_c40_former_residences_are_somebody_s() {
	let former = |until| {
		let mut former = FormerResidences::default();
		former.push(Country::NONE, until);
		former
	};
	breaks("INV-C40", || FormerTaxResidences::<Test>::insert(5, former(START)));
	breaks("INV-C40", || FormerTaxResidences::<Test>::insert(0, FormerResidences::default()));
}

#[test]
fn inv_c41_former_residences_follow_each_other() {
	let former = |dropped_until, ends: &[u64]| {
		let country = Country::NONE;
		let kept = ends.iter().map(|until| FormerResidence { country, until: *until });
		let kept = BoundedVec::truncate_from(kept.collect());
		FormerTaxResidences::<Test>::insert(0, FormerResidences { dropped_until, kept });
	};
	breaks("INV-C41", || former(None, &[START + 1]));
	breaks("INV-C41", || former(None, &[5, 5]));
	breaks("INV-C41", || former(None, &[5, 6, 4]));
	breaks("INV-C41", || former(Some(4), &[5, 6]));
	breaks("INV-C41", || former(Some(5), &[5, 6, 7, 8, 9, 10, 11, 12]));
}

#[derive(Clone, Debug)]
enum Op {
	Appoint(AccountId),
	Delist(u8),
	Relist(u8),
	Dismiss(u8),
	Admit(AccountId, AccountId, Claims),
	Renew(AccountId, u64, Claims),
	Revoke(Option<AccountId>, u64),
	Block(u64),
	Unblock(u64),
	Offer(AccountId, AccountId, u8, Option<u64>),
	Accept(AccountId, u64),
	Withdraw(AccountId, AccountId),
	Remove(AccountId, AccountId),
	Publish(AccountId, bool),
	Amend(AccountId, u32, bool, u64),
	Enact(u32),
	WithdrawPack(AccountId, u32),
	Exempt(AccountId, u32, u32, u64, u32, u64),
	EndExemption(AccountId, u32, u32, u64),
	Terms(u8, u32),
	Suspend(u8, u64),
	Reinstate(u8, bool),
	Rotate(u8, AccountId, bool),
	SetSigner(u8, bool),
	Leave(AccountId),
	AdmitBy(AccountId, u8, u64),
	RenewBy(AccountId, u8, u64),
	LowerBar(AccountId),
	Deny(AccountId),
	Lift(AccountId),
	Recover(u64, AccountId),
	CreateCohort(u64),
	Halt(u32, bool),
	End(AccountId, u32),
	Member(u32, u64, bool),
	Asset(u32, u32, Option<u128>),
	Graduate(u32, u32, u32),
	Prune(u32, u32),
	Record(u32, u128),
	Pass(u64),
}

impl Op {
	// Most calls of a random history are refused; what counts is the state that they leave.
	fn run(self) {
		let some = |first: bool| if first { kyc() } else { accredited() };
		let _ = match self {
			Self::Appoint(account) => Compliance::appoint_provider(root(), account, Terms::WIDEST),
			Self::Delist(slot) => Compliance::delist_provider(root(), slot),
			Self::Relist(slot) => Compliance::relist_provider(root(), slot),
			Self::Dismiss(slot) => Compliance::dismiss_provider(root(), slot),
			Self::Admit(by, account, claims) => Compliance::admit(signed(by), account, claims),
			Self::Renew(by, investor, claims) => {
				Compliance::renew(signed(by), investor, claims).map(|_| ()).map_err(|e| e.error)
			},
			Self::Revoke(by, investor) => Compliance::revoke(by.map_or(root(), signed), investor)
				.map(|_| ())
				.map_err(|e| e.error),
			Self::Block(investor) => {
				Compliance::block(root(), investor).map(|_| ()).map_err(|e| e.error)
			},
			Self::Unblock(investor) => {
				Compliance::unblock(root(), investor).map(|_| ()).map_err(|e| e.error)
			},
			Self::Offer(by, to, rights, expires_at) => {
				Compliance::offer_key(signed(by), to, Rights(rights), expires_at)
			},
			Self::Accept(by, investor) => Compliance::accept_key(signed(by), investor),
			Self::Withdraw(by, account) => Compliance::withdraw_offer(signed(by), account),
			Self::Remove(by, account) => Compliance::remove_key(signed(by), account),
			Self::Publish(by, first) => Compliance::publish_pack(signed(by), some(first)),
			Self::Amend(by, pack, first, in_seconds) => {
				let at = Now::get() + in_seconds;
				Compliance::amend_pack(signed(by), pack, some(first), at)
			},
			Self::Enact(pack) => {
				Compliance::enact_pack(signed(1), pack).map(|_| ()).map_err(|e| e.error)
			},
			Self::WithdrawPack(by, pack) => Compliance::withdraw_pack(signed(by), pack),
			Self::Exempt(by, pack, version, investor, rules, in_seconds) => {
				let at = Now::get() + in_seconds;
				Compliance::exempt(signed(by), pack, version, investor, rules, at)
			},
			Self::EndExemption(by, pack, version, investor) => {
				Compliance::end_exemption(signed(by), pack, version, investor)
			},

			Self::Terms(slot, daily) => {
				Compliance::set_provider_terms(root(), slot, Terms { daily, ..Terms::WIDEST })
			},
			Self::Suspend(slot, ago) => {
				Compliance::suspend_provider(root(), slot, Now::get().saturating_sub(ago))
			},
			Self::Reinstate(slot, uphold) => Compliance::reinstate_provider(root(), slot, uphold),
			Self::Rotate(slot, to, false) => {
				let _ = Compliance::propose_rotation(root(), slot, Some(to));
				Compliance::accept_rotation(signed(to), slot)
			},
			Self::Rotate(slot, to, true) => Compliance::force_rotation(root(), slot, to),
			Self::SetSigner(slot, some) => {
				Compliance::set_signer(root(), slot, some.then(|| signer().account()))
			},
			Self::Leave(who) => {
				Compliance::leave(signed(who)).map(|_| ()).map_err(|error| error.error)
			},
			Self::AdmitBy(who, slot, ago) => {
				let made = Statement { issued_at: Now::get().saturating_sub(ago), ..statement() };
				let made = Statement { expires_at: made.issued_at + STATEMENT_PERIOD, ..made };
				let bytes = Compliance::statement_bytes(slot, Subject::Account(who), made);
				let signature = signer().sign(&bytes.unwrap_or_default());
				Compliance::admit_by_statement(signed(who), slot, made, signature)
			},
			Self::RenewBy(who, slot, ago) => {
				let made = Statement { issued_at: Now::get().saturating_sub(ago), ..statement() };
				let made = Statement { expires_at: made.issued_at + STATEMENT_PERIOD, ..made };
				let investor = Keys::<Test>::get(who).map_or(0, |key| key.investor);
				let bytes = Compliance::statement_bytes(slot, Subject::Investor(investor), made);
				let signature = signer().sign(&bytes.unwrap_or_default());
				Compliance::renew_by_statement(signed(who), slot, made, signature)
					.map(|_| ())
					.map_err(|error| error.error)
			},
			Self::LowerBar(who) => Compliance::lower_bar(signed(1), Compliance::bucket(&who)),
			Self::Deny(who) => {
				Compliance::deny(root(), who, H256::zero()).map(|_| ()).map_err(|error| error.error)
			},
			Self::Lift(who) => Compliance::lift_denial(root(), who, H256::zero()),
			Self::Recover(investor, who) => frame_support::storage::with_storage_layer(|| {
				<Compliance as Gatekeeper<AccountId>>::recover(investor, &who)
			}),
			Self::CreateCohort(length) => {
				let from = Now::get();
				let limits = CohortLimits { from, until: from + length, ..limits() };
				Compliance::create_cohort(root(), SUPERVISOR, limits)
			},
			Self::Halt(cohort, true) => Compliance::suspend_cohort(signed(SUPERVISOR), cohort),
			Self::Halt(cohort, false) => Compliance::resume_cohort(signed(SUPERVISOR), cohort),
			Self::End(who, cohort) => Compliance::end_cohort(signed(who), cohort),
			Self::Member(cohort, investor, true) => {
				Compliance::add_member(signed(SUPERVISOR), cohort, investor)
			},
			Self::Member(cohort, investor, false) => {
				Compliance::remove_member(signed(SUPERVISOR), cohort, investor)
			},
			Self::Asset(cohort, asset, Some(value)) => {
				Compliance::set_asset_value(signed(SUPERVISOR), cohort, asset, value)
			},
			Self::Asset(cohort, asset, None) => {
				Compliance::remove_asset(signed(SUPERVISOR), cohort, asset)
			},
			Self::Graduate(cohort, asset, pack) => {
				let by = signed(SUPERVISOR);
				Compliance::graduate(by, cohort, asset, pack, H256::zero())
			},
			Self::Prune(cohort, limit) => Compliance::prune_cohort(signed(1), cohort, limit)
				.map(|_| ())
				.map_err(|error| error.error),
			Self::Record(cohort, amount) => {
				let effects = Effects { cohort: Some(cohort), ..Effects::default() };
				let facts = Facts { amount, ..facts(Kind::Transfer, ALICE, BOB) };
				<Compliance as Gatekeeper<AccountId>>::record(&facts, &effects)
			},
			Self::Pass(seconds) => {
				Now::set(Now::get() + seconds);
				Ok(())
			},
		};
	}
}

fn any_claims() -> impl Strategy<Value = Claims> {
	let country = || prop_oneof![9 => Just(*b"CH"), 1 => Just(*b"XX")];
	let tax = || prop::sample::select(vec![*b"CH", *b"DE", *b"FR"]);
	let all = (country(), tax(), any::<u32>(), 0..2 * YEAR);
	all.prop_map(|(residence, tax_residence, flags, length)| Claims {
		residence,
		tax_residence,
		flags: Flags(flags),
		valid_until: START + length,
		..claims()
	})
}

fn op_on_statements() -> impl Strategy<Value = Op> {
	let who = || 1..14_u64;
	let slot = || 0..3_u8;
	prop_oneof![
		1 => (slot(), 0..9_u32).prop_map(|(a, b)| Op::Terms(a, b)),
		1 => (slot(), 0..NOTICE).prop_map(|(a, b)| Op::Suspend(a, b)),
		2 => (slot(), any::<bool>()).prop_map(|(a, b)| Op::Reinstate(a, b)),
		1 => (slot(), who(), any::<bool>()).prop_map(|(a, b, c)| Op::Rotate(a, b, c)),
		3 => (slot(), prop::bool::weighted(0.9)).prop_map(|(a, b)| Op::SetSigner(a, b)),
		1 => who().prop_map(Op::Leave),
		4 => (who(), slot(), 0..9_u64).prop_map(|(a, b, c)| Op::AdmitBy(a, b, c)),
		3 => (who(), slot(), 0..9_u64).prop_map(|(a, b, c)| Op::RenewBy(a, b, c)),
		1 => who().prop_map(Op::LowerBar),
		1 => who().prop_map(Op::Deny),
		1 => who().prop_map(Op::Lift),
		1 => (0..6_u64, who()).prop_map(|(a, b)| Op::Recover(a, b)),
		1 => (STATEMENT_PERIOD - 5..STATEMENT_PERIOD + 5).prop_map(Op::Pass),
	]
}

fn op_on_cohorts() -> impl Strategy<Value = Op> {
	let cohort = || 0..3_u32;
	let value = prop::option::weighted(0.7, 0..700_u128);
	prop_oneof![
		2 => (1..NOTICE).prop_map(Op::CreateCohort),
		1 => (cohort(), any::<bool>()).prop_map(|(a, b)| Op::Halt(a, b)),
		1 => (SUPERVISOR - 1..SUPERVISOR + 1, cohort()).prop_map(|(a, b)| Op::End(a, b)),
		4 => (cohort(), 0..6_u64, prop::bool::weighted(0.8))
			.prop_map(|(a, b, c)| Op::Member(a, b, c)),
		4 => (cohort(), 0..4_u32, value).prop_map(|(a, b, c)| Op::Asset(a, b, c)),
		1 => (cohort(), 0..4_u32, 0..3_u32).prop_map(|(a, b, c)| Op::Graduate(a, b, c)),
		1 => (cohort(), 0..4_u32).prop_map(|(a, b)| Op::Prune(a, b)),
		2 => (cohort(), 0..9_u128).prop_map(|(a, b)| Op::Record(a, b)),
	]
}

fn op() -> impl Strategy<Value = Op> {
	// Few accounts, so that they meet: keys, providers and strangers.
	let who = || 1..14_u64;
	let provider = || 10..13_u64;
	let end = || prop::option::of(START..START + 4 * OFFER_PERIOD);
	let notice = NOTICE - 10..NOTICE + 10;
	prop_oneof![
		1 => who().prop_map(Op::Appoint),
		1 => (0..4_u8).prop_map(Op::Delist),
		1 => (0..4_u8).prop_map(Op::Relist),
		1 => (0..4_u8).prop_map(Op::Dismiss),
		4 => (provider(), who(), any_claims()).prop_map(|(a, b, c)| Op::Admit(a, b, c)),
		2 => (provider(), 0..6_u64, any_claims()).prop_map(|(a, b, c)| Op::Renew(a, b, c)),
		1 => (prop::option::of(provider()), 0..6_u64).prop_map(|(a, b)| Op::Revoke(a, b)),
		1 => (0..6_u64).prop_map(Op::Block),
		1 => (0..6_u64).prop_map(Op::Unblock),
		6 => (who(), who(), 0..17_u8, end()).prop_map(|(a, b, c, d)| Op::Offer(a, b, c, d)),
		6 => (who(), 0..6_u64).prop_map(|(a, b)| Op::Accept(a, b)),
		1 => (who(), who()).prop_map(|(a, b)| Op::Withdraw(a, b)),
		3 => (who(), who()).prop_map(|(a, b)| Op::Remove(a, b)),
		1 => (8..10_u64, any::<bool>()).prop_map(|(a, b)| Op::Publish(a, b)),
		2 => (8..10_u64, 0..3_u32, any::<bool>(), notice)
			.prop_map(|(a, b, c, d)| Op::Amend(a, b, c, d)),
		1 => (0..3_u32).prop_map(Op::Enact),
		1 => (8..10_u64, 0..3_u32).prop_map(|(a, b)| Op::WithdrawPack(a, b)),
		4 => (8..10_u64, 0..3_u32, 1..4_u32, 0..4_u64, 0..3_u32, 0..2 * NOTICE)
			.prop_map(|(a, b, c, d, e, f)| Op::Exempt(a, b, c, d, e, f)),
		2 => (8..10_u64, 0..3_u32, 1..4_u32, 0..4_u64)
			.prop_map(|(a, b, c, d)| Op::EndExemption(a, b, c, d)),
		2 => (1..NOTICE).prop_map(Op::Pass),
		20 => op_on_statements(),
		14 => op_on_cohorts(),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::cases(1_000, 32)))]

	#[test]
	fn random_histories_keep_every_invariant(ops in prop::collection::vec(op(), 1..120)) {
		ExtBuilder::default().with_pack(kyc()).with_investors(&[ALICE, BOB]).build().execute_with(
			|| {
				for op in ops {
					let shown = format!("{op:?}");
					op.run();
					let state = Compliance::do_try_state();
					assert_eq!(state, Ok(()), "after {shown}");
				}
				// Every deposit has its way out.
				let investors: Vec<_> = Investors::<Test>::iter_keys().collect();
				for investor in investors {
					assert_ok!(Compliance::revoke(root(), investor));
				}
				let packs: Vec<_> = PackRecords::<Test>::iter().collect();
				for (pack, record) in packs {
					assert_ok!(Compliance::withdraw_pack(signed(record.author), pack));
				}
				let exemptions: Vec<_> = Exemptions::<Test>::iter_keys().collect();
				for (pack, investor, version) in exemptions {
					assert_ok!(Compliance::end_exemption(signed(40), pack, version, investor));
				}

				let cohorts: Vec<_> = Cohorts::<Test>::iter_keys().collect();
				for cohort in cohorts {
					let _ = Compliance::end_cohort(root(), cohort);
					assert_ok!(Compliance::prune_cohort(signed(ALICE), cohort, MAX_PRUNED));
				}
				for account in 1..50 {
					assert_eq!(held_in_all(account), 0, "of account {account}");
				}
				assert_eq!(Keys::<Test>::iter().count(), 0);
				assert_eq!(KeyOffers::<Test>::iter().count(), 0);
				assert_eq!(FormerTaxResidences::<Test>::iter().count(), 0);
			},
		);
	}
}

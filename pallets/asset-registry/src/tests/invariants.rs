// SPDX-License-Identifier: Apache-2.0

//! Each invariant is broken by hand and seen to be reported; random histories break none.

use super::*;
use crate::{
	rules, AssetOf, Assets, ByIssuer, Identifiers, IdentifiersOf, IssuerOffer, Metadata,
	MetadatumOf, NextAssetId, PaperOf, Papers, Policies, Roles, Standing, Verifiers,
};
use alloc::collections::BTreeMap;
use cadastre_primitives::{
	traits::Register, AssetFacts, AssetId, AssetName, AssetRoles, AssetStatus, Attestation,
	Identifier, Lock, MetadataValue, PaperKind, Profession, Professions, Round, WindUp,
};
use frame_support::assert_ok;
use proptest::prelude::*;
use sp_io::storage;
use sp_runtime::StateVersion;

/// Breaks a state with the asset 0 and two papers, and expects to be told so.
fn caught(number: &str, status: AssetStatus, break_it: impl FnOnce()) {
	ExtBuilder::default().asset(status, 2).build().execute_with(|| {
		assert_ok!(AssetRegistry::do_try_state());
		break_it();
		let DispatchError::Other(told) = AssetRegistry::do_try_state().unwrap_err() else {
			panic!("another kind of error");
		};
		assert!(told.starts_with(&format!("{number}:")), "{told}");
	});
}

fn asset(change: impl FnOnce(&mut AssetOf<Test>)) {
	Assets::<Test>::mutate(0, |asset| change(asset.as_mut().unwrap()));
}

fn paper(id: u32, change: impl FnOnce(&mut PaperOf<Test>)) {
	Papers::<Test>::mutate(0, id, |paper| change(paper.as_mut().unwrap()));
}

#[test]
fn inv_r1_the_number_of_papers() {
	caught("INV-R1", AssetStatus::Draft, || asset(|asset| asset.papers = 3));
	caught("INV-R1", AssetStatus::Draft, || Papers::<Test>::remove(0, 0));
}

#[test]
fn inv_r2_a_paper_without_an_asset() {
	caught("INV-R2", AssetStatus::Draft, || Assets::<Test>::remove(0));
}

#[test]
fn inv_r3_ids_without_gaps() {
	caught("INV-R3", AssetStatus::Draft, || {
		let last = Papers::<Test>::take(0, 1).unwrap();
		Papers::<Test>::insert(0, 2, last);
	});
	caught("INV-R3", AssetStatus::Draft, || asset(|asset| asset.papers = 1));
}

#[test]
fn inv_r4_status_and_verification() {
	for status in [AssetStatus::Verified, AssetStatus::Active, AssetStatus::Suspended] {
		caught("INV-R4", status, || asset(|asset| asset.verification = None));
		caught("INV-R4", status, || asset(|asset| asset.status = AssetStatus::Draft));
	}
	caught("INV-R4", AssetStatus::Draft, || {
		asset(|asset| asset.status = AssetStatus::Verified);
	});
}

#[test]
fn inv_r5_the_next_id() {
	caught("INV-R5", AssetStatus::Draft, || NextAssetId::<Test>::put(0));
}

#[test]
fn inv_r6_the_verification() {
	caught("INV-R6", AssetStatus::Verified, || {
		asset(|asset| asset.verification.as_mut().unwrap().verifier = ISSUER);
	});
	for papers in [0, 3] {
		caught("INV-R6", AssetStatus::Verified, || {
			asset(|asset| asset.verification.as_mut().unwrap().papers = papers);
		});
	}
}

#[test]
fn inv_r7_shares_before_the_activation() {
	caught("INV-R7", AssetStatus::Draft, || Ledger::force_supply(0, 1));
	caught("INV-R7", AssetStatus::Verified, || Ledger::force_supply(0, 1));
}

#[test]
fn inv_r8_the_superseded_is_earlier() {
	caught("INV-R8", AssetStatus::Draft, || paper(1, |paper| paper.supersedes = Some(1)));
}

#[test]
fn inv_r9_the_date_on_the_document() {
	caught("INV-R9", AssetStatus::Draft, || paper(1, |paper| paper.dated = NOW + 1));
}

#[test]
fn inv_r10_name_and_country() {
	caught("INV-R10", AssetStatus::Draft, || asset(|asset| asset.name = AssetName::default()));
	caught("INV-R10", AssetStatus::Draft, || asset(|asset| asset.country = Some(*b"XX")));
}

#[test]
fn inv_r11_the_attestations() {
	let lawyer =
		|papers| Attestation { profession: Profession::Lawyer, verifier: BOTH, papers, at: NOW };
	// To other papers, by the issuer, twice.
	caught("INV-R11", AssetStatus::Draft, || {
		asset(|asset| asset.attestations = vec![lawyer(1)].try_into().unwrap());
	});
	caught("INV-R11", AssetStatus::Draft, || {
		let own = Attestation { verifier: ISSUER, ..lawyer(2) };
		asset(|asset| asset.attestations = vec![own].try_into().unwrap());
	});
	caught("INV-R11", AssetStatus::Verified, || {
		asset(|asset| {
			let first = asset.attestations[0].clone();
			asset.attestations = vec![lawyer(2), first].try_into().unwrap();
		});
	});
	caught("INV-R11", AssetStatus::Verified, || {
		asset(|asset| asset.attestations = vec![].try_into().unwrap());
	});
	// By who has a role.
	caught("INV-R11", AssetStatus::Verified, || {
		assert_ok!(grant(AssetRoles::PAPERS, None));
		let role = Roles::<Test>::take(0, AGENT).unwrap();
		Roles::<Test>::insert(0, VERIFIER, role);
	});
}

#[test]
fn inv_r12_the_list_of_the_issuer() {
	caught("INV-R12", AssetStatus::Draft, || ByIssuer::<Test>::remove(ISSUER, 0));
	caught("INV-R12", AssetStatus::Draft, || ByIssuer::<Test>::insert(STRANGER, 0, ()));
	caught("INV-R12", AssetStatus::Draft, || ByIssuer::<Test>::insert(ISSUER, 1, ()));
}

/// Breaks a draft with everything that can hang on it.
fn caught_with_details(number: &str, break_it: impl FnOnce()) {
	caught(number, AssetStatus::Draft, || {
		assert_ok!(AssetRegistry::add_identifier(signed(ISSUER), 0, ISIN));
		assert_ok!(set(ISSUER, "a", 1, Lock::Until(NOW + 5), Some(NOW + 5)));
		assert_ok!(grant(AssetRoles::PAPERS, None));
		assert_ok!(AssetRegistry::do_try_state());
		break_it();
	});
}

#[test]
fn inv_r13_identifiers_both_ways() {
	caught_with_details("INV-R13", || IdentifiersOf::<Test>::remove(0, ISIN));
	caught_with_details("INV-R13", || IdentifiersOf::<Test>::insert(0, LEI, ()));
	caught_with_details("INV-R13", || {
		Identifiers::<Test>::remove(ISIN);
	});
	caught_with_details("INV-R13", || asset(|asset| asset.identifiers = 0));
	caught_with_details("INV-R13", || {
		Identifiers::<Test>::mutate(ISIN, |record| record.as_mut().unwrap().asset = 1);
	});
}

#[test]
fn inv_r14_identifiers_are_some() {
	caught_with_details("INV-R14", || {
		let wrong = Identifier::Isin(*b"US0378331006");
		let record = Identifiers::<Test>::take(ISIN).unwrap();
		IdentifiersOf::<Test>::remove(0, ISIN);
		Identifiers::<Test>::insert(&wrong, record);
		IdentifiersOf::<Test>::insert(0, wrong, ());
	});
}

#[test]
fn inv_r15_the_number_of_metadata() {
	caught_with_details("INV-R15", || asset(|asset| asset.metadata = 2));
	caught_with_details("INV-R15", || {
		let entry = Metadata::<Test>::take(0, key("a")).unwrap();
		Metadata::<Test>::insert(1, key("a"), entry);
	});
}

#[test]
fn inv_r16_keys_values_and_locks() {
	let entry = |change: fn(&mut MetadatumOf<Test>)| {
		Metadata::<Test>::mutate(0, key("a"), |entry| change(entry.as_mut().unwrap()));
	};
	caught_with_details("INV-R16", || {
		let entry = Metadata::<Test>::take(0, key("a")).unwrap();
		Metadata::<Test>::insert(0, key("A"), entry);
	});
	caught_with_details("INV-R16", || {
		entry(|entry| entry.value = MetadataValue::Country(*b"XX"));
	});
	caught_with_details("INV-R16", || entry(|entry| entry.lock = Lock::Until(NOW + 6)));
}

#[test]
fn inv_r17_the_number_of_roles() {
	caught_with_details("INV-R17", || asset(|asset| asset.roles = 0));
	caught_with_details("INV-R17", || {
		let role = Roles::<Test>::take(0, AGENT).unwrap();
		Roles::<Test>::insert(1, AGENT, role);
	});
}

#[test]
fn inv_r18_who_proposes_does_not_approve() {
	for bits in [0, 0b1_1000, 128] {
		caught_with_details("INV-R18", || {
			Roles::<Test>::mutate(0, AGENT, |role| role.as_mut().unwrap().roles = AssetRoles(bits));
		});
	}
	caught_with_details("INV-R18", || {
		let role = Roles::<Test>::take(0, AGENT).unwrap();
		Roles::<Test>::insert(0, ISSUER, role);
	});
}

#[test]
fn inv_r19_the_round() {
	let round = |change: fn(&mut Round)| {
		caught("INV-R19", AssetStatus::Active, || {
			assert_ok!(AssetRegistry::open_round(signed(ISSUER), 0, 1_000, NOW, NOW + 1));
			assert_ok!(AssetRegistry::do_try_state());
			asset(|asset| change(asset.round.as_mut().unwrap()));
		});
	};
	round(|round| round.number = 2);
	round(|round| round.cap = 0);
	round(|round| round.cap = 1_001);
	round(|round| round.until = NOW);
	caught("INV-R19", AssetStatus::Draft, || {
		let round = Round { number: 1, cap: 1, supply: 0, from: NOW, until: NOW + 1 };
		asset(|asset| (asset.rounds, asset.round) = (1, Some(round)));
	});
}

#[test]
fn inv_r20_the_wind_up() {
	caught("INV-R20", AssetStatus::WindingUp, || asset(|asset| asset.wind_up = None));
	caught("INV-R20", AssetStatus::WindingUp, || {
		asset(|asset| asset.wind_up = Some(WindUp { plan: 0, final_from: NOW }));
	});
	caught("INV-R20", AssetStatus::Active, || {
		asset(|asset| asset.wind_up = Some(WindUp { plan: 0, final_from: NOW }));
	});
}

#[test]
fn inv_r21_the_offer() {
	caught("INV-R21", AssetStatus::Draft, || {
		asset(|asset| asset.offer = Some(IssuerOffer { to: ISSUER, expires_at: NOW }));
	});
	caught("INV-R21", AssetStatus::Retired, || {
		asset(|asset| asset.offer = Some(IssuerOffer { to: STRANGER, expires_at: NOW }));
	});
}

#[test]
fn inv_r22_the_paper_of_the_facts() {
	caught("INV-R22", AssetStatus::Draft, || asset(|asset| asset.facts_paper = Some(2)));
}

#[test]
fn inv_r23_bonds_are_held() {
	caught("INV-R23", AssetStatus::Draft, || {
		Verifiers::<Test>::mutate(VERIFIER, |verifier| verifier.as_mut().unwrap().bond += 1);
	});
}

#[test]
fn inv_r24_the_policies() {
	caught("INV-R24", AssetStatus::Draft, || {
		Policies::<Test>::insert(BOND.class(), Professions(0));
	});
	caught("INV-R24", AssetStatus::Draft, || {
		Policies::<Test>::insert(BOND.class(), Professions::LAWYER);
	});
}

/// Who makes calls in a history.
const ACTORS: [AccountId; 6] = [ISSUER, BOTH, AGENT, VERIFIER, NOTARY, STRANGER];

#[derive(Clone, Debug)]
enum Op {
	Register { by: AccountId, house: bool },
	FilePaper { by: AccountId, asset: AssetId, ahead: i64, supersedes: Option<u32>, plan: bool },
	Verify { by: AccountId, asset: AssetId, off: u32 },
	Amend { by: AccountId, asset: AssetId, area: u32, paper: Option<u32> },
	Activate { by: AccountId, asset: AssetId },
	Suspend { asset: AssetId },
	Resume { asset: AssetId },
	Retire { by: AccountId, asset: AssetId },
	Remove { by: AccountId, asset: AssetId, limit: u32 },
	AddIdentifier { by: AccountId, asset: AssetId, number: u8 },
	RemoveIdentifier { by: Option<AccountId>, number: u8 },
	SetMetadata { by: AccountId, asset: AssetId, number: u8, lock: u8, end: Option<u64> },
	RemoveMetadata { by: AccountId, asset: AssetId, number: u8 },
	Grant { by: AccountId, asset: AssetId, to: AccountId, roles: u16, end: Option<u64> },
	Revoke { by: AccountId, asset: AssetId, of: AccountId },
	Offer { by: AccountId, asset: AssetId, to: AccountId },
	Accept { by: AccountId, asset: AssetId },
	WithdrawOffer { by: AccountId, asset: AssetId },
	OpenRound { by: AccountId, asset: AssetId, cap: u128, from: u64, length: u64 },
	CloseRound { by: AccountId, asset: AssetId },
	WindUp { by: AccountId, asset: AssetId, plan: u32, after: u64 },
	CallOff { by: AccountId, asset: AssetId },
	Apply { by: AccountId, profession: Profession },
	Approve { who: AccountId },
	Leave { by: AccountId },
	WithdrawBond { by: AccountId },
	Dismiss { who: AccountId, slash: u64 },
	SetPolicy { house: bool, professions: Option<u8> },
	SetSupply { asset: AssetId, supply: u128 },
	Wait { seconds: u64 },
}

fn by() -> impl Strategy<Value = AccountId> {
	// The first one most often, so that histories get somewhere.
	prop_oneof![3 => Just(ISSUER), 2 => prop::sample::select(ACTORS.to_vec())]
}

fn asset_id() -> impl Strategy<Value = AssetId> {
	prop_oneof![3 => Just(0_u32), 2 => 0..4_u32]
}

fn profession() -> impl Strategy<Value = Profession> {
	prop::sample::select(vec![Profession::Lawyer, Profession::Notary, Profession::Surveyor])
}

fn life_op() -> impl Strategy<Value = Op> {
	let papers = || prop::option::of(0..4_u32);
	prop_oneof![
		2 => (by(), any::<bool>()).prop_map(|(by, house)| Op::Register { by, house }),
		4 => (by(), asset_id(), -2..2_i64, papers(), any::<bool>()).prop_map(
			|(by, asset, ahead, supersedes, plan)| {
				Op::FilePaper { by, asset, ahead, supersedes, plan }
			}
		),
		5 => (prop::sample::select(vec![VERIFIER, BOTH, NOTARY, SURVEYOR]), asset_id(), 0..2_u32)
			.prop_map(|(by, asset, off)| Op::Verify { by, asset, off }),
		2 => (by(), asset_id(), 0..3_u32, papers())
			.prop_map(|(by, asset, area, paper)| Op::Amend { by, asset, area, paper }),
		4 => (by(), asset_id()).prop_map(|(by, asset)| Op::Activate { by, asset }),
		1 => asset_id().prop_map(|asset| Op::Suspend { asset }),
		2 => asset_id().prop_map(|asset| Op::Resume { asset }),
		1 => (by(), asset_id()).prop_map(|(by, asset)| Op::Retire { by, asset }),
		2 => (by(), asset_id(), 0..4_u32)
			.prop_map(|(by, asset, limit)| Op::Remove { by, asset, limit }),
		2 => (by(), asset_id(), 0..3_u128, 0..3_u64, 0..3_u64).prop_map(
			|(by, asset, cap, from, length)| Op::OpenRound { by, asset, cap, from, length }
		),
		2 => (by(), asset_id()).prop_map(|(by, asset)| Op::CloseRound { by, asset }),
		2 => (by(), asset_id(), 0..5_u32, 0..3_u64)
			.prop_map(|(by, asset, plan, after)| Op::WindUp { by, asset, plan, after }),
		1 => (by(), asset_id()).prop_map(|(by, asset)| Op::CallOff { by, asset }),
		3 => (asset_id(), 0..3_u128).prop_map(|(asset, supply)| Op::SetSupply { asset, supply }),
		2 => prop_oneof![0..3_u64, Just(BOND_PERIOD)].prop_map(|seconds| Op::Wait { seconds }),
	]
}

fn detail_op() -> impl Strategy<Value = Op> {
	let number = || 0..3_u8;
	let end = || prop::option::of(0..3_u64);
	let roles = prop_oneof![0..129_u16, Just(0b110_1111_u16)];
	prop_oneof![
		2 => (by(), asset_id(), number())
			.prop_map(|(by, asset, number)| Op::AddIdentifier { by, asset, number }),
		1 => (prop::option::of(by()), number())
			.prop_map(|(by, number)| Op::RemoveIdentifier { by, number }),
		2 => (by(), asset_id(), number(), 0..4_u8, end()).prop_map(
			|(by, asset, number, lock, end)| Op::SetMetadata { by, asset, number, lock, end }
		),
		1 => (by(), asset_id(), number())
			.prop_map(|(by, asset, number)| Op::RemoveMetadata { by, asset, number }),
		2 => (by(), asset_id(), by(), roles, end())
			.prop_map(|(by, asset, to, roles, end)| Op::Grant { by, asset, to, roles, end }),
		1 => (by(), asset_id(), by()).prop_map(|(by, asset, of)| Op::Revoke { by, asset, of }),
		2 => (by(), asset_id(), by()).prop_map(|(by, asset, to)| Op::Offer { by, asset, to }),
		2 => (by(), asset_id()).prop_map(|(by, asset)| Op::Accept { by, asset }),
		1 => (by(), asset_id()).prop_map(|(by, asset)| Op::WithdrawOffer { by, asset }),
	]
}

fn verifier_op() -> impl Strategy<Value = Op> {
	prop_oneof![
		(by(), profession()).prop_map(|(by, profession)| Op::Apply { by, profession }),
		by().prop_map(|who| Op::Approve { who }),
		by().prop_map(|by| Op::Leave { by }),
		by().prop_map(|by| Op::WithdrawBond { by }),
		(by(), 0..700_u64).prop_map(|(who, slash)| Op::Dismiss { who, slash }),
		(any::<bool>(), prop::option::of(0..17_u8))
			.prop_map(|(house, professions)| Op::SetPolicy { house, professions }),
	]
}

fn op() -> impl Strategy<Value = Op> {
	prop_oneof![6 => life_op(), 4 => detail_op(), 1 => verifier_op()]
}

/// Three identifiers that assets compete for.
fn identifier(number: u8) -> Identifier {
	match number {
		0 => ISIN,
		1 => LEI,
		_ => Identifier::Cusip(*b"037833100"),
	}
}

impl Op {
	/// Only a call that the chain would have rolled back may fail; it must leave nothing behind.
	fn run(self) -> DispatchResult {
		let today = Today::get();
		match self {
			Self::Register { by, house } => {
				let facts = if house { HOUSE } else { BOND };
				AssetRegistry::register(signed(by), facts, name("F"), None, PACK, shares(10))
			},
			Self::FilePaper { by, asset, ahead, supersedes, plan } => {
				let kind = if plan { PaperKind::WindUpPlan } else { PaperKind::Report };
				let dated = today.saturating_add_signed(ahead);
				AssetRegistry::file_paper(signed(by), asset, kind, DIGEST, dated, supersedes)
			},
			Self::Verify { by, asset, off } => {
				let (papers, facts) = AssetRegistry::asset(asset)
					.map_or((0, DIGEST), |asset| (asset.papers, asset.facts_digest));
				AssetRegistry::verify(signed(by), asset, papers + off, facts)
			},
			Self::Amend { by, asset, area, paper } => {
				let AssetFacts::RealEstate { usage, built, tenure, .. } = HOUSE else {
					unreachable!()
				};
				let facts = AssetFacts::RealEstate { usage, area, built, tenure };
				AssetRegistry::amend_facts(signed(by), asset, facts, paper)
			},
			Self::Activate { by, asset } => AssetRegistry::activate(signed(by), asset),
			Self::Suspend { asset } => AssetRegistry::suspend(ROOT(), asset, DIGEST),
			Self::Resume { asset } => AssetRegistry::resume(ROOT(), asset),
			Self::Retire { by, asset } => AssetRegistry::retire(signed(by), asset),
			Self::Remove { by, asset, limit } => AssetRegistry::remove(signed(by), asset, limit)
				.map(|_| ())
				.map_err(|error| error.error),
			Self::AddIdentifier { by, asset, number } => {
				AssetRegistry::add_identifier(signed(by), asset, identifier(number))
			},
			Self::RemoveIdentifier { by, number } => {
				let origin = by.map_or_else(ROOT, signed);
				AssetRegistry::remove_identifier(origin, identifier(number))
			},
			Self::SetMetadata { by, asset, number, lock, end } => {
				let lock = match lock {
					0 => Lock::Never,
					3 => Lock::Forever,
					after => Lock::Until(today + u64::from(after)),
				};
				let (key, value) = (key(&number.to_string()), MetadataValue::Number(today.into()));
				let end = end.map(|after| today + after);
				AssetRegistry::set_metadata(signed(by), asset, key, value, lock, end)
			},
			Self::RemoveMetadata { by, asset, number } => {
				AssetRegistry::remove_metadata(signed(by), asset, key(&number.to_string()))
			},
			Self::Grant { by, asset, to, roles, end } => {
				let end = end.map(|after| today + after);
				AssetRegistry::grant_role(signed(by), asset, to, AssetRoles(roles), end)
			},
			Self::Revoke { by, asset, of } => AssetRegistry::revoke_role(signed(by), asset, of),
			Self::Offer { by, asset, to } => {
				AssetRegistry::offer_issuer(signed(by), asset, to, today + 3)
			},
			Self::Accept { by, asset } => AssetRegistry::accept_issuer(signed(by), asset),
			Self::WithdrawOffer { by, asset } => {
				AssetRegistry::withdraw_issuer_offer(signed(by), asset)
			},
			Self::OpenRound { by, asset, cap, from, length } => {
				let from = today + from;
				AssetRegistry::open_round(signed(by), asset, cap, from, from + length)
			},
			Self::CloseRound { by, asset } => AssetRegistry::close_round(signed(by), asset),
			Self::WindUp { by, asset, plan, after } => {
				AssetRegistry::start_wind_up(signed(by), asset, plan, today + after)
			},
			Self::CallOff { by, asset } => AssetRegistry::call_off_wind_up(signed(by), asset),
			Self::Apply { by, profession } => {
				AssetRegistry::apply_as_verifier(signed(by), profession)
			},
			Self::Approve { who } => AssetRegistry::approve_verifier(ROOT(), who),
			Self::Leave { by } => AssetRegistry::leave_verifiers(signed(by)),
			Self::WithdrawBond { by } => AssetRegistry::withdraw_bond(signed(by)),
			Self::Dismiss { who, slash } => {
				AssetRegistry::dismiss_verifier(ROOT(), who, slash, DIGEST)
			},
			Self::SetPolicy { house, professions } => {
				let facts = if house { HOUSE } else { BOND };
				AssetRegistry::set_policy(ROOT(), facts.class(), professions.map(Professions))
			},
			Self::SetSupply { asset, supply } => Ledger::set_supply(asset, supply),
			Self::Wait { seconds } => {
				Today::mutate(|now| *now += seconds);
				Ok(())
			},
		}
	}
}

/// What the pallet's own invariants cannot see: the books and the deposits.
fn check_outside() {
	let mut due = BTreeMap::<AccountId, (u64, u64, u64)>::new();
	for (asset, record) in Assets::<Test>::iter() {
		assert_eq!(book_status(asset), rules::book_status(record.status));
		let book = Ledger::book(asset).unwrap();
		assert_eq!(book.issuer, record.issuer);
		assert!(book.authorised <= record.authorised && book.supply <= book.authorised);
		due.entry(record.issuer).or_default().0 += ASSET_DEPOSIT;
	}
	for (_, _, paper) in Papers::<Test>::iter() {
		due.entry(paper.deposit.payer).or_default().1 += PAPER_DEPOSIT;
	}
	let details = Identifiers::<Test>::iter_values()
		.map(|record| record.deposit.payer)
		.chain(Metadata::<Test>::iter_values().map(|entry| entry.deposit.payer))
		.chain(Roles::<Test>::iter_values().map(|grant| grant.deposit.payer));
	for payer in details {
		due.entry(payer).or_default().2 += DETAIL_DEPOSIT;
	}
	for who in ACCOUNTS {
		let (assets, papers, details) = due.get(&who).copied().unwrap_or_default();
		assert_eq!((held(who), held_for_details(who)), ((assets, papers), details));
		let bond = AssetRegistry::verifier(who).map_or(0, |verifier| verifier.bond);
		assert_eq!(Balances::reserved_balance(who), assets + papers + details + bond);
	}
	for asset in 0..NextAssetId::<Test>::get() {
		assert_eq!(Ledger::book(asset).is_some(), Assets::<Test>::contains_key(asset));
	}
}

/// Everything has a way out.
fn leave_nothing() {
	Today::mutate(|now| *now += BOND_PERIOD);
	for (asset, record) in Assets::<Test>::iter().collect::<Vec<_>>() {
		if record.status == AssetStatus::Suspended {
			assert_ok!(AssetRegistry::resume(ROOT(), asset));
		}
		if record.round.is_some() {
			assert_ok!(AssetRegistry::close_round(signed(STRANGER), asset));
		}
		if Ledger::supply(asset) > 0 {
			assert_ok!(Ledger::set_supply(asset, 0));
		}
		if record.status != AssetStatus::Retired {
			assert_ok!(AssetRegistry::retire(signed(record.issuer), asset));
		}
		while Assets::<Test>::contains_key(asset) {
			assert_ok!(AssetRegistry::remove(signed(record.issuer), asset, MAX_PAPERS));
		}
	}
	for (who, verifier) in Verifiers::<Test>::iter().collect::<Vec<_>>() {
		if !matches!(verifier.standing, Standing::Leaving { .. }) {
			assert_ok!(AssetRegistry::leave_verifiers(signed(who)));
		}
	}
	Today::mutate(|now| *now += BOND_PERIOD);
	for who in Verifiers::<Test>::iter_keys().collect::<Vec<_>>() {
		assert_ok!(AssetRegistry::withdraw_bond(signed(who)));
	}
	assert_eq!(Papers::<Test>::iter().count(), 0);
	assert_eq!(ByIssuer::<Test>::iter().count(), 0);
	assert_eq!(Identifiers::<Test>::iter().count() + IdentifiersOf::<Test>::iter().count(), 0);
	assert_eq!(Metadata::<Test>::iter().count() + Roles::<Test>::iter().count(), 0);
	for who in ACCOUNTS {
		assert_eq!(Balances::reserved_balance(who), 0);
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::cases(2_000, 48)))]

	#[test]
	fn random_histories_keep_every_invariant(ops in prop::collection::vec(op(), 1..150)) {
		ExtBuilder::default().build_and_execute(|| {
			let issuance = Balances::total_issuance();
			for op in ops {
				let before = storage::root(StateVersion::V1);
				if op.run().is_err() {
					assert_eq!(storage::root(StateVersion::V1), before);
				}
				assert_ok!(AssetRegistry::do_try_state());
				check_outside();
			}
			leave_nothing();
			assert_eq!(Balances::total_issuance(), issuance);
		});
	}
}

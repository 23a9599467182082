// SPDX-License-Identifier: Apache-2.0

//! The adapters between our pallets, on the whole runtime: who votes on an asset, what is valued and
//! by whom, and who judges valuations. What holders may resolve is in `bypass/every_call.rs`.

mod common;

use cadastre_primitives::{
	token::UNIT,
	traits::{Electorate, ValuedAssets},
	AssetClass, AssetFacts, AssetId, Claims, Country, DayCount, Flags, InvestorId, PaperKind,
	Profession, Rights, ShareTerms,
};
use cadastre_runtime::{
	configs::adapters::{Assembly, EnsureAppraiser, Valued},
	AccountId, AssetRegistry, Balances, Compliance, Hash, Runtime, RuntimeOrigin, Shares,
};
use common::{active_bond, begin_block, chain, draft_bond};
use frame_support::{
	assert_ok,
	traits::{fungible::Mutate, EnsureOrigin},
};
use pallet_compliance::rules::{Rule, RuleSet, Sides};
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::{BoundedVec, Permill};

/// The only provider, in the first slot.
const PROVIDER: Sr25519Keyring = Dave;
const ISSUER: Sr25519Keyring = AliceStash;
const FROM: u64 = 1_000;
const UNTIL: u64 = 2_000;

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

fn account(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn at(second: u64) {
	pallet_timestamp::Now::<Runtime>::put(second * 1_000);
}

/// Admits an investor whose claims hold from [`FROM`] until [`UNTIL`].
fn admit(who: Sr25519Keyring) -> InvestorId {
	let claims = Claims {
		residence: *b"CH",
		tax_residence: *b"CH",
		flags: Flags::KYC,
		valid_from: FROM,
		valid_until: UNTIL,
	};
	assert_ok!(Compliance::admit(signed(PROVIDER), account(who), claims));
	Compliance::key(account(who)).unwrap().investor
}

/// A chain at [`FROM`], with a rule pack and an active asset.
fn stage(test: impl FnOnce(AssetId)) {
	chain("development").execute_with(|| {
		begin_block(1);
		at(FROM);
		for who in [ISSUER, PROVIDER, Alice, Bob] {
			assert_ok!(Balances::mint_into(&account(who), 10_000 * UNIT));
		}
		let rule = Rule::Required { side: Sides::Both, flags: Flags::KYC };
		let rules = RuleSet { rules: BoundedVec::truncate_from(vec![rule]), ..Default::default() };
		assert_ok!(Compliance::publish_pack(signed(ISSUER), rules));
		test(active_bond(ISSUER, 0, 1_000, 1));
	});
}

#[test]
fn the_assembly_knows_a_key_by_its_record() {
	stage(|_| {
		assert_eq!(Assembly::key(&account(Alice)), None);
		let investor = admit(Alice);
		let key = Assembly::key(&account(Alice)).unwrap();
		assert_eq!((key.investor, Some(key)), (investor, Compliance::key(account(Alice))));
	});
}

#[test]
fn the_assembly_excludes_who_is_blocked_and_who_is_not_there_and_nobody_else() {
	stage(|_| {
		let investor = admit(Alice);
		assert!(!Assembly::is_excluded(investor));
		assert!(Assembly::is_excluded(investor + 1), "there is no such investor");
		// Neither the end of a statement nor the end of its provider takes a vote away.
		at(UNTIL);
		assert!(!Assembly::is_excluded(investor));
		assert_ok!(Compliance::delist_provider(RuntimeOrigin::root(), 0));
		assert!(!Assembly::is_excluded(investor));
		assert_ok!(Compliance::block(RuntimeOrigin::root(), investor));
		assert!(Assembly::is_excluded(investor));
		assert_ok!(Compliance::unblock(RuntimeOrigin::root(), investor));
		assert!(!Assembly::is_excluded(investor));
		assert_ok!(Compliance::leave(signed(Alice)));
		assert!(Assembly::is_excluded(investor), "it has left");
	});
}

#[test]
fn the_treasury_is_the_investor_of_the_issuer_whoever_that_is_now() {
	stage(|asset| {
		assert_eq!(Assembly::treasury(asset), None, "the issuer is no investor");
		assert_eq!(Assembly::treasury(asset + 1), None, "there is no such asset");
		let issuer = admit(ISSUER);
		assert_eq!(Assembly::treasury(asset), Some(issuer));
		let next = admit(Bob);
		assert_ok!(AssetRegistry::offer_issuer(signed(ISSUER), asset, account(Bob), FROM + 1));
		assert_eq!(Assembly::treasury(asset), Some(issuer), "not before it is accepted");
		assert_ok!(AssetRegistry::accept_issuer(signed(Bob), asset));
		assert_eq!(Assembly::treasury(asset), Some(next));
		assert_ok!(Compliance::leave(signed(Bob)));
		assert_eq!(Assembly::treasury(asset), None);
	});
}

/// Registers an asset under the law of a country.
fn register(facts: AssetFacts, country: Option<[u8; 2]>) -> AssetId {
	let asset = pallet_asset_registry::NextAssetId::<Runtime>::get();
	let shares = ShareTerms { authorised: 1, units_per_share: 1, class_of: None };
	let name = b"Something".to_vec().try_into().unwrap();
	assert_ok!(AssetRegistry::register(signed(ISSUER), facts, name, country, 0, shares));
	asset
}

#[test]
fn what_is_valued_has_the_class_and_the_country_of_its_record() {
	stage(|asset| {
		let debt = AssetFacts::Debt {
			currency: *b"CHF",
			face_value: 1,
			coupon: Permill::zero(),
			maturity: None,
			day_count: DayCount::Thirty360,
		};
		let swiss = register(debt, Some(*b"CH"));
		let switzerland = Country::from_code(*b"CH").unwrap();
		assert_eq!(Valued::facts(swiss), Some((AssetClass::Debt, switzerland)));
		assert_eq!(Valued::facts(asset), Some((AssetClass::Debt, Country::NONE)));
		assert_eq!(Valued::facts(swiss + 1), None, "there is no such asset");
	});
}

/// In every state but the last an asset can be valued: also before its first issue, and while it is
/// suspended or wound up, when a value is needed most.
#[test]
fn an_asset_is_valued_in_every_state_until_it_is_retired() {
	stage(|asset| {
		let facts = Valued::facts(asset);
		assert!(facts.is_some());
		assert_eq!(Valued::facts(draft_bond(ISSUER, 0, 1, 1)), facts, "a draft");
		let (root, reason) = (RuntimeOrigin::root, Hash::repeat_byte(3));
		assert_ok!(AssetRegistry::suspend(root(), asset, reason));
		assert_eq!(Valued::facts(asset), facts, "suspended");
		assert_ok!(AssetRegistry::resume(root(), asset));
		let (kind, digest) = (PaperKind::WindUpPlan, Hash::repeat_byte(2));
		assert_ok!(AssetRegistry::file_paper(signed(ISSUER), asset, kind, digest, 0, None));
		assert_ok!(AssetRegistry::start_wind_up(signed(ISSUER), asset, 1, FROM));
		assert_eq!(Valued::facts(asset), facts, "being wound up");
		assert_ok!(AssetRegistry::retire(signed(ISSUER), asset));
		assert_eq!(Valued::facts(asset), None);
	});
}

#[test]
fn a_holder_is_whoever_owns_a_unit_of_the_asset_by_any_of_its_keys() {
	stage(|asset| {
		assert!(!Valued::is_holder(asset, &account(Alice)), "no key");
		admit(Alice);
		admit(Bob);
		assert!(!Valued::is_holder(asset, &account(Alice)), "owns nothing");
		assert_ok!(Shares::issue(signed(ISSUER), asset, account(Alice), 1));
		assert!(Valued::is_holder(asset, &account(Alice)));
		assert!(!Valued::is_holder(asset, &account(Bob)));
		assert!(!Valued::is_holder(asset + 1, &account(Alice)), "another asset");
		assert_ok!(Compliance::offer_key(signed(Alice), account(Charlie), Rights::TRANSFER, None));
		assert!(!Valued::is_holder(asset, &account(Charlie)), "not before it accepts");
		assert_ok!(Compliance::accept_key(signed(Charlie), 0));
		assert!(Valued::is_holder(asset, &account(Charlie)));
		assert_ok!(Shares::redeem(signed(Alice), asset, 1));
		assert!(!Valued::is_holder(asset, &account(Alice)), "owns nothing any more");
	});
}

#[test]
fn an_identity_counts_from_its_first_second_up_to_its_last() {
	stage(|_| {
		assert_eq!(Valued::identity(&account(Alice)), None, "no key");
		let investor = admit(Alice);
		for (second, counts) in [
			(FROM - 1, false),
			(FROM, true),
			(FROM + 1, true),
			(UNTIL - 1, true),
			(UNTIL, false),
			(UNTIL + 1, false),
		] {
			at(second);
			let found = Valued::identity(&account(Alice));
			assert_eq!(found, counts.then_some(investor), "at {second}");
		}
	});
}

#[test]
fn a_key_counts_up_to_its_last_second() {
	stage(|_| {
		let investor = admit(Alice);
		let end = FROM + 10;
		assert_ok!(Compliance::offer_key(
			signed(Alice),
			account(Charlie),
			Rights::TRANSFER,
			Some(end)
		));
		assert_ok!(Compliance::accept_key(signed(Charlie), investor));
		for (second, counts) in [(end - 1, true), (end, false), (end + 1, false)] {
			at(second);
			let found = Valued::identity(&account(Charlie));
			assert_eq!(found, counts.then_some(investor), "at {second}");
			assert_eq!(Valued::identity(&account(Alice)), Some(investor), "the other key lasts");
		}
	});
}

#[test]
fn no_identity_counts_of_who_is_blocked_or_whose_provider_does_not_stand() {
	stage(|_| {
		let investor = admit(Alice);
		let counts = || Valued::identity(&account(Alice)) == Some(investor);
		let root = RuntimeOrigin::root;
		assert!(counts());
		assert_ok!(Compliance::block(root(), investor));
		assert!(!counts(), "blocked");
		assert_ok!(Compliance::unblock(root(), investor));
		assert!(counts());
		// What was stated before the cut-off stands, and what was stated from it on does not.
		at(FROM + 1);
		assert_ok!(Compliance::suspend_provider(root(), 0, FROM + 1));
		assert!(counts());
		assert_ok!(Compliance::suspend_provider(root(), 0, FROM));
		assert!(!counts(), "its provider is suspended");
		assert_ok!(Compliance::reinstate_provider(root(), 0, true));
		assert!(counts());
		assert_ok!(Compliance::delist_provider(root(), 0));
		assert!(!counts(), "its provider is not listed");
		assert_ok!(Compliance::relist_provider(root(), 0));
		assert!(counts());
		assert_ok!(Compliance::leave(signed(Alice)));
		assert!(!counts(), "it has left");
	});
}

fn appraiser(who: Sr25519Keyring) -> Option<AccountId> {
	EnsureAppraiser::try_origin(signed(who)).ok()
}

/// The preset lists one verifier of each profession.
#[test]
fn of_the_listed_verifiers_the_surveyor_judges_and_nobody_else() {
	stage(|_| {
		let of = |profession| -> Vec<AccountId> {
			pallet_asset_registry::Verifiers::<Runtime>::iter()
				.filter(|(_, verifier)| verifier.profession == profession)
				.map(|(who, _)| who)
				.collect()
		};
		let surveyors = of(Profession::Surveyor);
		assert_eq!(surveyors.len(), 1);
		for who in Sr25519Keyring::iter() {
			let expected = surveyors.contains(&account(who)).then(|| account(who));
			assert_eq!(appraiser(who), expected, "{who:?}");
		}
		for other in [Profession::Lawyer, Profession::Notary, Profession::Custodian] {
			assert_eq!(of(other).len(), 1, "{other:?} is there, and was refused");
		}
		let bodies = [
			RuntimeOrigin::root(),
			RuntimeOrigin::none(),
			cadastre_runtime::configs::chain_governance::Origin::ModelAdmin.into(),
			pallet_dao::Origin::Holders(0).into(),
		];
		for body in bodies {
			assert!(EnsureAppraiser::try_origin(body).is_err());
		}
	});
}

#[test]
fn a_surveyor_judges_from_its_approval_until_it_leaves_or_is_dismissed() {
	stage(|_| {
		let root = RuntimeOrigin::root;
		assert_ok!(AssetRegistry::apply_as_verifier(signed(Bob), Profession::Surveyor));
		assert_eq!(appraiser(Bob), None, "a candidate");
		assert_ok!(AssetRegistry::approve_verifier(root(), account(Bob)));
		assert_eq!(appraiser(Bob), Some(account(Bob)));
		assert_ok!(AssetRegistry::leave_verifiers(signed(Bob)));
		assert_eq!(appraiser(Bob), None, "it is leaving");
		assert_ok!(AssetRegistry::apply_as_verifier(signed(Alice), Profession::Surveyor));
		assert_ok!(AssetRegistry::approve_verifier(root(), account(Alice)));
		assert_eq!(appraiser(Alice), Some(account(Alice)));
		let reason = Hash::repeat_byte(4);
		assert_ok!(AssetRegistry::dismiss_verifier(root(), account(Alice), 0, reason));
		assert_eq!(appraiser(Alice), None, "it was dismissed");
	});
}

// SPDX-License-Identifier: Apache-2.0

//! Benchmarks. The registry has nothing whose size changes the cost of a call but the number of
//! entries that are removed. Where a role may make a call, somebody with the role makes it: the
//! issuer's own role needs no read.

use crate::*;
use alloc::{vec, vec::Vec};
use cadastre_primitives::{
	traits::Register, AssetClass, AssetFacts, AssetId, AssetName, AssetRoles, AssetStatus,
	Identifier, Lock, MetadataKey, MetadataValue, Moment, PaperId, PaperKind, Profession,
	Professions, PropertyUse, ShareTerms, Tenure, Text, MAX_KEY, MAX_NAME, MAX_PARCEL, MAX_TEXT,
};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	pallet_prelude::EnsureOrigin,
	traits::{
		fungible::{Balanced as _, Inspect as _},
		Consideration, Get, UnixTime,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_core::H256;

const AUTHORISED: u128 = 1_000_000;
const SHARES: ShareTerms =
	ShareTerms { authorised: AUTHORISED, units_per_share: 1, class_of: None };

/// The most professions that a class needs by default, so that the last attestation completes.
const FACTS: AssetFacts = house(120);

const fn house(area: u32) -> AssetFacts {
	AssetFacts::RealEstate {
		usage: PropertyUse::Mixed,
		area,
		built: Some(1_912),
		tenure: Tenure::Leasehold { until: Moment::MAX },
	}
}

fn now<T: Config>() -> Moment {
	T::Time::now().as_secs()
}

fn bytes(byte: u8, length: u32) -> Vec<u8> {
	vec![byte; usize::try_from(length).unwrap_or_default()]
}

fn longest_name() -> AssetName {
	AssetName::truncate_from(bytes(b'x', MAX_NAME))
}

fn longest_key() -> MetadataKey {
	MetadataKey::truncate_from(bytes(b'k', MAX_KEY))
}

fn longest_value(byte: u8) -> MetadataValue {
	MetadataValue::Text(Text::truncate_from(bytes(byte, MAX_TEXT)))
}

/// The longest identifier, another one for each number below 10.
fn parcel(number: u32) -> Identifier {
	let digit = u8::try_from(number).unwrap_or_default().saturating_add(b'0');
	Identifier::Parcel {
		country: *b"CH",
		number: BoundedVec::truncate_from(bytes(digit, MAX_PARCEL)),
	}
}

/// An account that can pay for whatever a call asks.
fn funded<T: Config>(name: &'static str, index: u32) -> T::AccountId {
	let who: T::AccountId = account(name, index, 0);
	fund::<T>(&who);
	who
}

fn fund<T: Config>(who: &T::AccountId) {
	T::AssetConsideration::ensure_successful(who, Pallet::<T>::asset_footprint());
	for _ in 0..T::MaxPapers::get() {
		T::PaperConsideration::ensure_successful(who, Pallet::<T>::paper_footprint());
		T::DetailConsideration::ensure_successful(who, Pallet::<T>::metadata_footprint());
	}
}

fn issuer<T: Config>() -> T::AccountId {
	let issuer: T::AccountId = whitelisted_caller();
	fund::<T>(&issuer);
	issuer
}

fn new_asset<T: Config>(issuer: &T::AccountId) -> AssetId {
	let asset = NextAssetId::<T>::get();
	assert_ok!(Pallet::<T>::register(
		RawOrigin::Signed(issuer.clone()).into(),
		FACTS,
		longest_name(),
		Some(*b"CH"),
		T::Register::benchmark_pack(),
		SHARES,
	));
	asset
}

fn file<T: Config>(issuer: &T::AccountId, asset: AssetId, kind: PaperKind, papers: u32) {
	for _ in 0..papers {
		assert_ok!(Pallet::<T>::file_paper(
			RawOrigin::Signed(issuer.clone()).into(),
			asset,
			kind,
			H256::repeat_byte(1),
			now::<T>(),
			None,
		));
	}
}

/// Somebody with every role that one account may have but that of a transfer agent.
fn agent<T: Config>(issuer: &T::AccountId, asset: AssetId) -> T::AccountId {
	let agent = funded::<T>("agent", 0);
	assert_ok!(Pallet::<T>::grant_role(
		RawOrigin::Signed(issuer.clone()).into(),
		asset,
		agent.clone(),
		AssetRoles(AssetRoles::ALL.0 & !AssetRoles::TRANSFER_AGENT.0),
		Some(Moment::MAX),
	));
	agent
}

/// Gives an account what it needs for a bond and to stay alive.
fn give<T: Config>(who: &T::AccountId) {
	let bond = T::VerifierBond::get();
	for amount in [T::Currency::minimum_balance(), bond, bond] {
		let credit = T::Currency::issue(amount);
		assert!(T::Currency::resolve(who, credit).is_ok());
	}
}

/// A candidate with its bond.
fn candidate<T: Config>(index: u32, profession: Profession) -> T::AccountId {
	let who: T::AccountId = account("verifier", index, 0);
	give::<T>(&who);
	assert_ok!(Pallet::<T>::apply_as_verifier(RawOrigin::Signed(who.clone()).into(), profession));
	who
}

fn verifier<T: Config>(index: u32, profession: Profession) -> T::AccountId {
	let who = candidate::<T>(index, profession);
	assert_ok!(Pallet::<T>::do_approve(who.clone()));
	who
}

fn attest<T: Config>(index: u32, profession: Profession, asset: AssetId) {
	let verifier = verifier::<T>(index, profession);
	assert_ok!(Pallet::<T>::verify(RawOrigin::Signed(verifier).into(), asset, 1, FACTS.digest()));
}

fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

fn verified<T: Config>(issuer: &T::AccountId, kind: PaperKind) -> AssetId {
	let asset = new_asset::<T>(issuer);
	file::<T>(issuer, asset, kind, 1);
	attest::<T>(0, Profession::Notary, asset);
	attest::<T>(1, Profession::Surveyor, asset);
	asset
}

fn active<T: Config>(issuer: &T::AccountId) -> AssetId {
	let asset = verified::<T>(issuer, PaperKind::WindUpPlan);
	assert_ok!(Pallet::<T>::activate(RawOrigin::Signed(issuer.clone()).into(), asset));
	asset
}

fn status<T: Config>(asset: AssetId) -> Option<AssetStatus> {
	Assets::<T>::get(asset).map(|asset| asset.status)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() {
		let issuer = issuer::<T>();
		let pack = T::Register::benchmark_pack();
		let asset = NextAssetId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), FACTS, longest_name(), Some(*b"ZW"), pack, SHARES);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Draft));
	}

	#[benchmark]
	fn file_paper() {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		let agent = agent::<T>(&issuer, asset);
		let papers: PaperId = T::MaxPapers::get().saturating_sub(1);
		file::<T>(&issuer, asset, PaperKind::Title, papers);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(agent),
			asset,
			PaperKind::Title,
			H256::repeat_byte(2),
			now::<T>(),
			papers.checked_sub(1),
		);

		assert!(Papers::<T>::contains_key(asset, papers));
	}

	#[benchmark]
	fn verify_asset() {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		file::<T>(&issuer, asset, PaperKind::Title, 1);
		let class = AssetClass::RealEstate;
		Policies::<T>::insert(class, Professions::ALL);
		attest::<T>(0, Profession::Lawyer, asset);
		attest::<T>(1, Profession::Surveyor, asset);
		attest::<T>(2, Profession::Custodian, asset);
		let last = verifier::<T>(3, Profession::Notary);

		#[extrinsic_call]
		verify(RawOrigin::Signed(last), asset, 1, FACTS.digest());

		assert_eq!(status::<T>(asset), Some(AssetStatus::Verified));
	}

	#[benchmark]
	fn activate() {
		let issuer = issuer::<T>();
		let asset = verified::<T>(&issuer, PaperKind::Title);

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Active));
	}

	#[benchmark]
	fn suspend() -> Result<(), BenchmarkError> {
		let asset = active::<T>(&issuer::<T>());
		let admin = admin::<T>()?;

		#[extrinsic_call]
		_(admin as T::RuntimeOrigin, asset, H256::repeat_byte(3));

		assert_eq!(status::<T>(asset), Some(AssetStatus::Suspended));
		Ok(())
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let asset = active::<T>(&issuer::<T>());
		let admin = admin::<T>()?;
		Pallet::<T>::suspend(admin.clone(), asset, H256::repeat_byte(3))?;

		#[extrinsic_call]
		_(admin as T::RuntimeOrigin, asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Active));
		Ok(())
	}

	#[benchmark]
	fn retire() {
		let issuer = issuer::<T>();
		let asset = active::<T>(&issuer);

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Retired));
	}

	#[benchmark]
	fn remove(n: Linear<1, { T::MaxPapers::get() }>) -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		for number in 0..MAX_IDENTIFIERS {
			let payer = funded::<T>("payer", number);
			Pallet::<T>::do_add_identifier(issuer.clone(), asset, parcel(number))?;
			let deposit = Pallet::<T>::take_deposit(payer, Pallet::<T>::identifier_footprint())?;
			Identifiers::<T>::insert(parcel(number), IdentifierRecord { asset, deposit });
		}
		// Each of them paid by somebody else, so that each deposit is read and written by itself.
		for id in 0..n {
			let payer = funded::<T>("filer", id);
			let ticket = T::PaperConsideration::new(&payer, Pallet::<T>::paper_footprint())?;
			let paper = Paper {
				kind: PaperKind::Title,
				digest: H256::repeat_byte(1),
				dated: 0,
				filed_at: 0,
				supersedes: None,
				deposit: Deposit { payer, ticket },
			};
			Papers::<T>::insert(asset, id, paper);
		}
		Assets::<T>::mutate(asset, |record| {
			if let Some(record) = record {
				record.papers = n;
			}
		});
		Pallet::<T>::retire(RawOrigin::Signed(issuer.clone()).into(), asset)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), asset, n);

		assert_eq!(status::<T>(asset), None);
		Ok(())
	}

	#[benchmark]
	fn amend_facts() {
		let issuer = issuer::<T>();
		let asset = verified::<T>(&issuer, PaperKind::Title);
		let agent = agent::<T>(&issuer, asset);
		file::<T>(&issuer, asset, PaperKind::Report, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(agent), asset, house(121), Some(1));

		assert_eq!(Assets::<T>::get(asset).map(|asset| asset.facts), Some(house(121)));
	}

	#[benchmark]
	fn add_identifier() {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		let agent = agent::<T>(&issuer, asset);

		#[extrinsic_call]
		_(RawOrigin::Signed(agent), asset, parcel(0));

		assert!(Identifiers::<T>::contains_key(parcel(0)));
	}

	#[benchmark]
	fn remove_identifier() -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		let agent = agent::<T>(&issuer, asset);
		Pallet::<T>::do_add_identifier(issuer, asset, parcel(0))?;

		#[extrinsic_call]
		_(RawOrigin::Signed(agent), parcel(0));

		assert!(!Identifiers::<T>::contains_key(parcel(0)));
		Ok(())
	}

	#[benchmark]
	fn set_metadata() -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		let agent = agent::<T>(&issuer, asset);
		let (key, old) = (longest_key(), longest_value(b'a'));
		// The issuer's, so that two accounts pay.
		Pallet::<T>::do_set_metadata(issuer, asset, key.clone(), old, Lock::Never, None)?;
		let new = longest_value(b'b');

		#[extrinsic_call]
		_(
			RawOrigin::Signed(agent),
			asset,
			key.clone(),
			new.clone(),
			Lock::Until(Moment::MAX),
			Some(Moment::MAX),
		);

		assert_eq!(Metadata::<T>::get(asset, key).map(|entry| entry.value), Some(new));
		Ok(())
	}

	#[benchmark]
	fn remove_metadata() -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		let agent = agent::<T>(&issuer, asset);
		let (key, value) = (longest_key(), longest_value(b'a'));
		let end = Some(Moment::MAX);
		Pallet::<T>::do_set_metadata(issuer, asset, key.clone(), value, Lock::Never, end)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(agent), asset, key.clone());

		assert!(!Metadata::<T>::contains_key(asset, key));
		Ok(())
	}

	#[benchmark]
	fn grant_role() -> Result<(), BenchmarkError> {
		let old = issuer::<T>();
		let asset = new_asset::<T>(&old);
		let agent = agent::<T>(&old, asset);
		// Granted by another issuer before, so that two accounts pay.
		let new = funded::<T>("new", 0);
		Pallet::<T>::do_offer_issuer(old, asset, new.clone(), now::<T>().saturating_add(1))?;
		Pallet::<T>::do_accept_issuer(new.clone(), asset)?;
		let roles = AssetRoles::PAPERS;

		#[extrinsic_call]
		_(RawOrigin::Signed(new), asset, agent.clone(), roles, Some(Moment::MAX));

		assert_eq!(Roles::<T>::get(asset, agent).map(|grant| grant.roles), Some(roles));
		Ok(())
	}

	#[benchmark]
	fn revoke_role() {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		let agent = agent::<T>(&issuer, asset);

		#[extrinsic_call]
		_(RawOrigin::Signed(agent.clone()), asset, agent.clone());

		assert!(!Roles::<T>::contains_key(asset, agent));
	}

	#[benchmark]
	fn offer_issuer() {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		let to: T::AccountId = account("to", 0, 0);
		let end = now::<T>().saturating_add(MAX_OFFER);

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), asset, to, end);

		assert!(Assets::<T>::get(asset).is_some_and(|asset| asset.offer.is_some()));
	}

	#[benchmark]
	fn accept_issuer() -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		let new = funded::<T>("new", 0);
		let end = now::<T>().saturating_add(MAX_OFFER);
		Pallet::<T>::do_offer_issuer(issuer, asset, new.clone(), end)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(new.clone()), asset);

		assert!(ByIssuer::<T>::contains_key(new, asset));
		Ok(())
	}

	#[benchmark]
	fn withdraw_issuer_offer() -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		let to: T::AccountId = account("to", 0, 0);
		let end = now::<T>().saturating_add(MAX_OFFER);
		Pallet::<T>::do_offer_issuer(issuer, asset, to.clone(), end)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(to), asset);

		assert!(Assets::<T>::get(asset).is_some_and(|asset| asset.offer.is_none()));
		Ok(())
	}

	#[benchmark]
	fn open_round() {
		let issuer = issuer::<T>();
		let asset = active::<T>(&issuer);
		let agent = agent::<T>(&issuer, asset);
		let from = now::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(agent), asset, AUTHORISED, from, from.saturating_add(1));

		assert!(Assets::<T>::get(asset).is_some_and(|asset| asset.round.is_some()));
	}

	#[benchmark]
	fn close_round() -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = active::<T>(&issuer);
		let agent = agent::<T>(&issuer, asset);
		let from = now::<T>();
		Pallet::<T>::do_open_round(issuer, asset, AUTHORISED, from, from.saturating_add(1))?;

		#[extrinsic_call]
		_(RawOrigin::Signed(agent), asset);

		assert!(Assets::<T>::get(asset).is_some_and(|asset| asset.round.is_none()));
		Ok(())
	}

	#[benchmark]
	fn start_wind_up() {
		let issuer = issuer::<T>();
		let asset = active::<T>(&issuer);

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), asset, 0, Moment::MAX);

		assert_eq!(status::<T>(asset), Some(AssetStatus::WindingUp));
	}

	#[benchmark]
	fn call_off_wind_up() -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = active::<T>(&issuer);
		Pallet::<T>::do_start_wind_up(Some(issuer.clone()), asset, 0, Moment::MAX)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Active));
		Ok(())
	}

	#[benchmark]
	fn apply_as_verifier() {
		let who: T::AccountId = whitelisted_caller();
		give::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), Profession::Custodian);

		assert!(Verifiers::<T>::contains_key(who));
	}

	#[benchmark]
	fn approve_verifier() -> Result<(), BenchmarkError> {
		let who = candidate::<T>(0, Profession::Custodian);
		let admin = admin::<T>()?;

		#[extrinsic_call]
		_(admin as T::RuntimeOrigin, who.clone());

		let standing = Verifiers::<T>::get(who).map(|verifier| verifier.standing);
		assert_eq!(standing, Some(Standing::Listed));
		Ok(())
	}

	#[benchmark]
	fn leave_verifiers() {
		let who = verifier::<T>(0, Profession::Custodian);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		let standing = Verifiers::<T>::get(who).map(|verifier| verifier.standing);
		assert!(matches!(standing, Some(Standing::Leaving { .. })));
	}

	#[benchmark]
	fn withdraw_bond() -> Result<(), BenchmarkError> {
		// A candidate does not wait.
		let who = candidate::<T>(0, Profession::Custodian);
		Pallet::<T>::do_leave(who.clone())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Verifiers::<T>::contains_key(who));
		Ok(())
	}

	#[benchmark]
	fn dismiss_verifier() -> Result<(), BenchmarkError> {
		let who = verifier::<T>(0, Profession::Custodian);
		let admin = admin::<T>()?;
		let slash = T::VerifierBond::get();

		#[extrinsic_call]
		_(admin as T::RuntimeOrigin, who.clone(), slash, H256::repeat_byte(4));

		let standing = Verifiers::<T>::get(who).map(|verifier| verifier.standing);
		assert!(matches!(standing, Some(Standing::Leaving { .. })));
		Ok(())
	}

	#[benchmark]
	fn set_policy() -> Result<(), BenchmarkError> {
		let admin = admin::<T>()?;

		#[extrinsic_call]
		_(admin as T::RuntimeOrigin, AssetClass::RealEstate, Some(Professions::ALL));

		assert_eq!(Policies::<T>::get(AssetClass::RealEstate), Some(Professions::ALL));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}

// SPDX-License-Identifier: Apache-2.0

//! Every call at its bound, and what the layers above need for benchmarks of their own.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, clippy::indexing_slicing)]

use crate::{packs::digest, *};
use alloc::vec;
use cadastre_primitives::{
	Balance, Claims, CohortId, Country, CountryCode, CountrySet, Eligibility, Flags, InvestorClass,
	InvestorId, Key, Moment, PackId, ProviderId, Rights, MAX_PROVIDERS, MAX_RULES,
};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{Consideration, EnsureOrigin, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_core::{crypto::KeyTypeId, H256};
use sp_runtime::{traits::IdentifyAccount, AccountId32, MultiSignature, MultiSigner, Perbill};

const YEAR: Moment = 31_536_000;

/// What benchmarks need of a runtime: signed statements, and another time.
pub trait BenchmarkHelper<AccountId, Signature> {
	/// Whose signature [`Self::sign`] makes.
	fn signer() -> AccountId;

	/// A signature that costs the most to verify.
	fn sign(message: &[u8]) -> Signature;

	/// Makes it another moment, if it is not late enough for what must be over.
	fn set_time(_now: Moment) {}
}

const SIGNER: KeyTypeId = KeyTypeId(*b"kyc!");

fn signer_key() -> sp_core::ecdsa::Public {
	sp_io::crypto::ecdsa_generate(SIGNER, Some(b"//Provider".to_vec()))
}

impl BenchmarkHelper<AccountId32, MultiSignature> for () {
	fn signer() -> AccountId32 {
		MultiSigner::from(signer_key()).into_account()
	}

	fn sign(message: &[u8]) -> MultiSignature {
		sp_io::crypto::ecdsa_sign(SIGNER, &signer_key(), message).unwrap().into()
	}
}

fn claims<T: Config>() -> Claims {
	Claims {
		residence: *b"CH",
		tax_residence: *b"ZW",
		flags: Flags::KYC.with(Flags::AML).with(Flags::PROFESSIONAL),
		valid_from: 0,
		valid_until: Pallet::<T>::now().saturating_add(YEAR),
	}
}

/// A listed provider that can pay for one more investor.
fn provider<T: Config>() -> T::AccountId {
	let account: T::AccountId = account("provider", 0, 0);
	if !ProviderOf::<T>::contains_key(&account) {
		Pallet::<T>::do_appoint(account.clone(), Terms::WIDEST, 0).unwrap();
	}
	T::InvestorDeposit::ensure_successful(&account, Pallet::<T>::investor_footprint());
	account
}

/// Admits an account as a new investor that passes the pack of [`publish`].
pub(crate) fn admit<T: Config>(who: &T::AccountId) -> InvestorId {
	Pallet::<T>::do_admit(provider::<T>(), who.clone(), claims::<T>()).unwrap()
}

/// Admits an investor with this tax residence.
pub(crate) fn admit_of<T: Config>(who: &T::AccountId, tax_residence: CountryCode) -> InvestorId {
	let claims = Claims { tax_residence, ..claims::<T>() };
	Pallet::<T>::do_admit(provider::<T>(), who.clone(), claims).unwrap()
}

/// As many rules as a pack can have. A party with the claims of [`admit`] is asked for each of
/// them and passes.
fn rules() -> RuleSet {
	let set = |code| CountrySet::from_codes([code]).unwrap();
	let kinds = [
		Rule::Required { side: Sides::Both, flags: Flags::KYC.with(Flags::AML) },
		Rule::Forbidden { side: Sides::Both, flags: Flags::PEP.with(Flags::US_PERSON) },
		Rule::CountryAllow { side: Sides::Both, set: 0 },
		Rule::CountryDeny { side: Sides::Both, set: 3 },
		Rule::HolderCap { max: u32::MAX },
		Rule::OwnershipCap { max: Perbill::one() },
		Rule::SameCountry,
		Rule::ClassHolderCap { max: u32::MAX, classes: Classes::ALL },
		Rule::MaxPurchase { max: u64::MAX },
		Rule::FlowBack { seconds: 1, flags: Flags::US_PERSON, set: Some(3) },
		Rule::TransferWindow { from: 0, until: u32::MAX },
		Rule::ClassPair { from: Classes::ALL, to: Classes::of(InvestorClass::Retail) },
	];
	RuleSet {
		rules: BoundedVec::truncate_from(
			kinds.into_iter().cycle().take(usize::try_from(MAX_RULES).unwrap()).collect(),
		),
		sets: BoundedVec::truncate_from(vec![set(*b"CH"), set(*b"FR"), set(*b"DE"), set(*b"US")]),
	}
}

/// The rules of [`rules`], of which the last ones ask the ledger's counters and the very last is
/// failed by everybody.
fn demanding_rules() -> RuleSet {
	let mut rules = rules();
	let last = [
		Rule::CountryHolderCap { max: u32::MAX, classes: Classes::ALL, set: Some(0) },
		Rule::Velocity { hours: 1, max: u64::MAX },
		Rule::Forbidden { side: Sides::Both, flags: Flags::KYC },
	];
	for (slot, rule) in rules.rules.iter_mut().rev().zip(last.into_iter().rev()) {
		*slot = rule;
	}
	rules
}

/// Publishes a pack of [`MAX_RULES`] rules.
pub(crate) fn publish<T: Config>() -> PackId {
	publish_by::<T>(account("author", 0, 0))
}

fn publish_by<T: Config>(author: T::AccountId) -> PackId {
	T::PackDeposit::ensure_successful(&author, Pallet::<T>::pack_footprint());
	Pallet::<T>::do_publish(author, rules(), 0).unwrap()
}

/// Publishes a pack of [`MAX_RULES`] rules that ask all there is to ask. The investors admitted last
/// and next are exempt from the one that everybody fails.
pub(crate) fn publish_demanding<T: Config>() -> PackId {
	let author: T::AccountId = account("author", 0, 0);
	T::PackDeposit::ensure_successful(&author, Pallet::<T>::pack_footprint());
	let pack = Pallet::<T>::do_publish(author.clone(), demanding_rules(), 0).unwrap();
	let digest = digest(&demanding_rules());
	let next = NextInvestorId::<T>::get();
	let exempt = next.saturating_sub(4)..next + 4;
	Packs::<T>::mutate_extant(pack, |version| {
		version.exempted = u32::try_from(exempt.clone().count()).unwrap();
	});
	for investor in exempt {
		let footprint = Pallet::<T>::exemption_footprint();
		T::PackDeposit::ensure_successful(&author, footprint);
		let ticket = T::PackDeposit::new(&author, footprint).unwrap();
		let exemption = Exemption {
			rules: 1 << (MAX_RULES - 1),
			expires_at: Moment::MAX,
			digest,
			depositor: author.clone(),
			ticket,
		};
		Exemptions::<T>::insert((pack, investor, 1), exemption);
	}
	pack
}

/// Announces a version that is in force already, without the notice that the call asks for.
fn announce<T: Config>(pack: PackId) {
	let now = Pallet::<T>::now();
	let mut enacted = Packs::<T>::get(pack).unwrap();
	let upcoming = Pack {
		version: enacted.version + 1,
		effective_at: now,
		upcoming_at: None,
		exempted: 0,
		rules: enacted.rules.clone(),
	};
	enacted.upcoming_at = Some(now);
	Packs::<T>::insert(pack, enacted);
	UpcomingPacks::<T>::insert(pack, upcoming);
}

/// Adds keys until the investor has `keys` of them, each with all rights and a deposit.
pub(crate) fn fill_keys<T: Config>(investor: InvestorId, keys: u32) {
	let mut record = Investors::<T>::get(investor).unwrap();
	let eligibility = Pallet::<T>::word(&record).unwrap();
	for seed in u32::try_from(record.keys.len()).unwrap()..keys {
		let account: T::AccountId = account("key", seed, 0);
		T::KeyDeposit::ensure_successful(&account, Pallet::<T>::key_footprint());
		let ticket = T::KeyDeposit::new(&account, Pallet::<T>::key_footprint()).unwrap();
		let entry = KeyEntry { account: account.clone(), expires_at: None, ticket: Some(ticket) };
		record.keys.try_push(entry).map_err(|_| "full").unwrap();
		let key = Key { investor, rights: Rights::ALL, expires_at: None, eligibility };
		Keys::<T>::insert(&account, key);
	}
	Investors::<T>::insert(investor, record);
}

fn offer<T: Config>(from: &T::AccountId, to: &T::AccountId) {
	T::KeyDeposit::ensure_successful(from, Pallet::<T>::offer_footprint());
	Pallet::<T>::do_offer(from.clone(), to.clone(), Rights::ALL, None).unwrap();
}

fn word<T: Config>(investor: InvestorId) -> Eligibility {
	Pallet::<T>::word(&Investors::<T>::get(investor).unwrap()).unwrap()
}

/// The slot of [`provider`].
fn slot<T: Config>() -> ProviderId {
	ProviderOf::<T>::get(provider::<T>()).unwrap().provider
}

/// Marks the slot as one of which some statements are void, so that this is read, too.
fn scar<T: Config>(slot: ProviderId) {
	Suspensions::<T>::insert(slot, Suspension { from: 0, until: Some(0) });
	ProviderStatus::<T>::mutate(|standing| standing.set_suspended(slot, true));
}

/// A statement of [`provider`] about a subject, with its signature.
fn signed_statement<T: Config>(subject: &Subject<T::AccountId>) -> (Statement, T::Signature) {
	let slot = slot::<T>();
	Pallet::<T>::do_set_signer(None, slot, Some(T::BenchmarkHelper::signer())).unwrap();
	scar::<T>(slot);
	let now = Pallet::<T>::now();
	let expires_at = now.saturating_add(T::StatementPeriod::get());
	let statement = Statement { claims: claims::<T>(), issued_at: now, expires_at };
	let epoch = ProviderStatus::<T>::get().epoch(slot).unwrap();
	let bytes = Pallet::<T>::payload(slot, epoch, subject, &statement);
	(statement, T::BenchmarkHelper::sign(&bytes))
}

fn supervisor<T: Config>() -> T::AccountId {
	let account: T::AccountId = account("supervisor", 0, 0);
	T::CohortDeposit::ensure_successful(&account, Pallet::<T>::member_footprint());
	T::CohortDeposit::ensure_successful(&account, Pallet::<T>::asset_footprint());
	account
}

/// A cohort without limits, that has not ended.
fn cohort<T: Config>() -> CohortId {
	let limits = CohortLimits {
		investors: u32::MAX,
		assets: u32::MAX,
		volume: Balance::MAX,
		value: Balance::MAX,
		from: 0,
		until: Moment::MAX,
	};
	Pallet::<T>::do_create_cohort(supervisor::<T>(), limits).unwrap()
}

fn asset_in<T: Config>(cohort: CohortId, asset: u32) {
	Pallet::<T>::do_set_asset_value(supervisor::<T>(), cohort, asset, 1).unwrap();
}

#[benchmarks]
mod benchmarks {
	use super::*;

	fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
		T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
	}

	#[benchmark]
	fn appoint_provider() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		// The last free slot is the farthest to look for.
		for seed in 1..u32::from(MAX_PROVIDERS) {
			let _ = Pallet::<T>::do_appoint(account("other", seed, 0), Terms::WIDEST, 0);
		}
		if ProviderStatus::<T>::get().appointed == u32::MAX {
			Pallet::<T>::do_delist(MAX_PROVIDERS - 1).unwrap();
			Pallet::<T>::do_dismiss(MAX_PROVIDERS - 1).unwrap();
		}
		let account: T::AccountId = account("new", 0, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone(), Terms::WIDEST);

		assert!(ProviderOf::<T>::contains_key(account));
		Ok(())
	}

	#[benchmark]
	fn delist_provider() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let provider = slot::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider);

		assert_eq!(ProviderStatus::<T>::get().listed & (1 << provider), 0);
		Ok(())
	}

	#[benchmark]
	fn relist_provider() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let provider = slot::<T>();
		Pallet::<T>::do_delist(provider).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider);

		assert_ne!(ProviderStatus::<T>::get().listed & (1 << provider), 0);
		Ok(())
	}

	#[benchmark]
	fn dismiss_provider() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let provider = slot::<T>();
		Pallet::<T>::do_delist(provider).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider);

		assert!(!Providers::<T>::contains_key(provider));
		Ok(())
	}

	#[benchmark]
	fn admit() {
		let provider = provider::<T>();
		let account: T::AccountId = account("investor", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), account.clone(), claims::<T>());

		assert!(Keys::<T>::contains_key(account));
	}

	// The slot has gone to another provider, which takes the investor over and pays, and states
	// another tax residence.
	#[benchmark]
	fn renew(k: Linear<1, { T::MaxKeys::get() }>) {
		let investor = super::admit::<T>(&account("investor", 0, 0));
		fill_keys::<T>(investor, k);
		let record = Investors::<T>::get(investor).unwrap();
		let stated = Eligibility { tax_residence: Country::NONE, ..word::<T>(investor) };
		Pallet::<T>::set_word(&record, stated);
		Pallet::<T>::do_delist(record.provider).unwrap();
		Pallet::<T>::do_dismiss(record.provider).unwrap();
		let provider = provider::<T>();
		Investors::<T>::mutate_extant(investor, |record| {
			let heir: T::AccountId = account("heir", 0, 0);
			let footprint = Pallet::<T>::investor_footprint();
			T::InvestorDeposit::ensure_successful(&heir, footprint);
			record.ticket = T::InvestorDeposit::new(&heir, footprint).unwrap();
			record.depositor = heir;
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), investor, claims::<T>());

		assert!(Investors::<T>::get(investor).unwrap().depositor == provider);
		assert!(FormerTaxResidences::<T>::contains_key(investor));
	}

	#[benchmark]
	fn revoke(k: Linear<1, { T::MaxKeys::get() }>) -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let first: T::AccountId = account("investor", 0, 0);
		let investor = super::admit::<T>(&first);
		offer::<T>(&first, &account("offered", 0, 0));
		fill_keys::<T>(investor, k);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, investor);

		assert!(!Investors::<T>::contains_key(investor));
		Ok(())
	}

	#[benchmark]
	fn block(k: Linear<1, { T::MaxKeys::get() }>) -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let investor = super::admit::<T>(&account("investor", 0, 0));
		fill_keys::<T>(investor, k);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, investor);

		assert!(word::<T>(investor).blocked);
		Ok(())
	}

	#[benchmark]
	fn unblock(k: Linear<1, { T::MaxKeys::get() }>) -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let investor = super::admit::<T>(&account("investor", 0, 0));
		fill_keys::<T>(investor, k);
		Pallet::<T>::do_block(investor).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, investor);

		assert!(!word::<T>(investor).blocked);
		Ok(())
	}

	#[benchmark]
	fn offer_key() {
		let caller: T::AccountId = account("investor", 0, 0);
		let account: T::AccountId = account("offered", 0, 0);
		let investor = super::admit::<T>(&caller);
		fill_keys::<T>(investor, T::MaxKeys::get() - 1);
		T::KeyDeposit::ensure_successful(&caller, Pallet::<T>::offer_footprint());

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), account.clone(), Rights::ALL, None);

		assert!(KeyOffers::<T>::contains_key(account));
	}

	#[benchmark]
	fn accept_key() {
		let from: T::AccountId = account("investor", 0, 0);
		let caller: T::AccountId = account("offered", 0, 0);
		let investor = super::admit::<T>(&from);
		fill_keys::<T>(investor, T::MaxKeys::get() - 1);
		offer::<T>(&from, &caller);
		T::KeyDeposit::ensure_successful(&caller, Pallet::<T>::key_footprint());

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), investor);

		assert!(Keys::<T>::contains_key(caller));
	}

	#[benchmark]
	fn withdraw_offer() {
		let from: T::AccountId = account("investor", 0, 0);
		let account: T::AccountId = account("offered", 0, 0);
		let investor = super::admit::<T>(&from);
		fill_keys::<T>(investor, T::MaxKeys::get() - 1);
		offer::<T>(&from, &account);
		// Another key of the investor: its record is read, too.
		let caller = Investors::<T>::get(investor).unwrap().keys.last().unwrap().account.clone();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), account.clone());

		assert!(!KeyOffers::<T>::contains_key(account));
	}

	#[benchmark]
	fn remove_key() {
		let account: T::AccountId = account("investor", 0, 0);
		let investor = super::admit::<T>(&account);
		offer::<T>(&account, &frame_benchmarking::account("offered", 0, 0));
		fill_keys::<T>(investor, T::MaxKeys::get());
		// The last key to be looked at is the only one that manages keys for good.
		let record = Investors::<T>::get(investor).unwrap();
		let caller = record.keys.last().unwrap().account.clone();
		for entry in record.keys.iter().filter(|entry| entry.account != caller) {
			Keys::<T>::mutate_extant(&entry.account, |key| key.expires_at = Some(Moment::MAX));
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), account.clone());

		assert!(!Keys::<T>::contains_key(account));
	}

	#[benchmark]
	fn publish_pack() {
		let caller: T::AccountId = account("author", 0, 0);
		T::PackDeposit::ensure_successful(&caller, Pallet::<T>::pack_footprint());
		let pack = NextPackId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), rules());

		assert!(Packs::<T>::contains_key(pack));
	}

	// A version in force is enacted first.
	#[benchmark]
	fn amend_pack() {
		let caller: T::AccountId = account("author", 0, 0);
		let pack = publish_by::<T>(caller.clone());
		announce::<T>(pack);
		let effective_at = Pallet::<T>::now() + T::MinPackNotice::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), pack, rules(), effective_at);

		assert_eq!(UpcomingPacks::<T>::get(pack).unwrap().version, 3);
	}

	#[benchmark]
	fn enact_pack() {
		let caller: T::AccountId = whitelisted_caller();
		let pack = super::publish::<T>();
		announce::<T>(pack);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), pack);

		assert_eq!(PackRecords::<T>::get(pack).unwrap().digest, digest(&rules()));
		assert_eq!(Packs::<T>::get(pack).unwrap().version, 2);
	}

	#[benchmark]
	fn withdraw_pack() {
		let caller: T::AccountId = account("author", 0, 0);
		let pack = publish_by::<T>(caller.clone());
		announce::<T>(pack);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), pack);

		assert!(!Packs::<T>::contains_key(pack));
	}

	// Under an announced version: it is found behind the enacted one.
	#[benchmark]
	fn exempt() {
		let caller: T::AccountId = account("author", 0, 0);
		let pack = publish_by::<T>(caller.clone());
		announce::<T>(pack);
		let investor = super::admit::<T>(&account("investor", 0, 0));
		T::PackDeposit::ensure_successful(&caller, Pallet::<T>::exemption_footprint());
		let expires_at = Pallet::<T>::now() + LONGEST_EXEMPTION;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), pack, 2, investor, u32::MAX, expires_at);

		assert!(Exemptions::<T>::contains_key((pack, investor, 2)));
	}

	// By somebody else, after the investor is gone: everything is looked at.
	#[benchmark]
	fn end_exemption() {
		let author: T::AccountId = account("author", 0, 0);
		let pack = publish_by::<T>(author.clone());
		announce::<T>(pack);
		let investor = super::admit::<T>(&account("investor", 0, 0));
		T::PackDeposit::ensure_successful(&author, Pallet::<T>::exemption_footprint());
		let expires_at = Pallet::<T>::now() + LONGEST_EXEMPTION;
		Pallet::<T>::do_exempt(author, pack, 2, investor, u32::MAX, expires_at).unwrap();
		Investors::<T>::remove(investor);
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), pack, 2, investor);

		assert!(!Exemptions::<T>::contains_key((pack, investor, 2)));
	}

	#[benchmark]
	fn set_provider_terms() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let provider = slot::<T>();
		let terms = Terms { daily: 1, ..Terms::WIDEST };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider, terms);

		assert_eq!(ProviderOf::<T>::get(super::provider::<T>()).unwrap().terms, terms);
		Ok(())
	}

	#[benchmark]
	fn suspend_provider() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let provider = slot::<T>();
		scar::<T>(provider);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider, 0);

		assert_eq!(Suspensions::<T>::get(provider).unwrap().until, None);
		Ok(())
	}

	#[benchmark]
	fn reinstate_provider() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let provider = slot::<T>();
		Pallet::<T>::do_suspend(provider, 0).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider, true);

		assert!(!Suspensions::<T>::contains_key(provider));
		Ok(())
	}

	#[benchmark]
	fn propose_rotation() {
		let caller = provider::<T>();
		let provider = slot::<T>();
		scar::<T>(provider);
		let successor: T::AccountId = account("successor", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), provider, Some(successor.clone()));

		assert!(Providers::<T>::get(provider).unwrap().successor == Some(successor));
	}

	#[benchmark]
	fn accept_rotation() {
		let provider = slot::<T>();
		scar::<T>(provider);
		let successor: T::AccountId = account("successor", 0, 0);
		Pallet::<T>::do_propose_rotation(None, provider, Some(successor.clone())).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(successor.clone()), provider);

		assert!(ProviderOf::<T>::contains_key(successor));
	}

	#[benchmark]
	fn force_rotation() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let provider = slot::<T>();
		let successor: T::AccountId = account("successor", 0, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider, successor.clone());

		assert!(ProviderOf::<T>::contains_key(successor));
		Ok(())
	}

	#[benchmark]
	fn set_signer() {
		let caller = provider::<T>();
		let provider = slot::<T>();
		scar::<T>(provider);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), provider, Some(caller.clone()));

		assert!(Providers::<T>::get(provider).unwrap().signer == Some(caller));
	}

	#[benchmark]
	fn leave(k: Linear<1, { T::MaxKeys::get() }>) {
		let caller: T::AccountId = account("investor", 0, 0);
		let investor = super::admit::<T>(&caller);
		offer::<T>(&caller, &account("offered", 0, 0));
		fill_keys::<T>(investor, k);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller));

		assert!(!Investors::<T>::contains_key(investor));
	}

	#[benchmark]
	fn admit_by_statement() {
		let caller: T::AccountId = account("investor", 0, 0);
		T::InvestorDeposit::ensure_successful(&caller, Pallet::<T>::investor_footprint());
		let (statement, signature) = signed_statement::<T>(&Subject::Account(caller.clone()));

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), slot::<T>(), statement, signature);

		assert!(Keys::<T>::contains_key(caller));
	}

	// The slot has gone to another provider, which states another tax residence: the investor takes
	// the deposit over.
	#[benchmark]
	fn renew_by_statement(k: Linear<1, { T::MaxKeys::get() }>) {
		let caller: T::AccountId = account("investor", 0, 0);
		let investor = super::admit::<T>(&caller);
		fill_keys::<T>(investor, k);
		let record = Investors::<T>::get(investor).unwrap();
		let tax_residence = Country::NONE;
		let stated = Eligibility { epoch: 0, stated_at: 0, tax_residence, ..word::<T>(investor) };
		Pallet::<T>::set_word(&record, stated);
		T::InvestorDeposit::ensure_successful(&caller, Pallet::<T>::investor_footprint());
		let (statement, signature) = signed_statement::<T>(&Subject::Investor(investor));

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), slot::<T>(), statement, signature);

		assert!(Investors::<T>::get(investor).unwrap().depositor == caller);
		assert!(FormerTaxResidences::<T>::contains_key(investor));
	}

	#[benchmark]
	fn lower_bar() {
		let caller: T::AccountId = whitelisted_caller();
		Bars::<T>::insert(1, 0);
		T::BenchmarkHelper::set_time(Pallet::<T>::now().max(T::StatementPeriod::get()));

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 1);

		assert!(!Bars::<T>::contains_key(1));
	}

	#[benchmark]
	fn deny(k: Linear<1, { T::MaxKeys::get() }>) -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let account: T::AccountId = account("investor", 0, 0);
		let investor = super::admit::<T>(&account);
		fill_keys::<T>(investor, k);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account, H256::zero());

		assert!(word::<T>(investor).blocked);
		Ok(())
	}

	#[benchmark]
	fn lift_denial() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let account: T::AccountId = account("investor", 0, 0);
		Pallet::<T>::do_deny(account.clone(), H256::zero()).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone(), H256::zero());

		assert!(!Denied::<T>::contains_key(account));
		Ok(())
	}

	#[benchmark]
	fn create_cohort() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let id = NextCohortId::<T>::get();
		let limits = Cohorts::<T>::get(cohort::<T>()).unwrap().limits;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, supervisor::<T>(), limits);

		assert!(Cohorts::<T>::contains_key(id + 1));
		Ok(())
	}

	#[benchmark]
	fn suspend_cohort() {
		let id = cohort::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(supervisor::<T>()), id);

		assert!(Cohorts::<T>::get(id).unwrap().suspended);
	}

	#[benchmark]
	fn resume_cohort() {
		let id = cohort::<T>();
		Pallet::<T>::do_suspend_cohort(supervisor::<T>(), id).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(supervisor::<T>()), id);

		assert!(!Cohorts::<T>::get(id).unwrap().suspended);
	}

	#[benchmark]
	fn end_cohort() {
		let id = cohort::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(supervisor::<T>()), id);

		assert!(Cohorts::<T>::get(id).unwrap().ended_at.is_some());
	}

	#[benchmark]
	fn add_member() {
		let id = cohort::<T>();
		let investor = super::admit::<T>(&account("investor", 0, 0));

		#[extrinsic_call]
		_(RawOrigin::Signed(supervisor::<T>()), id, investor);

		assert!(CohortMembers::<T>::contains_key(id, investor));
	}

	#[benchmark]
	fn remove_member() {
		let id = cohort::<T>();
		let investor = super::admit::<T>(&account("investor", 0, 0));
		Pallet::<T>::do_add_member(supervisor::<T>(), id, investor).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(supervisor::<T>()), id, investor);

		assert!(!CohortMembers::<T>::contains_key(id, investor));
	}

	#[benchmark]
	fn set_asset_value() {
		let id = cohort::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(supervisor::<T>()), id, 0, 1);

		assert!(CohortAssets::<T>::contains_key(id, 0));
	}

	#[benchmark]
	fn remove_asset() {
		let id = cohort::<T>();
		asset_in::<T>(id, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(supervisor::<T>()), id, 0);

		assert!(!CohortAssets::<T>::contains_key(id, 0));
	}

	#[benchmark]
	fn graduate() {
		let id = cohort::<T>();
		asset_in::<T>(id, 0);
		let pack = super::publish::<T>();
		announce::<T>(pack);

		#[extrinsic_call]
		_(RawOrigin::Signed(supervisor::<T>()), id, 0, pack, H256::zero());

		assert_eq!(Cohorts::<T>::get(id).unwrap().counts.graduated, 1);
	}

	#[benchmark]
	fn prune_cohort(n: Linear<0, { MAX_PRUNED }>) {
		let caller: T::AccountId = whitelisted_caller();
		let id = cohort::<T>();
		for asset in 0..n {
			asset_in::<T>(id, asset);
		}
		Pallet::<T>::do_end_cohort(None, id).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id, MAX_PRUNED);

		assert!(!Cohorts::<T>::contains_key(id));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}

// SPDX-License-Identifier: Apache-2.0

//! Every call at its bound, and what the layers above need for benchmarks of their own.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, clippy::indexing_slicing)]

use crate::{packs::digest, *};
use alloc::vec;
use cadastre_primitives::{
	Claims, CountrySet, Eligibility, Flags, InvestorClass, InvestorId, Key, Moment, PackId,
	ProviderId, Rights, MAX_PROVIDERS, MAX_RULES,
};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{Consideration, EnsureOrigin, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::Perbill;

const YEAR: Moment = 31_536_000;

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
		Pallet::<T>::do_appoint(account.clone(), 0).unwrap();
	}
	T::InvestorDeposit::ensure_successful(&account, Pallet::<T>::investor_footprint());
	account
}

/// Admits an account as a new investor that passes the pack of [`publish`].
pub(crate) fn admit<T: Config>(who: &T::AccountId) -> InvestorId {
	Pallet::<T>::do_admit(provider::<T>(), who.clone(), claims::<T>()).unwrap()
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
fn fill_keys<T: Config>(investor: InvestorId, keys: u32) {
	let mut record = Investors::<T>::get(investor).unwrap();
	let eligibility = Pallet::<T>::word(&record).unwrap();
	for seed in u32::try_from(record.keys.len()).unwrap()..keys {
		let account: T::AccountId = account("key", seed, 0);
		T::KeyDeposit::ensure_successful(&account, Pallet::<T>::key_footprint());
		let ticket = T::KeyDeposit::new(&account, Pallet::<T>::key_footprint()).unwrap();
		let entry = KeyEntry { account: account.clone(), ticket: Some(ticket) };
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
			let _ = Pallet::<T>::do_appoint(account("other", seed, 0), 0);
		}
		if ProviderStatus::<T>::get().appointed == u32::MAX {
			Pallet::<T>::do_delist(MAX_PROVIDERS - 1).unwrap();
			Pallet::<T>::do_dismiss(MAX_PROVIDERS - 1).unwrap();
		}
		let account: T::AccountId = account("new", 0, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone());

		assert!(ProviderOf::<T>::contains_key(account));
		Ok(())
	}

	#[benchmark]
	fn delist_provider() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let provider: ProviderId = ProviderOf::<T>::get(provider::<T>()).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider);

		assert_eq!(ProviderStatus::<T>::get().listed & (1 << provider), 0);
		Ok(())
	}

	#[benchmark]
	fn relist_provider() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let provider: ProviderId = ProviderOf::<T>::get(provider::<T>()).unwrap();
		Pallet::<T>::do_delist(provider).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider);

		assert_ne!(ProviderStatus::<T>::get().listed & (1 << provider), 0);
		Ok(())
	}

	#[benchmark]
	fn dismiss_provider() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let provider: ProviderId = ProviderOf::<T>::get(provider::<T>()).unwrap();
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

	// The slot has gone to another provider, which takes the investor over and pays.
	#[benchmark]
	fn renew(k: Linear<1, { T::MaxKeys::get() }>) {
		let investor = super::admit::<T>(&account("investor", 0, 0));
		fill_keys::<T>(investor, k);
		let slot = Investors::<T>::get(investor).unwrap().provider;
		Pallet::<T>::do_delist(slot).unwrap();
		Pallet::<T>::do_dismiss(slot).unwrap();
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

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}

// SPDX-License-Identifier: Apache-2.0

//! A runtime of this pallet, balances for the deposits, and a clock that tests set.

#![allow(clippy::arithmetic_side_effects)]

use crate as pallet_compliance;
use crate::*;
use cadastre_primitives::{
	traits::{Gatekeeper, Ledger},
	Claims, ClassCounts, CohortId, Country, CountrySet, Facts, Failures, Flags, InvestorId, Key,
	Kind, Moment, PackId, ProviderId,
};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::time::Duration;
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU32, ConstU64, Footprint, LinearStoragePrice, UnixTime,
	},
	BoundedVec,
};
use sandbox::Sandbox;
use scale_info::TypeInfo;
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use sp_runtime::{
	traits::{IdentifyAccount, Lazy, Verify},
	BuildStorage, MultiSignature, MultiSigner,
};

pub(crate) type AccountId = u64;
pub(crate) type Balance = u64;
type Block = frame_system::mocking::MockBlock<Test>;

pub(crate) const ALICE: AccountId = 1;
pub(crate) const BOB: AccountId = 2;
pub(crate) const CAROL: AccountId = 3;
pub(crate) const DAVE: AccountId = 4;
pub(crate) const AUTHOR: AccountId = 9;
/// The providers of the slots 0 and 1.
pub(crate) const VERITAS: AccountId = 10;
pub(crate) const OTHER: AccountId = 11;
/// Has no funds.
pub(crate) const PAUPER: AccountId = 99;

pub(crate) const ENDOWMENT: Balance = 1_000_000;
/// When a test begins, in seconds of Unix time.
pub(crate) const START: Moment = 1_000_000;
pub(crate) const YEAR: Moment = 31_536_000;
pub(crate) const NOTICE: Moment = 86_400;
pub(crate) const OFFER_PERIOD: Moment = 7 * 86_400;
pub(crate) const MAX_KEYS: u32 = 8;
pub(crate) const STATEMENT_PERIOD: Moment = 30 * 86_400;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(50)]
	pub type Compliance = pallet_compliance;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

parameter_types! {
	pub static Now: Moment = START;
	pub const InvestorReason: RuntimeHoldReason =
		RuntimeHoldReason::Compliance(HoldReason::InvestorRecord);
	pub const KeyReason: RuntimeHoldReason = RuntimeHoldReason::Compliance(HoldReason::Key);
	pub const PackReason: RuntimeHoldReason = RuntimeHoldReason::Compliance(HoldReason::RulePack);
	pub const CohortReason: RuntimeHoldReason =
		RuntimeHoldReason::Compliance(HoldReason::CohortEntry);
}

pub struct Clock;
impl UnixTime for Clock {
	fn now() -> Duration {
		// The part of a second must not matter.
		Duration::from_millis(Now::get() * 1_000 + 999)
	}
}

type Price = LinearStoragePrice<ConstU64<10>, ConstU64<1>, Balance>;

impl Config for Test {
	type AdminOrigin = frame_system::EnsureRoot<AccountId>;
	type Time = Clock;
	type InvestorDeposit = HoldConsideration<AccountId, Balances, InvestorReason, Price, Footprint>;
	type KeyDeposit = HoldConsideration<AccountId, Balances, KeyReason, Price, Footprint>;
	type PackDeposit = HoldConsideration<AccountId, Balances, PackReason, Price, Footprint>;
	type MaxKeys = ConstU32<MAX_KEYS>;
	type MinPackNotice = ConstU64<NOTICE>;
	type OfferPeriod = ConstU64<OFFER_PERIOD>;
	type Signature = Signed;
	type StatementPeriod = ConstU64<STATEMENT_PERIOD>;
	type CohortDeposit = HoldConsideration<AccountId, Balances, CohortReason, Price, Footprint>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Signed;
	type WeightInfo = ();
}

/// A signature with its public key, since the accounts of this mock are too short to be one.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Signed {
	pub(crate) signer: MultiSigner,
	pub(crate) signature: MultiSignature,
}

/// Identifies an account by the first bytes of the real one.
pub struct Short(MultiSigner);
impl IdentifyAccount for Short {
	type AccountId = AccountId;
	fn into_account(self) -> AccountId {
		let [a, b, c, d, e, f, g, h, ..] = *AsRef::<[u8; 32]>::as_ref(&self.0.into_account());
		AccountId::from_le_bytes([a, b, c, d, e, f, g, h])
	}
}

impl Verify for Signed {
	type Signer = Short;
	fn verify<L: Lazy<[u8]>>(&self, message: L, account: &AccountId) -> bool {
		let signer = self.signer.clone();
		Short(signer.clone()).into_account() == *account
			&& self.signature.verify(message, &signer.into_account())
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId, Signed> for Signed {
	fn signer() -> AccountId {
		Signer::of(Scheme::Ecdsa, 0).account()
	}

	fn sign(message: &[u8]) -> Signed {
		Signer::of(Scheme::Ecdsa, 0).sign(message)
	}
}

/// How a provider may sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Scheme {
	Sr25519,
	Ed25519,
	Ecdsa,
}

/// A signing key of a provider.
#[derive(Clone)]
pub(crate) enum Signer {
	Sr25519(Box<sr25519::Pair>),
	Ed25519(Box<ed25519::Pair>),
	Ecdsa(Box<ecdsa::Pair>),
}

impl Signer {
	pub(crate) fn of(scheme: Scheme, seed: u8) -> Self {
		match scheme {
			Scheme::Sr25519 => Self::Sr25519(Box::new(Pair::from_seed(&[seed; 32]))),
			Scheme::Ed25519 => Self::Ed25519(Box::new(Pair::from_seed(&[seed; 32]))),
			Scheme::Ecdsa => Self::Ecdsa(Box::new(Pair::from_seed(&[seed.max(1); 32]))),
		}
	}

	fn public(&self) -> MultiSigner {
		match self {
			Self::Sr25519(pair) => pair.public().into(),
			Self::Ed25519(pair) => pair.public().into(),
			Self::Ecdsa(pair) => pair.public().into(),
		}
	}

	pub(crate) fn account(&self) -> AccountId {
		Short(self.public()).into_account()
	}

	pub(crate) fn sign(&self, message: &[u8]) -> Signed {
		let signature = match self {
			Self::Sr25519(pair) => pair.sign(message).into(),
			Self::Ed25519(pair) => pair.sign(message).into(),
			Self::Ecdsa(pair) => pair.sign(message).into(),
		};
		Signed { signer: self.public(), signature }
	}
}

/// The key with which [`VERITAS`] signs in tests.
pub(crate) fn signer() -> Signer {
	Signer::of(Scheme::Ed25519, 7)
}

/// A statement of [`claims`], signed now, for the longest time.
pub(crate) fn statement() -> Statement {
	let now = Now::get();
	Statement { claims: claims(), issued_at: now, expires_at: now + STATEMENT_PERIOD }
}

/// The signature of slot 0 under a statement.
pub(crate) fn sign(subject: Subject<AccountId>, statement: &Statement) -> Signed {
	signer().sign(&Compliance::statement_bytes(0, subject, *statement).unwrap())
}

/// No suspension and no cohort.
pub(crate) struct NoLookup;
impl rules::Lookup for NoLookup {
	fn suspension(&self, _: ProviderId) -> Option<Suspension> {
		None
	}

	fn sandbox(&self, _: CohortId, _: &Facts) -> Sandbox {
		Sandbox::unknown(0)
	}
}

pub(crate) struct ExtBuilder {
	providers: Vec<AccountId>,
	packs: Vec<(AccountId, RuleSet)>,
	investors: Vec<AccountId>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { providers: vec![VERITAS, OTHER], packs: vec![], investors: vec![] }
	}
}

impl ExtBuilder {
	pub(crate) fn with_providers(mut self, providers: Vec<AccountId>) -> Self {
		self.providers = providers;
		self
	}

	/// Packs of [`AUTHOR`], from the id 0 on.
	pub(crate) fn with_pack(mut self, rules: RuleSet) -> Self {
		self.packs.push((AUTHOR, rules));
		self
	}

	/// Investors of [`VERITAS`] with [`claims`], from the id 0 on.
	pub(crate) fn with_investors(mut self, accounts: &[AccountId]) -> Self {
		self.investors.extend_from_slice(accounts);
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		let balances = (1..50).map(|account| (account, ENDOWMENT)).collect();
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
			compliance: pallet_compliance::GenesisConfig {
				providers: self.providers,
				packs: self.packs,
			},
			..Default::default()
		}
		.build_storage()
		.unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Now::set(START);
			for account in self.investors {
				Compliance::admit(RuntimeOrigin::signed(VERITAS), account, claims()).unwrap();
			}
			System::reset_events();
		});
		ext
	}

	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Compliance::do_try_state().unwrap();
		});
	}
}

pub(crate) fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub(crate) fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

/// Of a professional client in Switzerland, for a year from [`START`].
pub(crate) fn claims() -> Claims {
	Claims {
		residence: *b"CH",
		tax_residence: *b"DE",
		flags: Flags::KYC.with(Flags::AML).with(Flags::PROFESSIONAL),
		valid_from: START,
		valid_until: START + YEAR,
	}
}

pub(crate) fn set(codes: &[[u8; 2]]) -> CountrySet {
	CountrySet::from_codes(codes.iter().copied()).unwrap()
}

pub(crate) fn rules(rules: &[Rule], sets: &[CountrySet]) -> RuleSet {
	RuleSet {
		rules: BoundedVec::try_from(rules.to_vec()).unwrap(),
		sets: BoundedVec::try_from(sets.to_vec()).unwrap(),
	}
}

/// One rule that investors with [`claims`] pass.
pub(crate) fn kyc() -> RuleSet {
	rules(&[Rule::Required { side: Sides::Both, flags: Flags::KYC }], &[])
}

/// One rule that investors with [`claims`] do not pass.
pub(crate) fn accredited() -> RuleSet {
	rules(&[Rule::Required { side: Sides::Both, flags: Flags::ACCREDITED }], &[])
}

/// Rule 0: ACCREDITED of both; rule 1: at most no holder; rule 2: a lock-up. Investors with
/// [`claims`] fail the first.
pub(crate) fn strict() -> RuleSet {
	rules(
		&[
			Rule::Required { side: Sides::Both, flags: Flags::ACCREDITED },
			Rule::HolderCap { max: 0 },
			Rule::LockUp { seconds: 10, classes: Classes::ALL, set: None },
		],
		&[],
	)
}

pub(crate) fn key(who: AccountId) -> Key {
	Keys::<Test>::get(who).unwrap()
}

/// The facts of a movement of some shares between accounts.
pub(crate) fn facts(kind: Kind, from: AccountId, to: AccountId) -> Facts {
	let asks_sender = matches!(kind, Kind::Transfer | Kind::Redeem);
	let asks_receiver = matches!(kind, Kind::Transfer | Kind::Issue | Kind::Forced);
	Facts {
		asset: 0,
		kind,
		sender: asks_sender.then(|| Keys::<Test>::get(from)),
		receiver: asks_receiver.then(|| Keys::<Test>::get(to)),
		amount: 5,
		sender_after: 10,
		receiver_after: 10,
		whole: 100,
		holders_after: 2,
		adds_holder: false,
		joins: None,
		leaves: None,
		opened_at: 0,
	}
}

/// The counters of a ledger, as tests set them.
#[derive(Clone, Default)]
pub(crate) struct Counters {
	pub(crate) by_country: std::collections::BTreeMap<Country, ClassCounts>,
	pub(crate) by_class: ClassCounts,
	pub(crate) given: u128,
}

impl Ledger for Counters {
	fn holders_in(&self, country: Country) -> ClassCounts {
		self.by_country.get(&country).copied().unwrap_or_default()
	}

	fn holders_by_class(&self) -> ClassCounts {
		self.by_class
	}

	fn given(&self, _: Moment) -> u128 {
		self.given
	}
}

/// Every reason against a movement, of a ledger without holders.
pub(crate) fn examine(pack: PackId, facts: &Facts) -> Failures {
	<Compliance as Gatekeeper<AccountId>>::examine(pack, facts, &Counters::default()).0
}

pub(crate) fn held(who: AccountId, reason: HoldReason) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&RuntimeHoldReason::Compliance(reason), &who)
}

/// All that is held from an account.
pub(crate) fn held_in_all(who: AccountId) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::total_balance_on_hold(&who)
}

/// Offers a key and accepts it.
pub(crate) fn add_key(
	from: AccountId,
	to: AccountId,
	rights: cadastre_primitives::Rights,
	expires_at: Option<Moment>,
) {
	let investor: InvestorId = key(from).investor;
	Compliance::offer_key(signed(from), to, rights, expires_at).unwrap();
	Compliance::accept_key(signed(to), investor).unwrap();
}

pub(crate) fn last_event() -> Event<Test> {
	match System::events().pop().expect("there is an event").event {
		RuntimeEvent::Compliance(event) => event,
		other => panic!("not of this pallet: {other:?}"),
	}
}

/// This pallet's events since the last reset.
pub(crate) fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Compliance(event) => Some(event),
			_ => None,
		})
		.collect()
}

pub(crate) fn version(pack: PackId) -> Option<u32> {
	Compliance::pack(pack).map(|pack| pack.version)
}

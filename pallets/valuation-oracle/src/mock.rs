// SPDX-License-Identifier: Apache-2.0

//! A runtime with tables instead of the layers below.

// What the macros generate is public.
#![allow(unreachable_pub)]
#![allow(clippy::arithmetic_side_effects)]

use crate as pallet_valuation_oracle;
use crate::{Commitment, CreditOf, HoldReason, Policy, Terms};
use cadastre_primitives::{
	traits::ValuedAssets, AssetClass, AssetId, Balance, Country, CountrySet, FeedId, Interval,
	InvestorId, Metric, ModelCard, ModelId, ModelMetrics, Moment, Report, Unit, Value,
};
use core::time::Duration;
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		AsEnsureOriginWithArg, ConstU128, ConstantStoragePrice, Imbalance, OnUnbalanced,
		SortedMembers, UnixTime,
	},
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{BuildStorage, DispatchResult, Permill};

pub(crate) type AccountId = u64;
type Block = frame_system::mocking::MockBlock<Test>;

pub(crate) const ISSUER: AccountId = 1;
pub(crate) const HOLDER: AccountId = 2;
/// Whoever disputes: a key of an identity that operates nothing.
pub(crate) const DISPUTER: AccountId = 3;
pub(crate) const STRANGER: AccountId = 4;
/// The holders of the asset, as an account that stands for their resolution.
pub(crate) const HOLDERS: AccountId = 5;
/// Appraisers: 10 to 24, and one who is an operator too.
pub(crate) const APPRAISER: AccountId = 10;
/// The first operator's key; the others follow. Each key `k` has the identity `k`.
pub(crate) const OPERATOR: AccountId = 100;

pub(crate) const ASSET: AssetId = 7;
pub(crate) const FUNDS: Balance = 1_000_000;
pub(crate) const BOND: Balance = 10_000;
pub(crate) const DEPOSIT: Balance = 10;
pub(crate) const NOW: Moment = 100_000_000;
pub(crate) const DIGEST: H256 = H256::repeat_byte(0xd1);
pub(crate) const SALT: H256 = H256::repeat_byte(0x5a);
pub(crate) const EXPLANATION: &[u8] = b"area +30, year -2, zone +4";
pub(crate) const FEED: FeedId =
	FeedId { asset: ASSET, metric: Metric::MarketValue, unit: Unit::Fiat(*b"CHF") };

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

	#[runtime::pallet_index(53)]
	pub type ValuationOracle = pallet_valuation_oracle;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
}

parameter_types! {
	pub const RecordReason: RuntimeHoldReason =
		RuntimeHoldReason::ValuationOracle(HoldReason::Record);
	/// The time of the block.
	pub static Today: Moment = NOW;
	/// What was slashed and went to nobody. In storage, so that a call that fails rolls it back.
	pub storage Slashed: Balance = 0;
	/// Keys whose claims do not hold any more.
	pub static Lapsed: Vec<AccountId> = Vec::new();
	/// The terms of all feeds.
	pub static TheTerms: Terms = terms();
}

pub(crate) fn terms() -> Terms {
	Terms {
		min_bond: 1_000,
		miss_penalty: 100,
		silence_penalty: 50,
		dispute_bond: 500,
		slash: Permill::from_percent(20),
		withdrawal_delay: 1_000,
		policy_delay: 2_000,
		dispute_period: 300,
		step_period: 200,
		explanation_period: 150,
		max_error: 150_000,
		min_coverage: 500_000,
		min_outcomes: 4,
	}
}

/// The time of the test.
pub struct Clock;

impl UnixTime for Clock {
	fn now() -> Duration {
		Duration::from_secs(Today::get())
	}
}

/// The accounts that appraise.
pub struct Appraisers;

impl SortedMembers<AccountId> for Appraisers {
	fn sorted_members() -> Vec<AccountId> {
		(APPRAISER..APPRAISER + 20).chain([OPERATOR]).collect()
	}
}

/// The account that stands for the issuer.
pub struct Issuer;

impl SortedMembers<AccountId> for Issuer {
	fn sorted_members() -> Vec<AccountId> {
		vec![ISSUER, HOLDER]
	}
}

/// The account that stands for a resolution.
pub struct Resolution;

impl SortedMembers<AccountId> for Resolution {
	fn sorted_members() -> Vec<AccountId> {
		vec![HOLDERS]
	}
}

/// Where slashes go.
pub struct Pot;

impl OnUnbalanced<CreditOf<Test>> for Pot {
	fn on_nonzero_unbalanced(credit: CreditOf<Test>) {
		Slashed::set(&(Slashed::get() + credit.peek()));
	}
}

/// The layers below: one asset in Switzerland, a holder, and an identity behind each key.
pub struct Below;

impl ValuedAssets<AccountId> for Below {
	fn facts(asset: AssetId) -> Option<(AssetClass, Country)> {
		let country = Country::from_code(*b"CH").unwrap();
		match asset {
			ASSET => Some((AssetClass::RealEstate, country)),
			8 => Some((AssetClass::Debt, Country::NONE)),
			_ => None,
		}
	}

	fn is_holder(asset: AssetId, who: &AccountId) -> bool {
		asset == ASSET && *who == HOLDER
	}

	fn identity(who: &AccountId) -> Option<InvestorId> {
		(*who != STRANGER && !Lapsed::get().contains(who)).then_some(*who)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_asset(_: &AccountId) -> AssetId {
		ASSET
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set_time(now: Moment) {
		Today::set(now);
	}
}

impl pallet_valuation_oracle::Config for Test {
	type Currency = Balances;
	type RecordDeposit = HoldConsideration<
		AccountId,
		Balances,
		RecordReason,
		ConstantStoragePrice<ConstU128<DEPOSIT>, Balance>,
	>;
	type OnSlash = Pot;
	type Assets = Below;
	type IssuerOrigin = AsEnsureOriginWithArg<EnsureSignedBy<Issuer, AccountId>>;
	type AdminOrigin = EnsureRoot<AccountId>;
	type AppraiserOrigin = EnsureSignedBy<Appraisers, AccountId>;
	type HoldersOrigin = AsEnsureOriginWithArg<EnsureSignedBy<Resolution, AccountId>>;
	type Time = Clock;
	type Terms = TheTerms;
	type WeightInfo = ();
}

/// A sound policy: rounds of 100 + 100 seconds, fresh for 1,000, stale after 3,000.
pub(crate) fn policy() -> Policy {
	Policy {
		min_reports: 3,
		min_operators: 3,
		min_families: 2,
		seats_per_operator: 1,
		human: false,
		weigh: true,
		commit_period: 100,
		reveal_period: 100,
		interval: 200,
		max_input_age: 500,
		aging_after: 1_000,
		max_age: 3_000,
		challenge_period: 400,
		drift_window: 2_000,
		max_jump: Permill::from_percent(10),
		max_drift: Permill::from_percent(25),
		max_width: Permill::from_percent(50),
		min_value: 1_000,
		max_value: 1_000_000,
	}
}

pub(crate) fn card(family: u16) -> ModelCard {
	ModelCard {
		artefact: DIGEST,
		code: DIGEST,
		training_data: DIGEST,
		card: DIGEST,
		uri: b"ipfs://card".to_vec().try_into().unwrap(),
		family,
		human: family == 3,
		metric: Metric::MarketValue,
		unit: Unit::Fiat(*b"CHF"),
		decimals: 2,
		classes: vec![AssetClass::RealEstate].try_into().unwrap(),
		countries: CountrySet::from_codes([*b"CH"]),
		metrics: ModelMetrics {
			median_error: 93_000,
			coverage: 900_000,
			within_ten: 527_000,
			sample: 5_348,
			tested_from: NOW - 100,
			tested_until: NOW,
			..Default::default()
		},
	}
}

/// Builds a chain whose accounts have [`FUNDS`].
#[derive(Default)]
pub(crate) struct ExtBuilder {
	models: u32,
	feed: Option<Policy>,
	mids: Vec<Value>,
}

impl ExtBuilder {
	/// A feed with a policy, and seats of models 0 to n-1 of the first n operators.
	pub(crate) fn feed(mut self, policy: Policy, models: u32) -> Self {
		self.models = models;
		self.feed = Some(policy);
		self
	}

	/// One round has ended with these mids, and its answer is settled.
	pub(crate) fn answered(mut self, mids: &[Value]) -> Self {
		self.mids = mids.to_vec();
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		Today::set(NOW);
		Lapsed::set(Vec::new());
		TheTerms::set(terms());
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let accounts = (1..30).chain(OPERATOR..OPERATOR + 20);
		pallet_balances::GenesisConfig::<Test> {
			balances: accounts.map(|who| (who, FUNDS)).collect(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			if let Some(policy) = self.feed {
				assert_ok!(ValuationOracle::open_feed(signed(ISSUER), FEED, 2, policy));
				for model in 0..self.models {
					seat(model);
				}
			}
			if !self.mids.is_empty() {
				assert_ok!(round(&self.mids));
				Today::mutate(|now| *now += 400);
				assert_ok!(settled());
			}
			System::reset_events();
		});
		ext
	}

	/// Runs a test, and checks the invariants at its end.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			assert_ok!(ValuationOracle::do_try_state());
		});
	}
}

pub(crate) fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The key of a model's operator.
pub(crate) fn operator(model: ModelId) -> AccountId {
	OPERATOR + u64::from(model)
}

/// Bonds an operator, and has its model approved; the families are 0, 1 and 2 in turn.
pub(crate) fn approved(model: ModelId) {
	assert_ok!(ValuationOracle::bond(signed(operator(model)), BOND));
	let family = u16::try_from(model % 3).unwrap();
	assert_ok!(ValuationOracle::propose_model(signed(operator(model)), card(family)));
	assert_ok!(ValuationOracle::approve_model(
		RuntimeOrigin::root(),
		model,
		Today::get() + 30_000_000
	));
}

/// Brings a new model to its seat.
pub(crate) fn seat(model: ModelId) {
	approved(model);
	assert_ok!(ValuationOracle::join(signed(operator(model)), FEED, model));
}

/// An interval of 10 % to either side.
pub(crate) fn interval(mid: Value) -> Interval {
	Interval { low: mid - mid / 10, mid, high: mid + mid / 10 }
}

/// A report of the round that is open, with data of its opening.
pub(crate) fn report(mid: Value) -> Report {
	let as_of = crate::Rounds::<Test>::get(FEED).unwrap().opened_at;
	let explanation = blake2_256(EXPLANATION).into();
	Report { interval: interval(mid), as_of, inputs: DIGEST, explanation }
}

/// The commitment of a model to a report in the round that is open.
pub(crate) fn commitment(model: ModelId, report: &Report) -> Commitment {
	let round = crate::Rounds::<Test>::get(FEED).unwrap().number;
	ValuationOracle::commitment(FEED, round, model, &operator(model), report, SALT)
}

pub(crate) fn commit(model: ModelId, mid: Value) -> DispatchResult {
	let commitment = commitment(model, &report(mid));
	ValuationOracle::commit(signed(operator(model)), FEED, model, commitment)
}

pub(crate) fn reveal(model: ModelId, mid: Value) -> DispatchResult {
	ValuationOracle::reveal(signed(operator(model)), FEED, model, report(mid), SALT)
}

pub(crate) fn finalise() -> DispatchResult {
	ValuationOracle::finalise(signed(STRANGER), FEED).map(|_| ()).map_err(|error| error.error)
}

/// Opens a round as soon as one may be opened.
pub(crate) fn open() {
	let last = crate::Rounds::<Test>::get(FEED).unwrap();
	if last.number > 0 {
		Today::mutate(|now| *now = (*now).max(last.opened_at + policy().interval));
	}
	assert_ok!(ValuationOracle::open_round(signed(STRANGER), FEED));
}

/// A whole round in which model `i` reports the `i`-th mid.
pub(crate) fn round(mids: &[Value]) -> DispatchResult {
	open();
	for (model, mid) in (0..).zip(mids) {
		commit(model, *mid)?;
	}
	Today::mutate(|now| *now += policy().commit_period);
	for (model, mid) in (0..).zip(mids) {
		reveal(model, *mid)?;
	}
	finalise()
}

/// The answer of the feed.
pub(crate) fn answer() -> crate::Answer {
	crate::Answers::<Test>::get(FEED).unwrap()
}

/// Fails unless the last answer can be used.
pub(crate) fn settled() -> DispatchResult {
	match ValuationOracle::valuation(FEED).map(|valuation| valuation.fresh()) {
		Some(Ok(_)) => Ok(()),
		_ => Err("not fresh".into()),
	}
}

/// What is held of an account: bond, disputes, records.
pub(crate) fn held(who: AccountId) -> [Balance; 3] {
	[HoldReason::Bond, HoldReason::Dispute, HoldReason::Record]
		.map(|reason| Balances::balance_on_hold(&reason.into(), &who))
}

// SPDX-License-Identifier: Apache-2.0

//! A runtime with a plain table of holdings instead of the layers below, whose checkpoints are
//! copies of the table.

// What the macros generate is public.
#![allow(unreachable_pub)]
#![allow(clippy::arithmetic_side_effects)]

use crate as pallet_dao;
use crate::{HoldReason, MotionOf, MotionsOf, Rules, Terms, Thresholds, ToTreasury};
use cadastre_primitives::{
	traits::{AllowedCalls, Checkpoints, Electorate},
	AssetId, Balance, Ballot, CheckpointId, Choice, Eligibility, InvestorId, Key, Moment,
	ResolutionClass, ResolutionId, Rights, Split,
};
use core::time::Duration;
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold, NativeFromLeft, NativeOrWithId, UnionOf},
		AsEnsureOriginWithArg, ConstU128, ConstantStoragePrice, EnsureOriginWithArg, StorePreimage,
		UnixTime,
	},
	Blake2_128Concat, Twox64Concat,
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_core::H256;
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult, Perbill};

pub(crate) type AccountId = u64;
type Block = frame_system::mocking::MockBlock<Test>;

/// Accounts that are keys have the number of their investor plus 100 times the number of the key.
pub(crate) const ISSUER: InvestorId = 1;
pub(crate) const ALICE: InvestorId = 2;
pub(crate) const BOB: InvestorId = 3;
pub(crate) const CAROL: InvestorId = 4;
pub(crate) const DAVE: InvestorId = 5;
/// An investor without shares.
pub(crate) const POOR: InvestorId = 6;
/// The first investor of benchmarks.
pub(crate) const BENCHMARKED: InvestorId = 10_000;
/// An account that is no key.
pub(crate) const STRANGER: AccountId = 50;

pub(crate) const ASSET: AssetId = 7;
pub(crate) const OTHER: AssetId = 8;
pub(crate) const NO_ASSET: AssetId = 9;
pub(crate) const COIN: u32 = 3;

pub(crate) const FUNDS: Balance = 100_000;
pub(crate) const DEPOSIT: Balance = 10;
pub(crate) const PROPOSAL_BOND: Balance = 500;
pub(crate) const CHALLENGE_BOND: Balance = 700;
pub(crate) const MANAGER_BOND: Balance = 1_000;
pub(crate) const MAX_OPEN: u32 = 3;
pub(crate) const NOW: Moment = 1_000_000;
pub(crate) const DISCUSSION: Moment = 10;
pub(crate) const VOTING: Moment = 20;
pub(crate) const REVEAL: Moment = 5;
pub(crate) const TIMELOCK: Moment = 30;
pub(crate) const GRACE: Moment = 40;
pub(crate) const LIABILITY: Moment = 1_000;
pub(crate) const RETENTION: Moment = 100;
pub(crate) const DIGEST: H256 = H256::repeat_byte(0xd1);
pub(crate) const SALT: H256 = H256::repeat_byte(0x5a);

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

	#[runtime::pallet_index(1)]
	pub type Utility = pallet_utility;

	#[runtime::pallet_index(2)]
	pub type Preimage = pallet_preimage;

	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;

	#[runtime::pallet_index(11)]
	pub type Assets = pallet_assets;

	#[runtime::pallet_index(55)]
	pub type Dao = pallet_dao;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
	type Balance = Balance;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = EnsureRoot<AccountId>;
	type Freezer = ();
	type Holder = ();
}

impl pallet_preimage::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type Currency = ();
	type ManagerOrigin = EnsureRoot<AccountId>;
	type Consideration = ();
}

impl pallet_utility::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = ();
}

const fn terms(quorum: u32, majority: u32) -> Terms {
	Terms {
		discussion: DISCUSSION,
		voting: VOTING,
		reveal: REVEAL,
		timelock: TIMELOCK,
		grace: GRACE,
		thresholds: Thresholds {
			quorum: Perbill::from_percent(quorum),
			majority: Perbill::from_percent(majority),
			floor: Perbill::from_percent(10),
		},
		stake: Perbill::from_percent(1),
	}
}

parameter_types! {
	pub const StorageReason: RuntimeHoldReason = RuntimeHoldReason::Dao(HoldReason::Storage);
	/// The time of the block.
	pub static Today: Moment = NOW;
	/// The rules of the test.
	pub static TheRules: Rules = Rules {
		ordinary: terms(30, 50),
		special: terms(40, 75),
		extraordinary: terms(60, 90),
		max_open: MAX_OPEN,
		max_call_len: 200,
		proposal_bond: PROPOSAL_BOND,
		challenge_bond: CHALLENGE_BOND,
		manager_bond: MANAGER_BOND,
		max_strikes: 3,
		max_slash: Perbill::from_percent(50),
		liability: LIABILITY,
		retention: RETENTION,
	};
	/// How often the record of a key was asked for.
	pub static KeyReads: u32 = 0;
	/// How often a balance at a checkpoint was asked for.
	pub static BalanceReads: u32 = 0;
	/// Whether remarks may be resolved.
	pub static RemarksAllowed: bool = true;
}

/// The time of the test.
pub struct Clock;

impl UnixTime for Clock {
	fn now() -> Duration {
		Duration::from_secs(Today::get())
	}
}

/// What the holders of the test may do.
pub struct Allowed;

impl AllowedCalls<RuntimeCall> for Allowed {
	fn least_class(call: &RuntimeCall) -> Option<ResolutionClass> {
		match call {
			RuntimeCall::Dao(
				pallet_dao::Call::spend { .. }
				| pallet_dao::Call::appoint_manager { .. }
				| pallet_dao::Call::strike_manager { .. },
			) => Some(ResolutionClass::Ordinary),
			RuntimeCall::Dao(pallet_dao::Call::remove_manager { .. }) => {
				Some(ResolutionClass::Special)
			},
			RuntimeCall::System(frame_system::Call::remark_with_event { .. })
				if RemarksAllowed::get() =>
			{
				Some(ResolutionClass::Extraordinary)
			},
			_ => None,
		}
	}
}

impl pallet_dao::Config for Test {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeCall = RuntimeCall;
	type AllowedCalls = Allowed;
	type Preimages = Preimage;
	type Checkpoints = Table;
	type Electorate = Table;
	type Native = Balances;
	type Currency = UnionOf<Balances, Assets, NativeFromLeft, NativeOrWithId<u32>, AccountId>;
	type Compensation = ToTreasury<Test>;
	type SupervisorOrigin = EnsureRoot<AccountId>;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		StorageReason,
		ConstantStoragePrice<ConstU128<DEPOSIT>, Balance>,
	>;
	type Time = Clock;
	type Rules = TheRules;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Table;
	type WeightInfo = ();
}

// In storage, so that a call that fails rolls them back as it does the real ones.
#[frame_support::storage_alias]
type Holdings = StorageDoubleMap<Table, Twox64Concat, AssetId, Twox64Concat, InvestorId, Balance>;

/// A copy of the holdings of an asset, and how often it is referred to.
#[frame_support::storage_alias]
type Copies = StorageDoubleMap<
	Table,
	Twox64Concat,
	AssetId,
	Twox64Concat,
	CheckpointId,
	(Vec<(InvestorId, Balance)>, u32),
>;

#[frame_support::storage_alias]
type LastCheckpoint = StorageValue<Table, CheckpointId>;

#[frame_support::storage_alias]
type Blocked = StorageMap<Table, Twox64Concat, InvestorId, ()>;

/// What is different from the rule about the key of an account.
#[frame_support::storage_alias]
type Keys = StorageMap<Table, Blake2_128Concat, AccountId, Key>;

/// The layers below: who owns what, and who is who.
pub struct Table;

impl Table {
	pub(crate) fn balance(asset: AssetId, investor: InvestorId) -> Balance {
		Holdings::get(asset, investor).unwrap_or(0)
	}

	pub(crate) fn set_balance(asset: AssetId, investor: InvestorId, units: Balance) {
		Holdings::insert(asset, investor, units);
	}

	/// Moves shares, as far as there are any.
	pub(crate) fn transfer(asset: AssetId, from: InvestorId, to: InvestorId, units: Balance) {
		let moved = units.min(Self::balance(asset, from));
		Self::set_balance(asset, from, Self::balance(asset, from) - moved);
		Self::set_balance(asset, to, Self::balance(asset, to) + moved);
	}

	pub(crate) fn block(investor: InvestorId) {
		Blocked::insert(investor, ());
	}

	pub(crate) fn unblock(investor: InvestorId) {
		Blocked::remove(investor);
	}

	pub(crate) fn set_key(who: AccountId, key: Key) {
		Keys::insert(who, key);
	}

	/// How many references to checkpoints of an asset there are.
	pub(crate) fn references(asset: AssetId) -> u32 {
		Copies::iter_prefix(asset).map(|(_, (_, references))| references).sum()
	}

	/// Forgets a checkpoint, whoever refers to it.
	pub(crate) fn forget(asset: AssetId, checkpoint: CheckpointId) {
		Copies::remove(asset, checkpoint);
	}
}

impl Checkpoints for Table {
	fn take(asset: AssetId) -> Result<CheckpointId, DispatchError> {
		if asset == NO_ASSET {
			return Err(DispatchError::Other("no book"));
		}
		let checkpoint = LastCheckpoint::get().unwrap_or(0) + 1;
		LastCheckpoint::put(checkpoint);
		let copy = Holdings::iter_prefix(asset).collect::<Vec<_>>();
		Copies::insert(asset, checkpoint, (copy, 1));
		Ok(checkpoint)
	}

	fn hold(asset: AssetId, checkpoint: CheckpointId) -> DispatchResult {
		let (copy, references) =
			Copies::get(asset, checkpoint).ok_or(DispatchError::Other("no checkpoint"))?;
		Copies::insert(asset, checkpoint, (copy, references + 1));
		Ok(())
	}

	fn release(asset: AssetId, checkpoint: CheckpointId) -> DispatchResult {
		let (copy, references) =
			Copies::take(asset, checkpoint).ok_or(DispatchError::Other("no checkpoint"))?;
		if references > 1 {
			Copies::insert(asset, checkpoint, (copy, references - 1));
		}
		Ok(())
	}

	fn balance_at(asset: AssetId, investor: InvestorId, checkpoint: CheckpointId) -> Balance {
		BalanceReads::mutate(|reads| *reads += 1);
		Copies::get(asset, checkpoint)
			.expect("nobody asks for a checkpoint that is gone")
			.0
			.into_iter()
			.find(|(holder, _)| *holder == investor)
			.map_or(0, |(_, units)| units)
	}

	fn supply_at(asset: AssetId, checkpoint: CheckpointId) -> Option<Balance> {
		Some(Copies::get(asset, checkpoint)?.0.into_iter().map(|(_, units)| units).sum())
	}

	fn holders_at(asset: AssetId, checkpoint: CheckpointId) -> Option<u32> {
		let holders = Copies::get(asset, checkpoint)?.0;
		u32::try_from(holders.into_iter().filter(|(_, units)| *units > 0).count()).ok()
	}
}

/// The key of an investor, with the right to vote and no end.
pub(crate) fn plain_key(investor: InvestorId) -> Key {
	Key {
		investor,
		rights: Rights::VOTE,
		expires_at: None,
		eligibility: Eligibility {
			blocked: Blocked::contains_key(investor),
			..Eligibility::default()
		},
	}
}

impl Electorate<AccountId> for Table {
	fn key(who: &AccountId) -> Option<Key> {
		KeyReads::mutate(|reads| *reads += 1);
		if let Some(mut key) = Keys::get(who) {
			key.eligibility.blocked = Blocked::contains_key(key.investor);
			return Some(key);
		}
		let investor = who % 100;
		(ISSUER..=POOR).contains(&investor).then(|| plain_key(investor))
	}

	fn is_excluded(investor: InvestorId) -> bool {
		// Those of benchmarks have numbers that no test uses.
		let known = (ISSUER..=POOR).contains(&investor) || investor >= BENCHMARKED;
		Blocked::contains_key(investor) || !known
	}

	fn treasury(asset: AssetId) -> Option<InvestorId> {
		(asset == ASSET).then_some(ISSUER)
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId, NativeOrWithId<u32>, RuntimeCall> for Table {
	fn asset() -> AssetId {
		OTHER
	}

	fn holder(asset: AssetId, who: &AccountId, units: Balance) -> InvestorId {
		let investor = BENCHMARKED + *who % 1_000_000_000;
		Self::set_key(*who, plain_key(investor));
		Self::set_balance(asset, investor, units);
		investor
	}

	fn call(asset: AssetId, index: u32) -> RuntimeCall {
		spend(asset, ALICE, Balance::from(index) + 1)
	}

	fn currency() -> NativeOrWithId<u32> {
		NativeOrWithId::WithId(COIN)
	}

	fn set_time(now: Moment) {
		Today::set(now);
	}
}

/// Builds a chain with five holders of [`ASSET`], one of them its issuer, and funds for everybody.
///
/// The issuer has 1,000 units, Alice 400, Bob 300, Carol 200, Dave 100: those of the other four are
/// all that can vote. Of [`OTHER`] Bob has 10 and Dave 90.
#[derive(Default)]
pub(crate) struct ExtBuilder {
	resolution: bool,
}

impl ExtBuilder {
	/// With the resolution 0 of Alice, ordinary and open: one motion with one choice, which pays 1
	/// of the treasury to Dave.
	pub(crate) fn resolution(mut self) -> Self {
		self.resolution = true;
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		Today::set(NOW);
		RemarksAllowed::set(true);
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		pallet_balances::GenesisConfig::<Test> {
			balances: (ISSUER..=POOR).chain([STRANGER]).map(|who| (who, FUNDS)).collect(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		pallet_assets::GenesisConfig::<Test> {
			assets: vec![(COIN, STRANGER, true, 1)],
			accounts: vec![(COIN, ALICE, FUNDS)],
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			for (investor, units) in
				[(ISSUER, 1_000), (ALICE, 400), (BOB, 300), (CAROL, 200), (DAVE, 100)]
			{
				Table::set_balance(ASSET, investor, units);
			}
			Table::set_balance(OTHER, BOB, 10);
			Table::set_balance(OTHER, DAVE, 90);
			if self.resolution {
				assert_ok!(propose(ALICE, one_call(spend(ASSET, DAVE, 1))));
			}
			System::reset_events();
			KeyReads::set(0);
			BalanceReads::set(0);
		});
		ext
	}

	/// Runs a test, and checks the invariants at its end.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			assert_ok!(Dao::do_try_state());
		});
	}
}

pub(crate) fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub(crate) fn holders(asset: AssetId) -> RuntimeOrigin {
	crate::Origin::Holders(asset).into()
}

/// Who an origin is for calls that take the holders of [`ASSET`].
pub(crate) fn is_holders(origin: RuntimeOrigin) -> bool {
	crate::EnsureHolders::try_origin(origin, &ASSET).is_ok()
}

pub(crate) fn spend(asset: AssetId, to: AccountId, amount: Balance) -> RuntimeCall {
	pallet_dao::Call::spend { asset, currency: NativeOrWithId::Native, to, amount }.into()
}

/// A motion with the given choices.
pub(crate) fn motion(choices: &[Option<RuntimeCall>]) -> MotionOf<Test> {
	let bounded = |call: &RuntimeCall| Preimage::bound(call.clone()).unwrap();
	choices.iter().map(|call| call.as_ref().map(bounded)).collect::<Vec<_>>().try_into().unwrap()
}

pub(crate) fn motions(list: &[MotionOf<Test>]) -> MotionsOf<Test> {
	list.to_vec().try_into().unwrap()
}

/// One motion with one choice, which carries a call.
pub(crate) fn one_call(call: RuntimeCall) -> MotionsOf<Test> {
	motions(&[motion(&[Some(call)])])
}

/// Motions of so many choices each, which carry no calls.
pub(crate) fn no_calls(choices: &[usize]) -> MotionsOf<Test> {
	motions(&choices.iter().map(|count| motion(&vec![None; *count])).collect::<Vec<_>>())
}

/// Proposes an open ordinary resolution on [`ASSET`].
pub(crate) fn propose(who: AccountId, motions: MotionsOf<Test>) -> DispatchResult {
	propose_as(who, ResolutionClass::Ordinary, false, motions)
}

pub(crate) fn propose_as(
	who: AccountId,
	class: ResolutionClass,
	secret: bool,
	motions: MotionsOf<Test>,
) -> DispatchResult {
	Dao::propose(signed(who), ASSET, class, DIGEST, secret, motions)
}

pub(crate) fn split(motion: u8, choice: Choice, votes: Option<Balance>) -> Split {
	Split { motion, choice, votes }
}

pub(crate) fn ballot(splits: &[Split]) -> Ballot {
	splits.to_vec().try_into().unwrap()
}

/// All votes for one choice of the first motion.
pub(crate) fn all(choice: Choice) -> Ballot {
	ballot(&[split(0, choice, None)])
}

pub(crate) const YES: Choice = Choice::For(0);
pub(crate) const NO: Choice = Choice::Against;

/// Votes with everything on the first motion.
pub(crate) fn vote(who: AccountId, resolution: ResolutionId, choice: Choice) -> DispatchResult {
	Dao::vote(signed(who), ASSET, resolution, all(choice))
}

pub(crate) fn record(resolution: ResolutionId) -> crate::ResolutionOf<Test> {
	crate::Resolutions::<Test>::get(ASSET, resolution).unwrap()
}

pub(crate) fn tally(resolution: ResolutionId) -> Vec<Balance> {
	record(resolution).tally.to_vec()
}

/// First second of the vote on a resolution that is announced at [`NOW`], and so on.
pub(crate) const VOTING_FROM: Moment = NOW + DISCUSSION;
pub(crate) const VOTING_UNTIL: Moment = VOTING_FROM + VOTING;
pub(crate) const EXECUTABLE_FROM: Moment = VOTING_UNTIL + TIMELOCK;
pub(crate) const EXECUTABLE_UNTIL: Moment = EXECUTABLE_FROM + GRACE;

/// Lets holders vote for the first choice of a resolution that is announced today, has it counted,
/// and waits until it can be executed.
pub(crate) fn adopt(resolution: ResolutionId, voters: &[AccountId]) {
	Today::mutate(|now| *now += DISCUSSION);
	for who in voters {
		assert_ok!(vote(*who, resolution, YES));
	}
	Today::mutate(|now| *now += VOTING);
	assert_ok!(Dao::close(signed(STRANGER), ASSET, resolution));
	Today::mutate(|now| *now += TIMELOCK);
}

/// What is held of an account, for storage, proposals and mandates.
pub(crate) fn held(who: AccountId) -> (Balance, Balance, Balance) {
	let held = |reason| Balances::balance_on_hold(&RuntimeHoldReason::Dao(reason), &who);
	(held(HoldReason::Storage), held(HoldReason::Proposal), held(HoldReason::Manager))
}

// SPDX-License-Identifier: Apache-2.0

//! A runtime with a gatekeeper of tables instead of the layer below.

// What the macros generate is public.
#![allow(unreachable_pub)]
#![allow(clippy::arithmetic_side_effects)]

use crate as pallet_shares;
use crate::{order_types::Periods, HoldReason};
use cadastre_primitives::{
	traits::{Gatekeeper, Ledger, OnHoldingChange, Register},
	AssetId, Balance, BookStatus, ClassCounts, Country, Effects, Eligibility, Facts, Failure,
	Failures, InvestorId, Key, Kind, Moment, PackId, Reason, Rights, Side,
};
use codec::Encode;
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU32, EnsureOriginWithArg, LinearStoragePrice,
		OriginTrait, UnixTime,
	},
	weights::Weight,
};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, ModuleError};
use std::{
	collections::{BTreeMap, BTreeSet},
	time::Duration,
};

pub(crate) type AccountId = u64;
type Block = frame_system::mocking::MockBlock<Test>;

/// When each test begins: the first second of a day.
pub(crate) const OPENED: Moment = 12 * DAY;
pub(crate) const DAY: Moment = 24 * 60 * 60;

pub(crate) const ASSET: AssetId = 1;
pub(crate) const PACK: PackId = 7;
pub(crate) const OTHER_PACK: PackId = 8;
pub(crate) const NO_PACK: PackId = 9;

/// What accounts have to pay deposits with.
pub(crate) const FUNDS: u64 = 10_000;

pub(crate) const ISSUER: AccountId = 10;
/// Two keys of the investor [`ANNA`].
pub(crate) const ANNA_KEY: AccountId = 1;
pub(crate) const ANNA_OTHER_KEY: AccountId = 2;
pub(crate) const BENO_KEY: AccountId = 3;
pub(crate) const CARA_KEY: AccountId = 4;
pub(crate) const DINO_KEY: AccountId = 5;
/// No key of an investor.
pub(crate) const STRANGER: AccountId = 99;

pub(crate) const ANNA: InvestorId = 101;
pub(crate) const BENO: InvestorId = 103;
pub(crate) const CARA: InvestorId = 104;
pub(crate) const DINO: InvestorId = 105;

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
	pub type Balances = pallet_balances;

	#[runtime::pallet_index(51)]
	pub type Shares = pallet_shares;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<u64>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

parameter_types! {
	pub const EntryReason: RuntimeHoldReason =
		RuntimeHoldReason::Shares(pallet_shares::HoldReason::Entry);
	pub const Base: u64 = 10;
	pub const Byte: u64 = 1;
}

type Deposit<Reason> =
	HoldConsideration<AccountId, Balances, Reason, LinearStoragePrice<Base, Byte, u64>>;

// Purposes are numbers here: more of them than a position can have holds.
impl From<pallet_shares::HoldReason> for u8 {
	fn from(_: pallet_shares::HoldReason) -> Self {
		0
	}
}

impl pallet_shares::Config for Test {
	type Gatekeeper = Tables;
	type OnChange = Notices;
	type Time = Clock;
	type RuntimeHoldReason = u8;
	type AuthorityOrigin = Authority;
	type IssueOrigin = EnsureIssuer;
	type HoldersOrigin = EnsureAssembly;
	type TransferAgentOrigin = EnsureRole<Agents>;
	type ApproverOrigin = EnsureRole<Approvers>;
	type RecoveryOrigin = EnsureRole<Providers>;
	type OrderDeposit = Deposit<OrderReason>;
	type AppealDeposit = Deposit<AppealReason>;
	type MaxOrders = ConstU32<MAX_ORDERS>;
	type Periods = OrderPeriods;
	type EntryDeposit = Deposit<EntryReason>;
	type WeightInfo = ();
}

parameter_types! {
	/// Whose key an account is.
	pub static Keys: BTreeMap<AccountId, InvestorId> = BTreeMap::new();
	pub static Blocked: BTreeSet<InvestorId> = BTreeSet::new();
	/// Whom the announced version of a pack would refuse.
	pub static Refused: BTreeSet<InvestorId> = BTreeSet::new();
	/// The packs, with the number of their followers.
	pub static Packs: BTreeMap<PackId, u32> = BTreeMap::new();
	/// The rules of every pack: the most holders, and the most shares that one may own.
	pub static HolderCap: Option<u32> = None;
	pub static OwnershipCap: Option<Balance> = None;
	/// How often a key was read, and what the rules were asked, in this order.
	pub static KeyReads: u32 = 0;
	pub static Asked: Vec<(PackId, Facts)> = Vec::new();
	/// What movements leave behind, and what the ledger was told to count.
	pub static Leaves: Effects = Effects::default();
	pub static Recorded: Vec<(Facts, Effects)> = Vec::new();
	/// What a rule asks the ledger: the holders in a country, and what was given in a window; and
	/// what it was answered: by class in the country, by class, given.
	pub static Questions: Option<(Country, Moment)> = None;
	pub static Answers: Option<(ClassCounts, ClassCounts, Balance)> = None;
	/// The layer above: what it was told.
	pub static Told: Vec<(AssetId, InvestorId, Balance, Balance)> = Vec::new();
	/// Seconds of Unix time.
	pub static Now: Moment = OPENED;
	/// The rights of every key.
	pub static KeyRights: Rights = Rights::ALL;
	/// The words of investors of whom something is stated.
	pub static Words: BTreeMap<InvestorId, Eligibility> = BTreeMap::new();
}

parameter_types! {
	/// The roles of each asset, and the provider of each investor.
	pub static Agents: BTreeSet<(u64, AccountId)> = BTreeSet::new();
	pub static Approvers: BTreeSet<(u64, AccountId)> = BTreeSet::new();
	pub static Providers: BTreeSet<(u64, AccountId)> = BTreeSet::new();
	/// An account that is the authority besides root, which it should not be.
	pub static LoneAuthority: Option<AccountId> = None;
	/// When keys end.
	pub static Expiries: BTreeMap<AccountId, Moment> = BTreeMap::new();
	pub const OrderReason: RuntimeHoldReason = RuntimeHoldReason::Shares(HoldReason::Order);
	pub const AppealReason: RuntimeHoldReason = RuntimeHoldReason::Shares(HoldReason::Appeal);
	pub const OrderPeriods: Periods = PERIODS;
}

pub(crate) const MAX_ORDERS: u32 = 4;
pub(crate) const APPROVAL: Moment = 100;
pub(crate) const EMERGENCY: Moment = 30;
pub(crate) const FORCED: Moment = 50;
pub(crate) const CANCELLATION: Moment = 60;
pub(crate) const RECOVERY: Moment = 70;
pub(crate) const EXECUTION: Moment = 40;
pub(crate) const APPEAL: Moment = 80;
pub(crate) const DECISION: Moment = 25;
pub(crate) const PERIODS: Periods = Periods {
	approval: APPROVAL,
	emergency: EMERGENCY,
	forced: FORCED,
	cancellation: CANCELLATION,
	recovery: RECOVERY,
	execution: EXECUTION,
	appeal: APPEAL,
	decision: DECISION,
};

/// Transfer agents of [`ASSET`].
pub(crate) const AGENT: AccountId = 20;
pub(crate) const OTHER_AGENT: AccountId = 21;
/// The second role of [`ASSET`].
pub(crate) const APPROVER: AccountId = 22;
/// Has both roles.
pub(crate) const BOTH: AccountId = 23;
/// Who may ask for the recovery of [`ANNA`].
pub(crate) const PROVIDER: AccountId = 24;
pub(crate) const OTHER_PROVIDER: AccountId = 25;
/// No key yet.
pub(crate) const NEW_KEY: AccountId = 26;
/// Has roles and no money.
pub(crate) const PAUPER: AccountId = 98;
/// Stands for all the holders of [`ASSET`].
pub(crate) const ASSEMBLY: AccountId = 97;

/// The holders of [`ASSET`], as one account.
pub struct EnsureAssembly;

impl EnsureOriginWithArg<RuntimeOrigin, AssetId> for EnsureAssembly {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin, asset: &AssetId) -> Result<(), RuntimeOrigin> {
		match origin.as_signer() {
			Some(who) if *who == ASSEMBLY && *asset == ASSET => Ok(()),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &AssetId) -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::signed(ASSEMBLY))
	}
}

/// The issuer of the book.
pub struct EnsureIssuer;

impl EnsureOriginWithArg<RuntimeOrigin, AssetId> for EnsureIssuer {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin, asset: &AssetId) -> Result<AccountId, RuntimeOrigin> {
		let issuer = crate::Books::<Test>::get(asset).map(|book| book.issuer);
		match origin.as_signer() {
			Some(who) if Some(*who) == issuer => Ok(*who),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(asset: &AssetId) -> Result<RuntimeOrigin, ()> {
		crate::Books::<Test>::get(asset).map(|book| RuntimeOrigin::signed(book.issuer)).ok_or(())
	}
}

/// Whoever has a role for an asset or an investor.
pub struct EnsureRole<Role>(core::marker::PhantomData<Role>);

impl<Id, Role> EnsureOriginWithArg<RuntimeOrigin, Id> for EnsureRole<Role>
where
	Id: Copy + Into<u64>,
	Role: frame_support::traits::Get<BTreeSet<(u64, AccountId)>>,
{
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin, id: &Id) -> Result<AccountId, RuntimeOrigin> {
		match frame_system::ensure_signed(origin.clone()) {
			Ok(who) if Role::get().contains(&((*id).into(), who)) => Ok(who),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(id: &Id) -> Result<RuntimeOrigin, ()> {
		let holder = ((*id).into(), PROVIDER);
		Agents::mutate(|all| all.insert(holder));
		Approvers::mutate(|all| all.insert(holder));
		Providers::mutate(|all| all.insert(holder));
		Ok(RuntimeOrigin::signed(PROVIDER))
	}
}

/// Root, or the account that should not be.
pub struct Authority;

impl frame_support::traits::EnsureOrigin<RuntimeOrigin> for Authority {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
		let signer = frame_system::ensure_signed(origin.clone()).ok();
		let lone = signer.is_some() && signer == LoneAuthority::get();
		if lone || frame_system::ensure_root(origin.clone()).is_ok() {
			Ok(())
		} else {
			Err(origin)
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::root())
	}
}

/// A clock that stands still until a test moves it.
pub struct Clock;

impl UnixTime for Clock {
	fn now() -> Duration {
		// The part of a second must not matter.
		Duration::from_millis(Now::get() * 1_000 + 999)
	}
}

/// What it weighs to be told.
pub const NOTICE: Weight = Weight::from_parts(1_000, 10);

/// A layer above that writes down what it is told.
pub struct Notices;

impl OnHoldingChange for Notices {
	fn on_change(asset: AssetId, investor: InvestorId, before: Balance, after: Balance) {
		Told::mutate(|told| told.push((asset, investor, before, after)));
	}

	fn weight() -> Weight {
		NOTICE
	}
}

fn word(investor: InvestorId) -> Eligibility {
	let blocked = Blocked::get().contains(&investor);
	Eligibility { blocked, ..Words::get().get(&investor).copied().unwrap_or_default() }
}

/// A gatekeeper of tables.
pub struct Tables;

/// The error that names a reason.
pub(crate) fn refusal(reason: Reason) -> DispatchError {
	let code = reason.encode().first().copied().unwrap_or_default();
	DispatchError::Module(ModuleError { index: 50, error: [code, 0, 0, 0], message: None })
}

fn party(side: Side, key: Option<Key>) -> Option<Failure> {
	match key {
		None => Some(Failure::plain(Reason::UnknownKey, side)),
		Some(key) if key.eligibility.blocked => Some(Failure::plain(Reason::Blocked, side)),
		Some(_) => None,
	}
}

fn rules(facts: &Facts) -> impl Iterator<Item = Failure> {
	let holders = HolderCap::get()
		.filter(|cap| facts.adds_holder && facts.holders_after > *cap)
		.map(|cap| (Reason::HolderCapExceeded, cap.into(), facts.holders_after.into()));
	let owned = OwnershipCap::get()
		.filter(|cap| facts.receiver_after > *cap)
		.map(|cap| (Reason::OwnershipCapExceeded, cap, facts.receiver_after));
	[holders, owned].into_iter().flatten().map(|(reason, needed, found)| Failure {
		reason,
		rule: Some(0),
		side: Side::Receiver,
		needed,
		found,
	})
}

impl Gatekeeper<AccountId> for Tables {
	fn key(who: &AccountId) -> Option<Key> {
		KeyReads::mutate(|reads| *reads += 1);
		let investor = *Keys::get().get(who)?;
		let eligibility = word(investor);
		Some(Key {
			investor,
			rights: KeyRights::get(),
			expires_at: Expiries::get().get(who).copied(),
			eligibility,
		})
	}

	fn examine(pack: PackId, facts: &Facts, ledger: &dyn Ledger) -> (Failures, Effects) {
		Asked::mutate(|asked| asked.push((pack, *facts)));
		if let Some((country, window)) = Questions::get() {
			let by_class = ledger.holders_by_class();
			Answers::set(Some((ledger.holders_in(country), by_class, ledger.given(window))));
		}
		let mut failures = Vec::new();
		let redeems = matches!(facts.kind, Kind::Redeem | Kind::Forced | Kind::Cancellation);
		if !redeems && !Packs::get().contains_key(&pack) {
			failures.push(Failure::plain(Reason::UnknownPack, Side::Asset));
		}
		failures.extend(facts.sender.and_then(|key| party(Side::Sender, key)));
		failures.extend(facts.receiver.and_then(|key| party(Side::Receiver, key)));
		if !redeems {
			failures.extend(rules(facts));
		}
		(Failures::truncate_from(failures), Leaves::get())
	}

	fn record(facts: &Facts, effects: &Effects) -> DispatchResult {
		Recorded::mutate(|recorded| recorded.push((*facts, *effects)));
		Ok(())
	}

	fn eligibility(investor: InvestorId) -> Option<Eligibility> {
		let known = Keys::get().values().any(|known| *known == investor);
		known.then(|| word(investor))
	}

	fn recover(investor: InvestorId, account: &AccountId) -> DispatchResult {
		if Keys::get().contains_key(account) {
			return Err(DispatchError::Other("the account is a key"));
		}
		Keys::mutate(|keys| {
			keys.retain(|_, known| *known != investor);
			keys.insert(*account, investor);
		});
		Ok(())
	}

	fn holder_report(_: PackId, upcoming: bool, investor: InvestorId) -> Failures {
		let refused = if upcoming { Refused::get() } else { Blocked::get() }.contains(&investor);
		let failure = refused.then_some(Failure::plain(Reason::MissingFlags, Side::Receiver));
		Failures::truncate_from(failure.into_iter().collect())
	}

	fn refusal(reason: Reason) -> DispatchError {
		refusal(reason)
	}

	fn follow(pack: PackId) -> DispatchResult {
		Packs::mutate(|packs| match packs.get_mut(&pack) {
			Some(followers) => {
				*followers += 1;
				Ok(())
			},
			None => Err(refusal(Reason::UnknownPack)),
		})
	}

	fn unfollow(pack: PackId) {
		Packs::mutate(|packs| *packs.get_mut(&pack).unwrap() -= 1);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_admit(who: &AccountId) {
		Keys::mutate(|keys| keys.insert(*who, *who));
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_pack() -> PackId {
		Packs::mutate(|packs| {
			let pack = packs.keys().last().map_or(0, |last| last + 1);
			packs.insert(pack, 0);
			pack
		})
	}
}

/// Builds a chain with two packs, four investors and an open book.
pub(crate) struct ExtBuilder {
	book: bool,
	authorised: Balance,
	status: BookStatus,
	holdings: Vec<(AccountId, Balance)>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { book: true, authorised: 1_000, status: BookStatus::Open, holdings: Vec::new() }
	}
}

impl ExtBuilder {
	pub(crate) fn without_book(mut self) -> Self {
		self.book = false;
		self
	}

	pub(crate) fn authorised(mut self, authorised: Balance) -> Self {
		self.authorised = authorised;
		self
	}

	/// The status of the book after the shares have been issued.
	pub(crate) fn status(mut self, status: BookStatus) -> Self {
		self.status = status;
		self
	}

	/// Issues shares to an investor's key.
	pub(crate) fn holding(mut self, who: AccountId, amount: Balance) -> Self {
		self.holdings.push((who, amount));
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		Keys::set(BTreeMap::from([
			(ANNA_KEY, ANNA),
			(ANNA_OTHER_KEY, ANNA),
			(BENO_KEY, BENO),
			(CARA_KEY, CARA),
			(DINO_KEY, DINO),
		]));
		Blocked::set(BTreeSet::new());
		Packs::set(BTreeMap::from([(PACK, 0), (OTHER_PACK, 0)]));
		HolderCap::set(None);
		OwnershipCap::set(None);
		Leaves::set(Effects::default());
		Questions::set(None);
		KeyRights::set(Rights::ALL);
		Words::set(BTreeMap::new());
		Refused::set(BTreeSet::new());
		Now::set(OPENED);
		let role = |id: u64, accounts: &[AccountId]| {
			accounts.iter().map(|who| (id, *who)).collect::<BTreeSet<_>>()
		};
		Agents::set(role(ASSET.into(), &[AGENT, OTHER_AGENT, BOTH, PAUPER]));
		Approvers::set(role(ASSET.into(), &[APPROVER, BOTH]));
		Providers::set(role(ANNA, &[PROVIDER, OTHER_PROVIDER]));
		LoneAuthority::set(None);
		Expiries::set(BTreeMap::new());
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let funds = [ISSUER, ANNA_KEY, ANNA_OTHER_KEY, BENO_KEY, CARA_KEY, STRANGER];
		let roles = [AGENT, OTHER_AGENT, APPROVER, BOTH, PROVIDER, OTHER_PROVIDER, NEW_KEY];
		let balances = funds.into_iter().chain(roles).map(|who| (who, FUNDS)).collect();
		pallet_balances::GenesisConfig::<Test> { balances, ..Default::default() }
			.assimilate_storage(&mut storage)
			.unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			if self.book {
				assert_ok!(Shares::open_book(ASSET, ISSUER, PACK, self.authorised, 1));
				assert_ok!(Shares::set_status(ASSET, BookStatus::Open));
				for (who, amount) in self.holdings {
					assert_ok!(Shares::issue(RuntimeOrigin::signed(ISSUER), ASSET, who, amount));
				}
				assert_ok!(Shares::set_status(ASSET, self.status));
			}
			System::reset_events();
		});
		KeyReads::set(0);
		Asked::set(Vec::new());
		Recorded::set(Vec::new());
		Told::set(Vec::new());
		ext
	}

	/// Runs a test, and checks the invariants at its end.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			assert_ok!(Shares::do_try_state());
		});
	}
}
